//! The same days found the slow way, by asking of each day whether the rule falls on it: what the expansion is held to.

use super::{Frequency, Repeat, RepeatDay};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

/// Which period of the rule a day is in, counted from that of the start.
fn period(rule: &Repeat, start: Date, day: Date) -> i64 {
    let monday = |day: Date| day - i64::from(day.weekday().to_monday_zero_offset()).days();
    let month = |day: Date| i64::from(day.year()) * 12 + i64::from(day.month());
    match rule.freq {
        Frequency::Daily => i64::from((day - start).get_days()),
        Frequency::Weekly => i64::from((monday(day) - monday(start)).get_days() / 7),
        Frequency::Monthly => month(day) - month(start),
        Frequency::Yearly => i64::from(day.year() - start.year()),
    }
}

/// The same weekday so many weeks away stays in the month, or the year.
fn rank(rule: &Repeat, day: Date, way: i64) -> i8 {
    let whole_year = rule.freq == Frequency::Yearly && rule.months.is_empty() && rule.month_days.is_empty();
    let same = |other: &Date| {
        if whole_year {
            other.year() == day.year()
        } else {
            other.first_of_month() == day.first_of_month()
        }
    };
    let steps = (0..60).take_while(|weeks: &i64| same(&(day + (way * weeks * 7).days())));
    i8::try_from(steps.count()).unwrap()
}

fn takes(rule: &Repeat, start: Date, day: Date) -> bool {
    let last = day.last_of_month().day();
    let by_month = rule.months.is_empty() || rule.months.contains(&day.month());
    let by_day = rule.month_days.is_empty()
        || rule
            .month_days
            .iter()
            .any(|wanted| *wanted == day.day() || last + 1 + *wanted == day.day());
    let by_weekday = rule.days.is_empty()
        || rule.days.iter().any(|wanted| {
            let nth = match wanted.nth {
                None => true,
                Some(nth) if nth > 0 => rank(rule, day, -1) == nth,
                Some(nth) => rank(rule, day, 1) == -nth,
            };
            wanted.weekday == day.weekday().to_monday_one_offset() && nth
        });
    let says_nothing = rule.days.is_empty() && rule.month_days.is_empty();
    let as_start = match rule.freq {
        Frequency::Weekly if rule.days.is_empty() => day.weekday() == start.weekday(),
        Frequency::Monthly if says_nothing => day.day() == start.day(),
        Frequency::Yearly if says_nothing && rule.months.is_empty() => {
            (day.month(), day.day()) == (start.month(), start.day())
        }
        Frequency::Yearly if says_nothing => day.day() == start.day(),
        _ => true,
    };
    period(rule, start, day) % i64::from(rule.interval) == 0 && by_month && by_day && by_weekday && as_start
}

fn naive(rule: &Repeat, start: Date, to: Date) -> Vec<Date> {
    // Positions are counted in the whole period, the part before the start included.
    let begin = start - 400.days();
    let all: Vec<Date> = begin
        .series(1.day())
        .take_while(|day| *day < to + 400.days())
        .filter(|day| takes(rule, start, *day))
        .collect();
    let placed = |day: &Date| {
        if rule.positions.is_empty() {
            return true;
        }
        let same: Vec<&Date> = all
            .iter()
            .filter(|other| period(rule, start, **other) == period(rule, start, *day))
            .collect();
        let at = i16::try_from(same.iter().position(|other| *other == day).unwrap()).unwrap();
        let length = i16::try_from(same.len()).unwrap();
        rule.positions.contains(&(at + 1)) || rule.positions.contains(&(at - length))
    };
    let until = rule.until.as_deref().map(|day| day.parse::<Date>().unwrap());
    all.iter()
        .copied()
        .filter(|day| *day >= start && placed(day))
        .filter(|day| until.is_none_or(|until| *day <= until))
        .take(rule.count.map_or(usize::MAX, |count| count as usize))
        .filter(|day| *day < to)
        .collect()
}

fn rule() -> impl Strategy<Value = Repeat> {
    let freq = prop_oneof![
        Just(Frequency::Daily),
        Just(Frequency::Weekly),
        Just(Frequency::Monthly),
        Just(Frequency::Yearly)
    ];
    let day = (1_i8..8, prop::option::of(prop_oneof![1_i8..6, -3_i8..0]))
        .prop_map(|(weekday, nth)| RepeatDay { weekday, nth });
    let end = prop_oneof![
        Just((None, None)),
        (1_u32..30).prop_map(|count| (None, Some(count))),
        (0_i64..900).prop_map(|days| (Some((date(2026, 1, 1) + days.days()).to_string()), None)),
    ];
    (
        freq,
        1_u16..4,
        prop::collection::vec(day, 0..3),
        prop::collection::vec(prop_oneof![1_i8..32, -5_i8..0], 0..2),
        prop::collection::vec(1_i8..13, 0..3),
        prop::collection::vec(prop_oneof![1_i16..4, -3_i16..0], 0..2),
        end,
    )
        .prop_map(
            |(freq, interval, mut days, mut month_days, months, positions, (until, count))| {
                if matches!(freq, Frequency::Daily | Frequency::Weekly) {
                    for day in &mut days {
                        day.nth = None;
                    }
                }
                if freq == Frequency::Weekly {
                    month_days.clear();
                }
                Repeat {
                    freq,
                    interval,
                    days,
                    month_days,
                    months,
                    positions,
                    until,
                    count,
                }
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn a_window_holds_the_days_found_one_by_one(rule in rule(), start in 0_i64..500, from in 0_i64..700, length in 1_i64..60) {
        let start = date(2025, 12, 1) + start.days();
        let (from, to) = (date(2026, 1, 1) + from.days(), date(2026, 1, 1) + (from + length).days());
        let mut wanted = naive(&rule, start, to);
        wanted.retain(|day| *day >= from);
        prop_assert_eq!(rule.days_between(start, from, to), wanted, "{} from {}", &rule, start);
        prop_assert_eq!(Repeat::parse(&rule.to_string()), Some(rule));
    }

    #[test]
    fn a_rule_cut_in_two_falls_on_the_same_days(rule in rule(), start in 0_i64..300, at in 1_usize..12) {
        let start = date(2026, 1, 1) + start.days();
        let whole: Vec<Date> = rule.days_of(start).take(40).collect();
        if let Some(day) = whole.get(at).copied() {
            let (before, after) = (rule.until_before(day), rule.from_day(start, day));
            let mut both: Vec<Date> = before.days_of(start).collect();
            both.extend(after.days_of(day).take(40));
            both.truncate(40);
            prop_assert_eq!(both, whole, "{} from {} cut on {}", &rule, start, day);
        }
    }
}
