//! Do the measures say what the fixed ids, the sources and the rules of plain language ask of them?

use super::*;
use crate::source_text::SourceText;
use domain::measure::{Direction, MeasureType};
use domain::records::Breaks;

const FIXED_IDS: &[&str] = &[
    "jp-dpc-readmission",
    "jp-dpc-deaths",
    "jp-dpc-los",
    "jp-dpc-unplanned",
    "jp-dpc-volume",
    "jp-bed-ambulances",
    "jp-bed-general-anaesthesia",
    "jp-bed-deliveries",
    "jp-bed-operations",
    "jp-bed-doctors-per-100-beds",
    "us-2011-mort-30-ami",
    "us-2011-mort-30-hf",
    "us-2011-mort-30-pn",
    "us-2011-readm-30-ami",
    "us-2011-readm-30-hf",
    "us-2011-readm-30-pn",
    "gb-shmi",
];

#[test]
fn every_fixed_id_is_there_and_no_id_twice() {
    let ids: Vec<&str> = measures().unwrap().iter().map(|m| m.record.id.as_str()).collect();
    for id in FIXED_IDS {
        assert_eq!(ids.iter().filter(|known| *known == id).count(), 1, "{id}");
    }
    assert_eq!(ids.len(), 33);
}

#[test]
fn every_measure_names_sources_that_are_known() {
    for m in measures().unwrap() {
        assert!(!m.sources.is_empty(), "{}", m.record.id);
        for id in &m.sources {
            assert!(crate::source(id).unwrap().is_some(), "{}: {id}", m.record.id);
        }
    }
}

#[test]
fn a_crude_outcome_says_that_severity_is_not_adjusted() {
    let crude = |m: &&Measure| m.record.measure_type == MeasureType::Outcome && m.record.risk_adjusted == Some(false);
    for m in measures().unwrap().iter().filter(crude) {
        assert!(m.record.cannot_tell.ja.contains("重症度を調整していません"), "{}", m.record.id);
        assert!(m.record.cannot_tell.en.contains("not adjusted for how ill"), "{}", m.record.id);
    }
    for id in ["jp-dpc-readmission", "jp-dpc-deaths"] {
        assert!(measures().unwrap().iter().filter(crude).any(|m| m.record.id.as_str() == id), "{id}");
    }
}

#[test]
fn volumes_and_stays_are_neutral() {
    for id in FIXED_IDS.iter().filter(|id| id.starts_with("jp-bed-")).chain(&["jp-dpc-los", "jp-dpc-volume"]) {
        assert_eq!(measure(id).unwrap().unwrap().record.direction, Direction::Neutral, "{id}");
    }
}

#[test]
fn the_readmission_window_breaks_the_definition_in_fiscal_2016() {
    let versions = &measure("jp-dpc-readmission").unwrap().unwrap().versions;
    let breaks: Vec<_> = versions.iter().map(|v| (v.valid_from.map(|d| d.year()), v.breaks)).collect();
    let expected = [(None, Breaks::Nothing), (Some(2014), Breaks::Scope), (Some(2016), Breaks::Definition)];
    assert_eq!(breaks, expected);
}

#[test]
fn every_survey_measure_breaks_its_scope_in_fiscal_2014() {
    for m in measures().unwrap().iter().filter(|m| m.record.id.as_str().starts_with("jp-dpc-")) {
        let scope = |v: &&MeasureVersionRecord| v.breaks == Breaks::Scope;
        let day = m.versions.iter().find(scope).and_then(|v| v.valid_from).unwrap();
        assert_eq!(day.to_string(), "2014-04-01", "{}", m.record.id);
    }
    let unplanned = &measure("jp-dpc-unplanned").unwrap().unwrap().versions;
    assert_eq!(unplanned.last().unwrap().valid_to.unwrap().to_string(), "2022-03-31");
}

#[test]
fn versions_follow_each_other_without_gap_or_overlap() {
    for m in measures().unwrap() {
        for pair in m.versions.windows(2) {
            assert_eq!(pair[0].valid_to.unwrap().tomorrow().unwrap(), pair[1].valid_from.unwrap(), "{}", m.record.id);
        }
    }
}

#[test]
fn no_placeholder_is_left_and_members_differ() {
    let heart = measure("us-2011-mort-30-ami").unwrap().unwrap();
    assert_eq!(heart.record.name.en, "Deaths within 30 days: heart attack");
    assert_eq!(heart.record.national_value, Some(0.155));
    for m in measures().unwrap() {
        for text in [&m.record.name, &m.record.plain, &m.short_name, &m.counted, &m.event] {
            assert!(!text.ja.contains('{') && !text.en.contains('{'), "{}", m.record.id);
        }
    }
}

#[test]
fn an_unknown_key_names_its_file_and_itself() {
    let text = include_str!("../../../../content/measures/gb-shmi.toml");
    let spoilt: &'static str = Box::leak(format!("colour = \"red\"\n{text}").into_boxed_str());
    let error = load::read(SourceText { path: "content/measures/gb-shmi.toml", text: spoilt }).unwrap_err().to_string();
    assert!(error.contains("content/measures/gb-shmi.toml") && error.contains("`colour`"), "{error}");
}

#[test]
fn a_code_outside_its_list_names_the_allowed_ones() {
    let text = include_str!("../../../../content/measures/gb-shmi.toml")
        .replace("direction = \"lower\"", "direction = \"down\"");
    let file = SourceText { path: "content/measures/gb-shmi.toml", text: Box::leak(text.into_boxed_str()) };
    let error = load::read(file).unwrap_err().to_string();
    assert!(error.contains("`direction`") && error.contains("lower, higher, neutral"), "{error}");
}
