//! What the client says in each round, whichever mechanism it is.

use zeroize::Zeroizing;

use super::Attempt;
use crate::facts::Method;
use crate::net;
use crate::sasl::{self, Binding, Broken, Credentials, Mechanism};
use crate::wire::Text;

/// The rounds of one attempt.
pub(super) enum Rounds<'a> {
    /// A mechanism that takes a password.
    Password(sasl::Exchange<'a>),
    /// A mechanism that takes a token.
    Token(Token),
}

/// A token is given once. What the server asks for afterwards is the receipt of its complaint.
pub(super) struct Token {
    message: Zeroizing<Vec<u8>>,
    /// What asks for the real refusal, once the server has said what is wrong: nothing for XOAUTH2, a single control-A
    /// for OAUTHBEARER (RFC 7628 section 3.2.3).
    receipt: &'static [u8],
    /// What the server said of the token.
    complaint: Option<String>,
}

impl<'a> Rounds<'a> {
    /// Begins a mechanism; `None` where `method` is none, or where it needs a random number and there is none.
    pub(super) fn begin(
        attempt: &'a Attempt<'_>,
        method: Method,
        offered: &[String],
        binding: &Binding,
    ) -> Option<Self> {
        let credentials = &attempt.credentials;
        match method {
            Method::Sasl(mechanism) => {
                let binding = bound(mechanism, offered, binding);
                // TLS has had random numbers of this system a moment ago.
                let nonce = net::unique()?;
                let exchange = sasl::Exchange::new(mechanism, credentials, &nonce, &binding);
                Some(Self::Password(exchange))
            }
            Method::XOAuth2 => Some(Self::Token(Token {
                message: sasl::xoauth2(credentials),
                receipt: b"",
                complaint: None,
            })),
            Method::OAuthBearer => Some(Self::Token(Token {
                message: bearer(attempt, credentials),
                receipt: b"\x01",
                complaint: None,
            })),
            Method::ImapLogin | Method::UserPass | Method::Apop => None,
        }
    }

    /// What the client begins with, where the mechanism lets it.
    pub(super) fn first(&self) -> Option<Zeroizing<Vec<u8>>> {
        match self {
            Self::Password(exchange) => exchange.first(),
            Self::Token(token) => Some(token.message.clone()),
        }
    }

    /// The answer to a challenge, once the first message has been said.
    pub(super) fn answer(&mut self, challenge: &[u8]) -> Result<Zeroizing<Vec<u8>>, Broken> {
        match self {
            Self::Password(exchange) => exchange.answer(challenge),
            Self::Token(token) => token.answer(challenge),
        }
    }

    /// Whether the server has proved what it has to.
    pub(super) fn is_proved(&self) -> bool {
        match self {
            Self::Password(exchange) => exchange.is_proved(),
            Self::Token(_) => true,
        }
    }

    /// What the server said of the token.
    pub(super) fn complaint(self) -> Option<String> {
        match self {
            Self::Password(_) => None,
            Self::Token(token) => token.complaint,
        }
    }
}

impl Token {
    fn answer(&mut self, challenge: &[u8]) -> Result<Zeroizing<Vec<u8>>, Broken> {
        if self.complaint.is_some() {
            return Err(Broken::Ended);
        }
        let complaint = Text::from(&challenge[..challenge.len().min(MAX_COMPLAINT)]);
        self.complaint = Some(complaint.to_lossy().into_owned());
        Ok(Zeroizing::new(self.receipt.to_vec()))
    }
}

/// The complaint is a JSON object of three members.
const MAX_COMPLAINT: usize = 1024;

fn bearer(attempt: &Attempt<'_>, credentials: &Credentials) -> Zeroizing<Vec<u8>> {
    let port = attempt.opening.check.endpoint.port;
    sasl::oauthbearer(credentials, attempt.opening.server_name, port)
}

/// What the exchange is bound to. A client that could bind says so where the server does not offer it: one that did, and
/// whose offer was taken away on the way, will notice (RFC 5802 section 6).
fn bound(mechanism: Mechanism, offered: &[String], binding: &Binding) -> Binding {
    let offers_it = offered
        .iter()
        .any(|one| one.to_ascii_uppercase().ends_with("-PLUS"));
    match binding {
        Binding::None => Binding::None,
        binding if mechanism.is_bound() => binding.clone(),
        _ if offers_it => Binding::None,
        _ => Binding::NotOffered,
    }
}
