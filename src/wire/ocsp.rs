//! A stapled certificate status, as a server sends it along (RFC 6066 section 8): what it says, and until when (RFC 6960 section
//! 4.2.1). Its signature is not checked: whoever shows it shows what it says.

use super::Malformed;
use super::der::Der;

/// How many answers of one status are looked at; a server staples one.
const MOST: usize = 16;

/// What an authority says of one certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// The serial number of the certificate, hexadecimal, without the zero byte that only keeps it positive.
    pub serial: String,
    /// Good, revoked or unknown.
    pub says: Says,
    /// When it was so, Unix time in seconds.
    pub from: i64,
    /// Until when it may be used. `None` where the authority does not say.
    pub until: Option<i64>,
}

/// What it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// Not revoked.
    Good,
    /// Revoked, at that time, Unix time in seconds.
    Revoked(i64),
    /// The authority does not know it.
    Unknown,
}

/// What the whole of it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Response {
    /// The authority answered.
    Answered(Vec<Status>),
    /// It did not: `tryLater` (3), `unauthorized` (6), and others.
    Failed(u8),
}

const SEQUENCE: u8 = 0x30;
const INTEGER: u8 = 0x02;
const OCTETS: u8 = 0x04;
const OBJECT: u8 = 0x06;
const ENUMERATED: u8 = 0x0a;
const TIME: u8 = 0x18;
/// id-pkix-ocsp-basic, 1.3.6.1.5.5.7.48.1.1.
const BASIC: [u8; 9] = [0x2b, 6, 1, 5, 5, 7, 0x30, 1, 1];

/// Reads an `OCSPResponse`.
pub fn response(bytes: &[u8]) -> Result<Response, Malformed> {
    read(bytes).ok_or(Malformed::BrokenTls)
}

fn read(bytes: &[u8]) -> Option<Response> {
    let mut whole = Der(Der(bytes).expect(SEQUENCE)?);
    let [status] = *whole.expect(ENUMERATED)? else {
        return None;
    };
    if status != 0 {
        return Some(Response::Failed(status));
    }
    let mut typed = Der(Der(whole.expect(0xa0)?).expect(SEQUENCE)?);
    if typed.expect(OBJECT)? != BASIC {
        return None;
    }
    let mut basic = Der(Der(typed.expect(OCTETS)?).expect(SEQUENCE)?);
    let mut data = Der(basic.expect(SEQUENCE)?);
    // The version, where it is not the first.
    data.take(0xa0);
    // By name or by the digest of a key.
    data.take(0xa1).or_else(|| data.take(0xa2))?;
    data.expect(TIME)?;
    let mut answers = Der(data.expect(SEQUENCE)?);
    let mut statuses = Vec::new();
    while !answers.0.is_empty() && statuses.len() < MOST {
        statuses.push(single(answers.expect(SEQUENCE)?)?);
    }
    Some(Response::Answered(statuses))
}

fn single(bytes: &[u8]) -> Option<Status> {
    let mut single = Der(bytes);
    let mut id = Der(single.expect(SEQUENCE)?);
    id.expect(SEQUENCE)?;
    id.expect(OCTETS)?;
    id.expect(OCTETS)?;
    let serial = match id.expect(INTEGER)? {
        [0, rest @ ..] if !rest.is_empty() => rest,
        whole => whole,
    };
    let says = match single.any()? {
        (0x80, _) => Says::Good,
        (0xa1, revoked) => Says::Revoked(time(Der(revoked).expect(TIME)?)?),
        (0x82, _) => Says::Unknown,
        _ => return None,
    };
    let from = time(single.expect(TIME)?)?;
    let until = match single.take(0xa0) {
        Some(until) => Some(time(Der(until).expect(TIME)?)?),
        None => None,
    };
    Some(Status {
        serial: data_encoding::HEXLOWER.encode(serial),
        says,
        from,
        until,
    })
}

/// `YYYYMMDDHHMMSSZ`, which is all that RFC 5280 section 4.1.2.5.2 allows.
fn time(digits: &[u8]) -> Option<i64> {
    let text = std::str::from_utf8(digits).ok()?;
    let format = time::macros::format_description!("[year][month][day][hour][minute][second]Z");
    let read = time::PrimitiveDateTime::parse(text, format).ok()?;
    Some(read.assume_utc().unix_timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `openssl ocsp -resp_no_certs` of `OpenSSL` 3.0.
    const GOOD: &[u8] = include_bytes!("../../tests/fixtures/ocsp/good.der");
    const REVOKED: &[u8] = include_bytes!("../../tests/fixtures/ocsp/revoked.der");
    const UNKNOWN: &[u8] = include_bytes!("../../tests/fixtures/ocsp/unknown.der");

    #[test]
    fn what_an_authority_says_is_read() {
        for (bytes, says, from, until) in [
            (GOOD, Says::Good, 1_795_806_066, 1_796_065_266),
            (
                REVOKED,
                Says::Revoked(1_795_632_971),
                1_795_806_066,
                1_796_065_266,
            ),
            (UNKNOWN, Says::Unknown, 1_795_806_066, 1_796_065_266),
        ] {
            let status = Status {
                serial: "1001".to_owned(),
                says,
                from,
                until: Some(until),
            };
            assert_eq!(response(bytes), Ok(Response::Answered(vec![status])));
        }
        // tryLater, unauthorized.
        assert_eq!(response(&[0x30, 3, 10, 1, 3]), Ok(Response::Failed(3)));
        assert_eq!(response(&[0x30, 3, 10, 1, 6]), Ok(Response::Failed(6)));
    }

    #[test]
    fn nothing_that_is_cut_or_changed_is_trusted_to_be_whole() {
        for bytes in [GOOD, REVOKED, UNKNOWN] {
            for end in 0..bytes.len() {
                assert_eq!(response(&bytes[..end]), Err(Malformed::BrokenTls), "{end}");
            }
            let mut changed = bytes.to_vec();
            for place in 0..bytes.len() {
                for other in [0, 0x7f, 0x80, 0x84, 0xff] {
                    let kept = std::mem::replace(&mut changed[place], other);
                    // It may be read or not, and comes to an end.
                    let _ = response(&changed);
                    changed[place] = kept;
                }
            }
        }
        assert_eq!(
            response(b"\x30\x84\xff\xff\xff\xff"),
            Err(Malformed::BrokenTls)
        );
        assert_eq!(
            response(b"\x30\x80\x0a\x01\x00\x00\x00"),
            Err(Malformed::BrokenTls)
        );
    }
}
