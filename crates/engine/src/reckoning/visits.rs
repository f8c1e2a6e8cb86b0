//! Visits to the workshop: how often, and when the next one is due, by date and by distance.

use super::figure::{Figure, Part, StepCode, day, days_between, step};
use super::readings::{Reading, rounded};
use crate::content::upkeep::ServiceRule;
use jiff::Span;
use jiff::civil::Date;

/// Days between two visits in a row.
pub(crate) fn intervals(visits: &[Date]) -> Vec<i64> {
    visits
        .windows(2)
        .map(|pair| days_between(pair[0], pair[1]))
        .collect()
}

/// Mean and median of the intervals, in days.
pub(crate) fn mean_and_median(visits: &[Date]) -> (Figure, Figure) {
    let found = intervals(visits);
    if found.is_empty() {
        let code = if visits.is_empty() {
            StepCode::NoVisit
        } else {
            StepCode::OneVisit
        };
        return (Figure::none(code), Figure::none(code));
    }
    let count = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let sum: i64 = found.iter().sum();
    let mean = rounded(sum, count);
    let mut sorted = found.clone();
    sorted.sort_unstable();
    let middle = sorted.len() / 2;
    let median = if sorted.len() % 2 == 1 {
        sorted[middle]
    } else {
        rounded(sorted[middle - 1] + sorted[middle], 2)
    };
    let listed = step(StepCode::Intervals, [Part::List(found)]);
    (
        Figure::found(
            Part::Days(mean),
            vec![
                listed.clone(),
                step(
                    StepCode::Mean,
                    [Part::Days(sum), Part::Count(count), Part::Days(mean)],
                ),
            ],
        ),
        Figure::found(
            Part::Days(median),
            vec![
                listed,
                step(StepCode::Sorted, [Part::List(sorted)]),
                step(StepCode::Median, [Part::Days(median)]),
            ],
        ),
    )
}

/// From where the next visit is counted: the last one, or the day the car was bought or first registered.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Since {
    pub(crate) code: StepCode,
    pub(crate) on: Date,
    /// What the odometer said that day, in kilometres.
    pub(crate) km: Option<i64>,
}

/// The next visit by date, by distance, and whichever comes first.
pub(crate) fn next(
    since: Option<Since>,
    rule: &ServiceRule,
    last: Option<Reading>,
    rate: &Figure,
) -> (Figure, Figure, Figure) {
    let Some(since) = since else {
        let none = Figure::none(StepCode::NoRegistration);
        return (none.clone(), none.clone(), none);
    };
    let by_date = after_months(since.on, rule.months);
    let date = Figure::found(
        day(by_date),
        vec![
            step(since.code, [day(since.on)]),
            step(StepCode::EveryMonths, [Part::Months(rule.months), day(by_date)]),
        ],
    );
    let km = by_km(since, rule, last, rate);
    let first = match (&date.value, &km.value) {
        (Some(Part::Day(one)), Some(Part::Day(other))) => {
            let earlier = one.min(other).clone();
            Figure::found(
                Part::Day(earlier.clone()),
                vec![step(
                    StepCode::Earlier,
                    [
                        Part::Day(one.clone()),
                        Part::Day(other.clone()),
                        Part::Day(earlier),
                    ],
                )],
            )
        }
        _ => date.clone(),
    };
    (date, km, first)
}

fn by_km(since: Since, rule: &ServiceRule, last: Option<Reading>, rate: &Figure) -> Figure {
    let (Some(km), Some(last), Some(Part::KmPerYear(rate))) = (since.km, last, &rate.value) else {
        return Figure::none(StepCode::NoReadings);
    };
    if *rate <= 0 {
        return Figure::none(StepCode::TooClose);
    }
    let due = km + rule.km;
    // A car hardly driven would wait for decades: dates stop at a century.
    let days = rounded((due - last.km).max(0) * 36_525, rate * 100).min(36_525);
    let on = last.on.saturating_add(Span::new().days(days));
    Figure::found(
        day(on),
        vec![
            step(since.code, [day(since.on)]),
            step(StepCode::EveryKm, [Part::Km(rule.km), Part::Km(due)]),
            step(StepCode::LastReading, [Part::Km(last.km), day(last.on)]),
            step(
                StepCode::ReachedOn,
                [Part::KmPerYear(*rate), Part::Days(days), day(on)],
            ),
        ],
    )
}

/// The same day so many months later; the last day of a shorter month.
pub(crate) fn after_months(from: Date, months: i64) -> Date {
    from.saturating_add(Span::new().months(months.clamp(0, 12_000)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::upkeep::upkeep;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn the_first_term_reached_wins() {
        let rule = upkeep().service_of(Some("Diesel")).unwrap();
        let since = Since {
            code: StepCode::LastVisit,
            on: date(2026, 2, 1),
            km: Some(60_000),
        };
        let last = Some(Reading {
            on: date(2026, 2, 1),
            km: 60_000,
        });
        let at = |rate| Figure::found(Part::KmPerYear(rate), Vec::new());
        // 20 000 km at 40 000 a year: 183 days, before the year is out.
        let (by_date, by_km, next) = super::next(Some(since), rule, last, &at(40_000));
        assert_eq!(by_date.day(), Some("2027-02-01"));
        assert_eq!(by_km.day(), Some("2026-08-03"));
        assert_eq!(next.day(), Some("2026-08-03"));
        let (_, by_km, next) = super::next(Some(since), rule, last, &at(5_000));
        assert_eq!(by_km.day(), Some("2030-02-01"));
        assert_eq!(next.day(), Some("2027-02-01"));
    }

    #[test]
    fn an_even_count_has_its_median_between_the_two_in_the_middle() {
        let visits = [
            date(2026, 1, 1),
            date(2026, 1, 11),
            date(2026, 2, 10),
            date(2026, 2, 12),
            date(2026, 3, 4),
        ];
        let (mean, median) = mean_and_median(&visits);
        // 10, 30, 2, 20.
        assert_eq!(mean.value, Some(Part::Days(16)));
        assert_eq!(median.value, Some(Part::Days(15)));
        assert_eq!(mean_and_median(&visits[..1]).0.value, None);
    }

    proptest! {
        #[test]
        fn mean_and_median_lie_between_the_shortest_and_the_longest(gaps in proptest::collection::vec(1_i64..900, 1..30)) {
            let mut on = date(2010, 1, 1);
            let mut visits = vec![on];
            for gap in &gaps {
                on = on.saturating_add(Span::new().days(*gap));
                visits.push(on);
            }
            let (least, most) = (gaps.iter().min().unwrap(), gaps.iter().max().unwrap());
            let (mean, median) = mean_and_median(&visits);
            for figure in [mean, median] {
                let Some(Part::Days(days)) = figure.value else { panic!("no figure") };
                prop_assert!(least <= &days && &days <= most, "{days} of {gaps:?}");
            }
        }
    }
}
