//! Stochastic gradient descent on stress (Zheng, Pawar and Goodman, 2018).

use crate::placement::geometry::Point;
use crate::placement::number::{narrow, short};
use crate::placement::random::Random;
use crate::placement::terms::{Row, Term, Wishes};

/// How often every pair is seen; the step shrinks by the same factor each time.
const ROUNDS: usize = 32;
/// The smallest step, in weights of a pair at distance 1.
const LAST_STEP: f64 = 0.04;
/// With more terms than this half the rounds must do.
const MANY_TERMS: usize = 15_000;
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
    step: f64,
    factor: f64,
    rounds_left: usize,
    next: usize,
    random: Random,
}

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
        let mut factor = LAST_STEP / first;
        let large = wishes.terms.len() > MANY_TERMS || !wishes.rows.is_empty();
        let n_rounds = if large { ROUNDS / 2 } else { ROUNDS };
        let mut rounds = n_rounds;
        while rounds > 1 {
            // Roots are the same on every machine, powers are not.
            factor = factor.sqrt();
            rounds /= 2;
        }
        let n_blocks = wishes.terms.len().div_ceil(BLOCK);
        let order = (0..short(n_blocks + wishes.rows.len())).collect();
        Self {
            wishes,
            n_blocks,
            order,
            step: first,
            factor,
            rounds_left: n_rounds,
            next: 0,
            random,
        }
    }

    /// Moves the nodes of about `budget` pairs; tells whether the descent has ended.
    pub(crate) fn run(&mut self, budget: usize, places: &mut [Point], moves: &[bool]) -> bool {
        let mut left = budget.max(1);
        while self.rounds_left > 0 && left > 0 {
            if self.next == 0 {
                self.random.shuffle(&mut self.order);
            }
            let step = narrow(self.step);
            while left > 0
                && let Some(&item) = self.order.get(self.next)
            {
                let cost = self.item(item as usize, step, places, moves);
                left = left.saturating_sub(cost);
                self.next += 1;
            }
            if self.next >= self.order.len() {
                self.next = 0;
                self.rounds_left -= 1;
                self.step *= self.factor;
            }
        }
        self.rounds_left == 0
    }

    /// Works on a block of terms or on a row; tells how many pairs that were.
    fn item(&self, item: usize, step: f32, places: &mut [Point], moves: &[bool]) -> usize {
        if let Some(row) = item
            .checked_sub(self.n_blocks)
            .and_then(|index| self.wishes.rows.get(index))
        {
            pull_row(row, step, places);
            return places.len();
        }
        let from = item * BLOCK;
        let to = self.wishes.terms.len().min(from + BLOCK);
        for term in &self.wishes.terms[from..to] {
            pull(term, step, places, moves);
        }
        to - from
    }
}

/// Moves every node towards its distance from the pivot.
fn pull_row(row: &Row, step: f32, places: &mut [Point]) {
    let Some(&centre) = places.get(row.pivot) else {
        return;
    };
    let wants = row.distances.iter().zip(&row.weights);
    for (place, (&distance, &weight)) in places.iter_mut().zip(wants) {
        let between = *place - centre;
        let length = narrow(between.dot(between)).sqrt().max(1e-9);
        let share = (0.5 - 0.5 * distance / length) * (step * weight).min(1.0);
        *place = *place - between * f64::from(share);
    }
}

fn pull(term: &Term, step: f32, places: &mut [Point], moves: &[bool]) {
    let (a, b) = (term.a as usize, term.b as usize);
    let between = places[a] - places[b];
    let length = narrow(between.dot(between)).sqrt();
    if length < 1e-9 {
        part(term, places, moves);
        return;
    }
    let half = 0.5 - 0.5 * term.distance / length;
    if moves[a] {
        let share = half * (step * term.weight).min(1.0);
        places[a] = places[a] - between * f64::from(share);
    }
    if moves[b] {
        let share = half * (step * term.weight).min(1.0);
        places[b] = places[b] + between * f64::from(share);
    }
}

/// Nodes on one spot part in a direction of their own.
#[cold]
fn part(term: &Term, places: &mut [Point], moves: &[bool]) {
    let (a, b) = (term.a as usize, term.b as usize);
    let nudge = Point::new(f64::from(term.a % 7 + 1), f64::from(term.b % 5 + 1)) * 1e-3;
    if moves[a] {
        places[a] = places[a] + nudge;
    } else if moves[b] {
        places[b] = places[b] - nudge;
    }
}
