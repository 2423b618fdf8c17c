//! The way that a program takes which looks for one way alone.
//!
//! Where a server sends two certificates of one authority, as after a renewal or a cross-signature, most programs try
//! both. Some take the first that fits, and fail where it leads nowhere.

use rustls::pki_types::UnixTime;

use x509_parser::prelude::{FromDer, X509Certificate};

use super::issuer::{authority_key_identifier, subject_key_identifier};
use super::{End, Judge, Path, identifiers};
use crate::facts::Ways;

/// More certificates than a chain has.
const MOST: usize = 16;

impl Judge<'_> {
    /// Whether those ways lead to an authority, in their time, and whether those on `path` are the ones that were meant.
    pub(super) fn ways(&self, path: &Path, now: UnixTime) -> Ways {
        let own: Vec<&X509Certificate<'_>> = path
            .steps
            .iter()
            .map(|step| &self.certificates[*step].1)
            .collect();
        let mut pairs = own.iter().zip(own.iter().skip(1));
        let last = own.last().filter(|_| path.end == End::Trusted);
        let root = last.and_then(|last| Some((*last, self.root_of(last)?)));
        let fits = |fits: fn(&X509Certificate<'_>, &X509Certificate<'_>) -> bool| {
            root.as_ref().is_none_or(|(last, root)| {
                X509Certificate::from_der(root).is_ok_and(|(_, root)| fits(last, &root))
            })
        };
        Ways {
            first: self.leads(now, |_| true),
            first_valid: self.leads(now, |at| self.time(at, now).is_none()),
            root_key: fits(identifiers::key_fits),
            root_serial: fits(identifiers::serial_fits),
            serial: pairs.all(|(below, above)| identifiers::serial_fits(below, above)),
        }
    }

    /// Follows the first issuer that is preferred, or else the first.
    fn leads(&self, now: UnixTime, preferred: impl Fn(usize) -> bool) -> bool {
        let mut way = vec![0];
        while let Some(&last) = way.last() {
            if self.time(last, now).is_some() || way.len() > MOST {
                return false;
            }
            let listed = last == 0 && self.trust.lists(&self.chain[0]);
            if listed || self.anchored(&self.certificates[last].1) {
                return true;
            }
            let fitting: Vec<usize> = self.fitting(last).filter(|at| !way.contains(at)).collect();
            let chosen = fitting.iter().find(|at| preferred(**at));
            match chosen.or_else(|| fitting.first()) {
                Some(next) => way.push(*next),
                None => return false,
            }
        }
        false
    }

    /// Those that may be the issuer by name and by the identifiers of their keys, in the order in which they were sent.
    fn fitting(&self, at: usize) -> impl Iterator<Item = usize> {
        let wanted = authority_key_identifier(&self.certificates[at].1);
        self.named_issuers(at).filter(move |candidate| {
            let own = subject_key_identifier(&self.certificates[*candidate].1);
            wanted.is_none() || own.is_none() || own == wanted
        })
    }
}
