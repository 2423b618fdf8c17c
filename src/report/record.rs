//! The whole record, for whoever asks for everything: steps, certificates, dialogues and DNS exchanges, a line each.
//! The lines are safe for a terminal.

use std::fmt::Write as _;
use std::time::Duration;

use super::sentences::lossy;
use super::{path, rows, sentences};
use crate::args;
use crate::escape::{terminal, truncate};
use crate::facts::{
    Certificate, Check, Direction, DnsExchange, DnsOutcome, DnsRecord, DnsReply, Facts, Line,
    RecordData, Tls, Transport,
};
use crate::words::Words;

/// Bytes at which no further record of a target is written: a server decides how long they are.
pub const RECORDS_MAX: usize = 512 * 1024;

/// A line: how far it is indented, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Columns; lines that do not fit are continued two columns further in.
    pub indent: usize,
    /// How much of the text, in bytes of ASCII, is ours and stands before what a server said. What a server said is
    /// continued behind it, so that no part of it can be mistaken for a line of its own. Nought where all is ours.
    pub marks: usize,
    /// Safe for a terminal.
    pub text: String,
}

/// How much of one line is handed on: a ticket has to fit into what it is pasted into. The JSON has the whole of it.
const LINE_MAX: usize = 1000;

impl Entry {
    /// The line with its indent, cut where a server made it too long to be handed on.
    pub fn line(&self) -> String {
        let text = truncate(&self.text, LINE_MAX);
        format!("{}{text}", " ".repeat(self.indent))
    }
}

/// Everything that was seen of one check.
pub fn check(words: &Words, facts: &Facts, check: &Check) -> Vec<Entry> {
    let mut lines = vec![entry(0, &heading(words, facts, check))];
    lines.extend(about(words, facts, check));
    if !check.dialogue.is_empty() {
        lines.push(entry(2, &words.plain("record-dialogue")));
        lines.extend(dialogue(&check.dialogue));
    }
    lines
}

/// The same without its heading and without what was said.
pub fn about(words: &Words, facts: &Facts, check: &Check) -> Vec<Entry> {
    let mut lines = Vec::new();
    if !check.steps.is_empty() {
        lines.push(entry(2, &steps(words, check)));
    }
    if let Some(failure) = &check.failure {
        let message = sentences::failure_message(words, facts, check, failure);
        lines.push(entry(2, &message));
    }
    if let Some(sweep) = path::of(facts, check) {
        lines.push(entry(2, &words.plain("record-path")));
        let legs = path::legs(sweep);
        lines.extend(legs.iter().map(|leg| entry(4, &path::leg(words, leg))));
    }
    if let Some(tls) = &check.tls {
        lines.extend(session(words, tls));
        let programs = sentences::program_lines(words, facts, check);
        lines.extend(programs.iter().map(|line| entry(2, line)));
    }
    if let Some(bytes) = &check.early_bytes {
        let args = args! { "bytes" => terminal(&bytes.0) };
        lines.push(entry(2, &words.text("record-early-bytes", &args)));
    }
    lines
}

/// The lines of a dialogue: seconds from the start of the check, `TLS` where it was encrypted, `<` for the server and
/// `>` for mailcheck.
pub fn dialogue(lines: &[Line]) -> Vec<Entry> {
    let lines = lines.iter().map(|line| {
        let side = match line.direction {
            Direction::Sent => '>',
            Direction::Received => '<',
        };
        let cover = if line.under_tls { "TLS" } else { "   " };
        let text = terminal(&line.text.0);
        let marks = format!("{} {cover} {side} ", seconds(line.at));
        Entry {
            indent: 4,
            marks: marks.len(),
            text: (marks + &text).trim_end().to_owned(),
        }
    });
    lines.collect()
}

/// What was said to log in, and to hand over mail.
pub fn logins(words: &Words, facts: &Facts) -> Vec<Entry> {
    let logins = facts.logins.iter();
    let logins = logins.map(|login| ("record-login", login.check, &login.dialogue));
    let mail = facts.transaction.iter();
    let mail = mail.map(|mail| ("record-mail", mail.check, &mail.dialogue));
    let mut entries = Vec::new();
    for (id, check, lines) in logins.chain(mail).filter(|(.., lines)| !lines.is_empty()) {
        let endpoint = facts.checks[check].endpoint;
        let args = args! {
            "protocol" => endpoint.service.protocol().name().to_ascii_uppercase(),
            "port" => endpoint.port,
        };
        entries.push(entry(0, &words.text(id, &args)));
        entries.extend(dialogue(lines));
    }
    entries
}

/// Every DNS exchange, those about this machine as a sender last.
pub fn dns(words: &Words, facts: &Facts) -> Vec<Entry> {
    let of_sender = facts.sender.iter().flat_map(|sender| &sender.dns);
    let exchanges = facts.dns.iter().chain(of_sender);
    exchanges
        .map(|one| entry(2, &exchange(words, one)))
        .collect()
}

/// A name as people write it: the root has none, and is a dot.
pub fn dns_name(name: &str) -> &str {
    if name.is_empty() { "." } else { name }
}

/// A resource record as people write it: "CNAME mail.example.net", "10 mx.example.com".
pub fn dns_record(asked: &str, record: &DnsRecord) -> String {
    let data = dns_data(&record.data);
    if record.name.eq_ignore_ascii_case(asked) {
        data
    } else {
        format!("{} {data}", record.name)
    }
}

/// What a resource record says, as people write it.
pub fn dns_data(data: &RecordData) -> String {
    match data {
        RecordData::A(address) => address.to_string(),
        RecordData::Aaaa(address) => address.to_string(),
        RecordData::Cname(name) => format!("CNAME {name}"),
        RecordData::Mx(mx) if mx.exchange.is_empty() => format!("{} .", mx.preference),
        RecordData::Mx(mx) => format!("{} {}", mx.preference, mx.exchange),
        RecordData::Tlsa(usage, selector, matching, data) => {
            let mut text = format!("{usage} {selector} {matching} ");
            for byte in data {
                let _ = write!(text, "{byte:02x}");
            }
            text
        }
        RecordData::Srv(srv) => {
            let target = if srv.target.is_empty() {
                "."
            } else {
                &srv.target
            };
            format!("{} {} {} {target}", srv.priority, srv.weight, srv.port)
        }
        RecordData::Txt(text) => format!("\"{}\"", String::from_utf8_lossy(text)),
        RecordData::Ptr(name) => dns_name(name).to_owned(),
        RecordData::Other(kind) => kind.clone(),
    }
}

/// "udp".
pub const fn transport(transport: Transport) -> &'static str {
    match transport {
        Transport::Udp => "udp",
        Transport::Tcp => "tcp",
    }
}

/// Which check, and what came of it.
pub fn heading(words: &Words, facts: &Facts, check: &Check) -> String {
    let host = facts.hosts.get(check.host);
    let host = host.map(|host| host.display.clone()).unwrap_or_default();
    let place = check
        .address
        .map_or_else(|| words.plain("row-nowhere"), |address| address.to_string());
    let outcome = rows::Outcome::of(check).name();
    let args = args! {
        "service" => check.endpoint.service.name(),
        "port" => check.endpoint.port,
        "host" => host,
        "address" => place,
        "outcome" => words.plain(&format!("outcome-{outcome}")),
    };
    words.text("record-check", &args)
}

fn steps(words: &Words, check: &Check) -> String {
    let steps = check.steps.iter().map(|step| {
        let args = args! {
            "stage" => words.plain(&format!("stage-{}", step.stage)),
            "elapsed" => sentences::duration(words, step.elapsed),
        };
        let id = if step.ok {
            "record-step-ok"
        } else {
            "record-step-failed"
        };
        words.text(id, &args)
    });
    let steps: Vec<String> = steps.collect();
    let steps = steps.join(&words.plain("between-items"));
    words.text("record-steps", &args! { "steps" => steps })
}

fn session(words: &Words, tls: &Tls) -> Vec<Entry> {
    let unknown = || words.plain("record-unknown");
    let version = tls.version.as_deref().map(sentences::tls_version);
    let args = args! {
        "version" => version.unwrap_or_else(unknown),
        "suite" => tls.cipher_suite.clone().unwrap_or_else(unknown),
        "group" => tls.key_exchange.clone().unwrap_or_else(unknown),
        "name" => tls.server_name.clone(),
    };
    let mut lines = vec![entry(2, &words.text("record-tls", &args))];
    if tls.client_certificate_requested {
        lines.push(entry(2, &words.plain("record-client-certificate")));
    }
    for (index, certificate) in tls.certificates.iter().enumerate() {
        lines.extend(chain_link(words, index, certificate));
    }
    for problem in &tls.problems {
        let args = args! { "problem" => sentences::problem(words, problem) };
        lines.push(entry(2, &words.text("record-problem", &args)));
    }
    lines
}

fn chain_link(words: &Words, index: usize, certificate: &Certificate) -> Vec<Entry> {
    let number = sentences::count(index).saturating_add(1);
    let args = args! {
        "number" => number,
        "subject" => certificate.subject.clone(),
        "issuer" => certificate.issuer.clone(),
        "from" => sentences::moment(certificate.not_before),
        "to" => sentences::moment(certificate.not_after),
        "key" => certificate.key.clone(),
        "signature" => certificate.signature.clone(),
        "serial" => certificate.serial.clone(),
        "sha256" => certificate.sha256.clone(),
        "names" => words.list(&certificate.names),
    };
    let mut lines = vec![
        entry(2, &words.text("record-certificate", &args)),
        entry(4, &words.text("record-certificate-issuer", &args)),
        entry(4, &words.text("record-certificate-dates", &args)),
        entry(4, &words.text("record-certificate-key", &args)),
    ];
    if !certificate.names.is_empty() {
        lines.push(entry(4, &words.text("record-certificate-names", &args)));
    }
    lines.push(entry(4, &words.text("record-certificate-serial", &args)));
    lines.push(entry(4, &words.text("record-certificate-sha256", &args)));
    lines
}

fn exchange(words: &Words, exchange: &DnsExchange) -> String {
    let args = args! {
        "name" => dns_name(&exchange.name).to_owned(),
        "type" => exchange.kind.name(),
        "server" => exchange.server.to_string(),
        "transport" => transport(exchange.transport).to_ascii_uppercase(),
        "elapsed" => sentences::duration(words, exchange.elapsed),
        "outcome" => outcome(words, exchange),
        "unchecked" => if exchange.checking_disabled { "yes" } else { "no" },
    };
    words.text("record-dns", &args)
}

fn outcome(words: &Words, exchange: &DnsExchange) -> String {
    match &exchange.outcome {
        DnsOutcome::Reply(reply) => answer(words, exchange, reply),
        DnsOutcome::Timeout => words.plain("dns-outcome-timeout"),
        DnsOutcome::Os(error) => error.text.clone(),
        DnsOutcome::Malformed => words.plain("dns-outcome-malformed"),
    }
}

fn answer(words: &Words, exchange: &DnsExchange, reply: &DnsReply) -> String {
    let records = reply.answers.iter();
    let records: Vec<String> = records
        .map(|record| dns_record(&exchange.name, record))
        .collect();
    let mut parts = Vec::new();
    match reply.rcode {
        0 if records.is_empty() => parts.push(words.plain("dns-outcome-nodata")),
        0 => {}
        2 => parts.push(words.plain("dns-outcome-servfail")),
        3 => parts.push(words.plain("dns-outcome-nxdomain")),
        5 => parts.push(words.plain("dns-outcome-refused")),
        code => parts.push(words.text("dns-outcome-rcode", &args! { "code" => code })),
    }
    if !records.is_empty() {
        parts.push(words.list(&records));
    }
    if reply.truncated {
        parts.push(words.plain("dns-outcome-truncated"));
    }
    if reply.authenticated {
        parts.push(words.plain("dns-outcome-authenticated"));
    }
    for (code, text) in &reply.extended_errors {
        let args = args! { "code" => *code, "text" => lossy(text) };
        parts.push(words.text("dns-outcome-extended", &args));
    }
    parts.join(&words.plain("between-clauses"))
}

fn entry(indent: usize, text: &str) -> Entry {
    Entry {
        indent,
        marks: 0,
        text: terminal(text),
    }
}

fn seconds(at: Duration) -> String {
    format!("{:8.3}", at.as_secs_f64())
}
