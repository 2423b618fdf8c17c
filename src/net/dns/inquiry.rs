//! One question to all servers, one after another, until one answers.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::time::Duration;

use futures_util::stream::{FuturesUnordered, StreamExt};
use hickory_proto::op::{Message, Query};
use tokio::time::{Instant, sleep_until};

use super::Resolver;
use super::message::{self, Sent};
use super::transport;
use crate::facts::{DnsExchange, DnsOutcome, RecordKind, Transport};

/// How long a server may be silent before the next is asked. libc waits 5 s; a resolver that has the answer needs
/// milliseconds, and one that has to ask around rarely needs more than this.
const STAGGER: Duration = Duration::from_millis(1500);
/// How long until everybody is asked once more, round by round. A lost datagram must not cost the lookup.
const AGAIN: [Duration; 2] = [Duration::from_secs(2), Duration::from_secs(3)];
/// How long the answer with signatures may come after the one without. A server that was only slow has both by then; one
/// that drops EDNS has but the second.
const GRACE: Duration = Duration::from_millis(300);

/// One question to all servers.
pub(super) struct Inquiry<'a> {
    /// Where it is written down.
    pub(super) resolver: &'a Resolver,
    /// Its number there.
    pub(super) number: u64,
    /// The name as text.
    pub(super) text: String,
    /// The question itself.
    pub(super) query: Query,
    /// The type of record.
    pub(super) kind: RecordKind,
    /// Whether the CD bit is set.
    pub(super) checking_disabled: bool,
    /// Whether an answer to a question without EDNS will do.
    pub(super) plain_too: bool,
    /// The server at which it has a place already.
    pub(super) at_desk: Option<SocketAddr>,
}

/// When somebody is asked, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Turn {
    /// Since the turn before.
    pub(super) gap: Duration,
    /// Who.
    pub(super) server: SocketAddr,
    /// How often he has been asked before.
    pub(super) round: usize,
}

/// How one attempt ended.
enum Attempt {
    /// With NOERROR or NXDOMAIN.
    Answer(Message),
    /// The same, to a question without EDNS after silence: one with signatures may be on its way.
    Plain(SocketAddr, Message),
    /// With anything else: this server is of no more use.
    Failed(SocketAddr),
}

impl Inquiry<'_> {
    /// Starts the attempts one after another and takes the first answer. `None` when every server has failed.
    pub(super) async fn race(&self, turns: VecDeque<Turn>) -> Option<Message> {
        let mut waiting = turns;
        let mut running = FuturesUnordered::new();
        let mut asked: Vec<SocketAddr> = Vec::new();
        let mut failed: Vec<SocketAddr> = Vec::new();
        let mut next = Instant::now();
        let mut plain: Option<(SocketAddr, Message, Instant)> = None;
        loop {
            waiting.retain(|turn| !failed.contains(&turn.server));
            let all_failed = asked.iter().all(|server| failed.contains(server));
            if waiting.is_empty() && all_failed {
                return plain.map(|(_, reply, _)| reply);
            }
            let grace = plain.as_ref().map(|(.., until)| *until);
            tokio::select! {
                Some(ended) = running.next() => match ended {
                    Attempt::Answer(reply) => return Some(reply),
                    Attempt::Plain(server, reply) => {
                        plain.get_or_insert_with(|| (server, reply, Instant::now() + GRACE));
                    }
                    Attempt::Failed(server) => {
                        failed.push(server);
                        // A server that has not been asked yet need not wait any longer.
                        if waiting.front().is_some_and(|turn| !asked.contains(&turn.server)) {
                            next = Instant::now();
                        }
                    }
                },
                () = sleep_until(grace.unwrap_or(next)), if grace.is_some() => {
                    let (server, reply, _) = plain?;
                    self.resolver.remember_edns(server, false, false);
                    return Some(reply);
                }
                () = sleep_until(next), if grace.is_none() && !waiting.is_empty() => {
                    if let Some(turn) = waiting.pop_front() {
                        asked.push(turn.server);
                        running.push(self.attempt(turn));
                    }
                    next += waiting.front().map_or(Duration::ZERO, |turn| turn.gap);
                }
                else => return None,
            }
        }
    }

    /// One question with EDNS to `server`, whatever it says.
    pub(super) async fn with_edns(&self, server: SocketAddr) {
        let _ = self.exchange(server, Transport::Udp, true).await;
    }

    async fn attempt(&self, turn: Turn) -> Attempt {
        let desks = &self.resolver.common.desks;
        let _place = match self.at_desk {
            Some(server) if server == turn.server => None,
            Some(_) | None => Some(desks.of(turn.server).place().await),
        };
        let known = self.resolver.is_plain(turn.server);
        // The second time without EDNS: some routers drop what they do not know, and say nothing (RFC 8906 section 4).
        let after_silence = self.plain_too && turn.round == 1 && !known;
        let edns = !(after_silence || known && self.plain_too);
        match self.converse(turn.server, edns).await {
            Some(reply) if is_usable(&reply) && after_silence => Attempt::Plain(turn.server, reply),
            Some(reply) if is_usable(&reply) => Attempt::Answer(reply),
            Some(_) | None => Attempt::Failed(turn.server),
        }
    }

    /// Asks over UDP, once more without EDNS where the server fails with it, and over TCP where the answer was too large.
    async fn converse(&self, server: SocketAddr, edns: bool) -> Option<Message> {
        let mut edns = edns;
        let first = if self.resolver.settings().use_vc {
            Transport::Tcp
        } else {
            Transport::Udp
        };
        let mut reply = match self.exchange(server, first, edns).await {
            Ok(reply) => reply,
            // Some routers spoil what they do not know (c-ares/c-ares#968).
            Err(DnsOutcome::Malformed) if edns && self.plain_too => {
                edns = false;
                let plain = self.exchange(server, first, edns).await.ok()?;
                if is_usable(&plain) {
                    self.resolver.remember_edns(server, false, false);
                }
                plain
            }
            Err(_) => return None,
        };
        if edns {
            let said_so = message::wants_no_edns(&reply);
            if message::may_dislike_edns(&reply) && (self.plain_too || said_so) {
                let plain = self.exchange(server, first, false).await.ok();
                if let Some(plain) = plain.filter(|plain| said_so || is_usable(plain)) {
                    if is_usable(&plain) {
                        self.resolver.remember_edns(server, false, said_so);
                    }
                    (reply, edns) = (plain, false);
                }
            } else if is_usable(&reply) {
                self.resolver.remember_edns(server, true, false);
            }
        }
        if reply.metadata.truncation && first == Transport::Udp {
            reply = self.exchange(server, Transport::Tcp, edns).await.ok()?;
        }
        Some(reply)
    }

    /// One question and one answer, written down however it ends.
    async fn exchange(
        &self,
        server: SocketAddr,
        transport: Transport,
        edns: bool,
    ) -> Result<Message, DnsOutcome> {
        let sent = Sent::new(&self.query, self.checking_disabled, edns);
        let sent = sent.ok_or(DnsOutcome::Timeout)?;
        let mut entry = Entry {
            inquiry: self,
            server,
            transport,
            edns,
            started: Instant::now(),
            outcome: DnsOutcome::Timeout,
        };
        let result = match transport {
            Transport::Udp => transport::udp(server, &sent, &mut entry.outcome).await,
            Transport::Tcp => transport::tcp(server, &sent).await,
        };
        match result {
            Ok(reply) => {
                entry.outcome = DnsOutcome::Reply(message::plain(&reply, !self.plain_too));
                Ok(reply)
            }
            Err(outcome) => {
                entry.outcome = outcome.clone();
                Err(outcome)
            }
        }
    }
}

/// An exchange under way. It is written down when it is dropped, and so also when the wait for it is cut short.
struct Entry<'a> {
    inquiry: &'a Inquiry<'a>,
    server: SocketAddr,
    transport: Transport,
    edns: bool,
    started: Instant,
    outcome: DnsOutcome,
}

impl Drop for Entry<'_> {
    fn drop(&mut self) {
        let exchange = DnsExchange {
            name: self.inquiry.text.clone(),
            kind: self.inquiry.kind,
            checking_disabled: self.inquiry.checking_disabled,
            edns: self.edns,
            server: self.server,
            transport: self.transport,
            elapsed: self.started.elapsed(),
            outcome: self.outcome.clone(),
        };
        let mut log = self.inquiry.resolver.log.borrow_mut();
        log.push((self.inquiry.number, exchange));
    }
}

/// NOERROR or NXDOMAIN of a server that has looked.
fn is_usable(reply: &Message) -> bool {
    message::is_answer_code(reply.metadata.response_code) && !message::is_referral(reply)
}

/// Whom to ask in which order, each with the time since the attempt before. Where the limit is short, everything moves
/// together, so that every server has its turn. `timeout` is how long libc waits for one server.
pub(super) fn schedule(
    servers: &[SocketAddr],
    limit: Duration,
    timeout: Duration,
) -> VecDeque<Turn> {
    let share = u32::try_from(servers.len() + 1).unwrap_or(u32::MAX);
    let longest = limit / share;
    let mut plan = VecDeque::new();
    let mut at = Duration::ZERO;
    let rounds = std::iter::once(Duration::ZERO).chain(AGAIN);
    for (round, again) in rounds.enumerate() {
        for (index, &server) in servers.iter().enumerate() {
            let usual = if index == 0 { again } else { STAGGER };
            let gap = usual.min(timeout).min(longest);
            at += gap;
            // Without some time left for the answer there is no use in asking.
            if at + longest / 2 <= limit {
                plan.push_back(Turn { gap, server, round });
            }
        }
    }
    plan
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(last: u8) -> SocketAddr {
        SocketAddr::from(([127, 0, 0, last], 53))
    }

    #[test]
    fn the_second_server_is_asked_before_libc_would() {
        let times = |servers: &[SocketAddr], limit, timeout| {
            let timeout = Duration::from_secs(timeout);
            let plan = schedule(servers, Duration::from_millis(limit), timeout);
            let mut at = Duration::ZERO;
            let starts = plan.into_iter().map(|turn| {
                at += turn.gap;
                (at.as_millis(), turn.server)
            });
            starts.collect::<Vec<_>>()
        };
        let (a, b) = (server(1), server(2));
        assert_eq!(times(&[a], 10_000, 5), [(0, a), (2000, a), (5000, a)]);
        assert_eq!(
            times(&[a, b], 10_000, 5),
            [(0, a), (1500, b), (3500, a), (5000, b), (8000, a)]
        );
        assert_eq!(times(&[a, b], 600, 5), [(0, a), (200, b), (400, a)]);
        assert_eq!(times(&[a], 401, 5), [(0, a), (200, a)]);
        assert_eq!(times(&[], 600, 5), []);
        // `options timeout:1` (resolv.conf(5)).
        assert_eq!(
            times(&[a, b], 10_000, 1)[..3],
            [(0, a), (1000, b), (2000, a)]
        );
    }
}
