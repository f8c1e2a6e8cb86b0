//! `POST /api/<name>`: the engine's commands over HTTP.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use engine::ApiError;

use crate::files::{FILE, Files};
use crate::keeper::Keeper;
use crate::pages;

/// The longest input of a command; files travel beside it.
pub(crate) const LONGEST_INPUT: usize = 16 * 1024 * 1024;

/// Hands a command to the engine and its answer to the page.
pub(crate) async fn call(
    State(keeper): State<Keeper>,
    State(files): State<Files>,
    Path(name): Path<String>,
    headers: HeaderMap,
    input: String,
) -> Response {
    // A form of another site cannot send this type, so asking for it is one more lock.
    if !is_of_type(&headers, "application/json") {
        return refusal(&ApiError::BadRequest {
            detail: "expected application/json".into(),
        });
    }
    let given = number_of(&headers).and_then(|number| files.take_given(number));
    match keeper.call(name, input, given).await {
        Ok(answered) => {
            let mut response = pages::json(StatusCode::OK, answered.output);
            if let Some(file) = answered.file {
                let number = files.leave_made(file);
                response.headers_mut().insert(FILE, HeaderValue::from(number));
            }
            response
        }
        Err(error) => refusal(&error),
    }
}

fn number_of(headers: &HeaderMap) -> Option<u64> {
    headers.get(FILE)?.to_str().ok()?.parse().ok()
}

/// Does the body say to be of this type?
pub(crate) fn is_of_type(headers: &HeaderMap, wanted: &str) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|kind| kind.starts_with(wanted))
}

/// An error as the page reads it.
pub(crate) fn refusal(error: &ApiError) -> Response {
    let status = match error {
        ApiError::BadRequest { .. } => StatusCode::BAD_REQUEST,
        ApiError::UnknownCommand { .. } => StatusCode::NOT_FOUND,
        ApiError::Internal { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    pages::json(status, error.to_json())
}
