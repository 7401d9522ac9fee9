//! What lenses (*brillen*) mean: whether a definition is sound, what its questions hold on a map, where its checks
//! speak, how the answers are spread.
//!
//! A lens is data. Everything that shows one follows from its definition through this layer; nothing here knows a lens
//! by name.

mod answer;
mod attention;
mod catalogue;
mod fault;
mod key;
mod place;
mod sound;
mod spread;

pub use answer::{
    answer_at, answered, codes, fits, gap, inner, key, not_fitting, number, parts, same, score_of,
    with_talents,
};
pub use attention::{Attention, attention, silence_code, silenced};
pub use catalogue::{Catalogue, Question};
pub use fault::{LensFault, LensStep, LensTrouble};
pub use key::QuestionKey;
pub use place::{LensPlace, answers_of, places, within};
pub use sound::faults;
pub use spread::{Bar, RadarSpoke, Spread, radar, spread, triangles};

/// Most fields of a lens, most checks, and most options of a choice.
pub const MOST: usize = 200;
/// How deep conditions may stand in each other.
pub const DEPTH: usize = 8;
/// Most steps of a scale.
pub const STEPS: i64 = 21;
