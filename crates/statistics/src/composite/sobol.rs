//! Which fixed points fill a box of up to twenty dimensions evenly?

/// Sobol's sequence with the direction numbers of Joe & Kuo (2008, SIAM J Sci Comput 30, 2635–2654, set D(6)).
///
/// Points are those of Gray-code order with the first one (the origin) left out; coordinates lie in (0, 1) and are
/// multiples of 2⁻³². The sequence is part of the method's version.
///
/// ```
/// let mut points = statistics::composite::Sobol::new(2).unwrap();
/// assert_eq!(points.next(), Some(vec![0.5, 0.5]));
/// assert_eq!(points.next(), Some(vec![0.75, 0.25]));
/// ```
#[derive(Clone, Debug)]
pub struct Sobol {
    directions: Vec<[u32; 32]>,
    state: Vec<u32>,
    index: u32,
}

impl Sobol {
    /// `None` unless 1 ≤ dimensions ≤ 20.
    pub fn new(dimensions: usize) -> Option<Self> {
        let directions = (1..=20).contains(&dimensions).then(|| (0..dimensions).map(directions).collect())?;
        Some(Self { directions, state: vec![0; dimensions], index: 0 })
    }

    /// Writes the next point into `point` without allocating; `false` when the 2³² − 1 points are used up.
    ///
    /// Surplus places of `point` stay as they are.
    pub fn fill(&mut self, point: &mut [f64]) -> bool {
        let bit = self.index.trailing_ones() as usize;
        if bit >= 32 {
            return false;
        }
        self.index += 1;
        for ((state, directions), coordinate) in self.state.iter_mut().zip(&self.directions).zip(point) {
            *state ^= directions[bit];
            *coordinate = f64::from(*state) / 4_294_967_296.0;
        }
        true
    }
}

impl Iterator for Sobol {
    type Item = Vec<f64>;

    fn next(&mut self) -> Option<Vec<f64>> {
        let mut point = vec![0.0; self.state.len()];
        self.fill(&mut point).then_some(point)
    }
}

/// The 32 direction numbers of one dimension, from its primitive polynomial and initial numbers.
fn directions(dimension: usize) -> [u32; 32] {
    let mut v = [0u32; 32];
    let Some((coefficients, initial)) = dimension.checked_sub(1).and_then(|d| POLYNOMIALS.get(d)) else {
        for (i, v) in v.iter_mut().enumerate() {
            *v = 1 << (31 - i);
        }
        return v;
    };
    let degree = initial.len();
    for (i, m) in initial.iter().enumerate() {
        v[i] = m << (31 - i);
    }
    for i in degree..32 {
        v[i] = v[i - degree] ^ (v[i - degree] >> degree);
        for k in 1..degree {
            if coefficients >> (degree - 1 - k) & 1 == 1 {
                v[i] ^= v[i - k];
            }
        }
    }
    v
}

/// (inner coefficients of the primitive polynomial, initial numbers) of dimensions 2 to 20.
const POLYNOMIALS: [(u32, &[u32]); 19] = [
    (0, &[1]),
    (1, &[1, 3]),
    (1, &[1, 3, 1]),
    (2, &[1, 1, 1]),
    (1, &[1, 1, 3, 3]),
    (4, &[1, 3, 5, 13]),
    (2, &[1, 1, 5, 5, 17]),
    (4, &[1, 1, 5, 5, 5]),
    (7, &[1, 1, 7, 11, 19]),
    (11, &[1, 1, 5, 1, 1]),
    (13, &[1, 1, 1, 3, 11]),
    (14, &[1, 3, 5, 5, 31]),
    (1, &[1, 3, 3, 9, 7, 49]),
    (13, &[1, 1, 1, 15, 21, 21]),
    (16, &[1, 3, 1, 13, 27, 49]),
    (19, &[1, 1, 1, 15, 7, 5]),
    (22, &[1, 3, 1, 15, 13, 25]),
    (25, &[1, 1, 5, 5, 19, 61]),
    (1, &[1, 3, 7, 11, 23, 15, 103]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_coordinate_is_evenly_stratified() {
        let points: Vec<_> = Sobol::new(20).unwrap().take(1023).collect();
        for dimension in 0..20 {
            let mut cells = [0; 1024];
            cells[0] = 1; // the origin, which is left out
            for point in &points {
                cells[(point[dimension] * 1024.0) as usize] += 1;
            }
            assert!(cells.iter().all(|&c| c == 1), "dimension {dimension}");
        }
    }

    #[test]
    fn the_two_thousandth_point_is_that_of_other_libraries() {
        let point = Sobol::new(20).unwrap().nth(1999).unwrap();
        let reference = [
            0.10986328125,
            0.08056640625,
            0.79052734375,
            0.52294921875,
            0.20849609375,
            0.45458984375,
            0.00830078125,
            0.95361328125,
            0.27392578125,
            0.80517578125,
            0.04541015625,
            0.15087890625,
            0.69384765625,
            0.56591796875,
            0.44189453125,
            0.38134765625,
            0.33837890625,
            0.18310546875,
            0.12548828125,
            0.23974609375,
        ];
        assert_eq!(point, reference);
    }

    #[test]
    fn impossible_dimensions_have_no_sequence() {
        assert!(Sobol::new(0).is_none() && Sobol::new(21).is_none());
    }
}
