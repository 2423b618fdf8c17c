//! What a mail domain says of the protection of its mail: MTA-STS (RFC 8461) and TLSRPT (RFC 8460), as it came.

use super::Lookup;
use crate::failure::{CertificateProblem, ResolveTrouble, Stage, Trouble};

/// What was asked about the protection of a domain's mail, and what came.
#[derive(Clone, Debug, PartialEq)]
pub struct MailPolicy {
    /// The TXT records of `_mta-sts.DOMAIN`, of whatever matter.
    pub record: Lookup<Vec<String>>,
    /// The TXT records of `_mta_sts.DOMAIN`, where nobody looks; asked for where the right name has none.
    pub misplaced: Vec<String>,
    /// What came of asking for the policy. `None` = not asked.
    pub answer: Option<PolicyAnswer>,
    /// The TXT records of `_smtp._tls.DOMAIN`.
    pub reports: Lookup<Vec<String>>,
}

/// What came of asking for `https://mta-sts.DOMAIN/.well-known/mta-sts.txt`.
#[derive(Clone, Debug, PartialEq)]
pub enum PolicyAnswer {
    /// `mta-sts.DOMAIN` does not exist or has no address.
    NoHost,
    /// It could not be looked up.
    Unresolved(ResolveTrouble),
    /// There is no answer: the connection, the handshake, or the time for the document.
    Failed {
        /// Where: [`Stage::Connect`], [`Stage::Tls`], or later for a connection that stood.
        stage: Stage,
        /// What stood in the way.
        trouble: Trouble,
    },
    /// What came was no HTTP, or broke off.
    NotHttp,
    /// The certificate is not for `mta-sts.DOMAIN`, or not of an authority that is known: nothing behind it counts.
    Untrusted(Vec<CertificateProblem>),
    /// It would have sent us elsewhere, which senders do not follow (RFC 8461 section 3.3).
    Redirect(String),
    /// Another status than 200.
    Status(u16),
    /// A document.
    Document {
        /// Its media type, as the server has it.
        media_type: Option<String>,
        /// The bytes, up to a little more than senders read.
        body: Vec<u8>,
    },
}

impl PolicyAnswer {
    /// The name in the JSON output.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::NoHost => "no-host",
            Self::Unresolved(_) => "unresolved",
            Self::Failed { .. } => "failed",
            Self::NotHttp => "not-http",
            Self::Untrusted(_) => "untrusted",
            Self::Redirect(_) => "redirect",
            Self::Status(_) => "status",
            Self::Document { .. } => "document",
        }
    }
}
