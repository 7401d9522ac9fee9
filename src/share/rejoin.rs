//! A map without names that came back gets its own names again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::copier::Copier;
use super::mask::states;
use super::{Level, Terms};
use crate::model::{Actor, ActorId, Content, Document};

/// Gives a returned map the names and identities of the sender's map, by the key in it; says how many were known.
///
/// Relations, issues and values keep the identities of the copy: those are compared by ends and by name.
pub fn rejoin(returned: &Document, own: &Document) -> (Document, usize) {
    rejoin_by(returned, own, &BTreeMap::new())
}

/// Gives a returned map the names of the sender's map, and the identity of everything that was in the copy.
pub fn rejoin_by(
    returned: &Document,
    own: &Document,
    ids: &BTreeMap<String, String>,
) -> (Document, usize) {
    let by_name: BTreeMap<&str, ActorId> = own
        .pseudonyms
        .iter()
        .map(|(id, name)| (name.as_str(), *id))
        .collect();
    let mut known: BTreeMap<ActorId, &Actor> = BTreeMap::new();
    for actor in states(returned).flat_map(|content| content.actors.iter()) {
        let mine = by_name
            .get(actor.name.as_str())
            .and_then(|id| states(own).find_map(|content| content.actors.get(*id)));
        if let Some(mine) = mine {
            known.entry(actor.id).or_insert(mine);
        }
    }
    let mut named = returned.clone();
    named.now = renamed(&returned.now, &known);
    named.moments = returned
        .moments
        .iter()
        .map(|moment| {
            let mut moment = moment.clone();
            moment.content = Arc::new(renamed(&moment.content, &known));
            moment
        })
        .collect();
    let terms = Terms {
        level: Level::Full,
        seed: 0,
        words: &|_| String::new(),
        private_questions: &BTreeSet::new(),
    };
    let actors = known
        .iter()
        .map(|(theirs, mine)| (theirs.to_string(), mine.id.to_string()));
    let all = ids
        .iter()
        .map(|(theirs, mine)| (theirs.clone(), mine.clone()));
    let copier = Copier::new(&named, &terms).with_ids(all.chain(actors));
    let mut document = copier.document(&named);
    document.id = own.id;
    document.title.clone_from(&own.title);
    document.pseudonyms.clone_from(&own.pseudonyms);
    (document, known.len())
}

fn renamed(content: &Content, known: &BTreeMap<ActorId, &Actor>) -> Content {
    let mut content = content.clone();
    content.actors.update_all(|actor| {
        if let Some(mine) = known.get(&actor.id) {
            actor.name.clone_from(&mine.name);
            actor.short.clone_from(&mine.short);
        }
    });
    content
}
