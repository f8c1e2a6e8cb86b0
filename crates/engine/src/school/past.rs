//! What a life offers to what is wrong on purpose: a second record of it, a car sold on, visits whose figures may lie.

use super::chance::Chance;
use super::client::Client;
use super::day::Day;
use super::life::{Life, Visit};
use super::shift::TEMPLATE_YEAR;
use super::upkeep::keep_up;
use super::vehicles::Car;

/// What another site saw of somebody: the same car, once.
pub(super) fn recorded_again(known: &Life, chance: &mut Chance) -> Life {
    let day = Day::civil(TEMPLATE_YEAR - 1, 4, 1).plus(chance.between(0, 240));
    let Some(car) = kept(known).and_then(|place| known.cars.get(place)) else {
        return Life::default();
    };
    let car = Car {
        deal: None,
        ..car.clone()
    };
    let services = [
        vec!["diagnosis", "wipers"],
        vec!["tyres"],
        vec!["windscreen"],
        vec!["battery"],
    ];
    Life {
        cars: vec![car],
        visits: vec![Visit {
            day,
            car: Some(0),
            services: services[chance.below(services.len())].clone(),
        }],
    }
}

/// The story of somebody who drives the car that another customer sold.
pub(super) fn bought_from(client: &Client, seller: &Life, chance: &mut Chance) -> Life {
    let mut life = Life::default();
    let Some(sold) = seller.cars.last() else {
        return life;
    };
    let latest = Day::civil(TEMPLATE_YEAR - 1, 4, 1);
    let owned_from = sold.owned_from.plus(chance.between(700, 1_100)).min(latest);
    let adult = client
        .person()
        .map(|person| person.birth.years_later(18).plus(30));
    let owned_from = adult.map_or(owned_from, |adult| adult.max(owned_from));
    let first_km = sold.km_on(owned_from);
    life.cars.push(Car {
        owned_from,
        first_km,
        sold_on: None,
        deal: None,
        ..sold.clone()
    });
    let first = owned_from
        .plus(chance.between(60, 200))
        .min(Day::civil(TEMPLATE_YEAR - 1, 12, 1));
    keep_up(&mut life, 0, first, 62, chance);
    life.visits.sort_by_key(|visit| visit.day);
    life
}

/// The car that somebody has had since long before the year of use and keeps, if any.
pub(super) fn kept(life: &Life) -> Option<usize> {
    let before = Day::civil(TEMPLATE_YEAR - 1, 3, 1);
    life.cars
        .iter()
        .rposition(|car| car.owned_from < before && car.sold_on.is_none())
}

/// Visits of a car that are facts whatever the day of use, oldest first.
fn settled(life: &Life, car: usize) -> impl Iterator<Item = (usize, &Visit)> {
    let before = Day::civil(TEMPLATE_YEAR - 1, 12, 12);
    life.visits
        .iter()
        .enumerate()
        .filter(move |(_, visit)| visit.car == Some(car) && visit.day < before)
}

fn in_workshop(visit: &Visit) -> bool {
    visit.services[0] != "shop" && visit.services[0] != "trade"
}

/// The visit whose mileage can be written lower than that of the visit before, and how many kilometres stood there.
pub(super) fn falling(life: &Life) -> Option<(usize, i64)> {
    (0..life.cars.len()).find_map(|car| {
        let mut visits = settled(life, car).filter(|(_, visit)| in_workshop(visit));
        let (mut last, mut before) = (None, None);
        for (place, visit) in visits.by_ref() {
            before = last.replace((place, life.cars[car].km_on(visit.day)));
        }
        let ((place, _), (_, km)) = (last?, before?);
        (km > 12_000).then_some((place, km))
    })
}

/// The first visit of the only car, when the next one lies far enough: the day the car could be said to be registered.
pub(super) fn too_early(life: &Life) -> Option<(usize, Day)> {
    let mut visits = life
        .visits
        .iter()
        .enumerate()
        .filter(|(_, visit)| visit.car == Some(0));
    let (place, first) = visits.next()?;
    let next = visits.next().map(|(_, visit)| visit.day);
    let said = first.day.plus(45);
    let early = said < Day::civil(TEMPLATE_YEAR - 1, 12, 1) && next.is_none_or(|next| next > said.plus(10));
    (early && life.cars.len() == 1 && in_workshop(first)).then_some((place, said))
}

/// The last visit to the workshop of the year before the year of use; not the only one, of which people would say that
/// the first service came too late.
pub(super) fn last_before(life: &Life) -> Option<usize> {
    let from = Day::civil(TEMPLATE_YEAR - 1, 1, 1);
    (0..life.cars.len()).find_map(|car| {
        let visits = settled(life, car).filter(|(_, visit)| in_workshop(visit));
        let (place, last) = visits.skip(1).last()?;
        (last.day >= from).then_some(place)
    })
}
