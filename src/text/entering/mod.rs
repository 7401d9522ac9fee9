//! Words of entering: the quick line, one question for all actors, and the bridge talk.

mod lexicon;
mod line;
mod round;
mod talk;
#[cfg(test)]
mod tests;

pub(crate) use lexicon::lexicon;
pub(crate) use line::*;
pub(crate) use round::*;
pub(crate) use talk::*;
