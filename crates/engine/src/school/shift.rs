//! From the template year, where stories are drawn, to the year of use: whole years, then onto working days.

use super::day::Day;

/// The year whose stories are written; a use in another year moves every date by the difference.
pub(super) const TEMPLATE_YEAR: i32 = 2026;
/// How far ahead of the day of use what will happen is prepared.
const HORIZON_DAYS: i64 = 120;

/// The day of use, and what it makes of template dates.
#[derive(Clone, Copy, Debug)]
pub(super) struct Timeline {
    pub(super) today: Day,
    years: i32,
}

impl Timeline {
    /// The timeline of a day of use.
    pub(super) fn new(today: Day) -> Self {
        Self {
            today,
            years: today.year() - TEMPLATE_YEAR,
        }
    }

    /// A template day in the year of use.
    pub(super) fn shift(&self, template: Day) -> Day {
        template.years_later(self.years)
    }

    /// A template day as a working day of the year of use.
    pub(super) fn open(&self, template: Day) -> Day {
        open_from(self.shift(template))
    }

    /// Has it happened?
    pub(super) fn is_past(&self, day: Day) -> bool {
        day <= self.today
    }

    /// The last day for which pending events are prepared.
    pub(super) fn horizon(&self) -> Day {
        self.today.plus(HORIZON_DAYS)
    }
}

/// The day itself, or the next one that is neither a Sunday nor a public holiday.
pub(super) fn open_from(day: Day) -> Day {
    step_while(day, 1, |day| !is_open(day))
}

/// The day itself, or the last one before it that is neither a Sunday nor a public holiday.
pub(super) fn open_until(day: Day) -> Day {
    step_while(day, -1, |day| !is_open(day))
}

/// The day itself, or the next one from Monday to Friday that is no public holiday: consumers are called on those only
/// (article D. 223-9 of the Code de la consommation).
pub(super) fn office_from(day: Day) -> Day {
    step_while(day, 1, |day| !is_office(day))
}

/// The day itself, or the last one before it from Monday to Friday that is no public holiday.
pub(super) fn office_until(day: Day) -> Day {
    step_while(day, -1, |day| !is_office(day))
}

fn step_while(day: Day, step: i64, closed: impl Fn(Day) -> bool) -> Day {
    let mut day = day;
    while closed(day) {
        day = day.plus(step);
    }
    day
}

/// Neither a Sunday nor a public holiday.
pub(super) fn is_open(day: Day) -> bool {
    day.weekday() != 7 && !is_public_holiday(day)
}

fn is_office(day: Day) -> bool {
    day.weekday() < 6 && !is_public_holiday(day)
}

/// The eleven public holidays of France (article L. 3133-1 of the Code du travail).
pub(super) fn is_public_holiday(day: Day) -> bool {
    let (year, month, date) = day.parts();
    if matches!(
        (month, date),
        (1, 1) | (5, 1) | (5, 8) | (7, 14) | (8, 15) | (11, 1) | (11, 11) | (12, 25)
    ) {
        return true;
    }
    // Easter Monday, Ascension and Whit Monday all lie in these months.
    (3..=6).contains(&month) && matches!(day.since(easter(year)), 1 | 39 | 50)
}

/// Easter Sunday (Meeus, Jones and Butcher).
fn easter(year: i32) -> Day {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    Day::civil(year, sum / 31, sum % 31 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn holidays_agree_with_the_table() {
        let table: BTreeSet<&str> =
            crate::content::rows(include_str!("../../../../content/calendar/public_holidays.tsv"))
                .filter(|[_, _, alsace]| *alsace == "0")
                .map(|[date, _, _]| date)
                .collect();
        let mut day = Day::civil(2024, 1, 1);
        let mut found = 0;
        while day.year() <= 2030 {
            assert_eq!(
                is_public_holiday(day),
                table.contains(day.iso().as_str()),
                "{}",
                day.iso()
            );
            found += usize::from(is_public_holiday(day));
            day = day.plus(1);
        }
        assert_eq!(found, table.len());
    }

    #[test]
    fn a_purchase_of_13_november_2019_moves_by_whole_years() {
        let bought = Day::civil(2019, 11, 13);
        let later = Timeline::new(Day::civil(2027, 5, 3));
        assert_eq!(later.shift(bought), Day::civil(2020, 11, 13));
        assert_eq!(later.shift(Day::civil(2024, 2, 29)), Day::civil(2025, 2, 28));
    }
}
