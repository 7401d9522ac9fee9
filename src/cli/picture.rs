//! Pictures without a display.

use std::io;

use super::{Ending, Streams, open};
use crate::cli::call::Picture;
use crate::model::{Issue, Language, Shown};
use crate::text;
use crate::ui::picture::MapPicture;

/// Makes a picture of a map.
pub(super) fn picture(
    call: &Picture,
    language: Language,
    streams: &mut Streams<'_>,
) -> io::Result<Ending> {
    let Some(loaded) = open(&call.map, language, streams)? else {
        return Ok(Ending::Refused);
    };
    let document = loaded.document;
    let issue = match &call.issue {
        None => None,
        Some(name) => {
            let wanted = name.to_lowercase();
            let matches = |issue: &&Issue| issue.name.to_lowercase().contains(&wanted);
            let Some(issue) = document.now.issues.iter().find(matches) else {
                let names: Vec<&str> = document
                    .now
                    .issues
                    .iter()
                    .map(|issue| issue.name.as_str())
                    .collect();
                writeln!(
                    streams.err,
                    "{}",
                    text::cli::no_issue(name, &names, language)
                )?;
                return Ok(Ending::Refused);
            };
            Some(issue.id)
        }
    };
    let look = MapPicture {
        size: call.size,
        theme: call.theme,
        text_percent: call.text,
        wall: call.wall.then(Shown::on_the_wall),
        language,
        issue,
        legend: !call.wall,
        arrangement: call.view,
    };
    match crate::ui::write_picture(&call.out, &document, &look) {
        Ok(()) => Ok(Ending::Done),
        Err(error) => {
            writeln!(
                streams.err,
                "{}: {}",
                call.out.display(),
                text::error::picture(&error.to_string(), language)
            )?;
            Ok(Ending::Refused)
        }
    }
}
