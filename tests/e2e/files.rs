//! Files that whoever chairs was sent: chosen in the browser's own window, or dropped.

use anyhow::{Result, ensure};
use partnership_health_check::app::Screen;
use partnership_health_check::app::screen::Place;
use partnership_health_check::content::keys;
use partnership_health_check::domain::comparison::{Comparison, Partner};
use partnership_health_check::domain::day::Day;
use partnership_health_check::formats::export::json;
use partnership_health_check::formats::link::encode;
use serde_json::json;
use xtask::browser::Browser;

use crate::support::answers::Given;
use crate::support::journey;
use crate::support::look::texts;
use crate::support::steps::{go, keep, open, press};

const DAY: u16 = 20_750;

/// The browser is asked how it writes numbers, once the program has more to do than to begin.
#[tokio::test]
async fn where_fractions_begin_with_a_comma_a_table_has_semicolons() -> Result<()> {
    journey("files-comma", async |browser: &Browser| {
        for (locale, head) in [("en-GB", "respondent,length,"), ("de-DE", "respondent;length;")] {
            browser
                .devtools("Emulation.setLocaleOverride", json!({ "locale": locale }))
                .await?;
            open(browser, "").await?;
            keep(browser, &Given::full(), DAY).await?;
            go(browser, &Screen::Share).await?;
            browser
                .run(
                    "for (const part of document.querySelectorAll('details')) part.open = true;",
                    vec![],
                )
                .await?;
            let (name, bytes) = browser.saved_file(press(browser, keys::picture::CSV)).await?;
            let text = String::from_utf8(bytes)?;
            ensure!(
                text.trim_start_matches('\u{FEFF}').starts_with(head),
                "{locale}, {name}: {text}"
            );
            browser.devtools("Emulation.setLocaleOverride", json!({})).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn files_come_in_chosen_and_dropped() -> Result<()> {
    journey("compare-files", come_in).await
}

pub(crate) async fn come_in(browser: &Browser) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let summary_of = |name: &str| {
        let mut given = Given::full();
        name.clone_into(&mut given.setup.organisation);
        given.summary(Day(DAY))
    };
    let mut comparison = Comparison::new(Day(DAY));
    for (organisation, name) in (0..).zip(["The council", "Harbour Hospice"]) {
        comparison.partners.push(Partner {
            id: 0,
            label: String::new(),
            organisation,
            summary: summary_of(name),
        });
    }
    let file = folder.path().join("comparison.json");
    std::fs::write(&file, json::comparison(&comparison, true))?;
    let letter = folder.path().join("letter.txt");
    let mut quick = Given::quick();
    "The food bank".clone_into(&mut quick.setup.organisation);
    let link = format!("https://example.org/#phc={}", encode(&quick.summary(Day(DAY))));
    std::fs::write(&letter, format!("Dear Ann,\n> <{link}>\n"))?;

    open(browser, "").await?;
    go(browser, &Screen::Chair(Place::Compare)).await?;
    let field = browser.find("#phc-files").await?;
    let paths = [&file, &letter].map(|path| path.to_string_lossy().into_owned());
    field.send_keys(&paths.join("\n")).await?;
    browser.find(".partners__one:nth-child(3)").await?;
    let names = texts(browser, ".partners__one bdi").await?;
    ensure!(
        names == ["The council", "Harbour Hospice", "The food bank"],
        "{names:?}"
    );

    let drop = "
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(arguments, 'letter.txt', { type: 'text/plain' }));
        document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));";
    let dropped = format!("#phc={}", encode(&summary_of("The church")));
    browser.run(drop, vec![json!(dropped)]).await?;
    browser.find(".partners__one:nth-child(4)").await?;
    let names = texts(browser, ".partners__one bdi").await?;
    ensure!(names.last().is_some_and(|name| name == "The church"), "{names:?}");

    // A file that was cut off changes nothing, and says so.
    let cut = json::comparison(&comparison, true);
    browser.run(drop, vec![json!(&cut[..cut.len() / 2])]).await?;
    browser
        .wait(
            "the sentence on the file",
            "return document.querySelector('.came')?.textContent.includes('Line 1, field');",
            vec![],
        )
        .await?;
    ensure!(texts(browser, ".partners__one").await?.len() == 4);
    Ok(())
}
