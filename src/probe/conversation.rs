//! A stream, the bytes that came and are not yet understood, and the record of what was said.

use std::io;
use std::time::Duration;

use futures_util::FutureExt as _;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::time::Instant;
use zeroize::Zeroizing;

use super::record::Record;
use super::reply::turns_away;
use crate::facts::{Direction, UnaskedKind};
use crate::failure::Trouble;
use crate::net::{self, Expired, Wait};
use crate::secret::{Echoes, Secret};
use crate::wire::foreign::{self, Speaks};
use crate::wire::{MAX_REPLY, Malformed, Text};

/// What a parser of `wire` says: done with so many bytes, need more, or broken.
pub(super) type Parsed<T> = Result<Option<(T, usize)>, Malformed>;

/// Room for each read: a greeting or a list of capabilities comes in one.
const READ_SIZE: usize = 1024;

/// Bytes of an answer that are kept as evidence.
const MAX_EVIDENCE: usize = 512;

/// Below this, round trips are too short to tell an answer from what was on its way before the question.
pub const MEASURABLE: Duration = Duration::from_millis(1);

/// A tarpit sends a greeting in this many pieces at least, over this time at least. Ordinary servers send one or two.
const DRIPS: (u32, Duration) = (6, Duration::from_secs(3));

/// One side of a dialogue over any stream, so that a transcript can play in memory.
#[derive(Debug)]
pub struct Conversation<S> {
    stream: S,
    /// What came and is not yet understood.
    buffer: Vec<u8>,
    /// What was understood since something was last said: evidence, where the rest of an answer does not come.
    answered: Vec<u8>,
    /// Whether the buffer begins within a line whose beginning was set aside.
    within_a_line: bool,
    /// Whether an answer was not understood, or not waited for to its end: what comes then may be the rest of it.
    out_of_step: bool,
    /// What the stream ran into while nothing was asked. The next read tells it.
    broken: Option<io::Error>,
    /// No answer can come sooner after a question.
    round_trip: Option<Duration>,
    /// What was said in secret. The server may say it again.
    echoes: Echoes,
    pace: Pace,
    record: Record,
}

/// What the record keeps of a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The reply, word for word.
    Whole,
    /// This in its place.
    As(String),
    /// Nothing: the line is a private matter, or one of very many.
    Nothing,
}

/// When a reply came, and how.
#[derive(Clone, Copy, Debug)]
struct Pace {
    /// When something was last said.
    said: Instant,
    /// When the first piece of the reply came after that.
    first: Option<Instant>,
    pieces: u32,
}

/// One limit for everything that belongs to an answer, however many pieces it has.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    whole: Duration,
    end: Instant,
    deadline: Instant,
}

impl From<Wait> for Patience {
    fn from(wait: Wait) -> Self {
        Self {
            whole: wait.limit,
            end: Instant::now() + wait.limit,
            deadline: wait.deadline,
        }
    }
}

impl Patience {
    fn wait(self) -> Wait {
        Wait {
            limit: self.end.saturating_duration_since(Instant::now()),
            deadline: self.deadline,
        }
    }

    /// Waits for `future` no longer than what is left, and calls the whole limit by its name where that is up.
    async fn within<F: Future>(self, future: F) -> Result<F::Output, Expired> {
        let done = net::within(self.wait(), future).await;
        done.map_err(|expired| match expired {
            Expired::Limit(_) => Expired::Limit(self.whole),
            Expired::Deadline => Expired::Deadline,
        })
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> Conversation<S> {
    /// Goes on with `record` over `stream`.
    pub fn new(stream: S, record: Record) -> Self {
        Self {
            stream,
            buffer: Vec::new(),
            answered: Vec::new(),
            within_a_line: false,
            out_of_step: false,
            broken: None,
            round_trip: None,
            echoes: Echoes::default(),
            pace: Pace::begun(),
            record,
        }
    }

    /// The same where the shortest round trip to the server is known.
    #[must_use]
    pub fn with_round_trip(self, round_trip: Option<Duration>) -> Self {
        Self { round_trip, ..self }
    }

    /// Gives up the record of what was said so far; nothing more will be made of what follows.
    pub fn take_record(&mut self) -> Record {
        std::mem::take(&mut self.record)
    }

    /// Gives up the stream and the record, and the bytes that nobody has asked for.
    pub fn into_parts(self) -> (S, Record, Vec<u8>) {
        (self.stream, self.record, self.buffer)
    }

    /// Says to the other side that nothing more comes, as long as it is there to hear it.
    pub async fn hang_up(&mut self, wait: Wait) {
        if self.is_gone() {
            return;
        }
        // One that is gone need not be told, and one that takes nothing more cannot.
        let _ = net::within(wait, self.stream.shutdown()).await;
    }

    /// Whether the connection is known to be gone: in TLS, whether it ended without the word that is due. To that word one of
    /// our own is the answer (RFC 8446 section 6.1). What was said before the end is let go.
    fn is_gone(&mut self) -> bool {
        let mut rest = [0; READ_SIZE];
        let heard = self.stream.read(&mut rest).now_or_never();
        matches!(heard, Some(Err(_)))
    }

    /// A tag for a command of IMAP, another one for each, through TLS and before.
    pub fn tag(&mut self, command: &str) -> String {
        self.record.next_tag(command)
    }

    /// Sends one line; CR LF is added.
    ///
    /// A peer that has hung up is found by the next read, which first gives what it said before: often the reason.
    pub async fn send(&mut self, line: &str, wait: Wait) -> Result<(), Trouble> {
        self.record.add(Direction::Sent, line.as_bytes());
        self.write(line, wait).await
    }

    /// Lets nothing of `secret` be kept of what the server says from here on.
    #[must_use]
    pub fn guarding(self, secret: &Secret) -> Self {
        let echoes = Echoes::of(secret);
        Self { echoes, ..self }
    }

    /// The same for one more form, which a longer line is going to hold.
    pub fn guard_also(&mut self, form: &str) {
        self.echoes.add(form.as_bytes());
    }

    /// Sends one line of which the record shows `shown` in its place.
    pub async fn send_secret(
        &mut self,
        line: &Secret,
        shown: &str,
        wait: Wait,
    ) -> Result<(), Trouble> {
        self.record.add(Direction::Sent, shown.as_bytes());
        self.echoes.add(line.expose().as_bytes());
        self.write(line.expose(), wait).await
    }

    async fn write(&mut self, line: &str, wait: Wait) -> Result<(), Trouble> {
        self.answered.clear();
        let bytes = Zeroizing::new(format!("{line}\r\n"));
        let write = async {
            self.stream.write_all(bytes.as_bytes()).await?;
            self.stream.flush().await
        };
        let written = net::within(wait, write).await;
        self.pace = Pace::begun();
        match written {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) if net::is_hang_up(&error) => Ok(()),
            Ok(Err(error)) => Err(net::trouble(&error, Text::default())),
            Err(expired) => Err(expired.trouble(Text::default())),
        }
    }

    /// Reads a reply: until `parse` has a value. Empty lines before it are passed over, and noted.
    pub async fn reply<T>(
        &mut self,
        parse: impl Fn(&[u8]) -> Parsed<T>,
        patience: impl Into<Patience>,
    ) -> Result<T, Trouble> {
        self.read_unless(parse, |_| false, patience).await
    }

    /// Reads a reply, or until the bytes give away a protocol that is `foreign`. A binary protocol sends no line ending,
    /// and a line would be waited for in vain.
    pub async fn read_unless<T>(
        &mut self,
        parse: impl Fn(&[u8]) -> Parsed<T>,
        foreign: impl Fn(Speaks) -> bool,
        patience: impl Into<Patience>,
    ) -> Result<T, Trouble> {
        self.read_to_the_end(true, parse, foreign, patience.into())
            .await
    }

    /// The same where the record shows what `shown` makes of the reply, and not the reply itself.
    pub async fn reply_shown_as<T>(
        &mut self,
        parse: impl Fn(&[u8]) -> Parsed<T>,
        shown: impl Fn(&T) -> Shown,
        patience: impl Into<Patience>,
    ) -> Result<T, Trouble> {
        let read = self.read(true, parse, |_| false, patience.into()).await;
        let (value, used) = read?;
        match shown(&value) {
            Shown::Whole => self.understood(used),
            Shown::As(line) => self.set_by(used, line.as_bytes()),
            Shown::Nothing => self.set_by(used, b""),
        }
        Ok(value)
    }

    /// Reads what belongs to the reply before: until `parse` has a value.
    pub async fn rest<T>(
        &mut self,
        parse: impl Fn(&[u8]) -> Parsed<T>,
        patience: impl Into<Patience>,
    ) -> Result<T, Trouble> {
        self.read_to_the_end(false, parse, |_| false, patience.into())
            .await
    }

    async fn read_to_the_end<T>(
        &mut self,
        begins: bool,
        parse: impl Fn(&[u8]) -> Parsed<T>,
        foreign: impl Fn(Speaks) -> bool,
        patience: Patience,
    ) -> Result<T, Trouble> {
        let (value, used) = self.read(begins, parse, foreign, patience).await?;
        self.understood(used);
        Ok(value)
    }

    /// Reads up to the end of what `parse` understands, and leaves it where it is.
    async fn read<T>(
        &mut self,
        begins: bool,
        parse: impl Fn(&[u8]) -> Parsed<T>,
        foreign: impl Fn(Speaks) -> bool,
        patience: Patience,
    ) -> Result<(T, usize), Trouble> {
        let done = patience
            .within(async {
                loop {
                    self.pass_over(begins);
                    match parse(&self.buffer) {
                        Ok(Some(done)) => return Ok(done),
                        Ok(None) => {}
                        Err(_) => return Err(self.malformed()),
                    }
                    if foreign::identify(&self.buffer).is_some_and(&foreign) {
                        return Err(self.malformed());
                    }
                    self.more().await?;
                }
            })
            .await;
        match done {
            Ok(Ok(done)) => Ok(done),
            Ok(Err(trouble)) => {
                self.keep_rest();
                Err(trouble)
            }
            Err(expired) => {
                let received = self.heard();
                self.keep_rest();
                Err(expired.trouble(received))
            }
        }
    }

    /// Reads what comes first, whatever it is.
    pub async fn anything(&mut self, wait: Wait) -> Option<Text> {
        let came = net::within(wait, self.more()).await;
        came.ok()?.ok()?;
        let heard = self.heard();
        self.keep_rest();
        Some(heard)
    }

    /// Whether the last reply came before our question can have reached the server: it was on its way already.
    pub fn is_too_soon(&self) -> bool {
        let came = self.pace.first.map(|first| first - self.pace.said);
        let measurable = self.round_trip.filter(|trip| *trip >= MEASURABLE);
        came.zip(measurable)
            .is_some_and(|(came, trip)| came < trip / 2)
    }

    /// Reads one more reply, if one comes within `grace`: then `before`, which came first, was nobody's answer. Where
    /// none comes nothing is lost.
    pub async fn correction<T>(
        &mut self,
        before: Vec<Text>,
        parse: impl Fn(&[u8]) -> Parsed<T>,
        grace: Wait,
    ) -> Option<T> {
        let read = async {
            loop {
                self.pass_over(true);
                match parse(&self.buffer) {
                    Ok(Some(done)) => return Some(done),
                    Ok(None) if self.buffer.len() < MAX_REPLY => {}
                    Ok(None) | Err(_) => return None,
                }
                // An end is found again by whoever reads next.
                match self.more().await {
                    Ok(()) => {}
                    Err(_) => return None,
                }
            }
        };
        let (value, used) = net::within(grace, read).await.ok().flatten()?;
        self.understood(used);
        self.record.unasked(UnaskedKind::Reply, &joined(&before));
        Some(value)
    }

    /// Sets aside what has come without being asked for: it is no answer to what is asked next.
    ///
    /// What turns this client away stays, for it answers whatever is asked: a 421, which may come at any time (RFC 5321
    /// 3.8), and a refusal that speaks of the client, of how much comes, or of the server.
    pub fn set_aside(&mut self) {
        self.take_in();
        let starts = |at: &usize| *at == 0 || self.buffer[at - 1] == b'\n';
        let closing = (0..self.buffer.len())
            .filter(starts)
            .find(|at| turns_away(&self.buffer[*at..], self.out_of_step));
        let rest = self.buffer.split_off(closing.unwrap_or(self.buffer.len()));
        let aside = std::mem::replace(&mut self.buffer, rest);
        let Some(last) = aside.last() else { return };
        self.within_a_line = *last != b'\n';
        self.record.add(Direction::Received, &aside);
        if self.out_of_step {
            return;
        }
        let kind = if aside.iter().all(u8::is_ascii_whitespace) {
            UnaskedKind::EmptyLine
        } else {
            UnaskedKind::Reply
        };
        self.record.unasked(kind, &aside);
    }

    /// Notes a response that nobody asked for.
    pub fn note(&mut self, kind: UnaskedKind, line: &Text) {
        self.record.unasked(kind, &line.0);
    }

    /// Whether the last reply dripped in, as tarpits send it.
    pub fn dripped(&self) -> bool {
        let (pieces, time) = DRIPS;
        let long = self.pace.first.is_some_and(|first| first.elapsed() >= time);
        self.pace.pieces >= pieces && long
    }

    /// How long the conversation has lasted.
    pub fn elapsed(&self) -> Duration {
        self.record.elapsed()
    }

    /// Reads what comes next, or tells why nothing more comes.
    async fn more(&mut self) -> Result<(), Trouble> {
        if let Some(error) = self.broken.take() {
            return Err(net::trouble(&error, self.heard()));
        }
        self.buffer.reserve(READ_SIZE);
        match self.stream.read_buf(&mut self.buffer).await {
            Ok(0) => Err(Trouble::Closed {
                received: self.heard(),
            }),
            Ok(_) => {
                self.pace.first.get_or_insert_with(Instant::now);
                self.pace.pieces += 1;
                self.echoes.hide(&mut self.buffer);
                Ok(())
            }
            Err(error) => Err(net::trouble(&error, self.heard())),
        }
    }

    /// Reads what is there by now, without waiting.
    fn take_in(&mut self) {
        while self.broken.is_none() && self.buffer.len() < MAX_REPLY {
            self.buffer.reserve(READ_SIZE);
            match self.stream.read_buf(&mut self.buffer).now_or_never() {
                None | Some(Ok(0)) => return,
                Some(Ok(_)) => self.echoes.hide(&mut self.buffer),
                Some(Err(error)) => self.broken = Some(error),
            }
        }
    }

    /// Passes over the end of a line that was set aside, and, where a reply begins, over empty lines.
    fn pass_over(&mut self, begins: bool) {
        if self.within_a_line {
            let end = self.buffer.iter().position(|byte| *byte == b'\n');
            self.within_a_line = end.is_none();
            self.buffer
                .drain(..end.map_or(self.buffer.len(), |end| end + 1));
        }
        let empty = match &self.buffer[..] {
            [b'\n', ..] => 1,
            [b'\r', b'\n', ..] => 2,
            _ => return,
        };
        if begins && self.record.unasked(UnaskedKind::EmptyLine, b"") {
            self.record.add(Direction::Received, &self.buffer[..empty]);
            self.buffer.drain(..empty);
            self.pass_over(begins);
        }
    }

    /// The first `used` bytes have found their meaning.
    fn understood(&mut self, used: usize) {
        let read = &self.buffer[..used];
        self.record.add(Direction::Received, read);
        let room = MAX_EVIDENCE.saturating_sub(self.answered.len());
        self.answered.extend_from_slice(&read[..used.min(room)]);
        // What is left over moves down: the room of the buffer is good for the next answer, too.
        self.buffer.drain(..used);
    }

    /// The first `used` bytes have found their meaning, and are nothing to be kept; `shown` is, where it says anything.
    fn set_by(&mut self, used: usize, shown: &[u8]) {
        self.buffer.drain(..used);
        self.record.add(Direction::Received, shown);
    }

    /// Everything that came since something was last said, as far as it is kept.
    fn heard(&self) -> Text {
        let both = self.answered.iter().chain(&self.buffer);
        Text(both.take(MAX_EVIDENCE).copied().collect())
    }

    fn malformed(&self) -> Trouble {
        Trouble::Malformed {
            received: Text(evidence(&self.buffer)),
            speaks: foreign::identify(&self.buffer),
        }
    }

    /// Nothing more will be made of these bytes; they are shown as they came.
    fn keep_rest(&mut self) {
        self.out_of_step = true;
        let rest = std::mem::take(&mut self.buffer);
        self.record.add(Direction::Received, &evidence(&rest));
    }
}

impl Pace {
    fn begun() -> Self {
        Self {
            said: Instant::now(),
            first: None,
            pieces: 0,
        }
    }
}

fn evidence(bytes: &[u8]) -> Vec<u8> {
    bytes[..bytes.len().min(MAX_EVIDENCE)].to_vec()
}

fn joined(lines: &[Text]) -> Vec<u8> {
    let lines: Vec<&[u8]> = lines.iter().map(AsRef::as_ref).collect();
    lines.join(&b"\r\n"[..])
}
