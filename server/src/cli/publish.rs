//! How does a release come out of everything imported, and what differs from the one before?

mod previous;

use super::draft::Draft;
use super::import::Working;
use super::report::{grouped, print_issues};
use super::{CLEAN, PublishArgs, REFUSED, preview, review};
use domain::issue::Severity;
use domain::peers::Thresholds;
use domain::records::Batch;
use importers::assemble::{Assembled, assemble};
use importers::staging::Staging;
use previous::Previous;
use reports::publish::{Inputs, Masked, compute, protect};
use std::collections::BTreeMap;
use std::path::Path;
use store::Release;
use store::rows::{ChangeRow, ObservationRow};
use store::write::{ReleaseRows, point_current_at};

/// Computes and publishes. 0 done, 1 refused.
pub async fn run(data: &Path, args: &PublishArgs) -> anyhow::Result<u8> {
    let staging = Staging::open_to_change(data)?;
    let made = match make(&staging, data, args).await? {
        Ok(made) => made,
        Err(refusal) => {
            eprintln!("monosashi: {refusal}");
            return Ok(REFUSED);
        }
    };
    let Made { mut rows, mut assembled, masked, mut previous } = made;
    let folder = data.join("releases");
    if args.preview.is_none()
        && let Some(code) = already_there(&folder, &rows, args).await?
    {
        return Ok(code);
    }
    // written again with --force: it is held against the release that came before it, never against itself; a preview is
    // held against what is public, whatever its id
    if let Some(own) = previous.take_if(|p| p.id == rows.release.id && args.preview.is_none()) {
        previous = Previous::at(&folder.join(format!("{}.sqlite", own.previous_id))).await?;
        rows.release.previous_id = previous.as_ref().map(|p| p.id.clone()).unwrap_or_default();
    }
    tell_masked(&masked);
    tell_review(data, &assembled)?;
    let remarks = review::write_remarks(data, &assembled.issues)?;
    // the records have become rows: two copies of everything, and the release before, would be too much for a small machine
    assembled.batch = Batch::default();
    if !compare(previous.as_ref(), &mut rows, args).await? {
        return Ok(REFUSED);
    }
    if let Some(folder) = &args.preview {
        tell_remarks(&assembled, &remarks);
        tell_changes(&rows);
        preview::write(&rows, folder).await?;
        return Ok(CLEAN);
    }
    let working = Working::on("writing the release");
    let path = store::ReleaseWriter::new(&folder).write(&rows).await?;
    point_current_at(&folder, &rows.release.id)?;
    drop(working);
    tell(&rows, &assembled, &path, &remarks);
    Ok(CLEAN)
}

/// A release that is computed and not yet written.
struct Made {
    rows: ReleaseRows,
    assembled: Assembled,
    masked: Vec<Masked>,
    previous: Option<Previous>,
}

/// Reads everything that is imported and computes a release from it, or says why there can be none.
async fn make(staging: &Staging, data: &Path, args: &PublishArgs) -> anyhow::Result<Result<Made, String>> {
    if let Some(Err(why)) = args.preview.as_deref().map(Draft::may_become) {
        return Ok(Err(why));
    }
    let working = Working::on("reading the imported files again");
    let digest = staging.input_digest()?;
    let readings = staging.load_all()?;
    if readings.is_empty() {
        return Ok(Err("nothing is imported yet; run `monosashi import FILE…` first".to_string()));
    }
    let (known, versions) = known_measures()?;
    working.now("putting them together and linking facilities");
    let mut assembled = assemble(readings, &known, &versions);
    let masked = match protect(&mut assembled.batch) {
        Ok(masked) => masked,
        Err(unknown) => return Ok(Err(format!("not published: {unknown}"))),
    };
    let previous = Previous::at(&data.join("releases").join("current")).await?;
    working.now("computing intervals, verdicts and caveats");
    let rows = rows(&assembled, args, &digest, previous.as_ref());
    Ok(match refusal(&assembled, &rows) {
        Some(refusal) => Err(refusal),
        None => Ok(Made { rows, assembled, masked, previous }),
    })
}

/// Adds what differs from the release before. False where totals collapse and nobody forced it.
async fn compare(previous: Option<&Previous>, rows: &mut ReleaseRows, args: &PublishArgs) -> anyhow::Result<bool> {
    let Some(previous) = previous else { return Ok(true) };
    let collapsed = previous.compare(rows).await?;
    if collapsed.is_empty() || args.force {
        return Ok(true);
    }
    eprintln!("monosashi: totals collapse against {}, so that publish refuses without --force:", previous.id);
    collapsed.iter().for_each(|line| eprintln!("  {line}"));
    if args.preview.is_none() {
        eprintln!("  Look at the files, or publish with --force.");
    }
    Ok(args.preview.is_some())
}

fn known_measures() -> anyhow::Result<(Vec<domain::records::MeasureRecord>, Vec<domain::records::MeasureVersionRecord>)>
{
    let measures = content::measures()?;
    let known = measures.iter().map(|m| m.record.clone()).collect();
    Ok((known, measures.iter().flat_map(|m| m.versions.clone()).collect()))
}

/// Thresholds of a country; the built-in content is checked by its own tests.
fn thresholds(country: &str) -> Thresholds {
    content::peer_groups(country).map_or(
        Thresholds {
            psychiatric_share: 0.8,
            acute_beds: 100.0,
            acute_share: 0.5,
            chronic_share: 0.5,
            small_beds: 200.0,
        },
        |groups| groups.thresholds,
    )
}

fn rows(assembled: &Assembled, args: &PublishArgs, digest: &str, previous: Option<&Previous>) -> ReleaseRows {
    compute(&Inputs {
        batch: &assembled.batch,
        issues: &assembled.issues,
        moved: &assembled.moved,
        id: args.id.as_deref(),
        as_of: args.as_of,
        input_digest: digest,
        previous_id: previous.map_or("", |p| &p.id),
        thresholds,
    })
}

fn refusal(assembled: &Assembled, rows: &ReleaseRows) -> Option<String> {
    if let Some(issue) = assembled.issues.iter().find(|i| i.severity == Severity::Blocking) {
        return Some(format!("not published: {issue}"));
    }
    rows.hospitals
        .is_empty()
        .then(|| "not published: the imported files name no hospital; import a register or a package first".to_string())
}

/// A release of this id: the same input is simply made current again, other input is refused.
async fn already_there(folder: &Path, rows: &ReleaseRows, args: &PublishArgs) -> anyhow::Result<Option<u8>> {
    let path = folder.join(format!("{}.sqlite", rows.release.id));
    if !path.exists() || args.force {
        return Ok(None);
    }
    let held = match Release::open(&path).await {
        Ok(release) => release.release().await?,
        // made by another version of this program: nobody can read it here, so it is made again
        Err(store::StoreError::Version { .. }) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let same =
        |row: &store::rows::ReleaseRow| (row.input_digest.clone(), row.as_of.clone(), row.method_version.clone());
    if same(&held) == same(&rows.release) {
        point_current_at(folder, &rows.release.id)?;
        println!("{} is published already, from the same input; it is current", rows.release.id);
        return Ok(Some(CLEAN));
    }
    eprintln!(
        "monosashi: a release \"{}\" with other figures exists; a release never changes. Choose another --id, or --force",
        rows.release.id
    );
    Ok(Some(REFUSED))
}

/// Where the facilities stand whose link is not sure.
fn tell_review(data: &Path, assembled: &Assembled) -> anyhow::Result<()> {
    if assembled.links.is_empty() {
        return Ok(());
    }
    let (path, open) = review::write(data, &assembled.links, &assembled.batch.hospitals)?;
    println!("To review: {} of {} facilities are not linked surely", grouped(open), grouped(assembled.links.len()));
    println!("  {}: write the id into hospital_id and import the file", path.display());
    Ok(())
}

/// What was hidden because it is small, per measure.
fn tell_masked(masked: &[Masked]) {
    for m in masked {
        println!(
            "Hidden under {}: {} small values of {}, and {} beside them that would give them away",
            m.profile,
            grouped(m.small),
            m.measure,
            grouped(m.beside)
        );
    }
}

fn tell(rows: &ReleaseRows, assembled: &Assembled, path: &Path, remarks: &Path) {
    let published: Vec<&ObservationRow> = rows.observations.iter().filter(|o| o.pooled == 0).collect();
    let reported = published.iter().filter(|o| o.status == "reported").count();
    let together = rows.observations.len() - published.len();
    println!("Published {} (as of {}): {}", rows.release.id, rows.release.as_of, path.display());
    println!("  {:>9} hospitals and clinics", grouped(rows.hospitals.len()));
    println!("  {:>9} measures", grouped(rows.measures.len()));
    println!("  {:>9} values, {} of them reported", grouped(published.len()), grouped(reported));
    if together > 0 {
        println!("  {:>9} of them too few in one year, and judged with the years before", grouped(together));
    }
    for source in rows.sources.iter().filter(|s| s.licence.is_empty()) {
        let name = if source.id.is_empty() { &source.title_en } else { &source.id };
        println!("  warning: the source \"{name}\" has no licence; do not republish its figures");
    }
    tell_remarks(assembled, remarks);
    tell_changes(rows);
}

/// What was replaced, left out or not linked; the rest of a long list stands in a file.
fn tell_remarks(assembled: &Assembled, remarks: &Path) {
    print_issues(&assembled.issues, &format!("{} lists all", remarks.display()));
}

/// New, gone and changed values per measure with the largest change.
fn tell_changes(rows: &ReleaseRows) {
    if rows.release.previous_id.is_empty() {
        return;
    }
    println!("Against {}:", rows.release.previous_id);
    let mut by_measure: BTreeMap<&str, Vec<&ChangeRow>> = BTreeMap::new();
    for change in &rows.changes {
        by_measure.entry(&change.measure_id).or_default().push(change);
    }
    if by_measure.is_empty() {
        println!("  no value differs");
    }
    for (measure, list) in by_measure {
        let of = |kind: &str| list.iter().filter(|c| c.kind == kind).count();
        println!(
            "  {measure}: {} new, {} gone, {} changed",
            grouped(of("new")),
            grouped(of("gone")),
            grouped(of("changed"))
        );
        let changed = list.iter().filter(|c| c.kind == "changed");
        for c in changed.take(3) {
            let show = |value: Option<f64>, status: &str| value.map_or_else(|| status.to_string(), |v| v.to_string());
            println!(
                "      {} {}: {} → {}",
                c.hospital_id,
                c.period_end,
                show(c.was, &c.was_status),
                show(c.now, &c.is_status)
            );
        }
    }
}
