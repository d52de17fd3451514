//! What stands in the element's shadow root in each state of it, against `tests/golden/loader`.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::json;
use xtask::browser::Browser;

use super::{CHECK, inside};
use crate::golden;
use crate::support::host::{Files, Host};
use crate::support::steps::before_loading;
use crate::support::{address, journey};

/// The element as text, an element a line, without what the program draws in its root.
const STATE: &str = "
    const [name, site] = arguments;
    const check = window.takenAway ?? document.querySelector(name);
    const inside = document.createElement('div');
    for (const child of check.shadowRoot.children) inside.append(child.cloneNode(!child.matches('.phc-root')));
    const text = `${inside.innerHTML}\\n`.replaceAll('><', '>\\n<');
    return text.replaceAll(site, 'https://check.example').replaceAll(location.origin, 'https://charity.example');";

#[tokio::test]
async fn each_state_of_the_element_is_as_reviewed() -> Result<()> {
    journey("guest-states", async |browser: &Browser| {
        let host = Host::start()?;
        let site = address("")?;
        let mut found = BTreeMap::new();
        let mut keep = async |name: &str| -> Result<()> {
            let text = browser
                .run(STATE, vec![json!(CHECK), json!(site.trim_end_matches('/'))])
                .await?;
            let text = text.as_str().context("no text")?.to_owned();
            found.insert(format!("{name}.html"), text);
            Ok(())
        };
        browser.open(&host.page("far", Files::Good)).await?;
        inside(browser, "slot").await?;
        keep("waiting").await?;

        browser.open(&host.page("plain", Files::Good)).await?;
        inside(browser, ".foot").await?;
        keep("running").await?;
        let take_away = "
            const [name, done] = arguments;
            window.takenAway = document.querySelector(name);
            window.takenAway.remove();
            setTimeout(done, 100);";
        browser.run_until_done(take_away, vec![json!(CHECK)]).await?;
        keep("taken-away").await?;

        browser.open(&host.page("plain", Files::Gone)).await?;
        inside(browser, "[role=alert]").await?;
        keep("missing").await?;
        browser.open(&host.page("forbidden", Files::Good)).await?;
        inside(browser, "[role=alert]").await?;
        keep("forbidden").await?;

        before_loading(browser, "delete globalThis.WebAssembly;").await?;
        browser.open(&host.page("plain", Files::Good)).await?;
        inside(browser, "[role=alert]").await?;
        keep("unsupported").await?;
        golden::check("loader", &found);
        Ok(())
    })
    .await
}
