//! Puts a free text on the map.

use super::App;
use crate::edit::{Edit, Entry};
use crate::model::{MapText, Note, Unknown};
use crate::session::{Item, Selection};
use crate::text::canvas as words;
use crate::ui::view::Panel;

impl App {
    /// Adds a text where the map was last clicked with the right button, else in the middle of what is seen; its words
    /// can be typed at once.
    pub(super) fn add_text(&mut self) {
        let language = self.settings.language;
        let place = self.canvas.place_for_text();
        let id = self.out.fresh_id();
        let text = MapText {
            id,
            note: Note::new(words::NEW_TEXT.get(language)),
            place,
            arrow: None,
            unknown: Unknown::default(),
        };
        self.change(Edit::Text(Entry::Put(Box::new(text))));
        if let Some(map) = &mut self.map {
            map.session.select(Selection::one(Item::Text(id)));
        }
        self.view.panel = Panel::Inspector;
        self.inspector.take_focus();
    }
}
