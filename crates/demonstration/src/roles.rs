//! Which kinds of facilities does the demonstration know, and how do they differ?

/// What a facility is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// University hospital (特定機能病院).
    University,
    /// Tertiary emergency hospital.
    Tertiary,
    /// Acute hospital of its area.
    Acute,
    /// Small hospital in the countryside.
    Rural,
    /// Hospital on an island.
    Island,
    /// Long stays, rehabilitation, care mix.
    Chronic,
    /// Psychiatric hospital.
    Psychiatric,
    /// Palliative-care hospital.
    Palliative,
    /// Clinic with beds.
    Clinic,
    /// Clinic with beds where children are born.
    BirthClinic,
}

impl Role {
    /// Smallest and largest number of beds.
    pub const fn beds(self) -> (f64, f64) {
        match self {
            Self::University => (560.0, 1080.0),
            Self::Tertiary => (380.0, 720.0),
            Self::Acute => (130.0, 430.0),
            Self::Rural => (40.0, 120.0),
            Self::Island => (36.0, 120.0),
            Self::Chronic => (60.0, 240.0),
            Self::Psychiatric => (120.0, 340.0),
            Self::Palliative => (24.0, 60.0),
            Self::Clinic => (4.0, 20.0),
            Self::BirthClinic => (8.0, 20.0),
        }
    }

    /// Usual length of a stay in days.
    pub const fn stay_days(self) -> f64 {
        match self {
            Self::University => 12.0,
            Self::Tertiary => 11.5,
            Self::Acute => 14.0,
            Self::Rural => 21.0,
            Self::Island => 17.0,
            Self::Chronic => 75.0,
            Self::Psychiatric => 210.0,
            Self::Palliative => 32.0,
            Self::Clinic => 7.0,
            Self::BirthClinic => 5.5,
        }
    }

    /// Whether it is a clinic.
    pub const fn is_clinic(self) -> bool {
        matches!(self, Self::Clinic | Self::BirthClinic)
    }

    /// Whether it treats acute illness in beds.
    pub const fn is_acute(self) -> bool {
        matches!(self, Self::University | Self::Tertiary | Self::Acute | Self::Rural | Self::Island)
    }
}

/// A service a facility may offer; its name stands in context keys (`service:{name}`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Service(pub u32);

impl Service {
    /// Takes emergency patients.
    pub const EMERGENCY: Self = Self(0);
    /// Treats heart attacks.
    pub const CARDIOLOGY: Self = Self(1);
    /// Treats strokes.
    pub const STROKE: Self = Self(2);
    /// Operates on bones and joints.
    pub const ORTHOPAEDICS: Self = Self(3);
    /// Operates on cancer.
    pub const CANCER_SURGERY: Self = Self(4);
    /// Births.
    pub const OBSTETRICS: Self = Self(7);
    /// Intensive care.
    pub const INTENSIVE_CARE: Self = Self(14);

    /// Names in the order of the numbers above.
    pub const NAMES: [&'static str; 20] = [
        "emergency",
        "cardiology",
        "stroke",
        "orthopaedics",
        "cancer_surgery",
        "chemotherapy",
        "radiotherapy",
        "obstetrics",
        "paediatrics",
        "dialysis",
        "rehabilitation",
        "palliative_care",
        "psychiatry",
        "home_care",
        "intensive_care",
        "second_opinion",
        "interpreter",
        "step_free",
        "telemedicine",
        "social_work",
    ];

    /// How many in a hundred facilities of a role offer each service, in the order above.
    pub const fn shares(role: Role) -> [u8; 20] {
        match role {
            Role::University => {
                [100, 100, 100, 100, 100, 100, 100, 100, 100, 80, 90, 70, 90, 10, 100, 100, 90, 100, 70, 100]
            }
            Role::Tertiary => [100, 100, 100, 100, 100, 100, 90, 85, 95, 80, 90, 50, 50, 10, 100, 95, 75, 100, 50, 100],
            Role::Acute => [82, 62, 60, 88, 72, 65, 30, 42, 60, 60, 80, 25, 12, 25, 45, 50, 40, 95, 35, 92],
            Role::Rural => [60, 6, 8, 25, 6, 15, 0, 6, 25, 45, 60, 10, 4, 65, 0, 5, 10, 80, 55, 70],
            Role::Island => [100, 12, 15, 40, 8, 30, 0, 70, 60, 70, 50, 10, 6, 70, 0, 5, 15, 75, 90, 60],
            Role::Chronic => [6, 0, 0, 4, 0, 4, 0, 0, 2, 35, 92, 15, 4, 45, 0, 2, 10, 90, 15, 80],
            Role::Psychiatric => [3, 0, 0, 0, 0, 0, 0, 0, 0, 2, 50, 0, 100, 30, 0, 8, 8, 75, 20, 85],
            Role::Palliative => [0, 0, 0, 0, 0, 10, 8, 0, 0, 0, 30, 100, 5, 60, 0, 10, 10, 95, 20, 95],
            Role::Clinic => [0, 0, 0, 8, 0, 2, 0, 0, 12, 12, 25, 2, 0, 50, 0, 1, 6, 60, 20, 5],
            Role::BirthClinic => [0, 0, 0, 0, 0, 0, 0, 100, 25, 0, 0, 0, 0, 5, 0, 2, 25, 70, 10, 10],
        }
    }
}
