//! How does the process start to serve, how does it notice a new release, and how does it end?

mod connections;

use super::{CLEAN, FormsChoice, ServeArgs, desk, time};
use crate::browser_half::BrowserHalf;
use crate::http::{Edition, Toll};
use crate::router::Gates;
use crate::site::Letterbox;
use anyhow::Context as _;
use app::site::Origin;
use reports::Reports;
use std::path::{Path, PathBuf};
use std::time::Duration;
use store::Desk;
use tokio::time::MissedTickBehavior;

/// How often the folder of releases is looked at.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How often what has been kept long enough is erased.
const FORGET_EVERY: Duration = Duration::from_secs(24 * 3_600);
/// How often it is counted what became of the letters.
const COUNT_EVERY: Duration = Duration::from_secs(60);
/// How long requests may go on once the process is asked to stop.
const LAST_REQUESTS: Duration = Duration::from_secs(10);

/// Serves until it is asked to stop.
pub async fn run(data: &Path, args: &ServeArgs) -> anyhow::Result<u8> {
    let addr = args.addr;
    log_to_stderr();
    // the program is read while the releases are opened
    let build = tokio::task::spawn_blocking(Edition::build);
    let reports = Reports::open(data).await?;
    let listener = tokio::net::TcpListener::bind(addr)
        .await
        .with_context(|| format!("cannot listen on {addr}: is another program using it? Try --addr 127.0.0.1:3001"))?;
    let here = listener.local_addr()?;
    let origin = args.url.clone().unwrap_or_else(|| Origin::parse(&format!("http://{here}")).unwrap_or_default());
    let origin = match &args.contact {
        Some(contact) => origin.with_contact(contact).map_err(anyhow::Error::msg)?,
        None => origin,
    };
    let origin = match args.answer_days {
        Some(days) => origin.with_answer_days(days),
        None => origin,
    };
    let edition = Edition::new(reports.clone(), BrowserHalf::of_this_program(), origin);
    build.await?;
    let letterbox = letterbox(data, args).await;
    tokio::spawn(forget(data.to_path_buf(), letterbox.clone()));
    tokio::spawn(count(letterbox.clone()));
    let gates = Gates { toll: Some(Toll::new(time::clock(), args.senders())), letterbox };
    let router = crate::router::router_with(reports.clone(), edition.clone(), gates);
    eprintln!("monosashi: http://{here}");
    if reports.current_id().is_empty() {
        eprintln!(
            "monosashi: nothing is published in {} yet; a release is served as soon as there is one",
            data.display()
        );
    }
    tokio::spawn(watch(edition));
    let (stopping, stopped) = tokio::sync::oneshot::channel();
    let serving = connections::answer(listener, router, async move {
        asked_to_stop().await;
        let _nobody_waits = stopping.send(());
    });
    tokio::select! {
        () = serving => {}
        () = async { let _asked = stopped.await; let _time_is_up = tokio::time::timeout(LAST_REQUESTS, std::future::pending::<()>()).await; } => {
            eprintln!("monosashi: some requests were cut off");
        }
    }
    Ok(CLEAN)
}

/// Letters are kept in the data folder; where it cannot be written, the pages of the forms say so.
async fn letterbox(data: &Path, args: &ServeArgs) -> Letterbox {
    if args.forms == FormsChoice::Closed {
        return Letterbox::default();
    }
    // before the first import there may be no folder; where it cannot be made, the desk says so
    let _made_or_not = std::fs::create_dir_all(data);
    match Desk::open(&Desk::path_in(data)).await {
        Ok(desk) => Letterbox::open(desk, time::clock(), args.senders()),
        Err(error) => {
            eprintln!("monosashi: the forms are closed: {error}");
            Letterbox::default()
        }
    }
}

/// Erases old letters and their drafts once a day, even where no letter comes in and nobody is at the desk.
async fn forget(data: PathBuf, letterbox: Letterbox) {
    let mut every = tokio::time::interval(FORGET_EVERY);
    every.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        every.tick().await;
        forget_now(&data, &letterbox).await;
    }
}

async fn forget_now(data: &Path, letterbox: &Letterbox) {
    letterbox.forget().await;
    let Some(desk) = letterbox.desk() else { return };
    if let Err(error) = desk::forget_drafts(data, desk).await {
        tracing::error!(%error, "old drafts could not be erased");
    }
}

/// Counts what became of the letters: decisions are made by another process.
async fn count(letterbox: Letterbox) {
    let mut every = tokio::time::interval(COUNT_EVERY);
    every.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        every.tick().await;
        letterbox.count().await;
    }
}

/// Notices new releases and the browser's half of the site without a restart.
async fn watch(edition: Edition) {
    let mut every = tokio::time::interval(LOOK_EVERY);
    every.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let mut said = String::new();
    loop {
        every.tick().await;
        let problem = edition.refresh().await.err().map(|e| e.to_string()).unwrap_or_default();
        if problem != said {
            if !problem.is_empty() {
                tracing::error!(problem, "the new release is not served; the one before is");
            }
            said = problem;
        }
    }
}

async fn asked_to_stop() {
    let interrupted = async {
        let _or_never = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    let terminated = async {
        if let Ok(mut signal) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            signal.recv().await;
        } else {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}

/// Text on a terminal, JSON for machines; `RUST_LOG` says how much.
fn log_to_stderr() {
    use std::io::IsTerminal as _;
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let _set_before = if std::io::stderr().is_terminal() { log.try_init() } else { log.json().try_init() };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::Senders;
    use std::fs;
    use store::rows::{DecisionRow, LetterRow};

    #[tokio::test]
    async fn a_draft_goes_with_its_letter_while_the_site_is_served() {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk::open(&Desk::path_in(folder.path())).await.unwrap();
        let letter = LetterRow { kind: "error".into(), received: "2020-01-10".into(), ..LetterRow::default() };
        let id = desk.receive(&letter).await.unwrap();
        let decision = DecisionRow {
            letter_key: id,
            action: "accepted".into(),
            decided_by: "desk".into(),
            at: "2020-01-12T10:00:00+09:00".into(),
            ..DecisionRow::default()
        };
        assert!(desk.decide(&decision).await.unwrap());
        let review = folder.path().join("review");
        fs::create_dir_all(&review).unwrap();
        let (draft, other) = (review.join(format!("corrections-{id}.csv")), review.join("facilities.csv"));
        fs::write(&draft, "what the sender wrote").unwrap();
        fs::write(&other, "a list").unwrap();
        let letterbox = Letterbox::open(desk, time::clock(), Senders::Peer);
        forget_now(folder.path(), &letterbox).await;
        assert!(!draft.exists() && other.exists());
    }
}
