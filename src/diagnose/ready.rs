//! Makes findings ready to be acted on: what their sentences and next steps name beside the cause itself, so that a
//! command can be typed as it stands, on the system where the run was made.

use std::net::IpAddr;

use crate::args;
use crate::codes::Os;
use crate::facts::Facts;
use crate::finding::{Finding, Sentence};
use crate::target::Host;
use crate::words::{Args, Value};

/// Steps that change something in a mail program. Where its settings are is told once, behind the first of them.
const IN_MAIL_PROGRAM: [&str; 7] = [
    "step-use-port",
    "step-try-port",
    "step-use-implicit-tls",
    "step-use-starttls-here",
    "step-submit-with-login",
    "step-use-proxy",
    "step-raise-client-timeout",
];

/// Public resolvers that a next step names: one for readers of each language, and their twins for who uses them already.
const SUGGESTED_RESOLVERS: [&str; 2] = ["9.9.9.9", "223.5.5.5"];

/// Adds to every finding what its sentences name of this machine and of the target.
pub(super) fn finish(facts: &Facts, findings: &mut [Finding]) {
    let common = common(facts);
    let mut told_where = false;
    for finding in findings {
        name_own_router(facts, finding);
        let changes_program = |step: &Sentence| IN_MAIL_PROGRAM.contains(&step.id);
        let first = finding.next_steps.iter().position(changes_program);
        if let Some(first) = first.filter(|_| !told_where) {
            told_where = true;
            let place = Sentence {
                id: "step-where-in-programs",
                args: Args::new(),
            };
            finding.next_steps.insert(first + 1, place);
        }
        for step in &mut finding.next_steps {
            for (one, several) in [("address", "addresses"), ("port", "ports")] {
                let first = first_of(&step.args, several);
                step.args.entry(one).or_insert_with(|| first.into());
            }
            for (name, value) in &common {
                step.args.entry(name).or_insert_with(|| value.clone());
            }
        }
    }
}

/// What every next step may name: `os`, on which the run was made; `target`, as it is typed again; `asked`, whether the
/// resolver that would be suggested is the one that this machine asks; `provider`, whose server must not be the example.
fn common(facts: &Facts) -> Args {
    let suggested = |address: IpAddr| SUGGESTED_RESOLVERS.contains(&address.to_string().as_str());
    let mut resolvers = facts.vantage.resolvers.iter();
    args! {
        "os" => match facts.vantage.os {
            Os::Linux => "linux",
            Os::MacOs => "macos",
            Os::Windows => "windows",
        },
        "target" => facts.target.typed.clone(),
        "asked" => if resolvers.any(|one| suggested(one.ip())) { "yes" } else { "no" },
        "provider" => provider(&facts.target.host),
    }
}

/// Whose server the target is, as far as the examples of the steps go.
fn provider(host: &Host) -> &'static str {
    let of = |name: &str, domains: &[&str]| {
        let inside = |domain: &str| name == domain || name.ends_with(&format!(".{domain}"));
        domains.iter().any(|domain| inside(domain))
    };
    match host {
        Host::Name(name) if of(&name.ascii, &["gmail.com", "google.com", "googlemail.com"]) => {
            "google"
        }
        Host::Name(name) if of(&name.ascii, &["outlook.com", "office365.com", "office.com"]) => {
            "microsoft"
        }
        Host::Name(_) | Host::Address(_) => "other",
    }
}

/// The first of what a step names several of: a command takes one.
fn first_of(args: &Args, name: &str) -> String {
    match args.get(name) {
        Some(Value::List(all)) => all.first().cloned().unwrap_or_default(),
        Some(Value::Text(_) | Value::Number(_) | Value::Sentence(_)) | None => String::new(),
    }
}

/// `own`: whether the router that a finding names is the one through which this machine reaches everything.
fn name_own_router(facts: &Facts, finding: &mut Finding) {
    let named = ["router", "sender"]
        .into_iter()
        .find_map(|name| finding.args.get(name));
    let named = match named {
        Some(Value::List(addresses)) => addresses.clone(),
        Some(Value::Text(address)) => vec![address.clone()],
        Some(Value::Number(_) | Value::Sentence(_)) | None => return,
    };
    let is_gateway = |text: &String| {
        let address = text.parse::<IpAddr>();
        address.is_ok_and(|address| facts.vantage.gateways.contains(&address))
    };
    let own = if named.iter().all(is_gateway) {
        "yes"
    } else {
        "no"
    };
    finding.args.insert("own", own.into());
    for step in &mut finding.next_steps {
        step.args.entry("own").or_insert_with(|| own.into());
        for name in ["router", "sender"] {
            let named = || Value::List(named.clone());
            step.args.entry(name).or_insert_with(named);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::target::HostName;

    #[test]
    fn an_example_is_never_the_server_that_failed() {
        let rows = [
            ("smtp.gmail.com", "google"),
            ("aspmx.l.google.com", "google"),
            ("smtp.office365.com", "microsoft"),
            ("smtp-mail.outlook.com", "microsoft"),
            ("notgmail.com", "other"),
            ("gmail.com.example.net", "other"),
        ];
        for (name, expected) in rows {
            let host = Host::Name(name.parse::<HostName>().expect("a name"));
            assert_eq!(provider(&host), expected, "{name}");
        }
    }

    #[test]
    fn a_command_takes_one_address() {
        let args = args! { "addresses" => vec!["192.0.2.1".to_owned(), "2001:db8::1".to_owned()] };
        assert_eq!(first_of(&args, "addresses"), "192.0.2.1");
        assert_eq!(first_of(&Args::new(), "addresses"), "");
    }
}
