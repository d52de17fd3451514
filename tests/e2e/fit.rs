//! Every screen fits: no sideways scrolling at 320 pixels or with letters of twice the size, nothing cut off or covered, no
//! word broken.

use anyhow::Result;
use serde_json::json;
use xtask::browser::Browser;

use crate::support::journey;
use crate::support::look::none;
use crate::support::tour::tour;

/// What is too wide, cut off or covered, by the element's words. A table may scroll in its own frame.
pub(crate) const MISFITS: &str = "
    const misfits = [];
    const name = (element) => element.tagName + '.' + (element.getAttribute('class') ?? '') + ' '
        + element.textContent.trim().slice(0, 40);
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) {
        misfits.push(`the page is ${root.scrollWidth} wide in ${root.clientWidth}`);
        for (const element of document.querySelectorAll('body *')) {
            const box = element.getBoundingClientRect();
            if ((box.right > root.clientWidth + 1 || box.left < -1) && box.width > 1
                && !element.closest('.table, .visually-hidden, .skip')) misfits.push('beyond the edge: ' + name(element));
        }
    }
    for (const element of document.querySelectorAll('button, label, summary, legend, h1, h2, h3, .button, dd, dt')) {
        if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) misfits.push('cut off: ' + name(element));
        const hides = ['hidden', 'clip'].includes(getComputedStyle(element).overflowY);
        if (hides && element.scrollHeight > element.clientHeight + 1) misfits.push('cut off below: ' + name(element));
    }
    // A control is where it looks to be, so that tools can press it: nothing of ours lies over it.
    for (const control of document.querySelectorAll('input[type=radio], input[type=checkbox]')) {
        const { width, height } = control.getBoundingClientRect();
        if (!control.checkVisibility()) continue;
        control.scrollIntoView({ block: 'center' });
        const { left, top } = control.getBoundingClientRect();
        if (document.elementFromPoint(left + width / 2, top + height / 2) !== control) misfits.push('covered: ' + control.id);
    }
    return misfits.slice(0, 5);";

/// Words that are broken between two letters. An address may be, and a word for which no line has room.
const BROKEN: &str = "
    const LONGEST = 14;
    const broken = new Set();
    const isClipped = (element) => element !== null
        && (getComputedStyle(element).clipPath !== 'none' || isClipped(element.parentElement));
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        const element = node.parentElement;
        if (!element.checkVisibility() || isClipped(element)) continue;
        if (element.closest('svg, select, textarea, script, template, noscript, code, .skip')) continue;
        for (const { 0: word, index } of node.textContent.matchAll(/[^\\s-]+/g)) {
            if (word.length > LONGEST || /[@/=#_]|\\.\\w/.test(word)) continue;
            const range = document.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
            if (lines.size > 1) broken.add(`broken: ${word} in ${element.tagName}.${element.getAttribute('class') ?? ''}`);
        }
    }
    return [...broken].slice(0, 5);";

/// As far apart as a reader may set letters, words, lines and paragraphs (WCAG 1.4.12). 320 pixels are 1280 at 400 %.
const SPACED: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
        p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [sheet];";

#[tokio::test]
async fn every_screen_fits_a_narrow_window_and_large_letters() -> Result<()> {
    journey("fit", async |browser: &Browser| {
        let mut faults = Vec::new();
        tour(browser, "", async |screen| {
            for (width, letters) in [(320, "100%"), (360, "200%"), (640, "200%"), (1280, "200%")] {
                browser.resize(width, 800).await?;
                browser
                    .run(
                        "document.documentElement.style.fontSize = arguments[0];",
                        vec![json!(letters)],
                    )
                    .await?;
                for script in [MISFITS, BROKEN] {
                    let found = browser.run(script, vec![]).await?;
                    for fault in found.as_array().into_iter().flatten() {
                        faults.push(format!("{screen}, {width} pixels, letters of {letters}: {fault}"));
                    }
                }
            }
            browser
                .run("document.documentElement.style.fontSize = '';", vec![])
                .await?;
            browser.resize(320, 800).await?;
            browser.run(SPACED, vec![]).await?;
            for script in [MISFITS, BROKEN] {
                let found = browser.run(script, vec![]).await?;
                for fault in found.as_array().into_iter().flatten() {
                    faults.push(format!("{screen}, 320 pixels, letters and lines apart: {fault}"));
                }
            }
            browser
                .run("document.adoptedStyleSheets = [];", vec![])
                .await
                .map(drop)
        })
        .await?;
        none(&faults)
    })
    .await
}
