//! What the commands do.

use eframe::egui;

use super::wall_note::WallNote;
use super::{After, App};
use crate::model::{ActorId, Arrangement, IdSource, Shown};
use crate::session::{Item, Selection, actions};
use crate::text;
use crate::ui::command::Command;
use crate::ui::dialogs::FileQuestion;
use crate::ui::scenarios;
use crate::ui::shell::Aim;
use crate::ui::view::{Overlay, Panel};

impl App {
    #[expect(clippy::too_many_lines, reason = "one arm for each command")]
    pub(super) fn run_command(&mut self, command: Command) {
        if !scenarios::only_looks(command) && self.refuses_change() {
            return;
        }
        match command {
            Command::New => self.leave_for(After::New),
            Command::Open => self.leave_for(After::AskOpen),
            Command::CompareWith => {
                self.ask_file(FileQuestion::OpenMap, After::Beside(Aim::Compare));
            }
            Command::MergeWith => self.ask_file(FileQuestion::OpenMap, After::Beside(Aim::Merge)),
            Command::SendCopy
            | Command::FindPerson
            | Command::Anonymise
            | Command::Doubles
            | Command::RemoveMap => self.run_privacy(command),
            Command::Clashes => self.view.overlay = Some(Overlay::Clashes),
            Command::Versions => self.show_versions(),
            Command::Save => self.save(After::Nothing),
            Command::SaveAs => {
                self.ask_file(FileQuestion::SaveMap(self.proposed_name()), After::Nothing);
            }
            Command::ExportPicture => self.ask_file(
                FileQuestion::SavePicture(self.picture_name()),
                After::Nothing,
            ),
            Command::ExportCourse => self.ask_file(
                FileQuestion::SaveCoursePage(self.course_page_name()),
                After::Nothing,
            ),
            Command::CloseMap => self.leave_for(After::Close),
            Command::Quit => self.leave_for(After::Quit),
            Command::Undo | Command::Redo => self.step(command),
            Command::Show(arrangement) => {
                self.view.message = None;
                self.view.arrangement = arrangement;
            }
            Command::Fit => self.canvas.fit(),
            Command::ZoomIn => self.canvas.zoom_by(1.25),
            Command::ZoomOut => self.canvas.zoom_by(0.8),
            Command::Filter
            | Command::FocusOne
            | Command::FocusTwo
            | Command::Path
            | Command::FoldGroups
            | Command::FoldArenas
            | Command::Unfold
            | Command::ShowAll
            | Command::ColourByGroup
            | Command::PaintUsual
            | Command::Minimap => self.run_looking(command),
            Command::LookAs | Command::Listen | Command::OutsideIn | Command::Meaning(_) => {
                self.run_meaning(command);
            }
            Command::AddText => self.add_text(),
            Command::Legend => self.view.turn_legend(),
            Command::Present => self.present(),
            Command::QuickLine => self.entering.start_with(""),
            Command::Inspector
            | Command::Advice
            | Command::Moments
            | Command::Forgotten
            | Command::Roles
            | Command::Lenses
            | Command::LensPicture
            | Command::Attention => self.show_panel(command),
            Command::OpenLens => self.ask_file(FileQuestion::OpenLens, After::Nothing),
            Command::Palette => self.view.overlay = Some(Overlay::Palette),
            Command::Settings => self.view.overlay = Some(Overlay::Settings),
            Command::Shortcuts => self.view.overlay = Some(Overlay::Shortcuts),
            Command::Notices => self.notices.take_focus(),
            Command::Report => self.view.overlay = Some(Overlay::Report),
            Command::About => self.view.overlay = Some(Overlay::About),
            Command::Round => self.view.overlay = Some(Overlay::Round),
            Command::SwitchLanguage => {
                let mut settings = self.settings.clone();
                settings.language = settings.language.other();
                self.set(settings);
            }
            Command::Delete
            | Command::Duplicate
            | Command::SelectAll
            | Command::Relate
            | Command::MakeRing
            | Command::BridgeTalk => self.run_on_selection(command),
            Command::Tidy => self.tidy_or_say(),
        }
    }

    /// Tidies the network; says in the other views what tidying would do and where.
    fn tidy_or_say(&mut self) {
        let told = match self.view.arrangement {
            Arrangement::Network => return self.run_on_selection(Command::Tidy),
            Arrangement::Forces | Arrangement::Matrix | Arrangement::Rings => {
                text::command::TIDY_THE_NETWORK
            }
            Arrangement::Table | Arrangement::Course => text::command::TIDY_THE_NETWORK_NOT_WORDS,
        };
        self.view.message = Some(told.get(self.settings.language).to_owned());
    }

    /// Shows a panel at the right of the map, or the inspector again.
    fn show_panel(&mut self, command: Command) {
        let before = self.view.panel;
        let toggled = |panel: Panel| {
            if before == panel {
                Panel::Inspector
            } else {
                panel
            }
        };
        match command {
            Command::Advice => {
                self.view.panel = toggled(Panel::Advice);
                self.canvas.fit();
            }
            Command::Moments => {
                self.look_at(None);
                self.view.panel = toggled(Panel::Moments);
            }
            Command::Forgotten => self.view.panel = toggled(Panel::Forgotten),
            Command::Roles => self.view.panel = toggled(Panel::Roles),
            Command::Lenses => self.view.panel = toggled(Panel::Lenses),
            Command::LensPicture => self.view.panel = toggled(Panel::LensPicture),
            Command::Attention => self.view.panel = toggled(Panel::Attention),
            _ => {
                self.view.panel = Panel::Inspector;
                self.panel_over_map = true;
                self.inspector.take_focus();
            }
        }
    }

    /// Undoes or redoes a step and says which.
    fn step(&mut self, command: Command) {
        let language = self.settings.language;
        let Some(map) = &mut self.map else { return };
        let undone = command == Command::Undo;
        let before = std::sync::Arc::clone(map.session.committed());
        let step = if undone {
            map.session.undo()
        } else {
            map.session.redo()
        };
        self.view.message = step.map(|step| text::files::stepped(step, undone, language));
        self.keep_listening(&before, undone);
    }

    fn run_on_selection(&mut self, command: Command) {
        let Some(map) = &mut self.map else { return };
        let session = &mut map.session;
        let actors: Vec<ActorId> = session.selection().actors().collect();
        let mut ids = IdSource::new(self.out.fresh_seed());
        match command {
            Command::Delete => {
                if let Some(edit) = actions::delete(session.selection(), &session.document().now) {
                    self.change(edit);
                }
            }
            Command::Duplicate => {
                let places = session.places();
                if let Some((edit, selection)) = actions::duplicate(
                    session.selection(),
                    &session.document().now,
                    &places,
                    &mut ids,
                ) {
                    self.change(edit);
                    self.select(selection);
                }
            }
            Command::SelectAll => {
                let all: Selection = session
                    .document()
                    .now
                    .actors
                    .ids()
                    .map(Item::Actor)
                    .collect();
                session.select(all);
            }
            Command::Relate => {
                if let [one, other] = actors.as_slice() {
                    let (edit, relation) = actions::relate(*one, *other, &mut ids);
                    self.change(edit);
                    self.select(Selection::one(Item::Relation(relation)));
                }
            }
            Command::MakeRing => self.make_ring(&actors, &mut ids),
            Command::BridgeTalk => {
                if let [one, other] = actors.as_slice() {
                    self.view.overlay = Some(Overlay::BridgeTalk(*one, *other));
                }
            }
            _ => self.tidy(),
        }
    }

    fn make_ring(&mut self, actors: &[ActorId], ids: &mut IdSource) {
        let Some(map) = &self.map else { return };
        let name = text::files::NEW_RING.get(self.settings.language);
        let now = &map.session.document().now;
        if let Some((edit, group, _)) =
            actions::ring(actors.iter().copied(), now, name, self.today, ids)
        {
            self.change(edit);
            self.select(Selection::one(Item::Group(group)));
        } else {
            self.view.message = Some(
                text::files::RING_NEEDS
                    .get(self.settings.language)
                    .to_owned(),
            );
        }
    }

    fn select(&mut self, selection: Selection) {
        if let Some(map) = &mut self.map {
            map.session.select(selection);
        }
    }

    /// Puts the map on the wall: no chrome, no judgement, nothing private.
    fn present(&mut self) {
        self.view.overlay = None;
        self.view.wall = match self.view.wall {
            None => {
                self.view.eyes = None;
                if self.view.arrangement != Arrangement::Network {
                    self.wall_note = Some(WallNote::new());
                }
                Some(Shown::on_the_wall())
            }
            Some(_) => None,
        };
        self.canvas.fit();
    }

    /// Leaves the wall.
    pub(super) fn stop_presenting(&mut self, ctx: &egui::Context) {
        self.view.wall = None;
        self.wall_note = None;
        self.canvas.fit();
        self.canvas.focus();
        ctx.send_viewport_cmd(egui::ViewportCommand::Fullscreen(false));
    }

    /// Begins a map that serves a value.
    pub(super) fn begin_from_value(&mut self, value: &str) {
        let language = self.settings.language;
        let mut ids = IdSource::new(self.out.fresh_seed());
        let document = crate::session::begin::from_value(value, language, &mut ids);
        self.show_new(document, None);
    }
}
