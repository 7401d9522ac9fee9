//! Lasting names of what can be noticed, for programs that read the report.

use super::fault::Notice;

/// What happened with the data that a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is in the map, or written back where it stood.
    Kept,
    /// It is not on the map but kept aside in the file.
    Aside,
    /// Another value took its place.
    Replaced,
    /// It was not read; the file is left as it is.
    NotRead,
}

impl Fate {
    /// Gives its lasting name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Aside => "aside",
            Self::Replaced => "replaced",
            Self::NotRead => "not_read",
        }
    }
}

impl Notice {
    /// Gives the lasting name of the kind of notice.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Newer { .. } => "newer",
            Self::Older { .. } => "older",
            Self::Trailing { .. } => "trailing",
            Self::Utf16 => "utf16",
            Self::Windows1252 => "windows1252",
            Self::BrokenText => "broken_text",
            Self::DuplicateKey { .. } => "duplicate_key",
            Self::UnknownField { .. } => "unknown_field",
            Self::OutOfRange { .. } => "out_of_range",
            Self::BadDate { .. } => "bad_date",
            Self::BadId { .. } => "bad_id",
            Self::DuplicateId { .. } => "duplicate_id",
            Self::Missing { .. } => "missing",
            Self::Dangling { .. } => "dangling",
            Self::Unreadable { .. } => "unreadable",
            Self::Invisible => "invisible",
        }
    }

    /// Says what happened with the data.
    pub fn fate(&self) -> Fate {
        match self {
            Self::Newer { .. }
            | Self::Older { .. }
            | Self::Utf16
            | Self::Windows1252
            | Self::BrokenText
            | Self::UnknownField { .. }
            | Self::DuplicateId { .. }
            | Self::Invisible => Fate::Kept,
            Self::DuplicateKey { .. } | Self::Dangling { .. } | Self::Unreadable { .. } => {
                Fate::Aside
            }
            Self::OutOfRange { .. }
            | Self::BadDate { .. }
            | Self::BadId { .. }
            | Self::Missing { .. } => Fate::Replaced,
            Self::Trailing { .. } => Fate::NotRead,
        }
    }

    /// Gives the known name that was probably meant.
    pub fn suggestion(&self) -> Option<&str> {
        use super::fault::Fault;
        match self {
            Self::UnknownField { suggestion, .. }
            | Self::Unreadable {
                fault:
                    Fault::UnknownWord { suggestion, .. } | Fault::UnknownField { suggestion, .. },
                ..
            } => suggestion.as_deref(),
            _ => None,
        }
    }
}
