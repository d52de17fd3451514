//! Commands of the Chrome DevTools Protocol and of other drivers, for what WebDriver lacks.

use anyhow::{Context, Result};
use axum::http::Method;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use url::{ParseError, Url};

use super::Browser;

#[derive(Debug)]
struct Command {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

impl Browser {
    /// Runs a command of the Chrome DevTools Protocol.
    pub async fn devtools(&self, name: &str, parameters: Value) -> Result<Value> {
        let body = json!({ "cmd": name, "params": parameters });
        let command = Command {
            path: "goog/cdp/execute",
            body,
        };
        self.client
            .issue_cmd(command)
            .await
            .with_context(|| format!("{name} failed."))
    }

    /// Whether scripts run in the page, `content`, or in Firefox's own window around it, `chrome`.
    pub(super) async fn set_context(&self, context: &str) -> Result<()> {
        let command = Command {
            path: "moz/context",
            body: json!({ "context": context }),
        };
        let changed = self.client.issue_cmd(command).await;
        changed
            .map(drop)
            .with_context(|| format!("Firefox runs no scripts in its {context}."))
    }

    /// The entries of a driver's log since the last call.
    pub(super) async fn take_log(&self, kind: &str) -> Result<Value> {
        let command = Command {
            path: "se/log",
            body: json!({ "type": kind }),
        };
        self.client
            .issue_cmd(command)
            .await
            .with_context(|| format!("Could not read the {kind} log."))
    }
}
