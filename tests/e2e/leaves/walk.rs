//! A walk over all screens, by what stands on them, wherever the check is.

use std::collections::BTreeSet;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use fantoccini::elements::Element;
use partnership_health_check::app::screen::Info;
use partnership_health_check::content::{Key, keys};
use partnership_health_check::domain::comparison::{Comparison, Partner};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::ids::{Kind, Length};
use partnership_health_check::domain::invitation::Invitation;
use partnership_health_check::formats::link;
use serde_json::{Value, json};
use xtask::browser::{Browser, Engine, PATIENCE};

use super::listed::Entry;
use super::{Place, RECORDER, SECRETS, named, strings};
use crate::support::answers::Given;
use crate::support::steps::{nothing_durable, words};
use crate::support::tour::summary_link;

/// Where the screens are: the preview of the builder is a check, too.
const ROOT: &str =
    "const root = document.querySelector('body > partnership-health-check')?.shadowRoot ?? document;";

pub(super) struct Walk<'a> {
    browser: &'a Browser,
    place: Place,
    /// The page that the address bar shows, and the address of the check's files.
    page: &'a str,
    files: &'a str,
    pub(super) seen: BTreeSet<Entry>,
}

impl<'a> Walk<'a> {
    /// Opens the page and waits for the check.
    pub(super) async fn begin(
        browser: &'a Browser,
        place: Place,
        page: &'a str,
        files: &'a str,
    ) -> Result<Self> {
        browser.open(page).await?;
        let walk = Self {
            browser,
            place,
            page,
            files,
            seen: BTreeSet::new(),
        };
        walk.enter().await?;
        walk.find(".foot").await?;
        Ok(walk)
    }

    async fn enter(&self) -> Result<()> {
        if self.place == Place::Frame {
            self.browser.client().enter_frame(0).await?;
        }
        // Where nothing could run before the page's own scripts.
        self.browser.run(RECORDER, vec![]).await.map(drop)
    }

    async fn script(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        self.browser.run(&[ROOT, script].concat(), arguments).await
    }

    async fn wait(&self, what: &str, script: &str, arguments: Vec<Value>) -> Result<Value> {
        self.browser.wait(what, &[ROOT, script].concat(), arguments).await
    }

    async fn find(&self, selector: &str) -> Result<Element> {
        let found = self
            .wait(
                selector,
                "return root.querySelector(arguments[0]);",
                vec![json!(selector)],
            )
            .await?;
        self.element(&found)
    }

    fn element(&self, found: &Value) -> Result<Element> {
        let id = found.as_object().and_then(|found| found.values().next());
        let id = id.and_then(Value::as_str).context("That is no element.")?;
        let client = self.browser.client().clone();
        Ok(Element::from_element_id(client, id.to_owned().into()))
    }

    /// Clicks on what a script finds, as a person does where the driver can.
    async fn click_on(&self, what: &str, script: &str, arguments: Vec<Value>) -> Result<()> {
        const CLICK: &str = "HTMLElement.prototype.click.call(arguments[0]);";
        let view = "arguments[0].scrollIntoView({ block: 'center' });";
        let mut tries = 0..5;
        loop {
            let found = self.wait(what, script, arguments.clone()).await?;
            // The other drivers bring nothing into view in a frame of another site.
            let by_script = self.place == Place::Frame && self.browser.engine() != Engine::Chromium;
            let act = if by_script { CLICK } else { view };
            let done = match self.browser.client().execute(act, vec![found.clone()]).await {
                Ok(_) if !by_script => {
                    let element = self.element(&found)?;
                    // The preview of the builder grows while it starts.
                    match self.browser.still(&element).await {
                        Ok(()) => element.click().await,
                        moved => moved,
                    }
                }
                done => done.map(drop),
            };
            match done {
                Err(error) if error.is_stale_element_reference() && tries.next().is_some() => {}
                done => return done.with_context(|| format!("Could not press {what}.")),
            }
        }
    }

    async fn click(&self, selector: &str) -> Result<()> {
        let script = "return root.querySelector(arguments[0]);";
        self.click_on(selector, script, vec![json!(selector)]).await
    }

    async fn press(&self, key: Key) -> Result<()> {
        let script = "
            for (const part of root.querySelectorAll('details')) part.open = true;
            return [...root.querySelectorAll('button, a')].find(({ textContent }) => textContent.trim() === arguments[0]);";
        self.click_on(words(key), script, vec![json!(words(key))]).await
    }

    async fn fill(&self, selector: &str, text: &str) -> Result<()> {
        let script = "
            const field = root.querySelector(arguments[0]);
            for (const type of ['input', 'change']) {
                field.value = arguments[1];
                field.dispatchEvent(new Event(type, { bubbles: true }));
            }";
        self.find(selector).await?;
        self.script(script, vec![json!(selector), json!(text)])
            .await
            .map(drop)
    }

    /// Follows a link in the check to one of its screens, of which this is a part.
    async fn follow(&mut self, screen: &str, part: &str) -> Result<()> {
        let script = "
            for (const part of root.querySelectorAll('details')) part.open = true;
            return root.querySelector(arguments[0]);";
        let link = format!("a[href='#{screen}']");
        self.click_on(&link, script, vec![json!(link)]).await?;
        self.find(part).await?;
        self.note().await
    }

    /// Opens a link that somebody sent.
    async fn open_link(&mut self, fragment: &str, part: &str) -> Result<()> {
        self.browser
            .run("location.hash = arguments[0];", vec![json!(fragment)])
            .await?;
        self.find(part).await?;
        self.note().await
    }

    /// Presses everything that saves, copies or downloads, until each has done so.
    async fn take_everything(&mut self) -> Result<()> {
        const OFFERS: &str = "
            for (const part of root.querySelectorAll('details')) part.open = true;
            const offers = [...root.querySelectorAll('.phc button')]
                .filter(({ textContent }) => /^(Save|Copy|Download) |[(](CSV|JSON|Markdown)[)]$/.test(textContent.trim()));
            return NUMBER;";
        let count = OFFERS.replace("NUMBER", "offers.length");
        let count = self.script(&count, vec![]).await?.as_u64().unwrap_or_default();
        for number in 0..count {
            let before = self.browser.run("return recorded.length;", vec![]).await?;
            let script = OFFERS.replace("NUMBER", "offers[arguments[0]]");
            self.click_on("what saves or copies", &script, vec![json!(number)])
                .await?;
            self.browser
                .wait(
                    "what was saved or copied",
                    "return recorded.length > arguments[0];",
                    vec![before],
                )
                .await?;
        }
        self.note().await
    }

    /// Takes down what was recorded, and what can be seen at any time.
    async fn note(&mut self) -> Result<()> {
        const HERE: &str = "return [
            ...(window.recorded ?? []).splice(0),
            ['address', location.href],
            ...(document.referrer ? [['referrer', document.referrer]] : []),
            ...(window.name ? [['name of the window', window.name]] : []),
            ...performance.getEntriesByType('resource').map(({ name }) => ['request', name]),
        ];";
        self.take(HERE).await?;
        if self.place == Place::Frame {
            self.browser.client().enter_parent_frame().await?;
            self.take(HERE).await?;
            self.browser.client().enter_frame(0).await?;
        }
        Ok(())
    }

    async fn take(&mut self, script: &str) -> Result<()> {
        let found = self.browser.run(script, vec![]).await?;
        for pair in found.as_array().into_iter().flatten() {
            if let [what, name] = &strings(pair)[..] {
                self.take_down(what, name);
            }
        }
        Ok(())
    }

    fn take_down(&mut self, what: &str, name: &str) {
        if ["data:", "blob:"].iter().any(|kind| name.starts_with(kind)) || name.ends_with("/favicon.ico") {
            return;
        }
        let is_code = what == "clipboard" && !name.starts_with("http");
        let name = if is_code {
            "code".to_owned()
        } else {
            named(name, self.page, self.files)
        };
        self.seen.insert(Entry::new(what, &name, self.place));
    }

    pub(super) async fn over_all_screens(&mut self) -> Result<()> {
        self.check().await.context("a check")?;
        self.plan().await.context("a plan")?;
        self.compare().await.context("a comparison")?;
        self.invite().await.context("an invitation")?;
        for info in Info::ALL {
            self.follow(info.fragment(), ".prose").await?;
        }
        self.links().await.context("links")
    }

    async fn check(&mut self) -> Result<()> {
        const ALL: &str = "
            if (root.querySelector('#phc-picture, .share .button')) return true;
            for (const radio of root.querySelectorAll('input[value=\"4\"], input[value=\"norming\"]')) radio.click();
            root.querySelector('.acts .button:not(.button--quiet)')?.click();
            return false;";
        self.click("label[for=kind-other]").await?;
        for (field, text) in [("#partnership", SECRETS[0]), ("#organisation", SECRETS[1])] {
            self.fill(field, text).await?;
        }
        self.click(".start__go").await?;
        self.find(".questions").await?;
        for tag in ["cy", "en"] {
            self.click(&format!(".foot button[lang={tag}]")).await?;
            self.find(&format!(".phc[lang={tag}] .questions")).await?;
        }
        self.click("details:has(#phc-note) > summary").await?;
        self.fill("#phc-note", SECRETS[2]).await?;
        self.note().await?;
        self.wait("the result", ALL, vec![]).await?;
        self.find(".share .button").await?;
        self.note().await?;
        self.take_everything().await?;
        self.follow("answers", ".answers").await?;
        self.follow("setup", ".settings").await?;
        self.press(keys::answers::SAVE_SETUP).await?;
        self.find(".answers").await?;
        self.press(keys::answers::FINISH).await?;
        self.find(".share .button").await?;
        self.follow("share", "#share-partnership").await?;
        for name in ["share-partnership", "share-organisation"] {
            self.click(&format!("label[for={name}]")).await?;
        }
        self.take_everything().await?;
        self.follow("start", ".checks__entry").await
    }

    async fn plan(&mut self) -> Result<()> {
        self.follow("plan", ".suggestion__take").await?;
        self.click(".suggestion__take").await?;
        self.fill(".planned:nth-child(1) [id$='-owner']", SECRETS[0])
            .await?;
        self.fill(".planned:nth-child(1) [id$='-due']", "2027-01-15")
            .await?;
        self.click("label[for=plan-in-link]").await?;
        self.find(".plan__preview").await?;
        self.take_everything().await
    }

    async fn compare(&mut self) -> Result<()> {
        let links = |days: std::ops::Range<u16>| {
            let link = |day| summary_link(&Given::full(), day);
            days.map(link).collect::<Vec<_>>().join("\n")
        };
        self.follow("compare", "#phc-links").await?;
        self.add(&links(20_000..20_002)).await?;
        self.find(".partners__one:nth-child(2)").await?;
        self.take_everything().await?;
        self.follow("meeting", ".agenda").await?;
        self.follow("compare-plan", ".suggestion__take").await?;
        self.click(".suggestion__take").await?;
        self.find(".planned").await?;
        self.take_everything().await?;
        self.follow("compare", ".matrix__row").await?;
        self.follow("enter-form", "label[for=entry-kind-other]").await?;
        self.click("label[for=entry-length-quick]").await?;
        self.click("label[for=entry-kind-other]").await?;
        self.fill("#entry-name", SECRETS[1]).await?;
        self.press(keys::entry::BEGIN).await?;
        for statement in 2..=14 {
            self.click(".entry__choice:nth-child(2)").await?;
            let next = "return root.querySelector('.entry__place')?.textContent.trim().startsWith(`${arguments[0]} of`) || root.querySelector('.entry__rows');";
            self.wait("the next statement", next, vec![json!(statement)])
                .await?;
        }
        self.press(keys::entry::ADD).await?;
        self.find(".partners__one:nth-child(3)").await?;
        self.note().await?;
        self.follow("earlier", ".earlier__name").await?;
        self.take_everything().await?;
        self.follow("compare", "#phc-links").await?;
        self.add(&links(20_002..20_030)).await?;
        self.find(".table tbody tr:nth-child(13)").await?;
        self.take_everything().await
    }

    async fn add(&self, links: &str) -> Result<()> {
        self.fill("#phc-links", links).await?;
        let script = "root.querySelector('#phc-links').parentElement.querySelector('.acts .button').click();";
        self.script(script, vec![]).await.map(drop)
    }

    async fn invite(&mut self) -> Result<()> {
        self.follow("start", ".checks__entry").await?;
        self.follow("invite", "label[for=invite-kind-other]").await?;
        self.fill("#invite-partnership", SECRETS[0]).await?;
        self.fill("#invite-reply-to", "chair@example.org").await?;
        self.click("label[for=invite-kind-other]").await?;
        self.press(keys::invite::MAKE).await?;
        self.find("#phc-made").await?;
        self.take_everything().await?;
        self.follow("blank-form", ".form").await?;
        if self.place == Place::Inside {
            // There is no builder inside a page.
            return Ok(());
        }
        self.follow("about", ".prose").await?;
        self.follow("builder", ".builder").await?;
        // The preview is a check, which starts when it is seen.
        let preview = "
            const check = root.querySelector('.builder partnership-health-check');
            check?.scrollIntoView();
            return performance.getEntriesByType('resource').some(({ name, responseEnd }) => /embed.phc_second/.test(name) && responseEnd > 0);";
        self.wait("the preview", preview, vec![]).await?;
        self.take_everything().await
    }

    async fn links(&mut self) -> Result<()> {
        let summary = [link::PREFIX, &link::encode(&Given::full().summary(Day(20_800)))].concat();
        let mut comparison = Comparison::new(Day(20_800));
        for (organisation, given) in (0..).zip([Given::full(), Given::quick()]) {
            comparison.partners.push(Partner {
                id: 0,
                label: String::new(),
                organisation,
                summary: given.summary(Day(20_800)),
            });
        }
        let comparison = [
            link::COMPARISON_PREFIX,
            &link::encode_comparison(&comparison, true),
        ]
        .concat();
        let invitation = Invitation {
            partnership: "Tea for all".to_owned(),
            length: Length::Quick,
            kind: Kind::Grant,
            reply_by: Some(Day(20_800)),
            reply_to: "chair@example.org".to_owned(),
            extra: None,
        };
        let invitation = [link::INVITATION_PREFIX, &link::encode_invitation(&invitation)].concat();
        self.open_link(&summary, ".banner__name").await?;
        self.take_everything().await?;
        self.open_link(&comparison, ".matrix__row").await?;
        self.take_everything().await?;
        self.open_link(&invitation, ".terms").await
    }

    /// What the browser keeps by now.
    pub(super) async fn what_is_kept(&mut self) -> Result<()> {
        for (what, name) in self.kept().await? {
            self.take_down(&what, &name);
        }
        Ok(())
    }

    async fn kept(&self) -> Result<Vec<(String, String)>> {
        const KEPT: &str = "
            const done = arguments[0];
            const all = (what, names) => names.map((name) => [what, name]);
            (async () => [
                ...all('localStorage', Object.keys(localStorage)),
                ...all('sessionStorage', Object.keys(sessionStorage)),
                ...all('cookie', document.cookie ? [document.cookie] : []),
                ...all('IndexedDB', (await indexedDB.databases()).map(({ name }) => name)),
                ...all('cache', await window.caches?.keys() ?? []),
                ...all('worker', (await navigator.serviceWorker?.getRegistrations() ?? []).map(({ scope }) => scope)),
            ])().then(done, (error) => done([['fault', String(error)]]));";
        let kept = self.browser.run_until_done(KEPT, vec![]).await?;
        let pairs = kept.as_array().into_iter().flatten();
        Ok(pairs
            .map(strings)
            .filter_map(|pair| <[String; 2]>::try_from(pair).ok())
            .map(|[what, name]| (what, name))
            .collect())
    }

    /// Nothing is left then.
    pub(super) async fn delete_everything(&mut self) -> Result<()> {
        self.follow("privacy", "#phc-delete-ask").await?;
        self.click("#phc-delete-ask").await?;
        self.click("#phc-delete .button--danger").await?;
        self.find(".start__go").await?;
        self.note().await?;
        let end = Instant::now() + PATIENCE;
        loop {
            let mut kept = self.kept().await?;
            // The random numbers of what was deleted stay in the database for two minutes.
            kept.retain(|(what, name)| (what.as_str(), name.as_str()) != ("IndexedDB", "phc"));
            if kept.is_empty() {
                return nothing_durable(self.browser).await;
            }
            ensure!(
                Instant::now() < end,
                "Kept after everything was deleted: {kept:?}"
            );
        }
    }
}
