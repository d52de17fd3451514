//! No screen breaks the content security policy or needs it loosened: no style in the markup, no script in it, no
//! address of another kind than the three allowed ones, nothing forbidden, nothing in the console.

use anyhow::{Result, ensure};
use serde_json::json;
use xtask::browser::Browser;

use crate::support::journey;
use crate::support::tour::tour;

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
        ensure!(
            faults.is_empty(),
            "{} faults:\n{}",
            faults.len(),
            faults.join("\n")
        );
        Ok(())
    })
    .await
}
