//! The house rules, as tests: what docs/ARCHITECTURE.md and docs/STYLE.md forbid and no compiler sees.

mod engine;
mod everywhere;
mod rust_text;
mod screens;
mod sizes;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use walkdir::{DirEntry, WalkDir};

use crate::step::root;

/// A file of the project, read once for every rule.
pub(crate) struct SourceFile {
    /// From the root of the project, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl SourceFile {
    fn is(&self, kind: &str) -> bool {
        Path::new(&self.path)
            .extension()
            .is_some_and(|found| found == kind)
    }
}

/// Applies every rule to every file and tells all the breaches at once.
pub(crate) fn tidy() -> Result<()> {
    let files = read_files(&root())?;
    let rules: [fn(&SourceFile) -> Vec<String>; 6] = [
        everywhere::breaches,
        sizes::breaches,
        rust_text::breaches,
        rust_text::typewritten,
        engine::breaches,
        screens::breaches,
    ];
    let mut breaches: Vec<String> = files
        .iter()
        .flat_map(|file| {
            rules
                .iter()
                .flat_map(move |rule| rule(file))
                .map(move |breach| format!("{}: {breach}", file.path))
        })
        .collect();
    breaches.sort();
    if !breaches.is_empty() {
        bail!(
            "{} house rules broken:\n  {}",
            breaches.len(),
            breaches.join("\n  ")
        );
    }
    println!("{} files keep the house rules", files.len());
    Ok(())
}

fn read_files(root: &Path) -> Result<Vec<SourceFile>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(root)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| is_ours(entry, root))
    {
        let entry = entry?;
        if !entry.file_type().is_file() {
            continue;
        }
        // Pictures and other bytes have no house rule.
        if let Ok(text) = fs::read_to_string(entry.path()) {
            files.push(SourceFile {
                path: relative(entry.path(), root),
                text,
            });
        }
    }
    Ok(files)
}

fn is_ours(entry: &DirEntry, root: &Path) -> bool {
    let name = entry.file_name().to_string_lossy();
    let built = [
        "target",
        "node_modules",
        ".git",
        "donnees",
        "THIRD-PARTY",
        "generated",
    ];
    let built_by_name = built.contains(&name.as_ref()) || name.starts_with("dist");
    let path = relative(entry.path(), root);
    let results = path == "stories/results" || path == "ui/src/engine/wasm";
    !(entry.file_type().is_dir() && (built_by_name || results)) && name != "package-lock.json"
}

fn relative(path: &Path, root: &Path) -> String {
    let parts: PathBuf = path.strip_prefix(root).unwrap_or(path).to_path_buf();
    parts.to_string_lossy().replace('\\', "/")
}
