"""The pages of amending drafts: commands answered, the consolidated text, proof, the instrument written."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from kcdocs.errors import KcdocsError
from kcdocs.web import amending
from kcdocs.web.answers import attachment, fault_words, told_by_script
from kcdocs.web.errors import NothingThereError, UnclearRequestError
from kcdocs.web.flow import DeskPages
from kcdocs.web.storing import typed_day

if TYPE_CHECKING:
    from starlette.requests import Request

    from kcdocs.api import Drafted
    from kcdocs.web.comparing import Comparisons
    from kcdocs.web.desk import Desk
    from kcdocs.web.session import Session


class AmendPages(DeskPages):
    """The pages of amending drafts.

    Args:
        session: The run of the page.
        desk: Where dropped files and answers are.
        comparisons: What names both sides.
    """

    def __init__(self, session: Session, desk: Desk, comparisons: Comparisons) -> None:
        super().__init__(session, desk)
        self._comparisons = comparisons

    def routes(self) -> list[Route]:
        """What stands under each address."""
        return [
            Route("/sua-doi/{key}", self.commands),
            Route("/sua-doi/{key}/tra-loi", self.answer, methods=["POST"]),
            Route("/sua-doi/{key}/hop-nhat", self.consolidated),
            Route("/sua-doi/{key}/doi-chieu/{official}", self.proof),
            Route("/sua-doi/{key}/tai/{form}", self.download),
            Route("/so-sanh/{key}/viet", self.write),
            Route("/so-sanh/{key}/viet/tai", self.written),
        ]

    async def commands(self, request: Request) -> Response:
        """What each command of an amending draft does, and what is asked about it."""
        asked = self._desk.comparison(request.path_params["key"])
        shown = await run_in_threadpool(amending.look, self._desk, asked)
        return self._compared("sua-doi.html", request, shown=shown, answers=self._desk.answers(asked.key))

    async def answer(self, request: Request) -> Response:
        """Keep what a command is to be read as; an empty answer is taken back."""
        asked = self._desk.comparison(request.path_params["key"])
        said = await told_by_script(request)
        place, command, words = (said.get(name) for name in ("noi", "lenh", "tra_loi"))
        if not (isinstance(place, str) and isinstance(command, str) and isinstance(words, str) and command):
            raise UnclearRequestError("chưa rõ trả lời cho lệnh nào")
        others = [
            item for item in self._desk.answers(asked.key) if (item["noi"], item["lenh"]) != (place, command)
        ]
        new = {"noi": place, "lenh": command, "tra_loi": words.strip()}
        self._desk.answer(asked.key, [*others, new] if words.strip() else others)
        return JSONResponse({"den": f"sua-doi/{asked.key}"})

    async def consolidated(self, request: Request) -> Response:
        """The consolidated text with its notes, to be read."""
        from kcdocs.api import Format, amend  # noqa: PLC0415 - the page starts without it

        asked = self._desk.comparison(request.path_params["key"])
        done = await run_in_threadpool(amending.applied, self._desk, asked)
        text = await run_in_threadpool(amend.consolidated, done, Format.TEXT)
        return self._compared("hop-nhat.html", request, lines=text.decode().splitlines())

    async def proof(self, request: Request) -> Response:
        """The amended text held against an official consolidated one."""
        asked = self._desk.comparison(request.path_params["key"])
        official = self._desk.file(request.path_params["official"])
        lines = await run_in_threadpool(amending.proved, self._desk, asked, official.key)
        return self._compared("doi-chieu.html", request, official=official, lines=lines)

    async def download(self, request: Request) -> Response:
        """The consolidated text as a file."""
        from kcdocs.api import Format, amend  # noqa: PLC0415 - the page starts without it

        asked = self._desk.comparison(request.path_params["key"])
        form = request.path_params["form"]
        if form not in {"docx", "html"}:
            raise NothingThereError("dạng tệp")
        done = await run_in_threadpool(amending.applied, self._desk, asked)
        data = await run_in_threadpool(amend.consolidated, done, Format(form))
        name = self._comparisons.titles(asked)[0].removesuffix(".docx").removesuffix(".txt")
        return attachment(data, f"Văn bản hợp nhất {name}", form)

    async def write(self, request: Request) -> Response:
        """The amending instrument that makes a rewritten text, to be read before it is downloaded."""
        query = request.query_params
        typed = {"so": query.get("so", ""), "hieu_luc": query.get("hieu_luc", "")}
        try:
            drafted = await run_in_threadpool(self._drafted, request)
        except KcdocsError as fault:
            return self._compared(
                "viet.html", request, typed=typed, fault=fault_words(fault), drafted=None, moved=[]
            )
        moved = [(old.spoken(), new.spoken()) for old, new in drafted.plan.addresses.items() if old != new]
        return self._compared("viet.html", request, typed=typed, fault=None, drafted=drafted, moved=moved)

    async def written(self, request: Request) -> Response:
        """The same as Word, with visible spaces where only the drafter knows what stands."""
        from kcdocs.api import amend_write  # noqa: PLC0415 - the page starts without it

        drafted = await run_in_threadpool(self._drafted, request)
        today = datetime.now().astimezone().date()
        made = await run_in_threadpool(partial(amend_write.word, drafted, None, today))
        return attachment(made.data, f"Văn bản sửa đổi {drafted.amends.number}", "docx")

    def _drafted(self, request: Request) -> Drafted:
        from kcdocs.api import amend_write  # noqa: PLC0415 - the page starts without it

        asked = self._desk.comparison(request.path_params["key"])
        query = request.query_params
        return amend_write.plan(
            *self._desk.sides(asked),
            effective=typed_day(query.get("hieu_luc", "")),
            number=query.get("so", "").strip(),
        )

    def _compared(self, template: str, request: Request, **values: object) -> HTMLResponse:
        """A page that stands below a comparison."""
        asked = self._desk.comparison(request.path_params["key"])
        return self._page(template, 200, asked=asked, titles=self._comparisons.titles(asked), **values)
