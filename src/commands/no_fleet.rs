//! `mailcheck fleet`, in a build that cannot speak to a NATS server.

use crate::cli::fleet::FleetArgs;
use crate::complaint::UsageProblem;
use crate::words;

/// Says that this build has no fleet.
pub(crate) fn fleet(_: &FleetArgs) -> anyhow::Result<u8> {
    Err(UsageProblem(words::plain_sentence("usage-fleet-absent")).into())
}
