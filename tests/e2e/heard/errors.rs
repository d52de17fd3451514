//! What goes wrong, and how that is heard.

use anyhow::Result;
use partnership_health_check::app::Screen;
use partnership_health_check::app::screen::Place;
use partnership_health_check::content::keys;
use xtask::browser::Browser;
use xtask::ear::Ear;

use super::{begin, opens, problem, to_button, to_link};
use crate::support::steps::{keep_text, words};

pub(super) async fn errors(ear: &mut Ear, browser: &Browser) -> Result<()> {
    begin(ear, browser).await?;
    ear.part("Neither kind nor side is chosen");
    to_link(ear, keys::start::GO)?;
    ear.told("Return", problem())?;
    ear.until("Tab", words(keys::start::PROBLEM_KIND))?;
    ear.press("Return")?;
    ear.until("Down", "Grant-maker and recipient")?;
    ear.press("space")?;
    ear.until("Tab", words(keys::start::GO))?;
    ear.told("Return", problem())?;
    ear.until("Tab", words(keys::start::PROBLEM_SIDE))?;
    ear.press("Return")?;

    ear.part("Nothing is pasted");
    opens(ear, browser, &Screen::Chair(Place::Compare)).await?;
    to_button(ear, keys::compare::TAKE)?;
    ear.told("Return", words(keys::compare::NOTHING))?;

    ear.part("An address for replies that is none");
    opens(ear, browser, &Screen::Chair(Place::Invite)).await?;
    ear.press("ctrl+Home")?;
    ear.until("Tab", words(keys::invite::REPLY_TO))?;
    ear.types("chair")?;
    ear.until("Tab", words(keys::invite::MAKE))?;
    ear.told("Return", problem())?;

    ear.part("Links that were cut off");
    opens(ear, browser, &Screen::Shared("phc=AQGK".to_owned())).await?;
    ear.press("ctrl+Home")?;
    ear.press("h")?;
    ear.press("Down")?;
    ear.press("Down")?;
    opens(ear, browser, &Screen::Invited("phc-invite=AQGK".to_owned())).await?;
    ear.press("ctrl+Home")?;
    ear.press("h")?;
    ear.press("Down")?;
    ear.press("Down")?;

    ear.part("Saved answers that cannot be read");
    keep_text(browser, "{").await?;
    browser.find(".notice").await?;
    ear.wait()?;
    ear.press("ctrl+Home")?;
    for _ in 0..8 {
        ear.press("Down")?;
    }
    Ok(())
}
