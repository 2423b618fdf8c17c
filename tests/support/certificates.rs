//! Certificates for the tests' servers, made on the spot.

use std::path::PathBuf;
use std::sync::Arc;

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, CustomExtension, IsCa, KeyPair,
    KeyUsagePurpose,
};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
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

    /// What a server needs that shows another certificate for each name in the hello, and one for no name or any other;
    /// none means that it breaks off.
    pub fn by_name(&self, usual: Option<&[&str]>, named: &[(&str, &[&str])]) -> Arc<ServerConfig> {
        let certified = |names: &[&str]| {
            let key = KeyPair::generate().expect("a key");
            let names: Vec<String> = names.iter().map(ToString::to_string).collect();
            let leaf = CertificateParams::new(names).expect("names");
            let leaf = leaf.signed_by(&key, &self.root).expect("a leaf");
            certified_key(vec![leaf.der().clone()], &key)
        };
        let named = named
            .iter()
            .map(|(name, names)| ((*name).to_owned(), certified(names)));
        let chooser = Chooser {
            usual: usual.map(certified),
            named: named.collect(),
        };
        let config = server_builder().with_cert_resolver(Arc::new(chooser));
        Arc::new(config)
    }

    /// What a server needs with something odd about its chain: see [`Oddity`].
    pub fn odd(&self, oddity: Oddity, names: &[&str]) -> Arc<ServerConfig> {
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        let key = KeyPair::generate().expect("a key");
        let mut leaf = CertificateParams::new(names.clone()).expect("names");
        let day = time::Duration::days(1);
        let now = time::OffsetDateTime::now_utc();
        let mut middle = None;
        match oddity {
            Oddity::CommonName => {
                leaf.subject_alt_names.clear();
                leaf.distinguished_name
                    .push(rcgen::DnType::CommonName, names[0].as_str());
            }
            Oddity::Early => leaf.not_before = now + day * 2,
            Oddity::ForClients => {
                leaf.extended_key_usages = vec![rcgen::ExtendedKeyUsagePurpose::ClientAuth];
            }
            Oddity::Authority => leaf.is_ca = IsCa::Ca(BasicConstraints::Unconstrained),
            Oddity::Critical => {
                let mut unknown =
                    CustomExtension::from_oid_content(&[1, 3, 6, 1, 4, 1, 99_999, 1], vec![5, 0]);
                unknown.set_criticality(true);
                leaf.custom_extensions = vec![unknown];
            }
            Oddity::Below | Oddity::Unsent => middle = Some(self.middle(|_| ())),
            Oddity::BelowEnded => {
                middle = Some(self.middle(|middle| middle.not_after = now - day));
            }
            Oddity::BelowOthers => {
                middle = Some(self.middle(|middle| {
                    let other = rcgen::GeneralSubtree::DnsName("elsewhere.test".to_owned());
                    middle.name_constraints = Some(rcgen::NameConstraints {
                        permitted_subtrees: vec![other],
                        excluded_subtrees: Vec::new(),
                    });
                }));
            }
        }
        let (leaf, chain) = match &middle {
            None => (leaf.signed_by(&key, &self.root).expect("a leaf"), vec![]),
            Some(middle) => {
                let leaf = leaf.signed_by(&key, middle).expect("a leaf");
                (leaf, vec![middle.der().clone()])
            }
        };
        let sent = chain.into_iter().filter(|_| oddity != Oddity::Unsent);
        let chain = std::iter::once(leaf.der().clone()).chain(sent);
        // Nobody looks at the chain on this side, as nobody does where servers are set up.
        let chooser = Chooser {
            usual: Some(certified_key(chain.collect(), &key)),
            named: Vec::new(),
        };
        Arc::new(server_builder().with_cert_resolver(Arc::new(chooser)))
    }

    /// An authority below the authority.
    fn middle(
        &self,
        change: impl FnOnce(&mut CertificateParams),
    ) -> CertifiedIssuer<'static, KeyPair> {
        let mut params = CertificateParams::new(Vec::new()).expect("no names");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
        params
            .distinguished_name
            .push(rcgen::DnType::CommonName, "mailcheck test middle");
        change(&mut params);
        let key = KeyPair::generate().expect("a key");
        CertifiedIssuer::signed_by(params, key, &self.root).expect("a middle")
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

/// What is odd about a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// The name stands in the subject alone.
    CommonName,
    /// It begins the day after tomorrow.
    Early,
    /// It is for clients.
    ForClients,
    /// It is an authority's.
    Authority,
    /// It has a critical extension that nobody knows.
    Critical,
    /// There is an authority in between, and nothing odd.
    Below,
    /// That is not sent.
    Unsent,
    /// That has ended.
    BelowEnded,
    /// That may sign for other names alone.
    BelowOthers,
}

impl Oddity {
    /// As cases call it.
    pub fn called(name: &str) -> Self {
        match name {
            "common-name" => Self::CommonName,
            "early" => Self::Early,
            "for-clients" => Self::ForClients,
            "authority" => Self::Authority,
            "critical" => Self::Critical,
            "below" => Self::Below,
            "unsent" => Self::Unsent,
            "below-ended" => Self::BelowEnded,
            "below-others" => Self::BelowOthers,
            _ => panic!("nothing is odd like {name}"),
        }
    }
}

/// Goes by the name in the hello.
#[derive(Debug)]
struct Chooser {
    usual: Option<Arc<CertifiedKey>>,
    named: Vec<(String, Arc<CertifiedKey>)>,
}

impl ResolvesServerCert for Chooser {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        let sent = hello.server_name();
        let named = self.named.iter();
        let named = named.clone().find(|(name, _)| sent == Some(name.as_str()));
        named.map(|(_, key)| key).or(self.usual.as_ref()).cloned()
    }
}

fn certified_key(chain: Vec<CertificateDer<'static>>, key: &KeyPair) -> Arc<CertifiedKey> {
    let key = PrivateKeyDer::try_from(key.serialize_der()).expect("a key");
    let provider = rustls::crypto::ring::default_provider();
    let key = provider.key_provider.load_private_key(key).expect("a key");
    Arc::new(CertifiedKey::new(chain, key))
}

fn server_builder() -> rustls::ConfigBuilder<ServerConfig, rustls::server::WantsServerCert> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
}

fn server_config(chain: Vec<CertificateDer<'static>>, key: &KeyPair) -> Arc<ServerConfig> {
    let key = PrivateKeyDer::try_from(key.serialize_der()).expect("a key");
    let config = server_builder()
        .with_single_cert(chain, key)
        .expect("a chain and its key");
    Arc::new(config)
}
