//! What whoever chairs does: an invitation, a comparison, a plan, a meeting.

use anyhow::Result;
use partnership_health_check::app::Screen;
use partnership_health_check::app::screen::Place;
use partnership_health_check::content::keys;
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::ids::{Kind, Length};
use partnership_health_check::domain::invitation::Invitation;
use partnership_health_check::formats::link;
use xtask::browser::Browser;
use xtask::ear::Ear;

use super::{DAY, begin, headings, opens, to_button, to_link, with_check};
use crate::compare::three_links;
use crate::support::answers::Given;
use crate::support::steps::{paste_into, spoken, words};
use crate::support::tour::take_links;

pub(super) async fn invitation(ear: &mut Ear, browser: &Browser) -> Result<()> {
    begin(ear, browser).await?;
    ear.part("It is made");
    opens(ear, browser, &Screen::Chair(Place::Invite)).await?;
    ear.press("ctrl+Home")?;
    ear.until("Tab", words(keys::start::KIND))?;
    ear.until("Down", "Another partnership")?;
    ear.press("space")?;
    to_button(ear, keys::invite::MAKE)?;
    ear.press("Return")?;
    for _ in 0..8 {
        ear.press("Down")?;
    }
    to_button(ear, keys::invite::COPY)?;
    ear.told("Return", words(keys::share::COPIED))?;
    ear.part("A partner opens it");
    let invitation = Invitation {
        partnership: "Tea for all".to_owned(),
        length: Length::Quick,
        kind: Kind::Other,
        reply_by: Some(Day(DAY)),
        reply_to: "chair@example.org".to_owned(),
        extra: None,
    };
    let fragment = [link::INVITATION_PREFIX, &link::encode_invitation(&invitation)].concat();
    opens(ear, browser, &Screen::Invited(fragment)).await?;
    ear.press("ctrl+Home")?;
    ear.read_on()?;
    ear.press("ctrl+Home")?;
    ear.until("Tab", words(keys::start::GO))?;
    ear.turn("Return")?;
    Ok(())
}

pub(super) async fn comparison(ear: &mut Ear, browser: &Browser) -> Result<()> {
    begin(ear, browser).await?;
    ear.part("Three links are pasted");
    opens(ear, browser, &Screen::Chair(Place::Compare)).await?;
    ear.press("ctrl+Home")?;
    ear.press("e")?;
    paste_into(browser, "#phc-links", &three_links().join("\n")).await?;
    to_button(ear, keys::compare::TAKE)?;
    ear.told("Return", &spoken().count(keys::compare::ADDED, 3))?;
    ear.part("Its headings");
    headings(ear)?;
    ear.part("Read to the end");
    ear.press("ctrl+Home")?;
    ear.read_on()?;
    ear.part("A row of the matrix is opened");
    ear.press("ctrl+Home")?;
    ear.until("b", "Shared purpose")?;
    ear.press("Return")?;
    for _ in 0..6 {
        ear.press("Down")?;
    }
    ear.part("Cell by cell");
    ear.press("ctrl+Home")?;
    ear.until("t", words(keys::compare::NUMBERS))?;
    for key in ["Down", "Down", "Right", "Right", "Right"] {
        ear.press(&format!("alt+shift+{key}"))?;
    }
    ear.part("Its link is copied");
    to_button(ear, keys::compare::COPY)?;
    ear.told("Return", words(keys::share::COPIED))?;
    ear.part("The last change is undone");
    to_button(ear, keys::compare::UNDO)?;
    ear.told("Return", words(keys::compare::SAID_UNDONE))?;
    Ok(())
}

pub(super) async fn plan(ear: &mut Ear, browser: &Browser) -> Result<()> {
    with_check(ear, browser, &Given::full()).await?;
    ear.part("A step is taken");
    opens(ear, browser, &Screen::Chair(Place::Plan)).await?;
    to_button(ear, keys::plan::TAKE)?;
    ear.told("Return", &added(1))?;
    ear.types("Ann")?;
    ear.press("Insert+a")?;
    to_button(ear, keys::plan::TAKE)?;
    ear.told("Return", &added(2))?;
    ear.press("Insert+a")?;
    ear.part("It is read to its end");
    ear.press("ctrl+Home")?;
    ear.read_on()?;
    ear.part("A step is moved, removed and put back");
    to_button(ear, keys::plan::DOWN)?;
    ear.told("Return", &moved(2, 2))?;
    to_button(ear, keys::plan::REMOVE)?;
    ear.told("Return", words(keys::plan::SAID_REMOVED))?;
    to_button(ear, keys::plan::PUT_BACK)?;
    ear.told("Return", words(keys::plan::SAID_PUT_BACK))?;
    Ok(())
}

fn added(place: usize) -> String {
    spoken().fill(keys::plan::SAID_ADDED, &[("n", &place.to_string())])
}

fn moved(place: usize, all: usize) -> String {
    let (place, all) = (place.to_string(), all.to_string());
    spoken().fill(keys::plan::SAID_MOVED, &[("n", &place), ("all", &all)])
}

pub(super) async fn meeting(ear: &mut Ear, browser: &Browser) -> Result<()> {
    begin(ear, browser).await?;
    with_partners(ear, browser).await?;
    ear.part("Before it begins");
    opens(ear, browser, &Screen::Chair(Place::Meeting)).await?;
    ear.press("ctrl+Home")?;
    ear.read_on()?;
    ear.part("The first subject");
    to_button(ear, keys::meeting::NEXT)?;
    ear.turn("Return")?;
    for _ in 0..10 {
        ear.press("Down")?;
    }
    ear.part("The timer");
    // Before it runs: how long a listener takes to get there does not matter.
    to_button(ear, keys::meeting::CLOCK_ASK)?;
    ear.told("Return", words(keys::meeting::TIME_NONE))?;
    to_button(ear, keys::meeting::CLOCK_START)?;
    ear.press("Return")?;
    to_button(ear, keys::meeting::CLOCK_STOP)?;
    ear.press("Return")?;
    ear.part("Page by page");
    to_button(ear, keys::meeting::NEXT)?;
    ear.turn("Return")?;
    to_button(ear, keys::meeting::PREVIOUS)?;
    ear.turn("Return")?;
    to_link(ear, keys::navigation::PARTNERS)?;
    ear.turn("Return")?;
    Ok(())
}

/// Puts three partners side by side, without listening.
async fn with_partners(ear: &mut Ear, browser: &Browser) -> Result<()> {
    crate::support::steps::go(browser, &Screen::Chair(Place::Compare)).await?;
    take_links(browser, &three_links().join("\n")).await?;
    browser.find(".partners__one:nth-child(3)").await?;
    ear.wait()
}
