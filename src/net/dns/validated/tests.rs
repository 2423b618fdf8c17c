#![expect(
    clippy::disallowed_methods,
    reason = "the wall is for the program; this is the other side"
)]

use std::collections::HashSet;
use std::net::SocketAddr;
use std::time::Duration;

use hickory_proto::dnssec::crypto::Ed25519SigningKey;
use hickory_proto::dnssec::rdata::{DNSKEY, NSEC, RRSIG};
use hickory_proto::dnssec::{DnssecSigner, SigningKey};
use hickory_proto::op::OpCode;
use hickory_proto::rr::rdata::{CNAME, NS, SOA, TLSA};
use hickory_proto::rr::{DNSClass, Record, RecordSet};
use time::OffsetDateTime;
use tokio::net::UdpSocket;

use super::*;
use crate::net::dns::Settings;

/// A root zone with a key of its own, and a resolver that has all of it and checks nothing.
struct Root {
    signer: DnssecSigner,
    answers: Vec<(Name, RecordType, Vec<Record>)>,
    denials: Vec<(Name, RecordType, Vec<Record>)>,
    /// The resolver says that it has checked what it answers.
    vouches: bool,
}

fn name(text: &str) -> Name {
    message::absolute(text).unwrap()
}

fn tlsa(data: &[u8]) -> RData {
    RData::TLSA(TLSA::new(3.into(), 1.into(), 1.into(), data.to_vec()))
}

impl Root {
    fn new() -> Self {
        let pkcs8 = Ed25519SigningKey::generate_pkcs8().unwrap();
        let key = Ed25519SigningKey::from_pkcs8(&pkcs8).unwrap();
        let dnskey = DNSKEY::from_key(&key.to_public_key().unwrap());
        let day = Duration::from_secs(86_400);
        let signer = DnssecSigner::new(dnskey.clone(), Box::new(key), Name::root(), day);
        let mut root = Self {
            signer,
            answers: Vec::new(),
            denials: Vec::new(),
            vouches: false,
        };
        let keys = root.signed(".", RData::DNSSEC(DNSSECRData::DNSKEY(dnskey)));
        root.answers.push((Name::root(), RecordType::DNSKEY, keys));
        root
    }

    fn anchors(&self) -> Anchors {
        let mut anchors = TrustAnchors::empty();
        anchors.insert(&self.signer.key().to_public_key().unwrap());
        Anchors(Arc::new(anchors))
    }

    /// The record and its signature.
    fn signed(&self, owner: &str, data: RData) -> Vec<Record> {
        let mut set = RecordSet::with_ttl(name(owner), data.record_type(), 300);
        set.add_rdata(data);
        let yesterday = OffsetDateTime::now_utc() - Duration::from_secs(3600);
        let signature = RRSIG::from_rrset(&set, DNSClass::IN, yesterday, &self.signer).unwrap();
        let signature = RData::DNSSEC(DNSSECRData::RRSIG(signature));
        let signature = Record::from_rdata(name(owner), 300, signature);
        let mut records: Vec<_> = set.records_without_rrsigs().cloned().collect();
        records.push(signature);
        records
    }

    fn answer(mut self, owner: &str, kind: RecordType, records: Vec<Record>) -> Self {
        self.answers.push((name(owner), kind, records));
        self
    }

    fn soa(&self) -> Vec<Record> {
        let soa = SOA::new(name("a.test"), name("b.test"), 1, 1, 1, 1, 1);
        self.signed(".", RData::SOA(soa))
    }

    /// Says with a signature that `owner` has these types and no others.
    fn only(mut self, owner: &str, kind: RecordType, types: &[RecordType]) -> Self {
        let nsec = NSEC::new_cover_self(name("zz.test"), types.iter().copied());
        let mut records = self.soa();
        records.extend(self.signed(owner, RData::DNSSEC(DNSSECRData::NSEC(nsec))));
        self.denials.push((name(owner), kind, records));
        self
    }

    fn reply(&self, question: &Message) -> Message {
        let query = &question.queries[0];
        let mut reply = Message::response(question.metadata.id, OpCode::Query);
        reply.metadata.recursion_available = true;
        reply.metadata.authentic_data = self.vouches;
        reply.add_query(query.clone());
        let is = |(owner, kind, _): &&(Name, RecordType, Vec<Record>)| {
            *owner == query.name && *kind == query.query_type
        };
        if let Some((.., records)) = self.answers.iter().find(is) {
            reply.insert_answers(records.clone());
            // What a resolver has met on the way.
            if let Some((.., records)) = self.denials.iter().find(is) {
                reply.insert_authorities(records.clone());
            }
        } else if let Some((.., records)) = self.denials.iter().find(is) {
            reply.insert_authorities(records.clone());
        } else {
            reply.insert_authorities(self.soa());
        }
        reply
    }

    /// Asks for the TLSA record of mx.test, with this zone as the resolver's.
    async fn ask(&self, anchors: &Anchors) -> Validated {
        let socket = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let settings = Settings {
            servers: vec![socket.local_addr().unwrap()],
            ..Settings::default()
        };
        let resolver = Resolver::new(settings, "");
        let question = Question::new("_25._tcp.mx.test", RecordKind::Tlsa);
        let wait = Wait {
            limit: Duration::from_secs(20),
            deadline: tokio::time::Instant::now() + Duration::from_secs(60),
        };
        tokio::select! {
            validated = resolver.lookup_validated(question, anchors, wait) => {
                let log = resolver.exchanges();
                assert!(!log.is_empty(), "every exchange is written down");
                let asked = log.iter().map(|exchange| (&exchange.name, exchange.kind));
                let each: HashSet<_> = asked.collect();
                assert_eq!(each.len(), log.len(), "nothing is asked twice: {log:?}");
                validated
            }
            () = self.serve(&socket) => unreachable!("it serves for ever"),
        }
    }

    async fn serve(&self, socket: &UdpSocket) {
        let mut buffer = [0; 2048];
        loop {
            let (length, from): (usize, SocketAddr) = socket.recv_from(&mut buffer).await.unwrap();
            let question = Message::from_vec(&buffer[..length]).unwrap();
            let reply = self.reply(&question).to_vec().unwrap();
            socket.send_to(&reply, from).await.unwrap();
        }
    }
}

const OWNER: &str = "_25._tcp.mx.test";

fn found(secure: bool) -> Validated {
    let record = RecordData::Tlsa(3, 1, 1, vec![7; 32]);
    Validated {
        secure,
        records: Lookup::Found(vec![record]),
    }
}

#[tokio::test]
async fn a_chain_of_signatures_makes_records_secure() {
    let root = Root::new();
    let records = root.signed(OWNER, tlsa(&[7; 32]));
    let root = root.answer(OWNER, RecordType::TLSA, records);
    assert_eq!(root.ask(&root.anchors()).await, found(true));
}

#[tokio::test]
async fn an_alias_counts_as_much_as_its_signature() {
    let root = Root::new();
    let alias = RData::CNAME(CNAME(name("dane.test")));
    let signed_alias = root.signed(OWNER, alias.clone());
    let target = root.signed("dane.test", tlsa(&[7; 32]));
    let whole = [signed_alias, target.clone()].concat();
    let root = root.answer(OWNER, RecordType::TLSA, whole);
    assert_eq!(root.ask(&root.anchors()).await, found(true));

    let bare_alias = vec![Record::from_rdata(name(OWNER), 300, alias)];
    let mut forged = Root::new();
    forged.signer = root.signer;
    let forged = forged.answer(OWNER, RecordType::TLSA, [bare_alias, target].concat());
    let answer = forged.ask(&forged.anchors()).await;
    assert_ne!(answer, found(true));
}

/// Mailu/Mailu#2138: the answer came from a cold cache, and with it what denies another name on the way.
#[tokio::test]
async fn an_answer_with_a_denial_of_something_else_is_an_answer() {
    let root = Root::new();
    let alias = root.signed(OWNER, RData::CNAME(CNAME(name("dane.test"))));
    let target = root.signed("dane.test", tlsa(&[7; 32]));
    let root = root
        .answer(OWNER, RecordType::TLSA, [alias, target].concat())
        .only(OWNER, RecordType::TLSA, &[RecordType::CNAME]);
    assert_eq!(root.ask(&root.anchors()).await, found(true));
}

#[tokio::test]
async fn records_that_were_changed_or_signed_by_another_are_no_answer() {
    let bogus = failed(ResolveTrouble::ServFail);
    let root = Root::new();
    let mut records = root.signed(OWNER, tlsa(&[8; 32]));
    records[0].data = tlsa(&[7; 32]);
    let root = root.answer(OWNER, RecordType::TLSA, records);
    assert_eq!(root.ask(&root.anchors()).await, bogus);

    let root = Root::new();
    let records = root.signed(OWNER, tlsa(&[7; 32]));
    let root = root.answer(OWNER, RecordType::TLSA, records);
    assert_eq!(root.ask(&Root::new().anchors()).await, bogus);
}

#[tokio::test]
async fn an_unsigned_zone_below_a_signed_one_is_not_secure() {
    let bare = || vec![Record::from_rdata(name(OWNER), 300, tlsa(&[7; 32]))];
    let cut = Record::from_rdata(name("mx.test"), 300, RData::NS(NS(name("ns.test"))));
    let root = Root::new()
        .answer(OWNER, RecordType::TLSA, bare())
        .answer("mx.test", RecordType::NS, vec![cut])
        .only("mx.test", RecordType::DS, &[RecordType::NS]);
    assert_eq!(root.ask(&root.anchors()).await, found(false));

    // The same without the word that the zone is not signed: somebody took the signatures away.
    let root = Root::new().answer(OWNER, RecordType::TLSA, bare());
    let answer = root.ask(&root.anchors()).await;
    assert_eq!(answer, failed(ResolveTrouble::ServFail));
}

#[tokio::test]
async fn no_record_by_a_signed_word_is_no_record() {
    let root = Root::new().only(OWNER, RecordType::TLSA, &[RecordType::TXT]);
    let answer = root.ask(&root.anchors()).await;
    assert_eq!(answer, failed(ResolveTrouble::NoData));
}

#[test]
fn anchors_come_from_a_file_of_keys() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("root.key");
    let key = "cGsxNJc4wqRBH1TSvxxW5s7pX3eqNOAuTFfFDBbVzYQ=";
    let rows = [
        (
            format!("example.test. 3600 IN DNSKEY 257 3 15 {key}\n"),
            None,
        ),
        (String::new(), Some("holds no DNSKEY")),
        (
            "example.test. 3600 IN DNSKEY nonsense\n".to_owned(),
            Some("holds no DNSKEY"),
        ),
    ];
    for (text, says) in rows {
        std::fs::write(&file, &text).unwrap();
        let error = Anchors::load(Some(&file))
            .err()
            .map(|error| error.to_string());
        match says {
            None => assert_eq!(error, None, "{text}"),
            Some(says) => assert!(error.unwrap().contains(says), "{text}"),
        }
    }
    let missing = Anchors::load(Some(&directory.path().join("none")))
        .err()
        .unwrap();
    assert!(missing.to_string().contains("give a readable file"));
    assert!(Anchors::load(None).is_ok());
}

/// A wildcard over all ports of a host, in a zone with NSEC: the wildcard's own record is the proof.
#[tokio::test]
async fn an_answer_made_from_a_wildcard_is_held_against_the_wildcard() {
    const STAR: &str = "*._tcp.mx.test";
    for (vouches, data, expected) in [
        (true, 7, found(true)),
        (false, 7, failed(ResolveTrouble::ServFail)),
        (true, 8, failed(ResolveTrouble::ServFail)),
    ] {
        let root = Root::new();
        let star = root.signed(STAR, tlsa(&[7; 32]));
        let mut made = star.clone();
        for record in &mut made {
            record.name = name(OWNER);
        }
        made[0].data = tlsa(&[data; 32]);
        let mut root =
            root.answer(OWNER, RecordType::TLSA, made)
                .answer(STAR, RecordType::TLSA, star);
        let nsec = NSEC::new_cover_self(name("zz.test"), [RecordType::TLSA]);
        let proof = root.signed(STAR, RData::DNSSEC(DNSSECRData::NSEC(nsec)));
        root.denials.push((name(OWNER), RecordType::TLSA, proof));
        root.vouches = vouches;
        assert_eq!(
            root.ask(&root.anchors()).await,
            expected,
            "{vouches} {data}"
        );
    }
}
