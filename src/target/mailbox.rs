//! A mail address, as far as it says where its servers are.

use std::fmt;

use super::{HostName, TargetError};

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
    /// Reads `someone@example.com`, also as `mailto:` and in angle brackets. `None` where it is no mail address at all.
    pub fn read(typed: &str) -> Option<Result<Self, TargetError>> {
        let bare = typed.trim();
        let bare = strip_prefix_any_case(bare, "mailto:").unwrap_or(bare);
        // A name before the brackets is a name for people (RFC 5322 section 3.4).
        let bare = match (bare.rfind('<'), bare.strip_suffix('>')) {
            (Some(open), Some(rest)) => &rest[open + 1..],
            _ => bare,
        };
        let (local, domain) = bare.rsplit_once('@')?;
        if bare.contains("://") {
            return None;
        }
        let domain = match domain.parse::<HostName>() {
            Ok(domain) => domain,
            Err(error) => return Some(Err(error)),
        };
        // What quoting could allow (RFC 5321 section 4.1.2) nobody has in an address.
        let plain =
            |c: char| !c.is_control() && !c.is_whitespace() && !"\"(),:;<>[\\]@".contains(c);
        if local.is_empty() || local.len() > MAX_LOCAL || !local.chars().all(plain) {
            return Some(Err(TargetError::BadMailbox {
                typed: typed.to_owned(),
                domain: domain.ascii,
            }));
        }
        let local = local.to_owned();
        Some(Ok(Self { local, domain }))
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
                encoded.push_str(&format!("%{byte:02X}"));
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

fn strip_prefix_any_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix)
        .then(|| &text[prefix.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Option<Result<(String, String), String>> {
        let read = Mailbox::read(typed)?;
        let pair = |one: Mailbox| (one.local().to_owned(), one.domain.ascii.clone());
        Some(read.map(pair).map_err(|error| error.to_string()))
    }

    #[test]
    fn an_address_is_read_as_people_paste_it() {
        let jane = Some(Ok(("jane.doe+x".to_owned(), "example.com".to_owned())));
        for typed in [
            "jane.doe+x@example.com",
            " jane.doe+x@EXAMPLE.com. ",
            "mailto:jane.doe+x@example.com",
            "<jane.doe+x@example.com>",
            "Jane Doe <jane.doe+x@example.com>",
        ] {
            assert_eq!(read(typed), jane, "{typed}");
        }
        let international = read("用户@bücher.example");
        let expected = ("用户".to_owned(), "xn--bcher-kva.example".to_owned());
        assert_eq!(international, Some(Ok(expected)));
    }

    #[test]
    fn what_is_no_address_is_left_to_others() {
        for typed in ["example.com", "imaps://user@example.com", "192.0.2.1"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn what_can_be_no_address_is_told() {
        for typed in [
            "@example.com",
            "a b@example.com",
            "a@b@example.com",
            "jane@exa mple.com",
            "jane@",
            "\"jane\"@example.com",
        ] {
            assert!(matches!(read(typed), Some(Err(_))), "{typed}");
        }
        assert!(matches!(
            read(&format!("{}@example.com", "a".repeat(65))),
            Some(Err(_))
        ));
    }

    #[test]
    fn nobody_is_named_where_that_is_not_wanted() {
        let mailbox = Mailbox::read("jane+a&b@example.com");
        let mailbox = mailbox.expect("an address").expect("a good one");
        assert_eq!(mailbox.masked(), "…@example.com");
        assert_eq!(format!("{mailbox:?}"), "…@example.com");
        assert_eq!(mailbox.in_a_query(), "jane%2Ba%26b%40example.com");
    }
}
