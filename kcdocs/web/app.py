"""The addresses of the page and what stands under each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from kcdocs.errors import KcdocsError, UnforeseenError
from kcdocs.web import frame, limits
from kcdocs.web.amend_pages import AmendPages
from kcdocs.web.answers import fault_words
from kcdocs.web.batching import BatchPages
from kcdocs.web.checking import CheckPages
from kcdocs.web.compare_pages import ComparePages
from kcdocs.web.comparing import Comparisons
from kcdocs.web.desk import Desk
from kcdocs.web.dossier_forms import DossierFormPages
from kcdocs.web.dossiers import DossierPages
from kcdocs.web.drafting import DATA, DraftPages
from kcdocs.web.drafts import Drafts
from kcdocs.web.errors import (
    NothingThereError,
    SentTooMuchError,
    SilentSenderError,
    UnclearRequestError,
)
from kcdocs.web.flow import DeskPages
from kcdocs.web.gatherings import Gathering, Gatherings
from kcdocs.web.guard import CLOSED, Guard
from kcdocs.web.jobs import Jobs
from kcdocs.web.keeping import KeepPages
from kcdocs.web.opinion_pages import OpinionPages
from kcdocs.web.redlines import RedlinePages
from kcdocs.web.registering import RegisterPages
from kcdocs.web.restoring import RestorePages
from kcdocs.web.session import COOKIE, Keys, Session
from kcdocs.web.sets_pages import SetPages, word_file
from kcdocs.web.store_adding import StoreAddingPages
from kcdocs.web.storing import StorePages

_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}
_STATUS = {
    SentTooMuchError: 413,
    NothingThereError: 404,
    UnclearRequestError: 400,
    UnforeseenError: 500,
}
"""What a page cannot have sent, or lost. Anything else is for its user to mend, and a browser would write it
to its console as an error of the page."""


def application(
    session: Session,
    folder: Path,
    crashed: Callable[[Exception], object],
    leave: Callable[[Path], None],
) -> ASGIApp:
    """The page as a program that a server runs, behind its guard.

    Args:
        session: The run of the page.
        folder: The folder of the page.
        crashed: Told of a fault that nobody foresaw, after the browser was told that there is one.
        leave: Ends this run, so that a backup takes the place of the data.
    """
    desk = Desk(folder)
    desk.sweep()
    drafting = DraftPages(session, desk, folder)
    jobs, comparisons, gatherings = Jobs(), Comparisons(desk), Gatherings(desk)
    batching = BatchPages(session, desk, folder, jobs)
    dossiers = DossierFormPages(session, desk, folder, drafting.drafts)
    pages = _Pages(session, desk, drafting, batching, comparisons, gatherings, dossiers.dossiers)
    routes = [
        Route("/", pages.home),
        Route("/vao", pages.enter),
        Route("/song", pages.alive),
        Route("/tep", pages.keep, methods=["PUT"]),
        Route("/tep/{key}", pages.file),
        Route("/tep/{key}", pages.drop, methods=["DELETE"]),
        Route("/gan-day", pages.earlier),
        *ComparePages(session, desk, comparisons, jobs).routes(),
        *AmendPages(session, desk, comparisons).routes(),
        *OpinionPages(session, desk, gatherings, jobs, drafting.drafts).routes(),
        *drafting.routes(),
        *batching.routes(),
        *StorePages(session, desk, jobs).routes(),
        *StoreAddingPages(session, desk, jobs).routes(),
        *CheckPages(session, desk, folder).routes(),
        *DossierPages(session, desk, dossiers.dossiers).routes(),
        *dossiers.routes(),
        *RedlinePages(session, desk).routes(),
        *RegisterPages(session).routes(),
        *SetPages(session, desk, folder).routes(),
        *KeepPages(session).routes(),
        *RestorePages(session, desk, folder, jobs, leave).routes(),
        Route("/tro-giup", pages.help),
        Route("/tinh/{name}", pages.static),
    ]
    inner = Starlette(routes=[Mount(session.path, routes=routes)], exception_handlers=pages.faults())
    return Guard(inner, session, frozenset({f"{session.path}/vao", f"{session.path}/song"}), crashed)


class _Pages(DeskPages):
    """Each page, and each thing that a page asks for."""

    def __init__(
        self,
        session: Session,
        desk: Desk,
        drafting: DraftPages,
        batching: BatchPages,
        comparisons: Comparisons,
        gatherings: Gatherings,
        dossiers: Drafts,
    ) -> None:
        super().__init__(session, desk)
        self._dossiers = dossiers
        self._drafting = drafting
        self._batching = batching
        self._keys = Keys(session.secret)
        self._comparisons = comparisons
        self._gatherings = gatherings

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
            gatherings=self._gathered()[: limits.RECENT // 2],
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
            gatherings=self._gathered(),
            dossiers=self._dossiers.every(),
            days=limits.KEPT_DAYS,
        )

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

    def _gathered(self) -> list[tuple[Gathering, str]]:
        """The gatherings with the names of their drafts."""
        return [(one, self._gatherings.title(one)) for one in self._gatherings.every()]

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


def _static(name: str) -> bytes | None:
    from kcdocs.api import compare  # noqa: PLC0415 - the page starts without it

    ours = {"bao-cao.css": "page.css", "bao-cao.js": "page.js"}
    if name in ours:
        return compare.assets()[ours[name]].encode()
    known = {path.name: path for path in frame.STATIC.iterdir() if path.suffix in _TYPES}
    return known[name].read_bytes() if name in known else None
