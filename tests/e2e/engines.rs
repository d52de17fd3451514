//! The main journeys in Firefox and in WebKit, which is the nearest to Safari that there is here. In Chromium all
//! journeys run; these say whether another engine does anything else.

use anyhow::{Context, Result};
use xtask::browser::{Browser, Engine, Options};

use crate::support::journey_as;
use crate::{axe, guest, keyboard, panic, two_tabs, whole};

const OTHERS: [Engine; 2] = [Engine::Firefox, Engine::WebKit];

async fn in_others(name: &str, steps: impl AsyncFn(&Browser) -> Result<()>) -> Result<()> {
    for engine in OTHERS {
        let options = Options {
            engine,
            ..Options::default()
        };
        journey_as(&format!("{name}-{engine:?}"), options, &steps)
            .await
            .with_context(|| format!("in {engine:?}"))?;
    }
    Ok(())
}

#[tokio::test]
async fn a_check_is_taken_from_start_to_link() -> Result<()> {
    in_others("whole", async |browser| {
        whole::full_check(browser).await?;
        whole::copy_in_one_press(browser).await?;
        whole::back_and_forward(browser).await
    })
    .await
}

#[tokio::test]
async fn a_check_is_taken_by_keyboard_alone() -> Result<()> {
    in_others("keyboard", keyboard::by_keyboard_alone).await
}

#[tokio::test]
async fn two_tabs_lose_nothing() -> Result<()> {
    in_others("two-tabs", two_tabs::in_turns).await
}

#[tokio::test]
async fn two_tabs_lose_no_partner() -> Result<()> {
    in_others("two-tabs-compare", two_tabs::partners_in_turns).await
}

#[tokio::test]
async fn after_a_panic_the_check_is_open_again() -> Result<()> {
    in_others("panicked", panic::goes_on).await
}

#[tokio::test]
async fn no_screen_shuts_anyone_out() -> Result<()> {
    in_others("axe", async |browser| {
        axe::all_screens(browser, &[axe::DESK]).await
    })
    .await
}

#[tokio::test]
async fn it_is_a_good_guest() -> Result<()> {
    in_others("guest", guest::pages::is_good).await
}

#[tokio::test]
async fn a_link_opens_a_guest() -> Result<()> {
    in_others("guest-link", guest::links::opens).await
}

#[tokio::test]
async fn a_frame_is_as_high_as_the_check() -> Result<()> {
    in_others("guest-frame", guest::frame::fits).await
}

#[tokio::test]
async fn a_check_that_is_moved_keeps_the_place_of_the_reader() -> Result<()> {
    in_others("guest-place", guest::life::keeps_the_place_of_the_reader).await
}

#[tokio::test]
async fn settings_hold_whatever_happens_while_it_starts() -> Result<()> {
    in_others("guest-settings", guest::settings::hold).await
}
