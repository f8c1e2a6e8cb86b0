//! The executable of one PC: serves the screens and the engine on loopback, and opens the browser on them.
// No console window behind the browser; `person` finds the console that there is.
#![cfg_attr(windows, windows_subsystem = "windows")]

mod address;
mod advance;
mod api;
mod assets;
mod browser;
mod campaign;
mod clock;
mod copies;
mod doubles;
mod files;
mod first;
mod folder;
mod guard;
mod keeper;
mod options;
mod pages;
mod person;
mod rescue;
mod serve;
mod targeting;
mod verbs;
mod words;
mod words_campaign;
mod words_doubles;
mod words_files;
mod words_rescue;
mod words_targeting;
mod words_verbs;

use std::process::ExitCode;

use options::Asked;

#[cfg(target_env = "musl")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    person::find_terminal();
    match Asked::from_command_line() {
        Ok(Some(Asked::Open(options))) => serve::run(options),
        Ok(Some(Asked::Base {
            recipe,
            anomalies,
            output,
        })) => verbs::base(&recipe, anomalies, &output),
        Ok(Some(Asked::Anomalies { recipe, output })) => verbs::anomalies(&recipe, &output),
        Ok(Some(Asked::Verify { workbook })) => verbs::verify(&workbook),
        Ok(Some(Asked::Doubles { workbook, output })) => doubles::list(&workbook, &output),
        Ok(Some(Asked::Advance {
            workbook,
            until,
            output,
        })) => advance::advance(&workbook, until, &output),
        Ok(Some(Asked::Target {
            workbook,
            text,
            sort,
            output,
        })) => targeting::list(&workbook, &text, &sort, &output),
        Ok(Some(Asked::Send {
            workbook,
            campaign,
            output,
        })) => campaign::send(&workbook, &campaign, &output),
        Ok(None) => ExitCode::SUCCESS,
        Err(sentence) => {
            person::tell(&sentence);
            ExitCode::from(2)
        }
    }
}
