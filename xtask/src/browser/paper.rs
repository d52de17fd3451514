//! Prints what is on screen and reads the sheets back.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use data_encoding::BASE64;
use fantoccini::wd::{PrintConfiguration, PrintSize};
use serde_json::json;
use tempfile::TempDir;

use super::{Browser, Engine};
use crate::program::{output, program};

/// In an inch.
const CENTIMETRES: f64 = 2.54;

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
