//! Stakeholder force-field mapping: who must be connected with whom, by regie or by verbinden.
//!
//! One package, library and program. The program is a window on a [`session::Session`]; the command line is the same
//! program without the window.
//!
//! # The layers
//!
//! Imports go one way only, from the bottom of this list to the top. `tests/architecture.rs` checks it.
//!
//! | Layer | Holds | Never |
//! |---|---|---|
//! | [`model`] | the map and its parts, the rules that hold for every map | files, clocks, randomness, graphs |
//! | [`lens`] | what question sets mean: whether they are sound, what they hold, where their checks speak | files, text |
//! | [`edit`] | how a map changes: [`edit::Edit`] and [`model::Document::apply`] | anything but a value from a value |
//! | [`merge`] | what differs between two maps, and how two versions become one again | files, words |
//! | [`share`] | what leaves in a copy: without the private layer, names or all but the structure | files, text |
//! | [`analysis`] | what follows from a field: measures and advice, with their doubt | text, threads, clocks |
//! | [`placement`] | where actors, names, relations and rings stand | anything but geometry |
//! | [`storage`] | our own file: reading without trust, writing without loss, recovery | egui |
//! | [`exchange`] | fields and measures in JSON | egui |
//! | [`session`] | one open map: history, selection, preview, the quick line understood | text, threads, clocks, files |
//! | `text` | every sentence, in Dutch and English | egui |
//! | [`export`] | reports as bytes, of what is handed in | egui, files |
//! | `ui` | the only egui code: window, canvas, pictures | files, but for `ui/jobs` |
//! | [`cli`] | the commands of the command line | egui |
//!
//! # How a change goes
//!
//! A panel reads a `Cx`, draws, and puts requests in an `Outbox`. `App` hands an edit to the session, the session to
//! [`model::Document::apply`], which gives another document that shares what stayed the same. The session keeps both:
//! undo restores a value, nobody writes an inverse. After every committed change the jobs thread keeps a recovery copy.
//!
//! # How the map is drawn
//!
//! `ui::canvas` projects a document on an `egui_graphs` graph whose payloads are ids, makes a scene of it in map
//! units (shapes, bent relations, rings, names without overlap) and paints that scene as shapes that are remembered
//! until something changes. A picture is the same canvas run in an egui context without a window.
//!
//! The shapes become one mesh. On a map of very many it moves along while the eye moves and is made anew at rest, and
//! plain lines and small shapes are written straight into it.
//!
//! The six views show the same actors. In forces, matrix and rings a place is an answer: [`session::arrange`] says where
//! an answer stands and which answer a place means, `ui::canvas::arrange` draws what is under the actors and lets them
//! be dragged there. Table and course are panels of their own.
//!
//! # What never happens
//!
//! Nothing moves by itself: an edit or a new actor leaves every other actor where it is. *Not asked* is not *none*.
//! What is private is not on the wall, in pictures or in the names of steps. Nothing is sent anywhere.

pub mod analysis;
pub mod cli;
pub mod edit;
pub mod exchange;
pub mod export;
pub mod lens;
mod locale;
pub mod merge;
pub mod model;
pub mod placement;
pub mod session;
pub mod share;
pub mod storage;
#[cfg_attr(
    not(feature = "desktop"),
    expect(
        dead_code,
        unused_imports,
        reason = "most sentences are for the window"
    )
)]
mod text;
#[cfg(feature = "desktop")]
pub mod ui;

pub use locale::system_language;
