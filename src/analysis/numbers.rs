//! Small numeric helpers that every measure shares: casts, rounding, ranks and moments.

/// Two ranked values closer than this are equal.
pub const EQUAL_WITHIN: f64 = 1e-9;

/// Turns a count into a float.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of actors, ties and pairs stay far below 2^52"
)]
pub(crate) const fn count(n: usize) -> f64 {
    n as f64
}

/// Turns a place in a list into the four-byte form of the flat arrays.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a field holds far fewer than 2^32 actors and ties"
)]
pub(crate) const fn short(n: usize) -> u32 {
    n as u32
}

/// Rounds to twelve decimals, so that sort keys are the same on every machine.
pub(crate) fn rounded(x: f64) -> f64 {
    let y = (x * 1e12).round() / 1e12;
    if y == 0.0 { 0.0 } else { y }
}

/// Compares two sort keys from high to low after rounding to twelve decimals.
pub(crate) fn descending(a: f64, b: f64) -> std::cmp::Ordering {
    rounded(b).total_cmp(&rounded(a))
}

/// Keeps only numbers that are finite: undefined values leave as `None`.
pub(crate) fn defined(x: f64) -> Option<f64> {
    x.is_finite().then_some(x)
}

/// Divides, or gives `None` where the divisor is zero.
pub(crate) fn ratio(numerator: f64, denominator: f64) -> Option<f64> {
    if denominator == 0.0 {
        return None;
    }
    defined(numerator / denominator)
}

/// The mean of the values, or `None` without values.
pub(crate) fn mean(values: &[f64]) -> Option<f64> {
    ratio(values.iter().sum(), count(values.len()))
}

/// Gives every actor its competition rank.
///
/// Rank 1 is the highest value; equal values (within [`EQUAL_WITHIN`]) share
/// the best rank, so four values can rank 1, 2, 2, 4.
/// Values that are `None` get no rank and push nobody down.
pub fn competition_ranks(values: &[Option<f64>]) -> Vec<Option<usize>> {
    let mut sorted: Vec<f64> = values.iter().copied().flatten().collect();
    sorted.sort_by(|a, b| b.total_cmp(a));
    values
        .iter()
        .map(|value| value.map(|v| 1 + sorted.partition_point(|&other| other > v + EQUAL_WITHIN)))
        .collect()
}

/// Ranks values that are all defined; see [`competition_ranks`].
pub(crate) fn ranks(values: &[f64]) -> Vec<usize> {
    let mut sorted = values.to_vec();
    sorted.sort_by(|a, b| b.total_cmp(a));
    values
        .iter()
        .map(|v| 1 + sorted.partition_point(|other| *other > v + EQUAL_WITHIN))
        .collect()
}

/// Computes Kendall's tau-b between two rankings of the same actors.
///
/// Formula: (concordant - discordant) / sqrt(pairs untied in x * pairs untied in y).
/// Range -1 to 1; `None` where one of the two has only ties.
/// Source: Kendall 1945.
pub fn kendall_tau_b(x: &[f64], y: &[f64]) -> Option<f64> {
    let (mut sum, mut untied_x, mut untied_y) = (0_i64, 0_i64, 0_i64);
    for (i, (xi, yi)) in x.iter().zip(y).enumerate() {
        for (xj, yj) in x.iter().zip(y).skip(i + 1) {
            let (a, b) = (order(*xi, *xj), order(*yi, *yj));
            sum += a * b;
            untied_x += a.abs();
            untied_y += b.abs();
        }
    }
    ratio(whole(sum), (whole(untied_x) * whole(untied_y)).sqrt())
}

fn order(a: f64, b: f64) -> i64 {
    if (a - b).abs() <= EQUAL_WITHIN {
        0
    } else if a > b {
        1
    } else {
        -1
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "numbers of pairs stay far below 2^52"
)]
const fn whole(n: i64) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_share_the_best_rank() {
        let values = [Some(3.0), Some(2.0), None, Some(2.0), Some(1.0)];
        assert_eq!(
            competition_ranks(&values),
            [Some(1), Some(2), None, Some(2), Some(4)]
        );
    }

    #[test]
    fn a_ranking_of_ties_has_no_tau() {
        assert_eq!(kendall_tau_b(&[1.0, 1.0], &[1.0, 2.0]), None);
        assert_eq!(kendall_tau_b(&[1.0, 2.0], &[1.0, 2.0]), Some(1.0));
        assert_eq!(kendall_tau_b(&[1.0, 2.0], &[2.0, 1.0]), Some(-1.0));
    }
}
