//! Why a command line makes no plan.

use std::net::IpAddr;
use std::path::PathBuf;

use super::{AccountError, ProxyError};
use crate::cli::environment::Given;
use crate::cli::mistakes::one_of;
use crate::report::format;
use crate::target::TargetError;
use crate::words::{Said, Sentence};
use crate::{args, said_errors};

/// Why a command line makes no plan. Each is told with what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UsageError {
    /// A target that is none.
    Target(TargetError),
    /// Options for logins and for handing over mail.
    Account(AccountError),
    /// Options about a proxy.
    Proxy(ProxyError),
    /// A port that stands apart from its host, as telnet wants it.
    PortApart {
        /// The host before it, as typed.
        host: String,
        /// The port.
        port: u16,
    },
    /// A word that commands other programs and is no host: `help`, `check`.
    Word {
        /// As typed.
        word: String,
        /// What would be right; an option, or the targets behind it.
        right: String,
    },
    /// A service that is none.
    Service {
        /// As typed.
        word: String,
    },
    /// A host where services were expected.
    HostForService {
        /// As typed.
        host: String,
    },
    /// An option of `openssl s_client`, which here reads as a list of services.
    OfOpenssl {
        /// As it was meant.
        option: String,
    },
    /// The service was named twice.
    ServiceTwice {
        /// The target as typed.
        typed: String,
        /// Whether by the scheme of a URL; else by a port.
        by_scheme: bool,
    },
    /// A time that is none.
    Seconds {
        /// As typed.
        value: String,
        /// The option or variable.
        given: Given,
        /// A good value.
        example: &'static str,
    },
    /// An address that is none.
    Address {
        /// As typed.
        value: String,
        /// The option or variable.
        given: Given,
        /// Whether it is that of a resolver, which may have a port; else the one to connect to.
        of_resolver: bool,
    },
    /// An address of the family that was switched off.
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
    Name {
        /// As typed.
        value: String,
        /// The option or variable.
        given: Given,
    },
    /// `--mx` for something that can be no domain.
    MxNeedsName {
        /// As typed.
        typed: String,
        /// Whether it is one service of a host; else it is an address.
        is_service: bool,
    },
    /// `--redact` without the format that it is for.
    RedactWithoutMarkdown,
    /// A file whose ending names no format.
    Ending {
        /// As typed.
        path: PathBuf,
    },
    /// The name of a format where a file was expected.
    FormatForFile {
        /// As typed.
        format: String,
    },
    /// A limit for certificates without the format that it is for.
    DaysWithoutNagios {
        /// The option.
        option: &'static str,
    },
    /// `--resume` without the one file that it goes on with.
    ResumeWhat,
    /// A list of addresses that can be none.
    Zone {
        /// As typed.
        value: String,
    },
    /// A number of targets at once that is none.
    Jobs {
        /// As typed.
        value: String,
    },
    /// A number of targets a second that is none.
    Rate {
        /// As typed.
        value: String,
    },
    /// A critical limit above the limit for a warning.
    DaysReversed {
        /// Days for a warning.
        warning: u16,
        /// Days for critical.
        critical: u16,
    },
}

impl From<TargetError> for UsageError {
    fn from(error: TargetError) -> Self {
        Self::Target(error)
    }
}

said_errors!(UsageError);

impl Said for UsageError {
    fn said(&self) -> Sentence {
        let (id, args) = match self {
            Self::Target(error) => return error.said(),
            Self::Account(error) => return error.said(),
            Self::Proxy(error) => return error.said(),
            Self::PortApart { host, port } => (
                "usage-port-apart",
                args! { "host" => host.as_str(), "port" => port.to_string() },
            ),
            Self::Word { word, right } => (
                "usage-word",
                args! { "word" => word.as_str(), "right" => right.as_str() },
            ),
            Self::Service { word } => ("usage-service", args! { "word" => word.as_str() }),
            Self::HostForService { host } => {
                ("usage-host-for-service", args! { "host" => host.as_str() })
            }
            Self::OfOpenssl { option } => (
                "usage-openssl",
                args! { "option" => option.as_str(), "means" => option.trim_start_matches('-') },
            ),
            Self::ServiceTwice { typed, by_scheme } => (
                "usage-service-twice",
                args! {
                    "typed" => typed.as_str(),
                    "by" => if *by_scheme { "scheme" } else { "port" },
                },
            ),
            Self::Seconds {
                value,
                given,
                example,
            } => (
                "usage-seconds",
                args! {
                    "value" => value.as_str(),
                    "given" => given.to_string(),
                    "example" => given.with(example),
                },
            ),
            Self::Address {
                value,
                given,
                of_resolver,
            } => (
                "usage-address",
                args! {
                    "value" => value.as_str(),
                    "given" => given.to_string(),
                    "of" => if *of_resolver { "resolver" } else { "server" },
                },
            ),
            Self::Family {
                address,
                is,
                wants,
                option,
            } => (
                "usage-family",
                args! {
                    "address" => address.to_string(),
                    "is" => *is,
                    "wants" => *wants,
                    "option" => *option,
                },
            ),
            Self::Name { value, given } => (
                "usage-name",
                args! { "value" => value.as_str(), "given" => given.to_string() },
            ),
            Self::MxNeedsName { typed, is_service } => (
                "usage-mx-needs-name",
                args! {
                    "typed" => typed.as_str(),
                    "is" => if *is_service { "service" } else { "address" },
                },
            ),
            Self::RedactWithoutMarkdown => ("usage-redact", args! {}),
            Self::Ending { path } => (
                "usage-ending",
                args! { "path" => path.display().to_string(), "endings" => one_of(format::endings()) },
            ),
            Self::FormatForFile { format } => (
                "usage-format-for-file",
                args! { "format" => format.as_str() },
            ),
            Self::DaysWithoutNagios { option } => {
                ("usage-days-without-nagios", args! { "option" => *option })
            }
            Self::ResumeWhat => ("usage-resume", args! {}),
            Self::Zone { value } => ("usage-dnsbl", args! { "value" => value.as_str() }),
            Self::Jobs { value } => ("usage-jobs", args! { "value" => value.as_str() }),
            Self::Rate { value } => ("usage-rate", args! { "value" => value.as_str() }),
            Self::DaysReversed { warning, critical } => (
                "usage-days-reversed",
                args! { "warning" => *warning, "critical" => *critical },
            ),
        };
        Sentence { id, args }
    }
}
