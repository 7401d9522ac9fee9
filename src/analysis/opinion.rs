//! A thought experiment: what if everybody reacts to each other in this way only.

use crate::analysis::field::Field;
use crate::analysis::matrix::{Matrix, applied, product, solved};
use crate::analysis::numbers::count;

/// The openness of an actor whose openness is not known.
pub const USUAL_OPENNESS: f64 = 0.5;

/// Where opinions would settle.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Influence {
    /// Row i: how much of each first opinion is left in the final one of i.
    pub v: Matrix,
    /// The mean of each column of `v`: whose view works on furthest.
    pub leverage: Vec<f64>,
    /// The fully open actors that only listen to each other.
    pub floating: Vec<usize>,
}

impl Influence {
    /// The final opinions for the first ones.
    pub fn final_opinions(&self, first: &[f64]) -> Vec<f64> {
        applied(&self.v, first)
    }
}

/// Makes the matrix of attention: the share of i's attention that goes to j.
///
/// *Formula.* w(j to i) over the sum of i's incoming ties that are no conflict;
/// without any, i listens to itself. *Range.* Rows sum to 1.
pub fn attention(field: &Field) -> Matrix {
    let n = field.n();
    let mut w = vec![vec![0.0; n]; n];
    for tie in field.counted_ties().filter(|t| t.sign.carries()) {
        w[tie.target][tie.source] += tie.weight;
        if !field.directed {
            w[tie.source][tie.target] += tie.weight;
        }
    }
    for (i, row) in w.iter_mut().enumerate() {
        let total: f64 = row.iter().sum();
        if total > 0.0 {
            for x in row.iter_mut() {
                *x /= total;
            }
        } else {
            row[i] = 1.0;
        }
    }
    w
}

/// Computes where opinions settle after Friedkin and Johnsen (1990, 1999).
///
/// *Formula.* y(t+1) = A W y(t) + (I - A) y(0), A the openness; the limit is
/// V y(0) with V = (I - A W)⁻¹ (I - A). With full openness it is `DeGroot`'s.
/// *Range.* Rows of V sum to 1. *Edge cases.* Fully open actors that only listen
/// to each other have no anchor; their rows are the limit of 0.9 W + 0.1 I, and
/// they are named in `floating`. `None` when sizes do not fit or W is no
/// matrix of shares. *In a session.* A thought experiment, not a prediction.
pub fn influence(w: &Matrix, openness: &[f64]) -> Option<Influence> {
    let n = w.len();
    let fits = openness.len() == n && w.iter().all(|row| row.len() == n);
    if !fits || !openness.iter().all(|a| (0.0..=1.0).contains(a)) {
        return None;
    }
    let floats = floating(w, openness);
    let settled = settled_rows(w, &floats);
    let anchored: Vec<usize> = (0..n).filter(|&i| !floats[i]).collect();
    let mut left = Vec::with_capacity(anchored.len());
    let mut right = Vec::with_capacity(anchored.len());
    for &i in &anchored {
        left.push(
            anchored
                .iter()
                .map(|&j| f64::from(u8::from(i == j)) - openness[i] * w[i][j])
                .collect::<Vec<f64>>(),
        );
        let mut row = vec![0.0; n];
        row[i] = 1.0 - openness[i];
        for k in (0..n).filter(|&k| floats[k]) {
            for (x, y) in row.iter_mut().zip(&settled[k]) {
                *x += openness[i] * w[i][k] * y;
            }
        }
        right.push(row);
    }
    let mut v = settled;
    for (row, i) in solved(left, right)?.into_iter().zip(anchored) {
        v[i] = row;
    }
    if v.iter().flatten().any(|x| !x.is_finite()) {
        return None;
    }
    let leverage = (0..n)
        .map(|j| v.iter().map(|row| row[j]).sum::<f64>() / count(n))
        .collect();
    Some(Influence {
        v,
        leverage,
        floating: (0..n).filter(|&i| floats[i]).collect(),
    })
}

/// Marks the actors that no first opinion holds in place, directly or through others.
fn floating(w: &Matrix, openness: &[f64]) -> Vec<bool> {
    let mut floats: Vec<bool> = openness.iter().map(|a| *a >= 1.0).collect();
    loop {
        let mut changed = false;
        for i in 0..w.len() {
            if floats[i] && (0..w.len()).any(|j| w[i][j] > 0.0 && !floats[j]) {
                floats[i] = false;
                changed = true;
            }
        }
        if !changed {
            return floats;
        }
    }
}

/// The rows that the floating actors settle to among themselves.
fn settled_rows(w: &Matrix, floats: &[bool]) -> Matrix {
    let n = w.len();
    let mut p: Matrix = vec![vec![0.0; n]; n];
    for i in (0..n).filter(|&i| floats[i]) {
        for (x, y) in p[i].iter_mut().zip(&w[i]) {
            *x = 0.9 * y;
        }
        p[i][i] += 0.1;
    }
    if !floats.iter().any(|f| *f) {
        return p;
    }
    for _ in 0..60 {
        let mut next = product(&p, &p);
        for row in &mut next {
            let sum: f64 = row.iter().sum();
            if sum > 0.0 {
                for x in row.iter_mut() {
                    *x /= sum;
                }
            }
        }
        let change = next
            .iter()
            .flatten()
            .zip(p.iter().flatten())
            .map(|(a, b)| (a - b).abs())
            .fold(0.0, f64::max);
        p = next;
        if change < 1e-15 {
            break;
        }
    }
    p
}

/// The first opinions on an issue; an unknown position starts at 0.
pub fn first_opinions(field: &Field, issue: usize) -> Vec<f64> {
    field
        .actors
        .iter()
        .map(|a| a.position(issue).unwrap_or(0.0))
        .collect()
}

/// The openness of every actor, [`USUAL_OPENNESS`] where it is unknown.
pub fn openness(field: &Field) -> Vec<f64> {
    field
        .actors
        .iter()
        .map(|a| a.openness.unwrap_or(USUAL_OPENNESS).clamp(0.0, 1.0))
        .collect()
}
