//! What the inspectors of other things ask for.

use eframe::egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable as _;

use super::desk::{actor_window, type_in, window};
use super::sample::sample;
use crate::edit::{Edit, RelationChange, RoleChange};
use crate::model::{Arena, Language, Tone};
use crate::session::{Item, Selection};

#[test]
fn the_tone_of_a_relation_is_set_by_one_click() {
    let mut harness = window(
        |sample| Item::Relation(sample.relation),
        Language::English,
        |_| (),
    );
    harness.get_by_label("Good").click();
    harness.run_steps(3);
    let edits = harness.state().edits();
    assert!(
        matches!(
            edits.as_slice(),
            [Edit::Relation(_, RelationChange::Tone(Tone::Cooperative))]
        ),
        "{edits:?}"
    );
}

#[test]
fn members_of_a_group_agree_by_a_tick() {
    let mut harness = window(|sample| Item::Group(sample.group), Language::Dutch, |_| ());
    harness.get_by_label_contains("2 van 3 akkoord");
    harness.get_by_label("Bewonersplatform").click();
    harness.run_steps(3);
    harness.get_by_label_contains("3 van 3 akkoord");
    assert_eq!(harness.state().n_steps(), 1);
}

#[test]
fn a_date_is_taken_in_words_and_refused_in_words() {
    let mut harness = window(|sample| Item::Role(sample.role), Language::Dutch, |_| ());
    type_in(&mut harness, Role::TextInput, "Gekozen op", "overmorgen");
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    harness.get_by_label_contains("Dit is geen datum");
    assert!(harness.state().edits().is_empty());
    type_in(&mut harness, Role::TextInput, "Gekozen op", "3-6-2026");
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    let edits = harness.state().edits();
    let date = jiff::civil::Date::constant(2026, 6, 3);
    assert!(
        matches!(edits.as_slice(), [Edit::Role(_, RoleChange::Date(Some(found)))] if *found == date),
        "{edits:?}"
    );
}

#[test]
fn several_actors_get_an_arena_in_one_step() {
    let mut harness = actor_window(Language::Dutch);
    let both = [sample().platform, sample().housing];
    harness
        .state_mut()
        .session
        .select(both.into_iter().map(Item::Actor).collect());
    harness.run_steps(3);
    harness
        .get_by_role_and_label(Role::ComboBox, "Arena")
        .click();
    harness.run_steps(4);
    harness.get_by_label("Kennis").click();
    harness.run_steps(3);
    assert_eq!(harness.state().n_steps(), 1);
    let now = &harness.state().session.document().now;
    let knowledge = Some(Arena::Knowledge);
    assert!(
        both.iter()
            .all(|id| { now.actors.get(*id).and_then(|actor| now.arena_of(actor)) == knowledge })
    );
}

#[test]
fn with_nothing_selected_the_map_gets_issues() {
    let mut harness = actor_window(Language::English);
    harness.state_mut().session.select(Selection::default());
    harness.run_steps(2);
    harness.get_by_label("Issues").click();
    harness.run_steps(2);
    type_in(
        &mut harness,
        Role::TextInput,
        "New issue, Enter adds",
        "Wonen",
    );
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(harness.state().session.document().now.issues.len(), 2);
}
