//! Words of the window around the map.

use super::Text;

/// The name of the program.
pub(crate) const PROGRAM: Text = Text::new("Krachtenveld", "Krachtenveld");
/// Shown as the title of a map without one.
pub(crate) const UNTITLED: Text = Text::new("Kaart zonder titel", "Untitled map");
