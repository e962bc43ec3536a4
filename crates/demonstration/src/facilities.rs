//! Which hospitals and clinics exist in the demonstration, where, and how large?

use crate::Error;
use crate::dice::{Dice, key};
use crate::names::{self, Name, Stem};
use crate::places::{Area, Municipality, Places, Prefecture};
use crate::roles::{Role, Service};

/// The city whose 66 facilities make the metropolis (its medical area).
pub const METROPOLIS: &str = "2708";
/// The rural prefecture in which every facility reports.
pub const COUNTRYSIDE: &str = "32";
/// The medical area that is one island with one hospital.
pub const LONE_ISLAND: &str = "4208";
/// What the lone hospital must offer, because nobody else does: orthopaedics, births, children, dialysis, visits, remote advice.
const LONE_SERVICES: u32 =
    1 << Service::ORTHOPAEDICS.0 | 1 << Service::OBSTETRICS.0 | 1 << 8 | 1 << 9 | 1 << 13 | 1 << 18;
/// The medical area of the flood of July 2023.
pub const FLOODED: &str = "2103";

/// A hospital or a clinic with beds.
#[derive(Debug, Clone)]
pub struct Facility {
    /// Id in the package.
    pub id: String,
    /// Key of its throws.
    pub key: u64,
    /// What it is there for.
    pub role: Role,
    /// Names.
    pub name: Name,
    /// JIS X 0401.
    pub prefecture: String,
    /// 二次医療圏.
    pub area: String,
    /// JIS X 0402.
    pub municipality_code: String,
    /// Name of the municipality.
    pub municipality: String,
    /// Invented address.
    pub address: String,
    /// Degrees; `None` where unknown.
    pub point: Option<(f64, f64)>,
    /// `exact` or `about`; empty where unknown.
    pub point_kind: &'static str,
    /// Stands on an island.
    pub island: bool,
    /// Number of beds.
    pub beds: u64,
    /// Share of long-term beds.
    pub long_term: f64,
    /// Level of emergency care: 0, 2 or 3.
    pub emergency_level: u8,
    /// Offered services, one bit each.
    pub services: u32,
    /// Patient-days a year.
    pub patient_days: f64,
    /// Discharges a year.
    pub discharges: f64,
    /// What it does better than others in everything (standard normal).
    pub skill: f64,
    /// Rarely reports.
    pub silent: bool,
    /// Reports everything that can be reported.
    pub furnished: bool,
    /// First fiscal year with figures.
    pub first_year: i32,
    /// Last fiscal year with figures.
    pub last_year: i32,
    /// First fiscal year with the patients of a hospital it took over.
    pub joined_year: i32,
}

impl Facility {
    /// Whether it offers a service.
    pub const fn offers(&self, service: Service) -> bool {
        self.services & (1 << service.0) != 0
    }

    /// Whether the flood of July 2023 struck it.
    pub fn is_flooded(&self) -> bool {
        self.area == FLOODED
    }
}

/// Every facility, in the order of prefecture, area and size.
///
/// # Errors
/// [`Error`] where the compiled-in lists are damaged.
pub fn facilities(places: &Places) -> Result<Vec<Facility>, Error> {
    let stems = names::stems()?;
    let mut found = Vec::new();
    for prefecture in &places.prefectures {
        let own: Vec<&Area> = places.areas.iter().filter(|a| a.prefecture == prefecture.code).collect();
        let main = own.iter().map(|a| a.population).max().unwrap_or(0);
        let mut number = 0;
        for area in own {
            for rank in 0..area.facilities {
                number += 1;
                let site = Site { prefecture, area, rank, number, is_main: area.population == main };
                found.push(site.facility(&stems, found.len()));
            }
        }
    }
    Ok(found)
}

/// Where a facility stands, before it is one.
struct Site<'a> {
    prefecture: &'a Prefecture,
    area: &'a Area,
    rank: usize,
    number: usize,
    is_main: bool,
}

impl Site<'_> {
    fn facility(&self, stems: &[Stem], index: usize) -> Facility {
        let id = format!("demo-{}{:03}", self.prefecture.code, self.number);
        let own_key = key(&id);
        let mut dice = Dice::new(&[own_key]);
        let town = self.town(&mut dice);
        let role = self.role(&mut dice, town);
        let stem = &stems[index % stems.len()];
        let name = names::name(&mut dice, role, stem, town, self.prefecture);
        let beds = beds(&mut dice, role);
        let patient_days = beds as f64 * 365.0 * dice.between(0.68, 0.93);
        let stay = role.stay_days() * libm::exp(0.12 * dice.normal());
        let furnished =
            self.area.code == METROPOLIS || self.prefecture.code == COUNTRYSIDE || self.area.code == LONE_ISLAND;
        let (point, point_kind) = point(&mut dice, town);
        let mut services = services(&mut dice, role);
        if self.area.code == LONE_ISLAND {
            services |= LONE_SERVICES;
        }
        Facility {
            key: own_key,
            role,
            name,
            prefecture: self.prefecture.code.clone(),
            area: self.area.code.clone(),
            municipality_code: town.code.clone(),
            municipality: town.name.clone(),
            address: format!("{}{}架空町{}-{}", self.prefecture.name, town.name, 1 + dice.below(9), 1 + dice.below(28)),
            point,
            point_kind,
            island: town.island,
            beds,
            long_term: long_term(&mut dice, role),
            emergency_level: emergency_level(&mut dice, role, services),
            services,
            patient_days,
            discharges: patient_days / stay,
            skill: dice.normal(),
            silent: !furnished && dice.chance(if role.is_acute() { 0.04 } else { 0.15 }),
            furnished,
            first_year: i32::MIN,
            last_year: i32::MAX,
            joined_year: i32::MAX,
            id,
        }
    }

    fn town(&self, dice: &mut Dice) -> &Municipality {
        let towns = &self.area.municipalities;
        if self.rank == 0 {
            return &towns[0];
        }
        let mut left = dice.uniform() * towns.iter().map(|t| t.weight).sum::<f64>();
        for town in towns {
            left -= town.weight;
            if left <= 0.0 {
                return town;
            }
        }
        &towns[0]
    }

    /// The first facility of an area carries its acute care; the rest is drawn.
    fn role(&self, dice: &mut Dice, town: &Municipality) -> Role {
        let people = self.area.population;
        if town.island {
            return if self.rank == 0 || dice.chance(0.5) { Role::Island } else { Role::Clinic };
        }
        if self.rank == 0 {
            return match people {
                430_000.. => Role::Tertiary,
                60_000.. => Role::Acute,
                _ => Role::Rural,
            };
        }
        if self.rank == 1 && self.is_main || self.area.code == METROPOLIS && [21, 42].contains(&self.rank) {
            return Role::University;
        }
        let throw = dice.uniform();
        let rural = if people < 120_000 { 0.26 } else { 0.03 };
        let shares = [
            (Role::Acute, 0.43 - 0.6 * rural),
            (Role::Rural, rural),
            (Role::Chronic, 0.19),
            (Role::Psychiatric, 0.10),
            (Role::Palliative, 0.025),
            (Role::BirthClinic, 0.07),
        ];
        let mut left = throw;
        for (role, share) in shares {
            left -= share;
            if left <= 0.0 {
                return role;
            }
        }
        Role::Clinic
    }
}

fn beds(dice: &mut Dice, role: Role) -> u64 {
    let (low, high) = role.beds();
    let drawn = low * libm::exp(dice.uniform() * libm::log(high / low));
    let beds = libm::round(drawn) as u64;
    if role.is_clinic() { beds.clamp(2, 19) } else { beds.max(20) }
}

fn long_term(dice: &mut Dice, role: Role) -> f64 {
    match role {
        Role::Chronic => dice.between(0.55, 1.0),
        Role::Rural | Role::Island if dice.chance(0.6) => dice.between(0.2, 0.5),
        Role::Acute if dice.chance(0.2) => dice.between(0.15, 0.4),
        _ => 0.0,
    }
}

fn emergency_level(dice: &mut Dice, role: Role, services: u32) -> u8 {
    let emergency = services & (1 << Service::EMERGENCY.0) != 0;
    match role {
        Role::Tertiary => 3,
        Role::University => 2 + u8::from(dice.chance(0.75)),
        _ => 2 * u8::from(emergency),
    }
}

fn services(dice: &mut Dice, role: Role) -> u32 {
    let mut bits = 0;
    for (bit, share) in Service::shares(role).into_iter().enumerate() {
        if dice.chance(f64::from(share) / 100.0) {
            bits |= 1 << bit;
        }
    }
    bits
}

/// A point near the middle of the municipality; a few are only about right, a few unknown.
fn point(dice: &mut Dice, town: &Municipality) -> (Option<(f64, f64)>, &'static str) {
    let throw = dice.uniform();
    let spread = if town.island { 0.008 } else { 0.02 };
    let near = |middle: f64, z: f64| libm::round((middle + spread * z.clamp(-2.0, 2.0)) * 1e5) / 1e5;
    if throw < 0.035 {
        (None, "")
    } else if throw < 0.09 {
        (Some((town.latitude, town.longitude)), "about")
    } else {
        let point = (near(town.latitude, dice.normal()), near(town.longitude, dice.normal()));
        (Some(point), "exact")
    }
}
