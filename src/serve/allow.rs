//! Which targets may be asked about, so that nobody makes a scanner of this server.

use std::rc::Rc;

use crate::args;
use crate::probe::fence::{Fence, Network};
use crate::target::{Host, HostName};
use crate::words::Sentence;

/// What `--allow` lists.
#[derive(Clone, Debug)]
pub(super) struct Allow {
    names: Vec<Pattern>,
    networks: Rc<[Network]>,
}

/// A pattern of names: one of them, or everything below it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Pattern {
    /// `*`.
    Every,
    /// `mail.example.com`.
    This(String),
    /// `*.example.com`, with the dot.
    Below(String),
}

/// Whether a target may be asked about.
#[derive(Debug)]
pub(super) enum Permission {
    /// Wherever it leads.
    Anywhere,
    /// As long as it leads nowhere else.
    Within(Fence),
    /// No.
    Denied,
}

/// Reads what is listed. `None` where everything is open.
pub(super) fn read(typed: &[String], is_open: bool) -> Result<Option<Allow>, Sentence> {
    if typed.is_empty() && !is_open {
        return Ok(None);
    }
    let (mut names, mut networks) = (Vec::new(), Vec::new());
    for typed in typed {
        let trimmed = typed.trim();
        if let Ok(network) = trimmed.parse::<Network>() {
            networks.push(network);
        } else {
            let pattern = pattern(trimmed);
            names.push(pattern.ok_or_else(|| Sentence {
                id: "serve-allow",
                args: args! { "typed" => typed.as_str() },
            })?);
        }
    }
    Ok(Some(Allow {
        names,
        networks: networks.into(),
    }))
}

fn pattern(typed: &str) -> Option<Pattern> {
    if typed == "*" {
        return Some(Pattern::Every);
    }
    let (is_below, name) = match typed.strip_prefix("*.") {
        Some(rest) => (true, rest),
        None => (false, typed),
    };
    let name: HostName = name.parse().ok()?;
    Some(if is_below {
        Pattern::Below(format!(".{}", name.ascii))
    } else {
        Pattern::This(name.ascii)
    })
}

impl Allow {
    /// Whether nothing is allowed at all.
    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty() && self.networks.is_empty()
    }

    /// Whether `host` may be asked about, and where that may lead.
    pub(super) fn permits(&self, host: &Host) -> Permission {
        match host {
            Host::Name(name) if self.names.iter().any(|pattern| pattern.fits(&name.ascii)) => {
                Permission::Within(Fence::new(Rc::clone(&self.networks), true))
            }
            Host::Address(address) if self.networks.iter().any(|one| one.holds(*address)) => {
                Permission::Within(Fence::new(Rc::clone(&self.networks), false))
            }
            Host::Name(_) | Host::Address(_) => Permission::Denied,
        }
    }
}

impl Pattern {
    /// `name` as the DNS carries it, in lower case.
    fn fits(&self, name: &str) -> bool {
        match self {
            Self::Every => true,
            Self::This(own) => own == name,
            Self::Below(end) => name.len() > end.len() && name.ends_with(end.as_str()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allow(typed: &[&str]) -> Allow {
        let typed: Vec<String> = typed.iter().map(|one| (*one).to_owned()).collect();
        read(&typed, true).expect("patterns").expect("a list")
    }

    fn permits(allow: &Allow, target: &str) -> bool {
        let typed: crate::target::Typed = target.parse().expect(target);
        !matches!(allow.permits(&typed.host), Permission::Denied)
    }

    #[test]
    fn names_are_listed_by_name_and_addresses_by_network() {
        let list = allow(&[
            "mail.example.com",
            "*.example.org",
            "192.0.2.0/28",
            "2001:db8::1",
            "*.例子.测试",
        ]);
        let rows = [
            ("mail.example.com", true),
            ("MAIL.Example.COM.", true),
            ("smtp://mail.example.com:2525", true),
            ("smtp.mail.example.com", false),
            ("example.com", false),
            ("a.example.org", true),
            ("b.a.example.org:25", true),
            ("someone@a.example.org", true),
            ("example.org", false),
            ("notexample.org", false),
            ("a.example.org.evil.test", false),
            ("mail.xn--fsqu00a.xn--0zwm56d", true),
            ("192.0.2.15", true),
            ("192.0.2.16", false),
            ("[2001:db8::1]:25", true),
            ("2001:db8::2", false),
            ("localhost", false),
        ];
        for (target, permitted) in rows {
            assert_eq!(permits(&list, target), permitted, "{target}");
        }
        assert!(permits(&allow(&["*"]), "any.example") && !permits(&allow(&["*"]), "192.0.2.1"));
    }

    #[test]
    fn nothing_listed_is_everything_here_and_nothing_elsewhere() {
        assert!(read(&[], false).expect("nothing wrong").is_none());
        let nothing = allow(&[]);
        assert!(nothing.is_empty() && !permits(&nothing, "mail.example.com"));
    }

    #[test]
    fn what_is_no_pattern_is_told() {
        let wrong = [
            "192.0.2.1/24",
            "mail.*.com",
            "*example.com",
            "a..b",
            "",
            "**",
            "http://mail.example.com",
            "mail.example.com:25",
        ];
        for typed in wrong {
            let error = read(&[typed.to_owned()], false).expect_err(typed);
            assert!(error.to_string().contains("--allow"), "{error}");
        }
    }
}
