//! How does the list of the finder stand: what is in reach, what is to be asked, what lies elsewhere and across the sea?

use crate::site::components::care::{about_counts, areas_name, common, fact, note};
use crate::site::components::hospital_line::{far_from_place, far_in_order, hospital_line_with};
use crate::site::components::tray::put_in;
use crate::site::links::Here;
use domain::Disclosed;
use domain::caveats::Caveat;
use domain::specialty::Practice;
use i18n::{Locale, whole};
use leptos::prelude::*;
use reports::figures::role_words_within;
use reports::model::{CareFact, CareFilter, Crossing, Extent, Finder, FinderRow, Known, ListPart, RowGroup, SortKey};

/// A part of the list, and how surely its hospitals provide the care.
type Part = (ListPart, Known);

/// The rows, each part under its own heading where there is more than one, and within it each role or kind of facility.
pub(in crate::site) fn list(here: &Here, finder: &Finder) -> AnyView {
    let locale = here.locale;
    let facts: Vec<&Disclosed<CareFact>> = finder.rows.iter().filter_map(|row| row.care.as_ref()).collect();
    let said = common(&facts);
    let mut start = finder.page.offset + 1;
    let mut groups: Vec<((Part, RowGroup), Vec<&FinderRow>)> = Vec::new();
    for row in &finder.rows {
        match groups.last_mut().filter(|(group, _)| *group == group_of(row)) {
            Some((_, rows)) => rows.push(row),
            None => groups.push((group_of(row), vec![row])),
        }
    }
    let alone = groups.iter().all(|((part, _), _)| *part == (ListPart::Here, Known::Provides));
    let mut before: Option<Part> = None;
    let groups: Vec<AnyView> = groups
        .into_iter()
        .map(|((part, group), rows)| {
            let first = start;
            let count = finder.groups.get(&(part.0, part.1, group)).copied().unwrap_or_default();
            let shown = u32::try_from(rows.len()).unwrap_or(0);
            let cut = finder.extent != Extent::Page && count > shown;
            start += if cut { count } else { shown };
            let new = before.replace(part) != Some(part);
            let heading = (!alone && new).then(|| heading(locale, part, finder));
            let kind = group_heading(locale, (part, group), finder, rows.first().copied(), alone);
            let all = rows.first().filter(|_| cut).map(|row| all_of_role(here, finder, row, count));
            let lines =
                rows.into_iter().map(|row| view! { <li>{line(here, row, finder.sort, &said)}</li> }).collect_view();
            view! { {heading} {kind} <ol class="ms-list" start=first>{lines}</ol> {all} }.into_any()
        })
        .collect();
    let note = finder.view.care.filter(|_| !facts.is_empty()).and_then(|care| note(locale, care));
    view! { {note} {about_counts(locale, &facts, &said, &finder.sources, &finder.release)} {groups} }.into_any()
}

/// The way to all hospitals of a role and field, where only the first stand here.
fn all_of_role(here: &Here, finder: &Finder, first: &FinderRow, count: u32) -> Option<AnyView> {
    let RowGroup::Role(role, field) = first.group else {
        return None;
    };
    let name = role_words_within(here.locale, &first.card.hospital);
    let other = |group: &RowGroup| matches!(group, RowGroup::Role(own, other) if *own == role && *other != field);
    let needs_field = field.is_some() || finder.groups.keys().any(|(.., group)| other(group));
    let href = here.again(|view| {
        view.peer_group = Some(role);
        view.filters.specialty = needs_field.then(|| Practice::of(role, field));
        view.page = None;
    });
    let count = whole(count);
    Some(
        view! { <p><a class="ms-onward" href=href>{words::all_of_role(here.locale, &name, &count)}</a></p> }.into_any(),
    )
}

/// Across the sea the few that are named stand together.
fn group_of(row: &FinderRow) -> (Part, RowGroup) {
    let (part, known, group) = row.heading();
    ((part, known), if part == ListPart::AcrossTheSea { RowGroup::Together } else { group })
}

fn line(here: &Here, row: &FinderRow, sort: SortKey, said: &[&'static Caveat]) -> AnyView {
    let crossing = match row.part {
        ListPart::AcrossTheSea => Crossing::AcrossTheSea,
        ListPart::Here | ListPart::Elsewhere | ListPart::NotTold => Crossing::SameLand,
    };
    let beside = row.care.as_ref().map(|shown| fact(here.locale, shown, said));
    let far = match sort {
        SortKey::Distance | SortKey::RoleThenDistance => far_in_order(here.locale, &row.card, row.distance, crossing),
        SortKey::Name | SortKey::Place | SortKey::RoleThenPlace => {
            far_from_place(here.locale, &row.card, row.distance, crossing)
        }
    };
    let line = hospital_line_with(here, &row.card, far, beside);
    view! { {line} {put_in(here, &row.card.hospital)} }.into_any()
}

/// Role or kind of facility with how many there are in the whole list; nothing above those that the question is about.
fn group_heading(
    locale: Locale,
    ((part, known), group): (Part, RowGroup),
    finder: &Finder,
    first: Option<&FinderRow>,
    alone: bool,
) -> Option<AnyView> {
    let count = finder.groups.get(&(part, known, group)).copied().unwrap_or_default();
    let few = finder.view.care.and_then(|care| content::care(care).ok()?.few).unwrap_or_default();
    let (name, why) = match group {
        RowGroup::Together | RowGroup::Meant => return None,
        RowGroup::Role(..) => (role_words_within(locale, &first?.card.hospital), String::new()),
        RowGroup::Few => (words::few(locale).to_owned(), words::few_why(locale, &i18n::number(few, 0))),
        RowGroup::Clinics => (words::clinics(locale).to_owned(), String::new()),
        RowGroup::OneField => (words::one_field(locale).to_owned(), words::one_field_why(locale).to_owned()),
    };
    let title = words::counted(locale, &name, &whole(count));
    let why = (!why.is_empty()).then(|| view! { <p class="ms-small">{why}</p> });
    Some(match alone {
        true => view! { <h2 class="ms-list-head">{title}</h2> {why} }.into_any(),
        false => view! { <h3 class="ms-list-head">{title}</h3> {why} }.into_any(),
    })
}

fn heading(locale: Locale, (part, known): Part, finder: &Finder) -> AnyView {
    let reach = finder.reach.as_ref();
    let areas = reach.map(|reach| areas_name(locale, reach)).filter(|_| reach.is_some_and(|r| !r.areas.is_empty()));
    let (title, why) = match (part, known) {
        (ListPart::Here, Known::Provides) if reach.is_some() => (words::here(locale), String::new()),
        (ListPart::Here, Known::Provides) if finder.care == CareFilter::Applied => {
            (words::provide(locale), String::new())
        }
        (ListPart::Here, Known::Provides) => (words::known(locale), String::new()),
        (ListPart::Here, Known::May) => (words::may(locale), words::may_why(locale).to_owned()),
        (ListPart::Elsewhere, _) => {
            (words::elsewhere(locale), areas.map(|areas| words::elsewhere_why(locale, &areas)).unwrap_or_default())
        }
        (ListPart::NotTold, _) => (words::may(locale), words::not_told_why(locale).to_owned()),
        (ListPart::AcrossTheSea, _) => (words::across(locale), words::across_why(locale).to_owned()),
    };
    let why = (!why.is_empty()).then(|| view! { <p class="ms-small">{why}</p> });
    view! { <h2 class="ms-list-head">{title}</h2> {why} }.into_any()
}

mod words {
    i18n::text! {
        pub(super) fn counted(name: &str, count: &str) { ja: "{name}（{count}）", en: "{name} ({count})" }
        pub(super) fn all_of_role(name: &str, count: &str) {
            ja: "{name}の{count}か所すべてを見る",
            en: "See all {count}: {name}",
        }
        pub(super) fn few { ja: "数の少ないところ", en: "Those with small numbers" }
        pub(super) fn few_why(few: &str) {
            ja: "公表されている数が、年に{few}より少ない施設です。受けられるか、先に電話で聞いてください。",
            en: "Their published number is below {few} a year. Telephone first and ask whether they can take you.",
        }
        pub(super) fn clinics { ja: "入院できる診療所", en: "Clinics with beds" }
        pub(super) fn one_field { ja: "ほかの分野の専門病院", en: "Hospitals of other fields" }
        pub(super) fn one_field_why {
            ja: "がんや眼、こころの病気のように、ひとつの分野を診る病院です。診てもらえるか、先に電話で聞いてください。",
            en: "They treat one field, such as cancer, eyes or mental illness. Telephone first and ask whether they can take you.",
        }
        pub(super) fn here { ja: "この地域の中", en: "Within reach" }
        pub(super) fn provide { ja: "行っているところ", en: "Known to provide it" }
        pub(super) fn known { ja: "当てはまるところ", en: "Known to fit" }
        pub(super) fn not_told_why {
            ja: "選んだ条件に当てはまるかどうかが、資料に書かれていない施設です。「ない」という意味ではありません。",
            en: "No source says whether they have what is asked for. This does not mean that they do not.",
        }
        pub(super) fn may { ja: "電話で確かめるところ", en: "Telephone and ask" }
        pub(super) fn may_why {
            ja: "数が伏せられている、届け出がない、ほかの資料と食いちがう、のどれかです。資料だけでは分かりません。",
            en: "Their numbers are withheld, were not reported or contradict other data, so the data cannot tell.",
        }
        pub(super) fn elsewhere { ja: "ほかの地域で近いところ", en: "Nearest places elsewhere" }
        pub(super) fn elsewhere_why(areas: &str) {
            ja: "{areas}の外です。比べるためではなく、行く先を考えるための一覧です。",
            en: "Outside: {areas}. A list of places people might go to, not a comparison.",
        }
        pub(super) fn across { ja: "海を渡る病院", en: "Across the sea" }
        pub(super) fn across_why {
            ja: "船や飛行機で行く病院です。役割ごとに市区町村の順で、近い順ではありません。距離は、陸の病院と比べないでください。",
            en: "People go there by boat or air. Listed by role and municipality, not by distance. Please do not compare these distances with those on land.",
        }
    }
}
