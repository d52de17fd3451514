//! What the check promises in somebody else's page, held against what it does there. `tests/promises.toml` says which
//! sentence is held by which journey.

use anyhow::{Context, Result, ensure};
use partnership_health_check::content::{Key, Texts, keys};
use serde_json::json;
use xtask::browser::{Browser, Options};

use super::links::finish_and_copy;
use super::{CHECK, WATCH, begin, from_text, inside, no_faults, press};
use crate::support::host::{Files, Host};
use crate::support::steps::{before_loading, in_both, in_durable};
use crate::support::{address, journey, journey_as};

const HEAD: &str =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A charity</title><h1>A charity</h1>";

/// A page with the check, which has these attributes.
fn page(attributes: &str) -> Result<String> {
    let loader = format!("{}embed/partnership-health-check.js", address("")?);
    Ok(format!(
        "{HEAD}<link rel=\"icon\" href=\"data:,\"><script type=\"module\" src=\"{loader}\"></script><{CHECK} kind=\"other\" length=\"full\" {attributes}></{CHECK}>"
    ))
}

/// All words that the check shows.
async fn shown(browser: &Browser) -> Result<String> {
    let script =
        format!("return document.querySelector('{CHECK}').shadowRoot.querySelector('.phc').textContent;");
    let text = browser.run(&script, vec![]).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

async fn says(browser: &Browser, key: Key, expected: bool) -> Result<()> {
    let words = Texts::english().get(key);
    let text = shown(browser).await?;
    ensure!(
        text.contains(words) == expected,
        "“{words}”: not {expected} in {text}"
    );
    Ok(())
}

#[tokio::test]
async fn the_check_sends_nothing_and_keeps_what_it_says() -> Result<()> {
    let options = Options {
        requests: true,
        ..Options::default()
    };
    journey_as("guest-sends-nothing", options, async |browser: &Browser| {
        let host = Host::start()?;
        browser.open(&host.made(&page("loading=\"eager\"")?)).await?;
        inside(browser, ".foot").await?;
        says(browser, keys::app::PROMISE_GUEST, true).await?;
        says(browser, keys::app::PROMISE, false).await?;
        says(browser, keys::start::SEES, false).await?;
        let arrived = "return performance.getEntriesByType('resource')
            .filter(({ name, responseEnd }) => name.includes('/phc_') && responseEnd > 0).length >= 2;";
        browser.wait("both modules", arrived, vec![]).await?;
        let asked = browser.requests().await?;
        ensure!(asked.iter().any(|address| address.contains("/phc_second.")), "The log is empty: {asked:?}");
        finish_and_copy(browser).await?;
        press(browser, "[href=\"#privacy\"]").await?;
        inside(browser, ".prose").await?;
        for key in [keys::privacy::GUEST, keys::privacy::TOLD, keys::privacy::GUEST_LINK] {
            says(browser, key, true).await?;
        }
        says(browser, keys::privacy::OWN, false).await?;
        let sent = browser.requests().await?;
        ensure!(sent.is_empty(), "During the journey something was asked for: {sent:?}");
        let kept = from_text(
            browser,
            "return JSON.stringify([document.cookie, Object.keys(localStorage), Object.keys(sessionStorage)]);",
        )
        .await?;
        ensure!(kept == json!(["", ["phc.record"], []]), "Kept: {kept}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn where_the_page_is_told_scores_the_check_says_so() -> Result<()> {
    journey("guest-says-scores", async |browser: &Browser| {
        before_loading(browser, WATCH).await?;
        let host = Host::start()?;
        browser
            .open(&host.made(&page("loading=\"eager\" scores")?))
            .await?;
        inside(browser, ".foot").await?;
        says(browser, keys::app::PROMISE_SCORES, true).await?;
        for key in [keys::app::PROMISE, keys::app::PROMISE_GUEST, keys::start::SEES] {
            says(browser, key, false).await?;
        }
        finish_and_copy(browser).await?;
        let told = super::told(browser).await?;
        let finished = told
            .as_array()
            .into_iter()
            .flatten()
            .find(|event| event[0] == "phc-finish");
        let finished = finished.context("The page was not told.")?;
        ensure!(finished[1]["scores"]["overall"].is_number(), "{finished}");
        // What was said before is said on every screen.
        says(browser, keys::app::PROMISE_SCORES, true).await?;
        press(browser, "[href=\"#privacy\"]").await?;
        inside(browser, ".prose").await?;
        says(browser, keys::privacy::TOLD_SCORES, true).await?;
        says(browser, keys::privacy::TOLD, false).await?;
        no_faults(browser).await
    })
    .await
}

#[tokio::test]
async fn two_organisations_on_one_site_keep_their_answers_apart() -> Result<()> {
    journey("guest-two-sites", async |browser: &Browser| {
        let host = Host::start()?;
        let pages = ["site-2", "site-3", "site-2"]
            .map(|key| page(&format!("loading=\"eager\" storage-key=\"{key}\"")));
        let [first, second, again] = pages.map(|page| page.map(|page| host.made(&page)));
        browser.open(&first?).await?;
        begin(browser).await?;
        inside(browser, "[data-kept=saved]").await?;
        let entries = format!(
            "return document.querySelector('{CHECK}').shadowRoot.querySelectorAll('.checks__entry').length;"
        );
        for (address, expected) in [(second?, 0), (again?, 1)] {
            browser.open(&address).await?;
            inside(browser, ".foot").await?;
            let found = browser.run(&entries, vec![]).await?;
            ensure!(found == expected, "{address} offers {found} checks.");
        }
        let kept = browser.run("return Object.keys(localStorage);", vec![]).await?;
        ensure!(kept == json!(["phc.site-2.record"]), "Kept under {kept}");
        Ok(())
    })
    .await
}

/// A browser may wipe `localStorage` alone. What the durable store keeps for another organisation is not deleted unasked.
#[tokio::test]
async fn whose_answers_are_deleted_is_asked_though_one_store_alone_has_them() -> Result<()> {
    journey("guest-two-sites-delete", async |browser: &Browser| {
        let host = Host::start()?;
        for key in ["site-2", "site-3"] {
            let page = page(&format!("loading=\"eager\" storage-key=\"{key}\""))?;
            browser.open(&host.made(&page)).await?;
            begin(browser).await?;
            inside(browser, "[data-kept=saved]").await?;
            in_both(browser, &format!("phc.{key}.record"), "").await?;
        }
        let script = "localStorage.removeItem('phc.site-2.record');";
        browser.run(script, vec![]).await?;
        for (answer, other_stays) in [
            ("#phc-delete .button--danger", true),
            ("#phc-delete .button--danger + .button--danger", false),
        ] {
            press(browser, "[href=\"#privacy\"]").await?;
            press(browser, "#phc-delete-ask").await?;
            inside(browser, "#phc-delete .button--danger + .button--danger").await?;
            says(browser, keys::delete::OTHERS, true).await?;
            press(browser, answer).await?;
            inside(browser, ".start__go").await?;
            in_durable(browser, "phc.site-3.record", false).await?;
            in_durable(browser, "phc.site-2.record", other_stays).await?;
        }
        let kept = browser.run("return Object.keys(localStorage);", vec![]).await?;
        ensure!(kept == json!([]), "localStorage has {kept}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn policies_with_a_nonce_need_what_the_document_says() -> Result<()> {
    journey("guest-nonce", async |browser: &Browser| {
        before_loading(browser, WATCH).await?;
        let host = Host::start()?;
        let files = format!("{}embed/", address("")?);
        let page = page("loading=\"eager\"")?.replace("<script ", "<script nonce=\"abc\" ");
        for sources in [
            format!("'nonce-abc' {files} 'wasm-unsafe-eval'"),
            "'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'".to_owned(),
        ] {
            let policy =
                format!("default-src 'none'; img-src data:; script-src {sources}; connect-src {files}");
            let address = host.made(&format!("<!-- Content-Security-Policy: {policy} -->\n{page}"));
            browser.open(&address).await?;
            inside(browser, ".start__go").await?;
            no_faults(browser).await?;
        }
        Ok(())
    })
    .await
}

/// The code of `embed/integrity.txt`, with the address of the files that are served here.
fn compared() -> Result<String> {
    let path = xtask::places::test_site().join("embed/integrity.txt");
    let here = address("")?;
    let code = std::fs::read_to_string(path)?.replace("https://check.example/", &here);
    Ok(code.split("\n\n").next().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn files_from_another_site_are_compared() -> Result<()> {
    journey("guest-integrity", async |browser: &Browser| {
        before_loading(browser, WATCH).await?;
        let host = Host::start()?;
        let code = compared()?;
        let check = format!("<{CHECK} loading=\"eager\">A sentence</{CHECK}>");
        browser.open(&host.made(&format!("{HEAD}{code}{check}"))).await?;
        inside(browser, ".start__go").await?;
        no_faults(browser).await?;

        // Another widget than the one that was compared when the code was made.
        let wrong = code.replacen("sha384-", "sha384-AAAA", 1);
        browser.open(&host.made(&format!("{HEAD}{wrong}{check}"))).await?;
        let said = inside(browser, "[role=alert]").await?.text().await?;
        ensure!(
            said.contains(Texts::english().get(keys::page::MISSING)),
            "It says {said}"
        );

        // Another loader: the element stays what it is without one.
        let (map, loader) = code.split_once("</script>").context("no map")?;
        let wrong = loader.replacen("sha384-", "sha384-AAAA", 1);
        browser
            .open(&host.made(&format!("{HEAD}{map}</script>{wrong}{check}")))
            .await?;
        browser
            .run_until_done("setTimeout(arguments[0], 500);", vec![])
            .await?;
        let defined = browser
            .run(&format!("return !!customElements.get('{CHECK}');"), vec![])
            .await?;
        ensure!(defined == false, "Another loader ran.");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_module_that_somebody_changed_does_not_start() -> Result<()> {
    journey("guest-changed", async |browser: &Browser| {
        let host = Host::start()?;
        browser.open(&host.page("plain", Files::Changed)).await?;
        let said = inside(browser, "[role=alert]").await?.text().await?;
        ensure!(
            said.contains(Texts::english().get(keys::page::MISSING)),
            "It says {said}"
        );
        let console = browser.console().await?;
        ensure!(
            console
                .iter()
                .any(|line| line.contains("not the one that was built")),
            "The console has {console:?}"
        );
        Ok(())
    })
    .await
}
