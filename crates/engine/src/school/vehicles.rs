//! Cars: model, energy and finish of their year, price new and used, mileage that grows.

use super::chance::Chance;
use super::day::Day;
use super::identifiers;
use crate::content::people::Profile;
use crate::content::trade::{self, Model};

/// A car somebody owns or owned.
#[derive(Clone, Debug)]
pub(super) struct Car {
    pub(super) id: i64,
    /// Its number among all cars, from which plate and chassis number come.
    pub(super) serial: u64,
    pub(super) model: &'static Model,
    pub(super) trim: &'static str,
    pub(super) energy: &'static str,
    /// New price with taxes, in cents.
    pub(super) list_price: i64,
    pub(super) registered: Day,
    /// Since when it is theirs.
    pub(super) owned_from: Day,
    /// Kilometres then.
    pub(super) first_km: i64,
    pub(super) km_per_year: i64,
    pub(super) sold_on: Option<Day>,
    pub(super) deal: Option<Deal>,
}

/// How it was bought from us.
#[derive(Clone, Debug)]
pub(super) struct Deal {
    pub(super) is_new: bool,
    /// VAT is on the margin: the invoice shows none.
    pub(super) on_margin: bool,
    pub(super) delivered: Day,
    pub(super) ordered: Day,
    /// With taxes, in cents.
    pub(super) price: i64,
    pub(super) trade_in: i64,
    pub(super) finance: Finance,
}

/// How it is paid.
#[derive(Clone, Debug)]
pub(super) struct Finance {
    /// `cash`, `credit`, `lease_option`, `lease`, `finance_lease`.
    pub(super) kind: &'static str,
    pub(super) months: Option<i64>,
    /// Cents.
    pub(super) amount: Option<i64>,
}

/// Who chooses.
pub(super) struct Taste {
    pub(super) profile: Option<&'static Profile>,
    /// `van`, `car` or `garage`; empty for a person.
    pub(super) drives: &'static str,
    /// No other energy will do, a column of `energies.tsv`.
    pub(super) energy: Option<usize>,
}

/// A choice of car.
pub(super) struct Choice {
    pub(super) model: &'static Model,
    pub(super) energy: &'static str,
    pub(super) trim: &'static str,
    /// New price with taxes, in cents.
    pub(super) list_price: i64,
}

/// A car registered in a template year, of the makes sold new here or of all.
pub(super) fn choose(chance: &mut Chance, taste: &Taste, year: i32, new_only: bool) -> Choice {
    let year = year.max(2014);
    let van = taste.drives == "van" && chance.percent(72);
    let drawn = draw_energy(chance, year, van);
    let drawn = taste.energy.unwrap_or(drawn);
    let weight = |model: &Model, energy: usize| weight(model, energy, taste, year, new_only, van);
    let models = trade::models();
    let mut energy = drawn;
    let mut place = chance.weighted(models.iter().map(|model| weight(model, energy)));
    if weight(&models[place], energy) == 0 {
        // No such energy in this body that year: the commonest there was.
        energy = usize::from(!van && year >= 2016);
        place = chance.weighted(models.iter().map(|model| weight(model, energy)));
    }
    let energy = trade::energies()[energy];
    let model = &models[place];
    let base = model
        .energies
        .iter()
        .find(|known| known.0 == energy)
        .or(model.energies.first());
    let (energy, price) = base.copied().unwrap_or((energy, 20_000));
    let rank = trim_rank(chance, model.trims.len());
    let trim = model.trims.get(rank).copied().unwrap_or_default();
    let list_price = i64::from(price) * (100 + 8 * rank as i64) / 100 * inflation(model, year) / 100 * 100;
    Choice {
        model,
        energy,
        trim,
        list_price,
    }
}

/// The column of an energy.
fn draw_energy(chance: &mut Chance, year: i32, van: bool) -> usize {
    let mut shares = trade::energy_shares(year);
    if van {
        let electric = u32::try_from((year - 2019).clamp(0, 7)).unwrap_or(0) * 35 + 15;
        shares = [0; trade::ENERGY_COLUMNS];
        shares[0] = 900 - electric;
        shares[1] = 60;
        shares[4] = electric;
    }
    // Market shares are of new private cars; GPL and E85 are lifted so that a small base shows some.
    let lift = if van { 0 } else { 9 };
    shares.iter_mut().skip(5).for_each(|share| *share += lift);
    chance.weighted(shares.into_iter())
}

fn weight(model: &Model, energy: usize, taste: &Taste, year: i32, new_only: bool, van: bool) -> u32 {
    let on_sale = (model.years.0..=model.years.1).contains(&year);
    if !on_sale || model.energy_bits >> energy & 1 == 0 || (model.segment == "van") != van {
        return 0;
    }
    let Some(make) = model.maker else {
        return 0;
    };
    if new_only && !make.sold_new {
        return 0;
    }
    let liking = match taste.profile {
        Some(profile) => profile.likings.get(model.body).copied().unwrap_or(0),
        None => 10,
    };
    // One liking is kept for every body: nobody is only of a kind.
    model.weight * make.weight / 10 * (liking + u32::from(!van)) / 4
}

fn trim_rank(chance: &mut Chance, trims: usize) -> usize {
    let weights = [30, 45, 22, 8];
    chance.weighted((0..trims).map(|rank| weights.get(rank).copied().unwrap_or(4)))
}

/// A generation costs a little more each year it is sold, in percent.
fn inflation(model: &Model, year: i32) -> i64 {
    100 + i64::from((year - model.years.0).clamp(0, 12)) * 3 / 2
}

/// What a used car is worth, in cents: 22 % lost the first year, 13 % the second, 10 % each year after.
pub(super) fn used_price(list_price: i64, age_days: i64, km: i64, km_expected: i64) -> i64 {
    let mut value = list_price;
    let years = age_days / 365;
    for year in 0..years {
        value = value * loss(year) / 1000;
    }
    let part = age_days % 365;
    value -= value * (1000 - loss(years)) * part / 365 / 1000;
    // A kilometre more or less than expected moves the price by a little under four cents.
    value += (km_expected - km) * 4 * (value / 1_000_000).clamp(1, 4) / 4;
    value.max(150_000) / 9_000 * 9_000 + 9_000
}

fn loss(year: i64) -> i64 {
    match year {
        0 => 780,
        1 => 870,
        _ => 900,
    }
}

impl Car {
    /// Kilometres on a day.
    pub(super) fn km_on(&self, day: Day) -> i64 {
        self.first_km + day.since(self.owned_from).max(0) * self.km_per_year / 365
    }

    /// A chassis number of the make and the year.
    pub(super) fn vin(&self) -> String {
        let wmi = self.model.maker.map_or("", |make| make.wmi);
        identifiers::vin(wmi, self.registered.year(), self.serial)
    }

    /// Does it burn nothing?
    pub(super) fn is_electric(&self) -> bool {
        trade::energies().get(4) == Some(&self.energy)
    }

    /// Does it burn gas oil?
    pub(super) fn is_diesel(&self) -> bool {
        trade::energies().first() == Some(&self.energy)
    }
}

/// Kilometres a year for a car and its driver.
pub(super) fn yearly_km(chance: &mut Chance, energy: &str, taste: &Taste) -> i64 {
    let (mean, spread) = trade::yearly_km(energy);
    let (mean, spread) = (i64::from(mean), i64::from(spread));
    let km = chance.between(mean - spread, mean + spread);
    let percent = match (taste.profile, taste.drives) {
        (Some(profile), _) => i64::from(profile.km),
        (None, "van") => 150,
        _ => 125,
    };
    (km * percent / 100).max(2_500)
}
