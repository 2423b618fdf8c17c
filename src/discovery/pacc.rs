//! The settings document of draft-ietf-mailmaint-pacc: JSON at the domain's host `ua-auto-config`, and a TXT record that
//! gives its SHA-256, so that whoever can change the web server alone cannot change where people log in.

use data_encoding::BASE64;
use ring::digest;
use serde::Deserialize;

use super::{BadDocument, Document, Named, host_of, text_of};
use crate::service::{Endpoint, Service};

#[derive(Deserialize)]
struct Root {
    protocols: Protocols,
    #[serde(default)]
    authentication: Option<serde_json::Map<String, serde_json::Value>>,
    #[serde(default)]
    info: Option<Info>,
}

/// Only implicit TLS at the registered ports exists in this format.
#[derive(Deserialize)]
struct Protocols {
    imap: Option<Protocol>,
    pop3: Option<Protocol>,
    /// Since revision 03; before, the key was `smtp`.
    #[serde(alias = "smtp")]
    submit: Option<Protocol>,
}

#[derive(Deserialize)]
struct Protocol {
    host: Option<String>,
}

#[derive(Deserialize)]
struct Info {
    provider: Option<Provider>,
}

#[derive(Deserialize)]
struct Provider {
    name: Option<String>,
}

/// Reads the document. `records` are the TXT records of `_ua-auto-config.DOMAIN`; during a change two stand side by side,
/// and one that fits is enough.
pub fn parse(bytes: &[u8], records: &[String]) -> Result<Document, BadDocument> {
    let text = text_of(bytes)?;
    let root: Root = serde_json::from_str(text).map_err(|_| BadDocument::Malformed)?;
    if !records.iter().any(|record| vouches(record, bytes)) {
        return Err(BadDocument::Digest);
    }
    let ways: Vec<String> = root
        .authentication
        .map(|ways| ways.keys().take(8).cloned().collect())
        .unwrap_or_default();
    let rows = [
        (Service::Imaps, root.protocols.imap),
        (Service::Pop3s, root.protocols.pop3),
        (Service::Submissions, root.protocols.submit),
    ];
    let named = rows.into_iter().filter_map(|(service, protocol)| {
        let host = protocol?.host?;
        Some((service, host))
    });
    let mut document = Document {
        provider: root.info.and_then(|info| info.provider?.name),
        ..Document::default()
    };
    for (service, host) in named {
        match host_of(&host) {
            Some(host) => document.servers.push(Named {
                endpoint: Endpoint::usual(service),
                host,
                plain: false,
                user_name: None,
                authentication: ways.clone(),
            }),
            None => document.passed_over += 1,
        }
    }
    if document.servers.is_empty() {
        return Err(BadDocument::Empty);
    }
    Ok(document)
}

/// Whether a record `v=UAAC1; a=sha256; d=BASE64` is the digest of the bytes.
fn vouches(record: &str, bytes: &[u8]) -> bool {
    let field = |wanted: &str| {
        let mut fields = record
            .split(';')
            .filter_map(|field| field.trim().split_once('='));
        fields
            .find(|(name, _)| name.trim() == wanted)
            .map(|(_, value)| value.trim())
    };
    let known = field("v") == Some("UAAC1") && field("a") == Some("sha256");
    let given = field("d").and_then(|text| BASE64.decode(text.as_bytes()).ok());
    known && given.as_deref() == Some(digest::digest(&digest::SHA256, bytes).as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOCUMENT: &str = r#"{"protocols":{"imap":{"host":"imap.example.test"},"submit":{"host":"smtp.example.test"}},
        "authentication":{"oauth-public":{"issuer":"https://id.example.test"},"password":true},
        "info":{"provider":{"name":"Example"}}}"#;

    fn record(bytes: &str) -> String {
        let digest = digest::digest(&digest::SHA256, bytes.as_bytes());
        format!("v=UAAC1; a=sha256; d={}", BASE64.encode(digest.as_ref()))
    }

    #[test]
    fn a_document_that_the_dns_vouches_for_names_its_servers() {
        let document = parse(DOCUMENT.as_bytes(), &[record("older"), record(DOCUMENT)]);
        let document = document.expect("a document");
        let named: Vec<(u16, &str)> = document
            .servers
            .iter()
            .map(|one| (one.endpoint.port, one.host.as_str()))
            .collect();
        assert_eq!(
            named,
            [(993, "imap.example.test"), (465, "smtp.example.test")]
        );
        assert_eq!(
            document.servers[0].authentication,
            ["oauth-public", "password"]
        );
        assert_eq!(document.provider.as_deref(), Some("Example"));
    }

    #[test]
    fn the_key_of_older_revisions_is_read_too() {
        let older = DOCUMENT.replace("submit", "smtp");
        let document = parse(older.as_bytes(), &[record(&older)]).expect("a document");
        assert_eq!(document.servers.len(), 2);
    }

    #[test]
    fn a_document_that_nobody_vouches_for_is_not_believed() {
        for records in [
            vec![],
            vec![record("other")],
            vec![record(DOCUMENT).replace("sha256", "md5")],
            vec![record(DOCUMENT).replace("UAAC1", "UAAC2")],
            vec!["v=UAAC1; a=sha256; d=%%%".to_owned()],
        ] {
            let document = parse(DOCUMENT.as_bytes(), &records);
            assert_eq!(document, Err(BadDocument::Digest), "{records:?}");
        }
    }

    #[test]
    fn bad_documents_are_named() {
        for (bytes, why) in [
            ("<html>", BadDocument::WebPage),
            ("{", BadDocument::Malformed),
            ("{\"protocols\":{}}", BadDocument::Empty),
            (
                "{\"protocols\":{\"imap\":{\"host\":\"no name\"}}}",
                BadDocument::Empty,
            ),
        ] {
            assert_eq!(
                parse(bytes.as_bytes(), &[record(bytes)]),
                Err(why),
                "{bytes}"
            );
        }
    }
}
