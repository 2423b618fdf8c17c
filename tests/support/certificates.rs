//! Certificates for the tests' servers, made on the spot.

use std::path::PathBuf;
use std::sync::Arc;

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, CustomExtension, IsCa, KeyPair,
    KeyUsagePurpose,
};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tempfile::TempDir;

/// An authority, and a certificate of it for 127.0.0.1 and mail.test.
pub struct Pki {
    directory: TempDir,
    root: CertifiedIssuer<'static, KeyPair>,
    server: Arc<ServerConfig>,
}

impl Pki {
    /// Makes both.
    pub fn new() -> Self {
        Self::for_names(&["mail.test", "127.0.0.1"])
    }

    /// The same for other names.
    pub fn for_names(names: &[&str]) -> Self {
        Self::ending("mailcheck test authority", names, None)
    }

    /// The same of an authority of this name, as a gateway has that makes certificates up.
    pub fn of_authority(authority: &str, names: &[&str]) -> Self {
        Self::ending(authority, names, None)
    }

    /// The same with a certificate that ends in so many days.
    pub fn for_days(names: &[&str], days: i64) -> Self {
        let end = time::OffsetDateTime::now_utc() + time::Duration::days(days);
        Self::ending("mailcheck test authority", names, Some(end))
    }

    fn ending(authority: &str, names: &[&str], end: Option<time::OffsetDateTime>) -> Self {
        let mut params = CertificateParams::new(Vec::new()).expect("no names");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![
            KeyUsagePurpose::KeyCertSign,
            KeyUsagePurpose::DigitalSignature,
        ];
        params
            .distinguished_name
            .push(rcgen::DnType::CommonName, authority);
        let key = KeyPair::generate().expect("a key");
        let root = CertifiedIssuer::self_signed(params, key).expect("a root");
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        let leaf_key = KeyPair::generate().expect("a key");
        let mut leaf = CertificateParams::new(names).expect("names");
        leaf.not_after = end.unwrap_or(leaf.not_after);
        let leaf = leaf.signed_by(&leaf_key, &root).expect("a leaf");

        let directory = TempDir::new().expect("a directory");
        std::fs::write(directory.path().join("root.pem"), root.pem()).expect("a file");
        let server = server_config(vec![leaf.der().clone()], &leaf_key);
        Self {
            directory,
            root,
            server,
        }
    }

    /// A certificate of the authority for another key, both as PEM.
    pub fn certify(&self, names: &[&str], key: &str) -> String {
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        let key = KeyPair::from_pem(key).expect("a key");
        let mut params = CertificateParams::new(names).expect("names");
        params.use_authority_key_identifier_extension = true;
        params.signed_by(&key, &self.root).expect("a leaf").pem()
    }

    /// What a server with another certificate of the authority needs: for these names, ending in so many days.
    pub fn another(&self, names: &[&str], days: i64) -> Arc<ServerConfig> {
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        let key = KeyPair::generate().expect("a key");
        let mut params = CertificateParams::new(names).expect("names");
        params.not_after = time::OffsetDateTime::now_utc() + time::Duration::days(days);
        let leaf = params.signed_by(&key, &self.root).expect("a leaf");
        server_config(vec![leaf.der().clone()], &key)
    }

    /// What a server needs whose certificate nobody signed but itself.
    pub fn self_signed(names: &[&str]) -> Arc<ServerConfig> {
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        let key = KeyPair::generate().expect("a key");
        let params = CertificateParams::new(names).expect("names");
        let leaf = params.self_signed(&key).expect("a certificate");
        server_config(vec![leaf.der().clone()], &key)
    }

    /// The authority, for `--ca-file`.
    pub fn ca_file(&self) -> PathBuf {
        self.directory.path().join("root.pem")
    }

    /// What a server needs.
    pub fn server(&self) -> &Arc<ServerConfig> {
        &self.server
    }
}

/// An authority of its own name, and a certificate of it for 127.0.0.1.
pub struct Named {
    /// The authority, as DER.
    pub der: Vec<u8>,
    /// The same as PEM.
    pub pem: String,
    /// What a server needs that shows the certificate.
    pub server: Arc<ServerConfig>,
}

impl Named {
    /// Makes both.
    pub fn new(name: &str) -> Self {
        Self::of(name, CertificateParams::default())
    }

    /// An authority of whose uses (RFC 5280, section 4.2.1.12) no more can be read than that they are restricted: NULL stands
    /// where a list should.
    pub fn with_broken_uses(name: &str) -> Self {
        let uses = CustomExtension::from_oid_content(&[2, 5, 29, 37], vec![5, 0]);
        let mut params = CertificateParams::default();
        params.custom_extensions.push(uses);
        Self::of(name, params)
    }

    fn of(name: &str, mut params: CertificateParams) -> Self {
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let common_name = rcgen::DnType::CommonName;
        params.distinguished_name.push(common_name.clone(), name);
        let key = KeyPair::generate().expect("a key");
        let root = CertifiedIssuer::self_signed(params, key).expect("a root");
        let key = KeyPair::generate().expect("a key");
        let mut leaf = CertificateParams::new(vec!["127.0.0.1".to_owned()]).expect("names");
        leaf.distinguished_name.push(common_name, "127.0.0.1");
        let leaf = leaf.signed_by(&key, &root).expect("a leaf");
        Self {
            der: root.der().to_vec(),
            pem: root.pem(),
            server: server_config(vec![leaf.der().clone()], &key),
        }
    }
}

fn server_config(chain: Vec<CertificateDer<'static>>, key: &KeyPair) -> Arc<ServerConfig> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let key = PrivateKeyDer::try_from(key.serialize_der()).expect("a key");
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .expect("a chain and its key");
    Arc::new(config)
}
