//! Who may ask: names and passwords as browsers and Prometheus send them (RFC 7617), against hashes by bcrypt.

use std::cell::RefCell;
use std::collections::HashSet;

use data_encoding::BASE64;
use ring::digest::{SHA256, digest};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use zeroize::Zeroizing;

/// Passwords that are being compared at once: that takes a core for a tenth of a second and more.
const AT_ONCE: usize = 1;
/// Passwords that wait for it. Whoever comes then is told to come again.
const WAITING: usize = 16;
/// Passwords that are known to be right.
const KNOWN: usize = 100;
/// What a password is compared with where there is no such user, so that it takes as long.
const NOBODY: &str = "$2y$10$QOauhQNbBCuQDKes6eFzPeMqBSjb7Mr5DUmpZ/VcEd00UAV/LDeSi";

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Admitted {
    /// Let in.
    Yes,
    /// Not with this.
    No,
    /// Too many are asking.
    Busy,
}

/// The door keeper.
#[derive(Debug)]
pub(super) struct Keeper {
    comparing: Semaphore,
    waiting: Semaphore,
    known: RefCell<HashSet<[u8; 32]>>,
}

impl Default for Keeper {
    fn default() -> Self {
        Self {
            comparing: Semaphore::new(AT_ONCE),
            waiting: Semaphore::new(WAITING),
            known: RefCell::default(),
        }
    }
}

impl Keeper {
    /// Whether whoever sends `header` is one of `users`.
    pub(super) async fn admits(
        &self,
        users: &[(String, String)],
        header: Option<&[u8]>,
    ) -> Admitted {
        let Some((name, password)) = header.and_then(credentials) else {
            return Admitted::No;
        };
        let user = users.iter().find(|(user, _)| *user == *name);
        let hash = user.map_or(NOBODY, |(_, hash)| hash.as_str()).to_owned();
        let key = key(&[name.as_bytes(), hash.as_bytes(), &password]);
        if self.known.borrow().contains(&key) {
            return Admitted::Yes;
        }
        let Ok(_waiting) = self.waiting.try_acquire() else {
            return Admitted::Busy;
        };
        let Ok(_comparing) = self.comparing.acquire().await else {
            return Admitted::Busy;
        };
        let compared = spawn_blocking(move || bcrypt::verify(&*password, &hash));
        let is_right = matches!(compared.await, Ok(Ok(true)));
        if !is_right || user.is_none() {
            return Admitted::No;
        }
        let mut known = self.known.borrow_mut();
        if known.len() >= KNOWN {
            known.clear();
        }
        known.insert(key);
        Admitted::Yes
    }
}

/// Name and password of `Basic …`.
fn credentials(header: &[u8]) -> Option<(Zeroizing<String>, Zeroizing<Vec<u8>>)> {
    let (scheme, coded) = header.split_at_checked(6)?;
    if !scheme.eq_ignore_ascii_case(b"basic ") {
        return None;
    }
    let both = Zeroizing::new(BASE64.decode(coded.trim_ascii()).ok()?);
    let colon = both.iter().position(|byte| *byte == b':')?;
    let name = String::from_utf8(both[..colon].to_vec()).ok()?;
    Some((
        Zeroizing::new(name),
        Zeroizing::new(both[colon + 1..].to_vec()),
    ))
}

/// The digest of several texts, which cannot be cut otherwise.
fn key(parts: &[&[u8]]) -> [u8; 32] {
    let mut all = Zeroizing::new(Vec::new());
    for part in parts {
        all.extend(part.len().to_be_bytes());
        all.extend(*part);
    }
    let mut key = [0; 32];
    key.copy_from_slice(digest(&SHA256, &all).as_ref());
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(text: &str) -> Vec<u8> {
        format!("Basic {}", BASE64.encode(text.as_bytes())).into_bytes()
    }

    #[tokio::test]
    async fn only_the_right_password_lets_in() {
        let hash = bcrypt::hash("s3cret:with colon", 4).expect("a hash");
        // As htpasswd writes it.
        let hash = hash.replace("$2b$", "$2y$");
        let users = [("alice".to_owned(), hash)];
        let keeper = Keeper::default();
        let rows = [
            ("alice:s3cret:with colon", Admitted::Yes),
            ("alice:s3cret:with colon", Admitted::Yes),
            ("alice:s3cret", Admitted::No),
            ("alice:", Admitted::No),
            ("bob:s3cret:with colon", Admitted::No),
            (":", Admitted::No),
            ("alice", Admitted::No),
        ];
        for (sent, expected) in rows {
            let sent = header(sent);
            assert_eq!(keeper.admits(&users, Some(&sent)).await, expected);
        }
        for odd in [&b"Bearer abc"[..], b"Basic !!", b"Basic", b"", b"Basic  "] {
            assert_eq!(keeper.admits(&users, Some(odd)).await, Admitted::No);
        }
        assert_eq!(keeper.admits(&users, None).await, Admitted::No);
        assert_eq!(keeper.known.borrow().len(), 1);
    }
}
