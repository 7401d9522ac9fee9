//! Whether maps open, and their canonical text.

use std::io;
use std::path::Path;

use serde_json::json;

use super::{Ending, Refusal, Streams, open, try_open};
use crate::cli::call::Check;
use crate::model::Language;
use crate::storage::{self, Noticed, Subject};
use crate::text;

/// Opens maps and lists what was noticed.
pub(super) fn check(
    check: &Check,
    language: Language,
    streams: &mut Streams<'_>,
) -> io::Result<Ending> {
    let mut refused = false;
    let mut rows = Vec::new();
    for path in &check.maps {
        let loaded = match try_open(path, language) {
            Ok(loaded) => loaded,
            Err(refusal) => {
                refused = true;
                writeln!(streams.err, "{}: {}", path.display(), refusal.sentence)?;
                rows.push(refusal_json(path, &refusal));
                continue;
            }
        };
        refused |= check.strict && !loaded.notices.is_empty();
        if check.json {
            let notices: Vec<_> = loaded
                .notices
                .iter()
                .map(|noticed| notice_json(noticed, language))
                .collect();
            rows.push(json!({
                "map": path.display().to_string(),
                "opens": true,
                "saves_in_place": !loaded.spares_the_file(),
                "version": loaded.document.version,
                "actors": loaded.document.now.actors.len(),
                "relations": loaded.document.now.relations.len(),
                "notices": notices,
            }));
            continue;
        }
        let now = &loaded.document.now;
        let line = text::cli::opens(
            now.actors.len(),
            now.relations.len(),
            loaded.notices.len(),
            language,
        );
        writeln!(streams.out, "{}: {line}", path.display())?;
        for noticed in &loaded.notices {
            writeln!(streams.out, "  {}", text::error::notice(noticed, language))?;
        }
    }
    if check.json {
        writeln!(streams.out, "{:#}", serde_json::Value::from(rows))?;
    }
    Ok(if refused {
        Ending::Refused
    } else {
        Ending::Done
    })
}

fn notice_json(noticed: &Noticed, language: Language) -> serde_json::Value {
    let place = noticed.spot.as_ref();
    let (place_text, cause) = text::error::notice_parts(noticed, language);
    let mut row = json!({
        "kind": noticed.notice.kind(),
        "data": noticed.notice.fate().code(),
        "line": place.map(|spot| spot.line),
        "column": place.map(|spot| spot.column),
        "moment": place.and_then(|spot| spot.moment.as_deref()),
        "list": place.and_then(|spot| spot.list.as_deref()),
        "name": place.and_then(|spot| spot.name.as_deref()),
        "field": place.map(|spot| spot.field.as_str()).filter(|field| !field.is_empty()),
        "place": place_text,
        "cause": cause,
        "suggestion": noticed.notice.suggestion(),
        "text": text::error::notice(noticed, language),
    });
    let about = match &noticed.subject {
        Some(Subject::Entity { id, .. }) => ("id", id),
        Some(Subject::Kept(kept)) => ("raw", &kept.raw),
        Some(Subject::Map(_)) | None => return row,
    };
    if let Some(fields) = row.as_object_mut() {
        fields.insert(about.0.to_owned(), about.1.as_str().into());
    }
    row
}

fn refusal_json(path: &Path, refusal: &Refusal) -> serde_json::Value {
    let place = refusal.spot.as_deref();
    json!({
        "map": path.display().to_string(),
        "opens": false,
        "line": place.map(|spot| spot.line),
        "column": place.map(|spot| spot.column),
        "list": place.and_then(|spot| spot.list.as_deref()),
        "name": place.and_then(|spot| spot.name.as_deref()),
        "field": place.map(|spot| spot.field.as_str()).filter(|field| !field.is_empty()),
        "text": refusal.sentence,
    })
}

/// Prints the canonical text of a map.
pub(super) fn show(
    path: &Path,
    language: Language,
    streams: &mut Streams<'_>,
) -> io::Result<Ending> {
    let Some(loaded) = open(path, language, streams)? else {
        return Ok(Ending::Refused);
    };
    streams
        .out
        .write_all(storage::print_document(&loaded.document).as_bytes())?;
    for noticed in &loaded.notices {
        writeln!(streams.err, "{}", text::error::notice(noticed, language))?;
    }
    Ok(Ending::Done)
}
