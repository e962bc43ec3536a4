//! How far is it?

use crate::model::{Distance, MapPoint};
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
}
