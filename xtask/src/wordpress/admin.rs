//! What people do who write a site: log in, install the plugin, write pages in the block editor.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use fantoccini::Locator;
use serde_json::{Value, json};

use super::machine::Machine;
use super::picture;
use crate::browser::Browser;

/// Whether the editor is there.
const EDITOR: &str = "
    return Boolean(globalThis.wp?.data?.select('core/editor')?.getCurrentPostId() && wp.blocks.getBlockType('core/html'));";

/// Puts one block on the page and chooses it.
const INSERT: &str = "
    const [title, name, attributes] = arguments;
    const block = wp.blocks.createBlock(name, attributes);
    wp.data.dispatch('core/editor').editPost({ title });
    wp.data.dispatch('core/block-editor').resetBlocks([block]);
    wp.data.dispatch('core/block-editor').selectBlock(block.clientId);
    wp.data.dispatch('core/edit-post').openGeneralSidebar('edit-post/block');";

/// Publishes the page, and says how it was saved.
const PUBLISH: &str = "
    const done = arguments[arguments.length - 1];
    const { select, dispatch } = wp.data;
    dispatch('core/editor').editPost({ status: 'publish' });
    dispatch('core/editor').savePost().then(
        () => {
            const post = select('core/editor').getCurrentPost();
            done({ id: post.id, text: post.content?.raw ?? post.content, status: post.status });
        },
        (error) => done({ error: String(error) }),
    );";

/// A page as WordPress saved it.
pub(super) struct Written {
    pub(super) id: u64,
    pub(super) text: String,
}

/// Somebody who is logged in.
pub(super) struct Writer {
    browser: Browser,
    origin: String,
    pictures: PathBuf,
}

impl Writer {
    /// Logs in as this user.
    pub(super) async fn log_in(machine: &Machine, name: &str, pictures: &Path) -> Result<Self> {
        let browser = Browser::start().await?;
        browser.resize(1280, 900).await?;
        let writer = Self {
            browser,
            origin: machine.origin(),
            pictures: pictures.to_owned(),
        };
        writer.open("wp-login.php").await?;
        writer.browser.find("#user_login").await?;
        let script = "
            user_login.value = arguments[0];
            user_pass.value = 'trial';
            document.getElementById('wp-submit').click();";
        writer.browser.run(script, vec![json!(name)]).await?;
        writer
            .browser
            .find("#wpadminbar")
            .await
            .with_context(|| format!("The {name} could not log in."))?;
        Ok(writer)
    }

    async fn open(&self, path: &str) -> Result<()> {
        self.browser.open(&format!("{}/{path}", self.origin)).await
    }

    async fn picture(&self, name: &str) -> Result<()> {
        self.browser
            .screenshot(&picture(&self.pictures, name))
            .await
            .map(drop)
    }

    /// Uploads the plugin in the browser, and activates it.
    pub(super) async fn install(&self, zip: &Path) -> Result<()> {
        self.open("wp-admin/plugin-install.php?tab=upload").await?;
        let field = self.browser.find("#pluginzip").await?;
        field
            .send_keys(&zip.to_string_lossy())
            .await
            .context("Could not choose the zip.")?;
        self.browser.click("#install-plugin-submit").await?;
        let activate = "a.button-primary[href*='action=activate']";
        let offered = self.browser.find(activate).await;
        self.picture("admin-uploaded").await?;
        offered.context("WordPress did not take the zip.")?;
        self.browser.click(activate).await?;
        let active = "tr.active[data-plugin='partnership-health-check/partnership-health-check.php']";
        let active = self.browser.find(active).await;
        self.picture("admin-activated").await?;
        active.context("The plugin could not be activated.")?;
        println!("ok  the administrator uploaded the zip and activated the plugin");
        Ok(())
    }

    /// Publishes a page with one block of this kind, which holds a text.
    pub(super) async fn write(&self, title: &str, block: &str, text: &str) -> Result<Written> {
        let name = if block == "core/shortcode" {
            "text"
        } else {
            "content"
        };
        self.insert(title, block, json!({ name: text })).await?;
        self.publish().await
    }

    /// Publishes a page with our block, whose choices are made at the side as a person makes them.
    pub(super) async fn write_block(&self) -> Result<Written> {
        self.insert("Block", "partnership-health-check/check", json!({}))
            .await?;
        self.picture("editor-block-new").await?;
        for (label, value) in [
            ("Kind of relationship", "grant"),
            ("The visitor’s side", "second"),
            ("Length", "quick"),
        ] {
            let path = format!("//label[normalize-space()=\"{label}\"]/following::select[1]");
            let client = self.browser.client();
            let field = client.wait().for_element(Locator::XPath(&path)).await;
            let field = field.with_context(|| format!("There is no field “{label}”."))?;
            let chosen = field.select_by_value(value).await;
            chosen.with_context(|| format!("“{label}” has no {value}."))?;
        }
        self.picture("editor-block-chosen").await?;
        self.publish().await
    }

    /// Puts our block on a page of a site in Welsh: the words at its side are Welsh.
    pub(super) async fn look_at_block_in_welsh(&self) -> Result<()> {
        self.insert("Bloc", "partnership-health-check/check", json!({}))
            .await?;
        let path = "//label[normalize-space()=\"Math o berthynas\"]";
        let waited = self
            .browser
            .client()
            .wait()
            .for_element(Locator::XPath(path))
            .await;
        self.picture("editor-block-welsh").await?;
        waited.context("The block’s words are not Welsh.")?;
        println!("ok  the editor of a site in Welsh reads the block in Welsh");
        Ok(())
    }

    async fn insert(&self, title: &str, block: &str, attributes: Value) -> Result<()> {
        self.open("wp-admin/post-new.php?post_type=page").await?;
        self.browser.wait("the editor", EDITOR, vec![]).await?;
        self.browser
            .run(INSERT, vec![json!(title), json!(block), attributes])
            .await
            .map(drop)
    }

    async fn publish(&self) -> Result<Written> {
        let saved = self.browser.run_until_done(PUBLISH, vec![]).await?;
        ensure!(
            saved["status"] == "publish",
            "The page could not be published: {saved}"
        );
        Ok(Written {
            id: saved["id"].as_u64().context("The page has no number.")?,
            text: saved["text"].as_str().unwrap_or_default().to_owned(),
        })
    }

    pub(super) async fn leave(self) -> Result<()> {
        self.browser.close().await
    }
}
