//! The same settings in the words of the programs that people have, line by line as their dialogs ask for them.

use super::{Setting, encryption};
use crate::args;
use crate::service::{Protocol, Security};
use crate::words::{Args, Words};

/// A mail program and what to set in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// Its name.
    pub name: String,
    /// What to set, a sentence each.
    pub lines: Vec<String>,
    /// A file to copy, line by line; empty where the program has none.
    pub file: Vec<String>,
}

/// What to set in each program. `settings` are the best ones, one a protocol; nothing where there are none.
pub fn programs(words: &Words, settings: &[Setting]) -> Vec<Program> {
    if settings.is_empty() {
        return Vec::new();
    }
    let mut programs: Vec<Program> = ["outlook", "thunderbird", "apple-mail"]
        .iter()
        .map(|name| in_dialogs(words, name, settings))
        .collect();
    let sending = settings.iter().find(|one| one.protocol == Protocol::Smtp);
    programs.extend(sending.map(|one| msmtp(words, one)));
    programs
}

/// A program that is set up in dialogs: `settings-NAME-line` for each setting, and what else has to be ticked.
fn in_dialogs(words: &Words, name: &str, settings: &[Setting]) -> Program {
    // Incoming mail comes first in all of them.
    let incoming = settings.iter().filter(|one| one.protocol != Protocol::Smtp);
    let outgoing = settings.iter().filter(|one| one.protocol == Protocol::Smtp);
    let id = format!("settings-{name}");
    let line = |one| words.text(&format!("{id}-line"), &args_of(one));
    let mut lines: Vec<String> = incoming.chain(outgoing).map(line).collect();
    let takes_password = |one: &Setting| one.ways().password;
    let sends = |one: &Setting| one.protocol == Protocol::Smtp && !one.mechanisms.is_empty();
    for (what, holds) in [
        ("login", settings.iter().any(sends)),
        ("password", settings.iter().any(takes_password)),
        ("always", true),
    ] {
        let line = words.find(&format!("{id}-{what}"), &Args::new());
        lines.extend(line.filter(|_| holds));
    }
    Program {
        name: words.plain(&id),
        lines,
        file: Vec::new(),
    }
}

fn args_of(setting: &Setting) -> Args {
    args! {
        "use" => setting.protocol.name(),
        "host" => setting.host.clone(),
        "port" => setting.port,
        "encryption" => encryption(setting.security),
        "ways" => setting.ways().name(),
    }
}

/// An account for `~/.msmtprc`, as msmtp(1) reads it.
fn msmtp(words: &Words, setting: &Setting) -> Program {
    let host = &setting.ascii_host;
    let starttls = match setting.security {
        Security::Tls => "off",
        Security::Starttls => "on",
    };
    let ways = setting.ways();
    let has = |name: &str| {
        let mut names = setting.mechanisms.iter();
        names.any(|one| one.eq_ignore_ascii_case(name))
    };
    // "on" chooses among the methods that need a password alone.
    let auth = if setting.mechanisms.is_empty() {
        "off"
    } else if ways.oauth2 && !ways.password {
        if has("OAUTHBEARER") {
            "oauthbearer"
        } else {
            "xoauth2"
        }
    } else {
        "on"
    };
    let mut file = vec![
        format!("account {host}"),
        format!("host {host}"),
        format!("port {}", setting.port),
        "tls on".to_owned(),
        format!("tls_starttls {starttls}"),
        format!("auth {auth}"),
    ];
    // RFC 2606 keeps the name for examples.
    file.extend(["user you@example.com", "from you@example.com"].map(str::to_owned));
    Program {
        name: words.plain("settings-msmtp"),
        lines: vec![words.plain("settings-msmtp-line")],
        file,
    }
}
