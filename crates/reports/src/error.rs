//! What can keep a question from being answered?

use domain::Bilingual;
use domain::view_spec::{Chart, ViewError};

/// Why there is no answer. Each door has a face for it: a page with a way on, or problem+json.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// No hospital, measure or release of this id.
    #[error("there is no {kind} \"{id}\" in this release")]
    NotFound {
        /// `hospital`, `measure`, `release`, `page`.
        kind: &'static str,
        /// The id asked for.
        id: String,
    },
    /// The hospital has another id now.
    #[error("hospital \"{from}\" is now \"{to}\"")]
    Moved {
        /// Old id.
        from: String,
        /// New id.
        to: String,
    },
    /// The measure has no such drawing.
    #[error("there is no chart \"{chart}\" of this measure")]
    NotDrawn {
        /// Its name in an address.
        chart: &'static str,
    },
    /// The address is not understood.
    #[error(transparent)]
    View(#[from] ViewError),
    /// No release has been published yet.
    #[error("no release has been published yet: run `monosashi import` and `monosashi publish`, or `monosashi demo`")]
    NoRelease,
    /// The file of the release cannot be read.
    #[error("the release cannot be read: {0}")]
    Store(String),
}

impl ReportError {
    /// The HTTP status that says the same.
    pub const fn status(&self) -> u16 {
        match self {
            Self::NotFound { .. } | Self::NotDrawn { .. } => 404,
            Self::Moved { .. } => 301,
            Self::View(_) => 400,
            Self::NoRelease => 503,
            Self::Store(_) => 500,
        }
    }

    /// What happened and what to try, for people.
    pub fn explanation(&self) -> Bilingual<String> {
        match self {
            Self::NotFound { kind, id } => not_found(kind, id),
            Self::Moved { from, to } => {
                Bilingual::new(format!("「{from}」は「{to}」に移りました。"), format!("\"{from}\" is now \"{to}\"."))
            }
            Self::NotDrawn { chart } => not_drawn(chart),
            Self::View(error) => Bilingual::new(
                format!("アドレスの「{}」：{}", error.parameter, error.detail_ja),
                format!("Parameter \"{}\" {}", error.parameter, error.detail),
            ),
            Self::NoRelease => Bilingual::new(
                "まだデータが公開されていません。しばらくしてからもう一度開いてください。".to_string(),
                "No data has been published yet. Please come back in a while.".to_string(),
            ),
            Self::Store(_) => Bilingual::new(
                "データを読み込めませんでした。しばらくしてからもう一度開いてください。".to_string(),
                "The data could not be read. Please try again in a while.".to_string(),
            ),
        }
    }
}

fn not_drawn(chart: &str) -> Bilingual<String> {
    let name = Chart::parse(chart).map_or(Bilingual::new("図", "such chart"), Chart::name);
    Bilingual::new(
        format!(
            "この指標には「{}」がありません。必要な数が公表されていないか、重症度を調整していないか、公表元がすでに平均に近づけた値です。ほかの図を選んでください。",
            name.ja
        ),
        format!(
            "This measure has no “{}”. Such a chart needs published counts, and values that are adjusted for how ill patients were and not drawn towards the mean by their publisher. Choose another chart.",
            name.en
        ),
    )
}

fn not_found(kind: &str, id: &str) -> Bilingual<String> {
    let (ja, en) = match kind {
        "hospital" => {
            ("病院の名前からさがすか、番号を確かめてください。", "Search for the hospital by name, or check the id.")
        }
        "area" => ("地域の一覧から選んでください。", "Choose one from the list of areas."),
        "place" => (
            "都道府県・医療圏・市区町村の名前か番号を確かめてください。",
            "Check the name or code of the prefecture, medical area or municipality.",
        ),
        "measure" => ("指標の一覧から選んでください。", "Choose one from the list of measures."),
        "release" => ("版を書かなければ、いまの版が開きます。", "Leave the release out to read the current one."),
        "period" => {
            ("期間を書かなければ、いちばん新しい期間が開きます。", "Leave the period out to read the newest one.")
        }
        "stratum" => ("区分を書かなければ、全体の値が開きます。", "Leave the stratum out to read the total."),
        _ => ("最初のページからさがしてください。", "Start again from the first page."),
    };
    Bilingual::new(
        format!("「{id}」は、この版のデータにありません。{ja}"),
        format!("\"{id}\" is not in this release. {en}"),
    )
}

impl From<store::StoreError> for ReportError {
    fn from(error: store::StoreError) -> Self {
        Self::Store(error.to_string())
    }
}
