//! Gets the scene ready: made anew where the map, the eye or what is shown changed, and fitted where that is wished.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use eframe::egui::{Pos2, Rect, Ui, Vec2};

use super::camera::{Camera, inset};
use super::looks::{Audience, Looks};
use super::projection::Projection;
use super::scene::{Laid as Standing, Naming, Plan, Scene, Spots, Touched};
use super::sight::{around, fit, is_hidden, show, take_in};
use super::units::pos_of_place;
use super::{Canvas, Legend, MARGIN, Wish, arrange, listing, looking, units, wall};
use crate::model::{ActorId, Content};
use crate::session::arrange::Wanted;
use crate::ui::cx::Cx;
use crate::ui::theme;

/// Above this many actors not every name is shown when the map is small.
pub(super) const MANY: usize = 60;
/// Names of many actors are shown from this zoom on.
const NAMES_FROM: f32 = 0.5;
/// How many names stay when there are many actors.
const MOST_NAMES: usize = 40;
/// Above this many actors names are placed only round what is seen.
const WINDOWED: usize = 300;
/// The size of numbers in shapes to that of the names in the list.
const NUMBERS: f32 = 0.6;

/// A scene with its graph and what both were made from.
#[derive(Debug)]
pub(super) struct Staged {
    /// What is drawn.
    pub(super) scene: Scene,
    /// What is where.
    pub(super) projection: Projection,
    /// Grows with every scene.
    pub(super) serial: u64,
    /// Grows with every scene in which more than letters differs.
    pub(super) shapes: u64,
    /// What is on the screen and what it means.
    pub(super) legend: Legend,
    /// The rectangle that holds all that does not make way.
    pub(super) solid: Option<Rect>,
    basis: Basis,
    /// The map that it was made from.
    content: Content,
}

impl Staged {
    /// Draws the list of names where the shapes hold numbers.
    pub(super) fn listing_ui(&self, cx: &Cx<'_>, ui: &Ui, rect: Rect, picture: bool) {
        if !self.scene.listing.is_empty() {
            let top = if self.basis.looks.on_the_wall() {
                wall::head(cx.now(), rect.width(), self.basis.looks.label)
            } else {
                MARGIN.y + wall::picture_title_height(cx, rect.width(), picture)
            };
            let room = inset(rect, 0.0, top, 0.0, MARGIN.y);
            listing::listing_ui(
                ui,
                cx.theme,
                &self.scene.listing,
                room,
                self.basis.looks.label,
            );
        }
    }

    /// Takes over some actors that changed, where nothing else did.
    fn touch(&mut self, plan: &Plan<'_>, changed: &[ActorId]) -> Option<Touched> {
        let touched = self.scene.touch(plan, changed)?;
        self.projection.touch(&self.scene, &touched);
        self.legend = Legend::of(&self.scene, None, plan.looks.language);
        Some(touched)
    }

    /// Gives by how much lines are wider than usual.
    pub(super) fn pen(&self, camera: &Camera) -> f32 {
        if self.basis.looks.on_the_wall() {
            self.basis.looks.text_scale() * wall::PEN
        } else {
            camera.zoom().clamp(0.55, 1.6)
        }
    }
}

/// Makes the scene and does what the eye was asked for.
pub(super) fn prepare(cx: &Cx<'_>, ui: &Ui, canvas: &mut Canvas, rect: Rect, resized: bool) {
    let painted = canvas.seen.painted();
    looking::follow(cx, canvas);
    if arrange::lay_out(cx, ui, canvas, rect) {
        judge_names(cx, ui, canvas, rect);
    }
    // Another paint makes another legend, that may stand over what nobody put there.
    let resized = resized || canvas.seen.painted() != painted;
    let looks = looks(cx, canvas, rect);
    let now_on_wall = looks.on_the_wall();
    let was_on_wall = canvas
        .staged
        .as_ref()
        .is_some_and(|staged| staged.basis.looks.on_the_wall());
    if now_on_wall {
        canvas.camera = Camera::plain();
        canvas.wish = Wish::Fit;
        refresh(cx, ui, canvas);
        return;
    }
    if was_on_wall {
        canvas.wish = Wish::Fit;
    }
    if resized
        && canvas
            .fitted
            .as_ref()
            .is_some_and(|fitted| fitted.same_view(&canvas.camera))
    {
        canvas.wish = Wish::Fit;
    }
    refresh(cx, ui, canvas);
    match std::mem::replace(&mut canvas.wish, Wish::Stay) {
        Wish::Fit => {
            fit(cx, ui, canvas, rect);
            canvas.fitted = Some(canvas.camera.clone());
        }
        Wish::Stay => {}
        Wish::Zoom(factor) => canvas.camera.zoom_at(rect.center(), factor),
        Wish::Show(actors) => {
            let whole = canvas.fitted.as_ref();
            let whole = whole.is_some_and(|fitted| fitted.same_view(&canvas.camera));
            // Who looks at the whole map goes on doing so when it grows.
            let grown = whole && is_hidden(cx, ui, canvas, (rect, &actors));
            if grown {
                take_in(cx, ui, canvas, rect);
                canvas.fitted = Some(canvas.camera.clone());
            } else {
                show(cx, ui, canvas, (rect, &actors));
            }
        }
    }
    if resized {
        canvas.kept = None;
    }
    refresh(cx, ui, canvas);
}

/// Puts the names of a view in a list where they have no room beside their actors, as it is seen without a zoom.
fn judge_names(cx: &Cx<'_>, ui: &Ui, canvas: &mut Canvas, rect: Rect) {
    if cx.now().actors.len() > MANY {
        return;
    }
    let eye = canvas.camera.clone();
    arrange::look(cx, canvas, rect);
    refresh(cx, ui, canvas);
    if arrange::crowded(canvas) && arrange::shorten(canvas) {
        refresh(cx, ui, canvas);
    }
    if arrange::crowded(canvas) {
        arrange::list(cx, ui, canvas);
    }
    canvas.camera = eye;
}

fn looks(cx: &Cx<'_>, canvas: &Canvas, rect: Rect) -> Looks {
    let audience = match &cx.view.wall {
        Some(shown) => Audience::Wall(shown.clone()),
        None if canvas.picture => Audience::Picture,
        None => Audience::Work,
    };
    let label = match audience {
        Audience::Wall(_) => Looks::wall_label(rect.height()) * cx.text_scale().max(1.0).sqrt(),
        Audience::Picture => theme::LABEL * cx.text_scale(),
        Audience::Work => theme::LABEL,
    };
    Looks {
        audience,
        issue: cx.issue().map(|issue| issue.id),
        language: cx.language(),
        label,
        seen: canvas.seen.serial(),
        folds: Arc::clone(canvas.seen.folds()),
        paint: canvas.seen.paint().cloned(),
    }
}

fn naming(n_actors: usize, zoom: f32) -> Naming {
    if n_actors <= MANY {
        Naming::All
    } else if zoom >= NAMES_FROM {
        Naming::Roomy
    } else {
        Naming::Most(MOST_NAMES)
    }
}

/// What a scene is made from, besides places.
#[derive(Debug, Clone, PartialEq)]
struct Basis {
    generation: u64,
    looks: Looks,
    font: f32,
    naming: Naming,
    spots: Spots,
    size: Vec2,
    within: Option<Rect>,
    /// The part of the map in which names are placed, where there are too many for all of it.
    window: Option<Rect>,
    /// The layout of a view that is not the network, and whose relations are seen in it.
    laid: Option<(u64, BTreeSet<ActorId>)>,
}

impl Basis {
    fn of(cx: &Cx<'_>, canvas: &Canvas, rect: Rect) -> Self {
        let looks = looks(cx, canvas, rect);
        let wall = looks.on_the_wall();
        let naming = if wall {
            Naming::All
        } else {
            naming(cx.now().actors.len(), canvas.camera.zoom())
        };
        Self {
            generation: cx.session.generation(),
            font: if wall {
                looks.label
            } else if canvas.laid.as_ref().is_some_and(arrange::Laid::listed) {
                canvas.camera.font(arrange::digits(cx, canvas.picture))
            } else if canvas.listed {
                canvas.camera.font(looks.label * NUMBERS)
            } else {
                canvas.camera.font(looks.label)
            },
            naming,
            spots: if canvas
                .laid
                .as_ref()
                .map_or(canvas.listed, arrange::Laid::listed)
            {
                Spots::List
            } else if naming == Naming::All && canvas.laid.is_none() {
                Spots::BesideAndInPills
            } else {
                Spots::Beside
            },
            size: if wall { rect.size() } else { Vec2::ZERO },
            within: match &canvas.laid {
                Some(laid) => Some(units::rect(laid.arranged.whole)),
                None => canvas.frame.filter(|_| !wall),
            },
            window: window(canvas, rect, naming, cx.now().actors.len()),
            laid: canvas.laid.as_ref().map(|laid| {
                let selected = cx.session.selection().actors();
                let seen = match laid.wanted {
                    Wanted::Forces(_) => BTreeSet::new(),
                    Wanted::Matrix | Wanted::Rings(_) if canvas.picture => BTreeSet::new(),
                    Wanted::Matrix | Wanted::Rings(_) => selected.collect(),
                };
                (laid.serial, seen)
            }),
            looks,
        }
    }
}

impl Basis {
    /// Says whether only the map itself can differ.
    fn differs_only_in_the_map(&self, other: &Self) -> bool {
        let alike = Self {
            generation: other.generation,
            ..self.clone()
        };
        alike == *other
    }

    /// Says whether shapes and lines would come out the same.
    fn differs_only_in_letters(&self, other: &Self) -> bool {
        // Where names may vanish shapes stand where they stand, whatever the room for names.
        let loose = self.naming != Naming::All && other.naming != Naming::All;
        let alike = Self {
            font: other.font,
            naming: other.naming,
            window: other.window,
            within: if loose { other.within } else { self.within },
            ..self.clone()
        };
        self.spots == Spots::Beside && alike == *other
    }
}

/// Gives the part of the map in which names are placed: what is seen and some more, the same as before where it can be.
fn window(canvas: &Canvas, rect: Rect, naming: Naming, n_actors: usize) -> Option<Rect> {
    if naming != Naming::Roomy || n_actors <= WINDOWED {
        return None;
    }
    let seen = Rect::from_min_max(
        canvas.camera.map_from_screen(rect.min),
        canvas.camera.map_from_screen(rect.max),
    );
    let before = canvas.staged.as_ref();
    let before = before.and_then(|staged| staged.basis.window);
    let fits = |room: &Rect| room.contains_rect(seen) && room.width() < seen.width() * 3.0;
    let more = seen.expand2(seen.size() * 0.5);
    Some(before.filter(fits).unwrap_or(more))
}

/// Makes the scene anew where something it was made from changed.
pub(super) fn refresh(cx: &Cx<'_>, ui: &Ui, canvas: &mut Canvas) {
    let Some(rect) = canvas.rect else {
        return;
    };
    let basis = Basis::of(cx, canvas, rect);
    let before = canvas.staged.take();
    if before.as_ref().is_some_and(|staged| staged.basis == basis) {
        canvas.staged = before;
        return;
    }
    let label = basis.looks.label;
    let sizes = std::mem::take(&mut canvas.sizes).at(ui, label);
    let measure = |words: &str| sizes.of(ui, words) * (basis.font / label);
    let before_shapes = before.as_ref().map_or(0, |it| it.shapes);
    let (staged, touched) = renewed(cx, canvas, (before, &basis), (rect, &measure));
    canvas.sizes = sizes;
    if let (Some(touched), Some(kept)) = (touched, &mut canvas.kept) {
        kept.touch(&touched, before_shapes, staged.shapes);
    }
    canvas.staged = Some(staged);
}

/// What of a scene has to be made anew.
enum Anew {
    /// Where names stand.
    Letters(Staged),
    /// Some actors and what hangs on them.
    Actors(Staged, Vec<ActorId>),
    /// All of it.
    All,
}

impl Anew {
    fn of(canvas: &Canvas, before: Option<Staged>, (now, basis): (&Content, &Basis)) -> Self {
        let Some(staged) = before else {
            return Self::All;
        };
        if staged.basis.differs_only_in_letters(basis) {
            return Self::Letters(staged);
        }
        let apart = canvas.seen.as_it_is() && staged.basis.differs_only_in_the_map(basis);
        let changed = apart
            .then(|| changed_actors(&staged.content, now))
            .flatten();
        changed.map_or(Self::All, |changed| Self::Actors(staged, changed))
    }

    /// Gives where everybody stands: at their new places, else as they were drawn.
    fn centres(&self, places: &BTreeMap<ActorId, Pos2>) -> Vec<Pos2> {
        let mut centres: Vec<Pos2> = places.values().copied().collect();
        if let Self::Letters(staged) | Self::Actors(staged, _) = self {
            let actors = staged.scene.actors.iter();
            let standing = actors.filter(|actor| !places.contains_key(&actor.id));
            centres.extend(standing.map(|actor| actor.figure.centre));
        }
        centres
    }
}

/// Gives the actors that differ between two states of a map; nothing where more than actors differs.
fn changed_actors(before: &Content, now: &Content) -> Option<Vec<ActorId>> {
    let others = Content {
        actors: now.actors.clone(),
        ..before.clone()
    };
    (others == *now).then(|| now.actors.unshared(&before.actors))?
}

/// Gives the view in which everybody stands, where it is not the network.
fn standing<'a>(canvas: &'a Canvas, basis: &'a Basis) -> Option<Standing<'a>> {
    canvas.laid.as_ref().map(|laid| Standing {
        arranged: &laid.arranged,
        ties: basis.laid.as_ref().map(|(_, ties)| ties),
        boxes: arrange::boxes(laid),
        letters: laid.letters,
    })
}

/// Makes the scene anew, or of the one before what differs; gives as well what that was.
fn renewed(
    cx: &Cx<'_>,
    canvas: &Canvas,
    (before, basis): (Option<Staged>, &Basis),
    (rect, measure): (Rect, &dyn Fn(&str) -> Vec2),
) -> (Staged, Option<Touched>) {
    let now = canvas.seen.now(cx);
    let numbers = before.as_ref().map(|it| (it.serial, it.shapes));
    let (serial, shapes) = numbers.unwrap_or_default();
    let what = Anew::of(canvas, before, (now, basis));
    let places = match &what {
        Anew::Letters(_) => BTreeMap::new(),
        Anew::Actors(_, changed) => {
            let place = |id: &ActorId| (*id, pos_of_place(cx.session.place(*id)));
            changed.iter().map(place).collect()
        }
        Anew::All => places(cx, canvas),
    };
    let centres = what.centres(&places);
    let standing = standing(canvas, basis);
    let plan = Plan {
        now,
        places: &places,
        looks: &basis.looks,
        font: basis.font,
        radius: standing
            .as_ref()
            .map(|laid| units::narrow(laid.arranged.radius)),
        naming: basis.naming,
        spots: basis.spots,
        laid: standing.as_ref(),
        within: basis
            .within
            .map(|frame| around(frame, &centres, basis.font)),
        window: basis.window,
        measure,
    };
    let mut touched = None;
    let (shapes, (scene, projection, legend)) = match what {
        Anew::Letters(it) => (shapes, (it.scene.renamed(&plan), it.projection, it.legend)),
        Anew::Actors(mut it, changed) => {
            touched = it.touch(&plan, &changed);
            let made = if touched.is_some() {
                (it.scene, it.projection, it.legend)
            } else {
                let places = &self::places(cx, canvas);
                anew(&Plan { places, ..plan }, rect)
            };
            (shapes + 1, made)
        }
        Anew::All => (shapes + 1, anew(&plan, rect)),
    };
    let (basis, content) = (basis.clone(), now.clone());
    let staged = Staged {
        solid: scene.solid(),
        scene,
        projection,
        serial: serial + 1,
        shapes,
        legend,
        basis,
        content,
    };
    (staged, touched)
}

/// Makes the scene, what is where in it, and what it means.
fn anew(plan: &Plan<'_>, rect: Rect) -> (Scene, Projection, Legend) {
    let scene = if plan.looks.on_the_wall() {
        wall::scene(plan, rect.size())
    } else {
        Scene::new(plan)
    };
    let projection = Projection::new(&scene);
    let arranged = plan.laid.map(|laid| laid.arranged);
    let legend = Legend::of(&scene, arranged, plan.looks.language);
    (scene, projection, legend)
}

/// Gives where everybody stands in the view.
fn places(cx: &Cx<'_>, canvas: &Canvas) -> BTreeMap<ActorId, Pos2> {
    if let Some(laid) = &canvas.laid {
        let spots = laid.arranged.spots.iter();
        return spots
            .map(|(actor, spot)| (*actor, units::pos(spot.at)))
            .collect();
    }
    let places = canvas.seen.places(cx).into_iter();
    places
        .map(|(actor, place)| (actor, pos_of_place(place)))
        .collect()
}
