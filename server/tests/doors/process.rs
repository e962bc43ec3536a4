//! Does the process start, answer over a socket, notice a release, and end when it is asked to?

use crate::demo::PROGRAM;
use crate::package::{publish, write};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The program as it is copied to a server: alone, in a folder with nothing beside it.
struct Alone {
    child: Child,
    address: String,
}

impl Alone {
    fn start(folder: &Path, site: Option<&Path>) -> Self {
        let copy = folder.join("monosashi");
        fs::copy(PROGRAM, &copy).unwrap();
        let mut command = Command::new(&copy);
        match site {
            Some(site) => command.env("MONOSASHI_SITE", site),
            None => command.env_remove("MONOSASHI_SITE"),
        };
        let serve = ["--data", "data", "serve", "--addr", "127.0.0.1:0"];
        let mut child = command.current_dir(folder).args(serve).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let address =
            lines.find_map(|line| Some(line.unwrap().strip_prefix("monosashi: http://")?.to_string())).unwrap();
        Self { child, address }
    }
}

impl Drop for Alone {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

#[test]
fn a_program_that_was_copied_elsewhere_has_every_file_that_its_pages_name() {
    let folder = tempfile::tempdir().unwrap();
    publish(&folder.path().join("data"), &write(folder.path(), 3));
    let alone = Alone::start(folder.path(), None);
    let page = get(&alone.address, "/ja/");
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    // a build without the browser half names none, and a build with it has them
    let names = page.contains("/pkg/") || page.contains("monosashi.js");
    for file in ["monosashi.js", "monosashi_bg.wasm"] {
        let answer = ask(&alone.address, &format!("/pkg/{file}"));
        assert_eq!(answer.starts_with(b"HTTP/1.1 200"), names, "{file}");
    }
    drop(alone);
    let site = folder.path().join("site");
    fs::create_dir_all(site.join("pkg")).unwrap();
    fs::write(site.join("pkg/monosashi.js"), "export const other = 1;").unwrap();
    fs::write(site.join("pkg/.complete"), "0123456789abcdef").unwrap();
    let other = Alone::start(folder.path(), Some(&site));
    assert!(get(&other.address, "/pkg/monosashi.js").ends_with("export const other = 1;"));
    assert!(get(&other.address, "/ja/").contains("0123456789abcdef"));
}

#[test]
#[cfg(unix)]
fn whoever_reads_only_the_beginning_sees_no_trace_of_a_failure() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(PROGRAM);
    command.current_dir(folder.path()).arg("doctor").stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!((ended.status.code(), String::from_utf8_lossy(&ended.stderr).as_ref()), (Some(141), ""));
}

fn get(address: &str, path: &str) -> String {
    String::from_utf8_lossy(&ask(address, path)).into_owned()
}

fn ask(address: &str, path: &str) -> Vec<u8> {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    answer
}

#[test]
fn it_serves_a_release_that_comes_later_and_ends_when_it_is_asked_to() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let mut child = Command::new(PROGRAM)
        .arg("--data")
        .arg(&data)
        .args(["serve", "--addr", "127.0.0.1:0"])
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let address = lines.find_map(|line| Some(line.unwrap().strip_prefix("monosashi: http://")?.to_string())).unwrap();
    assert!(get(&address, "/healthz").starts_with("HTTP/1.1 200"));
    assert!(get(&address, "/readyz").starts_with("HTTP/1.1 503"));
    publish(&data, &write(folder.path(), 5));
    while !get(&address, "/readyz").starts_with("HTTP/1.1 200") {
        std::thread::yield_now();
    }
    assert!(get(&address, "/api/v1/hospitals").contains("made-0004"));
    let asked = Command::new("kill").arg(child.id().to_string()).status().unwrap();
    assert!(asked.success());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
