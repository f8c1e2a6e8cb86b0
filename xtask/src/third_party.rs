//! THIRD-PARTY/: what of other people's ships with the product, and under which terms.
//! `rust.txt` and `npm.txt` are generated; the others are written by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;
use walkdir::WalkDir;
use xshell::cmd;

use crate::licences::{Package, shipped_npm};
use crate::step::{root, shell};
use crate::{native, wasm};

const FOLDER: &str = "THIRD-PARTY";
/// Where a shipped crate may be compiled for.
const TARGETS: [&str; 3] = [native::LINUX, native::WINDOWS, wasm::TARGET];

/// Writes the generated lists.
pub(crate) fn write() -> Result<()> {
    for (name, text) in lists()? {
        fs::write(root().join(FOLDER).join(name), text)?;
    }
    Ok(())
}

/// Fails when a generated list is not what the lockfiles give, or a data file has no stated source.
pub(crate) fn check() -> Result<()> {
    let stale: Vec<String> = lists()?
        .into_iter()
        .filter(|(name, text)| fs::read_to_string(root().join(FOLDER).join(name)).ok().as_ref() != Some(text))
        .map(|(name, _)| format!("{FOLDER}/{name}"))
        .collect();
    if !stale.is_empty() {
        bail!(
            "stale: {}; run `cargo xtask codegen` and commit",
            stale.join(", ")
        );
    }
    unsourced_data()
}

/// Every file of content/ is named in data.md, by itself or by its folder, so that its terms are known.
fn unsourced_data() -> Result<()> {
    let root = root();
    let sources = fs::read_to_string(root.join(FOLDER).join("data.md"))?;
    let named: Vec<&str> = sources
        .split('`')
        .filter(|path| path.starts_with("content/"))
        .collect();
    let mut unsourced = Vec::new();
    for entry in WalkDir::new(root.join("content")).sort_by_file_name() {
        let entry = entry?;
        let path = entry
            .path()
            .strip_prefix(&root)?
            .to_string_lossy()
            .replace('\\', "/");
        let sourced = named
            .iter()
            .any(|known| path == *known || known.ends_with('/') && path.starts_with(known));
        if entry.file_type().is_file() && !sourced {
            unsourced.push(path);
        }
    }
    if !unsourced.is_empty() {
        bail!("{FOLDER}/data.md names no source for: {}", unsourced.join(", "));
    }
    Ok(())
}

/// Every notice in one text, for the folder that is handed over.
pub(crate) fn notices() -> Result<String> {
    let read = |name: &str| fs::read_to_string(root().join(FOLDER).join(name)).context(name.to_owned());
    Ok([
        read("README.md")?,
        read("data.md")?,
        read("runtime.txt")?,
        read("rust.txt")?,
        read("npm.txt")?,
    ]
    .join("\n\n"))
}

fn lists() -> Result<Vec<(&'static str, String)>> {
    let rust = list(
        "Bibliothèques Rust livrées (exécutable et navigateur)",
        &shipped_crates()?,
    )?;
    let npm = list("Paquets npm livrés (écrans et polices)", &shipped_npm()?)?;
    Ok(vec![("rust.txt", rust), ("npm.txt", npm)])
}

/// A table of the packages, then each licence text once, with the packages it covers.
fn list(title: &str, packages: &[Package]) -> Result<String> {
    let mut text =
        format!("{title}\nListe engendrée par « cargo xtask codegen » ; ne pas modifier à la main.\n\n");
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in packages {
        let label = format!("{} {}", package.name, package.version);
        writeln!(text, "{label} — {} — {}", package.licence, package.home)?;
        for terms in licence_texts(&package.folder) {
            texts.entry(terms).or_default().insert(label.clone());
        }
    }
    for (terms, covered) in texts {
        let names: Vec<String> = covered.into_iter().collect();
        writeln!(text, "\n{}\n{}\n\n{terms}", "-".repeat(80), names.join(", "))?;
    }
    Ok(text)
}

/// Licence and notice files at the top of a package, ends of line and margins evened out.
fn licence_texts(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    files.retain(|file| {
        let name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .to_uppercase();
        [
            "LICENSE",
            "LICENCE",
            "COPYING",
            "NOTICE",
            "UNLICENSE",
            "COPYRIGHT",
        ]
        .iter()
        .any(|start| name.starts_with(start))
    });
    files
        .iter()
        .filter_map(|file| fs::read_to_string(file).ok())
        .map(|text| evened(&text))
        .collect()
}

fn evened(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// The crates that `server` and `web` link, for every target, without what only builds or tests them.
fn shipped_crates() -> Result<Vec<Package>> {
    let shell = shell()?;
    let mut found = BTreeMap::new();
    for target in TARGETS {
        let metadata = cmd!(
            shell,
            "cargo metadata --locked --format-version 1 --filter-platform {target}"
        )
        .quiet()
        .read()?;
        let metadata: Value = serde_json::from_str(&metadata)?;
        for package in linked(&metadata)? {
            found.insert((package.name.clone(), package.version.clone()), package);
        }
    }
    Ok(found.into_values().collect())
}

fn linked(metadata: &Value) -> Result<Vec<Package>> {
    let nodes = by_id(&metadata["resolve"]["nodes"])?;
    let packages = by_id(&metadata["packages"])?;
    let is_door = |id: &&&str| matches!(packages[**id]["name"].as_str(), Some("server" | "web"));
    let ours = |package: &Value| package["source"].is_null();
    let mut reached: BTreeSet<&str> = BTreeSet::new();
    let mut waiting: Vec<&str> = packages
        .keys()
        .filter(|id| ours(packages[**id]))
        .filter(is_door)
        .copied()
        .collect();
    while let Some(id) = waiting.pop() {
        if !reached.insert(id) || is_macro(packages[id]) {
            continue;
        }
        waiting.extend(
            nodes
                .get(id)
                .into_iter()
                .flat_map(|node| normal_dependencies(node)),
        );
    }
    let shipped = reached.into_iter().map(|id| packages[id]);
    Ok(shipped
        .filter(|package| !ours(package) && !is_macro(package))
        .map(crate_of)
        .collect())
}

fn by_id(list: &Value) -> Result<BTreeMap<&str, &Value>> {
    let list = list.as_array().context("cargo metadata changed shape")?;
    Ok(list
        .iter()
        .filter_map(|entry| Some((entry["id"].as_str()?, entry)))
        .collect())
}

/// A procedural macro runs in the compiler and is not linked into the product.
fn is_macro(package: &Value) -> bool {
    let kinds = package["targets"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|target| &target["kind"]);
    kinds.into_iter().any(|kind| {
        kind.as_array()
            .is_some_and(|kind| kind.contains(&Value::from("proc-macro")))
    })
}

fn normal_dependencies(node: &Value) -> Vec<&str> {
    let dependencies = node["deps"].as_array().into_iter().flatten();
    let normal = dependencies.filter(|dependency| {
        dependency["dep_kinds"]
            .as_array()
            .into_iter()
            .flatten()
            .any(|kind| kind["kind"].is_null())
    });
    normal
        .filter_map(|dependency| dependency["pkg"].as_str())
        .collect()
}

fn crate_of(package: &Value) -> Package {
    let words = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
    let manifest = words("manifest_path");
    let folder = Path::new(&manifest)
        .parent()
        .unwrap_or(Path::new(""))
        .to_path_buf();
    Package {
        name: words("name"),
        version: words("version"),
        licence: words("license"),
        home: words("repository"),
        folder,
    }
}
