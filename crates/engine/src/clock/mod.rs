//! The day of use, and what its passing brings: pending events come true, leads nobody worked on are dated anew.

mod digest;
mod events;
mod leads;
mod read;
mod rows;

pub(crate) use digest::Digest;
pub(crate) use events::drop_of_customer;
pub(crate) use leads::note_origins;
pub(crate) use read::{TimeView, read};

use crate::change::{Change, ChangeDone, ChangeName, transact};
use crate::error::{ApiError, Problem, ProblemCode};
use crate::reader::{Reader, Writer};
use crate::replies;
use crate::store::{Store, setting};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

/// The day up to which time has come in this sandbox: it never goes back.
pub(crate) const CLOCK: &str = "clock";
/// Days by which the day of use is ahead of the calendar.
pub(crate) const AHEAD: &str = "ahead";
/// The furthest that time can be advanced at once, in days.
const FURTHEST: i64 = 366;

/// How many days to go forward.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TimeAdvance {
    days: i64,
}

/// What the passing of time brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Passed {
    /// Pending events that came true.
    came: u32,
    /// Those of them that followed a record to its new owner.
    followed: u32,
    /// Those that could not any more.
    dropped: u32,
    /// Leads dated anew.
    leads: u32,
    /// What came back from the messages that were sent.
    replies: u32,
}

/// Time was advanced.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Advanced {
    #[serde(flatten)]
    done: ChangeDone,
    /// The day of use now.
    today: String,
    passed: Passed,
    digest: Digest,
}

/// The moment of use: the calendar's, as far ahead as time was advanced, and never before what has already come.
pub(crate) fn moment_of_use(store: &Store, calendar: DateTime) -> Result<DateTime, ApiError> {
    let ahead: i64 = setting(store, AHEAD)?
        .and_then(|days| days.parse().ok())
        .unwrap_or(0);
    let now = calendar.checked_add(ahead.days()).unwrap_or(calendar);
    let come = come(store)?.unwrap_or(now.date());
    Ok(if now.date() < come {
        come.to_datetime(now.time())
    } else {
        now
    })
}

/// The day up to which time has come.
pub(crate) fn come(store: &Store) -> Result<Option<Date>, ApiError> {
    Ok(setting(store, CLOCK)?.and_then(|day| day.parse().ok()))
}

/// Lets the time since the last call pass, as one change; nothing when nothing is due.
pub(crate) fn catch_up(writer: &mut Writer) -> Result<(), ApiError> {
    let today = writer.today();
    let now = writer.now;
    let Some(from) = come(writer.store)? else {
        return Ok(());
    };
    if from >= today && !rows::is_due(writer.store, now)? {
        return Ok(());
    }
    transact(writer, ChangeName::TimePassed, |reader, change| {
        let passed = pass(change, Some(reader), from, now)?;
        Ok(((), (passed.came + passed.replies).to_string()))
    })?;
    Ok(())
}

/// Goes some days forward, as one change.
pub(crate) fn advance(writer: &mut Writer, input: TimeAdvance) -> Result<Advanced, ApiError> {
    if !(1..=FURTHEST).contains(&input.days) {
        return Err(ApiError::invalid(
            Problem::new("days", ProblemCode::OutOfRange)
                .between(Some("1".to_owned()), Some(FURTHEST.to_string())),
        ));
    }
    let from = writer.today();
    let to = from
        .checked_add(input.days.days())
        .map_err(|_| ApiError::invalid(Problem::new("days", ProblemCode::OutOfRange)))?;
    let ((passed, digest), done) = transact(writer, ChangeName::TimeAdvance, |reader, change| {
        let ahead = (to - reader.calendar.date()).get_days();
        rows::set(change, AHEAD, &ahead.to_string())?;
        let now = to.to_datetime(reader.now.time());
        let passed = pass(change, Some(reader), from, now)?;
        let digest = digest::digest(change, reader.now, now)?;
        Ok(((passed, digest), to.to_string()))
    })?;
    Ok(Advanced {
        done,
        today: to.to_string(),
        passed,
        digest,
    })
}

/// Brings a sandbox from one day of use to a later moment, inside a change. Without a reader, what must be looked up waits
/// for the first call.
pub(crate) fn pass(
    change: &Change,
    reader: Option<&Reader>,
    from: Date,
    now: DateTime,
) -> Result<Passed, ApiError> {
    let to = now.date();
    let mut passed = Passed::default();
    if let Some(reader) = reader.filter(|_| from < to) {
        let customers = replies::who_may_come(change)?;
        // Day after day: who comes by depends on what has come until their morning.
        for day in from.series(1.day()).skip(1).take_while(|day| *day <= to) {
            let midnight = day.to_datetime(Time::midnight());
            events::come_true(change, Some(reader), midnight, &mut passed)?;
            replies::plan_walk_ins(change, &customers, day)?;
        }
    }
    events::come_true(change, reader, now, &mut passed)?;
    if from < to {
        if let Some(reader) = reader {
            passed.replies += replies::neglected(&reader.at(now), change, from)?;
        }
        passed.leads = leads::renew(change, from, to)?;
        rows::set(change, CLOCK, &to.to_string())?;
    }
    Ok(passed)
}
