//! Words that stand beside the one host of a command line, as other programs and tables of settings have them:
//! `host 587`, `host ssl 465`, `curl smtp://host`, `dig host mx`.

use super::UsageError;
use crate::service::Service;
use crate::target::{self, TargetError, Typed};

/// Words that command other programs; nobody calls a mail server so.
const VERBS: [&str; 33] = [
    "check",
    "test",
    "scan",
    "probe",
    "diagnose",
    "verify",
    "connect",
    "lookup",
    "run",
    "open",
    "show",
    "get",
    "mailcheck",
    "mailcheck.exe",
    "ping",
    "telnet",
    "nslookup",
    "dig",
    "host",
    "whois",
    "tracert",
    "traceroute",
    "curl",
    "wget",
    "nc",
    "ncat",
    "openssl",
    "s_client",
    "swaks",
    "tnc",
    "test-netconnection",
    "posttls-finger",
    "gnutls-cli",
];

/// What tables of settings and sentences put around a host.
const LABELS: [&str; 22] = [
    "server",
    "servers",
    "host",
    "hostname",
    "address",
    "name",
    "incoming",
    "outgoing",
    "on",
    "at",
    "with",
    "via",
    "using",
    "and",
    "over",
    "encryption",
    "security",
    "none",
    "\u{670d}\u{52a1}\u{5668}",
    "\u{4e3b}\u{673a}",
    "\u{52a0}\u{5bc6}",
    "=",
];

/// What a word is, beside others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Host,
    Port(u16),
    Security,
    Service(Service),
    /// `mx`, as `dig` and `nslookup` have it.
    Exchangers,
    Verb,
    Label,
    Other,
}

/// What is wrong with these words, and what would be right: where one of them is a host, and every other says something
/// about it. `None` where they may all be targets.
pub(super) fn mistake(words: &[String]) -> Option<UsageError> {
    if words.len() < 2 {
        return None;
    }
    let read: Vec<Word> = words.iter().map(|word| read(word)).collect();
    let mut hosts = (0..words.len()).filter(|&at| read[at] == Word::Host);
    let (at, None) = (hosts.next()?, hosts.next()) else {
        return None;
    };
    if read.contains(&Word::Other) {
        return None;
    }
    let typed: Typed = words[at].parse().ok()?;
    let host = typed.typed;
    let port = read.iter().find_map(|word| match word {
        Word::Port(port) => Some(*port),
        _ => None,
    });
    let port = port.filter(|_| typed.endpoint.is_none());
    let with_port = || port.map_or_else(|| host.clone(), |port| format!("{host}:{port}"));
    if read.contains(&Word::Security) {
        return Some(TargetError::SecurityBehind { host: with_port() }.into());
    }
    if let Some(port) = port {
        return Some(UsageError::PortApart { host, port });
    }
    let first = |wanted: fn(Word) -> bool| {
        let at = read.iter().position(|word| wanted(*word))?;
        Some((words[at].clone(), read[at]))
    };
    if let Some((word, _)) = first(|word| word == Word::Exchangers) {
        let right = format!("--mx {host}");
        return Some(UsageError::Word { word, right });
    }
    if let Some((word, Word::Service(service))) = first(|word| matches!(word, Word::Service(_))) {
        let right = match typed.endpoint {
            Some(_) => host,
            None => format!("-s {} {host}", service.name()),
        };
        return Some(UsageError::Word { word, right });
    }
    // A server of this network may be called `server`, and none `Server:`; and one called `test` may stand behind another.
    let word = words[0].clone();
    let is_told = match read[0] {
        Word::Verb => true,
        Word::Label => !word.chars().all(|sign| sign.is_ascii_alphanumeric()),
        _ => false,
    };
    is_told.then_some(UsageError::Word { word, right: host })
}

/// Whether another program takes `word` for a command.
pub(super) fn is_verb(word: &str) -> bool {
    VERBS.contains(&word)
}

fn read(word: &str) -> Word {
    let lower = word.to_lowercase();
    let bare = lower.trim_matches(|sign: char| ":,;()[]\u{ff1a}".contains(sign));
    if let Ok(port) = bare.parse() {
        return Word::Port(port);
    }
    if target::means_port(bare) || LABELS.contains(&bare) || bare.is_empty() {
        // `host` is a label where a colon follows, and else a program.
        return if bare == "host" && bare == lower {
            Word::Verb
        } else {
            Word::Label
        };
    }
    if target::means_security(bare) {
        return Word::Security;
    }
    if bare == "mx" {
        return Word::Exchangers;
    }
    if let Some(service) = Service::from_name(bare) {
        return Word::Service(service);
    }
    if is_verb(bare) {
        return Word::Verb;
    }
    // A single word may be a host of this network, and may be anything else.
    let is_whole = bare == "localhost" || bare.contains(['.', ':', '/', '@', '\u{3002}']);
    if is_whole && word.parse::<Typed>().is_ok() {
        Word::Host
    } else {
        Word::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &str) -> Option<String> {
        let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
        mistake(&words).map(|error| error.to_string())
    }

    #[test]
    fn what_stands_beside_a_host_is_told_as_it_is_written_here() {
        let rows = [
            ("smtp.example.com 587", "mailcheck smtp.example.com:587"),
            ("smtp.example.com :587", "mailcheck smtp.example.com:587"),
            (
                "smtp.example.com port 587",
                "mailcheck smtp.example.com:587",
            ),
            ("smtp.example.com, 587", "mailcheck smtp.example.com:587"),
            ("smtp.example.com (587)", "mailcheck smtp.example.com:587"),
            (
                "smtp.example.com ssl 465",
                "out: mailcheck smtp.example.com:465",
            ),
            (
                "smtp.example.com 465 SSL/TLS",
                "out: mailcheck smtp.example.com:465",
            ),
            ("smtp.example.com tls", "out: mailcheck smtp.example.com"),
            (
                "smtp.example.com:587 STARTTLS",
                "out: mailcheck smtp.example.com:587",
            ),
            (
                "Server: smtp.example.com Port: 587",
                "mailcheck smtp.example.com:587",
            ),
            (
                "Server: smtp.example.com Port: 587 Encryption: STARTTLS",
                "out: mailcheck smtp.example.com:587",
            ),
            (
                "\u{670d}\u{52a1}\u{5668}\u{ff1a} smtp.qq.com \u{7aef}\u{53e3}\u{ff1a} 465",
                "mailcheck smtp.qq.com:465",
            ),
            (
                "imap.example.com imaps",
                "mailcheck -s imaps imap.example.com",
            ),
            (
                "imaps imap.example.com:993",
                "mailcheck imap.example.com:993",
            ),
            (
                "telnet smtp.example.com 25",
                "mailcheck smtp.example.com:25",
            ),
            (
                "curl smtp://smtp.example.com",
                "mailcheck smtp://smtp.example.com",
            ),
            ("ping smtp.example.com", "mailcheck smtp.example.com"),
            ("host smtp.example.com", "mailcheck smtp.example.com"),
            ("mx example.com", "mailcheck --mx example.com"),
            ("dig example.com MX", "mailcheck --mx example.com"),
            ("Server: smtp.example.com", "mailcheck smtp.example.com"),
            ("localhost 25", "mailcheck localhost:25"),
            ("192.0.2.1 25", "mailcheck 192.0.2.1:25"),
            ("2001:db8::1 tls", "out: mailcheck 2001:db8::1"),
        ];
        for (line, right) in rows {
            let told = told(line).unwrap_or_else(|| panic!("{line}: all targets"));
            assert!(told.ends_with(right), "{line}: {told}");
        }
    }

    #[test]
    fn several_hosts_are_several_targets() {
        for line in [
            "smtp.example.com",
            "smtp.example.com imap.example.com",
            "smtp imap",
            "mail relay.example.com",
            "tls.example.com ssl.example.com",
            "smtp.example.com postfix",
            "server nas.example.com",
            "nas.example.com test",
        ] {
            assert_eq!(told(line), None, "{line}");
        }
    }
}
