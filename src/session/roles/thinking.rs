//! Three questions that help to choose between regie, verbinden and coördinatie.

use crate::model::Mode;

/// Who owns the result, as the third question asks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// Everybody their own part.
    Each,
    /// They together.
    Together,
    /// The official's own organisation.
    Us,
}

/// The answers to the three questions that help to choose a mode; nothing of them is kept in the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Thinking {
    /// Whether the parties are alike.
    pub alike: Option<bool>,
    /// Whether they must act together, or only tune time and information.
    pub together: Option<bool>,
    /// Who owns the result.
    pub owner: Option<Owner>,
}

/// What the answers point to; the choice stays with the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pointer {
    /// Too little was answered.
    Open,
    /// One mode.
    To(Mode),
    /// Two modes, between which the last answer leaves the choice.
    Between(Mode, Mode),
}

impl Thinking {
    /// Says what the answers point to.
    pub fn points_to(self) -> Pointer {
        let by_likeness = |alike| if alike { Mode::Regie } else { Mode::Verbinden };
        match (self.together, self.alike, self.owner) {
            (Some(false), _, None | Some(Owner::Each)) => Pointer::To(Mode::Coordinatie),
            (Some(false), Some(alike), Some(Owner::Together | Owner::Us)) => {
                Pointer::Between(Mode::Coordinatie, by_likeness(alike))
            }
            (Some(false), None, Some(Owner::Together | Owner::Us))
            | (None, _, _)
            | (Some(true), None, _) => Pointer::Open,
            (Some(true), Some(alike), Some(Owner::Each)) => {
                Pointer::Between(by_likeness(alike), Mode::Coordinatie)
            }
            (Some(true), Some(false), Some(Owner::Us)) => {
                Pointer::Between(Mode::Verbinden, Mode::Regie)
            }
            (Some(true), Some(alike), None | Some(Owner::Together | Owner::Us)) => {
                Pointer::To(by_likeness(alike))
            }
        }
    }
}
