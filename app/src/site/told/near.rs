//! What is handed on about a place: who is near, what they do, how far it is as far as anybody knows, and whom to call?

use super::{General, Head, Told, ask, homepage, numbers, released};
use crate::site::components::care::{care_name, fact_words, note_words, reach_name};
use crate::site::components::hospital_line::{beds_words, emergency_words, far_from_place, name};
use crate::site::components::one_hospital::finding;
use crate::site::links::Here;
use crate::site::pages::hospitals::{counted, order};
use domain::Bilingual;
use domain::care::Care;
use i18n::{Locale, whole};
use reports::figures::{place_name, role_words};
use reports::model::{
    CareFilter, CareInReach, Crossing, Distance, Finder, FinderRow, ListPart, Providers, SourceNote, Spot, SpotKind,
    Where,
};

/// Hospitals on a sheet (R1).
pub(in crate::site) const MOST: u16 = 5;

/// Homepages for which a sheet has room.
const SITES: usize = 4;

/// The hospitals around a place, and those that provide what is needed where the reader said what.
pub(in crate::site) fn of_near(here: &Here, finder: &Finder, care: Option<&CareInReach>) -> Told {
    let locale = here.locale;
    let wanted = here.view.care.and_then(|care| content::care(care).ok());
    let told_of = wanted.filter(|_| finder.care == CareFilter::Applied);
    // names of the whole country would be taken for an answer
    let listed = matches!(finder.place, Where::Spot(_));
    let places = if listed { lines(locale, finder) } else { Vec::new() };
    let far = listed && finder.rows.iter().any(|row| row.distance != Distance::Unknown);
    let answer = answer(here, finder, care);
    let call = wanted.map(|text| locale.pick(&text.phone.ja, &text.phone.en).clone());
    let below = told_of.map(|text| locale.pick(&text.facilities.ja, &text.facilities.en).clone());
    let sorted = (listed && finder.rows.len() > 1).then(|| in_which_order(locale, finder));
    // whoever needs an ambulance neither chooses nor telephones a hospital first
    let urgent = here.view.care == Some(Care::Ambulances);
    let before = if urgent { words::the_crew_decides(locale) } else { words::call_first(locale) };
    let caution = if urgent { before } else { words::telephone(locale) };
    let straight = if far { words::straight(locale) } else { "" };
    let note = told_of.and_then(|text| note_words(locale, text.care)).unwrap_or_default();
    let caveat = [note, sorted.as_deref().unwrap_or_default(), straight, caution];
    let caveat: Vec<&str> = caveat.into_iter().filter(|said| !said.is_empty()).collect();
    // whoever lies across the sea has its page on the site; the sheet has room for those that can be gone to
    let near = finder.rows.iter().filter(|row| listed && !urgent && row.part == ListPart::Here);
    let sites = near.take(SITES).filter_map(|row| homepage(locale, &row.card));
    Told {
        heads: vec![Head {
            name: title(here, finder),
            reading: String::new(),
            below: below.unwrap_or_else(|| words::facilities(locale).to_owned()),
        }],
        facts: vec![answer.clone(), words::not_told(locale).to_owned()],
        places,
        caveat: caveat.join(locale.pick("", " ")),
        phone: [call.unwrap_or_default(), numbers(locale, "")].join(locale.pick("", " ")).trim().to_owned(),
        sites: sites.collect(),
        ask: wanted.map(|text| text.ask.clone()).unwrap_or_default(),
        general: General::beside(here.view.care),
        aloud: [answer, before.to_owned()].into_iter().chain((!urgent).then(|| ask(locale))).collect(),
        source: source(locale, finder, care),
        ..Told::default()
    }
}

/// The hospitals found, one a line.
pub(super) fn lines(locale: Locale, finder: &Finder) -> Vec<String> {
    finder.rows.iter().map(|row| line(locale, row)).collect()
}

/// By what they are listed; kilometres over water put nobody in an order.
fn in_which_order(locale: Locale, finder: &Finder) -> String {
    match finder.rows.iter().any(|row| row.part == ListPart::AcrossTheSea) {
        true => words::across(locale).to_owned(),
        false => words::order(locale, &order(locale, finder)),
    }
}

/// A sheet about something else with the hospitals around the reader's place.
pub(in crate::site) fn with_places(told: Told, here: &Here, finder: &Finder) -> Told {
    let listed = matches!(finder.place, Where::Spot(_));
    if !listed || finder.care == CareFilter::NotTold || finder.rows.is_empty() {
        return told;
    }
    let sorted = in_which_order(here.locale, finder);
    let caveat = [told.caveat, sorted, words::straight(here.locale).to_owned()].join(here.locale.pick("", " "));
    let source = source(here.locale, finder, None);
    Told { places: lines(here.locale, finder), caveat: caveat.trim().to_owned(), source, ..told }
}

/// What the sheet is called: the place as the reader knows it; where none is named, what is looked for.
pub(super) fn title(here: &Here, finder: &Finder) -> String {
    let locale = here.locale;
    match &finder.place {
        Where::Spot(spot) => spot_name(locale, spot),
        _ if !here.view.place.is_empty() => here.view.place.clone(),
        _ => match here.view.care {
            Some(care) => care_name(locale, care).to_owned(),
            None => words::facilities(locale).to_owned(),
        },
    }
}

fn spot_name(locale: Locale, spot: &Spot) -> String {
    match spot.kind {
        SpotKind::Point => words::here(locale).to_owned(),
        _ => spot.in_words(locale),
    }
}

/// How many there are, or that nobody is known, in one sentence.
fn answer(here: &Here, finder: &Finder, care: Option<&CareInReach>) -> String {
    let locale = here.locale;
    match finder.place {
        Where::NotFound(_) => return words::unknown(locale).to_owned(),
        Where::Ambiguous(_) => return words::several(locale).to_owned(),
        Where::Nowhere => return words::no_place(locale).to_owned(),
        Where::Spot(_) => {}
    }
    let Some(wanted) = here.view.care else {
        return words::found(locale, &counted(locale, finder));
    };
    if finder.care == CareFilter::NotTold {
        return words::care_not_told(locale, care_name(locale, wanted));
    }
    let facilities =
        content::care(wanted).map(|text| locale.pick(text.facilities.ja.as_str(), text.facilities.en.as_str()));
    let facilities = facilities.unwrap_or_default();
    let reached = care.and_then(|care| Some((finder.place.spot()?, care.reach.as_ref()?, &care.providers)));
    match reached {
        Some((_, _, Providers::One(one))) => super::stopped(locale, &finding(locale, one)),
        Some((spot, reach, Providers::None { .. })) => {
            words::nobody(locale, &reach_name(locale, spot, reach), facilities)
        }
        // as many as the list of the same place has
        Some((spot, reach, Providers::Several { .. })) => {
            words::provide(locale, &reach_name(locale, spot, reach), facilities, &whole(finder.sure()))
        }
        _ => words::of_care(locale, facilities, &counted(locale, finder)),
    }
}

/// Name and town, then role, beds, distance and what is printed about the care.
fn line(locale: Locale, row: &FinderRow) -> String {
    let card = &row.card;
    let crossing = match row.part {
        ListPart::AcrossTheSea => Crossing::AcrossTheSea,
        ListPart::Here | ListPart::Elsewhere | ListPart::NotTold => Crossing::SameLand,
    };
    let facts = [
        Some(role_words(locale, &card.hospital)),
        emergency_words(locale, card).map(str::to_owned),
        beds_words(locale, card),
        far_from_place(locale, card, row.distance, crossing),
        row.care.as_ref().map(|fact| fact_words(locale, fact.figure())),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let named = i18n::in_parentheses(locale, &name(locale, &card.hospital.name), &place_name(locale, &card.hospital));
    words::line(locale, &named, &facts.join(locale.pick("・", " · ")))
}

/// From where the counts are, and which release.
fn source(locale: Locale, finder: &Finder, care: Option<&CareInReach>) -> String {
    let picked = |text: &Bilingual<String>| locale.pick(&text.ja, &text.en).clone();
    let sources: &[SourceNote] = care.map_or(&finder.sources, |care| &care.sources);
    let names: Vec<String> = sources.iter().map(|source| picked(&source.publisher)).collect();
    let release = released(locale, &finder.release);
    match names.first() {
        Some(first) => words::from(locale, first, &release),
        None => release,
    }
}

mod words {
    i18n::text! {
        pub(super) fn here { ja: "この地点の近く", en: "Near this point" }
        pub(super) fn facilities { ja: "病院と診療所", en: "Hospitals and clinics" }
        pub(super) fn line(named: &str, facts: &str) { ja: "{named}：{facts}", en: "{named}: {facts}" }
        pub(super) fn found(count: &str) { ja: "資料に載っているのは{count}です。", en: "In the published data: {count}." }
        pub(super) fn of_care(facilities: &str, count: &str) {
            ja: "資料で分かる{facilities}は{count}です。",
            en: "In the published data, {facilities}: {count}.",
        }
        pub(super) fn provide(place: &str, facilities: &str, count: &str) {
            ja: "{place}で、{facilities}は、公表されている資料では{count}か所です。",
            en: "{place}: {count} {facilities}, as far as published data show.",
        }
        pub(super) fn nobody(place: &str, facilities: &str) {
            ja: "{place}には、{facilities}が、公表されている資料では見つかりません。",
            en: "{place}: no {facilities} found in published data.",
        }
        pub(super) fn care_not_told(care: &str) {
            ja: "「{care}」をどこがしているかは、この版の資料では分かりません。下の病院に、しているか聞いて確かめてください。",
            en: "“{care}”: the data of this release do not say who provides it. Ask the hospitals below whether they do.",
        }
        pub(super) fn unknown {
            ja: "この名前の場所は、資料にありません。市区町村の名前で選び直してください。",
            en: "No place of this name is known. Please choose again by the name of a town.",
        }
        pub(super) fn no_place {
            ja: "場所が選ばれていません。市区町村を選んでから印刷すると、近くの病院がのります。",
            en: "No place has been chosen. Choose a town before you print, and the hospitals nearby are listed.",
        }
        pub(super) fn several {
            ja: "この名前の場所はいくつもあります。どこかを選んでから印刷してください。",
            en: "Several places have this name. Please choose one before you print.",
        }
        pub(super) fn order(order: &str) { ja: "順位ではありません（{order}）。", en: "This is not a ranking ({order})." }
        pub(super) fn not_told {
            ja: "治療がどれくらいうまくいくか、いま空いているかは、この紙では分かりません。",
            en: "This sheet cannot tell how well treatment goes, or whether there is room now.",
        }
        pub(super) fn straight {
            ja: "距離は地図の上の直線で、道のりではありません。",
            en: "Distances are straight lines on the map, not roads.",
        }
        pub(super) fn telephone { ja: "行く前に電話で確かめてください。", en: "Please telephone before you go." }
        pub(super) fn the_crew_decides {
            ja: "どこへ運ぶかは救急隊が決めます。自分で選んで行くための紙ではありません。",
            en: "The ambulance crew decides where to go. This sheet is not for choosing a hospital and going there yourself.",
        }
        pub(super) fn across {
            ja: "順位でも近い順でもありません。海を渡る距離は、陸の距離とくらべられません。",
            en: "This is neither a ranking nor an order by distance. Distances across the sea do not compare with those on land.",
        }
        pub(super) fn call_first {
            ja: "行く前に、今も診てもらえるかを電話で聞いてください。",
            en: "Telephone before you go, and ask whether they can see you.",
        }
        pub(super) fn from(publisher: &str, release: &str) { ja: "出典：{publisher}ほか。{release}", en: "Source: {publisher} and others. {release}" }
    }
}
