//! The project's own commands, one file per verb. `cargo xtask` alone lists them.

mod bench;
mod check;
mod codegen;
mod dist;
mod handed;
mod icon;
mod licences;
mod manifest;
mod native;
mod prepare;
mod run;
mod spdx;
mod step;
mod test;
mod third_party;
mod tidy;
mod wasm;

use std::process::ExitCode;

use anyhow::{Result, bail};

const VERBS: &str = "\
cargo xtask run [-- options]   install what is missing, build, open the simulator in the browser
cargo xtask test [filter]      everything CI does; with a filter, only the tests and stories of that name
cargo xtask check              the fast static part: format, lints, house rules, licences, stale files
cargo xtask tidy               the house rules alone: directions, sizes, French out of the engine
cargo xtask codegen            write what is generated: TypeScript types, THIRD-PARTY lists
cargo xtask bench              print the figures, with the machine's load
cargo xtask dist [--base F] [--day D]
                               dist/: executables, single .html, SCORM zips, workbooks, licences, checksums; with a trainer's
                               base in them; workbooks of another day";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let (verb, rest) = match arguments.split_first() {
        Some((verb, rest)) => (verb.as_str(), rest),
        None => ("", arguments),
    };
    let rest: Vec<String> = rest.iter().filter(|word| *word != "--").cloned().collect();
    match verb {
        "run" => run::run(&rest),
        "test" => test::test(rest.first().map(String::as_str)),
        "check" => check::check(),
        "codegen" => codegen::codegen(),
        "bench" => bench::bench(),
        "wasm" => wasm::build(true).map(drop),
        "dist" => dist::from_arguments(&rest).map(drop),
        "tidy" => tidy::tidy(),
        "" | "help" | "--help" => {
            println!("{VERBS}");
            Ok(())
        }
        other => bail!("no verb named {other}\n\n{VERBS}"),
    }
}
