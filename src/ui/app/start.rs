//! Starting the window, with one renderer or the other.

use std::path::PathBuf;

use eframe::egui;
use jiff::civil::Date;

use super::{App, Start};
use crate::text;
use crate::ui::dialogs::SystemDialogs;
use crate::ui::jobs::{Folders, Jobs};
use crate::ui::settings::{Renderer, Settings};

/// Why the window did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Neither renderer works here.
    #[error("no window: {wgpu}; {glow}")]
    NoRenderer {
        /// What the first renderer said.
        wgpu: String,
        /// What the second renderer said.
        glow: String,
    },
}

/// Opens the window and stays until it is closed.
///
/// Tries the renderer that worked the last time, else wgpu, and then the other: office desktops have one or the other.
pub fn run(path: Option<PathBuf>, today: Date, seed: u64) -> Result<(), StartError> {
    let folders = Folders::of_user();
    let settings = Jobs::read_settings(&folders);
    let first = settings.renderer.unwrap_or(Renderer::Wgpu);
    let second = first.other();
    let Err(one) = open(first, path.clone(), today, seed) else {
        return Ok(());
    };
    let Err(other) = open(second, path, today, seed) else {
        return Ok(());
    };
    let (wgpu, glow) = if first == Renderer::Wgpu {
        (one, other)
    } else {
        (other, one)
    };
    Err(StartError::NoRenderer { wgpu, glow })
}

fn open(renderer: Renderer, path: Option<PathBuf>, today: Date, seed: u64) -> Result<(), String> {
    let folders = Folders::of_user();
    let title = text::shell::PROGRAM.get(crate::model::Language::Dutch);
    let viewport = egui::ViewportBuilder::default()
        .with_title(title)
        .with_app_id("krachtenveld")
        .with_inner_size([1440.0, 900.0])
        .with_min_inner_size([640.0, 400.0])
        .with_icon(icon());
    let options = eframe::NativeOptions {
        viewport,
        renderer: match renderer {
            Renderer::Wgpu => eframe::Renderer::Wgpu,
            Renderer::Glow => eframe::Renderer::Glow,
        },
        persist_window: false,
        run_and_return: true,
        ..eframe::NativeOptions::default()
    };
    let made = eframe::run_native(
        "krachtenveld",
        options,
        Box::new(move |context| {
            let settings = Settings {
                renderer: Some(renderer),
                ..Jobs::read_settings(&folders)
            };
            let dialogs = Box::new(SystemDialogs::new(context.egui_ctx.clone()));
            let jobs = Jobs::threaded(folders);
            jobs.watch_falls();
            Ok(Box::new(App::new(Start {
                settings,
                jobs,
                dialogs,
                today,
                seed,
                path,
            })))
        }),
    );
    made.map_err(|error| error.to_string())
}

/// Gives the icon of the program.
fn icon() -> egui::IconData {
    eframe::icon_data::from_png_bytes(include_bytes!("../../../assets/icon/krachtenveld-256.png"))
        .unwrap_or_default()
}
