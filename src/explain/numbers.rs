//! The numbers and names of a line whose form, or the words before them, say what they are.
//!
//! A number alone means nothing: a port, a process, a size and a time are numbers too.

use crate::codes::icmp::Family;
use crate::codes::phrases::{self, Means};
use crate::codes::{Os, dns, programs, resolver, smtp, tls};

use super::answers::is_http;
use super::hits;
use super::labels::{
    ALERT_LABELS, APPLE_LABELS, ERROR_WORDS, FILLERS, POSIX_LABELS, REPLY_LABELS, SOCKET_LABELS,
    STATUS_LABELS, label, tokens,
};
use super::reading::{self, Reading};
use super::{Kind, read};

/// The readings of a line. Where a name is looked up, its numbers are those of the resolver.
pub(super) fn numbers(line: &str) -> Vec<Reading> {
    let lookup = is_lookup(line);
    let mut readings = Vec::new();
    for (start, token) in tokens(line) {
        let place = Place {
            line,
            start,
            label: label(&line[..start]),
            rest: &line[start + token.len()..],
            lookup,
        };
        readings.extend(one(&place, token));
    }
    readings
}

/// Where a token stands.
struct Place<'a> {
    line: &'a str,
    start: usize,
    /// What stands before it, in lower case, without the punctuation between.
    label: String,
    /// What follows.
    rest: &'a str,
    /// Whether the line is about looking up a name.
    lookup: bool,
}

impl Place<'_> {
    fn ends(&self, words: &[&str]) -> bool {
        words.iter().any(|word| {
            self.label.strip_suffix(word).is_some_and(|before| {
                // The word is whole: `no` is not the end of `errno`. Chinese has no gaps.
                !word.is_ascii() || !before.ends_with(|c: char| c.is_ascii_alphanumeric())
            })
        })
    }

    fn before(&self) -> &str {
        &self.line[..self.start]
    }

    /// Whether it is the process and the thread behind the level of a line of nginx: `[error] 10054#0:`.
    fn is_of_log(&self) -> bool {
        let thread = self
            .rest
            .strip_prefix('#')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        thread && self.before().trim_end().ends_with(']')
    }
}

/// Whether a line is about looking up a name.
fn is_lookup(line: &str) -> bool {
    let line = line.to_ascii_lowercase();
    [
        "gaierror",
        "getaddrinfo",
        "eai_",
        "name resolution",
        "nodename",
        "resolv",
        "gethostby",
    ]
    .iter()
    .any(|word| line.contains(word))
}

fn one(place: &Place<'_>, token: &str) -> Vec<Reading> {
    if let Some(means) = openssl(place, token) {
        return hits::readings(means);
    }
    if let Some(name) = programs::nsresult(token) {
        return phrases::find(&name.to_ascii_lowercase())
            .first()
            .map_or_else(Vec::new, hits::of);
    }
    if let Some(code) = read::result_code(token) {
        // Active Directory puts a number of its own before the place in its source: `80090308: LdapErr: DSID-0C09042F`.
        if place.rest.starts_with(": LdapErr") {
            return Vec::new();
        }
        return reading::result_code_readings(code);
    }
    if let Some(readings) = token
        .split_once('-')
        .and_then(|(code, status)| coded(code, status))
    {
        return readings;
    }
    if let Some(status) = smtp::status(token) {
        return status_reading(place, status);
    }
    if place.label.contains("icmp")
        && let Some(readings) = icmp(&place.label, token, place.rest)
    {
        return readings;
    }
    if let Ok(number) = token.parse::<i32>() {
        if place.is_of_log() {
            return Vec::new();
        }
        return numbered(place, number);
    }
    if place.ends(&["alert", "fatal alert"]) {
        return alert(&[token, place.rest].concat()).into_iter().collect();
    }
    named(token)
}

/// `error:0A00010B:SSL routines`: a packed number of OpenSSL.
fn openssl(place: &Place<'_>, token: &str) -> Option<Means> {
    let labelled = place.before().trim_end_matches(':').ends_with("error");
    programs::openssl(token).filter(|_| labelled || place.rest.starts_with(":SSL"))
}

/// An enhanced status code. Versions look the same, so it must stand where a server puts one.
fn status_reading(place: &Place<'_>, status: smtp::Status) -> Vec<Reading> {
    let last = place
        .label
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let after_code = last.len() == 3 && last.starts_with(['4', '5']) && last.parse::<u16>().is_ok();
    let said =
        place.label.is_empty() || after_code || place.ends(STATUS_LABELS) || !last.is_ascii();
    let version = place.before().ends_with(['v', '@', '/', '-', '.']);
    reading::status_reading(status)
        .filter(|_| said && !version && status.class != 2)
        .into_iter()
        .collect()
}

/// `550-5.1.1`, as the first line of a long reply has it in the middle of a log line.
fn coded(code: &str, status: &str) -> Option<Vec<Reading>> {
    let code: u16 = code.parse().ok()?;
    let status = reading::status_reading(smtp::status(status)?);
    Some(status.into_iter().chain(reading::reply(code)).collect())
}

/// The alert that a text begins with: `handshake failure`, `HandshakeFailure`.
pub(super) fn alert(text: &str) -> Option<Reading> {
    let words: Vec<_> = text
        .split(|c: char| !c.is_ascii_alphabetic() && c != '_')
        .skip_while(|word| word.is_empty() || word.eq_ignore_ascii_case("fatal"))
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
    if let Some(alert) = programs::nss_alert(token) {
        return vec![reading::tls_alert(alert)];
    }
    // Python and Node spell them so: SSLV3_ALERT_CERTIFICATE_UNKNOWN.
    if let Some(alert) = token
        .split_once("_ALERT_")
        .and_then(|(_, name)| tls::alert_by_name(name))
    {
        return vec![reading::tls_alert(alert)];
    }
    // MesaLink and others that stand on rustls: TLSErrorAlertReceivedHandshakeFailure.
    if let Some(alert) = token
        .split_once("AlertReceived")
        .and_then(|(_, name)| tls::alert_by_name(name))
    {
        return vec![reading::tls_alert(alert)];
    }
    let typical = token.contains('_')
        || (token.starts_with('E')
            || token.starts_with("WSA")
            || token.starts_with("NX")
            || token.starts_with("errSSL")
            || token.starts_with("NSURLError")
            || token == "SERVFAIL");
    let shouted = token.len() >= 4 && !token.bytes().any(|byte| byte.is_ascii_lowercase());
    // What web services answer has the names of two alerts: `"error":"access_denied"`.
    if matches!(
        token,
        "access_denied" | "internal_error" | "illegal_parameter"
    ) {
        return Vec::new();
    }
    if typical
        && (shouted
            || token.contains('_')
            || token.starts_with("errSSL")
            || token.starts_with("NSURLError"))
    {
        return read::token(token);
    }
    Vec::new()
}

/// A number whose label says what it counts.
fn numbered(place: &Place<'_>, number: i32) -> Vec<Reading> {
    let small = u16::try_from(number).ok();
    if place.ends(ALERT_LABELS)
        && (!place.ends(&["错误代码为", "错误代码是"]) || place.label.contains("tls"))
    {
        let row = u8::try_from(number).ok().and_then(tls::alert);
        return row.map(reading::tls_alert).into_iter().collect();
    }
    if place.ends(&["rcode"]) {
        return small
            .and_then(dns::rcode)
            .map(reading::rcode)
            .into_iter()
            .collect();
    }
    if place.ends(&["ede", "extended error", "info code"]) {
        return small
            .and_then(dns::extended)
            .map(reading::extended)
            .into_iter()
            .collect();
    }
    if let Some(readings) = of_program(place, number) {
        return readings;
    }
    if let Some(readings) = of_system(place, number) {
        return readings;
    }
    small
        .filter(|code| is_reply(place, *code))
        .and_then(reading::reply)
        .into_iter()
        .collect()
}

/// A number of a program that has numbers of its own.
fn of_program(place: &Place<'_>, number: i32) -> Option<Vec<Reading>> {
    let curl =
        place.label.ends_with("curl") || place.ends(&["curl error", "curl exit code", "curle"]);
    let table = if curl {
        programs::CURL
    } else if place.ends(&[
        "verify error num",
        "verify return code",
        "verify error",
        "num",
        "verify code",
    ]) && place.label.contains("verify")
    {
        programs::VERIFY
    } else if place.ends(APPLE_LABELS) {
        programs::APPLE
    } else if place.ends(&["errno", "code", "error"]) && (-4100..=-3000).contains(&number) {
        programs::NODE
    } else if place.ends(&["exit code", "exit status", "exitcode", "exit", "ex"])
        && (64..=78).contains(&number)
    {
        programs::SYSEXITS
    } else {
        return None;
    };
    programs::number(table, number).map(|row| hits::readings(row.means))
}

/// A number as `errno` or `WSAGetLastError` holds it.
fn of_system(place: &Place<'_>, number: i32) -> Option<Vec<Reading>> {
    if place.ends(&[
        "internal error state is",
        "error state is",
        "state is",
        "state",
    ]) {
        return None;
    }
    if place.ends(POSIX_LABELS) {
        return Some(reading::apple_errno(number));
    }
    if (10_000..13_000).contains(&number) {
        // Swift Mailer: `[No connection could be made #10061]`.
        let closing = place.before().ends_with('#') && place.rest.starts_with(']');
        let labelled = closing || after_error(place) || place.ends(SOCKET_LABELS);
        return labelled.then(|| reading::windows(number));
    }
    let socket = place.ends(SOCKET_LABELS);
    if socket {
        let readings = reading::windows(number);
        return Some(if readings.is_empty() {
            reading::error_readings(number)
        } else {
            readings
        });
    }
    let errno = place.ends(&[
        "errno",
        "os error",
        "socket",
        "errno code",
        "system error",
        "connect errno",
    ]);
    if errno && place.lookup {
        return Some(of_resolver(number));
    }
    errno.then(|| reading::error_readings(number))
}

/// Whether a word for error stands before a number, with nothing but small words between.
fn after_error(place: &Place<'_>) -> bool {
    let mut words = place
        .label
        .rsplit(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty());
    let word = words.by_ref().take(5).find(|word| !FILLERS.contains(word));
    word.is_some_and(|word| {
        ERROR_WORDS.contains(&word)
            || [
                "error",
                "exception",
                "errno",
                "错误",
                "錯誤",
                "错误号",
                "错误代码",
                "錯誤碼",
                "錯誤代碼",
                "错误码",
                "套接字",
                "socket",
                "代码",
            ]
            .iter()
            .any(|end| word.ends_with(end))
            || ["错误号", "错误代码", "错误为"]
                .iter()
                .any(|end| word.contains(end))
    })
}

/// The numbers of `getaddrinfo`: negative with glibc and musl, positive elsewhere, those of Winsock on Windows.
fn of_resolver(number: i32) -> Vec<Reading> {
    let os = if number < 0 { Os::Linux } else { Os::MacOs };
    let own = resolver::failure(os, number).map(|failure| reading::resolver_number(failure, os));
    own.into_iter().collect()
}

/// Whether a number is the code of a reply: something says so before it, or what follows has the form.
fn is_reply(place: &Place<'_>, code: u16) -> bool {
    // `RemotePort : 587`, as Test-NetConnection prints it.
    let port = place.ends(&["port", "remoteport", "端口", "連接埠"]);
    if port || expected(&place.label) || is_http(code, place.rest) || is_of_web(place, code) {
        return false;
    }
    let first = place.rest.split_whitespace().next().unwrap_or_default();
    let status = smtp::status(first.trim_end_matches([',', ';', ':'])).is_some();
    if status && (200..600).contains(&code) && place.rest.starts_with([' ', '\t', '-']) {
        return true;
    }
    let refusal = (400..600).contains(&code);
    // Python prints a pair: (535, b'...').
    let pair = place.before().ends_with('(')
        && [", b'", ", b\"", ", '", ", \""]
            .iter()
            .any(|mark| place.rest.starts_with(mark));
    let closed = |rest: &str| {
        let text = rest.trim_start_matches([' ', '-']);
        rest.starts_with(['"', '\'']) || (text != rest && !text.starts_with(['"', '\'']))
    };
    let quoted = place.before().ends_with(['"', '\'']) && closed(place.rest);
    // `after RCPT TO:<a@b>: 451 Internal ...`: a reply begins with a capital, an address or a status.
    let begins = |c: char| c.is_ascii_uppercase() || matches!(c, '<' | '[');
    let text = place
        .rest
        .strip_prefix([' ', '-'])
        .is_some_and(|text| text.starts_with(begins));
    let told = place.before().ends_with(": ") && text;
    // A number of no table is another program's, where nothing speaks of mail.
    let known = smtp::reply(code).is_some() || speaks_of_mail(place.line);
    // `[MV4EFR] => 502 Invalid command`, as a server logs what it says.
    let arrows = ["=> ", "<= ", "-> ", "<- "];
    let arrow = arrows.iter().any(|arrow| place.before().ends_with(arrow)) && text;
    refusal && known && (pair || told || arrow || quoted || place.ends(REPLY_LABELS))
}

/// Whether a number is the status of a web page in what a web service answers: `"code": 500, "msg": "…"`.
fn is_of_web(place: &Place<'_>, code: u16) -> bool {
    let statuses = [
        400, 401, 403, 404, 405, 408, 409, 422, 429, 500, 502, 503, 504,
    ];
    let keys = [
        "\"code\":",
        "\"status\":",
        "\"statuscode\":",
        "\"status_code\":",
        "\"error\":",
    ];
    let before = place.before().trim_end().to_ascii_lowercase();
    let ends = place.rest.is_empty() || place.rest.starts_with([',', '}', ' ']);
    statuses.contains(&code) && ends && keys.iter().any(|key| before.ends_with(key))
}

/// Whether a line has a word of mail in it.
fn speaks_of_mail(line: &str) -> bool {
    let line = line.to_ascii_lowercase();
    let words = [
        "mail",
        "smtp",
        "rcpt",
        "recipient",
        "sender",
        "relay",
        "邮",
        "郵",
    ];
    words.iter().any(|word| line.contains(word))
}

/// Whether a number is what was hoped for, and did not come.
fn expected(label: &str) -> bool {
    let label = label.trim_end_matches('s');
    [
        "expected",
        "expecting",
        "expected response code",
        "expected response",
        "expected code",
        "expected reply",
        "expected response code be one of",
        "response code be one of",
        "instead of",
        "wanted",
    ]
    .iter()
    .any(|word| label.ends_with(word))
        || label.rsplit_once("expected").is_some_and(|(_, after)| {
            after.len() < 40
                && !after.contains("got")
                && !after.contains("but")
                && !after.contains("received")
        })
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

/// Whether the words of a line name the same condition as a number that stands beside them: `(111: Connection refused)`.
pub(super) fn beside(line: &str, message: &Reading) -> Option<Reading> {
    tokens(line)
        .into_iter()
        .filter_map(|(_, token)| token.parse::<i32>().ok())
        .flat_map(reading::error_readings)
        .find(|reading| reading.words == message.words && message.kind == Kind::SystemMessage)
}
