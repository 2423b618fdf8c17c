//! What this system's own list of authorities has beyond Mozilla's: a company's own, and those of programs and gateways
//! that open encrypted connections.

use std::iter;

use rustls::RootCertStore;
use rustls::pki_types::{CertificateDer, TrustAnchor, UnixTime};
use x509_parser::prelude::{FromDer, X509Certificate};

use super::certificate::bounded;
use super::chain;
use super::trust::{Trust, system_certificates};

/// How many names are told. Windows comes with some fifty of its own.
const NAMES: usize = 200;

/// Authorities that only this system's list has.
#[derive(Debug)]
pub(super) struct Beyond(Trust);

impl Beyond {
    /// Reads the list of this system. One that cannot be read is empty.
    pub(super) fn read() -> Self {
        Self::of(system_certificates().certs)
    }

    /// Those of `certificates` that Mozilla's list has not.
    pub(super) fn of(certificates: Vec<CertificateDer<'static>>) -> Self {
        let mut store = RootCertStore::empty();
        let listed = certificates.into_iter().filter(|certificate| {
            let anchor = anchor(certificate);
            anchor.is_some_and(|anchor| {
                let new = !is_mozilla(&anchor);
                store.extend(iter::once(anchor).filter(|_| new));
                new
            })
        });
        let listed = listed.collect();
        Self(Trust::new(store, listed))
    }

    /// The authority here that vouches for `chain`, by its name.
    pub(super) fn root_of(&self, chain: &[CertificateDer<'_>], now: UnixTime) -> Option<String> {
        if self.0.listed().is_empty() {
            return None;
        }
        let own = chain.first().filter(|own| self.0.lists(own));
        if let Some(own) = own {
            return subject(own);
        }
        self.0.verify(chain, now).ok()?;
        Some(chain::judge(chain, "", &self.0, now).path?.root?.subject)
    }

    /// Their names.
    pub(super) fn names(&self) -> Vec<String> {
        let names = self.0.listed().iter().filter_map(subject);
        names.take(NAMES).collect()
    }
}

fn subject(certificate: &CertificateDer<'_>) -> Option<String> {
    let (_, certificate) = X509Certificate::from_der(certificate).ok()?;
    Some(bounded(&certificate.subject().to_string()))
}

/// The name and the key of an authority. `None` for what no verifier can read.
fn anchor(certificate: &CertificateDer<'static>) -> Option<TrustAnchor<'static>> {
    let mut store = RootCertStore::empty();
    store.add(certificate.clone()).ok()?;
    store.roots.pop()
}

/// By name and key: an authority may have several certificates.
fn is_mozilla(anchor: &TrustAnchor<'_>) -> bool {
    webpki_roots::TLS_SERVER_ROOTS.iter().any(|known| {
        known.subject == anchor.subject
            && known.subject_public_key_info == anchor.subject_public_key_info
    })
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};

    use super::*;

    fn now() -> UnixTime {
        UnixTime::since_unix_epoch(Duration::from_secs(1_780_272_000))
    }

    /// An authority of this name, and what it signed for a server.
    fn authority(name: &str) -> (CertificateDer<'static>, CertificateDer<'static>) {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name.push(DnType::CommonName, name);
        let root = params.self_signed(&key).unwrap().der().clone();
        let server = KeyPair::generate().unwrap();
        let own = CertificateParams::new(vec!["mail.example.test".to_owned()]).unwrap();
        let own = own.signed_by(&server, &Issuer::new(params, key)).unwrap();
        (root, own.der().clone())
    }

    #[test]
    fn an_authority_that_was_put_into_the_list_is_named() {
        let (root, own) = authority("Contoso Inspection CA");
        let (_, other) = authority("Contoso Inspection CA");
        let beyond = Beyond::of(vec![root]);
        let named = "CN=Contoso Inspection CA".to_owned();
        assert_eq!(beyond.names(), std::slice::from_ref(&named));
        assert_eq!(beyond.root_of(&[own], now()), Some(named));
        // Another key, under the same name.
        assert_eq!(beyond.root_of(&[other], now()), None);
        assert_eq!(beyond.root_of(&[], now()), None);
    }

    #[test]
    fn a_certificate_of_the_server_in_the_list_is_its_own_authority() {
        let key = rcgen::generate_simple_self_signed(["mail.example.test".to_owned()]).unwrap();
        let beyond = Beyond::of(vec![key.cert.der().clone()]);
        let root = beyond.root_of(&[key.cert.der().clone()], now());
        assert!(root.is_some_and(|root| root.contains("rcgen")));
    }

    #[test]
    fn what_nobody_can_read_is_not_among_them() {
        let beyond = Beyond::of(vec![CertificateDer::from(vec![0x30, 0])]);
        assert_eq!(beyond.names(), Vec::<String>::new());
    }
}
