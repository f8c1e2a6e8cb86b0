//! Visits to the workshop and to the parts counter over the years of a car.

use super::chance::Chance;
use super::client::Client;
use super::day::Day;
use super::life::{Life, Visit, last_day};
use super::shift::TEMPLATE_YEAR;
use super::vehicles::Car;

/// Yearly visits until the owner sells, leaves, or the story ends.
pub(super) fn keep_up(life: &mut Life, place: usize, first: Day, loyalty: u32, chance: &mut Chance) {
    let car = life.cars[place].clone();
    let until = car.sold_on.map_or(last_day(), |sold| sold.plus(-20));
    let mut day = first;
    let mut visited = false;
    let (mut tyres_at, mut brakes_at) = (car.first_km + 40_000, car.first_km + 48_000);
    while day < until {
        let age_years = day.since(car.registered) / 365;
        // Fidelity falls with age; the first visit makes the case.
        let fidelity = loyalty
            * match age_years {
                0..=3 => 110,
                4..=6 => 90,
                7..=10 => 70,
                _ => 50,
            }
            / 100;
        if !visited || chance.percent(fidelity) {
            let km = car.km_on(day);
            let mut services = routine(chance, &car, day, age_years);
            if km > tyres_at {
                services.push(if chance.percent(40) { "tyres4" } else { "tyres" });
                tyres_at = km + chance.between(34_000, 46_000);
            }
            if km > brakes_at {
                services.push("brakes");
                brakes_at = km + chance.between(42_000, 60_000);
            }
            life.visits.push(Visit {
                day,
                car: Some(place),
                services,
            });
            visited = true;
            between_visits(life, place, day, until, chance);
        }
        let due = (15_000 * 365 / car.km_per_year.max(1)).clamp(190, 365);
        day = day.plus(if due < 330 { due } else { 365 } + chance.between(-24, 30));
    }
}

fn routine(chance: &mut Chance, car: &Car, day: Day, age_years: i64) -> Vec<&'static str> {
    let mut services = vec!["revision"];
    let months = day.since(car.registered) * 12 / 365;
    if months >= 44 && (months - 48).rem_euclid(24) >= 18 || (44..=48).contains(&months) {
        services.push("inspection");
    }
    let extra: [(&'static str, u32, bool); 7] = [
        ("brake_fluid", 30, age_years >= 2),
        ("wipers", 22, true),
        ("battery", 9, age_years >= 4),
        (
            "air_conditioning",
            12,
            age_years >= 3 && (4..=8).contains(&day.parts().1),
        ),
        ("timing", 9, age_years >= 6 && !car.is_electric()),
        ("shock_absorbers", 4, age_years >= 5),
        ("adblue", 24, car.is_diesel()),
    ];
    services.extend(
        extra
            .into_iter()
            .filter(|(_, share, may)| *may && chance.percent(*share))
            .map(|(service, _, _)| service),
    );
    services
}

/// Now and then something breaks between two visits.
fn between_visits(life: &mut Life, place: usize, day: Day, until: Day, chance: &mut Chance) {
    if !chance.percent(17) {
        return;
    }
    let services = [
        "diagnosis",
        "body",
        "windscreen",
        "body_small",
        "key",
        "clutch",
        "exhaust",
        "tyres",
        "battery",
    ];
    let weights = [26, 13, 14, 8, 6, 5, 6, 14, 8];
    let service = services[chance.weighted(weights.into_iter())];
    let when = day.plus(chance.between(50, 140));
    let has_none = matches!(service, "exhaust" | "clutch") && life.cars[place].is_electric();
    if when < until && !has_none {
        life.visits.push(Visit {
            day: when,
            car: Some(place),
            services: vec![service],
        });
    }
}

/// Purchases at the parts counter: regular for garages, rare for others.
pub(super) fn visit_counter(client: &Client, life: &mut Life, chance: &mut Chance) {
    let garage = client.company().is_some_and(|company| company.drives == "garage");
    let count = match (garage, client.slot.company) {
        (true, _) => chance.between(7, 16),
        (false, true) => i64::from(chance.percent(20)),
        (false, false) => i64::from(chance.percent(16)) + i64::from(chance.percent(4)),
    };
    let bought = life
        .cars
        .iter()
        .filter(|car| car.sold_on.is_none())
        .map(|car| car.owned_from)
        .min();
    let from = bought
        .map_or(Day::civil(TEMPLATE_YEAR - 2, 1, 10), |day| day.plus(30))
        .max(Day::civil(TEMPLATE_YEAR - 3, 1, 10));
    let from = if garage {
        from.min(Day::civil(TEMPLATE_YEAR - 2, 1, 10))
    } else {
        from
    };
    let service = if garage { "trade" } else { "shop" };
    let car = (!garage && !life.cars.is_empty())
        .then(|| life.cars.len() - 1)
        .filter(|&place| life.cars[place].owned_from < from.plus(1));
    for rank in 0..count {
        // The first one early enough to be known whatever the day of use.
        let to = if rank == 0 {
            Day::civil(TEMPLATE_YEAR - 1, 12, 10)
        } else {
            last_day()
        };
        let day = from.plus(chance.between(0, to.since(from).max(0)));
        life.visits.push(Visit {
            day,
            car,
            services: vec![service],
        });
    }
}
