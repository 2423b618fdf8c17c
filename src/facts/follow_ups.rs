//! What came of the questions that are asked only because a check failed, or because the user wants more asked.

use super::{Agreed, Hop, HopAnswer, ProfileId, Tls};
use crate::failure::Trouble;
use crate::service::Security;
use crate::wire::Text;

/// What came of the questions that were asked because a check failed, at most three a check; and of one that the user wants.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FollowUps {
    /// Whether a port that had refused took one more connection, alone, after the other checks had ended.
    pub again: Option<bool>,
    /// Where a reset came from no farther than the first router: what a datagram to the address met there. A router that has
    /// the address itself answers in its name ([`HopAnswer::Replied`]), another one says that the TTL ran out.
    pub at_first_router: Option<HopAnswer>,
    /// The other TLS mode on the same port: implicit TLS where STARTTLS failed, plain where TLS failed.
    pub other_mode: Option<OtherMode>,
    /// Whether the TLS handshake completes when all segments are small (`TCP_MAXSEG` 536).
    pub small_segments: Option<bool>,
    /// What the connection broke off at (the TLS hello, the request for it, the first command), sent with rising TTLs over
    /// connections that stand: who acts on it.
    pub hello_sweep: Option<Vec<Hop>>,
    /// What a hand-made hello for each version brought.
    pub tls_offers: Option<Vec<TlsOffer>>,
    /// What those showed of a session: it takes the place of [`super::Check::tls`], and nothing stays here.
    pub shown: Option<Tls>,
    /// What the port shows where the name is left out of the hello, or put in.
    pub other_name: Option<OtherName>,
    /// Where it was wanted: what comes of a hello as large as newer programs send it. Asked after a handshake that worked.
    pub large_hello: Option<LargeHello>,
}

/// What came of a hello with a share for `X25519MLKEM768`, which is too large for one packet, and of smaller ones behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LargeHello {
    /// How long it was, with the head of its record.
    pub bytes: usize,
    /// What came back. `None` where the question could not be put: a second connection did not come as far as TLS, or the time
    /// was up.
    pub answer: Option<HelloAnswer>,
    /// Where nothing came back: whether a part of it was never acknowledged. `None` where the system does not tell.
    pub lost: Option<bool>,
    /// Where it was not taken: whether the same without that share, and so in one packet, is answered.
    pub smaller: Option<bool>,
    /// Where that is not answered either: whether one that does not name the group is.
    pub without_group: Option<bool>,
    /// Where a part of it was lost: whether it is answered in segments of 536 bytes.
    pub small_segments: Option<bool>,
}

impl LargeHello {
    /// Whether it is taken. `None` where nothing says that it was the hello.
    pub fn is_taken(&self) -> Option<bool> {
        match self.answer? {
            HelloAnswer::Chosen { .. } => Some(true),
            _ if self.smaller == Some(true) || self.without_group == Some(true) => Some(false),
            _ => None,
        }
    }
}

/// What comes back when a hello has been sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelloAnswer {
    /// The server goes on, or asks for another hello.
    Chosen {
        /// The group of the key exchange, as numbered by IANA. None where the server did not come to it.
        group: Option<u16>,
    },
    /// It refuses with an alert.
    Alert(u8),
    /// The connection is closed.
    Closed,
    /// The connection is cut off.
    Reset,
    /// Nothing, for so many seconds.
    Silence(u64),
    /// Something that is not TLS.
    NotTls,
}

/// A second handshake on the same port, with another name in the hello (SNI, RFC 6066 section 3).
#[derive(Clone, Debug, PartialEq)]
pub struct OtherName {
    /// The name that was sent. `None` where it was left out, having been sent before.
    pub sent: Option<String>,
    /// The session, its chain held against the name that was sent or would have been; or what it ran into.
    pub outcome: Result<Tls, Trouble>,
}

/// What the other TLS mode brought on a second connection.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherMode {
    /// The mode tried.
    pub security: Security,
    /// The server's first words in it, or what it ran into.
    pub outcome: Result<Vec<Text>, Trouble>,
    /// Without TLS: whether the server offers STARTTLS. `None` where it was not asked or did not say.
    pub starttls: Option<bool>,
}

/// What a server answers to a hello for one TLS version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TlsOffer {
    /// The version offered, as on the wire: 0x0301 is TLS 1.0.
    pub version: u16,
    /// The program whose hello it was; none where everything was offered.
    pub profile: Option<ProfileId>,
    /// The version and cipher suite chosen, or the alert.
    pub answer: TlsAnswer,
    /// What else the server agreed to.
    pub agreed: Option<Agreed>,
}

/// The first thing that a server says to a TLS hello.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TlsAnswer {
    /// It goes on with this version and suite, as numbered by IANA.
    Chosen {
        /// Version on the wire.
        version: u16,
        /// Cipher suite.
        suite: u16,
    },
    /// It refuses with an alert.
    Alert(u8),
    /// It hangs up, is silent, or says something that is not TLS.
    Nothing,
}
