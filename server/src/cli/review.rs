//! What does an operator look through? Facilities not linked surely, as a list that `import` reads back, and all remarks.

use super::closed_file;
use anyhow::Context as _;
use domain::issue::Issue;
use domain::records::HospitalRecord;
use importers::assemble::FacilityLink;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Links below this are shown for review.
const SURE: f64 = 0.9;

/// Writes `review/facilities.csv` into the data folder; gives its place and how many facilities it lists.
///
/// The column `hospital_id` is empty: what an operator writes there becomes a link by hand once the list is imported, and
/// what stays empty stays as it is.
pub fn write(data: &Path, links: &[FacilityLink], hospitals: &[HospitalRecord]) -> anyhow::Result<(PathBuf, usize)> {
    let names: HashMap<&str, String> =
        hospitals.iter().map(|h| (h.id.as_str(), format!("{}（{}）", h.name, h.municipality))).collect();
    let open: Vec<&FacilityLink> = links.iter().filter(|l| l.matched.is_none() || l.confidence < SURE).collect();
    let mut list = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    list.write_record([
        "scheme",
        "value",
        "hospital_id",
        "name",
        "municipality",
        "now",
        "match",
        "confidence",
        "candidates",
        "candidate_names",
    ])?;
    for link in &open {
        let candidates: Vec<&str> = link.candidates.iter().map(domain::HospitalId::as_str).collect();
        let named: Vec<&str> = candidates.iter().map(|id| names.get(id).map_or(*id, String::as_str)).collect();
        list.write_record([
            link.scheme.as_str(),
            &link.value,
            "",
            &link.name,
            &link.municipality,
            link.hospital.as_str(),
            link.matched.map_or("none", |m| m.as_str()),
            &link.confidence.to_string(),
            &candidates.join(";"),
            &named.join(";"),
        ])?;
    }
    Ok((put(data, "facilities.csv", list)?, open.len()))
}

/// Writes `review/remarks.csv`: everything that putting the imports together has replaced, left out or not linked.
pub fn write_remarks(data: &Path, issues: &[Issue]) -> anyhow::Result<PathBuf> {
    let mut list = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    list.write_record(["severity", "kind", "file", "sheet", "row", "column", "value", "message"])?;
    for issue in issues {
        let row = issue.row.map(|r| r.to_string()).unwrap_or_default();
        let (severity, kind) = (issue.severity.as_str(), issue.kind.as_str());
        list.write_record([
            severity,
            kind,
            &issue.file,
            &issue.sheet,
            &row,
            &issue.column,
            &issue.value,
            &issue.message,
        ])?;
    }
    put(data, "remarks.csv", list)
}

/// Writes a list into the folder `review` of the data folder, for nobody but the operator, and gives its place.
pub fn put(data: &Path, name: &str, list: csv::Writer<Vec<u8>>) -> anyhow::Result<PathBuf> {
    let folder = data.join("review");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let path = folder.join(name);
    closed_file::write(&path, &list.into_inner()?)?;
    Ok(path)
}
