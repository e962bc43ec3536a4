//! Who turns drawings into images, and how many at once? Never so many that pages wait.

use crate::http::Problem;
use axum::http::StatusCode;
use domain::view_spec::{Key, ViewError};
use raster::{Canvas, MOST_PIXELS, RasterError};
use reports::ReportError;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How many may wait; whoever comes after is asked to come again.
const MOST_WAITING: usize = 24;

/// A few threads for images; cheap to clone.
#[derive(Debug, Clone)]
pub struct Painter {
    brushes: Arc<Semaphore>,
    waiting: Arc<AtomicUsize>,
}

impl Default for Painter {
    /// Half of the processors, at least one: the other half answers pages.
    fn default() -> Self {
        let processors = std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get);
        Self { brushes: Arc::new(Semaphore::new((processors / 2).max(1))), waiting: Arc::default() }
    }
}

/// One place in the queue, given back when it is left in whatever way.
struct Place(Arc<AtomicUsize>);

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Painter {
    /// Waits for a brush. Whatever is read or laid out for an image comes after: many who wait must cost pages nothing.
    ///
    /// # Errors
    /// 503 where too many wait already.
    pub async fn turn(&self) -> Result<Turn, Problem> {
        if self.waiting.fetch_add(1, Ordering::Relaxed) >= MOST_WAITING {
            self.waiting.fetch_sub(1, Ordering::Relaxed);
            return Err(busy());
        }
        let place = Place(Arc::clone(&self.waiting));
        let brush = Arc::clone(&self.brushes).acquire_owned().await.map_err(|_| Problem::unexpected())?;
        Ok(Turn { brush, place })
    }
}

/// The right to make one image; whoever drops it lets the next one begin.
pub struct Turn {
    brush: OwnedSemaphorePermit,
    place: Place,
}

impl Turn {
    /// Works out drawing and canvas and paints, on a thread of its own.
    ///
    /// # Errors
    /// 400 where the image would be too large: `largest` is the parameter that asked for it.
    pub async fn paint(
        self,
        largest: Key,
        draw: impl FnOnce() -> Result<(String, Canvas), Problem> + Send + 'static,
    ) -> Result<Vec<u8>, Problem> {
        let painted = tokio::task::spawn_blocking(move || {
            let (svg, canvas) = draw()?;
            let image = raster::png(&svg, &canvas).map_err(|error| failed(largest, &error));
            drop((self.brush, self.place));
            image
        });
        painted.await.map_err(|_| Problem::unexpected())?
    }
}

fn busy() -> Problem {
    Problem {
        status: StatusCode::SERVICE_UNAVAILABLE,
        kind: "busy",
        title: "Too many images are being made",
        detail: "Please ask again in a few seconds. The same chart as .svg is there at once.".to_string(),
        detail_ja: "画像の作成がこみあっています。数秒あとにもう一度お試しください。同じ図の .svg はすぐ開きます。"
            .to_string(),
        ..Problem::default()
    }
}

fn failed(largest: Key, error: &RasterError) -> Problem {
    match error {
        RasterError::Size { .. } => ReportError::from(ViewError {
            parameter: largest.parameter().to_owned(),
            detail: format!("is too large: {error}. Ask for less, or for the .svg"),
            detail_ja: format!("画像が大きすぎます（{MOST_PIXELS}ピクセルまで）。小さくするか、.svg を使ってください"),
        })
        .into(),
        _ => {
            tracing::error!(%error, "an image was not made");
            Problem::unexpected()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture() -> Result<(String, Canvas), Problem> {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"/>";
        Ok((svg.to_string(), Canvas::of_width(10)))
    }

    #[tokio::test]
    async fn who_comes_when_the_queue_is_full_is_told_so_and_it_empties() {
        let painter = Painter::default();
        let all = u32::try_from(painter.brushes.available_permits()).unwrap();
        let held = Arc::clone(&painter.brushes).acquire_many_owned(all).await.unwrap();
        let mut waiting: Vec<_> = (0..MOST_WAITING)
            .map(|_| {
                let painter = painter.clone();
                tokio::spawn(async move { painter.turn().await?.paint(Key::Scale, picture).await })
            })
            .collect();
        while painter.waiting.load(Ordering::Relaxed) < MOST_WAITING {
            tokio::task::yield_now().await;
        }
        let refused = painter.turn().await.err().unwrap();
        assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
        drop(held);
        for one in waiting.drain(..) {
            assert!(one.await.unwrap().unwrap().starts_with(b"\x89PNG"));
        }
        assert_eq!(painter.waiting.load(Ordering::Relaxed), 0);
        assert!(painter.turn().await.unwrap().paint(Key::Scale, picture).await.is_ok());
    }
}
