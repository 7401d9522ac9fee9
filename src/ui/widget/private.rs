//! The band of what is private: read only while it is held.

use eframe::egui::{
    self, Align2, Id, Key, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType,
};

use super::{Pen, remark_ui};
use crate::text::inspector::answer as words;
use crate::ui::theme;

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

/// Draws the band; its texts exist on screen only while the pointer or a key holds it.
pub(crate) fn private_band_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    id: Id,
    head: &str,
    texts: &[PrivateText],
) {
    let theme = pen.theme();
    ui.add_space(2.0);
    let slot = ui.painter().add(Shape::Noop);
    let (_, rect) = ui.allocate_space(egui::vec2(ui.available_width(), 38.0));
    let wide = egui::vec2(theme::PADDING, 0.0);
    let response = ui.interact(rect.expand2(wide), id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, head));
    let by_key = response.has_focus()
        && ui.input(|input| input.key_down(Key::Space) || input.key_down(Key::Enter));
    let held = response.is_pointer_button_down_on() || by_key;
    let painter = ui.painter();
    let hint = painter.layout_no_wrap(
        pen.say(words::HOLD).to_owned(),
        theme::regular(theme::REMARK),
        theme.private_text,
    );
    let room = rect.width() - hint.size().x - 12.0;
    let mut job = egui::text::LayoutJob::simple(
        head.to_owned(),
        theme::semibold(theme::HEAD),
        theme.private_text,
        room.max(40.0),
    );
    job.wrap.max_rows = 1;
    let title = painter.layout_job(job);
    let at = egui::pos2(rect.left(), rect.center().y - title.size().y / 2.0);
    painter.galley(at, title, theme.private_text);
    let at = Align2::RIGHT_CENTER
        .anchor_size(rect.right_center(), hint.size())
        .min;
    painter.galley(at, hint, theme.private_text);
    let mut band = rect;
    if held {
        for private in texts {
            let text = egui::RichText::new(&private.text)
                .font(theme::regular(theme::BODY))
                .color(theme.private_text);
            ui.label(text);
            if !private.remark.is_empty() {
                let remark = egui::RichText::new(&private.remark)
                    .font(theme::regular(theme::REMARK))
                    .color(theme.private_text);
                ui.label(remark);
            }
        }
        ui.add_space(6.0);
        band.max.y = ui.min_rect().bottom();
    }
    let line = if response.has_focus() {
        Stroke::new(1.5 * theme.outline, theme.private_text)
    } else {
        Stroke::NONE
    };
    ui.painter().set(
        slot,
        egui::epaint::RectShape::new(
            band.expand2(wide),
            0.0,
            theme.private_band,
            line,
            StrokeKind::Inside,
        ),
    );
    remark_ui(theme, ui, pen.say(words::PRIVATE_TRUTH));
}
