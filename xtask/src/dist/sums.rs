//! Sums by which others tell whether a file is ours: `SHA256SUMS` of a release, and `integrity` in a page that takes
//! files from another site.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use data_encoding::BASE64;
use serde_json::json;
use sha2::{Digest as _, Sha256, Sha384};

use super::archive::{Files, files_in};
use super::site::Site;

/// The sums of all files of the site, or of a release.
pub(crate) const SUMS: &str = "SHA256SUMS";

/// Where the examples of the documents have the files.
const FILES: &str = "https://check.example/embed/";

/// Adds the sums of all files in the folder.
pub(crate) fn add(folder: &Path) -> Result<()> {
    let text = of(&files_in(folder)?);
    fs::write(folder.join(SUMS), text).with_context(|| format!("Could not write {SUMS}."))
}

/// The sums of these files, as `sha256sum --check` reads them.
pub(crate) fn of(files: &Files) -> String {
    let mut text = String::new();
    for (name, content) in files {
        let sum = format!("{:x}", Sha256::digest(content));
        text.extend([&sum, "  ", name, "\n"]);
    }
    text
}

/// What the widget compares a module with.
pub(super) fn sha256(content: &[u8]) -> String {
    BASE64.encode(&Sha256::digest(content))
}

/// What the browser compares a file with.
pub(super) fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", BASE64.encode(&Sha384::digest(content)))
}

/// A script of `embed/` that pages name, twice: under the name that stays, and under one with a hash for pages that
/// compare it. Returns the script tag of such a page.
pub(super) fn add_script(site: &mut Site, stem: &str, script: &[u8]) -> Result<String> {
    site.add(&format!("embed/{stem}.js"), script)?;
    let name = site.add_hashed(&format!("embed/{stem}"), "js", script)?;
    let name = name.trim_start_matches("embed/");
    let sum = integrity(script);
    Ok(format!(
        "<script type=\"module\" fetchpriority=\"low\" src=\"{FILES}{name}\" integrity=\"{sum}\" crossorigin></script>"
    ))
}

/// The code for a page that compares loader and widget with these sums. The widget compares the modules itself.
pub(super) fn page(widget: &str, content: &[u8], loader: &str, frame: &str) -> String {
    let map = json!({ "integrity": { format!("{FILES}{widget}"): integrity(content) } });
    format!(
        "<!-- For pages that take the files from another site: see docs/embedding.md, \"From another site\".\n\
         Write the address of the files in place of {FILES} -->\n\
         <script type=\"importmap\">{map}</script>\n{loader}\n\n\
         <!-- For a frame: in place of the second line of its code -->\n{frame}\n"
    )
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{add, integrity};

    #[test]
    fn sums_are_what_other_tools_say() {
        // `printf abc | openssl dgst -sha384 -binary | base64`
        assert_eq!(
            integrity(b"abc"),
            "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
        );
        let folder = std::env::temp_dir().join(format!("phc-sums-{}", std::process::id()));
        fs::create_dir_all(folder.join("b")).expect("a folder");
        fs::write(folder.join("b/c.txt"), "abc").expect("a file");
        fs::write(folder.join("a.txt"), "").expect("a file");
        add(&folder).expect("sums");
        let text = fs::read_to_string(folder.join("SHA256SUMS")).expect("a file");
        fs::remove_dir_all(&folder).expect("removed");
        assert_eq!(
            text,
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a.txt\n\
             ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b/c.txt\n"
        );
    }
}
