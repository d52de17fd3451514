//! Other programs change what stands on the page: translators, reading aids, extensions. What is shown is the state all
//! the same: each journey is made undisturbed first, and then again while somebody else is at work after every step.

use std::cell::RefCell;

use anyhow::{Context, Result, bail, ensure};
use partnership_health_check::app::Screen;
use partnership_health_check::app::screen::Place;
use partnership_health_check::content::keys;
use serde_json::{Value, json};
use xtask::browser::Browser;

use crate::guest;
use crate::support::answers::Given;
use crate::support::host::{Files, Host};
use crate::support::journey;
use crate::support::look::notice;
use crate::support::slow::SLOW;
use crate::support::steps::{
    answered, at, before_loading, choose, go, keep, keep_text, open, open_about, type_into, words,
};
use crate::support::tour::{summary_link, take_links, tour};

const DAY: u16 = 20_800;

/// Where the check stands: on its own page, or in the tag of a host's.
const OWN: &str = "document.querySelector('#phc')";
const GUEST: &str =
    "document.querySelector('partnership-health-check').shadowRoot.querySelector('.phc-root')";

/// What is read: all words, without what others put around them. Words that others added must be about those beside
/// them.
const SHOWN: &str = "
    const root = ROOT.querySelector('.phc');
    const copy = root.cloneNode(true);
    for (const added of copy.querySelectorAll('.theirs')) {
        const { parentNode, textContent } = added;
        added.remove();
        if (!parentNode.textContent.includes(textContent)) parentNode.append(`stale: ${textContent}`);
    }
    const { activeElement } = root.getRootNode();
    return JSON.stringify([copy.textContent.replace(/[«»]/g, ''), activeElement?.id.replace(/\\d+/, '')]);";

/// All texts that are not changed yet.
const EACH_TEXT: &str = "
    const texts = [];
    const walk = document.createTreeWalker(ROOT, NodeFilter.SHOW_TEXT);
    for (let text = walk.nextNode(); text; text = walk.nextNode())
        if (text.data.trim() && !text.parentNode.matches('font, mark, .theirs')) texts.push(text);
    for (const text of texts) { ACT }";

/// What others do, by what it is.
const HANDS: [(&str, &str); 7] = [
    (
        "a translator that replaces each text",
        "const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.textContent = '«' + text.data + '»';
        outer.append(inner);
        text.replaceWith(outer);",
    ),
    (
        "a translator that writes into each text",
        "text.data = '«' + text.data + '»';",
    ),
    (
        "a reading aid that puts each text into an element",
        "const mark = document.createElement('mark');
        text.replaceWith(mark);
        mark.append(text);",
    ),
    (
        "a reading aid that cuts each text in two",
        "const mark = document.createElement('mark');
        const half = text.splitText(text.length / 2);
        half.before(mark);
        mark.append(half);",
    ),
    (
        "a translator that adds to each text",
        "if (text.nextSibling?.className === 'theirs') continue;
        const added = document.createElement('span');
        added.className = 'theirs';
        added.textContent = text.data;
        text.after(added);",
    ),
    ("a program that joins texts", "ROOT.normalize(); break;"),
    ("an extension that takes texts out", "text.remove();"),
];

fn in_place(script: &str, root: &str) -> String {
    script.replace("ROOT", root)
}

async fn shown(browser: &Browser, root: &str) -> Result<Value> {
    browser.run(&in_place(SHOWN, root), vec![]).await
}

/// Waits until what is shown is what was shown undisturbed.
async fn shows(browser: &Browser, root: &str, expected: &Value, what: &str) -> Result<()> {
    let script =
        in_place(SHOWN, root).replace("return ", "const shown = ") + " return shown === arguments[0];";
    if browser.wait(what, &script, vec![expected.clone()]).await.is_ok() {
        return Ok(());
    }
    let found = shown(browser, root).await?;
    let (found, expected) = (found.to_string(), expected.to_string());
    let same = found
        .chars()
        .zip(expected.chars())
        .take_while(|(one, other)| one == other)
        .count();
    let from = |text: &str| {
        text.chars()
            .skip(same.saturating_sub(60))
            .take(160)
            .collect::<String>()
    };
    bail!(
        "{what}:\n  shown     {}\n  should be {}",
        from(&found),
        from(&expected)
    )
}

/// Waits until what was done is kept, as the line at the top says: how long that takes is a matter of chance. Only where
/// nobody else is at work, who may have copied that line.
async fn settled(browser: &Browser, root: &str) -> Result<()> {
    let settled = in_place("return ROOT.querySelector('[data-kept=pending]') === null;", root);
    let waited = browser.wait("what was done to be kept", &settled, vec![]);
    waited.await.map(drop)
}

/// Somebody who looks after each step, and the hands that are at work then.
#[derive(Default)]
struct Look {
    root: &'static str,
    /// What was shown undisturbed.
    expected: Vec<Value>,
    at: usize,
    hand: Option<(&'static str, &'static str)>,
}

impl Look {
    async fn after(&mut self, browser: &Browser, step: &str) -> Result<()> {
        let pending = in_place(
            "return ROOT.querySelector('.phc:not(:has([data-kept=pending]))') !== null;",
            self.root,
        );
        browser.wait("the answers to be kept", &pending, vec![]).await?;
        let Some((who, act)) = self.hand else {
            settled(browser, self.root).await?;
            self.expected.push(shown(browser, self.root).await?);
            return Ok(());
        };
        let expected = &self.expected[self.at];
        self.at += 1;
        shows(browser, self.root, expected, &format!("{who}, {step}")).await?;
        let script = in_place(EACH_TEXT, self.root).replace("ACT", &in_place(act, self.root));
        browser.run(&script, vec![]).await.map(drop)
    }
}

/// Makes a journey undisturbed, and again with each of these hands at work after every step.
async fn disturbed(
    name: &str,
    root: &'static str,
    hands: &[(&'static str, &'static str)],
    walk: impl AsyncFn(&Browser, &mut Look) -> Result<()>,
) -> Result<()> {
    let look = RefCell::new(Look {
        root,
        ..Look::default()
    });
    for hand in std::iter::once(None).chain(hands.iter().copied().map(Some)) {
        let mut looking = look.take();
        (looking.hand, looking.at) = (hand, 0);
        look.replace(journey_with(name, looking, &walk).await?);
    }
    Ok(())
}

async fn journey_with(
    name: &str,
    look: Look,
    walk: &impl AsyncFn(&Browser, &mut Look) -> Result<()>,
) -> Result<Look> {
    let look = RefCell::new(Some(look));
    journey(name, async |browser: &Browser| {
        let mut looking = look.take().context("A journey is made once.")?;
        walk(browser, &mut looking).await?;
        look.replace(Some(looking));
        Ok(())
    })
    .await?;
    look.take().context("Nobody looked.")
}

#[tokio::test]
async fn whoever_changes_texts_the_state_is_shown() -> Result<()> {
    // A link without its words has no size, so nobody could press it: the last is at work in the host's page alone.
    disturbed("others", OWN, &HANDS[..6], own).await
}

#[tokio::test]
async fn a_translated_page_shows_the_state_on_every_screen() -> Result<()> {
    disturbed("others-tour", OWN, &HANDS[..1], async |browser, look| {
        tour(browser, "", async |step| look.after(browser, step).await).await
    })
    .await
}

#[tokio::test]
async fn a_translated_check_in_a_host_s_page_shows_the_state() -> Result<()> {
    disturbed("others-guest", GUEST, &HANDS, as_guest).await
}

#[tokio::test]
async fn a_translated_check_in_a_frame_shows_the_state() -> Result<()> {
    disturbed("others-frame", OWN, &HANDS[..2], async |browser, look| {
        guest::framed::enter(browser, &Host::start()?).await?;
        beginning(browser, look).await?;
        browser.client().enter_parent_frame().await.map_err(Into::into)
    })
    .await
}

/// What changes in place: sides, counts, names, scores, letters, notices, the plan.
async fn own(browser: &Browser, look: &mut Look) -> Result<()> {
    open(browser, "").await?;
    beginning(browser, look).await?;
    sharing(browser, look).await?;
    comparing(browser, look).await
}

async fn beginning(browser: &Browser, look: &mut Look) -> Result<()> {
    look.after(browser, "start").await?;
    for kind in ["commissioning", "grant", "other", "prime"] {
        choose(browser, "kind", kind).await?;
        look.after(browser, kind).await?;
    }
    choose(browser, "side", "second").await?;
    open_about(browser).await?;
    type_into(browser, "#organisation", "Harbour Hospice").await?;
    browser.click(".start__go").await?;
    at(browser, "#q-1").await?;
    look.after(browser, "questions").await?;
    for (statement, count) in [("A1.1", 1), ("A1.2", 2)] {
        choose(browser, statement, "4").await?;
        answered(browser, count).await?;
        look.after(browser, "an answer").await?;
    }
    browser.click(".statement__clear:not([hidden])").await?;
    answered(browser, 1).await?;
    look.after(browser, "an answer taken back").await?;
    browser.click(".acts .button:not(.button--quiet)").await?;
    at(browser, "#q-2").await?;
    look.after(browser, "the next page").await
}

async fn sharing(browser: &Browser, look: &mut Look) -> Result<()> {
    keep_text(browser, "not what the check wrote").await?;
    notice(browser, words(keys::notice::UNREADABLE)).await?;
    look.after(browser, "a notice").await?;
    browser.click(".notice__close").await?;
    browser.find(".notices:empty").await?;
    look.after(browser, "no notice").await?;

    keep(browser, &Given::full(), DAY).await?;
    go(browser, &Screen::Share).await?;
    look.after(browser, "share").await?;
    for ticked in [":checked", ":not(:checked)"] {
        browser.click("#share-organisation").await?;
        browser.find(&format!("#share-organisation{ticked}")).await?;
        look.after(browser, "a name goes in, or not").await?;
    }
    planning(browser, look).await
}

async fn planning(browser: &Browser, look: &mut Look) -> Result<()> {
    go(browser, &Screen::Chair(Place::Plan)).await?;
    for step in 1..=2 {
        browser.click(".suggestion__take").await?;
        browser.find(&format!(".planned:nth-child({step})")).await?;
        look.after(browser, "a step").await?;
    }
    browser.click(".planned:first-child button[id$=down]").await?;
    look.after(browser, "the steps the other way round").await?;
    browser.click(".planned:first-child button[id$=remove]").await?;
    browser.find("#step-undo:focus").await?;
    look.after(browser, "a step less").await
}

async fn comparing(browser: &Browser, look: &mut Look) -> Result<()> {
    go(browser, &Screen::Chair(Place::Compare)).await?;
    let links = links();
    for (pair, count) in links.chunks(2).zip([2, 4]) {
        take_links(browser, &pair.join("\n")).await?;
        browser
            .find(&format!(".partners__one:nth-child({count})"))
            .await?;
        look.after(browser, "two partners more").await?;
    }
    browser.click("#phc-letters").await?;
    browser.find("#phc-letters:checked").await?;
    look.after(browser, "letters instead of names").await?;
    browser.click("#phc-list").await?;
    browser.find(".people__one").await?;
    look.after(browser, "the list of partners").await?;
    browser.click(".people__one:first-child button").await?;
    browser.find("#phc-undo").await?;
    look.after(browser, "a partner less").await
}

/// Four partners of whom no two say the same.
fn links() -> Vec<String> {
    ["1", "2", "4", "5"]
        .into_iter()
        .zip(["Harbour", "Hill", "Field", "Town"])
        .map(|(response, name)| {
            let mut given = Given::full();
            name.clone_into(&mut given.setup.organisation);
            for statement in ["A1.1", "B1.1", "B1.2", "C2.2"] {
                given.set(statement, response);
            }
            summary_link(&given, DAY)
        })
        .collect()
}

async fn as_guest(browser: &Browser, look: &mut Look) -> Result<()> {
    let host = Host::start()?;
    browser.open(&host.page("plain", Files::Good)).await?;
    guest::inside(browser, ".start__go").await?;
    guest::inside(browser, ".foot").await?;
    look.after(browser, "start").await?;
    for kind in ["commissioning", "prime"] {
        guest::press(browser, &format!("#kind-{kind}")).await?;
        guest::inside(browser, &format!("#kind-{kind}:checked")).await?;
        look.after(browser, kind).await?;
    }
    guest::press(browser, "#side-first").await?;
    guest::press(browser, ".start__go").await?;
    guest::inside(browser, ".questions").await?;
    look.after(browser, "questions").await?;
    for (choice, count) in [("A1.2-4", 1), ("A1.2-2", 1), ("A3.1-4", 2)] {
        guest::press(browser, &format!("[id=\"{choice}\"]")).await?;
        guest::inside(browser, &format!(".phc[data-answered=\"{count}\"]")).await?;
        look.after(browser, "an answer").await?;
    }
    Ok(())
}

/// A translator that works as soon as the browser lets it, after every change.
const AT_ONCE: &str = "
    const turns = new MessageChannel();
    turns.port1.onmessage = () => { if (document.querySelector('#phc .phc')) { TRANSLATE } };
    new MutationObserver(() => turns.port2.postMessage('')).observe(document, { childList: true, characterData: true, subtree: true });";

#[tokio::test]
async fn a_page_that_is_translated_in_the_middle_of_a_change_shows_the_state() -> Result<()> {
    let translate = in_place(EACH_TEXT, OWN).replace("ACT", HANDS[0].1);
    journey("others-at-once", async |browser: &Browser| {
        let script = AT_ONCE.replace("TRANSLATE", &translate);
        before_loading(browser, &[&script, SLOW].concat()).await?;
        open(browser, "").await?;
        choose(browser, "kind", "other").await?;
        browser.click(".start__go").await?;
        at(browser, "#q-1").await?;
        for (count, statement) in (1..).zip(["A1.1", "A1.2", "A1.3"]) {
            choose(browser, statement, "4").await?;
            let shown = "return parseInt(document.querySelector('.answered').textContent.replace(/[«»]/g, '')) === arguments[0];";
            browser.wait("the number of answers", shown, vec![json!(count)]).await?;
        }
        // The link beside its code is a component, which is drawn after the translator has been at work in between.
        keep(browser, &Given::full(), DAY).await?;
        go(browser, &Screen::Share).await?;
        let mut before = Value::Null;
        for _ in 0..3 {
            const BESIDE: &str = "const { href } = document.querySelector('main a[target=_blank]');
                const shown = document.querySelector('.qr__link').textContent.replace(/[«»]/g, '');
                return href !== arguments[0] && shown === href && href;";
            before = browser.wait("the link beside its code", BESIDE, vec![before]).await?;
            browser.click("label[for='share-organisation']").await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn whoever_chairs_on_a_slow_device_sees_the_state_beside_a_translator() -> Result<()> {
    let translate = in_place(EACH_TEXT, OWN).replace("ACT", HANDS[0].1);
    let at_once = [&AT_ONCE.replace("TRANSLATE", &translate), SLOW].concat();
    let mut look = Look {
        root: OWN,
        ..Look::default()
    };
    // Between the steps it does nothing more.
    for (before, hand) in [("", None), (&at_once, Some(("a translator at once", "break;")))] {
        (look.hand, look.at) = (hand, 0);
        look = journey_with(
            "others-chair",
            look,
            &async |browser: &Browser, look: &mut Look| {
                before_loading(browser, before).await?;
                open(browser, "").await?;
                keep(browser, &Given::full(), DAY).await?;
                planning(browser, look).await?;
                comparing(browser, look).await
            },
        )
        .await?;
    }
    Ok(())
}

/// Parts of ours taken out, moved and copied.
const PARTS: &str = "
    const rows = document.querySelectorAll('.matrix__row');
    rows[0].remove();
    document.querySelector('.foot').append(rows[1]);
    rows[2].after(rows[2].cloneNode(true));
    document.querySelector('.partners').replaceChildren('nobody');
    document.querySelector('#phc-title').textContent = 'Something else';";

#[tokio::test]
async fn parts_that_were_taken_out_moved_or_copied_are_set_right_with_the_next_change() -> Result<()> {
    let expected = RefCell::new(Value::Null);
    for script in ["", PARTS] {
        journey("others-parts", async |browser: &Browser| {
            open(browser, "").await?;
            go(browser, &Screen::Chair(Place::Compare)).await?;
            let links = links();
            take_links(browser, &links[..2].join("\n")).await?;
            browser.find(".partners__one:nth-child(2)").await?;
            browser.run(script, vec![]).await?;
            take_links(browser, &links[2..].join("\n")).await?;
            browser.find(".partners__one:nth-child(4)").await?;
            if script.is_empty() {
                settled(browser, OWN).await?;
                expected.replace(shown(browser, OWN).await?);
                return Ok(());
            }
            let expected = expected.borrow().clone();
            shows(browser, OWN, &expected, "parts taken out, moved and copied").await
        })
        .await?;
    }
    Ok(())
}

/// An element put into what it holds, in two turns.
const INSIDE_OUT: &str = "
    const done = arguments[0];
    const outer = document.querySelector('.statement');
    const inner = outer.querySelector('.scale');
    inner.remove();
    setTimeout(() => {
        outer.replaceWith(inner);
        inner.append(outer);
        done();
    });";

#[tokio::test]
async fn parts_that_were_turned_inside_out_are_set_right_with_the_next_change() -> Result<()> {
    journey("others-inside-out", async |browser: &Browser| {
        open(browser, "").await?;
        choose(browser, "kind", "other").await?;
        browser.click(".start__go").await?;
        at(browser, "#q-1").await?;
        browser.run_until_done(INSIDE_OUT, vec![]).await?;
        choose(browser, "A1.3", "4").await?;
        answered(browser, 1).await?;
        browser
            .click(".statement:last-child .statement__clear:not([hidden])")
            .await?;
        answered(browser, 0).await?;
        let in_place = "return document.querySelectorAll('.questions > div > .statement > .scale').length;";
        let found = browser.run(in_place, vec![]).await?;
        ensure!(found == json!(6), "{found} scales are in their place.");
        Ok(())
    })
    .await
}

/// All that can be pressed is taken away, or only looks as if it could be pressed.
#[tokio::test]
async fn a_screen_that_was_taken_out_or_replaced_by_its_copy_works_again() -> Result<()> {
    const HANDS: [&str; 2] = ["part.remove();", "part.replaceWith(part.cloneNode(true));"];
    journey("others-whole", async |browser: &Browser| {
        for hand in HANDS {
            open(browser, "").await?;
            choose(browser, "kind", "other").await?;
            browser.click(".start__go").await?;
            at(browser, "#q-1").await?;
            for part in ["main", ".questions", ".phc"] {
                let script = format!("const part = document.querySelector('#phc {part}'); {hand}");
                browser.run(&script, vec![]).await?;
                let whole = "return document.querySelectorAll('#phc .phc').length === 1
                    && document.querySelectorAll('#phc .statement').length === 3;";
                browser.wait("the screen, once", whole, vec![]).await?;
                for (value, count) in [("4", 1), ("2", 1)] {
                    choose(browser, "A1.3", value).await?;
                    answered(browser, count).await?;
                }
            }
        }
        let host = Host::start()?;
        browser.open(&host.page("plain", Files::Good)).await?;
        guest::begin(browser).await?;
        let script = format!("const part = {GUEST}.querySelector('.screen'); {}", HANDS[1]);
        browser.run(&script, vec![]).await?;
        guest::press_until(browser, "label[for=\"A3.1-4\"]", ".phc[data-answered=\"2\"]").await
    })
    .await
}
