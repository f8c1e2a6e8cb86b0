//! The first file of data, made beside the place it takes: no log doubles what a slow stick has to write, and a program that dies
//! meanwhile leaves nothing that looks like data.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::Path;

use engine::ApiError;

use crate::folder;
use crate::rescue;

/// What is being made.
const MAKING: &str = "premiere-base.tmp";

/// Is there nothing yet at this place? An empty file is what a program leaves that died as it began.
pub(crate) fn is_wanted(file: &Path) -> bool {
    match fs::metadata(file) {
        Ok(found) => found.len() == 0,
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

/// Makes it with `make`, flushes it, then gives it its place.
pub(crate) fn make(file: &Path, make: impl FnOnce(&str) -> Result<(), ApiError>) -> Result<(), ApiError> {
    let making = file.with_file_name(MAKING);
    rescue::clear(&making)?;
    let made = making
        .to_str()
        .ok_or(ApiError::StorageUnwritable)
        .and_then(make)
        .and_then(|()| put_in_place(&making, file));
    if made.is_err() {
        // It may be half written; the reason why it failed matters more than a file left behind.
        let _ = rescue::clear(&making);
    }
    made
}

fn put_in_place(making: &Path, file: &Path) -> Result<(), ApiError> {
    // A log without its file is that of another: it must not be read into this one.
    rescue::clear(file)?;
    OpenOptions::new()
        .write(true)
        .open(making)
        .and_then(|made| made.sync_all())
        .and_then(|()| fs::rename(making, file))
        .map_err(|error| folder::trouble(&error))
}
