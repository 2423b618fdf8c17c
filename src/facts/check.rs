//! A check: one service at one address, with what was said there.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use super::{FollowUps, Route, TcpState, Tls};
use crate::failure::{Failure, Stage};
use crate::service::Endpoint;
use crate::wire::Text;

/// One service at one address of a host.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// The place of the host in [`super::Facts::hosts`].
    pub host: usize,
    /// What was to be spoken, and on which port.
    pub endpoint: Endpoint,
    /// A sibling port tried only as evidence; it never touches the verdict.
    pub context: bool,
    /// Where. `None` where the host has no address to go to, and where a proxy looks it up.
    pub address: Option<IpAddr>,
    /// Nothing was tried: this machine has no way to this family of addresses, and another address can be reached; the
    /// address is nobody's server; or somebody is left in peace ([`super::Facts::rest`]).
    pub skipped: bool,
    /// It was made for another target of the run, whose name leads to the same address; the certificate is judged for
    /// this one's, and of a failed one all was asked there that a failure calls for.
    pub shared: bool,
    /// Our end of the connection.
    pub local: Option<SocketAddr>,
    /// What was done, in order.
    pub steps: Vec<Step>,
    /// The server's first words.
    pub greeting: Option<Greeting>,
    /// What the server offers, at last: after TLS where TLS came about. Words as the server said them.
    pub capabilities: Option<Vec<Text>>,
    /// What it had offered before TLS.
    pub capabilities_before_tls: Option<Vec<Text>>,
    /// SASL mechanisms of the last list, in the order of the server.
    pub auth_mechanisms: Vec<String>,
    /// EHLO was unknown to the server, and HELO was taken instead.
    pub helo_fallback: bool,
    /// The answer to STARTTLS or STLS.
    pub starttls_reply: Option<Vec<Text>>,
    /// Bytes that came behind the answer to STARTTLS, before TLS: they could have been put there by anybody on the way.
    pub early_bytes: Option<Text>,
    /// What the server said without being asked, apart from its answers. A few of each are kept.
    pub unasked: Vec<Unasked>,
    /// The refusal of EHLO, where HELO was taken in its place.
    pub ehlo_refusal: Option<Vec<Text>>,
    /// What came when no greeting had come in time and the connection was given up: the answer to one command, said to
    /// hear whether the server waits for its client to begin.
    pub after_silence: Option<Text>,
    /// The TLS session.
    pub tls: Option<Tls>,
    /// What was said, line by line.
    pub dialogue: Vec<Line>,
    /// What ended the check early. At most one.
    pub failure: Option<Failure>,
    /// What the kernel knew of the connection at its end, or when it failed.
    pub tcp: Option<TcpState>,
    /// The first step of the way, asked of the system after a connect that failed. `None` = not asked (Linux, whose
    /// errors say by themselves whose they are), or not told.
    pub route: Option<Route>,
    /// The other end of the connection is on this machine, by its own table of connections, though the address is not.
    /// Looked up where it stood sooner than a router answers.
    pub ends_here: bool,
    /// What was asked because it failed.
    pub follow_ups: FollowUps,
}

impl Check {
    /// A check of which nothing has been done.
    pub fn new(host: usize, endpoint: Endpoint, address: Option<IpAddr>) -> Self {
        Self {
            host,
            endpoint,
            context: false,
            address,
            skipped: false,
            shared: false,
            local: None,
            steps: Vec::new(),
            greeting: None,
            capabilities: None,
            capabilities_before_tls: None,
            auth_mechanisms: Vec::new(),
            helo_fallback: false,
            starttls_reply: None,
            early_bytes: None,
            unasked: Vec::new(),
            ehlo_refusal: None,
            after_silence: None,
            tls: None,
            dialogue: Vec::new(),
            failure: None,
            tcp: None,
            route: None,
            ends_here: false,
            follow_ups: FollowUps::default(),
        }
    }

    /// Whether everything that was asked worked.
    pub fn is_ok(&self) -> bool {
        self.failure.is_none() && !self.steps.is_empty()
    }

    /// Whether there is a place to go to: an address, or a name that a proxy has looked up.
    pub fn is_placed(&self) -> bool {
        self.address.is_some() || !self.steps.is_empty()
    }

    /// The step of a stage; of the last where a stage came twice (capabilities before and after TLS).
    pub fn step(&self, stage: Stage) -> Option<&Step> {
        self.steps.iter().rev().find(|step| step.stage == stage)
    }
}

/// One stage of one check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which.
    pub stage: Stage,
    /// When it began, from the start of the run.
    pub at: Duration,
    /// How long it took.
    pub elapsed: Duration,
    /// Whether it came to its end.
    pub ok: bool,
}

/// What a server said without being asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unasked {
    /// What it is.
    pub kind: UnaskedKind,
    /// As it came, without the last line end.
    pub text: Text,
}

/// What was said without being asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnaskedKind {
    /// A reply to a command that nobody gave.
    Reply,
    /// An empty line where a reply begins.
    EmptyLine,
    /// IMAP: untagged data about a mailbox, before anybody logged in.
    MailboxData,
}

/// The server's first words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Greeting {
    /// As received, a line each, without the line ends.
    pub lines: Vec<Text>,
    /// It came in many small pieces over seconds, as tarpits send it.
    pub dripped: bool,
    /// IMAP PREAUTH: the session is logged in already, and STARTTLS is forbidden (RFC 9051 section 7.1.4).
    pub preauthenticated: bool,
}

/// A line of the dialogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Who said it.
    pub direction: Direction,
    /// From the start of the check.
    pub at: Duration,
    /// Whether it went through TLS.
    pub under_tls: bool,
    /// Without the line end.
    pub text: Text,
}

/// Who said a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// mailcheck.
    Sent,
    /// The server.
    Received,
}
