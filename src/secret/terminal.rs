//! Whoever sits at the terminal is asked.

use std::fs::File;
use std::io;

#[cfg(target_os = "linux")]
use nix::sys::termios::{LocalFlags, SetArg, Termios, tcgetattr, tcsetattr};
use zeroize::Zeroizing;

use super::{SecretError, Use};

/// Asks at the terminal itself, wherever standard input and output go, and shows nothing of the answer.
pub(super) fn ask(of: Use, prompt: &str) -> Result<Zeroizing<String>, SecretError> {
    if !has_terminal() {
        return Err(SecretError::NoTerminal(of));
    }
    let _quiet = Quiet::begin();
    let typed = rpassword::prompt_password(prompt);
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

/// A terminal that shows nothing and interrupts nothing, until this is dropped. rpassword asks first and makes it so then, and
/// whoever types at once, or a program that answers, would see the beginning of the password.
#[cfg(target_os = "linux")]
struct Quiet(Option<(File, Termios)>);

#[cfg(target_os = "linux")]
impl Quiet {
    fn begin() -> Self {
        Self(Self::quietened())
    }

    fn quietened() -> Option<(File, Termios)> {
        let terminal = File::options()
            .read(true)
            .write(true)
            .open("/dev/tty")
            .ok()?;
        let before = tcgetattr(&terminal).ok()?;
        let mut quiet = before.clone();
        quiet
            .local_flags
            .remove(LocalFlags::ECHO | LocalFlags::ISIG);
        tcsetattr(&terminal, SetArg::TCSANOW, &quiet).ok()?;
        Some((terminal, before))
    }
}

#[cfg(target_os = "linux")]
impl Drop for Quiet {
    fn drop(&mut self) {
        if let Some((terminal, before)) = &self.0 {
            let _ = tcsetattr(terminal, SetArg::TCSANOW, before);
        }
    }
}

/// Elsewhere the moment between is left as it is.
#[cfg(not(target_os = "linux"))]
struct Quiet;

#[cfg(not(target_os = "linux"))]
impl Quiet {
    const fn begin() -> Self {
        Self
    }
}
