//! `cargo xtask check`: what can be said without running the product.

use anyhow::Result;

use crate::prepare::{self, Need, prepare};
use crate::step::{Steps, build_shipped, line};
use crate::{icon, licences, third_party, tidy};

/// Runs every static check and names those that fail.
pub(crate) fn check() -> Result<()> {
    prepare(Need::Stories)?;
    let mut steps = Steps::default();
    checks(&mut steps);
    steps.finish()
}

/// The static checks, quickest first.
pub(crate) fn checks(steps: &mut Steps) {
    steps.step("house rules", tidy::tidy);
    steps.step("rustfmt", || line("", "cargo fmt --all --check"));
    steps.step("licences of npm packages", licences::check);
    steps.step("THIRD-PARTY lists", third_party::check);
    steps.step("icon of the logo", icon::check);
    steps.step("screens: format, lint, types", || {
        line("ui", "npm run --silent format:check")?;
        line("ui", "npm run --silent lint")?;
        line("ui", "npm run --silent types")
    });
    steps.step("stories: types", || line("stories", "npm run --silent types"));
    steps.step("cargo-deny", || {
        prepare::cargo_deny()?;
        line(
            "",
            "cargo deny --locked --log-level error check licenses bans sources",
        )
    });
    steps.step("clippy", || {
        line(
            "",
            "cargo clippy --quiet --locked --workspace --all-targets -- --deny warnings",
        )
    });
    // In the profile that ships, so that SQLite is compiled once for both.
    steps.step("clippy, browser", || {
        build_shipped(
            "cargo clippy --quiet --locked --profile web --package web --target wasm32-unknown-unknown -- --deny warnings",
            &[],
        )
    });
    // The engine's own test compares the committed types with what the command table gives.
    steps.step("stale generated types", || {
        line("", "cargo test --quiet --locked --package engine types")
    });
}
