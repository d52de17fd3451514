//! The page to compare with: the same markup and style, the first question below it, no script.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::dist::Site;

const PATH: &str = "plain/index.html";

/// Adds the page to the site. Returns its path.
pub(super) fn add_to(folder: &Path) -> Result<&'static str> {
    let page = fs::read_to_string(folder.join("index.html")).context("The page was not built.")?;
    let plain = without_scripts(&page)
        .replace("href=\"phc.", "href=\"../phc.")
        .replace("</body>", &format!("{}</body>", question()));
    Site::in_folder(folder).add(PATH, plain.as_bytes())?;
    Ok(PATH.trim_end_matches("index.html"))
}

fn without_scripts(page: &str) -> String {
    let is_scripts = |line: &&str| {
        line.starts_with("<script")
            || line.contains("modulepreload")
            || line.contains("rel=\"preload\"")
            // What only the script shows.
            || (line.starts_with("<template") && line.ends_with("</template>"))
    };
    page.lines()
        .filter(|line| !is_scripts(line))
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// Three statements with seven answers each, as the first screen of questions has them.
fn question() -> String {
    let answer = |name: &str, value: u8| {
        format!("<label><input type=\"radio\" name=\"{name}\" value=\"{value}\"> Answer {value}</label>")
    };
    let statement = |name: &str| {
        let answers: String = (1..=7).map(|value| answer(name, value)).collect();
        format!("<fieldset><legend>A statement about the partnership</legend>{answers}</fieldset>")
    };
    let statements: String = ["A1.1", "A1.2", "A1.3"].map(statement).concat();
    format!("<section id=\"q-1\" data-plain>{statements}</section>\n")
}
