//! What to type into a mail program, from what was seen to work.

pub mod changes;
pub mod programs;

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
    /// The same as the DNS has it, or the address.
    pub ascii_host: String,
    /// The port.
    pub port: u16,
    /// Implicit TLS or STARTTLS.
    pub security: Security,
    /// SASL mechanisms, or the plain login of the protocol; empty where the server named none.
    pub mechanisms: Vec<String>,
    /// Whether it worked at every address that was tried.
    pub everywhere: bool,
}

/// How a server lets people log in, as mail programs name it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// An ordinary password; over TLS PLAIN, LOGIN and USER take it.
    pub password: bool,
    /// A token of the provider in place of a password: XOAUTH2, or OAUTHBEARER (RFC 7628).
    pub oauth2: bool,
    /// What Thunderbird calls an encrypted password: CRAM-MD5 (RFC 2195).
    pub encrypted: bool,
}

impl Ways {
    /// The variant of the sentences that name them; an encrypted password is named only where nothing else is offered.
    pub const fn name(self) -> &'static str {
        match (self.password, self.oauth2, self.encrypted) {
            (true, true, _) => "both",
            (true, false, _) => "password",
            (false, true, _) => "oauth2",
            (false, false, true) => "encrypted",
            (false, false, false) => "none",
        }
    }
}

/// The best settings for sending, IMAP and POP3, as far as each was seen to work with a trusted certificate. Nothing
/// for a mail domain: its exchangers are for other servers.
pub fn settings(target: &TargetReport) -> Vec<Setting> {
    let mut best = working(target);
    best.dedup_by_key(|setting| setting.protocol);
    best
}

/// Every setting that was seen to work: sending, IMAP, POP3, and the best of each first.
pub fn working(target: &TargetReport) -> Vec<Setting> {
    let facts = &target.facts;
    if facts.reading == Reading::Domain {
        return Vec::new();
    }
    [Protocol::Smtp, Protocol::Imap, Protocol::Pop3]
        .into_iter()
        .flat_map(|protocol| of_protocol(facts, protocol))
        .collect()
}

/// How mail programs name it. They are names, and the same in every language.
pub const fn encryption(security: Security) -> &'static str {
    match security {
        Security::Tls => "SSL/TLS",
        Security::Starttls => "STARTTLS",
    }
}

impl Setting {
    /// How to log in, in words.
    pub fn authentication(&self, words: &Words) -> String {
        let what = if self.mechanisms.is_empty() {
            words.plain("settings-no-mechanism")
        } else {
            let args = args! {
                "ways" => self.ways().name(),
                "mechanisms" => self.mechanisms.join(&words.plain("between-items")),
            };
            words.text("settings-login", &args)
        };
        if self.everywhere {
            return what;
        }
        words.text("settings-not-everywhere", &args! { "what" => what })
    }

    /// How the server lets people log in.
    pub fn ways(&self) -> Ways {
        let has = |names: &[&str]| {
            let known = |name: &String| names.iter().any(|one| one.eq_ignore_ascii_case(name));
            self.mechanisms.iter().any(known)
        };
        Ways {
            password: has(&["PLAIN", "LOGIN", "USER"]),
            oauth2: has(&["XOAUTH2", "OAUTHBEARER"]),
            encrypted: has(&["CRAM-MD5"]),
        }
    }
}

fn of_protocol(facts: &Facts, protocol: Protocol) -> Vec<Setting> {
    let mut found: Vec<Setting> = Vec::new();
    for check in &facts.checks {
        if check.endpoint.service.protocol() == protocol && works_for_users(facts, check) {
            let setting = setting(facts, check);
            let same = |one: &Setting| {
                (&one.host, one.port, one.security)
                    == (&setting.host, setting.port, setting.security)
            };
            // The first address speaks for all of them.
            if !found.iter().any(same) {
                found.push(setting);
            }
        }
    }
    // Implicit TLS before STARTTLS (RFC 8314 section 3), the usual port before an unusual one.
    found.sort_by_key(|one| {
        (
            !one.everywhere,
            one.security != Security::Tls,
            Endpoint::from_port(one.port).is_none(),
        )
    });
    found
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
        ascii_host: host.map(|host| host.name.clone()).unwrap_or_default(),
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
