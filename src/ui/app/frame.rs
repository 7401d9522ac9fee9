//! One frame: which panels stand where.

use eframe::egui::{self, Align2, Frame, Key, Modifiers, Panel};
use jiff::tz::TimeZone;

use super::path_sheet::path_sheet_ui;
use super::{App, Asked, Opening};
use crate::model::{Arrangement, Content};
use crate::session::Selection;
use crate::storage::{self, built_in};
use crate::ui::advice::{self, Advice};
use crate::ui::canvas::canvas_ui;
use crate::ui::course::course_ui;
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::entering::Entering;
use crate::ui::inspector::Inspector;
use crate::ui::jobs;
use crate::ui::lens::{LensPanels, lenses_ui};
use crate::ui::meaning::{self, Meaning};
use crate::ui::shell::{self, BuiltIn, Look, WelcomeCx};
use crate::ui::table::table_ui;
use crate::ui::view::{Overlay, Panel as SidePanel};
use crate::ui::widget::quiet_button_ui;
use crate::ui::{command, entering, filter, forgotten, inspector, roles, scenarios};

/// Below this width map and panel do not stand beside each other: one of them is seen.
const NARROW: f32 = 480.0;

/// After how many seconds it is told that a file is being opened.
const SLOW: f64 = 0.25;

/// Gives the width of the inspector: a little over a quarter of the window, within bounds.
fn inspector_width(window: f32) -> f32 {
    (window * 0.28).clamp(280.0, 372.0).min(window * 0.48)
}

/// Gives the width of what stands at the right of the map.
fn side_width(panel: SidePanel, window: f32) -> f32 {
    match panel {
        SidePanel::Inspector | SidePanel::Moments | SidePanel::Forgotten | SidePanel::Roles => {
            inspector_width(window)
        }
        SidePanel::Advice => Advice::width_in(window),
        SidePanel::Lenses | SidePanel::LensPicture | SidePanel::Attention => {
            LensPanels::width_in(window)
        }
        SidePanel::Meaning(_) => meaning::width_in(window),
    }
}

impl App {
    pub(super) fn frame(&mut self, ui: &mut egui::Ui) {
        self.keys(ui.ctx());
        if self.map.is_none() && self.opening != Opening::No {
            self.opening_ui(ui);
        } else if self.map.is_none() {
            self.welcome(ui);
        } else if self.view.wall.is_some() {
            self.wall(ui);
        } else {
            self.workplace(ui);
        }
        self.questions(ui);
    }

    /// Takes the keys of commands, before any panel sees them.
    fn keys(&mut self, ctx: &egui::Context) {
        let questioned =
            self.question().is_some() || self.path_sheet.is_some() || self.passphrase.is_some();
        if questioned || self.view.wall.is_some() {
            return;
        }
        let pressed = match self.cx() {
            Some(cx) => command::shortcut_pressed(ctx, Some(&cx)),
            None => command::shortcut_pressed(ctx, None),
        };
        if let Some(command) = pressed {
            self.out.send(Request::Run(command));
        }
    }

    /// Draws nothing while a file is being opened, and says so where that takes a while.
    fn opening_ui(&mut self, ui: &egui::Ui) {
        let now = ui.input(|input| input.time);
        let since = match self.opening {
            Opening::Since(since) => since,
            Opening::No | Opening::Asked => now,
        };
        self.opening = Opening::Since(since);
        let left = SLOW - (now - since);
        let rect = ui.max_rect();
        ui.painter().rect_filled(rect, 0.0, self.theme.canvas);
        if left > 0.0 {
            let wait = std::time::Duration::from_secs_f64(left);
            ui.request_repaint_after(wait);
            return;
        }
        ui.painter().text(
            rect.center(),
            Align2::CENTER_CENTER,
            crate::text::files::OPENING.get(self.settings.language),
            crate::ui::theme::regular(crate::ui::theme::BODY),
            self.theme.dim,
        );
    }

    fn welcome(&mut self, ui: &mut egui::Ui) {
        let (templates, examples) = self.built_in.get_or_insert_with(built_in_maps);
        let recent: Vec<shell::Recent> = self.recent.iter().map(jobs::shown).collect();
        let recovery: Vec<shell::Recovery> = {
            let language = self.settings.language;
            self.offers
                .iter()
                .map(|offer| recovery_of(offer, language))
                .collect()
        };
        let cx = WelcomeCx {
            theme: &self.theme,
            settings: &self.settings,
            overlay: self.view.overlay,
            today: self.today,
            recent: &recent,
            recovery: &recovery,
            templates,
            examples,
        };
        let look = Look {
            theme: &self.theme,
            settings: &self.settings,
        };
        shell::notices_ui(look, ui, &mut self.notices, &mut self.out);
        shell::welcome_ui(&cx, ui, &mut self.welcome, &mut self.out);
    }

    /// The map alone, as large as the screen.
    fn wall(&mut self, ui: &mut egui::Ui) {
        let leave = ui.input_mut(|input| {
            input.consume_key(Modifiers::NONE, Key::Escape)
                || input.consume_key(Modifiers::NONE, Key::F5)
        });
        if let Some(map) = &self.map {
            let cx = Cx {
                session: &map.session,
                theme: &self.theme,
                settings: &self.settings,
                view: &self.view,
                today: self.today,
            };
            let frame = Frame::NONE.fill(self.theme.canvas);
            let (canvas, out) = (&mut self.canvas, &mut self.out);
            egui::CentralPanel::default()
                .frame(frame)
                .show(ui, |ui| canvas_ui(&cx, ui, canvas, out));
        }
        if let Some(note) = &mut self.wall_note
            && !note.ui(&self.theme, self.settings.language, ui)
        {
            self.wall_note = None;
        }
        if leave {
            self.stop_presenting(ui.ctx());
        }
    }

    #[expect(
        clippy::too_many_lines,
        reason = "one line for each part of the window"
    )]
    fn workplace(&mut self, ui: &mut egui::Ui) {
        let Some(committed) = self.committed() else {
            return;
        };
        let aside = self.aside.as_ref().map(|aside| &aside.session);
        let session = aside.or_else(|| self.map.as_ref().map(|map| &map.session));
        let Some(session) = session else { return };
        let cx = Cx {
            session,
            theme: &self.theme,
            settings: &self.settings,
            view: &self.view,
            today: self.today,
        };
        let out = &mut self.out;
        shell::top_bar_ui(&cx, ui, &mut self.shell, out);
        shell::status_ui(&cx, ui, out);
        let room = ui.available_width();
        let narrow = room < NARROW;
        let panel_asked = self.panel_over_map || !cx.session.selection().is_empty();
        let panel_alone = narrow && (panel_asked || cx.view.panel != SidePanel::Inspector);
        if panel_alone && panel_alone_ui(&cx, ui, out) {
            self.panel_over_map = false;
        }
        let sides = Sides {
            inspector: &mut self.inspector,
            advice: &mut self.advice,
            asked: &mut self.asked,
            lenses: &mut self.lenses,
            meaning: &mut self.meaning,
        };
        let beside = side_width(cx.view.panel, room);
        let width = if panel_alone { room } else { beside };
        if panel_alone || !narrow {
            Panel::right("inspector")
                .frame(Frame::NONE.fill(cx.theme.panel))
                .exact_size(width)
                .resizable(false)
                .show_separator_line(!panel_alone)
                .show(ui, |ui| side_ui(&cx, ui, sides, &committed.now, out));
        }
        scenarios::banner_ui(&cx, ui, out);
        meaning::listening_banner_ui(&cx, ui, out);
        meaning::eyes_banner_ui(&cx, ui, out);
        shell::notices_ui(look_of(&cx), ui, &mut self.notices, out);
        egui::CentralPanel::default()
            .frame(Frame::NONE.fill(cx.theme.canvas))
            .show(ui, |ui| {
                let middle = Middle {
                    canvas: &mut self.canvas,
                    table: &mut self.table,
                    course: &mut self.course,
                    entering: &mut self.entering,
                };
                middle_ui(&cx, ui, middle, out);
            });
        let sheets = Sheets {
            entering: &mut self.entering,
            beside: &mut self.beside,
            versions: self.versions.as_ref(),
            shell: &mut self.shell,
            privacy: &mut self.privacy,
        };
        sheets_ui(&cx, ui, sheets, out);
        shell::overlay_ui(&cx, ui, &mut self.shell, out);
    }

    /// Shows the question about unsaved work and the sheet for a path, over everything.
    pub(super) fn questions(&mut self, ui: &egui::Ui) {
        let look = Look {
            theme: &self.theme,
            settings: &self.settings,
        };
        if let Some(question) = self.question()
            && let Some(answer) = shell::ask_ui(look, ui.ctx(), &question)
        {
            self.answer(answer);
            return;
        }
        if let Some(sheet) = &mut self.passphrase
            && let Some(typed) = shell::passphrase_ui(look, ui.ctx(), sheet)
        {
            self.take_typed(typed);
            return;
        }
        if let Some(mut sheet) = self.path_sheet.take() {
            match path_sheet_ui(look, ui.ctx(), &mut sheet) {
                None => self.path_sheet = Some(sheet),
                Some(false) => {}
                Some(true) => {
                    let path = std::path::PathBuf::from(sheet.text.trim());
                    self.take_path(&sheet.question, path, sheet.after);
                }
            }
        }
        self.dropping_ui(ui);
    }

    fn dropping_ui(&self, ui: &egui::Ui) {
        if ui.input(|input| input.raw.hovered_files.is_empty()) {
            return;
        }
        let layer = egui::LayerId::new(egui::Order::Foreground, egui::Id::new("drop"));
        let painter = ui.ctx().layer_painter(layer);
        let rect = ui.ctx().content_rect();
        painter.rect_filled(rect, 0.0, self.theme.canvas.gamma_multiply(0.85));
        let message = crate::text::files::DROP_TO_OPEN.get(self.settings.language);
        let font = crate::ui::theme::bold(22.0);
        painter.text(
            rect.center(),
            Align2::CENTER_CENTER,
            message,
            font,
            self.theme.ink,
        );
    }
}

/// Draws the way back from a panel that covers the map; says whether it was taken.
fn panel_alone_ui(cx: &Cx<'_>, ui: &mut egui::Ui, out: &mut Outbox) -> bool {
    let frame = Frame::NONE
        .fill(cx.theme.panel)
        .inner_margin(egui::Margin::symmetric(14, 4));
    let back = Panel::top("back to the map")
        .frame(frame)
        .show(ui, |ui| {
            quiet_button_ui(cx.theme, ui, cx.say(crate::text::shell::BACK_TO_MAP)).clicked()
        })
        .inner;
    if back {
        out.send(Request::Select(Selection::default()));
        out.send(Request::Panel(SidePanel::Inspector));
    }
    back
}

/// Gives what lies under the switch between the views.
fn under_the_switch(ui: &mut egui::Ui, room: egui::Rect) -> egui::Ui {
    let mut rect = room;
    rect.min.y = (rect.min.y + shell::VIEW_SWITCH).min(rect.max.y);
    ui.new_child(egui::UiBuilder::new().max_rect(rect))
}

fn recovery_of(offer: &jobs::Offer, language: crate::model::Language) -> shell::Recovery {
    let when = offer
        .time
        .and_then(|time| jiff::Timestamp::try_from(time).ok())
        .unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let when = TimeZone::system().to_datetime(when);
    shell::Recovery {
        title: if offer.sealed {
            crate::text::privacy::SEALED_MAP.get(language).to_owned()
        } else {
            offer.title.clone()
        },
        when,
        let_go: offer.origin == storage::Origin::LetGo,
        differences: offer.differences,
    }
}

/// Gives the templates and examples with their titles.
fn built_in_maps() -> (Vec<BuiltIn>, Vec<BuiltIn>) {
    let shown = |map: &'static built_in::BuiltIn| {
        let document = storage::read(map.text.as_bytes()).ok()?.document;
        let line = document
            .now
            .purpose
            .issue_sentence
            .open_text()
            .unwrap_or_default()
            .to_owned();
        Some(BuiltIn {
            stem: map.name,
            title: document.title,
            line,
        })
    };
    (
        built_in::templates().filter_map(shown).collect(),
        built_in::examples().filter_map(shown).collect(),
    )
}

fn look_of<'a>(cx: &Cx<'a>) -> Look<'a> {
    Look {
        theme: cx.theme,
        settings: cx.settings,
    }
}

/// What the views of the map remember.
struct Middle<'a> {
    canvas: &'a mut crate::ui::canvas::Canvas,
    table: &'a mut crate::ui::table::Table,
    course: &'a mut crate::ui::course::Course,
    entering: &'a mut Entering,
}

/// Draws the map in the view that is chosen, with the switch between the views and the quick line over it.
fn middle_ui(cx: &Cx<'_>, ui: &mut egui::Ui, middle: Middle<'_>, out: &mut Outbox) {
    let Middle {
        canvas,
        table,
        course,
        entering,
    } = middle;
    let rect = ui.available_rect_before_wrap();
    let on_canvas = !matches!(
        cx.view.arrangement,
        Arrangement::Table | Arrangement::Course
    );
    match cx.view.arrangement {
        Arrangement::Network | Arrangement::Forces | Arrangement::Matrix | Arrangement::Rings => {
            canvas_ui(cx, ui, canvas, out);
        }
        Arrangement::Table => {
            let mut below = under_the_switch(ui, rect);
            table_ui(cx, &mut below, table, out);
        }
        Arrangement::Course => {
            let mut below = under_the_switch(ui, rect);
            course_ui(cx, &mut below, course, out);
        }
    }
    shell::view_switch_ui(cx, ui, rect, out);
    let room = canvas.line_room(cx, rect);
    let builder = egui::UiBuilder::new().max_rect(room);
    let mut above = ui.new_child(builder.id_salt("quick line"));
    if on_canvas && cx.view.aside.is_none() {
        entering::quick_line_ui(cx, &mut above, entering, out);
    }
}

/// What the sheets over the map remember.
struct Sheets<'a> {
    entering: &'a mut Entering,
    beside: &'a mut Option<shell::Beside>,
    versions: Option<&'a shell::Versions>,
    shell: &'a mut shell::Shell,
    privacy: &'a mut shell::PrivacySheets,
}

/// Draws the sheet over the map that asks or filters.
fn sheets_ui(cx: &Cx<'_>, ui: &mut egui::Ui, sheets: Sheets<'_>, out: &mut Outbox) {
    let Sheets {
        entering,
        beside,
        versions,
        shell,
        privacy,
    } = sheets;
    match cx.view.overlay {
        Some(Overlay::Round) => entering::round_ui(cx, ui, entering, out),
        Some(Overlay::Beside) => shell::beside_ui(cx, ui.ctx(), beside, out),
        Some(Overlay::Versions) => shell::versions_ui(cx, ui.ctx(), versions, out),
        Some(Overlay::Clashes) => shell::clashes_ui(cx, ui.ctx(), shell, out),
        Some(Overlay::BridgeTalk(..)) => {
            entering::bridge_talk_ui(cx, ui, entering, out);
        }
        Some(Overlay::Privacy(which)) => {
            shell::privacy_ui(cx, ui.ctx(), which, privacy, out);
        }
        Some(Overlay::Filter) => filter::filter_ui(cx, ui, out),
        None
        | Some(
            Overlay::Palette
            | Overlay::Shortcuts
            | Overlay::Settings
            | Overlay::About
            | Overlay::Report,
        ) => {}
    }
}

/// What the panels at the right of the map remember.
struct Sides<'a> {
    inspector: &'a mut Inspector,
    advice: &'a mut Advice,
    asked: &'a mut Asked,
    lenses: &'a mut LensPanels,
    meaning: &'a mut Meaning,
}

/// Draws what stands at the right of the map; `now` is the map as it is, whatever is looked at.
fn side_ui(cx: &Cx<'_>, ui: &mut egui::Ui, sides: Sides<'_>, now: &Content, out: &mut Outbox) {
    let Sides {
        inspector,
        advice,
        asked,
        lenses,
        meaning,
    } = sides;
    match cx.view.panel {
        SidePanel::Inspector => inspector::inspector_ui(cx, ui, inspector, out),
        SidePanel::Advice => advice::advice_ui(cx, ui, advice, out),
        SidePanel::Meaning(page) => meaning::meaning_ui(cx, ui, meaning, page, out),
        SidePanel::Moments => scenarios::scenarios_ui(cx, ui, now, out),
        SidePanel::Forgotten => forgotten::forgotten_ui(cx, ui, &mut asked.forgotten, out),
        SidePanel::Roles => roles::roles_ui(cx, ui, &mut asked.roles, out),
        SidePanel::Lenses | SidePanel::LensPicture | SidePanel::Attention => {
            lenses_ui(cx, ui, lenses, out);
        }
    }
}
