//! What the options mean that look at this machine as a sender of mail.

use super::UsageError;
use crate::cli::sender::SenderArgs;
use crate::plan::Sender;
use crate::target::HostName;

/// Characters of the longest name that leaves room for an IPv6 address in front (RFC 5782 section 2.4).
const MAX_ZONE: usize = 253 - 64;

/// What is to be found out of this machine. `None` where that is nothing.
pub(super) fn sender(args: &SenderArgs) -> Result<Option<Sender>, UsageError> {
    if !args.is_wanted() {
        return Ok(None);
    }
    let mut zones: Vec<String> = Vec::new();
    for typed in &args.dnsbl {
        let zone = zone(typed)?;
        if !zones.contains(&zone) {
            zones.push(zone);
        }
    }
    Ok(Some(Sender { zones }))
}

fn zone(typed: &str) -> Result<String, UsageError> {
    let name = typed.trim().parse::<HostName>();
    let zone = name.ok().map(|name| name.ascii.to_ascii_lowercase());
    let zone = zone.filter(|zone| zone.contains('.') && zone.len() <= MAX_ZONE);
    zone.ok_or_else(|| UsageError::Zone {
        value: typed.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zones(typed: &[&str]) -> Result<Option<Vec<String>>, String> {
        let args = SenderArgs {
            sender: false,
            dnsbl: typed.iter().map(|one| (*one).to_owned()).collect(),
        };
        let meant = sender(&args).map_err(|error| error.to_string())?;
        Ok(meant.map(|sender| sender.zones))
    }

    #[test]
    fn a_list_is_asked_once_and_only_where_it_is_named() {
        assert_eq!(zones(&[]), Ok(None));
        let named = zones(&[
            "Zen.Spamhaus.Org.",
            "bl.example",
            "zen.spamhaus.org",
            "bücher.example",
        ]);
        let expected = ["zen.spamhaus.org", "bl.example", "xn--bcher-kva.example"];
        assert_eq!(named, Ok(Some(expected.map(str::to_owned).to_vec())));
        let bare = SenderArgs {
            sender: true,
            dnsbl: Vec::new(),
        };
        assert_eq!(sender(&bare), Ok(Some(Sender::default())));
    }

    #[test]
    fn what_is_no_list_is_told_in_one_sentence() {
        let long = format!("{}example.org", "a.".repeat(90));
        let rows = [
            "",
            " ",
            "zen",
            "203.0.113.5",
            "https://bl.example/",
            "bl..example",
            "me@bl.example",
            "a b.example",
            &long,
        ];
        for typed in rows {
            let said = zones(&[typed]).expect_err(typed);
            assert!(said.contains("--dnsbl zen.spamhaus.org"), "{typed}: {said}");
            assert!(!said.contains('\n'), "{typed}: {said}");
        }
    }
}
