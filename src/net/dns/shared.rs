//! Answers that the targets of a run share, each as long as it says that it holds.
//!
//! A question that somebody asks already is not asked twice: whoever comes later waits for that answer, whatever it is.
//! A failure is good for those who waited, and is not kept.

use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use hickory_proto::op::{Message, ResponseCode};
use hickory_proto::rr::{Name, RData, RecordType};
use tokio::sync::Mutex as Turn;
use tokio::time::Instant;

use super::Question;
use crate::facts::{Crowd, DnsExchange, RecordKind};
use crate::failure::ResolveTrouble;

/// What answers may weigh together, in bytes of memory, roughly.
const WEIGHT_MAX: usize = 12 << 20;
/// What a record weighs, with its name, and what an answer does beside its records.
const OF_A_RECORD: usize = 320;
const OF_AN_ANSWER: usize = 1024;
/// However long an answer holds, a run looks again after so long.
const LONGEST: Duration = Duration::from_secs(3600);
/// The word that there is nothing is believed no longer than this (RFC 2308 section 5 recommends one to three hours at
/// the most; somebody may be mending it).
const LONGEST_DENIAL: Duration = Duration::from_secs(900);

/// What is asked: questions that are alike have one answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    name: Name,
    kind: RecordKind,
    checking_disabled: bool,
    signatures: bool,
}

impl Key {
    pub(super) fn new(name: &Name, question: Question<'_>) -> Self {
        Self {
            name: name.to_lowercase(),
            kind: question.kind,
            checking_disabled: question.checking_disabled,
            signatures: question.signatures,
        }
    }
}

/// What came of a question.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) result: Result<Message, ResolveTrouble>,
    /// How it was asked.
    pub(super) exchanges: Vec<DnsExchange>,
    /// The crowd in which it went unanswered.
    pub(super) crowd: Option<Crowd>,
    /// How long an answer was waited for.
    pub(super) patience: Duration,
    /// When it came, and until when it holds.
    came: Instant,
    holds: Instant,
}

impl Told {
    /// What came just now.
    pub(super) fn now(
        result: Result<Message, ResolveTrouble>,
        exchanges: Vec<DnsExchange>,
        crowd: Option<Crowd>,
        patience: Duration,
    ) -> Self {
        let came = Instant::now();
        let holds = result.as_ref().map_or(Duration::ZERO, holds);
        Self {
            result,
            exchanges,
            crowd,
            patience,
            came,
            holds: came + holds,
        }
    }

    /// Whether it is the answer for somebody who wants to know since `since` and would wait for `limit`.
    fn is_for(&self, since: Instant, limit: Duration) -> bool {
        let is_patient = self.result.is_ok() || self.patience >= limit / 2;
        self.holds > Instant::now() || self.came >= since && is_patient
    }

    fn weight(&self) -> usize {
        let records = self.result.as_ref().map_or(0, |reply| {
            reply.answers.len() + reply.authorities.len() + reply.additionals.len()
        });
        // The records, and those of them that stand in the exchanges.
        OF_AN_ANSWER + 2 * records * OF_A_RECORD
    }
}

/// How long a reply holds: the shortest time of its records (RFC 2181 section 5.2), or what the zone says of its denials
/// (RFC 2308 section 5); a denial that does not say is not kept.
fn holds(reply: &Message) -> Duration {
    let denied = reply.metadata.response_code == ResponseCode::NXDomain;
    let records = reply.answers.iter().map(|record| record.ttl).min();
    let denial = reply
        .authorities
        .iter()
        .find_map(|record| match &record.data {
            RData::SOA(soa) => Some(record.ttl.min(soa.minimum)),
            _ => None,
        });
    let seconds = |ttl: u32| Duration::from_secs(ttl.into());
    let of_denial = denial.map(|ttl| seconds(ttl).min(LONGEST_DENIAL));
    let only_aliases = reply
        .answers
        .iter()
        .all(|record| matches!(record.record_type(), RecordType::CNAME | RecordType::RRSIG));
    match (records, of_denial) {
        (None, denial) => denial.unwrap_or_default(),
        (Some(ttl), Some(denial)) if denied || only_aliases => seconds(ttl).min(denial),
        (Some(_), None) if denied => Duration::ZERO,
        (Some(ttl), _) => seconds(ttl).min(LONGEST),
    }
}

/// The answers of a run.
#[derive(Debug, Default)]
pub(super) struct Answers(Mutex<Book>);

#[derive(Debug, Default)]
struct Book {
    asked: HashMap<Key, Arc<Asked>>,
    /// What is kept, the oldest first, with its weight.
    kept: VecDeque<(Arc<Asked>, usize)>,
    weight: usize,
}

/// A question that somebody asks or has asked.
#[derive(Debug)]
struct Asked {
    key: Key,
    /// Whose resolver asks it now.
    asker: Mutex<u64>,
    /// Who waits for the answer, and how often it is kept. Changed with the book open.
    uses: AtomicUsize,
    /// How often it is kept, which is not to be counted anew: thousands of others are. Changed with the book open.
    kept: AtomicUsize,
    told: Turn<Option<Told>>,
}

/// A place in the queue for an answer.
pub(super) struct Queue<'a> {
    answers: &'a Answers,
    asked: Arc<Asked>,
    since: Instant,
}

impl Answers {
    /// Lines up for the answer to a question.
    pub(super) fn queue(&self, key: &Key) -> Queue<'_> {
        let mut book = locked(&self.0);
        let new = || {
            Arc::new(Asked {
                key: key.clone(),
                asker: Mutex::default(),
                uses: AtomicUsize::default(),
                kept: AtomicUsize::default(),
                told: Turn::default(),
            })
        };
        let asked = book.asked.entry(key.clone()).or_insert_with(new);
        asked.uses.fetch_add(1, Ordering::Relaxed);
        Queue {
            answers: self,
            asked: Arc::clone(asked),
            since: Instant::now(),
        }
    }

    /// Keeps an answer, and forgets the oldest where there are too many.
    fn keep(&self, asked: &Arc<Asked>, weight: usize) {
        let mut book = locked(&self.0);
        // It may have been forgotten while it was asked.
        book.asked.insert(asked.key.clone(), Arc::clone(asked));
        book.kept.push_back((Arc::clone(asked), weight));
        asked.uses.fetch_add(1, Ordering::Relaxed);
        asked.kept.fetch_add(1, Ordering::Relaxed);
        book.weight += weight;
        while book.weight > WEIGHT_MAX {
            let Some((oldest, weight)) = book.kept.pop_front() else {
                break;
            };
            book.weight -= weight;
            oldest.uses.fetch_sub(1, Ordering::Relaxed);
            // A newer answer to the same question may be further back in the queue.
            if oldest.kept.fetch_sub(1, Ordering::Relaxed) == 1 {
                book.asked.remove(&oldest.key);
            }
        }
    }
}

impl Queue<'_> {
    /// Whether the resolver of this number asks it itself at the moment.
    pub(super) fn is_asked_by(&self, asker: u64) -> bool {
        *locked(&self.asked.asker) == asker
    }

    /// The answer, where somebody else has it by the time that it is this one's turn; else what the others wait for
    /// meanwhile.
    pub(super) async fn turn(&self, asker: u64, limit: Duration) -> Result<Told, Asking<'_>> {
        let told = self.asked.told.lock().await;
        match &*told {
            Some(known) if known.is_for(self.since, limit) => Ok(known.clone()),
            Some(_) | None => {
                *locked(&self.asked.asker) = asker;
                Err(Asking { queue: self, told })
            }
        }
    }
}

impl Drop for Queue<'_> {
    /// A question whose answer is not kept is forgotten when nobody waits for it any more.
    fn drop(&mut self) {
        let mut book = locked(&self.answers.0);
        let is_last = self.asked.uses.fetch_sub(1, Ordering::Relaxed) == 1;
        let is_there = book.asked.get(&self.asked.key);
        if is_last && is_there.is_some_and(|other| Arc::ptr_eq(other, &self.asked)) {
            book.asked.remove(&self.asked.key);
        }
    }
}

/// The right to ask a question for everybody.
pub(super) struct Asking<'a> {
    queue: &'a Queue<'a>,
    told: tokio::sync::MutexGuard<'a, Option<Told>>,
}

impl Asking<'_> {
    /// Tells it to whoever waits, and whoever asks as long as it holds.
    pub(super) fn tell(mut self, told: Told) {
        let weight = (told.holds > Instant::now()).then(|| told.weight());
        *self.told = Some(told);
        if let Some(weight) = weight {
            self.queue.answers.keep(&self.queue.asked, weight);
        }
    }
}

impl Drop for Asking<'_> {
    fn drop(&mut self) {
        *locked(&self.queue.asked.asker) = 0;
    }
}

/// Whoever held it before has left it whole: nothing in here waits or fails half way.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use hickory_proto::rr::Record;
    use hickory_proto::rr::rdata::{A, CNAME, SOA};

    use super::*;

    fn name(text: &str) -> Name {
        Name::from_ascii(text).expect("a name")
    }

    fn reply(code: ResponseCode, answers: &[Record], authorities: &[Record]) -> Message {
        let mut message = Message::query();
        message.metadata.response_code = code;
        message.answers = answers.to_vec();
        message.authorities = authorities.to_vec();
        message
    }

    fn address(ttl: u32) -> Record {
        let data = RData::A(A(Ipv4Addr::LOCALHOST));
        Record::from_rdata(name("a.test."), ttl, data)
    }

    fn alias(ttl: u32) -> Record {
        let data = RData::CNAME(CNAME(name("a.test.")));
        Record::from_rdata(name("b.test."), ttl, data)
    }

    fn zone(ttl: u32, minimum: u32) -> Record {
        let data = SOA::new(name("ns.test."), name("admin.test."), 1, 2, 3, 4, minimum);
        Record::from_rdata(name("test."), ttl, RData::SOA(data))
    }

    #[test]
    fn an_answer_holds_as_long_as_it_says() {
        let (yes, no) = (ResponseCode::NoError, ResponseCode::NXDomain);
        let rows: [(Message, u64); 11] = [
            (reply(yes, &[address(300)], &[]), 300),
            (reply(yes, &[alias(20), address(300)], &[]), 20),
            (reply(yes, &[address(0)], &[]), 0),
            (reply(yes, &[address(604_800)], &[]), 3600),
            // The SOA beside an answer is about something else.
            (reply(yes, &[address(300)], &[zone(5, 5)]), 300),
            (reply(no, &[], &[zone(60, 600)]), 60),
            (reply(no, &[], &[zone(600, 60)]), 60),
            (reply(yes, &[], &[zone(86_400, 86_400)]), 900),
            // RFC 2308 section 5: without a SOA a denial is not kept.
            (reply(no, &[], &[]), 0),
            (reply(no, &[alias(300)], &[]), 0),
            (reply(no, &[alias(300)], &[zone(30, 30)]), 30),
        ];
        for (message, seconds) in rows {
            assert_eq!(holds(&message), Duration::from_secs(seconds), "{message:?}");
        }
    }

    fn key(number: usize) -> Key {
        let text = format!("n{number}.test.");
        Key::new(&name(&text), Question::new("", RecordKind::A))
    }

    fn told(result: Result<Message, ResolveTrouble>) -> Told {
        Told::now(result, Vec::new(), None, Duration::from_secs(10))
    }

    /// Whether somebody who asks now has to ask the servers; they say `result`.
    async fn asks(answers: &Answers, result: Result<Message, ResolveTrouble>) -> bool {
        let queue = answers.queue(&key(1));
        let asking = queue.turn(1, Duration::from_secs(10)).await;
        match asking {
            Ok(_) => false,
            Err(asking) => {
                tokio::time::sleep(Duration::from_secs(1)).await;
                asking.tell(told(result));
                true
            }
        }
    }

    #[tokio::test(start_paused = true)]
    async fn who_comes_while_it_is_asked_waits_for_the_answer() {
        let answers = Answers::default();
        let never = || Err(ResolveTrouble::Timeout);
        let good = || Ok(reply(ResponseCode::NoError, &[address(30)], &[]));
        let (one, two, three) = tokio::join!(
            asks(&answers, never()),
            asks(&answers, never()),
            asks(&answers, never()),
        );
        assert_eq!((one, two, three), (true, false, false));
        // A failure is not kept, and nothing is left of it.
        assert!(locked(&answers.0).asked.is_empty());
        assert!(asks(&answers, good()).await);
        assert!(!asks(&answers, good()).await);
        tokio::time::sleep(Duration::from_secs(31)).await;
        assert!(asks(&answers, good()).await);
    }

    #[tokio::test(start_paused = true)]
    async fn who_gives_up_leaves_the_question_to_the_next() {
        let answers = Answers::default();
        let good = || Ok(reply(ResponseCode::NoError, &[address(0)], &[]));
        let soon = Duration::from_millis(10);
        let impatient = tokio::time::timeout_at(Instant::now() + soon, asks(&answers, good()));
        let (first, second) = tokio::join!(impatient, asks(&answers, good()));
        assert!(first.is_err() && second);
        assert!(locked(&answers.0).asked.is_empty());
    }

    #[tokio::test]
    async fn the_oldest_answers_are_forgotten_when_there_are_too_many() {
        let answers = Answers::default();
        let records = vec![address(3000); 100];
        let of_one = told(Ok(reply(ResponseCode::NoError, &records, &[]))).weight();
        let fit = WEIGHT_MAX / of_one;
        for number in 0..fit * 3 {
            let queue = answers.queue(&key(number));
            let asking = queue.turn(1, Duration::from_secs(10)).await;
            let result = Ok(reply(ResponseCode::NoError, &records, &[]));
            match asking {
                Err(asking) => asking.tell(told(result)),
                Ok(_) => panic!("it is new"),
            }
        }
        let book = locked(&answers.0);
        assert_eq!((book.asked.len(), book.kept.len()), (fit, fit));
        assert!(book.weight <= WEIGHT_MAX && book.asked.contains_key(&key(fit * 3 - 1)));
    }
}
