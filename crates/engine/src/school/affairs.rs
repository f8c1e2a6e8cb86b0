//! Business in hand on the day of use, whatever the day: last contacts counted back from it, follow-ups late, due
//! today and to come, appointments around it.

use super::activities::{self, Activity};
use super::chance::Chance;
use super::client::Client;
use super::day::Day;
use super::life::Life;
use super::plan::{Case, Due};
use super::sales_contacts;
use super::shift::{self, Timeline};
use super::talk::Talk;

/// A business in hand.
#[derive(Clone, Debug, Default)]
pub(super) struct Affair {
    pub(super) activities: Vec<Activity>,
    /// When the record was opened, for those opened by this business.
    pub(super) opened: Option<Day>,
    /// An appointment to come, and whether it is a test drive.
    pub(super) appointment: Option<(Day, bool)>,
}

/// Has the record a business in hand?
pub(super) fn is_current(client: &Client) -> bool {
    match client.slot.case {
        Case::Prospect => client.slot.due.is_some(),
        Case::Converting => false,
        _ => !client.is_silent() && client.chance("current").percent(13),
    }
}

/// Days before a delivery in which its story is told, and after it in which nobody wants another car.
const BEFORE_DELIVERY: i64 = 200;
const AFTER_DELIVERY: i64 = 120;

/// Is a person ordering a car these months, or has one just been delivered? They have no other project then.
fn is_buying(client: &Client, life: &Life, time: &Timeline) -> bool {
    let mut deals = life.cars.iter().filter_map(|car| car.deal.as_ref());
    !client.slot.company
        && deals.any(|deal| {
            (-BEFORE_DELIVERY..=AFTER_DELIVERY).contains(&time.today.since(time.shift(deal.delivered)))
        })
}

/// The business in hand of a record.
pub(super) fn affair(client: &Client, life: &Life, time: &Timeline) -> Affair {
    if !is_current(client) || is_buying(client, life, time) {
        return Affair::default();
    }
    let mut chance = client.chance("affair");
    let due = due(client, &mut chance, time);
    // The last contact lies before the follow-up it announces, and before today.
    let last = shift::office_until(due.min(time.today).plus(-chance.between(2, 8)));
    let wished = sales_contacts::wished(client, &mut chance, None);
    let former = activities::former(client, life, life.cars.len(), time);
    let mut talk = activities::talk(client, client.seller(), &wished, former, due);
    let mut told = earlier(client, last, &mut talk, &mut chance);
    talk.next = due;
    // Once an offer is made, one calls about the offer.
    let offered = told.last().is_some_and(|last| last.kind == "offer");
    let situation = match (client.slot.company, offered) {
        (true, true) => "fleet_follow",
        (true, false) => "fleet_waiting",
        (false, true) => "follow_up",
        (false, false) => "waiting",
    };
    if let Some(mut waiting) = activities::phrase(situation, last, &talk, &mut chance) {
        waiting.follow_up = Some(due);
        told.push(waiting);
    }
    let opened =
        (client.slot.case == Case::Prospect).then(|| told.first().map_or(last, |first| first.at.day));
    let appointment =
        (due > time.today && chance.percent(42)).then(|| (shift::open_from(due), chance.percent(40)));
    Affair {
        activities: told,
        opened,
        appointment,
    }
}

/// As planned for a prospect; for the others one in five late, one in five due today, the rest within three weeks.
fn due(client: &Client, chance: &mut Chance, time: &Timeline) -> Day {
    let drawn = match chance.below(100) {
        0..21 => Due::Late,
        21..41 => Due::Today,
        _ => Due::Coming,
    };
    match client.slot.due.unwrap_or(drawn) {
        Due::Late => shift::office_until(time.today.plus(-chance.between(1, 12))),
        Due::Today => time.today,
        Due::Coming => shift::office_from(time.today.plus(chance.between(1, 21))),
    }
}

/// For a prospect, the contacts that came before, oldest first.
fn earlier(client: &Client, last: Day, talk: &mut Talk, chance: &mut Chance) -> Vec<Activity> {
    if client.slot.case != Case::Prospect {
        return Vec::new();
    }
    let chain: &[&'static str] = match (client.slot.company, chance.below(5)) {
        (true, _) => &["fleet_first", "fleet_offer"],
        (false, 0) => &["lead_in"],
        (false, 1) => &["lead_in", "first_call"],
        (false, 2) => &["lead_in", "missed_call", "first_call", "appointment"],
        (false, 3) => &["lead_in", "first_call", "visit"],
        (false, _) => &[
            "lead_in",
            "first_call",
            "appointment",
            "visit",
            "test_drive",
            "offer",
        ],
    };
    let mut days = Vec::new();
    let mut day = last;
    for _ in chain {
        day = shift::office_until(day.plus(-chance.between(1, 6)));
        days.push(day);
    }
    days.reverse();
    let mut told = Vec::new();
    for (rank, (situation, day)) in chain.iter().zip(&days).enumerate() {
        let next = days.get(rank + 1).copied().unwrap_or(last);
        talk.next = next;
        if let Some(mut activity) = activities::phrase(situation, *day, talk, chance) {
            activity.follow_up = Some(next);
            activity.closed_by_next = true;
            told.push(activity);
        }
    }
    told
}
