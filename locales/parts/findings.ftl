# What the facts mean.
#
# finding-ID is the title. .explanation says what happened and what it means; .explanation-VARIANT stands in for it in a
# special case. .about is for "mailcheck explain ID": what the finding means, on which signals it rests, what it cannot
# say. .steps are the usual next steps, one a line. .about and .steps name no values.
#
# Findings about checks may name $host, $addresses, $ports and $count (how many ports); findings about names $host and
# $count (how many names). What else a finding may name is in its sentences.

# Names and the DNS

finding-name-not-found = The name { $host } does not exist
    .explanation = The DNS answered that there is no such name (NXDOMAIN). The name is mistyped, or its domain has lapsed or lost the record. No connection could be tried.
    .explanation-suggestion = The DNS answered that there is no such name (NXDOMAIN). A name that is nearly the same does exist: { $suggestion }. It is probably a typing mistake.
    .explanation-one-word = The DNS answered that there is no such name (NXDOMAIN). It is a single word; mail servers have full names with dots, such as smtp.example.com.
    .about = The DNS answered NXDOMAIN: the name does not exist, neither with addresses nor with anything else. That is a definite answer, not a failure of the resolver. It cannot say whether the name was mistyped, was withdrawn or never existed. Owner: whoever runs the DNS of the domain, unless the name is a typing mistake.
    .steps =
        Compare the name letter by letter with the one that the mail provider gives.
        Ask the provider for the right server name.
        If it is your own domain: look whether the domain is registered and the record is in the zone.

finding-no-address = { $host } has no address
    .explanation = The name exists, but the DNS has neither an IPv4 nor an IPv6 address for it. It is probably a mail domain or another kind of name, and not the name of a server.
    .explanation-ipv4 = The name exists, but has no IPv4 address. IPv6 was not asked for.
    .explanation-ipv6 = The name exists, but has no IPv6 address. IPv4 was not asked for.
    .explanation-domain = The domain exists, but the DNS names no mail exchanger for it, and it has no address of its own. Mail to it cannot be delivered anywhere.
    .about = The name exists and has no A or AAAA record of the families asked for. The DNS said so itself; no resolver failed. Owner: whoever runs the DNS of the domain.
    .steps =
        Ask the provider for the name of the server; the part behind the @ of an address often is not one.
        If it is your own name: publish an A or AAAA record for it.

finding-dns-server-failure = The DNS servers of { $host } do not answer properly
    .explanation = The resolver could not get a usable answer for this name (SERVFAIL). The usual reasons are DNS servers of the domain that are dead or know nothing of it, and signatures (DNSSEC) that do not fit. It does not mean that the name is wrong.
    .about = The resolver answered SERVFAIL: it asked the domain's own servers and got nothing that it could use. Where the resolver gave a reason (an extended DNS error), it is in the evidence. Without a reason a dead server, a wrong delegation and a broken signature look the same from here. A fault of the resolver itself looks the same too: asking another resolver tells. Owner: whoever runs the DNS of the domain.
    .steps =
        Ask another resolver for the same name. If it answers, the first resolver is at fault.
        Tell whoever runs the DNS of the domain which name fails and what the resolver said.

finding-dnssec-bogus = The signatures of { $host } in the DNS do not fit
    .explanation = The resolver found records, but their signatures (DNSSEC) are wrong, too old or missing, so it does not hand them out. Resolvers that check see no server; those that do not check see one. The domain has to mend its signatures.
    .about = The resolver answered SERVFAIL, and either said itself that validation failed (extended DNS errors 6 to 12), or gave an answer as soon as it was asked not to check (CD bit, RFC 4035). The usual reasons are signatures past their date and a key that the parent zone does not know. A resolver whose own clock is wrong makes the same mistake; another resolver tells. Owner: whoever runs the DNS of the domain.
    .steps =
        Tell whoever runs the DNS of the domain that DNSSEC is broken there.
        To see whether it is one resolver alone: ask another that checks signatures.

finding-cname-loop = The aliases of { $host } lead round in a circle
    .explanation = The name is an alias (CNAME) of another name, and the chain of aliases comes back to where it began or does not end. No resolver can find an address for it.
    .about = The CNAME records of a name lead back to themselves, or there are so many that resolvers give up. The chain is in the evidence. Owner: whoever runs the DNS of the domain.
    .steps =
        Let one of the aliases end at a name that has an address.

finding-dns-refused = The resolver will not answer the question for { $host }
    .explanation = The DNS resolver ({ $resolvers }) answered, and refused the question. A resolver does that when this machine is not among its clients, or when a rule forbids the name. Nothing can be said of the mail server.
    .about = The resolver answered REFUSED, or with another code by which it declines a question. It says nothing about the name. Usual reasons: the resolver belongs to another network and serves only its own clients, or a filter is in force. Owner: whoever runs the resolver.
    .steps =
        Set the resolver that this network hands out.
        Ask whoever runs the resolver why it refuses.

finding-dns-timeout = No DNS answer for { $host }
    .explanation = No resolver ({ $resolvers }) answered in time, so the address of the server is not known. The network is down, the resolver is, or something drops DNS on the way. Nothing can be said of the mail server.
    .explanation-alive = The resolver ({ $resolvers }) answered other questions and not this one. The domain's own DNS servers may be silent and the resolver still waiting for them, or packets were lost. From here these look the same.
    .explanation-authority = The resolver says that the domain's own DNS servers do not answer. The resolver is well; the servers of the domain are down or cannot be reached.
    .about = A question got no answer in time from any resolver; or the resolver itself reported, after waiting, that the domain's servers are silent (extended DNS errors 22 and 23). In the first case the resolver or the network to it is the suspect, in the second the domain. A resolver that silently waits for the domain's servers looks like a dead resolver: where it answered other questions, the finding says so and names no owner.
    .steps =
        Look whether other names can be resolved.
        Ask another resolver for the same name.
        If only this name fails: tell whoever runs the DNS of the domain.

finding-resolver-down = The DNS resolver cannot be reached
    .explanation = The resolver ({ $resolvers }) did not accept the question: its port is closed, or there is no way to it. Without it no name can be looked up, and nothing can be said of the mail server.
    .explanation-local = This machine asks a resolver on itself, or its own rules stop the question ({ $resolvers }). The resolver is not running, or a firewall here forbids DNS.
    .about = The question to the resolver came back with an error of the system: port closed, no route, or not permitted. That is quicker and more definite than silence. Where the resolver is this machine itself, or the system forbids the packet, the fault is here; otherwise it is the network's.
    .steps =
        Look whether this machine is on the network.
        Start the resolver, or set another one.

finding-no-resolver = This machine has no DNS resolver
    .explanation = No resolver is configured on this machine, so no name can be turned into an address. Nothing can be said of the mail server.
    .about = The configuration of the system names no resolver. Usually the machine is not on a network, or the file that holds the resolvers is empty. Owner: whoever runs this machine.
    .steps =
        Connect to the network, or renew the connection.
        Set a resolver in the network settings.

finding-resolver-slow = The first DNS resolver does not answer
    .explanation = The resolver { $resolver } gave no answer; { $other } did. Every program on this machine asks the dead one first, and loses time with every name.
    .about = The first resolver in the list timed out or refused the packet for every question, and a later one answered. Lookups work, but each begins with a wait. Owner: whoever runs the resolver or hands out its address.
    .steps =
        Repair the first resolver, or take it off the list.

finding-dns-tcp-blocked = DNS over TCP is blocked
    .explanation = The answer for { $host } is too long for one datagram, and the resolver ({ $resolvers }) does not answer over TCP port 53. Something on the way blocks it, or the resolver does not offer it. Nothing can be said of the mail server.
    .about = The resolver sent a truncated answer, which means "ask again over TCP" (RFC 7766), and TCP did not work. Short answers still come through, so that only some names fail. A filter on the way and a resolver without TCP look the same. Owner: the network.
    .steps =
        Allow TCP port 53 to the resolver.
        Set another resolver.

finding-dns-malformed = What answers as resolver speaks no proper DNS
    .explanation = The answers from the resolver ({ $resolvers }) for { $host } are no DNS messages, or do not fit the question. A broken router or a device that meddles with DNS is the usual cause. Nothing can be said of the mail server.
    .about = The bytes that came back are not a DNS answer to the question. Owner: the network with the resolver.
    .steps =
        Set another resolver.
        Restart the router, where the router is the resolver.

finding-dns-hijacked = The DNS answers for { $host } are made up
    .explanation = The resolver ({ $resolvers }) has an address also for a name that cannot exist, and { $addresses } is such an address. So it is not the mail server's. Networks with a login page do that, and some providers for names that do not exist. Nothing can be said of the mail server.
    .explanation-unrelated = The resolver ({ $resolvers }) gives { $addresses } for { $host } and for a name of quite another party as well. So it is not the mail server's address. Networks with a login page do that. Nothing can be said of the mail server.
    .about = When connections to an odd address fail, mailcheck asks the resolver for a name that cannot exist and for a well-known name of another party. An address for the first, or the same address for the second, is made up. The name itself may be right, or may not exist at all: a resolver that lies does not tell. Owner: the network with the resolver.
    .steps =
        Open a web page once: the network may want a login first.
        Set another resolver, and run mailcheck again.

finding-null-mx = { $alone ->
        [yes] { $host } takes no mail
       *[no] { $host } has a null MX beside others
    }
    .explanation = The domain says in the DNS that it takes no mail at all (null MX). This is a deliberate setting, and there is no mail server to reach.
    .explanation-mixed = The domain has a null MX record, which says "no mail here", beside real mail exchangers. The two contradict each other; some servers will refuse to send.
    .about = The domain publishes the null MX of RFC 7505: a single MX record that names the root ".". Nothing failed; the domain wants no mail. Beside other MX records it is a mistake. Owner: whoever runs the DNS of the domain.
    .steps =
        Look whether the domain is the right one; mail often goes to another domain of the same owner.
        If it should take mail: replace the null MX by the name of the mail server.

finding-mx-alias = The mail exchanger { $host } is an alias
    .explanation = The MX record of { $domain } names an alias (CNAME). Most servers follow it, but the standard forbids it and some servers will not deliver.
    .about = An MX record must name a host that has addresses of its own (RFC 2181 section 10.3, RFC 5321 section 5.1). Mail arrives from most senders all the same, therefore this is a warning. Owner: whoever runs the DNS of the domain.
    .steps =
        Let the MX record name the host at the end of the alias.

finding-mx-target-missing = The mail exchanger { $host } does not exist or has no address
    .explanation = An MX record of { $domain } names a host that the DNS knows no address for. Nothing can be delivered there; senders go on to the next mail exchanger, if there is one.
    .about = The DNS has the MX record, and for the host in it NXDOMAIN or no A and AAAA record. It is a warning where another mail exchanger works. Owner: whoever runs the DNS of the domain.
    .steps =
        Correct the name in the MX record, or give the host an address.
        Remove records of servers that are gone.

finding-mx-not-a-name = An MX record of { $host } holds an address
    .explanation = The MX record holds { $exchanges }. An MX record must hold a name; most senders cannot use an address there.
    .about = The host field of an MX record is an IP address. Resolvers treat it as a name that does not exist. Owner: whoever runs the DNS of the domain.
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
    .about = A static entry of this machine (/etc/hosts, or its twin on Windows) takes the place of the DNS. It is a warning when no connection to that address came about. Owner: whoever runs this machine.
    .steps =
        Compare the entry with what the DNS says.
        Remove the entry, if nobody needs it.

# This machine

finding-ipv6-unavailable-here = { $host } has IPv6 addresses, this machine has no IPv6
    .explanation = This machine has no way to the IPv6 internet, so { $addresses } cannot be reached from here. IPv4 is used in its place, and nothing is wrong with that.
    .about = The name has AAAA records, and the system knows no route for IPv6. Mail programs use IPv4 in that case. It says nothing about the server's IPv6.
    .steps =
        Nothing needs to be done.

finding-ipv4-unavailable-here = { $host } has IPv4 addresses, this machine has no IPv4
    .explanation = This machine has no way to the IPv4 internet, so { $addresses } cannot be reached from here. IPv6 is used in its place, and nothing is wrong with that.
    .about = The name has A records, and the system knows no route for IPv4. It says nothing about the server's IPv4.
    .steps =
        Nothing needs to be done.

finding-no-route-here = This machine has no way to { $host }
    .explanation = The system found no route to { $addresses }. No packet left this machine, so nothing can be said of the server. The cable, the wireless network or a VPN is down, or a route is missing.
    .explanation-both = This machine has no route to the internet, neither for IPv4 nor for IPv6. No network is connected, so nothing can be said of the server.
    .explanation-ipv6 = The server can be reached over IPv6 alone ({ $addresses }), and this machine has no way to the IPv6 internet. From a network with IPv6 it may work.
    .explanation-ipv4 = The server can be reached over IPv4 alone ({ $addresses }), and this machine has no way to the IPv4 internet. From a network with IPv4 it may work.
    .about = The connection failed at once with "network is unreachable" (ENETUNREACH, 10051), and no router had said so: the decision fell in this machine's own routing table. Owner: whoever runs this machine.
    .steps =
        Look whether the network cable or the wireless network is connected.
        Look whether a VPN is half up; disconnect and connect it again.
        Try another web site or server, to see whether anything can be reached.

finding-local-route-rejects = A route of this machine rejects { $addresses }
    .explanation = The system said at once that the host cannot be reached, and nobody on the network had said so: a route of the type "unreachable" is set. Nothing was sent, so nothing can be said of the server. VPN programs and kill switches set such routes.
    .explanation-prohibit = The system said at once that it is not permitted, and nobody on the network had said so: a route of the type "prohibit" is set, or security software forbids the connection. From here these look the same. Nothing was sent, so nothing can be said of the server.
    .explanation-blackhole = The system called the address invalid at once: a route of the type "blackhole" swallows it. Nothing was sent, so nothing can be said of the server. VPN programs and tools against attacks set such routes.
    .about = The connection failed at once with EHOSTUNREACH, EACCES or EINVAL, and the error queue of the socket was empty: no ICMP message, so the decision fell in this machine. On Linux these are routes of the types unreachable, prohibit and blackhole; EACCES can be security software as well. Owner: whoever runs this machine.
    .steps =
        List the routes (ip route get ADDRESS), and look who set the one that rejects.
        Disconnect the VPN, and try again.

finding-local-firewall = This machine's own firewall stops { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } to { $host }
    .explanation = The refusal came from this machine itself: its own address is the sender. A packet filter here rejects the connection; nothing left the machine, and nothing can be said of the server.
    .explanation-reset = A refusal came although the packet was allowed to pass no router at all, and the server is farther away than that. So it was made by this machine: a packet filter or security software here. In a rare case it is the first router that takes the connection for itself. Nothing can be said of the server.
    .explanation-dropped = No router has seen the connection requests, and the system counted packets that its own filter dropped on their way out. A firewall on this machine swallows them; nothing can be said of the server.
    .explanation-not-permitted = The system did not permit the connection (EPERM). Security software, a sandbox or a rule of the system on this machine forbids it; nothing was sent, and nothing can be said of the server.
    .about = One of four signs: an ICMP refusal with our own address as its sender; a reset at TTL 1, where a packet can only just leave the machine; the kernel's count of packets dropped by its own filter (TcpExt.TCPRetransFail) rising while connects are silent and no router hears them; or EPERM. The count is of the whole machine, therefore it must be at least one for each silent port. Owner: whoever runs this machine.
    .steps =
        Look into the firewall of this machine (nft list ruleset, or the settings of the security software), and allow the port.
        Run mailcheck again.

finding-local-ports-exhausted = This machine has no free port left
    .explanation = The system had no free address or port of its own for a connection to { $host }: too many connections are open or have just ended. Nothing was sent, and nothing can be said of the server.
    .about = The system said EADDRNOTAVAIL (10049), EADDRINUSE (10048) or ENOBUFS (10055, on Windows) before anything was sent. All ports that programs get by themselves are taken. A machine that cannot use the address family at all looks the same. Owner: whoever runs this machine.
    .steps =
        Close programs that hold many connections, or restart the machine.
        Widen the range of ports (net.ipv4.ip_local_port_range).

finding-local-descriptors-exhausted = This machine can open no more files and connections
    .explanation = This process or the whole machine has too many files and connections open, so that none could be opened to { $host }. Nothing was sent, and nothing can be said of the server.
    .about = The system said EMFILE (10024) or ENFILE before anything was sent: the limit of open files of the process or of the system is reached. Owner: whoever runs this machine.
    .steps =
        Raise the limit of open files (ulimit -n).
        Close programs that hold many connections.

finding-local-failure = This machine could not open the connection
    .explanation = The system refused to open a connection to { $host } before any packet was sent, for a reason of its own. Nothing can be said of the server.
    .about = The system call failed for a reason that is none of the others: not the lack of ports or descriptors, not a route and not a firewall. The system's own words are in the evidence. Owner: whoever runs this machine.
    .steps =
        Look up the error with mailcheck explain.

# The network

finding-gateway-down = The gateway of this network does not answer
    .explanation = Every packet to { $addresses } has to go through the gateway, and the gateway did not answer on the own network for three seconds. Nothing left the network, so nothing can be said of the server.
    .explanation-known = Every packet to { $addresses } has to go through the gateway { $gateway }, and it did not answer on the own network for three seconds. Nothing left the network, so nothing can be said of the server.
    .about = The system gave up after about three seconds, with its own address as the sender of "host unreachable", and had sent nothing: nobody answered its question for the hardware address (ARP, or neighbour discovery). The server is not on the own network, so the question was for the gateway. The gateway is off, the wrong gateway is set, or the cable or wireless network leads nowhere. Owner: the network.
    .steps =
        Look whether the router is on, and restart it.
        Look whether the network cable or the wireless network is the right one.

finding-neighbour-silent = { $host } is on this network and does not answer
    .explanation = { $addresses } belongs to a network that this machine is on, and nobody there has that address. The server is off, has another address, or is on another cable or wireless network.
    .about = The system asked on the own network who has the address (ARP, or neighbour discovery), and nobody answered for about three seconds. No router is involved. A server that is off and an address that is out of date look the same. Owner: the server.
    .steps =
        Look whether the server is on, and which address it has.
        Look whether both machines are on the same network.

finding-port-25-blocked = Port 25 is blocked on the way to { $host }
    .explanation = Port 25 at { $addresses } does not answer from here, while other ports of the same address ({ $answering }) do. Most access and cloud providers block port 25 on purpose, against spam. That the server drops port 25 for this network alone cannot be ruled out from here.
    .explanation-rejected = A device on the way turned the connection to port 25 away, while other ports of the same address ({ $answering }) answer. Most access and cloud providers block port 25 on purpose, against spam.
    .about = Port 25 is silent or rejected on the way, another port of the same address answers, and no other server answered on port 25 either. The usual cause is a filter of the access or cloud provider. Where the path was followed, it ends before the server or nothing tells its end; silence right at the server is another finding. A filter at the server that drops port 25 for this network looks the same where the path is not known. Mail programs do not need port 25: they send over 465 or 587 with a login. Owner: the network.
    .steps =
        In a mail program: use port 465 (SSL/TLS) or 587 (STARTTLS) with a login.
        For a mail server: ask the provider to open port 25, or send through a relay on port 587.
        To be sure: try from another network.

finding-proxy-required = Only the proxy leads to { $host }
    .explanation = No direct connection came about, and through the proxy { $proxy }, which is configured here, the server answered. This network lets nothing out except by its proxy. Mail programs have to go through it, or the network has to allow mail.
    .about = Every direct port was silent or turned away, a proxy is named in the environment, and the server's greeting came through it. So the server works, and the network stands in between. Owner: the network.
    .steps =
        Set the proxy in the mail program, if it can use one.
        Ask the administrator of the network to allow the mail ports.

finding-intercepted = Something on the way answers on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } in the place of { $host }
    .explanation = The connection to { $addresses } was taken at hop { $hop } ({ $router }), while packets to other ports of the same address go farther. So it is not the server that answers there, but a device on the way, and what failed is the device's doing. Whatever is sent over this port passes through it.
    .explanation-name = On this port { $name } greets, on the other ports of the same address { $usual }. A device on the way may have taken the connection, as some providers do with port 25; or the operator of the server leads this port to another party. From here these look the same.
    .about = The port opens at a hop where packets to other ports of the same address are still on their way: at the first router, or at least two hops nearer. Or: one port greets with a name of quite another party. Providers do that with port 25, company firewalls with every port. A server whose operator leads single ports to machines elsewhere can look the same by its name. Only looked for where a check failed. Owner: the network.
    .steps =
        Send no password over that port from here.
        Ask the provider or the administrator why mail connections are taken.
        Try from another network.

finding-refused-on-path = Something on the way refuses { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } of { $host }
    .explanation = { $sender } answered in the server's place that the port is closed (port unreachable). The server was not asked. A filter there refuses the connection.
    .explanation-reset = A refusal came from hop { $hop } ({ $sender }) in the server's name: it comes already where packets to other ports of { $addresses } are still on their way. The server was not asked. A filter there resets the connection.
    .about = The program sees "connection refused" (10061), which looks like a closed port. But the reset comes at a lower TTL than the server's answers on its other ports, so that a router before it made it; or it is an ICMP "port unreachable" with a router as its sender. Paths of one address that differ in length could mislead, and are rare. Owner: the network.
    .steps =
        Ask the provider or the administrator of the network whether the port is blocked.
        Try from another network.

finding-protocol-blocked = TCP is not let through to { $host }
    .explanation = { $sender } says that TCP is not to be had at { $addresses } (protocol unreachable). A filter on the way, or an address that belongs to something else than a mail server, is the usual cause.
    .about = An ICMP message "protocol unreachable" came back (IPv6: "unrecognized next header"). No ordinary host lacks TCP, so this is a filter's odd way of refusing, or not a host at all. Owner: whoever runs the sender.
    .steps =
        Ask whoever runs the named address.
        Compare the address with the one that the provider gives.

finding-routing-loop = Routers send packets to { $host } round in a circle
    .explanation = The packets to { $addresses } went from router to router until their time was up; { $sender } is one of them. Two or more routers each believe that the other knows the way.
    .about = A router reported that the TTL had run out although the packet began with the full one (ICMP "time exceeded"), or the path comes by the same routers again and again. Seldom the address is right and a route is wrong; often nobody uses the address any more and its network is still announced. Owner: the network with these routers.
    .steps =
        Tell your provider what the router says.
        Compare the address with the one that the provider gives.
        Try from another network.

finding-connection-lost-on-path = The connection to { $host } dies on the way
    .explanation = The connection to { $addresses } came about, and then { $stage ->
        [greeting] what was sent
        [capabilities] the first command
        [starttls] the request for encryption
       *[other] what was sent
    } was never acknowledged by the server's system. Something on the way lets connections begin and drops what follows; or the line broke at that moment.
    .explanation-silent = The connection to { $addresses } came about, and then the server's system was not heard of any more, though it was asked every second. A firewall on the way that forgets connections, a line that broke, or a server that crashed: from here these look the same.
    .explanation-unreachable = The connection to { $addresses } came about, and then a router reported that there is no way any more, until the system gave up. The line broke, or a filter began to act.
    .about = The kernel tells what became of the connection: data of ours that the other side's kernel never acknowledged, or a kernel there that answers no more questions whether it is alive. A service that merely hangs leaves its kernel awake, so this is the path or the whole machine. Owner: the network.
    .steps =
        Try again at once. If it dies at the same point each time, a filter on the way looks into the connection.
        Try from another network.

finding-path-mtu-black-hole = Large packets are lost on the way to { $host }
    .explanation = Small packets pass and large ones vanish: the encryption on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } stalls where the server sends its certificates, and works as soon as all packets are small. A line on the way takes smaller packets than usual, and a firewall drops the messages that would say so. Web pages that hang half loaded have the same cause.
    .about = TLS stalled after the server's system had the hello, and a second try with small segments (536 bytes) went through. VPN tunnels and PPPoE lines take smaller packets; routers then send ICMP "fragmentation needed" (IPv6: "packet too big"), and some firewall drops these messages. Owner: the network.
    .steps =
        Lower the MTU of this machine's interface, or of the VPN, to 1400 or 1280.
        Ask the administrator of the network to let "fragmentation needed" and "packet too big" pass, or to clamp the segment size.

finding-tls-dropped-on-path = Something on the way drops TLS to { $host } on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The connection to { $addresses } stands, but the TLS hello never came to the server's system: it was sent again and again and not acknowledged. A firewall on the way drops it, or the line broke at that moment.
    .explanation-place = The connection to { $addresses } stands, but the TLS hello never came to the server's system. It comes as far as hop { $hop } ({ $router }); a filter there or right behind it drops what looks like TLS.
    .explanation-near-server = The connection to { $addresses } stands, but the TLS hello was never acknowledged. It comes as far as hop { $hop } ({ $router }), right before the server; a filter there or at the server drops what looks like TLS. From here these look the same.
    .about = TCP connected, and the data with which TLS begins was never acknowledged. A hung service leaves its kernel awake, which acknowledges; so the hello was lost. Sent again with rising TTLs, it tells behind which router. Owner: the network.
    .steps =
        Ask the administrator of this network whether a firewall blocks TLS on the mail ports.
        Try from another network.

finding-tls-reset-on-path = Something on the way cuts TLS to { $host } on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The connection to { $addresses } stands until the TLS hello is sent; then it is cut off in the server's name from hop { $hop } ({ $router }), before the hello can have come to the server. A firewall there does not allow TLS on this port.
    .explanation-here = The connection to { $addresses } stands until the TLS hello is sent; then it is cut off, though the hello was not allowed to pass a single router. A firewall or security software on this machine does not allow TLS on this port.
    .about = The reset that ended the handshake also comes when the hello is sent with a TTL too low to reach the server. So a device before the server looked into the connection and cut it. Owner: the network with the device.
    .steps =
        Ask the administrator of this network whether a firewall blocks TLS on the mail ports.
        Try from another network.

finding-packet-loss = Packets between here and { $host } are lost
    .explanation = { $lost } packets had to be sent again or came out of order, on { $affected } of { $connections } connections. Everything came through in the end, but it takes longer, and impatient programs give up. Weak wireless networks and overloaded lines do that.
    .about = The kernel counts the segments that it sent again and those that came in behind a gap, on connections that worked. A single lost packet is not reported. It is a warning where more than half of several connections are affected. Loss near you, on the way and at the server look alike. Owner: the network.
    .steps =
        Compare with a cable in place of the wireless network.
        If it lasts: tell the provider of the network.

finding-slow-path = The way to { $host } is long
    .explanation = A packet to the server and back takes { $milliseconds } ms. Nothing is broken, but a mail session asks a dozen questions, and each takes that time. A server on another continent, a satellite line or an overloaded network is the usual reason.
    .about = The smallest round-trip time that the kernel measured is above 250 ms. The smallest counts, because the first packets of a connection can wait for other things. Nothing needs to be wrong. Owner: the network.
    .steps =
        Nothing needs to be done. Give slow programs a longer timeout.

finding-ipv6-broken = IPv6 to { $host } does not work
    .explanation = No connection to { $addresses } came about, while IPv4 addresses of the same server answer. Programs that try IPv6 first are slow or fail. The fault may be in this network's IPv6, on the way or at the server.
    .explanation-refused = The server answers over IPv4, but refuses over IPv6 ({ $addresses }). It does not listen on its IPv6 address.
    .about = Every connection over IPv6 failed, and connections over IPv4 to the same host came about. Silence does not tell whether IPv6 is broken here, on the way or at the server; a refusal comes from the server, an ICMP message names its sender. The owner follows from that.
    .steps =
        Try another server over IPv6. If none works, the fault is near you.
        Otherwise tell the server's administrator which address fails.

finding-ipv4-broken = IPv4 to { $host } does not work
    .explanation = No connection to { $addresses } came about, while IPv6 addresses of the same server answer. Programs that have IPv4 alone cannot reach it. The fault may be in this network's IPv4, on the way or at the server.
    .explanation-refused = The server answers over IPv6, but refuses over IPv4 ({ $addresses }). It does not listen on its IPv4 address.
    .about = Every connection over IPv4 failed, and connections over IPv6 to the same host came about. Silence does not tell where the fault is. The owner follows from the failure.
    .steps =
        Try another server over IPv4. If none works, the fault is near you.
        Otherwise tell the server's administrator which address fails.

finding-filtered-on-path = Packets to { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } of { $host } are lost on the way
    .explanation = Packets to { $addresses } come as far as hop { $hop } ({ $router }), and no farther on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }; on other ports they do. A filter in that router, or in the next one before it counts the packet, drops them.
    .explanation-trail = Packets to { $addresses } come as far as hop { $hop } ({ $router }), and behind it nobody is heard: neither a router nor the server, on any port. That is still among the addresses that only near networks use, so the filter or the broken line is probably in that router or right behind it.
    .explanation-before-first = Packets to { $addresses } on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } do not come to the first router; on other ports they do. This machine drops them, or the first device of the network before it counts the packet. From here these look the same.
    .about = A connect is silent, and so are connects that may pass only some routers: they end before the server, while those to other ports of the same address are answered by routers farther on. A router answers for its own hop before it asks its filter, so the filter is in the last router that answers or right behind it: an access list of the next router that drops before it counts looks the same. Where no port of the address answers, the place is named only if the trail ends among private addresses. Owner: the network.
    .steps =
        Ask whoever runs the named router, or the provider of the network, whether the port is filtered.
        Try from another network.

finding-filtered-near-server = { $host } does not answer on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }, though the way to it is open
    .explanation = Every router up to hop { $hop } ({ $router }), right before the server, lets the packets to { $addresses } pass; the server itself does not answer, while its other ports ({ $answering }) do. A filter at the server drops them, the answers are lost on their way back, or the service hangs and takes no more connections. From here these look the same.
    .explanation-alone = Every router up to hop { $hop } ({ $router }), right before the server, lets the packets to { $addresses } pass; the server itself does not answer. A filter at the server drops them, the answers are lost on their way back, or the service hangs and takes no more connections. From here these look the same.
    .explanation-end-unknown = Packets to { $addresses } come as far as hop { $hop } ({ $router }), and behind it nobody is heard, on any port. Whether that is the last router before the server cannot be known. The server is off or drops everything, the answers are lost on their way back, or something behind that router drops the packets. From here these look the same.
    .about = A connect is silent, and every router up to the server answers for it. So the way there is open, and what is silent is the server, the last filter before it, or the way back. A service that hangs with a full queue of connections is silent in the same way. Where no port of the address answers, the number of routers is not known, and the finding names no owner. Owner: the server.
    .steps =
        Ask the server's administrator whether the port is filtered and whether the service still takes connections.
        Compare the port with the one that the provider gives.

finding-no-answer = { $host } does not answer on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The connection requests to { $addresses } were sent, and nothing at all came back. The server may be off, the address may be out of date, or a firewall anywhere on the way may drop the packets. From here these look the same.
    .explanation-others-answer = The connection requests to { $addresses } on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } were sent, and nothing came back, while other ports of the same address ({ $answering }) answer. A firewall drops the packets, near you, on the way or at the server. From here these look the same.
    .explanation-port-25 = The connection requests to { $addresses } on port 25 were sent, and nothing at all came back. Many access and cloud providers block port 25, and the server may be off or filter it. From here these look the same.
    .explanation-behind = The routers up to hop { $hop } ({ $router }) let the packets to { $addresses } pass. Those behind it never show themselves, for no port, though other ports of the address ({ $answering }) answer. A filter somewhere behind that router, at the server, or a lost way back: from here these look the same.
    .explanation-later = The connection requests to { $addresses } were sent and nothing came back in time; a moment later the same port answered. Packets are lost on the way, or the server takes connections only now and then. From here these look the same.
    .about = Silence: no answer to the connection request within the time (10060 on Windows), and no message from any router that tells the place, or no router was asked. A server that is off, a stale address, a filter on the way out, a filter at the server and a lost way back all look like this. Owner: unknown, on purpose.
    .steps =
        Try from another network, such as a phone's mobile data. If it works there, your network or its provider filters.
        Compare the host name and the port with those that the provider gives.
        Ask the server's administrator whether your address is filtered and the service is up.

finding-prohibited-by-firewall = A firewall forbids the connection to { $host } on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = { $sender } answered in the server's place that the connection is forbidden. That is a rule in a firewall, not a fault of the server. "No route to host" and "permission denied" are what programs show for it.
    .explanation-server = The server itself ({ $sender }) answered that the connection is forbidden. A rule in the server's firewall keeps this port closed, to everybody or to this network.
    .explanation-unknown = The connection was refused as forbidden by a rule, and the system does not say by whom. It may be security software on this machine or a firewall on the way.
    .about = An ICMP message "administratively prohibited" came back (or, from the server itself, "port unreachable", by which many firewalls refuse); or the system said "permission denied" (10013) and hides who told it. The sender of the message is known where the system keeps it. The same refusal shows as "no route to host" over IPv4 and as "permission denied" over IPv6; neither is a routing fault. Owner: whoever runs the sender.
    .steps =
        Ask whoever runs the named address why it forbids the port.
        Try from another network.

finding-no-route-on-path = The router { $sender } knows no way to { $host }
    .explanation = The router { $sender } says that it has no route to the network of { $addresses }. A route is missing there, its own line is down, or the address is out of date.
    .explanation-gateway = The first router, { $sender }, says that it has no route to { $addresses }. Its own line to the provider is down, or it has no service for this kind of address.
    .about = An ICMP message "network unreachable" (IPv6: "no route") came back from a router. That is a router's word, not this machine's: the same error number without such a message means that this machine has no route. Owner: the network with the router.
    .steps =
        If it is your own router: look whether its line is up, and restart it.
        Compare the address with the one that the provider gives.
        Tell your provider what the router says.

finding-host-unreachable = { $host } cannot be reached
    .explanation = The router { $sender } says that it cannot reach { $addresses }. The server is off, its address is out of date, or the network around it is broken.
    .explanation-last-router = { $sender }, the last router before the server, looked for { $addresses } on its own network, and nobody there answered. The server is off, its address is out of date, or it is cut off from its own network.
    .explanation-unknown = The system says that { $addresses } cannot be reached, and no router is named. Either nobody answers for the address or the gateway on the own network (that takes about three seconds), or a router said so and the system hides which.
    .about = An ICMP message "host unreachable" came back from a router, or the system said "no route to host" (10065) and hides who told it. The last router before the server sends it when it asked for the host on its own network and nobody answered: that takes it about three seconds, and it stands one hop before the server. Owner: the server where the last router says so, the network where another router does, otherwise unknown.
    .steps =
        Compare the address with the one that the provider gives.
        Tell whoever runs the server, or the named router.
        Try from another network.

# The server: connections

finding-port-closed = { $count ->
        [one] Port { $ports }
       *[other] Ports { $ports }
    } of { $host } { $count ->
        [one] is closed
       *[other] are closed
    }
    .explanation = { $addresses } answered with a refusal: nobody listens there, or a firewall refuses as if nobody did. The service is not running, or the port is not the right one.
    .explanation-others-answer = { $addresses } answered with a refusal, while other ports of the same address are open. The machine is up; this service is not offered on this port, or is not running.
    .about = The connection was refused with a TCP reset (10061). The machine at the address is up and reachable. A firewall at the server that refuses with a reset looks the same, and so does a device on the way that plays the server. Owner: the server.
    .steps =
        Compare the port with the one that the provider gives.
        If it is your server: look whether the service is running and on which addresses it listens.

finding-all-ports-closed = Every mail port of { $host } is closed
    .explanation = { $addresses } refused every port that was tried: { $ports }. The machine is up, but no mail service listens. It may be the wrong host, an old address, or a server whose mail services are stopped.
    .about = Every port that was tried answered with a TCP reset. The machine is reachable. A stale address that now belongs to another machine looks the same, and so does a firewall that refuses everything. Owner: the server.
    .steps =
        Look whether the host name is the one that the provider gives.
        If it is your server: start the mail services.

finding-some-addresses-fail = Some addresses of { $host } do not work
    .explanation = { $addresses } cannot be reached on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }, while { $good } can. Programs pick one address or try them in turn, so that the service seems to fail now and then, or is slow.
    .about = The name has several addresses, and for one service at least one answers and at least one does not. The owner follows from how the bad one fails: a refusal is the server's, an ICMP message its sender's, silence nobody's in particular.
    .steps =
        Tell the server's administrator which address fails.
        Until it is repaired, the address should be taken out of the DNS.

finding-not-offered-here = { $host } is not for { $purpose ->
        [sending] sending
       *[reading] reading
    } mail
    .explanation = All ports for { $purpose ->
        [sending] sending
       *[reading] reading
    } mail ({ $ports }) are closed, and the rest of the server works. The server is simply not for that; providers often use two names, such as smtp. and imap.
    .about = Every port of one purpose (sending: 25, 465, 587; reading: 110, 143, 993, 995) refused, and the other purpose works at the same host. Nothing was asked for by name, so nothing is wrong.
    .steps =
        Use the host name that the provider gives for the other purpose.

finding-closed-before-greeting = { $host } hangs up before its greeting on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The connection came about, and { $addresses } closed it without a word. The server turns this client away, has reached a limit, or has a broken service behind the port.
    .about = TCP connected, and the other side ended the connection in order (FIN) before a byte came. Access lists, connection limits and a crashed service behind a load balancer all do that. A device on the way that accepts connections in the server's place looks the same. Owner: the server.
    .steps =
        Wait some minutes and try again.
        Try from another network. If it works there, the server turns your address away.
        Ask the server's administrator to look into the log.

finding-reset-before-greeting = { $host } cuts the connection before its greeting on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The connection came about, and was cut off (reset, 10054) before a word came. The server or a device in front of it turns this client away, or the service behind the port crashed.
    .about = TCP connected, and a reset came before a byte. Access lists, overload and crashed services do that; so does a firewall on the way that plays the server. From here they look alike. Owner: the server.
    .steps =
        Wait some minutes and try again.
        Try from another network. If it works there, the server or a filter turns your address away.
        Ask the server's administrator to look into the log.

finding-silent-service = { $host } accepts connections on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } and says nothing
    .explanation = The connection to { $addresses } came about, and no greeting came within { $seconds } seconds. The service hangs, is overloaded, or makes strangers wait for longer than that. A device on the way that accepts in the server's place looks the same.
    .explanation-unusual-port = The connection to { $addresses } came about, and no greeting came within { $seconds } seconds. On an unusual port this is also what a server with SSL/TLS from the first byte looks like: it waits for the client.
    .explanation-under-tls = The connection and the encryption came about, and no greeting came within { $seconds } seconds. The mail service behind the encryption hangs or is overloaded.
    .explanation-alive = The connection to { $addresses } came about and stands: the system there answers whenever it is asked whether it is alive. The mail service said nothing within { $seconds } seconds. It hangs, is overloaded, or makes strangers wait for longer than that. A device that accepts in the server's place, or one that loses only what the server says, looks the same.
    .about = TCP connected and stayed open, and not a byte came within the time for the greeting. Where the kernel tells, the other side's system was alive all the time; a path that died is another finding. A greeting that would have come later cannot be told from one that never comes: the standard asks clients to wait five minutes (RFC 5321 section 4.5.3.2). Servers that look up the client's name first, or delay strangers on purpose, can take half a minute. Owner: the server.
    .steps =
        Wait longer: mailcheck --greeting-timeout 300.
        Ask the server's administrator whether the service is overloaded, and whether it waits for name lookups of clients.

finding-slow-greeting = { $host } takes { $seconds } seconds to greet on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The service works, but its first words came late. The server looks up the name of the client first, delays strangers on purpose, or is overloaded. Impatient mail programs give up in that time.
    .about = A complete greeting came after more than five seconds. Delays against spammers are legal and common on port 25; on the ports for mail programs they are a nuisance. Owner: the server.
    .steps =
        Give the mail program a longer server timeout.
        If it is your server: look whether name lookups of clients time out.

finding-greeting-incomplete = The greeting of { $host } on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } did not come to its end
    .explanation = The server began its greeting and had not finished it when the time was up. It drips its greeting to slow down strangers, or hangs.
    .about = Some bytes of the greeting came, and not the end of its last line. Tarpits do that on purpose; so does a server that hangs. Owner: the server.
    .steps =
        Wait longer: mailcheck --greeting-timeout 300.
        Ask the server's administrator.

finding-greeting-rejected = { $host } refuses service on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The server answered, and its first words were a refusal. Name, way and port are right; the server will not serve this client, or offers no mail service there. Its own words are in the evidence.
    .explanation-list-unanswered = The server answered with a refusal, because the block list that it asks would not answer its resolver. Your address is not listed: the server's own DNS setting is at fault.
    .about = The greeting was 5yz, -ERR or BYE in place of a welcome. 554 and 521 also mean "no mail service on this host" (RFC 5321, RFC 7504). The text says more than the code. Owner: the server.
    .steps =
        Read the text of the refusal; it often names the reason or a page.
        Look whether it is the right host.
        Ask the server's administrator.

finding-client-blocklisted = { $host } refuses this address because of a block list
    .explanation = The server's refusal says that the address you come from is on a block list. The network you are on is listed, often as a whole: ranges for homes and phones are listed by policy. It is not about the account or the password.
    .about = The text of the refusal names a block list. It is the public address of this network that is listed, not the user. Servers use block lists on port 25 against direct sending; with a login on port 465 or 587 they are usually not asked. Owner: whoever owns the address.
    .steps =
        In a mail program: send over port 465 or 587 with a login.
        Follow the link in the refusal; it says why the address is listed and how to have it removed.
        Ask the provider of the network for an address that is not listed.

finding-temporarily-refused = { $host } says: not now
    .explanation = The server answered on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } and refused for the time being. That happens under load, during maintenance, and to clients that it does not know yet. It does not tell whether the service works.
    .explanation-too-many = The server answered on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } that there are too many connections, from this address or altogether. It does not tell whether the service works.
    .about = The server answered 421 or another 4yz code, or a refusal that says "too many" or "temporary". Limits, maintenance and greylisting look alike. Nothing follows about the service, therefore the verdict is inconclusive. Owner: the server.
    .steps =
        Wait some minutes and try again.
        Close other mail programs that use the same server.
        If it lasts for hours: tell the server's administrator.

finding-wrong-service = { $speaks } answers on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } of { $host }
    .explanation = Where { $expected } was expected, { $speaks } answers. The port or the host is the wrong one, or something on the way (a proxy, a login page of the network) answers in the server's place.
    .about = The first bytes are those of another protocol. The port number is wrong, or the port is forwarded to the wrong service, or a device on the way answers. Owner: the server, unless the setting is wrong.
    .steps =
        Compare host and port with those that the provider gives.
        Open a web page once, in case the network wants a login first.

finding-plaintext-on-tls-port = { $count ->
        [one] Port { $ports }
       *[other] Ports { $ports }
    } of { $host } { $count ->
        [one] wants
       *[other] want
    } STARTTLS, not SSL/TLS
    .explanation = The server greeted in plain { $protocol } where encryption from the first byte was expected. In a mail program the setting that fits this port is STARTTLS. The usual port for that is { $usual }.
    .about = The first bytes on a port for implicit TLS are the plain greeting of the very protocol, or a second connection without TLS brought it. The server is set up with STARTTLS, or without TLS, on that port. Owner: the server; a mail program can be set to fit.
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
    .about = A TLS alert or handshake record came in place of a plain greeting, or the port was silent and a second connection with TLS from the first byte brought the greeting. The port is set up for implicit TLS. Owner: the server; a mail program can be set to fit.
    .steps =
        Set the security of this port to SSL/TLS in the mail program.

# The server: dialogue

finding-ehlo-rejected = { $host } refuses the first command on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The server greeted, and then refused { $protocol ->
        [smtp] EHLO, with which every client introduces itself
        [pop3] CAPA, the question for what it offers
       *[imap] CAPABILITY, the question for what it offers
    }. Its own words are in the evidence.
    .explanation-name = The server greeted, and then refused the name that this machine gave with EHLO. It wants a full host name. The name can be set.
    .about = EHLO (or HELO, CAPA, CAPABILITY) was answered with a permanent refusal. Some servers refuse by the name that the client gives: then the client can be set to another name. Firewalls that rewrite commands cause it too. Owner: the server; this machine where the name is refused.
    .steps =
        Read the text of the refusal.
        Give another name: mailcheck --ehlo NAME.

finding-reply-timeout = { $host } stops answering on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The server greeted, and then gave no answer within { $seconds } seconds { $stage ->
        [capabilities] to the question for what it offers
        [starttls] to the request for encryption
        [greeting] after the connection
       *[other] to a command
    }. It hangs, or a device on the way swallows the command. From here these look the same.
    .explanation-acknowledged = The server greeted, its system acknowledged { $stage ->
        [capabilities] the question for what it offers
        [starttls] the request for encryption
       *[other] the command
    }, and no answer came within { $seconds } seconds. The service behind it hangs or is overloaded; a device that accepts in the server's place looks the same.
    .about = A command was sent and no complete answer came in time. Where the kernel tells, the command had arrived; one that was lost on the way is another finding. An overloaded server, a broken service behind it and a firewall that swallows commands look alike. Owner: the server.
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
        [capabilities] where the answer to the first command was due
        [starttls] where the answer to STARTTLS was due
       *[other] before the end
    }. The server gave up, or a device on the way closed it. From here these look the same.
    .explanation-reset = The connection was cut off (reset, 10054) { $stage ->
        [greeting] in the middle of the greeting
        [capabilities] where the answer to the first command was due
        [starttls] where the answer to STARTTLS was due
       *[other] before the end
    }. The server crashed or gave up, or a device on the way cut it. From here these look the same.
    .about = The connection ended, in order (FIN) or by a reset, after the first words and before the end of the dialogue. Limits, crashes and firewalls that do not like a command look alike. Owner: the server.
    .steps =
        Try again.
        Try from another network.
        Tell the server's administrator at which command it ended.

finding-unexpected-reply = What { $host } says on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } is not { $protocol }
    .explanation = An answer came that the protocol does not know, { $stage ->
        [greeting] in place of the greeting
        [capabilities] to the first command
        [starttls] to STARTTLS
       *[other] in the dialogue
    }. It is another service, a device that meddles, or a broken server. What came is in the evidence.
    .about = The bytes that came are not the protocol of the port, and no other known protocol either. Owner: the server, unless the port is the wrong one.
    .steps =
        Compare host and port with those that the provider gives.
        Try from another network.

# STARTTLS

finding-starttls-not-offered = { $host } does not offer { $keyword } on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The server greets and answers, but does not offer encryption. A mail program would send the password in clear there, and most refuse to. The server has no TLS set up on this port, or something on the way took the offer out.
    .explanation-between-servers = The server takes mail without encryption: it does not offer STARTTLS. Mail to it travels in clear. The server has no TLS set up, or something on the way took the offer out.
    .about = STARTTLS (STLS in POP3) is not among the capabilities. On 587, 110 and 143 that is a failure, because passwords would go in clear; on 25 a warning, because mail flows all the same. A server without TLS and a device on the way that removes the word look alike, unless the device leaves traces. Owner: the server.
    .steps =
        Use a port with SSL/TLS from the start: 465, 993 or 995.
        Try from another network, to see whether something on the way removes the offer.
        If it is your server: set up TLS on the port.

finding-starttls-stripped = A firewall removes STARTTLS on the way to { $host }
    .explanation = The offer of encryption was overwritten: there are rows of X or asterisks where words should be. Firewalls that inspect SMTP do that. Passwords and mail would travel in clear.
    .explanation-between-servers = The offer of encryption was overwritten: there are rows of X or asterisks where words should be. Firewalls that inspect SMTP do that. Mail to this server travels in clear.
    .explanation-one-path = The server offers { $keyword } at { $good } and not at { $addresses }. Something on the one way removes the offer, or the two addresses lead to servers with different settings; from here these look the same. Passwords and mail would travel in clear.
    .about = Two signs. One service offers STARTTLS at one address and not at another, under the same name. Or: a capability of X's or a greeting of asterisks: the marks of firewalls with SMTP inspection (Cisco "fixup", MailGuard). The firewall stands anywhere between here and the server, at either end. Owner: the network with the firewall.
    .steps =
        Do not log in over this port from here.
        Use a port with SSL/TLS from the start: 465, 993 or 995.
        Switch off SMTP inspection on the firewall.

finding-starttls-refused = { $host } offers STARTTLS on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } and then refuses it
    .explanation = The server offered encryption, and said no when it was asked for. Its TLS is broken: often a certificate or key that cannot be read. Its own words are in the evidence.
    .about = STARTTLS was among the capabilities, and the command was answered 454, 5yz, -ERR, NO or BAD. 454 means "TLS not available now" (RFC 3207); it seldom mends itself. Owner: the server.
    .steps =
        Use a port with SSL/TLS from the start: 465, 993 or 995.
        Tell the server's administrator; the reason is in the server's log.

finding-starttls-injection = Unencrypted bytes slip into the encrypted session of { $host } on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = Behind the answer to STARTTLS more bytes came in clear. A careless client would take them for words of the encrypted session; that is how attackers on the way put words into the server's mouth. The session was ended here.
    .about = Bytes followed the reply to STARTTLS before the TLS handshake (RFC 3207 section 4, CVE-2011-0411 and its kin). A faulty server and an attacker on the way look alike. Owner: the server.
    .steps =
        Do not log in over this port.
        Use a port with SSL/TLS from the start: 465, 993 or 995.
        Update the server.

finding-preauthenticated = { $host } greets as already logged in on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The IMAP server said PREAUTH: the session is logged in from the start. STARTTLS is then forbidden, so everything would travel in clear. On a public port this is a wrong setting, or somebody on the way.
    .about = The greeting was PREAUTH on a port that needs STARTTLS. The standard forbids STARTTLS in that state (RFC 9051 section 6.2.1). Attackers use it to keep clients from encrypting. A wrong setting and an attacker look alike. Owner: the server.
    .steps =
        Do not use this port.
        Use port 993 with SSL/TLS.
        Tell the server's administrator.

finding-login-disabled = { $host } allows no login on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The server forbids logins without encryption and offers no way to encrypt. Nobody can log in on this port.
    .about = LOGINDISABLED is among the capabilities and STARTTLS is not. The port is of no use as it is set up. Owner: the server.
    .steps =
        Use port 993 with SSL/TLS.
        If it is your server: set up TLS on the port.

# TLS

finding-tls-stalled = { $host } does not answer the TLS hello on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The connection came about, and the encryption did not: no answer to the hello within { $seconds } seconds. The server hangs, expects no TLS there, or large packets are lost on the way. From here these look the same.
    .explanation-acknowledged = The server's system acknowledged the TLS hello, and nothing came back within { $seconds } seconds. The service hangs, or expects no TLS there; answers that are lost on their way look the same.
    .about = The client's TLS hello was sent, and nothing came back in time. A hello that was lost on the way, and answers too large for the way, are other findings where they can be told. A server that waits for plain text, a hung service, a firewall that drops TLS and a path that loses large packets look alike. Owner: the server, as far as can be said.
    .steps =
        Try the other setting of the port: STARTTLS in place of SSL/TLS.
        Try from another network. If it works there, something on the way interferes.
        Tell the server's administrator.

finding-tls-closed = { $host } hangs up during the TLS handshake on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The connection came about, and was closed when encryption was to begin. The server's TLS is broken or refuses this client, or a device on the way closed the connection.
    .about = The connection was ended in order after the TLS hello and before the handshake was complete. A missing certificate, a limit or a device on the way look alike. Owner: the server.
    .steps =
        Try from another network.
        Tell the server's administrator; the reason is in the server's log.

finding-tls-reset = The connection to { $host } is cut during the TLS handshake on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The connection came about, and was cut off (reset, 10054) when encryption was to begin. The server's TLS crashed, the port expects plain text, or a device on the way cuts TLS. From here these look the same.
    .about = A reset came after the TLS hello and before the handshake was complete. A crashing service, a port without TLS and a firewall that cuts TLS look alike. Owner: the server, as far as can be said.
    .steps =
        Try from another network. If it works there, something on the way cuts TLS.
        Tell the server's administrator.

finding-tls-alert = { $host } breaks off the TLS handshake on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } with alert { $alert }
    .explanation = The server answered the TLS hello with a fatal alert. It cannot or will not encrypt with this client.
    .explanation-no-common = The server says that it finds no common ground: no cipher, key exchange or signature that both sides know, or no certificate of its own. Servers that know only old ciphers say this to modern clients; older programs may still get through.
    .explanation-version = The server speaks no version of TLS that is in use today. TLS 1.0 and 1.1 are withdrawn (RFC 8996); older programs may still get through.
    .explanation-internal = The server met an error of its own. Often its certificate or key file is missing or cannot be read.
    .explanation-name = The server does not know the name { $name }. It has certificates for other names only.
    .about = The server ended the handshake with a TLS alert (RFC 8446 section 6). The number tells what the server thinks: 40 nothing in common, 70 version, 80 an error of its own, 112 unknown name. Alert 40 does not say what is missing. Owner: the server.
    .steps =
        Look up the number with mailcheck explain.
        Tell the server's administrator the number and the time; the reason is in the server's log.

finding-tls-version-unsupported = { $host } speaks only old versions of TLS on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The best that the server speaks is { $versions }. TLS 1.0 and 1.1 are withdrawn (RFC 8996), and mail programs of today refuse them. Old programs may still get through.
    .about = The handshake failed, and to a hello made by hand for older versions the server answered with one of them. The server or its settings are old. Owner: the server.
    .steps =
        If it is your server: switch on TLS 1.2 and 1.3; that may need a newer program.
        Otherwise tell its administrator.

finding-tls-no-common-cipher = { $host } knows only old ciphers on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The server speaks TLS 1.2, but chose { $suites } from a list of everything there ever was. Programs of today do not offer that. Old programs may still get through.
    .about = The handshake failed with nothing in common, and to a hello made by hand with every cipher suite the server answered with one that is no longer in use: without forward secrecy, or with a broken cipher. Owner: the server.
    .steps =
        If it is your server: allow ciphers with ECDHE and AES-GCM or ChaCha20.
        Otherwise tell its administrator.

finding-tls-answered-in-plaintext = { $host } answers the TLS hello in plain text on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = Encryption was to begin, and text in clear came in its place. The server does not do TLS there although it should, or something on the way answers. What came is in the evidence.
    .about = The bytes in answer to the TLS hello are no TLS record. The server's TLS is not set up, or the port belongs to something else. Owner: the server.
    .steps =
        Compare host and port with those that the provider gives.
        Tell the server's administrator.

finding-tls-failed = The TLS handshake with { $host } fails on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = Server and client began to encrypt and did not come to an end: what the server sent breaks the rules of TLS. A faulty server or a device on the way that meddles with TLS does that.
    .explanation-incompatible = The server chose something that modern clients do not speak: an old version, or an option that is withdrawn. Older programs may still get through.
    .about = The TLS library gave up for a reason of its own, which is in the evidence. Owner: the server.
    .steps =
        Try from another network.
        Tell the server's administrator the words in the evidence.

finding-client-certificate-required = { $host } wants a client certificate on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }
    .explanation = The server lets nobody in without a certificate of the client's own. Mail programs of ordinary users have none, so that the port is not meant for them.
    .explanation-ended = The server asked for a certificate of the client, and ended the connection when it got none. It probably serves only clients with a certificate.
    .about = The server asked for a client certificate and then sent alert 116, another alert that judges a certificate, or a refusal, or just ended the connection. In the last case that the certificate is the reason is likely and not certain. Owner: the server.
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
    .about = The end date of a certificate in the chain is past, by this machine's clock. If every server seems expired, this machine's clock is ahead. Owner: the server.
    .steps =
        Renew the certificate, and restart the mail services: a running service keeps the old one.
        Look whether the date of this machine is right.

finding-certificate-not-yet-valid = The certificate of { $host } is not valid yet
    .explanation = It begins on { $date }; this machine's clock says { $now }. Probably the clock of this machine is behind. If the clock is right, the server uses its certificate too early.
    .about = The start date of a certificate in the chain is in the future, by this machine's clock. A wrong clock here and a certificate that begins later look alike; the clock is the first suspect. Owner: the server, once the clock has been checked.
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
    } holds no names that programs look at (subject alternative names). A name in the subject alone has not counted for years.
    .explanation-address = The server was addressed by its number, { $expected }, and its certificate on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } is for { $names }. Certificates are made for names; use the name.
    .about = None of the names in the certificate is the one that was asked for. With shared hosting the provider's own server name is in it, and is the one to use. Owner: the server; often the fix is to type the provider's name.
    .steps =
        Use a name that is in the certificate, if it belongs to the same provider.
        If it is your server: get a certificate that holds this name.

finding-certificate-self-signed = The certificate of { $host } is signed by itself
    .explanation = Nobody vouches for it, so that a forged one could not be told from it. Mail programs warn or refuse to connect. It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .about = The certificate is its own issuer and is not among the trusted ones. Test servers and appliances come with such certificates. Owner: the server.
    .steps =
        Get a certificate from a known authority.
        If it is your own: give it to mailcheck with --ca-file, and to the clients.

finding-certificate-unknown-issuer = The certificate of { $host } comes from an unknown authority
    .explanation = It is signed by { $issuer }, which is not among the trusted authorities. A company's own authority, a device on the way that makes up certificates, or a missing intermediate certificate is the usual reason. It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .about = The chain ends at an authority that is not in the list of trusted ones. A private authority, interception and a missing intermediate that is not known here look alike. Owner: the server.
    .steps =
        If it is your company's authority: give its certificate with --ca-file, and install it on the clients.
        Otherwise do not log in, and compare from another network.

finding-certificate-chain-incomplete = { $host } does not send its intermediate certificate
    .explanation = The certificate itself is from a known authority, but the link to it is missing: { $issuer }. Some programs find it by themselves, others warn or refuse. That is why it works here and not there. It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .about = The server sends its own certificate without the intermediate that signed it, and that intermediate is known to belong to a trusted authority. Owner: the server.
    .steps =
        Let the server send the full chain: the certificate first, then the intermediate (with Let's Encrypt: fullchain.pem).

finding-certificate-weak = The certificate of { $host } is too weak
    .explanation = It uses { $what }, which is no longer safe. Programs of today refuse it. It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .about = A key or a signature in the chain is below what is accepted today: RSA under 2048 bits, SHA-1 or MD5 signatures. Owner: the server.
    .steps =
        Replace the certificate by one with a key and a signature of today.

finding-certificate-wrong-purpose = The certificate of { $host } is not for servers
    .explanation = It is marked for another use, such as signing mail or identifying a client. Programs refuse it for a server. It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .about = The extended key usage of the certificate does not include server authentication. Owner: the server.
    .steps =
        Replace the certificate by one for servers.

finding-certificate-malformed = The certificate of { $host } breaks the rules
    .explanation = Programs cannot accept it: { $what }. It is in use on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
    .about = A certificate of the chain cannot be read, or is put together against the standard (RFC 5280). Some programs are more tolerant than others. Owner: the server.
    .steps =
        Replace the certificate.

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
    .about = A certificate of the chain ends within 14 days. Certificates that are made for a few days only are always close to their end; then this can be disregarded. Owner: the server.
    .steps =
        Renew the certificate, and restart the mail services: a running service keeps the old one.

finding-tls-intercepted = Something opens the encryption to { $host }
    .explanation-here = The certificate on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } does not come from the mail server. A program on this machine made it: { $issuer }. Virus scanners with a mail shield do that. What the real server shows cannot be seen from here.
    .explanation-gateway = The certificate on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } does not come from the mail server. A gateway of this network made it: { $issuer }. What the real server shows cannot be seen from here.
    .explanation = The certificate on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } does not come from the mail server, but was made on the way: { $issuer }.
    .about = The issuer of the certificate is a known mail shield or company gateway. It sits between the client and the server and reads along. Mail programs that use the system's list of authorities may show no warning. Owner: this machine for a virus scanner, the network for a gateway.
    .steps =
        Switch off the mail or TLS scanning of the virus scanner, and try again.
        In a company: ask the administrator of the gateway.

finding-dane-mismatch = The certificate of { $host } is not the one that its DANE records name
    .explanation = The domain publishes signed TLSA records that say which certificate the server must show on port 25, and it shows another. Mail servers that look at these records deliver nothing to it. Usually the certificate was renewed and the records were not.
    .explanation-name = The signed TLSA records of the server name an authority that fits, but the certificate is not for { $host }. With such records mail servers look at the name too, and deliver nothing.
    .about = For a mail domain mailcheck reads the TLSA records of each mail exchanger (RFC 7672) and validates their signatures from the root down. Records that are not signed, or of a kind that SMTP cannot use, count for nothing. A chain that fits none of the usable records is refused by every server that does DANE; what the usual authorities say of the certificate does not matter then, in either direction. Owner: the domain, because the records are to be changed with the certificate.
    .steps =
        Publish a TLSA record for the present certificate, best beside the old one.
        Keep the key when the certificate is renewed, or publish the next record before.

# The run

finding-deadline-reached = The time for the run was up
    .explanation = Some checks were not finished when the time for the whole run ended. Nothing follows from that about the server.
    .about = The limit for the whole run (--deadline, 90 seconds by default) ended while checks were under way. What was finished by then is in the report. Owner: unknown.
    .steps =
        Give the run more time: mailcheck --deadline 300.
        Ask for fewer services at once: mailcheck --service.

# Evidence: what was seen. Most may name $address, $ports and $count.

evidence-connect-silent = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: no answer within { $seconds } s
evidence-silent = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: nothing came within { $seconds } s { $stage ->
        [greeting] of the connection
        [tls] of the TLS hello
        [starttls] of STARTTLS
       *[other] of the command
    }
evidence-partial = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: after { $seconds } s no more than this had come: { $received }
evidence-deadline = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: not finished { $stage ->
        [resolve] (looking up the name)
        [connect] (connecting)
        [greeting] (waiting for the greeting)
        [capabilities] (asking for capabilities)
        [starttls] (asking for STARTTLS)
        [tls] (TLS handshake)
       *[other] (saying goodbye)
    }
evidence-os-error = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: { $text } { $seconds ->
        [0] (at once)
       *[other] (after { $seconds } s)
    }
evidence-icmp = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: { $version } type { $type } code { $code } ({ $name }){ $known ->
        [yes] {" "}from { $from }
       *[no] {""}
    }
evidence-closed = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: closed by the other side { $stage ->
        [greeting] before the greeting
        [tls] during the TLS handshake
       *[other] before the answer
    }
evidence-closed-after = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: closed by the other side after: { $received }
evidence-received = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: received: { $received }
evidence-received-tls = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: the first bytes are a TLS record
evidence-reply = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: the server said: { $reply }
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
    }: in clear behind the answer to STARTTLS: { $received }
evidence-alert = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: TLS alert { $alert } ({ $name })
evidence-tls-error = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: { $text }
evidence-certificate = certificate { $subject }, issued by { $issuer }, valid from { $from } until { $until }
evidence-certificate-problems = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: problems of the certificate chain: { $reasons }
evidence-issuer = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: certificate issued by { $issuer }
evidence-port-25-unverified = on port 25 mail servers encrypt without checking certificates, so mail still flows
evidence-port-answers = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: answers
evidence-slow-greeting = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: greeting complete after { $seconds } s
evidence-no-lookup = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: not tried, for there is no address
evidence-no-route-any = the system knows no route to the internet, neither for IPv4 nor for IPv6
evidence-aliases = aliases: { $chain }
evidence-mx = MX { $preference } { $exchange }
evidence-path = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: path { $any ->
        [yes] { $trail }
       *[no] without a router that answers
    }{ $end ->
        [open] {""}, then open at hop { $hop }
        [refused] {""}, then refused at hop { $hop }
        [error] {""}, then an ICMP error at hop { $hop }
       *[silence] {""}, then silence
    }
evidence-port-closed-too = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: closed as well
evidence-own-drops = packets that this machine's own filter dropped meanwhile: { $dropped }
evidence-dns-impossible = for a name that cannot exist the resolver gives { $addresses }
evidence-dns-unrelated = for a name of another party the resolver gives { $addresses }
evidence-dns-unchecked = { $question }: asked not to check signatures, { $server } answers { $rcode }
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
evidence-gap = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: segments that came in behind a gap: { $segments }
evidence-hello = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: TLS hellos with low TTLs: routers answer up to hop { $passed }{ $end ->
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
    }: packets sent again or behind a gap: { $lost }
evidence-round-trip = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: round trip { $milliseconds } ms
evidence-unheard = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: not acknowledged: { $segments } segments; nothing heard from there for { $seconds } s
evidence-tlsa = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: TLSA records: { $records }
evidence-fingerprint = { $address }, { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }: certificate with SHA-256 { $fingerprint }
evidence-dns-reply = { $question }: { $server } answered { $rcode } ({ $transport }, { $seconds } s){ $rcode ->
        [NOERROR] {""}, without a record of that type
       *[other] {""}
    }
evidence-dns-extended = { $question }: { $server } explained with extended error { $code } ({ $name }){ $said ->
        [yes] {""}: { $text }
       *[no] {""}
    }
evidence-dns-timeout = { $question }: no answer from { $server } within { $seconds } s ({ $transport })
evidence-dns-os-error = { $question }: { $server }: { $text } ({ $transport })
evidence-dns-malformed = { $question }: what { $server } sent is no DNS answer ({ $transport })

# Next steps.

step-allow-dns = Allow DNS (port 53, UDP and TCP) in the firewall of this machine.
step-allow-dns-tcp = Allow TCP port 53 to the resolver { $resolvers }, in the router and in firewalls.
step-allow-here = Look into the firewall and the security software of this machine, and allow { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } to { $addresses }.
step-ask-mx = If { $host } is a mail domain and not a server: mailcheck --mx { $host }
step-ask-network-direct = Ask the administrator of this network to allow { $addresses } on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }.
step-ask-network-dns = Tell whoever runs this network that its resolver ({ $resolvers }) gives no proper answer.
step-ask-network-family = Ask the provider of the network that you are on for { $family }.
step-ask-network-filter = Ask the provider of the network that you are on, or whoever runs the named router, why { $count ->
        [one] port { $ports } to { $addresses } does
       *[other] ports { $ports } to { $addresses } do
    } not pass.
step-ask-network-firewall = Ask whoever runs { $sender } why { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } to { $addresses } { $count ->
        [one] is
       *[other] are
    } forbidden, and to allow it.
step-ask-network-firewall-state = Ask the administrator of this network whether a firewall forgets or cuts quiet connections.
step-ask-network-inspection = Ask the administrator of this network to leave mail connections to { $host } unopened, or for the gateway's own certificate.
step-ask-network-interception = Ask the provider of the network that you are on why it takes connections to { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } for itself.
step-ask-network-listing = Ask the provider of the network that you are on to have its address taken off the list.
step-ask-network-loss = If it lasts: tell the provider of the network that you are on that packets are lost.
step-ask-network-port-25 = Ask the provider of the network that you are on whether it blocks outgoing port 25, and whether it can open it.
step-ask-network-route = Tell your provider what the router { $sender } says about { $addresses }.
step-ask-network-tls = Ask the administrator of this network whether a firewall stops TLS on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } to { $addresses }.
step-ask-provider-name = Ask the mail provider for the right server name.
step-ask-provider-port = Ask the mail provider which port is meant for mail programs.
step-both-families = Try again without the choice of a family: leave out -4 or -6.
step-certificate-from-known-authority = If { $host } is your server: get a certificate from a known authority.
step-certificate-with-name = If it is your server: get a certificate that holds { $expected }.
step-change-resolver = Repair the resolver { $resolver }, or take it out of the network settings of this machine.
step-check-address = Compare { $addresses } with the address that the provider gives; old entries in the DNS survive servers.
step-check-clock = Check date, time and time zone of this machine first.
step-check-gateway = Look whether other servers can be reached from this machine; if none can, the gateway is at fault.
step-check-host = Look whether { $host } is the server name that the provider gives.
step-check-hosts-file = Compare the hosts file of this machine with what the DNS says for { $host }, and remove the entry if nobody needs it.
step-check-network-here = Look whether this machine is on the network: cable, wireless network, VPN.
step-check-port = Compare { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } with what the provider gives for { $host }.
step-check-redirect = Open any web page once: some networks answer in the place of servers until you have logged in there.
step-check-registration = If it is your domain: look whether it is registered and the record is in the zone.
step-check-route = Look whether this machine has a default route, and a route to { $addresses }.
step-check-server-is-on = Look whether the server { $addresses } is on, and has that address.
step-check-spelling = Compare the name letter by letter with the one that the provider gives.
step-check-tls-name = Use the server name that the provider gives; this server does not know { $name }.
step-check-vpn = Disconnect a VPN, if there is one, and connect it again.
step-check-wireless = Try with a cable in place of the wireless network, and without a VPN.
step-close-connections = Close other mail programs and devices that use the same server.
step-compare-certificate = Do not log in until it is clear who signed the certificate; compare it from another network.
step-configure-resolver = Set a resolver in the network settings of this machine, or connect to the network again.
step-do-not-log-in = Do not send a password over { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } from here.
step-ehlo-name = Give a full host name: mailcheck --ehlo NAME. In a mail server, set its own host name.
step-follow-list-link = Follow the link in the refusal: it says why the address is listed and how to have it removed.
step-free-ports = Close programs that hold many connections, or restart the machine.
step-full-name = Type the full name of the server, with its domain.
step-let-too-big-through = Ask the administrator of the network to let ICMP "fragmentation needed" and ICMPv6 "packet too big" pass.
step-look-at-system-error = Look up the error that the system gave; it is about this machine.
step-look-for-route = List the routes of this machine (ip route get), and remove the one that rejects { $addresses }.
step-lower-mtu = As a way round: lower the MTU of this machine's interface, or of the VPN, to 1400, then to 1280.
step-mend-aliases = Tell whoever runs the DNS of { $host } to let the alias end at a name with an address.
step-mend-mx = Correct the MX record of { $domain }, or give { $host } an address.
step-mend-tlsa = If it is your domain: publish TLSA records for the certificate that { $host } shows now.
step-modern-tls = Tell whoever runs { $host } to switch on TLS 1.2 or 1.3 with ciphers of today.
step-mx-to-name = Let the MX record name a host that has an A or AAAA record of its own.
step-offer-starttls = If { $host } is your server: set up TLS for { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }. Otherwise tell its administrator.
step-other-domain = Look whether { $host } is the right domain; it takes no mail.
step-other-host-for-purpose = For { $purpose ->
        [sending] sending
       *[reading] reading
    } mail, use the server name that the provider gives for it.
step-other-resolver = Ask another resolver: mailcheck --resolver ADDRESS
step-publish-address = If it is your name: publish an A or AAAA record for { $host }.
step-publish-mx = If { $host } is to take mail: publish an MX record.
step-raise-client-timeout = Give the mail program a longer server timeout, a minute or more.
step-raise-deadline = Give the run more time: --deadline 300
step-raise-file-limit = Close programs that hold many files and connections, or raise the limit (ulimit -n).
step-read-reply = Read the server's own words: they often name the reason or a web page.
step-relay = If this is a mail server: send through a relay on port 587 or 465 until port 25 is open.
step-remove-null-mx = Remove the null MX record, or the others.
step-renew-certificate = Tell whoever runs { $host } to renew the certificate and to restart the mail services.
step-renew-chain = Tell whoever runs { $host } to install the present intermediate certificate of its authority.
step-replace-certificate = Tell whoever runs { $host } to replace the certificate.
step-restart-gateway = Look whether the router of this network is on and its line is up; restart it.
step-roll-tlsa = At the next renewal keep the key, or publish the record of the next certificate beforehand.
step-run-again = Then run mailcheck again.
step-run-again-at-once = Run mailcheck again. If it dies at the same point each time, a filter looks into the connection.
step-send-intermediate = Tell whoever runs { $host } to send the full chain, the certificate and the intermediate { $issuer }.
step-serve-family = Tell whoever runs { $host } that the mail service does not listen on { $addresses }.
step-start-resolver = Start the resolver on this machine, or set another one.
step-start-service = If { $host } is your server: look whether the service runs and on which addresses it listens.
step-stop-asking-certificate = If { $host } is your server: ask for client certificates only where they are needed.
step-submit-with-login = In a mail program, do not send over port 25: use port 465 or 587 with a login.
step-switch-off-inspection = Ask whoever runs the firewall to switch off SMTP inspection ("fixup", MailGuard).
step-switch-off-shield = Switch off the mail scanning of the virus scanner on this machine.
step-tell-domain = Tell whoever runs the DNS of { $host } which name fails and what the resolver said.
step-tell-domain-dnssec = Tell whoever runs the DNS of { $host } that its DNSSEC signatures are refused.
step-tell-server = Pass this report on to whoever runs { $host }.
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
step-tell-server-resolver = Tell whoever runs { $host } that the block list does not answer the resolver of the server.
step-tell-server-silent = Ask whoever runs { $host } whether the server is up and { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    } open to your address.
step-tell-server-slow = Tell whoever runs { $host } that the greeting is slow: overload, or name lookups of clients that time out.
step-tell-server-tls = Tell whoever runs { $host } that TLS fails on { $count ->
        [one] port { $ports }
       *[other] ports { $ports }
    }; the reason is in the server's log.
step-trust-own-authority = If you know the issuer, your company's for instance: give its certificate with --ca-file, and install it on the clients.
step-try-implicit-tls = Try the port with SSL/TLS from the first byte (submissions://, imaps:// or pop3s://).
step-try-ipv4-elsewhere = Try another server over IPv4. If none answers, the fault is in this network.
step-try-ipv6-elsewhere = Try another server over IPv6. If none answers, the fault is in this network.
step-try-other-network = Try from another network, such as a phone's mobile data. If it works there, the network that you are on is in the way.
step-use-implicit-tls = In the mail program, set the security of port { $ports } to SSL/TLS.
step-use-name = Use { $name } as the server name, if the provider confirms it.
step-use-port = In the mail program, use port { $port } with { $security ->
        [tls] SSL/TLS
       *[starttls] STARTTLS
    } ({ $protocol }): it works from here.
step-use-proxy = In the mail program, set the proxy { $proxy }, if the program can use one.
step-use-starttls-here = In the mail program, set the security of port { $ports } to STARTTLS.
step-use-suggestion = Use { $suggestion } in place of { $host }.
step-use-usual-starttls-port = Or use port { $usual } with STARTTLS, if the provider offers it.
step-wait-and-run-again = Wait some minutes and run mailcheck again.
step-wait-longer = Give the greeting more time: --greeting-timeout 300
step-withdraw-address = Until it is repaired, take { $addresses } out of the DNS.
step-withdraw-tlsa = Until then: withdraw the TLSA records, so that mail flows.
