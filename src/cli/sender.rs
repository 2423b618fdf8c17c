//! The options that look at this machine as a sender of mail.

use clap::{Args, ValueHint};

/// Whether this machine is looked at, and which lists are asked.
#[derive(Clone, Debug, Default, Args)]
pub struct SenderArgs {
    /// Look at this machine as other mail servers see it: the public address that the server names, whether its reverse
    /// name leads back to it, and the name given with EHLO
    #[arg(long, help_heading = "This machine as a sender")]
    pub sender: bool,
    /// Ask this list of addresses (DNSBL), such as zen.spamhaus.org, about that address; may be repeated. No list is asked
    /// otherwise. It brings --sender with it
    #[arg(
        long,
        value_name = "ZONE",
        help_heading = "This machine as a sender",
        value_hint = ValueHint::Hostname
    )]
    pub dnsbl: Vec<String>,
}

impl SenderArgs {
    /// Whether this machine is looked at.
    pub fn is_wanted(&self) -> bool {
        self.sender || !self.dnsbl.is_empty()
    }
}
