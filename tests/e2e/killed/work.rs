//! What a person does until the browser is killed, by real presses: answers, finishes, compares, plans, opens files,
//! deletes.

use anyhow::{Context, Result};
use fastrand::Rng;
use partnership_health_check::app::Screen;
use partnership_health_check::app::pages::pages;
use partnership_health_check::app::screen::Info;
use partnership_health_check::content::keys;
use partnership_health_check::domain::answer::Response;
use partnership_health_check::domain::check::Setup;
use partnership_health_check::domain::day::Day;
use serde_json::json;
use tempfile::TempDir;
use xtask::browser::Browser;

use super::ledger::Ledger;
use super::look::{COMPARE, EARLIER, PLAN, called_saved};
use crate::support::answers::{Given, stored};
use crate::support::look::notice;
use crate::support::steps::{at, begin, choose, go, press, step, type_into, words};
use crate::support::tour::take_links;
use crate::two_tabs::link_of;

/// So many things of a kind are enough; then something is deleted.
const MANY: usize = 6;

/// One person at one browser after the other.
pub(super) struct Person<'a> {
    pub(super) ledger: &'a mut Ledger,
    pub(super) chance: &'a mut Rng,
    /// How many things have a name so far: each has its own.
    pub(super) names: &'a mut u32,
}

impl Person<'_> {
    /// Does a few things, and ends as soon as the last one is called saved.
    pub(super) async fn works(&mut self, browser: &Browser) -> Result<()> {
        for _ in 0..self.chance.u8(1..=4) {
            self.does_something(browser).await?;
            // Or the next one comes while this one is on its way.
            if self.chance.bool() {
                self.is_told(browser).await?;
            }
        }
        self.is_told(browser).await
    }

    async fn does_something(&mut self, browser: &Browser) -> Result<()> {
        let in_progress = self.in_progress();
        let finished = self.all("check").len() - usize::from(in_progress.is_some());
        let partners = self.all("partner").len();
        match (self.chance.u8(0..20), in_progress) {
            (0, _) => self.deletes_everything(browser).await,
            (1, Some(name)) => self.deletes_check(browser, &name).await,
            (1 | 2, _) if finished > 0 => {
                let names = self.all("check");
                let name = names[self.chance.usize(..names.len())].clone();
                self.deletes_check(browser, &name).await
            }
            (1 | 3, _) if partners > 0 => self.deletes_comparison(browser).await,
            (4 | 5, Some(name)) => self.finishes(browser, &name).await,
            (6..=8, _) if partners < MANY => self.compares(browser, partners).await,
            (9 | 10, _) if partners > 0 && self.all("step").len() < MANY => self.plans(browser).await,
            (11, _) if self.all("step").len() > 1 => self.removes_step(browser).await,
            (12 | 13, _) if finished < MANY => self.opens_a_file(browser).await,
            (_, Some(name)) => self.answers(browser, &name).await,
            (_, None) if finished < MANY => self.begins(browser).await,
            _ => self.deletes_everything(browser).await,
        }
    }

    /// The things of a kind, by name.
    fn all(&self, kind: &str) -> Vec<String> {
        let prefix = format!("{kind} ");
        let now = self.ledger.now();
        now.keys()
            .filter_map(|name| name.strip_prefix(&prefix))
            .map(str::to_owned)
            .collect()
    }

    fn in_progress(&self) -> Option<String> {
        let progress = words(keys::earlier::PROGRESS);
        let now = self.ledger.now();
        let mut found = now.iter().filter(|(_, is)| *is == progress);
        Some(found.next()?.0.strip_prefix("check ")?.to_owned())
    }

    fn name(&mut self, what: &str) -> String {
        *self.names += 1;
        format!("{what}-{}", self.names)
    }

    pub(super) async fn is_told(&mut self, browser: &Browser) -> Result<()> {
        if !self.ledger.now().is_empty() {
            called_saved(browser).await?;
            self.ledger.is_told();
        }
        Ok(())
    }

    fn setup(partnership: String) -> Setup {
        Setup {
            partnership,
            ..Given::quick().setup
        }
    }

    pub(super) async fn begins(&mut self, browser: &Browser) -> Result<()> {
        let name = self.name("Tea");
        goes(browser, &Screen::Start).await?;
        self.ledger
            .does(format!("check {name}"), words(keys::earlier::PROGRESS));
        begin(browser, &Self::setup(name)).await
    }

    async fn answers(&mut self, browser: &Browser, name: &str) -> Result<()> {
        let pages = pages(&Self::setup(String::new()));
        let number = self.chance.usize(..pages.len());
        let page = Screen::Questions(number);
        goes(browser, &page).await?;
        for _ in 0..self.chance.u8(1..=5) {
            let statements = &pages[number].statements;
            let statement = statements[self.chance.usize(..statements.len())].id();
            let value = Response::ALL[self.chance.usize(..Response::ALL.len())].value();
            self.ledger.does(format!("answer {name} {statement}"), value);
            choose(browser, statement, value).await?;
            if self.chance.bool() {
                self.is_told(browser).await?;
            }
        }
        Ok(())
    }

    async fn finishes(&mut self, browser: &Browser, name: &str) -> Result<()> {
        goes(browser, &Screen::CheckAnswers).await?;
        self.ledger
            .does(format!("check {name}"), words(keys::earlier::FINISHED));
        press(browser, keys::answers::FINISH).await?;
        at(browser, "#result").await
    }

    pub(super) async fn compares(&mut self, browser: &Browser, partners: usize) -> Result<()> {
        goes(browser, &COMPARE).await?;
        let names = [self.name("Alder"), self.name("Birch")];
        for name in &names {
            self.ledger.does(format!("partner {name}"), "");
        }
        take_links(browser, &names.map(|name| link_of(&name)).join("\n")).await?;
        let last = format!(".partners__one:nth-child({})", partners + 2);
        browser.find(&last).await.map(drop)
    }

    async fn plans(&mut self, browser: &Browser) -> Result<()> {
        let number = self.all("step").len();
        goes(browser, &PLAN).await?;
        let name = self.name("Kettle");
        self.ledger.does(format!("step {name}"), "");
        // Named as the partnership of the links.
        self.ledger.does(
            format!("plan {}", Given::full().setup.partnership),
            words(keys::earlier::PLANS),
        );
        type_into(browser, "#step-own", &format!("{name}\u{E007}")).await?;
        browser
            .find(&format!(".planned:nth-child({})", number + 1))
            .await
            .map(drop)
    }

    async fn opens_a_file(&mut self, browser: &Browser) -> Result<()> {
        // A driver adds to the files that were chosen before; a person chooses anew.
        goes(browser, &Screen::Start).await?;
        goes(browser, &EARLIER).await?;
        let name = self.name("Soup");
        let given = Given {
            setup: Self::setup(name.clone()),
            ..Given::quick()
        };
        let folder = TempDir::with_prefix("phc-file-").context("Could not make a folder.")?;
        let file = folder.path().join("checks.json");
        std::fs::write(
            &file,
            stored(vec![given.check(self.chance.u32(1..), Some(Day(20_750)))]),
        )?;
        self.ledger
            .does(format!("check {name}"), words(keys::earlier::FINISHED));
        for statement in given.setup.length.statements(given.setup.kind) {
            if let Some(response) = given.sheet.get(statement) {
                let answer = format!("answer {name} {}", statement.id());
                self.ledger.does(answer, response.value());
            }
        }
        type_into(browser, "#earlier-files", &file.to_string_lossy()).await?;
        line(browser, &name, true).await.map(drop)
    }

    async fn deletes_check(&mut self, browser: &Browser, name: &str) -> Result<()> {
        goes(browser, &EARLIER).await?;
        let button = line(browser, name, true).await?;
        self.ledger.deletes(&format!("check {name}"));
        self.ledger.deletes(&format!("answer {name}"));
        delete(browser, &button).await?;
        line(browser, name, false).await.map(drop)
    }

    async fn deletes_comparison(&mut self, browser: &Browser) -> Result<()> {
        const BUTTON: &str = "return [...document.querySelectorAll('.earlier__group')]
            .find((group) => group.querySelector('h2').textContent === arguments[0])
            ?.querySelector('[id^=phc-delete-]').id;";
        goes(browser, &EARLIER).await?;
        let heading = json!(words(keys::earlier::COMPARISONS));
        let button = browser
            .wait("the comparison on the list", BUTTON, vec![heading])
            .await?;
        for kind in ["partner", "plan", "step"] {
            self.ledger.deletes(kind);
        }
        delete(browser, button.as_str().unwrap_or_default()).await
    }

    async fn removes_step(&mut self, browser: &Browser) -> Result<()> {
        goes(browser, &PLAN).await?;
        let what = browser
            .run(
                "return document.querySelector('.planned [id$=-what]').value;",
                vec![],
            )
            .await?;
        self.ledger
            .deletes(&format!("step {}", what.as_str().unwrap_or_default()));
        browser.click(&step(1, "remove")).await?;
        browser.find("#step-undo:focus").await.map(drop)
    }

    pub(super) async fn deletes_everything(&mut self, browser: &Browser) -> Result<()> {
        goes(browser, &Screen::Info(Info::Privacy)).await?;
        press(browser, keys::delete::ASK).await?;
        self.ledger.deletes("");
        press(browser, keys::delete::YES).await?;
        notice(browser, words(keys::notice::DELETED)).await?;
        self.ledger.is_told();
        Ok(())
    }
}

/// Goes to a screen, unless it is there.
async fn goes(browser: &Browser, screen: &Screen) -> Result<()> {
    if browser.run("return location.hash;", vec![]).await? == json!(screen.fragment()) {
        return Ok(());
    }
    go(browser, screen).await
}

async fn delete(browser: &Browser, button: &str) -> Result<()> {
    browser.click(&format!("#{button}")).await?;
    browser.find("#phc-earlier-question:focus").await?;
    press(browser, keys::earlier::YES).await
}

/// Waits until a check is on the list, or is not. Returns the id of the button that deletes it.
async fn line(browser: &Browser, name: &str, is_there: bool) -> Result<String> {
    const FIND: &str = "
        const line = [...document.querySelectorAll('.earlier__line')]
            .find((line) => line.querySelector('.earlier__name').textContent.startsWith(arguments[0] + ' '));
        return (line !== undefined) === arguments[1] && (line?.querySelector('[id^=phc-delete-]').id ?? 'gone');";
    let arguments = vec![json!(name), json!(is_there)];
    let found = browser
        .wait(&format!("{name} on the list: {is_there}"), FIND, arguments)
        .await?;
    Ok(found.as_str().unwrap_or_default().to_owned())
}
