//! Days by which a car must be seen again: contrôle technique, warranty, financing.

use super::figure::{Figure, Part, StepCode, day, step};
use super::visits::after_months;
use crate::content::upkeep::{InspectionRule, WarrantyRule};
use jiff::civil::Date;

/// The next contrôle technique at the latest, from the registration or from the last one known.
pub(crate) fn inspection(
    registered: Option<Date>,
    last: Option<Date>,
    rule: &InspectionRule,
    today: Date,
) -> Figure {
    if let Some(last) = last {
        let due = after_months(last, rule.every_months);
        return Figure::found(
            day(due),
            vec![
                step(StepCode::LastInspection, [day(last)]),
                step(
                    StepCode::NextInspection,
                    [Part::Months(rule.every_months), day(due)],
                ),
            ],
        );
    }
    let Some(registered) = registered else {
        return Figure::none(StepCode::NoRegistration);
    };
    let first = after_months(registered, rule.first_months);
    let mut due = first;
    let mut months = rule.first_months;
    while due < today && rule.every_months > 0 {
        months += rule.every_months;
        due = after_months(registered, months);
    }
    let mut steps = vec![
        step(StepCode::Registered, [day(registered)]),
        step(
            StepCode::FirstInspection,
            [Part::Months(rule.first_months), day(first)],
        ),
    ];
    if due != first {
        steps.push(step(
            StepCode::NextInspection,
            [Part::Months(rule.every_months), day(due)],
        ));
    }
    Figure::found(day(due), steps)
}

/// A promise bought with the car: from when, and for how many months.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Promise {
    pub(crate) from: Date,
    pub(crate) months: i64,
}

/// The end of the warranty: the maker's, or later by what was bought with the car.
pub(crate) fn warranty(registered: Option<Date>, promises: &[Promise], rule: &WarrantyRule) -> Figure {
    let Some(registered) = registered else {
        return Figure::none(StepCode::NoRegistration);
    };
    let makers = after_months(registered, rule.months);
    let mut steps = vec![
        step(StepCode::Registered, [day(registered)]),
        step(StepCode::MakersWarranty, [Part::Months(rule.months), day(makers)]),
    ];
    let mut end = makers;
    for promise in promises {
        // It begins where the maker's ends, or with the purchase when that is over.
        let until = after_months(promise.from.max(end), promise.months);
        steps.push(step(
            StepCode::Prolonged,
            [Part::Months(promise.months), day(until)],
        ));
        end = end.max(until);
    }
    Figure::found(day(end), steps)
}

/// The end of the financing.
pub(crate) fn financing(from: Option<Date>, months: Option<i64>) -> Figure {
    let (Some(from), Some(months)) = (from, months) else {
        return Figure::none(StepCode::NoFinancing);
    };
    let end = after_months(from, months);
    Figure::found(
        day(end),
        vec![
            step(StepCode::Financed, [day(from)]),
            step(StepCode::Lasts, [Part::Months(months), day(end)]),
        ],
    )
}

/// The months that a line of an invoice promises, its label folded: the number before « mois », when it names a warranty.
pub(crate) fn months_promised(folded: &str, words: &str) -> Option<i64> {
    folded.contains(&crate::values::fold(words)).then_some(())?;
    let mut before = None;
    for word in folded.split(|letter: char| !letter.is_alphanumeric()) {
        if word == "mois" {
            return before;
        }
        before = word.parse().ok();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::upkeep::upkeep;
    use jiff::civil::date;

    #[test]
    fn the_first_inspection_is_four_years_on_then_every_two() {
        let rule = &upkeep().inspection;
        let today = date(2026, 11, 23);
        let due = |registered| {
            inspection(Some(registered), None, rule, today)
                .day()
                .unwrap()
                .to_owned()
        };
        assert_eq!(due(date(2024, 2, 29)), "2028-02-29");
        assert_eq!(due(date(2020, 11, 23)), "2026-11-23");
        assert_eq!(due(date(2020, 11, 22)), "2028-11-22");
        let known = inspection(Some(date(2018, 1, 5)), Some(date(2025, 12, 1)), rule, today);
        assert_eq!(known.day(), Some("2027-12-01"));
    }

    #[test]
    fn a_promise_of_months_prolongs_the_warranty() {
        let rule = &upkeep().warranty;
        let promised = |label| months_promised(&crate::values::fold(label), &rule.words);
        assert_eq!(promised("Extension de garantie 24 mois"), Some(24));
        assert_eq!(promised("Garantie occasion 12\u{a0}mois"), Some(12));
        assert_eq!(promised("Forfait 12 mois"), None);
        let new = [Promise {
            from: date(2025, 3, 1),
            months: 24,
        }];
        let end = |registered, promises: &[Promise]| {
            warranty(Some(registered), promises, rule)
                .day()
                .unwrap()
                .to_owned()
        };
        assert_eq!(end(date(2025, 3, 1), &new), "2029-03-01");
        assert_eq!(end(date(2018, 3, 1), &new), "2027-03-01");
        assert_eq!(end(date(2025, 3, 1), &[]), "2027-03-01");
    }

    #[test]
    fn a_financing_ends_after_its_months() {
        assert_eq!(
            financing(Some(date(2023, 8, 31)), Some(37)).day(),
            Some("2026-09-30")
        );
        assert_eq!(financing(None, Some(37)).value, None);
    }
}
