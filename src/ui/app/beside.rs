//! Another map beside the open one.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::App;
use super::files::name_of;
use crate::merge::{Merge, same_content};
use crate::model::Document;
use crate::session::{Automatic, Session};
use crate::storage::Fingerprint;
use crate::text;
use crate::ui::cx::Request;
use crate::ui::jobs::{BesideMap, Loaded};
use crate::ui::private_jobs::SealedFile;
use crate::ui::shell::{About, Aim, Beside, Notice};
use crate::ui::view::Overlay;

impl App {
    /// Shows a map that was read beside the open one.
    pub(super) fn take_beside(&mut self, beside: BesideMap) {
        let language = self.settings.language;
        let BesideMap {
            mine,
            theirs,
            base,
            aim,
        } = beside;
        match theirs {
            Loaded::Map { path, document, .. } => {
                self.passphrase = None;
                self.lay_beside(&path, &mine, *document, base, aim);
            }
            Loaded::Sealed { path, bytes } => {
                let seal = self.map.as_ref().and_then(|map| map.seal.clone());
                self.ask_passphrase(SealedFile {
                    path,
                    bytes: Arc::new(bytes),
                    beside: Some((mine, aim, seal)),
                });
            }
            Loaded::Absent { path } => {
                let reason = text::cli::NO_FILE.get(language);
                self.tell(text::error::load(&name_of(&path), reason, language));
            }
            Loaded::Failed { path, error } => {
                let reason = super::sealed::reason(&error, language);
                self.tell(text::error::load(&name_of(&path), &reason, language));
            }
        }
    }

    fn lay_beside(
        &mut self,
        path: &Path,
        mine: &Arc<Document>,
        theirs: Document,
        base: Option<Document>,
        aim: Aim,
    ) {
        let base = match aim {
            Aim::Compare => Some(mine.as_ref().clone()),
            Aim::Merge => base,
        };
        let merge = Merge::new(base, mine.as_ref().clone(), theirs);
        self.beside = Some(Beside::new(name_of(path), aim, merge));
        self.view.overlay = Some(Overlay::Beside);
    }

    /// Says whether a file holds another version of the open map.
    pub(super) fn is_returned(&self, path: &Path, document: &Document) -> bool {
        self.map.as_ref().is_some_and(|map| {
            let mine = map.session.committed();
            map.path.as_deref() != Some(path)
                && (mine.id == document.id || is_nameless_copy(mine, document))
                && !same_content(mine, document)
        })
    }

    /// Offers to merge a version of the open map that was opened.
    pub(super) fn offer_merge(
        &mut self,
        path: PathBuf,
        print: Fingerprint,
        (document, automatic): (Document, Automatic),
    ) {
        let language = self.settings.language;
        let say = |text: text::Text| text.get(language).to_owned();
        self.notices.tell(Notice {
            about: About::Returned,
            sentence: text::compare::returned(&name_of(&path), language),
            buttons: vec![
                (say(text::compare::MERGE_RETURNED), Request::MergeReturned),
                (say(text::compare::OPEN_RETURNED), Request::OpenReturned),
            ],
        });
        self.returned = Some(super::Returned {
            path,
            print,
            document,
            automatic,
        });
    }

    /// Merges the version that was opened into the open map.
    pub(super) fn merge_returned(&mut self) {
        self.notices.settle(About::Returned);
        if let (Some(returned), Some(map)) = (self.returned.take(), &self.map) {
            let mine = Arc::clone(map.session.committed());
            let theirs = Loaded::Map {
                path: returned.path,
                document: Box::new(returned.document),
                fingerprint: returned.print,
                notices: Vec::new(),
                automatic: returned.automatic,
            };
            self.jobs
                .beside_read(theirs, mine, Aim::Merge, map.seal.clone());
        }
    }

    /// Opens the version instead of the open map, which had no unsaved work when it was read.
    pub(super) fn open_returned(&mut self) {
        self.notices.settle(About::Returned);
        if let Some(returned) = self.returned.take() {
            self.show_map(
                Session::placed(returned.document, returned.automatic, self.seed),
                Some(returned.path.clone()),
                Some(returned.print),
            );
            self.remember(&returned.path);
        }
    }
}

/// Says whether a map is a copy without names of the open one: its actors are called as the key of the open map says.
fn is_nameless_copy(mine: &Document, theirs: &Document) -> bool {
    let actors = theirs.now.actors.iter();
    let known = actors
        .filter(|actor| mine.pseudonyms.values().any(|name| *name == actor.name))
        .count();
    known > 0 && 2 * known >= theirs.now.actors.len()
}
