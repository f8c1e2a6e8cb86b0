//! What must be told to the person who started the program, where they can read it: on the terminal or, where it was opened
//! by a double click under Windows, in a box.

#[cfg(windows)]
mod windows;
#[cfg(windows)]
pub(crate) use windows::wide;

/// Takes the terminal of whoever started the program. To be called before anything is printed.
pub(crate) fn find_terminal() {
    #[cfg(windows)]
    windows::find_terminal();
}

/// Tells what stops the program, or what the person must now do themselves. Returns once a box is closed.
pub(crate) fn tell(sentence: &str) {
    #[cfg(windows)]
    if !windows::is_read() {
        return windows::show_box(sentence);
    }
    eprintln!("{sentence}");
}
