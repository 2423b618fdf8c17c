//! Why what was typed is no target, as a sentence that says what would be right.

use crate::words::{Said, Sentence};
use crate::{args, said_errors};

/// Why what was typed is no target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TargetError {
    /// The host part is no name.
    BadName {
        /// The host as typed.
        typed: String,
        /// What is wrong with it.
        why: BadName,
    },
    /// Somebody's mail address.
    MailAddress {
        /// As typed.
        typed: String,
        /// What stands behind the `@`.
        domain: String,
    },
    /// A user's name, perhaps with a password, before the host: a password is not said again.
    Credentials {
        /// The host part.
        host: String,
    },
    /// `@192.0.2.53`, as dig names the server to ask.
    ServerToAsk {
        /// What stands behind the `@`.
        server: String,
    },
    /// A port that is none.
    BadPort {
        /// As typed.
        port: String,
    },
    /// Several ports behind one host.
    SeveralPorts {
        /// The host as typed.
        host: String,
        /// The ports as typed.
        ports: String,
    },
    /// A port behind a sign that is no colon.
    PortSign {
        /// The host as typed.
        host: String,
        /// The port.
        port: u16,
    },
    /// A service before the host, as in a URL that has lost its slashes.
    ServiceBefore {
        /// The service's name.
        service: &'static str,
        /// What stands behind it.
        host: String,
    },
    /// How the port is encrypted, behind it: the port says that by itself.
    SecurityBehind {
        /// The host, with its port where there is one.
        host: String,
    },
    /// A name with commas for its dots.
    CommasForDots {
        /// The name with dots.
        dotted: String,
    },
    /// Several hosts in one word.
    SeveralHosts {
        /// As they are typed apart.
        apart: String,
    },
    /// An IPv6 address without brackets whose end is the port of a mail service.
    PortOrAddress {
        /// As typed.
        typed: String,
        /// What stands before the last colon.
        address: String,
        /// What stands behind it.
        port: String,
    },
    /// A port of which the protocol cannot be known.
    UnknownPort {
        /// The port.
        port: u16,
        /// The host as typed.
        host: String,
        /// A scheme for the example.
        example: &'static str,
    },
    /// A scheme that is no mail service.
    BadScheme {
        /// As typed.
        scheme: String,
    },
    /// The address of a page for a browser.
    WebPage {
        /// The host in it.
        host: String,
    },
    /// More in the URL than host and port.
    UrlExtra {
        /// As typed.
        typed: String,
        /// The scheme.
        scheme: String,
        /// The host part.
        host: String,
    },
    /// An IPv6 address with an interface behind `%`.
    Zone {
        /// As typed.
        typed: String,
    },
    /// Something that begins with `[` and is no IPv6 address.
    BadAddress {
        /// As typed.
        typed: String,
    },
}

/// What is wrong with a host name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadName {
    /// Nothing was typed.
    Empty,
    /// Two dots in a row, or one in front.
    EmptyLabel,
    /// Over 63 bytes between two dots (RFC 1035 section 2.3.4).
    LabelTooLong,
    /// Over 253 bytes (RFC 1035 section 2.3.4).
    TooLong,
    /// A character that no host name has.
    Characters,
    /// The last label is a number.
    LooksLikeAddress,
}

impl Said for BadName {
    fn said(&self) -> Sentence {
        let id = match self {
            Self::Empty => "usage-name-empty",
            Self::EmptyLabel => "usage-name-gap",
            Self::LabelTooLong => "usage-name-part-too-long",
            Self::TooLong => "usage-name-too-long",
            Self::Characters => "usage-name-characters",
            Self::LooksLikeAddress => "usage-name-number",
        };
        Sentence { id, args: args! {} }
    }
}

impl Said for TargetError {
    fn said(&self) -> Sentence {
        let (id, args) = match self {
            Self::BadName { typed, why } => (
                "usage-not-a-name",
                args! { "typed" => typed.as_str(), "why" => why.said() },
            ),
            Self::MailAddress { typed, domain } => (
                "usage-mail-address",
                args! {
                    "typed" => typed.as_str(),
                    "domain" => if domain.is_empty() { "none" } else { domain },
                },
            ),
            Self::Credentials { host } => ("usage-credentials", args! { "host" => host.as_str() }),
            Self::ServerToAsk { server } => {
                ("usage-server-to-ask", args! { "server" => server.as_str() })
            }
            Self::BadPort { port } => ("usage-bad-port", args! { "port" => port.as_str() }),
            Self::SeveralPorts { host, ports } => (
                "usage-several-ports",
                args! { "host" => host.as_str(), "ports" => ports.as_str() },
            ),
            // As text: a port has no thousands.
            Self::PortSign { host, port } => (
                "usage-port-sign",
                args! { "host" => host.as_str(), "port" => port.to_string() },
            ),
            Self::ServiceBefore { service, host } => (
                "usage-service-before",
                args! { "service" => *service, "host" => host.as_str() },
            ),
            Self::SecurityBehind { host } => {
                ("usage-security-behind", args! { "host" => host.as_str() })
            }
            Self::CommasForDots { dotted } => {
                ("usage-commas-for-dots", args! { "host" => dotted.as_str() })
            }
            Self::SeveralHosts { apart } => {
                ("usage-several-hosts", args! { "apart" => apart.as_str() })
            }
            Self::PortOrAddress {
                typed,
                address,
                port,
            } => (
                "usage-port-or-address",
                args! {
                    "typed" => typed.as_str(),
                    "address" => address.as_str(),
                    "port" => port.as_str(),
                },
            ),
            Self::UnknownPort {
                port,
                host,
                example,
            } => (
                "usage-unknown-port",
                args! { "port" => port.to_string(), "host" => host.as_str(), "example" => *example },
            ),
            Self::BadScheme { scheme } => {
                ("usage-bad-scheme", args! { "scheme" => scheme.as_str() })
            }
            Self::WebPage { host } => ("usage-web-page", args! { "host" => host.as_str() }),
            Self::UrlExtra {
                typed,
                scheme,
                host,
            } => (
                "usage-url-extra",
                args! {
                    "typed" => typed.as_str(),
                    "scheme" => scheme.as_str(),
                    "host" => host.as_str(),
                },
            ),
            Self::Zone { typed } => ("usage-zone", args! { "typed" => typed.as_str() }),
            Self::BadAddress { typed } => {
                ("usage-bad-address", args! { "typed" => typed.as_str() })
            }
        };
        Sentence { id, args }
    }
}

said_errors!(TargetError, BadName);
