//! `cargo xtask test`: everything CI does, on a machine that may have nothing yet.

use anyhow::Result;
use xshell::cmd;

use crate::check::checks;
use crate::dist;
use crate::prepare::{Need, prepare};
use crate::step::{Steps, loud, shell, version_of};

/// Runs every check, every test and every story; with a filter, only the tests and stories of that name.
pub(crate) fn test(filter: Option<&str>) -> Result<()> {
    let mut steps = Steps::default();
    if !steps.step("prepare the machine", || prepare(Need::Stories)) {
        return steps.finish();
    }
    if filter.is_none() {
        checks(&mut steps);
    }
    steps.step("Rust tests", || rust_tests(filter));
    steps.step("screen tests", || screen_tests(filter));
    let built = steps.step("build every door", || {
        dist::dist(&dist::Wish::default()).map(drop)
    });
    if built {
        steps.step("stories through every door", || stories(filter));
    }
    steps.finish()
}

fn rust_tests(filter: Option<&str>) -> Result<()> {
    let shell = shell()?;
    if version_of("cargo-nextest").is_some() {
        let filter = filter.as_slice();
        return loud(cmd!(
            shell,
            "cargo nextest run --locked --workspace --no-fail-fast --status-level fail --final-status-level fail --no-tests pass {filter...}"
        ));
    }
    let filter = filter.as_slice();
    loud(cmd!(
        shell,
        "cargo test --locked --workspace --no-fail-fast {filter...}"
    ))
}

fn screen_tests(filter: Option<&str>) -> Result<()> {
    let shell = shell()?;
    shell.change_dir("ui");
    match filter {
        Some(name) => loud(cmd!(
            shell,
            "npx vitest run --passWithNoTests --testNamePattern {name}"
        )),
        None => loud(cmd!(shell, "npm test --silent")),
    }
}

fn stories(filter: Option<&str>) -> Result<()> {
    let shell = shell()?;
    shell.change_dir("stories");
    match filter {
        Some(name) => loud(cmd!(shell, "npm test --silent -- --test-name-pattern {name}")),
        None => loud(cmd!(shell, "npm test --silent")),
    }
}
