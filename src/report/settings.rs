//! What to type into a mail program, from what was seen to work.

use super::TargetReport;
use super::rows::Outcome;
use crate::args;
use crate::escape::truncate;
use crate::facts::{AddressSource, Check, Facts, Reading};
use crate::service::{Endpoint, Protocol, Security};
use crate::words::Words;

/// How many mechanisms are shown, and how many characters of each; RFC 4422 section 3.1 allows 20.
const MECHANISMS_MAX: usize = 12;
const NAME_MAX: usize = 20;

/// The settings of one protocol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// What the mail program does there.
    pub protocol: Protocol,
    /// The server's name as people read it.
    pub host: String,
    /// The port.
    pub port: u16,
    /// Implicit TLS or STARTTLS.
    pub security: Security,
    /// SASL mechanisms, or the plain login of the protocol; empty where the server named none.
    pub mechanisms: Vec<String>,
    /// Whether it worked at every address that was tried.
    pub everywhere: bool,
}

/// The best settings for sending, POP3 and IMAP, as far as each was seen to work with a trusted certificate. Nothing
/// for a mail domain: its exchangers are for other servers.
pub fn settings(target: &TargetReport) -> Vec<Setting> {
    let facts = &target.facts;
    if facts.reading == Reading::Domain {
        return Vec::new();
    }
    [Protocol::Smtp, Protocol::Imap, Protocol::Pop3]
        .into_iter()
        .filter_map(|protocol| best(facts, protocol))
        .collect()
}

impl Setting {
    /// How to log in, in words.
    pub fn authentication(&self, words: &Words) -> String {
        let mut what = if self.mechanisms.is_empty() {
            words.plain("settings-no-mechanism")
        } else {
            self.mechanisms.join(", ")
        };
        if self.takes_password() {
            what = words.text("settings-password", &args! { "mechanisms" => what });
        }
        if !self.everywhere {
            what = words.text("settings-not-everywhere", &args! { "what" => what });
        }
        what
    }

    /// Whether an ordinary password will do: over TLS any of these takes it.
    pub fn takes_password(&self) -> bool {
        let plain = ["PLAIN", "LOGIN", "USER"];
        let takes = |name: &String| plain.iter().any(|one| one.eq_ignore_ascii_case(name));
        self.mechanisms.iter().any(takes)
    }
}

fn best(facts: &Facts, protocol: Protocol) -> Option<Setting> {
    let usable = facts.checks.iter().filter(|check| {
        check.endpoint.service.protocol() == protocol && works_for_users(facts, check)
    });
    let candidates = usable.map(|check| setting(facts, check));
    // Implicit TLS before STARTTLS (RFC 8314 section 3), the usual port before an unusual one.
    candidates.min_by_key(|one| {
        (
            !one.everywhere,
            one.security != Security::Tls,
            Endpoint::from_port(one.port).is_none(),
        )
    })
}

fn setting(facts: &Facts, check: &Check) -> Setting {
    let host = facts.hosts.get(check.host);
    // What this machine has no way to says nothing of the server.
    let mut same = facts
        .checks
        .iter()
        .filter(|other| (other.host, other.endpoint) == (check.host, check.endpoint))
        .filter(|other| !other.skipped);
    Setting {
        protocol: check.endpoint.service.protocol(),
        host: host.map(|host| host.display.clone()).unwrap_or_default(),
        port: check.endpoint.port,
        security: check.endpoint.service.security(),
        mechanisms: mechanisms(check),
        everywhere: same.all(|other| works_for_users(facts, other)),
    }
}

fn works_for_users(facts: &Facts, check: &Check) -> bool {
    let Some(host) = facts.hosts.get(check.host) else {
        return false;
    };
    let as_users_reach_it = host.source != AddressSource::ConnectTo;
    let trusted = check
        .tls
        .as_ref()
        .is_some_and(|tls| tls.is_trusted() && tls.server_name == host.name);
    check.endpoint.service.is_for_users()
        && Outcome::of(check) == Outcome::Ok
        && as_users_reach_it
        && trusted
}

fn mechanisms(check: &Check) -> Vec<String> {
    if !check.auth_mechanisms.is_empty() {
        let names = check.auth_mechanisms.iter().take(MECHANISMS_MAX);
        return names.map(|name| truncate(name, NAME_MAX)).collect();
    }
    let has = |name: &str| {
        check
            .capabilities
            .iter()
            .flatten()
            .any(|capability| capability.eq_ignore_ascii_case(name))
    };
    match check.endpoint.service.protocol() {
        // RFC 2449 section 6.3: USER and PASS are there.
        Protocol::Pop3 if has("USER") => vec!["USER".to_owned()],
        // RFC 9051 section 6.2.3: LOGIN is there unless the server says that it is not.
        Protocol::Imap if check.capabilities.is_some() && !has("LOGINDISABLED") => {
            vec!["LOGIN".to_owned()]
        }
        Protocol::Smtp | Protocol::Pop3 | Protocol::Imap => Vec::new(),
    }
}
