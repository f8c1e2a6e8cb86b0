//! Steps: one outside command at a time, announced, timed, and stopped at by name when it fails.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow};
use xshell::{Cmd, Shell};

/// The root of the project, wherever the command was typed.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// A shell standing at the root of the project.
pub(crate) fn shell() -> Result<Shell> {
    let shell = Shell::new()?;
    shell.change_dir(root());
    Ok(shell)
}

/// Where cargo puts what it builds.
pub(crate) fn target_folder() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Version of the product: the workspace's.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Names and durations of the steps of one verb, and whether any failed.
#[derive(Default)]
pub(crate) struct Steps {
    done: Vec<(String, Duration, bool)>,
}

impl Steps {
    /// Runs a step. A failure is told at once and kept for `finish`, so that one run shows every fault.
    pub(crate) fn step(&mut self, name: &str, work: impl FnOnce() -> Result<()>) -> bool {
        println!("\n== {name}");
        let begun = Instant::now();
        let result = work();
        if let Err(error) = &result {
            println!("{error:#}");
        }
        self.done.push((name.to_owned(), begun.elapsed(), result.is_ok()));
        result.is_ok()
    }

    /// Prints the table of durations; an error names the steps that failed.
    pub(crate) fn finish(self) -> Result<()> {
        println!("\n== durations");
        for (name, took, good) in &self.done {
            println!(
                "{:>7.1} s  {}{name}",
                took.as_secs_f64(),
                if *good { "" } else { "FAILED " }
            );
        }
        let failed: Vec<&str> = self
            .done
            .iter()
            .filter(|(_, _, good)| !good)
            .map(|(name, _, _)| name.as_str())
            .collect();
        // The closing count that a CI reads, whatever the runners above printed.
        println!(
            "steps: {} passed, {} failed",
            self.done.len() - failed.len(),
            failed.len()
        );
        if failed.is_empty() {
            Ok(())
        } else {
            Err(anyhow!("failed: {}", failed.join(", ")))
        }
    }
}

/// Runs an outside command with its output shown, and no standard input.
pub(crate) fn loud(command: Cmd<'_>) -> Result<()> {
    let words = command.to_string();
    command.quiet().run().with_context(|| format!("`{words}`"))
}

/// Runs a command written as one line without quotes, standing in a folder of the project ("" is its root).
pub(crate) fn line(folder: &str, words: &str) -> Result<()> {
    let shell = shell()?;
    shell.change_dir(root().join(folder));
    let mut words = words.split_whitespace();
    let program = words.next().unwrap_or_default();
    loud(shell.cmd(program).args(words))
}

/// Builds what is handed over: `line` at the root, with the compiler told to keep silent on the folders of this machine, so that
/// two clones give the same bytes. `flags` are more for it.
pub(crate) fn build_shipped(words: &str, flags: &[&str]) -> Result<()> {
    let shell = shell()?;
    let mut all = vec![told_as(&root(), "/simulateur-crm")];
    if let Some(home) = cargo_home() {
        all.push(told_as(&home, "/cargo"));
    }
    all.extend(flags.iter().map(|flag| (*flag).to_owned()));
    // Parted by this character, folders may have spaces in their names.
    shell.set_var("CARGO_ENCODED_RUSTFLAGS", all.join("\u{1f}"));
    // What C code takes for the moment at which it is compiled.
    shell.set_var("SOURCE_DATE_EPOCH", "1767225600");
    let mut words = words.split_whitespace();
    let program = words.next().unwrap_or_default();
    loud(shell.cmd(program).args(words))
}

fn told_as(folder: &Path, name: &str) -> String {
    format!("--remap-path-prefix={}={name}", folder.display())
}

fn cargo_home() -> Option<PathBuf> {
    let own = || Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo"));
    std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(own)
}

/// First line that a program answers to `--version`, when it is installed.
pub(crate) fn version_of(program: &str) -> Option<String> {
    let output = std::process::Command::new(program)
        .arg("--version")
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    output
        .status
        .success()
        .then(|| text.lines().next().unwrap_or_default().to_owned())
}

/// Bytes as lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
