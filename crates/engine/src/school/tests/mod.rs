//! What must hold of any school base, whatever the day and the seed.

mod base;
mod dates;
mod people;
mod sales;
mod whole;

use base::Base;

/// Days and seeds that every rule is held against: every ninth day of three years, so that each weekday, each month
/// and both sides of a new year come.
fn for_many_bases(rules: &[fn(&Base)]) {
    let check = |base: &Base| rules.iter().for_each(|rule| rule(base));
    let mut day = jiff::civil::date(2026, 1, 1);
    let mut seed = 2026;
    while day.year() < 2029 {
        check(&Base::made(seed, day, 90));
        day = day.checked_add(jiff::Span::new().days(9)).unwrap();
        // The seed of the product half of the time, others between.
        seed = if seed == 2026 {
            u64::from(day.day().unsigned_abs())
        } else {
            2026
        };
    }
    for day in [
        jiff::civil::date(2026, 11, 23),
        jiff::civil::date(2024, 2, 29),
        jiff::civil::date(2031, 12, 31),
    ] {
        check(&Base::made(2026, day, 520));
    }
}
