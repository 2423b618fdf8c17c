//! What was seen. Plain data: no library's types, no judgement, no sentences.
//!
//! Every question has its place. `None` means not asked; what was asked and failed is kept as what it was.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use crate::codes::Os;
use crate::failure::{CertificateProblem, Failure, OsError, ResolveTrouble, Stage};
use crate::service::Endpoint;
use crate::target::Target;
use crate::wire::Text;

/// Everything that was seen of one target.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// What was asked.
    pub target: Target,
    /// How the target was read.
    pub reading: Reading,
    /// From where it was seen.
    pub vantage: Vantage,
    /// The machine's clock at the start, Unix time in seconds.
    pub started_at: i64,
    /// Every DNS exchange, in the order in which they ended.
    pub dns: Vec<DnsExchange>,
    /// The mail exchangers, where they were asked for.
    pub mx: Option<Lookup<Vec<Mx>>>,
    /// The hosts: one for a host target, one for each mail exchanger of a domain.
    pub hosts: Vec<HostFacts>,
    /// The checks, host by host, service by service, address by address. A check's id is its place in this list.
    pub checks: Vec<Check>,
}

/// How the target was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// A host and its services.
    Host,
    /// One service of a host.
    Service,
    /// A mail domain: every mail exchanger on port 25.
    Domain,
}

/// From where the network was seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Vantage {
    /// The operating system.
    pub os: Os,
    /// The resolvers, in the order in which they are asked.
    pub resolvers: Vec<SocketAddr>,
    /// Whether a route to the IPv4 internet exists: the system finds a source address for it.
    pub ipv4: bool,
    /// The same for IPv6.
    pub ipv6: bool,
    /// The proxies that the environment names, without user and password.
    pub proxies: Vec<String>,
}

/// The result of a lookup: asked, and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Lookup<T> {
    /// An answer.
    Found(T),
    /// No answer.
    Failed(ResolveTrouble),
}

impl<T> Lookup<T> {
    /// The answer.
    pub fn found(&self) -> Option<&T> {
        match self {
            Self::Found(value) => Some(value),
            Self::Failed(_) => None,
        }
    }

    /// What stood in the way.
    pub fn trouble(&self) -> Option<&ResolveTrouble> {
        match self {
            Self::Found(_) => None,
            Self::Failed(trouble) => Some(trouble),
        }
    }
}

/// A mail exchanger of a domain (RFC 5321 section 5.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mx {
    /// Lower is asked first.
    pub preference: u16,
    /// The host, without the final dot; empty for the null MX of RFC 7505.
    pub exchange: String,
}

/// A host and its addresses.
#[derive(Clone, Debug, PartialEq)]
pub struct HostFacts {
    /// The name in DNS form, or the address as text.
    pub name: String,
    /// The name as people read it.
    pub display: String,
    /// The preference of the MX record that named it.
    pub preference: Option<u16>,
    /// Where the addresses come from.
    pub source: AddressSource,
    /// The chain of aliases (CNAME) that was followed, without the first name.
    pub aliases: Vec<String>,
    /// Addresses of the A records. `None` = not asked.
    pub ipv4: Option<Lookup<Vec<Ipv4Addr>>>,
    /// Addresses of the AAAA records.
    pub ipv6: Option<Lookup<Vec<Ipv6Addr>>>,
    /// Where the name does not exist: a name that is nearly the same, and does.
    pub suggestion: Option<String>,
}

impl HostFacts {
    /// Every address that was found, IPv4 first.
    pub fn addresses(&self) -> Vec<IpAddr> {
        let v4 = self
            .ipv4
            .iter()
            .filter_map(Lookup::found)
            .flatten()
            .copied()
            .map(IpAddr::V4);
        let v6 = self
            .ipv6
            .iter()
            .filter_map(Lookup::found)
            .flatten()
            .copied()
            .map(IpAddr::V6);
        v4.chain(v6).collect()
    }
}

/// Where addresses come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressSource {
    /// The user typed it.
    Literal,
    /// `--connect-to` gave it.
    ConnectTo,
    /// The hosts file of this machine has the name, so the DNS was not asked.
    HostsFile,
    /// The DNS.
    Dns,
}

/// One question to one server, and what came back.
#[derive(Clone, Debug, PartialEq)]
pub struct DnsExchange {
    /// The name asked for, without the final dot.
    pub name: String,
    /// The type asked for.
    pub kind: RecordKind,
    /// Whether the CD bit was set: the resolver was asked not to validate (RFC 4035 section 3.2.2).
    pub checking_disabled: bool,
    /// Who was asked.
    pub server: SocketAddr,
    /// Over what.
    pub transport: Transport,
    /// How long it took.
    pub elapsed: Duration,
    /// What came back.
    pub outcome: DnsOutcome,
}

/// The types of record that mailcheck asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecordKind {
    /// IPv4 address.
    A,
    /// IPv6 address.
    Aaaa,
    /// Mail exchanger.
    Mx,
    /// Certificate association for DANE (RFC 6698).
    Tlsa,
}

impl RecordKind {
    /// The mnemonic of the IANA registry.
    pub const fn name(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::Aaaa => "AAAA",
            Self::Mx => "MX",
            Self::Tlsa => "TLSA",
        }
    }
}

/// What a DNS message travels on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Transport {
    /// A datagram.
    Udp,
    /// A stream, after a truncated answer.
    Tcp,
}

/// What came of one question to one server.
#[derive(Clone, Debug, PartialEq)]
pub enum DnsOutcome {
    /// A DNS message, whatever it says.
    Reply(DnsReply),
    /// Nothing within the time.
    Timeout,
    /// The system's error: a closed port, no route.
    Os(OsError),
    /// Bytes that are no DNS message, or none that answers the question.
    Malformed,
}

/// A DNS message.
#[derive(Clone, Debug, PartialEq)]
pub struct DnsReply {
    /// The response code, with the extended bits (RFC 6891).
    pub rcode: u16,
    /// The AA bit.
    pub authoritative: bool,
    /// The AD bit: the resolver says that it validated the answer.
    pub authenticated: bool,
    /// The TC bit.
    pub truncated: bool,
    /// The answer section.
    pub answers: Vec<DnsRecord>,
    /// Extended DNS errors (RFC 8914): code and text.
    pub extended_errors: Vec<(u16, Text)>,
}

/// A record of the answer section.
#[derive(Clone, Debug, PartialEq)]
pub struct DnsRecord {
    /// The owner, without the final dot, in lower case.
    pub name: String,
    /// Seconds.
    pub ttl: u32,
    /// What it says.
    pub data: RecordData,
}

/// What a record says.
#[derive(Clone, Debug, PartialEq)]
pub enum RecordData {
    /// IPv4 address.
    A(Ipv4Addr),
    /// IPv6 address.
    Aaaa(Ipv6Addr),
    /// The owner is another name for this one.
    Cname(String),
    /// Mail exchanger.
    Mx(Mx),
    /// Certificate association: usage, selector, matching type, data (RFC 6698 section 2).
    Tlsa(u8, u8, u8, Vec<u8>),
    /// Another type, by its mnemonic or number.
    Other(String),
}

/// One service at one address of a host.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// The place of the host in [`Facts::hosts`].
    pub host: usize,
    /// What was to be spoken, and on which port.
    pub endpoint: Endpoint,
    /// A sibling port tried only as evidence; it never touches the verdict.
    pub context: bool,
    /// Where. `None` where the host has no address to go to.
    pub address: Option<IpAddr>,
    /// Nothing was tried: this machine has no way to this family of addresses, and another address can be reached.
    pub skipped: bool,
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
    /// The TLS session.
    pub tls: Option<Tls>,
    /// What was said, line by line.
    pub dialogue: Vec<Line>,
    /// What ended the check early. At most one.
    pub failure: Option<Failure>,
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
            local: None,
            steps: Vec::new(),
            greeting: None,
            capabilities: None,
            capabilities_before_tls: None,
            auth_mechanisms: Vec::new(),
            helo_fallback: false,
            starttls_reply: None,
            early_bytes: None,
            tls: None,
            dialogue: Vec::new(),
            failure: None,
        }
    }

    /// Whether everything that was asked worked.
    pub fn is_ok(&self) -> bool {
        self.failure.is_none() && !self.steps.is_empty()
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

/// The server's first words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Greeting {
    /// As received, a line each, without the line ends.
    pub lines: Vec<Text>,
    /// IMAP PREAUTH: the session is logged in already, and STARTTLS is forbidden (RFC 9051 section 7.1.4).
    pub preauthenticated: bool,
}

/// A TLS session.
#[derive(Clone, Debug, PartialEq)]
pub struct Tls {
    /// The name that was asked for (SNI) and that the certificate must have.
    pub server_name: String,
    /// "TLSv1.3". `None` where the handshake did not come so far.
    pub version: Option<String>,
    /// The IANA name.
    pub cipher_suite: Option<String>,
    /// "X25519".
    pub key_exchange: Option<String>,
    /// The chain as sent, the server's own first. At most 16 are kept.
    pub certificates: Vec<Certificate>,
    /// Every problem of the chain; empty where it is trusted.
    pub problems: Vec<CertificateProblem>,
    /// The server asked this client for a certificate.
    pub client_certificate_requested: bool,
}

impl Tls {
    /// Whether the chain leads to a trusted root and fits the name.
    pub fn is_trusted(&self) -> bool {
        self.problems.is_empty() && !self.certificates.is_empty()
    }
}

/// A certificate, as far as it could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Distinguished name, RFC 4514 order as the certificate has it.
    pub subject: String,
    /// Distinguished name.
    pub issuer: String,
    /// Subject alternative names: DNS names and addresses.
    pub names: Vec<String>,
    /// Unix time in seconds.
    pub not_before: i64,
    /// Unix time in seconds.
    pub not_after: i64,
    /// Hexadecimal, as in the certificate.
    pub serial: String,
    /// Of the DER, hexadecimal.
    pub sha256: String,
    /// "RSA 2048", "ECDSA P-256".
    pub key: String,
    /// "SHA-256 with RSA", or the object identifier.
    pub signature: String,
    /// The DER itself, for DANE and for whoever wants more.
    pub der: Vec<u8>,
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
