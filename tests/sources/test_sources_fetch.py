"""A file is fetched from an address within limits of size and time."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kcdocs.loading import LargeFileError
from kcdocs.sources.errors import FetchError, SourceError
from kcdocs.sources.fetch import fetch, is_address
from kcdocs.sources.options import Options
from kcdocs.sources.read import read_named

TEXT = "Điều 1. Phạm vi\n1. Một\n".encode()


WHOLE = {
    "/vong": (302, b"", {"Location": "/vong"}),
    "/cu": (301, b"", {"Location": "/van-ban.txt"}),
    "/van-ban.txt": (200, TEXT, {}),
    "/noi-truoc": (200, b"", {"Content-Length": "999999999"}),
}
POURED = {"/khong-noi": (b"x" * 1000, 0.0), "/cham": (b"x", 0.05)}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path in POURED:
            self.pour(*POURED[self.path])
        else:
            self.answer(*WHOLE.get(self.path, (404, b"", {})))

    def answer(self, code, body, headers):
        self.send_response(code)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def pour(self, piece, pause):
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(200):
                self.wfile.write(piece)
                time.sleep(pause)
        except OSError:
            return

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A server on this machine; its address."""
    serving = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=serving.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{serving.server_port}"
    serving.shutdown()
    thread.join()
    serving.server_close()


def test_a_file_is_fetched_and_read_under_its_address(server):
    reading = read_named(Options(f"{server}/van-ban.txt"))
    assert [line.text for line in reading.lines] == ["Điều 1. Phạm vi", "1. Một"]
    assert reading.name == f"{server}/van-ban.txt"


def test_a_redirect_is_followed(server):
    assert fetch(f"{server}/cu", limit=1000) == TEXT


@pytest.mark.parametrize(
    ("path", "words"), [("/khong-co", "mã 404"), ("/vong", "chuyển hướng quá nhiều lần")]
)
def test_an_answer_that_is_no_file_is_told(server, path, words):
    with pytest.raises(FetchError, match=words):
        fetch(server + path, limit=1000)


@pytest.mark.parametrize("path", ["/noi-truoc", "/khong-noi"])
def test_too_large_a_file_is_not_fetched_whether_announced_or_not(server, path):
    with pytest.raises(LargeFileError):
        fetch(server + path, limit=10_000)


def test_a_server_that_drips_is_left(server):
    with pytest.raises(FetchError, match="tải quá lâu"):
        fetch(f"{server}/cham", limit=1000, seconds=0.3)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/x", "http://", "https://[x", "http://khong-co.invalid/"]
)
def test_an_address_where_nobody_answers_is_told(address):
    with pytest.raises(SourceError) as caught:
        fetch(address, limit=1000, seconds=5)
    assert caught.value.code == "SR117"
    assert address in caught.value.message


def test_only_http_is_an_address():
    assert is_address("HTTPS://a.vn/x")
    assert not is_address("ftp://a.vn/x")
    assert not is_address("45/2012/NĐ-CP")
