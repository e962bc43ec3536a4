//! Under which terms may a source be used, as a machine reads it?

use reports::model::SourceNote;

/// A licence with the address of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Licence {
    /// As sources name it.
    pub(super) printed: &'static str,
    /// As catalogues of open licences name it.
    pub(super) name: &'static str,
    /// Where its text stands.
    pub(super) url: &'static str,
}

/// The licences that our sources name.
const KNOWN: [Licence; 4] = [
    Licence {
        printed: "PDL1.0",
        name: "PDL-1.0",
        url: "https://www.digital.go.jp/resources/open_data/public_data_license_v1.0",
    },
    Licence {
        printed: "Public domain (US Government work)",
        name: "US-Gov-Public-Domain",
        url: "https://www.usa.gov/government-copyright",
    },
    Licence {
        printed: "Open Government Licence v3.0",
        name: "OGL-UK-3.0",
        url: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    },
    Licence { printed: "CC0-1.0", name: "CC0-1.0", url: "https://creativecommons.org/publicdomain/zero/1.0/" },
];

/// The licence of this name, where we know where its text stands.
pub(super) fn known(printed: &str) -> Option<Licence> {
    KNOWN.into_iter().find(|licence| licence.printed == printed)
}

/// The licences that sources name, each once; sources that name none add nothing.
pub(super) fn named<'a>(sources: impl Iterator<Item = &'a SourceNote>) -> Vec<String> {
    let mut licences: Vec<String> = sources.map(|s| s.licence.clone()).filter(|l| !l.is_empty()).collect();
    licences.sort();
    licences.dedup();
    licences
}
