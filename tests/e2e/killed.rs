//! The whole browser is killed right after "Saved": everything is there when it starts again.

use anyhow::{Context, Result, ensure};
use partnership_health_check::content::keys;
use partnership_health_check::domain::ids::{Kind, Length};
use tempfile::TempDir;
use xtask::browser::Browser;

use crate::support::answers::Given;
use crate::support::look::chosen;
use crate::support::steps::{answer, answered, at, begin, open, press, saved};

const KILLS: usize = 5;

#[tokio::test]
async fn nothing_that_was_saved_is_lost_when_the_browser_is_killed() -> Result<()> {
    let profile = TempDir::with_prefix("phc-killed-").context("Could not make a profile folder.")?;
    let given = Given::quick();
    let statements = Length::Quick.statements(Kind::Other);
    // Five statements a kill would take more than there are: each round answers one more.
    for round in 0..=KILLS {
        let browser = Browser::start_with_profile(profile.path()).await?;
        open(&browser, "").await?;
        if round == 0 {
            begin(&browser, &given.setup).await?;
        } else {
            press(&browser, keys::checks::GO_ON).await?;
            at(&browser, "#q-1").await?;
            answered(&browser, round).await?;
            let there = chosen(&browser).await?;
            for statement in statements.iter().take(round.min(4)) {
                let expected = given.sheet.get(*statement).map(|response| response.value());
                ensure!(
                    there[statement.id()].as_str() == expected,
                    "After kill {round}, {} is {}",
                    statement.id(),
                    there[statement.id()]
                );
            }
        }
        if round == KILLS {
            return browser.close().await;
        }
        let statement = statements[round];
        if round == 4 {
            press(&browser, keys::questions::NEXT).await?;
            at(&browser, "#q-2").await?;
        }
        answer(
            &browser,
            statement,
            given.sheet.get(statement).context("A blank.")?,
        )
        .await?;
        answered(&browser, round + 1).await?;
        saved(&browser).await?;
        browser.kill()?;
    }
    Ok(())
}
