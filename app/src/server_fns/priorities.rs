//! Who stands where under a reader's own criteria? The same answer as the page of the same address.

#![allow(missing_docs, reason = "the macro makes items that cannot carry documentation")]

use crate::islands::priority_board::Board;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// The lists of `/priorities` for a query such as `preset=older&region=JP-13&w=demo-falls:3`, every value with what has to be
/// said about it, and every list without an order with the reason.
///
/// # Errors
/// Where the query cannot be understood, a measure or preset is unknown, or the data cannot be read.
#[server(endpoint = "rank_by_priorities", prefix = "/_fn", input = GetUrl)]
pub async fn rank_by_priorities(locale: String, query: String) -> Result<Board, ServerFnError> {
    use crate::site::links::{Here, Place};
    use domain::view_spec::ViewSpec;
    let reports = use_context::<reports::Reports>().ok_or_else(|| ServerFnError::new("no data"))?;
    let locale = i18n::Locale::parse(&locale).unwrap_or(i18n::Locale::Ja);
    let view = ViewSpec::parse_query(&query, Place::Priorities.keys()).map_err(ServerFnError::new)?;
    let report = reports.priorities(&view).await.map_err(ServerFnError::new)?;
    let here = Here { locale, place: Some(Place::Priorities), view };
    Ok(crate::site::board_of(&here, &report))
}
