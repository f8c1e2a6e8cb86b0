//! The built screens, packed into the executable.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::pages;

struct Asset {
    path: &'static str,
    compressed: bool,
    bytes: &'static [u8],
}

/// Sorted by path; empty when the screens were not built before the executable.
static ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The page of the screens.
pub(crate) fn entry() -> Response {
    if ASSETS.is_empty() {
        return pages::no_screens();
    }
    file("index.html")
}

/// One file of the screens.
pub(crate) fn file(path: &str) -> Response {
    let Ok(index) = ASSETS.binary_search_by(|asset| asset.path.cmp(path)) else {
        return pages::not_found();
    };
    let Some(asset) = ASSETS.get(index) else {
        return pages::not_found();
    };
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind(path)));
    // Names under assets/ change with what they hold.
    let cache = if path.starts_with("assets/") {
        "private, max-age=31536000, immutable"
    } else {
        "no-store"
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    if asset.compressed {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    (StatusCode::OK, headers, asset.bytes).into_response()
}

fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "webmanifest" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "wasm" => "application/wasm",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
