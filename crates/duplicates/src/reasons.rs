//! Why two records look like the same one, as codes.

use crate::compare::{ALL, Agreement, Field, Level};
use crate::model::Model;

/// What was compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// First names.
    FirstName,
    /// Last names, or the names of two firms.
    LastName,
    /// Birth dates.
    Birth,
    /// SIREN of two firms.
    Siren,
    /// Telephone numbers.
    Phone,
    /// Mail addresses.
    Mail,
    /// Numbers in the street.
    Number,
    /// Streets.
    Street,
    /// Second lines of the address.
    Extra,
    /// Postcodes.
    Postcode,
    /// Towns.
    Town,
    /// Plates and VINs.
    Vehicle,
    /// Civilities.
    Sex,
}

/// How it agrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The same.
    Same,
    /// The same, written otherwise.
    Written,
    /// A slip apart.
    Slip,
    /// Something in common.
    Near,
    /// Nothing in common.
    Different,
    /// First and last names exchanged.
    Swapped,
}

/// One reason for or against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reason {
    /// What was compared.
    pub what: What,
    /// How it agrees.
    pub how: How,
    /// What it weighs, in bits; below zero, it speaks against.
    pub weight: f32,
}

/// The reasons, weightiest first whichever way they speak.
pub(crate) fn reasons(model: &Model, agreement: &Agreement, company: bool) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = ALL
        .iter()
        .filter_map(|field| {
            let how = match agreement.level(*field) {
                Level::Blank => return None,
                Level::Same => How::Same,
                Level::Written => How::Written,
                Level::Slip => How::Slip,
                Level::Near => How::Near,
                Level::Other => How::Different,
            };
            let swapped = agreement.swapped && matches!(field, Field::First | Field::Last);
            if swapped && *field == Field::First {
                return None;
            }
            Some(Reason {
                what: what(*field, company),
                how: if swapped { How::Swapped } else { how },
                weight: model.weight(agreement, *field),
            })
        })
        .filter(|reason| reason.what != What::Sex || reason.how == How::Different)
        .collect();
    reasons.sort_by(|one, other| other.weight.abs().total_cmp(&one.weight.abs()));
    reasons
}

fn what(field: Field, company: bool) -> What {
    match field {
        Field::First => What::FirstName,
        Field::Last => What::LastName,
        Field::Birth if company => What::Siren,
        Field::Birth => What::Birth,
        Field::Phone => What::Phone,
        Field::Mail => What::Mail,
        Field::Number => What::Number,
        Field::Street => What::Street,
        Field::Extra => What::Extra,
        Field::Postcode => What::Postcode,
        Field::Town => What::Town,
        Field::Cars => What::Vehicle,
        Field::Sex => What::Sex,
    }
}
