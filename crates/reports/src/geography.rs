//! How far is it?

use crate::model::{Crossing, Distance, HospitalCard, MapPoint, Spot, SpotKind, Where};
use domain::view_spec::GeoPoint;

/// Mean radius of the earth, kilometres (IUGG).
const EARTH_KM: f64 = 6371.0088;

/// Great-circle distance by the haversine formula, kilometres.
pub fn kilometres(a: GeoPoint, b: GeoPoint) -> f64 {
    let (lat_a, lat_b) = (a.latitude().to_radians(), b.latitude().to_radians());
    let half_lat = libm::sin((lat_b - lat_a) / 2.0);
    let half_lon = libm::sin((b.longitude() - a.longitude()).to_radians() / 2.0);
    let h = half_lat * half_lat + libm::cos(lat_a) * libm::cos(lat_b) * half_lon * half_lon;
    2.0 * EARTH_KM * libm::asin(h.clamp(0.0, 1.0).sqrt())
}

/// Distance from a point that the reader gave.
pub fn distance_from(here: GeoPoint, there: MapPoint) -> Distance {
    match there {
        MapPoint::Exact(p) => Distance::Km(kilometres(here, p)),
        MapPoint::About(p) => Distance::AboutKm(kilometres(here, p)),
        MapPoint::Unknown => Distance::Unknown,
    }
}

/// Distance between two facilities: as exact as the less exact of both points.
pub fn distance_between(here: MapPoint, there: MapPoint) -> Distance {
    match here {
        MapPoint::Exact(p) => distance_from(p, there),
        MapPoint::About(p) => match distance_from(p, there) {
            Distance::Km(km) => Distance::AboutKm(km),
            far => far,
        },
        MapPoint::Unknown => Distance::Unknown,
    }
}

/// Does the sea lie between where the reader is and this hospital? Then their kilometres are not compared with those on land.
pub fn across_the_sea(place: &Where, card: &HospitalCard) -> bool {
    place.spot().is_some_and(|spot| spot.crossing(card) == Crossing::AcrossTheSea)
}

impl Spot {
    /// Whether the sea lies between this place and a hospital; from a whole prefecture nothing is across anything.
    pub fn crossing(&self, card: &HospitalCard) -> Crossing {
        if self.lands.is_empty() || self.lands.iter().any(|land| land.crossing(&card.land) == Crossing::SameLand) {
            Crossing::SameLand
        } else {
            Crossing::AcrossTheSea
        }
    }

    /// How far a hospital is: from a place in words always "about".
    pub fn distance(&self, there: MapPoint) -> Distance {
        let Some(here) = self.point else {
            return Distance::Unknown;
        };
        match distance_from(here, there) {
            Distance::Km(km) if self.kind != SpotKind::Point => Distance::AboutKm(km),
            other => other,
        }
    }
}

impl Distance {
    /// For ordering; unknown comes last.
    pub const fn order_km(self) -> f64 {
        match self {
            Self::Km(km) | Self::AboutKm(km) => km,
            Self::Unknown => f64::INFINITY,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokyo_to_osaka_is_about_four_hundred_kilometres() {
        let (tokyo, osaka) = (GeoPoint::new(35.6812, 139.7671).unwrap(), GeoPoint::new(34.7025, 135.4959).unwrap());
        assert!((kilometres(tokyo, osaka) - 403.0).abs() < 3.0);
        assert!(kilometres(tokyo, tokyo) < 1e-9);
    }

    #[test]
    fn a_distance_is_as_exact_as_the_less_exact_of_two_points() {
        let (a, b) = (GeoPoint::new(35.0, 135.0).unwrap(), GeoPoint::new(35.1, 135.0).unwrap());
        let (exact, about) = (MapPoint::Exact(a), MapPoint::About(b));
        assert!(matches!(distance_between(exact, MapPoint::Exact(b)), Distance::Km(_)));
        assert!(matches!(distance_between(about, exact), Distance::AboutKm(_)));
        assert!(matches!(distance_between(exact, about), Distance::AboutKm(_)));
        assert_eq!(distance_between(MapPoint::Unknown, exact), Distance::Unknown);
    }
}
