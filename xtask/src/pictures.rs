//! `cargo xtask pictures`: the pictures of the README, in `docs/pictures`, and the icon for the home screen of phones. What is
//! in the former is made up, and the same each time.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use partnership_health_check::charts::logo;
use partnership_health_check::domain::answer::{Response, Stage, StageChoice};
use partnership_health_check::domain::comparison::{Comparison, Partner};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::ids::{Kind, Length, Sector, Side};
use partnership_health_check::domain::sheet::AnswerSheet;
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::formats::link::{COMPARISON_PREFIX, PREFIX, encode, encode_comparison};
use serde_json::json;

use crate::browser::Browser;
use crate::dist::{self, Languages};
use crate::serve::Server;
use crate::{places, setup};

/// The day of everything that is shown: 22 November 2026.
const DAY: Day = Day(20_779);

/// CSS pixels of each picture; both fit beside each other on a forge's page.
const WIDTH: u32 = 640;
const HEIGHT: u32 = 756;

/// Bytes that a picture may have.
const MOST: u64 = 120_000;

/// Who answered: a name, its part of the economy, and what it says of each criterion and of value. In every
/// second criterion the last statement is one lower.
const PARTNERS: [(&str, Sector, [u8; 13]); 4] = [
    (
        "Harbour Kitchen",
        Sector::Charity,
        [5, 4, 4, 4, 3, 4, 3, 4, 4, 3, 2, 4, 4],
    ),
    (
        "Riverside Council",
        Sector::PublicBody,
        [4, 4, 4, 5, 5, 4, 3, 4, 4, 4, 2, 4, 5],
    ),
    (
        "Elm Street Choir",
        Sector::Charity,
        [5, 3, 2, 4, 1, 4, 2, 5, 3, 3, 2, 3, 4],
    ),
    (
        "Quayside Housing",
        Sector::Charity,
        [4, 4, 3, 5, 3, 4, 3, 4, 4, 5, 3, 4, 4],
    ),
];

/// Makes them anew, of the page in this folder or of one that is built first.
pub async fn pictures(site: Option<&Path>) -> Result<()> {
    setup::for_measuring()?;
    let built = places::site();
    if site.is_none() {
        dist::dist(&built, Languages::Real)?;
    }
    let server = Server::start(site.unwrap_or(&built), 0)?;
    let folder = places::root().join("docs/pictures");
    let result = format!("{PREFIX}{}", encode(&answered(0)));
    let compared = format!("{COMPARISON_PREFIX}{}", encode_comparison(&comparison(), true));
    let browser = Browser::start().await?;
    browser.resize(WIDTH, HEIGHT).await?;
    browser
        .devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true }))
        .await?;
    for (name, fragment, top) in [
        ("result", result, "#phc-title"),
        ("comparison", compared, ".matrix"),
    ] {
        // Another query, because a page that differs in its fragment alone is not loaded again.
        browser
            .open(&format!("{}/?{name}#{fragment}", server.origin()))
            .await?;
        browser.find(top).await?;
        let script = "
            const [top, done] = arguments;
            scrollTo(0, document.querySelector(top).getBoundingClientRect().top + scrollY - 4);
            document.activeElement?.blur();
            document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(done)));";
        browser.run_until_done(script, vec![json!(top)]).await?;
        let path = browser.screenshot(&folder.join(format!("{name}.png"))).await?;
        let bytes = fs::metadata(&path).context("There is no picture.")?.len();
        ensure!(bytes < MOST, "{} has {bytes} bytes.", path.display());
        println!("{bytes:>9}  {}", path.display());
    }
    home_screen_icon(&browser).await?;
    browser.close().await
}

/// Draws the logo as a picture, which `dist` puts beside the page.
async fn home_screen_icon(browser: &Browser) -> Result<()> {
    const PAGE: &str = "data:text/html,<style>svg { display: block; width: 180px }</style>";
    let drawing = logo::home_screen_icon().replace('#', "%23");
    browser.open(&[PAGE, &drawing].concat()).await?;
    let picture = browser.find("svg").await?.screenshot().await?;
    let path = places::root().join("xtask/src/dist/home-screen-icon.png");
    fs::write(&path, picture).with_context(|| format!("Could not write {}.", path.display()))
}

fn comparison() -> Comparison {
    let partner = |number: u8| Partner {
        id: u32::from(number) + 1,
        label: String::new(),
        organisation: number,
        summary: answered(usize::from(number)),
    };
    Comparison {
        name: "Warm Welcome Riverside".to_owned(),
        partners: (0..4).map(partner).collect(),
        ..Comparison::new(DAY)
    }
}

/// What one of them answered.
fn answered(number: usize) -> Summary {
    let (name, sector, points) = PARTNERS[number];
    let (length, kind) = (Length::Full, Kind::Other);
    let mut sheet = AnswerSheet::default();
    for (place, statement) in length.statements(kind).into_iter().enumerate() {
        let point = points[(place / 3).min(points.len() - 1)];
        let lower = place % 6 == 2;
        let point = if lower { point.max(2) - 1 } else { point };
        sheet.set(statement, Response::parse(&point.to_string()));
    }
    Summary {
        length,
        kind,
        side: Side::First,
        sector: Some(sector),
        day: DAY,
        sheet,
        stage: Some(StageChoice::Stage(Stage::Norming)),
        partnership: "Warm Welcome Riverside".to_owned(),
        organisation: name.to_owned(),
        extra: None,
    }
}
