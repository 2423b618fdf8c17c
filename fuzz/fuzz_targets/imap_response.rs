#![no_main]

use libfuzzer_sys::fuzz_target;
use mailcheck::wire::imap::{self, Tag};
use mailcheck_fuzz::{check, check_line};

fuzz_target!(|bytes: &[u8]| {
    check(bytes, imap::response);
    let farewell = imap::farewell_so_far(bytes);
    assert!(farewell.is_none_or(|said| said.status == Some(imap::StatusKind::Bye)));
    let Ok(Some((response, used))) = imap::response(bytes) else {
        return;
    };
    assert!(bytes[..used].starts_with(&response.line.0));
    assert!(response.line.0.ends_with(&response.text.0));
    match &response.tag {
        Tag::Untagged => assert!(bytes.starts_with(b"*")),
        Tag::Continuation => assert!(bytes.starts_with(b"+")),
        Tag::Tagged(tag) => {
            assert!(bytes.starts_with(&tag.0) && !tag.0.is_empty() && response.status.is_some())
        }
    }
    // Only untagged data can hold a literal, and so a line ending.
    if response.tag != Tag::Untagged || response.status.is_some() {
        check_line(&response.line);
    }
    assert!(response.code.is_none() || response.status.is_some());
    let capabilities = imap::capabilities(&response).unwrap_or_default();
    assert!(
        capabilities
            .iter()
            .all(|word| !word.0.is_empty() && !word.0.contains(&b' '))
    );
    assert!(imap::auth_mechanisms(&capabilities).len() <= capabilities.len());
});
