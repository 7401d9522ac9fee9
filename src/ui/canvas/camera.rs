//! Which part of the map is seen, and how large.

use eframe::egui::{Pos2, Rect, Vec2, emath::TSTransform, pos2, vec2};
use egui_graphs::MetadataFrame;

/// The smallest and largest zoom.
const ZOOM: (f32, f32) = (0.02, 6.0);
/// By how much a zoom differs before names are placed anew.
const STEP: f32 = 1.12;
/// Up to here names grow with the map.
const GROWS: f32 = 1.5;

/// Looks at the map: zoom and shift as `egui_graphs` keeps them, and where the canvas lies on the screen.
#[derive(Debug, Clone, Default)]
pub(crate) struct Camera {
    frame: MetadataFrame,
    origin: Vec2,
}

impl PartialEq for Camera {
    fn eq(&self, other: &Self) -> bool {
        self.numbers() == other.numbers()
    }
}

impl Camera {
    /// Says whether both look at the same part of the map, wherever the canvas lies.
    pub(super) fn same_view(&self, other: &Self) -> bool {
        (self.frame.zoom, self.frame.pan) == (other.frame.zoom, other.frame.pan)
    }

    fn numbers(&self) -> (f32, Vec2, Vec2) {
        (self.frame.zoom, self.frame.pan, self.origin)
    }

    /// Gives how what another eye saw has moved on the screen since.
    pub(super) fn since(&self, before: &Self) -> TSTransform {
        let scaling = self.frame.zoom / before.frame.zoom;
        let was = before.frame.pan + before.origin;
        TSTransform::new(self.frame.pan + self.origin - was * scaling, scaling)
    }

    /// Notes where the canvas lies; the map moves along.
    pub(crate) fn stand_at(&mut self, corner: Pos2) {
        self.origin = corner.to_vec2();
    }

    /// Gives how many points of the screen a unit of the map takes.
    pub(crate) fn zoom(&self) -> f32 {
        self.frame.zoom
    }

    /// Gives where a point of the map is on the screen.
    pub(crate) fn screen_from_map(&self, map_pos: Pos2) -> Pos2 {
        self.frame.canvas_to_screen_pos(map_pos) + self.origin
    }

    /// Gives what point of the map is at a point of the screen.
    pub(crate) fn map_from_screen(&self, screen_pos: Pos2) -> Pos2 {
        self.frame.screen_to_canvas_pos(screen_pos - self.origin)
    }

    /// Gives where a rectangle of the map is on the screen.
    pub(crate) fn screen_rect(&self, rect: Rect) -> Rect {
        Rect::from_min_max(
            self.screen_from_map(rect.min),
            self.screen_from_map(rect.max),
        )
    }

    /// Shifts the map by points of the screen.
    pub(crate) fn pan_by(&mut self, by: Vec2) {
        if by.is_finite() {
            self.frame.pan += by;
        }
    }

    /// Zooms, with a point of the screen staying where it is.
    pub(crate) fn zoom_at(&mut self, screen_pos: Pos2, factor: f32) {
        let held = self.map_from_screen(screen_pos);
        let zoom = (self.frame.zoom * factor).clamp(ZOOM.0, ZOOM.1);
        if zoom.is_finite() {
            self.frame.zoom = zoom;
            self.frame.pan += screen_pos - self.screen_from_map(held);
        }
    }

    /// Shows a rectangle of the map in the middle of one of the screen, at a given zoom.
    pub(crate) fn look_at(&mut self, map: Pos2, screen: Pos2, zoom: f32) {
        if zoom.is_finite() {
            self.frame.zoom = zoom.clamp(ZOOM.0, ZOOM.1);
        }
        self.frame.pan = Vec2::ZERO;
        let pan = screen - self.screen_from_map(map);
        self.frame.pan = if pan.is_finite() { pan } else { Vec2::ZERO };
    }

    /// Shows the map as it is, without zoom.
    pub(crate) fn plain() -> Self {
        let mut frame = MetadataFrame::default();
        frame.pan = vec2(0.0, 0.0);
        Self {
            frame,
            origin: Vec2::ZERO,
        }
    }

    /// Gives the size of letters in units of the map, in steps, so that they stay legible on the screen.
    pub(crate) fn font(&self, label: f32) -> f32 {
        let step = self.step();
        label * step.clamp(1.0, GROWS) / step
    }

    /// Gives how large a length of the map is on the screen at the step nearest to the zoom: letters of this size are
    /// laid out once for all zooms near to it.
    pub(crate) fn stepped(&self, map: f32) -> f32 {
        map * self.step()
    }

    fn step(&self) -> f32 {
        STEP.powf((self.frame.zoom.ln() / STEP.ln()).round())
    }
}

/// Gives the zoom at which a size of the map fits in a size of the screen.
pub(crate) fn fitting(map: Vec2, screen: Vec2) -> f32 {
    let share = |map: f32, screen: f32| screen.max(1.0) / map.max(1.0);
    share(map.x, screen.x).min(share(map.y, screen.y))
}

/// Gives a rectangle with less on each side, never turned inside out.
pub(crate) fn inset(rect: Rect, left: f32, top: f32, right: f32, bottom: f32) -> Rect {
    let min = pos2(rect.min.x + left, rect.min.y + top);
    let max = pos2(
        (rect.max.x - right).max(min.x + 1.0),
        (rect.max.y - bottom).max(min.y + 1.0),
    );
    Rect::from_min_max(min, max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zooming_keeps_the_point_under_the_pointer() {
        let mut camera = Camera::plain();
        camera.stand_at(pos2(10.0, 20.0));
        let at = pos2(300.0, 200.0);
        let held = camera.map_from_screen(at);
        camera.zoom_at(at, 2.5);
        assert!(camera.map_from_screen(at).distance(held) < 1e-3);
        assert!((camera.zoom() - 2.5).abs() < 1e-6);
        camera.zoom_at(at, f32::NAN);
        assert!(camera.zoom().is_finite());
    }

    #[test]
    fn what_was_seen_moves_along_with_the_eye() {
        let mut before = Camera::plain();
        before.stand_at(pos2(10.0, 20.0));
        before.pan_by(vec2(5.0, -3.0));
        let mut after = before.clone();
        after.zoom_at(pos2(300.0, 200.0), 1.7);
        after.pan_by(vec2(-40.0, 12.0));
        let by = after.since(&before);
        for at in [pos2(0.0, 0.0), pos2(120.0, -30.0)] {
            let moved = by * before.screen_from_map(at);
            assert!(moved.distance(after.screen_from_map(at)) < 1e-2);
        }
    }

    #[test]
    fn letters_stay_legible_at_every_zoom() {
        let mut camera = Camera::plain();
        for zoom in [0.05_f32, 0.3, 0.9, 1.0, 1.4, 3.0] {
            camera.look_at(Pos2::ZERO, Pos2::ZERO, zoom);
            let on_screen = camera.font(14.0) * zoom;
            assert!((13.0..=23.0).contains(&on_screen), "{zoom}: {on_screen}");
        }
    }
}
