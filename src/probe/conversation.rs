//! A stream, the bytes that came and are not yet understood, and the record of what was said.

use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::time::Instant;

use crate::facts::{Direction, Line};
use crate::failure::Trouble;
use crate::net::{self, Wait};
use crate::wire::foreign::{self, Speaks};
use crate::wire::{self, Malformed, Text};

/// What a parser of `wire` says: done with so many bytes, need more, or broken.
type Parsed<T> = Result<Option<(T, usize)>, Malformed>;

/// Lines of the dialogue that are kept.
const MAX_LINES: usize = 500;

/// Room for each read: a greeting or a list of capabilities comes in one.
const READ_SIZE: usize = 1024;

/// Bytes of a broken answer that are kept as evidence.
const MAX_EVIDENCE: usize = 512;

/// One side of a dialogue over any stream, so that a transcript can play in memory.
#[derive(Debug)]
pub struct Conversation<S> {
    stream: S,
    /// What came and is not yet understood.
    buffer: Vec<u8>,
    record: Record,
}

/// What was said so far.
#[derive(Debug)]
pub struct Record {
    /// Line by line.
    pub lines: Vec<Line>,
    began: Instant,
    under_tls: bool,
}

impl Default for Record {
    fn default() -> Self {
        Self::new()
    }
}

impl Record {
    /// Begins now, in clear.
    pub fn new() -> Self {
        Self {
            lines: Vec::new(),
            began: Instant::now(),
            under_tls: false,
        }
    }

    /// The same record, for what is said from now on through TLS.
    #[must_use]
    pub fn under_tls(self) -> Self {
        Self {
            under_tls: true,
            ..self
        }
    }

    fn add(&mut self, direction: Direction, bytes: &[u8]) {
        let at = self.began.elapsed();
        for text in wire::lines_so_far(bytes) {
            if self.lines.len() < MAX_LINES {
                self.lines.push(Line {
                    direction,
                    at,
                    under_tls: self.under_tls,
                    text,
                });
            }
        }
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> Conversation<S> {
    /// Goes on with `record` over `stream`.
    pub fn new(stream: S, record: Record) -> Self {
        Self {
            stream,
            buffer: Vec::new(),
            record,
        }
    }

    /// Gives up the stream and the record, and the bytes that nobody has asked for.
    pub fn into_parts(self) -> (S, Record, Vec<u8>) {
        (self.stream, self.record, self.buffer)
    }

    /// Sends one line; CR LF is added.
    ///
    /// A peer that has hung up is found by the next read, which first gives what it said before: often the reason.
    pub async fn send(&mut self, line: &str, wait: Wait) -> Result<(), Trouble> {
        self.record.add(Direction::Sent, line.as_bytes());
        let bytes = format!("{line}\r\n");
        let write = async {
            self.stream.write_all(bytes.as_bytes()).await?;
            self.stream.flush().await
        };
        match net::within(wait, write).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) if net::is_hang_up(&error) => Ok(()),
            Ok(Err(error)) => Err(net::trouble(&error, Text(Vec::new()))),
            Err(expired) => Err(expired.trouble(Text(Vec::new()))),
        }
    }

    /// Reads until `parse` has a value.
    pub async fn read<T>(
        &mut self,
        parse: impl Fn(&[u8]) -> Parsed<T>,
        wait: Wait,
    ) -> Result<T, Trouble> {
        self.read_unless(parse, |_| false, wait).await
    }

    /// Reads until `parse` has a value, or until the bytes give away a protocol that is `foreign`. A binary protocol
    /// sends no line ending, and a line would be waited for in vain.
    pub async fn read_unless<T>(
        &mut self,
        parse: impl Fn(&[u8]) -> Parsed<T>,
        foreign: impl Fn(Speaks) -> bool,
        wait: Wait,
    ) -> Result<T, Trouble> {
        let stream = &mut self.stream;
        let buffer = &mut self.buffer;
        let done = net::within(wait, async {
            loop {
                match parse(buffer) {
                    Ok(Some(done)) => return Ok(done),
                    Ok(None) => {}
                    Err(_) => return Err(malformed(buffer)),
                }
                if foreign::identify(buffer).is_some_and(&foreign) {
                    return Err(malformed(buffer));
                }
                buffer.reserve(READ_SIZE);
                match stream.read_buf(buffer).await {
                    Ok(0) => {
                        return Err(Trouble::Closed {
                            received: Text(buffer.clone()),
                        });
                    }
                    Ok(_) => {}
                    Err(error) => return Err(net::trouble(&error, Text(buffer.clone()))),
                }
            }
        })
        .await;
        match done {
            Ok(Ok((value, used))) => {
                let rest = self.buffer.split_off(used);
                self.record.add(Direction::Received, &self.buffer);
                self.buffer = rest;
                Ok(value)
            }
            Ok(Err(trouble)) => {
                self.keep_rest();
                Err(trouble)
            }
            Err(expired) => {
                let received = Text(evidence(&self.buffer));
                self.keep_rest();
                Err(expired.trouble(received))
            }
        }
    }

    /// How long the conversation has lasted.
    pub fn elapsed(&self) -> Duration {
        self.record.began.elapsed()
    }

    /// Nothing more will be made of these bytes; they are shown as they came.
    fn keep_rest(&mut self) {
        let rest = std::mem::take(&mut self.buffer);
        self.record.add(Direction::Received, &evidence(&rest));
    }
}

fn malformed(buffer: &[u8]) -> Trouble {
    Trouble::Malformed {
        received: Text(evidence(buffer)),
        speaks: foreign::identify(buffer),
    }
}

fn evidence(bytes: &[u8]) -> Vec<u8> {
    bytes[..bytes.len().min(MAX_EVIDENCE)].to_vec()
}
