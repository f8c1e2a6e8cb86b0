//! Puts what is wrong on purpose into the rows of a record.

use super::activities::Activity;
use super::client::Client;
use super::consents::Consent;
use super::day::Day;
use super::flaws::{Kind, Part};
use super::identifiers;
use super::invoices::Invoice;
use super::life::Life;
use super::past;
use super::rows::Coordinates;
use super::shift;
use super::writer::{Values, Writer};
use crate::content::choices;
use crate::content::words::{anomalies, grammar};
use crate::fields::Entity;
use crate::values::Value;

/// The kind of the flaw of a record that stands in its own rows.
fn own(client: &Client) -> Option<(Kind, u32)> {
    client
        .slot
        .flaw
        .filter(|flaw| flaw.part == Part::Only)
        .map(|flaw| (flaw.kind, flaw.turn))
}

fn set(values: &mut Values, key: &str, value: Value) {
    if let Some(found) = values.iter_mut().find(|(known, _)| *known == key) {
        found.1 = value;
    }
}

fn text(values: &Values, key: &str) -> String {
    match values.iter().find(|(known, _)| *known == key) {
        Some((_, Value::Text(text))) => text.to_string(),
        _ => String::new(),
    }
}

/// Telephones and mail; gives what stands there.
pub(super) fn coordinates(client: &Client, at: &mut Coordinates) -> String {
    let Some((kind, turn)) = own(client) else {
        return String::new();
    };
    match kind {
        Kind::MissingMail => {
            at.mail.clear();
            String::new()
        }
        Kind::BadMail => {
            at.mail = match turn % 4 {
                0 => at.mail.replace(".example", ",example"),
                1 => at.mail.replace('@', " @ "),
                2 => at.mail.replace('@', ""),
                _ => at.mail.replace('@', "@@"),
            };
            at.mail.clone()
        }
        Kind::BadPhone => {
            let number = identifiers::customer_mobile(client.number(), client.seed).replace(' ', "");
            at.mobile = match turn % 4 {
                0 => {
                    pairs(number.get(..9).unwrap_or_default()).join(" ")
                        + number.get(8..9).unwrap_or_default()
                }
                1 => pairs(&number).join("."),
                2 => format!("+33{}", number.get(1..).unwrap_or_default()),
                _ => format!("{}7", pairs(&number).join(" ")),
            };
            at.mobile.clone()
        }
        Kind::LandlineInMobile => {
            at.mobile = client.home.landline(
                u64::from(client.slot.head.unwrap_or(client.slot.index)),
                client.seed,
            );
            at.phone.clear();
            at.mobile.clone()
        }
        _ => String::new(),
    }
}

fn pairs(digits: &str) -> Vec<&str> {
    (0..digits.len() / 2)
        .filter_map(|pair| digits.get(pair * 2..pair * 2 + 2))
        .collect()
}

/// The row of a customer; gives what stands there.
pub(super) fn customer(client: &Client, values: &mut Values) -> String {
    let Some((kind, turn)) = own(client) else {
        return String::new();
    };
    match kind {
        Kind::PostcodeTown => {
            let wrong = transposed(&text(values, "postcode"));
            set(values, "postcode", wrong.as_str().into());
            format!("{wrong} {}", client.home.town.name)
        }
        Kind::LongAddress => {
            let long = format!("{}, {}", text(values, "street"), told(kind));
            let line = format!("{} {long}", client.home.number);
            set(values, "street", long.into());
            line
        }
        Kind::BadSiret => {
            let wrong = next_digit(&text(values, "siret"));
            set(values, "siret", wrong.as_str().into());
            wrong
        }
        Kind::ObsoleteNaf => {
            let before = client
                .company()
                .and_then(|company| crate::content::trade::naf_before(company.naf))
                .unwrap_or_default();
            set(values, "naf", before.into());
            before.to_owned()
        }
        Kind::CivilityMismatch => {
            let other = match client.sex() {
                crate::content::people::Sex::Man => crate::content::people::Sex::Woman,
                crate::content::people::Sex::Woman => crate::content::people::Sex::Man,
            };
            set(values, "civility", super::people::civility(other).into());
            format!("{} {}", super::people::title(other), text(values, "first_name"))
        }
        Kind::Birth1900 => {
            set(values, "birth_date", Day::civil(1900, 1, 1).into());
            String::new()
        }
        Kind::Minor => {
            let year = super::shift::TEMPLATE_YEAR - 15 - (turn % 2) as i32;
            let birth = Day::civil(year, 5, 12).plus(i64::from(client.slot.index % 90));
            let birth = client.shifted.map_or(birth, |time| time.shift(birth));
            set(values, "birth_date", birth.into());
            slashed(birth)
        }
        _ => String::new(),
    }
}

/// A postcode whose first digits changed places: another department.
fn transposed(postcode: &str) -> String {
    let mut digits: Vec<char> = postcode.chars().collect();
    if digits.len() == 5 && digits[0] != digits[1] {
        digits.swap(0, 1);
    } else if let Some(first) = digits.first_mut() {
        *first = if *first == '1' { '2' } else { '1' };
    }
    digits.into_iter().collect()
}

/// The same digits, the last one wrong: the key no longer fits.
fn next_digit(digits: &str) -> String {
    let mut digits: Vec<char> = digits.chars().collect();
    if let Some(last) = digits.last_mut() {
        *last = if *last == '9' {
            '0'
        } else {
            char::from(*last as u8 + 1)
        };
    }
    digits.into_iter().collect()
}

/// The row of a car; gives what stands there when it is the one at fault.
pub(super) fn vehicle(client: &Client, life: &Life, place: usize, values: &mut Values) -> Option<String> {
    let (kind, turn) = own(client)?;
    let settled = life
        .cars
        .iter()
        .position(|car| car.owned_from < Day::civil(super::shift::TEMPLATE_YEAR - 1, 12, 1));
    match kind {
        Kind::BadPlate if settled == Some(place) => {
            let plate = text(values, "plate");
            let never = ['I', 'O', 'U'][turn as usize % 3];
            let wrong: String = (0..)
                .zip(plate.chars())
                .map(|(at, letter)| if at == 1 { never } else { letter })
                .collect();
            set(values, "plate", wrong.as_str().into());
            Some(wrong)
        }
        Kind::BadVin if settled == Some(place) => {
            let vin = text(values, "vin");
            let wrong: String = match turn % 2 {
                0 => vin.chars().take(16).collect(),
                _ => vin
                    .chars()
                    .enumerate()
                    .map(|(at, letter)| if at == 10 { 'O' } else { letter })
                    .collect(),
            };
            set(values, "vin", wrong.as_str().into());
            Some(wrong)
        }
        Kind::InvoiceBeforeRegistration => {
            let (_, said) = past::too_early(life)?;
            let said = client.shifted.map_or(said, |time| time.open(said));
            set(values, "first_registered_on", said.into());
            Some(slashed(said))
        }
        _ => None,
    }
}

/// The row of an invoice; gives what stands there when it is the one at fault.
pub(super) fn invoice(client: &Client, life: &Life, bill: &Invoice, values: &mut Values) -> Option<String> {
    let (kind, _) = own(client)?;
    let is_of = |place: usize| {
        life.visits
            .get(place)
            .is_some_and(|visit| visit.day == bill.day && visit.car == bill.car)
    };
    match kind {
        Kind::MileageFalls => {
            let (place, before) = past::falling(life)?;
            let wrong = before - 9_000;
            is_of(place).then(|| {
                set(values, "mileage", wrong.into());
                format!("{wrong}\u{a0}km")
            })
        }
        Kind::FutureInvoice => {
            let place = past::last_before(life)?;
            let time = client.shifted?;
            is_of(place).then(|| {
                let real = time.open(bill.day);
                let wrong = real.years_later(time.today.year() + 1 - real.year());
                set(values, "issued_on", wrong.into());
                // No mileage, or it would lie below those of the visits to come.
                set(values, "mileage", Value::Empty);
                slashed(wrong)
            })
        }
        Kind::InvoiceBeforeRegistration => {
            let (place, said) = past::too_early(life)?;
            let said = client.shifted.map_or(said, |time| time.open(said));
            is_of(place).then(|| slashed(said))
        }
        _ => None,
    }
}

/// The call or the letter that tells what the record does not say.
pub(super) fn news(client: &Client) -> Option<Activity> {
    let (kind, _) = own(client)?;
    let words = anomalies().get(kind.code())?;
    if !matches!(kind, Kind::Deceased | Kind::ReturnedMail | Kind::StruckOff) {
        return None;
    }
    let time = client.shifted?;
    let day = Day::civil(super::shift::TEMPLATE_YEAR - 1, 11, 3).plus(i64::from(client.slot.index % 30));
    Some(Activity {
        at: time.open(day).at(10 * 60 + i64::from(client.slot.index % 45)),
        kind: if kind == Kind::ReturnedMail {
            "letter"
        } else {
            "call"
        },
        direction: "inbound",
        result: "",
        subject: words.subject.clone(),
        content: words.told.clone(),
        owner: client.owner().name.as_str(),
        follow_up: None,
        closed_by_next: false,
    })
}

/// Takes from a business in hand its next step.
pub(super) fn forget_next(client: &Client, told: &mut [Activity]) -> bool {
    let forgets = matches!(own(client), Some((Kind::NoFollowUp, _)));
    if let Some(last) = told.last_mut().filter(|_| forgets) {
        last.follow_up = None;
        last.closed_by_next = false;
        last.result = told_word(Kind::NoFollowUp);
    }
    forgets
}

fn told(kind: Kind) -> String {
    told_word(kind).to_owned()
}

fn told_word(kind: Kind) -> &'static str {
    anomalies()
        .get(kind.code())
        .map_or("", |words| words.told.as_str())
}

/// The row of the record at fault, kept for the telling.
pub(super) fn keep<E>(writer: &mut Writer<E>, entity: Entity, id: i64, value: Option<String>) {
    writer.trace.records.push((entity, id));
    if let Some(value) = value {
        writer.trace.value = value;
    }
}

/// `03/11/2025`
pub(super) fn slashed(day: Day) -> String {
    let (year, month, date) = day.parts();
    format!("{date:02}/{month:02}/{year}")
}

/// Agreements that contradict each other, are too old or have no date.
pub(super) fn consents(client: &Client, created: Day, today: Day, known: &mut Vec<Consent>) {
    let Some((kind, turn)) = own(client) else { return };
    let made = |channel: &'static str, state: &'static str, given: Day| Consent {
        channel,
        state,
        given,
        origin: choices("consent_origins").first().map_or("", String::as_str),
        withdrawn: None,
        undated: kind == Kind::ConsentUndated,
        at_fault: true,
    };
    let channel = ["mail", "letter", "sms"][turn as usize % 3];
    match kind {
        Kind::ConsentContradictory => {
            known.retain(|consent| consent.channel != channel);
            let later = shift::open_until(created.plus(today.since(created) * 2 / 3)).max(created);
            known.push(made(channel, "granted", created));
            known.push(made(channel, "refused", later));
        }
        Kind::ConsentExpired => {
            known.retain(|consent| consent.channel != "phone");
            known.push(made("phone", "granted", created));
        }
        Kind::ConsentUndated => {
            known.retain(|consent| consent.channel != channel);
            known.push(made(channel, "granted", created));
        }
        _ => {}
    }
}

/// What the trainer reads of a consent at fault: its day, or its channel in words.
pub(super) fn consent_value(client: &Client, consent: &Consent) -> String {
    if client.slot.is(Kind::ConsentExpired) {
        return slashed(consent.given);
    }
    grammar()
        .channels
        .get(consent.channel)
        .cloned()
        .unwrap_or_default()
}
