//! What can be wrong with a file, with all that a sentence about it needs.

use crate::model::{RawEntity, limits};

/// A place in a file, in numbers and in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spot {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// The name of the moment it stands in, when it stands in one.
    pub moment: Option<String>,
    /// The list of the map it stands in, such as `actors`.
    pub list: Option<String>,
    /// The place in that list, counted from 0.
    pub index: Option<usize>,
    /// The name, title or identity of the entity.
    pub name: Option<String>,
    /// The field, with dots between the parts of a path; empty for the entity itself.
    pub field: String,
}

/// What of the opened map a notice is about, so that a program can go there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// An entity, or something within it.
    Entity {
        /// The identity of the moment it stands in, when it stands in one.
        moment: Option<String>,
        /// The list of the map it stands in, such as `actors`.
        list: String,
        /// Its identity, as it is in the map.
        id: String,
        /// The path from the entity to the field; empty for the entity itself.
        path: Vec<String>,
    },
    /// Something of the map itself: the path to the field.
    Map(Vec<String>),
    /// Text that was kept aside under `unreadable` or `dangling`.
    Kept(RawEntity),
}

/// How a program on the way changed the text of a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mangled {
    /// Every line starts with `>`, as in an answer to a mail.
    Quoted,
    /// Quotes stand as `&quot;`, as in the source of a web page.
    Escaped,
    /// Signs stand as `=3D` and lines end in `=`, as in the source of a mail.
    Printable,
    /// Straight quotes were made round, as by a word processor.
    RoundQuotes,
    /// Something stands before the map, as in a forwarded mail.
    Preceded,
}

/// What a file is when it is no map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// A zip archive.
    Zip,
    /// A document of an office program.
    Office,
    /// Another kind of compressed file.
    Compressed,
    /// A saved mail.
    Mail,
    /// A PDF.
    Pdf,
    /// A web page.
    Html,
    /// XML, such as GraphML or GEXF.
    Xml,
    /// JSON.
    Json,
    /// A map sealed with a passphrase.
    Age,
    /// A picture.
    Picture,
    /// Something else that is no text.
    Binary,
}

/// What the grammar asks for at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A comma.
    Comma,
    /// A colon.
    Colon,
    /// An opening round bracket.
    Open,
    /// A closing round bracket.
    Close,
    /// An opening square bracket.
    OpenList,
    /// A closing square bracket.
    CloseList,
    /// A text between quotes.
    Text,
    /// The closing quote of a text.
    TextEnd,
    /// A valid escape within a text.
    Escape,
    /// A name.
    Name,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// The end of a comment.
    CommentEnd,
    /// A value that the format allows here.
    Value,
}

/// Why a file, or an entity of it, cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The file is larger than the loader reads.
    #[error("{bytes} bytes, at most {limit} are read")]
    TooBig {
        /// How large it is, as far as was read.
        bytes: u64,
        /// How large it may be.
        limit: u64,
    },
    /// There is nothing in the file.
    #[error("the file is empty")]
    Empty,
    /// The file holds nothing but zeros: what is left after a power cut.
    #[error("the file holds nothing but zeros")]
    Zeros,
    /// The map ends too early and the rest of the file is zeros: what is left after a power cut.
    #[error("the map ends too early and the rest of the file is zeros")]
    ZeroTail,
    /// The text was changed on the way, by a mail program for example.
    #[error("the text of the map was changed on the way: {0:?}")]
    Mangled(Mangled),
    /// The file is something else.
    #[error("this is no map but {0:?}")]
    Foreign(Foreign),
    /// The file is no UTF-8.
    #[error("this is no UTF-8 text")]
    NotUtf8,
    /// The file is text, but says it is another format.
    #[error("this is no map but a file of format {found:?}")]
    NotOurs {
        /// The format that it names.
        found: String,
    },
    /// The file must not be read by this version.
    #[error("only version {needed} and later read this file")]
    TooNew {
        /// The version that is needed.
        needed: u32,
    },
    /// There are zero bytes in the text.
    #[error("a zero byte stands in the text")]
    Nul,
    /// Brackets stand too deep in each other.
    #[error("brackets stand more than {limit} deep")]
    TooDeep {
        /// How deep they may stand.
        limit: usize,
    },
    /// A bracket closes that was not opened, or another one.
    #[error("a bracket closes that was not opened")]
    Unbalanced,
    /// A text is too long.
    #[error("a text is longer than {limit}")]
    LongText {
        /// How long it may be.
        limit: usize,
    },
    /// A number has too many digits.
    #[error("a number is longer than {limit} characters")]
    LongNumber {
        /// How long it may be.
        limit: usize,
    },
    /// A word is too long.
    #[error("a word is longer than {limit} bytes")]
    LongWord {
        /// How long it may be.
        limit: usize,
    },
    /// There are too many values.
    #[error("more than {limit} values")]
    TooManyValues {
        /// How many there may be.
        limit: usize,
    },
    /// Comments stand too deep in each other.
    #[error("comments stand more than {limit} deep")]
    DeepComment {
        /// How deep they may stand.
        limit: usize,
    },
    /// The file switches something on in the parser.
    #[error("an attribute other than implicit_some")]
    Attribute,
    /// Two versions were joined by another program and nobody chose.
    #[error("marks of an unresolved merge")]
    MergeMarks,
    /// The text ends too early.
    #[error("the text ends too early")]
    Ended,
    /// Something else is expected.
    #[error("expected {0:?}")]
    Expected(Expected),
    /// A struct has another name.
    #[error("expected {expected} but found {found}")]
    OtherStruct {
        /// The name it should have.
        expected: String,
        /// The name it has.
        found: String,
    },
    /// There is text after the end of the map.
    #[error("text after the closing bracket")]
    Trailing,
    /// A field stands twice in the same place.
    #[error("field {field} stands twice, first on line {first_line}, column {first_column}")]
    DuplicateField {
        /// The field.
        field: String,
        /// The line of the first.
        first_line: usize,
        /// The column of the first.
        first_column: usize,
    },
    /// A field has a name that is not known, where it cannot be kept on its own.
    #[error("unknown field {field}")]
    UnknownField {
        /// The name.
        field: String,
        /// The known name it looks like.
        suggestion: Option<String>,
    },
    /// There are too many unknown fields in one entity.
    #[error("more than {limit} unknown fields")]
    TooManyUnknown {
        /// How many there may be.
        limit: usize,
    },
    /// A word is not one of the known ones.
    #[error("unknown word {found}")]
    UnknownWord {
        /// The word.
        found: String,
        /// The known word it looks like.
        suggestion: Option<String>,
    },
    /// A field must be there.
    #[error("field {field} is missing")]
    Missing {
        /// The field.
        field: String,
    },
    /// A list is too long.
    #[error("more than {limit} entries")]
    TooMany {
        /// How many there may be.
        limit: usize,
    },
    /// A name or text is too long.
    #[error("longer than {limit}")]
    TooLong {
        /// How long it may be: characters of a name, bytes of a text.
        limit: usize,
    },
    /// The value breaks a rule: three shares that make no whole, a pair within a pair.
    #[error("the value breaks a rule")]
    Unsound,
    /// A message of the parser that has no kind of its own.
    #[error("{0}")]
    Other(String),
}

/// Why a file was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{fault}", spot.as_deref().map(place_in_front).unwrap_or_default())]
pub struct ReadError {
    /// What is wrong.
    pub fault: Fault,
    /// Where.
    pub spot: Option<Box<Spot>>,
}

impl ReadError {
    pub(crate) fn of_file(fault: Fault) -> Self {
        Self { fault, spot: None }
    }

    pub(super) fn too_big(bytes: usize) -> Self {
        let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        Self::of_file(Fault::TooBig {
            bytes: number(bytes),
            limit: number(limits::FILE),
        })
    }

    /// Tells how large the file is, where the loader read no further than it had to.
    #[must_use]
    pub fn of_length(mut self, length: u64) -> Self {
        if let Fault::TooBig { bytes, .. } = &mut self.fault {
            *bytes = length.max(*bytes);
        }
        self
    }
}

fn place_in_front(spot: &Spot) -> String {
    let entity = match (&spot.list, &spot.name) {
        (Some(list), Some(name)) => format!("{list} {name:?}: "),
        (Some(list), None) => format!("{list}: "),
        (None, _) => String::new(),
    };
    format!("line {}, column {}: {entity}", spot.line, spot.column)
}

/// What was kept, repaired or noticed while a file was read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Notice {
    /// The file was made by a newer version; what is not known is kept.
    #[error("made by a newer version of the format: {version}")]
    Newer {
        /// The version of the file.
        version: u32,
    },
    /// The file names no version, or one before the first that was released.
    #[error("made by an older version of the format, or by hand")]
    Older {
        /// The version of the file, where it names one.
        version: Option<u32>,
    },
    /// There is something after the map; it is not read and not written back, so saving must leave this file alone.
    #[error("text after the closing bracket")]
    Trailing {
        /// How it starts; empty for zeros.
        text: String,
    },
    /// The file was UTF-16 and is read as such.
    #[error("the file was UTF-16")]
    Utf16,
    /// The file was read as Windows-1252, because the user asked for it; saving must leave it alone.
    #[error("the file was read as Windows-1252")]
    Windows1252,
    /// A text runs over several lines, as when a mail program breaks them.
    #[error("a text runs over several lines")]
    BrokenText,
    /// The same key stands twice in a list; the first is used, the second is kept aside.
    #[error("{key} stands twice")]
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// A field is not known; its value is kept and written back.
    #[error("unknown field {field}")]
    UnknownField {
        /// The name.
        field: String,
        /// The known name it looks like.
        suggestion: Option<String>,
    },
    /// A number was out of range and was replaced.
    #[error("{found} is out of range, {used} is used")]
    OutOfRange {
        /// What stood there.
        found: String,
        /// What is used; empty for nothing.
        used: String,
    },
    /// A date is no date and was left out.
    #[error("{found:?} is no date")]
    BadDate {
        /// What stood there.
        found: String,
    },
    /// An identity has another form; a proper one is used for it everywhere.
    #[error("{found:?} is no identity, {used} is used")]
    BadId {
        /// What stood there.
        found: String,
        /// What is used.
        used: String,
    },
    /// An identity stands twice; the second entity has a new one, references stay with the first.
    #[error("{id} stands twice, the second is now {used}")]
    DuplicateId {
        /// The identity.
        id: String,
        /// The new one.
        used: String,
    },
    /// A field that every file has is missing; a default is used.
    #[error("field {field} is missing")]
    Missing {
        /// The field.
        field: String,
    },
    /// Something refers to what is not there; it is kept and written back, but not on the map.
    #[error("{list}: {reference} is not there")]
    Dangling {
        /// What is kept, by the name of its list or field.
        list: String,
        /// The missing identity.
        reference: String,
    },
    /// An entity cannot be read; it is kept and written back, but not on the map.
    #[error("an entry of {list} cannot be read: {fault}")]
    Unreadable {
        /// The list.
        list: String,
        /// What is wrong with it.
        fault: Fault,
    },
    /// There are characters in a name that cannot be seen.
    #[error("characters in a name cannot be seen")]
    Invisible,
}

/// A notice with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noticed {
    /// What was noticed.
    pub notice: Notice,
    /// Where; `None` for the file as a whole.
    pub spot: Option<Spot>,
    /// What it is about; `None` for the file as a whole.
    pub subject: Option<Subject>,
}

impl Notice {
    /// Says whether the file holds something that the map does not, so that saving must not write over it.
    pub fn spares_the_file(&self) -> bool {
        match self {
            Self::Trailing { .. } | Self::Windows1252 => true,
            Self::Newer { .. }
            | Self::Older { .. }
            | Self::Utf16
            | Self::BrokenText
            | Self::DuplicateKey { .. }
            | Self::UnknownField { .. }
            | Self::OutOfRange { .. }
            | Self::BadDate { .. }
            | Self::BadId { .. }
            | Self::DuplicateId { .. }
            | Self::Missing { .. }
            | Self::Dangling { .. }
            | Self::Unreadable { .. }
            | Self::Invisible => false,
        }
    }
}
