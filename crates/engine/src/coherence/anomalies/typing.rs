//! Mistakes of typing: mails, telephones, addresses, numbers of firms.

use super::super::base::Base;
use super::super::facts::Customer;
use super::super::names::slips;
use super::super::places;
use super::Finding;
use crate::content::naf_label;
use crate::content::words::grammar;
use crate::fields::Entity;
use crate::values::{digits_of, mail_is_well_formed, phone, siren_is_valid, siret_is_valid};

/// Characters of a line of an address (NF Z10-011).
const ADDRESS_LINE: usize = 38;

pub(super) fn find(base: &Base, found: &mut Vec<Finding>) {
    for customer in &base.customers {
        let mut tell = |kind| found.push(Finding::new(kind, &[(Entity::Customer, customer.id)]));
        if customer.mail.is_empty() {
            tell("missing_mail");
        } else if is_bad_mail(&customer.mail) {
            tell("bad_mail");
        }
        if is_bad_phone(&customer.phone) || is_bad_phone(&customer.mobile) {
            tell("bad_phone");
        } else if is_landline(&customer.mobile) {
            tell("landline_in_mobile");
        }
        if places::disagree(&customer.postcode, &customer.town) {
            tell("postcode_town");
        }
        if is_long_address(customer) {
            tell("long_address");
        }
        if customer.is_company {
            if is_bad_siret(customer) {
                tell("bad_siret");
            }
            if is_unknown_naf(&customer.naf) {
                tell("obsolete_naf");
            }
        }
    }
    for contact in base
        .contacts
        .iter()
        .filter(|contact| is_bad_phone(&contact.mobile))
    {
        let owner = (Entity::Customer, contact.customer.unwrap_or(0));
        found.push(Finding::new("bad_phone", &[owner, (Entity::Contact, contact.id)]));
    }
}

/// Badly formed, or a slip away from a mail host that many use.
pub(crate) fn is_bad_mail(mail: &str) -> bool {
    let Some((_, host)) = mail.split_once('@').filter(|_| mail_is_well_formed(mail)) else {
        return true;
    };
    let hosts = &grammar().mail_hosts;
    !hosts.iter().any(|known| known == host) && hosts.iter().any(|known| slips(host, known, 2) <= 2)
}

/// Not a number, or not written as numbers are kept.
pub(crate) fn is_bad_phone(text: &str) -> bool {
    !text.is_empty() && phone(text).as_deref() != Some(text)
}

/// A landline, where a mobile stands.
pub(crate) fn is_landline(mobile: &str) -> bool {
    digits_of(mobile).is_some_and(|digits| matches!(digits.as_bytes(), [b'0', b'1'..=b'5', ..]))
}

/// Longer than a line of an address holds.
pub(crate) fn is_long_address(customer: &Customer) -> bool {
    let street = customer.number.chars().count() + 1 + customer.street.chars().count();
    street > ADDRESS_LINE || customer.extra.chars().count() > ADDRESS_LINE
}

/// A key that is wrong, or an establishment of another firm.
pub(crate) fn is_bad_siret(firm: &Customer) -> bool {
    let siret_is_right = siret_is_valid(&firm.siret) && firm.siret.starts_with(&*firm.siren);
    (!firm.siret.is_empty() && !siret_is_right) || (!firm.siren.is_empty() && !siren_is_valid(&firm.siren))
}

/// Of no nomenclature in force.
pub(crate) fn is_unknown_naf(naf: &str) -> bool {
    !naf.is_empty() && naf_label(naf).is_none()
}
