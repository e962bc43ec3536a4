//! How does a drawing of a measure become a file of its own, drawn from the same report as the page?

use super::Site;
use axum::extract::{Path, RawQuery, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use charts::Theme;
use domain::view_spec::{self, Key, ReleaseChoice, ViewSpec};
use i18n::Locale;
use reports::ReportError;
use reports::figures::{self, Stand, Surroundings};
use reports::model::MeasureReport;

const KEYS: &[Key] = &[
    Key::Release,
    Key::Measure,
    Key::Hospital,
    Key::Period,
    Key::Region,
    Key::PeerGroup,
    Key::Stratum,
    Key::Page,
    Key::Theme,
    Key::Width,
];

/// Rows of one page of the interval list; the same as on the measure's page.
const ROWS: u16 = 50;

/// Every hospital against its size.
pub async fn funnel(State(site): State<Site>, Path(locale): Path<String>, RawQuery(query): RawQuery) -> Response {
    drawn(&site, &locale, query.as_deref(), |around, report, view| {
        let funnel = figures::funnel(around, report, view.hospital.as_ref())?;
        Some(funnel.figure(around.locale))
    })
    .await
}

/// The hospitals of one page of the table with their ranges.
pub async fn intervals(State(site): State<Site>, Path(locale): Path<String>, RawQuery(query): RawQuery) -> Response {
    drawn(&site, &locale, query.as_deref(), |around, report, view| {
        Some(figures::intervals(around, report, view.hospital.as_ref()).figure(around.locale))
    })
    .await
}

async fn drawn(
    site: &Site,
    locale: &str,
    query: Option<&str>,
    draw: impl FnOnce(&Surroundings<'_>, &MeasureReport, &ViewSpec) -> Option<charts::Figure>,
) -> Response {
    let Some(locale) = Locale::parse(locale) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let asked = match ViewSpec::parse_query(query.unwrap_or_default(), KEYS) {
        Ok(view) => view,
        Err(error) => return refused(locale, &error.into()),
    };
    let Some(measure) = asked.measure.clone() else {
        return (StatusCode::BAD_REQUEST, "the parameter \"measure\" is needed\n").into_response();
    };
    let number = u32::from(asked.page.unwrap_or(1) - 1);
    let view = ViewSpec { limit: Some(ROWS), cursor: Some(number * u32::from(ROWS)), ..asked };
    let report = match site.reports.measure(&measure, &view).await {
        Ok(report) => report,
        Err(error) => return refused(locale, &error),
    };
    let around = Surroundings {
        locale,
        stand: Stand::Alone,
        id: "figure",
        width_px: f64::from(view.width.unwrap_or(680)),
        release: &report.values.release,
        sources: &report.values.sources,
    };
    match draw(&around, &report, &view) {
        Some(figure) => picture(&view, &figure),
        None => (StatusCode::NOT_FOUND, "there is no such drawing of this measure\n").into_response(),
    }
}

fn picture(view: &ViewSpec, figure: &charts::Figure) -> Response {
    let theme = match view.theme {
        Some(view_spec::Theme::Light) => Theme::Light,
        Some(view_spec::Theme::Dark) => Theme::Dark,
        Some(view_spec::Theme::Auto) | None => Theme::System,
    };
    let kept = match view.release {
        ReleaseChoice::Pinned(_) => "public, max-age=31536000, immutable",
        ReleaseChoice::Latest => "public, max-age=300",
    };
    let head = [
        (header::CONTENT_TYPE, "image/svg+xml; charset=utf-8"),
        (header::CACHE_CONTROL, kept),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (head, figure.svg(theme)).into_response()
}

fn refused(locale: Locale, error: &ReportError) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let told = error.explanation();
    (status, format!("{}\n", locale.pick(told.ja, told.en))).into_response()
}
