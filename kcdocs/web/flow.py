"""What every flow of pages has: the run they belong to, the files dropped there, and pages in one frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse

from kcdocs.web import frame

if TYPE_CHECKING:
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


class DeskPages(FramedPages):
    """Pages of what was dropped.

    Args:
        session: The run of the page.
        desk: Where dropped files are.
    """

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__(session)
        self._desk = desk
