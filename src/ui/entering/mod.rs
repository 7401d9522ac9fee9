//! Entering while people talk: the quick line, one question for all actors, the bridge talk.

mod bridge_talk;
mod pieces;
mod quick_chips;
mod quick_line;
mod round;
mod round_answer;
mod talk_record;
#[cfg(test)]
mod tests;

pub(crate) use bridge_talk::bridge_talk_ui;
pub(crate) use quick_line::quick_line_ui;
pub(crate) use round::round_ui;

use crate::session::filter;
use bridge_talk::Talk;
use quick_line::QuickLine;
use round::Round;

/// What entering remembers between frames.
#[derive(Debug, Default)]
pub(crate) struct Entering {
    quick: QuickLine,
    round: Round,
    talk: Talk,
}

impl Entering {
    /// Gives what is being typed in the quick line.
    pub(crate) fn typed(&self) -> &str {
        self.quick.text()
    }

    /// Goes to the quick line and adds a text to what stands there; several lines become a list.
    pub(crate) fn start_with(&mut self, text: &str) {
        self.quick.start_with(text);
    }

    /// Begins one question for all actors.
    pub(crate) fn ask(&mut self, question: filter::Question) {
        self.round.ask(question.into());
    }
}
