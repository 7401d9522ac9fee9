//! What is on screen and not in the file: view, issue in focus, open sheets.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::meaning::Page;
use super::painting::{Measured, PaintBy};
use crate::lens::Catalogue;
use crate::model::{ActorId, Arrangement, IssueId, Lens, MomentId, Place, Shown};
use crate::session::arrange::Centre;
use crate::session::looking::Looking;
use crate::storage::{self, Noticed};

/// A sheet about copies and persons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Privacy {
    /// A copy to send.
    Send,
    /// Where a person occurs.
    Person,
    /// Actors that may be the same.
    Doubles,
    /// Names and texts are replaced.
    Anonymise,
    /// The map and its copies are removed.
    Remove,
}

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
    /// The earlier versions of the map.
    Versions,
    /// What was noticed when the map was opened.
    Report,
    /// One question for all actors.
    Round,
    /// The talk about a bridge between two actors.
    BridgeTalk(ActorId, ActorId),
    /// The filter.
    Filter,
    /// Copies and persons.
    Privacy(Privacy),
}

/// How the actors differ in another version of the map.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Marks {
    /// Those of the open map.
    pub signs: BTreeMap<ActorId, Mark>,
    /// Those that only the other version has.
    pub added: BTreeMap<ActorId, Added>,
}

impl Marks {
    /// Says whether nothing is marked.
    pub fn is_empty(&self) -> bool {
        self.signs.is_empty() && self.added.is_empty()
    }
}

/// An actor that only the other version has.
#[derive(Debug, Clone, PartialEq)]
pub struct Added {
    /// What it is called there.
    pub name: String,
    /// Where it stands there.
    pub place: Option<Place>,
}

/// How an actor differs in another version of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Something of it is different there.
    Changed,
    /// It is only there.
    Added,
    /// It is not there.
    Gone,
    /// Both versions changed it differently.
    Clash,
}

impl Mark {
    /// Gives the sign on the map.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Changed => "~",
            Self::Added => "+",
            Self::Gone => "\u{2212}",
            Self::Clash => "!",
        }
    }
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
    /// Who may be forgotten.
    Forgotten,
    /// The role choices by phase.
    Roles,
    /// Which lenses are on.
    Lenses,
    /// How the answers to the lenses are spread.
    LensPicture,
    /// What the checks of the lenses ask.
    Attention,
    /// What things mean to whom.
    Meaning(Page),
}

/// What is on screen.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
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
    /// Whether the legend is open beside the network.
    pub legend: bool,
    /// Whether the legend is open over the other views, which keep no room for it.
    pub legend_over: bool,
    /// Actors lit up by a search.
    pub lit: BTreeSet<ActorId>,
    /// How actors differ in another version, shown while they are lit up.
    pub marks: Marks,
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
    /// The lenses that the map can use.
    pub lenses: Arc<Catalogue>,
    /// What was noticed when the map was opened.
    pub report: Arc<Vec<Noticed>>,
    /// How much is told at the top of the map.
    pub notices: usize,
    /// What the status line says for a while.
    pub message: Option<String>,
}

impl View {
    /// Says whether the legend is open in the view that is shown.
    pub fn legend_open(&self) -> bool {
        match self.arrangement {
            Arrangement::Forces | Arrangement::Matrix | Arrangement::Rings => self.legend_over,
            Arrangement::Network | Arrangement::Table | Arrangement::Course => self.legend,
        }
    }

    /// Opens the legend of the view that is shown, or closes it.
    pub(super) fn turn_legend(&mut self) {
        let open = !self.legend_open();
        match self.arrangement {
            Arrangement::Forces | Arrangement::Matrix | Arrangement::Rings => {
                self.legend_over = open;
            }
            Arrangement::Network | Arrangement::Table | Arrangement::Course => self.legend = open,
        }
    }

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

/// Gives the lenses of the program alone.
fn built_in_catalogue() -> Arc<Catalogue> {
    static CATALOGUE: OnceLock<Arc<Catalogue>> = OnceLock::new();
    let made = CATALOGUE.get_or_init(|| Arc::new(Catalogue::of(storage::built_in_lenses(), &[])));
    Arc::clone(made)
}

/// Gives the lenses of the program together with those of a map.
pub(crate) fn catalogue_of(own: &[Lens]) -> Arc<Catalogue> {
    if own.is_empty() {
        built_in_catalogue()
    } else {
        Arc::new(Catalogue::of(storage::built_in_lenses(), own))
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
            legend_over: false,
            lit: BTreeSet::new(),
            marks: Marks::default(),
            aside: None,
            eyes: None,
            listening: false,
            looking: Looking::default(),
            paint: PaintBy::default(),
            measured: None,
            in_file: false,
            lenses: built_in_catalogue(),
            report: Arc::default(),
            notices: 0,
            message: None,
        }
    }
}
