//! Which parts do several pages share? One file each, named after what it shows.

pub mod caveats;
pub mod compared_measure;
pub mod comparison_guard;
pub mod context;
pub mod figure;
pub mod hospital_line;
pub mod measure_section;
pub mod pager;
pub mod prose;
pub mod search;
pub mod table;
pub mod verdict;
