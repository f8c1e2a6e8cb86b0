//! What may be asked on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use jiff::civil::Date;
use lexopt::prelude::*;

use crate::words;

/// How the executable was asked to run.
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
}

impl Options {
    /// None when the answer was printed already (`--help`, `--version`). The error is a sentence for the person.
    pub(crate) fn from_command_line() -> Result<Option<Options>, String> {
        Options::parse(std::env::args_os().skip(1))
    }

    fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Option<Options>, String> {
        let mut options = Options::default();
        let mut parser = lexopt::Parser::from_args(arguments);
        while let Some(argument) = parser
            .next()
            .map_err(|error| words::bad_option(&error.to_string()))?
        {
            match argument {
                Long("port") => options.port = value(&mut parser, "--port", |text| text.parse().ok())?,
                Long("data") => {
                    options.data = Some(parser.value().map_err(|_| words::bad_value("--data"))?.into())
                }
                Long("date") => options.date = Some(value(&mut parser, "--date", |text| text.parse().ok())?),
                Long("no-browser") => options.no_browser = true,
                Long("help") | Short('h') => {
                    println!("{}", words::help());
                    return Ok(None);
                }
                Long("version") | Short('V') => {
                    println!("{}", words::version());
                    return Ok(None);
                }
                other => return Err(words::bad_option(&words::shown(&other))),
            }
        }
        Ok(Some(options))
    }
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
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Option<Options>, String> {
        Options::parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn every_option_is_read() {
        let options = parse("--port 4000 --data /tmp/x --no-browser --date 2026-03-01")
            .unwrap()
            .unwrap();
        assert_eq!(
            options,
            Options {
                port: 4000,
                data: Some("/tmp/x".into()),
                no_browser: true,
                date: Some(Date::constant(2026, 3, 1)),
            }
        );
    }

    #[test]
    fn a_bad_value_names_its_option() {
        for (line, name) in [
            ("--date 2026-02-30", "--date"),
            ("--port 70000", "--port"),
            ("--data", "--data"),
            ("--colour", "--colour"),
        ] {
            let sentence = parse(line).unwrap_err();
            assert!(sentence.contains(name), "{sentence}");
        }
    }
}
