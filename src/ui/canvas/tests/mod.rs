//! Tests of the map on the screen.

mod arrange;
mod fixture;
mod gestures;
mod large;
mod legible;
mod looking;
mod pictures;
mod placed;
mod scenes;
mod views;
