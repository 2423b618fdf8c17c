//! The same questions as in `windows.rs` on systems where a terminal is nobody's but the shell's.

use std::io;
use std::path::PathBuf;

/// A window stays where its shell does.
pub(super) const fn has_own_console() -> bool {
    false
}

/// Terminals take escape sequences without being asked.
pub(super) const fn takes_colours() -> bool {
    true
}

/// Not asked: nothing is saved there.
pub(super) const fn desktop() -> Option<PathBuf> {
    None
}

/// Not needed: std knows `EPIPE`.
pub(super) const fn is_closed_pipe(_: &io::Error) -> bool {
    false
}
