//! The main journeys in Firefox and in WebKit, which is the nearest to Safari that there is here. In Chromium all
//! journeys run; these say whether another engine does anything else.

use std::time::Instant;

use anyhow::{Context, Result};
use xtask::browser::{Browser, Engine, Options, Rules};

use crate::support::journey_as;
use crate::support::steps::afresh;
use crate::{
    axe, compare, entered, files, glance, guest, invited, keyboard, leaves, panic, plan, shared, stores,
    two_tabs, welsh, whole,
};

const OTHERS: [Engine; 2] = [Engine::Firefox, Engine::WebKit];

async fn in_others(name: &str, steps: impl AsyncFn(&Browser) -> Result<()>) -> Result<()> {
    in_these(&OTHERS, name, steps).await
}

async fn in_these(engines: &[Engine], name: &str, steps: impl AsyncFn(&Browser) -> Result<()>) -> Result<()> {
    for &engine in engines {
        let options = Options {
            engine,
            ..Options::default()
        };
        let begun = Instant::now();
        journey_as(&format!("{name}-{engine:?}"), options, &steps)
            .await
            .with_context(|| format!("in {engine:?}"))?;
        println!("{name} in {engine:?}: {} s", begun.elapsed().as_secs());
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
async fn a_check_is_taken_in_welsh() -> Result<()> {
    in_others("welsh", async |browser| {
        welsh::chosen_on_the_way(browser).await.context("on the way")?;
        afresh(browser).await?;
        welsh::whole_check(browser).await
    })
    .await
}

#[tokio::test]
async fn two_tabs_lose_nothing() -> Result<()> {
    in_others("two-tabs", two_tabs::in_turns).await
}

#[tokio::test]
async fn tabs_follow_a_setting() -> Result<()> {
    in_others("settings-elsewhere", two_tabs::settings_elsewhere).await
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
        axe::all_screens(browser, "", Rules::All, &[axe::DESK]).await
    })
    .await
}

/// What one person does: a second check, a link in other hands, an invitation, a plan with its files, checks from before.
#[tokio::test]
async fn what_a_partner_does_works() -> Result<()> {
    in_others("partner", async |browser| {
        shared::second_check(browser).await.context("a second check")?;
        afresh(browser).await?;
        shared::sent_and_read(browser).await.context("a shared link")?;
        afresh(browser).await?;
        shared::back_after_deletion(browser)
            .await
            .context("back after a deletion")?;
        afresh(browser).await?;
        invited::brings_a_summary_back(browser)
            .await
            .context("an invitation")?;
        afresh(browser).await?;
        plan::made_and_handed_on(browser).await.context("a plan")?;
        afresh(browser).await?;
        invited::wheel_as_a_picture(browser).await.context("a picture")?;
        afresh(browser).await?;
        invited::deleted_stays_deleted(browser)
            .await
            .context("checks from before")
    })
    .await
}

/// What whoever chairs does: links, files and forms from paper side by side, a meeting, the partners' plan.
#[tokio::test]
async fn what_the_chair_does_works() -> Result<()> {
    in_others("chair", async |browser| {
        compare::differ(browser, &compare::three_links())
            .await
            .context("a comparison")?;
        afresh(browser).await?;
        glance::from_result_to_plan(browser)
            .await
            .context("from a result to the plan")?;
        afresh(browser).await?;
        plan::meeting_by_keyboard(browser).await.context("a meeting")?;
        afresh(browser).await?;
        files::come_in(browser).await.context("files")?;
        afresh(browser).await?;
        entered::key_by_key(browser).await.context("a form from paper")
    })
    .await
}

#[tokio::test]
async fn stores_that_misbehave_lose_nothing() -> Result<()> {
    in_others("stores", async |browser| {
        stores::refused(browser).await.context("refused")?;
        stores::late_or_silent(browser).await.context("late or silent")?;
        stores::evicted(browser).await.context("evicted")?;
        stores::newer_meanwhile(browser)
            .await
            .context("a newer version")?;
        stores::clock_jumps(browser).await.context("the clock")?;
        stores::back_from_memory(browser).await.context("back")?;
        stores::left_at_once(browser).await.context("left at once")
    })
    .await
}

#[tokio::test]
async fn everything_that_leaves_is_listed() -> Result<()> {
    in_these(&[Engine::Firefox], "leaves", leaves::is_listed).await
}

#[tokio::test]
async fn in_a_frame_without_an_origin_it_works() -> Result<()> {
    in_others("guest-sandbox", async |browser| {
        guest::frame::without_an_origin(browser)
            .await
            .context("the element")?;
        // WebKit takes no file for the own one there: docs/reliability.md.
        if browser.engine() != Engine::WebKit {
            guest::frame::own_page_without_an_origin(browser)
                .await
                .context("the own page")?;
        }
        Ok(())
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
