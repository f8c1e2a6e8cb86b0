//! The terminal and the box of Windows. A program without a console window gets nothing of the console that it was started
//! from: it attaches itself to it. What was given a pipe or a file keeps it.

use std::fs::OpenOptions;
use std::os::windows::io::IntoRawHandle as _;
use std::ptr;

use windows_sys::Win32::Foundation::{HANDLE, INVALID_HANDLE_VALUE};
use windows_sys::Win32::Storage::FileSystem::{FILE_TYPE_UNKNOWN, GetFileType};
use windows_sys::Win32::System::Console::{
    ATTACH_PARENT_PROCESS, AttachConsole, GetStdHandle, STD_ERROR_HANDLE, STD_HANDLE, STD_OUTPUT_HANDLE,
    SetStdHandle,
};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    MB_ICONWARNING, MB_OK, MB_SETFOREGROUND, MB_TOPMOST, MessageBoxW,
};

use crate::words;

/// Attaches to the console of whoever started the program, where there is one, even when all is given: what was given may
/// be of that console, and is of no use without it.
pub(super) fn find_terminal() {
    let given = [STD_OUTPUT_HANDLE, STD_ERROR_HANDLE].map(|which| (which, usable(which)));
    // SAFETY: takes no pointer; that there is no console to attach to is an answer.
    let is_attached = unsafe { AttachConsole(ATTACH_PARENT_PROCESS) } != 0;
    for (which, handle) in given {
        let handle = handle.or_else(|| if is_attached { console() } else { None });
        // A double click may leave there a number that is no file: nothing is better, what is printed is then let go.
        // SAFETY: takes no pointer, and the handle stays open as long as the program runs.
        unsafe { SetStdHandle(which, handle.unwrap_or(ptr::null_mut())) };
    }
}

/// Whether what is printed as an error goes somewhere.
pub(super) fn is_read() -> bool {
    usable(STD_ERROR_HANDLE).is_some()
}

/// A box that waits to be closed.
pub(super) fn show_box(sentence: &str) {
    let (text, title) = (wide(sentence), wide(words::NAME));
    let style = MB_OK | MB_ICONWARNING | MB_SETFOREGROUND | MB_TOPMOST;
    // SAFETY: both texts end with a zero and outlive the call.
    unsafe { MessageBoxW(ptr::null_mut(), text.as_ptr(), title.as_ptr(), style) };
}

/// As Windows takes text: UTF-16, ended by a zero.
pub(crate) fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().chain([0]).collect()
}

fn usable(which: STD_HANDLE) -> Option<HANDLE> {
    // SAFETY: neither call takes a pointer, and any number may be asked about.
    unsafe {
        let handle = GetStdHandle(which);
        let is_given = !handle.is_null() && handle != INVALID_HANDLE_VALUE;
        (is_given && GetFileType(handle) != FILE_TYPE_UNKNOWN).then_some(handle)
    }
}

fn console() -> Option<HANDLE> {
    let file = OpenOptions::new().read(true).write(true).open("CONOUT$").ok()?;
    Some(file.into_raw_handle())
}
