//! Who stands where under a reader's own criteria? The same answer as the page of the same address.

#![allow(missing_docs, reason = "the macro makes items that cannot carry documentation")]

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

/// One hospital in the order of its role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RankedHospital {
    /// Name.
    pub name: String,
    /// Municipality and how far.
    pub place: String,
    /// Its page.
    pub href: String,
    /// First and last plausible place.
    pub places: (usize, usize),
    /// Share of the draws in which it is among the first k.
    pub top_share: f64,
    /// Number of its group.
    pub group: usize,
    /// Share of the weight that no data covers.
    pub uncovered: f64,
    /// The values with what has to be said beside each, one per criterion.
    pub values: Vec<String>,
}

/// The hospitals of one role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RankedList {
    /// Code of the role.
    pub role: String,
    /// Name of the role.
    pub name: String,
    /// How many are placed.
    pub placed: usize,
    /// Those that are.
    pub hospitals: Vec<RankedHospital>,
    /// How many are listed without a place, because too little data covers them.
    pub apart: usize,
    /// Why nobody is placed, where nobody is.
    pub because: Vec<String>,
}

/// The lists of `/priorities` for a query such as `preset=older&region=JP-13&w=demo-falls:3`, every value with what has to be
/// said about it, and every list without an order with the reason.
///
/// # Errors
/// Where the query cannot be understood, names no place, contradicts itself or is about an emergency, a measure or preset is
/// unknown, or the data cannot be read.
#[server(endpoint = "rank_by_priorities", prefix = "/_fn", input = GetUrl)]
pub async fn rank_by_priorities(locale: String, query: String) -> Result<Vec<RankedList>, ServerFnError> {
    use crate::site::links::{Here, Origin, Place};
    use domain::view_spec::ViewSpec;
    let reports = use_context::<reports::Reports>().ok_or_else(|| ServerFnError::new("no data"))?;
    let locale = i18n::Locale::parse(&locale).unwrap_or(i18n::Locale::Ja);
    let view = ViewSpec::parse_query(&query, Place::Priorities.keys()).map_err(super::slip::told)?;
    let report = reports.rankings_here(&view).await.map_err(super::slip::told)?;
    let board = crate::site::board_of(
        &Here { locale, place: Some(Place::Priorities), view, origin: Origin::default() },
        &report,
    );
    Ok(answer::lists(board, &report))
}

#[cfg(feature = "ssr")]
mod answer {
    use super::{RankedHospital, RankedList};
    use crate::islands::priority_board::Board;
    use domain::priorities::Position;
    use reports::model::Priorities;

    pub(super) fn lists(board: Board, report: &Priorities) -> Vec<RankedList> {
        let both = board.lists.into_iter().zip(&report.lists);
        both.map(|(list, found)| {
            let hospital = |(group, p): (usize, &Position)| {
                let known = &list.hospitals[p.candidate];
                RankedHospital {
                    name: known.name.clone(),
                    place: known.place.clone(),
                    href: known.href.clone(),
                    places: (p.low, p.high),
                    top_share: p.top_share,
                    group,
                    uncovered: p.uncovered,
                    values: known.values.clone(),
                }
            };
            let groups = (1..).zip(&found.ordered.groups);
            let hospitals = groups.flat_map(|(group, members)| members.iter().map(move |p| (group, p))).map(hospital);
            RankedList {
                placed: found.ordered.placed,
                apart: found.ordered.apart.len(),
                hospitals: hospitals.collect(),
                role: list.role.clone(),
                name: list.name.clone(),
                because: list.because.clone(),
            }
        })
        .collect()
    }
}
