//! How long do the real files take from a folder to a release, and how much memory?

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use anyhow::bail;

use super::table::Table;
use crate::process::{self, Build, Running, command, monosashi};
use crate::tell::Stopwatch;

/// The files of the main job, below the folder of the real files.
const FILES: &[&str] = &[
    "jp-navii/01-1_hospital_facility_info_20250601.zip",
    "jp-bed-functions/001723127.xlsx",
    "jp-dpc/dpc_panel_wide.csv",
    "jp-places/island_municipalities.csv",
    "jp-places/medical_areas_2017.csv",
    "jp-places/prefectures.csv",
];

/// Imports and publishes; without the real files the demonstration is published and nothing is claimed about importing.
pub fn measure(data: &Path, folder: &Path, table: &mut Table) -> anyhow::Result<()> {
    let files: Vec<PathBuf> = FILES.iter().map(|file| folder.join(file)).collect();
    if !files.iter().all(|file| file.exists()) {
        table.row("import and publish", "20 s", format!("not measured: {} has no real files", folder.display()));
        let (_, _) = run(data, &["demo"], &[], &[0])?;
        return Ok(());
    }
    let (import, import_kb) = run(data, &["import"], &files, &[0, 3])?;
    let (publish, publish_kb) = run(data, &["publish"], &[], &[0])?;
    let sum = import + publish;
    let parts = format!("{sum:.1} s (import {import:.1} s, publish {publish:.1} s)");
    table.row("import and publish of the three national files", "20 s", parts);
    let csv = files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "csv"));
    let plain = plain_import(data, csv)?;
    table.row("… `sqlite3 .import` of the CSV files among them", "beside it", format!("{plain:.1} s"));
    let peak = import_kb.max(publish_kb) / 1000;
    table.row("… memory at its peak", "700 MB", format!("{peak} MB"));
    Ok(())
}

/// Runs `monosashi`; returns seconds, and kilobytes of memory at the peak.
fn run(data: &Path, words: &[&str], files: &[PathBuf], good: &[i32]) -> anyhow::Result<(f64, u64)> {
    let log = fs::File::create(data.with_file_name("import.log"))?;
    let watch = Stopwatch::start();
    let mut running = Running::start(
        command(monosashi(Build::Release))
            .arg("--data")
            .arg(data)
            .args(words)
            .args(files)
            .stdout(log.try_clone()?)
            .stderr(log),
    )?;
    let mut peak = 0;
    let code = loop {
        peak = peak.max(memory_kb(running.id(), "VmHWM:"));
        if let Some(code) = running.ended()? {
            break code;
        }
        thread::sleep(Duration::from_millis(10));
    };
    if !good.contains(&code) {
        bail!("`monosashi {}` ended with {code}: see target/bench/import.log", words.join(" "));
    }
    Ok((watch.elapsed().as_secs_f64(), peak))
}

/// What Linux says about the memory of a process, in kilobytes.
pub fn memory_kb(id: u32, key: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(key));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// How long the shell of SQLite takes to load CSV files as they are.
fn plain_import<'a>(data: &Path, files: impl Iterator<Item = &'a PathBuf>) -> anyhow::Result<f64> {
    let database = data.with_file_name("plain.sqlite");
    if database.exists() {
        fs::remove_file(&database)?;
    }
    let mut shell = command("sqlite3");
    shell.arg(&database);
    for (index, file) in files.enumerate() {
        shell.args(["-cmd", &format!(".import --csv '{}' t{index}", file.display())]);
    }
    let watch = Stopwatch::start();
    process::output(shell.arg("select 1;"))?;
    Ok(watch.elapsed().as_secs_f64())
}
