//! `cargo xtask dist`: the files that are handed over, in dist/, with what is said of them.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use xshell::cmd;
use zip::write::SimpleFileOptions;

use crate::handed::{self, is_day};
use crate::manifest::{scorm12, scorm2004};
use crate::prepare::{Need, prepare};
use crate::run::build_screens;
use crate::step::{VERSION, loud, root, shell};
use crate::{native, wasm};

const TITLE: &str = "Simulateur CRM";
/// Entry page of the SCORM package. Dokeos rewrites on disk every `*.html` it launches; `.htm` it leaves alone.
const PAGE: &str = "index.htm";

/// The shipped files that run.
pub(crate) struct Shipped {
    pub(crate) executable: PathBuf,
    pub(crate) windows: PathBuf,
    pub(crate) single_page: PathBuf,
    pub(crate) scorm: PathBuf,
    /// The same page for platforms that only take SCORM 2004.
    pub(crate) scorm2004: PathBuf,
}

/// What may be asked of a build.
#[derive(Default)]
pub(crate) struct Wish {
    /// A trainer's workbook, on which every door begins.
    base: Option<PathBuf>,
    /// The day of the workbooks handed over, AAAA-MM-JJ.
    day: Option<String>,
}

/// A trainer's base beside the executable, which looks for this name.
const BASE_BESIDE: &str = "base-ecole.xlsx";

/// `cargo xtask dist [--base F.xlsx] [--day AAAA-MM-JJ]`.
pub(crate) fn from_arguments(arguments: &[String]) -> Result<Shipped> {
    let mut wish = Wish::default();
    for pair in arguments.chunks(2) {
        match pair {
            // Where the person stands, not the root of the project.
            [option, path] if option == "--base" => wish.base = Some(std::path::absolute(path)?),
            [option, day] if option == "--day" && is_day(day) => wish.day = Some(day.clone()),
            other => bail!("dist takes --base F.xlsx and --day AAAA-MM-JJ: {other:?}"),
        }
    }
    dist(&wish)
}

/// Builds every door and fills dist/.
pub(crate) fn dist(wish: &Wish) -> Result<Shipped> {
    let base = wish.base.as_deref();
    if let Some(base) = base {
        ensure!(base.is_file(), "{}: no such file", base.display());
    }
    prepare(Need::Doors)?;
    let folder = root().join("dist");
    fs::create_dir_all(&folder)?;
    handed::remove_older(&folder)?;
    build_screens()?;
    let executables = native::build(&folder)?;
    put_base(base, &executables.linux, &folder)?;
    let shipped = Shipped {
        executable: executables.linux,
        windows: executables.windows,
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
    let day = wish.day.as_deref().unwrap_or(handed::DAY);
    handed::papers(&folder, &shipped.executable, day)?;
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
