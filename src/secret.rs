//! Text that nobody may see.

mod source;
mod terminal;

use std::fmt;

use data_encoding::BASE64;
use zeroize::Zeroizing;

pub use self::source::{
    Fault, Found, PROXY_VARIABLE, SecretError, Source, Use, VARIABLE, find, find_for,
};

/// A password or a token. It has no `Display`, is never serialised, its `Debug` says `(redacted)` in every build, and its
/// memory is wiped when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// What stands where the secret would.
    pub const SHOWN: &str = "(redacted)";

    /// Takes the text out of sight.
    pub fn new(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    /// The text itself, for the wire alone.
    pub(crate) fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(Self::SHOWN)
    }
}

/// Forms in which secrets could come back from whoever they were sent to: a server that quotes the line it did not
/// understand, or the password it did not like.
#[derive(Default)]
pub struct Echoes(Vec<Zeroizing<Vec<u8>>>);

/// A shorter text is found everywhere, and gives nothing away.
const SHORTEST: usize = 4;

impl Echoes {
    /// Knows a secret from here on: as it is, and within what base64 makes of a longer text.
    pub fn of(secret: &Secret) -> Self {
        let mut echoes = Self::default();
        echoes.add(secret.expose().as_bytes());
        for offset in 0..3 {
            echoes.add(&within_base64(secret.expose().as_bytes(), offset));
        }
        echoes
    }

    /// Knows one more form.
    pub fn add(&mut self, form: &[u8]) {
        if form.len() >= SHORTEST {
            self.0.push(Zeroizing::new(form.to_vec()));
            // A form that holds another one goes first, so that no rest of it is left.
            self.0.sort_by_key(|form| std::cmp::Reverse(form.len()));
        }
    }

    /// Puts [`Secret::SHOWN`] in place of every form.
    pub fn hide(&self, bytes: &mut Vec<u8>) {
        for form in &self.0 {
            let mut from = 0;
            while let Some(at) = place(&bytes[from..], form) {
                let at = from + at;
                bytes.splice(at..at + form.len(), Secret::SHOWN.bytes());
                from = at + Secret::SHOWN.len();
            }
        }
    }
}

impl fmt::Debug for Echoes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(Secret::SHOWN)
    }
}

/// The letters of base64 that depend on nothing but `bytes`, where as many other bytes stand before them as make
/// `offset` in a group of three.
fn within_base64(bytes: &[u8], offset: usize) -> Zeroizing<Vec<u8>> {
    let mut padded = Zeroizing::new(vec![0; offset]);
    padded.extend_from_slice(bytes);
    let encoded = Zeroizing::new(BASE64.encode(&padded));
    // A letter stands for six bits.
    let (first, end) = ((offset * 8).div_ceil(6), padded.len() * 8 / 6);
    Zeroizing::new(encoded.as_bytes()[first.min(end)..end].to_vec())
}

fn place(bytes: &[u8], form: &[u8]) -> Option<usize> {
    bytes.windows(form.len()).position(|window| window == form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_found_again_however_it_was_wrapped() {
        let secret = Secret::new("correct horse");
        let echoes = Echoes::of(&secret);
        for before in ["", "a", "ab", "abc", "\0someone@example.com\0"] {
            for after in ["", "x", "xy", " and more"] {
                let said = BASE64.encode(format!("{before}correct horse{after}").as_bytes());
                let mut said = format!("500 unknown: {said}").into_bytes();
                let whole = said.len();
                echoes.hide(&mut said);
                let shown = String::from_utf8(said).expect("text");
                assert!(
                    shown.contains(Secret::SHOWN),
                    "{before:?} {after:?}: {shown}"
                );
                assert!(shown.len() < whole + Secret::SHOWN.len(), "{shown}");
            }
        }
        let mut said = b"535 correct horse, correct horse is no password".to_vec();
        echoes.hide(&mut said);
        assert_eq!(said, b"535 (redacted), (redacted) is no password");
    }

    #[test]
    fn what_is_no_secret_stays() {
        let mut echoes = Echoes::of(&Secret::new("ok"));
        echoes.add(b"AUTH PLAIN AGEAb2s=");
        let mut said = b"250 ok\r\n".to_vec();
        echoes.hide(&mut said);
        assert_eq!(said, b"250 ok\r\n");
        assert_eq!(format!("{echoes:?}"), Secret::SHOWN);
    }

    #[test]
    fn a_secret_is_never_shown() {
        let secret = Secret::new("hunter2");
        let shown = [
            format!("{secret:?}"),
            format!("{secret:#?}"),
            format!("{:?}", Some(vec![secret.clone()])),
        ];
        for text in shown {
            assert!(
                !text.contains("hunter2") && text.contains(Secret::SHOWN),
                "{text}"
            );
        }
        assert_eq!(secret.expose(), "hunter2");
    }
}
