//! How does a letter get onto the operator's desk, and which letters are turned away?

use super::{Site, correspondence};
use crate::http::{Allowance, Clock, Rate, Sender, Senders};
use app::site::{Correspondence, Forms, Kept, Place, Refusal, Returned, Trouble};
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::letters::{Field, Form, Letter, LetterKind, TRAP, Typed, read};
use domain::period::{day_in_japan, days_before};
use domain::view_spec::ViewSpec;
use i18n::Locale;
use reports::model::{Matter, Outcome};
use std::sync::{Arc, RwLock};
use std::time::Duration;
use store::Desk;
use store::rows::LetterRow;
use tokio::time::error::Elapsed;

/// No form of ours is larger: six fields of Japanese, each character in nine letters.
const LARGEST_BYTES: usize = 32 * 1024;
/// Within this time a form has arrived over any line.
const PATIENCE: Duration = Duration::from_secs(30);
/// A mistake is often seen in several values at once; nobody writes more than a few letters an hour.
const RATE: Rate = Rate { burst: 5, seconds: 600 };
/// So many a day from a whole network, in which one person may have any number of addresses.
const NETWORK_RATE: Rate = Rate { burst: 100, seconds: 864 };
/// More than anybody reads, and little enough for a disk.
pub const MOST_WAITING: i64 = 5_000;
/// For so long the text of a letter is kept after it was decided on.
pub const KEPT_DAYS: i32 = 365;

/// Where letters go; closed where this server only reads.
#[derive(Debug, Clone, Default)]
pub struct Letterbox(Option<Open>);

#[derive(Debug, Clone)]
struct Open {
    desk: Desk,
    clock: Clock,
    allowance: Allowance,
    networks: Allowance,
    senders: Senders,
    /// What became of all letters, as it was last counted.
    counted: Arc<RwLock<Option<Correspondence>>>,
}

impl Open {
    /// Takes a token of the sender and one of the network. A network without any is refused first, and its senders are not
    /// remembered: one that has any number of addresses would fill the memory, and close the forms to everybody.
    fn takes_from(&self, sender: Sender) -> Result<(), u32> {
        self.networks.has_one(sender.network())?;
        self.allowance.take(sender)?;
        self.networks.take(sender.network())
    }
}

impl Letterbox {
    /// Onto this desk.
    pub fn open(desk: Desk, clock: Clock, senders: Senders) -> Self {
        let allowance = Allowance::new(RATE, clock.clone());
        let networks = Allowance::new(NETWORK_RATE, clock.clone());
        Self(Some(Open { desk, clock, allowance, networks, senders, counted: Arc::default() }))
    }

    /// Erases what has been kept long enough, also where no letter comes in and nobody is at the desk.
    pub async fn forget(&self) {
        let Some(open) = &self.0 else { return };
        let before = days_before(day_in_japan(open.clock.seconds()), KEPT_DAYS).to_string();
        if let Err(error) = open.desk.forget(&before).await {
            tracing::error!(%error, "old letters could not be erased");
        }
    }

    /// Counts the letters and what became of them anew: decisions are made beside the server.
    pub async fn count(&self) {
        let Some(open) = &self.0 else { return };
        let counted = async {
            let waiting = usize::try_from(open.desk.waiting().await?).unwrap_or_default();
            Ok::<_, store::StoreError>(correspondence(&open.desk.decisions().await?, waiting))
        };
        match counted.await {
            Ok(counted) => {
                if let Ok(mut known) = open.counted.write() {
                    *known = Some(counted);
                }
            }
            Err(error) => tracing::error!(%error, "the letters could not be counted"),
        }
    }

    /// What became of the letters; `None` where nothing is kept, or nothing has been counted yet.
    pub fn correspondence(&self) -> Option<Correspondence> {
        self.0.as_ref()?.counted.read().ok()?.clone()
    }

    /// The day in Japan; empty where nothing is kept.
    fn today(&self) -> String {
        self.0.as_ref().map(|open| day_in_japan(open.clock.seconds()).to_string()).unwrap_or_default()
    }

    /// The desk on which they lie.
    pub(crate) fn desk(&self) -> Option<&Desk> {
        self.0.as_ref().map(|open| &open.desk)
    }

    /// Whether anything can be sent.
    pub const fn forms(&self) -> Forms {
        if self.0.is_some() { Forms::Open } else { Forms::Closed }
    }
}

/// Takes a form, or gives it back with what is wrong.
pub async fn send(State(site): State<Site>, request: Request<Body>) -> Response {
    let (parts, body) = request.into_parts();
    let Some((locale, form, place)) = form_of(parts.uri.path()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    if !is_from_here(&parts.headers, site.origin().as_str()) {
        return again(&site, &parts, refused(Typed::default(), Refusal::Elsewhere)).await;
    }
    let bytes = match arrived(body, PATIENCE).await {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return again(&site, &parts, refused(Typed::default(), Refusal::TooLarge)).await,
        // whoever sends a form so slowly is no browser, and reads no page
        Err(_) => return StatusCode::REQUEST_TIMEOUT.into_response(),
    };
    let pairs: Vec<(String, String)> = form_urlencoded::parse(&bytes).into_owned().collect();
    let typed = Typed::of(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    // a program that fills in everything is not told that nobody will read it
    if pairs.iter().any(|(name, value)| name == TRAP && !value.trim().is_empty()) {
        let received = site.letterbox.today();
        return again(&site, &parts, taken(typed, Kept { number: None, received })).await;
    }
    // the answer itself holds the copy: what was written stands in no address and in no cookie
    let answer = match keep(&site, &parts, (locale, form, &place), typed.clone()).await {
        Ok(kept) => taken(typed, kept),
        Err(returned) => returned,
    };
    again(&site, &parts, answer).await
}

/// The whole of what was sent; nothing where it is too large.
async fn arrived(body: Body, patience: Duration) -> Result<Option<Bytes>, Elapsed> {
    tokio::time::timeout(patience, to_bytes(body, LARGEST_BYTES)).await.map(Result::ok)
}

/// Writes it down, or says why not.
async fn keep(
    site: &Site,
    parts: &Parts,
    (locale, form, place): (Locale, Form, &Place),
    typed: Typed,
) -> Result<Kept, Returned> {
    let Some(open) = &site.letterbox.0 else { return Err(refused(typed, Refusal::Closed)) };
    let letter = match read(form, &typed) {
        Ok(letter) => letter,
        Err(faults) => return Err(Returned { typed, trouble: Trouble::Faults(faults), kept: None }),
    };
    // an address that no page answers is answered by that page, which says why
    let nowhere = || Returned { typed: typed.clone(), ..Returned::default() };
    let view = ViewSpec::parse_query(parts.uri.query().unwrap_or_default(), place.keys()).map_err(|_| nowhere())?;
    let matter = site.reports.matter(&view).await.map_err(|_| nowhere())?;
    if form == Form::Reply && matter.value.is_none() {
        return Err(nowhere());
    }
    let row = LetterRow { received: site.letterbox.today(), ..row(locale, &letter, &matter) };
    let failed = |error: store::StoreError| {
        tracing::error!(%error, "a letter could not be kept");
        refused(typed.clone(), Refusal::Failed)
    };
    // whoever presses the button twice, or loads the answer again, has sent it
    if let Some((number, received)) = open.desk.waiting_twin(&row).await.map_err(failed)? {
        return Ok(Kept { number: Some(number), received });
    }
    let sender = open.senders.of(&parts.headers, &parts.extensions);
    let allowed = open.takes_from(sender);
    if let Err(seconds) = allowed {
        return Err(refused(typed, Refusal::TooMany { seconds }));
    }
    if open.desk.waiting().await.map_err(failed)? >= MOST_WAITING {
        return Err(refused(typed, Refusal::Full));
    }
    let number = open.desk.receive(&row).await.map_err(failed)?;
    site.letterbox.forget().await;
    site.letterbox.count().await;
    Ok(Kept { number: Some(number), received: row.received })
}

/// The letter with the value as the release holds it.
fn row(locale: Locale, letter: &Letter, matter: &Matter) -> LetterRow {
    let text = |field: Field| letter.typed.get(field).to_owned();
    let figure = matter.value.as_ref().map(|value| value.figure());
    let was = figure.map(|row| match &row.outcome {
        Outcome::Reported(reported) => reported.value.to_string(),
        Outcome::Missing { status, .. } => status.to_string(),
    });
    // a reader writes in the language of the page; a hospital fills in one field for each
    let (text_ja, text_en) = match (letter.kind, locale) {
        (LetterKind::Error, Locale::En) => (String::new(), text(Field::Text)),
        _ => (text(Field::Text), text(Field::TextEn)),
    };
    LetterRow {
        kind: letter.kind.to_string(),
        locale: locale.to_string(),
        release_id: matter.release.id.clone(),
        hospital_id: matter.hospital.as_ref().map(|card| card.hospital.id.to_string()).unwrap_or_default(),
        measure_id: matter.measure.as_ref().map(|measure| measure.id.to_string()).unwrap_or_default(),
        period_start: figure.map(|row| row.period.start.to_string()).unwrap_or_default(),
        period_end: figure.map(|row| row.period.end.to_string()).unwrap_or_default(),
        stratum: figure.map(|row| row.stratum.clone()).unwrap_or_default(),
        was: was.unwrap_or_default(),
        text_ja,
        text_en,
        should_be: text(Field::ShouldBe),
        stands_at: text(Field::StandsAt),
        contact: text(Field::Contact),
        ..LetterRow::default()
    }
}

fn form_of(path: &str) -> Option<(Locale, Form, Place)> {
    let (locale, place) = Place::parse(path)?;
    let form = match place {
        Place::Report => Form::Report,
        Place::Reply => Form::Reply,
        _ => return None,
    };
    Some((locale, form, place))
}

/// There are no cookies that another site could make use of; still, nobody's browser shall write to us unasked.
fn is_from_here(headers: &HeaderMap, origin: &str) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => site == "same-origin",
        // without https browsers do not say more than the origin: ours as it is configured, or as this request was sent
        (None, Some(from)) => {
            let host = from.split_once("://").map(|(_, host)| host);
            from == origin || (host.is_some() && host == text("host"))
        }
        (None, None) => false,
    }
}

const fn refused(typed: Typed, refusal: Refusal) -> Returned {
    Returned { typed, trouble: Trouble::Refused(refusal), kept: None }
}

const fn taken(typed: Typed, kept: Kept) -> Returned {
    Returned { typed, trouble: Trouble::None, kept: Some(kept) }
}

async fn again(site: &Site, parts: &Parts, returned: Returned) -> Response {
    let mut response = site.page_of(&parts.uri, &returned).await;
    let wait = match returned.trouble {
        Trouble::Refused(Refusal::TooMany { seconds }) => Some(seconds),
        Trouble::Refused(Refusal::Full) => Some(24 * 3_600),
        _ => None,
    };
    if let Some(seconds) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderName;
    use std::convert::Infallible;

    fn asked(pairs: &[(&'static str, &str)]) -> bool {
        let pairs = pairs.iter().map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap()));
        is_from_here(&pairs.collect::<HeaderMap>(), "https://example.jp")
    }

    #[tokio::test]
    async fn a_form_that_never_arrives_is_not_waited_for() {
        let patience = Duration::from_millis(20);
        let never = futures_util::stream::pending::<Result<Bytes, Infallible>>();
        assert!(arrived(Body::from_stream(never), patience).await.is_err());
        assert_eq!(arrived(Body::from("text=a"), patience).await.unwrap().unwrap(), "text=a");
        assert!(arrived(Body::from(vec![b'a'; LARGEST_BYTES + 1]), patience).await.unwrap().is_none());
    }

    #[test]
    fn only_a_page_of_our_own_may_send() {
        assert!(asked(&[("sec-fetch-site", "same-origin")]));
        assert!(asked(&[("origin", "https://example.jp")]));
        assert!(asked(&[("origin", "http://192.0.2.1:3000"), ("host", "192.0.2.1:3000")]));
        for foreign in [
            &[("sec-fetch-site", "cross-site"), ("origin", "https://example.jp")][..],
            &[("sec-fetch-site", "same-site")],
            &[("origin", "https://evil.test"), ("host", "example.jp")],
            &[("origin", "null"), ("host", "example.jp")],
            &[("host", "example.jp")],
            &[],
        ] {
            assert!(!asked(foreign), "{foreign:?}");
        }
    }

    #[tokio::test]
    async fn a_network_that_has_sent_enough_closes_the_forms_to_nobody_else() {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk::open(&Desk::path_in(folder.path())).await.unwrap();
        let open = Letterbox::open(desk, Clock::new(|| 1_000), Senders::Peer).0.unwrap();
        let from = |network: u16, house: u16| Sender::at([0x2001, 0xdb8, network, house, 0, 0, 0, 1].into());
        let taken = (0..12_000).filter(|house| open.takes_from(from(0, *house)).is_ok()).count();
        assert_eq!(taken, 100);
        assert_eq!(open.takes_from(from(1, 0)), Ok(()), "others are not touched");
        // whoever has none left takes none from the neighbours
        for _ in 0..200 {
            let _any = open.takes_from(from(2, 0));
        }
        assert_eq!(open.takes_from(from(2, 1)), Ok(()));
    }
}
