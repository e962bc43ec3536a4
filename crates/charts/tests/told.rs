//! Does every drawing tell whoever does not see it what, where and when, from where to where, how many are missing and why?

#![allow(clippy::unwrap_used)] // a test that finds nothing has failed

#[path = "../examples/gallery/samples.rs"]
#[allow(dead_code)]
mod samples;

use charts::*;
use i18n::Locale;
use samples::groups;

/// Every kind of chart as it stands on its own.
fn specimens(locale: Locale) -> Vec<(&'static str, Figure, Frame)> {
    let width = 680.0;
    let rulers = samples::rulers(locale, width);
    let mut people = groups::people_beside(locale, width, "people");
    people.own.known = Known::Missing { reason: reason(locale).to_owned() };
    let missing_ruler = rulers.iter().find(|ruler| ruler.frame.id == "ruler-missing").cloned().unwrap();
    macro_rules! specimen {
        ($name:literal, $spec:expr) => {{
            let spec = $spec;
            ($name, spec.figure(locale), spec.frame)
        }};
    }
    vec![
        specimen!("ruler", missing_ruler),
        specimen!("trend", samples::trend(locale, width)),
        specimen!("icons", people),
        specimen!("comparison", groups::comparison(locale, width, 5)),
        specimen!("intervals", samples::intervals(locale, width)),
        specimen!("funnel", samples::funnel(locale, width, 900)),
        specimen!("places", groups::places(locale, width, 24)),
        specimen!("spread", groups::spread(locale, width, 11)),
        specimen!("map", groups::map(locale, width)),
    ]
}

fn reason(locale: Locale) -> &'static str {
    locale.pick("症例が少ないため公表されていません", "Not published: too few cases")
}

/// A sentence begins with a capital, whatever it was made of.
fn holds(description: &str, words: &str) -> bool {
    description.to_lowercase().contains(&words.to_lowercase())
}

#[test]
fn every_drawing_tells_what_surrounds_it() {
    for locale in Locale::ALL {
        for (name, figure, frame) in specimens(locale) {
            assert_eq!(figure.title, frame.title, "{name}");
            for words in frame.notes.iter().chain([&frame.subtitle, &frame.source]) {
                let words = words.trim_end_matches(['。', '.']);
                assert!(holds(&figure.description, words), "{name} {locale}: {words} in {}", figure.description);
            }
        }
    }
}

#[test]
fn every_drawing_tells_how_many_are_missing_and_why_and_that_this_is_not_bad() {
    let expected = |name: &str, locale: Locale| -> Vec<String> {
        let missing = |n: u32| locale.pick(format!("数値のないもの：{n}。"), format!("Without a figure: {n}. "));
        let of_these = |n: u32, why: &str| locale.pick(format!("うち{n}：{why}"), format!("{n} of these: {why}"));
        let no_survey = locale.pick("調査がありませんでした", "There was no survey");
        match name {
            "ruler" => vec![locale.pick("症例が10件より少ないため", "fewer than 10 cases").to_owned()],
            "icons" => vec![reason(locale).to_owned()],
            "trend" => vec![
                missing(1),
                locale.pick("災害のため報告がありません", "Not reported because of a disaster").to_owned(),
            ],
            "comparison" => vec![missing(1), reason(locale).to_owned()],
            "intervals" => vec![missing(2), reason(locale).to_owned()],
            "funnel" => vec![missing(316), of_these(312, reason(locale)), of_these(4, no_survey)],
            "places" => vec![
                locale.pick("順位の幅がないもの：2。", "Without a range of places: 2. ").to_owned(),
                locale.pick("件数が少ないため、順位の幅は出しません", "No range of places: too few cases").to_owned(),
            ],
            "spread" => vec![missing(1), no_survey.to_owned()],
            _ => vec![
                missing(3),
                of_these(2, locale.pick("値のある病院が少なすぎます", "Too few hospitals have a value")),
                of_these(1, no_survey),
            ],
        }
    };
    for locale in Locale::ALL {
        for (name, figure, _) in specimens(locale) {
            let not_bad = locale.pick("悪いという意味ではありません", "this does not mean it is bad").to_owned();
            for words in expected(name, locale).iter().chain([&not_bad]) {
                assert!(holds(&figure.description, words), "{name} {locale}: {words} in {}", figure.description);
            }
        }
    }
}

#[test]
fn a_drawing_of_many_values_tells_the_lowest_and_the_highest_with_their_ranges() {
    for locale in Locale::ALL {
        let [from, to] = locale.pick(["値は", "から"], ["Values run from ", " to "]);
        for (name, figure, _) in specimens(locale) {
            let extremes = figure.description.split_once(from).map(|(_, after)| after.to_owned());
            match name {
                "ruler" | "icons" | "comparison" => assert!(extremes.is_none(), "{name} says every value"),
                "places" => {
                    let widths = locale.pick("いちばんせまい幅は", "The narrowest range is ");
                    assert!(figure.description.contains(widths), "{}", figure.description);
                }
                _ => {
                    let extremes = extremes.unwrap_or_else(|| panic!("{name} {locale}: {}", figure.description));
                    let sure = match name {
                        "funnel" => locale.pick("患者数（人）：", "patients: "),
                        "intervals" | "map" => locale.pick("の間と考えられます", "probably between"),
                        _ => "20",
                    };
                    let (low, after) = extremes.split_once(to).unwrap();
                    assert!(low.contains(sure) && after.contains(sure), "{name} {locale}: {extremes}");
                }
            }
        }
    }
}

#[test]
fn those_without_a_dot_are_counted_inside_a_funnel() {
    let figure = samples::funnel(Locale::Ja, 680.0, 900).figure(Locale::Ja);
    assert!(figure.text().contains("ほかに数値のないもの：316"), "{}", figure.text());
}

#[test]
fn a_verdict_that_nobody_has_is_no_part_of_what_is_told() {
    let mut funnel = samples::funnel(Locale::Ja, 680.0, 900);
    let words: Vec<String> = funnel
        .verdict_words
        .iter()
        .filter(|(verdict, _)| verdict.is_flagged())
        .map(|(_, words)| words.clone())
        .collect();
    let told = funnel.figure(Locale::Ja).description;
    assert!(words.iter().any(|words| told.contains(&format!("{words}："))), "{told}");
    assert!(!told.contains("：0。"), "{told}");
    for point in &mut funnel.points {
        point.verdict = Verdict::NotJudged;
    }
    let told = funnel.figure(Locale::Ja).description;
    assert!(words.iter().all(|words| !told.contains(&format!("{words}："))), "{told}");
}
