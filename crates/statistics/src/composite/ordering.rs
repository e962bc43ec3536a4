//! How are some hundred scores put in order thousands of times, quickly?

/// Keys are dealt into about twice as many buckets as there are scores, then neighbours change places where needed.
///
/// The result is that of sorting the keys; the buckets only make it faster where scores are spread as usual.
#[derive(Default)]
pub(super) struct Sorter {
    starts: Vec<u32>,
    bucket_of: Vec<u32>,
    dealt: Vec<u64>,
}

/// With more than this in one bucket, ordinary sorting is quicker.
const CROWD: u32 = 64;

impl Sorter {
    /// Sorts keys that ascend as their scores descend.
    pub(super) fn sort(&mut self, scores: &[f64], keys: &mut [u64]) {
        if !self.deal(scores, keys) {
            keys.sort_unstable();
            return;
        }
        keys.copy_from_slice(&self.dealt);
        for i in 1..keys.len() {
            let mut j = i;
            while j > 0 && keys[j - 1] > keys[j] {
                keys.swap(j - 1, j);
                j -= 1;
            }
        }
    }

    /// `false` where buckets do not help: few scores, all equal, or crowded together.
    fn deal(&mut self, scores: &[f64], keys: &[u64]) -> bool {
        let (low, high) =
            scores.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &s| (low.min(s), high.max(s)));
        let buckets = (2 * keys.len()).next_power_of_two();
        let scale = buckets as f64 / (high - low);
        if keys.len() < 32 || !scale.is_normal() {
            return false;
        }
        self.starts.clear();
        self.starts.resize(buckets + 1, 0);
        self.bucket_of.clear();
        for &score in scores {
            let bucket = (((high - score) * scale) as usize).min(buckets - 1);
            self.bucket_of.push(bucket as u32);
            self.starts[bucket + 1] += 1;
        }
        let mut through = 0;
        for start in &mut self.starts {
            if *start > CROWD {
                return false;
            }
            through += *start;
            *start = through;
        }
        self.dealt.resize(keys.len(), 0);
        for (key, bucket) in keys.iter().zip(&self.bucket_of) {
            let next = &mut self.starts[*bucket as usize];
            self.dealt[*next as usize] = *key;
            *next += 1;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::composite::noise;

    #[test]
    fn the_order_is_that_of_sorting() {
        let spreads: [fn(usize) -> f64; 5] = [
            |i| noise(1, i),
            |i| noise(2, i) * if i == 3 { 1e30 } else { 1.0 },
            |_| 0.5,
            |i| (i % 3) as f64,
            |i| if i.is_multiple_of(2) { 1e308 } else { -1e308 },
        ];
        let mut sorter = Sorter::default();
        for (n, spread) in [0, 1, 5, 31, 32, 600, 2_000].into_iter().flat_map(|n| spreads.map(|s| (n, s))) {
            let scores: Vec<f64> = (0..n).map(spread).collect();
            let key = |i: usize| super::super::scoring::descending_key(scores[i]) & !0xfff | i as u64;
            let mut keys: Vec<u64> = (0..n).map(key).collect();
            let mut expected = keys.clone();
            expected.sort_unstable();
            sorter.sort(&scores, &mut keys);
            assert_eq!(keys, expected, "{n}");
        }
    }
}
