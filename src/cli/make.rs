//! New maps.

use std::io;

use super::{Ending, Streams};
use crate::cli::call::New;
use crate::model::{IdSource, Language};
use crate::session::begin;
use crate::storage::{self, Fs as _, SystemFs, built_in};
use crate::text;

/// Makes a new map; refuses to write over a file.
pub(super) fn new(
    new: &New,
    seed: u64,
    language: Language,
    streams: &mut Streams<'_>,
) -> io::Result<Ending> {
    let mut ids = IdSource::new(seed);
    let document = match &new.template {
        None => begin::from_value("", language, &mut ids),
        Some(name) => {
            let Some(template) = built_in::find(name) else {
                let names: Vec<&str> = built_in::templates()
                    .map(|template| template.name)
                    .collect();
                writeln!(
                    streams.err,
                    "{}",
                    text::cli::no_template(name, &names, language)
                )?;
                return Ok(Ending::WrongCall);
            };
            match storage::read(template.text.as_bytes()) {
                Ok(loaded) => begin::from_built_in(loaded.document, &mut ids),
                Err(error) => {
                    writeln!(streams.err, "{}", text::error::read(&error, language))?;
                    return Ok(Ending::Refused);
                }
            }
        }
    };
    let name = new.out.display().to_string();
    if SystemFs.stat(&new.out).is_ok() {
        writeln!(streams.err, "{}", text::cli::already_there(&name, language))?;
        return Ok(Ending::Refused);
    }
    let document = storage::with_new_revision(&document, None, &mut ids);
    match storage::save(&new.out, &document, &SystemFs, None) {
        Ok(_) => {
            writeln!(streams.out, "{}", text::cli::made(&name, language))?;
            Ok(Ending::Done)
        }
        Err(error) => {
            writeln!(
                streams.err,
                "{}",
                text::error::save(&name, &error, language)
            )?;
            Ok(Ending::Refused)
        }
    }
}
