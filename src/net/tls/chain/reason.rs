//! The library's reasons against a certificate, in the words of the standard.

use rustls::CertificateError;

/// The library's reason in terms of RFC 5280: its own are the names of its types.
pub(in crate::net::tls) fn in_terms_of_the_standard(reason: &CertificateError) -> String {
    let text = match reason {
        CertificateError::BadEncoding => "DER",
        CertificateError::BadSignature => "signatureValue",
        CertificateError::UnhandledCriticalExtension => "critical extension",
        CertificateError::UnsupportedSignatureAlgorithmContext { .. }
        | CertificateError::UnsupportedSignatureAlgorithmForPublicKeyContext { .. } => {
            "signatureAlgorithm"
        }
        CertificateError::InvalidPurpose | CertificateError::InvalidPurposeContext { .. } => {
            "extKeyUsage"
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            "subjectAltName"
        }
        CertificateError::Expired
        | CertificateError::ExpiredContext { .. }
        | CertificateError::NotValidYet
        | CertificateError::NotValidYetContext { .. } => "validity",
        CertificateError::Other(reason) => return of_verifier(&reason.to_string()),
        other => return super::super::plain(other),
    };
    text.to_owned()
}

/// What the library under the library says, which is a name of its own too.
fn of_verifier(reason: &str) -> String {
    let known = [
        ("UnsupportedCertVersion", "version"),
        ("PathLenConstraintViolated", "pathLenConstraint"),
        ("NameConstraintViolation", "nameConstraints"),
        ("UnsupportedNameType", "nameConstraints"),
        ("MalformedExtensions", "extensions"),
        ("ExtensionValueInvalid", "extensions"),
        ("InvalidNetworkMaskConstraint", "nameConstraints"),
        ("InvalidSerialNumber", "serialNumber"),
        ("SignatureAlgorithmMismatch", "signature: two algorithms"),
        ("EndEntityUsedAsCa", "basicConstraints: not a CA"),
        ("CaUsedAsEndEntity", "basicConstraints: a CA"),
        ("TrailingData", "DER"),
        ("BadDer", "DER"),
    ];
    let found = known.iter().find(|(name, _)| reason.contains(name));
    found.map_or_else(
        || super::super::plain(&Verbatim(reason)),
        |(_, text)| (*text).to_owned(),
    )
}

/// Text whose debug form is itself.
struct Verbatim<'a>(&'a str);

impl std::fmt::Debug for Verbatim<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

/// The same of any error of the library.
pub(super) fn reason_of(error: &rustls::Error) -> String {
    match error {
        rustls::Error::InvalidCertificate(reason) => in_terms_of_the_standard(reason),
        other => other.to_string(),
    }
}
