//! Evidence: what was seen, one sentence a kind and address, in the order of the checks.

use crate::args;
use crate::codes::{self, icmp::Family};
use crate::facts::{Check, DnsExchange, DnsOutcome, Facts, Sweep, Transport};
use crate::failure::{Failure, Icmp, OsError, Stage, TlsTrouble, Trouble};
use crate::finding::Sentence;
use crate::words::Args;

use super::case::{Case, Failed};
use super::draft::{list, sentence};
use super::path;
use super::read;

/// The most that is said about one lookup.
const EXCHANGES: usize = 4;

/// What was seen of failed checks. Checks of one address that failed in the same way share a sentence, which names
/// their `ports`.
pub(super) fn of_failures(case: &Case<'_>, failed: &[Failed<'_>]) -> Vec<Sentence> {
    let seen = failed
        .iter()
        .map(|&Failed { check, failure, .. }| (check, of_failure(check, failure)));
    by_place(case.facts, seen)
}

/// Gives each sentence its address and its ports, and says the same only once.
pub(super) fn by_place<'a>(
    facts: &Facts,
    seen: impl IntoIterator<Item = (&'a Check, Sentence)>,
) -> Vec<Sentence> {
    let placed = seen.into_iter().map(|(check, sentence)| {
        let host = facts
            .hosts
            .get(check.host)
            .map_or("", |host| host.display.as_str());
        let address = check
            .address
            .map_or_else(|| host.to_owned(), |address| address.to_string());
        (address, check.endpoint.port, sentence)
    });
    by_port(placed)
}

/// The paths to failed checks, and the path to another port of each address, to compare with.
pub(super) fn of_paths(facts: &Facts, failed: &[Failed<'_>]) -> Vec<Sentence> {
    of_paths_to(facts, failed.iter().map(|Failed { check, .. }| *check))
}

/// The same for checks, failed or not.
pub(super) fn of_paths_to<'a>(
    facts: &'a Facts,
    checks: impl IntoIterator<Item = &'a Check>,
) -> Vec<Sentence> {
    let own: Vec<&Sweep> = checks
        .into_iter()
        .filter_map(|check| facts.sweep_of(check))
        .collect();
    let mut compared: Vec<&Sweep> = Vec::new();
    for sweep in &own {
        let others = facts
            .sweeps_beside(sweep)
            .filter(|other| !own.contains(other));
        let farthest = others.max_by_key(|other| (other.distance(), other.hops.len()));
        compared.extend(farthest.filter(|other| !compared.contains(other)));
    }
    let told = own.into_iter().chain(compared).map(|sweep| {
        let to = sweep.destination;
        (to.ip().to_string(), to.port(), path::told(sweep))
    });
    by_port(told)
}

/// Gives each sentence its address and its ports.
fn by_port(seen: impl IntoIterator<Item = (String, u16, Sentence)>) -> Vec<Sentence> {
    let mut groups: Vec<(Sentence, Vec<u16>)> = Vec::new();
    for (address, port, mut sentence) in seen {
        sentence.args.insert("address", address.into());
        match groups.iter_mut().find(|(other, _)| *other == sentence) {
            Some((_, ports)) if ports.contains(&port) => {}
            Some((_, ports)) => ports.push(port),
            None => groups.push((sentence, vec![port])),
        }
    }
    let with_ports = |(mut sentence, mut ports): (Sentence, Vec<u16>)| {
        ports.sort_unstable();
        let count = u32::try_from(ports.len()).unwrap_or(u32::MAX);
        sentence
            .args
            .insert("ports", list(ports.iter().map(u16::to_string)).into());
        sentence.args.insert("count", count.into());
        sentence
    };
    groups.into_iter().map(with_ports).collect()
}

/// What the servers said in the other TLS mode.
pub(super) fn of_other_modes(facts: &Facts, failed: &[Failed<'_>]) -> Vec<Sentence> {
    let said = failed.iter().filter_map(|Failed { check, .. }| {
        let tried = check.follow_ups.other_mode.as_ref()?;
        let greeting = read::quote(tried.outcome.as_ref().ok()?);
        let args = args! { "security" => tried.security.name(), "greeting" => greeting };
        Some((*check, sentence("evidence-other-mode", args)))
    });
    by_place(facts, said)
}

/// What the resolver answered when it was asked not to check signatures.
pub(super) fn of_unchecked(facts: &Facts, name: &str) -> Vec<Sentence> {
    let about = facts
        .dns
        .iter()
        .filter(|exchange| exchange.checking_disabled && exchange.name.eq_ignore_ascii_case(name));
    let mut said: Vec<Sentence> = Vec::new();
    for exchange in about {
        if let DnsOutcome::Reply(reply) = &exchange.outcome {
            let args = args! {
                "question" => format!("{} {}", exchange.name, exchange.kind.name()),
                "server" => exchange.server.to_string(),
                "rcode" => rcode_name(reply.rcode),
            };
            said.push(sentence("evidence-dns-unchecked", args));
        }
    }
    said.truncate(1);
    said
}

fn of_failure(check: &Check, failure: &Failure) -> Sentence {
    let stage = failure.stage;
    let args = |more: Args| {
        let mut args = args! { "stage" => stage.name() };
        args.extend(more);
        args
    };
    match &failure.trouble {
        Trouble::Clock { limit, received } if received.0.is_empty() => {
            let id = match stage {
                Stage::Connect => "evidence-connect-silent",
                Stage::Resolve
                | Stage::Greeting
                | Stage::Capabilities
                | Stage::Starttls
                | Stage::Tls
                | Stage::Certificate
                | Stage::Quit => "evidence-silent",
            };
            sentence(
                id,
                args(args! { "seconds" => seconds(limit.as_secs_f64()) }),
            )
        }
        Trouble::Clock { limit, received } => sentence(
            "evidence-partial",
            args(args! {
                "seconds" => seconds(limit.as_secs_f64()),
                "received" => read::quote(std::slice::from_ref(received)),
            }),
        ),
        Trouble::Deadline { .. } => sentence("evidence-deadline", args(args! {})),
        Trouble::Os(error) => of_os_error(failure, error),
        Trouble::Closed { received } if received.0.is_empty() => {
            sentence("evidence-closed", args(args! {}))
        }
        Trouble::Closed { received } => sentence(
            "evidence-closed-after",
            args(args! { "received" => read::quote(std::slice::from_ref(received)) }),
        ),
        Trouble::Malformed { received, .. } | Trouble::Tls(TlsTrouble::NotTls { received, .. }) => {
            if read::is_tls(&received.0) {
                return sentence("evidence-received-tls", args(args! {}));
            }
            sentence(
                "evidence-received",
                args(args! { "received" => read::quote(std::slice::from_ref(received)) }),
            )
        }
        Trouble::Rejected(rejection) => sentence(
            "evidence-reply",
            args(args! { "reply" => read::quote(&rejection.reply) }),
        ),
        Trouble::NotOffered => offered(check),
        Trouble::Tls(TlsTrouble::Alert { description }) => {
            let name = codes::tls::alert_name(*description);
            let name = name.map_or_else(|| description.to_string(), str::to_owned);
            sentence(
                "evidence-alert",
                args(args! { "alert" => *description, "name" => name }),
            )
        }
        Trouble::Tls(TlsTrouble::Signature) => sentence("evidence-tls-signature", args(args! {})),
        Trouble::Tls(
            TlsTrouble::Incompatible(text)
            | TlsTrouble::Misbehaved(text)
            | TlsTrouble::Certificate(text)
            | TlsTrouble::Other(text),
        ) => sentence(
            "evidence-tls-error",
            args(args! { "text" => read::shown(text) }),
        ),
        Trouble::Certificate(problems) => {
            let reasons = problems.iter().map(|problem| problem.reason().to_owned());
            sentence(
                "evidence-certificate-problems",
                args! { "reasons" => list(reasons) },
            )
        }
        Trouble::Resolve(_) => sentence("evidence-no-lookup", args! {}),
    }
}

fn of_os_error(failure: &Failure, error: &OsError) -> Sentence {
    if let Some(icmp) = error.icmp {
        let from = icmp.from.map(|from| from.to_string()).unwrap_or_default();
        return sentence(
            "evidence-icmp",
            args! {
                "version" => if icmp.v6 { "ICMPv6" } else { "ICMP" },
                "name" => icmp_name(icmp),
                "type" => icmp.kind,
                "code" => icmp.code,
                "known" => if icmp.from.is_some() { "yes" } else { "no" },
                "from" => from,
            },
        );
    }
    let args = args! {
        "stage" => failure.stage.name(),
        "seconds" => seconds(failure.elapsed.as_secs_f64()),
        "text" => read::os_text(error),
    };
    sentence("evidence-os-error", args)
}

/// The standard name of an ICMP message, or its numbers.
fn icmp_name(icmp: Icmp) -> String {
    let family = if icmp.v6 { Family::V6 } else { Family::V4 };
    let name = codes::icmp::name(family, icmp.kind, icmp.code);
    name.map_or_else(|| format!("{}/{}", icmp.kind, icmp.code), str::to_owned)
}

/// What the server offered.
pub(super) fn offered(check: &Check) -> Sentence {
    let words = check.capabilities.as_deref().unwrap_or_default();
    let lines = words
        .iter()
        .map(|line| read::quote(std::slice::from_ref(line)));
    sentence(
        "evidence-offered",
        args! {
            "any" => if words.is_empty() { "no" } else { "yes" },
            "capabilities" => list(lines),
        },
    )
}

/// What the resolvers said about a name, the more telling first.
pub(super) fn of_lookup(facts: &Facts, name: &str) -> Vec<Sentence> {
    let mut said: Vec<Sentence> = Vec::new();
    let about = facts
        .dns
        .iter()
        .filter(|exchange| exchange.name.eq_ignore_ascii_case(name))
        .filter(|exchange| !exchange.checking_disabled);
    for sentence in about.flat_map(of_exchange) {
        if !said.contains(&sentence) {
            said.push(sentence);
        }
    }
    said.truncate(EXCHANGES);
    said
}

pub(super) fn of_exchange(exchange: &DnsExchange) -> Vec<Sentence> {
    let args = |more: Args| {
        let mut args = args! {
            "question" => format!("{} {}", exchange.name, exchange.kind.name()),
            "server" => exchange.server.to_string(),
            "transport" => match exchange.transport {
                Transport::Udp => "UDP",
                Transport::Tcp => "TCP",
            },
            "seconds" => seconds(exchange.elapsed.as_secs_f64()),
        };
        args.extend(more);
        args
    };
    match &exchange.outcome {
        DnsOutcome::Reply(reply) => {
            let codes = reply.extended_errors.iter().map(|(code, text)| {
                let said = if text.0.is_empty() { "no" } else { "yes" };
                let text = read::quote(std::slice::from_ref(text));
                let name = codes::dns::extended_name(*code);
                let name = name.map_or_else(|| code.to_string(), str::to_owned);
                sentence(
                    "evidence-dns-extended",
                    args(args! { "code" => *code, "name" => name, "said" => said, "text" => text }),
                )
            });
            let rcode = rcode_name(reply.rcode);
            let rcode = sentence("evidence-dns-reply", args(args! { "rcode" => rcode }));
            // An answer with records in it is no evidence of trouble.
            let rcode = (reply.rcode != 0 || reply.answers.is_empty()).then_some(rcode);
            rcode.into_iter().chain(codes).collect()
        }
        DnsOutcome::Timeout => vec![sentence("evidence-dns-timeout", args(args! {}))],
        DnsOutcome::Os(error) => {
            vec![sentence(
                "evidence-dns-os-error",
                args(args! { "text" => read::os_text(error) }),
            )]
        }
        DnsOutcome::Malformed => vec![sentence("evidence-dns-malformed", args(args! {}))],
    }
}

/// The mnemonic of a response code, or its number.
fn rcode_name(rcode: u16) -> String {
    codes::dns::rcode_name(rcode).map_or_else(|| rcode.to_string(), str::to_owned)
}

/// Seconds with one decimal: what a person can use.
pub(super) fn seconds(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
