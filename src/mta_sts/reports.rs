//! The TXT record `_smtp._tls.DOMAIN`: where reports of failed deliveries go (RFC 8460 section 3).

use super::lines::{self, Piece};
use super::{Fault, Mistake, Mistakes};

/// What the TXT records of the name come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read {
    /// None of them is about reports.
    Nothing,
    /// One, and it is right: where reports go.
    To(Vec<String>),
    /// There is at least one, and no report will come.
    Bad(Vec<Mistake>),
}

const VERSION: &str = "v=TLSRPTv1";

/// Reads the TXT records of the name.
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

fn bad(fault: Fault, text: &str) -> Read {
    let mut mistakes = Mistakes::default();
    mistakes.add(fault, 1, 1, text);
    Read::Bad(mistakes.0)
}

fn is_version(record: &str) -> bool {
    record
        .strip_prefix(VERSION)
        .is_some_and(|rest| rest.trim_start_matches(lines::BLANKS).starts_with(';'))
}

fn looks_like_ours(record: &str) -> bool {
    let letters = record.chars().filter(|letter| !letter.is_whitespace());
    let start: String = letters.take(24).collect();
    let start = start.to_ascii_lowercase();
    start.contains("tlsrptv1") || start.contains("tlsrpt") && start.contains("v=")
}

fn of_one(record: &str) -> Read {
    let mut mistakes = Mistakes::default();
    let mut rua: Option<Piece<'_>> = None;
    for field in lines::fields(record).into_iter().skip(1) {
        match field.text.split_once('=') {
            Some(("rua", value)) if rua.is_none() => {
                rua = Some(Piece {
                    text: value,
                    column: field.column + "rua=".len(),
                });
            }
            Some((name, _)) if !name.is_empty() && !name.contains(char::is_whitespace) => {}
            None if field.text.is_empty() => {}
            _ => mistakes.add(Fault::FieldMalformed, 1, field.column, field.text),
        }
    }
    let Some(rua) = rua else {
        if mistakes.0.is_empty() {
            mistakes.add(Fault::RuaMissing, 1, record.chars().count() + 1, "");
        }
        return Read::Bad(mistakes.0);
    };
    let places = lines::pieces(rua.text, ',');
    for place in &places {
        if !is_destination(place.text) {
            let column = rua.column + place.column - 1;
            mistakes.add(Fault::RuaMalformed, 1, column, place.text);
        }
    }
    if mistakes.0.is_empty() {
        Read::To(places.iter().map(|place| place.text.to_owned()).collect())
    } else {
        Read::Bad(mistakes.0)
    }
}

/// A URI of one of the two kinds. Exclamation marks have to be encoded (RFC 8460 section 3), for DMARC's size limits are
/// written with them.
fn is_destination(uri: &str) -> bool {
    let Some((scheme, rest)) = uri.split_once(':') else {
        return false;
    };
    let visible = rest
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && byte != b'!');
    visible
        && match scheme.to_ascii_lowercase().as_str() {
            "mailto" => rest
                .split_once('@')
                .is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.')),
            "https" => rest.strip_prefix("//").is_some_and(|rest| {
                rest.starts_with(|letter: char| letter.is_ascii_alphanumeric())
            }),
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(records: &[&str]) -> Read {
        let records: Vec<String> = records.iter().map(ToString::to_string).collect();
        read(&records)
    }

    #[test]
    fn right_records_say_where_reports_go() {
        let rows: [(&str, &[&str]); 5] = [
            (
                "v=TLSRPTv1;rua=mailto:reports@example.com",
                &["mailto:reports@example.com"],
            ),
            (
                "v=TLSRPTv1; rua=https://reporting.example.com/v1/tlsrpt;",
                &["https://reporting.example.com/v1/tlsrpt"],
            ),
            (
                "v=TLSRPTv1; rua=mailto:a@example.com, https://b.example/",
                &["mailto:a@example.com", "https://b.example/"],
            ),
            // As microsoft.com has it (dmarc-analyzer-net/DmarcAnalyzerApp#195).
            (
                "v=TLSRPTv1;rua=https://tlsrpt.azurewebsites.net/report",
                &["https://tlsrpt.azurewebsites.net/report"],
            ),
            (
                "v=TLSRPTv1; x-a=b; rua=mailto:a@b.example",
                &["mailto:a@b.example"],
            ),
        ];
        for (record, places) in rows {
            let places = places.iter().map(ToString::to_string).collect();
            assert_eq!(of(&[record, "v=spf1 -all"]), Read::To(places), "{record}");
        }
    }

    #[test]
    fn every_mistake_has_its_place() {
        let rows: [(&[&str], Fault, usize); 15] = [
            (
                &[
                    "v=TLSRPTv1; rua=mailto:a@b.example",
                    "v=TLSRPTv1; rua=mailto:c@b.example",
                ],
                Fault::Several,
                1,
            ),
            (&["v=TLSRPTv1"], Fault::Version, 1),
            (&["v=tlsrptv1; rua=mailto:a@b.example"], Fault::Version, 1),
            (&["v=TLSRPT1; rua=mailto:a@b.example"], Fault::Version, 1),
            (
                &["\"v=TLSRPTv1; rua=mailto:a@b.example\""],
                Fault::Version,
                1,
            ),
            (&["v=TLSRPTv1;"], Fault::RuaMissing, 12),
            (
                &["v=TLSRPTv1; ruf=mailto:a@b.example"],
                Fault::RuaMissing,
                35,
            ),
            // sys4/tlsrpt-reporter#54.
            (
                &["v=TLSRPTv1; rua=postmaster@b.example"],
                Fault::RuaMalformed,
                17,
            ),
            (&["v=TLSRPTv1; rua=mailto:"], Fault::RuaMalformed, 17),
            (
                &["v=TLSRPTv1; rua=http://b.example/"],
                Fault::RuaMalformed,
                17,
            ),
            (
                &["v=TLSRPTv1; rua=https:b.example"],
                Fault::RuaMalformed,
                17,
            ),
            (
                &["v=TLSRPTv1; rua=mailto:a@b.example!10m"],
                Fault::RuaMalformed,
                17,
            ),
            (
                &["v=TLSRPTv1; rua=mailto:a@b.example,c@b.example"],
                Fault::RuaMalformed,
                36,
            ),
            (
                &["v=TLSRPTv1; rua=mailto:a@b.example c@b.example"],
                Fault::RuaMalformed,
                17,
            ),
            (
                &["v=TLSRPTv1; rua: mailto:a@b.example"],
                Fault::FieldMalformed,
                13,
            ),
        ];
        for (records, fault, column) in rows {
            let Read::Bad(mistakes) = of(records) else {
                panic!("{records:?} is taken");
            };
            let first = &mistakes[0];
            assert_eq!((first.fault, first.column), (fault, column), "{records:?}");
        }
        assert_eq!(of(&["v=spf1 -all"]), Read::Nothing);
    }
}
