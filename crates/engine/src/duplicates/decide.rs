//! What is answered about two records that look alike.

use super::{customer_id, rows};
use crate::change::{ChangeDone, ChangeName, transact};
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Writer;
use crate::records::{read, subject};
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
}

impl Decision {
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Different => "different",
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
        Ok(((), subject(reader, &one)?))
    })?;
    Ok(done)
}
