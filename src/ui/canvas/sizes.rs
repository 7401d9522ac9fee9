//! How large words are on the screen, remembered from one scene to the next.

use std::cell::RefCell;
use std::collections::HashMap;

use eframe::egui::{Color32, Ui, Vec2, vec2};

use super::paint;
use crate::ui::theme;

/// With more words than this it begins anew.
const MOST: usize = 20_000;

/// The sizes of words that were measured, at one size of letters and of pixels.
#[derive(Debug, Default)]
pub(super) struct Sizes {
    at: (f32, f32),
    known: RefCell<HashMap<String, Vec2>>,
}

impl Sizes {
    /// Forgets what was measured at another size of letters.
    pub(super) fn at(mut self, ui: &Ui, label: f32) -> Self {
        let at = (label, ui.pixels_per_point());
        if self.at != at || self.known.get_mut().len() > MOST {
            self = Self {
                at,
                known: RefCell::default(),
            };
        }
        self
    }

    /// Gives the size of words, with room for the rim of the letters on both sides.
    pub(super) fn of(&self, ui: &Ui, words: &str) -> Vec2 {
        if let Some(size) = self.known.borrow().get(words) {
            return *size;
        }
        let font = theme::semibold(self.at.0);
        let rim = vec2(self.at.0 * 0.16, 0.0);
        let size = paint::layout(ui, words, font, Color32::PLACEHOLDER).size() + rim;
        self.known.borrow_mut().insert(words.to_owned(), size);
        size
    }
}
