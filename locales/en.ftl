# mailcheck speaks English.
#
# An entry is cut out and parsed when it is first asked for, so an entry refers to no other entry.

### What the reports say around the findings: headings, tables, settings, failures.

## Words

this-machine = (this machine)
yes = yes
no = no
none = none
and-more = { " " }and { $count } more
between-items = { ", " }
between-clauses = { "; " }
both-forms = { $unicode } ({ $ascii })

duration-under-ms = <{ $number } ms
duration-ms = { $number } ms
duration-s = { $number } s

protocol-smtp = SMTP
protocol-pop3 = POP3
protocol-imap = IMAP

stage-resolve = name lookup
stage-connect = connect
stage-greeting = greeting
stage-capabilities = capabilities
stage-starttls = STARTTLS
stage-tls = TLS handshake
stage-certificate = certificate check
stage-login = login
stage-transaction = handing over the mail
stage-quit = goodbye

outcome-ok = ok
outcome-failed = failed
outcome-partly = partly
outcome-skipped = skipped

severity-error = Error
severity-inconclusive = Inconclusive
severity-warning = Warning
severity-info = Note

verdict-ok = OK
verdict-warning = Warning
verdict-inconclusive = Inconclusive
verdict-failed = Failed

owner-this-machine = whoever looks after this computer
owner-network = whoever runs the network between this computer and the server
owner-server = whoever runs the mail server
owner-domain = whoever runs the DNS of the domain
owner-account = whoever owns the mailbox
owner-unknown = cannot be told from here
owner-own-router = whoever looks after your own router, or your provider

## How the target was read

heading = { $name }: { $reading }
heading-addresses = Addresses: { $addresses }
heading-addresses-connect-to = Addresses: { $addresses } (given with --connect-to)
heading-addresses-hosts-file = Addresses: { $addresses } (from this machine's hosts file, not from the DNS)
heading-addresses-by-proxy = Addresses: the proxy looks them up
heading-aliases = Alias of: { $aliases }
heading-dane = { $several ->
    [yes] DANE for { $host }
   *[no] DANE
}: { $what ->
    [matches] the certificate matches the signed records
    [mismatch] the certificate does not match the signed records
    [none] no records published
    [unsigned] records published, but not signed; they do not count
    [unusable] the signed records cannot be used for mail
    [unvalidated] records published; their signatures could not be validated here
    [failed] the records could not be looked up
   *[signed] signed records published; the certificate was not seen
}

reading-service = one service of a host, { $service } on port { $port }
reading-domain-mx = a mail domain, because it has MX records; tried as another mail server would
reading-domain-forced = a mail domain, as asked; tried as another mail server would
reading-host-no-mx = a host, because it has no MX records
reading-host-unknown = taken as a host
reading-host-mx-unknown = taken as a host; its MX records could not be looked up
reading-host-named = a host, with the services asked for
reading-host-address = a host, given by its address
reading-host-label = a host; by its name, the { $protocol } services are checked
reading-host-forced = a host, as asked
reading-host-connect-to = a host, because --connect-to says where to connect
reading-host-by-proxy = a host, because the proxy looks names up and cannot be asked for MX records
reading-host-hosts-file = a host, because the hosts file of this machine has its name

## The table

column-host = Host
column-service = Service
column-port = Port
column-address = Address
column-result = Result
column-time = Time
column-details = Details

group-host = { $preference ->
    [none] { $host }: { $addresses ->
        [none] no address
       *[other] { $addresses }
    }
   *[other] { $host } (preference { $preference }): { $addresses ->
        [none] no address
       *[other] { $addresses }
    }
}
row-services = all { $count }
row-others = others
row-nowhere = none
row-everywhere = { $count ->
    [2] both
   *[other] all { $count }
}

what-not-tried = not tried
what-skipped = not tried: this machine has no { $family }
what-no-tls = no encryption
what-tls-trusted = { $version }, trusted until { $date }
what-tls-untrusted = { $version }, not trusted: { $problems }
what-answers = answers
what-context = for comparison: { $what }

short-deadline = not finished: mailcheck stopped at { $stage }
short-timeout = timeout after { $elapsed } at { $stage }
short-refused = refused at { $stage }
short-unreachable = { $icmp ->
    [none] unreachable
   *[other] { $icmp }
}
short-prohibited = { $icmp ->
    [none] prohibited
   *[other] { $icmp }
}
short-reset = connection reset at { $stage }
short-closed = { $partial ->
    [some] connection closed in the middle of the { $stage }
   *[none] connection closed before the { $stage }
}
short-closed-starttls = connection closed at STARTTLS
short-closed-tls = connection closed in the TLS handshake
short-closed-login = connection closed instead of an answer to the login
short-closed-quit = connection closed at the goodbye
short-local = not possible on this machine
short-not-found = name not found
short-no-data = name has no address
short-dns-failure = { $reason ->
    [servfail] DNS failure: SERVFAIL
    [refused] DNS failure: REFUSED
    [rcode] DNS failure: code { $detail }
    [unreachable] DNS server unreachable
    [tcp-blocked] DNS over TCP blocked
    [alias-loop] aliases without end
    [malformed] not a DNS answer
    [no-resolver] no DNS server configured
   *[other] DNS failure
}
short-protocol = { $detail ->
    [none] not { $protocol } at { $stage }
    [out-of-place] an answer out of place at { $stage }
   *[other] { $detail } speaks there, not { $protocol }
}
short-rejected = { $reason ->
    [temporary] rejected for now: { $detail }
   *[permanent] rejected: { $detail }
}
short-not-offered = { $keyword } not offered
short-tls = { $reason ->
    [not-tls] { $detail ->
        [none] no TLS on this port
       *[other] no TLS on this port, { $detail } speaks there
    }
    [incompatible] no TLS version or cipher in common
    [misbehaved] TLS rules broken by the server
    [oversized] handshake message too long
    [signature] handshake signature does not fit the certificate
    [other] TLS failed
   *[alert] TLS alert { $detail }
}
short-proxy = { $fault ->
    [unreachable] the proxy is not reached: { $detail }
    [auth-required] the proxy wants a login: { $detail }
    [auth-refused] the proxy refused the login: { $detail }
    [auth-unsupported] the proxy wants another kind of login: { $detail }
    [refused] the proxy refused: { $detail }
    [hung-up] the proxy hung up
    [cannot-reach-server] the proxy cannot reach the server: { $detail }
    [wrong-kind] no proxy of this kind answers
    [wrong-kind-closed] the proxy hung up at once
    [timeout] the proxy did not answer
    [timeout-asked] the proxy did not answer the request
   *[tls] TLS with the proxy failed: { $detail }
}
short-certificate = certificate not trusted: { $detail }

## Failures, a sentence each

failure-deadline = mailcheck stopped at this stage: { $stage }. Nothing follows from that about the server.

failure-timeout = { $address } stayed silent for { $elapsed } on port { $port }, at this stage: { $stage }.
failure-timeout-resolve = No DNS server answered within { $elapsed } when asked for the address of { $host }.
failure-timeout-connect = { $timer ->
    [kernel] { $address } did not answer on port { $port }; the operating system gave up after { $elapsed }.
   *[own] { $address } did not answer on port { $port } within { $elapsed }.
}
failure-timeout-greeting = { $partial ->
    [some] { $address } accepted the connection to port { $port } and had not finished its greeting after { $elapsed }; it began with "{ $received }".
   *[none] { $address } accepted the connection to port { $port } and then said nothing for { $elapsed }.
}
failure-timeout-capabilities = { $address } stopped answering on port { $port }: no reply within { $elapsed } when asked what it offers.
failure-timeout-starttls = { $address } did not answer the STARTTLS request on port { $port } within { $elapsed }.
failure-timeout-tls = { $address } did not complete the TLS handshake on port { $port } within { $elapsed }.
failure-timeout-login = { $address } did not answer the login on port { $port } within { $elapsed }.
failure-timeout-quit = { $address } did not answer the goodbye on port { $port } within { $elapsed }.

failure-refused = { $from ->
    [none] { $address } refused the connection to port { $port } after { $elapsed }.
   *[other] { $from } answered with "{ $icmp }" when asked for port { $port } of { $address }.
}
failure-unreachable = { $icmp ->
    [none] There is no way to { $address }: { $detail }.
   *[other] { $from ->
        [none] A router reported "{ $icmp }" for { $address }.
       *[other] { $from } reported "{ $icmp }" for { $address }.
    }
}
failure-prohibited = { $icmp ->
    [none] The system says that the connection to port { $port } of { $address } is forbidden: { $detail }.
   *[other] { $from ->
        [none] A firewall forbids the connection to port { $port } of { $address }: "{ $icmp }".
       *[other] { $from } forbids the connection to port { $port } of { $address }: "{ $icmp }".
    }
}
failure-reset = The connection to port { $port } of { $address } was reset after { $elapsed }, at this stage: { $stage }.
failure-reset-greeting = The connection to port { $port } of { $address } was reset before a greeting came.
failure-reset-tls = The connection to port { $port } of { $address } was reset during the TLS handshake.
failure-closed = { $partial ->
    [some] { $address } closed the connection to port { $port } in the middle of an answer, at this stage: { $stage }.
   *[none] { $address } closed the connection to port { $port } where an answer was due, at this stage: { $stage }.
}
failure-closed-greeting = { $partial ->
    [some] { $address } closed the connection to port { $port } in the middle of its greeting.
   *[none] { $address } closed the connection to port { $port } before a greeting came.
}
failure-closed-tls = { $address } closed the connection to port { $port } during the TLS handshake.
failure-local = This machine could not make the connection to port { $port } of { $address }: { $detail }.
failure-not-found = The name { $host } does not exist in the DNS.
failure-no-data = The name { $host } exists, but has no address.
failure-dns-failure = { $reason ->
    [servfail] The DNS servers could not find the address of { $host } (SERVFAIL).
    [refused] The DNS servers refused to look up { $host } (REFUSED).
    [rcode] The DNS servers answered the question for { $host } with response code { $detail }.
    [unreachable] The DNS server could not be reached: { $detail }.
    [tcp-blocked] The answer for { $host } is too long for UDP, and the DNS server does not answer over TCP.
    [alias-loop] The aliases of { $host } lead back to where they began, or do not end.
    [malformed] What the DNS server sent for { $host } is not a DNS answer.
    [no-resolver] No DNS server is set on this machine, so { $host } could not be looked up.
   *[other] The address of { $host } could not be looked up.
}
failure-protocol = { $detail ->
    [none] What { $address } sent on port { $port } is not { $protocol }: "{ $received }".
    [out-of-place] What { $address } answered on port { $port } does not fit what was said: "{ $received }".
   *[other] { $detail } speaks on port { $port } of { $address }, not { $protocol }: "{ $received }".
}
failure-rejected = { $reason ->
    [temporary] { $address } said no on port { $port } for now, at this stage: { $stage }. Its words: "{ $detail }".
   *[permanent] { $address } said no on port { $port }, at this stage: { $stage }. Its words: "{ $detail }".
}
failure-not-offered = { $address } does not offer { $keyword } on port { $port }.
failure-tls = { $reason ->
    [not-tls] { $detail ->
        [none] { $address } answered the TLS handshake on port { $port } with something that is not TLS: "{ $received }".
       *[other] { $address } answered the TLS handshake on port { $port } in { $detail }: "{ $received }".
    }
    [incompatible] { $address } and mailcheck have no TLS version or cipher in common on port { $port }: { $detail }.
    [signature] { $address } shows a certificate on port { $port } with which it cannot sign.
    [oversized] { $address } sends more than 64 KiB in one message of the TLS handshake on port { $port }, which is more than mailcheck takes.
    [misbehaved] { $address } broke the rules of TLS on port { $port }: { $detail }.
    [other] The TLS handshake with { $address } on port { $port } failed: { $detail }.
   *[alert] { $address } ended the TLS handshake on port { $port } with the alert { $detail }.
}
failure-proxy = { $fault ->
    [unreachable] The proxy could not be reached, so { $address } was not asked on port { $port }: { $detail }.
    [auth-required] The proxy wants a login before it connects to port { $port } of { $address }: { $detail }.
    [auth-refused] The proxy refused the login and did not connect to port { $port } of { $address }: { $detail }.
    [auth-unsupported] The proxy wants another kind of login before it connects to port { $port } of { $address }: { $detail }.
    [refused] The proxy refused to connect to port { $port } of { $address }: { $detail }.
    [hung-up] The proxy hung up when it was asked for port { $port } of { $address }.
    [cannot-reach-server] The proxy could not connect to port { $port } of { $address }: { $detail }.
    [wrong-kind] What answers at the proxy's address is no proxy of this kind; port { $port } of { $address } was not asked.
    [wrong-kind-closed] What answers at the proxy's address hung up at once; port { $port } of { $address } was not asked.
    [timeout] The proxy did not answer within { $elapsed }; port { $port } of { $address } was not asked.
    [timeout-asked] The proxy did not say within { $elapsed } whether it reached port { $port } of { $address }.
   *[tls] TLS with the proxy failed, so port { $port } of { $address } was not asked: { $detail }.
}
failure-certificate = The certificate that { $address } shows on port { $port } is not trusted: { $detail }.

certificate-place = { $number ->
    [1] it
   *[other] certificate { $number } of its chain
}
no-names = no name
problem-expired = { $place } expired on { $date }
    .short = expired on { $date }
problem-not-yet-valid = { $place } is not valid before { $date }
    .short = not valid before { $date }
problem-name-mismatch = it is made out to { $names }, not to { $expected }
    .short = made out to another name
problem-self-signed = it is signed by itself
    .short = self-signed
problem-unknown-issuer = its issuer is not among the trusted: { $issuer }
    .short = unknown issuer
problem-chain-incomplete = the server does not send the certificate of its issuer: { $issuer }
    .short = chain incomplete
problem-wrong-purpose = it is not meant for servers
    .short = not meant for servers
problem-weak = { $place } is too weak ({ $what })
    .short = too weak, { $what }
problem-malformed = { $place } is against the rules ({ $what })
    .short = malformed

## Findings

found-line = { $severity }: { $title }
found-owner = Who can fix it: { $owner }
found-evidence = Why we think so:
found-steps = What to do:
found-numbers = Error codes that mail programs show for this: { $numbers }
numbers-outlook = Outlook { $numbers }
numbers-winsock = socket error { $numbers }
numbers-os = { $os } errno { $numbers }

## The path

path-line = Path to port { $port } of { $address }: { $hops }
path-hop = { $ttl } { $what }
path-time-exceeded = { $from ->
    [none] a router
   *[other] { $from }
}
path-unreachable = { $from ->
    [none] "{ $icmp }"
   *[other] { $from } says "{ $icmp }"
}
path-stopped = { $from ->
    [none] goes no farther
   *[other] { $from } says that it goes no farther
}
path-open = { $from ->
    [none] open
   *[other] { $from } open
}
path-refused = { $from ->
    [none] refused
   *[other] { $from } refused
}
path-replied = { $from ->
    [none] answered
   *[other] { $from } answered
}
path-silent = silent

## Settings

settings-heading = Settings that work from here, for a mail program
settings-use = For
settings-server = Server
settings-port = Port
settings-encryption = Encryption
settings-authentication = Authentication
settings-use-smtp = sending (SMTP)
settings-use-imap = reading (IMAP)
settings-use-pop3 = reading (POP3)
settings-no-mechanism = none named by the server
settings-login = { $ways ->
    [both] password or OAuth2 ({ $mechanisms })
    [password] password ({ $mechanisms })
    [oauth2] OAuth2 ({ $mechanisms })
    [encrypted] encrypted password ({ $mechanisms })
   *[none] { $mechanisms }
}
settings-not-everywhere = { $what } (works only at some of its addresses)
settings-user = User name: usually the whole mail address; ask the provider.
settings-well = Network and server work from here. If a mail program still fails: compare its settings (-v: each program); for a test switch off its proxy and antivirus mail protection; check user name (often the whole address) and (app) password.
settings-well-with-login = Network and server work from here, and the login was accepted. If a mail program still fails: compare its settings (-v: each program), type the password there anew, and for a test switch off its proxy and antivirus mail protection.
settings-larger-hello = mailcheck's TLS hello fits into one packet. That of newer programs (X25519MLKEM768, as in OpenSSL 3.5 and Go 1.24) needs two, and some old servers and firewalls do not take it: such a program gets no answer or a reset, and an older one connects. With --large-hello mailcheck tries that.
settings-user-more = User name: usually the whole mail address; ask the provider. Each program: -v
settings-programs = The same for Outlook, Thunderbird, Apple Mail and msmtp
settings-change-heading = Settings to change in the mail program
settings-change = Port { $port } of { $host }: { $right }, not { $wrong }. To see whether all of it works so: mailcheck { $url }

settings-outlook = Outlook
settings-outlook-line = { $use ->
    [smtp] Outgoing mail (SMTP)
    [pop3] Incoming mail (POP3)
   *[imap] Incoming mail (IMAP)
}: server { $host }, port { $port }, encryption method { $encryption }
settings-outlook-login = "My outgoing server (SMTP) requires authentication": ticked
settings-outlook-password = "Require logon using Secure Password Authentication (SPA)": not ticked
settings-thunderbird = Thunderbird
settings-thunderbird-line = { $use ->
    [smtp] Outgoing server (SMTP)
    [pop3] Incoming server (POP3)
   *[imap] Incoming server (IMAP)
}: hostname { $host }, port { $port }, connection security { $encryption }, authentication method { $ways ->
    [both] Normal password or OAuth2
    [password] Normal password
    [oauth2] OAuth2
    [encrypted] Encrypted password
   *[none] Autodetect
}
settings-apple-mail = Apple Mail
settings-apple-mail-line = { $use ->
    [smtp] Outgoing mail server (SMTP)
    [pop3] Incoming mail server (POP)
   *[imap] Incoming mail server (IMAP)
}: host name { $host }, port { $port }, "Use TLS/SSL" ticked, authentication { $ways ->
    [both] Password or OAuth2
    [oauth2] OAuth2
    [encrypted] MD5 Challenge-Response
   *[password] Password
}
settings-apple-mail-always = "Automatically manage connection settings": not ticked; only then port and TLS can be set. Ticked "Use TLS/SSL" means STARTTLS too: the port decides.
settings-msmtp = msmtp
settings-msmtp-line = Copy these lines into ~/.msmtprc and put your own user name and address in:

## The verdict

verdict-line = { $verdict }: { $what } (mailcheck { $version }, { $time })
verdict-target = { $verdict }: { $what }
signature = mailcheck { $version }, { $time }; revocation not checked
well-domain = This is how other mail servers reach the domain. To test a mail program, give the name of the server that stands in its settings.
conclusion = { $name }: { $what }
conclusion-ok = { $good } of { $all } checks succeeded
conclusion-finding = { $more ->
    [0] { $title }
    [1] { $title }; and 1 more finding
   *[other] { $title }; and { $more } more findings
}
conclusion-targets = { $good } of { $all } targets work

## The whole record

record-check = { $service }, port { $port } of { $host } at { $address }: { $outcome }
record-steps = Steps: { $steps }
record-step-ok = { $stage } { $elapsed }
record-step-failed = { $stage } { $elapsed } (failed)
record-unknown = unknown
record-tls = { $version }, { $suite }, key exchange { $group }, asked for the name { $name }
record-client-certificate = The server asked for a client certificate.
record-certificate = Certificate { $number }: { $subject }
record-programs-can = can connect: { $programs }
record-program-cannot = cannot connect: { $why }
record-program-unknown = not known: { $why }
record-certificate-issuer = issued by { $issuer }
record-certificate-dates = valid from { $from } to { $to }
record-certificate-key = key { $key }, signed with { $signature }
record-certificate-names = names { $names }
record-certificate-serial = serial number { $serial }
record-certificate-sha256 = SHA-256 { $sha256 }
record-problem = Not trusted: { $problem }
record-path = Path (hop by hop):
record-early-bytes = Bytes that came before TLS and should not have: { $bytes }
record-dialogue = Dialogue (seconds; TLS means encrypted; < server, > mailcheck):
record-login = Login by { $protocol }, port { $port }:
record-mail = Handing over mail by { $protocol }, port { $port }:
record-dns-heading = DNS exchanges
record-dns = { $unchecked ->
    [yes] { $name } { $type } without validation: { $outcome } ({ $server } over { $transport }, { $elapsed })
   *[no] { $name } { $type }: { $outcome } ({ $server } over { $transport }, { $elapsed })
}
dns-outcome-nodata = no such record
dns-outcome-nxdomain = no such name
dns-outcome-servfail = SERVFAIL
dns-outcome-refused = REFUSED
dns-outcome-rcode = response code { $code }
dns-outcome-truncated = truncated
dns-outcome-authenticated = validated by the DNS server
dns-outcome-timeout = no answer
dns-outcome-malformed = not a DNS answer
dns-outcome-extended = extended error { $code } "{ $text }"

## The page

html-title = { $verdict }: { $names }
html-findings = What was found
html-checks = What was tried
html-cut = Bars with a torn end go on beyond the picture.
html-paths = The way there
html-path = Path to { $count ->
    [one] port { $ports }
   *[other] ports { $ports }
} of { $address }
html-path-stands-in = { $own } answers as { $address }
record-left-out = The records of further checks are left out: the servers said too much. The JSON report has more of it.
html-path-start = this computer
html-path-unreached = { $address } was not reached
html-path-fault-at = The fault is here
html-path-fault-after = The fault is in between, or in one of the two
html-record = The whole record
html-show = Show
html-show-all = all
html-order = Order
html-by-worst = worst first
html-by-name = by name
html-by-line = as listed

## Monitoring

nagios-certificate = { $ended ->
    [yes] { $name }: a certificate has expired
   *[no] { $name }: a certificate expires in { $days ->
        [one] 1 day
       *[other] { $days } days
    }
}
nagios-more = { $count ->
    [one] 1 more line is left out
   *[other] { $count } more lines are left out
}
nagios-check = { $port ->
    [none] { $host } { $service } ({ $address }): { $outcome }, { $details }
   *[other] { $host } { $service } port { $port } ({ $address }): { $outcome }, { $details }
}

## The ticket

ticket-versions = mailcheck { $version } on { $os }, { $time }, ran for { $elapsed }
ticket-vantage = This machine: IPv4 { $ipv4 }, IPv6 { $ipv6 }, proxy configured { $proxy }
ticket-resolvers = DNS servers: { $resolvers }
ticket-record = Record of the failed checks
ticket-record-all = Record

## The letter

letter-nothing = There is nothing to complain about, so there is no letter: everything works.
letter-nobody = There is nobody to write to: only the owner of the mailbox can put this right.
letter-subject = Subject: { $title }
letter-greeting = Dear Sir or Madam,
letter-opening-network = { $severity ->
    [warning] We found a problem with
   *[error] Our computer cannot use
} { $kind ->
    [domain] the mail servers of { $name }
   *[host] the mail server { $name }
}. Our measurements point to the network in between. We write to you because we believe that you run it, or the part of it that we are connected to.
letter-opening-server = { $severity ->
    [warning] We found a problem with
   *[error] Our computer cannot use
} { $kind ->
    [domain] the mail servers of { $name }
   *[host] the mail server { $name }
}. Our measurements point to the server. We write to you because we believe that you look after it.
letter-opening-domain = { $severity ->
    [warning] We found a problem with
   *[error] Our computer cannot use
} { $kind ->
    [domain] the mail servers of { $name }
   *[host] the mail server { $name }
}. Our measurements point to the DNS of the domain. We write to you because we believe that you look after it.
letter-opening-this-machine = { $severity ->
    [warning] We found a problem with
   *[error] This computer cannot use
} { $kind ->
    [domain] the mail servers of { $name }
   *[host] the mail server { $name }
}. The measurements point to the computer itself. We write to you because you look after it.
letter-opening-unknown = { $severity ->
    [warning] We found a problem with
   *[error] Our computer cannot use
} { $kind ->
    [domain] the mail servers of { $name }
   *[host] the mail server { $name }
}. Whose fault it is could not be told from here. We write to you because you look after our computers and may find out.
letter-title = { $title }.
letter-checks = What failed, and when:
letter-check = { $time }: { $address }, port { $port } ({ $service }): { $what }
letter-lookup = { $time }: { $host }: { $what }
letter-rejected = rejected ({ $stage })
letter-source = We came from { $addresses }.
letter-source-inner = We came from { $addresses }, { $count ->
        [one] an address
       *[other] addresses
    } of our own network: your logs show the public address of that network in its place.
letter-source-seen = The server called us { $addresses }.
letter-evidence = Why we think so:
letter-path = Where:
letter-place = { $hop ->
    [none] At { $address }
   *[other] { $address ->
        [none] At hop { $hop }, counted from our computer
       *[other] At hop { $hop }, { $address }, counted from our computer
    }
}{ $certainty ->
    [after] {""}, or behind it and before the next hop that answers
   *[at] {""}
}
letter-reply = In the server's own words:
letter-numbers = Numbers to search for: { $numbers }
letter-others = We also saw:
letter-more = and { $count } more
letter-request-network = Would you please see whether a filter or a fault in your network stands in the way, and let these connections pass? If it is somebody else's network, please tell us whose.
letter-request-server = { $severity ->
    [warning] Would you please look into it?
   *[error] Would you please look into it, and tell us when we may try again?
}
letter-request-domain = Would you please put the records right, and tell us when we may try again?
letter-request-this-machine = Would you please look into it?
letter-request-unknown = Would you please look into it, or pass this on to whoever can?
letter-step-certificate-expired = Would you please renew the certificate, restart the mail services, and tell us when that is done?
letter-step-certificate-expiring = Would you please renew the certificate before it ends, and restart the mail services?
letter-step-certificate-name-mismatch = Would you please install a certificate that holds the name by which people reach the server, or tell us the right name?
letter-step-certificate-chain-incomplete = Would you please let the server send the intermediate certificates too, and restart the mail services?
letter-step-certificate-self-signed = Would you please install a certificate of an authority that mail programs know, or send us the fingerprint of this one on another way?
letter-step-certificate-unknown-issuer = Would you please install a certificate of an authority that mail programs know, or tell us who signed this one?
letter-step-starttls-not-offered = Would you please set up TLS for these ports, and tell us when that is done?
letter-step-port-closed = Would you please check whether the service is running and listens on these addresses and ports, and tell us the right port if it is another?
letter-step-client-blocklisted = Would you please have the address that we come from taken off the block list, or give us one that is not on it?
letter-step-port-25-blocked = Would you please tell us whether you block outgoing connections to port 25, and open it for us or name the relay that we are to use?
letter-step-dnssec-bogus = Would you please sign the zone anew, and compare the DS record of the parent zone with your keys?
letter-step-dane-mismatch = Would you please bring the TLSA records and the certificate of the server together again?
letter-step-mta-sts-mx-not-listed = Would you please name this host in the mx lines of your MTA-STS policy, or correct the MX records, and then change the id of the TXT record?
letter-step-mta-sts-certificate-mismatch = Would you please give the mail exchanger a certificate for its own name from a public authority, or set the policy to mode testing until then?
letter-step-mta-sts-policy-unreachable = Would you please see to it that the policy can be fetched at its address?
letter-step-mta-sts-policy-invalid = Would you please correct the policy, and then change the id of the TXT record?
letter-step-sender-no-reverse-name = Would you please set a PTR record for this address, with the full name of our mail server?
letter-step-sender-reverse-name-unconfirmed = Would you please change the PTR record of this address to a name that leads back to it?
letter-closing = Thank you very much. We will gladly measure again, or send the full report.
letter-measured = Measured with mailcheck { $version } on { $os }, { $time }. Nothing was logged in, and no mail was sent.

## What changed between two runs

diff-first = First: { $file }, { $time }, mailcheck { $version } on { $os }: { $verdict }
diff-second = Second: { $file }, { $time }, mailcheck { $version } on { $os }: { $verdict }
diff-further = This file holds { $further ->
    [one] the report of 1 other run, which is
   *[other] reports of { $further } other runs, which are
} left out: only the first run in a file is compared.
diff-trend-worse = worse
diff-trend-better = better
diff-trend-changed = changed
diff-more = and { $count } more
diff-at = { $places }: { $what }
diff-place = { $service } { $port } ({ $addresses })
diff-place-of = { $service } { $port } of { $host } ({ $addresses })
diff-target-new = only the second run checked this: { $after }
diff-target-gone = only the first run checked this: { $before }
diff-verdict = verdict: { $before } before, { $after } now
diff-check-new = only in the second run: { $after }
diff-check-gone = only in the first run
diff-check = { $before } before, { $after } now
diff-failed = { $number ->
    [none] failed with { $class } at { $stage }
   *[other] failed with { $class } at { $stage } ({ $number })
}
diff-certificate = another certificate: { $before } before, { $after } now
diff-one-certificate = { $days ->
    [none] { $fingerprint }
   *[other] { $fingerprint } until { $date } ({ $days } days)
}
diff-trusted = the certificate is trusted now
diff-untrusted = the certificate is no longer trusted
diff-tls-version = { $before } before, { $after } now
diff-cipher-suite = cipher suite { $before } before, { $after } now
diff-lost = no longer offers { $capabilities }
diff-gained = now offers { $capabilities }
diff-slower = much slower: { $before } before, { $after } now
diff-dns = DNS, { $question }: { $before } before, { $after } now
diff-finding-new = new finding, { $severity }: { $title } ({ $id }; who can fix it: { $owner })
diff-finding-gone = finding gone, { $severity }: { $title } ({ $id })
diff-finding = finding changed: { $title } ({ $id }); { $changes }
diff-severity = { $before } before, { $after } now
diff-owner = who can fix it: { $before } before, { $after } now
diff-location = where: { $before } before, { $after } now
diff-hop = { $hop ->
    [none] { $address }
   *[other] { $address ->
        [none] hop { $hop }
       *[other] hop { $hop } ({ $address })
    }
}
diff-nowhere = not known
diff-summary-same = The same: nothing changed.
diff-summary-changed = Nothing got worse; changes: { $changed }.
diff-summary-better = Nothing got worse; better: { $better }, other changes: { $changed }.
diff-summary-worse = Worse: { $worse }; better: { $better }, other changes: { $changed }.

## What is being waited for, while it works

progress-waiting = waiting for its turn
progress-resolve = looking the name up
progress-connect = connecting
progress-greeting = waiting for the greeting
progress-capabilities = asking what the server offers
progress-starttls = asking for encryption
progress-tls = agreeing on encryption
progress-certificate = judging the certificate
progress-login = logging in
progress-transaction = asking whether the mail is taken
progress-quit = saying goodbye
progress-causes = looking for the cause
progress-limit = { $what } (at most { $seconds } s)
progress-all = { $done } of { $all } done, { $failed ->
    [0] all well
   *[other] { $failed } failed
} so far; at most { $seconds } s in all
progress-list = { $all ->
        [no] { $done }
       *[other] { $done } of { $all }
    }, { $rate }/s{ $left ->
        [no] {""}
       *[other] , { $left } left
    }: { $failed } failed, { $inconclusive } unclear, { $warning } warned, { $ok } well
progress-plain = asking, up to { $seconds } s

## In a window of its own, after a double click

window-welcome = mailcheck finds out why this computer cannot reach a mail server.
    It logs in nowhere and sends no mail. The name of the server is in the
    account settings of the mail program, for example smtp.example.com.
window-question = Mail server or mail address:
window-nothing-typed = Type the name of the server and press Enter; close the window to stop.
window-save = Save this report on the desktop, to send it to whoever can fix it? (y/n)
window-yes-or-no = Type y for yes or n for no, and press Enter.
window-saved = Saved: { $path }
window-close = Press Enter to close this window.

## Wrong usage

usage-one-of = { $any ->
    [yes] { $others } or { $last }
   *[no] { $last }
}
usage-nothing-to-check = nothing to check was named; name a mail server, as in mailcheck smtp.example.com, or see mailcheck --help
usage-nothing-to-explain = nothing to explain was given; paste a code or a reply, as in mailcheck explain 10060
usage-two-reports = two reports are needed; give two files of -f json, as in mailcheck diff yesterday.json today.json
usage-value-missing = { $option } needs a value; see mailcheck --help
usage-value = "{ $value }" is no value for { $option }; use { $choices }
usage-value-other = "{ $value }" is no value for { $option }; see mailcheck --help
usage-number = "{ $value }" is no value for { $option }; use a whole number from 0 to 65535
usage-one-too-many = "{ $word }" is one too many; leave it out, or see mailcheck --help
usage-unknown-option = there is no option { $option }; see mailcheck --help
usage-near-option = there is no option { $option }; is { $near } meant?
usage-habit = there is no option { $option }; { $habit ->
    [port] write the port behind the host, as in mailcheck smtp.example.com:25, or use -s 25
    [protocol] name the service, as in mailcheck -s imap imap.example.com, or write a URL, as in mailcheck imaps://imap.example.com
    [tls] the port decides about encryption: 465, 993 and 995 use SSL/TLS, the others STARTTLS
    [login] to log in: mailcheck --login --user NAME smtp.example.com, which asks for the password
    [password] everybody on this machine can read a password on the command line; use --login, which asks for it, or --login with --password-file, --password-fd, --password-command or MAILCHECK_PASSWORD
    [token] everybody on this machine can read a token on the command line; use --login with --oauth-token-command, a command that prints it
    [mail] use --from and --rcpt, as in mailcheck --from me@example.com --rcpt you@example.net smtp.example.com
    [message] --send writes its own message, which says that it is a test; leave this out
    [target] name the server without an option, as in mailcheck smtp.example.com:587
    [domain] name the domain without an option, as in mailcheck --mx example.com
    [resolver] use --resolver, as in mailcheck --resolver 9.9.9.9 smtp.example.com
    [ca-file] use --ca-file, as in mailcheck --ca-file company.pem smtp.example.com
    [insecure] a certificate that is not trusted is shown all the same; to trust your own authority, use --ca-file
    [timeout] use --timeout for each wait and --deadline for everything, as in mailcheck --timeout 5 smtp.example.com
    [connect-to] use --connect-to, as in mailcheck --connect-to 192.0.2.1 smtp.example.com
    [tls-name] use --tls-name, as in mailcheck --tls-name mail.example.com 192.0.2.1
    [list] use --targets, as in mailcheck --targets servers.txt
    [all] -s all asks every service, as in mailcheck -s all mail.example.com
    [family] use -4 for IPv4 alone, or -6 for IPv6 alone
    [versions] server and mailcheck agree on the best TLS that both have; -v shows which. Where it shuts programs out, the report says so without being asked
    [address] write the mail address without an option, as in mailcheck someone@example.com
    [proxy] use --proxy, as in mailcheck --proxy socks5h://proxy.example:1080 smtp.example.com
    [source] this system's routes decide from which address it connects
    [ehlo] use --ehlo, as in mailcheck --ehlo mail.example.com smtp.example.net
    [jobs] use --jobs, as in mailcheck --jobs 50 --targets servers.txt
    [rate] use --rate for new targets a second, as in mailcheck --rate 5 --targets servers.txt
    [again] mailcheck asks once; to watch a server, let a timer of the system run it, or use mailcheck serve
    [output] use -o; the ending says which format, as in mailcheck -o report.html smtp.example.com
    [days] use --warning-days, as in mailcheck --warning-days 30 smtp.example.com
    [lists] use --dnsbl with the name of a list, as in mailcheck --dnsbl zen.spamhaus.org gmail.com
    [config] there is no configuration file; variables such as MAILCHECK_TIMEOUT stand in for options
    [trace] leave it out: the path of a connection that fails is traced without being asked
   *[verbose] use -v to see every dialogue
}
usage-openssl = there is no option { $option }; { $means ->
    [servername] use --tls-name, as in mailcheck --tls-name mail.example.com 192.0.2.1
    [showcerts] use -v to see every certificate
    [status] use -v to see what was said
    [sess_out] use -v to see what was said
   *[other] the port decides about encryption: 465, 993 and 995 use SSL/TLS, the others STARTTLS
}
usage-exclude = { $option } and { $other } exclude each other; leave one out
usage-twice = { $option } is given twice; give it once
usage-alone = { $option } stands alone; leave out the rest
usage-stray = { $option } does not go with mailcheck { $command }; leave it out
usage-no-value-wanted = { $option } takes no value; leave out what is behind it
usage-not-utf8 = a word on the command line is no UTF-8 text; type it again
usage-other = this command line makes no sense to mailcheck; see mailcheck --help
usage-by-variable = { $name }: { $why }

usage-not-a-name = "{ $typed }" is not a host name: { $why }
usage-name-empty = it is empty; give a host such as smtp.example.com
usage-name-gap = there is nothing between two of its dots; write it as smtp.example.com
usage-name-part-too-long = a part between two dots may have 63 characters at the most
usage-name-too-long = a name may have 253 characters at the most
usage-name-characters = names have letters, digits, hyphens and dots, as in smtp.example.com
usage-name-number = it ends in a number, and an IPv4 address has four, as in 192.0.2.1
usage-mail-address = "{ $typed }" is a mail address; type the name of the server that stands in the mail program, as in mailcheck smtp.example.com{ $domain ->
        [none] {""}
       *[other] {" "}(mailcheck { $domain } tests how mail from other servers reaches the domain, not your mail program)
    }
usage-credentials = a target has no user name and no password; leave them out: mailcheck { $host }, or mailcheck --login --user NAME { $host }, which asks for the password
usage-server-to-ask = "@{ $server }" is no target; use --resolver { $server } for a DNS server, or --targets { $server } for a list of targets
usage-bad-port = "{ $port }" is not a port; a port is a number from 1 to 65535, as in smtp.example.com:587
usage-several-ports = a host has one port behind its colon; for several: mailcheck -s { $ports } { $host }
usage-port-sign = a port stands behind a colon: mailcheck { $host }:{ $port }
usage-port-apart = a port stands behind its host: mailcheck { $host }:{ $port }
usage-service-before = the service stands before the host with two slashes: mailcheck { $service }://{ $host }
usage-security-behind = the port decides about encryption: 465, 993 and 995 use SSL/TLS, the others STARTTLS; leave the rest out: mailcheck { $host }
usage-commas-for-dots = a host name has dots, not commas: mailcheck { $host }
usage-several-hosts = hosts stand apart, without a comma: mailcheck { $apart }
usage-port-or-address = "{ $typed }" can be an address or an address and a port; write mailcheck [{ $address }]:{ $port } for the port, or mailcheck [{ $typed }] for the address
usage-unknown-port = port { $port } belongs to no mail service; say what it speaks with a URL, as in { $example }://{ $host }:{ $port } (smtp, submission, submissions, pop3, pop3s, imap or imaps)
usage-bad-scheme = "{ $scheme }://" is not a mail service; use smtp://, submission://, submissions://, pop3://, pop3s://, imap:// or imaps://
usage-web-page = that is the address of a page for a browser; name the mail server, as in mailcheck { $host }
usage-url-extra = "{ $typed }" has more than a host and a port; leave the rest out, as in { $scheme }://{ $host }
usage-zone = "{ $typed }" names an interface; link-local addresses cannot be checked, give the server's global address
usage-bad-address = "{ $typed }" is not an IPv6 address; write it as [2001:db8::1] or [2001:db8::1]:25
usage-word = "{ $word }" is not the name of a mail server; is this meant: mailcheck { $right }
usage-service = "{ $word }" is not a service; use smtp, submission, submissions, pop3, pop3s, imap, imaps, one of their ports, or all
usage-host-for-service = -s takes services, and the host stands without an option: mailcheck { $host }
usage-service-twice = "{ $typed }" names its service already; leave out either --service or { $by ->
    [scheme] the scheme
   *[port] the port
}
usage-seconds = "{ $value }" is not a time for { $given }; give seconds from 0.1 to 3600, as in { $example }
usage-address = "{ $value }" is not an address for { $given }; { $of ->
    [resolver] give one such as 192.0.2.53, 192.0.2.53:5353 or [2001:db8::53]:5353
   *[server] give one such as 192.0.2.1 or 2001:db8::1; the ports are those of the services
}
usage-family = { $address } is an IPv{ $is } address, and { $option } asks for IPv{ $wants } only; leave { $option } out
usage-name = "{ $value }" is not a name for { $given }; give a host name such as mail.example.com, or an address
usage-mx-needs-name = --mx needs a domain, and "{ $typed }" is { $is ->
    [service] one service of a host
   *[address] an address
}; give a name such as example.com
usage-redact = --redact works in Markdown, HTML and letters; add -f markdown, -f html or --letter, or --output with a name that ends in .md or .html
usage-ending = "{ $path }" does not say its format; let it end in { $endings }
usage-format-for-file = -o writes a file; for the format: -f { $format }
usage-days-without-nagios = { $option } works with -f nagios alone; add -f nagios
usage-days-reversed = --critical-days { $critical } is more than --warning-days { $warning }; a certificate is critical later than it is a warning

usage-without-login = { $option } says how to log in, and nobody is logged in without --login; add --login, or leave { $option } out
usage-two-secrets = { $option } and { $other } both say what to log in with; leave one out
usage-no-user = --login has to know who logs in; type mailcheck --login --user NAME { $target }, or give the mail address in place of the server
usage-bad-user = --user takes the name alone, and no colon is in it; a password does not belong on the command line: leave it out, and mailcheck asks for it
usage-fingerprint = --login-anyway takes the SHA-256 fingerprint of one certificate: 64 hexadecimal digits, with or without colons, as openssl x509 -noout -fingerprint -sha256 prints it
usage-descriptor = { $option } takes the number of an open file descriptor, as in { $option } 3 3< FILE
usage-one-target = { $option } takes one target, so that one account is used once; give one server or one mail address alone
usage-no-monitor = { $option } does not go with the format { $format }, which is for monitoring: whoever logs in or writes every few minutes gets the account locked; leave one out
usage-no-path = "{ $value }" is not a mail address for { $option }; give one such as { $of ->
    [sender] me@example.com, or "<>" in quotes for the sender of bounces
   *[other] you@example.net
}
usage-lacks = { $option } needs { $other } too, as in mailcheck --from me@example.com --rcpt you@example.net smtp.example.com

prompt-password = Password for { $user }:{ " " }
usage-secret-unreadable = { $from } cannot be read: { $why }
usage-secret-command = the command of { $option } failed, { $code ->
    [none] stopped by a signal
   *[other] with exit code { $code }
}; run it alone to see why
usage-secret-empty = { $from ->
    [prompt] no password was typed; type it behind the question, where nothing of it is shown
   *[other] { $from } gives no password: its first line is empty
}
usage-secret-too-long = { $from ->
    [prompt] what was typed is longer than any password
   *[other] { $from } gives more than the 64 KiB that a password or a token may have; let it give one line
}
usage-secret-characters = { $from ->
    [prompt] what was typed has the end of a line or a NUL character in it, which no password can have; type it again
   *[other] { $from } gives a password with the end of a line or a NUL character in it, which no password can have; give one line of text
}
usage-secret-not-text = { $from ->
    [prompt] what was typed is no UTF-8 text; type it again
   *[other] { $from } gives a password that is no UTF-8 text; save or print it as UTF-8
}
usage-secret-no-terminal = --login asks for the password at the terminal, and there is none; use --password-file, --password-fd, --password-command, --oauth-token-command or MAILCHECK_PASSWORD
usage-secret-not-typed = no password was typed, so nobody was logged in
usage-secret-no-descriptors = --password-fd is not available on Windows; use --password-file, --password-command or MAILCHECK_PASSWORD
usage-secret-exposed = other users of this machine can read { $path }; chmod 600 keeps the password yours
usage-secret-no-terminal-proxy = the proxy wants a password, and there is no terminal to ask at; use --proxy-password-file, --proxy-password-fd, --proxy-password-command or MAILCHECK_PROXY_PASSWORD
prompt-proxy-password = Password of { $user } for { $proxy }:{" "}
usage-proxy-scheme = "{ $value }" is no proxy for { $option }; give a URL with socks4, socks4a, socks5, socks5h, http or https, as in socks5h://proxy.example:1080, or env, or system
usage-proxy-host = "{ $value }" for { $option } has no host that there could be; give one as in socks5h://proxy.example:1080
usage-proxy-port = "{ $value }" for { $option } has no port that there could be; give one from 1 to 65535, as in socks5h://proxy.example:1080
usage-proxy-user = the user of the proxy ({ $option }, { $value }) has characters or a length that this kind of proxy cannot be told; check it
usage-proxy-password = everybody on this machine can read a password on the command line; leave it out of the URL of --proxy and keep the user: mailcheck asks for it, or use --proxy-password-file, --proxy-password-fd, --proxy-password-command or MAILCHECK_PROXY_PASSWORD
usage-proxy-no-password = a { $kind } proxy can be told a user and no password; leave the password out, or use socks5h
usage-proxy-no-user = { $option } gives the password for the proxy, and nobody's; put the user into the URL, as in --proxy socks5h://user@proxy.example:1080
usage-proxy-env = --proxy env finds no proxy: neither ALL_PROXY nor HTTPS_PROXY is set; set one, give --proxy a URL, or leave it out
usage-proxy-system = --proxy system finds no proxy: this system has none in its settings, or mailcheck cannot read them here; give --proxy a URL, or env
usage-proxy-pac = the settings of this system name a script that chooses the proxy, { $pac }; mailcheck does not run it, so look into it and give --proxy the URL
usage-proxy-sender = --sender and --dnsbl do not go with --proxy: servers see the address of the proxy then, and not that of this machine
usage-proxy-mx = --mx has to look up MX records, and with a { $kind } proxy nobody here looks anything up; use socks5 or socks4, or name the mail exchanger
usage-proxy-not-here = { $option } names a proxy, and mailcheck { $command } goes through none: it checks from this machine's own network; unset the variable for it
usage-resume = --resume goes on with one file of results; add -o result.ndjson, and no second file of that kind
usage-not-resumable = --resume cannot go on with { $path }: line { $line } is no report of -f ndjson; give another file
resume-in-use = { $path } is being written by another run; wait for its end, or name another file
resume-left-out = { $count ->
    [one] One target was left out: { $path } has it
   *[other] { $count } targets were left out: { $path } has them
}
usage-dnsbl = "{ $value }" is not the name of a list of addresses; give its domain, as in --dnsbl zen.spamhaus.org
usage-jobs = "{ $value }" is no number of targets at once; give one from 1 to 10000, as in --jobs 50
usage-rate = "{ $value }" is no number of targets a second; give one above 0, as in --rate 20 or --rate 0.5
usage-list-unreadable = cannot read the targets in { $path }: { $why }; give a file with a target a line, or - for standard input
list-verdicts = { $ok } in order, { $warning } with warnings, { $inconclusive } that cannot be told, { $failed } that do not work; { $seconds } s in all
list-slowest = Slowest, in seconds:
list-jobs = { $asked ->
        [yes] { $jobs } targets
       *[no] up to { $jobs } targets
    } at once on { $threads ->
        [one] one thread
       *[other] up to { $threads } threads
    }, as far as { $seats } connections allow (--jobs)
list-frequent = Found most often:
list-line = { $path }, line { $line }: { $why }
list-standard-input = standard input
list-too-long = the line is longer than 4096 bytes; write one target a line
list-no-text = the line is not UTF-8; save the file in that encoding
list-broken = { $path } cannot be read behind line { $line }: { $why }. The targets behind it were not checked
list-bad-lines = { $count ->
    [one] One line of { $path } is no target; the others were checked
   *[other] { $count } lines of { $path } are no targets; the others were checked
}

usage-ca-unreadable = cannot read { $path }: { $why }; give a readable file with certificates in PEM form
usage-ca-empty = { $path } holds no certificate; give a file with at least one block that begins with -----BEGIN CERTIFICATE-----
usage-ca-broken = certificate { $number } in { $path } cannot be read ({ $why }); export it again in PEM form
usage-no-system-roots = this system has no readable list of certificate authorities{ $any ->
    [yes] : { $why }
   *[no] {""}
}; use --roots mozilla or --ca-file
usage-anchor-unreadable = cannot read { $path }: { $why }; give a readable file with DNSKEY records
usage-anchor-empty = { $path } holds no DNSKEY records ({ $why }); give one a line, as in: . 3600 IN DNSKEY 257 3 13 …
usage-anchor-no-word = the word DNSKEY is not in it
usage-anchor-words = { $text }
usage-unreadable = { $path } cannot be read: { $why }
usage-too-large = { $path } is larger than 128 MiB; compare fewer targets at a time
usage-too-much = { $name } holds more than 10 000 targets, checks or findings in one list; compare fewer at a time
usage-not-a-report = { $name } is no report of mailcheck; give a file made with -f json
usage-other-schema = { $name } is a report of schema version { $version }, and this mailcheck reads version { $own }; compare it with the mailcheck that made it
usage-standard-input-twice = standard input can be read once; give - for one of the two reports alone
usage-unwritable = the report cannot be written to { $path }: { $why }
usage-no-output = nothing can be written to standard output
usage-no-waiting = this system does not let mailcheck wait for the network
usage-traditional = There are no texts in traditional Chinese; this is simplified Chinese.
usage-chinese-exists = 中文（简体）: --lang zh-CN

os-error = { $title ->
    [none] { $text }
   *[other] { $text }
}
file-not-found = { $text }
file-not-permitted = { $text }
file-is-a-directory = { $text }
file-not-a-directory = { $text }
file-system-read-only = { $text }
file-system-full = { $text }
file-too-large = it is larger than 16 MiB
file-not-text = it is not text
file-other = { $text }

# What the facts mean.
#
# finding-ID is the title. .explanation says what happened and what it means; .explanation-VARIANT stands in for it in a
# special case. .about is for "mailcheck explain ID": what the finding means, on which signals it rests, what it cannot
# say. .steps are the usual next steps, one a line. .about and .steps name no values.
#
# Findings about checks may name $host, $addresses, $ports and $count (how many ports); findings about names $host and
# $count (how many names). What else a finding may name is in its sentences.

# Names and the DNS

finding-name-not-found = { $alias ->
        [yes] { $host } is an alias of a name that does not exist
        [local] The DNS does not know the name { $host }
        [root] What the DNS server (resolver) says of { $host } cannot be right
        [several] The names { $host } do not exist
       *[no] The name { $host } does not exist
    }
    .explanation = { $alias ->
        [several] The DNS answered that there are no such names (NXDOMAIN). They are mistyped, or their domain has lapsed or lost the records. No connection could be tried.
       *[no] The DNS answered that there is no such name (NXDOMAIN). The name is mistyped, or its domain has lapsed or lost the record. No connection could be tried.
    }
    .explanation-suggestion = The DNS answered that there is no such name (NXDOMAIN). A name that is nearly the same does exist: { $suggestion }. It is probably a typing mistake.
    .explanation-one-word = The DNS answered that there is no such name (NXDOMAIN). It is a single word; mail servers have full names with dots, such as smtp.example.com.
    .explanation-alias = The name exists, but it is an alias (CNAME), and the name that it leads to, { $end }, does not (NXDOMAIN). The alias was left behind when its target was moved or given up, or it is mistyped. No connection could be tried.
    .explanation-local = Names that end in .local are told from machine to machine on the local network (mDNS, Bonjour), not by the DNS. mailcheck asks the DNS alone, and it has no such name. Programs on this machine may find it all the same.
    .explanation-cluster = Names under cluster.local are known inside a Kubernetes cluster alone, to the DNS server of the cluster. The DNS server that was asked here ({ $resolvers }) does not have this one. Either mailcheck runs outside of the cluster, or there is no such service in that namespace.
    .explanation-inner = Names like this one are no names of the internet: the DNS server of one inner network alone has them. The DNS server that was asked here ({ $resolvers }) does not. Either it is not the one of that network, as without a VPN or in a container, or the name is mistyped or gone.
    .explanation-root = The DNS server ({ $resolvers }) says that the root of the DNS has no such name, which means that it has nothing at all with that ending, and that cannot be. Either this DNS server does not look up names of the internet and knows those of one network alone, or it keeps this name back by a rule of its own, or somebody on the way answers in its place. Nothing can be said about the name or the server.
    .explanation-all = The DNS server ({ $resolvers }) says the same of { $known }, a server of the root of the DNS, which certainly exists. So its answer says nothing about { $host }. Either it does not look up names of the internet and knows those of one network alone, or it reaches nobody whom it could ask, or somebody on the way answers in its place. Nothing can be said about the name or the server.
    .owner-suggestion = you: the name is probably mistyped
    .about = The name does not exist, says the DNS (NXDOMAIN): neither with addresses nor with anything else. That is a definite answer, not a failure of the DNS server. It cannot say whether the name was mistyped, was withdrawn or never existed. Of an alias it is the name at the end that does not exist. Who can fix it: whoever typed it, if it is a typing mistake; otherwise whoever runs the DNS of the domain.
    .steps =
        Compare the name letter by letter with the one that the mail provider gives.
        Ask the provider for the right server name.
        If it is your own domain: check whether the domain is registered and the record is in the zone.

finding-no-address = { $host } has no address
    .explanation = The name exists, but the DNS has neither an IPv4 nor an IPv6 address for it. It is probably a mail domain or another kind of name, and not the name of a server. Should the server have a private address (192.168..., 10...): some routers and DNS servers keep such addresses out of their answers (DNS rebind protection), and then it looks just like this.
    .explanation-ipv4 = The name exists, but has no IPv4 address. IPv6 was not asked for. Should the server have a private address (192.168..., 10...): some routers and DNS servers keep such addresses out of their answers (DNS rebind protection), and then it looks just like this.
    .explanation-ipv6 = The name exists, but has no IPv6 address. IPv4 was not asked for.
    .explanation-domain = The domain exists, but the DNS names no mail exchanger for it, and it has no address of its own. Mail to it cannot be delivered anywhere.
    .about = The name exists, and no computer has it: there is no A or AAAA record of the families asked for. The DNS said so itself; no DNS server failed. Who can fix it: whoever runs the DNS of the domain.
    .steps =
        Ask the provider for the name of the server; the part behind the @ of an address often is not one.
        If it is your own name: publish an A or AAAA record for it.

finding-dns-server-failure = { $whose ->
        [resolver] The DNS server (resolver) finds no answers, neither for { $host } nor for other names
        [moment] The DNS server (resolver) failed for a moment at { $host }
       *[domain] { $type ->
            [all] The DNS servers of { $host } do not answer properly
           *[other] The DNS servers of { $host } do not answer properly when asked for { $type } records
        }
    }
    .explanation = The DNS server (resolver) of this network could not get a usable answer for this name (SERVFAIL). The usual reasons are DNS servers of the domain that are down or know nothing of it, and signatures (DNSSEC) that do not fit. It does not mean that the name is wrong.
    .explanation-domain = The DNS server (resolver) of this network answers for other names, and not for this one (SERVFAIL). So it is the DNS servers of the domain: they are down, know nothing of the domain, or their answers do not fit together. It does not mean that the name is wrong.
    .explanation-resolver = The DNS server ({ $resolvers }) answers SERVFAIL to every name that it was asked for, so nothing is wrong with this name. It reaches no other DNS server, or is set up wrong. Nothing can be said about the mail server.
    .explanation-cut-off = The DNS server ({ $resolvers }) knows the root of the DNS by heart, and has no answer for any name that it would have to ask others for. It is cut off from the internet, or does not look up names out there. Nothing can be said about the mail server.
    .explanation-validation = The DNS server ({ $resolvers }) answers SERVFAIL to every name that it was asked for, and has an answer for this one when it is asked not to check signatures. So its checking of signatures (DNSSEC) is broken: its clock is wrong, or the key of the root that it knows is old. Nothing can be said about the mail server.
    .explanation-empty = The DNS server ({ $resolvers }) answers without an error and without an address. It does so for { $known } too, a server of the root of the DNS, which certainly has one. So its answer says nothing about this name: it looks nothing up, or leaves addresses out of what it says, or somebody answers in its place, such as the login page of a network or a filter. Nothing can be said about the mail server.
    .explanation-moment = The DNS server ({ $resolvers }) answered SERVFAIL, and gave an answer when it was asked again a moment later. It was busy, or the DNS servers of the domain were. Nothing can be said about the mail server from this run.
    .about = The name cannot be looked up, because the domain's own DNS servers give no usable answer. The DNS server (resolver) of this network answered SERVFAIL: it asked them and got nothing that it could use. If it gave a reason (an extended DNS error), that is in the evidence. Without a reason a dead server, a wrong delegation and a broken signature look the same from here. A fault of the DNS server itself looks the same too. To tell the two apart, mailcheck asks for one other name as well. Who can fix it: whoever runs the DNS of the domain where other names are answered, and whoever runs the DNS server where they are not.
    .steps =
        Ask another DNS server for the same name (mailcheck --resolver 9.9.9.9 smtp.example.com). If it answers, the first one is at fault.
        Tell whoever runs the DNS of the domain which name fails and what the DNS server said.

finding-dnssec-bogus = The signatures of { $host } in the DNS do not fit
    .explanation = The DNS server (resolver) found records, but their signatures (DNSSEC) are wrong, too old or missing, so it does not hand them out. DNS servers that check signatures say that there is no server; those that do not check find one. The domain has to repair its signatures.
    .explanation-expired = The DNS server (resolver) found records, but their signature (DNSSEC) has expired, so it does not hand them out. DNS servers that check signatures say that there is no server; those that do not check find one. The domain has to sign its zone again: usually the program that does so has stopped. Only where many names fail like this is the clock of this computer or of its DNS server fast instead.
    .explanation-early = The DNS server (resolver) found records, but their signature (DNSSEC) is not valid yet, so it does not hand them out. DNS servers that check signatures say that there is no server; those that do not check find one. The clock of the computer that signed the zone is fast, or that of this computer or of its DNS server is slow.
    .explanation-no-key = The DNS server (resolver) found records, but they are signed (DNSSEC) with a key that the zone does not publish, so it does not hand them out. DNS servers that check signatures say that there is no server; those that do not check find one. Usually the key was changed, and some of the domain's DNS servers have the old zone, or the old key was taken away too early.
    .explanation-other-keys = The DNS server (resolver) found records, and they are signed (DNSSEC), but the zone above vouches for other keys than the zone has, so it does not hand them out. DNS servers that check signatures say that there is no server; those that do not check find one. Usually the domain has moved to another DNS provider or changed its key, and the DS record at the registrar is still the old one.
    .explanation-unsigned = The DNS server (resolver) found records without a signature (DNSSEC), and the zone above says that the zone is signed, so it does not hand them out. DNS servers that check signatures say that there is no server; those that do not check find one. Usually the domain has moved to a DNS provider that does not sign, and the DS record at the registrar was left behind.
    .explanation-unproved = The domain's DNS servers say that there is nothing, and leave out the proof that a signed zone (DNSSEC) has to give with that (NSEC or NSEC3 records). DNS servers that check signatures do not believe it, and say that they have no answer.
    .about = The name cannot be looked up where signatures are checked, because the DNSSEC signatures of the domain are not valid. The DNS server (resolver) answered SERVFAIL, and either said itself that validation failed (extended DNS errors 6 to 12), or gave an answer as soon as it was asked not to check (CD bit, RFC 4035). The usual reasons are signatures past their date and a key that the parent zone does not know. A resolver whose own clock is wrong makes the same mistake; another one tells. Who can fix it: whoever runs the DNS of the domain.
    .steps =
        Tell whoever runs the DNS of the domain that DNSSEC is broken there.
        To see whether it is one DNS server alone, ask another that checks signatures: mailcheck --resolver 9.9.9.9 smtp.example.com

finding-name-not-signed-here = The DNS server (resolver) rejects { $host }, which is not signed
    .explanation = The DNS server ({ $resolvers }) answers SERVFAIL, and hands the records out when it is asked not to check signatures. They have no signatures, and none are due: no zone above the name says that it is signed. So the fault is in the DNS server, not in the domain. Nothing can be said about the mail server.
    .explanation-inner = The DNS server ({ $resolvers }) answers SERVFAIL, and hands the records out when it is asked not to check signatures. They have no signatures, while a zone above the name is signed. Usually the zone is known inside this network alone (split DNS), and the DNS server has not been told that it is not signed; else the delegation is missing in the zone above.
    .about = The name cannot be looked up here, because the DNS server (resolver) of this network expects signatures (DNSSEC) that do not exist. The answer that comes without checking has none; mailcheck looks for DS records above the name, which would say that there ought to be some. Where there is none, or the zone above says with a signature that the zone below has none, the DNS server errs. Where a zone above is signed and the zone of the name is not, it is an inner zone of which the DNS server does not know that. Who can fix it: whoever runs the DNS server.
    .steps =
        If the zone is your own inner one: tell the DNS server that it is not signed (unbound: domain-insecure).
        Ask another DNS server for the same name.

finding-nxdomain-for-one-family = The DNS denies that { $host } exists when asked for { $type } records
    .explanation = The name has addresses of the other family, and a question for { $type } records gets "no such name" (NXDOMAIN) where "no such record" is due. Some programs then take the whole name for missing, and fail now and then; programs in Alpine containers do (musl). The DNS servers of the domain say it, or the DNS server (resolver) that was asked here: { $resolvers }.
    .about = The name works for some programs and not for others, because the DNS servers of the domain give a wrong answer: NXDOMAIN means that the name has no records at all (RFC 4074 section 4.2, RFC 8020). It often comes from load balancers that know A records alone. A DNS server (resolver) of a container or a router can do it as well, and then to many names. Who can fix it: whoever runs the DNS of the domain, or the resolver.
    .steps =
        Let the DNS server answer NOERROR without records for the type that the name does not have.

finding-nxdomain-for-mx = The DNS denies that { $host } exists when asked for its mail exchangers
    .explanation = The name has the address { $addresses }, and a question for its MX records gets "no such name" (NXDOMAIN) where "no such record" is due. Some mail servers take that for the whole name and return mail to it as undeliverable (Exim); others look for the address all the same (Postfix) and fail as soon as their DNS server has kept the denial. The DNS servers of the domain say it, or the DNS server (resolver) that was asked here: { $resolvers }.
    .explanation-domain = The name has the address { $addresses }, and a question for its MX records gets "no such name" (NXDOMAIN) where "no such record" is due. Some mail servers take that for the whole name and return mail to it as undeliverable (Exim); others look for the address all the same (Postfix) and fail as soon as their DNS server has kept the denial. Of { $known } the DNS server (resolver) that was asked here says the right thing, so most likely it is the DNS servers of the domain that deny the name. A DNS server that has an address of its own for { $host } and asks others for the rest (split DNS) looks the same.
    .explanation-resolver = The name has the address { $addresses }, and the DNS server (resolver) that was asked here ({ $resolvers }) says "no such name" (NXDOMAIN) to a question for its MX records. It says that of { $known } too, where "no such record" is right. So this DNS server is wrong, as those of some containers are, and nothing is known of the MX records of { $host }. Mail servers that ask it return mail as undeliverable (Exim), or look for the address all the same (Postfix).
    .explanation-inner = The name has the address { $addresses }, and the DNS server (resolver) that was asked here ({ $resolvers }) says "no such name" (NXDOMAIN) to a question for its MX records, where "no such record" is right. A name of one word is known to that DNS server alone, as in the network of some containers. Mail servers that ask it return mail as undeliverable (Exim), or look for the address all the same (Postfix).
    .about = Mail to the name goes out from some servers and comes back from others, because of a wrong answer to the first question that a mail server asks: NXDOMAIN means that the name has no records at all (RFC 2308, RFC 8020), and it has an address. It comes from load balancers and DNS servers that know A records alone, and from the DNS servers (resolvers) of some containers. mailcheck asks for the MX records of a name that certainly exists and has none, to tell the two apart. It is an error where mail for the domain is checked, and a warning for a host, and a note for a name of one word, as containers have it. Who can fix it: whoever runs the DNS of the domain, or the resolver.
    .steps =
        Let the DNS server answer NOERROR without records when it is asked for MX records that the name does not have.
        Or publish an MX record for the name.

finding-special-address = { $addresses } is not the address of a mail server for { $host }
    .explanation = The DNS says that { $host } is this machine itself ({ $addresses }). That holds for no name of somebody else's, so no connection was made: whatever answered here would have been taken for that server. The DNS record is wrong, or the DNS server (resolver) blocks the name.
    .explanation-unspecified = The DNS has { $addresses } for { $host }, which means "no address". Nothing can be connected to it. The DNS record is wrong, or the DNS server (resolver) blocks the name.
    .explanation-link-local = The DNS has { $addresses } for { $host }. Such an address is good on one network cable or wireless network alone, and nobody elsewhere can connect to it. The DNS record is wrong.
    .explanation-multicast = The DNS has { $addresses } for { $host }, which is no address of a single computer. Nothing can be connected to it. The DNS record is wrong.
    .explanation-private = The MX record leads to { $addresses }, an address of a private network. Nobody outside that network can deliver mail there. If it is your own internal mail domain, the server just does not answer from here.
    .explanation-documentation = The DNS has { $addresses } for { $host }. That address is kept for examples in documentation; nobody has it. It was probably copied from a manual.
    .explanation-made-up = The DNS server answered with { $addresses }, which no server on the internet has. Most often a proxy program on this computer or in the router (Clash, mihomo, sing-box, Surge) has made it up, one for each name ("fake IP"), and connects to the real server itself. That did not come about on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: the proxy does not carry mail, its server does not, or it is not running. Where there is no such program, the address belongs to somebody's inner network. Nothing can be said about the mail server.
    .explanation-transition = The DNS has { $addresses } for { $host }. Such an address belongs to a method by which single computers got IPv6 years ago (6to4, Teredo). Hardly anybody can connect to one today. The DNS record is out of date.
    .explanation-local-name = The DNS says that { $host } is this machine itself ({ $addresses }), and no mail service runs here.
    .explanation-one-family = localhost has an IPv4 and an IPv6 address, and the server on this machine listens on one of them only. Nothing answers at { $addresses }. Programs that try both notice nothing.
    .explanation-container = mailcheck runs inside a container, and localhost is the container itself. No mail service runs in it. A server on the host or in another container has another name from here.
    .about = The name leads to an address that cannot be the mail server, because it belongs to this machine alone (127.0.0.1, ::1), to nobody (0.0.0.0, ::), to a private network, or to documentation. For somebody else's name that is a mistake in the DNS, or a DNS server that blocks the name; nothing is connected to such an address where it would lead to this machine or to nobody. localhost is this machine, and inside a container it is the container. Who can fix it: whoever runs the DNS of the domain; for localhost, whoever looks after this computer.
    .steps =
        Publish the address that the server has on the internet.
        Ask another DNS server, to see whether the first one blocks the name.

finding-nat64-unreachable = { $host } cannot be reached through NAT64
    .explanation = The address { $addresses } stands for the IPv4 address { $inner }: this network has no IPv4 of its own and translates (NAT64). Nothing comes back. The translation does not work, or the server does not answer; mailcheck cannot tell these apart from here.
    .explanation-direct = The address { $addresses } stands for the IPv4 address { $inner }, in the way that networks without IPv4 write it (NAT64). The server answers at its IPv4 address, and not by this way: the translation does not work here, or there is none.
    .about = The connection fails on the way through NAT64, because nothing comes back from an address that stands for an IPv4 address (RFC 6052): one of 64:ff9b::/96, or of a prefix of the network's own, which mailcheck learns by asking for ipv4only.arpa (RFC 7050). A DNS server with DNS64 makes such addresses up for names that have IPv4 addresses only, and a gateway has to translate them. Who can fix it: whoever runs the network.
    .steps =
        Ask the administrator of the network whether its NAT64 gateway works.

finding-cname-loop = The aliases of { $host } go round in a circle
    .explanation = The name is an alias (CNAME) of another name, and the chain of aliases comes back to where it began or does not end. No DNS server can find an address for it.
    .about = The name cannot be looked up, because it is an alias that never leads to an address. The CNAME records lead back to themselves, or there are so many that DNS servers give up. The chain is in the evidence. Who can fix it: whoever runs the DNS of the domain.
    .steps =
        Let one of the aliases end at a name that has an address.

finding-dns-refused = { $type ->
        [all] The DNS server (resolver) refuses to look up { $host }
       *[other] The DNS server (resolver) refuses to look up the { $type } records of { $host }
    }
    .explanation = The DNS server ({ $resolvers }) answered, and refused the question. A DNS server does that if this machine is not among its clients, or if a rule forbids the name. Nothing can be said about the mail server.
    .explanation-one-type = The DNS server ({ $resolvers }) answers for this name, and refuses the question for its { $type } records. A rule that keeps a whole type of records away does that, such as one against IPv6. Most programs go on with what they have; some take the whole name for lost, as in Alpine containers (musl).
    .explanation-local = This machine asks a DNS server on itself ({ $resolvers }), and it refused the question. It is not set up to answer, or a rule forbids the name. Nothing can be said about the mail server.
    .about = The name cannot be looked up, because the DNS server (resolver) that this machine asks declines the question: it answered REFUSED or a code of that kind. It says nothing about the name. Usual reasons: the DNS server belongs to another network and serves only its own clients, or a filter is in force. Who can fix it: whoever runs that DNS server.
    .steps =
        Set the DNS server that this network hands out: Settings → Network → DNS server.
        Ask whoever runs the DNS server why it refuses.

finding-dns-timeout = { $type ->
        [all] No DNS answer for { $host }
       *[other] No DNS answer for the { $type } records of { $host }
    }
    .explanation = No DNS server (resolver) answered in time ({ $resolvers }), so the address of the server is not known. The network is down, the DNS server is, or something drops DNS on the way. Nothing can be said about the mail server.
    .explanation-alive = The DNS server ({ $resolvers }) answered other questions and not this one. The domain's own DNS servers may be silent and this one still waiting for them, or packets were lost. mailcheck cannot tell these apart from here.
    .explanation-authority = The DNS server of this network says that the domain's own DNS servers do not answer. So the DNS server of this network works; those of the domain are down or cannot be reached.
    .explanation-waits = The DNS server of this network ({ $resolvers }) answers for other names at once, and not for this one. It waits for the domain's own DNS servers; they are down or cannot be reached.
    .explanation-local = This machine asks a DNS server on itself ({ $resolvers }), and it does not answer in time. Nothing can be said about the mail server.
    .about = The name cannot be looked up, because no answer comes: either from the DNS server (resolver) of this network, or from the DNS servers of the domain. A question got no answer in time from any resolver; or the resolver itself reported, after waiting, that the domain's servers are silent (extended DNS errors 22 and 23). In the first case the resolver or the network to it is the suspect, in the second the domain. A resolver that silently waits for the domain's servers looks like a dead resolver: if it answered other questions, the finding says so and does not say who can fix it.
    .steps =
        Check whether other names can be resolved.
        Ask another DNS server for the same name: mailcheck --resolver 9.9.9.9 smtp.example.com
        If only this name fails: tell whoever runs the DNS of the domain.

finding-not-asked = { $who } wanted to be left in peace, and was not asked
    .explanation = Other targets of this run lead to { $who } too. It asked to be contacted less often (“{ $said }”), and did so again after each of two rests that this run gave it. So nothing was sent to it for { $host }, and nothing can be said about it.
    .about = Mail servers ask a client that comes too often to come more seldom, mostly with 421. In a run over a list mailcheck then leaves that address and that provider alone, for ten minutes first and for an hour the next time. Whoever says it a third time is not asked again in the same run. That is for the good of the server and of the sender: who goes on is put on block lists. It says nothing about the target.
    .steps =
        Run the rest of the list later, with --resume: what was not asked is asked then.
        Ask fewer targets a second: mailcheck --rate 1 --targets FILE

finding-resolver-overloaded = This run asked its DNS server more than it could answer
    .explanation = While { $host } was looked up, the DNS server { $resolvers } had up to { $open } questions of this run before it. It answered { $answered } of them in that time and left { $unanswered } unanswered, this one too. That says nothing about { $host } and nothing about a mail server: another run with fewer targets at once can tell.
    .about = A run over many targets asks its DNS server (resolver) many questions. mailcheck gives it only so many at once, and fewer when it stops answering. Where it still left most of them unanswered although it answers at all, a single one that got no answer is no sign of a fault of that domain: it was lost in our own crowd. It may also be that most of the domains in the list have dead DNS servers, for which the resolver waits; mailcheck cannot tell these apart while the crowd lasts.
    .steps =
        Run the list with fewer targets at once: mailcheck --jobs 20 --targets FILE
        Use a DNS server that is made for many questions, such as unbound on this machine: mailcheck --resolver 127.0.0.1 --targets FILE

finding-resolver-down = The DNS server (resolver) cannot be reached
    .explanation = The DNS server ({ $resolvers }) rejected the query: its port is closed, or there is no route to it. Without it no name can be looked up, and nothing can be said about the mail server.
    .explanation-local = This machine asks a DNS server on itself, or its own rules stop the query ({ $resolvers }). That DNS server is not running, or a firewall here forbids DNS.
    .about = Names cannot be looked up from here, because the DNS server (resolver) that this machine asks turns queries away or cannot be reached. The query came back with an error of the system: port closed, no route, or not permitted. That is quicker and more definite than silence. If the DNS server is this machine itself, or the system forbids the packet, the fault is here; otherwise it is in the network.
    .steps =
        Check whether this machine is on the network.
        Start the DNS server, or set another one: Settings → Network → DNS server.

finding-no-resolver = No DNS server (resolver) is set on this machine
    .explanation = No DNS server is set on this machine, so no name can be turned into an address. Nothing can be said about the mail server.
    .about = Names cannot be looked up, because the settings of this computer name no DNS server (resolver). Usually the machine is not on a network, or the file that holds the DNS servers is empty. Who can fix it: whoever looks after this computer.
    .steps =
        Connect to the network, or renew the connection.
        Set a DNS server: Settings → Network → DNS server.

finding-resolver-slow = The first DNS server (resolver) does not answer
    .explanation = The DNS server { $resolver } gave no answer; { $other } did. Every program on this machine asks the dead one first, and loses time with every name.
    .about = Looking up names is slow, because the first DNS server (resolver) in the settings does not answer: it timed out or refused the packet for every question, and a later one answered. Lookups work, but each begins with a wait. Who can fix it: whoever runs that DNS server or hands out its address.
    .steps =
        Repair the first DNS server, or take it off the list in the network settings.

finding-resolver-breaks-edns = { $how ->
        [unknown] The DNS server (resolver) { $resolver } does not know EDNS
        [silent] Queries with EDNS to the DNS server (resolver) { $resolver } are lost
        [spoils] Answers of the DNS server (resolver) { $resolver } to queries with EDNS come spoilt
       *[refuses] The DNS server (resolver) { $resolver } fails at queries with EDNS
    }
    .explanation = The same query is answered as soon as it goes without EDNS, an extension of DNS that has been in use since 1999. The DNS server or the router in front of it breaks it. Programs that use EDNS wait for each name or find none; others notice nothing. Signatures (DNSSEC) and DANE cannot be checked from here.
    .explanation-unknown = The DNS server says that it does not know EDNS, an extension of DNS that has been in use since 1999, and answers without it. Names are found all the same; signatures (DNSSEC) and DANE cannot be checked from here.
    .about = Some programs find names slowly or not at all, because the DNS server (resolver) or the router in front of it cannot handle EDNS (RFC 6891): a query that carries it gets silence or an error, more than once, and the same query without it is answered in between. mailcheck then goes on without EDNS, as the C library of most systems asks from the start. A DNS server that answers FORMERR says in the standard's own way that it does not know EDNS; that is only a note. Who can fix it: whoever runs the DNS server or the router.
    .steps =
        Update the router, or set another DNS server: Settings → Network → DNS server.

finding-search-domain-answers = This machine completes { $host } to { $name }
    .explanation = The name itself does not exist in the DNS. Programs on this machine put a search domain of its settings behind it, and { $name } has the address { $addresses }. Machines without that search domain do not find it.
    .explanation-elsewhere = Programs on this machine put a search domain of its settings behind the name, and { $name } has the address { $addresses }; that is where they go. The DNS has { $others } for the name itself, and that is where all others go.
    .explanation-word = The name is a single word. Programs on this machine put a search domain of its settings behind it, and { $name } has the address { $addresses }. Machines without that search domain do not find it.
    .about = The address was found by completing the name, because the settings of this machine have a search list (resolv.conf: search, ndots). A name with fewer dots than ndots is looked up in these domains before it is looked up as it is, any other name afterwards. It is a warning where the completed name leads to another server than the name itself, or where nothing works there. A final dot behind the name keeps search domains away. Who can fix it: whoever looks after this computer.
    .steps =
        Write the name with a final dot, and see whether that works.
        Check the search list of this machine (/etc/resolv.conf: search, options ndots).

finding-dns-tcp-blocked = DNS over TCP is blocked
    .explanation = The answer for { $host } is too long for one packet, and the DNS server ({ $resolvers }) does not answer over TCP port 53. Something on the way blocks it, or the DNS server does not offer it. Nothing can be said about the mail server.
    .about = Long DNS answers do not come through, because DNS over TCP does not work from here. The DNS server (resolver) sent a truncated answer, which means "ask again over TCP" (RFC 7766), and TCP did not work. Short answers still come through, so that only some names fail. A filter on the way and a DNS server without TCP look the same. Who can fix it: whoever runs the network between this computer and the server.
    .steps =
        Allow TCP port 53 to the DNS server.
        Set another DNS server: Settings → Network → DNS server.

finding-dns-malformed = The DNS server's answers are not valid DNS
    .explanation = The answers from the DNS server ({ $resolvers }) for { $host } are not DNS messages, or do not fit the question. A broken router or a device that tampers with DNS is the usual cause. Nothing can be said about the mail server.
    .about = The DNS server (resolver) of this network answers, and its answers cannot be used: the bytes that came back are not a DNS answer to the question. Who can fix it: whoever runs the network with that DNS server.
    .steps =
        Set another DNS server: Settings → Network → DNS server.
        Restart the router, if the router is the DNS server.

finding-resolver-filters = The DNS server (resolver) blocks { $host }
    .explanation = The DNS server ({ $resolvers }) keeps this name back by a rule of its own: it says so, or answers with an address that means nobody (0.0.0.0 or ::), as filters against advertising and malware do. The name itself may be fine. Nothing can be said about the mail server.
    .explanation-block-page = The DNS server ({ $resolvers }) answers with { $addresses }, where OpenDNS and Cisco Umbrella lead the names that they block. The name itself may be fine. Nothing can be said about the mail server.
    .about = The name cannot be reached from here, because the DNS server (resolver) filters it: it gives the extended DNS error Blocked, Censored or Filtered (15 to 17, RFC 8914), the address 0.0.0.0 or ::, or the address of a page that says so (OpenDNS, Cisco Umbrella). Pi-hole, AdGuard, routers with parental control and some providers do that. Who can fix it: whoever runs the DNS server.
    .steps =
        Allow the name in the filter (Pi-hole, AdGuard, parental control of the router).
        Ask another DNS server for the same name.

finding-dns-hijacked = The DNS answers for { $host } are made up
    .explanation = The DNS server ({ $resolvers }) has an address also for a name that cannot exist, and { $addresses } is such an address. So it is not the mail server's. Networks with a login page do that, and some providers do it for names that do not exist. Nothing can be said about the mail server.
    .explanation-unrelated = The DNS server ({ $resolvers }) gives { $addresses } for { $host } and for somebody else's well-known name as well. So it is not the mail server's address. Networks with a login page do that. Nothing can be said about the mail server.
    .about = The DNS server (resolver) of this network gives false addresses. When connections to an odd address fail, mailcheck asks it for a name that cannot exist and for somebody else's well-known name. An address for the first, or the same address for the second, is made up. The name itself may be right, or may not exist at all: a DNS server that makes answers up cannot tell. Who can fix it: whoever runs the network with that DNS server.
    .steps =
        Open a web page once: the network may want a login first.
        Set another DNS server (Settings → Network → DNS server), and run mailcheck again.

finding-null-mx = { $alone ->
        [yes] { $host } takes no mail
       *[no] { $host } has a null MX beside others
    }
    .explanation = The domain says in the DNS that it takes no mail at all (null MX). This is a deliberate setting, and there is no mail server to reach.
    .explanation-mixed = The domain has a null MX record, which says "no mail here", beside real mail exchangers. The two contradict each other; some servers will refuse to send.
    .about = The domain does not take mail, and says so in the DNS. It publishes the null MX of RFC 7505: a single MX record that names the root ".". Nothing failed; the domain wants no mail. Beside other MX records it is a mistake. Who can fix it: whoever runs the DNS of the domain.
    .steps =
        Check whether the domain is the right one; mail often goes to another domain of the same owner.
        If it should take mail: replace the null MX by the name of the mail server.

finding-mx-alias = The mail exchanger { $host } is an alias
    .explanation = The MX record of { $domain } names an alias (CNAME). Most servers follow it, but the standard forbids it and some servers will not deliver.
    .about = Some servers cannot deliver to the domain, because its MX record names an alias. An MX record must name a host that has addresses of its own (RFC 2181 section 10.3, RFC 5321 section 5.1). Mail arrives from most senders all the same, therefore this is a warning. Who can fix it: whoever runs the DNS of the domain.
    .steps =
        Let the MX record name the host at the end of the alias.

finding-mx-target-missing = The mail exchanger { $host } does not exist or has no address
    .explanation = An MX record of { $domain } names a host that has no address in the DNS. Nothing can be delivered there; senders go on to the next mail exchanger, if there is one.
    .explanation-dot = An MX record of { $domain } names { $host }, which does not exist; { $meant } was meant. The final dot is missing behind the name in the zone, so the zone has put its own name behind it. Nothing can be delivered there.
    .about = Mail cannot be delivered to one of the servers that the domain names, because the DNS has no address for it: there is the MX record, and for the host in it NXDOMAIN or no A and AAAA record. It is a warning where another mail exchanger works. Who can fix it: whoever runs the DNS of the domain.
    .steps =
        Correct the name in the MX record, or give the host an address.
        Remove records of servers that are gone.

finding-mx-not-a-name = An MX record of { $host } holds no host name
    .explanation = The MX record holds { $exchanges }. { $kind ->
        [address] That is an address; an MX record must hold the name of a server, and most senders cannot use an address there.
        [url] That is the address of a web page; an MX record must hold the name of a server alone, as in mail.example.com.
        [mail-address] That is a mail address; an MX record must hold the name of a server alone, as in mail.example.com.
        [wildcard] A star stands for other names and is none itself; an MX record must hold the name of a server.
       *[other] No server can have that name: names have letters, digits, hyphens and dots. Nothing can be delivered there.
    }
    .about = Mail cannot be delivered by this MX record, because it names no host. Its host field is something that no host name can be: an IP address, a URL, a mail address, a star, or a name with blanks or other characters that host names do not have. Senders cannot deliver to it. It is a warning where another MX record names a host. Who can fix it: whoever runs the DNS of the domain.
    .steps =
        Give the server a name with an A or AAAA record, and put the name into the MX record.

finding-no-mx = { $host } has no MX record
    .explanation = The domain names no mail exchanger, so mail goes to the address of the domain itself. That is allowed; many receivers and filters expect an MX record all the same.
    .about = Without MX records the domain's own A or AAAA record takes the mail (RFC 5321 section 5.1). Nothing is broken.
    .steps =
        Publish an MX record, if the domain is to take mail.

finding-hosts-file-override = The hosts file of this machine decides the address of { $host }
    .explanation = The hosts file here has an entry for the name: { $addresses }. The DNS was not asked. Other machines may see another server.
    .explanation-dead = The hosts file here has an entry for the name: { $addresses }. The DNS was not asked, and nothing could be reached at that address. The entry may be out of date.
    .explanation-elsewhere = The hosts file here has an entry for the name: { $addresses }. Nothing could be reached at that address. The DNS has { $others } for the name, and that is where all others go.
    .explanation-blocked = The hosts file here has an entry for the name that means "no address": { $addresses }. Lists against advertising contain such entries. No program on this machine can reach the server.
    .about = This computer takes the address of the mail server from its own hosts file, not from the DNS. A static entry of this machine (/etc/hosts, or its twin on Windows) takes the place of the DNS. It is a warning if no connection to that address could be made. Who can fix it: whoever looks after this computer.
    .steps =
        Compare the entry with what the DNS says. The file is C:\Windows\System32\drivers\etc\hosts on Windows and /etc/hosts elsewhere.
        Remove the entry, if nobody needs it.

# This machine

finding-ipv6-unavailable-here = { $host } has IPv6 addresses, this machine has no IPv6
    .explanation = This machine has no way to the IPv6 internet, so { $addresses } cannot be reached from here. IPv4 is used in its place, and nothing is wrong with that.
    .about = This computer cannot use IPv6, and mail works over IPv4. The name has AAAA records, and the system knows no route for IPv6. Mail programs use IPv4 in that case. It says nothing about the server's IPv6.
    .steps =
        Nothing needs to be done.

finding-ipv4-unavailable-here = { $host } has IPv4 addresses, this machine has no IPv4
    .explanation = This machine has no way to the IPv4 internet, so { $addresses } cannot be reached from here. IPv6 is used in its place, and nothing is wrong with that.
    .about = This computer cannot use IPv4, and mail works over IPv6. The name has A records, and the system knows no route for IPv4. It says nothing about the server's IPv4.
    .steps =
        Nothing needs to be done.

finding-island-network = The network of this machine has no way out
    .explanation = This machine is on a network, and its DNS server ({ $resolvers }) answers; but there is no route to the internet, neither for IPv4 nor for IPv6. Networks for containers that are marked as internal are like that, and test networks. Nothing can be said about the mail server.
    .about = Nothing outside can be reached, because the network that this machine is on leads nowhere else: there is no default route, and the DNS server of the network answers all the same. A container in a Docker network with "internal: true" is in that place. Who can fix it: whoever looks after this computer.
    .steps =
        Connect this machine or container to a network that leads to the internet as well.

finding-no-route-here = This machine has no way to { $host }
    .explanation = The system found no route to { $addresses }. No packet left this machine, so nothing can be said about the server. The cable, the wireless network or a VPN is down, or a route is missing.
    .explanation-both = This machine has no route to the internet, neither for IPv4 nor for IPv6. No network is connected, or the one that is leads nowhere else. Nothing can be said about the server.
    .explanation-ipv6 = The server can be reached over IPv6 alone ({ $addresses }), and this machine has no way to the IPv6 internet. From a network with IPv6 it may work.
    .explanation-ipv4 = The server can be reached over IPv4 alone ({ $addresses }), and this machine has no way to the IPv4 internet. From a network with IPv4 it may work.
    .explanation-short-lived = This machine sends its packets with a TTL of { $ttl }, and { $host } is farther away than that: a router drops them before they are there. So nothing can be said about the server.
    .about = This computer has no route to the server; nothing was sent. The connection failed at once with "network is unreachable" (ENETUNREACH, 10051), and no router had said so: this machine's own routing table decided. On Windows the number alone does not tell, for a router's word looks the same: there the routing table was asked. A TTL that ends before the server (net.ipv4.ip_default_ttl on Linux) is no way either. Who can fix it: whoever looks after this computer.
    .steps =
        Check whether the network cable or the wireless network is connected.
        Check whether a VPN is only partly connected; disconnect and connect it again.
        Try another web site or server, to see whether anything can be reached.

finding-local-route-rejects = This machine is set to reject connections to { $addresses } (a VPN or kill switch does that)
    .explanation = The system said at once that the host cannot be reached, and nobody on the network had said so: a route of the type "unreachable" is set on this machine. Nothing was sent, so nothing can be said about the server. VPN programs and kill switches set such routes.
    .explanation-prohibit = The system said at once that the connection is not permitted, and nobody on the network had said so: a route of the type "prohibit" is set on this machine, or security software forbids the connection. mailcheck cannot tell these apart from here. Nothing was sent, so nothing can be said about the server.
    .explanation-blackhole = The system called the address invalid at once: a route of the type "blackhole" is set on this machine. Nothing was sent, so nothing can be said about the server. VPN programs and tools against attacks set such routes.
    .about = This computer rejects connections to the address by itself; they never reach the network. The connection failed at once with EHOSTUNREACH, EACCES or EINVAL, and the error queue of the socket was empty: no ICMP message, so the decision fell in this machine. On Linux these are routes of the types unreachable, prohibit and blackhole; EACCES can be security software as well. Who can fix it: whoever looks after this computer.
    .steps =
        List the routes, and check who set the one that rejects: ip route get 192.0.2.1 (Linux), route -n get 192.0.2.1 (macOS), route print (Windows), with the address of the server.
        Disconnect the VPN, and try again.

finding-local-firewall = This machine's own firewall stops { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } to { $host }
    .explanation = A firewall on this machine rejects the connection: the refusal came from this machine's own address. Nothing left the machine, and nothing can be said about the server.
    .explanation-reset = The refusal came from this machine: the test packet could not have left it. The packet was limited to this machine's own network, the server is farther away, and a refusal came all the same. A firewall or security software here rejects the connection; in a rare case the first router does. Nothing can be said about the server.
    .explanation-dropped = A firewall on this machine drops the connection requests: no router has seen them, and the system counted packets that its own filter dropped on their way out. Nothing can be said about the server.
    .explanation-access-denied = Windows itself refused the connection (WSAEACCES, 10013): its firewall, an antivirus program, or the kill switch of a VPN forbids it. Nothing was sent, and nothing can be said about the server.
    .explanation-not-permitted = This machine forbids the connection (EPERM): security software, a sandbox or a rule of the system. Nothing was sent, and nothing can be said about the server.
    .about = A firewall or security software on this computer stops the connection; it never reaches the network. One of five signs: an ICMP refusal with our own address as its sender; a reset at TTL 1, where a packet can only just leave the machine; the kernel's count of packets dropped by its own filter (TcpExt.TCPRetransFail) rising while connects are silent and no router hears them; EPERM; or, on Windows, WSAEACCES (10013) while no packet to the port was heard of on its way. The count is of the whole machine, therefore it must be at least one for each silent port. Who can fix it: whoever looks after this computer.
    .steps =
        Allow the port in the firewall of this machine and in the security software: wf.msc → Outbound Rules (Windows), sudo nft list ruleset (Linux), programs such as Little Snitch or LuLu (macOS), the mail shield of the virus scanner.
        Run mailcheck again.

finding-no-nat-loopback = { $by ->
        [rejected] { $host } is rejected at the first step of the way
       *[other] The first router does not pass connections to { $host } on to the server
    }
    .explanation-rejected = What was tried of { $addresses } was rejected by ICMP, in the name of the address itself and before it had passed a router. Most likely the first router has this address itself: then it is the public address of the network that you are on, and the router lets nobody in from inside (no NAT loopback). In networks that hide their routers, as some clouds do, the server itself may be that near, and its own firewall rejects. From the internet it may well work; nothing can be said about that from here.
    .explanation = Every port of { $addresses } was refused before the requests had passed the first router, and not by this machine. Most likely that router has this address itself: it is the public address of the network that you are on, and the router does not lead connections from inside back in (no NAT loopback). From the internet the server may well work; nothing can be said about that from here.
    .explanation-silent = No connection to { $addresses } came about, and the first router answers other packets in the name of this address. So that router has it itself: it is the public address of the network that you are on, and the router does not lead connections from inside back in (no NAT loopback), or leads them in so that the answers go astray. From the internet the server may well work; nothing can be said about that from here.
    .explanation-ports = { $count ->
        [one] Port { $ports } was
       *[other] Ports { $ports } were
    } refused by the first router, which leads another port of { $addresses } on and answers in the name of this address. So that router has it itself: most likely it is the public address of the network that you are on, and the router does not lead { $count ->
        [one] this port
       *[other] these ports
    } in from inside. Whether it does from the internet cannot be said from here.
    .about = Somebody who is on the same network as a server often cannot reach it by its public address: the router has that address, and passes on only what comes from the internet. It shows by resets at TTL 1 on every port while the router answers other packets in the name of the address, or where those resets took longer than one of this machine's own firewall; or by silence, while that router answers a packet for the address that may go no farther than to it. A router that refuses every connection to the address looks the same. Who can fix it: whoever looks after the router.
    .steps =
        Within this network, use the inner address of the server, or a DNS server that gives it.
        Or switch on NAT loopback (hairpin NAT, NAT reflection) in the router.
        Try from another network, such as a phone's mobile data.

finding-local-ports-exhausted = This machine has no free port left
    .explanation = The system had no free address or port of its own for a connection to { $host }: too many connections are open or have just ended. Nothing was sent, and nothing can be said about the server.
    .about = This computer has too many connections open to make another one. The system said EADDRNOTAVAIL (10049), EADDRINUSE (10048) or ENOBUFS (10055, on Windows) before anything was sent. All ports that programs get by themselves are taken. A machine that cannot use the address family at all looks the same. Who can fix it: whoever looks after this computer.
    .steps =
        Close programs that hold many connections, or restart the machine.
        See which programs hold them: netstat -ano (Windows), ss -tanp (Linux), netstat -an -p tcp (macOS).

finding-local-descriptors-exhausted = This machine can open no more files and connections
    .explanation = This process or the whole machine has too many files and connections open, so that none could be opened to { $host }. Nothing was sent, and nothing can be said about the server.
    .about = This computer has too many files and connections open to make another one. The system said EMFILE (10024) or ENFILE before anything was sent: the limit of open files of the process or of the system is reached. Who can fix it: whoever looks after this computer.
    .steps =
        Raise the limit of open files (ulimit -n).
        Close programs that hold many connections.

finding-local-failure = This machine could not open the connection
    .explanation = The system refused to open a connection to { $host } before any packet was sent, for a reason of its own. Nothing can be said about the server.
    .explanation-link-local = { $addresses } is a link-local address. It is good on one cable or one wireless network alone, and says nothing without the name of the interface. Servers have another address beside it, and mail goes to that one.
    .about = This computer could not even begin to connect. The system call failed for a reason of its own: not the lack of ports or descriptors, not a route and not a firewall. The system's own words are in the evidence. Who can fix it: whoever looks after this computer.
    .steps =
        Look up the error, for example: mailcheck explain EADDRNOTAVAIL

# The network

finding-gateway-down = The gateway (router) of this network does not answer
    .explanation = Every packet to { $addresses } has to go through the gateway, and the gateway did not answer on the local network. Nothing left the network, so nothing can be said about the server.
    .explanation-known = Every packet to { $addresses } has to go through the gateway { $gateway }, and it did not answer on the local network. Nothing left the network, so nothing can be said about the server.
    .about = The router that leads out of this network does not answer this computer. The system gave up after about three seconds, with its own address as the sender of "host unreachable", and had sent nothing: nobody answered its question for the hardware address (ARP, or neighbour discovery). Windows does not say that in its error; there its table of neighbours says it. The server is not on the local network, so the question was for the gateway. The gateway is off, the wrong gateway is set, or the cable or wireless network leads nowhere. Who can fix it: whoever runs the network between this computer and the server.
    .steps =
        Check whether the router is on, and restart it.
        Check whether the network cable or the wireless network is the right one.

finding-neighbour-silent = { $taken ->
        [yes] { $host } is taken for a machine of this network, and does not answer there
       *[no] { $host } is on this network and does not answer
    }
    .explanation-taken = By its address { $addresses } is on no network of this machine, and yet a route sends packets for it there without a router. Nobody on that network has the address. If the server does belong there, it is off or has another address; if it does not, the route is wrong: a static one, a wrong subnet mask, or a VPN's. Nothing left the network.
    .explanation = { $addresses } belongs to a network that this machine is on, and nobody there has that address. The server is off, has another address, or is on another cable or wireless network.
    .about = The server should be on the same local network as this computer, and nobody there answers for its address. The system asked on the local network who has the address (ARP, or neighbour discovery), and nobody answered for about three seconds. No router is involved. A server that is off and an address that is out of date look the same. Who can fix it: whoever runs the mail server.
    .steps =
        Check whether the server is on, and which address it has.
        Check whether both machines are on the same network.

finding-port-25-blocked = { $here ->
        [yes] Port 25 of { $host } is blocked from here
       *[no] Port 25 is blocked on the way to { $host }
    }
    .explanation = Port 25 at { $addresses } does not answer from here, while other ports of the same address ({ $answering }) do. Many access and cloud providers block port 25 on purpose, against spam. It cannot be ruled out from here that the server drops port 25 for this network alone.
    .explanation-here = Port 25 at { $addresses } does not answer from here, while other ports of the same address ({ $answering }) do. Nothing on the way was heard to have seen these packets. Many access and cloud providers block port 25 on purpose, against spam, and so does security software on this machine. mailcheck cannot tell these apart from here.
    .explanation-rejected = A device on the way turned the connection to port 25 away, while other ports of the same address ({ $answering }) answer. Many access and cloud providers block port 25 on purpose, against spam.
    .about = Connections to port 25 of the server are stopped between here and there, usually by the access or cloud provider. Port 25 is silent or rejected on the way, another port of the same address answers, and no other server answered on port 25 either. If the path was traced, it ends before the server. (Silence at the server itself is the finding filtered-near-server.) If the path is not known, a filter at the server that drops port 25 for this network looks the same. Mail programs do not need port 25: they send over 465 or 587 with a login. Who can fix it: whoever runs the network between this computer and the server.
    .steps =
        In a mail program: use port 465 (SSL/TLS) or 587 (STARTTLS) with a login.
        For a mail server: ask the provider to open port 25, or send through a relay on port 587.
        To be sure: try from another network.

finding-proxy-required = { $host } can only be reached through the proxy
    .explanation = No direct connection could be made, but the server answered through the proxy { $proxy }, which is configured here. This network lets nothing out except by its proxy. Mail programs have to go through it, or the network has to allow mail.
    .about = This network lets mail connections out only through its proxy. Every direct port was silent or turned away, a proxy is named in the environment, and the server's greeting came through it. So the server works, and the network stands in between. Who can fix it: whoever runs the network between this computer and the server.
    .steps =
        Set the proxy in the mail program, if it can use one.
        Ask the administrator of the network to allow the mail ports.

finding-proxy-unreachable = The proxy { $proxy } cannot be reached
    .explanation = mailcheck was told to go through the proxy { $proxy }, and no connection to it came about: the evidence says what was met. The mail server was not asked, so nothing follows about it.
    .about = The connection to the proxy itself failed: its name has no address, its port is closed, or nobody answers there. Nothing was said to the mail server. Who can fix it: whoever runs the proxy or the network; or the address of the proxy is wrong.
    .steps =
        Compare name and port of the proxy with what the network's administrator gives.
        Ask whoever runs the proxy whether it is up.

finding-proxy-auth-required = { $proxy } wants a login
    .explanation = The proxy lets nobody through without a login, and mailcheck gave none. It said: { $said }. A SOCKS proxy that does not serve this computer at all says the same.
    .explanation-refused = The proxy did not take the login that it was given. It said: { $said }. User name or password are wrong, or this user may not use the proxy.
    .about = The proxy asks for a user name and a password before it connects anywhere: SOCKS 5 with "no acceptable methods" or a refused login (RFC 1929), SOCKS 4 by asking identd, HTTP with 407. Nothing was said to the mail server. Who can fix it: you, with the right login.
    .steps =
        Give the user in the URL of the proxy, as in socks5h://user@proxy.example:1080, and the password by --proxy-password-file, --proxy-password-command, MAILCHECK_PROXY_PASSWORD or at the prompt.
        Ask whoever runs the proxy for a login.

finding-proxy-auth-unsupported = { $proxy } wants a login of a kind that mailcheck does not speak
    .explanation = { $schemes ->
        [none] The proxy takes none of the logins that mailcheck has: none at all, or user name and password. It said: { $said }.
       *[other] The proxy wants { $schemes }. mailcheck logs in with user name and password alone (Basic, RFC 1929). It said: { $said }.
    }
    .about = The proxy wants NTLM, Negotiate, Digest or Kerberos (GSSAPI), which mailcheck does not speak, as most mail programs do not. Nothing was said to the mail server. Who can fix it: you, with a small helper that logs in for programs, or whoever runs the proxy.
    .steps =
        Run a local helper that logs in to such a proxy, such as px or cntlm, and give mailcheck its address.
        Ask whoever runs the proxy to allow Basic, or this computer without a login.

finding-proxy-refused = { $proxy } does not let { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } of { $host } through
    .explanation = The proxy says no: { $said }.
    .explanation-rule = A rule of the proxy forbids it: { $said }. Many proxies let web ports through and no others, and hardly any lets port 25 through, for fear of spam. The mail server was not asked.
    .explanation-untold = The proxy says no and does not say why: { $said }. It may be a rule of the proxy, as there often is one against port 25; or it could not reach the server; or, where it says 405, it is a web server and no proxy.
    .explanation-busy = The proxy asks for patience: { $said }. Too many connections were made through it, or it is overloaded.
    .explanation-redirect = The proxy sends its clients to a page: { $said }. Such networks want a login in a browser first, or agreement to their terms.
    .explanation-command = The proxy does not connect for anybody: { $said }. It serves other purposes than a tunnel.
    .explanation-address-type = The proxy takes no address of this kind: { $said }. SOCKS 4 knows IPv4 alone; others take no names, or no IPv6.
    .explanation-hung-up = The proxy took the connection, was told where to connect to, and hung up without an answer. It may be a rule of the proxy, or it could not reach the server.
    .about = The proxy was reached and refused to connect to the mail server: by a rule, for load, or without a reason (SOCKS 5 replies 1, 2, 7 and 8, SOCKS 4 reply 91, HTTP 403, 405, 429 and redirects). Who can fix it: whoever runs the proxy.
    .steps =
        Ask whoever runs the proxy to allow the mail ports.
        Use a port that the proxy lets through, or a network without it.

finding-proxy-cannot-reach-server = { $proxy } cannot reach { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } of { $host }
    .explanation = The proxy tried and could not: { $said }.
    .explanation-network = The proxy has no way to the server's network: { $said }. The fault is beyond the proxy.
    .explanation-host = The proxy has no way to the server: { $said }. Proxies say this of names too for which they find no address. The fault is beyond the proxy.
    .explanation-refused = The proxy reached the server's address, and the connection was refused there: { $said }. No program listens on the port, or a firewall refuses as if none did.
    .explanation-ttl = Packets from the proxy to the server ran out of time on the way: { $said }. Routers beyond the proxy send them round in a circle.
    .explanation-name = The proxy finds no address for the name: { $said }. The name is wrong, or the proxy's DNS does not know it or fails.
    .explanation-timeout = The proxy got no answer from the server in time: { $said }. The server is down, or something beyond the proxy drops the connection.
    .explanation-untold = The proxy tried and could not, and does not say what it met: { $said }. The server refuses, does not answer, or has no such name; the proxy's log tells which.
    .about = The proxy was reached, was willing, and could not connect to the mail server: SOCKS 5 replies 3 to 6, HTTP 502, 503 and 504. What is wrong lies beyond the proxy; what the proxy tells of it is in the explanation. Who can fix it depends on that: whoever runs the server, the network behind the proxy, or the DNS of the name.
    .steps =
        Check host and port.
        Ask whoever runs the proxy what its log says.

finding-proxy-wrong-kind = What answers at { $proxy } is no proxy of this kind
    .explanation = mailcheck spoke as to a proxy of the kind in the URL, and the answer is not of that kind{ $speaks ->
        [none] : { $said }
       *[other] : { $speaks } answers ({ $said })
    }. Scheme or port of the proxy are wrong.
    .explanation-closed = Whatever answers at the proxy's address hung up at mailcheck's first words. A proxy of another kind does that (HTTP and SOCKS do not understand each other), and so does one that does not serve this computer.
    .about = The port of the proxy is open, and what stands there speaks something else: HTTP where SOCKS was expected or the other way round, TLS, a web server that knows no CONNECT, or a mail server. Who can fix it: you, with the right scheme and port.
    .steps =
        Try the other schemes: http, https, socks5h, socks4a.
        Compare name and port of the proxy with what the network's administrator gives.

finding-proxy-timeout = { $proxy } does not answer
    .explanation = The proxy took the connection and then said nothing in time. It hangs, or it is a proxy of another kind: an HTTP proxy to whom SOCKS is spoken waits like that. Nothing was said to the mail server.
    .explanation-asked = The proxy was told where to connect to and did not answer in time. Mostly it is still waiting for the mail server, which is down or cut off from it; or the proxy itself hangs.
    .about = The connection to the proxy stands, and no answer came in time. Before the proxy knows where to go the fault is its own, or it is a proxy of another kind. After that it mostly waits for a mail server that does not answer it; from here the two look the same. Who can fix it: whoever runs the proxy; its log tells.
    .steps =
        Ask whoever runs the proxy what its log says.
        Try without the proxy, or from another network.

finding-proxy-intercepts-tls = The proxy opens the encryption to { $host }
    .explanation = Through { $proxy }, the certificate that came is made by { $issuer }, which is known for opening connections, and not by the mail server's authority. The proxy, or something beyond it, reads along; mail programs warn of it or give up.
    .explanation-trusted = Through { $proxy }, the certificate that came is made by { $issuer }, which is known for opening connections, and its authority is trusted here. The proxy, or something beyond it, reads along. Programs that trust that authority too notice nothing; the others warn of it or give up.
    .about = A certificate made by an inspecting gateway came through the proxy in place of the mail server's. Whoever made it reads everything, passwords too. Nothing else is known of the server's own certificate. Who can fix it: whoever runs the proxy, by leaving mail servers out of the inspection.
    .steps =
        Do not log in until it is clear who opens the encryption.
        Ask whoever runs the proxy to leave the mail server out of the inspection.

finding-proxy-certificate-untrusted = TLS with { $proxy } itself fails
    .explanation = The proxy is to be spoken to through TLS, and that did not come about, or its certificate is not trusted: see the evidence. mailcheck said nothing to it, for a password could have been among it.
    .about = An https proxy is spoken to through TLS, and its own certificate is judged as a server's is. It is expired, for another name or from an unknown authority, or the handshake fails. Who can fix it: whoever runs the proxy; or the authority of the company has to be given with --ca-file or --roots system.
    .steps =
        If the company has its own authority: give it with --ca-file, or use --roots system.
        Ask whoever runs the proxy to put its certificate right.

finding-checked-through-proxy = Everything was asked through { $proxy }
    .explanation = No connection went past the proxy. { $names ->
        [proxy] It looks names up, so no DNS was asked here: no MX, DANE, MTA-STS or TLS reporting.
       *[here] Names were looked up here.
    } Not asked: path, ICMP, packet sizes, losses, other ports.
    .explanation-passed-by = A proxy is configured, and this target is among those that go without it: everything went straight to the server.
    .about = mailcheck was told to go through a proxy and did. What can only be seen on a direct connection was left out: the path, answers of routers (ICMP), packet sizes, losses, and other ports for comparison. Where the proxy looks names up, nothing was asked of the DNS here: no MX records, no DANE, no MTA-STS, no TLS reporting, no search domains. Some proxies say yes before they have reached the server (Shadowsocks does): through these a server that cannot be reached looks like one that hangs up. Nothing is wrong with that; it says how much the report knows.
    .steps =
        To see the path and the packets as well, run mailcheck without --proxy where that is allowed.

finding-intercepted = { $unproved ->
        [yes] { $host } did not prove that it is the server of this account
        [here] A program on this machine answers on { $count ->
            [one] port { $ports }
           *[other] ports { $ports }
        } instead of { $host }
       *[no] Something on the way answers on { $count ->
            [one] port { $ports }
           *[other] ports { $ports }
        } instead of { $host }
    }
    .explanation = The connection to { $addresses } was answered by { $own ->
        [yes] your own router ({ $router }), not by the server.
       *[no] a device { $hop } { $hop ->
            [one] step
           *[other] steps
        } away ({ $router }), before the server.
    } Packets to other ports of the same address go past that device, so it is not the server that answers there, and what failed is the device's doing. Whatever is sent over this port passes through it.
    .explanation-works = The connection to { $addresses } was answered by { $own ->
        [yes] your own router ({ $router }), not by the server.
       *[no] a device { $hop } { $hop ->
            [one] step
           *[other] steps
        } away ({ $router }), before the server.
    } Packets to other ports of the same address go past that device, so it is not the server that answers there. Whatever is sent over this port passes through it.
    .explanation-first = The connection to { $addresses } was answered before it had passed the first router ({ $router }): by a program on this computer, as the mail shields of virus scanners take connections, or by that router. Packets to other ports of the same address go farther, or nobody else could have answered, so it is not the server that answers there. Whatever is sent over this port passes through it.
    .explanation-name = On this port a server called { $name } answers, on the other ports of the same address one called { $usual }. A device on the way may have taken the connection, as some providers do with port 25; or the operator of the server leads this port to somebody else. mailcheck cannot tell these apart from here.
    .explanation-here = The other end of the connection to { $addresses } is on this machine, by its own table of connections: a program here has taken it. Virus scanners with a mail shield do that; so do tunnels and proxies that somebody has set up here. What they show may be their own, such as a certificate that nobody knows, or the server's, led on unchanged: as long as that program is in between, nothing certain can be said about the server.
    .explanation-unproved = In the login the server had to prove that it knows the password too (SCRAM, RFC 5802), and it did not. Either something on the way answers in its place, or its own software or user database is broken; from here the two look alike. The password was not given away: the mechanism does not send it.
    .about = Connections to the mail server are answered by a device on the way, before they reach the server. The port opens at a step of the path where packets to other ports of the same address are still on their way: at the first router, or at least two steps nearer. On Windows and macOS a program of this computer that takes connections opens them there too, so that nobody is named. Or: the other end of the connection is on this machine (Linux). Or: one port greets with somebody else's name. Providers do that with port 25, company firewalls with every port. A server whose operator leads single ports to machines elsewhere can look the same by its name. Only looked for where a check failed, or where one port alone has no STARTTLS or greets with another name. Who can fix it: whoever runs the network between this computer and the server.
    .steps =
        Send no password over that port from here.
        Ask the provider or the administrator why mail connections are taken.
        Try from another network.

finding-refused-on-path = Something on the way refuses { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } of { $host }
    .explanation = { $own ->
        [yes] Your own router ({ $sender })
       *[no] { $sender }
    } answered instead of the server that the port is closed (port unreachable). The connection did not reach the server. A filter there refuses it.
    .explanation-reset = The connection was refused at { $own ->
        [yes] your own router ({ $sender })
       *[no] hop { $hop } ({ $sender })
    }, before it reached the server: packets to other ports of { $addresses } are still on their way there. A filter there resets the connection in the server's name.
    .about = Connections are refused by a device on the way, in the server's name. The program sees "connection refused" (10061), which looks like a closed port. But the reset comes from nearer than the server's answers on its other ports, so a router before the server made it; or it is an ICMP "port unreachable" sent by a router. Paths of one address that differ in length could mislead, and are rare. Who can fix it: whoever runs the network between this computer and the server.
    .steps =
        Ask the provider or the administrator of the network whether the port is blocked.
        Try from another network.

finding-protocol-blocked = TCP connections to { $host } are not let through
    .explanation = { $own ->
        [yes] Your own router ({ $sender })
       *[no] { $sender }
    } says that { $addresses } does not take TCP connections (protocol unreachable). A filter on the way, or an address that belongs to something else than a mail server, is the usual cause.
    .about = A device on the way, or whatever has the address, does not take TCP connections. An ICMP message "protocol unreachable" came back (IPv6: "unrecognized next header"). No ordinary host lacks TCP, so this is a filter's odd way of refusing, or not a host at all. Who can fix it: whoever runs the device that sent the message.
    .steps =
        Ask whoever runs the named address.
        Compare the address with the one that the provider gives.

finding-routing-loop = Routers send packets to { $host } in a circle
    .explanation = The packets to { $addresses } went from router to router until their time was up; { $sender } is one of them. Two or more routers each send them on to the other.
    .about = Packets never reach the server, because routers on the way send them in a circle. A router reported that the TTL had run out although the packet began with the full one (ICMP "time exceeded"), or the path goes past the same routers again and again. Sometimes the address is right and a route is wrong; often nobody uses the address any more and its network is still announced. Who can fix it: whoever runs the network with these routers.
    .steps =
        Tell your provider what the router says.
        Compare the address with the one that the provider gives.
        Try from another network.

finding-connection-lost-on-path = The connection to { $host } dies on the way
    .explanation = The connection to { $addresses } was made, and then packets no longer reached the server: { $stage ->
        [greeting] what was sent
        [capabilities] the first command
        [starttls] the request for encryption
       *[other] what was sent
    } was never acknowledged. Something on the way lets connections begin and drops what follows; or the line broke at that moment.
    .explanation-silent = The connection to { $addresses } was made, and then nothing more was heard from the server's system, though it was asked every second. A firewall on the way that forgets connections, a line that broke, or a server that crashed: mailcheck cannot tell these apart.
    .explanation-unreachable = The connection to { $addresses } was made, and then a router reported that there is no longer a route, until the system gave up. The line broke, or a filter began to act.
    .explanation-cut = The connection to { $addresses } works until the first command is sent; then it is cut off in the server's name, before that can have reached the server. { $hop ->
        [0] Something on this machine or not far from it does that.
       *[other] The command gets past { $own ->
            [yes] your own router ({ $router })
           *[no] hop { $hop } ({ $router })
        }, so whatever does that is there or behind it.
    }
    .about = The connection to the mail server was made and then broke between here and there. A reset that also comes when the first command is sent with a TTL too low to reach the server is not the server's. The system tells what became of it: data of ours that the other side never acknowledged, or a machine there that no longer answers when asked whether it is alive. A service that merely hangs leaves its system awake, so this is the path or the whole machine. Who can fix it: whoever runs the network between this computer and the server.
    .steps =
        Try again at once. If it dies at the same point each time, a filter on the way looks into the connection.
        Try from another network.

finding-path-mtu-black-hole = Large packets are lost on the way to { $host }
    .explanation = Small packets pass and large ones vanish: the encryption on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } stalls where the server sends its certificates, and works as soon as all packets are small. A line on the way takes smaller packets than usual, and a firewall drops the messages that would say so. Web pages that hang half loaded have the same cause.
    .about = Large packets are lost between the server and this computer, so encryption cannot begin. TLS stalled after the server's system had the hello, and a second try with small segments (536 bytes) went through. VPN tunnels and PPPoE lines take smaller packets; routers then send ICMP "fragmentation needed" (IPv6: "packet too big"), and some firewall drops these messages. Who can fix it: whoever runs the network between this computer and the server.
    .steps =
        Lower the MTU of this machine, or of the VPN, to 1400 or 1280: netsh interface ipv4 set subinterface "Wi-Fi" mtu=1400 store=persistent (Windows), sudo ip link set dev eth0 mtu 1400 (Linux), sudo networksetup -setMTU en0 1400 (macOS).
        Ask the administrator of the network to let "fragmentation needed" and "packet too big" pass, or to clamp the segment size.

finding-tls-dropped-on-path = Something on the way drops TLS to { $host } on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The connection to { $addresses } is open, but the TLS hello never reached the server: it was sent again and again and not acknowledged. A firewall on the way drops it, or the line broke at that moment.
    .explanation-place = The connection to { $addresses } is open, but the TLS hello never reached the server. It gets as far as { $own ->
        [yes] your own router ({ $router })
       *[no] hop { $hop } ({ $router })
    }; a filter there or right behind it drops what looks like TLS.
    .explanation-near-server = The connection to { $addresses } is open, but the TLS hello was never acknowledged. It gets as far as { $own ->
        [yes] your own router ({ $router })
       *[no] hop { $hop } ({ $router })
    }, right before the server; a filter there or at the server drops what looks like TLS. mailcheck cannot tell these apart from here.
    .about = Connections open, but the first packet of the encryption is lost on the way. TCP connected, and the data with which TLS begins was never acknowledged. A hung service leaves its system awake, which acknowledges; so the hello was lost. Sent again with rising TTLs, it tells behind which router. Who can fix it: whoever runs the network between this computer and the server.
    .steps =
        Ask the administrator of this network whether a firewall blocks TLS on the mail ports.
        Try from another network.

finding-tls-reset-on-path = Something on the way cuts TLS to { $host } on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = A firewall on the way does not allow TLS on this port. The connection to { $addresses } works until { $said ->
        [starttls] encryption is asked for
       *[hello] the TLS hello is sent
    }; then it is cut off from { $own ->
        [yes] your own router ({ $router })
       *[no] hop { $hop } ({ $router })
    }, in the server's name, before that can have reached the server.
    .explanation-after = A firewall on the way does not allow TLS on this port. The connection to { $addresses } works until { $said ->
        [starttls] encryption is asked for
       *[hello] the TLS hello is sent
    }; then it is cut off in the server's name, before that can have reached the server. It gets past { $own ->
        [yes] your own router ({ $router })
       *[no] hop { $hop } ({ $router })
    }, so the firewall is behind that router.
    .explanation-near = A firewall on this machine or not far from it does not allow TLS on this port. The connection to { $addresses } works until { $said ->
        [starttls] encryption is asked for
       *[hello] the TLS hello is sent
    }; then it is cut off in the server's name, before that can have reached the server.
    .explanation-here = A firewall or security software on this machine does not allow TLS on this port. The connection to { $addresses } works until { $said ->
        [starttls] encryption is asked for
       *[hello] the TLS hello is sent
    }; then it is cut off, though what was sent could not have passed a single router.
    .about = A firewall before the server cuts the connection as soon as encryption begins. The reset that ended the handshake also comes when the hello, or the request for encryption (STARTTLS), is sent with a TTL too low to reach the server. So a device before the server looked into the connection and cut it. Who can fix it: whoever runs the network with the device.
    .steps =
        Ask the administrator of this network whether a firewall blocks TLS on the mail ports.
        Try from another network.

finding-packet-loss = Packets between here and { $host } are lost
    .explanation = { $lost } packets had to be sent again or arrived out of order, on { $affected } of { $connections } connections. Everything came through in the end, but it takes longer, and programs with a short timeout give up. Weak wireless networks and overloaded lines do that.
    .explanation-stalls = { $lost } packets had to be sent again or arrived out of order, on { $affected } of the { $connections } connections that worked, and others stalled. What stalled most probably stalled for that, and not because of the server. Weak wireless networks and overloaded lines do that.
    .about = Packets between this computer and the server are lost and have to be sent again. The system counts the segments that it sent again and those that arrived out of order, on connections that worked. A single lost packet is not reported. It is a warning if more than half of several connections are affected. Loss near you, on the way and at the server look alike. Who can fix it: whoever runs the network between this computer and the server.
    .steps =
        Compare with a cable in place of the wireless network.
        If it lasts: tell the provider of the network.

finding-slow-path = The way to { $host } is long
    .explanation = A packet to the server and back takes { $milliseconds } ms. Nothing is broken, but a mail session asks a dozen questions, and each takes that time. Programs with a short timeout give up. A server on another continent, a satellite line or an overloaded network is the usual reason.
    .about = The server is far away, or the line to it is slow. The smallest round-trip time that the kernel measured is above 250 ms. The smallest counts, because the first packets of a connection can wait for other things. Nothing needs to be wrong. Who can fix it: whoever runs the network between this computer and the server.
    .steps =
        Nothing needs to be done. Give slow programs a longer timeout.

finding-ipv6-broken = IPv6 to { $host } does not work
    .explanation = No connection to { $addresses } could be made, while IPv4 addresses of the same server answer. Programs that try IPv6 first are slow or fail. The fault may be in this network's IPv6, on the way or at the server.
    .explanation-refused = The server answers over IPv4, but refuses over IPv6 ({ $addresses }). It does not listen on its IPv6 address.
    .about = The server cannot be reached over IPv6 from here, only over IPv4. Every connection over IPv6 failed, and connections over IPv4 to the same host were made. Silence does not tell whether IPv6 is broken here, on the way or at the server; a refusal comes from the server, an ICMP message names its sender. Who can fix it follows from that.
    .steps =
        If another server does not work over IPv6 either, the fault is near you: mailcheck -6 smtp.gmail.com:587
        Otherwise tell the server's administrator which address fails.

finding-ipv4-broken = IPv4 to { $host } does not work
    .explanation = No connection to { $addresses } could be made, while IPv6 addresses of the same server answer. Programs that have IPv4 alone cannot reach it. The fault may be in this network's IPv4, on the way or at the server.
    .explanation-refused = The server answers over IPv6, but refuses over IPv4 ({ $addresses }). It does not listen on its IPv4 address.
    .about = The server cannot be reached over IPv4 from here, only over IPv6. Every connection over IPv4 failed, and connections over IPv6 to the same host were made. Silence does not tell where the fault is. Who can fix it follows from the failure.
    .steps =
        If another server does not work over IPv4 either, the fault is near you: mailcheck -4 smtp.gmail.com:587
        Otherwise tell the server's administrator which address fails.

finding-filtered-on-path = Packets to { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } of { $host } are lost on the way
    .explanation = A filter on the way drops packets to { $addresses } on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }. They get as far as { $own ->
        [yes] your own router ({ $router })
       *[no] hop { $hop } ({ $router })
    }; packets to other ports get farther. The filter is in that router, or in the router right behind it.
    .explanation-trail = Packets to { $addresses } get as far as { $own ->
        [yes] your own router ({ $router })
       *[no] hop { $hop } ({ $router })
    } and are lost there or just behind: on no port does anything farther away answer, neither a router nor the server. The last router that answers has a private address, so it is near: the filter or the broken line is probably in that router or right behind it.
    .explanation-before-first = Packets to { $addresses } on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } do not get to the first router; on other ports they do. This machine drops them, or the first device of the network does. mailcheck cannot tell these apart from here.
    .about = Packets to the port are lost between this computer and the server, while packets to other ports get farther. A connection attempt is silent, and so are attempts that may pass only some routers: they end before the server, while those to other ports of the same address are answered by routers farther on. A router answers for its own hop before it asks its filter, so the filter is in the last router that answers or right behind it: an access list of the next router that drops before it counts looks the same. If no port of the address answers, the place is named only if the trail ends among private addresses. Who can fix it: whoever runs the network between this computer and the server.
    .steps =
        Ask whoever runs the named router, or the provider of the network, whether the port is filtered.
        Try from another network.

finding-filtered-near-server = { $host } does not answer on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }; packets get as far as hop { $hop }
    .explanation = The server does not answer, while its other ports ({ $answering }) do. Packets to { $addresses } get as far as { $own ->
        [yes] your own router ({ $router })
       *[no] hop { $hop } ({ $router })
    }, right before the server. A filter at the server or right before it drops them, the answers are lost on their way back, or the service hangs and takes no more connections. mailcheck cannot tell these apart from here.
    .explanation-alone = The server does not answer. Packets to { $addresses } get as far as { $own ->
        [yes] your own router ({ $router })
       *[no] hop { $hop } ({ $router })
    }, right before the server. A filter at the server or right before it drops them, the answers are lost on their way back, or the service hangs and takes no more connections. mailcheck cannot tell these apart from here.
    .explanation-end-unknown = Nothing answers behind { $own ->
        [yes] your own router ({ $router })
       *[no] hop { $hop } ({ $router })
    }: packets to { $addresses } get as far as that router, on every port. Whether it is the last router before the server cannot be known. The server is off or drops everything, the answers are lost on their way back, or something behind that router drops the packets. mailcheck cannot tell these apart from here.
    .about = The server does not answer, although packets get as far as the routers before it. A connection attempt is silent, and every router up to the server answers for it. So what is silent is the server, the last filter before it, or the way back. A service that hangs with a full queue of connections is silent in the same way. If no port of the address answers, the number of routers is not known, and the finding does not say who can fix it. Who can fix it: whoever runs the mail server.
    .steps =
        Ask the server's administrator whether the port is filtered and whether the service still takes connections.
        Compare the port with the one that the provider gives.

finding-no-answer = { $host } does not answer on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The connection requests to { $addresses } were sent, and nothing at all came back. The server may be off, the address may be out of date, or a firewall anywhere on the way may drop the packets. mailcheck cannot tell these apart from here.
    .explanation-others-answer = The connection requests to { $addresses } on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } were sent, and nothing came back, while other ports of the same address ({ $answering }) answer. A firewall drops the packets, near you, on the way or at the server. mailcheck cannot tell these apart from here.
    .explanation-port-25 = The connection requests to { $addresses } on port 25 were sent, and nothing at all came back. Many access and cloud providers block port 25, and the server may be off or filter it. mailcheck cannot tell these apart from here.
    .explanation-behind = The routers up to { $own ->
        [yes] your own router ({ $router })
       *[no] hop { $hop } ({ $router })
    } let the packets to { $addresses } pass. Those behind it never show themselves, for no port, though other ports of the address ({ $answering }) answer. A filter somewhere behind that router, at the server, or a lost way back: mailcheck cannot tell these apart.
    .explanation-later = The connection requests to { $addresses } were sent and nothing came back in time; a moment later the same port answered. Packets are lost on the way, or the server takes connections only now and then. mailcheck cannot tell these apart from here.
    .about = The server does not answer, and nothing tells where the packets are lost. Silence: no answer to the connection request within the time (10060 on Windows), and no message from any router that tells the place, or no router was asked. A server that is off, a stale address, a filter on the way out, a filter at the server and a lost way back all look like this. Who can fix it: cannot be told; mailcheck does not guess.
    .steps =
        Try from another network, such as a phone's mobile data. If it works there, your network or its provider filters.
        Compare the host name and the port with those that the provider gives.
        Ask the server's administrator whether your address is filtered and the service is up.

finding-prohibited-by-firewall = A firewall forbids the connection to { $host } on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = { $own ->
        [yes] Your own router ({ $sender })
       *[no] { $sender }
    } answered instead of the server that the connection is forbidden. That is a rule in a firewall, not a fault of the server. "No route to host" and "permission denied" are what programs show for it.
    .explanation-server = The server itself ({ $sender }) answered that the connection is forbidden. A rule in the server's firewall keeps this port closed, to everybody or to this network.
    .explanation-unknown = The connection was refused as forbidden by a rule, and the system does not say by whom. It may be security software on this machine or a firewall on the way.
    .about = A firewall answers instead of letting the connection through; the server is not at fault unless the firewall is its own. An ICMP message "administratively prohibited" came back (or, from the server itself, "port unreachable", by which many firewalls refuse); or the system said "permission denied" (10013) and hides who told it. The sender of the message is known where the system keeps it. The same refusal shows as "no route to host" over IPv4 and as "permission denied" over IPv6; neither is a routing fault. Who can fix it: whoever runs the device that sent the message.
    .steps =
        Ask whoever runs the named address why it forbids the port.
        Try from another network.

finding-no-route-on-path = { $own ->
        [yes] Your own router ({ $sender })
       *[no] The router { $sender }
    } has no route to { $host }
    .explanation = { $own ->
        [yes] Your own router ({ $sender })
       *[no] The router { $sender }
    } says that it has no route to the network of { $addresses }. A route is missing there, its own line is down, or the address is out of date.
    .explanation-gateway = { $own ->
        [yes] Your own router ({ $sender })
       *[no] The first router, { $sender },
    } says that it has no route to { $addresses }. Its own line to the provider is down, or it has no service for this kind of address.
    .about = A router on the way has no route to the server. An ICMP message "network unreachable" (IPv6: "no route") came back from a router. That is a router's word, not this machine's: the same error number without such a message means that this machine has no route. Who can fix it: whoever runs the network with the router.
    .steps =
        If it is your own router: check whether its line is up, and restart it.
        Compare the address with the one that the provider gives.
        Tell your provider what the router says.

finding-host-unreachable = { $part ->
        [yes] { $host } cannot be reached on { $count ->
            [one] port { $ports }
           *[other] ports { $ports }
        }
       *[no] { $host } cannot be reached
    }
    .explanation-port-at-once = { $itself ->
        [yes] The address { $sender } itself reports at once that nothing can be reached there
       *[no] { $sender } says at once that { $addresses } cannot be reached there
    }, while other ports of the same address ({ $answering }) answer. So the address is not dead: most probably a firewall at the server turns these connections away.
    .explanation-port = { $itself ->
        [yes] The address { $sender } itself reports that nothing can be reached there
       *[no] { $sender } says that { $addresses } cannot be reached there
    }, while other ports of the same address ({ $answering }) answer. So the address is not dead: most probably a router or load balancer at the server leads { $count ->
        [one] this port
       *[other] these ports
    } to a machine that is off.
    .explanation = { $own ->
        [yes] Your own router ({ $sender })
       *[no] The router { $sender }
    } says that it cannot reach { $addresses }. The server is off, its address is out of date, or the network around it is broken.
    .explanation-last-router = { $sender }, the last router before the server, looked for { $addresses } on its network, and nothing there answered. The server is off, its address is out of date, or it is cut off from its own network.
    .explanation-unknown = The system says that { $addresses } cannot be reached, and no router is named. Either nothing on the local network answers for the address or the gateway (that takes about three seconds), or a router said so and the system hides which.
    .explanation-echo-stops = The system says that { $addresses } cannot be reached. An echo request (ping) to that address does not arrive either: a device on the way says that it goes no farther (see the evidence). It may be the one that stops the connections too, because it has no route, does not find the server or forbids it; or it forbids echo requests alone. Windows hides which of these it said.
    .explanation-echo-answered = The system says that { $addresses } cannot be reached, and yet an echo request (ping) to that address is answered. So there is a way to it, and something on the way or at the server turns these connections away. The system does not say what.
    .about = A router near the server cannot reach it, or the system does not say who could not. An ICMP message "host unreachable" came back from a router, or the system said "no route to host" (10065) and hides who told it. The last router before the server sends it when it asked for the host on its own network and nobody answered: that takes it about three seconds, and it stands one hop before the server. Who can fix it: whoever runs the mail server if the last router says so, whoever runs the network if another router does; otherwise it cannot be told.
    .steps =
        Compare the address with the one that the provider gives.
        Tell whoever runs the server, or the named router.
        Try from another network.

# The server: connections

finding-refused-now-and-then = { $host } refuses some connections and takes others
    .explanation = A connection to { $count ->
        [one] port { $ports }
       *[other] each of the ports { $ports }
    } was refused, and a moment later another one to { $taken } was taken. So a refusal does not mean here that a port is closed. Either the server or a firewall in front of it allows only so many connections at once, and mailcheck's own checks were too many, or one of several machines behind the address does not run the service. mailcheck cannot tell these apart from here.
    .about = A port refuses one connection and takes the next. Before a port, an address or a family of addresses is called dead, mailcheck connects to it once more, alone; a trace of the path that finds the port open counts as well. Limits on simultaneous connections, and a pool of servers of which one is down, look like this. Who can fix it: whoever runs the mail server.
    .steps =
        Ask for one service at a time: mailcheck --service.
        If it is your server: check the limit on connections, and every machine of the pool.

finding-port-closed = { $count ->
        [one] Port { $ports }
       *[other] Ports { $ports }
    } of { $host } { $count ->
        [one] is closed
       *[other] are closed
    }
    .explanation = { $addresses } answered with a refusal: no program listens there, or a firewall refuses as if none did. The service is not running, or the port is not the right one.
    .explanation-others-answer = { $addresses } answered with a refusal, while other ports of the same address are open. The machine is up; this service is not offered on this port, or is not running.
    .about = The server is up, and no mail service takes connections on the port. The connection was refused with a TCP reset (10061). The machine at the address is up and reachable. A firewall at the server that refuses with a reset looks the same, and so does a device on the way that plays the server. Who can fix it: whoever runs the mail server.
    .steps =
        Compare the port with the one that the provider gives.
        If it is your server: check whether the service is running and on which addresses it listens.

finding-all-ports-closed = Every port that was tried at { $host } is closed
    .explanation = { $addresses } refused every port that was tried: { $ports }. The machine is up, but no mail service listens there. It may be the wrong host, an old address, or a server whose mail services are stopped.
    .about = The computer at the address is up, and none of its mail ports takes connections. Every port that was tried answered with a TCP reset. The machine is reachable. A stale address that now belongs to another machine looks the same, and so does a firewall that refuses everything. Who can fix it: whoever runs the mail server.
    .steps =
        Check whether the host name is the one that the provider gives.
        If it is your server: start the mail services.

finding-some-addresses-fail = Some addresses of { $host } do not work
    .explanation = { $addresses } cannot be reached on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }, while { $good } can. Programs pick one address or try them in turn, so that the service seems to fail now and then, or is slow.
    .about = One of the addresses of the server does not work, so that connections fail now and then. The name has several addresses, and for one service at least one answers and at least one does not. Who can fix it follows from how the bad one fails: a refusal is the server's, an ICMP message its sender's, silence nobody's in particular.
    .steps =
        Tell the server's administrator which address fails.
        Until it is repaired, the address should be taken out of the DNS.

finding-not-offered-here = { $host } does not offer { $purpose ->
        [sending] sending
        [imap] IMAP
        [pop3] POP3
        [receiving] port 25 to other mail servers
       *[reading] reading mail
    }
    .explanation = { $count ->
        [one] Port { $ports } is
       *[other] Ports { $ports } are
    } closed, and what mail programs need works without { $count ->
        [one] it
       *[other] them
    }. Nothing has to be done, unless this was meant to work.
    .about = A purpose of mail that nobody expects at this host is not served there. Every port of the purpose refused the connection (reading with IMAP: 143, 993; reading with POP3: 110, 995; sending: 25, 465, 587), and the other way of reading, or what the name of the host promises, works. Nothing was asked for by name, so nothing is wrong. Who can fix it: nobody has to.
    .steps =
        Use the host name that the provider gives for the other purpose.

finding-purpose-closed = { $purpose ->
        [sending] No port for sending with a mail program is open at { $host }
        [imap] No port for IMAP is open at { $host }
        [pop3] No port for POP3 is open at { $host }
        [receiving] { $host } takes no mail from other servers: port 25 is closed
        [programs] Only port 25 is open at { $host }
       *[reading] No port for reading mail is open at { $host }
    }
    .explanation = { $count ->
        [one] Port { $ports } is closed, and another port
       *[other] Ports { $ports } are closed, and another port
    } of { $addresses } answers. Either the program for it has stopped, or this host is not meant for it: providers often use two names, such as smtp. and imap. mailcheck cannot tell these apart from here.
    .explanation-exchanger = { $count ->
        [one] Port { $ports } is
       *[other] Ports { $ports } are
    } closed, and port 25 takes mail: so this host is a mail exchanger, to which other mail servers deliver. A mail program can neither send nor read here. If it was meant to, the programs for it have stopped.
    .about = A host refuses every port of one purpose of mail, and answers on another port. Purposes are sending with a mail program (465, 587; 25 only where it offers a login), reading with IMAP (143, 993), reading with POP3 (110, 995) and taking mail from other servers (25). A crashed mail server and a host that was never meant for it look the same from outside. It is an error where the name promises the purpose, or where a neutral name such as mail. has no way to send or none to read; a warning where port 25 alone is open and takes mail. Who can fix it: whoever runs the mail server.
    .steps =
        If it should work: start the program for it, and check on which ports it listens.
        Use the host name that the provider gives for this purpose.
        If the host is not meant for it: name the services that are, with --service.

finding-closed-before-greeting = { $through ->
        [yes] The connection to { $host } through the proxy is closed before the greeting on
       *[no] { $host } closes the connection before its greeting on
    } { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The connection was made, and { $addresses } closed it without a word. The server turns this client away, has reached a limit, or has a broken service behind the port.
    .explanation-here = The connection was made on this machine, and { $addresses } closed it without a word. Either a service here turns its clients away or is broken; or it is a forwarder that takes every connection (Docker's for a published port, ssh -L, kubectl port-forward) and hangs up where nobody answers behind it: in a container, the service does not run, listens on 127.0.0.1 inside alone, or on another port.
    .explanation-through-proxy = { $proxy } said that the connection to { $host } stands, and it was closed without a word. Nothing shows that it ever stood: some proxies say so before they have connected, and hang up when they cannot. If it did, the server turns the proxy's address away, has reached a limit, or has a broken service behind the port.
    .about = The server accepts the connection and closes it before it says anything. TCP connected, and the other side ended the connection in order (FIN) before a byte came. Access lists, connection limits and a crashed service behind a load balancer all do that. A device on the way that accepts connections in the server's place looks the same, and so does a proxy that says too early that it has connected: through a proxy nobody is named. Who can fix it: whoever runs the mail server.
    .steps =
        Wait some minutes and try again.
        Try from another network. If it works there, the server turns your address away.
        Ask the server's administrator to look into the log.

finding-reset-before-greeting = { $through ->
        [yes] The connection to { $host } through the proxy is cut before the greeting on
       *[no] { $host } cuts the connection before its greeting on
    } { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The connection was made, and was cut off (reset, 10054) before a word came. The server or a device in front of it turns this client away, or the service behind the port crashed.
    .explanation-here = The connection was made on this machine, and was cut off (reset, 10054) before a word came. Either the service behind the port crashed; or it is a forwarder that takes every connection (Docker's for a published port, ssh -L, kubectl port-forward) and hangs up where nobody answers behind it: in a container, the service does not run, listens on 127.0.0.1 inside alone, or on another port.
    .explanation-through-proxy = { $proxy } said that the connection to { $host } stands, and it was cut off (reset, 10054) before a word came. Nothing shows that it ever stood: some proxies say so before they have connected, and hang up when they cannot. If it did, the server turns the proxy's address away, or the service behind the port crashed.
    .about = The server accepts the connection and cuts it before it says anything. TCP connected, and a reset came before a byte. Access lists, overload and crashed services do that; so does a firewall on the way that plays the server. mailcheck cannot tell these apart from here. Who can fix it: whoever runs the mail server.
    .steps =
        Wait some minutes and try again.
        Try from another network. If it works there, the server or a filter turns your address away.
        Ask the server's administrator to look into the log.

finding-silent-service = { $through ->
        [yes] Nothing is heard of { $host } through the proxy on { $count ->
            [one] port { $ports }
           *[other] ports { $ports }
        }
       *[no] { $host } accepts connections on { $count ->
            [one] port { $ports }
           *[other] ports { $ports }
        } and says nothing
    }
    .explanation = The connection to { $addresses } was made, and no greeting came within { $seconds } { $seconds ->
        [one] second
       *[other] seconds
    }. The service hangs, is overloaded, or makes strangers wait for longer than that. A device on the way that accepts in the server's place looks the same.
    .explanation-unusual-port = The connection to { $addresses } was made, and no greeting came within { $seconds } { $seconds ->
        [one] second
       *[other] seconds
    }. On an unusual port this is also what a server with SSL/TLS from the first byte looks like: it waits for the client.
    .explanation-under-tls = The connection and the encryption were established, and no greeting came within { $seconds } { $seconds ->
        [one] second
       *[other] seconds
    }. The mail service behind the encryption hangs or is overloaded, or what is there is another service, which waits for its clients to speak.
    .explanation-alive = The connection to { $addresses } was made and is open: the system there answers whenever it is asked whether it is alive. The mail service said nothing within { $seconds } { $seconds ->
        [one] second
       *[other] seconds
    }. It hangs, is overloaded, or makes strangers wait for longer than that. A device that accepts in the server's place, or one that loses only what the server says, looks the same.
    .explanation-waits-for-client = The connection to { $addresses } was made, and no greeting came within { $seconds } { $seconds ->
        [one] second
       *[other] seconds
    }; once something was said to the port, the mail service answered unencrypted. It waits for the client to speak first, and mail programs wait for the server. A proxy that sorts connections by their first bytes does that, such as Traefik with a TLS rule.
    .explanation-through-proxy = { $proxy } said that the connection to { $host } stands, and no greeting came within { $seconds } { $seconds ->
        [one] second
       *[other] seconds
    }. Nothing shows that it ever stood: some proxies say so before they have connected, and some let nothing through before the client has spoken. If it did, the service hangs, is overloaded, or makes strangers wait for longer than that.
    .about = The server accepts the connection and never greets. TCP connected and stayed open, and not a byte came within the time for the greeting. Where the kernel tells, the other side's system was alive all the time; a path that died is another finding. A greeting that would have come later cannot be told from one that never comes: the standard asks clients to wait five minutes (RFC 5321 section 4.5.3.2). Servers that look up the client's name first, or delay strangers on purpose, can take half a minute. Who can fix it: whoever runs the mail server.
    .steps =
        Wait longer: mailcheck --greeting-timeout 300 --deadline 600 smtp.example.com
        Ask the server's administrator whether the service is overloaded, and whether it waits for name lookups of clients.

finding-slow-greeting = { $host } takes { $seconds } seconds to greet on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The service works, but its first words came late. The server looks up the name of the client first, delays strangers on purpose, or is overloaded. Mail programs with a short timeout give up in that time.
    .explanation-between-servers = The service works, but its first words came late. On port 25 servers delay strangers on purpose, to lose spammers, and other mail servers wait for minutes.
    .explanation-dripped = The service works, but its first words came a few bytes at a time. Servers do that on purpose to slow down senders of spam (a tarpit). Impatient mail programs give up in that time.
    .about = The server greets late. A complete greeting came after more than five seconds. Delays against spammers are legal and common on port 25; on the ports for mail programs they are a nuisance. On port 25 alone it is a note up to 30 seconds. Who can fix it: whoever runs the mail server.
    .steps =
        Give the mail program a longer server timeout.
        If it is your server: check whether name lookups of clients time out.

finding-greeting-incomplete = The greeting of { $host } on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } did not come to its end
    .explanation = The server began its greeting and had not finished it when the time was up. It drips its greeting to slow down strangers, or hangs.
    .about = The server begins to greet and does not finish. Some bytes of the greeting came, and not the end of its last line. Tarpits do that on purpose; so does a server that hangs. Who can fix it: whoever runs the mail server.
    .steps =
        Wait longer: mailcheck --greeting-timeout 300 --deadline 600 smtp.example.com
        Ask the server's administrator.

finding-greeting-rejected = { $host } refuses service on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The server answered, and its first words were a refusal. The name, the route and the port are right; the server will not serve this client, or offers no mail service there. Its own words are in the evidence.
    .explanation-list-unanswered = The server answered with a refusal, because the block list that it asks does not answer its DNS server. Your address is not listed: the server's own DNS setting is at fault.
    .explanation-reverse-dns = The server turned this client away because the address that you come from has no name in the DNS, or one that does not lead back to it (reverse DNS, PTR). The name of an address is set by whoever provides the network. It is not about the account or the password.
    .explanation-reputation = The server turned this client away because mail from the address that you come from has a bad reputation there. It is not about the account or the password.
    .explanation-not-registered = The server turned this client away because the address that you come from is not among those that may use it. It is not about the password.
    .about = The server answers, and turns this computer away with its first line. The greeting was 5yz, -ERR or BYE in place of a welcome. 554 and 521 also mean "no mail service on this host" (RFC 5321, RFC 7504). The text says more than the code. Who can fix it: whoever runs the mail server.
    .steps =
        Read the text of the refusal; it often names the reason or a page.
        Check whether it is the right host.
        Ask the server's administrator.

finding-client-blocklisted = { $why ->
        [kind] { $host } takes no mail directly from an address like this one
       *[list] { $host } refuses this address because of a block list
    }
    .explanation = The server's refusal says that the address you come from is on a block list. The network you are on is listed, often as a whole: ranges for homes and phones are listed by policy. It is not about the account or the password.
    .explanation-kind = The server's refusal says that it takes no mail directly from addresses of the kind that you come from: those of homes and phones, those that change, those that are not known as mail servers. It is a rule of the server's for many networks, and not about the account or the password.
    .owner = the provider of the network you are on
    .about = The mail server refuses connections from the public address of this network, because that address is on a block list. The text of the refusal names the list. It is the address of the network that is listed, not the user. Servers use block lists on port 25 against direct sending; with a login on port 465 or 587 they are usually not asked. Who can fix it: the provider of the network you are on.
    .steps =
        In a mail program: send over port 465 or 587 with a login.
        Follow the link in the refusal, or look the address up at the list that it names; there it says why it is listed and how to have it removed.
        Ask the provider of the network for an address that is not listed.

finding-temporarily-refused = { $host } refuses connections for now
    .explanation = The server answered on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } and refused for the time being. That happens under load, during maintenance, and to clients that it does not know yet. It does not tell whether the service works.
    .explanation-too-many = The server answered on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } that there are too many connections, from this address or altogether. It does not tell whether the service works.
    .explanation-too-often = The server answered on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } that something is too much for it or comes too often, from this address or altogether: connections, commands or messages. Its own words are in the evidence. It does not tell whether the service works.
    .explanation-cut-off = The words on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } are those of a program in front of the server, such as the mail scanner of a virus scanner on this machine: it took the connection and did not pass it on. Nothing follows about the server itself.
    .explanation-too-many-logins = The server answered on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } that there were too many failed logins from the address that you come from, and refuses everything from there for a while. Some program or device behind that address logs in with a wrong password. It does not tell whether the service works.
    .explanation-ended = The server ended the session on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } in the middle, with words of its own; they are in the evidence. That happens under load, during maintenance, and at limits. It does not tell whether the service works.
    .about = The server turns this computer away for now, and may take it later. The server answered 421 or another 4yz code, or a refusal that says "too many" or "temporary". Limits, maintenance and greylisting look alike. Nothing follows about the service, therefore the verdict is inconclusive. Who can fix it: whoever runs the mail server.
    .steps =
        Wait some minutes and try again.
        Close other mail programs that use the same server.
        If it lasts for hours: tell the server's administrator.

finding-wrong-service = { $speaks } answers on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } of { $host }
    .explanation-everywhere = { $speaks } answers on the ports of several mail services, and no mail server does that. The name leads to another host, or something on the way (a proxy, a login page of the network) answers in the server's place.
    .explanation = Where { $expected } was expected, { $speaks } answers. The port or the host is the wrong one, or something on the way (a proxy, a login page of the network) answers in the server's place.
    .about = Something other than the mail service answers on the port. The first bytes are those of another protocol. The port number is wrong, or the port is forwarded to the wrong service, or a device on the way answers. Who can fix it: whoever runs the mail server, unless the setting is wrong.
    .steps =
        Compare host and port with those that the provider gives.
        Open a web page once, in case the network wants a login first.

finding-plaintext-on-tls-port = { $count ->
        [one] Port { $ports }
       *[other] Ports { $ports }
    } of { $host } { $count ->
        [one] wants
       *[other] want
    } { $offers ->
        [nothing] no encryption
        [unknown] no SSL/TLS from the first byte
       *[starttls] STARTTLS, not SSL/TLS
    }
    .explanation = The server spoke plain { $protocol } where encryption from the first byte was expected. In a mail program the setting that fits this port is STARTTLS. The usual port for that is { $usual }.
    .explanation-untold = The server spoke plain { $protocol } where encryption from the first byte was expected. Whether it offers STARTTLS there could not be learned.
    .explanation-no-encryption = The server spoke plain { $protocol } where encryption from the first byte was expected, and offers no STARTTLS either: there is no encryption on this port. A mail program would send the password unencrypted there.
    .about = The port begins without encryption, and the setting asks for SSL/TLS from the start. The first bytes on a port for implicit TLS are the plain greeting of the very protocol, or a second connection without TLS brought it. The server is set up with STARTTLS, or without TLS, on that port. Who can fix it: whoever runs the mail server; or the mail program is set to fit.
    .steps =
        Set the security of this port to STARTTLS in the mail program.
        If it is your server: switch implicit TLS on for the port (Postfix: smtpd_tls_wrappermode; Dovecot: ssl = yes).

finding-tls-on-starttls-port = { $count ->
        [one] Port { $ports }
       *[other] Ports { $ports }
    } of { $host } { $count ->
        [one] wants
       *[other] want
    } SSL/TLS, not STARTTLS
    .explanation = The server answered with TLS where a plain { $protocol } greeting was expected. In a mail program the setting that fits this port is SSL/TLS (also called implicit TLS).
    .about = The port begins with encryption, and the setting asks for STARTTLS. A TLS alert or handshake record came in place of a plain greeting, or the port was silent and a second connection with TLS from the first byte brought the greeting. The port is set up for implicit TLS. Who can fix it: whoever runs the mail server; or the mail program is set to fit.
    .steps =
        Set the security of this port to SSL/TLS in the mail program.

# The server: dialogue

finding-ehlo-rejected = { $host } refuses the first command on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The server greeted, and then refused { $protocol ->
        [smtp] EHLO, with which every client introduces itself
        [pop3] CAPA, which asks what it offers
       *[imap] CAPABILITY, which asks what it offers
    }. Its own words are in the evidence.
    .explanation-name = The server greeted, and then refused the name that this machine gave with EHLO. It wants a full host name. The name can be set.
    .explanation-behind-tls = The server greeted and began the encryption, and behind it refused { $protocol ->
        [smtp] EHLO
        [pop3] CAPA
       *[imap] CAPABILITY
    }, the first command there. After the encryption has begun everything starts anew (RFC 3207 section 4.2); what answers behind it does not know that, as happens where a device does the TLS in front of the mail service.
    .explanation-reverse-dns = The server greeted, and then turned this client away because the address that you come from has no name in the DNS, or one that does not lead back to it (reverse DNS, PTR). The name of an address is set by whoever provides the network.
    .explanation-reputation = The server greeted, and then turned this client away because mail from the address that you come from has a bad reputation there.
    .explanation-not-registered = The server greeted, and then turned this client away because the address that you come from is not among those that may use it.
    .about = The server refuses the first command of this computer. EHLO (or HELO, CAPA, CAPABILITY) was answered with a permanent refusal. Some servers refuse by the name that the client gives: then the client can be set to another name. Firewalls that rewrite commands cause it too. Who can fix it: whoever runs the mail server; whoever looks after this computer if it is the name that is refused.
    .steps =
        Read the text of the refusal.
        Give another name: mailcheck --ehlo pc.example.com smtp.example.com

finding-slow-reply = { $host } takes { $seconds } seconds to answer on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The service works, but an answer to a command came late. The server looks up the name of the client, waits for another service, is overloaded, or makes strangers wait on purpose. Impatient mail programs give up in that time.
    .about = The server works and answers slowly. A complete answer to EHLO, CAPA, CAPABILITY or STARTTLS came after more than five seconds, and no packet had to be sent again. Who can fix it: whoever runs the mail server.
    .steps =
        Give the mail program a longer server timeout.
        If it is your server: check whether name lookups of clients time out.

finding-unasked-reply = { $host } answers what nobody asked on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = A reply came before mailcheck had asked anything, or one more than was asked for. mailcheck set it aside; other programs take it for the answer to their next command, and misread everything from there on. Often something in front of the mail service speaks to it first: a proxy that sends a PROXY header which the service does not expect.
    .explanation-broken = A reply came that belongs to nothing mailcheck had asked, and then the dialogue came to nothing. Often something in front of the mail service speaks to it first: a proxy that sends a PROXY header which the service does not expect. To the service that is a wrong command, and what it answers confuses every client.
    .explanation-proxy-header = The server complains of a PROXY header, and mailcheck sends none: something in front of the mail service does, such as HAProxy, Traefik or a load balancer, and the service does not expect it or does not trust who sends it.
    .explanation-spoke-first = The server says that its client spoke too early. mailcheck had said nothing: something in front of the mail service speaks first, such as a proxy that sends a PROXY header which the service does not expect.
    .explanation-empty-line = An empty line came where a reply was due. mailcheck passed over it; strict mail programs take it for a broken answer and give up.
    .about = The server, or something in front of it, sends replies to commands that nobody gave. A reply came before anything was asked, or behind a complete reply, or the server complains of words that were never said. A proxy with a PROXY header (HAProxy, Traefik, nginx) before a mail service that does not expect one does that. Who can fix it: whoever runs the mail server and what stands in front of it.
    .steps =
        If it is your server: switch the PROXY protocol on at both ends or at neither.
        Tell the server's administrator.

finding-reply-timeout = { $host } stops answering on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The server greeted, and then gave no answer within { $seconds } { $seconds ->
        [one] second
       *[other] seconds
    } { $stage ->
        [capabilities] to the question for what it offers
        [starttls] to the request for encryption
        [greeting] after the connection
       *[other] to a command
    }. It hangs, or a device on the way swallows the command. mailcheck cannot tell these apart from here.
    .explanation-acknowledged = The server greeted, its system acknowledged { $stage ->
        [capabilities] the question for what it offers
        [starttls] the request for encryption
       *[other] the command
    }, and no answer came within { $seconds } { $seconds ->
        [one] second
       *[other] seconds
    }. The service behind it hangs or is overloaded; a device that accepts in the server's place looks the same.
    .explanation-unfinished = The server began its answer { $stage ->
        [capabilities] to the question for what it offers
        [starttls] to the request for encryption
       *[other] to a command
    }, and the end of it did not come within { $seconds } { $seconds ->
        [one] second
       *[other] seconds
    }. The answer has no end, or the rest of it was lost. What came is in the evidence.
    .about = The server greets and then no longer answers. A command was sent and no complete answer came in time. Where the kernel tells, the command had arrived; one that was lost on the way is another finding. An overloaded server, a broken service behind it and a firewall that swallows commands look alike. Who can fix it: whoever runs the mail server.
    .steps =
        Try again in some minutes.
        Try from another network.
        Tell the server's administrator.

finding-connection-lost = { $host } ends the connection in the middle on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The server greeted, and the connection was closed { $stage ->
        [greeting] in the middle of the greeting
        [within] in the middle of an answer
        [capabilities] where the answer to the first command was due
        [starttls] where the answer to STARTTLS was due
       *[other] before the end
    }. The server gave up, or a device on the way closed it. mailcheck cannot tell these apart from here.
    .explanation-reset = The connection was cut off (reset, 10054) { $stage ->
        [greeting] in the middle of the greeting
        [within] in the middle of an answer
        [capabilities] where the answer to the first command was due
        [starttls] where the answer to STARTTLS was due
       *[other] before the end
    }. The server crashed or gave up, or a device on the way cut it. mailcheck cannot tell these apart from here.
    .explanation-behind-tls = The server greeted and began the encryption, and ended the connection where the first answer behind it was due. What answers behind the encryption does not go on, as happens where a device does the TLS in front of a mail service that cannot be reached or does not expect it.
    .about = The connection to the server ends in the middle of the conversation. It ended, in order (FIN) or by a reset, after the first words and before the end of the dialogue. Limits, crashes and firewalls that do not like a command look alike. Who can fix it: whoever runs the mail server.
    .steps =
        Try again.
        Try from another network.
        Tell the server's administrator at which command it ended.

finding-unexpected-reply = { $kind ->
        [mailbox-data] { $host } speaks of a mailbox before the login
        [out-of-place] { $host } answers something that does not fit
       *[other] What { $host } says is not { $protocol }
    } on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = An answer came that the protocol does not know, { $stage ->
        [greeting] in place of the greeting
        [capabilities] to the first command
        [starttls] to STARTTLS
       *[other] in the dialogue
    }. It is another service, a device that meddles, or a broken server. What came is in the evidence.
    .explanation-out-of-place = { $stage ->
        [greeting] In place of the greeting came
        [capabilities] The first command was answered with
        [starttls] STARTTLS was answered with
       *[other] A command was answered with
    } a reply that refuses nothing, and has the code of another answer. The server is broken, or a device in front of it speaks to it, too, and answers get mixed up. What came is in the evidence.
    .explanation-once-spoken-to = Nothing came for { $seconds } { $seconds ->
        [one] second
       *[other] seconds
    }, and what came once something had been said is not { $protocol }: another service that waits for its clients to speak, or a device that meddles. What came is in the evidence.
    .explanation-mailbox-data = The server spoke of a mailbox before anybody had logged in. mailcheck believed nothing of it; a mail program that does would show mail that is not yours, or follow the server to another one. Either the server is broken, or somebody on the way puts words in.
    .about = What answers on the port does not speak the mail protocol. The bytes that came are not the protocol of the port, and no other known protocol either. As a warning: IMAP data about a mailbox came before a login. Who can fix it: whoever runs the mail server, unless the port is the wrong one.
    .steps =
        Compare host and port with those that the provider gives.
        Try from another network.

# STARTTLS

finding-starttls-not-offered = { $host } does not offer { $keyword } on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The server greets and answers, but does not offer encryption. A mail program would send the password unencrypted there, and most refuse to. The server has no TLS set up on this port, or something on the way took the offer out.
    .explanation-between-servers = The server does not offer STARTTLS: mail that it takes travels to it unencrypted.{ $mail ->
        [asked] {""}
       *[not-asked] {" "}Whether it takes mail was not asked.
    } The server has no TLS set up, or something on the way took the offer out.
    .explanation-exchange = This Exchange server offers encryption to other Exchange servers (X-ANONYMOUSTLS) and not STARTTLS, which everybody else needs. It does so where no valid certificate is assigned to the SMTP service of this connector. What is sent to it travels unencrypted.
    .explanation-scanner = The answer to EHLO names bare commands in place of extensions, as programs do that scan mail on its way (virus scanners on this machine, gateways). Such a program takes the offer of encryption out; an old server looks the same. What is sent travels unencrypted.
    .about = The server does not offer encryption on the port. STARTTLS (STLS in POP3) is not among the capabilities. On 587, 110 and 143 that is a failure, because passwords would travel unencrypted; on 25 a warning, because mail flows all the same. A server without TLS and a device on the way that removes the word look alike, unless the device leaves traces. Who can fix it: whoever runs the mail server.
    .steps =
        Use a port with SSL/TLS from the start: 465, 993 or 995.
        Try from another network, to see whether something on the way removes the offer.
        If it is your server: set up TLS on the port.

finding-starttls-stripped = A firewall removes STARTTLS on the way to { $host }
    .explanation = The offer of encryption was overwritten: there are rows of X or asterisks where words should be. Firewalls that inspect SMTP do that. Passwords and mail would travel unencrypted.
    .explanation-between-servers = The offer of encryption was overwritten: there are rows of X or asterisks where words should be. Firewalls that inspect SMTP do that. Mail to this server travels unencrypted.
    .explanation-one-path = The server offers { $keyword } at { $good } and not at { $addresses }. Something on the one way removes the offer, or the two addresses lead to servers with different settings; mailcheck cannot tell these apart. Passwords and mail would travel unencrypted.
    .explanation-command = The server shows what it was told, and it is not what was said here: the command arrived as a row of X. Firewalls that inspect SMTP write over commands that they do not know. Passwords and mail would travel unencrypted.
    .about = A firewall between this computer and the server removes the offer of encryption. Two signs. One service offers STARTTLS at one address and not at another, under the same name. Or: a capability of X's or a greeting of asterisks: the marks of firewalls with SMTP inspection (Cisco "fixup", MailGuard). The firewall stands anywhere between here and the server, at either end. Who can fix it: whoever runs the network with the firewall.
    .steps =
        Do not log in over this port from here.
        Use a port with SSL/TLS from the start: 465, 993 or 995.
        Switch off SMTP inspection on the firewall.

finding-starttls-refused = { $host } offers STARTTLS on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } and then refuses it
    .explanation = The server offered encryption, and said no when it was asked for. Its own words are in the evidence.
    .explanation-unavailable = The server offered encryption, and said that it is not available when it was asked for. Its TLS does not work: often a certificate or key that cannot be read. Its own words are in the evidence.
    .explanation-unknown = The server offered encryption, and did not know the command when it was asked for. What offers it and what answers do not fit together: a device in front of the mail service adds the offer or swallows the command, or the service is set up wrongly. Its own words are in the evidence.
    .about = The server offers encryption and then cannot begin it. STARTTLS was among the capabilities, and the command was answered 454, 5yz, -ERR, NO or BAD. 454 means "TLS not available now" (RFC 3207); it seldom mends itself. Who can fix it: whoever runs the mail server.
    .steps =
        Use a port with SSL/TLS from the start: 465, 993 or 995.
        Tell the server's administrator; the reason is in the server's log.

finding-starttls-injection = Unencrypted bytes slip into the encrypted session of { $host } on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = Behind the answer to STARTTLS more bytes came unencrypted. A careless client would take them for words of the encrypted session; that is how attackers on the way put words into the server's mouth. The session was ended here.
    .explanation-later = Behind the answer to STARTTLS, and before the encryption, another reply came unencrypted, in the place of TLS. That may be an injection: attackers on the way put words into the server's mouth like that, and a careless client takes them for words of the encrypted session. It may also be a server that goes on in plain text. mailcheck cannot tell these apart from here. Nothing of it was believed.
    .about = The server, or somebody on the way, sends unencrypted text into the encrypted session. Bytes followed the reply to STARTTLS before the TLS handshake (RFC 3207 section 4, CVE-2011-0411 and its kin). A faulty server and an attacker on the way look alike. Who can fix it: whoever runs the mail server.
    .steps =
        Do not log in over this port.
        Use a port with SSL/TLS from the start: 465, 993 or 995.
        Update the server.

finding-preauthenticated = { $host } greets as already logged in on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The IMAP server said PREAUTH: the session is logged in from the start. STARTTLS is then forbidden, so everything would travel unencrypted. On a public port this is a wrong setting, or somebody on the way.
    .about = The server says that the session is logged in before anybody logged in, and so cannot be encrypted. The greeting was PREAUTH on a port that needs STARTTLS. The standard forbids STARTTLS in that state (RFC 9051 section 6.2.1). Attackers use it to keep clients from encrypting. A wrong setting and an attacker look alike. Who can fix it: whoever runs the mail server.
    .steps =
        Do not use this port.
        Use port 993 with SSL/TLS.
        Tell the server's administrator.

finding-login-disabled = { $host } allows no login on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The server forbids logins without encryption and offers no way to encrypt. Nobody can log in there.
    .explanation-in-tls = The encryption is established, and within it the server behaves as if there were none: it forbids the login, or offers STARTTLS once more and no login. A device in front does the TLS, and the mail service behind it does not know. Nobody can log in there.
    .explanation-private = The server offers no way to log in that mail programs know: its AUTH names none, or there are only ways of its own (X-EXPS). A mail program that sends with user name and password cannot log in here.
    .explanation-none-named = The server offers no way to log in here. A mail program that sends with user name and password cannot log in; whoever may send without one, by its address for instance, can go on.
    .about = Nobody can log in on the port. LOGINDISABLED is among the capabilities and STARTTLS is not; or the encryption is established and the server still forbids the login or offers STARTTLS anew; or, as a warning or a note, a port for sending names no way to log in. Who can fix it: whoever runs the mail server.
    .steps =
        Use port 993 with SSL/TLS.
        If it is your server: set up TLS on the port.

# TLS

finding-tls-stalled = { $host } does not answer the TLS hello on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The connection was made, but not the encryption: no answer to the hello within { $seconds } { $seconds ->
        [one] second
       *[other] seconds
    }. The server hangs, expects no TLS there, or large packets are lost on the way. mailcheck cannot tell these apart from here.
    .explanation-gap = The server answered the TLS hello, and of the answer only later parts came within { $seconds } { $seconds ->
        [one] second
       *[other] seconds
    }: what belongs before them is lost on the way, however often it is sent. Large packets get lost where a line takes smaller ones and nobody says so.
    .explanation-acknowledged = The server's system acknowledged the TLS hello, and nothing came back within { $seconds } { $seconds ->
        [one] second
       *[other] seconds
    }. The service hangs, or expects no TLS there; answers that are lost on their way look the same.
    .explanation-through-proxy = { $proxy } said that the connection to { $host } stands, and no answer to the TLS hello came within { $seconds } { $seconds ->
        [one] second
       *[other] seconds
    }. Nothing shows that it ever stood: some proxies say so before they have connected. If it did, the server hangs or expects no TLS there.
    .about = The server accepts the connection, and encryption never begins. The client's TLS hello was sent, and nothing came back in time. A hello that was lost on the way, and answers too large for the way, are other findings where they can be told. A server that waits for plain text, a hung service, a firewall that drops TLS and a path that loses large packets look alike. Who can fix it: probably whoever runs the mail server.
    .steps =
        Try the other setting of the port: STARTTLS in place of SSL/TLS.
        Try from another network. If it works there, something on the way interferes.
        Tell the server's administrator.

finding-tls-closed = { $through ->
        [yes] The connection to { $host } through the proxy is closed during the TLS handshake on
       *[no] { $host } closes the connection during the TLS handshake on
    } { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The connection was made, and was closed when encryption was to begin. The server's TLS is broken or refuses this client, or a device on the way closed the connection.
    .explanation-through-proxy = { $proxy } said that the connection to { $host } stands, and it was closed when encryption was to begin. Nothing shows that it ever stood: some proxies say so before they have connected, and hang up when they cannot. If it did, the server's TLS is broken or refuses the proxy's address.
    .about = The server closes the connection as soon as encryption begins. The connection was ended in order after the TLS hello and before the handshake was complete. A missing certificate, a limit or a device on the way look alike. Who can fix it: whoever runs the mail server.
    .steps =
        Try from another network.
        Tell the server's administrator; the reason is in the server's log.

finding-tls-reset = The connection to { $host } is cut during the TLS handshake on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The connection was made, and was cut off (reset, 10054) when encryption was to begin. The server's TLS crashed, the port expects plain text, or a device on the way cuts TLS. mailcheck cannot tell these apart from here.
    .explanation-through-proxy = { $proxy } said that the connection to { $host } stands, and it was cut off (reset, 10054) when encryption was to begin. Nothing shows that it ever stood: some proxies say so before they have connected, and hang up when they cannot. If it did, the server's TLS crashed, the port expects plain text, or something beyond the proxy cuts TLS.
    .about = The connection is cut as soon as encryption begins. A reset came after the TLS hello and before the handshake was complete. A crashing service, a port without TLS and a firewall that cuts TLS look alike. Who can fix it: probably whoever runs the mail server.
    .steps =
        Try from another network. If it works there, something on the way cuts TLS.
        Tell the server's administrator.

finding-tls-alert = { $host } breaks off the TLS handshake on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } with alert { $alert }
    .explanation = The server answered the TLS hello with a fatal alert. It cannot or will not encrypt with this client.
    .explanation-no-common = The server says that it has no cipher or version in common with us, or has no certificate. Servers that know only old ciphers say this to modern clients; older programs may still get through.
    .explanation-version = The server speaks no version of TLS that is in use today. TLS 1.0 and 1.1 are withdrawn (RFC 8996); older programs may still get through.
    .explanation-internal = The server met an error of its own. Often its certificate or key file is missing or cannot be read.
    .explanation-name = The server has no certificate for the name { $name }, only for other names.
    .explanation-alpn = The server wants to be told which protocol is to be spoken (ALPN, RFC 7301), as web servers do, and mail programs do not tell. Usually a proxy or load balancer in front of the mail server is set up for another protocol on this port.
    .about = The server refuses to encrypt with this computer and gives a number as the reason. The server ended the handshake with a TLS alert (RFC 8446 section 6). The number tells what the server thinks: 40 nothing in common, 70 version, 80 an error of its own, 112 unknown name. Alert 40 does not say what is missing. Who can fix it: whoever runs the mail server.
    .steps =
        Look up the number, for example: mailcheck explain "alert 40"
        Tell the server's administrator the number and the time; the reason is in the server's log.

finding-tls-version-unsupported = { $host } speaks only old versions of TLS on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The best that the server speaks is { $versions }. TLS 1.0 and 1.1 are withdrawn (RFC 8996), and mail programs of today refuse them. Old programs may still get through.
    .about = The server's encryption is too old for the programs of today. The handshake failed, and to a hello made by hand for older versions the server answered with one of them. The server or its settings are old. Who can fix it: whoever runs the mail server.
    .steps =
        If it is your server: switch on TLS 1.2 and 1.3; that may need a newer program.
        Otherwise tell its administrator.

finding-tls-no-common-cipher = { $kind ->
        [anonymous] { $host } offers only ciphers without a certificate
        [unencrypted] { $host } offers only ciphers that do not encrypt
       *[old] { $host } knows only old ciphers
    } on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The server speaks TLS 1.2, but chose { $suites } from a list of everything there ever was. Programs of today do not offer that. Old programs may still get through.
    .explanation-anonymous = The server took no cipher that needs a certificate, and then { $suites }, which needs none: anybody could answer in its place. Mail programs do not offer that; some mail servers do among themselves. Usually the server has no certificate, or cannot read it.
    .explanation-unencrypted = The server took no cipher that encrypts, and then { $suites }, which does not: everything would be sent so that anybody on the way can read it. Mail programs do not offer that.
    .about = The server's ciphers are too old for the programs of today, or leave out the certificate or the encryption. The handshake failed with nothing in common, and to a hello made by hand with every cipher suite the server answered with one that is no longer in use: without forward secrecy, with a broken cipher, or with none. Who can fix it: whoever runs the mail server.
    .steps =
        If the server has no certificate: install one, and the ciphers that use it become available.
        If it is your server: allow ciphers with ECDHE and AES-GCM or ChaCha20.
        Otherwise tell its administrator.

finding-tls-answered-in-plaintext = { $host } answers the TLS hello in plain text on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = Encryption was to begin, and plain text came instead. The server does not do TLS there although it should, or something on the way answers. What came is in the evidence.
    .about = The server answers in plain text where encryption should begin. The bytes in answer to the TLS hello are not TLS. The server's TLS is not set up, or the port belongs to something else. Who can fix it: whoever runs the mail server.
    .steps =
        Compare host and port with those that the provider gives.
        Tell the server's administrator.

finding-weak-for-some-programs = Some programs cannot connect to { $host } on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = What the server offers is enough for some programs and not for others. These can connect: { $can }; these cannot: { $cannot }.
    .explanation-unseen = What the server offers is enough for some programs and not for others. These can connect: { $can }; these cannot: { $cannot }. The library of mailcheck is one of those that cannot, so mailcheck saw no more of the server than the beginning of the handshake.
    .about = The server can be reached with some mail programs and not with others. Programs differ in the versions of TLS, the ciphers, the keys and the certificates that they accept. mailcheck compares what the server offers with what the usual programs accept. Programs whose lists of trusted authorities are different are not judged by that. Who can fix it: whoever runs the mail server.
    .steps =
        Use one of the programs that can connect, or another port.
        If it is your server: offer TLS 1.2 and 1.3 with ECDHE and AES-GCM, and a certificate that lasts no longer than a year.

finding-renegotiation-unsafe = { $host } does not support secure renegotiation on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The server speaks TLS 1.2 or older and does not say that it renegotiates safely (RFC 5746, from 2010). These programs refuse such a server: { $cannot }. Others connect.
    .about = The server's TLS is so old, or so limited, that some programs refuse to connect. Without the extension of RFC 5746 somebody on the way can put words of his own in front of a session. OpenSSL 3 says "unsafe legacy renegotiation disabled" and gives up. Who can fix it: whoever runs the mail server.
    .steps =
        Update the TLS library of the server, or the device in front of it.

finding-tls-large-hello = { $host } does not take the TLS hello of newer programs on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = mailcheck's own TLS hello is answered there, and one that is too large for a single packet is not; a smaller one of the same kind, sent right behind it, is. The server has the whole of it or says no: it, or a device in front of it, probably takes the first packet for the whole hello. Older programs connect. A program that sends a large hello waits or is cut off: it does so by default with OpenSSL 3.5, Go 1.24 or Java 27 and later (X25519MLKEM768), unless it chooses its key exchange itself, as Postfix does. Each hello was sent once.
    .explanation-group = mailcheck's own TLS hello is answered there, and one that offers X25519MLKEM768 is not, whether it is large or small; without that it is. The server, or a device in front of it, fails at what it does not know in place of passing over it. Older programs connect. A program that offers it waits or is cut off: it does so by default with OpenSSL 3.5, Go 1.24 or Java 27 and later, unless it chooses its key exchange itself. Each hello was sent once.
    .explanation-anybody = mailcheck's own TLS hello is answered there, and one that is too large for a single packet is not; a smaller one of the same kind, sent right behind it, is. Some servers take the first packet for the whole hello, and some firewalls drop or cut a hello that comes in two: from here these look alike. Older programs connect. A program that sends a large hello waits or is cut off: it does so by default with OpenSSL 3.5, Go 1.24 or Java 27 and later (X25519MLKEM768), unless it chooses its key exchange itself, as Postfix does. Each hello was sent once.
    .explanation-lost = mailcheck's own TLS hello is answered there. Of one that is too large for a single packet a part never reached the server: it was sent again and again and not acknowledged, and a smaller one of the same kind, sent right behind it, was answered. A firewall on the way or at the server drops it. Older programs connect. A program that sends a large hello waits in vain: it does so by default with OpenSSL 3.5, Go 1.24 or Java 27 and later (X25519MLKEM768), unless it chooses its key exchange itself, as Postfix does.
    .explanation-segments = mailcheck's own TLS hello is answered there. Of one that is too large for a single packet a part never reached the server, and in packets of 536 bytes it did: full packets from here to there seem to be lost on the way. Then larger mails get stuck as well, and so do programs with a large hello (X25519MLKEM768, by default with OpenSSL 3.5, Go 1.24 or Java 27 and later).
    .about = Newer programs begin TLS with a hello that needs two packets, for it holds a key of post-quantum cryptography (X25519MLKEM768). With --large-hello mailcheck sends such a hello on a connection of its own, once its usual handshake has worked, and where no answer comes a smaller one of the same kind behind it: only where that is answered is the large one to blame. Some servers read once and take what they have for the whole hello, and some firewalls drop or cut hellos in two packets. Where a part of it was never acknowledged, it was lost on the way; where that changes with small packets, full packets are. Who can fix it: whoever runs the server, or the firewall in between.
    .steps =
        Update the server or the device in front of it; a TLS hello has to be read to its end, in however many packets it comes, and what is unknown in it passed over (https://tldr.fail).
        Ask whoever runs the firewalls on both sides whether one of them drops or cuts TLS hellos in two packets.
        As a way round let the program send a smaller one: Groups = X25519:P-256:P-384 in openssl.cnf (OpenSSL), GODEBUG=tlsmlkem=0 (Go), -Djdk.tls.namedGroups=x25519,secp256r1,secp384r1 (Java).

finding-tls-large-hello-tried = { $told ->
        [unsure] Nothing can be said of the larger TLS hello of newer programs at { $host }
       *[taken] { $host } takes the larger TLS hello of newer programs
    }
    .explanation = A TLS hello that needs two packets on usual lines (with a key share for X25519MLKEM768, as OpenSSL 3.5 sends it) was answered on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .explanation-unsure = On { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } a TLS hello that needs two packets (X25519MLKEM768) was to be tried after the usual one, and either no further connection came as far, or smaller hellos of the same kind got no answer either. Nothing follows about the larger one.
    .about = What came of --large-hello where nothing is wrong with it: the hello that newer programs send was answered, or nothing can be said because later connections did not come as far as TLS or got no answer to smaller hellos either. A server that takes few connections in a row does that. Who can fix it: nobody needs to.
    .steps =
        Nothing needs to be done. Where nothing could be said, try again in a few minutes.

finding-tls-failed = The TLS handshake with { $host } fails on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = Server and client began to encrypt and did not come to an end: what the server sent breaks the rules of TLS. A faulty server or a device on the way that meddles with TLS does that.
    .explanation-incompatible = The server chose something that modern clients do not speak: an old version, or an option that is withdrawn. Older programs may still get through.
    .explanation-signature = Whoever answers shows the certificate of the server, and its signature does not fit that certificate. The certificate may be fine; what answers cannot prove that it is its own. Either the server was given the wrong key file, or somebody on the way shows a certificate that is not his.
    .explanation-oversized = The server sends more than 64 KiB in one message of the TLS handshake. TLS does not forbid that, and programs differ: those with OpenSSL (up to 100 kB) and Thunderbird go on, others end the connection. A message of that size is nearly always a whole file of authorities in place of the server's own chain, or, where the server asks for a client certificate, the list of all authorities that may sign one. mailcheck goes no further either, so it saw nothing behind the handshake.
    .about = Encryption with the server fails. The TLS library gave up for a reason of its own, which is in the evidence. Who can fix it: whoever runs the mail server.
    .steps =
        Try from another network.
        Tell the server's administrator the words in the evidence.

finding-client-certificate-required = { $host } wants a client certificate on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The server accepts only clients that have a certificate. Mail programs of ordinary users have none, so this port is not meant for them.
    .explanation-ended = The server asked for a certificate of the client, and ended the connection when it got none. It probably serves only clients with a certificate.
    .about = The server lets in only clients that have a certificate. The server asked for a client certificate and then sent alert 116, another alert that judges a certificate, or a refusal, or just ended the connection. In the last case that the certificate is the reason is likely and not certain. Who can fix it: whoever runs the mail server.
    .steps =
        Ask the provider for the port that is meant for mail programs.
        If it is your server: ask for client certificates only where they are needed.

# Certificates

finding-certificate-expired = The certificate of { $host } has expired
    .explanation = It ended on { $date }, { $days ->
        [one] one day ago
       *[other] { $days } days ago
    }. Mail programs warn or refuse to connect. It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .explanation-chain = An intermediate certificate that the server sends ended on { $date }. Mail programs warn or refuse to connect. It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .about = The certificate of the server is too old. The end date of a certificate in the chain is past, by this machine's clock. If every server seems expired, this machine's clock is ahead. Who can fix it: whoever runs the mail server.
    .steps =
        Renew the certificate, and restart the mail services: a running service keeps the old one.
        Check whether the date of this machine is right.

finding-certificate-not-yet-valid = The certificate of { $host } is not valid yet
    .explanation = It begins on { $date }; this machine's clock says { $now }. Probably the clock of this machine is behind. If the clock is right, the server uses its certificate too early.
    .explanation-clock = It begins on { $date }; this machine's clock says { $now }, and that clock is wrong: something that does not depend on it shows a later date.
    .about = The certificate of the server begins in the future, or the clock of this computer is behind. The start date of a certificate in the chain is in the future, by this machine's clock. A wrong clock here and a certificate that begins later look alike; the clock is the first suspect. Who can fix it: whoever looks after this computer (the clock); only if the clock is right, whoever runs the mail server.
    .steps =
        Check date, time and time zone of this machine.
        If they are right: tell the server's administrator.

finding-certificate-name-mismatch = The certificate is not for { $expected }
    .explanation = The server on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } shows a certificate for { $names }. Mail programs warn or refuse to connect. Either the server has another name than the one that was typed, or its certificate lacks this one.
    .explanation-no-names = The certificate on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } holds no name of a server among its subject alternative names. Most mail programs no longer look at a name that stands in the subject alone.
    .explanation-address = The server was addressed by its IP address, { $expected }, and its certificate on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } is for { $names }. Certificates are made for names; use the name.
    .explanation-address-as-name = The server was addressed by its IP address, and the certificate on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } holds { $entry }, but as a DNS name. An address counts only in an entry for addresses (RFC 9525 section 6.5), so programs refuse it.
    .explanation-written-wrong = The certificate on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } holds "{ $entry }", which is not how a name is written: a blank, a final dot or anything else around the name makes the entry count for nothing (RFC 9525 section 6.3).
    .explanation-star = The certificate on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } holds { $entry }. A star stands for exactly one whole label, the first (RFC 9525 section 6.3), so it does not cover { $expected }.
    .explanation-star-top = The certificate on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } holds { $entry }. Nearly all programs take no star directly below a top-level domain, so it does not cover { $expected } for them.
    .explanation-no-sni = The server was addressed by its IP address, { $expected }, so no server name was sent. It answers with a certificate that says just that: { $subject }. Use the name of the server.
    .about = The certificate of the server is for another name. None of the names in the certificate is the one that was asked for. With shared hosting the provider's own server name is in it, and is the one to use. Who can fix it: whoever runs the mail server; often it is enough to type the provider's server name.
    .steps =
        Use a name that is in the certificate, if it belongs to the same provider.
        If it is your server: get a certificate that holds this name.

finding-certificate-depends-on-sni = The certificate of { $host } depends on the name that a program sends
    .explanation = To programs that send the name { $asked } when encryption begins (SNI), the server shows a certificate on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } that they refuse. Asked without a name it shows another, which is valid for { $asked }. So a good certificate is there, and what the server keeps for this name is wrong or out of date. Nearly every mail program sends the name and gets the wrong one. These send none and get the good one: { $silent }, and Exim where tls_sni is not set.
    .explanation-refused = On { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } the server breaks off when a program sends the name { $asked } as encryption begins (SNI). Asked without a name it goes on, with a certificate that is valid for { $asked }. So a good certificate is there, and what the server keeps for this name is missing or wrong. Nearly every mail program sends the name and is refused. These send none: { $silent }, and Exim where tls_sni is not set.
    .explanation-address = The server was addressed by its IP address, { $asked }, so no server name was sent (SNI), and the certificate that it shows then on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } is not for { $asked }. When the name is sent by which it greets, { $sent }, it shows another, which is valid for that name. Mail programs that use the name connect. Whoever sends no name gets the first certificate: programs that are given the address, { $silent }, and Exim where tls_sni is not set.
    .explanation-address-refused = The server was addressed by its IP address, { $asked }, so no server name was sent (SNI), and it breaks off on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }. When the name is sent by which it greets, { $sent }, it goes on, with a certificate that is valid for that name. Mail programs that use the name connect. Whoever sends no name is refused: programs that are given the address, { $silent }, and Exim where tls_sni is not set.
    .explanation-exchanger = To mail servers that send the name { $asked } when encryption begins (SNI), the server shows a certificate on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } that is for other names. Asked without a name it shows another, which is valid for { $asked }. So a good certificate is there, and what the server keeps for this name is wrong. Most mail servers look at no certificate and deliver. Those that do look send the name where MTA-STS or DANE tells them to, and get the wrong one. These send none and get the good one: { $silent }, and Exim where tls_sni is not set.
    .about = The server has several certificates and chooses among them by the name that a program sends in its TLS hello (SNI, RFC 6066 section 3). One of them fits, and a program that connects as mailcheck did at first does not get it. mailcheck asked three more times before it says so: twice the other way and once as at first, with the same result each time. Who can fix it: whoever runs the mail server; where the server was addressed by a number, it is enough to type its name.
    .steps =
        Use the name of the server in place of its IP address.
        If it is your server: give it the right certificate for each name, and the one that most programs need for those that send none.

finding-certificate-self-signed = The certificate of { $host } is signed by itself
    .explanation = No authority vouches for it, so nobody can tell it from a forged one. Mail programs warn or refuse to connect. It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .explanation-here = No authority vouches for it. The list of this computer has it all the same: somebody put it there, and programs that use that list (Outlook on Windows, Mail on a Mac) take it. Other computers, and programs with a list of their own, warn or refuse. It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .about = The certificate of the server was not issued by an authority. It is its own issuer and is not among the trusted ones. Test servers and appliances come with such certificates. Who can fix it: whoever runs the mail server.
    .steps =
        Get a certificate from a known authority.
        If it is your own: try mailcheck --ca-file own.pem smtp.example.com, and install it on the clients.

finding-certificate-unknown-issuer = The certificate of { $host } comes from an unknown authority
    .explanation = It is signed by { $issuer }, which is not among the trusted authorities. A company's own authority, a device on the way that makes up certificates, or a missing intermediate certificate is the usual reason. It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .explanation-another-key = It names { $issuer } as its issuer. The server sends a certificate of that name, but with another key: that one did not sign it. The authority was renewed or replaced, and the old certificate is still sent. It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .explanation-here = It is signed by { $issuer }, which is not in Mozilla's list of authorities. The list of this computer has it, or who vouches for it: programs that use that list (Outlook on Windows, Mail on a Mac) take the certificate. Phones, and programs with a list of their own, refuse it. It came with the system, or somebody put it there: a company its own authority, or a program or gateway the one with which it opens connections. It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .about = The certificate of the server comes from an authority that programs do not trust. The chain ends at an authority that is not in the list of trusted ones. A private authority, interception and a missing intermediate that is not known here look alike, so mailcheck cannot tell whose fault it is. Who can fix it: whoever runs the mail server, or whoever put a device in between.
    .steps =
        If it is your company's authority: try mailcheck --ca-file company.pem smtp.example.com, and install it on the clients (Windows: certmgr.msc → Trusted Root Certification Authorities).
        Otherwise do not log in, and compare from another network.

finding-certificate-chain-incomplete = { $host } does not send its intermediate certificate
    .explanation = The certificate itself is from a known authority, but the link to it is missing: { $issuer }. Some programs find it by themselves, others warn or refuse. That is why it works here and not there. It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .about = The server leaves out a certificate that programs need. The server sends its own certificate without the intermediate that signed it, and that intermediate is known to belong to a trusted authority. Who can fix it: whoever runs the mail server.
    .steps =
        Let the server send the full chain: the certificate first, then the intermediate (with Let's Encrypt: fullchain.pem).

finding-certificate-weak = The certificate of { $host } is too weak
    .explanation = It uses { $what }, which is no longer safe. Programs of today refuse it. It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .about = The certificate of the server is not safe enough for the programs of today. A key or a signature in the chain is below what is accepted today: RSA under 2048 bits, SHA-1 or MD5 signatures. Who can fix it: whoever runs the mail server.
    .steps =
        Replace the certificate by one with a key and a signature of today.

finding-certificate-wrong-purpose = The certificate of { $host } is not for servers
    .explanation = It is marked for another use, such as signing mail or identifying a client. Programs refuse it for a server. It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .explanation-issuer = An authority in its chain may sign for other uses only, such as signing mail or identifying a client, and not for servers (extended key usage). Most programs refuse the certificate on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .explanation-authority = The certificate is marked as one of a certificate authority (CA:TRUE). These programs refuse that for a server: { $cannot }. Others accept it: { $can }. It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .about = The certificate was issued for another use than a server. The extended key usage of the certificate does not include server authentication. Who can fix it: whoever runs the mail server.
    .steps =
        Replace the certificate by one for servers.

finding-certificate-malformed = { $kind ->
        [algorithm] The certificate of { $host } is signed in a way that few programs check
       *[other] The certificate of { $host } breaks the rules
    }
    .explanation = Programs cannot accept it: { $what }. It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .explanation-constraints = An authority in its chain may sign for certain names only (name constraints, RFC 5280 section 4.2.1.10), and the names in the certificate are not among them. Most programs refuse the certificate on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .explanation-path-length = An authority in its chain may have fewer authorities below it than there are (path length, RFC 5280 section 4.2.1.9). Programs refuse the certificate on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .explanation-key-usage = The key usage of an authority in its chain does not allow it to sign certificates (keyCertSign, RFC 5280 section 4.2.1.3). Most programs refuse the certificate on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .explanation-algorithm = A certificate of its chain is signed with an algorithm that mailcheck does not compute, and so cannot tell whether the signature fits. Programs that know the algorithm may connect; most do not know it, and refuse the certificate. It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .explanation-critical = It has an extension that is marked as critical and that programs do not know: { $what }. They have to refuse such a certificate (RFC 5280 section 4.2). It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .about = Programs cannot accept the certificate of the server, because it breaks the rules. A certificate of the chain cannot be read, or is put together against the standard (RFC 5280). Some programs are more tolerant than others. Who can fix it: whoever runs the mail server.
    .steps =
        Replace the certificate.

finding-root-expired = The root certificate above the certificate of { $host } has expired
    .explanation = The authority that the chain leads to is trusted here, but its own certificate has ended. These programs refuse the chain: { $cannot }. It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .about = The certificate chain of the server leads to an authority whose own certificate has expired. Some programs do not look at the end of a trusted root and connect, others refuse. Who can fix it: whoever runs the mail server, with a chain to a root that is still valid.
    .steps =
        Renew the root certificate of the authority, and give the new one to the clients.

finding-certificate-key-usage = The certificate of { $host } may not be used like this
    .explanation = Its key usage does not allow what a server does with it (RFC 5280 section 4.2.1.3). These programs refuse it: { $cannot }. It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .about = Some programs refuse the certificate of the server because of its key usage. A server signs with its key, which needs digitalSignature, or with old ciphers decrypts with it, which needs keyEncipherment. Who can fix it: whoever runs the mail server.
    .steps =
        Replace the certificate by one with the key usage digitalSignature.

finding-certificate-must-staple = The certificate of { $host } demands a status that the server does not send
    .explanation = It is marked "must-staple" (RFC 7633), and the server sends no stapled OCSP response. These programs refuse it then: { $cannot }. It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .about = Some programs refuse the certificate of the server because a promised status is missing. With "must-staple" the certificate says that the server always sends a fresh OCSP response with it. Few mail servers can do that. Who can fix it: whoever runs the mail server.
    .steps =
        Replace the certificate by one without "must-staple", or switch on OCSP stapling.

finding-certificate-status-refused = Programs refuse the status that { $host } sends along with its certificate
    .explanation = The server itself shows a status of its certificate (a stapled OCSP response) by which the authority has revoked it. These programs refuse it then: { $cannot }. Others do not look at the status; the certificate is revoked for them as well, mostly because its key became known or a new one was issued. It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .explanation-ended = The server sends a status of its certificate (a stapled OCSP response) that is past its date, by the clock of this machine: mostly, whatever fetches it from the authority has stopped. These programs refuse it then: { $cannot }. It is sent on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .explanation-another = The server sends a status (a stapled OCSP response) of another certificate than it shows: mostly it was not fetched anew when the certificate was replaced. These programs refuse it then: { $cannot }. It is sent on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .explanation-unknown = The server shows a status of its certificate (a stapled OCSP response) by which the authority does not know it. These programs refuse it then: { $cannot }. It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .about = A server may send along what the authority says of its certificate (OCSP stapling, RFC 6066). Some programs look at it and refuse a certificate by it: one that is revoked or unknown, or whose status is past its date or is that of another certificate. mailcheck reads what the status says and does not check its signature. Who can fix it: whoever runs the mail server.
    .steps =
        Replace a certificate that is revoked.
        Let the server fetch its status anew, or switch OCSP stapling off, unless the certificate demands it ("must-staple").

finding-certificate-not-needed = { $host } sends an expired certificate that nobody needs
    .explanation = The certificate { $subject }, issued by { $issuer }, ended on { $date }. The chain that programs use does not go through it, so nothing fails; very old programs may stumble over it.
    .about = The server sends one certificate too many, and that one has expired. It is usually the cross-sign of a root that is trusted by itself today. Programs of today pass over it. Who can fix it: whoever runs the mail server.
    .steps =
        Leave the certificate out of the chain.

finding-certificate-private-authority = Only the list of this computer vouches for the certificate of { $host }
    .explanation = It is trusted here because of { $root }, which is in the list of this computer and not in Mozilla's. That is a company's own authority, one that came with the system, or that of a program or gateway which opens encrypted connections: the name alone does not tell. Phones, and programs with a list of their own (Thunderbird, where it does not take over the system's), refuse the certificate on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .about = The certificate is trusted on this computer, and elsewhere it may not be. With --roots system mailcheck trusts what this system trusts, and somebody may add authorities to that: a company its own, a virus scanner or a gateway one to open encrypted connections with. Nothing fails because of it here. Who can fix it: nobody has to, where the authority is known; else whoever looks after this computer.
    .steps =
        Ask whoever looks after this computer whose authority it is.
        If nobody knows it: do not log in, and compare from another network.

finding-certificate-expiring = The certificate of { $host } ends { $days ->
        [0] today
        [one] tomorrow
       *[other] in { $days } days
    }
    .explanation = It ends on { $date }, and is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }. It still works; automatic renewal should have replaced it by now.
    .explanation-chain = An intermediate certificate that the server sends ends on { $date }: { $subject }. After that programs will refuse the chain.
    .about = The certificate of the server ends soon, and has not been renewed. A certificate of the chain ends within 14 days; of one that is valid for no longer than that, two thirds of its time are over. Who can fix it: whoever runs the mail server.
    .steps =
        Renew the certificate, and restart the mail services: a running service keeps the old one.

finding-tls-intercepted = Something between you and { $host } decrypts the connection
    .explanation-here = The certificate on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } does not come from the mail server. { $product ->
        [none] A program
       *[other] { $product }
    } on this machine made it: { $issuer }. Virus scanners with a mail shield do that. What the real server shows cannot be seen from here.
    .explanation-gateway = The certificate on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } does not come from the mail server. { $product ->
        [none] A gateway of this network
       *[other] { $product }, a gateway of this network or a program that leads there,
    } made it: { $issuer }. What the real server shows cannot be seen from here.
    .explanation = The certificate on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } does not come from the mail server, but was made on the way: { $issuer }.
    .explanation-self-signed = The certificate on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } does not come from the mail server. { $product ->
        [none] A virus scanner
       *[other] The virus scanner { $product }
    } on this machine made it: { $issuer }. By this name it says that the server's own certificate is self-signed.
    .explanation-untrusted = The certificate on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } does not come from the mail server. { $product ->
        [none] A virus scanner
       *[other] The virus scanner { $product }
    } on this machine made it: { $issuer }. By this name it says that it does not trust the server's own certificate.
    .about = A program on this computer or a gateway in the network decrypts the connection to the mail server and encrypts it again. The issuer of the certificate is a known mail shield or company gateway: it sits between the client and the server and reads along. Mail programs that use the system's list of authorities may show no warning. Who can fix it: whoever looks after this computer if it is a virus scanner, whoever runs the network if it is a gateway.
    .steps =
        Switch off the mail or TLS scanning of the virus scanner, and try again.
        In a company: ask the administrator of the gateway.

finding-dane-lookup-failed = The DANE records of { $host } cannot be looked up
    .explanation = The zone of the server is signed, and the question for its TLSA records (_25._tcp) gets no proper answer. A mail server that does DANE cannot know then whether there are any, and puts the mail off, again and again, until it gives up. Other mail servers notice nothing.
    .explanation-bogus = The zone of the server is signed (DNSSEC), and the answer to the question for its TLSA records (_25._tcp) cannot be believed: the evidence says what is wrong with its signature. A mail server that does DANE cannot know then whether there are any, and puts the mail off, again and again, until it gives up. Other mail servers notice nothing.
    .about = Part of the mail does not arrive, because the DNS servers of the domain do not answer the question for TLSA records: SERVFAIL, silence, or an answer whose signatures do not fit. RFC 7672 (section 2.1.2) has mail servers wait in that case, for an attacker could keep the records back. Who can fix it: whoever runs the DNS of the domain.
    .steps =
        Let the DNS servers of the domain answer the question for TLSA records, if only with "none" (NODATA or NXDOMAIN).

finding-dane-unusable = DANE records of { $host } cannot be used for mail
    .explanation = The domain publishes signed TLSA records of a usage that does not count for mail: usages 0 and 1 want an authority that all programs trust, and mail servers have none in common. Only usages 2 and 3 count. Mail servers pass over the others.
    .explanation-unknown = The domain publishes signed TLSA records with numbers that nobody has defined: usage 0 to 3, selector 0 or 1 and matching type 0 to 2 are. Mail servers pass over such records.
    .explanation-length = The domain publishes signed TLSA records whose data do not have the length of their digest: 32 bytes for matching type 1 (SHA-256), 64 for matching type 2 (SHA-512). Mail servers pass over such records.
    .about = The domain means to protect its mail with DANE, and the records do not do it: mail servers cannot use them (RFC 7672 section 3.1). They are taken as if they were not there, save that mail goes over TLS alone. Who can fix it: whoever runs the DNS of the domain.
    .steps =
        Publish a record of the kind 3 1 1: the SHA-256 digest of the public key of the server.

finding-dane-without-starttls = { $host } has DANE records, and does not offer STARTTLS
    .explanation = The domain publishes signed TLSA records for the server, which makes encryption mandatory for every mail server that looks at them. The server does not offer it, so they deliver nothing to it.
    .about = Part of the mail does not arrive, because the server takes mail unencrypted only, and the domain's TLSA records say that it must be encrypted (RFC 7672 section 2.2). Without such records a server without STARTTLS is a weakness; with them it is an outage. Who can fix it: whoever runs the mail server.
    .steps =
        Switch STARTTLS on for port 25.
        Until then, withdraw the TLSA records.

finding-dane-mismatch = The certificate of { $host } is not the one that its DANE records name
    .explanation = Other mail servers refuse to deliver to { $host }: the domain publishes signed TLSA records that say which certificate the server must show on port 25, and it shows another. Usually the certificate was renewed and the records were not.
    .explanation-name = Other mail servers refuse to deliver to { $host }: the signed TLSA records of the server name an authority that fits, but the certificate is not for this name. With such records mail servers look at the name too.
    .explanation-digest = The domain publishes signed TLSA records with two digests of one thing, SHA-256 (matching type 1) and SHA-512 (matching type 2). The first is right and the second is not, and mail servers that look at such records go by the stronger digest alone (RFC 7671 section 9): they deliver nothing to it.
    .explanation-selector = The signed TLSA records of the domain name this server, but compare the wrong thing: the data are those of its public key where the whole certificate is compared, or the other way round (selector 0 is the certificate, selector 1 the key). Mail servers that look at these records deliver nothing to it.
    .explanation-usage = The signed TLSA records of the domain name a certificate that the server shows, under the wrong usage: usage 3 is for the server's own certificate, usage 2 for an authority. Mail servers that look at these records deliver nothing to it.
    .explanation-empty = Other mail servers refuse to deliver to { $host }: a signed TLSA record of the server holds the digest of nothing at all. Whatever made the record was given an empty file or a command that had failed, so no certificate can ever fit.
    .explanation-text = Other mail servers refuse to deliver to { $host }: a signed TLSA record of the server holds the digest of the PEM file, that is of its text. The bytes inside (DER) are what is compared.
    .explanation-not-in-chain = The signed TLSA records of the domain name an authority that the server sends, but the server's own certificate does not come from it. Mail servers that look at these records deliver nothing to it.
    .explanation-not-sent = The signed TLSA records of the domain name an authority (usage 2), and the server sends no such certificate. Mail servers know no authorities by themselves: if the records name the root, the server has to send the root as well. Until then they deliver nothing to it.
    .about = Mail servers that check DANE deliver nothing to this server, because its certificate is not the one in the DNS. For a mail domain mailcheck reads the TLSA records of each mail exchanger (RFC 7672) and validates their signatures from the root down. Records that are not signed, or of a kind that SMTP cannot use, count for nothing. A chain that fits none of the usable records is refused by every server that does DANE; what the usual authorities say of the certificate does not matter then, in either direction. Who can fix it: whoever runs the DNS of the domain, because the records have to be changed with the certificate.
    .steps =
        Publish a TLSA record for the present certificate, best beside the old one.
        Keep the key when the certificate is renewed, or publish the next record before.

# The run

finding-deadline-reached = { $stopped ->
        [interrupted] The checks were interrupted
       *[deadline] The time for this target was up
    }
    .explanation = Some checks were not finished when the time for this target was up. Nothing follows from that about the server.
    .explanation-interrupted = mailcheck was told to stop, by Ctrl-C or by the system, before some checks were finished. Nothing follows from that about the server.
    .about = mailcheck stopped before everything was checked. The limit for all checks of a target (--deadline, 90 seconds by default) ended while checks were under way, or Ctrl-C or a signal of the system ended the run. What was finished by then is in the report. Who can fix it: cannot be told from here.
    .steps =
        Give it more time: mailcheck --deadline 300 smtp.example.com
        Ask for fewer services at once: mailcheck --service submission smtp.example.com

finding-nothing-checked = Nothing could be tried at { $host }
    .explanation = The DNS names no server that a connection could be made to, so no check was made. Nothing follows from that about any server.
    .about = mailcheck could not try anything. Not one check was made, and no other finding says why. A run without a check is never called a success. Who can fix it: cannot be told from here.
    .steps =
        Give the name of the mail server in place of the domain, as in mailcheck mail.example.com.

# Evidence: what was seen. Most may name $address, $ports and $count.

evidence-failure = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: { $what }{ $icmp ->
        [none] {""}
       *[other] {" "}({ $version } { $icmp })
    }{ $from ->
        [none] {""}
       *[other] {" "}from { $from }
    }{ $system ->
        [none] {""}
       *[other] {""}: { $system }
    }{ $received ->
        [none] {""}
       *[other] {""}; what had come: { $received }
    }
evidence-greeting = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: greeting: { $greeting }
evidence-offered = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: offered: { $any ->
        [yes] { $capabilities }
       *[no] nothing
    }
evidence-early-bytes = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: unencrypted behind the answer to STARTTLS: { $received }
evidence-programs-can = can connect: { $programs }
evidence-answered-hello-in-clear = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: to TLS it answered unencrypted: { $received }
evidence-answered-after-silence = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: to one command after the silence it answered: { $received }
evidence-unasked = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: came without being asked for: { $received }
evidence-slow-reply = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: an answer was complete after { $seconds } s
evidence-signature-expired = The signature over the { $type } records of { $name }, by the zone { $zone }, ended on { $date }
evidence-signature-early = The signature over the { $type } records of { $name }, by the zone { $zone }, begins on { $date }
evidence-signature-no-key = The { $type } records of { $name } are signed with key { $tag } of the zone { $zone }, which publishes { $keys }
evidence-signature-other-keys = The zone above vouches for key { $known } of the zone { $zone } (DS record), which publishes { $keys }
evidence-signature-none = { $name } came without a signature, and there is a DS record for the zone { $zone }
evidence-signature-unproved = That there is nothing at { $name } came without NSEC or NSEC3 records
evidence-other-name = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: { $named ->
        [yes] when the name { $name } is sent
       *[no] when no name is sent
    }, certificate { $subject } for { $names }, issued by { $issuer }
evidence-certificate = { $address }: certificate { $subject }, issued by { $issuer }, valid from { $from } until { $until }
evidence-issuer = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: certificate issued by { $issuer }
evidence-root-here = the list of authorities of this computer has it, and Mozilla's has not: { $root }
evidence-shield-installed = the list of authorities of this computer has that of { $product } ({ $root }), which opens encrypted connections and may have been in between: it takes each connection, and ends it where there is none behind it
evidence-port-25-authority = the signed TLSA records name an authority of this certificate: mail servers that look at them check dates and purpose too, and deliver nothing
evidence-port-25-unverified = on port 25 mail servers encrypt without checking certificates, so mail still flows
evidence-port-answers = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: an answer comes back
evidence-slow-greeting = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: greeting complete after { $seconds } s
evidence-no-route-any = the system knows no route to the internet, neither for IPv4 nor for IPv6
evidence-aliases = aliases: { $chain }
evidence-mx = MX { $preference } { $exchange }
evidence-path = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: path { $any ->
        [yes] { $trail }
        [deaf] on which this system shows no routers
       *[no] without a router that answers
    }{ $end ->
        [open] {""}, then open at hop { $hop }
        [refused] {""}, then refused at hop { $hop }
        [error] {""}, then an ICMP error at hop { $hop }
       *[silence] {""}, then silence
    }
evidence-echo = { $address }: an echo request (ping) goes { $any ->
        [yes] by { $trail }
       *[no] by no router that answers
    }{ $end ->
        [reply] {""}, and is answered at hop { $hop }
        [error] {""}, and ends at hop { $hop }, where { $from } says "{ $icmp }"
        [stop] {""}, and ends at hop { $hop }: { $from } says that it goes no farther (Windows does not tell in which words)
       *[silence] {""}, then silence
    }. Connections may take another way.
evidence-unacknowledged = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: { $segments } packets not acknowledged
evidence-port-closed-too = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: closed as well
evidence-own-drops = packets that this machine's own filter dropped meanwhile: { $dropped }
evidence-dns-impossible = for a name that cannot exist the DNS server gives { $addresses }
evidence-dns-unrelated = for somebody else's name the DNS server gives { $addresses }
evidence-dns-plain = { $question }: asked without EDNS, { $server } answers
evidence-dns-searched = { $name } has the address { $addresses }
evidence-dns-others = for other names { $answers ->
        [yes] { $resolvers } has answers
        [root] { $resolvers } has none, except for the root
       *[no] { $resolvers } has no answers either
    }
evidence-dns-beside = The DNS has { $addresses } for { $name }
evidence-dns-truncated = { $question }: { $server } sent a truncated answer ({ $transport })
evidence-dns-unchecked = { $question }: asked not to check signatures, { $server } answers { $rcode }
evidence-taken-again = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: one more connection, alone, was taken
evidence-proxy = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: through the proxy { $proxy } the server said: { $greeting }
evidence-other-mode = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: { $security ->
        [tls] with TLS from the first byte
       *[starttls] without TLS
    } the server said: { $greeting }
evidence-small-segments = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: with small segments the TLS handshake completes
evidence-large-hello = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: a TLS hello of { $bytes } bytes: { $answer ->
        [agreed] answered, with X25519MLKEM768
        [taken] answered
        [alert] refused with the alert { $alert }
        [closed] the connection was closed
        [reset] the connection was cut off
        [lost] no answer in { $seconds } s, and a part of it was never acknowledged
        [arrived] no answer in { $seconds } s, though all of it was acknowledged
        [silence] no answer in { $seconds } s
        [not-tls] answered with something that is not TLS
       *[nothing] not sent, for no further connection came as far
    }
evidence-smaller-hello = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: { $small ->
        [segments] smaller, or in packets of 536 bytes, it is answered
        [small] the same without its large key share is answered
       *[old] the same without X25519MLKEM768 is answered
    }
evidence-gap = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: packets that arrived out of order: { $segments }
evidence-hello = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: { $said ->
        [capabilities] the first command
        [starttls] the request for encryption
       *[hello] TLS hellos
    } with low TTLs: { $passed ->
        [0] no router answers
       *[other] routers answer up to hop { $passed }
    }{ $end ->
        [reset] {""}, a reset comes at hop { $hop }
        [answered] {""}, an answer comes at hop { $hop }
        [error] {""}, an ICMP error comes at hop { $hop }
       *[silence] {""}, then silence
    }
evidence-offer = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: to a hello for { $offered } the server answers with { $answer ->
        [chosen] { $text }
        [alert] the alert { $text }
       *[nothing] nothing
    }
evidence-lost-packets = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: packets sent again, or that arrived out of order: { $lost }
evidence-round-trip = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: round trip { $milliseconds } ms
evidence-unheard = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: { $segments ->
        [0] nothing
       *[other] { $segments } packets not acknowledged; nothing
    } heard from there for { $seconds } s
evidence-tlsa = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: TLSA records: { $records }
evidence-fingerprint = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: certificate with SHA-256 { $fingerprint }
evidence-dns-reply = { $question }: { $server } answered { $rcode } ({ $transport }{ $seconds ->
        [0] {""}
       *[other] , { $seconds } s
    }){ $rcode ->
        [NOERROR] {""}, without a record of that type
       *[other] {""}
    }
evidence-dns-extended = { $question }: { $server } explained with extended error { $code } ({ $name }){ $said ->
        [yes] {""}: { $text }
       *[no] {""}
    }
evidence-dns-timeout = { $question }: no answer from { $server } within { $seconds } s ({ $transport })
evidence-dns-os-error = { $question }: { $server }: { $text } ({ $transport })
evidence-dns-malformed = { $question }: what { $server } sent is not a DNS answer ({ $transport })

# Next steps.

step-allow-dns = Allow DNS (port 53, UDP and TCP) in the firewall of this machine: { $os ->
        [windows] Windows Security → Firewall & network protection → Advanced settings → Outbound Rules (wf.msc) shows what Windows blocks.
        [macos] look into programs such as Little Snitch or LuLu.
       *[linux] sudo nft list ruleset shows what Linux blocks.
    }
step-allow-dns-tcp = Allow TCP port 53 to the DNS server { $resolvers }, in the router and in firewalls.
step-allow-here = Allow { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } to { $addresses } in the firewall and the security software of this machine, the mail shield of the virus scanner among them: { $os ->
        [windows] Windows Security → Firewall & network protection → Advanced settings → Outbound Rules (wf.msc) shows what Windows blocks; Test-NetConnection { $address } -Port { $port } in PowerShell says whether it passes then.
        [macos] look into programs such as Little Snitch or LuLu; the firewall of macOS itself stops no outgoing connections.
       *[linux] sudo nft list ruleset shows what Linux blocks.
    }
step-answer-tlsa = Tell whoever runs the DNS of { $host } that the question for the TLSA records of _25._tcp.{ $host } fails, and that "none" would do.
step-ask-mx = If { $host } is a mail domain and not a server: mailcheck --mx { $host }
step-ask-fewer-services = Ask for one service alone: mailcheck -s { $service } { $host }
step-ask-network-direct = Ask the administrator of this network to allow { $addresses } on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
step-ask-network-dns = Tell whoever runs this network that its DNS server ({ $resolvers }) gives no proper answer.
step-ask-network-family = Ask the provider of the network that you are on for { $family }.
step-ask-network-filter = { $own ->
        [yes] Look in the settings of your own router ({ $router }) for a filter or a parental control that stops { $count ->
            [one] port { $ports }
           *[other] ports { $ports }
        }; if there is none, ask your provider.
       *[no] Ask the provider of the network that you are on, or whoever runs the router { $router }, why { $count ->
            [one] port { $ports } to { $addresses } does
           *[other] ports { $ports } to { $addresses } do
        } not pass.
    }
step-ask-network-firewall = { $own ->
        [yes] In the firewall of your own router ({ $sender }), allow { $count ->
            [one] port { $ports }
           *[other] ports { $ports }
        } to { $addresses }.
       *[no] Ask whoever runs { $sender } why { $count ->
            [one] port { $ports }
           *[other] ports { $ports }
        } to { $addresses } { $count ->
            [one] is
           *[other] are
        } forbidden, and to allow it.
    }
step-ask-network-firewall-state = Ask the administrator of this network whether a firewall forgets or cuts quiet connections.
step-ask-network-inspection = Ask the administrator of this network not to decrypt mail connections to { $host }, or to give you the gateway's root certificate.
step-ask-network-interception = Ask the provider of the network that you are on why it takes connections to { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } for itself.
step-ask-domain-listing = Look the domain up at the list that the reply names, and have whoever runs the domain ask for its removal. Other senders at that server do not need to do anything.
step-ask-network-listing = Ask the provider of the network that you are on to have its address taken off the list.
step-ask-network-loss = If it lasts: tell the provider of the network that you are on that packets are lost.
step-ask-network-port-25 = Ask the provider of the network that you are on whether it blocks outgoing port 25, and whether it can open it.
step-ask-network-route = { $own ->
        [yes] Restart your own router ({ $sender }), and check whether its line is up; if that does not help, tell your provider.
       *[no] Tell your provider what the router { $sender } says about { $addresses }.
    }
step-ask-network-large-hello = Ask the administrator of this network and whoever runs { $host } whether a firewall drops or cuts TLS hellos that come in two packets.
step-ask-network-tls = Ask the administrator of this network whether a firewall stops TLS on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } to { $addresses }.
step-ask-provider-name = Ask the mail provider for the right server name.
step-ask-provider-port = Ask the mail provider which port is meant for mail programs.
step-both-families = Try again without the choice of a family, so without -4 or -6: mailcheck { $target }
step-certificate-from-known-authority = If { $host } is your server: get a certificate from a known authority.
step-mend-certificate-by-name = If it is your server: give it the right certificate for each name (Postfix: tls_server_sni_maps; Dovecot: local_name; Exim: $tls_in_sni in tls_certificate; HAProxy: crt-list), and one that fits for programs that send no name.
step-except-from-proxy = Except { $host } in the proxy program: give it its real address (Clash, mihomo: fake-ip-filter) and let it go directly, or through a proxy server that carries mail.
step-switch-proxy-off = Switch the proxy program off for a moment, on this computer or in the router, and run mailcheck again.
step-certificate-with-address = If it is your server: put { $expected } into the certificate as an IP address (OpenSSL: subjectAltName = IP:{ $expected }), or use a name.
step-certificate-with-name = If it is your server: get a certificate that holds { $expected }.
step-change-resolver = Repair the DNS server { $resolver }, or take it out of the network settings of this machine: { $os ->
        [windows] Settings → Network & internet → the connection in use → DNS server assignment (Windows 10: Properties → IP settings → Edit).
        [macos] System Settings → Network → the connection in use → Details → DNS.
       *[linux] the settings of the connection in NetworkManager, or /etc/resolv.conf.
    }
step-ask-network-nat64 = Ask the administrator of the network whether its NAT64 gateway works for { $addresses }.
step-check-address = Compare { $addresses } with the address that the provider gives; old entries in the DNS survive servers.
step-check-clock = Check date, time and time zone of this machine first: { $os ->
        [windows] Settings → Time & language → Date & time → Sync now.
        [macos] System Settings → General → Date & Time → Set time and date automatically.
       *[linux] timedatectl shows whether they are synchronized.
    }
step-check-gateway = Check whether other servers can be reached from this machine; if none can, the gateway is at fault.
step-check-host = Check whether { $host } is the server name that the provider gives.
step-attach-network = Connect this machine or container to a network that leads to the internet as well (Docker: a network without "internal: true").
step-check-hosts-file = Compare the hosts file of this machine ({ $os ->
        [windows] C:\Windows\System32\drivers\etc\hosts; to change it, start Notepad as administrator and open it there
       *[linux] /etc/hosts
    }) with what the DNS says for { $host }, and remove the entry if nobody needs it.
step-check-network-here = Check whether this machine is on the network: cable, wireless network, VPN{ $os ->
        [windows] {" "}(Settings → Network & internet; on Windows 10 there: Status).
        [macos] {" "}(System Settings → Network).
       *[linux] .
    }
step-check-port = Compare { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } with what the provider gives for { $host }.
step-check-redirect = Open any web page once: some networks answer in the place of servers until you have logged in there.
step-check-own-resolver = Check the DNS server on this machine and the servers that it asks: { $os ->
        [windows] Get-NetUDPEndpoint -LocalPort 53 | Select-Object OwningProcess in PowerShell shows which program it is.
        [macos] sudo lsof -nP -iUDP:53 shows which program it is.
       *[linux] resolvectl status; in a container: the DNS settings of Docker.
    }
step-check-registration = If it is your domain: check whether it is registered and the record is in the zone.
step-check-route = Check whether this machine has a default route, and a route to { $addresses }: { $os ->
        [windows] Find-NetRoute -RemoteIPAddress { $address } in PowerShell, or route print
        [macos] route -n get { $address }
       *[linux] ip route get { $address }
    }
step-check-route-and-mask = Check the subnet mask of this machine's address, and look for a route to { $addresses } that names no router: { $os ->
        [windows] Find-NetRoute -RemoteIPAddress { $address } in PowerShell, or route print
        [macos] route -n get { $address }
       *[linux] ip route get { $address }
    }
step-usual-ttl = Set the TTL of this machine to the usual 64{ $os ->
        [windows] .
        [macos] .
       *[linux] {": "}sudo sysctl -w net.ipv4.ip_default_ttl=64
    }
step-check-server-is-on = Check whether the server { $addresses } is on, and has that address.
step-check-search-list = Check the search list of this machine: { $os ->
        [windows] Get-DnsClientGlobalSetting and Get-DnsClient in PowerShell show it (SuffixSearchList, ConnectionSpecificSuffix).
        [macos] System Settings → Network → the connection in use → Details → DNS → Search Domains.
       *[linux] /etc/resolv.conf: search, options ndots.
    }
step-check-spelling = Compare the name letter by letter with the one that the provider gives.
step-check-tls-name = Use the server name that the provider gives; this server has no certificate for { $name }.
step-check-validation = Tell whoever runs the DNS server { $resolvers } that it rejects a name that is not signed; check its clock and its trust anchors.
step-check-vpn = Disconnect a VPN, if there is one, and connect it again.
step-check-wireless = Try with a cable in place of the wireless network, and without a VPN.
step-close-connections = Close other mail programs and devices that use the same server.
step-compare-certificate = Do not log in until it is clear who signed the certificate. Compare its SHA-256 fingerprint from another network: mailcheck -v { $target }
step-configure-resolver = Set a DNS server in the network settings of this machine, or connect to the network again: { $os ->
        [windows] Settings → Network & internet → the connection in use → DNS server assignment (Windows 10: Properties → IP settings → Edit).
        [macos] System Settings → Network → the connection in use → Details → DNS.
       *[linux] the settings of the connection in NetworkManager, or /etc/resolv.conf.
    }
step-domain-insecure = If the zone is your own inner one: tell the DNS server { $resolvers } that it is not signed (unbound: domain-insecure), or delegate it in the zone above.
step-do-not-log-in = Do not send a password over { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } from here.
step-ehlo-name = Give a full host name: mailcheck --ehlo pc.example.com { $target } (with a name of your own). In a mail server, set its own host name (Postfix: myhostname).
step-follow-list-link = Follow the link in the refusal, or look the address up at the list that it names: there it says why it is listed and how to have it removed.
step-final-dot-in-zone = Put the final dot behind the name in the zone of { $domain }: { $meant }.
step-final-dot = Keep the search domain away with a final dot: mailcheck { $host }.
step-free-ports = Close programs that hold many connections, or restart the machine. { $os ->
        [windows] netstat -ano shows which they are.
        [macos] netstat -an -p tcp shows the connections.
       *[linux] ss -tanp shows which they are; sudo sysctl -w net.ipv4.ip_local_port_range="15000 65000" gives more ports.
    }
step-full-name = Type the full name of the server, with its domain.
step-smaller-hello = As a way round, let the program send a smaller hello: Groups = X25519:P-256:P-384 in openssl.cnf (OpenSSL), GODEBUG=tlsmlkem=0 (Go), -Djdk.tls.namedGroups=x25519,secp256r1,secp384r1 (Java).
step-let-too-big-through = Ask the administrator of the network to let ICMP "fragmentation needed" and ICMPv6 "packet too big" pass.
step-look-at-system-error = { $error ->
        [none] Look up the words of the system in the evidence with mailcheck explain; the error is about this machine.
       *[other] Look up the error, which is about this machine: mailcheck explain { $error }
    }
step-look-for-route = Look for the route that rejects { $addresses }, and remove it: { $os ->
        [windows] Find-NetRoute -RemoteIPAddress { $address } in PowerShell, or route print
        [macos] route -n get { $address }
       *[linux] ip route get { $address }
    }
step-lower-mtu = As a way round, lower the MTU of this machine to 1400, then to 1280: { $os ->
        [windows] netsh interface ipv4 set subinterface "Wi-Fi" mtu=1400 store=persistent (as administrator; netsh interface ipv4 show subinterfaces lists the names)
        [macos] sudo networksetup -setMTU en0 1400 (networksetup -listallhardwareports lists the names)
       *[linux] sudo ip link set dev eth0 mtu 1400 (ip link lists the names)
    }
step-mend-aliases = Tell whoever runs the DNS of { $host } to let the alias end at a name with an address.
step-mend-mx = Correct the MX record of { $domain }, or give { $host } an address.
step-mend-nxdomain = If another DNS server says the same, tell whoever runs the DNS of { $host } that a question for { $type } records gets NXDOMAIN, and that NOERROR without records is right.
step-change-answer-for-mx = Update the DNS server { $resolvers }, or set another one: NOERROR without records is the right answer where a name has no MX records.
step-mend-tlsa = If it is your domain: publish TLSA records for the certificate that { $host } shows now.
step-do-not-log-in-unsigned = Do not log in until it is clear who answers.
step-send-own-chain = Tell whoever runs { $host }: only the server's own certificate and its intermediates belong in the TLS settings, no whole file of authorities; and a client certificate should be asked for only where it is needed.
step-key-of-certificate = If { $host } is your server: check whether key file and certificate belong together.
step-leave-certificate-out = If { $host } is your server: leave that certificate out of the chain.
step-renew-root = Tell whoever runs { $host } to use a chain to a root that is still valid.
step-serve-all-programs = Tell whoever runs { $host } which programs cannot connect, and why.
step-fresh-status = Tell whoever runs { $host } to let the server fetch the status of its certificate anew, or to switch OCSP stapling off.
step-staple = Tell whoever runs { $host } to switch on OCSP stapling, or to use a certificate without "must-staple".
step-update-tls-library = Tell whoever runs { $host } to update its TLS library.
step-server-of-provider = If your mail is at { $provider }: its server for mail programs is { $server }. Check that: mailcheck { $server }
step-set-up-certificate = Tell whoever runs { $host } to set up a certificate for TLS, or to check whether the server can read its certificate and key.
step-set-up-encryption = Tell whoever runs { $host } that its list of ciphers allows no encryption.
step-larger-group = Tell whoever runs { $host } to use a Diffie-Hellman group of 2048 bits or more, or ciphers with ECDHE.
step-modern-tls = Tell whoever runs { $host } to switch on TLS 1.2 or 1.3 with ciphers of today.
step-mx-to-name = Let the MX record name a host that has an A or AAAA record of its own.
step-name-the-server = Give the name of the mail server: mailcheck mail.example.com
step-name-on-this-machine = The server is on this machine, unless a tunnel leads elsewhere, and nobody is in between. Let programs use its real name, where its certificate has that, or go without encryption on this machine.
step-name-the-container = Use the name of the other container, or of the host (Docker: host.docker.internal), in place of localhost.
step-offer-starttls = If { $host } is your server: set up TLS for { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }. Otherwise tell its administrator.
step-other-domain = Check whether { $host } is the right domain; it takes no mail.
step-name-services = If { $host } is not meant for { $purpose ->
        [sending] sending
        [imap] IMAP
        [pop3] POP3
        [receiving] taking mail
       *[reading] reading mail
    }: name the services that are to work, for example mailcheck -s { $purpose ->
        [reading] submissions
        [imap] pop3s
        [pop3] imaps
        [receiving] submissions
       *[sending] imaps
    } { $host }
step-other-host-for-purpose = For { $purpose ->
        [sending] sending mail
        [imap] IMAP
        [pop3] POP3
        [receiving] delivering mail to the domain
        [programs] a mail program
       *[reading] reading mail
    }, use the server name that the provider gives for it.
step-other-resolver = Ask another DNS server: mailcheck --resolver { $asked ->
        [yes] 1.1.1.1
       *[no] 9.9.9.9
    } { $target }
step-publish-address = If it is your name: publish an A or AAAA record for { $host }.
step-publish-mx = If { $host } is to take mail: publish an MX record.
step-raise-client-timeout = Give the mail program a longer server timeout, a minute or more.
step-publish-real-address = Tell whoever runs the DNS of { $host } that it leads to { $addresses }, and that the address of the server on the internet is wanted there.
step-raise-deadline = Give it more time: mailcheck --deadline 300 { $target }
step-raise-file-limit = Close programs that hold many files and connections, or raise the limit{ $os ->
        [windows] .
       *[linux] : ulimit -n 4096
    }
step-read-reply = Read the server's own words: they often name the reason or a web page.
step-ask-network-reverse-dns = Ask whoever provides your network for a DNS name of your address that leads back to it (reverse DNS, PTR).
step-tell-server-speaks-first = Tell whoever runs { $host } that mail servers must greet first: the proxy there must not wait for the client's first bytes on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
step-tell-server-tarpit = Ask whoever runs { $host } why it slows you down; its settings tell whom it takes for a sender of spam.
step-mend-stored-passwords = Check the password that is stored in every mail program, phone and printer that uses this server from your network.
step-check-proxy-header = If { $host } is your server: switch the PROXY protocol on at both ends or at neither (HAProxy: send-proxy; Postfix: smtpd_upstream_proxy_protocol, postscreen_upstream_proxy_protocol; Dovecot: haproxy = yes).
step-tell-server-behind-tls = Tell whoever runs { $host } that the service behind the encryption fails; check the device or proxy that does the TLS.
step-raise-timeout = Give the answer more time: --timeout 60
step-tell-server-tls-in-front = Tell whoever runs { $host } to let the mail service know that the connection is encrypted, or to do the TLS in the mail service itself.
step-tell-server-offer-login = If { $host } is your server: offer a login there (AUTH PLAIN, or LOGIN for old Outlook).
step-exchange-certificate = If { $host } is your server: assign a valid certificate to SMTP (Enable-ExchangeCertificate -Services SMTP).
step-check-scanner = Switch off the scanning of mail in the virus scanner of this machine, and run mailcheck again.
step-relay = If this is a mail server: send through a relay on port 587 or 465 until port 25 is open.
step-remove-null-mx = Remove the null MX record, or the others.
step-renew-certificate = Tell whoever runs { $host } to renew the certificate and to restart the mail services.
step-renew-chain = Tell whoever runs { $host } to install the present intermediate certificate of its authority.
step-replace-certificate = Tell whoever runs { $host } to replace the certificate.
step-restart-gateway = Check whether the router of this network is on and its line is up; restart it.
step-roll-tlsa = At the next renewal keep the key, or publish the record of the next certificate beforehand.
step-ask-later = Run the rest of the list later, with --resume: what was not asked is asked then.
step-ask-more-slowly = Ask fewer targets a second: mailcheck --rate 1 --targets FILE
step-fewer-at-once = Run the list with fewer targets at once: mailcheck --jobs 20 --targets FILE
step-own-resolver = Use a DNS server that is made for many questions, such as unbound on this machine: mailcheck --resolver 127.0.0.1 --targets FILE
step-run-again = Then run mailcheck again.
step-run-again-alone = Run mailcheck again.
step-run-again-at-once = Run mailcheck again. If it dies at the same point each time, a filter looks into the connection.
step-send-intermediate = Tell whoever runs { $host } to send the full chain, the certificate and the intermediate { $issuer }.
step-serve-family = Tell whoever runs { $host } that the mail service does not listen on { $addresses }.
step-start-resolver = Start the DNS server on this machine, or set another one: { $os ->
        [windows] Settings → Network & internet → the connection in use → DNS server assignment (Windows 10: Properties → IP settings → Edit).
        [macos] System Settings → Network → the connection in use → Details → DNS.
       *[linux] the settings of the connection in NetworkManager, or /etc/resolv.conf.
    }
step-start-service = If { $host } is your server: check whether the service runs and on which addresses it listens.
step-stop-asking-certificate = If { $host } is your server: ask for client certificates only where they are needed.
step-submit-with-login = In a mail program, do not send over port 25: use port 465 or 587 with a login.
step-switch-off-inspection = Ask whoever runs the firewall to switch off SMTP inspection ("fixup", MailGuard).
step-switch-off-ipv6 = As a test, switch IPv6 off on this machine: { $os ->
        [windows] Win+R → ncpa.cpl → right-click the connection → Properties → untick "Internet Protocol Version 6 (TCP/IPv6)".
        [macos] sudo networksetup -setv6off Wi-Fi (back with -setv6automatic).
       *[linux] sudo sysctl -w net.ipv6.conf.all.disable_ipv6=1 (back with 0).
    }
step-switch-off-shield = Switch off the mail scanning (mail shield) of the virus scanner on this machine.
step-without-shield = Switch off the mail scanning of { $product } for a moment, or ask whoever looks after this computer to do so, and run mailcheck again: if it works then, the server was not the cause.
step-roots-system = See what programs of this computer that use its list see: mailcheck --roots system { $target }
step-know-authority = Ask whoever looks after this computer whose authority that is. If nobody knows it, do not log in, and compare from another network.
step-tell-domain = Tell whoever runs the DNS of { $host } which name fails and what the DNS server said.
step-sign-zone-again = If it is your domain: sign the zone again, and see to it that this happens in time (BIND: rndc sign; Knot: knotc zone-sign; PowerDNS: pdnsutil rectify-zone). Otherwise tell whoever runs its DNS.
step-sign-zone-whole = If it is your domain: let all of its DNS servers have the same signed zone, with the key of its signatures in it. Otherwise tell whoever runs its DNS.
step-publish-ds = If it is your domain: publish the DS record of its present key at the registrar, or take the old one away. Otherwise tell whoever runs its DNS.
step-tell-domain-dnssec = Tell whoever runs the DNS of { $host } that its DNSSEC signatures are refused.
step-tell-server = Pass this report on to whoever runs { $host }: mailcheck --letter { $target } writes it as a letter, mailcheck -o report.html { $target } as a page.
step-look-behind-forwarder = If the service runs in a container: see on which address and port it listens inside of it, and whether the published port leads there. 0.0.0.0 or [::] is right there, 127.0.0.1 is not.
step-tell-server-access = Ask whoever runs { $host } whether the server turns your address away; its log tells.
step-tell-server-address = Tell whoever runs { $host } that { $addresses } does not answer on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
step-tell-server-early = If the clock is right: tell whoever runs { $host } that the certificate begins on { $date } only.
step-tell-server-family = Tell whoever runs { $host } that { $addresses } does not answer, if other servers do over the same family.
step-tell-server-firewall = Ask whoever runs { $host } to allow { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } in the firewall of the server.
step-tell-server-if-it-lasts = If it lasts for hours: pass the server's own words on to whoever runs { $host }.
step-tell-server-implicit-tls = If { $host } is your server: switch implicit TLS on for { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
step-tell-server-injection = Tell whoever runs { $host } to update the mail server: its STARTTLS lets bytes in.
step-tell-server-resolver = Tell whoever runs { $host } that the block list does not answer the DNS server that the mail server asks.
step-tell-server-now-and-then = Tell whoever runs { $host }: connections to { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } are refused now and then. A limit on connections or one machine of a pool may be the reason.
step-tell-server-silent = Ask whoever runs { $host } whether the server is up and { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } open to your address.
step-tell-server-slow = Tell whoever runs { $host } that the greeting is slow: overload, or name lookups of clients that time out.
step-tell-server-large-hello = Tell whoever runs { $host } to update it, or the device in front of it: a TLS hello has to be read to its end, in however many packets it comes, and what is unknown in it passed over (https://tldr.fail).
step-tell-server-tls = Tell whoever runs { $host } that TLS fails on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }; the reason is in the server's log.
step-trust-own-authority = If you know the issuer, your company's for instance: try with its certificate, mailcheck --ca-file company.pem { $target }, and install it on the clients{ $os ->
        [windows] {" "}(certmgr.msc → Trusted Root Certification Authorities → All Tasks → Import).
        [macos] {" "}(Keychain Access → System → drag it in → Get Info → Trust → Always Trust).
       *[linux] {" "}(copy it to /usr/local/share/ca-certificates as .crt, then sudo update-ca-certificates).
    }
step-try-implicit-tls = Try the port with SSL/TLS from the first byte (submissions://, imaps:// or pop3s://).
step-try-ipv4-elsewhere = If another server does not answer over IPv4 either, the fault is in this network: mailcheck -4 { $provider ->
        [google] smtp.office365.com:587
        [microsoft] smtp.gmail.com:587
       *[other] smtp.gmail.com:587
    }
step-try-ipv6-elsewhere = If another server does not answer over IPv6 either, the fault is in this network: mailcheck -6 { $provider ->
        [google] smtp.office365.com:587
        [microsoft] smtp.gmail.com:587
       *[other] smtp.gmail.com:587
    }
step-try-port = In the mail program, try port { $port } with { $security ->
        [tls] SSL/TLS
       *[starttls] STARTTLS
    } ({ $protocol }): it takes connections from here.
step-try-other-network = Try from another network, such as a phone's mobile data. If it works there, the network that you are on is in the way.
step-use-global-address = Use the name of the server, or its global address; link-local addresses begin with fe80.
step-use-implicit-tls = In the mail program, set the security of port { $ports } to SSL/TLS.
step-use-name = Use { $name } as the server name, if the provider confirms it.
step-unblock-name = Allow { $host } in the filter of the DNS server { $resolvers } (Pi-hole, AdGuard, parental control of the router).
step-use-address = Give the address of the server in place of the name: mailcheck 192.0.2.1, with its own number.
step-ask-in-cluster = Run mailcheck in a pod of the cluster, or give the name or address by which the service is reached from outside.
step-ask-inner-resolver = Run mailcheck on a machine of that network (with the VPN on), or name its DNS server: mailcheck --resolver 192.0.2.53, with its own number.
step-use-other-loopback = Let the server listen on both addresses of localhost, or use the one that answers.
step-usable-tlsa = If it is your domain: publish a TLSA record of the kind 3 1 1 for { $host }, in place of those that cannot be used.
step-use-port = In the mail program, use port { $port } with { $security ->
        [tls] SSL/TLS
       *[starttls] STARTTLS
    } ({ $protocol }): it works from here.
step-check-proxy-address = Compare name and port of the proxy with what the administrator of the network gives.
step-ask-proxy-runs = Ask whoever runs the proxy whether it is up and takes connections from this computer.
step-proxy-login = Put the user into the URL of --proxy, as in socks5h://user@proxy.example:1080, and give the password by --proxy-password-file, --proxy-password-command, MAILCHECK_PROXY_PASSWORD or at the prompt.
step-proxy-password = Check the user name and the password for the proxy.
step-ask-proxy-account = Ask whoever runs the proxy whether this user may use it.
step-proxy-local-helper = Run a local helper that logs in to such a proxy, such as px or cntlm, and give mailcheck its address.
step-ask-proxy-basic = Ask whoever runs the proxy to allow user name and password, or this computer without a login.
step-ask-proxy-rule = Ask whoever runs the proxy to allow { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } of { $host }.
step-without-proxy = Try without the proxy, or from another network.
step-check-name-at-proxy = Check the spelling of { $host }; if it is right, ask whoever runs the proxy whether its DNS knows the name.
step-ask-proxy-log = Ask whoever runs the proxy what its log says of { $host }.
step-ask-proxy-inspection = Ask whoever runs the proxy to leave { $host } out of the inspection.
step-check-proxy-scheme = Try the other schemes in the URL of --proxy: http, https, socks5h, socks4a.
step-proxy-certificate = If the company has its own authority: give it with --ca-file, or use --roots system.
step-use-proxy = In the mail program, set the proxy { $proxy }, if the program can use one.
step-use-starttls-here = In the mail program, set the security of port { $ports } to STARTTLS.
step-use-suggestion = Use { $suggestion } in place of { $host }: mailcheck { $suggestion }
step-use-usual-starttls-port = Or use port { $usual } with STARTTLS, if the provider offers it.
step-wait-and-run-again = Wait some minutes and run mailcheck again.
step-wait-longer = Give the greeting more time: mailcheck --greeting-timeout 300 --deadline 600 { $target }
step-where-in-programs = Where that is set: { $os ->
        [windows] Outlook: File → Account Settings → Account Settings → the account → Change → More Settings → Outgoing Server and Advanced (or Control Panel → Mail; new Outlook: Settings).
        [macos] Apple Mail: Mail → Settings → Accounts → Server Settings. Outlook: Tools → Accounts → the account.
       *[linux] Evolution: Edit → Accounts → the account → Edit → Receiving Email, or Sending Email.
    } Thunderbird: Account Settings → Outgoing Server (SMTP), or Server Settings for reading.
step-withdraw-address = Until it is repaired, take { $addresses } out of the DNS.
step-withdraw-tlsa = Until then: withdraw the TLSA records, so that mail flows.

# What numbers and names mean: `mailcheck explain`.
#
# An entry is a short title with attributes: meaning (one sentence), causes (what is behind it in mail practice),
# tell-apart (how to tell it from what looks alike), next (the next step).

# Socket errors.

code-socket-timed-out = no answer in time
    .meaning = The connection attempt, or data on an open connection, went unanswered until the time ran out.
    .causes = The port is blocked silently on the way: an outbound block of port 25, an office firewall, a cloud firewall rule. Or the server is off, the address is wrong, or IPv6 leads nowhere.
    .tell-apart = A refusal comes back at once; this is silence. If another port of the same host answers, the port is filtered. If only IPv6 fails, the IPv6 path is broken. If every mail server is silent on port 25 while 587 or 443 work, outbound port 25 is blocked. A time well under 20 seconds is usually the program's own limit, not the system's.
    .next = Run mailcheck against the host: it tries the other ports and looks how far the packets get. To send mail from a client, use port 587 or 465 instead of 25.
code-socket-connection-refused = connection refused
    .meaning = Something answered the connection attempt with a clear no.
    .causes = Nothing listens on that port: the service is stopped, or the port number is wrong. Or a firewall is set to refuse, or a local mail shield or proxy that should take the connection is not running.
    .tell-apart = A blocked port is usually silent (timed out); this one answered. If every mail server refuses port 25, the network refuses, not the servers. If the server name is 127.0.0.1 or localhost, a program of this machine is not running. Windows takes about two seconds to report it.
    .next = Check the port number in the account settings: 587 or 465 to send, 993 for IMAP, 995 for POP3. If it is right, ask the operator whether the service is running.
code-socket-host-down = host is down
    .meaning = The network reports that the host is not there.
    .causes = A router answered "host unknown", or the neighbour lookup failed. It is rare; Windows nearly always reports a time-out (10060) instead.
    .tell-apart = Much like "host unreachable": some device said so, it was not silence.
    .next = Check that the host is switched on and that its address is right.
code-socket-host-unreachable = host unreachable
    .meaning = A router, a firewall or this machine itself says that the host cannot be reached.
    .causes = The host is off in the same local network, a firewall refuses with an ICMP message, packets run in a circle, or a router has no way to the host.
    .tell-apart = After about three seconds for an address in the local network: nobody there answers. At once with an "administratively prohibited" message: a firewall, not a routing fault. The number alone does not say which.
    .next = Run mailcheck against the host: it shows who sent the message.
code-socket-network-unreachable = network unreachable
    .meaning = There is no way to the network of that address.
    .causes = This machine has no default route: no connection, VPN down, airplane mode. Or the server has an IPv6 address and this network has no IPv6. Or a router further away has no route.
    .tell-apart = At once, before any packet leaves: the fault is on this machine. After a moment: a router on the way said so. If only IPv6 addresses fail, IPv4 is still worth trying.
    .next = Check the network connection and the VPN. If other sites work, try the server over IPv4.
code-socket-network-down = network is down
    .meaning = The network interface or the network stack of this machine is not working.
    .causes = A driver, a VPN adapter that went away, or a damaged network stack.
    .next = Reconnect the network, switch the VPN off and on, restart the machine.
code-socket-network-reset = connection dropped by the network
    .meaning = A keep-alive check found that the other end is gone.
    .causes = The machine slept, the network changed, or a router on the way forgot the connection.
    .next = Connect again. If it keeps happening, shorten the keep-alive time of the mail program.
code-socket-connection-aborted = connection aborted by this machine
    .meaning = This machine gave up a connection that had been made.
    .causes = Data stayed unanswered for too long, a security program or mail shield cut the connection, or the network changed under it, for example on Wi-Fi.
    .tell-apart = A reset (10054) comes from the other side; this one comes from here.
    .next = Try again with the mail scanning of the security program switched off, and on another network.
code-socket-connection-reset = connection reset
    .meaning = A connection that had been made was cut by a reset.
    .causes = The server or a device on the way cut it: an access list, too many connections, TLS spoken on a plain port, a crash, an idle connection forgotten by a router.
    .tell-apart = The moment tells: before the greeting, an access list or overload; right after the TLS hello, the wrong kind of port or interference with TLS; after the login, the server's policy; during the message, a content filter or a packet-size fault.
    .next = Run mailcheck against the host: it shows at which stage the reset came.
code-socket-no-buffers = no buffer space
    .meaning = This machine has run out of network buffers or of local ports.
    .causes = A program keeps too many connections open, or memory is short.
    .next = Close programs that open many connections, or restart the machine.
code-socket-address-not-available = address not available
    .meaning = The address cannot be used on this machine.
    .causes = IPv6 is switched off, the port or the address is zero, the program is bound to an address this machine does not have, or all local ports are in use.
    .tell-apart = With a fixed source address, that address is wrong. Without one, look at IPv6 and at the number of open connections.
    .next = Check the server address and port in the settings, then the IPv6 state of this machine.
code-socket-address-in-use = address in use
    .meaning = The local address and port are taken by another connection.
    .causes = A program uses a fixed local port, or very many connections were closed a moment ago.
    .next = Close the other program, or wait a few minutes.
code-socket-access-denied = access denied
    .meaning = A rule forbids the connection.
    .causes = A security program or firewall on this machine, a route set to "prohibit", or, over IPv6, a firewall on the way. Under a web server on Red Hat and CentOS: SELinux, which lets no web page open mail connections.
    .tell-apart = At once: a rule on this machine. After a moment and over IPv6: a firewall further away refused.
    .next = Look at the firewall and the security program for a rule about mail ports. Try IPv4 as well. With SELinux, as root: setsebool -P httpd_can_network_connect 1 (and httpd_can_sendmail 1).
code-socket-not-permitted = operation not permitted
    .meaning = The system did not permit the operation.
    .causes = The local packet filter dropped a datagram (often a DNS question), a sandbox forbids the network, or the program lacks the rights for raw packets.
    .next = Look at the local firewall rules and at the sandbox the program runs in.
code-socket-too-many-files = too many open files
    .meaning = The program has as many files and connections open as it may.
    .causes = The program leaks connections, or its limit is low. The network is not at fault.
    .next = Restart the program, or raise its limit.
code-socket-too-many-files-system = too many open files in the system
    .meaning = The whole system has as many files and connections open as it can.
    .causes = A program leaks connections, or the system limit is low. The network is not at fault.
    .next = Find the program with the most open files; raise the limit if they are all needed.
code-socket-broken-pipe = the other side had already closed the connection
    .meaning = The program wrote to a connection that the other side had closed.
    .causes = The server said goodbye, often with a last line such as 421 that gives the reason, and the program did not read it.
    .next = Look for the server's last line in the log of the mail program.
code-socket-shutdown = connection already shut down here
    .meaning = The program used a connection that it had itself shut down.
    .causes = Usually the tail of an earlier error; the first one in the log is the one that matters.
    .next = Look at the error before this one.
code-socket-protocol = protocol error
    .meaning = An answer made no sense at the level of the network protocol.
    .causes = A router reported a broken packet header, or sent an unknown message. It is rare.
    .next = Try from another network.
code-socket-protocol-not-available = protocol not available
    .meaning = The other side, or a device before it, says that it does not speak TCP.
    .causes = A filter that answers "protocol unreachable". It is rare.
    .next = Try from another network.
code-socket-protocol-not-supported = protocol not supported
    .meaning = This machine does not have the protocol that the program asked for.
    .causes = A cut-down system, or a damaged installation of the network stack.
    .next = Repair the network stack; on Windows, reset Winsock (netsh winsock reset as administrator).
code-socket-socket-type-not-supported = socket type not supported
    .meaning = This machine does not have the kind of socket that the program asked for.
    .causes = A fault of the program, or a damaged network stack.
    .next = Update the program.
code-socket-not-supported = operation not supported
    .meaning = The operation is not possible on this kind of connection.
    .causes = A fault of the program; or, on Linux, a router that answered "source route failed".
    .next = Update the program.
code-socket-no-network = the machine is not on the network
    .meaning = A router reported that this machine is cut off from the network.
    .causes = An old ICMP message ("source host isolated"). It is very rare.
    .next = Check the network connection.
code-socket-address-family = address family not supported
    .meaning = This machine does not have the kind of address asked for, mostly IPv6.
    .causes = IPv6 (or IPv4) is switched off or not built in.
    .next = Use the other family, or switch it on.
code-socket-message-too-long = message too long
    .meaning = A packet was larger than the path allows.
    .causes = A fault of the program, or a link with a small packet size.
    .next = Look at the MTU of the connection, above all with VPN and DSL.
code-socket-invalid-argument = invalid argument
    .meaning = The system could not make sense of what it was asked to do.
    .causes = A link-local IPv6 address without its interface, a black-hole route on Linux, or a fault of the program.
    .next = Check the address in the settings, then the routes of this machine.
code-socket-bad-address = bad memory address
    .meaning = The program passed a bad memory address to the system.
    .causes = A fault of the program. The network is not at fault.
    .next = Update or repair the program.
code-socket-would-block = nothing there yet
    .meaning = The operation would have had to wait; on Linux it is also how a read time-out shows itself.
    .causes = Usually an inner state of the program. As a final error, it means that the other side did not answer in time.
    .tell-apart = The connection was made. That sets it apart from a time-out on connecting.
    .next = Look which answer the program was waiting for.
code-socket-in-progress = operation in progress
    .meaning = The operation has been started and is not finished.
    .causes = An inner state of the program, not a fault of the network. On Windows, an older blocking call is still running.
    .next = Try again; if it stays, restart the program.
code-socket-already-in-progress = operation already in progress
    .meaning = The same operation is still running from before.
    .causes = An inner state of the program, not a fault of the network.
    .next = Try again; if it stays, restart the program.
code-socket-not-connected = not connected
    .meaning = The program used a connection that is not there.
    .causes = The connection was never made, or it was lost earlier. The first error in the log is the one that matters.
    .next = Look at the error before this one.
code-socket-already-connected = already connected
    .meaning = The program tried to connect what is connected.
    .causes = A fault of the program, not of the network.
    .next = Restart the program.
code-socket-not-socket = not a socket
    .meaning = The program used something that is not a connection as one.
    .causes = A fault of the program, or a security product that hooks into the network of Windows.
    .next = Restart the program; then try without the security product.
code-socket-interrupted = interrupted
    .meaning = A signal or a cancelled call ended the wait.
    .causes = The program or the user stopped the operation.
    .next = Try again.
code-socket-cancelled = cancelled
    .meaning = The operation was cancelled before it was finished.
    .causes = The program or the user stopped it, often after the program's own time ran out.
    .next = Try again with a longer time limit.
code-socket-out-of-memory = out of memory
    .meaning = This machine had no memory for the operation.
    .causes = Memory is short. The network is not at fault.
    .next = Close programs, or restart the machine.
code-socket-process-limit = too many programs use Winsock
    .meaning = Windows has as many users of its network interface as it allows.
    .causes = Too many programs, or programs that do not give it back.
    .next = Restart the machine.
code-socket-network-not-ready = network subsystem not ready
    .meaning = The network part of Windows is not usable.
    .causes = A damaged installation or a network driver that did not start.
    .next = Reset Winsock (netsh winsock reset as administrator), restart, and reinstall the network driver if it stays.
code-socket-version-not-supported = Winsock version not there
    .meaning = Windows does not have the version of Winsock that the program wants.
    .causes = A damaged installation, or a wrong copy of a Winsock library in the program's folder.
    .next = Repair the program, then Windows.
code-socket-not-initialised = Winsock not started
    .meaning = The program used the network before it had started Winsock.
    .causes = A fault of the program or of an add-in.
    .next = Restart the program without add-ins.
code-socket-disconnecting = the other side is closing the connection
    .meaning = The other side has begun to close the connection in good order.
    .causes = The server ended the session: idle for too long, shut down, or refused.
    .next = Look for the server's last line in the log of the mail program.
code-socket-provider-failed = network provider failed
    .meaning = Windows could not load one of the parts that handle network connections.
    .causes = The Winsock catalogue is damaged, often by a VPN or security product that was removed in part.
    .next = Reset Winsock (netsh winsock reset as administrator), then restart.
code-socket-system-call-failure = system call failed
    .meaning = A call that should never fail has failed.
    .causes = A damaged network stack, or a product that hooks into it.
    .next = Reset Winsock (netsh winsock reset as administrator), then restart.

# Name resolution.

code-resolver-not-found = name does not exist
    .meaning = The server name was not found in DNS.
    .causes = A typing mistake in the server name, a domain that has expired, or a name that only the company network knows.
    .tell-apart = "Try again" errors mean that the resolver failed; this one is an answer about the name. Some systems report it also for names that exist without an address.
    .next = Check the spelling against the provider's instructions.
code-resolver-try-again = the resolver failed for now
    .meaning = Name resolution failed, and nothing is said about the name itself.
    .causes = The DNS resolver does not answer, no network, or the domain's own name servers are broken or fail the DNSSEC check.
    .tell-apart = If other names work, the domain's name servers are at fault; if none works, the resolver or the network is.
    .next = Run mailcheck against the host: it asks the resolver itself and shows the answer. Do not change the server name because of this error.
code-resolver-permanent = the resolver rejects the question
    .meaning = The DNS resolver answered, and refused or could not process the question.
    .causes = A resolver that does not serve this network, or one that does not understand the question.
    .next = Use the resolver of this network, or another one.
code-resolver-no-data = name exists, but has no address
    .meaning = The name exists in DNS and has no address of the kind asked for.
    .causes = The mail domain was given instead of the server name (the domain may have only an MX record), or the address record is missing.
    .next = Take the server name from the provider's instructions, such as smtp.example.com or mail.example.com.
code-resolver-family = address family not supported
    .meaning = This machine cannot use the kind of address that was asked for.
    .causes = IPv6 or IPv4 is switched off or not built in.
    .next = Use the other family.
code-resolver-address-family = no address in this family
    .meaning = The name has no address of the wanted kind, for example no IPv6 address.
    .causes = The server is reachable over the other family only.
    .next = Let the program use both IPv4 and IPv6.
code-resolver-service = service name unknown
    .meaning = The name of the service is not known on this machine.
    .causes = A name such as "smtps" or "submissions" is missing from the local list of services.
    .next = Give the port as a number: 465, 587, 993, 995.
code-resolver-socket-type = socket type not supported
    .meaning = The program asked for a kind of socket that does not go with the service.
    .causes = A fault of the program.
    .next = Update the program.
code-resolver-memory = out of memory
    .meaning = There was no memory to resolve the name.
    .causes = Memory is short. DNS is not at fault.
    .next = Close programs, or restart the machine.
code-resolver-flags = bad flags
    .meaning = The program called name resolution in a wrong way.
    .causes = A fault of the program.
    .next = Update the program.
code-resolver-system = system error during name resolution
    .meaning = A system call failed while the name was resolved; the errno beside it says which way.
    .causes = With "operation not permitted", a local firewall drops DNS.
    .next = Look for the errno beside it and have that explained.
code-resolver-overflow = name too long
    .meaning = An argument of name resolution was too long.
    .causes = A server name that is too long, or a fault of the program.
    .next = Check the server name.
code-resolver-idn-encode = name cannot be encoded
    .meaning = The name has characters that DNS cannot carry.
    .causes = A typing mistake, a hidden character from copying, or an invalid international name.
    .next = Type the server name anew.

# ICMP messages.

code-icmp-no-route = no way to the network
    .meaning = A router has no way to the network of the server.
    .causes = A routing fault at a provider, a wrong or withdrawn address, or a VPN that takes the traffic and leads nowhere.
    .next = See which router sent it. In your own network, fix the route there; further away, tell the provider.
code-icmp-host-unreachable = the last router does not find the host
    .meaning = The last router cannot find the server in its network.
    .causes = The server is off or its cable is out, or the address is no longer in use. Some firewalls send it as a refusal.
    .next = Ask the operator whether the server is running and the address is right.
code-icmp-protocol-unreachable = TCP refused
    .meaning = The host, or a device before it, says that it does not speak TCP.
    .causes = Nearly always a filter; every mail server speaks TCP.
    .next = See who sent it, and ask there.
code-icmp-port-unreachable = port closed or rejected
    .meaning = Nobody takes connections on that port, or a firewall says so.
    .causes = For TCP a closed port answers with a reset; this message mostly comes from a firewall that rejects.
    .tell-apart = Programs show it as "connection refused", like a closed port. The sender of the message tells the two apart.
    .next = See who sent it: the server itself, or a firewall on the way.
code-icmp-too-big = the packet has to be smaller
    .meaning = A packet was too large for a link on the way, and the sender should send smaller ones.
    .causes = VPN, DSL and tunnels have smaller links; the message is part of normal work.
    .tell-apart = It ends no connection attempt. Harm comes where a firewall swallows this message: then the connection is made and large packets vanish.
    .next = Nothing, unless transfers hang: then see that firewalls let this message pass.
code-icmp-source-route = fault in a source route
    .meaning = The packet asked for a certain way through the network, and that failed.
    .causes = A mail program never asks for it; something on the way is set up oddly.
    .next = Try from another network.
code-icmp-source-isolated = this machine is cut off
    .meaning = A router says that this machine is cut off.
    .causes = An old message that hardly any device sends.
    .next = Try from another network.
code-icmp-prohibited = forbidden by a firewall
    .meaning = A firewall forbids this traffic and says so.
    .causes = A rule in the office firewall, at the provider, or before the server. A filter on port 25 is the usual one.
    .tell-apart = It is not a routing fault, although programs show it as "no route to host" over IPv4 and as "permission denied" over IPv6.
    .next = See who sent it, and ask its operator to allow the port. To send mail from a client, use port 587 or 465.
code-icmp-type-of-service = no way for packets of this mark
    .meaning = A router has no way for packets marked in this manner.
    .causes = An old message that hardly any device sends today.
    .next = Try from another network.
code-icmp-precedence = refused for the priority mark
    .meaning = A router refused the packet for its priority mark.
    .causes = A rule about priority marks on the way.
    .next = See who sent it, and ask there.
code-icmp-source-quench = send more slowly
    .meaning = A router asks this machine to send more slowly.
    .causes = An old message that systems ignore today.
    .next = Nothing.
code-icmp-time-exceeded = too many routers passed
    .meaning = The packet passed more routers than it was allowed to.
    .causes = As an answer to an ordinary connection, packets run in a circle between routers. In a route trace it is the normal answer of every router.
    .next = See which routers repeat in a trace, and tell their operator.
code-icmp-reassembly = a part of the packet is missing
    .meaning = A fragmented packet did not arrive whole.
    .causes = Loss on the way, or a firewall that drops fragments.
    .next = Look at the MTU of the connection.
code-icmp-parameter-problem = header not readable
    .meaning = A router could not read the header of the packet.
    .causes = A packet damaged or altered on the way; a faulty router or tunnel.
    .next = Try from another network.
code-icmp-beyond-scope = source address is local only
    .meaning = The source address is not valid as far away as the server.
    .causes = The machine sends from a link-local IPv6 address.
    .next = Give this machine a global IPv6 address, or use IPv4.
code-icmp-source-policy = source address not allowed
    .meaning = A router does not let this source address pass.
    .causes = The machine uses an IPv6 address of another provider, for example after a change of network.
    .next = Check the IPv6 addresses of this machine; use IPv4 meanwhile.
code-icmp-reject-route = refused by a route
    .meaning = A router has a route that refuses this destination.
    .causes = The operator of that router blocks the address, or does not carry the network.
    .next = See who sent it, and ask there.

# Outlook, Outlook Express, Windows Mail.

code-outlook-load-spa-failed = Secure Password Authentication could not be loaded
    .meaning = The program could not load the Windows login method "SPA" (NTLM).
    .causes = SPA is ticked in the account and cannot be used on this machine. The network is not at fault.
    .next = Untick "Secure Password Authentication" in the account settings.
code-outlook-certificate-name = certificate is for another name
    .meaning = The server's certificate does not carry the server name in the account.
    .causes = The account has your own domain while the certificate has the provider's name; shared hosting; or a captive portal answered.
    .next = Use the server name from the provider's instructions. mailcheck lists the names in the certificate.
code-outlook-certificate-date = certificate outside its dates
    .meaning = The server's certificate has expired, or is not valid yet.
    .causes = The operator did not renew it, or the clock of this machine is wrong.
    .next = Check date and time here first. If they are right, the operator has to renew the certificate.
code-outlook-already-connected = account already connected
    .meaning = A connection of this account is open already.
    .causes = An inner state of the mail program.
    .next = Restart the program.
code-outlook-connection-error = connection error
    .meaning = The connection failed, without a more exact reason.
    .causes = Anything that stops a connection.
    .next = Look for "Socket Error" in the same message: that number says more. Or run mailcheck against the server.
code-outlook-not-connected = not connected to the server
    .meaning = The program tried to work without a connection.
    .causes = The connection was never made, or the server closed it earlier.
    .next = Look at the error before this one.
code-outlook-send-failed = sending on the connection failed
    .meaning = The connection was lost while the program was sending.
    .causes = The server, a device on the way or a mail shield cut the connection.
    .next = Try without mail scanning in the security program, then run mailcheck against the server.
code-outlook-receive-failed = receiving on the connection failed
    .meaning = The connection was lost while the program was waiting for an answer.
    .causes = The server, a device on the way or a mail shield cut the connection.
    .next = Try without mail scanning in the security program, then run mailcheck against the server.
code-outlook-client-state = inner state of the mail program
    .meaning = The mail program got its own steps out of order.
    .causes = A fault of the program, often after an earlier error. It says nothing about the network.
    .next = Restart the program, and look at the error before this one.
code-outlook-incomplete = message arrived only in part
    .meaning = The download of a message broke off.
    .causes = The connection was lost, a mail shield interfered, or large packets get lost on the way.
    .next = Try without mail scanning in the security program, and from another network.
code-outlook-busy = server or mailbox busy
    .meaning = The server says that it or the mailbox is in use.
    .causes = Another device is reading the same POP3 mailbox, an earlier session has not ended yet, or the server is overloaded.
    .next = Close the other mail program and wait ten minutes.
code-outlook-host-not-found = server name not found
    .meaning = The name of the server could not be resolved.
    .causes = A typing mistake in the server name, no network, or a DNS resolver that fails.
    .tell-apart = It is about the name only: no connection was tried. If web sites do not open either, the network is at fault, not the name.
    .next = Check the server name in the account. Run mailcheck against it to see what DNS answers.
code-outlook-failed-to-connect = no connection to the server
    .meaning = The TCP connection to the server could not be made.
    .causes = A blocked or wrong port, a server that is off, no network, or a local firewall. The "Socket Error" in the same message says which.
    .tell-apart = Socket error 10060: silence, often a blocked port. 10061: refused, often a wrong port or a stopped service. 10051 or 10065: no way there. 10013: blocked on this machine.
    .next = Check server name and port; to send, use 587 or 465 instead of 25. Then run mailcheck against the server.
code-outlook-connection-dropped = the connection was closed unexpectedly
    .meaning = The connection had been made and ended before the work was done.
    .causes = The server closed the connection (limits, blocked address), a mail shield or firewall cut it, or the kind of encryption does not fit the port.
    .tell-apart = It is not "server not found", although many lists say so: the server was reached.
    .next = Check the encryption setting: SSL/TLS for 465, 993 and 995, STARTTLS for 587, 143 and 110. Then try without mail scanning.
code-outlook-invalid-address = address refused by the server
    .meaning = The server did not accept a sender or recipient address.
    .causes = A mistyped recipient, a sender address that does not belong to the account, or no login for sending. The connection works.
    .next = Read the server's reply in the same message. Switch on "my outgoing server requires authentication".
code-outlook-socket-read = reading from the connection failed
    .meaning = The program could not read from the connection.
    .causes = The connection was cut, or nothing came in time.
    .tell-apart = Many lists exchange the texts of 0x800CCC12 and 0x800CCC13. By its name, this one is about reading.
    .next = Look for "Socket Error" in the same message: that number says more.
code-outlook-socket-write = writing to the connection failed
    .meaning = The program could not write to the connection.
    .causes = The connection was cut while the program was sending.
    .tell-apart = Many lists exchange the texts of 0x800CCC12 and 0x800CCC13. By its name, this one is about writing.
    .next = Look for "Socket Error" in the same message: that number says more.
code-outlook-socket-init = Winsock could not be started
    .meaning = The network part of Windows could not be started.
    .causes = A damaged installation. No packet has left this machine.
    .next = Reset Winsock (netsh winsock reset as administrator), then restart.
code-outlook-socket-open = socket could not be opened
    .meaning = Windows did not give the program a connection to work with.
    .causes = A firewall or security program on this machine, no free sockets, or no network.
    .next = Try without the security program, then restart the machine.
code-outlook-invalid-account = account not recognised
    .meaning = The account is not known under this name.
    .causes = The user name in the settings is wrong; many providers want the whole mail address.
    .next = Check the user name against the provider's instructions.
code-outlook-cancelled = cancelled by the user
    .meaning = The operation was cancelled.
    .causes = The user closed the progress or password window. It is not a fault.
    .next = Try again.
code-outlook-spa-logon-failed = Secure Password Authentication failed
    .meaning = The login with SPA (NTLM) failed.
    .causes = A wrong password, or SPA is ticked and the server does not have it.
    .next = Untick "Secure Password Authentication", then check the password.
code-outlook-timeout = the server did not answer in time
    .meaning = The mail program's own time ran out while it waited for an answer.
    .causes = A slow or overloaded server, SSL expected where the server speaks plain or the other way round, a mail shield, or large packets that get lost.
    .tell-apart = The connection had been made; a connection that could not be made is 0x800CCC0E.
    .next = Check that encryption and port fit together. Raise the server time-out in the account, try without mail scanning, then run mailcheck.
code-outlook-secure-connect-failed = secure connection failed
    .meaning = TLS could not be set up with the server.
    .causes = SSL/TLS on a port that wants STARTTLS, TLS versions that do not match, a certificate that was not accepted, or a mail shield in between.
    .next = Check encryption and port: SSL/TLS for 465, 993, 995; STARTTLS for 587, 143, 110. Run mailcheck to see TLS versions and the certificate.
code-outlook-http = HTTP mail: the request failed
    .meaning = A mail server that is reached over HTTP refused the request; the name carries the reason.
    .causes = A service that is gone or moved, or wrong settings. It is no fault of the mail ports.
    .next = Set the account up anew as IMAP, POP3 or Exchange.
code-outlook-http-proxy = HTTP mail: a proxy stands in between
    .meaning = A proxy wants to be used, or wants a login.
    .causes = The network of this place sends web traffic through a proxy.
    .next = Set the proxy and its login in the system settings.
code-outlook-http-login = HTTP mail: login refused
    .meaning = The server refused the login or the access.
    .causes = A wrong password, or an old account type that the provider no longer serves.
    .next = Log in by web browser once, then set the account up anew.
code-outlook-http-timeout = HTTP mail: no answer in time
    .meaning = The server, or a gateway before it, took too long.
    .causes = An overloaded service or a broken gateway.
    .next = Try later.
code-outlook-http-server = HTTP mail: fault at the server
    .meaning = The server, or a gateway before it, has a fault of its own.
    .causes = The service is down or overloaded.
    .next = Try later; look at the status page of the provider.
code-outlook-winsock = Winsock could not be used
    .meaning = The network interface of Windows failed before any connection was tried.
    .causes = A damaged installation or a security product that hooks into the network.
    .next = Reset Winsock (netsh winsock reset as administrator), then restart.
code-outlook-smtp-response = SMTP answer not understood
    .meaning = The mail program did not understand the server's answer, or the code in it.
    .causes = A refusal with an unusual code, something that is no mail server, or a device that alters the dialogue.
    .next = Run mailcheck against the server: it shows the answer itself.
code-outlook-smtp-reply = refused by the SMTP server
    .meaning = The server refused with the SMTP reply that stands in the name of this code.
    .causes = The connection works: name, port and server are right. The reply says what the server minds.
    .next = Read the server's own words in the same message: they are more exact than the code.
code-outlook-smtp-sender-rejected = sender refused
    .meaning = The server did not accept the sender address.
    .causes = The address does not belong to the login, there was no login, or the domain does not exist. The connection works.
    .next = Switch on the login for the outgoing server, and check the mail address in the account.
code-outlook-smtp-recipients-rejected = recipients refused
    .meaning = The server accepted none of the recipients, or not this one.
    .causes = There was no login, so the server does not pass mail on; or the address does not exist. The connection works.
    .next = Switch on the login for the outgoing server, then check the address.
code-outlook-smtp-address-missing = address missing
    .meaning = The message has no sender or no recipient.
    .causes = A fault in the message or the account, not of the network.
    .next = Fill in the address.
code-outlook-smtp-starttls-required = server wants STARTTLS first
    .meaning = The server takes nothing before the connection is encrypted.
    .causes = The account is set to no encryption. The connection works.
    .next = Set the encryption to STARTTLS with port 587, or to SSL/TLS with port 465.
code-outlook-smtp-no-starttls = STARTTLS not offered
    .meaning = The program wants STARTTLS and the server does not offer it.
    .causes = The wrong port, a server without TLS, or a firewall or mail shield that hides the offer.
    .next = Try SSL/TLS on port 465. Run mailcheck to see what the server offers.
code-outlook-smtp-no-dsn = delivery notices not offered
    .meaning = The server does not offer delivery status notices.
    .causes = A missing extra. Mail is sent all the same.
    .next = Nothing, or switch off delivery receipts.
code-outlook-smtp-starttls-failed = STARTTLS failed on the server
    .meaning = The server offered STARTTLS and could not do it.
    .causes = The server's certificate or TLS set-up is broken, or it is overloaded.
    .next = Tell the operator; try port 465 meanwhile.
code-outlook-smtp-no-common-auth = no common login method
    .meaning = The server offers none of the login methods that the program knows.
    .causes = Encryption is off, so the server offers no login yet; SPA is ticked; a device hides the offer; or the provider takes only modern (OAuth2) logins.
    .next = Set STARTTLS on 587 or SSL/TLS on 465, and untick SPA. If it stays, use a program with OAuth2.
code-outlook-pop3-response = the POP3 server said no
    .meaning = The server answered a command with -ERR.
    .causes = A locked mailbox, a fault at the server, or a refused login. The connection works.
    .next = Read the server's own words in the same message.
code-outlook-pop3-user = user name refused
    .meaning = The POP3 server did not accept the user name.
    .causes = A wrong user name (many providers want the whole address), POP3 switched off, or encryption missing. The connection works.
    .next = Check the user name, then whether POP3 is switched on in the webmail settings.
code-outlook-pop3-password = password refused
    .meaning = The POP3 server did not accept the password.
    .causes = A wrong password, POP3 switched off, or a provider that wants an app password or authorisation code. The connection works.
    .next = Log in to webmail with the same password. If that works, look there for POP3 access and app passwords.
code-outlook-pop3-parse = POP3 answer not understood
    .meaning = What answered does not speak POP3 as expected.
    .causes = The wrong port, encryption that does not fit the port, or another service.
    .next = Use port 995 with SSL/TLS, or 110 with STARTTLS.
code-outlook-pop3-nothing = nothing to fetch
    .meaning = There are no messages to fetch.
    .causes = It is not a fault.
    .next = Nothing.
code-outlook-pop3-range = message number unknown
    .meaning = The program asked for a message that is not there.
    .causes = Another program emptied the mailbox meanwhile.
    .next = Fetch again.
code-outlook-pop3-no-store = mail cannot be stored
    .meaning = The program reports that it could not store the mail.
    .causes = Reported for full or damaged data files. The connection works.
    .next = Check the data file and the free disk space.
code-outlook-dial-up = dial-up connection failed
    .meaning = The dial-up connection that the account is set to use is missing or failed.
    .causes = The account is set to "connect using my phone line".
    .next = Set the account to connect over the local network.
code-outlook-imap-login = IMAP login refused
    .meaning = The IMAP server refused the login.
    .causes = A wrong password, a provider that wants an app password or OAuth2, or IMAP switched off. The connection works.
    .next = Log in to webmail with the same password. If that works, look there for IMAP access and app passwords.
code-outlook-imap-no = the IMAP server said no
    .meaning = The server answered a command with NO.
    .causes = The connection works. The word in brackets after NO says why.
    .next = Read the server's own words in the same message, and have the word in brackets explained.
code-outlook-imap-bad = the IMAP server did not take the command
    .meaning = The server answered a command with BAD.
    .causes = A login on a connection that is not encrypted, encryption that does not fit the port, or a fault of the program.
    .next = Use port 993 with SSL/TLS, or 143 with STARTTLS.
code-outlook-imap-syntax = IMAP answer not understood
    .meaning = The server's answer is not one that the program knows.
    .causes = A proxy or security program in between, or an extension that the program lacks.
    .next = Try without mail scanning in the security program; update the mail program.
code-outlook-imap-not-imap = not an IMAP server
    .meaning = What answered did not greet as an IMAP server.
    .causes = The wrong port, the wrong protocol, or a device in between.
    .next = Use port 993 with SSL/TLS, or 143 with STARTTLS. mailcheck shows what speaks there.
code-outlook-imap-incomplete = connection ended inside a line
    .meaning = The connection ended before the answer was complete.
    .causes = The server or a device on the way cut it.
    .next = Try without mail scanning in the security program, and from another network.
code-outlook-imap-refused = the IMAP server greeted with goodbye
    .meaning = The server answered the connection with BYE at once.
    .causes = Too many connections, a blocked address, or a server that is shutting down. The connection works.
    .tell-apart = It is not the "connection refused" of a closed port, although its name says so: the server was reached.
    .next = Close other mail programs on the same account, and wait some minutes.
code-outlook-imap-mailbox = the mailbox has changed
    .meaning = The numbers of the messages no longer fit what the program knows.
    .causes = The mailbox was rebuilt or moved at the server.
    .next = Let the program load the folder anew.
code-outlook-imap-bye = the IMAP server ended the session
    .meaning = The server said BYE in the middle of the session.
    .causes = Idle for too long, a shutdown, or too many connections.
    .next = Connect again; if it keeps happening, read the server's words after BYE.
code-outlook-imap-no-common-auth = no common login method
    .meaning = The server offers no login method that the program knows.
    .causes = Encryption is off, or the provider takes only modern (OAuth2) logins.
    .next = Use port 993 with SSL/TLS. If it stays, use a program with OAuth2.
code-outlook-imap-auth-failed = every login method failed
    .meaning = All login methods that both sides know were tried, and all failed.
    .causes = A wrong password, an app password needed, or the provider's policy. The connection works.
    .next = Log in to webmail with the same password, and look there for app passwords.
code-outlook-mapi-not-found = object not found
    .meaning = Outlook did not find a data file, an address book or an account setting.
    .causes = A moved data file, a missing offline address book, or a failed Autodiscover. It is no fault of the mail ports.
    .next = Check the data file of the account, or make a new Outlook profile.
code-outlook-mapi-logon = Outlook logon failed
    .meaning = The logon to the mail store failed.
    .causes = Wrong credentials or a damaged profile.
    .next = Enter the password anew, or make a new Outlook profile.
code-outlook-mapi-network = network error towards the mail store
    .meaning = Outlook could not reach its mail store, mostly an Exchange server.
    .causes = No network, "work offline" is on, or the server is unreachable.
    .next = Check "work offline" and the network.
code-outlook-mapi-extended = unspecified Outlook error
    .meaning = The part of Outlook that failed keeps the reason to itself.
    .causes = No diagnosis is possible from this number; a mail shield is often involved.
    .next = Look for a second number in the same message. Try without mail scanning, then run mailcheck.
code-outlook-mapi-unconfigured = account not configured
    .meaning = The account or a part of it is not set up.
    .causes = An incomplete profile.
    .next = Repair or recreate the account.
code-outlook-mapi-provider = one part of the profile failed
    .meaning = One of the mail stores in the profile could not be opened.
    .causes = An Exchange server that cannot be reached, or a damaged data file.
    .next = Try again online; then repair the data file or the profile.
code-outlook-mapi-password = password must be changed
    .meaning = The password has expired or must be changed first.
    .causes = A rule of the organisation. The connection works.
    .next = Change the password, then enter the new one in Outlook.
code-outlook-mapi-disabled = account disabled
    .meaning = The account is disabled.
    .causes = The organisation or the provider locked it. The connection works.
    .next = Ask the administrator.
code-outlook-mapi-offline = connection to the server is offline
    .meaning = Outlook works without its server at the moment.
    .causes = "Work offline" is on, or an old connector no longer has a service.
    .next = Switch "work offline" off; set old connector accounts up anew.
code-outlook-mapi-timeout = Outlook waited too long
    .meaning = The time ran out in Outlook's own path to the mail store.
    .causes = A slow path to Exchange, or an overloaded server.
    .next = Try again; look at the network path to the server.
code-outlook-mapi-store = data file damaged
    .meaning = The mail store is damaged.
    .causes = A disk fault, or a data file on a network drive. The network to the mail server is not at fault.
    .next = Run the Inbox Repair tool (scanpst).
code-outlook-mapi-full = data file or disk full
    .meaning = Outlook could not store anything more: its data file has reached the largest size, or the disk is full.
    .causes = Years of mail in one data file (.pst, .ost). The network to the mail server is not at fault.
    .next = Archive or delete old mail and compact the data file, or make room on the disk.
code-outlook-mapi-busy = mail store busy
    .meaning = Outlook's mail store cannot take another request just now: it is busy, short of resources, or has too many sessions open.
    .causes = Many windows, add-ins or other programs that use Outlook at the same time, or an overloaded Exchange server.
    .next = Close other windows and programs that use Outlook, restart Outlook, and try again.
code-outlook-mapi-too-big = item or folder too large for one request
    .meaning = The message, the attachment or the list is larger than the mail store takes at once.
    .causes = A limit of the organisation or the provider, or a very full folder. The connection works.
    .next = Send a smaller attachment or a link to it; move old mail out of the folder.
code-outlook-mapi-logon-rule = logon not allowed from here or at this hour
    .meaning = The account may not log on from this computer, or not at this time of day.
    .causes = A rule of the organisation for this account. It is not the password.
    .next = Ask the administrator which computers and hours are allowed for the account.
code-outlook-mapi-session = Outlook's session has ended or not begun
    .meaning = The program asked Outlook for something outside of a session.
    .causes = Outlook was closed or is still starting, or an add-in or another program called it at the wrong time.
    .next = Restart Outlook. If it stays, start it without add-ins: outlook.exe /safe.
code-outlook-mapi-submitted = message already on its way
    .meaning = The message has been handed over for sending and cannot be changed, or is no longer in the queue.
    .causes = It was opened or deleted in the Outbox while it was being sent.
    .next = If it stays in the Outbox, switch "work offline" on, restart Outlook, delete it there and write it again.
code-outlook-mapi-folder = folder exists, or cannot be moved or deleted
    .meaning = A folder of that name is already there, or the folder is not empty, or it would be moved into itself.
    .causes = Two folders with the same name, often from two devices or from an import. The connection works.
    .next = Rename, empty or delete the folder, perhaps in webmail.
code-outlook-mapi-ambiguous = name fits several entries of the address book
    .meaning = Outlook found more than one address for the name.
    .causes = Several people, or several entries for one person.
    .next = Choose one with "Check Names", or type the whole mail address.
code-outlook-mapi-inner = fault inside Outlook
    .meaning = A part of Outlook, an add-in or a program that uses Outlook asked its mail store for something that the store does not do.
    .causes = An add-in or a synchronising program, a damaged item, profile or data file. It says nothing about the network.
    .next = Start Outlook without add-ins (outlook.exe /safe). If that does not help, make a new Outlook profile.
code-outlook-mapi-changed = item changed or deleted meanwhile
    .meaning = The item was changed or deleted after Outlook had opened it.
    .causes = Another device, another window or a rule acted on the same item. The connection works.
    .next = Open the item anew. If a message stays in the Outbox, switch "work offline" on, delete it there and write it again.
code-outlook-incoming-unreachable = incoming server not reached
    .meaning = Outlook could not reach the incoming (POP) server.
    .causes = A wrong server name or port, a blocked port, no network, or a mail shield.
    .next = Check server and port: 995 with SSL/TLS, 110 with STARTTLS. Then run mailcheck against the server.
code-outlook-outgoing-unreachable = outgoing server not reached
    .meaning = Outlook could not reach the outgoing (SMTP) server.
    .causes = A block of port 25 first of all; a wrong server name or port, no network, or a mail shield.
    .tell-apart = It is not about the login, although some lists say so.
    .next = Use port 587 with STARTTLS or 465 with SSL/TLS. Then run mailcheck against the server.
code-outlook-incoming-timeout = incoming server did not answer in time
    .meaning = The time ran out while Outlook waited for the incoming server.
    .causes = A slow server, a mail shield, large packets that get lost, or a short time limit in Outlook.
    .next = Raise the server time-out in the account, try without mail scanning, then run mailcheck.
code-outlook-outgoing-timeout = outgoing server did not answer in time
    .meaning = The time ran out while Outlook waited for the outgoing server.
    .causes = A slow server, a mail shield, a large attachment, or a short time limit. The message may carry the server's own reply at its end.
    .next = Read what stands after "The server responded". Raise the server time-out, then run mailcheck.
code-outlook-task-cancelled = task cancelled
    .meaning = Outlook cancelled the task before it was finished.
    .causes = The user, an add-in or a security program. It says nothing about the network.
    .next = Start Outlook without add-ins and try again.

# Windows result codes.

code-hresult-unspecified = unspecified failure
    .meaning = Something failed, and the code does not say what.
    .causes = No diagnosis is possible from this number.
    .next = Look for a second number in the same message.
code-hresult-access-denied = access denied
    .meaning = Windows denied the access.
    .causes = A security program, a rule, or missing rights on a file.
    .next = Look which file or connection it was about.
code-hresult-out-of-memory = out of memory
    .meaning = There was no memory for the operation.
    .causes = Memory is short, or a data file is too large.
    .next = Restart the program.
code-hresult-invalid-argument = invalid argument
    .meaning = A part of the program was called in a wrong way.
    .causes = A fault in the program or its settings. The network is not at fault.
    .next = Repair the account or the profile.

# WinINet and WinHTTP: programs that reach mail over HTTP, and Autodiscover.

code-wininet-timeout = no answer in time
    .meaning = The request was not answered before the time ran out.
    .causes = The server is slow or off, or the port is blocked silently.
    .next = Try again, then from another network.
code-wininet-name = server name not found
    .meaning = The server name could not be resolved.
    .causes = A typing mistake, no network, or a DNS resolver that fails.
    .next = Check the server name, then the network.
code-wininet-connect = no connection to the server
    .meaning = The connection to the server could not be made.
    .causes = The server is off, the port is wrong or blocked, or there is no network.
    .next = Check server and port, then the firewall and the proxy.
code-wininet-aborted = connection ended early
    .meaning = The connection ended before the answer was there.
    .causes = Often a fault in the TLS handshake: an old TLS version, or a device in between.
    .next = Update Windows, and try from another network.
code-wininet-reset = connection reset
    .meaning = The connection was cut by a reset.
    .causes = The server or a device on the way cut it.
    .next = Try from another network.
code-wininet-client-certificate = client certificate wanted
    .meaning = The server wants a certificate from this machine.
    .causes = A server that is meant for known devices only.
    .next = Ask the operator for the certificate.
code-wininet-certificate = certificate not accepted
    .meaning = The server's certificate has one fault or several.
    .causes = A wrong name, a date that has passed, an unknown issuer; or a captive portal or mail shield answered.
    .next = Open the address in a web browser and look at the certificate. Check date and time here.
code-wininet-not-http = answer is not HTTP
    .meaning = What answered does not speak HTTP as expected.
    .causes = A captive portal, a proxy, or encryption that does not fit the port.
    .next = Open a web page first, to see whether the network wants a login.
code-wininet-tls = TLS could not be set up
    .meaning = The secure connection failed.
    .causes = A wrong clock here, an old TLS version on one side, or a certificate that was not accepted.
    .next = Check date and time, then update Windows.
code-wininet-offline = this machine is offline
    .meaning = Windows says that there is no connection to the internet.
    .causes = No network, or airplane mode.
    .next = Connect the network.
code-wininet-proxy = proxy not reached
    .meaning = The proxy in the settings could not be reached.
    .causes = A proxy that is set and not there, often after a change of network.
    .next = Check the proxy in the system settings.

# Schannel: the TLS of Windows.

code-schannel-internal = fault inside the TLS of Windows
    .meaning = The TLS part of Windows failed on its own side.
    .causes = A bad client certificate, or a damaged key store.
    .next = Try without the client certificate.
code-schannel-not-tls = the other side did not speak TLS
    .meaning = What came back is not TLS.
    .causes = SSL/TLS is set on a port that begins in plain, so the server sent its greeting; or a device altered the data.
    .next = Check encryption and port: SSL/TLS for 465, 993, 995; STARTTLS for 587, 143, 110.
code-schannel-logon-denied = Windows logon refused
    .meaning = The login by NTLM or Kerberos was refused.
    .causes = Wrong credentials, or a login method that the server does not allow.
    .next = Check user name and password; untick SPA.
code-schannel-credentials = no usable credentials
    .meaning = Windows has no credentials or certificate that it could use here.
    .causes = A missing client certificate, or TLS versions switched off on this machine.
    .next = Check the TLS versions in the internet options.
code-schannel-altered = data damaged on the way
    .meaning = Encrypted data arrived altered.
    .causes = A device on the way, or a faulty driver.
    .next = Try from another network.
code-schannel-incomplete = handshake incomplete
    .meaning = The TLS handshake stopped before it was complete.
    .causes = As the last word, the other side closed the connection during the handshake.
    .next = Run mailcheck against the server: it shows how far the handshake gets.
code-schannel-illegal-message = handshake answer not usable
    .meaning = The server's answer in the TLS handshake could not be used.
    .causes = No common TLS version or cipher, or the server sent an alert.
    .next = Run mailcheck to see which TLS versions the server speaks.
code-schannel-nothing-in-common = no common TLS version or cipher
    .meaning = The two sides have no TLS version or cipher in common.
    .causes = An old server, or an old Windows.
    .next = Update the older of the two. mailcheck shows what the server speaks.

# Certificates, as Windows programs report them.

code-certificate-name = certificate is for another name
    .meaning = The certificate does not carry the server name that was asked for.
    .causes = The account has your own domain while the certificate has the provider's name, or a captive portal answered.
    .next = Use the server name from the provider's instructions. mailcheck lists the names in the certificate.
code-certificate-untrusted-root = issuer not trusted
    .meaning = The certificate comes from an issuer that this machine does not trust.
    .causes = A self-signed certificate, a company's own issuer, or a mail shield or gateway that reads along.
    .next = Look at the issuer's name. If it is a security product, the answer did not come from the server.
code-certificate-expired = certificate outside its dates
    .meaning = The certificate has expired, or is not valid yet.
    .causes = The operator did not renew it, or the clock of this machine is wrong.
    .next = Check date and time here first. If they are right, the operator has to renew the certificate.
code-certificate-chain = certificate chain incomplete
    .meaning = No chain could be built from the certificate to a trusted issuer.
    .causes = The server does not send the intermediate certificate, or the issuer is not trusted.
    .next = The operator has to install the full chain.
code-certificate-revoked = certificate revoked
    .meaning = The issuer has withdrawn the certificate.
    .causes = A lost key, or a certificate that was issued in error.
    .next = The operator has to install a new certificate.
code-certificate-distrusted = certificate explicitly distrusted
    .meaning = The certificate, or an issuer in its chain, is on the list of those that this Windows must not trust.
    .causes = Microsoft or the organisation has withdrawn its trust in an issuer, or somebody put the certificate among the untrusted ones here.
    .next = The operator has to install a certificate of another issuer. certmgr.msc shows what this computer does not trust.
code-certificate-revocation-unchecked = revocation could not be checked
    .meaning = Windows could not find out whether the certificate has been withdrawn.
    .causes = The issuer's service cannot be reached, often because a firewall blocks port 80. It does not mean that the certificate is bad.
    .next = Allow the addresses of the issuer, or try from another network.
code-certificate-unusable = certificate cannot be used
    .meaning = The certificate could not be read, or is not meant for servers.
    .causes = A certificate made for another purpose, or a damaged one.
    .next = The operator has to install a proper server certificate.

# SMTP replies.

code-smtp-211 = status
    .meaning = The server tells its status.
code-smtp-214 = help
    .meaning = The server answers a request for help.
code-smtp-220 = ready
    .meaning = The server greets, or is ready to begin TLS.
    .causes = All is well.
code-smtp-221 = goodbye
    .meaning = The server closes the connection as it was asked to.
    .causes = All is well.
code-smtp-235 = login accepted
    .meaning = The server accepted the login.
    .causes = All is well.
code-smtp-250 = done
    .meaning = The command was carried out.
    .causes = All is well.
code-smtp-251 = recipient elsewhere, will pass it on
    .meaning = The recipient is not local, and the server will pass the message on.
    .causes = All is well.
code-smtp-252 = cannot verify, will try
    .meaning = The server cannot say whether the address exists, and will take the message.
    .causes = All is well; most servers do not verify addresses.
code-smtp-334 = login: go on
    .meaning = The server asks for the next part of the login.
    .causes = All is well. "VXNlcm5hbWU6" asks for the user name, "UGFzc3dvcmQ6" for the password.
code-smtp-354 = send the message
    .meaning = The server is ready for the text of the message.
    .causes = All is well.
code-smtp-421 = service not available, closing
    .meaning = The server ends the session for now. It may come at any moment, also in place of the greeting.
    .causes = Too many connections, a rate limit, overload, maintenance, an idle session, or a poor reputation of the sending address.
    .next = Wait and try again. Close other connections of the same account. If it stays for hours, read the text after the code.
code-smtp-432 = password must be changed first
    .meaning = At login: the password has to be set anew. In delivery to Exchange Online: a limit of the recipient was hit.
    .next = Log in to webmail once; for delivery, wait.
code-smtp-450 = mailbox not available for now
    .meaning = The server refuses for the moment.
    .causes = Greylisting, a locked mailbox, or a sending address without a name in reverse DNS.
    .next = A mail server retries by itself. If it repeats for hours, read the text after the code.
code-smtp-451 = local error at the server
    .meaning = The server had trouble of its own and asks to try later.
    .causes = Greylisting, a filter that is down, or DNS trouble at the server.
    .next = Wait and try again.
code-smtp-452 = too little storage, or too many recipients
    .meaning = The server cannot take so much at the moment.
    .causes = A full disk at the server, or more recipients than it takes at once.
    .next = Send to fewer recipients at a time, or later.
code-smtp-454 = TLS or login not available for now
    .meaning = After STARTTLS: the server cannot do TLS now. After AUTH: it cannot check logins now. After RCPT: relaying is denied.
    .causes = A broken certificate or login service at the server; or, as "relay access denied", a missing login.
    .tell-apart = With "relay access denied" waiting does not help: log in.
    .next = Read the text after the code. For TLS and login faults, tell the operator.
code-smtp-455 = parameters not possible now
    .meaning = The server cannot take the parameters of the command at the moment.
    .next = Try later, or with another program.
code-smtp-500 = command not recognised
    .meaning = The server did not understand the command.
    .causes = A very old server, or a firewall that rewrites commands. As an answer to EHLO, the latter is likely.
    .next = Check whether a firewall inspects SMTP; try 587 or 465.
code-smtp-501 = bad argument
    .meaning = The server did not accept what stood after the command.
    .causes = A refused name in EHLO, a badly written address, or a broken login exchange.
    .next = Check the mail address and the name that this machine gives itself.
code-smtp-502 = command not implemented
    .meaning = The server does not have the command.
    .causes = A login or STARTTLS on a port that does not offer it.
    .next = Use port 587 or 465.
code-smtp-503 = wrong order of commands
    .meaning = The server expected another command first.
    .causes = A missing login, or a program that does things out of order. Some servers say "authenticate first" this way.
    .next = Switch on the login for the outgoing server.
code-smtp-504 = parameter not implemented
    .meaning = The server does not have the option that was asked for.
    .causes = A login method that is not offered, or a name in EHLO that is not fully qualified.
    .next = Untick SPA; give this machine a full name such as pc.example.com.
code-smtp-521 = host does not accept mail
    .meaning = The host takes no mail, or none from here.
    .causes = The wrong host, or a server that drops listed addresses this way.
    .next = Check the server name; look the sending address up in block lists.
code-smtp-523 = message too large
    .meaning = The message is larger than the recipient takes.
    .next = Send a smaller message or a link.
code-smtp-525 = account disabled
    .meaning = The account is disabled.
    .next = Ask the provider.
code-smtp-526 = login refused
    .meaning = The code is in no RFC; some providers are reported to use it for a refused login.
    .causes = A wrong password, or a client password that has to be made in webmail first.
    .next = Look in the webmail security settings for the password of mail programs.
code-smtp-530 = login or encryption required
    .meaning = The server wants a login first, or STARTTLS first.
    .causes = The account is set to send without a login or without encryption. The connection works.
    .next = Switch on the login for the outgoing server, and STARTTLS on 587 or SSL/TLS on 465.
code-smtp-534 = login method too weak
    .meaning = The server wants a stronger way of logging in.
    .causes = Often an account with two-step verification that needs an app password.
    .next = Make an app password in the account settings, or use OAuth2.
code-smtp-535 = login refused
    .meaning = The server did not accept the user name and password.
    .causes = A wrong password; or the provider wants an app password or authorisation code, has switched password logins off, or the service is off for this account. The connection works.
    .next = Log in to webmail with the same password. If that works, look there for app passwords and for SMTP access.
code-smtp-538 = encryption required for this login
    .meaning = The login method is allowed only on an encrypted connection.
    .next = Set STARTTLS on 587 or SSL/TLS on 465.
code-smtp-550 = refused
    .meaning = The server refuses for good: the mailbox does not exist, or a rule forbids it.
    .causes = An unknown recipient, no login (relaying denied), a sending address on a block list, or a failed SPF or DMARC check.
    .tell-apart = The code alone does not say which. The text and the enhanced code (such as 5.1.1 or 5.7.1) do.
    .next = Read the text after the code, or look the whole line up: mailcheck explain "550 …".
code-smtp-551 = user not local
    .meaning = The recipient is not at this server, and the server does not pass mail on.
    .causes = A missing login.
    .next = Switch on the login for the outgoing server.
code-smtp-552 = too much storage
    .meaning = The message or the mailbox is larger than allowed.
    .causes = A large attachment or a full mailbox.
    .next = Send a smaller message; tell the recipient that the mailbox may be full.
code-smtp-553 = address not allowed
    .meaning = The server does not allow this address.
    .causes = The sender address does not belong to the login, or an address is badly written.
    .next = Check the mail address in the account against the login.
code-smtp-554 = transaction failed
    .meaning = The server refuses for good. As a greeting it means that there is no service for this client.
    .causes = A sending address on a block list, a missing login (relaying denied), or a message that was taken for spam.
    .tell-apart = As a greeting: the address of this network is refused, or the host takes no mail. After RCPT: relaying or a block list. After the message: its content.
    .next = Read the text after the code, or look the whole line up: mailcheck explain "554 …". From home or office, send over 587 or 465 with a login, not over 25.
code-smtp-555 = parameters not recognised
    .meaning = The server does not know a parameter after MAIL or RCPT.
    .next = Try another program.
code-smtp-556 = domain takes no mail
    .meaning = The domain of the recipient has declared that it takes no mail.
    .next = Check the address.
code-smtp-2xx = success
    .meaning = A code of the "done" family: the command was carried out.
code-smtp-3xx = go on
    .meaning = A code of the "go on" family: the server waits for more.
code-smtp-4xx = temporary refusal
    .meaning = A code of the "try later" family. The code itself is in no table; by its first digit it is a temporary refusal.
    .next = Wait and try again. If it stays, read the text after the code.
code-smtp-5xx = permanent refusal
    .meaning = A code of the "no" family. The code itself is in no table; by its first digit, trying again unchanged will not help.
    .next = Read the text after the code.

# Enhanced status codes.

code-enhanced-subject-0 = undefined status
    .meaning = Only the first digit says anything: 4 temporary, 5 permanent.
code-enhanced-subject-1 = about an address
    .meaning = The detail is in no table; the subject is the sender's or the recipient's address.
code-enhanced-subject-2 = about the mailbox
    .meaning = The detail is in no table; the subject is the recipient's mailbox.
code-enhanced-subject-3 = about the mail system
    .meaning = The detail is in no table; the subject is the receiving mail system.
code-enhanced-subject-4 = about the network or routing
    .meaning = The detail is in no table; the subject is the way between mail servers.
code-enhanced-subject-5 = about the mail protocol
    .meaning = The detail is in no table; the subject is the dialogue of client and server.
code-enhanced-subject-6 = about the content
    .meaning = It is about the content or the character set of the message, not about the connection.
code-enhanced-subject-7 = about security or policy
    .meaning = The detail is in no table; the subject is security or the policy of the server.
    .next = Read the text after the code; providers add details of their own here.
code-enhanced-0-0 = other status
    .meaning = Only the first digit says anything: 4 temporary, 5 permanent.
code-enhanced-1-0 = other address status
    .meaning = Something is wrong with an address.
code-enhanced-1-1 = mailbox does not exist
    .meaning = The part of the address before the @ is unknown there.
    .next = Check the recipient's address.
code-enhanced-1-2 = domain does not exist
    .meaning = The part of the address after the @ is wrong, or takes no mail.
    .next = Check the recipient's address.
code-enhanced-1-3 = address badly written
    .meaning = The recipient's address is not a valid address.
    .next = Check the recipient's address.
code-enhanced-1-4 = address ambiguous
    .meaning = The address fits more than one recipient.
    .next = Use the full address.
code-enhanced-1-5 = address valid
    .meaning = The address is valid.
code-enhanced-1-6 = mailbox has moved
    .meaning = The mailbox has moved and there is no forwarding address.
    .next = Ask the recipient for the new address.
code-enhanced-1-7 = sender address badly written
    .meaning = The sender's address is not a valid address.
    .next = Check the mail address in the account.
code-enhanced-1-8 = sender domain bad
    .meaning = The domain of the sender does not exist or takes no mail. Exchange Online also uses 5.1.8 for a sender account blocked for spam.
    .next = Check the mail address in the account; with Exchange Online, ask the administrator.
code-enhanced-1-9 = passed to a system without status codes
    .meaning = The message went on to a mail system that reports no such codes.
code-enhanced-1-10 = recipient domain takes no mail
    .meaning = The domain has a null MX record: it takes no mail at all.
    .next = Check the recipient's address.
code-enhanced-2-0 = other mailbox status
    .meaning = Something is wrong with the mailbox.
code-enhanced-2-1 = mailbox disabled
    .meaning = The mailbox exists and takes no messages.
    .next = Ask the recipient by another way.
code-enhanced-2-2 = mailbox full
    .meaning = The mailbox has no room left.
    .next = Tell the recipient by another way.
code-enhanced-2-3 = message too large for the mailbox
    .meaning = The message is longer than the mailbox takes.
    .next = Send a smaller message or a link.
code-enhanced-2-4 = mailing list trouble
    .meaning = The mailing list could not be expanded.
    .next = Ask the owner of the list.
code-enhanced-3-0 = other mail system status
    .meaning = Something is wrong with the receiving mail system.
code-enhanced-3-1 = mail system full
    .meaning = The receiving system has no room left.
    .next = Try later.
code-enhanced-3-2 = not accepting messages now
    .meaning = The receiving system takes no messages at the moment.
    .causes = Overload, maintenance, or a limit on this client.
    .next = Try later.
code-enhanced-3-3 = feature missing
    .meaning = The receiving system lacks a feature that the message needs.
code-enhanced-3-4 = message too big for the system
    .meaning = The message is larger than the receiving system takes.
    .next = Send a smaller message or a link.
code-enhanced-3-5 = system set up wrongly
    .meaning = The receiving system is not set up to take this message.
    .next = Tell the operator.
code-enhanced-3-6 = priority changed
    .meaning = The priority of the message was changed.
code-enhanced-4-0 = other network status
    .meaning = Something went wrong on the way between mail servers.
code-enhanced-4-1 = no answer from the next host
    .meaning = The sending server got no answer from the next one.
    .causes = Most often the provider of the sending server blocks outgoing port 25. Otherwise the recipient's mail server is off, or a firewall on the way drops the packets.
    .tell-apart = Mail to every domain waits: the sender's own port 25 is blocked. Mail to one domain waits: it is that domain's server.
    .next = On the sending server, run mailcheck with the recipient's domain. If port 25 is blocked, ask the provider to open it, or send through a relay on port 587.
code-enhanced-4-2 = connection broke
    .meaning = The connection was made and then failed or stood still for too long.
    .causes = In a bounce: the two servers lost each other. To a mail program: it was silent for too long.
    .next = Try again; run mailcheck against the server.
code-enhanced-4-3 = directory failure
    .meaning = The server could not look something up, mostly in DNS.
    .next = Try later; run mailcheck against the domain.
code-enhanced-4-4 = cannot route
    .meaning = The server does not know where to send the message.
    .causes = The recipient's domain has no working mail server in DNS.
    .next = Run mailcheck against the recipient's domain.
code-enhanced-4-5 = mail system congested
    .meaning = The mail system has too much to do.
    .next = Try later.
code-enhanced-4-6 = mail loop
    .meaning = The message went in a circle.
    .causes = Forwarding rules that point at each other.
    .next = Ask the recipient's administrator.
code-enhanced-4-7 = delivery time ran out
    .meaning = The message could not be delivered in the time allowed.
    .next = Look for the earlier errors in the bounce: they say why.
code-enhanced-exchange-refused = Exchange Online: connection to the next host failed
    .meaning = Exchange Online could not open a connection to the recipient's mail server.
    .causes = The server refuses or does not answer on port 25; the socket error in the text says which.
    .next = Run mailcheck against the recipient's domain.
code-enhanced-5-0 = other protocol status
    .meaning = Something went wrong in the dialogue of client and server.
code-enhanced-5-1 = invalid command
    .meaning = The command is unknown or came at the wrong time.
    .causes = A login or STARTTLS where it is not offered, or a program that speaks out of turn.
    .next = Check the port and the encryption.
code-enhanced-5-2 = syntax error
    .meaning = The server could not read the command.
    .causes = Often a refused name in EHLO.
    .next = Give this machine a full name such as pc.example.com.
code-enhanced-5-3 = too many recipients
    .meaning = The message has more recipients than the server takes.
    .next = Send to fewer at a time.
code-enhanced-5-4 = invalid arguments
    .meaning = The arguments of the command are not valid.
code-enhanced-5-5 = wrong protocol version
    .meaning = The two sides do not speak the same version of the protocol.
code-enhanced-5-6 = login line too long
    .meaning = The login exchange was longer than the server takes.
    .next = Use another login method.
code-enhanced-7-0 = other security status
    .meaning = Something about security; the text says what.
    .causes = Often a missing login or encryption, or a limit on this client.
    .next = Read the text after the code.
code-enhanced-7-1 = not authorised
    .meaning = The server's policy forbids it.
    .causes = Relaying without a login, a sending address on a block list, or a rule about sender or content.
    .next = Read the text after the code: it tells these apart.
code-enhanced-7-2 = list expansion forbidden
    .meaning = The sender may not write to the mailing list.
    .next = Ask the owner of the list.
code-enhanced-7-3 = security conversion not possible
    .meaning = In IANA's registry, a conversion between security systems failed. Exchange also uses 5.7.3 for a refused login.
    .next = With Exchange, check the password, then whether SMTP login is allowed for the mailbox.
code-enhanced-7-4 = security feature not supported
    .meaning = The message needs a security feature that the server lacks.
    .next = Send the message without that feature. Where it answers a login, use another login method.
code-enhanced-7-5 = cryptographic failure
    .meaning = A signature or an encryption could not be checked.
code-enhanced-7-6 = algorithm not supported
    .meaning = The server does not have the cryptographic algorithm.
code-enhanced-7-7 = message integrity failure
    .meaning = The message was altered on the way.
code-enhanced-7-8 = credentials invalid
    .meaning = The server did not accept the user name and password.
    .causes = A wrong password, or an app password needed. The connection works.
    .next = Log in to webmail with the same password, and look there for app passwords.
code-enhanced-7-9 = login method too weak
    .meaning = The server wants a stronger way of logging in.
    .causes = Often an account with two-step verification that needs an app password.
    .next = Make an app password, or use OAuth2.
code-enhanced-7-10 = encryption needed
    .meaning = The server wants an encrypted connection.
    .next = Set STARTTLS on 587 or SSL/TLS on 465.
code-enhanced-7-11 = encryption required for this login
    .meaning = The login method is allowed only on an encrypted connection.
    .next = Set STARTTLS on 587 or SSL/TLS on 465.
code-enhanced-7-12 = password must be set anew
    .meaning = The account needs a new password before this login method works.
    .next = Log in to webmail, or change the password.
code-enhanced-7-13 = account disabled
    .meaning = The account is disabled.
    .next = Ask the provider.
code-enhanced-7-14 = trust relationship required
    .meaning = The server wants an agreement between the two systems first. It is also reported from Gmail, for a login that has to be confirmed in a web browser.
    .next = Read the text after the code.
code-enhanced-7-15 = priority too low
    .meaning = The server takes only messages of a higher priority at the moment.
    .tell-apart = Some lists call this "credentials invalid". IANA's registry does not.
    .next = Try later.
code-enhanced-7-16 = message too large for its priority
    .meaning = The message is too large for the priority it has.
    .next = Send a smaller message.
code-enhanced-7-17 = mailbox has changed its owner
    .meaning = The mailbox or the domain has had another owner since the date the sender named.
    .next = Ask the recipient for the current address.
code-enhanced-7-20 = DKIM signature not accepted
    .meaning = The message has no DKIM signature that the server accepts.
    .next = The administrator of the sending domain has to check DKIM.
code-enhanced-7-23 = SPF check failed
    .meaning = The sending address may not send mail for the domain.
    .next = The administrator of the sending domain has to add the sending server to SPF.
code-enhanced-7-24 = SPF check in error
    .meaning = The SPF record of the sending domain could not be read.
    .next = The administrator of the sending domain has to repair the record.
code-enhanced-7-25 = reverse DNS check failed
    .meaning = The sending address has no name in DNS, or the name does not lead back to it.
    .next = The provider of the sending address has to set the PTR record.
code-enhanced-7-26 = several sender checks failed
    .meaning = The message passed neither SPF nor DKIM as the server wants it.
    .next = The administrator of the sending domain has to set up SPF, DKIM and DMARC.
code-enhanced-7-27 = sender domain takes no mail
    .meaning = The domain of the sender has a null MX record, so nobody could answer.
    .next = Use a sender address that can receive mail.
code-enhanced-7-28 = mail flood
    .meaning = The server saw too many messages from this sender.
    .next = Send more slowly; check whether a machine sends spam.
code-enhanced-7-29 = ARC check failed
    .meaning = The seal that forwarding servers add to the message is broken.
    .next = The administrator of the forwarding server has to check ARC.
code-enhanced-7-30 = REQUIRETLS needed, or password login refused
    .meaning = In IANA's registry, the message needs TLS all the way. Exchange Online uses the same number for a login with a plain password.
    .tell-apart = With "basic authentication" in the text, it is the login.
    .next = With Exchange Online, use a program with OAuth2.
code-enhanced-exchange-relay = Exchange: relaying refused
    .meaning = The server does not pass this message on.
    .causes = A missing login, or a connector that does not know the sending server.
    .next = The administrator has to check the connector; a mail program has to log in.
code-enhanced-exchange-not-authenticated = Exchange: login missing
    .meaning = The program tried to send without logging in.
    .next = Switch on the login for the outgoing server.
code-enhanced-exchange-send-as = Exchange: not allowed to send as this sender
    .meaning = The sender address does not belong to the login.
    .next = Use the address of the login, or have the administrator grant the right to send as the other.
code-enhanced-exchange-password-login = Exchange Online: password login refused
    .meaning = The login was refused, mostly because password logins or SMTP logins are switched off.
    .causes = The text says which: basic authentication is disabled, or SMTP login is disabled for the organisation or the mailbox.
    .next = Use a program with OAuth2, or ask the administrator about SMTP login.
code-enhanced-exchange-bad-helo = Exchange Online: bad name in EHLO
    .meaning = The client named itself with a name that is not its own.
    .next = Set the name that the sending server gives itself.
code-enhanced-exchange-banned = Exchange Online: sending address banned
    .meaning = Exchange Online takes no mail from this address or organisation.
    .causes = Spam seen from the address, or a new organisation with limits.
    .next = The administrator of the sending address has to ask for removal in Microsoft's form.
code-enhanced-exchange-throttled = Exchange Online: sending address held back
    .meaning = Exchange Online takes mail from this address only slowly, or not for the moment.
    .causes = An unusual amount of mail, or a poor reputation.
    .next = Wait; check whether a machine behind the address sends spam.

# What the text of a reply says.

code-text-block-list-query-refused = the server's own block list look-up is refused
    .meaning = The block list does not answer the DNS resolver that the mail server uses, and the server takes that for a listing.
    .causes = The mail server uses a public DNS resolver. The sending address is not listed.
    .next = Tell the operator of the receiving server: it needs a resolver of its own.
code-text-authorisation-code-needed = authorisation code needed instead of the password
    .meaning = The provider wants the authorisation code that webmail gives out for mail programs.
    .causes = The account password was used, or POP3, IMAP and SMTP are not switched on.
    .next = Log in to webmail, switch the service on, create an authorisation code, and use it as the password.
code-text-app-password-needed = app password needed
    .meaning = The account wants a password made for this one program.
    .causes = Two-step verification is on, and the normal password was used.
    .next = Create an app password in the account's security settings, or use a program with OAuth2.
code-text-smtp-login-disabled = SMTP login is switched off
    .meaning = Sending with a login is switched off for the organisation or for the mailbox.
    .causes = A setting of the administrator. Password and connection may be right.
    .next = The administrator has to allow SMTP AUTH for the mailbox (Set-CASMailbox) or the organisation (Set-TransportConfig).
code-text-basic-auth-disabled = password login is switched off
    .meaning = The provider no longer takes plain passwords from mail programs.
    .causes = The provider's policy, whatever the password.
    .next = Use a program with modern authentication (OAuth2).
code-text-browser-login-needed = login by web browser needed
    .meaning = The provider wants the account holder to log in with a web browser first.
    .causes = A new place or device, which looked suspicious; or terms of use that have to be accepted.
    .next = Log in to webmail once and confirm, then try again.
code-text-unsafe-login = the provider wants to know the program
    .meaning = The login was accepted, and the mailbox stays closed because the program did not say what it is.
    .causes = The program sends no IMAP ID command. Password and connection are right.
    .next = Use a program that sends ID, or update it.
code-text-authenticated-not-connected = login accepted, mailbox not opened
    .meaning = The server accepted the login and could not open the mailbox.
    .causes = Often a mailbox that is missing, or IMAP switched off for it.
    .next = Ask the administrator about the mailbox.
code-text-service-switched-off = service switched off for this account
    .meaning = POP3, IMAP or SMTP is not switched on for the account.
    .causes = Many providers leave it off until it is switched on in webmail.
    .next = Switch it on in the webmail settings.
code-text-block-list = sending address is on a block list
    .meaning = The server refuses because a block list names the address of this network.
    .causes = Spam was seen from the address, or it is an ordinary home or mobile address that should not send to port 25 by itself.
    .next = To send from a mail program, use port 587 or 465 of your provider, with a login. For a mail server, look the address up at the list and ask for removal.
code-text-dynamic-address = sending address is of the wrong kind
    .meaning = The server takes no mail from home, dial-up or mobile addresses.
    .causes = The message went straight to port 25 of the recipient's server.
    .next = Send through your provider over 587 or 465, with a login.
code-text-domain-reputation = a domain is distrusted or on a block list
    .meaning = The server refuses because of a domain, not because of this network's address: the sender's domain, the name of the sending server, or a domain in the message is on a block list of domains, or has a poor reputation.
    .causes = Spam or phishing was seen under the domain, the domain is new, its website was broken into, or the message holds a link to a domain that is listed.
    .next = Whoever owns the domain looks it up at the list that the reply names (Spamhaus DBL, SURBL and URIBL have a form on their websites), mends what got it there, and asks for removal. Send without links to see whether it is one of them.
code-text-reputation = sending address has a poor reputation
    .meaning = The server does not trust the address that the message comes from.
    .causes = Spam seen from there, too much mail at once, or a new address.
    .next = The administrator of the sending server has to look for spam, and check SPF, DKIM and reverse DNS.
code-text-ehlo-name-refused = name in EHLO refused
    .meaning = The server does not like the name by which the client introduces itself.
    .causes = A name without a dot, a name that does not exist, or the server's own name.
    .next = Give the sending machine a full name that exists in DNS.
code-text-reverse-dns-missing = reverse DNS missing
    .meaning = The sending address has no name in DNS, or the name does not lead back to it.
    .causes = The provider of the address has set no PTR record.
    .next = For a mail server, have the provider set the PTR record. For a mail program, use 587 or 465.
code-text-relay-denied = relaying denied
    .meaning = The server does not pass mail on to other domains for this client.
    .causes = The client did not log in, or it is the wrong server for this sender.
    .tell-apart = Waiting does not help, even where the code begins with 4.
    .next = Switch on the login for the outgoing server, on port 587 or 465.
code-text-too-many-connections = too many connections
    .meaning = The server has as many connections from here, or of this account, as it allows.
    .causes = Several devices or programs on one account or one address, or sessions that have not ended.
    .next = Close other programs and wait some minutes.
code-text-rate-limited = too much in a short time
    .meaning = The server holds this client back.
    .causes = Too many logins, errors or messages in a short time.
    .next = Wait; look for a program that keeps trying with a wrong password.
code-text-starttls-required = encryption wanted first
    .meaning = The server goes on only after the connection is encrypted.
    .causes = The account is set to no encryption.
    .next = Set STARTTLS (587, 143, 110) or SSL/TLS (465, 993, 995).
code-text-tls-unavailable = TLS is broken at the server
    .meaning = The server offers TLS and cannot do it at the moment.
    .causes = A certificate or key that cannot be read, or overload.
    .next = Tell the operator; try the implicit-TLS port (465, 993, 995) meanwhile.
code-text-sender-not-owned = sender address does not belong to the login
    .meaning = The server lets this login send only under its own addresses; mailing services, only under those that were verified there.
    .causes = The mail address in the account differs from the login; at a mailing service, an address or domain that is not verified yet, or an account on trial.
    .next = Make the mail address and the login the same, or have the other address allowed or verified.
code-text-authentication-required = login required
    .meaning = The server wants a login before it takes the message.
    .causes = The account is set to send without a login.
    .next = Switch on the login for the outgoing server.
code-text-authentication-not-offered = login not offered here
    .meaning = The server offers no login on this connection, or not with this method.
    .causes = Port 25, a missing STARTTLS, or SPA ticked.
    .next = Use port 587 with STARTTLS or 465 with SSL/TLS, and untick SPA.
code-text-greylisted = greylisted
    .meaning = The server makes unknown senders wait once.
    .causes = A normal guard against spam.
    .next = Nothing: a mail server tries again by itself after some minutes. A mail program should use 587 or 465.
code-text-dmarc-failed = sender checks failed (DMARC)
    .meaning = The message could not prove that it comes from the domain it names.
    .causes = Sent through a server that SPF does not name, or without a DKIM signature.
    .next = Send through the domain's own provider; the administrator has to check SPF, DKIM and DMARC.
code-text-spf-failed = SPF check failed
    .meaning = The sending address may not send mail for the domain, or its SPF record is broken.
    .causes = Sent through another server than those the domain names.
    .next = Send through the domain's own provider; the administrator has to check the SPF record.
code-text-dkim-failed = DKIM check failed
    .meaning = The signature of the message is missing or does not fit.
    .causes = The sending server does not sign, or something altered the message.
    .next = The administrator of the sending domain has to check DKIM.
code-text-mailbox-full = mailbox full
    .meaning = The mailbox has no room left.
    .next = Tell the recipient by another way; in your own mailbox, delete or move messages.
code-text-mailbox-unknown = recipient unknown
    .meaning = The server does not know the recipient.
    .causes = A mistyped or closed address.
    .next = Check the recipient's address.
code-text-recipient-unchecked = the recipient could not be checked yet
    .meaning = The server asks the recipient's own server whether the address exists before it takes the message, and has no answer yet. The address may be right.
    .causes = The check is still running, as it does for an address that is new to the server, or the recipient's own server cannot be reached at the moment.
    .next = Wait some minutes and send again; servers do that by themselves. If it lasts for hours, tell the recipient another way that their server cannot be reached.
code-text-message-too-large = message too large
    .meaning = The message is larger than the server takes.
    .causes = A large attachment; it grows by a third on the way.
    .next = Send a smaller message or a link.
code-text-sender-domain-unknown = sender domain not found
    .meaning = The server cannot find the domain of the sender in DNS.
    .causes = A mistyped sender address, an expired domain, or DNS trouble.
    .next = Check the mail address in the account; run mailcheck against the domain.
code-text-mailbox-locked = mailbox in use by another session
    .meaning = Another session holds the mailbox.
    .causes = A second device or program, or a session that broke off and has not ended yet. Password and connection are right.
    .next = Close the other program, or wait about ten minutes.
code-text-login-temporarily-unavailable = login cannot be checked for now
    .meaning = The server cannot check the login at the moment.
    .causes = A login service that is down. It is not the password.
    .next = Wait and try again.
code-text-account-disabled = account suspended
    .meaning = The account is suspended, locked or disabled, or its password has expired.
    .causes = Spam seen from it, an unpaid bill, or a rule of the organisation.
    .next = Ask the provider.
code-text-credentials-refused = user name or password refused
    .meaning = The server did not accept the login.
    .causes = A wrong user name or password; or the provider wants an app password, an authorisation code or OAuth2.
    .next = Log in to webmail with the same password. If that works, look there for app passwords and for POP3, IMAP and SMTP access.
code-text-no-mail-service = host takes no mail
    .meaning = The host says that it takes no mail.
    .causes = The wrong host name, or a domain that is not meant for mail.
    .next = Check the server name or the recipient's domain.
code-text-content-refused = content of the message refused
    .meaning = The server took the message for spam or for harmful.
    .causes = The text, a link or an attachment.
    .next = Send without links and attachments to see which it is.
code-text-protocol-violation = the client broke the rules
    .meaning = The server ended the dialogue because the client did not keep to its order.
    .causes = The client spoke before its turn, or sent TLS to a plain port, or a device alters the dialogue.
    .next = Check encryption and port; try another program.
code-text-idle-timeout = silent for too long
    .meaning = The server ended the session because nothing came from the client.
    .causes = An idle program, or packets from the client that get lost.
    .next = Connect again. If it happens while sending, run mailcheck: large packets may get lost.
code-text-shutting-down = server shutting down
    .meaning = The server is being stopped or maintained.
    .causes = Maintenance.
    .next = Try later.
code-text-client-refused = this client is refused
    .meaning = The server refuses this client by a rule.
    .causes = An access list, or a blocked address.
    .next = Ask the operator of the server, with the whole reply and the address of this network.
code-text-login-causes-listed = login refused: QQ names five causes
    .meaning = The provider refuses the login and lists every reason that it knows, without saying which one it is.
    .causes = In this order: SMTP, IMAP or POP3 is not switched on in webmail; the account password was used in place of the authorisation code; the code is wrong or was withdrawn; too many logins in a short time; the account is restricted; or the address belongs to another provider.
    .next = In QQ Mail: Settings, Account, switch on POP3/IMAP/SMTP and create an authorisation code; use it as the password. Then wait some minutes before the next login.
code-text-login-policy = login forbidden by a rule of the organisation
    .meaning = The organisation's rules do not allow this login, whatever the password.
    .causes = Security defaults or conditional access at Microsoft 365, or a similar rule of another provider.
    .next = Ask the administrator of the organisation: the sign-in log names the rule.
code-text-token-refused = OAuth2 token refused
    .meaning = The server did not accept the OAuth2 token of the program.
    .causes = The token has expired, was made for another service or tenant, or lacks the permission for IMAP, POP or SMTP. No password was tried.
    .next = Sign the account in again in the program. In a script: check the scope, the tenant and the user name of the token.
code-text-refused-either-way = login refused, with a password or with a token
    .meaning = The server refused the login and does not say why. Exchange and Microsoft 365 answer so to a password as to an OAuth2 token.
    .causes = With a password: it is wrong, or the organisation takes none any more, as Microsoft 365 does for IMAP and POP3. With OAuth2: the token has expired, was made for another service or tenant, or lacks the permission.
    .next = Look which of the two the program uses for the account. With OAuth2, sign the account in again in the program; with a password at Microsoft 365 or Outlook.com, change the account to OAuth2 (modern authentication).
code-text-credentials-or-service = login refused, or the service is switched off
    .meaning = The server refuses the login and does not say whether the password is wrong or IMAP, POP3 or SMTP is switched off for the account.
    .causes = The service was never switched on in webmail; an app password is needed; or the password is wrong.
    .next = Switch the service on in the settings of webmail, create an app password if there is one, and try again after some minutes.
code-text-source-not-registered = address not registered for this relay
    .meaning = The relay serves only the addresses that are registered with it, and the address of this network is not one of them.
    .causes = A new or changed public address; often the IPv6 address, where only the IPv4 address is registered. It is not a password.
    .next = Register the public address of this machine with the relay (at Google: Admin console, Gmail, Routing, SMTP relay), or send with a login.
code-text-too-many-failed-logins = shut out after too many failed logins
    .meaning = The server holds this address or account back because logins failed too often: a rate limit. It says nothing about connections.
    .causes = A program or device that keeps trying with an old password; or somebody else behind the same address.
    .next = Correct the stored password in every program and device, then wait: from some minutes to an hour, at some providers a day.
code-text-sender-blocked = the sending account or organisation is blocked
    .meaning = The provider of the sender has blocked this account or organisation from sending. The address of this network is not the matter.
    .causes = Spam was sent from the account, perhaps after its password was stolen; or a new organisation has sent more than it may.
    .next = The administrator of the sending organisation has to find the cause, change the password, and unblock the account (Microsoft 365: security.microsoft.com, Restricted entities).
code-text-forwarding-forbidden = forwarding to the outside is not allowed
    .meaning = The sender's organisation does not allow mail to be forwarded automatically to other domains.
    .causes = An inbox rule or a forwarding address, against the organisation's rule for outgoing mail.
    .next = The administrator of the sending organisation can allow it (outbound spam policy, automatic forwarding), or the rule is removed.
code-text-sending-limit = the sender's own limit is used up
    .meaning = The sender has sent as much as the provider allows in a day or has been paid for. The recipient's mailbox is not full.
    .causes = Mailings, a script, or a stolen password.
    .next = Wait until the next day, send less, or take a service for mailings. If it was not you, change the password.
code-text-recipient-busy = the recipient gets too much mail at once
    .meaning = The provider of the recipient holds mail back because this mailbox receives too much in a short time.
    .causes = A flood of mail to one mailbox. The mailbox exists and is not disabled.
    .next = Nothing: mail servers try again by themselves. Send less to this address.
code-text-recipient-suppressed = the sending service no longer sends to this recipient
    .meaning = The service that sends the mail keeps a list of recipients to whom it sends nothing more, and this one is on it. The recipient's own server was not asked.
    .causes = Earlier mail to this address came back, the recipient complained or unsubscribed, or somebody put the address on the list.
    .next = Check the address. If it is right, take it off the list in the settings of the sending service (suppressions, blocked or inactive addresses).
code-text-exchange-front-end = Exchange cannot reach its own mailbox server
    .meaning = The front end of Exchange answered and cannot reach the server behind it. No login is involved.
    .causes = Inside Exchange: a stopped service, DNS servers of the wrong network adapter, or a wrong receive connector. At Exchange Online: trouble that passes, or a wrong host name.
    .next = Wait and try again. On an own Exchange server, check its DNS settings and the transport services.
code-text-mailbox-rights = no right to this mailbox or folder
    .meaning = The login is valid, and it has no right to the mailbox or folder that was asked for.
    .causes = Missing permissions of a shared folder, or wrong rights of the mail files on the server.
    .next = Ask the administrator of the mail server for the rights to this folder.
code-text-recipient-domain-unknown = no way to the recipient's domain
    .meaning = The server finds no mail server for the domain of the recipient.
    .causes = A mistyped domain after the @, a domain that has lapsed, or DNS trouble at the sending server.
    .next = Check the part after the @ of the recipient; run mailcheck with that domain.
code-text-too-many-recipients = too many recipients
    .meaning = The message has more recipients than the server takes at once.
    .causes = A mailing, or a limit of the provider.
    .next = Send to fewer recipients at a time.
code-text-sender-refused = the sender's address is refused
    .meaning = The server does not accept the address that the message is from.
    .causes = An address that does not exist or cannot be checked, a domain without mail, or a rule of the server.
    .next = Check the mail address in the account. If it is right, ask the operator of the server with the whole reply.
code-text-server-trouble = something inside the server fails
    .meaning = The server answered, and something inside it does not work at the moment.
    .causes = Overload, a full disk, a filter, a database or a DNS server that the mail server needs.
    .next = Wait and try again. If it lasts, tell the operator of the server, with the whole reply.

code-text-masked-by-firewall = a firewall edits the dialogue
    .meaning = Parts of the server's answer are overwritten, as firewalls with "SMTP inspection" do it.
    .causes = A firewall on the way (the fixup or MailGuard of Cisco PIX and ASA is the best known) hides the greeting, STARTTLS or the login.
    .next = Have the SMTP inspection of the firewall switched off, or use port 465.

code-text-cut-off-in-front = something in front of the server did not pass the connection on
    .meaning = Something in front of the mail server says this: a mail scanner or a proxy, here or at the provider, took the connection and did not pass it on to the mail server.
    .causes = The mail scanner of a virus scanner on this machine (Avast and AVG say it so) or a proxy cannot reach the server, or is at a limit of its own.
    .next = Switch the scanning of mail off as a test, or check whether the scanner is allowed through the firewall.

# POP3 answers and response codes.

code-pop3-ok = done
    .meaning = The POP3 server did what it was asked.
code-pop3-err = refused, without a reason that a program could read
    .meaning = The POP3 server said no; only its text says why.
    .causes = After the password: mostly a refused login. After the user name: a wrong name, or encryption missing. After STLS: no TLS.
    .next = Read the text. Check whether POP3 is switched on in the webmail settings.

code-pop3-login-delay = logged in again too soon
    .meaning = The server wants more time between two logins.
    .causes = The program fetches mail too often. Password and connection may be right.
    .next = Let the program fetch less often.
code-pop3-in-use = mailbox in use
    .meaning = Another session holds the mailbox, or there are too many.
    .causes = A second device or program, or a session that broke off. The password is right.
    .next = Close the other program, or wait about ten minutes.
code-pop3-sys-temp = trouble at the server, for now
    .meaning = The server has a fault that may pass.
    .causes = A part of the server is down. It is not the password.
    .next = Wait and try again.
code-pop3-sys-perm = trouble at the server that needs its operator
    .meaning = The server has a fault that does not pass by itself.
    .causes = A broken or missing mailbox, or POP3 switched off for the account. It is not the password.
    .next = Read the text; tell the operator.
code-pop3-auth = login refused
    .meaning = The server refused the login.
    .causes = A wrong password, an app password needed, or a locked account. The connection works.
    .next = Log in to webmail with the same password, and look there for app passwords and POP3 access.

# IMAP answers and response codes.

code-imap-ok = done
    .meaning = The IMAP server did what it was asked, or greets.
code-imap-no = refused
    .meaning = The IMAP server said no; the text says why.
    .causes = After the login: mostly a wrong password, an app password or OAuth2 needed, or IMAP switched off.
    .next = Read the text. Log in to webmail with the same password, and look there for app passwords and IMAP access.
code-imap-bad = command not accepted
    .meaning = The IMAP server did not understand the command, or does not allow it now.
    .causes = A login on a connection that is not encrypted, or encryption that does not fit the port.
    .next = Use port 993 with SSL/TLS, or 143 with STARTTLS.

code-imap-unavailable = a part of the server is down
    .meaning = The server cannot do it now, because a part behind it is not available.
    .causes = A fault at the server. It is not the password.
    .next = Wait and try again.
code-imap-authentication-failed = login refused
    .meaning = The server did not accept the user name or the password.
    .causes = A wrong password, an app password or OAuth2 needed, or IMAP switched off. The connection works.
    .next = Log in to webmail with the same password, and look there for app passwords and IMAP access.
code-imap-authorization-failed = may not act for this user
    .meaning = The login was right, but not for the mailbox that was asked for.
    .causes = A shared mailbox without the rights to it.
    .next = Ask the administrator for the rights.
code-imap-expired = password expired
    .meaning = The password or the access token is too old.
    .next = Change the password, or sign in anew.
code-imap-privacy-required = only with encryption
    .meaning = The server does this only on an encrypted connection.
    .next = Use port 993 with SSL/TLS, or STARTTLS on 143.
code-imap-contact-admin = the operator has to help
    .meaning = The server asks the user to talk to its operator.
    .causes = A locked or disabled account.
    .next = Ask the provider.
code-imap-no-permission = no right to do this
    .meaning = The login does not have the right for this command.
    .next = Ask the administrator for the rights.
code-imap-in-use = locked by another session
    .meaning = Another session holds a lock.
    .next = Wait and try again.
code-imap-limit = a limit was reached
    .meaning = The server allows no more of this.
    .causes = Often too many connections: several devices, each with several connections.
    .next = Close other programs, or set fewer connections in the program.
code-imap-over-quota = mailbox full
    .meaning = The mailbox has no room left.
    .next = Delete or move messages.
code-imap-server-bug = fault in the server
    .meaning = The server met a fault of its own. It is also reported from providers that hold a client back.
    .next = Wait and try again; tell the provider if it stays.
code-imap-client-bug = fault in the program
    .meaning = The server says that the mail program does something wrong.
    .next = Update the program.
code-imap-corruption = mailbox damaged
    .meaning = The server found damaged data.
    .next = Tell the operator.
code-imap-cannot = not possible at this server
    .meaning = What was asked for can never be done at this server.
    .next = Look which command it was; mostly a folder name that is not allowed.
code-imap-mailbox = about a folder or message
    .meaning = It is about a folder or message that exists already, or not any more.
    .causes = Two programs work on the same mailbox. The connection works.
    .next = Let the program load the folders anew.
code-imap-alert = a message for the user
    .meaning = The server wants the text after this word to be shown to the user.
    .next = Read the text: it is the explanation.
code-imap-capability = list of capabilities
    .meaning = The server tells what it can do. It is not an error.
code-imap-referral = another server
    .meaning = The server names another server for this user or mailbox.
    .next = Use the server that is named.
code-imap-web-alert = login by web browser needed
    .meaning = The provider wants the account holder to open a web page first.
    .causes = A login that looked suspicious. The connection works.
    .next = Open the page and confirm, then try again.
code-imap-throttled = held back by the server
    .meaning = The server slows this client down.
    .causes = Too many commands in a short time.
    .next = Wait.
code-imap-login-disabled = no login on this connection yet
    .meaning = The server takes no password here; most want encryption first.
    .causes = The connection is not encrypted.
    .next = Use port 993 with SSL/TLS, or STARTTLS on 143.
code-imap-preauth = already logged in
    .meaning = The server treats the connection as logged in from the start, which rules out STARTTLS.
    .causes = Unusual for a public server; on a plain port it may be somebody in between.
    .next = Use port 993 with SSL/TLS, and ask the operator.
code-imap-bye = the server ends the session
    .meaning = The server ends the connection. As a greeting it means that the connection is not wanted.
    .causes = Too many connections, a blocked address, idle for too long, or a shutdown.
    .next = Read the text after BYE; wait and try again.

# TLS alerts.

code-tls-close-notify = orderly end
    .meaning = The other side ends the TLS connection in good order.
    .causes = Before the handshake is complete, it means that the server gave up.
    .next = Look at the server's log.
code-tls-unexpected-message = unexpected message
    .meaning = A message came that does not fit the state of the handshake.
    .causes = STARTTLS spoken on a port for implicit TLS, or something in between that alters the handshake.
    .next = Check that encryption and port fit together.
code-tls-damaged-record = damaged data
    .meaning = Encrypted data arrived altered.
    .causes = A device on the way, or faulty hardware or drivers.
    .next = Try from another network.
code-tls-record-overflow = record too long
    .meaning = A TLS record is longer than allowed.
    .causes = Mostly plain text that was read as TLS: encryption and port do not fit together.
    .next = Use SSL/TLS for 465, 993, 995; STARTTLS for 587, 143, 110.
code-tls-handshake-failure = no agreement in the handshake
    .meaning = The server found nothing that both sides can do.
    .causes = No common cipher suite, key exchange or signature; only old suites at the server; or no certificate for the name. The alert alone does not say which.
    .next = Run mailcheck against the server: it makes a wider offer and shows what the server speaks.
code-tls-no-certificate = no client certificate
    .meaning = The client has no certificate to show. Only SSL 3.0 knows this alert.
    .next = Update both sides: SSL 3.0 is not safe.
code-tls-bad-certificate = bad certificate
    .meaning = One side rejects the other's certificate as damaged or wrongly signed.
    .causes = In a server's log: the mail program did not like the server's certificate. From a server: it did not like the client's.
    .next = Check the certificate chain with mailcheck.
code-tls-unsupported-certificate = kind of certificate not supported
    .meaning = One side cannot use the kind of certificate that the other has.
    .next = Use a certificate with an ordinary RSA or ECDSA key, made for servers.
code-tls-certificate-revoked = certificate revoked
    .meaning = One side found that the other's certificate has been withdrawn.
    .next = Install a new certificate.
code-tls-certificate-expired = certificate expired
    .meaning = One side found the other's certificate outside its dates.
    .causes = A certificate that was not renewed, or a wrong clock.
    .next = Check the clocks, then renew the certificate.
code-tls-certificate-unknown = certificate not accepted
    .meaning = One side rejects the other's certificate for a reason that it does not name.
    .causes = In a server's log, often a user who declined the certificate.
    .next = Check the certificate chain with mailcheck.
code-tls-illegal-parameter = illegal parameter
    .meaning = A value in the handshake is not allowed.
    .causes = An old appliance that does not take a modern hello, or something in between.
    .next = Try from another network; update the appliance.
code-tls-unknown-ca = issuer unknown
    .meaning = One side does not know the issuer of the other's certificate.
    .causes = A private issuer, a missing intermediate certificate, or a mail shield.
    .tell-apart = In a server's log it is the client that complains. Sent by a server, it is about the client's certificate.
    .next = Install the full chain; mailcheck shows what is missing.
code-tls-access-denied = access denied
    .meaning = The certificate is valid, and the server does not let its owner in.
    .next = Ask the operator.
code-tls-decode-error = message could not be read
    .meaning = A handshake message is damaged or cut short.
    .causes = A device on the way that cuts or joins packets.
    .next = Try from another network.
code-tls-decrypt-error = signature check failed
    .meaning = A signature or a check value in the handshake is wrong.
    .causes = Key and certificate at the server do not belong together, or data was altered.
    .next = The operator has to check the key and the certificate.
code-tls-rare = rare alert
    .meaning = An alert of a TLS feature that mail servers hardly use, or of a version long gone.
    .next = Tell the operator the name of the alert.
code-tls-protocol-version = TLS version not supported
    .meaning = The server does not speak the offered TLS version.
    .causes = A server with only TLS 1.0 or 1.1, or one that has old versions switched off while the client has only those.
    .next = Update the older of the two. mailcheck shows what the server speaks.
code-tls-insufficient-security = stronger encryption wanted
    .meaning = The server wants stronger parameters than the client offers.
    .next = Update the mail program.
code-tls-internal-error = fault inside the server
    .meaning = The server failed for a reason of its own.
    .causes = A certificate or key file that is missing or cannot be read, or a broken part behind it.
    .next = Tell the operator.
code-tls-inappropriate-fallback = fallback refused
    .meaning = The client offered an older version although both could do better.
    .causes = A first attempt that failed for another reason, or something in between.
    .next = Look why the first attempt failed.
code-tls-user-canceled = cancelled
    .meaning = The handshake was cancelled by a person or a program.
    .next = Try again.
code-tls-no-renegotiation = no second handshake
    .meaning = One side does not begin the handshake anew in a running connection.
    .next = Nothing, mostly; otherwise update the older side.
code-tls-missing-extension = part of the hello missing
    .meaning = The hello lacks something that the server needs, often the server name.
    .next = Connect by name, not by address.
code-tls-unsupported-extension = answer to a question not asked
    .meaning = The server answered with an extension that the client did not offer.
    .causes = A fault in the server.
    .next = Tell the operator.
code-tls-unrecognized-name = server name unknown there
    .meaning = The server has no certificate for the name that was asked for.
    .causes = The account has another name than the one the server is set up for.
    .next = Use the server name from the provider's instructions.
code-tls-bad-status-response = bad revocation statement
    .meaning = The statement about revocation that the server sent along is not valid.
    .next = The operator has to check OCSP stapling.
code-tls-certificate-required = client certificate required
    .meaning = The server wants a certificate from the client and got none.
    .causes = A service for known servers or devices, not for users' mail programs. In TLS 1.3 it comes after the handshake seems complete.
    .next = Use the service meant for mail programs, or ask the operator for a certificate.
code-tls-no-application-protocol = no common application protocol
    .meaning = The server does not know the application protocol (ALPN) that the client named.
    .causes = A web server or proxy on that port.
    .next = Check the server name and the port.

# DNS response codes.

code-dns-noerror = no error
    .meaning = DNS answered without an error. With an empty answer, the name exists without a record of that kind.
code-dns-formerr = question not understood
    .meaning = The DNS server could not read the question.
    .causes = A very old server, or a device that alters DNS.
    .next = Use another resolver.
code-dns-servfail = server failure
    .meaning = The resolver could not get an answer; it says nothing about the name.
    .causes = The domain's name servers are dead or broken, or the DNSSEC check failed.
    .next = Run mailcheck against the domain: it shows which of the two. The owner of the domain has to repair it.
code-dns-nxdomain = name does not exist
    .meaning = DNS says that the name does not exist.
    .causes = A typing mistake, an expired domain, or a name that only the company network knows.
    .next = Check the spelling.
code-dns-notimp = not implemented
    .meaning = The DNS server does not know this kind of question.
    .next = Use another resolver.
code-dns-refused = refused
    .meaning = The DNS server refuses to answer this client or this question.
    .causes = A resolver that serves another network only, or a name server that is not set up for the domain.
    .next = Use the resolver of this network.
code-dns-update = about an update
    .meaning = The code belongs to changes of a DNS zone, and should not come as an answer to a look-up.
    .next = Use another resolver.
code-dns-notauth = not authorised, or not in charge
    .meaning = The DNS server is not in charge of the zone, or does not accept the key.
    .next = The owner of the domain has to check the name servers.
code-dns-badvers = DNS version not supported
    .meaning = The DNS server does not speak this version of EDNS.
    .next = Use another resolver.
code-dns-badcookie = DNS cookie missing or wrong
    .meaning = The DNS server wants a valid cookie, a guard against forged questions.
    .next = Ask again; a resolver does so by itself.

# Extended DNS errors.

code-ede-other = other error
    .meaning = The resolver gives no more exact reason, or only in its text.
code-ede-unsupported-signature = kind of signature not supported
    .meaning = The domain is signed in a way that the resolver does not know, so it is treated as unsigned.
    .next = Nothing, mostly; the owner should use a current algorithm.
code-ede-stale = old answer
    .meaning = The resolver could not reach the domain's name servers and gave an old answer.
    .causes = The name servers are down.
    .next = The owner of the domain has to check the name servers.
code-ede-forged = forged answer
    .meaning = The resolver says that it answered with something else on purpose.
    .causes = A filter or a policy of the network.
    .next = Ask the operator of the resolver, or use another one.
code-ede-indeterminate = DNSSEC state unclear
    .meaning = The resolver could not find out whether the domain is signed rightly.
    .next = The owner of the domain has to check DNSSEC.
code-ede-bogus = DNSSEC check failed
    .meaning = The signatures of the domain do not fit, so the resolver gives no answer.
    .causes = A faulty key change or zone signing.
    .next = The owner of the domain has to repair DNSSEC.
code-ede-signature-expired = DNSSEC signature expired
    .meaning = The signatures of the domain are too old, so the resolver gives no answer.
    .causes = The zone was not signed anew in time.
    .next = The owner of the domain has to sign the zone anew.
code-ede-signature-not-yet-valid = DNSSEC signature not valid yet
    .meaning = The signatures of the domain begin in the future.
    .causes = A wrong clock at the signer or at the resolver.
    .next = Check the clocks.
code-ede-dnskey-missing = DNSSEC key missing
    .meaning = The parent zone names a key that the domain does not have.
    .causes = A change of provider or key without a change of the DS record.
    .next = The owner of the domain has to correct the DS record.
code-ede-rrsigs-missing = DNSSEC signatures missing
    .meaning = The domain should be signed, and the signatures are not there.
    .next = The owner of the domain has to sign the zone, or remove the DS record.
code-ede-cached-error = remembered error
    .meaning = The resolver answers with an error that it remembers from before.
    .next = Try again after some minutes.
code-ede-not-ready = resolver not ready
    .meaning = The resolver is still starting.
    .next = Try again.
code-ede-blocked = name blocked
    .meaning = The resolver does not answer for this name by a rule.
    .causes = A filter of the operator, of the law, or one that the user asked for.
    .next = Ask the operator of the resolver, or use another one.
code-ede-prohibited = question not allowed
    .meaning = The resolver does not serve this client or this kind of question.
    .causes = A resolver of another network.
    .next = Use the resolver of this network.
code-ede-not-authoritative = not in charge of the name
    .meaning = The DNS server was asked for a name that it does not serve.
    .next = The owner of the domain has to check the name servers.
code-ede-not-supported = not supported
    .meaning = The DNS server does not support the question.
    .next = Use another resolver.
code-ede-no-reachable-authority = the domain's name servers do not answer
    .meaning = The resolver reached none of the domain's name servers.
    .causes = They are down, or something blocks the way to them.
    .next = The owner of the domain has to check the name servers.
code-ede-network-error = network error towards the name servers
    .meaning = The resolver met a network error while it asked the domain's name servers.
    .next = Try again; then the owner of the domain has to check the name servers.
code-ede-invalid-data = invalid data
    .meaning = The domain's name servers gave an answer that makes no sense.
    .next = The owner of the domain has to check the zone.
code-ede-nsec3-iterations = DNSSEC setting refused
    .meaning = The domain uses an NSEC3 setting that the resolver does not accept.
    .next = The owner of the domain has to lower the NSEC3 iterations to 0.
code-ede-synthesized = answer made up by rule
    .meaning = The resolver made the answer from other records, as the rules allow.

# Ports, for a number that is also one.

code-port-25 = SMTP between mail servers
    .meaning = Mail servers pass mail on over port 25. Many networks block it for everybody else; mail programs use 587 or 465.
code-port-465 = sending mail, implicit TLS
    .meaning = Mail programs send over port 465, encrypted from the first byte (SSL/TLS).
code-port-587 = sending mail, STARTTLS
    .meaning = Mail programs send over port 587, plain at first and encrypted by STARTTLS before the login.
code-port-110 = POP3, STARTTLS
    .meaning = POP3 over port 110 begins in plain and is encrypted by STARTTLS.
code-port-995 = POP3, implicit TLS
    .meaning = POP3 over port 995 is encrypted from the first byte (SSL/TLS).
code-port-143 = IMAP, STARTTLS
    .meaning = IMAP over port 143 begins in plain and is encrypted by STARTTLS.
code-port-993 = IMAP, implicit TLS
    .meaning = IMAP over port 993 is encrypted from the first byte (SSL/TLS).

# What programs and libraries say in words.

code-phrase-untrusted-root-sent = the chain ends in a root that is not trusted here
    .meaning = The server, or something in its place, sent a chain whose last certificate is one that signs itself and is not among the authorities trusted here.
    .causes = A virus scanner with a mail shield, or the gateway of a company, opens the connection and signs with its own root; or the server uses a private authority.
    .tell-apart = If the issuer is called Avast, AVG, Kaspersky, ESET, Zscaler, Fortinet or the like, it is the scanner or the gateway. mailcheck names the issuer.
    .next = With a scanner: switch off its inspection of mail, or have the program trust its root. With a private authority: give the program its root certificate.
code-phrase-no-authorities-here = no list of trusted authorities on this machine
    .meaning = The program found no certificates of authorities to check the server against. The server's certificate is not the matter.
    .causes = A container or minimal system without the package of certificates, a wrong path in the settings of the program, or an outdated runtime.
    .next = Install the package (ca-certificates on Debian, Alpine and Red Hat), or correct the path: openssl.cafile in PHP, SSL_CERT_FILE, cacert in curl, the trust store of Java.
code-phrase-server-identity = the program does not accept the server's certificate
    .meaning = The mail program cannot tell from the certificate that this is the right server. It does not say why.
    .causes = The certificate is for another name than the one in the settings, has expired, comes from an authority that is not trusted, or the clock of the device is wrong. A virus scanner or a hotel network in between looks the same.
    .tell-apart = mailcheck says which of these it is, and for which names the certificate is good.
    .next = Check date and time of the device; then run mailcheck with the server name of the account and that port. Do not simply accept the certificate.
code-phrase-certificate-pinned = the server shows another certificate than the one that was noted
    .meaning = The program was told the fingerprint of the certificate that the server has to show, and the server shows another one.
    .causes = The certificate was renewed, which is done every few months or every year; the fingerprint was copied with a mistake; or something in between decrypts the connection.
    .tell-apart = Run mailcheck with that server and port: it says who issued the certificate and since when it is valid. A new one of the usual authority was renewed.
    .next = If the operator confirms the new certificate, write its fingerprint into the settings of the program (in msmtp: tls_fingerprint), or take the fingerprint out and let the program check certificates by their authority.
code-phrase-dh-too-small = the server's Diffie-Hellman key is too small
    .meaning = The server offers a key exchange with a small group (often 1024 bits), and the program refuses it as too weak.
    .causes = An old server or an old setting of it. Programs with OpenSSL 3 and current Java refuse, older ones connect.
    .next = The operator has to use a group of 2048 bits or ECDHE. In the meantime the program can use another cipher; lowering its security level is a last resort.
code-phrase-handshake-too-long = the server sends more in the TLS handshake than the program takes
    .meaning = One message of the handshake is too long, or has too many certificates. Programs differ: Java takes 10 certificates and 32 KB, OpenSSL 100 kB.
    .causes = The server sends a whole file of authorities in place of its own chain, or a long list of authorities from which it takes client certificates.
    .next = The operator should set only the server's certificate and its intermediates, and ask for client certificates only where they are needed.
code-phrase-rsa-too-large = the server's RSA key is larger than the program takes
    .meaning = The certificate has an RSA key of more than 8192 bits. Go and rustls do not compute with it, OpenSSL and Thunderbird do.
    .causes = A key that was made larger than anybody needs.
    .next = The operator should use a key of 2048 to 4096 bits, or one on P-256. Until then a program with another library connects.
code-phrase-own-key = a certificate and a private key do not belong together
    .meaning = Whoever says this, mostly a server when it starts, was given a certificate and a private key of different pairs.
    .causes = The certificate was renewed with a new key and one of the two files was not replaced, or the files of two names were mixed up.
    .next = On the machine that says it, set the key that the certificate was made for, or have a new certificate made for the key. openssl x509 -noout -pubkey and openssl pkey -pubout print the same where they fit.
code-phrase-protocol-not-built-in = the program does not speak this protocol
    .meaning = curl, or the program that uses it, was built without the protocol that stands before ://, or that part is misspelt. Nothing was sent.
    .causes = A slip such as smpt:// for smtp://, or a small build of curl that knows web pages alone.
    .next = Compare the spelling; curl --version lists what is built in.
code-phrase-large-hello = key exchange with post-quantum cryptography (X25519MLKEM768)
    .meaning = Newer programs (OpenSSL 3.5, Go 1.24, browsers) offer it. It makes their TLS hello so large that it needs two packets.
    .causes = By itself it is no fault. Some old servers and firewalls do not take a hello of two packets: they do not answer, or cut the connection, while older programs connect.
    .next = mailcheck --large-hello tries both hellos. Or leave it out for a test: openssl s_client -groups X25519 -connect host:port. If that connects and it does not without -groups, the server or a firewall before it has to be updated.
code-phrase-old-renegotiation = the server knows only the old renegotiation
    .meaning = The server lacks secure renegotiation (RFC 5746), and the program refuses servers without it.
    .causes = An old server or appliance. OpenSSL 3 refuses by default, older versions do not.
    .next = The operator has to update the server. As a last resort the program can allow it: UnsafeLegacyServerConnect in openssl.cnf.
code-phrase-schannel-state = Windows could not set up its own side of TLS
    .meaning = An event of Schannel, the TLS of Windows. The "internal error state" is a number of its own and no socket error: 10011 and 10013 stand for no usable protocol version, key or right to it.
    .causes = TLS 1.0 and 1.1 or 1.2 switched off in the registry, a program that asks for a version that is switched off, or missing rights to the private keys (MachineKeys).
    .next = Check which TLS versions are allowed (Internet Options, Advanced; registry key SCHANNEL, Protocols), and update the program that asks.
code-phrase-no-secure-connection = no secure connection was made
    .meaning = The program could not encrypt the connection, or did not accept the certificate. It does not say which.
    .causes = SSL/TLS is set where the port wants STARTTLS, or the other way round; the certificate is for another name or not trusted; or a virus scanner is in between.
    .tell-apart = Usual pairs: 465, 993 and 995 with SSL/TLS; 587, 143 and 110 with STARTTLS.
    .next = Compare port and encryption with those pairs, then run mailcheck with the server name of the account.
code-phrase-hung-up = the server ended the connection without a word
    .meaning = The connection was made, and the other side closed it without saying why.
    .causes = Right after connecting: a blocked address, too many connections, or a port that wants SSL/TLS from the first byte (465, 993, 995). After the login: QQ and others close it when the account password is used in place of the authorisation code. Later: a limit, or a device on the way.
    .next = Check the pair of port and encryption first (465, 993, 995 with SSL/TLS; 587, 143, 110 with STARTTLS), then run mailcheck with server and port: it says at which step it happens.
code-phrase-mail-loop = the message goes round in a circle
    .meaning = A mail server found that the message comes back to itself, or has passed too many servers.
    .causes = The MX record of the domain points to a server that does not know the domain as its own, or two servers forward to each other.
    .next = The administrator has to add the domain to the server's own domains, or correct MX record and forwarding.
code-phrase-retries-ended = a mail server has been trying in vain
    .meaning = A mail server tells that it tried, and tries again or has given up. Why is in an earlier line: a time-out, a refusal, a name that is not found.
    .causes = The next server is not reached, or refuses for now.
    .next = Look for the earlier line with the reason and explain that; or run mailcheck against the domain of the recipient from that server.
code-phrase-connect-failed = no connection to the server; the text does not say why
    .meaning = The program could not connect. This sentence gives no reason.
    .causes = A mistyped server name, a wrong port, a port that is blocked on the way, a security program, or no network.
    .tell-apart = The reason stands in the line above or below, in a log, or behind "Details": timed out, refused, not found.
    .next = Run mailcheck with the server name of the account: it says which it is. Or look for the line with the reason and explain that.
code-phrase-name-lookup-failed = the name could not be looked up
    .meaning = The name of the server could not be turned into an address.
    .causes = A mistyped name, no network, or a DNS server (resolver) that does not answer.
    .next = Check the server name; run mailcheck with it.
code-phrase-dns-silent = the DNS server did not answer
    .meaning = The DNS server (resolver) that this machine asks gave no answer in time, or could not be reached. Nothing is said of the name itself.
    .causes = The DNS server is down or its address wrong, port 53 is blocked, or there is no network.
    .tell-apart = If other names are found at once, it is the name servers of this one domain.
    .next = Run mailcheck with the server name. Try another DNS server, such as 1.1.1.1 or 223.5.5.5: mailcheck --resolver 1.1.1.1 smtp.example.com.
code-phrase-tlsa-lookup = the DANE records could not be looked up
    .meaning = The sending server wants to know by DNSSEC which certificate the next one has, and the question failed. Mail waits until it can be answered (RFC 7672).
    .causes = The DNS servers of the recipient's domain break DNSSEC or do not answer the TLSA question; or the sender's own resolver fails.
    .next = Run mailcheck against the domain of the recipient; the owner of that domain has to correct its DNS servers.
code-phrase-sasl-missing = no login method that this machine can use
    .meaning = The program found no method by which it could log in. No password was sent.
    .causes = The plug-ins of the SASL library are missing on this machine, or the server offers only methods that the program does not know.
    .next = Install the plug-ins (libsasl2-modules on Debian, cyrus-sasl-plain on Red Hat). If they are there, check that the connection is encrypted: many servers offer a login only then.
code-phrase-kerberos = the login by a Kerberos ticket failed
    .meaning = The program tried to log in with a Kerberos ticket (GSSAPI) and not with the password of the mailbox. The text does not say why that failed.
    .causes = No ticket on this machine or one that has expired, a server name that the realm does not know, a clock that is wrong, or a server that does not take the ticket.
    .next = See what klist shows and get a new ticket with kinit. If you do not use Kerberos, choose "Normal password" as the authentication method in the program, or switch GSSAPI off in it.
code-phrase-kerberos-ticket = no valid Kerberos ticket on this machine
    .meaning = The program wanted to log in with a Kerberos ticket (GSSAPI), and there is none here that it can use. No password of a mailbox was refused.
    .causes = Nobody ran kinit or logged in to the realm, the ticket has expired, or it belongs to another user or lies where this program does not look, as with services and cron jobs. Many programs try Kerberos only because the server offers it.
    .next = Run klist as the user of the program, then kinit. If you do not use Kerberos, choose "Normal password" as the authentication method in the program, or switch GSSAPI off in it (Postfix: smtp_sasl_mechanism_filter = plain, login).
code-phrase-kerberos-service = the Kerberos realm does not know this server name
    .meaning = The ticket itself is there, but the realm has no service of that name, such as imap/mail.example.com. No password was refused.
    .causes = The account has another name of the server than its Kerberos entry (an alias, a short name, an address), reverse DNS that gives another name, or an entry that the administrator has not made.
    .next = Set the server's full name in the account. If that is right, ask the administrator for the entry (service principal). If you do not use Kerberos, choose "Normal password" as the authentication method.
code-phrase-kerberos-clock = the clocks differ too much for Kerberos
    .meaning = Kerberos takes tickets only if the clocks of this machine and of the servers differ by a few minutes at most. No password was refused.
    .causes = A clock that is wrong here or at the server, or a wrong time zone.
    .next = Set date, time and time zone from the network, then run kinit again.
code-phrase-kerberos-realm = no Kerberos server of the realm was found
    .meaning = The program wanted to log in with a Kerberos ticket, and this machine found or reached no server (KDC) that issues them. The mail server has no part in it.
    .causes = This machine is outside the organisation's network or VPN, its DNS does not know the realm, or the realm is missing or misspelled in krb5.conf.
    .next = Connect to the organisation's network or VPN and run kinit. If you do not use Kerberos, choose "Normal password" as the authentication method in the program.
code-phrase-file-denied = no right to a file on this machine
    .meaning = The program may not open a file, a folder or a socket of this machine itself. The network has no part in it.
    .causes = The file belongs to another user, its mode is too strict, or SELinux or AppArmor forbids it.
    .next = Look at owner and mode of the path in the line (ls -l, namei -l), for the user that the program runs as.
code-phrase-bind-denied = no right to open this port for listening
    .meaning = A program that wants to answer on a port of this machine may not open it. Nothing was connected to.
    .causes = Ports below 1024, such as 25, 465 and 587, are for root only on Linux and macOS, or SELinux forbids it. On Windows the port may be reserved.
    .next = Start the program as its service does, give it the right (setcap cap_net_bind_service=+ep, or AmbientCapabilities in systemd), or choose a port above 1024.
code-phrase-database-denied = a database or directory refused a login
    .meaning = A mail server or program logs in to a service of its own (PostgreSQL, MySQL, LDAP, Redis), and that service refused the name or the password.
    .causes = The password in the configuration of the mail server is wrong or was changed on one side only. With LDAP it may also be that of the user, where the mail server tries it there.
    .next = Whoever runs the mail server has to compare the name and the password in the configuration named in the line with those of the service.
code-phrase-qq-invalid-input = QQ could not read a command of the program
    .meaning = QQ's server received a line that it does not take for a command, mostly the one with the sender's address.
    .causes = A name stands in the program where a mail address is wanted, or the address is written twice or with characters that do not belong there.
    .next = Enter the plain address of the account as the sender, such as 12345@qq.com, without a name around it.
code-phrase-envelope = sender or recipient refused
    .meaning = The server did not take the address of the sender or of a recipient, or the program had none to give. The connection and, if there was one, the login are right.
    .causes = A mistyped address, a sender that does not belong to the login, or no login where one is needed.
    .next = Look for the server's reply beside it (550, 553, 554 ...) and explain that.
code-phrase-settings = the settings could not be checked
    .meaning = The program tried server, port, encryption and password together, and does not say which of them is wrong.
    .causes = A wrong password (many providers want an app password or an authorisation code), a mistyped server name, or a blocked port.
    .next = Run mailcheck with the server name: if it is all well there, it is the user name or the password.
code-phrase-settings-incomplete = the program's mail settings are incomplete
    .meaning = The program stopped before it asked any server: the server name, the port, the sender, the user name or the password is missing in its settings.
    .causes = A setting was left out, is misspelled, or was not loaded, such as a variable of the environment that is not set.
    .next = Fill in server, port, user name and password in the program. mailcheck user@example.com shows which server and port a provider has.
code-phrase-default-ports = none of the usual ports answers
    .meaning = Apple Mail tried the usual ports of the outgoing server (25, 465, 587) and none of them answered.
    .causes = A mistyped server name, ports that are blocked by the network or a security program, or a server that is off.
    .next = Run mailcheck with the server name. Try another network, such as the phone's.
code-phrase-too-many-sessions = the server ended the session: perhaps too many connections
    .meaning = The server closed the connection. Mail programs keep several open at once, and servers allow only so many for one account or address.
    .causes = Several programs and devices on one account, or a server that restarted.
    .next = In Thunderbird: Account Settings, Server Settings, Advanced, fewer cached connections. Close other programs and try again.
code-phrase-sending-failed = the message was not sent; the text does not say why
    .meaning = Sending failed. This sentence is only the headline; the reason follows it or stands under "Details".
    .causes = A server that is not reached, a refused login, or a refused address.
    .next = Explain the sentence that follows it. Or run mailcheck with the outgoing server of the account.
code-phrase-offline = the mail program works offline
    .meaning = The program is set to work without a network, or takes this machine to be without one.
    .causes = "Work Offline" is switched on, or the network is down.
    .next = Switch it off (Outlook: Send/Receive, Work Offline; Thunderbird: File, Offline), and check that web pages open.
code-phrase-outlook-profile = Outlook cannot open its own profile or data file
    .meaning = Outlook stopped before it could show any mail. That is mostly about files and settings on this machine, not about the mail ports.
    .causes = A damaged profile or data file (.ost, .pst), a data file that was moved or lies on a network drive, or an Exchange profile that has never reached its server.
    .next = Start outlook.exe /safe, then outlook.exe /resetnavpane. If neither helps, make a new profile: Control Panel, Mail, Show Profiles, Add. If the dialog also says that Exchange is not available, explain that sentence.
code-phrase-exchange-name = the name is not in Exchange's address list
    .meaning = Outlook looked for the mailbox in the address list of Exchange and found no such name. The mail ports have no part in it.
    .causes = A typing mistake, a mailbox that is newer than the address list, or one that is hidden from it.
    .next = Type the whole mail address in place of the name. If that fails too, ask whoever runs Exchange whether the mailbox is hidden from address lists.
code-phrase-oracle-acl = the Oracle database does not allow the connection
    .meaning = The database itself refused: the user that runs the code has no permission for this host and port. Nothing was sent to the mail server.
    .causes = No access control entry for the host, or one for other ports. Databases come without any.
    .next = Have the administrator of the database grant "connect" and "resolve" for the mail server with DBMS_NETWORK_ACL_ADMIN.APPEND_HOST_ACE.
code-phrase-port-test-failed = the test could not reach the port
    .meaning = telnet, Test-NetConnection or the like tried to connect to the port, and it failed. It does not say who is in the way.
    .causes = Port 25: blocked by the provider or the cloud, in very many networks. Other ports: a firewall, a wrong name or port, or a server that is off.
    .tell-apart = It took long: silence, so a filter or a dead address. It failed at once: refused, so nothing listens there or a firewall rejects.
    .next = Run mailcheck with the same name and port, for instance mailcheck smtp.example.com:25; it tells these apart. Mail programs use 587 or 465, not 25.
code-phrase-port-test-succeeded = the port can be reached
    .meaning = The test made a connection to the port. Name, route and port are right, as far as the test looks.
    .causes = If the mail program still fails, it is the encryption, the certificate or the login.
    .next = Run mailcheck with the same name and port: it looks at those too.
code-phrase-ping = no answer to ping; that says little about mail
    .meaning = The machine, or something on the way, does not answer ping. Many mail servers are set so, and take mail all the same.
    .causes = ICMP is filtered; or the server or the network really is down.
    .tell-apart = A mail port that answers while ping does not is quite usual.
    .next = Test the port in place of ping: mailcheck smtp.example.com.
code-phrase-verified = the certificate was verified
    .meaning = OpenSSL accepted the certificate chain. Unless -verify_hostname was given, it has not compared the name.
    .next = If a mail program still complains, compare the name: mailcheck with the server name shows for which names the certificate is good.
code-node-eauth = nodemailer: the login failed
    .meaning = nodemailer calls every failed login EAUTH. The reason is in the server's reply beside it.
    .causes = A wrong password, or one where an app password, an authorisation code or OAuth2 is wanted; or no login data given.
    .next = Explain the server's reply (the property "response"), such as 535 5.7.8.
code-node-esocket = nodemailer: the connection or TLS failed
    .meaning = nodemailer calls every error of the socket or of TLS ESOCKET. The reason stands before it.
    .causes = Refused, timed out, a certificate that is not accepted, or secure: true on a STARTTLS port.
    .next = Explain the message itself. Usual pairs: port 465 with secure: true; port 587 with secure: false.
code-node-econnection = nodemailer: the connection was not made or ended
    .meaning = nodemailer could not connect, or the server closed the connection.
    .causes = A blocked port, a wrong host, a server that closes the connection, or its own connectionTimeout.
    .next = Explain the message beside it, or run mailcheck with host and port.
code-node-emessage = nodemailer: the message was refused or could not be read
    .meaning = The server refused the message after it was sent, or nodemailer could not read an attachment.
    .causes = Content, size, or a missing file.
    .next = Explain the server's reply beside it.
code-sysexit-settings = wrong settings of the program
    .meaning = The program ended because of its own settings or how it was called.
    .causes = A mistake in the configuration file (msmtprc, mail.rc), a missing account, or a wrong option.
    .next = Read the line before it; correct the settings.
code-sysexit-refused = the data was refused
    .meaning = The server or the program did not take the message or an address in it.
    .causes = A mistyped address, or a refusal of the server.
    .next = Look for the server's reply in the line before it.
code-sysexit-unavailable = the service is not available, or refused the message
    .meaning = The mail program could not hand the message over: msmtp and sendmail use this number for refusals by the server too.
    .causes = A server that refuses, or a program that is missing.
    .next = Look for the server's reply in the line before it.
code-sysexit-system = a fault of the program or of this machine
    .meaning = The program ended because something on this machine failed.
    .causes = A missing file, full disk, missing rights, or a bug.
    .next = Read the line before it.
code-sysexit-io = reading or writing failed
    .meaning = The program lost the connection or could not read or write a file.
    .causes = A connection that was cut, or a full disk.
    .next = Read the line before it; run mailcheck against the server.
code-sysexit-tempfail = temporary failure, try again
    .meaning = The mail program could not deliver for now. It says nothing about why.
    .causes = A server that is not reached or refuses for now, a name that is not found, or a login that failed.
    .next = Read the line before it, or run mailcheck against the server.
code-sysexit-noperm = not permitted, often a refused login
    .meaning = The mail program was not permitted to do it. msmtp ends with this number when the login is refused.
    .causes = A wrong password, or an app password that is needed.
    .next = Look for the server's reply in the line before it, such as 535.
code-socket-no-such-file = no such file
    .meaning = A file or a socket file that the program needs is not there.
    .causes = On a mail server: the socket of a service that does not run (Dovecot, a filter, a database), or a wrong path to a certificate. It is not the network.
    .next = Check that the service named in the line runs, and that the path is right.
code-socket-no-space = disk full
    .meaning = No room is left on a disk.
    .causes = On a mail server: the queue or the mailboxes have filled the disk, or its inodes are used up.
    .next = Free space (df -h, df -i).
code-socket-input-output = a device failed
    .meaning = Reading from or writing to a disk or device failed.
    .causes = A failing disk, or a network share that is gone.
    .next = Look into the log of the system.
code-winsock-program = a fault inside the program
    .meaning = The program used Winsock in a way that it does not take. It says nothing about the network or the server.
    .causes = A bug of the program, or a security program that hooks into the network.
    .next = Restart and update the program; switch other security programs off for a test.
code-winsock-qos = quality of service of Windows
    .meaning = A notice or error of the reservation of bandwidth in Windows. Mail programs do not use it.
    .next = Look for another error number beside it.
code-schannel-unsupported = the TLS of Windows does not support what was asked
    .meaning = Windows cannot do the TLS version or function that the program asked for.
    .causes = An old Windows or program with only TLS 1.0 or 1.1, versions switched off in the registry, or a server that wants a newer one.
    .next = Update Windows and the program, and check which TLS versions are allowed (Internet Options, Advanced).
code-windows-mail-account = Windows Mail: the account on this machine is damaged
    .meaning = The Mail app of Windows failed on this machine. It says nothing about the server.
    .causes = A damaged account or data of the app, or an update that is missing.
    .next = Remove the account in the app and add it again; update Windows. The mail stays on the server with IMAP and Exchange accounts.
code-windows-part-of-program = a part of the program is missing or does not do its work
    .meaning = Windows did not find or could not use a part that the program called. It says nothing about the network or the server.
    .causes = An add-in, often that of a virus scanner, a damaged installation, or a damaged Outlook profile.
    .next = Start Outlook without add-ins (outlook.exe /safe). If that helps, switch the add-ins off one by one; otherwise repair Office.
code-windows-mail-sign-in = Windows Mail: the Microsoft account wants attention
    .meaning = The Mail app of Windows needs the account holder to sign in or confirm something.
    .causes = A changed password, or a security check.
    .next = Sign in at account.microsoft.com, then in the app under Fix account.
code-windows-mail-sync = Windows Mail: synchronising failed
    .meaning = The Mail app of Windows could not synchronise with the server.
    .causes = A server that is not reached or refuses, wrong settings, or a policy of the organisation.
    .next = Check the password in the settings of the account; run mailcheck with the server name.
code-outlook-undocumented = Outlook error without a public meaning
    .meaning = Outlook shows this number, and Microsoft has published no meaning of it.
    .next = Look for another number or a sentence beside it, and run mailcheck with the servers of the account.
code-outlook-nntp = an error of a news server, not of mail
    .meaning = The number belongs to newsgroups (NNTP). Sending and receiving mail is another matter.
    .causes = A news server that refuses, or is gone: many providers have closed theirs.
    .next = Remove the news account if it is not needed. For mail, look for another error.
code-enhanced-exchange-expired = Exchange: the message could not be passed on in time
    .meaning = Exchange tried until the time ran out. The reason is the other code in the same text.
    .causes = The next server is not reached or refuses for now.
    .next = Read the last error of the next host in the same text, and explain that.
code-enhanced-exchange-next-host = Exchange: no session with the next server
    .meaning = The sending Exchange could not open or keep a session with the next server.
    .causes = That server is not reached, closes the connection, or TLS fails; or a connector names a wrong host.
    .next = The administrator of the sending organisation has to check the connector; run mailcheck against the recipient's domain.
code-enhanced-exchange-no-domain = Exchange: the recipient's domain does not exist
    .meaning = Exchange Online finds no such domain in DNS.
    .causes = A mistyped address, or a domain that has lapsed.
    .next = Check the part after the @; run mailcheck with that domain.
code-enhanced-exchange-dns = Exchange: the recipient's domain could not be looked up
    .meaning = Exchange Online asked for the mail servers of the domain, and DNS failed.
    .causes = DNS servers of the recipient's domain that do not answer, or records that are missing.
    .next = Run mailcheck with the recipient's domain; its owner has to correct the DNS.
code-enhanced-exchange-sender-blocked = Exchange Online: the sending account or organisation is blocked
    .meaning = Exchange Online does not let this account or organisation send.
    .causes = Spam was sent, perhaps with a stolen password, or a new organisation sent too much.
    .next = The administrator of the sending organisation has to find the cause and have it unblocked.
code-enhanced-exchange-recipient = Exchange Online: the recipient takes no mail
    .meaning = Exchange Online refuses mail to this recipient.
    .causes = A rule for this recipient or group, such as senders of its own organisation only.
    .next = Ask the recipient's administrator.
code-enhanced-exchange-dmarc = Exchange Online: sender checks failed (DMARC)
    .meaning = The message could not prove that it comes from the domain it names, and that domain asks to reject such messages.
    .causes = Sent through a server that SPF does not name, or without a DKIM signature.
    .next = The administrator of the sending domain has to check SPF, DKIM and DMARC.
code-enhanced-exchange-forwarding = Exchange Online: forwarding to the outside is not allowed
    .meaning = The sender's organisation does not allow automatic forwarding to other domains.
    .causes = A forwarding rule of the mailbox.
    .next = Remove the rule, or have the administrator allow it (outbound spam policy).
code-enhanced-exchange-daily-limit = Exchange Online: daily limit of recipients reached
    .meaning = The sender has sent to as many recipients as the organisation may in a day.
    .causes = Mailings, or a stolen password.
    .next = Wait until the next day, or use a service for mailings.
code-icmp-redirect = a router names a better way
    .meaning = A router tells the sender of a better first router. Nothing has failed.
    .causes = Two routers in one network.
    .next = Nothing. If connections fail, look for another ICMP message.
code-imap-read-only = the mailbox is open for reading only
    .meaning = The server opened the folder so that nothing can be changed in it.
    .causes = A shared folder without the right to write, or another session.
    .next = Ask the administrator for the rights to the folder.
code-imap-too-big = the message is too big for the server
    .meaning = The server does not take a message of this size into the folder.
    .causes = A large attachment, or a limit of the provider.
    .next = Save a smaller message, or ask the provider for the limit.
code-imap-in-progress = the server is still working on it
    .meaning = The server tells that a long command goes on. Nothing has failed.
    .causes = A large mailbox, or a search.
    .next = Wait.

# The page itself.

explain-heading = { $code }: { $title }
explain-kind = ({ $kind })
explain-related = { $kind }: { $code }

explain-label-meaning = What it means
explain-label-causes = Usual causes
explain-label-tell-apart = How to tell it apart
explain-label-next = Next step
explain-label-steps = Next steps
explain-label-related = The same elsewhere
explain-label-evidence = How mailcheck knows
explain-label-owner = Who can fix it
explain-label-see = See also

explain-note-several-readings = This number means different things in different places. Where it was seen decides which reading is right.
explain-note-connection-works = The connection works: the name, the route and the port are right, and a server answered. The problem is what it answered.
explain-note-sending-server = A mail server wrote this about its own attempt to reach the next one. It is that server which could not connect, not this computer.
explain-note-bounce = This is a bounce: the message was accepted for sending, and a mail server could not or would not deliver it. What follows is what that server was told. "Recipient" means the address it was sent to, "sender" your own side.
explain-note-any-program = Nothing in the text says that it is about mail. What follows is true where a mail server or a mail program said it; another program or a web site may mean something else.
explain-note-result-code = By its form it is a Windows result code (HRESULT), but not one of those that mail programs show.
explain-note-winsock-range = Numbers from 10000 to 11999 belong to Windows sockets. This one is not among those that a mail program meets.
explain-note-wininet-range = Numbers from 12000 to 12999 belong to WinINet and WinHTTP. This one is not among those that a mail program meets.

explain-unknown = unknown
    .meaning = This is in no table of mailcheck, and nothing is guessed.
    .forms-label = What is understood
    .forms =
        Windows and Unix numbers: 10060, 110, WSAETIMEDOUT, ETIMEDOUT
        Outlook and Windows codes: 0x800CCC0E, 800CCC0E, -2146644978, 0x8007274C
        name resolution: EAI_AGAIN, -3, NXDOMAIN
        SMTP replies: 550, 5.7.1, or the whole line "554 5.7.1 ..."
        POP3 and IMAP answers: "-ERR [IN-USE] ...", [SYS/TEMP], AUTHENTICATIONFAILED
        TLS alerts: handshake_failure, "alert 40"
        ICMP messages: "icmp 3/13", "icmpv6 1/1"
        the id of a finding, such as port-25-blocked
        a whole error report, a log, a traceback or a bounce: in quotes, or through a pipe (mailcheck explain < error.txt)

explain-kind-linux = Linux error
explain-kind-macos = macOS error
explain-kind-unix = Linux and macOS error
explain-kind-winsock = Windows socket error
explain-kind-win32 = Windows system error
explain-kind-wininet = WinINet or WinHTTP error
explain-kind-result-code = Windows result code
explain-kind-system-message = message of the system
explain-kind-resolver-linux = name resolution on Linux
explain-kind-resolver-macos = name resolution on macOS
explain-kind-resolver-windows = name resolution on Windows
explain-kind-resolver = name resolution
explain-kind-outlook = Outlook error
explain-kind-icmp-v4 = ICMP message
explain-kind-icmp-v6 = ICMPv6 message
explain-kind-smtp-reply = SMTP reply
explain-kind-smtp-status = enhanced status code
explain-kind-phrase = what the text says
explain-kind-reply-text = text of the reply
explain-kind-pop3 = POP3 answer
explain-kind-imap = IMAP answer
explain-kind-tls-alert = TLS alert
explain-kind-dns-rcode = DNS response code
explain-kind-dns-extended = extended DNS error
explain-kind-port = port
explain-kind-finding = finding of mailcheck

# Findings where no host is named: the page of mailcheck explain.

explain-finding-name-not-found = The server name does not exist
    .meaning = No address is known for the name: it was not found. Often it is mistyped, the mail domain was given in place of the server name, or there is no working DNS server (resolver) behind the answer.
explain-finding-no-address = The server name has no address
    .meaning = The name exists in DNS and has no address of the kind that was asked for.
explain-finding-dns-refused = The DNS server will not answer the question
    .meaning = The DNS server (resolver) refuses the question. That says nothing about the name.
explain-finding-dns-timeout = No DNS answer for the server name
    .meaning = The DNS server (resolver) gave no answer in time.
explain-finding-not-asked = Left in peace, as it wanted
    .meaning = The server or its provider asked several times to be contacted less often, and was not asked for this target.
explain-finding-resolver-overloaded = This run asked its DNS server too much at once
    .meaning = The DNS server (resolver) left most questions of this run unanswered; this one says nothing about the name.
explain-finding-resolver-down = The DNS server cannot be reached
    .meaning = The DNS server (resolver) that this machine asks does not answer at all.
explain-finding-resolver-slow = The first DNS server does not answer
    .meaning = This machine has several DNS servers (resolvers), and the first one is silent: every look-up waits for it.
explain-finding-dns-tcp-blocked = DNS over TCP is blocked
    .meaning = Long DNS answers come over TCP, and that is blocked.
explain-finding-dns-malformed = The DNS server's answers are not valid DNS
    .meaning = What answers on port 53 does not send valid DNS messages.
explain-finding-dns-hijacked = The DNS answers are made up
    .meaning = The DNS server (resolver) gives an address for names that do not exist, or another one than everybody else gets.
explain-finding-null-mx = The domain takes no mail
    .meaning = The owner of the domain has said in DNS that it takes no mail (a null MX record).
explain-finding-mx-alias = The mail exchanger is an alias
    .meaning = An MX record names an alias (CNAME), which the rules of mail do not allow. Much mail arrives all the same.
explain-finding-mx-target-missing = A mail exchanger does not exist or has no address
    .meaning = An MX record names a host that is not found.
explain-finding-mx-not-a-name = An MX record holds an address
    .meaning = An MX record has to name a host, not an IP address.
explain-finding-hosts-file-override = The hosts file of this machine decides the address of the server
    .meaning = An entry in the hosts file sends the connection to an address of its own, whatever DNS says.
explain-finding-ipv6-unavailable-here = The server has IPv6 addresses, this machine has no IPv6
    .meaning = Nothing is wrong with that as long as IPv4 works.
explain-finding-ipv4-unavailable-here = The server has IPv4 addresses, this machine has no IPv4
    .meaning = A server that can be reached over IPv4 alone cannot be reached from here.
explain-finding-no-route-here = This machine has no way to the server
    .meaning = This machine is not connected to a network that leads to the server.
explain-finding-local-route-rejects = This machine is set to reject connections to the server
    .meaning = A route of this machine rejects the address; a VPN or its kill switch does that.
explain-finding-local-firewall = This machine's own firewall stops the connection
    .meaning = A firewall or security program on this machine does not let the connection out.
explain-finding-local-ports-exhausted = This machine has no free port left
    .meaning = Too many connections are open or have just ended, so that none is left for a new one.
explain-finding-local-descriptors-exhausted = This machine can open no more files and connections
    .meaning = A limit for open files and connections is reached.
explain-finding-local-failure = This machine could not open the connection
    .meaning = The system refused to open the connection before anything was sent.
explain-finding-gateway-down = The gateway of this network does not answer
    .meaning = The first router does not answer, so nothing leaves this network.
explain-finding-neighbour-silent = The server is on this network and does not answer
    .meaning = The server should be next door, in the same network, and does not answer there.
explain-finding-port-25-blocked = Port 25 is blocked on the way to the server
    .meaning = Connections to port 25 do not get through, while others do. Many providers and clouds block it, so that machines in their network do not send spam. Mail programs do not need it: they send over 587 or 465.
explain-finding-proxy-required = Only the proxy leads to the server
    .meaning = This network lets connections out only through its proxy.
explain-finding-proxy-unreachable = The proxy cannot be reached
    .meaning = No connection to the proxy came about; the mail server was not asked.
explain-finding-proxy-auth-required = The proxy wants a login
    .meaning = The proxy lets nobody through without the right user name and password.
explain-finding-proxy-auth-unsupported = The proxy wants another kind of login
    .meaning = The proxy wants NTLM, Negotiate, Digest or Kerberos, which is not spoken here.
explain-finding-proxy-refused = The proxy does not let it through
    .meaning = The proxy refuses to connect to that port or host.
explain-finding-proxy-cannot-reach-server = The proxy cannot reach the server
    .meaning = The proxy tried and could not; what is wrong lies beyond it.
explain-finding-proxy-wrong-kind = No proxy of this kind
    .meaning = Something else answers where the proxy should be: the scheme or the port is wrong.
explain-finding-proxy-timeout = The proxy does not answer
    .meaning = The proxy took the connection and gave no answer in time.
explain-finding-proxy-intercepts-tls = The proxy opens the encryption
    .meaning = A gateway's certificate came through the proxy in place of the server's.
explain-finding-proxy-certificate-untrusted = TLS with the proxy itself fails
    .meaning = The proxy's own certificate is not trusted, or TLS with it does not come about.
explain-finding-checked-through-proxy = Everything was asked through a proxy
    .meaning = What can only be seen on a direct connection was left out.
explain-finding-intercepted = Something on the way answers in the server's place
    .meaning = A device between here and the server takes the connection and answers itself.
explain-finding-refused-on-path = Something on the way refuses the connection
    .meaning = A firewall or router before the server refuses; the server itself was not asked.
explain-finding-protocol-blocked = TCP is not let through to the server
    .meaning = A router says that the protocol is not let through.
explain-finding-routing-loop = Routers send packets to the server round in a circle
    .meaning = Routers on the way disagree about the route, and no packet arrives.
explain-finding-connection-lost-on-path = The connection to the server dies on the way
    .meaning = The connection was made, and then nothing of it came through any more.
explain-finding-path-mtu-black-hole = Large packets are lost on the way to the server
    .meaning = Small packets pass and large ones vanish, so that the connection is made and then stalls, often in the TLS handshake or while a message is sent. VPNs and DSL lines do that.
explain-finding-tls-dropped-on-path = Something on the way drops TLS to the server
    .meaning = The connection is made, and the start of encryption never arrives.
explain-finding-tls-reset-on-path = Something on the way cuts TLS to the server
    .meaning = The connection is cut by a device on the way when encryption begins.
explain-finding-packet-loss = Packets between here and the server are lost
    .meaning = Packets get lost and have to be sent again. Programs with a short timeout give up.
explain-finding-slow-path = The way to the server is long
    .meaning = Every question to the server takes long to come back.
explain-finding-ipv6-broken = IPv6 to the server does not work
    .meaning = The server can be reached over IPv4 and not over IPv6. Programs that try IPv6 first wait or fail.
explain-finding-ipv4-broken = IPv4 to the server does not work
    .meaning = The server can be reached over IPv6 and not over IPv4.
explain-finding-filtered-on-path = Packets to the server are dropped on the way
    .meaning = A firewall or router between here and the server drops the packets without a word.
explain-finding-filtered-near-server = The server does not answer; the packets end near it
    .meaning = The packets get as far as the server's network and no farther: its firewall, or the server itself.
explain-finding-no-answer = The server does not answer
    .meaning = Nothing came back. Where the packets end cannot be told.
explain-finding-prohibited-by-firewall = A firewall forbids the connection
    .meaning = A firewall on the way, or the server's own, says that the connection is not allowed.
explain-finding-no-route-on-path = A router knows no way to the server
    .meaning = A router on the way has no route to the address.
explain-finding-host-unreachable = The server cannot be reached
    .meaning = A router says that the server does not answer in its own network: it is off, or the address is wrong.
explain-finding-port-closed = The port of the server is closed
    .meaning = The machine is up and refuses the port: no service listens there, or a firewall refuses in its place.
explain-finding-all-ports-closed = Every port that was tried at the server is closed
    .meaning = The machine is up and refuses every mail port that was tried.
explain-finding-some-addresses-fail = Some addresses of the server do not work
    .meaning = The name has several addresses, and not all of them work: now it works and now not.
explain-finding-not-offered-here = The server is not for this purpose
    .meaning = The host does not offer this service; another name of the provider does.
explain-finding-closed-before-greeting = The server closes the connection before its greeting
    .meaning = The connection was made, and the server closed it before it said a word: a blocked address, too many connections, or a port that wants SSL/TLS from the first byte.
explain-finding-reset-before-greeting = The connection is cut before the greeting
    .meaning = The connection was made and was cut off (reset) before the server said a word.
explain-finding-silent-service = The server accepts the connection and says nothing
    .meaning = The connection was made, and no greeting came. Often the port wants SSL/TLS from the first byte, or the server is overloaded.
explain-finding-slow-greeting = The server takes long to greet
    .meaning = The greeting comes late. Programs with a short timeout give up.
explain-finding-greeting-incomplete = The greeting of the server is cut off
    .meaning = The greeting began and never ended.
explain-finding-greeting-rejected = The server refuses service
    .meaning = The server greeted with a refusal. Its own words say why.
explain-finding-client-blocklisted = The server refuses this address because of a block list
    .meaning = The public address of this network is on a list of senders of spam, or on a list of home addresses.
explain-finding-temporarily-refused = The server refuses connections for now
    .meaning = The server asks to come back later.
explain-finding-wrong-server-for-account = The account belongs to another server
    .meaning = The server does not know the domain of the account: the mailbox is with another provider, or with another server of the same one. Look the right server up: mailcheck with the mail address as the target.
explain-finding-wrong-service = Something that is not a mail server answers
    .meaning = The answer is that of another service, such as a web server: the host or the port is wrong, or something on the way answers in the server's place.
explain-finding-plaintext-on-tls-port = The port wants STARTTLS, not SSL/TLS
    .meaning = Encryption was begun at once, and plain text (or nothing like TLS) came back: the port begins unencrypted. In the mail program set STARTTLS for 587, 143, 110 and 25, or use SSL/TLS with 465, 993 or 995. In code: secure: false, SMTP in place of SMTP_SSL, smtp:// in place of smtps://. Rarely a web server, a proxy or a virus scanner answers in the server's place.
explain-finding-tls-on-starttls-port = The port wants SSL/TLS, not STARTTLS
    .meaning = The port expects encryption from the first byte, and the program waited for a plain greeting: so it got nothing, or something that is no greeting. Set SSL/TLS for 465, 993 and 995, or use 587, 143 or 110 with STARTTLS.
explain-finding-ehlo-rejected = The server refuses the first command
    .meaning = The server did not take EHLO: often it does not like the name by which the program introduced itself.
explain-finding-reply-timeout = The server stops answering
    .meaning = The connection was made, and then an answer did not come in time: an overloaded server, a name look-up or spam filter on its side, or a device on the way that lets the connection die.
explain-finding-connection-lost = The server ends the connection in the middle
    .meaning = The connection was made and was closed in the middle of the dialogue. A limit, a filter or a crash on the server, a virus scanner here, or a device on the way.
explain-finding-unexpected-reply = What the server says does not belong to the protocol
    .meaning = The answer could not be understood: another service, a wrong port, TLS where plain text was expected, or a device that answers in the server's place.
explain-finding-starttls-not-offered = The server does not offer STARTTLS
    .meaning = The program wants to encrypt with STARTTLS, and the server does not offer it on this port. Usually port 465, 993 or 995 with SSL/TLS is meant; or a virus scanner or firewall has removed the offer.
explain-finding-starttls-stripped = A firewall removes STARTTLS on the way to the server
    .meaning = The server offers STARTTLS, and something on the way takes the offer out.
explain-finding-starttls-refused = STARTTLS fails at the server
    .meaning = STARTTLS was begun, and did not lead to an encrypted connection: the server's certificate or key is missing, it is overloaded, or the two sides have nothing in common.
explain-finding-starttls-injection = Unencrypted bytes slip into the encrypted session of the server
    .meaning = The server keeps what came before encryption began, and takes it for part of the encrypted session. Others could slip in commands.
explain-finding-preauthenticated = The server greets as already logged in
    .meaning = The server takes the connection for logged in, so that it cannot be encrypted any more.
explain-finding-login-disabled = The server allows no login on this connection
    .meaning = The server offers no login here, usually because the connection is not encrypted.
explain-finding-tls-stalled = The server does not answer the TLS hello
    .meaning = Encryption was begun, and nothing came back in time: the port expects plain text, the server is overloaded, or a device on the way swallows TLS.
explain-finding-tls-closed = The connection is closed during the TLS handshake
    .meaning = Encryption was begun, and the other side closed the connection: the port does not speak TLS or only old versions of it, the server refuses this client, or a device on the way closed it. No password was sent.
explain-finding-tls-reset = The connection is cut during the TLS handshake
    .meaning = Encryption was begun, and the connection was cut off (reset): the server's TLS crashed, the port expects plain text, or a device on the way cuts TLS.
explain-finding-tls-alert = The other side breaks off the TLS handshake
    .meaning = An alert came in place of an encrypted connection; its name says why.
explain-finding-tls-version-unsupported = No TLS version in common
    .meaning = One side knows only old versions of TLS (1.0, 1.1) and the other refuses them. Usually the server is old; it can also be an old program or system.
explain-finding-tls-no-common-cipher = The server knows only old ciphers
    .meaning = The two sides have no cipher in common, because the server offers only such as programs of today refuse.
explain-finding-tls-answered-in-plaintext = The server answers the TLS hello in plain text
    .meaning = STARTTLS was agreed upon, and the server went on in plain text.
explain-finding-tls-large-hello = The server does not take the TLS hello of newer programs
    .meaning = Newer programs begin TLS with a hello that needs two packets. Older ones connect, and the newer ones wait or are cut off.
explain-finding-tls-large-hello-tried = What came of the larger TLS hello of newer programs
    .meaning = mailcheck was asked to try it, and it was answered, or nothing can be said of it.
explain-finding-tls-failed = The TLS handshake fails
    .meaning = No encrypted connection was made. The text does not say on which side it fails: the pair of port and encryption, the TLS version, the certificate, or damaged data.
explain-finding-client-certificate-required = The server accepts only clients that have a certificate
    .meaning = The server wants a certificate from the client. Mail servers for everybody do not do that.
explain-finding-certificate-expired = A certificate of the server has expired
    .meaning = The certificate, or one in its chain, is past its last day; or the clock of this machine is wrong.
explain-finding-certificate-not-yet-valid = The certificate of the server is not valid yet
    .meaning = The certificate begins later than this machine's clock. Check the clock of this machine first.
explain-finding-certificate-name-mismatch = The certificate is for another name
    .meaning = The server showed a certificate that does not hold the name in the settings. Use the name that the provider gives: often it is the provider's own server name, not that of your domain. Otherwise it is the wrong server, or something in between.
explain-finding-certificate-depends-on-sni = The certificate depends on the name that a program sends
    .meaning = The server has several certificates and chooses by the name in the TLS hello (SNI). Programs that send no name, or another one, get another certificate.
explain-finding-certificate-self-signed = The certificate is signed by itself
    .meaning = The certificate is signed with its own key, so nobody can tell it from a forged one. Servers of one's own and appliances do that; a virus scanner in between can look the same.
explain-finding-certificate-unknown-issuer = The issuer of the certificate is not trusted here
    .meaning = The certificate could not be traced to an authority that this program trusts. The server does not send its intermediate certificate, it uses a private authority, a virus scanner or gateway has put its own certificate in between, or the list of authorities of this machine is old or missing.
explain-finding-certificate-chain-incomplete = An intermediate certificate is missing
    .meaning = The certificate could not be traced to an authority because the certificate in between was not sent; or the authority is not known here. Programs that have met the missing one before do not notice.
explain-finding-weak-for-some-programs = Some programs can connect and others cannot
    .meaning = Programs differ in the versions of TLS, the ciphers and the certificates that they accept. What this server offers is not enough for all of them.
explain-finding-renegotiation-unsafe = The server does not support secure renegotiation
    .meaning = The server's TLS lacks an extension of 2010 (RFC 5746). OpenSSL 3 and what is built on it refuse that.
explain-finding-root-expired = The root certificate has expired
    .meaning = The chain leads to an authority whose own certificate is past its last day. Some programs do not mind, others refuse.
explain-finding-certificate-key-usage = The certificate may not be used like this
    .meaning = The key usage in the certificate does not allow what a server does with it.
explain-finding-certificate-must-staple = A status that the certificate demands is missing
    .meaning = The certificate says that the server always sends a fresh OCSP response ("must-staple"), and none came.
explain-finding-certificate-status-refused = Programs refuse the status that the server sends along with its certificate
    .meaning = The stapled OCSP response says that the certificate is revoked or unknown, is past its date, or is that of another certificate.
explain-finding-certificate-not-needed = The server sends an expired certificate that nobody needs
    .meaning = Nothing fails because of it; the certificate can be left out of the chain.
explain-finding-certificate-private-authority = Only the list of this computer vouches for the certificate
    .meaning = The authority is in the list of this computer and not in Mozilla's: a company's own, one of the system's, or that of whoever opens encrypted connections.
explain-finding-certificate-weak = A certificate of the server is too weak
    .meaning = The key is too short or the signature too old (SHA-1, MD5) for programs of today.
explain-finding-certificate-wrong-purpose = The certificate is not for servers
    .meaning = The certificate is marked for another use.
explain-finding-certificate-malformed = The certificate breaks the rules
    .meaning = The program could not read the certificate, or a rule of its form is broken.
explain-finding-certificate-expiring = The certificate of the server ends soon
    .meaning = It has to be renewed before that day.
explain-finding-tls-intercepted = Something decrypts the connection on the way
    .meaning = The certificate is not the server's: a virus scanner on this machine, or a gateway of this network, decrypts the connection and shows a certificate of its own.
explain-finding-deadline-reached = The time for the target was up, or the run was interrupted
    .meaning = mailcheck stopped before everything was checked.
explain-finding-dns-server-failure = The DNS servers of the domain do not answer properly
    .meaning = The DNS server (resolver) that was asked got no usable answer from the servers of the domain.
explain-finding-dnssec-bogus = The DNSSEC signatures of the name do not fit
    .meaning = The name is signed, and its signatures are wrong or have expired. DNS servers that check them give no answer.
explain-finding-cname-loop = The aliases of the name lead round in a circle
    .meaning = Each alias (CNAME) points to the next, and the last one back to the first.
explain-finding-no-resolver = This machine has no DNS server
    .meaning = No DNS server (resolver) is set, so no name can be looked up.
explain-finding-no-mx = The domain has no MX record
    .meaning = Mail for the domain goes to the address of the domain itself, if it has one.
explain-finding-dane-mismatch = The certificate is not the one that the DANE records name
    .meaning = The domain says by DNSSEC which certificate its mail server has, and it has another. Senders that check this do not deliver.

## Mail addresses

finding-settings-found = { $by ->
        [published] { $domain } says which mail servers it has
        [guessed] Usual names were tried as mail servers of { $domain }
        [exchanger] The mail servers of { $domain } are probably those of { $provider }
       *[provider] The mail servers of { $domain } are those of { $provider }
    }
    .explanation = These are the servers of { $provider }, from the table that is built into this program. { $user-name ->
        [local-part] The user name is the part before the @.
        [local-part-for-reading] The user name is the part before the @ for reading, and the whole address for sending.
        [shown] User name and password are shown by the program that { $provider } has you install on this computer; it has to run.
       *[other] The user name is the whole address.
    }
    .explanation-exchanger = The mail of { $domain } goes to { $provider } (by its MX records), so the servers of { $provider } are the likely ones. Your provider or administrator knows for certain. { $user-name ->
        [local-part] The user name is usually the part before the @.
        [local-part-for-reading] The user name is usually the part before the @ for reading, and the whole address for sending.
       *[other] The user name is usually the whole address.
    }
    .explanation-published = The domain itself says so. The evidence tells which record or document names which server.
    .explanation-guessed = Nobody says which servers { $domain } has. These names are only usual ones that exist; your provider knows the right ones.
    .about = Which servers a mail address has, and who says so. A table of the usual providers is built in; the domain is asked for SRV records (RFC 6186, RFC 8314), for an autoconfig file over HTTPS and for the document of draft-ietf-mailmaint-pacc (Thunderbird also asks over plain HTTP, where anybody on the way can change what comes: mailcheck does not); with --online Thunderbird's database is asked; the MX records tell whose servers are the likely ones; usual names are tried last. Nobody is told the part before the @ unless --send-address is given.
    .steps =
        Type these servers into the mail program, if it asks for them.

finding-settings-not-found = Nobody says which mail servers { $domain } has
    .explanation = The domain is in no table of this program, publishes neither SRV records nor an autoconfig file, its mail exchangers belong to no provider that is known here, and none of the usual names exists.
    .explanation-meant = No mail server of { $domain } could be found. It looks much like { $meant }, which is a mail provider.
    .about = No source names a server for the mail programs of this address, so nothing could be tested. The domain may be misspelt, may have no mail at all, or may tell its users by other means. Who can fix it: whoever owns the mailbox, by asking the provider.
    .steps =
        Check the spelling of the address.
        Ask your provider for the names of its mail servers.

finding-settings-outdated = { $domain } publishes mail servers that do not exist: { $host }
    .explanation = The domain tells mail programs to use { $host }, and that name has no address. Programs that set themselves up by this get a server that cannot be reached.
    .about = A record or document of the domain (SRV, autoconfig) names a server that the DNS does not know. Often the servers have moved and the record was forgotten. Who can fix it: whoever runs the DNS and the web server of the domain.
    .steps =
        If it is your domain: correct the record or document so that it names the servers of today.

finding-settings-disagree = Two sources name different servers for { $domain }
    .explanation = { $one ->
        [table] The table that is built into this program
        [srv] The SRV records of the domain
        [pacc] The domain's settings document
        [autoconfig] The domain's autoconfig file
       *[ispdb] Thunderbird's database
    } names { $one-hosts }; { $other ->
        [table] the table that is built into this program
        [srv] the SRV records of the domain
        [pacc] the domain's settings document
        [autoconfig] the domain's autoconfig file
       *[ispdb] Thunderbird's database
    } names { $other-hosts }. Mail programs read different sources, so some get one server and some the other. All of them were checked.
    .about = For one purpose two sources have no server in common. Both may work; where one of them does not, the programs that read that source fail. Who can fix it: whoever runs the DNS and the web server of the domain.
    .steps =
        If it is your domain: correct the record or document so that it names the servers of today.

finding-service-not-offered = { $domain } does not offer { $services }
    .explanation = The domain says in its SRV records that it does not offer { $services }. Do not set a mail program up for that.
    .about = An SRV record whose target is a single dot says that a service is not offered (RFC 6186 section 3.4). Nothing is broken. Who can fix it: whoever runs the DNS of the domain, if the service is offered after all.
    .steps =
        If the service is offered after all: correct the SRV record.

finding-what-password = { $provider } wants more than address and password
    .explanation = { $provider } takes the password of the mailbox, once mail programs have been switched on in its webmail.
    .explanation-app-password = { $provider } does not take the password of the web page from mail programs. The program has to log in by OAuth (its own log-in window), or with an app password that is made for it in the account; that needs two-step verification.
    .explanation-app-password-with-two-steps = { $provider } takes the password of the mailbox, but an app password once two-step verification is on.
    .explanation-authorization-code = { $provider } does not take the password of the web page from mail programs. The service has to be switched on in the webmail, which then shows an authorization code (授权码); that code stands in the field for the password.
    .explanation-oauth-only = { $provider } takes no password from mail programs any more, neither the usual one nor an app password. The program has to log in by OAuth, with its own log-in window.
    .explanation-client-password-if-asked = { $provider } takes the password of the mailbox, or a client password of its own where the organisation has asked for that.
    .explanation-separate = { $provider } has a password for e-mail that is not the one of the customer centre. It has to be set there first.
    .explanation-bridge = { $provider } has no servers for mail programs on the internet. Its own program has to run on this computer, and shows the user name and the password to type.
    .about = The most frequent reason why a login is refused: the password of the web page is typed where the provider wants another kind, or mail programs have not been switched on. The kind is that of the provider's own help pages. Who can fix it: whoever owns the mailbox.
    .steps =
        Log in to the webmail of the provider and switch mail programs on.
        Make the kind of password that the provider wants, and type that.

evidence-account-server = { $server }, port { $port }: { $protocol }, { $security ->
        [tls] SSL/TLS
        [starttls] STARTTLS
       *[plain] no encryption (as published)
    }{ $source ->
        [told] { "" }
        [table] ; from the built-in table
        [srv] ; from the SRV records of the domain
        [pacc] ; from the settings document of the domain
        [autoconfig] ; from the autoconfig file of the domain
        [ispdb] ; from Thunderbird's database
        [mx] ; from the built-in table, by the MX records
       *[guess] ; a usual name, which nobody promised
    }{ $more ->
        [0] { "" }
        [one] {" "}and one other source
       *[other] {" "}and { $more } other sources
    }
evidence-account-source = { $asked }: { $what ->
        [bad-document] the answer is { $detail }
        [http-status] HTTP status { $detail }
        [redirect] it redirects to { $detail }, which was not followed
        [untrusted] the certificate of that server is not valid for it, so nothing there is believed
        [unresolved] the name could not be looked up
        [failed] no connection could be made, or no answer came in time
       *[not-http] no whole HTTP answer came
    }

step-ask-provider-for-settings = Ask your provider for the names of its mail servers.
step-type-server-name = Type the server name that stands in your mail program: mailcheck imap.{ $domain }
step-spell-address = Check the spelling of the address: { $domain } or { $meant }?
step-mend-published-settings = If it is your domain: correct the record or document so that it names the servers of today.
step-switch-service-on = Log in to the webmail of { $provider } and switch IMAP, POP3 and SMTP on for mail programs.
step-which-password = { $kind ->
        [app-password] Make an app password in the account at { $provider } and type it as the password, or choose OAuth in the mail program.
        [app-password-with-two-steps] If two-step verification is on at { $provider }: make an app password and type that.
        [authorization-code] Type the authorization code as the password, not the password of the web page.
        [oauth-only] Choose OAuth (in Thunderbird: OAuth2) as the way to log in; a program without it cannot be used with { $provider }.
        [client-password-if-asked] If the password is refused: make a client password in the webmail of { $provider } and type that.
        [separate] Set the password for e-mail at { $provider } and type that.
        [bridge] Install and start the program of { $provider }, and type what it shows.
       *[mailbox] Type the password of the mailbox.
    }
step-provider-page = { $provider } tells how: { $page }

# Logging in. "protocols" are names of protocols; "provider" is "none" where nobody knows whose server it is.
finding-login-refused = { $host } refuses the login ({ $protocols })
    .explanation = The server refuses the login, as it does where the user name or the password is wrong. Which of the two it is, servers do not tell on purpose.
    .explanation-or-app-password = The server refuses the login, as it does where the user name or the password is wrong. { $provider } answers the same when the password is right but another kind is wanted: an app password or a code for mail programs in place of the password of the web page. From here the two look alike.
    .explanation-or-service = The server refuses the login. It says the same for a wrong password and for an account whose mail programs are switched off. From here the two look alike.
    .explanation-listed = { $provider ->
        [none] The server
       *[other] { $provider }
    } gives one answer for several causes: the service is not switched on for the account, the password is wrong or of the wrong kind, there were too many logins, or the account is restricted. From here they look alike.
    .explanation-unclear = The server refuses the login and gives no reason that mailcheck knows. Its words are below.
    .about = The mail server did not accept user name and password. Many servers answer every cause in the same words: a wrong password, the password of the web page where an app password is wanted, a service that is not switched on. mailcheck makes one attempt by each protocol and no second one, for accounts get locked. Only looked for with --login. Who can fix it: whoever owns the mailbox.
    .steps =
        Log in to the webmail of the provider with the same user name and password. If that fails, the password is wrong.
        If it works: look up whether the provider wants an app password or a code for mail programs, and whether IMAP, POP3 and SMTP are switched on.
        Check the user name: most servers want the whole mail address.

finding-app-password-required = { $host } wants an app password ({ $protocols })
    .explanation = The server does not take the password of the web page from mail programs. It wants a password that is made for one program, or a program that logs in by OAuth. The server says so itself.
    .explanation-authorization-code = { $provider } does not take the password of the web page from mail programs. It wants the authorization code (授权码) that its webmail gives out when the service is switched on. The server says so itself.
    .about = The provider takes only passwords from mail programs that were made for them: app passwords, which usually need two-step verification, or the authorization codes (授权码) of Chinese providers. The server itself said that this is the cause. Only looked for with --login. Who can fix it: whoever owns the mailbox.
    .steps =
        Make an app password or an authorization code in the account, and type it in place of the usual password.
        Or choose OAuth in the mail program, where provider and program can do that.

finding-web-login-required = The provider wants a sign-in with a browser first ({ $protocols })
    .explanation = The server holds the login back until the owner of the account has signed in on the provider's web page and confirmed there that everything is in order. Whether the password is right, it does not say.
    .about = Providers hold logins back that look unusual to them: a new place, a new program, a long pause. Only looked for with --login. Who can fix it: whoever owns the mailbox.
    .steps =
        Sign in on the provider's web page, best from this network, and confirm what it asks.
        Then log in once more with the mail program.

finding-protocol-disabled = { $protocols } is switched off for this account at { $host }
    .explanation = The server says that the service is not switched on for this account. That says nothing about the password.
    .explanation-only-here = The same user name and password were accepted for another service and refused for { $protocols }. Most likely { $protocols } is switched off for this account.
    .explanation-not-connected = The server accepted the login, and then did not open the mailbox. Most likely the service is switched off for this account, the account has no mailbox of its own (a shared mailbox, no licence), or the token does not cover it.
    .about = Logging in by IMAP, POP3 or SMTP is switched off for the account or by its organisation. Many providers want it switched on in the webmail first; Microsoft 365 has a switch for SMTP AUTH for each mailbox and one for the organisation. Only looked for with --login. Who can fix it: whoever owns the mailbox, or the administrator of the organisation.
    .steps =
        Switch the service on in the webmail or the account settings, or ask the administrator to do it.
        Microsoft 365: the administrator allows "Authenticated SMTP" or IMAP for the mailbox.

finding-password-login-disabled = { $host } no longer takes passwords ({ $protocols })
    .explanation = The server lets nobody in by password any more, whether it is right or wrong. The mail program has to log in by OAuth, in a window of the provider. Programs and devices that cannot do that need another way to send.
    .about = The provider has switched off logins by password ("basic authentication") and takes tokens of OAuth 2.0 only. A new password does not help. Only looked for with --login. Who can fix it: whoever owns the mailbox, by using a program that knows OAuth.
    .steps =
        In the mail program, remove the account and set it up anew so that it asks by OAuth, or choose OAuth2 as the authentication method.
        For printers and scripts: send through a relay that takes passwords, or fetch a token.

finding-login-blocked-by-policy = A rule forbids this login ({ $protocols })
    .explanation = The organisation or provider has a rule against this login: by place, by program, by security default. The server says so. The password may well be right.
    .explanation-program = The server accepted the login and calls the program unsafe, so it opens no mailbox. mailcheck had said what it is (IMAP ID) where the server takes that.
    .about = A rule of the organisation (security defaults, conditional access, lists of allowed programs or addresses) forbids the login although it may be right. Only looked for with --login. Who can fix it: the administrator of the organisation, or the provider.
    .steps =
        Ask the administrator of the account which rule forbids it; the sign-in log there names it.

finding-account-locked = The account is locked ({ $protocols })
    .explanation = The server says that this account is locked, suspended or disabled. No password helps until that is lifted.
    .about = The provider has locked the account: after too many failed logins, for spam that was sent through it, for an unpaid bill, or because nobody used it. Who can fix it: whoever owns the mailbox, with the provider.
    .steps =
        Sign in on the provider's web page; it says why, and often how to unlock the account.
        Otherwise ask the provider or the administrator.

finding-login-rate-limited = { $host } lets nobody in for now: too many logins ({ $protocols })
    .explanation = The server counts too many logins, failed ones or connections of this account or address, and takes no more for a while. Whether the password is right cannot be said until then.
    .explanation-held = Another session holds the mailbox, so the server opens it to nobody else for now. Whether the login would have been accepted cannot be said.
    .about = The server limits logins or connections. Often a phone or another program keeps trying with an old password. Only looked for with --login. Who can fix it: whoever owns the mailbox.
    .steps =
        Stop the other programs and devices that use this account, or give them the right password.
        Wait some minutes, some providers want a day, and try once.

finding-mechanism-not-offered = { $host } offers no way to log in that can be used ({ $protocols })
    .explanation = The server does not take this way to log in, or none on this port.
    .explanation-none-in-common = The server offers only ways to log in that mailcheck does not try with { $by ->
        [token] a token
       *[password] a password
    }: { $offered }.
    .explanation-nothing = Within the encrypted connection the server offers no way to log in at all. This port is not meant for users, or logins are switched off.
    .explanation-login-disabled = Within the encrypted connection the server says LOGINDISABLED, which forbids at least to log in with user name and password. mailcheck tries nothing there, and nothing was sent.
    .explanation-unencrypted = There is no encryption on this port, so nothing secret was sent.
    .explanation-encryption = The server wants encryption before the login and does not see that there is some: a device in front of it does the TLS, and the server behind it does not know.
    .about = Mail programs and server have no way to log in in common: AUTH is missing on this port, or only NTLM, GSSAPI or ways of the provider's own are offered. Only looked for with --login. Who can fix it: whoever runs the mail server.
    .steps =
        Use the port that is meant for mail programs: 465 with SSL/TLS, or 587 with STARTTLS.
        If it is your server: offer PLAIN within TLS.

finding-token-refused = { $host } refuses the OAuth token ({ $protocols })
    .explanation = The server does not accept the token. It has expired, is for another user, or does not cover this service (scope). No password was involved.
    .about = A token of OAuth 2.0 is good for a user, for some services and for about an hour. Only looked for with --login and --oauth-token-command. Who can fix it: whoever owns the mailbox and the program that fetches the token.
    .steps =
        Fetch a new token and try at once.
        Check the scope and the user of the token: Microsoft wants IMAP.AccessAsUser.All, POP.AccessAsUser.All or SMTP.Send for https://outlook.office.com, Google wants https://mail.google.com/.

finding-login-server-failure = { $let-in ->
        [yes] { $host } could not open the mailbox ({ $protocols })
       *[no] { $host } could not check the login ({ $protocols })
    }
    .explanation = The server says that something of its own failed while it checked the login. That says nothing about the password.
    .explanation-mailbox = The login was accepted: user name and password are right. Then the server says that something of its own kept it from opening the mailbox. Often its files belong to another user, or their disk is full or gone; the server's log says which.
    .explanation-for-now = The server puts the login off and does not say why. Whether the password is right cannot be said from that.
    .explanation-silent = The server gave no answer to the login. Whether the password is right cannot be said.
    .explanation-closed = The server ended the connection in place of an answer to the login. Some do that to users or addresses that they do not want; whether the password is right cannot be said.
    .explanation-second-connection = The checks worked, but the connection for the login did not come about. Whether the password is right cannot be said.
    .explanation-misbehaved = What the server said in the login is not what the mechanism has in that place, so the attempt was given up.
    .about = The mail server could not do its part of the login: its user database does not answer, or it ends the connection. Only looked for with --login. Who can fix it: whoever runs the mail server.
    .steps =
        Try again in some minutes.
        If it lasts: tell whoever runs the server, with the time and the answer below.

finding-source-not-registered = { $host } does not know the address that this machine comes from
    .explanation = The server lets in only addresses that are registered with it, and the one that this machine comes from is not among them. Often IPv4 is registered and the connection came over IPv6.
    .about = Relays such as those of Google Workspace, Microsoft 365 or Brevo know their customers by address. Who can fix it: whoever administers the account at the relay.
    .steps =
        Register the public address of this network with the relay, the one over IPv6 too.
        Or connect over the registered family: mailcheck -4

finding-wrong-server-for-account = { $host } belongs to another provider than the account ({ $protocols })
    .explanation = The server belongs to { $provider }, the account to { $account }. Servers usually know only the accounts of their own provider, and refuse all others as if the password were wrong.
    .about = Account and server belong to different providers. Only looked for with --login, where both are known. Who can fix it: whoever set the mail program up.
    .steps =
        Look the right servers up: mailcheck with the mail address as the target.

finding-sender-not-allowed = This login may not send under that address
    .explanation = The login is fine, but the server lets it send only under its own address or those that belong to it.
    .about = The address of the sender has to be that of the login, or one that the provider has confirmed for it. Who can fix it: whoever owns the mailbox.
    .steps =
        Send under the address of the account, or have the provider add the other address.

# Handing over mail. "from" and "to" are mail addresses.
finding-relay-denied = { $host } does not pass mail on to { $to }
    .explanation = The server takes mail for its own domains only, or from users who have logged in. Nobody had logged in.
    .explanation-login-wanted = The server wants a login before it takes mail.
    .explanation-logged-in = The login was accepted, and the server still does not pass mail on to this recipient.
    .about = A mail server passes mail on to other domains only for those it knows: users who have logged in, or addresses that it trusts. Anything else would be an open relay. Only looked for with --from and --rcpt. Who can fix it: usually the sender, by logging in.
    .steps =
        In the mail program, switch on "server requires authentication" for sending. To try it here: --login
        Check the recipient: a typing mistake in the domain leads to the same answer.

finding-recipient-unknown = { $host } does not know { $to }
    .explanation = The server says that this recipient does not exist.
    .explanation-or-relay = The server calls the recipient invalid. OpenSMTPD says that of a recipient who does not exist, and just as well of one at a domain that it passes no mail on to without a login.
    .explanation-expansion = The server finds no mailbox behind this address: it is a list or an alias that leads nowhere. OpenSMTPD says the same of a user who does not exist.
    .explanation-domain = The server finds no way to the domain of the recipient.
    .explanation-disabled = The server says that the recipient's mailbox is closed.
    .explanation-suppressed = The server has this recipient on a list of those to whom it sends nothing more: earlier mail came back, or somebody complained.
    .about = The recipient's address is wrong, or the mailbox is gone. Only looked for with --from and --rcpt. Who can fix it: the sender, or whoever owns the mailbox.
    .steps =
        Check the spelling of the address.

finding-greylisted = { $host } makes the first mail wait
    .explanation = The server does not know this sender, recipient and address together yet, and takes the mail at a later attempt (greylisting). Mail servers try again by themselves; nothing is wrong.
    .about = Greylisting puts the first mail of a stranger off for some minutes. Mail servers repeat it by themselves, scripts often do not. Who can fix it: nobody has to.
    .steps =
        Try again after some minutes with the same sender and recipient.

finding-sender-rejected = { $host } does not take mail from { $from }
    .explanation = The server refuses the sender's address.
    .explanation-domain = The server says that the domain of the sender does not exist or takes no mail.
    .explanation-spf = The server says that mail for this sender may not come from this address (SPF).
    .explanation-listed = The server says that a domain is on a block list, or has a poor reputation: the sender's, or one that the message names. The address of this network is not what it objects to.
    .about = The recipient's server refuses the sender: the domain is not in the DNS, its SPF record does not name the server that sends, the domain is on a block list of domains, or the address cannot be verified. Only looked for with --from and --rcpt. Who can fix it: whoever runs the sender's domain.
    .steps =
        Check the sender's address for a typing mistake.
        If it is your domain: check its MX, address and SPF records.

finding-rate-limited = { $host } takes no more mail for now
    .explanation = The server says that too much has come in a short time.
    .explanation-quota = The account has sent what it may send in a day, or has paid for.
    .about = Servers limit how much one account or address may send, and how much one mailbox may get. Only looked for with --from and --rcpt. Who can fix it: whoever sends.
    .steps =
        Send less at once, and later.

finding-rejected-by-reputation = { $host } takes no mail from the address of this network
    .explanation = The server refuses mail from the address that this machine comes from, because of its reputation.
    .explanation-listed = The server says that the address this machine comes from is on a block list. Many servers say so only when a recipient is named, so the greeting looks fine.
    .explanation-dynamic = The server takes no mail from addresses that are given to homes and phones.
    .explanation-reverse-dns = The address that this machine comes from has no name in the DNS, or none that leads back to it.
    .explanation-ehlo-name = The server refuses the name that this machine gives itself (EHLO).
    .about = Receiving servers judge the address that mail comes from: block lists, reverse DNS, kind of network. Many delay every refusal until a recipient is named, so it shows only here. Only looked for with --from and --rcpt. Who can fix it: whoever runs the network that the mail comes from.
    .steps =
        From a home or office network, send through your provider's submission server with a login.
        If it is your mail server: look the address up at the list that the reply names, and set its reverse DNS.

finding-message-refused = { $answered ->
        [no] { $host } gives no answer to the mail
       *[yes] { $host } refuses the mail
    }
    .explanation = The server refuses the mail. Its words are below.
    .explanation-at-mail = The server refuses the mail as soon as the sender is named, and gives no reason that mailcheck knows. Its words are below.
    .explanation-at-rcpt = The server refuses the recipient, and gives no reason that mailcheck knows. Its words are below.
    .explanation-at-data = The server refuses the message, and gives no reason that mailcheck knows. Its words are below.
    .explanation-content = The server refuses the message for what is in it, or for what it takes it for.
    .explanation-unauthenticated = The server refuses the message because it is not authenticated: the sender's domain wants SPF or DKIM to fit (DMARC), or the server demands that.
    .explanation-too-large = The server says that the message is too large.
    .explanation-encryption = The server wants encryption before it takes mail.
    .explanation-server = The server cannot take mail at the moment, for a reason of its own.
    .explanation-not-ascii = One of the addresses has letters beyond ASCII, and the server does not offer SMTPUTF8. Nothing was asked.
    .explanation-no-answer = { $after ->
        [data] The message was sent and no answer came. It may have been taken all the same.
       *[other] The connection ended or fell silent before the server had answered.
    }
    .about = The server would not take the mail, or did not. Only looked for with --from and --rcpt. Who can fix it: whoever the server's words name.
    .steps =
        Read the server's answer; mailcheck explain takes it in quotes.

finding-mailbox-full = The mailbox is full ({ $host })
    .explanation = The server says that the recipient's mailbox has no room left.
    .explanation-own = The login was accepted, and the server says that the mailbox has no room left.
    .about = The mailbox has reached its quota. Mail for it is refused or waits. Who can fix it: whoever owns the mailbox.
    .steps =
        Delete or move mail, empty the trash, or get more room from the provider.

evidence-login-reply = { $protocol }, port { $port }, { $method }: { $reply }{ $complaint ->
        [none] {""}
       *[other] {" "}(about the token: { $complaint })
    }
evidence-mail-reply = { $command ->
        [mail] MAIL FROM
        [rcpt] RCPT TO
        [data] DATA
       *[message] message
    }: { $reply }

step-read-refusal = Look the answer up: mailcheck explain, with the server's words in quotes.
step-check-password = Log in to the webmail with the same user name and password. If that fails too, the password is wrong: reset it there.
step-check-user-name = Check the user name: most servers want the whole mail address, some only what stands before the @.
step-try-webmail = Log in to the webmail with the same password. If that works, the password is right and another kind is wanted, or the service is switched off.
step-make-app-password = Look in the account settings of the provider for "app password" or a code for mail programs, make one and type that.
step-switch-protocol-on = Switch { $protocols } on in the webmail or the account settings, or ask the administrator of the account to do it.
step-choose-oauth = Choose OAuth2 as the authentication method in the mail program, or set the account up anew in it. A new password does not help.
step-another-relay = Printers and scripts that cannot do OAuth: send through a relay that takes passwords, or fetch a token for them.
step-sign-in-with-browser = Sign in on the provider's web page and confirm what it asks there.
step-ask-administrator = Ask the administrator of the account which rule forbids it; the sign-in log names it.
step-ask-provider-to-unlock = Ask the provider or the administrator why it is locked, and to unlock it.
step-stop-programs = Stop other programs and devices that use this account, or give them the right password.
step-wait-and-log-in-once = Wait some minutes and try once more; every further attempt may make it last longer.
step-use-inner-address = Within this network, use the inner address of the server, in the mail program or in the DNS of the network. To try it: mailcheck --connect-to INNER-ADDRESS { $target }
step-switch-on-nat-loopback = Or switch on NAT loopback (hairpin NAT, NAT reflection) in the router.
step-use-submission-port = Use the port for mail programs: 465 with SSL/TLS, or 587 with STARTTLS.
step-offer-a-mechanism = If { $host } is your server: offer a login by PLAIN within TLS. Otherwise ask whoever runs it which programs can log in.
step-ask-who-answers = Ask whoever runs { $host } whether something in front of the server answers logins.
step-tell-server-of-login = If it lasts, tell whoever runs { $host }, with the time and the answer.
step-new-token = Fetch a new token for this user and try at once: tokens last about an hour.
step-token-scope = Check what the token covers. Microsoft: IMAP.AccessAsUser.All, POP.AccessAsUser.All or SMTP.Send of https://outlook.office.com. Google: https://mail.google.com/.
step-register-source = Register the public address of this network with the relay, IPv4 and IPv6, or log in where it takes that.
step-own-sender = Send under the address of the account, or have the provider add the other address to it.
step-servers-of-account = Look up the servers of the account: mailcheck with the mail address as the target.
step-empty-mailbox = Delete or move mail and empty the trash, or get more room from the provider.
step-recipient-makes-room = Whoever owns { $to } has to delete or move mail, or get more room from the provider. If that is somebody else, tell them in another way than by mail.
step-log-in-to-send = In the mail program, switch on the login for sending ("server requires authentication"). To try it here, add --login.
step-spell-recipient = Check the spelling of { $to }.
step-spell-sender = Check the spelling of { $from }.
step-mend-sender-domain = If the sender's domain is yours: check its MX, SPF, DKIM and DMARC records.
step-tell-server-of-relay = Tell whoever runs { $host }, with the answer below.
step-send-less = Send less at once, and try later.
step-send-through-provider = Send through your provider's submission server (port 465 or 587) with a login, and not directly.
step-set-ehlo-name = Give a full host name that is in the DNS: --ehlo, or in your mail server's settings.
step-ascii-address = Use an address in plain letters, or a server that offers SMTPUTF8.

# The section about logins and mail in a report.
logins-heading = Logging in
login-accepted = { $protocol }, port { $port }: the server let { $user } in ({ $method }){ $messages ->
        [none] {""}
       *[other] ; { $messages ->
            [one] 1 message in the inbox
           *[other] { $messages } messages in the inbox
        }
    }
login-not-opened = { $protocol }, port { $port }: the server let { $user } in ({ $method }) and did not open the mailbox: { $reply }
login-refused = { $protocol }, port { $port }: the server refused { $user } ({ $method }): { $reply }
login-broken = { $protocol }, port { $port }: the attempt was given up ({ $method }): { $reason ->
        [proof] the server could not prove that it knows the password
        [rounds] the server asked for too many rounds of hashing
       *[challenge] the server asked for something that the mechanism does not have
    }
login-failed = { $protocol }, port { $port }: the connection for the login failed: { $what }
login-not-tried = { $protocol }, port { $port }: nothing was sent, because { $why ->
        [untrusted] the certificate is not trusted
        [unencrypted] there is no encryption
        [login-disabled] the server says LOGINDISABLED
        [nothing-offered] the server offers no way to log in
        [no-common-mechanism] the server offers none of the ways that mailcheck speaks: { $offered }
        [preauthenticated] the session came logged in already
       *[no-working-service] the service does not work
    }
mail-heading = Handing over mail
mail-exchange = { $command ->
        [mail] MAIL FROM:<{ $from }>
        [rcpt] RCPT TO:<{ $to }>
        [data] DATA
       *[message] the message
    } → { $reply }
mail-accepted = { $host } would take mail from { $from } to { $to }. Nothing was sent. Some servers decide only about the message itself.
mail-sent = { $host } took the test message to { $to }.
mail-not-tried = Nothing was asked, because { $why ->
        [not-logged-in] the login did not come about
        [address-not-ascii] the server does not offer SMTPUTF8
       *[no-working-service] no SMTP service works
    }.

reading-account = a mail address; the servers that its mail program needs are looked up and checked

# Why programs cannot connect. "programs" is one name or a list of names.
program-certificate = { $programs }: refused because of the certificate
program-version = { $programs }: no support for { $what }
program-suite = { $programs }: no support for the cipher suite { $what }
program-nothing-in-common = { $programs }: nothing in common with what the server offers
program-group = { $programs }: no support for the key exchange group { $what }
program-dh-bits = { $programs }: the Diffie-Hellman key of { $bits } bits is too small, { $least } are required
program-scheme = { $programs }: no support for the signature scheme { $what }
program-renegotiation = { $programs }: the server does not support secure renegotiation (RFC 5746)
program-not-seen = { $programs }: too little of the handshake was seen to tell
program-chain-not-seen = { $programs }: the certificate was not seen
program-issuer-to-fetch = { $programs }: may fetch the missing intermediate certificate
program-root-expired = { $programs }: the root certificate has expired
program-key-usage = { $programs }: the key usage of the certificate does not allow this (RFC 5280 section 4.2.1.3)
program-must-staple = { $programs }: the certificate demands a stapled OCSP response, and none came (RFC 7633)
program-status-revoked = { $programs }: the server sends along that the certificate is revoked
program-status-ended = { $programs }: the status that the server sends along is past its date
program-status-another = { $programs }: the status that the server sends along is that of another certificate
program-status-unknown = { $programs }: the server sends along that the authority does not know the certificate
program-authority = { $programs }: the certificate is marked as one of an authority (CA:TRUE)
program-key = { $programs }: the key { $what } is not accepted
program-signature = { $programs }: the signature { $what } is not accepted
program-common-name = { $programs }: the name stands only in the subject of the certificate
program-final-dot = { $programs }: a name with a final dot is not accepted
program-underscore = { $programs }: a host name with an underscore is not accepted
program-issuer-purpose = { $programs }: an authority in between is not for servers
program-gated-purpose = { $programs }: the extended key usage is "server gated cryptography" alone, which does not count (serverAuth does)
program-issuer-serial = { $programs }: the certificate names another serial number or issuer of its issuer than that has (authority key identifier)
program-directory-constraint = { $programs }: an authority in the chain has name constraints for directory names, which are not supported
program-outside-directory = { $programs }: an authority in the chain may not sign for the subject of the certificate (name constraints)
program-no-subject = { $programs }: the subject is empty, and the alternative names are not critical (RFC 5280 section 4.2.1.6)
program-odd-serial = { $programs }: the serial number is negative or longer than 20 octets (RFC 5280 section 4.1.2.2)
program-root = { $programs }: { $rule ->
        [constraints] the trusted authority may sign for other names only (name constraints)
        [path-length] the trusted authority may have fewer authorities below it (path length)
        [purpose] the trusted authority is for other uses than servers (extended key usage)
        [signs] the key usage of the trusted authority does not allow signing certificates
        [authority] the trusted certificate is not marked as one of an authority (CA:TRUE)
        [key] the certificate names another key of its issuer than the trusted authority has (authority key identifier)
       *[serial] the certificate names another serial number or issuer than the trusted authority has (authority key identifier)
    }
program-top-star = { $programs }: a star directly below a top-level domain is not accepted
program-partial-star = { $programs }: a star for a part of a name is not accepted
program-any-purpose = { $programs }: a certificate of the chain allows any use, and has to name servers (serverAuth)
program-netscape-type = { $programs }: the certificate is marked for another use than a server (Netscape certificate type)
program-names-beyond-ascii = { $programs }: a name in the certificate has letters beyond ASCII, and belongs there in its form for the DNS (xn--…)
program-critical = { $programs }: the critical extension { $what } is not known
program-other-way = { $programs }: of several certificates with the name of the issuer the first one is followed, and it leads to no trusted authority
program-spelled-otherwise = { $programs }: the name of the issuer is encoded as another type of string than in the issuer's own certificate (RFC 5280 section 7.1)
program-too-many-between = { $programs }: there are too many intermediate certificates
program-too-many-sent = { $programs }: the server sends more than { $most } certificates
program-young-authority = { $programs }: devices whose list of authorities is some years old do not have { $what }
program-too-long = { $programs }: the certificate is valid for { $days } days, more than the { $most } that are accepted
program-strict = { $programs }: { $rule ->
        [constraints-not-critical] the basic constraints of an authority are not critical (RFC 5280 section 4.2.1.9)
        [no-issuer-key] the authority key identifier is missing (RFC 5280 section 4.2.1.1)
        [no-own-key] the subject key identifier of an authority is missing (RFC 5280 section 4.2.1.2)
        [no-key-usage] the key usage of an authority is missing (RFC 5280 section 4.2.1.3)
        [signs-without-authority] keyCertSign in a certificate that is no authority (RFC 5280 section 4.2.1.3)
        [names-not-critical] the subject is empty, and the alternative names are not critical (RFC 5280 section 4.2.1.6)
       *[path-length] a path length where none may stand (RFC 5280 section 4.2.1.9)
    }
explain-finding-dane-lookup-failed = The DANE records could not be looked up
    .meaning = The question for the TLSA records failed. Mail servers that check DANE do not deliver until it is answered.
explain-finding-dane-unusable = A DANE record cannot be used
    .meaning = A TLSA record is of a kind that mail does not use, or damaged; it protects nothing.
explain-finding-dane-without-starttls = DANE records, but no STARTTLS
    .meaning = The domain publishes DANE records for a server that offers no STARTTLS. Mail servers that check DANE do not deliver.
explain-finding-island-network = This network has no way to the internet
    .meaning = Names are answered, or not, and nothing outside this network can be reached.
explain-finding-name-not-signed-here = The name is not signed, and the DNS server refuses it
    .meaning = The DNS server (resolver) expects a signature where there is none.
explain-finding-nat64-unreachable = The way from IPv6 to IPv4 (NAT64) does not work
    .meaning = This network reaches IPv4 servers through a translator, and that does not answer.
explain-finding-nxdomain-for-one-family = The name is denied for one kind of address
    .meaning = The DNS servers of the domain say for one kind of address that the whole name does not exist. Some programs then take it for missing.
explain-finding-nxdomain-for-mx = The name is denied when its mail exchangers are asked for
    .meaning = The DNS says that the whole name does not exist when it is asked for MX records, though it has an address. Some mail servers then return mail for it.
explain-finding-resolver-breaks-edns = The DNS server breaks modern questions
    .meaning = The DNS server (resolver) or router does not answer questions with EDNS, which today's software asks.
explain-finding-resolver-filters = The DNS server blocks the name
    .meaning = The DNS server (resolver) answers with an address that leads nowhere, as filters against advertising do.
explain-finding-search-domain-answers = A search domain gave the answer
    .meaning = The name was completed with a search domain of this machine, so that another host is asked than was meant.
explain-finding-slow-reply = The server takes long to answer
    .meaning = An answer comes late. Programs with a short timeout give up.
explain-finding-special-address = The name leads to an address that is no server
    .meaning = The address is one of this machine itself or of no machine at all: a mistake in the DNS, or a filter.
explain-finding-unasked-reply = A reply came that nobody asked for
    .meaning = The server, or something in front of it, sent a reply before or beside the answer.
explain-finding-nothing-checked = Nothing was checked
    .meaning = No check was made, so nothing can be said of the server.
explain-finding-no-nat-loopback = The first router does not pass connections to the server on
explain-finding-refused-now-and-then = The server refuses some connections and takes others
explain-finding-purpose-closed = No port for what the server is used for is open
explain-finding-settings-found = The mail servers of the domain were found
explain-finding-settings-not-found = Nobody says which mail servers the domain has
explain-finding-settings-outdated = The domain publishes mail servers that do not exist
explain-finding-settings-disagree = Two sources name different servers for the domain
explain-finding-service-not-offered = The domain does not offer a service
explain-finding-what-password = The provider wants more than address and password
explain-finding-login-refused = The server refuses the login
explain-finding-app-password-required = The server wants an app password
explain-finding-web-login-required = The provider wants a sign-in with a browser first
explain-finding-protocol-disabled = The protocol is switched off for the account
explain-finding-password-login-disabled = The server no longer takes passwords
explain-finding-login-blocked-by-policy = A rule forbids the login
explain-finding-account-locked = The account is locked
explain-finding-login-rate-limited = The server lets nobody in for now: too many logins
explain-finding-mechanism-not-offered = The server offers no way to log in that can be used
explain-finding-token-refused = The server refuses the OAuth token
explain-finding-login-server-failure = The server could not check the login, or not open the mailbox
explain-finding-source-not-registered = The server does not know the address that this machine comes from
explain-finding-relay-denied = The server does not pass the mail on
explain-finding-recipient-unknown = The server does not know the recipient
explain-finding-greylisted = The server makes the first mail wait
explain-finding-sender-rejected = The server does not take mail from the sender
explain-finding-rate-limited = The server takes no more mail for now
explain-finding-rejected-by-reputation = The server takes no mail from the address of this network
explain-finding-message-refused = The server refuses the mail, or gives no answer to it
explain-finding-mailbox-full = The mailbox is full
explain-finding-mta-sts-mx-not-listed = The MTA-STS policy of the domain does not name a mail exchanger
explain-finding-mta-sts-certificate-mismatch = A mail exchanger does not do what the MTA-STS policy demands
explain-finding-mta-sts-record-invalid = The MTA-STS record of the domain is wrong
explain-finding-mta-sts-without-record = The domain has an MTA-STS policy, and no record that says so
explain-finding-mta-sts-policy-unreachable = The MTA-STS policy of the domain cannot be fetched
explain-finding-mta-sts-policy-invalid = The MTA-STS policy of the domain is wrong
explain-finding-mta-sts-testing = The domain is trying its MTA-STS policy out
explain-finding-mta-sts-missing = The domain does not use MTA-STS
explain-finding-tlsrpt-invalid = The TLSRPT record of the domain is wrong
explain-finding-tlsrpt-missing = The domain asks for no reports of failed encryption
explain-finding-sender-no-reverse-name = The address of this machine has no reverse name
explain-finding-sender-reverse-name-unconfirmed = The reverse name of this machine's address does not lead back to it
explain-finding-sender-reverse-lookup-failed = The reverse name of this machine's address cannot be looked up
explain-finding-sender-several-reverse-names = The address of this machine has several reverse names
explain-finding-sender-generic-reverse-name = The reverse name of this machine's address looks like one of many
explain-finding-sender-ehlo-name = The name given with EHLO is not one for a mail server
explain-finding-sender-listed = The address of this machine is on a block list
explain-finding-dnsbl-refused = A list of addresses (DNSBL) did not answer the question
explain-finding-dnsbl-useless = What a list of addresses (DNSBL) answers means nothing
explain-finding-dnsbl-unanswered = A list of addresses (DNSBL) could not be asked

## MTA-STS and TLS reports

finding-mta-sts-mx-not-listed = The MTA-STS policy of { $domain } does not name { $host }
    .explanation = The policy of the domain is in force (mode enforce), and none of its mx lines names { $host }. { $dane ->
        [no] Senders that check MTA-STS, such as Gmail and Outlook.com, do not deliver there.
        [yes] Senders that check MTA-STS and not DANE, such as Gmail, do not deliver there; those that check DANE do, for DANE goes first (RFC 8461 section 2).
       *[some] Senders that check MTA-STS, such as Gmail, do not deliver there.
    } Other senders take no notice of the policy{ $some ->
        [yes] ; those that check it can use another mail exchanger of the domain.
        [none] : so some can send to the domain and some cannot, for the policy names none of its mail exchangers.
       *[other] : so some can deliver there and some cannot. The policy names another mail exchanger of the domain.
    }
    .explanation-doubtful = None of the mx lines of the domain's policy (mode enforce) names { $host }. Whether senders hold to this policy is doubtful, for it is not as it has to be itself; those that do, do not deliver there.
    .explanation-testing = None of the mx lines of the domain's policy names { $host }. The policy is only tried out (mode testing), so mail still flows. In mode enforce, senders that check MTA-STS, such as Gmail, would not deliver there.
    .owner = whoever runs the domain: its MTA-STS policy, or its MX records
    .about = A domain says in its MTA-STS policy which hosts may take its mail (RFC 8461 section 4.1), and an MX record leads to another. Usually the mail was moved to another provider, or a host was added, and the policy was not changed with the MX records. In mode enforce senders that check the policy refuse to deliver there, and senders that do not check it notice nothing. A star in the policy stands for exactly one label. A few senders hold the names of the policy against the certificate instead, and may deliver where others do not. Who can fix it: whoever runs the domain, because the policy is the domain's and has to fit its MX records.
    .steps =
        Name the host in an mx line of the policy.
        Then give the TXT record _mta-sts a new id, so that senders fetch the policy again.
finding-mta-sts-certificate-mismatch = { $host } does not do what the MTA-STS policy of { $domain } demands
    .explanation = The policy of the domain is in force (mode enforce): a mail exchanger has to show a certificate for its own name, from an authority that is generally known. { $host } shows another. { $dane ->
        [no] Senders that check MTA-STS, such as Gmail and Outlook.com, do not deliver there.
        [yes] Senders that check MTA-STS and not DANE, such as Gmail, do not deliver there; those that check DANE do, for DANE goes first (RFC 8461 section 2).
       *[some] Senders that check MTA-STS, such as Gmail, do not deliver there.
    } Other senders encrypt without looking at the certificate{ $some ->
        [yes] ; those that check the policy can use another mail exchanger of the domain.
       *[other] : so some can deliver there and some cannot.
    }
    .explanation-no-tls = The policy of the domain is in force (mode enforce): mail has to be encrypted. { $host } does not take it so. { $dane ->
        [no] Senders that check MTA-STS, such as Gmail and Outlook.com, do not deliver there.
        [yes] Senders that check MTA-STS and not DANE, such as Gmail, do not deliver there.
       *[some] Senders that check MTA-STS, such as Gmail, do not deliver there.
    } Other senders take no notice of the policy{ $some ->
        [yes] ; those that check the policy can use another mail exchanger of the domain.
       *[other] : so some can deliver there and some cannot.
    }
    .explanation-doubtful = The domain's policy (mode enforce) wants mail to be encrypted, with a certificate for the name of the mail exchanger from an authority that is generally known. { $host } does not show that. Whether senders hold to this policy is doubtful, for it is not as it has to be itself; those that do, do not deliver there.
    .explanation-testing = The domain's policy wants a certificate for the name of the mail exchanger, from an authority that is generally known. { $host } shows another. The policy is only tried out (mode testing), so mail still flows. In mode enforce, senders that check MTA-STS, such as Gmail, would not deliver there.
    .explanation-testing-no-tls = The domain's policy wants mail to be encrypted, and { $host } does not take it so. The policy is only tried out (mode testing), so mail still flows. In mode enforce, senders that check MTA-STS, such as Gmail, would not deliver there.
    .owner = whoever runs the domain and its mail exchangers
    .about = The domain's MTA-STS policy names the mail exchanger, and the mail exchanger does not keep to it: it offers no STARTTLS, or its certificate is expired, for another name, or from an authority that is not generally known (RFC 8461 section 4.2). Between mail servers nobody minds that otherwise. With a policy in mode enforce, senders that check it do not deliver. Who can fix it: whoever runs the domain, together with whoever runs its mail exchangers.
    .steps =
        Give the mail exchanger a certificate for its own name, from a public authority.
        Until then, set the policy to mode testing, and give the TXT record a new id.
finding-mta-sts-record-invalid = The MTA-STS record of { $domain } is wrong
    .explanation = Senders take no notice of the domain's MTA-STS policy: the TXT record _mta-sts.{ $domain } is not as RFC 8461 wants it. Mail flows as if there were no policy; a sender that has fetched the policy before may hold to that until its time is up.
    .explanation-some = Senders that hold to the letter of RFC 8461 take no notice of the domain's MTA-STS policy, for the TXT record _mta-sts.{ $domain } is not as it has to be; others may take it all the same.
    .explanation-misplaced = Senders take no notice of the domain's MTA-STS policy: they look at _mta-sts.{ $domain }, with a hyphen, and the TXT record stands at _mta_sts.{ $domain }, with an underscore. Mail flows as if there were no policy.
    .about = The TXT record _mta-sts says that a domain has an MTA-STS policy, and by its id which one (RFC 8461 section 3.1): v=STSv1; id=20260101T000000; for example. It has to be the only one of its kind, to begin with v=STSv1; to the letter, and its id may have 32 letters and digits. Otherwise senders do as if there were no policy. Who can fix it: whoever runs the DNS of the domain.
    .steps =
        Correct the TXT record.
finding-mta-sts-without-record = { $domain } has an MTA-STS policy, and no record that says so
    .explanation = A policy stands at the right address, and the TXT record _mta-sts.{ $domain } is missing. Senders look there first and go no further, so the policy protects nothing.
    .about = MTA-STS has two parts: a policy on the web server mta-sts of the domain, and a TXT record that says there is one (RFC 8461 section 3). Here the record is missing. Who can fix it: whoever runs the DNS of the domain.
    .steps =
        Publish the TXT record _mta-sts.
        Or take the policy away, if it is not wanted.
finding-mta-sts-policy-unreachable = The MTA-STS policy of { $domain } cannot be fetched
    .explanation = Nothing answers as it should at { $url }.
    .explanation-no-host = The TXT record says that the domain has a policy, and { $policy-host }, where it has to be, does not exist or has no address. Senders do as if there were none; those that have fetched it before may hold to that until its time is up.
    .explanation-unresolved = The TXT record says that the domain has a policy, and the name { $policy-host } could not be looked up. As long as senders cannot either, they do as if there were none.
    .explanation-refused = The TXT record says that the domain has a policy, and { $policy-host } refuses connections on port 443. Senders do as if there were none; those that have fetched it before may hold to that until its time is up.
    .explanation-connect = The TXT record says that the domain has a policy, and no connection to { $policy-host } on port 443 came about from here. Whether that is so for others cannot be told from here. Senders that cannot fetch the policy do as if there were none.
    .explanation-tls = The TXT record says that the domain has a policy, and { $policy-host } did not complete the TLS handshake on port 443. Senders that cannot fetch the policy do as if there were none.
    .explanation-slow = The TXT record says that the domain has a policy, and { $policy-host } took the question and sent no whole answer in the time that was waited for. Senders that cannot fetch the policy do as if there were none.
    .explanation-not-http = What came from { $policy-host } is no whole answer of a web server. Senders do as if there were no policy.
    .explanation-certificate = The certificate of { $policy-host } does not hold, so senders do not take the policy from there (RFC 8461 section 3.3). They do as if there were none; those that have fetched it before may hold to that until its time is up.
    .explanation-redirect = { $url } sends its visitors elsewhere. Browsers follow, and mail servers must not (RFC 8461 section 3.3): they do as if there were no policy.
    .explanation-not-found = There is no document at { $url }. Senders do as if there were no policy; those that have fetched one before may hold to that until its time is up.
    .explanation-status = The web server did not hand out { $url }. Senders do as if there were no policy; those that have fetched one before may hold to that until its time is up.
    .owner-refused = whoever runs the domain and the web server with its policy
    .owner-slow = whoever runs the domain and the web server with its policy
    .owner-not-http = whoever runs the domain and the web server with its policy
    .owner-redirect = whoever runs the domain and the web server with its policy
    .owner-not-found = whoever runs the domain and the web server with its policy
    .owner-status = whoever runs the domain and the web server with its policy
    .about = The TXT record _mta-sts says that the domain has a policy, and the policy is not where it has to be: https://mta-sts.DOMAIN/.well-known/mta-sts.txt. Senders want status 200 at this very address, without a redirect, and a certificate for mta-sts.DOMAIN from an authority that is generally known (RFC 8461 section 3.3). Mail still flows, without the protection. Who can fix it: whoever runs the domain and its web server; where no connection came about, it may also be the way from here.
    .steps =
        Serve the policy with status 200 at exactly this address, with a certificate for mta-sts.DOMAIN.
finding-mta-sts-policy-invalid = The MTA-STS policy of { $domain } is wrong
    .explanation = Senders cannot use the policy at { $url }, and do as if there were none. The evidence says which line is wrong. Those that have fetched a right one before may hold to that until its time is up.
    .explanation-nobody = The policy at { $url } is in force (mode enforce), and none of its mx lines is the name of a host. Senders that take it as it is deliver to none of the domain's mail exchangers; others pass over all of it: so some can send to the domain and some cannot.
    .explanation-usable = The policy at { $url } can be used, but a part of it is wrong: senders may pass over that part or over all of it. The evidence says which line is wrong.
    .explanation-media-type = The policy at { $url } is right, but the web server does not call it text/plain. Senders are told to look at that (RFC 8461 section 3.3), and some may not take the policy.
    .owner = whoever runs the domain and the web server with its policy
    .about = The policy was fetched and breaks the rules of RFC 8461 section 3.2. It has four keys: version (STSv1), mode (enforce, testing or none), max_age (seconds, at most 31557600), and an mx for each host or pattern that may take the domain's mail. Keys are written in lower case; each line ends with LF or CRLF; other keys are passed over. Who can fix it: whoever runs the domain and its web server.
    .steps =
        Correct the policy.
        Then give the TXT record _mta-sts a new id, so that senders fetch it again.
finding-mta-sts-testing = { $domain } is trying its MTA-STS policy out
    .explanation = The policy is in mode testing: senders report what does not fit, and deliver all the same. Nothing that was seen from here speaks against mode enforce.
    .explanation-not-yet = The policy is in mode testing: senders report what does not fit, and deliver all the same.
    .about = An MTA-STS policy in mode testing protects nothing yet; it is there to see from reports whether all would go well (RFC 8461 section 5). Nothing is broken. Who can fix it: whoever runs the domain, with mode enforce once the reports are good.
    .steps =
        When the reports are good, set the mode to enforce, and give the TXT record a new id.
finding-mta-sts-missing = { $domain } does not use MTA-STS
    .explanation = Nothing is broken: most domains do without.
    .explanation-nor-reports = Nothing is broken: most domains do without, and without TLSRPT too.
    .about = The domain publishes no MTA-STS policy (RFC 8461), so mail to it is encrypted where both sides can, and an attacker on the way could prevent that. Most domains have none, and mail works without it. DANE is another way to the same end. Who can fix it: whoever runs the domain, if it is wanted.
    .steps =
        Publish a policy in mode testing and a TLSRPT record first, and see what the reports say.
finding-tlsrpt-invalid = The TLSRPT record of { $domain } is wrong
    .explanation = The domain wants to hear of mail that could not be delivered safely, and no such report will come, or not everywhere it should: the TXT record _smtp._tls.{ $domain } is not as RFC 8460 wants it. Mail itself is not touched by that.
    .about = The TXT record _smtp._tls says where senders report how encryption went (RFC 8460 section 3): v=TLSRPTv1; rua=mailto:reports@example.com for example. It has to be the only one of its kind, to begin with v=TLSRPTv1; to the letter, and to name mailto: or https: addresses. Who can fix it: whoever runs the DNS of the domain.
    .steps =
        Correct the TXT record.
finding-tlsrpt-missing = { $domain } asks for no reports of failed encryption
    .explanation = Nothing is broken. If senders ever fail to deliver because of the domain's policy, nobody there hears of it: the TXT record _smtp._tls.{ $domain } (TLSRPT, RFC 8460) is missing.
    .about = With TLSRPT (RFC 8460) a domain has senders report how encryption went, which shows a wrong policy or certificate before people complain. The record is missing; mail works without it. Who can fix it: whoever runs the DNS of the domain, if it is wanted.
    .steps =
        Publish the TXT record _smtp._tls.

# Evidence and steps of these.

evidence-txt = { $name } TXT: { $text }
evidence-media-type = media type of the policy: { $text }
evidence-mta-sts-record = column { $column } of the record: { $fault ->
        [several] more than one record of this kind; one must be left, and none counts: { $text }
        [version] it has to begin with v=STSv1; to the letter: { $text }
        [id-missing] the id is missing
        [id-malformed] the id may have letters and digits alone, and at most 32 of them: { $text }
       *[field-malformed] this is no name=value: { $text }
    }
evidence-tlsrpt-record = column { $column } of the record: { $fault ->
        [several] more than one record of this kind; one must be left, and none counts: { $text }
        [version] it has to begin with v=TLSRPTv1; to the letter: { $text }
        [rua-missing] the rua is missing, so it names no place for reports
        [rua-malformed] this is neither mailto: with an address nor https:// with a host: { $text }
       *[field-malformed] this is no name=value: { $text }
    }
evidence-mta-sts-policy = line { $line }, column { $column } of the policy: { $fault ->
        [too-large] it is larger than 64 KB, more than senders read
        [empty] it is empty
        [web-page] it is a web page
        [encoding] these bytes are no text (UTF-8)
        [byte-order-mark] an invisible byte order mark (BOM) stands before the first key and makes it another
        [no-colon] this is no key with a colon: { $text }
        [blank-line] a blank line stands between the keys
        [misspelt] { $text } is no key; { $key } was probably meant
        [twice] { $key } stands there again; only the first counts
        [missing] { $key } is missing
        [version-unknown] the version has to be STSv1, to the letter: { $text }
        [mode-unknown] the mode has to be enforce, testing or none: { $text }
        [max-age-no-number] max_age has to be a number of seconds: { $text }
        [max-age-too-large] max_age is more than a year (31557600): { $text }
        [mx-address] an IP address cannot stand in mx, only the name of a host: { $text }
        [mx-star] a star can only be the whole first label, as in *.example.com: { $text }
       *[mx-no-name] this is no name of a host: { $text }
    }
evidence-mta-sts-patterns = mx in the policy: { $patterns }{ $star ->
        [yes] {" "}(a star stands for exactly one label)
       *[no] { "" }
    }
evidence-mta-sts-listed = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: the certificate is for a name that the policy has: { $names }; a few senders look at that and deliver
evidence-mta-sts-answer = what came in place of the policy: { $what ->
        [redirect] a redirect to { $text }
        [status] HTTP status { $text }
        [name-mismatch] a certificate for other names: { $text }
        [expired] a certificate that has expired
        [not-yet-valid] a certificate that is not valid yet, by the clock of this machine
        [self-signed] a certificate that is signed by itself
        [unknown-issuer] a certificate of an authority that is not known here
        [chain-incomplete] a certificate without the link to its authority
        [wrong-purpose] a certificate that is not for servers
        [weak] a certificate that is too weak
       *[malformed] a certificate that breaks the rules
    }
evidence-mta-sts-certificate = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: the certificate { $what ->
        [name-mismatch] is for other names: { $text }
        [expired] has expired
        [not-yet-valid] is not valid yet, by the clock of this machine
        [self-signed] is signed by itself
        [unknown-issuer] is of an authority that is not known here
        [chain-incomplete] comes without the link to its authority
        [wrong-purpose] is not for servers
        [weak] is too weak
       *[malformed] breaks the rules
    }
step-list-mx = If it is your domain: add a line "mx: { $host }" to the policy at { $url }, or correct the MX records.
step-mta-sts-id = Then change the id in the TXT record _mta-sts.{ $domain }: senders fetch the policy again only when it is new. Whether that was forgotten before cannot be seen from outside.
step-mta-sts-mx-certificate = If it is your domain: see to it that { $host } has a certificate for its name from a public authority.
step-mta-sts-testing = Until then: set the policy of { $domain } to mode testing and give its TXT record a new id, so that mail flows.
step-mend-mta-sts-record = If it is your domain: publish exactly one TXT record at _mta-sts.{ $domain }, of the form v=STSv1; id=20260101T000000;
step-publish-mta-sts-record = If it is your domain: publish the TXT record _mta-sts.{ $domain }, of the form v=STSv1; id=20260101T000000;
step-withdraw-mta-sts = Or take the policy away, if MTA-STS is not wanted.
step-mta-sts-host = If it is your domain: let { $policy-host } lead to a web server that serves the policy.
step-mta-sts-certificate = If it is your domain: give the web server a certificate for { $policy-host } from a public authority.
step-mta-sts-no-redirect = If it is your domain: serve the policy itself at { $url }, without a redirect.
step-mta-sts-serve = If it is your domain: see to it that { $url } gives the policy with status 200.
step-mend-mta-sts-policy = If it is your domain: correct the policy at { $url }, then give the TXT record _mta-sts.{ $domain } a new id.
step-mta-sts-enforce = When the reports are good: set mode enforce, and give the TXT record a new id.
step-mend-tlsrpt = If it is your domain: publish exactly one TXT record at _smtp._tls.{ $domain }, of the form v=TLSRPTv1; rua=mailto:reports@example.com

# Who would deliver.

delivery-heading = Which senders deliver
delivery-host = Mail exchanger
delivery-dane = Checks DANE
delivery-mta-sts = Checks MTA-STS
delivery-neither = Checks neither
delivery-yes = delivers
delivery-no = does not deliver
delivery-unknown = not known
delivery-policy = { $mode ->
        [enforce] The domain's MTA-STS policy is in force (mode enforce).
        [testing] The domain's MTA-STS policy is only tried out (mode testing): nobody is held to it yet.
       *[none] The domain withdraws its MTA-STS policy (mode none).
    }

# This machine as a sender of mail (--sender, --dnsbl).

finding-sender-address-unknown = The public address of this machine is not known from here
    .explanation = Over { $family ->
        [v4] IPv4
        [v6] IPv6
       *[both] IPv4 and IPv6
    } connections leave this machine from { $host }, which is no address of the internet: other networks see another one in its place, and the servers that were asked do not say which. So nothing can be said of its reverse name or of block lists.
    .explanation-private = Over { $family ->
        [v4] IPv4
        [v6] IPv6
       *[both] IPv4 and IPv6
    } the server sees this machine at { $seen }, which is no address of the internet: both are on one network, or something stands in front of the server. Which address the internet sees cannot be told from that, so nothing can be said of its reverse name or of block lists.
    .explanation-not-connected = No connection came about, so no server could say where it comes from, and nothing can be said of a reverse name or of block lists.
    .about = With --sender mailcheck looks at the public address of this machine, as a mail server sees it. Some servers name it in their answer to EHLO; where none does, and this machine stands behind a router that translates addresses (NAT), nobody here knows it. That is no fault. Who can fix it: nobody has to.
    .steps =
        Ask a mail domain whose servers name the address, such as gmail.com or outlook.com, with --sender.
finding-sender-no-reverse-name = { $address } has no reverse name
    .explanation = The DNS has no name (PTR record) for { $address }, the address that this machine seems to send from. Many of them refuse mail from an address without a name or put it off; Gmail demands one that leads back to the address.
    .owner = whoever gave you the address: the provider of your network or of your server, whose the reverse zone is
    .about = Mail servers look up the name of the address that a mail comes from (PTR record, RFC 1912 section 2.1) and many refuse mail or put it off where there is none. Only whoever holds the reverse zone can set it: the provider of the network or of the server, often on a page of the customer account. For home lines it is usually not offered. Who can fix it: the provider that the address belongs to.
    .steps =
        Have the provider set a PTR record with the full name of the mail server, and give that name an A or AAAA record with the address.
        Or send through the provider's mail server, with a login.
finding-sender-reverse-name-unconfirmed = The reverse name of { $address } does not lead back to it
    .explanation = { $address } is called { $names }, and nobody is called so who has this address: anybody can give an address any name, so mail servers look up the name too and want to come back (forward-confirmed reverse DNS). Many refuse mail or put it off where they do not; Gmail demands it.
    .explanation-nowhere = { $address } is called { $names }, and that has no address in the DNS. Mail servers look up the name too and want to come back to the address (forward-confirmed reverse DNS). Many refuse mail or put it off where they do not; Gmail demands it.
    .about = The address has a name (PTR record), and the name does not have the address. Mail servers ask for both, since anybody can claim a name for an address of his own (RFC 8601 section 2.7.3, iprev). Either the A or AAAA record of the name is to be added, by whoever runs the domain of that name, or the PTR record is to be changed, by the provider that the address belongs to. Who can fix it: you, where the name is yours; otherwise the provider.
    .steps =
        If the name is yours, give it an A record (IPv4) or AAAA record (IPv6) with the address.
        Otherwise have the provider change the PTR record to a name that leads back.
finding-sender-reverse-lookup-failed = The reverse name of { $address } cannot be looked up
    .explanation = Whether { $address } has a name that leads back to it is not known: the question for it { $why ->
        [servfail] failed in the DNS (SERVFAIL)
        [refused] was refused by the resolver
        [timeout] was not answered in time
       *[other] brought no answer
    }. Where it fails for other mail servers too, they put the mail off.
    .explanation-forward = { $address } is called { $names }, and whether that leads back is not known: the question for it { $why ->
        [servfail] failed in the DNS (SERVFAIL)
        [refused] was refused by the resolver
        [timeout] was not answered in time
       *[other] brought no answer
    }. Where it fails for other mail servers too, they put the mail off.
    .owner = whoever runs the DNS servers of the reverse zone or of the name, or your resolver
    .about = The name of the public address (PTR record) or the address of that name could not be looked up. Receiving servers that fail in the same way put the mail off until the lookup works. It may also be the resolver of this machine. Who can fix it: whoever runs the DNS servers that do not answer.
    .steps =
        Ask again later, and with another resolver: --resolver 9.9.9.9.
finding-sender-several-reverse-names = { $address } has several reverse names
    .explanation = They are { $names }, and all of them lead back. Nothing is broken; some servers look at one of them alone, and which one they get is chance.
    .explanation-some = They are { $names }; of these, { $confirmed } leads back. Most servers are content with one that does; some look at one alone, and which one they get is chance.
    .owner = whoever gave you the address: the provider of your network or of your server, whose the reverse zone is
    .about = The address has more than one PTR record. That is allowed, and serves nobody: a server that looks at one name alone may get one that does not fit the name given with EHLO. Who can fix it: the provider that the address belongs to.
    .steps =
        Have the provider leave one PTR record, with the name that the mail server gives with EHLO.
finding-sender-generic-reverse-name = The reverse name of { $address } looks like one of many
    .explanation = { $names } leads back to the address as it has to, and looks like a name that a provider gives to all its customers. That is a hint and no more: some servers take such names for home lines and refuse or distrust their mail.
    .owner = whoever gave you the address: the provider of your network or of your server, whose the reverse zone is
    .about = The reverse name holds the address itself, or a word such as dynamic, pool or dsl. Many filters count that against a sender, since lines for homes seldom have a mail server of their own. Whether it is one, nobody can tell from the name. Who can fix it: the provider that the address belongs to, where it lets customers choose the name.
    .steps =
        Have the provider set the full name of the mail server as the PTR record.
        Or send through the provider's mail server, with a login.
finding-sender-ehlo-name = The name given with EHLO is not one for a mail server: { $name }
    .explanation = { $name } has no address in the DNS. A mail server has to give a name that has one (RFC 5321 section 4.1.4), and many servers look it up.
    .explanation-literal = mailcheck gave the address { $name } in place of a name, for this machine has no full name. That is allowed (RFC 5321 section 4.1.4), and many servers distrust it. What your mail server says is its own setting.
    .explanation-other-literal = mailcheck gave the address { $name } in place of a name, for this machine has no full name, and it seems to send from { $own }. Many servers refuse an address that is not the one they see. What your mail server says is its own setting.
    .explanation-unqualified = { $name } is no full name: a mail server has to give one that the DNS knows (RFC 5321 section 4.1.4), such as mail.example.com. Many servers refuse anything else.
    .explanation-elsewhere = { $name } leads to { $addresses }, and this machine seems to send from { $own }. No server may refuse mail for that alone (RFC 5321 section 4.1.4), and some count it against the sender.
    .about = A mail server introduces itself with EHLO and its full name (RFC 5321 section 4.1.4). Receivers look whether it is a full name, whether the DNS knows it, and whether it leads to the address that they see. mailcheck gives the name of this machine, or what --ehlo says; your mail server has a setting of its own, so ask with --ehlo and its name. Who can fix it: whoever looks after this computer and its mail server.
    .steps =
        Set the full name in the mail server (Postfix: myhostname or smtp_helo_name), and give it an A or AAAA record.
        Ask again with that name: --ehlo mail.example.com.
finding-sender-listed = { $address } is on { $zones }
    .explanation = The list says so of the address that this machine seems to send from. Servers that use the list refuse such mail or distrust it. Why an address is on a list only the list can tell: some list senders of spam, some all lines for homes, some whole networks.
    .owner = whoever looks after this machine; where all of a network is on the list, its provider
    .about = Block lists in the DNS (DNSBL, RFC 5782) are asked by receiving servers about the address that a mail comes from. Lists are asked only where --dnsbl names them. What a list means and how one gets off it stands at the list's own site. Who can fix it: whoever looks after the machine, once it is known what was sent from it; for lists of home lines and of whole networks, the provider.
    .steps =
        Look up the address at the list's own site, find out what is sent from it, and only then ask to be taken off.
        Or send through the provider's mail server, with a login.
finding-dnsbl-refused = { $zone } did not answer the question
    .explanation = Its answer is a refusal and no entry: { $what ->
        [misspelt] the name of the list is misspelt (127.255.255.252)
        [public-resolver] it was asked through a public resolver, which it does not answer (127.255.255.254)
        [too-often] this resolver asks it too often (127.255.255.255)
        [names-only] it lists domains, and no addresses (127.0.1.255)
       *[other] it gives no reason, and no list means this number as an entry
    }. Whether the address is on the list is not known. A mail server that takes such an answer for an entry refuses all mail.
    .about = Some lists answer whoever may not ask with an address that is no entry: Spamhaus with 127.255.255.0/24, URIBL and SURBL with 127.0.0.1, the domain list of Spamhaus with 127.0.1.255 to questions for addresses. Mail servers and filters that take every answer for an entry then refuse all mail. Who can fix it: whoever chose the list and the resolver.
    .steps =
        Ask the list through a resolver of your own, not through a public one or a forwarder.
finding-dnsbl-useless = What { $zone } answers means nothing
    .explanation = { $what ->
        [out-of-range] Its answer is no address of 127.0.0.0/8, as every list has them (RFC 5782): the domain is parked or has another owner, or a resolver or filter on the way makes answers up.
        [lists-all] It also has 127.0.0.1, which no list may have (RFC 5782 section 5): it lists the whole world, as some lists do that were given up.
       *[no-test-entry] It does not have the entry by which a list shows that it lives (127.0.0.2, RFC 5782 section 5): the name is misspelt, the list was given up, it lists no addresses, or it does without that entry, as a few living ones do.
    } So nothing can be said of the address.
    .about = mailcheck asks a list for a second name, to know what its answer is worth: one that it must have where it does not list the address, one that it must not have where it does (RFC 5782 section 5). Answers outside of 127.0.0.0/8 are never entries. Lists that were given up first answer nothing, and later everything, so that those who still ask refuse all mail. Who can fix it: whoever chose the list.
    .steps =
        Look at the list's own site whether it is alive; where it is not, leave it out, also in the settings of your mail server.
finding-dnsbl-unanswered = { $zone } could not be asked
    .explanation = Whether the address is on the list is not known: the question { $what ->
        [servfail] failed in the DNS (SERVFAIL)
        [refused] was refused by the resolver
        [timeout] was not answered in time
       *[other] brought no answer
    }.
    .about = A list that --dnsbl names did not answer. It may be down, the way to it may be, or the resolver of this machine. It does not tell whether the address is on it. Who can fix it: this cannot be told from here.
    .steps =
        Ask again later.

evidence-dnsbl-not-asked = not asked, for there is no address to ask about: { $zones }
evidence-sender-name = { $name }: { $what ->
        [nowhere] no address in the DNS
       *[somewhere] { $addresses }
    }
evidence-dnsbl-entry = { $zone } says { $codes }{ $any ->
        [yes] : { $text }
       *[no] {""}
    }
step-sender-who-says-it = Ask a mail domain whose servers name the address, as those of Gmail and Outlook do: mailcheck --sender gmail.com. It needs a way out on port 25.
step-sender-other-way = Ask again when a connection comes about, or with another target: mailcheck --sender gmail.com
step-sender-set-reverse = Ask whoever gave you { $address } to set its PTR record to the full name of your mail server, a name whose A or AAAA record leads back to it.
step-sender-relay = Or send through your provider's mail server, over port 465 or 587 with a login: then its address counts.
step-sender-forward = If { $names } is a name of yours: give it an A record (IPv4) or AAAA record (IPv6) with { $address }.
step-sender-one-name = Ask whoever gave you { $address } to leave one PTR record, with the name that your mail server gives with EHLO.
step-sender-ask-again = Ask again later, and with another resolver: mailcheck --sender --resolver 9.9.9.9 { $target }
step-sender-ehlo = Ask with the name that your mail server gives: --ehlo { $better ->
        [none] mail.example.com
       *[other] { $better }
    }. In Postfix it is myhostname or smtp_helo_name.
step-sender-delist = Look up { $address } at the list's own site. Find out first what is sent from it; then ask there to be taken off.
step-dnsbl-own-resolver = Ask through a resolver of your own, not through a public one or a forwarder, or with the key that the list gave you. Your mail server needs the same.
step-dnsbl-spelling = Check the name of the list at its own site, also in the settings of your mail server.
step-dnsbl-names-only = Name a list of addresses: this one is asked about domains, and mailcheck asks about addresses alone.
step-dnsbl-leave-out = Look at the list's own site whether it is alive and what its name is. Where it is not, leave { $zone } out, also in the settings of your mail server.
step-dnsbl-again = Ask again later; where it stays so, look at the list's own site whether it still exists.

sender-heading = This machine as a sender
sender-address = { $seen ->
        [server] Address: { $address }, as { $server } names it
       *[interface] Address: { $address }, an address of this machine itself; no server named another
    }
sender-no-address = Address: not known from here
sender-reverse = { $what ->
        [confirmed] Reverse name: { $names }, which leads back
        [unconfirmed] Reverse name: { $names }, which does not lead back
        [unknown] Reverse name: not known
       *[none] Reverse name: none
    }
sender-ehlo = { $what ->
        [here] Name given with EHLO: { $name }, which leads here
        [elsewhere] Name given with EHLO: { $name }, which leads elsewhere
        [nowhere] Name given with EHLO: { $name }, which the DNS does not know
        [address] Name given with EHLO: { $name }, an address and no name
        [unqualified] Name given with EHLO: { $name }, no full name
       *[unknown] Name given with EHLO: { $name }
    }
sender-list = { $what ->
        [listed] { $zone }: listed ({ $codes })
        [clear] { $zone }: not listed
        [refused] { $zone }: did not answer the question
        [useless] { $zone }: its answer means nothing
       *[unanswered] { $zone }: no answer
    }
usage-shard = "{ $value }" is no part of a list; give its number and how many parts there are, from 1/8 to 8/8, or env/8
usage-shard-no-variable = --shard env needs { $one } of Kubernetes or { $other } of Slurm, and neither is set; give the part itself, as in --shard 1/8
usage-shard-how-many = { $name } does not say how many parts there are; give the number of completions, as in --shard env/8
usage-shard-variable = { $name } is "{ $value }", which does not go with the number of parts of --shard; all of them have to be asked, each once
serve-listens = listening on { $url }
serve-ends = asked to end; whoever waits for an answer gets it
serve-ended = ended
serve-reloaded = the files of settings were read again
serve-not-reloaded = the files of settings were not taken over, those from before stay in force: { $why }
serve-nothing-allowed = other machines can ask here, and --allow lists nothing, so every target is refused; list what may be checked, as in --allow '*.example.com' --allow 192.0.2.0/24
serve-allow = "{ $typed }" is no pattern of targets; give a name, *.example.com, an address or a network such as 192.0.2.0/24, as in --allow '*.example.com'
serve-listen = "{ $value }" is no place to listen at; give an address and a port, as in --listen 127.0.0.1:9825, or :9825 for every address
serve-cannot-listen = cannot listen on { $address }: { $why }; give another one with --listen
serve-jobs = "{ $value }" is no number of targets at once; give one from 1 to 1000, as in --jobs 64
serve-keep = "{ $value }" is no time to keep answers for; give seconds from 0 to 3600, as in --keep 10
serve-offset = "{ $value }" is no time to be sooner by; give seconds from 0 to 3600, as in --timeout-offset 0.5
serve-file = { $path }, line { $line }, column { $column }: { $why }
serve-syntax = this is not well-formed ({ $why })
serve-unknown-key = "{ $key }" is not known here; known are { $known }
serve-value = "{ $value }" is no value of { $key }; known are { $known }
serve-kind = { $kind ->
    [table] "{ $key }" has to be a table of options, as in [modules.{ $key }]
    [fewer] these are more than 1000 modules
    [switch] "{ $key }" is either true or false
    [texts] "{ $key }" is a text or a list of texts
    [map] "{ $key }" has to hold settings, each on a line of its own
    [hash] the password of "{ $key }" has to be a bcrypt hash with a cost of 4 to 18, as htpasswd -nB makes it; a user's name has no colon
   *[text] "{ $key }" is one text
}
serve-needed = { $key } is needed here
serve-module = module { $module }: { $why }
serve-pem-empty = { $path } holds no { $what ->
    [key] private key
   *[certificate] certificate
} in PEM form
serve-pem-refused = { $path } cannot be used for TLS ({ $why })
serve-parameter = "{ $name }" is no parameter of /probe; known are { $known }
serve-parameter-twice = "{ $name }" is given twice; leave one out
serve-encoding = "{ $name }" is no text in the encoding of URLs; write what is special as % and two hexadecimal digits of UTF-8
serve-no-target = the target is missing; ask for /probe?target=mail.example.com
serve-no-module = there is no module "{ $module }"; known are { $known }
serve-no-format = there is no format "{ $format }"; known are { $known }
serve-not-allowed = "{ $target }" is not among the targets that may be checked from here; --allow lists them
serve-leads-elsewhere = "{ $target }" leads to { $address }, which may not be asked from here; --allow lists networks, and names that lead to public addresses
serve-foreign = a page of another site asks; open this server's own page and ask there
serve-host = this server is not known as "{ $host }"; ask it by an address or localhost, or start it with --name
serve-unauthorized = a user's name and a password are needed
serve-busy = too much is being asked at the moment; ask again in a few seconds
serve-ending = this server is about to end
serve-too-long = the URL is too long
serve-not-found = there is nothing here; the page is at /
serve-method = this is not done by that method
serve-page-title = mailcheck
serve-page-about = Says why this server cannot talk to a mail server, whose fault it is, and what to do next.
serve-page-target = Target
serve-page-service = Services
serve-page-module = Module
serve-page-format = Format
serve-page-check = Check
serve-page-recent = Checked last
serve-page-nothing = Nothing yet.
serve-page-verdict = Verdict
serve-page-time = Time
serve-page-metrics = Metrics of this server
serve-page-came-to = { $verdict ->
    [ok] OK
    [warning] Warning
    [inconclusive] Inconclusive
   *[failed] Failed
}

## A fleet

usage-fleet-absent = this build of mailcheck has no fleet; take a released binary, or build with --features nats
usage-fleet-which = say what the fleet is to do: submit, work, collect, status, reconcile or forget, as in mailcheck fleet status --survey weekly. A host of that name is checked with mailcheck -- fleet
usage-fleet-survey-missing = no survey was named; give its name, as in --survey weekly
usage-fleet-output-missing = no file for the results was named; give one, as in -o result.ndjson
usage-fleet-survey = "{ $value }" is no name for a survey; use up to 64 letters, digits, - and _, as in --survey weekly-2026
usage-fleet-number = "{ $value }" is no value for { $option }; give a whole number from { $least } to { $most }, as in { $option } { $example }
usage-fleet-server = "{ $value }" is no NATS server; give one as in --server nats://nats.example.com:4222, or tls://nats.example.com
usage-fleet-secret = the URL of the server { $host } has a name or a secret in it, which other users of this machine can see; put them into a file and give that with --creds
usage-fleet-creds = { $path } has no credentials; write a line user = NAME and a line password = SECRET into it, or one line token = SECRET
usage-fleet-signed = { $path } has a signed token or the seed of a key, which this version cannot use; give a user of the server with a password, a token, or a client certificate (--tls-cert, --tls-key)
usage-fleet-half = { $option } does nothing without { $other }; give both
usage-fleet-no-text = { $path } is no text; give a file in PEM form
usage-fleet-output = results go to a file of one line a target; give a name that ends in .ndjson in place of { $path }
usage-fleet-no-survey = there is no survey { $survey } on the server; submit it, as in mailcheck fleet submit --survey { $survey } --targets hosts.txt
usage-fleet-other-options = the survey { $survey } was submitted with other options; give those again, or another name
usage-fleet-other-list = the survey { $survey } has another list; give that one again, or another name
fleet-unprotected = the credentials go to { $host } without TLS, unless the server insists on it; tls:// keeps them from others
fleet-unreachable = cannot reach a NATS server at { $server }: { $why }
fleet-not-permitted = the NATS server at { $server } does not let this machine in; see --creds, --tls-cert and --tls-key
fleet-tls = no TLS with the NATS server at { $server }: { $why }; --tls-ca names the authorities to trust
fleet-no-streams = the NATS server has no JetStream for this fleet: { $why }
fleet-small-messages = the NATS server takes messages of { $bytes } bytes; a fleet needs max_payload to be { $least } at least
fleet-full = the NATS server has no room for it: { $why }
fleet-silent = the NATS server did not do it: { $why }
fleet-too-large = that is more than the NATS server takes in a message; raise its max_payload
fleet-patience = { $why }. It is tried again until it works
fleet-other-format = it is of format { $format }, and this mailcheck knows format { $own }; take the same version on all machines
fleet-other-program = mailcheck { $program } submitted it, and this mailcheck { $own } would ask otherwise; take the same version on all machines
fleet-left-alone = the survey { $survey } is left to others: { $why }
fleet-lost-results = the results of chunk { $chunk } are not on the server any more, or not whole; mailcheck fleet reconcile has its targets asked again
fleet-repeated = { $count ->
    [one] One target stands in the list more than once, and is asked once
   *[other] { $count } lines repeat a target of the list, which is asked once
}
fleet-submitted = Survey { $survey }: { $targets ->
    [one] one target
   *[other] { $targets } targets
} in { $chunks ->
    [one] one chunk
   *[other] { $chunks } chunks
}
fleet-worked = { $targets ->
    [one] one target
   *[other] { $targets } targets
} asked, in { $chunks ->
    [one] one chunk
   *[other] { $chunks } chunks
}
fleet-status-submitted = Survey { $survey }: { $targets ->
    [one] one target
   *[other] { $targets } targets
} in { $chunks ->
    [one] one chunk
   *[other] { $chunks } chunks
}
fleet-status-open = The list is not submitted to its end yet.
fleet-status-done = Done: { $targets }
fleet-status-at-work = At work: { $targets }
fleet-status-waiting = Waiting: { $targets }
fleet-status-failed = Given up: { $targets }
fleet-status-unqueued = Of those that wait, { $targets } are not in the queue: mailcheck fleet reconcile --survey { $survey } puts them back.
fleet-collected = { $written ->
    [0] No new results
    [one] One new result
   *[other] { $written } new results
} in { $path }; { $left ->
    [0] none is still to come
    [one] one target has none yet
   *[other] { $left } targets have none yet
}{ $failed ->
    [0] {""}
   *[other] {""}; { $failed } were given up: mailcheck fleet reconcile --survey { $survey } --failed has them asked again
}
fleet-reconciled = { $targets ->
    [0] Nothing of the survey { $survey } is missing from the queue
    [one] One target of the survey { $survey } is back in the queue
   *[other] { $targets } targets of the survey { $survey } are back in the queue
}
fleet-not-sealed = The list of the survey { $survey } is not submitted to its end; do that again with mailcheck fleet submit, which adds what is missing
fleet-forgotten = The survey { $survey } is deleted from the server
