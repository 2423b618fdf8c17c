//! How far packets come: a traceroute over TCP that needs no privilege, one with echo requests where the system has them,
//! and data that is meant to die on the way.
//!
//! Linux hands the ICMP errors of a TCP socket to its owner, Windows those of a connect (since version 2004). Where a system
//! keeps them, a connect with a low TTL tells still where a connection or a reset comes from.
//!
//! A router decides about the TTL before it asks its filter. So silence after the last answer, at hop n, means that hop n
//! or the link behind it drops; an ICMP error or a reset that first comes at TTL n + 1 was made by hop n. Every TTL is a
//! flow of its own: where a path is balanced over several links, the hops may belong to different ones.

mod ahead;

pub use ahead::{Ahead, Routers};
pub(super) use ahead::{ahead, at_first_router, routers};

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::task::Poll;
use std::time::Duration;

use socket2::SockRef;
use tokio::io::{AsyncWriteExt, Interest};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout_at};

use super::dial::{self, Dialed};
use super::{Expired, Stream, Wait, system, trouble, within};
use crate::facts::{EchoPath, Hop, HopAnswer, Sweep};
use crate::failure::{Icmp, Trouble};
use crate::wire::Text;

/// TTLs that are asked at once. As no wave follows one in which the destination answers, no more connections than this
/// ever reach it.
pub const WAVE: u8 = 4;
/// Hops of the longest path that is followed.
const MAX_HOPS: u8 = 30;
/// Silent hops in a row after which nothing more is expected.
const SILENCE: usize = 5;
/// The same behind the routers where a connect was in vain: one more wave, in which nobody answers.
const SILENCE_AFTER_A_CONNECT: usize = WAVE as usize;
/// How often a TTL is asked: routers limit how many errors they send, so one silence says little.
const TRIES: u8 = 2;
/// Bounds of the patience with one wave, of three times the farthest answer. By way of a satellite one takes 600 ms.
const PATIENCE: (Duration, Duration) = (Duration::from_millis(150), Duration::from_millis(1200));
/// The least patience with the first wave.
const PATIENCE_AT_FIRST: Duration = Duration::from_millis(400);
/// The patience with the first wave while nobody is heard: the line may be slow.
const PATIENCE_WITH_SILENCE: Duration = Duration::from_millis(900);
/// The patience with each further wave where nobody was heard.
const PATIENCE_AFTER_SILENCE: Duration = Duration::from_millis(300);
/// For the whole sweep, which is to be over within two seconds where the line is not slow.
const LONGEST: Duration = Duration::from_millis(1900);
/// Round trips of a sweep: two waves, each asked twice.
const WAVES: u32 = 4;

/// Follows the path to `destination`: one connect for each TTL, in waves of four, until the destination or an ICMP error
/// ends it, or several hops in a row are silent, or the time is up: two seconds, on a slow line a few round trips more, and
/// no more than `wait` allows.
///
/// At most four connections reach the destination; each ends with a reset at once. The caller has the turn at the
/// address ([`super::Machine::turn`]). `None` where this system cannot.
///
/// `known` is what was learnt before. As far as an echo came silence is no reason to stop, and all TTLs are asked at once,
/// for they hardly reach the destination; what was asked ahead of the end of a connect is not asked again.
pub(super) async fn sweep(destination: SocketAddr, known: Known<'_>, wait: Wait) -> Option<Sweep> {
    if !system::TRACES {
        return None;
    }
    let mut progress = match known {
        Known::Nothing => Progress::default(),
        Known::Echo(echo) => Progress {
            known: heard_up_to(echo),
            ..Progress::default()
        },
        Known::Ahead(ahead) => ahead.after_all(),
    };
    let probe = async |ttl, wait| met(destination, dial::probe(destination, ttl, wait).await);
    follow(&mut progress, probe, wait).await;
    let heard = !progress.unnamed.is_empty() || system::hears_routers();
    Some(Sweep {
        destination,
        hops: progress.hops(),
        deaf: !heard,
    })
}

/// What is known of a path before it is swept.
#[derive(Clone, Debug)]
pub enum Known<'a> {
    /// Nothing.
    Nothing,
    /// How far echo requests came.
    Echo(&'a EchoPath),
    /// What was asked while a connect was still waited for.
    Ahead(Ahead),
}

/// Follows the path to `destination` with echo requests, as a sweep does with connects. `None` where this system does not
/// need it (Linux) or cannot.
pub(super) async fn echo(destination: IpAddr, wait: Wait) -> Option<EchoPath> {
    if !system::ECHOES {
        return None;
    }
    let mut progress = Progress::default();
    let probe = async |ttl, wait| echoed(destination, ttl, wait).await;
    follow(&mut progress, probe, wait).await;
    Some(EchoPath {
        destination,
        hops: progress.hops(),
    })
}

/// The time that a sweep may take beside its usual time on a line with this round trip.
pub fn more_on_a_slow_line(round_trip: Duration) -> Duration {
    if round_trip > PATIENCE_AT_FIRST {
        round_trip * WAVES
    } else {
        Duration::ZERO
    }
}

/// The farthest hop of which anything was heard.
fn heard_up_to(echo: &EchoPath) -> u8 {
    let heard = |hop: &&Hop| hop.answer != HopAnswer::Silent;
    echo.hops.iter().rfind(heard).map_or(0, |hop| hop.ttl)
}

/// One echo request, on a thread that may wait. It waits as long as everything else of the wave does.
async fn echoed(destination: IpAddr, ttl: u8, wait: Wait) -> Met {
    let patience = wait.limit;
    let asked = tokio::task::spawn_blocking(move || system::echo(destination, ttl, patience));
    match within(wait, asked).await {
        Ok(Ok(Ok(Some((from, answer))))) => Met::Answer(Some(from), answer),
        Ok(Ok(Ok(None))) | Err(Expired::Limit(_)) => Met::Silence,
        Ok(Ok(Err(_)) | Err(_)) | Err(Expired::Deadline) => Met::End,
    }
}

/// Asks wave after wave until there is nothing more to learn.
async fn follow(progress: &mut Progress, probe: impl AsyncFn(u8, Wait) -> Met, wait: Wait) {
    let start = Instant::now();
    loop {
        let wave = progress.next_wave();
        let limit = wait.limit.min(progress.longest());
        let wait = Wait {
            limit: progress.patience(),
            deadline: wait.deadline.min(start + limit),
        };
        let over = wave.is_empty() || Instant::now() >= wait.deadline;
        if over || ask(&probe, &wave, wait, progress).await.is_err() {
            break;
        }
    }
}

/// Sends `hello` with a low TTL over a connection that stands, and says what came: [`HopAnswer::TimeExceeded`] from an
/// unknown router, [`HopAnswer::Refused`] for a reset, [`HopAnswer::Open`] for an answer or an acknowledgement. Whatever
/// acts on what is said, and not on the connection, is between the last TTL with one answer and the first with another.
///
/// What the server says before it has the hello is no answer to it, and where an acknowledgement of that dies on the way,
/// the error that it brings is not the hello's.
///
/// The kernel sends again what was not acknowledged, so `wait` is best a second or more. What ends the wait otherwise,
/// an orderly close or another ICMP error, is the trouble. Everything that came before is to be read before. The
/// connection is of no use after that and ends with a reset, unless somebody else holds the socket. `None` where this
/// system cannot (all but Linux).
pub async fn hello_at(
    stream: Stream,
    ttl: u8,
    hello: &[u8],
    wait: Wait,
) -> Option<Result<HopAnswer, Trouble>> {
    if !system::IS_LINUX {
        return None;
    }
    let heard = say_at(stream.into_tcp()?, ttl, hello, wait).await;
    Some(heard.unwrap_or_else(|error| heard_error(&error)))
}

/// What came back from one connect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Met {
    /// Somebody answered.
    Answer(Option<IpAddr>, HopAnswer),
    /// Somebody said that it goes no farther, and the system keeps to itself who, and why.
    Unnamed,
    /// Somebody forbids it, perhaps this machine, and the system keeps to itself who.
    Forbidden,
    /// Nobody did.
    Silence,
    /// Nothing left this machine, or the time for everything was up.
    End,
}

/// This machine did not send, or the time for everything is up.
struct Stop;

/// Asks all TTLs of a wave at once. The first wave is over sooner when somebody has shown how fast the line is.
async fn ask(
    probe: impl AsyncFn(u8, Wait) -> Met,
    wave: &[u8],
    wait: Wait,
    progress: &mut Progress,
) -> Result<(), Stop> {
    let probe = &probe;
    let start = Instant::now();
    let probes = wave.iter().map(|&ttl| {
        let probe = async move { (probe(ttl, wait).await, start.elapsed()) };
        (ttl, Box::pin(probe))
    });
    let mut probes: Vec<_> = probes.collect();
    let is_first = progress.asked.is_empty();
    while !probes.is_empty() {
        let limit = if is_first && progress.is_heard() {
            progress.patience().max(PATIENCE_AT_FIRST)
        } else {
            wait.limit
        };
        let until = wait.deadline.min(start + limit);
        let Ok((ttl, (met, elapsed))) = timeout_at(until, first(&mut probes)).await else {
            if until == wait.deadline {
                return Err(Stop);
            }
            let silent = probes.iter().map(|(ttl, _)| *ttl);
            silent.for_each(|ttl| progress.silent(ttl, limit));
            break;
        };
        match met {
            Met::Answer(from, answer) => progress.answered(ttl, from, answer, elapsed),
            Met::Unnamed => progress.unnamed(ttl, elapsed),
            Met::Forbidden => progress.forbidden(ttl),
            Met::Silence => progress.silent(ttl, elapsed),
            Met::End => return Err(Stop),
        }
        // What goes farther than the end reaches the destination as well, and shall not stay there.
        if let Some(end) = progress.end() {
            probes.retain(|(ttl, _)| *ttl < end);
        }
    }
    Ok(())
}

/// The first of `probes` to end, taken out.
async fn first<F: Future>(probes: &mut Vec<(u8, Pin<Box<F>>)>) -> (u8, F::Output) {
    std::future::poll_fn(|cx| {
        for (index, (ttl, probe)) in probes.iter_mut().enumerate() {
            if let Poll::Ready(output) = probe.as_mut().poll(cx) {
                let ended = (*ttl, output);
                drop(probes.swap_remove(index));
                return Poll::Ready(ended);
            }
        }
        Poll::Pending
    })
    .await
}

fn met(destination: SocketAddr, result: Result<Dialed, Trouble>) -> Met {
    let by_destination = |answer| Met::Answer(Some(destination.ip()), answer);
    let error = match result {
        Ok(_) => return by_destination(HopAnswer::Open),
        Err(Trouble::Os(error)) => error,
        Err(Trouble::Clock { .. }) => return Met::Silence,
        Err(_) => return Met::End,
    };
    if let Some(icmp) = error.icmp {
        let answer = if is_time_exceeded(icmp) {
            HopAnswer::TimeExceeded
        } else {
            HopAnswer::Unreachable(icmp)
        };
        return Met::Answer(icmp.from, answer);
    }
    match error.code.map(|code| system::error(code).kind()) {
        // On Linux it would be this machine's own word.
        Some(io::ErrorKind::HostUnreachable | io::ErrorKind::NetworkUnreachable)
            if !system::IS_LINUX =>
        {
            Met::Unnamed
        }
        Some(io::ErrorKind::PermissionDenied) if !system::IS_LINUX => Met::Forbidden,
        Some(io::ErrorKind::ConnectionRefused) => by_destination(HopAnswer::Refused),
        // The connection stood, and was cut off before we looked.
        Some(io::ErrorKind::ConnectionReset) => by_destination(HopAnswer::Open),
        Some(io::ErrorKind::TimedOut) => Met::Silence,
        // This machine's own decision: no route, no free port, no descriptor.
        Some(_) | None => Met::End,
    }
}

/// Type 11 in RFC 792, type 3 in RFC 4443.
fn is_time_exceeded(icmp: Icmp) -> bool {
    icmp.kind == if icmp.v6 { 3 } else { 11 }
}

/// What is known of the path.
#[derive(Clone, Debug, Default)]
struct Progress {
    /// By TTL.
    asked: BTreeMap<u8, Asked>,
    /// The longest time that an answer took.
    farthest: Option<Duration>,
    /// The TTLs that met an error without its sender.
    unnamed: BTreeSet<u8>,
    /// The lowest TTL at which somebody forbids it.
    forbidden: Option<u8>,
    /// So far somebody is known to be heard by other means.
    known: u8,
    /// Nothing goes farther, for it might arrive.
    no_farther: Option<u8>,
    /// From here on a connect with the usual TTL was in vain, which counts as one try of each.
    in_vain: Option<u8>,
}

/// What is known of one TTL.
#[derive(Clone, Copy, Debug, Default)]
struct Asked {
    /// Tries without an answer.
    silences: u8,
    /// The longest that such a try was waited for.
    waited: Duration,
    answer: Option<(Option<IpAddr>, HopAnswer)>,
}

impl Progress {
    /// A sweep as far as a router said that a packet goes no farther; `None` where none did.
    fn as_far_as_routers(routers: &Self) -> Option<Self> {
        let passes = |asked: &Asked| matches!(asked.answer, Some((_, HopAnswer::TimeExceeded)));
        let farthest = routers.asked.iter().rfind(|(_, asked)| passes(asked));
        Some(Self {
            no_farther: Some(*farthest?.0),
            farthest: routers.farthest,
            ..Self::default()
        })
    }

    /// The same sweep, to the destination, when a connect there has been in vain.
    fn after_a_vain_connect(self) -> Self {
        Self {
            in_vain: self.no_farther.map(|far| far + 1),
            no_farther: None,
            ..self
        }
    }

    /// Whether a TTL was asked often enough without an answer.
    fn is_silent(&self, ttl: u8, asked: &Asked) -> bool {
        let in_vain = self.in_vain.is_some_and(|from| ttl >= from);
        asked.answer.is_none() && asked.silences + u8::from(in_vain) >= TRIES
    }

    /// The TTLs to ask next; none when the sweep has come to its end.
    fn next_wave(&self) -> Vec<u8> {
        let end = self.end();
        let stars = self.asked.iter().filter(|(ttl, asked)| {
            let settled = asked.answer.is_some() || self.is_silent(**ttl, asked);
            !settled && end.is_none_or(|end| **ttl < end)
        });
        let stars: Vec<u8> = stars.map(|(ttl, _)| *ttl).collect();
        if !stars.is_empty() {
            return stars;
        }
        let silent = self.asked.values().rev();
        let silent = silent.take_while(|asked| asked.answer.is_none()).count();
        let asked = self.asked.last_key_value().map_or(0, |(ttl, _)| *ttl);
        let enough = match self.in_vain {
            Some(_) => SILENCE_AFTER_A_CONNECT,
            None => SILENCE,
        };
        if end.is_some() || silent >= enough && asked >= self.known {
            return Vec::new();
        }
        let next = self.known.max(asked + WAVE);
        let last = self.no_farther.unwrap_or(MAX_HOPS);
        (asked + 1..=next.min(last)).collect()
    }

    fn answered(&mut self, ttl: u8, from: Option<IpAddr>, answer: HopAnswer, elapsed: Duration) {
        self.asked.entry(ttl).or_default().answer = Some((from, answer));
        self.heard_after(elapsed);
    }

    /// A router that lets pass, until nothing else comes from farther away: see [`Self::hops`].
    fn unnamed(&mut self, ttl: u8, elapsed: Duration) {
        self.asked.entry(ttl).or_default().answer = Some((None, HopAnswer::TimeExceeded));
        self.unnamed.insert(ttl);
        self.heard_after(elapsed);
    }

    /// Silence for less time than an answer takes was none.
    fn heard_after(&mut self, elapsed: Duration) {
        self.farthest = self.farthest.max(Some(elapsed));
        let hasty = self.asked.values_mut();
        let hasty = hasty.filter(|asked| asked.waited < elapsed);
        hasty.for_each(|asked| asked.silences = 0);
    }

    fn forbidden(&mut self, ttl: u8) {
        self.forbidden = Some(self.forbidden.map_or(ttl, |lowest| lowest.min(ttl)));
    }

    fn silent(&mut self, ttl: u8, waited: Duration) {
        let asked = self.asked.entry(ttl).or_default();
        asked.silences += 1;
        asked.waited = asked.waited.max(waited);
    }

    /// How long to wait for the next wave.
    fn patience(&self) -> Duration {
        let (least, most) = PATIENCE;
        // A system that tells not who it was takes its time to tell.
        let unnamed = !self.unnamed.is_empty();
        let least = if unnamed { PATIENCE_AT_FIRST } else { least };
        match self.farthest {
            Some(farthest) => (farthest * 3).clamp(least, most),
            None if self.asked.is_empty() => PATIENCE_WITH_SILENCE,
            None => PATIENCE_AFTER_SILENCE,
        }
    }

    /// Whether anybody has answered.
    fn is_heard(&self) -> bool {
        self.asked.values().any(|asked| asked.answer.is_some())
    }

    /// How long the whole sweep may take.
    fn longest(&self) -> Duration {
        LONGEST + more_on_a_slow_line(self.farthest.unwrap_or_default())
    }

    /// The lowest TTL that met more than a router that lets pass.
    fn end(&self) -> Option<u8> {
        let ends = |asked: &Asked| match asked.answer {
            None | Some((_, HopAnswer::TimeExceeded | HopAnswer::Silent)) => false,
            Some((
                _,
                HopAnswer::Unreachable(_)
                | HopAnswer::Stopped
                | HopAnswer::Open
                | HopAnswer::Refused
                | HopAnswer::Replied,
            )) => true,
        };
        let end = self.asked.iter().find(|(_, asked)| ends(asked));
        let end = end.map(|(ttl, _)| *ttl);
        end.into_iter().chain(self.forbidden).min()
    }

    /// Up to the end; without it, as far as anything is settled. What was asked once and not again, because the time was
    /// up, is no silence yet.
    ///
    /// An error without its sender is a router's that lets pass where a packet that may go farther met something else. Where
    /// the errors go on to the end of what was asked, or come now and then, they may be somebody's no, who says it not as often
    /// as he is asked: then nothing is known of these hops.
    fn hops(&self) -> Vec<Hop> {
        let no_gap = self
            .unnamed
            .iter()
            .copied()
            .eq((1..).take(self.unnamed.len()));
        let last = self.asked.keys().next_back();
        let goes_on = last.is_some_and(|last| self.unnamed.contains(last));
        if self.end().is_none() && (goes_on || !no_gap) {
            return Vec::new();
        }
        let settled = |ttl: u8, asked: &Asked| asked.answer.is_some() || self.is_silent(ttl, asked);
        // Who forbids it has no name, and no hop.
        let forbidden = self.forbidden.filter(|ttl| self.end() == Some(*ttl));
        let last = forbidden
            .map(|ttl| ttl - 1)
            .or_else(|| self.end())
            .or_else(|| {
                let mut falling = self.asked.iter().rev();
                falling
                    .find(|(ttl, asked)| settled(**ttl, asked))
                    .map(|(ttl, _)| *ttl)
            });
        let hop = |ttl| {
            let answer = self.asked.get(&ttl).and_then(|asked| asked.answer);
            let (from, answer) = answer.unwrap_or((None, HopAnswer::Silent));
            Hop { ttl, from, answer }
        };
        (1..=last.unwrap_or(0)).map(hop).collect()
    }
}

async fn say_at(
    mut stream: TcpStream,
    ttl: u8,
    hello: &[u8],
    wait: Wait,
) -> io::Result<Result<HopAnswer, Trouble>> {
    let remote = stream.peer_addr()?;
    let usual = dial::ttl(&SockRef::from(&stream), remote)?;
    // The server hears of the end, however far the hello came.
    SockRef::from(&stream).set_linger(Some(Duration::ZERO))?;
    // An acknowledgement that is still due would go out with the low TTL and die in the hello's place: the server repeats
    // what it said last, and each repetition is acknowledged again.
    system::acknowledge_now(&stream)?;
    // On a connection that stands there is no queue and no sender, but the error ends the next read.
    system::keep_icmp_errors(&stream, remote, true)?;
    dial::set_ttl(&SockRef::from(&stream), remote, ttl.into())?;
    let heard = within(wait, async {
        let mut bare = system::bare_segments(&stream);
        stream.write_all(hello).await?;
        loop {
            match listen(&stream).await {
                // An acknowledgement may have died. If the hello has as well, it is sent again, and dies again.
                Err(error) if error.kind() == io::ErrorKind::HostUnreachable => {
                    let before = std::mem::replace(&mut bare, system::bare_segments(&stream));
                    if before == bare {
                        return Err(error);
                    }
                }
                Ok(length) if length > 0 && !is_acknowledged(&stream) => {}
                heard => return heard,
            }
        }
    })
    .await;
    let acknowledged = is_acknowledged(&stream);
    dial::set_ttl(&SockRef::from(&stream), remote, usual)?;
    match heard {
        Ok(Ok(0)) => Ok(Err(Trouble::Closed {
            received: Text::default(),
        })),
        Ok(Ok(_)) => Ok(Ok(HopAnswer::Open)),
        Ok(Err(error)) => Err(error),
        Err(_) if acknowledged => Ok(Ok(HopAnswer::Open)),
        Err(_) => Ok(Ok(HopAnswer::Silent)),
    }
}

/// Whether the peer's kernel has everything that was said.
fn is_acknowledged(stream: &TcpStream) -> bool {
    dial::state_of(stream).is_some_and(|tcp| tcp.unacknowledged == 0)
}

/// Waits for bytes, the end, or an error, which alone would not wake a read.
async fn listen(stream: &TcpStream) -> io::Result<usize> {
    let listen = || {
        let socket = SockRef::from(stream);
        match socket.take_error()? {
            Some(error) => Err(error),
            None => (&*socket).read(&mut [0; 1024]),
        }
    };
    stream
        .async_io(Interest::READABLE | Interest::ERROR, listen)
        .await
}

fn heard_error(error: &io::Error) -> Result<HopAnswer, Trouble> {
    match error.kind() {
        io::ErrorKind::HostUnreachable => Ok(HopAnswer::TimeExceeded),
        io::ErrorKind::ConnectionReset => Ok(HopAnswer::Refused),
        _ => Err(trouble(error, Text::default())),
    }
}

#[cfg(test)]
mod tests;
