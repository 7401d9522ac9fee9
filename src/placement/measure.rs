//! How well distances on the map follow distances in the network.

use crate::placement::Network;
use crate::placement::geometry::Point;
use crate::placement::graph::Neighbours;
use crate::placement::random::Random;

const N_SOURCES: usize = 60;

/// Measures stress from 60 sources: 0 when every distance is right at the best scale.
///
/// It is Σ d⁻²(s·x−d)² / Σ d⁻²d² over the connected pairs, at the scale `s` that makes it least.
pub fn stress(network: &Network, places: &[Point]) -> f64 {
    let n = network.nodes.len().min(places.len());
    let neighbours = Neighbours::of(network);
    let mut sources: Vec<usize> = (0..n).collect();
    Random::new(60).shuffle(&mut sources);
    sources.truncate(N_SOURCES);
    let (mut ratio_sum, mut square_sum, mut count) = (0.0, 0.0, 0.0);
    let mut distances = Vec::new();
    for source in sources {
        neighbours.distances(source, &mut distances);
        for (node, &distance) in distances.iter().enumerate().take(n) {
            if node != source && distance.is_finite() {
                let ratio = places[node].distance(places[source]) / f64::from(distance);
                ratio_sum += ratio;
                square_sum += ratio * ratio;
                count += 1.0;
            }
        }
    }
    if count == 0.0 || square_sum <= 0.0 || !square_sum.is_finite() {
        return if count == 0.0 { 0.0 } else { 1.0 };
    }
    // At the best scale, ratio_sum / square_sum, the sum folds to this.
    (1.0 - ratio_sum * ratio_sum / square_sum / count).max(0.0)
}
