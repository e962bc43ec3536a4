//! Do the sentences of a comparison keep their promises: a range, its counts, the group, and no praise?

use super::*;
use crate::model::{Figure, HospitalRef, PlaceName, Reported, SourceRef, TargetOf, Unfit};
use domain::caveats::by_id;
use domain::disclosure::Seal;
use domain::measure::{Kind, MeasureType, Topic};
use domain::specialty::Specialty;
use domain::{Bilingual, HospitalId, MeasureId, Period, Status};

fn text(ja: &str, en: &str) -> Bilingual<String> {
    Bilingual::new(ja.to_owned(), en.to_owned())
}

fn falls() -> MeasureNote {
    MeasureNote {
        id: MeasureId::parse("fictional-falls").unwrap(),
        name: text("転倒", "Falls"),
        kind: Kind::Proportion,
        direction: Direction::Lower,
        topic: Topic::Safety,
        measure_type: MeasureType::Process,
        unit: String::new(),
        risk_adjusted: None,
        adjusters: Vec::new(),
        shrunken: false,
        plain: text("", ""),
        why: text("", ""),
        cannot_tell: text("", ""),
        owner_warning: text("", ""),
        means_abroad: String::new(),
        crude_outcome: false,
        typical: Figure::Number(0.074),
    }
}

fn row(period: &str) -> ValueRow {
    ValueRow {
        hospital: HospitalRef {
            id: HospitalId::parse("demo-1").unwrap(),
            name: text("架空病院", "Fictional Hospital"),
            municipality: PlaceName { name: text("佐渡市", "Sado"), kana: "さどし".to_owned() },
            region: "JP-15".to_owned(),
            region_name: text("新潟県", "Niigata"),
            abroad: text("", ""),
            peer_group: PeerGroup::RegionalAcute,
            specialty: None,
        },
        measure: falls().id,
        period: Period::parse(period).unwrap(),
        stratum: String::new(),
        pooled: false,
        outcome: Outcome::Reported(Reported {
            value: 0.05,
            numerator: Figure::Number(6.0),
            numerator_derived: false,
            denominator: Figure::Number(120.0),
            expected: Figure::NotPublished,
            interval_low: Figure::Number(0.023),
            interval_high: Figure::Number(0.105),
            interval_method: "wilson".to_owned(),
        }),
        unfit: Unfit::default(),
        verdict_national: Verdict::NotJudged,
        verdict_peer: Verdict::NotJudged,
        places: Places::None { because: Vec::new() },
        limits: Vec::new(),
        footnotes: Vec::new(),
        published_verdict: String::new(),
        source: SourceRef { id: String::new(), sheet: String::new(), row: None },
        comments: Vec::new(),
        corrections: Vec::new(),
        together: None,
        trend: None,
    }
}

fn disclosed(row: ValueRow, caveats: &[&str]) -> Disclosed<ValueRow> {
    Disclosed::new(&Seal::of_reports(), row, caveats.iter().filter_map(|id| by_id(id)).collect())
}

/// A year that is too few, with three years that are not.
fn with_years() -> ValueRow {
    let places = Places::Range { best: 4, last: 44, of: 50, clearly_better: 3, clearly_worse: 6 };
    let years = ValueRow {
        pooled: true,
        places,
        verdict_national: Verdict::Better,
        verdict_peer: Verdict::CannotTell,
        ..row("2020-04-01/2023-03-31")
    };
    ValueRow { together: Some(Box::new(disclosed(years, &["OVERDISPERSED"]))), ..row("2022-04-01/2023-03-31") }
}

#[test]
fn a_range_of_places_never_stands_without_its_group_and_its_counts() {
    let said = places_sentence(Locale::Ja, &with_years()).unwrap();
    assert_eq!(
        said,
        "同じ役割（地域の急性期の病院）の50院の中で、4〜44番目のあいだ（はっきり上 3院・区別できない 41院・はっきり下 6院）"
    );
    let said = places_sentence(Locale::En, &with_years()).unwrap();
    assert!(said.contains("between place 4 and place 44"), "{said}");
    assert!(said.contains("clearly better 3 · cannot be told apart 41 · clearly worse 6"), "{said}");
    assert_eq!(places_sentence(Locale::Ja, &row("2022-04-01/2023-03-31")), None);
}

#[test]
fn a_hospital_of_one_field_has_no_place_among_those_with_other_patients() {
    let mut centre = with_years();
    centre.hospital.specialty = Some(Specialty::Cancer);
    assert_eq!((places_sentence(Locale::Ja, &centre), places_alone(Locale::Ja, &centre)), (None, None));
    let said = no_places_sentence(Locale::En, &disclosed(centre, &[]), &[], None).unwrap();
    assert!(said.contains("other patients"), "{said}");
    assert_eq!(no_places_sentence(Locale::En, &disclosed(with_years(), &[]), &[], None), None);
}

#[test]
fn years_put_together_are_named_with_their_number_and_value() {
    let said = together_sentence(Locale::Ja, &falls(), &with_years()).unwrap();
    assert!(
        said.starts_with("1年では件数が少ないため、3年分（2020〜2022年度）をあわせて判定しました：1,000人中 50人"),
        "{said}"
    );
    assert_eq!(together_sentence(Locale::Ja, &falls(), &row("2022-04-01/2023-03-31")), None);
    let said = short_verdict_of_row(Locale::Ja, &falls(), &with_years(), Verdict::CannotTell);
    assert_eq!(said, "差があるとは言えません（3年分）");
}

#[test]
fn different_answers_are_said_without_blame_and_equal_ones_not_at_all() {
    let said = disagreement(Locale::Ja, &falls(), &with_years()).unwrap();
    assert!(said.contains("答えがちがいます") && said.contains("役割のちがいによるものかもしれません"), "{said}");
    let both =
        |national, peer| ValueRow { verdict_national: national, verdict_peer: peer, ..row("2022-04-01/2023-03-31") };
    for (national, peer) in [
        (Verdict::Better, Verdict::FarBetter),
        (Verdict::UsualSpread, Verdict::CannotTell),
        (Verdict::NotJudged, Verdict::Higher),
        (Verdict::Worse, Verdict::NotJudged),
    ] {
        assert_eq!(disagreement(Locale::En, &falls(), &both(national, peer)), None);
    }
    assert!(disagreement(Locale::En, &falls(), &both(Verdict::CannotTell, Verdict::Worse)).is_some());
}

#[test]
fn the_word_beside_the_same_role_comes_first_and_the_country_only_where_there_is_none() {
    let group = |peer_group| crate::model::Comparator {
        country: "JP".to_owned(),
        peer_group,
        hospitals: 40,
        reported: 32,
        clinics: 0,
        target: Figure::NotPublished,
        target_of: TargetOf::Hospitals,
        p10: Figure::NotPublished,
        median: Figure::NotPublished,
        p90: Figure::NotPublished,
        limits_fit: true,
    };
    let first = |national, peer| {
        let row = ValueRow { verdict_national: national, verdict_peer: peer, ..row("2022-04-01/2023-03-31") };
        let section = crate::model::MeasureSection {
            measure: falls(),
            newest: disclosed(row, &[]),
            scale: (0.0, 1.0),
            doubt: None,
            history: Vec::new(),
            national_history: Vec::new(),
            strata: Vec::new(),
            breaks: Vec::new(),
            national: group(None),
            peer: group(Some(PeerGroup::Island)),
        };
        let (word, whom) = crate::figures::first_word(&section);
        (word, whom.peer_group)
    };
    let island = Some(PeerGroup::Island);
    assert_eq!(first(Verdict::FarHigher, Verdict::UsualSpread), (Verdict::UsualSpread, island));
    assert_eq!(first(Verdict::FarHigher, Verdict::NotJudged), (Verdict::FarHigher, None));
    assert_eq!(first(Verdict::NotJudged, Verdict::NotJudged), (Verdict::NotJudged, island));
}

#[test]
fn why_there_is_no_range_is_said_once() {
    let because = |ids: &[&str]| Places::None { because: ids.iter().filter_map(|id| by_id(id)).collect() };
    let value = |ids: &[&str]| disclosed(ValueRow { places: because(ids), ..row("2022-04-01/2023-03-31") }, ids);
    let said = |value: &Disclosed<ValueRow>, above: &[&'static Caveat], beside| {
        no_places_sentence(Locale::Ja, value, above, beside)
    };
    let neutral = value(&["DIRECTION_NEUTRAL"]);
    let reason = by_id("DIRECTION_NEUTRAL").unwrap();
    assert!(said(&neutral, &[], None).unwrap().contains(reason.short.ja));
    assert!(said(&neutral, &[reason], None).unwrap().contains("上に書いて"));
    assert!(said(&neutral, &[], Some(reason)).unwrap().starts_with("このため"));
    let few = value(&["NOT_RANKED_FEW"]);
    assert_eq!(said(&few, &[], by_id("NOT_RANKED_FEW")), None);
    assert!(said(&value(&[]), &[], None).unwrap().contains("10院に足りない"));
    let shrunk = disclosed(row("2022-04-01/2023-03-31"), &["ALREADY_SHRUNK"]);
    assert!(said(&shrunk, &[], None).unwrap().contains(by_id("ALREADY_SHRUNK").unwrap().short.ja));
    let missing = Outcome::Missing { status: Status::TooFew, raw: String::new() };
    let missing = disclosed(ValueRow { outcome: missing, ..row("2022-04-01/2023-03-31") }, &[]);
    assert_eq!(said(&missing, &[], None), None);
    assert_eq!(said(&disclosed(with_years(), &["NOT_RANKED_FEW"]), &[], None), None);
}

#[test]
fn what_keeps_one_year_from_being_judged_is_not_said_of_the_years_together() {
    let value = disclosed(with_years(), &["FEW_EVENTS", "NOT_RANKED_FEW", "ZERO_EVENTS", "SELF_REPORTED"]);
    let held: Vec<&str> = crate::model::what_holds(&value).iter().map(|c| c.id).collect();
    assert_eq!(held, ["ZERO_EVENTS", "SELF_REPORTED", "OVERDISPERSED"]);
    assert_eq!(
        crate::model::line_beside(&value, &[by_id("ZERO_EVENTS").unwrap()]).map(|c| c.id),
        Some("SELF_REPORTED")
    );
}

#[test]
fn a_comparison_names_its_group_and_its_size() {
    let peers = Comparator {
        country: "JP".to_owned(),
        peer_group: Some(PeerGroup::RegionalAcute),
        hospitals: 1_300,
        reported: 1_230,
        clinics: 0,
        target: Figure::NotPublished,
        target_of: TargetOf::Hospitals,
        p10: Figure::NotPublished,
        median: Figure::NotPublished,
        p90: Figure::NotPublished,
        limits_fit: true,
    };
    assert_eq!(named_comparator(Locale::Ja, &peers), "同じ役割（地域の急性期の病院）の1,230院");
    let said = said::verdict_sentence(Locale::Ja, &falls(), Verdict::Higher, &peers);
    assert!(said.contains("1,230院とくらべて"), "{said}");
}

fn nobody(peer_group: Option<PeerGroup>) -> Comparator {
    Comparator {
        country: String::new(),
        peer_group,
        hospitals: 0,
        reported: 0,
        clinics: 0,
        target: Figure::NotPublished,
        target_of: TargetOf::Hospitals,
        p10: Figure::NotPublished,
        median: Figure::NotPublished,
        p90: Figure::NotPublished,
        limits_fit: true,
    }
}

fn course(measure: MeasureNote, trend: Trend, struck: &[&str]) -> String {
    let newest = disclosed(ValueRow { trend: Some(trend), ..row("2022-04-01/2023-03-31") }, &[]);
    let before = disclosed(row("2021-04-01/2022-03-31"), struck);
    let section = MeasureSection {
        measure,
        history: vec![before, newest.clone()],
        newest,
        national: nobody(None),
        peer: nobody(Some(PeerGroup::RegionalAcute)),
        national_history: vec![nobody(None), nobody(None)],
        breaks: Vec::new(),
        strata: Vec::new(),
        scale: (0.0, 1.0),
        doubt: None,
    };
    course_words(Locale::Ja, &section).unwrap()
}

#[test]
fn a_change_over_the_years_is_told_with_its_side_or_its_reservation() {
    assert_eq!(course(falls(), Trend::Rising, &[]), "数字は大きくなってきました（良くない側への変化）。");
    assert_eq!(course(falls(), Trend::Falling, &[]), "数字は小さくなってきました（良い側への変化）。");
    let crude = MeasureNote { crude_outcome: true, ..falls() };
    assert_eq!(course(crude, Trend::Falling, &[]), "数字は小さくなってきました（重症度を調整していません）。");
    let neutral = MeasureNote { direction: Direction::Neutral, ..falls() };
    assert_eq!(course(neutral, Trend::Rising, &[]), "数字は大きくなってきました（良し悪しではありません）。");
}

#[test]
fn without_a_test_there_is_no_word_about_more_or_less() {
    for trend in Trend::ALL.iter().filter(|t| !t.is_change()) {
        let said = course(falls(), *trend, &[]);
        assert!(!said.contains("なってきました") && !said.contains('良'), "{trend}: {said}");
    }
    let said = course(falls(), Trend::NoClearChange, &["DISASTER_PERIOD"]);
    assert_eq!(said, "はっきりした変化はありません。災害・感染症の年（※）は、のぞいて判定しました。");
}
