//! A result, and handing it on.

use anyhow::Result;
use partnership_health_check::app::Screen;
use partnership_health_check::content::keys;
use partnership_health_check::domain::day::Day;
use partnership_health_check::formats::link;
use xtask::browser::Browser;
use xtask::ear::Ear;

use super::{DAY, headings, opens, to_button, to_link, with_check};
use crate::support::answers::Given;
use crate::support::steps::words;

pub(super) async fn result(ear: &mut Ear, browser: &Browser) -> Result<()> {
    with_check(ear, browser, &Given::full()).await?;
    ear.part("The result opens");
    opens(ear, browser, &Screen::Result).await?;
    ear.press("ctrl+Home")?;
    ear.read_on()?;
    ear.part("Its headings");
    headings(ear)?;
    ear.part("Its picture");
    ear.press("ctrl+Home")?;
    ear.press("g")?;
    ear.press("Down")?;
    ear.press("Down")?;
    ear.part("Its table");
    to_button(ear, keys::result::BARS_TABLE)?;
    ear.press("Return")?;
    ear.press("ctrl+Home")?;
    ear.press("t")?;
    for key in ["Down", "Down", "Right", "Right", "Down"] {
        ear.press(&format!("alt+shift+{key}"))?;
    }
    ear.part("The link is copied");
    to_button(ear, keys::share::COPY)?;
    ear.told("Return", words(keys::share::COPIED))?;
    Ok(())
}

pub(super) async fn share(ear: &mut Ear, browser: &Browser) -> Result<()> {
    with_check(ear, browser, &Given::full()).await?;
    opens(ear, browser, &Screen::Result).await?;
    ear.part("From the result to what goes in");
    to_link(ear, keys::share::MORE)?;
    ear.turn("Return")?;
    ear.press("ctrl+Home")?;
    ear.read_on()?;
    ear.part("A name is put in");
    ear.press("ctrl+Home")?;
    ear.until("x", "Name of the partnership")?;
    ear.press("space")?;
    to_button(ear, keys::share::COPY)?;
    ear.told("Return", words(keys::share::COPIED))?;
    ear.part("What the reader sees");
    let summary = Given::full().summary(Day(DAY));
    let fragment = [link::PREFIX, &link::encode(&summary)].concat();
    opens(ear, browser, &Screen::Shared(fragment)).await?;
    ear.press("ctrl+Home")?;
    ear.read_on()?;
    Ok(())
}
