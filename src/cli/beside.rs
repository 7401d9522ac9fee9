//! Two maps side by side, and two versions made into one.

use std::io;

use serde_json::json;

use super::call::{Compare, Merging};
use super::{Ending, Streams, open};
use crate::merge::{self, Choices, Item, Merge, Outcome, Tally};
use crate::model::{Document, IdSource, Language};
use crate::storage::{self, SystemFs};
use crate::text;
use crate::text::compare::Names;

/// Lists what differs between two maps.
pub(super) fn compare(
    call: &Compare,
    language: Language,
    streams: &mut Streams<'_>,
) -> io::Result<Ending> {
    let Some(before) = open(&call.before, language, streams)? else {
        return Ok(Ending::Refused);
    };
    let Some(after) = open(&call.after, language, streams)? else {
        return Ok(Ending::Refused);
    };
    let changes = merge::compare(&before.document, &after.document);
    let documents = [&after.document, &before.document];
    let names = Names::new(&documents, language);
    let tally = Tally::of_changes(&changes);
    let sentences = text::compare::sentences(&changes, &names);
    if call.json {
        let answer = json!({
            "summary": tally_json(tally, language),
            "changes": sentences,
        });
        writeln!(streams.out, "{answer:#}")?;
        return Ok(Ending::Done);
    }
    writeln!(streams.out, "{}", text::compare::summary(tally, language))?;
    for sentence in sentences {
        writeln!(streams.out, "  {sentence}")?;
    }
    Ok(Ending::Done)
}

/// Merges two versions of a map with their base; clashes are kept in the file, listed, and refused by the exit code.
pub(super) fn merge(
    call: &Merging,
    seed: u64,
    language: Language,
    streams: &mut Streams<'_>,
) -> io::Result<Ending> {
    let mut versions: Vec<Document> = Vec::new();
    for path in [&call.base, &call.mine, &call.theirs] {
        match open(path, language, streams)? {
            Some(loaded) => versions.push(loaded.document),
            None => return Ok(Ending::Refused),
        }
    }
    let (Some(theirs), Some(mine), Some(base)) = (versions.pop(), versions.pop(), versions.pop())
    else {
        return Ok(Ending::Refused);
    };
    let merge = Merge::new(Some(base), mine, theirs);
    let merged = match merge.document(&Choices::new()) {
        Ok(merged) => merged,
        Err(problem) => {
            let error = crate::edit::EditError::Broken(problem);
            writeln!(streams.err, "{}", text::error::edit(&error, language))?;
            return Ok(Ending::Refused);
        }
    };
    let clashes: Vec<&Item> = merge.clashes().collect();
    let merged = storage::keep_alternatives(merged, &merge, &clashes);
    let merged = storage::with_new_revision(&merged, Some(merge.mine()), &mut IdSource::new(seed));
    let name = call.out.display().to_string();
    if let Err(error) = storage::save(&call.out, &merged, &SystemFs, None) {
        writeln!(
            streams.err,
            "{}",
            text::error::save(&name, &error, language)
        )?;
        return Ok(Ending::Refused);
    }
    tell(call, &merge, language, streams)?;
    Ok(if clashes.is_empty() {
        Ending::Done
    } else {
        Ending::Refused
    })
}

fn tell(
    call: &Merging,
    merge: &Merge,
    language: Language,
    streams: &mut Streams<'_>,
) -> io::Result<()> {
    let documents = [merge.mine(), merge.theirs()];
    let names = Names::new(&documents, language);
    let taken: Vec<String> = merge
        .items()
        .iter()
        .filter(|item| matches!(item.outcome, Outcome::Theirs | Outcome::Woven))
        .map(|item| text::compare::item(item, &names))
        .collect();
    let clashes: Vec<String> = merge
        .clashes()
        .map(|item| text::compare::item(item, &names))
        .collect();
    if call.json {
        let answer = json!({
            "summary": tally_json(merge.tally(), language),
            "taken": taken,
            "clashes": clashes,
        });
        return writeln!(streams.out, "{answer:#}");
    }
    let summary = text::compare::summary(merge.tally(), language);
    let path = call.out.display().to_string();
    writeln!(
        streams.out,
        "{}",
        text::compare::merged(&path, &summary, language)
    )?;
    for sentence in taken {
        writeln!(streams.out, "  {sentence}")?;
    }
    for item in merge.clashes() {
        writeln!(streams.err, "  {}", text::compare::clash(item, &names))?;
    }
    Ok(())
}

fn tally_json(tally: Tally, language: Language) -> serde_json::Value {
    json!({
        "added": tally.added,
        "changed": tally.changed,
        "clashes": tally.clashes,
        "removed": tally.removed,
        "text": text::compare::summary(tally, language),
    })
}
