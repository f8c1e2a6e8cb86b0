//! Files beside a command: the one handed in with it, the one it made, and how far a long work has come.

use crate::error::ApiError;
use std::cell::RefCell;
use std::io::{self, Read, Seek, Write};

/// A file that a command made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileMade {
    /// What to call it, with its ending.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A place for a part of a file while the whole is not there: a file of work, or memory.
pub trait Spool: Read + Write + Seek {}

impl<T: Read + Write + Seek> Spool for T {}

/// Gives a new place each time it is asked.
pub type MakeSpool<'a> = &'a mut dyn FnMut() -> io::Result<Box<dyn Spool>>;

/// Hears how far a long work has come: steps done, steps in all.
pub type HearProgress = Box<dyn FnMut(u64, u64)>;

/// The files of one call.
#[derive(Default)]
pub(crate) struct Files {
    given: RefCell<Option<Vec<u8>>>,
    made: RefCell<Option<FileMade>>,
    hear: RefCell<Option<HearProgress>>,
}

impl Files {
    /// The file that came with the command; a command takes it once.
    ///
    /// # Errors
    /// `NoFile`.
    pub(crate) fn given(&self) -> Result<Vec<u8>, ApiError> {
        self.given.take().ok_or(ApiError::NoFile)
    }

    /// Leaves a file for whoever called.
    pub(crate) fn leave(&self, file: FileMade) {
        self.made.replace(Some(file));
    }

    /// Says how far the work has come.
    pub(crate) fn progress(&self, done: u64, total: u64) {
        if let Some(hear) = self.hear.borrow_mut().as_mut() {
            hear(done, total);
        }
    }

    pub(crate) fn give(&self, bytes: Vec<u8>) {
        self.given.replace(Some(bytes));
    }

    pub(crate) fn take_made(&self) -> Option<FileMade> {
        self.made.take()
    }

    pub(crate) fn hear(&self, hear: HearProgress) {
        self.hear.replace(Some(hear));
    }

    /// A file given to a call that did not want it is not for the next one.
    pub(crate) fn forget_given(&self) {
        self.given.take();
    }
}
