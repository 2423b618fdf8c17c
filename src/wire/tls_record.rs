//! The first bytes of a TLS connection (RFC 8446, RFC 5246), read and written by hand.
//!
//! A library that speaks only what is safe cannot say what an old server speaks. A hello made by hand can ask: the
//! server's first flight names the version and the suite it picked, or the alert it refused with. Nothing here is
//! cryptography; the connection ends where keys would begin.

mod hello;

#[cfg(test)]
pub(super) use hello::records as records_for_tests;
pub use hello::{GROUPS, Hello, SCHEMES, X25519MLKEM768, client_hello};

use super::{MAX_REPLY, Malformed};

/// A protocol version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Version {
    /// TLS 1.0 (RFC 2246).
    Tls10,
    /// TLS 1.1 (RFC 4346).
    Tls11,
    /// TLS 1.2 (RFC 5246).
    Tls12,
    /// TLS 1.3 (RFC 8446).
    Tls13,
}

impl Version {
    /// Every version, the oldest first.
    pub const ALL: [Self; 4] = [Self::Tls10, Self::Tls11, Self::Tls12, Self::Tls13];

    /// The number on the wire.
    pub const fn number(self) -> u16 {
        match self {
            Self::Tls10 => 0x0301,
            Self::Tls11 => 0x0302,
            Self::Tls12 => 0x0303,
            Self::Tls13 => 0x0304,
        }
    }

    /// The version of a number on the wire; `None` for SSL and for what is yet to come.
    pub fn from_number(number: u16) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|version| version.number() == number)
    }

    /// The name as `OpenSSL` and most logs write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tls10 => "TLSv1.0",
            Self::Tls11 => "TLSv1.1",
            Self::Tls12 => "TLSv1.2",
            Self::Tls13 => "TLSv1.3",
        }
    }
}

/// An alert (RFC 8446 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Alert {
    /// 1 warning, 2 fatal.
    pub level: u8,
    /// The number in the IANA registry of TLS alerts.
    pub description: u8,
}

/// What a server answers to a hello.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Flight {
    /// It refuses.
    Alert {
        /// 1 warning, 2 fatal.
        level: u8,
        /// The number in the IANA registry of TLS alerts.
        description: u8,
    },
    /// It has chosen. A hello retry request counts: it names the same two.
    ServerHello {
        /// The version, from `supported_versions` where the server sends it.
        version: u16,
        /// The cipher suite.
        suite: u16,
    },
    /// What came is no TLS record.
    NotTls,
}

/// The head of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordHeader {
    /// 20 change cipher spec, 21 alert, 22 handshake, 23 application data, 24 heartbeat.
    pub content_type: u8,
    /// The version of the record layer, which says little (RFC 8446 5.1).
    pub version: u16,
    /// The length of the content, in bytes.
    pub length: u16,
}

const RECORD_HEADER: usize = 5;
const MAX_PLAINTEXT: usize = 1 << 14;
/// RFC 5246 6.2.3 lets protection add this much.
const MAX_EXPANSION: usize = 2048;

const ALERT: u8 = 21;
const HANDSHAKE: u8 = 22;
const SERVER_HELLO: u8 = 2;
const UNRECOGNIZED_NAME: u8 = 112;
const SUPPORTED_VERSIONS: u16 = 43;

/// Reads the head of a record; `None` when it is incomplete or no record begins like this.
pub fn record_header(bytes: &[u8]) -> Option<RecordHeader> {
    let (head, _) = bytes.split_first_chunk::<RECORD_HEADER>()?;
    let [content_type @ 20..=24, major @ 3, minor, high, low] = *head else {
        return None;
    };
    Some(RecordHeader {
        content_type,
        version: u16::from_be_bytes([major, minor]),
        length: u16::from_be_bytes([high, low]),
    })
}

/// The alert that the bytes begin with, if they begin with one in clear.
pub fn alert(bytes: &[u8]) -> Option<Alert> {
    match *bytes {
        [ALERT, 3, 0..=4, 0, 2, level @ 1..=2, description, ..] => {
            Some(Alert { level, description })
        }
        _ => None,
    }
}

/// Reads a server's answer up to its hello or its alert.
///
/// The warning `unrecognized_name` is passed over: RFC 6066 3 lets the server go on behind it, and old ones do. At most
/// [`MAX_REPLY`] bytes are looked at.
pub fn first_flight(bytes: &[u8]) -> Result<Option<Flight>, Malformed> {
    let window = &bytes[..bytes.len().min(MAX_REPLY)];
    let exhausted = window.len() == MAX_REPLY;
    let mut rest = window;
    let mut message = Vec::new();
    loop {
        match record(rest)? {
            Record::NotTls if rest.len() == window.len() => return Ok(Some(Flight::NotTls)),
            Record::Partial if exhausted => return Err(Malformed::ReplyTooLong),
            Record::Partial => return Ok(None),
            Record::Whole {
                content_type: HANDSHAKE,
                content,
                after,
            } => {
                message.extend_from_slice(content);
                if let Some(flight) = server_hello(&message)? {
                    return Ok(Some(flight));
                }
                rest = after;
            }
            Record::Whole {
                content_type: ALERT,
                content,
                after,
            } => {
                let &[level @ 1..=2, description] = content else {
                    return Err(Malformed::BrokenTls);
                };
                if (level, description) != (1, UNRECOGNIZED_NAME) {
                    return Ok(Some(Flight::Alert { level, description }));
                }
                rest = after;
            }
            Record::NotTls | Record::Whole { .. } => return Err(Malformed::BrokenTls),
        }
    }
}

/// A piece of what came in.
pub(super) enum Fragment<'a> {
    /// A whole record.
    Record {
        /// 21 alert, 22 handshake, …
        content_type: u8,
        /// What is in it.
        content: &'a [u8],
    },
    /// The beginning of one. Nothing follows.
    Partial,
    /// No record begins like this. Nothing follows.
    NotTls {
        /// Nothing but this came.
        first: bool,
    },
}

/// Cuts what came in into records, to the first that is not whole.
pub(super) fn fragments(bytes: &[u8]) -> impl Iterator<Item = Result<Fragment<'_>, Malformed>> {
    let mut rest = Some(bytes);
    std::iter::from_fn(move || {
        let here = rest.take()?;
        Some(record(here).map(|record| match record {
            Record::NotTls => Fragment::NotTls {
                first: here.len() == bytes.len(),
            },
            Record::Partial => Fragment::Partial,
            Record::Whole {
                content_type,
                content,
                after,
            } => {
                rest = Some(after);
                Fragment::Record {
                    content_type,
                    content,
                }
            }
        }))
    })
}

enum Record<'a> {
    Whole {
        content_type: u8,
        content: &'a [u8],
        after: &'a [u8],
    },
    Partial,
    NotTls,
}

fn record(bytes: &[u8]) -> Result<Record<'_>, Malformed> {
    let fits = match *bytes {
        [] => true,
        [content_type] => matches!(content_type, 20..=24),
        [content_type, major, ..] => matches!(content_type, 20..=24) && major == 3,
    };
    if !fits {
        return Ok(Record::NotTls);
    }
    let Some(header) = record_header(bytes) else {
        return Ok(Record::Partial);
    };
    let length = usize::from(header.length);
    // RFC 8446 5.1: no empty handshake or alert records.
    if length == 0 || length > MAX_PLAINTEXT + MAX_EXPANSION {
        return Err(Malformed::BrokenTls);
    }
    Ok(match bytes[RECORD_HEADER..].split_at_checked(length) {
        None => Record::Partial,
        Some((content, after)) => Record::Whole {
            content_type: header.content_type,
            content,
            after,
        },
    })
}

/// Reads the hello out of a handshake message; `None` while it is incomplete.
fn server_hello(message: &[u8]) -> Result<Option<Flight>, Malformed> {
    let mut cursor = Cursor(message);
    match cursor.u8() {
        None => return Ok(None),
        Some(SERVER_HELLO) => {}
        Some(_) => return Err(Malformed::BrokenTls),
    }
    let Some(length) = cursor.u24() else {
        return Ok(None);
    };
    if length > MAX_PLAINTEXT {
        return Err(Malformed::BrokenTls);
    }
    match cursor.take(length) {
        None => Ok(None),
        Some(body) => hello_body(body).map(Some).ok_or(Malformed::BrokenTls),
    }
}

/// RFC 8446 4.1.3: version, random, session id, suite, compression, and extensions that may be missing.
fn hello_body(body: &[u8]) -> Option<Flight> {
    let mut cursor = Cursor(body);
    let mut version = cursor.u16()?;
    cursor.take(32)?;
    let session_id = cursor.u8().filter(|length| *length <= 32)?;
    cursor.take(usize::from(session_id))?;
    let suite = cursor.u16()?;
    cursor.u8()?;
    if !cursor.0.is_empty() {
        let length = cursor.u16()?;
        let mut extensions = Cursor(cursor.take(usize::from(length))?);
        while !extensions.0.is_empty() {
            let kind = extensions.u16()?;
            let length = extensions.u16()?;
            let content = extensions.take(usize::from(length))?;
            if kind == SUPPORTED_VERSIONS {
                version = u16::from_be_bytes(content.try_into().ok()?);
            }
        }
    }
    cursor
        .0
        .is_empty()
        .then_some(Flight::ServerHello { version, suite })
}

/// Takes numbers and slices off the front.
pub(super) struct Cursor<'a>(pub(super) &'a [u8]);

impl<'a> Cursor<'a> {
    pub(super) fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    pub(super) fn u8(&mut self) -> Option<u8> {
        self.take(1).map(|bytes| bytes[0])
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        self.take(2)
            .map(|bytes| u16::from_be_bytes([bytes[0], bytes[1]]))
    }

    pub(super) fn u24(&mut self) -> Option<usize> {
        self.take(3).map(|bytes| {
            bytes
                .iter()
                .fold(0, |sum, byte| sum << 8 | usize::from(*byte))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::hello::{put_long, put_short, put_u16, records};
    use super::*;

    /// A server hello as a handshake message.
    fn hello_message(version: u16, suite: u16, extensions: Option<&[u8]>) -> Vec<u8> {
        let mut body = Vec::new();
        put_u16(&mut body, version);
        body.extend_from_slice(&[7; 32]);
        put_short(&mut body, &[9; 32]);
        put_u16(&mut body, suite);
        body.push(0);
        if let Some(extensions) = extensions {
            put_long(&mut body, extensions);
        }
        let mut message = vec![SERVER_HELLO, 0];
        put_long(&mut message, &body);
        message
    }

    fn assert_stable(bytes: &[u8]) {
        let whole = first_flight(bytes);
        for end in 0..bytes.len() {
            let prefix = first_flight(&bytes[..end]);
            assert!(
                prefix == Ok(None) || prefix == whole,
                "{}",
                bytes[..end].escape_ascii()
            );
        }
    }

    #[test]
    fn reads_server_hellos() {
        let tls13 = [0, 51, 0, 2, 0, 29, 0, 43, 0, 2, 3, 4];
        for (message, version, suite) in [
            (hello_message(0x0303, 0xc02f, None), 0x0303, 0xc02f),
            (hello_message(0x0301, 0x000a, Some(&[])), 0x0301, 0x000a),
            (hello_message(0x0303, 0x1301, Some(&tls13)), 0x0304, 0x1301),
        ] {
            let bytes = records(&message);
            assert_eq!(
                first_flight(&bytes),
                Ok(Some(Flight::ServerHello { version, suite }))
            );
            assert_stable(&bytes);
            // One byte a record, as a hostile or odd server may send it.
            let crumbs: Vec<u8> = message
                .iter()
                .flat_map(|byte| [HANDSHAKE, 3, 3, 0, 1, *byte])
                .collect();
            assert_eq!(
                first_flight(&crumbs),
                Ok(Some(Flight::ServerHello { version, suite }))
            );
            assert_stable(&crumbs);
        }
    }

    #[test]
    fn reads_alerts_and_passes_over_the_name_warning() {
        let fatal = b"\x15\x03\x01\x00\x02\x02\x46";
        let warning = b"\x15\x03\x03\x00\x02\x01\x70";
        let refused = Ok(Some(Flight::Alert {
            level: 2,
            description: 70,
        }));
        assert_eq!(first_flight(fatal), refused);
        assert_eq!(first_flight(warning), Ok(None));
        assert_eq!(first_flight(&[&warning[..], fatal].concat()), refused);
        assert_stable(&[&warning[..], &records(&hello_message(0x0303, 0x1301, None))].concat());
        assert_eq!(
            alert(fatal),
            Some(Alert {
                level: 2,
                description: 70
            })
        );
        assert_eq!(alert(&fatal[..6]), None);
    }

    #[test]
    fn tells_what_is_not_tls_at_the_first_byte() {
        for bytes in [
            &b"220 mx ESMTP\r\n"[..],
            b"H",
            b"\x16\x02\x00",
            b"\x19\x03",
            b"\0",
        ] {
            assert_eq!(
                first_flight(bytes),
                Ok(Some(Flight::NotTls)),
                "{}",
                bytes.escape_ascii()
            );
        }
        assert_eq!(first_flight(b""), Ok(None));
        assert_eq!(first_flight(b"\x16"), Ok(None));
    }

    #[test]
    fn broken_lengths_and_types_are_broken() {
        let trailing = {
            let mut message = hello_message(0x0303, 0x1301, Some(&[]));
            message[3] += 1;
            message.push(0);
            records(&message)
        };
        for bytes in [
            &b"\x16\x03\x03\x00\x00"[..],
            b"\x16\x03\x03\xff\xff",
            b"\x15\x03\x03\x00\x01\x02",
            b"\x15\x03\x03\x00\x02\x03\x28",
            b"\x17\x03\x03\x00\x01x",
            b"\x16\x03\x03\x00\x01\x0b",
            b"\x16\x03\x03\x00\x04\x02\xff\xff\xff",
            b"\x16\x03\x03\x00\x05\x02\x00\x00\x01\x03",
            &trailing,
            &records(&hello_message(0x0303, 0x1301, Some(&[0, 43, 0, 2, 3]))),
            &records(&hello_message(
                0x0303,
                0x1301,
                Some(&[0, 43, 0, 3, 3, 4, 0]),
            )),
            b"\x16\x03\x03\x00\x01\x02220 mx",
            b"\x15\x03\x03\x00\x02\x01\x70220 mx",
        ] {
            assert_eq!(
                first_flight(bytes),
                Err(Malformed::BrokenTls),
                "{}",
                bytes.escape_ascii()
            );
            assert_stable(bytes);
        }
    }

    #[test]
    fn endless_warnings_are_bounded() {
        let flood = b"\x15\x03\x03\x00\x02\x01\x70".repeat(MAX_REPLY);
        assert_eq!(first_flight(&flood), Err(Malformed::ReplyTooLong));
        assert_eq!(first_flight(&flood[..MAX_REPLY - 1]), Ok(None));
    }

    #[test]
    fn versions_know_their_numbers() {
        for version in Version::ALL {
            assert_eq!(Version::from_number(version.number()), Some(version));
        }
        assert_eq!(Version::from_number(0x0300), None);
        assert_eq!(Version::Tls13.name(), "TLSv1.3");
    }
}
