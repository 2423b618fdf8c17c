//! What ended a check early, as a sentence, as the few words of a table cell, and as the stable words of the JSON output.

use std::rc::Rc;
use std::time::Duration;

use super::certificates::problems_text;
use super::evidence::os_words;
use super::{duration, one_line, protocol};
use crate::codes::socket::Condition;
use crate::codes::{icmp as icmp_codes, tls as tls_codes};
use crate::escape::{terminal, truncate};
use crate::facts::{Check, Facts, HostFacts};
use crate::failure::{
    CertificateProblem, Failure, Icmp, Permanence, ProxyMet, ProxyTrouble, ResolveTrouble,
    TlsTrouble, Trouble,
};
use crate::service::Protocol;
use crate::wire::Text;
use crate::wire::foreign::Speaks;
use crate::words::{Value, Words};

/// How many characters of a server's reply a sentence takes.
const REPLY_MAX: usize = 160;

/// How many a line of evidence takes: the link by which an address is taken off a list stands at the end.
const REPLY_MAX_EVIDENCE: usize = 240;

/// How many a table cell takes.
const REPLY_MAX_SHORT: usize = 96;

/// What happened, in one sentence.
///
/// The words are those of `failure-CLASS-STAGE`, or of `failure-CLASS` where the stage makes no difference.
pub fn failure_message(words: &Words, facts: &Facts, check: &Check, failure: &Failure) -> String {
    let told = by_class_and_stage(words, "failure", facts, check, failure, Form::Sentence);
    one_line(&told)
}

/// What happened, in the few words of a table cell, with the number that a Windows program would show.
pub fn failure_short(words: &Words, facts: &Facts, check: &Check, failure: &Failure) -> String {
    let short = by_class_and_stage(words, "short", facts, check, failure, Form::Short);
    match failure.winsock().or_else(|| failure.os_error()) {
        Some((code, name)) => format!("{} ({})", short, format!("{code} {name}").trim()),
        None => short,
    }
}

/// The same without the number, with as much of the server's words as evidence has room for.
pub(super) fn failure_kind(
    words: &Words,
    facts: &Facts,
    check: &Check,
    failure: &Failure,
) -> String {
    by_class_and_stage(words, "short", facts, check, failure, Form::Evidence)
}

/// The stable word for what made a failure, where its class leaves more to say.
pub fn reason(trouble: &Trouble) -> Option<&'static str> {
    match trouble {
        Trouble::Clock { .. }
        | Trouble::Deadline { .. }
        | Trouble::Closed { .. }
        | Trouble::NotOffered => None,
        Trouble::Os(error) => error.icmp.and_then(icmp_name),
        Trouble::Malformed { speaks, .. } => speaks.map(Speaks::name),
        Trouble::Rejected(rejection) => Some(match rejection.permanence {
            Permanence::Temporary => "temporary",
            Permanence::Permanent => "permanent",
        }),
        Trouble::Tls(trouble) => Some(match trouble {
            TlsTrouble::Alert { description } => {
                tls_codes::alert_name(*description).unwrap_or("unknown-alert")
            }
            TlsTrouble::NotTls { .. } => "not-tls",
            TlsTrouble::Incompatible(_) => "incompatible",
            TlsTrouble::Misbehaved(_) => "misbehaved",
            TlsTrouble::Oversized => "oversized",
            TlsTrouble::Signature => "signature",
            TlsTrouble::Certificate(_) => "malformed",
            TlsTrouble::Other(_) => "other",
        }),
        Trouble::Certificate(problems) => problems.first().map(CertificateProblem::reason),
        Trouble::Proxy(trouble) => Some(trouble.fault().name()),
        Trouble::Resolve(trouble) => Some(match trouble {
            ResolveTrouble::NotFound => "nxdomain",
            ResolveTrouble::NoData => "nodata",
            ResolveTrouble::ServFail => "servfail",
            ResolveTrouble::Refused => "refused",
            ResolveTrouble::Rcode(_) => "rcode",
            ResolveTrouble::Timeout => "timeout",
            ResolveTrouble::Unreachable(_) => "unreachable",
            ResolveTrouble::TcpBlocked => "tcp-blocked",
            ResolveTrouble::AliasLoop => "alias-loop",
            ResolveTrouble::Malformed => "malformed",
            ResolveTrouble::NoResolver => "no-resolver",
            ResolveTrouble::Deadline => "deadline",
            ResolveTrouble::ByProxy => "by-proxy",
        }),
    }
}

/// How much room there is.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// A sentence.
    Sentence,
    /// A table cell.
    Short,
    /// A line of its own, behind the address and the port.
    Evidence,
}

fn by_class_and_stage(
    words: &Words,
    what: &str,
    facts: &Facts,
    check: &Check,
    failure: &Failure,
    form: Form,
) -> String {
    let class = if matches!(failure.trouble, Trouble::Proxy(_)) {
        // What a proxy says of a server is its word, whatever class that has.
        format!("{what}-proxy")
    } else {
        format!("{what}-{}", failure.class)
    };
    let own = format!("{class}-{}", failure.stage);
    let own = words.named_by(&own).map(|named| (own, named));
    let (id, named) = own
        .or_else(|| Some((class.clone(), words.named_by(&class)?)))
        .unwrap_or_else(|| (class, Rc::default()));
    let args = named.iter().filter_map(|name| {
        let value = failure_arg(name, words, facts, check, failure, form)?;
        Some((*name, value))
    });
    words.text(&id, &args.collect())
}

/// What a sentence about a failure may name. Each is made only where it is named.
fn failure_arg(
    name: &str,
    words: &Words,
    facts: &Facts,
    check: &Check,
    failure: &Failure,
    form: Form,
) -> Option<Value> {
    let trouble = &failure.trouble;
    let host = || {
        let host = facts.hosts.get(check.host);
        host.map_or_else(
            || facts.target.host.to_string(),
            |host| named(host, trouble),
        )
    };
    let icmp = || trouble.icmp();
    Some(match name {
        "address" => check
            .address
            .map_or_else(host, |address| address.to_string())
            .into(),
        "host" => host().into(),
        "service" => check.endpoint.service.name().into(),
        "protocol" => protocol(words, check.endpoint.service.protocol()).into(),
        "port" => check.endpoint.port.into(),
        // RFC 2595 section 4: the upgrade of POP3 has a name of its own.
        "keyword" if check.endpoint.service.protocol() == Protocol::Pop3 => "STLS".into(),
        "keyword" => "STARTTLS".into(),
        "stage" => words.plain(&format!("stage-{}", failure.stage)).into(),
        "elapsed" => duration(words, waited(failure)).into(),
        "timer" => timer(trouble).map_or("none", Timer::name).into(),
        "partial" => match received(trouble) {
            Some(text) if !text.0.is_empty() => "some".into(),
            Some(_) | None => "none".into(),
        },
        "received" => received(trouble)
            .map(first_words)
            .unwrap_or_default()
            .into(),
        "reason" => reason(trouble).unwrap_or("none").into(),
        "fault" => match trouble {
            Trouble::Proxy(trouble) => trouble.fault().name().into(),
            _ => "none".into(),
        },
        "detail" if trouble.is_out_of_place(check.endpoint.service.protocol()) => {
            "out-of-place".into()
        }
        "detail" => detail(words, trouble, form).into(),
        "icmp" => icmp().map_or_else(|| "none".to_owned(), icmp_words).into(),
        "from" => icmp()
            .and_then(|icmp| icmp.from)
            .map_or_else(|| "none".to_owned(), |from| from.to_string())
            .into(),
        _ => return None,
    })
}

/// The name that a failure is about: of an alias that leads nowhere it is the last one (RFC 6604 section 3).
fn named(host: &HostFacts, trouble: &Trouble) -> String {
    let end = match trouble {
        Trouble::Resolve(ResolveTrouble::NotFound | ResolveTrouble::NoData) => host.aliases.last(),
        _ => None,
    };
    end.unwrap_or(&host.display).clone()
}

/// Which clock ended a wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timer {
    /// Our own limit for this wait.
    Own,
    /// The operating system gave up.
    Kernel,
    /// The limit of the whole target.
    Deadline,
}

impl Timer {
    const fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Kernel => "kernel",
            Self::Deadline => "deadline",
        }
    }
}

/// Which clock ended a wait: our own limit, the kernel's, or that of the target.
pub fn timer(trouble: &Trouble) -> Option<Timer> {
    match trouble {
        Trouble::Clock { .. } | Trouble::Resolve(ResolveTrouble::Timeout) => Some(Timer::Own),
        Trouble::Deadline { .. } | Trouble::Resolve(ResolveTrouble::Deadline) => {
            Some(Timer::Deadline)
        }
        Trouble::Os(error) => {
            (error.condition() == Some(Condition::TimedOut)).then_some(Timer::Kernel)
        }
        Trouble::Closed { .. }
        | Trouble::Malformed { .. }
        | Trouble::Rejected(_)
        | Trouble::NotOffered
        | Trouble::Tls(_)
        | Trouble::Certificate(_)
        | Trouble::Resolve(_)
        | Trouble::Proxy(_) => None,
    }
}

/// The reply of a rejection, its lines joined; what had come in before another failure is no reply.
pub fn reply(trouble: &Trouble) -> Option<String> {
    match trouble {
        Trouble::Rejected(rejection) => {
            let lines: Vec<String> = rejection.reply.iter().map(lossy).collect();
            Some(lines.join("\n"))
        }
        _ => None,
    }
}

/// The standard name of an ICMP message.
pub fn icmp_name(icmp: Icmp) -> Option<&'static str> {
    let family = if icmp.v6 {
        icmp_codes::Family::V6
    } else {
        icmp_codes::Family::V4
    };
    icmp_codes::name(family, icmp.kind, icmp.code)
}

fn icmp_words(icmp: Icmp) -> String {
    let version = if icmp.v6 { "ICMPv6" } else { "ICMP" };
    icmp_name(icmp).map_or_else(
        || format!("{version} type {} code {}", icmp.kind, icmp.code),
        ToOwned::to_owned,
    )
}

/// The text of a server as UTF-8, with a replacement character for what is none.
pub fn lossy(text: &Text) -> String {
    text.to_lossy().into_owned()
}

fn waited(failure: &Failure) -> Duration {
    match &failure.trouble {
        Trouble::Clock { limit, .. } => *limit,
        _ => failure.elapsed,
    }
}

fn received(trouble: &Trouble) -> Option<&Text> {
    match trouble {
        Trouble::Clock { received, .. }
        | Trouble::Deadline { received }
        | Trouble::Closed { received }
        | Trouble::Malformed { received, .. }
        | Trouble::Tls(TlsTrouble::NotTls { received, .. }) => Some(received),
        _ => None,
    }
}

/// The free words of a failure: the system's, the library's, the server's.
fn detail(words: &Words, trouble: &Trouble, form: Form) -> String {
    match trouble {
        Trouble::Os(error) | Trouble::Resolve(ResolveTrouble::Unreachable(error)) => {
            os_words(error).told(words)
        }
        Trouble::Malformed { speaks, .. } | Trouble::Tls(TlsTrouble::NotTls { speaks, .. }) => {
            speaks.map_or("none", Speaks::name).to_owned()
        }
        Trouble::Rejected(rejection) => {
            let lines: Vec<String> = rejection.reply.iter().map(lossy).collect();
            let max = match form {
                Form::Sentence => REPLY_MAX,
                Form::Short => REPLY_MAX_SHORT,
                Form::Evidence => REPLY_MAX_EVIDENCE,
            };
            truncate(&lines.join(" / "), max)
        }
        Trouble::Tls(trouble) => match trouble {
            TlsTrouble::Alert { description } => tls_codes::alert_name(*description)
                .map_or_else(|| description.to_string(), ToOwned::to_owned),
            TlsTrouble::Certificate(what) => {
                let what = truncate(what, REPLY_MAX);
                problems_text(
                    words,
                    &[CertificateProblem::Malformed { index: 0, what }],
                    form,
                )
            }
            TlsTrouble::Incompatible(text)
            | TlsTrouble::Misbehaved(text)
            | TlsTrouble::Other(text) => truncate(text, REPLY_MAX),
            TlsTrouble::NotTls { .. } | TlsTrouble::Signature | TlsTrouble::Oversized => {
                String::new()
            }
        },
        Trouble::Certificate(problems) => problems_text(words, problems, form),
        Trouble::Resolve(ResolveTrouble::Rcode(code)) => code.to_string(),
        Trouble::Clock { .. }
        | Trouble::Deadline { .. }
        | Trouble::Closed { .. }
        | Trouble::NotOffered
        | Trouble::Resolve(_) => String::new(),
        Trouble::Proxy(trouble) => of_proxy(words, trouble),
    }
}

/// What a proxy said, or what was met in its place.
fn of_proxy(words: &Words, trouble: &ProxyTrouble) -> String {
    match &trouble.met {
        ProxyMet::No(no) => truncate(&terminal(no.words().as_bytes()), REPLY_MAX_SHORT),
        ProxyMet::Trouble(met) => {
            let detail = detail(words, met, Form::Short);
            let told = !detail.is_empty() && detail != "none";
            let reason = || reason(met).map(ToOwned::to_owned);
            if told {
                detail
            } else {
                reason().unwrap_or_default()
            }
        }
    }
}

fn first_words(text: &Text) -> String {
    truncate(&terminal(&text.0), 60)
}
