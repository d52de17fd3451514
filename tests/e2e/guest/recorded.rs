//! Session recorders and automatic capture in a host's page: stand-ins that do what those tools do.

use anyhow::{Result, ensure};
use serde_json::json;
use xtask::browser::Browser;

use super::{CHECK, from_text, inside, press_until};
use crate::support::host::Host;
use crate::support::{address, journey};

/// Records as such tools do: from events by the path through open shadow roots, and from what changes inside of these. A
/// tool leaves out what is inside an element with one of its marks.
const RECORDER: &str = "
    window.captured = [];
    const tools = {
        rrweb: ['.rr-block'],
        posthog: ['.ph-no-capture'],
        fullstory: ['.fs-exclude'],
        sentry: ['.sentry-block'],
        hotjar: ['[data-hj-suppress]'],
        clarity: ['[data-clarity-mask=\"true\"]'],
        datadog: ['[data-dd-privacy=\"hidden\"]'],
        matomo: ['[data-matomo-mask]'],
    };
    const isOut = (node, [mark]) => {
        for (let at = node; at; at = at.parentNode ?? at.host) if (at.matches?.(mark)) return true;
        return false;
    };
    const record = (how, node, text) => {
        for (const [tool, marks] of Object.entries(tools)) if (!isOut(node, marks)) window.captured.push(`${tool} ${how} ${text}`);
    };
    // One without marks that listens as a page's own scripts do, after everybody else.
    for (const name of ['click', 'input', 'change', 'keydown', 'keyup', 'pointerdown', 'mousedown']) {
        document.addEventListener(name, (event) => window.captured.push(`page ${name} ${event.key ?? ''}`));
        document.addEventListener(name, (event) => record(name, event.composedPath()[0], event.key ?? event.composedPath()[0].value), true);
    }
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
        const root = attach.call(this, options);
        if (options.mode === 'open') new MutationObserver((records) => {
            for (const { target } of records) record('changed', target, target.textContent.slice(0, 20));
        }).observe(root, { childList: true, subtree: true, attributes: true, characterData: true });
        return root;
    };";

#[tokio::test]
async fn recorders_get_neither_answer_nor_note_nor_name() -> Result<()> {
    journey("guest-recorded", async |browser: &Browser| {
        let host = Host::start()?;
        let loader = address("embed/partnership-health-check.js")?;
        let page = host.made(&format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A charity</title><script>{RECORDER}</script>\
             <script type=\"module\" src=\"{loader}\"></script><button id=\"own\">Of the page</button>\
             <{CHECK} class=\"wide\" kind=\"grant\" side=\"second\" length=\"full\"></{CHECK}>"
        ));
        browser.open(&page).await?;
        inside(browser, ".start__go").await?;
        let marked = "
            const check = document.querySelector(arguments[0]);
            window.captured = [];
            return check.classList.contains('wide') && check.classList.contains('rr-block');";
        ensure!(browser.run(marked, vec![json!(CHECK)]).await? == true, "Its own class, and a mark.");
        press_until(browser, ".start__go", ".questions").await?;
        press_until(browser, "label[for=\"A1.2-4\"]", ".phc[data-answered=\"1\"]").await?;
        let note = "
            const inside = document.querySelector(arguments[0]).shadowRoot;
            inside.querySelector('textarea')?.focus();
            return inside.activeElement?.localName === 'textarea';";
        let open = "document.querySelector(arguments[0]).shadowRoot.querySelectorAll('details').forEach((one) => (one.open = true));";
        browser.run(open, vec![json!(CHECK)]).await?;
        browser.wait("the note", note, vec![json!(CHECK)]).await?;
        browser.press_keys(&"The lead hides money".chars().collect::<Vec<_>>()).await?;
        let written = "return document.querySelector(arguments[0]).shadowRoot.querySelector('textarea').value;";
        let written = browser.run(written, vec![json!(CHECK)]).await?;
        ensure!(written == "The lead hides money", "The note is {written}");
        let captured = from_text(browser, "return JSON.stringify(window.captured);").await?;
        ensure!(captured == json!([]), "Captured: {captured}");
        // A framework that sets the class of the tag takes only the outer marks away.
        let rewritten = "
            document.querySelector(arguments[0]).className = 'narrow';
            const inside = document.querySelector(arguments[0]).shadowRoot;
            inside.querySelector('input[value=\"2\"]').click();";
        browser.run(rewritten, vec![json!(CHECK)]).await?;
        let captured = from_text(browser, "return JSON.stringify(window.captured);").await?;
        ensure!(captured == json!([]), "Captured without the outer class: {captured}");
        // Of the page itself it gets all: the stand-in is awake. Keys that a dialog of the page needs go on.
        browser.click("#own").await?;
        let captured = from_text(browser, "return JSON.stringify(window.captured);").await?.to_string();
        ensure!(captured.contains("page click") && captured.contains("hotjar click"), "{captured}");
        let escape = "
            window.captured = [];
            const inside = document.querySelector(arguments[0]).shadowRoot;
            inside.querySelector('textarea').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
            return window.captured;";
        let captured = browser.run(escape, vec![json!(CHECK)]).await?;
        ensure!(captured == json!(["page keydown Escape"]), "{captured}");
        Ok(())
    })
    .await
}
