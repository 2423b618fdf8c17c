#!/usr/bin/python3
"""swaks and mailcheck at the same scripted mail servers: STARTTLS, TLS from the start, and logins by every mechanism that both
have. swaks.py MAILCHECK DIRECTORY

Prints a line for each case: "CASE swaks=yes|no mailcheck=yes|no SWAKS-EXIT FINDINGS".
"""
import base64
import concurrent.futures
import hmac
import json
import os
import socket
import ssl
import subprocess
import sys
import threading

from made import LEAF, PURPOSE, ROOT, USAGE, certificate, run

USER, PASSWORD, PATIENCE = "you@mail.test", "tr0ub4dor", 120


def make():
    open("index.txt", "w").close()
    certificate("root", "p256", None, ROOT, end=3650)
    certificate("server", "p256", "root", LEAF + USAGE + PURPOSE + "subjectAltName=IP:127.0.0.1\n")


class Server:
    """A server that takes mail of its users. `way` is plain, starttls or tls; `offers` is what follows AUTH, by where."""

    def __init__(self, way, offers=(), offers_in_clear=(), old_style=False, **habits):
        self.way, self.offers, self.in_clear, self.old_style, self.habits = way, offers, offers_in_clear, old_style, habits
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain("server.pem", "server.key")
        if "suites" in habits:
            self.context.set_ciphers(habits["suites"])
            self.context.maximum_version = ssl.TLSVersion.TLSv1_2
        self.listening = socket.create_server(("127.0.0.1", 0), backlog=20)
        self.port = self.listening.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            threading.Thread(target=self.talk, args=(self.listening.accept()[0],), daemon=True).start()

    def talk(self, line):
        try:
            line.settimeout(PATIENCE)
            secure = self.way == "tls"
            if secure:
                line = self.context.wrap_socket(line, server_side=True)
            line.sendall(self.habits.get("greeting", b"220 mail.test ESMTP\r\n"))
            while True:
                word = self.heard(line)
                verb = word.upper()
                if not word:
                    return
                if verb.startswith((b"EHLO", b"HELO")):
                    line.sendall(self.capabilities(secure))
                elif verb == b"STARTTLS" and self.way == "starttls" and not secure:
                    if "refuses_tls" in self.habits:
                        line.sendall(self.habits["refuses_tls"])
                        continue
                    line.sendall(b"220 go ahead\r\n")
                    line = self.context.wrap_socket(line, server_side=True)
                    secure = True
                elif verb.startswith(b"AUTH "):
                    self.login(line, word)
                    if self.habits.get("leaves"):
                        return
                elif verb == b"QUIT":
                    line.sendall(b"221 bye\r\n")
                    return
                else:
                    line.sendall(b"250 ok\r\n" if verb.startswith((b"NOOP", b"RSET")) else b"502 no\r\n")
        except (OSError, ValueError):
            pass
        finally:
            line.close()

    def heard(self, line):
        word = b""
        while not word.endswith(b"\n"):
            byte = line.recv(1)
            if not byte:
                return b""
            word += byte
        return word.strip()

    def capabilities(self, secure):
        lines = [b"mail.test", b"SIZE 1000000"]
        if self.way == "starttls" and not secure and self.habits.get("says_starttls", True):
            lines.append(b"STARTTLS")
        offers = self.offers if secure else self.in_clear
        if offers:
            lines.append(b"AUTH " + " ".join(offers).encode())
            if self.old_style:
                lines[-1] = b"AUTH=" + " ".join(offers).encode()
        return b"".join(b"250-%s\r\n" % one for one in lines[:-1]) + b"250 %s\r\n" % lines[-1]

    def login(self, line, word):
        def ask(text):
            line.sendall(b"334 " + base64.b64encode(text) + b"\r\n")
            return base64.b64decode(self.heard(line))

        parts = word.split(b" ")
        mechanism = parts[1].upper().decode()
        first = base64.b64decode(parts[2]) if len(parts) > 2 else None
        user, password = USER.encode(), PASSWORD.encode()
        if mechanism not in self.offers or mechanism in self.habits.get("cannot", ()):
            line.sendall(b"504 5.5.4 unknown mechanism\r\n")
            return
        if "answers" in self.habits:
            if first is None:
                ask(b"")
            line.sendall(self.habits["answers"])
            return
        if mechanism == "PLAIN":
            good = (first if first is not None else ask(b"")).split(b"\0")[1:] == [user, password]
        elif mechanism == "LOGIN":
            name = first if first is not None else ask(b"Username:")
            good = (name, ask(b"Password:")) == (user, password)
        else:
            challenge = b"<1.2@mail.test>"
            good = ask(challenge) == user + b" " + hmac.new(password, challenge, "md5").hexdigest().encode()
        line.sendall(b"235 2.7.0 welcome\r\n" if good else b"535 5.7.8 wrong\r\n")


def cases():
    """The name, the server, how swaks connects, what it does there, and the password."""
    for way, option in (("starttls", "--tls"), ("tls", "--tlsc")):
        yield f"{way}-connects", Server(way), [option], None, None
        for mechanism in ("PLAIN", "LOGIN", "CRAM-MD5"):
            for password in (PASSWORD, "another"):
                what = "right" if password == PASSWORD else "wrong"
                yield f"{way}-{mechanism}-{what}", Server(way, (mechanism,)), [option], mechanism, password
            yield f"{way}-{mechanism}-cannot", Server(way, (mechanism,), cannot=(mechanism,)), [option], mechanism, PASSWORD
        yield f"{way}-of-three", Server(way, ("CRAM-MD5", "LOGIN", "PLAIN")), [option], "ANY", PASSWORD
        yield f"{way}-odd-order", Server(way, ("LOGIN", "PLAIN", "XOAUTH2", "NTLM")), [option], "PLAIN", PASSWORD
        yield f"{way}-old-style", Server(way, ("LOGIN",), old_style=True), [option], "LOGIN", PASSWORD
        yield f"{way}-none-offered", Server(way), [option], "ANY", PASSWORD
        yield f"{way}-temporary", Server(way, ("PLAIN",), answers=b"454 4.7.0 later\r\n"), [option], "PLAIN", PASSWORD
        yield f"{way}-application-password", Server(way, ("PLAIN",), answers=b"534 5.7.9 application-specific password required\r\n"), [option], "PLAIN", PASSWORD
        yield f"{way}-leaves", Server(way, ("PLAIN",), answers=b"535 5.7.8 wrong\r\n", leaves=True), [option], "PLAIN", PASSWORD
        yield f"{way}-refuses-everybody", Server(way, greeting=b"554 5.7.1 not you\r\n"), [option], None, None
        yield f"{way}-cbc", Server(way, suites="ECDHE-ECDSA-AES256-SHA384:@SECLEVEL=0"), [option], None, None
        yield f"{way}-chacha", Server(way, suites="ECDHE-ECDSA-CHACHA20-POLY1305"), [option], None, None
    yield "plain-as-tls", Server("plain"), ["--tlsc"], None, None
    yield "plain-as-starttls", Server("plain"), ["--tls"], None, None
    yield "starttls-as-tls", Server("starttls"), ["--tlsc"], None, None
    yield "starttls-refused", Server("starttls", refuses_tls=b"454 4.7.0 TLS not available\r\n"), ["--tls"], None, None
    yield "starttls-hidden", Server("starttls", says_starttls=False), ["--tls"], None, None
    yield "auth-in-clear-alone", Server("starttls", (), ("PLAIN",)), ["--tls"], "PLAIN", PASSWORD
    yield "auth-in-both", Server("starttls", ("PLAIN",), ("PLAIN",)), ["--tls"], "PLAIN", PASSWORD


def by_swaks(server, options, mechanism, password):
    command = ["swaks", "--server", f"127.0.0.1:{server.port}", "--to", "x@mail.test", "--helo", "client.test", "--timeout", str(PATIENCE), *options]
    if mechanism:
        named = [mechanism] if mechanism != "ANY" else []
        command += ["--auth", *named, "--auth-user", USER, "--auth-password", password, "--quit-after", "AUTH"]
    else:
        command += ["--quit-after", "TLS" if "--tls" in options else "HELO"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE)
    return "yes" if done.returncode == 0 else "no", done.returncode


def by_mailcheck(program, server, options, mechanism, password):
    scheme = "submissions" if "--tlsc" in options else "submission"
    command = [program, "-f", "json", "--no-trace", "--ca-file", "root.pem", f"{scheme}://127.0.0.1:{server.port}"]
    more = {}
    if mechanism:
        command += ["--login", "--user", USER]
        more = {"MAILCHECK_PASSWORD": password}
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE, text=True, env={**os.environ, **more})
    target = json.loads(done.stdout)["targets"][0]
    findings = ",".join(finding["id"] for finding in target["findings"])
    if mechanism:
        good = any(login["outcome"] == "accepted" for login in target.get("logins", []))
    else:
        check = target["checks"][0]
        # What our own library cannot speak, that of swaks may.
        programs = {one["name"]: one["connects"] for one in check.get("programs", [])}
        good = check["outcome"] == "ok" or programs.get("OpenSSL 3 (curl, PHP)") is True
    return "yes" if good else "no", findings


def ask(program, name, server, options, mechanism, password):
    swaks, code = by_swaks(server, options, mechanism, password)
    ours, findings = by_mailcheck(program, server, options, mechanism, password)
    return f"{name} swaks={swaks} mailcheck={ours} {code} {findings}"


if __name__ == "__main__":
    os.chdir(sys.argv[2])
    make()
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        for line in pool.map(lambda case: ask(sys.argv[1], *case), cases()):
            print(line, flush=True)
