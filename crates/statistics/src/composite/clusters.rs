//! Which five clusters do scores on a line fall into, by the two procedures that CMS used?

/// Centres after convergence, ascending, and the cluster of every value.
pub(super) struct Clusters {
    pub(super) centres: Vec<f64>,
    pub(super) member_of: Vec<usize>,
}

impl Clusters {
    fn new(values: &[f64], mut centres: Vec<f64>) -> Self {
        centres.sort_by(f64::total_cmp);
        let member_of = values.iter().map(|&v| nearest(&centres, v)).collect();
        Self { centres, member_of }
    }
}

/// Lloyd's algorithm from given seeds, as SAS FASTCLUS runs it: at most 1,000 rounds, until no centre moves.
///
/// Points farther than `strict` from their nearest centre do not move it, but belong to it. A centre without points stays.
pub(super) fn lloyd(values: &[f64], seeds: &[f64], strict: f64) -> Clusters {
    let mut centres = seeds.to_vec();
    for _ in 0..1_000 {
        let mut sums = vec![(0.0, 0.0); centres.len()];
        for &value in values {
            let k = nearest(&centres, value);
            if (value - centres[k]).abs() <= strict {
                sums[k] = (sums[k].0 + value, sums[k].1 + 1.0);
            }
        }
        let next: Vec<f64> = sums
            .iter()
            .zip(&centres)
            .map(|((sum, count), old)| if *count > 0.0 { sum / count } else { *old })
            .collect();
        if next == centres {
            break;
        }
        centres = next;
    }
    Clusters::new(values, centres)
}

/// The nearest centre; of equals the first.
fn nearest(centres: &[f64], value: f64) -> usize {
    let mut best = 0;
    for k in 1..centres.len() {
        if (value - centres[k]).abs() < (value - centres[best]).abs() {
            best = k;
        }
    }
    best
}

/// The algorithm of Hartigan & Wong (1979, AS 136), the default of R's `kmeans`: from given seeds to a state in which
/// moving any single point makes the sum of squares larger. Clusters keep the members that the algorithm gave them.
///
/// At most 1,000 rounds. A centre without points stays.
pub(super) fn hartigan_wong(values: &[f64], seeds: &[f64]) -> Clusters {
    let mut state = HartiganWong::new(values, seeds);
    for _ in 0..1_000 {
        state.optimal_transfer();
        if state.since_last_move >= values.len() {
            break;
        }
        state.quick_transfer();
        state.last_step.fill(0);
    }
    let mut order: Vec<usize> = (0..seeds.len()).collect();
    order.sort_by(|&a, &b| state.centres[a].total_cmp(&state.centres[b]));
    let rank_of = |cluster: usize| order.iter().position(|&c| c == cluster).unwrap_or(0);
    let member_of = state.first.iter().map(|&c| rank_of(c)).collect();
    Clusters { centres: order.iter().map(|&c| state.centres[c]).collect(), member_of }
}

struct HartiganWong<'a> {
    values: &'a [f64],
    centres: Vec<f64>,
    counts: Vec<f64>,
    /// Nearest and second nearest cluster of every point.
    first: Vec<usize>,
    second: Vec<usize>,
    /// Loss of taking a point out of its cluster.
    loss: Vec<f64>,
    live: Vec<usize>,
    /// Cluster touched by the last quick-transfer stage.
    touched: Vec<bool>,
    /// Step at which a cluster was last updated; −1 before the first.
    last_step: Vec<i64>,
    since_last_move: usize,
}

impl<'a> HartiganWong<'a> {
    fn new(values: &'a [f64], seeds: &[f64]) -> Self {
        let k = seeds.len();
        let first: Vec<usize> = values.iter().map(|&v| nearest(seeds, v)).collect();
        let second = values.iter().zip(&first).map(|(&v, &own)| nearest_but(seeds, v, own)).collect();
        let (mut sums, mut counts) = (vec![0.0; k], vec![0.0; k]);
        for (&value, &cluster) in values.iter().zip(&first) {
            sums[cluster] += value;
            counts[cluster] += 1.0;
        }
        let centres = (0..k).map(|c| if counts[c] > 0.0 { sums[c] / counts[c] } else { seeds[c] }).collect();
        Self {
            values,
            centres,
            counts,
            first,
            second,
            loss: vec![0.0; values.len()],
            live: vec![0; k],
            touched: vec![true; k],
            last_step: vec![-1; k],
            since_last_move: 0,
        }
    }

    fn squared(&self, i: usize, cluster: usize) -> f64 {
        let gap = self.values[i] - self.centres[cluster];
        gap * gap
    }

    /// n/(n − 1): what leaving a cluster multiplies the squared distance by.
    fn leaving(&self, cluster: usize) -> f64 {
        let n = self.counts[cluster];
        if n > 1.0 { n / (n - 1.0) } else { 1e30 }
    }

    /// n/(n + 1): what joining a cluster multiplies it by.
    fn joining(&self, cluster: usize) -> f64 {
        self.counts[cluster] / (self.counts[cluster] + 1.0)
    }

    fn transfer(&mut self, i: usize, from: usize, to: usize) {
        let value = self.values[i];
        let (n_from, n_to) = (self.counts[from], self.counts[to]);
        self.centres[from] = (self.centres[from] * n_from - value) / (n_from - 1.0);
        self.centres[to] = (self.centres[to] * n_to + value) / (n_to + 1.0);
        self.counts[from] -= 1.0;
        self.counts[to] += 1.0;
        self.first[i] = to;
        self.second[i] = from;
        self.since_last_move = 0;
    }

    fn optimal_transfer(&mut self) {
        let m = self.values.len();
        for cluster in 0..self.centres.len() {
            if self.touched[cluster] {
                self.live[cluster] = m;
            }
        }
        for i in 0..m {
            self.since_last_move += 1;
            self.try_optimal(i);
            if self.since_last_move >= m {
                return;
            }
        }
        for cluster in 0..self.centres.len() {
            self.touched[cluster] = false;
            self.live[cluster] = self.live[cluster].saturating_sub(m);
        }
    }

    fn try_optimal(&mut self, i: usize) {
        let own = self.first[i];
        if self.counts[own] <= 1.0 {
            return;
        }
        if self.last_step[own] != 0 {
            self.loss[i] = self.squared(i, own) * self.leaving(own);
        }
        let old = self.second[i];
        let (mut target, mut gain) = (old, self.squared(i, old) * self.joining(old));
        for cluster in 0..self.centres.len() {
            let asleep = i >= self.live[own] && i >= self.live[cluster];
            if asleep || cluster == own || cluster == old {
                continue;
            }
            let cost = self.squared(i, cluster) * self.joining(cluster);
            if cost < gain {
                (target, gain) = (cluster, cost);
            }
        }
        if gain >= self.loss[i] {
            self.second[i] = target;
            return;
        }
        let m = self.values.len();
        for cluster in [own, target] {
            self.live[cluster] = m + i;
            self.last_step[cluster] = i as i64 + 1;
        }
        self.transfer(i, own, target);
    }

    fn quick_transfer(&mut self) {
        let m = self.values.len();
        let (mut quiet, mut step) = (0, 0i64);
        // R gives up after 50 steps per point; so do we.
        while step < 50 * m as i64 {
            for i in 0..m {
                quiet += 1;
                step += 1;
                if self.try_quick(i, step) {
                    quiet = 0;
                }
                if quiet >= m {
                    return;
                }
            }
        }
    }

    fn try_quick(&mut self, i: usize, step: i64) -> bool {
        let (own, other) = (self.first[i], self.second[i]);
        if self.counts[own] <= 1.0 {
            return false;
        }
        if step <= self.last_step[own] {
            self.loss[i] = self.squared(i, own) * self.leaving(own);
        }
        let fresh = step < self.last_step[own] || step < self.last_step[other];
        if !fresh || self.squared(i, other) * self.joining(other) >= self.loss[i] {
            return false;
        }
        for cluster in [own, other] {
            self.touched[cluster] = true;
            self.last_step[cluster] = step + self.values.len() as i64;
        }
        self.transfer(i, own, other);
        true
    }
}

fn nearest_but(centres: &[f64], value: f64, own: usize) -> usize {
    let mut best = usize::from(own == 0);
    for k in 0..centres.len() {
        if k != own && (value - centres[k]).abs() < (value - centres[best]).abs() {
            best = k;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum_of_squares(values: &[f64], member_of: &[usize]) -> f64 {
        (0..5)
            .map(|k| {
                let own: Vec<f64> = values.iter().zip(member_of).filter(|(_, m)| **m == k).map(|(v, _)| *v).collect();
                let mean = own.iter().sum::<f64>() / own.len().max(1) as f64;
                own.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>()
            })
            .sum()
    }

    #[test]
    fn no_single_move_improves_what_hartigan_and_wong_found() {
        let values: Vec<f64> = (0..200).map(|i| crate::composite::noise(5, i)).collect();
        let found = hartigan_wong(&values, &[-2.0, -1.0, 0.0, 1.0, 2.0]);
        let best = sum_of_squares(&values, &found.member_of);
        for i in 0..values.len() {
            for k in 0..5 {
                let mut moved = found.member_of.clone();
                moved[i] = k;
                assert!(sum_of_squares(&values, &moved) >= best - 1e-9);
            }
        }
        let lloyds = lloyd(&values, &[-2.0, -1.0, 0.0, 1.0, 2.0], f64::INFINITY);
        assert!(best <= sum_of_squares(&values, &lloyds.member_of) + 1e-9);
    }

    #[test]
    fn strict_points_do_not_move_centres() {
        let values = [0.0, 0.1, 0.2, 5.0, 10.0, 10.1];
        let loose = lloyd(&values, &[0.0, 10.0], f64::INFINITY);
        let strict = lloyd(&values, &[0.0, 10.0], 1.0);
        assert!((strict.centres[0] - 0.1).abs() < 1e-12 && loose.centres[0] > 1.0);
        assert_eq!(strict.member_of, [0, 0, 0, 0, 1, 1]);
    }
}
