//! Exchanges with DNS servers, as they were.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use super::{Mx, Srv};
use crate::failure::OsError;
use crate::wire::Text;

/// One question to one server, and what came back.
#[derive(Clone, Debug, PartialEq)]
pub struct DnsExchange {
    /// The name asked for, without the final dot.
    pub name: String,
    /// The type asked for.
    pub kind: RecordKind,
    /// Whether the CD bit was set: the resolver was asked not to validate (RFC 4035 section 3.2.2).
    pub checking_disabled: bool,
    /// Whether the question carried EDNS (RFC 6891), and with it the wish for signatures.
    pub edns: bool,
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
    /// The digest of a child zone's key (RFC 4034).
    Ds,
    /// A zone's key (RFC 4034).
    Dnskey,
    /// A zone's name servers: whether a zone begins at the name.
    Ns,
    /// Where a service of a domain is (RFC 2782).
    Srv,
    /// Text, by which domains publish policies.
    Txt,
    /// The name of an address (RFC 1035 section 3.5).
    Ptr,
}

impl RecordKind {
    /// The mnemonic of the IANA registry.
    pub const fn name(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::Aaaa => "AAAA",
            Self::Mx => "MX",
            Self::Tlsa => "TLSA",
            Self::Ds => "DS",
            Self::Dnskey => "DNSKEY",
            Self::Ns => "NS",
            Self::Srv => "SRV",
            Self::Txt => "TXT",
            Self::Ptr => "PTR",
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
    /// Nothing within the time that the exchange took: to the end of the lookup, or until another server had answered.
    Timeout,
    /// The system's error: a closed port, no route.
    Os(OsError),
    /// Bytes that are no DNS message, or none that answers the question.
    Malformed,
}

/// A DNS message.
#[expect(clippy::struct_excessive_bools, reason = "they are bits of its header")]
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
    /// Whether a signature (RRSIG) came with it, for an answer or for the word that there is none.
    pub signed: bool,
    /// The answer section.
    pub answers: Vec<DnsRecord>,
    /// The zone that says that there is nothing, without the final dot: the owner of the SOA record (RFC 2308 section 2).
    pub denied_by: Option<String>,
    /// Extended DNS errors (RFC 8914): code and text.
    pub extended_errors: Vec<(u16, Text)>,
    /// What the answer and what stands beside it hold of DNSSEC. Empty where signatures were not what was asked about.
    pub links: Vec<Link>,
}

/// A part of the chain of signatures (RFC 4034), as far as it tells why one does not hold. Names are without the final dot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// A signature (RRSIG).
    Signature {
        /// Whose records are signed.
        owner: String,
        /// Of which type they are.
        covers: String,
        /// How, as numbered by IANA.
        algorithm: u8,
        /// With which key.
        key_tag: u16,
        /// The zone whose key it is.
        signer: String,
        /// Unix time in seconds.
        from: i64,
        /// Unix time in seconds.
        until: i64,
    },
    /// A key of a zone (DNSKEY).
    Key {
        /// The zone.
        owner: String,
        /// As numbered by IANA.
        algorithm: u8,
        /// Its tag.
        key_tag: u16,
        /// What a zone above would publish of it: the type of the digest, and the digest.
        digests: Vec<(u8, Vec<u8>)>,
    },
    /// What the zone above publishes of a key (DS).
    Digest {
        /// The zone of the key.
        owner: String,
        /// As numbered by IANA.
        algorithm: u8,
        /// The tag of the key.
        key_tag: u16,
        /// The type of the digest.
        kind: u8,
        /// The digest.
        digest: Vec<u8>,
    },
    /// A proof that something is not there (NSEC, NSEC3).
    Denial {
        /// Where it stands.
        owner: String,
    },
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
    /// Where a service is.
    Srv(Srv),
    /// Text: its strings one behind the other, as those who publish policies mean them.
    Txt(Vec<u8>),
    /// The name of an address.
    Ptr(String),
    /// Another type, by its mnemonic or number.
    Other(String),
}

impl RecordData {
    /// The address, where it is one.
    pub fn address(&self) -> Option<IpAddr> {
        match self {
            Self::A(address) => Some((*address).into()),
            Self::Aaaa(address) => Some((*address).into()),
            Self::Cname(_)
            | Self::Mx(_)
            | Self::Tlsa(..)
            | Self::Srv(_)
            | Self::Txt(_)
            | Self::Ptr(_)
            | Self::Other(_) => None,
        }
    }

    /// Where a service is, where it says so.
    pub fn srv(self) -> Option<Srv> {
        match self {
            Self::Srv(srv) => Some(srv),
            Self::A(_)
            | Self::Aaaa(_)
            | Self::Cname(_)
            | Self::Mx(_)
            | Self::Tlsa(..)
            | Self::Txt(_)
            | Self::Ptr(_)
            | Self::Other(_) => None,
        }
    }
}
