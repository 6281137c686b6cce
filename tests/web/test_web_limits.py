"""Each threshold of the room, just below and just above."""

from __future__ import annotations

import asyncio
import http.client
import os
import socket
import time
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest
import uvicorn
from starlette.types import Message

from kcdocs.web import guard, server, start
from kcdocs.web.app import application
from kcdocs.web.comparing import Comparisons
from kcdocs.web.desk import Comparing, Desk, safe_name
from kcdocs.web.errors import BadNumbersError, SentTooMuchError, SilentSenderError
from kcdocs.web.registering import numbers_typed
from kcdocs.web.session import Session

DAY = 24 * 3600
Result = TypeVar("Result")


def _run(asked: Coroutine[Any, Any, Result]) -> Result:
    """In a thread of its own: the browser of other tests keeps a loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, asked).result()


def _sent(method: str, pieces: list[bytes]) -> int:
    """How many bytes come through before the sender is refused."""
    waiting = list(pieces)
    count = 0

    async def receive() -> Message:
        return {"type": "http.request", "body": waiting.pop(0), "more_body": bool(waiting)}

    async def take() -> None:
        nonlocal count
        limited = guard._limited({"type": "http", "method": method}, receive)
        while waiting:
            count += len((await limited())["body"])

    _run(take())
    return count


@pytest.mark.parametrize(
    ("method", "limit"), [("PUT", 200 * 2**20), ("POST", 2 * 2**20), ("DELETE", 2 * 2**20)]
)
def test_a_file_may_have_200_mb_and_anything_else_2(method: str, limit: int) -> None:
    pieces = [bytes(2**20)] * (limit // 2**20)
    assert _sent(method, pieces) == limit
    with pytest.raises(SentTooMuchError, match=str(limit // 2**20)) as refused:
        _sent(method, [*pieces, b"x"])
    assert refused.value.code == "WB103"


def test_a_sender_may_be_silent_for_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    async def silent(asked: object, seconds: float) -> None:
        asked.close()  # type: ignore[attr-defined]
        waited.append(seconds)
        raise TimeoutError

    monkeypatch.setattr(guard.asyncio, "wait_for", silent)
    with pytest.raises(SilentSenderError) as refused:
        _sent("PUT", [b"x"])
    assert refused.value.code == "WB104"
    assert waited == [60]


def test_twenty_ports_from_8420_on_are_tried_before_any_free_one() -> None:
    assert list(start._ports()) == [*range(8420, 8440), 0]


def test_an_earlier_start_has_two_seconds_to_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float] = []

    class Connection(http.client.HTTPConnection):
        def __init__(self, host: str, port: int, timeout: float) -> None:
            asked.append(timeout)
            super().__init__(host, port, timeout=timeout)

        def request(self, *_: object) -> None:  # type: ignore[override]
            raise TimeoutError

    monkeypatch.setattr(http.client, "HTTPConnection", Connection)
    assert not start._answers(Session(1, "/x"))
    assert asked == [2]


def test_the_server_has_its_limits(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    configs: list[uvicorn.Config] = []
    monkeypatch.setattr(server._Server, "run", lambda self, **_: configs.append(self.config))
    with socket.socket() as listening:
        server.run(Session(1, "/x"), tmp_path, listening, lambda: None, print)
    (config,) = configs
    assert config.limit_concurrency == 64
    assert config.h11_max_incomplete_event_size == 32 * 1024
    assert config.timeout_graceful_shutdown == 3


@pytest.mark.parametrize(("days", "kept"), [(29.9, True), (30.1, False)])
def test_a_file_is_kept_30_days_after_its_last_use(tmp_path: Path, days: float, kept: bool) -> None:
    desk = Desk(tmp_path)

    async def sent() -> object:
        yield b"x"

    file = _run(desk.keep("a.txt", sent()))  # type: ignore[arg-type]
    long_ago = time.time() - days * DAY
    os.utime(file.path.parent, (long_ago, long_ago))
    desk.sweep()
    assert bool(desk.files()) is kept


@pytest.mark.parametrize(("letters", "kept"), [(119, 119), (120, 120), (121, 120)])
def test_a_name_has_120_letters(letters: int, kept: int) -> None:
    assert safe_name("đ" * letters + ".docx") == "đ" * kept + ".docx"


def test_the_last_four_comparisons_are_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(tmp_path)
    asked = [desk.compare("45/2012/NĐ-CP", [], stored=True) for _ in range(5)]
    made: list[str] = []

    def compare(self: Comparisons, item: Comparing, tell: object) -> object:
        made.append(item.key)
        return object()

    monkeypatch.setattr(Comparisons, "_compare", compare)
    comparisons = Comparisons(desk)
    for item in (*asked[:4], *asked[:4]):
        comparisons.chain(item)
    assert made == [item.key for item in asked[:4]]
    for item in (asked[4], asked[0]):
        comparisons.chain(item)
    assert made[4:] == [asked[4].key, asked[0].key]


@pytest.mark.parametrize(("count", "shown"), [(11, 11), (12, 12), (13, 12)])
def test_the_first_page_shows_twelve_pieces_of_earlier_work(tmp_path: Path, count: int, shown: int) -> None:
    session = Session(1, "/x")
    desk = Desk(tmp_path)
    for _ in range(count):
        desk.compare("45/2012/NĐ-CP", [], stored=True)
    said: list[bytes] = []

    async def ask() -> None:
        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            said.append(message.get("body", b""))

        headers = [(b"host", b"127.0.0.1:1"), (b"cookie", f"kcdocs={session.cookie}".encode())]
        scope = {
            "type": "http",
            "method": "GET",
            "path": "/x/",
            "raw_path": b"/x/",
            "query_string": b"",
            "headers": headers,
        }
        await application(session, tmp_path, print, print)(scope, receive, send)

    _run(ask())
    assert b"".join(said).count(b'href="/x/so-sanh/') == shown


def test_a_number_of_the_register_is_at_most_999999() -> None:
    assert list(numbers_typed("999998-999999")) == [999_998, 999_999]
    with pytest.raises(BadNumbersError):
        list(numbers_typed("1-1000000"))
