//! What may a reader need from a hospital, and what may a reader wish for, without calling either of them quality?

use crate::{Bilingual, codes};

codes! {
    /// What is needed; where only one place in reach provides it, nothing is compared.
    Care, "kind of care", "診療の種類" {
        /// Childbirth.
        Deliveries = "deliveries",
        /// Emergencies brought by ambulance.
        Ambulances = "ambulances",
        /// Operations under general anaesthesia.
        Operations = "operations",
        /// Children.
        Paediatrics = "paediatrics",
        /// Cancer.
        Cancer = "cancer",
        /// Mental illness.
        Psychiatry = "psychiatry",
        /// Recovery after illness.
        Rehabilitation = "rehabilitation",
    }
}

codes! {
    /// Neutral facts that a reader may wish for: their wish, never our verdict.
    Wish, "wish", "希望" {
        /// Delivers babies.
        Deliveries = "deliveries",
        /// Treats children.
        Paediatrics = "paediatrics",
        /// Operates often under general anaesthesia.
        Operations = "operations",
        /// Takes ambulances.
        Ambulances = "ambulances",
        /// Many doctors for its beds.
        Doctors = "doctors",
        /// A university, advanced or tertiary emergency hospital.
        Advanced = "advanced",
        /// Designated for cancer care.
        CancerDesignated = "cancer_designated",
        /// Open on Saturday.
        Saturday = "saturday",
        /// Near.
        Near = "near",
    }
}

impl Care {
    /// What it is called.
    pub const fn name(self) -> Bilingual {
        match self {
            Self::Deliveries => Bilingual::new("お産", "Childbirth"),
            Self::Ambulances => Bilingual::new("救急車の受け入れ", "Emergencies by ambulance"),
            Self::Operations => Bilingual::new("全身麻酔の手術", "Operations under general anaesthesia"),
            Self::Paediatrics => Bilingual::new("こどもの診療", "Care for children"),
            Self::Cancer => Bilingual::new("がんの診療", "Cancer care"),
            Self::Psychiatry => Bilingual::new("こころの病気の診療", "Care for mental illness"),
            Self::Rehabilitation => Bilingual::new("リハビリ", "Rehabilitation"),
        }
    }
}
