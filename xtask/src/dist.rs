//! `cargo xtask dist`: the files that are handed over, in dist/, with their checksums.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};
use xshell::cmd;
use zip::write::SimpleFileOptions;

use crate::manifest::{scorm12, scorm2004};
use crate::prepare::{Need, prepare};
use crate::run::build_screens;
use crate::step::{VERSION, hex, line, loud, root, shell, target_folder};
use crate::{third_party, wasm};

const TITLE: &str = "Simulateur CRM";
/// Entry page of the SCORM package. Dokeos rewrites on disk every `*.html` it launches; `.htm` it leaves alone.
const PAGE: &str = "index.htm";

/// The shipped files.
pub(crate) struct Shipped {
    pub(crate) executable: PathBuf,
    pub(crate) single_page: PathBuf,
    pub(crate) scorm: PathBuf,
    /// The same page for platforms that only take SCORM 2004.
    pub(crate) scorm2004: PathBuf,
}

/// A trainer's base beside the executable, which looks for this name.
const BASE_BESIDE: &str = "base-ecole.xlsx";

/// `cargo xtask dist [--base F.xlsx]`.
pub(crate) fn from_arguments(arguments: &[String]) -> Result<Shipped> {
    match arguments {
        [] => dist(None),
        // Where the person stands, not the root of the project.
        [option, path] if option == "--base" => dist(Some(&std::path::absolute(path)?)),
        other => bail!("dist takes nothing, or --base F.xlsx: {other:?}"),
    }
}

/// Builds every door and fills dist/; with a trainer's workbook, the doors begin on it.
pub(crate) fn dist(base: Option<&Path>) -> Result<Shipped> {
    if let Some(base) = base {
        ensure!(base.is_file(), "{}: no such file", base.display());
    }
    prepare(Need::Browser)?;
    let folder = root().join("dist");
    fs::create_dir_all(&folder)?;
    remove_older_packages(&folder)?;
    let executable = executable(&folder)?;
    put_base(base, &executable, &folder)?;
    let shipped = Shipped {
        executable,
        single_page: single_page(&folder, base)?,
        scorm: folder.join(format!("simulateur-crm-scorm-{VERSION}.zip")),
        scorm2004: folder.join(format!("simulateur-crm-scorm2004-{VERSION}.zip")),
    };
    package_scorm(
        &scorm12(TITLE, VERSION, PAGE),
        &shipped.single_page,
        &shipped.scorm,
    )?;
    package_scorm(
        &scorm2004(TITLE, VERSION, PAGE),
        &shipped.single_page,
        &shipped.scorm2004,
    )?;
    fs::copy(root().join("LICENSE"), folder.join("LICENCE.txt"))?;
    fs::write(folder.join("LICENCES-TIERS.txt"), third_party::notices()?)?;
    checksums(&folder)?;
    Ok(shipped)
}

/// A zip of an earlier version beside the new one would be sent by mistake.
fn remove_older_packages(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|kind| kind == "zip") {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

fn executable(folder: &Path) -> Result<PathBuf> {
    build_screens()?;
    line("", "cargo build --quiet --locked --profile dist --package server")?;
    let name = format!("simulateur-crm{}", std::env::consts::EXE_SUFFIX);
    let built = target_folder().join("dist").join(&name);
    let shipped = folder.join(&name);
    // An executable that runs cannot be written over; it can be replaced.
    let _ = fs::remove_file(&shipped);
    fs::copy(&built, &shipped).with_context(|| built.display().to_string())?;
    Ok(shipped)
}

/// Puts a trainer's base beside the executable once the executable has read it; takes away that of an earlier build.
fn put_base(base: Option<&Path>, executable: &Path, folder: &Path) -> Result<()> {
    let beside = folder.join(BASE_BESIDE);
    let _ = fs::remove_file(&beside);
    let Some(base) = base else { return Ok(()) };
    let verified = std::process::Command::new(executable)
        .arg("verifier")
        .arg(base)
        .status()?;
    match verified.code() {
        Some(0) => {}
        Some(1) => println!("-- the base is taken as it is: some lines above did not hold"),
        _ => bail!("{} cannot be a base", base.display()),
    }
    fs::copy(base, &beside)?;
    Ok(())
}

fn single_page(folder: &Path, base: Option<&Path>) -> Result<PathBuf> {
    wasm::build(true)?;
    let shell = shell()?;
    shell.change_dir(root().join("ui"));
    if let Some(base) = base {
        shell.set_var("SCHOOL_BASE", base);
    }
    loud(cmd!(shell, "npm run --silent build:single"))?;
    let built = root().join("ui/dist-single/index.html");
    let page = fs::read(&built).with_context(|| built.display().to_string())?;
    judge_page(&page)?;
    let shipped = folder.join("simulateur-crm.html");
    fs::write(&shipped, page)?;
    Ok(shipped)
}

/// What no entry page may hold: see `PAGE`, and a page that fetches anything cannot work from a USB stick.
fn judge_page(page: &[u8]) -> Result<()> {
    let text = std::str::from_utf8(page).context("the single page is not UTF-8")?;
    for forbidden in ["<embed", "<script src=", "<link rel=\"stylesheet\" href=\"http"] {
        if text.contains(forbidden) {
            bail!("the single page holds `{forbidden}`");
        }
    }
    Ok(())
}

fn package_scorm(manifest: &str, single_page: &Path, shipped: &Path) -> Result<()> {
    let mut zip = zip::ZipWriter::new(fs::File::create(shipped)?);
    let options = SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .compression_level(Some(9));
    zip.start_file("imsmanifest.xml", options)?;
    zip.write_all(manifest.as_bytes())?;
    zip.start_file(PAGE, options)?;
    zip.write_all(&fs::read(single_page)?)?;
    zip.finish()?;
    let name = shipped
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    ensure!(
        name.is_ascii() && !name.contains("php"),
        "{name}: an LMS would rename it"
    );
    Ok(())
}

/// `sha256sum -c SHA256SUMS` verifies the folder.
fn checksums(folder: &Path) -> Result<()> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    files.sort();
    let mut text = String::new();
    for file in files {
        let name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if file.is_file() && name != "SHA256SUMS" {
            text += &format!("{}  {name}\n", hex(&Sha256::digest(fs::read(&file)?)));
        }
    }
    fs::write(folder.join("SHA256SUMS"), text)?;
    Ok(())
}
