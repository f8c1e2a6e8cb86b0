//! What the executable makes and judges without opening a screen: bases, lists of anomalies, verifications.

use std::cell::Cell;
use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal as _, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use engine::coherence::{self, Report};
use engine::{ApiError, BaseRecipe, HearProgress, Settings, Spool, World as _};
use jiff::civil::Date;

use crate::clock::SystemWorld;
use crate::options::Recipe;
use crate::{words_rescue, words_verbs};

/// The file or the folder is at fault, not the workbook's content.
const UNREADABLE: u8 = 2;

/// `simulateur-crm base`.
pub(crate) fn base(recipe: &Recipe, anomalies: bool, output: &Path) -> ExitCode {
    end(make_base(recipe, anomalies, output))
}

/// `simulateur-crm anomalies`.
pub(crate) fn anomalies(recipe: &Recipe, output: &Path) -> ExitCode {
    end(make_anomalies(recipe, output))
}

/// `simulateur-crm verifier`: 0 when every line passed, 1 when one did not, 2 when the file cannot be read.
pub(crate) fn verify(workbook: &Path) -> ExitCode {
    if is_data_file(workbook) {
        return examine(workbook);
    }
    let read = fs::read(workbook).map_err(|error| words_verbs::unreadable(workbook, &error));
    let report = read.and_then(|bytes| {
        engine::verify_workbook(&bytes).map_err(|error| words_verbs::refused(workbook, &error))
    });
    match report {
        Ok(report) => {
            say(&words_verbs::report(workbook, &report));
            judged(&report)
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(UNREADABLE)
        }
    }
}

/// Data of the program rather than a workbook: SQLite's own first words.
fn is_data_file(path: &Path) -> bool {
    let mut first = [0; 16];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut first));
    read.is_ok() && &first == b"SQLite format 3\0"
}

/// Looks a file of data through, and leaves it as it is.
fn examine(file: &Path) -> ExitCode {
    let found = file
        .to_str()
        .ok_or(ApiError::StorageUnwritable)
        .and_then(engine::examine_file);
    match found {
        Ok(found) => {
            say(&words_rescue::examined(file, &found));
            if found.is_sound() {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            }
        }
        Err(error) => {
            eprintln!("{}", words_rescue::not_examined(file, &error));
            ExitCode::from(UNREADABLE)
        }
    }
}

fn judged(report: &Report) -> ExitCode {
    if report.passed() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

pub(crate) fn end(made: Result<String, String>) -> ExitCode {
    match made {
        Ok(sentence) => {
            say(&sentence);
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(UNREADABLE)
        }
    }
}

/// A reader that left before the end (`| head`) is no fault.
pub(crate) fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

fn make_base(recipe: &Recipe, anomalies: bool, output: &Path) -> Result<String, String> {
    if !ends_with(output, &["xlsx"]) {
        return Err(words_verbs::not_xlsx(output));
    }
    let recipe = Whole::of(recipe);
    let bytes = recipe.workbook(anomalies, output)?;
    Ok(words_verbs::base_made(
        output,
        recipe.settings.size,
        recipe.date,
        recipe.settings.seed,
        bytes,
    ))
}

fn make_anomalies(recipe: &Recipe, output: &Path) -> Result<String, String> {
    let recipe = Whole::of(recipe);
    let bytes = if ends_with(output, &["html", "htm"]) {
        let Settings { seed, size, .. } = recipe.settings;
        coherence::anomaly_page(&coherence::Base::of_school(seed, recipe.date, size)).into_bytes()
    } else if ends_with(output, &["xlsx"]) {
        recipe.workbook(true, output)?;
        return Ok(words_verbs::anomalies_made(output));
    } else {
        return Err(words_verbs::not_a_list(output));
    };
    write(output, &bytes)?;
    Ok(words_verbs::anomalies_made(output))
}

/// A recipe with nothing left to choose.
struct Whole {
    date: Date,
    settings: Settings,
}

impl Whole {
    fn of(recipe: &Recipe) -> Whole {
        let own = Settings::default();
        Whole {
            date: recipe.date.unwrap_or_else(|| SystemWorld::new(None).today()),
            settings: Settings::school(recipe.seed.unwrap_or(own.seed), recipe.size.unwrap_or(own.size)),
        }
    }

    /// Writes the workbook as it is made: memory stays small whatever the size. Gives its weight in bytes.
    fn workbook(&self, anomalies: bool, output: &Path) -> Result<u64, String> {
        let recipe = BaseRecipe {
            seed: self.settings.seed,
            size: self.settings.size,
            // The same recipe gives the same bytes, the hour of export with them.
            at: self.date.at(8, 0, 0, 0),
            anomalies,
        };
        let unwritable = |error| words_verbs::unwritable(output, &error);
        let part = Scratch::beside(output);
        let file = File::create(&part.file).map_err(unwritable)?;
        let spools = Spools::beside(output).map_err(unwritable)?;
        let hear: Option<HearProgress> = if std::io::stderr().is_terminal() {
            Some(Box::new(told_progress()))
        } else {
            None
        };
        let is_told = hear.is_some();
        let made = engine::write_base(&recipe, &mut || spools.spool(), hear, BufWriter::new(file));
        if is_told {
            eprint!("\r{:60}\r", "");
        }
        made.map_err(|error| words_verbs::not_made(&error))?;
        drop(spools);
        let weight = fs::metadata(&part.file).map_err(unwritable)?.len();
        fs::rename(&part.file, output).map_err(unwritable)?;
        Ok(weight)
    }
}

/// A folder of work beside the output, for the pages of a workbook that is being written; removed with what it holds.
struct Spools {
    folder: PathBuf,
    given: Cell<u32>,
}

impl Spools {
    fn beside(output: &Path) -> io::Result<Spools> {
        let folder = output.with_file_name(format!("simulateur-{}.pages", std::process::id()));
        fs::create_dir_all(&folder)?;
        Ok(Spools {
            folder,
            given: Cell::new(0),
        })
    }

    fn spool(&self) -> io::Result<Box<dyn Spool>> {
        self.given.set(self.given.get() + 1);
        let path = self.folder.join(self.given.get().to_string());
        let file = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(true)
            .open(path)?;
        Ok(Box::new(file))
    }
}

impl Drop for Spools {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn told_progress() -> impl FnMut(u64, u64) {
    let mut said = u64::MAX;
    move |done, total| {
        let percent = done * 100 / total.max(1);
        if percent != said {
            said = percent;
            eprint!("\r{}", words_verbs::progress(percent));
        }
    }
}

/// A file of work beside the output, removed.
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
        let _ = fs::remove_file(&self.file);
    }
}

pub(crate) fn ends_with(path: &Path, kinds: &[&str]) -> bool {
    path.extension()
        .and_then(|kind| kind.to_str())
        .is_some_and(|kind| kinds.iter().any(|known| kind.eq_ignore_ascii_case(known)))
}

/// All of it or nothing: a file cut short would look like a good one.
pub(crate) fn write(output: &Path, bytes: &[u8]) -> Result<(), String> {
    let part = Scratch::beside(output);
    fs::write(&part.file, bytes)
        .and_then(|()| fs::rename(&part.file, output))
        .map_err(|error| words_verbs::unwritable(output, &error))
}
