//! Lists of a file that may be anybody's: a run has so many targets, checks and findings, and not more.

use std::cell::Cell;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};

/// Elements of one list.
pub(super) const LIST_MAX: usize = 10_000;

/// Bytes that the elements of all lists of a file may take in memory, without what they point at.
const BYTES_MAX: usize = 256 * 1024 * 1024;

thread_local! {
    /// What is left of [`BYTES_MAX`] for the file that this thread reads, and whether a limit was met. serde hands no state
    /// down to the lists.
    static LEFT: Cell<usize> = const { Cell::new(0) };
    static TOO_MUCH: Cell<bool> = const { Cell::new(false) };
}

/// Begins a file.
pub(super) fn begin() {
    LEFT.set(BYTES_MAX);
    TOO_MUCH.set(false);
}

/// Whether the file was given up because it holds too much.
pub(super) fn is_too_much() -> bool {
    TOO_MUCH.get()
}

/// Reads a list of at most [`LIST_MAX`] elements.
pub(super) fn few<'de, D, T>(from: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    from.deserialize_seq(Few(PhantomData))
}

/// The same where null may stand in its place.
pub(super) fn few_or_none<'de, D, T>(from: D) -> Result<Option<Vec<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::<Bounded<T>>::deserialize(from).map(|list| list.map(|list| list.0))
}

struct Bounded<T>(Vec<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Bounded<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        few(from).map(Self)
    }
}

struct Few<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Few<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Vec<T>, A::Error> {
        let mut list = Vec::new();
        while let Some(one) = from.next_element()? {
            let left = LEFT.get().checked_sub(size_of::<T>());
            let Some(left) = left.filter(|_| list.len() < LIST_MAX) else {
                TOO_MUCH.set(true);
                return Err(A::Error::custom("too much"));
            };
            LEFT.set(left);
            list.push(one);
        }
        Ok(list)
    }
}
