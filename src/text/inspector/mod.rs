//! Words of the inspector and of the pieces it is made of.

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $nl:literal, $en:literal;)*) => {$(
        $(#[$doc])*
        pub(crate) const $name: $crate::text::Text = $crate::text::Text::new($nl, $en);
    )*};
}

pub(crate) mod actor;
pub(crate) mod answer;
pub(crate) mod date;
pub(crate) mod map;
pub(crate) mod relation;
pub(crate) mod role;
