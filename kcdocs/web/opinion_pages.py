"""Opinions on the page: returned files become a table, answered there; or one Word file with all changes."""

from __future__ import annotations

import time
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kcdocs.web import frame
from kcdocs.web.answers import attachment, finding_words, told_by_script
from kcdocs.web.errors import NothingThereError, UnclearRequestError
from kcdocs.web.flow import DeskPages
from kcdocs.web.jobs import JobStage

if TYPE_CHECKING:
    from starlette.requests import Request

    from kcdocs.api import OpinionTable
    from kcdocs.web.desk import Desk
    from kcdocs.web.drafts import Drafts
    from kcdocs.web.gatherings import Gathering, Gatherings
    from kcdocs.web.jobs import Jobs, JobState
    from kcdocs.web.session import Session

_GROUPS = {"dieu": False, "co-quan": True}
"""Part of the address of a table to keep → whether it goes by office."""

_FORMS = ("docx", "xlsx")
_JOBS = {"bang": "y-kien", "gop": "gop"}
"""What is made of returned files, as addresses name it → the kind of its job."""

_TABLE, _MERGE = _JOBS


class OpinionPages(DeskPages):
    """The pages of opinions.

    Args:
        session: The run of the page.
        desk: Where dropped files are.
        gatherings: What was laid down together, and what was made of it.
        jobs: Reads and merges beside the page.
        drafts: Where forms are begun that take the counts.
    """

    def __init__(
        self, session: Session, desk: Desk, gatherings: Gatherings, jobs: Jobs, drafts: Drafts
    ) -> None:
        super().__init__(session, desk)
        self._gatherings, self._jobs, self._drafts = gatherings, jobs, drafts

    def routes(self) -> list[Route]:
        """What stands under each address."""
        one = "/y-kien/{key}"
        return [
            Route("/y-kien", self.choose),
            Route("/y-kien", self.gather, methods=["POST"]),
            Route(one, self.table),
            Route(f"{one}/tra-loi", self.answer, methods=["POST"]),
            Route(f"{one}/nhan-lai", self.take_back, methods=["POST"]),
            Route(f"{one}/du-thao-moi", self.renew, methods=["POST"]),
            Route(f"{one}/soan", self.draft, methods=["POST"]),
            Route(f"{one}/tai/{{group}}/{{form}}", self.download),
            Route(f"{one}/gop", self.merged),
            Route(f"{one}/gop/tai", self.merged_file),
            Route(f"{one}/{{what}}/tien-do", self.progress),
            Route(f"{one}/{{what}}/dung", self.stop, methods=["POST"]),
        ]

    # --- choosing ---

    async def choose(self, request: Request) -> Response:
        """Choose the draft that was sent out and the files that came back."""
        from kcdocs.api import decrees  # noqa: PLC0415 - the page starts without it

        query = request.query_params
        again = self._gatherings.gathering(query["tu"]) if query.get("tu") else None
        named = dict(again.returned) if again else {}
        keys = [*named, *query.getlist("tep")]
        own = "" if again is None or again.stored else again.base
        base = query.get("goc", "") or own
        files = [self._desk.file(key) for key in dict.fromkeys([*([base] if base else []), *keys])]
        stored = [one.citation.number for one in await run_in_threadpool(decrees.entries) if one.editions]
        number = again.base if again and again.stored else ""
        return self._page(
            "y-kien-chon.html",
            files=[(one, named.get(one.key, "")) for one in files],
            base=base or await run_in_threadpool(_only_unmarked, [(one.key, one.path) for one in files]),
            number=number,
            stored=stored,
            again=again.key if again else "",
        )

    async def gather(self, request: Request) -> Response:
        """Keep what was chosen."""
        said = await told_by_script(request)
        base, files, again = said.get("goc"), said.get("tep"), said.get("tu", "")
        if not isinstance(base, str) or not base.strip():
            raise UnclearRequestError("chưa có dự thảo đã gửi lấy ý kiến")
        if not isinstance(files, list) or not files or not all(map(_is_named, files)):
            raise UnclearRequestError("chưa có tệp góp ý")
        returned = [(key, who.strip()) for key, who in files if key != base]
        made = self._gatherings.gather(base.strip(), returned, stored=bool(said.get("kho")), again=str(again))
        return JSONResponse({"den": f"y-kien/{made.key}{'/gop' if said.get('gop') else ''}"})

    # --- the table ---

    async def table(self, request: Request) -> Response:
        """The table, to be answered; while it is made, how far it is."""
        asked = self._asked(request)
        table = await run_in_threadpool(self._gatherings.table, asked)
        if table is None:
            return self._waiting(asked, _TABLE)
        return await run_in_threadpool(self._shown, asked, table)

    def _shown(self, asked: Gathering, table: OpinionTable) -> Response:
        from kcdocs.api import opinions  # noqa: PLC0415 - the page starts without it

        answers = self._gatherings.answers(asked)
        keys = {row.key for row in table.rows}
        return self._page(
            "y-kien.html",
            asked=asked,
            title=self._gatherings.title(asked),
            newer=self._desk.file(asked.newer).name if asked.newer else "",
            entries=opinions.entries(table, answers),
            counts=opinions.counts(table, answers),
            outcomes=opinions.OUTCOMES,
            silent=table.silent,
            told=[finding_words(one) for one in (*table.refused, *_remarks(table))],
            lost=[one for one in answers if one.key not in keys],
        )

    async def answer(self, request: Request) -> Response:
        """Keep what is answered to a row."""
        asked, said = self._asked(request), await told_by_script(request)
        key, outcome, words = (said.get(name) for name in ("khoa", "ket_qua", "loi"))
        if not (isinstance(key, str) and isinstance(outcome, str) and isinstance(words, str)):
            raise UnclearRequestError("chưa rõ trả lời ý kiến nào")
        return JSONResponse(await run_in_threadpool(self._kept, asked, key, outcome, words))

    def _kept(self, asked: Gathering, key: str, outcome: str, words: str) -> dict[str, Any]:
        from kcdocs.api import OpinionAnswer, opinions  # noqa: PLC0415 - the page starts without it

        table = self._gatherings.table(asked)
        row = next((row for row in table.rows if row.key == key), None) if table else None
        if table is None or row is None:
            raise UnclearRequestError("bảng ý kiến đã đổi")
        new = OpinionAnswer(key, row.opinion.words, opinions.answered(outcome, words))
        self._gatherings.answer(asked, [new])
        counted = opinions.counts(table, self._gatherings.answers(asked))
        return {"luc": frame.day_and_time(time.time()), "dem": asdict(counted)}

    async def take_back(self, request: Request) -> Response:
        """Keep what people wrote into a table that was sent out and came back."""
        asked, file = self._asked(request), await self._sent(request)
        return JSONResponse({"bao_nhieu": await run_in_threadpool(self._gatherings.take_back, asked, file)})

    async def renew(self, request: Request) -> Response:
        """Mark which wishes stand in the next draft."""
        asked, file = self._asked(request), await self._sent(request)
        await run_in_threadpool(self._gatherings.renew, asked, file.parent.name)
        return JSONResponse({"den": f"y-kien/{asked.key}"})

    async def draft(self, request: Request) -> Response:
        """Begin the form of a paper of the dossier with what the table gives it."""
        from kcdocs.api import forms, opinions  # noqa: PLC0415 - the page starts without it

        asked, name = self._asked(request), (await told_by_script(request)).get("bo_mau")
        table = await run_in_threadpool(self._gatherings.table, asked)
        if table is None or name not in opinions.PAPERS:
            raise UnclearRequestError("chưa rõ soạn văn bản gì")
        values = opinions.values_for(name, table, self._gatherings.answers(asked))
        form = await run_in_threadpool(forms.entry_form, name)
        told = f"Đã lấy số liệu từ bảng ý kiến góp ý cho «{self._gatherings.title(asked)}»."
        made = self._drafts.begin(name, form.title, values, told)
        return JSONResponse({"den": f"soan/ban-nhap/{made.key}"})

    async def download(self, request: Request) -> Response:
        """The table as a file."""
        asked, form = self._asked(request), request.path_params["form"]
        group = request.path_params["group"]
        if form not in _FORMS or group not in _GROUPS:
            raise NothingThereError("dạng tệp")
        make = partial(self._gatherings.render, asked, form, by_office=_GROUPS[group])
        name = f"Tổng hợp ý kiến {Path(self._gatherings.title(asked)).stem}"
        return attachment(await run_in_threadpool(make), name, form)

    # --- merging ---

    async def merged(self, request: Request) -> Response:
        """Where drafts cannot all have their way, and the merged file; while it is made, how far it is."""
        asked = self._asked(request)
        made = self._gatherings.merged(asked)
        if made is None:
            return self._waiting(asked, _MERGE)
        return self._page("gop.html", asked=asked, title=self._gatherings.title(asked), made=made)

    async def merged_file(self, request: Request) -> Response:
        """The merged file."""
        asked = self._asked(request)
        if self._gatherings.merged(asked) is None:
            raise NothingThereError("tệp gộp")
        data = await run_in_threadpool(self._gatherings.merged_file(asked).read_bytes)
        return attachment(data, f"Gộp bản sửa {Path(self._gatherings.title(asked)).stem}", "docx")

    # --- while it is made ---

    def _waiting(self, asked: Gathering, what: str) -> Response:
        """Have it made; what kept it from being made is told once, and the next look tries anew."""
        home = self._home(asked, what)
        state = self._jobs.state(home)
        title = self._gatherings.title(asked)
        if state and state.stage is JobStage.FAILED:
            self._jobs.forget(home)
            return self._page("y-kien-loi.html", asked=asked, title=title, fault=state.fault)
        if state is None or state.over:
            facts = {"thu_muc": str(self._desk.folder), "y_kien": asked.key}
            self._jobs.start(home, _JOBS[what], facts)
        return self._page("y-kien-cho.html", asked=asked, title=title, what=what)

    async def progress(self, request: Request) -> Response:
        """How far it is, in words."""
        state = self._jobs.state(self._home(self._asked(request), request.path_params["what"]))
        if state is None or state.over:
            return JSONResponse({"xong": True})
        said = {"xong": False, "loi": waiting_words(state, time.time()), "da": state.done, "tren": state.of}
        return JSONResponse(said)

    async def stop(self, request: Request) -> Response:
        """Give it up; it is asked for anew by opening it."""
        self._jobs.stop(self._home(self._asked(request), request.path_params["what"]))
        return JSONResponse({"den": ""})

    def _home(self, asked: Gathering, what: str) -> Path:
        if what not in _JOBS:
            raise NothingThereError("việc")
        return self._gatherings.folder(asked) / f"lam-{what}"

    def _asked(self, request: Request) -> Gathering:
        return self._gatherings.gathering(request.path_params["key"])

    async def _sent(self, request: Request) -> Path:
        return self._desk.file(str((await told_by_script(request)).get("tep"))).path


def waiting_words(state: JobState, now: float) -> str:
    """What is told while files are read or drafts merged."""
    taken = frame.span(now - state.began)
    if state.of and state.step == _JOBS[_MERGE]:
        return f"Đang gộp: xong {state.done} trên {state.of} phần việc, đã {taken}…"
    if state.of:
        return f"Đang đọc tệp góp ý thứ {state.done + 1} trên {state.of}, đã {taken}…"
    return f"Đang đọc các tệp, đã {taken}…"


def _remarks(table: OpinionTable) -> list[Any]:
    return [finding for one in table.returned for finding in one.findings]


def _is_named(item: object) -> bool:
    """Whether something is a file's key with who sent it."""
    return isinstance(item, list) and len(item) == 2 and all(isinstance(part, str) for part in item)


def _only_unmarked(files: list[tuple[str, Path]]) -> str:
    """The one Word file among several that nobody marked, likely what was sent out; empty if not one."""
    from kcdocs.api import opinions  # noqa: PLC0415 - the page starts without it

    clean = [key for key, path in files if len(files) > 1 and opinions.is_unmarked(path)]
    return clean[0] if len(clean) == 1 else ""
