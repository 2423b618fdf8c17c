//! What a certificate says of the one that signed it.

use x509_parser::certificate::X509Certificate;
use x509_parser::extensions::{GeneralName, ParsedExtension, X509Extension};
use x509_parser::oid_registry::OID_PKIX_ACCESS_DESCRIPTOR_CA_ISSUERS;

/// Whether the missing issuer of `last` is an intermediate authority, which the server should have sent, and no root.
///
/// Without the issuer's certificate this cannot be known for certain. Taken as evidence, the strongest first:
/// 1. The authority key identifier names the issuer of the issuer (RFC 5280 section 4.2.1.1): the same name means a root.
/// 2. The issuer calls itself a root or an intermediate.
/// 3. `last` is the server's own certificate and says where its issuer's can be fetched (section 4.2.2.1). Public
///    authorities always say so and never sign servers with their roots. On an intermediate it means nothing: there it
///    usually points to the root. A private root that signs servers itself and publishes its address is the one case
///    in which this is wrong.
///
/// Without any evidence the issuer is unknown, and that is all that can be said.
pub(super) fn issuer_is_intermediate(last: &X509Certificate<'_>, alone: bool) -> bool {
    if let Some(grand_issuer) = issuer_of_issuer(last) {
        return grand_issuer != last.issuer().as_raw();
    }
    calls_itself_intermediate(last).unwrap_or_else(|| alone && says_where_to_fetch_issuer(last))
}

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

/// What the common name of the issuer says of its rank, if anything.
fn calls_itself_intermediate(certificate: &X509Certificate<'_>) -> Option<bool> {
    const INTERMEDIATE: [&str; 5] = ["intermediate", "int", "issuing", "sub", "subordinate"];
    let name = certificate.issuer().iter_common_name().last()?;
    let name = name.as_str().ok()?.to_ascii_lowercase();
    let mut words = name
        .split(|c: char| !c.is_ascii_alphabetic())
        .map(|word| word.strip_suffix("ca").unwrap_or(word));
    if words.clone().any(|word| word == "root") {
        return Some(false);
    }
    words
        .any(|word| INTERMEDIATE.contains(&word))
        .then_some(true)
}

fn says_where_to_fetch_issuer(certificate: &X509Certificate<'_>) -> bool {
    extensions(certificate).any(|extension| match extension {
        ParsedExtension::AuthorityInfoAccess(access) => access.accessdescs.iter().any(|access| {
            access.access_method == OID_PKIX_ACCESS_DESCRIPTOR_CA_ISSUERS
                && matches!(access.access_location, GeneralName::URI(url) if url.starts_with("http"))
        }),
        _ => false,
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
