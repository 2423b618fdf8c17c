//! Which targets the command line names.

use super::{UsageError, beside, fits};
use crate::cli::CheckArgs;
use crate::plan::Plan;
use crate::service::{Endpoint, Service};
use crate::target::{Host, HostBecause, MxQuestion, Target, Typed};

/// The targets in the order in which they were typed. Each of them can be asked with `plan`. What asks for exactly one
/// target has to look at `args.list` here too: a list is never one.
pub fn targets(args: &CheckArgs, plan: &Plan) -> Result<Vec<Target>, UsageError> {
    other_habits(&args.targets, args.host)?;
    let meaning = Meaning::new(args, plan)?;
    args.targets.iter().map(|typed| meaning.of(typed)).collect()
}

/// What a target means among these options, one by one.
pub struct Meaning<'a> {
    args: &'a CheckArgs,
    plan: &'a Plan,
    services: Option<Vec<Endpoint>>,
}

impl<'a> Meaning<'a> {
    /// What the options say for every target.
    pub fn new(args: &'a CheckArgs, plan: &'a Plan) -> Result<Self, UsageError> {
        Ok(Self {
            args,
            plan,
            services: services(&args.service)?,
        })
    }

    /// All that is the same for every target, as a text that differs where one of them would be asked otherwise.
    pub fn options(&self) -> String {
        let Self {
            args,
            plan,
            services,
        } = self;
        format!("{plan:?} {services:?} {} {}", args.host, args.mx)
    }

    /// What `typed` means.
    pub fn of(&self, typed: &str) -> Result<Target, UsageError> {
        let target = target(typed, self.services.as_deref(), self.args)?;
        match target.host {
            // Where --connect-to is given, nothing goes to the address that was typed.
            Host::Address(address) if self.plan.connect_to.is_none() => {
                fits(address, self.plan.families)?;
            }
            Host::Address(_) | Host::Name(_) => {}
        }
        Ok(target)
    }
}

fn target(
    typed: &str,
    services: Option<&[Endpoint]>,
    args: &CheckArgs,
) -> Result<Target, UsageError> {
    let parsed: Typed = typed.parse()?;
    if parsed.endpoint.is_some() && services.is_some() {
        return Err(UsageError::ServiceTwice {
            by_scheme: parsed.typed.contains("://"),
            typed: parsed.typed,
        });
    }
    if args.mx && !(parsed.endpoint.is_none() && matches!(parsed.host, Host::Name(_))) {
        return Err(UsageError::MxNeedsName {
            is_service: parsed.endpoint.is_some(),
            typed: parsed.typed,
        });
    }
    let named = parsed.endpoint.is_some() || services.is_some();
    let promised = match &parsed.host {
        Host::Name(name) => name.promised_services(),
        Host::Address(_) => Service::ALL.to_vec(),
    };
    let telling = promised.len() < Service::ALL.len();
    let endpoints = match (parsed.endpoint, services) {
        (Some(endpoint), _) => vec![endpoint],
        (None, Some(services)) => services.to_vec(),
        (None, None) => promised.into_iter().map(Endpoint::usual).collect(),
    };
    let mx = match parsed.host {
        // The domain of an address, as other servers see it.
        _ if args.mx => MxQuestion::Must,
        _ if parsed.mailbox.is_some() => MxQuestion::Never(HostBecause::MailAddress),
        _ if named => MxQuestion::Never(HostBecause::Named),
        Host::Address(_) => MxQuestion::Never(HostBecause::Address),
        Host::Name(_) if telling => MxQuestion::Never(HostBecause::Label),
        Host::Name(_) if args.host => MxQuestion::Never(HostBecause::Asked),
        Host::Name(_) => MxQuestion::Ask,
    };
    Ok(Target {
        typed: parsed.typed,
        host: parsed.host,
        endpoints,
        named,
        mx,
        mailbox: parsed.mailbox.filter(|_| !args.mx),
        line: None,
    })
}

/// What is right for another program, and here has another form.
fn other_habits(targets: &[String], is_host: bool) -> Result<(), UsageError> {
    // A host may be called anything, where the user says that it is one; but no host is a number.
    if !is_host && let Some(mistake) = beside::mistake(targets) {
        return Err(mistake);
    }
    let host = |typed: &str| {
        let typed: Typed = typed.parse().ok()?;
        typed.endpoint.is_none().then_some(typed.typed)
    };
    for two in targets.windows(2) {
        let rest = two[1].trim_start_matches([':', ' ']);
        if let (Some(host), Ok(port)) = (host(&two[0]), rest.parse::<u16>()) {
            return Err(UsageError::PortApart { host, port });
        }
    }
    let [first, others @ ..] = targets else {
        return Ok(());
    };
    if is_host {
        return Ok(());
    }
    let lower = first.to_ascii_lowercase();
    let right = match lower.as_str() {
        "help" | "?" | "/?" | "/h" | "/help" | "usage" => "--help".to_owned(),
        "version" => "--version".to_owned(),
        "-" => "--targets -".to_owned(),
        verb if beside::is_verb(verb) && !others.is_empty() => others.join(" "),
        verb if Service::from_name(verb).is_some() && !others.is_empty() => {
            format!("-s {verb} {}", others.join(" "))
        }
        _ => return Ok(()),
    };
    Err(UsageError::Word {
        word: first.clone(),
        right,
    })
}

/// Why a word names no service.
fn no_service(word: &str) -> UsageError {
    let word = word.to_owned();
    // `-starttls smtp` and its like, of `openssl s_client`, read as the value of -s.
    let openssl = ["tarttls", "ervername", "howcerts", "tatus", "ess_out"];
    if openssl.contains(&word.as_str()) {
        return UsageError::OfOpenssl {
            option: format!("-s{word}"),
        };
    }
    match word.parse::<Typed>() {
        Ok(typed) if word.contains('.') => UsageError::HostForService { host: typed.typed },
        Ok(_) | Err(_) => UsageError::Service { word },
    }
}

/// The services of `--service`, each once, in the order of the table. `None` where the option was not given.
fn services(words: &[String]) -> Result<Option<Vec<Endpoint>>, UsageError> {
    if words.is_empty() {
        return Ok(None);
    }
    let mut endpoints = Vec::new();
    for word in words {
        let word = word.trim();
        if word.eq_ignore_ascii_case("all") {
            endpoints.extend(Service::ALL.map(Endpoint::usual));
            continue;
        }
        let by_name = Service::from_name(word).map(Endpoint::usual);
        let by_port = || word.parse().ok().and_then(Endpoint::from_port);
        let endpoint = by_name.or_else(by_port).ok_or_else(|| no_service(word))?;
        endpoints.push(endpoint);
    }
    endpoints.sort_unstable();
    endpoints.dedup();
    Ok(Some(endpoints))
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::{Cli, meaning};

    fn first(line: &str) -> Target {
        let words = std::iter::once("mailcheck").chain(line.split_whitespace());
        let args = Cli::try_parse_from(words).expect(line).check;
        let plan = meaning::plan(&args).expect(line);
        targets(&args, &plan).expect(line).remove(0)
    }

    fn ports(line: &str) -> Vec<u16> {
        let endpoints = first(line).endpoints;
        endpoints.iter().map(|endpoint| endpoint.port).collect()
    }

    #[test]
    fn services_come_from_the_name_unless_they_are_named() {
        assert_eq!(ports("smtp.example.com"), [25, 587, 465]);
        assert_eq!(
            ports("mail.example.com -s imaps,25,smtps,993"),
            [25, 465, 993]
        );
        assert_eq!(
            ports("smtp.example.com -s all"),
            [25, 587, 465, 110, 995, 143, 993]
        );
        assert_eq!(ports("mail.example.com:143"), [143]);
        assert!(first("smtp.example.com -s imap").named);
        assert!(!first("smtp.example.com").named);
    }

    #[test]
    fn only_a_name_that_tells_nothing_is_asked_for_mail_exchangers() {
        let rows = [
            ("example.com", MxQuestion::Ask),
            ("mail.example.com", MxQuestion::Ask),
            ("smtp.example.com", MxQuestion::Never(HostBecause::Label)),
            ("192.0.2.1", MxQuestion::Never(HostBecause::Address)),
            ("example.com:587", MxQuestion::Never(HostBecause::Named)),
            ("example.com -s imap", MxQuestion::Never(HostBecause::Named)),
            ("example.com --host", MxQuestion::Never(HostBecause::Asked)),
            ("smtp.example.com --mx", MxQuestion::Must),
        ];
        for (line, mx) in rows {
            assert_eq!(first(line).mx, mx, "{line}");
        }
    }
}
