//! SASL (RFC 4422) from the client's side, without a socket: which mechanism to take, and what to answer to each
//! challenge. One exchange is one attempt; there is no second one.

mod scram;

use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use md5::{Digest, Md5};
use zeroize::Zeroizing;

use crate::secret::Secret;

pub use self::scram::{Binding, Scram};

/// A mechanism that mailcheck can speak, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mechanism {
    /// RFC 7677 bound to the TLS connection.
    ScramSha256Plus,
    /// RFC 5802 bound to the TLS connection.
    ScramSha1Plus,
    /// RFC 7677.
    ScramSha256,
    /// RFC 5802.
    ScramSha1,
    /// RFC 4616: user name and password as they are, which TLS protects.
    Plain,
    /// User name and password one after the other, never standardised (draft-murchison-sasl-login).
    Login,
    /// RFC 2195, which protects the password where nothing else does, and keeps it readable on the server.
    CramMd5,
}

impl Mechanism {
    /// Those that take a password, in the order in which they are chosen.
    pub const WITH_PASSWORD: [Self; 7] = [
        Self::ScramSha256Plus,
        Self::ScramSha1Plus,
        Self::ScramSha256,
        Self::ScramSha1,
        Self::Plain,
        Self::Login,
        Self::CramMd5,
    ];

    /// The registered name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ScramSha256Plus => "SCRAM-SHA-256-PLUS",
            Self::ScramSha1Plus => "SCRAM-SHA-1-PLUS",
            Self::ScramSha256 => "SCRAM-SHA-256",
            Self::ScramSha1 => "SCRAM-SHA-1",
            Self::Plain => "PLAIN",
            Self::Login => "LOGIN",
            Self::CramMd5 => "CRAM-MD5",
        }
    }

    /// Whether the exchange is bound to the TLS connection.
    pub const fn is_bound(self) -> bool {
        matches!(self, Self::ScramSha256Plus | Self::ScramSha1Plus)
    }

    /// The best of those that the server offers. `can_bind`: the TLS connection has something to bind to.
    pub fn choose(offered: &[String], can_bind: bool) -> Option<Self> {
        Self::WITH_PASSWORD
            .into_iter()
            .filter(|mechanism| can_bind || !mechanism.is_bound())
            .find(|mechanism| {
                let name = mechanism.name();
                offered.iter().any(|word| word.eq_ignore_ascii_case(name))
            })
    }
}

/// Who logs in, and with what.
#[derive(Debug)]
pub struct Credentials {
    user: String,
    secret: Secret,
}

impl Credentials {
    /// A user name as the server wants it, and the password or token.
    pub const fn new(user: String, secret: Secret) -> Self {
        Self { user, secret }
    }

    /// The user name.
    pub fn user(&self) -> &str {
        &self.user
    }

    /// The password or token.
    pub(crate) const fn secret(&self) -> &Secret {
        &self.secret
    }

    /// `SASLprep` (RFC 4013), as SCRAM and PLAIN want it; what it forbids is sent as it was typed, for the server may know it so.
    fn prepared(&self) -> (Zeroizing<String>, Zeroizing<String>) {
        let prepare = |text: &str| {
            let prepared = stringprep::saslprep(text);
            Zeroizing::new(prepared.map_or_else(|_| text.to_owned(), std::borrow::Cow::into_owned))
        };
        (prepare(&self.user), prepare(self.secret.expose()))
    }
}

/// What the server said that the mechanism does not allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Broken {
    /// A challenge that the mechanism does not have.
    #[error("the challenge is not one of this mechanism")]
    Challenge,
    /// The server asks for more rounds of hashing than any server needs: an attempt to keep us busy.
    #[error("too many rounds are asked for")]
    Rounds,
    /// The server could not prove that it knows the password: it is not the server of this account.
    #[error("the server's proof is wrong")]
    Proof,
    /// More was asked after the exchange had come to its end.
    #[error("the exchange had ended")]
    Ended,
}

/// One exchange under way.
pub struct Exchange<'a> {
    credentials: &'a Credentials,
    state: State,
}

enum State {
    Plain,
    Login { asked: u8 },
    CramMd5,
    Scram(Scram),
    Ended,
}

impl<'a> Exchange<'a> {
    /// Begins `mechanism`. `nonce` is what no other exchange has had, 24 printable characters or so; `binding` is what the
    /// TLS connection gives.
    pub fn new(
        mechanism: Mechanism,
        credentials: &'a Credentials,
        nonce: &str,
        binding: &Binding,
    ) -> Self {
        let scram = |hash| {
            let (user, _) = credentials.prepared();
            State::Scram(Scram::new(hash, &user, nonce, binding.clone()))
        };
        let state = match mechanism {
            Mechanism::ScramSha256Plus | Mechanism::ScramSha256 => scram(scram::Hash::Sha256),
            Mechanism::ScramSha1Plus | Mechanism::ScramSha1 => scram(scram::Hash::Sha1),
            Mechanism::Plain => State::Plain,
            Mechanism::Login => State::Login { asked: 0 },
            Mechanism::CramMd5 => State::CramMd5,
        };
        Self { credentials, state }
    }

    /// What the client says first, where the mechanism lets it begin.
    pub fn first(&self) -> Option<Zeroizing<Vec<u8>>> {
        match &self.state {
            State::Plain => Some(self.plain()),
            State::Scram(scram) => Some(Zeroizing::new(scram.first().into_bytes())),
            State::Login { .. } | State::CramMd5 | State::Ended => None,
        }
    }

    /// The answer to a challenge.
    pub fn answer(&mut self, challenge: &[u8]) -> Result<Zeroizing<Vec<u8>>, Broken> {
        let (answer, next) = match std::mem::replace(&mut self.state, State::Ended) {
            // A server that does not take an initial response asks for it with an empty challenge.
            State::Plain => (self.plain(), State::Ended),
            State::Login { asked: 0 } => {
                let user = Zeroizing::new(self.credentials.user.clone().into_bytes());
                (user, State::Login { asked: 1 })
            }
            State::Login { asked: 1 } => {
                let secret = Zeroizing::new(self.credentials.secret.expose().as_bytes().to_vec());
                (secret, State::Ended)
            }
            State::CramMd5 => (self.cram_md5(challenge), State::Ended),
            State::Scram(mut scram) => {
                let (_, secret) = self.credentials.prepared();
                let answer = scram.answer(challenge, &secret)?;
                (Zeroizing::new(answer.into_bytes()), State::Scram(scram))
            }
            State::Login { .. } | State::Ended => return Err(Broken::Ended),
        };
        self.state = next;
        Ok(answer)
    }

    /// Whether the server has proved what the mechanism asks it to prove; a mechanism that asks for nothing is content.
    pub fn is_proved(&self) -> bool {
        match &self.state {
            State::Scram(scram) => scram.is_proved(),
            State::Plain | State::Login { .. } | State::CramMd5 | State::Ended => true,
        }
    }

    /// `authzid NUL authcid NUL passwd` (RFC 4616 section 2).
    fn plain(&self) -> Zeroizing<Vec<u8>> {
        let (user, secret) = self.credentials.prepared();
        let mut message = Zeroizing::new(Vec::with_capacity(user.len() + secret.len() + 2));
        message.push(0);
        message.extend_from_slice(user.as_bytes());
        message.push(0);
        message.extend_from_slice(secret.as_bytes());
        message
    }

    /// User name, a blank, and the challenge hashed with the password (RFC 2195 section 2).
    fn cram_md5(&self, challenge: &[u8]) -> Zeroizing<Vec<u8>> {
        // HMAC takes keys of every length (RFC 2104 section 2).
        let mut mac = Hmac::<Md5>::new_from_slice(self.credentials.secret.expose().as_bytes())
            .unwrap_or_else(|_| unreachable!("HMAC takes keys of every length"));
        mac.update(challenge);
        let digest = HEXLOWER.encode(&mac.finalize().into_bytes());
        Zeroizing::new(format!("{} {digest}", self.credentials.user).into_bytes())
    }
}

/// APOP (RFC 1939 section 7): the digest of the timestamp in the greeting and the password.
pub fn apop(timestamp: &str, credentials: &Credentials) -> String {
    let mut md5 = Md5::new();
    md5.update(timestamp.as_bytes());
    md5.update(credentials.secret.expose().as_bytes());
    HEXLOWER.encode(&md5.finalize())
}

/// The initial response of XOAUTH2 (Google's and Microsoft's own, before RFC 7628).
pub fn xoauth2(credentials: &Credentials) -> Zeroizing<Vec<u8>> {
    let message = format!(
        "user={}\x01auth=Bearer {}\x01\x01",
        credentials.user,
        credentials.secret.expose()
    );
    Zeroizing::new(message.into_bytes())
}

/// The initial response of OAUTHBEARER (RFC 7628 section 3.1).
pub fn oauthbearer(credentials: &Credentials, host: &str, port: u16) -> Zeroizing<Vec<u8>> {
    let user = credentials.user.replace('=', "=3D").replace(',', "=2C");
    let message = format!(
        "n,a={user},\x01host={host}\x01port={port}\x01auth=Bearer {}\x01\x01",
        credentials.secret.expose()
    );
    Zeroizing::new(message.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn credentials(user: &str, secret: &str) -> Credentials {
        Credentials::new(user.to_owned(), Secret::new(secret))
    }

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|&word| word.to_owned()).collect()
    }

    #[test]
    fn the_best_that_is_offered_is_taken() {
        let offered = words(&[
            "PLAIN",
            "LOGIN",
            "scram-sha-1",
            "SCRAM-SHA-1-PLUS",
            "GSSAPI",
        ]);
        assert_eq!(
            Mechanism::choose(&offered, true),
            Some(Mechanism::ScramSha1Plus)
        );
        assert_eq!(
            Mechanism::choose(&offered, false),
            Some(Mechanism::ScramSha1)
        );
        let offered = words(&["CRAM-MD5", "LOGIN"]);
        assert_eq!(Mechanism::choose(&offered, true), Some(Mechanism::Login));
        assert_eq!(Mechanism::choose(&words(&["GSSAPI", "NTLM"]), true), None);
    }

    #[test]
    fn plain_is_as_in_rfc_4616() {
        let tim = credentials("tim", "tanstaaftanstaaf");
        let mut exchange = Exchange::new(Mechanism::Plain, &tim, "", &Binding::None);
        let message = b"\0tim\0tanstaaftanstaaf";
        assert_eq!(exchange.first().expect("begins").as_slice(), message);
        assert_eq!(exchange.answer(b"").expect("asked for").as_slice(), message);
        assert_eq!(exchange.answer(b""), Err(Broken::Ended));
    }

    #[test]
    fn login_gives_one_thing_after_the_other_and_no_third() {
        let tim = credentials("tim", "secret");
        let mut exchange = Exchange::new(Mechanism::Login, &tim, "", &Binding::None);
        assert!(exchange.first().is_none());
        assert_eq!(exchange.answer(b"Username:").expect("1").as_slice(), b"tim");
        let second = exchange.answer(b"Password:").expect("2");
        assert_eq!(second.as_slice(), b"secret");
        assert_eq!(exchange.answer(b"Again:"), Err(Broken::Ended));
    }

    #[test]
    fn cram_md5_is_as_in_rfc_2195() {
        let tim = credentials("tim", "tanstaaftanstaaf");
        let mut exchange = Exchange::new(Mechanism::CramMd5, &tim, "", &Binding::None);
        let challenge = b"<1896.697170952@postoffice.reston.mci.net>";
        let answer = exchange.answer(challenge).expect("an answer");
        assert_eq!(answer.as_slice(), b"tim b913a602c7eda7a495b4e6e7334d3890");
    }

    #[test]
    fn apop_is_as_in_rfc_1939() {
        let mrose = credentials("mrose", "tanstaaf");
        let digest = apop("<1896.697170952@dbc.mtview.ca.us>", &mrose);
        assert_eq!(digest, "c4c9334bac560ecc979e58001b3e22fb");
    }

    #[test]
    fn tokens_are_worded_as_their_inventors_do() {
        let user = credentials(
            "someuser@example.com",
            "ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg",
        );
        // https://developers.google.com/gmail/imap/xoauth2-protocol gives this message.
        assert_eq!(
            xoauth2(&user).as_slice(),
            b"user=someuser@example.com\x01auth=Bearer ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg\x01\x01"
        );
        // RFC 7628 section 4.1.
        let user = credentials(
            "user@example.com",
            "vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==",
        );
        assert_eq!(
            oauthbearer(&user, "server.example.com", 143).as_slice(),
            b"n,a=user@example.com,\x01host=server.example.com\x01port=143\x01auth=Bearer vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==\x01\x01"
        );
    }
}
