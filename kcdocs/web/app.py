"""The addresses of the page and what stands under each."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from kcdocs.errors import KcdocsError, UnforeseenError
from kcdocs.web import frame, limits
from kcdocs.web.amend_pages import AmendPages
from kcdocs.web.answers import MEDIA, attachment, fault_words, told_by_script
from kcdocs.web.batching import BatchPages
from kcdocs.web.checking import CheckPages
from kcdocs.web.comparing import Comparisons
from kcdocs.web.desk import Desk
from kcdocs.web.drafting import DATA, DraftPages
from kcdocs.web.errors import (
    NothingThereError,
    SentTooMuchError,
    SilentSenderError,
    UnclearRequestError,
)
from kcdocs.web.flow import DeskPages
from kcdocs.web.guard import CLOSED, Guard
from kcdocs.web.jobs import Jobs
from kcdocs.web.redlines import RedlinePages
from kcdocs.web.registering import RegisterPages
from kcdocs.web.session import COOKIE, Keys, Session
from kcdocs.web.sets_pages import SetPages, word_file
from kcdocs.web.storing import StorePages
from kcdocs.web.words import on_page

_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}
_STATUS = {
    SentTooMuchError: 413,
    NothingThereError: 404,
    UnclearRequestError: 400,
    UnforeseenError: 500,
}
"""What a page cannot have sent, or lost. Anything else is for its user to mend, and a browser would write it
to its console as an error of the page."""

_NO_ARTICLES = "DC105"
"""A text that only tracked changes can be made of."""


def application(session: Session, folder: Path, crashed: Callable[[Exception], object]) -> ASGIApp:
    """The page as a program that a server runs, behind its guard.

    Args:
        session: The run of the page.
        folder: The folder of the page.
        crashed: Told of a fault that nobody foresaw, after the browser was told that there is one.
    """
    desk = Desk(folder)
    desk.sweep()
    drafting = DraftPages(session, desk, folder)
    batching = BatchPages(session, desk, folder, Jobs())
    pages = _Pages(session, desk, drafting, batching)
    routes = [
        Route("/", pages.home),
        Route("/vao", pages.enter),
        Route("/song", pages.alive),
        Route("/tep", pages.keep, methods=["PUT"]),
        Route("/tep/{key}", pages.file),
        Route("/tep/{key}", pages.drop, methods=["DELETE"]),
        Route("/gan-day", pages.earlier),
        Route("/so-sanh", pages.choose),
        Route("/so-sanh", pages.compare, methods=["POST"]),
        Route("/so-sanh/{key}", pages.comparison),
        Route("/so-sanh/{key}/xac-dinh", pages.decide, methods=["POST"]),
        Route("/so-sanh/{key}/thuyet-minh", pages.explain, methods=["POST"]),
        Route("/so-sanh/{key}/lay-lai", pages.take_back, methods=["POST"]),
        Route("/so-sanh/{key}/tai/{form}", pages.download),
        *AmendPages(session, desk, Comparisons(desk)).routes(),
        *drafting.routes(),
        *batching.routes(),
        *StorePages(session, desk).routes(),
        *CheckPages(session, desk, folder).routes(),
        *RedlinePages(session, desk).routes(),
        *RegisterPages(session).routes(),
        *SetPages(session, desk, folder).routes(),
        Route("/tro-giup", pages.help),
        Route("/tinh/{name}", pages.static),
    ]
    inner = Starlette(routes=[Mount(session.path, routes=routes)], exception_handlers=pages.faults())
    return Guard(inner, session, frozenset({f"{session.path}/vao", f"{session.path}/song"}), crashed)


class _Pages(DeskPages):
    """Each page, and each thing that a page asks for."""

    def __init__(self, session: Session, desk: Desk, drafting: DraftPages, batching: BatchPages) -> None:
        super().__init__(session, desk)
        self._drafting = drafting
        self._batching = batching
        self._keys = Keys(session.secret)
        self._comparisons = Comparisons(desk)

    def faults(self) -> dict[Any, Any]:
        """What is answered where something goes wrong, foreseen or not."""
        return {
            KcdocsError: self._told,
            ClientDisconnect: self._left,
            404: self._absent,
            Exception: self._unforeseen,
        }

    # --- coming in ---

    async def enter(self, request: Request) -> Response:
        """Let a browser in that has a key; the cookie is shown from the next page on.

        A redirect would not do: a browser that was sent here by a file would not show a strict cookie then.
        """
        if not self._keys.accepts(request.query_params.get("khoa", "")):
            return HTMLResponse(CLOSED, 403)
        answer = HTMLResponse(
            '<!doctype html><html lang="vi"><meta charset="utf-8"><link rel="icon" href="data:,">'
            f'<title>kcdocs</title><meta http-equiv="refresh" content="0;url={self._session.path}/">'
            "<p>Đang mở kcdocs…</p></html>"
        )
        answer.set_cookie(
            COOKIE, self._session.cookie, path=f"{self._session.path}/", httponly=True, samesite="strict"
        )
        return answer

    async def alive(self, request: Request) -> Response:
        """Say which run this is."""
        del request
        return JSONResponse({"kcdocs": self._session.instance})

    # --- the first page and the files ---

    async def home(self, request: Request) -> Response:
        """The first page: drop a file, or go on with earlier work."""
        del request
        recent = [self._recent(item.key) for item in self._desk.comparisons()[: limits.RECENT]]
        return self._page(
            "trang-chinh.html",
            recent=[item for item in recent if item],
            drafts=self._drafting.drafts.every()[: limits.RECENT // 2],
            batches=self._batching.listed(limits.RECENT // 2),
        )

    async def keep(self, request: Request) -> Response:
        """Keep a file that is dropped."""
        kept = await self._desk.keep(request.query_params.get("ten", ""), request.stream())
        return JSONResponse({"tep": kept.key, "den": f"tep/{kept.key}"})

    async def file(self, request: Request) -> Response:
        """A file that was dropped: what it is, what can be done with it."""
        from kcdocs.api.recognise import recognise  # noqa: PLC0415 - the page starts without it

        kept = self._desk.file(request.path_params["key"])
        size = kept.path.stat().st_size
        if kept.path.suffix.lower() in DATA:
            return await self._drafting.file(kept, size)
        word = await run_in_threadpool(word_file, kept.path)
        if word.tags and word.foreign:
            return self._page("tep.html", file=kept, size=size, found=None, fault=None, word=word)
        try:
            found = await run_in_threadpool(recognise, kept.path)
        except KcdocsError as fault:
            return self._page(
                "tep.html", file=kept, size=size, found=None, fault=fault_words(fault), word=word
            )
        return self._page("tep.html", file=kept, size=size, found=found, fault=None, word=word)

    async def drop(self, request: Request) -> Response:
        """Take a file away."""
        self._desk.drop(request.path_params["key"])
        return JSONResponse({"den": "gan-day"})

    async def earlier(self, request: Request) -> Response:
        """All earlier work and all files, with their sizes."""
        del request
        files = [(item, item.path.stat().st_size) for item in self._desk.files()]
        found = [self._recent(item.key) for item in self._desk.comparisons()]
        return self._page(
            "gan-day.html",
            files=files,
            comparisons=[item for item in found if item],
            drafts=self._drafting.drafts.every(),
            batches=self._batching.listed(),
            days=limits.KEPT_DAYS,
        )

    # --- comparing ---

    async def choose(self, request: Request) -> Response:
        """Choose both sides of a comparison."""
        drafts = [self._desk.file(key) for key in request.query_params.getlist("moi")]
        old = self._desk.file(key) if (key := request.query_params.get("cu", "")) else None
        stored = await run_in_threadpool(_stored)
        number = request.query_params.get("kho", "")
        return self._page("chon.html", drafts=drafts, old=old, kept_number=number, stored=stored)

    async def compare(self, request: Request) -> Response:
        """Ask for a comparison."""
        said = await told_by_script(request)
        stored, old, drafts = said.get("kho"), said.get("cu"), said.get("moi")
        if not isinstance(drafts, list) or not drafts or not all(isinstance(key, str) for key in drafts):
            raise UnclearRequestError("chưa có dự thảo")
        side = stored or old
        if not isinstance(side, str) or not side.strip():
            raise UnclearRequestError("chưa có bản gốc")
        made = self._desk.compare(side.strip(), drafts, stored=bool(stored))
        return JSONResponse({"den": f"so-sanh/{made.key}"})

    async def comparison(self, request: Request) -> Response:
        """A comparison, to be read and decided."""
        from kcdocs.api import compare  # noqa: PLC0415 - the page starts without it

        asked = self._desk.comparison(request.path_params["key"])
        titles = self._comparisons.titles(asked)
        try:
            chain = await run_in_threadpool(self._comparisons.chain, asked)
        except KcdocsError as fault:
            if fault.code != _NO_ARTICLES:
                raise
            return self._page("so-sanh-doan.html", asked=asked, titles=titles, fault=fault_words(fault))
        body = await run_in_threadpool(compare.fragment, on_page(chain))
        rows, lost = await run_in_threadpool(self._comparisons.explained, asked)
        decided = _decided(self._desk.decisions(asked.key))
        shown = Markup(body)  # noqa: S704 - the use case escaped all that comes from texts
        return self._page(
            "so-sanh.html",
            asked=asked,
            titles=titles,
            body=shown,
            decided=decided,
            rows=rows,
            lost=lost,
            amending=any(step.commands or step.unfollowed for step in chain.steps),
        )

    async def decide(self, request: Request) -> Response:
        """Keep, or take back, what the user decided on an unsure pair."""
        asked = self._desk.comparison(request.path_params["key"])
        said = await told_by_script(request)
        old, new = said.get("cu"), said.get("moi")
        if not isinstance(old, str) or not isinstance(new, str) or not old or not new:
            raise UnclearRequestError("chưa rõ hai điều khoản nào")
        alone = [{"cu": old}, {"moi": new}]
        chosen = {"mot": [{"cu": old, "moi": new}], "hai": alone, "bo": []}.get(str(said.get("la")))
        if chosen is None:
            raise UnclearRequestError("chưa rõ là một hay là hai")
        kept = [
            item for item in self._desk.decisions(asked.key) if item not in (*alone, {"cu": old, "moi": new})
        ]
        self._desk.decide(asked.key, kept + chosen)
        return JSONResponse({"den": f"so-sanh/{asked.key}"})

    async def explain(self, request: Request) -> Response:
        """Keep what the user says of a row."""
        asked = self._desk.comparison(request.path_params["key"])
        said = await told_by_script(request)
        key, words = said.get("noi"), said.get("loi")
        if not isinstance(key, str) or not isinstance(words, str):
            raise UnclearRequestError("chưa rõ thuyết minh điều khoản nào")
        if not await run_in_threadpool(self._comparisons.explain, asked, key, words):
            raise UnclearRequestError("bản so sánh đã đổi")
        return JSONResponse({"luc": frame.day_and_time(time.time())})

    async def take_back(self, request: Request) -> Response:
        """Keep what people wrote into a table that was sent out and came back."""
        asked = self._desk.comparison(request.path_params["key"])
        table = self._desk.file(str((await told_by_script(request)).get("tep")))
        count = await run_in_threadpool(self._comparisons.take_back, asked, table.path)
        return JSONResponse({"bao_nhieu": count})

    async def download(self, request: Request) -> Response:
        """The comparison as a file."""
        from kcdocs.api import Format, compare  # noqa: PLC0415 - the page starts without it

        asked = self._desk.comparison(request.path_params["key"])
        form = request.path_params["form"]
        if form not in MEDIA:
            raise NothingThereError("dạng tệp")
        chain = await run_in_threadpool(self._comparisons.chain, asked)
        rows, lost = await run_in_threadpool(self._comparisons.explained, asked)
        said = [*(row.explanation for row in rows), *lost]
        made = await run_in_threadpool(partial(compare.render, chain, Format(form), explained=said))
        data = made if isinstance(made, bytes) else made.encode()
        return attachment(data, f"So sánh {Path(self._comparisons.titles(asked)[1]).stem}", form)

    # --- the rest ---

    async def help(self, request: Request) -> Response:
        """What the page does, keeps and guards."""
        del request
        return self._page("tro-giup.html", days=limits.KEPT_DAYS)

    async def static(self, request: Request) -> Response:
        """A style sheet or a module."""
        name = request.path_params["name"]
        found = await run_in_threadpool(_static, name)
        if found is None:
            raise NothingThereError("tệp của trang")
        return Response(found, media_type=_TYPES[Path(name).suffix])

    def _recent(self, key: str) -> dict[str, object] | None:
        """A comparison as it is listed; None if one of its files is gone."""
        asked = self._desk.comparison(key)
        try:
            return {
                "key": key,
                "titles": self._comparisons.titles(asked),
                "made": asked.made,
                "old": asked.old,
                "stored": asked.stored,
            }
        except NothingThereError:
            return None

    # --- faults ---

    async def _told(self, request: Request, fault: KcdocsError) -> Response:
        """An error that a user can mend: for a script as data, else as a page."""
        if request.method != "GET" or "x-kcdocs" in request.headers:
            return JSONResponse({"loi": fault_words(fault)}, _STATUS.get(type(fault), 200))
        return self._page("loi.html", _STATUS.get(type(fault), 400), **fault_words(fault))

    async def _absent(self, request: Request, fault: Exception) -> Response:
        del fault
        return await self._told(request, NothingThereError("trang"))

    async def _left(self, request: Request, fault: Exception) -> Response:
        """A browser that went away in the middle of sending: nobody is there to be told."""
        del fault
        return await self._told(request, SilentSenderError())

    async def _unforeseen(self, request: Request, fault: Exception) -> Response:
        return await self._told(request, UnforeseenError(type(fault).__name__))


def _decided(decisions: list[dict[str, str]]) -> list[tuple[str, str, bool]]:
    """Each decision as its places and whether they are one; two apart stand one behind the other."""
    whole = [(item["cu"], item["moi"], True) for item in decisions if len(item) == 2]
    alone = [item for item in decisions if len(item) == 1]
    return whole + [(old["cu"], new["moi"], False) for old, new in zip(alone[::2], alone[1::2], strict=True)]


def _stored() -> list[tuple[str, str]]:
    """Number and title of each instrument of the store that has a text."""
    from kcdocs.api import decrees  # noqa: PLC0415 - the page starts without it

    return [(entry.citation.number, entry.citation.title) for entry in decrees.entries() if entry.editions]


def _static(name: str) -> bytes | None:
    from kcdocs.api import compare  # noqa: PLC0415 - the page starts without it

    ours = {"bao-cao.css": "page.css", "bao-cao.js": "page.js"}
    if name in ours:
        return compare.assets()[ours[name]].encode()
    known = {path.name: path for path in frame.STATIC.iterdir() if path.suffix in _TYPES}
    return known[name].read_bytes() if name in known else None
