//! Authorities of this system's own list, which is a file of the test's own: `SSL_CERT_FILE` is where it is read.

mod support;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use rustls::ServerConfig;
use serde_json::Value;
use support::certificates::Named;
use support::run::{Run, finished, mailcheck};
use support::server::Server;

const DIALOGUE: &str = "TLS\nS: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\nC: a1 CAPABILITY\nS: * CAPABILITY IMAP4rev1 AUTH=PLAIN\n\
     S: a1 OK done\nC: a4 LOGOUT\nS: * BYE bye\nS: a4 OK bye";

/// An authority of this name, as PEM, and what a server needs that shows a certificate of it.
fn authority(name: &str) -> (String, Arc<ServerConfig>) {
    let named = Named::new(name);
    (named.pem, named.server)
}

/// What is said of a server where the system's list has this in it.
fn said(list: &str, url: &str, options: &[&str]) -> (Run, Value) {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("list.pem");
    fs::write(&file, list).expect("room for a file");
    said_of(&file, url, options)
}

fn said_of(file: &Path, url: &str, options: &[&str]) -> (Run, Value) {
    let mut command = mailcheck();
    command.env("SSL_CERT_FILE", file);
    let output = command.args(options).args(["-f", "json", url]).output();
    let run = finished(output.expect("the binary runs"));
    let json = run.json();
    (run, json)
}

fn finding(json: &Value) -> (&str, &str, String) {
    let finding = &json["targets"][0]["findings"][0];
    (
        finding["id"].as_str().expect("a finding"),
        finding["owner"].as_str().expect("an owner"),
        format!("{} {}", finding["explanation"], finding["evidence"]),
    )
}

#[test]
fn a_root_in_the_list_of_this_machine_tells_whose_certificate_it_is() {
    for (name, product, owner) in [
        ("Norton Web/Mail Shield Root", "Norton", "this-machine"),
        ("ESET SSL Filter CA", "ESET", "this-machine"),
        (
            "Kaspersky Anti-Virus Personal Root Certificate",
            "Kaspersky",
            "this-machine",
        ),
        ("Zscaler Root CA", "Zscaler", "network"),
        ("FortiGate CA", "FortiGate", "network"),
    ] {
        let (root, tls) = authority(name);
        let server = Server::play_tls(DIALOGUE, &tls);
        let url = format!("imaps://127.0.0.1:{}", server.port());
        let (run, json) = said(&root, &url, &[]);
        let (id, whose, words) = finding(&json);
        assert_eq!(
            (run.code, id, whose),
            (1, "tls-intercepted", owner),
            "{json}"
        );
        assert!(words.contains(product), "{words}");
        assert!(
            words.contains("the list of authorities of this computer has it"),
            "{words}"
        );
        // As programs see it that use the list: it works, and somebody reads along.
        let server = Server::play_tls(DIALOGUE, &tls);
        let url = format!("imaps://127.0.0.1:{}", server.port());
        let (run, json) = said(&root, &url, &["--roots", "system"]);
        assert_eq!(
            (run.code, finding(&json).0),
            (0, "tls-intercepted"),
            "{json}"
        );
    }
}

#[test]
fn an_authority_that_only_this_machine_knows_is_said_to_be_so() {
    let (root, tls) = authority("Contoso Issuing CA 01");
    let server = Server::play_tls(DIALOGUE, &tls);
    let url = format!("imaps://127.0.0.1:{}", server.port());
    let (run, json) = said(&root, &url, &[]);
    let (id, owner, words) = finding(&json);
    assert_eq!(
        (run.code, id, owner),
        (1, "certificate-unknown-issuer", "unknown")
    );
    assert!(words.contains("Outlook on Windows"), "{words}");
    let steps = &json["targets"][0]["findings"][0]["next_steps"];
    assert!(steps.to_string().contains("--roots system"), "{steps}");

    let server = Server::play_tls(DIALOGUE, &tls);
    let url = format!("imaps://127.0.0.1:{}", server.port());
    let (run, json) = said(&root, &url, &["--roots", "system"]);
    let (id, owner, words) = finding(&json);
    assert_eq!(
        (run.code, id, owner),
        (0, "certificate-private-authority", "unknown")
    );
    assert!(words.contains("Contoso Issuing CA 01"), "{words}");

    // Who names a file trusts that, and asks for nothing else.
    let other = authority("Contoso Issuing CA 02").0;
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("own.pem");
    fs::write(&file, other).expect("room for a file");
    let server = Server::play_tls(DIALOGUE, &tls);
    let url = format!("imaps://127.0.0.1:{}", server.port());
    let path = file.to_str().expect("UTF-8");
    let (_, json) = said(&root, &url, &["--ca-file", path]);
    let (id, _, words) = finding(&json);
    assert!(id.starts_with("certificate-"), "{id}");
    assert!(!words.contains("Outlook on Windows"), "{words}");
}

#[test]
fn a_list_without_the_authority_and_no_list_at_all_change_nothing() {
    let (_, tls) = authority("Contoso Issuing CA 01");
    let (other, _) = authority("Contoso Issuing CA 02");
    for list in [other.as_str(), "", "no certificate\n"] {
        let server = Server::play_tls(DIALOGUE, &tls);
        let url = format!("imaps://127.0.0.1:{}", server.port());
        let (run, json) = said(list, &url, &[]);
        let (id, owner, words) = finding(&json);
        assert_eq!(
            (run.code, id, owner),
            (1, "certificate-unknown-issuer", "unknown")
        );
        assert!(!words.contains("Outlook on Windows"), "{words}");
    }
}

#[test]
fn where_a_mail_shield_is_installed_a_connection_that_ends_blames_nobody() {
    let shield = authority("Avast Web/Mail Shield Root").0;
    let company = authority("Contoso Issuing CA 01").0;
    for (list, owner, hint) in [(&shield, "unknown", true), (&company, "server", false)] {
        let server = Server::play("CLOSE");
        let url = format!("imaps://127.0.0.1:{}", server.port());
        let (run, json) = said(list, &url, &["--no-trace"]);
        let (_, whose, words) = finding(&json);
        assert_eq!((run.code, whose), (1, owner), "{json}");
        assert_eq!(words.contains("has that of Avast"), hint, "{words}");
    }
}
