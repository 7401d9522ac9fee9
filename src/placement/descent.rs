//! Stochastic gradient descent on stress (Zheng, Pawar and Goodman, 2018).

use crate::placement::geometry::Point;
use crate::placement::random::Random;
use crate::placement::terms::Term;

/// How often every pair is seen; the step shrinks by the same factor each time.
const ROUNDS: usize = 32;
/// The smallest step, in weights of a pair at distance 1.
const LAST_STEP: f64 = 0.04;
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
    terms: Vec<Term>,
    order: Vec<u32>,
    step: f64,
    factor: f64,
    round: usize,
    next_block: usize,
    random: Random,
}

impl Descent {
    pub(crate) fn new(mut terms: Vec<Term>, start: Start, mut random: Random) -> Self {
        random.shuffle(&mut terms);
        let furthest = terms.iter().fold(1.0_f32, |most, t| most.max(t.distance));
        let first = match start {
            Start::Cold => f64::from(furthest) * f64::from(furthest),
            Start::Warm => 1.0,
        };
        let mut factor = LAST_STEP / first;
        let mut rounds = ROUNDS;
        while rounds > 1 {
            // Roots are the same on every machine, powers are not.
            factor = factor.sqrt();
            rounds /= 2;
        }
        let n_blocks = terms.len().div_ceil(BLOCK);
        let order = (0..u32::try_from(n_blocks).unwrap_or(u32::MAX)).collect();
        Self {
            terms,
            order,
            step: first,
            factor,
            round: 0,
            next_block: 0,
            random,
        }
    }

    /// Moves the nodes of about `budget` pairs; tells whether the descent has ended.
    pub(crate) fn run(&mut self, budget: usize, places: &mut [Point], moves: &[bool]) -> bool {
        let mut left = budget.div_ceil(BLOCK);
        while self.round < ROUNDS && left > 0 {
            if self.next_block == 0 {
                self.random.shuffle(&mut self.order);
            }
            let until = self.order.len().min(self.next_block + left);
            for &block in &self.order[self.next_block..until] {
                let from = block as usize * BLOCK;
                let to = self.terms.len().min(from + BLOCK);
                for term in &self.terms[from..to] {
                    pull(term, self.step, places, moves);
                }
            }
            left -= until - self.next_block;
            self.next_block = until;
            if until == self.order.len() {
                self.next_block = 0;
                self.round += 1;
                self.step *= self.factor;
            }
        }
        self.round >= ROUNDS
    }
}

fn pull(term: &Term, step: f64, places: &mut [Point], moves: &[bool]) {
    let (a, b) = (term.a as usize, term.b as usize);
    let between = places[a] - places[b];
    let length = between.dot(between).sqrt();
    if length < 1e-9 {
        // Nodes on one spot part in a direction of their own.
        let nudge = Point::new(
            1e-3 * f64::from(term.a % 7 + 1),
            1e-3 * f64::from(term.b % 5 + 1),
        );
        if moves[a] {
            places[a] = places[a] + nudge;
        } else if moves[b] {
            places[b] = places[b] - nudge;
        }
        return;
    }
    let change = between * ((length - f64::from(term.distance)) / (2.0 * length));
    if moves[a] {
        places[a] = places[a] - change * (step * f64::from(term.weight_a)).min(1.0);
    }
    if moves[b] {
        places[b] = places[b] + change * (step * f64::from(term.weight_b)).min(1.0);
    }
}
