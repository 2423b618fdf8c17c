#!/usr/bin/python3
"""Certificates, servers and programs: who connects to what. oracles.py DIRECTORY

Makes certificates with openssl, serves each with `openssl s_server`, and runs every program against every server and
name. Prints "case SERVER PORT NAME" for each case, "saw PROGRAM PORT NAME yes|no WHY" for each answer, then "done", and
keeps the servers until its standard input ends.
"""
import concurrent.futures
import os
import socket
import ssl
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
NAMES = ["mail.example.test", "a.mail.example.test", "other.test"]
DAY = 86400
NOW = time.time()


def run(*command, **more):
    return subprocess.run(command, check=True, capture_output=True, **more)


def moment(days):
    return time.strftime("%Y%m%d%H%M%SZ", time.gmtime(NOW + days * DAY))


def key(name, kind):
    arguments = {
        "rsa1024": ["rsa", "rsa_keygen_bits:1024"],
        "rsa2048": ["rsa", "rsa_keygen_bits:2048"],
        "rsa3072": ["rsa", "rsa_keygen_bits:3072"],
        "p256": ["ec", "ec_paramgen_curve:P-256"],
        "p384": ["ec", "ec_paramgen_curve:P-384"],
        "p521": ["ec", "ec_paramgen_curve:P-521"],
    }
    algorithm = arguments.get(kind, [kind])
    options = [item for option in algorithm[1:] for item in ("-pkeyopt", option)]
    run("openssl", "genpkey", "-algorithm", algorithm[0], *options, "-out", f"{name}.key")


CONFIG = """
[ca]
default_ca = d
[d]
dir = .
database = index.txt
new_certs_dir = .
rand_serial = yes
policy = p
unique_subject = no
copy_extensions = none
[p]
commonName = supplied
[req]
distinguished_name = dn
prompt = no
[dn]
[e]
"""
ROOT = "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n"
LEAF = "basicConstraints=critical,CA:FALSE\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n"
USAGE = "keyUsage=critical,digitalSignature\n"
PURPOSE = "extendedKeyUsage=serverAuth\n"
SAN = "subjectAltName=DNS:mail.example.test\n"


def certificate(name, kind, by, extensions, subject=None, start=-10, end=90, digest="sha256"):
    key(name, kind)
    with open(f"{name}.cnf", "w") as out:
        out.write(CONFIG + extensions)
    run("openssl", "req", "-new", "-config", f"{name}.cnf", "-key", f"{name}.key", "-subj", f"/CN={subject or name}", "-out", f"{name}.csr")
    signer = ["-selfsign", "-keyfile", f"{name}.key"] if by is None else ["-cert", f"{by}.pem", "-keyfile", f"{by}.key"]
    md = "null" if by and kinds.get(by) == "ed25519" else digest
    run("openssl", "ca", "-batch", "-notext", "-config", f"{name}.cnf", "-extensions", "e", "-in", f"{name}.csr", "-out", f"{name}.pem",
        "-md", md, "-startdate", moment(start), "-enddate", moment(end), *signer)
    kinds[name] = kind


kinds = {}


def make():
    open("index.txt", "w").close()
    certificate("root", "p256", None, ROOT, end=3650)
    certificate("loose", "p256", None, "basicConstraints=CA:TRUE\nkeyUsage=keyCertSign\nsubjectKeyIdentifier=hash\n", end=3650)
    certificate("ended", "p256", None, ROOT, start=-900, end=-1)
    certificate("bigroot", "p521", None, ROOT, end=3650)
    certificate("unknown", "p256", None, ROOT, end=3650)
    certificate("middle", "p256", "root", ROOT + "authorityKeyIdentifier=keyid\n", end=1000)
    good = LEAF + USAGE + PURPOSE + SAN
    for kind in ("rsa2048", "rsa3072", "p256", "p384", "p521", "ed25519"):
        usage = USAGE if not kind.startswith("rsa") else "keyUsage=critical,digitalSignature,keyEncipherment\n"
        certificate(f"ok-{kind}", kind, "root", LEAF + usage + PURPOSE + SAN)
    certificate("rsa1024", "rsa1024", "root", good)
    certificate("expired", "p256", "root", good, start=-90, end=-2)
    certificate("early", "p256", "root", good, start=5)
    certificate("self", "p256", None, LEAF.replace("authorityKeyIdentifier=keyid\n", "") + USAGE + SAN)
    certificate("private", "p256", "unknown", good)
    certificate("below", "p256", "middle", good)
    certificate("sign-alone", "p256", "root", LEAF + "keyUsage=critical,keyCertSign\n" + PURPOSE + SAN)
    certificate("encrypt-alone", "rsa2048", "root", LEAF + "keyUsage=critical,keyEncipherment\n" + PURPOSE + SAN)
    certificate("staple", "p256", "root", good + "tlsfeature=status_request\n")
    certificate("no-issuer-key", "p256", "root", good.replace("authorityKeyIdentifier=keyid\n", ""))
    certificate("by-loose", "p256", "loose", good)
    certificate("by-ended", "p256", "ended", good)
    certificate("by-bigroot", "p256", "bigroot", good, digest="sha512")
    certificate("authority", "p256", "root", ROOT.replace("keyCertSign", "digitalSignature,keyCertSign") + "authorityKeyIdentifier=keyid\n" + PURPOSE + SAN)
    certificate("name-alone", "p256", "root", LEAF + USAGE + PURPOSE, subject="mail.example.test")
    certificate("star", "p256", "root", LEAF + USAGE + PURPOSE + "subjectAltName=DNS:*.mail.example.test\n")
    certificate("client", "p256", "root", LEAF + USAGE + "extendedKeyUsage=clientAuth\n" + SAN)
    certificate("no-usage", "p256", "root", LEAF + SAN)
    with open("roots.pem", "w") as out:
        for name in ("root", "loose", "ended", "bigroot"):
            out.write(open(f"{name}.pem").read())
    run("openssl", "genpkey", "-genparam", "-algorithm", "DH", "-pkeyopt", "group:modp_1536" if False else "group:ffdhe2048", "-out", "dh2048.pem")


OLD = ["-cipher", "ALL:@SECLEVEL=0"]


def suite(cipher):
    return ["-tls1_2", "-cipher", f"{cipher}:@SECLEVEL=0"]


def servers():
    """The name of the server, its certificate, what else it sends, and its options."""
    for leaf in sorted(kinds):
        if leaf in ("root", "loose", "ended", "bigroot", "unknown", "middle"):
            continue
        chain = "middle" if leaf == "below" else None
        for version in ("-tls1_3", "-tls1_2"):
            if leaf == "rsa1024":
                yield f"{leaf}{version}", leaf, chain, [version, *OLD]
            else:
                yield f"{leaf}{version}", leaf, chain, [version]
    yield "below-incomplete", "below", None, []
    for cipher in ("ECDHE-RSA-AES128-SHA256", "ECDHE-RSA-AES256-SHA384", "ECDHE-RSA-AES128-SHA", "ECDHE-RSA-AES256-GCM-SHA384",
                   "ECDHE-RSA-CHACHA20-POLY1305", "AES128-GCM-SHA256", "AES256-SHA", "CAMELLIA128-SHA", "ECDHE-RSA-CAMELLIA128-SHA256"):
        yield f"rsa-{cipher}", "ok-rsa2048", None, suite(cipher)
    for cipher in ("ECDHE-ECDSA-AES128-CCM", "ECDHE-ECDSA-AES128-SHA", "ECDHE-ECDSA-AES256-SHA384"):
        yield f"ec-{cipher}", "ok-p256", None, suite(cipher)
    yield "dhe-2048", "ok-rsa2048", None, [*suite("DHE-RSA-AES128-GCM-SHA256"), "-dhparam", "dh2048.pem"]
    for group in ("X25519", "P-256", "P-384", "P-521", "X448"):
        yield f"group-{group}", "ok-p256", None, ["-tls1_3", "-groups", group]
        yield f"group12-{group}", "ok-p256", None, ["-tls1_2", "-groups", group]
    for version in ("-tls1", "-tls1_1"):
        yield f"old{version}", "ok-rsa2048", None, [version, *OLD]


def serve(name, leaf, chain, options):
    command = ["openssl", "s_server", "-accept", "127.0.0.1:0", "-www", "-cert", f"{leaf}.pem", "-key", f"{leaf}.key", *options]
    command += ["-cert_chain", f"{chain}.pem"] if chain else []
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    for line in process.stdout:
        if line.startswith("ACCEPT"):
            return process, int(line.rsplit(":", 1)[1])
    raise SystemExit(f"openssl does not serve {name}: {command}")


def said(command, good=(0,)):
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=20)
    except subprocess.TimeoutExpired:
        return "no timeout"
    text = (done.stderr + done.stdout).decode(errors="replace").strip().replace("\n", " ")
    return "yes" if done.returncode in good else f"no {done.returncode} {text[-160:]}"


def by_openssl(port, name):
    return said(["openssl", "s_client", "-connect", f"127.0.0.1:{port}", "-servername", name, "-verify_hostname", name,
                 "-verify_return_error", "-CAfile", "roots.pem", "-no_ign_eof"])


def by_curl(port, name):
    return said(["curl", "--silent", "--show-error", "--noproxy", "*", "--resolve", f"{name}:{port}:127.0.0.1", "--cacert", "roots.pem",
                 "--max-time", "8", "--output", "/dev/null", f"https://{name}:{port}/"], good=(0, 52, 56, 1, 28))


def by_gnutls(port, name):
    return said(["gnutls-cli", "--x509cafile", "roots.pem", "--verify-hostname", name, "--sni-hostname", name, "-p", str(port), "127.0.0.1"])


def by_python(port, name):
    context = ssl.create_default_context(cafile="roots.pem")
    # What Python 3.13 does by default: Modules/_ssl.c, Lib/ssl.py.
    context.verify_flags |= ssl.VERIFY_X509_STRICT | 0x80000
    context.set_ciphers("@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM")
    context.hostname_checks_common_name = False
    try:
        with socket.create_connection(("127.0.0.1", port), 8) as plain:
            with context.wrap_socket(plain, server_hostname=name):
                return "yes"
    except OSError as error:
        return f"no {error}"


def in_one(command, cases):
    text = "".join(f"{port} {name}\n" for port, name in cases)
    done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=200)
    answers = [line.split(" ", 2) for line in done.stdout.splitlines()]
    return {(int(port), name): answer for port, name, answer in answers}


def main():
    os.chdir(sys.argv[1])
    make()
    run("javac", "-d", ".", f"{HERE}/Oracle.java")
    run("go", "build", "-o", "oracle-go", f"{HERE}/oracle.go", env={**os.environ, "GO111MODULE": "off", "HOME": os.getcwd(), "GOCACHE": os.getcwd() + "/go"})
    running = []
    cases = []
    for name, leaf, chain, options in servers():
        process, port = serve(name, leaf, chain, options)
        running.append(process)
        for asked in NAMES:
            cases.append((port, asked))
            print("case", name, port, asked, flush=True)
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        go = pool.submit(in_one, ["./oracle-go", "roots.pem"], cases)
        java = pool.submit(in_one, ["java", "-cp", ".", "Oracle", "roots.pem"], cases)
        each = {program: list(pool.map(lambda case, ask=ask: ask(*case), cases))
                for program, ask in (("openssl", by_openssl), ("curl", by_curl), ("python", by_python), ("gnutls", by_gnutls))}
        for program, answers in each.items():
            for (port, name), answer in zip(cases, answers):
                print("saw", program, port, name, answer, flush=True)
        for program, answers in (("go", go.result()), ("java", java.result())):
            for port, name in cases:
                print("saw", program, port, name, answers[(port, name)], flush=True)
    print("done", flush=True)
    sys.stdin.read()
    for process in running:
        process.kill()


main()
