//! Links in a page that counts its visitors: what its scripts can read of one, at every moment, and when it is gone.

use anyhow::{Result, ensure};
use partnership_health_check::domain::day::Day;
use partnership_health_check::formats::link;
use serde_json::{Value, json};
use xtask::browser::Browser;

use super::{CHECK, from_text, inside, inside_of, press, press_until};
use crate::support::answers::Given;
use crate::support::host::Host;
use crate::support::{address, journey};

const HEAD: &str = include_str!("../../../src/embed/head.js");

/// Looks wherever a script of the page can look. What it finds of the link at which moment is in `seen`.
const TRACKER: &str = "
    window.seen = {};
    window.look = (moment) => {
        const attributes = (root) => [...root.querySelectorAll('*')].flatMap((element) => [
            ...[...element.attributes].map(({ value }) => value),
            ...(element.shadowRoot ? attributes(element.shadowRoot) : []),
        ]);
        const places = {
            address: location.href,
            state: JSON.stringify(history.state),
            attributes: attributes(document).join(' '),
            session: JSON.stringify({ ...sessionStorage }),
            local: JSON.stringify({ ...localStorage }),
            globals: Object.getOwnPropertyNames(window).filter((name) => name !== 'seen')
                .map((name) => { try { return typeof window[name] === 'string' ? window[name] : ''; } catch { return ''; } }).join(' '),
        };
        window.seen[moment] = Object.keys(places).filter((place) => places[place]?.includes(SECRET));
    };";

/// A page with a tracker at every place, and with these lines in its head.
fn page(host: &Host, lines: &str, secret: &str, attributes: &str, head: &str) -> Result<String> {
    let loader = address("embed/partnership-health-check.js")?;
    Ok(host.made(&format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A charity</title>{head}\
         <script>const SECRET = \"{secret}\";{TRACKER} look('before');</script>{lines}\
         <script>look('head');\
         addEventListener('DOMContentLoaded', () => look('parsed'));\
         addEventListener('load', () => {{ look('load'); setTimeout(look, 2000, 'later'); }});\
         addEventListener('visibilitychange', () => look('visibility'));</script>\
         <script async src=\"data:text/javascript,look('async')\"></script>\
         <script defer src=\"data:text/javascript,look('defer')\"></script>\
         <script type=\"module\" src=\"{loader}\"></script>\
         <h1>A charity</h1><{CHECK} {attributes}></{CHECK}>"
    )))
}

fn lines() -> String {
    format!("<script>\n{HEAD}</script>")
}

/// A summary's fragment, and letters of it that stand nowhere else.
fn summary(given: &Given) -> (String, String) {
    let payload = link::encode(&given.summary(Day(20_800)));
    let secret = payload[4..20].to_owned();
    (format!("#{}{payload}", link::PREFIX), secret)
}

async fn look(browser: &Browser, moment: &str) -> Result<Value> {
    browser.run(&format!("look('{moment}');"), vec![]).await?;
    Ok(from_text(browser, "return JSON.stringify(window.seen);").await?[moment].clone())
}

async fn is_shown(browser: &Browser) -> Result<()> {
    inside(browser, ".banner__name").await.map(drop)
}

async fn is_at_the_start(browser: &Browser) -> Result<()> {
    inside(browser, ".start__go").await?;
    let shown =
        "return document.querySelector(arguments[0]).shadowRoot.querySelector('.banner__name') === null;";
    let none = browser.run(shown, vec![json!(CHECK)]).await?;
    ensure!(none == true, "The summary is shown.");
    Ok(())
}

async fn elsewhere_and_back(browser: &Browser, host: &Host) -> Result<()> {
    browser
        .open(&host.made("<!doctype html><title>Elsewhere</title>"))
        .await?;
    browser.client().back().await?;
    Ok(())
}

/// Deletes everything, at the end of the page about privacy.
async fn delete(browser: &Browser) -> Result<()> {
    press_until(browser, ".foot a[href='#privacy']", "#phc-delete-ask").await?;
    press_until(browser, "#phc-delete-ask", "#phc-delete .button--danger").await?;
    press_until(browser, "#phc-delete .button--danger", ".start__go").await
}

#[tokio::test]
async fn with_two_lines_in_its_head_no_script_of_the_page_meets_a_link() -> Result<()> {
    journey("guest-tracked", async |browser: &Browser| {
        let host = Host::start()?;
        let (fragment, secret) = summary(&Given::full());
        browser.slow_down().await?;
        let page = page(&host, &lines(), &secret, "", "")?;
        browser.open(&format!("{page}{fragment}")).await?;
        is_shown(browser).await?;
        browser
            .wait("two seconds after load", "return !!window.seen.later;", vec![])
            .await?;
        look(browser, "shown").await?;
        let seen = from_text(browser, "return JSON.stringify(window.seen);").await?;
        let seen = seen.as_object().expect("an object");
        for moment in [
            "before", "head", "async", "defer", "parsed", "load", "later", "shown",
        ] {
            let wanted = if moment == "before" {
                json!(["address"])
            } else {
                json!([])
            };
            ensure!(seen.get(moment) == Some(&wanted), "{moment}: {seen:?}");
        }
        // What the document says of the page's own entry is so.
        let entry = browser
            .run(
                "return performance.getEntriesByType('navigation')[0].name;",
                vec![],
            )
            .await?;
        ensure!(
            entry.to_string().contains(&secret),
            "The navigation entry is {entry}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_the_lines_the_loader_takes_it_before_the_rest_comes() -> Result<()> {
    journey("guest-tracked-late", async |browser: &Browser| {
        let host = Host::start()?;
        let (fragment, secret) = summary(&Given::full());
        let page = page(&host, "", &secret, "", "")?;
        browser.open(&format!("{page}{fragment}")).await?;
        is_shown(browser).await?;
        browser
            .wait("two seconds after load", "return !!window.seen.later;", vec![])
            .await?;
        let seen = from_text(browser, "return JSON.stringify(window.seen);").await?;
        ensure!(
            seen["head"] == json!(["address"]),
            "The lines are of no use: {seen}"
        );
        for moment in ["parsed", "load", "later"] {
            ensure!(seen[moment] == json!([]), "{moment}: {seen}");
        }
        // A link that is followed while the page is open.
        let (other, _) = summary(&Given::quick());
        browser
            .run("location.hash = arguments[0];", vec![json!(other)])
            .await?;
        browser
            .wait(
                "the link out of the address",
                "return !location.hash.includes('phc');",
                vec![],
            )
            .await?;
        is_shown(browser).await
    })
    .await
}

#[tokio::test]
async fn loading_again_and_back_show_a_link_until_it_is_deleted() -> Result<()> {
    journey("guest-link-kept", async |browser: &Browser| {
        let host = Host::start()?;
        let (fragment, secret) = summary(&Given::full());
        let page = page(&host, &lines(), &secret, "", "")?;
        browser.open(&format!("{page}{fragment}")).await?;
        is_shown(browser).await?;
        for _ in 0..2 {
            browser.client().refresh().await?;
            is_shown(browser).await?;
            ensure!(
                look(browser, "again").await? == json!([]),
                "After loading again it is seen."
            );
            elsewhere_and_back(browser, &host).await?;
            is_shown(browser).await?;
            ensure!(
                look(browser, "back").await? == json!([]),
                "After Back it is seen."
            );
        }
        delete(browser).await?;
        let state = browser.run("return history.state;", vec![]).await?;
        ensure!(state.is_null(), "The history entry holds {state}");
        is_at_the_start(browser).await?;
        browser.client().refresh().await?;
        is_at_the_start(browser).await?;
        elsewhere_and_back(browser, &host).await?;
        is_at_the_start(browser).await?;
        let left = browser
            .run("return [sessionStorage.length, localStorage.length];", vec![])
            .await?;
        ensure!(left == json!([0, 0]), "Left in the stores: {left}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_new_start_forgets_the_link() -> Result<()> {
    journey("guest-link-left", async |browser: &Browser| {
        let host = Host::start()?;
        let (fragment, secret) = summary(&Given::full());
        let attributes = "kind=grant length=quick side=second";
        let page = page(&host, &lines(), &secret, attributes, "")?;
        browser.open(&format!("{page}{fragment}")).await?;
        is_shown(browser).await?;
        press_until(browser, ".banner .acts .button", ".start__go").await?;
        press_until(browser, ".start__go", ".questions").await?;
        browser.client().refresh().await?;
        is_at_the_start(browser).await?;
        ensure!(
            look(browser, "left").await? == json!([]),
            "It is still somewhere."
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn deleting_in_one_check_of_a_page_forgets_the_link_of_another() -> Result<()> {
    journey("guest-link-two", async |browser: &Browser| {
        let host = Host::start()?;
        let (fragment, secret) = summary(&Given::full());
        let second = format!("></{CHECK}><{CHECK} id=\"other\" storage-key=\"other\" loading=eager");
        let page = page(&host, &lines(), &secret, &second, "")?;
        browser.open(&format!("{page}{fragment}")).await?;
        is_shown(browser).await?;
        for (selector, appears) in [
            (".foot a[href='#privacy']", "#phc-delete-ask"),
            ("#phc-delete-ask", "#phc-delete .button--danger"),
            ("#phc-delete .button--danger", ".start__go"),
        ] {
            let script = format!(
                "const inside = document.querySelector('#other').shadowRoot;
                 if (inside.querySelector(\"{appears}\")) return true;
                 inside.querySelector(\"{selector}\")?.click();
                 return false;"
            );
            // The start has the first of them too, so it is left before.
            inside_of(browser, "#other", selector).await?;
            if appears == ".start__go" {
                super::press_in(browser, "#other", selector).await?;
            }
            browser.wait(appears, &script, vec![]).await?;
        }
        is_at_the_start(browser).await?;
        browser.client().refresh().await?;
        is_at_the_start(browser).await
    })
    .await
}

#[tokio::test]
async fn other_checks_of_the_site_are_deleted_only_if_the_person_says_so() -> Result<()> {
    journey("guest-others", async |browser: &Browser| {
        let host = Host::start()?;
        let page = page(&host, "", "nothing", "kind=grant length=quick side=second", "")?;
        for (button, left) in [(1, json!(["phc.other.record"])), (2, json!([]))] {
            browser.open(&page).await?;
            browser
                .run("localStorage.setItem('phc.other.record', '{}');", vec![])
                .await?;
            press_until(browser, ".start__go", ".questions").await?;
            press_until(browser, ".foot a[href='#privacy']", "#phc-delete-ask").await?;
            press_until(
                browser,
                "#phc-delete-ask",
                "#phc-delete .button--danger + .button--danger",
            )
            .await?;
            press(
                browser,
                &format!("#phc-delete .button--danger:nth-of-type({button})"),
            )
            .await?;
            inside(browser, ".start__go").await?;
            let kept = browser.run("return Object.keys(localStorage);", vec![]).await?;
            ensure!(kept == left, "After button {button}: {kept}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn links_carry_the_canonical_address_or_what_the_page_names() -> Result<()> {
    journey("guest-canonical", async |browser: &Browser| {
        let host = Host::start()?;
        let tokens = "?page_id=7&cid=4711&cs=6f1d2_168&email=ann@example.org&preview_nonce=abc&_gl=1&utm_source=x";
        let base = "return document.querySelector(arguments[0]).shadowRoot.querySelector('.phc-root').dataset.address;";
        let canonical = |address: &str| format!("<link rel=\"canonical\" href=\"{address}\">");
        for (head, attributes, wanted) in [
            (String::new(), "", "{page}"),
            (String::new(), "keep=\"page_id missing\"", "{page}?page_id=7"),
            (canonical("/about/check?lang=cy#top"), "", "{origin}/about/check?lang=cy"),
            (canonical("/check"), "keep=page_id", "{origin}/check?page_id=7"),
            (canonical("https://other.example/check"), "", "{page}"),
            (canonical("javascript:alert(1)"), "", "{page}"),
            (String::new(), "storage-key=team keep=page_id", "{page}?page_id=7#phc-at=team&"),
        ] {
            let page = page(&host, "", "nothing", attributes, &head)?;
            let origin = page.split("/made").next().unwrap_or_default();
            browser.open(&format!("{page}{tokens}")).await?;
            inside(browser, ".start__go").await?;
            let address = browser.run(base, vec![json!(CHECK)]).await?;
            let wanted = wanted.replace("{page}", &page).replace("{origin}", origin);
            ensure!(address == json!(wanted), "{head} {attributes}: {address}, not {wanted}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn languages_named_as_what_every_object_has_are_languages_that_it_does_not_speak() -> Result<()> {
    journey("guest-lang", async |browser: &Browser| {
        let host = Host::start()?;
        for language in ["constructor", "toString", "__proto__", "hasOwnProperty"] {
            let page = page(&host, "", "nothing", &format!("lang={language}"), "")?;
            browser.open(&page).await?;
            let start = inside(browser, ".start__go").await?.text().await?;
            ensure!(
                !start.is_empty() && !start.contains("undefined"),
                "{language}: {start}"
            );
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_fragment_of_two_million_letters_is_no_work() -> Result<()> {
    journey("guest-long", async |browser: &Browser| {
        let host = Host::start()?;
        let around = format!("<script>window.begun = performance.now();</script>{}<script>window.ended = performance.now();</script>", lines());
        let page = page(&host, &around, "nothing", "loading=eager", "")?;
        for (start, again, times) in [("#phc=", "A", 1_900_000), ("#/", "?phc=", 300_000), ("#", "%25", 600_000)] {
            browser.open("about:blank").await?;
            browser
                .run(
                    "const [to, again, times] = arguments; setTimeout(() => { location.href = to + again.repeat(times); });",
                    vec![json!(format!("{page}{start}")), json!(again), json!(times)],
                )
                .await?;
            inside(browser, ".start__go").await?;
            let took = browser.run("return window.ended - window.begun;", vec![]).await?;
            ensure!(took.as_f64().is_some_and(|took| took < 100.0), "{again}: the lines took {took} ms");
        }
        Ok(())
    })
    .await
}
