//! Why a command line makes no plan.

use std::net::IpAddr;
use std::path::PathBuf;

use crate::cli::environment::Given;
use crate::report::format;
use crate::target::TargetError;

/// Why a command line makes no plan. The text says what would be right.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UsageError {
    /// A target that is none.
    #[error(transparent)]
    Target(#[from] TargetError),
    /// A service that is none.
    #[error(
        "\"{word}\" is not a service; use smtp, submission, submissions, pop3, pop3s, imap, imaps, \
         one of their ports, or all"
    )]
    Service {
        /// As typed.
        word: String,
    },
    /// The service was named twice.
    #[error("\"{typed}\" names its service already; leave out either --service or the {what}")]
    ServiceTwice {
        /// The target as typed.
        typed: String,
        /// "port" or "scheme".
        what: &'static str,
    },
    /// A time that is none.
    #[error(
        "\"{value}\" is not a time for {given}; give seconds from 0.1 to 3600, as in {}",
        .given.with(.example)
    )]
    Seconds {
        /// As typed.
        value: String,
        /// The option or variable.
        given: Given,
        /// A good value.
        example: &'static str,
    },
    /// An address that is none.
    #[error("\"{value}\" is not an address for {given}; {right}")]
    Address {
        /// As typed.
        value: String,
        /// The option or variable.
        given: Given,
        /// What would be right.
        right: &'static str,
    },
    /// An address of the family that was switched off.
    #[error(
        "{address} is an IPv{is} address, and {option} asks for IPv{wants} only; leave {option} out"
    )]
    Family {
        /// The address.
        address: IpAddr,
        /// Its family, 4 or 6.
        is: u8,
        /// The family asked for.
        wants: u8,
        /// `-4` or `-6`.
        option: &'static str,
    },
    /// A name that is none.
    #[error(
        "\"{value}\" is not a name for {given}; give a host name such as mail.example.com, or an address"
    )]
    Name {
        /// As typed.
        value: String,
        /// The option or variable.
        given: Given,
    },
    /// `--mx` for something that can be no domain.
    #[error("--mx needs a domain, and \"{typed}\" is {what}; give a name such as example.com")]
    MxNeedsName {
        /// As typed.
        typed: String,
        /// What it is.
        what: &'static str,
    },
    /// `--redact` without the format that it is for.
    #[error(
        "--redact works in Markdown, HTML and letters; add -f markdown, -f html or --letter, or --output with a name that ends in .md or .html"
    )]
    RedactWithoutMarkdown,
    /// A file whose ending names no format.
    #[error(
        "\"{}\" does not say its format; let it end in {}",
        .path.display(), format::endings_for_help()
    )]
    Ending {
        /// As typed.
        path: PathBuf,
    },
    /// A limit for certificates without the format that it is for.
    #[error("{option} works with -f nagios alone; add -f nagios")]
    DaysWithoutNagios {
        /// The option.
        option: &'static str,
    },
    /// A critical limit above the limit for a warning.
    #[error(
        "--critical-days {critical} is more than --warning-days {warning}; a certificate is critical later than \
         it is a warning"
    )]
    DaysReversed {
        /// Days for a warning.
        warning: u16,
        /// Days for critical.
        critical: u16,
    },
}
