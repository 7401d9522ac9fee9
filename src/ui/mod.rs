//! Everything that draws: the window, and the pictures made from the same canvas.
//!
//! A panel is a function of a [`Cx`] to read, a `Ui` to draw in and an [`Outbox`] for its requests; it changes no map.
//! Only `App` applies requests. No other layer knows egui.

mod advice;
mod app;
mod background;
mod canvas;
mod command;
mod course;
mod cx;
mod dialogs;
mod entering;
mod fall;
mod filter;
mod forgotten;
mod inspector;
mod jobs;
mod keeper;
mod lens;
pub mod meaning;
pub mod painting;
pub mod picture;
mod private_jobs;
mod roles;
mod scenarios;
mod settings;
mod shell;
mod table;
pub mod theme;
mod view;
mod widget;

pub use app::{App, Start, StartError, run};
pub use command::{Command, commands};
pub use cx::{Cx, Outbox, Request};
pub use dialogs::{Dialogs, FileAnswer, FileQuestion, ScriptedDialogs};
pub use jobs::{Folders, Jobs, write_picture, write_report};
pub use picture::ReportFile;
pub use settings::{Settings, ThemeChoice};
pub use view::{Overlay, Panel, View};
