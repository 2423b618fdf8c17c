"""Certificates as people met them, that programs differ about: what stands in a trusted authority's own certificate, identifiers
of keys, name constraints of every kind, keys and digests that few know, serial numbers."""
import hashlib
import shutil

from made import LEAF, PURPOSE, ROOT, SAN, USAGE, certificate, key, kinds, run, sign

GOOD = LEAF + USAGE + PURPOSE + SAN
RSA = GOOD.replace("digitalSignature", "digitalSignature,keyEncipherment")
ISSUED = ROOT + "authorityKeyIdentifier=keyid\n"
# Trusted, and what they are.
ROOTS = ("names-root", "own-names-root", "without-root", "last-root", "clients-root", "idle-root", "no-authority-root", "first-root",
         "sha1-root", "ed448-root", "serial-root", "rolled-root")
# Trusted as they are, and served.
LISTED = ("listed", "listed-authority")
# Neither trusted nor a server's.
OTHERS = ("serial-once",)
CHAINS = {"below-last-root": "middle-of-last", "rolled": "rolled-again", "strange-key-below": "middle-plain", "issuer-and-serial-below": "middle-plain",
          "wrong-level-below": "middle-plain", "gated-below": "middle-gated", "p224-below": "middle-p224", "secp256k1-below": "middle-secp256k1",
          "explicit-below": "middle-explicit", "sha384-below": "middle-plain", "dot-below": "middle-dot", "dot-itself-below": "middle-dot-itself",
          "directory-below": "middle-directory", "other-directory-below": "middle-other-directory", "no-addresses-below": "middle-no-addresses",
          "mail-names-below": "middle-mail-names", "no-own-key-below": "middle-no-own-key", "idle-below": "middle-idle",
          "revokes-below": "middle-revokes", "anything-below": "middle-anything", "free-below": "middle-free"}


def der(tag, *parts):
    body = b"".join(parts)
    size = bytes([len(body)]) if len(body) < 128 else bytes([0x82, len(body) >> 8, len(body) & 255])
    return bytes([tag]) + size + body


def issuer_key(identifier, name=None, serial=None):
    """The extension as it is said here: keyIdentifier, authorityCertIssuer (a common name), authorityCertSerialNumber."""
    parts = [der(0x80, identifier)]
    if name:
        common = der(0x30, der(0x31, der(0x30, b"\x06\x03\x55\x04\x03", der(0x0c, name.encode()))))
        parts += [der(0xa1, der(0xa4, common)), der(0x82, serial)]
    return f"authorityKeyIdentifier=DER:{der(0x30, *parts).hex()}\n"


def own_key(name):
    """The identifier as openssl makes it: the SHA-1 of the key's bits."""
    public = run("openssl", "pkey", "-in", f"{name}.key", "-pubout", "-outform", "DER").stdout
    return hashlib.sha1(public[-65:]).digest()


def serial(name):
    text = run("openssl", "x509", "-in", f"{name}.pem", "-noout", "-serial", text=True).stdout
    return bytes.fromhex(text.strip().split("=")[1])


def by_hand(name, kind, by, extensions, *options, subject=None):
    """What `openssl ca` does not do: serial numbers, and subjects with nothing in them."""
    key(name, kind)
    with open(f"{name}.cnf", "w") as out:
        out.write("[e]\n" + extensions)
    subject = f"/CN={name}" if subject is None else subject
    run("openssl", "req", "-new", "-key", f"{name}.key", "-subj", subject, "-out", f"{name}.csr")
    signer = ["-CA", f"{by}.pem", "-CAkey", f"{by}.key"] if by else ["-signkey", f"{name}.key"]
    extended = ["-extfile", f"{name}.cnf", "-extensions", "e"] if extensions else []
    run("openssl", "x509", "-req", "-in", f"{name}.csr", *signer, *extended, "-days", "90", "-out", f"{name}.pem", *options)
    kinds[name] = kind


def make():
    """Gives the names of the servers."""
    before = set(kinds)
    make_roots()
    make_identifiers()
    make_constraints()
    # hmailserver/hmailserver#32: purposes of the nineties, when strong encryption was for banks.
    certificate("netscape-gated", "p256", "root", GOOD.replace("serverAuth", "nsSGC"))
    certificate("microsoft-gated", "p256", "root", GOOD.replace("serverAuth", "msSGC"))
    certificate("gated-and-clients", "p256", "root", GOOD.replace("serverAuth", "clientAuth,nsSGC,msSGC"))
    certificate("middle-gated", "p256", "root", ISSUED + "extendedKeyUsage=nsSGC,msSGC\n", end=1000)
    certificate("gated-below", "p256", "middle-gated", GOOD)
    # openssl/openssl#21224, pyca/cryptography#6835.
    certificate("by-sha3", "rsa2048", "rsa-root", RSA, digest="sha3-256")
    certificate("by-ecdsa-sha3", "p256", "root", GOOD, digest="sha3-384")
    # rustls/webpki#396: a key of one size, a digest of another.
    certificate("by-sha384", "p256", "root", GOOD, digest="sha384")
    certificate("sha384-below", "p256", "middle-plain", GOOD, digest="sha384")
    make_usages()
    make_pss()
    make_names()
    # golang/go#28960: a curve that few have.
    certificate("ok-p224", "p224", "root", GOOD)
    for curve in ("p224", "secp256k1", "explicit"):
        certificate(f"middle-{curve}", curve, "root", ISSUED, end=1000)
        certificate(f"{curve}-below", "p256", f"middle-{curve}", GOOD)
    # openssl/openssl#25461, openssl/openssl#12139: the curve with all its numbers in place of its name.
    certificate("ok-explicit", "explicit", "root", GOOD)
    # caddyserver/caddy#7115, FiloSottile/Heartbleed#67.
    by_hand("negative-serial", "p256", "root", GOOD, "-set_serial", "-77")
    by_hand("zero-serial", "p256", "root", GOOD, "-set_serial", "0")
    by_hand("long-serial", "p256", "root", GOOD, "-set_serial", "0x" + "17" * 24)
    # smallstep/certificates#302.
    by_hand("no-subject", "p256", "root", GOOD.replace("subjectAltName=", "subjectAltName=critical,"), subject="/")
    by_hand("no-subject-not-critical", "p256", "root", GOOD, subject="/")
    return sorted(set(kinds) - before - {*ROOTS, *OTHERS, *CHAINS.values()})


def make_roots():
    """libressl/portable#1299, holodeck-b2b/Holodeck-B2B#97: what stands in a trusted authority's own certificate."""
    for name, more in (("names", "nameConstraints=critical,permitted;DNS:other.test\n"), ("own-names", "nameConstraints=critical,permitted;DNS:example.test\n"),
                       ("without", "nameConstraints=critical,excluded;DNS:example.test\n"), ("clients", "extendedKeyUsage=clientAuth\n")):
        certificate(f"{name}-root", "p256", None, ROOT + more, end=3650)
        certificate(f"by-{name}-root", "p256", f"{name}-root", GOOD)
    certificate("last-root", "p256", None, ROOT.replace("CA:TRUE", "CA:TRUE,pathlen:0"), end=3650)
    certificate("middle-of-last", "p256", "last-root", ISSUED, end=1000)
    certificate("below-last-root", "p256", "middle-of-last", GOOD)
    certificate("idle-root", "p256", None, ROOT.replace("keyCertSign,cRLSign", "digitalSignature"), end=3650)
    certificate("no-authority-root", "p256", None, ROOT.replace("CA:TRUE", "CA:FALSE").replace("keyCertSign,cRLSign", "digitalSignature"), end=3650)
    by_hand("first-root", "p256", None, "")
    certificate("sha1-root", "p256", None, ROOT, end=3650, digest="sha1")
    # Mbed-TLS/TF-PSA-Crypto#240.
    certificate("ed448-root", "ed448", None, ROOT, end=3650)
    for name in ("idle", "no-authority", "sha1", "ed448"):
        certificate(f"by-{name}-root", "p256", f"{name}-root", GOOD)
    # It has no identifier of its key.
    certificate("by-first-root", "p256", "first-root", GOOD.replace("authorityKeyIdentifier=keyid\n", "authorityKeyIdentifier=none\n"))
    # A new key under the old name, signed with the old key (RFC 4210 section 4.4).
    certificate("rolled-root", "p256", None, ROOT, end=3650)
    certificate("rolled-again", "p256", "rolled-root", ISSUED, subject="rolled-root", end=1000)
    certificate("rolled", "p256", "rolled-again", GOOD)
    # The server's own certificate, signed by itself and put into the list.
    certificate("listed", "p256", None, LEAF.replace("authorityKeyIdentifier=keyid\n", "") + USAGE + SAN)
    certificate("listed-authority", "p256", None, "basicConstraints=critical,CA:TRUE\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n" + SAN)


def make_usages():
    """What keys are for (RFC 5280 section 4.2.1.3): authorities that may not sign, and servers."""
    # OwnCA/ownca#56: an authority in between without keyCertSign.
    certificate("middle-idle", "p256", "root", ISSUED.replace("keyCertSign,cRLSign", "digitalSignature,cRLSign"), end=1000)
    certificate("middle-revokes", "p256", "root", ISSUED.replace("critical,keyCertSign,cRLSign", "cRLSign"), end=1000)
    # openssl/openssl#12135: without any key usage.
    certificate("middle-free", "p256", "root", ISSUED.replace("keyUsage=critical,keyCertSign,cRLSign\n", ""), end=1000)
    # openssl/openssl#23074: for any purpose.
    certificate("middle-anything", "p256", "root", ISSUED + "extendedKeyUsage=anyExtendedKeyUsage\n", end=1000)
    for name in ("idle", "revokes", "free", "anything"):
        certificate(f"{name}-below", "p256", f"middle-{name}", GOOD)
    for name, usage in (("agree-alone", "keyAgreement"), ("promise-alone", "nonRepudiation"), ("sign-and-agree", "digitalSignature,keyAgreement")):
        certificate(name, "p256", "root", GOOD.replace("digitalSignature", usage))
    certificate("purposes-critical", "p256", "root", GOOD.replace("extendedKeyUsage=", "extendedKeyUsage=critical,1.3.6.1.4.1.99999.7,"))
    # Netscape's certificate type, as the examples of old books have it.
    certificate("netscape-client", "p256", "root", GOOD + "nsCertType=client\n")
    certificate("netscape-server", "p256", "root", GOOD + "nsCertType=server,client\n")


def make_pss():
    """golang/go#15958, Mbed-TLS/mbedtls#5277, briansmith/webpki#25: what RSASSA-PSS leaves open, and programs do not."""
    pss = ("-sigopt", "rsa_padding_mode:pss")
    for name, more in (("salt0", ("-sigopt", "rsa_pss_saltlen:0")), ("salt-most", ("-sigopt", "rsa_pss_saltlen:-2")),
                       ("mask", ("-sigopt", "rsa_pss_saltlen:digest", "-sigopt", "rsa_mgf1_md:sha1"))):
        certificate(f"pss-{name}", "rsa2048", "rsa-root", RSA, options=(*pss, *more))
    certificate("pss-sha1", "rsa2048", "rsa-root", RSA, digest="sha1", options=(*pss, "-sigopt", "rsa_pss_saltlen:digest"))


def make_names():
    """Names beside the one that fits, and how many there may be."""
    def names(*all):
        body = b"".join(der(0x82, name.encode()) for name in all)
        return f"subjectAltName=DER:{der(0x30, body).hex()}\n"

    # google/certificate-transparency#1410, google/conscrypt#129: letters that are written otherwise in the DNS.
    certificate("umlaut-beside", "p256", "root", LEAF + USAGE + PURPOSE + names("m\u00e4il.example.test", "mail.example.test"))
    certificate("many-names", "p256", "root", GOOD.replace("DNS:", "".join(f"DNS:host{number}.example.test," for number in range(400)) + "DNS:"))
    certificate("other-kinds", "p256", "root", GOOD.replace("DNS:", "otherName:1.3.6.1.5.5.7.8.7;IA5:_imaps.mail.example.test,RID:1.2.3,email:a@b.test,DNS:"))
    # It never ends (RFC 5280 section 4.1.2.5).
    certificate("never-ends", "p256", "root", GOOD, options=("-enddate", "99991231235959Z"))
    # Exponents that are not the usual one, and a modulus that does not fill its bytes.
    for name, bits, exponent in (("exponent-3", 2048, 3), ("exponent-41-bits", 2048, (1 << 40) + 15), ("rsa-2047", 2047, 65537)):
        run("openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", f"rsa_keygen_bits:{bits}", "-pkeyopt", f"rsa_keygen_pubexp:{exponent}", "-out", f"{name}.key")
        sign(name, "rsa2048", "root", RSA, None, -10, 90)


def make_identifiers():
    """chromium/badssl.com#475, Mbed-TLS/mbedtls#2954: the identifier of the issuer's key, and the issuer's own."""
    certificate("middle-plain", "p256", "root", ISSUED, end=1000)
    without = GOOD.replace("authorityKeyIdentifier=keyid\n", "")
    certificate("strange-key", "p256", "root", without + issuer_key(bytes(20)))
    certificate("strange-key-below", "p256", "middle-plain", without + issuer_key(bytes(20)))
    certificate("issuer-and-serial", "p256", "root", GOOD.replace("=keyid\n", "=keyid,issuer:always\n"))
    certificate("issuer-and-serial-below", "p256", "middle-plain", GOOD.replace("=keyid\n", "=keyid,issuer:always\n"))
    # openssl/openssl#19982, openssl/openssl#13223: the name of the issuer, where the name of the issuer's issuer belongs.
    wrong = issuer_key(own_key("middle-plain"), "middle-plain", serial("middle-plain"))
    certificate("wrong-level-below", "p256", "middle-plain", without + wrong)
    # OpenVPN/easy-rsa#417: the authority was renewed with its key and has another serial number.
    certificate("serial-once", "p256", None, ROOT, subject="serial-root", end=3650)
    certificate("by-serial-root", "p256", "serial-once", GOOD.replace("=keyid\n", "=keyid,issuer:always\n"))
    shutil.copy("serial-once.key", "serial-root.key")
    sign("serial-root", "p256", None, ROOT, "serial-root", -10, 3650)
    # hahwul/gori#1168: no identifier at all.
    certificate("middle-no-own-key", "p256", "root", ISSUED.replace("=hash", "=none"), end=1000)
    certificate("no-own-key-below", "p256", "middle-no-own-key", GOOD.replace("=keyid\n", "=none\n"))


def make_constraints():
    """Name constraints as authorities write them (RFC 5280 section 4.2.1.10)."""
    rows = {
        # golang/go#14833, golang/go#16347: a dot in front, which the standard has for URLs alone.
        "dot": "permitted;DNS:.example.test", "dot-itself": "permitted;DNS:.mail.example.test",
        # rustls/webpki#19: where the subject may stand in the directory.
        "directory": "permitted;dirName:directory", "other-directory": "permitted;dirName:elsewhere",
        # Names, and no address at all, as authorities of companies have it.
        "no-addresses": "permitted;DNS:example.test,excluded;IP:0.0.0.0/0.0.0.0,excluded;IP:0:0:0:0:0:0:0:0/0:0:0:0:0:0:0:0",
        "mail-names": "permitted;email:example.test",
    }
    sections = "[directory]\nCN=directory-below\n[elsewhere]\nO=Elsewhere\n"
    for name, constraint in rows.items():
        certificate(f"middle-{name}", "p256", "root", ISSUED + f"nameConstraints=critical,{constraint}\n{sections}", end=1000)
        certificate(f"{name}-below", "p256", f"middle-{name}", GOOD)
