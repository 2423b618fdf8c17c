//! Reads a text: an error report, a reply, a line of a log, a traceback, a bounce.
//!
//! Numbers count only where their form or a label says what they are, or where the words beside them agree; where a
//! number and a sentence contradict each other, the sentence is the witness.

use crate::codes::phrases::{self, Hit, Means, Weight};
use crate::codes::reply::{self, ReplyText};
use crate::codes::resolver::Failure;
use crate::codes::{dns, tls};

use super::answers::{answer_line, brackets};
use super::clean::clean;
use super::numbers::{self, numbers};
use super::weigh::{
    BOUNCE, CAUSE, CONTRADICTED, UNCONNECTED, agrees, is_bare_answer, is_general_refusal, is_label,
    is_lookup, is_of_certificate, is_of_replies_only, is_of_system, is_of_tls, is_own_status,
    is_plain_refusal, is_refusal, is_technical, is_told_of_a_refusal, news_of, own_words,
    went_well,
};
use super::{Kind, Note, Reading, claims, grammar, hits, read, reading, strangers};

/// Every reading of the text, the most exact first, and what is to be said of it as a whole.
pub(super) fn read(text: &str) -> (Vec<Reading>, Option<Note>) {
    let text = clean(text);
    let text = text.trim();
    if let Some(reading) = name(text).or_else(|| labelled(text)) {
        return (vec![reading], None);
    }
    let page = Page::of(text);
    let mut found = Found::default();
    for line in &page.lines {
        found.line(&page, line);
    }
    found.text(&page);
    let note = found.note(&page);
    (found.in_order(), note)
}

/// A text that is a name in several words: `handshake failure`, `DNSSEC Bogus`.
fn name(text: &str) -> Option<Reading> {
    if text.len() > 80 || reply::reply_text(text).is_some() {
        // "Access denied" is what a server says sooner than what a TLS library does.
        return None;
    }
    // musl's words for EAI_AGAIN are anybody's within a sentence.
    if text.trim_end_matches('.').eq_ignore_ascii_case("try again") {
        return Some(reading::resolver_message(Failure::TryAgain));
    }
    let alert =
        || tls::alert_by_name(text.strip_prefix("alert ").unwrap_or(text)).map(reading::tls_alert);
    alert().or_else(|| dns::extended_by_name(text).map(reading::extended))
}

/// `port 25`, `Error 110`: a number with one word before it, which is all there is.
fn labelled(text: &str) -> Option<Reading> {
    let mut words = text
        .split(|c: char| c.is_whitespace() || matches!(c, ':' | '#' | '='))
        .filter(|word| !word.is_empty());
    let (word, number) = (words.next()?.to_lowercase(), words.next()?);
    let number: i32 = number.parse().ok().filter(|_| words.next().is_none())?;
    match word.as_str() {
        "port" | "端口" | "連接埠" => read::port(number),
        "error" | "错误" | "錯誤" if number < 200 => {
            reading::error_readings(number).into_iter().next()
        }
        _ => None,
    }
}

/// A text with its sentences.
struct Page<'a> {
    /// The whole in lower case with single spaces.
    flat: String,
    lines: Vec<Line<'a>>,
    hits: Vec<Hit>,
}

struct Line<'a> {
    text: &'a str,
    /// Where it stands in the flat text.
    start: usize,
    end: usize,
}

impl<'a> Page<'a> {
    fn of(text: &'a str) -> Self {
        let mut flat = String::with_capacity(text.len());
        let mut lines = Vec::new();
        for line in text.lines() {
            let start = flat.len();
            for word in line.split_whitespace() {
                if !flat.is_empty() {
                    flat.push(' ');
                }
                flat.push_str(&word.to_lowercase());
            }
            lines.push(Line {
                text: line,
                start,
                end: flat.len(),
            });
        }
        let hits = phrases::find(&flat);
        Self { flat, lines, hits }
    }

    /// The sentences that begin in a line.
    fn hits_of(&self, line: &Line<'_>) -> impl Iterator<Item = &Hit> {
        let (start, end) = (line.start, line.end);
        self.hits
            .iter()
            .filter(move |hit| (start..end).contains(&hit.start))
    }

    /// What the reply says that the text holds. That the server is in trouble has to stand in the reply itself, where one of
    /// its lines says something: programs speak of a "server error" around every refusal.
    fn reply_text(&self) -> Option<ReplyText> {
        let whole = reply::reply_text(&self.flat)?;
        let trouble = [
            ReplyText::ServerTrouble,
            ReplyText::LoginTemporarilyUnavailable,
        ];
        if self.lines.len() < 2 || !trouble.contains(&whole) {
            return Some(whole);
        }
        let spoken = |line: &&Line<'_>| {
            !(answer_line(line.text).is_empty() && brackets(line.text).is_empty())
        };
        let said = |line: &Line<'_>| reply::reply_text(line.text);
        let mut lines = self.lines.iter().filter(spoken).filter_map(said);
        Some(lines.next().unwrap_or(whole))
    }

    fn says(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.flat.contains(word))
    }
}

/// Words of bounces in Chinese: what cannot be looked up there is the recipient's domain.
const BOUNCED: &[&str] = &["退信", "收件人", "收件域"];

#[derive(Default)]
struct Found {
    readings: Vec<Reading>,
    /// Sentences that count only where nothing else is known.
    vague: Vec<Reading>,
    /// Those that count only where there is not even one of these.
    loose: Vec<Reading>,
    plain: Vec<Reading>,
}

impl Found {
    fn any(&self, like: impl Fn(Kind) -> bool) -> bool {
        self.readings.iter().any(|reading| like(reading.kind))
    }

    /// Whether a sentence says that a server tries in vain, and another why.
    fn is_told_why(&self, reading: &Reading) -> bool {
        reading.words == "code-phrase-retries-ended" && self.any(|kind| kind == Kind::ReplyText)
    }

    /// Adds what is new: the same number twice, or its twin on another system, is one reading.
    fn extend(&mut self, readings: impl IntoIterator<Item = Reading>) {
        for reading in readings {
            let known = self.readings.iter().any(|other| {
                other.words == reading.words
                    && (other.code == reading.code
                        || reading.code.is_empty()
                        || reading.kind.is_system())
            });
            if !known && self.readings.len() < super::MAX_READINGS {
                self.readings.push(reading);
            }
        }
    }

    /// Reads one line: what a server said, the numbers, and the sentences beside them.
    fn line(&mut self, page: &Page<'_>, line: &Line<'_>) {
        let mut said = answer_line(line.text);
        said.extend(brackets(line.text));
        let mut counted = numbers(line.text);
        let replied = said.iter().chain(&counted).any(is_refusal);
        if replied {
            // curl numbers a broken transfer; beside the reply that broke it off that says nothing.
            counted.retain(|number| number.kind != Kind::Finding);
        }
        let looked_up = counted
            .iter()
            .any(|number| matches!(number.kind, Kind::Resolver(_)));
        for hit in page.hits_of(line) {
            let readings = hits::of(hit);
            // The server tells of its own trouble; a number of name resolution is more exact than its sentence.
            // Go's own error is no word of a server, whatever code a program puts beside it.
            let told =
                (replied && is_of_system(hit.group.means) && !line.text.contains("dial tcp"))
                    || (matches!(hit.group.means, Means::Resolver(_)) && page.says(BOUNCED));
            if told || (looked_up && matches!(hit.group.means, Means::Resolver(_))) {
                continue;
            }
            if hit.group.weight < Weight::Vague && !claims::is_claim(hit.group.means) {
                counted.retain(|number| agrees(number, &readings));
            }
            self.sentence(hit, line, readings);
        }
        let (labels, counted): (Vec<_>, Vec<_>) = counted.into_iter().partition(is_label);
        self.vague.extend(labels);
        self.extend(said);
        self.extend(counted);
    }

    fn sentence(&mut self, hit: &Hit, line: &Line<'_>, readings: Vec<Reading>) {
        let numbered = readings
            .first()
            .and_then(|message| numbers::beside(line.text, message));
        let readings = numbered.map_or(readings, |number| vec![number]);
        match hit.group.weight {
            Weight::Exact => self.extend(readings),
            Weight::Plain => self.plain.extend(readings),
            Weight::Vague => self.vague.extend(readings),
            Weight::Loose => self.loose.extend(readings),
        }
    }

    /// Reads the text as a whole: what a reply says in words, and what counts where nothing else is known.
    fn text(&mut self, page: &Page<'_>) {
        let plain = std::mem::take(&mut self.plain);
        let exact = self.any(|kind| {
            matches!(
                kind,
                Kind::Finding | Kind::Phrase | Kind::TlsAlert | Kind::ResultCode | Kind::Internet
            )
        });
        let answered = self.any(Kind::is_answer);
        let replied = self.readings.iter().any(is_refusal);
        let looked_up = self.readings.iter().any(is_lookup);
        let system =
            self.any(Kind::is_system) || plain.iter().any(|reading| reading.kind.is_system());
        let alone = self.readings.is_empty();
        let certified = plain.iter().any(is_of_certificate);
        for reading in plain {
            // A sentence of the system stands; one that names a fault gives way to a more exact one.
            let gives_way = match reading.kind {
                Kind::Finding => {
                    exact
                        // That TLS failed is the headline of whatever is wrong with a certificate.
                        || (certified && is_of_tls(&reading) && !is_of_certificate(&reading))
                        || (replied && !is_of_tls(&reading))
                        // "STARTTLS failed" is said of a time-out, too.
                        || (system && reading.words == "finding-starttls-refused")
                }
                Kind::Phrase => exact || replied || system || self.is_told_why(&reading),
                Kind::SystemMessage => looked_up && is_lookup(&reading),
                Kind::Outlook => self.any(|kind| kind == Kind::Outlook),
                Kind::ReplyText => exact || answered,
                _ => false,
            };
            if !gives_way {
                self.extend([reading]);
            }
        }
        // Words such as "spam" in the name of a server prove nothing: only a reply is read by its text.
        // A status code alone is in many a line of a log whose own words say what failed.
        let told =
            self.any(|kind| kind.is_system() || matches!(kind, Kind::Finding | Kind::Phrase));
        let by_system = self.any(Kind::is_system);
        let said = if replied || alone {
            answered || (alone && !by_system)
        } else {
            answered && !told
        };
        let claimed = !by_system && self.any(|kind| kind == Kind::ReplyText);
        if said || claimed {
            self.reply_text(page, alone);
        }
        self.weak(page);
        self.settle(page);
    }

    /// Adds what counts only where nothing else is known: sentences that say little, words that stand near each other, and
    /// what the grammar makes of the rest. What went well before tells nothing of what failed in the end.
    fn weak(&mut self, page: &Page<'_>) {
        if !self.readings.iter().all(went_well) {
            return;
        }
        let mut weak = std::mem::take(&mut self.vague);
        let most = weak.iter().map(news_of).max();
        weak.retain(|reading| Some(news_of(reading)) == most);
        if weak.is_empty() && self.readings.is_empty() && is_technical(&page.flat) {
            weak = std::mem::take(&mut self.loose);
            // A connection that could not be closed was there.
            if page.says(&["failed to close", "closed network connection"]) {
                weak.retain(|reading| news_of(reading) != UNCONNECTED);
            }
        }
        let known = weak.iter().map(news_of).max();
        if known.is_none_or(|news| news < CAUSE) {
            let read = grammar::read(&page.flat, page.lines.iter().map(|line| line.text));
            // Where no connection came about, none can have refused a login: that is only what the program supposes.
            let supposed = |reading: &Reading| {
                known == Some(UNCONNECTED) && reading.words == ReplyText::CredentialsRefused.words()
            };
            if let Some(read) = read.filter(|read| Some(news_of(read)) > known && !supposed(read)) {
                weak = vec![read];
            }
        }
        let well = std::mem::take(&mut self.readings);
        self.extend(weak.into_iter().chain(well));
    }

    fn reply_text(&mut self, page: &Page<'_>, alone: bool) {
        // A response code says more than that something is wrong inside the server.
        let coded = self.readings.iter().any(|reading| {
            matches!(reading.kind, Kind::Imap | Kind::Pop3) && !is_bare_answer(reading)
        });
        let own = own_words(&page.flat).and_then(reply::reply_text);
        let Some(says) = own.or_else(|| page.reply_text()) else {
            return;
        };
        if coded && matches!(says, ReplyText::ServerTrouble | ReplyText::ClientRefused) {
            return;
        }
        if alone && !is_told_of_a_refusal(says, &page.flat) {
            return;
        }
        let weak = [
            ReplyText::CredentialsRefused,
            ReplyText::ServerTrouble,
            ReplyText::ClientRefused,
        ];
        if alone && is_of_replies_only(says) && !is_plain_refusal(&page.flat) {
            return;
        }
        let told = alone || self.any(|kind| kind == Kind::ReplyText);
        if !self.readings.is_empty() && weak.contains(&says) && told {
            return;
        }
        if alone {
            // What a program says of a whole kind of failures is less than the words of the reply in it.
            self.readings.retain(|reading| reading.kind != Kind::Phrase);
        }
        // A text without any code is a program's; what it says of a whole text is less than its own sentences.
        let refused = ReplyText::CredentialsRefused.words();
        self.readings
            .retain(|reading| reading.words != refused && reading.words != says.words());
        self.readings
            .insert(0, Reading::new(Kind::ReplyText, "", says.words()));
    }

    /// Takes out what the rest of the text contradicts.
    fn settle(&mut self, page: &Page<'_>) {
        let nntp = page.says(&["nntp"])
            || self
                .readings
                .iter()
                .any(|reading| reading.words == "code-outlook-nntp");
        if nntp {
            let before = self.readings.len();
            self.readings.retain(|reading| {
                !reading.kind.is_answer() && reading.words != "code-text-mailbox-unknown"
            });
            if self.readings.is_empty() && before > 0 {
                self.extend([Reading::new(Kind::Outlook, "", "code-outlook-nntp")]);
            }
        }
        claims::settle(&mut self.readings, &page.flat);
        strangers::settle(&mut self.readings, &page.flat);
        // Erlang names the alert that it sends itself: the finding beside it says why.
        if page.says(&["generated client alert"])
            && self.any(|kind| matches!(kind, Kind::Finding | Kind::Phrase))
        {
            self.readings
                .retain(|reading| reading.kind != Kind::TlsAlert);
        }
        // A code of Exchange's own says more than that access is denied or that something fails.
        if self.readings.iter().any(is_own_status) {
            self.readings.retain(|reading| !is_general_refusal(reading));
        }
        let says = |words: &str| self.readings.iter().any(|reading| reading.words == words);
        let wrong: Vec<&str> = CONTRADICTED
            .iter()
            .filter(|(text, _)| says(text))
            .flat_map(|(_, status)| status.iter().copied())
            .collect();
        self.readings
            .retain(|reading| !wrong.contains(&reading.words.as_str()));
        // Of a whole dialogue the refusal counts, not what went well before it.
        if self
            .readings
            .iter()
            .any(|reading| reading.kind == Kind::SmtpReply && is_refusal(reading))
        {
            self.readings
                .retain(|reading| reading.kind != Kind::SmtpReply || is_refusal(reading));
        }
    }

    /// What is to be said of the text as a whole.
    fn note(&self, page: &Page<'_>) -> Option<Note> {
        if page.says(BOUNCE) {
            return Some(Note::Bounce);
        }
        if self.readings.iter().all(went_well) {
            return None;
        }
        if strangers::is_any_programs(&self.readings, &page.flat) {
            return Some(Note::AnyProgram);
        }
        let relayed = self.readings.iter().any(|reading| {
            reading.kind == Kind::SmtpStatus && reading.code.split('.').nth(1) == Some("4")
        }) || page.says(&["dsn=", "stat=", "winsock error"]);
        if relayed {
            return Some(Note::SendingServer);
        }
        let failed = self.any(|kind| !(kind.is_answer() || matches!(kind, Kind::Outlook)));
        let answered = self.readings.iter().any(|reading| {
            matches!(
                reading.kind,
                Kind::SmtpReply | Kind::SmtpStatus | Kind::Pop3 | Kind::Imap
            )
        });
        (answered && !failed && !page.says(&["nntp"])).then_some(Note::ConnectionWorks)
    }

    /// The most exact first. Of what the server said, the most exact is explained in full and the rest in brief.
    fn in_order(self) -> Vec<Reading> {
        let mut readings = self.readings;
        // A response code says more than the answer that it stands in.
        let coded = readings.iter().any(|reading| {
            matches!(reading.kind, Kind::Imap | Kind::Pop3) && !is_bare_answer(reading)
        });
        if coded
            || readings
                .iter()
                .any(|reading| reading.kind == Kind::ReplyText)
        {
            readings.retain(|reading| !is_bare_answer(reading));
        }
        readings.sort_by_key(|reading| reading.kind.rank());
        for reading in readings
            .iter_mut()
            .filter(|reading| reading.kind.is_answer())
            .skip(1)
        {
            reading.brief = true;
        }
        for reading in readings.iter_mut().skip(3) {
            reading.brief = true;
        }
        readings
    }
}

impl Kind {
    /// The most exact kinds have the lowest rank.
    const fn rank(self) -> u8 {
        match self {
            Self::Finding | Self::Phrase => 0,
            Self::ReplyText | Self::TlsAlert => 1,
            Self::Socket(_) | Self::Unix | Self::Win32 | Self::SystemMessage => 2,
            Self::Resolver(_) | Self::ResolverName => 3,
            Self::ResultCode | Self::Internet => 4,
            Self::Icmp(_) | Self::DnsExtended | Self::DnsRcode => 5,
            Self::Pop3 | Self::Imap | Self::SmtpStatus => 6,
            Self::SmtpReply => 7,
            Self::Outlook => 8,
            Self::Port => 9,
        }
    }

    /// Whether it is the error of a system, which has twins with the same words.
    pub(super) const fn is_system(self) -> bool {
        matches!(
            self,
            Self::Socket(_)
                | Self::Unix
                | Self::Win32
                | Self::SystemMessage
                | Self::Resolver(_)
                | Self::ResolverName
                | Self::ResultCode
                | Self::Internet
        )
    }
}
