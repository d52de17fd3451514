//! The pages to compare with: the same markup and style, no script. Below the start there is the first screen of questions, or
//! the screens of a whole check, one after the other.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use partnership_health_check::app::pages::pages;
use partnership_health_check::domain::check::Setup;
use partnership_health_check::domain::ids::Kind;

use crate::dist::Site;

/// With the first screen of questions.
pub(super) const FIRST: &str = "plain/";
/// With the screens of a whole check.
pub(super) const WHOLE: &str = "plain-whole/";

/// Adds the pages to the site.
pub(super) fn add_to(folder: &Path) -> Result<()> {
    let page = fs::read_to_string(folder.join("index.html")).context("The page was not built.")?;
    let mut site = Site::in_folder(folder);
    for (path, questions) in [(FIRST, question()), (WHOLE, check())] {
        let plain = without_scripts(&page)
            .replace("href=\"phc.", "href=\"../phc.")
            .replace("</body>", &format!("{questions}</body>"));
        site.add(&format!("{path}index.html"), plain.as_bytes())?;
    }
    Ok(())
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
    let statements: String = ["A1.1", "A1.2", "A1.3"].map(statement).concat();
    format!("<section id=\"q-1\" data-plain>{statements}</section>\n")
}

/// As many screens as a full check has, each with as many statements, and a link to the next.
fn check() -> String {
    let setup = Setup {
        kind: Kind::Other,
        ..Setup::default()
    };
    let screens = pages(&setup).into_iter().enumerate().map(|(before, page)| {
        let number = before + 1;
        // The stage question is one too.
        let names = 1..=page.statements.len().max(1);
        let statements: String = names.map(|name| statement(&format!("{number}.{name}"))).collect();
        let next = format!(
            "<p class=\"acts\"><a class=\"button\" href=\"#q-{}\">Next</a></p>",
            number + 1
        );
        format!("<section id=\"q-{number}\" data-plain>{statements}{next}</section>\n")
    });
    screens.collect()
}

fn statement(name: &str) -> String {
    let answers = (1..=7).map(|value| {
        format!("<label><input type=\"radio\" name=\"{name}\" value=\"{value}\"> Answer {value}</label>")
    });
    let answers: String = answers.collect();
    format!("<fieldset><legend>A statement about the partnership</legend>{answers}</fieldset>")
}
