//! The proxy that was gone through, as data.

use schemars::JsonSchema;
use serde::Serialize;

use crate::facts::{SystemProxy, Through};
use crate::failure::{ProxyFault, ProxyMet, Trouble};
use crate::plan::Named;
use crate::wire::proxy::No;

/// The proxy that every connection was to go through.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "through")]
pub struct ThroughJson {
    /// `socks4`, `socks4a`, `socks5`, `socks5h`, `http` or `https`.
    pub kind: String,
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// Its address; null where that is not known.
    pub address: Option<String>,
    /// Whether there is a login for it. Neither name nor password is ever told.
    pub login: bool,
    /// Who named it: `option`, `system`, or the variable.
    pub named_by: String,
    /// Who looks names up: `here` or `proxy`.
    pub names: String,
    /// Whether this target is among those that go without it.
    pub passed_by: bool,
    /// What was not asked because of it.
    pub left_out: Vec<String>,
}

/// What stood in the way at a proxy.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "proxy-failure")]
pub struct ProxyFailureJson {
    /// How far it came: `connect`, `tls`, `method`, `login` or `request`.
    pub step: String,
    /// What is the matter, in a word such as `auth-required` or `cannot-reach-server`.
    pub fault: String,
    /// What the proxy met beyond itself, or why it refused; absent where that is not the matter.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub why: Option<String>,
    /// The number of its answer: a reply of SOCKS, a status of HTTP; absent where it gave none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u16")]
    pub status: Option<u16>,
    /// Its answer in words; absent where it gave none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub answer: Option<String>,
}

/// The settings of a system for a proxy.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "system-proxy")]
pub struct SystemProxyJson {
    /// The proxy, or one for each protocol, without user and password; null where none is set.
    pub proxy: Option<String>,
    /// What goes without it; null where nothing does.
    pub bypass: Option<String>,
    /// The address of the script that chooses a proxy, host and port alone; it is never run. Null where there is none.
    pub pac: Option<String>,
}

pub(super) fn through(through: &Through) -> ThroughJson {
    ThroughJson {
        kind: through.kind.name().to_owned(),
        host: through.host.clone(),
        port: through.port,
        address: through.address.map(|address| address.to_string()),
        login: through.login,
        named_by: match through.named {
            Named::Typed => "option",
            Named::Variable(name) => name,
            Named::System => "system",
        }
        .to_owned(),
        names: if through.kind.looks_names_up() {
            "proxy"
        } else {
            "here"
        }
        .to_owned(),
        passed_by: through.passed_by,
        left_out: through
            .left_out()
            .iter()
            .map(|&word| word.to_owned())
            .collect(),
    }
}

pub(super) fn system(settings: &SystemProxy) -> SystemProxyJson {
    SystemProxyJson {
        proxy: settings.proxy.clone(),
        bypass: settings.bypass.clone(),
        pac: settings.pac.clone(),
    }
}

pub(super) fn failure(trouble: &Trouble) -> Option<ProxyFailureJson> {
    let Trouble::Proxy(trouble) = trouble else {
        return None;
    };
    let fault = trouble.fault();
    let no = match &trouble.met {
        ProxyMet::No(no) => Some(no),
        ProxyMet::Trouble(_) => None,
    };
    Some(ProxyFailureJson {
        step: trouble.step.name().to_owned(),
        fault: fault.name().to_owned(),
        why: match fault {
            ProxyFault::CannotReach(beyond) => Some(beyond.name().to_owned()),
            ProxyFault::Refused(why) => Some(why.name().to_owned()),
            _ => None,
        },
        status: no.and_then(No::code),
        answer: no.map(No::words),
    })
}
