//! Slips in the keys of a policy.

use super::Key;

/// The key that somebody meant who wrote `key`: in another case, with a blank or a stray letter.
pub(super) fn meant(key: &str) -> Option<Key> {
    let plain = |text: &str| -> String {
        let letters = text.chars().filter(char::is_ascii_alphanumeric);
        letters.map(|letter| letter.to_ascii_lowercase()).collect()
    };
    if key.len() > 16 {
        return None;
    }
    let written = plain(key);
    // "mx" is so short that half of all short words are near it.
    let mx = ["mx", "nmx", "mmx", "mxs", "mxx", "mxhost", "xm"].contains(&written.as_str());
    let others = [Key::Version, Key::Mode, Key::MaxAge];
    mx.then_some(Key::Mx).or_else(|| {
        others
            .into_iter()
            .find(|one| is_near(&written, &plain(one.name())))
    })
}

/// Whether one letter is too many, is missing, is another, or two have changed places.
fn is_near(written: &str, name: &str) -> bool {
    let (a, b) = (written.as_bytes(), name.as_bytes());
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[same..], &b[same..]);
    let rest = |slice: &[u8], from: usize| slice.get(from..).map(<[u8]>::to_vec);
    let changed = rest(a, 1).is_some() && rest(a, 1) == rest(b, 1);
    let more = rest(a, 1).is_some_and(|left| left == b);
    let fewer = rest(b, 1).is_some_and(|left| left == a);
    let swapped = a.len() > 1 && b.len() > 1 && a[0] == b[1] && a[1] == b[0] && a[2..] == b[2..];
    a == b || changed || more || fewer || swapped
}
