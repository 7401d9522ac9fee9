//! The map as a whole.

use std::collections::btree_map::Entry as Slot;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Deserializer;
use serde::de::{self, DeserializeSeed, MapAccess};

use super::content::{ContentFile, Renamed, Site, gather};
use super::context::{Context, Step};
use super::declare::{file_fields, file_struct};
use super::fields::{FileFields, InFile as _, Struct};
use super::items::{Item, Salvaged};
use super::lists::listed;
use super::moment::MomentParts;
use super::scalar::{Anything, DateText, Name};
use super::settle::settle;
use crate::model::{
    ActorId, Alternative, Content, Document, DocumentId, FORMAT_VERSION, Language, Lens, List,
    Meta, Moment, MomentId, RawEntity, RevisionId, Scene, ScriptPosition, Unknown,
};
use crate::storage::form::print_value;
use crate::storage::read::{Fault, Notice};

/// The name of the format in every file.
pub(crate) const FORMAT: &str = "krachtenveld";

/// The lowest version that reads what this one writes.
pub(super) const MIN_READER: u32 = 1;

file_struct! {
    MetaFile: Meta, "Meta", unknown {
        purpose_of_keeping: String,
        retention: DateText,
        organisation: String,
    }
}

file_struct! {
    ScriptFile: ScriptPosition, "Script", unknown {
        script: String [must],
        step: u16 = 0,
    }
}

file_struct! {
    AlternativeFile: Alternative, "Alternative", unknown {
        entity: String,
        field: String,
        raw: Anything,
    }
}

file_struct! {
    RawEntityFile: RawEntity, "Raw" {
        list: String [must],
        raw: Anything,
    }
}

file_struct! {
    new
    /// Who an actor is in a pseudonymised copy.
    Pseudonym by PseudonymFile, "Pseudonym" {
        actor: ActorId,
        name: String,
    }
}

listed! { RawEntity }

/// What comes before the entities.
pub(crate) struct Head {
    #[expect(dead_code, reason = "looked at while it is read")]
    format: String,
    version: u32,
    #[expect(dead_code, reason = "looked at while it is read")]
    min_reader: u32,
    id: DocumentId,
    lineage: Vec<RevisionId>,
    title: String,
    language: Language,
    meta: Meta,
}

file_fields! {
    HeadFile: Head, "Map" {
        format: String [always],
        version: u32 = FORMAT_VERSION,
        min_reader: u32 = MIN_READER,
        id: DocumentId [id],
        lineage: Vec<RevisionId>,
        title: Name [always],
        language: Language = Language::Dutch,
        meta: Meta,
    }
}

/// What comes after the entities.
pub(crate) struct Tail {
    moments: Salvaged<Item<MomentParts>>,
    scenes: Salvaged<Item<Scene>>,
    lenses_on: BTreeSet<String>,
    own_lenses: Salvaged<Lens>,
    session: Option<ScriptPosition>,
    silenced: BTreeSet<String>,
    not_same: BTreeSet<(ActorId, ActorId)>,
    pseudonyms: Salvaged<Pseudonym>,
    unreadable: Vec<RawEntity>,
    dangling: Vec<RawEntity>,
    alternatives: Salvaged<Alternative>,
}

file_fields! {
    TailFile: Tail, "Map" {
        moments: Salvaged<Item<MomentParts>>,
        scenes: Salvaged<Item<Scene>>,
        lenses_on: BTreeSet<String>,
        own_lenses: Salvaged<Lens>,
        session: Option<ScriptPosition>,
        silenced: BTreeSet<String>,
        not_same: BTreeSet<(ActorId, ActorId)>,
        pseudonyms: Salvaged<Pseudonym>,
        unreadable: Vec<RawEntity>,
        dangling: Vec<RawEntity>,
        alternatives: Salvaged<Alternative>,
    }
}

/// The fields of a map while they are read.
#[derive(Default)]
pub(crate) struct DocumentFile {
    head: HeadFile,
    content: ContentFile,
    tail: TailFile,
}

/// Reads a map.
pub(crate) struct WholeMap<'a, 'de>(pub(crate) &'a Context<'de>);

impl<'de> DeserializeSeed<'de> for WholeMap<'_, 'de> {
    type Value = Document;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Document, D::Error> {
        source.deserialize_struct("Map", &[], Struct::<DocumentFile>::new(self.0))
    }
}

impl FileFields for DocumentFile {
    type Whole = Document;

    const NAME: &'static str = "Map";
    const KEEPS: bool = true;

    fn take<'de, A: MapAccess<'de>>(
        &mut self,
        field: &'de str,
        map: &mut A,
        cx: &Context<'de>,
    ) -> Result<bool, A::Error> {
        if self.head.take(field, map, cx)? {
            self.head.refuse_others(cx)?;
            return Ok(true);
        }
        Ok(self.content.take(field, map, cx)? || self.tail.take(field, map, cx)?)
    }

    fn keeps_apart(field: &str) -> bool {
        // Without its head a map cannot be told from another.
        !HeadFile::default().left().contains(&field)
    }

    fn left(&self) -> Vec<&'static str> {
        let mut left = self.head.left();
        left.extend(self.content.left());
        left.extend(self.tail.left());
        left
    }

    fn finish<E: de::Error>(self, unknown: Unknown, cx: &Context<'_>) -> Result<Document, E> {
        let version = self.head.version;
        if version.is_none_or(|version| version == 0) {
            cx.notice_field("version", Notice::Older { version });
        }
        let head = self.head.finish(Unknown::default(), cx)?;
        let tail = self.tail.finish(Unknown::default(), cx)?;
        if head.version > FORMAT_VERSION {
            let version = head.version;
            cx.notice_field("version", Notice::Newer { version });
        }
        Ok(assemble(head, self.content, tail, unknown, cx))
    }
}

impl HeadFile {
    /// Refuses a file of another format as soon as it says so, and one that this version would misread.
    fn refuse_others<E: de::Error>(&self, cx: &Context<'_>) -> Result<(), E> {
        if let Some(found) = self.format.as_ref().filter(|format| *format != FORMAT) {
            let found = found.clone();
            return Err(cx.fail(Fault::NotOurs { found }));
        }
        if let Some(needed) = self.min_reader.filter(|needed| *needed > FORMAT_VERSION) {
            return Err(cx.fail(Fault::TooNew { needed }));
        }
        Ok(())
    }
}

/// Puts the parts together: the current state first, then the moments that share with it.
fn assemble(
    head: Head,
    content: ContentFile,
    tail: Tail,
    unknown: Unknown,
    cx: &Context<'_>,
) -> Document {
    let mut site = Site {
        cx,
        path: Vec::new(),
        prefix: String::new(),
        dangling: tail.dangling,
    };
    let mut unknown = unknown;
    let now = content.finish(&[], None, &mut site);
    let now = settle(now, &mut unknown, &mut site);
    let (moments, places) = moments(tail.moments, &now, &mut site);
    let scenes = gather(tail.scenes, "scenes", |_| None, &mut site);
    let pseudonyms = pseudonyms(tail.pseudonyms, &mut site);
    let mut unreadable = tail.unreadable;
    unreadable.extend(kept_aside(cx, &places));
    // Each goes back to the list it stood in, so the order of the lists means nothing.
    unreadable.sort_by(|one, other| one.list.cmp(&other.list));
    let mut dangling = site.dangling;
    dangling.sort_by(|one, other| one.list.cmp(&other.list));
    Document {
        id: head.id,
        version: head.version.max(FORMAT_VERSION),
        lineage: head.lineage,
        title: head.title,
        language: head.language,
        meta: Arc::new(head.meta),
        now,
        moments,
        scenes: scenes.into_iter().collect(),
        lenses_on: tail.lenses_on,
        own_lenses: Arc::new(tail.own_lenses.into_items()),
        session: tail.session,
        silenced: tail.silenced,
        not_same: tail.not_same.into_iter().map(in_order).collect(),
        pseudonyms,
        unreadable: Arc::new(unreadable),
        dangling: Arc::new(dangling),
        alternatives: Arc::new(tail.alternatives.into_items()),
        unknown,
    }
}

/// Puts the pseudonyms together; a second one for the same actor is kept aside.
fn pseudonyms(items: Salvaged<Pseudonym>, site: &mut Site<'_, '_>) -> BTreeMap<ActorId, String> {
    let mut names = BTreeMap::new();
    for (index, entry) in items.0 {
        match names.entry(entry.actor) {
            Slot::Vacant(slot) => {
                slot.insert(entry.name);
            }
            Slot::Occupied(_) => {
                let key = entry.actor.to_string();
                let raw = print_value(&entry.tree(), 2);
                let here = [Step::Field("pseudonyms"), Step::Index(index)];
                site.notice(Notice::DuplicateKey { key }, here);
                site.keep("pseudonyms", raw);
            }
        }
    }
    names
}

/// Puts the lower identity first.
pub(super) fn in_order((one, other): (ActorId, ActorId)) -> (ActorId, ActorId) {
    (one.min(other), one.max(other))
}

/// Puts the moments together, and gives the identity of each by its place in the file.
fn moments(
    items: Salvaged<Item<MomentParts>>,
    now: &Content,
    site: &mut Site<'_, '_>,
) -> (List<Moment>, BTreeMap<usize, MomentId>) {
    let mut places = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut moments = Vec::new();
    for (index, item) in items.0 {
        let here = [Step::Field("moments"), Step::Index(index)];
        let parts = match item {
            Item::Own(parts) => parts,
            Item::Same(id) => {
                let (list, reference) = ("moments".to_owned(), id.clone());
                site.notice(Notice::Dangling { list, reference }, here);
                site.keep("moments", format!("{id:?}"));
                continue;
            }
        };
        let mut id = parts.head.id;
        if !seen.insert(id) {
            let used: MomentId = site.cx.new_id_unlike(&seen);
            let notice = Notice::DuplicateId {
                id: id.to_string(),
                used: used.to_string(),
            };
            site.notice(notice, here.clone());
            seen.insert(used);
            id = used;
        }
        places.insert(index, id);
        site.cx.remember(None, "moments", index, &id);
        moments.push(moment(parts, id, now, here.to_vec(), site));
    }
    (moments.into_iter().collect(), places)
}

fn moment<'de>(
    parts: MomentParts,
    id: MomentId,
    now: &Content,
    path: Vec<Step<'de>>,
    site: &mut Site<'_, 'de>,
) -> Moment {
    let mut own = Site {
        cx: site.cx,
        path,
        prefix: format!("moments/{id}/"),
        dangling: Vec::new(),
    };
    let head = parts.head;
    let mut unknown = head.unknown;
    let content = parts.content.finish(&head.same, Some(now), &mut own);
    let content = settle(content, &mut unknown, &mut own);
    site.dangling.append(&mut own.dangling);
    Moment {
        id,
        name: head.name,
        date: head.date,
        state: head.state,
        content: Arc::new(content),
        unknown,
    }
}

/// Gives what could not be read, under the name of its list.
fn kept_aside(cx: &Context<'_>, moments: &BTreeMap<usize, MomentId>) -> Vec<RawEntity> {
    let kept = cx.kept.borrow();
    let mut found = cx.found.borrow_mut();
    kept.iter()
        .map(|kept| {
            let list = match kept.path.as_slice() {
                [Step::Field("moments"), Step::Index(index), rest @ ..] if !rest.is_empty() => {
                    match moments.get(index) {
                        Some(id) => format!("moments/{id}/{}", home(cx, Some(*index), rest)),
                        None => home(cx, None, rest),
                    }
                }
                rest => home(cx, None, rest),
            };
            let entity = RawEntity {
                list,
                raw: kept.raw.clone().into_owned(),
            };
            if let Some(found) = found.get_mut(kept.notice) {
                found.kept = Some(entity.clone());
            }
            entity
        })
        .collect()
}

/// Gives where a text belongs: its list, or the field of its entity.
fn home(cx: &Context<'_>, moment: Option<usize>, path: &[Step<'_>]) -> String {
    match path {
        [Step::Field(list), step, rest @ ..] => {
            let id = cx.identity(moment, list, step);
            let fields = rest.iter().filter_map(|step| match step {
                Step::Field(field) => Some(*field),
                Step::Index(_) | Step::Id(_) => None,
            });
            let fields: Vec<&str> = fields.collect();
            match id {
                Some(id) if !fields.is_empty() => format!("{list}/{id}/{}", fields.join("/")),
                Some(_) | None => (*list).to_owned(),
            }
        }
        [Step::Field(list)] => (*list).to_owned(),
        [] | [Step::Index(_) | Step::Id(_), ..] => String::new(),
    }
}

impl Renamed for Scene {
    fn renamed(mut self, id: Self::Id) -> Self {
        self.id = id;
        self
    }
}
