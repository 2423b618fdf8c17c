//! The options that log in and hand over mail. Nothing of the kind is done without one of them.

use std::path::PathBuf;

use clap::{Args, ValueHint};

/// `--login`, `--from` and what goes with them. No option takes a secret as its value: the command line of a process is
/// there for everybody to read.
#[derive(Clone, Debug, Default, Args)]
pub struct AccountArgs {
    /// Log in once by each protocol found, within verified TLS, with the password that is asked for
    #[arg(long, help_heading = "Logging in")]
    pub login: bool,
    /// The name to log in with [default: what the provider wants for the mail address]
    #[arg(long, value_name = "NAME", help_heading = "Logging in", value_hint = ValueHint::Username)]
    pub user: Option<String>,
    /// Take the password from the first line of this file
    #[arg(
        long,
        value_name = "FILE",
        help_heading = "Logging in",
        value_hint = ValueHint::FilePath
    )]
    pub password_file: Option<PathBuf>,
    /// Take it from the first line of this open file descriptor (not on Windows)
    #[arg(long, value_name = "N", help_heading = "Logging in", value_hint = ValueHint::Other)]
    pub password_fd: Option<String>,
    /// Take it from the first line that this command prints; the shell runs it
    #[arg(
        long,
        value_name = "CMD",
        help_heading = "Logging in",
        value_hint = ValueHint::CommandString
    )]
    pub password_command: Option<String>,
    /// Log in with the OAuth access token that this command prints, not with a password
    #[arg(
        long,
        value_name = "CMD",
        help_heading = "Logging in",
        value_hint = ValueHint::CommandString
    )]
    pub oauth_token_command: Option<String>,
    /// Log in although the certificate is not trusted, where it is the one with this SHA-256 fingerprint
    #[arg(
        long,
        value_name = "FINGERPRINT",
        help_heading = "Logging in",
        value_hint = ValueHint::Other
    )]
    pub login_anyway: Option<String>,
    /// Ask whether a mail from this address would be taken; <> is the sender of bounces
    #[arg(
        long,
        value_name = "ADDR",
        help_heading = "Handing over mail",
        value_hint = ValueHint::EmailAddress
    )]
    pub from: Option<String>,
    /// The one recipient to ask for; without --send it gets no mail
    #[arg(
        long,
        value_name = "ADDR",
        help_heading = "Handing over mail",
        value_hint = ValueHint::EmailAddress
    )]
    pub rcpt: Option<String>,
    /// Send the recipient one small message that says it is a test
    #[arg(long, help_heading = "Handing over mail")]
    pub send: bool,
}

impl AccountArgs {
    /// The option that makes this a run on somebody's account or mailbox; `None` where it is none.
    pub const fn doing(&self) -> Option<&'static str> {
        match (self.login, &self.from, &self.rcpt) {
            (true, _, _) => Some("--login"),
            (false, Some(_), _) => Some("--from"),
            (false, None, Some(_)) => Some("--rcpt"),
            (false, None, None) => None,
        }
    }
}
