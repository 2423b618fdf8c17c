//! The usual mail providers: which servers their users type into a mail program, what has to be switched on first, and
//! which kind of password is wanted. Facts of the providers' own help pages, so that a mail address can be turned into
//! servers without asking anybody.

mod table;

pub use table::providers;

use std::net::IpAddr;

use crate::service::{Endpoint, Protocol, Service};

/// A provider and what its users have to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Provider {
    /// As it calls itself.
    pub name: &'static str,
    /// The domains of its mail addresses, lower case.
    pub domains: &'static [&'static str],
    /// Ends of the names of its mail exchangers, by which it is known as the host of other domains.
    pub exchangers: &'static [&'static str],
    /// Its servers for mail programs, the preferred one of each protocol first (RFC 8314: implicit TLS).
    pub servers: &'static [Server],
    /// What stands in the field for the user name.
    pub user_name: UserName,
    /// What stands in the field for the password.
    pub password: Password,
    /// Whether mail programs are let in only after the user has switched that on in the webmail.
    pub switched_on_first: bool,
    /// The page of the provider that tells how.
    pub page: Option<&'static str>,
}

/// One server of a provider for one service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Server {
    /// Which service, at which port.
    pub endpoint: Endpoint,
    /// The name to type.
    pub host: &'static str,
}

/// What a provider takes as the user name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UserName {
    /// The whole mail address.
    Address,
    /// What stands before the `@`.
    LocalPart,
    /// The part before the `@` for reading, the whole address for sending.
    LocalPartForReading,
    /// What the local program of the provider shows.
    Shown,
}

/// Which kind of password a provider takes from mail programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Password {
    /// The password of the mailbox.
    Mailbox,
    /// A password made for this program alone, which wants two-step verification; the program may log in by OAuth in
    /// its place.
    AppPassword,
    /// The password of the mailbox, but an app password once two-step verification is on.
    AppPasswordWithTwoSteps,
    /// A code that the webmail gives once the service has been switched on (授权码).
    AuthorizationCode,
    /// No password at all: the program logs in by OAuth.
    OAuthOnly,
    /// A password for mail programs that the organisation may ask for (客户端专用密码), else that of the mailbox.
    ClientPasswordIfAsked,
    /// A password for mail that differs from that of the account.
    Separate,
    /// The password that the local program of the provider shows.
    Bridge,
}

impl Password {
    /// The variant of the sentences that name it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mailbox => "mailbox",
            Self::AppPassword => "app-password",
            Self::AppPasswordWithTwoSteps => "app-password-with-two-steps",
            Self::AuthorizationCode => "authorization-code",
            Self::OAuthOnly => "oauth-only",
            Self::ClientPasswordIfAsked => "client-password-if-asked",
            Self::Separate => "separate",
            Self::Bridge => "bridge",
        }
    }
}

impl Provider {
    /// The provider of the mail addresses of `domain`.
    pub fn of_domain(domain: &str) -> Option<&'static Self> {
        let domain = domain.to_ascii_lowercase();
        let has = |provider: &&'static Self| provider.domains.contains(&domain.as_str());
        providers().find(has)
    }

    /// The domain of a provider that is one slip of the fingers away from `domain`, and is not `domain` itself.
    pub fn nearest_domain(domain: &str) -> Option<&'static str> {
        let domain = domain.to_ascii_lowercase();
        let mut all = providers().flat_map(|provider| provider.domains);
        all.find(|known| is_one_slip(known, &domain)).copied()
    }

    /// The server that is probably meant by a name that does not exist: one slip of the fingers away from it, or a usual name
    /// for what it does in a domain that is the provider's, or one slip away from that.
    pub fn nearest_server(host: &str) -> Option<&'static str> {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        let servers = || providers().flat_map(|provider| provider.servers);
        if let Some(server) = servers().find(|server| is_one_slip(server.host, &host)) {
            return Some(server.host);
        }
        let (label, domain) = host.split_once('.')?;
        let known = of_company(domain);
        let provider =
            Self::of_domain(known).or_else(|| Self::of_domain(Self::nearest_domain(known)?))?;
        provider.server_called(label, &host)
    }

    /// The server that does what a usual name says, other than `host`.
    fn server_called(&self, label: &str, host: &str) -> Option<&'static str> {
        let protocol = protocol_of(label)?;
        let does = |server: &&Server| {
            let service = server.endpoint.service;
            service.protocol() == protocol && server.host != host && !is_local(server.host)
        };
        self.servers.iter().find(does).map(|server| server.host)
    }

    /// The provider and the server for mail programs that are probably meant by a name that exists in a domain of the
    /// provider's and is none of its servers: `smtp.google.com` is a mail exchanger, and takes no mail from programs. A name
    /// that is like one of its servers and exists is somebody else's: `imap.mail.com` is not Gmail's.
    pub fn meant_by(host: &str) -> Option<(&'static Self, &'static str)> {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        let has =
            |provider: &&Self, host: &str| provider.servers.iter().any(|one| one.host == host);
        if providers().any(|provider| has(&provider, &host)) {
            return None;
        }
        let (label, domain) = host.split_once('.')?;
        let provider = Self::of_domain(of_company(domain))?;
        Some((provider, provider.server_called(label, &host)?))
    }

    /// The provider that a mail exchanger belongs to.
    pub fn of_exchanger(host: &str) -> Option<&'static Self> {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        providers().find(|provider| provider.exchangers.iter().any(|end| ends_in(&host, end)))
    }

    /// The provider one of whose servers for mail programs is `host`. A server on this machine may be anybody's: there the
    /// port has to be the provider's too.
    pub fn of_server(host: &str, port: u16) -> Option<&'static Self> {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        let is_here = is_local(&host);
        let has =
            |server: &Server| server.host == host && (!is_here || server.endpoint.port == port);
        providers().find(|provider| provider.servers.iter().any(has))
    }
}

/// Domains of companies, and those of the mail addresses that their users have: people put one for the other.
const COMPANIES: [(&str, &str); 3] = [
    ("google.com", "gmail.com"),
    ("office365.com", "outlook.com"),
    ("microsoft.com", "outlook.com"),
];

/// The domain of the addresses that the users of a company's domain have; else the domain itself.
fn of_company(domain: &str) -> &str {
    let company = COMPANIES.iter().find(|(company, _)| *company == domain);
    company.map_or(domain, |(_, addresses)| *addresses)
}

/// What a server does by its first label.
fn protocol_of(label: &str) -> Option<Protocol> {
    let begins = |starts: &[&str]| starts.iter().any(|start| label.starts_with(start));
    if begins(&["smtp", "out", "send", "submission"]) {
        Some(Protocol::Smtp)
    } else if begins(&["imap", "mail", "incoming"]) || label == "in" {
        Some(Protocol::Imap)
    } else {
        begins(&["pop"]).then_some(Protocol::Pop3)
    }
}

fn is_local(host: &str) -> bool {
    host.parse()
        .is_ok_and(|address: IpAddr| address.is_loopback())
}

/// Whether `host` is `end` or a name below it.
fn ends_in(host: &str, end: &str) -> bool {
    host.strip_suffix(end)
        .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// What comes after the first byte.
fn behind(bytes: &[u8]) -> &[u8] {
    bytes.get(1..).unwrap_or_default()
}

/// Whether one letter is missing, too many or another, or two neighbours have changed places.
fn is_one_slip(meant: &str, typed: &str) -> bool {
    let (meant, typed) = (meant.as_bytes(), typed.as_bytes());
    let same = meant.iter().zip(typed).take_while(|(a, b)| a == b).count();
    let (rest, given) = (&meant[same..], &typed[same..]);
    match (rest, given) {
        ([], []) => false,
        ([a, b, rest @ ..], [c, d, given @ ..]) if (a, b) == (d, c) && rest == given => true,
        _ => {
            let missing = !rest.is_empty() && behind(rest) == given;
            let added = !given.is_empty() && rest == behind(given);
            let other = !rest.is_empty() && !given.is_empty() && behind(rest) == behind(given);
            missing || added || other
        }
    }
}

const fn server(service: Service, host: &'static str) -> Server {
    Server {
        endpoint: Endpoint::usual(service),
        host,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::service::Security;
    use crate::target::HostName;

    /// authelia/authelia#9284, RocketChat/Rocket.Chat#16519, pterodactyl/panel#1281: the exchanger for the server.
    #[test]
    fn a_name_that_exists_may_be_meant_for_a_server() {
        let meant =
            |host| Provider::meant_by(host).map(|(provider, server)| (provider.name, server));
        for host in ["smtp.google.com", "SMTP.Google.com."] {
            assert_eq!(meant(host), Some(("Gmail", "smtp.gmail.com")));
        }
        let servers = providers().flat_map(|provider| provider.servers);
        for server in servers.filter(|server| !is_local(server.host)) {
            assert_eq!(meant(server.host), None);
        }
        for host in [
            "mail.example.com",
            "smtp.example.org",
            "aspmx.l.google.com",
            "imap.mail.com",
            "smtp.mail.de",
            "imap.gmial.com",
        ] {
            assert_eq!(meant(host), None);
        }
    }

    #[test]
    fn every_domain_belongs_to_one_provider() {
        let mut seen = BTreeSet::new();
        for domain in providers().flat_map(|provider| provider.domains) {
            assert!(seen.insert(domain), "{domain} twice");
            let name: HostName = domain.parse().expect("a name");
            assert_eq!(&name.ascii, domain, "as the DNS has it");
        }
    }

    #[test]
    fn every_provider_has_a_way_to_send_and_one_to_read() {
        for provider in providers() {
            for sending in [true, false] {
                let mut servers = provider.servers.iter();
                let is_there = servers.any(|one| one.endpoint.service.is_for_sending() == sending);
                assert!(is_there, "{} {sending}", provider.name);
            }
            assert!(
                !provider.domains.is_empty() || !provider.exchangers.is_empty(),
                "{} is found by nothing",
                provider.name
            );
        }
    }

    #[test]
    fn implicit_tls_stands_before_starttls() {
        for provider in providers() {
            for (index, server) in provider.servers.iter().enumerate() {
                let service = server.endpoint.service;
                assert!(service.is_for_users(), "{}", provider.name);
                let same = |other: &Server| other.endpoint.service.protocol() == service.protocol();
                let later = provider.servers[index..].iter();
                let tls = later
                    .filter(|other| same(other))
                    .any(|other| other.endpoint.service.security() == Security::Tls);
                assert!(
                    service.security() == Security::Tls || !tls,
                    "{}: {service}",
                    provider.name
                );
            }
        }
    }

    #[test]
    fn a_slip_of_the_fingers_is_seen() {
        for (typed, meant) in [
            ("gmial.com", Some("gmail.com")),
            ("gmai.com", Some("gmail.com")),
            ("gmaill.com", Some("gmail.com")),
            ("qmail.com", Some("gmail.com")),
            ("gmail.co", Some("gmail.com")),
            ("hotmial.com", Some("hotmail.com")),
            ("example.com", None),
        ] {
            assert_eq!(Provider::nearest_domain(typed), meant, "{typed}");
        }
    }

    #[test]
    fn a_provider_is_found_by_what_is_known_of_it() {
        let name = |provider: Option<&Provider>| provider.map(|one| one.name);
        assert_eq!(name(Provider::of_domain("QQ.com")), Some("QQ Mail"));
        assert_eq!(name(Provider::of_domain("example.com")), None);
        for (exchanger, found) in [
            ("example-com.mail.protection.outlook.com", "Microsoft 365"),
            ("aspmx.l.google.com.", "Gmail"),
            ("mxbiz1.qq.com", "Tencent Exmail"),
            ("mx1.qiye.aliyun.com", "Alibaba Mail (enterprise)"),
        ] {
            assert_eq!(name(Provider::of_exchanger(exchanger)), Some(found));
        }
        // A name that only looks alike is another's.
        assert_eq!(name(Provider::of_exchanger("notgoogle.com")), None);
        assert_eq!(
            name(Provider::of_server("imap.163.com", 993)),
            Some("NetEase 163")
        );
        // On this machine the port tells Proton's Bridge from a server of one's own.
        assert_eq!(
            name(Provider::of_server("127.0.0.1", 1143)),
            Some("Proton Mail (Bridge)")
        );
        assert_eq!(name(Provider::of_server("127.0.0.1", 993)), None);
    }
}
