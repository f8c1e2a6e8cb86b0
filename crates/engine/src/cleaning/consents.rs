//! Consents that prove nothing: without an origin, withdrawn without a day or without saying so.

use super::checks::Check;
use super::fault::{Fault, FaultWhy};
use crate::coherence::Base;
use crate::fields::Entity;

pub(super) fn find(base: &Base, faults: &mut Vec<Fault>) {
    for consent in &base.consents {
        let record = (Entity::Consent, consent.id);
        let mut tell = |why, fields: &[&'static str]| {
            let fault = Fault::new(Check::ConsentUnproven, why, record, consent.customer, fields);
            // A day of withdrawal says that it was withdrawn.
            let meant = (why == FaultWhy::WithdrawalUntold).then_some("withdrawn");
            faults.push(fault.mended("state", meant));
        };
        match (consent.state, consent.withdrawn) {
            ("granted", Some(_)) => tell(FaultWhy::WithdrawalUntold, &["state", "withdrawn_on"]),
            ("withdrawn", None) => tell(FaultWhy::WithdrawalUndated, &["withdrawn_on", "state"]),
            ("granted", None) if !consent.has_origin => tell(FaultWhy::ConsentUnproven, &["origin", "state"]),
            _ => {}
        }
    }
}
