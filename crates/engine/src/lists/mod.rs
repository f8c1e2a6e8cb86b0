//! Lists: pages of any entity, any columns, several sorts, a quick filter.

mod rows;

use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::{Entity, EntityFields, Field};
use crate::reader::Reader;
use crate::values::Value;
use serde::{Deserialize, Serialize};

/// The greatest page.
const LONGEST_PAGE: u32 = 1_000;

/// Which page of which list.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ListRead {
    pub(crate) entity: Entity,
    /// Keys of fields.
    pub(crate) columns: Vec<String>,
    pub(crate) sorts: Vec<Sort>,
    /// Words that each row must hold.
    pub(crate) quick: String,
    pub(crate) filters: Vec<Filter>,
    pub(crate) offset: u32,
    pub(crate) limit: u32,
}

/// Rows in the order of a field; blanks last, either way.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Sort {
    pub(crate) field: String,
    pub(crate) descending: bool,
}

/// Rows whose field holds one of these values; `null` is a blank.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Filter {
    pub(crate) field: String,
    #[cfg_attr(test, ts(type = "Value[]"))]
    pub(crate) values: Vec<Value>,
}

/// A page, and how many rows the whole list has.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ListPage {
    pub(crate) total: i64,
    pub(crate) rows: Vec<ListRow>,
}

/// One row: the values of the columns asked for, in their order.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ListRow {
    #[serde(rename = "ref")]
    pub(crate) reference: String,
    #[cfg_attr(test, ts(type = "Value[]"))]
    pub(crate) values: Vec<Value>,
}

/// A page of a list.
pub(crate) fn page(reader: &Reader, input: ListRead) -> Result<ListPage, ApiError> {
    let known = input.entity.fields();
    if matches!(input.entity, Entity::Anomaly | Entity::PendingEvent) {
        return Err(ApiError::BadRequest {
            detail: "hidden entity".to_owned(),
        });
    }
    let columns = input
        .columns
        .iter()
        .map(|key| field(known, key))
        .collect::<Result<Vec<_>, _>>()?;
    let sorts = input
        .sorts
        .iter()
        .map(|sort| Ok((field(known, &sort.field)?, sort.descending)))
        .collect::<Result<Vec<_>, ApiError>>()?;
    let filters = input
        .filters
        .iter()
        .map(|filter| {
            let field = field(known, &filter.field)?;
            Ok((
                field,
                filter
                    .values
                    .iter()
                    .map(|value| from_wire(field, value))
                    .collect(),
            ))
        })
        .collect::<Result<Vec<_>, ApiError>>()?;
    let query = rows::ListQuery {
        known,
        sorts,
        quick: &input.quick,
        filters,
    };
    let (total, ids) = query.ids(reader, input.offset, input.limit.min(LONGEST_PAGE))?;
    let rows = rows::values(reader, known, &columns, &ids)?;
    Ok(ListPage { total, rows })
}

fn field(known: &'static EntityFields, key: &str) -> Result<&'static Field, ApiError> {
    known
        .field(key)
        .ok_or_else(|| ApiError::invalid(Problem::new(key, ProblemCode::UnknownField)))
}

fn from_wire(field: &Field, value: &Value) -> Value {
    match (field.target(), value) {
        (Some(_), Value::Text(reference)) => {
            crate::values::parse_reference(reference).map_or(Value::Empty, |(_, id)| Value::Int(id))
        }
        (_, Value::Flag(flag)) => Value::Int(i64::from(*flag)),
        _ => value.clone(),
    }
}
