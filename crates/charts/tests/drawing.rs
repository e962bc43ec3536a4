//! Are the promises of each chart kept in the drawing: name, description, source, caveats, order, breaks, off the scale?

#[path = "../examples/gallery/samples.rs"]
#[allow(dead_code)]
mod samples;

use charts::*;
use i18n::Locale;

fn lines_between(scene: &Scene, left: f64, right: f64, wanted: Ink) -> usize {
    let crosses = |mark: &&Mark| match mark {
        Mark::Line { points, ink, .. } => {
            *ink == wanted && points.iter().any(|point| point.0 < left) && points.iter().any(|point| point.0 > right)
        }
        _ => false,
    };
    scene.marks.iter().filter(crosses).count()
}

#[test]
fn source_and_caveats_are_inside_every_drawing_that_travels() {
    for locale in Locale::iter() {
        for figure in samples::figures(locale, 680.0) {
            if ["ruler-row", "ruler-row-missing", "trend-small"].contains(&figure.id.as_str()) {
                continue;
            }
            let text = figure.text();
            assert!(text.contains(locale.pick("架空の病院調査", "fictional hospital survey")), "{}", figure.id);
            assert!(text.contains(locale.pick("調整していません", "Not adjusted")), "{}", figure.id);
        }
    }
}

#[test]
fn every_figure_has_a_name_a_description_and_a_table() {
    for figure in samples::figures(Locale::Ja, 340.0) {
        let svg = figure.inline_svg();
        assert!(svg.contains(&format!("aria-labelledby=\"{}-title\"", figure.id)));
        assert!(figure.description.contains("架空の病院調査"), "{}", figure.description);
        assert!(!figure.table.rows.is_empty());
        assert!(!svg.contains("<style"), "a drawing in a page brings no style of its own");
        assert!(figure.svg(Theme::System).contains("<style>"));
    }
}

#[test]
fn a_missing_value_is_hatched_has_its_reason_and_no_dot() {
    let rulers = samples::rulers(Locale::Ja, 340.0);
    let missing = rulers.iter().find(|ruler| ruler.frame.id == "ruler-missing").unwrap();
    let scene = missing.place(Locale::Ja);
    assert!(scene.marks.iter().any(|mark| matches!(mark, Mark::Line { ink: Ink::Hatch, .. })));
    assert!(!scene.marks.iter().any(|mark| matches!(mark, Mark::Dot { .. })));
    let text = missing.figure(Locale::Ja).text();
    assert!(text.contains("症例が10件より少ないため"));
    assert!(text.contains("悪いという意味ではありません"));
}

#[test]
fn a_value_off_the_scale_is_said_to_be_off_the_scale() {
    let rulers = samples::rulers(Locale::Ja, 340.0);
    let off = rulers.iter().find(|ruler| ruler.frame.id == "ruler-off-scale").unwrap();
    assert!(off.figure(Locale::Ja).text().contains("目盛りの外"));
    assert!(!rulers[0].figure(Locale::Ja).text().contains("目盛りの外"));
    let funnel = samples::funnel(Locale::En, 680.0, 4_500).figure(Locale::En);
    assert!(funnel.text().contains("Off the scale: "));
}

#[test]
fn where_neither_end_is_better_there_is_no_arrow() {
    let mut ruler = samples::ruler(Locale::En, "r", 680.0);
    assert!(ruler.figure(Locale::En).text().contains("fewer (better)"));
    let with_arrow = ruler.place(Locale::En).marks.len();
    ruler.axis.better = BetterEnd::Neither;
    assert!(!ruler.figure(Locale::En).text().contains("better"));
    assert_eq!(ruler.place(Locale::En).marks.len() + 2, with_arrow);
}

#[test]
fn no_line_crosses_a_change_of_definition_and_only_that_of_all_is_dashed_across_a_change_of_scope() {
    let mut trend = samples::trend(Locale::Ja, 680.0);
    trend.breaks.retain(|change| change.kind == BreakKind::Definition);
    let scene = trend.place(Locale::Ja);
    let gap = scene
        .marks
        .iter()
        .find_map(|mark| match mark {
            Mark::Rect { area, ink: Ink::Paper } => Some((area.left + area.right) / 2.0),
            _ => None,
        })
        .unwrap();
    for ink in [Ink::Ink, Ink::Quiet] {
        let crossing = lines_between(&scene, gap - 8.0, gap + 8.0, ink);
        // The ruler's edge at the bottom is the only thing that runs through.
        assert_eq!(crossing, usize::from(ink == Ink::Ink));
    }
    trend.breaks[0].kind = BreakKind::Scope;
    let scene = trend.place(Locale::Ja);
    assert_eq!(lines_between(&scene, gap - 8.0, gap + 8.0, Ink::Ink), 2);
    // which other hospitals are counted is no matter of this one's own value
    let dashed = |of: Ink| {
        let is_dashed = |mark: &&Mark| matches!(mark, Mark::Line { stroke: Stroke::Dashed, ink, .. } if *ink == of);
        scene.marks.iter().filter(is_dashed).count()
    };
    assert_eq!((dashed(Ink::Ink), dashed(Ink::Quiet)), (0, 1));
}

#[test]
fn rows_keep_the_order_they_are_given_in() {
    let list = samples::intervals(Locale::Ja, 680.0);
    let text = list.figure(Locale::Ja).text();
    let place = |name: &str| text.find(name).unwrap();
    assert!(place("架空第1病院") < place("架空第2病院"));
    assert!(place("架空第2病院") < place("架空第4病院"));
    let table = list.table(Locale::Ja);
    assert_eq!(table.rows.len(), list.rows.len());
    assert!(table.rows[0][0].contains("みなと市"));
}

#[test]
fn highlighted_hospitals_are_named_and_come_first_in_the_table() {
    let figure = samples::funnel(Locale::Ja, 680.0, 4_500).figure(Locale::Ja);
    assert!(figure.text().contains("みなと市民病院"));
    assert!(figure.description.contains("しおかぜ病院"));
    assert_eq!(figure.table.rows[0][0], "みなと市民病院");
    assert_eq!(figure.table.rows.len(), Funnel::TABLE_ROWS + 1);
}

#[test]
fn two_drawings_of_one_chart_stand_in_one_page() {
    let narrow = samples::ruler(Locale::Ja, "falls-n", Frame::PHONE).figure(Locale::Ja);
    let wide = samples::ruler(Locale::Ja, "falls-w", Frame::DESKTOP).figure(Locale::Ja);
    let html = responsive(&narrow, &wide);
    assert!(html.contains("class=\"mc mc-narrow\"") && html.contains("class=\"mc mc-wide\""));
    assert!(html.contains("id=\"falls-n-title\"") && html.contains("id=\"falls-w-title\""));
}

/// The places of everything on a ruler, one mark a line, so that a change of layout is seen in review.
#[test]
fn the_ruler_stands_where_it_stood() {
    let scene = samples::ruler(Locale::Ja, "ruler", 340.0).place(Locale::Ja);
    insta::assert_snapshot!(outline(&scene));
}

#[test]
fn the_row_stands_where_it_stood() {
    let rulers = samples::rulers(Locale::En, 340.0);
    let row = rulers.iter().find(|ruler| ruler.frame.id == "ruler-row").unwrap();
    insta::assert_snapshot!(outline(&row.place(Locale::En)));
}

#[test]
fn the_trend_stands_where_it_stood() {
    let scene = samples::trend(Locale::En, 340.0).place(Locale::En);
    insta::assert_snapshot!(outline(&scene));
}

/// A scene as text: sizes and places rounded to half pixels, ticks counted rather than listed.
fn outline(scene: &Scene) -> String {
    let mut lines = vec![format!("sheet {} × {}", scene.width, scene.height)];
    let mut ticks = 0;
    let half = |value: f64| (value * 2.0).round() / 2.0;
    for mark in &scene.marks {
        match mark {
            Mark::Line { ink: Ink::Tick | Ink::Grid | Ink::Hatch, .. } => ticks += 1,
            Mark::Line { points, ink, stroke, .. } => {
                let ends = [points[0], points[points.len() - 1]].map(|(x, y)| (half(x), half(y)));
                lines.push(format!("line {ink:?} {stroke:?} {:?} → {:?}", ends[0], ends[1]));
            }
            Mark::Fill { points, ink } => {
                lines.push(format!(
                    "shape {ink:?} with {} corners at {:?}",
                    points.len(),
                    (half(points[0].0), half(points[0].1))
                ));
            }
            Mark::Rect { area, ink } => {
                lines.push(format!("rect {ink:?} {:?}", [area.left, area.top, area.right, area.bottom].map(half)))
            }
            Mark::Dot { at, radius, ink } => {
                lines.push(format!("dot {ink:?} r {radius} at {:?}", (half(at.0), half(at.1))));
            }
            Mark::Text(label) => lines.push(format!(
                "text {:?} {} {:?} at {:?}",
                label.text,
                label.size,
                label.anchor,
                (half(label.at.0), half(label.at.1))
            )),
        }
    }
    lines.push(format!("fine lines: {ticks}"));
    lines.join("\n")
}

#[test]
fn a_row_with_an_address_is_a_link_with_its_value_and_the_drawing_alone_is_not() {
    let mut list = samples::intervals(Locale::Ja, 680.0);
    assert!(list.figure(Locale::Ja).links.is_empty());
    list.rows.iter_mut().for_each(|row| row.link = format!("/ja/hospitals/{}", row.name));
    let figure = list.figure(Locale::Ja);
    assert_eq!(figure.links.len(), list.rows.len());
    for (link, row) in figure.links.iter().zip(&figure.table.rows) {
        let [name, value, range, verdict] = row.as_slice() else { panic!("four columns") };
        assert!(link.name.contains(name) && link.name.contains(value), "{}", link.name);
        assert!(link.more.contains(range) && link.more.contains(verdict), "{}", link.more);
    }
    assert!(figure.links.windows(2).all(|pair| pair[0].area.bottom <= pair[1].area.top));
    assert!(figure.inline_svg().contains("<a href") && !figure.svg(Theme::Light).contains("<a href"));
}
