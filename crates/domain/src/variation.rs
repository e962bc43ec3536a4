//! Between whom does care vary, and do the differences become smaller?

use crate::Bilingual;

crate::codes! {
    /// What is held side by side when variation is measured.
    Level, "level of variation", "ばらつきの段階" {
        /// Hospitals.
        Hospital = "hospital",
        /// Prefectures or states, the hospitals of each taken together.
        Region = "region",
        /// 二次医療圏, the hospitals of each taken together.
        MedicalArea = "medical_area",
    }
}

crate::codes! {
    /// The three words for the course of variation over the years.
    Course, "course of variation", "ばらつきの動き" {
        /// The true differences became smaller.
        Narrowing = "narrowing",
        /// The data cannot say. This is not "unchanged".
        NoClearChange = "no_clear_change",
        /// The true differences became larger.
        Widening = "widening",
    }
}

impl Level {
    /// What the units are called.
    pub const fn name(self) -> Bilingual {
        match self {
            Self::Hospital => Bilingual::new("病院", "Hospitals"),
            Self::Region => Bilingual::new("都道府県", "Prefectures"),
            Self::MedicalArea => Bilingual::new("医療圏", "Medical areas"),
        }
    }
}

impl Course {
    /// The word a reader sees.
    pub const fn word(self) -> Bilingual {
        match self {
            Self::Narrowing => Bilingual::new("小さくなっている", "becoming smaller"),
            Self::NoClearChange => Bilingual::new("はっきりした変化なし", "no clear change"),
            Self::Widening => Bilingual::new("大きくなっている", "becoming larger"),
        }
    }
}
