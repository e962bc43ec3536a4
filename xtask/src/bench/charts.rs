//! How fast are drawings, images and tables, and do pages stay fast while images are painted?

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, bail};

use super::http::{Answer, get, get_as};
use super::import::memory_kb;
use super::serving::requests_per_second;
use super::table::{Table, median};

/// So many readers ask for images at once, each for another image.
const PAINTING: usize = 8;
/// So many pages are asked for meanwhile.
const PAGES: usize = 100;

/// A server with a release, not asked for any chart yet.
pub struct Asked<'a> {
    /// Where it listens.
    pub address: &'a str,
    /// Its process.
    pub server: u32,
    /// Ids of hospitals whose pages in English nobody has asked for.
    pub hospitals: &'a [String],
    /// Ids of measures.
    pub measures: &'a [String],
}

/// Asks for every kind of chart, alone and under load.
pub fn measure(asked: &Asked<'_>, table: &mut Table) -> anyhow::Result<()> {
    let every = |ending: &str| -> Vec<String> {
        asked.measures.iter().map(|id| format!("/embed/ja/{ending}measure={id}")).collect()
    };
    costly(asked, "funnel as SVG, uncached", ("60 ms", "250 kB"), &every("funnel.svg?"), table)?;
    costly(asked, "funnel in its frame, uncached", ("—", "—"), &every("funnel?"), table)?;
    let mut images = every("funnel.png?w=1200&");
    images.extend(every("intervals.png?w=1200&"));
    images.extend(every("map.png?w=1200&"));
    costly(asked, "image of 1,200 px, uncached", ("150 ms", "—"), &images, table)?;
    cached(asked, &every("funnel?"), table)?;
    starving(asked, table)?;
    rows(asked, table)
}

/// Each address once; a chart that a measure does not have is passed over.
fn costly(
    asked: &Asked<'_>,
    what: &str,
    (time, size): (&str, &str),
    paths: &[String],
    table: &mut Table,
) -> anyhow::Result<()> {
    let drawn: Vec<Answer> = paths.iter().filter_map(|path| new_reader(asked.address, path).ok()).collect();
    let count = drawn.len();
    let slowest = drawn.iter().map(|answer| answer.milliseconds).fold(0.0, f64::max);
    let largest = drawn.iter().map(|answer| answer.body.len()).max().with_context(|| format!("no {what} at all"))?;
    let median = median(drawn.into_iter().map(|answer| answer.milliseconds).collect());
    table.row(what, time, format!("{median:.1} ms median, {slowest:.1} ms slowest of {count}"));
    let largest = format!("{:.1} kB", largest as f64 / 1000.0);
    table.row(&format!("… the largest, as it travels ({})", what.replace(", uncached", "")), size, largest);
    Ok(())
}

/// A frame that is kept, against a page that is kept.
fn cached(asked: &Asked<'_>, frames: &[String], table: &mut Table) -> anyhow::Result<()> {
    let kept = frames.iter().find_map(|path| Some((path, get(asked.address, path, "gzip").ok()?.body.len())));
    let (frame, frame_bytes) = kept.context("no measure has a frame")?;
    let hospital = asked.hospitals.first().context("there is no hospital")?;
    let page = format!("/ja/hospitals/{hospital}");
    let page_bytes = get(asked.address, &page, "gzip")?.body.len();
    let [frames, pages] = [frame, &page].map(|path| requests_per_second(asked.address, path));
    let (frames, pages) = (frames?, pages?);
    let share = 100.0 * frames / pages;
    table.row(
        "cached frame against a cached page",
        "100 %",
        format!(
            "{share:.0} % ({frames:.0} against {pages:.0} requests per second, {:.1} and {:.1} kB each)",
            frame_bytes as f64 / 1000.0,
            page_bytes as f64 / 1000.0
        ),
    );
    Ok(())
}

/// Pages that nobody has asked for, while images are painted without an end.
fn starving(asked: &Asked<'_>, table: &mut Table) -> anyhow::Result<()> {
    let measure = asked.measures.first().context("there is no measure")?;
    let (over, width) = (AtomicBool::new(false), AtomicUsize::new(600));
    let times: anyhow::Result<Vec<f64>> = thread::scope(|scope| {
        for _ in 0..PAINTING {
            scope.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    let width = width.fetch_add(1, Ordering::Relaxed);
                    let path = format!("/embed/en/map.png?measure={measure}&w={width}");
                    // one that is told to come again comes again
                    let _painted = new_reader(asked.address, &path);
                }
            });
        }
        let pages = asked.hospitals.iter().take(PAGES).map(|id| format!("/en/hospitals/{id}"));
        let times = pages.map(|path| Ok(get(asked.address, &path, "gzip")?.milliseconds)).collect();
        over.store(true, Ordering::Relaxed);
        times
    });
    let times = times?;
    let slowest = times.iter().copied().fold(0.0, f64::max);
    table.row(
        &format!("hospital page, uncached, while {PAINTING} readers ask for images, all on one core"),
        "100 ms",
        format!("{:.1} ms median, {slowest:.1} ms slowest of {}", median(times), PAGES.min(asked.hospitals.len())),
    );
    Ok(())
}

/// All rows of each measure; the process must not grow with them.
fn rows(asked: &Asked<'_>, table: &mut Table) -> anyhow::Result<()> {
    let before = memory_kb(asked.server, "VmRSS:");
    let (mut bytes, mut milliseconds) = (0, 0.0);
    for id in asked.measures {
        let answer = new_reader(asked.address, &format!("/data/latest/measures/{id}.csv"))?;
        if answer.body.len() > bytes {
            (bytes, milliseconds) = (answer.body.len(), answer.milliseconds);
        }
    }
    if bytes == 0 {
        bail!("no measure has rows");
    }
    let grown = memory_kb(asked.server, "VmRSS:").saturating_sub(before);
    table.row(
        "all rows of every measure as CSV: what memory grows by",
        "20 MB",
        format!("{:.1} MB (the largest: {:.1} MB in {milliseconds:.0} ms)", grown as f64 / 1000.0, bytes as f64 / 1e6),
    );
    Ok(())
}

/// Asks as somebody who has never asked before: what one address may ask of costly doors is limited.
fn new_reader(address: &str, path: &str) -> anyhow::Result<Answer> {
    static READERS: AtomicUsize = AtomicUsize::new(0);
    let reader = READERS.fetch_add(1, Ordering::Relaxed);
    let whom = format!("10.{}.{}.{}", reader >> 16 & 255, reader >> 8 & 255, reader & 255);
    get_as(address, path, "gzip", &format!("X-Forwarded-For: {whom}\r\n"))
}
