//! What is wrong in a base, found from its records alone: doubles and their traps, mistakes of typing, cars, consents,
//! what was left undone.

mod cars;
mod consents;
mod doubles;
mod people;
mod ties;
mod twins;
mod typing;
mod undone;

pub(crate) use cars::{is_bad_plate, is_bad_vin, mileage_fall};
pub(crate) use doubles::LARGEST_GROUP;
pub(crate) use ties::{Tie, ties, whose};
pub(crate) use typing::{
    is_bad_mail, is_bad_phone, is_bad_siret, is_landline, is_long_address, is_unknown_naf,
};

use super::base::Base;
use super::facts::Ref;
use serde::Serialize;

/// An anomaly found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Found {
    /// One of [`KINDS`].
    pub kind: &'static str,
    /// The customers first, then the record at fault: `C00042`, `V00007`.
    pub references: Vec<String>,
}

/// An anomaly found, by its records.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    pub(crate) kind: &'static str,
    pub(crate) records: Vec<Ref>,
}

impl Finding {
    fn new(kind: &'static str, records: &[Ref]) -> Self {
        Self {
            kind,
            records: records.to_vec(),
        }
    }
}

/// Every kind, with how many a base of five hundred customers has at least.
pub const KINDS: [(&str, u32); 35] = [
    ("exact_duplicate", 6),
    ("misspelled", 6),
    ("swapped", 4),
    ("compound_name", 4),
    ("spouse_name", 3),
    ("moved", 4),
    ("sole_trader", 4),
    ("homonym", 4),
    ("father_son", 2),
    ("couple", 1),
    ("lead_of_customer", 5),
    ("missing_mail", 25),
    ("bad_mail", 8),
    ("bad_phone", 12),
    ("landline_in_mobile", 8),
    ("postcode_town", 4),
    ("long_address", 2),
    ("bad_plate", 3),
    ("bad_vin", 3),
    ("sold_vehicle_attached", 4),
    ("mileage_falls", 2),
    ("invoice_before_registration", 1),
    ("future_invoice", 1),
    ("bad_siret", 2),
    ("obsolete_naf", 1),
    ("consent_contradictory", 4),
    ("consent_expired", 4),
    ("consent_undated", 2),
    ("no_follow_up", 10),
    ("deceased", 1),
    ("returned_mail", 1),
    ("struck_off", 1),
    ("civility_mismatch", 1),
    ("birth_1900", 1),
    ("minor", 1),
];

/// Every anomaly of a base, kind after kind, from the data alone: the list of what was planted is not read.
#[must_use]
pub fn anomalies(base: &Base) -> Vec<Found> {
    let found = findings(base).into_iter().map(|finding| Found {
        kind: finding.kind,
        references: finding
            .records
            .iter()
            .map(|(entity, id)| entity.reference(*id))
            .collect(),
    });
    found.collect()
}

/// The same, by records.
pub(crate) fn findings(base: &Base) -> Vec<Finding> {
    let doubles = doubles::doubles(base);
    let mut found = Vec::new();
    cars::find(base, &doubles, &mut found);
    people::find(base, &doubles, &mut found);
    typing::find(base, &mut found);
    consents::find(base, &mut found);
    undone::find(base, &mut found);
    found.extend(doubles.findings);
    let rank = |kind: &str| KINDS.iter().position(|known| known.0 == kind);
    found.sort_by_key(|finding| rank(finding.kind));
    found
}
