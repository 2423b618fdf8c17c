"""Certificates for the oracles: made in the directory that one stands in, with openssl."""
import shutil
import subprocess
import time

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
organizationName = optional
organizationalUnitName = optional
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
    sign(name, kind, by, extensions, subject, start, end, digest)


def same_key(name, other, extensions, by=None):
    """One more certificate for the name and the key of another: signed by itself, or by somebody else."""
    subject = run("openssl", "x509", "-in", f"{other}.pem", "-noout", "-subject", "-nameopt", "sep_comma_plus,sname").stdout.decode()
    shutil.copy(f"{other}.key", f"{name}.key")
    start, end = (-900, -1) if by else (-10, 3650)
    sign(name, kinds[other], by, extensions, subject.strip().split("CN=", 1)[1], start, end)


def sign(name, kind, by, extensions, subject, start, end, digest="sha256"):
    with open(f"{name}.cnf", "w") as out:
        out.write(CONFIG + extensions)
    run("openssl", "req", "-new", "-config", f"{name}.cnf", "-key", f"{name}.key", "-subj", f"/CN={subject or name}", "-out", f"{name}.csr")
    signer = ["-selfsign", "-keyfile", f"{name}.key"] if by is None else ["-cert", f"{by}.pem", "-keyfile", f"{by}.key"]
    md = "null" if by and kinds.get(by) == "ed25519" else digest
    run("openssl", "ca", "-batch", "-notext", "-config", f"{name}.cnf", "-extensions", "e", "-in", f"{name}.csr", "-out", f"{name}.pem",
        "-md", md, "-startdate", moment(start), "-enddate", moment(end), *signer)
    kinds[name] = kind


kinds = {}
ROOTS = ("root", "loose", "ended", "bigroot", "nameless")
AUTHORITIES = (*ROOTS, "unknown", "twin")
CHAINS = {"below": "middle", "below-ended": "middle-ended", "below-within": "middle-within", "below-outside": "middle-outside",
          "below-no-authority": "middle-no-authority", "below-last": "middle-last", "below-without": "middle-without",
          "below-many": "middle-many", "below-early": "middle-early", "below-clients": "middle-clients",
          "below-ed25519": "middle-ed25519", "below-p521": "middle-p521"}


def leaves():
    """The certificates of servers."""
    return sorted(kind for kind in kinds if kind not in AUTHORITIES and kind not in CHAINS.values())


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
    certificate("rsa1024", "rsa1024", "root", good.replace("digitalSignature", "digitalSignature,keyEncipherment"))
    certificate("expired", "p256", "root", good, start=-90, end=-2)
    certificate("early", "p256", "root", good, start=5)
    certificate("self", "p256", None, LEAF.replace("authorityKeyIdentifier=keyid\n", "") + USAGE + SAN)
    certificate("private", "p256", "unknown", good)
    certificate("below", "p256", "middle", good)
    certificate("sign-alone", "p256", "root", LEAF + "keyUsage=critical,keyCertSign\n" + PURPOSE + SAN)
    certificate("encrypt-alone", "rsa2048", "root", LEAF + "keyUsage=critical,keyEncipherment\n" + PURPOSE + SAN)
    certificate("staple", "p256", "root", good + "tlsfeature=status_request\n")
    # openssl ca adds one by itself where nothing is said of it.
    certificate("no-issuer-key", "p256", "root", good.replace("authorityKeyIdentifier=keyid\n", "authorityKeyIdentifier=none\n"))
    certificate("by-loose", "p256", "loose", good)
    certificate("by-ended", "p256", "ended", good)
    # dani-garcia/vaultwarden#6558, rustls/rustls#2054.
    certificate("by-sha512", "p256", "root", good, digest="sha512")
    # python/cpython#107361: an authority whose own certificate does not name its key, as TWCA's.
    certificate("twin", "p256", None, ROOT, subject="nameless", end=3650)
    same_key("nameless", "twin", ROOT.replace("=hash", "=none"))
    certificate("by-nameless", "p256", "twin", good)
    certificate("by-bigroot", "p256", "bigroot", good, digest="sha512")
    certificate("authority", "p256", "root", ROOT.replace("keyCertSign", "digitalSignature,keyCertSign") + "authorityKeyIdentifier=keyid\n" + PURPOSE + SAN)
    certificate("name-alone", "p256", "root", LEAF + USAGE + PURPOSE, subject="mail.example.test")
    certificate("star", "p256", "root", LEAF + USAGE + PURPOSE + "subjectAltName=DNS:*.mail.example.test\n")
    certificate("client", "p256", "root", LEAF + USAGE + "extendedKeyUsage=clientAuth\n" + SAN)
    certificate("no-usage", "p256", "root", LEAF + SAN)
    certificate("ok-ed448", "ed448", "root", good)
    certificate("ten-years", "p256", "root", good, end=3600)
    certificate("any-usage", "p256", "root", LEAF + USAGE + "extendedKeyUsage=anyExtendedKeyUsage\n" + SAN)
    certificate("capitals", "p256", "root", good.replace("mail.example", "MAIL.Example"))
    certificate("parent-star", "p256", "root", good.replace("DNS:mail.", "DNS:*."))
    certificate("half-star", "p256", "root", good.replace("DNS:mail.", "DNS:ma*."))
    certificate("top-star", "p256", "root", good.replace("DNS:mail.example.test", "DNS:*.test"))
    certificate("star-alone", "p256", "root", good.replace("DNS:mail.example.test", "DNS:*"))
    certificate("final-dot", "p256", "root", good.replace("DNS:mail.example.test", "DNS:mail.example.test."))
    certificate("mail-address-alone", "p256", "root", LEAF + USAGE + PURPOSE + "subjectAltName=email:postmaster@mail.example.test\n", subject="mail.example.test")
    certificate("url-alone", "p256", "root", LEAF + USAGE + PURPOSE + "subjectAltName=URI:https://mail.example.test/\n", subject="mail.example.test")
    certificate("unknown-critical", "p256", "root", good + "1.3.6.1.4.1.99999.1=critical,ASN1:NULL\n")
    certificate("for-mail", "p256", "root", LEAF + USAGE + "extendedKeyUsage=emailProtection\n" + SAN)
    certificate("address-and-subject", "p256", "root", LEAF + USAGE + PURPOSE + "subjectAltName=IP:192.0.2.1\n", subject="mail.example.test")
    certificate("star-in-subject", "p256", "root", LEAF + USAGE + PURPOSE, subject="*.example.test")
    certificate("underscore", "p256", "root", good.replace("DNS:mail.example.test", "DNS:ma_il.example.test,DNS:*.example.test"))
    certificate("other-names", "p256", "root", good.replace("DNS:mail.example.test", "DNS:other.test"), subject="mail.example.test")
    certificate("two-names", "p256", "root", good.replace("DNS:mail.example.test", "DNS:mail.example.test,DNS:other.test"))
    certificate("sha1", "p256", "root", good, digest="sha1")
    certificate("middle-ended", "p256", "root", ROOT + "authorityKeyIdentifier=keyid\n", start=-900, end=-1)
    certificate("below-ended", "p256", "middle-ended", good)
    certificate("middle-within", "p256", "root", ROOT + "authorityKeyIdentifier=keyid\nnameConstraints=critical,permitted;DNS:example.test\n", end=1000)
    certificate("below-within", "p256", "middle-within", good)
    certificate("middle-outside", "p256", "root", ROOT + "authorityKeyIdentifier=keyid\nnameConstraints=critical,permitted;DNS:other.test\n", end=1000)
    certificate("below-outside", "p256", "middle-outside", good)
    certificate("middle-without", "p256", "root", ROOT + "authorityKeyIdentifier=keyid\nnameConstraints=critical,excluded;DNS:example.test\n", end=1000)
    certificate("below-without", "p256", "middle-without", good)
    certificate("middle-many", "p256", "root", ROOT + "authorityKeyIdentifier=keyid\nnameConstraints=critical,permitted;DNS:example.test,permitted;email:example.test,permitted;IP:192.0.2.0/255.255.255.0\n", end=1000)
    certificate("below-many", "p256", "middle-many", good)
    certificate("middle-early", "p256", "root", ROOT + "authorityKeyIdentifier=keyid\n", start=5, end=1000)
    certificate("below-early", "p256", "middle-early", good)
    certificate("middle-clients", "p256", "root", ROOT + "authorityKeyIdentifier=keyid\nextendedKeyUsage=clientAuth\n", end=1000)
    certificate("below-clients", "p256", "middle-clients", good)
    certificate("middle-ed25519", "ed25519", "root", ROOT + "authorityKeyIdentifier=keyid\n", end=1000)
    certificate("below-ed25519", "p256", "middle-ed25519", good)
    certificate("middle-p521", "p521", "root", ROOT + "authorityKeyIdentifier=keyid\n", end=1000)
    certificate("below-p521", "p256", "middle-p521", good, digest="sha512")
    certificate("middle-no-authority", "p256", "root", LEAF + "keyUsage=critical,keyCertSign,digitalSignature\n", end=1000)
    certificate("below-no-authority", "p256", "middle-no-authority", good)
    certificate("middle-last", "p256", "root", ROOT.replace("CA:TRUE", "CA:TRUE,pathlen:0") + "authorityKeyIdentifier=keyid\n", end=1000)
    certificate("below-last", "p256", "middle-last", good)
    with open("roots.pem", "w") as out:
        for name in ROOTS:
            out.write(open(f"{name}.pem").read())
    run("openssl", "genpkey", "-genparam", "-algorithm", "DH", "-pkeyopt", "group:ffdhe2048", "-out", "dh2048.pem")
    run("openssl", "genpkey", "-genparam", "-algorithm", "DH", "-pkeyopt", "group:modp_1536", "-out", "dh1536.pem")
