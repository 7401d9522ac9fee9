//! What an actor can and wants: power, involvement and the like, values, angles, learning.

use eframe::egui::Ui;

use super::field_id;
use crate::edit::{ActorChange, Edit};
use crate::model::{Actor, Answer, Frame, Holding, Judged, Level3, Term, Unknown, Value};
use crate::text::inspector::actor as words;
use crate::text::inspector::answer::filled;
use crate::text::terms::{self, Named as _};
use crate::ui::widget::{
    Choice, Pen, Picked, Picker, Scale, ScaleLook, YesNo, answer_row_ui, certainty_ui, fold_ui,
    inset, more_ui, pick_ui, remark_ui, row_ui, scale_ui, toggle_ui, yes_no_ui,
};

fn steps<'a>(pen: &Pen<'_>, actor: &Actor, label: crate::text::Text) -> Scale<'a> {
    Scale {
        id: field_id(actor.id, label.nl),
        label: pen.say(label),
        look: ScaleLook::Steps,
    }
}

fn n_forces(pen: &Pen<'_>, actor: &Actor) -> usize {
    let salience = pen
        .cx
        .issue()
        .is_some_and(|issue| actor.salience(issue.id).asked());
    [
        actor.power.asked(),
        actor.involvement.asked(),
        salience,
        actor.legitimacy.asked(),
        actor.urgency.asked(),
        actor.participation.asked(),
        actor.openness.asked(),
    ]
    .into_iter()
    .filter(|asked| *asked)
    .count()
}

/// Draws power, involvement, priority and what belongs to them.
pub(super) fn forces_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    let count = filled(n_forces(pen, actor), pen.cx.language());
    let set = |change| Edit::Actor(actor.id, change);
    fold_ui(pen, ui, words::FORCES, &count, false, |pen, ui| {
        let scale = steps(pen, actor, words::POWER);
        answer_row_ui(pen, ui, scale, None, &actor.power, &|answer| {
            set(ActorChange::Power(answer))
        });
        let scale = steps(pen, actor, words::INVOLVEMENT);
        answer_row_ui(pen, ui, scale, None, &actor.involvement, &|answer| {
            set(ActorChange::Involvement(answer))
        });
        if let Some(issue) = pen.cx.issue() {
            let scale = steps(pen, actor, words::SALIENCE);
            let salience = actor.salience(issue.id);
            answer_row_ui(pen, ui, scale, None, salience, &|answer| {
                set(ActorChange::Salience(issue.id, answer))
            });
        }
        let scale = steps(pen, actor, words::PARTICIPATION);
        answer_row_ui(pen, ui, scale, None, &actor.participation, &|answer| {
            set(ActorChange::Participation(answer))
        });
        remark_ui(pen.theme(), ui, pen.say(words::PARTICIPATION_KEY));
        let question = |label: crate::text::Text, pen: &Pen<'_>| YesNo {
            id: field_id(actor.id, label.nl),
            label: pen.say(label),
        };
        let legitimacy = question(words::LEGITIMACY, pen);
        yes_no_ui(pen, ui, legitimacy, &actor.legitimacy, &|answer| {
            set(ActorChange::Legitimacy(answer))
        });
        let urgency = question(words::URGENCY, pen);
        yes_no_ui(pen, ui, urgency, &actor.urgency, &|answer| {
            set(ActorChange::Urgency(answer))
        });
        let scale = steps(pen, actor, words::OPENNESS);
        answer_row_ui(pen, ui, scale, None, &actor.openness, &|answer| {
            set(ActorChange::Openness(answer))
        });
    });
}

/// Draws what each value of the map is to the actor.
pub(super) fn values_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    let now = pen.cx.now();
    let count = filled(actor.values.len(), pen.cx.language());
    fold_ui(pen, ui, words::VALUES, &count, false, |pen, ui| {
        if now.values.is_empty() {
            remark_ui(pen.theme(), ui, pen.say(words::NO_VALUES));
        }
        for value in now.values.iter() {
            holding_ui(pen, ui, actor, value);
        }
    });
}

fn holding_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor, value: &Value) {
    let holding = actor.values.get(&value.id);
    let id = field_id((actor.id, value.id), "value");
    let set = |holding| Edit::Actor(actor.id, ActorChange::Value(value.id, holding));
    let importance = holding.map_or(Answer::NotAsked, |holding| {
        Answer::given(holding.importance)
    });
    let scale = Scale {
        id,
        label: &value.name,
        look: ScaleLook::Steps,
    };
    row_ui(pen, ui, &value.name, 3.0 * 28.0 + 25.0, |pen, ui| {
        scale_ui(pen, ui, scale, &importance, &|answer: Answer<Level3>| {
            set(answer
                .value()
                .map(|importance| with_importance(holding, *importance)))
        });
        more_ui(pen, ui, id, &value.name);
    });
    let Some(holding) = holding.filter(|_| pen.memory.detail == Some(id)) else {
        return;
    };
    inset(ui, |ui| {
        let label = pen.say(words::CREATES);
        if let Some(creates) = toggle_ui(pen.theme(), ui, label, holding.creates) {
            pen.edit(set(Some(Holding {
                creates,
                ..holding.clone()
            })));
        }
        if let Some(picked) = certainty_ui(pen, ui, holding.certainty) {
            pen.edit(set(Some(Holding {
                certainty: picked.one(),
                ..holding.clone()
            })));
        }
    });
}

fn with_importance(holding: Option<&Holding>, importance: Level3) -> Holding {
    match holding {
        Some(holding) => Holding {
            importance,
            ..holding.clone()
        },
        None => Holding {
            importance,
            creates: false,
            certainty: None,
            unknown: Unknown::default(),
        },
    }
}

/// Draws the angles from which the actor looks.
pub(super) fn frames_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    let language = pen.cx.language();
    let count = filled(actor.frames.len(), language);
    fold_ui(pen, ui, words::FRAMES, &count, false, |pen, ui| {
        for (frame, weight) in &actor.frames {
            let label = terms::term(frame, language);
            let answer = Answer::Given(Judged::new(*weight));
            let scale = Scale {
                id: field_id((actor.id, frame), "frame"),
                label,
                look: ScaleLook::Steps,
            };
            row_ui(pen, ui, label, 3.0 * 28.0 + 25.0, |pen, ui| {
                scale_ui(pen, ui, scale, &answer, &|answer: Answer<Level3>| {
                    let weight = answer.value().copied();
                    Edit::Actor(actor.id, ActorChange::Frame(frame.clone(), weight))
                });
                remove_frame_ui(pen, ui, actor, frame, label);
            });
        }
        add_frame_ui(pen, ui, actor);
    });
}

fn remove_frame_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    actor: &Actor,
    frame: &Term<Frame>,
    label: &str,
) {
    use crate::ui::widget::{icon, icon_button_ui};
    let words = words::of(pen.say(crate::text::inspector::answer::REMOVE), label);
    if icon_button_ui(pen.theme(), ui, icon::REMOVE, &words).clicked() {
        pen.edit(Edit::Actor(
            actor.id,
            ActorChange::Frame(frame.clone(), None),
        ));
    }
}

fn add_frame_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    let language = pen.cx.language();
    let choices: Vec<Choice<Term<Frame>>> = Frame::ALL
        .iter()
        .map(|frame| Choice {
            label: frame.word(language).to_owned(),
            what: Term::BuiltIn(*frame),
        })
        .filter(|choice| !actor.frames.contains_key(&choice.what))
        .collect();
    let picker = Picker {
        id: field_id(actor.id, "add frame"),
        label: pen.say(words::ADD_FRAME),
        shown: pen.say(words::ADD_FRAME),
        clear: None,
        own: true,
    };
    let frame = match pick_ui(pen, ui, picker, &choices) {
        Some(Picked::One(frame)) => frame,
        Some(Picked::New(name)) => Term::Own(name),
        Some(Picked::Cleared) | None => return,
    };
    let weight = Some(Level3::nearest(2));
    pen.edit(Edit::Actor(actor.id, ActorChange::Frame(frame, weight)));
}

/// Draws what the actor says of its own learning.
pub(super) fn learning_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    let learning = &actor.learning;
    let rows = [
        (words::RELATEDNESS, &learning.relatedness),
        (words::AUTONOMY, &learning.autonomy),
        (words::COMPETENCE, &learning.competence),
    ];
    let given = rows.iter().filter(|(_, answer)| answer.asked()).count();
    let count = filled(given, pen.cx.language());
    let changes = [
        ActorChange::Relatedness,
        ActorChange::Autonomy,
        ActorChange::Competence,
    ];
    fold_ui(pen, ui, words::LEARNING, &count, false, |pen, ui| {
        for ((label, answer), change) in rows.into_iter().zip(changes) {
            let scale = steps(pen, actor, label);
            answer_row_ui(pen, ui, scale, None, answer, &|answer| {
                Edit::Actor(actor.id, change(answer))
            });
        }
    });
}
