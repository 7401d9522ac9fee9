//! Which lenses are on, each with one sentence on when to take it; lenses from and to files.

use eframe::egui::{Id, Ui, vec2};

use crate::edit::{Edit, MapChange};
use crate::model::Lens;
use crate::text::lens::{self as words, say};
use crate::ui::command::Command;
use crate::ui::cx::Request;
use crate::ui::theme;
use crate::ui::widget::{
    Pen, fold_ui, head_ui, inset, label_ui, more_ui, quiet_button_ui, remark_ui, rule_ui, toggle_ui,
};

/// Draws the choice of lenses.
pub(super) fn chooser_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let cx = pen.cx;
    let catalogue = cx.catalogue();
    remark_ui(pen.theme(), ui, pen.say(words::ABOUT));
    let front: Vec<&Lens> = catalogue.lenses().filter(|lens| lens.front).collect();
    for lens in front {
        lens_ui(pen, ui, lens);
    }
    remark_ui(pen.theme(), ui, pen.say(words::CORE_VALUES));
    let more: Vec<&Lens> = catalogue
        .lenses()
        .filter(|lens| !lens.front && !catalogue.is_own(&lens.id))
        .collect();
    let on = |lens: &&&Lens| cx.document().lenses_on.contains(&lens.id);
    let n_on = more.iter().filter(on).count();
    let count = words::answered(n_on, more.len(), cx.language());
    if !more.is_empty() {
        fold_ui(pen, ui, words::MORE, &count, true, |pen, ui| {
            for lens in &more {
                lens_ui(pen, ui, lens);
            }
        });
    }
    let own: Vec<&Lens> = catalogue
        .lenses()
        .filter(|lens| !lens.front && catalogue.is_own(&lens.id))
        .collect();
    if !own.is_empty() {
        rule_ui(pen.theme(), ui);
        head_ui(pen.theme(), ui, pen.say(words::OWN));
        for lens in own {
            lens_ui(pen, ui, lens);
        }
    }
    unsound_ui(pen, ui);
    rule_ui(pen.theme(), ui);
    if quiet_button_ui(pen.theme(), ui, pen.say(words::LOAD)).clicked() {
        pen.send(Request::Run(Command::OpenLens));
    }
}

fn lens_ui(pen: &mut Pen<'_>, ui: &mut Ui, lens: &Lens) {
    let cx = pen.cx;
    let language = cx.language();
    let on = cx.document().lenses_on.contains(&lens.id);
    let own = cx.catalogue().is_own(&lens.id);
    let id = Id::new(("lens chooser", &lens.id));
    let title = say(&lens.title, language);
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let room = (ui.available_width() - 30.0).max(120.0);
        ui.allocate_ui(vec2(room, theme::ROW), |ui| {
            ui.set_min_width(room);
            if let Some(on) = toggle_ui(pen.theme(), ui, title, on) {
                pen.edit(Edit::Map(MapChange::LensOn(lens.id.clone(), on)));
            }
        });
        more_ui(pen, ui, id, title);
    });
    ui.horizontal(|ui| {
        ui.add_space(26.0);
        ui.vertical(|ui| {
            remark_ui(pen.theme(), ui, say(&lens.about, language));
            if pen.memory.detail == Some(id) {
                details_ui(pen, ui, lens, own);
            }
        });
    });
}

/// Draws how large a lens is and where it comes from, and its file.
fn details_ui(pen: &mut Pen<'_>, ui: &mut Ui, lens: &Lens, own: bool) {
    let mut size = words::size(lens.fields.len(), lens.checks.len(), pen.cx.language());
    if own {
        size = format!("{size} · {}", pen.say(words::OTHER_VERSION));
    }
    label_ui(pen.theme(), ui, &size);
    if !lens.source.is_empty() {
        remark_ui(pen.theme(), ui, &lens.source);
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 18.0;
        if quiet_button_ui(pen.theme(), ui, pen.say(words::SAVE)).clicked() {
            pen.send(Request::SaveLens(lens.id.clone()));
        }
        if own && quiet_button_ui(pen.theme(), ui, pen.say(words::REMOVE)).clicked() {
            pen.edit(Edit::Map(MapChange::RemoveOwnLens(lens.id.clone())));
        }
    });
}

/// Draws the lenses of the map that cannot be used, and why.
fn unsound_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let cx = pen.cx;
    for (lens, faults) in cx.catalogue().unsound() {
        rule_ui(pen.theme(), ui);
        head_ui(pen.theme(), ui, &lens.id);
        remark_ui(pen.theme(), ui, pen.say(words::UNSOUND));
        inset(ui, |ui| {
            for fault in faults.iter().take(3) {
                let sentence = words::trouble(&fault.trouble, cx.language());
                remark_ui(pen.theme(), ui, &crate::text::error::capital(&sentence));
            }
        });
        if quiet_button_ui(pen.theme(), ui, pen.say(words::REMOVE)).clicked() {
            pen.edit(Edit::Map(MapChange::RemoveOwnLens(lens.id.clone())));
        }
    }
}
