//! Whoever sits at the terminal is asked.

use std::fs::File;
use std::io;

#[cfg(any(target_os = "linux", target_os = "macos"))]
use nix::sys::termios::{LocalFlags, SetArg, Termios, tcgetattr, tcsetattr};
use zeroize::Zeroizing;

use super::{SecretError, Use};
use crate::net::interrupt;

/// Asks at the terminal itself, wherever standard input and output go, and shows nothing of the answer.
pub(super) fn ask(of: Use, prompt: &str) -> Result<Zeroizing<String>, SecretError> {
    if !has_terminal() {
        return Err(SecretError::NoTerminal(of));
    }
    let typed = {
        let _quiet = Quiet::begin();
        rpassword::prompt_password(prompt)
    };
    if matches!(&typed, Err(error) if error.kind() == io::ErrorKind::Interrupted) {
        // Ctrl-C was typed: what the terminal was like is restored now.
        interrupt::end();
    }
    typed
        .map(Zeroizing::new)
        .map_err(|source| match source.kind() {
            io::ErrorKind::Interrupted | io::ErrorKind::UnexpectedEof => SecretError::NotTyped,
            _ => SecretError::NoTerminal(of),
        })
}

fn has_terminal() -> bool {
    let name = if cfg!(windows) { "CONIN$" } else { "/dev/tty" };
    File::options().read(true).write(true).open(name).is_ok()
}

/// A terminal that shows nothing and interrupts nothing, until this is dropped or a signal ends the program. rpassword asks
/// first and makes it so then, and whoever types at once, or a program that answers, would see the beginning of the password;
/// and Ctrl-C would leave a terminal that shows nothing of what is typed.
#[cfg(any(target_os = "linux", target_os = "macos"))]
struct Quiet {
    before: Option<Before>,
    _restoring: Option<interrupt::Restoring>,
}

/// The terminal, and what it was like.
#[cfg(any(target_os = "linux", target_os = "macos"))]
type Before = (File, Termios);

#[cfg(any(target_os = "linux", target_os = "macos"))]
impl Quiet {
    fn begin() -> Self {
        let before = Self::before();
        // A signal restores through a file of its own, for this one may be in use.
        let restoring = Self::before().map(|before| interrupt::restoring(move || restore(&before)));
        if let Some((terminal, before)) = &before {
            let mut quiet = before.clone();
            let shown = LocalFlags::ECHO | LocalFlags::ISIG;
            quiet.local_flags.remove(shown);
            let _ = tcsetattr(terminal, SetArg::TCSANOW, &quiet);
        }
        Self {
            before,
            _restoring: restoring,
        }
    }

    fn before() -> Option<Before> {
        let mut how = File::options();
        let terminal = how.read(true).write(true).open("/dev/tty").ok()?;
        let before = tcgetattr(&terminal).ok()?;
        Some((terminal, before))
    }
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn restore((terminal, before): &Before) {
    let _ = tcsetattr(terminal, SetArg::TCSANOW, before);
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
impl Drop for Quiet {
    fn drop(&mut self) {
        if let Some(before) = &self.before {
            restore(before);
        }
    }
}

/// Elsewhere the moment between is left as it is; a console of Windows is the shell's again when the program ends.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
struct Quiet;

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
impl Quiet {
    const fn begin() -> Self {
        Self
    }
}
