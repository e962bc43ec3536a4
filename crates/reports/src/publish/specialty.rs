//! Which hospitals work in one field of medicine? Read off once, on publish, from names, types and discharges.

use super::care::context;
use super::facts::role_facts;
use crate::figures::period_words;
use content::WISHED_STRATA_OF;
use domain::peers::{PeerGroup, Thresholds, on_mainland};
use domain::specialty::{Discharges, Field, FieldFacts, Specialty, field};
use domain::{Bilingual, Period};
use i18n::Locale;
use std::collections::HashMap;
use store::rows::ObservationRow;
use store::write::ReleaseRows;

/// Gives every hospital of one field its field and the reason; the others keep none.
pub(super) fn put(rows: &mut ReleaseRows, thresholds: fn(&str) -> Thresholds) {
    let discharges = discharges(rows);
    let context = context(rows);
    let nothing = HashMap::new();
    let fields: Vec<_> = rows
        .hospitals
        .iter()
        .map(|hospital| {
            let own = context.get(hospital.id.as_str()).unwrap_or(&nothing);
            let facts = FieldFacts {
                name: &hospital.name,
                given: own.get("care_mix").copied(),
                printed: own.get("hospital_type").copied(),
                discharges: discharges.get(hospital.id.as_str()),
            };
            let found = field(&facts, content::specialty_rules(&hospital.country).ok()?);
            // a field that is given is no question, also where it is none
            found.or_else(|| facts.given.is_none().then(|| on_island(own, &thresholds(&hospital.country)))?)
        })
        .collect();
    for (hospital, field) in rows.hospitals.iter_mut().zip(fields) {
        if let Some(field) = field {
            hospital.specialty = field.specialty.to_string();
            (hospital.specialty_reason_ja, hospital.specialty_reason_en) = (field.reason.ja, field.reason.en);
        }
    }
}

/// The kind of hospital that the role of islands hides: for the mind, or for long-term care and recovery.
fn on_island(context: &HashMap<&str, &str>, thresholds: &Thresholds) -> Option<Field> {
    let assigned = on_mainland(&role_facts(context), thresholds)?;
    let specialty = match assigned.group {
        PeerGroup::Psychiatric => Specialty::Mind,
        PeerGroup::ChronicMix => Specialty::LongTerm,
        _ => return None,
    };
    Some(Field { specialty, reason: assigned.reason })
}

/// By hospital the discharges of the newest year that is printed by group of illness.
fn discharges(rows: &ReleaseRows) -> HashMap<String, Discharges> {
    let Some(measure) = rows.measures.iter().find(|m| m.id == WISHED_STRATA_OF).map(|m| m.measure_key) else {
        return HashMap::new();
    };
    let mut own: HashMap<&str, Vec<&ObservationRow>> = HashMap::new();
    for row in rows.observations.iter().filter(|o| o.measure_key == measure && o.pooled == 0) {
        own.entry(&row.hospital_id).or_default().push(row);
    }
    own.into_iter().filter_map(|(hospital, rows)| Some((hospital.to_string(), of_newest(&rows)?))).collect()
}

fn of_newest(rows: &[&ObservationRow]) -> Option<Discharges> {
    let by_group = rows.iter().filter(|row| !row.stratum.is_empty());
    let newest = by_group.max_by(|a, b| a.period_end.cmp(&b.period_end))?;
    let days = Period::parse(&format!("{}/{}", newest.period_start, newest.period_end)).ok()?;
    let mut found = Discharges {
        year: Bilingual::new(period_words(Locale::Ja, days), period_words(Locale::En, days)),
        ..Discharges::default()
    };
    for row in rows.iter().filter(|r| r.period_end == newest.period_end && r.period_start == newest.period_start) {
        let count = row.value.unwrap_or_default();
        match row.stratum.split_once('-') {
            Some((group, _)) => found.by_group.push((group.to_string(), count)),
            None if row.stratum.is_empty() => found.all = count,
            None => {}
        }
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::rows::{ContextRow, HospitalRow, MeasureRow, ReleaseRow};

    fn release(name: &str, context: &[(&str, &str)], discharges: &[(i32, &str, f64)]) -> ReleaseRows {
        let id = || "a".to_string();
        let fact = |(key, value): &(&str, &str)| ContextRow {
            hospital_id: id(),
            key: (*key).to_string(),
            value: (*value).to_string(),
            ..Default::default()
        };
        let count = |(year, stratum, value): &(i32, &str, f64)| ObservationRow {
            hospital_id: id(),
            measure_key: 1,
            period_start: format!("{year}-04-01"),
            period_end: format!("{}-03-31", year + 1),
            stratum: (*stratum).to_string(),
            value: Some(*value),
            ..ObservationRow::default()
        };
        ReleaseRows {
            release: ReleaseRow { as_of: "2025-06-01".to_string(), ..ReleaseRow::default() },
            measures: vec![MeasureRow { measure_key: 1, id: WISHED_STRATA_OF.to_string(), ..MeasureRow::default() }],
            hospitals: vec![HospitalRow {
                id: id(),
                name: name.to_string(),
                country: "JP".to_string(),
                ..Default::default()
            }],
            context: context.iter().map(fact).collect(),
            observations: discharges.iter().map(count).collect(),
            ..ReleaseRows::default()
        }
    }

    fn check(mut rows: ReleaseRows, specialty: &str, reason: &str) {
        put(&mut rows, |country| content::peer_groups(country).unwrap().thresholds);
        assert_eq!(
            (rows.hospitals[0].specialty.as_str(), rows.hospitals[0].specialty_reason_ja.as_str()),
            (specialty, reason)
        );
    }

    #[test]
    fn a_field_is_read_off_the_official_name_unless_the_package_says_otherwise() {
        check(release("空色県立がんセンター", &[], &[]), "cancer", "正式な名前が、この専門を示しています");
        check(release("空色県立がんセンター", &[("care_mix", "general")], &[]), "", "");
        check(release("空色病院", &[("care_mix", "1")], &[]), "", "");
    }

    #[test]
    fn on_an_island_a_hospital_for_the_mind_or_for_recovery_has_patients_of_its_own() {
        let island = |beds: &[(&'static str, &'static str)]| -> Vec<(&str, &str)> {
            [("remote_island", "1"), ("beds_total", "60")].into_iter().chain(beds.iter().copied()).collect()
        };
        check(
            release("空色島病院", &island(&[("beds_psychiatric", "60")]), &[]),
            "mind",
            "ベッドの100％が精神病床です",
        );
        check(
            release("空色島病院", &island(&[("beds_fn_recovery", "45"), ("beds_fn_acute", "15")]), &[]),
            "long_term",
            "ベッドの75％が回復期・慢性期・療養です",
        );
        check(release("空色島病院", &island(&[("beds_fn_acute", "60")]), &[]), "", "");
        check(release("空色病院", &[("beds_total", "60"), ("beds_psychiatric", "60")], &[]), "", "");
    }

    #[test]
    fn the_newest_year_by_group_of_illness_counts_and_a_newer_total_does_not_stand_in_for_it() {
        let years = [
            (2017, "06-noop", 900.0),
            (2018, "", 1000.0),
            (2018, "05-op", 500.0),
            (2018, "05-noop", 400.0),
            (2022, "", 2000.0),
        ];
        check(release("空色病院", &[], &years), "heart", "2018年度に退院した人の90％が、心臓や血管の病気の人でした");
    }
}
