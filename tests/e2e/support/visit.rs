//! The check in any of its places: its own page, an element in a host's page, and a frame of one. What is done and seen is
//! the same in each.

use anyhow::{Context as _, Result};
use fantoccini::elements::Element;
use partnership_health_check::content::{Key, keys};
use serde_json::{Value, json};
use xtask::browser::Browser;

use super::address;
use super::host::Host;
use super::steps::{forget, local_storage, may_be_left, words};
use crate::guest;

/// Where the parts of the check are, in whichever place.
const ROOT: &str = "
    const root = document.querySelector('partnership-health-check')?.shadowRoot ?? document;
    const isSeen = (part) => part.checkVisibility();
    const wordsOf = (part) => part.textContent.replace(/\\s+/g, ' ').trim();";

/// In the page around a frame, after its own script: what a frame says is heard in order.
const HEAR: &str = "addEventListener('message', ({ data }) => (window.isHeard ||= data === 'heard?'));";

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Place {
    Page,
    Element,
    Frame,
}

/// A browser that visits the check in one of these places.
pub(crate) struct Visit<'a> {
    pub(crate) browser: &'a Browser,
    pub(crate) host: Host,
    pub(crate) place: Place,
}

impl Visit<'_> {
    /// Opens the check as whoever comes with this behind its address.
    pub(crate) async fn load(&self, fragment: &str) -> Result<()> {
        let element = format!(
            "<partnership-health-check loading=\"eager\"></partnership-health-check>\
             <script type=\"module\" src=\"{}embed/partnership-health-check.js\"></script>",
            address("")?
        );
        self.come_to(&address(fragment)?, &element, fragment).await
    }

    /// The same for another page of the same site: there is no program in it.
    async fn come_elsewhere(&self) -> Result<()> {
        self.come_to(&address("embed/integrity.txt")?, "", "").await
    }

    /// Leaves the page for one of the own site, or for one of a host with this inside and this behind its address.
    async fn come_to(&self, own: &str, inside: &str, fragment: &str) -> Result<()> {
        self.leave().await?;
        // An address that differs behind its `#` alone loads nothing.
        self.browser.open("about:blank").await?;
        let framed = format!(
            "<iframe src=\"{own}\" title=\"Partnership health check\" width=\"100%\" height=\"800\" allow=\"clipboard-write; web-share\"></iframe>\
             <script type=\"module\" src=\"{}embed/frame.js\"></script><script>{HEAR}</script>",
            address("")?
        );
        let around = |inside: &str| {
            self.host.made(&format!(
                "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A charity</title><h1>A charity</h1>{inside}"
            ))
        };
        match self.place {
            Place::Page => self.browser.open(own).await,
            Place::Element => self.browser.open(&[&around(inside), fragment].concat()).await,
            Place::Frame => {
                self.browser.open(&around(&framed)).await?;
                self.go_in().await
            }
        }
    }

    /// Leaves the page, if need be by way of the frame in which the check is.
    pub(crate) async fn leave(&self) -> Result<()> {
        may_be_left(self.browser).await?;
        self.browser
            .client()
            .enter_parent_frame()
            .await
            .map_err(Into::into)
    }

    /// Goes into the frame, if that is where the check is.
    pub(crate) async fn go_in(&self) -> Result<()> {
        if self.place == Place::Frame {
            self.browser.client().enter_frame(0).await?;
        }
        Ok(())
    }

    /// Opens the check, and waits until it has started.
    pub(crate) async fn open(&self, fragment: &str) -> Result<()> {
        self.load(fragment).await?;
        self.started().await
    }

    pub(crate) async fn started(&self) -> Result<()> {
        let there =
            "const title = root.querySelector(':is(#phc[data-started], .phc-root) > .phc #phc-title');
            return title !== null && title.textContent !== arguments[0];";
        let loading = vec![json!(words(keys::app::LOADING))];
        self.wait("the check to start", there, loading).await.map(drop)
    }

    /// Nothing is kept here any more.
    pub(crate) async fn wiped(&self) -> Result<()> {
        self.come_elsewhere().await?;
        forget(self.browser).await
    }

    /// Opens the check where nothing is kept.
    pub(crate) async fn open_anew(&self) -> Result<()> {
        self.wiped().await?;
        self.open("").await
    }

    /// Opens the check where this text is all that is kept.
    pub(crate) async fn open_with(&self, kept: &str) -> Result<()> {
        self.wiped().await?;
        let keep = "localStorage.setItem('phc.record', arguments[0]);";
        self.run(keep, vec![json!(kept)]).await?;
        self.open("").await
    }

    /// Runs a script first in each page that is opened while something is done.
    pub(crate) async fn with_first(
        &self,
        script: &str,
        doing: impl AsyncFnOnce() -> Result<()>,
    ) -> Result<()> {
        let source = json!({ "source": script });
        let [add, remove] = ["add", "remove"].map(|act| format!("Page.{act}ScriptToEvaluateOnNewDocument"));
        let added = self.browser.devtools(&add, source).await?;
        let done = doing().await;
        let removed = self.browser.devtools(&remove, added).await;
        done.and(removed.map(drop))
    }

    pub(crate) async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        self.browser.run(&[ROOT, script].concat(), arguments).await
    }

    pub(crate) async fn wait(&self, what: &str, script: &str, arguments: Vec<Value>) -> Result<Value> {
        self.browser.wait(what, &[ROOT, script].concat(), arguments).await
    }

    pub(crate) async fn find(&self, selector: &str) -> Result<Element> {
        let script = "return root.querySelector(arguments[0]);";
        let found = self.wait(selector, script, vec![json!(selector)]).await?;
        guest::element(self.browser, &found)
    }

    pub(crate) async fn press(&self, selector: &str) -> Result<()> {
        self.press_at("return root.querySelector(arguments[0]);", selector)
            .await
    }

    /// Goes to another screen, and waits until its heading or a notice has the focus.
    pub(crate) async fn follow(&self, selector: &str) -> Result<()> {
        const TITLE: &str = "return root.querySelector('#phc-title').textContent;";
        const SHOWN: &str = "
            const title = root.querySelector('#phc-title').textContent;
            return ![...arguments].includes(title) && root.querySelector(':is(#phc-title, #phc-notice):focus') !== null;";
        let before = self.run(TITLE, vec![]).await?;
        self.press(selector).await?;
        let others = vec![before, json!(words(keys::app::LOADING))];
        self.wait(&format!("the screen of “{selector}”"), SHOWN, others)
            .await?;
        self.settled().await
    }

    /// Waits until the page around a frame has heard what the frame said: it brings a new screen into view.
    pub(crate) async fn settled(&self) -> Result<()> {
        const HEARD: &str = "const { isHeard } = window; window.isHeard = false; return isHeard;";
        if self.place != Place::Frame {
            return Ok(());
        }
        self.run("parent.postMessage('heard?', '*');", vec![]).await?;
        self.browser.client().enter_parent_frame().await?;
        self.wait("the page around the frame", HEARD, vec![]).await?;
        self.go_in().await
    }

    /// Presses the button or follows the link with these words.
    pub(crate) async fn press_words(&self, key: Key) -> Result<()> {
        let named =
            "return [...root.querySelectorAll('button, a')].find((it) => wordsOf(it) === arguments[0]);";
        self.press_at(named, words(key)).await
    }

    async fn press_at(&self, script: &str, argument: &str) -> Result<()> {
        // It may be drawn anew after it was found. The tool scrolls no boxes around a shadow root.
        let center = "arguments[0].scrollIntoView({ block: 'center' });";
        let mut tries = 0..5;
        loop {
            let found = self.wait(argument, script, vec![json!(argument)]).await?;
            let button = guest::element(self.browser, &found)?;
            let scrolled = self.browser.client().execute(center, vec![found]).await;
            let pressed = match scrolled {
                Ok(_) => button.click().await,
                Err(error) => Err(error),
            };
            match pressed {
                Err(error) if error.is_stale_element_reference() && tries.next().is_some() => {}
                pressed => return pressed.with_context(|| format!("Could not press “{argument}”.")),
            }
        }
    }

    /// Puts a text into a field, which keeps the focus: that it changed is not said before it is left.
    pub(crate) async fn write(&self, field: &str, text: &str) -> Result<()> {
        const WRITE: &str = "
            const field = root.querySelector(arguments[0]);
            const fold = field.closest('details');
            if (fold) fold.open = true;
            field.focus();
            field.value = arguments[1];
            field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));";
        self.find(field).await?;
        let arguments = vec![json!(field), json!(text)];
        self.run(WRITE, arguments).await.map(drop)
    }

    /// Presses as programs do, so that the focus stays where it is.
    pub(crate) async fn press_by_script(&self, key: Key) -> Result<()> {
        const PRESS: &str =
            "[...root.querySelectorAll('button')].find((it) => wordsOf(it) === arguments[0]).click();";
        self.run(PRESS, vec![json!(words(key))]).await.map(drop)
    }

    /// Waits until a part with these words is in sight.
    pub(crate) async fn says(&self, selector: &str, key: Key) -> Result<()> {
        self.shows(selector, words(key)).await
    }

    /// The same with other words than a key's.
    pub(crate) async fn shows(&self, selector: &str, text: &str) -> Result<()> {
        let script = "return [...root.querySelectorAll(arguments[0])].some((it) => isSeen(it) && wordsOf(it).includes(arguments[1]));";
        let arguments = vec![json!(selector), json!(text)];
        self.wait(&format!("“{text}”"), script, arguments).await.map(drop)
    }

    /// What parts that are in sight say.
    pub(crate) async fn texts(&self, selector: &str) -> Result<Vec<String>> {
        let script = "return [...root.querySelectorAll(arguments[0])].filter(isSeen).map(wordsOf);";
        let found = self.run(script, vec![json!(selector)]).await?;
        Ok(serde_json::from_value(found)?)
    }

    /// Begins the check and gives the first answer.
    pub(crate) async fn begin(&self) -> Result<()> {
        for selector in ["label[for=length-quick]", "label[for=kind-other]"] {
            self.press(selector).await?;
        }
        self.follow(".start__go").await?;
        self.press("label[for='A1.2-4']").await?;
        self.find(".phc[data-answered='1']").await.map(drop)
    }

    /// What a field holds.
    pub(crate) async fn value(&self, selector: &str) -> Result<String> {
        let value = self.find(selector).await?.prop("value").await?;
        Ok(value.unwrap_or_default())
    }

    /// Types into a field, or chooses a file for one.
    pub(crate) async fn type_into(&self, selector: &str, text: &str) -> Result<()> {
        let typed = self.find(selector).await?.send_keys(text).await;
        typed.with_context(|| format!("Could not type into “{selector}”."))
    }

    /// What is kept under a key.
    pub(crate) async fn kept(&self, key: &str) -> Result<String> {
        let kept = local_storage(self.browser).await?;
        Ok(kept[key].as_str().unwrap_or_default().to_owned())
    }
}
