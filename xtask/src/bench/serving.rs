//! How fast are pages, cached and not, and how does that compare with nginx and the same bytes in a file?

use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::thread;
use std::time::Duration;

use anyhow::{Context, bail};

use super::charts::{self, Asked};
use super::http::{get, ids};
use super::import::memory_kb;
use super::table::{Table, median};
use crate::process::{self, Build, Running, command, monosashi, target};
use crate::tell::Stopwatch;
use crate::wasm;

/// Serves the release of a data folder and asks.
pub fn measure(data: &Path, table: &mut Table) -> anyhow::Result<()> {
    let address = free_address()?;
    let watch = Stopwatch::start();
    let server = Running::start(
        // One core for whoever serves, the other for whoever asks.
        command("taskset")
            .args(["--cpu-list", "0"])
            .arg(monosashi(Build::Release))
            .arg("--data")
            .arg(data)
            // every request of the bench comes from one machine; it says whom it stands for
            .args(["serve", "--trust-proxy", "--addr", &address])
            .env("MONOSASHI_SITE", wasm::site_folder())
            .stdout(fs::File::create(target().join("bench/server.log"))?)
            .stderr(fs::File::create(target().join("bench/server.err"))?),
    )?;
    while get(&address, "/readyz", "identity").is_err() {
        if watch.elapsed() > Duration::from_secs(60) {
            bail!("the server is not ready: see target/bench/server.err");
        }
        thread::sleep(Duration::from_millis(2));
    }
    table.row("start", "1 s", format!("{:.2} s", watch.elapsed().as_secs_f64()));

    let hospitals = ids(&address, "hospitals")?;
    let measures = ids(&address, "measures")?;
    uncached(&address, "hospital page, uncached", "5 ms", &paths("hospitals", &hospitals), table)?;
    uncached(&address, "measure page, uncached", "40 ms", &paths("measures", &measures), table)?;
    let fives: Vec<String> = hospitals.chunks(5).map(|five| format!("/ja/compare?h={}", five.join(","))).collect();
    uncached(&address, "comparison of five, uncached", "10 ms", &fives, table)?;
    let hospital = hospitals.first().context("there is no hospital")?;
    against_nginx(&address, &format!("/ja/hospitals/{hospital}"), table)?;
    let asked = Asked { address: &address, server: server.id(), hospitals: &hospitals, measures: &measures };
    charts::measure(&asked, table)?;
    let memory = memory_kb(server.id(), "VmRSS:") / 1000;
    table.row("memory after all this", "300 MB", format!("{memory} MB"));
    Ok(())
}

fn paths(kind: &str, ids: &[String]) -> Vec<String> {
    ids.iter().map(|id| format!("/ja/{kind}/{id}")).collect()
}

/// Every page once: the first time, it is in no cache.
fn uncached(address: &str, what: &str, wanted: &str, paths: &[String], table: &mut Table) -> anyhow::Result<()> {
    let (mut times, mut largest) = (Vec::new(), 0);
    for path in paths {
        times.push(get(address, path, "identity")?.milliseconds);
        largest = largest.max(get(address, path, "gzip")?.body.len());
    }
    let slowest = times.iter().copied().fold(0.0, f64::max);
    let count = times.len();
    table.row(what, wanted, format!("{:.1} ms median, {slowest:.1} ms slowest of {count}", median(times)));
    table.row(
        &format!("largest {what}, gzip").replace(", uncached", ""),
        "60 kB",
        format!("{:.1} kB", largest as f64 / 1000.0),
    );
    Ok(())
}

fn against_nginx(address: &str, path: &str, table: &mut Table) -> anyhow::Result<()> {
    let body = get(address, path, "gzip")?.body;
    let ours = requests_per_second(address, path)?;
    let folder = target().join("bench/nginx");
    fs::create_dir_all(folder.join("logs"))?;
    fs::write(folder.join("page"), &body)?;
    let nginx_address = free_address()?;
    fs::write(folder.join("nginx.conf"), configuration(&nginx_address, &folder))?;
    let nginx = Running::start(
        command("taskset")
            .args(["--cpu-list", "0", "nginx", "-e", "stderr", "-p"])
            .arg(&folder)
            .arg("-c")
            .arg(folder.join("nginx.conf")),
    )?;
    let watch = Stopwatch::start();
    while get(&nginx_address, "/page", "identity").is_err() {
        if watch.elapsed() > Duration::from_secs(10) {
            bail!("nginx does not answer");
        }
        thread::sleep(Duration::from_millis(10));
    }
    let theirs = requests_per_second(&nginx_address, "/page")?;
    drop(nginx);
    let share = 100.0 * ours / theirs;
    let size = body.len() as f64 / 1000.0;
    table.row(
        "cached page, one core, against nginx with the same bytes in a file",
        "40 %",
        format!("{share:.0} % ({ours:.0} against {theirs:.0} requests per second, {size:.1} kB each)"),
    );
    Ok(())
}

/// One worker in the foreground, nothing written per request.
fn configuration(address: &str, folder: &Path) -> String {
    let folder = folder.display();
    format!(
        "daemon off; worker_processes 1; pid {folder}/nginx.pid; user root;\n\
         events {{ worker_connections 256; }}\n\
         http {{ access_log off; sendfile on; keepalive_requests 1000000; open_file_cache max=10;\n\
           default_type text/html; server {{ listen {address}; root {folder}; }} }}\n"
    )
}

/// How often a path is answered in one second, by one core for one core.
pub fn requests_per_second(address: &str, path: &str) -> anyhow::Result<f64> {
    let url = format!("http://{address}{path}");
    let said = process::output(command("taskset").args([
        "--cpu-list",
        "1",
        "wrk",
        "--threads",
        "1",
        "--connections",
        "16",
        "--duration",
        "5s",
        "--header",
        "Accept-Encoding: gzip",
        &url,
    ]))?;
    if said.contains("Non-2xx") {
        bail!("{url} answered errors");
    }
    let line = said.lines().find_map(|line| line.strip_prefix("Requests/sec:"));
    line.and_then(|line| line.trim().parse().ok()).context("wrk said nothing")
}

fn free_address() -> anyhow::Result<String> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string())
}
