//! The little linear algebra that three measures need: solving, multiplying, eigenvalues.

/// Rows of numbers, all of one length.
pub type Matrix = Vec<Vec<f64>>;

/// Multiplies two matrices.
pub(crate) fn product(a: &Matrix, b: &Matrix) -> Matrix {
    let width = b.first().map_or(0, Vec::len);
    a.iter()
        .map(|row| {
            let mut out = vec![0.0; width];
            for (x, other) in row.iter().zip(b) {
                if *x != 0.0 {
                    for (sum, y) in out.iter_mut().zip(other) {
                        *sum += x * y;
                    }
                }
            }
            out
        })
        .collect()
}

/// Multiplies a matrix with a vector.
pub(crate) fn applied(a: &Matrix, x: &[f64]) -> Vec<f64> {
    a.iter()
        .map(|row| row.iter().zip(x).map(|(a, b)| a * b).sum())
        .collect()
}

/// Solves A X = B by elimination with row pivots; `None` when A is singular.
pub(crate) fn solved(mut a: Matrix, mut b: Matrix) -> Option<Matrix> {
    let n = a.len();
    for k in 0..n {
        let pivot = (k..n).max_by(|&i, &j| a[i][k].abs().total_cmp(&a[j][k].abs()))?;
        if a[pivot][k].abs() < 1e-13 {
            return None;
        }
        a.swap(k, pivot);
        b.swap(k, pivot);
        let (top_a, top_b) = (a[k].clone(), b[k].clone());
        for i in k + 1..n {
            let factor = a[i][k] / top_a[k];
            if factor != 0.0 {
                subtract(&mut a[i], &top_a, factor);
                subtract(&mut b[i], &top_b, factor);
            }
        }
    }
    for k in (0..n).rev() {
        let pivot = a[k][k];
        b[k].iter_mut().for_each(|x| *x /= pivot);
        let top = b[k].clone();
        for i in 0..k {
            let factor = a[i][k];
            if factor != 0.0 {
                subtract(&mut b[i], &top, factor);
            }
        }
    }
    Some(b)
}

fn subtract(row: &mut [f64], other: &[f64], factor: f64) {
    for (x, y) in row.iter_mut().zip(other) {
        *x -= factor * y;
    }
}

/// Computes the eigenvalues of a symmetric matrix by Jacobi rotations.
pub(crate) fn symmetric_eigenvalues(mut matrix: Matrix) -> Vec<f64> {
    let n = matrix.len();
    for _ in 0..60 {
        if above_diagonal(&matrix) < 1e-26 {
            break;
        }
        for first in 0..n {
            for second in first + 1..n {
                rotate(&mut matrix, first, second);
            }
        }
    }
    matrix.iter().enumerate().map(|(i, row)| row[i]).collect()
}

/// The sum of the squares above the diagonal.
fn above_diagonal(matrix: &Matrix) -> f64 {
    let row_sum = |(i, row): (usize, &Vec<f64>)| row[i + 1..].iter().map(|x| x * x).sum::<f64>();
    matrix.iter().enumerate().map(row_sum).sum()
}

/// Rotates two rows and columns so that their common entry becomes zero.
fn rotate(matrix: &mut Matrix, first: usize, second: usize) {
    let common = matrix[first][second];
    if common == 0.0 {
        return;
    }
    let theta = (matrix[second][second] - matrix[first][first]) / (2.0 * common);
    let tangent = theta.signum() / (theta.abs() + theta.hypot(1.0));
    let cosine = 1.0 / tangent.hypot(1.0);
    let sine = tangent * cosine;
    for row in matrix.iter_mut() {
        let (left, right) = (row[first], row[second]);
        row[first] = cosine * left - sine * right;
        row[second] = sine * left + cosine * right;
    }
    let mut upper = matrix[first].clone();
    for (above, below) in upper.iter_mut().zip(&mut matrix[second]) {
        let (left, right) = (*above, *below);
        *above = cosine * left - sine * right;
        *below = sine * left + cosine * right;
    }
    matrix[first] = upper;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_singular_system_has_no_solution() {
        let singular = vec![vec![1.0, 2.0], vec![2.0, 4.0]];
        assert_eq!(solved(singular, vec![vec![1.0], vec![1.0]]), None);
        let regular = vec![vec![0.0, 2.0], vec![4.0, 0.0]];
        let x = solved(regular, vec![vec![2.0], vec![8.0]]);
        assert_eq!(x, Some(vec![vec![2.0], vec![1.0]]));
    }

    #[test]
    fn eigenvalues_of_a_triangle_are_two_and_minus_one_twice() {
        let triangle = vec![
            vec![0.0, 1.0, 1.0],
            vec![1.0, 0.0, 1.0],
            vec![1.0, 1.0, 0.0],
        ];
        let mut found = symmetric_eigenvalues(triangle);
        found.sort_by(f64::total_cmp);
        for (x, y) in found.iter().zip([-1.0, -1.0, 2.0]) {
            assert!((x - y).abs() < 1e-12);
        }
    }
}
