#!/usr/bin/python3
"""openssl with and without a server name, and mailcheck, at servers that choose their certificate by it. sni.py MAILCHECK DIRECTORY

Each server has a certificate for everybody and one for a name. Prints a line for each: "NAME named=yes|no unnamed=yes|no
mailcheck=yes|no FINDINGS", where the first two are whether `openssl s_client` takes what it gets with `-servername` and with
`-noservername`, and the last is whether mailcheck says that the certificate depends on the name.
"""
import json
import os
import subprocess
import sys

from made import LEAF, PURPOSE, ROOT, SAN, USAGE, certificate

NAME = "mail.example.test"


def make():
    open("index.txt", "w").close()
    certificate("root", "p256", None, ROOT, end=3650)
    certificate("unknown", "p256", None, ROOT, end=3650)
    good = LEAF + USAGE + PURPOSE + SAN
    certificate("good", "p256", "root", good)
    certificate("another", "p256", "root", good)
    certificate("old", "p256", "root", good, start=-90, end=-2)
    certificate("other", "p256", "root", good.replace("mail.example", "www.example"))
    certificate("private", "p256", "unknown", good)
    certificate("self", "p256", None, LEAF.replace("authorityKeyIdentifier=keyid\n", "") + USAGE + SAN)


def cases():
    """The certificate for everybody, the one for a name, and that name; whether other names are refused."""
    for usual in ("good", "old", "other", "self"):
        for named in ("good", "another", "old", "other", "private", "self"):
            yield f"{usual}-or-{named}", usual, named, NAME, False
    for usual in ("good", "old", "other"):
        yield f"{usual}-or-nothing", usual, "another", "www.example.test", True
        yield f"{usual}-for-all-others", usual, "another", "www.example.test", False


def by_openssl(port, *name):
    done = subprocess.run(["openssl", "s_client", "-connect", f"127.0.0.1:{port}", *name, "-verify_hostname", NAME, "-verify_return_error",
                           "-CAfile", "root.pem", "-no_ign_eof"], stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    return "yes" if done.returncode == 0 else "no"


def by_mailcheck(program, port):
    done = subprocess.run([program, f"imaps://127.0.0.1:{port}", "--ca-file", "root.pem", "--tls-name", NAME, "--greeting-timeout", "1",
                           "--no-trace", "-f", "json"], capture_output=True, timeout=60)
    found = [finding["id"] for finding in json.loads(done.stdout)["targets"][0]["findings"]]
    return "yes" if "certificate-depends-on-sni" in found else "no", ",".join(found)


def main():
    program = os.path.abspath(sys.argv[1])
    os.chdir(sys.argv[2])
    make()
    for case, usual, named, name, fatal in cases():
        command = ["openssl", "s_server", "-accept", "127.0.0.1:0", "-www", "-cert", f"{usual}.pem", "-key", f"{usual}.key",
                   "-servername", name, "-cert2", f"{named}.pem", "-key2", f"{named}.key", *(["-servername_fatal"] if fatal else [])]
        server = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        port = next(int(line.rsplit(":", 1)[1]) for line in server.stdout if line.startswith("ACCEPT"))
        with_name, without = by_openssl(port, "-servername", NAME), by_openssl(port, "-noservername")
        ours, found = by_mailcheck(program, port)
        print(f"{case} named={with_name} unnamed={without} mailcheck={ours} {found}", flush=True)
        server.kill()
        server.wait()


main()
