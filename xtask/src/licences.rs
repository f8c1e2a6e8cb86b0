//! Licences of the npm packages that ship, judged by the same list as the crates (deny.toml).

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, anyhow, bail};
use serde_json::Value;

use crate::spdx;
use crate::step::root;

/// A package of somebody else that reaches the user.
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) licence: String,
    pub(crate) home: String,
    pub(crate) folder: PathBuf,
}

/// Fails on the first production package of ui/ whose licence is not admitted.
pub(crate) fn check() -> Result<()> {
    let list = admitted()?;
    let packages = shipped_npm()?;
    let refused: Vec<String> = packages
        .iter()
        .filter(|package| !spdx::allowed(&package.licence, &list))
        .map(|package| format!("{} {}: {}", package.name, package.version, package.licence))
        .collect();
    if !refused.is_empty() {
        bail!("licence not admitted by deny.toml:\n  {}", refused.join("\n  "));
    }
    println!("{} packages, all admitted", packages.len());
    Ok(())
}

/// The `allow` list of deny.toml: one list for both registries.
fn admitted() -> Result<Vec<String>> {
    let text = fs::read_to_string(root().join("deny.toml"))?;
    let (_, after) = text
        .split_once("\nallow = [")
        .context("deny.toml has no allow list")?;
    let (list, _) = after
        .split_once(']')
        .context("the allow list of deny.toml does not close")?;
    Ok(list.split('"').skip(1).step_by(2).map(str::to_owned).collect())
}

/// The packages of ui/package-lock.json that are not for development only, by name.
pub(crate) fn shipped_npm() -> Result<Vec<Package>> {
    let ui = root().join("ui");
    let lock: Value = serde_json::from_str(&fs::read_to_string(ui.join("package-lock.json"))?)?;
    let entries = lock["packages"]
        .as_object()
        .context("package-lock.json has no packages")?;
    let mut packages = BTreeMap::new();
    for (place, entry) in entries {
        if place.is_empty() || entry["dev"] == true || entry["devOptional"] == true {
            continue;
        }
        let folder = ui.join(place);
        if entry["optional"] == true && !folder.exists() {
            continue;
        }
        let package = read_package(folder)?;
        packages.insert((package.name.clone(), package.version.clone()), package);
    }
    Ok(packages.into_values().collect())
}

fn read_package(folder: PathBuf) -> Result<Package> {
    let file = folder.join("package.json");
    let text =
        fs::read_to_string(&file).with_context(|| format!("{} (npm ci in ui/ brings it)", file.display()))?;
    let manifest: Value = serde_json::from_str(&text)?;
    let words = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let name = manifest["name"]
        .as_str()
        .ok_or_else(|| anyhow!("{} has no name", file.display()))?;
    Ok(Package {
        name: name.to_owned(),
        version: words(&manifest["version"]),
        licence: licence_of(&manifest),
        home: home_of(&manifest),
        folder,
    })
}

/// npm has had three ways to say it; the old two are still met.
fn licence_of(manifest: &Value) -> String {
    let plain = manifest["license"]
        .as_str()
        .or_else(|| manifest["license"]["type"].as_str());
    let listed = || manifest["licenses"][0]["type"].as_str();
    plain.or_else(listed).unwrap_or("no licence said").to_owned()
}

fn home_of(manifest: &Value) -> String {
    let repository = manifest["repository"]
        .as_str()
        .or_else(|| manifest["repository"]["url"].as_str());
    let home = repository
        .or_else(|| manifest["homepage"].as_str())
        .unwrap_or_default();
    home.trim_start_matches("git+")
        .trim_end_matches(".git")
        .to_owned()
}
