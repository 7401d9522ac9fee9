//! What tells over the map that not all of it is seen as it is, with the way back.

use eframe::egui::{Align2, Area, Frame, Id, Margin, Order, Rect, RichText, Stroke, Ui, vec2};

use crate::session::looking::Focus;
use crate::text::{Text, looking as words};
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::theme;
use crate::ui::widget::quiet_button_ui;

/// Draws what is on at the top of the map, each with its way back.
pub(in crate::ui::canvas) fn banner_ui(
    cx: &Cx<'_>,
    ui: &Ui,
    canvas: &Canvas,
    rect: Rect,
    out: &mut Outbox,
) {
    let language = cx.language();
    let mut lines: Vec<(String, Text, Request)> = Vec::new();
    if let Some(focus) = &cx.view.looking.focus {
        let mut looking = cx.view.looking.clone();
        looking.focus = None;
        let request = Request::Looking(Box::new(looking));
        lines.push((told(cx, focus), words::LEAVE_FOCUS, request));
    }
    let n_folded = canvas.seen.folds().len();
    if n_folded > 0 {
        let request = Request::Run(Command::Unfold);
        lines.push((words::folded(n_folded, language), words::UNFOLD, request));
    }
    if lines.is_empty() || rect.width() < 240.0 {
        return;
    }
    let at = rect.center_top() + vec2(0.0, 14.0);
    Area::new(Id::new("looking banner"))
        .order(Order::Middle)
        .pivot(Align2::CENTER_TOP)
        .fixed_pos(at)
        .constrain_to(rect)
        .show(ui.ctx(), |ui| {
            let frame = Frame::new()
                .fill(cx.theme.panel)
                .stroke(Stroke::new(1.0, cx.theme.hairline))
                .corner_radius(10.0)
                .inner_margin(Margin::symmetric(12, 2));
            frame.show(ui, |ui| {
                for (said, label, request) in lines {
                    ui.horizontal(|ui| {
                        let text = RichText::new(said).font(theme::medium(theme::REMARK));
                        ui.label(text.color(cx.theme.ink));
                        if quiet_button_ui(cx.theme, ui, cx.say(label)).clicked() {
                            out.send(request);
                        }
                    });
                }
            });
        });
}

/// Tells round whom the map is seen.
fn told(cx: &Cx<'_>, focus: &Focus) -> String {
    let actors = focus.centre.iter();
    let names: Vec<&str> = actors
        .filter_map(|actor| cx.now().actors.get(*actor))
        .map(crate::model::Actor::label)
        .collect();
    words::focus(&names, focus.steps, cx.language())
}
