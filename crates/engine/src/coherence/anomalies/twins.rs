//! Two records of persons side by side: the same person written twice, or two people easily mistaken.

use super::super::base::Base;
use super::super::facts::Customer;
use super::super::names::slips;
use crate::values::{digits_of, fold};
use jiff::civil::Date;

/// Most slips of the keyboard between two writings of a name.
const SLIPS: usize = 2;
/// Least years between a parent and a child.
const GENERATION: i64 = 15;

/// What a person is recognised by.
pub(super) struct Person<'a> {
    pub(super) customer: &'a Customer,
    pub(super) first: String,
    pub(super) last: String,
    /// Number, street and postcode, folded; empty when unknown.
    pub(super) address: String,
    mobile: String,
    phone: String,
    mail: String,
    /// Chassis numbers of their cars.
    pub(super) vins: Vec<&'a str>,
}

impl<'a> Person<'a> {
    /// The customer that stands at a place of a base, with its cars.
    pub(super) fn of_base(base: &'a Base, place: usize, customer: &'a Customer) -> Self {
        let cars = base.of_customer.vehicles.of(place, &base.vehicles);
        let vins = cars.map(|car| &*car.vin).filter(|vin| !vin.is_empty());
        Self::new(customer, vins.collect())
    }

    fn new(customer: &'a Customer, vins: Vec<&'a str>) -> Self {
        let address = if customer.street.is_empty() || customer.postcode.is_empty() {
            String::new()
        } else {
            fold(&format!(
                "{} {} {}",
                customer.number, customer.street, customer.postcode
            ))
        };
        Self {
            first: fold(&customer.first_name),
            last: fold(&customer.last_name),
            address,
            mobile: digits_of(&customer.mobile).unwrap_or_default(),
            phone: digits_of(&customer.phone).unwrap_or_default(),
            mail: customer.mail.to_lowercase(),
            customer,
            vins,
        }
    }

    fn same_home(&self, other: &Self) -> bool {
        same(&self.address, &other.address)
    }

    fn same_mobile(&self, other: &Self) -> bool {
        same(&self.mobile, &other.mobile)
    }

    fn same_car(&self, other: &Self) -> bool {
        self.vins.iter().any(|vin| other.vins.contains(vin))
    }

    /// Is there one thing that two strangers do not share?
    fn linked(&self, other: &Self) -> bool {
        self.same_home(other)
            || self.same_mobile(other)
            || self.same_car(other)
            || same(&self.phone, &other.phone)
            || same(&self.mail, &other.mail)
    }

    fn same_names(&self, other: &Self) -> bool {
        (&self.first, &self.last) == (&other.first, &other.last)
    }
}

/// The kind of anomaly that two records of persons make; none for two who have nothing to do with each other.
pub(super) fn kind(one: &Person, other: &Person) -> Option<&'static str> {
    if is_same_birth(one.customer.birth, other.customer.birth) && one.linked(other) {
        return same_person(one, other);
    }
    let apart = years_apart(one.customer.birth, other.customer.birth);
    if one.same_names(other) {
        return match apart {
            Some(years) if years >= GENERATION && one.same_home(other) => Some("father_son"),
            _ if !one.linked(other) => Some("homonym"),
            _ => None,
        };
    }
    (one.same_home(other) && one.same_mobile(other) && one.first != other.first).then_some("couple")
}

/// Is it one person written twice?
pub(super) fn is_double(kind: &str) -> bool {
    matches!(
        kind,
        "exact_duplicate" | "misspelled" | "swapped" | "compound_name" | "spouse_name" | "moved"
    )
}

fn same_person(one: &Person, other: &Person) -> Option<&'static str> {
    if one.same_names(other) {
        let as_written = one.customer.first_name == other.customer.first_name;
        return Some(match (as_written, one.same_home(other)) {
            (false, _) => "compound_name",
            (true, true) => "exact_duplicate",
            (true, false) => "moved",
        });
    }
    if (&one.first, &one.last) == (&other.last, &other.first) {
        return Some("swapped");
    }
    if one.last == other.last && same_compound(&one.first, &other.first) {
        return Some("compound_name");
    }
    let near = |left: &str, right: &str| slips(left, right, SLIPS) <= SLIPS;
    if one.last == other.last && near(&one.first, &other.first)
        || one.first == other.first && near(&one.last, &other.last)
    {
        return Some("misspelled");
    }
    let lives_or_calls = one.same_home(other) || one.same_mobile(other);
    (one.first == other.first && lives_or_calls).then_some("spouse_name")
}

/// `jean pierre`, `jeanpierre` and `j pierre`.
fn same_compound(left: &str, right: &str) -> bool {
    if left.replace(' ', "") == right.replace(' ', "") {
        return true;
    }
    let (mut left, mut right) = (left.split(' '), right.split(' '));
    let (Some(first), Some(second), Some(other_first), Some(other_second)) =
        (left.next(), left.next(), right.next(), right.next())
    else {
        return false;
    };
    let shortened = first.starts_with(other_first) || other_first.starts_with(first);
    second == other_second && shortened && first.len().min(other_first.len()) == 1
}

fn same(left: &str, right: &str) -> bool {
    !left.is_empty() && left == right
}

/// One unknown birth says nothing against.
fn is_same_birth(one: Option<Date>, other: Option<Date>) -> bool {
    one.is_some() && one == other
}

fn years_apart(one: Option<Date>, other: Option<Date>) -> Option<i64> {
    Some(i64::from((one?.year() - other?.year()).abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compound_names_are_the_same_however_written() {
        assert!(same_compound("jean pierre", "jeanpierre") && same_compound("j pierre", "jean pierre"));
        assert!(!same_compound("jean pierre", "jean paul") && !same_compound("jean", "jean pierre"));
    }
}
