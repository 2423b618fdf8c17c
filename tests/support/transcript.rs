//! Dialogues as text, from the server's side.
//!
//! ```text
//! S: 220 mx ESMTP            the server says a line (CR LF is added)
//! C: EHLO                    the client must say a line that begins so
//! ANY                        the client must send something: a command, or the hello of TLS
//! RAW: 220 no line end       the server sends these bytes; \r \n \0 \e \xNN are understood
//! FILL 70000: x              the server sends so many of these bytes
//! DRIP 1000: 220 slow        the server sends a byte, waits so many milliseconds, sends the next …
//! WAIT 200                   the server waits so many milliseconds
//! TLS                        the server does a TLS handshake
//! HOLD                       the server says nothing more and waits for the client to go
//! CLOSE                      the server ends the connection in order (also the end of every dialogue)
//! RESET                      the server cuts the connection off
//! ```

use std::time::Duration;

/// One thing that the server does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    Send(Vec<u8>),
    Expect(String),
    Any,
    Drip(Vec<u8>, Duration),
    Wait(Duration),
    Tls,
    Hold,
    Close,
    Reset,
}

/// Reads a dialogue. A line that makes no sense is a mistake in the test.
pub fn parse(text: &str) -> Vec<Act> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(act)
        .collect()
}

fn act(line: &str) -> Act {
    let (head, rest) = match line.split_once(':') {
        Some((head, rest)) => (head, rest.strip_prefix(' ').unwrap_or(rest)),
        None => (line, ""),
    };
    let mut words = head.split_whitespace();
    let word = words.next().unwrap_or_default();
    let mut milliseconds = || {
        let number = words.next().and_then(|number| number.parse().ok());
        Duration::from_millis(number.unwrap_or_else(|| panic!("no milliseconds: {line}")))
    };
    match word {
        "S" => Act::Send([&unescape(rest)[..], b"\r\n"].concat()),
        "C" => Act::Expect(rest.to_owned()),
        "RAW" => Act::Send(unescape(rest)),
        "FILL" => {
            let number = words.next().and_then(|number| number.parse().ok());
            Act::Send(unescape(rest).repeat(number.unwrap_or_else(|| panic!("no number: {line}"))))
        }
        "DRIP" => Act::Drip([&unescape(rest)[..], b"\r\n"].concat(), milliseconds()),
        "WAIT" => Act::Wait(milliseconds()),
        "ANY" => Act::Any,
        "TLS" => Act::Tls,
        "HOLD" => Act::Hold,
        "CLOSE" => Act::Close,
        "RESET" => Act::Reset,
        _ => panic!("not a line of a dialogue: {line}"),
    }
}

fn unescape(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'\\' {
            bytes.push(byte);
            continue;
        }
        bytes.push(match rest.next() {
            Some(b'r') => b'\r',
            Some(b'n') => b'\n',
            Some(b'0') => 0,
            Some(b'e') => 0x1b,
            Some(b'x') => {
                let hex = [rest.next(), rest.next()].map(|digit| digit.expect("two digits"));
                let hex = std::str::from_utf8(&hex).expect("ASCII");
                u8::from_str_radix(hex, 16).expect("hexadecimal")
            }
            other => panic!("not an escape: {other:?}"),
        });
    }
    bytes
}
