//! What may be typed. The doc comments are the help text.

#![expect(
    clippy::doc_markdown,
    reason = "the help text is no Markdown: backticks would be shown"
)]

pub mod account;
mod asked;
pub mod environment;
pub mod fleet;
mod forgiving;
pub mod generate;
mod help;
mod man;
pub mod meaning;
pub mod mistakes;
pub mod proxy;
pub mod sender;
pub mod serve;
pub mod version;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::parser::ValueSource;
use clap::{
    ArgAction, ArgMatches, Args as ClapArgs, CommandFactory, FromArgMatches, Parser, Subcommand,
    ValueEnum, ValueHint,
};

use crate::report::Format;
use crate::report::format;
use crate::words::{Lang, Sentence};
use account::AccountArgs;
pub use asked::Asked;
use environment::{Given, Variable, VariableError};
use fleet::FleetArgs;
use proxy::ProxyArgs;
use sender::SenderArgs;
pub use serve::ServeArgs;

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "mailcheck",
    version,
    long_version = version::long(),
    about = "Says why this machine cannot talk to a mail server, whose fault it is, and what to do next.",
    override_usage = "mailcheck [OPTIONS] <TARGET>...\n       mailcheck explain <CODE|FINDING>...\n       mailcheck diff <FIRST> <SECOND>\n       mailcheck fleet submit|work|collect|status|reconcile|forget [OPTIONS]\n       mailcheck serve",
    after_help = AFTER_HELP,
    max_term_width = 80,
    disable_help_flag = true,
    disable_version_flag = true,
    subcommand_negates_reqs = true,
    subcommand_precedence_over_arg = true,
    disable_help_subcommand = true
)]
pub struct Cli {
    /// `mailcheck explain`, `mailcheck diff`, `mailcheck serve`.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// `mailcheck TARGET`.
    #[command(flatten)]
    pub check: CheckArgs,
    /// Print this help
    #[arg(short, long, action = ArgAction::Help, global = true, help_heading = "About mailcheck")]
    pub help: Option<bool>,
    /// Print the version; --version also tells what it was built from
    #[arg(short = 'V', long, action = ArgAction::Version, help_heading = "About mailcheck")]
    pub version: Option<bool>,
    /// Print the man page (man), or what makes a shell complete the command line: complete-bash, complete-zsh,
    /// complete-fish, complete-powershell
    // An option as ripgrep has it, not a word: a host may be called anything.
    #[arg(
        long,
        value_name = "WHAT",
        exclusive = true,
        hide_possible_values = true,
        help_heading = "About mailcheck"
    )]
    pub generate: Option<GenerateArg>,
}

impl Cli {
    /// Reads the command line, and what it leaves open from the environment, where `variable` looks things up. Where it
    /// asks for help, that is in `lang`.
    pub fn from_words(
        words: impl IntoIterator<Item = OsString>,
        variable: &dyn Fn(&str) -> Option<OsString>,
        lang: Lang,
    ) -> Result<Self, Mistake> {
        let words: Vec<OsString> = words.into_iter().map(apart_from_options).collect();
        if let Some(typed) = of_a_check(&words) {
            return Self::check_of(&typed, variable);
        }
        let command = || forgiving::command(help::in_language(Self::command(), lang));
        let parsed = command().try_get_matches_from(&words);
        let typed = parsed.map_err(|error| help::as_asked(error, command(), &words, lang))?;
        let mut cli = Self::from_arg_matches(&typed)?;
        let outer = &cli.check;
        match (&mut cli.command, typed.subcommand()) {
            (Some(Command::Explain(args)), Some((name, inner))) => {
                no_strays(&typed, name, &["lang"])?;
                args.lang = args
                    .lang
                    .or(outer.lang)
                    .or(environment::lang(inner, variable)?);
            }
            (Some(Command::Diff(args)), Some((name, inner))) => {
                no_strays(&typed, name, &["lang", "color", "quiet", "format"])?;
                if typed.value_source("format") == Some(ValueSource::CommandLine) {
                    args.format = match outer.format {
                        Format::Text => DiffFormatArg::Text,
                        Format::Json => DiffFormatArg::Json,
                        Format::Ndjson
                        | Format::Markdown
                        | Format::Html
                        | Format::Junit
                        | Format::Nagios
                        | Format::Prometheus
                        | Format::Letter => {
                            return Err(Mistake::Stray(mistakes::stray("--format", name)));
                        }
                    };
                }
                args.lang = args
                    .lang
                    .or(outer.lang)
                    .or(environment::lang(inner, variable)?);
                args.quiet |= outer.quiet;
                args.color = match environment::color(inner, variable)? {
                    _ if outer.color != ColorArg::Auto => outer.color,
                    Some(color) => color,
                    None => args.color,
                };
            }
            (Some(Command::Serve(args)), Some((name, inner))) => {
                no_strays(&typed, name, &["lang"])?;
                args.lang = args
                    .lang
                    .or(outer.lang)
                    .or(environment::lang(inner, variable)?);
            }
            (Some(Command::Fleet(args)), Some((name, inner))) => {
                no_strays(&typed, name, &["lang"])?;
                args.fill_in(outer.lang, inner, variable)?;
            }
            // Who asks for a man page or completions checks nothing.
            (None, _) if cli.generate.is_some() => {}
            (
                Some(
                    Command::Explain(_) | Command::Diff(_) | Command::Fleet(_) | Command::Serve(_),
                )
                | None,
                _,
            ) => {
                environment::fill_in(&mut cli.check, &typed, variable)?;
                forgiving::fill_in(&mut cli.check, &typed);
            }
        }
        Ok(cli)
    }

    fn check_of(
        typed: &ArgMatches,
        variable: &dyn Fn(&str) -> Option<OsString>,
    ) -> Result<Self, Mistake> {
        let mut check = CheckArgs::from_arg_matches(typed)?;
        environment::fill_in(&mut check, typed, variable)?;
        forgiving::fill_in(&mut check, typed);
        Ok(Self {
            command: None,
            check,
            help: None,
            version: None,
            generate: None,
        })
    }
}

/// The words that are no targets: they name what there is beside checking.
const COMMANDS: [&str; 4] = ["explain", "diff", "fleet", "serve"];

/// Reads the words of a check by its own options alone: to define those of the commands takes longer than to read them.
/// `None` where a word may name a command, where help or the version is wanted, and where the words make no sense: then all
/// that there is has to be looked at.
fn of_a_check(words: &[OsString]) -> Option<ArgMatches> {
    if words
        .iter()
        .any(|word| COMMANDS.iter().any(|name| word == name))
    {
        return None;
    }
    let command = clap::Command::new(env!("CARGO_PKG_NAME"))
        .disable_help_flag(true)
        .disable_version_flag(true);
    let command = forgiving::command(CheckArgs::augment_args(command));
    command.try_get_matches_from(words).ok()
}

/// What makes no sense: what was typed, or what the environment says.
#[derive(Debug, thiserror::Error)]
pub enum Mistake {
    /// On the command line; also a wish for the help or the version.
    #[error(transparent)]
    Words(#[from] clap::Error),
    /// In the environment.
    #[error(transparent)]
    Variable(#[from] VariableError),
    /// An option that means nothing to the command that was typed.
    #[error("{0}")]
    Stray(Sentence),
}

/// Options of checking mean nothing to `command`, and whoever types one expects it to.
fn no_strays(typed: &ArgMatches, command: &str, shared: &[&str]) -> Result<(), Mistake> {
    let definition = Cli::command();
    let mut args = definition.get_arguments();
    let stray = args.find(|arg| {
        let id = arg.get_id().as_str();
        typed.value_source(id) == Some(ValueSource::CommandLine) && !shared.contains(&id)
    });
    match stray {
        None => Ok(()),
        Some(arg) => {
            let option = arg.get_long().map(|long| format!("--{long}"));
            let typed = || {
                typed
                    .get_many::<String>("targets")
                    .into_iter()
                    .flatten()
                    .next()
                    .cloned()
            };
            let option = option.or_else(typed).unwrap_or_default();
            Err(Mistake::Stray(mistakes::stray(&option, command)))
        }
    }
}

/// What POP3 servers say, `-ERR …`, begins like an option. A blank before it keeps it apart, and means nothing to
/// whoever reads it.
fn apart_from_options(word: OsString) -> OsString {
    match word.to_str() {
        Some(text) if text.starts_with("-ERR") => format!(" {text}").into(),
        Some(_) | None => word,
    }
}

/// What there is beside checking.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Explain an error number, a server's reply or a finding; asks no network
    #[command(
        override_usage = "mailcheck explain [OPTIONS] <CODE|FINDING>...",
        after_help = EXPLAIN_EXAMPLES
    )]
    Explain(ExplainArgs),
    /// Say what changed between two reports of -f json: yesterday and today, or two machines; asks no network
    #[command(
        override_usage = "mailcheck diff [OPTIONS] <FIRST> <SECOND>",
        after_help = DIFF_EXAMPLES
    )]
    Diff(DiffArgs),
    /// Share a list with other machines, over a NATS server with JetStream
    #[command(
        override_usage = "mailcheck fleet submit|work|collect|status|reconcile|forget [OPTIONS]",
        after_help = FLEET_EXAMPLES
    )]
    Fleet(FleetArgs),
    /// Answer Prometheus, which names a target with each scrape, and people with a browser
    #[command(override_usage = "mailcheck serve [OPTIONS]", after_help = SERVE_AFTER)]
    Serve(ServeArgs),
}

/// `mailcheck diff FIRST SECOND`.
#[derive(Debug, ClapArgs)]
pub struct DiffArgs {
    /// A file of -f json or -f ndjson; - is standard input
    #[arg(value_name = "FIRST")]
    pub first: PathBuf,
    /// The one to hold against it
    #[arg(value_name = "SECOND")]
    pub second: PathBuf,
    /// Output: text or json
    #[arg(
        short,
        long,
        value_name = "FORMAT",
        hide_possible_values = true,
        ignore_case = true,
        default_value = "text"
    )]
    pub format: DiffFormatArg,
    /// Show the last line alone
    #[arg(short, long)]
    pub quiet: bool,
    /// Colour: auto, always or never
    #[arg(
        long,
        value_name = "WHEN",
        hide_possible_values = true,
        ignore_case = true,
        default_value = "auto"
    )]
    pub color: ColorArg,
    /// Language: en or zh-CN [default: from the locale]
    #[arg(
        long,
        value_name = "LANG",
        hide_possible_values = true,
        ignore_case = true
    )]
    pub lang: Option<LangArg>,
}

/// `mailcheck explain CODE...`.
#[derive(Debug, ClapArgs)]
pub struct ExplainArgs {
    /// An error number or its name, a server's reply or a whole error report in quotes, the id of a finding, or - for
    /// standard input
    // A pasted code may begin with a hyphen: -2146644978 is 0x800CCC0E.
    #[arg(value_name = "CODE|FINDING", allow_negative_numbers = true)]
    pub queries: Vec<String>,
    /// Language: en or zh-CN [default: from the locale]
    #[arg(
        long,
        value_name = "LANG",
        hide_possible_values = true,
        ignore_case = true
    )]
    pub lang: Option<LangArg>,
}

/// `mailcheck TARGET...`.
#[derive(Clone, Debug, ClapArgs)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option that is given or not"
)]
pub struct CheckArgs {
    /// A host, host:port, an address, a URL such as imaps://host, or a mail domain
    #[arg(value_name = "TARGET", required_unless_present = "list", value_hint = ValueHint::Hostname)]
    pub targets: Vec<String>,

    /// Services by name or port, as in smtp,587,imaps, or all [default: what the host's name promises]
    #[arg(
        short,
        long,
        value_name = "LIST",
        value_delimiter = ',',
        help_heading = "What to check",
        value_hint = ValueHint::Other
    )]
    pub service: Vec<String>,
    /// Read a name as a host, also where it has MX records
    #[arg(long, conflicts_with = "mx", help_heading = "What to check")]
    pub host: bool,
    /// Read a name as a mail domain: every MX host, on port 25
    #[arg(long, conflicts_with = "service", help_heading = "What to check")]
    pub mx: bool,
    /// IPv4 only
    #[arg(
        short = '4',
        long = "ipv4",
        conflicts_with = "ipv6",
        help_heading = "What to check"
    )]
    pub ipv4: bool,
    /// IPv6 only
    #[arg(short = '6', long = "ipv6", help_heading = "What to check")]
    pub ipv6: bool,

    /// Read targets from this file too, a line each; - is standard input. # begins a comment. A line that is no target is
    /// reported on standard error, and the others are checked
    #[arg(
        long = "targets",
        value_name = "FILE",
        help_heading = "Lists of targets",
        value_hint = ValueHint::FilePath
    )]
    pub list: Option<PathBuf>,
    /// Check one part of the list alone, as in 2/8, for one of several machines. The hosts of a domain and the addresses of a
    /// network are in the same part. env/8 has the number of Kubernetes (JOB_COMPLETION_INDEX) or Slurm
    /// (SLURM_ARRAY_TASK_ID), and env with Slurm also how many there are
    #[arg(
        long,
        value_name = "I/N",
        requires = "list",
        help_heading = "Lists of targets",
        value_hint = ValueHint::Other
    )]
    pub shard: Option<String>,
    /// Where a line of --targets is no target, exit with 2 when all the others have been checked
    #[arg(long, requires = "list", help_heading = "Lists of targets")]
    pub strict_input: bool,
    /// Targets that are checked at once, 1 to 10000 [default: 256]
    #[arg(long, value_name = "N", help_heading = "Lists of targets", value_hint = ValueHint::Other)]
    pub jobs: Option<String>,
    /// New targets a second at the most, as in 20 or 0.5
    #[arg(
        long,
        value_name = "N",
        allow_negative_numbers = true,
        help_heading = "Lists of targets",
        value_hint = ValueHint::Other
    )]
    pub rate: Option<String>,

    /// Go on with the .ndjson file of --output: leave out the targets that it has, asked with the same options, and add
    /// the others. Given from the first run on, also a run that was killed can be gone on with
    #[arg(long, help_heading = "Lists of targets")]
    pub resume: bool,

    /// Longest wait for a connect, a DNS answer, a reply or TLS
    #[arg(
        short,
        long,
        value_name = "SECS",
        allow_negative_numbers = true,
        default_value = "10",
        help_heading = "How to check",
        value_hint = ValueHint::Other
    )]
    pub timeout: String,
    /// Longest wait for the greeting; servers may take their time
    #[arg(
        long,
        value_name = "SECS",
        allow_negative_numbers = true,
        default_value = "30",
        help_heading = "How to check",
        value_hint = ValueHint::Other
    )]
    pub greeting_timeout: String,
    /// Longest time for each target, finished or not
    #[arg(
        long,
        value_name = "SECS",
        allow_negative_numbers = true,
        default_value = "90",
        help_heading = "How to check",
        value_hint = ValueHint::Other
    )]
    pub deadline: String,
    /// Ask this DNS resolver, not the system's; may be repeated
    #[arg(
        long,
        value_name = "ADDR[:PORT]",
        help_heading = "How to check",
        value_hint = ValueHint::Other
    )]
    pub resolver: Vec<String>,
    /// Validate DNSSEC from the DNSKEY records in this file, for a private root
    #[arg(
        long,
        value_name = "FILE",
        help_heading = "How to check",
        value_hint = ValueHint::FilePath
    )]
    pub trust_anchor: Option<PathBuf>,
    /// Connect to this address; the name is still used for TLS
    #[arg(long, value_name = "ADDR", help_heading = "How to check", value_hint = ValueHint::Other)]
    pub connect_to: Option<String>,
    /// Expect this name in the certificate, not the host's
    #[arg(
        long,
        value_name = "NAME",
        help_heading = "How to check",
        value_hint = ValueHint::Hostname
    )]
    pub tls_name: Option<String>,
    /// Trust the authorities in this PEM file and no others
    #[arg(
        long,
        value_name = "PEM",
        conflicts_with = "roots",
        help_heading = "How to check",
        value_hint = ValueHint::FilePath
    )]
    pub ca_file: Option<PathBuf>,
    /// Authorities to trust: mozilla (built in) or system
    #[arg(
        long,
        value_name = "WHOSE",
        hide_possible_values = true,
        ignore_case = true,
        default_value = "mozilla",
        help_heading = "How to check"
    )]
    pub roots: RootsArg,
    /// Name for EHLO [default: this host's full name, else its address]
    #[arg(
        long,
        value_name = "NAME",
        help_heading = "How to check",
        value_hint = ValueHint::Hostname
    )]
    pub ehlo: Option<String>,
    /// Do not trace the path of connections that fail
    #[arg(long, help_heading = "How to check")]
    pub no_trace: bool,
    /// For a mail address: ask Thunderbird's database too, which then learns the domain
    #[arg(long, help_heading = "How to check")]
    pub online: bool,
    /// For a mail address: tell the whole address to the domain's own web server, as some want it
    #[arg(long, help_heading = "How to check")]
    pub send_address: bool,

    /// `--format`; the table of formats tells what it is for.
    #[arg(
        short,
        long,
        help = format::names_for_help(),
        value_name = "FORMAT",
        ignore_case = true,
        hide_possible_values = true,
        ignore_case = true,
        default_value = "text",
        help_heading = "What to show"
    )]
    pub format: Format,
    /// Print a letter in place of the report: a request to whoever can fix the first fault, with the evidence, ready to
    /// send. Files of --output hold the report all the same
    #[arg(long, conflicts_with = "format", help_heading = "What to show")]
    pub letter: bool,
    /// `--output`; the table of formats has the endings.
    #[arg(
        short,
        long,
        help = format!(
            "Write the report to this file too, in the format of its ending: {}; may be repeated",
            format::endings_for_help()
        ),
        value_name = "FILE",
        help_heading = "What to show",
        value_hint = ValueHint::FilePath
    )]
    pub output: Vec<PathBuf>,
    /// Show every dialogue and every DNS exchange, and the settings for each mail program
    #[arg(short, long, conflicts_with = "quiet", help_heading = "What to show")]
    pub verbose: bool,
    /// Show the verdict alone, one line a target
    #[arg(short, long, help_heading = "What to show")]
    pub quiet: bool,
    /// Colour: auto, always or never; auto means on a terminal, unless NO_COLOR is set
    #[arg(
        long,
        value_name = "WHEN",
        hide_possible_values = true,
        ignore_case = true,
        default_value = "auto",
        help_heading = "What to show"
    )]
    pub color: ColorArg,
    /// Language: en or zh-CN [default: from the locale]
    #[arg(
        long,
        value_name = "LANG",
        hide_possible_values = true,
        ignore_case = true,
        help_heading = "What to show"
    )]
    pub lang: Option<LangArg>,
    /// Hide public addresses too (in Markdown and HTML); in a letter, hide this machine, of which it tells otherwise
    #[arg(long, help_heading = "What to show")]
    pub redact: bool,
    /// A certificate that ends in fewer days is a warning [default: 14]
    #[arg(long, value_name = "DAYS", help_heading = "What to show", value_hint = ValueHint::Other)]
    pub warning_days: Option<u16>,
    /// A certificate that ends in fewer days is critical [default: 3] (with -f nagios)
    #[arg(long, value_name = "DAYS", help_heading = "What to show", value_hint = ValueHint::Other)]
    pub critical_days: Option<u16>,
    /// Exit with 1 for warnings too
    #[arg(long, help_heading = "What to show")]
    pub strict: bool,

    /// Logins and the handing over of mail.
    #[command(flatten)]
    pub account: AccountArgs,

    /// The proxy to go through.
    #[command(flatten)]
    pub proxy: ProxyArgs,

    /// This machine as a sender.
    #[command(flatten)]
    pub sender: SenderArgs,

    /// Those that stand in for an option.
    #[arg(skip)]
    pub variables: Vec<Variable>,
}

impl CheckArgs {
    /// How the value of `option` was given.
    pub fn given(&self, option: &'static str) -> Given {
        let stands_in = self.variables.iter().find(|one| one.option == option);
        stands_in.map_or(Given::Option(option), |one| Given::Variable(one.name))
    }
}

/// `--generate`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum GenerateArg {
    /// The man page.
    Man,
    /// Completions for bash.
    CompleteBash,
    /// Completions for zsh.
    CompleteZsh,
    /// Completions for fish.
    CompleteFish,
    /// Completions for PowerShell.
    CompletePowershell,
}

/// `--roots`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RootsArg {
    /// Mozilla's list, built in.
    Mozilla,
    /// The list of this system.
    System,
}

/// `--format` of `diff`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormatArg {
    /// A line a difference, for people.
    Text,
    /// One object, which `schema/diff-1.schema.json` describes.
    Json,
}

/// `--color`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ColorArg {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Also into a pipe.
    Always,
    /// Never.
    Never,
}

/// `--lang`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    /// English.
    En,
    /// Chinese in simplified characters.
    #[value(name = "zh-CN", aliases = ["zh", "zh_CN", "zh-Hans"])]
    ZhCn,
    /// Chinese in traditional characters, which there is none of: simplified ones are second best.
    #[value(
        name = "zh-TW",
        aliases = ["zh_TW", "zh-Hant", "zh_Hant", "zh-HK", "zh_HK", "zh-MO", "zh_MO", "zh-Hant-TW", "zh-Hant-HK"],
        hide = true
    )]
    ZhTw,
}

impl LangArg {
    /// The language meant.
    pub const fn lang(self) -> Lang {
        match self {
            Self::En => Lang::En,
            Self::ZhCn | Self::ZhTw => Lang::ZhCn,
        }
    }
}

const AFTER_HELP: &str = "\
Examples:
  mailcheck smtp.example.com           the three SMTP services of a host
  mailcheck mail.example.com:587       one service
  mailcheck imaps://mail.example.com   the same, by URL
  mailcheck example.com                a mail domain: its MX hosts, port 25
  mailcheck -f markdown mail.example.com > ticket.md
  mailcheck --letter smtp.example.com  a request to whoever can fix it
  mailcheck -o report.html -o report.json mail.example.com
  mailcheck -f json -s submission,imaps mail.example.com
  mailcheck --login someone@example.com
  mailcheck --from me@example.com --rcpt you@example.net smtp.example.com
  mailcheck --proxy socks5h://proxy.example:1080 mail.example.com
  mailcheck --sender gmail.com         what others see of this machine
  mailcheck --targets hosts.txt        a line a target
  mailcheck explain 10060 0x800CCC0E
  mailcheck diff yesterday.json today.json
  mailcheck serve

Exit codes:
  0  works, perhaps with warnings (--strict: 1 for those)
  1  does not work
  2  wrong usage
  3  cannot be told: this machine, its network, its resolver or a limit of
     the server stood in the way
  With -f nagios: 0 OK, 1 WARNING, 2 CRITICAL (does not work), 3 UNKNOWN (cannot
  be told, or wrong usage).

Environment:
  MAILCHECK_CA_FILE, MAILCHECK_COLOR, MAILCHECK_DEADLINE, MAILCHECK_EHLO,
  MAILCHECK_FORMAT, MAILCHECK_GREETING_TIMEOUT, MAILCHECK_LANG, MAILCHECK_PROXY,
  MAILCHECK_RESOLVER, MAILCHECK_ROOTS and MAILCHECK_TIMEOUT stand in for the
  options of these names. What is typed wins; an empty one counts as not set.
  MAILCHECK_PASSWORD is the password for --login, where no option says where it
  comes from, and MAILCHECK_PROXY_PASSWORD that for the user of a proxy. ALL_PROXY,
  HTTPS_PROXY and NO_PROXY are read for --proxy env. NO_COLOR, where it is not empty, means no colour.

Without --login nobody is logged in, without --from and --rcpt no mail is begun,
and without --send none is sent.";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  mailcheck explain 10060
  mailcheck explain 0x800CCC0E 0x8007274C
  mailcheck explain ETIMEDOUT 5.7.1 port-25-blocked
  mailcheck explain \"554 5.7.1 Service unavailable; Client host blocked\"";

const FLEET_EXAMPLES: &str = "\
Examples:
  mailcheck fleet submit --survey weekly --targets hosts.txt
  mailcheck fleet work --server tls://nats.example.com --creds nats.creds
  mailcheck fleet status --survey weekly
  mailcheck fleet collect --survey weekly -o result.ndjson

Environment:
  MAILCHECK_SERVER and MAILCHECK_CREDS stand in for --server and --creds.

Exit codes:
  0  done; of collect: every target has its result
  2  wrong usage
  3  the server stood in the way; of collect: results are missing still";

const DIFF_EXAMPLES: &str = "\
Examples:
  mailcheck diff yesterday.json today.json
  mailcheck -f json mail.example.com | mailcheck diff yesterday.json -
  mailcheck diff -f json yesterday.json today.json

Exit codes:
  0  nothing got worse
  1  something got worse: a check that worked fails, or a finding is new
  2  wrong usage, or a file that is no report";

const SERVE_AFTER: &str = "\
Examples:
  mailcheck serve
  mailcheck serve --listen :9825 --allow '*.example.com' --allow 192.0.2.0/24
  mailcheck serve --modules modules.toml --web-config web.yml

Paths:
  /probe?target=TARGET       metrics of a check; also &service=LIST,
                             &module=NAME, &format=html, text, json, ...
  /                          a page with a form
  /metrics                   about mailcheck serve itself
  /-/healthy, /-/ready       200 while it runs, while it takes requests
  /-/reload                  POST, or SIGHUP: read the files again

Nobody is logged in and no mail is begun, whoever asks.

Exit codes:
  0  it was asked to end
  2  wrong usage, a file that makes no sense, or an address that is taken";

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &[&str]) -> Vec<OsString> {
        let words = std::iter::once(&"mailcheck").chain(line);
        words.map(OsString::from).collect()
    }

    #[test]
    fn a_check_reads_the_same_by_its_own_options_alone() {
        let lines: [&[&str]; 8] = [
            &["h"],
            &["-s", "smtp,587", "h", "i:25", "--json"],
            &["--targets", "f", "--jobs", "9", "-vv"],
            &["-4", "h", "-oreport.json", "--language=zh-CN"],
            &["h", "--", "-x", "--help"],
            &["h", "-t3", "--proxy", "socks5://p", "--ca-file", "explains"],
            &["user@h", "--no-color", "--tls-name", "n", "-q", "-q"],
            &[
                "h",
                "--resolver",
                "192.0.2.1,192.0.2.2",
                "--format",
                "NDJSON",
            ],
        ];
        for line in lines {
            let words = words(line);
            let alone = of_a_check(&words).unwrap_or_else(|| panic!("{line:?}"));
            let whole = forgiving::command(Cli::command());
            let whole = whole.try_get_matches_from(&words).expect("good words");
            let read = |matches| format!("{:?}", CheckArgs::from_arg_matches(matches));
            assert_eq!(read(&alone), read(&whole));
            for id in alone.ids() {
                let source = |matches: &ArgMatches| matches.value_source(id.as_str());
                assert_eq!(source(&alone), source(&whole), "{line:?} {id}");
            }
        }
    }

    #[test]
    fn what_may_be_more_than_a_check_is_looked_at_whole() {
        let lines: [&[&str]; 8] = [
            &[],
            &["explain", "10060"],
            &["--lang", "en", "diff", "a", "b"],
            &["h", "-h"],
            &["h", "-V"],
            &["h", "--help"],
            &["--generate", "man"],
            &["h", "--no-such-option"],
        ];
        for line in lines {
            assert!(of_a_check(&words(line)).is_none(), "{line:?}");
        }
        let command = Cli::command();
        let commands = command.get_subcommands();
        let names = commands.flat_map(|command| {
            std::iter::once(command.get_name()).chain(command.get_all_aliases())
        });
        assert!(names.eq(COMMANDS), "a command is missing");
    }
}
