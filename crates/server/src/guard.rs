//! Who may speak to the executable: the browser of this PC, on the page that it opened itself.
//!
//! The host is checked against DNS rebinding, the origin against other sites' pages, and the cookie,
//! got in exchange for the token of the first address, against other programs and persons of the PC.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::pages;

/// The secrets of one run.
#[derive(Debug)]
pub(crate) struct Secrets {
    port: u16,
    token: String,
    session: String,
}

impl Secrets {
    /// `token` is what the first address carries; the cookie's value is another secret.
    pub(crate) fn new(port: u16, token: String, session: String) -> Secrets {
        Secrets { port, token, session }
    }

    /// Browsers share cookies between the ports of a host: the port is in the name.
    fn cookie_name(&self) -> String {
        format!("simulateur-{}", self.port)
    }

    fn own_host(&self, headers: &HeaderMap) -> bool {
        let host = text(headers, &header::HOST);
        host == format!("127.0.0.1:{}", self.port) || host == format!("localhost:{}", self.port)
    }

    fn own_origin(&self, headers: &HeaderMap) -> bool {
        let site = text(headers, &header::HeaderName::from_static("sec-fetch-site"));
        text(headers, &header::ORIGIN) == format!("http://{}", text(headers, &header::HOST))
            && matches!(site, "" | "same-origin")
    }

    fn own_cookie(&self, headers: &HeaderMap) -> bool {
        let name = self.cookie_name();
        headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .any(|(key, value)| key == name && same(value, &self.session))
    }

    fn token_of<'a>(&self, uri: &'a Uri) -> Option<&'a str> {
        uri.query()?
            .split('&')
            .find_map(|pair| pair.strip_prefix("token="))
    }
}

/// A secret of 256 bits, safe in an address and in a cookie.
pub(crate) fn draw_secret() -> Result<String, getrandom::Error> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Lets through what comes from our own page; everything else gets a plain refusal.
pub(crate) async fn guard(State(secrets): State<Arc<Secrets>>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let (method, uri) = (request.method(), request.uri());
    if !secrets.own_host(headers) {
        return refusal(uri);
    }
    if method == Method::GET
        && uri.path() == "/"
        && let Some(token) = secrets.token_of(uri)
    {
        return if same(token, &secrets.token) {
            welcome(&secrets)
        } else {
            refusal(uri)
        };
    }
    let reads = method == Method::GET || method == Method::HEAD;
    if !secrets.own_cookie(headers) || !(reads || secrets.own_origin(headers)) {
        return refusal(uri);
    }
    next.run(request).await
}

/// Exchanges the token for the cookie, and cleans the address.
fn welcome(secrets: &Secrets) -> Response {
    let cookie = format!(
        "{}={}; Path=/; HttpOnly; SameSite=Strict",
        secrets.cookie_name(),
        secrets.session
    );
    let mut response = (
        StatusCode::SEE_OTHER,
        [(header::LOCATION, "/"), (header::CACHE_CONTROL, "no-store")],
    )
        .into_response();
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

fn refusal(uri: &Uri) -> Response {
    let path = uri.path();
    if path.starts_with("/api/") || path.starts_with("/file") || path == "/progress" {
        return pages::json(StatusCode::FORBIDDEN, r#"{"code":"refused"}"#.into());
    }
    pages::refused()
}

fn text<'a>(headers: &'a HeaderMap, name: &header::HeaderName) -> &'a str {
    headers
        .get(name)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("")
}

/// Compares in a time that says nothing of where the two differ.
fn same(left: &str, right: &str) -> bool {
    left.len() == right.len()
        && left
            .bytes()
            .zip(right.bytes())
            .fold(0, |differences, (a, b)| differences | (a ^ b))
            == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| {
                (
                    header::HeaderName::from_static(name),
                    HeaderValue::from_str(value).unwrap(),
                )
            })
            .collect()
    }

    fn secrets() -> Secrets {
        Secrets::new(4000, "t".into(), "s3cret".into())
    }

    #[test]
    fn only_our_own_names_are_our_host() {
        for (host, ours) in [
            ("127.0.0.1:4000", true),
            ("localhost:4000", true),
            ("127.0.0.1:4001", false),
            ("127.0.0.1", false),
            ("crm.test:4000", false),
            ("127.0.0.1.evil.test:4000", false),
            ("", false),
        ] {
            assert_eq!(secrets().own_host(&headers(&[("host", host)])), ours, "{host}");
        }
    }

    #[test]
    fn only_our_own_pages_are_our_origin() {
        let host = ("host", "127.0.0.1:4000");
        for (pairs, ours) in [
            (vec![host, ("origin", "http://127.0.0.1:4000")], true),
            (
                vec![
                    host,
                    ("origin", "http://127.0.0.1:4000"),
                    ("sec-fetch-site", "same-origin"),
                ],
                true,
            ),
            (
                vec![
                    host,
                    ("origin", "http://127.0.0.1:4000"),
                    ("sec-fetch-site", "cross-site"),
                ],
                false,
            ),
            (vec![host, ("origin", "http://localhost:4000")], false),
            (vec![host, ("origin", "http://127.0.0.1:5000")], false),
            (vec![host, ("origin", "null")], false),
            (vec![host], false),
        ] {
            assert_eq!(secrets().own_origin(&headers(&pairs)), ours, "{pairs:?}");
        }
    }

    #[test]
    fn the_cookie_is_found_among_others() {
        for (cookie, ours) in [
            ("simulateur-4000=s3cret", true),
            ("a=b; simulateur-4000=s3cret; c=d", true),
            ("simulateur-4000=s3creu", false),
            ("simulateur-4000=", false),
            ("simulateur-4001=s3cret", false),
            ("", false),
        ] {
            assert_eq!(
                secrets().own_cookie(&headers(&[("cookie", cookie)])),
                ours,
                "{cookie}"
            );
        }
    }

    #[test]
    fn secrets_are_long_and_never_the_same() {
        let (one, other) = (draw_secret().unwrap(), draw_secret().unwrap());
        assert_eq!(one.len(), 64);
        assert_ne!(one, other);
    }
}
