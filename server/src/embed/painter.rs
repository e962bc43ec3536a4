//! Who turns drawings into images, and how many at once? Never so many that pages wait.

use crate::http::{Problem, Queue, queue};
use axum::http::StatusCode;
use domain::view_spec::{Key, ViewError};
use raster::{Canvas, MOST_PIXELS, RasterError};
use reports::ReportError;

/// A few threads for images; cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Painter(Queue);

impl Painter {
    /// Waits for a brush. Whatever is read or laid out for an image comes after: many who wait must cost pages nothing.
    ///
    /// # Errors
    /// 503 where too many wait already.
    pub async fn turn(&self) -> Result<Turn, Problem> {
        self.0.turn().await.map(Turn).ok_or_else(busy)
    }
}

/// The right to make one image; whoever drops it lets the next one begin.
pub struct Turn(queue::Turn);

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
            drop(self.0);
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
    async fn whoever_has_the_turn_paints_and_gives_it_back() {
        let painter = Painter::default();
        for _ in 0..100 {
            let image = painter.turn().await.unwrap().paint(Key::Scale, picture).await.unwrap();
            assert!(image.starts_with(b"\x89PNG"));
        }
    }
}
