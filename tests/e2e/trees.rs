//! What browsers hand to screen readers, screen by screen, against `tests/golden/trees`. The screens are those that axe
//! looks at; see `axe`.

use std::collections::BTreeMap;

use anyhow::Result;
use xtask::browser::{Browser, Engine};

use crate::golden;
use crate::support::address;

/// The trees of the screens that were visited.
#[derive(Default)]
pub(crate) struct Trees(BTreeMap<String, String>);

impl Trees {
    /// Keeps the tree of the screen that is shown.
    pub(crate) async fn keep(&mut self, browser: &Browser, screen: &str) -> Result<()> {
        if let Some(tree) = browser.tree().await? {
            let name = screen.replace(", ", "-").replace(' ', "-");
            let site = address("")?;
            self.0
                .insert(format!("{name}.txt"), xtask::ear::level(&tree, &site));
        }
        Ok(())
    }

    /// Compares them with those that were reviewed.
    pub(crate) fn check(&self, engine: Engine) {
        if !self.0.is_empty() {
            golden::check(&format!("trees/{engine:?}").to_lowercase(), &self.0);
        }
    }
}
