//! TLS and passwords of this server, in the file that Prometheus' exporters have for them:
//! <https://github.com/prometheus/exporter-toolkit/blob/master/docs/web-configuration.md>.
//!
//! Of that file everything is read that makes a server safer. What is not known here is refused, for a setting that is
//! overlooked could be one that was to keep somebody out.

mod yaml;

use std::path::{Path, PathBuf};

use self::yaml::{Node, Value};
use super::wrong::{Place, Wrong};
use crate::args;
use crate::net::tls::serving::Files;
use crate::words::Sentence;

/// What the file says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct WebConfig {
    /// What TLS is made of; `None` is plain HTTP.
    pub(super) tls: Option<Files>,
    /// Users, and the bcrypt hashes of their passwords; none is needed where there are none.
    pub(super) users: Vec<(String, String)>,
}

const TOP: [&str; 3] = [
    "tls_server_config",
    "http_server_config",
    "basic_auth_users",
];
const TLS: [&str; 5] = [
    "cert_file",
    "key_file",
    "client_auth_type",
    "client_ca_file",
    "min_version",
];
const HTTP: [&str; 1] = ["http2"];
/// Work factors of bcrypt. One that is higher than this takes minutes.
const COSTS: std::ops::RangeInclusive<u32> = 4..=18;

/// Reads the text of a file that lies in `directory`, from which its paths go.
pub(super) fn read(text: &str, directory: &Path) -> Result<WebConfig, Wrong> {
    let mut config = WebConfig::default();
    let Some(root) = yaml::read(text)? else {
        return Ok(config);
    };
    for (key, at, node) in map(&root, "")? {
        match key.as_str() {
            "tls_server_config" => config.tls = tls(node, directory)?,
            "http_server_config" => http(node)?,
            "basic_auth_users" => config.users = users(node)?,
            _ => return Err(unknown(key, &TOP, *at)),
        }
    }
    Ok(config)
}

fn tls(node: &Node, directory: &Path) -> Result<Option<Files>, Wrong> {
    let (mut certificate, mut key, mut authorities) = (None, None, None);
    let (mut client, mut only_1_3) = (None, false);
    let entries = map(node, "tls_server_config")?;
    for (name, at, value) in entries {
        let path = || Ok::<_, Wrong>(Some(directory.join(text(value, name)?)));
        match name.as_str() {
            "cert_file" => certificate = path()?,
            "key_file" => key = path()?,
            "client_ca_file" => authorities = path()?,
            "client_auth_type" => client = Some((text(value, name)?, value.at)),
            "min_version" => {
                only_1_3 = one_of(value, name, &["TLS12", "TLS13"])? == "TLS13";
            }
            _ => return Err(unknown(name, &TLS, *at)),
        }
    }
    let authorities = match client {
        None | Some(("NoClientCert", _)) => None,
        Some(("RequireAndVerifyClientCert", at)) => {
            Some(needed(authorities, "client_ca_file", at)?)
        }
        Some((other, at)) => {
            let known = ["NoClientCert", "RequireAndVerifyClientCert"];
            return Err(wrong_value("client_auth_type", other, &known, at));
        }
    };
    if entries.is_empty() {
        return Ok(None);
    }
    Ok(Some(Files {
        certificate: needed(certificate, "cert_file", node.at)?,
        key: needed(key, "key_file", node.at)?,
        client_authorities: authorities,
        only_1_3,
    }))
}

/// There is no HTTP/2 here, and whoever forbids it has their will.
fn http(node: &Node) -> Result<(), Wrong> {
    for (name, at, value) in map(node, "http_server_config")? {
        match name.as_str() {
            "http2" => drop(one_of(value, name, &["false", "true"])?),
            _ => return Err(unknown(name, &HTTP, *at)),
        }
    }
    Ok(())
}

fn users(node: &Node) -> Result<Vec<(String, String)>, Wrong> {
    let users = map(node, "basic_auth_users")?.iter();
    let users = users.map(|(name, _, value)| {
        let hash = text(value, name)?;
        let cost = hash.split('$').nth(2).and_then(|cost| cost.parse().ok());
        let is_good = cost.is_some_and(|cost| COSTS.contains(&cost));
        let is_hash = is_good && hash.parse::<bcrypt::HashParts>().is_ok();
        if name.is_empty() || name.contains(':') || !is_hash {
            return Err(kind(name, "hash", value.at));
        }
        Ok((name.clone(), hash.to_owned()))
    });
    users.collect()
}

fn map<'n>(node: &'n Node, key: &str) -> Result<&'n [(String, Place, Node)], Wrong> {
    match &node.value {
        Value::Map(entries) => Ok(entries),
        Value::Text(text) if text.is_empty() => Ok(&[]),
        Value::Text(_) | Value::Other => Err(kind(key, "map", node.at)),
    }
}

fn text<'n>(node: &'n Node, key: &str) -> Result<&'n str, Wrong> {
    match &node.value {
        Value::Text(text) if !text.is_empty() => Ok(text),
        Value::Text(_) | Value::Map(_) | Value::Other => Err(kind(key, "text", node.at)),
    }
}

fn one_of<'n>(node: &'n Node, key: &str, known: &[&str]) -> Result<&'n str, Wrong> {
    let value = text(node, key)?;
    if known.contains(&value) {
        return Ok(value);
    }
    Err(wrong_value(key, value, known, node.at))
}

fn needed(path: Option<PathBuf>, key: &str, place: Place) -> Result<PathBuf, Wrong> {
    path.ok_or_else(|| Wrong {
        place,
        why: Sentence {
            id: "serve-needed",
            args: args! { "key" => key },
        },
    })
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn unknown(key: &str, known: &[&str], place: Place) -> Wrong {
    Wrong {
        place,
        why: Sentence {
            id: "serve-unknown-key",
            args: args! { "key" => key, "known" => names(known) },
        },
    }
}

fn wrong_value(key: &str, value: &str, known: &[&str], place: Place) -> Wrong {
    Wrong {
        place,
        why: Sentence {
            id: "serve-value",
            args: args! { "key" => key, "value" => value, "known" => names(known) },
        },
    }
}

fn kind(key: &str, kind: &str, place: Place) -> Wrong {
    Wrong {
        place,
        why: Sentence {
            id: "serve-kind",
            args: args! { "key" => key, "kind" => kind },
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASH: &str = "$2y$10$X0h1gDsPszWURQaxFh.zoubFi6DXncSjhoQNJgRrnGs7EsimhC7zG";

    fn read(text: &str) -> Result<WebConfig, String> {
        super::read(text, Path::new("/etc/web")).map_err(|wrong| {
            let Place { line, column } = wrong.place;
            format!("{line}:{column}: {}", wrong.why)
        })
    }

    #[test]
    fn the_usual_form_is_read() {
        let text = format!(
            "# ours\ntls_server_config:\n  cert_file: server.crt\n  key_file: /keys/server.key\n  min_version: TLS13\n\
             basic_auth_users:\n  alice: {HASH}\n  bob: \"{HASH}\"\nhttp_server_config:\n  http2: false\n"
        );
        let config = read(&text).expect("a good file");
        let files = config.tls.expect("TLS");
        assert_eq!(files.certificate, Path::new("/etc/web/server.crt"));
        assert_eq!(files.key, Path::new("/keys/server.key"));
        assert!(files.only_1_3 && files.client_authorities.is_none());
        let users: Vec<_> = config.users.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(users, ["alice", "bob"]);
        for empty in ["", "# nothing\n", "{}", "tls_server_config:\n", "---\n"] {
            assert_eq!(read(empty), Ok(WebConfig::default()), "{empty:?}");
        }
    }

    #[test]
    fn clients_show_a_certificate_where_they_have_to() {
        let files = "tls_server_config:\n  cert_file: a\n  key_file: b\n  client_auth_type: ";
        let text = format!("{files}RequireAndVerifyClientCert\n  client_ca_file: ca.pem\n");
        let tls = read(&text).expect("a good file").tls.expect("TLS");
        let ca = tls.client_authorities.expect("authorities");
        assert_eq!(ca, Path::new("/etc/web/ca.pem"));
        let error = read(&format!("{files}RequireAndVerifyClientCert\n")).expect_err("no file");
        assert!(error.contains("client_ca_file"), "{error}");
        let error = read(&format!("{files}RequestClientCert\n")).expect_err("nobody is kept out");
        assert!(error.starts_with("4:21: "), "{error}");
    }

    #[test]
    fn what_is_not_understood_is_refused_with_its_place() {
        let rows = [
            ("basic_auth_user:\n  a: b\n", "1:1: ", "basic_auth_users"),
            ("basic_auth_users:\n  alice: secret\n", "2:10: ", "bcrypt"),
            ("basic_auth_users: alice\n", "1:19: ", "basic_auth_users"),
            ("basic_auth_users:\n- alice\n", "2:3: ", "basic_auth_users"),
            ("tls_server_config:\n  cert_file: a\n", "2:3: ", "key_file"),
            ("tls_server_config:\n  cert: a\n", "2:3: ", "cert_file"),
            (
                "tls_server_config: {cert_file: [a]}\n",
                "1:32: ",
                "cert_file",
            ),
            (
                "tls_server_config:\n  min_version: TLS10\n",
                "2:16: ",
                "TLS12",
            ),
            ("http_server_config:\n  headers: {}\n", "2:3: ", "http2"),
            ("a: &x b\nc: *x\n", "1:4: ", ""),
            ("a: 1\na: 2\n", "2:1: ", ""),
            ("a: [\n", "2:1: ", ""),
            ("--- 1\n--- 2\n", "2:", ""),
        ];
        for (text, place, says) in rows {
            let error = read(text).expect_err(text);
            assert!(
                error.starts_with(place) && error.contains(says),
                "{text}: {error}"
            );
        }
    }

    #[test]
    fn what_is_nested_without_end_is_refused() {
        for text in [
            "[".repeat(100_000),
            "a: ".repeat(100_000),
            "{a: ".repeat(100_000),
        ] {
            assert!(read(&text).is_err());
        }
    }
}
