//! Packs the built screens into the executable, each file compressed once, here, so that serving one costs nothing.

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
