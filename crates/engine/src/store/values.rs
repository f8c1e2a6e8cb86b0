//! Our values and those of SQLite.

use crate::values::Value;
use compact_str::CompactString;
use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Empty => ToSqlOutput::Borrowed(ValueRef::Null),
            Self::Flag(flag) => ToSqlOutput::Borrowed(ValueRef::Integer(i64::from(*flag))),
            Self::Int(number) => ToSqlOutput::Borrowed(ValueRef::Integer(*number)),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
        })
    }
}

impl FromSql for Value {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Ok(match value {
            ValueRef::Null => Self::Empty,
            ValueRef::Integer(number) => Self::Int(number),
            // Sums and means only: nothing stored is a real number.
            ValueRef::Real(number) => Self::Int(number.round() as i64),
            ValueRef::Text(text) | ValueRef::Blob(text) => Self::Text(CompactString::from_utf8_lossy(text)),
        })
    }
}
