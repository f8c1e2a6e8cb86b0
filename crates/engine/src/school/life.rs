//! What happens to a record in the template: the cars bought, kept and sold, and each visit to the workshop.

use super::chance::Chance;
use super::client::Client;
use super::day::Day;
use super::flaws::Kind;
use super::past;
use super::plan::Case;
use super::shift::TEMPLATE_YEAR;
use super::upkeep::{keep_up, visit_counter};
use super::vehicles::{self, Car, Deal, Finance, Taste};
use crate::content::people::Profile;

/// More cars than anybody has.
const MOST_CARS: u64 = 16;

/// Days between two purchases of a person, at least.
const BETWEEN_PURCHASES: i64 = 400;

/// A visit to the workshop or the parts counter, on a template day.
#[derive(Clone, Debug)]
pub(super) struct Visit {
    pub(super) day: Day,
    /// Place in the list of cars; none at the parts counter of somebody without a car here.
    pub(super) car: Option<usize>,
    /// Services of `content/workshop/services.tsv`.
    pub(super) services: Vec<&'static str>,
}

/// A story on template days.
#[derive(Clone, Debug, Default)]
pub(super) struct Life {
    pub(super) cars: Vec<Car>,
    pub(super) visits: Vec<Visit>,
}

/// The last template day told, past the end of the year so that no day of use lies at the end of the world.
pub(super) fn last_day() -> Day {
    Day::civil(TEMPLATE_YEAR + 1, 4, 30)
}

/// The story of a record. Ids of cars are given later.
pub(super) fn life(client: &Client) -> Life {
    let mut life = Life::default();
    let mut chance = client.chance("life");
    if let (Some(origin), Some((kind, _))) = (&client.origin, client.slot.origin()) {
        if kind.is_double() {
            return past::recorded_again(&self::life(origin), &mut chance);
        }
        if kind == Kind::SoldVehicleAttached {
            return past::bought_from(client, &self::life(origin), &mut chance);
        }
    }
    match client.slot.case {
        Case::Prospect => own_other_car(client, &mut life, &mut chance),
        Case::ServiceOnly => come_to_workshop(client, &mut life, &mut chance),
        Case::BuyOnly | Case::BuyAndService | Case::Converting => buy(client, &mut life, &mut chance),
    }
    life.visits.sort_by_key(|visit| visit.day);
    for (place, car) in (0..).zip(&mut life.cars) {
        car.serial = u64::from(client.slot.index) * MOST_CARS + place;
    }
    if client.slot.last {
        settle_last(&mut life);
    }
    if client.slot.is(Kind::SoldVehicleAttached)
        && let Some(car) = life.cars.last_mut()
    {
        car.sold_on = None;
    }
    life
}

/// The last record comes to the workshop before the year of use, and not later: no id given after it waits.
fn settle_last(life: &mut Life) {
    let day = Day::civil(TEMPLATE_YEAR - 1, 11, 10);
    life.visits.retain(|visit| visit.day < day.plus(-20));
    life.cars.truncate(1);
    life.visits.retain(|visit| visit.car == Some(0));
    for car in &mut life.cars {
        car.owned_from = car.owned_from.min(day.plus(-300));
        car.sold_on = None;
        life.visits.push(Visit {
            day,
            car: Some(0),
            services: vec!["diagnosis", "wipers"],
        });
    }
}

/// Half the prospects have told which car they drive.
fn own_other_car(client: &Client, life: &mut Life, chance: &mut Chance) {
    if chance.percent(50) {
        let since = TEMPLATE_YEAR - 1 - chance.between(1, 7) as i32;
        let owned_from = any_day(chance, since);
        life.cars.push(bought_elsewhere(client, chance, owned_from));
    }
}

fn any_day(chance: &mut Chance, year: i32) -> Day {
    Day::civil(year, 1, 1).plus(chance.between(0, 364))
}

fn bought_elsewhere(client: &Client, chance: &mut Chance, owned_from: Day) -> Car {
    let age_days = if chance.percent(35) {
        0
    } else {
        chance.between(300, 2_400)
    };
    // A new generation can be registered in January of its first year at the earliest.
    let registered = owned_from.plus(-age_days).max(Day::civil(2014, 2, 1));
    let taste = Taste {
        energy: client.slot.energy,
        ..client.taste()
    };
    let mut car = make_car(&taste, chance, registered, owned_from, false);
    let adult = client
        .person()
        .map(|person| person.birth.years_later(18).plus(30));
    if let Some(adult) = adult.filter(|adult| *adult > car.owned_from) {
        car.owned_from = adult;
    }
    car
}

pub(super) fn make_car(
    taste: &Taste,
    chance: &mut Chance,
    registered: Day,
    owned_from: Day,
    new_only: bool,
) -> Car {
    let choice = vehicles::choose(chance, taste, registered.year(), new_only);
    let km_per_year = vehicles::yearly_km(chance, choice.energy, taste);
    // Who had it before drove it as people do; a delivery is a few kilometres.
    let before = owned_from.since(registered).max(0);
    let first_km = before * chance.between(8_500, 15_500) / 365 + chance.between(4, 40);
    Car {
        id: 0,
        serial: 0,
        model: choice.model,
        trim: choice.trim,
        energy: choice.energy,
        list_price: choice.list_price,
        registered,
        owned_from,
        first_km,
        km_per_year,
        sold_on: None,
        deal: None,
    }
}

fn come_to_workshop(client: &Client, life: &mut Life, chance: &mut Chance) {
    let first_year = TEMPLATE_YEAR - chance.between(1, 6) as i32;
    let first_visit = Day::civil(first_year, 1, 1).plus(chance.between(0, 330));
    let garage = client.company().is_some_and(|company| company.drives == "garage");
    if !garage || chance.percent(40) {
        let owned_from = first_visit.plus(-chance.between(200, 1_500));
        let car = bought_elsewhere(client, chance, owned_from);
        let first_visit = first_visit
            .max(car.owned_from.plus(60))
            .min(Day::civil(TEMPLATE_YEAR - 1, 12, 15));
        life.cars.push(car);
        keep_up(life, 0, first_visit, 62, chance);
    }
    visit_counter(client, life, chance);
}

fn buy(client: &Client, life: &mut Life, chance: &mut Chance) {
    for delivered in purchase_days(client, chance) {
        // The car of before is taken back, or kept by a household or a firm that grows.
        let keeps = if client.slot.company { 65 } else { 22 };
        if let Some(before) = life.cars.last_mut().filter(|_| !chance.percent(keeps)) {
            before.sold_on = Some(delivered);
        }
        let car = bought_here(client, chance, delivered);
        life.cars.push(car);
    }
    if client.slot.case == Case::BuyOnly {
        let left = life
            .cars
            .last_mut()
            .filter(|car| car.owned_from.year() < TEMPLATE_YEAR - 4 && chance.percent(30));
        if let Some(car) = left {
            car.sold_on = Some(car.owned_from.plus(chance.between(900, 1_300)));
        }
        return;
    }
    for place in 0..life.cars.len() {
        if life.cars[place].owned_from.year() < TEMPLATE_YEAR || client.slot.case == Case::Converting {
            let first = life.cars[place]
                .owned_from
                .months_later(12)
                .plus(chance.between(-25, 20));
            let loyalty = if client.slot.company { 88 } else { 74 };
            keep_up(life, place, first, loyalty, chance);
        }
    }
    if client.slot.case != Case::Converting {
        visit_counter(client, life, chance);
    }
}

/// Template days of delivery, oldest first.
fn purchase_days(client: &Client, chance: &mut Chance) -> Vec<Day> {
    let within = |chance: &mut Chance, from: (i32, i32), to: (i32, i32)| {
        let (from, to) = (Day::civil(from.0, from.1, 5), Day::civil(to.0, to.1, 25));
        from.plus(chance.between(0, to.since(from)))
    };
    let year = TEMPLATE_YEAR;
    let mut days = match client.slot.case {
        // Spread over the year: whatever the day, some have bought and some will.
        Case::Converting => {
            let rank = i64::from(client.slot.index) * 127 % 330;
            return vec![Day::civil(year, 1, 20).plus(rank)];
        }
        Case::BuyOnly if chance.percent(32) => vec![within(chance, (year - 1, 1), (year - 1, 11))],
        Case::BuyOnly => vec![within(chance, (year - 8, 2), (year - 2, 12))],
        // Bought soon enough for a first visit before the year of use.
        _ => vec![within(chance, (year - 8, 1), (year - 2, 9))],
    };
    let last = days[0];
    if client.slot.case == Case::BuyAndService {
        if chance.percent(26) && last.year() > year - 5 {
            days.insert(0, last.plus(-chance.between(1_000, 1_700)));
        }
        if chance.percent(42) && last.year() < year - 2 {
            days.push(within(chance, (year, 1), (year + 1, 3)));
        }
    }
    if client.slot.case == Case::BuyOnly && last.year() < year - 3 && chance.percent(22) {
        days.push(within(chance, (year, 1), (year + 1, 3)));
    }
    for _ in 0..client.company().map_or(0, |company| company.fleet_rank()) {
        if chance.percent(80) {
            days.push(within(chance, (year - 6, 1), (year - 2, 9)));
        }
    }
    if let Some(person) = client.person() {
        let adult = person.birth.years_later(18).plus(30);
        days = days.into_iter().map(|day| day.max(adult)).collect();
    }
    days.sort();
    days.dedup();
    if client.slot.company {
        return days;
    }
    // Nobody orders a car while another is on its way: whoever came of age late bought the later one only.
    (0..days.len())
        .filter(|&place| {
            days.get(place + 1)
                .is_none_or(|next| next.since(days[place]) >= BETWEEN_PURCHASES)
        })
        .map(|place| days[place])
        .collect()
}

fn bought_here(client: &Client, chance: &mut Chance, delivered: Day) -> Car {
    let taste = client.taste();
    let profile = taste.profile;
    let is_new = !chance.percent(used_share(profile));
    let registered = if is_new {
        delivered
    } else {
        delivered.plus(-used_age(chance)).max(Day::civil(2014, 2, 1))
    };
    let mut car = make_car(&taste, chance, registered, delivered, is_new);
    let delay = if is_new {
        chance.between(18, 75)
    } else {
        chance.between(3, 14)
    };
    let price = if is_new {
        car.list_price * (1000 - chance.between(0, 55)) / 1000 / 3_000 * 3_000
    } else {
        let expected = delivered.since(registered) * 12_000 / 365;
        vehicles::used_price(
            car.list_price,
            delivered.since(registered),
            car.first_km,
            expected,
        )
    };
    let trade_in = if chance.percent(55) {
        chance.between(12, 95) * 10_000
    } else {
        0
    }
    .min(price / 3);
    let finance = finance(chance, profile, is_new, price - trade_in);
    let ordered = delivered.plus(-delay);
    car.deal = Some(Deal {
        is_new,
        on_margin: !is_new && !is_vat_recoverable(client, delivered, delivered.since(registered)),
        delivered,
        ordered,
        price,
        trade_in,
        finance,
    });
    car
}

/// Was the used car bought from a firm that had its VAT back (rental, leasing, demonstration)? Firms look for those; such
/// cars are young (hypotheses).
fn is_vat_recoverable(client: &Client, delivered: Day, age_days: i64) -> bool {
    let share = vat_recoverable(client.slot.company, age_days);
    client.chance(&delivered.iso()).percent(share)
}

/// In percent of the used cars of an age that firms, or persons, buy.
pub(super) fn vat_recoverable(company: bool, age_days: i64) -> u32 {
    match (company, age_days < 4 * 365) {
        (true, true) => 70,
        (true, false) => 30,
        (false, true) => 22,
        (false, false) => 4,
    }
}

/// In percent of the cars that somebody buys; firms take few used ones.
pub(super) fn used_share(profile: Option<&Profile>) -> u32 {
    profile.map_or(18, |profile| profile.used)
}

/// The days from its first registration to the delivery of a used car.
pub(super) fn used_age(chance: &mut Chance) -> i64 {
    chance.between(200, 2_300)
}

/// Leasing leads for new cars, cash for used ones, rental for firms (ASF 2024, NGC-Data 2022; the rest hypotheses).
pub(super) fn finance(chance: &mut Chance, profile: Option<&Profile>, is_new: bool, to_pay: i64) -> Finance {
    let lease = profile.map_or(0, |profile| profile.lease);
    let shares: [(&'static str, u32); 5] = match (profile, is_new) {
        (Some(_), true) => [
            ("lease_option", lease),
            ("lease", 10),
            ("credit", (90 - lease) * 45 / 100),
            ("cash", (90 - lease) * 55 / 100),
            ("finance_lease", 0),
        ],
        (None, true) => [
            ("lease", 60),
            ("finance_lease", 20),
            ("lease_option", 10),
            ("cash", 10),
            ("credit", 0),
        ],
        (Some(_), false) => [
            ("cash", 50),
            ("credit", 35),
            ("lease_option", 15),
            ("lease", 0),
            ("finance_lease", 0),
        ],
        (None, false) => [
            ("cash", 45),
            ("credit", 20),
            ("finance_lease", 35),
            ("lease", 0),
            ("lease_option", 0),
        ],
    };
    let kind = shares[chance.weighted(shares.iter().map(|share| share.1))].0;
    let months: &[i64] = match kind {
        "cash" => {
            return Finance {
                kind,
                months: None,
                amount: None,
            };
        }
        "credit" => &[24, 36, 48, 48, 60, 60, 72],
        "finance_lease" => &[36, 48, 60],
        _ => &[36, 36, 37, 48, 48, 49, 60, 24],
    };
    let months = chance.pick(months).copied();
    let kept = 100 - chance.between(8, 28);
    Finance {
        kind,
        months,
        amount: Some((to_pay * kept / 100 / 10_000 * 10_000).max(200_000)),
    }
}
