//! Sentences that readers of bounces have collected from servers of all kinds: what they say of the client's address first,
//! then of senders, recipients and messages, and of the server itself.
//!
//! Sources: sisimai (`Sisimai/Reason` and `Sisimai/Rhost`), Mimecast's page of SMTP error codes, and the public reports that
//! stand with the texts in the tests of `explain`.

use super::ReplyText as Says;
use super::{Pattern, row};

/// The patterns, the most exact first.
#[rustfmt::skip] // a table is read by its columns
pub(super) const PATTERNS: &[Pattern] = &[
    // The name of the client's address.
    row(Says::ReverseDnsMissing, &["ip name lookup failed"]),
    row(Says::ReverseDnsMissing, &["unresolvable relay"]),
    row(Says::ReverseDnsMissing, &["unverifyable sending"]),
    row(Says::ReverseDnsMissing, &["unverifiable sending"]),
    row(Says::ReverseDnsMissing, &["corresponding forward dns"]),
    row(Says::ReverseDnsMissing, &["mismatches client ip"]),
    row(Says::ReverseDnsMissing, &["fix reverse"]),
    // Its kind.
    row(Says::DynamicAddress, &["smtp server of your isp"]),
    row(Says::DynamicAddress, &["smtp server of your provider"]),
    row(Says::DynamicAddress, &["mail server of your isp"]),
    row(Says::DynamicAddress, &["mail server of your provider"]),
    row(Says::DynamicAddress, &["use your isp"]),
    row(Says::DynamicAddress, &["through your isp"]),
    row(Says::DynamicAddress, &["via your isp"]),
    row(Says::DynamicAddress, &["your isp's smtp"]),
    row(Says::DynamicAddress, &["your isp's mail"]),
    row(Says::DynamicAddress, &["your provider's smtp"]),
    row(Says::DynamicAddress, &["your provider's mail"]),
    row(Says::DynamicAddress, &["dynamic", "ips blocked"]),
    // What is known of it.
    row(Says::BlockList, &["rbl reject"]),
    row(Says::BlockList, &["ivmsip"]),
    row(Says::BlockList, &["blocklisting"]),
    row(Says::BlockList, &["rbl restriction"]),
    row(Says::BlockList, &["temporary blacklisted"]),
    row(Says::Reputation, &["ip/domain reputation"]),
    row(Says::Reputation, &["remotehost looks suspiciously like"]),
    row(Says::Reputation, &["you are sending spam"]),
    row(Says::Reputation, &["this ip has been", "blocked"]),
    row(Says::Reputation, &["abus detecte"]),
    row(Says::BlockList, &["bloquee pour incident de spam"]),
    row(Says::ClientRefused, &["bad sender ip"]),
    row(Says::ClientRefused, &["sender ip address rejected"]),
    row(Says::ClientRefused, &["accepting mail from your ip"]),
    row(Says::ClientRefused, &["no access from mail server"]),
    row(Says::ClientRefused, &["your access to submit messages"]),
    row(Says::ClientRefused, &["host network not allowed"]),
    row(Says::ClientRefused, &["hostname is not authorized"]),
    row(Says::TooManyConnections, &["not accepting connections", "too many"]),
    row(Says::ClientRefused, &["554", "not accepting connections"]),
    row(Says::ServerTrouble, &["not accepting connections"]),
    // How much comes.
    row(Says::TooManyConnections, &["outbound thread limit"]),
    row(Says::RateLimited, &["messages per session"]),
    row(Says::RateLimited, &["try again slower"]),
    row(Says::RateLimited, &["too many bad commands"]),
    row(Says::RecipientBusy, &["exceeding receiving limits"]),
    // Mimecast says so of the first try of a stranger.
    row(Says::Greylisted, &["internal resource", "temporarily unavailable"]),
    // The sender.
    row(Says::SpfFailed, &["invalid ip for sending mail of domain"]),
    row(Says::SpfFailed, &["purported responsible"]),
    row(Says::SpfFailed, &["not allowed to send", "spf"]),
    row(Says::SpfFailed, &["spf.pobox.com"]),
    row(Says::SenderDomainUnknown, &["from: domain is invalid"]),
    row(Says::SenderRefused, &["sender address blocked"]),
    row(Says::SenderRefused, &["rejected by recipients"]),
    row(Says::SenderRefused, &["emetteur invalide"]),
    row(Says::SenderRefused, &["émetteur invalide"]),
    // The recipient.
    row(Says::AccountDisabled, &["archived recipient"]),
    row(Says::AccountDisabled, &["compte du destinataire", "bloqu"]),
    row(Says::MailboxFull, &["destinataire", "pleine"]),
    row(Says::MailboxFull, &["error writing message", "file too large"]),
    row(Says::MailboxFull, &["space has been used up"]),
    row(Says::MailboxFull, &["exceeded the local limit"]),
    row(Says::MailboxFull, &["too many messages on the server"]),
    row(Says::MailboxUnknown, &["destinataire", "invalide"]),
    row(Says::MailboxUnknown, &["inactive email address"]),
    row(Says::MailboxUnknown, &["not in route list"]),
    row(Says::MailboxUnknown, &["badrcptto"]),
    // Exchange's words for a recipient that its front does not know, in Chinese.
    row(Says::MailboxUnknown, &["5.4.1", "收件人地址被拒绝"]),
    row(Says::MailboxUnknown, &["bad-recipient"]),
    row(Says::MailboxUnknown, &["bad_recipient"]),
    row(Says::MailboxUnknown, &["no mailbox available"]),
    row(Says::MailboxUnknown, &["account unavailable"]),
    row(Says::MailboxUnknown, &["no one at this address"]),
    row(Says::MailboxUnknown, &["no longer accepts mail"]),
    row(Says::MailboxUnknown, &["not a local address"]),
    row(Says::MailboxUnknown, &["no existe dicha persona"]),
    row(Says::MailboxUnknown, &["no longer on server"]),
    row(Says::RecipientUnchecked, &["recipient temporarily unavailable"]),
    // The login.
    row(Says::AuthorisationCodeNeeded, &["enter your authorization"]),
    row(Says::AuthenticationNotOffered, &["authentication not allowed on"]),
    row(Says::AuthenticationNotOffered, &["does not support smtp auth"]),
    row(Says::AuthenticationRequired, &["authentification requise"]),
    row(Says::CredentialsRefused, &["authentification invalide"]),
    row(Says::CredentialsRefused, &["identifiants invalides"]),
    row(Says::CredentialsRefused, &["mot de passe", "incorrect"]),
    row(Says::CredentialsRefused, &["mot de passe", "invalide"]),
    // The message.
    row(Says::MessageTooLarge, &["taille limite du message"]),
    row(Says::ContentRefused, &["reject due to policy restrictions"]),
    row(Says::ContentRefused, &["rejected due to security policies"]),
    row(Says::ContentRefused, &["mail rejete"]),
    row(Says::ContentRefused, &["message rejete"]),
    // The server.
    row(Says::ServerTrouble, &["system config error"]),
    row(Says::ServerTrouble, &["unable to process connection"]),
    row(Says::ServerTrouble, &["unable to process command"]),
    row(Says::ServerTrouble, &["unable to process an email"]),
    row(Says::ServerTrouble, &["unable to contact ldap"]),
];
