//! Starting the window, with one renderer or the other.

use std::path::{Path, PathBuf};

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
    /// No renderer works here; what each of them said.
    #[error("no window: {}", .0.join("; "))]
    NoRenderer(Vec<String>),
}

/// Opens the window and stays until it is closed.
///
/// Tries the renderer that worked the last time, and then what else there is on this system.
pub fn run(path: Option<&Path>, today: Date, seed: u64) -> Result<(), StartError> {
    let settings = Jobs::read_settings(&Folders::of_user());
    let mut refused = Vec::new();
    for renderer in Renderer::in_order(settings.renderer) {
        match open(renderer, path.map(Path::to_owned), today, seed) {
            Ok(()) => return Ok(()),
            Err(error) => refused.push(error),
        }
    }
    Err(StartError::NoRenderer(refused))
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
            #[cfg(any(windows, target_os = "macos"))]
            Renderer::Wgpu => eframe::Renderer::Wgpu,
            #[cfg(not(any(windows, target_os = "macos")))]
            Renderer::Wgpu => eframe::Renderer::Glow,
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
