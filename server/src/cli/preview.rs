//! What would become public of each hospital? One sheet (HTML) and one table (CSV) per hospital, and nothing is published.

mod table;

use super::draft::Draft;
use super::import::progress;
use super::report::grouped;
use app::site::sheet;
use domain::HospitalId;
use domain::view_spec::ViewSpec;
use i18n::Locale;
use reports::Reports;
use reports::model::{Change, Spoken};
use std::collections::HashMap;
use std::path::Path;
use store::write::{ReleaseRows, point_current_at};

/// Japanese spreadsheets open a table as UTF-8 only where it begins with this.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Writes the sheets of a release that is not published into a folder that does not exist yet.
pub async fn write(rows: &ReleaseRows, folder: &Path) -> anyhow::Result<()> {
    let draft = Draft::begin(folder)?;
    let hidden = draft.path().join(".release");
    let releases = hidden.join("releases");
    store::ReleaseWriter::new(&releases).write(rows).await?;
    point_current_at(&releases, &rows.release.id)?;
    let reports = Reports::open(&hidden).await?;
    let changes = by_hospital(reports.all_changes(&ViewSpec::default()).await?);
    let mut list = csv::Writer::from_writer(BYTE_ORDER_MARK.to_vec());
    list.write_record(["hospital_id", "name", "region_code", "municipality", "values", "changes", "sheet", "table"])?;
    let bar = progress(rows.hospitals.len());
    for row in &rows.hospitals {
        let id = HospitalId::parse(&row.id)?;
        let report = reports.hospital(&id, &ViewSpec::default()).await?;
        let changes = changes.get(&id).map_or(&[][..], Vec::as_slice);
        let (sheet_name, table_name) = (format!("{id}.html"), format!("{id}.csv"));
        let values = table::values(&report);
        draft.write(&sheet_name, sheet(language(&row.country), &report, changes).as_bytes())?;
        draft.write(&table_name, &table::csv(&values)?)?;
        list.write_record([
            &row.id,
            &row.name,
            &row.region_code,
            &row.municipality,
            &values.len().to_string(),
            &changes.len().to_string(),
            &sheet_name,
            &table_name,
        ])?;
        bar.inc(1);
    }
    bar.finish_and_clear();
    draft.write("hospitals.csv", &list.into_inner()?)?;
    drop(reports);
    std::fs::remove_dir_all(&hidden)?;
    draft.finish()?;
    println!("Preview of {}: {} sheets in {}", rows.release.id, grouped(rows.hospitals.len()), folder.display());
    println!(
        "  hospitals.csv lists them. Nothing was published; when hospitals have seen theirs, publish without --preview."
    );
    Ok(())
}

fn language(country: &str) -> Locale {
    if country == "JP" { Locale::Ja } else { Locale::En }
}

fn by_hospital(changes: Vec<Change>) -> HashMap<HospitalId, Vec<Change>> {
    let mut sorted: HashMap<HospitalId, Vec<Change>> = HashMap::new();
    for change in changes {
        let id = match &change.hospital {
            Spoken::Known(hospital) => hospital.id.clone(),
            Spoken::Gone(id) => id.clone(),
        };
        sorted.entry(id).or_default().push(change);
    }
    sorted
}
