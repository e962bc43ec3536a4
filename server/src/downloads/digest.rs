//! By what can the file of a release be proved, once it lies on a reader's disk?

use crate::http::Problem;
use domain::view_spec::ReleaseChoice;
use reports::{ReportError, Reports};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;
use std::sync::{Arc, RwLock};

/// What is read at once.
const PIECE_BYTES: usize = 1 << 20;

/// Length and digest of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Proof {
    pub(super) bytes: u64,
    /// In hexadecimal.
    pub(super) sha256: String,
}

/// The files that were read once already, by what tells them from one another.
#[derive(Debug, Clone, Default)]
pub(super) struct Digests(Arc<RwLock<BTreeMap<String, Proof>>>);

impl Digests {
    /// Of the file of a release; it is read whole at the first question, in about a second for 200 megabytes.
    pub(super) async fn of_release(&self, reports: &Reports, id: &str) -> Result<Proof, Problem> {
        let choice = ReleaseChoice::Pinned(id.to_owned());
        let mark = format!("{id}-{}", reports.release_mark(&choice)?);
        if let Some(known) = self.0.read().ok().and_then(|known| known.get(&mark).cloned()) {
            return Ok(known);
        }
        let path = reports.release_file(&choice)?;
        let read = tokio::task::spawn_blocking(move || proof_of(&path)).await.map_err(|_| Problem::unexpected())?;
        let proof = read.map_err(|error| Problem::from(ReportError::Store(error.to_string())))?;
        if let Ok(mut known) = self.0.write() {
            known.insert(mark, proof.clone());
        }
        Ok(proof)
    }
}

fn proof_of(path: &Path) -> io::Result<Proof> {
    let mut file = File::open(path)?;
    let (mut digest, mut bytes, mut piece) = (Sha256::new(), 0, vec![0; PIECE_BYTES]);
    loop {
        let read = file.read(&mut piece)?;
        if read == 0 {
            break;
        }
        bytes += read as u64;
        digest.update(&piece[..read]);
    }
    Ok(Proof { bytes, sha256: digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect() })
}
