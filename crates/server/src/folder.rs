//! Where the data lives: beside the executable when that can be written (a USB stick), else in the person's own folder.

use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use engine::ApiError;

use crate::rescue;

/// Folder beside the executable, so that a stick carries both.
const BESIDE: &str = "donnees";
/// The one file of data.
pub(crate) const FILE: &str = "simulateur.db";

/// Why the data are where they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whereabouts {
    Asked,
    /// They travel with the program.
    Beside,
    /// The program stands where nothing can be written: they stay on the PC.
    Personal,
}

impl Whereabouts {
    /// As the screens know it.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Whereabouts::Asked => "asked",
            Whereabouts::Beside => "beside",
            Whereabouts::Personal => "personal",
        }
    }
}

/// The folder of the data. None when the PC gives no place at all.
pub(crate) fn choose(asked: Option<&Path>) -> Option<(PathBuf, Whereabouts)> {
    if let Some(asked) = asked {
        let folder = std::path::absolute(asked).unwrap_or_else(|_| asked.to_path_buf());
        return Some((folder, Whereabouts::Asked));
    }
    let beside = std::env::current_exe()
        .ok()
        .and_then(|program| Some(program.parent()?.join(BESIDE)));
    if let Some(folder) = &beside
        && prepare(folder).is_ok()
    {
        return Some((folder.clone(), Whereabouts::Beside));
    }
    let personal = personal()?;
    if let Some(folder) = beside {
        // Where it cannot be, the PC begins as on its first day.
        let _ = bring(&folder, &personal);
    }
    Some((personal, Whereabouts::Personal))
}

/// A stick that can no longer be written still holds what was done on it: a PC where nothing is kept yet goes on from there.
fn bring(stick: &Path, personal: &Path) -> io::Result<()> {
    let (from, to) = (stick.join(FILE), personal.join(FILE));
    if to.exists() || !from.is_file() {
        return Ok(());
    }
    fs::create_dir_all(personal)?;
    let log = rescue::log_of(&from);
    if log.exists() {
        fs::copy(log, rescue::log_of(&to))?;
    }
    // Under its name once it is whole.
    let coming = personal.join("arrivee.tmp");
    fs::copy(from, &coming)?;
    let mut rights = fs::metadata(&coming)?.permissions();
    if rights.readonly() {
        // Windows copies the mark of what cannot be written.
        #[allow(
            clippy::permissions_set_readonly_false,
            reason = "the file is the person's own, in their own folder"
        )]
        rights.set_readonly(false);
        fs::set_permissions(&coming, rights)?;
    }
    fs::rename(coming, to)
}

/// Makes the folder if needed and checks that it can be written, without touching what it holds.
pub(crate) fn prepare(folder: &Path) -> Result<(), ApiError> {
    try_writing(folder).map_err(|error| trouble(&error))
}

/// What a failure of the system means to the person.
pub(crate) fn trouble(error: &io::Error) -> ApiError {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ApiError::StorageFull,
        _ => ApiError::StorageUnwritable,
    }
}

fn try_writing(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let probe = folder.join(format!("essai-{}.tmp", std::process::id()));
    let written = fs::File::create(&probe).and_then(|mut file| file.write_all(&[0; 4096]));
    let removed = fs::remove_file(&probe);
    written.and(removed)
}

#[cfg(not(windows))]
fn personal() -> Option<PathBuf> {
    let home = || Some(PathBuf::from(std::env::var_os("HOME")?).join(".local/share"));
    let data = std::env::var_os("XDG_DATA_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute());
    Some(data.or_else(home)?.join("simulateur-crm"))
}

#[cfg(windows)]
fn personal() -> Option<PathBuf> {
    Some(PathBuf::from(std::env::var_os("APPDATA")?).join(crate::words::NAME))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_asked_for_is_the_one_used() {
        assert_eq!(
            choose(Some(Path::new("/nowhere/base"))),
            Some((PathBuf::from("/nowhere/base"), Whereabouts::Asked))
        );
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_said_so() {
        let file = std::env::current_exe().unwrap();
        assert_eq!(prepare(&file.join("donnees")), Err(ApiError::StorageUnwritable));
    }

    #[test]
    fn a_full_disk_is_told_from_a_closed_one() {
        assert_eq!(trouble(&ErrorKind::StorageFull.into()), ApiError::StorageFull);
        assert_eq!(
            trouble(&ErrorKind::PermissionDenied.into()),
            ApiError::StorageUnwritable
        );
    }
}
