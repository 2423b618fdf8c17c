//! From where the network is seen.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use crate::codes::Os;
use crate::facts::{SystemProxy, Vantage};

/// Addresses of the internet, for the question whether there is a way to it: those of a root name server, which have
/// not moved for years. Nothing is sent there.
const INTERNET: [IpAddr; 2] = [
    IpAddr::V4(Ipv4Addr::new(198, 41, 0, 4)),
    IpAddr::V6(Ipv6Addr::new(0x2001, 0x503, 0xba3e, 0, 0, 0, 2, 0x30)),
];
/// Where the usual programs look for a proxy, in capitals; small letters count as well.
pub const PROXY_VARIABLES: [&str; 6] = [
    "ALL_PROXY",
    "HTTPS_PROXY",
    "HTTP_PROXY",
    "SOCKS_PROXY",
    "SOCKS5_PROXY",
    "SOCKS_SERVER",
];

/// Looks around, without sending anything.
pub fn vantage(resolvers: &[SocketAddr]) -> Vantage {
    let [ipv4, ipv6] = INTERNET.map(has_route);
    Vantage {
        os: Os::HERE,
        resolvers: resolvers.to_vec(),
        ipv4,
        ipv6,
        proxies: proxies(|name| {
            let value = std::env::var_os(name)?;
            Some(value.to_string_lossy().into_owned())
        }),
        system_proxy: system_proxy().map(without_passwords),
        own_addresses: super::system::own_addresses(),
        gateways: super::system::gateways(),
        routes: super::system::route_table(),
        default_ttl: super::system::default_ttl(),
        container: is_container(),
    }
}

/// What the settings of this system say of a proxy. `None` where it has none, or where they are not read.
pub fn system_proxy() -> Option<SystemProxy> {
    super::system::proxy_settings()
}

/// The settings as they may be shown.
fn without_passwords(settings: SystemProxy) -> SystemProxy {
    let each = |list: String| {
        let places = list.split(';').map(|one| match one.split_once('=') {
            Some((protocol, place)) => format!("{protocol}={}", without_password(place.trim())),
            None => without_password(one.trim()),
        });
        places.collect::<Vec<_>>().join(";")
    };
    SystemProxy {
        proxy: settings.proxy.map(each),
        bypass: settings.bypass,
        pac: settings.pac.map(|pac| without_password(&pac)),
    }
}

/// Whether one of the marks is there that Docker, Podman and Kubernetes leave inside of their containers.
fn is_container() -> bool {
    let marks = ["/.dockerenv", "/run/.containerenv"];
    marks.iter().any(|mark| std::path::Path::new(mark).exists())
        || std::env::var_os("KUBERNETES_SERVICE_HOST").is_some()
}

/// Whether this machine has a way to `destination`: the system finds a source address that an answer can come back to.
pub fn has_route(destination: IpAddr) -> bool {
    match source_address(destination) {
        Ok(source) => reaches(source, destination),
        // That there is no descriptor for the question says nothing of the way.
        Err(error) => super::lacks_a_descriptor(&error),
    }
}

/// The address from which this machine would speak to `destination`. Connecting a datagram socket chooses it and sends
/// nothing.
#[expect(
    clippy::disallowed_methods,
    reason = "no datagram leaves this socket; it only asks the routing table"
)]
fn source_address(destination: IpAddr) -> io::Result<IpAddr> {
    let any = match destination {
        IpAddr::V4(_) => "0.0.0.0:0",
        IpAddr::V6(_) => "[::]:0",
    };
    let socket = std::net::UdpSocket::bind(any)?;
    // Port 9 is discard (RFC 863); no number matters here.
    socket.connect(SocketAddr::new(destination, 9))?;
    Ok(socket.local_addr()?.ip())
}

/// Whether an answer from `destination` can come back to `source`: a host of the internet finds no address that is
/// good on the own network only. Private IPv4 addresses are translated on the way; for IPv6 nobody does that.
fn reaches(source: IpAddr, destination: IpAddr) -> bool {
    !source.is_unspecified() && (is_local(destination) || !is_local(source))
}

/// Whether the address means nothing beyond this machine or its network.
fn is_local(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => address.is_loopback() || address.is_link_local(),
        IpAddr::V6(address) => {
            address.is_loopback() || address.is_unicast_link_local() || address.is_unique_local()
        }
    }
}

/// The proxies that the environment names, each once.
fn proxies(variable: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let mut found = Vec::new();
    for name in PROXY_VARIABLES {
        for name in [name.to_owned(), name.to_ascii_lowercase()] {
            let proxy = variable(&name).map(|value| without_password(value.trim()));
            found.extend(proxy.filter(|proxy| !proxy.is_empty() && !found.contains(proxy)));
        }
    }
    found
}

/// A proxy's scheme, host and port: user, password, path, query and fragment are nobody's business. RFC 3986 section 3.2
/// ends the host at a slash, but a password that was typed as it is may have any character: what ends in `@` goes first.
fn without_password(proxy: &str) -> String {
    let (scheme, rest) = match proxy.split_once("://") {
        Some((scheme, rest)) if !scheme.contains(['@', ':', '/']) => (format!("{scheme}://"), rest),
        Some(_) | None => (String::new(), proxy),
    };
    let before_query = rest.split(['?', '#']).next().unwrap_or_default();
    let place = Some(place(before_query)).filter(|place| is_place(place));
    let place = place.unwrap_or_else(|| self::place(rest));
    format!("{scheme}{place}")
}

fn place(rest: &str) -> &str {
    let behind = rest.rsplit('@').next().unwrap_or_default();
    behind.split(['/', '?', '#']).next().unwrap_or_default()
}

/// Whether this can be host and port: a word behind the colon is a password's beginning.
fn is_place(place: &str) -> bool {
    let port = place.rsplit_once(':').map_or("", |(_, port)| port);
    place.ends_with(']') || port.chars().all(|letter| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_stay_at_home() {
        let rows = [
            ("http://proxy.test:3128", "http://proxy.test:3128"),
            (
                "http://me:secret@proxy.test:3128/",
                "http://proxy.test:3128",
            ),
            ("socks5h://me:p@ss/w@rd@proxy.test", "socks5h://proxy.test"),
            ("me:secret@proxy.test:1080", "proxy.test:1080"),
            ("me:a://b@proxy.test", "proxy.test"),
            ("proxy.test", "proxy.test"),
            ("", ""),
            ("http://p.test:1080?token=S3cret", "http://p.test:1080"),
            ("http://p.test:1080/a/S3cret#x", "http://p.test:1080"),
            ("http://p.test:1080?token=S3c@ret", "http://p.test:1080"),
            ("http://me:pw@p.test:1080/?t=S3c@ret", "http://p.test:1080"),
            ("http://me:p?w@p.test:1080", "http://p.test:1080"),
            ("http://[2001:db8::1]/x", "http://[2001:db8::1]"),
        ];
        for (typed, shown) in rows {
            assert_eq!(without_password(typed), shown);
        }
    }

    #[test]
    fn every_proxy_is_named_once() {
        let found = proxies(|name| match name {
            "https_proxy" | "HTTPS_PROXY" => Some("http://me:x@proxy.test:3128".into()),
            "all_proxy" => Some("socks5://socks.test".into()),
            "HTTP_PROXY" => Some("  ".into()),
            _ => None,
        });
        assert_eq!(found, ["socks5://socks.test", "http://proxy.test:3128"]);
    }

    #[test]
    fn a_local_source_is_no_way_to_the_internet() {
        let (v4, v6) = ("203.0.113.7", "2001:db8::7");
        let rows = [
            ("192.168.1.2", v4, true),
            ("203.0.113.9", v4, true),
            ("127.0.0.1", v4, false),
            ("169.254.3.4", v4, false),
            ("0.0.0.0", v4, false),
            ("127.0.0.1", "127.0.0.2", true),
            ("2001:db8::9", v6, true),
            ("::1", v6, false),
            ("fe80::1", v6, false),
            ("fd00::1", v6, false),
            ("fd00::1", "fd00::2", true),
            ("::1", "::1", true),
        ];
        for (source, destination, expected) in rows {
            let [from, to] = [source, destination].map(|text| text.parse().expect("an address"));
            assert_eq!(reaches(from, to), expected, "{source} to {destination}");
        }
    }

    #[test]
    fn the_source_for_this_machine_is_this_machine() {
        let here: IpAddr = [127, 0, 0, 1].into();
        assert_eq!(source_address(here).ok(), Some(here));
        assert!(has_route(here));
    }
}
