//! The bar with menus, title and search field.

use eframe::egui::{
    self, CornerRadius, Frame, Margin, Panel, Rect, Sense, Stroke, Ui, UiBuilder, WidgetInfo,
    WidgetType, pos2, vec2,
};

use super::line::{Line, line_ui};
use super::look::{Look, elided, focus_ring, key_caps, paint_middle};
use crate::text::{Text, edits, shell as words};
use crate::ui::command::{Command, Menu, Row, keys_text, rows};
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::painting::Source;
use crate::ui::theme::{self, icons};
use crate::ui::view::{self, Overlay};

/// The height of the bar.
const HEIGHT: f32 = 48.0;
/// Below this width the search field is an icon.
const NARROW: f32 = 860.0;
/// Below this width one button opens all menus.
const TOGETHER: f32 = 440.0;

/// Draws the bar with menus, title and search field, at the top of what is left.
pub(super) fn top_bar_ui(cx: &Cx<'_>, ui: &mut Ui, out: &mut Outbox) {
    let frame = Frame::new()
        .fill(cx.theme.panel)
        .inner_margin(Margin::symmetric(10, 0));
    Panel::top("top bar")
        .exact_size(HEIGHT)
        .frame(frame)
        .show_separator_line(false)
        .show(ui, |ui| {
            let bar = ui.max_rect();
            let line = Rect::from_min_max(
                pos2(bar.left() - 10.0, bar.bottom() - 1.0),
                pos2(bar.right() + 10.0, bar.bottom()),
            );
            ui.painter()
                .rect_filled(line, CornerRadius::ZERO, cx.theme.hairline);
            let menus = menus_ui(cx, ui, bar, out);
            let search = search_ui(cx, ui, bar, out);
            title_ui(cx, ui, bar, menus, search);
        });
}

fn look<'a>(cx: &Cx<'a>) -> Look<'a> {
    Look {
        theme: cx.theme,
        settings: cx.settings,
    }
}

/// Draws the menus; gives where they end. Where they have no room beside the search field one button opens them all.
fn menus_ui(cx: &Cx<'_>, ui: &mut Ui, bar: Rect, out: &mut Outbox) -> f32 {
    let narrow = bar.width() < NARROW;
    let together = bar.width() < TOGETHER;
    let room = UiBuilder::new()
        .max_rect(bar)
        .layout(egui::Layout::left_to_right(egui::Align::Center));
    let mut end = bar.left();
    ui.scope_builder(room, |ui| {
        egui::MenuBar::new().ui(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            ui.spacing_mut().button_padding = vec2(if narrow { 6.0 } else { 10.0 }, 6.0);
            if together {
                end = menu_button(ui, cx.say(words::MENU), |ui| {
                    menu_ui(cx, ui, &Menu::ALL, out);
                });
                return;
            }
            for menu in Menu::ALL {
                end = menu_button(ui, cx.say(menu_name(menu)), |ui| {
                    menu_ui(cx, ui, &[menu], out);
                });
            }
        });
    });
    end
}

/// Draws a button that opens a menu; gives where it ends.
fn menu_button(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) -> f32 {
    let title = egui::RichText::new(name).size(theme::BODY);
    let button = egui::Button::new(title).corner_radius(8);
    let (response, _) = egui::containers::menu::MenuButton::from_button(button).ui(ui, content);
    response.rect.right()
}

/// Gives the title of a menu.
pub(super) fn menu_name(menu: Menu) -> Text {
    match menu {
        Menu::File => words::MENU_FILE,
        Menu::Edit => words::MENU_EDIT,
        Menu::View => words::MENU_VIEW,
        Menu::Session => words::MENU_SESSION,
        Menu::Help => words::MENU_HELP,
    }
}

fn menu_ui(cx: &Cx<'_>, ui: &mut Ui, menus: &[Menu], out: &mut Outbox) {
    let mac = ui.ctx().os().is_mac();
    let lines: Vec<(&Row, Line)> = rows()
        .iter()
        .filter(|row| menus.contains(&row.menu.0))
        .map(|row| (row, command_line(cx, row, mac)))
        .collect();
    let widest = lines
        .iter()
        .map(|(_, line)| line.width(ui))
        .fold(220.0, f32::max);
    ui.set_width(
        widest
            .min(440.0)
            .min(ui.ctx().content_rect().width() - 40.0),
    );
    ui.spacing_mut().item_spacing.y = 1.0;
    let tallest = ui.ctx().content_rect().height() - 80.0;
    egui::ScrollArea::vertical()
        .max_height(tallest)
        .min_scrolled_height(tallest)
        .show(ui, |ui| {
            let mut block = lines.first().map(|(row, _)| row.menu);
            for (row, line) in &lines {
                if block != Some(row.menu) {
                    block = Some(row.menu);
                    ui.add_space(3.0);
                    let (rect, _) =
                        ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
                    ui.painter().rect_filled(rect, 0.0, cx.theme.hairline);
                    ui.add_space(3.0);
                }
                if line_ui(look(cx), ui, line).clicked() {
                    out.send(Request::Run(row.command));
                    ui.close();
                }
            }
        });
}

/// Makes the line of a command as it stands now: undo and redo tell what they would do, an open legend has a tick.
pub(super) fn command_line(cx: &Cx<'_>, row: &Row, mac: bool) -> Line {
    let language = cx.language();
    let history = cx.session.history();
    let (undo, redo) = (history.next_undo(), history.next_redo());
    let text = if row.command == Command::Undo {
        undo.map(|step| words::undo(&edits::name(step, language), language))
    } else if row.command == Command::Redo {
        redo.map(|step| words::redo(&edits::name(step, language), language))
    } else {
        None
    };
    let ticked = row.command == Command::Show(cx.view.arrangement)
        || (row.command == Command::Legend && cx.view.legend_open())
        || (row.command == Command::Minimap && cx.settings.minimap)
        || (row.command == Command::ColourByGroup && cx.view.paint.colour == Source::Groups)
        || (row.command == Command::Moments && cx.view.panel == view::Panel::Moments)
        || (row.command == Command::Forgotten && cx.view.panel == view::Panel::Forgotten)
        || (row.command == Command::Roles && cx.view.panel == view::Panel::Roles)
        || (row.command == Command::Lenses && cx.view.panel == view::Panel::Lenses)
        || (row.command == Command::LensPicture && cx.view.panel == view::Panel::LensPicture)
        || (row.command == Command::Attention && cx.view.panel == view::Panel::Attention);
    Line {
        icon: if ticked { icons::CHECK } else { row.icon },
        text: text.unwrap_or_else(|| row.text(language).to_owned()),
        remark: row
            .why_not(cx)
            .map_or_else(String::new, |why| why.get(language).to_owned()),
        keys: row
            .keys
            .first()
            .map(|keys| keys_text(*keys, mac))
            .unwrap_or_default(),
        enabled: (row.available)(cx),
        marked: false,
    }
}

/// Draws the field that opens the palette; gives where it begins.
fn search_ui(cx: &Cx<'_>, ui: &mut Ui, bar: Rect, out: &mut Outbox) -> f32 {
    let look = look(cx);
    let wide = bar.width() >= NARROW;
    let width = if wide {
        (bar.width() * 0.25).clamp(250.0, 360.0)
    } else {
        34.0
    };
    let size = vec2(width, 32.0);
    let rect = Rect::from_min_size(
        pos2(bar.right() - width - 6.0, bar.center().y - size.y / 2.0),
        size,
    );
    let response = ui.interact(rect, ui.id().with("search"), Sense::click());
    let label = cx.say(words::SEARCH);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, label));
    let stroke = if response.hovered() {
        Stroke::new(1.0, cx.theme.accent)
    } else {
        Stroke::NONE
    };
    ui.painter().rect(
        rect,
        CornerRadius::same(8),
        cx.theme.field,
        stroke,
        egui::StrokeKind::Inside,
    );
    focus_ring(look, ui, rect.shrink(2.0), &response);
    ui.painter().text(
        pos2(rect.left() + 17.0, rect.center().y),
        egui::Align2::CENTER_CENTER,
        icons::SEARCH,
        theme::icon(17.0),
        cx.theme.dim,
    );
    if wide {
        let keys = if ui.ctx().os().is_mac() {
            ["⌘", "K"]
        } else {
            ["Ctrl", "K"]
        };
        let end = key_caps(look, ui, pos2(rect.right() - 6.0, rect.center().y), &keys);
        let font = theme::regular(13.5);
        let left = rect.left() + 32.0;
        let galley = elided(ui, label, font, cx.theme.dim, end - left - 6.0);
        paint_middle(ui, left, rect.center().y, galley);
    }
    let response = if wide {
        response
    } else {
        response.on_hover_text(label)
    };
    if response.clicked() {
        out.send(Request::Overlay(Some(Overlay::Palette)));
    }
    rect.left()
}

/// Draws the title in the middle of the bar, or of the room there is.
fn title_ui(cx: &Cx<'_>, ui: &mut Ui, bar: Rect, from: f32, until: f32) {
    let title = cx.document().title.trim();
    let title = if title.is_empty() {
        cx.say(words::UNTITLED)
    } else {
        title
    };
    let state = if !cx.view.in_file {
        words::NEVER_SAVED
    } else if cx.session.dirty() {
        words::UNSAVED
    } else {
        words::SAVED
    };
    let (from, until) = (from + 16.0, until - 16.0);
    let room = until - from;
    if room < 24.0 {
        return;
    }
    let state = format!("· {}", cx.say(state));
    let state_font = theme::regular(13.5);
    let state = elided(ui, &state, state_font, cx.theme.dim, f32::INFINITY);
    // The state gives way before the title is cut to nothing.
    let with_state = room > state.size().x + 90.0;
    let state_width = if with_state {
        state.size().x + 10.0
    } else {
        0.0
    };
    let font = theme::semibold(15.0);
    let galley = elided(ui, title, font, cx.theme.ink, room - state_width);
    let width = galley.size().x + state_width;
    let left = (bar.center().x - width / 2.0).min(until - width).max(from);
    let middle = bar.center().y;
    let state_left = left + galley.size().x + 10.0;
    let area = Rect::from_min_max(pos2(left, bar.top()), pos2(left + width, bar.bottom()));
    let response = ui.interact(area, ui.id().with("title"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, title));
    if galley.elided || !with_state {
        response.on_hover_text(format!("{title} {}", state.text()));
    }
    paint_middle(ui, left, middle, galley);
    if with_state {
        paint_middle(ui, state_left, middle, state);
    }
}
