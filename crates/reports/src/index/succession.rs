//! What has become of the hospitals of a release, and which of them can nobody go to any more?

use super::{Listed, broken};
use crate::error::ReportError;
use crate::model::Ended;
use domain::Day;
use domain::period::parse_day;
use domain::records::SuccessionKind;
use std::collections::HashMap;
use store::Release;

/// A succession as it stands in the file.
#[derive(Debug)]
pub(crate) struct Succession {
    pub successor: String,
    pub date: Option<Day>,
    pub kind: SuccessionKind,
}

impl Succession {
    /// Has it ended the facility by this day? Without a day it has.
    fn ended(&self, id: &str, as_of: Option<Day>) -> bool {
        let past = self.date.zip(as_of).is_none_or(|(date, as_of)| date <= as_of);
        self.kind.ends() && self.successor != id && past
    }
}

/// All of them, by hospital.
pub(super) async fn load(release: &Release) -> Result<HashMap<String, Vec<Succession>>, ReportError> {
    let mut by_hospital: HashMap<String, Vec<Succession>> = HashMap::new();
    for s in release.successors().await? {
        let kind = SuccessionKind::parse(&s.kind).map_err(|e| broken("succession", e))?;
        let date = s.date.as_deref().and_then(parse_day);
        by_hospital.entry(s.hospital_id).or_default().push(Succession { successor: s.successor_id, date, kind });
    }
    Ok(by_hospital)
}

/// Writes on every hospital whether it has ended by the day of the release.
pub(super) fn mark(hospitals: &mut [Listed], successions: &HashMap<String, Vec<Succession>>, as_of: &str) {
    let as_of = parse_day(as_of);
    for card in hospitals.iter_mut().map(|listed| &mut listed.card) {
        let id = card.hospital.id.as_str();
        let own = successions.get(id).map_or(&[][..], Vec::as_slice);
        let succession = own.iter().find(|s| s.ended(id, as_of)).map(|s| Ended::Succession(s.kind));
        card.ended = succession.or(card.ended);
    }
}

impl Listed {
    /// Can anybody go there?
    pub(crate) fn stands(&self) -> bool {
        self.card.ended.is_none()
    }
}
