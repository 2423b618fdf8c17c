//! What may be typed. The doc comments are the help text.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

use crate::words::Lang;

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "mailcheck",
    version,
    about = "Says why this machine cannot talk to a mail server, whose fault it is, and what to do next.",
    override_usage = "mailcheck [OPTIONS] <TARGET>...\n       mailcheck explain <CODE|FINDING>...",
    after_help = AFTER_HELP,
    after_long_help = AFTER_HELP,
    max_term_width = 100,
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    disable_help_subcommand = true
)]
pub struct Cli {
    /// `mailcheck explain`.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// `mailcheck TARGET`.
    #[command(flatten)]
    pub check: CheckArgs,
}

/// What there is beside checking.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Explain an error number, a server's reply or a finding; asks no network
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain(ExplainArgs),
}

/// `mailcheck explain CODE...`.
#[derive(Debug, ClapArgs)]
pub struct ExplainArgs {
    /// 10060, 0x800CCC0E, 0x8007274C, ETIMEDOUT, 550, 5.7.1, "554 5.7.1 …", port-25-blocked
    // A pasted code may begin with a hyphen: -2146644978 is 0x800CCC0E, and "-ERR …" is what POP3 servers say.
    #[arg(
        value_name = "CODE|FINDING",
        required = true,
        allow_hyphen_values = true
    )]
    pub queries: Vec<String>,
    /// Language of the text [default: from the locale]
    #[arg(long, value_name = "LANG")]
    pub lang: Option<LangArg>,
}

/// `mailcheck TARGET...`.
#[derive(Debug, ClapArgs)]
pub struct CheckArgs {
    /// smtp.example.com, host:587, [2001:db8::1]:25, imaps://host, or a mail domain
    #[arg(value_name = "TARGET", required = true)]
    pub targets: Vec<String>,

    /// Services to check, by name or port: smtp,587,imaps or all [default: from the host's name]
    #[arg(
        short,
        long,
        value_name = "LIST",
        value_delimiter = ',',
        help_heading = "What to check"
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

    /// Wait so long for a connect, a DNS answer, each reply and TLS
    #[arg(
        short,
        long,
        value_name = "SECS",
        allow_negative_numbers = true,
        default_value = "10",
        help_heading = "How to check"
    )]
    pub timeout: String,
    /// Wait so long for the server's first line; late greetings are legal
    #[arg(
        long,
        value_name = "SECS",
        allow_negative_numbers = true,
        default_value = "30",
        help_heading = "How to check"
    )]
    pub greeting_timeout: String,
    /// End the whole run after this time, finished or not
    #[arg(
        long,
        value_name = "SECS",
        allow_negative_numbers = true,
        default_value = "90",
        help_heading = "How to check"
    )]
    pub deadline: String,
    /// Ask this DNS resolver, not the system's; may be repeated
    #[arg(long, value_name = "ADDR[:PORT]", help_heading = "How to check")]
    pub resolver: Vec<String>,
    /// Connect to this address; the name is still used for TLS
    #[arg(long, value_name = "ADDR", help_heading = "How to check")]
    pub connect_to: Option<String>,
    /// Expect this name in the certificate, not the host's
    #[arg(long, value_name = "NAME", help_heading = "How to check")]
    pub tls_name: Option<String>,
    /// Trust the authorities in this PEM file and no others
    #[arg(
        long,
        value_name = "PEM",
        conflicts_with = "roots",
        help_heading = "How to check"
    )]
    pub ca_file: Option<PathBuf>,
    /// Trust Mozilla's built-in list or the system's
    #[arg(
        long,
        value_name = "WHOSE",
        default_value = "mozilla",
        help_heading = "How to check"
    )]
    pub roots: RootsArg,
    /// Say this name in EHLO [default: this host's full name, else its address]
    #[arg(long, value_name = "NAME", help_heading = "How to check")]
    pub ehlo: Option<String>,

    /// text for people, html for a browser, markdown for tickets, json and ndjson (a line a target) for programs, junit
    /// for CI, nagios and prometheus for monitoring
    #[arg(
        short,
        long,
        value_name = "FORMAT",
        default_value = "text",
        help_heading = "What to show"
    )]
    pub format: FormatArg,
    /// Write the report to this file too, in the format of its ending: .txt .json .ndjson .md .html .xml (junit) .prom;
    /// may be repeated
    #[arg(short, long, value_name = "FILE", help_heading = "What to show")]
    pub output: Vec<PathBuf>,
    /// Show the dialogues and every DNS exchange
    #[arg(short, long, conflicts_with = "quiet", help_heading = "What to show")]
    pub verbose: bool,
    /// Show one line a target: the verdict
    #[arg(short, long, help_heading = "What to show")]
    pub quiet: bool,
    /// Colours; NO_COLOR is honoured
    #[arg(
        long,
        value_name = "WHEN",
        default_value = "auto",
        help_heading = "What to show"
    )]
    pub color: ColorArg,
    /// Language of the text [default: from the locale]
    #[arg(long, value_name = "LANG", help_heading = "What to show")]
    pub lang: Option<LangArg>,
    /// Hide public addresses too (in Markdown)
    #[arg(long, help_heading = "What to show")]
    pub redact: bool,
    /// A certificate that ends in fewer days is a warning [default: 14] (with -f nagios)
    #[arg(long, value_name = "DAYS", help_heading = "What to show")]
    pub warning_days: Option<u16>,
    /// A certificate that ends in fewer days is critical [default: 3] (with -f nagios)
    #[arg(long, value_name = "DAYS", help_heading = "What to show")]
    pub critical_days: Option<u16>,
    /// Exit with 1 for warnings too
    #[arg(long, help_heading = "What to show")]
    pub strict: bool,
}

/// `--roots`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RootsArg {
    /// Mozilla's list, built in.
    Mozilla,
    /// The list of this system.
    System,
}

/// `--format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FormatArg {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// For programs that read a line at a time.
    Ndjson,
    /// For tickets.
    Markdown,
    /// For a browser, and for paper.
    Html,
    /// For what shows test results.
    Junit,
    /// For Nagios, Icinga and their kin.
    Nagios,
    /// For Prometheus.
    Prometheus,
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
}

/// Whether a command line that makes no sense otherwise was to answer a monitoring system.
pub fn asks_for_nagios(args: &[OsString]) -> bool {
    let pair = |two: &[OsString]| (two[0] == "-f" || two[0] == "--format") && two[1] == "nagios";
    let one = |arg: &OsString| arg == "-fnagios" || arg == "--format=nagios";
    args.windows(2).any(pair) || args.iter().any(one)
}

impl LangArg {
    /// The language meant.
    pub const fn lang(self) -> Lang {
        match self {
            Self::En => Lang::En,
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
  mailcheck -o report.html -o report.json mail.example.com
  mailcheck -f json -s submission,imaps mail.example.com
  mailcheck explain 10060 0x800CCC0E

Exit codes:
  0  works, perhaps with warnings (--strict: 1 for those)
  1  does not work
  2  wrong usage
  3  cannot be told: this machine, its network, its resolver or a limit of
     the server stood in the way
  With -f nagios: 0 OK, 1 WARNING, 2 CRITICAL (does not work), 3 UNKNOWN (cannot
  be told, or wrong usage).

Nothing is logged in, and no mail is sent.";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  mailcheck explain 10060
  mailcheck explain 0x800CCC0E 0x8007274C
  mailcheck explain ETIMEDOUT 5.7.1 port-25-blocked
  mailcheck explain \"554 5.7.1 Service unavailable; Client host blocked\"";
