//! What hurts: folded, read while held, edited on purpose.

use eframe::egui::{Id, Ui};

use crate::edit::{Edit, ListChange};
use crate::model::{Answer, Heat, Note, Sensitivity};
use crate::text::inspector::{actor as words, answer};
use crate::ui::widget::{
    Band, Field, Look, Pen, PrivateText, Scale, ScaleLook, block_ui, field_ui, fold_ui, inset,
    private_band_ui, quiet_button_ui, remark_ui, row_ui, scale_ui, toggle_ui,
};

/// Draws the sensitivities of something.
pub(super) fn sensitivities_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    id: Id,
    list: &[Sensitivity],
    set: &dyn Fn(ListChange<Sensitivity>) -> Edit,
) {
    if list.is_empty() {
        let none = pen.say(answer::NOTHING);
        fold_ui(pen, ui, words::SENSITIVITIES, none, false, |pen, ui| {
            add_ui(pen, ui, id, set);
        });
        return;
    }
    block_ui(pen, ui, "", |pen, ui| {
        let (private, open): (Vec<_>, Vec<_>) = list.iter().partition(|one| one.note.private);
        if !private.is_empty() {
            band_ui(pen, ui, id, &private);
        }
        for sensitivity in open {
            ui.label(&sensitivity.note.text);
            let remark = remark(pen, sensitivity);
            if !remark.is_empty() {
                remark_ui(pen.theme(), ui, &remark);
            }
        }
        let bared = pen.memory.bared == Some(id);
        let label = if bared { answer::COVER } else { answer::EDIT };
        if quiet_button_ui(pen.theme(), ui, pen.say(label)).clicked() {
            pen.memory.bared = if bared { None } else { Some(id) };
        }
        if bared {
            for (place, sensitivity) in list.iter().enumerate() {
                entry_ui(pen, ui, id.with(place), place, sensitivity, set);
            }
            add_ui(pen, ui, id, set);
        }
    });
}

fn remark(pen: &Pen<'_>, sensitivity: &Sensitivity) -> String {
    words::heat(
        sensitivity.heat.get(),
        sensitivity.said_aloud,
        sensitivity.acknowledged,
        pen.cx.language(),
    )
}

fn band_ui(pen: &mut Pen<'_>, ui: &mut Ui, id: Id, private: &[&Sensitivity]) {
    let texts: Vec<PrivateText> = private
        .iter()
        .map(|sensitivity| PrivateText {
            text: sensitivity.note.text.clone(),
            remark: remark(pen, sensitivity),
        })
        .collect();
    let head = words::sensitivities(private.len(), pen.cx.language());
    private_band_ui(pen, ui, Band::Full, id.with("band"), &head, &texts);
}

fn add_ui(pen: &mut Pen<'_>, ui: &mut Ui, id: Id, set: &dyn Fn(ListChange<Sensitivity>) -> Edit) {
    let field = Field::new(id.with("new"), pen.say(words::NEW_SENSITIVITY), Look::Add);
    field_ui(pen, ui, field, "", |text, _| {
        Ok(set(ListChange::Add(Sensitivity::new(text))))
    });
    remark_ui(pen.theme(), ui, pen.say(answer::PRIVATE_TRUTH));
}

type Flag = fn(&mut Sensitivity) -> &mut bool;

fn entry_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    id: Id,
    place: usize,
    sensitivity: &Sensitivity,
    set: &dyn Fn(ListChange<Sensitivity>) -> Edit,
) {
    let with = |change: &dyn Fn(&mut Sensitivity)| {
        let mut after = sensitivity.clone();
        change(&mut after);
        set(ListChange::Set(place, after))
    };
    let label = words::sensitivity(place + 1, pen.cx.language());
    remark_ui(pen.theme(), ui, &label);
    let mut field = Field::new(id, &label, Look::Text);
    if sensitivity.note.private {
        field = field.concealed().hint(pen.say(answer::CONCEALED));
    }
    field_ui(pen, ui, field, &sensitivity.note.text, |text, _| {
        let note = Note {
            text,
            ..sensitivity.note.clone()
        };
        Ok(with(&|after| after.note = note.clone()))
    });
    inset(ui, |ui| {
        let heat = Answer::<Heat>::given(sensitivity.heat);
        let scale = Scale {
            id: id.with("heat"),
            label: pen.say(words::HEAT),
            look: ScaleLook::Steps,
        };
        row_ui(pen, ui, scale.label, 4.0 * 28.0 + 25.0, |pen, ui| {
            scale_ui(pen, ui, scale, &heat, &|answer| {
                let heat = answer.value().copied().unwrap_or(Heat::LOWEST);
                with(&|after| after.heat = heat)
            });
        });
        let flags: [(_, bool, Flag); 3] = [
            (words::SAID_ALOUD, sensitivity.said_aloud, |one| {
                &mut one.said_aloud
            }),
            (words::ACKNOWLEDGED, sensitivity.acknowledged, |one| {
                &mut one.acknowledged
            }),
            (answer::PRIVATE, sensitivity.note.private, |one| {
                &mut one.note.private
            }),
        ];
        for (label, on, flag) in flags {
            if let Some(on) = toggle_ui(pen.theme(), ui, pen.say(label), on) {
                let edit = with(&|after| *flag(after) = on);
                pen.edit(edit);
            }
        }
        if quiet_button_ui(pen.theme(), ui, pen.say(answer::REMOVE)).clicked() {
            pen.edit(set(ListChange::Remove(place)));
        }
    });
}
