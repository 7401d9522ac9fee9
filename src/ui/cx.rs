//! What a panel reads, and what it asks for.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use super::command::Command;
use super::painting::PaintBy;
use super::settings::Settings;
use super::shell::{About, VersionDeed};
use super::theme::Theme;
use super::view::{Marks, Overlay, Panel, View};
use crate::edit::Edit;
use crate::lens::Catalogue;
use crate::model::{
    ActorId, Arrangement, Content, Document, IdSource, Identity, Issue, IssueId, Language, MomentId,
};
use crate::session::arrange::Centre;
use crate::session::filter::Question;
use crate::session::looking::Looking;
use crate::session::{Selection, Session};
use crate::storage::Noticed;
use crate::text::Text;

/// What a panel reads.
pub struct Cx<'a> {
    /// The open map.
    pub session: &'a Session,
    /// The colours.
    pub theme: &'a Theme,
    /// What the user set.
    pub settings: &'a Settings,
    /// What is on screen.
    pub view: &'a View,
    /// The local day.
    pub today: Date,
}

impl Cx<'_> {
    /// Gives the map as it is shown.
    pub fn document(&self) -> &Document {
        self.session.document()
    }

    /// Gives the current state of the map.
    pub fn now(&self) -> &Content {
        &self.session.document().now
    }

    /// Gives the lenses that the map can use.
    pub fn catalogue(&self) -> &Catalogue {
        &self.view.lenses
    }

    /// Gives the language of the interface.
    pub fn language(&self) -> Language {
        self.settings.language
    }

    /// Gives a sentence in the language of the interface.
    pub(crate) fn say(&self, text: Text) -> &'static str {
        text.get(self.settings.language)
    }

    /// Gives the issue in focus: the chosen one, else the first.
    pub fn issue(&self) -> Option<&Issue> {
        let issues = &self.now().issues;
        self.view
            .issue
            .and_then(|issue| issues.get(issue))
            .or_else(|| issues.first())
    }

    /// Gives the factor of the text size, 1.0 at 100 %.
    pub fn text_scale(&self) -> f32 {
        f32::from(self.settings.text_percent) / 100.0
    }

    /// Says whether the map is on the wall: nothing private, judgements off.
    pub fn on_the_wall(&self) -> bool {
        self.view.wall.is_some()
    }
}

/// Something that a sheet about copies and persons asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PrivacyDeed {
    /// Ask where the copy is saved, and save it.
    SaveCopy,
    /// Put the sealed copy on the clipboard.
    CopySealed,
    /// Show a file in its folder.
    ShowFolder(PathBuf),
    /// Tell what follows from anonymising.
    Anonymised,
    /// Remove the copies of the map.
    Remove {
        /// Whether the map itself goes as well.
        map: bool,
    },
    /// Look for a name in the recent maps.
    SearchRecent(String),
    /// Read a file that is no UTF-8 as Windows-1252.
    AsWindows(PathBuf),
}

/// What becomes of the version that another program wrote over the open map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiskAnswer {
    /// Both are merged.
    Merge,
    /// It takes the place of the open map.
    Take,
    /// The open map replaces it at the next save.
    Keep,
    /// The file that is gone is made again.
    SaveAnew,
}

/// Something that a panel asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    /// Change the map, one step of undo.
    Edit(Edit),
    /// Show a change while a gesture lasts.
    Preview(Edit),
    /// Make the change that is shown.
    Commit,
    /// Drop the change that is shown.
    Cancel,
    /// Select.
    Select(Selection),
    /// Run a command.
    Run(Command),
    /// Show or close a sheet over the map.
    Overlay(Option<Overlay>),
    /// Show another panel at the right of the map.
    Panel(Panel),
    /// Put an issue in focus.
    Issue(IssueId),
    /// Show another view.
    Arrange(Arrangement),
    /// Put something else in the middle of the rings.
    Centre(Centre),
    /// Bring actors into sight and light them up.
    LightUp(Vec<ActorId>),
    /// Light up actors with how they differ in another version.
    Mark(Box<Marks>),
    /// Look at a moment, or at the map of now again.
    LookAt(Option<MomentId>),
    /// Ask all actors one question.
    Ask(Question),
    /// Look at the map as an actor sees it, or as oneself again.
    Eyes(Option<ActorId>),
    /// Look at the map in another way.
    Looking(Box<Looking>),
    /// Show a lens in the inspector of what is selected.
    Lens(String),
    /// Save a lens as a file, by its code.
    SaveLens(String),
    /// Let size and colour follow something else.
    Paint(PaintBy),
    /// Change the settings.
    Settings(Box<Settings>),
    /// Open a file.
    Open(PathBuf),
    /// Open a built-in example or template, by the name of its file.
    OpenBuiltIn(&'static str),
    /// Start a map from a value.
    NewFromValue(String),
    /// Say something in the status line.
    Say(String),
    /// Begin the quick line with what was typed on the map.
    QuickText(String),
    /// Bring back unsaved work, by its place in the list of offers.
    Restore(usize),
    /// Throw unsaved work away, by its place in the list of offers.
    Discard(usize),
    /// Forget the recent files.
    ForgetRecent,
    /// Close a bar that tells of a problem, by its number.
    DismissNotice(u64),
    /// Close what is told about something.
    SettleNotice(About),
    /// Give the keyboard to the map.
    FocusMap,
    /// Move the value of a field that was misspelt in the file to the field that was meant.
    MoveField(Box<Noticed>),
    /// Open a version that was kept of a file that does not open.
    OpenKept(Arc<Document>),
    /// Merge the version of the open map that was opened into it.
    MergeReturned,
    /// Open that version instead of the open map.
    OpenReturned,
    /// Something about copies and persons.
    Privacy(PrivacyDeed),
    /// Several of these, in order.
    Many(Vec<Self>),
    /// Decide about the version that another program wrote.
    Disk(DiskAnswer),
    /// Merge a copy that a synchroniser left beside the open map.
    MergeCopy(PathBuf),
    /// Do something with an earlier version, by its place in the list.
    Version(VersionDeed, usize),
    /// Throw away all recovery copies of maps that are not open.
    WipeRecovery,
    /// Go on after a fault of the program.
    GoOn,
    /// Ask whether the file itself is to be written over.
    AskInPlace,
    /// Leave though not all is written.
    QuitAnyway,
}

/// The requests of a frame, in order.
#[derive(Debug)]
pub struct Outbox {
    requests: Vec<Request>,
    ids: IdSource,
}

impl Outbox {
    /// Makes an empty outbox; the seed decides the identities of what is asked for.
    pub fn new(seed: u64) -> Self {
        Self {
            requests: Vec::new(),
            ids: IdSource::new(seed),
        }
    }

    /// Gives an identity for something new.
    pub fn fresh_id<I: Identity>(&mut self) -> I {
        self.ids.fresh()
    }

    /// Gives a seed for more identities.
    pub fn fresh_seed(&mut self) -> u64 {
        self.ids.seed()
    }

    /// Asks for something.
    pub fn send(&mut self, request: Request) {
        self.requests.push(request);
    }

    /// Asks for a change.
    pub fn edit(&mut self, edit: Edit) {
        self.send(Request::Edit(edit));
    }

    /// Takes the requests out.
    pub fn take(&mut self) -> Vec<Request> {
        std::mem::take(&mut self.requests)
    }

    /// Gives the source of identities, for what makes several new things.
    pub fn ids(&mut self) -> &mut IdSource {
        &mut self.ids
    }
}
