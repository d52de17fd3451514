//! A host's page that asks statements of its own, by an invitation in its tag.

use anyhow::{Result, ensure};
use partnership_health_check::domain::extra::Extra;
use partnership_health_check::domain::ids::{Kind, Length};
use partnership_health_check::domain::invitation::Invitation;
use partnership_health_check::formats::link::encode_invitation;
use serde_json::json;
use xtask::browser::Browser;

use super::{CHECK, WATCH, inside, no_faults, press};
use crate::support::host::Host;
use crate::support::steps::before_loading;
use crate::support::{address, journey};

const KITCHEN: &str = "The kitchen is open on time.";

fn page(invitation: &str) -> Result<String> {
    Ok(format!(
        "<!doctype html><html lang=\"en\"><title>A charity</title>\
         <script type=\"module\" src=\"{}embed/partnership-health-check.js\"></script>\
         <main><h1>A charity</h1><{CHECK} invitation=\"{invitation}\"></{CHECK}></main>",
        address("")?
    ))
}

fn payload() -> String {
    encode_invitation(&Invitation {
        partnership: "Riverside".to_owned(),
        length: Length::Quick,
        kind: Kind::Other,
        reply_by: None,
        reply_to: "sam@charity.example".to_owned(),
        extra: Extra::new(vec!["Calls are returned.".to_owned(), KITCHEN.to_owned()]),
    })
}

/// Waits for a screen of the check.
pub(super) async fn at(browser: &Browser, fragment: &str) -> Result<()> {
    let script = format!(
        "const check = document.querySelector('{CHECK}');
         return check.shadowRoot.querySelector('.phc-root').phcFragment === arguments[0];"
    );
    browser
        .wait(fragment, &script, vec![json!(fragment)])
        .await
        .map(drop)
}

#[tokio::test]
async fn a_page_asks_statements_of_its_own() -> Result<()> {
    journey("guest-invited", async |browser: &Browser| {
        before_loading(browser, WATCH).await?;
        ask_statements(browser).await
    })
    .await
}

async fn ask_statements(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    let address = host.made(&page(&payload())?);
    browser.open(&address).await?;
    let asked = inside(browser, ".letter__statements li + li").await?;
    ensure!(asked.text().await? == KITCHEN, "It asks {}", asked.text().await?);
    press(browser, ".start__go").await?;
    press(browser, "label[for=\"A1.2-4\"]").await?;
    inside(browser, ".phc[data-answered=\"1\"]").await?;
    // Three pages of the check, then that of the page.
    for next in ["#q-2", "#q-3", "#q-4"] {
        press(browser, ".acts .button:not(.button--quiet)").await?;
        at(browser, next).await?;
    }
    press(browser, "label[for=\"E2-5\"]").await?;
    inside(browser, ".phc[data-answered=\"2\"]").await?;

    // Whoever comes back finds the check, and the invitation behind "Start".
    browser.open(&address).await?;
    inside(browser, ".checks__entry").await?;
    press(browser, ".start__go").await?;
    inside(browser, ".letter__statements").await?;
    // It says that it was begun.
    press(browser, ".banner .button").await?;
    inside(browser, "[id=\"E2-5\"]:checked").await?;
    press(browser, ".acts .button:not(.button--quiet)").await?;
    at(browser, "#answers").await?;
    press(browser, ".acts .button:not(.button--quiet)").await?;
    at(browser, "#result").await?;
    let told = inside(browser, ".pair + .pair bdi").await?.text().await?;
    ensure!(told == KITCHEN, "The result has {told}");
    no_faults(browser).await?;

    // What came of a damaged invitation is told, and leaves a check without those statements.
    let mut cut = payload();
    cut.truncate(cut.len() - 9);
    let address = host.made(&page(&cut)?.replace("invitation=", "storage-key=\"other\" invitation="));
    browser.open(&address).await?;
    press(browser, ".acts .button").await?;
    inside(browser, ".settings").await?;
    no_faults(browser).await
}
