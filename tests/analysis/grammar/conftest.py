"""A server that speaks LanguageTool's protocol, knows one misspelling and does as it is told."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest

SLIP, MENDED = "mkae", "make"


def match(text: str, start: int, word: str) -> dict[str, object]:
    """What LanguageTool answers for a misspelt word; it counts in UTF-16 code units."""
    offset, length = (len(part.encode("utf-16-le")) // 2 for part in (text[:start], word))
    return {
        "message": "Possible spelling mistake found.",
        "shortMessage": "",
        "replacements": [{"value": MENDED}],
        "offset": offset,
        "length": length,
        "context": {"text": text, "offset": offset, "length": length},
        "sentence": text,
        "type": {"typeName": "UnknownWord"},
        "rule": {"id": "MORFOLOGIK_RULE_EN_US", "description": "", "issueType": "misspelling", "category": {"id": "TYPOS", "name": ""}},
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


class Fake:
    """The server, what it was asked, and how it is to answer: at once, after `delay` seconds, or with `garbage`."""

    def __init__(self) -> None:
        self.asked: list[dict[str, str]] = []
        self.delay = 0.0
        self.garbage = b""
        self.status = 200
        self.word = SLIP
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._send([{"name": "English (US)", "code": "en", "longCode": c} for c in ("en-US", "en-GB", "en-CA", "en-AU")])

            def do_POST(self) -> None:
                form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
                fake.asked.append({key: values[0] for key, values in form.items()})
                time.sleep(fake.delay)
                text, found = form["text"][0], []
                at = text.find(fake.word)
                while at >= 0:
                    found.append(match(text, at, fake.word))
                    at = text.find(fake.word, at + 1)
                self._send({"matches": found})

            def _send(self, answer: object) -> None:
                body = fake.garbage or json.dumps(answer).encode()
                self.send_response(fake.status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                with suppress(ConnectionError):  # who asked waits no longer, as when the answer is late on purpose
                    self.end_headers()
                    self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def fake() -> Iterator[Fake]:
    server = Fake()
    yield server
    server.close()
