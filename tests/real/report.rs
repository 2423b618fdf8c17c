//! Runs mailcheck as an ordinary user and reads the JSON it prints.

use std::fmt;
use std::net::IpAddr;

use serde_json::Value;

use crate::certificates::Served;
use crate::servers::{GREETS_AS, SERVICES, Servers};

/// One run of mailcheck.
pub(crate) struct Run {
    /// The exit code.
    pub(crate) exit: i32,
    /// The report.
    pub(crate) json: Value,
    stderr: String,
}

/// One check of a report.
#[derive(Debug)]
pub(crate) struct Check {
    /// The object of the report.
    pub(crate) json: Value,
}

/// Runs mailcheck among the servers as an unprivileged user, trusting their authority alone.
///
/// # Panics
///
/// When it cannot be run, is killed, or prints something that is not JSON.
pub(crate) fn mailcheck(servers: &Servers, arguments: &[&str]) -> Run {
    let program = servers.install(env!("CARGO_BIN_EXE_mailcheck"));
    let mut command = servers.unprivileged(&program);
    command.args(["-f", "json", "--ca-file"]).arg(&servers.root);
    command.args(arguments).current_dir("/");
    let output = command.output().expect("ip can be run");
    let stdout = String::from_utf8_lossy(&output.stdout);
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    let json = serde_json::from_str(&stdout)
        .unwrap_or_else(|error| panic!("{arguments:?}: {error}\n{stdout}\n{stderr}"));
    let exit = output.status.code().expect("not killed");
    Run { exit, json, stderr }
}

impl Run {
    /// The only target.
    pub(crate) fn target(&self) -> &Value {
        let targets = self.json["targets"].as_array().expect("a list of targets");
        assert_eq!(targets.len(), 1, "{self}");
        &targets[0]
    }

    /// The checks that were asked for; those tried only as evidence are left out.
    pub(crate) fn checks(&self) -> Vec<Check> {
        let checks = self.target()["checks"].as_array();
        checks
            .expect("a list of checks")
            .iter()
            .filter(|check| check["context"] == false)
            .map(|json| Check { json: json.clone() })
            .collect()
    }

    /// The ids of the findings of one severity.
    pub(crate) fn findings_of(&self, severity: &str) -> Vec<&str> {
        let findings = self.target()["findings"].as_array();
        findings
            .expect("a list of findings")
            .iter()
            .filter(|finding| finding["severity"] == severity)
            .filter_map(|finding| finding["id"].as_str())
            .collect()
    }
}

impl fmt::Display for Run {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "exit {}\n{:#}\n{}",
            self.exit, self.json, self.stderr
        )
    }
}

impl Check {
    /// The address that was asked.
    pub(crate) fn address(&self) -> IpAddr {
        let text = self.json["address"].as_str().expect("an address");
        text.parse()
            .expect("an IP address without port or brackets")
    }

    /// The chain that was seen is the one that was made.
    pub(crate) fn assert_certificates(&self, served: &Served, trusted: bool) {
        let tls = &self.json["tls"];
        assert_eq!(tls["trusted"], trusted, "{self}");
        let chain = tls["certificates"].as_array().expect("a chain");
        assert_eq!(chain.len(), served.variant.chain_length(), "{self}");
        let sha256 = chain[0]["sha256"].as_str().expect("a fingerprint");
        let digits = sha256.replace(':', "").to_ascii_lowercase();
        assert_eq!(digits, served.leaf_sha256, "{self}");
        assert_eq!(strings(&chain[0]["names"]), served.names, "{self}");
    }

    fn offers(&self, list: &str, wanted: &str) -> bool {
        strings(&self.json[list])
            .iter()
            .any(|offered| offered.split([' ', '=']).next() == Some(wanted) || offered == wanted)
    }
}

impl fmt::Display for Check {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:#}", self.json)
    }
}

/// Everything that a check of a good server must say.
pub(crate) fn assert_good(check: &Check, served: &Served) {
    let json = &check.json;
    let service = json["service"].as_str().expect("a service");
    let (_, port, implicit_tls, greeting) = SERVICES
        .into_iter()
        .find(|(name, ..)| *name == service)
        .expect("one of the seven services");
    assert_eq!(json["outcome"], "ok", "{check}");
    assert!(json["failure"].is_null(), "{check}");
    assert_eq!(json["port"], port, "{check}");
    let security = if implicit_tls { "tls" } else { "starttls" };
    assert_eq!(json["security"], security, "{check}");
    let first_line = json["greeting"].as_str().expect("a greeting");
    assert!(first_line.starts_with(greeting), "{check}");
    check.assert_certificates(served, true);
    assert_eq!(json["tls"]["version"], "TLSv1.3", "{check}");
    assert_steps(check, implicit_tls);
    match json["protocol"].as_str() {
        Some("smtp") => assert_smtp(check, port, implicit_tls),
        Some("pop3") => assert_pop3(check, implicit_tls),
        Some("imap") => assert_imap(check, implicit_tls),
        other => panic!("protocol {other:?}\n{check}"),
    }
}

fn assert_steps(check: &Check, implicit_tls: bool) {
    let steps = check.json["steps"].as_array().expect("a list of steps");
    let stages: Vec<_> = steps
        .iter()
        .filter_map(|step| step["stage"].as_str())
        .collect();
    for step in steps {
        assert_eq!(step["outcome"], "ok", "{check}");
        let elapsed = step["elapsed_ms"].as_f64().expect("milliseconds");
        assert!(elapsed >= 0.0, "{check}");
    }
    for stage in ["connect", "greeting", "capabilities", "tls", "quit"] {
        assert!(stages.contains(&stage), "{stage} is missing\n{check}");
    }
    assert_eq!(stages.contains(&"starttls"), !implicit_tls, "{check}");
}

fn assert_smtp(check: &Check, port: u16, implicit_tls: bool) {
    let greeting = check.json["greeting"].as_str().unwrap_or_default();
    assert!(greeting.contains(GREETS_AS), "{check}");
    for wanted in ["PIPELINING", "SIZE", "8BITMIME", "ENHANCEDSTATUSCODES"] {
        assert!(check.offers("capabilities", wanted), "{wanted}\n{check}");
    }
    // Postfix offers a password's way only under TLS, and not at all to other mail servers.
    let submission = port != 25;
    assert_eq!(
        check.offers("auth_mechanisms", "PLAIN"),
        submission,
        "{check}"
    );
    assert!(!check.offers("capabilities", "STARTTLS"), "{check}");
    if !implicit_tls {
        assert!(
            check.offers("capabilities_before_tls", "STARTTLS"),
            "{check}"
        );
        assert!(!check.offers("capabilities_before_tls", "AUTH"), "{check}");
    }
}

fn assert_pop3(check: &Check, implicit_tls: bool) {
    for wanted in ["UIDL", "TOP", "SASL"] {
        assert!(check.offers("capabilities", wanted), "{wanted}\n{check}");
    }
    assert!(check.offers("auth_mechanisms", "PLAIN"), "{check}");
    if !implicit_tls {
        assert!(check.offers("capabilities_before_tls", "STLS"), "{check}");
    }
}

fn assert_imap(check: &Check, implicit_tls: bool) {
    assert!(check.offers("capabilities", "IMAP4rev1"), "{check}");
    assert!(!check.offers("capabilities", "LOGINDISABLED"), "{check}");
    assert!(check.offers("auth_mechanisms", "PLAIN"), "{check}");
    if !implicit_tls {
        for wanted in ["STARTTLS", "LOGINDISABLED"] {
            assert!(
                check.offers("capabilities_before_tls", wanted),
                "{wanted}\n{check}"
            );
        }
    }
}

/// A string, or a list of strings, as a list.
pub(crate) fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(strings).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => Vec::new(),
    }
}
