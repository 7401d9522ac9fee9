//! The commands: one row each, read by menu, search field, keys and the sheet of keys.
//!
//! [`Command`] names them, `table` holds what each is, `keys` finds the one that was pressed.

mod keys;
mod table;

#[cfg(test)]
mod tests;

use super::cx::Cx;
use super::meaning::Page;
use crate::model::{Arrangement, Language};
use crate::text::Text;
use crate::text::command::Words;

pub(crate) use keys::{keys_text, shortcut_pressed};
pub(crate) use table::rows;

/// Something the user can do from anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Command {
    /// Begin a new map.
    New,
    /// Open a file.
    Open,
    /// Save.
    Save,
    /// Save under another name.
    SaveAs,
    /// List what differs from another map.
    CompareWith,
    /// Merge another version into the open map.
    MergeWith,
    /// Settle the clashes that were left open.
    Clashes,
    /// Look back at earlier versions.
    Versions,
    /// Save a picture.
    ExportPicture,
    /// Save the course page.
    ExportCourse,
    /// Make a copy to send.
    SendCopy,
    /// Find every place where a name occurs.
    FindPerson,
    /// Find actors that may be the same.
    Doubles,
    /// Replace names and texts.
    Anonymise,
    /// Remove the map and all its copies.
    RemoveMap,
    /// Close the map and go to the welcome screen.
    CloseMap,
    /// Leave the program.
    Quit,
    /// Take back a step.
    Undo,
    /// Make a step again.
    Redo,
    /// Take out what is selected.
    Delete,
    /// Copy what is selected beside it.
    Duplicate,
    /// Select all actors.
    SelectAll,
    /// Type an actor or relation.
    QuickLine,
    /// Add a relation between the two selected actors.
    Relate,
    /// Make a group of the selected actors, with the official's regie.
    MakeRing,
    /// Talk about a bridge between the two selected actors.
    BridgeTalk,
    /// One question for all actors.
    Round,
    /// Show or hide who must be connected with whom.
    Advice,
    /// Show or hide the kept scenarios and moments.
    Moments,
    /// Show or hide who may be forgotten.
    Forgotten,
    /// Show or hide the role choices.
    Roles,
    /// Choose lenses.
    Lenses,
    /// Show how the answers to the lenses are spread.
    LensPicture,
    /// Show what the lenses ask attention for.
    Attention,
    /// Bring a lens from a file into the map.
    OpenLens,
    /// Show or hide a page on what things mean to whom.
    Meaning(Page),
    /// Look at the map as the selected actor sees it.
    LookAs,
    /// Let only words in, or scores again.
    Listen,
    /// Put the neighbourhood in the middle, or the official again.
    OutsideIn,
    /// Go to the inspector.
    Inspector,
    /// Go to what is told at the top of the map.
    Notices,
    /// Show a view.
    Show(Arrangement),
    /// Tidy the network.
    Tidy,
    /// Bring the whole map into sight.
    Fit,
    /// Larger.
    ZoomIn,
    /// Smaller.
    ZoomOut,
    /// Choose which actors are looked at.
    Filter,
    /// Look only at what is selected and who is one step away.
    FocusOne,
    /// Look only at what is selected and who is at most two steps away.
    FocusTwo,
    /// Light up the shortest path between the two selected actors.
    Path,
    /// Draw each group as one.
    FoldGroups,
    /// Draw each arena as one.
    FoldArenas,
    /// Draw everybody apart again.
    Unfold,
    /// Look at the whole map as it is.
    ShowAll,
    /// Let the colour of actors follow their group, or their arena again.
    ColourByGroup,
    /// Let size follow power and colour the arena.
    PaintUsual,
    /// Show or hide the small map.
    Minimap,
    /// Put a text on the map.
    AddText,
    /// Show or hide the legend.
    Legend,
    /// Present.
    Present,
    /// Search and commands.
    Palette,
    /// The settings.
    Settings,
    /// The keys.
    Shortcuts,
    /// What was noticed when the map was opened.
    Report,
    /// About.
    About,
    /// Switch between Dutch and English.
    SwitchLanguage,
}

/// A menu of the top bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Menu {
    /// Bestand.
    File,
    /// Bewerken.
    Edit,
    /// Weergave.
    View,
    /// Sessie.
    Session,
    /// Help.
    Help,
}

impl Menu {
    /// Every menu in the order of the bar.
    pub(crate) const ALL: [Self; 5] = [
        Self::File,
        Self::Edit,
        Self::View,
        Self::Session,
        Self::Help,
    ];
}

/// Where the keys of a command work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Everywhere, also while typing and on the welcome screen.
    Everywhere,
    /// Wherever a map is open, also while typing.
    OpenMap,
    /// Where a map is open and nobody is typing, also over a sheet.
    NotTyping,
    /// On the map alone: not while typing, not under a sheet.
    Map,
}

/// What there is to know of a command.
pub(crate) struct Row {
    /// The command.
    pub(crate) command: Command,
    /// What it is called.
    pub(crate) words: Words,
    /// The menu it stands in, and the block there; a line divides blocks.
    pub(crate) menu: (Menu, u8),
    /// Its icon.
    pub(crate) icon: &'static str,
    /// Its keys; the first is the one that is shown.
    pub(crate) keys: &'static [eframe::egui::KeyboardShortcut],
    /// Where its keys work.
    pub(crate) reach: Reach,
    /// Says whether it can be done now.
    pub(crate) available: fn(&Cx<'_>) -> bool,
}

impl Row {
    /// Says in a few words why it cannot be done now, where that is no matter of course.
    pub(crate) fn why_not(&self, cx: &Cx<'_>) -> Option<Text> {
        let elsewhere = self.command == Command::Tidy
            && !cx.now().actors.is_empty()
            && cx.view.arrangement != Arrangement::Network;
        elsewhere.then_some(crate::text::command::ONLY_NETWORK)
    }

    /// Gives what the command is called.
    pub(crate) fn text(&self, language: Language) -> &'static str {
        self.words.text.get(language)
    }
}

/// Lists every command that is there.
pub fn commands() -> impl Iterator<Item = Command> {
    rows().iter().map(|row| row.command)
}

/// Gives the row of a command; a view that is not there yet has none.
pub(crate) fn row(command: Command) -> Option<&'static Row> {
    rows().iter().find(|row| row.command == command)
}
