//! The window as a whole: it composes the panels and applies what they ask for.

mod aside;
mod beside;
mod commands;
mod falling;
mod files;
mod frame;
mod keeping;
mod lenses;
mod looking;
mod map_text;
mod meaning;
mod not_saved;
mod opened;
mod path_sheet;
mod privacy;
mod requests;
mod sealed;
mod start;
mod tidying;
mod versions;
mod wall_note;

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui;
use jiff::civil::Date;

use self::wall_note::WallNote;
use super::advice::Advice;
use super::canvas::Canvas;
use super::course::Course as CourseView;
use super::cx::{Cx, Outbox};
use super::dialogs::{Dialogs, FileQuestion};
use super::entering::Entering;
use super::forgotten::Forgotten;
use super::inspector::Inspector;
use super::jobs::{Jobs, Offer, Recent};
use super::keeper::{Claim, SharedRecovery};
use super::lens::LensPanels;
use super::meaning::Meaning;
use super::roles::Roles;
use super::settings::{Settings, ThemeChoice};
use super::shell::{
    Aim, Beside, BuiltIn, Notices, PassphraseSheet, PrivacySheets, Shell, Versions, Welcome,
};
use super::table::Table;
use super::theme::{Theme, ThemeName, fonts};
use super::view::View;
use crate::model::{Document, Lens};
use crate::session::{Automatic, Session};
use crate::storage::{Fingerprint, MapSeal};

pub use start::{StartError, run};

/// The program with its window.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each remembers one thing that happened"
)]
pub struct App {
    settings: Settings,
    theme: Theme,
    theme_name: Option<(ThemeName, u16)>,
    view: View,
    map: Option<OpenMap>,
    /// What is looked at in place of the map of now.
    aside: Option<aside::Aside>,
    canvas: Canvas,
    inspector: Inspector,
    advice: Advice,
    asked: Asked,
    lenses: LensPanels,
    meaning: Meaning,
    shell: Shell,
    entering: Entering,
    table: Table,
    course: CourseView,
    jobs: Jobs,
    dialogs: Box<dyn Dialogs>,
    asking: Option<(FileQuestion, After)>,
    out: Outbox,
    recent: Vec<Recent>,
    offers: Vec<Offer>,
    notices: Notices,
    unsaved_question: Option<After>,
    changed_file: Option<(PathBuf, After)>,
    /// A file that can be written only in place, once somebody chooses so.
    only_in_place: Option<not_saved::InPlace>,
    welcome: Welcome,
    built_in: Option<(Vec<BuiltIn>, Vec<BuiltIn>)>,
    after_save: Option<After>,
    path_sheet: Option<PathSheet>,
    beside: Option<Beside>,
    versions: Option<Versions>,
    keeping: keeping::Keeping,
    /// How many frames in a row were broken off by a fault of the program.
    falls: u8,
    returned: Option<Returned>,
    /// The lenses of the map that the catalogue was made with.
    lenses_of: Arc<Vec<Lens>>,
    privacy: PrivacySheets,
    passphrase: Option<PassphraseSheet>,
    /// A sealed map that may be saved in plain, once that was confirmed.
    plain_question: Option<(PathBuf, After)>,
    /// What goes on the clipboard with the next frame.
    clipboard: Option<String>,
    opening: Opening,
    /// A tidying that is under way beside the window.
    tidying: Option<tidying::Tidying>,
    today: Date,
    seed: u64,
    window_title: String,
    /// Whether it is asked whether that file is to be written over.
    in_place_question: bool,
    /// What follows once it was asked whether the file of a newer version of the program is to be written.
    newer_question: Option<After>,
    fonts_set: bool,
    fonts_ready: bool,
    snapshot_failed: bool,
    /// Whether the inspector was asked for in a window too narrow for it and the map.
    panel_over_map: bool,
    quitting: bool,
    /// What is told for a moment to who puts another view on the wall.
    wall_note: Option<WallNote>,
}

/// What the panels that ask of the map as a whole remember.
#[derive(Debug, Default)]
struct Asked {
    forgotten: Forgotten,
    roles: Roles,
}

/// Another version of the open map that was opened, until somebody says what is to be done with it.
struct Returned {
    path: PathBuf,
    print: Fingerprint,
    document: Document,
    /// The automatic places of who has none.
    automatic: Automatic,
}

/// The map that is open, with its file.
pub(super) struct OpenMap {
    pub(super) session: Session,
    pub(super) path: Option<PathBuf>,
    pub(super) fingerprint: Option<Fingerprint>,
    pub(super) recovery: SharedRecovery,
    pub(super) saving: bool,
    pub(super) kept: keeping::Kept,
    pub(super) claim: Option<Claim>,
    /// What the map is sealed with, where it is.
    pub(super) seal: Option<Arc<MapSeal>>,
    /// Whether the file may be written though a newer version of the program made it.
    pub(super) over_newer: bool,
}

/// Whether a file is being opened, and since when, once a frame was drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Opening {
    No,
    Asked,
    Since(f64),
}

/// What follows once a question was answered or a file was saved.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum After {
    Nothing,
    Close,
    Quit,
    AskOpen,
    Open(PathBuf),
    OpenBuiltIn(&'static str),
    NewFromValue(String),
    New,
    Restore(usize),
    OpenCopy(Arc<Document>),
    Beside(Aim),
    SaveLens(String),
}

/// A path typed by hand, where the system has no file dialog.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PathSheet {
    pub(super) question: FileQuestion,
    pub(super) after: After,
    pub(super) text: String,
}

/// What the window starts with.
pub struct Start {
    /// What the user set.
    pub settings: Settings,
    /// What works in the background.
    pub jobs: Jobs,
    /// What asks for files.
    pub dialogs: Box<dyn Dialogs>,
    /// The local day.
    pub today: Date,
    /// Random bits of the system.
    pub seed: u64,
    /// The file to open.
    pub path: Option<PathBuf>,
}

impl App {
    /// Makes the program; a path is opened, or begun as a new map where there is no file yet.
    #[expect(clippy::too_many_lines, reason = "one line for each part")]
    pub fn new(start: Start) -> Self {
        let Start {
            settings,
            jobs,
            dialogs,
            today,
            seed,
            path,
        } = start;
        let mut app = Self {
            theme: Theme::new(ThemeName::Light),
            settings,
            theme_name: None,
            view: View::default(),
            map: None,
            aside: None,
            canvas: Canvas::default(),
            inspector: Inspector::default(),
            advice: Advice::default(),
            asked: Asked::default(),
            lenses: LensPanels::default(),
            lenses_of: Arc::default(),
            meaning: Meaning::default(),
            shell: Shell::default(),
            entering: Entering::default(),
            table: Table::default(),
            course: CourseView::default(),
            jobs,
            dialogs,
            asking: None,
            out: Outbox::new(seed),
            recent: Vec::new(),
            offers: Vec::new(),
            notices: Notices::default(),
            unsaved_question: None,
            changed_file: None,
            only_in_place: None,
            in_place_question: false,
            newer_question: None,
            welcome: Welcome::default(),
            built_in: None,
            after_save: None,
            path_sheet: None,
            beside: None,
            versions: None,
            keeping: keeping::Keeping::default(),
            falls: 0,
            returned: None,
            privacy: PrivacySheets::default(),
            passphrase: None,
            plain_question: None,
            clipboard: None,
            opening: Opening::No,
            tidying: None,
            today,
            seed: seed.rotate_left(17),
            window_title: String::new(),
            fonts_set: false,
            fonts_ready: false,
            snapshot_failed: false,
            panel_over_map: false,
            quitting: false,
            wall_note: None,
        };
        app.jobs.begin();
        if let Some(path) = path {
            app.open_path(path);
        }
        app
    }

    /// Gives the open map, where there is one.
    pub fn session(&self) -> Option<&Session> {
        self.map.as_ref().map(|map| &map.session)
    }

    /// Gives what is on screen.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// Says whether the program is about to leave.
    pub fn quitting(&self) -> bool {
        self.quitting
    }

    /// Takes finished work; called before every frame.
    pub fn logic(&mut self, ctx: &egui::Context) {
        self.jobs.wake_with(ctx);
        self.look(ctx);
        self.guarded(Self::take_dialog_answer);
        for done in self.jobs.finished() {
            self.guarded(|app| app.take_done(done));
        }
        self.look_at_file(ctx);
        self.take_dropped_files(ctx);
        self.take_close_request(ctx);
    }

    /// Draws one frame and applies what it asked for.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        if !self.fonts_ready {
            return;
        }
        self.follow_aside();
        self.follow_lenses();
        self.follow_tidying(ui.ctx());
        self.follow_eyes();
        self.leave_looking(ui.ctx());
        self.follow_paint(ui.ctx());
        self.draw(ui);
        self.view.notices = self.notices.len();
        self.view.in_file = self
            .map
            .as_ref()
            .is_some_and(|map| map.path.is_some() && map.fingerprint.is_some());
        let requests = self.out.take();
        let asked = !requests.is_empty();
        for request in requests {
            self.guarded(|app| app.apply(request));
        }
        self.guarded(Self::snapshot);
        if let Some(text) = self.clipboard.take() {
            ui.ctx().copy_text(text);
        }
        self.title(ui.ctx());
        if asked {
            ui.ctx().request_repaint();
        }
        // What was given the keyboard and is not drawn in this frame has a node all the same: a screen reader that is
        // told of a focus nowhere stops the program.
        if let Some(focused) = ui.memory(egui::Memory::focused) {
            ui.ctx().accesskit_node_builder(focused, |_| ());
        }
    }

    /// Sets fonts, colours and the size of text, when they changed.
    fn look(&mut self, ctx: &egui::Context) {
        // New fonts hold from the next frame on; the frame before draws nothing.
        self.fonts_ready = self.fonts_set;
        if !self.fonts_set {
            ctx.set_fonts(fonts::definitions());
            self.fonts_set = true;
            ctx.request_repaint();
        }
        let dark = match self.settings.theme {
            ThemeChoice::Light => false,
            ThemeChoice::Dark => true,
            ThemeChoice::System => ctx.system_theme() == Some(egui::Theme::Dark),
        };
        let name = match (
            self.view.wall.is_some() && !self.settings.contrast,
            self.settings.contrast,
            dark,
        ) {
            (true, _, _) | (_, false, false) => ThemeName::Light,
            (_, false, true) => ThemeName::Dark,
            (_, true, false) => ThemeName::ContrastLight,
            (_, true, true) => ThemeName::ContrastDark,
        };
        let wanted = (name, self.settings.text_percent);
        if self.theme_name != Some(wanted) {
            self.theme = Theme::new(name);
            self.theme.apply(ctx);
            ctx.set_zoom_factor(f32::from(self.settings.text_percent) / 100.0);
            ctx.options_mut(|options| options.zoom_with_keyboard = false);
            self.theme_name = Some(wanted);
        }
        let motion = if self.settings.motion { 0.12 } else { 0.0 };
        ctx.all_styles_mut(|style| style.animation_time = motion);
    }

    /// Gives what panels read; `None` without a map.
    pub(super) fn cx(&self) -> Option<Cx<'_>> {
        self.seen_session().map(|session| Cx {
            session,
            theme: &self.theme,
            settings: &self.settings,
            view: &self.view,
            today: self.today,
        })
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        Self::logic(self, ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        Self::ui(self, ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.jobs.finish();
    }
}
