//! The switch between the six views, and what a view is about: the issue, or what stands in the middle of the rings.

use eframe::egui::{self, Popup, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, vec2};

use crate::model::Arrangement;
use crate::session::arrange::Centre;
use crate::text::Text;
use crate::text::arrange as words;
use crate::text::command::{COURSE, FORCES, MATRIX, NETWORK, RINGS, TABLE, Words};
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::theme;
use crate::ui::widget::{Segment, quiet_button_ui, segments_ui};

/// The room that the switch takes at the top of the map.
pub(in crate::ui::canvas) const HEIGHT: f32 = 56.0;
const PADDING: f32 = 5.0;

const VIEWS: [(Arrangement, Words); 6] = [
    (Arrangement::Network, NETWORK),
    (Arrangement::Forces, FORCES),
    (Arrangement::Matrix, MATRIX),
    (Arrangement::Rings, RINGS),
    (Arrangement::Table, TABLE),
    (Arrangement::Course, COURSE),
];

/// Draws the switch at the top left of a view.
pub(crate) fn switch_ui(cx: &Cx<'_>, ui: &mut Ui, rect: Rect, out: &mut Outbox) {
    let labels = VIEWS.map(|(_, words)| cx.say(words.text));
    let font = theme::medium(theme::REMARK);
    let painter = ui.painter();
    let width: f32 = labels
        .iter()
        .map(|label| {
            let galley = painter.layout_no_wrap((*label).to_owned(), font.clone(), cx.theme.ink);
            galley.size().x + 18.0
        })
        .sum();
    let corner = rect.min + vec2(16.0, 12.0);
    if width + 2.0 * PADDING > rect.width() - 32.0 {
        folded_ui(cx, ui, corner, out);
        return;
    }
    let size = vec2(width, theme::ROW) + egui::Vec2::splat(2.0 * PADDING);
    let bounds = Rect::from_min_size(corner, size);
    ui.interact(bounds, ui.id().with("view switch"), Sense::click_and_drag());
    let stroke = Stroke::new(1.0, cx.theme.hairline);
    ui.painter()
        .rect(bounds, 11.0, cx.theme.panel, stroke, StrokeKind::Inside);
    let within = UiBuilder::new()
        .max_rect(bounds.shrink(PADDING))
        .id_salt("views");
    let mut within = ui.new_child(within);
    let segments: Vec<Segment<'_>> = VIEWS
        .iter()
        .zip(labels)
        .map(|((view, _), label)| Segment {
            label,
            chosen: cx.view.arrangement == *view,
        })
        .collect();
    let chosen = segments_ui(cx.theme, &mut within, &segments);
    if let Some((view, _)) = chosen.and_then(|index| VIEWS.get(index)) {
        out.send(Request::Arrange(*view));
    }
}

/// Draws the switch as one button with a menu, where there is little room.
fn folded_ui(cx: &Cx<'_>, ui: &mut Ui, corner: egui::Pos2, out: &mut Outbox) {
    let here = VIEWS.iter().find(|(view, _)| *view == cx.view.arrangement);
    let label = here.map_or(words::SWITCH, |(_, words)| words.text);
    let room = Rect::from_min_size(corner, vec2(180.0, 32.0));
    let mut within = ui.new_child(UiBuilder::new().max_rect(room).id_salt("views"));
    let button = quiet_button_ui(cx.theme, &mut within, &format!("{} ▾", cx.say(label)));
    Popup::menu(&button).show(|ui| {
        for (view, words) in VIEWS {
            if ui.button(cx.say(words.text)).clicked() {
                out.send(Request::Arrange(view));
            }
        }
    });
}

/// Gives what the view is about: a label and what is chosen.
pub(super) fn told(cx: &Cx<'_>) -> Option<(&'static str, String)> {
    match cx.view.arrangement {
        Arrangement::Forces => {
            let issue = cx.issue()?;
            Some((cx.say(words::ISSUE), issue.name.clone()))
        }
        Arrangement::Rings => Some((cx.say(words::CENTRE), centre_name(cx, &super::centre(cx))?)),
        Arrangement::Network | Arrangement::Matrix | Arrangement::Table | Arrangement::Course => {
            None
        }
    }
}

/// Gives one line on how to read the view.
pub(crate) fn hint(cx: &Cx<'_>) -> Option<Text> {
    match cx.view.arrangement {
        Arrangement::Forces => Some(words::HINT_FORCES),
        Arrangement::Matrix => Some(words::HINT_MATRIX),
        Arrangement::Rings => Some(words::HINT_RINGS),
        Arrangement::Network | Arrangement::Table | Arrangement::Course => None,
    }
}

fn centre_name(cx: &Cx<'_>, centre: &Centre) -> Option<String> {
    let now = cx.now();
    match centre {
        Centre::Focal => {
            let focal = now.focal.and_then(|focal| now.actors.get(focal));
            Some(focal.map_or_else(|| "–".to_owned(), |actor| actor.label().to_owned()))
        }
        Centre::Value(value) => Some(now.values.get(*value)?.name.clone()),
        Centre::Area(area) => Some(area.clone()),
    }
}

/// Draws the choice of what the view is about, above the view.
pub(super) fn about_ui(cx: &Cx<'_>, ui: &mut Ui, free: Rect, out: &mut Outbox) {
    let Some((label, chosen)) = told(cx) else {
        return;
    };
    let font = theme::regular(theme::BODY);
    let at = free.left_top() - vec2(0.0, 30.0);
    let galley = ui
        .painter()
        .layout_no_wrap(label.to_owned(), font, cx.theme.dim);
    let wide = galley.size().x;
    ui.painter()
        .galley(at + vec2(0.0, 5.0), galley, cx.theme.dim);
    let room = Rect::from_min_size(at + vec2(wide + 4.0, 0.0), vec2(free.width() - wide, 28.0));
    let mut within = ui.new_child(UiBuilder::new().max_rect(room).id_salt("about the view"));
    let button = quiet_button_ui(cx.theme, &mut within, &format!("{chosen} ▾"));
    Popup::menu(&button).show(|ui| match cx.view.arrangement {
        Arrangement::Forces => {
            for issue in cx.now().issues.iter() {
                if ui.button(&issue.name).clicked() {
                    out.send(Request::Issue(issue.id));
                }
            }
        }
        Arrangement::Rings => centres_ui(cx, ui, out),
        Arrangement::Network | Arrangement::Matrix | Arrangement::Table | Arrangement::Course => {}
    });
}

fn centres_ui(cx: &Cx<'_>, ui: &mut Ui, out: &mut Outbox) {
    let now = cx.now();
    let areas: std::collections::BTreeSet<&String> =
        now.actors.iter().flat_map(|actor| &actor.area).collect();
    let centres = std::iter::once(Centre::Focal)
        .chain(now.values.iter().map(|value| Centre::Value(value.id)))
        .chain(areas.into_iter().map(|area| Centre::Area(area.clone())));
    for centre in centres {
        let Some(name) = centre_name(cx, &centre) else {
            continue;
        };
        if ui.button(name).clicked() {
            out.send(Request::Centre(centre));
        }
    }
}
