//! Where a secret comes from. It goes straight out of sight: what is read is wiped, bounded, and in no sentence.

use std::ffi::OsString;
use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::str;

use zeroize::Zeroizing;

use super::{Secret, terminal};
use crate::words::{self, Said, Sentence};
use crate::{args, said_errors};

/// The variable that may hold the password.
pub const VARIABLE: &str = "MAILCHECK_PASSWORD";

/// The same for the password of a proxy.
pub const PROXY_VARIABLE: &str = "MAILCHECK_PROXY_PASSWORD";

/// What a secret is for: the options that say where it is are called after that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A mail account.
    Login,
    /// A proxy.
    Proxy,
}

/// What a secret may have. Tokens of Microsoft have some four thousand characters.
const MAX: usize = 64 * 1024;

/// Where the secret is to come from.
#[derive(Clone, PartialEq, Eq)]
pub enum Source {
    /// The first line of a file.
    File(PathBuf),
    /// The first line of what was opened for this process.
    Descriptor(u32),
    /// The first line that a command of the shell prints.
    Command(String),
    /// The same, for a token.
    TokenCommand(String),
    /// The variable, else whoever sits at the terminal.
    VariableOrPrompt,
}

impl Source {
    /// The option that names it.
    const fn option(&self, of: Use) -> &'static str {
        match (self, of) {
            (Self::File(_), Use::Login) => "--password-file",
            (Self::Descriptor(_), Use::Login) => "--password-fd",
            (Self::Command(_), Use::Login) => "--password-command",
            (Self::TokenCommand(_), _) => "--oauth-token-command",
            (Self::VariableOrPrompt, Use::Login) => VARIABLE,
            (Self::File(_), Use::Proxy) => "--proxy-password-file",
            (Self::Descriptor(_), Use::Proxy) => "--proxy-password-fd",
            (Self::Command(_), Use::Proxy) => "--proxy-password-command",
            (Self::VariableOrPrompt, Use::Proxy) => PROXY_VARIABLE,
        }
    }
}

impl fmt::Debug for Source {
    /// A command may hold what it prints.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.option(Use::Login))
    }
}

/// A secret, and what has to be said of where it was.
#[derive(Debug, PartialEq)]
pub struct Found {
    /// The secret.
    pub secret: Secret,
    /// A file that others can read too.
    pub exposed: Option<Sentence>,
}

/// Why there is no secret. The text says what would be right, and never what was read.
#[derive(Debug)]
pub enum SecretError {
    /// The system's error.
    Io {
        /// The option, or the file.
        from: String,
        /// What the system said.
        source: io::Error,
    },
    /// A command that failed.
    Failed {
        /// The option.
        option: &'static str,
        /// How it ended.
        status: ExitStatus,
    },
    /// What was read is no secret.
    Bad {
        /// The option or the variable; `None` where it was typed at the prompt.
        from: Option<&'static str>,
        /// What is wrong with it.
        fault: Fault,
    },
    /// There is nobody to ask.
    NoTerminal(Use),
    /// Whoever was asked gave no answer.
    NotTyped,
    /// There are no descriptors to hand over on this system.
    NoDescriptors,
}

/// What is wrong with a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is there.
    Empty,
    /// More than a password or a token has.
    TooLong,
    /// The end of a line or a NUL, which no protocol carries in a password.
    Characters,
    /// Bytes that are no text.
    NotText,
}

said_errors!(SecretError);

impl Said for SecretError {
    fn said(&self) -> Sentence {
        let (id, args) = match self {
            Self::Io { from, source } => (
                "usage-secret-unreadable",
                args! { "from" => from.as_str(), "why" => words::of_file(source) },
            ),
            Self::Failed { option, status } => (
                "usage-secret-command",
                args! {
                    "option" => *option,
                    "code" => status.code().map_or_else(|| "none".to_owned(), |code| code.to_string()),
                },
            ),
            Self::Bad { from, fault } => (
                match fault {
                    Fault::Empty => "usage-secret-empty",
                    Fault::TooLong => "usage-secret-too-long",
                    Fault::Characters => "usage-secret-characters",
                    Fault::NotText => "usage-secret-not-text",
                },
                args! { "from" => from.unwrap_or("prompt") },
            ),
            Self::NoTerminal(Use::Login) => ("usage-secret-no-terminal", args! {}),
            Self::NoTerminal(Use::Proxy) => ("usage-secret-no-terminal-proxy", args! {}),
            Self::NotTyped => ("usage-secret-not-typed", args! {}),
            Self::NoDescriptors => ("usage-secret-no-descriptors", args! {}),
        };
        Sentence { id, args }
    }
}

/// Gets the secret of a login. `variable` looks a variable up; `prompt` is what stands before the cursor where somebody is
/// asked.
pub fn find(
    source: &Source,
    variable: &dyn Fn(&str) -> Option<OsString>,
    prompt: &str,
) -> Result<Found, SecretError> {
    find_for(Use::Login, source, variable, prompt)
}

/// The same for whatever it is for.
pub fn find_for(
    of: Use,
    source: &Source,
    variable: &dyn Fn(&str) -> Option<OsString>,
    prompt: &str,
) -> Result<Found, SecretError> {
    let option = Some(source.option(of));
    let alone = |secret| Found {
        secret,
        exposed: None,
    };
    match source {
        Source::File(path) => from_file(path, source.option(of)),
        Source::Descriptor(number) => from_descriptor(*number, source.option(of)).map(alone),
        Source::Command(command) | Source::TokenCommand(command) => {
            let printed = output(command, source.option(of))?;
            from_bytes(first_line(&printed), option).map(alone)
        }
        Source::VariableOrPrompt => {
            let name = source.option(of);
            if let Some(value) = variable(name).filter(|value| !value.is_empty()) {
                let bytes = Zeroizing::new(value.into_encoded_bytes());
                return from_bytes(&bytes, option).map(alone);
            }
            let typed = terminal::ask(of, prompt)?;
            from_bytes(typed.as_bytes(), None).map(alone)
        }
    }
}

fn from_file(path: &Path, option: &'static str) -> Result<Found, SecretError> {
    const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";
    let shown = path.display().to_string();
    let failed = |source| SecretError::Io {
        from: shown.clone(),
        source,
    };
    let mut file = File::open(path).map_err(failed)?;
    let exposed = is_exposed(&file).then(|| Sentence {
        id: "usage-secret-exposed",
        args: args! { "path" => shown.as_str() },
    });
    let read = read_until(&mut file, |bytes| bytes.contains(&b'\n')).map_err(failed)?;
    let line = first_line(&read);
    // Editors of Windows begin a file so.
    let line = line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line);
    let secret = from_bytes(line, Some(option))?;
    Ok(Found { secret, exposed })
}

/// Whether others than the owner may read it. Pipes have a mode too, and nobody else has them.
#[cfg(unix)]
fn is_exposed(file: &File) -> bool {
    use std::os::unix::fs::PermissionsExt;

    let metadata = file.metadata();
    metadata.is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o044 != 0)
}

#[cfg(not(unix))]
const fn is_exposed(_: &File) -> bool {
    false
}

#[cfg(unix)]
fn from_descriptor(number: u32, option: &'static str) -> Result<Secret, SecretError> {
    let failed = |source| SecretError::Io {
        from: format!("{option} {number}"),
        source,
    };
    let mut file = File::open(format!("/dev/fd/{number}")).map_err(failed)?;
    let read = read_until(&mut file, |bytes| bytes.contains(&b'\n')).map_err(failed)?;
    from_bytes(first_line(&read), Some(option))
}

#[cfg(not(unix))]
fn from_descriptor(_: u32, _: &'static str) -> Result<Secret, SecretError> {
    Err(SecretError::NoDescriptors)
}

/// What a command prints. The terminal stays its own, for it may ask for something itself.
fn output(command: &str, option: &'static str) -> Result<Zeroizing<Vec<u8>>, SecretError> {
    let failed = |source| SecretError::Io {
        from: option.to_owned(),
        source,
    };
    let mut child = shell(command)
        .stdout(Stdio::piped())
        // It has its own ways to the secret.
        .env_remove(VARIABLE)
        .env_remove(PROXY_VARIABLE)
        .spawn()
        .map_err(failed)?;
    let pipe = child.stdout.take();
    let read = pipe.map_or_else(
        || Ok(Zeroizing::default()),
        |mut pipe| read_until(&mut pipe, |_| false),
    );
    let is_whole = read.as_ref().is_ok_and(|read| read.len() <= MAX);
    if !is_whole {
        // It may write for ever.
        let _ = child.kill();
    }
    let status = child.wait().map_err(failed)?;
    let read = read.map_err(failed)?;
    match (is_whole, status.success()) {
        (true, true) => Ok(read),
        (true, false) => Err(SecretError::Failed { option, status }),
        (false, _) => Err(SecretError::Bad {
            from: Some(option),
            fault: Fault::TooLong,
        }),
    }
}

#[cfg(not(windows))]
fn shell(command: &str) -> Command {
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(command);
    shell
}

/// `cmd` reads quotes in a way of its own, so that it gets the words as they were typed.
#[cfg(windows)]
fn shell(command: &str) -> Command {
    use std::os::windows::process::CommandExt;

    let mut shell = Command::new("cmd");
    shell.arg("/C").raw_arg(command);
    shell
}

/// Reads until there is enough, or more than a secret has. The buffer never moves, so that no copy is left behind.
fn read_until(
    input: &mut impl Read,
    enough: impl Fn(&[u8]) -> bool,
) -> io::Result<Zeroizing<Vec<u8>>> {
    let mut buffer = Zeroizing::new(vec![0; MAX + 1]);
    let mut length = 0;
    while length < buffer.len() && !enough(&buffer[..length]) {
        match input.read(&mut buffer[length..]) {
            Ok(0) => break,
            Ok(more) => length += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    buffer.truncate(length);
    Ok(buffer)
}

/// The first line without its end.
fn first_line(bytes: &[u8]) -> &[u8] {
    match bytes.iter().position(|byte| *byte == b'\n') {
        Some(end) => bytes[..end].strip_suffix(b"\r").unwrap_or(&bytes[..end]),
        None => bytes,
    }
}

fn from_bytes(bytes: &[u8], from: Option<&'static str>) -> Result<Secret, SecretError> {
    let bad = |fault| Err(SecretError::Bad { from, fault });
    if bytes.len() > MAX {
        return bad(Fault::TooLong);
    }
    match str::from_utf8(bytes) {
        Ok("") => bad(Fault::Empty),
        Ok(text) if text.contains(['\r', '\n', '\0']) => bad(Fault::Characters),
        Ok(text) => Ok(Secret::new(text)),
        Err(_) => bad(Fault::NotText),
    }
}

#[cfg(test)]
mod tests;
