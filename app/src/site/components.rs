//! Which parts do several pages share? One file each, named after what it shows.

pub mod care;
pub mod caveats;
pub mod compared_measure;
pub mod comparison_guard;
pub mod context;
pub mod correction;
pub mod event_banner;
pub mod figure;
pub mod find_form;
pub mod hospital_line;
pub mod licences;
pub mod measure_section;
pub mod one_hospital;
pub mod pager;
pub mod priority_form;
pub mod priority_sheet;
pub mod prose;
pub mod qr;
pub mod question_sheet;
pub mod search;
pub mod sole_providers;
pub mod table;
pub mod use_chart;
pub mod verdict;
pub mod which_place;
pub mod wishes;
