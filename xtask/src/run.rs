//! `cargo xtask run`: from a fresh clone to the simulator open in the browser.

use anyhow::Result;
use xshell::cmd;

use crate::prepare::{Need, prepare};
use crate::step::{line, loud, shell};

/// Installs what is missing, builds the screens and the executable, and starts it with the given options.
pub(crate) fn run(options: &[String]) -> Result<()> {
    prepare(Need::Executable)?;
    build_screens()?;
    let shell = shell()?;
    loud(cmd!(
        shell,
        "cargo run --release --package server -- {options...}"
    ))
}

/// The chunked build that the executable embeds.
pub(crate) fn build_screens() -> Result<()> {
    line("ui", "npm run --silent build")
}
