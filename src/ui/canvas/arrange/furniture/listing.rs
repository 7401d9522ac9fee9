//! The list of names beside a view whose actors hold numbers, because names found no room.

use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align2, Color32, CornerRadius, CursorIcon, Galley, Id, Painter, Rect, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2,
};

use super::forces::LETTERS;
use super::{Laid, Pen, stepped};
use crate::model::{ActorId, Content};
use crate::session::Item;
use crate::session::arrange::{Arranged, Furniture, Room};
use crate::text::arrange as words;
use crate::ui::canvas::units::{narrow, pos, rect};
use crate::ui::canvas::{Canvas, gestures, scene};
use crate::ui::cx::{Cx, Outbox};
use crate::ui::theme;

/// The room above the first name under the head of the list and without one, at 100 %.
const HEAD: f32 = 32.0;
const TOP: f32 = 10.0;
/// The room for a number, and at the right of a name, at 100 %.
const INDENT: f32 = 38.0;
const RIGHT: f32 = 8.0;
/// Between two names, at 100 %.
const GAP: f32 = 2.0;
/// How many lines a name takes.
const LINES: usize = 2;

/// A name in the list, or beside its actor in the tray.
#[derive(Debug, Clone)]
pub(in crate::ui::canvas::arrange) struct Listed {
    /// Whose name it is; nothing for a factor.
    actor: Option<ActorId>,
    name: String,
    /// Its number, or the letter of a factor; nothing in the tray.
    sign: Option<String>,
    /// Where it stands in the view.
    area: Rect,
    /// How wide its letters may be.
    wide: f32,
}

impl Listed {
    /// Gives how far down it reaches in the list; nothing in the tray.
    pub(in crate::ui::canvas::arrange) fn foot(&self) -> Option<f32> {
        self.sign.as_ref().map(|_| self.area.bottom())
    }

    /// Gives whose name it is, and where it stands.
    #[cfg(test)]
    pub(in crate::ui::canvas::arrange) fn spot(&self) -> Option<(ActorId, Rect)> {
        Some((self.actor?, self.area))
    }
}

fn lay(painter: &Painter, name: &str, size: f32, ink: Color32, wide: f32) -> Arc<Galley> {
    let mut job = LayoutJob::simple(name.to_owned(), theme::semibold(size), ink, wide.max(20.0));
    job.wrap.max_rows = LINES;
    painter.layout_job(job)
}

/// Lays the list out in the columns of a view down to a foot; gives it, and how far down it reaches.
pub(in crate::ui::canvas::arrange) fn listed(
    painter: &Painter,
    now: &Content,
    arranged: &Arranged,
    (room, foot): (Room, f32),
) -> (Vec<Listed>, f32) {
    let scale = narrow(room.scale);
    let size = stepped(theme::LABEL * scale);
    let columns: Vec<Rect> = arranged.columns.iter().map(|it| rect(*it)).collect();
    let mut column = 0;
    let Some(mut area) = columns.first().copied() else {
        return (Vec::new(), 0.0);
    };
    let mut top = area.top() + HEAD * scale;
    let mut reach = top;
    let mut list = Vec::new();
    let wide = area.width() - (INDENT + RIGHT) * scale;
    for (actor, name, sign) in signed(now, arranged) {
        let high = lay(painter, &name, size, Color32::PLACEHOLDER, wide)
            .size()
            .y
            + GAP * scale;
        if top + high > foot - GAP * scale
            && let Some(next) = columns.get(column + 1)
        {
            column += 1;
            area = *next;
            top = area.top() + TOP * scale;
        }
        let spot = Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), high));
        list.push(Listed {
            actor,
            name,
            sign: Some(sign),
            area: spot,
            wide,
        });
        top += high;
        reach = reach.max(top);
    }
    list.extend(in_tray(now, arranged, scale));
    (list, reach + GAP * scale)
}

/// Gives the names with their numbers, and those of factors with their letters.
fn signed(now: &Content, arranged: &Arranged) -> Vec<(Option<ActorId>, String, String)> {
    let numbered = scene::numbered(now, Some(arranged)).into_iter().enumerate();
    let actors = numbered.map(|(index, actor)| {
        let name = actor.label().to_owned();
        (Some(actor.id), name, (index + 1).to_string())
    });
    let rows = match &arranged.furniture {
        Furniture::Forces(field) => field.rows.as_slice(),
        Furniture::Matrix(_) | Furniture::Rings(_) => &[],
    };
    let factors = rows.iter().filter_map(|row| now.factors.get(row.factor?));
    let factors = factors
        .zip(LETTERS.chars())
        .map(|(factor, letter)| (None, factor.name.clone(), letter.to_string()));
    actors.chain(factors).collect()
}

/// Gives the names of those who wait: beside their shapes, as everywhere.
fn in_tray(now: &Content, arranged: &Arranged, scale: f32) -> Vec<Listed> {
    let waiting = now.actors.iter().filter(|it| arranged.waits(it.id));
    let beside = waiting.filter_map(|actor| {
        let at = pos(arranged.spots.get(&actor.id)?.at);
        let section = arranged
            .tray
            .iter()
            .map(|it| rect(it.area))
            .find(|area| area.contains(at))?;
        let half = 17.0 * scale;
        let left = at.x + narrow(arranged.radius) + 14.0;
        let area = Rect::from_min_max(
            pos2(left, at.y - half),
            pos2(section.right() - 4.0, at.y + half),
        );
        Some(Listed {
            actor: Some(actor.id),
            name: actor.label().to_owned(),
            sign: None,
            area,
            wide: area.width(),
        })
    });
    beside.collect()
}

/// Paints the list and the names in the tray.
pub(super) fn paint(pen: &Pen<'_>, canvas: &Canvas, laid: &Laid) {
    if laid.list.is_empty() {
        return;
    }
    panels(pen, laid);
    let theme = pen.cx.theme;
    let zoom = pen.camera.zoom();
    let now = canvas.seen.now(pen.cx);
    let size = stepped(theme::LABEL * pen.scale);
    for one in &laid.list {
        let actor = one.actor.and_then(|id| now.actors.get(id));
        let item = one.actor.map(Item::Actor);
        let area = pen.camera.screen_rect(one.area);
        let clear = canvas.seen.clear().filter(|_| !canvas.picture);
        let seen = clear.is_none_or(|it| item.is_none_or(|item| it.contains(&item)));
        let ink = if seen && actor.is_none_or(|actor| !actor.candidate) {
            theme.ink
        } else {
            theme.dim
        };
        let name = lay(&pen.painter, &one.name, size, ink, one.wide * zoom);
        let Some(sign) = &one.sign else {
            let at = pos2(area.left(), area.center().y - name.size().y / 2.0);
            pen.painter.galley(at, name, ink);
            continue;
        };
        let selection = pen.cx.session.selection();
        if !canvas.picture && item.is_some_and(|item| selection.contains(item)) {
            let round = CornerRadius::same(5);
            let row = area.shrink2(vec2(4.0, 0.0));
            pen.painter.rect_filled(row, round, theme.soft);
        }
        let at = area.min + vec2(0.0, GAP * pen.scale / 2.0);
        let before = at + vec2((INDENT - 8.0) * pen.scale, 0.0);
        let font = theme::bold(size);
        pen.text(before, Align2::RIGHT_TOP, sign, font, theme.dim);
        let beside = at + vec2(INDENT * pen.scale, 0.0);
        pen.painter.galley(beside, name, ink);
    }
}

/// Paints what the list stands on.
fn panels(pen: &Pen<'_>, laid: &Laid) {
    let theme = pen.cx.theme;
    let mut head = Some(words::NUMBERS);
    for column in &laid.arranged.columns {
        let column = rect(*column);
        let within = laid.list.iter().filter(|it| it.sign.is_some());
        let within = within.filter(|it| (it.area.left() - column.left()).abs() < 1.0);
        let Some(reach) = within.map(|it| it.area.bottom()).reduce(f32::max) else {
            continue;
        };
        let area = Rect::from_min_max(column.min, pos2(column.right(), reach + 6.0));
        let area = pen.camera.screen_rect(area);
        let stroke = Stroke::new(1.0, theme.hairline);
        let round = CornerRadius::same(10);
        pen.painter
            .rect(area, round, theme.panel, stroke, StrokeKind::Inside);
        if let Some(head) = head.take() {
            let font = pen.font(theme::semibold, theme::REMARK);
            let at = area.left_top() + vec2(12.0, 9.0) * pen.scale;
            pen.text(at, Align2::LEFT_TOP, pen.cx.say(head), font, theme.dim);
        }
    }
}

/// Takes clicks on the names in the list.
pub(in crate::ui::canvas) fn list_ui(
    cx: &Cx<'_>,
    ui: &Ui,
    canvas: &Canvas,
    (map, seen): (Id, Rect),
    out: &mut Outbox,
) {
    let Some(laid) = canvas.laid.as_ref().filter(|_| !canvas.picture) else {
        return;
    };
    for one in laid.list.iter().filter(|it| it.sign.is_some()) {
        let area = canvas.camera.screen_rect(one.area).intersect(seen);
        let Some(actor) = one.actor.filter(|_| area.is_positive()) else {
            continue;
        };
        let row = ui.interact(area, Id::new(("name in the list", actor)), Sense::CLICK);
        let row = row.on_hover_cursor(CursorIcon::PointingHand);
        row.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &one.name));
        if row.clicked() {
            let modifiers = ui.input(|input| input.modifiers);
            gestures::click(cx, Some(Item::Actor(actor)), modifiers, out);
            // From here the arrows walk along the map, as after a click on the actor itself.
            ui.memory_mut(|memory| memory.request_focus(map));
        }
    }
}
