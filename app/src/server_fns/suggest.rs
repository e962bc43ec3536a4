//! Which hospitals does a reader mean who has typed this much?

#![allow(missing_docs, reason = "the macro makes items that cannot carry documentation")]

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

/// A hospital that may be meant; the place stands beside the name, because names repeat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// Id.
    pub id: String,
    /// Name in the language asked for.
    pub name: String,
    /// Prefecture and municipality.
    pub place: String,
}

/// At most eight hospitals whose name fits.
///
/// # Errors
/// Where the words are too long, the release is unknown, or the data cannot be read.
#[server(endpoint = "suggest_hospitals", prefix = "/_fn", input = GetUrl)]
pub async fn suggest_hospitals(locale: String, q: String, release: String) -> Result<Vec<Suggestion>, ServerFnError> {
    use domain::view_spec::{Key, ViewSpec};
    let pairs = [("q", q.as_str()), ("release", release.as_str())];
    let view = ViewSpec::parse(pairs, &[Key::Query, Key::Release]).map_err(super::slip::told)?;
    let reports = use_context::<reports::Reports>().ok_or_else(|| ServerFnError::new("no data"))?;
    let found = reports.suggest(&view).await.map_err(super::slip::told)?;
    let locale = i18n::Locale::parse(&locale).unwrap_or(i18n::Locale::Ja);
    let wire = |found: reports::model::Suggestion| Suggestion {
        id: found.id,
        name: locale.pick(found.name.ja, found.name.en),
        place: locale.pick(found.place.ja, found.place.en),
    };
    Ok(found.into_iter().take(8).map(wire).collect())
}
