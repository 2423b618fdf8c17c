#!/usr/bin/python3
"""Servers as people reported them, and what is to be said of each. reported.py MAILCHECK DIRECTORY

An IMAP server for each report, with its certificate, its suites and its chain as they were told; `openssl s_client` and
mailcheck go there. Prints "NAME right", or "NAME wrong WHAT", a line each.
"""
import concurrent.futures
import json
import os
import socket
import ssl
import subprocess
import sys
import threading

from made import LEAF, PURPOSE, ROOT, SAN, USAGE, again, certificate, first_version, run, same_key

NAME = "mail.example.test"
GOOD = LEAF + USAGE + PURPOSE + SAN
RSA = GOOD.replace("digitalSignature", "digitalSignature,keyEncipherment")
ISSUED = "authorityKeyIdentifier=keyid\n"


def make():
    open("index.txt", "w").close()
    certificate("root", "p256", None, ROOT, end=3650)
    certificate("ok", "p256", "root", GOOD)
    certificate("rsa", "rsa2048", "root", RSA)
    certificate("sha512", "p256", "root", GOOD, digest="sha512")
    certificate("staple", "p256", "root", GOOD + "tlsfeature=status_request\n")
    certificate("no-issuer-key", "p256", "root", GOOD.replace(ISSUED, "authorityKeyIdentifier=none\n"))
    certificate("site", "p256", "root", GOOD.replace(f"DNS:{NAME}", "DNS:example.test,DNS:www.example.test"))
    certificate("star", "p256", "root", GOOD.replace(f"DNS:{NAME}", "DNS:*.test,DNS:test"))
    # A root without the identifier of its key, and an authority below it that has one.
    certificate("twin", "p256", None, ROOT, subject="nameless", end=3650)
    same_key("nameless", "twin", "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=none\n")
    certificate("below-nameless", "p256", "twin", GOOD)
    # A root that was once signed by another, which has ended.
    certificate("ended", "p256", None, ROOT, start=-900, end=-1)
    same_key("cross", "root", ROOT + ISSUED, by="ended")
    certificate("old", "p256", None, ROOT, start=-900, end=-1)
    certificate("by-old", "p256", "old", GOOD)
    certificate("installed", "rsa2048", None, "basicConstraints=CA:FALSE\nsubjectAltName=DNS:ce4e6f5a3526\n", subject="ce4e6f5a3526", end=3650)
    certificate("rsa-pss", "rsa-pss", "root", GOOD)
    certificate("sha224", "p256", "root", GOOD, digest="sha224")
    certificate("middle-brainpool", "brainpool384", "root", ROOT + ISSUED, end=1000)
    certificate("below-brainpool", "p256", "middle-brainpool", GOOD, digest="sha384")
    certificate("policies", "p256", "root", GOOD + "certificatePolicies=critical,1.2.3.4\n")
    certificate("middle-constraints", "p256", "root", ROOT + ISSUED + "policyConstraints=critical,requireExplicitPolicy:5\n", end=1000)
    certificate("below-constraints", "p256", "middle-constraints", GOOD)
    certificate("spelled", "p256", None, ROOT, end=3650)
    again("spelled-twin", "spelled", ROOT, end=3650, strings="default")
    certificate("by-spelled", "p256", "spelled-twin", GOOD)
    certificate("others", "p256", None, ROOT, end=3650)
    certificate("middle-now", "p256", "root", ROOT + ISSUED, end=1000)
    again("middle-once", "middle-now", ROOT + ISSUED, by="root", start=-900, end=-1)
    again("middle-of-others", "middle-now", ROOT + ISSUED, by="others")
    certificate("renewed", "p256", "middle-now", GOOD)
    first_version("first-version", "root", NAME)
    for authority, subject in AUTHORITIES.items():
        certificate(authority, "p256", None, ROOT, subject=subject, end=3650)
        certificate(f"by-{authority}", "p256", authority, GOOD)
    certificate("listed", "rsa2048", None, "basicConstraints=critical,CA:TRUE\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n" + SAN, end=3650)
    certificate("ended-itself", "rsa2048", None, "basicConstraints=CA:FALSE\n" + SAN, start=-90, end=-2)
    certificate("gated", "p256", "root", GOOD.replace("serverAuth", "nsSGC,msSGC"))
    certificate("within-root", "p256", None, ROOT + "nameConstraints=critical,permitted;DNS:other.test\n", end=3650)
    certificate("outside-root", "p256", "within-root", GOOD)
    certificate("middle-directory", "p256", "root", ROOT + ISSUED + "nameConstraints=critical,permitted;dirName:directory\n[directory]\nCN=in-directory\n", end=1000)
    certificate("in-directory", "p256", "middle-directory", GOOD)
    certificate("appliance", "rsa2048", None, "basicConstraints=CA:FALSE\n", subject="FortiMail/O=Fortinet/OU=FortiMail", end=3650)
    certificate("other-appliance", "rsa2048", None, "basicConstraints=CA:FALSE\n", subject="Sophos Email Appliance/O=Sophos", end=3650)
    with open("roots.pem", "w") as out:
        out.writelines(open(f"{name}.pem").read() for name in ("root", "nameless", "old", "spelled", "listed", "within-root"))
    certificate("large", "rsa8320", "root", RSA)
    certificate("wordy", "p256", "others", "nsComment=" + 15000 * "x" + "\n")
    run("openssl", "genpkey", "-genparam", "-algorithm", "DH", "-pkeyopt", "group:ffdhe2048", "-out", "dh2048.pem")
    run("openssl", "genpkey", "-genparam", "-algorithm", "DH", "-pkeyopt", "group:dh_1024_160", "-out", "dh1024.pem")


AUTHORITIES = {
    "exchange": "CONTOSO-DC01-CA/O=Contoso",
    "internal": "Example Internal Mail CA",
    "named-as-known": "Let's Encrypt Authority X3/O=Let's Encrypt",
    "fortigate": "FG101FTK21029082/O=Fortinet/OU=Certificate Authority",
    "avast": "avast! Web\\/Mail Shield Root/O=avast! Web\\/Mail Shield/OU=generated by avast! antivirus for SSL\\/TLS scanning",
    "avg": "AVG Web\\/Mail Shield Root/O=AVG Web\\/Mail Shield/OU=generated by AVG Antivirus for SSL\\/TLS scanning",
    "norton": "Norton Web\\/Mail Shield Root/O=Norton Web\\/Mail Shield/OU=generated by Norton Antivirus for SSL\\/TLS scanning",
    "easy": "Easy-RSA CA",
}

# All mail programs connect, and some others do not.
NOTE = "weak-for-some-programs"
SOME = ("weak-for-some-programs", "warning", "server")
UNKNOWN = ("certificate-unknown-issuer", "error", "unknown")
MISNAMED = ("certificate-name-mismatch", "error", "server")


def cases():
    """What it is called, its certificate and what else is sent, its suites; the first finding; whether openssl connects."""
    # E. What one library cannot do is not the server's fault.
    # rustls/rustls#2194, pimalaya/himalaya#493: a server without elliptic curves.
    yield "dhe-alone", "rsa", {"suites": "DHE-RSA-AES256-GCM-SHA384", "dh": "dh2048.pem"}, SOME, "yes", {"rustls": False, "Go": False}
    # foxcpp/maddy#789: TLS_RSA alone, which Go left out, and not all of its versions.
    yield "rsa-alone", "rsa", {"suites": "AES256-GCM-SHA384:AES128-SHA256"}, SOME, "yes", {"rustls": False, "Python": False, "Go": "unknown"}
    # mesalink-linux/mesalink#48: CBC alone, as smtp-mail.outlook.com had.
    yield "cbc-alone", "rsa", {"suites": "ECDHE-RSA-AES256-SHA384:ECDHE-RSA-AES128-SHA256"}, SOME, "yes", {"rustls": False}
    # jstedfast/MailKit#1578, home-assistant/core#75054, mailpile/Mailpile#2281: OpenSSL as Debian has it refuses, Windows does not.
    yield "dhe-1024", "rsa", {"suites": "DHE-RSA-AES256-GCM-SHA384", "dh": "dh1024.pem", "why": "1024 bits"}, SOME, "no", {"Windows": True, "Android": False, "Go": False}
    # PHPMailer/PHPMailer#2091: no ECDHE, and a group of 1024 bits that the server likes better than RSA without one.
    suites = "DHE-RSA-AES256-GCM-SHA384:AES256-GCM-SHA384"
    yield "dhe-1024-first", "rsa", {"suites": suites, "dh": "dh1024.pem", "why": "1024 bits"}, SOME, "no", {"Windows": True, "Java": True}
    # rustls/rustls#260, briansmith/ring#1479; docs.gitlab.com has it of Go.
    yield "rsa-8320", "large", {"note": NOTE, "why": "RSA 8320"}, None, "yes", {"rustls": False, "GnuTLS": True, "Go": "unknown"}
    # theforeman/foreman-installer#413: a whole file of authorities is sent.
    yield "eleven", "ok", {"chain": ["others"] * 10, "note": NOTE, "why": "more than 10"}, None, "yes", {"Java": False, "GnuTLS": True}
    # rustls/rustls#3176, openssl/openssl#4819: more than a message may have.
    yield "bundle", "ok", {"chain": ["wordy"] * 5, "says": "more than 64 KiB"}, ("tls-failed", "warning", "server"), "yes", {}
    # dani-garcia/vaultwarden#6558: a P-256 key, and a signature with SHA-512.
    yield "ecdsa-sha512", "sha512", {"note": NOTE}, None, "yes", {"rustls": False}
    # bruceg/nullmailer#33: Postfix without a certificate.
    yield "nobody", None, {"suites": "aNULL", "says": "without a certificate"}, ("tls-no-common-cipher", "error", "server"), "no", {}
    # openssl/openssl#2878, cloudflare/tls-tris#39: a key for RSASSA-PSS alone.
    yield "rsa-pss", "rsa-pss", {"why": "rsa_pss_pss"}, SOME, "yes", {"Thunderbird": False, "Go": False}
    yield "open", "rsa", {"suites": "eNULL", "says": "do not encrypt"}, ("tls-no-common-cipher", "error", "server"), "no", {}

    # F. What webpki does not look at.
    # mailcow/mailcow-dockerized#2557: Thunderbird does not connect.
    yield "staple", "staple", {}, ("certificate-must-staple", "warning", "server"), "yes", {"Thunderbird": False}
    # python/cpython#138193, valfirst/browserup-proxy#561.
    yield "no-issuer-key", "no-issuer-key", {"note": NOTE}, None, "yes", {"Python": False}
    # python/cpython#107361: TWCA's root has no identifier of its key.
    yield "nameless-root", "below-nameless", {"note": NOTE}, None, "yes", {"Python": False}
    # VojtechMyslivec/letsencrypt-zimbra#69: the root itself has ended.
    yield "ended-root", "by-old", {"never": "trusted until"}, ("root-expired", "warning", "server"), "no", {"GnuTLS": False}

    # Signatures and extensions that webpki does not know (pyca/cryptography#11928, Mbed-TLS/mbedtls#4060).
    yield "sha224", "sha224", {"why": "SHA-224"}, SOME, "yes", {"Thunderbird": False, "Java": True, "GnuTLS": True}
    yield "below-brainpool", "below-brainpool", {"chain": ["middle-brainpool"], "why": "brainpoolP384r1"}, SOME, "yes", {"GnuTLS": False}
    yield "policies", "policies", {"note": NOTE}, None, "yes", {"rustls": False, "Go": True}
    yield "constraints", "below-constraints", {"chain": ["middle-constraints"], "why": "policyConstraints"}, SOME, "yes", {"GnuTLS": False, "Java": True}
    # puppetlabs/puppetserver#2907, Mbed-TLS/mbedtls#1033, TritonDataCenter/node-sshpk#40: the issuer in another type of string.
    yield "spelled", "by-spelled", {"never": "unknown", "why": "type of string"}, SOME, "yes", {"Thunderbird": False, "Go": False, "Java": True}
    # openssl/openssl#18708, lavv17/lftp#641: an authority renewed with its key, and both are sent.
    yield "renewed-behind", "renewed", {"chain": ["middle-once", "middle-now"], "never": "ended"}, SOME, "yes", {"GnuTLS": False, "Thunderbird": True}
    yield "by-others-before", "renewed", {"chain": ["middle-of-others", "others", "middle-now"]}, SOME, "no", {"GnuTLS": False, "Thunderbird": True, "Go": True}

    # G. Dates and names.
    # X.509 of the first version, as old servers have it: its name stands in the subject.
    yield "first-version", "first-version", {"never": "standard"}, MISNAMED, "yes", {}
    # ipxe/ipxe#606, linuxserver/docker-swag#251: a cross-sign that has ended, and nobody needs.
    yield "needless-cross", "ok", {"chain": ["cross"], "note": "certificate-not-needed"}, None, "yes", {}
    # getwud/wud#352, nocodb/nocodb#6138: the address in place of the name.
    yield "by-address", "ok", {"name": None, "says": NAME}, MISNAMED, "no", {}
    # nodemailer/nodemailer#1391: the certificate of the web site.
    yield "web-site", "site", {"says": "example.test"}, MISNAMED, "no", {}
    # forwardemail/free-email-forwarding#186: *.163.com, and a host two labels below.
    yield "star-too-high", "star", {"says": "*.test"}, MISNAMED, "no", {}

    # H. An authority is known by its key.
    # docker-mailserver/docker-mailserver#605: made at installation, for the container.
    yield "installed", "installed", {"never": "authority is known", "also": [MISNAMED]}, ("certificate-self-signed", "error", "server"), "no", {}
    # PHPMailer/PHPMailer#1068: Exchange, and an authority of the company.
    yield "exchange", "by-exchange", {"never": "incomplete"}, UNKNOWN, "no", {}
    # SMS2Email/SMS2Email#27, nextcloud/mail#4769: an authority of one's own.
    yield "internal", "by-internal", {"never": "incomplete"}, UNKNOWN, "no", {}
    # Foundry376/Mailspring#214, with a list that does not have it: a name proves nothing.
    yield "named-as-known", "by-named-as-known", {"never": "incomplete"}, UNKNOWN, "no", {}

    # I. A gateway signs with an authority of its own; an appliance is the server.
    # sea.sophos.com, "Certificates and Certificate Authorities": an appliance for mail that has signed for itself.
    yield "other-appliance", "other-appliance", {"never": "gateway", "also": [MISNAMED]}, ("certificate-self-signed", "error", "server"), "no", {}
    # OrchardCMS/OrchardCore#3556, nodemailer/nodemailer#330; jstedfast/MailKit#679; sabnzbd/sabnzbd#2993: the root is not sent.
    for maker in ("avast", "avg", "norton"):
        yield maker, f"by-{maker}", {}, ("tls-intercepted", "error", "this-machine"), "no", {}
    # OpenVPN/easy-rsa#1418: a company's authority that nobody knows here.
    yield "easy-rsa", "by-easy", {"chain": ["easy"], "never": "incomplete"}, UNKNOWN, "no", {}
    # chromium/badssl.com#150: two faults, and both are told.
    yield "ended-itself", "ended-itself", {"also": [("certificate-self-signed", "error", "server")]}, ("certificate-expired", "error", "server"), "no", {}
    # wireguard-ui#187 the other way round: openssl req -x509 made it, and it was put into the list.
    yield "listed", "listed", {"also": [("weak-for-some-programs", "warning", "server")]}, ("certificate-wrong-purpose", "warning", "server"), "yes", {"Thunderbird": False, "rustls": False}
    # hmailserver/hmailserver#32: OpenSSL takes the purposes of the nineties.
    yield "gated", "gated", {}, SOME, "yes", {}
    # libressl/portable#1299: constraints of a trusted authority, which the standard does not want looked at.
    yield "outside-root", "outside-root", {}, ("certificate-malformed", "error", "server"), "no", {"Java": True}
    # rustls/webpki#19: constraints of the directory, which rustls does not look at.
    yield "in-directory", "in-directory", {"chain": ["middle-directory"], "note": NOTE}, None, "yes", {"rustls": False}
    # nextcloud/desktop#7324.
    yield "fortigate", "by-fortigate", {}, ("tls-intercepted", "error", "network"), "no", {}
    yield "fortigate-sent", "by-fortigate", {"chain": ["fortigate"]}, ("tls-intercepted", "error", "network"), "no", {}
    yield "appliance", "appliance", {"never": "gateway", "also": [MISNAMED]}, ("certificate-self-signed", "error", "server"), "no", {}


def context(case, certificate, options):
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if certificate:
        with open(f"{case}.chain", "w") as out:
            out.writelines(open(f"{part}.pem").read() for part in (certificate, *options.get("chain", ())))
        made.load_cert_chain(f"{case}.chain", f"{certificate}.key")
    if "suites" in options:
        made.maximum_version = ssl.TLSVersion.TLSv1_2
        made.set_ciphers(f"{options['suites']}:@SECLEVEL=0")
    if "dh" in options:
        made.load_dh_params(options["dh"])
    return made


def talk(plain, made):
    """IMAP, as far as it is asked for."""
    try:
        with made.wrap_socket(plain, server_side=True) as session:
            session.sendall(b"* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\r\n")
            for line in session.makefile("rb"):
                tag, word = line.split()[:2]
                also = {b"CAPABILITY": b"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n", b"LOGOUT": b"* BYE\r\n"}.get(word.upper(), b"")
                session.sendall(also + tag + b" OK done\r\n")
    except (OSError, ValueError):
        pass


def serve(made):
    listener = socket.create_server(("127.0.0.1", 0))

    def accept():
        while True:
            plain, _ = listener.accept()
            threading.Thread(target=talk, args=(plain, made), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return listener.getsockname()[1]


def by_openssl(port, name):
    verify = ["-verify_hostname", name, "-servername", name] if name else ["-verify_ip", "127.0.0.1", "-noservername"]
    done = subprocess.run(["openssl", "s_client", "-connect", f"127.0.0.1:{port}", *verify, "-verify_return_error", "-CAfile", "roots.pem",
                           "-no_ign_eof"], stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    return "yes" if done.returncode == 0 else "no"


def by_mailcheck(program, port, name):
    named = ["--tls-name", name] if name else []
    done = subprocess.run([program, f"imaps://127.0.0.1:{port}", "--ca-file", "roots.pem", *named, "--no-trace", "-f", "json", "-v"],
                          capture_output=True, timeout=60)
    return json.loads(done.stdout)["targets"][0]


def of(program, says):
    return program == says or program.startswith(f"{says} ") or program.split(" ", 1)[0] == says


def wrong(program, case):
    called, certificate, options, first, openssl, programs = case
    name = options.get("name", NAME)
    port = serve(context(called, certificate, options))
    seen = by_openssl(port, name)
    if seen != openssl:
        yield f"openssl says {seen}"
    target = by_mailcheck(program, port, name)
    notes = [one["id"] for one in target["findings"] if one["severity"] == "info"]
    findings = [one for one in target["findings"] if one["severity"] != "info"]
    found = [(one["id"], one["severity"], one["owner"]) for one in findings]
    if found != ([first] if first else []) + options.get("also", []):
        yield f"it finds {found}, notes {notes}"
    if options.get("note", notes and notes[0]) not in (notes or [notes]):
        yield f"its notes are {notes}"
    words = "\n".join("\n".join([one["title"], one["explanation"], *one["next_steps"]]) for one in target["findings"])
    if options.get("says", "") not in words:
        yield f"it does not say {options['says']}: {words}"
    if options.get("never", "\0") in words:
        yield f"it says {options['never']}: {words}"
    told = target["checks"][0].get("programs", [])
    for says, connects in {**programs, "OpenSSL": openssl == "yes"}.items():
        answers = {one["connects"] for one in told if of(one["name"], says)}
        if answers and answers != {connects} or programs.get(says) is not None and not answers:
            yield f"{says} connects: {answers}, {[(one['name'], one.get('why')) for one in told if one['connects'] is not True]}"
    if not any(options.get("why", "") in one.get("why", "") for one in told or [{}]):
        yield f"no program is told {options['why']}: {told}"
    if os.environ.get("REPORTED_SHOW"):
        yield words


def main():
    program = os.path.abspath(sys.argv[1])
    os.chdir(sys.argv[2])
    make()

    def line(case):
        complaints = " | ".join(wrong(program, case)).replace("\n", " / ")
        return f"{case[0]} wrong {complaints}" if complaints else f"{case[0]} right"

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        for told in pool.map(line, cases()):
            print(told, flush=True)


main()
