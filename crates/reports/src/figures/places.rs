//! Between which places may each hospital of one role lie? A range for each, never a place, in the order of the list.

use super::comparing::{no_places_sentence, places_alone};
use super::frame::{Saying, Surroundings, frame, owner_warning, period_words, source_words};
use super::said::{self, place_name, sides};
use crate::model::{MeasureReport, Outcome, Places, ValueRow};
use charts::{Emphasis, PlaceRange, PlacesRow, PlausiblePlaces};
use domain::peers::PeerGroup;
use domain::{Disclosed, HospitalId};
use i18n::{Locale, whole};

/// As many hospitals as one drawing of a list holds; the others are in its other parts.
pub const PART: usize = 25;

/// Whose range is pointed out, and which part of the role is asked for.
pub type Asked<'a> = (Option<&'a HospitalId>, Option<u16>);

/// The ranges of places of the hospitals of a role that the list holds, a part at a time; `None` where none of them has one.
pub fn places(
    around: &Surroundings<'_>,
    report: &MeasureReport,
    role: PeerGroup,
    (pointed, page): Asked<'_>,
) -> Option<PlausiblePlaces> {
    let locale = around.locale;
    let (all, of) = of_role(report, role)?;
    let (shown, part) = part_of(&all, (pointed, page));
    let group = report.peers.iter().find(|spread| spread.comparator.peer_group == Some(role));
    let hospitals = group.map_or(0, |group| group.comparator.hospitals);
    let (first_word, last_word) = sides(locale, &report.values.measure).unwrap_or_default();
    Some(PlausiblePlaces {
        frame: frame(around, saying(around, report, (role, of, part), (shown, pointed))),
        of,
        first_word,
        last_word,
        others_label: words::others(locale).to_owned(),
        left_out: hospitals.saturating_sub(u32::try_from(shown.len()).unwrap_or(u32::MAX)),
        rows: shown.iter().map(|value| row(locale, value, pointed)).collect(),
    })
}

/// The hospitals of the role in the order in which they are drawn, and among how many their places are.
fn of_role(report: &MeasureReport, role: PeerGroup) -> Option<(Vec<&Disclosed<ValueRow>>, u32)> {
    let all: Vec<&Disclosed<ValueRow>> =
        report.values.rows.iter().filter(|value| value.figure().hospital.peer_group == role).collect();
    let of = all.iter().find_map(|value| range_of(value.figure())).map(|(.., of)| of)?;
    // places among another number of hospitals do not fit on the same scale
    let fits = |value: &&&Disclosed<ValueRow>| range_of(value.figure()).is_none_or(|(.., among)| among == of);
    let fitting = all.iter().filter(fits).copied();
    // those without a range are a group of their own, behind the others (R8)
    let (ranged, others): (Vec<_>, Vec<_>) = fitting.partition(|value| range_of(value.figure()).is_some());
    let shown = [ranged, others].concat();
    Some((shown, of))
}

/// The values that are drawn.
pub fn drawn_places<'a>(report: &'a MeasureReport, role: PeerGroup, asked: Asked<'_>) -> Vec<&'a Disclosed<ValueRow>> {
    let (all, _) = of_role(report, role).unwrap_or_default();
    part_of(&all, asked).0.to_vec()
}

/// Which part of a role is drawn, from 1, and of how many.
pub fn part_of_places(report: &MeasureReport, role: PeerGroup, asked: Asked<'_>) -> (usize, usize) {
    let (all, _) = of_role(report, role).unwrap_or_default();
    part_of(&all, asked).1
}

/// The part that is asked for by its number; else the one in which the hospital that is pointed out stands, or the first.
fn part_of<'a, 'b>(
    all: &'a [&'b Disclosed<ValueRow>],
    (pointed, page): Asked<'_>,
) -> (&'a [&'b Disclosed<ValueRow>], (usize, usize)) {
    let own = || {
        let at = all.iter().position(|value| pointed == Some(&value.figure().hospital.id));
        at.unwrap_or(0) / PART + 1
    };
    let number = page.map_or_else(own, usize::from);
    let shown = all.chunks(PART).nth(number - 1).unwrap_or_default();
    (shown, (number, all.len().div_ceil(PART)))
}

fn emphasis(row: &ValueRow, pointed: Option<&HospitalId>) -> Emphasis {
    if pointed == Some(&row.hospital.id) { Emphasis::Highlighted } else { Emphasis::Plain }
}

/// Best place, last place, among how many.
fn range_of(row: &ValueRow) -> Option<(u32, u32, u32)> {
    match row.places_told()? {
        Places::Range { best, last, of, .. } => Some((*best, *last, *of)),
        Places::None { .. } => None,
    }
}

fn row(locale: Locale, value: &Disclosed<ValueRow>, pointed: Option<&HospitalId>) -> PlacesRow {
    let figure = value.figure();
    let hospital = &figure.hospital;
    let places = match range_of(figure) {
        Some((first, last, _)) => {
            PlaceRange::Between { first, last, text: words::between(locale, &whole(first), &whole(last)) }
        }
        None => PlaceRange::None { reason: reason(locale, value) },
    };
    PlacesRow {
        name: said::picked(locale, &hospital.name),
        detail: place_name(locale, hospital),
        places,
        emphasis: emphasis(figure, pointed),
    }
}

/// Why a hospital has no range: it has no value, or a caveat takes the range away.
fn reason(locale: Locale, value: &Disclosed<ValueRow>) -> String {
    match &value.figure().outcome {
        Outcome::Missing { status, .. } => {
            let reason = status.reason();
            locale.pick(reason.ja, reason.en).to_owned()
        }
        Outcome::Reported(_) => no_places_sentence(locale, value, &[], None).unwrap_or_default(),
    }
}

fn saying(
    around: &Surroundings<'_>,
    report: &MeasureReport,
    (role, of, (part, parts)): (PeerGroup, u32, (usize, usize)),
    (shown, pointed): (&[&Disclosed<ValueRow>], Option<&HospitalId>),
) -> Saying {
    let locale = around.locale;
    let values = &report.values;
    let name = role.name();
    let group = words::group(locale, locale.pick(name.ja, name.en));
    let without = report.values.rows.iter().map(Disclosed::figure);
    let without = without.filter(|row| row.hospital.peer_group == role && range_of(row).is_none()).count();
    let without = (without > 0).then(|| words::without(locale, &whole(without)));
    let part = (parts > 1).then(|| words::part(locale, &whole(part), &whole(parts)));
    let said = [said::picked(locale, &values.measure.name), group, period_words(locale, values.period)];
    let source_id = shown.first().map_or("", |value| value.figure().source.id.as_str());
    Saying {
        title: finding(locale, of, shown, pointed),
        subtitle: said.into_iter().chain(without).chain(part).collect::<Vec<_>>().join(locale.pick("・", " · ")),
        description: words::description(locale).to_owned(),
        warning: owner_warning(locale, &values.measure),
        notes: values.said_once.clone(),
        source: source_words(locale, values.period, source_id, around.sources, around.release),
    }
}

/// The range of the hospital that is pointed out; else how wide the ranges are.
fn finding(locale: Locale, of: u32, shown: &[&Disclosed<ValueRow>], pointed: Option<&HospitalId>) -> String {
    let own = shown.iter().find(|value| pointed == Some(&value.figure().hospital.id));
    let own = own.and_then(|value| {
        let name = said::picked(locale, &value.figure().hospital.name);
        Some(words::own_range(locale, &name, &places_alone(locale, value.figure())?))
    });
    own.unwrap_or_else(|| {
        let ranges = shown.iter().filter_map(|value| range_of(value.figure()));
        let mut widths: Vec<u32> = ranges.map(|(first, last, _)| last.saturating_sub(first) + 1).collect();
        widths.sort_unstable();
        let middle = widths.get(widths.len() / 2).copied().unwrap_or(of);
        words::widths(locale, &whole(of), &whole(middle))
    })
}

mod words {
    i18n::text! {
        pub(super) fn others { ja: "ほかの病院", en: "other hospitals" }
        pub(super) fn between(first: &str, last: &str) { ja: "{first}〜{last}番目", en: "{first} to {last}" }
        pub(super) fn without(count: &str) { ja: "順位の幅がない病院 {count}", en: "without a range: {count}" }
        pub(super) fn part(number: &str, all: &str) { ja: "{all}つのうち{number}つめの図", en: "part {number} of {all}" }
        pub(super) fn group(role: &str) { ja: "同じ役割（{role}）", en: "of the same role ({role})" }
        pub(super) fn own_range(name: &str, range: &str) { ja: "{name}：{range}", en: "{name}: {range}" }
        pub(super) fn widths(of: &str, middle: &str) {
            ja: "{of}院の順位は幅でしか分かりません。幅は、真ん中の病院で{middle}番分です",
            en: "Places among {of} hospitals are known only as ranges; for the hospital in the middle the range is {middle} places wide",
        }
        pub(super) fn description {
            ja: "帯は、その病院の順位がありうる範囲。全病院の本当の順位が同時にこの範囲に入る確かさは95％以上。",
            en: "Each band holds the places a hospital may have; with at least 95% certainty all true places lie in their bands at once.",
        }
    }
}
