//! The lines that a mail server sent: replies of SMTP, answers of POP3 and IMAP, and the codes in brackets.

use super::Reading;
use super::reading;
use crate::codes::smtp;

/// What a line says as an answer.
pub(super) fn answer_line(line: &str) -> Vec<Reading> {
    let line = bare(line);
    if let Some(readings) = smtp_reply(line) {
        return readings;
    }
    let mut words = line.split_whitespace();
    let (first, second) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    let pop3 = reading::pop3_answer(first)
        .or_else(|| quoted_refusal(line))
        .or_else(|| quoted_answer(line));
    let tagged =
        first == "*" || (first.len() <= 12 && first.bytes().any(|byte| byte.is_ascii_digit()));
    let imap = reading::imap_answer(first)
        .filter(|_| !second.is_empty() || first == line)
        .or_else(|| reading::imap_answer(second).filter(|_| tagged));
    pop3.or(imap).into_iter().collect()
}

/// What a POP3 server said, as a program quotes it: `poplib.error_proto: b'-ERR Command not understood'`.
fn quoted_refusal(line: &str) -> Option<Reading> {
    let (before, after) = line.split_once("-ERR")?;
    let said = before.ends_with(['\'', '"']) && after.starts_with([' ', '\'', '"']);
    said.then(|| reading::pop3_answer("-ERR")).flatten()
}

/// `FolderClosedException: * BYE Server shutting down.`
///
/// A program may also name the answer alone: `unexpected BAD response: Sequence set is invalid`.
fn quoted_answer(line: &str) -> Option<Reading> {
    // "Got NO response: timed out" is none.
    let named = [
        (" BAD response: ", "BAD"),
        ("unexpected NO response: ", "NO"),
    ];
    if let Some((_, answer)) = named.iter().find(|(words, _)| line.contains(words)) {
        return reading::imap_answer(answer);
    }
    let (before, _) = line.split_once("* BYE ")?;
    let said = before.ends_with(": ") || before.ends_with(['\'', '"']);
    said.then(|| reading::imap_answer("BYE")).flatten()
}

/// A line without what a transcript puts before it: `S: 550 ...`, `<** 550 ...`, `"550 ...`.
fn bare(line: &str) -> &str {
    let line = line.trim().trim_start_matches(['"', '\'']);
    let marks = [
        "<~*",
        "<**",
        "<--",
        "<-",
        "<~",
        "<<<",
        "S:",
        "SERVER -> CLIENT:",
        "DEBUG SMTP:",
        "< ",
    ];
    let line = marks
        .iter()
        .find_map(|mark| line.strip_prefix(mark))
        .unwrap_or(line);
    line.trim_start_matches(['<', '>', '"', '\'', '`', ' '])
}

/// `554 5.7.1 text`, `554-5.7.1 text` or `554`: the enhanced code, then the reply code.
fn smtp_reply(line: &str) -> Option<Vec<Reading>> {
    let (code, rest) = line.split_at_checked(3)?;
    let separated = rest.is_empty() || rest.starts_with([' ', '-', '\t']);
    let code: u16 = code.parse().ok().filter(|_| separated)?;
    if is_http(code, rest) {
        return None;
    }
    let reply = reading::reply(code)?;
    let status = rest
        .trim_start_matches([' ', '-', '\t', '#'])
        .split_whitespace()
        .next();
    let status = status
        .map(|status| status.trim_end_matches([':', ',', ';', ')']))
        .and_then(smtp::status)
        // What went well says no more than its reply.
        .filter(|status| status.class != 2)
        .and_then(reading::status_reading);
    Some(status.into_iter().chain([reply]).collect())
}

/// Whether a code and its text are the status of a web page (RFC 9110 section 15), which looks like a reply of SMTP.
pub(super) fn is_http(code: u16, rest: &str) -> bool {
    const REASONS: &[(u16, &str)] = &[
        (400, "bad request"),
        (401, "unauthorized"),
        (403, "forbidden"),
        (404, "not found"),
        (405, "method not allowed"),
        (408, "request time"),
        (429, "too many requests"),
        (500, "internal server error"),
        (502, "bad gateway"),
        (503, "service unavailable"),
        (503, "service temporarily unavailable"),
        (504, "gateway time"),
        (505, "http version"),
    ];
    let text = rest
        .trim_start_matches([' ', ':', '-', '(', ')'])
        .to_ascii_lowercase();
    REASONS
        .iter()
        .any(|(status, reason)| *status == code && text.starts_with(reason))
}

/// What stands in brackets where a protocol puts it: directly behind OK, NO, BAD, BYE or PREAUTH (RFC 9051 section 7.1),
/// or behind +OK or -ERR (RFC 2449 section 8), and in capitals. A program that quotes the text alone begins with it.
pub(super) fn brackets(line: &str) -> Vec<Reading> {
    line.match_indices('[')
        .filter(|(at, _)| follows_answer(&line[..*at]) || is_quoted(&line[..*at], &line[at + 1..]))
        .filter_map(|(at, _)| line[at + 1..].split([']', ' ']).next())
        .filter(|name| !name.bytes().any(|byte| byte.is_ascii_lowercase()))
        .filter_map(|name| reading::pop3_code(name).or_else(|| reading::imap_code(name)))
        .collect()
}

fn follows_answer(before: &str) -> bool {
    let word = before
        .trim_end()
        .rsplit([' ', '\t', '\'', '"', '(', ':'])
        .next()
        .unwrap_or_default();
    matches!(
        word,
        "OK" | "NO" | "BAD" | "BYE" | "PREAUTH" | "+OK" | "-ERR"
    )
}

/// `b'[AUTHENTICATIONFAILED] Invalid credentials (Failure)'`. A log line may begin with `[ALERT]` of its own.
fn is_quoted(before: &str, inner: &str) -> bool {
    let name = inner.split([']', ' ']).next().unwrap_or_default();
    let own = matches!(
        name,
        "ALERT" | "LIMIT" | "CANNOT" | "EXPIRED" | "UNAVAILABLE" | "AUTH" | "CAPABILITY"
    );
    let quoted = before.ends_with(['\'', '"']);
    let alone = before.trim_matches(['\'', '"', ' ', '\t']).is_empty();
    if alone { !own } else { quoted }
}
