//! Every finding of the sandbox, kept; what was written since is judged again, with those it is tied to.

use super::fault::Fault;
use super::ties::Ties;
use super::{address, cars, consents, dates, firms, linked, names, reach, rows};
use crate::coherence::{Base, Gathering, Ref};
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use crate::school::Record;
use crate::store::Touched;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What was last found, on which day, and who is tied to whom: seeking it all again is of no use until the day changes.
#[derive(Default)]
pub(crate) struct Kept {
    on: Option<Date>,
    faults: Arc<Vec<Fault>>,
    ties: Ties,
}

/// Every finding, those left alone included, by check; those whose correction is certain first, then by record.
pub(super) fn faults(reader: &Reader) -> Result<Arc<Vec<Fault>>, ApiError> {
    let mut kept = reader.cleaning.borrow_mut();
    // Until the end nothing is kept: what fails midway is sought anew.
    let on = kept.on.take();
    match reader.store.take_touched()? {
        Touched::Some(units) if on == Some(reader.today()) => {
            if !units.is_empty() {
                judge_again(reader, units, &mut kept)?;
            }
        }
        _ => judge_all(reader, &mut kept)?,
    }
    kept.on = Some(reader.today());
    Ok(Arc::clone(&kept.faults))
}

fn judge_all(reader: &Reader, kept: &mut Kept) -> Result<(), ApiError> {
    *kept = Kept::default();
    let (base, mut faults) = judged(reader, &mut |take| rows::each(reader, take))?;
    in_order(&mut faults);
    kept.faults = Arc::new(faults);
    kept.ties = Ties::of_base(&base);
    Ok(())
}

/// Judges again those who were touched, those tied to them before or now, and the leads tied to these (a lead is a
/// customer's unless that customer is the double of another). Around each of them stands all that they are held against.
fn judge_again(reader: &Reader, touched: BTreeSet<Ref>, kept: &mut Kept) -> Result<(), ApiError> {
    let mut units = concerned(&kept.ties, &touched);
    let (base, _) = judged(reader, &mut |take| rows::of(reader, &touched, take))?;
    kept.ties.replace(&touched, &base);
    units.extend(concerned(&kept.ties, &touched));
    let around = kept.ties.around(&kept.ties.around(&units));
    let (_, mut found) = judged(reader, &mut |take| rows::of(reader, &around, take))?;
    found.retain(|fault| units.contains(&fault.whose()));
    in_order(&mut found);
    let faults = Arc::make_mut(&mut kept.faults);
    faults.retain(|fault| !units.contains(&fault.whose()));
    faults.append(&mut found);
    faults.sort_by_key(Fault::place);
    Ok(())
}

fn concerned(ties: &Ties, touched: &BTreeSet<Ref>) -> BTreeSet<Ref> {
    let mut units = ties.around(touched);
    let further = ties.around(&units);
    units.extend(further.into_iter().filter(|unit| unit.0 == Entity::Lead));
    units
}

/// Hands over records one by one.
type Take<'a> = &'a mut dyn FnMut(Record);

/// The base that some rows make, and what is found in it.
fn judged(
    reader: &Reader,
    rows: &mut dyn FnMut(Take) -> Result<(), ApiError>,
) -> Result<(Base, Vec<Fault>), ApiError> {
    let today = reader.today();
    let mut gathering = Gathering::of_session(today);
    let mut faults = Vec::new();
    rows(&mut |record| {
        dates::of_row(&record, today, &mut faults);
        gathering.add_part(record);
    })?;
    let base = gathering.done();
    of_base(&base, &mut faults);
    faults.retain(|fault| !is_archived(&base, fault));
    Ok((base, faults))
}

/// One finding of a check for each record, in the order of the page.
fn in_order(faults: &mut Vec<Fault>) {
    faults.sort_by_key(|fault| (fault.check, fault.record, !fault.is_certain()));
    faults.dedup_by_key(|fault| (fault.check, fault.record));
    faults.sort_by_key(Fault::place);
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
