//! The shape before a name, with which rows are chosen.

use eframe::egui::{self, Rect, Sense, Stroke, Ui, WidgetInfo, WidgetType, pos2};

use super::SHAPE;
use super::cell::cell_id;
use super::column::Column;
use crate::model::{Actor, ActorId};
use crate::session::{Item, Selection};
use crate::text::table as words;
use crate::ui::cx::Request;
use crate::ui::theme;
use crate::ui::widget::{Pen, arena_shape};

/// Draws the shape of an actor; a click chooses the row, with Ctrl one more, with Shift all up to it.
pub(super) fn choose_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    order: &[ActorId],
    actor: &Actor,
    area: Rect,
) {
    let centre = pos2(area.left() + SHAPE / 2.0 - 1.0, area.center().y);
    let rect = Rect::from_center_size(centre, egui::Vec2::splat(theme::ROW));
    let response = ui.interact(
        rect,
        cell_id(actor, Column::Name).with("row"),
        Sense::click(),
    );
    let selection = pen.cx.session.selection();
    let item = Item::Actor(actor.id);
    let on = selection.contains(item);
    let label = words::select(&actor.name, pen.cx.language());
    response.widget_info(|| WidgetInfo::selected(WidgetType::Checkbox, true, on, &label));
    let theme = pen.theme();
    let arena = pen.cx.now().arena_of(actor);
    if response.has_focus() || on || response.hovered() {
        let ink = if response.has_focus() || on {
            theme.accent
        } else {
            theme.hairline
        };
        let line = Stroke::new(1.5 * theme.outline, ink);
        let kind = egui::StrokeKind::Inside;
        ui.painter().rect_stroke(rect, 7.0, line, kind);
    }
    let radius = if arena.is_some() { 7.0 } else { 5.0 };
    ui.painter()
        .add(arena_shape(theme, arena, rect.center(), radius));
    if response.clicked() {
        let modifiers = ui.input(|input| input.modifiers);
        pen.send(Request::Select(if modifiers.shift {
            up_to(selection, order, actor.id)
        } else if modifiers.command {
            selection.clone().toggled(item)
        } else {
            Selection::one(item)
        }));
    }
}

/// Chooses all rows from the nearest chosen one to this.
fn up_to(selection: &Selection, order: &[ActorId], actor: ActorId) -> Selection {
    let place = |actor: ActorId| order.iter().position(|shown| *shown == actor);
    let Some(to) = place(actor) else {
        return Selection::one(Item::Actor(actor));
    };
    let chosen = selection.actors().filter_map(place);
    let from = chosen.min_by_key(|from| from.abs_diff(to)).unwrap_or(to);
    let span = order.get(from.min(to)..=from.max(to)).unwrap_or_default();
    let mut more = selection.clone();
    for actor in span {
        let item = Item::Actor(*actor);
        if !more.contains(item) {
            more = more.toggled(item);
        }
    }
    more
}
