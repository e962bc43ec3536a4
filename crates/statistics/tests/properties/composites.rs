//! Are composites fair to everyone, in every order?

use proptest::prelude::*;
use statistics::composite::*;
use statistics::{Direction, Reading};

fn scores() -> impl Strategy<Value = Vec<Vec<Option<StandardScore>>>> {
    let score = (-3.0..3.0f64, 0.01..1.0f64).prop_map(|(z, standard_error)| StandardScore {
        z,
        standard_error,
        clipped: false,
    });
    prop::collection::vec(prop::collection::vec(prop::option::weighted(0.85, score), 4), 1..25)
}

fn table(rows: &[(u64, &Vec<Option<StandardScore>>)]) -> Criteria {
    let mut table = Criteria::new(4).unwrap();
    rows.iter().for_each(|(key, row)| table.push(*key, row).unwrap());
    table
}

fn entries() -> impl Strategy<Value = Vec<Vec<Entry>>> {
    let entry = prop_oneof![
        6 => (-3.0..3.0f64, 0.01..1.0f64).prop_map(|(y, s)| Entry::Value(Reading::new(y, s).unwrap())),
        1 => Just(Entry::NotReported),
        1 => Just(Entry::Small),
        1 => Just(Entry::NotProvided),
    ];
    prop::collection::vec(prop::collection::vec(entry, 5), 5..25)
}

const GROUPS: [Group; 2] =
    [Group { weight: 0.7, errors: SharedError::Independent }, Group { weight: 0.3, errors: SharedError::OneSource }];

fn measures() -> [Measure; 5] {
    [0, 0, 0, 1, 1].map(|group| Measure { group, direction: Direction::HigherIsBetter })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_order_of_hospitals_does_not_matter(rows in scores()) {
        let keyed: Vec<_> = rows.iter().enumerate().map(|(i, row)| (i as u64 * 31 + 7, row)).collect();
        let turned: Vec<_> = keyed.iter().rev().copied().collect();
        let region = WeightRegion::from_sliders(&[3.0, 1.0, 2.0, 0.5], DEFAULT_VAGUENESS).unwrap();
        let forth = plausible_places(&table(&keyed), &region, 3).unwrap();
        let mut back = plausible_places(&table(&turned), &region, 3).unwrap();
        back.hospitals.reverse();
        prop_assert_eq!(&forth, &back);
        let mut back = sensitivity(&table(&turned), &region);
        back.reverse();
        prop_assert_eq!(sensitivity(&table(&keyed), &region), back);
    }

    #[test]
    fn plausible_places_are_consistent(rows in scores(), top in 0..6usize) {
        let keyed: Vec<_> = rows.iter().enumerate().map(|(i, row)| (i as u64, row)).collect();
        let region = WeightRegion::from_sliders(&[1.0; 4], 0.5).unwrap();
        let answer = plausible_places(&table(&keyed), &region, top).unwrap();
        let placed: Vec<Placed> = answer.hospitals.iter().filter_map(|h| h.placed).collect();
        prop_assert_eq!(placed.len(), answer.placed);
        let shares: f64 = placed.iter().map(|p| p.top_share).sum();
        prop_assert!((shares - top.min(placed.len()) as f64).abs() < 1e-9);
        for place in &placed {
            prop_assert!(1 <= place.first && place.first <= place.median && place.median <= place.last && place.last <= placed.len());
            prop_assert!((1..=answer.groups).contains(&place.group));
            for other in &placed {
                let overlap = place.first <= other.last && other.first <= place.last;
                prop_assert!(!overlap || place.group == other.group);
            }
        }
    }

    #[test]
    fn silence_never_raises_a_score(rows in entries()) {
        for composite in imputed_composite(&measures(), &GROUPS, &rows).into_iter().flatten().flatten() {
            prop_assert!(composite.score <= composite.reweighted + 1e-12);
            prop_assert!(composite.bounds.lower <= composite.bounds.upper + 1e-12);
        }
    }

    #[test]
    fn better_on_everything_is_never_placed_behind(z in prop::collection::vec(-2.0..2.0f64, 4)) {
        let score = |z: f64| Some(StandardScore { z, standard_error: 1e-6, clipped: false });
        let low: Vec<_> = z.iter().map(|z| score(*z)).collect();
        let high: Vec<_> = z.iter().map(|z| score(z + 0.1)).collect();
        let region = WeightRegion::from_sliders(&[1.0, 5.0, 0.2, 3.0], 0.9).unwrap();
        let answer = plausible_places(&table(&[(1, &low), (2, &high)]), &region, 1).unwrap();
        prop_assert_eq!(answer.hospitals[1].placed.map(|p| (p.first, p.last)), Some((1, 1)));
    }
}

#[test]
fn equal_hospitals_share_all_places() {
    let row = vec![Some(StandardScore { z: 0.3, standard_error: 0.5, clipped: false }); 4];
    let rows: Vec<_> = (0..10).map(|key| (key, &row)).collect();
    let region = WeightRegion::from_sliders(&[1.0; 4], DEFAULT_VAGUENESS).unwrap();
    let answer = plausible_places(&table(&rows), &region, 1).unwrap();
    for standing in &answer.hospitals {
        let placed = standing.placed.unwrap();
        assert_eq!((placed.first, placed.last, placed.group), (1, 10, 1));
        assert!((placed.top_share - 0.1).abs() < 0.03, "{placed:?}");
    }
    assert_eq!(answer.groups, 1);
}

#[test]
fn answers_to_questions_cut_the_region() {
    let bounds = [(0.0, 10.0), (0.0, 10.0)];
    let preference = Preference { preferred: 0, other: 1, ratio: 2.0 };
    let region = WeightRegion::from_bounds(&bounds, &[preference]).unwrap();
    assert!((0..DRAWS).all(|d| region.weights(d)[0] >= 2.0 * region.weights(d)[1]));
    assert!(region.central()[0] >= 2.0 * region.central()[1]);
    let against = Preference { preferred: 1, other: 0, ratio: 2.0 };
    assert_eq!(WeightRegion::from_bounds(&bounds, &[preference, against]), Err(WeightRegionError::Contradiction));
    assert_eq!(WeightRegion::from_sliders(&[], 0.25), Err(WeightRegionError::Criteria));
    assert_eq!(WeightRegion::from_sliders(&[0.0, 0.0], 0.25), Err(WeightRegionError::NothingWanted));
    assert_eq!(WeightRegion::from_sliders(&[-1.0], 0.25), Err(WeightRegionError::Bounds));
    assert_eq!(WeightRegion::from_sliders(&[f64::NAN], 0.25), Err(WeightRegionError::Bounds));
}

#[test]
fn the_criterion_that_matters_is_named() {
    let score = |z| Some(StandardScore { z, standard_error: 0.05, clipped: false });
    let rows: Vec<Vec<Option<StandardScore>>> =
        (0..9).map(|i| vec![score(f64::from(i) / 4.0), score(if i == 0 { 3.0 } else { 0.0 })]).collect();
    let mut table = Criteria::new(2).unwrap();
    rows.iter().enumerate().for_each(|(i, row)| table.push(i as u64, row).unwrap());
    let region = WeightRegion::from_sliders(&[1.0, 1.0], 0.1).unwrap();
    let moved = sensitivity(&table, &region)[0].unwrap();
    assert_eq!((moved.criterion, moved.change), (1, WeightChange::Dropped));
    assert!(moved.places > 4, "{moved:?}");
}

#[test]
fn stars_follow_the_scores_within_a_peer_group() {
    let measures: Vec<StarMeasure> =
        (0..20).map(|m| StarMeasure { group: StarGroup::ALL[m / 4], direction: Direction::HigherIsBetter }).collect();
    let value = |h: usize, m: usize| {
        Some(noise(900, h) + 0.8 * noise(m as u64, h)).filter(|_| !(h.is_multiple_of(3) && m >= 16))
    };
    let rows: Vec<Vec<Option<f64>>> = (0..400).map(|h| (0..20).map(|m| value(h, m)).collect()).collect();
    for rules in [StarRules::Sas2021, StarRules::R2026] {
        let stars = cms_stars(&measures, &rows, rules).unwrap();
        for peers in [4, 5] {
            let mut group: Vec<&StarHospital> = stars.iter().filter(|s| s.peer_group == Some(peers)).collect();
            assert!(group.len() > 100);
            group.sort_by(|a, b| a.summary.unwrap().total_cmp(&b.summary.unwrap()));
            let capped = |s: &StarHospital| rules == StarRules::R2026 && s.star == Some(4);
            assert!(group.windows(2).all(|pair| pair[0].star <= pair[1].star || capped(pair[1])));
            assert_eq!(group[0].star, Some(1));
            assert!(group.iter().all(|s| s.distance_to_boundary.unwrap() >= 0.0));
        }
    }
}

#[test]
fn impossible_composites_have_a_defined_answer() {
    assert!(Criteria::new(0).is_none() && Criteria::new(21).is_none());
    let mut table = Criteria::new(1).unwrap();
    let score = |z| Some(StandardScore { z, standard_error: 0.1, clipped: false });
    assert!(table.push(1, &[]).is_none() && table.push(1, &[score(f64::NAN)]).is_none());
    let region = WeightRegion::from_sliders(&[1.0], 0.25).unwrap();
    assert!(plausible_places(&table, &region, 1).unwrap().hospitals.is_empty());
    table.push(1, &[score(1.0)]).unwrap();
    let alone = plausible_places(&table, &region, 1).unwrap().hospitals[0].placed.unwrap();
    assert_eq!((alone.first, alone.last, alone.top_share), (1, 1, 1.0));
    let two = WeightRegion::from_sliders(&[1.0, 1.0], 0.25).unwrap();
    assert!(plausible_places(&table, &two, 1).is_none() && sensitivity(&table, &two)[0].is_none());
    assert!(cms_stars(&[], &[vec![Some(1.0)]], StarRules::Sas2021).is_none());
}
