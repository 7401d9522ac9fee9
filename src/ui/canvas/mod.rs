//! The map on the screen: what stands where, how it looks, and what the pointer and the keys do with it.
//!
//! The map becomes a [`scene::Scene`] (what is drawn, without colours), a [`projection::Projection`] (the same as a
//! graph, for what is under the pointer) and shapes. All are kept until the map, the eye or what is shown changes, so
//! that an untouched map costs nothing. Gestures and keys become requests; the canvas changes no map.

mod access;
mod arrange;
mod camera;
mod eyes;
mod figure;
mod gestures;
mod kept;
mod keyboard;
mod legend;
mod listing;
mod looking;
mod looks;
mod marks;
mod menu;
mod names;
mod paint;
mod projection;
mod scene;
mod sight;
mod sizes;
mod stage;
#[cfg(test)]
mod tests;
mod texts;
mod units;
mod wall;

use eframe::egui::{
    self, Align2, Id, PointerButton, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2,
};

use super::cx::{Cx, Outbox};
use super::theme;
use crate::model::ActorId;
use crate::text::canvas as words;
pub(crate) use arrange::hint;
use camera::Camera;
use gestures::Gesture;
use legend::Legend;
use paint::Brush;
use projection::Projection;
use scene::{ActorDrawn, Scene};
use stage::Staged;
pub(crate) use wall::{page_title_ui, picture_title_ui};

/// What the canvas remembers between frames.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each remembers one thing that happened"
)]
pub(crate) struct Canvas {
    camera: Camera,
    rect: Option<Rect>,
    wish: Wish,
    staged: Option<Staged>,
    /// The shapes of the last frame.
    kept: Option<kept::Kept>,
    gesture: Gesture,
    hovered: Hover,
    /// Whether the focus came by the keyboard, and is shown.
    focus_seen: bool,
    menu: Option<gestures::Hit>,
    /// Where on the map that menu was opened.
    menu_at: Option<egui::Pos2>,
    picture: bool,
    wants_focus: bool,
    /// Where the eye was after the last fit: nobody moved it while it is still there.
    fitted: Option<Camera>,
    /// Whether names stand in a list.
    listed: bool,
    /// The map as it is looked at.
    seen: looking::Seen,
    /// The actor whose relations are walked by keys.
    walk: Option<ActorId>,
    /// The card at the pointer.
    card: looking::Card,
    /// How large words are.
    sizes: sizes::Sizes,
    /// Everybody on the small map.
    dots: looking::Dots,
    /// The part of the map that the last fit showed: names stay within it.
    frame: Option<Rect>,
    /// The view as it is laid out, where it is not the network.
    laid: Option<arrange::Laid>,
    /// What was arranged last, to show the whole of another view.
    arranged: Option<crate::model::Arrangement>,
    glide: arrange::Glide,
}

/// What the eye is to do in the next frame.
#[derive(Debug, Default, Clone, PartialEq)]
enum Wish {
    /// Show the whole map.
    #[default]
    Fit,
    /// Stay.
    Stay,
    /// Zoom about the middle.
    Zoom(f32),
    /// Bring actors into sight.
    Show(Vec<ActorId>),
}

/// Where the pointer is.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
enum Hover {
    /// On nothing.
    #[default]
    Nothing,
    /// On an actor.
    Actor(ActorId),
    /// On the rim of an actor.
    Rim(ActorId),
    /// On something else that can be selected.
    Item(crate::session::Item),
}

impl Canvas {
    /// Makes a canvas for a picture: all shapes apart, nothing private, no gestures.
    pub(crate) fn for_picture() -> Self {
        Self {
            picture: true,
            ..Self::default()
        }
    }

    /// Shows the whole map from the next frame on.
    pub(crate) fn fit(&mut self) {
        self.wish = Wish::Fit;
    }

    /// Forgets what was drawn: another map is looked at from the next frame on, through the same eye.
    pub(crate) fn look_elsewhere(&mut self) {
        self.staged = None;
        self.kept = None;
        self.seen.forget();
    }

    /// Gives the part of the canvas that is for the quick line.
    pub(crate) fn line_room(&self, cx: &Cx<'_>, rect: Rect) -> Rect {
        arrange::beside_list(cx, self, rect)
    }

    /// Takes the keys from the next frame on.
    pub(crate) fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// Zooms by a factor about the middle of what is seen.
    pub(crate) fn zoom_by(&mut self, factor: f32) {
        self.wish = Wish::Zoom(factor);
    }

    /// Brings actors into sight; does nothing where all are seen.
    pub(crate) fn show_actors(&mut self, actors: &[ActorId]) {
        if self.wish != Wish::Fit {
            self.wish = Wish::Show(actors.to_vec());
        }
    }

    /// Gives where an actor is on the screen, once it was drawn.
    #[cfg(test)]
    pub(crate) fn screen_of(&self, actor: ActorId) -> Option<egui::Pos2> {
        let actor = self.scene()?.actor(actor)?;
        Some(self.camera.screen_from_map(actor.figure.centre))
    }

    /// Gives where a new text comes: where the menu was opened, else in the middle of what is seen.
    pub(crate) fn place_for_text(&mut self) -> crate::model::Place {
        let middle = self
            .rect
            .map(|rect| self.camera.map_from_screen(rect.center()));
        units::place(self.menu_at.take().or(middle).unwrap_or_default())
    }

    /// Lets everybody who stands elsewhere in the next frame go there in a moment, not at once.
    pub(crate) fn start_glide(&mut self) {
        if let Some(staged) = &self.staged {
            self.glide.start(&staged.scene, &self.camera);
        }
    }

    fn scene(&self) -> Option<&Scene> {
        self.staged.as_ref().map(|staged| &staged.scene)
    }

    fn projection(&self) -> Option<&Projection> {
        self.staged.as_ref().map(|staged| &staged.projection)
    }
}

/// Draws the map and takes its gestures.
pub(crate) fn canvas_ui(cx: &Cx<'_>, ui: &mut Ui, canvas: &mut Canvas, out: &mut Outbox) {
    // An identity of its own: a bar above the map must not take the focus away from it.
    let (_, rect) = ui.allocate_space(ui.available_size());
    let response = ui.interact(rect, Id::new(MAP), Sense::click_and_drag());
    if !rect.is_positive() || !rect.is_finite() {
        return;
    }
    ui.painter().rect_filled(rect, 0.0, cx.theme.canvas);
    if std::mem::take(&mut canvas.wants_focus) {
        response.request_focus();
    }
    canvas.camera.stand_at(rect.min);
    let changed = canvas
        .rect
        .is_none_or(|before| before.size() != rect.size());
    canvas.rect = Some(rect);
    if canvas.arranged != Some(cx.view.arrangement) {
        if canvas.arranged.is_some() {
            canvas.start_glide();
        }
        canvas.arranged = Some(cx.view.arrangement);
        canvas.wish = Wish::Fit;
    }
    stage::prepare(cx, ui, canvas, rect, changed);
    let moving = arrange::glide(cx, ui, canvas);
    if !canvas.picture && !cx.on_the_wall() {
        gestures::navigate(ui, canvas, &response);
        stage::refresh(cx, ui, canvas);
        access::describe(cx, ui, canvas, &response, out);
        gestures::act(cx, ui, canvas, &response, out);
        keyboard::act(cx, ui, canvas, &response, out);
        menu::menu_ui(cx, canvas, &response, out);
    } else if !canvas.picture {
        access::describe_wall(cx, &response);
    }
    arrange::under_ui(cx, ui, canvas, rect);
    match &moving {
        Some(moving) => moving_ui(cx, ui, canvas, (moving, rect)),
        None => paint_ui(cx, ui, canvas, rect),
    }
    arrange::over_ui(cx, ui, canvas, rect);
    if let Some(staged) = &canvas.staged {
        staged.listing_ui(cx, ui, rect, canvas.picture);
    }
    if cx.on_the_wall() {
        wall::title_ui(cx, ui, rect);
        return;
    }
    if !canvas.picture {
        marks::marks_ui(cx, ui, canvas, rect);
    }
    over_map_ui(cx, ui, canvas, rect, out);
    focus_ui(cx, ui, canvas, &response);
}

/// Draws what stands over the map: the legend or what the view is about, the small map, the card at the pointer.
fn over_map_ui(cx: &Cx<'_>, ui: &mut Ui, canvas: &mut Canvas, rect: Rect, out: &mut Outbox) {
    if cx.now().actors.is_empty() {
        empty_ui(cx, ui, rect);
    } else {
        legend::map_legend_ui(cx, ui, canvas, rect, out);
    }
    if !canvas.picture {
        arrange::list_ui(cx, ui, canvas, (Id::new(MAP), rect), out);
        arrange::above_ui(cx, ui, canvas, rect, out);
        eyes::eyes_ui(cx, ui, canvas, rect);
        looking::minimap_ui(cx, ui, canvas, rect);
        looking::card_ui(cx, ui, canvas, rect);
    }
}

/// Paints the kept shapes, and what answers to the pointer over them.
fn paint_ui(cx: &Cx<'_>, ui: &Ui, canvas: &mut Canvas, rect: Rect) {
    let Some(staged) = canvas.staged.as_ref() else {
        return;
    };
    let nobody = std::collections::BTreeSet::new();
    let nothing = crate::session::Selection::default();
    let alone = canvas.picture || cx.on_the_wall();
    let brush = Brush {
        theme: cx.theme,
        camera: &canvas.camera,
        selection: if alone {
            &nothing
        } else {
            cx.session.selection()
        },
        lit: if alone { &nobody } else { &cx.view.lit },
        clear: if alone { None } else { canvas.seen.clear() },
        pen: staged.pen(&canvas.camera),
        seen: rect,
        crowded: !alone && staged.scene.crowded(),
    };
    let painter = ui.painter_at(rect);
    if canvas.picture {
        painter.extend(paint::shapes(&staged.scene, &brush));
    } else {
        painter.add(Shape::Mesh(kept::mesh(
            &mut canvas.kept,
            staged,
            &brush,
            ui,
        )));
        painter.extend(paint::over(&staged.scene, &brush));
    }
    let scene = &staged.scene;
    let hovered = match canvas.hovered {
        Hover::Actor(actor) | Hover::Rim(actor) => scene.actor(actor),
        Hover::Nothing | Hover::Item(_) => None,
    };
    let standing_out = brush.selection.actors().chain(brush.lit.iter().copied());
    let mut extra: Vec<&ActorDrawn> = standing_out.filter_map(|id| scene.actor(id)).collect();
    extra.extend(hovered);
    painter.extend(gestures::feedback(canvas, scene, &brush, hovered));
    if let Gesture::Scoring(scoring) = &canvas.gesture {
        let shapes = arrange::feedback(cx, ui, canvas, scoring, (scene, &brush));
        painter.extend(shapes);
    }
    painter.extend(paint::words(ui, scene, &brush, &extra));
}

/// Paints shapes on their way from one view to the next.
fn moving_ui(cx: &Cx<'_>, ui: &Ui, canvas: &Canvas, (moving, rect): (&Scene, Rect)) {
    let Some(staged) = canvas.staged.as_ref() else {
        return;
    };
    let nobody = std::collections::BTreeSet::new();
    let brush = Brush {
        theme: cx.theme,
        camera: &canvas.camera,
        selection: cx.session.selection(),
        lit: &nobody,
        clear: None,
        pen: staged.pen(&canvas.camera),
        seen: rect,
        crowded: staged.scene.crowded(),
    };
    ui.painter_at(rect).extend(paint::shapes(moving, &brush));
}

/// Says how to begin where there is nothing yet.
fn empty_ui(cx: &Cx<'_>, ui: &Ui, rect: Rect) {
    let wide = (rect.width() - 32.0).max(40.0);
    let painter = ui.painter_at(rect);
    let head = painter.layout(
        cx.say(words::EMPTY).to_owned(),
        theme::semibold(theme::SUBJECT),
        cx.theme.ink,
        wide,
    );
    let hint = painter.layout(
        cx.say(words::EMPTY_EXAMPLES).to_owned(),
        theme::regular(theme::BODY),
        cx.theme.dim,
        wide,
    );
    let gap = 2.0 * theme::STEP;
    let height = head.size().y + gap + hint.size().y;
    let top = rect.center() - egui::vec2(0.0, height / 2.0);
    let below = top + egui::vec2(0.0, head.size().y + gap);
    for (at, galley, colour) in [(top, head, cx.theme.ink), (below, hint, cx.theme.dim)] {
        let spot = Align2::CENTER_TOP.anchor_size(at, galley.size());
        painter.galley(spot.min, galley, colour);
    }
}

/// Shows that the keys go to the map.
fn focus_ui(cx: &Cx<'_>, ui: &Ui, canvas: &Canvas, response: &Response) {
    if canvas.focus_seen && response.has_focus() {
        let stroke = Stroke::new(2.0 * cx.theme.outline, cx.theme.accent);
        let rect = response.rect.shrink(1.0);
        ui.painter()
            .rect_stroke(rect, 4.0, stroke, StrokeKind::Inside);
    }
}

/// Says whether the pointer holds a button that shifts the map.
fn shifts(button: PointerButton) -> bool {
    match button {
        PointerButton::Middle | PointerButton::Secondary => true,
        PointerButton::Primary | PointerButton::Extra1 | PointerButton::Extra2 => false,
    }
}

/// The identity of the canvas.
const MAP: &str = "map canvas";
/// A map narrower than this has no room for the button of the legend.
const LEGEND_FROM: f32 = 280.0;
/// The room that names and shapes keep from the edge of the canvas.
const MARGIN: Vec2 = egui::vec2(24.0, 24.0);
