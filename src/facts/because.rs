//! How a target was read, and why so.

/// How the target was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// A host and its services.
    Host,
    /// One service of a host.
    Service,
    /// A mail domain: every mail exchanger on port 25.
    Domain,
    /// A mail address: the servers that a mail program is to be told.
    Account,
}

/// Why a target was read as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Because {
    /// One service was named.
    OneService,
    /// A domain, as the user wants it.
    DomainAsked,
    /// A domain, for it has MX records.
    HasMx,
    /// A host, for it has no MX records.
    NoMx,
    /// A host, for the name does not exist.
    NoSuchName,
    /// A host, for its MX records could not be looked up.
    MxUnknown,
    /// A host with the services that were named.
    ServicesNamed,
    /// A host, for it is an address.
    Address,
    /// A host, for its first label says what it is for.
    Label,
    /// A host, as the user wants it.
    HostAsked,
    /// A mail address.
    MailAddress,
    /// A host, for the hosts file of this machine has the name.
    HostsFile,
    /// A host, for the user says where to connect.
    ConnectTo,
    /// A host, for the proxy looks names up and cannot be asked for MX records.
    ByProxy,
}

impl Because {
    /// The reason in the JSON output, and the tail of the id of the sentence that says it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OneService => "service",
            Self::DomainAsked => "domain-forced",
            Self::HasMx => "domain-mx",
            Self::NoMx => "host-no-mx",
            Self::NoSuchName => "host-unknown",
            Self::MxUnknown => "host-mx-unknown",
            Self::ServicesNamed => "host-named",
            Self::Address => "host-address",
            Self::Label => "host-label",
            Self::HostAsked => "host-forced",
            Self::MailAddress => "account",
            Self::HostsFile => "host-hosts-file",
            Self::ConnectTo => "host-connect-to",
            Self::ByProxy => "host-by-proxy",
        }
    }

    /// How a target is read for this reason.
    pub const fn reading(self) -> Reading {
        match self {
            Self::OneService => Reading::Service,
            Self::MailAddress => Reading::Account,
            Self::DomainAsked | Self::HasMx => Reading::Domain,
            Self::NoMx
            | Self::NoSuchName
            | Self::MxUnknown
            | Self::ServicesNamed
            | Self::Address
            | Self::Label
            | Self::HostAsked
            | Self::HostsFile
            | Self::ConnectTo
            | Self::ByProxy => Reading::Host,
        }
    }
}
