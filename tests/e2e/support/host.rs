//! Somebody else's site: the pages of `tests/e2e/hosts`, on a server of their own, and the widget's files as a bad host
//! gives them.

use std::collections::HashSet;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::{fs, thread};

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use xtask::places;

use super::address;

/// How the widget's files reach the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Files {
    /// From another site, as `cargo xtask serve` gives them.
    Good,
    /// With a type that says nothing, and packed by nobody.
    WrongType,
    /// The module ends half way, the first time.
    Cut,
    /// The module is not there, the first time.
    Gone,
    /// What the loader imports is not there, the first time.
    WidgetGone,
    /// Somebody has added to the first module: it is sound, and not the one that was built.
    Changed,
}

impl Files {
    const ALL: [(&'static str, Self); 5] = [
        ("changed", Self::Changed),
        ("wrong-type", Self::WrongType),
        ("cut", Self::Cut),
        ("gone", Self::Gone),
        ("widget-gone", Self::WidgetGone),
    ];
}

/// A host's site, for as long as the tests run.
pub(crate) struct Host {
    origin: String,
    made: Arc<Mutex<Vec<String>>>,
}

impl Host {
    /// A site that knows nothing yet of who came.
    pub(crate) fn start() -> Result<Self> {
        let site = address("")?.trim_end_matches('/').to_owned();
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("The host cannot listen.")?;
        let origin = format!("http://{}", listener.local_addr()?);
        let seen = Arc::new(Mutex::new(HashSet::new()));
        let made = Arc::new(Mutex::new(Vec::new()));
        let (own, pages) = (origin.clone(), Arc::clone(&made));
        thread::spawn(move || {
            for browser in listener.incoming().flatten() {
                let (site, own) = (site.clone(), own.clone());
                let (seen, pages) = (Arc::clone(&seen), Arc::clone(&pages));
                thread::spawn(move || {
                    // A browser that has gone away is no fault.
                    let _ = answer(browser, &site, &own, &seen, &pages);
                });
            }
        });
        Ok(Self { origin, made })
    }

    /// The address of a page with this inside, and with headers above it as in `tests/e2e/hosts`.
    pub(crate) fn made(&self, page: &str) -> String {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.push(page.to_owned());
        format!("{}/made/{}", self.origin, made.len() - 1)
    }

    /// The address of a page whose check comes from such files.
    pub(crate) fn page(&self, name: &str, files: Files) -> String {
        let how = Files::ALL.iter().find(|(_, known)| *known == files);
        let how = how.map_or(String::new(), |(how, _)| format!("?files={how}"));
        format!("{}/{name}.html{how}", self.origin)
    }
}

fn answer(
    browser: TcpStream,
    site: &str,
    own: &str,
    seen: &Mutex<HashSet<String>>,
    made: &Mutex<Vec<String>>,
) -> Result<()> {
    let mut lines = BufReader::new(browser.try_clone()?).lines();
    let request = lines.next().context("nothing was asked")??;
    // The rest of the request says nothing that matters.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let target = request.split(' ').nth(1).unwrap_or_default();
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let (status, headers, body) = if let Some(rest) = path.strip_prefix("/files/") {
        let first = seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(path.to_owned());
        file(rest, first)
    } else if let Some(number) = path.strip_prefix("/made/") {
        let made = made.lock().unwrap_or_else(PoisonError::into_inner);
        let page = number.parse().ok().and_then(|number: usize| made.get(number));
        page.map_or_else(nothing, |page| with_headers(page))
    } else {
        page(path, query, site, own)
    };
    let mut browser = browser;
    write!(
        browser,
        "HTTP/1.1 {status}\r\n{headers}Connection: close\r\nContent-Length: {}\r\n\r\n",
        body.len()
    )?;
    browser.write_all(&body)?;
    Ok(())
}

type Answer = (&'static str, String, Vec<u8>);

fn nothing() -> Answer {
    (
        "404 Not Found",
        "Access-Control-Allow-Origin: *\r\n".to_owned(),
        Vec::new(),
    )
}

/// A page, with the headers that stand above it.
fn page(path: &str, query: &str, site: &str, own: &str) -> Answer {
    let file = places::root()
        .join("tests/e2e/hosts")
        .join(path.trim_start_matches('/'));
    let Ok(text) = fs::read_to_string(file) else {
        return nothing();
    };
    let folder = query
        .split('&')
        .find_map(|part| part.strip_prefix("files="))
        .map_or_else(|| site.to_owned(), |how| format!("{own}/files/{how}"));
    let text = text
        .replace(
            "{{loader}}",
            &format!("{folder}/embed/partnership-health-check.js"),
        )
        .replace("{{site}}", site);
    with_headers(&text)
}

/// The page below the headers that stand above it.
fn with_headers(text: &str) -> Answer {
    let mut headers = "Content-Type: text/html; charset=utf-8\r\n".to_owned();
    let mut rest = text;
    while let Some((header, after)) = rest
        .strip_prefix("<!-- ")
        .and_then(|line| line.split_once(" -->\n"))
    {
        headers.push_str(header);
        headers.push_str("\r\n");
        rest = after;
    }
    ("200 OK", headers, rest.as_bytes().to_vec())
}

/// A file of the widget, as a bad host gives it.
fn file(path: &str, first: bool) -> Answer {
    let (how, name) = path.split_once('/').unwrap_or_default();
    let how = Files::ALL.iter().find(|(known, _)| *known == how);
    let (Some((_, how)), Ok(mut bytes)) = (how, fs::read(places::test_site().join(name))) else {
        return nothing();
    };
    let is_module = name.contains("phc_first");
    match how {
        Files::Gone if first && is_module => return nothing(),
        Files::WidgetGone if first && name.contains("/widget.") => return nothing(),
        Files::Cut if first && is_module => bytes.truncate(bytes.len() / 2),
        Files::Changed if is_module => match changed(&bytes) {
            Ok(changed) => bytes = changed,
            Err(_) => return nothing(),
        },
        _ => {}
    }
    let kind = match name.rsplit('.').next() {
        Some("js") => "text/javascript",
        _ => "text/plain; charset=utf-8",
    };
    (
        "200 OK",
        format!(
            "Content-Type: {kind}\r\nAccess-Control-Allow-Origin: *\r\nX-Content-Type-Options: nosniff\r\n"
        ),
        bytes,
    )
}

/// A packed module with a section of its own at the end, which no browser minds.
fn changed(file: &[u8]) -> Result<Vec<u8>> {
    let mut module = Vec::new();
    GzDecoder::new(file).read_to_end(&mut module)?;
    module.extend([0, 2, 1, b'x']);
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(&module)?;
    Ok(packer.finish()?)
}
