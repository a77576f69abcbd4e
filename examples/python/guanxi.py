"""A client of Guanxi with nothing but Python's standard library (3.9 and newer). Copy it and make it yours."""

import json
import time
import urllib.error
import urllib.parse
import urllib.request

# Worth another try as it is; everything else has to be changed first.
PASSING = {"UNAVAILABLE", "BUSY", "TIMEOUT", "RATE_LIMITED"}
TRIES = 4


class GuanxiError(Exception):
    """What went wrong, in the server's words: what happened, and how to fix it."""

    def __init__(self, code, message, hint):
        super().__init__(f"{code}: {message} ({hint})")
        self.code = code
        self.hint = hint


class Guanxi:
    """Asks a server for one token: `guanxi token --role service` prints one."""

    def __init__(self, url, token, timeout=30):
        self.url = url
        self.token = token
        self.timeout = timeout

    def ask(self, query, **variables):
        """Asks by GraphQL and returns its data."""
        return self._send("POST", "/graphql", {"query": query, "variables": variables})["data"]

    def question(self, name, **params):
        """The rows of a published question, like question("rfm", segment="rfm:champions")."""
        query = urllib.parse.urlencode({key: value for key, value in params.items() if value is not None})
        return self.get(f"/api/questions/{name}?{query}")["rows"]

    def get(self, path):
        """Asks by REST; /api/openapi.json describes all of it."""
        return self._send("GET", path, None)

    def post(self, path, body):
        return self._send("POST", path, body)

    def pages(self, query, connection, first=100, **variables):
        """The nodes of a connection, page after page; the query takes $first and $after."""
        after = None
        while True:
            page = self.ask(query, first=first, after=after, **variables)[connection]
            yield from (edge["node"] for edge in page["edges"])
            if not page["pageInfo"]["hasNextPage"]:
                return
            after = page["pageInfo"]["endCursor"]

    def _send(self, method, path, body):
        for tried in range(1, TRIES + 1):
            try:
                return self._send_once(method, path, body)
            except GuanxiError as error:
                if error.code not in PASSING or tried == TRIES:
                    raise
                time.sleep(0.25 * 2**tried)

    def _send_once(self, method, path, body):
        headers = {"Authorization": f"Bearer {self.token}", "Accept": "application/json"}
        data = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            data = json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=data, headers=headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=self.timeout) as response:
                answer = json.load(response)
        except urllib.error.HTTPError as error:
            answer = json.load(error)
        for told in answer.get("errors") or []:
            raise GuanxiError(told["extensions"]["code"], told["message"], told["extensions"].get("hint", ""))
        if "error" in answer:
            told = answer["error"]
            raise GuanxiError(told["code"], told["message"], told["hint"])
        return answer
