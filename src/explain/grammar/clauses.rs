//! Takes a line apart: what is a sentence of a program, and where its parts end.

use crate::codes::phrases;

/// A sentence in lower case and simplified characters, and where its parts begin and end.
pub(super) struct Clause {
    text: String,
    parts: Vec<(usize, usize)>,
}

impl Clause {
    pub(super) fn whole(&self) -> &str {
        &self.text
    }

    pub(super) fn parts(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.parts.iter().map(|(from, to)| &self.text[*from..*to])
    }
}

/// How much of a line is read: a log puts a whole traceback on one.
const LINE: usize = 4096;

/// The sentences of a line that may tell of a failure.
pub(super) fn clauses(line: &str) -> Vec<Clause> {
    if is_frame(line) || is_quiet(line) {
        return Vec::new();
    }
    let mut end = line.len().min(LINE);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    let text = spelled(&line[..end]).to_lowercase();
    // The scheme of an address says how it was to be, not what happened.
    let text = text.replace("ssl://", "").replace("tls://", "");
    let text = phrases::simplified(&text).unwrap_or(text);
    sentences(&text)
        .filter(|sentence| !is_advice(sentence) && !went_well(sentence))
        .map(|sentence| Clause {
            parts: parts(sentence),
            text: sentence.to_owned(),
        })
        .collect()
}

/// Whether a line is a place in a program and no sentence: `at com.sun.mail…(SMTPTransport.java:482)`, `File "smtplib.py", line 8`.
fn is_frame(line: &str) -> bool {
    let line = line.trim_start();
    let begins = ["at ", "File \"", "from /", "#", "...", "raise ", "return "];
    // Ruby puts what happened behind the place: `mailer.rb:7:in 'send': No SMTP username provided`.
    let ruby = line.contains(":in '") && !line.contains("': ");
    ruby || begins.iter().any(|mark| line.starts_with(mark))
}

/// Whether a log says of a line that nothing went wrong in it.
fn is_quiet(line: &str) -> bool {
    const LEVELS: &[&str] = &[
        "debug", "[info]", " info ", "info:", "=info", "\"info\"", "[trace]", " trace ", "=trace",
    ];
    // A server tells of its clients, and of programs beside it.
    const SERVERS: &[&str] = &[
        "dovecot:",
        "smtpd[",
        "lmtp(",
        "imap-login",
        "pop3-login",
        "milter",
    ];
    let mut end = line.len().min(160);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    let head = line[..end].to_lowercase();
    LEVELS
        .iter()
        .chain(SERVERS)
        .any(|level| head.contains(level))
}

/// A line with the names of errors as words, and without what only says how grave it is: `FolderClosedException` is
/// `Folder Closed Exception`.
fn spelled(line: &str) -> String {
    const GRAVE: &[&str] = &[
        "ERROR", "ERR", "FATAL", "CRITICAL", "SEVERE", "WARNING", "WARN", "NOTICE", "EROR",
    ];
    let mut out = String::with_capacity(line.len() + 16);
    for (index, word) in line.split_whitespace().enumerate() {
        let bare = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        if index > 0 {
            out.push(' ');
        }
        if GRAVE.contains(&bare) {
            // Its colon still ends a part.
            out.push_str(if word.ends_with(':') { "-:" } else { "-" });
        } else if is_error_name(bare) {
            split_name(word, &mut out);
        } else {
            out.push_str(word);
        }
    }
    out
}

/// `javax.mail.FolderClosedException`, `SMTPConnectError`, `Net::OpenTimeout`.
fn is_error_name(word: &str) -> bool {
    let last = word.rsplit(['.', ':', '\\', '(']).next().unwrap_or(word);
    let ends = ["Exception", "Error", "Failure", "Timeout"];
    last.is_ascii()
        && ends
            .iter()
            .any(|end| last.len() > end.len() && last.ends_with(end))
}

/// Writes a name with a blank before each capital that begins a word. That it is an error says nothing: what kind of one does.
fn split_name(word: &str, out: &mut String) {
    let word = word.replacen("Exception", "", 1);
    let word = word.replacen("Error", "", 1);
    let mut before = ' ';
    let mut letters = word.chars().peekable();
    while let Some(c) = letters.next() {
        let next = letters.peek().is_some_and(char::is_ascii_lowercase);
        let begins = c.is_ascii_uppercase()
            && (before.is_ascii_lowercase()
                || before.is_ascii_digit()
                || (before.is_ascii_uppercase() && next));
        if begins {
            out.push(' ');
        }
        out.push(c);
        before = c;
    }
}

/// The sentences of a text.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let ends = [". ", "! ", "? ", "; ", "。", "!", "?", ";"];
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let found = ends
            .iter()
            .filter_map(|end| Some((rest.find(end)?, end.len())))
            .min();
        let (sentence, after) = match found {
            // A question ends in its mark.
            Some((at, length)) => (&rest[..at + length], &rest[at + length..]),
            None => (rest, ""),
        };
        rest = after;
        Some(sentence.trim())
    })
    .filter(|sentence| !sentence.is_empty())
}

/// What stands between the parts of a chain.
const BETWEEN: &[&str] = &[
    "--->",
    "<---",
    "->",
    "=>",
    "→",
    " caused by",
    "nested exception is",
    " because ",
    " due to ",
    " reason ",
    " - ",
    "(",
    "[",
    "\"",
    ",",
    "，",
    "、",
];

/// Where the parts of a sentence begin and end. A colon ends a part where a blank, a quote or a character follows that is
/// none of a name's; `=` where a value follows.
fn parts(sentence: &str) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    let mut from = 0;
    let mut at = 0;
    while at < sentence.len() {
        let rest = &sentence[at..];
        let mark = BETWEEN
            .iter()
            .find(|mark| rest.starts_with(**mark))
            .map(|mark| mark.len())
            .or_else(|| ends_part(&sentence[..at], rest).then_some(1));
        if let Some(length) = mark {
            parts.push((from, at));
            at += length;
            from = at;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    parts.push((from, sentence.len()));
    parts.retain(|(from, to)| !sentence[*from..*to].trim().is_empty());
    parts
}

fn ends_part(before: &str, rest: &str) -> bool {
    let after = rest.get(1..).and_then(|rest| rest.chars().next());
    let outside =
        |c: Option<char>| c.is_none_or(|c| !c.is_ascii() || matches!(c, ' ' | '"' | '\''));
    match rest.as_bytes().first() {
        Some(b':') => outside(after) || before.chars().next_back().is_some_and(|c| !c.is_ascii()),
        Some(b'=') => after.is_some_and(|c| c.is_alphabetic() || c == '"'),
        _ => false,
    }
}

/// Whether a sentence says what to do, or what may be, and nothing that was seen.
fn is_advice(sentence: &str) -> bool {
    const ADVICE: &[&str] = &[
        "please",
        "check ",
        "make sure",
        "ensure ",
        "verify ",
        "verify that",
        "possib",
        "perhaps",
        "maybe",
        "may be",
        "may have",
        "might",
        "could be",
        "if ",
        "whether",
        "how to",
        "how do",
        "should ",
        "don't ",
        "usually",
        "often",
        "请",
        "检查",
        "可能",
        "是否",
        "如果",
        "怎么",
        "如何",
        "确保",
        "确认",
        "建议",
        "应该",
        "试试",
        "吗",
    ];
    sentence.ends_with('?') || ADVICE.iter().any(|word| sentence.contains(word))
}

/// Whether a sentence tells of what worked.
fn went_well(sentence: &str) -> bool {
    let well = [
        "successful",
        "succeeded",
        "logged out",
        "no error",
        "without error",
        "成功",
    ];
    let ill = [
        "unsuccessful",
        "not successful",
        "不成功",
        "未成功",
        "没成功",
        "成功率",
    ];
    well.iter().any(|word| sentence.contains(word))
        && !ill.iter().any(|word| sentence.contains(word))
}
