//! Opens the browser of the PC on an address.

use std::io;
#[cfg(not(windows))]
use std::process::{Command, Stdio};

#[cfg(windows)]
use crate::person::wide;

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
#[cfg(not(windows))]
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

/// Asks Windows to open its browser, and waits until that is under way. No other program is started for it: an antivirus
/// mistrusts those that could be.
#[cfg(windows)]
pub(crate) fn open(url: &str) -> io::Result<()> {
    use windows_sys::Win32::UI::Shell::{
        SEE_MASK_FLAG_NO_UI, SEE_MASK_NOASYNC, SHELLEXECUTEINFOW, ShellExecuteExW,
    };
    use windows_sys::Win32::UI::WindowsAndMessaging::SW_SHOWNORMAL;
    let (verb, file) = (wide("open"), wide(url));
    let mut asked = SHELLEXECUTEINFOW {
        cbSize: size_of::<SHELLEXECUTEINFOW>() as u32,
        fMask: SEE_MASK_NOASYNC | SEE_MASK_FLAG_NO_UI,
        lpVerb: verb.as_ptr(),
        lpFile: file.as_ptr(),
        nShow: SW_SHOWNORMAL,
        ..SHELLEXECUTEINFOW::default()
    };
    // SAFETY: the size is that of what is passed, both texts end with a zero, and all of it outlives the call.
    let is_opened = unsafe { ShellExecuteExW(&mut asked) } != 0;
    is_opened.then_some(()).ok_or_else(io::Error::last_os_error)
}
