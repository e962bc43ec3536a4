//! Is a facility of one file known again in another, wherever it is printed to lie?

use super::*;

#[test]
fn a_facility_without_a_place_is_known_by_number_and_name() {
    let placeless = FacilityRecord {
        municipality: String::new(),
        region_code: String::new(),
        ..facility("made-up:2022", "みなと病院")
    };
    let counts = file(
        "counts",
        Batch {
            facilities: vec![placeless],
            observations: vec![ObservationRecord { stratum: "01".to_string(), ..value(Subject::Facility(0), 7.0) }],
            ..Batch::default()
        },
    );
    let survey = survey("survey", Authority::Official, &["みなと病院"], &[1.0]);
    let assembled = put_together(vec![register(), counts.clone(), survey]);
    assert_eq!(values_of(&assembled), [("jp-1", 1.0), ("jp-1", 7.0)]);
    let alone = put_together(vec![register(), counts]);
    assert!(values_of(&alone)[0].0.starts_with("jp-x-00-"), "a name alone links nothing");
}

#[test]
fn a_hospital_under_a_new_name_is_known_by_its_beds_and_keeps_that_name() {
    let beds = |hospital: Subject, number: &str| ContextRecord {
        hospital,
        key: "beds_total".to_string(),
        value: number.to_string(),
        valid_from: None,
        valid_to: None,
    };
    let own = || Subject::Hospital(HospitalId::parse("jp-9").unwrap());
    let register = |number: &str| {
        let hospitals = vec![hospital("jp-9", "架空佐渡大学病院", None)];
        file("navii", Batch { hospitals, context: vec![beds(own(), number)], ..Batch::default() })
    };
    let report = || {
        let facilities = vec![facility("beds:2025", "架空佐渡医科大学病院")];
        let context = vec![beds(Subject::Facility(0), "815")];
        file("report", Batch { facilities, context, ..Batch::default() })
    };
    let told = |number: &str| {
        let assembled = put_together(vec![register(number), report()]);
        let names = assembled.batch.context.iter().filter(|c| c.key == "other_name").map(|c| c.value.clone());
        (assembled.batch.hospitals.len(), names.collect::<Vec<_>>())
    };
    assert_eq!(told("815"), (1, vec!["架空佐渡医科大学病院".to_string()]));
    assert_eq!(told("500").0, 2, "another size is another hospital");
}

#[test]
fn a_hospital_that_moved_across_a_border_is_one() {
    let name = "架空みなと病院";
    let old = || printed("made-up:2018", 2018, name, &[("14", "14201")]);
    let counts = || printed("made-up:2018", 2017, name, &[("", "")]);
    let new = || {
        let mut new = printed("made-up:2022", 2022, "架空みなと医療センター", &[("15", "15224")]);
        let facility = &mut new.batch.as_mut().unwrap().facilities[0];
        facility.also = vec![("made-up:2018".to_string(), "7".to_string())];
        facility.other_names = vec![name.to_string()];
        new
    };
    for order in [vec![old(), counts(), new()], vec![new(), counts(), old()], vec![counts(), old(), new()]] {
        let assembled = put_together(order);
        let own = unlinked_facility_id("15224", &normalise("架空みなと医療センター")).unwrap();
        assert_eq!(values_of(&assembled), [(own.as_str(), 1.0); 3]);
        assert_eq!(assembled.batch.hospitals.len(), 1);
        assert_eq!(assembled.batch.identifiers.len(), 2);
        for place in ["00", "14201", "15224"] {
            let before = unlinked_facility_id(place, &normalise(name)).unwrap();
            assert!(assembled.moved.contains(&(before.clone(), own.clone())), "{before}: {:?}", assembled.moved);
        }
    }
}

#[test]
fn a_number_and_name_that_one_file_prints_in_two_prefectures_are_two() {
    let name = "井上架空病院";
    let both = || printed("made-up:2018", 2018, name, &[("14", "14201"), ("15", "15224")]);
    let one = || printed("made-up:2018", 2019, name, &[("15", "15224")]);
    let third = || printed("made-up:2018", 2020, name, &[("16", "16201")]);
    for order in [vec![both(), one(), third()], vec![third(), one(), both()]] {
        let assembled = put_together(order);
        assert_eq!(assembled.batch.hospitals.len(), 3, "{:?}", assembled.batch.hospitals);
        assert_eq!(assembled.batch.observations.len(), 4);
        let shared = assembled.batch.identifiers.iter().filter(|i| i.value == "7").count();
        assert_eq!(shared, 3);
    }
}

/// A facility of `scheme` with the number 7 at a place, and one value of a fiscal year.
fn printed(scheme: &str, year: i16, name: &str, places: &[(&str, &str)]) -> Reading {
    let at = |(region_code, municipality_code): &(&str, &str)| FacilityRecord {
        value: "7".to_string(),
        also: Vec::new(),
        region_code: region_code.to_string(),
        municipality_code: municipality_code.to_string(),
        municipality: String::new(),
        ..facility(scheme, name)
    };
    let period = Period::fiscal_year(year).unwrap();
    let observations = (0..places.len()).map(|i| ObservationRecord { period, ..value(Subject::Facility(i), 1.0) });
    file(
        scheme,
        Batch { observations: observations.collect(), facilities: places.iter().map(at).collect(), ..Batch::default() },
    )
}
