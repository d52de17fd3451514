//! A machine between the browser and the server that changes what the server answers: a proxy, or a server that is set up
//! badly.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use anyhow::{Context, Result};

/// What a server answers.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub(super) status: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

impl Answer {
    /// The value of the first header with this name.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let found = self
            .headers
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// Without the headers of this name.
    pub(super) fn drop_header(&mut self, name: &str) {
        self.headers
            .retain(|(known, _)| !known.eq_ignore_ascii_case(name));
    }

    /// With this header in place of others of its name.
    pub(super) fn set_header(&mut self, name: &str, value: &str) {
        self.drop_header(name);
        self.headers.push((name.to_owned(), value.to_owned()));
    }
}

/// What it does to the answer for a path.
pub(super) type Change = fn(&str, Answer) -> Answer;

pub(super) struct Middle {
    address: String,
    change: Arc<Mutex<Change>>,
}

impl Middle {
    /// Changes nothing yet. Listens as long as the tests run.
    pub(super) fn start(server: String) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("It cannot listen.")?;
        let address = format!("http://{}", listener.local_addr()?);
        let change: Arc<Mutex<Change>> = Arc::new(Mutex::new(|_, answer| answer));
        let shared = Arc::clone(&change);
        thread::spawn(move || {
            for browser in listener.incoming().flatten() {
                let (server, shared) = (server.clone(), Arc::clone(&shared));
                thread::spawn(move || {
                    // A browser that has gone away is no fault.
                    let _ = pass_on(browser, &server, &shared);
                });
            }
        });
        Ok(Self { address, change })
    }

    /// From now on it does this.
    pub(super) fn does(&self, change: Change) {
        *self.change.lock().unwrap_or_else(PoisonError::into_inner) = change;
    }

    pub(super) fn address(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }
}

fn pass_on(browser: TcpStream, server: &str, change: &Mutex<Change>) -> Result<()> {
    let mut lines = BufReader::new(browser.try_clone()?).lines();
    let request = lines.next().context("nothing was asked")??;
    let mut headers = Vec::new();
    for line in lines {
        let line = line?;
        if line.is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(": ") {
            headers.push((name.to_owned(), value.to_owned()));
        }
    }
    let path = request.split(' ').nth(1).unwrap_or_default();
    let answer = ask(server, path, &headers)?;
    let change = *change.lock().unwrap_or_else(PoisonError::into_inner);
    let answer = change(path, answer);
    let mut browser = browser;
    write!(browser, "HTTP/1.1 {}\r\nConnection: close\r\n", answer.status)?;
    for (name, value) in &answer.headers {
        write!(browser, "{name}: {value}\r\n")?;
    }
    // The length may be wrong on purpose.
    if answer.header("Content-Length").is_none() {
        write!(browser, "Content-Length: {}\r\n", answer.body.len())?;
    }
    browser.write_all(b"\r\n")?;
    browser.write_all(&answer.body)?;
    Ok(())
}

/// Asks a server for a path, with such headers. The answer comes without a length: it is that of the body.
pub(super) fn ask(server: &str, path: &str, headers: &[(String, String)]) -> Result<Answer> {
    let mut stream = TcpStream::connect(server)?;
    write!(stream, "GET {path} HTTP/1.1\r\nConnection: close\r\n")?;
    let other = |name: &str| !name.eq_ignore_ascii_case("connection");
    for (name, value) in headers.iter().filter(|(name, _)| other(name)) {
        write!(stream, "{name}: {value}\r\n")?;
    }
    if !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("host")) {
        write!(stream, "Host: {server}\r\n")?;
    }
    stream.write_all(b"\r\n")?;
    let mut all = Vec::new();
    stream.read_to_end(&mut all)?;
    let end = all
        .windows(4)
        .position(|window| window == b"\r\n\r\n")
        .context("The answer has no end of its head.")?;
    let head = String::from_utf8_lossy(&all[..end]).into_owned();
    let mut lines = head.split("\r\n");
    let status = lines
        .next()
        .and_then(|line| line.split_once(' '))
        .context("no status")?
        .1
        .to_owned();
    let pair = |line: &str| {
        line.split_once(": ")
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
    };
    let mut answer = Answer {
        status,
        headers: lines.filter_map(pair).collect(),
        body: all[end + 4..].to_vec(),
    };
    for name in ["Connection", "Keep-Alive", "Content-Length"] {
        answer.drop_header(name);
    }
    Ok(answer)
}
