//! The shapes of the map as meshes, kept from frame to frame and made anew piece by piece.
//!
//! While a large map moves, its pieces move with it; of those that grew too coarse or too small only some are made anew
//! in each frame. At rest all of them are, in a few frames, so that the whole is then as if it was made at once. What
//! differs on the map, or stands out since, is made anew at once.

use std::collections::BTreeSet;
use std::sync::{Arc, Once};
use std::time::Duration;

use eframe::egui::{Mesh, Rect, Ui, emath::TSTransform, epaint::Vertex};

use super::camera::Camera;
use super::paint::{self, Brush, Piece};
use super::scene::{Scene, Touched};
use super::stage::Staged;
use crate::model::ActorId;
use crate::session::{Item, Selection};
use crate::ui::theme::Theme;

/// A mesh of fewer corners than this is made anew in every frame in which the map moves.
const LARGE: usize = 20_000;
/// How many corners are made anew in a frame in which nothing but the eye moved.
const SLICE: usize = 80_000;
/// By how much a piece may be grown or shrunk before it should be made anew, and before it must be.
const COARSE: f32 = 1.15;
const MOST: f32 = 1.6;
/// How long after the last move the map is at rest, in seconds.
const REST: f64 = 0.12;
/// The largest piece of memory that the allocator of Linux learns from, a little less than 32 MiB.
const ROOM: usize = 31 << 20;
/// How much more than what is seen a piece holds while the map moves, to the size of what is seen, and how much of that
/// is left when it should be made anew.
const MARGIN: f32 = 0.2;
const SLACK: f32 = 0.06;
/// By how much the size differs in one frame, and how far the map goes to the size of what is seen, where that is a jump
/// and no motion.
const JUMP_SIZE: f32 = 1.3;
const JUMP_AWAY: f32 = 0.4;
/// From this many pieces on they are made on more than one processor.
const TOGETHER: usize = 12;
/// How many processors at most.
const HANDS: usize = 4;

/// The pieces of a map, and what they were made from.
pub(super) struct Kept {
    key: Key,
    pieces: Vec<Made>,
    /// All of them together, as they were shown last.
    shown: Arc<Mesh>,
    /// Where the eye was then; nothing where a piece was made anew since.
    shown_from: Option<Camera>,
    /// The piece after the one that was made anew last.
    next: usize,
    /// Where the map was looked at in the last frame, and when it moved last.
    last: Camera,
    since: f64,
}

/// A piece with its mesh.
struct Made {
    piece: Piece,
    /// Where the eye was, and what of the screen it was made for.
    camera: Camera,
    seen: Rect,
    /// Whether nothing of it was left out.
    all: bool,
    mesh: Mesh,
    /// Whether it differs from what is on the map.
    stale: bool,
}

/// What makes all pieces different.
#[derive(PartialEq)]
struct Key {
    shapes: u64,
    theme: Theme,
    selection: Selection,
    lit: BTreeSet<ActorId>,
    crowded: bool,
    pixels_per_point: f32,
}

/// How much a piece asks to be made anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Need {
    /// It is as if it was made now.
    None,
    /// It looks as it should for a while.
    Later,
    /// It will soon be too coarse or too small.
    Soon,
    /// It is too coarse, or something is seen that it does not hold.
    Now,
}

impl std::fmt::Debug for Kept {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Kept of {} pieces", self.pieces.len())
    }
}

impl Key {
    fn new(staged: &Staged, brush: &Brush<'_>, pixels_per_point: f32) -> Self {
        Self {
            shapes: staged.shapes,
            theme: brush.theme.clone(),
            selection: brush.selection.clone(),
            lit: brush.lit.clone(),
            crowded: brush.crowded,
            pixels_per_point,
        }
    }

    /// Says whether only what is selected can differ.
    fn fits(&self, staged: &Staged, brush: &Brush<'_>, pixels_per_point: f32) -> bool {
        self.shapes == staged.shapes
            && (self.pixels_per_point - pixels_per_point).abs() < 1e-4
            && self.crowded == brush.crowded
            && self.lit == *brush.lit
            && self.theme == *brush.theme
    }
}

impl Made {
    fn new(piece: Piece, camera: &Camera) -> Self {
        Self {
            piece,
            camera: camera.clone(),
            seen: Rect::NOTHING,
            all: false,
            mesh: Mesh::default(),
            stale: true,
        }
    }

    /// Makes the mesh, with some room round what is seen.
    fn make(&mut self, scene: &Scene, brush: &Brush<'_>, margin: f32, pixels_per_point: f32) {
        self.seen = brush.seen.expand2(brush.seen.size() * margin);
        let wider = Brush {
            seen: self.seen,
            ..*brush
        };
        (self.mesh, self.all) = paint::mesh(&self.piece, scene, &wider, pixels_per_point);
        self.camera = brush.camera.clone();
        self.stale = false;
    }

    fn need(&self, brush: &Brush<'_>) -> Need {
        if self.stale {
            return Need::Now;
        }
        if self.camera == *brush.camera && self.seen == brush.seen {
            return Need::None;
        }
        let by = brush.camera.since(&self.camera);
        let size = by.scaling.max(1.0 / by.scaling);
        let holds = by.mul_rect(self.seen).expand(0.5);
        let held = |seen: Rect| self.all || holds.contains_rect(seen);
        if size > MOST || !held(brush.seen) {
            Need::Now
        } else if size > COARSE || !held(brush.seen.expand2(brush.seen.size() * SLACK)) {
            Need::Soon
        } else {
            Need::Later
        }
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
    let it = kept.insert(before.unwrap_or_else(|| Kept::new(staged, brush, pixels_per_point)));
    it.select(&staged.scene, brush.selection);
    let jumped = jumped(&it.last, brush);
    if it.last != *brush.camera {
        it.last = brush.camera.clone();
        it.since = time;
    }
    let rests = time - it.since >= REST;
    it.renew(&staged.scene, brush, (rests, jumped));
    let mesh = it.joined(brush.camera);
    if mesh.vertices.len() >= LARGE {
        keep_room();
    }
    let most = it.needs(brush).max().unwrap_or(Need::None);
    if most == Need::Now || (rests && most != Need::None) {
        ui.request_repaint();
    } else if most != Need::None {
        let wait = Duration::from_secs_f64(REST - (time - it.since).max(0.0));
        ui.request_repaint_after(wait + Duration::from_millis(1));
    }
    mesh
}

impl Kept {
    fn new(staged: &Staged, brush: &Brush<'_>, pixels_per_point: f32) -> Self {
        let pieces = paint::pieces(&staged.scene, brush.crowded).into_iter();
        Self {
            key: Key::new(staged, brush, pixels_per_point),
            pieces: pieces.map(|it| Made::new(it, brush.camera)).collect(),
            shown: Arc::default(),
            shown_from: None,
            next: 0,
            last: brush.camera.clone(),
            since: f64::NEG_INFINITY,
        }
    }

    /// Gives whether all is shown as it was made, and how many corners it has.
    #[cfg(test)]
    pub(super) fn shown(&self) -> (bool, usize) {
        let corners = self.pieces.iter().map(|it| it.mesh.vertices.len());
        let exact = self.pieces.iter().all(|it| it.camera == self.last);
        (exact, corners.sum())
    }

    /// Gives what was shown last.
    #[cfg(test)]
    pub(super) fn whole(&self) -> Arc<Mesh> {
        Arc::clone(&self.shown)
    }

    /// Says whether all that an eye sees of the screen is in the pieces.
    #[cfg(test)]
    pub(super) fn holds(&self, seen: Rect, camera: &Camera) -> bool {
        self.pieces.iter().all(|it| {
            let by = camera.since(&it.camera);
            let holds = by.mul_rect(it.seen).expand(1.0);
            it.all || holds.contains_rect(seen)
        })
    }

    /// Takes over a scene in which only some actors and lines are others than before.
    pub(super) fn touch(&mut self, touched: &Touched, before: u64, shapes: u64) {
        if self.key.shapes != before {
            return;
        }
        self.key.shapes = shapes;
        for it in &mut self.pieces {
            it.stale |= match &it.piece {
                Piece::Whole | Piece::Rings | Piece::Texts => true,
                Piece::Strands(range) => holds_one(&touched.strands, range),
                Piece::Actors(range) => holds_one(&touched.actors, range),
            };
        }
    }

    /// Notes what holds something that is selected now and was not before, or the other way round.
    fn select(&mut self, scene: &Scene, selection: &Selection) {
        if self.key.selection == *selection {
            return;
        }
        let before = std::mem::replace(&mut self.key.selection, selection.clone());
        let differs = |item: Item| before.contains(item) != selection.contains(item);
        for it in &mut self.pieces {
            it.stale |= match &it.piece {
                Piece::Whole | Piece::Rings | Piece::Texts => true,
                Piece::Strands(range) => {
                    let strands = scene.strands.get(range.clone()).unwrap_or_default();
                    strands.iter().any(|strand| differs(strand.item))
                }
                Piece::Actors(range) => {
                    let actors = scene.actors.get(range.clone()).unwrap_or_default();
                    actors.iter().any(|actor| differs(Item::Actor(actor.id)))
                }
            };
        }
    }

    fn needs(&self, brush: &Brush<'_>) -> impl Iterator<Item = Need> {
        self.pieces.iter().map(|it| it.need(brush))
    }

    /// Makes anew what has to be, and of what would be better anew no more than a frame has time for.
    fn renew(&mut self, scene: &Scene, brush: &Brush<'_>, (rests, jumped): (bool, bool)) {
        let pixels_per_point = self.key.pixels_per_point;
        let corners = self.pieces.iter().map(|it| it.mesh.vertices.len());
        let small = corners.sum::<usize>() < LARGE;
        let mut stale: Vec<&mut Made> = self
            .pieces
            .iter_mut()
            .filter(|it| {
                let need = it.need(brush);
                it.stale || (small && need != Need::None) || (jumped && need == Need::Now)
            })
            .collect();
        if !stale.is_empty() {
            self.shown_from = None;
            make(&mut stale, scene, brush, pixels_per_point);
        }
        let margin = if rests { 0.0 } else { MARGIN };
        let least = if rests { Need::Later } else { Need::Soon };
        let mut made = 0;
        // What is missing or too coarse comes first.
        for wanted in [Need::Now, Need::Soon, Need::Later] {
            for step in 0..self.pieces.len() {
                if wanted < least || made >= SLICE {
                    return;
                }
                let index = (self.next + step) % self.pieces.len();
                if let Some(it) = self.pieces.get_mut(index)
                    && it.need(brush) == wanted
                {
                    it.make(scene, brush, margin, pixels_per_point);
                    made += it.mesh.vertices.len().max(1);
                    self.next = index + 1;
                    self.shown_from = None;
                }
            }
        }
    }

    /// Puts all pieces together, each moved along with the map since it was made.
    fn joined(&mut self, camera: &Camera) -> Arc<Mesh> {
        if self.shown_from.as_ref() == Some(camera) {
            return Arc::clone(&self.shown);
        }
        // The room of the frame before is used again where nobody holds it any more.
        let mut all = match Arc::try_unwrap(std::mem::take(&mut self.shown)) {
            Ok(mut mesh) => {
                mesh.vertices.clear();
                mesh.indices.clear();
                mesh
            }
            Err(_) => Mesh::default(),
        };
        let pieces = || self.pieces.iter().map(|it| &it.mesh);
        all.vertices
            .reserve(pieces().map(|mesh| mesh.vertices.len()).sum());
        all.indices
            .reserve(pieces().map(|mesh| mesh.indices.len()).sum());
        for it in &self.pieces {
            let by = (it.camera != *camera).then(|| camera.since(&it.camera));
            append(&mut all, &it.mesh, by);
        }
        self.shown = Arc::new(all);
        self.shown_from = Some(camera.clone());
        Arc::clone(&self.shown)
    }
}

/// Says whether the eye sees another part of the map than a frame ago, or sees it at quite another size.
fn jumped(last: &Camera, brush: &Brush<'_>) -> bool {
    let by = brush.camera.since(last);
    let centre = brush.seen.center();
    let away = (by * centre - centre).abs();
    let far = brush.seen.size() * JUMP_AWAY;
    by.scaling.max(1.0 / by.scaling) > JUMP_SIZE || away.x > far.x || away.y > far.y
}

/// Makes pieces as they are to be at rest; many of them on all processors.
fn make(pieces: &mut [&mut Made], scene: &Scene, brush: &Brush<'_>, pixels_per_point: f32) {
    let corners: usize = pieces.iter().map(|it| it.mesh.vertices.len()).sum();
    let little = (1..LARGE).contains(&corners) || pieces.len() < TOGETHER;
    let hands = if little {
        1
    } else {
        let hands = std::thread::available_parallelism();
        hands.map_or(1, |hands| hands.get().min(HANDS))
    };
    let work = |some: &mut [&mut Made]| {
        for it in some {
            it.make(scene, brush, 0.0, pixels_per_point);
        }
    };
    if hands == 1 {
        work(pieces);
        return;
    }
    let share = pieces.len().div_ceil(hands);
    std::thread::scope(|scope| {
        let mut shares = pieces.chunks_mut(share);
        let own = shares.next();
        for some in shares {
            scope.spawn(move || work(some));
        }
        if let Some(own) = own {
            work(own);
        }
    });
}

/// Says whether one of some numbers, in order, lies in a range.
fn holds_one(numbers: &[usize], range: &std::ops::Range<usize>) -> bool {
    let first = numbers.partition_point(|number| *number < range.start);
    numbers.get(first).is_some_and(|number| *number < range.end)
}

fn append(all: &mut Mesh, mesh: &Mesh, by: Option<TSTransform>) {
    let offset = u32::try_from(all.vertices.len()).unwrap_or(u32::MAX);
    all.indices
        .extend(mesh.indices.iter().map(|index| index + offset));
    match by {
        None => all.vertices.extend_from_slice(&mesh.vertices),
        Some(by) => all.vertices.extend(mesh.vertices.iter().map(|it| Vertex {
            pos: by * it.pos,
            ..*it
        })),
    }
}

/// Has the allocator keep what a frame gives back: a large mesh comes and goes with every frame, and asking the system
/// for fresh memory each time takes longer than drawing.
fn keep_room() {
    static ONCE: Once = Once::new();
    // On Linux the allocator learns from the largest piece that was given back.
    ONCE.call_once(|| drop(std::hint::black_box(Vec::<u8>::with_capacity(ROOM))));
}
