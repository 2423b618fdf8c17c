//! Which proxy is to be gone through, and where its password comes from.

use std::ffi::OsString;
use std::net::IpAddr;

use super::account::descriptor;
use super::{AccountError, UsageError};
use crate::cli::CheckArgs;
use crate::cli::environment::{Given, PROXY};
use crate::cli::proxy::ProxyArgs;
use crate::facts::SystemProxy;
use crate::no_proxy::Exceptions;
use crate::plan::Named;
use crate::secret::{Secret, Source};
use crate::target::HostName;
use crate::wire::proxy::{Proxy, Url, UrlFault};
use crate::words::{Said, Sentence};
use crate::{args, said_errors};

/// A proxy that was asked for; its password is still to be looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProxyAsked {
    /// Which.
    pub proxy: Proxy,
    /// Where the password comes from.
    pub password: PasswordOf,
    /// Who named it.
    pub named: Named,
    /// What goes without it.
    pub except: Exceptions,
}

/// Where the password for a proxy comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PasswordOf {
    /// There is no user, or the kind takes none.
    Nobody,
    /// It stood in the variable that names the proxy.
    Url(Secret),
    /// It is to be looked for.
    Source(Source),
}

/// What is wrong with the options about a proxy. No password is said again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProxyError {
    /// No URL of a proxy.
    Url {
        /// As typed, without the user and the password.
        value: String,
        /// The option or variable.
        given: Given,
        /// What is wrong.
        fault: UrlFault,
    },
    /// A password on the command line.
    PasswordTyped,
    /// A password for a kind that takes none.
    NoPassword {
        /// The kind.
        kind: &'static str,
    },
    /// A password without a user.
    NoUser {
        /// The option that says where it is.
        option: &'static str,
    },
    /// `--proxy env`, and no variable names one.
    NotInEnvironment,
    /// `--proxy system`, and the settings name none.
    NotInSystem,
    /// `--proxy system`, and the settings name a script.
    Script {
        /// Its address.
        pac: String,
    },
    /// `--sender`, which would see the proxy.
    Sender,
    /// A mail domain without a DNS to ask.
    Domain {
        /// The kind.
        kind: &'static str,
    },
    /// A proxy for a command that goes through none.
    NotHere {
        /// The words of the command.
        command: &'static str,
    },
}

said_errors!(ProxyError);

impl Said for ProxyError {
    fn said(&self) -> Sentence {
        let (id, args) = match self {
            Self::Url {
                value,
                given,
                fault,
            } => (
                match fault {
                    UrlFault::Scheme => "usage-proxy-scheme",
                    UrlFault::Host => "usage-proxy-host",
                    UrlFault::Port => "usage-proxy-port",
                    UrlFault::User => "usage-proxy-user",
                },
                args! { "value" => value.as_str(), "option" => given.to_string() },
            ),
            Self::PasswordTyped => ("usage-proxy-password", args! {}),
            Self::NoPassword { kind } => ("usage-proxy-no-password", args! { "kind" => *kind }),
            Self::NoUser { option } => ("usage-proxy-no-user", args! { "option" => *option }),
            Self::NotInEnvironment => ("usage-proxy-env", args! {}),
            Self::NotInSystem => ("usage-proxy-system", args! {}),
            Self::Script { pac } => ("usage-proxy-pac", args! { "pac" => pac.as_str() }),
            Self::Sender => ("usage-proxy-sender", args! {}),
            Self::Domain { kind } => ("usage-proxy-mx", args! { "kind" => *kind }),
            Self::NotHere { command } => {
                let option = PROXY.name;
                (
                    "usage-proxy-not-here",
                    args! { "option" => option, "command" => *command },
                )
            }
        };
        Sentence { id, args }
    }
}

impl From<ProxyError> for UsageError {
    fn from(error: ProxyError) -> Self {
        Self::Proxy(error)
    }
}

/// That a command is told of no proxy which goes through none: `serve` must know to which addresses a name leads before it
/// asks there (`--allow`), and a survey is made from the network of each machine that works for it.
pub fn without_proxy(
    command: &'static str,
    variable: &dyn Fn(&str) -> Option<OsString>,
) -> Result<(), ProxyError> {
    match variable(PROXY.name).filter(|url| !url.is_empty()) {
        Some(_) => Err(ProxyError::NotHere { command }),
        None => Ok(()),
    }
}

/// Where curl looks for a proxy that is for everything, and for one of encrypted pages; small letters first.
const VARIABLES: [&str; 4] = ["all_proxy", "ALL_PROXY", "https_proxy", "HTTPS_PROXY"];
/// The same for what goes without it.
const EXCEPTIONS: [&str; 2] = ["no_proxy", "NO_PROXY"];

/// The proxy to go through, where one is asked for. `variable` looks a variable up, `system` the settings of this system.
pub fn proxy(
    args: &CheckArgs,
    variable: &dyn Fn(&str) -> Option<OsString>,
    system: &dyn Fn() -> Option<SystemProxy>,
) -> Result<Option<ProxyAsked>, UsageError> {
    let source = source(&args.proxy)?;
    let Some(typed) = args.proxy.proxy.as_deref().map(str::trim) else {
        return match source {
            Some((option, _)) => {
                let other = "--proxy";
                Err(AccountError::Lacks { option, other }.into())
            }
            None => Ok(None),
        };
    };
    let given = args.given("--proxy");
    let (url, given, named, except) = match typed {
        "env" => of_environment(variable)?,
        "system" => of_system(system())?,
        url => {
            let named = match given {
                Given::Option(_) => Named::Typed,
                Given::Variable(name) => Named::Variable(name),
            };
            (url.to_owned(), given, named, Exceptions::default())
        }
    };
    let url = read(&url, given)?;
    let kind = url.proxy.kind.name();
    if url.password.is_some() && named == Named::Typed {
        return Err(ProxyError::PasswordTyped.into());
    }
    if args.sender.is_wanted() {
        return Err(ProxyError::Sender.into());
    }
    if args.mx && url.proxy.kind.looks_names_up() {
        return Err(ProxyError::Domain { kind }.into());
    }
    Ok(Some(ProxyAsked {
        password: password_of(&url, source)?,
        proxy: url.proxy,
        named,
        except,
    }))
}

type Found = (String, Given, Named, Exceptions);

fn of_environment(variable: &dyn Fn(&str) -> Option<OsString>) -> Result<Found, ProxyError> {
    let text = |name: &'static str| {
        let value = variable(name).filter(|value| !value.is_empty())?;
        Some((name, value.to_string_lossy().into_owned()))
    };
    let (name, url) = VARIABLES
        .into_iter()
        .find_map(text)
        .ok_or(ProxyError::NotInEnvironment)?;
    let except = EXCEPTIONS.into_iter().find_map(text);
    let except = except.map(|(_, list)| Exceptions::of_environment(&list));
    let (given, named) = (Given::Variable(name), Named::Variable(name));
    Ok((url, given, named, except.unwrap_or_default()))
}

fn of_system(settings: Option<SystemProxy>) -> Result<Found, ProxyError> {
    let settings = settings.ok_or(ProxyError::NotInSystem)?;
    let Some(url) = settings.proxy.as_deref().and_then(of_windows) else {
        return Err(match settings.pac {
            Some(pac) => ProxyError::Script { pac },
            None => ProxyError::NotInSystem,
        });
    };
    let except = settings.bypass.as_deref().map(Exceptions::of_windows);
    let given = Given::Option("--proxy system");
    Ok((url, given, Named::System, except.unwrap_or_default()))
}

/// The proxy of a setting of Windows, as a URL: one for everything, or the one for encrypted pages, for pages, or of SOCKS,
/// which is version 4 there.
fn of_windows(setting: &str) -> Option<String> {
    let words = || setting.split([';', ' ']).filter(|word| !word.is_empty());
    let of = |protocol: &str| {
        words().find_map(|word| {
            let (name, place) = word.split_once('=')?;
            name.eq_ignore_ascii_case(protocol).then_some(place)
        })
    };
    let for_all = words().find(|word| !word.contains('='));
    let (scheme, place) = for_all
        .or_else(|| of("https"))
        .or_else(|| of("http"))
        .map(|place| ("http", place))
        .or_else(|| of("socks").map(|place| ("socks4", place)))?;
    let has_scheme = place.contains("://");
    let has_port = place
        .rsplit_once(':')
        .is_some_and(|(_, port)| port.parse::<u16>().is_ok());
    Some(match (has_scheme, has_port, scheme) {
        (true, ..) => place.to_owned(),
        (false, false, "http") => format!("http://{place}:80"),
        (false, ..) => format!("{scheme}://{place}"),
    })
}

fn read(typed: &str, given: Given) -> Result<Url, ProxyError> {
    let bad = |fault| ProxyError::Url {
        // What stands before the last at sign may be a password.
        value: typed.rsplit('@').next().unwrap_or_default().to_owned(),
        given,
        fault,
    };
    let mut url = Url::read(typed).map_err(bad)?;
    if url.proxy.host.parse::<IpAddr>().is_err() {
        let name = url.proxy.host.parse::<HostName>();
        url.proxy.host = name.map_err(|_| bad(UrlFault::Host))?.ascii;
    }
    Ok(url)
}

fn source(args: &ProxyArgs) -> Result<Option<(&'static str, Source)>, UsageError> {
    let file = args.proxy_password_file.clone().map(Source::File);
    let number = args.proxy_password_fd.as_deref();
    let number = number.map(|typed| descriptor(typed).map_err(|_| AccountError::ProxyDescriptor));
    let command = args.proxy_password_command.clone().map(Source::Command);
    let given = [
        ("--proxy-password-file", file),
        (
            "--proxy-password-fd",
            number.transpose()?.map(Source::Descriptor),
        ),
        ("--proxy-password-command", command),
    ];
    let mut given = given
        .into_iter()
        .filter_map(|(option, source)| Some((option, source?)));
    match (given.next(), given.next()) {
        (Some((option, _)), Some((other, _))) => {
            Err(AccountError::TwoSources { option, other }.into())
        }
        (first, _) => Ok(first),
    }
}

fn password_of(
    url: &Url,
    source: Option<(&'static str, Source)>,
) -> Result<PasswordOf, ProxyError> {
    let kind = url.proxy.kind;
    let wants = kind.takes_password();
    match (source, &url.password, &url.proxy.user) {
        (Some(_), ..) | (None, Some(_), _) if !wants => {
            Err(ProxyError::NoPassword { kind: kind.name() })
        }
        (Some((option, _)), _, None) => Err(ProxyError::NoUser { option }),
        (Some((_, source)), ..) => Ok(PasswordOf::Source(source)),
        (None, Some(password), _) => Ok(PasswordOf::Url(Secret::new(password.clone()))),
        (None, None, Some(_)) if wants => Ok(PasswordOf::Source(Source::VariableOrPrompt)),
        (None, None, _) => Ok(PasswordOf::Nobody),
    }
}

#[cfg(test)]
mod tests;
