//! Whom a message is meant for: the customers of a list, or whose records those of another list are, and the car that it
//! speaks of.

use super::{about, rows};
use crate::error::{ApiError, TargetProblem, TargetProblemCode};
use crate::fields::{Entity, parse_any_reference};
use crate::lists::Chosen;
use crate::reader::Reader;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// Records chosen in a list or by a targeting, and customers left out by hand.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Audience {
    pub(crate) chosen: Chosen,
    /// References of customers.
    #[serde(default)]
    pub(crate) but: Vec<String>,
}

/// Somebody a message is meant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Addressee {
    pub(crate) customer: i64,
    /// The car that the message speaks of: the one that the audience is about, else their current one.
    pub(crate) car: Option<i64>,
    /// Left out by hand.
    pub(crate) left_out: bool,
}

/// Whom an audience is made of, in the order of its list: a customer once, or once for each of the cars it names.
///
/// # Errors
/// `BadTarget` for a targeting that cannot be applied, or records that are nobody's.
pub(crate) fn addressees(reader: &Reader, audience: &Audience) -> Result<Vec<Addressee>, ApiError> {
    let entity = audience.chosen.entity;
    let mut but = HashSet::new();
    for reference in &audience.but {
        if let (Entity::Customer, id) = parse_any_reference(reference)? {
            but.insert(id);
        }
    }
    let ids = audience.chosen.ids(reader)?;
    let about = match &audience.chosen.target {
        Some(target) if entity == Entity::Customer => about::cars(reader, target)?,
        _ => HashSet::new(),
    };
    let mut found = Vec::with_capacity(ids.len());
    let mut met = HashSet::new();
    for (customer, car) in whose(reader, entity, &ids)? {
        let car = match car {
            Some(car) => Some(car),
            None => rows::current_car(reader, customer, &about)?,
        };
        if met.insert((customer, if entity == Entity::Vehicle { car } else { None })) {
            found.push(Addressee {
                customer,
                car,
                left_out: but.contains(&customer),
            });
        }
    }
    Ok(found)
}

/// One customer alone, with their current car.
pub(super) fn only(reader: &Reader, customer: i64) -> Result<Addressee, ApiError> {
    let car = rows::current_car(reader, customer, &HashSet::new())?;
    Ok(Addressee {
        customer,
        car,
        left_out: false,
    })
}

fn whose(reader: &Reader, entity: Entity, ids: &[i64]) -> Result<Vec<(i64, Option<i64>)>, ApiError> {
    if entity == Entity::Customer {
        return rows::existing(reader, ids);
    }
    if entity.fields().owner.is_none_or(|owner| owner != "customer_id") {
        let other = TargetProblem::new(TargetProblemCode::OtherEntity).word(entity.fields().plural);
        return Err(ApiError::BadTarget {
            problems: vec![other],
        });
    }
    rows::owners(reader, entity, ids)
}
