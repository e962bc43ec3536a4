//! What does an editor's program ask for when somebody pastes one of our addresses? (oEmbed 1.0)

use crate::http::Problem;
use crate::site::Site;
use app::site::embed::Embed;
use app::site::snippet::{Snippet, escaped};
use app::site::{Drawing, Ending, Origin, Place, site_name, with_chart};
use axum::extract::{RawQuery, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::view_spec::{Chart, Shape, ViewSpec};
use i18n::Locale;
use reports::ReportError;
use reports::chart::{ChartReport, Reading};
use serde::Serialize;

/// The widest frame we ask for.
const WIDEST_PX: u32 = 816;

/// What is asked.
#[derive(Debug, Default)]
struct Asked {
    url: String,
    max_width: Option<u32>,
    max_height: Option<u32>,
    xml: bool,
}

impl Asked {
    /// The same question about the address that a refusal leads to.
    fn again(&self, origin: &Origin, problem: Problem) -> Problem {
        let url = problem.location.as_deref().map(|path| origin.absolute(path)).unwrap_or_default();
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("url", &url);
        for (name, pixels) in [("maxwidth", self.max_width), ("maxheight", self.max_height)] {
            if let Some(pixels) = pixels {
                query.append_pair(name, &pixels.to_string());
            }
        }
        if self.xml {
            query.append_pair("format", "xml");
        }
        Problem { location: Some(format!("/oembed?{}", query.finish())), ..problem }
    }
}

#[derive(Debug, Serialize)]
struct Answer {
    version: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    provider_name: &'static str,
    provider_url: String,
    title: String,
    html: String,
    width: u32,
    height: u32,
    thumbnail_url: String,
    thumbnail_width: u32,
    thumbnail_height: u32,
    cache_age: u32,
}

/// `/oembed?url=…`
pub async fn oembed(State(site): State<Site>, RawQuery(query): RawQuery) -> Response {
    match answered(&site, query.as_deref().unwrap_or_default()).await {
        Ok(response) => response,
        Err(problem) => problem.into_response(),
    }
}

async fn answered(site: &Site, query: &str) -> Result<Response, Problem> {
    let asked = read(query)?;
    let (locale, chart, view) = addressed(site, &asked.url).ok_or_else(|| foreign(&asked.url))?;
    let report = match chart {
        Some(chart) => site.reports().chart(chart, &view, Reading::Drawing).await,
        None => first_of(site, &view).await,
    };
    let report = match report {
        Err(error @ ReportError::Moved { .. }) => {
            let problem = super::moved((locale, chart.unwrap_or(Chart::Ruler)), Ending::Html, &view, &error);
            return Err(asked.again(site.origin(), problem));
        }
        answered => answered?,
    };
    let (report, snippet) = snippet(site, locale, report).await?;
    let preview = ViewSpec { shape: Some(Shape::Preview), ..report.pinned() };
    let drawing = Drawing { locale, chart: report.chart };
    let height = asked.max_height.map_or(snippet.height_px, |most| snippet.height_px.min(most));
    let frame =
        snippet.frame_alone.replace(&format!("height=\"{}\"", snippet.height_px), &format!("height=\"{height}\""));
    let answer = Answer {
        version: "1.0",
        kind: "rich",
        provider_name: site_name(locale),
        provider_url: site.origin().absolute(&Place::Home.path(locale)),
        title: snippet.title,
        html: frame,
        width: asked.max_width.map_or(WIDEST_PX, |most| most.min(WIDEST_PX)),
        height,
        thumbnail_url: site.origin().absolute(&drawing.file(Ending::Png, &preview)),
        thumbnail_width: 1_200,
        thumbnail_height: 630,
        cache_age: 86_400,
    };
    Ok(if asked.xml { xml(&answer) } else { json(&answer)? })
}

/// What is copied of a chart; it is laid out for that, where nobody waits.
async fn snippet(site: &Site, locale: Locale, report: ChartReport) -> Result<(ChartReport, Snippet), Problem> {
    let origin = site.origin().clone();
    let made = tokio::task::spawn_blocking(move || {
        let snippet = Snippet::of(&Embed { locale, report: &report, corrections: &[], origin: &origin })?;
        Ok::<_, ReportError>((report, snippet))
    });
    Ok(made.await.map_err(|_| Problem::unexpected())??)
}

/// The charts of a measure's page, the first that it has; of a part of the country, the hospitals of that part.
async fn first_of(site: &Site, view: &ViewSpec) -> Result<ChartReport, ReportError> {
    if view.region.is_some() || view.peer_group.is_some() {
        return site.reports().chart(Chart::Intervals, view, Reading::Drawing).await;
    }
    match site.reports().chart(Chart::Funnel, view, Reading::Drawing).await {
        Err(ReportError::NotDrawn { .. }) => site.reports().chart(Chart::Intervals, view, Reading::Drawing).await,
        answered => answered,
    }
}

/// Parameters of other programs are passed over: the standard lets them add their own.
fn read(query: &str) -> Result<Asked, Problem> {
    let mut asked = Asked::default();
    for (name, value) in url_pairs(query) {
        match name.as_str() {
            "url" => asked.url = value,
            "maxwidth" => asked.max_width = Some(pixels("maxwidth", &value)?),
            "maxheight" => asked.max_height = Some(pixels("maxheight", &value)?),
            "format" if value == "xml" => asked.xml = true,
            "format" if value == "json" => {}
            "format" => return Err(no_such_format()),
            _ => {}
        }
    }
    if asked.url.is_empty() { Err(needed("url", "is needed", "が必要です")) } else { Ok(asked) }
}

fn url_pairs(query: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(query.as_bytes()).map(|(k, v)| (k.into_owned(), v.into_owned())).collect()
}

fn pixels(name: &str, value: &str) -> Result<u32, Problem> {
    let read = value.parse().ok().filter(|pixels| (1..=10_000).contains(pixels));
    read.ok_or_else(|| needed(name, "must be a whole number from 1 to 10000", "は1から10000までの整数を書いてください"))
}

/// The question of one of our addresses: an embed, or a page that shows a chart; `None` for every other address.
fn addressed(site: &Site, url: &str) -> Option<(Locale, Option<Chart>, ViewSpec)> {
    let path = site.origin().path_of(url)?;
    let (path, fragment) = path.split_once('#').unwrap_or((path, ""));
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    if let Some(rest) = path.strip_prefix("/embed/") {
        let (locale, file) = rest.split_once('/')?;
        let (name, ending) = Ending::split(file);
        let chart = Chart::parse(name).ok()?;
        let view = ViewSpec::parse_query(query, &ending.keys(chart)).ok()?;
        return Some((Locale::parse(locale)?, Some(chart), view));
    }
    let (locale, place) = Place::parse(path)?;
    let mut view = ViewSpec::parse_query(query, place.keys()).ok()?;
    if !place.asks_of_hospitals() {
        view.hospitals.clear();
    }
    match place {
        Place::Measure(id) => Some((locale, None, ViewSpec { measure: Some(id), page: None, ..view })),
        Place::Charts if view.measure.is_some() => {
            let locale = view.language.and_then(|l| Locale::parse(l.as_str())).unwrap_or(locale);
            let view = with_chart(&view);
            Some((locale, view.chart, view))
        }
        Place::Hospital(id) => {
            let measure = domain::MeasureId::parse(fragment).ok()?;
            Some((locale, Some(Chart::Ruler), ViewSpec { measure: Some(measure), hospital: Some(id), ..view }))
        }
        _ => None,
    }
}

fn json(answer: &Answer) -> Result<Response, Problem> {
    let body = serde_json::to_vec(answer).map_err(|_| Problem::unexpected())?;
    Ok(([(header::CONTENT_TYPE, HeaderValue::from_static("application/json; charset=utf-8"))], body).into_response())
}

fn xml(answer: &Answer) -> Response {
    let text = |name: &str, value: &str| format!("<{name}>{}</{name}>", escaped(value));
    let number = |name: &str, value: u32| format!("<{name}>{value}</{name}>");
    let body = [
        "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?><oembed>".to_owned(),
        text("version", answer.version),
        text("type", answer.kind),
        text("provider_name", answer.provider_name),
        text("provider_url", &answer.provider_url),
        text("title", &answer.title),
        text("html", &answer.html),
        number("width", answer.width),
        number("height", answer.height),
        text("thumbnail_url", &answer.thumbnail_url),
        number("thumbnail_width", answer.thumbnail_width),
        number("thumbnail_height", answer.thumbnail_height),
        number("cache_age", answer.cache_age),
        "</oembed>".to_owned(),
    ];
    ([(header::CONTENT_TYPE, HeaderValue::from_static("text/xml; charset=utf-8"))], body.concat()).into_response()
}

fn foreign(url: &str) -> Problem {
    let url: String = url.chars().filter(|c| !c.is_control()).take(120).collect();
    Problem {
        status: StatusCode::NOT_FOUND,
        kind: "no-such-address",
        title: "This is no chart of this site",
        detail: format!("\"{url}\" is not an address of a chart here: give the address of an embed or of a measure."),
        detail_ja: format!(
            "「{url}」は、このサイトの図のアドレスではありません。埋め込みか指標のページのアドレスを書いてください。"
        ),
        ..Problem::default()
    }
}

fn no_such_format() -> Problem {
    Problem {
        status: StatusCode::NOT_IMPLEMENTED,
        kind: "no-such-format",
        title: "This format is not written",
        detail: "Parameter \"format\": json and xml are written.".to_string(),
        detail_ja: "アドレスの「format」：json か xml を書いてください。".to_string(),
        parameter: Some("format".to_string()),
        ..Problem::default()
    }
}

fn needed(name: &str, detail: &str, detail_ja: &str) -> Problem {
    Problem {
        status: StatusCode::BAD_REQUEST,
        kind: "bad-parameter",
        title: "A parameter is not understood",
        detail: format!("Parameter \"{name}\" {detail}."),
        detail_ja: format!("アドレスの「{name}」{detail_ja}。"),
        parameter: Some(name.to_string()),
        ..Problem::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hospital_that_has_another_id_leads_to_the_same_question_about_that() {
        let asked = Asked { max_width: Some(600), xml: true, ..Asked::default() };
        let error = ReportError::Moved { from: "made-old".to_string(), to: "made-new".to_string() };
        let view = ViewSpec::parse_query("measure=made-falls&hospital=made-old", &Chart::Ruler.keys()).unwrap();
        let problem = super::super::moved((Locale::Ja, Chart::Ruler), Ending::Html, &view, &error);
        let to = asked.again(&Origin::default(), problem).location.unwrap();
        assert!(to.starts_with("/oembed?url=") && to.ends_with("&maxwidth=600&format=xml"), "{to}");
        assert!(to.contains("hospital%3Dmade-new") && !to.contains("made-old"), "{to}");
    }
}
