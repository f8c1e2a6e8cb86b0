//! The executable of one PC: serves the screens and the engine on loopback, and opens the browser on them.

mod address;
mod api;
mod assets;
mod browser;
mod clock;
mod files;
mod folder;
mod guard;
mod keeper;
mod options;
mod pages;
mod serve;
mod words;

use std::process::ExitCode;

use options::Options;

fn main() -> ExitCode {
    match Options::from_command_line() {
        Ok(Some(options)) => serve::run(options),
        Ok(None) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}
