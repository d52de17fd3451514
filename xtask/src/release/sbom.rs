//! `sbom.cdx.json`: the crates and the packages of npm that a release is made from and with, as CycloneDX 1.6 lists them.
//! It has no date and no number of its own, so that it is the same wherever it is made.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use data_encoding::{BASE64, HEXLOWER};
use serde_json::{Value, json};
use toml::Table;

use crate::dist::crates::{self, Id, Tree};
use crate::dist::{licences, source, version};

/// Where the packages of npm stand that the build uses.
const NPM: &str = "xtask/tools/package-lock.json";

pub(super) fn text() -> Result<String> {
    let inside = crates::inside()?;
    let mut components = crates_of(&inside)?;
    components.push(standard_library()?);
    components.extend(packages_of_npm(&source(NPM)?)?);
    let ours = inside.keys().find(|(name, _)| name == crates::OURS);
    let ours = ours.context("Our own package is not inside.")?;
    let library = reference_of_library()?;
    let asks = |(id, asks): (&Id, &std::collections::BTreeSet<Id>)| {
        let mut on: Vec<_> = asks.iter().map(reference).collect();
        if id == ours {
            on.push(library.clone());
        }
        json!({ "ref": reference(id), "dependsOn": on })
    };
    let bom = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": reference(ours),
                "name": crates::OURS,
                "version": version()?,
                "licenses": [{ "expression": "(MIT OR Apache-2.0) AND CC-BY-4.0" }],
            },
        },
        "components": components,
        "dependencies": inside.iter().map(asks).collect::<Vec<_>>(),
    });
    Ok(format!("{}\n", serde_json::to_string_pretty(&bom)?))
}

/// Each crate but our own. `excluded` are those that only help to build it.
fn crates_of(inside: &Tree) -> Result<Vec<Value>> {
    let known = crates::known()?;
    let sums = sums_of_crates(&source("Cargo.lock")?)?;
    let mut all = crates::while_building()?;
    all.extend(inside.clone());
    let mut components = Vec::new();
    for id in all.keys() {
        // Our own packages come from no registry.
        let Some(sum) = sums.get(id) else { continue };
        let licence = known.get(id).map(|one| one.licence.as_str());
        let licence = licence.with_context(|| format!("Cargo does not know {} {}.", id.0, id.1))?;
        let scope = if inside.contains_key(id) {
            "required"
        } else {
            "excluded"
        };
        components.push(json!({
            "type": "library",
            "bom-ref": reference(id),
            "name": id.0,
            "version": id.1,
            "scope": scope,
            "hashes": [{ "alg": "SHA-256", "content": sum }],
            "licenses": [{ "expression": licence }],
            "purl": reference(id),
        }));
    }
    Ok(components)
}

/// The sums of `Cargo.lock`.
fn sums_of_crates(lock: &str) -> Result<BTreeMap<Id, String>> {
    let lock: Table = lock.parse().context("Cargo.lock cannot be read.")?;
    let packages = lock["package"].as_array().context("Cargo.lock lists nothing.")?;
    let one = |package: &toml::Value| {
        let text = |name: &str| Some(package.get(name)?.as_str()?.to_owned());
        Some(((text("name")?, text("version")?), text("checksum")?))
    };
    Ok(packages.iter().filter_map(one).collect())
}

fn reference((name, version): &Id) -> String {
    format!("pkg:cargo/{name}@{version}")
}

fn reference_of_library() -> Result<String> {
    Ok(format!("pkg:generic/rust-std@{}", licences::rust()?))
}

/// No lock file of ours names it: it comes with the compiler.
fn standard_library() -> Result<Value> {
    Ok(json!({
        "type": "library",
        "bom-ref": reference_of_library()?,
        "name": "rust-std",
        "version": licences::rust()?,
        "scope": "required",
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        "purl": reference_of_library()?,
    }))
}

/// They make files small, and nothing of them is inside.
fn packages_of_npm(lock: &str) -> Result<Vec<Value>> {
    let lock: Value = serde_json::from_str(lock).with_context(|| format!("{NPM} cannot be read."))?;
    let packages = lock["packages"].as_object();
    let mut components = Vec::new();
    for (path, package) in packages.with_context(|| format!("{NPM} lists nothing."))? {
        let Some((_, name)) = path.rsplit_once("node_modules/") else {
            continue;
        };
        let text = |key: &str| {
            let text = package[key].as_str();
            text.with_context(|| format!("{NPM}: {name} has no `{key}`."))
        };
        let sum = text("integrity")?.strip_prefix("sha512-");
        let sum = BASE64.decode(
            sum.with_context(|| format!("{NPM}: {name} has another sum."))?
                .as_bytes(),
        )?;
        let purl = format!("pkg:npm/{}@{}", name.replace('@', "%40"), text("version")?);
        components.push(json!({
            "type": "library",
            "bom-ref": purl,
            "name": name,
            "version": text("version")?,
            "scope": "excluded",
            "hashes": [{ "alg": "SHA-512", "content": HEXLOWER.encode(&sum) }],
            "licenses": [{ "expression": text("license")? }],
            "purl": purl,
        }));
    }
    Ok(components)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::text;

    #[test]
    fn each_component_is_there_once_and_can_be_looked_up() {
        let written = text().expect("a list");
        let bom: Value = serde_json::from_str(&written).expect("JSON");
        let components = bom["components"].as_array().expect("components");
        let mut references: BTreeSet<_> = components.iter().map(|one| one["bom-ref"].as_str()).collect();
        assert_eq!(references.len(), components.len());
        references.insert(bom["metadata"]["component"]["bom-ref"].as_str());
        for one in bom["dependencies"].as_array().expect("who asks for whom") {
            for other in one["dependsOn"]
                .as_array()
                .expect("a list")
                .iter()
                .chain([&one["ref"]])
            {
                assert!(references.contains(&other.as_str()), "{other}");
            }
        }
        let scope = |name: &str| {
            let one = components.iter().find(|one| one["name"] == name);
            one.and_then(|one| one["scope"].as_str())
        };
        assert_eq!(scope("yew"), Some("required"));
        assert_eq!(scope("csv-core"), Some("required"));
        assert_eq!(scope("axum"), Some("excluded"));
        assert_eq!(scope("terser"), Some("excluded"));
        assert_eq!(scope("proptest"), None);
        assert!(written == text().expect("a list"), "the same each time");
    }
}
