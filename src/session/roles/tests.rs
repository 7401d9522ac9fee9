use std::sync::Arc;

use super::*;
use crate::model::{Actor, Group, IdSource, Language, Note, Style, Unknown};

const TODAY: Date = Date::constant(2026, 5, 14);

struct Map {
    document: Document,
    ids: IdSource,
    official: ActorId,
    actors: Vec<ActorId>,
}

fn map() -> Map {
    let mut ids = IdSource::new(5);
    let mut document = Document::new(ids.fresh(), Language::Dutch);
    let mut all = Vec::new();
    for name in ["Regisseur", "Raad", "Corporatie", "Bewoners"] {
        let actor = Actor::new(ids.fresh(), name);
        all.push(actor.id);
        document.now.actors.put(actor);
    }
    let official = all.remove(0);
    document.now.focal = Some(official);
    Map {
        document,
        ids,
        official,
        actors: all,
    }
}

impl Map {
    fn choose(&mut self, scope: Scope, mode: Option<Mode>, today: Date) {
        let fresh = self.ids.fresh();
        let who = (self.official, scope);
        if let Some(edit) = choose(&self.document.now, who, mode, today, fresh) {
            self.document = self.document.apply(&edit).unwrap();
        }
    }

    fn reason(&mut self, text: &str) {
        let last = self.document.now.roles.iter().last().unwrap().id;
        let edit = Edit::Role(last, RoleChange::Reason(Note::new(text)));
        self.document = self.document.apply(&edit).unwrap();
    }

    fn put(&mut self, scope: Scope, mode: Mode, change: impl FnOnce(&mut RoleChoice)) -> RoleId {
        let mut role = RoleChoice::new(self.ids.fresh(), self.official, scope, mode);
        change(&mut role);
        let id = role.id;
        self.document.now.roles.put(role);
        id
    }

    fn moment(&mut self, state: MomentState, date: Date) {
        let moment = Moment {
            id: self.ids.fresh(),
            name: "Sessie".to_owned(),
            date: Some(date),
            state,
            content: Arc::new(self.document.now.clone()),
            unknown: Unknown::default(),
        };
        self.document.moments.put(moment);
    }
}

fn modes(played: &[&RoleChoice]) -> Vec<Mode> {
    played.iter().map(|role| role.mode).collect()
}

#[test]
fn a_choice_with_a_reason_stays_as_history_of_the_next() {
    let mut map = map();
    let scope = Scope::Pair(map.actors[0], map.actors[1]);
    map.choose(scope, Some(Mode::Regie), TODAY);
    map.reason("zij vroegen erom");
    map.choose(scope, Some(Mode::Verbinden), TODAY);
    let parts = by_phase(&map.document.now);
    assert_eq!(parts.len(), 1);
    assert_eq!(parts[0].phase, None);
    let played = &parts[0].played[0];
    assert_eq!(played.role.mode, Mode::Verbinden);
    assert_eq!(modes(&played.before), [Mode::Regie]);
    assert!(withdrawn(&map.document).is_empty());
    let chosen = map.document.now.role_towards(scope).unwrap();
    assert_eq!(chosen.mode, Mode::Verbinden);
}

#[test]
fn a_slip_of_today_is_corrected_and_leaves_no_history() {
    let mut map = map();
    let scope = Scope::Actor(map.actors[0]);
    map.choose(scope, Some(Mode::Regie), TODAY);
    map.choose(scope, Some(Mode::Verbinden), TODAY);
    assert_eq!(map.document.now.roles.len(), 1);
    map.choose(scope, None, TODAY);
    assert!(map.document.now.roles.is_empty());
}

#[test]
fn an_older_choice_is_taken_back_and_told_with_the_moment_that_knew_it() {
    let mut map = map();
    let scope = Scope::Actor(map.actors[0]);
    map.choose(scope, Some(Mode::Regie), TODAY);
    let day = Date::constant(2026, 6, 1);
    map.moment(MomentState::SessionEnd, day);
    map.choose(scope, None, Date::constant(2026, 6, 9));
    assert!(by_phase(&map.document.now).is_empty());
    let gone = withdrawn(&map.document);
    assert_eq!(gone.len(), 1);
    assert_eq!(gone[0].role.mode, Mode::Regie);
    assert_eq!(gone[0].seen.and_then(|moment| moment.date), Some(day));
}

#[test]
fn what_only_a_kept_moment_knows_was_taken_back_and_a_scenario_tells_nothing() {
    for (state, n) in [(MomentState::Now, 1), (MomentState::Scenario, 0)] {
        let mut map = map();
        let id = map.put(Scope::Actor(map.actors[0]), Mode::Regie, |_| ());
        map.moment(state, TODAY);
        map.document = map.document.apply(&Edit::RemoveRole(id)).unwrap();
        assert_eq!(withdrawn(&map.document).len(), n);
    }
}

#[test]
fn each_phase_keeps_its_own_choice_and_history() {
    let mut map = map();
    let scope = Scope::Actor(map.actors[0]);
    let before = |role: &mut RoleChoice| role.phase = Some(Phase::Before);
    map.put(scope, Mode::Regie, |role| {
        before(role);
        role.state = RoleState::Earlier;
    });
    map.put(scope, Mode::Verbinden, before);
    map.put(scope, Mode::Coordinatie, |role| {
        role.phase = Some(Phase::After);
    });
    map.put(scope, Mode::Regie, |role| role.state = RoleState::Later);
    let parts = by_phase(&map.document.now);
    let phases: Vec<_> = parts.iter().map(|part| part.phase).collect();
    assert_eq!(phases, [None, Some(Phase::Before), Some(Phase::After)]);
    assert_eq!(modes(&parts[1].played[0].before), [Mode::Regie]);
    assert!(parts[2].played[0].before.is_empty());
    assert!(parts[0].played[0].before.is_empty());
}

#[test]
fn a_starred_relation_without_a_role_is_asked_for_until_the_pair_or_a_group_has_one() {
    let mut map = map();
    let [one, other] = [map.actors[0], map.actors[1]];
    let mut relation = Relation::new(map.ids.fresh(), one, other);
    relation.starred = true;
    map.document.now.relations.put(relation);
    let mut own = Relation::new(map.ids.fresh(), map.official, one);
    own.starred = true;
    map.document.now.relations.put(own);
    assert_eq!(without_role(&map.document.now).len(), 2);
    map.choose(Scope::Actor(one), Some(Mode::Regie), TODAY);
    assert_eq!(without_role(&map.document.now).len(), 1);
    let mut group = Group::new(map.ids.fresh(), "Wonen");
    group.members.extend([one, other]);
    let id = group.id;
    map.document.now.groups.put(group);
    map.choose(Scope::Group(id), Some(Mode::Regie), TODAY);
    assert!(without_role(&map.document.now).is_empty());
    map.document.now.focal = None;
    assert!(without_role(&map.document.now).is_empty());
}

#[test]
fn financier_and_mediator_at_once_clash_within_a_choice_and_between_two() {
    let mut map = map();
    let [one, other] = [map.actors[0], map.actors[1]];
    map.put(Scope::Actor(one), Mode::Regie, |role| {
        role.also.extend([Style::Finance, Style::Mediate]);
    });
    let found = clashes(&map.document.now);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].what, Rub::Styles(Style::Finance, Style::Mediate));
    assert!(found[0].shared.is_empty());
    map.put(Scope::Pair(one, other), Mode::Verbinden, |role| {
        role.also.insert(Style::Mediate);
    });
    let found = clashes(&map.document.now);
    assert_eq!(found.len(), 2);
    assert_eq!(found[1].shared, [one]);
}

#[test]
fn roles_of_different_phases_do_not_clash_and_regie_over_a_bridge_does() {
    let mut map = map();
    let [one, other] = [map.actors[0], map.actors[1]];
    let pair = Scope::Pair(one, other);
    map.put(pair, Mode::Verbinden, |role| {
        role.phase = Some(Phase::Before);
    });
    let mut group = Group::new(map.ids.fresh(), "Wonen");
    group.members.extend([one, other]);
    let scope = Scope::Group(group.id);
    map.document.now.groups.put(group);
    let ring = map.put(scope, Mode::Regie, |role| role.phase = Some(Phase::After));
    assert!(clashes(&map.document.now).is_empty());
    map.document = map
        .document
        .apply(&Edit::Role(ring, RoleChange::Phase(None)))
        .unwrap();
    let found = clashes(&map.document.now);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].what, Rub::RegieAndBridge);
}

#[test]
fn who_agreed_to_the_group_or_to_the_choice_agreed_to_the_regie() {
    let mut map = map();
    let mut group = Group::new(map.ids.fresh(), "Wonen");
    group.members.extend(map.actors.iter().copied());
    group.agreed_by.insert(map.actors[0]);
    let scope = Scope::Group(group.id);
    map.document.now.groups.put(group);
    let second = map.actors[1];
    map.put(scope, Mode::Regie, |role| {
        role.agreed_by.insert(second);
    });
    let found = consents(&map.document.now);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].agreed.len(), 2);
    assert_eq!(found[0].open, [map.actors[2]]);
}

#[test]
fn the_three_questions_point_to_a_mode_or_leave_the_choice() {
    let points = |alike, together, owner| {
        Thinking {
            alike,
            together,
            owner,
        }
        .points_to()
    };
    let to = Pointer::To;
    for (alike, together, owner, wanted) in [
        (None, None, None, Pointer::Open),
        (Some(true), None, None, Pointer::Open),
        (Some(true), Some(true), None, to(Mode::Regie)),
        (Some(false), Some(true), None, to(Mode::Verbinden)),
        (None, Some(false), Some(Owner::Each), to(Mode::Coordinatie)),
        (
            Some(true),
            Some(true),
            Some(Owner::Each),
            Pointer::Between(Mode::Regie, Mode::Coordinatie),
        ),
        (
            Some(false),
            Some(true),
            Some(Owner::Us),
            Pointer::Between(Mode::Verbinden, Mode::Regie),
        ),
        (
            Some(false),
            Some(false),
            Some(Owner::Together),
            Pointer::Between(Mode::Coordinatie, Mode::Verbinden),
        ),
    ] {
        assert_eq!(points(alike, together, owner), wanted);
    }
}
