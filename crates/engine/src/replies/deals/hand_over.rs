//! A car is handed over, with its invoice: a prospect is then a client.

use super::rows;
use super::used::{UsedBuyer, ordered_car};
use super::visit::advisor;
use crate::change::Change;
use crate::content::replies as content;
use crate::content::trade::{Model, sale_lines};
use crate::content::words::fill;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::invoices;
use crate::reader::Reader;
use crate::records::{Values, insert_checked};
use crate::replies::luck::Luck;
use crate::replies::person::Tone;
use crate::replies::rows::{self as base, Speaker};
use crate::replies::send::rules;
use crate::replies::sent::Offer;
use crate::replies::words::{Talk, wanted_model};
use crate::school::{self, UsedCar};
use crate::values::Value;
use jiff::civil::Date;

/// Kilometres of a new car when it is handed over.
const DELIVERED: i64 = 15;

/// What is sold, new or used.
struct Sold {
    model: &'static Model,
    trim: &'static str,
    energy: &'static str,
    registered: Date,
    km: i64,
    is_used: bool,
    on_margin: bool,
    /// How it is paid; months and cents when it is not paid at once.
    finance: (&'static str, Option<i64>, Option<i64>),
    lines: Vec<Values>,
}

/// The car is handed over: vehicle, invoice, and the day in the history; `reader` stands at the moment.
pub(in crate::replies) fn hand_over(
    reader: &Reader,
    change: &Change,
    due: &str,
    customer: i64,
    occasion: u64,
    used: Option<&UsedBuyer>,
) -> Result<bool, ApiError> {
    let today = reader.today().to_string();
    let Some(speaker) = base::speaker(change, customer, Offer::NewCar.code(), &today)? else {
        return Ok(false);
    };
    let seed = rules(change)?.seed;
    let sold = match used {
        Some(buyer) => Some(of_used(ordered_car(buyer, seed, customer, occasion))),
        None => new_car(reader, &speaker, Luck::of(seed, customer, occasion)),
    };
    let Some(sold) = sold else {
        return Ok(false);
    };
    let vehicle = add_vehicle(reader, change, customer, &sold, seed)?;
    let work = if sold.is_used { "used" } else { "new" };
    let seller = speaker
        .owner
        .clone()
        .or_else(|| advisor(speaker.site.as_deref(), work).map(str::to_owned));
    let kind = if sold.is_used {
        "used_vehicle"
    } else {
        "new_vehicle"
    };
    let mut values = Values::from([
        ("kind".to_owned(), kind.into()),
        ("issued_on".to_owned(), today.into()),
        (
            "customer_id".to_owned(),
            Entity::Customer.reference(customer).into(),
        ),
        ("vehicle_id".to_owned(), Entity::Vehicle.reference(vehicle).into()),
        ("mileage".to_owned(), Value::Int(sold.km)),
        ("seller".to_owned(), seller.clone().into()),
        ("site".to_owned(), speaker.site.clone().into()),
    ]);
    if sold.on_margin {
        // Told before its lines: an invoice on the margin shows no VAT, and none comes back with them.
        let price = sold.lines.iter().filter_map(|line| line.get("unit_price")?.int());
        values.insert("net_amount".to_owned(), Value::Int(price.sum()));
        values.insert("vat_amount".to_owned(), Value::Int(0));
    }
    invoices::write(reader, change, customer, &values, &sold.lines)?;
    write_handing_over(change, due, customer, &speaker, seller, &sold)?;
    Ok(true)
}

fn of_used(car: UsedCar) -> Sold {
    Sold {
        model: car.model,
        trim: car.trim,
        energy: car.energy,
        registered: car.registered,
        km: car.km,
        is_used: true,
        on_margin: car.on_margin,
        finance: car.finance,
        lines: car
            .lines
            .into_iter()
            .map(|(label, price)| line(label, price))
            .collect(),
    }
}

/// The new car that they have in mind: none when the group sells nothing of the kind.
fn new_car(reader: &Reader, speaker: &Speaker, luck: Luck) -> Option<Sold> {
    let talk = Talk {
        speaker,
        advisor: speaker.owner.as_deref(),
        tone: Tone::Plain,
        luck,
        now: reader.now,
    };
    let model = wanted_model(&talk)?;
    let (energy, price) = model.energies.first().copied()?;
    let trim = model.trims.last().copied().unwrap_or_default();
    Some(Sold {
        model,
        trim,
        energy,
        registered: reader.today(),
        km: DELIVERED,
        is_used: false,
        on_margin: false,
        finance: ("cash", None, None),
        lines: lines(model, trim, energy, price),
    })
}

fn add_vehicle(
    reader: &Reader,
    change: &Change,
    customer: i64,
    sold: &Sold,
    seed: u64,
) -> Result<i64, ApiError> {
    let number = rows::next_vehicle(change)?.unsigned_abs();
    let wmi = sold.model.maker.map_or("", |maker| maker.wmi);
    let year = i32::from(sold.registered.year());
    let (finance, months, amount) = sold.finance;
    let values = Values::from([
        (
            "customer_id".to_owned(),
            Entity::Customer.reference(customer).into(),
        ),
        ("make".to_owned(), sold.model.make.into()),
        ("model".to_owned(), sold.model.name.into()),
        ("trim".to_owned(), sold.trim.into()),
        ("energy".to_owned(), sold.energy.into()),
        ("plate".to_owned(), school::plate(number, seed).into()),
        ("vin".to_owned(), school::vin(wmi, year, number).into()),
        ("first_registered_on".to_owned(), sold.registered.into()),
        ("mileage".to_owned(), Value::Int(sold.km)),
        ("finance_kind".to_owned(), finance.into()),
        ("financed_on".to_owned(), reader.today().into()),
        ("finance_months".to_owned(), months.into()),
        ("financed_amount".to_owned(), amount.into()),
    ]);
    insert_checked(reader, change, Entity::Vehicle, &values)
}

/// The lines of a new car's invoice, those that nearly every one has.
fn lines(model: &Model, trim: &str, energy: &str, price: u32) -> Vec<Values> {
    let words = sale_lines();
    let label = fill(&words.vehicle, &|place| {
        Some(match place {
            "marque" => model.make.to_owned(),
            "modele" => model.name.to_owned(),
            "finition" => trim.to_owned(),
            "energie" => energy.to_lowercase(),
            _ => return None,
        })
    });
    let net = i64::from(price) * 10_000 / 120;
    std::iter::once(line(label, net))
        .chain(
            words
                .with_new
                .iter()
                .filter(|option| option.chance >= 70)
                .map(|option| line(option.label.clone(), option.price)),
        )
        .collect()
}

fn line(label: String, price: i64) -> Values {
    Values::from([
        ("label".to_owned(), label.into()),
        ("quantity".to_owned(), Value::Int(100)),
        ("unit_price".to_owned(), Value::Int(price)),
    ])
}

fn write_handing_over(
    change: &Change,
    due: &str,
    customer: i64,
    speaker: &Speaker,
    seller: Option<String>,
    sold: &Sold,
) -> Result<(), ApiError> {
    let owner = seller.or_else(|| speaker.owner.clone());
    let words = if sold.is_used {
        "handed_over_used"
    } else {
        "handed_over"
    };
    let subject = content::words(words).replace("{modele}", sold.model.name);
    let values = [
        ("customer_id", customer.into()),
        ("kind", "visit".into()),
        ("direction", "inbound".into()),
        ("happened_at", due.into()),
        ("subject", subject.into()),
        ("content", content::words("handed_over_text").into()),
        ("result", content::result("handed_over").into()),
        ("owner", owner.into()),
    ];
    base::insert(change, Entity::Activity, &values)?;
    Ok(())
}
