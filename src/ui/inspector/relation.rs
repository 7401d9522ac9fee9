//! The inspector of a relation.

use eframe::egui::{Id, Ui};

use super::{field_id, name_of, notes, sensitivities, subject};
use crate::edit::{Edit, ListChange, RelationChange};
use crate::lens::LensPlace;
use crate::model::{
    Answer, Formality, Level3, Note, Relation, RelationKind, Signal, Term, Tone, Unknown,
};
use crate::session::{Item, Selection};
use crate::text::inspector::answer::lower;
use crate::text::inspector::{actor as actor_words, answer, relation as words};
use crate::text::terms::{self, Named as _};
use crate::ui::cx::Request;
use crate::ui::lens::section_ui;
use crate::ui::widget::{
    Choice, Field, Look, Pen, Picked, Picker, Scale, ScaleLook, Segment, YesNo, answer_row_ui,
    block_ui, date_ui, field_ui, fold_ui, icon, icon_button_ui, inset, label_ui, more_ui, note_ui,
    pick_ui, quiet_button_ui, row_ui, rule_ui, scale_ui, segments_ui, toggle_ui, yes_no_ui,
};

/// Draws the inspector of a relation.
pub(super) fn relation_ui(pen: &mut Pen<'_>, ui: &mut Ui, relation: &Relation) {
    let cx = pen.cx;
    let (from, to) = (name_of(cx, relation.from), name_of(cx, relation.to));
    let title = words::ends(from, to, relation.mutual);
    subject::title_ui(pen, ui, &title, pen.say(words::RELATION));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 20.0;
        for (name, actor) in [(from, relation.from), (to, relation.to)] {
            if quiet_button_ui(pen.theme(), ui, name).clicked() {
                pen.send(Request::Select(Selection::one(Item::Actor(actor))));
            }
        }
    });
    nature_ui(pen, ui, relation);
    work_ui(pen, ui, relation);
    let id = field_id(relation.id, "sensitivities");
    sensitivities::sensitivities_ui(pen, ui, id, &relation.sensitivities, &|change| {
        Edit::Relation(relation.id, RelationChange::Sensitivity(change))
    });
    signals_ui(pen, ui, relation);
    let id = field_id(relation.id, "notes");
    notes::notes_ui(pen, ui, id, &relation.notes, &|change| {
        Edit::Relation(relation.id, RelationChange::Note(change))
    });
    section_ui(pen, ui, LensPlace::Relation(relation.id));
    rule_ui(pen.theme(), ui);
    if quiet_button_ui(pen.theme(), ui, pen.say(words::DELETE)).clicked() {
        pen.edit(Edit::RemoveRelation(relation.id));
    }
}

fn nature_ui(pen: &mut Pen<'_>, ui: &mut Ui, relation: &Relation) {
    let language = pen.cx.language();
    let set = |change| Edit::Relation(relation.id, change);
    block_ui(pen, ui, pen.say(words::KIND), |pen, ui| {
        kind_ui(pen, ui, relation);
        let scale = Scale {
            id: field_id(relation.id, "strength"),
            label: pen.say(words::STRENGTH),
            look: ScaleLook::Steps,
        };
        answer_row_ui(pen, ui, scale, None, &relation.strength, &|answer| {
            set(RelationChange::Strength(answer))
        });
        label_ui(pen.theme(), ui, pen.say(words::TONE));
        let tones: Vec<_> = Tone::ALL
            .iter()
            .map(|tone| Segment {
                label: tone.word(language),
                chosen: relation.tone == *tone,
            })
            .collect();
        let clicked = segments_ui(pen.theme(), ui, &tones);
        if let Some(tone) = clicked.and_then(|place| Tone::ALL.get(place).copied())
            && tone != relation.tone
        {
            pen.edit(set(RelationChange::Tone(tone)));
        }
        label_ui(pen.theme(), ui, pen.say(words::CHANNEL));
        let channels: Vec<_> = Formality::ALL
            .iter()
            .map(|formal| Segment {
                label: formal.word(language),
                chosen: relation.formal == Some(*formal),
            })
            .collect();
        let clicked = segments_ui(pen.theme(), ui, &channels);
        if let Some(formal) = clicked.and_then(|place| Formality::ALL.get(place).copied()) {
            let formal = Some(formal).filter(|formal| relation.formal != Some(*formal));
            pen.edit(set(RelationChange::Formal(formal)));
        }
        direction_ui(pen, ui, relation);
    });
}

fn direction_ui(pen: &mut Pen<'_>, ui: &mut Ui, relation: &Relation) {
    label_ui(pen.theme(), ui, pen.say(words::DIRECTION));
    ui.horizontal(|ui| {
        let segments = [
            Segment {
                label: pen.say(words::MUTUAL),
                chosen: relation.mutual,
            },
            Segment {
                label: pen.say(words::ONE_WAY),
                chosen: !relation.mutual,
            },
        ];
        let room = (ui.available_width() - 40.0).max(120.0);
        let clicked = ui
            .allocate_ui(eframe::egui::vec2(room, 28.0), |ui| {
                segments_ui(pen.theme(), ui, &segments)
            })
            .inner;
        if let Some(clicked) = clicked {
            let mutual = clicked == 0;
            if mutual != relation.mutual {
                let change = RelationChange::Mutual(mutual);
                pen.edit(Edit::Relation(relation.id, change));
            }
        }
        if !relation.mutual
            && icon_button_ui(pen.theme(), ui, icon::TURN, pen.say(words::TURN)).clicked()
        {
            pen.edit(Edit::Relation(relation.id, RelationChange::Turn));
        }
    });
}

fn kind_ui(pen: &mut Pen<'_>, ui: &mut Ui, relation: &Relation) {
    let language = pen.cx.language();
    let choices: Vec<Choice<Term<RelationKind>>> = RelationKind::ALL
        .iter()
        .map(|kind| Choice {
            label: kind.word(language).to_owned(),
            what: Term::BuiltIn(*kind),
        })
        .collect();
    let shown = match &relation.kind {
        Some(kind) => terms::term(kind, language),
        None => pen.say(words::KIND_UNASKED),
    };
    let picker = Picker {
        id: field_id(relation.id, "kind"),
        label: pen.say(words::KIND),
        shown,
        clear: Some(pen.say(words::NO_KIND)),
        own: true,
    };
    let kind = match pick_ui(pen, ui, picker, &choices) {
        None => return,
        Some(Picked::One(kind)) => Some(kind),
        Some(Picked::New(name)) => Some(Term::Own(name)),
        Some(Picked::Cleared) => None,
    };
    pen.edit(Edit::Relation(relation.id, RelationChange::Kind(kind)));
}

type Set = fn(Note) -> RelationChange;

/// Draws the star, and what is asked of starred relations only.
fn work_ui(pen: &mut Pen<'_>, ui: &mut Ui, relation: &Relation) {
    let set = |change| Edit::Relation(relation.id, change);
    block_ui(pen, ui, "", |pen, ui| {
        let label = pen.say(words::STARRED);
        if let Some(starred) = toggle_ui(pen.theme(), ui, label, relation.starred) {
            pen.edit(set(RelationChange::Starred(starred)));
        }
        if !relation.starred {
            return;
        }
        let fields: [(_, &Note, Set); 3] = [
            (words::PURPOSE, &relation.purpose, RelationChange::Purpose),
            (
                words::EXPECT_OF_US,
                &relation.expect_of_us,
                RelationChange::ExpectOfUs,
            ),
            (
                words::EXPECT_OF_THEM,
                &relation.expect_of_them,
                RelationChange::ExpectOfThem,
            ),
        ];
        for (label, note, change) in fields {
            let id = field_id(relation.id, label.nl);
            let label = pen.say(label);
            note_ui(pen, ui, id, label, Look::Text, note, &|note| {
                set(change(note))
            });
        }
        let question = YesNo {
            id: field_id(relation.id, "met"),
            label: pen.say(words::MET),
        };
        yes_no_ui(pen, ui, question, &relation.met, &|answer| {
            set(RelationChange::Met(answer))
        });
    });
}

fn signals_ui(pen: &mut Pen<'_>, ui: &mut Ui, relation: &Relation) {
    let count = super::actor::count_of(relation.signals.len(), pen);
    let set = |change| Edit::Relation(relation.id, RelationChange::Signal(change));
    fold_ui(pen, ui, words::SIGNALS, &count, false, |pen, ui| {
        for (place, signal) in relation.signals.iter().enumerate() {
            let id = field_id((relation.id, place), "signal");
            signal_ui(pen, ui, id, place, signal, &set);
        }
        let label = pen.say(words::NEW_SIGNAL);
        let field = Field::new(field_id(relation.id, "new signal"), label, Look::Add);
        let today = pen.cx.today;
        field_ui(pen, ui, field, "", |text, _| {
            Ok(set(ListChange::Add(Signal {
                date: Some(today),
                level: Level3::LOWEST,
                text: Note::new(text),
                who_acts: String::new(),
                settled: false,
                unknown: Unknown::default(),
            })))
        });
    });
}

fn signal_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    id: Id,
    place: usize,
    signal: &Signal,
    set: &dyn Fn(ListChange<Signal>) -> Edit,
) {
    let language = pen.cx.language();
    let with = |change: &dyn Fn(&mut Signal)| {
        let mut after = signal.clone();
        change(&mut after);
        set(ListChange::Set(place, after))
    };
    let label = words::signal(place + 1, language);
    note_ui(pen, ui, id, &label, Look::Text, &signal.text, &|note| {
        with(&|after| after.text = note.clone())
    });
    let scale = Scale {
        id: id.with("level"),
        label: pen.say(words::LEVEL),
        look: ScaleLook::Steps,
    };
    let level = Answer::given(signal.level);
    row_ui(pen, ui, scale.label, 3.0 * 28.0 + 25.0, |pen, ui| {
        scale_ui(pen, ui, scale, &level, &|answer: Answer<Level3>| {
            let level = answer.value().copied().unwrap_or(Level3::LOWEST);
            with(&|after| after.level = level)
        });
        more_ui(pen, ui, id, &lower(&label));
    });
    if pen.memory.detail != Some(id) {
        return;
    }
    inset(ui, |ui| {
        let field = Field::new(id.with("who"), words::WHO_ACTS.get(language), Look::Line);
        field_ui(pen, ui, field, &signal.who_acts, |who, _| {
            Ok(with(&|after| after.who_acts.clone_from(&who)))
        });
        date_ui(
            pen,
            ui,
            id.with("date"),
            answer::DATE.get(language),
            signal.date,
            &|date| with(&|after| after.date = date),
        );
        let label = pen.say(words::SETTLED);
        if let Some(settled) = toggle_ui(pen.theme(), ui, label, signal.settled) {
            let edit = with(&|after| after.settled = settled);
            pen.edit(edit);
        }
        let remove = actor_words::of(
            pen.say(answer::REMOVE),
            &lower(&words::signal(place + 1, language)),
        );
        if quiet_button_ui(pen.theme(), ui, &remove).clicked() {
            pen.edit(set(ListChange::Remove(place)));
        }
    });
}
