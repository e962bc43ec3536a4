//! Are numbers, ranges and verdicts told in the words that hold for them?

use super::*;
use crate::figures::national::{national_sentence, national_value, target_label};
use crate::model::TargetOf;
use domain::MeasureId;
use domain::measure::{MeasureType, Topic};

fn falls(direction: Direction, crude_outcome: bool) -> MeasureNote {
    let text = |ja: &str, en: &str| Bilingual::new(ja.to_owned(), en.to_owned());
    MeasureNote {
        id: MeasureId::parse("fictional-falls").unwrap(),
        name: text("転倒", "Falls"),
        kind: Kind::Proportion,
        direction,
        topic: Topic::Safety,
        measure_type: MeasureType::Outcome,
        unit: String::new(),
        risk_adjusted: None,
        adjusters: Vec::new(),
        shrunken: false,
        plain: text("", ""),
        why: text("", ""),
        cannot_tell: text("", ""),
        owner_warning: text("", ""),
        means_abroad: String::new(),
        crude_outcome,
        typical: Figure::Number(0.074),
    }
}

fn country() -> Comparator {
    Comparator {
        country: "JP".to_owned(),
        peer_group: None,
        hospitals: 30,
        reported: 24,
        clinics: 0,
        target: Figure::Number(0.074),
        target_of: TargetOf::Hospitals,
        p10: Figure::NotPublished,
        median: Figure::NotPublished,
        p90: Figure::NotPublished,
        limits_fit: true,
    }
}

#[test]
fn a_word_never_stands_without_its_comparator() {
    let measure = falls(Direction::Lower, false);
    for verdict in Verdict::ALL.iter().filter(|v| **v != Verdict::NotJudged) {
        let said = verdict_sentence(Locale::Ja, &measure, *verdict, &country());
        assert!(said.contains("全国の24院"), "{verdict}: {said}");
    }
    let said = verdict_sentence(Locale::Ja, &measure, Verdict::FarBetter, &country());
    assert_eq!(said, "全国の24院とくらべて、はっきり少ない（良い側）");
    let said = verdict_sentence(Locale::En, &measure, Verdict::Worse, &country());
    assert_eq!(said, "Compared with 24 hospitals nationwide: higher (the less good side)");
}

#[test]
fn a_crude_outcome_says_why_the_country_gives_no_word() {
    let measure = falls(Direction::Lower, true);
    let said = verdict_sentence(Locale::Ja, &measure, Verdict::NotJudged, &country());
    assert!(said.contains("重症度を調整していない"), "{said}");
}

#[test]
fn too_few_of_the_same_role_is_said_only_where_they_are_few() {
    let of_role = |group, kind, reported| {
        let measure = MeasureNote { kind, ..falls(Direction::Neutral, false) };
        let role = Comparator { peer_group: Some(group), reported, ..country() };
        verdict_sentence(Locale::En, &measure, Verdict::NotJudged, &role)
    };
    let said = |kind, reported| of_role(PeerGroup::RegionalAcute, kind, reported);
    assert!(of_role(PeerGroup::Unclassified, Kind::Proportion, 0).contains("is not known in this release"));
    assert!(said(Kind::Proportion, 9).contains("too few of them"));
    assert!(said(Kind::Proportion, 88).contains("the counts this needs"));
    assert!(said(Kind::Count, 88).starts_with("A plain count"));
}

#[test]
fn a_national_value_that_judges_nobody_is_said_to_be_for_orientation() {
    let measure = MeasureNote { kind: Kind::Mean, ..falls(Direction::Neutral, false) };
    let said = |country: &Comparator| verdict_sentence(Locale::Ja, &measure, Verdict::NotJudged, country);
    let middle = Comparator { target: Figure::NotPublished, median: Figure::Number(12.27), ..country() };
    assert!(national_sentence(Locale::Ja, &measure, &middle).is_some());
    assert!(said(&middle).contains("めやす") && !said(&middle).contains("国全体とはくらべません"));
    let nothing = Comparator { median: Figure::NotPublished, ..middle };
    assert_eq!(national_sentence(Locale::Ja, &measure, &nothing), None);
    assert!(said(&nothing).contains("国全体とはくらべません") && !said(&nothing).contains("めやす"));
}

#[test]
fn cannot_be_told_apart_is_never_called_good() {
    let measure = falls(Direction::Lower, false);
    for verdict in [Verdict::CannotTell, Verdict::UsualSpread] {
        let ja = verdict_sentence(Locale::Ja, &measure, verdict, &country());
        let en = verdict_sentence(Locale::En, &measure, verdict, &country());
        assert!(!ja.contains('良') && !en.contains("good") && !en.contains("better"), "{ja} {en}");
    }
}

#[test]
fn nationwide_names_the_country_where_it_is_not_japan() {
    let measure = falls(Direction::Lower, false);
    let american = Comparator { country: "US".to_owned(), ..country() };
    let ja = national_sentence(Locale::Ja, &measure, &american).unwrap();
    assert_eq!(ja, "アメリカの24院をあわせると 1,000人中 74.0人");
    let en = verdict_sentence(Locale::En, &measure, Verdict::Worse, &american);
    assert_eq!(en, "Compared with 24 hospitals in the United States: higher (the less good side)");
    assert_eq!(whole_country(Locale::En, &american), "United States");
    assert_eq!(whole_country(Locale::Ja, &country()), "全国");
}

#[test]
fn a_share_is_told_in_what_it_counts() {
    let of = |unit: &str| {
        let measure = MeasureNote { unit: unit.to_owned(), ..falls(Direction::Lower, false) };
        national_sentence(Locale::Ja, &measure, &country()).unwrap()
    };
    assert_eq!(of("requests"), "全国の24院をあわせると 1,000件中 74.0件");
    assert_eq!(of("hospital-days"), "全国の24院をあわせると 1,000日中 74.0日");
    assert_eq!(of("%"), "全国の24院をあわせると 1,000人中 74.0人");
}

#[test]
fn the_country_is_one_number_beside_an_area_alone_and_in_every_year() {
    let measure = falls(Direction::Lower, false);
    let country = Comparator { target: Figure::Number(0.034_33), ..country() };
    let beside = beside_area(Locale::Ja, &measure, &country).unwrap();
    let alone = national_value(Locale::Ja, &measure, &country).unwrap();
    assert_eq!((beside.as_str(), &alone.value), ("1,000人中 34.3人", &beside));
    let days = MeasureNote { kind: Kind::Mean, typical: Figure::Number(11.9), ..measure };
    let years = [11.81, 12.15, 13.0, 9.96].map(|value| of_many(Locale::En, &days, value));
    assert_eq!(years.map(|said| said.split(' ').next().unwrap().to_owned()), ["11.8", "12.2", "13.0", "10.0"]);
    assert!(of_many(Locale::En, &days, 0.12).starts_with("0.1"), "and not nothing");
}

#[test]
fn proportions_share_one_denominator() {
    let measure = falls(Direction::Lower, false);
    let said = national_sentence(Locale::Ja, &measure, &country()).unwrap();
    assert_eq!(said, "全国の24院をあわせると 1,000人中 74.0人");
}

fn counted(numerator: f64, denominator: Figure) -> Reported {
    let n = denominator.number().unwrap_or(1000.0);
    Reported {
        value: numerator / n,
        numerator: Figure::Number(numerator),
        numerator_derived: false,
        denominator,
        expected: Figure::NotPublished,
        interval_low: Figure::Number(0.0),
        interval_high: Figure::Number(0.02),
        interval_method: "wilson".to_owned(),
    }
}

#[test]
fn a_share_of_fewer_than_ten_is_told_as_it_was_counted() {
    let measure = falls(Direction::Lower, true);
    let said = |numerator, n, locale| value_words(locale, &measure, &counted(numerator, Figure::Number(n)));
    assert_eq!(said(0.0, 1.0, Locale::En), "0 of 1 person");
    assert_eq!(said(0.0, 1.0, Locale::Ja), "1人のうち0人");
    assert_eq!(said(2.0, 9.0, Locale::En), "2 of 9 people");
    assert_eq!(said(0.0, 10.0, Locale::En), "0 in 1,000 people");
    let one = counted(0.0, Figure::Number(1.0));
    assert_eq!(number_alone(Locale::En, &measure, &one), "0 of 1");
    assert!(range_alone(Locale::En, &measure, &one).is_empty());
    assert!(range_words(Locale::En, &measure, &one).contains("fewer than 10"));
    let readmission = MeasureNote { id: MeasureId::parse("jp-dpc-readmission").unwrap(), ..measure.clone() };
    assert_eq!(value_words(Locale::En, &readmission, &one), "0 of 1 stay");
    assert_eq!(value_words(Locale::Ja, &readmission, &one), "1件のうち0件");
}

#[test]
fn the_number_of_patients_stands_behind_the_range_where_it_is_published() {
    let measure = falls(Direction::Lower, true);
    let said = |denominator, locale| range_words(locale, &measure, &counted(10.0, denominator));
    assert_eq!(said(Figure::Number(1234.0), Locale::En), "probably between 0 and 20; from 1,234 people");
    assert_eq!(said(Figure::Number(1234.0), Locale::Ja), "0〜20人の間と考えられます。1,234人から計算");
    assert_eq!(said(Figure::NotPublished, Locale::En), "probably between 0 and 20");
    let count = MeasureNote { kind: Kind::Count, ..measure.clone() };
    assert!(!range_words(Locale::En, &count, &counted(10.0, Figure::Number(50.0))).contains("from"));
}

#[test]
fn a_value_of_the_publisher_is_not_said_to_be_that_of_its_hospitals() {
    let measure = falls(Direction::Lower, false);
    let american = |target_of| Comparator { country: "US".to_owned(), target_of, ..country() };
    let of = |locale, target_of| national_sentence(locale, &measure, &american(target_of)).unwrap();
    let publisher = of(Locale::Ja, TargetOf::Publisher);
    assert_eq!(publisher, "公表元が示したアメリカ全体の値は 1,000人中 74.0人");
    let publisher = of(Locale::En, TargetOf::Publisher);
    assert_eq!(publisher, "The publisher's value for the United States: 74.0 in 1,000 people");
    let said = verdict_sentence(Locale::En, &measure, Verdict::CannotTell, &american(TargetOf::Publisher));
    assert_eq!(said, "Cannot be told apart from the publisher's value for the United States");
    assert!(of(Locale::En, TargetOf::Expectation).starts_with("What the publisher expects: "));
    assert!(of(Locale::En, TargetOf::Hospitals).starts_with("24 hospitals in the United States together: "));
    let label = |target_of| target_label(Locale::Ja, &american(target_of));
    assert_eq!(label(TargetOf::Publisher), "公表元の値（アメリカ）");
    assert_eq!(label(TargetOf::Hospitals), "アメリカ");
}

#[test]
fn clinics_are_named_and_the_middle_of_hospitals_and_clinics_in_one_is_not_told() {
    let count = MeasureNote { kind: Kind::Count, unit: "ambulances".to_owned(), ..falls(Direction::Neutral, false) };
    let middle = Comparator { target: Figure::NotPublished, median: Figure::Number(10.0), ..country() };
    let hospitals = national_sentence(Locale::Ja, &count, &middle).unwrap();
    assert_eq!(hospitals, "全国の24院の真ん中の値は 10件");
    let mixed = Comparator { clinics: 9, ..middle };
    assert_eq!(comparator_name(Locale::Ja, &mixed), "全国の病院と診療所24か所");
    assert_eq!(comparator_name(Locale::En, &mixed), "24 hospitals and clinics nationwide");
    assert_eq!(national_sentence(Locale::Ja, &count, &mixed), None);
}
