//! What can an operator say to the program, and with which exit code does it answer?

mod check;
mod closed_file;
mod correct;
mod demo;
mod desk;
mod doctor;
mod draft;
mod export;
mod import;
mod preview;
mod publish;
mod remarks;
mod report;
mod review;
mod serve;
mod time;

use crate::http::Senders;
use app::site::Origin;
use clap::{Args, Parser, Subcommand, ValueEnum};
use desk::DeskCommand;
use domain::{Day, Period};
use remarks::Table;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

/// Everything was as it should be.
pub const CLEAN: u8 = 0;
/// Nothing usable, or refused.
pub const REFUSED: u8 = 1;
/// Loaded, with issues.
pub const WITH_ISSUES: u8 = 3;

/// Monosashi (ものさし): hospital quality, with its context and its uncertainty.
#[derive(Debug, Parser)]
#[command(name = "monosashi", version, about)]
pub struct Cli {
    /// Data folder.
    #[arg(long, env = "MONOSASHI_DATA", default_value = "./data", global = true)]
    data: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Read official files, recipes or interchange packages, and keep them for the next publish.
    #[command(after_help = IMPORT_EXAMPLES)]
    Import(ImportArgs),
    /// Show what an import would load, and keep nothing.
    #[command(after_help = "Example:\n  monosashi check --recipe my-table.toml my-table.csv")]
    Check(ImportArgs),
    /// Take an imported file back, by the first digits of its hash.
    Unstage {
        /// First digits of the SHA-256.
        hash: String,
    },
    /// Compute a release from everything imported, and make it current.
    #[command(
        after_help = "Examples:\n  monosashi publish\n  monosashi publish --id 2025-summer --as-of 2025-06-01\n  monosashi publish --preview ./preview     sheets for hospitals, nothing is published\n\nExit code: 0 published, 1 refused, 2 usage."
    )]
    Publish(PublishArgs),
    /// Publish the two fictional releases in a data folder that holds nothing else.
    Demo,
    /// Serve the current release, and older ones by `release=ID`.
    Serve(ServeArgs),
    /// Read what readers and hospitals have sent, and decide on it.
    #[command(
        subcommand,
        after_help = "Examples:\n  monosashi desk list\n  monosashi desk show 12\n  monosashi desk accept 12 --by desk --reason \"telephoned the main number\"\n  monosashi desk reject 13 14 --by desk --reason \"praises another hospital\"\n  monosashi desk withdraw 12 --by desk --reason \"the hospital asks for it\"\n  monosashi desk erase 12\n  monosashi desk export letters.csv       texts, no contacts\n  monosashi desk log moderation.csv       decisions, neither texts nor contacts"
    )]
    Desk(DeskCommand),
    /// Write a release as an interchange package, which `import` reads back.
    #[command(
        after_help = "Examples:\n  monosashi export ./package\n  monosashi export --release 2025-06-01-0a1b2c3d ./package"
    )]
    Export {
        /// Id of the release; default: the current one.
        #[arg(long, value_parser = release_id)]
        release: Option<String>,
        /// Folder that does not exist yet.
        dir: PathBuf,
    },
    /// Keep a list of corrections (corrections.csv) for the next publish.
    #[command(
        after_help = "Example:\n  monosashi correct corrections.csv && monosashi publish\n\nA value that changes tenfold or more is kept and told, with how to take it back, because it is mostly one in another unit.\nWrite `is` with as many digits as tell how many events it stands for: 0.87009 is 215 of 247.1 expected, 0.87 may be 214 or 216."
    )]
    Correct(CorrectArgs),
    /// Keep what hospitals say about their values (comments.csv) for the next publish.
    #[command(after_help = "Example:\n  monosashi reply comments.csv && monosashi publish")]
    Reply {
        /// Columns: hospital_id, measure_id, period_end, kind, date, text_ja, text_en, and where wanted period_start, stratum.
        file: PathBuf,
    },
    /// Tell what is configured, what is there and what is wrong, for a server that is started with the same options.
    Doctor(ServeArgs),
}

const IMPORT_EXAMPLES: &str = "Examples:
  monosashi import 01-1_hospital_facility_info_20250601.zip 001723127.xlsx
  monosashi import --period 2024-04-01/2025-03-31 table.csv
  monosashi import --recipe my-table.toml my-table.csv
  monosashi import events.csv      disasters and outbreaks: area_code or hospital_id, kind (disaster, outbreak),
                                   start, end (empty while it is not over), text_ja, text_en, source

Exit code: 0 clean, 3 loaded with issues, 1 nothing usable, 2 usage.";

/// What `import` takes.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// Files or package folders.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Period of files that do not say it themselves, START/END.
    #[arg(long, value_parser = |text: &str| Period::parse(text))]
    period: Option<Period>,
    /// Read the files with this recipe.
    #[arg(long)]
    recipe: Option<PathBuf>,
    /// Keep nothing where anything is wrong.
    #[arg(long)]
    strict: bool,
    /// Print the report as JSON.
    #[arg(long)]
    json: bool,
}

/// What `correct` takes.
#[derive(Debug, Args)]
pub struct CorrectArgs {
    /// Columns: hospital_id, measure_id, period_start, period_end, stratum, was, is, why_ja, why_en, date.
    file: PathBuf,
    /// Say nothing of values that change tenfold or more: they are right.
    #[arg(long)]
    force: bool,
}

/// What `serve` takes, and `doctor` looks at.
#[derive(Debug, Args, Clone)]
pub struct ServeArgs {
    /// Address to listen on.
    #[arg(long, env = "MONOSASHI_ADDR", default_value = "127.0.0.1:3000")]
    addr: SocketAddr,
    /// Where the site is found from outside: what feeds, link previews and embeds name. Default: the address listened on.
    #[arg(long, env = "MONOSASHI_URL", value_parser = Origin::parse)]
    url: Option<Origin>,
    /// Whom readers and journalists write to: an address of mail or of a page.
    #[arg(long, env = "MONOSASHI_CONTACT")]
    contact: Option<String>,
    /// Within how many days you promise to look at a letter; without it the site promises none.
    #[arg(long, env = "MONOSASHI_ANSWER_DAYS", value_parser = clap::value_parser!(u16).range(1..=365))]
    answer_days: Option<u16>,
    /// Whether readers and hospitals can send letters; closed on a replica that only reads.
    #[arg(long, env = "MONOSASHI_FORMS", value_enum, default_value_t)]
    forms: FormsChoice,
    /// Believe the last address of `X-Forwarded-For`: only where a proxy of yours stands in front and nobody can go past it.
    #[arg(long, env = "MONOSASHI_TRUST_PROXY")]
    trust_proxy: bool,
}

impl ServeArgs {
    /// Where the address of whoever asks or sends stands.
    const fn senders(&self) -> Senders {
        if self.trust_proxy { Senders::Forwarded } else { Senders::Peer }
    }
}

/// Whether letters are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum FormsChoice {
    /// Where the desk can be written.
    #[default]
    Open,
    /// Never.
    Closed,
}

/// What `publish` takes.
#[derive(Debug, Args, Default)]
pub struct PublishArgs {
    /// Id of the release; default `{as_of}-{8 hex of the input digest}`.
    #[arg(long, value_parser = release_id)]
    id: Option<String>,
    /// The day the release speaks of; default: the latest date among period ends and source dates.
    #[arg(long, value_parser = day)]
    as_of: Option<Day>,
    /// Write one sheet and one table per hospital into this folder, and publish nothing.
    #[arg(long, value_name = "DIR")]
    preview: Option<PathBuf>,
    /// Publish even where totals collapse, or write a release of this id again.
    #[arg(long)]
    force: bool,
}

fn day(text: &str) -> Result<Day, String> {
    domain::period::parse_day(text).ok_or_else(|| format!("\"{text}\" is no day: write it as 2025-06-01"))
}

fn release_id(text: &str) -> Result<String, String> {
    domain::MeasureId::parse(text).map(|id| id.to_string()).map_err(|e| e.to_string())
}

impl Cli {
    /// Runs the command; an error is one sentence on standard error.
    pub fn run(self) -> ExitCode {
        let data = &self.data;
        let done = match &self.command {
            Command::Import(args) => import::run(data, args),
            Command::Unstage { hash } => import::unstage(data, hash),
            Command::Publish(args) => on_runtime(publish::run(data, args)),
            Command::Demo => on_runtime(demo::run(data)),
            Command::Serve(args) => on_runtime(serve::run(data, args)),
            Command::Desk(command) => on_runtime(desk::run(data, command)),
            Command::Check(args) => check::run(args),
            Command::Export { release, dir } => on_runtime(export::run(data, release.as_deref(), dir)),
            Command::Correct(args) => on_runtime(correct::run(data, args)),
            Command::Reply { file } => remarks::run(data, Table::Comments, file),
            Command::Doctor(args) => on_runtime(doctor::run(data, args)),
        };
        match done {
            Ok(code) => ExitCode::from(code),
            Err(error) => {
                eprintln!("monosashi: {error:#}");
                ExitCode::from(REFUSED)
            }
        }
    }
}

fn on_runtime(work: impl Future<Output = anyhow::Result<u8>>) -> anyhow::Result<u8> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(work)
}
