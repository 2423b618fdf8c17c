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
        "p224": ["ec", "ec_paramgen_curve:P-224"],
        "secp256k1": ["ec", "ec_paramgen_curve:secp256k1"],
        "explicit": ["ec", "ec_paramgen_curve:P-256", "ec_param_enc:explicit"],
        "brainpool256": ["ec", "ec_paramgen_curve:brainpoolP256r1"],
        "brainpool384": ["ec", "ec_paramgen_curve:brainpoolP384r1"],
        "rsa-pss": ["rsa-pss", "rsa_keygen_bits:2048"],
        # Of several primes, which are found sooner.
        "rsa8320": ["rsa", "rsa_keygen_bits:8320", "rsa_keygen_primes:5"],
    }
    if kind == "dsa":
        run("openssl", "genpkey", "-genparam", "-algorithm", "DSA", "-pkeyopt", "dsa_paramgen_bits:2048", "-out", f"{name}.dsa")
        run("openssl", "genpkey", "-paramfile", f"{name}.dsa", "-out", f"{name}.key")
        return
    algorithm = arguments.get(kind, [kind])
    options = [item for option in algorithm[1:] for item in ("-pkeyopt", option)]
    run("openssl", "genpkey", "-algorithm", algorithm[0], *options, "-out", f"{name}.key")


CONFIG = """
[ca]
default_ca = d
[d]
string_mask = STRINGS
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
string_mask = STRINGS
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


def certificate(name, kind, by, extensions, subject=None, start=-10, end=90, digest="sha256", options=(), strings="utf8only"):
    key(name, kind)
    sign(name, kind, by, extensions, subject, start, end, digest, options, strings)


def same_key(name, other, extensions, by=None):
    """One more certificate for the name and the key of another: signed by itself, or by somebody else."""
    subject = run("openssl", "x509", "-in", f"{other}.pem", "-noout", "-subject", "-nameopt", "sep_comma_plus,sname").stdout.decode()
    shutil.copy(f"{other}.key", f"{name}.key")
    start, end = (-900, -1) if by else (-10, 3650)
    sign(name, kinds[other], by, extensions, subject.strip().split("CN=", 1)[1], start, end)


def again(name, other, extensions, by=None, start=-10, end=1000, strings="utf8only"):
    """One more certificate for the key of another and its name, which is its own name here."""
    shutil.copy(f"{other}.key", f"{name}.key")
    sign(name, kinds[other], by, extensions, other, start, end, strings=strings)


def sign(name, kind, by, extensions, subject, start, end, digest="sha256", options=(), strings="utf8only"):
    with open(f"{name}.cnf", "w") as out:
        out.write(CONFIG.replace("STRINGS", strings) + extensions)
    run("openssl", "req", "-new", "-config", f"{name}.cnf", "-key", f"{name}.key", "-subj", f"/CN={subject or name}", "-out", f"{name}.csr")
    signer = ["-selfsign", "-keyfile", f"{name}.key"] if by is None else ["-cert", f"{by}.pem", "-keyfile", f"{by}.key"]
    md = "null" if (kinds.get(by) if by else kind) in ("ed25519", "ed448") else digest
    run("openssl", "ca", "-batch", "-notext", "-config", f"{name}.cnf", "-extensions", "e", "-in", f"{name}.csr", "-out", f"{name}.pem",
        "-md", md, "-startdate", moment(start), "-enddate", moment(end), *options, *signer)
    kinds[name] = kind


def first_version(name, by, subject):
    """Without any extension."""
    key(name, "p256")
    run("openssl", "req", "-new", "-key", f"{name}.key", "-subj", f"/CN={subject}", "-out", f"{name}.csr")
    run("openssl", "x509", "-req", "-in", f"{name}.csr", "-CA", f"{by}.pem", "-CAkey", f"{by}.key", "-set_serial", "77", "-days", "90",
        "-out", f"{name}.pem")
    kinds[name] = "p256"


kinds = {}
ROOTS = ("root", "loose", "ended", "bigroot", "nameless", "rsa-root", "brainpool-root", "dsa-root", "pss-root", "small-root", "spelled")
AUTHORITIES = (*ROOTS, "unknown", "twin", "spelled-twin", "other-middle", "middle-once", "middle-of-others", "ended-cross")
CHAINS = {"below": "middle", "below-ended": "middle-ended", "below-within": "middle-within", "below-outside": "middle-outside",
          "below-no-authority": "middle-no-authority", "below-last": "middle-last", "below-without": "middle-without",
          "below-many": "middle-many", "below-early": "middle-early", "below-clients": "middle-clients",
          "below-ed25519": "middle-ed25519", "below-p521": "middle-p521", "below-brainpool": "middle-brainpool",
          "below-small": "middle-small", "below-constraints": "middle-constraints", "below-inhibits": "middle-inhibits",
          "below-access": "middle-access", "below-many-more": "+".join(f"deep{number}" for number in range(8, 0, -1))}


def leaves():
    """The certificates of servers."""
    sent = {part for chain in CHAINS.values() for part in chain.split("+")}
    return sorted(kind for kind in kinds if kind not in AUTHORITIES and kind not in sent)


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
    make_more()
    with open("roots.pem", "w") as out:
        for name in ROOTS:
            out.write(open(f"{name}.pem").read())
    run("openssl", "genpkey", "-genparam", "-algorithm", "DH", "-pkeyopt", "group:ffdhe2048", "-out", "dh2048.pem")
    run("openssl", "genpkey", "-genparam", "-algorithm", "DH", "-pkeyopt", "group:modp_1536", "-out", "dh1536.pem")


def make_more():
    """What the library of mailcheck does not compute, does not know, or does not find."""
    good = LEAF + USAGE + PURPOSE + SAN
    rsa = good.replace("digitalSignature", "digitalSignature,keyEncipherment")
    issued = ROOT + "authorityKeyIdentifier=keyid\n"
    for name, kind in (("rsa-root", "rsa2048"), ("brainpool-root", "brainpool256"), ("dsa-root", "dsa"), ("pss-root", "rsa-pss"),
                       ("small-root", "rsa1024")):
        certificate(name, kind, None, ROOT, end=3650)
    certificate("by-sha224", "rsa2048", "rsa-root", rsa, digest="sha224")
    certificate("by-ecdsa-sha224", "p256", "root", good, digest="sha224")
    # openssl/openssl#7435, openssl/openssl#4556: a curve of RFC 5639, which programs have for certificates and not for handshakes.
    certificate("ok-brainpool", "brainpool256", "root", good)
    certificate("by-brainpool", "p256", "brainpool-root", good)
    certificate("middle-brainpool", "brainpool384", "root", issued, end=1000)
    certificate("below-brainpool", "p256", "middle-brainpool", good, digest="sha384")
    certificate("by-dsa", "p256", "dsa-root", good)
    # openssl/openssl#2878, cloudflare/tls-tris#39: keys for RSASSA-PSS alone.
    certificate("ok-rsa-pss", "rsa-pss", "rsa-root", good)
    certificate("by-pss-root", "rsa2048", "pss-root", rsa)
    # Netflix/lemur#3276: an authority of Windows with AlternateSignatureAlgorithm.
    pss = ("-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest")
    certificate("by-pss", "rsa2048", "rsa-root", rsa, options=pss)
    certificate("by-pss-sha224", "rsa2048", "rsa-root", rsa, digest="sha224", options=pss)
    certificate("by-pss-sha512", "rsa2048", "rsa-root", rsa, digest="sha512", options=pss)
    certificate("by-small-root", "rsa2048", "small-root", rsa)
    certificate("middle-small", "rsa1024", "root", issued, end=1000)
    certificate("below-small", "p256", "middle-small", good)
    # pyca/cryptography#11928, Mbed-TLS/mbedtls#4060, wolfSSL/wolfssl#3872: critical extensions that some libraries know.
    certificate("policies", "p256", "root", good + "certificatePolicies=critical,1.2.3.4\n")
    certificate("revocation-lists", "p256", "root", good + "crlDistributionPoints=critical,URI:http://crl.example.test/a.crl\n")
    certificate("middle-constraints", "p256", "root", issued + "policyConstraints=critical,requireExplicitPolicy:5\n", end=1000)
    certificate("below-constraints", "p256", "middle-constraints", good)
    certificate("middle-inhibits", "p256", "root", issued + "inhibitAnyPolicy=critical,0\n", end=1000)
    certificate("below-inhibits", "p256", "middle-inhibits", good)
    certificate("middle-access", "p256", "root", issued + "authorityInfoAccess=critical,OCSP;URI:http://ocsp.example.test/\n", end=1000)
    certificate("below-access", "p256", "middle-access", good)
    certificate("critical-issuer-key", "p256", "root", good.replace("Identifier=keyid", "Identifier=critical,keyid"))
    certificate("netscape", "p256", "root", good + "nsCertType=critical,server\n")
    # puppetlabs/puppetserver#2907, Mbed-TLS/mbedtls#1033, TritonDataCenter/node-sshpk#40: the issuer in another type of string.
    certificate("spelled", "p256", None, ROOT, end=3650)
    again("spelled-twin", "spelled", ROOT, end=3650, strings="default")
    certificate("by-spelled", "p256", "spelled-twin", good)
    # X.509 of the first version, as old servers have it.
    first_version("first-version", "root", "mail.example.test")
    # An authority that was renewed with the same key, and one that another, which nobody trusts, has signed too.
    certificate("other-middle", "p256", "root", issued, end=1000)
    again("middle-once", "other-middle", issued, by="root", start=-900, end=-1)
    again("middle-of-others", "other-middle", issued, by="unknown")
    again("ended-cross", "root", issued, by="ended", start=-800, end=-1)
    certificate("renewed", "p256", "other-middle", good)
    for number in range(1, 9):
        certificate(f"deep{number}", "p256", f"deep{number - 1}" if number > 1 else "root", issued, end=1000)
    certificate("below-many-more", "p256", "deep8", good)
    for name, names in (("port-in-name", "DNS:mail.example.test:993"), ("dot-in-front", "DNS:.example.test"), ("star-in-the-middle", "DNS:mail.*.test"),
                        ("two-stars", "DNS:*.*.test"), ("url-as-name", "DNS:https://mail.example.test")):
        certificate(name, "p256", "root", good.replace("DNS:mail.example.test", names))
