//! `cargo xtask serve`, and the same server for the tests in a browser.

pub(crate) mod headers;
pub mod policy;

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result};
use axum::{Router, middleware};
use tokio::sync::oneshot;
use tower_http::services::ServeDir;

use crate::{dist, places};

/// Builds the page and serves it until the program is stopped.
pub fn page(port: u16) -> Result<()> {
    dist::dist(&places::site(), dist::Languages::Real)?;
    let server = Server::start(&places::site(), port)?;
    println!("The check is at {}/", server.origin());
    server.wait();
    Ok(())
}

/// A server of one folder, on this machine only, in a thread of its own. Dropping it stops it.
pub struct Server {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves the folder; port 0 takes a free one.
    pub fn start(folder: &Path, port: u16) -> Result<Self> {
        let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
        let app = Router::new()
            .fallback_service(files)
            .layer(middleware::from_fn(headers::add));
        Self::run(app, port)
    }

    /// Serves the folder as it is, as a host does that knows nothing of it.
    pub fn start_plain(folder: &Path) -> Result<Self> {
        Self::run(Router::new().fallback_service(ServeDir::new(folder)), 0)
    }

    /// Serves the folder without compression, and with a wrong content type for modules, as some hosts do.
    pub fn start_bad(folder: &Path) -> Result<Self> {
        let app = Router::new()
            .fallback_service(ServeDir::new(folder))
            .layer(middleware::from_fn(headers::mistake));
        Self::run(app, 0)
    }

    fn run(app: Router, port: u16) -> Result<Self> {
        let busy = || format!("Could not listen on port {port}. Another program may use it: try --port.");
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(busy)?;
        listener.set_nonblocking(true).with_context(busy)?;
        let address = listener.local_addr().with_context(busy)?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_io()
            .build()
            .context("Could not start the server.")?;
        let (stop, stopped) = oneshot::channel();
        let thread = thread::spawn(move || {
            runtime.block_on(async {
                let Ok(listener) = tokio::net::TcpListener::from_std(listener) else {
                    return;
                };
                tokio::select! {
                    _ = async { axum::serve(listener, app).await } => {}
                    _ = stopped => {}
                }
            });
        });
        Ok(Self {
            address,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// Where it is: `http://127.0.0.1:8080`.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Serves until the program is stopped.
    fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            // A panic in the thread has already been told on the screen.
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            // The other end is gone only when the server has stopped already.
            let _ = stop.send(());
        }
    }
}
