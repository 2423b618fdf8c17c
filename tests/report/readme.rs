//! The reports that the README shows are those that are printed.

use std::time::Duration;

use mailcheck::facts::{Facts, Lookup};
use mailcheck::failure::ResolveTrouble;
use mailcheck::judge;
use mailcheck::report::{Format, Report};
use mailcheck::service::{Endpoint, Service};
use mailcheck::target::HostName;

use super::{SCREEN, fixtures, shown};

const README: &str = include_str!("../../README.md");

/// The indented block of the README that begins with `first`, without its indentation.
fn block(first: &str) -> String {
    let lines = README.lines().skip_while(|line| line.trim() != first);
    let lines = lines.take_while(|line| line.is_empty() || line.starts_with("    "));
    let lines: Vec<&str> = lines
        .map(|line| line.strip_prefix("    ").unwrap_or(line))
        .collect();
    lines.join("\n").trim_end().to_owned()
}

/// The same facts about another server of a more telling name.
fn named(mut facts: Facts, name: &str, services: &[Service]) -> Facts {
    facts.target.host = mailcheck::target::Host::Name(name.parse::<HostName>().expect("a name"));
    facts.target.endpoints = services.iter().copied().map(Endpoint::usual).collect();
    name.clone_into(&mut facts.hosts[0].name);
    name.clone_into(&mut facts.hosts[0].display);
    for tls in facts
        .checks
        .iter_mut()
        .filter_map(|check| check.tls.as_mut())
    {
        name.clone_into(&mut tls.server_name);
    }
    facts
}

fn printed(facts: Facts) -> String {
    let target = judge(facts, Duration::from_secs(5));
    let mut report: Report = fixtures::healthy();
    report.targets = vec![target];
    shown(&report, Format::Text, SCREEN)
}

#[test]
fn the_first_report_is_the_one_that_is_printed() {
    let mut report = fixtures::one_fault();
    let facts = report.targets.remove(0).facts;
    let mut facts = named(facts, "mail.example.test", &[Service::Smtp]);
    "mail.example.test:25".clone_into(&mut facts.target.typed);
    let services = [
        Service::Smtp,
        Service::Submission,
        Service::Submissions,
        Service::Imaps,
    ];
    for (check, service) in facts.checks.iter_mut().zip(services) {
        check.endpoint = Endpoint::usual(service);
    }
    for (sweep, port) in facts.sweeps.iter_mut().zip([25, 587]) {
        sweep.destination.set_port(port);
    }
    facts.hosts[0].tlsa = Some(Lookup::Failed(ResolveTrouble::NoData));
    let text = printed(facts);
    let first = block("$ mailcheck mail.example.test:25");
    let (_, first) = first.split_once('\n').expect("a report");
    assert!(text.starts_with(first), "{text}");
    let rest = block("Who can fix it: whoever runs the network between this computer and the");
    assert!(text.contains(&rest), "{text}");
}

#[test]
fn a_healthy_report_is_the_one_that_is_printed() {
    let mut report = fixtures::healthy();
    let facts = report.targets.remove(0).facts;
    let services = [Service::Smtp, Service::Submission, Service::Submissions];
    let mut facts = named(facts, "smtp.example.test", &services);
    "smtp.example.test".clone_into(&mut facts.target.typed);
    facts
        .checks
        .retain(|check| services.contains(&check.endpoint.service));
    facts.because = mailcheck::facts::Because::Label;
    facts.hosts[0].tlsa = Some(Lookup::Failed(ResolveTrouble::NoData));
    let text = printed(facts);
    let first = block("$ mailcheck smtp.example.test");
    let (_, first) = first.split_once('\n').expect("a report");
    assert!(text.starts_with(first), "{text}");
}
