//! What the executable makes without opening a screen: the trainers' list of anomalies.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use engine::coherence::{self, Base};
use engine::{Settings, World as _};

use crate::clock::SystemWorld;
use crate::options::Recipe;
use crate::words_verbs;

/// The output is at fault.
const UNWRITABLE: u8 = 2;

/// `simulateur-crm anomalies`.
pub(crate) fn anomalies(recipe: &Recipe, output: &Path) -> ExitCode {
    match make_anomalies(recipe, output) {
        Ok(sentence) => {
            // A reader that left before the end is no fault.
            let _ = writeln!(std::io::stdout(), "{sentence}");
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(UNWRITABLE)
        }
    }
}

fn make_anomalies(recipe: &Recipe, output: &Path) -> Result<String, String> {
    if !ends_with(output, &["html", "htm"]) {
        return Err(words_verbs::not_a_list(output));
    }
    let own = Settings::default();
    let date = recipe.date.unwrap_or_else(|| SystemWorld::new(None).today());
    let (seed, size) = (recipe.seed.unwrap_or(own.seed), recipe.size.unwrap_or(own.size));
    let page = coherence::anomaly_page(&Base::of_school(seed, date, size));
    write(output, page.as_bytes())?;
    Ok(words_verbs::anomalies_made(output))
}

/// A file of work beside the output, removed with what SQLite puts beside it.
struct Scratch {
    file: PathBuf,
}

impl Scratch {
    fn beside(output: &Path) -> Scratch {
        let name = format!("simulateur-{}.tmp", std::process::id());
        Scratch {
            file: output.with_file_name(name),
        }
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        for end in ["", "-wal", "-shm", "-journal"] {
            let mut name = self.file.clone().into_os_string();
            name.push(end);
            let _ = fs::remove_file(name);
        }
    }
}

fn ends_with(path: &Path, kinds: &[&str]) -> bool {
    path.extension()
        .and_then(|kind| kind.to_str())
        .is_some_and(|kind| kinds.iter().any(|known| kind.eq_ignore_ascii_case(known)))
}

/// All of it or nothing: a file cut short would look like a good one.
fn write(output: &Path, bytes: &[u8]) -> Result<(), String> {
    let part = Scratch::beside(output);
    fs::write(&part.file, bytes)
        .and_then(|()| fs::rename(&part.file, output))
        .map_err(|error| words_verbs::unwritable(output, &error))
}
