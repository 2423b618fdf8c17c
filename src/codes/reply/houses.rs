//! Codes that single houses put behind their sentences, and say more with than with the sentence: Orange and La Poste,
//! `GoDaddy`, Charter, Cox, `NetEase`.
//!
//! Sources: sisimai (`Sisimai/Rhost/FrancePTT.pm`, `GoDaddy.pm`, `Spectrum.pm`, `Cox.pm`), which holds what was bounced in fact; the
//! pages of `GoDaddy` (help 40685) and of Spectrum ("Understanding email error codes"); the tables of error codes in
//! `NetEase`'s own programs for business mail.

use super::ReplyText as Says;

/// What the code of a house says, in a text of lower case with single spaces. Codes that anybody else may write, too, count
/// in a refusal alone.
pub(super) fn says(text: &str, refused: bool) -> Option<Says> {
    if let Some(says) = netease(text) {
        return Some(says);
    }
    // A label of a host's name is no code, whatever it looks like.
    let words =
        text.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '#' | '_' | '-' | '.')));
    let words = words.map(|word| word.trim_end_matches('.'));
    let mut words = words.filter(|word| refused && word.len() > 4 && !word.contains('.'));
    // "Blocked" before an address, and "mauvaise reputation", are of the client, whatever the number is of.
    let of_client = text.contains("reputation") || text.contains(" blocked");
    words.find_map(|word| {
        french(word)
            .filter(|says| !(of_client && *says == Says::ContentRefused))
            .or_else(|| godaddy(word))
            .or_else(|| charter(word).filter(|says| !(of_client && is_by_sender(*says))))
    })
}

/// Whether it is told of a sender or of a rate.
const fn is_by_sender(says: Says) -> bool {
    matches!(says, Says::SenderBlocked | Says::RateLimited)
}

/// `OFR006_102`, `LPN105-104`, `OUK_513`: the last three digits are the code.
fn french(word: &str) -> Option<Says> {
    let rest = ["ofr", "lpn", "ouk"]
        .iter()
        .find_map(|house| word.strip_prefix(house))?;
    let coded = |c: u8| c.is_ascii_digit() || matches!(c, b'_' | b'-');
    let digits = rest.get(rest.len().checked_sub(3)?..)?;
    if !rest.bytes().all(coded) {
        return None;
    }
    Some(match digits.parse::<u16>().ok()? {
        102 => Says::BlockList,
        103 | 510 | 999 => Says::ClientRefused,
        104 => Says::TooManyConnections,
        305 => Says::CredentialsRefused,
        401 => Says::SpfFailed,
        402 => Says::AuthenticationRequired,
        403 | 405 | 415 => Says::SenderRefused,
        416 | 418 => Says::MailboxUnknown,
        417 => Says::MailboxFull,
        420 | 426 => Says::AccountDisabled,
        421 => Says::SenderNotOwned,
        505 => Says::ServerTrouble,
        506 | 513 => Says::ContentRefused,
        514 => Says::MessageTooLarge,
        _ => return None,
    })
}

/// `IB401`.
fn godaddy(word: &str) -> Option<Says> {
    let digits = word.strip_prefix("ib").filter(|rest| rest.len() == 3)?;
    Some(match digits.parse::<u16>().ok()? {
        7 => Says::TooManyConnections,
        101 => Says::ServerTrouble,
        103 | 110..=113 => Says::Reputation,
        104..=106 => Says::BlockList,
        108 => Says::ReverseDnsMissing,
        212 | 705 => Says::ContentRefused,
        401 => Says::AuthenticationNotOffered,
        501 | 502 => Says::SenderRefused,
        506 => Says::SenderDomainUnknown,
        508 => Says::SpfFailed,
        504 | 510 | 607 => Says::RateLimited,
        605 => Says::TooManyRecipients,
        _ => return None,
    })
}

/// `AUP#CXDNS`: of Cox. `AUP#In-1240`, `AUP#O-1500`: of Charter.
fn charter(word: &str) -> Option<Says> {
    let rest = word.strip_prefix("aup#")?;
    if let Some((_, says)) = COX.iter().find(|(code, _)| rest.starts_with(code)) {
        return Some(*says);
    }
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == '-');
    Some(
        match digits.parse::<u16>().ok().filter(|_| digits.len() == 4)? {
            1000 | 1200..=1210 => Says::Reputation,
            1010..=1080 => Says::SenderBlocked,
            1090 => Says::ServerTrouble,
            1100..=1150 => Says::ReverseDnsMissing,
            1220..=1250 => Says::BlockList,
            1350..=1490 | 1540 | 1580 => Says::RateLimited,
            1500 | 1520 => Says::SenderNotOwned,
            1530 => Says::MessageTooLarge,
            1550 => Says::TooManyRecipients,
            _ => return None,
        },
    )
}

#[rustfmt::skip] // a table is read by its columns
const COX: &[(&str, Says)] = &[
    ("cxbl", Says::BlockList),
    ("cdrbl", Says::BlockList),
    ("ipbl", Says::BlockList),
    ("urlbl", Says::DomainReputation),
    ("cxdns", Says::ReverseDnsMissing),
    ("cxsndr", Says::DmarcFailed),
    ("cxsmtp", Says::ProtocolViolation),
    ("cxcnct", Says::TooManyConnections),
    ("cxmxrt", Says::RateLimited),
    ("cxthrt", Says::SenderBlocked),
    ("cxmj", Says::SenderBlocked),
];

/// `ERR.LOGIN.USERSTATUS`: `NetEase` says so in IMAP, POP3 and SMTP alike.
fn netease(text: &str) -> Option<Says> {
    let mut parts = text.split("err.").skip(1);
    parts.find_map(|part| {
        let end = part.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '_')));
        let name = part[..end.unwrap_or(part.len())].trim_end_matches('.');
        let row = NETEASE.iter().find(|(known, _)| *known == name)?;
        Some(row.1)
    })
}

#[rustfmt::skip] // a table is read by its columns
const NETEASE: &[(&str, Says)] = &[
    ("login.reqcode", Says::AuthorisationCodeNeeded),
    ("login.passerr", Says::CredentialsRefused),
    ("login.passerr_trust", Says::CredentialsRefused),
    ("agent.passerr", Says::CredentialsRefused),
    ("ldap.passerr", Says::CredentialsRefused),
    ("ldap.notfound", Says::CredentialsRefused),
    ("login.usernotexist", Says::CredentialsRefused),
    ("login.usernotexis", Says::CredentialsRefused),
    // A list of addresses, or another name of one: nobody logs in there.
    ("login.illegalaccount", Says::CredentialsRefused),
    ("login.illegalinput", Says::CredentialsRefused),
    // No business mail for that domain, or in another of its regions.
    ("login.domainnotexist", Says::CredentialsRefused),
    ("login.userorpassnull", Says::CredentialsRefused),
    ("login.userstatus", Says::AccountDisabled),
    ("login.userexp", Says::AccountDisabled),
    ("login.usrsexp", Says::AccountDisabled),
    ("login.domainstatus", Says::AccountDisabled),
    ("login.domaindisable", Says::AccountDisabled),
    ("login.domainexped", Says::AccountDisabled),
    ("login.domaindeny", Says::LoginPolicy),
    ("login.permdeny", Says::LoginPolicy),
    ("loginrule.ipdeny", Says::LoginPolicy),
    ("login.ipdeny", Says::ClientRefused),
    ("im.login.ipdeny", Says::ClientRefused),
    ("login.systembusy", Says::ServerTrouble),
    ("login.systemusy", Says::ServerTrouble),
    ("req.verifycode", Says::TooManyFailedLogins),
    ("req.veri", Says::TooManyFailedLogins),
    ("passchange", Says::BrowserLoginNeeded),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_of_a_house_is_read_where_it_stands_as_one() {
        for (text, wanted) in [
            (
                "421 too many connections, slow down. ofr004_104 [104]",
                Some(Says::TooManyConnections),
            ),
            (
                "550 5.5.0 spf: example.fr lpn004_401",
                Some(Says::SpfFailed),
            ),
            ("552 5.1.1 boite pleine. lpn417", Some(Says::MailboxFull)),
            (
                "550 5.5.0 le compte est bloque. lpn007_426",
                Some(Says::AccountDisabled),
            ),
            (
                "535 not allowed on ibsmtp servers. ib401",
                Some(Says::AuthenticationNotOffered),
            ),
            ("554 aup#in-1240", Some(Says::BlockList)),
            (
                "554 rejected - no rdns aup#cxdns",
                Some(Says::ReverseDnsMissing),
            ),
            ("550 5.1.0 aup#o-1500", Some(Says::SenderNotOwned)),
            ("-err err.login.userstatus", Some(Says::AccountDisabled)),
            ("err.login.reqcode.", Some(Says::AuthorisationCodeNeeded)),
            ("554 refused at ib401.example.net", None),
            ("550 see ofrance_417x", None),
            ("550 ib", None),
            ("550 ofr_", None),
            ("550 aup#in-12405", None),
            ("err.login.something", None),
        ] {
            assert_eq!(says(text, true), wanted, "{text}");
        }
        // Without a refusal it may be anything.
        assert_eq!(says("room ib401", false), None);
    }
}
