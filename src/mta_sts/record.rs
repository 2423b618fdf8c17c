//! The TXT record `_mta-sts.DOMAIN`, which says that there is a policy, and which (RFC 8461 section 3.1).

use super::lines::{self, Piece};
use super::{Fault, Mistake, Mistakes};

/// What the TXT records of the name come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read {
    /// None of them is about MTA-STS.
    Nothing,
    /// One, and it is right: its `id`.
    Id(String),
    /// There is at least one, and a sender that holds to the RFC looks for no policy.
    Bad {
        /// What is wrong.
        mistakes: Vec<Mistake>,
        /// The `id` that senders find which are not so strict.
        id: Option<String>,
    },
}

const VERSION: &str = "v=STSv1";

/// Letters and digits of an `id`, at most.
const ID_MAX: usize = 32;

/// Reads the TXT records of the name. Those of other matters are passed over: a domain may answer every name with its
/// SPF record.
pub fn read(records: &[String]) -> Read {
    let ours: Vec<&String> = records.iter().filter(|one| is_version(one)).collect();
    match ours.as_slice() {
        [one] => of_one(one),
        [] => records
            .iter()
            .find(|one| looks_like_ours(one))
            .map_or(Read::Nothing, |one| bad(Fault::Version, one)),
        [_, second, ..] => bad(Fault::Several, second),
    }
}

/// Whether a record under another name was meant for this one.
pub fn is_meant(record: &str) -> bool {
    looks_like_ours(record)
}

fn bad(fault: Fault, text: &str) -> Read {
    let mut mistakes = Mistakes::default();
    mistakes.add(fault, 1, 1, text);
    Read::Bad {
        mistakes: mistakes.0,
        id: None,
    }
}

/// The record has to begin so, to the letter: others are thrown away before they are counted.
fn is_version(record: &str) -> bool {
    record
        .strip_prefix(VERSION)
        .is_some_and(|rest| rest.trim_start_matches(lines::BLANKS).starts_with(';'))
}

/// Whether somebody meant such a record: the version in another case, in quotes, behind a blank, without its end.
fn looks_like_ours(record: &str) -> bool {
    let letters = record.chars().filter(|letter| !letter.is_whitespace());
    let start: String = letters.take(24).collect();
    start.to_ascii_lowercase().contains("stsv1")
}

fn of_one(record: &str) -> Read {
    let mut mistakes = Mistakes::default();
    let mut id: Option<Piece<'_>> = None;
    let mut fields = lines::fields(record);
    // One semicolon may stand at the end.
    if fields.last().is_some_and(|last| last.text.is_empty()) {
        fields.pop();
    }
    for field in fields.into_iter().skip(1) {
        match field.text.split_once('=') {
            Some(("id", value)) if id.is_none() => {
                id = Some(Piece {
                    text: value,
                    column: field.column + "id=".len(),
                });
            }
            // Only the first of a field counts.
            Some(("id", _)) => {}
            Some((name, value)) if is_name(name) && !value.is_empty() => {}
            _ => mistakes.add(Fault::FieldMalformed, 1, field.column, field.text),
        }
    }
    match id {
        Some(id) if is_id(id.text) => {}
        Some(id) => mistakes.add(Fault::IdMalformed, 1, id.column, id.text),
        // A field that is malformed may be the one that is missing.
        None if mistakes.0.is_empty() => {
            mistakes.add(Fault::IdMissing, 1, record.chars().count() + 1, "");
        }
        None => {}
    }
    let id = id.map(|id| id.text.to_owned());
    match id {
        Some(id) if mistakes.0.is_empty() => Read::Id(id),
        id => Read::Bad {
            mistakes: mistakes.0,
            id: id.filter(|id| !id.is_empty()),
        },
    }
}

impl Read {
    /// The `id` by which at least some senders look for a policy.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Nothing => None,
            Self::Id(id) => Some(id),
            Self::Bad { id, .. } => id.as_deref(),
        }
    }
}

fn is_id(id: &str) -> bool {
    (1..=ID_MAX).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// `sts-ext-name`: letters and digits, then also `_`, `-` and `.`.
fn is_name(name: &str) -> bool {
    let rest = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte);
    (1..=32).contains(&name.len())
        && name.starts_with(|letter: char| letter.is_ascii_alphanumeric())
        && name.bytes().all(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(records: &[&str]) -> Read {
        let records: Vec<String> = records.iter().map(ToString::to_string).collect();
        read(&records)
    }

    #[test]
    fn right_records_give_their_id() {
        let rows: [(&[&str], &str); 7] = [
            (&["v=STSv1; id=20160831085700Z;"], "20160831085700Z"),
            (&["v=STSv1; id=20160831085700Z"], "20160831085700Z"),
            (&["v=STSv1;id=1"], "1"),
            (&["v=STSv1 ;\tid=a1 ; "], "a1"),
            (&["v=STSv1; x-new=yes; id=1;"], "1"),
            (&["v=STSv1; id=1; id=2;"], "1"),
            (
                &[
                    "v=spf1 -all",
                    "v=STSv1; id=1;",
                    "google-site-verification=x",
                ],
                "1",
            ),
        ];
        for (records, id) in rows {
            assert_eq!(of(records), Read::Id(id.to_owned()), "{records:?}");
        }
    }

    #[test]
    fn records_of_other_matters_are_none() {
        // A wildcard record answers for every name.
        for records in [&[][..], &["v=spf1 -all"], &["v=DMARC1; p=none", ""]] {
            assert_eq!(of(records), Read::Nothing, "{records:?}");
        }
    }

    #[test]
    fn every_mistake_has_its_place() {
        let rows: [(&[&str], Fault, usize); 17] = [
            (&["v=STSv1; id=1;", "v=STSv1; id=2;"], Fault::Several, 1),
            (&["v=STSv1"], Fault::Version, 1),
            (&["v=stsv1; id=1"], Fault::Version, 1),
            (&["V=STSv1; id=1"], Fault::Version, 1),
            (&[" v=STSv1; id=1"], Fault::Version, 1),
            (&["\"v=STSv1; id=1;\""], Fault::Version, 1),
            (&["v=STSv1: id=1"], Fault::Version, 1),
            (&["STSv1; id=1"], Fault::Version, 1),
            (&["v=STSv1;"], Fault::IdMissing, 9),
            (&["v=STSv1; x=1"], Fault::IdMissing, 13),
            (&["v=STSv1; id=2019-07-07;"], Fault::IdMalformed, 13),
            (&["v=STSv1; id=;"], Fault::IdMalformed, 13),
            (
                &["v=STSv1; id=012345678901234567890123456789012"],
                Fault::IdMalformed,
                13,
            ),
            (&["v=STSv1; id=2024 01"], Fault::IdMalformed, 13),
            (&["v=STSv1; id: 1"], Fault::FieldMalformed, 10),
            (&["v=STSv1; id = 1"], Fault::FieldMalformed, 10),
            (&["v=STSv1;; id=1"], Fault::FieldMalformed, 9),
        ];
        for (records, fault, column) in rows {
            let Read::Bad { mistakes, .. } = of(records) else {
                panic!("{records:?} is taken");
            };
            let first = &mistakes[0];
            assert_eq!((first.fault, first.column), (fault, column), "{records:?}");
            assert_eq!(mistakes.len(), 1, "{mistakes:?}");
        }
    }

    #[test]
    fn some_senders_are_not_so_strict() {
        // postfix-mta-sts-resolver 1.5.1 looks at neither the letters of an id nor empty fields.
        let rows = [
            ("v=STSv1; id=2019-07-07;", Some("2019-07-07")),
            ("v=STSv1;; id=1", Some("1")),
            ("v=STSv1; id=;", None),
            ("v=STSv1; id = 1", None),
            ("v=STSv1", None),
        ];
        for (record, id) in rows {
            assert_eq!(of(&[record]).id(), id, "{record}");
        }
    }
}
