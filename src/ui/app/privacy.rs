//! Sealed maps, copies that leave, persons, anonymising and removing.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use jiff::ToSpan as _;

use super::files::name_of;
use super::sealed::reason;
use super::{After, App};
use crate::edit::{Edit, MapChange};
use crate::lens::Catalogue;
use crate::model::Document;
use crate::session::{Item, Session};
use crate::storage::{self, CopyKind, SealError};
use crate::text::{self, privacy as words};
use crate::ui::command::Command;
use crate::ui::cx::{PrivacyDeed, Request};
use crate::ui::dialogs::FileQuestion;
use crate::ui::keeper::Ending;
use crate::ui::private_jobs::{Outgoing, Private, SendError};
use crate::ui::shell::{About, Anonymise, Doubles, Notice, Person, Remove, Send, SendState};
use crate::ui::view::{Overlay, Privacy, View};

impl App {
    /// Opens a sheet about copies and persons.
    pub(super) fn run_privacy(&mut self, command: Command) {
        let Some(map) = &self.map else { return };
        let document = Arc::clone(map.session.committed());
        let seed = self.out.fresh_seed();
        let sheet = match command {
            Command::SendCopy => {
                let private = private_questions(&document);
                let send = Send::new(&document, &private, seed, self.settings.language);
                self.privacy.send = Some(send);
                Privacy::Send
            }
            Command::Anonymise => {
                let private = private_questions(&document);
                self.privacy.anonymise = Some(Anonymise::new(&document, &private, seed));
                Privacy::Anonymise
            }
            Command::Doubles => {
                self.privacy.doubles = Some(Doubles::default());
                Privacy::Doubles
            }
            Command::RemoveMap => {
                let path = map.path.clone();
                let recent = self
                    .recent
                    .iter()
                    .any(|recent| Some(&recent.path) == path.as_ref());
                self.privacy.remove = Some(Remove::new(recent));
                self.jobs.list_copies(document.id, path);
                Privacy::Remove
            }
            _ => {
                let selected = match map.session.selection().single() {
                    Some(Item::Actor(actor)) => document.now.actors.get(actor),
                    _ => None,
                };
                let name = selected.map(|actor| actor.name.clone());
                self.privacy.person = Some(Person::new(name.unwrap_or_default()));
                Privacy::Person
            }
        };
        self.view.overlay = Some(Overlay::Privacy(sheet));
    }

    /// Does what a sheet about copies and persons asks for.
    pub(super) fn do_privacy(&mut self, deed: PrivacyDeed) {
        match deed {
            PrivacyDeed::SaveCopy => {
                if let Some(name) = self.copy_name() {
                    self.ask_file(FileQuestion::SaveCopy(name), After::Nothing);
                }
            }
            PrivacyDeed::CopySealed => {
                if let Some(outgoing) = self.outgoing() {
                    self.jobs.seal_copy(outgoing);
                }
            }
            PrivacyDeed::ShowFolder(path) => self.dialogs.show_folder(&path),
            PrivacyDeed::Anonymised => self.tell_anonymised(),
            PrivacyDeed::Remove { map } => self.remove_map(map),
            PrivacyDeed::SearchRecent(name) => {
                let own = self.map.as_ref().and_then(|map| map.path.as_ref());
                let maps = self
                    .recent
                    .iter()
                    .filter(|recent| Some(&recent.path) != own)
                    .map(|recent| {
                        let title = if recent.title.is_empty() {
                            name_of(&recent.path)
                        } else {
                            recent.title.clone()
                        };
                        (recent.path.clone(), title)
                    })
                    .collect();
                self.jobs.search_maps(maps, name);
            }
            PrivacyDeed::AsWindows(path) => {
                self.notices.settle(About::Opening);
                self.jobs.load_windows(path);
            }
        }
    }

    fn copy_name(&self) -> Option<String> {
        let send = self.privacy.send.as_ref()?;
        let document = self.session()?.document();
        let language = self.settings.language;
        let title = super::files::file_name(&send.title(document, language));
        let whom = super::files::file_name(send.whom());
        Some(words::copy_name(&title, &whom, send.sealed(), language))
    }

    fn outgoing(&mut self) -> Option<Outgoing> {
        let map = self.map.as_ref()?;
        let send = self.privacy.send.as_mut()?;
        let (copy, ids) = send.copy()?;
        let cancel = Arc::new(AtomicBool::new(false));
        send.state = SendState::Working(Arc::clone(&cancel));
        Some(Outgoing {
            copy,
            own: map.session.committed().id,
            ids,
            passphrase: send.passphrase(),
            seal: map.seal.clone(),
            cancel,
        })
    }

    /// Saves the copy; the file of the map itself is never written over.
    pub(super) fn save_copy(&mut self, path: PathBuf) {
        let sealed = self.privacy.send.as_ref().is_some_and(Send::sealed);
        let path = with_copy_ending(path, sealed);
        let own = self.map.as_ref().and_then(|map| map.path.as_ref());
        if own == Some(&path) {
            let why = words::OWN_FILE.get(self.settings.language).to_owned();
            if let Some(send) = &mut self.privacy.send {
                send.state = SendState::Failed(why);
            }
            return;
        }
        if let Some(outgoing) = self.outgoing() {
            self.jobs.send_copy(path, outgoing);
        }
    }

    /// Takes finished work on sealed maps and copies.
    pub(super) fn take_private(&mut self, private: Private) {
        let language = self.settings.language;
        match private {
            Private::Opened(result) => self.take_unsealed(result),
            Private::Restored(result) => self.take_restored(result),
            Private::Sent(result) => self.take_sent(result),
            Private::Sealed(result) => {
                let state = match result {
                    Ok(text) => {
                        self.clipboard = Some(text);
                        let told = words::SEALED_COPIED.get(language);
                        self.view.message = Some(told.to_owned());
                        self.keep_key();
                        SendState::Choosing
                    }
                    Err(error) => self.not_sent(&error, ""),
                };
                if let Some(send) = &mut self.privacy.send {
                    send.state = state;
                }
            }
            Private::Copies(copies) => {
                if let Some(remove) = &mut self.privacy.remove {
                    remove.copies = Some(copies);
                }
            }
            Private::Removed(gone, left) => {
                let left: Vec<String> =
                    left.iter().map(|path| path.display().to_string()).collect();
                self.tell(words::removed(gone, &left, language));
                self.jobs.begin();
            }
            Private::FoundIn(found) => {
                if let Some(person) = &mut self.privacy.person {
                    person.elsewhere = Some(found);
                }
            }
            Private::Windows(path, Ok((document, automatic, notices))) => {
                let session = Session::unsaved_since(*document, automatic, None, self.seed);
                self.show_map(session, None, None);
                self.view.report = Arc::new(notices);
                self.tell(format!(
                    "{}: {}",
                    name_of(&path),
                    words::READ_AS_WINDOWS.get(language)
                ));
            }
            Private::Windows(path, Err(error)) => {
                let why = reason(&error, language);
                self.tell(text::error::load(&name_of(&path), &why, language));
            }
        }
    }

    fn take_sent(&mut self, result: Result<PathBuf, SendError>) {
        let state = match result {
            Ok(path) => {
                self.keep_key();
                SendState::Sent(path)
            }
            Err(error) => self.not_sent(&error, &self.copy_name().unwrap_or_default()),
        };
        if let Some(send) = &mut self.privacy.send {
            send.state = state;
        }
    }

    fn not_sent(&self, error: &SendError, name: &str) -> SendState {
        let language = self.settings.language;
        match error {
            SendError::Seal(SealError::Cancelled) => SendState::Choosing,
            SendError::Seal(error) => {
                SendState::Failed(text::share::seal(error, language).to_owned())
            }
            SendError::Save(error) => SendState::Failed(text::error::save(name, error, language)),
        }
    }

    /// Keeps in the open map who is who in a copy without names.
    fn keep_key(&mut self) {
        let key = self.privacy.send.as_ref().and_then(Send::key).cloned();
        let Some(key) = key else { return };
        let known = self.session().map(|session| &session.document().pseudonyms);
        if known != Some(&key) {
            let pairs = key.into_iter().collect();
            self.change(Edit::Map(MapChange::Pseudonyms(pairs)));
        }
    }

    fn tell_anonymised(&mut self) {
        let say = |text: text::Text| text.get(self.settings.language).to_owned();
        self.notices.tell(Notice {
            about: About::Retention,
            sentence: say(words::ANONYMISED),
            buttons: vec![(say(words::COPIES), Request::Run(Command::RemoveMap))],
        });
        self.canvas.fit();
    }

    /// Removes the copies of the map, and the map itself where that was asked.
    fn remove_map(&mut self, with_map: bool) {
        let copies = self
            .privacy
            .remove
            .take()
            .and_then(|remove| remove.copies)
            .unwrap_or_default();
        self.view.overlay = None;
        if with_map {
            if let Some(map) = self.map.take() {
                self.jobs.finish_recovery(&map.recovery, Ending::Saved);
                self.jobs.watch(None);
                self.recent
                    .retain(|recent| Some(&recent.path) != map.path.as_ref());
                self.shell.recent = self.recent.iter().map(crate::ui::jobs::shown).collect();
                self.keep_settings();
            }
            self.view = View::default();
            self.privacy = crate::ui::shell::PrivacySheets::default();
            self.jobs.remove_copies(copies);
        } else {
            let copies = copies
                .into_iter()
                .filter(|copy| copy.kind != CopyKind::Map)
                .collect();
            self.jobs.remove_copies(copies);
        }
    }

    /// Asks gently whether a map is still needed once its date has passed.
    pub(super) fn notice_retention(&mut self) {
        let language = self.settings.language;
        let Some(session) = self.session() else {
            return;
        };
        let meta = &session.document().meta;
        let passed = meta.retention.is_some_and(|until| until < self.today);
        if !passed {
            return;
        }
        let mut longer = meta.as_ref().clone();
        longer.retention = self.today.checked_add(12.months()).ok();
        let say = |text: text::Text| text.get(language).to_owned();
        self.notices.tell(Notice {
            about: About::Retention,
            sentence: say(words::RETENTION_PASSED),
            buttons: vec![
                (
                    say(words::KEEP_A_YEAR),
                    Request::Many(vec![
                        Request::Edit(Edit::Map(MapChange::Meta(longer))),
                        Request::SettleNotice(About::Retention),
                    ]),
                ),
                (say(words::ANONYMISE), Request::Run(Command::Anonymise)),
                (say(words::REMOVE), Request::Run(Command::RemoveMap)),
            ],
        });
    }
}

fn private_questions(document: &Document) -> std::collections::BTreeSet<String> {
    Catalogue::of(storage::built_in_lenses(), document.own_lenses.as_slice()).private_questions()
}

/// Gives the path of a copy the ending of what it is.
fn with_copy_ending(path: PathBuf, sealed: bool) -> PathBuf {
    let name = name_of(&path).to_lowercase();
    let known: &[&str] = if sealed {
        &[".age", ".txt"]
    } else {
        &[".ron", ".krachtenveld", ".txt"]
    };
    if known.iter().any(|known| name.ends_with(known)) {
        return path;
    }
    let mut longer = path.into_os_string();
    longer.push(if sealed {
        ".krachtenveld.age"
    } else {
        ".krachtenveld.ron"
    });
    longer.into()
}
