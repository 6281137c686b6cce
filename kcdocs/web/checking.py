"""The form checker on the page: a dropped Word file, its findings beside its pages, its copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.routing import Route

from kcdocs.errors import KcdocsError
from kcdocs.web.answers import attachment
from kcdocs.web.errors import NothingThereError
from kcdocs.web.flow import DeskPages
from kcdocs.web.previews import Previews

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request

    from kcdocs.web.desk import Desk
    from kcdocs.web.session import Session

WORD = ".docx"
"""The ending of files whose form can be checked."""

_COPIES = {"chu-thich": "có chú thích", "da-sua": "đã sửa thể thức"}


class CheckPages(DeskPages):
    """The pages of the form checker.

    Args:
        session: The run of the page.
        desk: Where dropped files are.
        folder: The folder of the page.
    """

    def __init__(self, session: Session, desk: Desk, folder: Path) -> None:
        super().__init__(session, desk)
        self._previews = Previews(folder)

    def routes(self) -> list[Route]:
        """What stands under each address."""
        return [
            Route("/the-thuc/{key}", self.findings),
            Route("/the-thuc/{key}/tai/{copy}", self.download),
            Route("/the-thuc/{key}/trang", self.pages),
            Route("/the-thuc/{key}/trang/{name}/{number:int}", self.page),
        ]

    async def findings(self, request: Request) -> Response:
        """What is wrong with the form of a file, each finding with a number."""
        from kcdocs.api import check_form  # noqa: PLC0415 - the page starts without it

        kept = self._desk.file(request.path_params["key"])
        if kept.path.suffix.lower() != WORD:
            raise NothingThereError("tệp Word")
        found = await run_in_threadpool(check_form.check, kept.path)
        said = await run_in_threadpool(check_form.render, [found])
        return self._page(
            "the-thuc.html",
            file=kept,
            found=found,
            summary=said.partition(": ")[2].strip(),
            items=[(number, check_form.grade(item), item) for number, item in enumerate(found.findings, 1)],
        )

    async def pages(self, request: Request) -> Response:
        """The pages of the file, with the numbers of the findings at their places."""
        from kcdocs.api import check_form  # noqa: PLC0415 - the page starts without it

        kept = self._desk.file(request.path_params["key"])
        try:
            copy = await run_in_threadpool(check_form.numbered, kept.path)
            name, drawn = await run_in_threadpool(self._previews.pages, copy)
        except KcdocsError:
            name, drawn = "", None
        return self._page("trang-van-ban.html", file=kept, name=name, count=len(drawn or ()))

    async def page(self, request: Request) -> Response:
        """A page as a picture."""
        made = self._previews.page(request.path_params["name"], request.path_params["number"])
        if made is None:
            raise NothingThereError("trang")
        return Response(made, media_type="image/png")

    async def download(self, request: Request) -> Response:
        """A copy with comments, or with its form mended."""
        from kcdocs.api import check_form  # noqa: PLC0415 - the page starts without it

        kept = self._desk.file(request.path_params["key"])
        copy = request.path_params["copy"]
        if copy not in _COPIES:
            raise NothingThereError("dạng tệp")
        if copy == "chu-thich":
            data, _ = await run_in_threadpool(check_form.annotated, kept.path)
        else:
            data, _, _ = await run_in_threadpool(check_form.mended, kept.path)
            data = data or await run_in_threadpool(kept.path.read_bytes)
        return attachment(data, f"{kept.name.rsplit('.', 1)[0]} ({_COPIES[copy]})", "docx")
