//! The `mx` patterns of a policy (RFC 8461 section 4.1).

use std::fmt;
use std::net::IpAddr;

use super::Fault;
use crate::target::HostName;

/// Which hosts may take the domain's mail: one name, or all names of one more label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// Whether the first label is a star, which stands for one label and never for several.
    pub star: bool,
    /// The name, or what stands behind the star, in DNS form and lower case.
    pub name: String,
}

impl Pattern {
    /// Reads the value of an `mx` field.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let bare = text.trim_start_matches('[').trim_end_matches(']');
        if bare.parse::<IpAddr>().is_ok() {
            return Err(Fault::MxAddress);
        }
        let (star, rest) = match text.strip_prefix("*.") {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        if rest.contains('*') {
            return Err(Fault::MxStar);
        }
        // A final dot is what zone files want and no name here has (RFC 5321 section 4.1.2).
        if rest.ends_with('.') {
            return Err(Fault::MxNoName);
        }
        let name: HostName = rest.parse().map_err(|_| Fault::MxNoName)?;
        Ok(Self {
            star,
            name: name.ascii,
        })
    }

    /// Whether `host`, a name in DNS form, is meant.
    pub fn fits(&self, host: &str) -> bool {
        let host = host.trim_end_matches('.');
        if self.star {
            host.split_once('.').is_some_and(|(label, rest)| {
                !label.is_empty() && rest.eq_ignore_ascii_case(&self.name)
            })
        } else {
            host.eq_ignore_ascii_case(&self.name)
        }
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.star { "*." } else { "" })?;
        f.write_str(&self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_is_one_label_and_the_first() {
        let rows = [
            ("mail.example.com", "mail.example.com", true),
            ("mail.example.com", "MAIL.Example.com.", true),
            ("mail.example.com", "a.mail.example.com", false),
            ("mail.example.com", "example.com", false),
            ("*.example.com", "mail.example.com", true),
            ("*.example.com", "example.com", false),
            ("*.example.com", "a.mail.example.com", false),
            ("*.example.com", "mail.example.com.evil.test", false),
            ("*.example.com", "mailexample.com", false),
            // jklotzsche-msft/PS.MTA-STS#33: two labels stand before the domain, and the star is one.
            ("*.mx.microsoft", "icewolf-li.h-v1.mx.microsoft", false),
            ("*.h-v1.mx.microsoft", "icewolf-li.h-v1.mx.microsoft", true),
            (
                "*.mail.protection.outlook.com",
                "example-com.mail.protection.outlook.com",
                true,
            ),
            ("xn--bcher-kva.example", "XN--BCHER-KVA.example", true),
        ];
        for (pattern, host, fits) in rows {
            let pattern = Pattern::parse(pattern).expect(pattern);
            assert_eq!(pattern.fits(host), fits, "{pattern} {host}");
        }
    }

    #[test]
    fn what_is_no_pattern_is_told_by_its_kind() {
        let rows = [
            // Zuplu/postfix-tlspol#70.
            ("212.114.86.56", Fault::MxAddress),
            ("[192.0.2.1]", Fault::MxAddress),
            ("2001:db8::25", Fault::MxAddress),
            ("*", Fault::MxStar),
            ("mail.*.example.com", Fault::MxStar),
            ("*.*.example.com", Fault::MxStar),
            ("*mail.example.com", Fault::MxStar),
            ("mx*.example.com", Fault::MxStar),
            // The form of the early drafts (mrisher/smtp-sts#155).
            (".example.net", Fault::MxNoName),
            ("mail.example.com.", Fault::MxNoName),
            ("https://mail.example.com/", Fault::MxNoName),
            ("mail.example.com:25", Fault::MxNoName),
            ("mx1.example.com, mx2.example.com", Fault::MxNoName),
            ("mx1.example.com mx2.example.com", Fault::MxNoName),
            ("10 mail.example.com", Fault::MxNoName),
            ("", Fault::MxNoName),
        ];
        for (text, fault) in rows {
            assert_eq!(Pattern::parse(text), Err(fault), "{text}");
        }
    }
}
