//! The service table: what IANA calls it, its port, its protocol, how it is secured.

use std::fmt;

/// The language spoken on the port.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Protocol {
    /// RFC 5321.
    Smtp,
    /// RFC 1939.
    Pop3,
    /// RFC 9051 and RFC 3501.
    Imap,
}

impl Protocol {
    /// The name in the JSON output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Smtp => "smtp",
            Self::Pop3 => "pop3",
            Self::Imap => "imap",
        }
    }
}

/// How a session comes to be encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Security {
    /// Plain at first, then upgraded (RFC 3207, RFC 2595).
    Starttls,
    /// Implicit TLS from the first byte (RFC 8314).
    Tls,
}

impl Security {
    /// The name in the JSON output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Starttls => "starttls",
            Self::Tls => "tls",
        }
    }
}

/// What a service is for. Of those that are taken by default, one for each purpose is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Purpose {
    /// Sending with a mail program: submission, submissions.
    Submitting,
    /// Taking mail from other servers: smtp.
    Receiving,
    /// Reading with IMAP.
    Imap,
    /// Reading with POP3.
    Pop3,
}

/// A row of the service table, by its IANA name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Service {
    /// Between mail servers, port 25.
    Smtp,
    /// From a mail program, port 587 (RFC 6409).
    Submission,
    /// From a mail program, implicit TLS, port 465 (RFC 8314).
    Submissions,
    /// Port 110.
    Pop3,
    /// Implicit TLS, port 995.
    Pop3s,
    /// Port 143.
    Imap,
    /// Implicit TLS, port 993.
    Imaps,
}

impl Service {
    /// Every service, in the order of the output.
    pub const ALL: [Self; 7] = [
        Self::Smtp,
        Self::Submission,
        Self::Submissions,
        Self::Pop3,
        Self::Pop3s,
        Self::Imap,
        Self::Imaps,
    ];

    /// The IANA service name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Smtp => "smtp",
            Self::Submission => "submission",
            Self::Submissions => "submissions",
            Self::Pop3 => "pop3",
            Self::Pop3s => "pop3s",
            Self::Imap => "imap",
            Self::Imaps => "imaps",
        }
    }

    /// The port that IANA assigned.
    pub const fn port(self) -> u16 {
        match self {
            Self::Smtp => 25,
            Self::Submission => 587,
            Self::Submissions => 465,
            Self::Pop3 => 110,
            Self::Pop3s => 995,
            Self::Imap => 143,
            Self::Imaps => 993,
        }
    }

    /// The protocol spoken.
    pub const fn protocol(self) -> Protocol {
        match self {
            Self::Smtp | Self::Submission | Self::Submissions => Protocol::Smtp,
            Self::Pop3 | Self::Pop3s => Protocol::Pop3,
            Self::Imap | Self::Imaps => Protocol::Imap,
        }
    }

    /// How it is secured.
    pub const fn security(self) -> Security {
        match self {
            Self::Smtp | Self::Submission | Self::Pop3 | Self::Imap => Security::Starttls,
            Self::Submissions | Self::Pop3s | Self::Imaps => Security::Tls,
        }
    }

    /// What it is for.
    pub const fn purpose(self) -> Purpose {
        match self {
            Self::Smtp => Purpose::Receiving,
            Self::Submission | Self::Submissions => Purpose::Submitting,
            Self::Pop3 | Self::Pop3s => Purpose::Pop3,
            Self::Imap | Self::Imaps => Purpose::Imap,
        }
    }

    /// Whether mail goes out by it; else it is read.
    pub const fn is_for_sending(self) -> bool {
        matches!(self.protocol(), Protocol::Smtp)
    }

    /// Whether a mail program's user meets it. Port 25 is for servers among themselves: STARTTLS and the certificate
    /// are opportunistic there (RFC 7435).
    pub const fn is_for_users(self) -> bool {
        !matches!(self, Self::Smtp)
    }

    /// The service of an IANA name or a common other name of it.
    pub fn from_name(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            // `smtps` was registered for port 465 before RFC 8314 named it `submissions`, and people still say it.
            "smtps" => Some(Self::Submissions),
            "pop" => Some(Self::Pop3),
            "pops" => Some(Self::Pop3s),
            lower => Self::ALL
                .into_iter()
                .find(|service| service.name() == lower),
        }
    }
}

impl fmt::Display for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A service at a port, which may be an unusual one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Endpoint {
    /// Gives the protocol and the security.
    pub service: Service,
    /// The TCP port.
    pub port: u16,
}

impl Endpoint {
    /// The service at its own port.
    pub const fn usual(service: Service) -> Self {
        Self {
            service,
            port: service.port(),
        }
    }

    /// `service` at `port`. Where another service of the same protocol and security owns that port, it is that one:
    /// `smtp://host:587` is submission.
    pub fn at(service: Service, port: u16) -> Self {
        let owner = Service::ALL.into_iter().find(|other| {
            other.port() == port
                && other.protocol() == service.protocol()
                && other.security() == service.security()
        });
        Self {
            service: owner.unwrap_or(service),
            port,
        }
    }

    /// The endpoint that a bare port number means. 2525 has no owner at IANA, but mail providers offer submission there
    /// for people whose network blocks 587.
    pub fn from_port(port: u16) -> Option<Self> {
        if port == 2525 {
            return Some(Self {
                service: Service::Submission,
                port,
            });
        }
        let service = Service::ALL
            .into_iter()
            .find(|service| service.port() == port)?;
        Some(Self::usual(service))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_service_is_reached_by_its_name_and_its_port() {
        for service in Service::ALL {
            assert_eq!(Service::from_name(service.name()), Some(service));
            assert_eq!(
                Endpoint::from_port(service.port()),
                Some(Endpoint::usual(service))
            );
        }
    }

    #[test]
    fn an_unusual_port_keeps_the_protocol_and_the_security() {
        let odd = Endpoint::at(Service::Imaps, 10993);
        assert_eq!((odd.service, odd.port), (Service::Imaps, 10993));
        // STARTTLS asked for on the port of implicit TLS stays what was asked for.
        assert_eq!(Endpoint::at(Service::Smtp, 465).service, Service::Smtp);
        assert_eq!(
            Endpoint::at(Service::Smtp, 587).service,
            Service::Submission
        );
        assert_eq!(Endpoint::from_port(80), None);
    }
}
