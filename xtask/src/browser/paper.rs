//! Prints what is on screen and reads the sheets back.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use data_encoding::BASE64;
use fantoccini::wd::{PrintConfiguration, PrintSize};
use serde_json::json;
use tempfile::TempDir;

use super::{Browser, Engine};
use crate::program::{output, program};

/// In an inch.
const CENTIMETRES: f64 = 2.54;

/// The margins of `@page` in styles/print.css, in points: above and below what is printed.
const MARGINS: (f64, f64) = (12.0 * 72.0 / 25.4, 14.0 * 72.0 / 25.4);

/// Letters that some browsers print as one.
const LIGATURES: [(char, &str); 5] = [('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl")];

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 mm.
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

impl Paper {
    /// Width and height in inches.
    const fn inches(self) -> (f64, f64) {
        match self {
            Self::A4 => (8.27, 11.69),
            Self::Letter => (8.5, 11.0),
        }
    }
}

impl Browser {
    /// Whether it can print: WebKit's driver cannot.
    pub fn can_print(&self) -> bool {
        self.engine != Engine::WebKit
    }

    /// Prints the page as the browser's own menu does, and returns the PDF file.
    pub async fn pdf(&self, paper: Paper) -> Result<Vec<u8>> {
        let (width, height) = paper.inches();
        if self.engine == Engine::Chromium {
            let parameters = json!({ "paperWidth": width, "paperHeight": height, "printBackground": true });
            let printed = self.devtools("Page.printToPDF", parameters).await?;
            let data = printed["data"].as_str().context("The browser printed nothing.")?;
            return BASE64
                .decode(data.as_bytes())
                .context("The browser printed something else.");
        }
        let size = PrintSize {
            width: width * CENTIMETRES,
            height: height * CENTIMETRES,
        };
        let how = PrintConfiguration::builder().background(true).size(size).build();
        let how = how.map_err(|error| anyhow!("This paper cannot be printed on: {error:?}"))?;
        self.client
            .print(how)
            .await
            .context("The browser printed nothing.")
    }

    /// Prints the page as the browser's own menu does, with the PDF file left at a path, and returns the words of each
    /// sheet in the order in which they are in the page, with single spaces between them.
    pub async fn print(&self, paper: Paper, path: &Path) -> Result<Vec<String>> {
        let file = self.pdf(paper).await?;
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, file).with_context(|| format!("Could not write {}.", path.display()))?;
        let folder = TempDir::with_prefix("phc-paper-").context("Could not make a folder.")?;
        let text = folder.path().join("text");
        // `-raw` is the order in which the browser wrote them.
        let mut reader = program("pdftotext", &["-raw", "-enc", "UTF-8"]);
        output(reader.arg(path).arg(&text))?;
        let text = fs::read_to_string(&text).context("The sheets cannot be read.")?;
        let sheets = text.strip_suffix('\u{c}').unwrap_or(&text).split('\u{c}');
        let letters = |sheet: &str| {
            let text = sheet.split_whitespace().collect::<Vec<_>>().join(" ");
            let joined = LIGATURES.into_iter();
            joined.fold(text, |text, (one, letters)| text.replace(one, letters))
        };
        Ok(sheets.map(letters).collect())
    }
}

/// How far down each sheet of a PDF file the words go: 0 to 1 of the height between the margins.
pub fn filled(path: &Path) -> Result<Vec<f64>> {
    let text = output(program("pdftotext", &["-tsv"]).arg(path).arg("-"))?;
    let mut sheets = Vec::new();
    for line in text.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [level, _, _, _, _, _, _, top, _, height, ..] = columns[..] else {
            bail!("No sheet and no word: {line}");
        };
        let (top, height): (f64, f64) = (top.parse()?, height.parse()?);
        match (level, sheets.last_mut()) {
            ("1", _) => sheets.push((height, 0.0)),
            // The number of the sheet is below this, its head above.
            ("5", Some((whole, lowest))) if top + height <= *whole - MARGINS.1 => {
                let share = (top + height - MARGINS.0) / (*whole - MARGINS.0 - MARGINS.1);
                *lowest = f64::max(*lowest, share);
            }
            _ => {}
        }
    }
    Ok(sheets.into_iter().map(|(_, lowest)| lowest).collect())
}
