//! Does our verdict on values that CMS has already shrunk agree with every verdict CMS published?

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use domain::{Day, Verdict};
use importers::assemble::assemble;
use importers::{Options, load_path, read};
use reports::publish::{Inputs, compute};
use std::collections::BTreeMap;
use std::path::Path;

#[test]
fn every_verdict_that_cms_published_in_2011_is_ours() {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/us-cms-2011/outcome-of-care-measures.csv");
    if !file.exists() {
        println!("skipped: Hospital Compare 2011 is not here");
        return;
    }
    let known: Vec<_> = content::measures().unwrap().iter().map(|m| m.record.clone()).collect();
    let assembled = assemble(vec![read(&load_path(&file).unwrap(), &Options::default())], &known, &[]);
    let rows = compute(&Inputs {
        batch: &assembled.batch,
        issues: &[],
        moved: &[],
        id: None,
        as_of: Some(Day::constant(2012, 1, 1)),
        input_digest: "00",
        previous_id: "",
        thresholds: |country| content::peer_groups(country).unwrap().thresholds,
    });
    let mut agreed: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &rows.observations {
        let expected = match row.published_verdict.as_str() {
            "Better than U.S. National Rate" => Verdict::Better,
            "Worse than U.S. National Rate" => Verdict::Worse,
            "No Different than U.S. National Rate" => Verdict::CannotTell,
            _ => Verdict::NotJudged,
        };
        assert_eq!(row.verdict_national, expected.as_str(), "{} {row:?}", row.hospital_id);
        *agreed.entry(expected.as_str()).or_default() += 1;
    }
    assert_eq!(agreed["better"] + agreed["worse"] + agreed["cannot_tell"], 21_544);
}
