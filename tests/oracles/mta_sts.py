"""What postfix-mta-sts-resolver makes of records and policies: a line of JSON in, a line of JSON out.

Its resolver is run as it is; only the DNS and the web server are played.
"""

import asyncio
import json
import sys
from types import SimpleNamespace

from postfix_mta_sts_resolver import resolver


class Content:
    def __init__(self, body):
        self.body = body

    async def read(self, size):
        chunk, self.body = self.body[:size], self.body[size:]
        return chunk


class Response:
    def __init__(self, case):
        self.status = case["status"]
        media = case["media"]
        self.headers = {} if media is None else {"Content-Type": media}
        parameters = (media or "").partition("charset=")[2]
        self.charset = parameters or None
        self.content = Content(bytes(case["body"]))

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        return None


class Session:
    def __init__(self, case):
        self.case = case

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        return None

    def get(self, url, **options):
        assert url == "https://mta-sts.example.com/.well-known/mta-sts.txt", url
        assert options["allow_redirects"] is False
        return Response(self.case)


async def of(case):
    sts = resolver.STSResolver.__new__(resolver.STSResolver)
    sts._loop, sts._timeout, sts._http_timeout = asyncio.get_running_loop(), 5, None
    sts._proxy = sts._proxy_auth = None
    sts._logger = SimpleNamespace(debug=lambda *_: None, warning=lambda *_: None)

    async def query(name, kind):
        assert (name, kind) == ("_mta-sts.example.com", "TXT")
        return [SimpleNamespace(text=text) for text in case["records"]]

    sts._resolver = SimpleNamespace(query=query)
    resolver.aiohttp.ClientSession = lambda **_: Session(case)
    result, policy = await sts.resolve("example.com")
    if result is not resolver.STSFetchResult.VALID:
        return {"mode": None, "mx": []}
    return {"mode": policy[1]["mode"], "mx": policy[1]["mx"]}


for line in sys.stdin:
    print(json.dumps(asyncio.run(of(json.loads(line)))), flush=True)
