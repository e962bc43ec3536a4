//! With which letters is an image set? With those that travel inside the program, and no others.

use crate::RasterError;
use flate2::read::GzDecoder;
use resvg::usvg::fontdb::Database;
use std::io::Read;
use std::sync::{Arc, OnceLock};

/// The family of both weights.
pub(crate) const FAMILY: &str = "BIZ UDPGothic";

const REGULAR: &[u8] = include_bytes!("../fonts/BIZUDPGothic-Regular.ttf.gz");
const BOLD: &[u8] = include_bytes!("../fonts/BIZUDPGothic-Bold.ttf.gz");

static DATABASE: OnceLock<Arc<Database>> = OnceLock::new();

/// Both weights, unpacked at the first asking.
pub(crate) fn database() -> Result<Arc<Database>, RasterError> {
    if let Some(database) = DATABASE.get() {
        return Ok(Arc::clone(database));
    }
    let mut database = Database::new();
    for packed in [REGULAR, BOLD] {
        let mut font = Vec::new();
        GzDecoder::new(packed).read_to_end(&mut font).map_err(|_| RasterError::Font)?;
        database.load_font_data(font);
    }
    database.set_sans_serif_family(FAMILY);
    Ok(Arc::clone(DATABASE.get_or_init(|| Arc::new(database))))
}
