//! Looking at a scenario or moment beside the map of now.

use std::sync::Arc;

use super::App;
use crate::model::MomentId;
use crate::session::Session;
use crate::text::scenario as words;

/// A state that is looked at, as a map of its own that nobody changes.
pub(super) struct Aside {
    moment: MomentId,
    pub(super) session: Session,
}

impl App {
    /// Looks at a moment, or at the map of now again.
    pub(super) fn look_at(&mut self, moment: Option<MomentId>) {
        if self.view.aside == moment {
            return;
        }
        self.aside = moment.and_then(|id| self.aside_of(id));
        self.view.aside = self.aside.as_ref().map(|aside| aside.moment);
        self.view.lit.clear();
        self.view.message = None;
        self.canvas.look_elsewhere();
    }

    fn aside_of(&self, id: MomentId) -> Option<Aside> {
        let map = self.map.as_ref()?;
        let mut document = map.session.document().clone();
        let moment = document.moments.get(id)?;
        document.now = moment.content.as_ref().clone();
        // Who has no place of its own stands where it stands now, so that only what differs looks different.
        let places = map.session.places();
        let wanted: Vec<_> = document
            .now
            .actors
            .iter()
            .filter(|actor| actor.place.is_none())
            .filter_map(|actor| Some((actor.id, *places.get(&actor.id)?)))
            .collect();
        for (actor, place) in wanted {
            document
                .now
                .actors
                .update(actor, |actor| actor.place = Some(place));
        }
        // The bar goes on to tell whether the map of now is saved.
        let session = if map.session.dirty() {
            Session::unsaved(document, self.seed)
        } else {
            Session::new(document, self.seed)
        };
        Some(Aside {
            moment: id,
            session,
        })
    }

    /// Goes back to now where the moment that is looked at is no longer in the map.
    pub(super) fn follow_aside(&mut self) {
        let Some(id) = self.view.aside else {
            return;
        };
        let there = self
            .map
            .as_ref()
            .is_some_and(|map| map.session.document().moments.contains(id));
        if !there || self.view.wall.is_some() {
            self.look_at(None);
        }
    }

    /// Gives what is on screen: the map of now, or what is looked at beside it.
    pub(super) fn seen_session(&self) -> Option<&Session> {
        let aside = self.aside.as_ref().map(|aside| &aside.session);
        aside.or_else(|| self.map.as_ref().map(|map| &map.session))
    }

    /// Says that nothing is changed while something else is looked at; true where that is so.
    pub(super) fn refuses_change(&mut self) -> bool {
        let refused = self.view.aside.is_some();
        if refused {
            let sentence = words::READ_ONLY.get(self.settings.language);
            self.view.message = Some(sentence.to_owned());
        }
        refused
    }

    /// Gives the map of now for what is told beside what is looked at.
    pub(super) fn committed(&self) -> Option<Arc<crate::model::Document>> {
        self.map
            .as_ref()
            .map(|map| Arc::clone(map.session.committed()))
    }
}
