"""Starting the page: one that runs already is opened; else a port is taken and the browser sent there."""

from __future__ import annotations

import errno
import http.client
import json
import os
import socket
import sys
import webbrowser
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

from kcdocs import settings
from kcdocs.private import write_private
from kcdocs.web import limits
from kcdocs.web.errors import PortTakenError
from kcdocs.web.session import (
    HOST,
    Session,
    forget,
    keep_path,
    path_of_user,
    private_folder,
    remember,
    remembered,
)


def web_folder() -> Path:
    """Where the page keeps what is its user's."""
    return settings.data_folder() / "web"


def serve(
    *,
    port: int | None,
    browser: bool,
    tell: Callable[[str], None],
    crashed: Callable[[Exception], object],
) -> None:
    """Serve the page until the user stops it; a page that runs already is opened instead.

    Args:
        port: The port to listen on; None takes the first free one.
        browser: Whether to open the browser; else the address is told.
        tell: Told each line for the user.
        crashed: Told of a fault that nobody foresaw; the page goes on.

    Raises:
        PortTakenError: If another program has the port.
        NotPrivateError: If the folder of the page is not this user's alone.
    """
    from kcdocs.api.keeping import in_use  # noqa: PLC0415 - asked once the page is to start

    os.umask(0o077)  # whatever the page writes is its user's alone
    with in_use():
        folder = private_folder(web_folder())
        running = remembered(folder)
        if running and _answers(running):
            _lead(folder, running, browser=browser, tell=tell)
            tell("Trang này đã chạy từ trước, trong một cửa sổ khác.")
            return
        listening = _listen(port)
        session = Session(listening.getsockname()[1], path_of_user(folder))
        remember(folder, session)

        def started() -> None:
            _lead(folder, session, browser=browser, tell=tell)
            tell("Giữ cửa sổ này mở khi làm việc; bấm Ctrl+C để dừng.")

        backup = _run(session, folder, listening, started, crashed)
    while backup:
        session, backup = _run_again(backup, session, folder, listening, crashed)


def _run_again(
    backup: Path,
    before: Session,
    folder: Path,
    listening: socket.socket,
    crashed: Callable[[Exception], object],
) -> tuple[Session, Path | None]:
    """Lay a backup down while nothing is at work, and serve on for the browsers that are let in already."""
    from kcdocs.api.keeping import in_use  # noqa: PLC0415 - few restore anything
    from kcdocs.web.restoring import keep_outcome, lay_down  # noqa: PLC0415 - the same

    told = lay_down(backup)
    with in_use():
        session = Session(before.port, before.path, cookie=before.cookie)
        keep_path(private_folder(folder), session)
        remember(folder, session)
        keep_outcome(folder, told)
        return session, _run(session, folder, listening, lambda: None, crashed)


def _lead(folder: Path, session: Session, *, browser: bool, tell: Callable[[str], None]) -> None:
    """Send the browser to the page, or tell the address where the user wants none or none opens.

    The address with its key goes by a private file: a list of processes, which others can read, shows only
    the name of that file.
    """
    if browser:
        leading = folder / "mo.html"
        write_private(leading, _leading_page(session.entrance()).encode())
        if webbrowser.open(leading.as_uri()):
            tell(f"Đã mở kcdocs trong trình duyệt ({session.origin}).")
            return
    tell(f"Mở địa chỉ này trong trình duyệt, trong vòng một phút: {session.entrance()}")


def _leading_page(address: str) -> str:
    return (
        '<!doctype html><html lang="vi"><meta charset="utf-8"><title>kcdocs</title>'
        f'<meta http-equiv="refresh" content="0;url={escape(address)}"><p>Đang mở kcdocs…</p></html>'
    )


def _answers(session: Session) -> bool:
    """Whether an earlier start still runs, and is it that answers there."""
    asked = http.client.HTTPConnection(HOST, session.port, timeout=limits.ASKED)
    try:
        asked.request("GET", f"{session.path}/song")
        answer = asked.getresponse()
        said = json.loads(answer.read(1_000)) if answer.status == http.client.OK else None
        return bool(said == {"kcdocs": session.instance})
    except (OSError, http.client.HTTPException, ValueError):
        return False
    finally:
        asked.close()


def _listen(port: int | None) -> socket.socket:
    """A socket of this machine alone.

    Raises:
        PortTakenError: If the port that was asked for is taken.
    """
    for candidate in [port] if port is not None else _ports():
        made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name != "nt":  # there it would let another program listen beside us
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((HOST, candidate))
            made.listen(limits.CONNECTIONS)  # at once: until then another start could bind the same port
        except OSError as fault:
            made.close()
            if port is not None and fault.errno in {errno.EADDRINUSE, errno.EACCES}:
                raise PortTakenError(port) from None
            if port is not None:
                raise
        else:
            return made
    raise PortTakenError(limits.PORT)


def _ports() -> Iterator[int]:
    yield from range(limits.PORT, limits.PORT + limits.PORTS)
    yield 0


def _run(
    session: Session,
    folder: Path,
    listening: socket.socket,
    started: Callable[[], None],
    crashed: Callable[[Exception], object],
) -> Path | None:
    from kcdocs.web.server import run  # noqa: PLC0415 - a second start needs none

    try:
        # A copy of the socket: the server closes its own, and who asks meanwhile is to wait.
        return run(session, folder, listening.dup(), started, crashed)
    finally:
        forget(folder, session)
        sys.stdout.flush()
