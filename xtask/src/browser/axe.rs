//! axe-core, put into the page as it stands.

use std::fs;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::Browser;
use crate::places;

/// What axe is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// Everything in [`ALL`].
    All,
    /// What depends on colours and on the language: contrast, names and titles.
    OfColoursAndWords,
}

const ALL: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

const OF_COLOURS_AND_WORDS: [&str; 14] = [
    "color-contrast",
    "link-in-text-block",
    "html-has-lang",
    "html-lang-valid",
    "valid-lang",
    "document-title",
    "empty-heading",
    "button-name",
    "link-name",
    "label",
    "label-content-name-mismatch",
    "summary-name",
    "svg-img-alt",
    "image-alt",
];

const RUN: &str = "
    const [type, values, done] = arguments;
    const preview = '.builder partnership-health-check';
    axe.run({ exclude: [preview] }, { runOnly: { type, values }, resultTypes: ['violations', 'incomplete'] })
        .then(({ violations, incomplete }) => done({ violations, incomplete }), (error) => done(String(error)));";

/// What axe reports about one state of the page, one line per finding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Rules that are broken.
    pub violations: Vec<String>,
    /// What axe could not decide.
    pub undecided: Vec<String>,
}

impl Browser {
    /// Checks the whole page for accessibility, but for the preview in the builder: that is a second check on the page,
    /// comes when it is near, and has whatever colours were chosen.
    pub async fn axe(&self, rules: Rules) -> Result<Findings> {
        let (kind, values): (&str, &[&str]) = match rules {
            Rules::All => ("tag", &ALL),
            Rules::OfColoursAndWords => ("rule", &OF_COLOURS_AND_WORDS),
        };
        let path = places::root().join("tests/e2e/node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(path).context("Could not read axe. `cargo xtask test` installs it.")?;
        // A new document has no axe yet, an old one keeps it.
        if self.run("return typeof axe === 'undefined';", vec![]).await? == json!(true) {
            self.run(&axe, vec![])
                .await
                .context("axe could not be put into the page.")?;
        }
        let found = self.run_until_done(RUN, vec![json!(kind), json!(values)]).await?;
        let lists = [&found["violations"], &found["incomplete"]];
        let [Some(violations), Some(undecided)] = lists.map(Value::as_array) else {
            anyhow::bail!("axe could not check the page: {found}");
        };
        Ok(Findings {
            violations: violations.iter().flat_map(lines).collect(),
            undecided: undecided.iter().flat_map(lines).collect(),
        })
    }
}

/// `color-contrast: Elements must meet ... at .start__go`, for each element.
fn lines(rule: &Value) -> Vec<String> {
    let (id, help) = (
        rule["id"].as_str().unwrap_or_default(),
        rule["help"].as_str().unwrap_or_default(),
    );
    let places = rule["nodes"].as_array().into_iter().flatten();
    places
        .map(|place| format!("{id}: {help}, at {}", place["target"]))
        .collect()
}
