//! Which facility provides which kind of care, as far as published facts show? Read off once, on publish.
//!
//! A printed count above 0 shows it and a printed 0 says no; a masked count says nothing. How well is no question here.

use crate::today::Standing;
use content::CareText;
use domain::Status;
use domain::period::parse_day;
use domain::records::SuccessionKind;
use std::collections::{BTreeMap, HashMap, HashSet};
use store::rows::{CareRow, ContextRow, ObservationRow};
use store::write::ReleaseRows;

/// Every facility and care of which something is known; nothing stands here for what nothing shows.
pub(super) fn care_rows(rows: &ReleaseRows) -> Vec<CareRow> {
    let texts = content::cares().unwrap_or_default();
    let gone = gone(rows);
    let counts = Counts::new(rows, texts);
    let context = context(rows);
    let nothing = HashMap::new();
    let mut found = Vec::new();
    for hospital in rows.hospitals.iter().filter(|h| !gone.contains(h.id.as_str())) {
        let own = Own {
            hospital_id: &hospital.id,
            peer_group: &hospital.peer_group,
            context: context.get(hospital.id.as_str()).unwrap_or(&nothing),
            counts: &counts,
        };
        found.extend(texts.iter().filter_map(|text| own.shows(text)));
    }
    found.sort_by(|a, b| (&a.hospital_id, &a.care).cmp(&(&b.hospital_id, &b.care)));
    found
}

/// Facilities that closed, went into another or go on under another entry: nobody can go there.
fn gone(rows: &ReleaseRows) -> HashSet<&str> {
    let today = rows.release.as_of.as_str();
    let over = rows.successors.iter().filter(|s| {
        SuccessionKind::parse(&s.kind).is_ok_and(SuccessionKind::ends)
            && s.successor_id != s.hospital_id
            && s.date.as_deref().is_none_or(|date| date <= today)
    });
    over.map(|s| s.hospital_id.as_str()).collect()
}

/// What holds on the day of the release, the newest row of each key last.
pub(super) fn context(rows: &ReleaseRows) -> HashMap<&str, HashMap<&str, &str>> {
    let mut context: HashMap<&str, HashMap<&str, &str>> = HashMap::new();
    let Some(today) = parse_day(&rows.release.as_of) else { return context };
    let standing = |c: &&ContextRow| Standing::on(today, parse_day(&c.valid_from), parse_day(&c.valid_to));
    let mut held: Vec<&ContextRow> = rows.context.iter().filter(|c| standing(c).holds()).collect();
    held.sort_by_cached_key(standing);
    for fact in held {
        context.entry(&fact.hospital_id).or_default().insert(&fact.key, &fact.value);
    }
    context
}

/// The newest total of each measure that counts care, by hospital, and the newest period of each measure.
struct Counts<'a> {
    newest: HashMap<(&'a str, &'a str), &'a ObservationRow>,
    last_day: BTreeMap<&'a str, &'a str>,
}

impl<'a> Counts<'a> {
    fn new(rows: &'a ReleaseRows, texts: &[CareText]) -> Self {
        let wanted = |id: &str| texts.iter().any(|t| t.counts.iter().any(|m| m.as_str() == id));
        let names: HashMap<i64, &str> =
            rows.measures.iter().filter(|m| wanted(&m.id)).map(|m| (m.measure_key, m.id.as_str())).collect();
        let mut counts = Self { newest: HashMap::new(), last_day: BTreeMap::new() };
        for row in rows.observations.iter().filter(|o| o.stratum.is_empty() && o.pooled == 0) {
            let Some(measure) = names.get(&row.measure_key).copied() else {
                continue;
            };
            let last = counts.last_day.entry(measure).or_default();
            *last = (*last).max(row.period_end.as_str());
            let newest = counts.newest.entry((row.hospital_id.as_str(), measure)).or_insert(row);
            if row.period_end > newest.period_end {
                *newest = row;
            }
        }
        counts
    }
}

/// One facility with everything that may show what it provides.
struct Own<'a> {
    hospital_id: &'a str,
    peer_group: &'a str,
    context: &'a HashMap<&'a str, &'a str>,
    counts: &'a Counts<'a>,
}

/// What the counts of a facility say.
enum Counted {
    /// This row shows it, or leaves it open.
    Says(Box<CareRow>),
    /// A 0 of the newest period.
    Zero,
    /// Nothing is counted here.
    Nothing,
}

impl Own<'_> {
    /// What is known of one kind of care; `None` where nothing shows it.
    fn shows(&self, text: &CareText) -> Option<CareRow> {
        match self.counted(text) {
            Counted::Says(row) if row.known == "provides" => Some(*row),
            // a designation beside a printed 0 contradicts itself: ask
            Counted::Zero => self.flag(text).map(|row| CareRow { known: "may".to_string(), ..row }),
            Counted::Says(open) => self.listed(text).or_else(|| (!self.rules_out(text, &open)).then_some(*open)),
            Counted::Nothing => self.listed(text).or_else(|| self.hint(text)),
        }
    }

    fn counted(&self, text: &CareText) -> Counted {
        let mut says = Counted::Nothing;
        for measure in &text.counts {
            let Some(row) = self.counts.newest.get(&(self.hospital_id, measure.as_str())) else {
                continue;
            };
            let newest = self.counts.last_day.get(measure.as_str()) == Some(&row.period_end.as_str());
            let shown_by = match row.value {
                Some(value) if value > 0.0 && newest => {
                    let found = self.row(text, "provides", "count", measure.as_str());
                    return Counted::Says(Box::new(with_count(found, row)));
                }
                Some(value) if value > 0.0 => "older_count",
                Some(_) if newest => {
                    says = Counted::Zero;
                    continue;
                }
                Some(_) => continue,
                None if row.status == Status::NotApplicable.as_str() => continue,
                None => "not_known",
            };
            says = Counted::Says(Box::new(with_count(self.row(text, "may", shown_by, measure.as_str()), row)));
        }
        says
    }

    /// Beds, role, designation or a listed service, in this order.
    fn listed(&self, text: &CareText) -> Option<CareRow> {
        let beds = text.beds.iter().find_map(|key| {
            let beds = self.context.get(key.as_str())?.parse::<f64>().ok().filter(|beds| *beds > 0.0)?;
            Some(CareRow { value: Some(beds), ..self.row(text, "provides", "beds", key) })
        });
        let role = || {
            let role = text.roles.iter().find(|role| role.as_str() == self.peer_group)?;
            Some(self.row(text, "provides", "role", role.as_str()))
        };
        let service = || {
            let name = text.services.iter().find(|name| self.has_service(name))?;
            Some(self.row(text, "provides", "service", name))
        };
        beds.or_else(role).or_else(|| self.flag(text)).or_else(service)
    }

    fn flag(&self, text: &CareText) -> Option<CareRow> {
        let set = |(key, values): &&(String, Vec<String>)| {
            self.context.get(key.as_str()).is_some_and(|held| values.iter().any(|value| value == held))
        };
        let (key, _) = text.flags.iter().find(set)?;
        Some(self.row(text, "provides", "designation", key))
    }

    fn hint(&self, text: &CareText) -> Option<CareRow> {
        let name = text.hints.iter().find(|name| self.has_service(name))?;
        Some(self.row(text, "may", "service", name))
    }

    /// Whether its list of departments speaks against a number that is only missing: not against one that was printed once, or
    /// that the publisher masked because it is small.
    fn rules_out(&self, text: &CareText, open: &CareRow) -> bool {
        let missing = Status::parse(&open.status).is_ok_and(|s| s != Status::Reported && !s.is_masked());
        let lists_departments = self.context.keys().any(|key| key.starts_with("service:"));
        missing && lists_departments && !text.needs.is_empty() && !text.needs.iter().any(|name| self.has_service(name))
    }

    fn has_service(&self, name: &str) -> bool {
        matches!(self.context.get(format!("service:{name}").as_str()), Some(&("1" | "true")))
    }

    fn row(&self, text: &CareText, known: &str, shown_by: &str, name: &str) -> CareRow {
        CareRow {
            hospital_id: self.hospital_id.to_string(),
            care: text.care.to_string(),
            known: known.to_string(),
            shown_by: shown_by.to_string(),
            name: name.to_string(),
            ..CareRow::default()
        }
    }
}

fn with_count(found: CareRow, row: &ObservationRow) -> CareRow {
    CareRow {
        value: row.value,
        period_start: row.period_start.clone(),
        period_end: row.period_end.clone(),
        status: row.status.clone(),
        caveats: row.caveats.clone(),
        source_key: Some(row.source_key),
        ..found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::rows::{HospitalRow, MeasureRow, ReleaseRow, SuccessorRow};

    fn count(hospital: &str, year: i32, value: Option<f64>, status: &str) -> ObservationRow {
        ObservationRow {
            hospital_id: hospital.to_string(),
            measure_key: 1,
            period_start: format!("{year}-04-01"),
            period_end: format!("{}-03-31", year + 1),
            value,
            status: status.to_string(),
            ..ObservationRow::default()
        }
    }

    fn fact(hospital: &str, key: &str, value: &str) -> ContextRow {
        ContextRow {
            hospital_id: hospital.to_string(),
            key: key.to_string(),
            value: value.to_string(),
            ..ContextRow::default()
        }
    }

    /// A release whose only measure counts births.
    fn release(observations: Vec<ObservationRow>, context: Vec<ContextRow>) -> ReleaseRows {
        let ids: HashSet<String> = observations
            .iter()
            .map(|o| &o.hospital_id)
            .chain(context.iter().map(|c| &c.hospital_id))
            .cloned()
            .collect();
        let hospital =
            |id: String| HospitalRow { id, peer_group: "unclassified".to_string(), ..HospitalRow::default() };
        ReleaseRows {
            release: ReleaseRow { as_of: "2025-06-01".to_string(), ..ReleaseRow::default() },
            measures: vec![MeasureRow { measure_key: 1, id: "jp-bed-deliveries".to_string(), ..MeasureRow::default() }],
            hospitals: ids.into_iter().map(hospital).collect(),
            observations,
            context,
            ..ReleaseRows::default()
        }
    }

    /// hospital, how surely, what shows it
    fn check(rows: &ReleaseRows, care: &str, expected: &[(&str, &str, &str)]) {
        let found = care_rows(rows);
        let found: Vec<(&str, &str, &str)> = found
            .iter()
            .filter(|row| row.care == care)
            .map(|row| (row.hospital_id.as_str(), row.known.as_str(), row.shown_by.as_str()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_printed_count_shows_it_and_a_printed_zero_says_no() {
        let rows = release(
            vec![count("a", 2024, Some(166.0), "reported"), count("b", 2024, Some(0.0), "reported")],
            vec![fact("b", "service:産婦人科", "1")],
        );
        check(&rows, "deliveries", &[("a", "provides", "count")]);
    }

    #[test]
    fn a_masked_count_is_not_known_and_a_count_of_an_older_table_is_to_be_asked() {
        let rows = release(
            vec![
                count("a", 2024, Some(3.0), "reported"),
                count("b", 2024, None, "not_disclosed"),
                count("c", 2022, Some(80.0), "reported"),
                count("d", 2024, None, "not_applicable"),
            ],
            Vec::new(),
        );
        check(
            &rows,
            "deliveries",
            &[("a", "provides", "count"), ("b", "may", "not_known"), ("c", "may", "older_count")],
        );
    }

    #[test]
    fn a_missing_number_names_nobody_whose_departments_rule_it_out() {
        let rows = release(
            vec![
                count("bones", 2024, None, "not_reported"),
                count("masked", 2024, None, "suppressed"),
                count("once", 2022, Some(80.0), "reported"),
                count("births", 2024, None, "not_reported"),
                count("unlisted", 2024, None, "not_reported"),
            ],
            ["bones", "masked", "once"]
                .map(|id| fact(id, "service:整形外科", "1"))
                .into_iter()
                .chain([fact("births", "service:産婦人科", "1")])
                .collect(),
        );
        let ask = |id: &'static str, shown_by: &'static str| (id, "may", shown_by);
        let named = [
            ask("births", "not_known"),
            ask("masked", "not_known"),
            ask("once", "older_count"),
            ask("unlisted", "not_known"),
        ];
        check(&rows, "deliveries", &named);
    }

    #[test]
    fn a_department_without_a_count_makes_childbirth_possible_and_shows_care_for_children() {
        let rows = release(
            Vec::new(),
            vec![fact("a", "service:産科", "1"), fact("b", "service:小児科", "1"), fact("c", "service:産科", "0")],
        );
        check(&rows, "deliveries", &[("a", "may", "service")]);
        check(&rows, "paediatrics", &[("b", "provides", "service")]);
    }

    #[test]
    fn beds_show_psychiatry_and_a_designation_shows_cancer_care() {
        let mut ended = fact("c", "cancer_designated", "1");
        ended.valid_to = "2020-03-31".to_string();
        let facts = vec![
            fact("a", "beds_psychiatric", "60"),
            fact("b", "beds_psychiatric", "0"),
            ended,
            fact("d", "cancer_designated", "1"),
        ];
        let rows = release(Vec::new(), facts);
        check(&rows, "psychiatry", &[("a", "provides", "beds")]);
        check(&rows, "cancer", &[("d", "provides", "designation")]);
    }

    #[test]
    fn a_facility_that_closed_provides_nothing() {
        let mut rows = release(vec![count("a", 2024, Some(9.0), "reported")], Vec::new());
        let closed = |date: &str| SuccessorRow {
            hospital_id: "a".to_string(),
            date: Some(date.to_string()),
            kind: "closed".to_string(),
            ..SuccessorRow::default()
        };
        rows.successors = vec![closed("2026-03-31")];
        check(&rows, "deliveries", &[("a", "provides", "count")]);
        rows.successors = vec![closed("2025-03-31")];
        check(&rows, "deliveries", &[]);
    }
}
