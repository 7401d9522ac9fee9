//! Stochastic gradient descent on stress (Zheng, Pawar and Goodman, 2018).

use crate::placement::geometry::Point;
use crate::placement::number::{narrow, short};
use crate::placement::random::Random;
use crate::placement::terms::{Row, Term, Wishes};

/// How often every pair is seen, and the smallest step, in weights of a pair at distance 1; the step shrinks by the
/// same factor each time.
const FEW: (i32, f64) = (32, 0.04);
/// The same with more terms than there is time for.
const MANY: (i32, f64) = (20, 0.1);
const MANY_TERMS: usize = 15_000;
/// The same with pivots.
const PIVOTS: (i32, f64) = (16, 0.04);
/// So many terms stay in one order; the blocks of them are shuffled every round.
const BLOCK: usize = 64;

/// Whether the descent starts from nothing or from places that should roughly stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Start {
    /// Places mean nothing yet.
    Cold,
    /// Places are a good beginning.
    Warm,
}

/// A descent that is under way, in units of one relation.
#[derive(Clone, Debug)]
pub(crate) struct Descent {
    wishes: Wishes,
    /// Blocks of terms first, then rows.
    n_blocks: usize,
    order: Vec<u32>,
    first_step: f64,
    step: f64,
    factor: f64,
    n_rounds: i32,
    rounds_left: i32,
    next: usize,
    random: Random,
}

/// Where a node stands; half as wide as elsewhere, since the pairs are many.
type Spot = [f32; 2];

impl Descent {
    pub(crate) fn new(mut wishes: Wishes, start: Start, mut random: Random) -> Self {
        random.shuffle(&mut wishes.terms);
        let of_terms = wishes.terms.iter().map(|term| term.distance);
        let of_rows = wishes
            .rows
            .iter()
            .flat_map(|row| row.distances.iter().copied());
        let furthest = of_terms.chain(of_rows).fold(1.0_f32, f32::max);
        let first = match start {
            Start::Cold => f64::from(furthest) * f64::from(furthest),
            Start::Warm => 1.0,
        };
        let (n_rounds, last) = if !wishes.all_pairs() {
            PIVOTS
        } else if wishes.terms.len() > MANY_TERMS {
            MANY
        } else {
            FEW
        };
        let n_blocks = wishes.terms.len().div_ceil(BLOCK);
        let order = (0..short(n_blocks + wishes.rows.len())).collect();
        Self {
            wishes,
            n_blocks,
            order,
            first_step: first,
            step: first,
            factor: root(last / first, n_rounds),
            n_rounds,
            rounds_left: n_rounds,
            next: 0,
            random,
        }
    }

    /// Begins anew, from whatever places it is given.
    pub(crate) fn begin_again(&mut self) {
        self.step = self.first_step;
        self.rounds_left = self.n_rounds;
        self.next = 0;
    }

    /// Gives how far all pairs together are from the distances they want.
    pub(crate) fn strain(&self, places: &[Point]) -> f64 {
        let terms = self.wishes.terms.iter().map(|term| {
            let apart = places[term.a as usize].distance(places[term.b as usize]);
            let off = apart - f64::from(term.distance);
            f64::from(term.weight) * off * off
        });
        terms.sum()
    }

    /// Moves the nodes of about `budget` pairs; tells whether the descent has ended.
    pub(crate) fn run(&mut self, budget: usize, places: &mut [Point], moves: &[bool]) -> bool {
        let spot = |place: &Point| [narrow(place.x), narrow(place.y)];
        let mut spots: Vec<Spot> = places.iter().map(spot).collect();
        let mut left = budget.max(1);
        while self.rounds_left > 0 && left > 0 {
            if self.next == 0 {
                self.random.shuffle(&mut self.order);
            }
            let step = narrow(self.step);
            while left > 0
                && let Some(&item) = self.order.get(self.next)
            {
                let cost = self.item(item as usize, step, &mut spots, moves);
                left = left.saturating_sub(cost);
                self.next += 1;
            }
            if self.next >= self.order.len() {
                self.next = 0;
                self.rounds_left -= 1;
                self.step *= self.factor;
            }
        }
        for (place, [x, y]) in places.iter_mut().zip(spots) {
            *place = Point::new(f64::from(x), f64::from(y));
        }
        self.rounds_left == 0
    }

    /// Works on a block of terms or on a row; tells how many pairs that were.
    fn item(&self, item: usize, step: f32, spots: &mut [Spot], moves: &[bool]) -> usize {
        if let Some(row) = item
            .checked_sub(self.n_blocks)
            .and_then(|index| self.wishes.rows.get(index))
        {
            pull_row(row, step, spots);
            return spots.len();
        }
        let from = item * BLOCK;
        let to = self.wishes.terms.len().min(from + BLOCK);
        for term in &self.wishes.terms[from..to] {
            pull(term, step, spots, moves);
        }
        to - from
    }
}

/// Moves every node towards its distance from the pivot.
fn pull_row(row: &Row, step: f32, spots: &mut [Spot]) {
    let Some(&centre) = spots.get(row.pivot) else {
        return;
    };
    let wants = row.distances.iter().zip(&row.weights);
    for (spot, (&distance, &weight)) in spots.iter_mut().zip(wants) {
        let (x, y) = (spot[0] - centre[0], spot[1] - centre[1]);
        let length = (x * x + y * y).sqrt().max(1e-9);
        let share = (0.5 - 0.5 * distance / length) * (step * weight).min(1.0);
        *spot = [spot[0] - x * share, spot[1] - y * share];
    }
}

fn pull(term: &Term, step: f32, spots: &mut [Spot], moves: &[bool]) {
    let (a, b) = (term.a as usize, term.b as usize);
    let (one, other) = (spots[a], spots[b]);
    let (x, y) = (one[0] - other[0], one[1] - other[1]);
    let length = (x * x + y * y).sqrt();
    let (x, y) = if length < 1e-9 {
        aside(term)
    } else {
        let share = (0.5 - 0.5 * term.distance / length) * (step * term.weight).min(1.0);
        (x * share, y * share)
    };
    if moves[a] {
        spots[a] = [one[0] - x, one[1] - y];
    }
    if moves[b] {
        spots[b] = [other[0] + x, other[1] + y];
    }
}

/// Nodes on one spot part in a direction of their own.
#[cold]
fn aside(term: &Term) -> (f32, f32) {
    let part = |node: u32, parts: u32| narrow(f64::from(node % parts + 1)) * 1e-3;
    (part(term.a, 7), part(term.b, 5))
}

/// Gives the n-th root of a number between 0 and 1, the same on every machine as powers and logarithms are not.
fn root(value: f64, n: i32) -> f64 {
    let (mut low, mut high) = (0.0_f64, 1.0_f64);
    for _ in 0..80 {
        let middle = f64::midpoint(low, high);
        let power = (0..n).fold(1.0, |power, _| power * middle);
        if power < value {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_root_taken_so_many_times_gives_the_number_back() {
        for (value, n) in [(0.5, 1), (0.04, 16), (1e-4, 20), (0.9, 32)] {
            let root = root(value, n);
            let power = (0..n).fold(1.0, |power, _| power * root);
            assert!((power - value).abs() < 1e-12, "{value} {n}");
        }
    }
}
