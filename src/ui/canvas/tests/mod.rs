//! Tests of the map on the screen.

mod fixture;
mod gestures;
mod legible;
mod looking;
mod pictures;
mod scenes;
