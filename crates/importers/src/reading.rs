//! What does reading a file take, and what does it give back?

use crate::input::{RawInput, sha256_hex};
use crate::recognise;
use domain::Bilingual;
use domain::issue::Issue;
use domain::period::Period;
use domain::records::Batch;

/// What an operator may say about a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The period, where the content gives none and no table kept with the source knows the file.
    pub period: Option<Period>,
    /// Name and text of a recipe (TOML) to read the file with.
    pub recipe: Option<(String, String)>,
}

/// How much of one thing a file held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// `hospitals`, `observations`, `facilities` …
    pub what: String,
    /// How many.
    pub count: usize,
}

/// What one file said.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// Which layout it was: `navii-register`, `bed-functions`, `package`, the id of a recipe; empty where unknown.
    pub kind: String,
    /// The layout in words.
    pub title: Bilingual<String>,
    /// Name of the file as it came.
    pub file: String,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
    /// The records; `None` where nothing could be used.
    pub batch: Option<Batch>,
    /// What was not understood.
    pub issues: Vec<Issue>,
    /// What was taken, the largest tables of the batch first named.
    pub taken: Vec<Taken>,
}

/// Reads one file. It is recognised by its content; the name only appears in issues and, failing all else, for the period.
pub fn read(input: &RawInput, options: &Options) -> Reading {
    let sha256 = sha256_hex(&input.bytes);
    let mut reading = recognise::dispatch(input, &sha256, options);
    if let Some(batch) = &mut reading.batch {
        // A package says itself where its values come from; exporting it must give back what it said.
        for source in batch.sources.iter_mut().filter(|_| reading.kind != "package") {
            if source.sha256.is_empty() && source.file.is_empty() {
                source.sha256.clone_from(&sha256);
                source.file.clone_from(&input.name);
            }
        }
        reading.taken = tally(batch);
    }
    reading.file.clone_from(&input.name);
    reading.sha256 = sha256;
    reading
}

/// Counts the tables of a batch that hold anything.
fn tally(batch: &Batch) -> Vec<Taken> {
    let counts = [
        ("hospitals", batch.hospitals.len()),
        ("facilities", batch.facilities.len()),
        ("areas", batch.areas.len()),
        ("measures", batch.measures.len()),
        ("observations", batch.observations.len()),
        ("limits", batch.limits.len()),
        ("context", batch.context.len()),
        ("area_observations", batch.area_observations.len()),
        ("identifiers", batch.identifiers.len()),
        ("manual_links", batch.manual_links.len()),
        ("successors", batch.successors.len()),
        ("measure_versions", batch.measure_versions.len()),
        ("footnotes", batch.footnotes.len()),
        ("events", batch.events.len()),
        ("comments", batch.comments.len()),
        ("corrections", batch.corrections.len()),
    ];
    let held = counts.into_iter().filter(|(_, count)| *count > 0);
    held.map(|(what, count)| Taken { what: what.to_string(), count }).collect()
}
