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
        /// Why.
        because: Undrawn,
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

/// Why a measure has no such drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undrawn {
    /// No value to draw.
    NoValues,
    /// One period is no course.
    OnePeriod,
    /// In most periods fewer than ten hospitals have a value.
    FewHospitals,
    /// Where the hospitals lie is not known.
    NoRegions,
    /// Patients, or expected cases, are not published.
    NoCounts,
    /// Its publisher has moved the values towards the mean.
    Shrunken,
    /// No hospital of the role has a range of places.
    NoPlaces,
    /// The value of the hospital is one of fewer than ten patients.
    FewPatients,
    /// It is no share of 1,000 people, or the hospital has no value.
    NotPeople,
}

impl Undrawn {
    const fn words(self) -> Bilingual {
        match self {
            Self::NoValues => Bilingual::new("描ける値がないからです。", "It has no value that could be drawn."),
            Self::OnePeriod => Bilingual::new(
                "値のある期間が1つしかないからです。",
                "There is only one period with values, which shows no course.",
            ),
            Self::FewHospitals => Bilingual::new(
                "ほとんどの年で、値のある病院が10院に足りないからです。",
                "In most years fewer than ten hospitals have a value.",
            ),
            Self::NoRegions => Bilingual::new(
                "病院がどの地域にあるかが、公表されていないからです。",
                "No source of this release says in which region its hospitals lie.",
            ),
            Self::NoCounts => Bilingual::new(
                "患者さんの数など、必要な数が公表されていないからです。",
                "The counts that it needs, such as the number of patients, are not published.",
            ),
            Self::Shrunken => Bilingual::new(
                "公表元が、値を平均に近づけて公表しているからです。",
                "Its publisher has moved the values towards the mean.",
            ),
            Self::NoPlaces => Bilingual::new(
                "順位の幅のある病院がないからです。",
                "No hospital of this role has a range of places in it.",
            ),
            Self::FewPatients => Bilingual::new(
                "この病院の値は、10件より少ない件数のものだからです。",
                "The value of this hospital rests on fewer than ten patients.",
            ),
            Self::NotPeople => Bilingual::new(
                "1,000人のうち何人かで表せる値ではないからです。",
                "Its value is no number of people out of 1,000.",
            ),
        }
    }
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
            Self::NotDrawn { chart, because } => not_drawn(chart, *because),
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

fn not_drawn(chart: &str, because: Undrawn) -> Bilingual<String> {
    let name = Chart::parse(chart).map_or(Bilingual::new("図", "such chart"), Chart::name);
    let why = because.words();
    Bilingual::new(
        format!("この指標には「{}」がありません。{}ほかの図を選んでください。", name.ja, why.ja),
        format!("This measure has no “{}”. {} Choose another chart.", name.en, why.en),
    )
}

fn not_found(kind: &str, id: &str) -> Bilingual<String> {
    let (ja, en) = match kind {
        "release" => {
            return Bilingual::new(
                format!("「{id}」という版はありません。番号を確かめるか、いまの版を開いてください。"),
                format!("There is no release \"{id}\". Check its id, or open the current release."),
            );
        }
        "region" => {
            return Bilingual::new(
                format!("「{id}」には、値のある病院がありません。ほかの地域を選ぶか、地域を書かずに開いてください。"),
                format!("No hospital of \"{id}\" has a value here. Choose another region, or leave the region out."),
            );
        }
        "hospital" => {
            ("病院の名前からさがすか、番号を確かめてください。", "Search for the hospital by name, or check the id.")
        }
        "area" => ("地域の一覧から選んでください。", "Choose one from the list of areas."),
        "place" => (
            "都道府県・医療圏・市区町村の名前か番号を確かめてください。",
            "Check the name or code of the prefecture, medical area or municipality.",
        ),
        "measure" => ("指標の一覧から選んでください。", "Choose one from the list of measures."),
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
