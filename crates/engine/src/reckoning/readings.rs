//! The odometer: the curve, what cannot be, the distance of a year, the estimate for today.

use super::figure::{Figure, Part, StepCode, day, days_between, step};
use jiff::civil::Date;

/// What an odometer said one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) on: Date,
    /// Kilometres.
    pub(crate) km: i64,
}

/// The distance of a year is that of the last three years, when they are known.
const RECENT_DAYS: i64 = 3 * 365;
/// Closer readings say nothing of a year.
const LEAST_DAYS: i64 = 90;

/// Which readings, in the order of days, cannot be: the fewest that must go for the odometer never to go back.
pub(crate) fn odd(readings: &[Reading]) -> Vec<bool> {
    // By the length of the longest chain that never goes back and ends there: in a pile, kilometres only go down.
    let mut piles: Vec<Vec<usize>> = Vec::new();
    let mut from: Vec<Option<usize>> = vec![None; readings.len()];
    for (at, reading) in readings.iter().enumerate() {
        let goes_on = |pile: &Vec<usize>| pile.last().is_some_and(|last| readings[*last].km <= reading.km);
        let length = piles.partition_point(goes_on);
        if let Some(before) = length.checked_sub(1).map(|before| &piles[before]) {
            let earliest = before.partition_point(|earlier| readings[*earlier].km > reading.km);
            from[at] = before.get(earliest).copied();
        }
        if length == piles.len() {
            piles.push(Vec::new());
        }
        piles[length].push(at);
    }
    let mut odd = vec![true; readings.len()];
    // Among chains as long, the one that ends last.
    let mut next = piles.last().and_then(|pile| pile.last()).copied();
    while let Some(at) = next {
        odd[at] = false;
        next = from[at];
    }
    odd
}

/// Kilometres a year over the readings that can be.
pub(crate) fn per_year(kept: &[Reading], odd: i64) -> Figure {
    let (Some(first), Some(last)) = (kept.first(), kept.last()) else {
        return Figure::none(StepCode::NoReadings);
    };
    let apart = |reading: &Reading| days_between(reading.on, last.on);
    let far = || kept.iter().rev().filter(|reading| apart(reading) >= LEAST_DAYS);
    // The oldest of the last three years; without one, the nearest before them.
    let start = far()
        .take_while(|reading| apart(reading) <= RECENT_DAYS)
        .last()
        .or_else(|| far().next())
        .unwrap_or(first);
    let days = days_between(start.on, last.on);
    if days < LEAST_DAYS {
        return Figure::none(StepCode::TooClose);
    }
    let km = last.km - start.km;
    let rate = rounded(km * 36_525, days * 100);
    let mut steps = vec![
        step(StepCode::FirstReading, [Part::Km(start.km), day(start.on)]),
        step(StepCode::LastReading, [Part::Km(last.km), day(last.on)]),
        step(StepCode::Distance, [Part::Km(km), Part::Days(days)]),
        step(
            StepCode::Rate,
            [Part::Km(km), Part::Days(days), Part::KmPerYear(rate)],
        ),
    ];
    if odd > 0 {
        steps.insert(0, step(StepCode::OddReadings, [Part::Count(odd)]));
    }
    Figure::found(Part::KmPerYear(rate), steps)
}

/// What the odometer should show today.
pub(crate) fn estimate(last: Option<Reading>, rate: &Figure, today: Date) -> Figure {
    let (Some(last), Some(Part::KmPerYear(rate))) = (last, &rate.value) else {
        return Figure::none(StepCode::NoReadings);
    };
    let days = days_between(last.on, today).max(0);
    let driven = rounded(rate * days * 100, 36_525);
    Figure::found(
        Part::Km(last.km + driven),
        vec![
            step(StepCode::LastReading, [Part::Km(last.km), day(last.on)]),
            step(StepCode::Since, [Part::Days(days)]),
            step(
                StepCode::Driven,
                [Part::KmPerYear(*rate), Part::Days(days), Part::Km(driven)],
            ),
            step(
                StepCode::Sum,
                [Part::Km(last.km), Part::Km(driven), Part::Km(last.km + driven)],
            ),
        ],
    )
}

/// The nearest whole number.
pub(crate) fn rounded(over: i64, under: i64) -> i64 {
    if under == 0 {
        0
    } else {
        (2 * over + under).div_euclid(2 * under)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn reading(on: Date, km: i64) -> Reading {
        Reading { on, km }
    }

    #[test]
    fn a_year_apart_is_the_distance_of_a_year() {
        let kept = [
            reading(date(2020, 3, 1), 0),
            reading(date(2023, 6, 1), 30_000),
            reading(date(2026, 5, 31), 60_000),
        ];
        // 1 095 days for 30 000 km: 10 006,8 a year.
        let rate = per_year(&kept, 0);
        assert_eq!(rate.value, Some(Part::KmPerYear(10_007)));
        let today = estimate(kept.last().copied(), &rate, date(2026, 11, 23));
        // 176 days: 4 822 km.
        assert_eq!(today.value, Some(Part::Km(64_822)));
    }

    #[test]
    fn without_a_reading_of_the_last_three_years_the_nearest_before_them_counts() {
        let kept = [
            reading(date(2017, 11, 13), 0),
            reading(date(2021, 6, 7), 23_046),
            reading(date(2026, 6, 9), 71_326),
        ];
        // 48 280 km in 1 828 days.
        assert_eq!(per_year(&kept, 0).value, Some(Part::KmPerYear(9_647)));
    }

    #[test]
    fn one_slip_of_the_keyboard_is_the_only_reading_set_aside() {
        let kms = [10_000, 20_000, 300_000, 40_000, 50_000];
        let readings: Vec<Reading> = (0_i8..)
            .zip(kms)
            .map(|(month, km)| reading(date(2026, 1 + month, 1), km))
            .collect();
        assert_eq!(odd(&readings), [false, false, true, false, false]);
        let low = [20_000, 2_100, 40_000];
        let readings: Vec<Reading> = (0_i8..)
            .zip(low)
            .map(|(month, km)| reading(date(2026, 1 + month, 1), km))
            .collect();
        assert_eq!(odd(&readings).iter().filter(|odd| **odd).count(), 1);
    }

    /// Each reading held against all those before it.
    fn fewest_set_aside(readings: &[Reading]) -> usize {
        let mut length = vec![1_usize; readings.len()];
        for at in 0..readings.len() {
            let before = (0..at).filter(|before| readings[*before].km <= readings[at].km);
            length[at] = 1 + before.map(|before| length[before]).max().unwrap_or(0);
        }
        readings.len() - length.into_iter().max().unwrap_or(0)
    }

    proptest! {
        #[test]
        fn the_fewest_readings_are_set_aside(kms in proptest::collection::vec(0_i64..60, 0..60)) {
            let mut on = date(2015, 1, 1);
            let readings: Vec<Reading> = kms
                .into_iter()
                .map(|km| {
                    on = on.saturating_add(jiff::Span::new().days(3));
                    reading(on, km)
                })
                .collect();
            let set_aside = odd(&readings).into_iter().filter(|odd| *odd).count();
            prop_assert_eq!(set_aside, fewest_set_aside(&readings));
        }

        #[test]
        fn what_is_kept_never_goes_back_and_the_estimate_is_never_under_it(
            steps in proptest::collection::vec((1_i64..700, 0_i64..400_000), 0..40),
            later in 0_i64..2_000,
        ) {
            let mut on = date(2015, 1, 1);
            let mut readings = Vec::new();
            for (days, km) in steps {
                on = on.saturating_add(jiff::Span::new().days(days));
                readings.push(reading(on, km));
            }
            let odd = odd(&readings);
            let kept: Vec<Reading> = readings
                .iter()
                .zip(&odd)
                .filter_map(|(reading, odd)| (!odd).then_some(*reading))
                .collect();
            prop_assert!(kept.windows(2).all(|pair| pair[0].km <= pair[1].km));
            prop_assert_eq!(kept.is_empty(), readings.is_empty());
            let rate = per_year(&kept, 0);
            let today = estimate(kept.last().copied(), &rate, on.saturating_add(jiff::Span::new().days(later)));
            if let (Some(Part::Km(today)), Some(last)) = (today.value, kept.last()) {
                prop_assert!(today >= last.km);
            }
        }
    }
}
