//! A long session of random commands: at every step the map is what a simple model of it says, undo holds within its
//! bounds, and what was saved, merged or restored is the same map.
//!
//! `KRACHTENVELD_SOAK=50000` goes on longer than the ordinary run does; `KRACHTENVELD_SEED` replays a run.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests stop the test as the tests themselves do"
)]

use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use krachtenveld::edit::{ActorChange, Edit, WholeChange};
use krachtenveld::merge::{Choices, Merge};
use krachtenveld::model::{
    Actor, ActorId, Answer, Document, IdSource, Language, Level5, Place, Relation, RelationId,
    Score,
};
use krachtenveld::session::{History, Outcome, Session};
use krachtenveld::storage::{
    Recovery, Work, offers, print_document, read, restore, with_new_revision,
};

use mem_fs::MemFs;

#[path = "support/mem_fs.rs"]
#[expect(dead_code, reason = "some of it is for other tests")]
mod mem_fs;

const ACTORS: usize = 300;

fn setting(name: &str, ordinary: u64) -> u64 {
    let wanted = std::env::var(name).ok();
    wanted.map_or(ordinary, |number| number.parse().unwrap())
}

fn real(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap())
}

/// What a map is, as plainly as can be: who there is, with a name and a power, and who is related to whom.
#[derive(Debug, Clone, Default, PartialEq)]
struct Model {
    actors: BTreeMap<ActorId, (Arc<str>, Option<i64>)>,
    relations: BTreeMap<RelationId, (ActorId, ActorId)>,
}

impl Model {
    fn of(document: &Document) -> Self {
        let power = |actor: &Actor| actor.power.value().map(|score| i64::from(score.get()));
        let actors = document.now.actors.iter();
        let relations = document.now.relations.iter();
        Self {
            actors: actors
                .map(|actor| (actor.id, (actor.name.as_str().into(), power(actor))))
                .collect(),
            relations: relations
                .map(|relation| (relation.id, (relation.from, relation.to)))
                .collect(),
        }
    }

    fn remove(&mut self, actor: ActorId) {
        self.actors.remove(&actor);
        self.relations
            .retain(|_, (from, to)| *from != actor && *to != actor);
    }
}

/// A session beside its model.
struct Pair {
    session: Session,
    model: Model,
    past: VecDeque<Model>,
    future: Vec<Model>,
    ids: IdSource,
    state: u64,
}

impl Pair {
    fn new(seed: u64) -> Self {
        let mut ids = IdSource::new(seed);
        let mut document = Document::new(ids.fresh(), Language::Dutch);
        for count in 0..ACTORS {
            let mut actor = Actor::new(ids.fresh(), format!("Actor {count}"));
            let (column, row) = (count % 20, count / 20);
            actor.place = Place::new(real(column) * 120.0, real(row) * 90.0);
            document.now.actors.put(actor);
        }
        Self {
            model: Model::of(&document),
            session: Session::new(document, seed),
            past: VecDeque::new(),
            future: Vec::new(),
            ids,
            state: seed | 1,
        }
    }

    fn below(&mut self, most: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        usize::try_from(self.state % most.max(1) as u64).unwrap()
    }

    fn actor(&mut self) -> Option<ActorId> {
        let place = self.below(self.model.actors.len());
        self.model.actors.keys().nth(place).copied()
    }

    /// Makes a change on both sides.
    fn change(&mut self, edit: Edit, change: impl FnOnce(&mut Model)) {
        let mut next = self.model.clone();
        change(&mut next);
        if self.session.apply(edit).unwrap() == Outcome::Changed {
            self.past
                .push_back(std::mem::replace(&mut self.model, next));
            self.future.clear();
            while self.past.len() > self.session.history().len() {
                self.past.pop_front();
            }
        } else {
            assert_eq!(next, self.model, "a change that made no step");
        }
    }

    fn add(&mut self) {
        if self.model.actors.len() > ACTORS + 30 {
            return self.remove();
        }
        let name = format!("Nieuw {}", self.below(10_000));
        let mut actor = Actor::new(self.ids.fresh(), &name);
        actor.place = Place::new(real(self.below(2400)), real(self.below(1400)));
        let id = actor.id;
        self.change(Edit::AddActor(Box::new(actor)), |model| {
            model.actors.insert(id, (name.as_str().into(), None));
        });
    }

    fn remove(&mut self) {
        if self.model.actors.len() < ACTORS - 30 {
            return;
        }
        if let Some(actor) = self.actor() {
            self.change(Edit::RemoveActor(actor), |model| model.remove(actor));
        }
    }

    fn rename(&mut self) {
        let name = format!("Naam {}", self.below(10_000));
        if let Some(actor) = self.actor() {
            let edit = Edit::Actor(actor, ActorChange::Name(name.clone()));
            self.change(edit, |model| {
                model.actors.get_mut(&actor).unwrap().0 = name.as_str().into();
            });
        }
    }

    fn weigh(&mut self) {
        let power = i64::try_from(1 + self.below(5)).unwrap();
        if let Some(actor) = self.actor() {
            let answer: Answer<Level5> = Answer::given(Score::nearest(power));
            let edit = Edit::Actor(actor, ActorChange::Power(answer));
            self.change(edit, |model| {
                model.actors.get_mut(&actor).unwrap().1 = Some(power);
            });
        }
    }

    fn relate(&mut self) {
        let (Some(from), Some(to)) = (self.actor(), self.actor()) else {
            return;
        };
        let both = |ends: &(ActorId, ActorId)| *ends == (from, to) || *ends == (to, from);
        if from == to || self.model.relations.values().any(both) {
            return;
        }
        let relation = Relation::new(self.ids.fresh(), from, to);
        let id = relation.id;
        self.change(Edit::AddRelation(Box::new(relation)), |model| {
            model.relations.insert(id, (from, to));
        });
    }

    fn shift(&mut self) {
        let (x, y) = (real(self.below(2400)), real(self.below(1400)));
        if let (Some(actor), Some(place)) = (self.actor(), Place::new(x, y)) {
            self.session
                .preview(Edit::Place(vec![(actor, Some(place))]))
                .unwrap();
            let edit = Edit::Place(vec![(actor, Some(place))]);
            self.session.cancel();
            if self.session.apply(edit).unwrap() == Outcome::Changed {
                self.past.push_back(self.model.clone());
                self.future.clear();
            }
            while self.past.len() > self.session.history().len() {
                self.past.pop_front();
            }
        }
    }

    fn undo(&mut self) {
        let undone = self.session.undo().is_some();
        assert_eq!(undone, !self.past.is_empty());
        if let Some(before) = self.past.pop_back() {
            self.future.push(std::mem::replace(&mut self.model, before));
        }
    }

    fn redo(&mut self) {
        let redone = self.session.redo().is_some();
        assert_eq!(redone, !self.future.is_empty());
        if let Some(after) = self.future.pop() {
            self.past
                .push_back(std::mem::replace(&mut self.model, after));
        }
    }

    /// Saves: what is written is read back, and the session goes on from it.
    fn save(&mut self) {
        let committed = Arc::clone(self.session.committed());
        let saved = Arc::clone(self.session.saved());
        let revised = with_new_revision(&committed, Some(&saved), &mut self.ids);
        let text = print_document(&revised);
        assert_eq!(read(text.as_bytes()).unwrap().document, revised);
        self.session.mark_saved(&committed, revised);
        assert!(!self.session.dirty());
    }

    /// Merges a version in which somebody else was added.
    fn merge(&mut self) {
        let mine = self.session.committed().as_ref().clone();
        let mut theirs = mine.clone();
        let name = format!("Van een ander {}", self.below(10_000));
        let mut actor = Actor::new(self.ids.fresh(), &name);
        actor.place = Place::new(50.0, 50.0);
        let id = actor.id;
        theirs.now.actors.put(actor);
        let merge = Merge::new(Some(mine.clone()), mine, theirs);
        let merged = merge.document(&Choices::new()).unwrap();
        self.change(
            Edit::Whole(WholeChange::Merged, Box::new(merged)),
            |model| {
                model.actors.insert(id, (name.as_str().into(), None));
            },
        );
        self.change(Edit::RemoveActor(id), |model| model.remove(id));
    }

    fn command(&mut self) {
        match self.below(100) {
            0..12 => self.add(),
            12..22 => self.remove(),
            22..38 => self.rename(),
            38..52 => self.weigh(),
            52..62 => self.relate(),
            62..74 => self.shift(),
            74..88 => self.undo(),
            88..97 => self.redo(),
            97..99 => self.save(),
            _ => self.merge(),
        }
    }
}

/// Gives the memory of this process in use, where the system tells.
fn resident() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: usize = line.trim().trim_end_matches(" kB").parse().ok()?;
    Some(kilobytes * 1024)
}

#[test]
#[expect(clippy::print_stdout, reason = "the figures are worth reading")]
fn after_thousands_of_random_commands_the_map_is_what_a_simple_model_says() {
    let commands = setting("KRACHTENVELD_SOAK", 5_000);
    let seed = setting("KRACHTENVELD_SEED", 20_261_126);
    let mut pair = Pair::new(seed);
    let fs = MemFs::default();
    let root = PathBuf::from("/data/recovery");
    let id = pair.session.committed().id;
    let mut kept = Recovery::open(Arc::new(fs.clone()), &root, id, 1).unwrap();
    let fall = (commands / 20).max(1);
    let (mut falls, mut early, mut most_steps) = (0, None, 0);
    for count in 1..=commands {
        pair.command();
        let told = || format!("command {count} of seed {seed}");
        if count % 50 == 0 || count == commands {
            assert_eq!(Model::of(pair.session.document()), pair.model, "{}", told());
        }
        if count % fall == 0 {
            // Killed here, the program finds its work again.
            let path = Some(Path::new("/maps/kaart.ron").to_owned());
            let work = Work::new(Arc::clone(pair.session.committed()), path);
            kept.snapshot(&work).unwrap();
            fs.end_program();
            let found = offers(&fs, &root, SystemTime::UNIX_EPOCH).offers;
            let restored = restore(&fs, &found[0]).unwrap().document;
            assert_eq!(&restored, pair.session.committed().as_ref(), "{}", told());
            fs.end_program();
            falls += 1;
        }
        let history = pair.session.history();
        most_steps = most_steps.max(history.len());
        assert!(history.bytes() <= History::most_bytes() || history.len() <= 1_000);
        if count == commands / 5 {
            early = resident().map(|bytes| (bytes, history.bytes()));
        }
    }
    let history = pair.session.history();
    println!(
        "{commands} commands, {falls} falls, {} steps kept (at most {most_steps}) in {} kB",
        history.len(),
        history.bytes() / 1024,
    );
    if let (Some((bytes, steps)), Some(now)) = (early, resident()) {
        println!(
            "memory with the model and its history: {} kB at a fifth (steps {} kB), {} kB at the end",
            bytes / 1024,
            steps / 1024,
            now / 1024,
        );
    }
}
