//! Times frames of the whole window with a large map, beside bare `egui_graphs` on the same graph in the same run.
//!
//! `cargo bench --bench canvas`. A frame counts from its input to its meshes: the user interface and the
//! tessellation, without a screen. Numbers after `--` choose the sizes, the word `ours` leaves the comparison out. Both
//! stand in a window of 1440 by 900 points and show the whole graph with its names.

mod support;

use std::path::Path;
use std::time::Duration;

use eframe::egui::{
    self, CentralPanel, Context, CursorIcon, Event, PointerButton, Pos2, RawInput, Rect, Vec2,
    ViewportId, pos2, vec2,
};
use egui_graphs::{DefaultGraphView, SettingsInteraction, SettingsNavigation};
use jiff::civil::date;
use krachtenveld::model::{
    Actor, ActorId, Answer, Arena, Document, DocumentId, IdSource, Identity as _, Issue, Judged,
    Language, Level5, Note, Place, Position, Relation, Stance, Term, Unknown,
};
use krachtenveld::placement::Point;
use krachtenveld::session::network_of;
use krachtenveld::ui::{App, Folders, Jobs, ScriptedDialogs, Settings, Start};
use krachtenveld::{placement, storage};
use petgraph::stable_graph::StableGraph;
use support::{Graph, Series, graph, median, timed};

/// The size of the window.
const WINDOW: Vec2 = vec2(1_440.0, 900.0);
/// A point of the map about which it is zoomed and shifted.
const MIDDLE: Pos2 = pos2(520.0, 440.0);
/// How many corners each actor has at the least in a window that shows its map.
const SHOWN: f64 = 10.0;
/// How many frames are timed.
const N_FRAMES: u16 = 120;

#[expect(clippy::print_stdout, reason = "a bench reports its times")]
fn main() {
    let Ok(folder) = tempfile::tempdir() else {
        println!("no folder to work in");
        return;
    };
    let words: Vec<String> = std::env::args().skip(1).collect();
    let alone = words.iter().any(|word| word == "ours");
    let asked: Vec<usize> = words.iter().filter_map(|word| word.parse().ok()).collect();
    for n in [40, 1_000, 5_000] {
        if !asked.is_empty() && !asked.contains(&n) {
            continue;
        }
        let graph = graph(n, 3 * n, &mut Series(1));
        let document = document(&graph);
        println!("{n} actors, {} relations", graph.pairs.len());
        ours(folder.path(), &document);
        if !alone {
            bare(&document);
        }
    }
}

/// What is drawn, frame by frame.
trait Window {
    fn ui(&mut self, ui: &mut egui::Ui);
}

impl Window for App {
    fn ui(&mut self, ui: &mut egui::Ui) {
        self.logic(ui.ctx());
        Self::ui(self, ui);
    }
}

/// Times a window: what a pointer does to it, and doing nothing.
struct Timed<W> {
    window: W,
    context: Context,
    time: f64,
}

/// One frame: what it took, and whether it asks for the next one at once.
struct Frame {
    ui: f64,
    meshes: f64,
    again: bool,
    corners: f64,
    cursor: CursorIcon,
}

impl<W: Window> Timed<W> {
    fn new(window: W, context: Context) -> Self {
        Self {
            window,
            context,
            time: 0.0,
        }
    }

    fn frame(&mut self, events: Vec<Event>) -> Frame {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, WINDOW)),
            time: Some(self.time),
            focused: true,
            events,
            ..RawInput::default()
        };
        let (ui, mut output) = timed(|| self.context.run_ui(input, |ui| self.window.ui(ui)));
        output.textures_delta.clear();
        let cursor = output.platform_output.cursor_icon;
        let root = output.viewport_output.get(&ViewportId::ROOT);
        let again = root.is_some_and(|root| root.repaint_delay < Duration::from_millis(30));
        let (shapes, scale) = (output.shapes, output.pixels_per_point);
        let (meshes, made) = timed(|| self.context.tessellate(shapes, scale));
        let corners = made.iter().map(|it| match &it.primitive {
            egui::epaint::Primitive::Mesh(mesh) => mesh.vertices.len(),
            egui::epaint::Primitive::Callback(_) => 0,
        });
        let corners = corners.sum::<usize>();
        Frame {
            ui,
            meshes,
            again,
            corners: f64::from(u32::try_from(corners).unwrap_or(u32::MAX)),
            cursor,
        }
    }

    #[expect(clippy::print_stdout, reason = "a bench reports its times")]
    fn report(&mut self, name: &str) {
        for _ in 0..8 {
            self.frame(vec![Event::PointerMoved(pos2(500.0, 450.0))]);
        }
        let moving = self.frames(|step| {
            let way = f32::from(step) / f32::from(N_FRAMES);
            let at = pos2(150.0 + 700.0 * way, 450.0 + 260.0 * (way * 21.0).sin());
            vec![Event::PointerMoved(at)]
        });
        self.frame(vec![Event::PointerMoved(MIDDLE)]);
        let zooming = self.frames(|step| {
            let inward = step % 60 < 30;
            vec![Event::Zoom(if inward { 1.06 } else { 1.0 / 1.06 })]
        });
        let panning = self.panning();
        self.frame(vec![Event::PointerGone]);
        let mut n_wanted = 0;
        let still = self.frames(|_| Vec::new());
        for frame in &still {
            n_wanted += u16::from(frame.again);
        }
        println!("  {name}");
        println!("    pointer moving: {}", told(&moving));
        println!("    zooming:        {}", told(&zooming));
        println!("    panning:        {}", told(&panning));
        println!(
            "    untouched:      {}, asks for {n_wanted} of {N_FRAMES} frames",
            told(&still)
        );
    }

    /// Shifts the map with the middle button held, there and back.
    fn panning(&mut self) -> Vec<Frame> {
        let held = |pressed| button(MIDDLE, PointerButton::Middle, pressed);
        self.frame(vec![Event::PointerMoved(MIDDLE), held(true)]);
        let frames = self.frames(|step| {
            let turn = f32::from(step) / f32::from(N_FRAMES) * std::f32::consts::TAU;
            let by = vec2(300.0 * turn.sin(), 200.0 * (1.0 - turn.cos()));
            vec![Event::PointerMoved(MIDDLE + by)]
        });
        self.frame(vec![Event::PointerMoved(MIDDLE), held(false)]);
        frames
    }

    /// Looks closer, finds an actor by its rim, and gives where it stands when all is seen again.
    fn actor(&mut self, closer: f32) -> Option<Pos2> {
        self.frame(vec![Event::PointerMoved(MIDDLE)]);
        self.frame(vec![Event::Zoom(closer)]);
        let mut found = None;
        'rows: for row in 0..24_u8 {
            let mut before = CursorIcon::Default;
            for column in 0..160_u8 {
                let by = vec2(f32::from(column) * 2.0, f32::from(row) * 9.0);
                let at = MIDDLE - vec2(160.0, 100.0) + by;
                let cursor = self.frame(vec![Event::PointerMoved(at)]).cursor;
                if (before, cursor) == (CursorIcon::Crosshair, CursorIcon::PointingHand) {
                    found = Some(at);
                    break 'rows;
                }
                before = cursor;
            }
        }
        self.frame(vec![Event::PointerMoved(MIDDLE)]);
        self.frame(vec![Event::Zoom(1.0 / closer)]);
        for _ in 0..20 {
            self.frame(Vec::new());
        }
        found.map(|at| MIDDLE + (at - MIDDLE) / closer)
    }

    #[expect(clippy::print_stdout, reason = "a bench reports its times")]
    fn report_actor(&mut self, at: Pos2) {
        let primary = |at, pressed| button(at, PointerButton::Primary, pressed);
        // On the actor, and then beside the map.
        let selecting = self.frames(|step| {
            let at = if step % 24 < 12 {
                at
            } else {
                pos2(at.x, 860.0)
            };
            match step % 12 {
                0 => vec![Event::PointerMoved(at)],
                2 => vec![primary(at, true)],
                3 => vec![primary(at, false)],
                _ => Vec::new(),
            }
        });
        self.frame(vec![Event::PointerMoved(at)]);
        self.frame(vec![primary(at, true)]);
        let dragging = self.frames(|step| {
            let turn = f32::from(step) / f32::from(N_FRAMES) * std::f32::consts::TAU;
            vec![Event::PointerMoved(
                at + vec2(80.0 * turn.sin(), 60.0 * turn.sin()),
            )]
        });
        self.frame(vec![primary(at, false)]);
        println!("    selecting:      {}", told(&selecting));
        println!("    dragging:       {}", told(&dragging));
    }

    /// Types a line and hands it in; gives the longest frame.
    fn enter(&mut self, line: &str) -> f64 {
        let key = |pressed| Event::Key {
            key: egui::Key::Enter,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: egui::Modifiers::NONE,
        };
        let mut events = vec![Vec::new(), vec![Event::Text(line.to_owned())], Vec::new()];
        events.push(vec![key(true), key(false)]);
        events.extend(std::iter::repeat_with(Vec::new).take(4));
        let frames = events.into_iter().map(|events| self.frame(events));
        frames
            .map(|frame| frame.ui + frame.meshes)
            .fold(0.0, f64::max)
    }

    fn frames(&mut self, events: impl Fn(u16) -> Vec<Event>) -> Vec<Frame> {
        (0..N_FRAMES).map(|step| self.frame(events(step))).collect()
    }
}

fn button(pos: Pos2, button: PointerButton, pressed: bool) -> Event {
    Event::PointerButton {
        pos,
        button,
        pressed,
        modifiers: egui::Modifiers::NONE,
    }
}

fn told(frames: &[Frame]) -> String {
    let of = |what: fn(&Frame) -> f64| frames.iter().map(what).collect::<Vec<f64>>();
    let whole = of(|frame| frame.ui + frame.meshes);
    let mut sorted = whole.clone();
    sorted.sort_by(f64::total_cmp);
    let most = sorted.last().copied().unwrap_or(f64::NAN);
    let late = sorted
        .get(sorted.len() * 95 / 100)
        .copied()
        .unwrap_or(f64::NAN);
    format!(
        "median {:.2} ms (ui {:.2}, meshes {:.2}), 95 % within {late:.2} ms, longest {most:.2} ms, \
         {:.0} corners",
        median(whole),
        median(of(|frame| frame.ui)),
        median(of(|frame| frame.meshes)),
        median(of(|frame| frame.corners)),
    )
}

#[expect(clippy::print_stdout, reason = "a bench reports its times")]
fn ours(folder: &Path, document: &Document) {
    for (placed, what) in [(false, "without places"), (true, "with its places")] {
        let mut document = document.clone();
        if !placed {
            forget_places(&mut document);
        }
        let path = folder.join("map.krachtenveld.ron");
        if std::fs::write(&path, storage::print_document(&document)).is_err() {
            println!("  no room for the map");
            return;
        }
        let apart = folder.join(what);
        let (time, longest, mut window) = opened(
            Jobs::threaded(Folders::within(&apart)),
            &path,
            document.now.actors.len(),
        );
        println!(
            "  opened {what}: map seen after {time:.1} ms, longest frame until then {longest:.1} ms"
        );
        if placed {
            window.report("krachtenveld, the whole window");
            let closer = match document.now.actors.len() {
                0..=100 => 2.0,
                101..=2_000 => 4.0,
                _ => 10.0,
            };
            match window.actor(closer) {
                Some(at) => window.report_actor(at),
                None => println!("    no actor found under the pointer"),
            }
            let entered = window.enter("Nog een partij");
            println!("    an actor entered: longest frame {entered:.1} ms");
            window.report("krachtenveld, after an edit");
        }
    }
}

/// Opens a map as the program does, read and placed beside the window; gives when its shapes are seen, and the longest
/// frame until then. What is kept of the map after that is waited for.
fn opened(jobs: Jobs, path: &Path, n_actors: usize) -> (f64, f64, Timed<App>) {
    let (time, (longest, mut window)) = timed(|| {
        let app = App::new(Start {
            settings: Settings {
                language: Language::Dutch,
                ..Settings::default()
            },
            jobs,
            dialogs: Box::new(ScriptedDialogs::new(Vec::new())),
            today: date(2026, 5, 12),
            seed: 42,
            path: Some(path.to_owned()),
        });
        let mut window = Timed::new(app, Context::default());
        let least = SHOWN * f64::from(u32::try_from(n_actors).unwrap_or(u32::MAX));
        let mut longest = 0.0_f64;
        for _ in 0..5_000 {
            let frame = window.frame(Vec::new());
            longest = longest.max(frame.ui + frame.meshes);
            if window.window.session().is_some() && frame.corners > least {
                break;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        (longest, window)
    });
    for _ in 0..100 {
        window.frame(Vec::new());
        std::thread::sleep(Duration::from_millis(15));
    }
    (time, longest, window)
}

/// Only the graph view of `egui_graphs`, over the whole window.
struct Bare {
    graph: egui_graphs::Graph<ActorId, ()>,
    frames: usize,
}

impl Window for Bare {
    fn ui(&mut self, ui: &mut egui::Ui) {
        // Shows all of it first, then leaves the eye to the pointer.
        let fit = self.frames < 4;
        self.frames += 1;
        let navigation = SettingsNavigation::new()
            .with_fit_to_screen_enabled(fit)
            .with_zoom_and_pan_enabled(!fit);
        let interaction = SettingsInteraction::new()
            .with_dragging_enabled(true)
            .with_hover_enabled(true)
            .with_node_selection_enabled(true)
            .with_edge_selection_enabled(true);
        let style = egui_graphs::SettingsStyle::new().with_labels_always(true);
        CentralPanel::default().show(ui, |ui| {
            let view = DefaultGraphView::new()
                .with_navigations(&navigation)
                .with_interactions(&interaction)
                .with_styles(&style);
            view.show(ui, &mut self.graph);
        });
    }
}

fn bare(document: &Document) {
    let now = &document.now;
    let mut plain = StableGraph::new();
    let mut index = std::collections::BTreeMap::new();
    for actor in now.actors.iter() {
        index.insert(actor.id, plain.add_node(actor.id));
    }
    for relation in now.relations.iter() {
        if let (Some(a), Some(b)) = (index.get(&relation.from), index.get(&relation.to)) {
            plain.add_edge(*a, *b, ());
        }
    }
    let mut graph = egui_graphs::to_graph(&plain);
    for actor in now.actors.iter() {
        let node = index.get(&actor.id).and_then(|at| graph.node_mut(*at));
        if let (Some(node), Some(place)) = (node, actor.place) {
            node.set_label(actor.name.clone());
            node.set_location(at(place));
        }
    }
    Timed::new(Bare { graph, frames: 0 }, Context::default()).report("bare egui_graphs");
}

#[expect(clippy::cast_possible_truncation, reason = "places are small numbers")]
fn at(place: Place) -> Pos2 {
    pos2(place.x() as f32, place.y() as f32)
}

/// Makes the map of a graph, with every actor in its place.
fn document(graph: &Graph) -> Document {
    let mut ids = IdSource::new(3);
    let mut series = Series(9);
    let mut document = Document::new(DocumentId::from_bits(1), Language::Dutch);
    let issue = Issue {
        id: ids.fresh(),
        name: "De vraag".to_owned(),
        description: Note::default(),
        agreement: std::collections::BTreeSet::new(),
        unknown: Unknown::default(),
    };
    let mut made: Vec<ActorId> = Vec::new();
    for (number, group) in graph.group.iter().enumerate() {
        let mut actor = Actor::new(ids.fresh(), format!("Partij {number} van groep {group}"));
        let arena = Arena::ALL[group % Arena::ALL.len()];
        actor.arena = Answer::given(Term::BuiltIn(arena));
        let power = i64::try_from(series.below(5)).unwrap_or(0) + 1;
        actor.power = Answer::given(Level5::nearest(power));
        let position = i8::try_from(series.below(10)).unwrap_or(0) - 3;
        if let Some(position) = Position::new(position) {
            let stance = Stance {
                position: Answer::Given(Judged::new(position)),
                ..Stance::default()
            };
            actor.positions.insert(issue.id, stance);
        }
        made.push(actor.id);
        document.now.actors.put(actor);
    }
    document.now.issues.put(issue);
    for (a, b) in &graph.pairs {
        let relation = Relation::new(ids.fresh(), made[*a], made[*b]);
        document.now.relations.put(relation);
    }
    document.now.focal = made.first().copied();
    let network = network_of(&document, |_| None);
    let places = placement::arrange(&network, 1);
    put(&mut document, &places);
    document
}

fn put(document: &mut Document, places: &[Point]) {
    let ids: Vec<ActorId> = document.now.actors.ids().collect();
    for (id, place) in ids.into_iter().zip(places) {
        document.now.actors.update(id, |actor| {
            actor.place = Place::new(place.x, place.y);
        });
    }
}

fn forget_places(document: &mut Document) {
    let ids: Vec<ActorId> = document.now.actors.ids().collect();
    for id in ids {
        document.now.actors.update(id, |actor| actor.place = None);
    }
}
