//! The authorities that this user of Windows trusts (`crypt32`).
//!
//! What rustls-native-certs makes of the same store ends the program where Windows cannot read what one of the certificates
//! is for. A store is a place where programs and companies put things: one odd certificate in it is nobody's fault here.

use std::env;
use std::ffi::CStr;
use std::io;
use std::ptr;

use rustls::pki_types::CertificateDer;
use rustls_native_certs::{CertificateResult, Error, ErrorKind, load_native_certs};
use windows_sys::Win32::Foundation::CRYPT_E_NOT_FOUND;
use windows_sys::Win32::Security::Cryptography::{
    CERT_CONTEXT, CTL_USAGE, CertCloseStore, CertEnumCertificatesInStore,
    CertFreeCertificateContext, CertGetEnhancedKeyUsage, CertOpenSystemStoreW,
    CertVerifyTimeValidity, HCERTSTORE,
};

/// What names a file or folders in the store's place, as on every system.
const IN_ITS_PLACE: [&str; 2] = ["SSL_CERT_FILE", "SSL_CERT_DIR"];

/// `id-kp-serverAuth` of RFC 5280, section 4.2.1.12.
const FOR_SERVERS: &CStr = c"1.3.6.1.5.5.7.3.1";

/// Those of the store `ROOT`, the machine's and the company's among them, that are for servers and valid today.
pub(in crate::net) fn authorities() -> CertificateResult {
    if IN_ITS_PLACE.iter().any(|name| env::var_os(name).is_some()) {
        return load_native_certs();
    }
    let mut result = CertificateResult::default();
    match Store::open() {
        Ok(store) => store.each(|certificate| result.certs.extend(useful(certificate))),
        Err(error) => result.errors.push(Error {
            context: "CertOpenSystemStore ROOT",
            kind: ErrorKind::Os(error.into()),
        }),
    }
    result
}

/// The certificate, where it may vouch for a server today.
fn useful(certificate: &CERT_CONTEXT) -> Option<CertificateDer<'static>> {
    // SAFETY: null stands for now; the information belongs to the certificate, which is borrowed, and is only read.
    let valid = unsafe { CertVerifyTimeValidity(ptr::null(), certificate.pCertInfo) } == 0;
    let length = usize::try_from(certificate.cbCertEncoded).ok()?;
    if !valid || certificate.pbCertEncoded.is_null() || !is_for_servers(certificate) {
        return None;
    }
    // SAFETY: the certificate, which is borrowed, says that so many bytes are there; they are copied before it goes.
    let bytes = unsafe { std::slice::from_raw_parts(certificate.pbCertEncoded, length) };
    Some(bytes.to_vec().into())
}

/// Whether the certificate, and whoever manages this machine, let it be used for servers. What cannot be read does not.
fn is_for_servers(certificate: &CERT_CONTEXT) -> bool {
    let mut length = 0;
    if uses(certificate, ptr::null_mut(), &mut length).is_err() {
        return false;
    }
    // In units that align the structure; at least the structure itself.
    let units = usize::try_from(length).unwrap_or(0) / 8 + 1;
    let mut room = vec![0_u64; units.max(size_of::<CTL_USAGE>().div_ceil(8))];
    let uses = match uses(certificate, room.as_mut_ptr().cast(), &mut length) {
        Ok(Uses::Any) => return true,
        Ok(Uses::Listed) => room.as_ptr().cast::<CTL_USAGE>(),
        Err(_) => return false,
    };
    // SAFETY: the call has filled the structure, for which `room` is aligned and large enough; zeros would be valid too.
    let uses = unsafe { *uses };
    if uses.rgpszUsageIdentifier.is_null() {
        return false;
    }
    let count = usize::try_from(uses.cUsageIdentifier).unwrap_or(0);
    // SAFETY: the call says that so many pointers are there, in `room`, which lives until the end.
    let uses = unsafe { std::slice::from_raw_parts(uses.rgpszUsageIdentifier, count) };
    // SAFETY: each points to a text in `room` that ends with zero.
    let mut uses = uses
        .iter()
        .map(|text| unsafe { CStr::from_ptr(text.cast()) });
    uses.any(|text| text == FOR_SERVERS)
}

/// What a certificate may be used for.
enum Uses {
    /// Nothing is said of it, neither by the certificate nor by the store.
    Any,
    /// What is listed.
    Listed,
}

/// `CertGetEnhancedKeyUsage`, into as much room as `length` says, or how much is needed where there is none.
fn uses(certificate: &CERT_CONTEXT, room: *mut CTL_USAGE, length: &mut u32) -> io::Result<Uses> {
    // SAFETY: the certificate is borrowed; `room` is null or as long as `length` says, and both are the caller's alone.
    let told = unsafe { CertGetEnhancedKeyUsage(certificate, 0, room, length) };
    let error = io::Error::last_os_error();
    let nothing_said = error.raw_os_error() == Some(CRYPT_E_NOT_FOUND);
    // SAFETY: the call has filled the structure where there is room for it.
    let count = unsafe { room.as_ref() }.map(|uses| uses.cUsageIdentifier);
    match (told, count) {
        (_, None | Some(0)) if nothing_said => Ok(Uses::Any),
        (0, _) => Err(error),
        (_, _) => Ok(Uses::Listed),
    }
}

/// An open store of certificates.
struct Store(HCERTSTORE);

impl Store {
    fn open() -> io::Result<Self> {
        let name: Vec<u16> = "ROOT\0".encode_utf16().collect();
        // SAFETY: the call reads the name, which ends with zero, and gives a store or null.
        let store = unsafe { CertOpenSystemStoreW(0, name.as_ptr()) };
        if store.is_null() {
            Err(io::Error::last_os_error())
        } else {
            Ok(Self(store))
        }
    }

    /// Shows every certificate.
    fn each(&self, mut show: impl FnMut(&CERT_CONTEXT)) {
        let mut current = Certificate(ptr::null_mut());
        loop {
            let previous = std::mem::replace(&mut current.0, ptr::null_mut());
            // SAFETY: the store is open; the call takes the certificate before, or null, and frees it, and gives the next
            // one, which is ours, or null.
            current.0 = unsafe { CertEnumCertificatesInStore(self.0, previous) };
            // SAFETY: it is null or a whole certificate, which is not freed as long as it is borrowed.
            match unsafe { current.0.as_ref() } {
                Some(certificate) => show(certificate),
                None => break,
            }
        }
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // SAFETY: the store is open, nobody else has it, and no certificate of it is held any more.
        unsafe { CertCloseStore(self.0, 0) };
    }
}

/// A certificate that is freed also where whoever looks at it does not come back.
struct Certificate(*mut CERT_CONTEXT);

impl Drop for Certificate {
    fn drop(&mut self) {
        if !self.0.is_null() {
            // SAFETY: it is ours, and the enumeration has not freed it.
            unsafe { CertFreeCertificateContext(self.0) };
        }
    }
}

#[cfg(test)]
mod tests {
    use rcgen::{
        BasicConstraints, CertificateParams, CustomExtension, ExtendedKeyUsagePurpose, IsCa,
        KeyPair,
    };
    use windows_sys::Win32::Security::Cryptography::{
        CERT_STORE_ADD_ALWAYS, CERT_STORE_PROV_MEMORY, CertAddEncodedCertificateToStore,
        CertOpenStore, X509_ASN_ENCODING,
    };

    use super::*;

    fn authority(uses: Vec<ExtendedKeyUsagePurpose>, more: Vec<CustomExtension>) -> Vec<u8> {
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.extended_key_usages = uses;
        params.custom_extensions = more;
        let key = KeyPair::generate().expect("a key");
        params.self_signed(&key).expect("a root").der().to_vec()
    }

    /// A store in memory with these in it.
    fn store(certificates: &[&Vec<u8>]) -> Store {
        // SAFETY: a store in memory wants nothing but its name.
        let store = unsafe { CertOpenStore(CERT_STORE_PROV_MEMORY, 0, 0, 0, ptr::null()) };
        assert!(!store.is_null());
        for der in certificates {
            let length = u32::try_from(der.len()).expect("a certificate");
            // SAFETY: the store is open, and so many bytes are there; no context is asked for.
            let added = unsafe {
                CertAddEncodedCertificateToStore(
                    store,
                    X509_ASN_ENCODING,
                    der.as_ptr(),
                    length,
                    CERT_STORE_ADD_ALWAYS,
                    ptr::null_mut(),
                )
            };
            assert_ne!(added, 0, "{}", io::Error::last_os_error());
        }
        Store(store)
    }

    #[test]
    fn what_is_for_servers_counts_and_what_cannot_be_read_is_in_nobodys_way() {
        let any = authority(Vec::new(), Vec::new());
        let server = authority(vec![ExtendedKeyUsagePurpose::ServerAuth], Vec::new());
        let mail = authority(vec![ExtendedKeyUsagePurpose::EmailProtection], Vec::new());
        // NULL in the place of a list (RFC 5280, section 4.2.1.12).
        let odd = CustomExtension::from_oid_content(&[2, 5, 29, 37], vec![5, 0]);
        let odd = authority(Vec::new(), vec![odd]);
        let mut found = Vec::new();
        store(&[&any, &odd, &server, &mail]).each(|certificate| {
            found.extend(useful(certificate).map(|der| der.to_vec()));
        });
        assert!(found.contains(&any) && found.contains(&server));
        assert!(!found.contains(&mail));
    }

    #[test]
    fn the_list_of_this_windows_can_be_read() {
        assert!(authorities().errors.is_empty());
    }
}
