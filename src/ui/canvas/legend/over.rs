//! Which legend stands where: beside the network, or over a view that takes the whole width.

use eframe::egui::{Rect, Ui};

use super::{Side, button_ui, legend_ui};
use crate::ui::canvas::{Canvas, LEGEND_FROM, sight};
use crate::ui::cx::{Cx, Outbox};

/// Draws the legend, or the button that opens it: at the left of the network, at the right over the other views.
pub(in crate::ui::canvas) fn map_legend_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    canvas: &Canvas,
    rect: Rect,
    out: &mut Outbox,
) {
    let Some(staged) = &canvas.staged else { return };
    let arranged = canvas.laid.is_some();
    // In a picture the line at the foot tells how to read a view that takes the whole width.
    if canvas.picture && arranged {
        return;
    }
    let (place, open) = if arranged {
        ((rect, Side::Right), cx.view.legend_over)
    } else {
        let below = sight::below_switch(rect, canvas.picture);
        ((below, Side::Left), cx.view.legend)
    };
    if open {
        legend_ui(cx, ui, &staged.legend, place, canvas.picture, out);
    } else if !canvas.picture && rect.width() >= LEGEND_FROM {
        button_ui(cx, ui, place, out);
    }
}
