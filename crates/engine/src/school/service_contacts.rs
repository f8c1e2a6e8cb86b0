//! The contacts around the workshop, and the courtesy of the years between two purchases.

use super::activities::{Activity, Step, former, minute, phrase, talk};
use super::chance::Chance;
use super::client::Client;
use super::day::Day;
use super::life::{Life, Visit};
use super::shift::{self, TEMPLATE_YEAR, Timeline};
use super::talk::Talk;
use super::vehicles::Car;
use crate::content::words::activities as words_of;

/// Before and after each visit of the last years.
pub(super) fn around_workshop(
    client: &Client,
    life: &Life,
    time: &Timeline,
    chance: &mut Chance,
    told: &mut Vec<Activity>,
) {
    for visit in life
        .visits
        .iter()
        .filter(|visit| visit.day.year() >= TEMPLATE_YEAR - 3)
    {
        let car = visit.car.and_then(|place| life.cars.get(place));
        match car {
            Some(car) if visit.services[0] != "shop" => {
                around_visit(client, life, visit, car, time, chance, told);
            }
            None if client.slot.company && chance.percent(25) => {
                counter_call(client, visit.day, time, chance, told);
            }
            _ => {}
        }
    }
}

fn around_visit(
    client: &Client,
    life: &Life,
    visit: &Visit,
    car: &Car,
    time: &Timeline,
    chance: &mut Chance,
    told: &mut Vec<Activity>,
) {
    let came = time.open(visit.day);
    let former = former(client, life, visit.car.unwrap_or(0), time);
    // The day named in a booking is the day of the visit.
    let mut talk = talk(client, client.staff("service"), car, former, came);
    talk.km = car.km_on(visit.day);
    talk.service = visit.services[0];
    talk.amount = chance.between(118, 390) * 100;
    for step in before_visit(visit, came, chance) {
        told.extend(phrase(step.situation, step.day, &talk, chance));
    }
    if !chance.percent(30) {
        return;
    }
    let day = shift::office_from(came.plus(chance.between(2, 5)));
    if chance.percent(6) {
        talk.next = shift::office_from(day.plus(2));
        told.extend(phrase("complaint", day, &talk, chance));
    } else {
        told.extend(phrase("service_after", day, &talk, chance));
    }
}

/// A reminder, a quotation, a booking: some of them, in this order.
fn before_visit(visit: &Visit, came: Day, chance: &mut Chance) -> Vec<Step> {
    let reminder = if visit.services.contains(&"inspection") {
        "inspection"
    } else {
        "service_reminder"
    };
    let reminded = if visit.services[0] == "revision" { 38 } else { 0 };
    let plan = [
        (reminder, reminded, 16, 30),
        ("quote", 8, 11, 14),
        ("service_booking", 48, 4, 10),
    ];
    let mut steps = Vec::new();
    for (situation, share, from, to) in plan {
        if chance.percent(share) {
            let day = shift::office_until(came.plus(-chance.between(from, to)));
            steps.push(Step { situation, day });
        }
    }
    steps
}

fn counter_call(client: &Client, day: Day, time: &Timeline, chance: &mut Chance, told: &mut Vec<Activity>) {
    let staff = client.staff("parts");
    let Some(words) = chance.pick(words_of("parts_call")) else {
        return;
    };
    let day = shift::office_until(time.open(day).plus(-1));
    let at = day.at(minute(chance, words, day));
    let content = crate::content::words::fill(words.content, &|name| {
        (name == "civ_nom").then(|| client.addressed())
    });
    told.push(Activity {
        at,
        kind: words.kind,
        direction: words.direction,
        result: words.result,
        subject: words.subject.to_owned(),
        content,
        owner: &staff.name,
        follow_up: None,
        closed_by_next: false,
    });
}

/// One or two contacts in the years between: news, invitations, the end of a contract.
pub(super) fn courtesy(
    client: &Client,
    life: &Life,
    time: &Timeline,
    chance: &mut Chance,
    told: &mut Vec<Activity>,
) {
    let Some((place, car)) = life
        .cars
        .iter()
        .enumerate()
        .rfind(|(_, car)| car.owned_from.year() < TEMPLATE_YEAR)
    else {
        return;
    };
    let former = former(client, life, place, time);
    let mut talk = talk(client, client.owner(), car, former, time.today);
    for _ in 0..chance.between(0, 3) {
        let from = car.owned_from.plus(90).max(Day::civil(TEMPLATE_YEAR - 2, 2, 1));
        let to = car.sold_on.unwrap_or_else(super::life::last_day);
        if to.since(from) < 60 {
            return;
        }
        let day = from.plus(chance.between(0, to.since(from)));
        talk.km = car.km_on(day);
        let situation = if client.slot.company {
            "fleet_courtesy"
        } else {
            "courtesy"
        };
        told.extend(phrase(
            situation,
            shift::office_from(time.shift(day)),
            &talk,
            chance,
        ));
    }
    end_of_contract(client, car, &talk, time, chance, told);
}

/// Six months before the end of a lease one speaks of what comes after it.
fn end_of_contract(
    client: &Client,
    car: &Car,
    talk: &Talk,
    time: &Timeline,
    chance: &mut Chance,
    told: &mut Vec<Activity>,
) {
    let Some(deal) = &car.deal else { return };
    let Some(months) = deal
        .finance
        .months
        .filter(|_| deal.finance.kind.starts_with("lease"))
    else {
        return;
    };
    let end = deal.delivered.months_later(i32::try_from(months).unwrap_or(48));
    let told_on = end.plus(-182);
    let within = told_on > Day::civil(TEMPLATE_YEAR - 2, 1, 1)
        && told_on < super::life::last_day()
        && told_on > car.owned_from.plus(120);
    if within && car.sold_on.is_none_or(|sold| sold > told_on) && !client.slot.company && chance.percent(80) {
        told.extend(phrase(
            "finance_end",
            shift::office_from(time.shift(told_on)),
            talk,
            chance,
        ));
    }
}
