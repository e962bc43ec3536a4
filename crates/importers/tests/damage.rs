//! Does a damaged file ever panic, hang, or change what is said of another hospital?

mod xlsx;

use domain::issue::IssueKind;
use domain::records::{HospitalRecord, ObservationRecord, Subject};
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

/// Hospital or facility, measure, period, part → value, patients, status.
type Values = BTreeMap<(String, String, String, String), (Option<f64>, Option<f64>, String)>;

/// Values by hospital or facility, measure, period and part.
fn values(reading: &Reading) -> Values {
    let Some(batch) = &reading.batch else {
        return BTreeMap::new();
    };
    let name = |subject: &Subject| match subject {
        Subject::Hospital(id) => id.to_string(),
        Subject::Facility(at) => batch.facilities.get(*at).map_or_else(String::new, |f| f.name.clone()),
    };
    let key =
        |o: &ObservationRecord| (name(&o.hospital), o.measure.to_string(), o.period.to_string(), o.stratum.clone());
    batch.observations.iter().map(|o| (key(o), (o.value, o.denominator, o.status.to_string()))).collect()
}

/// The rows of a text file whose rows are not remarks.
fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.into_records().flatten().map(|r| r.iter().map(str::to_string).collect()).collect()
}

fn printed(rows: &[Vec<String>]) -> Vec<u8> {
    let mut out = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    rows.iter().for_each(|r| out.write_record(r).unwrap_or_default());
    out.into_inner().unwrap_or_default()
}

/// The tables with a hospital per row, and the columns that say whose row it is.
const TABLES: &[(&str, &[u8], &[usize])] = &[
    ("panel.csv", include_bytes!("fixtures/dpc_panel.csv"), &[3]),
    ("shmi-2013-january.csv", include_bytes!("fixtures/shmi.csv"), &[1]),
    ("readmissions.csv", include_bytes!("fixtures/cms_readmissions.csv"), &[1]),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn one_cell_of_any_table_changes_no_other_value_in_silence(
        which in 0..TABLES.len(), row in 1..5_usize, column in 0..40_usize, cell in "[ -~ぁ-ん一-三０-９\"\n]{0,8}|10002|架空北病院|-|X1A",
    ) {
        let (name, bytes, whose) = TABLES[which];
        let mut rows = cells(bytes);
        let (row, column) = (row.min(rows.len() - 1), column.min(rows[0].len() - 1));
        prop_assume!(rows[row].len() == rows[0].len());
        let before = values(&from(name, printed(&rows)));
        let own: Vec<String> = whose.iter().map(|at| rows[row][*at].clone()).collect();
        rows[row][column] = cell;
        let after = from(name, printed(&rows));
        let told = after.issues.iter().any(|i| i.kind == IssueKind::Duplicate);
        let now = values(&after);
        for (key, value) in before.iter().filter(|(key, _)| !own.iter().any(|o| key.0.contains(o.as_str()))) {
            prop_assert!(now.get(key) == Some(value) || told || after.batch.is_none(), "{:?}: {:?} → {:?}", key, value, now.get(key));
        }
    }

    #[test]
    fn a_deleted_header_is_named_and_nothing_is_taken_for_another_column(which in 0..TABLES.len(), column in 0..40_usize) {
        let (name, bytes, _) = TABLES[which];
        let mut rows = cells(bytes);
        let column = column.min(rows[0].len() - 1);
        let before = values(&from(name, printed(&rows)));
        rows[0][column].clear();
        let after = from(name, printed(&rows));
        for (key, value) in values(&after) {
            // what is left is what was there, or says that its figure is gone
            let was = before.get(&key);
            let same = was.is_some_and(|w| *w == value || value.0.is_none() || value.1.is_none());
            prop_assert!(same || was.is_none() || !after.issues.is_empty(), "{:?}: {:?} → {:?}", key, was, value);
        }
    }
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
