//! What a view is about, above it: the issue, or what stands in the middle of the rings.

use eframe::egui::{Popup, Rect, Ui, UiBuilder, vec2};

use crate::model::Arrangement;
use crate::session::arrange::Centre;
use crate::text::Text;
use crate::text::arrange as words;
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::theme;
use crate::ui::widget::quiet_button_ui;

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

/// Gives one line on how to read the view where nothing can be dragged.
pub(super) fn reading(cx: &Cx<'_>) -> Option<Text> {
    match cx.view.arrangement {
        Arrangement::Forces => Some(words::READ_FORCES),
        Arrangement::Matrix => Some(words::READ_MATRIX),
        Arrangement::Rings => Some(words::READ_RINGS),
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
