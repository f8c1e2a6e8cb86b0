//! The papers of dist/: workbooks of the school base, what each file is for, licences, checksums.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use xshell::cmd;

use crate::step::{VERSION, hex, root, shell};
use crate::third_party;

/// The day of the base handed over as a workbook, when none is asked for: chosen once, so that a build can be made again.
pub(crate) const DAY: &str = "2026-11-23";
/// The product's own base.
const SEED: u32 = 2026;
const SIZE: u32 = 520;

/// A name of a handed file and what it is, in French.
struct Entry {
    name: String,
    what: String,
    /// In every dist/.
    is_always: bool,
}

/// Writes everything but the doors, which must be there; the executable makes the workbooks.
pub(crate) fn papers(folder: &Path, executable: &Path, day: &str) -> Result<()> {
    for verb in ["base", "anomalies"] {
        let name = if verb == "base" { "base-ecole" } else { verb };
        make(executable, verb, &folder.join(format!("{name}-{day}.xlsx")), day)?;
    }
    make(
        executable,
        "anomalies",
        &folder.join(format!("anomalies-{day}.html")),
        day,
    )?;
    fs::copy(root().join("LICENSE"), folder.join("LICENCE.txt"))?;
    fs::write(folder.join("LICENCES-TIERS.txt"), third_party::notices()?)?;
    fs::write(folder.join("LISEZ-MOI.txt"), read_me(day)?)?;
    let listed = listed(folder, day)?;
    let text = serde_json::to_string_pretty(&manifest(folder, &listed, day)?)?;
    fs::write(folder.join("manifest.json"), text + "\n")?;
    checksums(folder, &listed)
}

fn make(executable: &Path, verb: &str, output: &Path, day: &str) -> Result<()> {
    let (seed, size) = (SEED.to_string(), SIZE.to_string());
    let made = Command::new(executable)
        .args([
            verb, "--date", day, "--graine", &seed, "--taille", &size, "--sortie",
        ])
        .arg(output)
        .output()?;
    ensure!(
        made.status.success(),
        "{verb}: {}",
        String::from_utf8_lossy(&made.stderr)
    );
    Ok(())
}

/// With what Notepad of any Windows needs to read it: a mark of its encoding, ends of line of two characters.
fn read_me(day: &str) -> Result<String> {
    let text = fs::read_to_string(root().join("content/handed/lisez-moi.txt"))?;
    Ok(format!("\u{feff}{}", filled(&text, day).replace('\n', "\r\n")))
}

fn filled(text: &str, day: &str) -> String {
    let french: Vec<&str> = day.rsplit('-').collect();
    text.replace("{version}", VERSION)
        .replace("{day}", day)
        .replace("{jour}", &french.join("/"))
}

/// What content/handed/files.tsv knows and dist/ holds, in that order. What else stands there was put by somebody.
fn listed(folder: &Path, day: &str) -> Result<Vec<Entry>> {
    let table = fs::read_to_string(root().join("content/handed/files.tsv"))?;
    let mut entries = Vec::new();
    for line in table.lines().skip(1) {
        let [name, when, what] = line.split('\t').collect::<Vec<_>>()[..] else {
            bail!("content/handed/files.tsv: three columns are expected: {line}");
        };
        let entry = Entry {
            name: filled(name, day),
            what: filled(what, day),
            is_always: when == "toujours",
        };
        let is_there = folder.join(&entry.name).is_file();
        ensure!(is_there || !entry.is_always, "dist/{} was not made", entry.name);
        if is_there {
            entries.push(entry);
        }
    }
    Ok(entries)
}

fn manifest(folder: &Path, listed: &[Entry], day: &str) -> Result<Value> {
    let files: Vec<Value> = listed
        .iter()
        .map(|Entry { name, what, .. }| {
            let bytes = fs::read(folder.join(name))?;
            let digest = hex(&Sha256::digest(&bytes));
            Ok(json!({ "name": name, "size": bytes.len(), "sha256": digest, "what": what }))
        })
        .collect::<Result<_>>()?;
    let (commit, is_modified) = commit()?;
    Ok(json!({
        "product": "Simulateur CRM",
        "version": VERSION,
        "commit": commit,
        "modified": is_modified,
        "base": { "day": day, "seed": SEED, "size": SIZE },
        "files": files,
    }))
}

/// The commit that was built, and whether something was not committed; null where there is no repository.
fn commit() -> Result<(Value, bool)> {
    let shell = shell()?;
    let Ok(commit) = cmd!(shell, "git rev-parse HEAD").quiet().ignore_stderr().read() else {
        return Ok((Value::Null, false));
    };
    let changes = cmd!(shell, "git status --porcelain").quiet().read()?;
    Ok((Value::from(commit), !changes.is_empty()))
}

/// `sha256sum -c SHA256SUMS` verifies the folder.
fn checksums(folder: &Path, listed: &[Entry]) -> Result<()> {
    let mut names: Vec<&str> = listed.iter().map(|entry| entry.name.as_str()).collect();
    names.push("manifest.json");
    names.sort_unstable();
    let mut text = String::new();
    for name in names {
        let bytes = fs::read(folder.join(name)).context(name.to_owned())?;
        text += &format!("{}  {name}\n", hex(&Sha256::digest(bytes)));
    }
    fs::write(folder.join("SHA256SUMS"), text)?;
    Ok(())
}

/// Workbooks of another day and packages of another version beside the new ones would be sent by mistake.
pub(crate) fn remove_older(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_file() && is_of_a_build(&name) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

fn is_of_a_build(name: &str) -> bool {
    let package = name
        .strip_prefix("simulateur-crm-")
        .and_then(|rest| rest.strip_suffix(".zip"));
    let dated = name
        .strip_prefix("base-ecole-")
        .or_else(|| name.strip_prefix("anomalies-"));
    let day = dated.and_then(|rest| rest.strip_suffix(".xlsx").or_else(|| rest.strip_suffix(".html")));
    package.is_some() || day.is_some_and(is_day)
}

/// Written AAAA-MM-JJ; whether it exists is the executable's to say.
pub(crate) fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    lengths == [4, 2, 2] && parts.iter().all(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_note_names_the_files_of_the_table() {
        let note = read_me(DAY).unwrap();
        assert!(note.starts_with('\u{feff}') && !note.contains('{'), "{note}");
        let table = fs::read_to_string(root().join("content/handed/files.tsv")).unwrap();
        for line in table.lines().skip(1) {
            let name = filled(line.split('\t').next().unwrap(), DAY);
            assert!(
                name == "LISEZ-MOI.txt" || note.contains(&name),
                "LISEZ-MOI.txt says nothing of {name}"
            );
        }
        for line in note.lines() {
            assert!(
                line.chars().count() <= 90,
                "too long for Notepad's first window: {line}"
            );
        }
    }

    #[test]
    fn only_what_a_build_made_is_taken_away() {
        for (name, is_ours) in [
            ("simulateur-crm-scorm-0.0.9.zip", true),
            ("base-ecole-2025-01-31.xlsx", true),
            ("anomalies-2025-01-31.html", true),
            ("base-ecole-classe-a.xlsx", false),
            ("base-ecole.xlsx", false),
            ("simulateur-crm.html", false),
            ("anomalies-2025-01-31.docx", false),
        ] {
            assert_eq!(is_of_a_build(name), is_ours, "{name}");
        }
    }

    #[test]
    fn days_are_written_in_french() {
        assert_eq!(filled("{day} : {jour}", "2026-11-23"), "2026-11-23 : 23/11/2026");
    }
}
