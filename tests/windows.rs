//! The program as a person at Windows meets it: on Windows itself as far as nobody has to sit there, and in Wine on Linux,
//! where a program can.

mod support;

#[cfg(any(windows, target_os = "linux"))]
use std::fs;
#[cfg(any(windows, target_os = "linux"))]
use std::path::Path;

/// What Explorer shows, and what Windows reads before it starts the program.
#[cfg(windows)]
#[test]
fn the_program_says_what_it_is() {
    assert_says_what_it_is(Path::new(env!("CARGO_BIN_EXE_mailcheck")));
}

/// A version (16) and a manifest (24) among its resources.
#[cfg(any(windows, target_os = "linux"))]
fn assert_says_what_it_is(program: &Path) {
    let program = fs::read(program).expect("the program is there");
    let kinds = kinds_of_resources(&program);
    assert!(kinds.contains(&16) && kinds.contains(&24), "{kinds:?}");
    let wide: Vec<u8> = format!("ProductVersion\0{}\0", env!("CARGO_PKG_VERSION"))
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let texts = [
        b"asInvoker".as_slice(),
        b">true</longPathAware>",
        b">UTF-8</activeCodePage>",
    ];
    for text in texts.into_iter().chain([wide.as_slice()]) {
        let there = program.windows(text.len()).any(|window| window == text);
        assert!(there, "{}", String::from_utf8_lossy(text));
    }
}

/// The identifiers in the root of the resource directory.
/// <https://learn.microsoft.com/en-us/windows/win32/debug/pe-format>
#[cfg(any(windows, target_os = "linux"))]
fn kinds_of_resources(program: &[u8]) -> Vec<u32> {
    let four = |at: usize| u32::from_le_bytes(program[at..at + 4].try_into().expect("four bytes"));
    let two = |at: usize| usize::from(u16::from_le_bytes([program[at], program[at + 1]]));
    let place = |at: usize| usize::try_from(four(at)).expect("an offset");
    let header = place(0x3C);
    assert_eq!(&program[header..header + 4], b"PE\0\0");
    let optional = header + 24;
    // The third of the data directories of a 64-bit program.
    let resources = place(optional + 112 + 2 * 8);
    assert!(resources > 0, "no resources");
    let first = optional + two(header + 20);
    let sections = (0..two(header + 6)).map(|number| first + number * 40);
    let root = sections
        .filter(|section| place(section + 12) == resources)
        .map(|section| place(section + 20))
        .next()
        .expect("a section begins with them");
    let entries = two(root + 12) + two(root + 14);
    (0..entries)
        .map(|entry| four(root + 16 + entry * 8))
        .collect()
}

#[cfg(target_os = "linux")]
mod wine {
    use std::env;
    use std::io::Read;
    use std::path::PathBuf;
    use std::process::{Command, Output, Stdio};
    use std::thread;
    use std::time::{Duration, Instant};

    use super::support::certificates::Named;
    use super::support::server::Server;
    use super::*;

    const LOADER: &str = "/usr/lib/wine/wine64";
    const SERVER: &str = "/usr/lib/wine/wineserver64";

    const DIALOGUE: &str = "S: 220 mail.test ESMTP\nC: EHLO\nS: 250 mail.test\nC: QUIT\nS: 221 bye";

    const IMAP: &str = "S: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\nC: a1 CAPABILITY\n\
        S: * CAPABILITY IMAP4rev1 AUTH=PLAIN\nS: a1 OK done\nC: a4 LOGOUT\nS: * BYE bye\nS: a4 OK bye";

    /// How long anything may take on a machine that does much else.
    const PATIENCE: Duration = Duration::from_secs(120);

    /// A Windows of our own, with the program in it.
    struct Wine {
        home: tempfile::TempDir,
        program: PathBuf,
    }

    impl Wine {
        /// Puts what Wine 8 lacks beside the program, and makes a prefix.
        fn begin(program: &Path) -> Self {
            let home = tempfile::tempdir().expect("a directory");
            let wine = Self {
                program: home.path().join("mailcheck.exe"),
                home,
            };
            fs::copy(program, &wine.program).expect("room for a copy");
            let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lab/wine");
            let compile = |source: &str, made: &str, more: &[&str]| {
                let mut compiler = Command::new("x86_64-w64-mingw32-gcc");
                compiler.args(["-s", "-o"]).arg(wine.home.path().join(made));
                succeeds(compiler.arg(sources.join(source)).args(more));
            };
            compile(
                "bcryptprimitives.c",
                "bcryptprimitives.dll",
                &["-shared", "-ladvapi32"],
            );
            compile("authority.c", "authority.exe", &["-lcrypt32"]);
            // Wine takes its language from the locale, and its characters from it where it is installed.
            let locale = wine.home.path().join("locale/zh_CN.UTF-8");
            fs::create_dir(wine.home.path().join("locale")).expect("room for a directory");
            succeeds(
                Command::new("localedef")
                    .args(["-i", "zh_CN", "-f", "UTF-8"])
                    .arg(locale),
            );
            let mut boot = wine.command(LOADER);
            boot.env("WINEDLLOVERRIDES", "mscoree,mshtml=;winemenubuilder.exe=d");
            succeeds(boot.args(["wineboot", "-i"]));
            wine
        }

        fn command(&self, program: &str) -> Command {
            let mut command = Command::new(program);
            command
                .current_dir(self.home.path())
                .env_clear()
                .env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")
                .env("HOME", self.home.path())
                .env("WINEPREFIX", self.home.path().join("prefix"))
                .env("LOCPATH", self.home.path().join("locale"))
                .env("WINEDEBUG", "-all")
                .env(
                    "WINEDLLOVERRIDES",
                    "mscoree,mshtml=;winemenubuilder.exe=d;explorer.exe=d",
                )
                .env("LC_ALL", "C.UTF-8");
            command
        }

        /// The program without a console.
        fn mailcheck(&self, arguments: &[&str]) -> Command {
            let mut command = self.command(LOADER);
            command.arg(&self.program).args(arguments);
            command.stdin(Stdio::null());
            command
        }

        /// What is said of a target, and the exit code.
        fn json(&self, arguments: &[&str], target: &str) -> (serde_json::Value, Option<i32>) {
            let output = self.output(&[arguments, &["-f", "json", target]].concat());
            let json = serde_json::from_slice(&output.stdout);
            let json = json.unwrap_or_else(|error| panic!("{error}: {output:?}"));
            (json, output.status.code())
        }

        /// Has the user of this Windows trust an authority.
        fn trusts(&self, authority: &Named) {
            let file = self.home.path().join("authority.der");
            fs::write(&file, &authority.der).expect("room for a file");
            let mut adds = self.command(LOADER);
            succeeds(adds.arg(self.home.path().join("authority.exe")).arg(file));
        }

        fn output(&self, arguments: &[&str]) -> Output {
            let output = self.mailcheck(arguments).output();
            output.expect("Wine starts")
        }

        /// A console of a size that is known, in which `words` are started in this language.
        fn console(&self, name: &str, locale: &str, words: &str) -> Console {
            let socket = self.home.path().join(format!("tmux-{name}"));
            let script = self.home.path().join(format!("{name}.sh"));
            // Ctrl-C is the program's, not the script's. Wine 8 hands escape sequences on and counts them as characters, so that its lines break too early.
            let lines = format!(
                "trap : INT\nNO_COLOR=1 LC_ALL={locale} {LOADER} {words}\necho \"code $?\"\nsleep 600\n"
            );
            fs::write(&script, lines).expect("room for a script");
            let mut start = self.command("tmux");
            start.arg("-S").arg(&socket);
            start.args(["-f", "/dev/null", "-u", "new-session", "-d"]);
            start.args(["-x", "90", "-y", "70", "sh"]).arg(script);
            succeeds(&mut start);
            Console { socket }
        }

        /// The files on the desktop that the program wrote.
        fn reports(&self) -> Vec<(String, String)> {
            let users = self.home.path().join("prefix/drive_c/users");
            let users = fs::read_dir(users).expect("a prefix has users");
            let desktops = users.map(|user| user.expect("an entry").path().join("Desktop"));
            let mut reports: Vec<_> = desktops
                .filter_map(|desktop| fs::read_dir(desktop).ok())
                .flatten()
                .map(|file| file.expect("an entry").path())
                .filter(|path| path.extension().is_some_and(|ending| ending == "html"))
                .map(|path| {
                    let name = path.file_name().unwrap_or_default().to_string_lossy();
                    let page = fs::read_to_string(&path).expect("UTF-8");
                    (name.into_owned(), page)
                })
                .collect();
            reports.sort();
            reports
        }
    }

    impl Drop for Wine {
        fn drop(&mut self) {
            let _ = self.command(SERVER).arg("-k").output();
            let _ = self.command(SERVER).arg("-w").output();
        }
    }

    /// A terminal that a test looks at and types into.
    struct Console {
        socket: PathBuf,
    }

    impl Console {
        fn tmux(&self, arguments: &[&str]) -> String {
            let mut tmux = Command::new("tmux");
            tmux.env("LC_ALL", "C.UTF-8").arg("-u").arg("-S");
            let output = tmux.arg(&self.socket).args(arguments).output();
            let output = output.expect("tmux is there");
            String::from_utf8(output.stdout).expect("UTF-8")
        }

        fn screen(&self) -> String {
            self.tmux(&["capture-pane", "-p"]).trim_end().to_owned()
        }

        /// Waits until all of this is on the screen.
        fn shows(&self, texts: &[&str]) -> String {
            let since = Instant::now();
            loop {
                let screen = self.screen();
                if texts.iter().all(|text| screen.contains(text)) {
                    return screen;
                }
                assert!(since.elapsed() < PATIENCE, "{texts:?}, but:\n{screen}");
                thread::sleep(Duration::from_millis(100));
            }
        }

        fn types(&self, line: &str) {
            self.tmux(&["send-keys", "-l", line]);
            self.tmux(&["send-keys", "Enter"]);
        }
    }

    impl Drop for Console {
        fn drop(&mut self) {
            self.tmux(&["kill-server"]);
        }
    }

    fn succeeds(command: &mut Command) {
        let output = command
            .stdin(Stdio::null())
            .output()
            .unwrap_or_else(|error| panic!("{command:?}: {error}"));
        assert!(output.status.success(), "{command:?}: {output:?}");
    }

    /// The Windows build, or why there is none to be played.
    fn program() -> Result<PathBuf, String> {
        let program = env::var_os("MAILCHECK_LAB_WINDOWS")
            .map(PathBuf::from)
            .ok_or("MAILCHECK_LAB_WINDOWS names no Windows build; tests/run makes one")?;
        for file in [&program, Path::new(LOADER), Path::new("/usr/bin/tmux")] {
            if !file.exists() {
                return Err(format!("there is no {}", file.display()));
            }
        }
        Ok(program)
    }

    #[test]
    #[ignore = "needs Wine, tmux and a Windows build: tests/run real"]
    #[expect(clippy::print_stdout, reason = "a test that is left out says why")]
    fn the_program_as_a_person_meets_it() {
        let program = match program() {
            Ok(program) => program,
            Err(why) => {
                assert!(env::var_os("MAILCHECK_EVERY_TEST").is_none(), "{why}");
                println!("left out: {why}");
                return;
            }
        };
        assert_says_what_it_is(&program);
        let wine = Wine::begin(&program);
        a_double_click_asks_checks_saves_and_waits(&wine);
        a_window_speaks_chinese(&wine);
        ctrl_c_ends_a_run_and_tells_what_is_known(&wine);
        a_shell_gets_the_usual_sentence(&wine);
        what_is_redirected_is_utf_8(&wine);
        a_reader_that_has_gone_is_no_error(&wine);
        the_language_is_that_of_windows(&wine);
        authorities_are_those_of_windows(&wine);
    }

    fn a_double_click_asks_checks_saves_and_waits(wine: &Wine) {
        let server = Server::play(DIALOGUE);
        let target = format!("submission://127.0.0.1:{}", server.port());
        let console = wine.console("click", "C.UTF-8", "mailcheck.exe");
        console.shows(&["Mail server or mail address:"]);
        console.types("mail..test");
        console.shows(&["\"mail..test\" is not a host name", "address: mail..test"]);
        console.types(&target);
        let screen = console.shows(&["(y/n)", "does not offer STARTTLS"]);
        // Lines of the table are whole: none is broken at the edge of the window.
        let head = screen.lines().find(|line| line.starts_with("Service "));
        let whole = head.is_some_and(|head| head.ends_with("Time  Details"));
        assert!(whole, "{screen}");
        console.types("y");
        console.shows(&["Saved: C:\\users\\", "Press Enter to close this window."]);
        assert!(!console.screen().contains("code 1"), "it waits");
        console.types("");
        console.shows(&["code 1"]);
        let reports = wine.reports();
        let [(name, page)] = reports.as_slice() else {
            panic!("{reports:?}");
        };
        assert!(name.starts_with("mailcheck 127.0.0.1_"), "{name}");
        assert!(
            page.ends_with("</html>\n") && page.contains("STARTTLS"),
            "{page}"
        );
    }

    fn a_window_speaks_chinese(wine: &Wine) {
        let server = Server::play(DIALOGUE);
        let target = format!("submission://127.0.0.1:{}", server.port());
        for copies in 2..=3 {
            let console = wine.console(&format!("zh{copies}"), "zh_CN.UTF-8", "mailcheck.exe");
            console.shows(&["邮件服务器或邮箱地址："]);
            console.types(&target);
            console.shows(&["失败", "下一步", "（y/n）"]);
            console.types("是");
            console.shows(&["已保存：", "按回车键关闭此窗口。"]);
            console.types("");
            console.shows(&["code 1"]);
            // The second and the third of a server, and the first stays what it is.
            assert_eq!(wine.reports().len(), copies);
        }
        let chinese = wine
            .reports()
            .into_iter()
            .filter(|(_, page)| page.contains("下一步"));
        assert_eq!(chinese.count(), 2);
    }

    fn ctrl_c_ends_a_run_and_tells_what_is_known(wine: &Wine) {
        let silent = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = silent.local_addr().expect("an address");
        let address = format!("submission://{address}");
        let console = wine.console("break", "C.UTF-8", "mailcheck.exe");
        console.shows(&["Mail server or mail address:"]);
        console.types(&address);
        // What it waits for is shown live.
        console.shows(&["waiting for the greeting"]);
        console.tmux(&["send-keys", "C-c"]);
        console.shows(&[&address, "(y/n)"]);
        console.types("n");
        console.shows(&["Press Enter to close this window."]);
        console.types("");
        console.shows(&["code 130"]);
    }

    /// In a terminal the shell sits at the same console.
    fn a_shell_gets_the_usual_sentence(wine: &Wine) {
        let console = wine.console("shell", "C.UTF-8", "cmd.exe /c mailcheck.exe");
        let screen = console.shows(&["nothing to check was named", "code 2"]);
        assert!(!screen.contains("Press Enter"), "{screen}");
        // Without any console nobody is there to be asked.
        let piped = wine.output(&[]);
        let said = String::from_utf8(piped.stderr).expect("UTF-8");
        assert_eq!(piped.status.code(), Some(2), "{said}");
        assert!(said.contains("nothing to check was named"), "{said}");
        // A console of code page 437 has no Chinese characters, and they arrive in it all the same.
        let words = "cmd.exe /c \"chcp 437 & mailcheck.exe --lang zh-CN explain 10060\"";
        let console = wine.console("page", "C.UTF-8", words);
        console.shows(&["10060", "连接", "code 0"]);
    }

    fn what_is_redirected_is_utf_8(wine: &Wine) {
        let output = wine.output(&["--lang", "zh-CN", "explain", "10060"]);
        assert_eq!(output.status.code(), Some(0));
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(text.contains("连接") && !text.contains('\u{1b}'), "{text}");
        let file = wine.home.path().join("report.json");
        let server = Server::play(DIALOGUE);
        let target = format!("submission://127.0.0.1:{}", server.port());
        let mut command = wine.mailcheck(&["-f", "json", &target]);
        let status = command
            .stdout(fs::File::create(&file).expect("room for a file"))
            .status()
            .expect("Wine starts");
        assert_eq!(status.code(), Some(1));
        let json: serde_json::Value =
            serde_json::from_slice(&fs::read(file).expect("it is there")).expect("JSON");
        assert_eq!(json["vantage"]["os"], "windows");
    }

    fn a_reader_that_has_gone_is_no_error(wine: &Wine) {
        let mut child = wine
            .mailcheck(&["--help"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("Wine starts");
        drop(child.stdout.take());
        let status = child.wait().expect("it ends");
        let mut said = String::new();
        let stderr = child.stderr.take();
        let read = stderr.map(|mut stderr| stderr.read_to_string(&mut said));
        assert!(read.is_some_and(|read| read.is_ok()));
        assert_eq!((status.code(), said.as_str()), (Some(0), ""));
    }
    /// Wine takes the language of its windows from the locale that it is started in; the program asks Windows alone.
    fn the_language_is_that_of_windows(wine: &Wine) {
        for (locale, variables, chinese) in [
            ("zh_CN.UTF-8", &[][..], true),
            ("C.UTF-8", &[][..], false),
            // What a shell of Unix would go by.
            ("C.UTF-8", &[("LANG", "zh_CN.UTF-8")][..], false),
            ("zh_CN.UTF-8", &[("MAILCHECK_LANG", "en")][..], false),
            ("C.UTF-8", &[("MAILCHECK_LANG", "zh-CN")][..], true),
        ] {
            let mut command = wine.mailcheck(&["explain", "10060"]);
            command
                .env("LC_ALL", locale)
                .envs(variables.iter().copied());
            let output = command.output().expect("Wine starts");
            let text = String::from_utf8(output.stdout).expect("UTF-8");
            let said = format!("{locale} {variables:?}: {text}");
            assert!(text.contains("WSAETIMEDOUT"), "{said}");
            assert_eq!(text.contains("连接"), chinese, "{said}");
        }
    }

    /// The authorities of the user's own store count with `--roots system`, and without it they are named.
    fn authorities_are_those_of_windows(wine: &Wine) {
        let company = Named::new("Contoso Issuing CA 01");
        let shield = Named::new("Avast Web/Mail Shield Root");
        let said = |authority: &Named, arguments: &[&str]| {
            let server = Server::play_tls(&format!("TLS\n{IMAP}"), &authority.server);
            let target = format!("imaps://127.0.0.1:{}", server.port());
            let (json, code) = wine.json(arguments, &target);
            let finding = json["targets"][0]["findings"][0].clone();
            (finding, code)
        };
        for arguments in [&[][..], &["--roots", "system"]] {
            let (finding, code) = said(&company, arguments);
            let unknown = "certificate-unknown-issuer";
            assert_eq!((finding["id"].as_str(), code), (Some(unknown), Some(1)));
            assert!(
                !finding.to_string().contains("this computer has it"),
                "{finding}"
            );
        }
        wine.trusts(&company);
        wine.trusts(&shield);
        // Nobody can read what this one is for, and it is in nobody's way.
        wine.trusts(&Named::with_broken_uses("Broken Shield Root"));
        for (authority, arguments, id, code) in [
            (&company, &[][..], "certificate-unknown-issuer", 1),
            (
                &company,
                &["--roots", "system"][..],
                "certificate-private-authority",
                0,
            ),
            (&shield, &[][..], "tls-intercepted", 1),
            (&shield, &["--roots", "system"][..], "tls-intercepted", 0),
        ] {
            let (finding, exit) = said(authority, arguments);
            assert_eq!(
                (finding["id"].as_str(), exit),
                (Some(id), Some(code)),
                "{finding}"
            );
            let name = if id == "tls-intercepted" {
                "Avast"
            } else {
                "Contoso"
            };
            assert!(finding.to_string().contains(name), "{finding}");
        }
        let server = Server::play("CLOSE");
        let target = format!("imap://127.0.0.1:{}", server.port());
        let (json, _) = wine.json(&["--no-trace"], &target);
        let finding = &json["targets"][0]["findings"][0];
        assert_eq!(finding["owner"], "unknown", "{finding}");
        assert!(
            finding["evidence"].to_string().contains("Avast"),
            "{finding}"
        );
    }
}
