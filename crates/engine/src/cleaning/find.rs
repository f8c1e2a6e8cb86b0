//! Every finding of the sandbox, kept until something is written.

use super::fault::Fault;
use super::{address, cars, consents, dates, firms, linked, names, reach, rows};
use crate::coherence::{Base, Gathering};
use crate::error::ApiError;
use crate::reader::Reader;
use jiff::civil::Date;
use std::sync::Arc;

/// What was last found, and when: seeking it again is of no use until a row is written or the day changes.
#[derive(Default)]
pub(crate) struct Kept {
    when: Option<(u64, Date)>,
    faults: Arc<Vec<Fault>>,
}

/// Every finding, those left alone included, by check; those whose correction is certain first, then by record.
pub(super) fn faults(reader: &Reader) -> Result<Arc<Vec<Fault>>, ApiError> {
    let now = (rows::stamp(reader), reader.today());
    if reader.cleaning.borrow().when != Some(now) {
        let faults = Arc::new(seek(reader)?);
        *reader.cleaning.borrow_mut() = Kept {
            when: Some(now),
            faults,
        };
    }
    Ok(Arc::clone(&reader.cleaning.borrow().faults))
}

fn seek(reader: &Reader) -> Result<Vec<Fault>, ApiError> {
    let today = reader.today();
    let mut gathering = Gathering::of_session(today);
    let mut faults = Vec::new();
    rows::each(reader, &mut |record| {
        dates::of_row(&record, today, &mut faults);
        gathering.add_part(record);
    })?;
    let base = gathering.done();
    of_base(&base, &mut faults);
    faults.retain(|fault| !is_archived(&base, fault));
    faults.sort_by_key(|fault| (fault.check, !fault.is_certain(), fault.record));
    faults.dedup_by_key(|fault| (fault.check, fault.record));
    Ok(faults)
}

fn of_base(base: &Base, faults: &mut Vec<Fault>) {
    reach::find(base, faults);
    address::find(base, faults);
    names::find(base, faults);
    firms::find(base, faults);
    cars::find(base, faults);
    consents::find(base, faults);
    linked::find(base, faults);
}

/// Nobody works on an archived record any more.
fn is_archived(base: &Base, fault: &Fault) -> bool {
    base.customer(fault.customer)
        .is_some_and(|customer| customer.state == "archived")
}
