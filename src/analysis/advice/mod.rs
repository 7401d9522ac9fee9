//! Role advice: for every pair regie or verbinden, how strong, on which evidence.
//!
//! The weighing is transparent: five kinds of evidence with fixed weights, each
//! between -1 (unlike, verbinden) and +1 (alike, regie). Power is left out on
//! purpose, so that advice never follows the loudest voice. The numbers are
//! settings ([`crate::analysis::Thresholds`]), a starting point and no findings.

mod competences;
mod evidence;
mod flags;
mod listed;
mod mismatch;
mod overview;
mod pair;
mod row;

pub use competences::{Competence, CompetenceAdvice, Reason};
pub use evidence::{Evidence, EvidenceKind, Likeness};
pub use flags::{Asked, ProcessFlag, ProcessFlags, process_flags};
pub use listed::listed;
pub use mismatch::{Mismatch, Verdict, mismatches};
pub use overview::{BaseRate, Departure, base_rate, departures, same_sphere};
pub use pair::{Context, advise, advise_while, likeness_of};
pub use row::{Cell, GfRole, Label, PairAdvice, Placement, Relation, StrengthWord, WayIn};
