//! What a certificate says of the one that signed it.

use x509_parser::certificate::X509Certificate;
use x509_parser::extensions::{GeneralName, ParsedExtension, X509Extension};
use x509_parser::prelude::FromDer;
use x509_parser::x509::{AttributeTypeAndValue, X509Name};

use super::super::{der, trust::Trust};

/// Whether the missing issuer of `last` is a known intermediate of one of these authorities.
///
/// Without the issuer's certificate this cannot be proved: whoever makes a certificate can write any name into it. What
/// the name calls itself tells nothing at all, for private authorities and gateways call theirs "Issuing CA" too. So it
/// is said in two cases only: the authority key identifier names the issuer of the issuer, and that one is trusted here
/// (RFC 5280 section 4.2.1.1); or the issuer is one of the public intermediates that are listed below, where public
/// authorities are trusted. Somebody who gave the authority of an organization in a file has one more: the issuer calls
/// itself an intermediate of that same organization.
pub(super) fn issuer_is_intermediate(last: &X509Certificate<'_>, trust: &Trust) -> bool {
    let is_anchor = |name: &[u8]| {
        let name = der::contents(name);
        let mut anchors = trust.anchors().iter();
        anchors.any(|anchor| name == Some(anchor.subject.as_ref()))
    };
    let above = issuer_of_issuer(last).filter(|above| *above != last.issuer().as_raw());
    let known = if trust.is_public() {
        is_public_intermediate(last.issuer())
    } else {
        is_of_the_own_organization(last.issuer(), trust)
    };
    known || above.is_some_and(is_anchor)
}

/// Whether the name begins as that of an authority out of the file does, and is that of an intermediate.
fn is_of_the_own_organization(name: &X509Name<'_>, trust: &Trust) -> bool {
    const INTERMEDIATE: [&str; 4] = ["intermediate", "issuing", "sub", "subordinate"];
    let words = |name: &X509Name<'_>| -> Vec<String> {
        let name = name.iter_common_name().last();
        let name = name.and_then(|name| name.as_str().ok()).unwrap_or_default();
        let words = name.split(|c: char| !c.is_alphanumeric());
        words.map(str::to_ascii_lowercase).collect()
    };
    let own = words(name);
    let first = own.first().filter(|first| first.len() > 3);
    let is_intermediate = own.iter().any(|word| INTERMEDIATE.contains(&word.as_str()));
    let roots = trust
        .listed()
        .iter()
        .filter_map(|der| X509Certificate::from_der(der).ok());
    let mut names = roots.map(|(_, root)| words(root.subject()));
    is_intermediate && first.is_some() && names.any(|root| root.first() == first)
}

fn is_public_intermediate(name: &X509Name<'_>) -> bool {
    let text = |attribute: Option<&AttributeTypeAndValue<'_>>| {
        attribute
            .and_then(|attribute| attribute.as_str().ok())
            .unwrap_or_default()
            .to_owned()
    };
    let organization = text(name.iter_organization().last());
    let common_name = text(name.iter_common_name().last());
    PUBLIC_INTERMEDIATES
        .iter()
        .filter(|(owner, _)| *owner == organization)
        .flat_map(|(_, names)| names.iter())
        .any(|known| match known.strip_suffix('#') {
            // Numbered ones.
            Some(series) => common_name.strip_prefix(series).is_some_and(|number| {
                !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
            }),
            None => *known == common_name,
        })
}

/// Organization and common names of the intermediates under most certificates of mail servers; `#` is a number. Source:
/// the Common CA Database, report "All Certificate Information" (ccadb.org/resources).
#[rustfmt::skip] // a table is read by its columns
const PUBLIC_INTERMEDIATES: &[(&str, &[&str])] = &[
    ("Let's Encrypt", &["R#", "E#", "YR#", "YE#"]),
    ("Google Trust Services", &["WR#", "WE#"]),
    ("Google Trust Services LLC", &["GTS CA 1C3", "GTS CA 1D4", "GTS CA 1P5", "GTS CA 1O1"]),
    ("DigiCert Inc", &[
        "DigiCert TLS RSA SHA256 2020 CA1", "DigiCert Global G2 TLS RSA SHA256 2020 CA1",
        "DigiCert Global G3 TLS ECC SHA384 2020 CA1", "DigiCert TLS Hybrid ECC SHA384 2020 CA1",
        "DigiCert SHA2 Secure Server CA", "DigiCert SHA2 Extended Validation Server CA",
        "DigiCert EV RSA CA G2", "RapidSSL TLS RSA CA G1", "GeoTrust TLS RSA CA G1",
        "Thawte TLS RSA CA G1", "RapidSSL RSA CA 2018", "GeoTrust RSA CA 2018", "Thawte RSA CA 2018",
        "Encryption Everywhere DV TLS CA - G1", "Encryption Everywhere DV TLS CA - G2",
    ]),
    ("DigiCert, Inc.", &[
        "RapidSSL Global TLS RSA4096 SHA256 2022 CA1", "GeoTrust Global TLS RSA4096 SHA256 2022 CA1",
        "DigiCert G5 TLS RSA4096 SHA384 2021 CA1", "GeoTrust TLS ECC CA G1",
    ]),
    ("Sectigo Limited", &[
        "Sectigo RSA Domain Validation Secure Server CA", "Sectigo ECC Domain Validation Secure Server CA",
        "Sectigo RSA Organization Validation Secure Server CA",
        "Sectigo ECC Organization Validation Secure Server CA",
        "Sectigo RSA Extended Validation Secure Server CA",
        "Sectigo Public Server Authentication CA DV R36", "Sectigo Public Server Authentication CA OV R36",
        "Sectigo Public Server Authentication CA EV R36", "Sectigo Public Server Authentication CA DV E36",
        "Sectigo Public Server Authentication CA OV E36", "Sectigo Public Server Authentication CA EV E36",
    ]),
    ("COMODO CA Limited", &["COMODO RSA Domain Validation Secure Server CA"]),
    ("cPanel, Inc.", &["cPanel, Inc. Certification Authority"]),
    ("ZeroSSL", &["ZeroSSL RSA Domain Secure Site CA", "ZeroSSL ECC Domain Secure Site CA"]),
    ("Gandi", &["Gandi Standard SSL CA 2", "Gandi RSA Domain Validation Secure Server CA 3"]),
    ("Amazon", &["Amazon RSA 2048 M0#", "Amazon RSA 4096 M0#", "Amazon ECDSA 256 M0#", "Amazon ECDSA 384 M0#"]),
    ("GoDaddy.com, Inc.", &["Go Daddy Secure Certificate Authority - G2"]),
    ("Starfield Technologies, Inc.", &["Starfield Secure Certificate Authority - G2"]),
    ("GlobalSign nv-sa", &[
        "GlobalSign RSA OV SSL CA 2018", "GlobalSign GCC R3 DV TLS CA 2020",
        "GlobalSign GCC R6 AlphaSSL CA 2023", "GlobalSign GCC R6 AlphaSSL CA 2025",
        "AlphaSSL CA - SHA256 - G2", "AlphaSSL CA - SHA256 - G4",
        "GlobalSign Extended Validation CA - SHA256 - G3",
    ]),
    ("Microsoft Corporation", &[
        "Microsoft Azure TLS Issuing CA #", "Microsoft Azure RSA TLS Issuing CA #",
        "Microsoft Azure ECC TLS Issuing CA #", "Microsoft RSA TLS CA #",
    ]),
    ("Entrust, Inc.", &["Entrust Certification Authority - L1K", "Entrust Certification Authority - L1M"]),
    ("GEANT Vereniging", &["GEANT OV RSA CA 4", "GEANT OV ECC CA 4", "GEANT EV RSA CA 4"]),
    ("Hellenic Academic and Research Institutions CA", &["GEANT TLS RSA #", "GEANT TLS ECC #"]),
    ("Buypass AS-983163327", &["Buypass Class 2 CA 5", "Buypass Class 3 CA 2"]),
    ("Actalis S.p.A.", &[
        "Actalis Domain Validation Server CA G3", "Actalis Organization Validated Server CA G3",
    ]),
    ("SSL Corporation", &["SSL.com RSA SSL subCA", "SSL.com TLS Issuing RSA CA R1", "SSL.com TLS Issuing ECC CA R1"]),
    ("SSL Corp", &["SSL.com RSA SSL subCA"]),
    ("Unizeto Technologies S.A.", &["Certum Domain Validation CA SHA2", "Certum Organization Validation CA SHA2"]),
    ("TrustAsia Technologies, Inc.", &["TrustAsia RSA DV TLS CA G2", "TrustAsia RSA DV TLS CA G3"]),
    ("Deutsche Telekom Security GmbH", &["Telekom Security ServerID OV Class 2 CA", "Telekom Security DV RSA CA 22"]),
];

fn issuer_of_issuer<'a>(certificate: &X509Certificate<'a>) -> Option<&'a [u8]> {
    let identifier = extensions(certificate).find_map(|extension| match extension {
        ParsedExtension::AuthorityKeyIdentifier(identifier) => Some(identifier),
        _ => None,
    })?;
    let names = identifier.authority_cert_issuer.as_ref()?;
    names.iter().find_map(|name| match name {
        GeneralName::DirectoryName(name) => Some(name.as_raw()),
        _ => None,
    })
}

pub(in crate::net::tls) fn authority_key_identifier<'a>(
    certificate: &X509Certificate<'a>,
) -> Option<&'a [u8]> {
    extensions(certificate).find_map(|extension| match extension {
        ParsedExtension::AuthorityKeyIdentifier(identifier) => {
            Some(identifier.key_identifier.as_ref()?.0)
        }
        _ => None,
    })
}

pub(in crate::net::tls) fn subject_key_identifier<'a>(
    certificate: &X509Certificate<'a>,
) -> Option<&'a [u8]> {
    extensions(certificate).find_map(|extension| match extension {
        ParsedExtension::SubjectKeyIdentifier(identifier) => Some(identifier.0),
        _ => None,
    })
}

fn extensions<'a, 'b>(
    certificate: &'b X509Certificate<'a>,
) -> impl Iterator<Item = &'b ParsedExtension<'a>> {
    certificate
        .extensions()
        .iter()
        .map(X509Extension::parsed_extension)
}
