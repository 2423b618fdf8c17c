//! Answers whose signatures are checked here, from the root's key down (RFC 4035 section 5).
//!
//! The AD bit of a resolver is only as good as the way to it, and DANE lets a record take the place of an authority's
//! signature. So the chain is asked for and checked here, through the same transport as every other question, and every
//! exchange is written down.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;

use futures_util::stream::{self, FuturesUnordered, Stream, StreamExt};
use hickory_net::dnssec::DnssecDnsHandle;
use hickory_net::runtime::TokioRuntimeProvider;
use hickory_net::{DnsError, DnsHandle, NetError};
use hickory_proto::dnssec::rdata::DNSSECRData;
use hickory_proto::dnssec::{Proof, TrustAnchors};
use hickory_proto::op::{DnsRequest, DnsRequestOptions, DnsResponse, Message, Query, ResponseCode};
use hickory_proto::rr::{Name, RData, RecordType};
use tokio::sync::{mpsc, oneshot};

use super::chain::ALIASES_MAX;
use super::{Expired, Question, Resolver, Wait, message, within};
use crate::facts::{DnsExchange, DnsOutcome, Link, Lookup, RecordData, RecordKind};
use crate::failure::ResolveTrouble;
use crate::input;
use crate::words::{self, Said, Sentence};
use crate::{args, said_errors};

/// The keys to trust without a signature.
#[derive(Clone)]
pub struct Anchors(Arc<TrustAnchors>);

/// Why there is no key to begin with.
#[derive(Debug)]
pub enum AnchorError {
    /// The file cannot be read.
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        why: Sentence,
    },
    /// The file holds no key, or something that is none.
    NoKey {
        /// Which file.
        path: PathBuf,
        /// What the reader stumbled over.
        why: Sentence,
    },
}

said_errors!(AnchorError);

impl Said for AnchorError {
    fn said(&self) -> Sentence {
        match self {
            Self::Unreadable { path, why } => Sentence {
                id: "usage-anchor-unreadable",
                args: args! { "path" => path.display().to_string(), "why" => why.clone() },
            },
            Self::NoKey { path, why } => Sentence {
                id: "usage-anchor-empty",
                args: args! { "path" => path.display().to_string(), "why" => why.clone() },
            },
        }
    }
}

impl Anchors {
    /// The keys of a file of DNSKEY records, for whichever zones they are; without one, the published keys of the root.
    /// The error is one sentence for the user.
    pub fn load(file: Option<&Path>) -> Result<Self, AnchorError> {
        let Some(path) = file else {
            return Ok(Self(Arc::default()));
        };
        let bytes = input::whole(path).map_err(|error| AnchorError::Unreadable {
            path: path.to_owned(),
            why: words::of_file(&error),
        })?;
        // What is no text has no records either.
        let text = String::from_utf8_lossy(&bytes);
        let no_key = |why: Sentence| AnchorError::NoKey {
            path: path.to_owned(),
            why,
        };
        if !text.contains("DNSKEY") {
            return Err(no_key(words::plain_sentence("usage-anchor-no-word")));
        }
        let anchors: TrustAnchors = text.parse().map_err(|error| {
            no_key(Sentence {
                id: "usage-anchor-words",
                args: args! { "text" => format!("{error}") },
            })
        })?;
        Ok(Self(Arc::new(anchors)))
    }
}

/// An answer, and whether its signatures hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Validated {
    /// Every record on the way, aliases included, is signed, and the signatures lead to a trusted key. Without that the
    /// zone is not signed, and the records count for nothing where security rests on them.
    pub secure: bool,
    /// What the records say. An answer whose signatures ought to hold and do not is [`ResolveTrouble::ServFail`], as a
    /// validating resolver says it.
    pub records: Lookup<Vec<RecordData>>,
}

impl Resolver {
    /// Looks up a name as it is, and validates the answer.
    pub async fn lookup_validated(
        &self,
        question: Question<'_>,
        anchors: &Anchors,
        wait: Wait,
    ) -> Validated {
        let span = self.clock.span(wait);
        let answered = Answered::default();
        let first = self.lookup_once(question, anchors, span.rest(), &answered);
        match first.await {
            Ok(validated) if validated.records.trouble() == Some(&ResolveTrouble::ServFail) => {
                let by_wildcard = self.by_wildcard(question, anchors, span.rest(), &answered);
                by_wildcard.await.unwrap_or(validated)
            }
            Ok(validated) => validated,
            // The validator looks for the proof that the alias is not there. It is there, and its end is not: that is a
            // question of its own.
            Err(end) => {
                let end = end.to_string();
                let question = Question::new(&end, question.kind);
                let of_end = self.lookup_once(question, anchors, span.rest(), &answered);
                let of_end = of_end.await;
                of_end.unwrap_or_else(|_| failed(ResolveTrouble::ServFail))
            }
        }
    }

    /// An answer that was made from a wildcard, whose own record proves that there is no other (RFC 4035 section 5.3.4).
    ///
    /// hickory's validator wants a record beside it that covers the wildcard. So the wildcard itself is asked for, whose
    /// signatures it checks; that nothing stands before it the resolver has to have checked.
    async fn by_wildcard(
        &self,
        question: Question<'_>,
        anchors: &Anchors,
        wait: Wait,
        answered: &Answered,
    ) -> Option<Validated> {
        let (wildcard, records) = expanded(&self.exchanges(), question)?;
        let question = Question::new(&wildcard, question.kind);
        let own = self.lookup_once(question, anchors, wait, answered);
        let own = own.await.ok()?;
        let same = own.records.found() == Some(&records);
        (own.secure && same).then_some(own)
    }

    /// The answer, or the end of signed aliases at which there is nothing.
    async fn lookup_once(
        &self,
        question: Question<'_>,
        anchors: &Anchors,
        wait: Wait,
        answered: &Answered,
    ) -> Result<Validated, Name> {
        let Some(name) = message::absolute(question.name) else {
            return Ok(failed(ResolveTrouble::NotFound));
        };
        let troubles = RefCell::default();
        let validating = self.validate(&name, question, anchors, wait, (&troubles, answered));
        Ok(match within(wait, validating).await {
            Ok(Some(Ok(response))) => verdict(&response, &name, question.kind),
            Ok(Some(Err(NetError::Dns(DnsError::Nsec {
                response, proof, ..
            })))) => match signed_end(&response, &name, question.kind) {
                Some(end) => return Err(end),
                None => denial(&response, proof),
            },
            // What the resolver said first is the cause; what the validator makes of it says less.
            Ok(Some(Err(_)) | None) => {
                let first = troubles.into_inner().into_iter().next();
                failed(first.unwrap_or(ResolveTrouble::ServFail))
            }
            Err(Expired::Limit(_)) => failed(ResolveTrouble::Timeout),
            Err(Expired::Deadline) => failed(ResolveTrouble::Deadline),
        })
    }

    /// Lets the validator ask what it wants to know. It wants to move between threads, and this resolver does not, so
    /// its questions come here by a channel.
    async fn validate(
        &self,
        name: &Name,
        question: Question<'_>,
        anchors: &Anchors,
        wait: Wait,
        (troubles, answered): (&RefCell<Vec<ResolveTrouble>>, &Answered),
    ) -> Option<Result<DnsResponse, NetError>> {
        let span = self.clock.span(wait);
        let (asks, mut asked) = mpsc::unbounded_channel();
        let handle = DnssecDnsHandle::with_trust_anchor(Relay(asks), Arc::clone(&anchors.0));
        let query = message::query(name.clone(), question.kind);
        let mut answer = handle.lookup(query, DnsRequestOptions::default());
        let mut running = FuturesUnordered::new();
        let before = answered.borrow().clone();
        let before = before.into_iter();
        let mut known: HashMap<Query, Known> = before
            .map(|(query, message)| (query, Known::Answered(message)))
            .collect();
        loop {
            tokio::select! {
                done = answer.next() => return done,
                Some(Ask { query, reply }) = asked.recv() => match known.get_mut(&query) {
                    Some(Known::Asked(waiting)) => waiting.push(reply),
                    Some(Known::Answered(message)) => answer_to(reply, message.clone()),
                    None => {
                        known.insert(query.clone(), Known::Asked(vec![reply]));
                        running.push(self.fetch(query, span.rest(), troubles));
                    }
                },
                Some((query, message)) = running.next(), if !running.is_empty() => {
                    answered.borrow_mut().insert(query.clone(), message.clone());
                    let before = known.insert(query, Known::Answered(message.clone()));
                    if let Some(Known::Asked(waiting)) = before {
                        for reply in waiting {
                            answer_to(reply, message.clone());
                        }
                    }
                }
            }
        }
    }

    /// Asks what the validator wants to know. `None` is a failure, which is noted.
    async fn fetch(
        &self,
        query: Query,
        wait: Wait,
        troubles: &RefCell<Vec<ResolveTrouble>>,
    ) -> (Query, Option<Message>) {
        // A type that no validator asks for has no answer.
        let Some(kind) = kind_of(query.query_type()) else {
            return (query, None);
        };
        let reply = self
            .ask(
                query.name(),
                Question::new("", kind).with_signatures(),
                wait,
            )
            .await;
        let reply = reply.map_err(|trouble| troubles.borrow_mut().push(trouble));
        (query, reply.ok().map(without_denials))
    }
}

/// A positive answer without what stands beside it about other names.
///
/// A resolver that has just followed an alias hands on the authority section of the way there, with NSEC or NSEC3 records
/// that deny something else; hickory's validator takes them for a denial of the answer. Answers made from a wildcard need
/// theirs (RFC 4035 section 5.3.4), and keep them.
fn without_denials(mut reply: Message) -> Message {
    let wanted = reply.queries.first().map(Query::query_type);
    let positive = reply
        .answers
        .iter()
        .any(|record| Some(record.record_type()) == wanted);
    let from_wildcard = reply.answers.iter().any(|record| match &record.data {
        RData::DNSSEC(DNSSECRData::RRSIG(rrsig)) => {
            rrsig.input().num_labels < record.name.num_labels()
        }
        _ => false,
    });
    if positive && !from_wildcard {
        reply.authorities.clear();
    }
    reply
}

/// What was answered, or failed, while one lookup went on in several steps.
type Answered = RefCell<HashMap<Query, Option<Message>>>;

/// Where a question of the validator stands. It asks some of them again and again: each is put to the resolver once.
enum Known {
    /// Not answered yet; these wait for it.
    Asked(Vec<Reply>),
    /// Answered, or failed.
    Answered(Option<Message>),
}

type Reply = oneshot::Sender<Result<DnsResponse, NetError>>;

fn answer_to(reply: Reply, message: Option<Message>) {
    let answer = message
        .ok_or(NetError::NoConnections)
        .and_then(|message| DnsResponse::from_message(message).map_err(NetError::from));
    // A validator that has its answer already does not listen any more.
    let _ = reply.send(answer);
}

/// A question of the validator.
struct Ask {
    query: Query,
    reply: Reply,
}

/// The validator's way to the resolver.
#[derive(Clone)]
struct Relay(mpsc::UnboundedSender<Ask>);

impl DnsHandle for Relay {
    type Response = Pin<Box<dyn Stream<Item = Result<DnsResponse, NetError>> + Send>>;
    type Runtime = TokioRuntimeProvider;

    fn send(&self, request: DnsRequest) -> Self::Response {
        let (reply, answer) = oneshot::channel();
        if let Some(query) = request.queries.first() {
            let ask = Ask {
                query: query.clone(),
                reply,
            };
            // Nobody listens any more: then nobody waits for the answer either.
            let _ = self.0.send(ask);
        }
        Box::pin(stream::once(async {
            answer.await.unwrap_or(Err(NetError::NoConnections))
        }))
    }
}

/// The wildcard from which the resolver says that it made an answer, and what the answer says.
fn expanded(log: &[DnsExchange], question: Question<'_>) -> Option<(String, Vec<RecordData>)> {
    log.iter().find_map(|exchange| {
        let DnsOutcome::Reply(reply) = &exchange.outcome else {
            return None;
        };
        let asked = exchange.kind == question.kind
            && exchange.name.eq_ignore_ascii_case(question.name)
            && reply.authenticated;
        let mut denials = reply.links.iter().filter_map(|link| match link {
            Link::Denial { owner } => Some(owner),
            Link::Signature { .. } | Link::Key { .. } | Link::Digest { .. } => None,
        });
        let below = |parent: &str| {
            let rest = exchange.name.strip_suffix(parent);
            rest.is_some_and(|rest| rest.ends_with('.'))
        };
        let wildcard = denials.find(|owner| owner.strip_prefix("*.").is_some_and(below));
        let own = reply.answers.iter().filter(|record| {
            let signature = matches!(&record.data, RecordData::Other(kind) if kind == "RRSIG");
            record.name == exchange.name && !signature
        });
        let records: Vec<RecordData> = own.map(|record| record.data.clone()).collect();
        let wildcard = wildcard.filter(|_| asked && !records.is_empty())?;
        Some((wildcard.clone(), records))
    })
}

/// The types that a validator asks for on the way up.
fn kind_of(kind: RecordType) -> Option<RecordKind> {
    match kind {
        RecordType::A => Some(RecordKind::A),
        RecordType::AAAA => Some(RecordKind::Aaaa),
        RecordType::MX => Some(RecordKind::Mx),
        RecordType::TLSA => Some(RecordKind::Tlsa),
        RecordType::DS => Some(RecordKind::Ds),
        RecordType::DNSKEY => Some(RecordKind::Dnskey),
        RecordType::NS => Some(RecordKind::Ns),
        RecordType::SRV => Some(RecordKind::Srv),
        RecordType::TXT => Some(RecordKind::Txt),
        RecordType::PTR => Some(RecordKind::Ptr),
        // hickory knows many types and will know more.
        _ => None,
    }
}

fn verdict(response: &Message, name: &Name, kind: RecordKind) -> Validated {
    let bogus = |proof: &Proof| matches!(proof, Proof::Bogus);
    if response.answers.iter().any(|record| bogus(&record.proof)) {
        return failed(ResolveTrouble::ServFail);
    }
    let mut here = name.clone();
    let mut secure = true;
    for _ in 0..=ALIASES_MAX {
        secure &= message::is_secure(response, &here, kind);
        let records = message::data_of(response, &here, kind);
        if !records.is_empty() {
            return Validated {
                secure,
                records: Lookup::Found(records),
            };
        }
        match message::alias_of(response, &here) {
            Some(target) => here = target.clone(),
            None => return failed(nothing(response)),
        }
    }
    failed(ResolveTrouble::AliasLoop)
}

/// An answer that says that there is nothing. Only a lie is worse than none.
fn denial(response: &Message, proof: Proof) -> Validated {
    failed(match proof {
        Proof::Bogus => ResolveTrouble::ServFail,
        Proof::Secure | Proof::Insecure | Proof::Indeterminate => nothing(response),
    })
}

/// Where the aliases of a name end, if every one of them is signed and the signatures hold.
fn signed_end(response: &Message, name: &Name, kind: RecordKind) -> Option<Name> {
    let mut here = name.clone();
    for _ in 0..=ALIASES_MAX {
        match message::alias_of(response, &here) {
            Some(target) => {
                if !message::is_secure(response, &here, kind) {
                    return None;
                }
                here = target.clone();
            }
            None => return (here != *name).then_some(here),
        }
    }
    None
}

fn nothing(response: &Message) -> ResolveTrouble {
    if response.metadata.response_code == ResponseCode::NXDomain {
        ResolveTrouble::NotFound
    } else {
        ResolveTrouble::NoData
    }
}

fn failed(trouble: ResolveTrouble) -> Validated {
    Validated {
        secure: false,
        records: Lookup::Failed(trouble),
    }
}

#[cfg(test)]
mod tests;
