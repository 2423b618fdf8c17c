//! DNS: response codes and extended errors.
//!
//! Sources: RFC 1035, RFC 2136, RFC 6891 and the IANA registry "DNS RCODEs"; RFC 8914 and the IANA registry "Extended DNS
//! Error Codes".

/// A number with a name.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The number on the wire.
    pub number: u16,
    /// The name in the registry.
    pub name: &'static str,
    /// The id of the words; numbers of the same meaning share them.
    pub words: &'static str,
}

/// The row of a response code.
pub fn rcode(number: u16) -> Option<&'static Row> {
    super::find(RCODES, |row| row.number == number)
}

/// The name of a response code: `NXDOMAIN`.
pub fn rcode_name(number: u16) -> Option<&'static str> {
    rcode(number).map(|row| row.name)
}

/// The row of a response code by its name, in any case.
pub fn rcode_by_name(name: &str) -> Option<&'static Row> {
    super::find(RCODES, |row| row.name.eq_ignore_ascii_case(name))
}

/// The row of an extended error, by its info code.
pub fn extended(number: u16) -> Option<&'static Row> {
    super::find(EXTENDED, |row| row.number == number)
}

/// The name of an extended error: `DNSSEC Bogus`.
pub fn extended_name(number: u16) -> Option<&'static str> {
    extended(number).map(|row| row.name)
}

/// The row of an extended error by its name, in any case.
pub fn extended_by_name(name: &str) -> Option<&'static Row> {
    super::find(EXTENDED, |row| row.name.eq_ignore_ascii_case(name))
}

const fn row(number: u16, name: &'static str, words: &'static str) -> Row {
    Row {
        number,
        name,
        words,
    }
}

/// Response codes, in order.
#[rustfmt::skip] // a table is read by its columns
pub const RCODES: &[Row] = &[
    row(0, "NOERROR", "code-dns-noerror"),
    row(1, "FORMERR", "code-dns-formerr"),
    row(2, "SERVFAIL", "code-dns-servfail"),
    row(3, "NXDOMAIN", "code-dns-nxdomain"),
    row(4, "NOTIMP", "code-dns-notimp"),
    row(5, "REFUSED", "code-dns-refused"),
    row(6, "YXDOMAIN", "code-dns-update"),
    row(7, "YXRRSET", "code-dns-update"),
    row(8, "NXRRSET", "code-dns-update"),
    row(9, "NOTAUTH", "code-dns-notauth"),
    row(10, "NOTZONE", "code-dns-update"),
    row(11, "DSOTYPENI", "code-dns-update"),
    row(16, "BADVERS", "code-dns-badvers"),
    row(23, "BADCOOKIE", "code-dns-badcookie"),
];

/// Extended errors, in order.
#[rustfmt::skip] // a table is read by its columns
pub const EXTENDED: &[Row] = &[
    row(0, "Other Error", "code-ede-other"),
    row(1, "Unsupported DNSKEY Algorithm", "code-ede-unsupported-signature"),
    row(2, "Unsupported DS Digest Type", "code-ede-unsupported-signature"),
    row(3, "Stale Answer", "code-ede-stale"),
    row(4, "Forged Answer", "code-ede-forged"),
    row(5, "DNSSEC Indeterminate", "code-ede-indeterminate"),
    row(6, "DNSSEC Bogus", "code-ede-bogus"),
    row(7, "Signature Expired", "code-ede-signature-expired"),
    row(8, "Signature Not Yet Valid", "code-ede-signature-not-yet-valid"),
    row(9, "DNSKEY Missing", "code-ede-dnskey-missing"),
    row(10, "RRSIGs Missing", "code-ede-rrsigs-missing"),
    row(11, "No Zone Key Bit Set", "code-ede-bogus"),
    row(12, "NSEC Missing", "code-ede-bogus"),
    row(13, "Cached Error", "code-ede-cached-error"),
    row(14, "Not Ready", "code-ede-not-ready"),
    row(15, "Blocked", "code-ede-blocked"),
    row(16, "Censored", "code-ede-blocked"),
    row(17, "Filtered", "code-ede-blocked"),
    row(18, "Prohibited", "code-ede-prohibited"),
    row(19, "Stale NXDOMAIN Answer", "code-ede-stale"),
    row(20, "Not Authoritative", "code-ede-not-authoritative"),
    row(21, "Not Supported", "code-ede-not-supported"),
    row(22, "No Reachable Authority", "code-ede-no-reachable-authority"),
    row(23, "Network Error", "code-ede-network-error"),
    row(24, "Invalid Data", "code-ede-invalid-data"),
    row(25, "Signature Expired before Valid", "code-ede-bogus"),
    row(26, "Too Early", "code-ede-other"),
    row(27, "Unsupported NSEC3 Iterations Value", "code-ede-nsec3-iterations"),
    row(28, "Unable to conform to policy", "code-ede-prohibited"),
    row(29, "Synthesized", "code-ede-synthesized"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_in_order_and_names_lead_back() {
        assert!(
            RCODES
                .windows(2)
                .all(|pair| pair[0].number < pair[1].number)
        );
        assert!(
            EXTENDED
                .windows(2)
                .all(|pair| pair[0].number < pair[1].number)
        );
        for row in RCODES {
            assert_eq!(
                rcode_by_name(row.name).map(|found| found.number),
                Some(row.number)
            );
        }
        for row in EXTENDED {
            assert_eq!(
                extended_by_name(row.name).map(|found| found.number),
                Some(row.number)
            );
        }
    }

    #[test]
    fn names_agree_with_the_dns_library() {
        use hickory_proto::op::ResponseCode;
        for (row, code) in [
            (rcode(1), ResponseCode::FormErr),
            (rcode(2), ResponseCode::ServFail),
            (rcode(3), ResponseCode::NXDomain),
            (rcode(5), ResponseCode::Refused),
        ] {
            assert_eq!(row.map(|row| row.number), Some(u16::from(code)));
        }
    }
}
