//! On what does an answer depend besides its address? The program, the browser's half of the site, and the releases.

use crate::browser_half::BrowserHalf;
use crate::site::Letterbox;
use app::site::{Forms, Origin, Place};
use reports::Reports;
use sha2::{Digest, Sha256};
use std::sync::{Arc, LazyLock, RwLock};

/// SHA-256 of the program itself: two machines with the same program and the same releases give the same answers.
static BUILD: LazyLock<String> =
    LazyLock::new(|| digest_of_program().map_or_else(|_| env!("CARGO_PKG_VERSION").to_string(), |d| short_hex(&d)));

fn digest_of_program() -> std::io::Result<Vec<u8>> {
    let mut hash = Sha256::new();
    std::io::copy(&mut std::fs::File::open(std::env::current_exe()?)?, &mut hash)?;
    Ok(hash.finalize().to_vec())
}

/// Everything that answers depend on besides their address; cheap to clone.
#[derive(Debug, Clone)]
pub struct Edition {
    reports: Reports,
    half: BrowserHalf,
    mark: Arc<RwLock<String>>,
    origin: Arc<Origin>,
    forms: Forms,
    letterbox: Letterbox,
}

impl Edition {
    /// Of these releases, with this half for browsers, found from outside at `origin`.
    pub fn new(reports: Reports, half: BrowserHalf, origin: Origin) -> Self {
        let (origin, letterbox) = (Arc::new(origin), Letterbox::default());
        let edition = Self { reports, half, mark: Arc::default(), origin, forms: Forms::Closed, letterbox };
        edition.look_at_half();
        edition
    }

    /// The same, where letters can be sent or not.
    #[must_use]
    pub fn with_forms(self, forms: Forms) -> Self {
        Self { forms, ..self }
    }

    /// The same, with the letters of which a page tells what became of them.
    #[must_use]
    pub fn with_letters(self, letterbox: Letterbox) -> Self {
        Self { letterbox, ..self }
    }

    /// The half that runs in a browser.
    pub const fn browser_half(&self) -> &BrowserHalf {
        &self.half
    }

    /// Where the site is found from outside.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The program.
    pub fn build() -> &'static str {
        &BUILD
    }

    /// Looks for new releases and for the browser's half of the site.
    ///
    /// # Errors
    /// Where a new release cannot be read; the old ones stay.
    pub async fn refresh(&self) -> Result<(), reports::ReportError> {
        self.look_at_half();
        self.reports.refresh().await.map(|_| ())
    }

    fn look_at_half(&self) {
        let found = self.half.mark();
        if let Ok(mut mark) = self.mark.write() {
            *mark = found;
        }
    }

    /// What an answer to this address depends on, as a number; the same number, the same answer.
    pub fn fingerprint(&self, address: &str) -> u128 {
        let mut hash = Sha256::new();
        hash.update(BUILD.as_bytes());
        hash.update(self.origin.as_str().as_bytes());
        // elsewhere machines that take letters and machines that do not give the same answers
        hash.update([0, u8::from(self.forms == Forms::Open && shows_a_form(address))]);
        if tells_of_letters(address)
            && let Some(letters) = self.letterbox.correspondence()
        {
            hash.update(format!("{letters:?}").as_bytes());
        }
        hash.update(self.origin.contact().unwrap_or_default().as_bytes());
        hash.update(self.origin.answer_days().unwrap_or_default().to_be_bytes());
        hash.update([0]);
        if let Ok(mark) = self.mark.read() {
            hash.update(mark.as_bytes());
        }
        for part in [&self.reports.state(), address] {
            hash.update([0]);
            hash.update(part.as_bytes());
        }
        hash.finalize().iter().take(16).fold(0, |number, byte| (number << 8) | u128::from(*byte))
    }
}

/// Whether the page of this address depends on whether letters are taken.
fn shows_a_form(address: &str) -> bool {
    let path = address.split_once('?').map_or(address, |(path, _)| path);
    matches!(Place::parse(path), Some((_, Place::Report | Place::Reply)))
}

/// Whether the page of this address tells what became of the letters.
fn tells_of_letters(address: &str) -> bool {
    let path = address.split_once('?').map_or(address, |(path, _)| path);
    matches!(Place::parse(path), Some((_, Place::Corrections)))
}

fn short_hex(digest: &[u8]) -> String {
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
