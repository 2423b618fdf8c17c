#!/usr/bin/python3
"""Certificates, servers and programs: who connects to what. oracles.py DIRECTORY

Makes certificates (made.py), serves each with `openssl s_server`, and runs every program against every server and name,
one after the other at each server, which serves one at a time. Prints "case SERVER PORT NAME" for each case, "saw PROGRAM
PORT NAME yes|no WHY" for each answer, then "done", and keeps the servers until its standard input ends.
"""
import concurrent.futures
import functools
import os
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time

import met
from made import CHAINS, ROOTS, leaves, make, run

HERE = os.path.dirname(os.path.abspath(__file__))
NAMES = ["mail.example.test", "a.mail.example.test", "other.test"]
PATIENCE = 120
OLD = ["-cipher", "ALL:@SECLEVEL=0"]


def suite(cipher):
    return ["-tls1_2", "-cipher", f"{cipher}:@SECLEVEL=0"]


def servers(own, more):
    """The name of the server, its certificate, what else it sends, its options, and the names that are asked for."""
    for leaf in more:
        # TLS 1.3 has no signature for such keys, and openssl serves none that it cannot check.
        version = "-tls1_2" if leaf in ("ok-p224", "ok-explicit") else "-tls1_3"
        options = [version, *OLD] if leaf.endswith(("p224", "explicit", "sha3", "pss-sha1", "2047")) else [version]
        yield leaf, leaf, met.CHAINS.get(leaf), options, NAMES[:1]
    for leaf in own:
        for version in ("-tls1_3", "-tls1_2"):
            old = ("rsa1024", "sha1", "below-small", "by-small-root", "ok-brainpool")
            options = [version, *OLD] if leaf in old else [version]
            # What the version changes is the handshake, not what a name is held against.
            names = NAMES if version == "-tls1_3" else NAMES[:1]
            # A name with a byte that host names do not have.
            names = ["ma_il.example.test", "mai_l.example.test"] if leaf == "underscore" else names
            yield f"{leaf}{version}", leaf, CHAINS.get(leaf), options, names
    for name, leaf, chain, options in (*shapes(), *handshakes()):
        yield name, leaf, chain, options, NAMES[:1]
    # Which certificate there is depends on the name that is asked for.
    for name, leaf, second in (("by-name", "ok-p256", "other-names"), ("by-name-wrongly", "other-names", "ok-p256")):
        more = ["-servername", "other.test", "-cert2", f"{second}.pem", "-key2", f"{second}.key"]
        yield name, leaf, None, more, NAMES
        yield f"{name}-or-nothing", leaf, None, [*more, "-servername_fatal"], NAMES


def shapes():
    """What else than its issuers a server can send, and what it leaves out."""
    yield "below-incomplete", "below", None, []
    yield "below-with-root", "below", "middle+root", []
    yield "below-wrong-order", "below", "root+middle", []
    yield "below-with-stranger", "below", "unknown+middle", []
    yield "stranger-alone", "private", "unknown", []
    # A renewed authority beside the one before.
    yield "renewed-alone", "renewed", "middle-once", []
    yield "renewed-behind", "renewed", "middle-once+other-middle", []
    yield "renewed-before", "renewed", "other-middle+middle-once", []
    yield "renewed-by-others-before", "renewed", "middle-of-others+unknown+other-middle", []
    yield "renewed-by-others-behind", "renewed", "other-middle+middle-of-others+unknown", []
    yield "renewed-by-others-alone", "renewed", "middle-of-others+unknown", []
    yield "renewed-with-ended-cross", "renewed", "other-middle+ended-cross", []


def handshakes():
    for cipher in ("ECDHE-RSA-AES128-SHA256", "ECDHE-RSA-AES256-SHA384", "ECDHE-RSA-AES128-SHA", "ECDHE-RSA-AES256-SHA",
                   "ECDHE-RSA-AES128-GCM-SHA256", "ECDHE-RSA-AES256-GCM-SHA384", "ECDHE-RSA-CHACHA20-POLY1305", "AES128-GCM-SHA256",
                   "AES256-GCM-SHA384", "AES128-SHA", "AES256-SHA", "AES128-SHA256", "CAMELLIA128-SHA", "ECDHE-RSA-CAMELLIA128-SHA256",
                   "ECDHE-ARIA128-GCM-SHA256", "AES128-CCM"):
        yield f"rsa-{cipher}", "ok-rsa2048", None, suite(cipher)
    for cipher in ("ECDHE-ECDSA-AES128-CCM", "ECDHE-ECDSA-AES128-CCM8", "ECDHE-ECDSA-AES128-SHA", "ECDHE-ECDSA-AES128-SHA256",
                   "ECDHE-ECDSA-AES256-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305", "ECDHE-ECDSA-ARIA256-GCM-SHA384"):
        yield f"ec-{cipher}", "ok-p256", None, suite(cipher)
    for cipher in ("DHE-RSA-AES128-GCM-SHA256", "DHE-RSA-AES256-SHA256", "DHE-RSA-AES128-SHA", "DHE-RSA-CHACHA20-POLY1305"):
        yield f"2048-{cipher}", "ok-rsa2048", None, [*suite(cipher), "-dhparam", "dh2048.pem"]
    yield "1536-DHE-RSA-AES128-GCM-SHA256", "ok-rsa2048", None, [*suite("DHE-RSA-AES128-GCM-SHA256"), "-dhparam", "dh1536.pem"]
    for suites in ("TLS_AES_128_GCM_SHA256", "TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_CCM_SHA256"):
        yield suites, "ok-p256", None, ["-tls1_3", "-ciphersuites", suites]
    for group in ("X25519", "P-256", "P-384", "P-521", "X448"):
        yield f"group-{group}", "ok-p256", None, ["-tls1_3", "-groups", group]
        yield f"group12-{group}", "ok-p256", None, ["-tls1_2", "-groups", group]
    yield "group-ffdhe2048", "ok-p256", None, ["-tls1_3", "-groups", "ffdhe2048"]
    yield "group-ffdhe3072", "ok-p256", None, ["-tls1_3", "-groups", "ffdhe3072"]
    yield "group12-brainpoolP256r1", "ok-p256", None, ["-tls1_2", "-groups", "brainpoolP256r1"]
    for scheme in ("RSA-PSS+SHA256", "RSA-PSS+SHA512", "RSA+SHA256", "RSA+SHA512", "RSA+SHA224", "RSA+SHA1"):
        yield f"signs-{scheme}", "ok-rsa2048", None, [*suite("ECDHE-RSA-AES128-GCM-SHA256"), "-sigalgs", scheme]
    for scheme in ("ECDSA+SHA256", "ECDSA+SHA384", "ECDSA+SHA1"):
        yield f"signs-{scheme}", "ok-p256", None, [*suite("ECDHE-ECDSA-AES128-GCM-SHA256"), "-sigalgs", scheme]
    for version in ("-tls1", "-tls1_1"):
        yield f"old{version}", "ok-rsa2048", None, [version, *OLD]
        # Nothing is signed.
        yield f"old-rsa{version}", "ok-rsa2048", None, [version, "-cipher", "AES128-SHA:@SECLEVEL=0"]
    # bruceg/nullmailer#33: no certificate, which Postfix takes where it does not look at certificates.
    yield "anonymous", "ok-rsa2048", None, [*suite("aNULL"), "-nocert"]
    yield "unencrypted", "ok-rsa2048", None, suite("eNULL")
    yield "no-renegotiation", "ok-rsa2048", None, ["gnutls", "NORMAL:-VERS-TLS1.3:%DISABLE_SAFE_RENEGOTIATION"]


def serve_gnutls(name, leaf, priority):
    """What openssl cannot be made to do."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(["gnutls-serv", "--quiet", "--http", "--port", str(port), "--priority", priority, "--x509certfile", f"{leaf}.pem",
                                "--x509keyfile", f"{leaf}.key"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(PATIENCE * 10):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return process, port
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"gnutls-serv does not serve {name}")


def serve(name, leaf, chain, options):
    if options[:1] == ["gnutls"]:
        return serve_gnutls(name, leaf, options[1])
    command = ["openssl", "s_server", "-accept", "127.0.0.1:0", "-www", "-cert", f"{leaf}.pem", "-key", f"{leaf}.key", *options]
    if chain:
        with open(f"{name}.chain", "w") as out:
            out.writelines(open(f"{part}.pem").read() for part in chain.split("+"))
        command += ["-cert_chain", f"{name}.chain"]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    for line in process.stdout:
        if line.startswith("ACCEPT"):
            return process, int(line.rsplit(":", 1)[1])
    raise SystemExit(f"openssl does not serve {name}: {command}")


def said(command, good=(0,)):
    # Nothing here takes a second; a machine with too much to do may take many.
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE)
    text = (done.stderr + done.stdout).decode(errors="replace").strip().replace("\n", " ")
    return "yes" if done.returncode in good else f"no {done.returncode} {text[-160:]}"


def by_openssl(port, name):
    return said(["openssl", "s_client", "-connect", f"127.0.0.1:{port}", "-servername", name, "-verify_hostname", name,
                 "-verify_return_error", "-CAfile", "roots.pem", "-no_ign_eof"])


def by_curl(port, name):
    return said(["curl", "--silent", "--show-error", "--noproxy", "*", "--resolve", f"{name}:{port}:127.0.0.1", "--cacert", "roots.pem",
                 "--max-time", str(PATIENCE), "--output", "/dev/null", f"https://{name}:{port}/"], good=(0, 52, 56, 1))


def by_gnutls(port, name):
    return said(["gnutls-cli", "--x509cafile", "roots.pem", "--verify-hostname", name, "--sni-hostname", name, "-p", str(port), "127.0.0.1"])


# What Thunderbird offers (`sCipherPrefs`, `EnabledGroups`, `sEnabledSignatureSchemes` of nsNSSComponent.cpp and
# nsNSSIOLayer.cpp); tstclnt has more of its own.
NSS_SUITES = "1301 1303 1302 c02b c02f cca9 cca8 c02c c030 c00a c009 c013 c014 009c 009d 002f 0035"
NSS_SCHEMES = ("ecdsa_secp256r1_sha256,ecdsa_secp384r1_sha384,ecdsa_secp521r1_sha512,rsa_pss_rsae_sha256,rsa_pss_rsae_sha384,"
               "rsa_pss_rsae_sha512,rsa_pkcs1_sha256,rsa_pkcs1_sha384,rsa_pkcs1_sha512,ecdsa_sha1,rsa_pkcs1_sha1")


def by_nss(port, name):
    # Without -O, where the handshake pauses while the certificate is looked at, it sometimes waits for ever.
    return said(["tstclnt", "-h", "127.0.0.1", "-p", str(port), "-a", name, "-d", "sql:nssdb", "-V", "tls1.2:tls1.3", "-T", "-O", "-Q",
                 "-c", "".join(f":{number}" for number in NSS_SUITES.split()), "-I", "x25519,P256,P384,P521,FF2048,FF3072",
                 "-J", NSS_SCHEMES])


def by_postfix(level, port, name):
    command = ["posttls-finger", "-w", "-t", str(PATIENCE), "-T", str(PATIENCE), "-l", level, "-F", "roots.pem", "-s", name,
               f"[127.0.0.1]:{port}", name]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                               env={**os.environ, "PATH": os.environ["PATH"] + ":/usr/sbin"})
    good = "Verified TLS connection established" if level == "secure" else "TLS connection established"
    lines = []
    for line in process.stdout:
        lines.append(line.strip())
        # It would wait for a greeting now.
        if "TLS connection established" in line:
            break
    process.send_signal(signal.SIGKILL)
    process.wait()
    return "yes" if good in lines[-1] else f"no {' '.join(lines)[-220:]}"


def by_python(port, name):
    context = ssl.create_default_context(cafile="roots.pem")
    # What Python 3.13 does by default: Modules/_ssl.c, Lib/ssl.py.
    context.verify_flags |= ssl.VERIFY_X509_STRICT | 0x80000
    context.set_ciphers("@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM")
    context.hostname_checks_common_name = False
    try:
        with socket.create_connection(("127.0.0.1", port), PATIENCE) as plain:
            with context.wrap_socket(plain, server_hostname=name):
                return "yes"
    except OSError as error:
        return f"no {error}"


class Asked:
    """A program that reads lines "port name", and answers each with that and "yes" or "no why"."""

    def __init__(self, command):
        self.one_at_a_time = threading.Lock()
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)

    def __call__(self, port, name):
        with self.one_at_a_time:
            self.process.stdin.write(f"{port} {name}\n")
            self.process.stdin.flush()
            return self.process.stdout.readline().strip().split(" ", 2)[2]

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def nss_database():
    os.mkdir("nssdb")
    run("certutil", "-N", "-d", "sql:nssdb", "--empty-password")
    # It cannot read a key of Ed448.
    for root in (*ROOTS, *(root for root in met.ROOTS if root != "ed448-root")):
        run("certutil", "-A", "-d", "sql:nssdb", "-n", root, "-t", "C,,", "-i", f"{root}.pem")
    for one in met.LISTED:
        run("certutil", "-A", "-d", "sql:nssdb", "-n", one, "-t", "CP,,", "-i", f"{one}.pem")


def main():
    os.chdir(sys.argv[1])
    make()
    own = leaves()
    more = met.make()
    with open("roots.pem", "a") as out:
        out.writelines(open(f"{name}.pem").read() for name in (*met.ROOTS, *met.LISTED))
    nss_database()
    run("javac", "-d", ".", f"{HERE}/Oracle.java")
    run("go", "build", "-o", "oracle-go", f"{HERE}/oracle.go", env={**os.environ, "GO111MODULE": "off", "HOME": os.getcwd(), "GOCACHE": os.getcwd() + "/go"})
    go, java = Asked(["./oracle-go", "roots.pem"]), Asked(["java", "-cp", ".", "Oracle", "roots.pem"])
    programs = {"openssl": by_openssl, "curl": by_curl, "python": by_python, "gnutls": by_gnutls, "go": go, "java": java, "nss": by_nss,
                "postfix-may": functools.partial(by_postfix, "may"), "postfix-secure": functools.partial(by_postfix, "secure")}
    running = []
    asked = []
    for name, leaf, chain, options, names in servers(own, more):
        process, port = serve(name, leaf, chain, options)
        running.append(process)
        asked.append((port, names))
        for each in names:
            print("case", name, port, each, flush=True)

    def at_one(port, names):
        return [(program, port, name, ask(port, name)) for name in names for program, ask in programs.items()]

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        for answers in pool.map(lambda server: at_one(*server), asked):
            for answer in answers:
                print("saw", *answer, flush=True)
    go.end()
    java.end()
    print("done", flush=True)
    sys.stdin.read()
    for process in running:
        process.kill()


main()
