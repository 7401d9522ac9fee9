//! What can be done about what was noticed when a map was opened.

use std::sync::Arc;

use super::App;
use crate::edit::{Edit, WholeChange};
use crate::storage::{self, Noticed};
use crate::text::report as words;

impl App {
    /// Moves the value of a misspelt field to the one that was meant; what does not fit stays as it is.
    pub(super) fn move_field(&mut self, noticed: &Noticed) {
        let language = self.settings.language;
        let (Some(field), Some(session)) = (words::misspelt(noticed), self.session()) else {
            return;
        };
        let moved = storage::move_unknown(
            session.committed(),
            field.list,
            field.id,
            field.from,
            field.to,
        );
        let Some(document) = moved else {
            self.view.message = Some(words::DOES_NOT_FIT.get(language).to_owned());
            return;
        };
        if self.refuses_change() {
            return;
        }
        self.change(Edit::Whole(WholeChange::FieldMoved, Box::new(document)));
        Arc::make_mut(&mut self.view.report).retain(|known| known != noticed);
        self.view.message = Some(words::is_moved(field.to, language));
    }
}
