//! Renders an answer as text of 80 columns.

use unicode_width::UnicodeWidthStr;

use crate::codes::Os;
use crate::codes::icmp::Family;
use crate::words::{Args, Words};

use super::{Answer, Kind, Note, Reading};

/// The width of a page, in columns of the terminal.
const WIDTH: usize = 80;

/// The sections of a reading: the attribute with the text, and its label.
pub(super) const SECTIONS: [(&str, &str); 4] = [
    ("meaning", "explain-label-meaning"),
    ("causes", "explain-label-causes"),
    ("tell-apart", "explain-label-tell-apart"),
    ("next", "explain-label-next"),
];

/// The page of an answer.
pub(super) fn page(answer: &Answer, words: &Words) -> String {
    let notes: Vec<_> = answer
        .notes
        .iter()
        .map(|note| wrap(&words.plain(note.words()), 0))
        .collect();
    if !answer.is_known() {
        let meaning = wrap(&words.plain("explain-unknown.meaning"), 0);
        return meaning + &notes.concat() + &forms(words);
    }
    let pages = answer.readings.iter().map(|reading| one(reading, words));
    let parts: Vec<_> = notes.into_iter().chain(pages).collect();
    parts.join("\n")
}

fn one(reading: &Reading, words: &Words) -> String {
    let mut page = heading(reading, words);
    if reading.kind == Kind::Finding {
        page.push_str(&finding(reading, words));
        return page;
    }
    let shown = if reading.brief { 1 } else { SECTIONS.len() };
    for (attribute, label) in &SECTIONS[..shown] {
        if let Some(text) = words.find(&format!("{}.{attribute}", reading.words), &Args::new()) {
            page.push_str(&section(&words.plain(label), &[text]));
        }
    }
    if !reading.brief && !reading.related.is_empty() {
        page.push_str(&section(
            &words.plain("explain-label-related"),
            &related(reading, words),
        ));
    }
    page
}

fn heading(reading: &Reading, words: &Words) -> String {
    let title = words.plain(&reading.words);
    // The title of a finding may name a host or a port that only a report knows.
    let title = if title.contains("{$") { "" } else { &title };
    let both = match (reading.code.is_empty(), title.is_empty()) {
        (true, _) => title.to_owned(),
        (_, true) => reading.code.clone(),
        (false, false) => format!("{}: {title}", reading.code),
    };
    wrap(&both, 0) + &wrap(&format!("({})", words.plain(reading.kind.words())), 0)
}

/// A finding: what it means and on what evidence, then the steps, one a line.
fn finding(reading: &Reading, words: &Words) -> String {
    let mut page = String::new();
    if let Some(about) = words.find(&format!("{}.about", reading.words), &Args::new()) {
        page.push_str(&section(&words.plain("explain-label-meaning"), &[about]));
    }
    if let Some(steps) = words.find(&format!("{}.steps", reading.words), &Args::new()) {
        let steps: Vec<_> = steps
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(ToOwned::to_owned)
            .collect();
        page.push_str(&section(&words.plain("explain-label-steps"), &steps));
    }
    page
}

fn related(reading: &Reading, words: &Words) -> Vec<String> {
    let line =
        |other: &super::Related| format!("{}: {}", words.plain(other.kind.words()), other.code);
    reading.related.iter().map(line).collect()
}

/// What can be asked, for somebody whose query is in no table.
fn forms(words: &Words) -> String {
    let forms = words.plain("explain-unknown.forms");
    let forms: Vec<_> = forms.lines().map(ToOwned::to_owned).collect();
    section(&words.plain("explain-unknown.forms-label"), &forms)
}

/// A label and its paragraphs, with an empty line before.
fn section(label: &str, paragraphs: &[String]) -> String {
    let mut text = format!("\n  {label}\n");
    for paragraph in paragraphs {
        text.push_str(&wrap(paragraph, 4));
    }
    text
}

/// Fills lines up to the width, each indented; white space within counts as one space.
fn wrap(text: &str, indent: usize) -> String {
    let mut lines = String::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() && indent + line.width() + 1 + word.width() > WIDTH {
            lines.push_str(&indented(&line, indent));
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines + &indented(&line, indent)
}

fn indented(line: &str, indent: usize) -> String {
    format!("{:indent$}{line}\n", "")
}

impl Reading {
    /// Whether the locale has a page for it.
    pub(super) fn has_words(&self, words: &Words) -> bool {
        words.find(&self.words, &Args::new()).is_some()
    }
}

impl Kind {
    /// The id of its label.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::Socket(Os::Linux) => "explain-kind-linux",
            Self::Socket(Os::MacOs) => "explain-kind-macos",
            Self::Socket(Os::Windows) => "explain-kind-winsock",
            Self::Unix => "explain-kind-unix",
            Self::Win32 => "explain-kind-win32",
            Self::Internet => "explain-kind-wininet",
            Self::ResultCode => "explain-kind-result-code",
            Self::SystemMessage => "explain-kind-system-message",
            Self::Resolver(Os::Linux) => "explain-kind-resolver-linux",
            Self::Resolver(Os::MacOs) => "explain-kind-resolver-macos",
            Self::Resolver(Os::Windows) => "explain-kind-resolver-windows",
            Self::ResolverName => "explain-kind-resolver",
            Self::Outlook => "explain-kind-outlook",
            Self::Icmp(Family::V4) => "explain-kind-icmp-v4",
            Self::Icmp(Family::V6) => "explain-kind-icmp-v6",
            Self::SmtpReply => "explain-kind-smtp-reply",
            Self::SmtpStatus => "explain-kind-smtp-status",
            Self::ReplyText => "explain-kind-reply-text",
            Self::Pop3 => "explain-kind-pop3",
            Self::Imap => "explain-kind-imap",
            Self::TlsAlert => "explain-kind-tls-alert",
            Self::DnsRcode => "explain-kind-dns-rcode",
            Self::DnsExtended => "explain-kind-dns-extended",
            Self::Port => "explain-kind-port",
            Self::Finding => "explain-kind-finding",
        }
    }
}

impl Note {
    /// The id of its sentence.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::SeveralReadings => "explain-note-several-readings",
            Self::ConnectionWorks => "explain-note-connection-works",
            Self::ResultCode => "explain-note-result-code",
            Self::WinsockRange => "explain-note-winsock-range",
            Self::InternetRange => "explain-note-wininet-range",
        }
    }
}
