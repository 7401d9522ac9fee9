//! How alike two actors are: in values, frames, positions and value profiles.

use crate::analysis::field::{FieldActor, Tags};
use crate::analysis::numbers::ratio;

/// Computes the weighted Jaccard (Ruzicka) index of two lists of tags.
///
/// *Formula.* Sum of the smaller importance over sum of the larger, tag by tag.
/// *Range.* 0 to 1; with equal importances it is plain Jaccard. *Edge cases.*
/// An unknown list, or two empty ones, give `None`: unknown is not agreement.
/// *Source.* Ruzicka 1958. *In a session.* "So many of so many points shared."
pub fn ruzicka(x: Option<&Tags>, y: Option<&Tags>) -> Option<f64> {
    let (x, y) = (x?, y?);
    let of = |tags: &Tags, tag: &String| tags.get(tag).copied().unwrap_or(0.0);
    let only_y = y.keys().filter(|tag| !x.contains_key(*tag));
    let (mut least, mut most) = (0.0, 0.0);
    for tag in x.keys().chain(only_y) {
        least += of(x, tag).min(of(y, tag));
        most += of(x, tag).max(of(y, tag));
    }
    ratio(least, most)
}

/// Computes the cosine of two lists of tags; kept for comparison, not shown.
pub fn cosine(x: Option<&Tags>, y: Option<&Tags>) -> Option<f64> {
    let (x, y) = (x?, y?);
    let norm = |tags: &Tags| tags.values().map(|v| v * v).sum::<f64>().sqrt();
    let product: f64 = x
        .iter()
        .filter_map(|(tag, v)| y.get(tag).map(|w| v * w))
        .sum();
    ratio(product, norm(x) * norm(y))
}

/// The length of the position scale, from -3 to 3.
const SPAN: f64 = 6.0;

/// Computes how alike two actors stand on the issues.
///
/// *Formula.* 1 - sum w |x - y| / (6 sum w), w the root of both saliences, over
/// issues on which both took a position. *Range.* 0 to 1. *Edge cases.* No such
/// issue, or none that matters to both: `None`. *In a session.* Shared values
/// with opposed interests ask to negotiate; keep the two apart.
pub fn interest_similarity(a: &FieldActor, b: &FieldActor) -> Option<f64> {
    let issues = a.positions.len().max(b.positions.len());
    let (mut apart, mut weights) = (0.0, 0.0);
    for k in 0..issues {
        let (Some(x), Some(y)) = (a.position(k), b.position(k)) else {
            continue;
        };
        let both = a.salience_of(k).unwrap_or(0.0) * b.salience_of(k).unwrap_or(0.0);
        let weight = both.max(0.0).sqrt();
        apart += weight * (x - y).abs();
        weights += weight;
    }
    ratio(apart, weights * SPAN).map(|far| 1.0 - far)
}

/// One pair with every likeness that is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PairSimilarity {
    /// The smaller number of the pair.
    pub i: usize,
    /// The larger number of the pair.
    pub j: usize,
    /// Weighted Jaccard of the values.
    pub values: Option<f64>,
    /// Cosine of the values.
    pub values_cosine: Option<f64>,
    /// Weighted Jaccard of the frames.
    pub frames: Option<f64>,
    /// Likeness of positions.
    pub interest: Option<f64>,
}

/// Computes every likeness of every pair.
pub fn similarities(actors: &[FieldActor]) -> Vec<PairSimilarity> {
    let mut out = Vec::new();
    for (i, a) in actors.iter().enumerate() {
        for (j, b) in actors.iter().enumerate().skip(i + 1) {
            out.push(PairSimilarity {
                i,
                j,
                values: ruzicka(a.values.as_ref(), b.values.as_ref()),
                values_cosine: cosine(a.values.as_ref(), b.values.as_ref()),
                frames: ruzicka(a.frames.as_ref(), b.frames.as_ref()),
                interest: interest_similarity(a, b),
            });
        }
    }
    out
}

/// The number of basic values on the circle.
pub const CIRCLE: usize = 10;

/// Where a profile of ten basic values points on the circle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Resultant {
    /// The horizontal part.
    pub x: f64,
    /// The vertical part.
    pub y: f64,
    /// The direction in degrees, 0 to 360; `None` when it points nowhere.
    pub angle: Option<f64>,
    /// How clearly it points, 0 to 1.
    pub clarity: f64,
}

/// Computes the direction of a value profile (Schwartz 1992).
///
/// *Formula.* Ratings centred on their own mean, set at steps of 36 degrees
/// (self-direction, stimulation, hedonism, achievement, power, security,
/// conformity, tradition, benevolence, universalism), summed and divided by
/// the sum of their sizes. *Edge cases.* A flat profile is `None`. Equal steps
/// are a simplification; only with a real questionnaire.
pub fn resultant(profile: &[f64; CIRCLE]) -> Option<Resultant> {
    let mean = profile.iter().sum::<f64>() / 10.0;
    let sizes: f64 = profile.iter().map(|x| (x - mean).abs()).sum();
    if sizes < 1e-12 {
        return None;
    }
    let (mut x, mut y) = (0.0, 0.0);
    let mut angle = 0.0_f64;
    for rating in profile {
        x += (rating - mean) * angle.cos() / sizes;
        y += (rating - mean) * angle.sin() / sizes;
        angle += std::f64::consts::TAU / 10.0;
    }
    let clarity = x.hypot(y);
    let degrees = y.atan2(x).to_degrees().rem_euclid(360.0);
    Some(Resultant {
        x,
        y,
        angle: (clarity > 1e-9).then_some(degrees),
        clarity,
    })
}

/// Computes how alike two value profiles point: (1 + cos)/2, and how clearly.
///
/// *Edge cases.* `None` and clarity 0 where one of the two points nowhere.
pub fn resultant_similarity(a: Option<Resultant>, b: Option<Resultant>) -> (Option<f64>, f64) {
    let pointed = |r: Option<Resultant>| r.and_then(|r| Some((r.angle?, r.clarity)));
    match (pointed(a), pointed(b)) {
        (Some((x, clear_x)), Some((y, clear_y))) => {
            let apart = (x - y).to_radians();
            (Some(f64::midpoint(1.0, apart.cos())), clear_x.min(clear_y))
        }
        (Some(_) | None, Some(_) | None) => (None, 0.0),
    }
}
