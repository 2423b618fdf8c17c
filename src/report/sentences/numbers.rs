//! The numbers that a user searches for, and that a support desk asks for.

use super::os_name;
use crate::args;
use crate::codes::Os;
use crate::facts::Facts;
use crate::failure::Class;
use crate::finding::{Finding, FindingId, Severity};
use crate::words::Words;

/// The numbers that programs show for the failures behind a finding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// "0x800CCC0E", most usual first.
    pub outlook: Vec<String>,
    /// "10060 WSAETIMEDOUT".
    pub winsock: Vec<String>,
    /// "110 ETIMEDOUT", of the system that mailcheck runs on.
    pub os: Vec<String>,
}

impl Numbers {
    /// Collects them from the checks that `finding` rests on.
    pub fn of(facts: &Facts, finding: &Finding) -> Self {
        let mut numbers = Self::default();
        let add = |list: &mut Vec<String>, number: String| {
            if !list.contains(&number) {
                list.push(number);
            }
        };
        // A note about where an address comes from is about every check, and about no failure.
        if finding.id == FindingId::HostsFileOverride && finding.severity == Severity::Info {
            return numbers;
        }
        let checks = finding.checks.iter().filter_map(|id| facts.checks.get(*id));
        for check in checks {
            // That mailcheck stopped waiting is an error of no mail program.
            let failed = check.failure.as_ref();
            let Some(failure) = failed.filter(|failure| failure.class != Class::Deadline) else {
                continue;
            };
            for code in failure.outlook(check.endpoint.service.protocol()) {
                add(&mut numbers.outlook, format!("0x{code:08X}"));
            }
            if let Some((code, name)) = failure.winsock() {
                add(&mut numbers.winsock, format!("{code} {name}"));
            }
            if let Some((code, name)) = failure.os_error() {
                add(
                    &mut numbers.os,
                    format!("{code} {name}").trim_end().to_owned(),
                );
            }
        }
        numbers
    }

    /// One sentence that names them; `None` where there are none. The user searches for these numbers, and a support
    /// desk asks for them.
    pub fn sentence(&self, words: &Words, os: Os) -> Option<String> {
        let mut parts = Vec::new();
        let mut add = |id: &str, numbers: &[String]| {
            if !numbers.is_empty() {
                let args = args! { "numbers" => words.list(numbers), "os" => os_name(os) };
                parts.push(words.text(id, &args));
            }
        };
        add("numbers-outlook", &self.outlook);
        add("numbers-winsock", &self.winsock);
        // On Windows the system's number is the Winsock number.
        if os != Os::Windows {
            add("numbers-os", &self.os);
        }
        (!parts.is_empty()).then(|| parts.join(&words.plain("between-clauses")))
    }
}
