//! In which order do hospitals stand in a list, and which of those out of reach are named?

use super::{Asked, Found};
use crate::care::{Meant, km_or_region, taking_from_islands};
use crate::index::Listed;
use crate::model::{
    CareFilter, Distance, Evidence, Few, HospitalCard, ListPart, MapPoint, Reach, RowGroup, SortKey, Spot, SpotKind,
};
use content::CareText;
use domain::care::Care;
use domain::peers::PeerGroup;
use domain::specialty::Specialty;
use std::cmp::Reverse;
use std::collections::HashMap;

/// Hospitals outside reach that are named.
const ELSEWHERE: usize = 5;
/// Hospitals across the sea that are named.
const ACROSS: usize = 10;

/// Positions of the nearest on the same land but out of reach; only those that surely provide the care.
pub(super) fn nearest(spot: &Spot, found: &[Found<'_>], reach: &Reach) -> Vec<usize> {
    let out = |f: &Found<'_>| f.part == ListPart::Here && !reach.holds(spot, &f.listed.card);
    closest(spot, found, out, ELSEWHERE)
}

/// Positions of those across the sea that take whom an island sends away, of those that fit.
pub(super) fn nearest_across(spot: &Spot, found: &[Found<'_>], fits: impl Fn(&Found<'_>) -> bool) -> Vec<usize> {
    let across = found.iter().enumerate().filter(|(_, f)| f.part == ListPart::AcrossTheSea && f.surely() && fits(f));
    let far = across.map(|(at, f)| (km_or_region(spot, &f.listed.card), &f.listed.card, at));
    taking_from_islands(far.collect(), ACROSS)
}

fn closest(spot: &Spot, found: &[Found<'_>], fits: impl Fn(&Found<'_>) -> bool, count: usize) -> Vec<usize> {
    let mut far: Vec<(f64, &str, usize)> = found
        .iter()
        .enumerate()
        .filter(|(_, f)| fits(f) && f.surely())
        .map(|(at, f)| (km_or_region(spot, &f.listed.card), f.listed.card.hospital.id.as_str(), at))
        .collect();
    far.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(b.1)));
    far.into_iter().take(count).map(|(.., at)| at).collect()
}

/// Puts a list in order: parts first, then who surely provides the care, then as the returned key says.
pub(super) fn sort(found: &mut [Found<'_>], asked: &Asked<'_>) -> SortKey {
    let (view, care, spot) = (asked.view, asked.care, asked.place.spot());
    let key = match spot.filter(|spot| spot.kind != SpotKind::Region) {
        // whoever needs this care here wants the nearest that provide it: a role decides nothing
        Some(spot) if spot.point.is_some() && care == CareFilter::Applied => SortKey::Distance,
        Some(spot) if spot.point.is_some() => SortKey::RoleThenDistance,
        Some(_) => SortKey::RoleThenPlace,
        None if !view.query.is_empty() => SortKey::Name,
        None if spot.is_some() || view.region.is_some() => SortKey::RoleThenPlace,
        None => SortKey::Place,
    };
    found.iter_mut().for_each(|one| one.group = group(one, key, asked));
    match key {
        SortKey::Name => {
            found.sort_by_cached_key(|f| (!f.surely(), f.fit, f.listed.card.country != asked.home, place(f.listed)))
        }
        SortKey::Place => found.sort_by_cached_key(|f| (!f.surely(), place(f.listed))),
        SortKey::Distance | SortKey::RoleThenDistance | SortKey::RoleThenPlace => in_groups(found, key, asked),
    }
    key
}

/// Whether it works in the field that is asked for.
fn is_of_its_field(card: &HospitalCard, asked: &Asked<'_>) -> bool {
    let Some(text) = asked.view.care.and_then(|care| content::care(care).ok()) else {
        return false;
    };
    let fields = match asked.meant {
        Meant::Everybody => &text.fields,
        Meant::Only(fields) => fields,
    };
    // the first is the care's own, the others treat it too
    asked.care == CareFilter::NotTold
        && card.hospital.specialty.is_some()
        && card.hospital.specialty == fields.first().copied()
}

/// Under which heading of its part it stands; across the sea always by role, because kilometres are not compared there.
fn group(found: &Found<'_>, key: SortKey, asked: &Asked<'_>) -> RowGroup {
    let card = &found.listed.card;
    match (key, asked.view.care.and_then(|care| content::care(care).ok())) {
        (SortKey::Name | SortKey::Place, _) => RowGroup::Together,
        // where no source tells who provides it, nobody is offered a hospital that surely does something else
        (_, Some(text)) if is_of_another_field(card, text, asked.meant) => RowGroup::OneField,
        (SortKey::Distance, Some(text)) if found.part != ListPart::AcrossTheSea => of_care(found, text, asked.few),
        _ => role(card),
    }
}

const fn role(card: &HospitalCard) -> RowGroup {
    RowGroup::Role(card.hospital.peer_group, card.hospital.specialty)
}

/// A trouble names the fields it needs itself, and they win: who looks for a stroke means the hospitals for the brain, whatever
/// else the same care is asked for.
fn is_of_another_field(card: &HospitalCard, text: &CareText, meant: Meant<'_>) -> bool {
    let fields = match meant {
        Meant::Everybody => &text.fields,
        Meant::Only(fields) => fields,
    };
    !Meant::Only(fields).holds(card, Some(text.care))
}

fn of_care(found: &Found<'_>, text: &CareText, apart: Few) -> RowGroup {
    let hospital = &found.listed.card.hospital;
    if text.clinics_apart && hospital.peer_group == PeerGroup::Clinic {
        return RowGroup::Clinics;
    }
    let printed = found.care.and_then(|fact| match fact.figure().evidence {
        Evidence::Count { value, .. } | Evidence::OlderCount { value, .. } => Some(value),
        _ => None,
    });
    let few = apart == Few::Apart && printed.zip(text.few).is_some_and(|(printed, few)| printed < few);
    if few { RowGroup::Few } else { RowGroup::Meant }
}

/// Whoever looks for a hospital without saying why mostly means one for the body, on the land where the reader is: those for
/// the mind come after them, and those on islands after all that no ferry leads to.
fn later(group: RowGroup, home: Home) -> (bool, bool) {
    match group {
        RowGroup::Role(role, field) => (
            role == PeerGroup::Island && home == Home::Mainland,
            role == PeerGroup::Psychiatric || field == Some(Specialty::Mind),
        ),
        _ => (false, false),
    }
}

/// Where whoever asks is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Home {
    Island,
    Mainland,
}

impl Home {
    fn of(spot: Option<&Spot>) -> Self {
        if spot.is_some_and(Spot::is_island) { Self::Island } else { Self::Mainland }
    }
}

/// The order of roles where nothing is asked of a hospital, for other lists of a place than the finder's.
pub(crate) fn by_role(card: &HospitalCard, spot: Option<&Spot>, care: Option<Care>) -> impl Ord + use<> {
    let text = care.and_then(|care| content::care(care).ok());
    let other = text.is_some_and(|text| is_of_another_field(card, text, Meant::Everybody));
    let group = if other { RowGroup::OneField } else { role(card) };
    (later(group, Home::of(spot)), group)
}

/// Where hospitals stand in a list by distance, also those of which no source prints a point: nobody comes first or last for
/// what a source leaves out.
#[derive(Debug, Default)]
pub(crate) struct ByDistance<'a> {
    /// The reader's town, with how far those of it whose point is printed lie from its middle, on average.
    town: Option<(&'a str, f64)>,
    /// The same of each medical area, of those whose distance is known.
    areas: HashMap<&'a str, f64>,
}

impl<'a> ByDistance<'a> {
    /// Looks at the whole list.
    pub fn of(found: impl Iterator<Item = (&'a HospitalCard, Distance)>, spot: Option<&'a Spot>) -> Self {
        let town = spot.filter(|spot| spot.kind == SpotKind::Municipality).map(|spot| spot.code.as_str());
        let mut here = (0.0, 0.0);
        let mut sums: HashMap<&str, (f64, f64)> = HashMap::new();
        for (card, distance) in found.filter(|(_, distance)| *distance != Distance::Unknown) {
            let area = sums.entry(card.area.code.as_str()).or_default();
            *area = (area.0 + distance.order_km(), area.1 + 1.0);
            if town == Some(&card.municipality_code) && matches!(card.point, MapPoint::Exact(_)) {
                here = (here.0 + distance.order_km(), here.1 + 1.0);
            }
        }
        let mean = |(sum, count): (f64, f64)| if count > 0.0 { sum / count } else { 0.0 };
        Self {
            town: town.map(|town| (town, mean(here))),
            areas: sums.into_iter().map(|(area, sum)| (area, mean(sum))).collect(),
        }
    }

    /// Kilometres by which a hospital stands in the list: its own; those of its town, where nothing but the town is known, whose
    /// middle would put it before all; or those of its medical area.
    pub fn km(&self, card: &HospitalCard, distance: Distance) -> f64 {
        match (self.town, distance, card.point) {
            (Some((town, usual)), _, MapPoint::About(_)) if town == card.municipality_code => usual,
            (_, Distance::Unknown, _) => self.areas.get(card.area.code.as_str()).copied().unwrap_or(f64::INFINITY),
            (_, known, _) => known.order_km(),
        }
    }
}

/// Kilometres across the sea are not compared: there, hospitals of one role stand by prefecture and municipality, those that
/// take whom an island sends away before those of other islands.
///
/// Where no source tells who provides a care, those of its own field stand first: whoever looks for a cancer hospital means them.
fn in_groups(found: &mut [Found<'_>], key: SortKey, asked: &Asked<'_>) {
    let spot = asked.place.spot();
    let own_field = |f: &Found<'_>| key != SortKey::Distance && is_of_its_field(&f.listed.card, asked);
    let by_distance = ByDistance::of(found.iter().map(|f| (&f.listed.card, f.distance)), spot);
    // of those that stand at one distance, because nobody prints where they are, the larger comes first
    let near = |f: &Found<'_>| match (key, f.part) {
        (SortKey::RoleThenPlace, _) | (_, ListPart::AcrossTheSea) => (0.0, None),
        _ => (by_distance.km(&f.listed.card, f.distance), Some(Reverse(f.listed.card.beds_total))),
    };
    let home = |f: &Found<'_>| if f.part == ListPart::AcrossTheSea { Home::Mainland } else { Home::of(spot) };
    let group = |f: &Found<'_>| (f.part, !f.surely(), !own_field(f), later(f.group, home(f)), f.group);
    found.sort_by(|a, b| {
        group(a)
            .cmp(&group(b))
            .then_with(|| near(a).0.total_cmp(&near(b).0))
            .then_with(|| near(a).1.cmp(&near(b).1))
            .then_with(|| place(a.listed).cmp(&place(b.listed)))
    });
}

/// Prefecture, municipality, name; a facility of which only the medical area is printed comes after those with one.
fn place(l: &Listed) -> (&str, bool, &str, &str, &str) {
    let (h, code) = (&l.card.hospital, l.card.municipality_code.as_str());
    (&h.region, code.is_empty(), code, &h.name.ja, h.id.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::{hospital, spot};
    use crate::model::{Distance, Land, Where};
    use domain::specialty::Specialty;
    use domain::view_spec::ViewSpec;

    /// id, role, field, kilometres
    type Told = (&'static str, PeerGroup, Option<Specialty>, f64);

    const ALL: [Told; 5] = [
        ("eyes", PeerGroup::SmallRural, Some(Specialty::Eyes), 1.0),
        ("small", PeerGroup::SmallRural, None, 2.0),
        ("mothers", PeerGroup::RegionalAcute, Some(Specialty::Births), 3.0),
        ("large", PeerGroup::Advanced, None, 9.0),
        ("island", PeerGroup::Island, None, 0.0),
    ];

    fn check(view: &str, (care, meant): (CareFilter, Meant<'_>), key: SortKey, expected: &[(&str, RowGroup)]) {
        let listed: Vec<Listed> = ALL
            .iter()
            .map(|(id, role, field, _)| {
                let mut own = hospital(id, "1501", Land::Mainland, (38.0, 138.4));
                (own.card.hospital.peer_group, own.card.hospital.specialty) = (*role, *field);
                own
            })
            .collect();
        let mut found: Vec<Found<'_>> = listed
            .iter()
            .zip(ALL)
            .map(|(listed, (.., km))| Found {
                listed,
                distance: Distance::Km(km),
                fit: 0,
                care: listed.care.first(),
                part: ListPart::Here,
                group: RowGroup::Together,
            })
            .collect();
        let view = ViewSpec::parse_query(view, domain::view_spec::Key::ALL).unwrap();
        let here = spot(SpotKind::Municipality, "1501", Land::Mainland);
        let place = Where::Spot(Box::new(here));
        let asked = Asked { view: &view, place: &place, care, meant, few: Few::Apart, home: "JP" };
        assert_eq!(sort(&mut found, &asked), key);
        let told: Vec<(&str, RowGroup)> = found.iter().map(|f| (f.listed.card.hospital.id.as_str(), f.group)).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn of_a_need_the_nearest_comes_first_whatever_its_role_and_other_fields_come_last() {
        let births = [
            ("island", RowGroup::Meant),
            ("small", RowGroup::Meant),
            ("mothers", RowGroup::Meant),
            ("large", RowGroup::Meant),
            ("eyes", RowGroup::OneField),
        ];
        check("care=deliveries", (CareFilter::Applied, Meant::Everybody), SortKey::Distance, &births);
    }

    #[test]
    fn of_a_trouble_the_hospitals_of_its_own_fields_stand_among_those_meant() {
        let eyes = [
            ("island", RowGroup::Meant),
            ("eyes", RowGroup::Meant),
            ("small", RowGroup::Meant),
            ("large", RowGroup::Meant),
            ("mothers", RowGroup::OneField),
        ];
        let trouble = Meant::Only(&[Specialty::Eyes]);
        check("care=ambulances", (CareFilter::Applied, trouble), SortKey::Distance, &eyes);
    }

    #[test]
    fn without_a_need_roles_stand_under_their_headings_fields_after_the_general_hospitals_of_a_role_and_islands_last() {
        let roles = [
            ("large", RowGroup::Role(PeerGroup::Advanced, None)),
            ("mothers", RowGroup::Role(PeerGroup::RegionalAcute, Some(Specialty::Births))),
            ("small", RowGroup::Role(PeerGroup::SmallRural, None)),
            ("eyes", RowGroup::Role(PeerGroup::SmallRural, Some(Specialty::Eyes))),
            ("island", RowGroup::Role(PeerGroup::Island, None)),
        ];
        check("place=x", (CareFilter::NotAsked, Meant::Everybody), SortKey::RoleThenDistance, &roles);
    }

    #[test]
    fn where_no_source_tells_who_provides_a_care_the_hospitals_of_its_field_come_first() {
        let births = [
            ("mothers", RowGroup::Role(PeerGroup::RegionalAcute, Some(Specialty::Births))),
            ("large", RowGroup::Role(PeerGroup::Advanced, None)),
            ("small", RowGroup::Role(PeerGroup::SmallRural, None)),
            ("eyes", RowGroup::OneField),
            ("island", RowGroup::Role(PeerGroup::Island, None)),
        ];
        check("care=deliveries", (CareFilter::NotTold, Meant::Everybody), SortKey::RoleThenDistance, &births);
    }

    #[test]
    fn whoever_has_no_point_stands_where_its_area_does_and_not_last() {
        let of = |id| hospital(id, "1501", Land::Mainland, (38.0, 138.4));
        let listed = [of("near"), of("far"), of("nowhere")];
        let distances = [Distance::Km(2.0), Distance::Km(8.0), Distance::Unknown];
        let found = |(listed, distance)| Found {
            listed,
            distance,
            fit: 0,
            care: None,
            part: ListPart::Here,
            group: RowGroup::Meant,
        };
        let mut found: Vec<Found<'_>> = listed.iter().zip(distances).map(found).collect();
        let (view, place) = (ViewSpec::default(), Where::Nowhere);
        let (care, meant) = (CareFilter::NotAsked, Meant::Everybody);
        let asked = Asked { view: &view, place: &place, care, meant, few: Few::Apart, home: "JP" };
        in_groups(&mut found, SortKey::Distance, &asked);
        let told: Vec<&str> = found.iter().map(|f| f.listed.card.hospital.id.as_str()).collect();
        assert_eq!(told, ["near", "nowhere", "far"]);
    }
}
