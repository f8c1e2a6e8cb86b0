//! Checks what the machine must have and installs what is missing. Run as root on Debian it needs nobody;
//! otherwise it says, in French and in English, what to type.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use xshell::cmd;

use crate::step::{loud, root, shell, version_of};
use crate::{native, wasm};

/// Where Debian puts the Wine that stories/wine runs.
const WINE: &str = "/usr/lib/wine/wine64";

/// What a verb needs beyond cargo.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// The executable: clang (bindings of SQLite's session extension) and the screens' packages.
    Executable,
    /// Every door too: the targets of what is handed over, the C compilers of two of them.
    Doors,
    /// The tests and stories too: Chromium, Firefox ESR and their packages, LibreOffice, Wine.
    Stories,
}

/// Makes the machine ready, or says what a person must do.
pub(crate) fn prepare(need: Need) -> Result<()> {
    toolchain(need)?;
    node()?;
    system_packages(need)?;
    node_packages("ui")?;
    if need == Need::Stories {
        node_packages("stories")?;
    }
    Ok(())
}

/// rust-toolchain.toml names the targets; rustup may have been told not to follow it, or be absent.
fn toolchain(need: Need) -> Result<()> {
    if need == Need::Executable {
        return Ok(());
    }
    let mut missing = Vec::new();
    for target in [wasm::TARGET, native::LINUX, native::WINDOWS] {
        if !target_present(target)? {
            missing.push(target);
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    if version_of("rustup").is_none() {
        let targets = missing.join(" ");
        bail!(
            "Il manque à Rust : {targets}, et rustup est absent : installez rustup (rustup.rs).\n\
             Rust lacks {targets}, and so is rustup missing: install rustup (rustup.rs)."
        );
    }
    let shell = shell()?;
    loud(cmd!(shell, "rustup target add {missing...}"))
}

fn target_present(target: &str) -> Result<bool> {
    let shell = shell()?;
    let libraries = cmd!(shell, "rustc --print target-libdir --target {target}")
        .quiet()
        .read()?;
    Ok(Path::new(libraries.trim()).is_dir())
}

fn node() -> Result<()> {
    let version = version_of("node").unwrap_or_default();
    let numbers: Vec<u32> = version
        .trim_start_matches('v')
        .split('.')
        .filter_map(|part| part.parse().ok())
        .collect();
    if numbers.as_slice() >= [20, 19].as_slice() && version_of("npm").is_some() {
        return Ok(());
    }
    bail!(
        "Il faut Node 20.19 ou plus récent, avec npm (trouvé : {found}).\n\
         Node 20.19 or newer is needed, with npm (found: {found}).",
        found = if version.is_empty() {
            "rien / nothing"
        } else {
            &version
        }
    )
}

fn system_packages(need: Need) -> Result<()> {
    let mut missing = Vec::new();
    if version_of("clang").is_none() {
        missing.push("clang");
    }
    if version_of("cc").is_none() {
        missing.push("build-essential");
    }
    if need != Need::Executable {
        missing.extend(compilers_missing());
    }
    if need == Need::Stories {
        missing.extend(story_packages_missing());
    }
    if missing.is_empty() {
        return Ok(());
    }
    let packages = missing.join(" ");
    if !is_root() || version_of("apt-get").is_none() {
        bail!(
            "Il manque : {packages}. Sous Debian, tapez : sudo apt-get install {packages}\n\
             Missing: {packages}. On Debian, type: sudo apt-get install {packages}"
        );
    }
    let shell = shell()?;
    shell.set_var("DEBIAN_FRONTEND", "noninteractive");
    loud(cmd!(shell, "apt-get update"))?;
    loud(cmd!(
        shell,
        "apt-get install --yes --no-install-recommends {missing...}"
    ))
}

fn compilers_missing() -> impl Iterator<Item = &'static str> {
    let wanted = [
        ("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64"),
        ("musl-gcc", "musl-tools"),
    ];
    let missing = wanted
        .into_iter()
        .filter(|(program, _)| version_of(program).is_none());
    missing.map(|(_, package)| package)
}

fn story_packages_missing() -> impl Iterator<Item = &'static str> {
    let wanted = [
        ("chromium", chromium().is_some()),
        ("firefox-esr", version_of("firefox-esr").is_some()),
        ("libreoffice-calc", version_of("soffice").is_some()),
        ("wine64", Path::new(WINE).exists()),
    ];
    let missing = wanted.into_iter().filter(|(_, is_there)| !is_there);
    missing.map(|(package, _)| package)
}

/// The Chromium that stories and benches drive.
pub(crate) fn chromium() -> Option<&'static str> {
    ["chromium", "chromium-browser", "google-chrome"]
        .into_iter()
        .find(|name| version_of(name).is_some())
}

fn is_root() -> bool {
    std::process::Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|output| String::from_utf8_lossy(&output.stdout).trim() == "0")
}

/// `npm ci` in a folder, only when its lockfile changed since the last time.
fn node_packages(folder: &str) -> Result<()> {
    let place = root().join(folder);
    let lock =
        fs::read(place.join("package-lock.json")).with_context(|| format!("{folder}/package-lock.json"))?;
    let digest = crate::step::hex(&Sha256::digest(&lock));
    let mark = place.join("node_modules/.lock-digest");
    if fs::read_to_string(&mark).is_ok_and(|known| known == digest) {
        return Ok(());
    }
    println!("-- npm ci ({folder})");
    let shell = shell()?;
    shell.change_dir(&place);
    loud(cmd!(shell, "npm ci --no-audit --no-fund --prefer-offline"))?;
    fs::write(mark, digest)?;
    Ok(())
}

/// cargo-deny, built once into cargo's own bin folder (unoptimised: it runs for two seconds).
pub(crate) fn cargo_deny() -> Result<()> {
    if version_of("cargo-deny").is_some() {
        return Ok(());
    }
    let shell = shell()?;
    println!("-- cargo install cargo-deny");
    // Outside the project's target folder: its dependencies are other versions than ours.
    shell.set_var("CARGO_TARGET_DIR", std::env::temp_dir().join("cargo-deny-build"));
    loud(cmd!(
        shell,
        "cargo install cargo-deny --version 0.20.2 --locked --debug --quiet"
    ))
}
