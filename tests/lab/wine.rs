//! The Windows build on the client, played by Wine.
//!
//! Sockets belong to the server process of Wine, which is one for each prefix, so that each lab has a prefix of its own,
//! and its server ends with each run: nothing of one scenario's network is left for the next. It runs as root, since Wine
//! hears of routers through raw sockets alone, where Windows needs no rights for that.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::iter;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::netns::run;

/// Where tests/run put the Windows build.
const PROGRAM: &str = "MAILCHECK_LAB_WINDOWS";

/// Debian's wine64 has them outside of the path.
const LOADER: &str = "/usr/lib/wine/wine64";
const SERVER: &str = "/usr/lib/wine/wineserver64";
/// What a prefix has copies of.
const LIBRARIES: &str = "/usr/lib/x86_64-linux-gnu/wine/x86_64-windows";
const COMPILER: &str = "x86_64-w64-mingw32-gcc";

/// Neither messages of Wine's own, nor a desktop, nor menus, nor what it would download.
const QUIET: [&str; 2] = [
    "WINEDEBUG=-all",
    "WINEDLLOVERRIDES=mscoree,mshtml=;winemenubuilder.exe=d;explorer.exe=d",
];

/// The Windows build, or why it cannot be played here.
pub(crate) fn program() -> Result<PathBuf, String> {
    let program = env::var_os(PROGRAM)
        .map(PathBuf::from)
        .ok_or_else(|| format!("{PROGRAM} names no Windows build; tests/run makes one"))?;
    for file in [program.as_path(), Path::new(LOADER), Path::new(SERVER)] {
        if !file.exists() {
            return Err(format!("there is no {}", file.display()));
        }
    }
    Command::new(COMPILER)
        .arg("--version")
        .output()
        .map_err(|error| format!("{COMPILER}: {error}"))?;
    Ok(program)
}

/// What every lab takes its Wine from.
pub(crate) struct Wine {
    template: PathBuf,
    program: PathBuf,
}

impl Wine {
    /// Puts the program into `home`, with what Wine lacks beside it, and makes a prefix to copy.
    pub(crate) fn make(program: &Path, home: &Path) -> Self {
        fs::create_dir_all(home).expect("a directory on our own tmpfs");
        let wine = Self {
            template: home.join("template"),
            program: home.join("mailcheck.exe"),
        };
        fs::copy(program, &wine.program).expect("room on our own tmpfs");
        let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lab/wine");
        let compile = |source: &str, made: &str, more: &[&str]| {
            run(Command::new(COMPILER)
                .args(["-s", "-O1", "-o"])
                .args([home.join(made), sources.join(source)])
                .args(more));
        };
        compile(
            "bcryptprimitives.c",
            "bcryptprimitives.dll",
            &["-shared", "-ladvapi32"],
        );
        compile("ready.c", "ready.exe", &["-liphlpapi"]);
        wine.make_template();
        wine
    }

    /// On disk first: hundreds of megabytes are links afterwards.
    fn make_template(&self) {
        let whole = Path::new(env!("CARGO_TARGET_TMPDIR")).join("wine-template");
        let _ = fs::remove_dir_all(&whole);
        run(Command::new("env").args(environment(&whole)).args([
            "sh",
            "-euc",
            &format!("{LOADER} wineboot -i; {SERVER} -w"),
        ]));
        link_libraries(&whole);
        run(Command::new("cp").arg("-a").arg(&whole).arg(&self.template));
        fs::remove_dir_all(&whole).expect("a directory of ours");
    }

    /// A prefix for one lab in `home`, with this hosts file.
    pub(crate) fn prefix(&self, home: &Path, hosts: &str) -> PathBuf {
        let prefix = home.join("wine");
        if !prefix.exists() {
            run(Command::new("cp")
                .arg("-a")
                .arg(&self.template)
                .arg(&prefix));
        }
        let file = prefix.join("drive_c/windows/system32/drivers/etc/hosts");
        fs::create_dir_all(file.parent().expect("a file is somewhere"))
            .and_then(|()| fs::write(&file, hosts))
            .expect("a file on our own tmpfs");
        prefix
    }

    /// The end of a shell script that runs its arguments in this prefix, and all that is Wine's ends with them.
    ///
    /// Now and then Wine's network does not come up, and Wine is started again; on a machine that does much else it comes
    /// late, so that it is waited for longer each time. Without it the program is not run: it would speak of a machine
    /// that has no network.
    ///
    /// Once in a thousand times Wine does not begin the program and says so by 1 alone, with nothing on either stream. The
    /// program has a report with that code, or a sentence, so that it is started once more.
    ///
    /// The sockets by which Wine's processes find each other are the prefix's own too.
    pub(crate) fn script(&self, prefix: &Path) -> String {
        let tmp = prefix.join("tmp");
        fs::create_dir_all(&tmp).expect("a directory on our own tmpfs");
        format!(
            "mount --bind {tmp} /tmp\nexport WINEPREFIX={prefix}\n\
             up=\nfor patience in 3 6 12 24 48; do\n\
             if env -i {environment} {LOADER} {ready} $patience; then up=yes; break; fi; {SERVER} -k || true; {SERVER} -w\ndone\n\
             [ \"$up\" ] || {{ echo \"no network of Wine's came up\" >&2; exit 125; }}\n\
             for attempt in 1 2; do\n\
             status=0\n\"$@\" >/tmp/said 2>/tmp/complained || status=$?\n\
             if [ $status != 1 ] || [ -s /tmp/said ] || [ -s /tmp/complained ]; then break; fi\ndone\n\
             cat /tmp/said\ncat /tmp/complained >&2\n{SERVER} -k || true\n{SERVER} -w\nexit $status\n",
            tmp = tmp.display(),
            prefix = prefix.display(),
            environment = quoted(&environment(prefix)),
            ready = self.program.with_file_name("ready.exe").display(),
        )
    }

    /// The words that start the program.
    pub(crate) fn command(&self) -> Vec<OsString> {
        vec![LOADER.into(), self.program.clone().into()]
    }
}

/// Libraries that come with Windows 10 and later.
const OF_WINDOWS: &[&str] = &[
    "advapi32.dll",
    "bcrypt.dll",
    "bcryptprimitives.dll",
    "combase.dll",
    "crypt32.dll",
    "iphlpapi.dll",
    "kernel32.dll",
    "ktmw32.dll",
    "msvcrt.dll",
    "ncrypt.dll",
    "ntdll.dll",
    "ole32.dll",
    "oleaut32.dll",
    "secur32.dll",
    "shell32.dll",
    "user32.dll",
    "userenv.dll",
    "winhttp.dll",
    "ws2_32.dll",
];

/// What the program wants beside itself that does not come with Windows, a compiler's libraries above all.
pub(crate) fn foreign_libraries(program: &Path) -> Vec<String> {
    let headers = run(Command::new("x86_64-w64-mingw32-objdump")
        .arg("-p")
        .arg(program));
    let names = headers
        .lines()
        .filter_map(|line| line.split_once("DLL Name: "));
    let names: Vec<String> = names.map(|(_, name)| name.to_ascii_lowercase()).collect();
    assert!(!names.is_empty(), "no table of imports: {headers}");
    // The sets of the API are names for what the system has.
    let is_windows =
        |name: &String| name.starts_with("api-ms-win-") || OF_WINDOWS.contains(&name.as_str());
    names.into_iter().filter(|name| !is_windows(name)).collect()
}

/// What Wine must have in its environment.
pub(crate) fn environment(prefix: &Path) -> Vec<String> {
    iter::once(format!("WINEPREFIX={}", prefix.display()))
        .chain(QUIET.map(str::to_owned))
        .collect()
}

fn quoted(words: &[String]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    quoted.join(" ")
}

/// Puts links in the place of what is a copy of a library.
fn link_libraries(directory: &Path) {
    for entry in fs::read_dir(directory).expect("a directory of ours") {
        let path = entry.expect("an entry").path();
        let is = path.symlink_metadata().expect("an entry").file_type();
        if is.is_dir() {
            link_libraries(&path);
        }
        let original = Path::new(LIBRARIES).join(path.file_name().expect("an entry has a name"));
        if is.is_file() && original.is_file() && fs::read(&path).ok() == fs::read(&original).ok() {
            fs::remove_file(&path)
                .and_then(|()| symlink(&original, &path))
                .expect("a directory of ours");
        }
    }
}
