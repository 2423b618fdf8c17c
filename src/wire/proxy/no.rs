//! The no of a proxy, and what it means: whose the fault is, the proxy's, ours, or of what lies beyond it.

use super::http::Head;
use super::socks;

/// What a proxy said in place of opening the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum No {
    /// SOCKS 4.
    Socks4(u8),
    /// The method of SOCKS 5 that it chose in place of what was offered; 0xFF is none.
    Method(u8),
    /// The status of RFC 1929.
    Login(u8),
    /// The reply field of SOCKS 5.
    Socks5(u8),
    /// An HTTP status.
    Http(Head),
    /// It has nothing to be told an IPv6 address with.
    Ipv6,
}

/// What a no means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It wants a login, and had none.
    WantsLogin,
    /// The login was not taken.
    LoginRefused,
    /// It wants a login of a kind that is not spoken here.
    OtherLogin,
    /// It does not want to.
    Refused(Refused),
    /// It could not: the fault is beyond it.
    CannotReach(Beyond),
    /// It is no proxy of this kind.
    OtherKind,
}

/// Why a proxy does not want to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refused {
    /// By a rule.
    Rule,
    /// It does not say why.
    Untold,
    /// It asks for patience.
    Busy,
    /// It sends its clients elsewhere: a page to log in at.
    Redirect,
    /// It knows no CONNECT.
    Command,
    /// It takes no such address, or no name.
    AddressType,
}

/// What a proxy met beyond itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Beyond {
    /// No way to the network.
    Network,
    /// No way to the host; said of names without an address as well.
    Host,
    /// The server's machine said no.
    Refused,
    /// The packets went round in circles.
    Ttl,
    /// The name has no address there.
    Name,
    /// Nobody answered.
    Timeout,
    /// It does not say what.
    Untold,
}

impl Refused {
    /// The tail of the ids of sentences, and the word in the JSON output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::Untold => "untold",
            Self::Busy => "busy",
            Self::Redirect => "redirect",
            Self::Command => "command",
            Self::AddressType => "address-type",
        }
    }
}

impl Beyond {
    /// Everything that can be met.
    pub const ALL: [Self; 7] = [
        Self::Network,
        Self::Host,
        Self::Refused,
        Self::Ttl,
        Self::Name,
        Self::Timeout,
        Self::Untold,
    ];

    /// The tail of the ids of sentences, and the word in the JSON output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::Host => "host",
            Self::Refused => "refused",
            Self::Ttl => "ttl",
            Self::Name => "name",
            Self::Timeout => "timeout",
            Self::Untold => "untold",
        }
    }
}

impl No {
    /// What it means, where a login was told or not.
    pub fn verdict(&self, told: bool) -> Verdict {
        use Verdict::{LoginRefused, OtherLogin, WantsLogin};
        match self {
            // RFC 1929 section 2: any other number than 0 is a failure. SOCKS 4 asks the identd of this machine who its
            // user is.
            Self::Login(_) | Self::Socks4(92 | 93) => LoginRefused,
            Self::Method(socks::NO_METHOD) if told => OtherLogin,
            // A proxy without a rule for us says the same; see the words of the finding.
            Self::Method(socks::NO_METHOD | socks::BY_PASSWORD) => WantsLogin,
            Self::Method(_) => OtherLogin,
            Self::Socks5(code) => of_socks5(*code),
            Self::Socks4(_) => Verdict::Refused(Refused::Untold),
            Self::Http(head) => of_http(head, told),
            Self::Ipv6 => Verdict::Refused(Refused::AddressType),
        }
    }

    /// The number, as it stands in the protocol.
    pub fn code(&self) -> Option<u16> {
        match self {
            Self::Socks4(code) | Self::Method(code) | Self::Login(code) | Self::Socks5(code) => {
                Some((*code).into())
            }
            Self::Http(head) => Some(head.code),
            Self::Ipv6 => None,
        }
    }

    /// In words of the protocol, for the record: not yet fit for a terminal.
    pub fn words(&self) -> String {
        match self {
            Self::Socks4(code) => format!("SOCKS4 {code} {}", socks::reply_name_4(*code)),
            Self::Method(socks::NO_METHOD) => "SOCKS5 FF no acceptable methods".to_owned(),
            Self::Method(code) => format!("SOCKS5 method {code:02X}"),
            Self::Login(status) => format!("SOCKS5 login status {status:02X}"),
            Self::Socks5(code) => format!("SOCKS5 {code:02X} {}", socks::reply_name(*code)),
            Self::Http(head) => head.status.to_lossy().into_owned(),
            Self::Ipv6 => "SOCKS4 IPv4 only".to_owned(),
        }
    }
}

/// RFC 1928 section 6.
const fn of_socks5(code: u8) -> Verdict {
    match code {
        2 => Verdict::Refused(Refused::Rule),
        3 => Verdict::CannotReach(Beyond::Network),
        4 => Verdict::CannotReach(Beyond::Host),
        5 => Verdict::CannotReach(Beyond::Refused),
        6 => Verdict::CannotReach(Beyond::Ttl),
        7 => Verdict::Refused(Refused::Command),
        8 => Verdict::Refused(Refused::AddressType),
        _ => Verdict::Refused(Refused::Untold),
    }
}

fn of_http(head: &Head, told: bool) -> Verdict {
    if let Some(known) = head.reason.as_deref().and_then(of_reason) {
        return known;
    }
    match head.code {
        300..=399 | 511 => Verdict::Refused(Refused::Redirect),
        401 | 407 => of_schemes(head, told),
        // With 405 a web server says that it knows no CONNECT, and a proxy that it lets no such port through.
        403 => Verdict::Refused(Refused::Rule),
        // What a web server says of a method or a page that it does not have.
        404 | 410 | 501 => Verdict::OtherKind,
        429 => Verdict::Refused(Refused::Busy),
        // tinyproxy says "500 Unable to connect".
        500 if is_about_connecting(head) => Verdict::CannotReach(Beyond::Untold),
        502 | 503 => Verdict::CannotReach(Beyond::Untold),
        504 => Verdict::CannotReach(Beyond::Timeout),
        _ => Verdict::Refused(Refused::Untold),
    }
}

fn is_about_connecting(head: &Head) -> bool {
    let status = head.status.to_lossy().to_ascii_lowercase();
    status.contains("connect")
}

fn of_schemes(head: &Head, told: bool) -> Verdict {
    let basic = head.schemes.iter().any(|scheme| scheme == "basic");
    match (basic || head.schemes.is_empty(), told) {
        (true, true) => Verdict::LoginRefused,
        (true, false) => Verdict::WantsLogin,
        (false, _) => Verdict::OtherLogin,
    }
}

/// What a proxy that tells more than a status means: RFC 9209 section 2.3, or Squid's error with the number of Linux.
fn of_reason(reason: &str) -> Option<Verdict> {
    let beyond = match reason {
        "connection_refused" | "ERR_CONNECT_FAIL 111" => Beyond::Refused,
        "connection_timeout" | "http_response_timeout" | "ERR_CONNECT_FAIL 110" => Beyond::Timeout,
        "dns_error" | "dns_timeout" => Beyond::Name,
        "destination_ip_unroutable" | "ERR_CONNECT_FAIL 101" => Beyond::Network,
        "destination_unavailable" | "destination_not_found" | "ERR_CONNECT_FAIL 113" => {
            Beyond::Host
        }
        "destination_ip_prohibited" | "http_request_denied" => {
            return Some(Verdict::Refused(Refused::Rule));
        }
        "connection_limit_reached" => return Some(Verdict::Refused(Refused::Busy)),
        _ if reason.starts_with("ERR_DNS_FAIL") => Beyond::Name,
        // Squid 5 says this with 500, of names without an address too.
        _ if reason.starts_with("ERR_CANNOT_FORWARD") || reason.starts_with("ERR_CONNECT_FAIL") => {
            Beyond::Untold
        }
        _ => return None,
    };
    Some(Verdict::CannotReach(beyond))
}
