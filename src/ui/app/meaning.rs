//! Looking as somebody else, listening first, and the neighbourhood in the middle.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::App;
use crate::edit::Edit;
use crate::model::{Actor, ActorId, Arena, Arrangement, Content, Document, Level};
use crate::session::arrange::Centre;
use crate::session::looking::Focus;
use crate::session::meaning::listening::only_words;
use crate::session::meaning::sight::sight;
use crate::text::meaning as words;
use crate::text::meaning::listening;
use crate::ui::command::Command;
use crate::ui::view::Panel;

impl App {
    /// Runs a command on what things mean to whom.
    pub(super) fn run_meaning(&mut self, command: Command) {
        match command {
            Command::LookAs => {
                let selected = self.map.as_ref().and_then(|map| {
                    let mut actors = map.session.selection().actors();
                    actors.next()
                });
                let again = self.view.eyes.is_some();
                self.look_as(selected.filter(|actor| !again || self.view.eyes != Some(*actor)));
            }
            Command::Listen => {
                self.view.listening = !self.view.listening;
                let told = if self.view.listening {
                    listening::BEGUN
                } else {
                    listening::ENDED
                };
                self.view.message = Some(told.get(self.settings.language).to_owned());
            }
            Command::Meaning(page) => {
                self.look_at(None);
                let wanted = Panel::Meaning(page);
                self.view.panel = if self.view.panel == wanted {
                    Panel::Inspector
                } else {
                    wanted
                };
                self.canvas.fit();
            }
            _ => self.outside_in(),
        }
    }

    /// Looks at the map as an actor sees it, or as oneself again.
    pub(super) fn look_as(&mut self, eyes: Option<ActorId>) {
        self.look_at(None);
        self.view.lit.clear();
        self.view.eyes = eyes;
        let Some((map, eyes)) = self.map.as_ref().zip(eyes) else {
            return;
        };
        match self.view.arrangement {
            Arrangement::Table | Arrangement::Course => {
                self.view.arrangement = Arrangement::Network;
            }
            Arrangement::Network
            | Arrangement::Forces
            | Arrangement::Matrix
            | Arrangement::Rings => {}
        }
        let spoken = sight(&map.session.document().now, eyes).spoken_of;
        let actors: Vec<ActorId> = std::iter::once(eyes).chain(spoken.into_keys()).collect();
        self.canvas.show_actors(&actors);
    }

    /// Looks as oneself again where the actor is no longer on the map.
    pub(super) fn follow_eyes(&mut self) {
        let there = |actor: ActorId| {
            self.map
                .as_ref()
                .is_some_and(|map| map.session.document().now.actors.contains(actor))
        };
        let left = match self.view.arrangement {
            Arrangement::Table | Arrangement::Course => true,
            Arrangement::Network
            | Arrangement::Forces
            | Arrangement::Matrix
            | Arrangement::Rings => false,
        };
        if self.view.eyes.is_some_and(|eyes| left || !there(eyes)) {
            self.view.eyes = None;
        }
        if self.map.is_none() {
            self.view.listening = false;
        }
    }

    /// Says why a score stays as it is while only words go in; true where a change would touch one.
    pub(super) fn refuses_score(&mut self, edit: &Edit) -> bool {
        if !self.view.listening {
            return false;
        }
        let Some(map) = &self.map else { return false };
        let before = map.session.committed();
        let refused = before
            .apply(edit)
            .is_ok_and(|after| !only_words(&before.now, &after.now));
        if refused {
            self.tell_locked();
        }
        refused
    }

    /// Takes a step of undo or redo back that touched a score while only words go in.
    pub(super) fn keep_listening(&mut self, before: &Arc<Document>, undone: bool) {
        if !self.view.listening {
            return;
        }
        let Some(map) = &mut self.map else { return };
        if only_words(&before.now, &map.session.document().now) {
            return;
        }
        if undone {
            map.session.redo();
        } else {
            map.session.undo();
        }
        self.tell_locked();
    }

    fn tell_locked(&mut self) {
        let told = listening::LOCKED.get(self.settings.language);
        self.view.message = Some(told.to_owned());
    }

    /// Puts the neighbourhood in the middle, or the official again.
    fn outside_in(&mut self) {
        let language = self.settings.language;
        let Some(map) = &self.map else { return };
        let now = &map.session.document().now;
        if matches!(self.view.centre, Centre::Area(_)) && self.view.looking.focus.is_some() {
            self.view.centre = Centre::Focal;
            self.view.looking.focus = None;
            self.view.message = Some(words::INSIDE_OUT.get(language).to_owned());
            self.canvas.fit();
            return;
        }
        let (area, residents) = neighbourhood(now);
        if residents.is_empty() {
            self.view.message = Some(words::NO_RESIDENTS.get(language).to_owned());
            return;
        }
        let area = area.unwrap_or_else(|| words::NEIGHBOURHOOD.get(language).to_owned());
        self.view.message = Some(words::outside_in(&area, residents.len(), language));
        self.view.centre = Centre::Area(area);
        self.view.lit.clear();
        self.view.looking.focus = Some(Focus {
            centre: residents,
            steps: 1,
        });
        match self.view.arrangement {
            Arrangement::Network | Arrangement::Rings => {}
            Arrangement::Forces
            | Arrangement::Matrix
            | Arrangement::Table
            | Arrangement::Course => self.view.arrangement = Arrangement::Rings,
        }
        self.canvas.fit();
    }
}

/// Gives who lives and works in the neighbourhood, and what it is called most often.
fn neighbourhood(now: &Content) -> (Option<String>, BTreeSet<ActorId>) {
    let lives = |actor: &&Actor| {
        now.arena_of(actor) == Some(Arena::Residents) || actor.level.contains(&Level::Neighbourhood)
    };
    let residents: Vec<&Actor> = now.actors.iter().filter(lives).collect();
    let mut areas: BTreeMap<&String, usize> = BTreeMap::new();
    for area in residents.iter().flat_map(|actor| &actor.area) {
        *areas.entry(area).or_default() += 1;
    }
    let most = areas
        .into_iter()
        .max_by_key(|(area, count)| (*count, std::cmp::Reverse(*area)));
    (
        most.map(|(area, _)| area.clone()),
        residents.iter().map(|actor| actor.id).collect(),
    )
}
