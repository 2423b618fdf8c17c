//! Why a finding is thought to be so: the facts that it refers to, in words. What was seen alike of several ports and
//! addresses is said once.

use crate::args;
use crate::codes;
use crate::escape::truncate;
use crate::facts::path::SweepEnd;
use crate::facts::{Check, DnsExchange, DnsOutcome, EchoPath, Facts, Hop, Sweep, Transport};
use crate::failure::{Class, OsError, Trouble};
use crate::finding::{Evidence, Finding, Sentence};
use crate::wire::Text;
use crate::words::{Args, Value, Words};

use super::failures::failure_kind;
use super::{icmp_name, lossy, one_line, sentence};

/// How many pieces of evidence are shown.
const SHOWN: usize = 8;
/// The most that is said about one lookup.
const EXCHANGES: usize = 4;
/// Routers of a path that are named, the farthest.
const NAMED: usize = 4;
/// Addresses and ports that a line names.
const PLACES: usize = 8;
/// How much of what comes from outside a line quotes, in characters.
const QUOTED: usize = 240;

/// Every piece of evidence of a finding, a line each.
pub fn evidence(words: &Words, facts: &Facts, finding: &Finding) -> Vec<String> {
    let pieces = finding.evidence.iter();
    let mut lines: Vec<String> = Vec::new();
    for line in pieces.flat_map(|one| worded(words, facts, one)) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.truncate(SHOWN);
    lines
}

fn worded(words: &Words, facts: &Facts, evidence: &Evidence) -> Vec<String> {
    match evidence {
        Evidence::Failures(checks) => {
            let seen = checks.iter().filter_map(|&id| {
                let check = facts.checks.get(id)?;
                Some((place(facts, check), of_failure(words, facts, check)?))
            });
            by_place(words, seen)
        }
        Evidence::Seen(sights) => {
            let seen = sights.iter().filter_map(|sight| {
                let check = facts.checks.get(sight.check)?;
                Some((place(facts, check), sight.sentence.clone()))
            });
            by_place(words, seen)
        }
        Evidence::Paths(places) => {
            let sweeps = places.iter().filter_map(|&place| facts.sweeps.get(place));
            let seen = sweeps.map(|sweep| {
                let to = sweep.destination;
                ((to.ip().to_string(), to.port()), of_path(sweep))
            });
            by_place(words, seen)
        }
        Evidence::Echoes(places) => {
            let echoes = places.iter().filter_map(|&place| facts.echoes.get(place));
            let said = echoes.map(|echo| sentence(words, &of_echo(echo)));
            said.collect()
        }
        Evidence::Exchanges(places) => {
            let exchanges = places.iter().filter_map(|&place| facts.dns.get(place));
            let mut said: Vec<String> = Vec::new();
            for one in exchanges.flat_map(of_exchange) {
                let line = sentence(words, &one);
                if !said.contains(&line) {
                    said.push(line);
                }
            }
            said.truncate(EXCHANGES);
            said
        }
        Evidence::OwnDrops => {
            let counted = facts.counters.map_or(0, |one| one.retransmissions_failed);
            let dropped = u32::try_from(counted).unwrap_or(u32::MAX);
            let args = args! { "dropped" => dropped };
            vec![one_line(&words.text("evidence-own-drops", &args))]
        }
        Evidence::Said(one) => vec![sentence(words, one)],
    }
}

/// An address, or the host where there is none, and a port.
type Place = (String, u16);

fn place(facts: &Facts, check: &Check) -> Place {
    let host = facts.hosts.get(check.host);
    let host = host.map_or("", |host| host.display.as_str());
    let address = check
        .address
        .map_or_else(|| host.to_owned(), |address| address.to_string());
    (address, check.endpoint.port)
}

/// What was seen alike, with the addresses and the ports at which it was.
struct Alike {
    sentence: Sentence,
    addresses: Vec<String>,
    ports: Vec<u16>,
}

/// Gives each sentence its addresses and its ports. Those of one address come together first, and then addresses of which
/// the same is said of the same ports.
fn by_place(words: &Words, seen: impl IntoIterator<Item = (Place, Sentence)>) -> Vec<String> {
    let mut groups: Vec<Alike> = Vec::new();
    for ((address, port), sentence) in seen {
        let same = |one: &&mut Alike| one.sentence == sentence && one.addresses == [&*address];
        match groups.iter_mut().find(same) {
            Some(one) if one.ports.contains(&port) => {}
            Some(one) => one.ports.push(port),
            None => groups.push(Alike {
                sentence,
                addresses: vec![address],
                ports: vec![port],
            }),
        }
    }
    let mut merged: Vec<Alike> = Vec::new();
    for mut one in groups {
        one.ports.sort_unstable();
        let same = |other: &&mut Alike| other.sentence == one.sentence && other.ports == one.ports;
        match merged.iter_mut().find(same) {
            Some(other) => other.addresses.append(&mut one.addresses),
            None => merged.push(one),
        }
    }
    merged.into_iter().map(|one| one.line(words)).collect()
}

impl Alike {
    fn line(self, words: &Words) -> String {
        let Sentence { id, mut args } = self.sentence;
        let count = u32::try_from(self.ports.len()).unwrap_or(u32::MAX);
        args.insert("address", listed(self.addresses).into());
        args.insert(
            "ports",
            listed(self.ports.iter().map(u16::to_string)).into(),
        );
        args.insert("count", count.into());
        one_line(&words.text(id, &args))
    }
}

/// How a check failed: the words of the table, and what had come.
fn of_failure(words: &Words, facts: &Facts, check: &Check) -> Option<Sentence> {
    let failure = check.failure.as_ref()?;
    let trouble = &failure.trouble;
    let what = failure_kind(words, facts, check, failure);
    let received = match trouble {
        // The reply and the alert stand in the words already.
        _ if trouble.received().is_empty() => String::new(),
        _ => quoted(&lossy(&Text(trouble.received().to_vec()))),
    };
    let icmp = trouble.icmp();
    let from = icmp.and_then(|icmp| icmp.from);
    let system = match trouble {
        // The other classes say as much as the system does.
        Trouble::Os(error) if failure.class == Class::Local => os_words(error).told(words),
        _ => String::new(),
    };
    let numbers = icmp.map(|icmp| format!("{}/{}", icmp.kind, icmp.code));
    let none = || "none".to_owned();
    let or_none = |text: String| if text.is_empty() { none() } else { text };
    let args = args! {
        "what" => what,
        "received" => or_none(received),
        "from" => from.map_or_else(none, |from| from.to_string()),
        "icmp" => numbers.unwrap_or_else(none),
        "version" => if icmp.is_some_and(|icmp| icmp.v6) { "ICMPv6" } else { "ICMP" },
        "system" => or_none(system),
    };
    Some(Sentence {
        id: "evidence-failure",
        args,
    })
}

/// The system's words for an error, without the number that Rust puts behind them: it has a place of its own. A language
/// that is not the system's has the name of the error before them, where it is known.
pub(super) fn os_words(error: &OsError) -> Sentence {
    let number = error.code.map(|code| format!(" (os error {code})"));
    let text = number.and_then(|number| error.text.strip_suffix(&number));
    let title = error.condition().map(|condition| Sentence {
        id: condition.words(),
        args: args! {},
    });
    Sentence {
        id: "os-error",
        args: args! {
            "title" => title.map_or_else(|| Value::from("none"), Value::from),
            "text" => quoted(text.unwrap_or(&error.text)),
        },
    }
}

/// What a sweep saw: the routers and the end.
fn of_path(sweep: &Sweep) -> Sentence {
    let trail = trail(sweep.routers());
    let (how, ttl) = match sweep.end() {
        SweepEnd::Open(ttl) => ("open", ttl),
        SweepEnd::Refused(ttl) => ("refused", ttl),
        SweepEnd::Error(ttl, _) => ("error", ttl),
        SweepEnd::Silence | SweepEnd::Cut => ("silence", 0),
    };
    let args = args! {
        "any" => match trail.as_slice() {
            [] if sweep.deaf => "deaf",
            [] => "no",
            _ => "yes",
        },
        "trail" => trail,
        "end" => how,
        "hop" => ttl,
    };
    Sentence {
        id: "evidence-path",
        args,
    }
}

/// The farthest of the routers that let packets pass, each with its hop.
fn trail(routers: impl Iterator<Item = Hop>) -> Vec<String> {
    let routers: Vec<Hop> = routers.collect();
    let skipped = routers.len().saturating_sub(NAMED);
    let named = routers.iter().skip(skipped).map(|hop| {
        let from = hop
            .from
            .map_or_else(|| "?".to_owned(), |from| from.to_string());
        format!("{} {from}", hop.ttl)
    });
    let more = (skipped > 0).then(|| "…".to_owned());
    more.into_iter().chain(named).collect()
}

fn of_echo(echo: &EchoPath) -> Sentence {
    let trail = trail(echo.routers());
    let error = echo.error();
    let stopped = echo.stopped();
    let (how, ttl) = match (echo.distance(), error, stopped) {
        (Some(ttl), _, _) => ("reply", ttl),
        (None, Some((ttl, _)), _) => ("error", ttl),
        (None, None, Some(hop)) => ("stop", hop.ttl),
        (None, None, None) => ("silence", 0),
    };
    let icmp = error.map(|(_, icmp)| icmp);
    let from = match icmp {
        Some(icmp) => icmp.from,
        None => stopped.and_then(|hop| hop.from),
    };
    let args = args! {
        "address" => echo.destination.to_string(),
        "any" => if trail.is_empty() { "no" } else { "yes" },
        "trail" => trail,
        "end" => how,
        "hop" => ttl,
        "from" => from.map_or_else(|| "?".to_owned(), |from| from.to_string()),
        "icmp" => icmp.and_then(icmp_name).unwrap_or("ICMP"),
    };
    Sentence {
        id: "evidence-echo",
        args,
    }
}

fn of_exchange(exchange: &DnsExchange) -> Vec<Sentence> {
    let args = |more: Args| {
        let mut args = args! {
            "question" => format!("{} {}", exchange.name, exchange.kind.name()),
            "server" => exchange.server.to_string(),
            "transport" => match exchange.transport {
                Transport::Udp => "UDP",
                Transport::Tcp => "TCP",
            },
            "seconds" => (exchange.elapsed.as_secs_f64() * 10.0).round() / 10.0,
        };
        args.extend(more);
        args
    };
    let say = |id, more| Sentence {
        id,
        args: args(more),
    };
    match &exchange.outcome {
        DnsOutcome::Reply(reply) if exchange.checking_disabled => {
            let rcode = rcode_name(reply.rcode);
            vec![say("evidence-dns-unchecked", args! { "rcode" => rcode })]
        }
        DnsOutcome::Reply(reply) => {
            let codes = reply.extended_errors.iter().map(|(code, text)| {
                let said = if text.0.is_empty() { "no" } else { "yes" };
                let name = codes::dns::extended_name(*code);
                let name = name.map_or_else(|| code.to_string(), str::to_owned);
                let text = quoted(&lossy(text));
                say(
                    "evidence-dns-extended",
                    args! { "code" => *code, "name" => name, "said" => said, "text" => text },
                )
            });
            let rcode = args! { "rcode" => rcode_name(reply.rcode) };
            let rcode = if reply.truncated {
                say("evidence-dns-truncated", args! {})
            } else {
                say("evidence-dns-reply", rcode)
            };
            // An answer with records in it is no evidence of trouble.
            let rcode = (reply.rcode != 0 || reply.answers.is_empty()).then_some(rcode);
            rcode.into_iter().chain(codes).collect()
        }
        DnsOutcome::Timeout => vec![say("evidence-dns-timeout", args! {})],
        DnsOutcome::Os(error) => {
            vec![say(
                "evidence-dns-os-error",
                args! { "text" => os_words(error) },
            )]
        }
        DnsOutcome::Malformed => vec![say("evidence-dns-malformed", args! {})],
    }
}

/// The mnemonic of a response code, or its number.
fn rcode_name(rcode: u16) -> String {
    codes::dns::rcode_name(rcode).map_or_else(|| rcode.to_string(), str::to_owned)
}

/// Text from outside. What is empty is shown as two quotation marks, in every language.
fn quoted(text: &str) -> String {
    match text.trim() {
        "" => "\"\"".to_owned(),
        text => truncate(text, QUOTED),
    }
}

fn listed(values: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut values: Vec<String> = values.into_iter().collect();
    let more = values.len() > PLACES;
    values.truncate(PLACES);
    if more {
        values.push("…".to_owned());
    }
    values
}
