//! What takes two records or two facts to see: the detectors of `coherence`, told to the person who mends.

use super::checks::Check;
use super::fault::{Fault, FaultWhy};
use crate::coherence::{Base, Finding, Ref, by_id, findings};
use crate::fields::Entity;
use crate::values::Value;

pub(super) fn find(base: &Base, faults: &mut Vec<Fault>) {
    faults.extend(findings(base).iter().filter_map(|finding| fault(base, finding)));
}

/// The finding of a detector as a fault; none for what has a check or a screen of its own.
fn fault(base: &Base, finding: &Finding) -> Option<Fault> {
    let (first, last) = (*finding.records.first()?, *finding.records.last()?);
    let customer = Some(first.1).filter(|_| first.0 == Entity::Customer);
    let told = |check, why, fields: &[&'static str]| Fault::new(check, why, last, customer, fields);
    Some(match finding.kind {
        "sold_vehicle_attached" => {
            told(Check::VehicleSold, FaultWhy::VehicleSold, &["sold_on"]).shown_by(*finding.records.get(1)?)
        }
        "invoice_before_registration" => too_early(base, finding)?,
        "consent_contradictory" => contradictory(base, finding)?,
        "consent_expired" => {
            let given = by_id(&base.consents, Some(last.1))?.given;
            told(
                Check::ConsentExpired,
                FaultWhy::ConsentExpired,
                &["given_on", "state"],
            )
            .against(given)
        }
        "consent_undated" => told(
            Check::ConsentUndated,
            FaultWhy::ConsentUndated,
            &["given_on", "state"],
        ),
        "no_follow_up" => told(
            Check::FollowUpMissing,
            FaultWhy::FollowUpMissing,
            &["next_follow_up_on", "result"],
        ),
        "lead_of_customer" => {
            let reference = Value::from(first.0.reference(first.1));
            let why = FaultWhy::LeadOfCustomer;
            let found = Fault::new(Check::LeadOfCustomer, why, last, None, &["customer_id"]);
            found.shown_by(first).corrected(vec![("customer_id", reference)])
        }
        "deceased" => news(FaultWhy::Deceased, first, last),
        "returned_mail" => news(FaultWhy::LetterReturned, first, last),
        "struck_off" => news(FaultWhy::StruckOff, first, last),
        "civility_mismatch" => civility(base, first)?,
        "birth_1900" => {
            let fault = told(Check::BirthDoubtful, FaultWhy::BirthDefault, &["birth_date"]);
            fault.corrected(vec![("birth_date", Value::Empty)])
        }
        "minor" => told(Check::BirthDoubtful, FaultWhy::Minor, &["birth_date"]),
        _ => return None,
    })
}

/// The customer is at fault, and a text shows it.
fn news(why: FaultWhy, customer: Ref, text: Ref) -> Fault {
    Fault::new(
        Check::NewsUnread,
        why,
        customer,
        Some(customer.1),
        &["record_state"],
    )
    .shown_by(text)
}

fn too_early(base: &Base, finding: &Finding) -> Option<Fault> {
    let of = |entity| finding.records.iter().copied().find(|record| record.0 == entity);
    let (car, invoice) = (of(Entity::Vehicle)?, of(Entity::Invoice)?);
    let customer = of(Entity::Customer).map(|record| record.1);
    let issued = by_id(&base.invoices, Some(invoice.1))?.issued;
    let fault = Fault::new(
        Check::InvoiceTooEarly,
        FaultWhy::InvoiceTooEarly,
        car,
        customer,
        &["first_registered_on"],
    );
    Some(fault.shown_by(invoice).against(issued))
}

/// The later word counts: a refusal given after an agreement withdraws it.
fn contradictory(base: &Base, finding: &Finding) -> Option<Fault> {
    let [customer, granted, refused] = finding.records[..] else {
        return None;
    };
    let day = |record: Ref| by_id(&base.consents, Some(record.1))?.given;
    let fault = Fault::new(
        Check::ConsentContradictory,
        FaultWhy::ConsentContradictory,
        granted,
        Some(customer.1),
        &["withdrawn_on", "state"],
    );
    let fault = fault.shown_by(refused).against(day(refused));
    Some(match (day(granted), day(refused)) {
        (Some(before), Some(after)) if after > before => fault.corrected(vec![
            ("withdrawn_on", after.into()),
            ("state", "withdrawn".into()),
        ]),
        _ => fault,
    })
}

/// Only the other sex bears the first name: the civility is the slip.
fn civility(base: &Base, record: Ref) -> Option<Fault> {
    let other = match base.customer(Some(record.1))?.civility {
        "mr" => "mrs",
        _ => "mr",
    };
    let fault = Fault::new(
        Check::CivilityFirstName,
        FaultWhy::CivilityFirstName,
        record,
        Some(record.1),
        &["civility", "first_name"],
    );
    Some(fault.mended("civility", Some(other)))
}
