//! MACTOR after Bourse and Godet: influence, dependence, convergence and divergence.

use crate::analysis::field::Field;
use crate::analysis::matrix::Matrix;
use crate::analysis::numbers::{count, ratio};

/// Convergence and divergence between actors for one order of positions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agreement {
    /// Convergence of every two actors.
    pub convergence: Matrix,
    /// Divergence of every two actors.
    pub divergence: Matrix,
    /// The share of convergence in both; `None` without any.
    pub degree_of_convergence: Option<f64>,
    /// 0 = clear friends and foes, 1 = every ally is also an opponent.
    pub ambivalence: Vec<Option<f64>>,
    /// Per actor the sum of the sizes of its positions.
    pub mobilisation: Vec<f64>,
    /// Per objective the sum in favour.
    pub objective_for: Vec<f64>,
    /// Per objective the sum against.
    pub objective_against: Vec<f64>,
}

/// The tables of the method.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mactor {
    /// Direct and indirect influence.
    pub mdii: Matrix,
    /// Influence: row sums without the diagonal.
    pub influence: Vec<f64>,
    /// Dependence: column sums without the diagonal.
    pub dependence: Vec<f64>,
    /// The diagonal: what comes back to the actor.
    pub feedback: Vec<f64>,
    /// Strength.
    pub r: Vec<f64>,
    /// Strength with mean 1.
    pub r_star: Vec<f64>,
    /// Influence of i on j minus that of j on i.
    pub net_scale: Matrix,
    /// Influence minus dependence.
    pub net_scale_sum: Vec<f64>,
    /// Maximum influence.
    pub mmdii: Matrix,
    /// Row sums of maximum influence without the diagonal.
    pub im: Vec<f64>,
    /// Column sums of maximum influence without the diagonal.
    pub dm: Vec<f64>,
    /// Strength from maximum influence.
    pub q_star: Vec<f64>,
    /// The signs of the positions.
    pub mao1: Matrix,
    /// Positions times strength.
    pub mao3: Matrix,
    /// Agreement for positions of order 1, 2 and 3.
    pub orders: [Agreement; 3],
}

/// Above this number of actors the tables are not computed: the cost is cubic.
pub const UP_TO: usize = 300;

/// Computes the tables of MACTOR.
///
/// *Formula.* MDII = MDI + sum over k of min(MDI(i,k), MDI(k,j)); strength
/// r = (I - feedback)/(sum I) times I/(I + D), r* = n r / sum r; convergence of
/// two actors is the sum over objectives with equal signs of the mean size,
/// divergence the same with opposite signs. *Range.* r* has mean 1, or is all
/// 0 without influence. *Edge cases.* No positions: degree of convergence and
/// ambivalence `None`. `None` as a whole when the matrices do not fit or there
/// are more than 300 actors. *Source.* Godet 1991, 2001. *In a session.*
/// For those who know the method only: distances are orders, not measures.
pub fn mactor(mdi: &Matrix, mao2: &Matrix) -> Option<Mactor> {
    let n = mdi.len();
    let width = mao2.first().map_or(0, Vec::len);
    let fits = mdi.iter().all(|row| row.len() == n)
        && mao2.len() == n
        && mao2.iter().all(|row| row.len() == width);
    if !fits || n > UP_TO {
        return None;
    }
    let (mdii, mmdii) = influences(mdi);
    let feedback: Vec<f64> = (0..n).map(|i| mdii[i][i]).collect();
    let (influence, dependence) = margins(&mdii);
    let (r, r_star) = strength(&influence, &dependence, &feedback);
    let (im, dm) = margins(&mmdii);
    let (_, q_star) = strength(&im, &dm, &vec![0.0; n]);
    let mao1: Matrix = mapped(mao2, |_, x| if x == 0.0 { 0.0 } else { x.signum() });
    let mao3 = mapped(mao2, |i, x| x * r_star[i]);
    Some(Mactor {
        net_scale: (0..n)
            .map(|i| (0..n).map(|j| mdii[i][j] - mdii[j][i]).collect())
            .collect(),
        net_scale_sum: influence
            .iter()
            .zip(&dependence)
            .map(|(i, d)| i - d)
            .collect(),
        orders: [
            agreement(&mao1, width),
            agreement(mao2, width),
            agreement(&mao3, width),
        ],
        mdii,
        influence,
        dependence,
        feedback,
        r,
        r_star,
        mmdii,
        im,
        dm,
        q_star,
        mao1,
        mao3,
    })
}

fn mapped(matrix: &Matrix, change: impl Fn(usize, f64) -> f64) -> Matrix {
    matrix
        .iter()
        .enumerate()
        .map(|(i, row)| row.iter().map(|x| change(i, *x)).collect())
        .collect()
}

/// Direct plus indirect influence, and maximum influence.
fn influences(mdi: &Matrix) -> (Matrix, Matrix) {
    let n = mdi.len();
    let (mut sums, mut most) = (mdi.clone(), mdi.clone());
    for i in 0..n {
        for (&first, onward) in mdi[i].iter().zip(mdi) {
            if first == 0.0 {
                continue;
            }
            for (j, second) in onward.iter().enumerate() {
                let step = first.min(*second);
                sums[i][j] += step;
                most[i][j] = most[i][j].max(step);
            }
        }
    }
    (sums, most)
}

/// Row and column sums without the diagonal.
fn margins(matrix: &Matrix) -> (Vec<f64>, Vec<f64>) {
    let n = matrix.len();
    let row = |i: usize| (0..n).filter(|&j| j != i).map(|j| matrix[i][j]).sum();
    let column = |i: usize| (0..n).filter(|&j| j != i).map(|j| matrix[j][i]).sum();
    ((0..n).map(row).collect(), (0..n).map(column).collect())
}

fn strength(influence: &[f64], dependence: &[f64], feedback: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let total: f64 = influence.iter().sum();
    let r: Vec<f64> = influence
        .iter()
        .zip(dependence)
        .zip(feedback)
        .map(|((i, d), f)| {
            let share = ratio(i - f, total).unwrap_or(0.0);
            share * ratio(*i, i + d).unwrap_or(0.0)
        })
        .collect();
    let sum: f64 = r.iter().sum();
    let star = r
        .iter()
        .map(|x| ratio(count(r.len()) * x, sum).unwrap_or(0.0))
        .collect();
    (r, star)
}

fn agreement(m: &Matrix, width: usize) -> Agreement {
    let n = m.len();
    let mut out = Agreement {
        convergence: vec![vec![0.0; n]; n],
        divergence: vec![vec![0.0; n]; n],
        mobilisation: m
            .iter()
            .map(|row| row.iter().map(|x| x.abs()).sum())
            .collect(),
        objective_for: column_sums(m, width, 1.0),
        objective_against: column_sums(m, width, -1.0),
        ..Agreement::default()
    };
    for i in 0..n {
        for j in (0..n).filter(|&j| j != i) {
            for (x, y) in m[i].iter().zip(&m[j]) {
                let size = f64::midpoint(x.abs(), y.abs());
                if x * y > 0.0 {
                    out.convergence[i][j] += size;
                } else if x * y < 0.0 {
                    out.divergence[i][j] += size;
                }
            }
        }
    }
    let sum = |matrix: &Matrix| matrix.iter().flatten().sum::<f64>();
    let agreed = sum(&out.convergence);
    out.degree_of_convergence = ratio(agreed, agreed + sum(&out.divergence));
    out.ambivalence = out
        .convergence
        .iter()
        .zip(&out.divergence)
        .map(|(c, v)| {
            let clear: f64 = c.iter().zip(v).map(|(x, y)| (x - y).abs()).sum();
            let all: f64 = c.iter().zip(v).map(|(x, y)| x + y).sum();
            ratio(clear, all).map(|x| 1.0 - x)
        })
        .collect();
    out
}

fn column_sums(m: &Matrix, width: usize, sign: f64) -> Vec<f64> {
    (0..width)
        .map(|k| m.iter().map(|row| (row[k] * sign).max(0.0)).sum())
        .collect()
}

/// Direct influence from a field: the largest strength of an arc, sign ignored.
pub fn direct_influence(field: &Field) -> Matrix {
    let n = field.n();
    let mut mdi = vec![vec![0.0_f64; n]; n];
    for tie in field.counted_ties() {
        let (s, t) = (tie.source, tie.target);
        mdi[s][t] = mdi[s][t].max(tie.weight);
        if !field.directed {
            mdi[t][s] = mdi[t][s].max(tie.weight);
        }
    }
    mdi
}

/// Positions from a field, one row per actor; unknown is 0.
pub fn positions(field: &Field) -> Matrix {
    field
        .actors
        .iter()
        .map(|actor| {
            (0..field.issues.len())
                .map(|k| actor.position(k).unwrap_or(0.0))
                .collect()
        })
        .collect()
}
