"""Comparing on the page: both sides chosen, the comparison read, decided, explained and downloaded."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kcdocs.errors import KcdocsError, UnforeseenError
from kcdocs.web import frame, limits
from kcdocs.web.answers import MEDIA, attachment, fault_words, told_by_script
from kcdocs.web.compare_work import downloaded
from kcdocs.web.errors import NothingThereError, UnclearRequestError
from kcdocs.web.flow import DeskPages
from kcdocs.web.jobs import JobStage

if TYPE_CHECKING:
    from starlette.requests import Request

    from kcdocs.web.comparing import Comparisons
    from kcdocs.web.desk import Comparing, Desk
    from kcdocs.web.jobs import Jobs, JobState
    from kcdocs.web.session import Session


_NO_ARTICLES = "DC105"
"""A text that only tracked changes can be made of."""


_STEPS = {
    "doc-goc": "đang đọc văn bản gốc",
    "so-sanh": "đang so từng điều khoản",
    "trang": "đang viết trang so sánh",
}
"""Step of a long comparison → what is done in it; every other reads a draft."""


class ComparePages(DeskPages):
    """The pages of comparisons.

    Args:
        session: The run of the page.
        desk: Where dropped files are.
        comparisons: Makes what is shown.
        jobs: Does what takes long.
    """

    def __init__(self, session: Session, desk: Desk, comparisons: Comparisons, jobs: Jobs) -> None:
        super().__init__(session, desk)
        self._comparisons = comparisons
        self._jobs = jobs

    def routes(self) -> list[Route]:
        """What stands under each address."""
        one = "/so-sanh/{key}"
        return [
            Route("/so-sanh", self.choose),
            Route("/so-sanh", self.compare, methods=["POST"]),
            Route(one, self.comparison),
            Route(f"{one}/tien-do", self.progress),
            Route(f"{one}/dung", self.stop, methods=["POST"]),
            Route(f"{one}/xac-dinh", self.decide, methods=["POST"]),
            Route(f"{one}/thuyet-minh", self.explanations),
            Route(f"{one}/thuyet-minh", self.explain, methods=["POST"]),
            Route(f"{one}/lay-lai", self.take_back, methods=["POST"]),
            Route(f"{one}/tai/{{form}}", self.download),
        ]

    async def comparison(self, request: Request) -> Response:
        """A comparison, to be read and decided; while a long one is made, how far it is."""
        asked = self._desk.comparison(request.path_params["key"])
        shown = await run_in_threadpool(self._comparisons.shown, asked)
        if shown is None:
            if self._comparisons.is_long(asked):
                return self._waiting(asked)
            try:
                shown = await run_in_threadpool(self._comparisons.show, asked)
            except KcdocsError as fault:
                if fault.code != _NO_ARTICLES:
                    raise
                return self._refused(asked, fault_words(fault))
        return self._around(
            shown.page,
            "so-sanh.html",
            asked=asked,
            titles=self._comparisons.titles(asked),
            decided=_decided(self._desk.decisions(asked.key)),
            amending=shown.amending,
        )

    async def explanations(self, request: Request) -> Response:
        """What there is to explain, with what was said of it, and what found no row."""
        asked = self._desk.comparison(request.path_params["key"])
        rows, lost = await run_in_threadpool(self._comparisons.explained, asked)
        told = [
            {"o": row.anchor, "ten": row.name, "noi": row.explanation.key, "loi": row.words} for row in rows
        ]
        return JSONResponse({"o": told, "chua": [item.words for item in lost]})

    def _waiting(self, asked: Comparing) -> Response:
        """Have it made; what kept it from being made is told once, and the next look tries anew."""
        home = self._home(asked)
        state = self._jobs.state(home)
        if state and state.stage is JobStage.FAILED:
            self._jobs.forget(home)
            return self._refused(asked, state.fault)
        if state is None or state.over:
            facts = {"thu_muc": str(self._desk.folder), "so_sanh": asked.key}
            self._jobs.start(home, "so-sanh", facts)
        return self._page("so-sanh-cho.html", asked=asked, titles=self._comparisons.titles(asked))

    def _refused(self, asked: Comparing, fault: dict[str, Any]) -> Response:
        """Why there is no comparison; of texts without articles, tracked changes can be made all the same."""
        if fault["code"] != _NO_ARTICLES:
            return self._page("loi.html", **fault)
        titles = self._comparisons.titles(asked)
        return self._page("so-sanh-doan.html", asked=asked, titles=titles, fault=fault)

    async def progress(self, request: Request) -> Response:
        """How far a long comparison is, in words."""
        state = self._jobs.state(self._home(self._desk.comparison(request.path_params["key"])))
        if state is None or state.over:
            return JSONResponse({"xong": True})
        return JSONResponse(
            {"xong": False, "loi": waiting_words(state, time.time()), "da": state.done, "tren": state.of}
        )

    async def stop(self, request: Request) -> Response:
        """Give up a long comparison; it is asked for anew by opening it."""
        self._jobs.stop(self._home(self._desk.comparison(request.path_params["key"])))
        return JSONResponse({"den": ""})

    def _home(self, asked: Comparing) -> Path:
        return self._desk.comparison_folder(asked.key) / "lam"

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
        asked = self._desk.comparison(request.path_params["key"])
        form = request.path_params["form"]
        if form not in MEDIA:
            raise NothingThereError("dạng tệp")
        name = f"So sánh {Path(self._comparisons.titles(asked)[1]).stem}"
        if not self._comparisons.is_long(asked):
            return attachment(await run_in_threadpool(self._comparisons.file, asked, form), name, form)
        home = self._desk.comparison_folder(asked.key) / f"tai-{form}"
        state = await run_in_threadpool(self._made_beside, home, {"so_sanh": asked.key, "dang": form})
        if state.stage is not JobStage.DONE:
            return self._page("loi.html", **(state.fault or fault_words(UnforeseenError(state.stage))))
        return attachment(await run_in_threadpool(downloaded(home).read_bytes), name, form)

    def _made_beside(self, home: Path, asked: dict[str, str]) -> JobState:
        """Have the file of a long comparison made by a process of its own, so that no other page waits."""
        self._jobs.start(home, "tai", {"thu_muc": str(self._desk.folder), "nha": str(home), **asked})
        while (state := self._jobs.state(home)) is None or not state.over:
            time.sleep(limits.WORD_SECONDS)
        return state


def waiting_words(state: JobState, now: float) -> str:
    """What is told while a long comparison is made: which step of how many, and for how long."""
    what = _STEPS.get(state.step, "đang đọc dự thảo" if state.step else "đang chờ đến lượt")
    step = f"Bước {state.done + 1} trên {state.of}: " if state.of else ""
    told = f"{step}{what}, đã {frame.span(now - state.began)}…"
    return f"{told[0].upper()}{told[1:]}"


def _decided(decisions: list[dict[str, str]]) -> list[tuple[str, str, bool]]:
    """Each decision as its places and whether they are one; two apart stand one behind the other."""
    whole = [(item["cu"], item["moi"], True) for item in decisions if len(item) == 2]
    alone = [item for item in decisions if len(item) == 1]
    return whole + [(old["cu"], new["moi"], False) for old, new in zip(alone[::2], alone[1::2], strict=True)]


def _stored() -> list[tuple[str, str]]:
    """Number and title of each instrument of the store that has a text."""
    from kcdocs.api import decrees  # noqa: PLC0415 - the page starts without it

    return [(entry.citation.number, entry.citation.title) for entry in decrees.entries() if entry.editions]
