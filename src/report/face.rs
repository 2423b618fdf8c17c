//! What every face has in common: it is begun, given each target as that is done, and ended.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::nagios::Days;
use super::{Run, Style, Summary, TargetReport};
use crate::words::Words;

/// What a face is begun with.
#[derive(Clone, Copy)]
pub struct Manner<'a> {
    /// What is the same for every target.
    pub run: &'a Run,
    /// How to lay it out.
    pub style: Style,
    /// In which language.
    pub words: &'a Words,
    /// The limits for certificates of a monitoring system.
    pub days: Days,
}

/// One face of a run. The errors are those of `out`.
///
/// What a face needs until its end it keeps in the form in which it will print it: a target and its facts are dropped
/// when all faces have been given it.
pub trait Face {
    /// Takes in a target that is done. `place` is its place among those that were asked for, from 0: targets are done in
    /// an order of their own.
    fn target(
        &mut self,
        place: usize,
        target: &TargetReport,
        out: &mut dyn Write,
    ) -> io::Result<()>;

    /// Writes what is left to write when the last target is done.
    fn end(&mut self, summary: &Summary, out: &mut dyn Write) -> io::Result<()>;

    /// What there is to say beside it where it came out empty.
    fn remark(&self) -> Option<String> {
        None
    }
}

/// Things that come in any order and leave in theirs, each as soon as those before it have left.
#[derive(Debug)]
pub(super) struct InOrder<T> {
    next: usize,
    waiting: BTreeMap<usize, T>,
}

impl<T> Default for InOrder<T> {
    fn default() -> Self {
        Self {
            next: 0,
            waiting: BTreeMap::new(),
        }
    }
}

impl<T> InOrder<T> {
    /// Takes in the thing of `place`.
    pub(super) fn put(&mut self, place: usize, thing: T) {
        self.waiting.insert(place, thing);
    }

    /// The next one whose turn it is.
    pub(super) fn next(&mut self) -> Option<T> {
        let thing = self.waiting.remove(&self.next)?;
        self.next += 1;
        Some(thing)
    }

    /// What is left when no more come: all of it, in order, with gaps where a place stayed empty.
    pub(super) fn rest(&mut self) -> impl Iterator<Item = T> + use<T> {
        std::mem::take(&mut self.waiting).into_values()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_leave_in_their_order() {
        let mut turns = InOrder::default();
        turns.put(1, "b");
        assert_eq!(turns.next(), None);
        turns.put(0, "a");
        assert_eq!((turns.next(), turns.next()), (Some("a"), Some("b")));
        turns.put(4, "e");
        turns.put(3, "d");
        assert_eq!(turns.next(), None);
        assert_eq!(turns.rest().collect::<Vec<_>>(), ["d", "e"]);
    }
}
