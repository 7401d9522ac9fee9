//! The small map at the bottom right, shown while the map is larger than what is seen.

use std::sync::Arc;

use eframe::egui::{
    CornerRadius, CursorIcon, Mesh, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, WidgetType, pos2, vec2,
};

use crate::text::looking as words;
use crate::ui::canvas::{Canvas, paint};
use crate::ui::cx::Cx;
use crate::ui::theme::Theme;

/// The largest size of the small map.
const SIZE: Vec2 = vec2(176.0, 116.0);
/// The room between the small map and the edge of the canvas.
const EDGE: f32 = 16.0;
/// The room that the quick line takes at the bottom.
const QUICK_LINE: f32 = 72.0;
/// The room round what is drawn.
const PADDING: f32 = 8.0;
/// A canvas smaller than this has no room for a small map.
const LEAST: Vec2 = vec2(520.0, 380.0);

/// Draws the small map where it helps, and shifts the map where it is clicked or dragged.
pub(in crate::ui::canvas) fn minimap_ui(cx: &Cx<'_>, ui: &mut Ui, canvas: &mut Canvas, rect: Rect) {
    let Some(bounds) = canvas.staged.as_ref().and_then(|staged| staged.solid) else {
        return;
    };
    let room = rect.width() >= LEAST.x && rect.height() >= LEAST.y;
    let seen_whole = rect
        .expand(2.0)
        .contains_rect(canvas.camera.screen_rect(bounds));
    if !cx.settings.minimap || !room || seen_whole {
        return;
    }
    let scale =
        ((SIZE - Vec2::splat(2.0 * PADDING)) / bounds.size().max(Vec2::splat(1.0))).min_elem();
    let size = bounds.size() * scale + Vec2::splat(2.0 * PADDING);
    let corner = rect.max - vec2(EDGE, QUICK_LINE);
    let frame = Rect::from_min_max(corner - size, corner);
    let response = ui.interact(frame, ui.id().with("small map"), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Other, true, cx.say(words::MINIMAP)));
    let to_map = |at: Pos2| bounds.min + (at - frame.min - Vec2::splat(PADDING)) / scale;
    let from_map = |at: Pos2| frame.min + Vec2::splat(PADDING) + (at - bounds.min) * scale;
    if let Some(at) = response.interact_pointer_pos() {
        let zoom = canvas.camera.zoom();
        canvas.camera.look_at(to_map(at), rect.center(), zoom);
        ui.ctx().request_repaint();
    }
    if response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::Move);
    }
    let theme = cx.theme;
    let painter = ui.painter_at(frame.expand(1.0));
    let line = Stroke::new(1.0, theme.hairline);
    painter.rect(frame, 10.0, theme.panel, line, StrokeKind::Inside);
    let dots = dots(canvas, theme, frame, &from_map, scale);
    painter.add(Shape::Mesh(dots));
    let seen = Rect::from_min_max(
        from_map(canvas.camera.map_from_screen(rect.min)),
        from_map(canvas.camera.map_from_screen(rect.max)),
    );
    let inner = frame.shrink(2.0);
    let seen = Rect::from_min_max(
        pos2(seen.min.x.max(inner.min.x), seen.min.y.max(inner.min.y)),
        pos2(seen.max.x.min(inner.max.x), seen.max.y.min(inner.max.y)),
    );
    if seen.is_positive() {
        let stroke = Stroke::new(1.6 * theme.outline, theme.accent);
        painter.rect_stroke(seen, CornerRadius::same(4), stroke, StrokeKind::Inside);
    }
}

/// Everybody on the small map, as they were drawn last.
#[derive(Debug, Default)]
pub(in crate::ui::canvas) struct Dots {
    of: Option<(u64, Rect, Theme)>,
    mesh: Arc<Mesh>,
}

/// Gives everybody on the small map: a dot each, drawn anew where somebody moved.
fn dots(
    canvas: &mut Canvas,
    theme: &Theme,
    frame: Rect,
    from_map: &dyn Fn(Pos2) -> Pos2,
    scale: f32,
) -> Arc<Mesh> {
    let Some(staged) = &canvas.staged else {
        return Arc::default();
    };
    let known = canvas.dots.of.as_ref();
    let known = known
        .is_some_and(|(shapes, at, of)| *shapes == staged.shapes && *at == frame && of == theme);
    if !known {
        let mut mesh = Mesh::default();
        for actor in &staged.scene.actors {
            let radius = (actor.figure.radius * scale).clamp(1.2, 3.0);
            let colour = theme.arena(actor.arena).stroke;
            paint::dot(&mut mesh, from_map(actor.figure.centre), radius, colour);
        }
        canvas.dots = Dots {
            of: Some((staged.shapes, frame, theme.clone())),
            mesh: Arc::new(mesh),
        };
    }
    Arc::clone(&canvas.dots.mesh)
}
