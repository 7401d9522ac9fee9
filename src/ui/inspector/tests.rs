//! The inspector by its visible labels.

mod sample;

mod picture;
