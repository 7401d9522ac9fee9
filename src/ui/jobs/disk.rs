//! The work itself, on any thread.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use crate::model::{Document, Language};
use crate::session::Automatic;
use crate::storage::{self, Fingerprint, Fs as _, SaveError, SystemFs};
use crate::ui::picture::{MapPicture, ReportFile, course_report, map_drawing, pdf, png, svg};
use crate::ui::settings::SettingsFile;

use super::{
    ExpectedFile, Folders, LoadError, Loaded, PictureJobError, Recent, SaveOrder, WayToSave,
};

/// Saves a map; without a file expected there must be none.
pub(super) fn save(
    order: &SaveOrder,
    revised: &Document,
    recovery: &Path,
) -> Result<storage::Saved, SaveError> {
    let expected = match &order.expected {
        ExpectedFile::Any => None,
        ExpectedFile::Same(fingerprint) => Some(fingerprint),
        ExpectedFile::Absent => {
            if let Ok(bytes) = SystemFs.read(&order.path) {
                let found = Fingerprint::of(&bytes, None);
                return Err(SaveError::ChangedOnDisk {
                    found,
                    path: order.path.clone(),
                });
            }
            None
        }
    };
    if order.way == WayToSave::InPlace {
        let copy = storage::CopyFirst {
            root: recovery,
            instance: order.seed,
        };
        let (fs, seal): (Arc<dyn storage::Fs>, _) = (Arc::new(SystemFs), order.seal.as_ref());
        return storage::save_in_place(&order.path, revised, seal, &fs, expected, copy);
    }
    match &order.seal {
        None => storage::save(&order.path, revised, &SystemFs, expected),
        Some(seal) => storage::save_sealed(&order.path, revised, seal, &SystemFs, expected),
    }
}

/// Gives a recent file as the window shows it.
pub(crate) fn shown(recent: &Recent) -> crate::ui::shell::Recent {
    crate::ui::shell::Recent {
        path: recent.path.clone(),
        title: recent.title.clone(),
        day: recent.day.parse().unwrap_or(jiff::civil::Date::ZERO),
    }
}

/// Gives the path of a file in the home of the user, as a proposal.
pub(crate) fn home_path(name: &str) -> String {
    let home = directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
    home.map_or_else(
        || name.to_owned(),
        |home| home.join(name).to_string_lossy().into_owned(),
    )
}

pub(super) fn read_settings_file(folders: &Folders) -> SettingsFile {
    std::fs::read_to_string(&folders.settings)
        .map(|text| SettingsFile::read(&text))
        .unwrap_or_default()
}

/// Clears what killed programs left in these folders, apart: one that is on a network may not answer for long.
pub(super) fn sweep(folders: BTreeSet<PathBuf>) {
    let sweeping = move || {
        for folder in folders {
            storage::sweep(&SystemFs, &folder, SystemTime::now());
        }
    };
    // What is not cleared now is found again at the next start.
    drop(
        std::thread::Builder::new()
            .name("sweep".to_owned())
            .spawn(sweeping),
    );
}

pub(super) fn load(path: PathBuf) -> Loaded {
    let bytes = match SystemFs.read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Loaded::Absent { path };
        }
        Err(error) => {
            return Loaded::Failed {
                path,
                error: LoadError::Disk(error),
            };
        }
    };
    match storage::read(&bytes) {
        Ok(loaded) => {
            let modified = SystemFs.stat(&path).ok().and_then(|stat| stat.modified);
            let fingerprint = Fingerprint::of(&bytes, modified);
            Loaded::Map {
                path,
                document: Box::new(loaded.document),
                fingerprint,
                notices: loaded.notices,
                automatic: Automatic::default(),
            }
        }
        Err(_) if storage::is_sealed(&bytes) => Loaded::Sealed { path, bytes },
        Err(error) => {
            let length = SystemFs.stat(&path).map_or(0, |stat| stat.length);
            Loaded::Failed {
                path,
                error: error.of_length(length).into(),
            }
        }
    }
}

/// Writes a picture of a map, of the kind that the name ends in.
pub fn write_picture(
    path: &Path,
    document: &Document,
    look: &MapPicture,
) -> Result<(), PictureJobError> {
    let drawing = map_drawing(document, look);
    let kind = path
        .extension()
        .map(|extension| extension.to_string_lossy().to_lowercase());
    let bytes = match kind.as_deref() {
        Some("svg") => svg(&drawing).into_bytes(),
        Some("png") => png(&drawing, 1.0)?,
        Some("pdf") => pdf(&drawing, &document.title)?,
        _ => return Err(PictureJobError::Kind),
    };
    Ok(std::fs::write(path, bytes)?)
}

/// Writes the course page of a map.
pub fn write_report(
    path: &Path,
    form: ReportFile,
    document: &Document,
    language: Language,
) -> Result<(), PictureJobError> {
    let bytes = course_report(document, form, language)?;
    Ok(std::fs::write(path, bytes)?)
}
