//! What does one request answer, and how long does it take?

use std::io::{Read, Write};
use std::net::TcpStream;

use anyhow::{Context, bail};

use crate::tell::Stopwatch;

/// An answer, and the milliseconds it took.
pub struct Answer {
    /// The body as it travelled.
    pub body: Vec<u8>,
    /// From the request to the last byte.
    pub milliseconds: f64,
}

/// Asks for a path, compressed or not; anything but 200 is an error.
pub fn get(address: &str, path: &str, accept_encoding: &str) -> anyhow::Result<Answer> {
    get_as(address, path, accept_encoding, "")
}

/// The same with a header more, which ends its line.
pub fn get_as(address: &str, path: &str, accept_encoding: &str, header: &str) -> anyhow::Result<Answer> {
    let watch = Stopwatch::start();
    let mut stream = TcpStream::connect(address)?;
    write!(
        stream,
        "GET {path} HTTP/1.0\r\nHost: {address}\r\nAccept-Encoding: {accept_encoding}\r\n{header}Connection: close\r\n\r\n"
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let milliseconds = watch.elapsed().as_secs_f64() * 1000.0;
    let head =
        answer.windows(4).position(|window| window == b"\r\n\r\n").context("an answer without an end of its head")?;
    let status = String::from_utf8_lossy(answer.get(9..12).unwrap_or_default()).into_owned();
    if status != "200" {
        bail!("{path} answered {status}");
    }
    Ok(Answer { body: answer.split_off(head + 4), milliseconds })
}

/// The ids of a list of the API.
pub fn ids(address: &str, list: &str) -> anyhow::Result<Vec<String>> {
    let answer = get(address, &format!("/api/v1/{list}?limit=200"), "identity")?;
    let json: serde_json::Value = serde_json::from_slice(&answer.body)?;
    let rows =
        json.get(list).and_then(|rows| rows.as_array()).with_context(|| format!("/api/v1/{list} has no list"))?;
    Ok(rows.iter().filter_map(|row| row.get("id")?.as_str()).map(str::to_string).collect())
}
