//! The shapes of the map as one mesh, kept from frame to frame; while a large map moves, it moves with it.

use std::collections::BTreeSet;
use std::sync::{Arc, Once};
use std::time::Duration;

use eframe::egui::{Mesh, Rect, Ui, emath::TSTransform};

use super::camera::Camera;
use super::paint::{self, Brush};
use super::stage::Staged;
use crate::model::ActorId;
use crate::session::Selection;
use crate::ui::theme::Theme;

/// A mesh of fewer corners than this is made anew in every frame in which the map moves.
const LARGE: usize = 20_000;
/// By how much a mesh may be grown or shrunk before it is made anew.
const MOST: f32 = 1.6;
/// How long after the last move the map is at rest, in seconds.
const REST: f64 = 0.12;
/// The largest piece of memory that the allocator of Linux learns from, a little less than 32 MiB.
const ROOM: usize = 31 << 20;
/// How much more than what is seen a mesh holds while the map moves, to the size of what is seen.
const MARGIN: f32 = 0.2;

/// A mesh, and what it was made from.
pub(super) struct Kept {
    key: Key,
    /// Of the whole scene; letters of another size leave the shapes as they are.
    serial: u64,
    camera: Camera,
    /// The part of the screen that it holds, where the camera was then.
    holds: Rect,
    mesh: Arc<Mesh>,
    /// As it was shown last, where the map moved since.
    moved: Option<(Camera, Arc<Mesh>)>,
    /// Where the map was looked at in the last frame, and when it moved last.
    last: Camera,
    since: f64,
}

impl std::fmt::Debug for Kept {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Kept {}", self.serial)
    }
}

/// What shapes look like and who is seen.
#[derive(PartialEq)]
struct Key {
    shapes: u64,
    theme: Theme,
    selection: Selection,
    lit: BTreeSet<ActorId>,
    pixels_per_point: f32,
}

impl Key {
    fn fits(&self, staged: &Staged, brush: &Brush<'_>, pixels_per_point: f32) -> bool {
        self.shapes == staged.shapes
            && (self.pixels_per_point - pixels_per_point).abs() < 1e-4
            && self.selection == *brush.selection
            && self.lit == *brush.lit
            && self.theme == *brush.theme
    }
}

/// Gives the mesh of all that the brush sees.
pub(super) fn mesh(
    kept: &mut Option<Kept>,
    staged: &Staged,
    brush: &Brush<'_>,
    ui: &Ui,
) -> Arc<Mesh> {
    let pixels_per_point = ui.pixels_per_point();
    let time = ui.input(|input| input.time);
    let before = kept
        .take()
        .filter(|it| it.key.fits(staged, brush, pixels_per_point));
    let mut moving = None;
    if let Some(mut it) = before {
        if it.last != *brush.camera {
            it.last = brush.camera.clone();
            it.since = time;
        }
        let exact =
            it.serial == staged.serial && it.camera == *brush.camera && it.holds == brush.seen;
        if exact {
            let mesh = Arc::clone(&it.mesh);
            *kept = Some(it);
            return mesh;
        }
        let rests = time - it.since >= REST;
        if !rests && it.mesh.vertices.len() >= LARGE {
            let wait = Duration::from_secs_f64(REST - (time - it.since).max(0.0));
            ui.request_repaint_after(wait + Duration::from_millis(1));
            moving = Some(it.since);
            if let Some(mesh) = it.moved(brush) {
                *kept = Some(it);
                return mesh;
            }
        }
    }
    let margin = if moving.is_some() { MARGIN } else { 0.0 };
    let holds = brush.seen.expand2(brush.seen.size() * margin);
    let wider = Brush {
        seen: holds,
        ..*brush
    };
    let mesh = Arc::new(paint::mesh(&staged.scene, &wider, pixels_per_point));
    if mesh.vertices.len() >= LARGE {
        keep_room();
    }
    *kept = Some(Kept {
        key: Key {
            shapes: staged.shapes,
            theme: brush.theme.clone(),
            selection: brush.selection.clone(),
            lit: brush.lit.clone(),
            pixels_per_point,
        },
        serial: staged.serial,
        camera: brush.camera.clone(),
        holds,
        mesh: Arc::clone(&mesh),
        moved: None,
        last: brush.camera.clone(),
        since: moving.unwrap_or(f64::NEG_INFINITY),
    });
    mesh
}

impl Kept {
    /// Gives whether the mesh is shown as it was made, and how many corners it has.
    #[cfg(test)]
    pub(super) fn shown(&self) -> (bool, usize) {
        (self.last == self.camera, self.mesh.vertices.len())
    }

    /// Says whether all that an eye sees of the screen is in the mesh.
    #[cfg(test)]
    pub(super) fn holds(&self, seen: Rect, camera: &Camera) -> bool {
        let by = camera.since(&self.camera);
        by.mul_rect(self.holds).expand(1.0).contains_rect(seen)
    }

    /// Gives the mesh moved along with the map; nothing where it does not hold all that is seen, or looks too coarse.
    fn moved(&mut self, brush: &Brush<'_>) -> Option<Arc<Mesh>> {
        let by = brush.camera.since(&self.camera);
        let size = by.scaling.max(1.0 / by.scaling);
        if size > MOST
            || !by
                .mul_rect(self.holds)
                .expand(0.5)
                .contains_rect(brush.seen)
        {
            return None;
        }
        if let Some((camera, mesh)) = &self.moved
            && camera == brush.camera
        {
            return Some(Arc::clone(mesh));
        }
        let mesh = Arc::new(transformed(&self.mesh, by));
        self.moved = Some((brush.camera.clone(), Arc::clone(&mesh)));
        Some(mesh)
    }
}

/// Has the allocator keep what a frame gives back: a large mesh comes and goes with every frame, and asking the system
/// for fresh memory each time takes longer than drawing.
fn keep_room() {
    static ONCE: Once = Once::new();
    // On Linux the allocator learns from the largest piece that was given back.
    ONCE.call_once(|| drop(std::hint::black_box(Vec::<u8>::with_capacity(ROOM))));
}

fn transformed(mesh: &Mesh, by: TSTransform) -> Mesh {
    let mut mesh = mesh.clone();
    mesh.transform(by);
    mesh
}
