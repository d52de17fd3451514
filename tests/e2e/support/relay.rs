//! A relay between the browser and the server that hears every byte the browser sends.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use anyhow::{Context, Result};

use super::address;

/// A relay to the server of the page, for as long as the tests run.
pub(crate) struct Relay {
    /// Where it listens: `http://127.0.0.1:1234/`.
    pub(crate) address: String,
    heard: Arc<Mutex<Vec<u8>>>,
}

impl Relay {
    pub(crate) fn start() -> Result<Self> {
        let server = address("")?;
        let server = server
            .trim_start_matches("http://")
            .trim_end_matches('/')
            .to_owned();
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("The relay cannot listen.")?;
        let relay = Self {
            address: format!("http://{}/", listener.local_addr()?),
            heard: Arc::default(),
        };
        let heard = Arc::clone(&relay.heard);
        thread::spawn(move || {
            for browser in listener.incoming().flatten() {
                if let Ok(server) = TcpStream::connect(&server) {
                    pass_on(&browser, &server, &heard);
                }
            }
        });
        Ok(relay)
    }

    /// Everything the browser sent so far, as text.
    pub(crate) fn heard(&self) -> String {
        let heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&heard).into_owned()
    }
}

fn pass_on(browser: &TcpStream, server: &TcpStream, heard: &Arc<Mutex<Vec<u8>>>) {
    let (Ok(mut from_browser), Ok(mut from_server)) = (browser.try_clone(), server.try_clone()) else {
        return;
    };
    let (Ok(mut to_browser), Ok(mut to_server)) = (browser.try_clone(), server.try_clone()) else {
        return;
    };
    let heard = Arc::clone(heard);
    thread::spawn(move || {
        let mut bytes = [0; 8192];
        while let Ok(length @ 1..) = from_browser.read(&mut bytes) {
            heard
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .extend(&bytes[..length]);
            if to_server.write_all(&bytes[..length]).is_err() {
                break;
            }
        }
        let _ = to_server.shutdown(Shutdown::Write);
    });
    thread::spawn(move || {
        let _ = std::io::copy(&mut from_server, &mut to_browser);
        let _ = to_browser.shutdown(Shutdown::Write);
    });
}
