//! How everything looks: colours from `assets/theme`, type, spacing and the style of egui made of them.

pub mod fonts;
pub(crate) mod icons;
mod steps;
mod tokens;

use eframe::egui::{self, Color32, CornerRadius, FontFamily, FontId, Stroke, TextStyle, Visuals};

pub use tokens::{ArenaColours, Theme, ThemeName};

/// The smallest text, in points at 100 %.
pub const REMARK: f32 = 13.0;
/// The text of panels.
pub const BODY: f32 = 14.5;
/// The head of a block in a panel.
pub const HEAD: f32 = 13.5;
/// The subject of a panel.
pub const SUBJECT: f32 = 19.5;
/// A label on the map.
pub const LABEL: f32 = 14.0;
/// The step of all spacing.
pub const STEP: f32 = 4.0;
/// The padding of a panel.
pub const PADDING: f32 = 22.0;
/// The height of a row that can be hit.
pub const ROW: f32 = 28.0;

/// Gives the regular font in a size.
pub fn regular(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// Gives the medium font (500) in a size.
pub fn medium(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("medium".into()))
}

/// Gives the semibold font (600) in a size.
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("semibold".into()))
}

/// Gives the bold font (700) in a size.
pub fn bold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("bold".into()))
}

/// Gives the italic font in a size.
pub fn italic(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("italic".into()))
}

/// Gives the font of the icons in a size.
pub(crate) fn icon(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(fonts::ICONS.into()))
}

impl Theme {
    /// Makes egui look like this theme.
    pub fn apply(&self, ctx: &egui::Context) {
        let preference = if self.dark {
            egui::Theme::Dark
        } else {
            egui::Theme::Light
        };
        ctx.set_theme(preference);
        ctx.style_mut_of(preference, |style| self.style(style));
    }

    fn style(&self, style: &mut egui::Style) {
        style.text_styles = [
            (TextStyle::Small, regular(REMARK)),
            (TextStyle::Body, regular(BODY)),
            (TextStyle::Button, regular(BODY)),
            (TextStyle::Heading, bold(SUBJECT)),
            (TextStyle::Monospace, regular(BODY)),
        ]
        .into();
        style.spacing.item_spacing = egui::vec2(2.0 * STEP, 2.0 * STEP);
        style.spacing.button_padding = egui::vec2(3.0 * STEP, 1.5 * STEP);
        style.spacing.interact_size.y = ROW;
        style.spacing.menu_margin = egui::Margin::same(8);
        style.visuals = self.visuals();
    }

    fn visuals(&self) -> Visuals {
        let mut visuals = if self.dark {
            Visuals::dark()
        } else {
            Visuals::light()
        };
        visuals.panel_fill = self.panel;
        visuals.window_fill = self.panel;
        visuals.extreme_bg_color = self.field;
        visuals.faint_bg_color = self.soft;
        visuals.window_stroke = Stroke::new(1.0, self.hairline);
        visuals.window_corner_radius = CornerRadius::same(12);
        visuals.menu_corner_radius = CornerRadius::same(10);
        visuals.hyperlink_color = self.accent;
        visuals.selection.bg_fill = self.accent.gamma_multiply(0.22);
        visuals.selection.stroke = Stroke::new(1.5 * self.outline, self.ink);
        visuals.weak_text_color = Some(self.dim);
        visuals.error_fg_color = self.conflict;
        visuals.warn_fg_color = self.private_text;
        let widgets = &mut visuals.widgets;
        for widget in [
            &mut widgets.noninteractive,
            &mut widgets.inactive,
            &mut widgets.hovered,
            &mut widgets.active,
            &mut widgets.open,
        ] {
            widget.corner_radius = CornerRadius::same(8);
            widget.fg_stroke = Stroke::new(1.0, self.ink);
            widget.expansion = 0.0;
        }
        widgets.noninteractive.bg_stroke = Stroke::new(1.0, self.hairline);
        for (widget, fill, stroke) in [
            (&mut widgets.inactive, self.field, Color32::TRANSPARENT),
            (&mut widgets.hovered, self.soft, self.accent),
            (&mut widgets.active, self.soft, self.accent),
            (&mut widgets.open, self.soft, self.hairline),
        ] {
            widget.bg_fill = fill;
            widget.weak_bg_fill = fill;
            widget.bg_stroke = Stroke::new(self.outline, stroke);
        }
        visuals
    }
}
