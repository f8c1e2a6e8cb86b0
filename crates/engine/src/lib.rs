//! The engine: everything the product knows. [`Engine::call`] is the only door.
//!
//! What must stay absent: a clock, a file, a socket, a thread; a write outside `change::transact`; a French sentence.

mod activities;
mod after_sales;
mod agenda;
mod api;
mod bases;
mod bulk;
mod campaigns;
mod change;
mod cleaning;
mod clock;
pub mod coherence;
mod consents;
pub mod content;
mod custom_fields;
mod customers;
mod dashboards;
pub mod duplicates;
mod error;
mod excel;
pub mod fields;
mod files;
mod invoices;
mod leads;
mod lists;
mod messages;
mod on_workbook;
mod places;
mod reader;
mod reckoning;
mod records;
mod replies;
pub mod school;
mod search;
mod session;
mod store;
mod targeting;
mod transverse;
pub mod values;
mod world;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod types_test;

pub use api::COMMANDS;
pub use error::{
    ApiError, FileProblem, FileProblemCode, GateReason, MessageProblem, MessageProblemCode, Problem,
    ProblemCode, TargetProblem, TargetProblemCode,
};
pub use excel::{BaseRecipe, write_base};
pub use files::{FileMade, HearProgress, MakeSpool, Spool};
pub use on_workbook::{CampaignOfWorkbook, CampaignOrder, campaign_on_workbook, template_names};
pub use store::{DATA_FORMAT, Soundness, examine_file};
pub use world::{FixedWorld, World};

use files::Files;
use reader::{Reader, Writer};
use std::cell::RefCell;
use std::sync::Arc;
use store::Store;

/// What a school base is made from, besides the day of use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Same seed, same day: same base, to the byte.
    pub seed: u64,
    /// How many customers.
    pub size: u32,
    /// A trainer's workbook with which a new sandbox begins, instead of the product's base.
    pub base: Option<Arc<[u8]>>,
}

impl Settings {
    /// The product's base of a seed and a size.
    #[must_use]
    pub fn school(seed: u64, size: u32) -> Self {
        Self {
            seed,
            size,
            base: None,
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self::school(2026, 520)
    }
}

/// Holds a workbook against every rule of coherence: those of a base, or what must hold of a learner's session.
///
/// # Errors
/// `BadWorkbook`, with every problem found.
pub fn verify_workbook(bytes: &[u8]) -> Result<coherence::Report, ApiError> {
    let workbook = excel::read_workbook(bytes)?;
    let day = values::parse_date(&workbook.about.date).ok_or(ApiError::DataDamaged)?;
    let mut gathering = match workbook.about.kind {
        excel::WorkbookKind::Base => coherence::Gathering::new(day),
        excel::WorkbookKind::Session => coherence::Gathering::of_session(day),
    };
    for record in workbook.records {
        gathering.add(record.record());
    }
    Ok(coherence::verify(&gathering.done()))
}

/// The records of a workbook that are the same person or firm, surest first, and the persons who belong with a firm. What
/// is written is compared as it is written: a fault in a cell keeps nothing from being read.
///
/// # Errors
/// `BadWorkbook` when the file is no workbook or holds no customers.
pub fn duplicates_of_workbook(bytes: &[u8]) -> Result<duplicates::WorkbookDoubles, ApiError> {
    duplicates::of_workbook(bytes)
}

/// The references of whoever a targeting keeps in a workbook, in the order asked for, on the workbook's day of use: at the
/// hour of its export when it was exported on that day, at eight otherwise.
///
/// # Errors
/// `BadWorkbook`; `BadTarget` with every problem and its place in the text.
pub fn target_workbook(bytes: &[u8], text: &str, sort: &str) -> Result<Vec<String>, ApiError> {
    let about = excel::read_workbook(bytes)?.about;
    let day = values::parse_date(&about.date).ok_or(ApiError::DataDamaged)?;
    let exported = about.exported_at.as_deref().and_then(values::parse_date_time);
    let now = exported
        .filter(|at| at.date() == day)
        .unwrap_or(day.at(8, 0, 0, 0));
    let settings = Settings {
        base: Some(bytes.into()),
        ..Settings::default()
    };
    let engine = Engine::open_memory(settings, &FixedWorld(now))?;
    targeting::kept_by_text(&engine.looking(now), text, sort)
}

/// A workbook in which time has passed.
#[derive(Debug)]
pub struct Lived {
    /// The workbook of the session, to go on with.
    pub file: FileMade,
    /// What came, as `time.advance` tells it: `replies`, `invoices`, `leads`…
    pub digest: serde_json::Value,
}

/// Lets the dealership of a workbook live until a day: events come true, customers answer what was sent to them.
///
/// # Errors
/// `BadWorkbook`; `Invalid` when the day does not lie after the workbook's, or more than a year after.
pub fn advance_workbook(bytes: &[u8], until: jiff::civil::Date) -> Result<Lived, ApiError> {
    let workbook = excel::read_workbook(bytes)?;
    let day = values::parse_date(&workbook.about.date).ok_or(ApiError::DataDamaged)?;
    let days = (until - day).get_days();
    if !(1..=366).contains(&days) {
        let last = day.saturating_add(jiff::Span::new().days(366));
        let problem = Problem::new("until", ProblemCode::OutOfRange).between(
            day.tomorrow().ok().map(|next| next.to_string()),
            Some(last.to_string()),
        );
        return Err(ApiError::invalid(problem));
    }
    let exported = workbook
        .about
        .exported_at
        .as_deref()
        .and_then(values::parse_date_time);
    let at = exported
        .filter(|at| at.date() == day)
        .unwrap_or(day.at(8, 0, 0, 0));
    let is_session = workbook.about.kind == excel::WorkbookKind::Session;
    let ahead = if is_session { workbook.days_ahead() } else { 0 };
    let world = FixedWorld(at.saturating_sub(jiff::Span::new().days(ahead)));
    let mut engine = if is_session {
        let mut engine = Engine::open_memory(Settings::school(1, 20), &world)?;
        engine.give_file(bytes.to_vec());
        engine.call("workbook.import", "{}", &world)?;
        engine
    } else {
        let settings = Settings {
            base: Some(bytes.into()),
            ..Settings::default()
        };
        Engine::open_memory(settings, &world)?
    };
    let passed = engine.call("time.advance", &format!("{{\"days\":{days}}}"), &world)?;
    engine.call(
        "workbook.export",
        r#"{"kind":"session","anomalies":false}"#,
        &world,
    )?;
    let mut passed: serde_json::Value = serde_json::from_str(&passed).unwrap_or_default();
    Ok(Lived {
        file: engine.take_file().ok_or(ApiError::NoFile)?,
        digest: passed["digest"].take(),
    })
}

/// One sandbox, open: a school base and what a learner did to it.
pub struct Engine {
    store: Store,
    settings: Settings,
    vocabulary: RefCell<search::Vocabulary>,
    cleaning: RefCell<cleaning::Kept>,
    figures: RefCell<dashboards::Kept>,
    compared: RefCell<duplicates::Compared>,
    journal: Vec<Vec<u8>>,
    files: Files,
    renewed: bool,
}

impl Engine {
    /// Opens the sandbox kept in a file, or makes it there.
    ///
    /// # Errors
    /// `NewerData`, `StorageUnwritable`, `StorageFull`, `DataDamaged`: nothing was touched.
    pub fn open_file(path: &str, settings: Settings, world: &dyn World) -> Result<Self, ApiError> {
        let (store, fresh) = Store::open_file(path)?;
        Self::open(store, fresh, settings, world)
    }

    /// Makes a file of data with its base, for a path at which there is none. No log: it is written once, and is worth nothing
    /// before this has ended. Whoever calls it flushes it and gives it its name then.
    ///
    /// # Errors
    /// `StorageUnwritable`, `StorageFull`, `BadWorkbook`: what is at the path is to be thrown away.
    pub fn make_file(path: &str, settings: Settings, world: &dyn World) -> Result<(), ApiError> {
        let store = Store::make_file(path, settings.size)?;
        Self::open(store, true, settings, world)?;
        Ok(())
    }

    /// Makes a sandbox that lives in memory.
    ///
    /// # Errors
    /// Only faults of ours.
    pub fn open_memory(settings: Settings, world: &dyn World) -> Result<Self, ApiError> {
        Self::open(Store::open_memory()?, true, settings, world)
    }

    /// Brings back a sandbox from its last snapshot and the journal entries that came after it.
    ///
    /// # Errors
    /// `NewerData`, `DataDamaged`.
    pub fn restore(
        snapshot: &[u8],
        journal: &[Vec<u8>],
        settings: Settings,
        world: &dyn World,
    ) -> Result<Self, ApiError> {
        let store = Store::from_snapshot(snapshot)?;
        for entry in journal {
            change::replay(&store, entry)?;
        }
        Self::open(store, false, settings, world)
    }

    fn open(store: Store, fresh: bool, settings: Settings, world: &dyn World) -> Result<Self, ApiError> {
        let renewed = session::open_base(&store, &settings, world.today(), fresh)? && !fresh;
        Ok(Self {
            store,
            settings,
            vocabulary: RefCell::default(),
            cleaning: RefCell::default(),
            figures: RefCell::default(),
            compared: RefCell::default(),
            journal: Vec::new(),
            files: Files::default(),
            renewed,
        })
    }

    /// Runs a command of the table: JSON text in, JSON text out.
    ///
    /// # Errors
    /// The error of the command; data and undo list are then as they were.
    pub fn call(&mut self, name: &str, input: &str, world: &dyn World) -> Result<String, ApiError> {
        let reader = Reader {
            store: &self.store,
            now: clock::moment_of_use(&self.store, world.now())?,
            calendar: world.now(),
            files: &self.files,
            vocabulary: &self.vocabulary,
            known_fields: fields::KnownFields::default(),
            cleaning: &self.cleaning,
            figures: &self.figures,
            compared: &self.compared,
        };
        let mut writer = Writer {
            reader,
            journal: &mut self.journal,
            settings: &self.settings,
        };
        // A day that has begun since the last call brings what it holds before anything else is done.
        let answer = clock::catch_up(&mut writer).and_then(|()| api::dispatch(name, input, &mut writer));
        self.files.forget_given();
        answer
    }

    /// What only looks, at a moment.
    fn looking(&self, now: jiff::civil::DateTime) -> Reader<'_> {
        Reader {
            store: &self.store,
            now,
            calendar: now,
            files: &self.files,
            vocabulary: &self.vocabulary,
            known_fields: fields::KnownFields::default(),
            cleaning: &self.cleaning,
            figures: &self.figures,
            compared: &self.compared,
        }
    }

    /// Was the sandbox made anew for the day when it was opened, since nobody had done anything in it? What a browser kept
    /// of it is then of no more use: a snapshot takes its place before any journal entry.
    #[must_use]
    pub fn was_renewed(&self) -> bool {
        self.renewed
    }

    /// Does the sandbox stand on the workbook that its settings ask for? One in which something was done keeps its base.
    ///
    /// # Errors
    /// `DataDamaged`.
    pub fn stands_on_asked_base(&self) -> Result<bool, ApiError> {
        bases::stands_on_asked(&self.store, &self.settings)
    }

    /// Hands in the file that the next command reads.
    pub fn give_file(&mut self, bytes: Vec<u8>) {
        self.files.give(bytes);
    }

    /// The file that the last command made, once.
    pub fn take_file(&mut self) -> Option<FileMade> {
        self.files.take_made()
    }

    /// Who hears how far a long command has come; called from within [`Engine::call`].
    pub fn hear_progress(&mut self, hear: HearProgress) {
        self.files.hear(hear);
    }

    /// What was done since the last time this was asked: to append durably, in order, before the answer is given.
    /// A sandbox in a file keeps itself and needs none of it.
    pub fn take_journal(&mut self) -> Vec<Vec<u8>> {
        std::mem::take(&mut self.journal)
    }

    /// What was done since the base was made, for [`Engine::carry_on`] on another computer; none when there is nothing.
    ///
    /// # Errors
    /// `StorageFull` when it is too much for any platform.
    pub fn carried(&self) -> Result<Option<Vec<u8>>, ApiError> {
        change::carried(&self.store)
    }

    /// Goes on from what was carried away, in a sandbox just made from the same seed, size, day and workbook.
    ///
    /// # Errors
    /// `DataDamaged` when it does not fit: made by another version, from another base, or cut. Nothing is changed then.
    pub fn carry_on(&mut self, carried: &[u8]) -> Result<(), ApiError> {
        change::replay(&self.store, carried)
    }

    /// Writes the sandbox that a file keeps into a new file, which [`Engine::open_file`] takes.
    ///
    /// # Errors
    /// `StorageFull`, `StorageUnwritable`; `DataDamaged` when some of it can no longer be read.
    pub fn copy_to(&self, path: &str) -> Result<(), ApiError> {
        self.store.copy_to(path)
    }

    /// The whole sandbox, as bytes that [`Engine::restore`] takes.
    ///
    /// # Errors
    /// Only faults of ours.
    pub fn snapshot(&mut self) -> Result<Vec<u8>, ApiError> {
        self.store.snapshot()
    }
}
