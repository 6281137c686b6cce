"""The server under the page: one process, one machine, and no room for those who connect and say nothing."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from kcdocs.web import limits
from kcdocs.web.app import application
from kcdocs.web.session import Session


class _Connection(H11Protocol):
    """A connection; when there are many, those that have not said anything make room for it."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        spare = len(self.connections) - limits.CONNECTIONS // 2
        others = [each for each in self.connections if isinstance(each, _Connection) and each is not self]
        silent = [each for each in others if each.cycle is None]
        for each in silent[: max(spare, 0)]:
            each.transport.close()


class _Server(uvicorn.Server):
    """A server that says when it can be asked."""

    def __init__(self, config: uvicorn.Config, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._tell = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self._tell()


def run(
    session: Session,
    folder: Path,
    listening: socket.socket,
    started: Callable[[], None],
    crashed: Callable[[Exception], object],
) -> Path | None:
    """Answer until the user stops it, or asks that a backup take the place of the data.

    Args:
        session: The run of the page.
        folder: The folder of the page.
        listening: Where to listen.
        started: Called once, when the page can be asked.
        crashed: Told of a fault that nobody foresaw.

    Returns:
        The backup, once nothing of this run is at work any more; None if the user stopped it.
    """
    asked: list[Path] = []

    def leave(backup: Path) -> None:
        asked.append(backup)
        server.should_exit = True

    config = uvicorn.Config(
        application(session, folder, crashed, leave),
        loop="asyncio",
        http=_Connection,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        limit_concurrency=limits.CONNECTIONS,
        h11_max_incomplete_event_size=limits.HEADERS,
        timeout_graceful_shutdown=limits.FAREWELL,
    )
    server = _Server(config, started)
    with suppress(KeyboardInterrupt):
        server.run(sockets=[listening])
        if asked:
            _let_end()
        return next(iter(asked), None)
    return None


def _let_end() -> None:
    """Wait for what the page still does for requests that were given up: it writes into the data folder."""
    for thread in threading.enumerate():
        if thread.name.startswith("AnyIO worker"):
            thread.join()
