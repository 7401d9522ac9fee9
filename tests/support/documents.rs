//! Random maps: sound ones that use every field, the same for the same seed.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use krachtenveld::model::{
    Action, ActionStatus, Actor, ActorId, Alternative, Answer, Arena, Arrangement, Arrow,
    Bilingual, Bounds, Certainty, Condition, Content, CoreField, Course, Direction, Document,
    Factor, FieldKind, Filter, Form, Formality, Frame, Goal, Group, Holding, IdSource, Identity,
    Interest, InterestKind, Issue, Judged, Kind, Language, Learning, Lens, LensAnswers, LensCheck,
    LensField, LensFigure, LensOption, LensSubject, LensValue, Level, LogEntry, LogKind, MapText,
    Meta, Mode, Moment, MomentState, Note, OwnTerm, Pause, Perspective, Phase, Place, Purpose,
    Question, RawField, Relation, RelationKind, RoleChoice, RoleState, Scene, Scope, Score,
    ScriptPosition, Sensitivity, Shown, Signal, Stance, Style, Target, Term, Tone, Triangle,
    Unknown, Value, ViewRect, Way,
};
use proptest::prelude::{Strategy, any};

/// Gives random maps to a property.
pub(crate) fn documents() -> impl Strategy<Value = Document> {
    any::<u64>().prop_map(document)
}

/// Gives the random map of a seed.
pub(crate) fn document(seed: u64) -> Document {
    Dice::new(seed).document()
}

/// Throws for every choice.
struct Dice {
    ids: IdSource,
    state: u64,
}

/// Pieces of texts that have gone wrong somewhere: quotes, escapes, controls, bidi, joined and composed letters.
const PIECES: &[&str] = &[
    "a",
    "Zoë",
    "\"",
    "\\",
    "\n",
    "\r\n",
    "\t",
    "\u{0}",
    "\u{202e}",
    "\u{200b}",
    "é",
    "ĳ",
    "🙂",
    "👩\u{200d}🔬",
    "//",
    "/*",
    "(",
    "]",
    "// seq 1 crc 0",
    "'",
    "\u{feff}",
    "\u{2028}",
    "\u{ad}",
    "ß",
    "中",
    "\u{85}",
    "r#\"",
    " ",
    "None",
    "e\u{331}",
    "\u{e0041}",
    "\u{1}",
];

const RAWS: &[&str] = &[
    "1",
    "-2.5",
    "\"x\"",
    "None",
    "Some(3)",
    "Happy(w: 3, /* hi */ x: [1,  2])",
    "{\"a\": 1}",
    "()",
    "'c'",
    "(\n    a: 1, // one\n    b: 2,\n)",
    "[(), (1, 2)]",
    "true",
    "r#\"raw \" text\"#",
];

impl Dice {
    fn new(seed: u64) -> Self {
        Self {
            ids: IdSource::new(seed),
            state: seed ^ 0x5555_5555,
        }
    }

    fn below(&mut self, count: u64) -> u64 {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.state >> 33) % count
    }

    fn index(&mut self, count: usize) -> usize {
        usize::try_from(self.below(u64::try_from(count).unwrap())).unwrap()
    }

    fn one_in(&mut self, count: u64) -> bool {
        self.below(count) == 0
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.index(from.len())].clone()
    }

    fn some<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.one_in(3).then(|| make(self))
    }

    fn several<T, C: FromIterator<T>>(
        &mut self,
        most: u64,
        mut make: impl FnMut(&mut Self) -> T,
    ) -> C {
        let count = if self.one_in(2) {
            0
        } else {
            self.below(most + 1)
        };
        (0..count).map(|_| make(self)).collect()
    }

    fn subset<T: Ord + Copy>(&mut self, from: &[T]) -> BTreeSet<T> {
        from.iter().copied().filter(|_| self.one_in(3)).collect()
    }

    fn fresh<I: Identity>(&mut self) -> I {
        self.ids.fresh()
    }

    fn text(&mut self) -> String {
        self.several(6, |dice| dice.pick(PIECES))
    }

    fn note(&mut self) -> Note {
        match self.below(4) {
            0 | 1 => Note::default(),
            2 => Note::new(self.text()),
            _ => Note {
                text: self.text(),
                private: self.one_in(2),
                unknown: self.unknown(),
            },
        }
    }

    fn unknown(&mut self) -> Unknown {
        let count = if self.one_in(4) { self.below(3) } else { 0 };
        Unknown::new(
            (0..count)
                .map(|place| RawField {
                    name: format!("new_{place}"),
                    raw: self.pick(RAWS).to_owned(),
                })
                .collect(),
        )
    }

    fn date(&mut self) -> Date {
        let month = i8::try_from(self.below(12)).unwrap() + 1;
        Date::new(2026, month, 3).unwrap()
    }

    fn score<const LOW: i8, const HIGH: i8>(&mut self) -> Score<LOW, HIGH> {
        let all: Vec<_> = Score::all().collect();
        self.pick(&all)
    }

    fn answer<T>(&mut self, mut make: impl FnMut(&mut Self) -> T) -> Answer<T> {
        match self.below(4) {
            0 | 1 => Answer::NotAsked,
            2 => Answer::None,
            _ => Answer::Given(Judged {
                value: make(self),
                voices: self.several(3, make),
                certainty: self.some(|dice| dice.pick(&Certainty::ALL)),
                source: self.text(),
                date: self.some(Self::date),
                private: self.one_in(4),
                unknown: self.unknown(),
            }),
        }
    }

    fn score_answer<const LOW: i8, const HIGH: i8>(&mut self) -> Answer<Score<LOW, HIGH>> {
        self.answer(Self::score)
    }

    fn term<B: Copy>(&mut self, all: &[B]) -> Term<B> {
        if self.one_in(3) {
            Term::Own(self.text())
        } else {
            Term::BuiltIn(self.pick(all))
        }
    }

    fn place(&mut self) -> Place {
        let number = |dice: &mut Self| {
            let whole = i32::try_from(dice.below(200_000_000)).unwrap();
            f64::from(whole - 100_000_000) / [1.0, 100.0, 1000.0, 3e6][dice.index(4)] / 100.0
        };
        Place::new(number(self), number(self)).unwrap()
    }

    fn lens(&mut self, actors: &[ActorId]) -> LensAnswers {
        let mut answers: LensAnswers = self.several(3, |dice| {
            let field = format!("lens.{}", dice.text());
            (field, dice.answer(|dice| dice.lens_value(actors, true)))
        });
        // What was not asked is not kept.
        answers.retain(|_, answer| *answer != Answer::NotAsked);
        answers
    }

    fn lens_value(&mut self, actors: &[ActorId], pair: bool) -> LensValue {
        match self.below(if pair { 10 } else { 9 }) {
            0 => LensValue::Scale(i32::try_from(self.below(9)).unwrap() - 4),
            1 => LensValue::Choice(self.text()),
            2 => LensValue::Choices(self.several(3, Self::text)),
            3 => LensValue::Ranked(self.several(3, Self::text)),
            4 => LensValue::Short(self.text()),
            5 => LensValue::Long(self.note()),
            6 => LensValue::Date(self.date()),
            7 => LensValue::Actors(self.several(3, |dice| dice.pick(actors))),
            8 => LensValue::Triangle(Triangle::new([500, 300, 200]).unwrap()),
            _ => LensValue::NowAndWanted(
                Box::new(self.lens_value(actors, false)),
                Box::new(self.lens_value(actors, false)),
            ),
        }
    }

    fn sensitivity(&mut self) -> Sensitivity {
        let mut sensitivity = Sensitivity::new(self.text());
        sensitivity.note.private = self.one_in(2);
        sensitivity.heat = self.score();
        sensitivity.said_aloud = self.one_in(2);
        sensitivity.acknowledged = self.one_in(2);
        sensitivity.unknown = self.unknown();
        sensitivity
    }

    fn document(&mut self) -> Document {
        let id = self.fresh();
        let mut document = Document::new(id, self.pick(Language::ALL));
        document.lineage = self.several(8, Self::fresh);
        document.title = self.text();
        document.meta = Arc::new(Meta {
            purpose_of_keeping: self.text(),
            retention: self.some(Self::date),
            organisation: self.text(),
            unknown: self.unknown(),
        });
        document.now = self.content();
        let actors: Vec<ActorId> = document.now.actors.ids().collect();
        document.moments = self.several(2, |dice| dice.moment(&document.now));
        document.scenes = self.several(2, |dice| dice.scene(&document.now));
        document.lenses_on = self.several(2, Self::text);
        document.own_lenses = Arc::new(self.several(1, Self::own_lens));
        document.session = self.some(|dice| ScriptPosition {
            script: dice.text(),
            step: 3,
            unknown: dice.unknown(),
        });
        document.silenced = self.several(2, Self::text);
        document.not_same = self.pairs(&actors);
        document.pseudonyms = self.several(2, |dice| (dice.pick(&actors), dice.text()));
        document.alternatives = Arc::new(self.several(1, |dice| Alternative {
            entity: dice.text(),
            field: dice.text(),
            raw: dice.pick(RAWS).to_owned(),
            unknown: dice.unknown(),
        }));
        document.unknown = self.unknown();
        document
    }

    fn pairs(&mut self, actors: &[ActorId]) -> BTreeSet<(ActorId, ActorId)> {
        let mut pairs: BTreeSet<_> = self.several(2, |dice| {
            let (one, other) = (dice.pick(actors), dice.pick(actors));
            (one.min(other), one.max(other))
        });
        pairs.retain(|(one, other)| one != other);
        pairs
    }

    fn content(&mut self) -> Content {
        let mut content = Content {
            values: (0..2).map(|_| self.value()).collect(),
            ..Content::default()
        };
        content.purpose = Arc::new(self.purpose(&content));
        content.issues = (0..2).map(|_| self.issue(&content)).collect();
        content.arenas = Arc::new(self.several(2, Self::own_term));
        content.kinds = Arc::new(self.several(2, Self::own_term));
        let actors: Vec<ActorId> = (0..4).map(|_| self.fresh()).collect();
        content.actors = actors
            .iter()
            .map(|id| self.actor(*id, &actors, &content))
            .collect();
        content.glossary = Arc::new(self.several(2, |dice| {
            let meanings = dice.several(2, |dice| (dice.pick(&actors), dice.note()));
            (dice.text(), meanings)
        }));
        content.relations = (0..4).map(|_| self.relation(&actors)).collect();
        content.no_relation = Arc::new(self.pairs(&actors));
        content.groups = self.several(3, |dice| dice.group(&actors, &content));
        content.factors = self.several(2, |dice| dice.factor(&content));
        content.roles = self.several(3, |dice| dice.role(&actors, &content));
        content.courses = self.several(2, |dice| dice.course(&content));
        content.actions = self.several(2, |dice| dice.action(&content));
        content.log = self.several(2, Self::log);
        content.questions = self.several(2, Self::question);
        content.texts = self.several(2, |dice| dice.map_text(&actors));
        content.focal = self.some(|dice| dice.pick(&actors));
        content.vanguard = self.subset(&actors);
        content.lens = self.lens(&actors);
        content
    }

    fn value(&mut self) -> Value {
        Value {
            id: self.fresh(),
            name: self.text(),
            meaning: self.note(),
            unknown: self.unknown(),
        }
    }

    fn own_term(&mut self) -> OwnTerm {
        OwnTerm {
            name: self.text(),
            arena: self.pick(Arena::ALL),
            unknown: self.unknown(),
        }
    }

    fn purpose(&mut self, content: &Content) -> Purpose {
        let values: Vec<_> = content.values.iter().map(|value| value.id).collect();
        Purpose {
            issue_sentence: self.note(),
            problem: self.note(),
            values: self.several(2, |dice| dice.pick(&values)),
            why: self.note(),
            whereto: self.note(),
            agreement: self.several(2, |dice| Goal {
                id: dice.fresh(),
                text: dice.note(),
                reference: dice.text(),
                horizon: dice.some(Self::date),
                unknown: dice.unknown(),
            }),
            bounds: Bounds {
                fixed: self.several(2, Self::text),
                negotiable: self.several(2, Self::text),
                free: self.several(2, Self::text),
                unknown: self.unknown(),
            },
            horizon: self.some(Self::date),
            review: self.some(Self::date),
            initiator: None,
            paused: self.some(|dice| Pause {
                reason: dice.note(),
                restart: dice.note(),
                unknown: dice.unknown(),
            }),
            unknown: self.unknown(),
        }
    }

    fn issue(&mut self, content: &Content) -> Issue {
        let goals: Vec<_> = content
            .purpose
            .agreement
            .iter()
            .map(|goal| goal.id)
            .collect();
        Issue {
            id: self.fresh(),
            name: self.text(),
            description: self.note(),
            agreement: self.subset(&goals),
            unknown: self.unknown(),
        }
    }

    fn actor(&mut self, id: ActorId, actors: &[ActorId], content: &Content) -> Actor {
        let mut actor = Actor::new(id, self.text());
        actor.short = self.text();
        actor.arena = self.answer(|dice| dice.term(Arena::ALL));
        actor.kind = self.some(|dice| dice.term(Kind::ALL));
        actor.form = self.some(|dice| dice.pick(Form::ALL));
        actor.inside = self.some(|dice| dice.one_in(2));
        actor.connected_party = self.one_in(3);
        actor.candidate = self.one_in(3);
        actor.power = self.score_answer();
        actor.involvement = self.score_answer();
        actor.legitimacy = self.answer(|dice| dice.one_in(2));
        actor.urgency = self.answer(|dice| dice.one_in(2));
        for issue in content.issues.iter() {
            let stance = Stance {
                position: self.score_answer(),
                salience: self.score_answer(),
                unknown: self.unknown(),
            };
            actor.positions.insert(issue.id, stance);
        }
        actor.participation = self.score_answer();
        actor.openness = self.score_answer();
        for value in content.values.iter() {
            let holding = Holding {
                importance: self.score(),
                creates: self.one_in(2),
                certainty: self.some(|dice| dice.pick(&Certainty::ALL)),
                unknown: self.unknown(),
            };
            actor.values.insert(value.id, holding);
        }
        actor.frames = self.several(2, |dice| (dice.term(Frame::ALL), dice.score()));
        actor.interests = self.several(2, |dice| dice.interest(content));
        actor.perspective = Perspective {
            sees: self.note(),
            because: self.note(),
            quote: self.note(),
            calls_it: self.note(),
            sees_other: self.several(2, |dice| (dice.pick(actors), dice.note())),
            unknown: self.unknown(),
        };
        actor.learning = Learning {
            relatedness: self.score_answer(),
            autonomy: self.score_answer(),
            competence: self.score_answer(),
            unknown: self.unknown(),
        };
        actor.sensitivities = self.several(2, Self::sensitivity);
        actor.talents = self.several(2, Self::text);
        actor.tags = self.several(2, Self::text);
        actor.area = self.several(2, Self::text);
        actor.level = self.several(2, |dice| dice.pick(Level::ALL));
        actor.portfolio = self.several(2, Self::text);
        actor.notes = self.several(2, Self::note);
        actor.place = self.some(Self::place);
        actor.lens = self.lens(actors);
        actor.unknown = self.unknown();
        actor
    }

    fn interest(&mut self, content: &Content) -> Interest {
        let values: Vec<_> = content.values.iter().map(|value| value.id).collect();
        Interest {
            text: self.text(),
            kind: self.pick(InterestKind::ALL),
            value: self.some(|dice| dice.pick(&values)),
            source: self.text(),
            certainty: self.some(|dice| dice.pick(&Certainty::ALL)),
            hidden: self.one_in(3),
            unknown: self.unknown(),
        }
    }

    fn relation(&mut self, actors: &[ActorId]) -> Relation {
        let from = self.index(actors.len());
        let to = (from + 1 + self.index(actors.len() - 1)) % actors.len();
        let mut relation = Relation::new(self.fresh(), actors[from], actors[to]);
        relation.mutual = self.one_in(2);
        relation.kind = self.some(|dice| dice.term(RelationKind::ALL));
        relation.strength = self.score_answer();
        relation.tone = self.pick(Tone::ALL);
        relation.formal = self.some(|dice| dice.pick(Formality::ALL));
        relation.starred = self.one_in(2);
        relation.purpose = self.note();
        relation.expect_of_us = self.note();
        relation.expect_of_them = self.note();
        relation.met = self.answer(|dice| dice.one_in(2));
        relation.signals = self.several(2, |dice| Signal {
            date: dice.some(Self::date),
            level: dice.score(),
            text: dice.note(),
            who_acts: dice.text(),
            settled: dice.one_in(2),
            unknown: dice.unknown(),
        });
        relation.sensitivities = self.several(1, Self::sensitivity);
        relation.notes = self.several(2, Self::note);
        relation.lens = self.lens(actors);
        relation.unknown = self.unknown();
        relation
    }

    fn group(&mut self, actors: &[ActorId], content: &Content) -> Group {
        let values: Vec<_> = content.values.iter().map(|value| value.id).collect();
        let mut group = Group::new(self.fresh(), self.text());
        group.members = self.subset(actors);
        let members: Vec<_> = group.members.iter().copied().collect();
        group.agreed_by = self.subset(&members);
        group.shared_value = self.some(|dice| dice.pick(&values));
        group.from = self.some(Self::date);
        group.until = self.some(Self::date);
        group.sensitivities = self.several(1, Self::sensitivity);
        group.lens = self.lens(actors);
        group.unknown = self.unknown();
        group
    }

    fn factor(&mut self, content: &Content) -> Factor {
        let issues: Vec<_> = content.issues.iter().map(|issue| issue.id).collect();
        Factor {
            id: self.fresh(),
            name: self.text(),
            issue: self.some(|dice| dice.pick(&issues)),
            force: self.score_answer(),
            weight: self.score_answer(),
            unknown: self.unknown(),
        }
    }

    fn role(&mut self, actors: &[ActorId], content: &Content) -> RoleChoice {
        let groups: Vec<_> = content.groups.ids().collect();
        let scope = match self.below(3) {
            0 => Scope::Pair(self.pick(actors), self.pick(actors)),
            1 if !groups.is_empty() => Scope::Group(self.pick(&groups)),
            _ => Scope::Actor(self.pick(actors)),
        };
        let mut role =
            RoleChoice::new(self.fresh(), self.pick(actors), scope, self.pick(Mode::ALL));
        role.also = self.several(3, |dice| dice.pick(Style::ALL));
        role.phase = self.some(|dice| dice.pick(Phase::ALL));
        role.state = self.pick(RoleState::ALL);
        role.reason = self.note();
        role.alternative = self.note();
        role.agreed_by = self.subset(actors);
        role.competences = self.several(2, Self::text);
        role.date = self.some(Self::date);
        role.lens = self.lens(actors);
        role.unknown = self.unknown();
        role
    }

    fn target(&mut self, content: &Content) -> Target {
        let actors: Vec<_> = content.actors.ids().collect();
        let relations: Vec<_> = content.relations.ids().collect();
        let goals: Vec<_> = content
            .purpose
            .agreement
            .iter()
            .map(|goal| goal.id)
            .collect();
        match self.below(3) {
            0 => Target::Relation(self.pick(&relations)),
            1 if !goals.is_empty() => Target::Goal(self.pick(&goals)),
            _ => Target::Actor(self.pick(&actors)),
        }
    }

    fn course(&mut self, content: &Content) -> Course {
        Course {
            id: self.fresh(),
            target: self.target(content),
            direction: self.pick(Direction::ALL),
            keep: self.note(),
            room_given: self.some(Self::score),
            room_taken: self.some(Self::score),
            reason: self.note(),
            date: self.some(Self::date),
            unknown: self.unknown(),
        }
    }

    fn action(&mut self, content: &Content) -> Action {
        Action {
            id: self.fresh(),
            text: self.note(),
            owner: self.text(),
            targets: self.several(3, |dice| dice.target(content)),
            due: self.some(Self::date),
            status: self.pick(ActionStatus::ALL),
            way: self.some(|dice| dice.pick(Way::ALL)),
            unknown: self.unknown(),
        }
    }

    fn log(&mut self) -> LogEntry {
        LogEntry {
            id: self.fresh(),
            date: self.some(Self::date),
            kind: self.pick(LogKind::ALL),
            text: self.note(),
            hypothesis: self.note(),
            result: self.note(),
            lesson: self.note(),
            unknown: self.unknown(),
        }
    }

    fn question(&mut self) -> Question {
        Question {
            id: self.fresh(),
            text: self.note(),
            who_might_know: self.text(),
            answered: self.one_in(2),
            unknown: self.unknown(),
        }
    }

    fn map_text(&mut self, actors: &[ActorId]) -> MapText {
        MapText {
            id: self.fresh(),
            note: self.note(),
            place: self.place(),
            arrow: self.some(|dice| {
                if dice.one_in(2) {
                    Arrow::Place(dice.place())
                } else {
                    Arrow::Actor(dice.pick(actors))
                }
            }),
            unknown: self.unknown(),
        }
    }

    fn moment(&mut self, now: &Content) -> Moment {
        let mut content = now.clone();
        if self.one_in(2) {
            let changed: Vec<Actor> = content.actors.iter().cloned().collect();
            for mut actor in changed {
                if self.one_in(2) {
                    actor.name = self.text();
                    content.actors.put(actor);
                }
            }
            content.log = self.several(2, Self::log);
            content.focal = None;
        }
        if self.one_in(4) {
            content = Content::default();
        }
        Moment {
            id: self.fresh(),
            name: self.text(),
            date: self.some(Self::date),
            state: self.pick(MomentState::ALL),
            content: Arc::new(content),
            unknown: self.unknown(),
        }
    }

    fn scene(&mut self, now: &Content) -> Scene {
        let issues: Vec<_> = now.issues.iter().map(|issue| issue.id).collect();
        let groups: Vec<_> = now.groups.ids().collect();
        Scene {
            id: self.fresh(),
            name: self.text(),
            arrangement: self.pick(Arrangement::ALL),
            issue: self.some(|dice| dice.pick(&issues)),
            filter: Filter {
                arenas: self.several(2, |dice| dice.term(Arena::ALL)),
                kinds: self.several(2, |dice| dice.term(Kind::ALL)),
                groups: self.subset(&groups),
                unknown: self.unknown(),
            },
            view: self.some(|dice| ViewRect {
                from: dice.place(),
                to: dice.place(),
            }),
            shows: self.subset(&Shown::ALL),
            note: self.note(),
            unknown: self.unknown(),
        }
    }

    fn bilingual(&mut self) -> Bilingual {
        Bilingual {
            nl: self.text(),
            en: self.text(),
        }
    }

    fn options(&mut self) -> Vec<LensOption> {
        self.several(2, |dice| LensOption {
            code: dice.text(),
            label: dice.bilingual(),
            help: dice.bilingual(),
        })
    }

    fn field_kind(&mut self) -> FieldKind {
        match self.below(10) {
            0 => FieldKind::Scale {
                low: -2,
                high: 7,
                low_label: self.bilingual(),
                high_label: self.bilingual(),
            },
            1 => FieldKind::Choice(self.options()),
            2 => FieldKind::Choices(self.options()),
            3 => FieldKind::Ranked(self.options()),
            4 => FieldKind::Short,
            5 => FieldKind::Long,
            6 => FieldKind::Date,
            7 => FieldKind::Actors,
            8 => FieldKind::Triangle([self.bilingual(), self.bilingual(), self.bilingual()]),
            _ => FieldKind::NowAndWanted(Box::new(FieldKind::Short)),
        }
    }

    fn condition(&mut self, depth: u64) -> Condition {
        match self.below(if depth == 0 { 8 } else { 11 }) {
            0 => Condition::Missing(self.text()),
            1 => Condition::AtMost(self.text(), 3),
            2 => Condition::AtLeast(self.text(), -3),
            3 => Condition::Is(self.text(), self.text()),
            4 => Condition::Lowest(self.text(), self.several(2, Self::text)),
            5 => Condition::EndsDiffer(self.text()),
            6 => Condition::EndsApart(self.text(), 2),
            7 => Condition::Gap(self.text(), 1),
            8 => Condition::All(self.several(2, |dice| dice.condition(depth - 1))),
            9 => Condition::Any(self.several(2, |dice| dice.condition(depth - 1))),
            _ => Condition::Neither(self.several(2, |dice| dice.condition(depth - 1))),
        }
    }

    fn own_lens(&mut self) -> Lens {
        const SUBJECTS: [LensSubject; 5] = [
            LensSubject::Actor,
            LensSubject::Relation,
            LensSubject::Role,
            LensSubject::Group,
            LensSubject::Map,
        ];
        const CORE: [CoreField; 5] = [
            CoreField::Relatedness,
            CoreField::Autonomy,
            CoreField::Competence,
            CoreField::Participation,
            CoreField::Talents,
        ];
        Lens {
            id: self.text(),
            title: self.bilingual(),
            about: self.bilingual(),
            source: self.text(),
            front: self.one_in(2),
            figures: self.several(2, |dice| {
                if dice.one_in(2) {
                    LensFigure::Triangle { field: dice.text() }
                } else {
                    LensFigure::Radar {
                        title: dice.bilingual(),
                        fields: dice.several(3, Self::text),
                    }
                }
            }),
            fields: self.several(3, |dice| LensField {
                id: dice.text(),
                subject: dice.pick(&SUBJECTS),
                label: dice.bilingual(),
                help: dice.bilingual(),
                kind: dice.field_kind(),
                private: dice.one_in(2),
                bind: dice.some(|dice| dice.pick(&CORE)),
            }),
            checks: self.several(2, |dice| LensCheck {
                id: dice.text(),
                subject: dice.pick(&SUBJECTS),
                when: dice.condition(2),
                asks: dice.bilingual(),
            }),
            unknown: self.unknown(),
        }
    }
}
