//! Copies of the data, made when nobody is waiting: what is gone back to when the file turns out to be damaged.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use engine::{ApiError, Engine};

use crate::{clock, folder};

/// Folder of the copies, in that of the data.
const FOLDER: &str = "secours";
const KEPT: usize = 2;
/// A larger file takes too long to copy on the sticks and disks of a classroom.
const LARGEST: u64 = 64 * 1024 * 1024;
/// Changes after which a short rest is enough.
const MANY: usize = 20;
const SHORT_REST: Duration = Duration::from_secs(3);
const LONG_REST: Duration = Duration::from_secs(45);

/// How long nothing must be asked before a copy is made; none when nothing changed since the last one.
pub(crate) fn rest(changes: usize) -> Option<Duration> {
    match changes {
        0 => None,
        1..MANY => Some(LONG_REST),
        MANY.. => Some(SHORT_REST),
    }
}

/// A copy that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Kept {
    pub(crate) path: PathBuf,
    /// Minute at which it was made, `2026-11-24T10:32`.
    pub(crate) made_at: String,
    number: u32,
}

/// The copies of a folder of data, the last made first, whatever the clock said.
pub(crate) fn list(data: &Path) -> Vec<Kept> {
    let entries = fs::read_dir(data.join(FOLDER)).into_iter().flatten().flatten();
    let mut found: Vec<Kept> = entries.filter_map(|entry| read(entry.path())).collect();
    found.sort_by_key(|kept| std::cmp::Reverse(kept.number));
    found
}

/// `copie-0012-2026-11-24-10h32.db`
fn read(path: PathBuf) -> Option<Kept> {
    let name = path.file_name()?.to_str()?;
    let (number, stamp) = name
        .strip_prefix("copie-")?
        .strip_suffix(".db")?
        .split_once('-')?;
    let (day, hour) = stamp.rsplit_once('-')?;
    let made_at = format!("{day}T{}", hour.replace('h', ":"));
    Some(Kept {
        number: number.parse().ok()?,
        made_at,
        path,
    })
}

/// Makes a copy, then lets go of the oldest.
pub(crate) fn make(engine: &Engine, data: &Path) -> Result<(), ApiError> {
    if fs::metadata(data.join(folder::FILE)).is_ok_and(|file| file.len() > LARGEST) {
        return Ok(());
    }
    let copies = data.join(FOLDER);
    let aside = copies.join("copie.tmp");
    let made = fs::create_dir_all(&copies)
        .and_then(|()| remove(&aside))
        .map_err(|error| folder::trouble(&error))
        .and_then(|()| engine.copy_to(aside.to_str().ok_or(ApiError::StorageUnwritable)?))
        .and_then(|()| keep(data, &aside).map_err(|error| folder::trouble(&error)));
    if made.is_err() {
        // A disk that is full is not left fuller.
        let _ = remove(&aside);
    }
    made
}

/// Named once it is whole on the disk: never half a copy under the name of one.
fn keep(data: &Path, aside: &Path) -> io::Result<()> {
    fs::OpenOptions::new().write(true).open(aside)?.sync_all()?;
    let before = list(data);
    let number = before.first().map_or(1, |last| last.number + 1);
    let name = format!("copie-{number:04}-{}.db", clock::stamp());
    fs::rename(aside, data.join(FOLDER).join(name))?;
    for old in before.iter().skip(KEPT - 1) {
        remove(&old.path)?;
    }
    Ok(())
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_copy_is_the_one_made_last_even_when_the_clock_was_set_back() {
        let data = std::env::temp_dir().join(format!("simulateur-copies-{}", std::process::id()));
        let copies = data.join(FOLDER);
        fs::create_dir_all(&copies).unwrap();
        for name in [
            "copie-0002-2026-11-24-10h32.db",
            "copie-0003-2025-01-02-08h05.db",
            "copie.tmp",
            "photo.jpg",
        ] {
            fs::write(copies.join(name), "").unwrap();
        }
        let made: Vec<String> = list(&data).into_iter().map(|kept| kept.made_at).collect();
        assert_eq!(made, ["2025-01-02T08:05", "2026-11-24T10:32"]);
        fs::remove_dir_all(data).unwrap();
    }
}
