//! What a command is handed: a reader that can only look, or a writer that can also change.

use crate::error::ApiError;
use crate::fields::{Entity, EntityFields, KnownFields};
use crate::files::Files;
use crate::store::Store;
use crate::values::Value;
use jiff::civil::{Date, DateTime};
use std::cell::RefCell;
use std::ops::Deref;

/// Looks at the data at a moment.
pub(crate) struct Reader<'a> {
    pub(crate) store: &'a Store,
    /// The moment of use.
    pub(crate) now: DateTime,
    /// The moment of the calendar: time can be advanced, so that the moment of use lies ahead of it.
    pub(crate) calendar: DateTime,
    pub(crate) files: &'a Files,
    pub(crate) vocabulary: &'a RefCell<crate::search::Vocabulary>,
    pub(crate) known_fields: KnownFields,
    /// What the checks last found.
    pub(crate) cleaning: &'a RefCell<crate::cleaning::Kept>,
    /// The figures last asked for.
    pub(crate) figures: &'a RefCell<crate::dashboards::Kept>,
    pub(crate) compared: &'a RefCell<crate::duplicates::Compared>,
}

impl Reader<'_> {
    /// The same data, looked at from another moment of use: what comes true on its day is reckoned from that day.
    pub(crate) fn at(&self, now: DateTime) -> Reader<'_> {
        Reader {
            store: self.store,
            now,
            calendar: self.calendar,
            files: self.files,
            vocabulary: self.vocabulary,
            known_fields: KnownFields::default(),
            cleaning: self.cleaning,
            figures: self.figures,
            compared: self.compared,
        }
    }

    pub(crate) fn today(&self) -> Date {
        self.now.date()
    }

    /// The fields of an entity, those that somebody added among them.
    pub(crate) fn fields(&self, entity: Entity) -> Result<&'static EntityFields, ApiError> {
        self.known_fields.of(self.store, entity)
    }

    /// The moment as it is kept: `2026-11-23T14:30`.
    pub(crate) fn now_text(&self) -> String {
        match Value::from(self.now) {
            Value::Text(text) => text.into_string(),
            _ => String::new(),
        }
    }
}

/// Looks and changes: `change::transact` takes one, and nothing else writes.
pub(crate) struct Writer<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) journal: &'a mut Vec<Vec<u8>>,
    pub(crate) settings: &'a crate::Settings,
}

impl<'a> Deref for Writer<'a> {
    type Target = Reader<'a>;

    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}
