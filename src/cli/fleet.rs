//! `mailcheck fleet`: what may be typed where many machines share a list.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Args as ClapArgs, Subcommand, ValueEnum, ValueHint};

use super::{CheckArgs, LangArg, Mistake, environment, mistakes};

/// `mailcheck fleet`.
#[derive(Debug, ClapArgs)]
pub struct FleetArgs {
    /// What the fleet is to do.
    #[command(subcommand)]
    pub command: FleetCommand,
    /// The NATS server, as in nats://nats.example.com:4222, or tls:// for TLS and nothing else; several between commas, or
    /// repeated [default: nats://127.0.0.1:4222]
    #[arg(
        long,
        value_name = "URL",
        value_delimiter = ',',
        global = true,
        help_heading = "The NATS server",
        value_hint = ValueHint::Url
    )]
    pub server: Vec<String>,
    /// File with what the server wants to know: a line user = NAME and a line password = SECRET, or a line token = SECRET
    #[arg(
        long,
        value_name = "FILE",
        global = true,
        help_heading = "The NATS server",
        value_hint = ValueHint::FilePath
    )]
    pub creds: Option<PathBuf>,
    /// Trust the authorities in this PEM file for the server, and no others [default: those of this system]
    #[arg(
        long,
        value_name = "PEM",
        global = true,
        help_heading = "The NATS server",
        value_hint = ValueHint::FilePath
    )]
    pub tls_ca: Option<PathBuf>,
    /// Show the server this certificate
    #[arg(
        long,
        value_name = "PEM",
        global = true,
        help_heading = "The NATS server",
        value_hint = ValueHint::FilePath
    )]
    pub tls_cert: Option<PathBuf>,
    /// The key of --tls-cert
    #[arg(
        long,
        value_name = "PEM",
        global = true,
        help_heading = "The NATS server",
        value_hint = ValueHint::FilePath
    )]
    pub tls_key: Option<PathBuf>,
    /// Language: en or zh-CN [default: from the locale]
    #[arg(
        long,
        global = true,
        value_name = "LANG",
        hide_possible_values = true,
        ignore_case = true
    )]
    pub lang: Option<LangArg>,
}

impl FleetArgs {
    /// What was not typed here, and what must not be.
    pub(super) fn fill_in(
        &mut self,
        outer_lang: Option<LangArg>,
        typed: &ArgMatches,
        variable: &dyn Fn(&str) -> Option<OsString>,
    ) -> Result<(), Mistake> {
        let Some((_, inner)) = typed.subcommand() else {
            return Ok(());
        };
        if let FleetCommand::Submit(args) = &mut self.command {
            no_stays(inner)?;
            environment::fill_in(&mut args.check, inner, variable)?;
            self.lang = self.lang.or(args.check.lang);
        }
        self.lang = self.lang.or(outer_lang);
        if self.lang.is_none() {
            self.lang = environment::lang_of(variable)?;
        }
        Ok(())
    }
}

/// What means nothing to whoever submits is expected to mean something by whoever types it.
fn no_stays(typed: &ArgMatches) -> Result<(), Mistake> {
    let is_typed = |id: &&&str| {
        let source = typed
            .try_contains_id(id)
            .is_ok()
            .then(|| typed.value_source(id));
        source.flatten() == Some(ValueSource::CommandLine)
    };
    match STAYS.iter().find(is_typed) {
        None => Ok(()),
        Some(id) => {
            let option = format!("--{}", id.replace('_', "-"));
            Err(Mistake::Stray(mistakes::stray(&option, "fleet submit")))
        }
    }
}

/// What there is to do.
#[derive(Debug, Subcommand)]
pub enum FleetCommand {
    /// Give the fleet a list of targets; done again with the same list, it adds what is not there yet
    #[command(
        override_usage = "mailcheck fleet submit --survey <NAME> --targets <FILE> [OPTIONS]",
        mut_args = only_what_travels
    )]
    Submit(Box<SubmitArgs>),
    /// Take chunks of what was submitted, ask their targets and hand in the results, until it is interrupted
    #[command(override_usage = "mailcheck fleet work [OPTIONS]")]
    Work(WorkArgs),
    /// Write the results that there are to a file, each target once; done again, it adds those that are new
    #[command(override_usage = "mailcheck fleet collect --survey <NAME> --output <FILE> [OPTIONS]")]
    Collect(CollectArgs),
    /// Say how much of a survey is done, at work, waiting and given up
    #[command(override_usage = "mailcheck fleet status --survey <NAME> [OPTIONS]")]
    Status(StatusArgs),
    /// Put back into the queue what has no result and is not there, as after a server lost its disk
    #[command(override_usage = "mailcheck fleet reconcile --survey <NAME> [OPTIONS]")]
    Reconcile(ReconcileArgs),
    /// Delete a survey from the server with all its results
    #[command(override_usage = "mailcheck fleet forget --survey <NAME> [OPTIONS]")]
    Forget(ForgetArgs),
}

impl FleetCommand {
    /// As typed.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Submit(_) => "submit",
            Self::Work(_) => "work",
            Self::Collect(_) => "collect",
            Self::Status(_) => "status",
            Self::Reconcile(_) => "reconcile",
            Self::Forget(_) => "forget",
        }
    }
}

/// `mailcheck fleet submit`.
#[derive(Debug, ClapArgs)]
pub struct SubmitArgs {
    /// Name of the survey: letters, digits, - and _
    #[arg(long, value_name = "NAME", value_hint = ValueHint::Other)]
    pub survey: String,
    /// Targets in a chunk, which one machine takes at a time, 1 to 1000
    #[arg(long, value_name = "N", default_value = "200", value_hint = ValueHint::Other)]
    pub chunk: String,
    /// How long a machine may be silent before its chunk goes to another one, 2 to 3600
    #[arg(long, value_name = "SECS", default_value = "30", value_hint = ValueHint::Other)]
    pub ack_wait: String,
    /// The list, and how its targets are asked.
    #[command(flatten)]
    pub check: CheckArgs,
}

/// `mailcheck fleet work`.
#[derive(Debug, ClapArgs)]
pub struct WorkArgs {
    /// Work for this survey alone [default: for all, one after the other]
    #[arg(long, value_name = "NAME", value_hint = ValueHint::Other)]
    pub survey: Option<String>,
    /// End when nothing of it is left, waiting or at work
    #[arg(long)]
    pub until_done: bool,
    /// Targets that this machine checks at once, 1 to 10000 [default: as many as
    /// keep it at work, up to 256]
    #[arg(long, value_name = "N", value_hint = ValueHint::Other)]
    pub jobs: Option<String>,
    /// New targets a second at the most on this machine, as in 20 or 0.5
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_hint = ValueHint::Other)]
    pub rate: Option<String>,
}

/// `mailcheck fleet collect`.
#[derive(Debug, ClapArgs)]
pub struct CollectArgs {
    /// Name of the survey
    #[arg(long, value_name = "NAME", value_hint = ValueHint::Other)]
    pub survey: String,
    /// The file, result.ndjson or the like; results that it has stay, and are not written again
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: PathBuf,
    /// Wait for the results that are still to come
    #[arg(long)]
    pub wait: bool,
}

/// `mailcheck fleet status`.
#[derive(Debug, ClapArgs)]
pub struct StatusArgs {
    /// Name of the survey
    #[arg(long, value_name = "NAME", value_hint = ValueHint::Other)]
    pub survey: String,
    /// text for people, json for programs
    #[arg(
        short,
        long,
        value_name = "FORMAT",
        ignore_case = true,
        hide_possible_values = true,
        default_value = "text"
    )]
    pub format: StatusFormat,
}

/// `mailcheck fleet reconcile`.
#[derive(Debug, ClapArgs)]
pub struct ReconcileArgs {
    /// Name of the survey
    #[arg(long, value_name = "NAME", value_hint = ValueHint::Other)]
    pub survey: String,
    /// Ask the targets again that were given up
    #[arg(long)]
    pub failed: bool,
}

/// `mailcheck fleet forget`.
#[derive(Debug, ClapArgs)]
pub struct ForgetArgs {
    /// Name of the survey
    #[arg(long, value_name = "NAME", value_hint = ValueHint::Other)]
    pub survey: String,
}

/// `mailcheck fleet status -f`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum StatusFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// The options of checking that mean nothing to whoever only submits: where results go, how they look, how many targets
/// are asked at once, secrets, which stay on the machine on which they are, and the proxy, which is a machine's own.
pub const STAYS: &[&str] = &[
    "jobs",
    "rate",
    "resume",
    "format",
    "letter",
    "output",
    "verbose",
    "quiet",
    "color",
    "redact",
    "warning_days",
    "critical_days",
    "strict",
    "login",
    "user",
    "password_file",
    "password_fd",
    "password_command",
    "oauth_token_command",
    "login_anyway",
    "from",
    "rcpt",
    "send",
    "shard",
    "proxy",
    "proxy_password_file",
    "proxy_password_fd",
    "proxy_password_command",
    "sender",
    "dnsbl",
];

fn only_what_travels(arg: Arg) -> Arg {
    let stays = STAYS.contains(&arg.get_id().as_str());
    if stays { arg.hide(true) } else { arg }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::{Cli, Command};
    use crate::words::Lang;

    fn read(line: &str, set: &[(&str, &str)]) -> Result<FleetArgs, String> {
        let words = std::iter::once("mailcheck").chain(line.split_whitespace());
        let variable = |name: &str| {
            let found = set.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| OsString::from(value))
        };
        let cli = Cli::from_words(words.map(OsString::from), &variable, Lang::En);
        match cli.map_err(|mistake| mistake.to_string())?.command {
            Some(Command::Fleet(args)) => Ok(args),
            other => Err(format!("{other:?}")),
        }
    }

    #[test]
    fn what_all_take_stands_where_it_is_typed() {
        for line in [
            "fleet --server a,b --lang zh-CN status --survey s",
            "fleet status --survey s --server a --server b --lang zh-CN",
            "--lang zh-CN fleet work --server a,b",
            "fleet submit --server a,b --survey s h --lang zh-CN",
            "fleet submit --lang zh-CN --server a,b --survey s h",
        ] {
            let args = read(line, &[]).expect(line);
            assert_eq!(args.server, ["a", "b"], "{line}");
            assert_eq!(args.lang, Some(LangArg::ZhCn), "{line}");
        }
        let by_variable = read("fleet work", &[("MAILCHECK_LANG", "zh-CN")]);
        assert_eq!(by_variable.expect("good").lang, Some(LangArg::ZhCn));
        let typed = read("fleet work --lang en", &[("MAILCHECK_LANG", "zh-CN")]);
        assert_eq!(typed.expect("good").lang, Some(LangArg::En));
    }

    #[test]
    fn who_submits_types_what_is_typed_for_a_list() {
        let set = [("MAILCHECK_TIMEOUT", "4"), ("MAILCHECK_EHLO", "a.test")];
        let line = "fleet submit --survey s --targets - -s smtp,587 -4 --deadline 9 h";
        let args = read(line, &set).expect(line);
        let FleetCommand::Submit(args) = args.command else {
            panic!("{args:?}")
        };
        assert_eq!(args.check.service, ["smtp", "587"]);
        assert_eq!(
            (args.check.timeout, args.check.deadline),
            ("4".into(), "9".into())
        );
        assert_eq!(args.check.ehlo.as_deref(), Some("a.test"));
        assert_eq!(
            (args.check.ipv4, args.check.targets),
            (true, vec!["h".to_owned()])
        );
    }

    #[test]
    fn what_means_nothing_to_who_submits_is_said() {
        let rows = [
            ("--jobs 3", "--jobs"),
            ("-f json", "--format"),
            ("--login", "--login"),
            ("-o a.json", "--output"),
            ("-v", "--verbose"),
        ];
        for (typed, option) in rows {
            let line = format!("fleet submit --survey s h {typed}");
            let told = read(&line, &[]).expect_err(typed);
            let expected = format!("{option} does not go with mailcheck fleet submit");
            assert!(told.starts_with(&expected), "{told}");
        }
        // What the environment says of reports is for those who print one.
        assert!(read("fleet submit --survey s h", &[("MAILCHECK_FORMAT", "json")]).is_ok());
    }

    #[test]
    fn a_host_may_be_called_so() {
        let words = ["mailcheck", "--", "fleet"].map(OsString::from);
        let cli = Cli::from_words(words, &|_| None, Lang::En).expect("a target");
        assert!(cli.command.is_none());
        assert_eq!(cli.check.targets, ["fleet"]);
    }
}
