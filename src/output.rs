//! Reports as files: written as they come, and each in its place whole or not at all.

use std::fs::{self, File, Metadata};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use crate::report::Format;
use crate::words::{self, Said, Sentence};
use crate::{args, said_errors};

/// A file to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Where.
    pub path: PathBuf,
    /// As what.
    pub format: Format,
    /// Whether what is there stays, and each line is there as soon as it is written.
    pub resumed: bool,
}

impl Output {
    /// The file at `path`, in the format that its ending names. `None` where it names none.
    pub fn at(path: &Path) -> Option<Self> {
        let format = Format::of_ending(path.extension()?.to_str()?)?;
        Some(Self {
            path: path.to_owned(),
            format,
            resumed: false,
        })
    }
}

/// Whether `path` is a name of standard output, which has the report in any case.
pub fn is_standard_output(path: &Path) -> bool {
    let names = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];
    names.iter().any(|name| path == Path::new(name))
}

/// Why a file cannot be written. Noticed before anything is asked, so that no run is in vain.
#[derive(Debug)]
pub struct OutputError {
    path: PathBuf,
    source: io::Error,
}

impl OutputError {
    /// What the system said of `path`.
    pub fn new(path: &Path, source: io::Error) -> Self {
        Self {
            path: path.to_owned(),
            source,
        }
    }
}

said_errors!(OutputError);

impl Said for OutputError {
    fn said(&self) -> Sentence {
        Sentence {
            id: "usage-unwritable",
            args: args! {
                "path" => self.path.display().to_string(),
                "why" => words::of_file(&self.source),
            },
        }
    }
}

/// A file that is being written. Whoever reads the file meanwhile sees the old one or the new one, and nothing between.
#[derive(Debug)]
pub struct OutputFile {
    out: BufWriter<File>,
    unfinished: Option<Unfinished>,
}

/// What takes the place of another file when it is whole.
#[derive(Debug)]
struct Unfinished {
    /// Where it is now.
    path: PathBuf,
    /// Where it goes.
    into: PathBuf,
    /// Whether it may not take the old file's place, for that has an owner or other names which would be lost.
    copied: bool,
}

impl OutputFile {
    /// Opens what is at `path`, or makes it. What is no regular file is written as it comes, also behind a link.
    pub fn open(path: &Path) -> io::Result<Self> {
        let place = behind_links(path)?;
        match fs::metadata(&place) {
            Ok(old) if old.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
            Ok(old) if old.is_file() => {
                // A file that may not be written is none that may be replaced, whatever its directory allows.
                File::options().write(true).open(&place)?;
                Self::beside(place, Some(&old))
            }
            Ok(_) => open_special(place).map(|file| Self {
                out: BufWriter::new(file),
                unfinished: None,
            }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Self::beside(place, None),
            Err(error) => Err(error),
        }
    }

    /// Opens what is at `path`, or makes it, to write behind what is there.
    pub fn append(path: &Path) -> io::Result<Self> {
        let file = File::options().append(true).create(true).open(path)?;
        Ok(Self {
            out: BufWriter::new(file),
            unfinished: None,
        })
    }

    /// A new file beside `place`, for only from there it can be moved in one go.
    fn beside(place: PathBuf, old: Option<&Metadata>) -> io::Result<Self> {
        let (path, file) = create(&place, old.is_some())?;
        let mut unfinished = Unfinished {
            path,
            into: place,
            copied: false,
        };
        if let Some(old) = old {
            unfinished.copied = !system::take_after(old, &file)?;
        }
        Ok(Self {
            out: BufWriter::new(file),
            unfinished: Some(unfinished),
        })
    }

    /// Has the disk keep what was written so far, also where the machine loses its power.
    pub fn keep(&mut self) -> io::Result<()> {
        self.out.flush()?;
        self.out.get_ref().sync_data()
    }

    /// Puts what was written in its place.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.flush()?;
        let Some(unfinished) = self.unfinished.take() else {
            return Ok(());
        };
        let done = unfinished.put_in_place(self.out.get_ref());
        if done.is_err() || unfinished.copied {
            // What is left of it is of no use, and may not even be there.
            let _ = fs::remove_file(&unfinished.path);
        }
        done
    }
}

impl Unfinished {
    fn put_in_place(&self, file: &File) -> io::Result<()> {
        if self.copied {
            let mut old = File::options()
                .write(true)
                .truncate(true)
                .open(&self.into)?;
            io::copy(&mut File::open(&self.path)?, &mut old)?;
            return old.sync_all();
        }
        // Without this a crash of the machine could leave an empty file under the final name.
        file.sync_all()?;
        fs::rename(&self.path, &self.into)
    }
}

impl Write for OutputFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl Drop for OutputFile {
    fn drop(&mut self) {
        if let Some(unfinished) = &self.unfinished {
            let _ = fs::remove_file(&unfinished.path);
        }
    }
}

/// Links that are followed to what is not there yet; Linux follows as many.
const LINKS: u8 = 40;

/// Where `path` leads to. What is there is there; what is not yet is made where the last link points.
fn behind_links(path: &Path) -> io::Result<PathBuf> {
    let mut place = path.to_owned();
    for _ in 0..LINKS {
        let Ok(target) = fs::read_link(&place) else {
            return Ok(place);
        };
        // A link that stands in /proc is a name for people: what it stands for is opened through it.
        if fs::metadata(&place).is_ok_and(|there| !there.is_file()) {
            return Ok(place);
        }
        place = place.parent().unwrap_or_else(|| Path::new("")).join(target);
    }
    Err(io::Error::other("too many symbolic links"))
}

/// How long a pipe may be without a reader.
const READER: Duration = Duration::from_secs(10);

/// Opens a device or a named pipe. The latter opens when somebody reads from it, which may never be.
fn open_special(path: PathBuf) -> io::Result<File> {
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        // Nobody listens any more where this took too long.
        let _ = tell.send(File::options().write(true).open(path));
    });
    let nobody = || io::Error::new(io::ErrorKind::TimedOut, "nobody reads from it");
    told.recv_timeout(READER).unwrap_or_else(|_| Err(nobody()))
}

/// Names that are tried for an unfinished file: one that a crash left behind keeps nobody from writing for ever.
const NAMES: u8 = 8;

/// What has the name of an unfinished file already is not ours.
fn create(path: &Path, private: bool) -> io::Result<(PathBuf, File)> {
    let mut number = 0;
    loop {
        let unfinished = unfinished(path, number);
        match system::create_new(&unfinished, private) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < NAMES => {
                number += 1;
            }
            created => return Ok((unfinished, created?)),
        }
    }
}

/// A short name, for the file's own may be as long as names can be; and another ending: what collects reports by theirs
/// leaves an unfinished one alone.
fn unfinished(path: &Path, number: u8) -> PathBuf {
    path.with_file_name(format!(".mailcheck-{}-{number}.part", std::process::id()))
}

/// Modes and owners.
#[cfg(unix)]
mod system {
    use std::fs::{File, Metadata, Permissions};
    use std::io;
    use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt, fchown};
    use std::path::Path;

    const PRIVATE: u32 = 0o600;
    const PUBLIC: u32 = 0o666;

    /// A file that was not there. A private one is so from its first moment.
    pub(super) fn create_new(path: &Path, private: bool) -> io::Result<File> {
        let mut options = File::options();
        options.write(true).create_new(true);
        options.mode(if private { PRIVATE } else { PUBLIC });
        options.open(path)
    }

    /// Gives `file` the owner and the mode of `old`. False where it cannot stand in for it.
    pub(super) fn take_after(old: &Metadata, file: &File) -> io::Result<bool> {
        if old.nlink() > 1 {
            return Ok(false);
        }
        let new = file.metadata()?;
        let (owner, group) = (old.uid(), old.gid());
        if (new.uid(), new.gid()) != (owner, group)
            && fchown(file, Some(owner), Some(group)).is_err()
        {
            return Ok(false);
        }
        file.set_permissions(Permissions::from_mode(old.mode() & 0o777))?;
        Ok(true)
    }
}

/// A file takes after its directory there.
#[cfg(not(unix))]
mod system {
    use std::fs::{File, Metadata};
    use std::io;
    use std::path::Path;

    pub(super) fn create_new(path: &Path, _private: bool) -> io::Result<File> {
        File::create_new(path)
    }

    #[expect(
        clippy::unnecessary_wraps,
        reason = "the signature is that of Unix, where it can fail"
    )]
    pub(super) fn take_after(_old: &Metadata, _file: &File) -> io::Result<bool> {
        Ok(true)
    }
}

#[cfg(test)]
mod tests;
