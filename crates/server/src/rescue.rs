//! Data that cannot be read: the file is set aside, never thrown away, and the best of what is left takes its place.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use engine::{ApiError, Engine};
use serde::Serialize;

use crate::{clock, copies, first, folder};

/// What was done about it, as the terminal and the page tell it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Rescue {
    /// Where the damaged file now lies; none when it had disappeared.
    pub(crate) aside: Option<PathBuf>,
    pub(crate) taken: Taken,
}

/// What took its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Taken {
    /// The same file without its log, in which the last changes may have been.
    File,
    /// A copy, with the minute at which it was made.
    Copy { made_at: String },
    /// Nothing was left: the base with which everybody begins.
    Base,
}

/// Opens a file of data.
pub(crate) type Open<'a> = dyn Fn(&Path) -> Result<Engine, ApiError> + 'a;

/// What was made ready to take the place of the data.
const READY: &str = "reprise.tmp";

/// Ends what a death cut short: the damaged file was set aside, what takes its place had been made ready.
pub(crate) fn finish(data: &Path) -> Result<(), ApiError> {
    let (file, ready) = (data.join(folder::FILE), data.join(READY));
    if file.exists() || !ready.exists() {
        return Ok(());
    }
    fs::rename(ready, file).map_err(|error| folder::trouble(&error))
}

/// Did the data disappear, or was the file emptied? One without any copy is that of a first start that was cut short.
pub(crate) fn is_gone(data: &Path) -> bool {
    first::is_wanted(&data.join(folder::FILE)) && !copies::list(data).is_empty()
}

/// Puts what is best in the place of data that cannot be read, and opens it.
pub(crate) fn rescue(data: &Path, open: &Open) -> Result<(Engine, Rescue), ApiError> {
    let file = data.join(folder::FILE);
    let ready = data.join(READY);
    let taken = best(data, &ready, open)?;
    let aside = set_aside(data, &file).map_err(|error| folder::trouble(&error))?;
    if taken != Taken::Base {
        fs::rename(&ready, &file).map_err(|error| folder::trouble(&error))?;
        clear(&ready)?;
    }
    Ok((open(&file)?, Rescue { aside, taken }))
}

/// Makes ready the first that opens: the file without its log, else the copies. Nothing of the data is touched yet.
fn best(data: &Path, ready: &Path, open: &Open) -> Result<Taken, ApiError> {
    let file = data.join(folder::FILE);
    let without_log = log_of(&file).exists().then_some((file, Taken::File));
    let copies = copies::list(data).into_iter().map(|kept| {
        let made_at = kept.made_at;
        (kept.path, Taken::Copy { made_at })
    });
    for (path, taken) in without_log.into_iter().chain(copies) {
        match make_ready(&path, ready, open) {
            Ok(()) => return Ok(taken),
            // It is no better.
            Err(ApiError::DataDamaged | ApiError::Internal { .. }) => {}
            Err(other) => return Err(other),
        }
    }
    clear(ready)?;
    Ok(Taken::Base)
}

fn make_ready(from: &Path, ready: &Path, open: &Open) -> Result<(), ApiError> {
    clear(ready)?;
    if fs::metadata(from).is_ok_and(|file| file.len() == 0) {
        return Err(ApiError::DataDamaged);
    }
    let written =
        fs::copy(from, ready).and_then(|_| fs::OpenOptions::new().write(true).open(ready)?.sync_all());
    written.map_err(|error| folder::trouble(&error))?;
    // Closed again, it is one file, without a log.
    open(ready).map(drop)
}

/// Removes a file of data with its log, if they are there.
pub(crate) fn clear(ready: &Path) -> Result<(), ApiError> {
    for path in [ready.to_path_buf(), log_of(ready), index_of(ready)] {
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(folder::trouble(&error)),
            _ => {}
        }
    }
    Ok(())
}

/// `simulateur-abime-2026-11-24-10h32.db`, its log with it: where it is now.
fn set_aside(data: &Path, file: &Path) -> io::Result<Option<PathBuf>> {
    let stamp = clock::stamp();
    let mut number = 1;
    let aside = loop {
        let more = if number == 1 {
            String::new()
        } else {
            format!("-{number}")
        };
        let path = data.join(format!("simulateur-abime-{stamp}{more}.db"));
        if !path.exists() && !log_of(&path).exists() {
            break path;
        }
        number += 1;
    };
    let log = log_of(file);
    if log.exists() {
        fs::rename(log, log_of(&aside))?;
    }
    if !file.exists() {
        return Ok(None);
    }
    fs::rename(file, &aside)?;
    Ok(Some(aside))
}

/// What SQLite writes beside a log that it only looks into.
fn index_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push("-shm");
    PathBuf::from(name)
}

/// SQLite's log of a file: what is not yet folded into it.
pub(crate) fn log_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name)
}
