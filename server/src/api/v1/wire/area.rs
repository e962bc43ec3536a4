//! How is one value of an area written?

use super::value::{CaveatNote, HospitalRef, Interval, LEVEL, ValueRow};
use super::{Period, Row};
use domain::Disclosed;
use reports::model;
use serde::Serialize;
use utoipa::ToSchema;

/// An area: a region or medical area.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Area {
    /// Code, JIS X 0401 for a prefecture.
    pub code: String,
    /// Japanese.
    pub name_ja: String,
    /// English.
    pub name_en: String,
}

/// The value of an area: all its hospitals taken together.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct AreaValue {
    /// Where.
    pub area: Area,
    /// The days of the value.
    pub period: Period,
    /// Hospitals in the value.
    pub hospitals: u32,
    /// In base units.
    pub value: Option<super::Number>,
    /// 95 % interval of chance.
    pub interval: Option<Interval>,
    /// Everything to be said about it.
    pub caveats: Vec<CaveatNote>,
}

impl AreaValue {
    /// As it is written.
    pub fn of(value: &Disclosed<model::AreaValue>, period: domain::Period) -> Self {
        let figure = value.figure();
        Self {
            area: Area {
                code: figure.area.code.clone(),
                name_ja: figure.area.name.ja.clone(),
                name_en: figure.area.name.en.clone(),
            },
            period: period.into(),
            hospitals: figure.hospitals,
            value: Some(figure.value.into()),
            interval: Some(Interval {
                low: figure.low.into(),
                high: figure.high.into(),
                level: LEVEL.into(),
                method: "pooled".to_string(),
            }),
            caveats: value.caveats().iter().map(|caveat| CaveatNote::of(caveat)).collect(),
        }
    }
}

impl Row for AreaValue {
    fn filled() -> Self {
        Self {
            value: Some(super::Number::default()),
            interval: Some(Interval::default()),
            caveats: vec![CaveatNote::default()],
            ..Self::default()
        }
    }
}

/// How the hospitals of the country or of one role lie in one period, or the value of one hospital that is drawn over them.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct SpreadYear {
    /// Whose; null for the whole country and for a role.
    pub hospital: Option<HospitalRef>,
    /// The role whose hospitals these are; null for the whole country, and for a hospital, which tells its own.
    pub peer_group: Option<String>,
    /// When.
    pub period: super::Period,
    /// `reported`, or why the hospital has no value; null for the country or role.
    pub status: Option<String>,
    /// Hospitals with a value; null for a hospital.
    pub hospitals: Option<u32>,
    /// The country or role as a whole, or the hospital, in base units.
    pub value: Option<super::Number>,
    /// 95 % interval of the hospital's value.
    pub interval: Option<Interval>,
    /// 10th percentile of the hospitals.
    pub p10: Option<super::Number>,
    /// Median of the hospitals.
    pub median: Option<super::Number>,
    /// 90th percentile of the hospitals.
    pub p90: Option<super::Number>,
    /// Everything to be said about the hospital's value.
    pub caveats: Vec<CaveatNote>,
}

impl SpreadYear {
    /// The country or a role in one period.
    pub fn of(year: &model::SpreadYear) -> Self {
        let country = &year.comparator;
        Self {
            peer_group: country.peer_group.map(|role| role.to_string()),
            period: year.period.into(),
            hospitals: Some(country.reported),
            value: super::Number::of(country.target),
            p10: super::Number::of(country.p10),
            median: super::Number::of(country.median),
            p90: super::Number::of(country.p90),
            ..Self::default()
        }
    }

    /// A hospital in one period.
    pub fn of_hospital(value: &Disclosed<model::ValueRow>) -> Self {
        let row = ValueRow::of(value);
        Self {
            hospital: Some(row.hospital),
            period: row.period,
            status: Some(row.status),
            value: row.value,
            interval: row.interval,
            caveats: row.caveats,
            ..Self::default()
        }
    }
}

impl Row for SpreadYear {
    fn filled() -> Self {
        Self {
            hospital: Some(HospitalRef::default()),
            interval: Some(Interval::default()),
            caveats: vec![CaveatNote::default()],
            ..Self::default()
        }
    }
}
