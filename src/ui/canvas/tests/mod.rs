//! Tests of the map on the screen.

mod fixture;
mod gestures;
mod pictures;
mod scenes;
