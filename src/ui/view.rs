//! What is on screen and not in the file: view, issue in focus, open sheets.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::meaning::Page;
use super::painting::{Measured, PaintBy};
use crate::model::{ActorId, Arrangement, IssueId, MomentId, Shown};
use crate::session::arrange::Centre;
use crate::session::looking::Looking;
use crate::storage::Noticed;

/// A sheet over the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlay {
    /// Search and commands in one field.
    Palette,
    /// The keys.
    Shortcuts,
    /// The settings.
    Settings,
    /// About the program, with licences.
    About,
    /// Another map beside the open one: compared, or merged into it.
    Beside,
    /// The clashes that nobody settled yet.
    Clashes,
    /// What was noticed when the map was opened.
    Report,
    /// One question for all actors.
    Round,
    /// The talk about a bridge between two actors.
    BridgeTalk(ActorId, ActorId),
    /// The filter.
    Filter,
}

/// What stands at the right of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Panel {
    /// The inspector of what is selected.
    #[default]
    Inspector,
    /// Who with whom.
    Advice,
    /// Kept scenarios and moments.
    Moments,
    /// What things mean to whom.
    Meaning(Page),
}

/// What is on screen.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// How the actors are arranged.
    pub arrangement: Arrangement,
    /// The issue in focus; `None` is the first.
    pub issue: Option<IssueId>,
    /// What stands in the middle of the rings.
    pub centre: Centre,
    /// What the wall shows while presenting; `None` while working.
    pub wall: Option<BTreeSet<Shown>>,
    /// What stands at the right of the map.
    pub panel: Panel,
    /// The sheet over the map.
    pub overlay: Option<Overlay>,
    /// Whether the legend is open.
    pub legend: bool,
    /// Actors lit up by a search.
    pub lit: BTreeSet<ActorId>,
    /// The moment that is looked at in place of the map of now.
    pub aside: Option<MomentId>,
    /// The actor as who the map is looked at.
    pub eyes: Option<ActorId>,
    /// Whether only words go in.
    pub listening: bool,
    /// Filter, focus and what is folded into one.
    pub looking: Looking,
    /// What size and colour follow.
    pub paint: PaintBy,
    /// What was reckoned to paint by.
    pub measured: Option<Arc<Measured>>,
    /// Whether the map has a file.
    pub in_file: bool,
    /// What was noticed when the map was opened.
    pub report: Arc<Vec<Noticed>>,
    /// What the status line says for a while.
    pub message: Option<String>,
}

impl View {
    /// Gives the arrangement that may be seen: the wall shows places that are a judgement only where that judgement is
    /// switched on, and the network in their stead.
    pub fn seen(&self) -> Arrangement {
        let Some(shown) = &self.wall else {
            return self.arrangement;
        };
        let judgement = match self.arrangement {
            Arrangement::Forces => Shown::Position,
            Arrangement::Matrix => Shown::Power,
            Arrangement::Rings => Shown::Roles,
            Arrangement::Network | Arrangement::Table | Arrangement::Course => {
                return Arrangement::Network;
            }
        };
        if shown.contains(&judgement) {
            self.arrangement
        } else {
            Arrangement::Network
        }
    }
}

impl Default for View {
    fn default() -> Self {
        Self {
            arrangement: Arrangement::Network,
            issue: None,
            centre: Centre::Focal,
            wall: None,
            panel: Panel::Inspector,
            overlay: None,
            legend: true,
            lit: BTreeSet::new(),
            aside: None,
            eyes: None,
            listening: false,
            looking: Looking::default(),
            paint: PaintBy::default(),
            measured: None,
            in_file: false,
            report: Arc::default(),
            message: None,
        }
    }
}
