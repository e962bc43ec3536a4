//! What must the facilities of a list have, as far as an address asks for it?

use super::reading::{joined, list, number, only, plain_text, says};
use super::{Key, ViewError};
use crate::specialty::Practice;
use crate::{Bilingual, codes};

codes! {
    /// Whom a hospital takes in an emergency.
    EmergencyLevel, "emergency level", "救急の段階" {
        /// Secondary or tertiary emergency care.
        Secondary = "2",
        /// Tertiary emergency care.
        Tertiary = "3",
    }
}

codes! {
    /// What a hospital has been named for by the state or its prefecture.
    Designation, "designation", "指定" {
        /// 災害拠点病院.
        DisasterBase = "disaster_base",
        /// がん診療連携拠点病院.
        CancerDesignated = "cancer_designated",
        /// 特定機能病院.
        AdvancedTreatment = "advanced_treatment",
        /// 地域医療支援病院.
        RegionalSupport = "regional_support",
        /// 臨床研修病院.
        Teaching = "teaching",
    }
}

impl Designation {
    /// What it is called.
    pub const fn name(self) -> Bilingual {
        match self {
            Self::DisasterBase => Bilingual::new("災害拠点病院", "Base hospital for disasters"),
            Self::CancerDesignated => Bilingual::new("がん診療の拠点病院", "Designated for cancer care"),
            Self::AdvancedTreatment => Bilingual::new("高度な医療の特定機能病院", "Advanced-treatment hospital"),
            Self::RegionalSupport => {
                Bilingual::new("かかりつけ医を支える地域医療支援病院", "Supports the family doctors of its region")
            }
            Self::Teaching => Bilingual::new("研修医を育てる病院", "Teaching hospital"),
        }
    }
}

impl EmergencyLevel {
    /// What it is called.
    pub const fn name(self) -> Bilingual {
        match self {
            Self::Secondary => {
                Bilingual::new("入院が必要な救急（二次）と、救命救急", "Secondary or tertiary emergency care")
            }
            Self::Tertiary => Bilingual::new("救命救急センター（三次）", "Tertiary emergency centre"),
        }
    }
}

/// Whether only facilities of which something holds are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Only {
    /// All.
    #[default]
    Any,
    /// Only these.
    These,
}

/// What the facilities of a list must have; the default asks for nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filters {
    /// At least this emergency level.
    pub emergency: Option<EmergencyLevel>,
    /// All of these designations.
    pub designations: Vec<Designation>,
    /// This department or service, as the sources name it; empty for none.
    pub service: String,
    /// Of this field of medicine, or of none.
    pub specialty: Option<Practice>,
    /// Not closed on Saturdays.
    pub saturday: Only,
    /// At least so many beds.
    pub beds_min: Option<u16>,
    /// At most so many beds.
    pub beds_max: Option<u16>,
    /// On an island.
    pub island: Only,
}

const MOST_BEDS: u32 = 5000;

impl Filters {
    /// The parameters that hold filters.
    pub const KEYS: &[Key] = &[
        Key::Emergency,
        Key::Designations,
        Key::Service,
        Key::Specialty,
        Key::Saturday,
        Key::BedsMin,
        Key::BedsMax,
        Key::Island,
    ];

    /// True where nothing is asked for.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What cannot be meant: more beds at least than at most.
    pub fn contradiction(&self) -> Option<ViewError> {
        let (least, most) = self.beds_min.zip(self.beds_max)?;
        (least > most).then(|| ViewError {
            parameter: Key::BedsMin.parameter().to_string(),
            detail: format!("{least} is more than beds_max={most}"),
            detail_ja: format!("{least} は beds_max={most} より大きい数です"),
        })
    }

    pub(super) fn set(&mut self, key: Key, value: &str) -> Result<(), ViewError> {
        match key {
            Key::Emergency => self.emergency = Some(EmergencyLevel::parse(value).map_err(|e| says(key, &e))?),
            Key::Designations => self.designations = list(key, value, Designation::parse)?,
            Key::Service => self.service = plain_text(key, value)?.trim().to_string(),
            Key::Specialty => self.specialty = Some(Practice::parse(value).map_err(|e| says(key, &e))?),
            Key::Saturday => self.saturday = only(key, value)?,
            Key::BedsMin => self.beds_min = Some(number(key, value, 1, MOST_BEDS)?),
            Key::BedsMax => self.beds_max = Some(number(key, value, 1, MOST_BEDS)?),
            Key::Island => self.island = only(key, value)?,
            _ => {}
        }
        Ok(())
    }

    pub(super) fn printed(&self, key: Key) -> Option<String> {
        let set = |only: Only| (only == Only::These).then(|| "1".to_string());
        match key {
            Key::Emergency => self.emergency.map(|level| level.to_string()),
            Key::Designations => joined(&self.designations),
            Key::Service => (!self.service.is_empty()).then(|| self.service.clone()),
            Key::Specialty => self.specialty.map(|practice| practice.to_string()),
            Key::Saturday => set(self.saturday),
            Key::BedsMin => self.beds_min.map(|n| n.to_string()),
            Key::BedsMax => self.beds_max.map(|n| n.to_string()),
            Key::Island => set(self.island),
            _ => None,
        }
    }
}
