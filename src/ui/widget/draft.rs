//! Fields to type in: what is typed is a draft until the field is left, and then one edit.

use eframe::egui::{
    self, Align2, Color32, FontId, Id, Key, Margin, Rect, Response, Shape, Stroke, StrokeKind, Ui,
};

use super::{Pen, Typed};
use crate::edit::Edit;
use crate::ui::cx::Outbox;
use crate::ui::theme::{self, Theme};

/// What was typed and not made an edit yet.
#[derive(Debug)]
struct Draft {
    id: Id,
    text: String,
    /// What leaving the field would ask for.
    edit: Option<Edit>,
    /// Whether the field was drawn in this frame.
    seen: bool,
}

/// Everything that is being typed; a field that is not on screen any more hands its draft in.
#[derive(Debug, Default)]
pub(crate) struct Drafts(Vec<Draft>);

impl Drafts {
    /// Begins a frame.
    pub(crate) fn begin(&mut self) {
        for draft in &mut self.0 {
            draft.seen = false;
        }
    }

    /// Hands in the drafts of fields that were not drawn in this frame.
    pub(crate) fn hand_in_unseen(&mut self, out: &mut Outbox) {
        self.hand_in(out, |draft| !draft.seen);
    }

    /// Hands in all drafts, as before saving.
    pub(crate) fn hand_in_all(&mut self, out: &mut Outbox) {
        self.hand_in(out, |_| true);
    }

    /// Adds what is being typed, without taking it in.
    pub(crate) fn typed(&self, typed: &mut Typed) {
        for draft in &self.0 {
            if let Some(edit) = &draft.edit {
                typed.edit(&draft.text, edit);
            }
        }
    }

    fn hand_in(&mut self, out: &mut Outbox, leaves: impl Fn(&Draft) -> bool) {
        for draft in self.0.extract_if(.., |draft| leaves(draft)) {
            if let Some(edit) = draft.edit {
                out.edit(edit);
            }
        }
    }

    /// Gives what was typed in a field.
    pub(crate) fn text(&self, id: Id) -> Option<&str> {
        self.0
            .iter()
            .find(|draft| draft.id == id)
            .map(|draft| draft.text.as_str())
    }

    /// Drops what was typed in a field and gives it.
    pub(crate) fn take(&mut self, id: Id) -> Option<String> {
        let place = self.0.iter().position(|draft| draft.id == id)?;
        Some(self.0.swap_remove(place).text)
    }

    /// Begins a draft, as if the text had been typed in the field.
    pub(crate) fn start(&mut self, id: Id, text: String) {
        self.put(id, text, None);
    }

    fn put(&mut self, id: Id, text: String, edit: Option<Edit>) {
        let draft = Draft {
            id,
            text,
            edit,
            seen: true,
        };
        match self.0.iter_mut().find(|draft| draft.id == id) {
            Some(slot) => *slot = draft,
            None => self.0.push(draft),
        }
    }
}

/// How a field looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// The subject of a panel.
    Subject,
    /// Plain text on one line.
    Line,
    /// Plain text on as many lines as it needs.
    Text,
    /// Plain text on as many lines as it needs, of which Enter leaves.
    Entry,
    /// Somebody's words, between quotation marks.
    Quote,
    /// A remark on one line.
    Remark,
    /// Always drawn as a field; stays ready for the next entry after Enter.
    Add,
    /// A short number or date at the right.
    Small,
}

impl Look {
    fn font(self) -> FontId {
        match self {
            Self::Subject => theme::bold(theme::SUBJECT),
            Self::Line | Self::Text | Self::Entry | Self::Add => theme::regular(theme::BODY),
            Self::Quote => theme::italic(theme::BODY),
            Self::Remark => theme::regular(theme::REMARK),
            Self::Small => theme::semibold(theme::BODY),
        }
    }

    fn many_lines(self) -> bool {
        match self {
            Self::Subject | Self::Text | Self::Entry | Self::Quote => true,
            Self::Line | Self::Remark | Self::Add | Self::Small => false,
        }
    }
}

/// A field to type in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field<'a> {
    /// Its identity: that of what it changes.
    pub(crate) id: Id,
    /// What it is called.
    pub(crate) label: &'a str,
    /// What stands in it while it is empty.
    pub(crate) hint: &'a str,
    /// How it looks.
    pub(crate) look: Look,
    /// Whether its text shows only while it has the focus.
    pub(crate) concealed: bool,
}

impl<'a> Field<'a> {
    /// Makes a field whose hint is its label.
    pub(crate) fn new(id: Id, label: &'a str, look: Look) -> Self {
        Self {
            id,
            label,
            hint: label,
            look,
            concealed: false,
        }
    }

    /// Gives the field with a hint of its own.
    #[must_use]
    pub(crate) fn hint(self, hint: &'a str) -> Self {
        Self { hint, ..self }
    }

    /// Gives the field as one that conceals its text while it has no focus.
    #[must_use]
    pub(crate) fn concealed(self) -> Self {
        Self {
            concealed: true,
            ..self
        }
    }
}

/// Draws a field; when it is left with another text, asks for the edit made of it.
///
/// A text that gives no edit but a sentence stays in the field, with the sentence beneath.
pub(crate) fn field_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    field: Field<'_>,
    value: &str,
    make: impl FnOnce(String, &mut Outbox) -> Result<Edit, String>,
) -> Response {
    let id = field.id;
    let concealed = field.concealed && !ui.memory(|memory| memory.has_focus(id));
    let mut text = match pen.memory.drafts.text(id) {
        Some(draft) => draft.to_owned(),
        None if concealed => String::new(),
        None => value.to_owned(),
    };
    let response = edit_ui(pen.theme(), ui, field, &mut text);
    let typed = response.changed() && !concealed;
    if !typed && pen.memory.drafts.text(id).is_none() {
        return response;
    }
    let escaped = ui.input(|input| input.key_pressed(Key::Escape));
    let left = !response.has_focus();
    let wanted = text.trim();
    if left && (escaped || wanted == value) {
        pen.memory.drafts.take(id);
        return response;
    }
    let made = (wanted != value).then(|| make(wanted.to_owned(), pen.out));
    let (edit, refused) = match made {
        Some(Ok(edit)) => (Some(edit), None),
        Some(Err(sentence)) => (None, Some(sentence)),
        None => (None, None),
    };
    if left && refused.is_none() {
        pen.memory.drafts.take(id);
        if let Some(edit) = edit {
            pen.edit(edit);
        }
        if field.look == Look::Add && ui.input(|input| input.key_pressed(Key::Enter)) {
            response.request_focus();
        }
        return response;
    }
    pen.memory.drafts.put(id, text, edit);
    if let Some(sentence) = refused.filter(|_| left) {
        ui.colored_label(pen.theme().conflict, sentence);
    }
    response
}

fn edit_ui(theme: &Theme, ui: &mut Ui, field: Field<'_>, text: &mut String) -> Response {
    let slot = ui.painter().add(Shape::Noop);
    let font = field.look.font();
    let side = if field.look == Look::Small { 6 } else { 0 };
    let builder = if field.look.many_lines() {
        egui::TextEdit::multiline(text).desired_rows(1)
    } else {
        egui::TextEdit::singleline(text)
    };
    let leaves_by_enter = matches!(field.look, Look::Subject | Look::Entry);
    let builder = if leaves_by_enter {
        builder.return_key(None)
    } else {
        builder
    };
    let width = ui.available_width();
    let tall = (theme::ROW - font.size * 1.25).max(4.0) / 2.0;
    let output = builder
        .id(field.id)
        .frame(egui::Frame::NONE.inner_margin(Margin::symmetric(side, whole(tall))))
        .desired_width(width)
        .font(font.clone())
        .text_color(theme.ink)
        .hint_text(
            egui::RichText::new(field.hint)
                .font(hint_font(&font))
                .color(theme.faint),
        )
        .show(ui);
    let response = output.response.response;
    if leaves_by_enter && response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        response.surrender_focus();
    }
    ui.ctx()
        .accesskit_node_builder(field.id, |node| node.set_label(field.label));
    paint_ground(theme, ui, slot, field.look, &response, text.is_empty());
    if field.look == Look::Quote && !text.is_empty() && !response.has_focus() {
        paint_quotes(theme, ui, &output.galley, output.galley_pos, text);
    }
    response
}

fn hint_font(font: &FontId) -> FontId {
    theme::regular(font.size.min(theme::BODY))
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a margin of a few points fits"
)]
fn whole(points: f32) -> i8 {
    points.clamp(0.0, 100.0).round() as i8
}

/// Paints the ground of a field: always where it is empty, else while it is pointed at or typed in.
fn paint_ground(
    theme: &Theme,
    ui: &Ui,
    slot: egui::layers::ShapeIdx,
    look: Look,
    response: &Response,
    empty: bool,
) {
    let wide = if look == Look::Small { 0.0 } else { 8.0 };
    let rect: Rect = response.rect.expand2(egui::vec2(wide, 0.0));
    let (fill, line) = if response.has_focus() {
        (theme.panel, Stroke::new(1.5 * theme.outline, theme.accent))
    } else if response.hovered() || look == Look::Add {
        (theme.field, Stroke::NONE)
    } else if empty && !matches!(look, Look::Remark | Look::Small) {
        (theme.field.gamma_multiply(0.6), Stroke::NONE)
    } else {
        (Color32::TRANSPARENT, Stroke::NONE)
    };
    ui.painter().set(
        slot,
        egui::epaint::RectShape::new(rect, 7.0, fill, line, StrokeKind::Middle),
    );
}

/// Paints quotation marks, the first hanging in the margin, unless the text has its own.
fn paint_quotes(theme: &Theme, ui: &Ui, galley: &egui::Galley, origin: egui::Pos2, text: &str) {
    if text.starts_with(['\'', '"', '‘', '“', '„', '«']) {
        return;
    }
    let font = theme::italic(theme::BODY);
    let painter = ui.painter();
    painter.text(origin, Align2::RIGHT_TOP, "‘", font.clone(), theme.ink);
    if let Some(row) = galley.rows.last() {
        let end = origin + row.rect().right_top().to_vec2();
        painter.text(end, Align2::LEFT_TOP, "’", font, theme.ink);
    }
}
