//! How does a file leave the disk piece by piece?

use axum::body::{Body, Bytes};
use futures_util::stream;
use tokio::fs::File;
use tokio::io::AsyncReadExt as _;

/// What is read at once.
const PIECE_BYTES: u64 = 128 * 1024;

/// So many bytes of a file, from where it stands.
pub(super) fn of_file(file: File, bytes: u64) -> Body {
    Body::from_stream(stream::try_unfold((file, bytes), |(mut file, left)| async move {
        if left == 0 {
            return Ok::<_, std::io::Error>(None);
        }
        let mut piece = Vec::with_capacity(usize::try_from(left.min(PIECE_BYTES)).unwrap_or(0));
        let read = (&mut file).take(left.min(PIECE_BYTES)).read_to_end(&mut piece).await?;
        if read == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        Ok(Some((Bytes::from(piece), (file, left - read as u64))))
    }))
}
