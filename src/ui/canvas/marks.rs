//! Signs at the actors in which another version of the map differs, while they are lit up; who is only there stands as a
//! dashed ring in its place.

use eframe::egui::{
    Align2, CornerRadius, Id, Painter, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, WidgetType, pos2,
};

use super::Canvas;
use crate::model::{Arrangement, Place};
use crate::text::compare;
use crate::ui::cx::Cx;
use crate::ui::theme;
use crate::ui::view::{Added, Mark};

/// The side of a sign on the screen.
const SIDE: f32 = 20.0;
/// The radius of the ring of an actor that is only in the other version, in units of the map.
const RING: f32 = 26.0;
/// How many strokes the ring has.
const STROKES: u8 = 14;
/// Most letters of a name at a ring.
const NAME: usize = 32;

/// Paints a sign at the upper right of each actor that is lit up and marked, and a ring for each that is only there.
pub(super) fn marks_ui(cx: &Cx<'_>, ui: &Ui, canvas: &Canvas, rect: Rect) {
    let Some(scene) = canvas.scene() else { return };
    let painter = ui.painter_at(rect);
    for (actor, mark) in &cx.view.marks.signs {
        let Some(drawn) = scene.actor(*actor).filter(|_| cx.view.lit.contains(actor)) else {
            continue;
        };
        let middle = canvas.camera.screen_from_map(drawn.figure.centre);
        let away = drawn.figure.radius * canvas.camera.zoom() * 0.8;
        sign_at(cx, &painter, middle + Vec2::new(away, -away), *mark);
    }
    if cx.view.arrangement != Arrangement::Network {
        return;
    }
    for (actor, added) in &cx.view.marks.added {
        if let Some(place) = added.place.filter(|_| cx.view.lit.contains(actor)) {
            let id = ui.id().with(("added", actor));
            added_ui(cx, ui, canvas, (rect, id), added, place);
        }
    }
}

fn sign_at(cx: &Cx<'_>, painter: &Painter, at: Pos2, mark: Mark) {
    let plate = Rect::from_center_size(at, Vec2::splat(SIDE));
    let (fill, ink) = match mark {
        Mark::Changed | Mark::Added => (cx.theme.panel, cx.theme.ink),
        Mark::Clash => (cx.theme.conflict, cx.theme.panel),
        Mark::Gone => (cx.theme.field, cx.theme.dim),
    };
    let line = Stroke::new(1.5 * cx.theme.outline, cx.theme.ink);
    painter.rect(plate, CornerRadius::same(6), fill, line, StrokeKind::Inside);
    painter.text(
        plate.center(),
        Align2::CENTER_CENTER,
        mark.sign(),
        theme::bold(15.0),
        ink,
    );
}

fn added_ui(
    cx: &Cx<'_>,
    ui: &Ui,
    canvas: &Canvas,
    (rect, id): (Rect, Id),
    added: &Added,
    place: Place,
) {
    let painter = ui.painter_at(rect);
    #[expect(clippy::cast_possible_truncation, reason = "places are small numbers")]
    let middle = canvas
        .camera
        .screen_from_map(pos2(place.x() as f32, place.y() as f32));
    let radius = RING * canvas.camera.zoom();
    let points: Vec<Pos2> = (0..=4 * STROKES)
        .map(|step| {
            let turn = f32::from(step) / f32::from(4 * STROKES) * std::f32::consts::TAU;
            middle + radius * Vec2::angled(turn)
        })
        .collect();
    let stroke = radius * std::f32::consts::TAU / f32::from(STROKES) / 2.0;
    let line = Stroke::new(2.0 * cx.theme.outline, cx.theme.ink);
    painter.circle_filled(middle, radius, cx.theme.canvas);
    painter.extend(Shape::dashed_line(&points, line, stroke, stroke));
    let mut name: String = added.name.chars().take(NAME).collect();
    if name.len() < added.name.len() {
        name.push('…');
    }
    let galley = painter.layout_no_wrap(name, theme::medium(theme::REMARK), cx.theme.ink);
    let under = middle + Vec2::new(-galley.size().x / 2.0, radius + 5.0);
    let plate = Rect::from_min_size(under, galley.size()).expand(2.0);
    painter.rect_filled(plate, CornerRadius::same(4), cx.theme.canvas);
    painter.galley(under, galley, cx.theme.ink);
    let away = radius * 0.8;
    sign_at(cx, &painter, middle + Vec2::new(away, -away), Mark::Added);
    let told = format!(
        "{}: {}",
        added.name,
        compare::mark(Mark::Added.sign(), cx.language())
    );
    let area = Rect::from_center_size(middle, Vec2::splat(2.0 * radius)).intersect(rect);
    let node = ui.interact(area, id, Sense::HOVER);
    node.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &told));
}
