//! The contacts around a purchase, from the first message to the call after delivery; those that came to nothing.

use super::activities::{Activity, Step, former, talk, tell};
use super::chance::Chance;
use super::client::Client;
use super::day::Day;
use super::life::Life;
use super::shift::{self, TEMPLATE_YEAR, Timeline};
use super::vehicles::{self, Car, Deal, Finance};

/// From the first contact to the call after delivery.
pub(super) fn purchase(
    client: &Client,
    life: &Life,
    place: usize,
    deal: &Deal,
    time: &Timeline,
    chance: &mut Chance,
    told: &mut Vec<Activity>,
) {
    let staff = client.seller();
    let car = &life.cars[place];
    let delivered = time.open(deal.delivered);
    let ordered = shift::open_until(delivered.plus(-deal.delivered.since(deal.ordered)));
    let mut talk = talk(client, staff, car, former(client, life, place, time), delivered);
    talk.delivery = delivered;
    let recent = deal.delivered.year() >= TEMPLATE_YEAR - 4;
    let mut steps = vec![Step {
        situation: "order",
        day: ordered,
    }];
    if recent {
        steps = approach(client, ordered, chance);
    }
    if recent && delivered.since(ordered) > 8 {
        steps.push(Step {
            situation: "before_delivery",
            day: shift::office_until(delivered.plus(-chance.between(2, 5))),
        });
    }
    if recent || chance.percent(50) {
        steps.push(Step {
            situation: "delivery",
            day: delivered,
        });
    }
    if recent && chance.percent(70) {
        steps.push(Step {
            situation: "after_delivery",
            day: shift::office_from(delivered.plus(chance.between(3, 5))),
        });
    }
    tell(&steps, &mut talk, chance, true, told);
}

/// The contacts that lead to a day, counted back from it.
fn approach(client: &Client, last: Day, chance: &mut Chance) -> Vec<Step> {
    let firm = client.slot.company;
    let plan: &[(&'static str, u32, i64)] = if firm {
        &[
            ("fleet_follow", 70, 6),
            ("fleet_follow", 40, 5),
            ("fleet_offer", 95, 4),
            ("test_drive", 25, 6),
            ("fleet_first", 100, 7),
        ]
    } else {
        &[
            ("follow_up", 70, 4),
            ("follow_up", 30, 5),
            ("offer", 92, 3),
            ("test_drive", 60, 4),
            ("visit", 78, 4),
            ("appointment", 55, 2),
            ("first_call", 75, 2),
            ("sms_after_missed", 18, 1),
            ("missed_call", 30, 2),
            ("lead_in", 85, 2),
        ]
    };
    let mut steps = vec![Step {
        situation: "order",
        day: last,
    }];
    let mut day = last;
    for &(situation, share, gap) in plan {
        if chance.percent(share) {
            day = settled_until(situation, day.plus(-chance.between(1, gap + 2)));
            steps.push(Step { situation, day });
        }
    }
    steps.reverse();
    steps
}

/// Salespeople write and call from Monday to Friday; people come on Saturdays too.
fn settled_until(situation: &str, day: Day) -> Day {
    if is_visit(situation) {
        shift::open_until(day)
    } else {
        shift::office_until(day)
    }
}

fn is_visit(situation: &str) -> bool {
    matches!(
        situation,
        "visit" | "test_drive" | "order" | "delivery" | "lead_in"
    )
}

/// Contacts of two years ago that came to nothing.
pub(super) fn cold_prospect(
    client: &Client,
    life: &Life,
    time: &Timeline,
    chance: &mut Chance,
    told: &mut Vec<Activity>,
) {
    let last = time.open(Day::civil(TEMPLATE_YEAR - 2, 3, 1).plus(chance.between(0, 640)));
    let wished = wished(client, chance, None);
    let mut talk = talk(
        client,
        client.seller(),
        &wished,
        former(client, life, life.cars.len(), time),
        last,
    );
    let mut steps = approach(client, last, chance);
    steps.pop();
    let keep = chance.between(1, steps.len() as i64) as usize;
    steps.truncate(keep);
    let mut day = steps.last().map_or(last, |step| step.day);
    if !client.slot.company {
        for _ in 0..chance.between(0, 2) {
            day = shift::office_from(day.plus(chance.between(3, 9)));
            steps.push(Step {
                situation: "missed_call",
                day,
            });
        }
    }
    if chance.percent(70) {
        steps.push(Step {
            situation: "lost",
            day: shift::office_from(day.plus(chance.between(5, 20))),
        });
    }
    tell(&steps, &mut talk, chance, true, told);
}

/// A car somebody without one of ours wishes for, as if it were on order in the year of use.
pub(super) fn wished(client: &Client, chance: &mut Chance, used: Option<bool>) -> Car {
    let taste = client.taste();
    let used = used.unwrap_or_else(|| taste.profile.is_some_and(|profile| chance.percent(profile.used)));
    let year = TEMPLATE_YEAR - if used { chance.between(2, 6) as i32 } else { 0 };
    let choice = vehicles::choose(chance, &taste, year, !used);
    let day = Day::civil(TEMPLATE_YEAR, 1, 1);
    let km = if used { chance.between(20, 90) * 1_000 } else { 10 };
    let price = if used {
        vehicles::used_price(
            choice.list_price,
            i64::from(TEMPLATE_YEAR - year) * 365,
            km,
            i64::from(TEMPLATE_YEAR - year) * 12_000,
        )
    } else {
        choice.list_price / 3_000 * 3_000
    };
    let kinds = if client.slot.company {
        ["lease", "lease", "finance_lease"]
    } else {
        ["lease_option", "credit", "lease_option"]
    };
    let finance = Finance {
        kind: kinds[chance.below(3)],
        months: Some([36, 48, 48, 60][chance.below(4)]),
        amount: Some(price * 85 / 100),
    };
    let deal = Deal {
        is_new: !used,
        on_margin: used,
        delivered: day,
        ordered: day,
        price,
        trade_in: 0,
        finance,
    };
    Car {
        id: 0,
        serial: 0,
        model: choice.model,
        trim: choice.trim,
        energy: choice.energy,
        list_price: price,
        registered: day,
        owned_from: day,
        first_km: km,
        km_per_year: 12_000,
        sold_on: None,
        deal: Some(deal),
    }
}
