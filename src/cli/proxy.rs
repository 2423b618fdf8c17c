//! The options that lead through a proxy.

use std::path::PathBuf;

use clap::{Args, ValueHint};

/// Which proxy, and where its password comes from.
#[derive(Clone, Debug, Default, Args)]
pub struct ProxyArgs {
    /// Make every connection through this proxy: a URL such as socks5h://user@proxy.example:1080 (socks4, socks4a, socks5,
    /// socks5h, http, https), env for what ALL_PROXY, HTTPS_PROXY and NO_PROXY say, or system for this system's settings
    #[arg(
        long,
        value_name = "URL",
        help_heading = "Through a proxy",
        value_hint = ValueHint::Url
    )]
    pub proxy: Option<String>,
    /// Read the password for the proxy from the first line of this file
    #[arg(
        long,
        value_name = "FILE",
        help_heading = "Through a proxy",
        value_hint = ValueHint::FilePath
    )]
    pub proxy_password_file: Option<PathBuf>,
    /// Read it from the first line of this open file descriptor (not on Windows)
    #[arg(long, value_name = "N", help_heading = "Through a proxy", value_hint = ValueHint::Other)]
    pub proxy_password_fd: Option<String>,
    /// Read it from the first line that this command prints; a shell runs it
    #[arg(
        long,
        value_name = "CMD",
        help_heading = "Through a proxy",
        value_hint = ValueHint::CommandString
    )]
    pub proxy_password_command: Option<String>,
}
