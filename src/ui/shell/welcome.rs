//! The screen when no map is open: a question, what was open before, and examples.

use eframe::egui::{
    self, CentralPanel, CornerRadius, Frame, Galley, Key, Margin, Rect, Response, ScrollArea,
    Sense, Stroke, TextEdit, Ui, WidgetInfo, WidgetType, pos2, vec2,
};
use jiff::civil::Date;

use super::look::{Look, Weight, button, elided, focus_ring, icon_button, paint_middle};
use super::offers::{BuiltIn, Recent, Recovery};
use super::{mark, settings_sheet::SettingsSheet};
use crate::model::Language;
use crate::text::{keeping, sheets, shell, terms::Named as _, welcome as words};
use crate::ui::command::Command;
use crate::ui::cx::{Outbox, Request};
use crate::ui::settings::Settings;
use crate::ui::theme::{self, Theme, icons};
use crate::ui::view::Overlay;

/// What the welcome screen reads.
pub(crate) struct WelcomeCx<'a> {
    /// The colours.
    pub theme: &'a Theme,
    /// What the user set.
    pub settings: &'a Settings,
    /// The sheet over the screen.
    pub overlay: Option<Overlay>,
    /// The local day.
    pub today: Date,
    /// What was open before, the latest first.
    pub recent: &'a [Recent],
    /// Unsaved work that can be brought back.
    pub recovery: &'a [Recovery],
    /// The templates.
    pub templates: &'a [BuiltIn],
    /// The examples.
    pub examples: &'a [BuiltIn],
}

/// What the welcome screen remembers between frames.
#[derive(Debug, Default)]
pub(crate) struct Welcome {
    value: String,
    begun: bool,
    pub(super) settings: SettingsSheet,
}

impl WelcomeCx<'_> {
    fn look(&self) -> Look<'_> {
        Look {
            theme: self.theme,
            settings: self.settings,
        }
    }

    fn language(&self) -> Language {
        self.settings.language
    }
}

/// The most recent maps that are listed.
const MOST_RECENT: usize = 6;
/// The most unsaved maps that are listed, those of crashes first.
const MOST_OFFERS: usize = 4;
/// The width of the page.
const PAGE: f32 = 1020.0;
/// From this width examples stand beside recent maps.
const WIDE: f32 = 780.0;

/// Draws the welcome screen, with the sheet that is open over it.
pub(crate) fn welcome_ui(cx: &WelcomeCx<'_>, ui: &mut Ui, state: &mut Welcome, out: &mut Outbox) {
    let frame = Frame::new().fill(cx.theme.canvas);
    CentralPanel::default().frame(frame).show(ui, |ui| {
        let width = ui.available_width();
        recovery_ui(cx, ui, out);
        let room = vec2(width, ui.available_height());
        ScrollArea::vertical()
            .auto_shrink([false, false])
            .show(ui, |ui| {
                let width = (room.x - 48.0).min(PAGE);
                ui.add_space((room.y * 0.1 - 30.0).clamp(8.0, 110.0));
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 0.0;
                    ui.add_space((room.x - width) / 2.0);
                    column_ui(ui, width, |ui| page_ui(cx, ui, state, out));
                });
                ui.add_space(24.0);
            });
    });
    let ctx = ui.ctx().clone();
    if super::sheets_ui(cx.look(), &ctx, cx.overlay, &mut state.settings, out) {
        out.send(Request::Overlay(None));
    }
}

fn page_ui(cx: &WelcomeCx<'_>, ui: &mut Ui, state: &mut Welcome, out: &mut Outbox) {
    head_ui(cx, ui, out);
    question_ui(cx, ui);
    field_ui(cx, ui, state, out);
    templates_ui(cx, ui, out);
    ui.add_space(if roomy(ui) { 34.0 } else { 16.0 });
    if ui.available_width() >= WIDE {
        let width = ui.available_width();
        let left = (width * 0.32).floor();
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            column_ui(ui, left, |ui| recent_ui(cx, ui, out));
            ui.add_space(36.0);
            column_ui(ui, width - left - 36.0, |ui| examples_ui(cx, ui, 2, out));
        });
    } else {
        recent_ui(cx, ui, out);
        ui.add_space(18.0);
        let columns = if ui.available_width() > 520.0 { 2 } else { 1 };
        examples_ui(cx, ui, columns, out);
    }
}

fn column_ui(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        contents(ui);
    });
}

/// Draws the mark and the name, and at the right what sets the screen.
fn head_ui(cx: &WelcomeCx<'_>, ui: &mut Ui, out: &mut Outbox) {
    let size = if roomy(ui) { 56.0 } else { 32.0 };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), size), Sense::hover());
    let square = Rect::from_min_size(rect.min, vec2(size, size));
    mark::paint(cx.theme, ui, square);
    let name = cx.look().say(shell::PROGRAM);
    let font = theme::semibold(17.0);
    let galley = elided(ui, name, font, cx.theme.dim, 400.0);
    paint_middle(ui, square.right() + 12.0, rect.center().y, galley);
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let builder = egui::UiBuilder::new().max_rect(rect).layout(layout);
    ui.scope_builder(builder, |ui| screen_ui(cx, ui, out));
    ui.add_space(if roomy(ui) { 16.0 } else { 2.0 });
}

fn roomy(ui: &Ui) -> bool {
    ui.ctx().content_rect().height() > 560.0
}

fn question_ui(cx: &WelcomeCx<'_>, ui: &mut Ui) {
    let size = (ui.available_width() / 22.0).clamp(24.0, 42.0);
    let text = egui::RichText::new(cx.look().say(words::QUESTION))
        .font(theme::bold(size))
        .color(cx.theme.ink);
    ui.label(text);
    ui.add_space(if roomy(ui) { 10.0 } else { 2.0 });
}

fn field_ui(cx: &WelcomeCx<'_>, ui: &mut Ui, state: &mut Welcome, out: &mut Outbox) {
    let id = egui::Id::new("value");
    let focused = ui.memory(|memory| memory.has_focus(id));
    let stroke = if focused {
        Stroke::new(2.0, cx.theme.accent)
    } else {
        Stroke::new(1.0, cx.theme.hairline)
    };
    let frame = Frame::new()
        .fill(cx.theme.panel)
        .stroke(stroke)
        .corner_radius(12)
        .inner_margin(Margin {
            left: 18,
            right: 9,
            top: 8,
            bottom: 8,
        });
    let mut start = false;
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            let word = cx.look().say(words::START);
            let response = ui.add(
                TextEdit::singleline(&mut state.value)
                    .id(id)
                    .frame(Frame::NONE)
                    .font(theme::regular(18.0))
                    .hint_text(cx.look().say(words::HINT))
                    .desired_width(ui.available_width() - 100.0)
                    .min_size(vec2(0.0, 36.0))
                    .vertical_align(egui::Align::Center),
            );
            start = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let right = egui::Layout::right_to_left(egui::Align::Center);
            ui.with_layout(right, |ui| {
                start |= button(cx.look(), ui, word, Weight::Main).clicked();
            });
            if !state.begun && cx.overlay.is_none() {
                response.request_focus();
                state.begun = true;
            }
        });
    });
    if start {
        out.send(Request::NewFromValue(state.value.trim().to_owned()));
    }
}

fn templates_ui(cx: &WelcomeCx<'_>, ui: &mut Ui, out: &mut Outbox) {
    if cx.templates.is_empty() {
        return;
    }
    ui.add_space(6.0);
    ui.spacing_mut().interact_size.y = 34.0;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        let text = egui::RichText::new(cx.look().say(words::TEMPLATES)).color(cx.theme.dim);
        ui.label(text);
        ui.add_space(4.0);
        for template in cx.templates {
            if button(cx.look(), ui, &template.title, Weight::Plain).clicked() {
                out.send(Request::OpenBuiltIn(template.stem));
            }
        }
    });
}

fn heading_ui(cx: &WelcomeCx<'_>, ui: &mut Ui, text: &str) {
    let text = egui::RichText::new(text)
        .font(theme::semibold(theme::HEAD))
        .color(cx.theme.dim);
    ui.label(text);
}

fn recent_ui(cx: &WelcomeCx<'_>, ui: &mut Ui, out: &mut Outbox) {
    heading_ui(cx, ui, cx.look().say(words::GO_ON));
    let open = card_ui(cx, ui, 44.0, cx.look().say(words::OPEN), |ui, rect| {
        let left = rect.left() + 14.0;
        ui.painter().text(
            pos2(left + 9.0, rect.center().y),
            egui::Align2::CENTER_CENTER,
            icons::OPEN,
            theme::icon(18.0),
            cx.theme.dim,
        );
        let font = theme::medium(theme::BODY);
        let galley = elided(ui, cx.look().say(words::OPEN), font, cx.theme.ink, 200.0);
        paint_middle(ui, left + 28.0, rect.center().y, galley);
    });
    if open.clicked() {
        out.send(Request::Run(Command::Open));
    }
    if cx.recent.is_empty() {
        let text = egui::RichText::new(cx.look().say(words::NO_RECENT))
            .font(theme::regular(theme::REMARK))
            .color(cx.theme.dim);
        ui.label(text);
    }
    for recent in cx.recent.iter().take(MOST_RECENT) {
        if recent_line_ui(cx, ui, recent).clicked() {
            out.send(Request::Open(recent.path.clone()));
        }
    }
}

fn recent_line_ui(cx: &WelcomeCx<'_>, ui: &mut Ui, recent: &Recent) -> Response {
    let title = if recent.title.trim().is_empty() {
        cx.look().say(shell::UNTITLED)
    } else {
        recent.title.trim()
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 44.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, title));
    if response.hovered() || response.has_focus() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(8), cx.theme.soft);
    }
    focus_ring(cx.look(), ui, rect.shrink(3.0), &response);
    let room = rect.width() - 28.0;
    let left = rect.left() + 14.0;
    let font = theme::medium(theme::BODY);
    let galley = elided(ui, title, font, cx.theme.ink, room);
    paint_middle(ui, left, rect.top() + 14.0, galley);
    let age = words::age(recent.day, cx.today, cx.language());
    let file = recent.path.file_name().map(|name| name.to_string_lossy());
    let remark = format!("{age} · {}", file.unwrap_or_default());
    let font = theme::regular(theme::REMARK);
    let galley = elided(ui, &remark, font, cx.theme.dim, room);
    paint_middle(ui, left, rect.top() + 32.0, galley);
    response.on_hover_text(recent.path.to_string_lossy())
}

fn examples_ui(cx: &WelcomeCx<'_>, ui: &mut Ui, columns: usize, out: &mut Outbox) {
    if cx.examples.is_empty() {
        return;
    }
    heading_ui(cx, ui, cx.look().say(words::EXAMPLES));
    for row in cx.examples.chunks(columns.max(1)) {
        ui.columns(columns, |columns| {
            for (ui, example) in columns.iter_mut().zip(row) {
                if example_ui(cx, ui, example).clicked() {
                    out.send(Request::OpenBuiltIn(example.stem));
                }
            }
        });
    }
}

fn example_ui(cx: &WelcomeCx<'_>, ui: &mut Ui, example: &BuiltIn) -> Response {
    card_ui(cx, ui, 84.0, &example.title, |ui, rect| {
        let room = rect.width() - 28.0;
        let left = rect.left() + 14.0;
        let font = theme::semibold(15.0);
        let title = elided(ui, &example.title, font, cx.theme.ink, room);
        paint_middle(ui, left, rect.top() + 20.0, title);
        let line = two_lines(cx, ui, &example.line, room);
        ui.painter()
            .galley(pos2(left, rect.top() + 34.0), line, cx.theme.dim);
    })
}

fn two_lines(cx: &WelcomeCx<'_>, ui: &Ui, text: &str, width: f32) -> std::sync::Arc<Galley> {
    let font = theme::regular(theme::REMARK);
    let mut job = egui::text::LayoutJob::simple(text.to_owned(), font, cx.theme.dim, width);
    job.wrap.max_rows = 2;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Draws a card that can be chosen as a whole.
fn card_ui(
    cx: &WelcomeCx<'_>,
    ui: &mut Ui,
    height: f32,
    label: &str,
    paint: impl FnOnce(&Ui, Rect),
) -> Response {
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, label));
    let lit = response.hovered() || response.has_focus();
    let stroke = if lit {
        cx.theme.accent
    } else {
        cx.theme.hairline
    };
    ui.painter().rect(
        rect,
        CornerRadius::same(10),
        cx.theme.panel,
        Stroke::new(1.0, stroke),
        egui::StrokeKind::Inside,
    );
    focus_ring(cx.look(), ui, rect.shrink(2.0), &response);
    paint(ui, rect);
    response
}

fn recovery_ui(cx: &WelcomeCx<'_>, ui: &mut Ui, out: &mut Outbox) {
    for (index, offer) in cx.recovery.iter().enumerate().take(MOST_OFFERS) {
        let title = if offer.title.trim().is_empty() {
            cx.look().say(shell::UNTITLED)
        } else {
            offer.title.trim()
        };
        let mut text = if offer.let_go {
            let moment = keeping::moment(offer.when, cx.today, cx.language());
            keeping::let_go(title, &moment, cx.language())
        } else {
            words::recovery(title, offer.when, cx.today, cx.language())
        };
        if let Some(differences) = offer.differences {
            text.push_str(" · ");
            text.push_str(&keeping::differs(differences, cx.language()));
        }
        let frame = Frame::new()
            .fill(cx.theme.soft)
            .inner_margin(Margin::symmetric(24, 7));
        frame.show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.spacing_mut().interact_size.y = 34.0;
            ui.horizontal_wrapped(|ui| {
                let icon = egui::RichText::new(icons::RECENT)
                    .font(theme::icon(18.0))
                    .color(cx.theme.ink);
                ui.label(icon);
                ui.label(egui::RichText::new(text).color(cx.theme.ink));
                ui.add_space(6.0);
                let weight = if offer.let_go {
                    Weight::Plain
                } else {
                    Weight::Main
                };
                if button(cx.look(), ui, cx.look().say(words::RESTORE), weight).clicked() {
                    out.send(Request::Restore(index));
                }
                if button(cx.look(), ui, cx.look().say(words::DISCARD), Weight::Quiet).clicked() {
                    out.send(Request::Discard(index));
                }
            });
        });
    }
}

/// Draws the settings, about and the other language, from the right.
fn screen_ui(cx: &WelcomeCx<'_>, ui: &mut Ui, out: &mut Outbox) {
    ui.spacing_mut().item_spacing.x = 2.0;
    let settings = cx.look().say(sheets::SETTINGS);
    if icon_button(cx.look(), ui, icons::SETTINGS, settings).clicked() {
        out.send(Request::Overlay(Some(Overlay::Settings)));
    }
    let about = cx.look().say(sheets::ABOUT);
    if icon_button(cx.look(), ui, icons::ABOUT, about).clicked() {
        out.send(Request::Overlay(Some(Overlay::About)));
    }
    let language = cx.language().other().word(cx.language());
    if button(cx.look(), ui, language, Weight::Quiet).clicked() {
        let mut settings = cx.settings.clone();
        settings.language = settings.language.other();
        out.send(Request::Settings(Box::new(settings)));
    }
}
