//! What a host has chosen holds, whatever happens to the element while the check starts.

use anyhow::{Result, ensure};
use serde_json::json;
use xtask::browser::Browser;

use super::{inside, press};
use crate::support::address;
use crate::support::host::{Files, Host};
use crate::support::journey;

/// What a page may do to an element that is starting.
const WAYS: [&str; 11] = [
    "moved",
    "moved and set",
    "away for a moment",
    "away for longer",
    "another class and text",
    "set later",
    "changed and back",
    "changed from another",
    "cleared and set",
    "properties",
    "another loader",
];

/// One check for each way and each delay. At the end the settings that each of them shows and begins with.
const CHECK_ALL: &str = r#"
    const done = arguments[arguments.length - 1];
    const [loader, way] = arguments;
    const TAG = "partnership-health-check";
    const wanted = { kind: "grant", length: "quick", side: "second" };
    const set = (check, settings) => Object.entries(settings).forEach(([name, value]) => check.setAttribute(name, value));
    const other = () => document.body.appendChild(document.createElement("div"));
    const ways = {
        moved: (check) => other().append(check),
        "moved and set": (check) => { other().append(check); set(check, wanted); },
        "away for a moment": (check) => { check.remove(); setTimeout(() => other().append(check), 7); },
        "away for longer": (check) => { check.remove(); setTimeout(() => other().append(check), 150); },
        "another class and text": (check) => { check.className = "turned"; check.textContent = "Drawn again"; },
        "set later": (check) => set(check, wanted),
        "changed and back": (check) => { check.length = "full"; check.length = "quick"; },
        "changed from another": (check) => set(check, wanted),
        "cleared and set": (check) => { for (const name in wanted) check.removeAttribute(name); set(check, wanted); },
        "properties": (check) => Object.assign(check, wanted),
        "another loader": () => {
            const script = document.createElement("script");
            script.type = "module";
            script.src = `${loader}?${Math.random()}`;
            document.head.append(script);
        },
    };
    const before = {
        "set later": {},
        properties: {},
        "changed from another": { kind: "consortium", length: "full", side: "first" },
    };
    const checks = [0, 3, 10, 25, 60, 130, 250].map((delay) => {
        const check = document.createElement(TAG);
        const key = `${way.replaceAll(" ", "-")}-${delay}`;
        set(check, { ...(before[way] ?? wanted), loading: "eager", "storage-key": key });
        other().append(check);
        setTimeout(() => ways[way](check), delay);
        return { check, delay };
    });
    const inside = (check, selector) => check.shadowRoot?.querySelector(selector);
    const shown = (check) => Object.fromEntries(Object.keys(wanted)
        .map((name) => [name, inside(check, `input[name="${name}"]:checked`)?.value ?? null]));
    const end = performance.now() + 20000;
    let since;
    const look = () => {
        const whole = checks.every(({ check }) => inside(check, ".start__go") && inside(check, ".phc__foot, footer"));
        if (!whole) since = undefined;
        since ??= whole ? performance.now() : undefined;
        if (performance.now() > end || performance.now() - since > 700) finish();
        else setTimeout(look, 50);
    };
    const finish = async () => {
        const wrong = [];
        for (const { check, delay } of checks) {
            const before = JSON.stringify(shown(check));
            inside(check, ".start__go")?.click();
            await new Promise((next) => setTimeout(next, 30));
            let setup = null;
            try {
                setup = localStorage.getItem(`phc.${check.storageKey}.record`);
            } catch {}
            const kept = setup && JSON.parse(setup).checks?.[0]?.setup;
            const text = JSON.stringify(kept ?? null);
            if (before !== JSON.stringify(wanted) || !inside(check, ".questions")) wrong.push(`${delay} ms: ${before} ${text}`);
        }
        checks.forEach(({ check }) => check.parentNode.remove());
        done(JSON.stringify(wrong));
    };
    setTimeout(look, 400);
"#;

pub(crate) async fn hold(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    let loader = format!("{}embed/partnership-health-check.js", address("")?);
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A charity</title>
         <script type=\"module\" src=\"{loader}\"></script>"
    );
    browser.open(&host.made(&page)).await?;
    browser
        .wait(
            "the loader",
            "return !!customElements.get('partnership-health-check');",
            vec![],
        )
        .await?;
    let mut lost = Vec::new();
    for way in WAYS {
        let found = browser
            .run_until_done(CHECK_ALL, vec![json!(loader), json!(way)])
            .await?;
        if found != "[]" {
            lost.push(format!("{way}: {found}"));
        }
    }
    ensure!(lost.is_empty(), "These lost a setting:\n{}", lost.join("\n"));
    Ok(())
}

#[tokio::test]
async fn settings_hold_whatever_happens_while_it_starts() -> Result<()> {
    journey("guest-settings", hold).await
}

#[tokio::test]
async fn what_a_visitor_chose_is_there_after_loading_again() -> Result<()> {
    journey("guest-choices-again", async |browser: &Browser| {
        let host = Host::start()?;
        browser.open(&host.page("plain", Files::Good)).await?;
        for selector in [
            "label[for=length-quick]",
            "label[for=kind-grant]",
            "label[for=side-second]",
        ] {
            press(browser, selector).await?;
        }
        browser.client().refresh().await?;
        for selector in [
            "#length-quick:checked",
            "#kind-grant:checked",
            "#side-second:checked",
        ] {
            inside(browser, selector).await?;
        }
        Ok(())
    })
    .await
}
