//! What has no course yet.

use std::collections::BTreeSet;

use eframe::egui::{self, Sense, Stroke, StrokeKind, Ui};

use super::{Course, card};
use crate::export::course::{standing, takes_a_course};
use crate::model::{Content, Target};
use crate::text::Text;
use crate::text::course as words;
use crate::ui::theme;
use crate::ui::widget::{Pen, Segment, head_ui, remark_ui, segments_ui};

/// What the tray shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sort {
    /// Actors.
    #[default]
    Actors,
    /// Relations.
    Relations,
    /// Groups.
    Groups,
    /// Issues.
    Issues,
}

impl Sort {
    const ALL: [Self; 4] = [Self::Actors, Self::Relations, Self::Groups, Self::Issues];

    fn text(self) -> Text {
        match self {
            Self::Actors => words::ACTORS,
            Self::Relations => words::RELATIONS,
            Self::Groups => words::GROUPS,
            Self::Issues => words::ISSUES,
        }
    }

    fn targets(self, now: &Content) -> Vec<Target> {
        match self {
            Self::Actors => now.actors.ids().map(Target::Actor).collect(),
            Self::Relations => now.relations.ids().map(Target::Relation).collect(),
            Self::Groups => now.groups.ids().map(Target::Group).collect(),
            Self::Issues => now
                .issues
                .iter()
                .map(|issue| Target::Issue(issue.id))
                .collect(),
        }
    }
}

/// Draws the tray: the sorts with their numbers, and what of the chosen sort waits for a course.
pub(super) fn tray_ui(pen: &mut Pen<'_>, ui: &mut Ui, view: &mut Course) {
    let (now, language) = (pen.cx.now(), pen.cx.language());
    let chosen: BTreeSet<Target> = standing(now).map(|course| course.target).collect();
    let waiting = |sort: Sort| {
        let mut targets = sort.targets(now);
        targets.retain(|target| takes_a_course(now, *target) && !chosen.contains(target));
        targets
    };
    head_ui(pen.theme(), ui, pen.say(words::TRAY));
    let labels =
        Sort::ALL.map(|sort| format!("{} {}", sort.text().get(language), waiting(sort).len()));
    let segments: Vec<Segment<'_>> = Sort::ALL
        .iter()
        .zip(&labels)
        .map(|(sort, label)| Segment {
            label,
            chosen: view.sort == *sort,
        })
        .collect();
    let clicked = segments_ui(pen.theme(), ui, &segments);
    if let Some(sort) = clicked.and_then(|place| Sort::ALL.get(place).copied()) {
        view.sort = sort;
    }
    let mut named: Vec<(String, Target)> = waiting(view.sort)
        .into_iter()
        .filter_map(|target| Some((words::target(now, target, language)?, target)))
        .collect();
    named.sort_by_cached_key(|(name, target)| (name.to_lowercase(), *target));
    if named.is_empty() {
        remark_ui(pen.theme(), ui, pen.say(words::TRAY_EMPTY));
    }
    ui.add_space(4.0);
    egui::ScrollArea::vertical()
        .id_salt("course tray")
        .max_height(150.0)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                for (name, target) in &named {
                    chip_ui(pen, ui, view, name, *target);
                }
            });
        });
    ui.add_space(12.0);
}

fn chip_ui(pen: &mut Pen<'_>, ui: &mut Ui, view: &mut Course, name: &str, target: Target) {
    let theme = pen.theme();
    let most = ui.max_rect().width() - 24.0;
    let font = theme::medium(theme::REMARK);
    let galley = ui
        .painter()
        .layout(name.to_owned(), font, theme.ink, most.max(60.0));
    let size = galley.size() + egui::vec2(24.0, 10.0);
    let (rect, _) = ui.allocate_exact_size(size.max(egui::vec2(0.0, theme::ROW)), Sense::hover());
    if !ui.is_rect_visible(rect) {
        return;
    }
    card::sense(pen, ui, view, target, None, rect);
    let focused = ui.memory(|memory| memory.has_focus(card::card_id(target)));
    let line = if focused {
        Stroke::new(2.0 * theme.outline, theme.accent)
    } else {
        Stroke::new(theme.outline, theme.hairline)
    };
    let painter = ui.painter();
    painter.rect(rect, 14.0, theme.panel, line, StrokeKind::Inside);
    let at = rect.center() - galley.size() / 2.0;
    painter.galley(at, galley, theme.ink);
}
