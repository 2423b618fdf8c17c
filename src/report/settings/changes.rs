//! What to change where a port was asked for in the wrong way: SSL/TLS where it wants STARTTLS, or the reverse.

use std::net::Ipv6Addr;

use super::encryption;
use crate::args;
use crate::facts::{Check, Facts};
use crate::finding::FindingId;
use crate::report::TargetReport;
use crate::service::{Protocol, Security, Service};
use crate::words::Words;

/// A port, and the other way to speak to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The server's name as people read it.
    pub host: String,
    /// The port.
    pub port: u16,
    /// What it wants.
    pub right: Security,
    /// What to ask mailcheck for, to see whether all of it works so.
    pub url: String,
}

/// The changes that the findings of `target` come to, a port each.
pub fn changes(target: &TargetReport) -> Vec<Change> {
    let wrong_mode = target.findings.iter().filter(|finding| {
        [FindingId::TlsOnStarttlsPort, FindingId::PlaintextOnTlsPort].contains(&finding.id)
    });
    let mut changes = Vec::new();
    for id in wrong_mode.flat_map(|finding| &finding.checks) {
        let change = target.facts.checks.get(*id);
        let change = change.and_then(|check| of_check(&target.facts, check));
        if let Some(change) = change.filter(|one| !changes.contains(one)) {
            changes.push(change);
        }
    }
    changes
}

impl Change {
    /// In one sentence.
    pub fn sentence(&self, words: &Words) -> String {
        let wrong = match self.right {
            Security::Tls => Security::Starttls,
            Security::Starttls => Security::Tls,
        };
        let args = args! {
            "host" => self.host.clone(),
            "port" => self.port,
            "right" => encryption(self.right),
            "wrong" => encryption(wrong),
            "url" => self.url.clone(),
        };
        words.text("settings-change", &args)
    }
}

fn of_check(facts: &Facts, check: &Check) -> Option<Change> {
    let host = facts.hosts.get(check.host)?;
    let service = check.endpoint.service;
    let right = match service.security() {
        Security::Tls => Security::Starttls,
        Security::Starttls => Security::Tls,
    };
    let port = check.endpoint.port;
    let scheme = scheme(service.protocol(), right, port).name();
    let url = if host.name.parse::<Ipv6Addr>().is_ok() {
        format!("{scheme}://[{}]:{port}", host.name)
    } else {
        format!("{scheme}://{}:{port}", host.name)
    };
    Some(Change {
        host: host.display.clone(),
        port,
        right,
        url,
    })
}

const fn scheme(protocol: Protocol, security: Security, port: u16) -> Service {
    match (protocol, security) {
        (Protocol::Smtp, Security::Starttls) if port == Service::Smtp.port() => Service::Smtp,
        (Protocol::Smtp, Security::Starttls) => Service::Submission,
        (Protocol::Smtp, Security::Tls) => Service::Submissions,
        (Protocol::Pop3, Security::Starttls) => Service::Pop3,
        (Protocol::Pop3, Security::Tls) => Service::Pop3s,
        (Protocol::Imap, Security::Starttls) => Service::Imap,
        (Protocol::Imap, Security::Tls) => Service::Imaps,
    }
}
