//! Leads of the three weeks before the day of use, and what was done with them.

use super::activities::{self, Activity};
use super::anomalies;
use super::chance::Chance;
use super::client::{self, Client};
use super::day::{Day, Moment};
use super::file;
use super::flaws::Kind;
use super::identifiers;
use super::life::Life;
use super::plan::{self, Case, Plan, Slot};
use super::rows::{self, filled};
use super::sales_contacts;
use super::shift;
use super::writer::Writer;
use crate::content::choices;
use crate::content::words::{LeadWords, leads as words, lost_reasons};
use crate::fields::Entity;
use crate::values::Value;

/// How far back leads go.
const WINDOW_DAYS: i64 = 21;
/// How many in a hundred untouched leads came since the shop closed, or in the last three days.
const FRESH: u32 = 78;
/// How many in a hundred leads that come at a good hour are answered within the hour.
const QUICK: u32 = 45;
/// How many in a hundred leads in progress are promised another contact.
const PROMISED: u32 = 75;
/// Among the first leads each state comes as often as a base must hold it; chance decides of the others.
const PLANNED_STATES: [&str; 12] = [
    "new",
    "in_progress",
    "new",
    "converted",
    "in_progress",
    "new",
    "lost",
    "in_progress",
    "new",
    "in_progress",
    "new",
    "lost",
];
/// How many leads are planned so: those of the smallest base.
const PLANNED: u32 = 24;
/// Strangers' numbers begin here, far above any customer's.
const STRANGERS: u32 = 3_000_000_000;

/// Somebody who left a lead.
struct Sender {
    client: Client,
    mail: String,
    phone: String,
    /// The record it is known to belong to.
    linked: Option<i64>,
}

/// How many leads a base of a size has.
pub(super) fn count(size: u32) -> u32 {
    (u64::from(size) * 60 / 520).clamp(u64::from(PLANNED), 600) as u32
}

/// Writes the leads and the first contacts that followed them.
pub(super) fn write<E>(seed: u64, size: u32, plan: &mut Plan, writer: &mut Writer<E>) -> Result<(), E> {
    for rank in 0..count(size) {
        let mut chance = Chance::of(seed, u64::from(rank), "lead");
        let at = issued(&mut chance, writer.time.today);
        let state = state(rank, &mut chance, at.day, writer.time.today);
        let at = if state == "new" && chance.percent(FRESH) {
            just_issued(&mut chance, writer.time.today)
        } else {
            at
        };
        let sender = sender(rank, state, plan, &mut chance);
        // Nothing came of it yet, when nobody is there to be converted.
        let state = if state == "converted" && sender.linked.is_none() {
            "in_progress"
        } else {
            state
        };
        write_one(
            &sender,
            state,
            at,
            words().get(rank as usize),
            &mut chance,
            writer,
        )?;
    }
    Ok(())
}

/// Writes the lead of a customer that does not say whose it is.
pub(super) fn write_hidden<E>(client: Client, writer: &mut Writer<E>) -> Result<(), E> {
    let mut chance = client.chance("hidden lead");
    let at = issued(&mut chance, writer.time.today);
    let known = file::coordinates(&client, at.day);
    let sender = Sender {
        mail: known.mail,
        phone: known.mobile,
        linked: None,
        client,
    };
    let id = write_one(&sender, "new", at, None, &mut chance, writer)?;
    let records = [(Entity::Customer, sender.client.id()), (Entity::Lead, id)];
    anomalies::tell(
        Kind::LeadOfCustomer,
        &records,
        [&sender.client.label(), "", ""],
        writer,
    )
}

/// Recent days weigh more; mostly within opening hours, some late in the evening or on a Sunday; before the day of use.
fn issued(chance: &mut Chance, today: Day) -> Moment {
    let (first, second) = (chance.between(1, WINDOW_DAYS), chance.between(1, WINDOW_DAYS));
    let day = today.plus(-if chance.percent(45) {
        first.min(second)
    } else {
        first
    });
    let open = shift::is_open(day);
    if open && chance.percent(82) {
        let busy = [9, 10, 11, 12, 12, 13, 14, 14, 15, 16, 17, 18];
        return day.at(busy[chance.below(busy.len())] * 60 + chance.between(0, 59));
    }
    day.at(chance.between(7 * 60, 22 * 60 + 45))
}

/// After closing on the eve, so that nobody is late at opening, or in the last days; never on the day itself.
fn just_issued(chance: &mut Chance, today: Day) -> Moment {
    match chance.below(10) {
        0..=5 => today.plus(-1).at(chance.between(19 * 60 + 30, 23 * 60 + 30)),
        _ => {
            let day = today.plus(-chance.between(1, 3));
            day.at(chance.between(9 * 60, 18 * 60 + 50))
        }
    }
}

/// A third untouched, of the last days above all.
fn state(rank: u32, chance: &mut Chance, day: Day, today: Day) -> &'static str {
    if rank < PLANNED {
        return PLANNED_STATES[rank as usize % PLANNED_STATES.len()];
    }
    let fresh = today.since(day) <= 6;
    let shares = if fresh { [60, 33, 4, 3] } else { [17, 45, 19, 19] };
    ["new", "in_progress", "converted", "lost"][chance.weighted(shares.into_iter())]
}

fn sender(rank: u32, state: &str, plan: &mut Plan, chance: &mut Chance) -> Sender {
    let seed = plan.seed;
    let linked = state == "converted" || (state == "in_progress" && chance.percent(40));
    let known = linked
        .then(|| some_customer(state == "converted", plan, chance))
        .flatten();
    if let Some(client) = known {
        let at = file::coordinates(&client, Day::civil(2000, 1, 1));
        let id = client.id();
        return Sender {
            mail: at.mail,
            phone: at.mobile,
            linked: Some(id),
            client,
        };
    }
    let client = client::stranger(plan, stranger(rank));
    let mail = if chance.percent(88) {
        client
            .person()
            .map_or(String::new(), |person| person.mail(client.slot, chance))
    } else {
        String::new()
    };
    let phone = if chance.percent(90) || mail.is_empty() {
        identifiers::contact_mobile(4_949 - u64::from(rank), seed)
    } else {
        String::new()
    };
    Sender {
        client,
        mail,
        phone,
        linked: None,
    }
}

/// The part of a stranger, by rank.
pub(super) fn stranger(rank: u32) -> Slot {
    plan::ordinary(STRANGERS + rank, false, Case::Prospect)
}

/// A person of the base without a planted flaw; a prospect in hand for a converted lead.
fn some_customer(prospect: bool, plan: &mut Plan, chance: &mut Chance) -> Option<Client> {
    let known = plan.sampled();
    let from = chance.below(known as usize) as u32;
    (0..known.min(400))
        .map(|step| plan.spread((from + step) % known))
        .collect::<Vec<u32>>()
        .into_iter()
        .find_map(|index| {
            let slot = plan.slot(index);
            if slot.company
                || slot.flaw.is_some()
                || slot.head.is_some()
                || (slot.case == Case::Prospect) != prospect
            {
                return None;
            }
            let client = client::client(plan, index);
            let reachable = !file::coordinates(&client, Day::civil(2000, 1, 1))
                .mobile
                .is_empty();
            (reachable && (!prospect || super::affairs::is_current(&client))).then_some(client)
        })
}

/// `kind`: of the first leads, one of each kind, so that none is ever missing.
fn write_one<E>(
    sender: &Sender,
    state: &str,
    at: Moment,
    kind: Option<&'static LeadWords>,
    chance: &mut Chance,
    writer: &mut Writer<E>,
) -> Result<i64, E> {
    let kinds = words();
    let drawn = &kinds[chance.weighted(kinds.iter().map(|kind| kind.weight))];
    let kind = kind.unwrap_or(drawn);
    let client = &sender.client;
    let staff = client.staff(match kind.target.as_str() {
        "service" => "service",
        "parts" => "parts",
        "used" => "used",
        _ => "leads",
    });
    let wants = match kind.target.as_str() {
        "new" => Some(false),
        "used" => Some(true),
        _ => None,
    };
    let car = sales_contacts::wished(client, chance, wants);
    let former = activities::former(client, &Life::default(), 0, &writer.time);
    let mut talk = activities::talk(client, staff, &car, former, at.day);
    talk.km = chance.between(28, 140) * 1_000;
    let id = writer.next_id(Entity::Lead);
    let interest = match kind.target.as_str() {
        "new" | "used" => talk.say("{modele}"),
        _ => String::new(),
    };
    let person = client.person();
    let mut values = vec![
        (
            "first_name",
            filled(person.map_or("", |person| person.first_name.as_ref())),
        ),
        (
            "last_name",
            filled(person.map_or("", |person| person.last_name.as_ref())),
        ),
        ("mail", filled(&sender.mail)),
        ("phone", filled(&sender.phone)),
        ("kind", kind.kind.as_str().into()),
        ("channel", channel(kind, sender, chance).into()),
        ("issued_at", at.into()),
        ("vehicle_of_interest", filled(&interest)),
        ("message", talk.say(chance.word(&kind.messages)).into()),
        ("site", client.home.site.name.as_str().into()),
        (
            "owner",
            if state == "new" && chance.percent(45) {
                Value::Empty
            } else {
                staff.name.as_str().into()
            },
        ),
        ("state", state.into()),
        ("customer_id", sender.linked.into()),
    ];
    let answer = (state != "new")
        .then(|| answer(sender, state, at, &talk, chance, writer.time.today))
        .flatten();
    let told = answer.as_ref().map_or("", |answer| answer.subject.as_str());
    let reason = if state == "lost" { lost_reason(told) } else { "" };
    values.push(("lost_reason", filled(reason)));
    writer.fact(Entity::Lead, id, values)?;
    if let Some(answer) = answer {
        write_answer(sender, id, &answer, writer)?;
    }
    Ok(id)
}

/// As the last contact tells it: by its subject, else the first reason of all.
fn lost_reason(told: &str) -> &'static str {
    let reasons = lost_reasons();
    let first = || choices("lead_lost_reasons").first().map_or("", String::as_str);
    reasons.get(told).map_or_else(first, String::as_str)
}

/// Channels by rank in the choices: form, telephone, mail, chat, networks, portal, maker's site, fair.
fn channel(kind: &LeadWords, sender: &Sender, chance: &mut Chance) -> &'static str {
    let weights: [u32; 8] = match kind.target.as_str() {
        _ if kind.web => [55, 0, 0, 5, 25, 0, 15, 0],
        "used" => [10, 26, 8, 6, 6, 44, 0, 0],
        "service" | "parts" => [34, 46, 14, 6, 0, 0, 0, 0],
        _ => [38, 20, 8, 8, 10, 0, 15, 1],
    };
    let channels = choices("lead_channels");
    // Who telephones leaves a number.
    let rank = chance.weighted(weights.into_iter());
    let rank = if rank == 1 && sender.phone.is_empty() {
        0
    } else {
        rank
    };
    channels.get(rank).map_or("", String::as_str)
}

/// The first contact after a lead, before the day of use; most of those who are nobody's customer yet are promised another.
fn answer(
    sender: &Sender,
    state: &str,
    at: Moment,
    talk: &super::talk::Talk,
    chance: &mut Chance,
    today: Day,
) -> Option<Activity> {
    let situation = match state {
        "lost" => "lost",
        "converted" => "first_call",
        _ if chance.percent(45) => "missed_call",
        _ => "first_call",
    };
    let quick = within_the_hour(at, chance);
    let day = quick.map_or_else(|| shift::office_from(at.day.plus(1)), |at| at.day);
    if day >= today {
        return None;
    }
    let mut activity = activities::phrase(situation, day, talk, chance)?;
    activity.at = quick.unwrap_or(activity.at);
    if state == "in_progress" && sender.linked.is_none() && chance.percent(PROMISED) {
        let next = shift::open_from(today.plus(chance.between(-2, 6)));
        activity.follow_up = Some(next.max(shift::open_from(day.plus(1))));
    }
    activities::settle_result(&mut activity);
    Some(activity)
}

/// Some are answered within the hour, when they come at an hour at which people may be called.
fn within_the_hour(at: Moment, chance: &mut Chance) -> Option<Moment> {
    let minute = i64::from(at.minute) + chance.between(8, 55);
    let calls =
        (10 * 60 + 5..12 * 60 + 55).contains(&minute) || (14 * 60 + 5..18 * 60 + 50).contains(&minute);
    (calls && at.day.weekday() < 6 && shift::is_open(at.day) && chance.percent(QUICK))
        .then(|| at.day.at(minute))
}

fn write_answer<E>(sender: &Sender, lead: i64, answer: &Activity, writer: &mut Writer<E>) -> Result<(), E> {
    let id = writer.next_id(Entity::Activity);
    // The record that a lead led to may be younger than the first answer.
    let customer = sender
        .linked
        .filter(|_| file::consents_of(&sender.client, &writer.time).0 <= answer.at.day);
    let values = rows::activity(customer.into(), lead.into(), answer, Value::Empty);
    writer.fact(Entity::Activity, id, values)
}
