//! A rule that follows its event to another day, and one cut in two.

use super::{Frequency, Repeat, RepeatDay, weekday};
use crate::values::parse_date;
use jiff::ToSpan;
use jiff::civil::Date;

impl Repeat {
    /// The rule once what fell on a day falls on another one.
    #[must_use]
    pub fn moved(&self, from: Date, to: Date) -> Self {
        let mut rule = self.clone();
        if from == to {
            return rule;
        }
        // As many events as before: the end follows.
        let ends = self.until.as_deref().and_then(parse_date);
        rule.until = ends
            .map(|last| last.checked_add((to - from).get_days().days()).unwrap_or(last))
            .map(|last| last.to_string());
        match self.freq {
            Frequency::Daily => {}
            Frequency::Weekly => rule.days = self.days.iter().map(|day| later(*day, from, to)).collect(),
            Frequency::Monthly | Frequency::Yearly => {
                for day in &mut rule.days {
                    *day = placed_again(*day, to);
                }
                for day in &mut rule.month_days {
                    *day = if *day < 0 {
                        to.day() - to.days_in_month() - 1
                    } else {
                        to.day()
                    };
                }
                rule.month_days.dedup();
                if rule.months == [from.month()] {
                    rule.months = vec![to.month()];
                }
            }
        }
        rule.days.sort_unstable_by_key(|day| (day.weekday, day.nth));
        rule.days.dedup();
        rule
    }

    /// The part of the rule that falls before a day; it started on another one.
    #[must_use]
    pub fn until_before(&self, day: Date) -> Self {
        let mut rule = self.clone();
        rule.count = None;
        rule.until = day.checked_sub(1.day()).ok().map(|last| last.to_string());
        rule
    }

    /// The part of the rule that falls from a day on: what it counts is what is left.
    #[must_use]
    pub fn from_day(&self, start: Date, day: Date) -> Self {
        let mut rule = self.clone();
        if let Some(count) = self.count {
            let passed = self.days_of(start).take_while(|known| *known < day).count();
            rule.count = Some(
                count
                    .saturating_sub(u32::try_from(passed).unwrap_or(u32::MAX))
                    .max(1),
            );
        }
        rule
    }
}

/// A day of the week, as many days later as one day is from another.
fn later(day: RepeatDay, from: Date, to: Date) -> RepeatDay {
    let step = i64::from((to - from).get_days());
    let moved = weekday(day.weekday).map_or(day.weekday, |known| {
        known.wrapping_add(step).to_monday_one_offset()
    });
    RepeatDay {
        weekday: moved,
        nth: day.nth,
    }
}

/// The weekday and the place in its month of another day; the last one stays the last one where it can.
fn placed_again(day: RepeatDay, to: Date) -> RepeatDay {
    let is_last = to.day() + 7 > to.days_in_month();
    let nth = day.nth.map(|nth| {
        if nth < 0 && is_last {
            -1
        } else {
            (to.day() - 1) / 7 + 1
        }
    });
    RepeatDay {
        weekday: to.weekday().to_monday_one_offset(),
        nth,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_rule_follows_its_event() {
        let moved = |rule: &str, from, to| Repeat::parse(rule).unwrap().moved(from, to).to_string();
        let (saturday, monday) = (date(2026, 12, 26), date(2026, 12, 28));
        assert_eq!(
            moved("FREQ=WEEKLY;BYDAY=TU,SA", saturday, monday),
            "FREQ=WEEKLY;BYDAY=MO,TH"
        );
        assert_eq!(
            moved("FREQ=MONTHLY;BYDAY=-1SA", saturday, monday),
            "FREQ=MONTHLY;BYDAY=-1MO"
        );
        assert_eq!(
            moved("FREQ=MONTHLY;BYMONTHDAY=26", saturday, monday),
            "FREQ=MONTHLY;BYMONTHDAY=28"
        );
        assert_eq!(
            moved("FREQ=YEARLY;BYMONTH=12", saturday, date(2027, 1, 2)),
            "FREQ=YEARLY;BYMONTH=1"
        );
        assert_eq!(
            moved(
                "FREQ=WEEKLY;BYDAY=SA;UNTIL=20270109",
                saturday,
                date(2026, 12, 25)
            ),
            "FREQ=WEEKLY;BYDAY=FR;UNTIL=20270108"
        );
        assert_eq!(
            moved("FREQ=DAILY;COUNT=3", saturday, monday),
            "FREQ=DAILY;COUNT=3"
        );
    }
}
