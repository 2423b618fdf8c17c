//! What this machine is told about names: its resolvers and its search list, beside the hosts file.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use hickory_proto::rr::Name;

use super::hosts::Hosts;

/// The port of RFC 1035 section 4.2.
const DNS_PORT: u16 = 53;
/// As many servers as libc asks (`MAXNS` in `<resolv.h>`). Windows lists those of every adapter.
const SERVERS_MAX: usize = if cfg!(unix) { 3 } else { 8 };
/// Search domains kept. glibc has no bound since 2.26; six are usual in a cluster.
const SEARCH_MAX: usize = 32;
/// libc's bound for `ndots` (`RES_MAXNDOTS`).
const NDOTS_MAX: usize = 15;
/// What is read of a `resolv.conf`, whose lines that count are a few.
#[cfg(all(unix, not(target_vendor = "apple"), not(target_os = "android")))]
const RESOLV_CONF_MAX: u64 = 1024 * 1024;
/// How long libc waits for a server (`RES_TIMEOUT`), and the most that it can be told to (`RES_MAXRETRANS`).
const TIMEOUT: Duration = Duration::from_secs(5);
const TIMEOUT_MAX: u64 = 30;
/// How often libc asks each server (`RES_DFLRETRY`), and the most that it can be told to (`RES_MAXRETRY`).
const ATTEMPTS: u32 = 2;
const ATTEMPTS_MAX: u32 = 5;

/// How names are looked up from this machine.
#[expect(
    clippy::struct_excessive_bools,
    reason = "resolv.conf has options that are there or not"
)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The configured resolvers, in the order in which they are asked.
    pub servers: Vec<SocketAddr>,
    /// Whom to ask where none is configured. libc asks this machine (resolv.conf(5)), so a machine without a
    /// configuration can resolve names all the same.
    pub fallback: Option<SocketAddr>,
    /// The domains in which a name is looked up. The empty one is the root: the name as it is.
    pub search: Vec<String>,
    /// A name with fewer dots is looked up in the search domains before it is taken as it is.
    pub ndots: usize,
    /// How long libc waits for a server.
    pub timeout: Duration,
    /// How often libc asks each server.
    pub attempts: u32,
    /// Whether libc begins with another server each time.
    pub rotate: bool,
    /// Whether programs here are not given IPv6 addresses (`no-aaaa`, glibc 2.36).
    pub no_aaaa: bool,
    /// Whether libc asks over TCP alone (`use-vc`).
    pub use_vc: bool,
    /// Whether a single word is never looked up as it is (`no-tld-query`).
    pub no_tld_query: bool,
}

impl Default for Settings {
    /// libc's, where there is no `resolv.conf`.
    fn default() -> Self {
        Self {
            servers: Vec::new(),
            fallback: cfg!(unix)
                .then_some(SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), DNS_PORT)),
            search: Vec::new(),
            ndots: 1,
            timeout: TIMEOUT,
            attempts: ATTEMPTS,
            rotate: false,
            no_aaaa: false,
            use_vc: false,
            no_tld_query: false,
        }
    }
}

impl Settings {
    /// This machine's. What cannot be read is taken as not configured.
    pub fn of_this_machine() -> Self {
        let mut settings = read();
        settings.servers = first_of(settings.servers, SERVERS_MAX);
        if cfg!(unix) {
            settings.overridden(|name| std::env::var(name).ok());
        }
        if settings.search.is_empty() {
            settings.search.extend(own_domain());
        }
        settings
    }

    /// Reads a `resolv.conf`, as resolv.conf(5) describes it. Lines that make no sense are passed over, as libc does.
    ///
    /// Not hickory's reader: that one drops the interface of a link-local resolver, and gives up the whole file for
    /// one bad search domain.
    pub fn from_resolv_conf(text: &str) -> Self {
        let mut settings = Self::default();
        for line in text.lines() {
            // Only a whole line is a comment; libc knows none behind a value.
            if line.starts_with(['#', ';']) {
                continue;
            }
            let mut words = line.split_whitespace();
            match words.next() {
                Some("nameserver") => settings.servers.extend(words.next().and_then(server)),
                // The last of these lines wins.
                Some("domain") => settings.search = words.take(1).filter_map(domain).collect(),
                Some("search") => {
                    settings.search = words.filter_map(domain).take(SEARCH_MAX).collect();
                }
                Some("options") => words.for_each(|word| settings.option(word)),
                Some(_) | None => {}
            }
        }
        settings.servers = first_of(settings.servers, SERVERS_MAX);
        settings
    }

    /// What the environment says in place of the file (resolv.conf(5)).
    fn overridden(&mut self, variable: impl Fn(&str) -> Option<String>) {
        if let Some(domains) = variable("LOCALDOMAIN") {
            let domains = domains.split_whitespace().filter_map(domain);
            self.search = domains.take(SEARCH_MAX).collect();
        }
        let options = variable("RES_OPTIONS").unwrap_or_default();
        options
            .split_whitespace()
            .for_each(|word| self.option(word));
    }

    /// One of the words behind `options`. Those that change nothing about what a program is told are passed over.
    fn option(&mut self, word: &str) {
        match word.split_once(':') {
            Some(("ndots", number)) => self.ndots = number_of::<usize>(number).min(NDOTS_MAX),
            Some(("timeout", number)) => {
                let seconds = number_of::<u64>(number).min(TIMEOUT_MAX);
                self.timeout = Duration::from_secs(seconds.max(1));
            }
            Some(("attempts", number)) => {
                self.attempts = number_of::<u32>(number).clamp(1, ATTEMPTS_MAX);
            }
            Some(_) => {}
            None => match word {
                "rotate" => self.rotate = true,
                "no-aaaa" => self.no_aaaa = true,
                "use-vc" => self.use_vc = true,
                "no-tld-query" => self.no_tld_query = true,
                _ => {}
            },
        }
    }

    /// Whom to ask, in order.
    pub(super) fn asked(&self) -> Vec<SocketAddr> {
        if self.servers.is_empty() {
            self.fallback.into_iter().collect()
        } else {
            self.servers.clone()
        }
    }

    /// The names to ask for in place of `name`, in order, as glibc's `res_search` has them.
    pub(super) fn candidates(&self, name: &str) -> Vec<String> {
        let dots = name.bytes().filter(|byte| *byte == b'.').count();
        let first = dots >= self.ndots;
        let mut names = Vec::new();
        if first {
            names.push(name.to_owned());
        }
        for domain in &self.search {
            names.push(match domain.as_str() {
                "" => name.to_owned(),
                domain => format!("{name}.{domain}"),
            });
        }
        if !first && (dots > 0 || self.search.is_empty() || !self.no_tld_query) {
            names.push(name.to_owned());
        }
        first_of(names, usize::MAX)
    }
}

/// What this machine is told about names.
pub struct Names {
    /// How they are looked up.
    pub(super) settings: Settings,
    hosts: Hosts,
}

impl Names {
    /// What this machine is told, with the servers that were asked for in place of its own, if there are any.
    pub fn of_this_machine(servers: &[SocketAddr]) -> Self {
        let mut settings = Settings::of_this_machine();
        if !servers.is_empty() {
            settings.servers = first_of(servers.to_vec(), usize::MAX);
        }
        Self {
            settings,
            hosts: Hosts::of_this_machine(),
        }
    }

    /// The same from settings and the text of a hosts file.
    pub fn new(settings: Settings, hosts: &str) -> Self {
        Self {
            settings,
            hosts: Hosts::parse(hosts.as_bytes()),
        }
    }

    /// The configured servers, in order; empty where none is configured.
    pub fn servers(&self) -> &[SocketAddr] {
        &self.settings.servers
    }

    /// The addresses of `name`, if this machine knows it without asking anybody.
    pub(super) fn addresses(&self, name: &str) -> Vec<IpAddr> {
        self.hosts.addresses(name)
    }
}

/// The first `max`, each once.
pub(super) fn first_of<T: PartialEq>(values: Vec<T>, max: usize) -> Vec<T> {
    let mut kept = Vec::new();
    for value in values {
        if kept.len() < max && !kept.contains(&value) {
            kept.push(value);
        }
    }
    kept
}

#[cfg(all(unix, not(target_vendor = "apple"), not(target_os = "android")))]
fn read() -> Settings {
    let path = std::path::Path::new("/etc/resolv.conf");
    let bytes = crate::input::beginning(path, RESOLV_CONF_MAX).unwrap_or_default();
    Settings::from_resolv_conf(&String::from_utf8_lossy(&bytes))
}

#[cfg(not(all(unix, not(target_vendor = "apple"), not(target_os = "android"))))]
fn read() -> Settings {
    let mut settings = Settings::default();
    if let Ok((config, options)) = hickory_resolver::system_conf::read_system_conf() {
        let servers = config.name_servers.iter();
        settings.servers = servers
            .map(|server| SocketAddr::new(server.ip, DNS_PORT))
            .collect();
        let search = config.search.iter().map(Name::to_ascii);
        settings.search = search
            .filter_map(|name| domain(&name).filter(|name| !name.is_empty()))
            .take(SEARCH_MAX)
            .collect();
        settings.ndots = options.ndots.min(NDOTS_MAX);
    }
    settings
}

/// An address of a `nameserver` line. A link-local one has its interface behind `%`.
fn server(word: &str) -> Option<SocketAddr> {
    if let Ok(address) = word.parse::<IpAddr>() {
        return Some(SocketAddr::new(address, DNS_PORT));
    }
    let (address, _interface) = word.split_once('%')?;
    address.parse::<Ipv6Addr>().ok()?;
    // The system turns the interface into its number. An address never goes out to the DNS for that.
    std::net::ToSocketAddrs::to_socket_addrs(&(word, DNS_PORT))
        .ok()?
        .next()
}

/// A search domain, as far as it is one. A dot alone is the root, which systemd-resolved writes where there is none.
fn domain(word: &str) -> Option<String> {
    let name = word.trim_end_matches('.').to_ascii_lowercase();
    Name::from_ascii(&name).is_ok().then_some(name)
}

/// The number in front, as `atoi` reads it; zero where there is none.
fn number_of<T: std::str::FromStr + Default>(text: &str) -> T {
    let end = text
        .bytes()
        .position(|byte| !byte.is_ascii_digit())
        .unwrap_or(text.len());
    text[..end].parse().unwrap_or_default()
}

/// The domain of this host's own name, where the system tells a full one: libc searches it where the configuration names
/// none.
fn own_domain() -> Option<String> {
    let name = crate::net::system::host_name()?;
    let (_, own) = name.split_once('.')?;
    domain(own).filter(|own| !own.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(list: &[&str]) -> Vec<SocketAddr> {
        list.iter()
            .map(|text| SocketAddr::new(text.parse().expect("an address"), DNS_PORT))
            .collect()
    }

    #[test]
    fn resolv_conf_is_read_as_libc_reads_it() {
        let rows: [(&str, &[&str], &[&str], usize); 8] = [
            ("", &[], &[], 1),
            ("# nameserver 192.0.2.1\n; search lan\n", &[], &[], 1),
            ("nameserver 192.0.2.1\n", &["192.0.2.1"], &[], 1),
            (
                "nameserver\t2001:db8::1 # main\nnameserver 192.0.2.1\nnameserver 192.0.2.1",
                &["2001:db8::1", "192.0.2.1"],
                &[],
                1,
            ),
            (
                "nameserver x\nnameserver 192.0.2.1\nnameserver 192.0.2.2\nnameserver 192.0.2.3\nnameserver 192.0.2.4",
                &["192.0.2.1", "192.0.2.2", "192.0.2.3"],
                &[],
                1,
            ),
            (
                "domain Old.test\nsearch A.test. b.test\n",
                &[],
                &["a.test", "b.test"],
                1,
            ),
            ("search a.test\ndomain b.test c.test\n", &[], &["b.test"], 1),
            ("options timeout:1 ndots:5\noptions edns0\n", &[], &[], 5),
        ];
        for (text, servers, search, ndots) in rows {
            let settings = Settings::from_resolv_conf(text);
            assert_eq!(settings.servers, addresses(servers), "{text}");
            assert_eq!(settings.search, search, "{text}");
            assert_eq!(settings.ndots, ndots, "{text}");
        }
    }

    #[test]
    fn a_bad_interface_is_no_resolver() {
        let text = "nameserver fe80::1%no-such-interface\nnameserver 192.0.2.1";
        let settings = Settings::from_resolv_conf(text);
        assert_eq!(settings.servers, addresses(&["192.0.2.1"]));
    }

    #[test]
    fn none_configured_is_kept_apart_from_whom_to_ask_then() {
        let none = Settings::default();
        assert!(none.servers.is_empty());
        assert_eq!(none.asked(), none.fallback.into_iter().collect::<Vec<_>>());
        let one = Settings::from_resolv_conf("nameserver 192.0.2.1");
        assert_eq!(one.asked(), addresses(&["192.0.2.1"]));
    }

    #[test]
    fn names_are_completed_as_glibc_completes_them() {
        let with = |ndots, search: &[&str]| Settings {
            search: search.iter().map(ToString::to_string).collect(),
            ndots,
            ..Settings::default()
        };
        let rows: [(Settings, &str, &[&str]); 9] = [
            (
                with(1, &["a.test", "b.test"]),
                "mail",
                &["mail.a.test", "mail.b.test", "mail"],
            ),
            (with(0, &["a.test"]), "mail", &["mail", "mail.a.test"]),
            (with(1, &["a.test"]), "mail.x", &["mail.x", "mail.x.a.test"]),
            (with(5, &["a.test"]), "mail.x", &["mail.x.a.test", "mail.x"]),
            (
                with(5, &["a.test"]),
                "a.b.c.d.e.f",
                &["a.b.c.d.e.f", "a.b.c.d.e.f.a.test"],
            ),
            (
                with(2, &["a.test", ""]),
                "mail.x",
                &["mail.x.a.test", "mail.x"],
            ),
            (with(1, &[""]), "mail", &["mail"]),
            (with(1, &[]), "mail", &["mail"]),
            (
                Settings {
                    no_tld_query: true,
                    ..with(1, &["a.test"])
                },
                "mail",
                &["mail.a.test"],
            ),
        ];
        for (settings, name, candidates) in rows {
            assert_eq!(settings.candidates(name), candidates, "{name} {settings:?}");
        }
    }

    #[test]
    fn options_are_read_and_bounded_as_libc_does() {
        let text = "options timeout:99 attempts:9 ndots:77 rotate no-aaaa use-vc edns0 trust-ad\nsearch .\n";
        let settings = Settings::from_resolv_conf(text);
        assert_eq!(settings.timeout, Duration::from_secs(30));
        assert_eq!((settings.attempts, settings.ndots), (5, 15));
        assert!(settings.rotate && settings.no_aaaa && settings.use_vc && !settings.no_tld_query);
        assert_eq!(settings.search, [""], "the root alone");
        let odd = Settings::from_resolv_conf("options timeout: attempts:x ndots:2x ndots:-1");
        assert_eq!((odd.timeout.as_secs(), odd.attempts, odd.ndots), (1, 1, 0));
    }

    #[test]
    fn the_environment_goes_before_the_file() {
        let mut settings = Settings::from_resolv_conf("search a.test\noptions ndots:1");
        settings.overridden(|name| match name {
            "LOCALDOMAIN" => Some("b.test c.test.".to_owned()),
            "RES_OPTIONS" => Some("ndots:4 timeout:2".to_owned()),
            _ => None,
        });
        assert_eq!(settings.search, ["b.test", "c.test"]);
        assert_eq!((settings.ndots, settings.timeout.as_secs()), (4, 2));
    }
}
