//! What the page may load and do.

/// Our own files only; WebAssembly but no `eval`; no text may become code.
const OWN_PAGE: [&str; 10] = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types phc-offline",
];

/// The policy of the own page, for hosts that cannot send headers.
pub fn for_meta_tag() -> String {
    OWN_PAGE.join("; ")
}

/// The same as a header, which can also say who may put the page into a frame: here other pages of this machine.
pub fn for_header() -> String {
    format!(
        "{}; frame-ancestors 'self' http://127.0.0.1:* http://localhost:*",
        for_meta_tag()
    )
}
