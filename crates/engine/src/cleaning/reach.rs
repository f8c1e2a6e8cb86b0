//! How people are reached: telephones, mails, or nothing at all.

use super::checks::Check;
use super::fault::{Fault, FaultWhy};
use super::meant;
use crate::coherence::{Base, Customer, Ref, is_bad_mail, is_bad_phone, is_landline};
use crate::fields::Entity;
use crate::values::{Value, digits_of, mail_is_well_formed, phone};

pub(super) fn find(base: &Base, faults: &mut Vec<Fault>) {
    for customer in &base.customers {
        let owner = (Entity::Customer, customer.id);
        let id = Some(customer.id);
        faults.extend(numbers(
            owner,
            id,
            [("phone", &*customer.phone), ("mobile", &*customer.mobile)],
        ));
        faults.extend(wrong_place(customer));
        faults.extend(mail(owner, id, &customer.mail));
        if customer.mail.is_empty() {
            faults.push(Fault::new(
                Check::MailMissing,
                FaultWhy::MailMissing,
                owner,
                id,
                &["mail"],
            ));
        }
    }
    for (place, customer) in base.places() {
        let mut contacts = base.of_customer.contacts.of(place, &base.contacts);
        let by_contact = contacts.any(|contact| !contact.mail.is_empty() || !contact.mobile.is_empty());
        if !by_contact && is_unreachable(customer) {
            let owner = (Entity::Customer, customer.id);
            let fields: &[&str] = if customer.is_company {
                &["phone", "mail", "street", "postcode", "town"]
            } else {
                &["mobile", "phone", "mail", "street", "postcode", "town"]
            };
            faults.push(Fault::new(
                Check::Unreachable,
                FaultWhy::Unreachable,
                owner,
                Some(customer.id),
                fields,
            ));
        }
    }
    for contact in &base.contacts {
        let record = (Entity::Contact, contact.id);
        faults.extend(numbers(record, contact.customer, [("mobile", &*contact.mobile)]));
        faults.extend(mail(record, contact.customer, &contact.mail));
    }
    for lead in base
        .leads
        .iter()
        .filter(|lead| matches!(lead.state, "new" | "in_progress"))
    {
        let record = (Entity::Lead, lead.id);
        faults.extend(numbers(record, lead.customer, [("phone", &*lead.phone)]));
        faults.extend(mail(record, lead.customer, &lead.mail));
    }
}

/// Neither a number, nor a mail, nor an address that a letter would find.
fn is_unreachable(customer: &Customer) -> bool {
    let nowhere = customer.postcode.is_empty() && customer.town.is_empty();
    let no_home = customer.street.is_empty() || nowhere;
    no_home && customer.phone.is_empty() && customer.mobile.is_empty() && customer.mail.is_empty()
}

fn numbers<const N: usize>(
    record: Ref,
    customer: Option<i64>,
    held: [(&'static str, &str); N],
) -> Option<Fault> {
    let wrong: Vec<(&'static str, &str)> = held.into_iter().filter(|(_, text)| is_bad_phone(text)).collect();
    let why = why_of_phone(wrong.first()?.1);
    let fields: Vec<&'static str> = wrong.iter().map(|(key, _)| *key).collect();
    let correction = wrong
        .iter()
        .filter_map(|(key, text)| Some((*key, meant::phone(text)?.into())))
        .collect();
    Some(Fault::new(Check::PhoneWriting, why, record, customer, &fields).corrected(correction))
}

fn why_of_phone(text: &str) -> FaultWhy {
    if phone(text).is_some() {
        return FaultWhy::PhoneFormat;
    }
    if text.chars().any(char::is_alphabetic) {
        return FaultWhy::PhoneLetters;
    }
    match text.chars().filter(char::is_ascii_digit).count() {
        9 if meant::phone(text).is_some() => FaultWhy::PhoneZeroLost,
        0..=9 => FaultWhy::PhoneShort,
        11.. => FaultWhy::PhoneLong,
        _ => FaultWhy::PhoneOther,
    }
}

/// A landline where the mobile stands, or a mobile where the landline does: moved when its place is free.
fn wrong_place(customer: &Customer) -> Option<Fault> {
    if customer.is_company || is_bad_phone(&customer.phone) || is_bad_phone(&customer.mobile) {
        return None;
    }
    let (why, from, to, there) = if is_landline(&customer.mobile) {
        (
            FaultWhy::LandlineInMobile,
            ("mobile", &customer.mobile),
            "phone",
            &customer.phone,
        )
    } else if is_mobile(&customer.phone) {
        (
            FaultWhy::MobileInLandline,
            ("phone", &customer.phone),
            "mobile",
            &customer.mobile,
        )
    } else {
        return None;
    };
    let (key, number) = from;
    let correction = if there.is_empty() {
        vec![(key, Value::Empty), (to, (&**number).into())]
    } else if there == number {
        vec![(key, Value::Empty)]
    } else {
        Vec::new()
    };
    let record = (Entity::Customer, customer.id);
    Some(Fault::new(Check::PhonePlace, why, record, Some(customer.id), &[key, to]).corrected(correction))
}

fn is_mobile(text: &str) -> bool {
    digits_of(text).is_some_and(|digits| matches!(digits.as_bytes(), [b'0', b'6' | b'7', ..]))
}

fn mail(record: Ref, customer: Option<i64>, text: &str) -> Option<Fault> {
    if text.is_empty() || !is_bad_mail(text) {
        return None;
    }
    let why = if mail_is_well_formed(text) {
        FaultWhy::MailHost
    } else if text.contains(',') {
        FaultWhy::MailComma
    } else if text.chars().any(char::is_whitespace) {
        FaultWhy::MailBlank
    } else {
        match text.matches('@').count() {
            0 => FaultWhy::MailNoAt,
            1 => FaultWhy::MailOther,
            _ => FaultWhy::MailTwoAts,
        }
    };
    let fault = Fault::new(Check::MailWriting, why, record, customer, &["mail"]);
    Some(fault.mended("mail", meant::mail(text)))
}
