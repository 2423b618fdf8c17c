#![no_main]

use libfuzzer_sys::fuzz_target;
use mailcheck::wire::smtp;
use mailcheck_fuzz::{check, check_line};

fuzz_target!(|bytes: &[u8]| {
    check(bytes, smtp::reply);
    for line in smtp::lines_so_far(bytes) {
        assert!(!line.0.contains(&b'\n'));
    }
    if let Some(refused) = smtp::refusal_so_far(bytes) {
        assert!(matches!(refused.code, 400..=599));
        assert!(refused.to_lines().len() <= smtp::lines_so_far(bytes).len());
    }
    let Ok(Some((reply, used))) = smtp::reply(bytes) else {
        return;
    };
    assert!(matches!(reply.code, 200..=599));
    let said = [
        reply.is_positive(),
        reply.is_temporary(),
        reply.is_permanent(),
    ];
    assert_eq!(said.iter().filter(|is| **is).count(), 1);
    reply.lines.iter().for_each(check_line);
    assert_same_lines(&bytes[..used], &reply);

    let keywords = smtp::ehlo_keywords(&reply);
    assert_eq!(keywords.len() + 1, reply.lines.len());
    let mechanisms = smtp::auth_mechanisms(&keywords);
    assert!(
        mechanisms
            .iter()
            .all(|name| !name.is_empty() && !name.contains([' ', '\t']))
    );
    if smtp::keyword(&keywords, "STARTTLS").is_some() {
        assert!(!smtp::masked_starttls(&keywords));
    }
    if smtp::masked_banner(&reply) {
        assert_eq!(reply.code, 220);
    }
});

/// The transcript shows what came; only the separator of the last line may differ.
fn assert_same_lines(bytes: &[u8], reply: &smtp::Reply) {
    let mut came = smtp::lines_so_far(bytes);
    let shown = reply.to_lines();
    // Lines that it broke off are not shown.
    if reply.instead_of.is_some() {
        came.drain(..came.len() - shown.len());
    }
    assert_eq!(came.len(), shown.len());
    for (number, (came, shown)) in came.iter().zip(&shown).enumerate() {
        if number + 1 < reply.lines.len() {
            assert_eq!(came, shown);
        } else {
            assert_eq!(came.0[..3], shown.0[..3]);
            assert_eq!(
                came.0.get(4..).unwrap_or(&[]),
                shown.0.get(4..).unwrap_or(&[])
            );
        }
    }
}
