//! One or several of a list of options, each explained.

use eframe::egui::{self, Id, RichText, Ui};

use super::Part;
use crate::edit::Edit;
use crate::model::{LensOption, LensValue};
use crate::text::lens::{self as words, say};
use crate::ui::theme;
use crate::ui::widget::{
    Choice, Pen, Picked, Picker, chip_ui, pick_ui, quiet_button_ui, remark_ui,
};

/// With more options than these a menu with a search field stands for the chips.
const CHIPS: usize = 12;

/// Draws one choice.
pub(super) fn choice_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    part: Part<'_>,
    options: &[LensOption],
    value: Option<&LensValue>,
    set: &dyn Fn(LensValue) -> Edit,
) {
    let chosen: Vec<String> = match value {
        Some(LensValue::Choice(code)) => vec![code.clone()],
        _ => Vec::new(),
    };
    if options.len() > CHIPS {
        let shown = label_of(pen, options, chosen.first());
        let choices = choices_of(pen, options.iter());
        let picker = Picker {
            id: part.id,
            label: part.label,
            shown: &shown,
            clear: part.clear.map(|_| pen.say(words::NO_CHOICE)),
            own: false,
        };
        match pick_ui(pen, ui, picker, &choices) {
            Some(Picked::One(code)) => pen.edit(set(LensValue::Choice(code))),
            Some(Picked::Cleared) => {
                if let Some(clear) = part.clear {
                    pen.edit(clear.clone());
                }
            }
            Some(Picked::New(_)) | None => {}
        }
    } else if let Some(code) = chips_ui(pen, ui, options, &chosen) {
        match part.clear.filter(|_| chosen.contains(&code)) {
            Some(clear) => pen.edit(clear.clone()),
            None => pen.edit(set(LensValue::Choice(code))),
        }
    }
    help_ui(pen, ui, part.id, options, &chosen);
}

/// Draws several choices.
pub(super) fn choices_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    part: Part<'_>,
    options: &[LensOption],
    value: Option<&LensValue>,
    set: &dyn Fn(LensValue) -> Edit,
) {
    let chosen: Vec<String> = match value {
        Some(LensValue::Choices(codes)) => codes.clone(),
        _ => Vec::new(),
    };
    let many = options.len() > CHIPS;
    let shown: Vec<LensOption> = options
        .iter()
        .filter(|option| !many || chosen.contains(&option.code))
        .cloned()
        .collect();
    let mut clicked = chips_ui(pen, ui, &shown, &chosen);
    if many {
        let rest = options
            .iter()
            .filter(|option| !chosen.contains(&option.code));
        let choices = choices_of(pen, rest);
        let picker = Picker {
            id: part.id,
            label: part.label,
            shown: pen.say(words::ADD_OPTION),
            clear: None,
            own: false,
        };
        clicked = clicked.or(pick_ui(pen, ui, picker, &choices).and_then(Picked::one));
    }
    if let Some(code) = clicked {
        let mut after = chosen.clone();
        if after.contains(&code) {
            after.retain(|one| *one != code);
        } else {
            after.push(code);
        }
        // In the order of the question, so that the same choices are the same answer.
        let place = |code: &String| options.iter().position(|option| option.code == *code);
        after.sort_by_key(place);
        pen.edit(set(LensValue::Choices(after)));
    }
    help_ui(pen, ui, part.id, options, &chosen);
}

/// Gives what the options are called, to pick from.
pub(super) fn choices_of<'a>(
    pen: &Pen<'_>,
    options: impl Iterator<Item = &'a LensOption>,
) -> Vec<Choice<String>> {
    let language = pen.cx.language();
    options
        .map(|option| Choice {
            label: say(&option.label, language).to_owned(),
            what: option.code.clone(),
        })
        .collect()
}

fn label_of(pen: &Pen<'_>, options: &[LensOption], code: Option<&String>) -> String {
    let found = options.iter().find(|option| Some(&option.code) == code);
    found
        .map_or(pen.say(words::PICK), |option| {
            say(&option.label, pen.cx.language())
        })
        .to_owned()
}

/// Draws the options as chips; gives the code of the one that was clicked.
pub(super) fn chips_ui(
    pen: &Pen<'_>,
    ui: &mut Ui,
    options: &[LensOption],
    chosen: &[String],
) -> Option<String> {
    let language = pen.cx.language();
    let mut clicked = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        for option in options {
            let on = chosen.contains(&option.code);
            let chip = chip_ui(pen.theme(), ui, say(&option.label, language), on);
            let chip = chip.on_hover_text(say(&option.help, language));
            if chip.clicked() {
                clicked = Some(option.code.clone());
            }
        }
    });
    clicked
}

/// Explains what was chosen, and all options on request.
pub(super) fn help_ui(
    pen: &Pen<'_>,
    ui: &mut Ui,
    id: Id,
    options: &[LensOption],
    chosen: &[String],
) {
    let language = pen.cx.language();
    let theme = pen.theme();
    let id = id.with("explained");
    let all: bool = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    for option in options {
        if all {
            let label = RichText::new(say(&option.label, language));
            ui.label(label.font(theme::medium(theme::REMARK)).color(theme.ink));
            remark_ui(theme, ui, say(&option.help, language));
        } else if chosen.contains(&option.code) {
            remark_ui(theme, ui, say(&option.help, language));
        }
    }
    let words = if all {
        words::EXPLAIN_LESS
    } else {
        words::EXPLAIN
    };
    if quiet_button_ui(theme, ui, pen.say(words)).clicked() {
        ui.data_mut(|data| data.insert_temp(id, !all));
    }
}
