//! People: of age when they buy, a first name of their sex and time, a landline of their region, a home they share.

use super::super::base::Base;
use super::super::names::borne;
use super::super::places;
use super::super::report::{Check, french};
use crate::fields::Entity;
use crate::values::{age_on, digits_of};

/// Whole years shift births: names are those of a few years before or after.
const NAME_YEARS: i32 = 10;

pub(super) fn adult_at_purchase(base: &Base, check: &mut Check) {
    for (place, customer) in base.places().filter(|(_, customer)| !customer.is_company) {
        let Some(birth) = customer.birth else { continue };
        let invoices = base.of_customer.invoices.of(place, &base.invoices);
        let first = invoices.filter_map(|invoice| invoice.issued).min();
        let right = first.is_none_or(|first| age_on(birth, first) >= Some(18));
        check.expect(right, &[(Entity::Customer, customer.id)], || {
            [french(first), french(Some(birth))]
        });
    }
}

/// A first name we know was given at the time of the birth; of others nothing is said.
pub(super) fn names_fit_time(base: &Base, check: &mut Check) {
    for customer in base.customers.iter().filter(|customer| !customer.is_company) {
        let (Some(known), Some(birth)) = (borne(&customer.first_name), customer.birth) else {
            continue;
        };
        let right = known.fits(customer.civility, i32::from(birth.year()), NAME_YEARS);
        check.expect(right, &[(Entity::Customer, customer.id)], || {
            [customer.first_name.to_string(), french(Some(birth))]
        });
    }
}

/// The people of a firm: a first name of their sex.
pub(super) fn contacts_fit_sex(base: &Base, check: &mut Check) {
    for contact in &base.contacts {
        let Some(known) = borne(&contact.first_name) else {
            continue;
        };
        check.expect(
            !known.contradicts(contact.civility),
            &[(Entity::Contact, contact.id)],
            || [contact.first_name.to_string()],
        );
    }
}

/// 01 to 05 by the department of the home.
pub(super) fn landline_of_region(base: &Base, check: &mut Check) {
    for customer in &base.customers {
        let (Some(digits), Some(region)) = (
            digits_of(&customer.phone),
            places::phone_region(&customer.postcode),
        ) else {
            continue;
        };
        let right = !matches!(digits.as_bytes(), [b'0', b'1'..=b'5', ..])
            || digits.starts_with(&format!("0{region}"));
        check.expect(right, &[(Entity::Customer, customer.id)], || {
            [customer.phone.to_string(), customer.postcode.to_string()]
        });
    }
}

/// Those of a household live at the same address.
pub(super) fn household_at_home(base: &Base, check: &mut Check) {
    for customer in &base.customers {
        let Some(head) = base.customer(customer.household) else {
            continue;
        };
        let right = (&customer.number, &customer.street, &customer.postcode)
            == (&head.number, &head.street, &head.postcode)
            && !head.is_company;
        check.expect(
            right,
            &[(Entity::Customer, customer.id), (Entity::Customer, head.id)],
            || [customer.street.to_string(), head.street.to_string()],
        );
    }
}

/// A firm belongs to a firm, and to none that belongs to it.
pub(super) fn parents_are_firms(base: &Base, check: &mut Check) {
    for customer in &base.customers {
        let Some(parent) = base.customer(customer.parent) else {
            continue;
        };
        let right = customer.is_company && parent.is_company && parent.parent != Some(customer.id);
        check.expect(
            right && parent.id != customer.id,
            &[(Entity::Customer, customer.id), (Entity::Customer, parent.id)],
            || [parent.legal_name.to_string()],
        );
    }
}
