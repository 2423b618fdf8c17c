//! SCRAM (RFC 5802, RFC 7677): both sides prove that they know the password, and nobody in between learns it.

use std::num::NonZeroU32;

use data_encoding::BASE64;
use ring::{digest, hmac, pbkdf2};
use zeroize::Zeroizing;

use super::Broken;

/// More rounds than any server asks for; RFC 7677 wants 4096 at the least, and a million is a second of work.
const MAX_ROUNDS: u32 = 1_000_000;
/// A message of a server is some hundred bytes long.
const MAX_MESSAGE: usize = 8 * 1024;

/// The hash of the family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Hash {
    /// RFC 5802.
    Sha1,
    /// RFC 7677.
    Sha256,
}

impl Hash {
    const fn digest(self) -> &'static digest::Algorithm {
        match self {
            Self::Sha1 => &digest::SHA1_FOR_LEGACY_USE_ONLY,
            Self::Sha256 => &digest::SHA256,
        }
    }

    fn hmac(self) -> hmac::Algorithm {
        match self {
            Self::Sha1 => hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY,
            Self::Sha256 => hmac::HMAC_SHA256,
        }
    }

    fn pbkdf2(self) -> pbkdf2::Algorithm {
        match self {
            Self::Sha1 => pbkdf2::PBKDF2_HMAC_SHA1,
            Self::Sha256 => pbkdf2::PBKDF2_HMAC_SHA256,
        }
    }
}

/// What the exchange is bound to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Binding {
    /// Nothing: there is nothing to bind to.
    None,
    /// Nothing, although we could: the server does not offer it. A server that does has been tampered with on the way.
    NotOffered,
    /// The keys of the TLS connection (RFC 9266).
    TlsExporter(Vec<u8>),
    /// The hash of the server's certificate (RFC 5929 section 4).
    TlsServerEndPoint(Vec<u8>),
}

impl Binding {
    fn header(&self) -> &'static str {
        match self {
            Self::None => "n,,",
            Self::NotOffered => "y,,",
            Self::TlsExporter(_) => "p=tls-exporter,,",
            Self::TlsServerEndPoint(_) => "p=tls-server-end-point,,",
        }
    }

    fn data(&self) -> &[u8] {
        match self {
            Self::None | Self::NotOffered => &[],
            Self::TlsExporter(data) | Self::TlsServerEndPoint(data) => data,
        }
    }
}

/// An exchange under way.
pub struct Scram {
    hash: Hash,
    binding: Binding,
    /// The client's first message without the header.
    bare: String,
    nonce: String,
    step: Step,
}

enum Step {
    /// The server is to give nonce, salt and rounds.
    Asked,
    /// The server is to prove itself with this signature.
    Answered(Vec<u8>),
    /// It has.
    Proved,
}

impl Scram {
    /// Begins for `user`, which `SASLprep` has been through.
    pub(super) fn new(hash: Hash, user: &str, nonce: &str, binding: Binding) -> Self {
        let user = user.replace('=', "=3D").replace(',', "=2C");
        Self {
            hash,
            binding,
            bare: format!("n={user},r={nonce}"),
            nonce: nonce.to_owned(),
            step: Step::Asked,
        }
    }

    /// The client's first message.
    pub(super) fn first(&self) -> String {
        format!("{}{}", self.binding.header(), self.bare)
    }

    /// The answer to what the server said: the proof of the client, then nothing once the server has proved itself.
    pub(super) fn answer(&mut self, challenge: &[u8], password: &str) -> Result<String, Broken> {
        let challenge = std::str::from_utf8(challenge).map_err(|_| Broken::Challenge)?;
        if challenge.len() > MAX_MESSAGE {
            return Err(Broken::Challenge);
        }
        match &self.step {
            Step::Asked => {
                let (message, signature) = self.prove(challenge, password)?;
                self.step = Step::Answered(signature);
                Ok(message)
            }
            Step::Answered(signature) => {
                let given = challenge.strip_prefix("v=").ok_or(Broken::Challenge)?;
                let given = given.split(',').next().unwrap_or_default();
                let given = BASE64.decode(given.as_bytes());
                if given.as_deref() != Ok(signature.as_slice()) {
                    return Err(Broken::Proof);
                }
                self.step = Step::Proved;
                Ok(String::new())
            }
            Step::Proved => Err(Broken::Ended),
        }
    }

    /// Whether the server has shown that it knows the password.
    pub(super) const fn is_proved(&self) -> bool {
        matches!(self.step, Step::Proved)
    }

    /// The client's last message, and the signature that the server has to give (RFC 5802 section 3).
    fn prove(&self, challenge: &str, password: &str) -> Result<(String, Vec<u8>), Broken> {
        let ServerFirst {
            nonce,
            salt,
            rounds,
        } = ServerFirst::parse(challenge).ok_or(Broken::Challenge)?;
        // A nonce that does not continue ours belongs to another exchange.
        if !nonce.starts_with(&self.nonce) || nonce.len() == self.nonce.len() {
            return Err(Broken::Challenge);
        }
        let rounds = NonZeroU32::new(rounds)
            .filter(|rounds| rounds.get() <= MAX_ROUNDS)
            .ok_or(Broken::Rounds)?;
        let bound = [self.binding.header().as_bytes(), self.binding.data()].concat();
        let without_proof = format!("c={},r={nonce}", BASE64.encode(&bound));
        let signed = format!("{},{challenge},{without_proof}", self.bare);

        let salted = self.salted(password, &salt, rounds);
        let client_key = Zeroizing::new(self.mac(&salted, b"Client Key"));
        let stored_key = digest::digest(self.hash.digest(), &client_key);
        let client_signature = self.mac(stored_key.as_ref(), signed.as_bytes());
        let pairs = client_key.iter().zip(&client_signature);
        let proof: Vec<u8> = pairs.map(|(key, signature)| key ^ signature).collect();
        let server_key = Zeroizing::new(self.mac(&salted, b"Server Key"));
        let server_signature = self.mac(&server_key, signed.as_bytes());
        let message = format!("{without_proof},p={}", BASE64.encode(&proof));
        Ok((message, server_signature))
    }

    fn salted(&self, password: &str, salt: &[u8], rounds: NonZeroU32) -> Zeroizing<Vec<u8>> {
        let mut salted = Zeroizing::new(vec![0; self.hash.digest().output_len()]);
        pbkdf2::derive(
            self.hash.pbkdf2(),
            rounds,
            salt,
            password.as_bytes(),
            &mut salted,
        );
        salted
    }

    fn mac(&self, key: &[u8], message: &[u8]) -> Vec<u8> {
        let key = hmac::Key::new(self.hash.hmac(), key);
        hmac::sign(&key, message).as_ref().to_vec()
    }
}

/// `r=NONCE,s=SALT,i=ROUNDS` and extensions that may be passed over; `m=` may not.
struct ServerFirst<'a> {
    nonce: &'a str,
    salt: Vec<u8>,
    rounds: u32,
}

impl<'a> ServerFirst<'a> {
    fn parse(message: &'a str) -> Option<Self> {
        let mut fields = message.split(',');
        let nonce = fields.next()?.strip_prefix("r=")?;
        let salt = fields.next()?.strip_prefix("s=")?;
        let rounds = fields.next()?.strip_prefix("i=")?;
        Some(Self {
            nonce,
            salt: BASE64.decode(salt.as_bytes()).ok()?,
            rounds: rounds.parse().ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 5802 section 5.
    #[test]
    fn sha_1_is_as_in_rfc_5802() {
        let nonce = "fyko+d2lbbFgONRv9qkxdawL";
        let mut scram = Scram::new(Hash::Sha1, "user", nonce, Binding::None);
        assert_eq!(scram.first(), "n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL");
        let answer = scram.answer(
            b"r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096",
            "pencil",
        );
        assert_eq!(
            answer.as_deref(),
            Ok(
                "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts="
            )
        );
        let end = scram.answer(b"v=rmF9pqV8S7suAoZWja4dJRkFsKQ=", "pencil");
        assert_eq!(end.as_deref(), Ok(""));
        assert!(scram.is_proved());
    }

    /// RFC 7677 section 3.
    #[test]
    fn sha_256_is_as_in_rfc_7677() {
        let mut scram = Scram::new(Hash::Sha256, "user", "rOprNGfwEbeRWgbNEkqO", Binding::None);
        let answer = scram.answer(
            b"r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
            "pencil",
        );
        assert_eq!(
            answer.as_deref(),
            Ok(
                "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="
            )
        );
        let end = scram.answer(b"v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=", "pencil");
        assert_eq!(end.as_deref(), Ok(""));
        assert!(scram.is_proved());
    }

    #[test]
    fn a_server_that_cannot_prove_itself_is_found_out() {
        let first = b"r=abcdef,s=QSXCR+Q6sek8bf92,i=4096";
        let begun = || {
            let mut scram = Scram::new(Hash::Sha1, "user", "abc", Binding::None);
            scram.answer(first, "pencil").expect("a proof");
            scram
        };
        for wrong in ["v=rmF9pqV8S7suAoZWja4dJRkFsKQ=", "v=", "v=!!!"] {
            let mut scram = begun();
            assert_eq!(scram.answer(wrong.as_bytes(), "pencil"), Err(Broken::Proof));
            assert!(!scram.is_proved());
        }
        assert_eq!(
            begun().answer(b"e=other-error", "pencil"),
            Err(Broken::Challenge)
        );
    }

    #[test]
    fn a_challenge_of_another_exchange_is_refused() {
        let rows: [(&[u8], Broken); 7] = [
            (b"r=xyz,s=QSXCR+Q6sek8bf92,i=4096", Broken::Challenge),
            // The server has to add to the nonce.
            (b"r=abc,s=QSXCR+Q6sek8bf92,i=4096", Broken::Challenge),
            (b"r=abcdef,s=?,i=4096", Broken::Challenge),
            (b"r=abcdef,s=QSXCR+Q6sek8bf92,i=0", Broken::Rounds),
            (b"r=abcdef,s=QSXCR+Q6sek8bf92,i=4000000000", Broken::Rounds),
            (b"m=1,r=abcdef,s=QSXCR+Q6sek8bf92,i=4096", Broken::Challenge),
            (b"\xff", Broken::Challenge),
        ];
        for (challenge, broken) in rows {
            let mut scram = Scram::new(Hash::Sha1, "user", "abc", Binding::None);
            assert_eq!(scram.answer(challenge, "pencil"), Err(broken));
        }
    }

    #[test]
    fn the_binding_is_in_what_is_signed() {
        let bound = Binding::TlsExporter(b"keys".to_vec());
        let mut scram = Scram::new(Hash::Sha256, "a=b,c", "abc", bound);
        assert_eq!(scram.first(), "p=tls-exporter,,n=a=3Db=2Cc,r=abc");
        let answer = scram.answer(b"r=abcdef,s=QSXCR+Q6sek8bf92,i=4096", "pencil");
        let bound = BASE64.encode(b"p=tls-exporter,,keys");
        let answer = answer.expect("a proof");
        assert!(
            answer.starts_with(&format!("c={bound},r=abcdef,p=")),
            "{answer}"
        );
    }
}
