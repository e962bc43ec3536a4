//! Which addresses does the API have, and which parameters does each take? One table for the handlers and for OpenAPI.

use domain::Bilingual;
use domain::view_spec::Key;

/// One address.
#[derive(Debug, Clone, Copy)]
pub struct Door {
    /// As the router has it.
    pub path: &'static str,
    /// Key of the resource at the top level of the answer.
    pub name: &'static str,
    /// Name of its schema.
    pub schema: &'static str,
    /// Whether the resource is a list of rows.
    pub shape: Shape,
    /// Parameters.
    pub keys: &'static [Key],
    /// What it answers, in a sentence.
    pub summary: Bilingual,
    /// An address that can be asked of the demonstration releases.
    pub example: &'static str,
}

/// One thing or a list of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One.
    One,
    /// A list.
    List,
}

/// The finder.
pub const HOSPITALS: Door = Door {
    path: "/api/v1/hospitals",
    name: "hospitals",
    schema: "Hospital",
    shape: Shape::List,
    keys: &[
        Key::Query,
        Key::Region,
        Key::PeerGroup,
        Key::Near,
        Key::RadiusKm,
        Key::Emergency,
        Key::Designations,
        Key::Service,
        Key::Specialty,
        Key::Saturday,
        Key::BedsMin,
        Key::BedsMax,
        Key::Island,
        Key::Limit,
        Key::Cursor,
        Key::Release,
    ],
    summary: Bilingual::new(
        "病院と診療所（ほとんどが有床）。名前・地域・役割・距離・資料に書かれたことでさがします",
        "Hospitals and clinics, nearly all with beds, by name, region, role, distance and by what sources say of them",
    ),
    example: "/api/v1/hospitals?region=JP-15&limit=5",
};

/// One hospital.
pub const HOSPITAL: Door = Door {
    path: "/api/v1/hospitals/{id}",
    name: "hospital",
    schema: "HospitalDetail",
    shape: Shape::One,
    keys: &[Key::Release],
    summary: Bilingual::new(
        "一つの病院。背景、番号、すべての指標の最新の値",
        "One hospital: context, identifiers and the newest value of every measure",
    ),
    example: "",
};

/// All measures.
pub const MEASURES: Door = Door {
    path: "/api/v1/measures",
    name: "measures",
    schema: "Measure",
    shape: Shape::List,
    keys: &[Key::Limit, Key::Cursor, Key::Release],
    summary: Bilingual::new(
        "すべての指標の定義と、その国の病院全体の様子",
        "All measures with their definitions and what is known about all hospitals of their country",
    ),
    example: "/api/v1/measures?limit=3",
};

/// One measure.
pub const MEASURE: Door = Door {
    path: "/api/v1/measures/{id}",
    name: "measure",
    schema: "MeasureDetail",
    shape: Shape::One,
    keys: &[Key::Period, Key::Stratum, Key::Release],
    summary: Bilingual::new(
        "一つの指標。定義と版、その国全体の値、過分散、順位づけできる度合い、開き、どこまで値があるか",
        "One measure: definition, versions, target, over-dispersion, rankability, variation, coverage",
    ),
    example: "/api/v1/measures/demo-falls",
};

/// The values of a measure.
pub const VALUES: Door = Door {
    path: "/api/v1/measures/{id}/values",
    name: "values",
    schema: "ValueRow",
    shape: Shape::List,
    keys: &[Key::EveryPeriod, Key::Region, Key::PeerGroup, Key::Stratum, Key::Limit, Key::Cursor, Key::Release],
    summary: Bilingual::new(
        "病院ごとに1行（`period=all` なら病院と期間ごと）。値に幅・判定・注意・出典・訂正がつきます",
        "One row per hospital (with `period=all` per hospital and period), each value with its interval, verdicts, caveats, source and corrections",
    ),
    example: "/api/v1/measures/demo-falls/values?region=JP-13&limit=5",
};

/// Own criteria.
pub const RANKINGS: Door = Door {
    path: "/api/v1/rankings",
    name: "rankings",
    schema: "Ranking",
    shape: Shape::List,
    keys: &[
        Key::Preset,
        Key::Weights,
        Key::Answers,
        Key::Region,
        Key::Area,
        Key::Near,
        Key::RadiusKm,
        Key::PeerGroup,
        Key::Top,
        Key::IncludeCrude,
        Key::Release,
    ],
    summary: Bilingual::new(
        "自分の基準でさがす。役割ごとの一覧と順位の幅、幅がないときはその理由",
        "Own criteria: one list per role, a range of places per hospital, and why where there is none",
    ),
    example: "/api/v1/rankings?w=demo-readmission:3,demo-outpatient-wait:1&region=JP-13",
};

/// Hospitals side by side.
pub const COMPARE: Door = Door {
    path: "/api/v1/compare",
    name: "compare",
    schema: "Compare",
    shape: Shape::One,
    keys: &[Key::Hospitals, Key::Measures, Key::Release],
    summary: Bilingual::new(
        "2〜5の病院を並べる。値、区別できるか、並べてよいか",
        "Two to five hospitals side by side: values, whether two can be told apart, and whether it is a fair comparison",
    ),
    example: "/api/v1/compare?h=demo-42021,demo-01010",
};

/// All releases.
pub const RELEASES: Door = Door {
    path: "/api/v1/releases",
    name: "releases",
    schema: "Release",
    shape: Shape::List,
    keys: &[Key::Limit, Key::Cursor, Key::Release],
    summary: Bilingual::new("公開しているすべての版。新しい順", "All releases that are served, the newest first"),
    example: "/api/v1/releases",
};

/// What differs from the release before.
pub const CHANGES: Door = Door {
    path: "/api/v1/releases/{id}/changes",
    name: "changes",
    schema: "Change",
    shape: Shape::List,
    keys: &[Key::Limit, Key::Cursor],
    summary: Bilingual::new(
        "前の版から加わった・なくなった・変わった値",
        "Values of a release that are new, gone or changed against the release before",
    ),
    example: "",
};

/// All corrections.
pub const CORRECTIONS: Door = Door {
    path: "/api/v1/corrections",
    name: "corrections",
    schema: "Correction",
    shape: Shape::List,
    keys: &[Key::Since, Key::Measure, Key::Limit, Key::Cursor, Key::Release],
    summary: Bilingual::new(
        "訂正された値。前の値、いまの値、理由、日付。新しい順",
        "Values that were corrected: was, is, why, when; the newest first",
    ),
    example: "/api/v1/corrections?since=2020-01-01",
};

/// All of them, in the order in which they are described.
pub const DOORS: &[Door] =
    &[HOSPITALS, HOSPITAL, MEASURES, MEASURE, VALUES, COMPARE, RANKINGS, RELEASES, CHANGES, CORRECTIONS];
