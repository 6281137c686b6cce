"""What every flow of pages has: the run they belong to, the files dropped there, and pages in one frame."""

from __future__ import annotations

import secrets
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from markupsafe import Markup
from starlette.responses import HTMLResponse, StreamingResponse

from kcdocs.web import frame, limits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kcdocs.web.desk import Desk
    from kcdocs.web.session import Session


class FramedPages:
    """Pages in the frame.

    Args:
        session: The run of the page.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def _page(self, template: str, status: int = 200, **values: object) -> HTMLResponse:
        return HTMLResponse(frame.page(template, root=self._session.path, **values), status)

    def _around(self, body: Path, template: str, **values: object) -> StreamingResponse:
        """A page around what a file holds, sent as it is read: the browser begins before its end is there.

        Args:
            body: A file of HTML that a use case made; the template prints it as `body`.
            template: Of the page.
            values: What else it prints.
        """
        place = Markup("<!--{}-->").format(secrets.token_hex())
        page = frame.page(template, root=self._session.path, body=place, **values)
        return StreamingResponse(_parts(page.partition(place), body.open("rb")), media_type="text/html")


def _parts(around: tuple[str, str, str], body: BinaryIO) -> Iterator[bytes]:
    yield around[0].encode()
    with body:
        yield from iter(partial(body.read, limits.PART), b"")
    yield around[2].encode()


class DeskPages(FramedPages):
    """Pages of what was dropped.

    Args:
        session: The run of the page.
        desk: Where dropped files are.
    """

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__(session)
        self._desk = desk
