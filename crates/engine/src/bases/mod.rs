//! What a sandbox begins with: the product's school base, made for the day, or a trainer's workbook carried to it.

mod carry;
mod rows;

use crate::Settings;
use crate::change::{Change, ChangeDone, ChangeName, transact};
use crate::clock;
use crate::error::ApiError;
use crate::excel::{self, Packed, Workbook};
use crate::fields::Entity;
use crate::reader::Writer;
use crate::school::{self, Record};
use crate::store::{BaseParts, Store, Take, TechnicalRow, setting, with_base_beside};
use crate::values::parse_date;
use carry::{Move, carry, carry_added};
use jiff::civil::Date;
use std::collections::HashSet;
use std::sync::Arc;

/// Where a base comes from.
pub(crate) enum Source {
    /// The product's generator.
    School {
        /// Same seed, same day: same base.
        seed: u64,
        /// How many customers.
        size: u32,
    },
    /// A trainer's workbook.
    Workbook(Arc<[u8]>),
}

impl Source {
    /// What a sandbox that is being made begins with.
    pub(crate) fn first(settings: &Settings) -> Self {
        match &settings.base {
            Some(bytes) => Self::Workbook(Arc::clone(bytes)),
            None => Self::school(settings),
        }
    }

    /// The product's own base.
    pub(crate) fn school(settings: &Settings) -> Self {
        Self::School {
            seed: settings.seed,
            size: settings.size,
        }
    }

    /// To what a reset of this sandbox returns.
    pub(crate) fn current(store: &Store, settings: &Settings) -> Result<Self, ApiError> {
        if let Some(bytes) = rows::kept_workbook(store)? {
            return Ok(Self::Workbook(bytes.into()));
        }
        let number = |key| setting(store, key).map(|text| text.and_then(|text| text.parse().ok()));
        Ok(Self::School {
            seed: number("seed")?.unwrap_or(settings.seed),
            size: number("size")?
                .and_then(|size: u64| u32::try_from(size).ok())
                .unwrap_or(settings.size),
        })
    }
}

/// Is the base of this sandbox a trainer's?
pub(crate) fn is_own(store: &Store) -> Result<bool, ApiError> {
    rows::has_workbook(store)
}

/// Is its base the workbook that the settings ask for? True when they ask for none.
pub(crate) fn stands_on_asked(store: &Store, settings: &Settings) -> Result<bool, ApiError> {
    match &settings.base {
        Some(asked) => Ok(rows::kept_workbook(store)?.as_deref() == Some(&**asked)),
        None => Ok(true),
    }
}

/// A base ready for a day, yet to be written.
pub(crate) struct Prepared {
    today: Date,
    made: Made,
}

enum Made {
    School {
        seed: u64,
        size: u32,
    },
    Carried {
        seed: String,
        records: Vec<Packed>,
        day: OnTheDay,
        /// The day that whole years reach; time passes from there to the day of use.
        reached: Date,
    },
}

/// What a trainer's workbook becomes on a day, before time passes.
pub(crate) struct OnTheDay {
    moved: Option<Move>,
    /// What goes beside its records.
    pub(crate) technical: Vec<TechnicalRow>,
}

impl OnTheDay {
    /// A record as it is on the day.
    pub(crate) fn carried(&self, record: Record) -> Record {
        match self.moved {
            Some(moved) => carry(record, moved),
            None => record,
        }
    }
}

/// Reads what there is to read; nothing is written.
///
/// # Errors
/// `BadWorkbook` when a trainer's workbook cannot be read.
pub(crate) fn prepare(source: &Source, today: Date) -> Result<Prepared, ApiError> {
    let made = match source {
        Source::School { seed, size } => Made::School {
            seed: *seed,
            size: *size,
        },
        Source::Workbook(bytes) => carried(excel::read_workbook(bytes)?, bytes, today),
    };
    Ok(Prepared { today, made })
}

fn carried(workbook: Workbook, bytes: &[u8], today: Date) -> Made {
    let mut day = on_the_day(&workbook, today);
    day.technical.extend(rows::parts_of(bytes));
    Made::Carried {
        reached: day.moved.map_or(today, Move::reached),
        seed: workbook.about.seed.unwrap_or_default(),
        records: workbook.records,
        day,
    }
}

/// What a trainer's workbook becomes on a day, before time passes.
pub(crate) fn on_the_day(workbook: &Workbook, today: Date) -> OnTheDay {
    let moved = parse_date(&workbook.about.date).and_then(|from| Move::between(from, today));
    // The numbers and events of the session it was written from travel; its clock and its own base do not.
    let travels = |row: &&TechnicalRow| matches!(row.table, "sequence" | "custom_value" | "targeting_member");
    let mut technical: Vec<TechnicalRow> = workbook.technical.iter().filter(travels).cloned().collect();
    if let Some(moved) = moved {
        carry_added(&workbook.records, &mut technical, moved);
    }
    OnTheDay { moved, technical }
}

impl Prepared {
    /// What goes beside the records; `same_source` when the workbook kept now is the one it was made from.
    pub(crate) fn parts(&self, same_source: bool) -> BaseParts {
        let (seed, size, technical) = match &self.made {
            Made::School { seed, size } => (seed.to_string(), *size as usize, Vec::new()),
            Made::Carried {
                seed, records, day, ..
            } => {
                let customers = records.iter().filter(|record| record.entity == Entity::Customer);
                let technical = day
                    .technical
                    .iter()
                    .filter(|row| !same_source || row.table != rows::KEPT)
                    .cloned()
                    .collect();
                (seed.clone(), customers.count(), technical)
            }
        };
        BaseParts {
            settings: vec![
                ("seed", seed),
                ("date", self.today.to_string()),
                ("size", size.to_string()),
                (clock::CLOCK, self.today.to_string()),
                (clock::AHEAD, "0".to_owned()),
            ],
            technical,
            same_source,
            customers: size,
            is_school: matches!(self.made, Made::School { .. }),
        }
    }

    /// Lets the days pass that whole years leave; the records are in place.
    pub(crate) fn settle(&self, change: &Change) -> Result<(), ApiError> {
        clock::note_origins(change)?;
        if let Made::Carried { reached, .. } = self.made
            && reached < self.today
        {
            clock::pass(change, None, reached, self.today.at(0, 0, 0, 0))?;
        }
        Ok(())
    }

    /// Hands over its records.
    pub(crate) fn produce(&self, take: Take) -> Result<(), ApiError> {
        match &self.made {
            Made::School { seed, size } => school::generate_ahead(*seed, self.today, *size, take),
            Made::Carried { records, day, .. } => records
                .iter()
                .map(|record| day.carried(record.record()))
                .try_for_each(take),
        }
    }
}

/// Makes a trainer's workbook the base of this sandbox and puts it in place of the data, as one change.
pub(crate) fn install(writer: &mut Writer, workbook: Workbook, bytes: &[u8]) -> Result<ChangeDone, ApiError> {
    let today = writer.reader.calendar.date();
    let base = Prepared {
        today,
        made: carried(workbook, bytes, today),
    };
    with_base_beside(
        writer.reader.store,
        &base.parts(false),
        |take| base.produce(take),
        |beside| {
            let ((), done) = transact(writer, ChangeName::BaseImport, |_, change| {
                beside.replace_all(change)?;
                base.settle(change)?;
                Ok(((), String::new()))
            })?;
            Ok(done)
        },
    )
}

/// Puts a session's workbook in place of the data, as one change: its base, its clock and its events with it.
pub(crate) fn resume(writer: &mut Writer, workbook: Workbook) -> Result<ChangeDone, ApiError> {
    let Workbook {
        about,
        records,
        mut technical,
        ..
    } = workbook;
    let mut settings = Vec::new();
    if !technical.iter().any(|row| row.table == "setting") {
        // The hidden sheet is lost: what the first one says is enough to go on.
        let customers = records.iter().filter(|record| record.entity == Entity::Customer);
        settings = vec![
            ("seed", about.seed.unwrap_or_default()),
            ("date", about.date.clone()),
            ("size", customers.count().to_string()),
            (clock::CLOCK, about.date),
            (clock::AHEAD, "0".to_owned()),
        ];
    }
    // The rows of a table that were written twice by hand would be refused.
    let mut met = HashSet::new();
    technical.retain(|row| {
        let keys: usize = match row.table {
            "custom_value" => 3,
            _ => 1,
        };
        met.insert(format!(
            "{} {:?}",
            row.table,
            &row.values[..keys.min(row.values.len())]
        ))
    });
    let parts = BaseParts {
        settings,
        technical,
        ..BaseParts::default()
    };
    with_base_beside(
        writer.reader.store,
        &parts,
        |take| records.iter().map(Packed::record).try_for_each(take),
        |beside| {
            let ((), done) = transact(writer, ChangeName::WorkbookImport, |_, change| {
                beside.replace_all(change)?;
                Ok(((), String::new()))
            })?;
            Ok(done)
        },
    )
}
