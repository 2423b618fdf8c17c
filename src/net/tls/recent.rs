//! What was worked out lately, found by a digest over all that it was made from.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use ring::digest::{Context, SHA256};

/// SHA-256 over all that goes into something.
pub(super) type Digest = [u8; 32];

/// The digest of some parts, each with its length, so that no two lists of parts are the same bytes.
pub(super) fn digest<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Digest {
    let mut context = Context::new(&SHA256);
    for part in parts {
        context.update(&(part.len() as u64).to_be_bytes());
        context.update(part);
    }
    let mut digest = Digest::default();
    digest.copy_from_slice(context.finish().as_ref());
    digest
}

/// A bounded memory. What is asked for stays; what nobody has asked for since so many others were new goes.
#[derive(Debug)]
pub(super) struct Recent<T> {
    generations: Mutex<Generations<T>>,
    /// How many a generation has. There are two.
    most: usize,
}

#[derive(Debug)]
struct Generations<T> {
    young: HashMap<Digest, T>,
    old: HashMap<Digest, T>,
}

impl<T: Clone> Recent<T> {
    /// An empty one, which remembers as many at least, and twice as many at the most.
    pub(super) fn of(most: usize) -> Self {
        let generations = Generations {
            young: HashMap::new(),
            old: HashMap::new(),
        };
        Self {
            generations: Mutex::new(generations),
            most,
        }
    }

    /// What is remembered.
    pub(super) fn get(&self, digest: &Digest) -> Option<T> {
        self.with(|all| {
            if let Some(known) = all.young.get(digest) {
                return Some(known.clone());
            }
            let known = all.old.remove(digest)?;
            all.put(*digest, known.clone(), self.most);
            Some(known)
        })
    }

    /// Remembers something.
    pub(super) fn put(&self, digest: Digest, known: T) {
        self.with(|all| all.put(digest, known, self.most));
    }

    fn with<R>(&self, with: impl FnOnce(&mut Generations<T>) -> R) -> R {
        let all = self.generations.lock();
        with(&mut all.unwrap_or_else(PoisonError::into_inner))
    }
}

impl<T> Generations<T> {
    fn put(&mut self, digest: Digest, known: T, most: usize) {
        if self.young.len() >= most {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(digest, known);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_asks_for_any_more_goes_and_what_is_asked_for_stays() {
        let recent = Recent::of(8);
        let digest = |number: u8| [number; 32];
        for number in 0..100 {
            recent.put(digest(number), number);
            assert_eq!(recent.get(&digest(0)), Some(0), "asked for all the time");
            assert_eq!(recent.get(&digest(number)), Some(number));
            recent.with(|all| assert!(all.young.len() <= 8 && all.old.len() <= 8));
        }
        assert_eq!(recent.get(&digest(1)), None);
    }

    #[test]
    fn no_part_can_pass_for_a_piece_of_another() {
        let of = |parts: &[&'static str]| digest(parts.iter().map(|part| part.as_bytes()));
        assert_ne!(of(&["a", "bc"]), of(&["ab", "c"]));
        assert_ne!(of(&["a", ""]), of(&["", "a"]));
        assert_ne!(of(&["a"]), of(&["a", ""]));
    }
}
