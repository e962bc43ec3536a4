//! How large is an image, and in which colours? The drawing is the same; only the sheet around it differs.

use super::painter::Turn;
use super::{file_name, looks, of_a_drawing};
use crate::http::Problem;
use axum::http::header;
use axum::response::Response;
use charts::{Figure, Theme};
use domain::view_spec::{self, Key, Shape, ViewError, ViewSpec};
use i18n::Locale;
use raster::{Canvas, Ground};
use reports::ReportError;
use reports::chart::ChartReport;

/// Width of a drawing where none is asked for, px.
const SVG_PX: f64 = 680.0;
/// Width of an image where none is asked for, px.
const PNG_PX: u16 = 1_200;
/// A drawing is laid out no wider than this for an image; a wider image is the same drawing, enlarged.
const LAID_OUT_PX: f64 = 640.0;
/// Widths that are tried for an image of a given shape.
const TRIED_PX: [f64; 3] = [480.0, 640.0, 840.0];
/// Where none is told, mm.
const PRINT_MM: u16 = 120;
/// The tallest drawing for paper, mm: a page of A4, or of the same shape where the drawing is wider. What is longer is no print,
/// whatever it is called.
const PAGE_MM: f64 = 297.0;
const PAGE_SHAPE: f64 = 1.42;
const DOTS_PER_INCH: u32 = 300;
/// The part of an image that stays empty on every side: one in so many.
const MARGIN: u32 = 40;
/// Words may be this much smaller where the drawing then fills its area.
const NEARLY_AS_LARGE: f64 = 0.88;
/// Words smaller than this cannot be read: 12 px become 7.
const LEAST_SCALE: f64 = 0.6;
const MM_PER_INCH: f64 = 25.4;
/// CSS pixels in an inch.
const PX_PER_INCH: f64 = 96.0;

/// The drawing.
pub(super) async fn svg(locale: Locale, report: ChartReport) -> Result<Response, Problem> {
    let name = file_name(&report, "svg");
    let drawn = tokio::task::spawn_blocking(move || drawing(locale, &report));
    let mut response = of_a_drawing("image/svg+xml; charset=utf-8", drawn.await.map_err(|_| Problem::unexpected())??);
    response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    Ok(response)
}

fn drawing(locale: Locale, report: &ChartReport) -> Result<String, Problem> {
    let view = &report.view;
    let theme = theme(view).unwrap_or(Theme::System);
    let draw = |width: f64| report.figure(locale, "figure", width);
    if let Some(millimetres) = on_paper(view) {
        return Ok(on_a_page(view, millimetres, draw)?.printed_svg(theme, millimetres));
    }
    let width = view.width.map_or(SVG_PX, f64::from);
    let Some((width, height)) = shaped(view).or(view.height.map(|height| (width, f64::from(height)))) else {
        return Ok(draw(width)?.svg(theme));
    };
    Ok(fitted(view, (width, height), draw)?.placed_svg(theme, (width, height), height / f64::from(MARGIN)))
}

/// The image, made by whoever has the turn.
pub(super) async fn png(turn: Turn, locale: Locale, report: ChartReport) -> Result<Response, Problem> {
    let (name, largest) = (file_name(&report, "png"), looks::largest(&report.view));
    let draw = move || sheet(&report.view, |width| report.figure(locale, "figure", width));
    let mut response = of_a_drawing("image/png", turn.paint(largest, draw).await?);
    response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    Ok(response)
}

/// The size of an image of a given shape.
const fn shaped(view: &ViewSpec) -> Option<(f64, f64)> {
    match view.shape {
        Some(Shape::Preview) => Some((1_200.0, 630.0)),
        Some(Shape::Square) => Some((1_080.0, 1_080.0)),
        Some(Shape::Print) | None => None,
    }
}

/// The drawing and the canvas for it.
pub(super) fn sheet(
    view: &ViewSpec,
    draw: impl Fn(f64) -> Result<Figure, ReportError>,
) -> Result<(String, Canvas), Problem> {
    let theme = theme(view).unwrap_or(Theme::Light);
    let ground = if theme == Theme::Dark { Ground { red: 26, green: 26, blue: 26 } } else { Ground::WHITE };
    if let Some(millimetres) = on_paper(view) {
        let figure = on_a_page(view, millimetres, draw)?;
        let width = whole_px(millimetres / MM_PER_INCH * f64::from(DOTS_PER_INCH));
        let canvas =
            Canvas { ground, margin: width / MARGIN, dots_per_inch: Some(DOTS_PER_INCH), ..Canvas::of_width(width) };
        return Ok((figure.svg(theme), canvas));
    }
    let scale = u32::from(view.scale.unwrap_or(1));
    let of_height = |height: u16| (f64::from(view.width.unwrap_or(PNG_PX)), f64::from(height));
    let Some((width, height)) = shaped(view).or(view.height.map(of_height)) else {
        let width = view.width.unwrap_or(PNG_PX);
        let figure = draw(f64::from(width).min(LAID_OUT_PX))?;
        let width = u32::from(width) * scale;
        return Ok((figure.svg(theme), Canvas { ground, margin: width / MARGIN, ..Canvas::of_width(width) }));
    };
    let figure = fitted(view, (width, height), draw)?;
    let (width, height) = (whole_px(width) * scale, whole_px(height) * scale);
    let canvas = Canvas { height: Some(height), margin: height / MARGIN, ground, ..Canvas::of_width(width) };
    Ok((figure.svg(theme), canvas))
}

/// The widest drawing whose words are nearly as large within an area as they can be.
fn fitted(
    view: &ViewSpec,
    (width, height): (f64, f64),
    draw: impl Fn(f64) -> Result<Figure, ReportError>,
) -> Result<Figure, Problem> {
    let mut best: Option<(f64, Figure)> = None;
    for tried in TRIED_PX {
        let figure = draw(tried)?;
        let scale = (width / figure.scene.width).min(height / figure.scene.height);
        if best.as_ref().is_none_or(|(known, _)| scale >= *known * NEARLY_AS_LARGE) {
            best = Some((scale, figure));
        }
    }
    match best {
        Some((scale, figure)) if scale >= LEAST_SCALE => Ok(figure),
        _ => Err(unreadable(if view.shape.is_some() { Key::Shape } else { Key::Height })),
    }
}

/// The drawing at its width on paper; none that is longer than a page.
fn on_a_page(
    view: &ViewSpec,
    millimetres: f64,
    draw: impl Fn(f64) -> Result<Figure, ReportError>,
) -> Result<Figure, Problem> {
    let figure = draw(paper_px(millimetres))?;
    let tall = millimetres * figure.scene.height / figure.scene.width;
    let page = PAGE_MM.max(millimetres * PAGE_SHAPE);
    if tall <= page { Ok(figure) } else { Err(longer_than_a_page(view, tall, page)) }
}

fn longer_than_a_page(view: &ViewSpec, tall: f64, page: f64) -> Problem {
    let by = if view.millimetres.is_some() { Key::Millimetres } else { Key::Shape };
    let [tall, page] = [tall, page].map(whole_px);
    ReportError::from(ViewError {
        parameter: by.parameter().to_owned(),
        detail: format!(
            "would make this chart {tall} mm tall, longer than a page ({page} mm). Make it wider with \"mm\", or choose fewer hospitals"
        ),
        detail_ja: format!(
            "この図は高さが{tall}mmになり、1ページ（{page}mm）に入りません。「mm」で幅を広げるか、病院を減らしてください"
        ),
    })
    .into()
}

/// Source and caveats could not be read any more.
fn unreadable(by: Key) -> Problem {
    ReportError::from(ViewError {
        parameter: by.parameter().to_owned(),
        detail: "asks for a shape for which this chart is too long: its source and caveats could not be read. Leave it out, or choose fewer hospitals".to_owned(),
        detail_ja: "この図は縦に長く、この形にすると出典や注意が読めなくなります。指定しないか、病院を減らしてください".to_owned(),
    })
    .into()
}

/// The colours that are asked for; print has one.
fn theme(view: &ViewSpec) -> Option<Theme> {
    match view.theme {
        Some(view_spec::Theme::Light) => Some(Theme::Light),
        Some(view_spec::Theme::Dark) => Some(Theme::Dark),
        Some(view_spec::Theme::Mono) => Some(Theme::OneColour),
        Some(view_spec::Theme::Auto) | None => (view.shape == Some(Shape::Print)).then_some(Theme::OneColour),
    }
}

/// The width on paper, where it is meant for paper.
fn on_paper(view: &ViewSpec) -> Option<f64> {
    let print = view.shape == Some(Shape::Print);
    view.millimetres.or(print.then_some(PRINT_MM)).map(f64::from)
}

fn paper_px(millimetres: f64) -> f64 {
    (millimetres / MM_PER_INCH * PX_PER_INCH).max(charts::Frame::NARROWEST)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole_px(pixels: f64) -> u32 {
    pixels.round() as u32
}
