//! Do the drawings of whole groups keep their promises: no bare place, no lost people, no line across a definition?

#[path = "../examples/gallery/samples.rs"]
#[allow(dead_code)]
mod samples;

use charts::*;
use i18n::Locale;
use samples::groups;

fn rects(scene: &Scene, wanted: Ink) -> Vec<Area> {
    let area = |mark: &Mark| match mark {
        Mark::Rect { area, ink } if *ink == wanted => Some(*area),
        _ => None,
    };
    scene.marks.iter().filter_map(area).collect()
}

#[test]
fn places_are_bands_and_never_points() {
    let places = groups::places(Locale::Ja, 680.0, 24);
    let scene = places.place(Locale::Ja);
    assert!(!scene.marks.iter().any(|mark| matches!(mark, Mark::Dot { .. })));
    // the row itself and its sign in the legend
    assert_eq!(rects(&scene, Ink::Ink).len(), 2);
    let with_range = places.rows.iter().filter(|row| matches!(row.places, PlaceRange::Between { .. })).count();
    assert_eq!(rects(&scene, Ink::Field).len(), with_range, "all but the one looked for, and the sign in the legend");
}

#[test]
fn a_range_of_places_stands_on_one_line() {
    for width in [240.0, 560.0, 680.0, 1_200.0] {
        let figure = groups::places(Locale::Ja, width, 24).figure(Locale::Ja);
        assert!(figure.text().lines().all(|line| line != "目" && line != "番目"), "{width}: {}", figure.text());
    }
}

#[test]
fn a_wider_range_of_places_is_a_wider_band() {
    let mut places = groups::places(Locale::En, 680.0, 24);
    let between = |first, last| PlaceRange::Between { first, last, text: format!("{first} to {last}") };
    places.rows.truncate(2);
    places.rows[0].places = between(3, 3);
    places.rows[1].places = between(3, 8);
    let widths: Vec<f64> =
        rects(&places.place(Locale::En), Ink::Field).iter().skip(1).map(|area| area.right - area.left).collect();
    assert!((widths[1] / widths[0] - 6.0).abs() < 1e-9, "{widths:?}");
}

#[test]
fn a_long_list_of_places_says_what_is_left_out_and_keeps_who_is_looked_for() {
    let mut places = groups::places(Locale::Ja, 680.0, 180);
    places.rows[5].emphasis = Emphasis::Plain;
    places.rows[99].emphasis = Emphasis::Highlighted;
    let figure = places.figure(Locale::Ja);
    assert!(figure.text().contains("ほかに120ありますが、ここには描いていません"), "{}", figure.text());
    assert!(figure.text().contains("架空第100病院") && !figure.text().contains("架空第60病院"));
    assert_eq!(figure.table.rows.len(), 100);
    assert!(figure.description.contains("悪いという意味ではありません"));
}

/// Heads of people, or people who are dots.
fn people(scene: &Scene, ink: Ink) -> usize {
    scene.marks.iter().filter(|mark| matches!(mark, Mark::Dot { ink: found, .. } if *found == ink)).count()
}

#[test]
fn a_thousand_people_are_a_thousand_at_every_width() {
    for width in [240.0, 360.0, 680.0, 1_200.0, 2_400.0] {
        let scene = groups::people(Locale::Ja, width, "p").place(Locale::Ja);
        // one more of each in the legend
        assert_eq!(people(&scene, Ink::Ink), 12 + 1, "{width}");
        assert_eq!(people(&scene, Ink::Hatch), 5, "{width}");
        assert_eq!(people(&scene, Ink::Cloud), 1_000 - 17 + 1, "{width}");
        let both = groups::people_beside(Locale::Ja, width, "p").place(Locale::Ja);
        assert_eq!(people(&both, Ink::Ink), 128 + 93 + 1, "{width}");
    }
}

#[test]
fn a_share_of_people_is_said_with_its_range() {
    let figure = groups::people(Locale::Ja, 680.0, "p").figure(Locale::Ja);
    let sentence = "1,000人中 12人（8〜17人の間と考えられます）";
    assert!(figure.text().contains(sentence) && figure.description.contains(sentence));
}

#[test]
fn people_of_whom_nothing_is_known_are_hatched_with_the_reason() {
    let mut people_of = groups::people(Locale::En, 680.0, "p");
    people_of.own.known = Known::Missing { reason: "Not published: too few cases".to_owned() };
    let figure = people_of.figure(Locale::En);
    assert_eq!(people(&figure.scene, Ink::Ink) + people(&figure.scene, Ink::Cloud), 0);
    assert!(figure.text().contains("Not published: too few cases"));
    assert!(figure.text().contains("this does not mean it is bad"));
}

#[test]
fn a_comparison_says_whether_they_can_be_told_apart_and_no_word_without_its_number() {
    let comparison = groups::comparison(Locale::Ja, 680.0, 5);
    let figure = comparison.figure(Locale::Ja);
    let joined = figure.text().replace('\n', "");
    assert!(joined.contains("この2病院だけを比べると") && figure.description.contains("この2病院だけを比べると"));
    assert!(joined.contains("症例が少ないため公表されていません悪いという意味ではありません"), "{joined}");
    // the last one has no value, so its word is neither drawn nor in the table
    assert_eq!(joined.matches("とくらべて、").count(), 4);
    assert_eq!(figure.table.rows[4][3], "");
}

#[test]
fn every_known_year_has_a_field_and_no_line_crosses_a_change_of_definition() {
    let mut spread = groups::spread(Locale::Ja, 680.0, 11);
    let scene = spread.place(Locale::Ja);
    let fields = rects(&scene, Ink::Field);
    assert_eq!(fields.len(), 10 + 1, "ten years of eleven, and the sign in the legend");
    let gap = rects(&scene, Ink::Paper)[0];
    let crosses = |mark: &&Mark| match mark {
        Mark::Line { points, ink: Ink::Ink | Ink::Quiet, .. } => {
            points.iter().any(|p| p.0 < gap.left - 1.0)
                && points.iter().any(|p| p.0 > gap.right + 1.0)
                && points.iter().all(|p| p.1 < gap.bottom - 1.0)
        }
        _ => false,
    };
    assert_eq!(scene.marks.iter().filter(crosses).count(), 0);
    spread.breaks[1].kind = BreakKind::Scope;
    let crossing = spread.place(Locale::Ja).marks.iter().filter(crosses).count();
    assert_eq!(crossing, 2, "dashes of the country and the line of the hospital cross a change of scope");
}

#[test]
fn a_spread_over_time_is_told_in_the_table_too() {
    let table = groups::spread(Locale::Ja, 680.0, 11).table(Locale::Ja);
    assert_eq!(table.rows.len(), 11);
    assert_eq!(table.rows[5][1], "調査がありませんでした");
    assert_eq!(table.rows[0][1], "0.10〜0.56件");
    assert!(table.rows[4].last().unwrap().contains("数え方が変わりました"));
    assert_eq!(groups::spread(Locale::Ja, 680.0, 3).table(Locale::Ja).header.len(), 5);
}
