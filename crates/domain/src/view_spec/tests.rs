//! Does an address mean the same after it was read and printed?

use super::*;
use crate::specialty::{Practice, Specialty};
use proptest::prelude::*;

fn read(query: &str) -> Result<ViewSpec, ViewError> {
    ViewSpec::parse_query(query, Key::ALL)
}

#[test]
fn an_unknown_parameter_is_named() {
    let error = ViewSpec::parse_query("perioud=latest", &[Key::Period, Key::Region]).unwrap_err();
    assert_eq!(error.parameter, "perioud");
    assert!(error.detail.contains("period, region"), "{}", error.detail);
}

#[test]
fn a_parameter_of_another_door_is_unknown_here() {
    assert!(ViewSpec::parse_query("q=a", &[Key::Period]).is_err());
}

#[test]
fn every_period_is_asked_for_only_where_it_is_answered() {
    assert_eq!(ViewSpec::parse_query("period=all", &[Key::Period]).unwrap_err().parameter, "period");
    let every = ViewSpec::parse_query("period=all", &[Key::EveryPeriod]).unwrap();
    assert_eq!((every.period, every.to_query().as_str()), (PeriodChoice::Every, "period=all"));
    let one = ViewSpec::parse_query("period=2022-04-01/2023-03-31", &[Key::EveryPeriod]).unwrap();
    assert_eq!(one.to_query(), "period=2022-04-01%2F2023-03-31");
    assert_eq!(read("since=2025-06-01").unwrap().to_query(), "since=2025-06-01");
    assert_eq!(read("since=June").unwrap_err().parameter, "since");
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    for query in ["stratum=%FF", "q=%C3%28", "stratum=%D8%9C"] {
        assert!(read(query).is_err(), "{query}");
    }
}

#[test]
fn a_value_out_of_range_is_named_with_its_range() {
    assert!(read("limit=1001").unwrap_err().to_string().contains("1 to 1000"));
    assert!(read("near=95,0").is_err());
    assert!(read("region=Tokyo").is_err());
    assert!(read("period=2022").is_err());
    assert!(read("q=a%00b").is_err());
    assert!(read("q=a&q=b").is_err());
}

#[test]
fn a_filter_that_cannot_be_meant_is_named() {
    for (query, named) in [
        ("emergency=1", "emergency"),
        ("designation=best", "designation"),
        ("saturday=yes", "saturday"),
        ("beds_min=0", "beds_min"),
        ("beds_max=many", "beds_max"),
        ("island=2", "island"),
        ("specialty=hearts", "specialty"),
    ] {
        assert_eq!(read(query).unwrap_err().parameter, named, "{query}");
    }
    let none = read("emergency=&designation=&service=&specialty=&saturday=&beds_min=&beds_max=&island=0").unwrap();
    assert!(none.filters.is_empty());
    assert!(read("beds_min=400&beds_max=100").unwrap().filters.contradiction().is_some());
    assert!(
        read("specialty=hearts").unwrap_err().detail.contains("general, cancer, heart"),
        "it names what is allowed"
    );
    assert_eq!(read("specialty=general").unwrap().filters.specialty, Some(Practice::General));
    assert_eq!(read("designation=teaching&designation=disaster_base").unwrap().filters.designations.len(), 2);
}

#[test]
fn empty_parameters_of_a_form_are_no_question() {
    assert_eq!(read("q=&region=&page=").unwrap(), ViewSpec::default());
}

#[test]
fn japanese_words_survive_the_address() {
    let spec = read("q=%E4%BD%90%E6%B8%A1&region=JP-15").unwrap();
    assert_eq!(spec.query, "佐渡");
    assert_eq!(read(&spec.to_query()).unwrap(), spec);
}

#[test]
fn whoever_asks_for_the_newest_release_by_name_hands_that_on() {
    let spec = read("release=latest&q=a").unwrap();
    assert_eq!(spec.release, ReleaseChoice::Following);
    assert_eq!(spec.to_query(), "release=latest&q=a");
    assert_eq!(read("q=a").unwrap().release, ReleaseChoice::Latest);
}

#[test]
fn the_boxes_of_a_form_make_one_list() {
    let spec = read("w=demo-falls:3&w=demo-readmission:0.5&wish=&wish=saturday&h=a,b&h=b").unwrap();
    let weights: Vec<(String, f64)> = spec.weights.iter().map(|(id, w)| (id.to_string(), w.value())).collect();
    assert_eq!(weights, [("demo-falls".to_string(), 3.0), ("demo-readmission".to_string(), 0.5)]);
    assert_eq!(spec.wishes, [Wish::Saturday]);
    assert_eq!(spec.hospitals.len(), 2);
    assert_eq!(read(&spec.to_query()).unwrap(), spec);
}

#[test]
fn a_control_of_a_form_sends_one_entry_of_a_list() {
    let spec = read("w-demo-falls=3&w-demo-readmission=&answer-birth-wait=first").unwrap();
    assert_eq!(spec.to_query(), "w=demo-falls%3A3&answer=birth-wait%3Afirst");
    assert!(ViewSpec::parse_query("w-demo-falls=3", &[Key::Region]).is_err());
    assert_eq!(read("w-demo-falls=many").unwrap_err().parameter, "w");
}

#[test]
fn a_weight_or_answer_that_cannot_be_read_is_named() {
    for query in ["w=demo-falls", "w=demo-falls:101", "w=demo-falls:-1", "w=demo-falls:NaN", "w=:3"] {
        assert_eq!(read(query).unwrap_err().parameter, "w", "{query}");
    }
    assert_eq!(read("answer=a:perhaps").unwrap_err().parameter, "answer");
    assert_eq!(read("area=佐渡").unwrap_err().parameter, "area");
    assert_eq!(read("k=0").unwrap_err().parameter, "k");
}

fn any_spec() -> impl Strategy<Value = ViewSpec> {
    let id = "[A-Za-z0-9._-]{1,12}";
    let ids = prop::collection::btree_set(id, 0..5);
    let numbers = (prop::option::of(1u16..=500), prop::option::of(1u16..=1000), prop::option::of(0u32..1_000_000));
    let place = prop::option::of((-90.0f64..90.0, -180.0f64..180.0));
    (ids, prop::option::of(id), "[ぁ-ん一-龠a-z&=+% ]{0,20}", numbers, place, any::<bool>()).prop_map(
        |(hospitals, measure, query, (radius_km, limit, cursor), place, on)| ViewSpec {
            hospitals: hospitals.iter().map(|h| HospitalId::parse(h).unwrap()).collect(),
            weights: hospitals
                .iter()
                .map(|h| (MeasureId::parse(h).unwrap(), Weight::new(h.len() as f64 / 7.0).unwrap()))
                .collect(),
            answers: hospitals.iter().map(|h| (h.clone(), TradeOff::Either)).collect(),
            wishes: if on { vec![Wish::Near, Wish::Saturday] } else { Vec::new() },
            care: on.then_some(Care::Deliveries),
            filters: Filters {
                emergency: on.then_some(EmergencyLevel::Tertiary),
                designations: if on { Designation::ALL.to_vec() } else { Vec::new() },
                service: query.trim().to_string(),
                saturday: if on { Only::These } else { Only::Any },
                beds_min: radius_km,
                beds_max: limit,
                island: if on { Only::Any } else { Only::These },
                specialty: Some(if on { Practice::Of(Specialty::HeartAndBrain) } else { Practice::General }),
            },
            area: on.then(|| "1513".to_string()),
            crude: if on { CrudeOutcomes::TakenIn } else { CrudeOutcomes::LeftOut },
            place: query.trim().to_string(),
            measure: measure.map(|m| MeasureId::parse(&m).unwrap()),
            query: query.trim().to_string(),
            radius_km,
            limit,
            cursor,
            near: place.and_then(|(lat, lon)| GeoPoint::new(lat, lon)),
            ruby: if on { Ruby::On } else { Ruby::Off },
            theme: on.then_some(Theme::Dark),
            chart: on.then_some(Chart::Funnel),
            scale: on.then_some(2),
            millimetres: on.then_some(86),
            peer_group: on.then_some(PeerGroup::Island),
            region: on.then(|| "JP-15".to_string()),
            period: if on { PeriodChoice::Given(Period::fiscal_year(2022).unwrap()) } else { PeriodChoice::Latest },
            release: match (on, limit) {
                (true, _) => ReleaseChoice::Pinned("2025-01".into()),
                (false, Some(_)) => ReleaseChoice::Following,
                (false, None) => ReleaseChoice::Latest,
            },
            ..ViewSpec::default()
        },
    )
}

#[test]
fn whatever_is_wrong_is_said_in_japanese_to_readers_of_japanese() {
    for key in Key::ALL.iter().filter(|key| !matches!(key, Key::Query | Key::Place | Key::Stratum | Key::Service)) {
        for wrong in ["!?", "x:y:z", "demo:200", "2024-13-01/x"] {
            let Err(error) = ViewSpec::parse([(key.parameter(), wrong)], &[*key]) else {
                continue;
            };
            let before_codes = error.detail_ja.split("使えるもの").next().unwrap().replace(wrong, "");
            let japanese = before_codes.chars().any(|c| ('ぁ'..='ん').contains(&c));
            let english = before_codes.split(|c: char| !c.is_ascii_alphabetic()).any(|word| word.len() > 3);
            assert!(japanese && !english, "{}: {}", key.parameter(), error.detail_ja);
            assert!(error.detail.is_ascii(), "{}: {}", key.parameter(), error.detail);
        }
    }
    let refused = |query: &str| read(query).unwrap_err().detail_ja;
    let role = refused("peer_group=x");
    assert!(role.starts_with("「x」は「役割」の記号ではありません。使えるもの：island, advanced, "), "{role}");
    assert!(refused("answer=q:x").starts_with("「x」は「答え」の記号ではありません。使えるもの：first, "));
    assert!(refused("w=demo-falls:200").contains("重さは0から100まで"));
    assert!(refused("hospital=%20").starts_with("「 」は番号ではありません"));
    assert!(refused("period=2024").starts_with("「2024」は期間ではありません"));
}

proptest! {
    #[test]
    fn parse_after_print_is_the_identity(spec in any_spec()) {
        prop_assert_eq!(read(&spec.to_query()).unwrap(), spec);
    }

    #[test]
    fn no_address_makes_it_panic(query in "\\PC{0,80}") {
        let _ = read(&query);
    }
}
