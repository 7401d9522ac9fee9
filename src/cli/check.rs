//! Whether maps open, and their canonical text.

use std::io;
use std::path::Path;

use serde_json::json;

use super::{Ending, Streams, open};
use crate::cli::call::Check;
use crate::model::Language;
use crate::storage::{self, Noticed};
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
        let Some(loaded) = open(path, language, streams)? else {
            refused = true;
            rows.push(json!({ "map": path.display().to_string(), "opens": false }));
            continue;
        };
        refused |= check.strict && !loaded.notices.is_empty();
        if check.json {
            let notices: Vec<_> = loaded
                .notices
                .iter()
                .map(|noticed| notice_json(noticed, language))
                .collect();
            rows.push(
                json!({ "map": path.display().to_string(), "opens": true, "notices": notices }),
            );
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
    json!({
        "line": place.map(|spot| spot.line),
        "column": place.map(|spot| spot.column),
        "text": text::error::notice(noticed, language),
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
