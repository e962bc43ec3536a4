//! Which official layouts have a reader of their own, because a table description cannot express them?

pub(crate) mod bed_areas;
pub(crate) mod bed_functions;
pub(crate) mod dpc_counts;
pub(crate) mod dpc_overview;
pub(crate) mod dpc_rates;
pub(crate) mod links;
pub(crate) mod navii;
pub(crate) mod places;

use crate::log::Log;
use crate::source::{Given, SourceDescription};
use crate::table::Sheet;
use crate::workbook::Workbook;
use domain::records::Batch;

/// A reader of one table, known by its headers.
pub(crate) struct TableReader {
    /// The file of `content/sources` that tells of the source; empty where there is none.
    pub description: &'static str,
    /// Headers by which the table is known.
    pub known_by: &'static [&'static str],
    /// Reads a sheet whose header stands in the row given.
    pub read: fn(&SourceDescription, &Sheet, usize, &Given<'_>, &mut Log) -> Option<Batch>,
}

/// Readers of tables, in the order of the documentation.
pub(crate) const TABLES: &[TableReader] = &[
    TableReader {
        description: include_str!("../../../../content/sources/jp-navii.toml"),
        known_by: navii::KNOWN_BY,
        read: navii::read,
    },
    TableReader {
        description: include_str!("../../../../content/sources/jp-prefectures.toml"),
        known_by: places::PREFECTURES_KNOWN_BY,
        read: places::read_prefectures,
    },
    TableReader {
        description: include_str!("../../../../content/sources/jp-islands.toml"),
        known_by: places::ISLANDS_KNOWN_BY,
        read: places::read_islands,
    },
    TableReader {
        description: include_str!("../../../../content/sources/manual-links.toml"),
        known_by: links::KNOWN_BY,
        read: links::read,
    },
];

/// The list of medical areas, which has no header.
pub(crate) const MEDICAL_AREAS: &str = include_str!("../../../../content/sources/jp-medical-areas.toml");

/// A reader of a workbook of several sheets, known by one of the first of them.
pub(crate) struct WorkbookReader {
    /// The file of `content/sources` that tells of the source.
    pub description: &'static str,
    /// True where a sheet shows that the workbook is one for this reader.
    pub knows: fn(&Sheet) -> bool,
    /// Reads the workbook; the sheet is the one it was known by.
    pub read: fn(&SourceDescription, &mut Workbook<'_>, &Sheet, &Given<'_>, &mut Log) -> Option<Batch>,
}

/// Readers of workbooks, in the order of the documentation.
pub(crate) const WORKBOOKS: &[WorkbookReader] = &[
    WorkbookReader {
        description: include_str!("../../../../content/sources/jp-bed-functions.toml"),
        knows: bed_functions::is_area_sheet,
        read: bed_functions::read,
    },
    WorkbookReader {
        description: include_str!("../../../../content/sources/jp-dpc-overview.toml"),
        knows: dpc_overview::is_overview,
        read: dpc_overview::read,
    },
    WorkbookReader {
        description: include_str!("../../../../content/sources/jp-dpc-counts.toml"),
        knows: dpc_counts::is_counts,
        read: dpc_counts::read,
    },
    WorkbookReader {
        description: include_str!("../../../../content/sources/jp-dpc-rates.toml"),
        knows: dpc_rates::is_rates,
        read: dpc_rates::read,
    },
];
