### What the reports say around the findings: headings, tables, settings, failures.

## Words

this-machine = (this machine)
yes = yes
no = no
none = none
and-more = { " " }and { $count } more
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
stage-quit = goodbye

outcome-ok = ok
outcome-failed = failed
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

## How the target was read

heading = { $name }: { $reading }
heading-addresses = Addresses: { $addresses }
heading-addresses-connect-to = Addresses: { $addresses } (given with --connect-to)
heading-addresses-hosts-file = Addresses: { $addresses } (from this machine's hosts file, not from the DNS)
heading-aliases = Alias of: { $aliases }

reading-service = one service of a host, { $service } on port { $port }
reading-domain-mx = a mail domain, because it has MX records; tried as another mail server would
reading-domain-forced = a mail domain, as asked; tried as another mail server would
reading-host-no-mx = a host, because it has no MX records
reading-host-unknown = taken as a host
reading-host-mx-unknown = taken as a host; its MX records could not be looked up
reading-host-named = a host, with the services asked for
reading-host-address = a host, given by its address
reading-host-label = a host, with the { $protocol } services that its name promises
reading-host-forced = a host, as asked

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
row-services = all { $count } services
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

short-deadline = not finished: the run's time was up at { $stage }
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
short-closed-quit = connection closed at the goodbye
short-local = not possible on this machine
short-not-found = name not found
short-no-data = name has no address
short-dns-failure = { $reason ->
    [servfail] DNS failure: SERVFAIL
    [refused] DNS failure: REFUSED
    [rcode] DNS failure: code { $detail }
    [unreachable] resolver unreachable
    [tcp-blocked] DNS over TCP blocked
    [alias-loop] aliases without end
    [malformed] no DNS answer
    [no-resolver] no resolver configured
   *[other] DNS failure
}
short-protocol = { $detail ->
    [none] not { $protocol } at { $stage }
   *[other] { $detail } speaks there, not { $protocol }
}
short-rejected = { $reason ->
    [temporary] rejected for now: { $detail }
   *[permanent] rejected: { $detail }
}
short-not-offered = STARTTLS not offered
short-tls = { $reason ->
    [not-tls] { $detail ->
        [none] no TLS on this port
       *[other] no TLS on this port, { $detail } speaks there
    }
    [incompatible] no TLS version or cipher in common
    [misbehaved] TLS rules broken by the server
    [other] TLS failed
   *[alert] TLS alert { $detail }
}
short-certificate = certificate not trusted: { $detail }

## Failures, a sentence each

failure-deadline = The time for the whole run was up at this stage: { $stage }. Nothing follows from that about the server.

failure-timeout = { $address } stayed silent for { $elapsed } on port { $port }, at this stage: { $stage }.
failure-timeout-resolve = No resolver answered within { $elapsed } when asked for the address of { $host }.
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
    [none] This machine's rules forbid the connection to port { $port } of { $address }: { $detail }.
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
    [servfail] The resolvers could not find out the address of { $host } (SERVFAIL).
    [refused] The resolvers refused to look up { $host } (REFUSED).
    [rcode] The resolvers answered the question for { $host } with response code { $detail }.
    [unreachable] The resolver could not be reached: { $detail }.
    [tcp-blocked] The answer for { $host } is too long for UDP, and the resolver does not answer over TCP.
    [alias-loop] The aliases of { $host } lead back to where they began, or do not end.
    [malformed] What the resolver sent for { $host } is no DNS answer.
    [no-resolver] This machine has no resolver configured, so { $host } could not be looked up.
   *[other] The address of { $host } could not be looked up.
}
failure-protocol = { $detail ->
    [none] What { $address } sent on port { $port } is not { $protocol }: "{ $received }".
   *[other] { $detail } speaks on port { $port } of { $address }, not { $protocol }: "{ $received }".
}
failure-rejected = { $reason ->
    [temporary] { $address } said no on port { $port } for now, at this stage: { $stage }. Its words: "{ $detail }".
   *[permanent] { $address } said no on port { $port }, at this stage: { $stage }. Its words: "{ $detail }".
}
failure-not-offered = { $address } does not offer STARTTLS on port { $port }.
failure-tls = { $reason ->
    [not-tls] { $detail ->
        [none] { $address } answered the TLS handshake on port { $port } with something that is not TLS: "{ $received }".
       *[other] { $address } answered the TLS handshake on port { $port } in { $detail }: "{ $received }".
    }
    [incompatible] { $address } and mailcheck have no TLS version or cipher in common on port { $port }: { $detail }.
    [misbehaved] { $address } broke the rules of TLS on port { $port }: { $detail }.
    [other] The TLS handshake with { $address } on port { $port } failed: { $detail }.
   *[alert] { $address } ended the TLS handshake on port { $port } with the alert { $detail }.
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

finding-line = { $severity }: { $title }
finding-owner = Who can fix it: { $owner }
finding-evidence = Why we think so:
finding-steps = What to do:
finding-numbers = Programs show: { $numbers }
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
path-open = { $from ->
    [none] open
   *[other] { $from } open
}
path-refused = { $from ->
    [none] refused
   *[other] { $from } refused
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
settings-password = password ({ $mechanisms })
settings-not-everywhere = { $what } (not at every address)

## The verdict

verdict-line = { $verdict }: { $what } (mailcheck { $version }, { $time })
verdict-target = { $verdict }: { $what }
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
dns-outcome-authenticated = validated by the resolver
dns-outcome-timeout = no answer
dns-outcome-malformed = not a DNS answer
dns-outcome-extended = extended error { $code } "{ $text }"

## The page

html-title = { $verdict }: { $names }
html-findings = What was found
html-checks = What was tried
html-cut = Bars with a torn end go on beyond the picture.
html-paths = The way there
html-path = Path to port { $port } of { $address }
html-path-start = this computer
html-path-unreached = { $address } was not reached
html-path-fault-at = The fault is here
html-path-fault-after = The fault is here or just behind
html-record = The whole record

## Monitoring

nagios-certificate = { $ended ->
    [yes] { $name }: a certificate has expired
   *[no] { $name }: a certificate expires in { $days ->
        [one] 1 day
       *[other] { $days } days
    }
}
nagios-check = { $port ->
    [none] { $host } { $service } ({ $address }): { $outcome }, { $details }
   *[other] { $host } { $service } port { $port } ({ $address }): { $outcome }, { $details }
}

## The ticket

ticket-versions = mailcheck { $version } on { $os }, { $time }, ran for { $elapsed }
ticket-vantage = This machine: IPv4 { $ipv4 }, IPv6 { $ipv6 }, proxy configured { $proxy }
ticket-resolvers = Resolvers: { $resolvers }
ticket-record = Record of the failed checks
ticket-record-all = Record

## What is being waited for, while it works

progress-resolve = looking the name up
progress-connect = connecting
progress-greeting = waiting for the greeting
progress-capabilities = asking what the server offers
progress-starttls = asking for encryption
progress-tls = agreeing on encryption
progress-certificate = judging the certificate
progress-quit = saying goodbye
progress-causes = looking for the cause
