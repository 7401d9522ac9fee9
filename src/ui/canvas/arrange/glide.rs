//! Where everybody went: from one view to the next in a quarter of a second, then rest.

use std::collections::BTreeMap;

use eframe::egui::{Pos2, Ui};

use crate::model::ActorId;
use crate::ui::canvas::scene::Scene;
use crate::ui::canvas::{Canvas, camera::Camera};
use crate::ui::cx::Cx;

/// How long it takes, in seconds.
const LASTS: f64 = 0.25;
/// Above this many actors they are there at once.
const MANY: usize = 1_500;

/// What the glide remembers.
#[derive(Debug, Default)]
pub(in crate::ui::canvas) struct Glide {
    from: BTreeMap<ActorId, Pos2>,
    asked: bool,
    since: Option<f64>,
}

impl Glide {
    /// Lets everybody go from where they stand now to where they will stand in the next frame.
    pub(in crate::ui::canvas) fn start(&mut self, scene: &Scene, camera: &Camera) {
        if scene.actors.len() <= MANY {
            self.from = on_screen(scene, camera);
            self.asked = true;
        }
    }
}

/// Gives the scene on its way: shapes between where they stood and where they will; nothing once all is at rest.
pub(in crate::ui::canvas) fn glide(cx: &Cx<'_>, ui: &Ui, canvas: &mut Canvas) -> Option<Scene> {
    let still = canvas.picture || cx.on_the_wall() || !cx.settings.motion;
    let time = ui.input(|input| input.time);
    let scene = canvas.staged.as_ref().map(|staged| &staged.scene)?;
    let glide = &mut canvas.glide;
    if std::mem::take(&mut glide.asked) {
        glide.since = (!still && scene.actors.len() <= MANY).then_some(time);
    }
    let part = glide.since.map(|since| (time - since) / LASTS);
    let Some(part) = part.filter(|part| (0.0..1.0).contains(part)) else {
        glide.since = None;
        glide.from.clear();
        return None;
    };
    ui.ctx().request_repaint();
    let eased = super::super::units::narrow(1.0 - (1.0 - part).powi(3));
    let mut moving = Scene::default();
    for actor in &scene.actors {
        let mut actor = actor.clone();
        if let Some(from) = glide.from.get(&actor.id) {
            let from = canvas.camera.map_from_screen(*from);
            actor.figure.centre = from.lerp(actor.figure.centre, eased);
        }
        moving.actors.push(actor);
    }
    Some(moving)
}

fn on_screen(scene: &Scene, camera: &Camera) -> BTreeMap<ActorId, Pos2> {
    let actors = scene.actors.iter();
    actors
        .map(|actor| (actor.id, camera.screen_from_map(actor.figure.centre)))
        .collect()
}
