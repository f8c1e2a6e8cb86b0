//! Back to the start: the base of the day of use, made anew. One change like any other, so it can be undone.

use super::rows;
use crate::Settings;
use crate::change::{ChangeDone, ChangeName, Nothing, transact};
use crate::error::ApiError;
use crate::reader::Writer;
use crate::school;
use crate::store::{Store, Take, load, with_base_beside};
use jiff::civil::Date;

/// Fills an empty sandbox with the school base; renews one in which nothing was ever done and whose day is past.
pub(crate) fn open_base(store: &Store, settings: Settings, today: Date, fresh: bool) -> Result<(), ApiError> {
    let stale = !fresh
        && rows::is_untouched(store)?
        && rows::setting(store, "date")?.as_deref() != Some(today.to_string().as_str());
    if fresh || stale {
        fill(store, settings, today)
    } else {
        Ok(())
    }
}

fn fill(store: &Store, settings: Settings, today: Date) -> Result<(), ApiError> {
    load(store, &made_from(settings, today), |take| {
        school::generate(settings.seed, today, settings.size, take)
    })
}

fn made_from(settings: Settings, today: Date) -> [(&'static str, String); 3] {
    [
        ("seed", settings.seed.to_string()),
        ("date", today.to_string()),
        ("size", settings.size.to_string()),
    ]
}

/// Puts everything back to the start.
pub(crate) fn reset(writer: &mut Writer, _input: Nothing) -> Result<ChangeDone, ApiError> {
    let (store, settings, today) = (writer.reader.store, writer.settings, writer.today());
    let produce = |take: Take| school::generate(settings.seed, today, settings.size, take);
    with_base_beside(store, &made_from(settings, today), produce, |base| {
        let ((), done) = transact(writer, ChangeName::Reset, |_, change| {
            base.replace_all(change)?;
            Ok(((), String::new()))
        })?;
        Ok(done)
    })
}
