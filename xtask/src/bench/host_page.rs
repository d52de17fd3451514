//! A page of a charity for the check to stand in, as heavy as pages usually are.
//!
//! In October 2024 the median home page had 78 kB of style sheets and 613 kB of scripts on a desktop (HTTP Archive, Web
//! Almanac 2024, "Page Weight"); a typical picture that is the largest thing painted has 100 kB (corewebvitals.io, "LCP image
//! size"). Fonts and other pictures are left out: they would make the page later and the check's share smaller.

use std::fs;
use std::path::Path;

use anyhow::Result;

const SHEET_BYTES: usize = 78_000;
const SCRIPT_BYTES: usize = 613_000;
/// Three bytes each: 100 kB.
const PHOTO_PIXELS: (u32, u32) = (216, 154);
const PARAGRAPHS: usize = 140;
const PARAGRAPH: &str = "<p>We bring food to people who need it, with forty partners in three towns.</p>\n";

/// The builder's two lines, which an editor pastes where the check is to be.
const CHECK: &str = "<script type=\"module\" fetchpriority=\"low\" src=\"../embed/partnership-health-check.js\"></script>\n\
    <partnership-health-check><p>The check</p></partnership-health-check>\n";

/// Adds pages to a folder that is served, each with the check after that many paragraphs or without it, and what they
/// need. Nothing is packed: the weights are those on the line.
pub(super) fn add_to(folder: &Path, pages: &[(&str, Option<usize>)]) -> Result<()> {
    let host = folder.join("host");
    fs::create_dir_all(&host)?;
    for (name, check_after) in pages {
        fs::write(host.join(format!("{name}.html")), page(*check_after))?;
    }
    let sheet = format!("/*{}*/\nbody {{ margin: 1em; }}\n", "-".repeat(SHEET_BYTES));
    fs::write(host.join("charity.css"), sheet)?;
    fs::write(
        host.join("charity.js"),
        format!("/*{}*/\n", "-".repeat(SCRIPT_BYTES)),
    )?;
    fs::write(host.join("photo.bmp"), photo())?;
    Ok(())
}

fn page(check_after: Option<usize>) -> String {
    let before = check_after.unwrap_or_default();
    let check = check_after.map_or("", |_| CHECK);
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>A charity</title>\
         <link rel=\"stylesheet\" href=\"charity.css\"><script defer src=\"charity.js\"></script>\
         <h1>A charity</h1><img src=\"photo.bmp\" alt=\"\" width=\"390\" height=\"292\">\n{}{check}{}</html>",
        PARAGRAPH.repeat(before),
        PARAGRAPH.repeat(PARAGRAPHS - before)
    )
}

/// A picture of noise.
fn photo() -> Vec<u8> {
    let (width, height) = PHOTO_PIXELS;
    let pixels = width * height * 3;
    let mut bmp = b"BM".to_vec();
    for number in [
        54 + pixels,
        0,
        54,
        40,
        width,
        height,
        0x18_0001,
        0,
        pixels,
        0,
        0,
        0,
        0,
    ] {
        bmp.extend(number.to_le_bytes());
    }
    let mut state = 1_u32;
    bmp.extend((0..pixels).map(|_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    }));
    bmp
}
