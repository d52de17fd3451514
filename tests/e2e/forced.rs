//! Every screen with the system's own few colours, dark on light and light on dark: what can be pressed has an edge, and what is
//! chosen differs from what is not.

use anyhow::Result;
use xtask::browser::{Browser, Media};

use crate::support::journey;
use crate::support::look::none;
use crate::support::tour::tour;

/// What has no edge, or does not show that it is chosen. Backgrounds and shadows are gone in these colours.
const UNSEEN: &str = "
    const faults = [];
    const name = (element) => element.tagName + '.' + (element.getAttribute('class') ?? '') + ' '
        + element.textContent.trim().slice(0, 40);
    const edge = ({ borderTopStyle, borderTopWidth }) => borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0;
    const isThere = (element) => element.checkVisibility() && element.getBoundingClientRect().width > 1;
    const all = (selector) => [...document.querySelectorAll(selector)].filter(isThere);
    for (const control of all('.button, .field__input, .choice, select')) {
        if (!edge(getComputedStyle(control))) faults.push('no edge: ' + name(control));
    }
    for (const row of all('.choice:has(:checked)')) {
        if (getComputedStyle(row).outlineStyle === 'none') faults.push('not seen to be chosen: ' + name(row));
    }
    const line = (way) => getComputedStyle(way).borderBottomColor;
    for (const here of all('.nav__way[aria-current]')) {
        const others = all('.nav__way:not([aria-current])');
        if (others.some((way) => line(way) === line(here))) faults.push('not seen to be here: ' + name(here));
    }
    for (const link of all('main p a:not(.button)')) {
        if (!getComputedStyle(link).textDecorationLine.includes('underline')) faults.push('no line below: ' + name(link));
    }
    for (const mark of all('.bar__track .mark')) {
        const { fill, stroke } = getComputedStyle(mark);
        const track = getComputedStyle(mark.parentElement.querySelector('.track'));
        if (fill === track.fill && stroke === track.stroke) faults.push('a bar like its track');
    }
    return faults.slice(0, 5);";

#[tokio::test]
async fn every_screen_can_be_told_in_few_colours() -> Result<()> {
    journey("forced", async |browser: &Browser| {
        let mut faults = Vec::new();
        tour(browser, "", async |screen| {
            for (media, colours) in [
                (Media::ForcedColours, "light"),
                (Media::ForcedColoursDark, "dark"),
            ] {
                browser.emulate(media).await?;
                let found = browser.run(UNSEEN, vec![]).await?;
                for fault in found.as_array().into_iter().flatten() {
                    faults.push(format!("{screen}, {colours}: {fault}"));
                }
            }
            browser.emulate(Media::Plain).await
        })
        .await?;
        none(&faults)
    })
    .await
}
