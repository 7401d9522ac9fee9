//! Sheets about what leaves, who occurs in a map, and what must go.

mod anonymise;
mod doubles;
mod leaves;
mod passphrase;
mod person;
mod remove;
mod send;

use eframe::egui::{
    self, Align, Align2, CornerRadius, Margin, Rect, Response, Sense, Stroke, StrokeKind, TextEdit,
    Ui, WidgetInfo, WidgetType, pos2, vec2,
};

use super::look::{Look, elided, focus_ring, paint_middle};
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::theme::{self, icons};
use crate::ui::view::Privacy;

pub(crate) use anonymise::Anonymise;
pub(crate) use doubles::Doubles;
pub(crate) use passphrase::{PassphraseAim, PassphraseSheet, Typed, passphrase_ui};
pub(crate) use person::Person;
pub(crate) use remove::Remove;
pub(crate) use send::{Send, SendState};

/// What the sheets remember while they are open.
#[derive(Debug, Default)]
pub(crate) struct PrivacySheets {
    /// The copy to send.
    pub(crate) send: Option<Send>,
    /// The person that is looked for.
    pub(crate) person: Option<Person>,
    /// The map without names.
    pub(crate) anonymise: Option<Anonymise>,
    /// The actors that may be the same.
    pub(crate) doubles: Option<Doubles>,
    /// What is removed.
    pub(crate) remove: Option<Remove>,
}

/// Draws a box to tick with a word.
fn tick_ui(look: Look<'_>, ui: &mut Ui, on: &mut bool, word: &str) -> Response {
    let galley = elided(ui, word, theme::regular(theme::BODY), look.theme.ink, 400.0);
    let size = vec2(galley.size().x + 30.0, theme::ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    if response.clicked() {
        *on = !*on;
    }
    let ticked = *on;
    response.widget_info(|| WidgetInfo::selected(WidgetType::Checkbox, true, ticked, word));
    focus_ring(look, ui, rect.shrink(2.0), &response);
    let middle = pos2(rect.left() + 10.0, rect.center().y);
    let square = Rect::from_center_size(middle, vec2(18.0, 18.0));
    let (fill, line) = if ticked {
        (look.theme.accent, look.theme.accent)
    } else {
        (look.theme.panel, look.theme.faint)
    };
    let line = Stroke::new(1.5, line);
    ui.painter().rect(
        square,
        CornerRadius::same(5),
        fill,
        line,
        StrokeKind::Inside,
    );
    if ticked {
        ui.painter().text(
            middle,
            Align2::CENTER_CENTER,
            icons::CHECK,
            theme::icon(15.0),
            look.theme.on_accent,
        );
    }
    paint_middle(ui, rect.left() + 28.0, rect.center().y, galley);
    response
}

/// Gives a field to type in, as high as a row that can be hit.
fn typed_field(text: &mut String) -> TextEdit<'_> {
    TextEdit::singleline(text)
        .desired_width(f32::INFINITY)
        .min_size(vec2(0.0, 32.0))
        .vertical_align(Align::Center)
        .margin(Margin::symmetric(10, 4))
}

/// Draws the sheet that is open.
pub(crate) fn privacy_ui(
    cx: &Cx<'_>,
    ctx: &egui::Context,
    which: Privacy,
    sheets: &mut PrivacySheets,
    out: &mut Outbox,
) {
    let closed = match which {
        Privacy::Send => sheets
            .send
            .as_mut()
            .is_none_or(|sheet| send::send_ui(cx, ctx, sheet, out)),
        Privacy::Person => sheets
            .person
            .as_mut()
            .is_none_or(|sheet| person::person_ui(cx, ctx, sheet, out)),
        Privacy::Anonymise => sheets
            .anonymise
            .as_mut()
            .is_none_or(|sheet| anonymise::anonymise_ui(cx, ctx, sheet, out)),
        Privacy::Doubles => sheets
            .doubles
            .as_mut()
            .is_none_or(|sheet| doubles::doubles_ui(cx, ctx, sheet, out)),
        Privacy::Remove => sheets
            .remove
            .as_mut()
            .is_none_or(|sheet| remove::remove_ui(cx, ctx, sheet, out)),
    };
    if closed {
        out.send(Request::Overlay(None));
    }
}
