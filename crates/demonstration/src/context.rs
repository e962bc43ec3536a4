//! What is known about a facility that is no quality: its beds, its role, its services, its closing days?

use crate::dice::Dice;
use crate::facilities::Facility;
use crate::roles::{Role, Service};
use crate::table::Table;

/// Prefectures with heavy snow.
const SNOW: [&str; 9] = ["01", "02", "03", "05", "06", "15", "16", "17", "18"];

/// Adds the rows of a facility to `context.csv`.
pub fn write(table: &mut Table, id: &str, facility: &Facility) {
    let mut row = |key: &str, value: &str| table.row(&[id, key, value, "2018-04-01", ""]);
    for (key, count) in beds(facility) {
        row(key, &count.to_string());
    }
    for key in flags(facility) {
        row(key, "1");
    }
    if facility.emergency_level > 0 {
        row("emergency_level", &facility.emergency_level.to_string());
    }
    row("ownership", ownership(facility));
    if facility.role == Role::Palliative {
        row("peer_group", "chronic_mix");
    }
    for (bit, name) in Service::NAMES.iter().enumerate() {
        if facility.services & (1 << bit) != 0 {
            row(&format!("service:{name}"), "1");
        }
    }
}

/// Beds by kind and by function; zeros are left out.
fn beds(facility: &Facility) -> Vec<(&'static str, u64)> {
    let total = facility.beds;
    let share = |part: f64| libm::round(total as f64 * part) as u64;
    let psychiatric = match facility.role {
        Role::Psychiatric => total,
        Role::University => share(0.04),
        _ => 0,
    };
    let long_term = share(facility.long_term);
    let infectious = if facility.emergency_level == 3 { 6 } else { 0 };
    let general = total.saturating_sub(psychiatric + long_term + infectious);
    let highly_acute = match facility.role {
        Role::University => share(0.85),
        Role::Tertiary => share(0.45),
        Role::Acute if facility.offers(Service::INTENSIVE_CARE) => share(0.06),
        _ => 0,
    }
    .min(general);
    let recovery = match facility.role {
        Role::Chronic => share(0.25),
        Role::Acute => share(0.18),
        Role::Rural | Role::Island => share(0.2),
        _ => 0,
    }
    .min(general - highly_acute);
    let rest = general - highly_acute - recovery;
    let (acute, chronic) = match facility.role {
        Role::Palliative => (0, long_term + rest),
        _ => (rest, long_term),
    };
    [
        ("beds_total", total),
        ("beds_general", general),
        ("beds_long_term_care", long_term),
        ("beds_psychiatric", psychiatric),
        ("beds_infectious", infectious),
        ("beds_fn_high_acute", highly_acute),
        ("beds_fn_acute", acute),
        ("beds_fn_recovery", recovery),
        ("beds_fn_chronic", chronic),
    ]
    .into_iter()
    .filter(|(key, count)| *count > 0 || *key == "beds_total")
    .collect()
}

fn flags(facility: &Facility) -> Vec<&'static str> {
    let mut dice = Dice::new(&[facility.key, 5]);
    let role = facility.role;
    let when = |holds: bool, share: f64| if holds { share } else { 0.0 };
    let clinic_or = |clinic: f64, hospital: f64| if role.is_clinic() { clinic } else { hospital };
    let shares = [
        ("remote_island", when(facility.island, 1.0)),
        ("remote_area", when(matches!(role, Role::Rural | Role::Island), 0.5)),
        ("heavy_snow", when(SNOW.contains(&facility.prefecture.as_str()), 0.75)),
        ("disaster_base", by_role(role, [0.9, 0.95, 0.2])),
        ("advanced_treatment", by_role(role, [1.0, 0.0, 0.0])),
        ("regional_support", by_role(role, [0.1, 0.85, 0.22])),
        ("teaching", by_role(role, [1.0, 0.9, 0.3])),
        ("cancer_designated", by_role(role, [1.0, 0.75, 0.12])),
        ("care_mix", when(facility.long_term > 0.0 && facility.long_term < 1.0, 1.0)),
        ("closed_saturday", clinic_or(0.1, 0.7)),
        ("closed_sunday", 0.97),
        ("closed_wednesday", clinic_or(0.25, 0.01)),
        ("closed_thursday", clinic_or(0.35, 0.01)),
    ];
    shares.into_iter().filter(|(_, share)| dice.chance(*share)).map(|(key, _)| key).collect()
}

/// The share for university, tertiary and other acute hospitals; nobody else.
const fn by_role(role: Role, shares: [f64; 3]) -> f64 {
    match role {
        Role::University => shares[0],
        Role::Tertiary => shares[1],
        Role::Acute => shares[2],
        _ => 0.0,
    }
}

fn ownership(facility: &Facility) -> &'static str {
    let public = facility.name.en.contains("Municipal")
        || facility.name.en.contains("Prefectural")
        || facility.name.en.contains("National");
    let mut dice = Dice::new(&[facility.key, 4]);
    match facility.role {
        _ if public => "public",
        Role::University if dice.chance(0.5) => "national",
        Role::University => "school",
        Role::Island => "public",
        Role::Clinic | Role::BirthClinic if dice.chance(0.4) => "individual",
        Role::Acute | Role::Tertiary if dice.chance(0.3) => "public_interest",
        _ => "medical_corporation",
    }
}
