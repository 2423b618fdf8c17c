use std::fs;

use super::*;
use crate::words::{Lang, Words};

/// What is found where no variable is set and nobody is asked.
fn found(source: &Source) -> Result<Found, SecretError> {
    find(source, &|_| None, "")
}

/// What a file with these bytes gives.
fn in_file(bytes: &[u8]) -> Result<Found, SecretError> {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("secret");
    fs::write(&path, bytes).expect("it can be written");
    found(&Source::File(path))
}

/// What the variable gives where it holds `value`.
fn in_variable(value: &str) -> Result<Found, SecretError> {
    let variable = |name: &str| (name == VARIABLE).then(|| OsString::from(value));
    find(&Source::VariableOrPrompt, &variable, "")
}

fn text(found: Result<Found, SecretError>) -> String {
    found.expect("a secret").secret.expose().to_owned()
}

fn fault(found: Result<Found, SecretError>) -> Fault {
    match found {
        Err(SecretError::Bad { fault, .. }) => fault,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_first_line_of_a_file_without_its_end() {
    let rows: [(&[u8], &str); 8] = [
        (b"hunter2", "hunter2"),
        (b"hunter2\n", "hunter2"),
        (b"hunter2\r\n", "hunter2"),
        // As `pass` keeps them: the user's name and more stand below.
        (b"hunter2\nuser: jane\nurl: x\0y", "hunter2"),
        (b" hunter 2 \n", " hunter 2 "),
        (b"\xEF\xBB\xBFhunter2\r\n", "hunter2"),
        ("p\u{e4}ss\u{4f60}\n".as_bytes(), "p\u{e4}ss\u{4f60}"),
        (b"hunter2\n\xff\xff", "hunter2"),
    ];
    for (bytes, expected) in rows {
        assert_eq!(text(in_file(bytes)), expected, "{bytes:?}");
    }
    let longest = "x".repeat(MAX);
    assert_eq!(
        text(in_file(format!("{longest}\nmore").as_bytes())),
        longest
    );
}

#[test]
fn what_is_no_secret_in_a_file() {
    let rows: [(&[u8], Fault); 8] = [
        (b"", Fault::Empty),
        (b"\n", Fault::Empty),
        (b"\r\nhunter2", Fault::Empty),
        (b"\xEF\xBB\xBF", Fault::Empty),
        (b"hun\rter2\n", Fault::Characters),
        (b"hun\0ter2\n", Fault::Characters),
        (b"\xFF\xFEh\0u\0n\0t\0e\0r\0", Fault::NotText),
        // GBK.
        (b"\xC4\xE3\xBA\xC3", Fault::NotText),
    ];
    for (bytes, expected) in rows {
        assert_eq!(fault(in_file(bytes)), expected);
    }
    let long = "x".repeat(MAX + 1);
    assert_eq!(fault(in_file(long.as_bytes())), Fault::TooLong);
}

#[test]
fn the_variable_is_taken_whole() {
    assert_eq!(text(in_variable("hunter2 ")), "hunter2 ");
    assert_eq!(fault(in_variable("hunter2\n")), Fault::Characters);
}

/// What is typed wins, as with every variable.
#[test]
fn an_option_outranks_the_variable() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("secret");
    fs::write(&path, "typed\n").expect("it can be written");
    let variable = |_: &str| Some(OsString::from("ambient"));
    assert_eq!(text(find(&Source::File(path), &variable, "")), "typed");
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let error = found(&Source::File("/nonexistent/secret".into())).expect_err("no file");
    let told = error.to_string();
    assert!(
        told.starts_with("/nonexistent/secret cannot be read: "),
        "{told}"
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_others_can_read_is_told_of() {
    use std::os::unix::fs::PermissionsExt;

    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("secret");
    fs::write(&path, "hunter2\n").expect("it can be written");
    let rows = [
        (0o600, false),
        (0o400, false),
        (0o700, false),
        (0o620, false),
        (0o640, true),
        (0o604, true),
        (0o644, true),
    ];
    for (mode, expected) in rows {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("a mode");
        let found = found(&Source::File(path.clone())).expect("a secret");
        assert_eq!(found.exposed.is_some(), expected, "{mode:o}");
        let told = found.exposed.map(|said| said.to_string());
        assert!(!told.unwrap_or_default().contains("hunter2"));
    }
}

#[cfg(unix)]
#[test]
fn the_first_line_that_a_command_prints() {
    let command = |line: &str| Source::Command(line.to_owned());
    let rows = [
        ("echo hunter2", "hunter2"),
        ("printf hunter2", "hunter2"),
        ("printf 'hunter2\\r\\nuser: jane\\n'", "hunter2"),
        ("echo 'a b' | tr b c; sleep 0.1; echo more", "a c"),
        // As far as the first line alone is text, the rest may be anything.
        ("printf 'hunter2\\n\\377'", "hunter2"),
    ];
    for (line, expected) in rows {
        assert_eq!(text(found(&command(line))), expected, "{line}");
    }
    let token = Source::TokenCommand("printf 'ya29.%04000d' 0".to_owned());
    assert_eq!(text(found(&token)).len(), 4005);
    assert_eq!(fault(found(&command("true"))), Fault::Empty);
    assert_eq!(fault(found(&command("echo"))), Fault::Empty);
    assert_eq!(fault(found(&command("printf 'a\\0b'"))), Fault::Characters);
    assert_eq!(fault(found(&command("printf '\\377'"))), Fault::NotText);
    // It never ends.
    assert_eq!(fault(found(&command("exec yes hunter2"))), Fault::TooLong);
}

#[cfg(unix)]
#[test]
fn a_command_that_fails_is_told_without_what_it_printed() {
    let rows = [
        ("echo hunter2; exit 3", "with exit code 3"),
        (
            "mailcheck-no-such-command-hunter2 2>/dev/null",
            "with exit code 127",
        ),
        ("echo hunter2; kill -9 $$", "by a signal"),
    ];
    for (line, says) in rows {
        let error = found(&Source::Command(line.to_owned())).expect_err(line);
        let told = error.to_string();
        assert!(told.contains(says) && !told.contains("hunter2"), "{told}");
        assert!(!format!("{error:?}").contains("hunter2"), "{error:?}");
    }
}

#[cfg(unix)]
#[test]
fn the_first_line_of_a_descriptor() {
    use std::io::{Seek, Write};
    use std::os::fd::AsRawFd;

    let mut file = tempfile::tempfile().expect("a file");
    file.write_all(b"hunter2\nmore\n")
        .expect("it can be written");
    file.rewind().expect("a file");
    let number = u32::try_from(file.as_raw_fd()).expect("a descriptor");
    assert_eq!(text(found(&Source::Descriptor(number))), "hunter2");
    let error = found(&Source::Descriptor(99_999)).expect_err("nothing is open");
    assert!(
        error
            .to_string()
            .starts_with("--password-fd 99999 cannot be read"),
        "{error}"
    );
}

#[test]
fn every_mistake_has_its_sentence_in_both_languages() {
    let faults = [
        Fault::Empty,
        Fault::TooLong,
        Fault::Characters,
        Fault::NotText,
    ];
    let bad = faults.into_iter().flat_map(|fault| {
        [None, Some("--password-file")].map(|from| SecretError::Bad { from, fault })
    });
    let others = [
        SecretError::NoTerminal(Use::Login),
        SecretError::NoTerminal(Use::Proxy),
        SecretError::NotTyped,
        SecretError::NoDescriptors,
    ];
    for error in bad.chain(others) {
        for lang in Lang::ALL {
            let told = error.said().told(&Words::new(lang));
            assert!(told.len() > 20 && !told.contains("usage-"), "{told}");
            assert_eq!(told.is_ascii(), lang == Lang::En, "{told}");
        }
    }
    let none = SecretError::NoTerminal(Use::Login).to_string();
    for way in [
        "--password-file",
        "--password-fd",
        "--password-command",
        VARIABLE,
    ] {
        assert!(none.contains(way), "{none}");
    }
}
