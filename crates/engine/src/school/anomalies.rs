//! What is wrong on purpose: doubles made at another site, homonyms who are two people, mistakes of typing; each with
//! the row that tells the trainer.

use super::chance::Chance;
use super::client::{self, Client, Who};
use super::day::Day;
use super::file;
use super::homes::{self, Kind};
use super::invoices;
use super::life::{Life, Visit};
use super::people::Person;
use super::plan::{Case, Flaw, Plan};
use super::rows;
use super::shift::TEMPLATE_YEAR;
use super::writer::{Event, Writer};
use crate::content::group;
use crate::content::words::{anomalies as words, fill};
use crate::fields::Entity;
use crate::values::Value;

/// Ways a record is made twice, in the order they are planted.
const WAYS: [&str; 6] = [
    "exact_duplicate",
    "misspelled",
    "swapped",
    "hyphen",
    "moved",
    "exact_duplicate",
];

/// Doubles of a base of a size; they are counted in it.
pub(super) fn doubles(size: u32) -> u32 {
    if size < 60 {
        0
    } else {
        (u64::from(size) * 6 / 520).max(6) as u32
    }
}

/// An anomaly to tell.
struct Finding {
    kind: &'static str,
    first: String,
    second: String,
}

/// Writes the doubles, after every ordinary record, and tells every anomaly planted.
pub(super) fn write<E>(
    seed: u64,
    base: u32,
    doubles: u32,
    leads: &[(i64, i64)],
    plan: &mut Plan,
    writer: &mut Writer<E>,
) -> Result<(), E> {
    let mut code = 0;
    for rank in 0..doubles {
        if let Some(finding) = write_double(seed, base, rank, plan, writer)? {
            tell(&finding, &mut code, writer)?;
        }
    }
    for index in 0..base {
        let slot = plan.slot(index);
        let first = customer(index);
        if let Some(other) = slot.homonym {
            tell(
                &Finding {
                    kind: "homonym",
                    first: customer(other),
                    second: first.clone(),
                },
                &mut code,
                writer,
            )?;
        }
        let kind = match slot.flaw {
            Some(Flaw::BadMail) => "bad_mail",
            Some(Flaw::ShortMobile) => "bad_phone",
            Some(Flaw::LandlineInMobile) => "landline_in_mobile",
            None => continue,
        };
        tell(
            &Finding {
                kind,
                first,
                second: String::new(),
            },
            &mut code,
            writer,
        )?;
    }
    for (lead, known) in leads {
        let first = Entity::Lead.reference(*lead);
        tell(
            &Finding {
                kind: "lead_of_customer",
                first,
                second: Entity::Customer.reference(*known),
            },
            &mut code,
            writer,
        )?;
    }
    Ok(())
}

fn customer(index: u32) -> String {
    Entity::Customer.reference(i64::from(index) + 1)
}

fn tell<E>(finding: &Finding, code: &mut i64, writer: &mut Writer<E>) -> Result<(), E> {
    *code += 1;
    let Some((found, action)) = words().get(finding.kind) else {
        return Ok(());
    };
    let named = |sentence: &str| {
        fill(sentence, &|name| match name {
            "a" => Some(finding.first.clone()),
            "b" => Some(finding.second.clone()),
            _ => None,
        })
    };
    let records = if finding.second.is_empty() {
        finding.first.clone()
    } else {
        format!("{} {}", finding.first, finding.second)
    };
    let difficulty = match finding.kind {
        "exact_duplicate" | "bad_mail" | "bad_phone" => "1",
        "homonym" | "moved" => "3",
        _ => "2",
    };
    let id = writer.next_id(Entity::Anomaly);
    let values = vec![
        ("code", format!("AN{code:03}").into()),
        ("kind", finding.kind.into()),
        ("records", records.into()),
        ("finding", named(found).into()),
        ("expected_action", named(action).into()),
        ("difficulty", difficulty.into()),
        ("trap", Value::Flag(finding.kind == "homonym")),
    ];
    writer.fact(Entity::Anomaly, id, values)
}

/// Makes the record of somebody again, as another site would have: other spelling, same car, one visit there.
fn write_double<E>(
    seed: u64,
    base: u32,
    rank: u32,
    plan: &mut Plan,
    writer: &mut Writer<E>,
) -> Result<Option<Finding>, E> {
    let way = WAYS[rank as usize % WAYS.len()];
    let mut chance = Chance::of(seed, u64::from(rank), "double");
    let Some((original, way)) = original(seed, base, way, plan, &mut chance) else {
        return Ok(None);
    };
    let mut double = original.clone();
    double.slot.index = base + rank;
    if let Who::Person(person) = &mut double.who {
        rename(person, way);
    }
    let sites = &group().sites;
    let place = sites
        .iter()
        .position(|site| site.name == original.home.site.name)
        .unwrap_or(0);
    if way == "moved" {
        double.home = homes::address(seed, base + rank, Kind::Private, "moved");
    }
    double.home.site = &sites[(place + 1) % sites.len()];
    // Made in the last year but one quarter: known whatever the day of use.
    let day = Day::civil(TEMPLATE_YEAR - 1, 4, 1).plus(chance.between(0, 240));
    let created = writer.time.open(day);
    let mut at = file::coordinates(&original, created);
    if way != "moved" && chance.percent(50) {
        at.phone.clear();
    }
    if way == "exact_duplicate" && !at.mobile.is_empty() {
        at.mail.clear();
    }
    writer.fact(
        Entity::Customer,
        double.id(),
        rows::customer(&double, &writer.time, &at),
    )?;
    write_visit(&double, &original, day, writer)?;
    Ok(Some(Finding {
        kind: way,
        first: customer(original.slot.index),
        second: customer(base + rank),
    }))
}

/// Somebody who lives alone in the base, has a car with us, and whose name suits the way.
fn original(
    seed: u64,
    base: u32,
    way: &'static str,
    plan: &mut Plan,
    chance: &mut Chance,
) -> Option<(Client, &'static str)> {
    let from = chance.below(base as usize) as u32;
    let mut spare = None;
    for step in 0..base.min(300) {
        let slot = plan.slot((from + step) % base);
        let ordinary = !slot.company && slot.head.is_none() && slot.homonym.is_none() && slot.flaw.is_none();
        if !ordinary || !matches!(slot.case, Case::BuyAndService | Case::ServiceOnly) {
            continue;
        }
        let client = client::client(seed, plan, slot.index);
        let Some(person) = client.person() else { continue };
        let at = file::coordinates(&client, Day::civil(2000, 1, 1));
        if at.mobile.is_empty() {
            continue;
        }
        let suits = match way {
            "hyphen" => person.first_name.contains('-'),
            "misspelled" => misspelled(&person.last_name) != person.last_name,
            _ => true,
        };
        if suits {
            return Some((client, way));
        }
        spare.get_or_insert((client, "swapped"));
    }
    spare
}

fn rename(person: &mut Person, way: &str) {
    match way {
        "misspelled" => person.last_name = misspelled(&person.last_name).into(),
        "swapped" => std::mem::swap(&mut person.first_name, &mut person.last_name),
        "hyphen" => person.first_name = person.first_name.replace('-', " ").into(),
        _ => {}
    }
}

/// One ordinary mistake of typing: a doubled letter made single, a silent one forgotten.
fn misspelled(name: &str) -> String {
    const MISTAKES: [(&str, &str); 12] = [
        ("ll", "l"),
        ("nn", "n"),
        ("tt", "t"),
        ("rr", "r"),
        ("ss", "s"),
        ("eau", "au"),
        ("th", "t"),
        ("ez", "es"),
        ("ier", "ié"),
        ("ard", "art"),
        ("in", "ain"),
        ("è", "e"),
    ];
    let found = MISTAKES
        .iter()
        .find(|(right, _)| name.find(right).is_some_and(|at| at > 0));
    found.map_or_else(
        || name.to_owned(),
        |(right, wrong)| name.replacen(right, wrong, 1),
    )
}

fn write_visit<E>(double: &Client, original: &Client, day: Day, writer: &mut Writer<E>) -> Result<(), E> {
    let known = super::life::life(original);
    let Some(mut car) = known
        .cars
        .into_iter()
        .rfind(|car| car.owned_from < day.plus(-20) && car.sold_on.is_none_or(|sold| sold > day.plus(400)))
    else {
        return Ok(());
    };
    car.deal = None;
    car.sold_on = None;
    car.id = writer.next_id(Entity::Vehicle);
    let mileage = car.km_on(day);
    let values = rows::vehicle(double, &car, mileage, rows::usage(double, &car), &writer.time);
    writer.fact(Entity::Vehicle, car.id, values)?;
    let car_id = car.id;
    let life = Life {
        cars: vec![car],
        visits: vec![Visit {
            day,
            car: Some(0),
            services: vec!["diagnosis", "wipers"],
        }],
    };
    for bill in invoices::invoices(double, &life, &writer.time) {
        let id = writer.next_id(Entity::Invoice);
        let on = writer.time.open(bill.day);
        let mut records = vec![(
            Entity::Invoice,
            id,
            rows::invoice(double, id, &bill, Some(car_id), on),
        )];
        for (rank, line) in (1..).zip(&bill.lines) {
            let line_id = writer.next_id(Entity::InvoiceLine);
            records.push((Entity::InvoiceLine, line_id, rows::line(id, rank, line)));
        }
        writer.event(Event {
            at: on.at(17 * 60),
            kind: "invoice",
            customer: double.id(),
            records,
            edits: Vec::new(),
        })?;
    }
    Ok(())
}
