//! The window without a screen, as the tests open it.

use std::path::Path;

use eframe::egui::Vec2;
use egui_kittest::Harness;
use jiff::civil::date;
use krachtenveld::model::Language;
use krachtenveld::ui::{App, Dialogs, Folders, Jobs, Settings, Start};

/// Opens the window, with all its work done at once, nothing moving, and its own files in the folder.
pub(crate) fn open(
    folder: &Path,
    language: Language,
    size: Vec2,
    dialogs: impl Dialogs + 'static,
    path: Option<&Path>,
) -> Harness<'static, App> {
    let app = App::new(Start {
        settings: Settings {
            language,
            motion: false,
            ..Settings::default()
        },
        jobs: Jobs::at_once(Folders::within(folder)),
        dialogs: Box::new(dialogs),
        today: date(2026, 5, 12),
        seed: 42,
        path: path.map(Path::to_owned),
    });
    Harness::builder().with_size(size).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        app,
    )
}
