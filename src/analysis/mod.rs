//! What follows from a field: pure measures, advice and how sure both are.
//!
//! [`Field`] goes in, results come out. Everything here is deterministic: no
//! clock, no threads, no text, no global random numbers; a seed is an argument.
//! What is not defined is `None`, never 0. Every measure documents its
//! definition, formula, range, edge cases, source and its meaning in a session.
//! Heavy steps can be taken one at a time ([`betweenness::BetweennessRun`],
//! [`robustness::OneWrongAnswer`], [`uncertain::UncertainAnswers`]) or stopped
//! through a question "go on?": the caller owns the threads.

pub mod advice;
pub mod answers;
pub mod balance;
pub mod betweenness;
pub mod brokerage;
pub mod brokerage_chance;
pub mod brokerage_totals;
pub mod camps;
pub mod centrality;
pub mod communities;
pub mod field;
pub mod forces;
pub mod groups;
pub mod holes;
pub mod links;
pub mod mactor;
pub mod matrix;
pub mod measure;
pub mod method;
pub mod needs;
pub mod numbers;
pub mod of_document;
pub mod opinion;
pub mod profiles;
mod random;
pub mod robustness;
pub mod similarity;
pub mod structure;
pub mod thresholds;
pub mod uncertain;
pub mod views;
pub mod what_if;
pub mod whole;

pub use field::{AnnotatedRole, Field, FieldActor, FieldFactor, FieldTie, Needs, Role, Sign, Tags};
pub use of_document::{FieldOf, chosen_role, field_of, field_of_content};
pub use thresholds::{EvidenceWeights, Thresholds};
pub use views::{Csr, Views};
pub use whole::{Analysis, analyse};
