//! The copy of a whole map.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::copier::Copier;
use super::{Level, Named, Part, Redacted, Terms};
use crate::model::{Document, Filter, Meta, Moment, Note, Scene, Term};

/// Takes names and free texts out of a map that goes on to be the same map: it keeps its identity, and its title and
/// what it is kept for without the names of actors.
pub fn anonymise(document: &Document, terms: &Terms<'_>) -> Redacted {
    let copier = Copier::new(document, terms);
    let mut copy = copier.document(document);
    copy.id = document.id;
    copy.title = copier.name(&document.title);
    let meta = Arc::make_mut(&mut copy.meta);
    meta.purpose_of_keeping = copier.name(&document.meta.purpose_of_keeping);
    meta.organisation = copier.name(&document.meta.organisation);
    let account = copier.into_account();
    Redacted {
        document: copy,
        gone: account.gone,
        key: account.key,
        ids: account.ids,
    }
}

impl Copier<'_> {
    /// Copies a map.
    #[expect(
        clippy::too_many_lines,
        reason = "every field is named, so that none can be forgotten"
    )]
    pub(super) fn document(&self, document: &Document) -> Document {
        let Document {
            id,
            version,
            lineage,
            title,
            language,
            meta,
            now,
            moments,
            scenes,
            lenses_on,
            own_lenses,
            session,
            silenced,
            not_same,
            pseudonyms,
            unreadable,
            dangling,
            alternatives,
            unknown,
        } = document;
        let (full, nameless) = (self.full(), self.nameless());
        let now = self.content(now);
        let bare = self.level == Level::Structure;
        self.leave(Part::Key, pseudonyms.len());
        if bare {
            self.leave(Part::Moments, moments.len() + scenes.len());
        }
        if !full {
            self.leave(Part::Unknown, unreadable.len() + dangling.len());
            self.leave(Part::Alternatives, alternatives.len());
            self.leave(Part::Choices, silenced.len());
        }
        if nameless {
            self.leave(Part::Lenses, own_lenses.len());
            self.leave(Part::Choices, not_same.len());
            self.leave(Part::FreeTexts, usize::from(!title.is_empty()));
        }
        Document {
            id: self.id(*id),
            version: *version,
            lineage: if nameless {
                Vec::new()
            } else {
                lineage.clone()
            },
            title: if nameless {
                String::new()
            } else {
                title.clone()
            },
            language: *language,
            meta: Arc::new(self.meta(meta)),
            now,
            moments: moments
                .iter()
                .enumerate()
                .filter(|_| !bare)
                .map(|(number, moment)| self.moment(number, moment))
                .collect(),
            scenes: scenes
                .iter()
                .enumerate()
                .filter(|_| !bare)
                .map(|(number, scene)| self.scene(number, scene))
                .collect(),
            lenses_on: if nameless {
                let own: BTreeSet<&String> = own_lenses.iter().map(|lens| &lens.id).collect();
                let stays = |code: &&String| !bare && !own.contains(*code);
                lenses_on.iter().filter(stays).cloned().collect()
            } else {
                lenses_on.clone()
            },
            own_lenses: Arc::new(if nameless {
                Vec::new()
            } else {
                own_lenses
                    .iter()
                    .cloned()
                    .map(|mut lens| {
                        lens.unknown = self.unknown(&lens.unknown);
                        lens
                    })
                    .collect()
            }),
            session: session.clone().filter(|_| full),
            silenced: silenced.iter().filter(|_| full).cloned().collect(),
            not_same: if nameless {
                BTreeSet::new()
            } else {
                self.pairs(not_same)
            },
            pseudonyms: BTreeMap::new(),
            unreadable: unreadable.clone_if(full),
            dangling: dangling.clone_if(full),
            alternatives: alternatives.clone_if(full),
            unknown: self.unknown(unknown),
        }
    }

    fn meta(&self, meta: &Meta) -> Meta {
        let Meta {
            purpose_of_keeping,
            retention,
            organisation,
            unknown,
        } = meta;
        if self.nameless() {
            let said =
                usize::from(!purpose_of_keeping.is_empty()) + usize::from(!organisation.is_empty());
            self.leave(Part::Meta, said);
        }
        let kept = |text: &String| {
            if self.nameless() {
                String::new()
            } else {
                text.clone()
            }
        };
        Meta {
            purpose_of_keeping: kept(purpose_of_keeping),
            retention: *retention,
            organisation: kept(organisation),
            unknown: self.unknown(unknown),
        }
    }

    fn moment(&self, number: usize, moment: &Moment) -> Moment {
        let Moment {
            id,
            name,
            date,
            state,
            content,
            unknown,
        } = moment;
        Moment {
            id: self.id(*id),
            name: self.numbered(Named::Moment, number, name),
            date: *date,
            state: *state,
            content: Arc::new(self.content(content)),
            unknown: self.unknown(unknown),
        }
    }

    fn scene(&self, number: usize, scene: &Scene) -> Scene {
        let Scene {
            id,
            name,
            arrangement,
            issue,
            filter,
            view,
            shows,
            note,
            unknown,
        } = scene;
        let Filter {
            arenas,
            kinds,
            groups,
            unknown: filter_unknown,
        } = filter;
        Scene {
            id: self.id(*id),
            name: self.numbered(Named::Scene, number, name),
            arrangement: *arrangement,
            issue: issue.map(|issue| self.id(issue)),
            filter: Filter {
                arenas: arenas.iter().map(|arena| self.term(arena)).collect(),
                kinds: kinds
                    .iter()
                    .map(|kind| self.term(kind))
                    .collect::<BTreeSet<Term<_>>>(),
                groups: self.ids(groups),
                unknown: self.unknown(filter_unknown),
            },
            view: *view,
            shows: shows.clone(),
            note: if self.full() {
                note.clone()
            } else {
                self.leave(Part::PresenterNotes, usize::from(!note.is_empty()));
                Note::default()
            },
            unknown: self.unknown(unknown),
        }
    }

    fn numbered(&self, named: Named, number: usize, name: &str) -> String {
        if self.nameless() {
            format!("{} {}", self.word(named), number + 1)
        } else {
            name.to_owned()
        }
    }
}

/// Shares a list, or gives an empty one.
trait CloneIf {
    fn clone_if(&self, keep: bool) -> Self;
}

impl<T> CloneIf for Arc<Vec<T>> {
    fn clone_if(&self, keep: bool) -> Self {
        if keep {
            Self::clone(self)
        } else {
            Self::default()
        }
    }
}
