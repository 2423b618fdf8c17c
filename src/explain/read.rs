//! Reads one number or name.

use crate::codes::{Os, dns, hresult, outlook, programs, resolver, smtp, socket, tls};

use super::reading::{
    error_readings, icmp_readings, imap_answer, imap_code, internet, outlook_readings, pop3_answer,
    pop3_code, rcode, reply, resolver_name, resolver_number, result_code_readings, socket_name,
    status_reading, tls_alert, windows,
};
use super::{Kind, Note, Reading, hits};

/// Ports that a mail program uses, for a number that may also be an error.
pub(super) const PORTS: &[(i32, &str)] = &[
    (25, "code-port-25"),
    (465, "code-port-465"),
    (587, "code-port-587"),
    (110, "code-port-110"),
    (995, "code-port-995"),
    (143, "code-port-143"),
    (993, "code-port-993"),
];

/// Every reading of a single word.
pub(super) fn token(token: &str) -> Vec<Reading> {
    if let Some(code) = result_code(token) {
        result_code_readings(code)
    } else if let Some(number) = integer(token) {
        number_readings(number)
    } else if let Some(status) = smtp::status(token) {
        status_reading(status).into_iter().collect()
    } else if let Some((kind, code)) = slashed(token) {
        icmp_readings(None, kind, code)
    } else {
        name(token)
    }
}

/// A word without the brackets, quotes and stops that surround it.
pub(super) fn bare_token(text: &str) -> &str {
    let inner = text.trim_matches(|c: char| {
        matches!(
            c,
            '[' | ']' | '(' | ')' | '"' | '\'' | '`' | ',' | ';' | ':' | '<' | '>'
        )
    });
    inner.trim_end_matches('.')
}

/// Whether a word is a plain number, which may have several meanings.
pub(super) fn is_number(token: &str) -> bool {
    result_code(token).is_none() && integer(token).is_some()
}

/// What can be said of an unknown number by its range.
pub(super) fn range(token: &str) -> Option<Note> {
    if result_code(token).is_some() {
        return Some(Note::ResultCode);
    }
    match integer(token)? {
        10_000..12_000 => Some(Note::WinsockRange),
        12_000..13_000 => Some(Note::InternetRange),
        _ => None,
    }
}

/// A result code in one of its spellings: `0x800CCC0E`, `800CCC0E`, `-2146644978`, `2148322318`.
pub(super) fn result_code(token: &str) -> Option<u32> {
    let hex = |digits: &str| {
        u32::from_str_radix(digits, 16)
            .ok()
            .filter(|_| digits.bytes().all(|b| b.is_ascii_hexdigit()))
    };
    if let Some(digits) = token
        .strip_prefix("0x")
        .or_else(|| token.strip_prefix("0X"))
    {
        return hex(digits);
    }
    // Without its prefix, a failure still has eight digits and begins with 8.
    if token.len() == 8 && token.starts_with('8') {
        return hex(token);
    }
    let number: i64 = token.parse().ok()?;
    let bits = match number {
        // The same 32 bits, read as signed or as unsigned.
        -0x8000_0000..-0x1000_0000 => number + 0x1_0000_0000,
        0x8000_0000..=0xFFFF_FFFF => number,
        _ => return None,
    };
    u32::try_from(bits).ok()
}

/// A number as people write errors: up to five digits, perhaps negative.
fn integer(token: &str) -> Option<i32> {
    let digits = token.strip_prefix('-').unwrap_or(token);
    let plain = (1..=5).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    token.parse().ok().filter(|_| plain)
}

/// `3/13`: an ICMP type and code.
pub(super) fn slashed(token: &str) -> Option<(u8, u8)> {
    let (kind, code) = token.split_once('/')?;
    Some((kind.parse().ok()?, code.parse().ok()?))
}

/// Kebab-case, as the ids of findings are.
pub(super) fn is_finding_id(token: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    token.starts_with(|first: char| first.is_ascii_lowercase()) && token.split('-').all(part)
}

/// The reading of a number as a port.
pub(super) fn port(number: i32) -> Option<Reading> {
    let row = PORTS.iter().find(|(port, _)| *port == number);
    row.map(|(port, words)| Reading::new(Kind::Port, port.to_string(), *words))
}

/// Every reading of a plain number.
fn number_readings(number: i32) -> Vec<Reading> {
    let mut readings = error_readings(number);
    let code = u16::try_from(number).ok();
    readings.extend(
        code.filter(|code| smtp::reply(*code).is_some())
            .and_then(reply),
    );
    readings.extend(
        resolver::failure(Os::MacOs, number)
            .map(|failure| resolver_number(failure, Os::MacOs).short()),
    );
    if let Ok(alert) = u8::try_from(number) {
        readings.extend(tls::alert(alert).map(|row| tls_alert(row).short()));
    }
    readings.extend(port(number).map(Reading::short));
    readings.extend(
        programs::number(programs::APPLE, number)
            .map(|row| hits::readings(row.means))
            .unwrap_or_default(),
    );
    if readings.is_empty() {
        // A reply code of no table still has the meaning of its first digit.
        readings.extend(code.and_then(reply));
    }
    if let [only] = readings.as_mut_slice() {
        only.brief = false;
    }
    readings
}

/// The reading of a name: of an error, a result code, an alert, a response code.
fn name(token: &str) -> Vec<Reading> {
    let mut readings = Vec::new();
    if let Some(condition) = socket::by_name(token) {
        readings.push(socket_name(condition, token));
    }
    readings.extend(resolver::by_name(token).map(|failure| resolver_name(failure, token)));
    if let Some(row) = outlook::by_name(token) {
        readings.extend(outlook_readings(row));
    }
    readings.extend(hresult::by_name(token).map(|row| {
        Reading::new(
            Kind::ResultCode,
            format!("{} {}", outlook::text(row.code), row.name),
            row.words,
        )
    }));
    readings.extend(hresult::internet_by_name(token).map(internet));
    readings.extend(tls::alert_by_name(token).map(tls_alert));
    readings.extend(imap_code(token).or_else(|| imap_answer(token)));
    readings.extend(pop3_code(token).or_else(|| pop3_answer(token)));
    readings.extend(dns::rcode_by_name(token).map(rcode));
    if readings.is_empty() {
        readings.extend(programs::nss_alert(token).map(tls_alert));
        let rare = socket::RARE
            .iter()
            .find(|row| row.1.eq_ignore_ascii_case(token));
        readings.extend(rare.into_iter().flat_map(|row| windows(row.0)));
    }
    if readings.is_empty()
        && let Some(row) = programs::name(token)
    {
        readings = hits::readings(row.means);
    }
    readings
}
