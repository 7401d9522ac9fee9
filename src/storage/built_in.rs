//! The maps that are built in: examples to look at and templates to begin from.

/// A map that is built in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuiltIn {
    /// Its name, also on the command line.
    pub name: &'static str,
    /// What it is for.
    pub kind: BuiltInKind,
    /// Its text.
    pub text: &'static str,
}

/// What a built-in map is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BuiltInKind {
    /// To look at.
    Example,
    /// To begin from.
    Template,
}

macro_rules! built_in {
    ($($kind:ident $name:literal $path:literal;)*) => {
        /// Every built-in map, in the order in which they are shown.
        pub const ALL: &[BuiltIn] = &[
            $(BuiltIn { name: $name, kind: BuiltInKind::$kind, text: include_str!(concat!("../../", $path)) },)*
        ];
    };
}

built_in! {
    Example "tweedeling" "examples/tweedeling.krachtenveld.ron";
    Example "energietransitie-gemeente" "examples/energietransitie.krachtenveld.ron";
    Example "arbeidsmigranten" "examples/arbeidsmigranten.krachtenveld.ron";
    Example "burgerinitiatieven" "examples/burgerinitiatieven.krachtenveld.ron";
    Example "zorg-decentralisatie" "examples/zorg-decentralisatie.krachtenveld.ron";
    Example "kopgroep" "examples/kopgroep.krachtenveld.ron";
    Template "leeg" "assets/templates/leeg.krachtenveld.ron";
    Template "sociaal-domein" "assets/templates/sociaal-domein.krachtenveld.ron";
    Template "energietransitie" "assets/templates/energietransitie.krachtenveld.ron";
    Template "burgerinitiatief" "assets/templates/burgerinitiatief.krachtenveld.ron";
}

/// Finds a built-in map by its name.
pub fn find(name: &str) -> Option<&'static BuiltIn> {
    ALL.iter().find(|built_in| built_in.name == name)
}

/// Lists the templates.
pub fn templates() -> impl Iterator<Item = &'static BuiltIn> {
    ALL.iter()
        .filter(|built_in| built_in.kind == BuiltInKind::Template)
}

/// Lists the examples.
pub fn examples() -> impl Iterator<Item = &'static BuiltIn> {
    ALL.iter()
        .filter(|built_in| built_in.kind == BuiltInKind::Example)
}
