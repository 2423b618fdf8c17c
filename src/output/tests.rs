//! Reports as files: what is replaced, what is kept, what is left behind.

use super::*;

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OutputFile::open(path)?;
    file.write_all(bytes)?;
    file.finish()
}

#[test]
fn the_ending_names_the_format() {
    let rows = [
        ("a/report.json", Some(Format::Json)),
        ("report.JSON", Some(Format::Json)),
        ("x.tar.md", Some(Format::Markdown)),
        ("mailcheck.prom", Some(Format::Prometheus)),
        ("junit.xml", Some(Format::Junit)),
        (".json", None),
        ("report", None),
        ("report.pdf", None),
    ];
    for (path, format) in rows {
        let output = Output::at(Path::new(path));
        assert_eq!(output.map(|output| output.format), format, "{path}");
    }
}

#[test]
fn a_file_is_replaced_and_nothing_else_is_left() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("report.json");
    for bytes in [&b"first"[..], b"second"] {
        replace(&path, bytes).expect("it can be written");
        assert_eq!(fs::read(&path).expect("it is there"), bytes);
    }
    let blocked = directory.path().join("directory.json");
    fs::create_dir(&blocked).expect("a directory");
    fs::write(blocked.join("file"), "").expect("a file");
    replace(&blocked, b"third").expect_err("a directory stays");
    let left = fs::read_dir(directory.path()).expect("the directory is there");
    assert_eq!(left.count(), 2);
}

// Windows does not let a file be replaced at every moment of somebody else's reading.
#[cfg(unix)]
#[test]
fn a_reader_never_sees_half_a_file() {
    use std::sync::atomic::{AtomicBool, Ordering};

    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("metrics.prom");
    // Longer than what one call writes at once.
    let [old, new] = [b"a", b"b"].map(|letter| letter.repeat(1 << 20));
    replace(&path, &old).expect("it can be written");
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut reads = 0;
            while !done.load(Ordering::SeqCst) || reads == 0 {
                let seen = fs::read(&path).expect("it is always there");
                assert!(seen == old || seen == new, "{} bytes", seen.len());
                reads += 1;
            }
        });
        for bytes in [&new, &old, &new, &old, &new] {
            replace(&path, bytes).expect("it can be written");
        }
        done.store(true, Ordering::SeqCst);
        reader.join().expect("whole files alone");
    });
}

#[test]
fn what_is_given_up_leaves_nothing() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("report.json");
    let mut file = OutputFile::open(&path).expect("it can be made");
    file.write_all(b"half").expect("it can be written");
    drop(file);
    let left = fs::read_dir(directory.path()).expect("the directory is there");
    assert_eq!(left.count(), 0);
}

#[test]
fn a_name_may_be_as_long_as_names_can_be() {
    let directory = tempfile::tempdir().expect("a directory");
    for length in [238, 250, 255] {
        let path = directory.path().join("n".repeat(length - 5) + ".json");
        replace(&path, b"report").expect("it can be written");
        assert_eq!(fs::read(&path).expect("it is there"), b"report");
    }
}

#[cfg(unix)]
#[test]
fn a_private_file_stays_private_and_everybody_s_stays_so() {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt;

    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("report.json");
    for mode in [0o600, 0o640, 0o666, 0o755] {
        fs::write(&path, "old").expect("it can be written");
        fs::set_permissions(&path, Permissions::from_mode(mode)).expect("it is ours");
        replace(&path, b"new").expect("it can be written");
        let now = fs::metadata(&path).expect("it is there");
        assert_eq!(now.permissions().mode() & 0o7777, mode);
        assert_eq!(fs::read(&path).expect("it is there"), b"new");
    }
}

// Only root may give a file away.
#[cfg(unix)]
#[test]
fn the_owner_of_a_file_stays_its_owner() {
    use std::os::unix::fs::{MetadataExt, chown};

    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("report.json");
    fs::write(&path, "old").expect("it can be written");
    let others = chown(&path, Some(12_345), Some(54_321)).is_ok();
    let old = fs::metadata(&path).expect("it is there");
    replace(&path, b"new").expect("it can be written");
    let new = fs::metadata(&path).expect("it is there");
    assert_eq!((new.uid(), new.gid()), (old.uid(), old.gid()));
    assert!(!others || new.uid() == 12_345);
}

#[cfg(unix)]
#[test]
fn a_file_of_two_names_keeps_both() {
    let directory = tempfile::tempdir().expect("a directory");
    let [one, two] = ["one.json", "two.json"].map(|name| directory.path().join(name));
    fs::write(&one, "a longer old text").expect("it can be written");
    fs::hard_link(&one, &two).expect("it can be linked");
    replace(&one, b"new").expect("it can be written");
    assert_eq!(fs::read(&two).expect("it is there"), b"new");
    let left = fs::read_dir(directory.path()).expect("the directory is there");
    assert_eq!(left.count(), 2);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    use std::os::unix::fs::symlink;

    let directory = tempfile::tempdir().expect("a directory");
    let place = |name: &str| directory.path().join(name);
    fs::create_dir(place("elsewhere")).expect("a directory");
    symlink("elsewhere/real.json", place("link.json")).expect("a link");
    symlink("link.json", place("second.json")).expect("a link");
    // It points at nothing the first time.
    for text in [&b"first"[..], b"second"] {
        replace(&place("second.json"), text).expect("it can be written");
        assert_eq!(
            fs::read(place("elsewhere/real.json")).expect("it is there"),
            text
        );
    }
    assert!(place("link.json").is_symlink() && place("second.json").is_symlink());
    symlink("/dev/null", place("null.json")).expect("a link");
    replace(&place("null.json"), b"gone").expect("it takes everything");
    assert!(place("null.json").is_symlink());
    symlink("round.json", place("round.json")).expect("a link");
    replace(&place("round.json"), b"nowhere").expect_err("it leads nowhere");
}

#[cfg(unix)]
#[test]
fn what_reads_from_a_pipe_is_written_to() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("pipe.json");
    let made = std::process::Command::new("mkfifo").arg(&path).status();
    assert!(made.expect("mkfifo").success());
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| fs::read(&path));
        replace(&path, b"report").expect("it can be written");
        let read = reader.join().expect("it ends").expect("it reads");
        assert_eq!(read, b"report");
    });
    assert!(!fs::metadata(&path).expect("it is there").is_file());
}

#[test]
fn what_cannot_be_written_leaves_the_old_file() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("report.json");
    replace(&path, b"old").expect("it can be written");
    // A file with the name of the unfinished one is not ours: it stays, and another name serves.
    let theirs = unfinished(&path, 0);
    fs::write(&theirs, "theirs").expect("it can be written");
    replace(&path, b"new").expect("it can be written");
    assert_eq!(fs::read(&path).expect("it is there"), b"new");
    for number in 1..=NAMES {
        fs::write(unfinished(&path, number), "theirs").expect("it can be written");
    }
    replace(&path, b"newer").expect_err("every name is taken");
    assert_eq!(fs::read(&path).expect("it is there"), b"new");
    assert_eq!(fs::read(&theirs).expect("it is there"), b"theirs");
}
