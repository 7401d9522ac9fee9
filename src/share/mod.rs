//! What leaves in a copy: a map with the private layer, the names or everything but the structure taken out.
//!
//! [`redact`] makes another map that holds nothing of what was left out, and counts what stayed behind. Every struct of
//! the model is taken apart by all its fields, so that a new field cannot slip into a copy unseen. [`rejoin()`] gives a
//! pseudonymised map that came back its own names again, by the key in the sender's map.

mod actor;
mod content;
mod copier;
mod document;
mod double;
mod mask;
mod person;
mod rejoin;
mod special;
mod told;
mod walk;
mod walk_actor;
mod work;

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{ActorId, Arena, Document, Kind};

pub use document::anonymise;
pub use double::{Double, doubles, join_actors};
pub use mask::{Hit, hits};
pub use person::{Mention, mentions};
pub use rejoin::{rejoin, rejoin_by};
pub use special::{SILENCE, Special, special};
pub use told::{Told, texts};

/// How much of a map goes into a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Level {
    /// Everything, private notes included.
    Full,
    /// Everything that is not private.
    #[default]
    WithoutPrivate,
    /// No names of actors and no free texts.
    Pseudonyms,
    /// Who is tied to whom, and nothing else.
    Structure,
}

impl Level {
    /// Every level, the most first.
    pub const ALL: [Self; 4] = [
        Self::Full,
        Self::WithoutPrivate,
        Self::Pseudonyms,
        Self::Structure,
    ];

    /// Gives the code on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::WithoutPrivate => "without-private",
            Self::Pseudonyms => "pseudonyms",
            Self::Structure => "structure",
        }
    }

    /// Finds a level by its code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }

    /// Says whether nobody is called by name.
    pub const fn nameless(self) -> bool {
        matches!(self, Self::Pseudonyms | Self::Structure)
    }
}

/// What stayed behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Private texts.
    PrivateTexts,
    /// Answers marked private.
    PrivateAnswers,
    /// Hidden interests.
    HiddenInterests,
    /// Private sensitivities.
    Sensitivities,
    /// Notes for the presenter.
    PresenterNotes,
    /// Names of actors.
    Names,
    /// Free texts.
    FreeTexts,
    /// Where judgements come from, and their dates.
    Sources,
    /// Answers and judgements.
    Answers,
    /// Issues, values, roles and other parts beside actors, relations and groups.
    Entities,
    /// Moments and slides.
    Moments,
    /// Lenses that came with the map.
    Lenses,
    /// What the map says of itself: purpose, retention, organisation.
    Meta,
    /// What was silenced or settled while working.
    Choices,
    /// The key of an earlier pseudonymised copy.
    Key,
    /// Fields and entities that this version does not know or cannot read.
    Unknown,
    /// Unsettled clashes of two versions.
    Alternatives,
}

/// What gets a made-up name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// An actor, by what is known of it.
    Actor(Option<Kind>, Option<Arena>),
    /// A group.
    Group,
    /// A moment.
    Moment,
    /// A slide.
    Scene,
}

/// How a copy is made.
pub struct Terms<'a> {
    /// How much goes in.
    pub level: Level,
    /// Random bits for identities and the order of letters.
    pub seed: u64,
    /// The words for made-up names.
    pub words: &'a dyn Fn(Named) -> String,
    /// The questions of lenses whose answers are private, as `lens.field`.
    pub private_questions: &'a BTreeSet<String>,
}

/// A copy, and what stayed behind.
#[derive(Debug, Clone, PartialEq)]
pub struct Redacted {
    /// The map that leaves.
    pub document: Document,
    /// What stayed behind, counted.
    pub gone: BTreeMap<Part, usize>,
    /// Who is who, by the identity in the sender's map; empty where names stay.
    pub key: BTreeMap<ActorId, String>,
    /// The identities in the copy, each with the one in the sender's map; empty where identities stay.
    pub ids: BTreeMap<String, String>,
}

/// Makes the copy of a map that leaves.
pub fn redact(document: &Document, terms: &Terms<'_>) -> Redacted {
    let copier = copier::Copier::new(document, terms);
    let copy = copier.document(document);
    let account = copier.into_account();
    Redacted {
        document: copy,
        gone: account.gone,
        key: account.key,
        ids: account.ids,
    }
}
