//! Files beside a command: handed in before it, fetched after it, and how far a long one has come.

use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::{Body, Bytes, HttpBody as _};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use engine::{ApiError, FileMade, FileProblem, FileProblemCode};

use crate::{api, pages};

/// The largest file that may be handed in, in bytes.
const LARGEST: usize = 512 * 1024 * 1024;
/// Bears the number of a file: the one given with a command, the one that it made.
pub(crate) const FILE: HeaderName = HeaderName::from_static("x-file");

/// The file that waits for its command, the file that waits to be fetched: one of each, the last.
#[derive(Clone, Default)]
pub(crate) struct Files {
    shelf: Arc<Mutex<Shelf>>,
    progress: Progress,
}

#[derive(Default)]
struct Shelf {
    last_number: u64,
    given: Option<(u64, Vec<u8>)>,
    made: Option<(u64, FileMade)>,
}

/// Steps done, and steps in all, of the command in hand.
#[derive(Clone, Default)]
pub(crate) struct Progress {
    done: Arc<AtomicU64>,
    total: Arc<AtomicU64>,
}

impl Progress {
    pub(crate) fn set(&self, done: u64, total: u64) {
        self.done.store(done, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
    }
}

impl Files {
    pub(crate) fn progress(&self) -> Progress {
        self.progress.clone()
    }

    /// Takes the file of that number off the shelf; none when another took its place.
    pub(crate) fn take_given(&self, number: u64) -> Option<Vec<u8>> {
        self.on_shelf(|shelf| {
            shelf
                .given
                .take_if(|(known, _)| *known == number)
                .map(|(_, bytes)| bytes)
        })
    }

    /// Puts what a command made on the shelf, and gives its number.
    pub(crate) fn leave_made(&self, file: FileMade) -> u64 {
        self.on_shelf(|shelf| {
            shelf.last_number += 1;
            shelf.made = Some((shelf.last_number, file));
            shelf.last_number
        })
    }

    fn leave_given(&self, bytes: Vec<u8>) -> u64 {
        self.on_shelf(|shelf| {
            shelf.last_number += 1;
            shelf.given = Some((shelf.last_number, bytes));
            shelf.last_number
        })
    }

    fn on_shelf<T>(&self, work: impl FnOnce(&mut Shelf) -> T) -> T {
        work(&mut self.shelf.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// `POST /file`: keeps the bytes for the command that will name the number answered.
pub(crate) async fn hand_in(State(files): State<Files>, headers: HeaderMap, body: Body) -> Response {
    // A form of another site cannot send this type either.
    if !api::is_of_type(&headers, "application/octet-stream") {
        return api::refusal(&ApiError::BadRequest {
            detail: "expected application/octet-stream".into(),
        });
    }
    match whole(body).await {
        Ok(bytes) => files.leave_given(bytes).to_string().into_response(),
        Err(error) => api::refusal(&error),
    }
}

/// The body in memory, once; refused as soon as it is too large.
async fn whole(mut body: Body) -> Result<Vec<u8>, ApiError> {
    let announced = body
        .size_hint()
        .exact()
        .and_then(|size| usize::try_from(size).ok());
    if announced.is_some_and(|size| size > LARGEST) {
        return Err(too_big());
    }
    let mut bytes = Vec::with_capacity(announced.unwrap_or_default());
    while let Some(frame) = std::future::poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        let part: Bytes = frame
            .map_err(|error| ApiError::BadRequest {
                detail: error.to_string(),
            })?
            .into_data()
            .unwrap_or_default();
        if bytes.len() + part.len() > LARGEST {
            return Err(too_big());
        }
        bytes.extend_from_slice(&part);
    }
    Ok(bytes)
}

fn too_big() -> ApiError {
    ApiError::BadWorkbook {
        problems: vec![FileProblem {
            code: FileProblemCode::TooBig,
            sheet: None,
            cell: None,
            header: None,
            value: None,
            expected: Vec::new(),
        }],
        total: 1,
    }
}

/// `GET /file/<number>`: what a command made, once.
pub(crate) async fn fetch(State(files): State<Files>, Path(number): Path<u64>) -> Response {
    let made = files.on_shelf(|shelf| shelf.made.take_if(|(known, _)| *known == number));
    let Some((_, file)) = made else {
        return pages::not_found();
    };
    let mut headers = HeaderMap::new();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/octet-stream"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let named = format!("attachment; filename*=UTF-8''{}", encoded(&file.name));
    if let Ok(named) = HeaderValue::from_str(&named) {
        headers.insert(header::CONTENT_DISPOSITION, named);
    }
    (StatusCode::OK, headers, file.bytes).into_response()
}

/// `GET /progress`: answered by this thread while that of the engine works.
pub(crate) async fn progress(State(files): State<Files>) -> Response {
    let Progress { done, total } = &files.progress;
    let (done, total) = (done.load(Ordering::Relaxed), total.load(Ordering::Relaxed));
    pages::json(StatusCode::OK, format!(r#"{{"done":{done},"total":{total}}}"#))
}

/// Percent-encoded, as RFC 5987 wants names that are not ASCII.
fn encoded(name: &str) -> String {
    name.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_taken_once_by_the_one_who_has_its_number() {
        let files = Files::default();
        let first = files.leave_given(vec![1]);
        let second = files.leave_given(vec![2]);
        assert_eq!(files.take_given(first), None, "another took its place");
        assert_eq!(files.take_given(second), Some(vec![2]));
        assert_eq!(files.take_given(second), None, "once");
    }

    #[test]
    fn a_french_name_travels() {
        assert_eq!(encoded("base école.xlsx"), "base%20%C3%A9cole.xlsx");
    }
}
