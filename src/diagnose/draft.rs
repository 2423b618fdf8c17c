//! Puts a finding together, so that a rule reads as what it says.

use std::net::IpAddr;

use crate::args;
use crate::facts::Facts;
use crate::finding::{Evidence, Finding, FindingId, Location, Owner, Sentence, Severity};
use crate::providers::Provider;
use crate::service::Security;
use crate::words::{Args, Value};

use super::case::{Case, Failed};

/// How many names, addresses or ports a sentence lists.
const LISTED: usize = 8;
/// How many next steps a finding gives: who reads more does none of them.
const STEPS: usize = 4;

/// The ids of failed checks.
pub(super) fn ids(failed: &[Failed<'_>]) -> Vec<usize> {
    failed.iter().map(|failed| failed.id).collect()
}

/// A sentence of the locale.
pub(super) fn sentence(id: &'static str, args: Args) -> Sentence {
    Sentence { id, args }
}

/// Different values in their order, and not too many of them.
pub(super) fn list(values: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut different: Vec<String> = Vec::new();
    for value in values {
        if !different.contains(&value) {
            different.push(value);
        }
    }
    let more = different.len() > LISTED;
    different.truncate(LISTED);
    if more {
        different.push("…".to_owned());
    }
    different
}

impl Finding {
    /// A finding about checks. Every sentence about checks may name `host`, `addresses`, `ports` and `count`, the number
    /// of ports.
    pub(super) fn about(case: &Case<'_>, id: FindingId, owner: Owner, checks: &[usize]) -> Self {
        Self {
            severity: case.severity(checks, Severity::Error),
            args: places(case.facts, checks),
            checks: checks.to_vec(),
            ..Self::new(id, Severity::Error, owner)
        }
    }

    /// A finding about names. Every sentence about names may name `host` and `count`, the number of names.
    pub(super) fn about_names(
        id: FindingId,
        severity: Severity,
        owner: Owner,
        names: &[String],
    ) -> Self {
        let count = u32::try_from(names.len()).unwrap_or(u32::MAX);
        Self::new(id, severity, owner)
            .arg("host", list(names.iter().cloned()))
            .arg("count", count)
    }

    fn new(id: FindingId, severity: Severity, owner: Owner) -> Self {
        Self {
            id,
            severity,
            owner,
            args: Args::new(),
            variant: None,
            evidence: Vec::new(),
            next_steps: Vec::new(),
            checks: Vec::new(),
            location: None,
        }
    }

    /// Inconclusive in place of an error: the failure says nothing about the server.
    pub(super) fn inconclusive(mut self) -> Self {
        self.severity = self.severity.min(Severity::Inconclusive);
        self
    }

    /// Sets the severity, whatever the checks say.
    pub(super) fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Chooses another explanation.
    pub(super) fn variant(mut self, variant: impl Into<Option<&'static str>>) -> Self {
        self.variant = variant.into();
        self
    }

    /// Chooses another explanation where there is reason to.
    pub(super) fn variant_if(self, reason: bool, variant: &'static str) -> Self {
        if reason { self.variant(variant) } else { self }
    }

    /// Gives the sentences a value to name.
    pub(super) fn arg(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.args.insert(name, value.into());
        self
    }

    /// Says where.
    pub(super) fn at(mut self, location: Option<Location>) -> Self {
        self.location = location;
        self
    }

    /// Says who can fix it, where that depends on what came.
    pub(super) fn owner(mut self, owner: Owner) -> Self {
        self.owner = owner;
        self
    }

    /// Names the checks it rests on, for a finding that is about something else.
    pub(super) fn checks(mut self, checks: Vec<usize>) -> Self {
        self.checks = checks;
        self
    }

    /// Adds reasons to think so.
    pub(super) fn evidence<E: Into<Evidence>>(
        mut self,
        evidence: impl IntoIterator<Item = E>,
    ) -> Self {
        self.evidence.extend(evidence.into_iter().map(Into::into));
        self
    }

    /// Adds a next step that names no more than the finding does.
    pub(super) fn step(self, id: &'static str) -> Self {
        let args = self.args.clone();
        self.step_with(id, args)
    }

    /// Puts a step before all others; the last of too many is left out.
    pub(super) fn step_first(&mut self, step: Sentence) {
        self.next_steps.insert(0, step);
        self.next_steps.truncate(STEPS);
    }

    /// Adds a next step where there is reason to.
    pub(super) fn step_if(self, reason: bool, id: &'static str) -> Self {
        if reason { self.step(id) } else { self }
    }

    /// Adds a next step with values of its own.
    pub(super) fn step_with(mut self, id: &'static str, args: Args) -> Self {
        if self.next_steps.len() < STEPS {
            self.next_steps.push(sentence(id, args));
        }
        self
    }

    /// Adds the way round: another port of the same host that works for the same purpose, or that may; else the server that
    /// the name was probably meant for.
    pub(super) fn step_alternative(self, case: &Case<'_>) -> Self {
        let works = case
            .alternative(&self.checks)
            .map(|one| ("step-use-port", one));
        let answers = || {
            case.sibling_to_try(&self.checks)
                .map(|one| ("step-try-port", one))
        };
        let Some((id, endpoint)) = works.or_else(answers) else {
            return self.step_server_of_provider(case);
        };
        let security = match endpoint.service.security() {
            Security::Tls => "tls",
            Security::Starttls => "starttls",
        };
        self.step_with(
            id,
            args! {
                "port" => endpoint.port,
                "security" => security,
                "protocol" => endpoint.service.protocol().name().to_ascii_uppercase(),
            },
        )
    }

    fn step_server_of_provider(self, case: &Case<'_>) -> Self {
        let first = self.checks.first().map(|&id| &case.facts.checks[id]);
        let host = first.and_then(|check| case.facts.hosts.get(check.host));
        match host.and_then(|host| Provider::meant_by(&host.display)) {
            Some((provider, server)) => self.step_with(
                "step-server-of-provider",
                args! { "provider" => provider.name, "server" => server },
            ),
            None => self,
        }
    }
}

/// What sentences about checks may name.
pub(super) fn places(facts: &Facts, checks: &[usize]) -> Args {
    let checks = || checks.iter().map(|&id| &facts.checks[id]);
    let hosts = checks().filter_map(|check| facts.hosts.get(check.host));
    let mut ports: Vec<u16> = checks().map(|check| check.endpoint.port).collect();
    ports.sort_unstable();
    ports.dedup();
    let addresses = checks().filter_map(|check| check.address);
    args! {
        "host" => list(hosts.map(|host| host.display.clone())),
        "addresses" => list(addresses.map(|address: IpAddr| address.to_string())),
        "ports" => list(ports.iter().map(u16::to_string)),
        "count" => u32::try_from(ports.len()).unwrap_or(u32::MAX),
    }
}
