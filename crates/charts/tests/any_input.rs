//! Does every chart stay legible and sound whatever numbers and names it is given?

#[path = "../examples/gallery/samples.rs"]
#[allow(dead_code)]
mod samples;

use charts::*;
use i18n::Locale;
use proptest::prelude::*;

fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -1.0..100.0_f64,
        1 => any::<f64>(),
        1 => prop::sample::select(vec![
            0.0, -0.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN_POSITIVE, 1e-300, 1e15, -1e15,
        ]),
    ]
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[ぁ-んァ-ヶ一-龠a-zA-Z ・（）、。ー]{0,24}",
        1 => Just(samples::LONG_NAME.to_owned()),
        1 => Just("<script>alert('1')</script>&\u{0}\u{202e}\"".to_owned()),
        1 => Just("Pneumonoultramicroscopicsilicovolcanoconiosis-related-readmissions".to_owned()),
        1 => any::<String>().prop_map(|text| text.chars().take(30).collect()),
    ]
}

fn any_axis() -> impl Strategy<Value = Axis> {
    let better = prop::sample::select(vec![BetterEnd::Neither, BetterEnd::Low, BetterEnd::High]);
    (any_number(), any_number(), any_text(), any_text(), any_text(), better).prop_map(
        |(low, high, unit, low_word, high_word, better)| {
            Axis::new(low, high).with_unit(unit).with_ends(low_word, high_word, better)
        },
    )
}

fn any_known() -> impl Strategy<Value = Known> {
    let value = (any_number(), prop::option::of((any_number(), any_number())), any_text(), any_text())
        .prop_map(|(value, interval, text, range_text)| Known::Value(Reading { value, interval, text, range_text }));
    prop_oneof![4 => value, 1 => any_text().prop_map(|reason| Known::Missing { reason })]
}

fn any_people() -> impl Strategy<Value = Known> {
    let value = || prop_oneof![0.0..1_000.0_f64, any_number()];
    let known = (value(), prop::option::of((value(), value())), any_text(), any_text())
        .prop_map(|(value, interval, text, range_text)| Known::Value(Reading { value, interval, text, range_text }));
    prop_oneof![4 => known, 1 => any_known()]
}

fn any_frame() -> impl Strategy<Value = Frame> {
    let width = prop_oneof![200.0..1300.0_f64, any_number()];
    let heading = prop::sample::select(vec![Heading::Drawn, Heading::Elsewhere]);
    (any_text(), any_text(), prop::collection::vec(any_text(), 0..3), any_text(), width, heading).prop_map(
        |(title, subtitle, notes, source, width_px, heading)| Frame {
            id: title.clone(),
            title,
            subtitle,
            description: String::new(),
            notes,
            source,
            width_px,
            heading,
            counted: Counted::default(),
        },
    )
}

fn any_verdict() -> impl Strategy<Value = Verdict> {
    prop::sample::select(Verdict::ALL.to_vec())
}

fn any_locale() -> impl Strategy<Value = Locale> {
    prop::sample::select(Locale::ALL.to_vec())
}

fn any_pointer() -> impl Strategy<Value = Pointer> {
    (any_number(), any_text(), any_text()).prop_map(|(value, label, text)| Pointer { value, label, text })
}

fn any_field() -> impl Strategy<Value = Field> {
    (any_number(), any_number(), any_text()).prop_map(|(low, high, label)| Field { low, high, label })
}

fn any_emphasis() -> impl Strategy<Value = Emphasis> {
    prop_oneof![4 => Just(Emphasis::Plain), 1 => Just(Emphasis::Highlighted)]
}

fn any_national() -> impl Strategy<Value = National> {
    (any_text(), prop::collection::vec(prop::option::of(any_number()), 0..14)).prop_map(|(label, values)| National {
        label,
        values,
        texts: Vec::new(),
    })
}

fn any_breaks() -> impl Strategy<Value = Vec<Break>> {
    let kind = prop::sample::select(vec![BreakKind::Definition, BreakKind::Scope]);
    let change = (0..14_usize, kind, any_text()).prop_map(|(before, kind, label)| Break { before, kind, label });
    prop::collection::vec(change, 0..6)
}

fn any_spread() -> impl Strategy<Value = PeriodSpread> {
    let between = (any_number(), any_number(), any_number(), any_text(), any_text()).prop_map(
        |(low, median, high, median_text, range_text)| PeriodSpread::Between {
            low,
            median,
            high,
            median_text,
            range_text,
        },
    );
    prop_oneof![4 => between, 1 => any_text().prop_map(|reason| PeriodSpread::Missing { reason })]
}

fn any_places() -> impl Strategy<Value = PlaceRange> {
    let place = || prop_oneof![0..60_u32, any::<u32>()];
    let between =
        (place(), place(), any_text()).prop_map(|(first, last, text)| PlaceRange::Between { first, last, text });
    prop_oneof![4 => between, 1 => any_text().prop_map(|reason| PlaceRange::None { reason })]
}

/// What every drawing must be, whatever it shows.
fn sound(figure: &Figure) -> Result<(), TestCaseError> {
    let faults = figure.scene.faults();
    prop_assert!(faults.is_empty(), "{:#?}", &faults[..faults.len().min(5)]);
    for svg in [figure.svg(Theme::System), figure.inline_svg()] {
        for forbidden in ["NaN", "inf", " style=", "javascript"] {
            prop_assert!(!geometry(&svg).contains(forbidden), "{forbidden:?} in {svg}");
        }
        let carries = ["<script", "\u{202e}", "\u{0}"].iter().any(|bad| svg.contains(bad));
        prop_assert!(!carries);
        prop_assert_eq!(svg.matches("<svg").count(), 1);
        let is_group = !figure.links.is_empty() && svg.contains("role=\"group\"");
        prop_assert!((is_group || svg.contains("role=\"img\"")) && svg.trim_end().ends_with("</svg>"));
    }
    let width = figure.table.header.len();
    prop_assert!(figure.table.rows.iter().all(|row| row.len() == width));
    Ok(())
}

/// The elements without the words between them.
fn geometry(svg: &str) -> String {
    let marks = svg.lines().filter(|line| line.starts_with("<path") || line.starts_with("<text"));
    marks.filter_map(|line| line.split('>').next()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_ruler_is_sound_for_any_input(
        frame in any_frame(),
        axis in any_axis(),
        height in prop::sample::select(vec![RulerHeight::Row, RulerHeight::Standard, RulerHeight::Share]),
        known in any_known(),
        (own_label, verdict_words) in (any_text(), any_text()),
        verdict in any_verdict(),
        field in prop::option::of(any_field()),
        national in prop::option::of(any_pointer()),
        locale in any_locale(),
    ) {
        let ruler = Ruler { frame, axis, height, known, own_label, verdict, verdict_words, field, national };
        sound(&ruler.figure(locale))?;
    }

    #[test]
    fn an_interval_list_is_sound_for_any_input(
        frame in any_frame(),
        axis in any_axis(),
        target in prop::option::of(any_pointer()),
        field in prop::option::of(any_field()),
        rows in prop::collection::vec(
            (any_text(), any_text(), any_known(), any_verdict(), any_text(), any_emphasis()).prop_map(
                |(name, detail, known, verdict, verdict_words, emphasis)| IntervalRow {
                    link: name.clone(), name, detail, known, verdict, verdict_words, emphasis,
                },
            ),
            0..8,
        ),
        locale in any_locale(),
    ) {
        sound(&IntervalList { frame, axis, target, field, rows }.figure(locale))?;
    }

    #[test]
    fn plausible_places_are_sound_for_any_input(
        frame in any_frame(),
        of in prop_oneof![0..60_u32, any::<u32>()],
        (first_word, last_word, others_label) in (any_text(), any_text(), any_text()),
        rows in prop::collection::vec(
            (any_text(), any_text(), any_places(), any_emphasis())
                .prop_map(|(name, detail, places, emphasis)| PlacesRow { name, detail, places, emphasis }),
            0..9,
        ),
        left_out in prop_oneof![Just(0), any::<u32>()],
        locale in any_locale(),
    ) {
        sound(&PlausiblePlaces { frame, of, first_word, last_word, others_label, rows, left_out }.figure(locale))?;
    }

    #[test]
    fn an_array_of_people_is_sound_for_any_input(
        frame in any_frame(),
        (own_label, own) in (any_text(), any_people()),
        beside in prop::option::of(
            (any_text(), any_people()).prop_map(|(label, known)| IconGroup { label, known }),
        ),
        (counted_words, others_words) in (any_text(), any_text()),
        locale in any_locale(),
    ) {
        let own = IconGroup { label: own_label, known: own };
        sound(&IconArray { frame, own, beside, counted_words, others_words }.figure(locale))?;
    }

    #[test]
    fn a_comparison_is_sound_for_any_input(
        frame in any_frame(),
        axis in any_axis(),
        field in prop::option::of(any_field()),
        national in prop::option::of(any_pointer()),
        answers in prop::collection::vec(any_text(), 0..4),
        rows in prop::collection::vec(
            (any_text(), any_text(), any_known(), any_verdict(), any_text()).prop_map(
                |(name, detail, known, verdict, verdict_words)| ComparedRow {
                    name, detail, known, verdict, verdict_words,
                },
            ),
            0..7,
        ),
        locale in any_locale(),
    ) {
        sound(&Comparison { frame, axis, rows, field, national, answers }.figure(locale))?;
    }

    #[test]
    fn a_funnel_is_sound_for_any_input(
        frame in any_frame(),
        (x, y) in (any_axis(), any_axis()),
        spacing in prop::sample::select(vec![Spacing::Root, Spacing::Even]),
        target in any_pointer(),
        limits in prop::collection::vec(
            (
                prop::sample::select(vec![LimitKind::Chance, LimitKind::Spread95, LimitKind::Spread998]),
                any_text(),
                prop::collection::vec((any_number(), any_number(), any_number()), 0..12),
            )
                .prop_map(|(kind, label, points)| LimitLine {
                    kind,
                    label,
                    points: points.into_iter().map(|(x, low, high)| LimitPoint { x, low, high }).collect(),
                }),
            0..3,
        ),
        points in prop::collection::vec(
            (any_number(), any_number(), any_verdict(), any_emphasis(), any_text()).prop_map(
                |(x, y, verdict, emphasis, name)| FunnelPoint { x, y, verdict, emphasis, name, text: String::new() },
            ),
            0..40,
        ),
        others_label in any_text(),
        missing in prop::collection::vec(
            (any_text(), 0..9_usize).prop_map(|(reason, count)| Missing { reason, count }), 0..3,
        ),
        locale in any_locale(),
    ) {
        let verdict_words = Verdict::ALL.iter().map(|verdict| (*verdict, format!("{verdict:?}"))).collect();
        let funnel = Funnel { frame, x, spacing, y, target, limits, points, verdict_words, others_label, missing };
        sound(&funnel.figure(locale))?;
    }

    #[test]
    fn a_spread_over_time_is_sound_for_any_input(
        frame in any_frame(),
        axis in any_axis(),
        periods in prop::collection::vec(any_text(), 0..14),
        spreads in prop::collection::vec(any_spread(), 0..14),
        (field_label, median_label) in (any_text(), any_text()),
        national in prop::option::of(any_national()),
        own in prop::option::of(
            (any_text(), prop::collection::vec(any_known(), 0..14)).prop_map(|(label, values)| OwnSeries { label, values }),
        ),
        breaks in any_breaks(),
        locale in any_locale(),
    ) {
        let spread = SpreadOverTime {
            frame, axis, periods, spreads, field_label, median_label, national, own, breaks,
        };
        sound(&spread.figure(locale))?;
    }

    #[test]
    fn a_map_of_tiles_is_sound_for_any_input(
        frame in any_frame(),
        tiles in prop::collection::btree_map(
            (0..12_u8, 0..12_u8), (any_text(), any_text(), any_text(), any_known(), any_text()), 0..20,
        ),
        (bounds, step_words) in (prop::collection::vec(any_number(), 0..4), prop::collection::vec(any_text(), 0..5)),
        (missing_words, shade_words) in (any_text(), any_text()),
        locale in any_locale(),
    ) {
        let tile = |((column, row), (short_name, code, name, known, figure))| Tile {
            column, row, short_name, code, name, known, figure, link: String::new(),
        };
        let tiles = tiles.into_iter().map(tile).collect();
        sound(&TileMap { frame, tiles, bounds, step_words, missing_words, shade_words }.figure(locale))?;
    }

    #[test]
    fn a_trend_is_sound_for_any_input(
        frame in any_frame(),
        height in prop::sample::select(vec![TrendHeight::Small, TrendHeight::Standard]),
        axis in any_axis(),
        periods in prop::collection::vec(any_text(), 0..14),
        values in prop::collection::vec(any_known(), 0..14),
        own_label in any_text(),
        national in prop::option::of(any_national()),
        breaks in any_breaks(),
        locale in any_locale(),
    ) {
        sound(&Trend { frame, height, axis, periods, values, own_label, national, breaks }.figure(locale))?;
    }
}

#[test]
fn the_samples_are_sound_at_every_width() {
    for locale in Locale::iter() {
        for width in [240.0, 280.0, 320.0, 360.0, 480.0, 560.0, 680.0, 800.0, 1200.0, 1600.0, 2400.0] {
            for figure in samples::figures(locale, width) {
                assert_eq!(figure.scene.faults(), Vec::<String>::new(), "{} {locale} {width}", figure.id);
            }
        }
    }
}

#[test]
fn a_funnel_of_all_hospitals_stays_small_and_keeps_every_flagged_one() {
    let funnel = samples::funnel(Locale::Ja, 680.0, 4_500);
    let flagged = funnel.points.iter().filter(|point| point.verdict.is_flagged()).count();
    assert!(flagged > 100);
    let svg = funnel.figure(Locale::Ja).svg(Theme::System);
    assert!(svg.len() < 120_000, "{} bytes before compression", svg.len());
    let shapes: usize = svg
        .lines()
        .filter(|line| {
            line.starts_with("<path class=\"mc-f-better\"") || line.starts_with("<path class=\"mc-f-worse\"")
        })
        .map(|line| line.matches('z').count())
        .sum();
    // One shape for each, those beyond the scale merged where they coincide, and one for each sign in the legend.
    assert!(shapes + 40 >= flagged && shapes <= flagged + 10, "{shapes} shapes for {flagged} flagged");
}

/// As a server would send it.
fn compressed(svg: &str) -> usize {
    use std::io::Write;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    let written = encoder.write_all(svg.as_bytes()).and_then(|()| encoder.finish());
    written.map_or(usize::MAX, |bytes| bytes.len())
}

#[test]
fn a_funnel_of_all_hospitals_is_small_to_send_at_every_width_and_where_all_are_flagged() {
    for width in [360.0, 1_200.0, 2_400.0] {
        let usual = samples::funnel(Locale::Ja, width, 4_500);
        let bytes = compressed(&usual.figure(Locale::Ja).svg(Theme::Light));
        assert!(bytes < 60_000, "{bytes} bytes at {width}");
        let mut flagged = usual;
        flagged.points.iter_mut().for_each(|point| point.verdict = Verdict::FarWorse);
        let bytes = compressed(&flagged.figure(Locale::Ja).svg(Theme::Light));
        assert!(bytes < 250_000, "{bytes} bytes at {width} where every point is flagged");
    }
}

#[test]
fn points_that_coincide_are_one_dot_and_none_is_lost_from_the_count() {
    let mut funnel = samples::funnel(Locale::En, 680.0, 4_500);
    for point in funnel.points.iter_mut().filter(|point| point.emphasis == Emphasis::Plain) {
        (point.x, point.y, point.verdict) = (900.0, 24.0, Verdict::CannotTell);
    }
    let figure = funnel.figure(Locale::En);
    let is_cloud = |mark: &&Mark| matches!(mark, Mark::Dot { ink: Ink::Cloud, .. });
    // one dot in the plot, one in the legend
    assert_eq!(figure.scene.marks.iter().filter(is_cloud).count(), 2);
    assert!(figure.description.contains("4,500 in all"), "{}", figure.description);
    assert!(figure.description.contains("drawn as one, and all are counted"));
    // but for words around it that tell the same number
    funnel.frame.counted = Counted { behind: " hospitals".to_owned(), alone: "hospitals".to_owned() };
    let told = funnel.figure(Locale::En);
    assert!(told.title.contains("4,500 hospitals") && !told.description.contains("4,500"), "{}", told.description);
    assert_eq!(figure.table.rows.last().unwrap()[0], "and 4,300 more");
}
