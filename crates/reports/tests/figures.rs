//! Does every report of the fictional release become drawings that are sound, complete and honest, in both languages?

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use charts::{Emphasis, Figure, Frame, Known, PeriodSpread, PlaceRange};
use domain::measure::Direction;
use domain::records::Breaks;
use domain::view_spec::{Key, ViewSpec};
use domain::{HospitalId, MeasureId};
use i18n::Locale;
use importers::assemble::assemble;
use importers::{Options, load_path, read};
use reports::Reports;
use reports::figures::{self, Stand, Surroundings};
use reports::model::{Break, MeasureReport, Outcome, Pair, Places, ReleaseNote, SourceNote};
use reports::publish::{Inputs, compute};
use std::path::Path;
use store::write::point_current_at;

async fn published(data: &Path) -> Reports {
    let package = data.join("package");
    let [_, second] = demonstration::packages().unwrap();
    demonstration::write(&second, &package).unwrap();
    let assembled = assemble(vec![read(&load_path(&package).unwrap(), &Options::default())], &[], &[]);
    let rows = compute(&Inputs {
        batch: &assembled.batch,
        issues: &[],
        moved: &[],
        id: Some("figures"),
        as_of: None,
        input_digest: "0011223344556677",
        previous_id: "",
        thresholds: |country| content::peer_groups(country).unwrap().thresholds,
    });
    let folder = data.join("releases");
    store::ReleaseWriter::new(&folder).write(&rows).await.unwrap();
    point_current_at(&folder, "figures").unwrap();
    Reports::open(data).await.unwrap()
}

fn view(query: &str) -> ViewSpec {
    ViewSpec::parse_query(query, Key::ALL).unwrap()
}

/// Every place a drawing may stand in.
fn everywhere<'a>(release: &'a ReleaseNote, sources: &'a [SourceNote]) -> Vec<Surroundings<'a>> {
    let (phone, desktop) = ((Stand::InPage, Frame::PHONE), (Stand::InPage, Frame::DESKTOP));
    let (small, large) = ((Stand::Alone, 360.0), (Stand::Alone, 1_200.0));
    [(Locale::Ja, phone), (Locale::Ja, large), (Locale::En, desktop), (Locale::En, small)]
        .map(|(locale, (stand, width_px))| Surroundings {
            locale,
            stand,
            id: "figure",
            width_px,
            release,
            sources,
            notices: &[],
        })
        .to_vec()
}

/// What holds for every drawing: legible, told in words and as a table, and alone it carries where it comes from.
fn sound(around: &Surroundings<'_>, figure: &Figure) {
    assert_eq!(figure.scene.faults(), Vec::<String>::new(), "{} {}", figure.title, around.width_px);
    assert!(!figure.title.is_empty() && !figure.description.is_empty() && !figure.table.rows.is_empty());
    let text = figure.text();
    if around.stand == Stand::Alone {
        assert!(text.contains(around.locale.pick("架空のデータ", "Fictional data")), "{text}");
        assert!(text.contains(around.locale.pick("出典：", "Source:")), "{text}");
    }
    assert!(!text.contains("NaN") && !figure.description.contains("NaN"), "{text}");
}

async fn all_measures(reports: &Reports) -> Vec<MeasureReport> {
    let list = reports.measures(&ViewSpec::default()).await.unwrap();
    let mut found = Vec::new();
    for (note, ..) in &list.measures {
        found.push(reports.measure(&note.id, &view("limit=100")).await.unwrap());
    }
    found
}

/// The first hospital of a list that has a range of places.
fn placed(report: &MeasureReport) -> Option<(HospitalId, domain::peers::PeerGroup)> {
    let has_range = |row: &&domain::Disclosed<reports::model::ValueRow>| {
        matches!(row.figure().judged().places, Places::Range { .. })
    };
    let hospital = &report.values.rows.iter().find(has_range)?.figure().hospital;
    Some((hospital.id.clone(), hospital.peer_group))
}

/// A list in which nobody has a range of places has no drawing of them; how many roles were asked.
fn nobody_is_drawn(report: &MeasureReport) -> usize {
    let around = everywhere(&report.values.release, &report.values.sources);
    for spread in &report.peers {
        assert!(figures::places(&around[0], report, spread.comparator.peer_group.unwrap(), (None, None)).is_none());
    }
    report.peers.len()
}

#[tokio::test]
async fn ranges_of_places_are_drawn_as_they_are_in_the_list_and_nobody_is_lost() {
    let data = tempfile::tempdir().unwrap();
    let reports = published(data.path()).await;
    let (mut drawn, mut refused) = (0, 0);
    for report in all_measures(&reports).await {
        let Some((id, role)) = placed(&report) else {
            refused += nobody_is_drawn(&report);
            continue;
        };
        for around in everywhere(&report.values.release, &report.values.sources) {
            let places = figures::places(&around, &report, role, (Some(&id), None)).unwrap();
            let group = report.peers.iter().find(|p| p.comparator.peer_group == Some(role)).unwrap();
            assert_eq!(places.rows.len() as u32 + places.left_out, group.comparator.hospitals);
            assert_eq!(places.rows.iter().filter(|row| row.emphasis == Emphasis::Highlighted).count(), 1);
            assert!(!places.first_word.is_empty(), "only a measure with a better end has places");
            for row in &places.rows {
                match &row.places {
                    PlaceRange::Between { first, last, .. } => {
                        assert!(1 <= *first && first <= last && *last <= places.of)
                    }
                    PlaceRange::None { reason } => assert!(!reason.trim().is_empty(), "{}", row.name),
                }
            }
            sound(&around, &places.figure(around.locale));
            drawn += 1;
        }
        let nobody = everywhere(&report.values.release, &report.values.sources);
        assert!(figures::places(&nobody[0], &report, role, (None, None)).unwrap().frame.title.contains("幅"));
    }
    assert!(drawn >= 8 && refused > 0, "the fictional release has measures with ranges of places and without");
}

#[tokio::test]
async fn the_spread_of_the_newest_year_is_the_one_of_the_page_and_a_hospital_lies_over_it() {
    let data = tempfile::tempdir().unwrap();
    let reports = published(data.path()).await;
    let mut drawn = 0;
    for report in all_measures(&reports).await {
        let newest = report.years.iter().find(|year| year.period == report.values.period).unwrap();
        assert_eq!(newest.comparator, report.national.comparator);
        assert!(report.years.is_sorted_by_key(|year| year.period.end));
        let Some(row) = report.values.rows.first() else { continue };
        let hospital = reports.hospital(&row.figure().hospital.id, &ViewSpec::default()).await.unwrap();
        let section = hospital.measures.iter().find(|section| section.measure.id == report.values.measure.id);
        for around in everywhere(&report.values.release, &report.values.sources) {
            let years: Vec<_> = report.years.iter().collect();
            let Some(spread) = figures::spread(&around, &report, &years, section) else { continue };
            assert_eq!(spread.spreads.len(), report.years.len());
            assert!(spread.spreads.iter().filter(|s| matches!(s, PeriodSpread::Between { .. })).count() >= 2);
            let own = spread.own.as_ref().unwrap();
            assert_eq!(own.values.len(), spread.periods.len());
            assert!(own.values.iter().all(|known| !matches!(known, Known::Missing { reason } if reason.is_empty())));
            sound(&around, &spread.figure(around.locale));
            drawn += 1;
        }
    }
    assert!(drawn >= 8, "{drawn}");
}

#[tokio::test]
async fn a_share_becomes_people_with_its_range_and_nothing_else_does() {
    let data = tempfile::tempdir().unwrap();
    let reports = published(data.path()).await;
    let found = reports.finder(&view("limit=48")).await.unwrap();
    let (mut drawn, mut refused) = (0, 0);
    for row in found.rows.iter().step_by(12) {
        let report = reports.hospital(&row.card.hospital.id, &ViewSpec::default()).await.unwrap();
        for section in &report.measures {
            for around in everywhere(&report.release, &report.sources) {
                let Some(people) = figures::icons(&around, section) else {
                    refused += 1;
                    continue;
                };
                assert_eq!(section.measure.kind, domain::measure::Kind::Proportion);
                let figure = people.figure(around.locale);
                if let Outcome::Reported(reported) = &section.newest.figure().outcome {
                    let said = figures::value_words(around.locale, &section.measure, reported);
                    let range = figures::range_words(around.locale, &section.measure, reported);
                    assert!(figure.description.contains(&said) && figure.description.contains(&range));
                    assert!(people.own.known.reading().unwrap().value <= 1_000.0);
                }
                sound(&around, &figure);
                drawn += 1;
            }
        }
    }
    assert!(drawn > 0 && refused > 0, "{drawn} {refused}");
}

/// Two to five hospitals that report this measure and have one role.
fn side_by_side(report: &MeasureReport, count: usize) -> Option<String> {
    let rows = || report.values.rows.iter().map(|row| row.figure());
    let role = rows().next()?.hospital.peer_group;
    let ids: Vec<String> = rows()
        .filter(|row| row.hospital.peer_group == role)
        .take(count)
        .map(|row| row.hospital.id.to_string())
        .collect();
    (ids.len() == count).then(|| ids.join(","))
}

#[tokio::test]
async fn hospitals_side_by_side_are_drawn_with_the_answer_in_words() {
    let data = tempfile::tempdir().unwrap();
    let reports = published(data.path()).await;
    let mut drawn = 0;
    for report in all_measures(&reports).await {
        for count in [2, 3, 5] {
            let Some(ids) = side_by_side(&report, count) else { continue };
            let id: &MeasureId = &report.values.measure.id;
            let comparison = reports.compare(&view(&format!("h={ids}&m={id}"))).await.unwrap();
            for around in everywhere(&comparison.release, &comparison.sources) {
                let measure = &comparison.measures[0];
                let all: Vec<usize> = (0..count).collect();
                assert_eq!(
                    figures::comparison(&around, &comparison, measure, &all).is_some(),
                    comparison.guard.is_fair(),
                    "hospitals of unlike roles are never laid side by side"
                );
                let group = comparison.groups.iter().max_by_key(|group| group.len()).unwrap();
                let Some(chart) = figures::comparison(&around, &comparison, measure, group) else { continue };
                assert_eq!(chart.rows.len(), group.len());
                assert_eq!(around.stand == Stand::Alone, !chart.answers.is_empty());
                let figure = chart.figure(around.locale);
                let inside = |pair: &&Pair| group.contains(&pair.a) && group.contains(&pair.b);
                let apart = |pair: &&Pair| pair.answer.can_be_told_apart() == Some(true);
                for pair in measure.pairs.iter().filter(inside).filter(apart) {
                    let said = figures::pair_sentence(around.locale, &comparison, measure, pair);
                    let bare = said.trim_end_matches(['。', '.']);
                    assert!(figure.description.contains(bare), "{said} in {}", figure.description);
                }
                sound(&around, &figure);
                drawn += 1;
            }
        }
    }
    assert!(drawn >= 24, "{drawn}");
}

/// The numbers of hospitals that somebody who hears a drawing is told, in their order.
fn numbers_of_hospitals(locale: Locale, figure: &Figure) -> Vec<String> {
    let heard = format!("{}. {}", figure.title, figure.description);
    let behind = locale.pick("院", " hospitals");
    let before = heard.split(behind).map(|part| {
        let lead = part.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',');
        part[lead.len()..].to_owned()
    });
    let mut numbers: Vec<String> = before.collect();
    numbers.pop();
    numbers.retain(|number| !number.is_empty());
    numbers
}

#[tokio::test]
async fn no_drawing_tells_a_number_of_hospitals_twice() {
    let data = tempfile::tempdir().unwrap();
    let reports = published(data.path()).await;
    let mut heard = 0;
    for report in all_measures(&reports).await {
        let values = &report.values;
        let Some(row) = values.rows.iter().find(|row| row.figure().outcome.reported().is_some()) else { continue };
        let hospital = reports.hospital(&row.figure().hospital.id, &ViewSpec::default()).await.unwrap();
        let section = hospital.measures.iter().find(|section| section.measure.id == values.measure.id).unwrap();
        for around in everywhere(&values.release, &values.sources) {
            let locale = around.locale;
            let role = row.figure().hospital.peer_group;
            let drawn = [
                figures::funnel(&around, &report, None).map(|chart| chart.figure(locale)),
                figures::places(&around, &report, role, (None, None)).map(|chart| chart.figure(locale)),
                Some(figures::measure_map(&around, &report).figure(locale)),
                Some(figures::intervals(&around, &report, &ViewSpec::default()).figure(locale)),
                Some(figures::ruler(&around, section).figure(locale)),
                Some(figures::trend(&around, section).figure(locale)),
                figures::icons(&around, section).map(|chart| chart.figure(locale)),
            ];
            for figure in drawn.into_iter().flatten() {
                let told = numbers_of_hospitals(locale, &figure);
                let mut once = told.clone();
                once.sort();
                once.dedup();
                assert_eq!(once.len(), told.len(), "{}: {}", figure.title, figure.description);
                assert!(!figure.description.contains(locale.pick("全部で25", "25 in all")), "{}", figure.description);
                heard += told.len();
            }
        }
    }
    assert!(heard > 100, "{heard}");
}

#[tokio::test]
async fn a_funnel_is_told_in_the_words_and_the_unit_of_its_measure() {
    let data = tempfile::tempdir().unwrap();
    let reports = published(data.path()).await;
    let (mut neutral, mut sided) = (0, 0);
    for report in all_measures(&reports).await {
        let around = everywhere(&report.values.release, &report.values.sources);
        let Some(funnel) = figures::funnel(&around[1], &report, None) else { continue };
        let measure = &report.values.measure;
        let told = funnel.figure(Locale::Ja).description;
        assert!(!told.contains("：0。"), "{}: {told}", measure.id);
        let has_sides = !measure.crude_outcome && measure.direction != Direction::Neutral;
        let words = || funnel.verdict_words.iter().map(|(_, words)| words.as_str());
        assert!(has_sides || words().all(|said| !said.contains("い側")), "{}: R6b", measure.id);
        (neutral, sided) = (neutral + u32::from(!has_sides), sided + u32::from(has_sides));
        if !measure.owner_warning.ja.is_empty() {
            assert!(funnel.frame.notes.iter().any(|note| note.starts_with("公表元からの注意：")), "{}", measure.id);
        }
    }
    assert!(neutral > 0 && sided > 0);
    let falls = reports.measure(&MeasureId::parse("demo-falls").unwrap(), &view("limit=1")).await.unwrap();
    let around = everywhere(&falls.values.release, &falls.values.sources);
    let unit = |at: usize| figures::funnel(&around[at], &falls, None).unwrap().x.unit;
    assert_eq!((unit(1).as_str(), unit(2).as_str()), ("もとになる数（人・日）", "Number of patient-days"));
    let told = figures::funnel(&around[2], &falls, None).unwrap().figure(Locale::En).description;
    assert!(told.contains("Number of patient-days: ") && !told.to_lowercase().contains("number of patients"), "{told}");
}

#[tokio::test]
async fn other_hospitals_in_a_survey_part_the_years_of_the_country_and_not_those_of_one_hospital() {
    let data = tempfile::tempdir().unwrap();
    let reports = published(data.path()).await;
    let hospital = reports.hospital(&HospitalId::parse("demo-01010").unwrap(), &ViewSpec::default()).await.unwrap();
    let mut section = hospital.measures.into_iter().find(|s| s.measure.id.as_str() == "demo-readmission").unwrap();
    let first = section.history[1].figure().period.start;
    let mut parted = |kind: Breaks| {
        section.breaks = vec![Break { at: first, kind, change: domain::Bilingual::default() }];
        let row = figures::years_table(Locale::En, &section).rows[1].clone();
        [row[0].contains("not comparable"), row[3].contains("not comparable")]
    };
    assert_eq!(parted(Breaks::Scope), [false, true]);
    assert_eq!(parted(Breaks::Definition), [true, false]);
    assert_eq!(figures::breaks_beside(&section).len(), 1);
    section.measure.crude_outcome = true;
    section.breaks[0].kind = Breaks::Scope;
    assert!(figures::breaks_beside(&section).is_empty(), "no country stands beside it");
}
