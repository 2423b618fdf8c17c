//! What is done for each command: one file each, from its arguments to the exit code.

pub(crate) mod check;
pub(crate) mod diff;
pub(crate) mod explain;
#[cfg(feature = "nats")]
pub(crate) mod fleet;
#[cfg(not(feature = "nats"))]
#[path = "commands/no_fleet.rs"]
pub(crate) mod fleet;
pub(crate) mod serve;
pub(crate) mod window;

use std::io::{self, Write};

use anyhow::Context;

use crate::{audience, words};

/// What waits for the network: on this thread.
pub(crate) fn runtime() -> anyhow::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context(words::plain_sentence("usage-no-waiting"))
}

/// Writes to standard output. A reader that has seen enough (`| head`) is no error.
pub(crate) fn write_out(
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    written(audience::on_screen(write))
}

/// Whether standard output took what was written.
pub(crate) fn written(result: io::Result<()>) -> anyhow::Result<()> {
    audience::excused(result).context(words::plain_sentence("usage-no-output"))
}
