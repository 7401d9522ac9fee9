//! Values as they will stand in a file.

use std::borrow::Cow;

/// The fields of a struct, in their order.
pub(crate) type Fields<'a> = Vec<(Cow<'a, str>, Tree<'a>)>;

/// A value of a file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Tree<'a> {
    /// A struct that may stand on one line.
    Struct(Fields<'a>),
    /// A struct with one field per line: an entity.
    Block(Fields<'a>),
    /// A tuple.
    Tuple(Vec<Self>),
    /// A list.
    List(Vec<Self>),
    /// A text.
    Text(Cow<'a, str>),
    /// A bare word: a code, `true`, `None`.
    Word(Cow<'a, str>),
    /// A whole number.
    Int(i64),
    /// A number.
    Float(f64),
    /// A text of a file that was not read, byte for byte.
    Raw(Cow<'a, str>),
    /// A name with what it holds: a struct or a tuple.
    Variant(&'static str, Box<Self>),
}

impl<'a> Tree<'a> {
    /// Makes a text.
    pub(crate) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(text.into())
    }

    /// Makes a bare word.
    pub(crate) fn word(word: impl Into<Cow<'a, str>>) -> Self {
        Self::Word(word.into())
    }

    /// Makes a name with unnamed values.
    pub(crate) fn variant(name: &'static str, values: Vec<Self>) -> Self {
        Self::Variant(name, Box::new(Self::Tuple(values)))
    }

    /// Gives a struct one field per line.
    pub(crate) fn block(self) -> Self {
        match self {
            Self::Struct(fields) => Self::Block(fields),
            Self::Block(_)
            | Self::Tuple(_)
            | Self::List(_)
            | Self::Text(_)
            | Self::Word(_)
            | Self::Int(_)
            | Self::Float(_)
            | Self::Raw(_)
            | Self::Variant(..) => self,
        }
    }

    /// Gives the fields of a struct.
    pub(crate) fn fields_mut(&mut self) -> Option<&mut Fields<'a>> {
        match self {
            Self::Struct(fields) | Self::Block(fields) => Some(fields),
            Self::Tuple(_)
            | Self::List(_)
            | Self::Text(_)
            | Self::Word(_)
            | Self::Int(_)
            | Self::Float(_)
            | Self::Raw(_)
            | Self::Variant(..) => None,
        }
    }

    /// Finds a field of a struct.
    pub(crate) fn field_mut(&mut self, name: &str) -> Option<&mut Self> {
        self.fields_mut()?
            .iter_mut()
            .find(|(field, _)| field == name)
            .map(|(_, value)| value)
    }

    /// Says whether a struct has a text in a field.
    pub(crate) fn has(&self, name: &str, text: &str) -> bool {
        match self {
            Self::Struct(fields) | Self::Block(fields) => fields.iter().any(|(field, value)| {
                field == name && matches!(value, Self::Text(found) if found == text)
            }),
            Self::Tuple(_)
            | Self::List(_)
            | Self::Text(_)
            | Self::Word(_)
            | Self::Int(_)
            | Self::Float(_)
            | Self::Raw(_)
            | Self::Variant(..) => false,
        }
    }

    /// Says whether a list of such values must have one item per line.
    pub(super) fn breaks_a_list(&self) -> bool {
        match self {
            Self::Struct(_) | Self::Block(_) => true,
            Self::Raw(raw) => raw.trim_start().starts_with('('),
            Self::Variant(_, held) => matches!(**held, Self::Struct(_) | Self::Block(_)),
            Self::Tuple(_)
            | Self::List(_)
            | Self::Text(_)
            | Self::Word(_)
            | Self::Int(_)
            | Self::Float(_) => false,
        }
    }
}
