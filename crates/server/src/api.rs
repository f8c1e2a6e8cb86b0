//! `POST /api/<name>`: the engine's commands over HTTP.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use engine::ApiError;

use crate::keeper::Keeper;
use crate::pages;

/// The longest input of a command: a workbook of some thousands of clients fits.
pub(crate) const LONGEST_INPUT: usize = 16 * 1024 * 1024;

/// Hands a command to the engine and its answer to the page.
pub(crate) async fn call(
    State(keeper): State<Keeper>,
    Path(name): Path<String>,
    headers: HeaderMap,
    input: String,
) -> Response {
    // A form of another site cannot send this type, so asking for it is one more lock.
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("");
    if !kind.starts_with("application/json") {
        return answer(&ApiError::BadRequest {
            detail: "expected application/json".into(),
        });
    }
    match keeper.call(name, input).await {
        Ok(output) => pages::json(StatusCode::OK, output),
        Err(error) => answer(&error),
    }
}

fn answer(error: &ApiError) -> Response {
    let status = match error {
        ApiError::BadRequest { .. } => StatusCode::BAD_REQUEST,
        ApiError::UnknownCommand { .. } => StatusCode::NOT_FOUND,
        ApiError::Internal { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    pages::json(status, error.to_json())
}
