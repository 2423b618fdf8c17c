//! A code, a name, a pasted reply or a finding id: what it means, in a page of words.
//!
//! Reading and rendering are apart. [`explain`] turns the query into plain data; [`Answer::render`] looks the words up.
//! A page never repeats the query itself, only what the tables of [`crate::codes`] recognised in it.

mod answers;
mod claims;
mod clean;
mod grammar;
mod hits;
mod labels;
mod logins;
mod made_up;
mod numbers;
mod queries;
mod read;
mod reading;
mod render;
mod report;
mod strangers;
#[cfg(test)]
mod tests;
mod weigh;

pub use clean::decode;
pub use queries::{is_code, joined};

use crate::codes::Os;
use crate::codes::icmp::Family;
use crate::words::Words;

/// How much of a query is kept and read, in bytes: of a longer one the beginning and the end.
pub const MAX_QUERY: usize = 64 * 1024;

/// How many readings one answer holds; a pasted report has a handful.
pub const MAX_READINGS: usize = 12;

/// What a query means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The query as given; of one longer than [`MAX_QUERY`] the beginning and the end. It is not escaped.
    pub query: String,
    /// Every reading, the most exact first; empty where the query is in no table.
    pub readings: Vec<Reading>,
    /// What is to be said about the query as a whole.
    pub notes: Vec<Note>,
}

/// One thing that the query, or a part of it, means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Whose number or name it is.
    pub kind: Kind,
    /// The number and the name, as the table has them: `10060 WSAETIMEDOUT`. Empty where only words were recognised.
    pub code: String,
    /// The id of the words.
    pub words: String,
    /// Whether meaning alone is shown, because another reading says more.
    pub brief: bool,
    /// The same thing on other systems.
    pub related: Vec<Related>,
}

/// The same thing elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Whose number or name it is.
    pub kind: Kind,
    /// The number and the name.
    pub code: String,
}

/// Whose number or name something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// An errno, or a number of Winsock.
    Socket(Os),
    /// An errno that Linux and macOS share.
    Unix,
    /// A system error of Windows that stands for a socket error.
    Win32,
    /// A number of `WinINet` or `WinHTTP`.
    Internet,
    /// A result code of Windows.
    ResultCode,
    /// A sentence of the operating system.
    SystemMessage,
    /// A number of the system's name resolution.
    Resolver(Os),
    /// A name of the system's name resolution.
    ResolverName,
    /// A number of Outlook and its relatives.
    Outlook,
    /// An ICMP message.
    Icmp(Family),
    /// An SMTP reply code.
    SmtpReply,
    /// An enhanced status code.
    SmtpStatus,
    /// A sentence of a program or a library.
    Phrase,
    /// What the text of a reply says.
    ReplyText,
    /// A POP3 answer or response code.
    Pop3,
    /// An IMAP answer or response code.
    Imap,
    /// A TLS alert.
    TlsAlert,
    /// A DNS response code.
    DnsRcode,
    /// An extended DNS error.
    DnsExtended,
    /// A port number.
    Port,
    /// A finding of mailcheck.
    Finding,
}

/// Something to be said about the query as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Note {
    /// One number, several meanings.
    SeveralReadings,
    /// A server answered, so the connection works.
    ConnectionWorks,
    /// A sending server tells of its own attempt to pass the message on.
    SendingServer,
    /// The text is a bounce.
    Bounce,
    /// A login was refused in words that any program says.
    AnyProgram,
    /// It has the form of a Windows result code.
    ResultCode,
    /// It is in the range of Winsock.
    WinsockRange,
    /// It is in the range of `WinINet`.
    InternetRange,
}

/// Reads what a pipe brings. Of a long log the beginning and the end are kept, whatever its length.
///
/// # Errors
///
/// Where the input cannot be read.
pub fn read_input(input: &mut impl std::io::Read) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    let mut part = vec![0; MAX_QUERY];
    loop {
        let count = input.read(&mut part)?;
        if count == 0 {
            return Ok(decode(&bytes));
        }
        bytes.extend_from_slice(&part[..count]);
        if bytes.len() > 4 * MAX_QUERY {
            // What lies in the middle is read by nobody.
            let tail = bytes.len() - 2 * MAX_QUERY;
            bytes.drain(MAX_QUERY..tail);
        }
    }
}

/// Says what a query means. Every query has an answer; one without readings says that nothing is known.
///
/// A word in kebab-case is a finding where `words` has a page for it (`finding-…`).
pub fn explain(query: &str, words: &Words) -> Answer {
    let query = clean::bounded(query).into_owned();
    let text = query.trim();
    let single = text.is_ascii() && !text.contains(char::is_whitespace);
    let (mut readings, note) = if single { word(text) } else { several(text) };
    readings.extend(finding(text, words));
    readings.truncate(MAX_READINGS);
    logins::name_finding(text, &mut readings);
    Answer {
        query,
        readings,
        notes: note.into_iter().collect(),
    }
}

/// The finding of that id.
fn finding(id: &str, words: &Words) -> Option<Reading> {
    let reading = Reading::new(Kind::Finding, id, format!("finding-{id}"));
    Some(reading).filter(|reading| read::is_finding_id(id) && reading.has_words(words))
}

/// One number or name.
fn word(text: &str) -> (Vec<Reading>, Option<Note>) {
    let token = read::bare_token(text);
    let readings = read::token(token);
    match readings.as_slice() {
        // `errno=110`, `rcode:3`: a text, if a short one.
        [] => {
            let (readings, note) = several(text);
            let range = || read::range(token).filter(|_| readings.is_empty());
            let note = note.or_else(range);
            (readings, note)
        }
        [_] => (readings, None),
        _ => (
            readings,
            read::is_number(token).then_some(Note::SeveralReadings),
        ),
    }
}

/// A text of several words.
fn several(text: &str) -> (Vec<Reading>, Option<Note>) {
    report::read(text)
}

impl Answer {
    /// Whether anything is known of the query.
    pub fn is_known(&self) -> bool {
        !self.readings.is_empty()
    }

    /// The page as text of `width` columns, with a line end at its end.
    pub fn render(&self, words: &Words, width: usize) -> String {
        render::Page { words, width }.of(self)
    }
}

impl Kind {
    /// Whether a mail server said it.
    const fn is_answer(self) -> bool {
        matches!(
            self,
            Self::SmtpReply | Self::SmtpStatus | Self::ReplyText | Self::Pop3 | Self::Imap
        )
    }
}
