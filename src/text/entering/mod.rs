//! Words of entering: the quick line, one question for all actors, and the bridge talk.

mod lexicon;
mod line;
#[cfg(test)]
mod tests;

pub(crate) use lexicon::lexicon;
pub(crate) use line::*;
