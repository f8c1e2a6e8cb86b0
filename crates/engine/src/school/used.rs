//! A used car that leaves the showroom as the base sells them: chosen by who buys, worn by its years, priced by its wear.

use super::chance::Chance;
use super::day::Day;
use super::invoices::lines_of_sale;
use super::life::{finance, make_car, used_age, used_share, vat_recoverable};
use super::vehicles::{Deal, Taste, used_price};
use crate::content::people::{Profile, professions, profiles};
use crate::content::trade::Model;
use jiff::civil::Date;

/// Kilometres that a price expects of a year.
const EXPECTED: i64 = 12_000;

/// Who buys it, as far as a choice of car goes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Buyer {
    /// None for a firm.
    pub(crate) profile: Option<&'static Profile>,
    /// What a firm drives: `van`, `car`, `garage`; empty for a person.
    pub(crate) drives: &'static str,
}

/// A used car, sold.
#[derive(Clone, Debug)]
pub(crate) struct UsedCar {
    pub(crate) model: &'static Model,
    pub(crate) trim: &'static str,
    pub(crate) energy: &'static str,
    pub(crate) registered: Date,
    pub(crate) km: i64,
    /// VAT is on the margin: the invoice shows none.
    pub(crate) on_margin: bool,
    /// `cash`, `credit`…; months and cents when it is not paid at once.
    pub(crate) finance: (&'static str, Option<i64>, Option<i64>),
    /// What the invoice says: label and net cents.
    pub(crate) lines: Vec<(String, i64)>,
}

/// The profile of a person, by their profession and their age: of those that fit, one drawn by its weight, or by weight alone
/// when none fits.
pub(crate) fn profile_of(
    profession: Option<&str>,
    age: Option<u32>,
    seed: u64,
    customer: u64,
) -> &'static Profile {
    let group = profession.and_then(|name| {
        let found = professions()
            .iter()
            .find(|known| known.masculine == name || known.feminine == name);
        found.map(|known| known.group)
    });
    let fits = |profile: &&Profile| {
        age.is_none_or(|age| (profile.ages.0..=profile.ages.1).contains(&age))
            && group.is_none_or(|group| profile.groups.iter().any(|known| known == group))
    };
    let mut found: Vec<&'static Profile> = profiles().iter().filter(fits).collect();
    if found.is_empty() {
        found = profiles().iter().collect();
    }
    let place = Chance::of(seed, customer, "profile").weighted(found.iter().map(|profile| profile.weight));
    found[place]
}

/// Does somebody take a used car rather than a new one?
pub(crate) fn takes_used(buyer: &Buyer, seed: u64, sale: u64) -> bool {
    Chance::of(seed, sale, "takes_used").percent(used_share(buyer.profile))
}

/// The used car that somebody buys on a day: the same for the same seed, sale and buyer.
pub(crate) fn used_car(buyer: &Buyer, seed: u64, sale: u64, on: Date) -> UsedCar {
    let mut chance = Chance::of(seed, sale, "used_car");
    let taste = Taste {
        profile: buyer.profile,
        drives: buyer.drives,
        energy: None,
    };
    let bought = Day::civil(i32::from(on.year()), i32::from(on.month()), i32::from(on.day()));
    let registered = bought.plus(-used_age(&mut chance)).max(Day::civil(2014, 2, 1));
    let age = bought.since(registered);
    let car = make_car(&taste, &mut chance, registered, bought, false);
    let price = used_price(car.list_price, age, car.first_km, age * EXPECTED / 365);
    let finance = finance(&mut chance, buyer.profile, false, price);
    let paid = (finance.kind, finance.months, finance.amount);
    let deal = Deal {
        is_new: false,
        on_margin: !chance.percent(vat_recoverable(buyer.profile.is_none(), age)),
        delivered: bought,
        ordered: bought,
        price,
        trade_in: 0,
        finance,
    };
    let lines = lines_of_sale(&mut chance, &car, &deal, registered);
    let (year, month, day) = registered.parts();
    UsedCar {
        model: car.model,
        trim: car.trim,
        energy: car.energy,
        registered: date_of(year, month, day).unwrap_or(on),
        km: car.first_km,
        on_margin: deal.on_margin,
        finance: paid,
        lines: lines
            .into_iter()
            .map(|line| (line.label, line.unit_price))
            .collect(),
    }
}

fn date_of(year: i32, month: i32, day: i32) -> Option<Date> {
    let year = i16::try_from(year).ok()?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::trade::sale_lines;
    use jiff::civil::date;

    fn buyers() -> Vec<Buyer> {
        let persons = profiles().iter().map(|profile| Buyer {
            profile: Some(profile),
            drives: "",
        });
        let firms = ["van", "car", "garage"].map(|drives| Buyer {
            profile: None,
            drives,
        });
        persons.chain(firms).collect()
    }

    #[test]
    fn a_used_car_is_coherent_in_its_years_its_wear_its_price_and_its_taxes() {
        let on = date(2026, 12, 1);
        let (mut on_margin, mut all) = (0, 0);
        for buyer in buyers() {
            for sale in 0..120 {
                let car = used_car(&buyer, 2026, sale, on);
                let years = crate::reckoning::days_between(car.registered, on) / 365;
                assert!(car.registered < on && years <= 6, "{car:?}");
                assert!((car.model.years.0..=car.model.years.1).contains(&i32::from(car.registered.year())));
                assert!(car.km <= (years + 1) * 15_600 && car.km > 2_000, "{car:?}");
                let new = car
                    .model
                    .energies
                    .iter()
                    .map(|(_, price)| i64::from(*price) * 100)
                    .max()
                    .unwrap();
                let total: i64 = car.lines.iter().map(|line| line.1).sum();
                let paid = if car.on_margin { total } else { total * 120 / 100 };
                assert!((150_000..new * 14 / 10).contains(&paid), "{car:?}");
                let words = sale_lines();
                let tax = if car.on_margin {
                    &words.margin
                } else {
                    &words.recoverable
                };
                assert!(car.lines[0].0.ends_with(tax.as_str()) && car.lines[0].0.contains(car.model.name));
                on_margin += i32::from(car.on_margin);
                all += 1;
            }
        }
        assert!(on_margin > all / 2, "{on_margin} of {all}");
    }

    #[test]
    fn it_is_worth_less_with_the_years_and_the_young_take_more_of_them() {
        let price = |years: i64| used_price(2_500_000, years * 365, years * EXPECTED, years * EXPECTED);
        assert!((1..7).all(|years| price(years) < price(years - 1)));
        let share = |key: &str| {
            let buyer = Buyer {
                profile: profiles().iter().find(|profile| profile.key == key),
                drives: "",
            };
            (0..1_000).filter(|sale| takes_used(&buyer, 3, *sale)).count()
        };
        assert!(share("apprentice") > 880 && (200..360).contains(&share("retired_couple")));
        assert_eq!(
            profile_of(None, Some(20), 1, 1).key,
            profile_of(None, Some(20), 1, 1).key
        );
        let retired = profile_of(Some("Retraité"), Some(75), 1, 9);
        assert!((retired.ages.0..=retired.ages.1).contains(&75));
    }
}
