//! What may be asked on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use jiff::civil::Date;
use lexopt::prelude::*;

use crate::{words, words_campaign};

/// The sizes of a base: the smallest in which every kind of customer can be met, the largest that was tried.
const SIZES: std::ops::RangeInclusive<u32> = 20..=1_000_000;

/// What the executable was asked to do.
#[derive(Debug, PartialEq)]
pub(crate) enum Asked {
    /// Open the screens.
    Open(Options),
    /// Make the workbook of a school base.
    Base {
        recipe: Recipe,
        /// With the list of anomalies.
        anomalies: bool,
        output: PathBuf,
    },
    /// Make the trainers' list of anomalies: a page to print, or a workbook.
    Anomalies { recipe: Recipe, output: PathBuf },
    /// Hold a workbook against every rule.
    Verify { workbook: PathBuf },
    /// List the records of a workbook that are the same person or firm.
    Doubles { workbook: PathBuf, output: PathBuf },
    /// Let time pass in a workbook.
    Advance {
        workbook: PathBuf,
        until: Date,
        output: PathBuf,
    },
    /// List the records of a workbook that a targeting keeps.
    Target {
        workbook: PathBuf,
        /// The text form of the targeting.
        text: String,
        /// The text form of the order.
        sort: String,
        output: PathBuf,
    },
    /// Send a campaign to the records of a workbook.
    Send {
        workbook: PathBuf,
        campaign: Campaign,
        output: PathBuf,
    },
}

/// A campaign: by which channel, to whom, from which template.
#[derive(Debug, PartialEq)]
pub(crate) struct Campaign {
    /// `mail`, `sms`, `letter`.
    pub(crate) channel: String,
    /// The text form of the targeting.
    pub(crate) target: String,
    /// The name of a template.
    pub(crate) template: String,
}

/// How the screens are opened.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Options {
    /// 0: any free port.
    pub(crate) port: u16,
    /// Folder of the data, when it is not the usual one.
    pub(crate) data: Option<PathBuf>,
    /// Do not open the browser.
    pub(crate) no_browser: bool,
    /// Chosen day of use, instead of today.
    pub(crate) date: Option<Date>,
    /// A trainer's workbook with which a sandbox begins.
    pub(crate) base: Option<PathBuf>,
}

/// What a school base is made from; what is not said is the product's.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Recipe {
    /// None: today.
    pub(crate) date: Option<Date>,
    pub(crate) seed: Option<u64>,
    pub(crate) size: Option<u32>,
}

impl Asked {
    /// None when the answer was printed already (`--help`, `--version`). The error is a sentence for the person.
    pub(crate) fn from_command_line() -> Result<Option<Asked>, String> {
        Asked::parse(std::env::args_os().skip(1).collect())
    }

    fn parse(arguments: Vec<OsString>) -> Result<Option<Asked>, String> {
        let verb = arguments.first().and_then(|first| first.to_str());
        let after = || lexopt::Parser::from_args(arguments.iter().skip(1).cloned());
        match verb {
            Some("base") => making(after(), true, |recipe, anomalies, output| Asked::Base {
                recipe,
                anomalies,
                output,
            }),
            Some("anomalies") => making(after(), false, |recipe, _, output| Asked::Anomalies {
                recipe,
                output,
            }),
            Some("verifier") => verifying(after()),
            Some("doublons") => comparing(after()),
            Some("cibler") => targeting(after()),
            Some("avancer") => advancing(after()),
            Some("campagne") => sending(after()),
            Some("aide") => Ok(told(words::help())),
            _ => opening(lexopt::Parser::from_args(arguments)),
        }
    }
}

fn told(text: String) -> Option<Asked> {
    println!("{text}");
    None
}

/// Options that every verb understands; the others are not understood.
fn everywhere(argument: &lexopt::Arg<'_>) -> Result<Option<Asked>, String> {
    match argument {
        Long("help") | Short('h') => Ok(told(words::help())),
        Long("version") | Short('V') => Ok(told(words::version())),
        other => Err(words::bad_option(&words::shown(other))),
    }
}

fn next<'a>(parser: &'a mut lexopt::Parser) -> Result<Option<lexopt::Arg<'a>>, String> {
    parser
        .next()
        .map_err(|error| words::bad_option(&error.to_string()))
}

fn opening(mut parser: lexopt::Parser) -> Result<Option<Asked>, String> {
    let mut options = Options::default();
    while let Some(argument) = next(&mut parser)? {
        match argument {
            Long("port") => options.port = value(&mut parser, "--port", |text| text.parse().ok())?,
            Long("data") => options.data = Some(path(&mut parser, "--data")?),
            Long("date") => options.date = Some(date(&mut parser)?),
            Long("base") => options.base = Some(path(&mut parser, "--base")?),
            Long("no-browser") => options.no_browser = true,
            Value(word) => return Err(words::unknown_verb(&word.to_string_lossy())),
            other => return everywhere(&other),
        }
    }
    Ok(Some(Asked::Open(options)))
}

fn making(
    mut parser: lexopt::Parser,
    may_list: bool,
    asked: impl Fn(Recipe, bool, PathBuf) -> Asked,
) -> Result<Option<Asked>, String> {
    let mut recipe = Recipe::default();
    let mut anomalies = false;
    let mut output = None;
    while let Some(argument) = next(&mut parser)? {
        match argument {
            Long("date") => recipe.date = Some(date(&mut parser)?),
            Long("graine") => {
                recipe.seed = Some(value(&mut parser, "--graine", |text| text.parse().ok())?);
            }
            Long("taille") => {
                let size = |text: &str| text.parse().ok().filter(|size| SIZES.contains(size));
                recipe.size = Some(value(&mut parser, "--taille", size)?);
            }
            Long("sortie") => output = Some(path(&mut parser, "--sortie")?),
            Long("anomalies") if may_list => anomalies = true,
            other => return everywhere(&other),
        }
    }
    let output = output.ok_or_else(words::no_output)?;
    Ok(Some(asked(recipe, anomalies, output)))
}

fn verifying(mut parser: lexopt::Parser) -> Result<Option<Asked>, String> {
    let mut workbook = None;
    while let Some(argument) = next(&mut parser)? {
        match argument {
            Value(path) if workbook.is_none() => workbook = Some(PathBuf::from(path)),
            other => return everywhere(&other),
        }
    }
    let workbook = workbook.ok_or_else(words::no_workbook)?;
    Ok(Some(Asked::Verify { workbook }))
}

fn comparing(mut parser: lexopt::Parser) -> Result<Option<Asked>, String> {
    let (mut workbook, mut output) = (None, None);
    while let Some(argument) = next(&mut parser)? {
        match argument {
            Value(path) if workbook.is_none() => workbook = Some(PathBuf::from(path)),
            Long("sortie") => output = Some(path(&mut parser, "--sortie")?),
            other => return everywhere(&other),
        }
    }
    Ok(Some(Asked::Doubles {
        workbook: workbook.ok_or_else(words::no_compared)?,
        output: output.ok_or_else(words::no_output)?,
    }))
}

fn targeting(mut parser: lexopt::Parser) -> Result<Option<Asked>, String> {
    let (mut workbook, mut text, mut sort, mut output) = (None, None, String::new(), None);
    while let Some(argument) = next(&mut parser)? {
        match argument {
            Value(path) if workbook.is_none() => workbook = Some(PathBuf::from(path)),
            Value(words) if text.is_none() => {
                text = Some(words.into_string().map_err(|_| words::no_targeting())?);
            }
            Long("sortie") => output = Some(path(&mut parser, "--sortie")?),
            Long("tri") => sort = value(&mut parser, "--tri", |text| Some(text.to_owned()))?,
            other => return everywhere(&other),
        }
    }
    Ok(Some(Asked::Target {
        workbook: workbook.ok_or_else(words::no_targeting)?,
        text: text.ok_or_else(words::no_targeting)?,
        sort,
        output: output.ok_or_else(words::no_output)?,
    }))
}

fn advancing(mut parser: lexopt::Parser) -> Result<Option<Asked>, String> {
    let (mut workbook, mut until, mut output) = (None, None, None);
    while let Some(argument) = next(&mut parser)? {
        match argument {
            Value(path) if workbook.is_none() => workbook = Some(PathBuf::from(path)),
            Long("jusqu-au") => until = Some(value(&mut parser, "--jusqu-au", |text| text.parse().ok())?),
            Long("sortie") => output = Some(path(&mut parser, "--sortie")?),
            other => return everywhere(&other),
        }
    }
    Ok(Some(Asked::Advance {
        workbook: workbook.ok_or_else(words::no_advance)?,
        until: until.ok_or_else(words::no_advance)?,
        output: output.ok_or_else(words::no_output)?,
    }))
}

fn sending(mut parser: lexopt::Parser) -> Result<Option<Asked>, String> {
    let (mut workbook, mut channel, mut target, mut template, mut output) = (None, None, None, None, None);
    let written = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    while let Some(argument) = next(&mut parser)? {
        match argument {
            Value(path) if workbook.is_none() => workbook = Some(PathBuf::from(path)),
            Long("canal") => {
                let known = |word: &str| {
                    let found = words_campaign::CHANNELS
                        .into_iter()
                        .find(|(name, _)| *name == word);
                    found.map(|(_, code)| code.to_owned())
                };
                channel = Some(value(&mut parser, "--canal", known)?);
            }
            Long("cible") => target = Some(value(&mut parser, "--cible", written)?),
            Long("modele") => template = Some(value(&mut parser, "--modele", written)?),
            Long("sortie") => output = Some(path(&mut parser, "--sortie")?),
            other => return everywhere(&other),
        }
    }
    let lacking = words_campaign::no_campaign;
    Ok(Some(Asked::Send {
        workbook: workbook.ok_or_else(lacking)?,
        campaign: Campaign {
            channel: channel.ok_or_else(lacking)?,
            target: target.ok_or_else(lacking)?,
            template: template.ok_or_else(lacking)?,
        },
        output: output.ok_or_else(words::no_output)?,
    }))
}

fn date(parser: &mut lexopt::Parser) -> Result<Date, String> {
    value(parser, "--date", |text| text.parse().ok())
}

fn path(parser: &mut lexopt::Parser, name: &str) -> Result<PathBuf, String> {
    let path = parser.value().map_err(|_| words::bad_value(name))?;
    Ok(path.into())
}

fn value<T>(parser: &mut lexopt::Parser, name: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, String> {
    parser
        .value()
        .ok()
        .and_then(|text| text.into_string().ok())
        .and_then(|text| read(&text))
        .ok_or_else(|| words::bad_value(name))
}

#[cfg(test)]
mod tests;
