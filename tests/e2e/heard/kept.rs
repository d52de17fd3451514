//! What is kept on the device, and deleting it.

use anyhow::Result;
use partnership_health_check::app::Screen;
use partnership_health_check::app::screen::{Info, Place};
use partnership_health_check::content::keys;
use xtask::browser::Browser;
use xtask::ear::Ear;

use super::{opens, to_button, with_check};
use crate::support::answers::Given;
use crate::support::steps::words;

pub(super) async fn earlier(ear: &mut Ear, browser: &Browser) -> Result<()> {
    with_check(ear, browser, &Given::full()).await?;
    ear.part("What is kept");
    opens(ear, browser, &Screen::Chair(Place::Earlier)).await?;
    ear.press("ctrl+Home")?;
    ear.read_on()?;
    ear.part("A check is deleted and brought back");
    to_button(ear, keys::earlier::DELETE)?;
    ear.press("Return")?;
    ear.until("Tab", words(keys::earlier::YES))?;
    ear.told("Return", words(keys::earlier::DELETED))?;
    ear.until("Tab", words(keys::earlier::UNDO))?;
    ear.told("Return", words(keys::earlier::UNDONE))?;
    Ok(())
}

pub(super) async fn deletion(ear: &mut Ear, browser: &Browser) -> Result<()> {
    with_check(ear, browser, &Given::full()).await?;
    ear.part("Everything is deleted");
    opens(ear, browser, &Screen::Info(Info::Privacy)).await?;
    to_button(ear, keys::delete::ASK)?;
    ear.press("Return")?;
    ear.until("Tab", words(keys::delete::NO))?;
    ear.until("shift+Tab", words(keys::delete::YES))?;
    ear.told("Return", words(keys::notice::DELETED))?;
    ear.press("Down")?;
    ear.press("Up")?;
    Ok(())
}
