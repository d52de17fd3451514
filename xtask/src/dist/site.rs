//! A folder of files to publish, each with its compressed forms.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::sums;

/// Characters of the hash in a name: 40 bits. Of a thousand versions of a file two have the same name once in two million
/// times; each character costs a byte of the loader, which names two files.
pub(super) const HASH: usize = 10;

pub(crate) struct Site {
    folder: PathBuf,
    /// Where the site before is, if there is one.
    before: Option<PathBuf>,
    written: Vec<Written>,
}

struct Written {
    name: String,
    raw: usize,
    brotli: usize,
    gzip: usize,
    sum: String,
}

impl Site {
    /// A site to add to.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            before: None,
            written: Vec::new(),
        }
    }

    /// A site with nothing in it yet, beside the folder in which it will be: until then that folder keeps a whole site, for a
    /// server that is running or where making this one fails.
    pub(super) fn beside(folder: &Path) -> Result<Self> {
        let new = folder.with_extension("new");
        removed(&new)?;
        Ok(Self {
            before: Some(folder.to_owned()),
            ..Self::in_folder(&new)
        })
    }

    /// Where it is.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Puts it in the place of what is in the folder.
    pub(super) fn put_in(&mut self, folder: &Path) -> Result<()> {
        removed(folder)?;
        fs::rename(&self.folder, folder)
            .with_context(|| format!("Could not put the site into {}.", folder.display()))?;
        folder.clone_into(&mut self.folder);
        Ok(())
    }

    /// Adds a file that may be kept for ever, because its name changes with its content. Returns the name.
    pub(super) fn add_hashed(&mut self, stem: &str, extension: &str, content: &[u8]) -> Result<String> {
        let hash = format!("{:x}", Sha256::digest(content));
        let name = format!("{stem}.{}.{extension}", &hash[..HASH]);
        self.add(&name, content)?;
        Ok(name)
    }

    pub(crate) fn add(&mut self, name: &str, content: &[u8]) -> Result<()> {
        let (brotli, gzip) = match self.packed_before(name, content) {
            Some(packed) => packed,
            None => (packed_with_brotli(content)?, packed_with_gzip(content)?),
        };
        for (ending, bytes) in [("", content), (".br", &brotli), (".gz", &gzip)] {
            self.write(&format!("{name}{ending}"), bytes)?;
        }
        self.written.push(Written {
            name: name.to_owned(),
            raw: content.len(),
            brotli: brotli.len(),
            gzip: gzip.len(),
            sum: sums::integrity(content),
        });
        Ok(())
    }

    /// The packed forms of the site before, if the file is as it was there: packing all takes longer than the rest.
    fn packed_before(&self, name: &str, content: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
        let before = self.before.as_deref()?;
        let read = |ending: &str| fs::read(before.join(format!("{name}{ending}"))).ok();
        (read("")? == content).then_some(())?;
        Some((read(".br")?, read(".gz")?))
    }

    /// Adds a file that is packed already, as it is.
    pub(super) fn add_as_it_is(&mut self, name: &str, content: &[u8]) -> Result<()> {
        self.write(name, content)?;
        self.written.push(Written {
            name: name.to_owned(),
            raw: content.len(),
            brotli: content.len(),
            gzip: content.len(),
            sum: sums::integrity(content),
        });
        Ok(())
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let path = self.folder.join(name);
        fs::create_dir_all(path.parent().unwrap_or(&self.folder))
            .and_then(|()| fs::write(&path, bytes))
            .with_context(|| format!("Could not write {}.", path.display()))
    }

    /// Name and sum, as `integrity` has it, of each file that was added so far, as a script asks for them: a page by its
    /// folder, because some hosts redirect from the name of its file.
    pub(super) fn list(&self) -> Value {
        // Made-up languages are for tests, and a phone keeps its icon itself.
        let others = ["qps-", "home-screen-icon."];
        let real = self.written.iter();
        let real = real.filter(|file| !others.iter().any(|start| file.name.starts_with(start)));
        let sums = real.map(|file| {
            let name = file.name.strip_suffix("index.html").unwrap_or(&file.name);
            (name.to_owned(), file.sum.clone().into())
        });
        Value::Object(sums.collect())
    }

    /// Says what was written and how big it is.
    pub(super) fn print(&self) {
        println!(
            "{:>9} {:>9} {:>9}  {}",
            "bytes",
            "gzip",
            "brotli",
            self.folder.display()
        );
        for Written {
            name,
            raw,
            brotli,
            gzip,
            ..
        } in &self.written
        {
            println!("{raw:>9} {gzip:>9} {brotli:>9}  {name}");
        }
    }
}

/// Takes a folder away, if it is there.
pub(crate) fn removed(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("Could not remove the folder {}.", folder.display()))?;
    }
    Ok(())
}

/// Whether a file of this name may be kept for ever.
pub fn is_hashed(name: &str) -> bool {
    name.split('.')
        .any(|part| part.len() == HASH && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn packed_with_brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let settings = BrotliEncoderParams {
        size_hint: content.len(),
        ..BrotliEncoderParams::default()
    };
    brotli::BrotliCompress(&mut &content[..], &mut packed, &settings)
        .context("Brotli could not pack a file.")?;
    Ok(packed)
}

pub(super) fn packed_with_gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer
        .write_all(content)
        .and_then(|()| packer.finish())
        .context("Gzip could not pack a file.")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{HASH, Site, is_hashed};

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        assert!(is_hashed("/phc_first.0123456789.wasm"));
        assert!(!is_hashed("/index.html"));
        assert!(!is_hashed("/qps-ploc/"));
    }

    #[test]
    fn the_site_before_is_whole_until_the_next_one_is() {
        let parent = std::env::temp_dir().join(format!("phc-site-{}", std::process::id()));
        let folder = parent.join("site");
        let there = |name: &str| folder.join(name).exists();
        for (name, before) in [("first", None), ("second", Some("first"))] {
            let mut site = Site::beside(&folder).expect("a site");
            site.add(name, b"words").expect("written");
            assert!(!there(name) && before.is_none_or(there));
            site.put_in(&folder).expect("put");
            assert!(there(name) && !before.is_some_and(there));
        }
        let left = fs::read_dir(&parent).expect("a folder").count();
        fs::remove_dir_all(&parent).expect("removed");
        assert_eq!(left, 1);
    }

    #[test]
    fn only_what_has_changed_is_packed_again() {
        let folder = std::env::temp_dir().join(format!("phc-packed-{}", std::process::id()));
        let packed = folder.join("text.br");
        let add = |content: &[u8]| {
            let mut site = Site::beside(&folder).expect("a site");
            site.add("text", content).expect("written");
            site.put_in(&folder).expect("put");
            fs::read(&packed).expect("packed")
        };
        let first = add(b"words");
        fs::write(&packed, b"as it was").expect("written");
        let same = add(b"words");
        let other = add(b"other words");
        fs::remove_dir_all(&folder).expect("removed");
        assert_eq!(same, b"as it was");
        assert!(first != other && other != same);
    }

    #[test]
    fn what_hosts_copy_knows_names_with_a_hash() {
        let rule = format!("\\.[0-9a-f]{{{HASH}}}\\.");
        for file in [
            "docs/hosting.md",
            "wordpress/partnership-health-check/embed/.htaccess",
        ] {
            let text = std::fs::read_to_string(crate::places::root().join(file)).expect(file);
            assert!(text.contains(&rule), "{file}");
        }
    }
}
