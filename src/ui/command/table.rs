//! The table of commands, in the order of the menus.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use super::{Command, Menu, Reach, Row};
use crate::model::Arrangement;
use crate::text::command as words;
use crate::text::meaning;
use crate::ui::cx::Cx;
use crate::ui::meaning::Page;
use crate::ui::theme::icons;

/// Gives every command that is there.
pub(crate) fn rows() -> &'static [Row] {
    ROWS
}

const fn key(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

fn always(_cx: &Cx<'_>) -> bool {
    true
}

fn any_actor(cx: &Cx<'_>) -> bool {
    !cx.now().actors.is_empty()
}

/// The other views order themselves.
fn tidied(cx: &Cx<'_>) -> bool {
    any_actor(cx) && cx.view.arrangement == Arrangement::Network
}

fn any_selected(cx: &Cx<'_>) -> bool {
    !cx.session.selection().is_empty()
}

fn actor_selected(cx: &Cx<'_>) -> bool {
    cx.session.selection().actors().next().is_some()
}

fn two_selected(cx: &Cx<'_>) -> bool {
    cx.session.selection().actors().count() == 2
}

fn several_selected(cx: &Cx<'_>) -> bool {
    cx.session.selection().actors().count() >= 2
}

fn looking_as(cx: &Cx<'_>) -> bool {
    actor_selected(cx) || cx.view.eyes.is_some()
}

fn focusable(cx: &Cx<'_>) -> bool {
    actor_selected(cx) || cx.view.looking.focus.is_some()
}

fn any_group(cx: &Cx<'_>) -> bool {
    !cx.now().groups.is_empty()
}

fn any_folded(cx: &Cx<'_>) -> bool {
    !cx.view.looking.folded.is_empty()
}

fn painted(cx: &Cx<'_>) -> bool {
    !cx.view.paint.usual()
}

fn looking(cx: &Cx<'_>) -> bool {
    !cx.view.looking.plain() || !cx.view.lit.is_empty()
}

fn any_lens(cx: &Cx<'_>) -> bool {
    !cx.document().lenses_on.is_empty()
}

fn any_notice(cx: &Cx<'_>) -> bool {
    cx.view.notices > 0
}

fn any_report(cx: &Cx<'_>) -> bool {
    !cx.view.report.is_empty()
}

fn can_undo(cx: &Cx<'_>) -> bool {
    cx.session.history().next_undo().is_some()
}

fn can_redo(cx: &Cx<'_>) -> bool {
    cx.session.history().next_redo().is_some()
}

const ROWS: &[Row] = &[
    Row {
        command: Command::New,
        words: words::NEW,
        menu: (Menu::File, 0),
        icon: icons::NEW,
        keys: &[ctrl(Key::N)],
        reach: Reach::Everywhere,
        available: always,
    },
    Row {
        command: Command::Open,
        words: words::OPEN,
        menu: (Menu::File, 0),
        icon: icons::OPEN,
        keys: &[ctrl(Key::O)],
        reach: Reach::Everywhere,
        available: always,
    },
    Row {
        command: Command::Save,
        words: words::SAVE,
        menu: (Menu::File, 1),
        icon: icons::SAVE,
        keys: &[ctrl(Key::S)],
        reach: Reach::OpenMap,
        available: always,
    },
    Row {
        command: Command::SaveAs,
        words: words::SAVE_AS,
        menu: (Menu::File, 1),
        icon: icons::SAVE_AS,
        keys: &[ctrl_shift(Key::S)],
        reach: Reach::OpenMap,
        available: always,
    },
    Row {
        command: Command::CompareWith,
        words: words::COMPARE_WITH,
        menu: (Menu::File, 2),
        icon: icons::COMPARE,
        keys: &[],
        reach: Reach::OpenMap,
        available: always,
    },
    Row {
        command: Command::MergeWith,
        words: words::MERGE_WITH,
        menu: (Menu::File, 2),
        icon: icons::MERGE,
        keys: &[],
        reach: Reach::OpenMap,
        available: always,
    },
    Row {
        command: Command::Clashes,
        words: words::CLASHES,
        menu: (Menu::File, 2),
        icon: icons::WARNING,
        keys: &[],
        reach: Reach::OpenMap,
        available: |cx| !cx.document().alternatives.is_empty(),
    },
    Row {
        command: Command::Versions,
        words: words::VERSIONS,
        menu: (Menu::File, 2),
        icon: icons::RECENT,
        keys: &[],
        reach: Reach::OpenMap,
        available: always,
    },
    Row {
        command: Command::ExportPicture,
        words: words::EXPORT_PICTURE,
        menu: (Menu::File, 1),
        icon: icons::PICTURE,
        keys: &[ctrl(Key::E)],
        reach: Reach::NotTyping,
        available: any_actor,
    },
    Row {
        command: Command::ExportCourse,
        words: words::EXPORT_COURSE,
        menu: (Menu::File, 1),
        icon: icons::COURSE_PAGE,
        keys: &[],
        reach: Reach::OpenMap,
        available: any_actor,
    },
    Row {
        command: Command::Report,
        words: words::REPORT,
        menu: (Menu::File, 2),
        icon: icons::WARNING,
        keys: &[],
        reach: Reach::OpenMap,
        available: any_report,
    },
    Row {
        command: Command::SendCopy,
        words: words::SEND_COPY,
        menu: (Menu::File, 3),
        icon: icons::SEND,
        keys: &[ctrl_shift(Key::E)],
        reach: Reach::OpenMap,
        available: any_actor,
    },
    Row {
        command: Command::FindPerson,
        words: words::FIND_PERSON,
        menu: (Menu::File, 3),
        icon: icons::ACTOR,
        keys: &[],
        reach: Reach::OpenMap,
        available: any_actor,
    },
    Row {
        command: Command::Anonymise,
        words: words::ANONYMISE,
        menu: (Menu::File, 3),
        icon: icons::PRIVATE,
        keys: &[],
        reach: Reach::OpenMap,
        available: any_actor,
    },
    Row {
        command: Command::RemoveMap,
        words: words::REMOVE_MAP,
        menu: (Menu::File, 3),
        icon: icons::DELETE,
        keys: &[],
        reach: Reach::OpenMap,
        available: always,
    },
    Row {
        command: Command::CloseMap,
        words: words::CLOSE_MAP,
        menu: (Menu::File, 4),
        icon: icons::CLOSE,
        keys: &[ctrl(Key::W)],
        reach: Reach::NotTyping,
        available: always,
    },
    Row {
        command: Command::Quit,
        words: words::QUIT,
        menu: (Menu::File, 4),
        icon: icons::QUIT,
        keys: &[ctrl(Key::Q)],
        reach: Reach::Everywhere,
        available: always,
    },
    Row {
        command: Command::Undo,
        words: words::UNDO,
        menu: (Menu::Edit, 0),
        icon: icons::UNDO,
        keys: &[ctrl(Key::Z)],
        reach: Reach::NotTyping,
        available: can_undo,
    },
    Row {
        command: Command::Redo,
        words: words::REDO,
        menu: (Menu::Edit, 0),
        icon: icons::REDO,
        keys: &[ctrl(Key::Y), ctrl_shift(Key::Z)],
        reach: Reach::NotTyping,
        available: can_redo,
    },
    Row {
        command: Command::QuickLine,
        words: words::QUICK_LINE,
        menu: (Menu::Edit, 1),
        icon: icons::TYPE,
        keys: &[ctrl(Key::I)],
        reach: Reach::Map,
        available: always,
    },
    Row {
        command: Command::AddText,
        words: words::ADD_TEXT,
        menu: (Menu::Edit, 1),
        icon: icons::TEXT,
        keys: &[ctrl_shift(Key::T)],
        reach: Reach::NotTyping,
        available: always,
    },
    Row {
        command: Command::Relate,
        words: words::RELATE,
        menu: (Menu::Edit, 1),
        icon: icons::RELATION,
        keys: &[ctrl(Key::R)],
        reach: Reach::Map,
        available: two_selected,
    },
    Row {
        command: Command::MakeRing,
        words: words::MAKE_RING,
        menu: (Menu::Edit, 1),
        icon: icons::RING,
        keys: &[ctrl(Key::G)],
        reach: Reach::Map,
        available: several_selected,
    },
    Row {
        command: Command::SelectAll,
        words: words::SELECT_ALL,
        menu: (Menu::Edit, 2),
        icon: icons::SELECT_ALL,
        keys: &[ctrl(Key::A)],
        reach: Reach::Map,
        available: any_actor,
    },
    Row {
        command: Command::Duplicate,
        words: words::DUPLICATE,
        menu: (Menu::Edit, 2),
        icon: icons::DUPLICATE,
        keys: &[ctrl(Key::D)],
        reach: Reach::Map,
        available: actor_selected,
    },
    Row {
        command: Command::Doubles,
        words: words::DOUBLES,
        menu: (Menu::Edit, 2),
        icon: icons::MERGE,
        keys: &[],
        reach: Reach::OpenMap,
        available: any_actor,
    },
    Row {
        command: Command::Delete,
        words: words::DELETE,
        menu: (Menu::Edit, 2),
        icon: icons::DELETE,
        keys: &[key(Key::Delete), key(Key::Backspace)],
        reach: Reach::Map,
        available: any_selected,
    },
    Row {
        command: Command::Palette,
        words: words::PALETTE,
        menu: (Menu::Edit, 3),
        icon: icons::SEARCH,
        keys: &[ctrl(Key::K)],
        reach: Reach::OpenMap,
        available: always,
    },
    Row {
        command: Command::Show(Arrangement::Network),
        words: words::NETWORK,
        menu: (Menu::View, 0),
        icon: icons::NETWORK,
        keys: &[ctrl(Key::Num1)],
        reach: Reach::NotTyping,
        available: always,
    },
    Row {
        command: Command::Show(Arrangement::Forces),
        words: words::FORCES,
        menu: (Menu::View, 0),
        icon: icons::FORCES,
        keys: &[ctrl(Key::Num2)],
        reach: Reach::NotTyping,
        available: always,
    },
    Row {
        command: Command::Show(Arrangement::Matrix),
        words: words::MATRIX,
        menu: (Menu::View, 0),
        icon: icons::MATRIX,
        keys: &[ctrl(Key::Num3)],
        reach: Reach::NotTyping,
        available: always,
    },
    Row {
        command: Command::Show(Arrangement::Rings),
        words: words::RINGS,
        menu: (Menu::View, 0),
        icon: icons::RINGS,
        keys: &[ctrl(Key::Num4)],
        reach: Reach::NotTyping,
        available: always,
    },
    Row {
        command: Command::Show(Arrangement::Table),
        words: words::TABLE,
        menu: (Menu::View, 0),
        icon: icons::TABLE,
        keys: &[ctrl(Key::Num5)],
        reach: Reach::NotTyping,
        available: always,
    },
    Row {
        command: Command::Show(Arrangement::Course),
        words: words::COURSE,
        menu: (Menu::View, 0),
        icon: icons::COURSE,
        keys: &[ctrl(Key::Num6)],
        reach: Reach::NotTyping,
        available: always,
    },
    Row {
        command: Command::Fit,
        words: words::FIT,
        menu: (Menu::View, 1),
        icon: icons::FIT,
        keys: &[ctrl(Key::Num0)],
        reach: Reach::OpenMap,
        available: any_actor,
    },
    Row {
        command: Command::ZoomIn,
        words: words::ZOOM_IN,
        menu: (Menu::View, 1),
        icon: icons::ZOOM_IN,
        keys: &[ctrl(Key::Plus), ctrl(Key::Equals)],
        reach: Reach::OpenMap,
        available: any_actor,
    },
    Row {
        command: Command::ZoomOut,
        words: words::ZOOM_OUT,
        menu: (Menu::View, 1),
        icon: icons::ZOOM_OUT,
        keys: &[ctrl(Key::Minus)],
        reach: Reach::OpenMap,
        available: any_actor,
    },
    Row {
        command: Command::Tidy,
        words: words::TIDY,
        menu: (Menu::View, 1),
        icon: icons::TIDY,
        keys: &[ctrl(Key::T)],
        reach: Reach::NotTyping,
        available: tidied,
    },
    Row {
        command: Command::Legend,
        words: words::LEGEND,
        menu: (Menu::View, 2),
        icon: icons::LEGEND,
        keys: &[ctrl(Key::L)],
        reach: Reach::NotTyping,
        available: always,
    },
    Row {
        command: Command::Minimap,
        words: words::MINIMAP,
        menu: (Menu::View, 2),
        icon: icons::MINIMAP,
        keys: &[ctrl(Key::M)],
        reach: Reach::NotTyping,
        available: always,
    },
    Row {
        command: Command::Inspector,
        words: words::INSPECTOR,
        menu: (Menu::View, 2),
        icon: icons::PANEL,
        keys: &[key(Key::F6)],
        reach: Reach::OpenMap,
        available: always,
    },
    Row {
        command: Command::Notices,
        words: words::NOTICES,
        menu: (Menu::View, 2),
        icon: icons::WARNING,
        keys: &[ctrl_shift(Key::M)],
        reach: Reach::OpenMap,
        available: any_notice,
    },
    Row {
        command: Command::Filter,
        words: words::FILTER,
        menu: (Menu::View, 3),
        icon: icons::FILTER,
        keys: &[ctrl_shift(Key::F)],
        reach: Reach::OpenMap,
        available: any_actor,
    },
    Row {
        command: Command::FocusOne,
        words: words::FOCUS_ONE,
        menu: (Menu::View, 3),
        icon: icons::FOCUS,
        keys: &[ctrl(Key::J)],
        reach: Reach::NotTyping,
        available: focusable,
    },
    Row {
        command: Command::FocusTwo,
        words: words::FOCUS_TWO,
        menu: (Menu::View, 3),
        icon: icons::FOCUS,
        keys: &[ctrl_shift(Key::J)],
        reach: Reach::NotTyping,
        available: focusable,
    },
    Row {
        command: Command::Path,
        words: words::PATH,
        menu: (Menu::View, 3),
        icon: icons::PATH,
        keys: &[ctrl(Key::P)],
        reach: Reach::NotTyping,
        available: two_selected,
    },
    Row {
        command: Command::FoldGroups,
        words: words::FOLD_GROUPS,
        menu: (Menu::View, 4),
        icon: icons::FOLD,
        keys: &[ctrl(Key::H)],
        reach: Reach::NotTyping,
        available: any_group,
    },
    Row {
        command: Command::FoldArenas,
        words: words::FOLD_ARENAS,
        menu: (Menu::View, 4),
        icon: icons::FOLD,
        keys: &[],
        reach: Reach::NotTyping,
        available: any_actor,
    },
    Row {
        command: Command::Unfold,
        words: words::UNFOLD,
        menu: (Menu::View, 4),
        icon: icons::UNFOLD,
        keys: &[ctrl_shift(Key::H)],
        reach: Reach::NotTyping,
        available: any_folded,
    },
    Row {
        command: Command::LookAs,
        words: meaning::LOOK_AS,
        menu: (Menu::View, 4),
        icon: icons::EYES,
        keys: &[ctrl_shift(Key::K)],
        reach: Reach::NotTyping,
        available: looking_as,
    },
    Row {
        command: Command::OutsideIn,
        words: meaning::OUTSIDE_IN,
        menu: (Menu::View, 4),
        icon: icons::NEIGHBOURHOOD,
        keys: &[],
        reach: Reach::OpenMap,
        available: any_actor,
    },
    Row {
        command: Command::ColourByGroup,
        words: words::COLOUR_BY_GROUP,
        menu: (Menu::View, 5),
        icon: icons::COLOUR,
        keys: &[],
        reach: Reach::NotTyping,
        available: any_group,
    },
    Row {
        command: Command::PaintUsual,
        words: words::PAINT_USUAL,
        menu: (Menu::View, 5),
        icon: icons::COLOUR,
        keys: &[],
        reach: Reach::NotTyping,
        available: painted,
    },
    Row {
        command: Command::ShowAll,
        words: words::SHOW_ALL,
        menu: (Menu::View, 5),
        icon: icons::SHOW,
        keys: &[ctrl_shift(Key::A)],
        reach: Reach::NotTyping,
        available: looking,
    },
    Row {
        command: Command::SwitchLanguage,
        words: words::SWITCH_LANGUAGE,
        menu: (Menu::View, 6),
        icon: icons::LANGUAGE,
        keys: &[],
        reach: Reach::Everywhere,
        available: always,
    },
    Row {
        command: Command::Settings,
        words: words::SETTINGS,
        menu: (Menu::View, 6),
        icon: icons::SETTINGS,
        keys: &[ctrl(Key::Comma)],
        reach: Reach::Everywhere,
        available: always,
    },
    Row {
        command: Command::Round,
        words: words::ROUND,
        menu: (Menu::Session, 0),
        icon: icons::QUESTION,
        keys: &[key(Key::F7)],
        reach: Reach::OpenMap,
        available: any_actor,
    },
    Row {
        command: Command::Advice,
        words: words::ADVICE,
        menu: (Menu::Session, 0),
        icon: icons::RELATION,
        keys: &[key(Key::F8)],
        reach: Reach::OpenMap,
        available: any_actor,
    },
    Row {
        command: Command::Moments,
        words: words::MOMENTS,
        menu: (Menu::Session, 0),
        icon: icons::RECENT,
        keys: &[key(Key::F9)],
        reach: Reach::OpenMap,
        available: always,
    },
    Row {
        command: Command::Forgotten,
        words: words::FORGOTTEN,
        menu: (Menu::Session, 0),
        icon: icons::FORGOTTEN,
        keys: &[key(Key::F3)],
        reach: Reach::OpenMap,
        available: always,
    },
    Row {
        command: Command::Roles,
        words: words::ROLES,
        menu: (Menu::Session, 0),
        icon: icons::ROLE,
        keys: &[key(Key::F4)],
        reach: Reach::OpenMap,
        available: any_actor,
    },
    Row {
        command: Command::BridgeTalk,
        words: words::BRIDGE_TALK,
        menu: (Menu::Session, 0),
        icon: icons::TALK,
        keys: &[ctrl(Key::B)],
        reach: Reach::Map,
        available: two_selected,
    },
    Row {
        command: Command::Listen,
        words: meaning::LISTEN,
        menu: (Menu::Session, 1),
        icon: icons::LISTEN,
        keys: &[ctrl_shift(Key::L)],
        reach: Reach::OpenMap,
        available: always,
    },
    Row {
        command: Command::Lenses,
        words: words::LENSES,
        menu: (Menu::Session, 1),
        icon: icons::LENSES,
        keys: &[ctrl_shift(Key::B)],
        reach: Reach::OpenMap,
        available: always,
    },
    Row {
        command: Command::LensPicture,
        words: words::LENS_PICTURE,
        menu: (Menu::Session, 1),
        icon: icons::SPREAD,
        keys: &[],
        reach: Reach::OpenMap,
        available: any_lens,
    },
    Row {
        command: Command::Attention,
        words: words::ATTENTION,
        menu: (Menu::Session, 1),
        icon: icons::ATTENTION,
        keys: &[ctrl_shift(Key::G)],
        reach: Reach::OpenMap,
        available: any_lens,
    },
    Row {
        command: Command::OpenLens,
        words: words::OPEN_LENS,
        menu: (Menu::Session, 1),
        icon: icons::OPEN,
        keys: &[],
        reach: Reach::OpenMap,
        available: always,
    },
    Row {
        command: Command::Meaning(Page::Perspectives),
        words: meaning::PERSPECTIVES,
        menu: (Menu::Session, 2),
        icon: icons::PERSPECTIVES,
        keys: &[],
        reach: Reach::OpenMap,
        available: always,
    },
    Row {
        command: Command::Meaning(Page::Glossary),
        words: meaning::GLOSSARY,
        menu: (Menu::Session, 2),
        icon: icons::GLOSSARY,
        keys: &[],
        reach: Reach::OpenMap,
        available: always,
    },
    Row {
        command: Command::Meaning(Page::Shared),
        words: meaning::SHARED,
        menu: (Menu::Session, 2),
        icon: icons::SHARED,
        keys: &[],
        reach: Reach::OpenMap,
        available: always,
    },
    Row {
        command: Command::Meaning(Page::Values),
        words: meaning::VALUES,
        menu: (Menu::Session, 3),
        icon: icons::VALUES,
        keys: &[],
        reach: Reach::OpenMap,
        available: always,
    },
    Row {
        command: Command::Meaning(Page::Ladder),
        words: meaning::LADDER,
        menu: (Menu::Session, 3),
        icon: icons::LADDER,
        keys: &[],
        reach: Reach::OpenMap,
        available: always,
    },
    Row {
        command: Command::Meaning(Page::Leads),
        words: meaning::LEADS,
        menu: (Menu::Session, 3),
        icon: icons::LEADS,
        keys: &[],
        reach: Reach::OpenMap,
        available: always,
    },
    Row {
        command: Command::Present,
        words: words::PRESENT,
        menu: (Menu::Session, 4),
        icon: icons::PRESENT,
        keys: &[key(Key::F5)],
        reach: Reach::OpenMap,
        available: always,
    },
    Row {
        command: Command::Shortcuts,
        words: words::SHORTCUTS,
        menu: (Menu::Help, 0),
        icon: icons::KEYS,
        keys: &[key(Key::F1)],
        reach: Reach::Everywhere,
        available: always,
    },
    Row {
        command: Command::About,
        words: words::ABOUT,
        menu: (Menu::Help, 0),
        icon: icons::ABOUT,
        keys: &[],
        reach: Reach::Everywhere,
        available: always,
    },
];
