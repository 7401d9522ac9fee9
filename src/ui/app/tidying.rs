//! Tidying the network: a small map at once, a large one beside the window, and then everybody goes to their place.

use std::sync::Arc;

use eframe::egui::{self, Key, Modifiers};

use super::App;
use crate::edit::Edit;
use crate::model::Document;
use crate::text::canvas as words;
use crate::ui::background::{Job, Told};

/// Up to this many actors nobody has to wait.
const AT_ONCE: usize = 120;

/// A tidying that is under way, and of what.
pub(super) struct Tidying {
    of: Arc<Document>,
    job: Option<Job<Edit>>,
}

impl App {
    /// Gives everybody a new automatic place.
    pub(super) fn tidy(&mut self) {
        let Some(map) = &self.map else { return };
        if map.session.document().now.actors.len() <= AT_ONCE {
            let edit = map.session.tidy(&[]);
            self.tidied(edit);
            return;
        }
        self.tidying = Some(Tidying {
            of: Arc::clone(map.session.committed()),
            job: None,
        });
        self.say_of_tidying(words::TIDYING);
    }

    fn tidied(&mut self, edit: Edit) {
        self.canvas.start_glide();
        self.view.message = None;
        self.change(edit);
        self.canvas.fit();
    }

    fn say_of_tidying(&mut self, what: crate::text::Text) {
        self.view.message = Some(what.get(self.settings.language).to_owned());
    }

    /// Takes over a tidying that is done; lets go of one that was broken off or whose map has changed since.
    pub(super) fn follow_tidying(&mut self, ctx: &egui::Context) {
        let Some(mut tidying) = self.tidying.take() else {
            return;
        };
        let Some(map) = &self.map else { return };
        let same = Arc::ptr_eq(map.session.committed(), &tidying.of);
        if !same || self.view.aside.is_some() {
            self.say_of_tidying(words::TIDYING_TOO_LATE);
            return;
        }
        let free = self.view.overlay.is_none() && !ctx.text_edit_focused();
        if free && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.say_of_tidying(words::TIDYING_BROKEN_OFF);
            return;
        }
        let job = tidying.job.get_or_insert_with(|| {
            let mut work = map.session.tidying(&[]);
            Job::start(self.jobs.when(), ctx, move |reporter| {
                while reporter.go_on() {
                    if work.step() {
                        reporter.tell(work.edit());
                        break;
                    }
                }
            })
        });
        match job.newest() {
            Told::Nothing => self.tidying = Some(tidying),
            Told::Found(edit) => self.tidied(edit),
            Told::Ended => {
                let edit = map.session.tidy(&[]);
                self.tidied(edit);
            }
        }
    }
}
