use super::*;
use crate::edit::{ActorChange, MapChange};
use crate::model::{Actor, DocumentId, Language, Relation};

fn session() -> Session {
    let mut ids = IdSource::new(1);
    let id: DocumentId = ids.fresh();
    Session::new(Document::new(id, Language::Dutch), 5)
}

fn add(session: &mut Session, name: &str) -> ActorId {
    let id = session.fresh_id();
    session
        .apply(Edit::AddActor(Box::new(Actor::new(id, name))))
        .unwrap();
    id
}

#[test]
fn a_new_actor_gets_a_place_and_nobody_else_moves() {
    let mut session = session();
    let names: Vec<ActorId> = (0..20)
        .map(|number| add(&mut session, &format!("Actor {number}")))
        .collect();
    let before = session.places();
    let extra = add(&mut session, "De eenentwintigste");
    let after = session.places();
    for actor in names {
        assert_eq!(before.get(&actor), after.get(&actor));
    }
    assert!(
        session
            .document()
            .now
            .actors
            .get(extra)
            .unwrap()
            .place
            .is_some()
    );
}

#[test]
fn twenty_actors_added_at_once_all_stand_apart() {
    let mut session = session();
    let edits = (0..20).map(|number| {
        let id = session.fresh_id();
        Edit::AddActor(Box::new(Actor::new(id, format!("Deelnemer {number}"))))
    });
    let edits = edits.collect();
    session.apply(Edit::Many(edits)).unwrap();
    let places: Vec<Place> = session.places().into_values().collect();
    for (index, one) in places.iter().enumerate() {
        for other in &places[index + 1..] {
            let (across, down) = ((one.x() - other.x()).abs(), (one.y() - other.y()).abs());
            assert!(across > 130.0 || down > 40.0, "{one:?} {other:?}");
        }
    }
    assert_eq!(session.history().len(), 1);
}

#[test]
fn a_relation_fixes_automatic_places_before_it_could_move_anybody() {
    let mut document = Document::new(IdSource::new(1).fresh(), Language::Dutch);
    let mut ids = IdSource::new(2);
    let actors: Vec<ActorId> = (0..6).map(|_| ids.fresh()).collect();
    for actor in &actors {
        document.now.actors.put(Actor::new(*actor, "Naam"));
    }
    let mut session = Session::new(document, 3);
    let before = session.places();
    let id = session.fresh_id();
    session
        .apply(Edit::AddRelation(Box::new(Relation::new(
            id, actors[0], actors[5],
        ))))
        .unwrap();
    assert_eq!(before, session.places());
    assert!(
        session
            .document()
            .now
            .actors
            .iter()
            .all(|actor| actor.place.is_some())
    );
}

#[test]
fn an_edit_that_changes_nothing_makes_no_step() {
    let mut session = session();
    let actor = add(&mut session, "Raad");
    let steps = session.history().len();
    let outcome = session
        .apply(Edit::Actor(actor, ActorChange::Name("Raad".to_owned())))
        .unwrap();
    assert_eq!((outcome, session.history().len()), (Outcome::Same, steps));
}

#[test]
fn a_preview_is_shown_and_is_gone_when_cancelled() {
    let mut session = session();
    let actor = add(&mut session, "Raad");
    let steps = session.history().len();
    session
        .preview(Edit::Actor(
            actor,
            ActorChange::Name("Gemeenteraad".to_owned()),
        ))
        .unwrap();
    assert_eq!(
        session.document().now.actors.get(actor).unwrap().name,
        "Gemeenteraad"
    );
    session.cancel();
    assert_eq!(
        session.document().now.actors.get(actor).unwrap().name,
        "Raad"
    );
    assert_eq!(session.history().len(), steps);
}

#[test]
fn undo_and_redo_give_back_the_same_map() {
    let mut session = session();
    add(&mut session, "Raad");
    let before = Arc::clone(session.committed());
    session
        .apply(Edit::Map(MapChange::Title("Kaart".to_owned())))
        .unwrap();
    let after = Arc::clone(session.committed());
    assert!(session.undo().is_some());
    assert_eq!(*session.committed(), before);
    assert!(session.redo().is_some());
    assert_eq!(*session.committed(), after);
    assert!(session.redo().is_none());
}

#[test]
fn a_saved_map_is_clean_until_it_changes_and_again_after_undo() {
    let mut session = session();
    add(&mut session, "Raad");
    assert!(session.dirty());
    let written = Arc::clone(session.committed());
    session.mark_saved(&written, written.as_ref().clone());
    assert!(!session.dirty());
    session
        .apply(Edit::Map(MapChange::Title("Kaart".to_owned())))
        .unwrap();
    assert!(session.dirty());
    session.undo();
    assert!(!session.dirty());
}

#[test]
fn removing_an_actor_takes_its_relations_and_its_selection_along() {
    let mut session = session();
    let (one, other) = (add(&mut session, "Een"), add(&mut session, "Ander"));
    let id = session.fresh_id();
    session
        .apply(Edit::AddRelation(Box::new(Relation::new(id, one, other))))
        .unwrap();
    session.select(Selection::one(Item::Relation(id)));
    session.apply(Edit::RemoveActor(one)).unwrap();
    assert!(session.document().now.relations.is_empty());
    assert!(session.selection().is_empty());
    assert!(session.document().problems().is_empty());
}

#[test]
fn work_brought_back_stands_where_it_was_placed_beside_the_window() {
    let mut maker = session();
    let ids: Vec<ActorId> = (0..8)
        .map(|number| add(&mut maker, &format!("Actor {number}")))
        .collect();
    let mut document = maker.document().clone();
    for id in &ids {
        document.now.actors.update(*id, |actor| actor.place = None);
    }
    let automatic = Automatic::of(&document);
    let whole = Session::new(document.clone(), 5);
    let back = Session::unsaved_since(document.clone(), automatic, None, 5);
    assert_eq!(back.places(), whole.places());
    assert!(back.dirty() && !whole.dirty());
    let saved = Some(document.clone());
    let since = Session::unsaved_since(document, Automatic::default(), saved, 5);
    assert!(!since.dirty());
}
