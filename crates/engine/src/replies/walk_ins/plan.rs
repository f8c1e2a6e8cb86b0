//! Who comes by on a day that begins: whoever draws under the most that a chance can be is looked at, the others never are.

use super::passage::{Passage, WHOLE, most};
use super::purpose::asked;
use super::rows;
use crate::change::Change;
use crate::error::ApiError;
use crate::replies::come::Coming;
use crate::replies::luck::{Luck, Step};
use crate::replies::person::{day_number, hidden};
use crate::replies::rows as base;
use crate::replies::send::{Rules, after, rules, wait};
use crate::values::is_open_day;
use jiff::civil::Date;

/// Who has just come, or is expected, does not come by as well.
const APART: i64 = 10;
/// When the doors open, and the minutes until the last hour of the day.
const OPENS: (i8, i8) = (9, 30);
const OPEN: u64 = 8 * 60;
const OPEN_ON_SATURDAY: u64 = 7 * 60 + 30;

/// Plans the visits of nobody's asking of a day, at its beginning, among `customers`, those of [`who_may_come`].
///
/// # Errors
/// Those of the database.
pub(crate) fn plan_walk_ins(change: &Change, customers: &[i64], day: Date) -> Result<(), ApiError> {
    if !is_open_day(day) {
        return Ok(());
    }
    let rules = rules(change)?;
    let occasion = day_number(day) * 16 + 8;
    let most = most(rules.regime);
    for &customer in customers {
        let luck = Luck::of(rules.seed, customer, occasion);
        if luck.below(Step::Show, WHOLE) < most {
            consider(change, rules, customer, day, occasion)?;
        }
    }
    Ok(())
}

/// Every customer whose record is in use.
///
/// # Errors
/// Those of the database.
pub(crate) fn who_may_come(change: &Change) -> Result<Vec<i64>, ApiError> {
    rows::customers(change)
}

fn consider(change: &Change, rules: Rules, customer: i64, day: Date, occasion: u64) -> Result<(), ApiError> {
    let morning = day.at(OPENS.0, OPENS.1, 0, 0);
    let Some(known) = base::known_of(change, &asked(customer, morning))? else {
        return Ok(());
    };
    let passage = Passage::of(rules.regime, &known, &hidden(rules.seed, &known, day), day);
    let luck = Luck::of(rules.seed, customer, occasion);
    if luck.below(Step::Show, WHOLE) >= passage.chance(&mut |_, _, _| ())
        || rows::is_met(change, customer, day, APART)?
    {
        return Ok(());
    }
    let open = if day.weekday() == jiff::civil::Weekday::Saturday {
        OPEN_ON_SATURDAY
    } else {
        OPEN
    };
    let due = after(morning, luck.below(Step::Delay, open));
    wait(change, due, Some(customer), Coming::WalkIn { occasion, passage })
}
