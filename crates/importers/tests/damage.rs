//! Does a damaged file ever panic, hang, or change what is said of another hospital?

mod xlsx;

use domain::records::{HospitalRecord, Subject};
use importers::{Options, RawInput, Reading, read};
use proptest::prelude::*;
use std::collections::BTreeMap;

const FILES: &[(&str, &[u8])] = &[
    ("navii.csv", include_bytes!("fixtures/navii.csv")),
    ("panel.csv", include_bytes!("fixtures/dpc_panel.csv")),
    ("shmi-2013-january.csv", include_bytes!("fixtures/shmi.csv")),
    ("readmissions.csv", include_bytes!("fixtures/cms_readmissions.csv")),
];

const RECIPES: &[(&str, &[u8])] = &[
    (include_str!("fixtures/timely_care.toml"), include_bytes!("fixtures/timely_care.csv")),
    (include_str!("fixtures/ae_monthly.toml"), include_bytes!("fixtures/ae_monthly.csv")),
    (include_str!("fixtures/card_use.toml"), include_bytes!("fixtures/card_use.csv")),
];

fn from(name: &str, bytes: Vec<u8>) -> Reading {
    read(&RawInput { name: name.to_string(), bytes }, &Options::default())
}

fn beds() -> Vec<u8> {
    let text = "
(1)構想区域の状況
|都道府県|構想区域|①人口（万人）|④病床計
1|北海道|架空|3.5|300
|①医療機関名|②所在地|③一般・療養病床||④医師数||⑥診療実績
|||休棟中等含む計|高度急性期|常勤|100床当たり|分娩件数
1|架空中央病院|架空市|300|50|20|7|*
2|架空北病院|架空市|未報告
";
    xlsx::workbook(&[("101北海道架空_2024年度", xlsx::rows(text))])
}

/// Records of the hospitals of a register by id, with their context.
fn register(reading: &Reading) -> BTreeMap<String, (HospitalRecord, Vec<(String, String)>)> {
    let Some(batch) = &reading.batch else {
        return BTreeMap::new();
    };
    let facts = |h: &HospitalRecord| {
        let subject = Subject::Hospital(h.id.clone());
        batch.context.iter().filter(|c| c.hospital == subject).map(|c| (c.key.clone(), c.value.clone())).collect()
    };
    batch.hospitals.iter().map(|h| (h.id.to_string(), (h.clone(), facts(h)))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_file_cut_anywhere_is_answered(which in 0..FILES.len(), share in 0.0..1.0_f64) {
        let (name, bytes) = FILES[which];
        let reading = from(name, bytes[..(bytes.len() as f64 * share) as usize].to_vec());
        prop_assert!(reading.batch.is_some() || !reading.issues.is_empty());
    }

    #[test]
    fn bytes_replaced_anywhere_are_answered(which in 0..FILES.len(), at in 0.0..1.0_f64, with in prop::collection::vec(any::<u8>(), 1..12)) {
        let (name, bytes) = FILES[which];
        let mut bytes = bytes.to_vec();
        let at = (bytes.len() as f64 * at) as usize;
        bytes.splice(at..(at + with.len()).min(bytes.len()), with);
        let reading = from(name, bytes);
        prop_assert!(reading.batch.is_some() || !reading.issues.is_empty());
    }

    #[test]
    fn a_damaged_workbook_is_answered(at in 0.0..1.0_f64, cut in any::<bool>(), with in prop::collection::vec(any::<u8>(), 1..40)) {
        let mut bytes = beds();
        let at = (bytes.len() as f64 * at) as usize;
        if cut {
            bytes.truncate(at);
        } else {
            bytes.splice(at..(at + with.len()).min(bytes.len()), with);
        }
        let reading = from("病床機能_2024年度.xlsx", bytes);
        prop_assert!(reading.batch.is_some() || !reading.issues.is_empty());
    }

    #[test]
    fn a_damaged_recipe_is_answered(which in 0..RECIPES.len(), at in 0.0..1.0_f64, with in "[ -~\n]{0,6}") {
        let (recipe, table) = RECIPES[which];
        let at = recipe.floor_char_boundary((recipe.len() as f64 * at) as usize);
        let end = recipe.ceil_char_boundary((at + with.len()).min(recipe.len()));
        let text = format!("{}{with}{}", &recipe[..at], &recipe[end..]);
        let options = Options { period: None, recipe: Some(("recipe.toml".to_string(), text)) };
        let reading = read(&RawInput { name: "table_2024年度.csv".to_string(), bytes: table.to_vec() }, &options);
        prop_assert!(reading.batch.is_some() || !reading.issues.is_empty());
    }

    #[test]
    fn shuffled_columns_change_nothing(order in Just((0..65_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let (_, bytes) = FILES[0];
        let mut out = csv::WriterBuilder::new().from_writer(Vec::new());
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&bytes[3..]);
        for record in reader.records().flatten() {
            out.write_record(order.iter().map(|at| &record[*at])).unwrap();
        }
        let shuffled = from("navii.csv", out.into_inner().unwrap());
        let plain = from("navii.csv", bytes.to_vec());
        let sorted = |reading: &Reading| {
            let mut all = register(reading);
            all.values_mut().for_each(|(_, facts)| facts.sort());
            all
        };
        prop_assert_eq!(sorted(&shuffled), sorted(&plain));
    }

    #[test]
    fn one_cell_replaced_changes_no_other_hospital(row in 1..6_usize, column in 0..65_usize, cell in "[ -~ぁ-ん一-三０-９\"\n]{0,8}") {
        let (_, bytes) = FILES[0];
        let mut rows: Vec<Vec<String>> = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(&bytes[3..])
            .records()
            .flatten()
            .map(|r| r.iter().map(str::to_string).collect())
            .collect();
        let own = format!("jp-{}", rows[row][0]);
        rows[row][column] = cell;
        let now_own = format!("jp-{}", rows[row][0].trim());
        let mut out = csv::WriterBuilder::new().from_writer(Vec::new());
        rows.iter().for_each(|r| out.write_record(r).unwrap());
        let changed = register(&from("navii.csv", out.into_inner().unwrap()));
        for (id, before) in register(&from("navii.csv", bytes.to_vec())) {
            if id != own && id != now_own {
                prop_assert_eq!(changed.get(&id), Some(&before));
            }
        }
    }
}
