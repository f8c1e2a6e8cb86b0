//! Consents: two that contradict each other, one too old to telephone, one without a day.

use super::super::base::Base;
use super::super::facts::Consent;
use super::Finding;
use crate::fields::Entity;
use crate::values::age_on;

pub(super) fn find(base: &Base, found: &mut Vec<Finding>) {
    for (place, customer) in base.places() {
        let owner = (Entity::Customer, customer.id);
        let consents = base.of_customer.consents.of(place, &base.consents);
        for consent in consents.clone().filter(|consent| is_open(consent)) {
            let record = (Entity::Consent, consent.id);
            let against = consents
                .clone()
                .find(|other| other.channel == consent.channel && other.state == "refused");
            if let Some(other) = against {
                found.push(Finding::new(
                    "consent_contradictory",
                    &[owner, record, (Entity::Consent, other.id)],
                ));
            }
            match consent.given {
                None => found.push(Finding::new("consent_undated", &[owner, record])),
                // A consent to be telephoned holds for a year (decree 2026-662).
                Some(given) if consent.channel == "phone" && !customer.is_company => {
                    if age_on(given, base.today).is_some_and(|years| years >= 1)
                        && !is_anniversary(given, base)
                    {
                        found.push(Finding::new("consent_expired", &[owner, record]));
                    }
                }
                Some(_) => {}
            }
        }
    }
}

fn is_open(consent: &Consent) -> bool {
    consent.state == "granted" && consent.withdrawn.is_none()
}

/// On the very day a year later it still holds.
fn is_anniversary(given: jiff::civil::Date, base: &Base) -> bool {
    age_on(given, base.today) == Some(1)
        && (given.month(), given.day()) == (base.today.month(), base.today.day())
}
