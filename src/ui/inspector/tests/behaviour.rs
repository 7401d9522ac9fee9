//! What the inspector of an actor asks for when its fields and buttons are used.

use eframe::egui::{self, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable as _;

use super::desk::{actor_window, type_in, window};
use super::sample::{SECRET, TODAY, sample};
use crate::edit::{ActorChange, Edit, ListChange};
use crate::model::{Answer, Language, Mode, Scope};
use crate::session::{Item, Selection};

#[test]
fn own_words_are_one_edit_when_the_field_is_left() {
    for (language, label) in [
        (Language::Dutch, "In eigen woorden"),
        (Language::English, "In its own words"),
    ] {
        let mut harness = actor_window(language);
        type_in(
            &mut harness,
            Role::MultilineTextInput,
            label,
            "Wij waren er eerst",
        );
        assert!(harness.state().edits().is_empty(), "typing is no edit yet");
        harness.key_press(Key::Tab);
        harness.run_steps(3);
        let edits = harness.state().edits();
        let [Edit::Actor(_, ActorChange::Quote(note))] = edits.as_slice() else {
            panic!("one edit of the quote, got {edits:?}");
        };
        assert_eq!(note.text, "Wij waren er eerst");
    }
}

#[test]
fn escape_drops_what_was_typed() {
    let mut harness = actor_window(Language::Dutch);
    type_in(
        &mut harness,
        Role::MultilineTextInput,
        "In eigen woorden",
        "Toch niet",
    );
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert!(harness.state().edits().is_empty());
}

#[test]
fn what_was_typed_is_kept_when_somebody_else_is_selected() {
    let mut harness = actor_window(Language::Dutch);
    type_in(
        &mut harness,
        Role::MultilineTextInput,
        "In eigen woorden",
        "Nog niet klaar",
    );
    let other = sample().housing;
    harness
        .state_mut()
        .session
        .select(Selection::one(Item::Actor(other)));
    harness.run_steps(2);
    assert_eq!(harness.state().edits().len(), 1);
}

#[test]
fn a_click_on_the_scale_sets_the_position() {
    let mut harness = actor_window(Language::Dutch);
    let rect = harness
        .get_by_role_and_label(Role::Slider, "Positie")
        .rect();
    let pos = egui::pos2(rect.left() + 9.0, rect.center().y);
    harness.drag_at(pos);
    harness.run_steps(1);
    harness.drop_at(pos);
    harness.run_steps(2);
    let edits = harness.state().edits();
    let [Edit::Actor(_, ActorChange::Position(_, answer))] = edits.as_slice() else {
        panic!("one edit of the position, got {edits:?}");
    };
    assert_eq!(answer.value().map(|score| score.get()), Some(-3));
    assert_eq!(harness.state().n_steps(), 1);
}

#[test]
fn dragging_is_shown_and_made_once() {
    let mut harness = actor_window(Language::Dutch);
    let rect = harness
        .get_by_role_and_label(Role::Slider, "Positie")
        .rect();
    harness.drag_at(egui::pos2(rect.left() + 9.0, rect.center().y));
    harness.run_steps(1);
    for far in [60.0, 120.0, 180.0] {
        harness.hover_at(egui::pos2(rect.left() + far, rect.center().y));
        harness.run_steps(1);
    }
    assert!(harness.state().session.previewing());
    harness.drop_at(egui::pos2(rect.left() + 180.0, rect.center().y));
    harness.run_steps(2);
    assert_eq!(harness.state().n_steps(), 1);
}

#[test]
fn arrow_keys_move_the_position() {
    let mut harness = actor_window(Language::English);
    harness
        .get_by_role_and_label(Role::Slider, "Position")
        .focus();
    harness.run_steps(3);
    harness.key_press(Key::ArrowLeft);
    harness.run_steps(2);
    let state = harness.state();
    let edits = state.edits();
    let [Edit::Actor(_, ActorChange::Position(_, answer))] = edits.as_slice() else {
        panic!("one edit of the position, got {edits:?}");
    };
    assert_eq!(answer.value().map(|score| score.get()), Some(1));
}

#[test]
fn typed_voices_are_kept_with_their_median() {
    let mut harness = actor_window(Language::Dutch);
    let label = "Stemmen voor positie";
    type_in(&mut harness, Role::TextInput, label, "3 3 2 -1");
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    let edits = harness.state().edits();
    let [Edit::Actor(_, ActorChange::Position(_, Answer::Given(judged)))] = edits.as_slice() else {
        panic!("one edit of the position, got {edits:?}");
    };
    let voices: Vec<i8> = judged.voices.iter().map(|score| score.get()).collect();
    assert_eq!(voices, [-1, 2, 3, 3]);
    assert_eq!(judged.value.get(), 2);
    harness.get_by_label_contains("oneens: 2 zien +3, 2 zien −1 of +2");
}

#[test]
fn voices_that_are_no_numbers_are_told_and_not_kept() {
    let mut harness = actor_window(Language::Dutch);
    type_in(
        &mut harness,
        Role::TextInput,
        "Stemmen voor positie",
        "veel",
    );
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert!(harness.state().edits().is_empty());
    harness.get_by_label_contains("Typ gehele getallen");
}

#[test]
fn private_text_is_on_screen_only_while_it_is_held() {
    let mut harness = actor_window(Language::Dutch);
    assert!(harness.query_by_label_contains(SECRET).is_none());
    let band = harness.get_by_label("1 gevoeligheid").rect().center();
    harness.drag_at(band);
    harness.run_steps(2);
    harness.get_by_label_contains(SECRET);
    harness.drop_at(band);
    harness.run_steps(2);
    assert!(harness.query_by_label_contains(SECRET).is_none());
    harness.get_by_label("1 gevoeligheid").focus();
    harness.run_steps(2);
    harness.key_down(Key::Space);
    harness.run_steps(2);
    harness.get_by_label_contains(SECRET);
    harness.key_up(Key::Space);
    harness.run_steps(2);
    assert!(harness.query_by_label_contains(SECRET).is_none());
}

#[test]
fn on_the_wall_there_is_no_inspector() {
    let mut harness = actor_window(Language::Dutch);
    harness.state_mut().view.wall = Some(std::collections::BTreeSet::new());
    harness.run_steps(2);
    assert!(harness.query_by_label_contains("Belangen").is_none());
}

#[test]
fn interests_are_added_by_enter_and_ordered_by_alt_and_arrows() {
    let mut harness = actor_window(Language::Dutch);
    let new = "Nieuw belang, Enter voegt toe";
    for text in ["Rust in de straat", "Een plek om te spelen"] {
        type_in(&mut harness, Role::TextInput, new, text);
        harness.key_press(Key::Enter);
        harness.run_steps(3);
    }
    let field = harness.get_by_role_and_label(Role::MultilineTextInput, "Belang 4");
    field.focus();
    harness.run_steps(3);
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    harness.run_steps(3);
    let edits = harness.state().edits();
    let last = edits.last();
    let moved = ActorChange::Interest(ListChange::Move(3, 2));
    assert!(
        matches!(last, Some(Edit::Actor(_, change)) if *change == moved),
        "{last:?}"
    );
    assert_eq!(edits.len(), 3);
}

#[test]
fn a_role_with_its_reason_is_dated_today() {
    for (language, mode, reason) in [
        (Language::Dutch, "Verbinden", "Reden"),
        (Language::English, "Bridging", "Reason"),
    ] {
        let mut harness = actor_window(language);
        harness.get_by_label(mode).click();
        harness.run_steps(3);
        let new = sample().platform;
        {
            let edits = harness.state().edits();
            let [Edit::AddRole(role)] = edits.as_slice() else {
                panic!("one role, got {edits:?}");
            };
            assert_eq!(role.date, Some(TODAY));
            assert_eq!(role.mode, Mode::Verbinden);
            assert_eq!(role.scope, Scope::Actor(new));
        }
        type_in(
            &mut harness,
            Role::MultilineTextInput,
            reason,
            "Omdat het schuurt",
        );
        harness.key_press(Key::Tab);
        harness.run_steps(3);
        let now = &harness.state().session.document().now;
        let role = now.role_towards(Scope::Actor(new)).unwrap();
        assert_eq!(role.reason.text, "Omdat het schuurt");
    }
}

#[test]
fn a_hidden_interest_is_on_screen_only_while_it_is_held() {
    let mut harness = window(
        |sample| Item::Actor(sample.platform),
        Language::English,
        |sample| {
            let actors = &mut sample.document.now.actors;
            actors.update(sample.platform, |actor| {
                if let Some(interest) = actor.interests.first_mut() {
                    interest.hidden = true;
                }
            });
        },
    );
    assert!(
        harness
            .query_by_value("Betaalbaar wonen in de eigen buurt")
            .is_none()
    );
    let band = harness.get_by_label("Hidden interest").rect().center();
    harness.drag_at(band);
    harness.run_steps(2);
    harness.get_by_label_contains("Betaalbaar wonen");
    harness.drop_at(band);
    harness.run_steps(2);
    assert!(
        harness
            .query_by_label_contains("Betaalbaar wonen")
            .is_none()
    );
}

#[test]
fn a_private_text_is_edited_only_on_purpose() {
    let mut harness = actor_window(Language::Dutch);
    harness.get_by_label("Bewerk").click();
    harness.run_steps(3);
    assert!(harness.query_by_value(SECRET).is_none());
    let field = harness.get_by_role_and_label(Role::MultilineTextInput, "Gevoeligheid 1");
    field.focus();
    harness.run_steps(3);
    let field = harness.get_by_role_and_label(Role::MultilineTextInput, "Gevoeligheid 1");
    assert_eq!(field.value().as_deref(), Some(SECRET));
    assert!(harness.state().edits().is_empty());
}

#[test]
fn three_questions_help_to_choose_a_role_and_change_nothing() {
    for (language, head, answers, told) in [
        (
            Language::Dutch,
            "Regie, verbinden of coördinatie? Drie vragen",
            ["Ongelijksoortig", "Samen handelen"],
            "Dit wijst naar verbinden: ongelijksoortige partijen die elkaar nodig hebben. U kiest.",
        ),
        (
            Language::English,
            "Directing, bridging or coordinating? Three questions",
            ["Unlike", "Act together"],
            "This points to bridging: unlike parties that need each other. You choose.",
        ),
    ] {
        let mut harness = actor_window(language);
        harness.get_by_label(head).click();
        harness.run_steps(3);
        for answer in answers {
            harness.get_by_label(answer).click();
            harness.run_steps(3);
        }
        assert!(harness.query_by_label(told).is_some());
        assert!(harness.state().edits().is_empty());
    }
}
