//! Names of issuers and subjects: the same bytes, or the same name in another type of string.
//!
//! RFC 5280 section 7.1 has names compared as people read them: without regard to the type of the string, to capitals or to
//! blanks. Programs differ: some compare as it says, and others the bytes alone.

use x509_parser::asn1_rs::{Any, FromDer, Tag};
use x509_parser::x509::X509Name;

/// Whether two names are the same, as people read them.
pub(super) fn same(one: &X509Name<'_>, other: &X509Name<'_>) -> bool {
    one.as_raw() == other.as_raw() || {
        let (one, other) = (read(one), read(other));
        one.is_some() && one == other
    }
}

/// Whether a name begins with all of another, as in a directory what stands below begins with what stands above.
pub(super) fn begins_with(name: &X509Name<'_>, base: &X509Name<'_>) -> bool {
    let whole = read(name).unwrap_or_default();
    read(base).is_none_or(|base| whole.starts_with(&base))
}

/// The same, where the other name is that of a trust anchor: the contents of a name.
pub(super) fn same_as_anchor(name: &X509Name<'_>, anchor: &[u8]) -> bool {
    let whole = [&header(anchor.len())[..], anchor].concat();
    X509Name::from_der(&whole).is_ok_and(|(_, anchor)| same(name, &anchor))
}

/// The tag and the length of a SEQUENCE.
fn header(length: usize) -> Vec<u8> {
    let bytes = length.to_be_bytes();
    let used = bytes.iter().position(|byte| *byte != 0);
    let used = &bytes[used.unwrap_or(bytes.len() - 1)..];
    match (length, u8::try_from(used.len())) {
        (..0x80, _) => vec![0x30, used[0]],
        (_, Ok(count)) => [&[0x30, 0x80 | count][..], used].concat(),
        (_, Err(_)) => Vec::new(),
    }
}

/// An attribute: its type, and its value as text, or as it is.
type Attribute = (String, Result<String, Vec<u8>>);

/// The attributes, those that stand together sorted. `None` where the name is empty, and so no name.
fn read(name: &X509Name<'_>) -> Option<Vec<Vec<Attribute>>> {
    let parts = name.iter_rdn().map(|part| {
        let mut attributes: Vec<Attribute> = part
            .iter()
            .map(|one| {
                let value = one.attr_value();
                let text = text(value).ok_or_else(|| value.data.to_vec());
                (one.attr_type().to_id_string(), text)
            })
            .collect();
        attributes.sort();
        attributes
    });
    let parts: Vec<_> = parts.collect();
    (!parts.is_empty()).then_some(parts)
}

/// The text of a string of any type, in small letters, with single blanks.
fn text(value: &Any<'_>) -> Option<String> {
    let text = match value.tag() {
        Tag::Utf8String
        | Tag::PrintableString
        | Tag::Ia5String
        | Tag::NumericString
        | Tag::VisibleString => std::str::from_utf8(value.data).ok()?.to_owned(),
        Tag::T61String => value.data.iter().map(|byte| char::from(*byte)).collect(),
        Tag::BmpString => {
            let units = value.data.chunks_exact(2);
            let units: Vec<u16> = units
                .map(|two| u16::from_be_bytes([two[0], two[1]]))
                .collect();
            String::from_utf16(&units).ok()?
        }
        _ => return None,
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    Some(words.join(" ").to_ascii_lowercase())
}
