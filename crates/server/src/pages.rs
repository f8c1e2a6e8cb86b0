//! Plain answers: small French pages that need no screen, and JSON.

use std::path::Path;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use engine::ApiError;

use crate::words;

/// What the browser may do with our pages: nothing that is not ours. Styles are inline because the component kit writes them so.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; \
     font-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
     base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Headers of every answer.
pub(crate) fn protect(mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::REFERRER_POLICY, "no-referrer"),
        (
            header::HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
        (
            header::HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

pub(crate) fn refused() -> Response {
    page(StatusCode::FORBIDDEN, words::REFUSED_TITLE, words::REFUSED)
}

pub(crate) fn not_found() -> Response {
    page(StatusCode::NOT_FOUND, words::NOT_FOUND_TITLE, words::NOT_FOUND)
}

pub(crate) fn no_screens() -> Response {
    page(StatusCode::OK, words::NO_SCREENS_TITLE, words::NO_SCREENS)
}

/// The data cannot be opened: said in place of the screens.
pub(crate) fn trouble(error: &ApiError, folder: &Path) -> Response {
    page(
        StatusCode::SERVICE_UNAVAILABLE,
        words::TROUBLE_TITLE,
        &words::trouble(error, folder),
    )
}

pub(crate) fn json(status: StatusCode, text: String) -> Response {
    let mut headers = HeaderMap::new();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json; charset=utf-8"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    (status, headers, Body::from(text)).into_response()
}

fn page(status: StatusCode, title: &str, sentence: &str) -> Response {
    let html = format!(
        "<!doctype html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>{title} – {name}</title><style>body{{font:1.125rem/1.6 system-ui,sans-serif;max-width:38rem;margin:15vh auto;padding:0 1.5rem;\
         color:#1b2733;background:#fff}}h1{{font-size:1.5rem}}</style></head>\
         <body><main><h1>{title}</h1><p>{sentence}</p></main></body></html>",
        title = escaped(title),
        name = words::NAME,
        sentence = escaped(sentence),
    );
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (status, headers, html).into_response()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
