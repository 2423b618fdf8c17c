//! Renders an answer as text.

use crate::args;
use crate::codes::Os;
use crate::codes::icmp::Family;
use crate::report::layout::hanging;
use crate::words::{Args, Words};

use super::{Answer, Kind, Note, Reading, Related};

/// The sections of a reading: the attribute with the text, and its label.
pub(super) const SECTIONS: [(&str, &str); 4] = [
    ("meaning", "explain-label-meaning"),
    ("causes", "explain-label-causes"),
    ("tell-apart", "explain-label-tell-apart"),
    ("next", "explain-label-next"),
];

/// What a page is made with.
pub(super) struct Page<'a> {
    /// Its language.
    pub(super) words: &'a Words,
    /// Its width, in columns of the terminal.
    pub(super) width: usize,
}

impl Page<'_> {
    /// The page of an answer.
    pub(super) fn of(&self, answer: &Answer) -> String {
        let notes: Vec<_> = answer
            .notes
            .iter()
            .map(|note| self.paragraph(&self.words.plain(note.words()), ""))
            .collect();
        if !answer.is_known() {
            let meaning = self.paragraph(&self.words.plain("explain-unknown.meaning"), "");
            return meaning + &notes.concat() + &self.forms();
        }
        let pages = answer.readings.iter().map(|reading| self.one(reading));
        let parts: Vec<_> = notes.into_iter().chain(pages).collect();
        parts.join("\n")
    }

    fn one(&self, reading: &Reading) -> String {
        let mut page = self.heading(reading);
        if reading.kind == Kind::Finding {
            page.push_str(&self.finding(reading));
            if !reading.brief && !reading.related.is_empty() {
                page.push_str(&self.section("explain-label-see", &self.related(reading, |_| true)));
            }
            return page;
        }
        let shown = if reading.brief { 1 } else { SECTIONS.len() };
        for (attribute, label) in &SECTIONS[..shown] {
            if let Some(text) = self.attribute(reading, attribute) {
                page.push_str(&self.section(label, &[text]));
            }
        }
        if !reading.brief {
            page.push_str(&self.relatives(reading));
        }
        page
    }

    /// The same thing on other systems, and the findings that are worth a look.
    fn relatives(&self, reading: &Reading) -> String {
        let finding = |other: &Related| other.kind == Kind::Finding;
        let all_of = |wanted: bool| self.related(reading, |other| finding(other) == wanted);
        let parts = [
            ("explain-label-related", all_of(false)),
            ("explain-label-see", all_of(true)),
        ];
        let told = parts.iter().filter(|(_, lines)| !lines.is_empty());
        told.map(|(label, lines)| self.section(label, lines))
            .collect()
    }

    fn heading(&self, reading: &Reading) -> String {
        let title = match reading.kind {
            Kind::Finding => self.title(reading),
            _ => self.words.plain(&reading.words),
        };
        let both = match (reading.code.is_empty(), title.is_empty()) {
            (true, _) => title,
            (_, true) => reading.code.clone(),
            (false, false) => self.words.text(
                "explain-heading",
                &args! { "code" => reading.code.clone(), "title" => title },
            ),
        };
        let kind = self.words.plain(reading.kind.words());
        let kind = self.words.text("explain-kind", &args! { "kind" => kind });
        self.paragraph(&both, "") + &self.paragraph(&kind, "")
    }

    /// The title of a finding. It may name a host or a port that only a report knows.
    fn title(&self, reading: &Reading) -> String {
        self.words.in_general(&reading.words).unwrap_or_default()
    }

    /// A finding in plain words, where it is told of no host in particular.
    fn plainly(&self, reading: &Reading) -> Option<String> {
        let own = self
            .words
            .find(&format!("{}.meaning", general(reading)), &Args::new());
        let explanation = || self.attribute(reading, "explanation");
        own.or_else(explanation).filter(|text| !text.contains("{$"))
    }

    /// A finding: what it means, how mailcheck knows, who can fix it, and the steps, one a line.
    fn finding(&self, reading: &Reading) -> String {
        let mut page = String::new();
        if let Some(text) = self.plainly(reading) {
            page.push_str(&self.section("explain-label-meaning", &[text]));
        }
        if reading.brief {
            return page;
        }
        if let Some(about) = self.attribute(reading, "about") {
            let (about, owner) = split_owner(&about);
            page.push_str(&self.section("explain-label-evidence", &[about.to_owned()]));
            if let Some(owner) = owner {
                page.push_str(&self.section("explain-label-owner", &[capital(owner)]));
            }
        }
        if let Some(steps) = self.attribute(reading, "steps") {
            page.push_str(&self.section("explain-label-steps", &lines(&steps)));
        }
        page
    }

    fn attribute(&self, reading: &Reading, name: &str) -> Option<String> {
        self.words
            .find(&format!("{}.{name}", reading.words), &Args::new())
    }

    fn related(&self, reading: &Reading, wanted: impl Fn(&Related) -> bool) -> Vec<String> {
        let line = |other: &Related| {
            let kind = self.words.plain(other.kind.words());
            let args = args! { "kind" => kind, "code" => other.code.clone() };
            self.words.text("explain-related", &args)
        };
        reading
            .related
            .iter()
            .filter(|other| wanted(other))
            .map(line)
            .collect()
    }

    /// What can be asked, for somebody whose query is in no table.
    fn forms(&self) -> String {
        let forms = self.words.plain("explain-unknown.forms");
        self.section("explain-unknown.forms-label", &lines(&forms))
    }

    /// A label and its paragraphs, with an empty line before.
    fn section(&self, label: &str, paragraphs: &[String]) -> String {
        let label = self.paragraph(&self.words.plain(label), "  ");
        let paragraphs = paragraphs.iter().map(|text| self.paragraph(text, "    "));
        format!("\n{label}{}", paragraphs.collect::<String>())
    }

    /// Fills lines up to the width, each indented; white space within counts as one space.
    fn paragraph(&self, text: &str, indent: &str) -> String {
        let words: Vec<_> = text.split_whitespace().collect();
        hanging(indent, &words.join(" "), self.width)
    }
}

/// The id of a finding's words where no host is named.
fn general(reading: &Reading) -> String {
    format!("explain-{}", reading.words)
}

/// What is written about a finding, and the sentence at its end that names who can fix it.
fn split_owner(about: &str) -> (&str, Option<&str>) {
    const LABELS: [&str; 4] = ["Who can fix it: ", "Owner: ", "责任方：", "谁能解决："];
    let at = LABELS
        .iter()
        .find_map(|label| about.rfind(label).map(|at| (at, label.len())));
    match at {
        Some((at, length)) => (about[..at].trim_end(), Some(&about[at + length..])),
        None => (about, None),
    }
}

/// A text that begins a line.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}

fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.map(ToOwned::to_owned).collect()
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
            Self::Phrase => "explain-kind-phrase",
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
            Self::SendingServer => "explain-note-sending-server",
            Self::Bounce => "explain-note-bounce",
            Self::AnyProgram => "explain-note-any-program",
            Self::ResultCode => "explain-note-result-code",
            Self::WinsockRange => "explain-note-winsock-range",
            Self::InternetRange => "explain-note-wininet-range",
        }
    }
}
