//! DNS messages: hickory reads and writes them, plain data goes out.

use hickory_proto::dnssec::rdata::{DNSKEY, DNSSECRData};
use hickory_proto::dnssec::{DigestType, Proof, PublicKey};
use hickory_proto::op::{Edns, Message, OpCode, Query, ResponseCode};
use hickory_proto::rr::rdata::opt::{EdnsCode, EdnsOption};
use hickory_proto::rr::{DNSClass, Name, RData, Record, RecordType};

use crate::facts::{DnsRecord, DnsReply, Link, Mx, RecordData, RecordKind, Srv};
use crate::wire::Text;

/// What fits into every path without fragments: the size of the DNS flag day of 2020.
const UDP_PAYLOAD: u16 = 1232;
/// The EDNS option of RFC 8914.
const EXTENDED_ERROR: EdnsCode = EdnsCode::Unknown(15);
/// Kept of one reply.
const RECORDS_MAX: usize = 128;
/// Kept of one reply.
const EXTENDED_ERRORS_MAX: usize = 8;
/// Bytes of a TXT record that are kept; a policy has some hundred.
const TEXT_MAX: usize = 4096;
/// Bytes kept of the text of an extended error.
const EXTENDED_TEXT_MAX: usize = 1024;

/// A question on its way.
pub(super) struct Sent {
    /// The random number that the answer must repeat.
    id: u16,
    query: Query,
    /// The message as it goes out.
    pub(super) bytes: Vec<u8>,
}

/// What a packet from the server is to the question.
pub(super) enum Read {
    /// Its answer.
    Reply(Message),
    /// Its answer by the number, and no DNS message.
    Broken,
    /// Something else.
    Stranger,
}

impl Sent {
    /// Writes the question, with a new number. The DO bit asks for what DNSSEC knows (RFC 3225); a server that does
    /// not understand EDNS is asked again without.
    pub(super) fn new(query: &Query, checking_disabled: bool, edns: bool) -> Option<Self> {
        let mut message = Message::query();
        message.metadata.recursion_desired = true;
        message.metadata.checking_disabled = checking_disabled;
        message.add_query(query.clone());
        if edns {
            let mut options = Edns::new();
            options.set_max_payload(UDP_PAYLOAD).set_dnssec_ok(true);
            message.set_edns(options);
        }
        Some(Self {
            id: message.metadata.id,
            query: query.clone(),
            bytes: message.to_vec().ok()?,
        })
    }

    /// Reads a packet.
    pub(super) fn read(&self, bytes: &[u8]) -> Read {
        let [id_high, id_low, flags_high, flags_low, ..] = *bytes else {
            return Read::Stranger;
        };
        let is_reply = flags_high & 0x80 != 0;
        if u16::from_be_bytes([id_high, id_low]) != self.id || !is_reply {
            return Read::Stranger;
        }
        match Message::from_vec(bytes) {
            Ok(message) if self.is_answered_by(&message) => Read::Reply(message),
            Ok(_) => Read::Stranger,
            // Some servers and boxes cut in the middle of a record. TCP will have all of it.
            Err(_) if flags_high & 0x02 != 0 => {
                let code = ResponseCode::from(0, flags_low & 0x0f);
                let mut message = Message::error_msg(self.id, OpCode::Query, code);
                message.metadata.truncation = true;
                Read::Reply(message)
            }
            Err(_) => Read::Broken,
        }
    }

    /// Whether the message repeats the question. An error may leave it out: that is how servers without EDNS say so.
    fn is_answered_by(&self, message: &Message) -> bool {
        match message.queries.as_slice() {
            [] => !is_answer_code(message.metadata.response_code),
            [query] => {
                query.name == self.query.name
                    && query.query_type == self.query.query_type
                    && query.query_class == self.query.query_class
            }
            [_, _, ..] => false,
        }
    }
}

/// The question for `name`, as hickory has it.
pub(super) fn query(name: Name, kind: RecordKind) -> Query {
    Query::query(name, record_type(kind))
}

/// A name as typed, absolute. `None` where it cannot be a DNS name.
pub(super) fn absolute(name: &str) -> Option<Name> {
    let mut name = Name::from_ascii(name).ok()?;
    name.set_fqdn(true);
    // A name of 256 bytes can be built and cannot be sent.
    (name.len() <= 255).then_some(name)
}

/// NOERROR and NXDOMAIN say what there is. Everything else says that the server did not do its work.
pub(super) fn is_answer_code(code: ResponseCode) -> bool {
    matches!(code, ResponseCode::NoError | ResponseCode::NXDomain)
}

/// Whether the server understands no EDNS (RFC 6891 sections 6.1.3 and 7).
pub(super) fn wants_no_edns(message: &Message) -> bool {
    // hickory reads 16, which two errors have, as the other one.
    const BADVERS: u16 = 16;
    let code = message.metadata.response_code;
    matches!(code, ResponseCode::FormErr | ResponseCode::NotImp) || u16::from(code) == BADVERS
}

/// Whether the failure may be for EDNS: a server or router that does not know it answers with one of these codes (RFC 8906
/// section 3.2), and one that explains itself in EDNS does know it.
pub(super) fn may_dislike_edns(message: &Message) -> bool {
    let code = message.metadata.response_code;
    wants_no_edns(message)
        || matches!(code, ResponseCode::ServFail | ResponseCode::Refused)
            && extended_errors(message).is_empty()
}

/// An empty answer of a server that neither owns the name nor asks others: it has not looked.
pub(super) fn is_referral(message: &Message) -> bool {
    message.metadata.response_code == ResponseCode::NoError
        && message.answers.is_empty()
        && !message.metadata.authoritative
        && !message.metadata.recursion_available
        && !is_negative(message)
}

/// Whether the message says that there is nothing more (RFC 2308 section 2).
pub(super) fn is_negative(message: &Message) -> bool {
    let mut authorities = message.authorities.iter();
    authorities.any(|record| record.record_type() == RecordType::SOA)
}

/// What the records of `name` and `kind` say.
pub(super) fn data_of(message: &Message, name: &Name, kind: RecordKind) -> Vec<RecordData> {
    let wanted = records_of(message, name, record_type(kind));
    wanted.take(RECORDS_MAX).map(record_data).collect()
}

/// The name for which `name` is an alias.
pub(super) fn alias_of<'a>(message: &'a Message, name: &Name) -> Option<&'a Name> {
    records_of(message, name, RecordType::CNAME).find_map(|record| match &record.data {
        RData::CNAME(target) => Some(&target.0),
        _ => None,
    })
}

/// Whether validation found every record of `name`, the wanted ones or the alias, to be signed by a chain of keys.
pub(super) fn is_secure(message: &Message, name: &Name, kind: RecordKind) -> bool {
    let wanted = records_of(message, name, record_type(kind));
    let aliases = records_of(message, name, RecordType::CNAME);
    let mut all = wanted.chain(aliases);
    all.all(|record| record.proof == Proof::Secure)
}

/// The message as plain data.
pub(super) fn plain(message: &Message, with_links: bool) -> DnsReply {
    DnsReply {
        rcode: message.metadata.response_code.into(),
        authoritative: message.metadata.authoritative,
        authenticated: message.metadata.authentic_data,
        truncated: message.metadata.truncation,
        signed: is_signed(message),
        answers: message
            .answers
            .iter()
            .take(RECORDS_MAX)
            .map(plain_record)
            .collect(),
        denied_by: denied_by(message),
        extended_errors: extended_errors(message),
        links: if with_links {
            links(message)
        } else {
            Vec::new()
        },
    }
}

/// The zone that says that there is nothing.
fn denied_by(message: &Message) -> Option<String> {
    let mut authorities = message.authorities.iter();
    let zone = authorities.find(|record| record.record_type() == RecordType::SOA)?;
    Some(name_text(&zone.name))
}

/// What the message holds of the chain of signatures.
fn links(message: &Message) -> Vec<Link> {
    let records = message.answers.iter().chain(&message.authorities);
    records.take(RECORDS_MAX).filter_map(link).collect()
}

fn link(record: &Record) -> Option<Link> {
    let owner = name_text(&record.name);
    let RData::DNSSEC(data) = &record.data else {
        return None;
    };
    match data {
        DNSSECRData::RRSIG(signature) => {
            let input = signature.input();
            Some(Link::Signature {
                owner,
                covers: input.type_covered.to_string(),
                algorithm: input.algorithm.into(),
                key_tag: input.key_tag,
                signer: name_text(&input.signer_name),
                from: input.sig_inception.get().into(),
                until: input.sig_expiration.get().into(),
            })
        }
        DNSSECRData::DNSKEY(key) => Some(Link::Key {
            owner,
            algorithm: key.public_key().algorithm().into(),
            key_tag: key.calculate_key_tag().ok()?,
            digests: digests(&record.name, key),
        }),
        DNSSECRData::DS(digest) => Some(Link::Digest {
            owner,
            algorithm: digest.algorithm().into(),
            key_tag: digest.key_tag(),
            kind: digest.digest_type().into(),
            digest: digest.digest().to_vec(),
        }),
        DNSSECRData::NSEC(_) | DNSSECRData::NSEC3(_) => Some(Link::Denial { owner }),
        // hickory knows more types of DNSSEC; none of them is a link.
        _ => None,
    }
}

/// What the zone above may publish of a key.
fn digests(owner: &Name, key: &DNSKEY) -> Vec<(u8, Vec<u8>)> {
    let kinds = [DigestType::SHA256, DigestType::SHA384];
    let digests = kinds.into_iter().filter_map(|kind| {
        let digest = key.to_digest(owner, kind).ok()?;
        Some((kind.into(), digest.as_ref().to_vec()))
    });
    digests.collect()
}

/// Whether there is a signature in it, over an answer or over the word that there is none.
fn is_signed(message: &Message) -> bool {
    let mut records = message.answers.iter().chain(&message.authorities);
    records.any(|record| record.record_type() == RecordType::RRSIG)
}

/// The same as [`name_text`], and a dot for the root.
pub(super) fn shown_name(name: &Name) -> String {
    if name.is_root() {
        ".".to_owned()
    } else {
        name_text(name)
    }
}

/// A name as text: lower case, no final dot, odd bytes as `\DDD` (RFC 1035 section 5.1). Not hickory's text, which
/// writes these bytes in octal.
pub(super) fn name_text(name: &Name) -> String {
    let mut text = String::new();
    for (index, label) in name.iter().enumerate() {
        if index > 0 {
            text.push('.');
        }
        for &byte in label {
            match byte {
                b'.' | b'\\' => text.extend(['\\', char::from(byte)]),
                b'!'..=b'~' => text.push(char::from(byte.to_ascii_lowercase())),
                other => text.extend(['\\'].into_iter().chain(format!("{other:03}").chars())),
            }
        }
    }
    text
}

fn record_type(kind: RecordKind) -> RecordType {
    match kind {
        RecordKind::A => RecordType::A,
        RecordKind::Aaaa => RecordType::AAAA,
        RecordKind::Mx => RecordType::MX,
        RecordKind::Tlsa => RecordType::TLSA,
        RecordKind::Ds => RecordType::DS,
        RecordKind::Dnskey => RecordType::DNSKEY,
        RecordKind::Ns => RecordType::NS,
        RecordKind::Srv => RecordType::SRV,
        RecordKind::Txt => RecordType::TXT,
        RecordKind::Ptr => RecordType::PTR,
    }
}

fn records_of<'a>(
    message: &'a Message,
    name: &Name,
    kind: RecordType,
) -> impl Iterator<Item = &'a Record> {
    message.answers.iter().filter(move |record| {
        record.record_type() == kind && record.dns_class == DNSClass::IN && record.name == *name
    })
}

fn plain_record(record: &Record) -> DnsRecord {
    DnsRecord {
        name: name_text(&record.name),
        ttl: record.ttl,
        data: record_data(record),
    }
}

fn record_data(record: &Record) -> RecordData {
    match &record.data {
        RData::A(address) => RecordData::A(address.0),
        RData::AAAA(address) => RecordData::Aaaa(address.0),
        RData::CNAME(target) => RecordData::Cname(name_text(&target.0)),
        RData::MX(mx) => RecordData::Mx(Mx {
            preference: mx.preference,
            exchange: name_text(&mx.exchange),
        }),
        RData::TLSA(tlsa) => RecordData::Tlsa(
            tlsa.cert_usage.into(),
            tlsa.selector.into(),
            tlsa.matching.into(),
            tlsa.cert_data.clone(),
        ),
        RData::SRV(srv) => RecordData::Srv(Srv {
            priority: srv.priority,
            weight: srv.weight,
            port: srv.port,
            target: name_text(&srv.target),
        }),
        RData::PTR(name) => RecordData::Ptr(name_text(&name.0)),
        RData::TXT(text) => {
            let mut text = text.txt_data.concat();
            text.truncate(TEXT_MAX);
            RecordData::Txt(text)
        }
        // hickory knows many types and will know more; to mailcheck they are all others.
        _ => RecordData::Other(match record.record_type() {
            // RFC 3597 section 5.
            RecordType::Unknown(number) => format!("TYPE{number}"),
            known => known.to_string(),
        }),
    }
}

fn extended_errors(message: &Message) -> Vec<(u16, Text)> {
    let options = message.edns.iter().flat_map(|edns| {
        let list = edns.options().get_all(EXTENDED_ERROR);
        list.into_iter().filter_map(extended_error)
    });
    options.take(EXTENDED_ERRORS_MAX).collect()
}

/// RFC 8914 section 2: two bytes of code, then text.
fn extended_error(option: &EdnsOption) -> Option<(u16, Text)> {
    let EdnsOption::Unknown(_, bytes) = option else {
        return None;
    };
    let [high, low, text @ ..] = bytes.as_slice() else {
        return None;
    };
    let kept = &text[..text.len().min(EXTENDED_TEXT_MAX)];
    Some((u16::from_be_bytes([*high, *low]), Text(kept.to_vec())))
}

#[cfg(test)]
mod tests {
    use hickory_proto::op::MessageType;
    use hickory_proto::rr::rdata::CNAME;

    use super::*;

    fn sent() -> Sent {
        let name = absolute("smtp.example.test").expect("a name");
        Sent::new(&query(name, RecordKind::A), false, true).expect("it can be written")
    }

    /// An answer to `sent`, as bytes.
    fn answer(sent: &Sent, change: impl FnOnce(&mut Message)) -> Vec<u8> {
        let mut message = Message::response(sent.id, OpCode::Query);
        message.add_query(sent.query.clone());
        change(&mut message);
        message.to_vec().expect("it can be written")
    }

    #[test]
    fn the_question_asks_for_dnssec_and_small_datagrams() {
        let sent = sent();
        let message = Message::from_vec(&sent.bytes).expect("a message");
        let edns = message.edns.as_ref().expect("EDNS");
        assert_eq!(edns.max_payload(), 1232);
        assert!(edns.flags().dnssec_ok);
        assert!(message.metadata.recursion_desired);
        assert!(!message.metadata.checking_disabled);
    }

    #[test]
    fn only_the_answer_to_the_question_is_taken() {
        let sent = sent();
        let other = query(
            absolute("other.example.test").expect("a name"),
            RecordKind::A,
        );
        let aaaa = query(sent.query.name.clone(), RecordKind::Aaaa);
        let upper = query(
            absolute("SMTP.example.TEST").expect("a name"),
            RecordKind::A,
        );
        let mut broken = answer(&sent, |_| {});
        broken.truncate(20);
        let mut cut = answer(&sent, |message| message.metadata.truncation = true);
        cut.truncate(20);
        let rows: [(&str, Vec<u8>, &str); 13] = [
            ("the answer", answer(&sent, |_| {}), "reply"),
            (
                "in capitals",
                answer(&sent, |m| m.queries = vec![upper]),
                "reply",
            ),
            (
                "wrong number",
                answer(&sent, |m| m.metadata.id ^= 1),
                "stranger",
            ),
            (
                "wrong name",
                answer(&sent, |m| m.queries = vec![other]),
                "stranger",
            ),
            (
                "wrong type",
                answer(&sent, |m| m.queries = vec![aaaa]),
                "stranger",
            ),
            (
                "no question",
                answer(&sent, |m| m.queries.clear()),
                "stranger",
            ),
            (
                "an error without the question",
                answer(&sent, |m| {
                    m.queries.clear();
                    m.metadata.response_code = ResponseCode::FormErr;
                }),
                "reply",
            ),
            (
                "two questions",
                answer(&sent, |m| m.queries.push(sent.query.clone())),
                "stranger",
            ),
            (
                "our own question come back",
                answer(&sent, |m| m.metadata.message_type = MessageType::Query),
                "stranger",
            ),
            ("nothing", Vec::new(), "stranger"),
            ("three bytes", vec![0; 3], "stranger"),
            ("cut without a word", broken, "broken"),
            ("cut with the TC bit", cut, "reply"),
        ];
        for (what, bytes, expected) in rows {
            let read = match sent.read(&bytes) {
                Read::Reply(_) => "reply",
                Read::Broken => "broken",
                Read::Stranger => "stranger",
            };
            assert_eq!(read, expected, "{what}");
        }
    }

    #[test]
    fn no_prefix_of_an_answer_is_taken_for_it() {
        let sent = sent();
        let target = absolute("mail.example.test").expect("a name");
        let whole = answer(&sent, |message| {
            let data = RData::CNAME(CNAME(target));
            message.add_answer(Record::from_rdata(sent.query.name.clone(), 60, data));
        });
        for length in 0..whole.len() {
            let read = sent.read(&whole[..length]);
            assert!(!matches!(read, Read::Reply(_)), "{length} bytes");
        }
    }

    #[test]
    fn names_are_lower_case_and_odd_bytes_are_escaped() {
        let rows: [(&[&[u8]], &str); 5] = [
            (&[], ""),
            (&[b"Mail", b"Example"], "mail.example"),
            (&[b"a.b", b"c\\d"], "a\\.b.c\\\\d"),
            (&[b"x\x1b[31m \xff"], "x\\027[31m\\032\\255"),
            (&[b"_25", b"_tcp"], "_25._tcp"),
        ];
        for (labels, text) in rows {
            let mut name = Name::root();
            for label in labels {
                name = name.append_label(*label).expect("a label");
            }
            assert_eq!(name_text(&name), text);
        }
    }

    #[test]
    fn names_that_cannot_be_sent_are_none() {
        assert!(absolute(&"a".repeat(64)).is_none());
        assert!(absolute(&["a".repeat(63).as_str(); 5].join(".")).is_none());
        assert!(absolute("_25._tcp.mail.example.test").is_some());
    }

    #[test]
    fn extended_errors_are_bounded() {
        let option = |bytes: &[u8]| extended_error(&EdnsOption::Unknown(15, bytes.to_vec()));
        assert_eq!(option(&[0]), None);
        assert_eq!(option(&[0, 22]), Some((22, Text(Vec::new()))));
        assert_eq!(option(b"\x00\x06bad"), Some((6, Text(b"bad".to_vec()))));
        let long = option(&[7; 5000]).expect("an error");
        assert_eq!(long.1.0.len(), EXTENDED_TEXT_MAX);
    }
}
