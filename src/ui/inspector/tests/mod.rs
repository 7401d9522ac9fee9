//! The inspector by its visible labels.

mod behaviour;
mod desk;
mod others;
mod sample;
