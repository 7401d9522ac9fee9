//! The commands: one row each, read by menu, search field, keys and the sheet of keys.

use crate::model::Arrangement;

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
    /// Save a picture.
    ExportPicture,
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
    /// Go to the inspector.
    Inspector,
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
    /// About.
    About,
    /// Switch between Dutch and English.
    SwitchLanguage,
}
