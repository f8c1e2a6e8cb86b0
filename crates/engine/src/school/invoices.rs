//! Invoices: lines with plausible prices, totals that are the sum of the lines, VAT.

use super::chance::Chance;
use super::client::Client;
use super::day::Day;
use super::life::{Life, Visit};
use super::shift::Timeline;
use super::vehicles::{Car, Deal};
use crate::content::trade::{self, Operation};
use crate::content::words::{calendar, fill, grammar};
use crate::values::vat_of_net;

/// A line, net.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) label: String,
    /// Hundredths.
    pub(super) quantity: i64,
    /// Cents.
    pub(super) unit_price: i64,
}

/// An invoice, on a template day.
#[derive(Clone, Debug)]
pub(super) struct Invoice {
    pub(super) kind: &'static str,
    pub(super) day: Day,
    pub(super) car: Option<usize>,
    pub(super) mileage: Option<i64>,
    pub(super) seller: &'static str,
    pub(super) lines: Vec<Line>,
    /// VAT is on the margin: none is shown, and prices are those paid.
    pub(super) on_margin: bool,
}

impl Line {
    /// Net cents.
    pub(super) fn net(&self) -> i64 {
        (self.quantity * self.unit_price + 50).div_euclid(100)
    }
}

impl Invoice {
    /// Net, VAT and gross cents.
    pub(super) fn totals(&self) -> (i64, i64, i64) {
        let net = self.lines.iter().map(Line::net).sum();
        let vat = if self.on_margin { 0 } else { vat_of_net(net) };
        (net, vat, net + vat)
    }
}

/// Every invoice of a story, in order of days.
pub(super) fn invoices(client: &Client, life: &Life, time: &Timeline) -> Vec<Invoice> {
    let mut chance = client.chance("invoices");
    let mut invoices: Vec<Invoice> = Vec::new();
    for (place, car) in life.cars.iter().enumerate() {
        if let Some(deal) = &car.deal {
            invoices.push(purchase(client, &mut chance, place, car, deal, time));
        }
    }
    for visit in &life.visits {
        invoices.push(visit_invoice(client, &mut chance, life, visit));
    }
    invoices.retain(|invoice| !invoice.lines.is_empty());
    invoices.sort_by_key(|invoice| invoice.day);
    invoices
}

fn purchase(
    client: &Client,
    chance: &mut Chance,
    place: usize,
    car: &Car,
    deal: &Deal,
    time: &Timeline,
) -> Invoice {
    let kind = if deal.is_new {
        "new_vehicle"
    } else {
        "used_vehicle"
    };
    Invoice {
        kind,
        day: deal.delivered,
        car: Some(place),
        mileage: Some(car.first_km),
        seller: &client.seller().name,
        lines: lines_of_sale(chance, car, deal, time.shift(car.registered)),
        on_margin: deal.on_margin,
    }
}

/// The lines of a sale: the car, told with the month of its first registration when it is used, and what goes with it.
pub(super) fn lines_of_sale(chance: &mut Chance, car: &Car, deal: &Deal, registered: Day) -> Vec<Line> {
    let words = trade::sale_lines();
    let energy = energy_in_sentence(car.energy);
    let mut lines = vec![Line {
        label: fill(
            if deal.is_new { &words.vehicle } else { &words.used },
            &|name| match name {
                "marque" => Some(car.model.make.to_owned()),
                "modele" => Some(car.model.name.to_owned()),
                "finition" => Some(car.trim.to_owned()),
                "energie" => Some(energy.clone()),
                "mec" => Some(month_of(registered)),
                "km" => Some(thousands(car.first_km)),
                "tva" if deal.on_margin => Some(words.margin.clone()),
                "tva" => Some(words.recoverable.clone()),
                _ => None,
            },
        ),
        quantity: 100,
        unit_price: 0,
    }];
    // Without VAT, what is paid is what is written.
    let shown = |net: i64| if deal.on_margin { net * 120 / 100 } else { net };
    let options = if deal.is_new {
        &words.with_new
    } else {
        &words.with_used
    };
    for option in options {
        if chance.percent(option.chance) {
            lines.push(Line {
                label: option.label.clone(),
                quantity: 100,
                unit_price: shown(option.price),
            });
        }
    }
    // The total is what was agreed: a used car is what remains of it, a new one shows its list price and a discount.
    let net = if deal.on_margin {
        deal.price
    } else {
        deal.price * 100 / 120
    };
    let options: i64 = lines.iter().map(Line::net).sum();
    let list = car.list_price * 100 / 120;
    let bare = if deal.is_new {
        list
    } else {
        (net - options).max(net * 7 / 10)
    };
    lines[0].unit_price = bare;
    if deal.is_new && net < list + options {
        lines.push(Line {
            label: words.discount.clone(),
            quantity: 100,
            unit_price: net - list - options,
        });
    }
    lines
}

fn visit_invoice(client: &Client, chance: &mut Chance, life: &Life, visit: &Visit) -> Invoice {
    let car = visit.car.and_then(|place| life.cars.get(place));
    let at_counter = visit
        .services
        .iter()
        .any(|service| *service == "shop" || *service == "trade");
    let mut lines = Vec::new();
    for service in &visit.services {
        if at_counter {
            counter_lines(chance, service, car, &mut lines);
        } else {
            service_lines(chance, service, car, &mut lines);
        }
    }
    let (kind, work) = if at_counter {
        ("parts", "parts")
    } else {
        ("service", "service")
    };
    let mileage = car.filter(|_| !at_counter).map(|car| car.km_on(visit.day));
    Invoice {
        kind,
        day: visit.day,
        car: visit.car,
        mileage,
        seller: &client.staff(work).name,
        lines,
        on_margin: false,
    }
}

fn service_lines(chance: &mut Chance, service: &str, car: Option<&Car>, lines: &mut Vec<Line>) {
    for operation in trade::operations(service).iter().filter(|known| fits(known, car)) {
        if chance.percent(operation.chance) {
            lines.push(line(chance, operation, car));
        }
    }
}

/// A few articles of the counter.
fn counter_lines(chance: &mut Chance, service: &str, car: Option<&Car>, lines: &mut Vec<Line>) {
    let fit: Vec<&Operation> = trade::operations(service)
        .iter()
        .filter(|known| fits(known, car))
        .collect();
    let count = if service == "trade" {
        chance.between(1, 4)
    } else {
        chance.between(1, 2)
    };
    for _ in 0..count {
        let Some(operation) = chance.pick(&fit) else {
            return;
        };
        if lines.iter().all(|line| line.label != operation.label) {
            lines.push(line(chance, operation, car));
        }
    }
}

fn fits(operation: &Operation, car: Option<&Car>) -> bool {
    let electric = car.is_some_and(Car::is_electric);
    match operation.energies {
        "electric" => electric,
        "heat" | "manual" => !electric,
        "diesel" => car.is_some_and(Car::is_diesel),
        _ => true,
    }
}

fn line(chance: &mut Chance, operation: &Operation, car: Option<&Car>) -> Line {
    let (dimension, tyre) = trade::tyre(car.map_or("city", |car| car.model.segment));
    let side = chance.word(&grammar().sides);
    let label = fill(operation.label, &|name| match name {
        "dimension" => Some(dimension.to_owned()),
        "cote" => Some(side.to_owned()),
        _ => None,
    });
    let price = if operation.unit_price == 0 {
        tyre
    } else {
        operation.unit_price
    };
    let price = chance.around(i64::from(price), operation.spread);
    // Prices end on five cents as lists do.
    Line {
        label,
        quantity: i64::from(operation.quantity),
        unit_price: (price + 4) / 5 * 5,
    }
}

/// `essence`, but `GPL` and `E85` as they are.
pub(super) fn energy_in_sentence(energy: &str) -> String {
    if energy
        .chars()
        .nth(1)
        .is_some_and(|letter| letter.is_uppercase() || letter.is_ascii_digit())
    {
        energy.to_owned()
    } else {
        energy.to_lowercase()
    }
}

/// `mars 2021`
fn month_of(day: Day) -> String {
    let (year, month, _) = day.parts();
    let name = calendar()
        .months
        .get(usize::try_from(month - 1).unwrap_or(0))
        .map_or("", String::as_str);
    format!("{name} {year}")
}

/// `24 300`, with the narrow space that never breaks a line.
pub(super) fn thousands(number: i64) -> String {
    let digits = number.abs().to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}
