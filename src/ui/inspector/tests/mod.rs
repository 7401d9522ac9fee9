//! The inspector by its visible labels.

mod behaviour;
mod sample;
