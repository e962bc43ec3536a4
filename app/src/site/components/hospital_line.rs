//! How is one hospital named in a list, so that it is not taken for another of the same name?

use crate::site::components::legal_form::headed;
use crate::site::components::readings::{Room, read};
use crate::site::furigana::places_read;
use crate::site::links::{Here, Place};
use domain::Bilingual;
use domain::peers::PeerGroup;
use domain::records::SuccessionKind;
use domain::view_spec::{EmergencyLevel, Ruby};
use i18n::{Locale, date_iso, distance_km, whole};
use leptos::prelude::*;
use reports::figures::{place_and_country, place_name, role_words};
use reports::model::{Crossing, Distance, Ended, HospitalCard, HospitalRef, MapPoint};

/// Name, place, role, beds and distance.
pub fn hospital_line(here: &Here, card: &HospitalCard, distance: Distance) -> AnyView {
    hospital_line_with(here, card, far_from_place(here.locale, card, distance, Crossing::SameLand), None)
}

/// The same with its distance in words and a neutral fact beside the name.
pub fn hospital_line_with(here: &Here, card: &HospitalCard, far: Option<String>, beside: Option<AnyView>) -> AnyView {
    let locale = here.locale;
    let hospital = &card.hospital;
    let ended = card.ended.map(|how| view! { <p><strong>{ended(locale, how)}</strong></p> });
    let mut facts = vec![role_words(locale, hospital)];
    facts.extend(emergency_words(locale, card).map(str::to_owned));
    facts.extend(beds_words(locale, card));
    facts.push(match card.reported_measures {
        0 => words::no_figures(locale).to_owned(),
        1 => words::one_figure(locale).to_owned(),
        n => words::figures(locale, n),
    });
    let how_far = far.map(|far| view! { <span class="ms-far">{far}</span> });
    let tongue = tongue(locale, &name(locale, &hospital.name));
    view! {
        <div class="ms-line">
            <p class="ms-line-name">
                <a href=here.to(&Place::Hospital(hospital.id.clone())) lang=tongue>{named(here, card)}</a>
            </p>
            <p class="ms-line-place">{place(here, hospital)} {how_far}</p>
            {ended}
            {beside}
            <p class="ms-small ms-quiet">{facts.join(locale.pick("・", " · "))}</p>
        </div>
    }
    .into_any()
}

/// Whom it takes in an emergency, where its role does not say it: a centre beside every other role, and on an island, whose role
/// says only where it is, also secondary care.
pub fn emergency_words(locale: Locale, card: &HospitalCard) -> Option<&'static str> {
    match (card.emergency?, card.hospital.peer_group) {
        (EmergencyLevel::Tertiary, PeerGroup::TertiaryEmergency) => None,
        (EmergencyLevel::Tertiary, _) => Some(words::tertiary(locale)),
        (EmergencyLevel::Secondary, PeerGroup::Island) => Some(words::secondary(locale)),
        (EmergencyLevel::Secondary, _) => None,
    }
}

/// How many beds it has, or that a source prints none; nothing where nobody prints a number.
pub fn beds_words(locale: Locale, card: &HospitalCard) -> Option<String> {
    Some(match card.beds_total? {
        0 => words::no_beds(locale).to_owned(),
        beds => words::beds(locale, &whole(beds)),
    })
}

/// In a word, what has become of it.
fn ended(locale: Locale, how: Ended) -> String {
    let kind = match how {
        Ended::Succession(kind) => kind,
        Ended::NotToldSince(day) => return words::not_told_since(locale, &date_iso(locale, &day.to_string())),
    };
    let word = match kind {
        SuccessionKind::Closed => words::closed(locale),
        SuccessionKind::Merged | SuccessionKind::Split => words::merged(locale),
        SuccessionKind::Renamed => words::renamed(locale),
        SuccessionKind::Moved => words::moved(locale),
    };
    word.to_owned()
}

/// The name, with its own reading where readings are on.
pub fn named(here: &Here, card: &HospitalCard) -> AnyView {
    let name = name(here.locale, &card.hospital.name);
    if unread(here, card) { name.into_any() } else { read_aloud(&name, card, Room::LINE) }
}

/// The same at the top of its page, with its legal form small on a line of its own.
pub fn named_in_heading(here: &Here, card: &HospitalCard) -> AnyView {
    let name = name(here.locale, &card.hospital.name);
    if unread(here, card) { headed(&name) } else { read_aloud(&name, card, Room::HEADING) }
}

fn unread(here: &Here, card: &HospitalCard) -> bool {
    here.locale == Locale::En || here.view.ruby == Ruby::Off || card.name_kana.is_empty()
}

/// Whoever knows how the name is read has said so: no dictionary adds readings of its own to it.
fn read_aloud(name: &str, card: &HospitalCard, room: Room) -> AnyView {
    view! { <bdi class="ms-read">{read(name, &card.name_kana, room)}</bdi> }.into_any()
}

/// The name in the language of the reader.
pub fn name(locale: Locale, name: &Bilingual<String>) -> String {
    let own = locale.pick(&name.ja, &name.en);
    if own.is_empty() { name.ja.clone() } else { own.clone() }
}

/// The language of a name, where it is not that of the page: most Japanese hospitals have no English name.
pub fn tongue(locale: Locale, name: &str) -> Option<&'static str> {
    // kana, kanji and full-width signs
    let japanese = name.chars().any(|letter| letter >= '\u{3000}');
    match locale {
        Locale::En if japanese => Some("ja"),
        Locale::Ja if !japanese && name.chars().any(char::is_lowercase) => Some("en"),
        _ => None,
    }
}

/// Municipality and prefecture, with the reading of the municipality above it where readings are on.
pub fn place(here: &Here, hospital: &HospitalRef) -> AnyView {
    places_read(here, &place_name(here.locale, hospital), &[hospital.municipality.read()])
}

/// The same with its country, where that is not the reader's own.
pub fn place_with_country(here: &Here, hospital: &HospitalRef) -> AnyView {
    places_read(here, &place_and_country(here.locale, hospital), &[hospital.municipality.read()])
}

/// How far a hospital is from the place of a question, in words. Around the middle of a town less than a kilometre is no
/// distance, but that it is within one is known; unless the hospital is itself only known to be somewhere in the town.
pub fn far_from_place(locale: Locale, card: &HospitalCard, distance: Distance, crossing: Crossing) -> Option<String> {
    match (crossing, distance, card.point) {
        (Crossing::SameLand, Distance::AboutKm(km), MapPoint::Exact(_)) if km < 1.0 => {
            Some(words::within_one(locale).to_owned())
        }
        (Crossing::SameLand, Distance::AboutKm(km), MapPoint::About(_)) if km < 1.0 => {
            Some(words::in_town(locale).to_owned())
        }
        _ => far_or_across(locale, distance, crossing),
    }
}

/// The same in a list by distance, where a facility without a place says so: it stands where its medical area does.
pub fn far_in_order(locale: Locale, card: &HospitalCard, distance: Distance, crossing: Crossing) -> Option<String> {
    let no_point = || (card.point == MapPoint::Unknown).then(|| words::no_point(locale).to_owned());
    far_from_place(locale, card, distance, crossing).or_else(no_point)
}

/// The distance in words, where there is one.
fn how_far(locale: Locale, distance: Distance) -> Option<String> {
    match distance {
        Distance::Km(km) => Some(words::straight(locale, &distance_km(km))),
        // the middle of a place lies anywhere in it: between two hospitals less than a kilometre says nothing
        Distance::AboutKm(km) => (km >= 1.0).then(|| words::about(locale, &rounded(km))),
        Distance::Unknown => None,
    }
}

/// An approximate distance has no decimals.
fn rounded(km: f64) -> String {
    format!("{} km", i18n::number(km.round(), 0))
}

/// The distance of a place across the sea: never one that a road could be.
pub fn how_far_across(locale: Locale, distance: Distance) -> Option<String> {
    match distance {
        Distance::Km(km) | Distance::AboutKm(km) => Some(words::across(locale, &rounded(km))),
        Distance::Unknown => Some(words::across_unknown(locale).to_owned()),
    }
}

/// The distance in words, on land or across the sea.
pub fn far_or_across(locale: Locale, distance: Distance, crossing: Crossing) -> Option<String> {
    match crossing {
        Crossing::SameLand => how_far(locale, distance),
        Crossing::AcrossTheSea => how_far_across(locale, distance),
    }
}

mod words {
    i18n::text! {
        pub(super) fn not_told_since(day: &str) {
            ja: "{day}のあと、どの資料にもありません",
            en: "In no file after {day}",
        }
        pub(super) fn closed { ja: "閉院しました", en: "Closed" }
        pub(super) fn merged { ja: "いまは、ほかの病院の一部です", en: "Now part of another hospital" }
        pub(super) fn renamed { ja: "いまは、別の名前です", en: "It has another name now" }
        pub(super) fn moved { ja: "いまは、別の場所にあります", en: "It has moved" }
        pub(super) fn tertiary { ja: "救命救急センター", en: "tertiary emergency centre" }
        pub(super) fn secondary { ja: "入院が必要な救急も診る（二次救急）", en: "secondary emergency care" }
        pub(super) fn no_beds { ja: "入院のベッドはありません", en: "no beds for stays" }
        pub(super) fn beds(count: &str) { ja: "{count}床", en: "{count} beds" }
        pub(super) fn no_figures { ja: "公表された指標なし", en: "no published measures" }
        pub(super) fn one_figure { ja: "公表された指標1種類", en: "1 published measure" }
        pub(super) fn figures(count: u32) { ja: "公表された指標{count}種類", en: "{count} published measures" }
        pub(super) fn within_one { ja: "直線でおよそ1 km以内", en: "within about 1 km in a straight line" }
        pub(super) fn in_town {
            ja: "場所はこの市区町村の中（くわしい位置は資料にありません）",
            en: "somewhere in this municipality (no source prints where)",
        }
        pub(super) fn no_point {
            ja: "距離は分かりません（位置が資料にありません）",
            en: "distance not known (no source prints where it is)",
        }
        pub(super) fn across(far: &str) { ja: "海を渡って直線でおよそ{far}", en: "across the sea, about {far} in a straight line" }
        pub(super) fn across_unknown { ja: "海を渡ります", en: "across the sea" }
        pub(super) fn straight(far: &str) { ja: "直線で{far}", en: "{far} in a straight line" }
        pub(super) fn about(far: &str) { ja: "直線でおよそ{far}", en: "about {far} in a straight line" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::components::context::sample_card;
    use domain::view_spec::GeoPoint;

    #[test]
    fn a_centre_for_emergencies_is_told_beside_every_role_that_does_not_say_it() {
        let told = |emergency, peer_group| {
            let mut card = HospitalCard { emergency, ..sample_card(Some(300)) };
            card.hospital.peer_group = peer_group;
            emergency_words(Locale::Ja, &card)
        };
        let (second, third) = (Some(EmergencyLevel::Secondary), Some(EmergencyLevel::Tertiary));
        assert_eq!(told(third, PeerGroup::Island), Some("救命救急センター"));
        assert_eq!(told(third, PeerGroup::Advanced), Some("救命救急センター"));
        assert_eq!(told(third, PeerGroup::TertiaryEmergency), None);
        assert!(told(second, PeerGroup::Island).is_some_and(|said| said.contains("二次")));
        assert_eq!((told(second, PeerGroup::RegionalAcute), told(None, PeerGroup::Island)), (None, None));
    }

    #[test]
    fn around_the_middle_of_a_town_less_than_a_kilometre_is_told_as_within_one() {
        let at = GeoPoint::new(34.76, 135.52).unwrap();
        let said = |point, distance, crossing| {
            far_from_place(Locale::Ja, &HospitalCard { point, ..sample_card(Some(20)) }, distance, crossing)
        };
        let near = |point| said(point, Distance::AboutKm(0.4), Crossing::SameLand).unwrap();
        assert_eq!(near(MapPoint::Exact(at)), "直線でおよそ1 km以内");
        assert!(near(MapPoint::About(at)).starts_with("場所はこの市区町村の中"));
        let told = |km| said(MapPoint::Exact(at), Distance::AboutKm(km), Crossing::SameLand).unwrap();
        assert_eq!(told(1.2), "直線でおよそ1 km");
        assert_eq!(said(MapPoint::Exact(at), Distance::Unknown, Crossing::SameLand), None);
        let across = said(MapPoint::Exact(at), Distance::AboutKm(0.4), Crossing::AcrossTheSea).unwrap();
        assert!(across.starts_with("海を渡って"));
        // of two hospitals it is not known from which end of the town
        assert_eq!(far_or_across(Locale::Ja, Distance::AboutKm(0.4), Crossing::SameLand), None);
    }
}
