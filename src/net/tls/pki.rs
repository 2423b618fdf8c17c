//! Authorities and certificates for tests, made on the spot.

use std::time::Duration;

use rcgen::string::{Ia5String, PrintableString};
use rcgen::{
    BasicConstraints, CertificateParams, CustomExtension, DistinguishedName, DnType, DnValue,
    ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair, KeyUsagePurpose, SanType, date_time_ymd,
};
use rustls::RootCertStore;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, UnixTime};

use super::Trust;

/// The server of every test.
pub(super) const NAME: &str = "mail.example.test";

/// The time of every test: 1 January 2030. Certificates here are valid from 2020 to 2120 unless a test says otherwise.
pub(super) fn now() -> UnixTime {
    UnixTime::since_unix_epoch(Duration::from_secs(1_893_456_000))
}

/// An authority: its certificate, and what it signs with.
pub(super) struct Authority {
    pub(super) der: CertificateDer<'static>,
    issuer: Issuer<'static, KeyPair>,
}

/// A server's certificate and its key.
pub(super) struct Server {
    pub(super) der: CertificateDer<'static>,
    pub(super) key: PrivateKeyDer<'static>,
}

impl Authority {
    pub(super) fn root(common_name: &str) -> Self {
        let key = KeyPair::generate().unwrap();
        let params = authority(common_name);
        let certificate = params.self_signed(&key).unwrap();
        Self {
            der: certificate.der().clone(),
            issuer: Issuer::new(params, key),
        }
    }

    /// The same, and a certificate of its key and its name in another type of string.
    pub(super) fn spelled_twice(common_name: &str) -> (Self, CertificateDer<'static>) {
        let key = KeyPair::generate().unwrap();
        let (params, mut other) = (authority(common_name), authority(common_name));
        let spelled = PrintableString::try_from(common_name).unwrap();
        let spelled = DnValue::PrintableString(spelled);
        other.distinguished_name = DistinguishedName::new();
        other.distinguished_name.push(DnType::CommonName, spelled);
        let other = other.self_signed(&key).unwrap().der().clone();
        let own = Self {
            der: params.self_signed(&key).unwrap().der().clone(),
            issuer: Issuer::new(params, key),
        };
        (own, other)
    }

    /// An authority below this one.
    pub(super) fn below(
        &self,
        common_name: &str,
        change: impl FnOnce(&mut CertificateParams),
    ) -> Self {
        let key = KeyPair::generate().unwrap();
        let mut params = authority(common_name);
        params.use_authority_key_identifier_extension = true;
        change(&mut params);
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        Self {
            der: certificate.der().clone(),
            issuer: Issuer::new(params, key),
        }
    }

    /// One more certificate for the key of another authority, signed by this one.
    pub(super) fn again(
        &self,
        other: &Self,
        common_name: &str,
        change: impl FnOnce(&mut CertificateParams),
    ) -> CertificateDer<'static> {
        let mut params = authority(common_name);
        params.use_authority_key_identifier_extension = true;
        change(&mut params);
        let certificate = params.signed_by(other.issuer.key(), &self.issuer).unwrap();
        certificate.der().clone()
    }

    /// A server's certificate signed by this authority.
    pub(super) fn server(&self, change: impl FnOnce(&mut CertificateParams)) -> Server {
        let key = KeyPair::generate().unwrap();
        let mut params = server();
        params.use_authority_key_identifier_extension = true;
        change(&mut params);
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        Server::new(certificate.der(), &key)
    }

    /// The trust of somebody who has only this authority in a file.
    pub(super) fn trust(&self) -> Trust {
        trust(&self.der)
    }
}

impl Server {
    fn new(der: &CertificateDer<'static>, key: &KeyPair) -> Self {
        Self {
            der: der.clone(),
            key: PrivateKeyDer::try_from(key.serialize_der()).unwrap(),
        }
    }

    pub(super) fn self_signed(change: impl FnOnce(&mut CertificateParams)) -> Self {
        let key = KeyPair::generate().unwrap();
        let mut params = server();
        change(&mut params);
        Self::new(params.self_signed(&key).unwrap().der(), &key)
    }

    /// One of tests/fixtures.
    pub(super) fn fixture(certificate: &[u8], key: &[u8]) -> Self {
        Self {
            der: pem(certificate),
            key: PrivateKeyDer::from_pem_slice(key).unwrap(),
        }
    }
}

pub(super) fn pem(certificate: &[u8]) -> CertificateDer<'static> {
    CertificateDer::from_pem_slice(certificate).unwrap()
}

/// The trust of somebody who has only this certificate in a file.
pub(super) fn trust(authority: &CertificateDer<'static>) -> Trust {
    let mut store = RootCertStore::empty();
    store.add(authority.clone()).unwrap();
    Trust::new(store, vec![authority.clone()])
}

fn authority(common_name: &str) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name = named(common_name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    dated(params)
}

fn server() -> CertificateParams {
    let mut params = CertificateParams::new([NAME.to_owned()]).unwrap();
    params.distinguished_name = named(NAME);
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    dated(params)
}

fn named(common_name: &str) -> DistinguishedName {
    let mut name = DistinguishedName::new();
    name.push(DnType::CommonName, common_name);
    name
}

fn dated(mut params: CertificateParams) -> CertificateParams {
    params.not_before = date_time_ymd(2020, 1, 1);
    params.not_after = date_time_ymd(2120, 1, 1);
    params
}

/// A change for [`Authority::server`]: valid until 2025.
pub(super) fn expired(params: &mut CertificateParams) {
    params.not_after = date_time_ymd(2025, 1, 1);
}

/// A change for [`Authority::server`]: valid from 2040.
pub(super) fn not_yet_valid(params: &mut CertificateParams) {
    params.not_before = date_time_ymd(2040, 1, 1);
}

/// A change for [`Authority::server`]: for these names only.
pub(super) fn names(names: &[&str]) -> impl Fn(&mut CertificateParams) {
    let names = names.iter().map(|name| match name.parse() {
        Ok(address) => SanType::IpAddress(address),
        Err(_) => SanType::DnsName(Ia5String::try_from(*name).unwrap()),
    });
    let names: Vec<_> = names.collect();
    move |params| params.subject_alt_names = names.clone()
}

/// A change for [`Authority::server`]: says where the certificate of the issuer can be fetched.
pub(super) fn fetchable(params: &mut CertificateParams) {
    // SEQUENCE { SEQUENCE { id-ad-caIssuers, [6] "http://ca.test/" } }
    let mut der = vec![
        0x30, 27, 0x30, 25, 6, 8, 0x2b, 6, 1, 5, 5, 7, 0x30, 2, 0x86, 15,
    ];
    der.extend_from_slice(b"http://ca.test/");
    der[1] = u8::try_from(der.len() - 2).unwrap();
    der[3] = der[1] - 2;
    let access = CustomExtension::from_oid_content(&[1, 3, 6, 1, 5, 5, 7, 1, 1], der);
    params.custom_extensions.push(access);
}

/// A change: has a critical extension that nobody knows.
pub(super) fn unknown_critical(params: &mut CertificateParams) {
    critical(&[1, 2, 3, 4], params);
}

/// A change: has this extension, which is critical. What it holds nobody reads.
pub(super) fn critical(id: &[u64], params: &mut CertificateParams) {
    let mut extension = CustomExtension::from_oid_content(id, vec![0x30, 0]);
    extension.set_criticality(true);
    params.custom_extensions.push(extension);
}

/// Two authorities that vouch for each other, eight times each, with one key.
pub(super) fn maze() -> Vec<CertificateDer<'static>> {
    let key = KeyPair::generate().unwrap();
    let names = ["Left", "Right"];
    let certificates = (0..16_u8).map(|number| {
        let side = usize::from(number % 2);
        let mut params = authority(names[side]);
        params.serial_number = Some(vec![number + 1].into());
        let other = authority(names[1 - side]);
        let issuer = Issuer::from_params(&other, &key);
        params.signed_by(&key, &issuer).unwrap().der().clone()
    });
    certificates.collect()
}
