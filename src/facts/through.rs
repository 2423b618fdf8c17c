//! The proxy that a target was asked through, and the settings of this system for one.

use std::net::IpAddr;

use crate::plan::Named;
use crate::wire::proxy::Kind;

/// The proxy that every connection was to go through. Never the password, nor the user's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Through {
    /// How it is spoken to, and who looks names up.
    pub kind: Kind,
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// Its address, where that is known.
    pub address: Option<IpAddr>,
    /// Whether there is a login for it.
    pub login: bool,
    /// Who named it.
    pub named: Named,
    /// This target is among those that go without it.
    pub passed_by: bool,
}

impl Through {
    /// What is not asked because of the proxy, in words of the JSON output: what there would be to see is the path to the
    /// proxy, and where it looks names up, nobody here knows of one.
    pub fn left_out(&self) -> &'static [&'static str] {
        match (self.passed_by, self.kind.looks_names_up()) {
            (true, _) => &[],
            (false, false) => &["path", "icmp", "segments", "other-ports"],
            (false, true) => &["path", "icmp", "segments", "other-ports", "dns"],
        }
    }

    /// The URL, without the user.
    pub fn url(&self) -> String {
        let (kind, host, port) = (self.kind.name(), &self.host, self.port);
        if host.contains(':') {
            format!("{kind}://[{host}]:{port}")
        } else {
            format!("{kind}://{host}:{port}")
        }
    }
}

/// What the settings of this system say of a proxy (Windows: `WinHttpGetIEProxyConfigForCurrentUser`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SystemProxy {
    /// `proxy.example:3128`, or one for each protocol: `http=…;socks=…`.
    pub proxy: Option<String>,
    /// What goes without it, in the form of Windows.
    pub bypass: Option<String>,
    /// The address of a script that says which proxy is for whom. It is never run.
    pub pac: Option<String>,
}
