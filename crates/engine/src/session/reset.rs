//! Back to the start: the base of the calendar's day, made anew. One change like any other, so it can be undone.

use super::rows;
use crate::Settings;
use crate::agenda::{kept_calendar, put_calendar_back};
use crate::bases::{self, Source};
use crate::change::{ChangeDone, ChangeName, Nothing, transact};
use crate::error::ApiError;
use crate::reader::Writer;
use crate::store::{Store, load, setting, with_base_beside};
use jiff::civil::Date;

/// Fills an empty sandbox with its base; renews one in which nothing was ever done and whose day is past, or which stands on
/// another base than the workbook asked for. True when it did.
pub(crate) fn open_base(
    store: &Store,
    settings: &Settings,
    today: Date,
    fresh: bool,
) -> Result<bool, ApiError> {
    let untouched = !fresh && rows::is_untouched(store)?;
    let other = untouched && !bases::stands_on_asked(store, settings)?;
    let stale = untouched && setting(store, "date")?.as_deref() != Some(today.to_string().as_str());
    if !fresh && !stale && !other {
        return Ok(false);
    }
    let anew = fresh || other;
    let source = if anew {
        Source::first(settings)
    } else {
        Source::current(store, settings)?
    };
    let base = bases::prepare(&source, today)?;
    load(
        store,
        &base.parts(!anew),
        |take| base.produce(take),
        |change| base.settle(change),
    )?;
    Ok(true)
}

/// Puts everything back to the start.
pub(crate) fn reset(writer: &mut Writer, _input: Nothing) -> Result<ChangeDone, ApiError> {
    let source = Source::current(writer.reader.store, writer.settings)?;
    put_back(writer, ChangeName::Reset, &source, true)
}

/// Gives up a trainer's base for the product's own.
pub(crate) fn restore_school(writer: &mut Writer, _input: Nothing) -> Result<ChangeDone, ApiError> {
    let source = Source::school(writer.settings);
    put_back(writer, ChangeName::BaseRestore, &source, false)
}

fn put_back(
    writer: &mut Writer,
    name: ChangeName,
    source: &Source,
    same_source: bool,
) -> Result<ChangeDone, ApiError> {
    let base = bases::prepare(source, writer.reader.calendar.date())?;
    let calendar = kept_calendar(writer.reader.store)?;
    with_base_beside(
        writer.reader.store,
        &base.parts(same_source),
        |take| base.produce(take),
        |beside| {
            let ((), done) = transact(writer, name, |_, change| {
                beside.replace_all(change)?;
                base.settle(change)?;
                put_calendar_back(change, calendar.as_deref())?;
                Ok(((), String::new()))
            })?;
            Ok(done)
        },
    )
}
