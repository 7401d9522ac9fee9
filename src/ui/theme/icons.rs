//! The icons, by what they mean; [`super::icon`] gives their font.

use egui_material_icons::icons;

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $icon:ident;)*) => {$(
        $(#[$doc])*
        pub(crate) const $name: &str = icons::$icon.codepoint;
    )*
    /// All of them, which the font of icons must hold.
    #[cfg(test)]
    pub(crate) const ALL: &[&str] = &[$($name),*];
    };
}

icons! {
    /// A new map.
    NEW = ICON_NOTE_ADD;
    /// Open a file.
    OPEN = ICON_FOLDER_OPEN;
    /// Save.
    SAVE = ICON_SAVE;
    /// Save under another name.
    SAVE_AS = ICON_SAVE_AS;
    /// A picture.
    PICTURE = ICON_IMAGE;
    /// The course page.
    COURSE_PAGE = ICON_DESCRIPTION;
    /// A copy for somebody.
    SEND = ICON_SEND;
    /// Close.
    CLOSE = ICON_CLOSE;
    /// Leave.
    QUIT = ICON_LOGOUT;
    /// Take back.
    UNDO = ICON_UNDO;
    /// Do again.
    REDO = ICON_REDO;
    /// Take out.
    DELETE = ICON_DELETE;
    /// One more of it.
    DUPLICATE = ICON_CONTENT_COPY;
    /// All of it.
    SELECT_ALL = ICON_SELECT_ALL;
    /// Typing.
    TYPE = ICON_EDIT;
    /// Two maps beside each other.
    COMPARE = ICON_COMPARE_ARROWS;
    /// Two maps made one.
    MERGE = ICON_MERGE;
    /// A relation.
    RELATION = ICON_LINK;
    /// A ring of regie.
    RING = ICON_TRIP_ORIGIN;
    /// A talk.
    TALK = ICON_FORUM;
    /// A question.
    QUESTION = ICON_QUIZ;
    /// The panel at the right.
    PANEL = ICON_VIEW_SIDEBAR;
    /// A network.
    NETWORK = ICON_HUB;
    /// Forces on an issue.
    FORCES = ICON_SYNC_ALT;
    /// A matrix.
    MATRIX = ICON_GRID_VIEW;
    /// Rings.
    RINGS = ICON_ADJUST;
    /// A table.
    TABLE = ICON_TABLE_ROWS;
    /// The course: three columns.
    COURSE = ICON_VIEW_COLUMN;
    /// Tidy.
    TIDY = ICON_AUTO_FIX_HIGH;
    /// All in sight.
    FIT = ICON_FIT_SCREEN;
    /// Larger.
    ZOOM_IN = ICON_ZOOM_IN;
    /// Smaller.
    ZOOM_OUT = ICON_ZOOM_OUT;
    /// The legend.
    LEGEND = ICON_LEGEND_TOGGLE;
    /// Present.
    PRESENT = ICON_CO_PRESENT;
    /// Search.
    SEARCH = ICON_SEARCH;
    /// The settings.
    SETTINGS = ICON_SETTINGS;
    /// The keys.
    KEYS = ICON_KEYBOARD;
    /// About.
    ABOUT = ICON_INFO;
    /// A language.
    LANGUAGE = ICON_TRANSLATE;
    /// An actor.
    ACTOR = ICON_PERSON;
    /// A group.
    GROUP = ICON_GROUPS;
    /// An issue.
    ISSUE = ICON_FLAG;
    /// Something of before.
    RECENT = ICON_HISTORY;
    /// Chosen.
    CHECK = ICON_CHECK;
    /// Something is wrong.
    WARNING = ICON_WARNING;
    /// Private.
    PRIVATE = ICON_LOCK;
    /// Not private.
    NOT_PRIVATE = ICON_LOCK_OPEN;
    /// More about it.
    MORE = ICON_MORE_HORIZ;
    /// Take out of a list.
    REMOVE = ICON_CLOSE;
    /// Higher, or fold.
    UP = ICON_KEYBOARD_ARROW_UP;
    /// Lower, or unfold.
    DOWN = ICON_KEYBOARD_ARROW_DOWN;
    /// Turn around.
    TURN = ICON_SWAP_HORIZ;
    /// A text on the map.
    TEXT = ICON_TITLE;
    /// A filter.
    FILTER = ICON_FILTER_ALT;
    /// Who is near.
    FOCUS = ICON_CENTER_FOCUS_STRONG;
    /// A path.
    PATH = ICON_ROUTE;
    /// Several as one.
    FOLD = ICON_UNFOLD_LESS;
    /// One as several.
    UNFOLD = ICON_UNFOLD_MORE;
    /// A colour.
    COLOUR = ICON_PALETTE;
    /// All in sight.
    SHOW = ICON_VISIBILITY;
    /// A small map.
    MINIMAP = ICON_PICTURE_IN_PICTURE;
    /// Somebody who is looked for.
    FORGOTTEN = ICON_PERSON_SEARCH;
    /// A role.
    ROLE = ICON_THEATER_COMEDY;
    /// Lenses.
    LENSES = ICON_EYEGLASSES;
    /// How answers are spread.
    SPREAD = ICON_BAR_CHART;
    /// What asks for attention.
    ATTENTION = ICON_NOTIFICATIONS;
    /// What asks for attention no more.
    SILENT = ICON_NOTIFICATIONS_OFF;
    /// Through somebody's eyes.
    EYES = ICON_VISIBILITY;
    /// Two perspectives.
    PERSPECTIVES = ICON_RECORD_VOICE_OVER;
    /// What words mean.
    GLOSSARY = ICON_DICTIONARY;
    /// What is shared.
    SHARED = ICON_HANDSHAKE;
    /// Values by actors.
    VALUES = ICON_VOLUNTEER_ACTIVISM;
    /// Why, and why again.
    LADDER = ICON_STAIRS_2;
    /// What leads.
    LEADS = ICON_ALT_ROUTE;
    /// Listening.
    LISTEN = ICON_HEARING;
    /// A neighbourhood.
    NEIGHBOURHOOD = ICON_HOLIDAY_VILLAGE;
}
