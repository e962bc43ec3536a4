//! Do the presets name measures that the demonstration really has, with a good direction and adjusted where they must be?

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use content::{PresetMode, presets};
use domain::measure::{Direction, Kind, MeasureType};
use domain::records::MeasureRecord;
use importers::{Options, load_path, read};

fn measures() -> Vec<MeasureRecord> {
    let [_, package] = demonstration::packages().unwrap();
    let folder = tempfile::tempdir().unwrap();
    demonstration::write(&package, folder.path()).unwrap();
    read(&load_path(folder.path()).unwrap(), &Options::default()).batch.unwrap().measures
}

#[test]
fn criteria_are_measures_of_the_demonstration_with_a_good_direction_that_are_not_crude() {
    let measures = measures();
    for preset in presets().unwrap() {
        let own: Vec<_> = preset.criteria.iter().filter(|c| c.measure.as_str().starts_with("demo-")).collect();
        let enough = if preset.mode == PresetMode::Emergency { 0..=0 } else { 4..=8 };
        assert!(enough.contains(&own.len()), "{}: {}", preset.id, own.len());
        let whole: f64 = own.iter().map(|c| c.low + c.high).sum();
        for criterion in own {
            let id = &criterion.measure;
            let measure = measures.iter().find(|m| m.id == *id).unwrap_or_else(|| panic!("{}: {id}", preset.id));
            assert_ne!(measure.direction, Direction::Neutral, "{id}");
            assert!(measure.measure_type != MeasureType::Outcome || measure.risk_adjusted == Some(true), "{id}");
            assert!((criterion.low + criterion.high) / whole < 0.4, "{}: {id} alone takes 40 %", preset.id);
        }
    }
}

#[test]
fn amounts_of_trade_offs_are_possible_for_their_measures() {
    let measures = measures();
    for question in presets().unwrap().iter().flat_map(|p| &p.trade_offs) {
        for (id, amount) in [(&question.prefers, question.first_amount), (&question.over, question.second_amount)] {
            let measure = measures.iter().find(|m| m.id == *id).unwrap_or_else(|| panic!("{}: {id}", question.id));
            let most = match measure.kind {
                Kind::Proportion | Kind::Ratio => 0.3,
                Kind::Rate => 0.01,
                Kind::Mean | Kind::Count | Kind::Score => 60.0,
            };
            assert!(amount <= most, "{}: {amount} of {id}", question.id);
        }
    }
}
