//! Asking for a place on the disk, and what is written there.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::name_of;
use super::saving::Overwrite;
use crate::model::Arrangement;
use crate::text;
use crate::ui::app::sealed::is_sealed_name;
use crate::ui::app::{After, App, PathSheet};
use crate::ui::dialogs::{FileAnswer, FileQuestion};
use crate::ui::picture::ReportFile;

impl App {
    /// Asks for a path with the dialog of the system.
    pub(in crate::ui::app) fn ask_file(&mut self, question: FileQuestion, after: After) {
        if self.dialogs.open() {
            return;
        }
        let folder = self
            .map
            .as_ref()
            .and_then(|map| map.path.as_ref())
            .and_then(|path| path.parent());
        let folder = folder.map(Path::to_owned);
        let title = match question {
            FileQuestion::OpenMap => text::files::OPEN_TITLE,
            FileQuestion::SaveMap(_) => text::files::SAVE_TITLE,
            FileQuestion::SaveCopy(_) => text::privacy::SAVE_TITLE,
            FileQuestion::SavePicture(_) => text::files::PICTURE_TITLE,
            FileQuestion::SaveCoursePage(_) => text::course::SAVE_TITLE,
            FileQuestion::OpenLens => text::lens::OPEN_TITLE,
            FileQuestion::SaveLens(_) => text::lens::SAVE_TITLE,
        };
        self.dialogs.ask(
            &question,
            title.get(self.settings.language),
            folder.as_deref(),
        );
        self.asking = Some((question, after));
    }

    pub(in crate::ui::app) fn take_dialog_answer(&mut self) {
        let Some(answer) = self.dialogs.answer() else {
            return;
        };
        let Some((question, after)) = self.asking.take() else {
            return;
        };
        match answer {
            FileAnswer::Chosen(path) => self.take_path(&question, path, after),
            FileAnswer::Cancelled => {}
            FileAnswer::Unavailable => {
                let name = match &question {
                    FileQuestion::OpenMap | FileQuestion::OpenLens => String::new(),
                    FileQuestion::SaveMap(name)
                    | FileQuestion::SaveLens(name)
                    | FileQuestion::SaveCopy(name)
                    | FileQuestion::SavePicture(name)
                    | FileQuestion::SaveCoursePage(name) => name.clone(),
                };
                let text = crate::ui::jobs::home_path(&name);
                self.path_sheet = Some(PathSheet {
                    question,
                    after,
                    text,
                });
            }
        }
    }

    pub(in crate::ui::app) fn take_path(
        &mut self,
        question: &FileQuestion,
        path: PathBuf,
        after: After,
    ) {
        match question {
            FileQuestion::OpenMap => match (after, &self.map) {
                (After::Beside(aim), Some(map)) => {
                    let mine = Arc::clone(map.session.committed());
                    self.jobs.beside(path, mine, aim, map.seal.clone());
                }
                (_, _) => self.open_path(path),
            },
            FileQuestion::SaveMap(_) => {
                let sealed = self.map.as_ref().is_some_and(|map| map.seal.is_some());
                let path = with_extension(path, sealed);
                if sealed && !is_sealed_name(&path) {
                    self.plain_question = Some((path, after));
                    return;
                }
                // The dialog of the system asked before it gave the name of a file that is there.
                self.save_to(&path, after, Overwrite::Yes);
            }
            FileQuestion::SaveCopy(_) => self.save_copy(path),
            FileQuestion::SavePicture(_) => self.save_picture(path),
            FileQuestion::SaveCoursePage(_) => self.save_course_page(path),
            FileQuestion::OpenLens => self.jobs.open_lens(path),
            FileQuestion::SaveLens(_) => self.save_lens(path, &after),
        }
    }

    /// Saves the course page in the form that the name ends in, else as PDF.
    fn save_course_page(&mut self, path: PathBuf) {
        let Some(map) = &self.map else { return };
        let (path, form) = if let Some(form) = ReportFile::of(&path) {
            (path, form)
        } else {
            let mut longer = path.into_os_string();
            longer.push(".pdf");
            (longer.into(), ReportFile::Pdf)
        };
        let document = map.session.committed();
        self.jobs
            .report(path, form, document, self.settings.language);
    }

    pub(in crate::ui::app) fn course_page_name(&self) -> String {
        let page = text::course::PAGE.get(self.settings.language);
        format!("{} - {page}.pdf", self.plain_title())
    }

    fn save_picture(&mut self, path: PathBuf) {
        let Some(map) = &self.map else { return };
        let look = crate::ui::picture::MapPicture {
            size: (1600, 1000),
            theme: if self.theme.dark {
                crate::ui::theme::ThemeName::Dark
            } else {
                crate::ui::theme::ThemeName::Light
            },
            text_percent: 100,
            wall: None,
            language: self.settings.language,
            issue: self.view.issue,
            legend: self.view.legend,
            arrangement: match self.view.arrangement {
                Arrangement::Table => Arrangement::Network,
                shown => shown,
            },
        };
        self.jobs.picture(path, map.session.committed(), look);
    }

    pub(in crate::ui::app) fn proposed_name(&self) -> String {
        let sealed = self.map.as_ref().is_some_and(|map| map.seal.is_some());
        let ending = if sealed { "age" } else { "ron" };
        format!("{}.krachtenveld.{ending}", self.plain_title())
    }

    pub(in crate::ui::app) fn picture_name(&self) -> String {
        format!("{}.png", self.plain_title())
    }

    fn plain_title(&self) -> String {
        let title = self
            .session()
            .map(|session| session.document().title.clone())
            .unwrap_or_default();
        let plain = file_name(&title);
        if plain.is_empty() {
            text::files::FILE_NAME
                .get(self.settings.language)
                .to_owned()
        } else {
            plain
        }
    }
}

/// Gives a path the extension of a map unless it has one that the program opens.
fn with_extension(path: PathBuf, sealed: bool) -> PathBuf {
    let name = name_of(&path).to_lowercase();
    if sealed && is_sealed_name(&path) {
        return path;
    }
    if [".ron", ".krachtenveld", ".txt"]
        .iter()
        .any(|known| name.ends_with(known))
    {
        return path;
    }
    let mut longer = path.into_os_string();
    longer.push(if sealed {
        ".krachtenveld.age"
    } else {
        ".krachtenveld.ron"
    });
    longer.into()
}

/// Gives a title as the name of a file: without what some system refuses in names.
pub(in crate::ui::app) fn file_name(title: &str) -> String {
    let plain: String = title
        .chars()
        .map(|letter| {
            if letter.is_control() || "<>:\"/\\|?*".contains(letter) {
                ' '
            } else {
                letter
            }
        })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let short: String = words.join(" ").chars().take(80).collect();
    short.trim_end_matches(['.', ' ']).to_owned()
}
