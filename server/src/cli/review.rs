//! Which facilities could not be linked surely, and how does an operator decide? As a list that `import` reads back.

use anyhow::Context as _;
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
    let folder = data.join("review");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let (path, draft) = (folder.join("facilities.csv"), folder.join("facilities.csv.partial"));
    fs::write(&draft, list.into_inner()?).with_context(|| format!("cannot write {}", draft.display()))?;
    fs::rename(&draft, &path).with_context(|| format!("cannot write {}", path.display()))?;
    Ok((path, open.len()))
}
