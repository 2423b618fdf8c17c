//! Reads a text of several words: a reply line, a log line, the error report of a mail program.
//!
//! In a text most numbers mean nothing (ports, sizes, dates), so a number counts only where its form or the words
//! before it say what it is.

use crate::codes::icmp::Family;
use crate::codes::messages::{self, Message};
use crate::codes::{dns, reply, smtp, tls};

use super::{Kind, Reading, read, reading};

/// Every reading of the text, the most exact first, and whether a mail server answered in it.
pub(super) fn read(text: &str) -> (Vec<Reading>, bool) {
    if let Some(reading) = phrase(text) {
        return (vec![reading], false);
    }
    let mut found = Found::default();
    for line in text.lines() {
        found.extend(answer_line(line));
        found.extend(brackets(line));
        found.extend(numbers(line));
    }
    let answered = found.any(Kind::is_answer);
    // Outlook words its own errors as a system does ("timed out"), and its number says more.
    match messages::message(text).filter(|_| !found.any(|kind| kind == Kind::Outlook)) {
        Some(Message::Socket(condition)) => found.extend([reading::socket_message(condition)]),
        Some(Message::Resolver(failure)) => found.extend([reading::resolver_message(failure)]),
        None => {}
    }
    // Words such as "spam" in the name of a server prove nothing: only a reply is read by its text.
    if answered || found.readings.is_empty() {
        // A response code says more than that something is wrong inside the server.
        let coded = found.any(|kind| matches!(kind, Kind::Imap | Kind::Pop3));
        let says = reply::reply_text(text)
            .filter(|says| !(coded && *says == reply::ReplyText::ServerTrouble));
        found.extend(says.map(|says| Reading::new(Kind::ReplyText, "", says.words())));
    }
    (found.in_order(), answered)
}

/// A text that is a name in several words: `handshake failure`, `DNSSEC Bogus`.
fn phrase(text: &str) -> Option<Reading> {
    if reply::reply_text(text).is_some() {
        // "Access denied" is what a server says sooner than what a TLS library does.
        return None;
    }
    let alert =
        || tls::alert_by_name(text.strip_prefix("alert ").unwrap_or(text)).map(reading::tls_alert);
    alert().or_else(|| dns::extended_by_name(text).map(reading::extended))
}

#[derive(Default)]
struct Found {
    readings: Vec<Reading>,
}

impl Found {
    fn any(&self, like: impl Fn(Kind) -> bool) -> bool {
        self.readings.iter().any(|reading| like(reading.kind))
    }

    /// Adds what is new: the same number twice, or its twin on another system, is one reading.
    fn extend(&mut self, readings: impl IntoIterator<Item = Reading>) {
        for reading in readings {
            let known = self.readings.iter().any(|other| {
                other.words == reading.words
                    && (other.code == reading.code
                        || reading.code.is_empty()
                        || reading.kind.is_system())
            });
            if !known && self.readings.len() < super::MAX_READINGS {
                self.readings.push(reading);
            }
        }
    }

    /// The most exact first. Of what the server said, the most exact is explained in full and the rest in brief.
    fn in_order(self) -> Vec<Reading> {
        let mut readings = self.readings;
        // A response code says more than the answer that it stands in.
        let coded = readings.iter().any(|reading| {
            matches!(reading.kind, Kind::Imap | Kind::Pop3) && !is_bare_answer(reading)
        });
        if coded
            || readings
                .iter()
                .any(|reading| reading.kind == Kind::ReplyText)
        {
            readings.retain(|reading| !is_bare_answer(reading));
        }
        readings.sort_by_key(|reading| reading.kind.rank());
        let answers = readings
            .iter_mut()
            .filter(|reading| reading.kind.is_answer());
        for reading in answers.skip(1) {
            reading.brief = true;
        }
        readings
    }
}

fn is_bare_answer(reading: &Reading) -> bool {
    match reading.kind {
        Kind::Imap => crate::codes::imap::answer(&reading.code).is_some(),
        Kind::Pop3 => crate::codes::pop3::answer(&reading.code).is_some(),
        _ => false,
    }
}

impl Kind {
    /// The most exact kinds have the lowest rank.
    const fn rank(self) -> u8 {
        match self {
            Self::ReplyText | Self::Finding => 0,
            Self::Socket(_) | Self::Unix | Self::Win32 | Self::SystemMessage => 1,
            Self::Resolver(_) | Self::ResolverName => 2,
            Self::ResultCode | Self::Internet => 3,
            Self::Icmp(_) | Self::TlsAlert | Self::DnsExtended | Self::DnsRcode => 4,
            Self::Pop3 | Self::Imap | Self::SmtpStatus => 5,
            Self::SmtpReply => 6,
            Self::Outlook => 7,
            Self::Port => 8,
        }
    }

    /// Whether it is the error of a system, which has twins with the same words.
    const fn is_system(self) -> bool {
        self.rank() <= 3 && !matches!(self, Self::ReplyText | Self::Finding)
    }
}

/// A line that a mail server sent: an SMTP reply, or an answer of POP3 or IMAP.
fn answer_line(line: &str) -> Vec<Reading> {
    let line = line.trim().trim_start_matches(['<', '>', '"', '\'', '`']);
    let line = line.strip_prefix("S:").unwrap_or(line).trim_start();
    let mut words = line.split_whitespace();
    let (first, second) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    if let Some(readings) = smtp_reply(line) {
        return readings;
    }
    let pop3 = reading::pop3_answer(first);
    let tagged =
        first == "*" || (first.len() <= 12 && first.bytes().any(|byte| byte.is_ascii_digit()));
    let imap =
        reading::imap_answer(first).or_else(|| reading::imap_answer(second).filter(|_| tagged));
    pop3.or(imap).into_iter().collect()
}

/// `554 5.7.1 text`, `554-5.7.1 text` or `554`: the enhanced code, then the reply code.
fn smtp_reply(line: &str) -> Option<Vec<Reading>> {
    let (code, rest) = line.split_at_checked(3)?;
    let separated = rest.is_empty() || rest.starts_with([' ', '-', '\t']);
    let code: u16 = code.parse().ok().filter(|_| separated)?;
    let reply = reading::reply(code)?;
    let status = rest
        .trim_start_matches([' ', '-', '\t', '#'])
        .split_whitespace()
        .next();
    let status = status
        .and_then(smtp::status)
        .and_then(reading::status_reading);
    Some(status.into_iter().chain([reply]).collect())
}

/// What stands in brackets: `[IN-USE]`, `[WEBALERT https://…]`.
fn brackets(line: &str) -> Vec<Reading> {
    let inner = line
        .split('[')
        .skip(1)
        .filter_map(|part| part.split([']', ' ']).next());
    inner
        .filter_map(|name| reading::pop3_code(name).or_else(|| reading::imap_code(name)))
        .collect()
}

/// The numbers and names of a line whose form or label says what they are.
fn numbers(line: &str) -> Vec<Reading> {
    let mut readings = Vec::new();
    for (start, token) in tokens(line) {
        let label = label(&line[..start]);
        let rest = &line[start + token.len()..];
        readings.extend(one(&label, token, rest));
    }
    readings
}

fn one(label: &str, token: &str, rest: &str) -> Vec<Reading> {
    if let Some(code) = read::result_code(token) {
        return reading::result_code_readings(code);
    }
    if let Some(readings) = token
        .split_once('-')
        .and_then(|(code, status)| coded(code, status))
    {
        return readings;
    }
    if let Some(status) = smtp::status(token) {
        // Versions look the same; those of mail software begin with 2 or 3 more often than with 4 or 5.
        return reading::status_reading(status)
            .filter(|_| status.class != 2)
            .into_iter()
            .collect();
    }
    if label.contains("icmp")
        && let Some(readings) = icmp(label, token, rest)
    {
        return readings;
    }
    if let Ok(number) = token.parse::<i32>() {
        return labelled(label, number, rest);
    }
    if label.ends_with("alert") {
        return alert(&[token, rest].concat()).into_iter().collect();
    }
    named(token)
}

/// `550-5.1.1`, as the first line of a long reply has it in the middle of a log line.
fn coded(code: &str, status: &str) -> Option<Vec<Reading>> {
    let code: u16 = code.parse().ok()?;
    let status = reading::status_reading(smtp::status(status)?);
    Some(status.into_iter().chain(reading::reply(code)).collect())
}

/// The alert that a text begins with: `handshake failure`, `HandshakeFailure`.
fn alert(text: &str) -> Option<Reading> {
    let words: Vec<_> = text
        .split(|c: char| !c.is_ascii_alphabetic() && c != '_')
        .take(4)
        .collect();
    // The longest name first: `bad certificate status response` begins like `bad certificate`.
    let mut lengths = (1..=words.len()).rev();
    lengths
        .find_map(|length| tls::alert_by_name(&words[..length].concat()))
        .map(reading::tls_alert)
}

/// Names that cannot be taken for an ordinary word.
fn named(token: &str) -> Vec<Reading> {
    let typical = token.contains('_')
        || (token.starts_with('E')
            || token.starts_with("WSA")
            || token.starts_with("NX")
            || token == "SERVFAIL");
    let shouted = token.len() >= 5 && !token.bytes().any(|byte| byte.is_ascii_lowercase());
    if typical && (shouted || token.contains('_')) {
        return read::token(token);
    }
    Vec::new()
}

/// A number whose label says what it counts, or that can be nothing but an error of Windows.
fn labelled(label: &str, number: i32, rest: &str) -> Vec<Reading> {
    let ends = |words: &[&str]| words.iter().any(|word| label.ends_with(word));
    let small = u16::try_from(number).ok();
    if ends(&["alert", "alert number"]) {
        let row = u8::try_from(number).ok().and_then(tls::alert);
        return row.map(reading::tls_alert).into_iter().collect();
    }
    if ends(&["rcode"]) {
        return small
            .and_then(dns::rcode)
            .map(reading::rcode)
            .into_iter()
            .collect();
    }
    if ends(&["ede", "extended error", "info code"]) {
        return small
            .and_then(dns::extended)
            .map(reading::extended)
            .into_iter()
            .collect();
    }
    if ends(&[
        "socket error",
        "socket error code",
        "winsock error",
        "winsock error code",
        "wsa error",
        "winerror",
        "win32 error code",
        "套接字错误",
        "套接字错误号",
    ]) {
        let readings = reading::windows(number);
        return if readings.is_empty() {
            reading::error_readings(number)
        } else {
            readings
        };
    }
    if ends(&["errno", "os error", "socket"]) {
        return reading::error_readings(number);
    }
    if (10_000..13_000).contains(&number) {
        return reading::windows(number);
    }
    let followed = rest
        .split_whitespace()
        .next()
        .and_then(smtp::status)
        .is_some();
    let quoted = ends(&[
        "responded",
        "response",
        "said",
        "server error",
        "reply",
        "smtp",
        "smtp error",
        "error",
        "code",
        "returned",
        "服务器错误",
        "服务器响应",
        "错误",
    ]);
    let reply = small.filter(|code| (200..600).contains(code) && (followed || quoted));
    reply.and_then(reading::reply).into_iter().collect()
}

/// `icmp 3/13`, `icmp 3 13`, `icmp type 3 code 13`, `icmpv6 1/1`.
fn icmp(label: &str, token: &str, rest: &str) -> Option<Vec<Reading>> {
    let six = ["icmpv6", "icmp6", "icmp v6", "icmp ipv6", "ipv6-icmp"]
        .iter()
        .any(|name| label.contains(name));
    let family = six.then_some(Family::V6);
    if let Some((kind, code)) = read::slashed(token) {
        return Some(reading::icmp_readings(family, kind, code));
    }
    let kind = token.parse().ok()?;
    let mut following = rest
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty() && *word != "code");
    let code = following.next()?.parse().ok()?;
    Some(reading::icmp_readings(family, kind, code))
}

/// The words of a line that may be a number or a name, each with its place.
fn tokens(line: &str) -> Vec<(usize, &str)> {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '/' | '.' | '-');
    let mut tokens = Vec::new();
    let mut rest = line;
    while let Some(start) = rest.find(part) {
        let from = &rest[start..];
        let end = from.find(|c| !part(c)).unwrap_or(from.len());
        let token = from[..end].trim_end_matches(['.', '-', '/']);
        tokens.push((line.len() - from.len(), token));
        rest = &from[end..];
    }
    tokens
}

/// What stands before a number, in lower case, without the punctuation between.
fn label(before: &str) -> String {
    let before = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    before.to_lowercase()
}
