//! A customer as the comparison wants it: texts folded, numbers bare.

use crate::values::{digits_of, words};
use ::duplicates::{Sex, Subject};

/// What is read of a customer, whatever it comes from: a sandbox or a workbook. Texts as written; none is an empty text.
#[derive(Clone, Debug, Default, Hash)]
pub struct Raw {
    /// Code of the kind: `person` or `company`.
    pub kind: String,
    /// Code of the civility.
    pub civility: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Birth date, `1984-03-12`.
    pub birth_date: String,
    /// Legal name.
    pub legal_name: String,
    /// Trade name.
    pub trade_name: String,
    /// SIREN, and SIRET when there is no SIREN.
    pub siren: String,
    /// Number in the street.
    pub street_number: String,
    /// Street.
    pub street: String,
    /// Second line.
    pub address_extra: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub town: String,
    /// Telephone numbers.
    pub phones: Vec<String>,
    /// Mail address.
    pub mail: String,
    /// Plates and VINs.
    pub cars: Vec<String>,
    /// First and last name of each contact.
    pub contacts: Vec<String>,
}

/// Folds what was read.
#[must_use]
pub fn subject_of(raw: &Raw) -> Subject {
    let company = raw.kind == "company";
    let folded = |text: &str| words(text).join(" ");
    Subject {
        company,
        sex: match raw.civility.as_str() {
            "mr" => Some(Sex::Man),
            "mrs" => Some(Sex::Woman),
            _ => None,
        },
        first_name: if company {
            String::new()
        } else {
            folded(&raw.first_name)
        },
        last_name: folded(if company { &raw.legal_name } else { &raw.last_name }),
        trade_name: if company {
            folded(&raw.trade_name)
        } else {
            String::new()
        },
        birth: digits(&raw.birth_date),
        phones: raw.phones.iter().filter_map(|phone| number(phone)).collect(),
        mails: Some(raw.mail.trim().to_lowercase())
            .filter(|mail| !mail.is_empty())
            .into_iter()
            .collect(),
        number: folded(&raw.street_number),
        street: folded(&raw.street),
        extra: folded(&raw.address_extra),
        postcode: folded(&raw.postcode),
        town: folded(&raw.town),
        siren: digits(&raw.siren).chars().take(9).collect(),
        cars: raw
            .cars
            .iter()
            .map(|car| bare(car))
            .filter(|car| !car.is_empty())
            .collect(),
        people: raw
            .contacts
            .iter()
            .map(|name| folded(name))
            .filter(|name| !name.is_empty())
            .collect(),
    }
}

/// A number that no rule can read is compared by its digits all the same.
fn number(phone: &str) -> Option<String> {
    let found = digits_of(phone).unwrap_or_else(|| digits(phone));
    (found.len() >= 6).then_some(found)
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn bare(text: &str) -> String {
    text.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_uppercase())
        .collect()
}
