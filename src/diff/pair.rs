//! Two lists side by side.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

/// The elements of two lists in pairs: those with the same strict key, then those with the same loose one. What is in one
/// list alone stands alone; the order is that of the first list, then of the second.
pub(super) fn in_turn<'a, T, S: Hash + Eq, L: Hash + Eq>(
    first: &'a [T],
    second: &'a [T],
    strict: &(impl Fn(&T) -> S, impl Fn(&T) -> S),
    loose: impl Fn(&T) -> L,
) -> Vec<(Option<&'a T>, Option<&'a T>)> {
    let mut partners: Vec<Option<usize>> = vec![None; first.len()];
    let mut taken = vec![false; second.len()];
    let keys = |list: &[T], key: &dyn Fn(&T) -> S| list.iter().map(key).collect::<Vec<_>>();
    join(
        &keys(first, &strict.0),
        &keys(second, &strict.1),
        &mut partners,
        &mut taken,
    );
    let keys = |list: &[T]| list.iter().map(&loose).collect::<Vec<_>>();
    join(&keys(first), &keys(second), &mut partners, &mut taken);
    let pairs = first.iter().zip(&partners);
    let pairs = pairs.map(|(one, partner)| (Some(one), partner.map(|place| &second[place])));
    let left = second.iter().zip(&taken).filter(|(_, taken)| !**taken);
    pairs
        .chain(left.map(|(one, _)| (None, Some(one))))
        .collect()
}

/// Gives each element without a partner the first one with its key that is not taken. Of a hundred thousand elements each
/// is looked at once.
fn join<K: Hash + Eq>(
    first: &[K],
    second: &[K],
    partners: &mut [Option<usize>],
    taken: &mut [bool],
) {
    let mut free: HashMap<&K, VecDeque<usize>> = HashMap::new();
    for (place, key) in second
        .iter()
        .enumerate()
        .filter(|(place, _)| !taken[*place])
    {
        free.entry(key).or_default().push_back(place);
    }
    for (partner, key) in partners.iter_mut().zip(first) {
        if partner.is_none()
            && let Some(place) = free.get_mut(key).and_then(VecDeque::pop_front)
        {
            *partner = Some(place);
            taken[place] = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strict_key_goes_first() {
        let (first, second) = (["a1", "a2", "b1"], ["a2", "a3", "c1"]);
        let whole = |one: &&'static str| *one;
        let pairs = in_turn(&first, &second, &(whole, whole), |one| one.as_bytes()[0]);
        let pairs: Vec<_> = pairs
            .into_iter()
            .map(|(one, other)| (one.copied(), other.copied()))
            .collect();
        assert_eq!(
            pairs,
            [
                (Some("a1"), Some("a3")),
                (Some("a2"), Some("a2")),
                (Some("b1"), None),
                (None, Some("c1")),
            ]
        );
    }
}
