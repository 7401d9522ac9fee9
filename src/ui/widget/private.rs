//! The band of what is private: read only while it is held.

use eframe::egui::{
    self, Align2, Id, Key, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType,
};

use super::{Pen, remark_ui};
use crate::text::inspector::answer as words;
use crate::ui::theme::{self, Theme};

/// A text that shows while the band is held.
#[derive(Debug, Clone)]
pub(crate) struct PrivateText {
    /// The text itself.
    pub(crate) text: String,
    /// What is said beside it.
    pub(crate) remark: String,
}

impl PrivateText {
    /// Makes a text with nothing beside it.
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            remark: String::new(),
        }
    }
}

/// How wide a band is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Band {
    /// From edge to edge of the panel, with the truth about it beneath.
    Full,
    /// Within a row.
    Within,
}

/// Draws the band; its texts exist on screen only while the pointer or a key holds it.
pub(crate) fn private_band_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    band: Band,
    id: Id,
    head: &str,
    texts: &[PrivateText],
) {
    let theme = pen.theme();
    let (side, corner, height) = match band {
        Band::Full => (theme::PADDING, 0.0, 38.0),
        Band::Within => (8.0, 7.0, theme::ROW),
    };
    let slot = ui.painter().add(Shape::Noop);
    let (_, rect) = ui.allocate_space(egui::vec2(ui.available_width(), height));
    let wide = egui::vec2(side, 0.0);
    let response = ui.interact(rect.expand2(wide), id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, head));
    let by_key = response.has_focus()
        && ui.input(|input| input.key_down(Key::Space) || input.key_down(Key::Enter));
    head_ui(pen, ui, rect, head);
    let mut ground = rect;
    if response.is_pointer_button_down_on() || by_key {
        texts_ui(theme, ui, texts);
        ground.max.y = ui.min_rect().bottom();
    }
    let line = if response.has_focus() {
        Stroke::new(1.5 * theme.outline, theme.private_text)
    } else {
        Stroke::NONE
    };
    let (fill, kind) = (theme.private_band, StrokeKind::Inside);
    let shape = egui::epaint::RectShape::new(ground.expand2(wide), corner, fill, line, kind);
    ui.painter().set(slot, shape);
    if band == Band::Full {
        remark_ui(theme, ui, pen.say(words::PRIVATE_TRUTH));
    }
}

/// Paints what stands on the band, and how to read what it covers where there is room for it.
fn head_ui(pen: &Pen<'_>, ui: &Ui, rect: egui::Rect, head: &str) {
    let ink = pen.theme().private_text;
    let painter = ui.painter();
    let line = |words: &str, font, room: f32| {
        let mut job = egui::text::LayoutJob::simple(words.to_owned(), font, ink, room);
        job.wrap.max_rows = 1;
        painter.layout_job(job)
    };
    let hint = line(
        pen.say(words::HOLD),
        theme::regular(theme::REMARK),
        f32::INFINITY,
    );
    let title = line(head, theme::semibold(theme::HEAD), rect.width());
    let at = egui::pos2(rect.left(), rect.center().y - title.size().y / 2.0);
    let fits = title.size().x + hint.size().x + 8.0 <= rect.width();
    painter.galley(at, title, ink);
    if fits {
        let at = Align2::RIGHT_CENTER.anchor_size(rect.right_center(), hint.size());
        painter.galley(at.min, hint, ink);
    }
}

fn texts_ui(theme: &Theme, ui: &mut Ui, texts: &[PrivateText]) {
    for private in texts {
        for (words, size) in [
            (&private.text, theme::BODY),
            (&private.remark, theme::REMARK),
        ] {
            if !words.is_empty() {
                let text = egui::RichText::new(words).font(theme::regular(size));
                ui.label(text.color(theme.private_text));
            }
        }
    }
    ui.add_space(6.0);
}
