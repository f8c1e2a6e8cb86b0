//! Activities: how one is worded, and the stages that tell them.

use super::chance::Chance;
use super::client::Client;
use super::day::{Day, Moment};
use super::life::Life;
use super::notes::said_at;
use super::people::Person;
use super::plan::Case;
use super::shift::{TEMPLATE_YEAR, Timeline};
use super::talk::{Former, Subject, Talk};
use super::vehicles::{self, Car, Finance};
use super::{sales_contacts, service_contacts};
use crate::content::Staff;
use crate::content::choices;
use crate::content::people::Sex;
use crate::content::words::{ActivityWords, activities as words_of};

/// An activity on days of use.
#[derive(Clone, Debug)]
pub(super) struct Activity {
    pub(super) at: Moment,
    pub(super) kind: &'static str,
    pub(super) direction: &'static str,
    pub(super) result: &'static str,
    pub(super) subject: String,
    pub(super) content: String,
    pub(super) owner: &'static str,
    pub(super) follow_up: Option<Day>,
    /// The follow-up is closed by the next activity of the list.
    pub(super) closed_by_next: bool,
}

/// A step to come: its situation and its day.
pub(super) struct Step {
    pub(super) situation: &'static str,
    pub(super) day: Day,
}

/// Everything told of a record, oldest first in each chain.
pub(super) fn activities(client: &Client, life: &Life, time: &Timeline) -> Vec<Activity> {
    let mut told = Vec::new();
    if client.is_silent() {
        return told;
    }
    let mut chance = client.chance("activities");
    for (place, car) in life.cars.iter().enumerate() {
        if let Some(deal) = &car.deal {
            sales_contacts::purchase(client, life, place, deal, time, &mut chance, &mut told);
        }
    }
    service_contacts::around_workshop(client, life, time, &mut chance, &mut told);
    if client.slot.case == Case::Prospect {
        if !super::affairs::is_current(client) {
            sales_contacts::cold_prospect(client, life, time, &mut chance, &mut told);
        }
    } else {
        service_contacts::courtesy(client, life, time, &mut chance, &mut told);
    }
    told
}

/// What a conversation about a car of the record, or a wished one, can say.
pub(super) fn talk<'a>(
    client: &'a Client,
    staff: &'static Staff,
    car: &Car,
    former: Former,
    next: Day,
) -> Talk<'a> {
    let deal = car.deal.as_ref();
    let finance = deal.map_or(
        Finance {
            kind: "lease_option",
            months: Some(48),
            amount: None,
        },
        |deal| deal.finance.clone(),
    );
    Talk {
        client,
        site: client.home.site,
        staff,
        subject: Subject {
            model: car.model,
            trim: car.trim,
            energy: car.energy,
        },
        former,
        price: deal.map_or(car.list_price, |deal| deal.price),
        trade_in: deal.map_or(0, |deal| deal.trade_in),
        finance,
        km: car.first_km,
        next,
        delivery: next,
        service: "revision",
        amount: 0,
        luck: client.chance("luck").between(2, 70),
    }
}

/// A car somebody could have had before, for those whose former car we never saw.
pub(super) fn former(client: &Client, life: &Life, place: usize, time: &Timeline) -> Former {
    if let Some(before) = place.checked_sub(1).and_then(|before| life.cars.get(before)) {
        return Former {
            model: before.model,
            year: time.shift(before.registered).year(),
        };
    }
    let mut chance = client.chance("former");
    let year = TEMPLATE_YEAR - 1 - chance.between(7, 11) as i32;
    let choice = vehicles::choose(&mut chance, &client.taste(), year, false);
    Former {
        model: choice.model,
        year: time.shift(Day::civil(year.max(2014), 6, 1)).year(),
    }
}

/// Words a chain of steps. When `chained`, each one announces the next.
pub(super) fn tell(
    steps: &[Step],
    talk: &mut Talk,
    chance: &mut Chance,
    chained: bool,
    told: &mut Vec<Activity>,
) {
    for (rank, step) in steps.iter().enumerate() {
        let next = steps.get(rank + 1).map(|next| next.day);
        talk.next = next.unwrap_or(step.day);
        let announced = next.filter(|next| chained && *next >= step.day);
        let Some(mut activity) = phrase(step.situation, step.day, talk, chance) else {
            continue;
        };
        activity.follow_up = announced;
        activity.closed_by_next = announced.is_some();
        told.push(activity);
    }
}

/// Who announces no next step is not told to wait for one.
pub(super) fn settle_result(activity: &mut Activity) {
    let results = choices("activity_results");
    let waits = results
        .get(4..8)
        .is_some_and(|open| open.iter().any(|result| result == activity.result));
    if waits && activity.follow_up.is_none() {
        let rank = if activity.kind == "offer" { 13 } else { 0 };
        activity.result = results.get(rank).map_or("", String::as_str);
    }
}

/// One activity of a situation, in words that fit who is spoken with.
pub(super) fn phrase(situation: &str, day: Day, talk: &Talk, chance: &mut Chance) -> Option<Activity> {
    let sex = if talk.client.sex() == Sex::Woman { "f" } else { "m" };
    let age = talk.client.person().map(Person::age);
    let fit: Vec<&'static ActivityWords> = words_of(situation)
        .iter()
        .filter(|words| words.sex.is_empty() || words.sex == sex)
        .filter(|words| said_at(words.content, age).is_some())
        .collect();
    let words = unsaid(talk.client, &fit, chance)?;
    let content = said_at(words.content, age).unwrap_or_default();
    Some(Activity {
        at: day.at(minute(chance, words, day)),
        kind: words.kind,
        direction: words.direction,
        result: words.result,
        subject: talk.say(words.subject),
        content: talk.say(content),
        owner: &talk.staff.name,
        follow_up: None,
        closed_by_next: false,
    })
}

/// A sentence not used yet for the record, as long as there is one.
fn unsaid(
    client: &Client,
    fit: &[&'static ActivityWords],
    chance: &mut Chance,
) -> Option<&'static ActivityWords> {
    let mut said = client.said.borrow_mut();
    let left: Vec<&'static ActivityWords> = fit
        .iter()
        .copied()
        .filter(|words| !said.contains(&words.content))
        .collect();
    let words = *chance.pick(if left.is_empty() { fit } else { &left })?;
    said.push(words.content);
    Some(words)
}

/// Calls to consumers from 10 to 13 and from 14 to 20 at most; the rest within opening hours.
pub(super) fn minute(chance: &mut Chance, words: &ActivityWords, day: Day) -> i64 {
    let (from, to) = match (words.kind, words.direction) {
        ("call", "outbound") if chance.percent(45) => (10 * 60, 12 * 60 + 55),
        ("call", "outbound") => (14 * 60, 18 * 60 + 50),
        ("call", _) => (9 * 60 + 2, 18 * 60 + 50),
        ("mail", "inbound") => (7 * 60 + 30, 22 * 60),
        ("visit" | "test_drive", _) if day.weekday() == 6 => (9 * 60 + 30, 17 * 60 + 30),
        ("visit" | "test_drive", _) => (9 * 60 + 30, 18 * 60 + 30),
        _ => (8 * 60 + 45, 18 * 60 + 45),
    };
    chance.between(from, to)
}
