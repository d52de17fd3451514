//! Taking a check.

use anyhow::Result;
use partnership_health_check::content::keys;
use xtask::browser::Browser;
use xtask::ear::Ear;

use super::{begin, headings, problem, to_button, to_link};
use crate::support::steps::words;

/// The shortest way from the start to a result, with one error. `cargo xtask test` hears it, too; so it goes past no text
/// of several lines, which Orca reads as they are broken: with other fonts elsewhere.
pub(super) async fn short(ear: &mut Ear, browser: &Browser) -> Result<()> {
    begin(ear, browser).await?;
    ear.part("The kind of relationship is forgotten");
    to_link(ear, keys::start::GO)?;
    ear.told("Return", problem())?;
    ear.until("Tab", words(keys::start::PROBLEM_KIND))?;
    ear.press("Return")?;
    ear.until("Down", "Another partnership")?;
    ear.press("space")?;
    ear.until("Tab", words(keys::start::GO))?;
    ear.turn("Return")?;
    ear.part("One statement is answered");
    ear.until("Tab", "Not true")?;
    ear.press("space")?;
    ear.until("Tab", words(keys::questions::NEXT))?;
    ear.turn("Return")?;
    ear.until("Tab", words(keys::questions::TO_ANSWERS))?;
    ear.turn("Return")?;
    ear.part("The result");
    to_button(ear, keys::answers::FINISH)?;
    ear.turn("Return")?;
    Ok(())
}

/// The form and the first page of questions, in each way that there is to go about them.
pub(super) async fn whole(ear: &mut Ear, browser: &Browser) -> Result<()> {
    begin(ear, browser).await?;
    ear.part("The start page, read to its end");
    ear.press("ctrl+Home")?;
    ear.read_on()?;
    ear.part("Its headings and landmarks");
    headings(ear)?;
    ear.press("ctrl+Home")?;
    ear.until("m", "Wrapping to top.")?;
    ear.part("The form");
    ear.press("ctrl+Home")?;
    ear.until("Tab", words(keys::start::LENGTH))?;
    ear.until("Tab", words(keys::start::KIND))?;
    ear.until("Down", "Commissioner and provider")?;
    ear.press("space")?;
    ear.until("Down", words(keys::start::SIDE))?;
    ear.until("Down", "Provider")?;
    ear.press("space")?;
    ear.until("Tab", words(keys::start::ABOUT))?;
    ear.press("Return")?;
    ear.until("Tab", words(keys::start::PARTNERSHIP))?;
    ear.until("Tab", words(keys::start::ORGANISATION))?;
    ear.types("Oak Trust")?;
    ear.until("Tab", words(keys::start::GO))?;
    ear.turn("Return")?;
    ear.part("The first page of questions, line by line");
    for _ in 0..24 {
        ear.press("Down")?;
    }
    ear.part("An answer with the space key, one with arrows, one with a number");
    ear.press("ctrl+Home")?;
    ear.until("Tab", "Not true")?;
    ear.until("Down", "Mostly true")?;
    ear.press("space")?;
    ear.until("Tab", "panel")?;
    ear.press("Insert+a")?;
    ear.press("Down")?;
    ear.press("Down")?;
    ear.until("Tab", "panel")?;
    ear.press("Insert+a")?;
    ear.press("4")?;
    ear.part("It is taken back");
    ear.until("Tab", words(keys::questions::CLEAR))?;
    ear.press("space")?;
    ear.part("On, back, and to the answers");
    ear.until("Tab", words(keys::questions::NEXT))?;
    ear.turn("Return")?;
    ear.until("Tab", words(keys::questions::PREVIOUS))?;
    ear.turn("Return")?;
    ear.until("Tab", words(keys::questions::TO_ANSWERS))?;
    ear.turn("Return")?;
    for _ in 0..16 {
        ear.press("Down")?;
    }
    ear.part("The settings are looked at, and an answer");
    to_link(ear, keys::answers::SETUP_TITLE)?;
    ear.turn("Return")?;
    ear.turn("alt+Left")?;
    ear.press("ctrl+Home")?;
    ear.until("k", &format!("{}: ", words(keys::answers::CHANGE)))?;
    // To the statement itself.
    ear.press("Return")?;
    ear.turn("alt+Left")?;
    Ok(())
}
