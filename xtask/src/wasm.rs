//! The engine for the browser: compiled to wasm, then given its JavaScript side by wasm-bindgen, used here as a library.

use std::path::PathBuf;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::step::{build_shipped, root, target_folder};

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Writes `engine.js`, `engine.d.ts` and `engine_bg.wasm` where the UI's build takes them; gives that folder.
///
/// `release` asks for the shipped build, small and slow to make.
pub(crate) fn build(release: bool) -> Result<PathBuf> {
    let (profile, folder) = if release { ("web", "web") } else { ("dev", "debug") };
    build_shipped(
        &format!("cargo build --quiet --locked --package web --target {TARGET} --profile {profile}"),
        &[],
    )?;
    let compiled = target_folder().join(TARGET).join(folder).join("web.wasm");
    let out = root().join("ui/src/engine/wasm");
    Bindgen::new()
        .input_path(&compiled)
        .web(true)?
        // A trap poisons an instance: on the page's own thread, a new one must be had without a new page.
        .reset_state_function(true)
        .remove_producers_section(true)
        .out_name("engine")
        .generate(&out)
        .with_context(|| compiled.display().to_string())?;
    Ok(out)
}
