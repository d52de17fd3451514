//! The check in somebody else's page.

use anyhow::Result;
use partnership_health_check::content::keys;
use xtask::browser::Browser;
use xtask::ear::Ear;

use crate::guest::inside;
use crate::support::host::{Files, Host};
use crate::support::steps::words;

pub(super) async fn guest(ear: &mut Ear, browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    browser.open(&host.page("plain", Files::Good)).await?;
    inside(browser, ".foot").await?;
    ear.wait()?;
    ear.part("The page around it, and the check in it");
    ear.press("ctrl+Home")?;
    ear.read_on()?;
    ear.part("A check is begun");
    ear.press("ctrl+Home")?;
    ear.until("Tab", words(keys::start::GO))?;
    ear.turn("Return")?;
    ear.until("Tab", "Not true")?;
    ear.press("space")?;
    ear.until("Tab", words(keys::questions::NEXT))?;
    ear.turn("Return")?;
    ear.until("Tab", words(keys::questions::TO_ANSWERS))?;
    ear.turn("Return")?;
    Ok(())
}
