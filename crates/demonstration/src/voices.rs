//! Which hospitals say something about which of their values?

mod said;

use crate::facilities::{COUNTRYSIDE, Facility, LONE_ISLAND, METROPOLIS};
use crate::history;
use crate::measures::Text;
use crate::observations::Observation;
use crate::package::{Release, period};
use crate::roles::Role;
use crate::table::Table;
use crate::world::World;

/// Whom a comment is from; the number skips that many who would fit.
#[derive(Debug, Clone, Copy)]
enum From {
    /// The one hospital of its island.
    LoneIsland,
    /// A hospital of the metropolis.
    Metropolis(usize),
    /// A hospital of the rural prefecture.
    Countryside(usize),
    /// Any hospital of a role.
    Of(Role, usize),
    /// A hospital that clearly improved.
    Improver(usize),
    /// A hospital that the flood struck.
    Flooded(usize),
    /// The hospital of the outbreak.
    Outbreak,
    /// The hospital that took over another.
    MergedInto,
    /// The hospital with a new name.
    Renamed,
}

/// A comment: from whom, on which measure and fiscal year, of which kind, on which day.
struct Voice {
    from: From,
    measure: &'static str,
    year: i32,
    kind: &'static str,
    date: &'static str,
    words: Text,
}

/// `comments.csv`.
pub fn comments(world: &World, release: &Release) -> Vec<u8> {
    let mut table = Table::new("hospital_id,measure_id,period_end,kind,date,text_ja,text_en");
    for voice in said::VOICES.iter().flat_map(|voices| voices.iter()) {
        if voice.date > release.as_of || !release.covers(voice.year) {
            continue;
        }
        let Some(facility) = speaker(world, voice) else {
            continue;
        };
        let id = history::id(world, &world.facilities[facility], facility, release);
        let (_, end) = period(voice.year);
        table.row(&[&id, voice.measure, end, voice.kind, voice.date, voice.words.ja, voice.words.en]);
    }
    table.into_bytes()
}

/// The facility that speaks: the first that fits, after those to skip.
fn speaker(world: &World, voice: &Voice) -> Option<usize> {
    let skipped = match voice.from {
        From::Metropolis(n) | From::Countryside(n) | From::Of(_, n) | From::Improver(n) | From::Flooded(n) => n,
        From::LoneIsland | From::Outbreak | From::MergedInto | From::Renamed => 0,
    };
    world
        .values(voice.measure, voice.year)
        .iter()
        .filter(|row| row.stratum.is_empty() && fits(world, voice.from, row))
        .map(|row| row.facility)
        .nth(skipped)
}

fn fits(world: &World, from: From, row: &Observation) -> bool {
    let facility: &Facility = &world.facilities[row.facility];
    let reported = row.status == "reported";
    match from {
        From::LoneIsland => facility.area == LONE_ISLAND,
        From::Metropolis(_) => reported && facility.area == METROPOLIS,
        From::Countryside(_) => reported && facility.prefecture == COUNTRYSIDE,
        From::Of(role, _) => reported && facility.role == role && !facility.furnished,
        From::Improver(_) => reported && row.improver,
        From::Flooded(_) => facility.is_flooded() && matches!(row.status, "excluded_event" | "reported"),
        From::Outbreak => row.facility == world.fates.outbreak,
        From::MergedInto => row.facility == world.fates.merged_into,
        From::Renamed => row.facility == world.fates.renamed,
    }
}
