//! Opens the browser of the PC on an address.

use std::io;
use std::process::{Command, Stdio};

#[cfg(windows)]
const OPENERS: &[(&str, &[&str])] = &[("rundll32", &["url.dll,FileProtocolHandler"])];
#[cfg(target_os = "macos")]
const OPENERS: &[(&str, &[&str])] = &[("open", &[])];
#[cfg(not(any(windows, target_os = "macos")))]
const OPENERS: &[(&str, &[&str])] = &[
    ("xdg-open", &[]),
    ("sensible-browser", &[]),
    ("chromium", &[]),
    ("firefox", &[]),
];

/// Asks the system to open its browser; the error is of the last way tried.
pub(crate) fn open(url: &str) -> io::Result<()> {
    let mut last = io::Error::from(io::ErrorKind::NotFound);
    for (program, arguments) in OPENERS {
        let started = Command::new(program)
            .args(*arguments)
            .arg(url)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        match started {
            Ok(mut child) => {
                // Waited for aside, so that no dead process is left behind.
                std::thread::spawn(move || drop(child.wait()));
                return Ok(());
            }
            Err(error) => last = error,
        }
    }
    Err(last)
}
