//! The executables. Both systems in one build: while one waits for a crate that keeps one core busy, the other goes on.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use xshell::cmd;

use crate::step::{build_shipped, shell, target_folder};

/// Static: one file for every distribution, whatever its age.
pub(crate) const LINUX: &str = "x86_64-unknown-linux-musl";
pub(crate) const WINDOWS: &str = "x86_64-pc-windows-gnu";

/// What the Windows executable may ask of the system: libraries of every Windows 10.
const OF_WINDOWS: [&str; 10] = [
    "advapi32.dll",
    "api-ms-win-core-synch-l1-2-0.dll",
    "bcryptprimitives.dll",
    "kernel32.dll",
    "msvcrt.dll",
    "ntdll.dll",
    "shell32.dll",
    "user32.dll",
    "userenv.dll",
    "ws2_32.dll",
];

/// The executables as they are handed over.
pub(crate) struct Executables {
    pub(crate) linux: PathBuf,
    pub(crate) windows: PathBuf,
}

/// Builds both, judges them and puts them in a folder. The screens must be built.
pub(crate) fn build(folder: &Path) -> Result<Executables> {
    build_shipped(
        &format!(
            "cargo build --quiet --locked --release --package server --target {LINUX} --target {WINDOWS}"
        ),
        // Names of functions are of no use to a person, and a third of the weight.
        &["-Cstrip=symbols"],
    )?;
    let executables = Executables {
        linux: put(LINUX, "simulateur-crm", folder)?,
        windows: put(WINDOWS, "simulateur-crm.exe", folder)?,
    };
    judge_linux(&executables.linux)?;
    judge_windows(&executables.windows)?;
    Ok(executables)
}

fn put(target: &str, name: &str, folder: &Path) -> Result<PathBuf> {
    let built = target_folder().join(target).join("release").join(name);
    let shipped = folder.join(name);
    // An executable that runs cannot be written over; it can be replaced.
    let _ = fs::remove_file(&shipped);
    fs::copy(&built, &shipped).with_context(|| built.display().to_string())?;
    Ok(shipped)
}

/// It needs nothing of the PC but its kernel.
fn judge_linux(executable: &Path) -> Result<()> {
    let shell = shell()?;
    let told = cmd!(shell, "readelf --wide --dynamic --segments {executable}")
        .quiet()
        .read()?;
    ensure!(
        !told.contains("NEEDED") && !told.contains("INTERP"),
        "the Linux executable is not static:\n{told}"
    );
    Ok(())
}

/// It needs nothing that a Windows has not, opens no console, and is the same whatever the hour of its build.
fn judge_windows(executable: &Path) -> Result<()> {
    let shell = shell()?;
    let told = cmd!(shell, "x86_64-w64-mingw32-objdump --private-headers {executable}")
        .quiet()
        .env("TZ", "UTC")
        .env("LC_ALL", "C")
        .read()?;
    let foreign: Vec<&str> = told
        .lines()
        .filter_map(|line| line.trim().strip_prefix("DLL Name: "))
        .filter(|name| !OF_WINDOWS.contains(&name.to_lowercase().as_str()))
        .collect();
    ensure!(
        foreign.is_empty(),
        "the Windows executable asks for {}",
        foreign.join(", ")
    );
    ensure!(told.contains("(Windows GUI)"), "it would open a console window");
    ensure!(
        told.lines()
            .any(|line| line.starts_with("Time/Date") && line.contains("1970")),
        "the Windows executable bears the hour of its build"
    );
    judge_dress(&fs::read(executable)?)
}

/// Its manifest, its name in the words of Windows and its icon are in it.
fn judge_dress(bytes: &[u8]) -> Result<()> {
    let holds = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    let described: Vec<u8> = "FileDescription\0"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    ensure!(
        holds(b"<activeCodePage") && holds(&described) && holds(b"\x89PNG\r\n\x1a\n"),
        "the Windows executable lacks its manifest, its description or its icon"
    );
    Ok(())
}
