//! Activities: the contacts around a purchase, around the workshop, and the courtesy of the years between.

use super::chance::Chance;
use super::client::Client;
use super::day::{Day, Moment};
use super::life::Life;
use super::plan::Case;
use super::shift::{self, TEMPLATE_YEAR, Timeline};
use super::talk::{Former, Subject, Talk};
use super::vehicles::{self, Car, Deal, Finance, Taste};
use crate::content::people::Sex;
use crate::content::words::{ActivityWords, activities as words_of};
use crate::content::Staff;

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
struct Step {
    situation: &'static str,
    day: Day,
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
            purchase(client, life, place, deal, time, &mut chance, &mut told);
        }
    }
    around_workshop(client, life, time, &mut chance, &mut told);
    if client.slot.case == Case::Prospect {
        if !super::affairs::is_current(client) {
            cold_prospect(client, life, time, &mut chance, &mut told);
        }
    } else {
        courtesy(client, life, time, &mut chance, &mut told);
    }
    told
}

/// What a conversation about a car of the record, or a wished one, can say.
pub(super) fn talk<'a>(client: &'a Client, staff: &'static Staff, car: &Car, former: Former, next: Day) -> Talk<'a> {
    let deal = car.deal.as_ref();
    let finance = deal.map_or(Finance { kind: "lease_option", months: Some(48), amount: None }, |deal| deal.finance.clone());
    Talk {
        client,
        site: client.home.site,
        staff,
        subject: Subject { model: car.model, trim: car.trim, energy: car.energy },
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
        return Former { model: before.model, year: time.shift(before.registered).year() };
    }
    let mut chance = client.chance("former");
    let year = TEMPLATE_YEAR - 1 - chance.between(7, 11) as i32;
    let choice = vehicles::choose(&mut chance, &Taste { profile: client.taste().profile, drives: client.taste().drives }, year, false);
    Former { model: choice.model, year: time.shift(Day::civil(year.max(2014), 6, 1)).year() }
}

fn purchase(client: &Client, life: &Life, place: usize, deal: &Deal, time: &Timeline, chance: &mut Chance, told: &mut Vec<Activity>) {
    let staff = client.seller();
    let car = &life.cars[place];
    let delivered = time.open(deal.delivered);
    let ordered = shift::open_until(delivered.plus(-deal.delivered.since(deal.ordered)));
    let mut talk = talk(client, staff, car, former(client, life, place, time), delivered);
    talk.delivery = delivered;
    let recent = deal.delivered.year() >= TEMPLATE_YEAR - 4;
    let mut steps = vec![Step { situation: "order", day: ordered }];
    if recent {
        steps = approach(client, ordered, chance);
    }
    if recent && delivered.since(ordered) > 8 {
        steps.push(Step { situation: "before_delivery", day: shift::office_until(delivered.plus(-chance.between(2, 5))) });
    }
    if recent || chance.percent(50) {
        steps.push(Step { situation: "delivery", day: delivered });
    }
    if recent && chance.percent(70) {
        steps.push(Step { situation: "after_delivery", day: shift::office_from(delivered.plus(chance.between(3, 5))) });
    }
    tell(&steps, &mut talk, chance, true, told);
}

/// The contacts that lead to a day, counted back from it.
fn approach(client: &Client, last: Day, chance: &mut Chance) -> Vec<Step> {
    let firm = client.slot.company;
    let plan: &[(&'static str, u32, i64)] = if firm {
        &[("fleet_follow", 70, 6), ("fleet_follow", 40, 5), ("fleet_offer", 95, 4), ("test_drive", 25, 6), ("fleet_first", 100, 7)]
    } else {
        &[
            ("follow_up", 70, 4),
            ("follow_up", 30, 5),
            ("offer", 92, 3),
            ("test_drive", 60, 4),
            ("visit", 78, 4),
            ("appointment", 55, 2),
            ("sms_after_missed", 18, 1),
            ("missed_call", 30, 2),
            ("first_call", 75, 2),
            ("lead_in", 85, 2),
        ]
    };
    let mut steps = vec![Step { situation: "order", day: last }];
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
    if is_visit(situation) { shift::open_until(day) } else { shift::office_until(day) }
}

fn is_visit(situation: &str) -> bool {
    matches!(situation, "visit" | "test_drive" | "order" | "delivery" | "lead_in")
}

/// Words a chain of steps. When `chained`, each one announces the next.
fn tell(steps: &[Step], talk: &mut Talk, chance: &mut Chance, chained: bool, told: &mut Vec<Activity>) {
    for (rank, step) in steps.iter().enumerate() {
        let next = steps.get(rank + 1).map(|next| next.day);
        talk.next = next.unwrap_or(step.day);
        let announced = next.filter(|next| chained && *next > step.day && chance.percent(85));
        let Some(mut activity) = phrase(step.situation, step.day, talk, chance) else { continue };
        activity.follow_up = announced;
        activity.closed_by_next = announced.is_some();
        told.push(activity);
    }
}

/// One activity of a situation, in words that fit who is spoken with.
pub(super) fn phrase(situation: &str, day: Day, talk: &Talk, chance: &mut Chance) -> Option<Activity> {
    let sex = if talk.client.sex() == Sex::Woman { "f" } else { "m" };
    let fit: Vec<&'static ActivityWords> = words_of(situation).iter().filter(|words| words.sex.is_empty() || words.sex == sex).collect();
    let words = unsaid(talk.client, &fit, chance)?;
    Some(Activity {
        at: day.at(minute(chance, words, day)),
        kind: words.kind,
        direction: words.direction,
        result: words.result,
        subject: talk.say(words.subject),
        content: talk.say(words.content),
        owner: &talk.staff.name,
        follow_up: None,
        closed_by_next: false,
    })
}

/// A sentence not used yet for the record, as long as there is one.
fn unsaid(client: &Client, fit: &[&'static ActivityWords], chance: &mut Chance) -> Option<&'static ActivityWords> {
    let mut said = client.said.borrow_mut();
    let left: Vec<&'static ActivityWords> = fit.iter().copied().filter(|words| !said.contains(&words.content)).collect();
    let words = *chance.pick(if left.is_empty() { fit } else { &left })?;
    said.push(words.content);
    Some(words)
}

/// Calls to consumers from 10 to 13 and from 14 to 20 at most; the rest within opening hours.
fn minute(chance: &mut Chance, words: &ActivityWords, day: Day) -> i64 {
    let (from, to) = match (words.kind, words.direction) {
        ("call", "outbound") if chance.percent(45) => (10 * 60, 12 * 60 + 55),
        ("call", "outbound") => (14 * 60, 18 * 60 + 50),
        ("mail", "inbound") => (7 * 60 + 30, 22 * 60),
        ("visit" | "test_drive", _) if day.weekday() == 6 => (9 * 60 + 30, 17 * 60 + 30),
        ("visit" | "test_drive", _) => (9 * 60 + 30, 18 * 60 + 30),
        _ => (8 * 60 + 45, 18 * 60 + 45),
    };
    chance.between(from, to)
}

fn around_workshop(client: &Client, life: &Life, time: &Timeline, chance: &mut Chance, told: &mut Vec<Activity>) {
    let staff = client.staff("service");
    for visit in life.visits.iter().filter(|visit| visit.day.year() >= TEMPLATE_YEAR - 3) {
        let Some(car) = visit.car.and_then(|place| life.cars.get(place)) else {
            if client.slot.company && chance.percent(25) {
                counter_call(client, visit.day, time, chance, told);
            }
            continue;
        };
        let service = visit.services[0];
        if service == "shop" {
            continue;
        }
        let came = time.open(visit.day);
        let mut talk = talk(client, staff, car, former(client, life, visit.car.unwrap_or(0), time), came);
        talk.km = car.km_on(visit.day);
        talk.service = service;
        talk.amount = chance.between(118, 390) * 100;
        let mut steps = Vec::new();
        let inspection = visit.services.contains(&"inspection");
        if chance.percent(38) {
            let situation = if inspection { "inspection" } else { "service_reminder" };
            if service == "revision" {
                steps.push(Step { situation, day: shift::office_until(came.plus(-chance.between(16, 30))) });
            }
        }
        if chance.percent(8) {
            steps.push(Step { situation: "quote", day: shift::office_until(came.plus(-chance.between(11, 14))) });
        }
        if chance.percent(48) {
            steps.push(Step { situation: "service_booking", day: shift::office_until(came.plus(-chance.between(4, 10))) });
        }
        for step in &steps {
            // The day named in a booking is the day of the visit.
            talk.next = came;
            told.extend(phrase(step.situation, step.day, &talk, chance));
        }
        if chance.percent(30) {
            let situation = if chance.percent(6) { "complaint" } else { "service_after" };
            let day = shift::office_from(came.plus(chance.between(2, 5)));
            talk.next = if situation == "complaint" { shift::office_from(day.plus(2)) } else { came };
            told.extend(phrase(situation, day, &talk, chance));
        }
    }
}

fn counter_call(client: &Client, day: Day, time: &Timeline, chance: &mut Chance, told: &mut Vec<Activity>) {
    let staff = client.staff("parts");
    let Some(words) = chance.pick(words_of("parts_call")) else { return };
    let day = shift::office_until(time.open(day).plus(-1));
    let at = day.at(minute(chance, words, day));
    let content = crate::content::words::fill(words.content, &|name| (name == "civ_nom").then(|| client.addressed()));
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

/// Contacts of two years ago that came to nothing.
fn cold_prospect(client: &Client, life: &Life, time: &Timeline, chance: &mut Chance, told: &mut Vec<Activity>) {
    let last = time.open(Day::civil(TEMPLATE_YEAR - 2, 3, 1).plus(chance.between(0, 640)));
    let wished = wished(client, chance, None);
    let mut talk = talk(client, client.seller(), &wished, former(client, life, life.cars.len(), time), last);
    let mut steps = approach(client, last, chance);
    steps.pop();
    let keep = chance.between(1, steps.len() as i64) as usize;
    steps.truncate(keep);
    let mut day = steps.last().map_or(last, |step| step.day);
    if !client.slot.company {
        for _ in 0..chance.between(0, 2) {
            day = shift::office_from(day.plus(chance.between(3, 9)));
            steps.push(Step { situation: "missed_call", day });
        }
    }
    if chance.percent(70) {
        steps.push(Step { situation: "lost", day: shift::office_from(day.plus(chance.between(5, 20))) });
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
        vehicles::used_price(choice.list_price, i64::from(TEMPLATE_YEAR - year) * 365, km, i64::from(TEMPLATE_YEAR - year) * 12_000)
    } else {
        choice.list_price / 3_000 * 3_000
    };
    let kinds = if client.slot.company { ["lease", "lease", "finance_lease"] } else { ["lease_option", "credit", "lease_option"] };
    let finance = Finance { kind: kinds[chance.below(3)], months: Some([36, 48, 48, 60][chance.below(4)]), amount: Some(price * 85 / 100) };
    let deal = Deal { is_new: !used, delivered: day, ordered: day, price, trade_in: 0, finance };
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

/// One or two contacts in the years between: news, invitations, the end of a contract.
fn courtesy(client: &Client, life: &Life, time: &Timeline, chance: &mut Chance, told: &mut Vec<Activity>) {
    let Some((place, car)) = life.cars.iter().enumerate().rfind(|(_, car)| car.owned_from.year() < TEMPLATE_YEAR) else { return };
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
        let situation = if client.slot.company { "fleet_courtesy" } else { "courtesy" };
        told.extend(phrase(situation, shift::office_from(time.shift(day)), &talk, chance));
    }
    end_of_contract(client, car, &talk, time, chance, told);
}

/// Six months before the end of a lease one speaks of what comes after it.
fn end_of_contract(client: &Client, car: &Car, talk: &Talk, time: &Timeline, chance: &mut Chance, told: &mut Vec<Activity>) {
    let Some(deal) = &car.deal else { return };
    let Some(months) = deal.finance.months.filter(|_| deal.finance.kind.starts_with("lease")) else { return };
    let end = deal.delivered.months_later(i32::try_from(months).unwrap_or(48));
    let told_on = end.plus(-182);
    let within = told_on > Day::civil(TEMPLATE_YEAR - 2, 1, 1) && told_on < super::life::last_day() && told_on > car.owned_from.plus(120);
    if within && car.sold_on.is_none_or(|sold| sold > told_on) && !client.slot.company && chance.percent(80) {
        told.extend(phrase("finance_end", shift::office_from(time.shift(told_on)), talk, chance));
    }
}
