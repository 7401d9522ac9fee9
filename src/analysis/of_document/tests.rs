use super::*;
use crate::model::{
    Arena, Group, GroupId, Holding, IdSource, Identity as _, Issue, Language, Level3, Level5, Note,
    Position, RelationId, RoleChoice, Salience, Stance, Unknown, Value, ValueId,
};

struct Made {
    document: Document,
    ids: IdSource,
}

fn made() -> Made {
    let mut ids = IdSource::new(11);
    let document = Document::new(ids.fresh(), Language::Dutch);
    Made { document, ids }
}

impl Made {
    /// Adds an actor; identities grow, so numbers follow the order of adding.
    fn actor(&mut self, name: &str, arena: Arena) -> ActorId {
        let bits = u128::try_from(self.document.now.actors.len()).unwrap() + 1;
        let mut actor = Actor::new(ActorId::from_bits(bits), name);
        actor.arena = Answer::given(Term::BuiltIn(arena));
        let id = actor.id;
        self.document.now.actors.put(actor);
        id
    }

    fn change(&mut self, actor: ActorId, change: impl FnOnce(&mut Actor)) {
        assert!(self.document.now.actors.update(actor, change));
    }

    fn relation(&mut self, from: ActorId, to: ActorId, change: impl FnOnce(&mut Relation)) {
        let id: RelationId = self.ids.fresh();
        let mut relation = Relation::new(id, from, to);
        change(&mut relation);
        self.document.now.relations.put(relation);
    }

    fn role(&mut self, official: ActorId, scope: Scope, mode: Mode) {
        let id = self.ids.fresh();
        let role = RoleChoice::new(id, official, scope, mode);
        self.document.now.roles.put(role);
    }

    fn group(&mut self, members: &[ActorId]) -> GroupId {
        let mut group = Group::new(self.ids.fresh(), "kring");
        group.members = members.iter().copied().collect();
        let id = group.id;
        self.document.now.groups.put(group);
        id
    }

    fn value(&mut self, name: &str) -> ValueId {
        let id = self.ids.fresh();
        self.document.now.values.put(Value {
            id,
            name: name.to_owned(),
            meaning: Note::default(),
            unknown: Unknown::default(),
        });
        id
    }

    fn issue(&mut self, name: &str) -> IssueId {
        let id = self.ids.fresh();
        self.document.now.issues.put(Issue {
            id,
            name: name.to_owned(),
            description: Note::default(),
            agreement: BTreeSet::new(),
            unknown: Unknown::default(),
        });
        id
    }
}

fn holding(certainty: Option<Certainty>) -> Holding {
    Holding {
        importance: Level3::HIGHEST,
        creates: false,
        certainty,
        unknown: Unknown::default(),
    }
}

#[test]
fn what_nobody_said_stays_unknown_and_is_counted() {
    let mut made = made();
    let a = made.actor("Raad", Arena::Governing);
    let issue = made.issue("wijkaanpak");
    made.change(a, |actor| {
        actor.involvement = Answer::None;
        actor.positions.insert(
            issue,
            Stance {
                position: Answer::given(Position::nearest(2)),
                ..Stance::default()
            },
        );
    });
    let of = field_of(&made.document);
    let actor = &of.field.actors[0];
    assert_eq!(actor.group.as_deref(), Some("bestuur"));
    assert_eq!(actor.inside, Some(true));
    assert_eq!((actor.power, actor.involvement), (None, None));
    assert_eq!((actor.position(0), actor.salience_of(0)), (Some(2.0), None));
    assert_eq!(actor.values, None);
    assert_eq!(actor.openness, None);
    // Arena, involvement (there is none) and position are known; power and priority are not.
    assert_eq!((of.asked, of.unknown), (3, 2));
}

#[test]
fn an_unasked_strength_counts_as_one_and_a_neutral_tone_as_no_sign() {
    let mut made = made();
    let (a, b) = (
        made.actor("A", Arena::Media),
        made.actor("B", Arena::Market),
    );
    made.relation(a, b, |_| ());
    let of = field_of(&made.document);
    assert!(!of.field.directed);
    let tie = of.field.ties[0];
    assert_eq!((tie.source, tie.target), (0, 1));
    assert!((tie.weight - 1.0).abs() < 1e-12);
    assert_eq!(tie.sign, Sign::Neutral);
}

#[test]
fn beside_an_arc_a_mutual_relation_counts_as_two_arcs_of_its_own_weight() {
    let mut made = made();
    let a = made.actor("A", Arena::Media);
    let b = made.actor("B", Arena::Market);
    let c = made.actor("C", Arena::Market);
    made.relation(a, b, |relation| {
        relation.strength = Answer::given(Level3::nearest(3));
        relation.tone = Tone::Conflict;
    });
    made.relation(c, b, |relation| relation.mutual = false);
    let of = field_of(&made.document);
    assert!(of.field.directed);
    let mut arcs: Vec<(usize, usize, bool)> = of
        .field
        .ties
        .iter()
        .map(|tie| (tie.source, tie.target, tie.sign == Sign::Negative))
        .collect();
    arcs.sort_unstable();
    assert_eq!(arcs, [(0, 1, true), (1, 0, true), (2, 1, false)]);
    assert!((of.field.ties.iter().map(|t| t.weight).sum::<f64>() - 7.0).abs() < 1e-12);
}

#[test]
fn the_lowest_certainty_that_the_advice_weighs_is_the_confidence() {
    let mut made = made();
    let a = made.actor("A", Arena::Media);
    let value = made.value("nabijheid");
    made.change(a, |actor| {
        actor.values.insert(value, holding(Some(Certainty::Likely)));
        let mut guess = Judged::new(Level5::HIGHEST);
        guess.certainty = Some(Certainty::Guess);
        actor.power = Answer::Given(guess);
    });
    let confidence = |made: &Made| field_of(&made.document).field.actors[0].confidence.unwrap();
    assert!((confidence(&made) - 0.8).abs() < 1e-12);
    made.change(a, |actor| {
        let mut guess = Judged::new(Level5::HIGHEST);
        guess.certainty = Some(Certainty::Guess);
        actor.involvement = Answer::Given(guess);
    });
    assert!((confidence(&made) - 0.5).abs() < 1e-12);
}

#[test]
fn voices_that_differ_lower_the_confidence() {
    let mut made = made();
    let a = made.actor("A", Arena::Media);
    let issue = made.issue("wijkaanpak");
    made.change(a, |actor| {
        let voices = [-1, 2].map(Position::nearest).to_vec();
        let position = Judged::of_voices(voices).map_or(Answer::None, Answer::Given);
        let salience = Answer::given(Salience::HIGHEST);
        let stance = Stance {
            position,
            salience,
            unknown: Unknown::default(),
        };
        actor.positions.insert(issue, stance);
    });
    let of = field_of(&made.document);
    assert!((of.field.actors[0].confidence.unwrap() - 0.8).abs() < 1e-12);
}

#[test]
fn norms_of_good_governance_are_no_likeness() {
    let mut made = made();
    let a = made.actor("A", Arena::Media);
    let norm = made.value("Transparantie");
    made.change(a, |actor| {
        actor.values.insert(norm, holding(None));
    });
    assert_eq!(field_of(&made.document).field.actors[0].values, None);
    let own = made.value("nabijheid");
    made.change(a, |actor| {
        actor.values.insert(own, holding(None));
    });
    let tags = field_of(&made.document).field.actors[0].values.clone();
    assert_eq!(tags, Some(Tags::from([("nabijheid".to_owned(), 3.0)])));
}

#[test]
fn the_newest_choice_of_the_pair_goes_before_that_of_a_group() {
    let mut made = made();
    let f = made.actor("F", Arena::Officials);
    let a = made.actor("A", Arena::Media);
    let b = made.actor("B", Arena::Market);
    let c = made.actor("C", Arena::Market);
    made.document.now.focal = Some(f);
    made.role(f, Scope::Pair(b, a), Mode::Regie);
    made.role(f, Scope::Pair(a, b), Mode::Verbinden);
    let group = made.group(&[f, a, b, c]);
    made.role(f, Scope::Group(group), Mode::Regie);
    made.role(f, Scope::Actor(a), Mode::Regie);
    made.role(c, Scope::Pair(a, b), Mode::Regie);
    let roles = |made: &Made| -> Vec<(usize, usize, Role)> {
        let field = field_of(&made.document).field;
        field
            .annotated
            .iter()
            .map(|role| (role.i, role.j, role.role))
            .collect()
    };
    let (regie, verbinden) = (Role::Regie, Role::Verbinden);
    assert_eq!(
        roles(&made),
        [(1, 2, verbinden), (1, 3, regie), (2, 3, regie)]
    );
    made.role(f, Scope::Pair(a, b), Mode::Coordinatie);
    assert_eq!(roles(&made), [(1, 3, regie), (2, 3, regie)]);
    let mut later = RoleChoice::new(made.ids.fresh(), f, Scope::Pair(a, b), Mode::Regie);
    later.state = RoleState::Later;
    made.document.now.roles.put(later);
    assert_eq!(roles(&made), [(1, 3, regie), (2, 3, regie)]);
}

#[test]
fn a_factor_counts_when_issue_force_and_weight_are_known() {
    use crate::model::{Factor, FactorId};
    let mut made = made();
    let issue = made.issue("wijkaanpak");
    let factor = |id: FactorId, issue, weight| Factor {
        id,
        name: "geld".to_owned(),
        issue,
        force: Answer::given(Position::nearest(-2)),
        weight,
        unknown: Unknown::default(),
    };
    let known = factor(
        made.ids.fresh(),
        Some(issue),
        Answer::given(Level5::nearest(4)),
    );
    let unweighed = factor(made.ids.fresh(), Some(issue), Answer::NotAsked);
    let elsewhere = factor(made.ids.fresh(), None, Answer::given(Level5::nearest(4)));
    for factor in [known, unweighed, elsewhere] {
        made.document.now.factors.put(factor);
    }
    let of = field_of(&made.document);
    assert_eq!(of.field.factors.len(), 1);
    assert!((of.field.factors[0].force + 2.0).abs() < 1e-12);
    assert_eq!((of.asked, of.unknown), (3, 1));
}

#[test]
fn who_is_not_at_the_table_yet_stays_out_with_its_relations() {
    let mut made = made();
    let one = made.actor("Corporatie", Arena::Institutions);
    let other = made.actor("Bewoners", Arena::Residents);
    let church = made.actor("Kerk", Arena::Residents);
    made.relation(one, other, |_| ());
    made.relation(one, church, |_| ());
    made.change(church, |actor| actor.candidate = true);
    let of = field_of(&made.document);
    assert_eq!(of.actors, [one, other]);
    assert_eq!(of.field.ties.len(), 1);
    made.change(church, |actor| actor.candidate = false);
    let of = field_of(&made.document);
    assert_eq!((of.actors.len(), of.field.ties.len()), (3, 2));
}
