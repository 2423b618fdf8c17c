//! What a domain says of how mail to it is to be protected: MTA-STS (RFC 8461), and where reports of failures go (TLSRPT,
//! RFC 8460). Pure parsers; every mistake has its place. Who fetched the bytes is no concern of this room.

mod lines;
pub mod pattern;
pub mod policy;
pub mod record;
pub mod reports;
mod spelling;

/// A policy is a few hundred bytes. Senders may stop reading here (RFC 8461 section 3.3).
pub const MAX_POLICY: usize = 64 * 1024;

/// Mistakes that are kept of one text: who reads more mends none of them.
const MAX_MISTAKES: usize = 8;

/// Characters that are kept of what is wrong.
const MAX_TEXT: usize = 80;

/// What is wrong, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// What is wrong.
    pub fault: Fault,
    /// The line, from 1. A record has one.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What stands there, cut where it is long; empty where something is missing.
    pub text: String,
}

/// What is wrong with a record or a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// Several records, where one must be left (RFC 8461 section 3.1, RFC 8460 section 3).
    Several,
    /// A record that does not begin with its version and a semicolon, to the letter.
    Version,
    /// A record under a name where nobody looks.
    Misplaced,
    /// No `id`.
    IdMissing,
    /// An `id` of other characters than letters and digits, or of more than 32.
    IdMalformed,
    /// A field without its equals sign, or with a blank in its name.
    FieldMalformed,
    /// No `rua`.
    RuaMissing,
    /// A destination of reports that is neither `mailto:` with an address nor `https:` with a host.
    RuaMalformed,
    /// More bytes than senders read.
    TooLarge,
    /// Nothing at all.
    Empty,
    /// A web page.
    WebPage,
    /// Bytes that are not UTF-8.
    Encoding,
    /// A byte order mark, which becomes a part of the first key.
    ByteOrderMark,
    /// A line without a colon.
    NoColon,
    /// A blank line between two fields.
    BlankLine,
    /// A key that nobody knows and that looks much like one of the four.
    Misspelt(Key),
    /// A key that stands twice, and may stand once: the first counts.
    Twice(Key),
    /// A key that has to be there.
    Missing(Key),
    /// Another version than `STSv1`.
    VersionUnknown,
    /// A mode that is none of the three.
    ModeUnknown,
    /// A `max_age` that is no number.
    MaxAgeNoNumber,
    /// A `max_age` of more than a year, 31557600 seconds.
    MaxAgeTooLarge,
    /// An IP address in place of the name of a mail exchanger.
    MxAddress,
    /// A star that is not the whole first label.
    MxStar,
    /// Anything else that is no name of a host.
    MxNoName,
}

impl Fault {
    /// The name of the variant in the sentence that says it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Several => "several",
            Self::Version => "version",
            Self::Misplaced => "misplaced",
            Self::IdMissing => "id-missing",
            Self::IdMalformed => "id-malformed",
            Self::FieldMalformed => "field-malformed",
            Self::RuaMissing => "rua-missing",
            Self::RuaMalformed => "rua-malformed",
            Self::TooLarge => "too-large",
            Self::Empty => "empty",
            Self::WebPage => "web-page",
            Self::Encoding => "encoding",
            Self::ByteOrderMark => "byte-order-mark",
            Self::NoColon => "no-colon",
            Self::BlankLine => "blank-line",
            Self::Misspelt(_) => "misspelt",
            Self::Twice(_) => "twice",
            Self::Missing(_) => "missing",
            Self::VersionUnknown => "version-unknown",
            Self::ModeUnknown => "mode-unknown",
            Self::MaxAgeNoNumber => "max-age-no-number",
            Self::MaxAgeTooLarge => "max-age-too-large",
            Self::MxAddress => "mx-address",
            Self::MxStar => "mx-star",
            Self::MxNoName => "mx-no-name",
        }
    }

    /// The key that it is about.
    pub const fn key(self) -> Option<Key> {
        match self {
            Self::Misspelt(key) | Self::Twice(key) | Self::Missing(key) => Some(key),
            Self::Several
            | Self::Version
            | Self::Misplaced
            | Self::IdMissing
            | Self::IdMalformed
            | Self::FieldMalformed
            | Self::RuaMissing
            | Self::RuaMalformed
            | Self::TooLarge
            | Self::Empty
            | Self::WebPage
            | Self::Encoding
            | Self::ByteOrderMark
            | Self::NoColon
            | Self::BlankLine
            | Self::VersionUnknown
            | Self::ModeUnknown
            | Self::MaxAgeNoNumber
            | Self::MaxAgeTooLarge
            | Self::MxAddress
            | Self::MxStar
            | Self::MxNoName => None,
        }
    }
}

/// The keys of a policy (RFC 8461 section 3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// `version`.
    Version,
    /// `mode`.
    Mode,
    /// `mx`, the only one that may stand several times.
    Mx,
    /// `max_age`.
    MaxAge,
}

impl Key {
    /// Every key.
    pub const ALL: [Self; 4] = [Self::Version, Self::Mode, Self::Mx, Self::MaxAge];

    /// As it stands in the policy.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Version => "version",
            Self::Mode => "mode",
            Self::Mx => "mx",
            Self::MaxAge => "max_age",
        }
    }
}

/// `text`, cut where it is long.
fn kept(text: &str) -> String {
    let mut kept: String = text.chars().take(MAX_TEXT).collect();
    if kept.len() < text.len() {
        kept.push('…');
    }
    kept
}

/// The mistakes of one text, as many as are kept.
#[derive(Debug, Default)]
struct Mistakes(Vec<Mistake>);

impl Mistakes {
    fn add(&mut self, fault: Fault, line: usize, column: usize, text: &str) {
        if self.0.len() < MAX_MISTAKES {
            self.0.push(Mistake {
                fault,
                line,
                column,
                text: kept(text),
            });
        }
    }
}
