//! The program without a window: the commands of the command line.
//!
//! Exit 0 is done (notices on standard output), 1 is refused or wrong (the reason on standard error), 2 is a wrong call.

mod beside;
mod call;
mod check;
mod make;
mod measure;
#[cfg(feature = "desktop")]
mod picture;
#[cfg(feature = "desktop")]
mod report;
mod send;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;

use crate::model::Language;
use crate::storage::{Fs as _, Loaded, Spot, SystemFs};
use crate::text;

pub use call::{Call, CallError};

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Done.
    Done,
    /// Refused or wrong.
    Refused,
    /// A wrong call.
    WrongCall,
    /// No command: open the window, with this map.
    Window,
}

/// Where a command writes.
pub struct Streams<'a> {
    /// Standard output.
    pub out: &'a mut dyn Write,
    /// Standard error.
    pub err: &'a mut dyn Write,
}

/// What came of a command line.
#[derive(Debug)]
pub struct Outcome {
    /// How it ended.
    pub ending: Ending,
    /// The map for the window.
    pub map: Option<PathBuf>,
}

/// Runs a command line without the name of the program; the seed decides the identities of a new map.
///
/// Fails only where standard output or standard error cannot be written.
pub fn run(
    args: Vec<OsString>,
    seed: u64,
    system: Language,
    streams: &mut Streams<'_>,
) -> io::Result<Outcome> {
    let (call, language) = match call::parse(args, system) {
        Ok(parsed) => parsed,
        Err((error, language)) => {
            writeln!(streams.err, "{}", wrong_call(&error, language))?;
            writeln!(streams.err, "{}", text::cli::TRY_HELP.get(language))?;
            return Ok(Outcome {
                ending: Ending::WrongCall,
                map: None,
            });
        }
    };
    let mut map = None;
    let ending = match call {
        Call::Window(path) => {
            map = path;
            Ending::Window
        }
        Call::Help => {
            write!(streams.out, "{}", text::cli::help(language))?;
            Ending::Done
        }
        Call::Version => {
            writeln!(streams.out, "krachtenveld {}", env!("CARGO_PKG_VERSION"))?;
            Ending::Done
        }
        Call::New(new) => make::new(&new, seed, language, streams)?,
        Call::Check(check) => check::check(&check, language, streams)?,
        Call::Compare(call) => beside::compare(&call, language, streams)?,
        Call::Merge(call) => beside::merge(&call, seed, language, streams)?,
        Call::Show(path) => check::show(&path, language, streams)?,
        Call::Share(share) => send::share(&share, seed, language, streams)?,
        Call::Unseal(unseal) => send::unseal(&unseal, language, streams)?,
        Call::Analyse(measure) => measure::analyse(&measure, language, streams)?,
        Call::Advise(measure) => measure::advise(&measure, language, streams)?,
        #[cfg(feature = "desktop")]
        Call::Picture(picture) => picture::picture(&picture, language, streams)?,
        #[cfg(feature = "desktop")]
        Call::Report(report) => report::report(&report, language, streams)?,
    };
    Ok(Outcome { ending, map })
}

/// Why a map does not open, as it is told.
struct Refusal {
    /// The sentence, with the place in front.
    sentence: String,
    /// Where.
    spot: Option<Box<Spot>>,
}

/// Opens a map for a command; a refusal is told on standard error.
fn open(
    path: &std::path::Path,
    language: Language,
    streams: &mut Streams<'_>,
) -> io::Result<Option<Loaded>> {
    match try_open(path, language) {
        Ok(loaded) => Ok(Some(loaded)),
        Err(refusal) => {
            writeln!(streams.err, "{}: {}", path.display(), refusal.sentence)?;
            Ok(None)
        }
    }
}

/// Opens a map, or says why not.
fn try_open(path: &std::path::Path, language: Language) -> Result<Loaded, Refusal> {
    let untold = |sentence| Refusal {
        sentence,
        spot: None,
    };
    let bytes = SystemFs.read(path).map_err(|error| {
        untold(match error.kind() {
            io::ErrorKind::NotFound => text::cli::NO_FILE.get(language).to_owned(),
            _ => text::error::disk(&error, language),
        })
    })?;
    if crate::storage::is_sealed(&bytes) {
        return Err(untold(text::share::SEALED.get(language).to_owned()));
    }
    crate::storage::read(&bytes).map_err(|error| {
        let length = SystemFs.stat(path).map_or(0, |stat| stat.length);
        let error = error.of_length(length);
        Refusal {
            sentence: text::error::read(&error, language),
            spot: error.spot,
        }
    })
}

/// Says what is wrong with a call.
fn wrong_call(error: &CallError, language: Language) -> String {
    match error {
        CallError::UnknownOption(option) => text::cli::unknown_option(option, language),
        CallError::Unexpected(word) => text::cli::unexpected(word, language),
        CallError::Missing(what) => text::cli::missing(what, language),
        CallError::BadValue {
            option,
            value,
            fits,
        } => text::cli::bad_value(option, value, fits, language),
        CallError::JudgementOnTheWall(view) => text::cli::judgement(view, language),
        CallError::NoReport(kind) => text::cli::no_report(kind, language),
        CallError::Malformed(why) => text::cli::malformed(why, language),
    }
}
