//! Thunderbird's file of settings, `config-v1.1.xml` (draft-ietf-mailmaint-autoconfig): XML, read event by event. A
//! document type is passed over, so that no entity of its own is ever expanded.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::{BadDocument, Document, MAX_SERVERS, MAX_TEXT, Named, filled_in, host_of, text_of};
use crate::service::{Endpoint, Service};

/// Elements within elements; the format has four.
const MAX_DEPTH: usize = 32;

/// Reads the file. Placeholders in host names are filled in for the mail domain `domain`; those of user names stay.
pub fn parse(bytes: &[u8], domain: &str) -> Result<Document, BadDocument> {
    let text = text_of(bytes)?;
    let mut reader = Reader::from_str(text);
    let mut state = State::new(domain);
    loop {
        match reader.read_event().map_err(|_| BadDocument::Malformed)? {
            Event::Start(tag) => state.open(&tag)?,
            Event::Empty(tag) => {
                state.open(&tag)?;
                state.close();
            }
            Event::End(_) => state.close(),
            Event::Text(text) => state.take(&text.decode().map_err(|_| BadDocument::Encoding)?),
            Event::CData(text) => state.take(&text.decode().map_err(|_| BadDocument::Encoding)?),
            Event::GeneralRef(reference) => state.take(&resolved(&reference)),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            Event::Eof => return state.done(),
        }
    }
}

/// The five entities that XML has of itself, and characters by number; any other counts for nothing.
fn resolved(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    let name = reference.decode().unwrap_or_default();
    let character = match name.as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    };
    character.to_owned()
}

struct State<'a> {
    domain: &'a str,
    document: Document,
    /// The names of the open elements.
    open: Vec<String>,
    text: String,
    server: Option<Draft>,
    /// Whether this is a file of settings at all.
    is_config: bool,
}

/// A server as far as it has been read.
#[derive(Default)]
struct Draft {
    kind: String,
    host: String,
    port: String,
    socket: String,
    user_name: Option<String>,
    authentication: Vec<String>,
}

impl<'a> State<'a> {
    fn new(domain: &'a str) -> Self {
        Self {
            domain,
            document: Document::default(),
            open: Vec::new(),
            text: String::new(),
            server: None,
            is_config: false,
        }
    }

    fn open(&mut self, tag: &BytesStart<'_>) -> Result<(), BadDocument> {
        if self.open.len() == MAX_DEPTH {
            return Err(BadDocument::Malformed);
        }
        let name = String::from_utf8_lossy(tag.local_name().as_ref()).into_owned();
        let attribute = |wanted: &str| {
            let found = tag.try_get_attribute(wanted).ok().flatten()?;
            Some(String::from_utf8_lossy(&found.value).into_owned())
        };
        match name.as_str() {
            "clientConfig" => self.is_config = true,
            "incomingServer" | "outgoingServer" => {
                self.server = Some(Draft {
                    kind: attribute("type").unwrap_or_default().to_ascii_lowercase(),
                    ..Draft::default()
                });
            }
            "enable" => {
                self.document.enable =
                    attribute("visiturl").map(|url| cut(&url, MAX_TEXT).to_owned());
            }
            _ => {}
        }
        self.open.push(name);
        self.text.clear();
        Ok(())
    }

    fn take(&mut self, text: &str) {
        let room = MAX_TEXT.saturating_sub(self.text.len());
        self.text.push_str(cut(text, room));
    }

    fn close(&mut self) {
        let Some(name) = self.open.pop() else {
            return;
        };
        let text = self.text.trim().to_owned();
        self.text.clear();
        match (name.as_str(), &mut self.server) {
            ("incomingServer" | "outgoingServer", _) => self.finish_server(),
            ("hostname", Some(server)) => server.host = text,
            ("port", Some(server)) => server.port = text,
            ("socketType", Some(server)) => server.socket = text,
            ("username", Some(server)) if !text.is_empty() => server.user_name = Some(text),
            ("authentication", Some(server)) if server.authentication.len() < 8 => {
                server.authentication.push(text);
            }
            ("displayName", None) if !text.is_empty() => self.document.provider = Some(text),
            _ => {}
        }
    }

    fn finish_server(&mut self) {
        let Some(draft) = self.server.take() else {
            return;
        };
        match draft.finish(self.domain) {
            Some(server) if self.document.servers.len() < MAX_SERVERS => {
                self.document.servers.push(server);
            }
            _ => self.document.passed_over += 1,
        }
    }

    fn done(self) -> Result<Document, BadDocument> {
        if !self.is_config || !self.open.is_empty() {
            return Err(BadDocument::Malformed);
        }
        if self.document.servers.is_empty() {
            return Err(BadDocument::Empty);
        }
        Ok(self.document)
    }
}

impl Draft {
    fn finish(self, domain: &str) -> Option<Named> {
        let tls = match self.socket.to_ascii_uppercase().as_str() {
            "SSL" | "TLS" => true,
            "STARTTLS" | "PLAIN" => false,
            _ => return None,
        };
        let service = match (self.kind.as_str(), tls) {
            ("imap", true) => Service::Imaps,
            ("imap", false) => Service::Imap,
            ("pop3", true) => Service::Pop3s,
            ("pop3", false) => Service::Pop3,
            ("smtp", true) => Service::Submissions,
            ("smtp", false) => Service::Submission,
            _ => return None,
        };
        let port: u16 = self.port.parse().ok().filter(|&port| port != 0)?;
        // What stands before the @ has no place in the name of a server.
        let host = self.host.replace("%EMAILDOMAIN%", domain);
        Some(Named {
            endpoint: Endpoint::at(service, port),
            host: host_of(&host)?,
            plain: self.socket.eq_ignore_ascii_case("plain"),
            user_name: self.user_name,
            authentication: self.authentication,
        })
    }
}

/// The beginning of `text`, at most `room` bytes of it and no half character.
fn cut(text: &str, room: usize) -> &str {
    let mut end = room.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// What to type as the user name of `local@domain`, where the file says so.
pub fn user_name(server: &Named, local: &str, domain: &str) -> Option<String> {
    let template = server.user_name.as_deref()?;
    Some(filled_in(template, local, domain))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(servers: &str) -> String {
        format!(
            "<?xml version=\"1.0\"?>\n<clientConfig version=\"1.1\"><emailProvider id=\"example.test\">\
             <domain>example.test</domain><displayName>Example &amp; Co</displayName>{servers}</emailProvider></clientConfig>"
        )
    }

    fn server(element: &str, kind: &str, host: &str, port: &str, socket: &str) -> String {
        format!(
            "<{element} type=\"{kind}\"><hostname>{host}</hostname><port>{port}</port><socketType>{socket}</socketType>\
             <username>%EMAILLOCALPART%</username><authentication>password-cleartext</authentication></{element}>"
        )
    }

    fn incoming(host: &str, port: &str, socket: &str) -> String {
        server("incomingServer", "imap", host, port, socket)
    }

    #[test]
    fn a_file_names_its_servers_in_order() {
        let servers = incoming("imap.%EMAILDOMAIN%", "993", "SSL")
            + &server(
                "incomingServer",
                "pop3",
                "pop.example.test.",
                "110",
                "STARTTLS",
            )
            + &server(
                "outgoingServer",
                "smtp",
                "smtp.example.test",
                "587",
                "STARTTLS",
            )
            + "<enable visiturl=\"https://example.test/on\"><instruction>Go</instruction></enable>";
        let document = parse(file(&servers).as_bytes(), "example.test").expect("a document");
        let named: Vec<(Service, u16, &str)> = document
            .servers
            .iter()
            .map(|one| (one.endpoint.service, one.endpoint.port, one.host.as_str()))
            .collect();
        assert_eq!(
            named,
            [
                (Service::Imaps, 993, "imap.example.test"),
                (Service::Pop3, 110, "pop.example.test"),
                (Service::Submission, 587, "smtp.example.test"),
            ]
        );
        assert_eq!(document.provider.as_deref(), Some("Example & Co"));
        assert_eq!(document.enable.as_deref(), Some("https://example.test/on"));
        let user = user_name(&document.servers[0], "jane", "example.test");
        assert_eq!(user.as_deref(), Some("jane"));
        assert!(document.servers.iter().all(|one| !one.plain));
    }

    #[test]
    fn what_is_no_mail_server_is_passed_over() {
        let servers = incoming("imap.example.test", "993", "SSL")
            + &server(
                "incomingServer",
                "exchange",
                "ews.example.test",
                "443",
                "SSL",
            )
            + &incoming("not a name", "993", "SSL")
            + &incoming("imap.example.test", "0", "SSL")
            + &incoming("imap.example.test", "99999", "SSL")
            + &incoming("imap.example.test", "143", "maybe")
            + &incoming("[::1]", "143", "plain");
        let document = parse(file(&servers).as_bytes(), "example.test").expect("a document");
        assert_eq!(document.servers.len(), 1);
        assert_eq!(document.passed_over, 6);
    }

    #[test]
    fn no_encryption_is_told() {
        let bytes = file(&incoming("imap.example.test", "143", "plain"));
        let document = parse(bytes.as_bytes(), "example.test").expect("a document");
        assert!(document.servers[0].plain);
    }

    /// Billion laughs: entities of the document are never expanded.
    #[test]
    fn an_entity_of_its_own_counts_for_nothing() {
        let bomb = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
        let servers = incoming("imap.example.test&b;", "993", "SSL");
        let bytes = file(&servers).replace("<clientConfig", &format!("{bomb}<clientConfig"));
        let document = parse(bytes.as_bytes(), "example.test").expect("a document");
        assert_eq!(document.servers[0].host, "imap.example.test");
    }

    #[test]
    fn bad_documents_are_named() {
        let many = "<a>".repeat(MAX_DEPTH + 1);
        let rows: [(Vec<u8>, BadDocument); 9] = [
            (
                b"<!DOCTYPE html><html><body>404</body></html>".to_vec(),
                BadDocument::WebPage,
            ),
            (b"<HTML>".to_vec(), BadDocument::WebPage),
            (
                vec![b' '; super::super::MAX_DOCUMENT + 1],
                BadDocument::TooLarge,
            ),
            (
                b"<clientConfig>\xff\xfe</clientConfig>".to_vec(),
                BadDocument::Encoding,
            ),
            (
                b"<clientConfig><emailProvider>".to_vec(),
                BadDocument::Malformed,
            ),
            (b"<clientConfig></wrong>".to_vec(), BadDocument::Malformed),
            (many.into_bytes(), BadDocument::Malformed),
            (b"".to_vec(), BadDocument::Malformed),
            (file("").into_bytes(), BadDocument::Empty),
        ];
        for (bytes, why) in rows {
            assert_eq!(parse(&bytes, "example.test"), Err(why));
        }
    }

    #[test]
    fn what_is_kept_is_bounded() {
        let servers = incoming("imap.example.test", "993", "SSL").repeat(100);
        let long = format!("<displayName>{}</displayName>", "ä".repeat(10_000));
        let document = parse(file(&(servers + &long)).as_bytes(), "example.test");
        let document = document.expect("a document");
        assert_eq!(document.servers.len(), MAX_SERVERS);
        assert!(document.provider.expect("a name").len() <= MAX_TEXT);
    }
}
