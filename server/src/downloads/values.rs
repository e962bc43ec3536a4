//! `/data/{release}/measures/{id}.csv`: how do all values of a measure leave as one table, a part at a time?

use super::Downloads;
use super::address::{Asked, Bytes as Identity, busy, no_such_file, shown};
use super::spreadsheet::Form;
use crate::api::v1::table::{self, Table};
use crate::api::v1::wire::{Meta, OfMeasure, ValueRow};
use crate::http::{Coding, Named, Problem};
use axum::BoxError;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Method, Uri, header};
use axum::response::Response;
use domain::view_spec::ViewSpec;
use domain::{Disclosed, MeasureId};
use flate2::Compression;
use flate2::write::GzEncoder;
use futures_util::stream;
use reports::model::VersionNote;
use reports::{ReportError, WholeMeasure};
use std::io::Write as _;
use std::sync::Arc;
use tokio::sync::OwnedSemaphorePermit;

const KIND: &str = "text/csv; charset=utf-8; header=present";

/// All values of a measure.
pub async fn values(
    State(downloads): State<Downloads>,
    Named((release, name)): Named<(String, String)>,
    method: Method,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Problem> {
    let Some((id, form)) = Form::read(&name) else {
        return Err(no_such_file(&name));
    };
    let id = MeasureId::parse(id).map_err(|_| ReportError::NotFound { kind: "measure", id: shown(id) })?;
    let asked = Asked::read(&downloads, &release, &uri, Identity::Coded)?;
    let whole = downloads.reports.whole_measure(&id, &asked.pinned()).await?;
    let view = ViewSpec { release: asked.pinned(), ..ViewSpec::default() };
    let versions = downloads.reports.versions(&view).await?.remove(&id).unwrap_or_default();
    let own_name = format!("monosashi-{id}-{}.{}", asked.release.id, form.ending());
    let gzip = takes_gzip(&headers);
    let mut response = match asked.without_body(&method, &headers, KIND, &own_name) {
        Some(response) => response,
        None => {
            let place = Arc::clone(&downloads.tables).try_acquire_owned().map_err(|_| crowded())?;
            let rows = Rows::begin(whole, About { measure: id, versions }, (form, gzip), place)?;
            let body = Body::from_stream(parts(rows));
            let mut response = asked.answer(KIND, &own_name, body);
            if gzip {
                response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            }
            response
        }
    };
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    Ok(response)
}

fn crowded() -> Problem {
    busy(
        "いま多くの人が表を取り出しています。数秒後にもう一度お試しください。",
        "Many tables are being taken at this moment. Please try again in a few seconds.",
    )
}

fn takes_gzip(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or_default();
    Coding::takes_gzip(accepted)
}

/// What every row says of itself.
struct About {
    measure: MeasureId,
    versions: Vec<VersionNote>,
}

impl About {
    fn row(&self, value: &Disclosed<reports::model::ValueRow>) -> OfMeasure<ValueRow> {
        OfMeasure::of(ValueRow::of(value), &self.measure, &self.versions, value.figure().period)
    }
}

/// A table that is being written.
struct Rows {
    whole: WholeMeasure,
    about: About,
    paper: Paper,
    meta: Meta,
    /// Given back when the last line has left, or the reader has gone.
    place: OwnedSemaphorePermit,
}

/// Where its lines go until they leave.
struct Paper {
    table: Table,
    form: Form,
    /// Which columns of the table stand in this form.
    held: Vec<bool>,
    /// What stands before the first row, until it has left.
    head: Vec<u8>,
    squeezed: Option<GzEncoder<Vec<u8>>>,
}

impl Rows {
    fn begin(
        whole: WholeMeasure,
        about: About,
        (form, gzip): (Form, bool),
        place: OwnedSemaphorePermit,
    ) -> Result<Self, Problem> {
        let broken = |error: BoxError| Problem::from(ReportError::Store(error.to_string()));
        let table = Table::of::<OfMeasure<ValueRow>>(form.cells()).map_err(|e| broken(e.into()))?;
        let mut head = form.mark().to_vec();
        let held: Vec<bool> = table.columns().map(|column| form.holds(column)).collect();
        let line = match form.heads() {
            Some(heads) => table::line(heads),
            None => table.header().and_then(|head| form.only(&held, head)),
        };
        head.extend(line.map_err(|e| broken(e.into()))?);
        let meta = Meta::of(&whole.release, &whole.sources).with_warnings([&whole.measure]);
        let squeezed = gzip.then(|| GzEncoder::new(Vec::new(), Compression::fast()));
        Ok(Self { whole, about, paper: Paper { table, form, held, head, squeezed }, meta, place })
    }
}

impl Paper {
    /// The lines of some rows, as they leave.
    fn write(&mut self, rows: &[OfMeasure<ValueRow>], meta: &Meta) -> Result<Vec<u8>, BoxError> {
        let mut bytes = std::mem::take(&mut self.head);
        bytes.extend(self.form.only(&self.held, self.table.lines(rows, meta)?)?);
        let Some(encoder) = &mut self.squeezed else {
            return Ok(bytes);
        };
        encoder.write_all(&bytes)?;
        Ok(std::mem::take(encoder.get_mut()))
    }

    /// What is left after the last row.
    fn finish(&mut self) -> Result<Vec<u8>, BoxError> {
        let head = std::mem::take(&mut self.head);
        match self.squeezed.take() {
            None => Ok(head),
            Some(mut encoder) => {
                encoder.write_all(&head)?;
                Ok(encoder.finish()?)
            }
        }
    }
}

/// The parts of a table, each made when the one before has left.
fn parts(rows: Rows) -> impl stream::Stream<Item = Result<Bytes, BoxError>> {
    stream::try_unfold(Some(rows), |rows| async move {
        let Some(Rows { mut whole, about, mut paper, meta, place }) = rows else {
            return Ok(None);
        };
        let Some(part) = whole.next().await? else {
            let last = paper.finish()?;
            return Ok((!last.is_empty()).then(|| (Bytes::from(last), None)));
        };
        let write = move || {
            let rows: Vec<OfMeasure<ValueRow>> = part.iter().map(|value| about.row(value)).collect();
            let written = paper.write(&rows, &meta);
            (about, paper, meta, written)
        };
        let (about, paper, meta, written) = tokio::task::spawn_blocking(write).await?;
        Ok(Some((Bytes::from(written?), Some(Rows { whole, about, paper, meta, place }))))
    })
}
