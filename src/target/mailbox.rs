//! A mail address, as far as it says where its servers are.

use std::fmt::{self, Write as _};

use super::HostName;

/// Octets of a local part (RFC 5321 section 4.5.3.1.1).
const MAX_LOCAL: usize = 64;

/// A mail address: who, and at which domain.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Mailbox {
    local: String,
    /// The domain.
    pub domain: HostName,
}

impl Mailbox {
    /// Reads `someone@example.com`, also with a name for people before it (RFC 5322 section 3.4). `None` where it is no
    /// mail address that anybody has.
    pub fn read(typed: &str) -> Option<Self> {
        let bare = match (typed.rfind('<'), typed.strip_suffix('>')) {
            (Some(open), Some(rest)) => &rest[open + 1..],
            _ => typed.rfind('<').map_or(typed, |open| &typed[open + 1..]),
        };
        let (local, domain) = bare.rsplit_once('@')?;
        let domain: HostName = domain.parse().ok()?;
        // What quoting could allow (RFC 5321 section 4.1.2) nobody has in an address; and a colon is a password's.
        let plain =
            |c: char| !c.is_control() && !c.is_whitespace() && !"\"(),:;<>[\\]@/".contains(c);
        let good = !local.is_empty() && local.len() <= MAX_LOCAL && local.chars().all(plain);
        good.then(|| Self {
            local: local.to_owned(),
            domain,
        })
    }

    /// What stands before the `@`.
    pub fn local(&self) -> &str {
        &self.local
    }

    /// The whole address.
    pub fn address(&self) -> String {
        format!("{}@{}", self.local, self.domain.unicode)
    }

    /// The address for papers that are handed on: the domain is shown, who it is is not.
    pub fn masked(&self) -> String {
        format!("…@{}", self.domain.unicode)
    }

    /// The address as a value in the query of a URL (RFC 3986 section 2.1).
    pub fn in_a_query(&self) -> String {
        let address = format!("{}@{}", self.local, self.domain.ascii);
        let mut encoded = String::with_capacity(address.len());
        for byte in address.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                encoded.push(char::from(byte));
            } else {
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
        encoded
    }
}

impl fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Option<(String, String)> {
        let read = Mailbox::read(typed)?;
        Some((read.local().to_owned(), read.domain.ascii.clone()))
    }

    #[test]
    fn an_address_is_read_as_people_paste_it() {
        let jane = Some(("jane.doe+x".to_owned(), "example.com".to_owned()));
        for typed in [
            "jane.doe+x@example.com",
            "jane.doe+x@EXAMPLE.com.",
            "Jane Doe <jane.doe+x@example.com>",
            "Jane Doe <jane.doe+x@example.com",
        ] {
            assert_eq!(read(typed), jane, "{typed}");
        }
        let expected = ("用户".to_owned(), "xn--bcher-kva.example".to_owned());
        assert_eq!(read("用户@bücher.example"), Some(expected));
    }

    #[test]
    fn what_is_no_address_is_left_to_others() {
        for typed in [
            "example.com",
            "imaps://user@example.com",
            "192.0.2.1",
            "@example.com",
            "@192.0.2.53",
            "me:secret@example.com",
            "a b@example.com",
            "a@b@example.com",
            "jane@exa mple.com",
            "jane@example.com:587",
            "jane@",
            "\"jane\"@example.com",
        ] {
            assert_eq!(read(typed), None, "{typed}");
        }
        assert_eq!(read(&format!("{}@example.com", "a".repeat(65))), None);
    }

    #[test]
    fn nobody_is_named_where_that_is_not_wanted() {
        let mailbox = Mailbox::read("jane+a&b@example.com");
        let mailbox = mailbox.expect("an address");
        assert_eq!(mailbox.masked(), "…@example.com");
        assert_eq!(format!("{mailbox:?}"), "…@example.com");
        assert_eq!(mailbox.in_a_query(), "jane%2Ba%26b%40example.com");
    }
}
