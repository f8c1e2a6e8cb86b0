//! Packs the built screens into the executable, each file compressed once, here, so that serving one costs nothing; under
//! Windows, gives it its icon and what the system shows and asks of a program.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a build that cannot read its own files must stop"
)]

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;

fn main() {
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo gives OUT_DIR"));
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/dist");
    println!("cargo::rerun-if-changed={}", dist.display());
    println!("cargo::rerun-if-changed=build.rs");
    let mut files = Vec::new();
    collect(&dist, &mut files);
    files.sort();
    let mut table = String::from("&[\n");
    for (index, file) in files.iter().enumerate() {
        let name = file
            .strip_prefix(&dist)
            .expect("collected under dist")
            .to_string_lossy()
            .replace('\\', "/");
        let bytes = fs::read(file).expect("read a built screen");
        let packed = pack(&bytes);
        let compressed = packed.len() < bytes.len();
        let stored = out.join(format!("{index}.asset"));
        fs::write(&stored, if compressed { &packed } else { &bytes }).expect("write a packed screen");
        writeln!(
            table,
            "    Asset {{ path: {name:?}, compressed: {compressed}, bytes: include_bytes!({stored:?}) }},"
        )
        .unwrap();
    }
    table.push(']');
    fs::write(out.join("assets.rs"), table).expect("write the table of screens");
    if std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "windows") {
        dress_for_windows();
    }
}

fn dress_for_windows() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (icon, manifest) = (
        here.join("../../content/brand/logo.ico"),
        here.join("windows.manifest"),
    );
    println!("cargo::rerun-if-changed={}", icon.display());
    println!("cargo::rerun-if-changed={}", manifest.display());
    // The hour of linking in the file would make each build another.
    if std::env::var("CARGO_CFG_TARGET_ENV").is_ok_and(|kind| kind == "gnu") {
        println!("cargo::rustc-link-arg-bins=-Wl,--no-insert-timestamp");
    }
    const FRENCH: u16 = 0x040c;
    winresource::WindowsResource::new()
        .set_language(FRENCH)
        .set_icon(&icon.to_string_lossy())
        .set_manifest_file(&manifest.to_string_lossy())
        .set("ProductName", "Simulateur CRM")
        .set(
            "FileDescription",
            "Simulateur CRM – CRM de concession pour la formation",
        )
        .set("CompanyName", "ANFA")
        .set(
            "LegalCopyright",
            "Association Nationale pour la Formation Automobile (ANFA)",
        )
        .set("InternalName", "simulateur-crm")
        .set("OriginalFilename", "simulateur-crm.exe")
        .compile_for("simulateur-crm")
        .expect("compile the resources (windres, of mingw)");
}

/// Every file under a folder; none when the screens are not built.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}

fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("compress in memory");
    encoder.finish().expect("compress in memory")
}
