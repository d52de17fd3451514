//! No screen breaks the content security policy or needs it loosened: no style in the markup, no script in it, no
//! address of another kind than the three allowed ones, nothing forbidden, nothing in the console.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use xtask::browser::Browser;

use crate::support::look::none;
use crate::support::tour::tour;
use crate::support::{address, journey};

const LISTEN: &str = "
    window.forbidden = [];
    document.addEventListener('securitypolicyviolation',
        (event) => window.forbidden.push(`forbidden: ${event.violatedDirective} ${event.blockedURI}`));";

const FAULTS: &str = "
    const faults = window.forbidden.splice(0);
    for (const element of document.querySelectorAll('*')) {
        const tag = element.cloneNode(false).outerHTML.slice(0, 120);
        if (element.localName === 'style') faults.push('a style element: ' + tag);
        if (element.localName === 'script' && !element.src) faults.push('a script in the page: ' + tag);
        for (const { name } of element.attributes) {
            if (name === 'style' || name.startsWith('on')) faults.push(`${name}: ${tag}`);
        }
        for (const name of ['href', 'src', 'action', 'xlink:href']) {
            const address = element.getAttribute(name);
            if (!address || address.startsWith('#')) continue;
            const { protocol, origin } = new URL(address, document.baseURI);
            const own = origin === location.origin;
            const kind = protocol === 'mailto:' || own || (element.localName === 'a' && /^https?:$/.test(protocol));
            const icon = element.rel === 'icon' && protocol === 'data:';
            if (!kind && !icon) faults.push('an address: ' + tag);
        }
    }
    return faults;";

#[tokio::test]
async fn no_screen_breaks_the_policy() -> Result<()> {
    journey("policy", async |browser: &Browser| {
        let script = json!({ "source": LISTEN });
        browser
            .devtools("Page.addScriptToEvaluateOnNewDocument", script)
            .await?;
        let mut faults = Vec::new();
        tour(browser, "", async |screen| {
            let found = browser.run(FAULTS, vec![]).await?;
            let found = found
                .as_array()
                .into_iter()
                .flatten()
                .map(|fault| format!("{screen}: {fault}"));
            faults.extend(found);
            let console = browser.console().await?;
            faults.extend(
                console
                    .iter()
                    .map(|line| format!("{screen}, in the console: {line}")),
            );
            Ok(())
        })
        .await?;
        none(&faults)
    })
    .await
}

const HEADERS: &str = "
    const done = arguments[arguments.length - 1];
    const script = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.js')).name;
    const of = async (address) => Object.fromEntries((await fetch(address, { cache: 'no-store' })).headers);
    Promise.all(['index.html', script, 'embed/partnership-health-check.js'].map(of)).then(done);";

#[tokio::test]
async fn the_server_sends_the_headers_that_hosting_names() -> Result<()> {
    journey("headers", async |browser: &Browser| {
        let docs = std::fs::read_to_string(xtask::places::root().join("docs/hosting.md"))?;
        let (_, docs) = docs.split_once("For every file:").context("no headers")?;
        let (all, docs) = docs
            .split_once("For `index.html`")
            .context("no headers of a page")?;
        let (pages, _) = docs.split_once("| part |").context("no end")?;
        let header = |line: &str| {
            let (name, value) = line.split_once(": ")?;
            let is_name = name
                .bytes()
                .all(|byte| byte == b'-' || byte.is_ascii_alphabetic());
            is_name.then(|| (name.to_ascii_lowercase(), value.to_owned()))
        };
        let named = |text: &str| text.lines().filter_map(header).collect::<Vec<_>>();
        let (all, pages) = (named(all), named(pages));
        ensure!((all.len(), pages.len()) == (5, 3), "{all:?} {pages:?}");

        browser.open(&address("")?).await?;
        let seen = browser.run_until_done(HEADERS, vec![]).await?;
        for (which, is_page) in [(0, true), (1, false), (2, false)] {
            let sent = |name: &str| seen[which][name].as_str();
            for (name, value) in &all {
                ensure!(sent(name) == Some(value), "{which}: {name} is {:?}", sent(name));
            }
            for (name, value) in &pages {
                // Here any page of this machine may put it into a frame.
                let is = sent(name).is_some_and(|sent| sent.starts_with(value.as_str()));
                ensure!(
                    if is_page { is } else { sent(name).is_none() },
                    "{which}: {name} is {:?}",
                    sent(name)
                );
            }
        }
        Ok(())
    })
    .await
}
