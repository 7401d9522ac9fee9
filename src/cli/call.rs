//! The words of a command line.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::{Arg, Parser, ValueExt as _};

#[cfg(feature = "desktop")]
use crate::model::Arrangement;
use crate::model::Language;
use crate::share::Level;

/// What a command line asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Call {
    /// Open the window.
    Window(Option<PathBuf>),
    /// Explain the calls.
    Help,
    /// Name the version.
    Version,
    /// Make a new map.
    New(New),
    /// See whether maps open.
    Check(Check),
    /// List what differs between two maps.
    Compare(Compare),
    /// Merge two versions of a map.
    Merge(Merging),
    /// Print the canonical text of a map.
    Show(PathBuf),
    /// Make a copy to send.
    Share(Share),
    /// Open a sealed map.
    Unseal(Unseal),
    /// Compute all measures.
    Analyse(Measure),
    /// Compute role advice.
    Advise(Measure),
    /// Make a picture.
    #[cfg(feature = "desktop")]
    Picture(Picture),
    /// Write a report.
    #[cfg(feature = "desktop")]
    Report(Report),
}

/// A new map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct New {
    /// Where it will stand.
    pub out: PathBuf,
    /// What it starts from.
    pub template: Option<String>,
}

/// Maps to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// The maps.
    pub maps: Vec<PathBuf>,
    /// Whether a notice counts as a refusal.
    pub strict: bool,
    /// Whether to answer in JSON.
    pub json: bool,
}

/// Two maps to compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compare {
    /// The first map.
    pub before: PathBuf,
    /// The second map.
    pub after: PathBuf,
    /// Whether to answer in JSON.
    pub json: bool,
}

/// Two versions of a map to merge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merging {
    /// What both come from.
    pub base: PathBuf,
    /// The own version.
    pub mine: PathBuf,
    /// The other version.
    pub theirs: PathBuf,
    /// Where the merged map will stand.
    pub out: PathBuf,
    /// Whether to answer in JSON.
    pub json: bool,
}

/// A copy to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The map.
    pub map: PathBuf,
    /// Where the copy will stand.
    pub out: PathBuf,
    /// How much goes in.
    pub level: Level,
    /// The file with the passphrase, for a sealed copy.
    pub passphrase: Option<PathBuf>,
}

/// A sealed map to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unseal {
    /// The sealed map.
    pub sealed: PathBuf,
    /// Where the map will stand.
    pub out: PathBuf,
    /// The file with the passphrase; it is asked for otherwise.
    pub passphrase: Option<PathBuf>,
}

/// A map or a field in JSON to compute on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Where it stands.
    pub path: PathBuf,
    /// The name of the official, where it is not the one in focus.
    pub official: Option<String>,
    /// Whether to answer in JSON.
    pub json: bool,
}

/// A picture of a map.
#[cfg(feature = "desktop")]
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The map.
    pub map: PathBuf,
    /// Where the picture will stand; its ending says of what kind it is.
    pub out: PathBuf,
    /// Which view.
    pub view: Arrangement,
    /// The name of the issue in focus.
    pub issue: Option<String>,
    /// Width and height in points.
    pub size: (u32, u32),
    /// The colours.
    pub theme: crate::ui::theme::ThemeName,
    /// The size of text in percent.
    pub text: u16,
    /// Whether it is for the wall.
    pub wall: bool,
}

/// A report of a map.
#[cfg(feature = "desktop")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The map.
    pub map: PathBuf,
    /// Where the report will stand.
    pub out: PathBuf,
    /// In what form it is written.
    pub form: crate::ui::ReportFile,
}

/// Why a command line is no call.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CallError {
    /// An option that does not exist here.
    #[error("unknown option {0}")]
    UnknownOption(String),
    /// A word too many.
    #[error("unexpected {0}")]
    Unexpected(String),
    /// Something must be named.
    #[error("missing {0}")]
    Missing(&'static str),
    /// A value that does not fit its option.
    #[error("{value} does not fit {option}")]
    BadValue {
        /// The option.
        option: &'static str,
        /// The value.
        value: String,
        /// What fits.
        fits: &'static str,
    },
    /// A view that is a judgement cannot go on the wall.
    #[error("view {0} is a judgement and does not go on the wall")]
    JudgementOnTheWall(&'static str),
    /// A report that is not written.
    #[error("there is no report of kind {0}")]
    NoReport(String),
    /// The argument is no text.
    #[error("{0}")]
    Malformed(String),
}

/// The options of all commands, as they were found.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
struct Options {
    words: Vec<OsString>,
    out: Option<PathBuf>,
    template: Option<String>,
    official: Option<String>,
    view: Option<String>,
    issue: Option<String>,
    size: Option<String>,
    theme: Option<String>,
    text: Option<String>,
    redact: Option<String>,
    passphrase: Option<PathBuf>,
    kind: Option<String>,
    wall: bool,
    strict: bool,
    json: bool,
    help: bool,
    version: bool,
    given: Vec<&'static str>,
}

/// Understands a command line; an error comes with the language to tell it in.
pub(super) fn parse(
    args: Vec<OsString>,
    system: Language,
) -> Result<(Call, Language), (CallError, Language)> {
    let mut language = system;
    let options = collect(args, &mut language).map_err(|error| (error, language))?;
    call(options)
        .map(|call| (call, language))
        .map_err(|error| (error, language))
}

fn collect(args: Vec<OsString>, language: &mut Language) -> Result<Options, CallError> {
    let mut parser = Parser::from_args(args);
    let mut options = Options::default();
    while let Some(arg) = parser
        .next()
        .map_err(|error| CallError::Malformed(error.to_string()))?
    {
        let name = match arg {
            Arg::Value(word) => {
                options.words.push(word);
                continue;
            }
            Arg::Short('o') => "out",
            Arg::Short('h') => "help",
            Arg::Short('V') => "version",
            Arg::Short(letter) => return Err(CallError::UnknownOption(format!("-{letter}"))),
            Arg::Long(name) => OPTIONS
                .iter()
                .copied()
                .find(|known| *known == name)
                .ok_or_else(|| CallError::UnknownOption(format!("--{name}")))?,
        };
        options.given.push(name);
        match name {
            "help" => options.help = true,
            "version" => options.version = true,
            "json" => options.json = true,
            "strict" => options.strict = true,
            "wall" => options.wall = true,
            "out" => options.out = Some(value(&mut parser, name)?.into()),
            "lang" => {
                let code = text(&mut parser, name)?;
                let fits = "nl, en";
                *language = Language::from_code(&code).ok_or(CallError::BadValue {
                    option: "--lang",
                    value: code,
                    fits,
                })?;
            }
            "template" => options.template = Some(text(&mut parser, name)?),
            "official" => options.official = Some(text(&mut parser, name)?),
            "view" => options.view = Some(text(&mut parser, name)?),
            "issue" => options.issue = Some(text(&mut parser, name)?),
            "size" => options.size = Some(text(&mut parser, name)?),
            "theme" => options.theme = Some(text(&mut parser, name)?),
            "redact" => options.redact = Some(text(&mut parser, name)?),
            "passphrase-file" => options.passphrase = Some(value(&mut parser, name)?.into()),
            "kind" => options.kind = Some(text(&mut parser, name)?),
            _ => options.text = Some(text(&mut parser, name)?),
        }
    }
    Ok(options)
}

/// Every option there is.
const OPTIONS: &[&str] = &[
    "help",
    "version",
    "json",
    "strict",
    "wall",
    "out",
    "lang",
    "template",
    "official",
    "view",
    "issue",
    "size",
    "theme",
    "text",
    "kind",
    "redact",
    "passphrase-file",
];

fn value(parser: &mut Parser, option: &'static str) -> Result<OsString, CallError> {
    parser
        .value()
        .map_err(|_missing| CallError::Missing(option))
}

fn text(parser: &mut Parser, option: &'static str) -> Result<String, CallError> {
    value(parser, option)?
        .string()
        .map_err(|error| CallError::Malformed(error.to_string()))
}

#[expect(clippy::too_many_lines, reason = "one arm for each command")]
fn call(mut options: Options) -> Result<Call, CallError> {
    if options.help {
        return Ok(Call::Help);
    }
    if options.version {
        return Ok(Call::Version);
    }
    let first = options
        .words
        .first()
        .and_then(|word| word.to_str())
        .unwrap_or_default()
        .to_owned();
    let known = [
        "new", "check", "show", "compare", "merge", "share", "unseal", "analyse", "advise",
        "picture", "report", "help",
    ];
    if !known.contains(&first.as_str()) {
        allow(&options, &["lang"])?;
        let mut words = options.words.into_iter();
        let path = words.next().map(PathBuf::from);
        return match words.next() {
            None => Ok(Call::Window(path)),
            Some(word) => Err(CallError::Unexpected(word.to_string_lossy().into_owned())),
        };
    }
    options.words.remove(0);
    match first.as_str() {
        "new" => {
            allow(&options, &["lang", "template", "out"])?;
            let template = options.template.take();
            let out = options.out.take();
            let out = out.map_or_else(|| only_path(options.words, "OUT"), Ok)?;
            Ok(Call::New(New { out, template }))
        }
        "check" => {
            allow(&options, &["lang", "strict", "json"])?;
            let maps: Vec<PathBuf> = options.words.into_iter().map(PathBuf::from).collect();
            if maps.is_empty() {
                return Err(CallError::Missing("MAP"));
            }
            Ok(Call::Check(Check {
                maps,
                strict: options.strict,
                json: options.json,
            }))
        }
        "show" => {
            allow(&options, &["lang"])?;
            Ok(Call::Show(only_path(options.words, "MAP")?))
        }
        "compare" => {
            allow(&options, &["lang", "json"])?;
            let json = options.json;
            let [before, after] = paths(options.words, ["A", "B"])?;
            Ok(Call::Compare(Compare {
                before,
                after,
                json,
            }))
        }
        "merge" => {
            allow(&options, &["lang", "json", "out"])?;
            let (out, json) = (options.out, options.json);
            let [base, mine, theirs] = paths(options.words, ["BASE", "MINE", "THEIRS"])?;
            Ok(Call::Merge(Merging {
                base,
                mine,
                theirs,
                out: out.ok_or(CallError::Missing("-o OUT"))?,
                json,
            }))
        }
        "share" => share(options),
        "unseal" => {
            allow(&options, &["lang", "out", "passphrase-file"])?;
            Ok(Call::Unseal(Unseal {
                out: options.out.ok_or(CallError::Missing("-o OUT"))?,
                passphrase: options.passphrase,
                sealed: only_path(options.words, "IN")?,
            }))
        }
        "analyse" | "advise" => {
            allow(
                &options,
                if first == "advise" {
                    &["lang", "json", "official"]
                } else {
                    &["lang", "json"]
                },
            )?;
            let (official, json) = (options.official, options.json);
            let measure = Measure {
                path: only_path(options.words, "MAP")?,
                official,
                json,
            };
            Ok(if first == "advise" {
                Call::Advise(measure)
            } else {
                Call::Analyse(measure)
            })
        }
        "picture" => picture(options),
        "report" => report(options),
        _ => Ok(Call::Help),
    }
}

fn share(options: Options) -> Result<Call, CallError> {
    allow(&options, &["lang", "out", "redact", "passphrase-file"])?;
    let level = match options.redact {
        None => Level::default(),
        Some(code) => Level::from_code(&code).ok_or(CallError::BadValue {
            option: "--redact",
            value: code,
            fits: "full, without-private, pseudonyms, structure",
        })?,
    };
    Ok(Call::Share(Share {
        out: options.out.ok_or(CallError::Missing("-o OUT"))?,
        level,
        passphrase: options.passphrase,
        map: only_path(options.words, "MAP")?,
    }))
}

fn allow(options: &Options, allowed: &[&str]) -> Result<(), CallError> {
    match options.given.iter().find(|given| !allowed.contains(given)) {
        None => Ok(()),
        Some(option) => Err(CallError::UnknownOption(format!("--{option}"))),
    }
}

/// Gives as many paths as there are names for them.
fn paths<const COUNT: usize>(
    words: Vec<OsString>,
    names: [&'static str; COUNT],
) -> Result<[PathBuf; COUNT], CallError> {
    if let Some(missing) = names.get(words.len()) {
        return Err(CallError::Missing(missing));
    }
    let paths: Vec<PathBuf> = words.into_iter().map(PathBuf::from).collect();
    paths.try_into().map_err(|many: Vec<PathBuf>| {
        let word = many.get(COUNT).map(|path| path.display().to_string());
        CallError::Unexpected(word.unwrap_or_default())
    })
}

fn only_path(words: Vec<OsString>, missing: &'static str) -> Result<PathBuf, CallError> {
    let mut words = words.into_iter();
    let path = words.next().ok_or(CallError::Missing(missing))?;
    match words.next() {
        None => Ok(path.into()),
        Some(word) => Err(CallError::Unexpected(word.to_string_lossy().into_owned())),
    }
}

#[cfg(not(feature = "desktop"))]
fn picture(_options: Options) -> Result<Call, CallError> {
    Err(CallError::Unexpected("picture".to_owned()))
}

#[cfg(feature = "desktop")]
#[expect(clippy::too_many_lines, reason = "one step for each option")]
fn picture(options: Options) -> Result<Call, CallError> {
    use crate::ui::theme::ThemeName;

    allow(
        &options,
        &[
            "lang", "out", "view", "issue", "size", "theme", "text", "wall",
        ],
    )?;
    let out = options.out.clone().ok_or(CallError::Missing("-o OUT"))?;
    let kind = out
        .extension()
        .map(|kind| kind.to_string_lossy().to_lowercase())
        .unwrap_or_default();
    if !["svg", "png", "pdf"].contains(&kind.as_str()) {
        return Err(CallError::BadValue {
            option: "-o",
            value: out.display().to_string(),
            fits: ".svg, .png, .pdf",
        });
    }
    let view = options.view.clone().unwrap_or_else(|| "network".to_owned());
    let fits = "network, forces, matrix, rings, table, course";
    let view = Arrangement::from_code(&view).ok_or(CallError::BadValue {
        option: "--view",
        value: view,
        fits,
    })?;
    if options.wall && view != Arrangement::Network {
        return Err(CallError::JudgementOnTheWall(view.code()));
    }
    let theme = match options.theme.as_deref() {
        None | Some("light") => ThemeName::Light,
        Some("dark") => ThemeName::Dark,
        Some("contrast") => ThemeName::ContrastLight,
        Some(other) => {
            let fits = "light, dark, contrast";
            return Err(CallError::BadValue {
                option: "--theme",
                value: other.to_owned(),
                fits,
            });
        }
    };
    let size = size(options.size.as_deref())?;
    let percent = options.text.as_deref().unwrap_or("100");
    let text = percent
        .trim_end_matches('%')
        .parse::<u16>()
        .ok()
        .filter(|percent| (100..=300).contains(percent));
    let text = text.ok_or(CallError::BadValue {
        option: "--text",
        value: percent.to_owned(),
        fits: "100 … 300",
    })?;
    let (issue, wall) = (options.issue.clone(), options.wall);
    Ok(Call::Picture(Picture {
        map: only_path(options.words, "MAP")?,
        out,
        view,
        issue,
        size,
        theme,
        text,
        wall,
    }))
}

#[cfg(not(feature = "desktop"))]
fn report(_options: Options) -> Result<Call, CallError> {
    Err(CallError::Unexpected("report".to_owned()))
}

#[cfg(feature = "desktop")]
fn report(options: Options) -> Result<Call, CallError> {
    allow(&options, &["lang", "out", "kind"])?;
    let out = options.out.ok_or(CallError::Missing("-o OUT"))?;
    let kind = options.kind.unwrap_or_else(|| "full".to_owned());
    if kind != "course" {
        return Err(CallError::NoReport(kind));
    }
    let form = crate::ui::ReportFile::of(&out).ok_or_else(|| CallError::BadValue {
        option: "-o",
        value: out.display().to_string(),
        fits: ".pdf, .html, .md",
    })?;
    let map = only_path(options.words, "MAP")?;
    Ok(Call::Report(Report { map, out, form }))
}

/// Understands a size such as `1600x1000`.
#[cfg(feature = "desktop")]
fn size(text: Option<&str>) -> Result<(u32, u32), CallError> {
    let Some(text) = text else {
        return Ok((1600, 1000));
    };
    let side = |side: &str| {
        side.parse::<u32>()
            .ok()
            .filter(|side| (200..=8000).contains(side))
    };
    text.split_once(['x', '×'])
        .and_then(|(width, height)| Some((side(width)?, side(height)?)))
        .ok_or(CallError::BadValue {
            option: "--size",
            value: text.to_owned(),
            fits: "1600x1000 (200 … 8000)",
        })
}
