#!/usr/bin/python3
"""Postfix, at its level dane, and mailcheck at mail exchangers with TLSA records of every kind.

dane.py MAILCHECK DIRECTORY, as root inside `unshare --mount --net`: makes certificates and signed zones, serves them with nsd
and unbound, and each case with a mail server of its own at port 25. A Postfix of its own gets a mail for each domain, and
posttls-finger is asked as well. Prints a line for each domain:
"DOMAIN postfix=yes|no finger=yes|no mailcheck=yes|no|unknown verdict=VERDICT findings=IDS WHAT-POSTFIX-SAYS", where the first is whether the
mail was delivered, and the second whether posttls-finger matched a record.
"""
import base64
import concurrent.futures
import hashlib
import json
import os
import re
import shutil
import smtplib
import socket
import ssl
import subprocess
import sys
import threading
import time

from made import LEAF, PURPOSE, ROOT, USAGE, certificate, run

AUTHORITY, LAME, UNABLE, NOBODY, PATIENCE = "127.0.53.1", "127.0.53.2", "127.0.53.3", "127.0.53.4", 240
# Zones of TLSA records of their own, whose signatures do not fit.
BROKEN = ("_tcp.broken-denial.dane.test", "_tcp.broken-record.dane.test")
# Hosts in zones of their own, and how those are signed.
ZONES = {"opt-out": "opt-out.test", "ed25519": "ed25519.test", "ed448": "ed448.test", "dsa": "dsa.test", "no-denial": "no-denial.test",
         "plain-unable": "plain.test", "plain-lame": "plain.test", "plain-wrong": "plain.test"}
ISSUED = ROOT + "authorityKeyIdentifier=keyid\n"


def make():
    open("index.txt", "w").close()
    for name in ("root", "other-root"):
        certificate(name, "p256", None, ROOT, end=3650)
    for name in ("middle", "other-middle"):
        certificate(name, "p256", "root", ISSUED, end=1000)
    good = LEAF + USAGE + PURPOSE + "subjectAltName=DNS:*.dane.test\n"
    certificate("good", "p256", "middle", good)
    certificate("next", "p256", "middle", good)
    certificate("expired", "p256", "middle", good, start=-90, end=-2)
    certificate("early", "p256", "middle", good, start=5)
    certificate("misnamed", "p256", "middle", good.replace("*.dane.test", "other.test"))
    certificate("client", "p256", "middle", good.replace("serverAuth", "clientAuth"))
    certificate("self", "p256", None, USAGE + "subjectAltName=DNS:*.dane.test\n")
    certificate("self-authority", "p256", None, ROOT.replace("keyCertSign", "digitalSignature,keyCertSign") + "subjectAltName=DNS:*.dane.test\n")
    certificate("wide", "p256", "middle", good.replace("*.dane.test", "*.test"))


def tlsa(usage, selector, matching, of, change=lambda data: data):
    der = ssl.PEM_cert_to_DER_cert(open(f"{of}.pem").read())
    if selector == 1:
        pem = run("openssl", "x509", "-in", f"{of}.pem", "-noout", "-pubkey", text=True).stdout
        der = base64.b64decode("".join(pem.strip().splitlines()[1:-1]))
    data = {0: lambda: der, 1: lambda: hashlib.sha256(der).digest(), 2: lambda: hashlib.sha512(der).digest()}
    return f"TLSA {usage} {selector} {matching} {change(data.get(matching, data[1])()).hex()}"


def wrong(data):
    return bytes(reversed(data))


def cases():
    """The name, what the server sends (nothing: no STARTTLS), and the TLSA records of the host."""
    full = "good+middle+root"
    for usage, selector, matching in ((3, 1, 1), (3, 0, 1), (3, 1, 2), (3, 0, 2), (3, 1, 0), (3, 0, 0)):
        yield f"own-{usage}{selector}{matching}", "good+middle", [tlsa(usage, selector, matching, "good")]
    for selector, matching in ((0, 1), (1, 1), (1, 2), (0, 0), (1, 0)):
        yield f"root-2{selector}{matching}", full, [tlsa(2, selector, matching, "root")]
    yield "middle-211", "good+middle", [tlsa(2, 1, 1, "middle")]
    yield "middle-201", "good+middle", [tlsa(2, 0, 1, "middle")]
    # Mailu/Mailu#2326: records of a root, and a chain that ends below it.
    yield "root-not-sent", "good+middle", [tlsa(2, 0, 1, "root")]
    yield "root-key-not-sent", "good+middle", [tlsa(2, 1, 1, "root")]
    yield "whole-root-not-sent", "good+middle", [tlsa(2, 0, 0, "root")]
    yield "whole-root-key-not-sent", "good+middle", [tlsa(2, 1, 0, "root")]
    yield "whole-middle-not-sent", "good", [tlsa(2, 0, 0, "middle")]
    yield "whole-middle-key-not-sent", "good", [tlsa(2, 1, 0, "middle")]
    yield "whole-stranger-not-sent", "good+middle", [tlsa(2, 0, 0, "other-root")]
    yield "nothing-but-itself", "good", [tlsa(2, 1, 1, "middle")]
    yield "another-middle", full, [tlsa(2, 1, 1, "other-middle")]
    yield "stranger-sent", "good+middle+root+other-root", [tlsa(2, 1, 1, "other-root")]
    yield "wrong-order", "good+root+middle", [tlsa(2, 1, 1, "root")]
    # danefail/list#45, mail-in-a-box/mailinabox#172, virtualmin/virtualmin-gpl#1207: renewed with another key.
    yield "wrong-311", "good+middle", [tlsa(3, 1, 1, "good", wrong)]
    yield "wrong-211", full, [tlsa(2, 1, 1, "root", wrong)]
    yield "wrong-selector", "good+middle", [tlsa(3, 1, 1, "good").replace("3 1 1", "3 0 1")]
    yield "wrong-usage", "good+middle", [tlsa(2, 1, 1, "good")]
    yield "authority-as-own", full, [tlsa(3, 1, 1, "root")]
    yield "unknown-matching", "good+middle", [tlsa(3, 1, 7, "good")]
    yield "unknown-selector", "good+middle", [tlsa(3, 1, 1, "good").replace("3 1 1", "3 2 1")]
    yield "unknown-usage", "good+middle", [tlsa(3, 1, 1, "good").replace("3 1 1", "4 1 1")]
    yield "usage-1", "good+middle", [tlsa(1, 1, 1, "good")]
    yield "usage-0", full, [tlsa(0, 1, 1, "root")]
    yield "too-short", "good+middle", [tlsa(3, 1, 1, "good", lambda data: data[:20])]
    yield "length-of-the-other", "good+middle", [tlsa(3, 1, 1, "good").replace("3 1 1", "3 1 2")]
    yield "usable-and-unusable", "good+middle", [tlsa(3, 1, 7, "good"), tlsa(3, 1, 1, "good")]
    yield "wrong-and-unusable", "good+middle", [tlsa(1, 1, 1, "good"), tlsa(3, 1, 1, "good", wrong)]
    yield "two-unusable", "good+middle", [tlsa(1, 1, 1, "good"), tlsa(3, 1, 7, "good")]
    # virtualmin/virtualmin-gpl#1207: what was left of the key before stands beside the new one.
    yield "rolling", "good+middle", [tlsa(3, 1, 1, "good"), tlsa(3, 1, 1, "next")]
    yield "rolled", "next+middle", [tlsa(3, 1, 1, "good"), tlsa(3, 1, 1, "next")]
    yield "rolled-too-early", "next+middle", [tlsa(3, 1, 1, "good"), tlsa(3, 1, 1, "self")]
    yield "rolled-below-authority", "next+middle", [tlsa(3, 1, 1, "good"), tlsa(2, 1, 1, "middle")]
    # virtualmin/virtualmin-gpl#1207: a tool took the digest of nothing.
    yield "digest-of-nothing", "good+middle", [tlsa(3, 1, 1, "good", lambda data: hashlib.sha256(b"").digest())]
    yield "digest-of-nothing-beside", "good+middle", [tlsa(3, 1, 1, "good"), tlsa(3, 1, 1, "good", lambda data: hashlib.sha256(b"").digest())]
    # RFC 7671 section 9: of several digests of one kind the strongest alone counts.
    yield "digests-disagree", "good+middle", [tlsa(3, 1, 1, "good"), tlsa(3, 1, 2, "next")]
    yield "digests-agree", "good+middle", [tlsa(3, 1, 1, "next"), tlsa(3, 1, 2, "good")]
    yield "digests-of-two-selectors", "good+middle", [tlsa(3, 1, 1, "good"), tlsa(3, 0, 2, "next")]
    yield "digest-and-whole", "good+middle", [tlsa(3, 1, 0, "good"), tlsa(3, 1, 2, "next")]
    yield "expired-311", "expired+middle", [tlsa(3, 1, 1, "expired")]
    yield "expired-211", "expired+middle", [tlsa(2, 1, 1, "middle")]
    yield "early-211", "early+middle", [tlsa(2, 1, 1, "middle")]
    yield "misnamed-311", "misnamed+middle", [tlsa(3, 1, 1, "misnamed")]
    yield "misnamed-211", "misnamed+middle", [tlsa(2, 1, 1, "middle")]
    yield "wide-star-211", "wide+middle", [tlsa(2, 1, 1, "middle")]
    yield "client-311", "client+middle", [tlsa(3, 1, 1, "client")]
    yield "client-211", "client+middle", [tlsa(2, 1, 1, "middle")]
    yield "self-311", "self", [tlsa(3, 1, 1, "self")]
    yield "self-211", "self", [tlsa(2, 1, 1, "self")]
    yield "self-authority-211", "self-authority", [tlsa(2, 1, 1, "self-authority")]
    yield "no-tls", None, [tlsa(3, 1, 1, "good")]
    yield "no-tls-unusable", None, [tlsa(3, 1, 7, "good")]
    yield "no-tls-usage-1", None, [tlsa(1, 1, 1, "good")]
    yield "no-tls-no-records", None, []
    yield "no-records", "good+middle", []
    yield "no-records-self", "self", []
    # One record for every port, as many zones have it; with NSEC its own record is the proof that no other is there.
    yield "star", "good+middle", [], ["*._tcp.star IN " + tlsa(3, 1, 1, "good")]
    yield "star-wrong", "good+middle", [], ["*._tcp.star-wrong IN " + tlsa(3, 1, 1, "next")]
    yield "star-alias", "good+middle", [], ["*._tcp.star-alias IN CNAME _dane.common"]
    # Beside the place where it counts.
    yield "at-the-domain", "good+middle", [], ["_25._tcp.at-at-the-domain IN " + tlsa(3, 1, 1, "next")]
    yield "of-another-port", "good+middle", [], ["_465._tcp.of-another-port IN " + tlsa(3, 1, 1, "next")]
    yield "many", "good+middle", [tlsa(3, 1, 1, "good"), *(f"TLSA 3 0 2 {number:02x}{'cd' * 63}" for number in range(20))]
    yield "alias", "good+middle", [], ["alias IN CNAME alias-end", "_25._tcp.alias-end IN " + tlsa(3, 1, 1, "good")]
    yield "alias-own", "good+middle", [], ["alias-own IN CNAME alias-own-end", "_25._tcp.alias-own IN " + tlsa(3, 1, 1, "good")]
    yield "alias-both", "good+middle", [], ["alias-both IN CNAME alias-both-end", "_25._tcp.alias-both IN " + tlsa(3, 1, 1, "good"),
                                            "_25._tcp.alias-both-end IN " + tlsa(3, 1, 1, "next")]
    yield "alias-twice", "good+middle", [], ["alias-twice IN CNAME alias-twice-on", "alias-twice-on IN CNAME alias-twice-end",
                                             "_25._tcp.alias-twice-end IN " + tlsa(2, 1, 1, "middle")]
    yield "records-behind-alias", "good+middle", [], ["_25._tcp.records-behind-alias IN CNAME _dane.common",
                                                      "_dane.common IN " + tlsa(3, 1, 1, "good")]
    yield "wrong-behind-alias", "good+middle", [], ["_25._tcp.wrong-behind-alias IN CNAME _dane.wrong",
                                                    "_dane.wrong IN " + tlsa(3, 1, 1, "next")]
    yield "nothing-behind-alias", "good+middle", [], ["_25._tcp.nothing-behind-alias IN CNAME _dane.nobody"]
    yield "bogus-behind-alias", "good+middle", [], ["_25._tcp.bogus-behind-alias IN CNAME _25._tcp.record.bogus.test."]
    yield "unsigned-behind-alias", "good+middle", [], ["_25._tcp.unsigned-behind-alias IN CNAME _25._tcp.record.plain.test."]
    yield "lame", "good+middle", [], ["_tcp.lame IN NS ns.lame-servers", f"ns.lame-servers IN A {LAME}"]
    # Internet.nl#1534, KumoCorp/kumomta#543: servers of a provider that answer NOTIMP to questions for TLSA records.
    yield "unable", "good+middle", [], ["_tcp.unable IN NS ns.unable-servers", f"ns.unable-servers IN A {UNABLE}"]
    # danefail/list#2, danefail/list#10: nobody answers for them.
    yield "nobody", "good+middle", [], ["_tcp.nobody IN NS ns.nobodys-servers", f"ns.nobodys-servers IN A {NOBODY}"]
    # danefail/list#40: there is no record, and the signatures of that answer do not fit. Beside it, a record of which they do not.
    yield "broken-denial", "good+middle", [], ["_tcp.broken-denial IN NS ns"]
    yield "broken-record", "good+middle", [], ["_tcp.broken-record IN NS ns"]
    # Zuplu/postfix-tlspol#7: of two mail exchangers one has records. internetstandards/Internet.nl#697: one of them is wrong.
    yield "two-and-first", "good+middle", [tlsa(3, 1, 1, "good")], ["at-two-and-first IN MX 20 no-records"]
    yield "two-and-second", "good+middle", [], ["at-two-and-second IN MX 20 own-311"]
    yield "two-and-first-wrong", "good+middle", [tlsa(3, 1, 1, "next")], ["at-two-and-first-wrong IN MX 20 own-311"]
    yield "two-and-second-wrong", "good+middle", [tlsa(3, 1, 1, "good")], ["at-two-and-second-wrong IN MX 20 wrong-311"]
    yield "two-and-both-wrong", "good+middle", [tlsa(3, 1, 1, "next")], ["at-two-and-both-wrong IN MX 20 wrong-311"]
    # danefail/list#13, Internet.nl#715: that there are none is said by a record that leaves out what is not signed.
    yield "opt-out", "self", []
    # DNSSEC-Tools/DNSSEC-Tools#26, PowerDNS/pdns#4254, systemd/systemd#35126: keys that not every validator knows.
    yield "ed25519", "good+middle", [tlsa(3, 1, 1, "good")]
    yield "ed448", "good+middle", [tlsa(3, 1, 1, "good")]
    yield "dsa", "good+middle", [tlsa(3, 1, 1, "next")]
    # foxcpp/maddy#292: the A record is signed, and that there is no AAAA record has no proof.
    yield "no-denial", "good+middle", [tlsa(3, 1, 1, "good")]
    # danefail/list#14, foxcpp/maddy#287: nobody asks for the records of a host that is not signed.
    yield "plain-unable", "self", [], ["_tcp.plain-unable IN NS ns.unable-servers.dane.test."]
    yield "plain-lame", "self", [], ["_tcp.plain-lame IN NS ns.lame-servers.dane.test."]
    yield "plain-wrong", "self", [tlsa(3, 1, 1, "next")]
    yield "alias-into-plain", "good+middle", [], ["alias-into-plain IN CNAME end.plain.test."]


def host_zones(every):
    """What is in the signed zone, and in those of hosts of another zone, by name."""
    ends = {"alias": "alias-end", "alias-own": "alias-own-end", "alias-both": "alias-both-end", "alias-twice": "alias-twice-end"}
    text = dict.fromkeys(["dane.test", "plain.test", "bogus.test", *ZONES.values()], "")
    for number, (name, _, records, *more) in enumerate(every):
        zone = ZONES.get(name, "dane.test")
        text["dane.test"] += f"at-{name} IN MX 10 {name}.{zone}.\n"
        if name != "alias-into-plain":
            text[zone] += f"{ends.get(name, name)} IN A {address(number)}\n"
        else:
            text["plain.test"] += f"end IN A {address(number)}\n"
        own = "".join(f"{line}\n" for line in (more[0] if more else ()))
        text[zone] += "".join(f"_25._tcp.{name} IN {record}\n" for record in records) + own
    text["plain.test"] += "_25._tcp.record IN " + tlsa(3, 1, 1, "good") + "\nfor-signed-host IN MX 10 own-311.dane.test.\n"
    text["plain.test"] += "for-wrong-host IN MX 10 wrong-311.dane.test.\n"
    text["bogus.test"] += "_25._tcp.record IN " + tlsa(3, 1, 1, "good") + "\n"
    return text


def address(number):
    return f"10.9.{number // 200}.{number % 200 + 10}"


def head(zone):
    return f"$ORIGIN {zone}.\n$TTL 300\n@ IN SOA ns hostmaster 1 3600 600 86400 300\n@ IN NS ns\nns IN A {AUTHORITY}\n"


def sign(zone, text, bogus=False, algorithm="ECDSAP256SHA256", opt_out=False):
    """Writes the zone, signed, and gives the DS record for its parent."""
    file = "zone-" + (zone if zone != "." else "root")
    with open(file, "w") as out:
        out.write(text)
    key = run("ldns-keygen", "-r", "/dev/urandom", "-k", "-a", algorithm, zone, text=True).stdout.strip()
    run("ldns-signzone", "-n", *(["-p"] if opt_out else []), "-i", "20200101000000", "-e", "20370101000000", "-o", zone, "-f", f"{file}.signed", file, key)
    os.rename(f"{file}.signed", file)
    if zone == ".":
        os.rename(f"{key}.key", "anchor.key")
        return ""
    start, digest = open(f"{key}.ds").read().strip().rsplit(None, 1)
    return f"{start} {digest[::-1] if bogus else digest}\n"


def without_denials(zone):
    """Takes every proof that something is not there out of a signed zone."""
    with open(f"zone-{zone}") as read:
        lines = [line for line in read if "NSEC3" not in line]
    with open(f"zone-{zone}", "w") as out:
        out.writelines(lines)


def zones(every):
    text = host_zones(every)
    record = "_25 IN " + tlsa(3, 1, 1, "good") + "\n"
    broken = "".join(sign(zone, head(zone) + (record if "record" in zone else ""), bogus=True) for zone in BROKEN)
    algorithms = {"ed25519.test": "ED25519", "ed448.test": "ED448", "dsa.test": "DSA"}
    ds = ""
    for zone, what in text.items():
        what = head(zone) + what + (broken if zone == "dane.test" else "")
        if zone == "plain.test":
            with open("zone-plain.test", "w") as out:
                out.write(what)
        else:
            ds += sign(zone, what, bogus=zone == "bogus.test", algorithm=algorithms.get(zone, "ECDSAP256SHA256"), opt_out=zone == "opt-out.test")
    without_denials("no-denial.test")
    root = f". 300 IN SOA a.root. hostmaster.root. 1 3600 600 86400 300\n. IN NS a.root.\na.root. IN A {AUTHORITY}\n"
    for zone in text:
        root += f"{zone}. IN NS ns.{zone}.\nns.{zone}. IN A {AUTHORITY}\n"
    sign(".", root + ds)
    return [".", *text, *BROKEN]


def name_servers(every):
    served = zones(every)
    home = os.getcwd()
    options = "username: \"\"\n  chroot: \"\"\n  pidfile: \"\"\n"
    with open("nsd.conf", "w") as out:
        out.write(f"server:\n  ip-address: {AUTHORITY}\n  {options}  database: \"\"\n  zonelistfile: \"{home}/nsd.list\"\n  xfrdfile: "
                  f"\"{home}/xfrd\"\n  xfrdir: \"{home}\"\n  logfile: \"{home}/nsd.log\"\n  server-count: 1\nremote-control:\n  control-enable: no\n")
        for zone in served:
            out.write(f"zone:\n  name: \"{zone}\"\n  zonefile: \"{home}/zone-{zone if zone != '.' else 'root'}\"\n")
    with open("lame.conf", "w") as out:
        out.write(open("nsd.conf").read().split("zone:\n")[0].replace(AUTHORITY, LAME).replace("nsd.", "lame.").replace("/xfrd", "/lame-xfrd"))
    with open("hints", "w") as out:
        out.write(f". 3600 IN NS a.root.\na.root. 3600 IN A {AUTHORITY}\n")
    with open("unbound.conf", "w") as out:
        out.write(f"server:\n  interface: 127.0.0.1\n  directory: \"\"\n  {options}  use-syslog: no\n  logfile: \"{home}/unbound.log\"\n  num-threads: 1\n"
                  f"  do-not-query-localhost: no\n  root-hints: \"{home}/hints\"\n  trust-anchor-file: \"{home}/anchor.key\"\n"
                  "  local-zone: \"test.\" nodefault\n  do-ip6: no\nremote-control:\n  control-enable: no\n")
    with open("resolv.conf", "w") as out:
        out.write("nameserver 127.0.0.1\noptions trust-ad timeout:30\n")
    run("mount", "--bind", "resolv.conf", "/etc/resolv.conf")
    threading.Thread(target=unable, daemon=True).start()
    log = open("servers.log", "w")
    started = [subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
               for command in (["nsd", "-d", "-c", "nsd.conf"], ["nsd", "-d", "-c", "lame.conf"], ["unbound", "-d", "-c", "unbound.conf"])]
    wait_for_names()
    return started


def unable():
    """A name server that has not heard of what it is asked."""
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind((UNABLE, 53))
    while True:
        question, client = server.recvfrom(4096)
        # The question ends behind its name, type and class; nothing comes after it.
        end = question.index(b"\0", 12) + 5
        server.sendto(question[:2] + b"\x80\x04\0\x01\0\0\0\0\0\0" + question[12:end], client)


def wait_for_names():
    """Until the resolver says that the address of the first host is validated."""
    query = b"\x12\x34\x01\x20\0\x01\0\0\0\0\0\0\x07own-311\x04dane\x04test\0\0\x01\0\x01"
    asking = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    asking.settimeout(1)
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            asking.sendto(query, ("127.0.0.1", 53))
            answer = asking.recv(2000)
            if answer[3] & 0x2f == 0x20 and answer[7]:
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise SystemExit("the resolver does not answer: " + open("servers.log").read() + open("unbound.log").read())


def mail_server(where, sends):
    """A mail server that takes every mail, with STARTTLS where there is something to show."""
    context = None
    if sends:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        own = sends.split("+")[0]
        with open(f"{sends}.chain", "w") as out:
            out.writelines(open(f"{part}.pem").read() for part in sends.split("+"))
        context.load_cert_chain(f"{sends}.chain", f"{own}.key")
    listening = socket.create_server((where, 25), backlog=20)

    def talk(line):
        try:
            line.settimeout(PATIENCE)
            line.sendall(b"220 mx.dane.test ESMTP\r\n")
            secure = False
            while True:
                word = b""
                while not word.endswith(b"\n"):
                    byte = line.recv(1)
                    if not byte:
                        return
                    word += byte
                verb = word.strip().upper()
                if verb.startswith(b"EHLO"):
                    line.sendall(b"250 mx.dane.test\r\n" if secure or not context else b"250-mx.dane.test\r\n250 STARTTLS\r\n")
                elif verb == b"STARTTLS" and context:
                    line.sendall(b"220 go ahead\r\n")
                    line = context.wrap_socket(line, server_side=True)
                    secure = True
                elif verb == b"QUIT":
                    line.sendall(b"221 bye\r\n")
                    return
                elif verb == b"DATA":
                    line.sendall(b"354 go on\r\n")
                elif verb == b".":
                    line.sendall(b"250 taken\r\n")
                elif verb.startswith((b"MAIL", b"RCPT")):
                    line.sendall(b"250 ok\r\n")
        except OSError:
            pass
        finally:
            line.close()

    def serve():
        while True:
            threading.Thread(target=talk, args=(listening.accept()[0],), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()


MASTER = """cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
smtp unix - - n - 20 smtp
error unix - - n - - error
retry unix - - n - - error
tlsmgr unix - - n 1000? 1 tlsmgr
postlog unix-dgram n - n - 1 postlogd
127.0.0.1:2525 inet n - n - - smtpd
"""
MAIN = """compatibility_level = 3.6
queue_directory = {home}/spool
data_directory = {home}/data
maillog_file = {home}/postfix.log
maillog_file_prefixes = {home}
myhostname = mail.sender.test
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
alias_maps =
smtpd_peername_lookup = no
smtpd_relay_restrictions = permit_mynetworks reject
smtp_tls_security_level = dane
smtp_dns_support_level = dnssec
smtp_host_lookup = dns
smtp_tls_loglevel = 1
"""


def postfix():
    home = os.getcwd()
    for name, owner, mode in (("config", "root", 0o755), ("spool", "root", 0o755), ("data", "postfix", 0o700)):
        os.mkdir(name)
        os.chmod(name, mode)
        shutil.chown(name, owner)
    # Its processes run as another user.
    os.chmod(home, 0o755)
    with open("config/main.cf", "w") as out:
        out.write(MAIN.format(home=home))
    with open("config/master.cf", "w") as out:
        out.write(MASTER)
    log = open("servers.log", "a")
    return subprocess.Popen(["postfix", "-c", f"{home}/config", "start-fg"], stdin=subprocess.DEVNULL, stdout=log, stderr=log)


def delivered(domains):
    """What became of a mail to each domain, in Postfix' words."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            line = smtplib.SMTP("127.0.0.1", 2525, timeout=PATIENCE)
            break
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
    for domain in domains:
        line.sendmail("", [f"somebody@{domain}"], "Subject: mailcheck\r\n\r\nhello\r\n")
    line.quit()
    became = {}
    while len(became) < len(domains) and time.monotonic() < end:
        time.sleep(0.2)
        for text in open("postfix.log"):
            to, status = re.search("to=<somebody@([^>]*)>", text), re.search(r"status=(\w+) (.*)", text)
            if to and status:
                became[to[1]] = status[1], status[2]
    return became


def by_postfix(became, domain):
    status, why = became[domain]
    finger = subprocess.run(["posttls-finger", "-c", "-t", str(PATIENCE), "-T", str(PATIENCE), "-l", "dane", domain], stdin=subprocess.DEVNULL,
                            capture_output=True, timeout=PATIENCE, text=True)
    return "yes" if status == "sent" else "no", "yes" if "Matched DANE" in finger.stdout + finger.stderr else "no", why


def by_mailcheck(program, domain):
    """Whether a sender that looks at DANE delivers, the verdict, and what was found."""
    done = subprocess.run([program, "-f", "json", "--no-trace", "--deadline", str(PATIENCE), "-t", "60", "--trust-anchor", "anchor.key", domain],
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE, text=True)
    target = json.loads(done.stdout)["targets"][0]
    # Where one of several mail exchangers takes it, it is delivered.
    said = {one["dane"] for one in target["delivery"]}
    delivers = "yes" if "yes" in said else ",".join(sorted(said))
    return delivers, target["verdict"], ",".join(finding["id"] for finding in target["findings"])


def ask(program, became, domain):
    sent, matched, why = by_postfix(became, domain)
    mailcheck, verdict, findings = by_mailcheck(program, domain)
    return f"{domain} postfix={sent} finger={matched} mailcheck={mailcheck} verdict={verdict} findings={findings} {why}"


if __name__ == "__main__":
    program = sys.argv[1]
    os.environ["PATH"] += ":/usr/sbin:/sbin"
    os.chdir(sys.argv[2])
    run("ip", "link", "set", "lo", "up")
    run("ip", "addr", "add", "10.9.0.1/16", "dev", "lo")
    make()
    every = list(cases())
    started = name_servers(every)
    try:
        for number, (name, sends, *_) in enumerate(every):
            run("ip", "addr", "add", f"{address(number)}/32", "dev", "lo")
            mail_server(address(number), sends)
        domains = [f"at-{name}.dane.test" for name, *_ in every] + ["for-signed-host.plain.test", "for-wrong-host.plain.test"]
        started.append(postfix())
        became = delivered(domains)
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            for line in pool.map(lambda domain: ask(program, became, domain), domains):
                print(line, flush=True)
    finally:
        for one in started:
            one.terminate()
            one.wait()
