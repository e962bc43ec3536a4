//! How does an answer leave, as JSON or as CSV?

use super::doors::{Door, Shape};
use super::table;
use super::wire::{Meta, Row};
use crate::http::Problem;
use axum::http::{HeaderName, HeaderValue, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::view_spec::{ReleaseChoice, ViewSpec};
use reports::model::ReleaseNote;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// Rows where the address does not say.
pub const ROWS: u16 = 100;

/// In which form an answer is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `application/json`.
    Json,
    /// The same path with `.csv`.
    Csv,
}

/// A question that was understood.
#[derive(Debug)]
pub struct Question {
    /// The door it came through.
    pub door: &'static Door,
    /// What is asked.
    pub view: ViewSpec,
    /// In which form.
    pub form: Form,
    path: String,
}

impl Question {
    /// Reads an address; parameters that the door does not take are refused.
    pub fn read(door: &'static Door, uri: &Uri) -> Result<Self, Problem> {
        let view = ViewSpec::parse_query(uri.query().unwrap_or_default(), door.keys)
            .map_err(|error| Problem::of(&error.into()))?;
        let form = if uri.path().ends_with(".csv") { Form::Csv } else { Form::Json };
        Ok(Self { door, view, form, path: uri.path().to_string() })
    }

    /// The question of a list, with the number of rows of this API where the address does not say.
    pub fn list(&self) -> ViewSpec {
        ViewSpec { limit: Some(self.view.limit.unwrap_or(ROWS)), ..self.view.clone() }
    }

    /// The same question of the release that has begun to answer: a new one may be published meanwhile.
    pub fn of_release(view: &ViewSpec, release: &ReleaseNote) -> ViewSpec {
        ViewSpec { release: ReleaseChoice::Pinned(release.id.clone()), ..view.clone() }
    }

    /// An id at the end of the path, without `.csv`.
    pub fn id<'a>(&self, id: &'a str) -> &'a str {
        match self.form {
            Form::Csv => id.strip_suffix(".csv").unwrap_or(id),
            Form::Json => id,
        }
    }

    /// The address of the same question about another hospital.
    pub fn moved_to(&self, id: &str) -> String {
        let folder = self.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let ending = if self.form == Form::Csv { ".csv" } else { "" };
        let query = self.view.to_query();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{folder}/{id}{ending}{mark}{query}")
    }

    /// The answer: all rows of a list, or the one row.
    pub fn answer<T: Row>(&self, rows: &[T], meta: &Meta) -> Result<Response, Problem> {
        let (kind, body) = match self.form {
            Form::Json => ("application/json; charset=utf-8", self.json(rows, meta)?),
            Form::Csv => ("text/csv; charset=utf-8; header=present", table::csv(rows, meta).map_err(|e| broken(&e))?),
        };
        let mut response = body.into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        let mut put = |name: HeaderName, value: &str| {
            if let Ok(value) = HeaderValue::from_str(value) {
                headers.insert(name, value);
            }
        };
        if self.form == Form::Csv {
            put(header::CONTENT_DISPOSITION, &self.file_name(meta));
        }
        if let Some(next) = meta.next.as_deref().and_then(|next| next.parse().ok()) {
            let view = ViewSpec { cursor: Some(next), ..self.view.clone() };
            put(header::LINK, &format!("<{}?{}>; rel=\"next\"", self.path, view.to_query()));
        }
        Ok(response)
    }

    fn json<T: Row>(&self, rows: &[T], meta: &Meta) -> Result<Vec<u8>, Problem> {
        let body = match (self.door.shape, rows) {
            (Shape::One, [row]) => serde_json::to_vec(&Envelope { name: self.door.name, resource: row, meta }),
            _ => serde_json::to_vec(&Envelope { name: self.door.name, resource: rows, meta }),
        };
        body.map_err(|e| broken(&e))
    }

    /// A downloaded file says what it holds, and that it is invented where it is.
    fn file_name(&self, meta: &Meta) -> String {
        let path = self.path.trim_start_matches("/api/v1/").trim_end_matches(".csv").replace('/', "-");
        let invented = if meta.fictional { "fictional-" } else { "" };
        format!("inline; filename=\"{invented}{path}-{}.csv\"", meta.release)
    }
}

/// An answer that cannot be written.
fn broken(error: &dyn std::fmt::Display) -> Problem {
    Problem::of(&reports::ReportError::Store(error.to_string()))
}

/// The resource under its name, and what holds for the whole answer.
struct Envelope<'a, T: ?Sized> {
    name: &'static str,
    resource: &'a T,
    meta: &'a Meta,
}

impl<T: Serialize + ?Sized> Serialize for Envelope<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry(self.name, self.resource)?;
        map.serialize_entry("meta", self.meta)?;
        map.end()
    }
}
