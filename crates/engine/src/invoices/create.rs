//! Creating an invoice with its lines; with the first one, a prospect becomes a client.

use crate::change::{Change, ChangeDone, ChangeName, transact};
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::{Entity, parse_any_reference};
use crate::reader::{Reader, Writer};
use crate::records::{Values, insert_checked, read, write_checked};
use crate::values::Value;
use serde::{Deserialize, Serialize};

/// An invoice and its lines. With lines, the amounts are theirs; without, those given.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct InvoiceCreate {
    #[cfg_attr(test, ts(type = "Values"))]
    values: Values,
    #[cfg_attr(test, ts(type = "Values[]"))]
    lines: Vec<Values>,
}

/// The invoice that was created.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct InvoiceCreated {
    #[serde(rename = "ref")]
    reference: String,
    /// It was the first invoice of a prospect.
    became_client: bool,
    #[serde(flatten)]
    done: ChangeDone,
}

/// Creates an invoice as one change.
pub(crate) fn create(writer: &mut Writer, input: InvoiceCreate) -> Result<InvoiceCreated, ApiError> {
    let customer = match input.values.get("customer_id").and_then(Value::text) {
        Some(reference) => parse_any_reference(reference)?.1,
        None => {
            return Err(ApiError::invalid(Problem::new(
                "customer_id",
                ProblemCode::Required,
            )));
        }
    };
    let was_prospect = is_prospect(writer, customer)?;
    let (reference, done) = transact(writer, ChangeName::InvoiceCreate, |reader, change| {
        let id = write(reader, change, customer, &input.values, &input.lines)?;
        let label = read(reader, Entity::Customer, customer)?.label;
        Ok((Entity::Invoice.reference(id), label))
    })?;
    Ok(InvoiceCreated {
        reference,
        became_client: was_prospect && !is_prospect(writer, customer)?,
        done,
    })
}

/// Adds an invoice of a customer and its lines, with a number when none is given, inside a change.
///
/// # Errors
/// `Invalid`: a problem of a line names it.
pub(crate) fn write(
    reader: &Reader,
    change: &Change,
    customer: i64,
    values: &Values,
    lines: &[Values],
) -> Result<i64, ApiError> {
    let id = insert_checked(reader, change, Entity::Invoice, values)?;
    let reference = Entity::Invoice.reference(id);
    for (place, line) in (1_i64..).zip(lines) {
        let mut line = line.clone();
        line.insert("invoice_id".to_owned(), reference.as_str().into());
        line.insert("line".to_owned(), Value::Int(place));
        insert_checked(reader, change, Entity::InvoiceLine, &line).map_err(|error| of_line(error, place))?;
    }
    if values.get("number").is_none_or(Value::is_empty) {
        let number = next_number(id, values, &read(reader, Entity::Customer, customer)?.values);
        let numbered = Values::from([("number".to_owned(), number.into())]);
        write_checked(reader, change, Entity::Invoice, id, &numbered)?;
    }
    Ok(id)
}

fn is_prospect(reader: &Reader, customer: i64) -> Result<bool, ApiError> {
    let status = read(reader, Entity::Customer, customer)?.values.remove("status");
    Ok(status.as_ref().and_then(Value::text) == Some("prospect"))
}

/// A number as the dealership gives them, `R26-001794`: letter of the site, year, the invoice's own rank, which goes on
/// from the base's.
fn next_number(id: i64, values: &Values, customer: &Values) -> String {
    let text = |values: &Values, key: &str| values.get(key).and_then(Value::text).map(str::to_owned);
    let year = text(values, "issued_on")
        .and_then(|date| date.get(2..4).map(str::to_owned))
        .unwrap_or_default();
    let site = text(values, "site")
        .or_else(|| text(customer, "site"))
        .unwrap_or_default();
    let letter = site
        .split_whitespace()
        .next_back()
        .and_then(|town| town.chars().next())
        .unwrap_or('G');
    format!("{}{year}-{id:06}", letter.to_uppercase())
}

/// A problem of a line names it: `lines.2.label`.
fn of_line(error: ApiError, place: i64) -> ApiError {
    match error {
        ApiError::Invalid { problems } => ApiError::Invalid {
            problems: problems
                .into_iter()
                .map(|problem| Problem {
                    field: format!("lines.{place}.{}", problem.field),
                    ..problem
                })
                .collect(),
        },
        other => other,
    }
}
