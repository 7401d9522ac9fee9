//! The commands that change how the map is looked at, and nothing in it.

use std::collections::BTreeSet;

use eframe::egui;

use super::App;
use crate::model::{Actor, ActorId, Arena};
use crate::session::looking::{Focus, Fold, Looking, fold, path};
use crate::session::{Item, Selection};
use crate::text::looking as words;
use crate::ui::command::Command;
use crate::ui::painting::{PaintBy, Source};
use crate::ui::view::Overlay;

impl App {
    /// Runs a command that changes only how the map is looked at.
    pub(super) fn run_looking(&mut self, command: Command) {
        let Some(map) = &self.map else { return };
        let now = &map.session.document().now;
        let chosen: BTreeSet<ActorId> = map.session.selection().actors().collect();
        match command {
            Command::Filter => {
                self.view.overlay = match self.view.overlay {
                    Some(Overlay::Filter) => None,
                    Some(_) | None => Some(Overlay::Filter),
                };
            }
            Command::FocusOne => self.focus_on(chosen, 1),
            Command::FocusTwo => self.focus_on(chosen, 2),
            Command::Path => self.show_path(),
            Command::FoldGroups => {
                let selected = map.session.selection().iter();
                let groups: BTreeSet<Fold> = selected
                    .filter_map(|item| match item {
                        Item::Group(group) => Some(Fold::Group(group)),
                        Item::Actor(_) | Item::Relation(_) | Item::Role(_) | Item::Text(_) => None,
                    })
                    .collect();
                let all = || now.groups.ids().map(Fold::Group).collect();
                let wanted = if groups.is_empty() { all() } else { groups };
                self.fold_up(wanted);
            }
            Command::FoldArenas => {
                self.fold_up(Arena::ALL.iter().copied().map(Fold::Arena).collect());
            }
            Command::Unfold => self.view.looking.folded.clear(),
            Command::ShowAll => {
                self.view.looking = Looking::default();
                self.view.lit.clear();
            }
            Command::ColourByGroup => {
                self.view.paint.colour = match self.view.paint.colour {
                    Source::Groups => Source::Usual,
                    Source::Usual | Source::Measure(_) | Source::Question(_) => Source::Groups,
                };
            }
            Command::PaintUsual => self.view.paint = PaintBy::default(),
            _ => {
                let mut settings = self.settings.clone();
                settings.minimap = !settings.minimap;
                self.set(settings);
            }
        }
    }

    /// Shows only some actors and who stands near them; the same again leaves it.
    fn focus_on(&mut self, centre: BTreeSet<ActorId>, steps: u8) {
        let wanted = (!centre.is_empty()).then_some(Focus { centre, steps });
        self.view.looking.focus = if self.view.looking.focus == wanted {
            None
        } else {
            wanted
        };
    }

    fn show_path(&mut self) {
        let language = self.settings.language;
        let Some(map) = &self.map else { return };
        let now = &map.session.document().now;
        let chosen: Vec<ActorId> = map.session.selection().actors().collect();
        let [one, other] = chosen.as_slice() else {
            return;
        };
        let name = |actor: &ActorId| now.actors.get(*actor).map_or("", Actor::label);
        if let Some(way) = path(now, *one, *other) {
            let names: Vec<&str> = way.iter().map(name).collect();
            self.view.message = Some(words::path(&names, language));
            self.canvas.show_actors(&way);
            self.view.lit = way.into_iter().collect();
        } else {
            self.view.message = Some(words::no_path(name(one), name(other), language));
            self.view.lit = chosen.into_iter().collect();
        }
    }

    /// Folds what can be folded, and says so where nothing can.
    fn fold_up(&mut self, wanted: BTreeSet<Fold>) {
        let language = self.settings.language;
        let Some(map) = &mut self.map else { return };
        let mut all = self.view.looking.folded.clone();
        all.extend(wanted);
        let made = fold(&map.session.document().now, &all, |_, _| String::new());
        let found: BTreeSet<Fold> = made.folds.into_values().map(|it| it.fold).collect();
        if found.is_empty() || found == self.view.looking.folded {
            self.view.message = Some(words::NOTHING_TO_FOLD.get(language).to_owned());
            return;
        }
        self.view.looking.folded = found;
        map.session.select(Selection::default());
    }

    /// Leaves a focus or what is lit up with Escape, while nothing else takes that key.
    pub(super) fn leave_looking(&mut self, ctx: &egui::Context) {
        let held = self.notices.have_keyboard()
            || self.view.overlay.is_some()
            || ctx.text_edit_focused()
            || egui::Popup::is_any_open(ctx);
        let anything = self.view.looking.focus.is_some()
            || !self.view.lit.is_empty()
            || self.view.aside.is_some()
            || self.view.eyes.is_some();
        if held || !anything || self.gesturing() {
            return;
        }
        if ctx.input(|input| input.key_pressed(egui::Key::Escape)) {
            self.look_at(None);
            self.view.eyes = None;
            self.view.looking.focus = None;
            self.view.lit.clear();
        }
    }

    fn gesturing(&self) -> bool {
        self.map
            .as_ref()
            .is_some_and(|map| map.session.previewing())
    }

    /// Has what is painted reckoned, and takes what was found.
    pub(super) fn follow_paint(&mut self, ctx: &egui::Context) {
        let paint = self.view.paint;
        let aside = self.aside.as_ref().map(|aside| &aside.session);
        let session = aside.or_else(|| self.map.as_ref().map(|map| &map.session));
        let Some(session) = session.filter(|_| paint.reckoned()) else {
            self.view.measured = None;
            return;
        };
        self.view.measured = self.advice.measured(session, paint, ctx);
    }
}
