//! Who customers are: a sole trader and his firm, a lead who is a customer, a civility, a birth.

use super::super::base::{Base, find as by_id};
use super::super::facts::{Contact, Customer};
use super::super::names::borne;
use super::Finding;
use super::doubles::Doubles;
use crate::fields::Entity;
use crate::values::{age_on, digits_of, fold};
use jiff::civil::date;
use std::collections::HashMap;

/// How a sole trader's firm is written.
const SOLE_TRADER: &str = "EI";

pub(super) fn find(base: &Base, doubles: &Doubles, found: &mut Vec<Finding>) {
    let people = People::new(base);
    sole_traders(base, doubles, &people, found);
    leads_of_customers(base, doubles, &people, found);
    for customer in base.customers.iter().filter(|customer| !customer.is_company) {
        let mut tell = |kind| found.push(Finding::new(kind, &[(Entity::Customer, customer.id)]));
        // Names exchanged say nothing of the civility.
        let exchanged = doubles.kind_of(customer.id) == Some("swapped");
        if !exchanged && borne(&customer.first_name).is_some_and(|known| known.contradicts(customer.civility))
        {
            tell("civility_mismatch");
        }
        match customer.birth {
            Some(birth) if birth == date(1900, 1, 1) => tell("birth_1900"),
            Some(birth) if age_on(birth, base.today).is_some_and(|age| age < 18) => tell("minor"),
            _ => {}
        }
    }
}

/// Persons by their folded first and last names, in one order and the other.
struct People<'a> {
    by_name: HashMap<String, Vec<&'a Customer>>,
}

impl<'a> People<'a> {
    fn new(base: &'a Base) -> Self {
        let mut by_name: HashMap<String, Vec<&Customer>> = HashMap::new();
        for customer in base.customers.iter().filter(|customer| !customer.is_company) {
            by_name
                .entry(name(&customer.first_name, &customer.last_name))
                .or_default()
                .push(customer);
        }
        Self { by_name }
    }

    fn called(&self, name: &str) -> &[&'a Customer] {
        self.by_name.get(name).map_or(&[], Vec::as_slice)
    }
}

/// As people are called: folded, the first name before.
pub(super) fn name(first: &str, last: &str) -> String {
    fold(&format!("{first} {last}"))
}

/// A firm that bears the name of a person who shares its home, its numbers or its mail: to link, never to merge.
fn sole_traders(base: &Base, doubles: &Doubles, people: &People, found: &mut Vec<Finding>) {
    for (place, firm) in base
        .places()
        .filter(|(_, customer)| &*customer.company_type == SOLE_TRADER)
    {
        let contacts = base.of_customer.contacts.of(place, &base.contacts);
        let person = people
            .called(&fold(&firm.legal_name))
            .iter()
            .filter(|person| doubles.kind_of(person.id).is_none())
            .find(|person| {
                share(person, firm) || contacts.clone().any(|contact| reached_alike(person, contact))
            });
        if let Some(person) = person {
            found.push(Finding::new(
                "sole_trader",
                &[(Entity::Customer, person.id), (Entity::Customer, firm.id)],
            ));
        }
    }
}

fn share(person: &Customer, firm: &Customer) -> bool {
    let address = |customer: &Customer| {
        fold(&format!(
            "{} {} {}",
            customer.number, customer.street, customer.postcode
        ))
    };
    let same = |left: &str, right: &str| !left.is_empty() && left == right;
    same(&person.phone, &firm.phone)
        || same(&person.mobile, &firm.phone)
        || same(&person.mail, &firm.mail)
        || (!person.street.is_empty() && address(person) == address(firm))
}

fn reached_alike(person: &Customer, contact: &Contact) -> bool {
    !contact.mobile.is_empty() && contact.mobile == person.mobile
}

/// A lead attached to nobody, whose name and mail or telephone are those of a customer.
fn leads_of_customers(base: &Base, doubles: &Doubles, people: &People, found: &mut Vec<Finding>) {
    for lead in base
        .leads
        .iter()
        .filter(|lead| by_id(&base.customers, lead.customer).is_none())
    {
        let phone = digits_of(&lead.phone);
        let is_theirs = |customer: &Customer| {
            let calls = phone.is_some()
                && (digits_of(&customer.mobile) == phone || digits_of(&customer.phone) == phone);
            calls || (!lead.mail.is_empty() && lead.mail.eq_ignore_ascii_case(&customer.mail))
        };
        let customer = people
            .called(&name(&lead.first_name, &lead.last_name))
            .iter()
            .filter(|customer| doubles.kind_of(customer.id).is_none())
            .find(|customer| is_theirs(customer));
        if let Some(customer) = customer {
            found.push(Finding::new(
                "lead_of_customer",
                &[(Entity::Customer, customer.id), (Entity::Lead, lead.id)],
            ));
        }
    }
}
