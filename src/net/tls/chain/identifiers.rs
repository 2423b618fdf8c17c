//! The identifiers of the issuer that a certificate carries, held against the issuer's own (RFC 5280 section 4.2.1.1).

use x509_parser::extensions::{AuthorityKeyIdentifier, GeneralName, ParsedExtension};
use x509_parser::prelude::X509Certificate;

use super::issuer::subject_key_identifier;
use super::spelling;

/// Whether the identifier of the issuer's key is that of this issuer's; true where one of the two says nothing.
pub(super) fn key_fits(below: &X509Certificate<'_>, issuer: &X509Certificate<'_>) -> bool {
    let wanted = identifier(below).and_then(|own| Some(own.key_identifier.as_ref()?.0));
    let own = subject_key_identifier(issuer);
    wanted.is_none() || own.is_none() || wanted == own
}

/// The same of the serial number, and of the name of who issued the issuer.
pub(super) fn serial_fits(below: &X509Certificate<'_>, issuer: &X509Certificate<'_>) -> bool {
    let Some(wanted) = identifier(below) else {
        return true;
    };
    let serial = wanted.authority_cert_serial;
    let mut names = wanted.authority_cert_issuer.iter().flatten();
    let name = names.find_map(|name| match name {
        GeneralName::DirectoryName(name) => Some(name),
        _ => None,
    });
    serial.is_none_or(|serial| trimmed(serial) == trimmed(issuer.raw_serial()))
        && name.is_none_or(|name| spelling::same(name, issuer.issuer()))
}

fn identifier<'a, 'b>(
    certificate: &'b X509Certificate<'a>,
) -> Option<&'b AuthorityKeyIdentifier<'a>> {
    certificate
        .extensions()
        .iter()
        .find_map(|extension| match extension.parsed_extension() {
            ParsedExtension::AuthorityKeyIdentifier(identifier) => Some(identifier),
            _ => None,
        })
}

/// Without the zeros that keep a number positive.
fn trimmed(serial: &[u8]) -> &[u8] {
    let zeros = serial.iter().take_while(|byte| **byte == 0).count();
    &serial[zeros..]
}
