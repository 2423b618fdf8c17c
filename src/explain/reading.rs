//! Makes readings from rows of the tables, each with its relatives on other systems.

use crate::codes::icmp::{self, Family};
use crate::codes::resolver::{self, Failure};
use crate::codes::socket::{self, Condition};
use crate::codes::{Os, dns, hresult, imap, outlook, pop3, programs, smtp, tls};

pub(super) use super::{Reading, Related};

use super::Kind;

/// The readings of a number as an error of a system: what `errno` or `WSAGetLastError` holds.
pub(super) fn error_readings(number: i32) -> Vec<Reading> {
    if number < -11 {
        return negative(number);
    }
    let mut readings = windows(number);
    let on = |os| socket::condition(os, number);
    match (on(Os::Linux), on(Os::MacOs)) {
        (Some(linux), Some(macos)) if linux == macos => readings.push(unix_number(linux, number)),
        (linux, macos) => {
            readings.extend(linux.map(|condition| socket_number(condition, Os::Linux, number)));
            readings.extend(macos.map(|condition| socket_number(condition, Os::MacOs, number)));
        }
    }
    readings.extend(
        resolver::failure(Os::Linux, number).map(|failure| resolver_number(failure, Os::Linux)),
    );
    readings
}

/// The reading of an `errno` of Apple's systems.
pub(super) fn apple_errno(number: i32) -> Vec<Reading> {
    let condition = socket::condition(Os::MacOs, number);
    condition
        .map(|condition| socket_number(condition, Os::MacOs, number))
        .into_iter()
        .collect()
}

/// The readings of a negative number: libuv and the kernel write an errno with a sign before it.
fn negative(number: i32) -> Vec<Reading> {
    let uv = programs::number(programs::NODE, number).map(|row| super::hits::readings(row.means));
    let linux = || {
        let condition = socket::condition(Os::Linux, number.checked_neg()?)?;
        Some(vec![socket_number(condition, Os::Linux, -number)])
    };
    let macos = || {
        let condition = socket::condition(Os::MacOs, number.checked_neg()?)?;
        Some(vec![socket_number(condition, Os::MacOs, -number)])
    };
    let resolver = || {
        resolver::failure(Os::Linux, number)
            .map(|failure| vec![resolver_number(failure, Os::Linux)])
    };
    uv.or_else(resolver)
        .or_else(linux)
        .or_else(macos)
        .unwrap_or_default()
}

/// The readings of a number on Windows.
pub(super) fn windows(number: i32) -> Vec<Reading> {
    let mut readings = Vec::new();
    if let Some((code, name, condition)) = socket::win32(number) {
        readings.push(socket_reading(
            *condition,
            Kind::Win32,
            format!("{code} {name}"),
        ));
    } else if let Some(condition) = socket::condition(Os::Windows, number) {
        readings.push(socket_number(condition, Os::Windows, number));
    }
    readings.extend(
        resolver::failure(Os::Windows, number).map(|failure| resolver_number(failure, Os::Windows)),
    );
    readings.extend(hresult::internet(number).map(internet));
    readings.extend(socket::rare(number).map(|(number, name, words)| {
        Reading::new(
            Kind::Socket(Os::Windows),
            format!("{number} {name}"),
            *words,
        )
    }));
    readings
}

/// The readings of a Windows result code: the number it carries, then its own name, then the program that made it.
pub(super) fn result_code_readings(code: u32) -> Vec<Reading> {
    if let Some(row) = outlook::code(code) {
        return outlook_readings(row);
    }
    let text = outlook::text(code);
    if let Some(row) = hresult::code(code) {
        return vec![Reading::new(
            Kind::ResultCode,
            format!("{text} {}", row.name),
            row.words,
        )];
    }
    let carried = hresult::win32(code).map(windows).unwrap_or_default();
    carried
        .into_iter()
        .map(|reading| Reading {
            kind: Kind::ResultCode,
            code: format!("{text} = {}", reading.code),
            // The code itself is no relative of its own.
            related: reading
                .related
                .iter()
                .filter(|other| other.code != text)
                .cloned()
                .collect(),
            ..reading
        })
        .collect()
}

pub(super) fn outlook_readings(row: &'static outlook::Row) -> Vec<Reading> {
    let text = outlook::text(row.code);
    let code = row
        .name
        .map_or_else(|| text.clone(), |name| format!("{text} {name}"));
    let own = Reading::new(Kind::Outlook, code, row.words);
    // A number that only stands for another one is explained by that other one.
    let behind = row.reply.and_then(reply).or_else(|| {
        row.winsock
            .and_then(|number| windows(number).into_iter().next())
    });
    std::iter::once(own).chain(behind).collect()
}

pub(super) fn reply(code: u16) -> Option<Reading> {
    let words = smtp::reply_or_class(code)?;
    let mut reading = Reading::new(Kind::SmtpReply, code.to_string(), words);
    reading.related.extend(
        outlook::for_reply(code).map(|code| Related::new(Kind::Outlook, outlook::text(code))),
    );
    Some(reading)
}

pub(super) fn status_reading(status: smtp::Status) -> Option<Reading> {
    let words = status.words()?;
    let code = format!("{}.{}.{}", status.class, status.subject, status.detail);
    Some(Reading::new(Kind::SmtpStatus, code, words))
}

pub(super) fn icmp_readings(family: Option<Family>, kind: u8, code: u8) -> Vec<Reading> {
    let wanted = |of: Family| family.is_none_or(|family| family == of);
    let rows = [Family::V4, Family::V6]
        .into_iter()
        .filter(|of| wanted(*of))
        .filter_map(|of| icmp::message(of, kind, code));
    rows.map(|row| {
        let mut reading = Reading::new(
            Kind::Icmp(row.family),
            format!("{kind}/{code} {}", row.name),
            row.words,
        );
        let errno = row.linux.and_then(|condition| condition.errno(Os::Linux));
        reading
            .related
            .extend(errno.map(|number| Related::new(Kind::Socket(Os::Linux), numbered(number))));
        reading
    })
    .collect()
}

pub(super) fn imap_code(name: &str) -> Option<Reading> {
    imap::code(name).map(|(name, words)| Reading::new(Kind::Imap, *name, *words))
}

pub(super) fn imap_answer(name: &str) -> Option<Reading> {
    imap::answer(name).map(|(name, words)| Reading::new(Kind::Imap, *name, *words))
}

pub(super) fn pop3_code(name: &str) -> Option<Reading> {
    pop3::code(name).map(|(name, words)| Reading::new(Kind::Pop3, *name, *words))
}

pub(super) fn pop3_answer(name: &str) -> Option<Reading> {
    pop3::answer(name).map(|(name, words)| Reading::new(Kind::Pop3, *name, *words))
}

pub(super) fn tls_alert(row: &tls::Alert) -> Reading {
    Reading::new(
        Kind::TlsAlert,
        format!("{} {}", row.number, row.name),
        row.words,
    )
}

pub(super) fn rcode(row: &dns::Row) -> Reading {
    Reading::new(
        Kind::DnsRcode,
        format!("{} {}", row.number, row.name),
        row.words,
    )
}

pub(super) fn extended(row: &dns::Row) -> Reading {
    Reading::new(
        Kind::DnsExtended,
        format!("{} {}", row.number, row.name),
        row.words,
    )
}

pub(super) fn internet(row: &hresult::Internet) -> Reading {
    let mut reading = Reading::new(
        Kind::Internet,
        format!("{} {}", row.number, row.name),
        row.words,
    );
    reading.related.extend(carried_by(row.number));
    reading
}

/// A condition that a sentence of the system names.
pub(super) fn socket_message(condition: Condition) -> Reading {
    socket_reading(condition, Kind::SystemMessage, String::new())
}

/// A failure that a sentence of the system names.
pub(super) fn resolver_message(failure: Failure) -> Reading {
    resolver_reading(failure, Kind::SystemMessage, String::new())
}

fn socket_number(condition: Condition, os: Os, number: i32) -> Reading {
    // A second number for the same thing keeps its own digits.
    let name = condition.errno(os).map_or("", |(_, name)| name);
    socket_reading(condition, Kind::Socket(os), format!("{number} {name}"))
}

fn unix_number(condition: Condition, number: i32) -> Reading {
    let name = condition.errno(Os::Linux).map_or("", |(_, name)| name);
    socket_reading(condition, Kind::Unix, format!("{number} {name}"))
}

pub(super) fn socket_name(condition: Condition, token: &str) -> Reading {
    let windows = condition
        .errno(Os::Windows)
        .filter(|(_, name)| name.eq_ignore_ascii_case(token));
    if let Some(number) = windows {
        return socket_reading(condition, Kind::Socket(Os::Windows), numbered(number));
    }
    if let Some((code, name, _)) = socket::WIN32
        .iter()
        .find(|row| row.1.eq_ignore_ascii_case(token))
    {
        return socket_reading(condition, Kind::Win32, format!("{code} {name}"));
    }
    // The systems have different numbers for the name: those stand among the relatives.
    let name = condition
        .errno(Os::Linux)
        .or_else(|| condition.errno(Os::MacOs))
        .map_or("", |(_, name)| name);
    socket_reading(condition, Kind::Unix, name.to_owned())
}

/// A reading with the numbers of the other systems, and the result code that carries the Windows number.
fn socket_reading(condition: Condition, kind: Kind, code: String) -> Reading {
    let mut reading = Reading::new(kind, code, condition.words());
    for (os, number) in [
        (Os::Linux, condition.errno(Os::Linux)),
        (Os::MacOs, condition.errno(Os::MacOs)),
        (Os::Windows, condition.winsock()),
    ] {
        reading
            .related
            .extend(number.map(|number| Related::new(Kind::Socket(os), numbered(number))));
    }
    reading.related.extend(
        condition
            .winsock()
            .and_then(|(number, _)| carried_by(number)),
    );
    reading.without_itself()
}

pub(super) fn resolver_number(failure: Failure, os: Os) -> Reading {
    let code = failure.number(os).map(numbered).unwrap_or_default();
    resolver_reading(failure, Kind::Resolver(os), code)
}

pub(super) fn resolver_name(failure: Failure, token: &str) -> Reading {
    let windows = failure
        .winsock()
        .is_some_and(|(_, name)| name.eq_ignore_ascii_case(token));
    if windows {
        return resolver_number(failure, Os::Windows);
    }
    let name = failure.number(Os::Linux).map_or("", |(_, name)| name);
    resolver_reading(failure, Kind::ResolverName, name.to_owned())
}

fn resolver_reading(failure: Failure, kind: Kind, code: String) -> Reading {
    let mut reading = Reading::new(kind, code, failure.words());
    for os in Os::ALL {
        reading.related.extend(
            failure
                .number(os)
                .map(|number| Related::new(Kind::Resolver(os), numbered(number))),
        );
    }
    reading
        .related
        .extend(failure.winsock().and_then(|(number, _)| carried_by(number)));
    reading.without_itself()
}

fn carried_by(number: i32) -> Option<Related> {
    hresult::from_win32(number).map(|code| Related::new(Kind::ResultCode, outlook::text(code)))
}

fn numbered((code, name): socket::Number) -> String {
    format!("{code} {name}")
}

impl Related {
    pub(super) fn new(kind: Kind, code: String) -> Self {
        Self { kind, code }
    }
}

impl Reading {
    pub(super) fn new(kind: Kind, code: impl Into<String>, words: impl Into<String>) -> Self {
        Self {
            kind,
            code: code.into(),
            words: words.into(),
            brief: false,
            related: Vec::new(),
        }
    }

    /// The same, to be shown with its meaning alone.
    pub(super) fn short(self) -> Self {
        Self {
            brief: true,
            ..self
        }
    }

    fn without_itself(mut self) -> Self {
        let own = self.code.clone();
        self.related.retain(|other| other.code != own);
        self
    }
}
