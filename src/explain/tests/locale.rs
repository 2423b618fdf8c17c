use std::collections::BTreeSet;

use super::super::read::PORTS;
use super::super::render::SECTIONS;
use super::super::{Kind, Note};
use super::{Lang, words};
use crate::codes::icmp::Family;
use crate::codes::phrases::{self, Means};
use crate::codes::{
    Os, dns, hresult, icmp, imap, outlook, pop3, programs, reply, resolver, smtp, socket, tls,
};
use crate::words::Args;

/// The ids that the tables name.
fn table_words() -> BTreeSet<&'static str> {
    let mut ids = BTreeSet::new();
    ids.extend(socket::TABLE.iter().map(|row| row.words));
    ids.extend(resolver::TABLE.iter().map(|row| row.words));
    ids.extend(icmp::TABLE.iter().map(|row| row.words));
    ids.extend(outlook::TABLE.iter().map(|row| row.words));
    ids.extend(hresult::TABLE.iter().map(|row| row.words));
    ids.extend(hresult::INTERNET.iter().map(|row| row.words));
    ids.extend(smtp::REPLIES.iter().map(|row| row.1));
    ids.extend(smtp::REPLY_CLASSES);
    ids.extend(smtp::SUBJECTS.iter().map(|row| row.1));
    ids.extend(smtp::STATUSES.iter().map(|row| row.words));
    ids.extend(reply::patterns().map(|row| row.says.words()));
    ids.extend(pop3::TABLE.iter().chain(pop3::ANSWERS).map(|row| row.1));
    ids.extend(imap::TABLE.iter().chain(imap::ANSWERS).map(|row| row.1));
    ids.extend(tls::ALERTS.iter().map(|row| row.words));
    ids.extend(dns::RCODES.iter().chain(dns::EXTENDED).map(|row| row.words));
    ids.extend(PORTS.iter().map(|row| row.1));
    ids.extend(socket::RARE.iter().map(|row| row.2));
    let programs = [
        programs::CURL,
        programs::VERIFY,
        programs::NODE,
        programs::APPLE,
        programs::SYSEXITS,
    ];
    let numbers = programs.into_iter().flatten().map(|row| row.means);
    let sentences = phrases::groups().map(|group| group.means);
    ids.extend(numbers.chain(sentences).filter_map(|means| match means {
        Means::Words(id) => Some(id),
        _ => None,
    }));
    // Said by the reader itself.
    ids.insert("code-outlook-nntp");
    ids
}

#[test]
fn every_row_has_its_words() {
    let words = words();
    for id in table_words() {
        for id in [id.to_owned(), format!("{id}.meaning")] {
            let text = words.find(&id, &Args::new()).unwrap_or_default();
            assert!(!text.is_empty() && !text.contains("{$"), "{id}");
        }
    }
}

#[test]
fn every_finding_that_is_pointed_at_exists_and_can_be_told_without_a_host() {
    use crate::finding::FindingId;
    let words = words();
    let pointed = phrases::groups().flat_map(|group| {
        let own = match group.means {
            Means::Finding(id) => Some(id),
            _ => None,
        };
        own.into_iter().chain(group.see.iter().copied())
    });
    for id in pointed {
        assert!(
            FindingId::ALL.iter().any(|finding| finding.name() == id),
            "{id}"
        );
        assert!(
            words
                .find(&format!("explain-finding-{id}"), &Args::new())
                .is_some(),
            "{id}"
        );
    }
    for id in words
        .ids()
        .iter()
        .filter(|id| id.starts_with("explain-finding-"))
    {
        let name = id
            .trim_start_matches("explain-finding-")
            .trim_end_matches(".meaning");
        assert!(
            FindingId::ALL.iter().any(|finding| finding.name() == name),
            "{id} is of no finding"
        );
    }
}

#[test]
fn no_words_are_left_without_a_row() {
    let ids = table_words();
    for id in words().ids().iter().filter(|id| id.starts_with("code-")) {
        let (message, attribute) = id.split_once('.').unwrap_or((id, "meaning"));
        assert!(ids.contains(message), "{id} has no row");
        assert!(
            SECTIONS.iter().any(|(name, _)| *name == attribute),
            "{id} is never shown"
        );
    }
}

#[test]
fn the_page_itself_has_its_words() {
    let mut used = BTreeSet::from([
        "explain-heading",
        "explain-kind",
        "explain-label-related",
        "explain-related",
        "explain-label-steps",
        "explain-label-evidence",
        "explain-label-owner",
        "explain-label-see",
        "explain-unknown",
    ]);
    used.extend(SECTIONS.map(|(_, label)| label));
    for os in Os::ALL {
        used.extend([Kind::Socket(os).words(), Kind::Resolver(os).words()]);
    }
    let others = [
        Kind::Unix,
        Kind::Win32,
        Kind::Internet,
        Kind::ResultCode,
        Kind::SystemMessage,
        Kind::ResolverName,
        Kind::Outlook,
        Kind::Icmp(Family::V4),
        Kind::Icmp(Family::V6),
        Kind::SmtpReply,
        Kind::SmtpStatus,
        Kind::Phrase,
        Kind::ReplyText,
        Kind::Pop3,
        Kind::Imap,
        Kind::TlsAlert,
        Kind::DnsRcode,
        Kind::DnsExtended,
        Kind::Port,
        Kind::Finding,
    ];
    used.extend(others.map(Kind::words));
    let notes = [
        Note::SeveralReadings,
        Note::ConnectionWorks,
        Note::SendingServer,
        Note::Bounce,
        Note::AnyProgram,
        Note::ResultCode,
        Note::WinsockRange,
        Note::InternetRange,
    ];
    used.extend(notes.map(Note::words));
    let words = words();
    let there: BTreeSet<_> = words
        .ids()
        .into_iter()
        .filter(|id| {
            id.starts_with("explain-") && !id.contains('.') && !id.starts_with("explain-finding-")
        })
        .collect();
    assert_eq!(there, used.iter().map(|id| (*id).to_owned()).collect());
    for id in [
        "explain-unknown.meaning",
        "explain-unknown.forms",
        "explain-unknown.forms-label",
    ] {
        assert!(words.find(id, &Args::new()).is_some(), "{id}");
    }
}

#[test]
fn every_entry_is_unique_and_parses() {
    let words = words();
    let ids = words.ids();
    for id in &ids {
        assert!(
            words.find(id, &Args::new()).is_some(),
            "{id} does not parse"
        );
    }
    let heads = Lang::En
        .source()
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        .count();
    assert_eq!(heads, ids.iter().filter(|id| !id.contains('.')).count());
}
