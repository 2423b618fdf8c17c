//! What the rules work on: the facts, what has been found, and what that explains.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::facts::purpose::Weight;
use crate::facts::scope::{Scope, scope};
use crate::facts::special::is_localhost;
use crate::facts::{Check, Facts, Reading};
use crate::failure::Failure;
use crate::finding::{Finding, FindingId, Owner, Severity};
use crate::service::{Endpoint, Security};

/// Steps that lead through other networks: of a server on this machine they say nothing.
const ELSEWHERE: [&str; 2] = ["step-try-other-network", "step-check-redirect"];

/// A failed check.
#[derive(Clone, Copy)]
pub(super) struct Failed<'a> {
    /// Its id: the place in [`Facts::checks`].
    pub(super) id: usize,
    /// The check.
    pub(super) check: &'a Check,
    /// What ended it.
    pub(super) failure: &'a Failure,
}

/// The facts, and what the rules have made of them so far.
pub(super) struct Case<'a> {
    /// What was seen.
    pub(super) facts: &'a Facts,
    /// The failed checks that were asked for: nearly every rule begins with them, and mostly there are none.
    failed: Vec<Failed<'a>>,
    findings: Vec<Finding>,
    /// Checks whose failure a finding accounts for.
    explained: BTreeSet<usize>,
    /// Names whose lookup a finding accounts for.
    explained_names: BTreeSet<&'a str>,
    /// How much the failure of each check weighs.
    weights: Vec<Weight>,
}

impl<'a> Case<'a> {
    /// Opens the case.
    pub(super) fn new(facts: &'a Facts) -> Self {
        let checks = facts.checks.iter().enumerate();
        let own = checks.filter(|(_, check)| !check.context);
        let failed = own.filter_map(|(id, check)| {
            Some(Failed {
                id,
                check,
                failure: check.failure.as_ref()?,
            })
        });
        Self {
            facts,
            failed: failed.collect(),
            findings: Vec::new(),
            explained: BTreeSet::new(),
            explained_names: BTreeSet::new(),
            weights: facts.weights(),
        }
    }

    /// The findings, worst first; the sort is stable, so that the order of the rules stays within a severity. A port that is
    /// closed says less than what is wrong with the other one for the same purpose.
    pub(super) fn close(mut self) -> Vec<Finding> {
        for place in 0..self.findings.len() {
            let finding = &self.findings[place];
            if self.is_here(finding) {
                let elsewhere = |id| ELSEWHERE.contains(&id);
                let steps = &mut self.findings[place].next_steps;
                steps.retain(|step| !elsewhere(step.id));
            }
            let finding = &self.findings[place];
            if finding.owner == Owner::Server && self.is_about_localhost(finding) {
                self.findings[place].owner = Owner::ThisMachine;
            }
        }
        let secondary: Vec<bool> = self
            .findings
            .iter()
            .map(|finding| self.is_secondary(finding))
            .collect();
        let mut ordered: Vec<_> = secondary.into_iter().zip(self.findings).collect();
        ordered.sort_by_key(|(secondary, finding)| (Reverse(finding.severity), *secondary));
        ordered.into_iter().map(|(_, finding)| finding).collect()
    }

    /// Whether a finding tells of closed ports alone, beside each of which another one serves the purpose and connects: a
    /// host need not have both.
    fn is_secondary(&self, finding: &Finding) -> bool {
        let beside_another = |&id: &usize| {
            let closed = &self.facts.checks[id];
            let purpose = |check: &Check| check.endpoint.service.purpose();
            let mut asked = self.facts.asked_of(closed.host);
            asked.any(|other| other.connected() && purpose(other) == purpose(closed))
        };
        finding.id == FindingId::PortClosed
            && self.facts.is_by_default()
            && finding.checks.iter().all(beside_another)
    }

    /// Whether every check of the finding went to this machine's own loopback.
    fn is_here(&self, finding: &Finding) -> bool {
        self.is_all_here(&finding.checks)
    }

    /// The same of these checks.
    pub(super) fn is_all_here(&self, checks: &[usize]) -> bool {
        let here = |&id: &usize| {
            let address = self.facts.checks[id].address;
            address.is_some_and(|address| scope(address) == Scope::Loopback)
        };
        !checks.is_empty() && checks.iter().all(here)
    }

    /// Whether every check of the finding went to this machine by the name that is its own: the server is here then.
    fn is_about_localhost(&self, finding: &Finding) -> bool {
        let host = |&id: &usize| self.facts.hosts.get(self.facts.checks[id].host);
        let local = |id| host(id).is_some_and(|host| is_localhost(&host.name));
        !finding.checks.is_empty() && finding.checks.iter().all(local)
    }

    /// The checks that were asked for, with their ids. Checks made as evidence are not among them.
    pub(super) fn own(&self) -> impl Iterator<Item = (usize, &'a Check)> + use<'a> {
        let checks = self.facts.checks.iter().enumerate();
        checks.filter(|(_, check)| !check.context)
    }

    /// The failed checks that nothing explains yet.
    pub(super) fn open(&self) -> Vec<Failed<'a>> {
        let open = self.failed.iter();
        open.filter(|failed| !self.explained.contains(&failed.id))
            .copied()
            .collect()
    }

    /// The open checks of which `wanted` is true.
    pub(super) fn open_where(
        &self,
        wanted: impl Fn(&'a Check, &'a Failure) -> bool,
    ) -> Vec<Failed<'a>> {
        let mut open = self.open();
        open.retain(|Failed { check, failure, .. }| wanted(check, failure));
        open
    }

    /// Whether there is a finding of this kind already.
    pub(super) fn has(&self, id: FindingId) -> bool {
        self.findings.iter().any(|finding| finding.id == id)
    }

    /// Whether a finding accounts for the check already.
    pub(super) fn is_explained(&self, id: usize) -> bool {
        self.explained.contains(&id)
    }

    /// Whether somebody took the connection of the check, at a known hop of the way or on this machine: what was shown there
    /// is not the server's. Or the server has another certificate, which is told in its place.
    pub(super) fn is_taken(&self, id: usize) -> bool {
        self.findings.iter().any(|finding| {
            let here = finding.variant == Some("here");
            let known = finding.location.is_some() || here;
            let other = finding.id == FindingId::CertificateDependsOnSni;
            let taken = finding.id == FindingId::Intercepted && known || other;
            taken && finding.checks.contains(&id)
        })
    }

    /// Whether a finding accounts for the lookup of `name` already.
    pub(super) fn is_name_explained(&self, name: &str) -> bool {
        self.explained_names.contains(name)
    }

    /// How bad a failure of these checks is: `base` where something that was asked for does not work without them, a
    /// warning where an alternative works, a note where nobody expects them to work.
    pub(super) fn severity(&self, checks: &[usize], base: Severity) -> Severity {
        match self.weight(checks) {
            Weight::Fatal => base,
            Weight::Beside => base.min(Severity::Warning),
            Weight::Unoffered => base.min(Severity::Info),
        }
    }

    /// The weight of the gravest of these checks.
    pub(super) fn weight(&self, checks: &[usize]) -> Weight {
        let weights = checks.iter().map(|&id| self.weights[id]);
        weights.max().unwrap_or(Weight::Beside)
    }

    /// The same for a name that gave no address.
    pub(super) fn name_severity(&self, host: Option<usize>, base: Severity) -> Severity {
        if self.facts.reading == Reading::Account {
            let of_host = |(_, check): &(usize, &Check)| Some(check.host) == host;
            let checks: Vec<usize> = self.own().filter(of_host).map(|(id, _)| id).collect();
            return self.severity(&checks, base);
        }
        let domain = self.facts.reading == Reading::Domain;
        let works = match host {
            Some(host) => self
                .own()
                .any(|(_, c)| (domain || c.host == host) && c.usable()),
            None => !self.facts.hosts.is_empty(),
        };
        if works {
            base.min(Severity::Warning)
        } else {
            base
        }
    }

    /// The worst that was found so far.
    pub(super) fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(|finding| finding.severity).max()
    }

    /// Adds a finding that accounts for its checks.
    pub(super) fn claim(&mut self, finding: Finding) {
        self.explained.extend(&finding.checks);
        self.findings.push(finding);
    }

    /// Marks checks as accounted for that no finding names.
    pub(super) fn claim_checks(&mut self, checks: &[usize]) {
        self.explained.extend(checks);
    }

    /// Adds a finding that accounts for nothing else.
    pub(super) fn add(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Says more in the findings of which `wanted` is true.
    pub(super) fn amend(&mut self, wanted: impl Fn(&Finding) -> bool, more: impl Fn(&mut Finding)) {
        let wanted = self.findings.iter_mut().filter(|finding| wanted(finding));
        wanted.for_each(more);
    }

    /// Marks the lookup of a name as accounted for.
    pub(super) fn claim_name(&mut self, name: &'a str) {
        self.explained_names.insert(name);
    }

    /// The port that a mail program should use in place of these, where one for the same purpose works at the same
    /// host: implicit TLS before STARTTLS (RFC 8314), IMAP before POP3.
    pub(super) fn alternative(&self, checks: &[usize]) -> Option<Endpoint> {
        self.best_for_users(checks, |check| !check.context && check.usable())
    }

    /// The same where a sibling port, tried as evidence, takes connections: whether it works was not asked. Whoever
    /// checks a mail domain has no use for it.
    pub(super) fn sibling_to_try(&self, checks: &[usize]) -> Option<Endpoint> {
        let asked = self.facts.reading != Reading::Domain;
        self.best_for_users(checks, |check| asked && check.context && check.connected())
    }

    fn best_for_users(
        &self,
        checks: &[usize],
        serves: impl Fn(&Check) -> bool,
    ) -> Option<Endpoint> {
        let mut failed = checks.iter().map(|&id| &self.facts.checks[id]);
        let for_users = |check: &&Check| check.endpoint.service.is_for_users();
        let first = failed.clone().find(for_users).or_else(|| failed.next())?;
        // At another address the very port may work; that is no way round.
        let fails = |endpoint| {
            let mut failed = checks.iter().map(|&id| &self.facts.checks[id]);
            failed.any(|check| check.endpoint == endpoint)
        };
        let sending = first.endpoint.service.is_for_sending();
        let works = |check: &&Check| {
            let service = check.endpoint.service;
            check.host == first.host
                && !fails(check.endpoint)
                && service.is_for_sending() == sending
                && service.is_for_users()
                && serves(check)
        };
        let rank = |endpoint: &Endpoint| {
            let service = endpoint.service;
            let starttls = service.security() != Security::Tls;
            (service.name().starts_with("pop"), starttls, endpoint.port)
        };
        let others = self.facts.checks.iter().filter(works);
        others.map(|check| check.endpoint).min_by_key(rank)
    }
}
