//! How to reach the server of a fleet, and what to tell it of oneself. No secret stands on the command line.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read};
use std::net::IpAddr;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::cli::fleet::FleetArgs;
use crate::secret::Secret;
use crate::words::{self, Said, Sentence};
use crate::{args, said_errors};

/// The variable that stands in for `--server`.
pub const SERVER_VARIABLE: &str = "MAILCHECK_SERVER";
/// The variable that stands in for `--creds`.
pub const CREDS_VARIABLE: &str = "MAILCHECK_CREDS";

/// Where a server is that nobody named.
const USUAL: &str = "nats://127.0.0.1:4222";

/// What a file of credentials may have.
const MAX: u64 = 64 * 1024;

/// How to reach the server.
#[derive(Clone, Debug, PartialEq)]
pub struct Access {
    /// `nats://` and `tls://`, each with a host and perhaps a port.
    pub servers: Vec<String>,
    /// Who one is.
    pub creds: Option<Creds>,
    /// The authorities to trust, in place of the system's.
    pub ca: Option<PathBuf>,
    /// A certificate and its key.
    pub certificate: Option<(PathBuf, PathBuf)>,
    /// What has to be said of them: a file that others can read, a password that goes unprotected.
    pub warnings: Vec<Sentence>,
}

/// Who one is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Creds {
    /// A name and a password.
    User(String, Secret),
    /// A token.
    Token(Secret),
}

/// Why nobody can be reached. The text says what would be right, and never what was read.
#[derive(Debug)]
pub enum AccessError {
    /// No URL of a server.
    Server(String),
    /// A name or a password in the URL.
    SecretInUrl(String),
    /// A file of credentials that cannot be read.
    Unreadable(PathBuf, io::Error),
    /// A file of credentials that names neither a user with a password nor a token.
    NoCreds(PathBuf),
    /// A file of a fleet that is run with signed tokens.
    Signed(PathBuf),
    /// A file with certificates that cannot be read.
    NoFile(PathBuf, io::Error),
    /// Of a certificate and its key, one alone.
    Half(&'static str, &'static str),
}

said_errors!(AccessError);

impl Said for AccessError {
    fn said(&self) -> Sentence {
        let path = |path: &Path| path.display().to_string();
        let (id, args) = match self {
            Self::Server(value) => ("usage-fleet-server", args! { "value" => value.as_str() }),
            Self::SecretInUrl(host) => ("usage-fleet-secret", args! { "host" => host.as_str() }),
            Self::Unreadable(file, why) => (
                "usage-secret-unreadable",
                args! { "from" => path(file), "why" => words::of_file(why) },
            ),
            Self::NoCreds(file) => ("usage-fleet-creds", args! { "path" => path(file) }),
            Self::Signed(file) => ("usage-fleet-signed", args! { "path" => path(file) }),
            Self::NoFile(file, why) => (
                "usage-unreadable",
                args! { "path" => path(file), "why" => words::of_file(why) },
            ),
            Self::Half(given, missing) => (
                "usage-fleet-half",
                args! { "option" => *given, "other" => *missing },
            ),
        };
        Sentence { id, args }
    }
}

impl Access {
    /// What was typed, and what `variable` says where it was not.
    pub fn of(
        typed: &FleetArgs,
        variable: &dyn Fn(&str) -> Option<OsString>,
    ) -> Result<Self, AccessError> {
        let set = |name| variable(name).filter(|value| !value.is_empty());
        let named = match set(SERVER_VARIABLE) {
            Some(value) if typed.server.is_empty() => {
                let value = value.to_string_lossy();
                let several = value.split([',', ' ']).filter(|one| !one.is_empty());
                several.map(str::to_owned).collect()
            }
            Some(_) | None => typed.server.clone(),
        };
        let named = if named.is_empty() {
            vec![USUAL.to_owned()]
        } else {
            named
        };
        let servers: Vec<String> = named
            .iter()
            .map(|url| server(url))
            .collect::<Result<_, _>>()?;
        let file = typed.creds.clone();
        let file = file.or_else(|| set(CREDS_VARIABLE).map(PathBuf::from));
        let mut warnings = Vec::new();
        let creds = file.map(|file| creds(&file, &mut warnings)).transpose()?;
        warnings.extend(creds.as_ref().and_then(|_| unprotected(&servers)));
        Ok(Self {
            servers,
            creds,
            ca: typed.tls_ca.clone().map(readable).transpose()?,
            certificate: certificate(typed)?,
            warnings,
        })
    }
}

/// `nats://host:port` or `tls://host:port`; without a scheme the first is meant.
fn server(typed: &str) -> Result<String, AccessError> {
    let bad = || AccessError::Server(typed.to_owned());
    let (scheme, rest) = typed
        .trim()
        .split_once("://")
        .unwrap_or_else(|| ("nats", typed.trim()));
    if let Some((_, host)) = rest.rsplit_once('@') {
        return Err(AccessError::SecretInUrl(host.to_owned()));
    }
    let is_known = ["nats", "tls"].contains(&scheme);
    let authority = rest.strip_suffix('/').unwrap_or(rest);
    let (host, port) = parts(authority).ok_or_else(bad)?;
    let is_host = !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_graphic());
    if !is_known || !is_host || host.contains(['/', '?', '#']) {
        return Err(bad());
    }
    Ok(format!("{scheme}://{host}:{port}"))
}

/// The host, in brackets where it is an address with colons, and the port.
fn parts(authority: &str) -> Option<(&str, u16)> {
    /// The port of NATS (docs.nats.io, "Clients").
    const PORT: u16 = 4222;
    let end = authority.rfind(']').map_or(0, |end| end + 1);
    let (host, port) = match authority[end..].rfind(':') {
        Some(colon) => authority.split_at(end + colon),
        None => (authority, ""),
    };
    let inside = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'));
    let is_literal = inside.is_some_and(|inside| inside.parse::<std::net::Ipv6Addr>().is_ok());
    if !is_literal && host.contains([':', '[', ']']) {
        return None;
    }
    match port.strip_prefix(':') {
        None => Some((host, PORT)),
        Some(port) => port
            .parse()
            .ok()
            .filter(|port| *port > 0)
            .map(|port| (host, port)),
    }
}

/// Where a password would cross a network in the clear.
fn unprotected(servers: &[String]) -> Option<Sentence> {
    let plain = servers.iter().filter_map(|url| url.strip_prefix("nats://"));
    let mut hosts = plain.filter_map(|authority| parts(authority).map(|(host, _)| host));
    let host = hosts.find(|host| {
        let bare = host.trim_matches(['[', ']']);
        let address = bare.parse::<IpAddr>();
        !bare.eq_ignore_ascii_case("localhost") && !address.is_ok_and(|one| one.is_loopback())
    })?;
    Some(Sentence {
        id: "fleet-unprotected",
        args: args! { "host" => host },
    })
}

fn creds(path: &Path, warnings: &mut Vec<Sentence>) -> Result<Creds, AccessError> {
    let failed = |error| AccessError::Unreadable(path.to_owned(), error);
    let file = File::open(path).map_err(failed)?;
    if is_exposed(&file) {
        warnings.push(Sentence {
            id: "usage-secret-exposed",
            args: args! { "path" => path.display().to_string() },
        });
    }
    let mut text = Zeroizing::new(String::new());
    file.take(MAX).read_to_string(&mut text).map_err(failed)?;
    read_creds(&text).map_err(|signed| {
        let path = path.to_owned();
        if signed {
            AccessError::Signed(path)
        } else {
            AccessError::NoCreds(path)
        }
    })
}

/// What the lines say. The error is whether they are of another kind: a signed token, or the seed of a key.
fn read_creds(text: &str) -> Result<Creds, bool> {
    let (mut user, mut password, mut token) = (None, None, None);
    let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if line.starts_with("-----BEGIN NATS") || line.starts_with("SU") && line.len() == 58 {
            return Err(true);
        }
        let (key, value) = line.split_once(['=', ':']).ok_or(false)?;
        let place = match key.trim_end() {
            "user" => &mut user,
            "password" => &mut password,
            "token" => &mut token,
            _ => return Err(false),
        };
        *place = Some(value.trim_start());
    }
    match (user, password, token) {
        (Some(user), Some(password), None) => {
            Ok(Creds::User(user.to_owned(), Secret::new(password)))
        }
        (None, None, Some(token)) => Ok(Creds::Token(Secret::new(token))),
        _ => Err(false),
    }
}

/// Whether others than the owner may read it.
#[cfg(unix)]
fn is_exposed(file: &File) -> bool {
    use std::os::unix::fs::PermissionsExt;

    let metadata = file.metadata();
    metadata.is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o044 != 0)
}

#[cfg(not(unix))]
const fn is_exposed(_: &File) -> bool {
    false
}

fn certificate(typed: &FleetArgs) -> Result<Option<(PathBuf, PathBuf)>, AccessError> {
    match (typed.tls_cert.clone(), typed.tls_key.clone()) {
        (Some(certificate), Some(key)) => Ok(Some((readable(certificate)?, readable(key)?))),
        (Some(_), None) => Err(AccessError::Half("--tls-cert", "--tls-key")),
        (None, Some(_)) => Err(AccessError::Half("--tls-key", "--tls-cert")),
        (None, None) => Ok(None),
    }
}

/// The path of a file that can be opened, so that the file is blamed and not the server.
fn readable(path: PathBuf) -> Result<PathBuf, AccessError> {
    match File::open(&path).and_then(|file| file.metadata()) {
        Ok(there) if there.is_dir() => Err(AccessError::NoFile(
            path,
            io::ErrorKind::IsADirectory.into(),
        )),
        Ok(_) => Ok(path),
        Err(error) => Err(AccessError::NoFile(path, error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn access(line: &str, set: &[(&str, &str)]) -> Result<Access, String> {
        let words = format!("mailcheck fleet work {line}");
        let cli = <crate::cli::Cli as clap::Parser>::try_parse_from(words.split_whitespace());
        let Some(crate::cli::Command::Fleet(args)) = cli.expect(line).command else {
            panic!("{line}")
        };
        let variable = |name: &str| {
            let found = set.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| OsString::from(value))
        };
        Access::of(&args, &variable).map_err(|error| error.to_string())
    }

    #[test]
    fn variables_stand_in_for_what_was_not_typed() {
        let servers = |line, set: &[(&str, &str)]| access(line, set).expect(line).servers;
        assert_eq!(servers("", &[]), ["nats://127.0.0.1:4222"]);
        assert_eq!(
            servers("", &[(SERVER_VARIABLE, "")]),
            ["nats://127.0.0.1:4222"]
        );
        let set = [(SERVER_VARIABLE, "a.test, tls://b.test:5,")];
        assert_eq!(servers("", &set), ["nats://a.test:4222", "tls://b.test:5"]);
        assert_eq!(servers("--server c.test", &set), ["nats://c.test:4222"]);
        let told = access("", &[(CREDS_VARIABLE, "/nonexistent/creds")]).expect_err("no file");
        assert!(
            told.starts_with("/nonexistent/creds cannot be read"),
            "{told}"
        );
    }

    #[test]
    fn a_certificate_needs_its_key() {
        for (one, other) in [("--tls-cert", "--tls-key"), ("--tls-key", "--tls-cert")] {
            let told = access(&format!("{one} a.pem"), &[]).expect_err(one);
            assert!(told.contains(other), "{told}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn credentials_that_others_can_read_are_used_and_told() {
        use std::os::unix::fs::PermissionsExt;

        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("creds");
        std::fs::write(&path, "token = hunter2").expect("it can be written");
        for (mode, warnings) in [(0o600, 0), (0o644, 1), (0o640, 1)] {
            let mode = std::fs::Permissions::from_mode(mode);
            std::fs::set_permissions(&path, mode).expect("it is ours");
            let access = access(&format!("--creds {}", path.display()), &[]).expect("good");
            assert_eq!(access.warnings.len(), warnings);
            assert!(!format!("{access:?}").contains("hunter2"));
        }
    }

    #[test]
    fn a_server_is_a_host_with_a_port() {
        let rows = [
            ("nats://nats.test:4222", "nats://nats.test:4222"),
            ("nats://nats.test", "nats://nats.test:4222"),
            ("nats.test", "nats://nats.test:4222"),
            ("nats.test:5222", "nats://nats.test:5222"),
            ("tls://nats.test/", "tls://nats.test:4222"),
            ("tls://[2001:db8::1]:4443", "tls://[2001:db8::1]:4443"),
            ("[::1]", "nats://[::1]:4222"),
            ("192.0.2.1:1", "nats://192.0.2.1:1"),
        ];
        for (typed, expected) in rows {
            assert_eq!(server(typed).expect(typed), expected);
        }
        let bad = [
            "",
            "nats://",
            "http://nats.test",
            "ws://nats.test",
            "nats://h:0",
            "nats://h:99999",
            "nats://h:x",
            "nats://a b",
            "nats://h/path",
            "::1",
            "nats://[::1",
            "nats://[h]:1",
        ];
        for typed in bad {
            let error = server(typed).expect_err(typed).to_string();
            assert!(error.contains("nats://"), "{typed}: {error}");
        }
    }

    #[test]
    fn a_secret_in_a_url_is_refused_and_not_said_again() {
        for typed in [
            "nats://me:hunter2@nats.test",
            "hunter2@nats.test",
            "tls://a:hunter2@b@h",
        ] {
            let error = server(typed).expect_err(typed).to_string();
            assert!(
                error.contains("--creds") && !error.contains("hunter2"),
                "{error}"
            );
        }
    }

    #[test]
    fn credentials_are_lines() {
        let user = |name: &str, word: &str| Ok(Creds::User(name.to_owned(), Secret::new(word)));
        let rows = [
            ("user = fleet\npassword = s3cret\n", user("fleet", "s3cret")),
            (
                "\u{feff}# ours\r\n\r\nuser: fleet\r\npassword: a = b: c \r\n",
                user("fleet", "a = b: c"),
            ),
            ("token=t0k3n", Ok(Creds::Token(Secret::new("t0k3n")))),
            ("user = fleet", Err(false)),
            ("user = a\npassword = b\ntoken = c", Err(false)),
            ("s3cret", Err(false)),
            ("login = a", Err(false)),
            ("", Err(false)),
            ("-----BEGIN NATS USER JWT-----\neyJ0", Err(true)),
            (
                "SUACSSL3UAHUDXKFSNVUZRF5UHPMWZ6BFDTJ7M6USDXIEDNPPQYYYCU3VY",
                Err(true),
            ),
        ];
        for (text, expected) in rows {
            assert_eq!(read_creds(text), expected, "{text}");
        }
    }

    #[test]
    fn what_would_cross_a_network_in_the_clear_is_said() {
        let host = |url: &str| unprotected(&[url.to_owned()]).map(|said| said.to_string());
        for safe in [
            "tls://nats.test:1",
            "nats://127.0.0.1:1",
            "nats://[::1]:1",
            "nats://LocalHost:1",
        ] {
            assert_eq!(host(safe), None, "{safe}");
        }
        for plain in [
            "nats://nats.test:1",
            "nats://192.0.2.1:1",
            "nats://[2001:db8::1]:1",
        ] {
            assert!(host(plain).expect(plain).contains("tls://"), "{plain}");
        }
    }
}
