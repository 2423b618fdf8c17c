//! From a mail address to its servers: what the sources say, as plain data, and what they make together.
//!
//! Each source is read by a parser of its own; whoever fetched the bytes is no concern of this room.

pub mod autoconfig;
pub mod pacc;

use crate::service::Endpoint;

/// Where a setting comes from, the most trusted first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Source {
    /// The built-in table of the usual providers.
    Table,
    /// SRV records of the domain (RFC 6186, RFC 8314 section 5.1).
    Srv,
    /// The domain's document of draft-ietf-mailmaint-pacc, whose digest stands in the DNS.
    Pacc,
    /// The domain's own autoconfig file over HTTPS (draft-ietf-mailmaint-autoconfig).
    Autoconfig,
    /// Thunderbird's public database.
    Ispdb,
    /// The provider that the domain's mail exchangers belong to.
    Exchanger,
    /// A usual name below the domain, which nobody promised.
    Guess,
}

impl Source {
    /// The name in the JSON output and of the sentences that name it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Srv => "srv",
            Self::Pacc => "pacc",
            Self::Autoconfig => "autoconfig",
            Self::Ispdb => "ispdb",
            Self::Exchanger => "mx",
            Self::Guess => "guess",
        }
    }
}

/// A server that a source names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Which service, at which port.
    pub endpoint: Endpoint,
    /// The name of the server as the source has it, without a final dot.
    pub host: String,
    /// Whether the source wants no encryption there.
    pub plain: bool,
    /// What to type as the user name, with the placeholders of autoconfig; `None` = not said.
    pub user_name: Option<String>,
    /// How to log in, in the words of the source, the preferred way first.
    pub authentication: Vec<String>,
}

/// What a document of settings says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The servers, in its order.
    pub servers: Vec<Named>,
    /// The provider's name for people.
    pub provider: Option<String>,
    /// Where the user has to switch mail programs on first.
    pub enable: Option<String>,
    /// Entries that no mail program of IMAP, POP3 or SMTP can use, or that are broken: how many.
    pub passed_over: usize,
}

/// Why a document says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum BadDocument {
    /// Larger than any such document.
    #[error("larger than {MAX_DOCUMENT} bytes")]
    TooLarge,
    /// A web page in place of the file.
    #[error("a web page")]
    WebPage,
    /// Bytes that are not UTF-8.
    #[error("not UTF-8")]
    Encoding,
    /// It breaks the rules of its format.
    #[error("malformed")]
    Malformed,
    /// Well-formed, and names no server.
    #[error("without a server")]
    Empty,
    /// Its digest is not the one in the DNS.
    #[error("with another digest than in the DNS")]
    Digest,
}

/// A document of settings has some kilobytes.
pub const MAX_DOCUMENT: usize = 256 * 1024;
/// No mailbox has more servers than this.
const MAX_SERVERS: usize = 32;
/// The longest text that is kept of an element.
const MAX_TEXT: usize = 1024;

/// Whether the bytes are a web page: a provider's error page, a captive portal, a catch-all site.
fn is_web_page(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    head.contains("<!doctype html") || head.contains("<html")
}

/// The size and the encoding, which every format wants alike.
fn text_of(bytes: &[u8]) -> Result<&str, BadDocument> {
    if bytes.len() > MAX_DOCUMENT {
        return Err(BadDocument::TooLarge);
    }
    if is_web_page(bytes) {
        return Err(BadDocument::WebPage);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|_| BadDocument::Encoding)
}

/// A host name as a document gives it, if it is one.
fn host_of(text: &str) -> Option<String> {
    let name: crate::target::HostName = text.trim().parse().ok()?;
    Some(name.ascii)
}

/// Fills in the placeholders of autoconfig for an address.
pub fn filled_in(template: &str, local: &str, domain: &str) -> String {
    template
        .replace("%EMAILADDRESS%", &format!("{local}@{domain}"))
        .replace("%EMAILLOCALPART%", local)
        .replace("%EMAILDOMAIN%", domain)
}
