//! The response headers that a host of the own page and of the widget should send.

use axum::extract::Request;
use axum::http::header::{self, HeaderName};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use super::policy;
use crate::dist::is_hashed;

const ALL: [(HeaderName, &str); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::STRICT_TRANSPORT_SECURITY, "max-age=31536000"),
    // Widgets in a sandboxed frame have no origin; without these two they could not load.
    (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "cross-origin",
    ),
];

/// Whether there is a newer one is asked each time.
const ALWAYS_ASKED: &str = "no-cache";

/// What means something for a page only. With the policy it is half a kilobyte, a third of the loader: on a slow line
/// that is time that a host's page loses.
const PAGES: [(HeaderName, &str); 2] = [
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
];

/// What a page should come with, wherever it is hosted, but for what is for a whole domain or for other sites.
pub(crate) fn of_a_page() -> impl Iterator<Item = (String, String)> {
    let only_here = |name: &HeaderName| {
        *name == header::STRICT_TRANSPORT_SECURITY
            || *name == header::ACCESS_CONTROL_ALLOW_ORIGIN
            || name == "cross-origin-resource-policy"
    };
    let all = ALL
        .into_iter()
        .chain(PAGES)
        .filter(move |(name, _)| !only_here(name));
    let others = [
        (header::CACHE_CONTROL, ALWAYS_ASKED.to_owned()),
        (
            header::CONTENT_SECURITY_POLICY,
            format!("{}; frame-ancestors 'self'", policy::for_meta_tag()),
        ),
    ];
    all.map(|(name, value)| (name, value.to_owned()))
        .chain(others)
        .map(|(name, value)| (name.to_string(), value))
}

pub(super) async fn add(request: Request, next: Next) -> Response {
    let may_be_kept = is_hashed(request.uri().path());
    let mut response = next.run(request).await;
    let found = response.status().is_success();
    let headers = response.headers_mut();
    let is_page = is_page(headers);
    let only_pages = PAGES.into_iter().filter(|_| is_page);
    for (name, value) in ALL.into_iter().chain(only_pages) {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if is_page {
        set_policy(headers);
    }
    let caching = if may_be_kept && found {
        "public, max-age=31536000, immutable"
    } else {
        ALWAYS_ASKED
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    response
}

/// A wrong content type for every file that is neither a page nor a script.
pub(super) async fn mistake(request: Request, next: Next) -> Response {
    let ending = request.uri().path().rsplit('.').next();
    let is_known = matches!(ending, Some("html" | "js"));
    let mut response = next.run(request).await;
    if !is_known {
        let kind = HeaderValue::from_static("text/plain");
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
    }
    response
}

fn is_page(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

fn set_policy(headers: &mut HeaderMap) {
    if let Ok(policy) = HeaderValue::from_str(&policy::for_header()) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
}
