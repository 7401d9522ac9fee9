//! Two columns beside each other, each with words of one actor.

use eframe::egui::{self, Id, Rect, Stroke, Ui, UiBuilder, vec2};

use crate::edit::Edit;
use crate::model::{ActorId, Note};
use crate::text::meaning::perspective as words;
use crate::ui::theme;
use crate::ui::widget::{
    Band, Field, Look, Pen, PrivateText, field_ui, head_ui, private_band_ui, remark_ui,
};

/// The room between the two columns.
const GAP: f32 = 24.0;

/// Draws two columns of the same width with a line between them.
pub(super) fn columns_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    mut column: impl FnMut(&mut Pen<'_>, &mut Ui, usize),
) {
    let whole = ui.available_rect_before_wrap();
    let width = (whole.width() - GAP) / 2.0;
    let mut bottom = whole.top();
    for place in [0_usize, 1] {
        let left = whole.left() + if place == 0 { 0.0 } else { width + GAP };
        let rect = Rect::from_min_size(egui::pos2(left, whole.top()), vec2(width, whole.height()));
        let builder = UiBuilder::new().max_rect(rect).id_salt(("column", place));
        let mut within = ui.new_child(builder);
        within.set_width(width);
        column(pen, &mut within, place);
        bottom = bottom.max(within.min_rect().bottom());
    }
    let line = Stroke::new(pen.theme().outline, pen.theme().hairline);
    ui.painter()
        .vline(whole.center().x, whole.top()..=bottom, line);
    ui.allocate_rect(
        Rect::from_min_max(whole.min, egui::pos2(whole.right(), bottom)),
        egui::Sense::hover(),
    );
}

/// Draws the head of a row, with a sign at its right where there is one.
pub(super) fn row_head_ui(pen: &Pen<'_>, ui: &mut Ui, head: &str, sign: Option<&str>) {
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        head_ui(pen.theme(), ui, head);
        if let Some(sign) = sign {
            tag_ui(pen, ui, "≠", sign);
        }
    });
}

/// Draws a word in a quiet field with its sign, as something that stands out.
pub(super) fn tag_ui(pen: &Pen<'_>, ui: &mut Ui, sign: &str, label: &str) {
    let theme = pen.theme();
    let text = format!("{sign}  {label}");
    let galley =
        ui.painter()
            .layout_no_wrap(text, theme::semibold(theme::REMARK), theme.private_text);
    let size = galley.size() + vec2(16.0, 4.0);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, label));
    ui.painter().rect_filled(rect, 9.0, theme.private_band);
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, theme.private_text);
}

/// Words of one actor that can be changed in place.
pub(super) struct Words<'a> {
    /// The identity of the field.
    pub(super) id: Id,
    /// Whose they are.
    pub(super) of: ActorId,
    /// What is asked.
    pub(super) question: &'a str,
    /// How they look.
    pub(super) look: Look,
    /// The words.
    pub(super) note: &'a Note,
}

/// Draws words of one actor; private ones are folded.
pub(super) fn cell_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    cell: &Words<'_>,
    set: &dyn Fn(Note) -> Edit,
) {
    let name = super::label_of(pen.cx, cell.of);
    let label = words::field(cell.question, name);
    if cell.note.private && !cell.note.is_empty() {
        let texts = [PrivateText::plain(&cell.note.text)];
        private_band_ui(pen, ui, Band::Within, cell.id.with("band"), &label, &texts);
        return;
    }
    let field = Field::new(cell.id, &label, cell.look).hint(pen.say(words::ASK));
    egui::Frame::NONE
        .inner_margin(egui::Margin::symmetric(8, 0))
        .show(ui, |ui| {
            field_ui(pen, ui, field, &cell.note.text, |text, _| {
                Ok(set(Note {
                    text,
                    ..cell.note.clone()
                }))
            });
        });
}

/// Draws a remark over the whole width.
pub(super) fn remark(pen: &Pen<'_>, ui: &mut Ui, text: &str) {
    remark_ui(pen.theme(), ui, text);
}
