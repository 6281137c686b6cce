"""A file is fetched from an address within limits of size and time."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kcdocs.loading import LargeFileError
from kcdocs.sources.errors import FetchError, SourceError
from kcdocs.sources.fetch import fetch, leads_inside
from kcdocs.sources.options import Options
from kcdocs.sources.read import read_named
from kcdocs.text.addresses import is_address, without_login

TEXT = "Điều 1. Phạm vi\n1. Một\n".encode()


WHOLE = {
    "/vong": (302, b"", {"Location": "/vong"}),
    "/cu": (301, b"", {"Location": "/van-ban.txt"}),
    "/van-ban.txt": (200, TEXT, {}),
    "/noi-truoc": (200, b"", {"Content-Length": "999999999"}),
}
PACKED = gzip.compress(gzip.compress(TEXT))
WHOLE |= {
    "/nen": (200, PACKED, {"Content-Encoding": "gzip, gzip"}),
    "/nen-mot": (200, gzip.compress(TEXT), {"Content-Encoding": "gzip"}),
    "/tep": (302, b"", {"Location": "file:///etc/passwd"}),
    "/khong-nen": (200, TEXT, {"Content-Encoding": "identity"}),
}
DRIPPED = {
    "/dau-cham": b"HTTP/1.1 200 OK\r\nX-A: ",
    "/khuc-cham": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=",
    "/im-lang": b"",
}
POURED = {"/khong-noi": (b"x" * 1000, 0.0), "/cham": (b"x", 0.05)}


asked: list[tuple[str, dict[str, str]]] = []


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        asked.append((self.path, dict(self.headers)))
        if self.path in DRIPPED:
            self.drip(DRIPPED[self.path])
        elif self.path in POURED:
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

    def drip(self, head):
        try:
            for byte in (head, *[b"a"] * 100):
                self.wfile.write(byte)
                self.wfile.flush()
                time.sleep(0.05)
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


@pytest.mark.parametrize("path", DRIPPED)
def test_one_deadline_holds_for_head_body_and_what_stands_between_chunks(server, path):
    with pytest.raises(FetchError, match="tải quá lâu"):
        fetch(server + path, limit=1000, seconds=0.4)


@pytest.mark.parametrize("path", ["/nen", "/nen-mot"])
def test_nothing_packed_is_asked_for_and_nothing_packed_is_unpacked(server, path):
    with pytest.raises(FetchError, match="nén"):
        fetch(server + path, limit=1000)
    assert asked[-1][0] == path
    assert asked[-1][1]["Accept-Encoding"] == "identity"
    assert fetch(f"{server}/khong-nen", limit=1000) == TEXT


def test_a_redirect_to_what_is_no_web_address_is_refused(server):
    with pytest.raises(FetchError, match="địa chỉ không đúng"):
        fetch(f"{server}/tep", limit=1000)


@pytest.mark.parametrize(
    ("host", "following", "inside"),
    [
        ("93.184.216.34", "127.0.0.1", True),
        ("93.184.216.34", "10.1.2.3", True),
        ("93.184.216.34", "192.168.1.1", True),
        ("93.184.216.34", "169.254.169.254", True),
        ("93.184.216.34", "0.0.0.0", True),
        ("93.184.216.34", "2130706433", True),
        ("93.184.216.34", "::1", True),
        ("93.184.216.34", "::ffff:127.0.0.1", True),
        ("93.184.216.34", "fe80::1%1", True),
        ("93.184.216.34", "fd00::1", True),
        ("93.184.216.34", "localhost", True),
        ("93.184.216.34", "1.1.1.1", False),
        ("127.0.0.1", "127.0.0.1", False),
        ("10.0.0.1", "127.0.0.1", False),
        ("127.0.0.1", "93.184.216.34", False),
    ],
)
def test_only_a_public_address_may_not_lead_into_the_own_network(host, following, inside):
    assert leads_inside(host, following) is inside


class Outside(Handler):
    """A proxy that answers for every address of the world."""

    def do_GET(self):
        self.answer(302, b"", {"Location": inner[0] if inner else "http://93.184.216.34/"})


inner: list[str] = []


def test_a_redirect_from_outside_into_the_own_network_asks_nothing_there(server, monkeypatch):
    proxy = ThreadingHTTPServer(("127.0.0.1", 0), Outside)
    threading.Thread(target=proxy.serve_forever, daemon=True).start()
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.server_port}")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    inner.append(f"{server}/van-ban.txt")
    before = len(asked)
    try:
        with pytest.raises(FetchError, match=r"mạng nội bộ «127\.0\.0\.1»"):
            fetch("http://93.184.216.34/van-ban.txt", limit=1000)
    finally:
        proxy.shutdown()
        proxy.server_close()
    assert len(asked) == before


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("http://an:mat@a.vn/x", "http://***@a.vn/x"),
        ("HTTPS://an:m@t:k@a.vn", "HTTPS://***@a.vn"),
        ("http://an@a.vn?x=b@c", "http://***@a.vn?x=b@c"),
        ("http://a.vn/x@y", "http://a.vn/x@y"),
    ],
)
def test_user_and_password_of_an_address_are_never_shown(address, shown):
    assert without_login(address) == shown


def test_neither_a_refusal_nor_a_reading_shows_the_password(server):
    named = server.replace("//", "//an:matkhau@")
    with pytest.raises(SourceError) as caught:
        fetch(f"{named}/khong-co", limit=1000)
    assert "matkhau" not in caught.value.message
    assert "***@127.0.0.1" in caught.value.message
    reading = read_named(Options(f"{named}/van-ban.txt"))
    assert "matkhau" not in repr(reading)
    assert asked[-1][1]["Authorization"].startswith("Basic ")
