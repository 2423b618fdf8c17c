//! From facts to sentences that every renderer says alike. What comes back may hold server text: a renderer makes it
//! safe for its own medium.

mod calendar;
mod certificates;
mod evidence;
mod failures;
mod numbers;
mod programs;

pub use self::calendar::{date, duration, moment, rfc3339};
pub use self::certificates::{problem, some_names};
pub use self::evidence::evidence;
pub use self::failures::{
    Timer, failure_message, failure_short, icmp_name, lossy, reason, reply, timer,
};
pub use self::numbers::Numbers;
pub use self::programs::{differing_programs, program_lines, program_reasons};

use std::time::Duration;

use super::{Run, TargetReport};
use crate::args;
use crate::codes::Os;
use crate::facts::special::leads_nowhere;
use crate::facts::{AddressSource, Check, Facts, HostFacts};
use crate::finding::{Finding, Owner, Sentence, Severity, Verdict};
use crate::service::Protocol;
use crate::target::Host;
use crate::words::{Args, Value, Words};

/// What a check came to, in the few words of a table cell.
pub fn check_short(words: &Words, facts: &Facts, check: &Check) -> String {
    if let Some(failure) = &check.failure {
        return failure_short(words, facts, check, failure);
    }
    let host = facts.hosts.get(check.host);
    let nowhere =
        |address| host.is_some_and(|host| leads_nowhere(host, address, facts.reading).is_some());
    if check.skipped && (facts.rest.is_some() || check.address.is_some_and(nowhere)) {
        return words.plain("what-not-tried");
    }
    if check.skipped {
        let family = check.address.map_or(
            "IP",
            |address| {
                if address.is_ipv6() { "IPv6" } else { "IPv4" }
            },
        );
        return words.text("what-skipped", &args! { "family" => family });
    }
    if check.steps.is_empty() {
        return words.plain("what-not-tried");
    }
    // A sibling is only connected to, and nothing is asked of it.
    if check.context && check.greeting.is_none() {
        return words.plain("what-answers");
    }
    match &check.tls {
        Some(tls) => certificates::tls_short(words, tls),
        None => words.plain("what-no-tls"),
    }
}

/// The title of a finding.
pub fn title(words: &Words, finding: &Finding) -> String {
    let title = words.text(&format!("finding-{}", finding.id), &finding.args);
    one_line(&title)
}

/// The explanation of a finding; empty where the locale has none.
pub fn explanation(words: &Words, finding: &Finding) -> String {
    let plain = format!("finding-{}.explanation", finding.id);
    let text = finding
        .variant
        .and_then(|variant| words.find(&format!("{plain}-{variant}"), &finding.args))
        .or_else(|| words.find(&plain, &finding.args));
    one_line(&text.unwrap_or_default())
}

/// A sentence of the evidence or of the next steps.
pub fn sentence(words: &Words, sentence: &Sentence) -> String {
    one_line(&words.text(sentence.id, &sentence.args))
}

/// How the target was read, and why.
pub fn reading(words: &Words, facts: &Facts) -> String {
    let mut args = Args::new();
    if let Some(endpoint) = facts.target.endpoints.first() {
        args.insert("service", endpoint.service.name().into());
        args.insert("port", endpoint.port.into());
        args.insert(
            "protocol",
            protocol(words, endpoint.service.protocol()).into(),
        );
    }
    args.insert("hosts", count(facts.hosts.len()).into());
    words.text(&format!("reading-{}", facts.because.name()), &args)
}

/// The addresses of a host and where they come from. `None` where there is none, or where the user typed it.
pub fn addresses_line(words: &Words, host: &HostFacts) -> Option<String> {
    let id = match host.source {
        AddressSource::Literal => return None,
        AddressSource::Proxy => return Some(words.plain("heading-addresses-by-proxy")),
        AddressSource::Dns => "heading-addresses",
        AddressSource::ConnectTo => "heading-addresses-connect-to",
        AddressSource::HostsFile => "heading-addresses-hosts-file",
    };
    let addresses = addresses(words, host);
    let args = args! { "addresses" => addresses.clone() };
    (!addresses.is_empty()).then(|| words.text(id, &args))
}

/// What DANE says of a host that takes mail on port 25, in one line. `None` where it was not asked for: mail programs know
/// nothing of it, and a zone without signatures has none.
pub fn dane_line(words: &Words, facts: &Facts, index: usize) -> Option<String> {
    let what = crate::diagnose::dane_of(facts, index)?;
    let host = facts.hosts.get(index)?.display.as_str();
    let several = if facts.hosts.len() > 1 { "yes" } else { "no" };
    let args = args! { "what" => what, "host" => host, "several" => several };
    Some(words.text("heading-dane", &args))
}

/// A host in one line: its name, its preference, its addresses.
pub fn host_line(words: &Words, host: &HostFacts) -> String {
    let none = || "none".to_owned();
    let args = args! {
        "host" => host.display.clone(),
        "preference" => host.preference.map_or_else(none, |number| number.to_string()),
        "addresses" => Some(addresses(words, host)).filter(|list| !list.is_empty()).unwrap_or_else(none),
    };
    words.text("group-host", &args)
}

fn addresses(words: &Words, host: &HostFacts) -> String {
    let addresses = host.addresses();
    words.list(addresses.iter().map(ToString::to_string))
}

/// What the sentences about the run and about this machine name.
pub fn vantage_args(words: &Words, run: &Run, elapsed: Duration) -> Args {
    let vantage = &run.vantage;
    let yes = |it: bool| words.plain(if it { "yes" } else { "no" });
    let resolvers = vantage.resolvers.iter().map(|one| {
        if one.port() == 53 {
            one.ip().to_string()
        } else {
            one.to_string()
        }
    });
    let resolvers: Vec<String> = resolvers.collect();
    args! {
        "version" => run.version,
        "os" => os_name(vantage.os),
        "time" => moment(run.started_at),
        "elapsed" => duration(words, elapsed),
        "ipv4" => yes(vantage.ipv4),
        "ipv6" => yes(vantage.ipv6),
        // Proxies are named by the host names of an inner network, which are nobody's business.
        "proxy" => yes(!vantage.proxies.is_empty()),
        "resolvers" => if resolvers.is_empty() { words.plain("none") } else { words.list(&resolvers) },
    }
}

/// Who can fix it.
pub fn owner(words: &Words, owner: Owner) -> String {
    words.plain(&format!("owner-{}", owner.name()))
}

/// Who can fix a finding, where its own words say it better than the kind of owner does.
pub fn owner_of(words: &Words, finding: &Finding) -> String {
    let own = format!("finding-{}.owner", finding.id);
    let by_variant = finding.variant.map(|variant| format!("{own}-{variant}"));
    let said = by_variant
        .into_iter()
        .chain([own])
        .find_map(|id| words.find(&id, &finding.args));
    let at_own_router =
        finding.owner == Owner::Network && finding.args.get("own") == Some(&Value::from("yes"));
    match said {
        Some(said) => one_line(&said),
        None if at_own_router => words.plain("owner-own-router"),
        None => owner(words, finding.owner),
    }
}

/// "Error", "Warning".
pub fn severity(words: &Words, severity: Severity) -> String {
    words.plain(&format!("severity-{}", severity.name()))
}

/// "Failed", "OK".
pub fn verdict(words: &Words, verdict: Verdict) -> String {
    words.plain(&format!("verdict-{}", verdict.name()))
}

/// "SMTP".
pub fn protocol(words: &Words, protocol: Protocol) -> String {
    words.plain(&format!("protocol-{}", protocol.name()))
}

/// "Linux".
pub const fn os_name(os: Os) -> &'static str {
    match os {
        Os::Linux => "Linux",
        Os::MacOs => "macOS",
        Os::Windows => "Windows",
    }
}

/// "TLS 1.3", from the library's "TLSv1.3".
pub fn tls_version(version: &str) -> String {
    version.replacen("TLSv", "TLS ", 1)
}

/// Line breaks of a locale file are those of its author, not of the output.
pub fn one_line(text: &str) -> String {
    if !text.contains('\n') {
        return text.trim().to_owned();
    }
    text.split('\n')
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The target as it was typed; an international name in both forms, or in that of the DNS alone where the reader's
/// terminal shows only ASCII.
pub fn target_name(words: &Words, facts: &Facts, unicode: bool) -> String {
    match &facts.target.host {
        Host::Name(name) if name.is_international() && unicode => words.text(
            "both-forms",
            &args! { "unicode" => name.unicode.clone(), "ascii" => name.ascii.clone() },
        ),
        Host::Name(name) if name.is_international() => name.ascii.clone(),
        Host::Name(_) | Host::Address(_) => facts.target.typed.clone(),
    }
}

/// What the report comes to for one target, named: the worst finding and how many more there are, or how much works.
pub fn conclusion(words: &Words, target: &TargetReport, unicode: bool) -> String {
    let facts = &target.facts;
    let serious = target
        .findings
        .iter()
        .filter(|finding| finding.severity > Severity::Info);
    let mut serious = serious.peekable();
    let name = target_name(words, facts, unicode);
    let what = match serious.next() {
        None => {
            let asked = facts
                .checks
                .iter()
                .filter(|check| !check.context && !check.skipped);
            let good = asked.clone().filter(|check| check.is_ok()).count();
            words.text(
                "conclusion-ok",
                &args! { "good" => count(good), "all" => count(asked.count()) },
            )
        }
        Some(worst) => {
            let title = title(words, worst);
            let title = title.trim_end_matches(['.', '。']);
            words.text(
                "conclusion-finding",
                &args! { "title" => title, "more" => count(serious.count()) },
            )
        }
    };
    // Most titles name the host already.
    let host = facts.target.host.to_string();
    if what.contains(&host) {
        return what;
    }
    words.text("conclusion", &args! { "name" => name, "what" => what })
}

/// A number of things, for a sentence.
pub fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
