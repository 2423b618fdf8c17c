//! A server's whole first flight, as far as it is in clear (RFC 5246 section 7.4, RFC 8446 section 4.1.3).
//!
//! Up to TLS 1.2 that is everything that says who can go on from here: the version and the suite, the certificates, the
//! group of the key exchange with its size, and the scheme of the signature. In TLS 1.3 the hello alone is in clear.

use super::tls_record::{Cursor, Fragment, fragments};
use super::tls_suites;
use super::{MAX_REPLY, Malformed};

/// How many certificates of a chain are kept.
pub const MAX_CHAIN: usize = 16;

/// What a server agreed to in one handshake, whole or only as far as it is in clear.
///
/// `None` in a field means that it was not seen, not that it is not there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreed {
    /// The version on the wire: 0x0303 is TLS 1.2.
    pub version: u16,
    /// The cipher suite, as numbered by IANA.
    pub suite: u16,
    /// The named group of the key exchange, as numbered by IANA.
    pub group: Option<u16>,
    /// The size of the prime where the key exchange is Diffie-Hellman over a field of the server's own.
    pub dh_bits: Option<u16>,
    /// The scheme in which the server signed, as numbered by IANA.
    pub scheme: Option<u16>,
    /// Whether the server knows secure renegotiation (RFC 5746). TLS 1.3 needs none.
    pub renegotiation_info: Option<bool>,
    /// Whether the keys depend on the whole handshake (RFC 7627). TLS 1.3 always does so.
    pub extended_master_secret: Option<bool>,
    /// Whether a certificate status came with the chain (RFC 6066 section 8), having been asked for.
    pub stapled: Option<bool>,
}

/// What a server answered to a hello, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It refuses with an alert.
    Alert(u8),
    /// It goes on.
    Flight(ServerFlight),
    /// What came is no TLS record.
    NotTls,
}

/// The flight.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServerFlight {
    /// What the server agreed to.
    pub agreed: Agreed,
    /// The chain as sent, in DER, the server's own first; empty in TLS 1.3, which hides it.
    pub certificates: Vec<Vec<u8>>,
    /// The server wants a certificate of the client.
    pub certificate_requested: bool,
}

const HANDSHAKE: u8 = 22;
const ALERT: u8 = 21;
const UNRECOGNIZED_NAME: u8 = 112;

const SERVER_HELLO: u8 = 2;
const CERTIFICATE: u8 = 11;
const SERVER_KEY_EXCHANGE: u8 = 12;
const CERTIFICATE_REQUEST: u8 = 13;
const SERVER_HELLO_DONE: u8 = 14;
const CERTIFICATE_STATUS: u8 = 22;

const STATUS_REQUEST: u16 = 5;
const EXTENDED_MASTER_SECRET: u16 = 23;
const SUPPORTED_VERSIONS: u16 = 43;
const KEY_SHARE: u16 = 51;
const RENEGOTIATION_INFO: u16 = 0xff01;

const TLS_1_2: u16 = 0x0303;

/// Reads a server's first flight to its end, its alert, or the point where it is no longer in clear.
///
/// `None` while it is incomplete. At most [`MAX_REPLY`] bytes are looked at. A hello without the rest is no failure
/// where the connection ended there: see [`hello_alone`].
pub fn server_flight(bytes: &[u8]) -> Result<Option<Answer>, Malformed> {
    let mut reading = Reading::default();
    let done = read(bytes, &mut reading)?;
    Ok(done)
}

/// What a flight had shown as far as it came, be it cut off behind its hello, or whole.
pub fn hello_alone(bytes: &[u8]) -> Option<ServerFlight> {
    let mut reading = Reading::default();
    match read(bytes, &mut reading) {
        Ok(Some(Answer::Flight(flight))) => Some(flight),
        _ => reading.hello_seen.then_some(reading.flight),
    }
}

#[derive(Default)]
struct Reading {
    flight: ServerFlight,
    hello_seen: bool,
    status_promised: bool,
}

fn read(bytes: &[u8], reading: &mut Reading) -> Result<Option<Answer>, Malformed> {
    let window = &bytes[..bytes.len().min(MAX_REPLY)];
    let mut messages = Vec::new();
    let mut ended = false;
    for fragment in fragments(window) {
        match fragment? {
            Fragment::NotTls { first: true } => return Ok(Some(Answer::NotTls)),
            Fragment::Record {
                content_type: HANDSHAKE,
                content,
            } => messages.extend_from_slice(content),
            Fragment::Record {
                content_type: ALERT,
                content,
            } => {
                let &[level @ 1..=2, description] = content else {
                    return Err(Malformed::BrokenTls);
                };
                if !reading.hello_seen && (level, description) != (1, UNRECOGNIZED_NAME) {
                    return Ok(Some(Answer::Alert(description)));
                }
            }
            // Behind a hello of TLS 1.3 everything else is encrypted.
            Fragment::Record { .. } => ended = true,
            Fragment::NotTls { first: false } => return Err(Malformed::BrokenTls),
            Fragment::Partial => break,
        }
        if all_messages(&mut messages, reading)? {
            return Ok(Some(Answer::Flight(std::mem::take(&mut reading.flight))));
        }
        if ended {
            return Err(Malformed::BrokenTls);
        }
    }
    if window.len() == MAX_REPLY {
        return Err(Malformed::ReplyTooLong);
    }
    Ok(None)
}

/// Reads the messages that are whole, and takes them off. Whether the flight is at its end.
fn all_messages(messages: &mut Vec<u8>, reading: &mut Reading) -> Result<bool, Malformed> {
    let mut cursor = Cursor(messages);
    let mut rest = cursor.0;
    while let Some(kind) = cursor.u8() {
        let Some(length) = cursor.u24() else { break };
        if length > MAX_REPLY {
            return Err(Malformed::BrokenTls);
        }
        let Some(body) = cursor.take(length) else {
            break;
        };
        rest = cursor.0;
        if message(kind, body, reading).ok_or(Malformed::BrokenTls)? {
            return Ok(true);
        }
    }
    let read = messages.len() - rest.len();
    messages.drain(..read);
    Ok(false)
}

/// Reads one message; `None` where it breaks the rules, else whether it was the last.
fn message(kind: u8, body: &[u8], reading: &mut Reading) -> Option<bool> {
    match kind {
        SERVER_HELLO if !reading.hello_seen => {
            hello(body, reading)?;
            reading.hello_seen = true;
            return Some(reading.flight.agreed.version > TLS_1_2);
        }
        _ if !reading.hello_seen => return None,
        CERTIFICATE => reading.flight.certificates = chain(body)?,
        CERTIFICATE_STATUS => reading.flight.agreed.stapled = Some(true),
        SERVER_KEY_EXCHANGE => key_exchange(body, &mut reading.flight.agreed),
        CERTIFICATE_REQUEST => reading.flight.certificate_requested = true,
        SERVER_HELLO_DONE => return Some(true),
        _ => return None,
    }
    Some(false)
}

/// RFC 8446 section 4.1.3: version, random, session id, suite, compression, and extensions that may be missing.
fn hello(body: &[u8], reading: &mut Reading) -> Option<()> {
    let mut cursor = Cursor(body);
    let agreed = &mut reading.flight.agreed;
    agreed.version = cursor.u16()?;
    cursor.take(32)?;
    let session_id = cursor.u8().filter(|length| *length <= 32)?;
    cursor.take(usize::from(session_id))?;
    agreed.suite = cursor.u16()?;
    cursor.u8()?;
    agreed.renegotiation_info = Some(false);
    agreed.extended_master_secret = Some(false);
    if !cursor.0.is_empty() {
        let length = cursor.u16()?;
        let mut extensions = Cursor(cursor.take(usize::from(length))?);
        while !extensions.0.is_empty() {
            let kind = extensions.u16()?;
            let length = extensions.u16()?;
            let content = extensions.take(usize::from(length))?;
            match kind {
                SUPPORTED_VERSIONS => agreed.version = number(content)?,
                // A hello retry request names the group alone.
                KEY_SHARE => agreed.group = Some(number(content.get(..2)?)?),
                RENEGOTIATION_INFO => agreed.renegotiation_info = Some(true),
                EXTENDED_MASTER_SECRET => agreed.extended_master_secret = Some(true),
                STATUS_REQUEST => reading.status_promised = true,
                _ => {}
            }
        }
    }
    if agreed.version > TLS_1_2 {
        (agreed.renegotiation_info, agreed.extended_master_secret) = (None, None);
    } else {
        agreed.stapled = Some(reading.status_promised);
    }
    cursor.0.is_empty().then_some(())
}

fn number(bytes: &[u8]) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.try_into().ok()?))
}

/// RFC 5246 section 7.4.2: a list of certificates, each behind its length.
fn chain(body: &[u8]) -> Option<Vec<Vec<u8>>> {
    let mut cursor = Cursor(body);
    let length = cursor.u24()?;
    let mut list = Cursor(cursor.take(length)?);
    let mut certificates = Vec::new();
    while !list.0.is_empty() {
        let length = list.u24()?;
        let certificate = list.take(length)?;
        if certificates.len() < MAX_CHAIN {
            certificates.push(certificate.to_vec());
        }
    }
    cursor.0.is_empty().then_some(certificates)
}

/// Reads group or prime, and the scheme of the signature. Which of the two forms it has, the suite says; of the others,
/// which no mail server has, nothing is read.
fn key_exchange(body: &[u8], agreed: &mut Agreed) {
    let name = tls_suites::suite(agreed.suite).map_or("", |suite| suite.name);
    let mut cursor = Cursor(body);
    let read = if name.starts_with("TLS_ECDHE_") {
        elliptic(&mut cursor).map(|group| agreed.group = Some(group))
    } else if name.starts_with("TLS_DHE_") {
        finite(&mut cursor).map(|bits| agreed.dh_bits = Some(bits))
    } else {
        None
    };
    if read.is_some() && agreed.version == TLS_1_2 {
        agreed.scheme = cursor.u16();
    }
}

/// RFC 8422 section 5.4: a named curve, and the server's point.
fn elliptic(cursor: &mut Cursor<'_>) -> Option<u16> {
    const NAMED_CURVE: u8 = 3;
    cursor.u8().filter(|kind| *kind == NAMED_CURVE)?;
    let group = cursor.u16()?;
    let length = cursor.u8()?;
    cursor.take(usize::from(length))?;
    Some(group)
}

/// RFC 5246 section 7.4.3: prime, generator and the server's number. The size of the prime, without leading zeros.
fn finite(cursor: &mut Cursor<'_>) -> Option<u16> {
    let length = cursor.u16()?;
    let prime = cursor.take(usize::from(length))?;
    for _ in 0..2 {
        let length = cursor.u16()?;
        cursor.take(usize::from(length))?;
    }
    let significant = prime.iter().skip_while(|byte| **byte == 0).count();
    let first = prime.iter().find(|byte| **byte != 0)?;
    let bits = significant * 8 - usize::try_from(first.leading_zeros()).ok()?;
    u16::try_from(bits).ok()
}

#[cfg(test)]
mod tests;
