//! Reports without a window.

use std::io;

use super::{Ending, Streams, open};
use crate::cli::call::Report;
use crate::model::Language;
use crate::text;

/// Writes a report of a map.
pub(super) fn report(
    call: &Report,
    language: Language,
    streams: &mut Streams<'_>,
) -> io::Result<Ending> {
    let Some(loaded) = open(&call.map, language, streams)? else {
        return Ok(Ending::Refused);
    };
    match crate::ui::write_report(&call.out, call.form, &loaded.document, language) {
        Ok(()) => Ok(Ending::Done),
        Err(error) => {
            writeln!(
                streams.err,
                "{}: {}",
                call.out.display(),
                text::error::report(&error.to_string(), language)
            )?;
            Ok(Ending::Refused)
        }
    }
}
