//! What is answered about two records that look alike.

use super::{customer_id, rows};
use crate::change::{Change, ChangeDone, ChangeName, transact};
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::Entity;
use crate::reader::{Reader, Writer};
use crate::records::{Values, read, rows as records, subject, write_checked};
use crate::values::Value;
use serde::{Deserialize, Serialize};

/// An answer about a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub(crate) enum Decision {
    /// Two different persons: never asked again.
    Different,
    /// Asked again after all others.
    Later,
    /// Two different persons who live together: never asked again, and of one household from now on.
    Household,
}

impl Decision {
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Different | Self::Household => "different",
            Self::Later => "later",
        }
    }

    pub(super) fn of_code(code: &str) -> Option<Self> {
        match code {
            "different" => Some(Self::Different),
            "later" => Some(Self::Later),
            _ => None,
        }
    }
}

/// Which two, and the answer; none takes the answer back.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Decide {
    left: String,
    right: String,
    decision: Option<Decision>,
}

/// Keeps an answer, as a change that can be undone.
pub(crate) fn decide(writer: &mut Writer, input: Decide) -> Result<ChangeDone, ApiError> {
    let (left, right) = (customer_id(&input.left)?, customer_id(&input.right)?);
    if left == right {
        return Err(ApiError::BadRequest {
            detail: "a record and itself".to_owned(),
        });
    }
    let ((), done) = transact(writer, ChangeName::DuplicateDecide, |reader, change| {
        let one = read(reader, Entity::Customer, left)?;
        read(reader, Entity::Customer, right)?;
        let pair = (left.min(right), left.max(right));
        let decision = input.decision.map(Decision::code);
        rows::answer(change, pair, decision, &reader.today().to_string())?;
        if input.decision == Some(Decision::Household) {
            live_together(reader, change, left, right)?;
        }
        Ok(((), subject(reader, &one)?))
    })?;
    Ok(done)
}

/// Puts both under one head: the one that either has already, else the first of them.
///
/// # Errors
/// `Invalid` when one of them is a company.
fn live_together(reader: &Reader, change: &Change, left: i64, right: i64) -> Result<(), ApiError> {
    let head_of = |id: i64| -> Result<Option<i64>, ApiError> {
        let found = records::read(reader, Entity::Customer, id)?.unwrap_or_default();
        let value = |key: &str| {
            found
                .iter()
                .find(|(field, _)| field.key == key)
                .map(|(_, value)| value)
        };
        if value("kind").and_then(Value::text) == Some("company") {
            return Err(ApiError::invalid(Problem::new("kind", ProblemCode::OtherKind)));
        }
        Ok(value("household_id").and_then(Value::int))
    };
    let heads = (head_of(left)?, head_of(right)?);
    let head = heads.0.or(heads.1).unwrap_or(left);
    let value = Value::from(Entity::Customer.reference(head));
    for id in [left, right].into_iter().filter(|id| *id != head) {
        let values = Values::from([("household_id".to_owned(), value.clone())]);
        write_checked(reader, change, Entity::Customer, id, &values)?;
    }
    Ok(())
}
