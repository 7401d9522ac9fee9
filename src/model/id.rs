//! Identities: a kind prefix and 80 random bits, written as 16 base-32 characters.

use std::fmt;
use std::str::FromStr;

/// The characters of an identity, in the order of their value, so that text order is number order.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The number of characters after the prefix.
const LENGTH: usize = 16;

/// Says that a text is no identity of the asked kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected {prefix} and 16 characters of 0-9 a-z without i l o u, got {found}")]
pub struct IdError {
    /// The prefix of the kind, with its hyphen.
    pub prefix: &'static str,
    /// The text that was found.
    pub found: String,
}

/// The 80 bits of an identity.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Key(u128);

impl Key {
    fn new(bits: u128) -> Self {
        Self(bits & ((1 << 80) - 1))
    }

    fn parse(text: &str) -> Option<Self> {
        if text.len() != LENGTH {
            return None;
        }
        text.bytes().try_fold(Self(0), |key, byte| {
            let digit = ALPHABET.iter().position(|letter| *letter == byte)?;
            Some(Self((key.0 << 5) | u128::try_from(digit).ok()?))
        })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in (0..LENGTH).rev() {
            let digit = usize::try_from((self.0 >> (5 * place)) & 31).unwrap_or_default();
            let letter = ALPHABET.get(digit).copied().unwrap_or(b'0');
            write!(out, "{}", char::from(letter))?;
        }
        Ok(())
    }
}

/// A kind of identity: what prefix it carries and how it is made from random bits.
pub trait Identity: Copy + Ord + fmt::Display + FromStr<Err = IdError> {
    /// The prefix of the kind, with its hyphen.
    const PREFIX: &'static str;

    /// Makes an identity of 80 of the given bits.
    fn from_bits(bits: u128) -> Self;
}

macro_rules! identities {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Key);

        impl Identity for $name {
            const PREFIX: &'static str = $prefix;

            fn from_bits(bits: u128) -> Self {
                Self(Key::new(bits))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(out, "{}{}", $prefix, self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, out)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                text.strip_prefix($prefix)
                    .and_then(Key::parse)
                    .map(Self)
                    .ok_or_else(|| IdError { prefix: $prefix, found: text.to_owned() })
            }
        }
    )*};
}

identities! {
    /// Names a map.
    DocumentId = "d-";
    /// Names a revision of a map: a new one when its content changed.
    RevisionId = "v-";
    /// Names an actor.
    ActorId = "a-";
    /// Names a relation.
    RelationId = "r-";
    /// Names a group.
    GroupId = "g-";
    /// Names a factor.
    FactorId = "f-";
    /// Names an issue.
    IssueId = "i-";
    /// Names a value.
    ValueId = "w-";
    /// Names an agreement goal.
    GoalId = "l-";
    /// Names a role choice.
    RoleId = "c-";
    /// Names a course.
    CourseId = "k-";
    /// Names an action.
    ActionId = "t-";
    /// Names an entry of the log.
    LogId = "b-";
    /// Names an open question.
    QuestionId = "q-";
    /// Names a free text on the map.
    TextId = "x-";
    /// Names a moment.
    MomentId = "m-";
    /// Names a scene.
    SceneId = "s-";
}

/// Gives identities from a seed: random where the seed is, repeatable in a test.
#[derive(Debug, Clone)]
pub struct IdSource {
    state: u64,
}

impl IdSource {
    /// Starts a row of identities; the outer layers hand in random bits of the system.
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// Gives the next identity.
    pub fn fresh<I: Identity>(&mut self) -> I {
        let high = u128::from(self.draw());
        let low = u128::from(self.draw());
        I::from_bits((high << 64) | low)
    }

    /// Gives a seed for another row of identities.
    pub fn seed(&mut self) -> u64 {
        self.draw()
    }

    /// Draws 64 bits by `SplitMix64` (Steele, Lea and Flood 2014).
    fn draw(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_is_read_back_as_it_was_written() {
        let mut ids = IdSource::new(7);
        for _ in 0..100 {
            let id: ActorId = ids.fresh();
            assert_eq!(id.to_string().parse(), Ok(id));
            assert_eq!(id.to_string().len(), 18);
        }
    }

    #[test]
    fn text_order_is_number_order() {
        let mut ids = IdSource::new(3);
        let mut made: Vec<RelationId> = (0..100).map(|_| ids.fresh()).collect();
        made.sort();
        let written: Vec<String> = made.iter().map(ToString::to_string).collect();
        assert!(written.is_sorted());
    }

    #[test]
    fn another_kind_or_a_bad_letter_is_no_identity() {
        let id: GroupId = IdSource::new(1).fresh();
        assert!(id.to_string().parse::<ActorId>().is_err());
        assert!("a-0123456789abcdei".parse::<ActorId>().is_err());
        assert!("a-0123".parse::<ActorId>().is_err());
    }
}
