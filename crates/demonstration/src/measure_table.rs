//! How are the measures described in `measures.csv`?

use crate::measures::{Measure, Shape};
use crate::table::Table;
use crate::world::World;

const HEADER: &str = "id,name_ja,name_en,kind,direction,topic,measure_type,unit,risk_adjusted,adjusters,shrunken,national_value,\
self_reported,audited,voluntary,counts_episodes,eligible_hospitals,min_denominator,suppression_profile,plain_ja,plain_en,why_ja,why_en,\
cannot_tell_ja,cannot_tell_en,owner_warning_ja,owner_warning_en,means_abroad";

/// `measures.csv`.
pub fn measures(world: &World) -> Vec<u8> {
    let mut table = Table::new(HEADER);
    for measure in &world.measures {
        row(&mut table, world, measure);
    }
    table.into_bytes()
}

fn row(table: &mut Table, world: &World, measure: &Measure) {
    let yes = |flag: bool| if flag { "true" } else { "false" };
    let eligible = world.facilities.iter().filter(|f| measure.who.includes(f)).count();
    let national = match measure.shape {
        Shape::Shrunken(_, national, _) => Some(national),
        _ => None,
    };
    table
        .text(measure.id)
        .text(measure.name.ja)
        .text(measure.name.en)
        .text(measure.kind())
        .text(measure.direction)
        .text(measure.topic)
        .text(measure.measure_type)
        .text(measure.unit)
        .text(yes(!measure.adjusters.is_empty()))
        .text(measure.adjusters)
        .text(yes(measure.is_shrunken()))
        .number(national)
        .text(yes(measure.self_reported))
        .text(yes(measure.audited))
        .text(yes(measure.is_voluntary()))
        .text(yes(measure.counts_episodes))
        .whole(eligible as u64)
        .whole(u64::from(measure.min_denominator))
        .text("");
    for text in [measure.plain, measure.why, measure.cannot_tell, measure.owner_warning] {
        table.text(text.ja).text(text.en);
    }
    table.text(measure.means_abroad).end();
}
