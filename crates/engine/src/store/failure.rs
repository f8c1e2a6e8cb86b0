//! What the database refuses, said in our own codes.

use crate::error::ApiError;
use rusqlite::{Error, ErrorCode};

impl From<Error> for ApiError {
    fn from(error: Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::StorageFull,
            Some(
                ErrorCode::ReadOnly
                | ErrorCode::CannotOpen
                | ErrorCode::PermissionDenied
                | ErrorCode::SystemIoFailure,
            ) => Self::StorageUnwritable,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::DataDamaged,
            _ => Self::Internal {
                detail: error.to_string(),
            },
        }
    }
}
