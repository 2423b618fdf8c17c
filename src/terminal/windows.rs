//! What only Windows tells of a console, and has to be asked for there.
//!
//! What is printed needs nothing of this: std hands a console UTF-16 (`WriteConsoleW`), whatever its code page, and a pipe
//! or a file the bytes as they are, which are UTF-8.

#![expect(
    unsafe_code,
    reason = "neither std nor a crate of ours tells whose a console is, or where the desktop is"
)]

use std::ffi::OsString;
use std::io;
use std::os::windows::ffi::OsStringExt;
use std::path::PathBuf;
use std::{ptr, slice};

use windows_sys::Win32::Foundation::{ERROR_PIPE_NOT_CONNECTED, HANDLE};
use windows_sys::Win32::System::Com::CoTaskMemFree;
use windows_sys::Win32::System::Console::{
    CONSOLE_MODE, ENABLE_VIRTUAL_TERMINAL_PROCESSING, GetConsoleMode, GetConsoleProcessList,
    GetStdHandle, STD_OUTPUT_HANDLE, SetConsoleMode,
};
use windows_sys::Win32::UI::Shell::{FOLDERID_Desktop, SHGetKnownFolderPath};

/// Whether the console is this program's alone, so that its window goes when the program ends: it was started by a
/// double click. In a terminal the shell is attached to the console as well.
pub(super) fn has_own_console() -> bool {
    let mut processes = [0; 2];
    // SAFETY: the length that is told is that of the array, which nothing else refers to; the call keeps no pointer.
    let count = unsafe { GetConsoleProcessList(processes.as_mut_ptr(), 2) };
    count == 1
}

/// Whether standard output takes escape sequences. Consoles since Windows 10 do where they are asked to; what is no
/// console, such as the terminal of Git Bash, does by itself.
pub(super) fn takes_colours() -> bool {
    // SAFETY: the call takes a number and gives a handle that is not ours to close.
    let handle = unsafe { GetStdHandle(STD_OUTPUT_HANDLE) };
    mode(handle).is_none_or(|mode| {
        let wanted = mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING;
        // SAFETY: as in `mode`; the call takes the rest by value.
        mode == wanted || unsafe { SetConsoleMode(handle, wanted) } != 0
    })
}

/// How the console behaves. `None` where the handle is none of a console.
fn mode(handle: HANDLE) -> Option<CONSOLE_MODE> {
    let mut mode = 0;
    // SAFETY: a handle of another kind, or none at all, makes the call fail; the pointer is good while it lasts.
    let is_console = unsafe { GetConsoleMode(handle, &raw mut mode) } != 0;
    is_console.then_some(mode)
}

/// The directory of the desktop, wherever it was moved to.
pub(super) fn desktop() -> Option<PathBuf> {
    let mut path = ptr::null_mut();
    // SAFETY: the identifier is a constant, no token means the user's own, and the pointer to be set is good.
    let result =
        unsafe { SHGetKnownFolderPath(&FOLDERID_Desktop, 0, ptr::null_mut(), &raw mut path) };
    let found = (result == 0 && !path.is_null()).then(|| {
        // SAFETY: where the call succeeds, the path is a string that ends with a zero, and nobody else has it.
        let wide = unsafe {
            let mut length = 0;
            while *path.add(length) != 0 {
                length += 1;
            }
            slice::from_raw_parts(path, length)
        };
        PathBuf::from(OsString::from_wide(wide))
    });
    // SAFETY: the caller frees it, also where the call failed; a null pointer is ignored.
    unsafe { CoTaskMemFree(path.cast()) };
    found
}

/// Whether nobody reads what is written any more, where std does not know it: it takes `ERROR_BROKEN_PIPE` (109) and
/// `ERROR_NO_DATA` (232) for that already.
pub(super) fn is_closed_pipe(error: &io::Error) -> bool {
    let code = error
        .raw_os_error()
        .and_then(|code| u32::try_from(code).ok());
    code == Some(ERROR_PIPE_NOT_CONNECTED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pipe_without_a_reader_is_known_by_each_of_its_numbers() {
        for (code, by_std) in [(109, true), (232, true), (233, false)] {
            let error = io::Error::from_raw_os_error(code);
            assert_eq!(error.kind() == io::ErrorKind::BrokenPipe, by_std, "{code}");
            assert_eq!(is_closed_pipe(&error), !by_std, "{code}");
        }
        assert!(!is_closed_pipe(&io::Error::from_raw_os_error(112)));
    }

    #[test]
    fn the_desktop_is_a_directory() {
        assert!(desktop().is_none_or(|path| path.is_absolute()));
    }
}
