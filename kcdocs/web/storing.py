"""The store on the page: its instruments and their editions, adding, reading, searching."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kcdocs.web import frame, limits
from kcdocs.web.answers import finding_words, told_by_script
from kcdocs.web.errors import BadDayError, NothingThereError
from kcdocs.web.flow import DeskPages
from kcdocs.web.provisions import ReferenceLinks, contents, parts
from kcdocs.web.store_adding import last_added

if TYPE_CHECKING:
    from starlette.requests import Request

    from kcdocs.api import Added, FoundProvision
    from kcdocs.web.desk import Desk, KeptFile
    from kcdocs.web.jobs import Jobs
    from kcdocs.web.session import Session


class StorePages(DeskPages):
    """The pages of the store, and what they ask for.

    Args:
        session: The run of the page.
        desk: Where dropped files are.
        jobs: Reads the store's texts into a new index beside the page.
    """

    def __init__(self, session: Session, desk: Desk, jobs: Jobs) -> None:
        super().__init__(session, desk)
        self._jobs, self._reading = jobs, desk.folder / "chi-muc"

    def routes(self) -> list[Route]:
        """What stands under each address."""
        return [
            Route("/kho", self.shelf),
            Route("/kho/tim", self.search),
            Route("/kho-chi-muc/tien-do", self.progress),
            Route("/kho-chi-muc/dung", self.stop, methods=["POST"]),
            Route("/kho/them/{key}", self.choose),
            Route("/kho/them/{key}", self.add, methods=["POST"]),
            Route("/kho/{folder}", self.read),
            Route("/kho/{folder}/{day}", self.read),
        ]

    async def shelf(self, request: Request) -> Response:
        """Every instrument, its editions on a line of time, and a field to search all texts."""
        from kcdocs.api import adding, shelf  # noqa: PLC0415 - the page starts without it

        if waits := await run_in_threadpool(self._waiting):
            return waits
        items = await run_in_threadpool(shelf.every)
        words = request.query_params.get("tim", "")
        last = await run_in_threadpool(last_added, self._desk)
        return self._page("kho.html", items=items, words=words, endings=adding.ENDINGS, last=last)

    def _waiting(self) -> Response | None:
        """What is shown while many texts are read into the index; None if that takes only a moment."""
        from kcdocs.api import shelf  # noqa: PLC0415 - the page starts without it

        count = shelf.waiting()
        if count < limits.MANY_TEXTS:
            return None
        state = self._jobs.state(self._reading)
        if state is None or state.over:
            self._jobs.start(self._reading, "chi-muc", {})
        return self._page("kho-cho.html", count=count)

    async def progress(self, request: Request) -> Response:
        """How far the index is, in words."""
        del request
        state = self._jobs.state(self._reading)
        if state is None or state.over:
            return JSONResponse({"xong": True})
        words = f"Đã đọc {state.done} trên {state.of} văn bản…" if state.of else "Đang xem kho…"
        return JSONResponse({"xong": False, "loi": words, "da": state.done, "tren": state.of})

    async def stop(self, request: Request) -> Response:
        """Leave the index for another time; what was read stays read."""
        del request
        self._jobs.stop(self._reading)
        return JSONResponse({"den": ""})

    async def search(self, request: Request) -> Response:
        """What was found so far, for the words typed so far."""
        from kcdocs.api import shelf  # noqa: PLC0415 - the page starts without it

        words, skip = request.query_params.get("q", ""), request.query_params.get("tu", "0")
        found = await run_in_threadpool(
            partial(shelf.search, words, skip=int(skip) if skip.isdecimal() else 0, unfinished=True)
        )
        items = [self._found(item) for item in found.provisions]
        told = {"so": found.total, "hon": found.more, "cho": items, "chua_doc": list(found.unread)}
        return JSONResponse(told)

    async def choose(self, request: Request) -> Response:
        """A dropped text that is to be added: what it says it is."""
        from kcdocs.api import reading  # noqa: PLC0415 - the page starts without it

        kept = self._desk.file(request.path_params["key"])
        text = await run_in_threadpool(reading.open_text, kept.path)
        return self._page("them.html", file=kept, said=text.citation)

    async def add(self, request: Request) -> Response:
        """Add a dropped text; tells what it was held against and what commands make now."""
        kept = self._desk.file(request.path_params["key"])
        return JSONResponse(await run_in_threadpool(_added, kept, await told_by_script(request)))

    async def read(self, request: Request) -> Response:
        """An edition, each provision under its address."""
        from kcdocs.api import shelf  # noqa: PLC0415 - the page starts without it

        if waits := await run_in_threadpool(self._waiting):
            return waits
        folder, day = request.path_params["folder"], request.path_params.get("day", "")
        try:
            since = date.fromisoformat(day) if day else None
        except ValueError:
            raise NothingThereError("bản") from None
        opened = await run_in_threadpool(shelf.open_edition, folder, since)
        pages = {number: f"{self._session.path}/kho/{name}" for number, name in opened.elsewhere.items()}
        shown = tuple(parts(opened.text, ReferenceLinks(opened.about.number, pages)))
        told = [finding_words(item) for item in opened.text.source_findings]
        return self._page(
            "doc.html",
            about=opened.about,
            since=opened.since,
            parts=shown,
            contents=contents(shown),
            notes=opened.text.notes,
            told=told,
        )

    def _found(self, found: FoundProvision) -> dict[str, Any]:
        day = "" if found.current else f"/{found.since.isoformat()}"
        old = f"bản từ {frame.written_day(found.since)}, nay không còn" if found.since.year > 1 else "bản cũ"
        return {
            "so": found.citation.number,
            "ten": f"{found.citation.type} {found.citation.title}".strip(),
            "cho": found.address.spoken(),
            "den": f"kho/{found.folder}{day}#{found.address}",
            "cu": "" if found.current else old,
            "loi": list(_marked(found)),
        }


def _marked(found: FoundProvision) -> list[tuple[str, bool]]:
    """What was found, as words with whether they were looked for."""
    place, runs = 0, [("… ", False)] if found.before else []
    for span in found.places:
        runs += [(found.text[place : span.start], False), (found.text[span.start : span.end], True)]
        place = span.end
    return [run for run in (*runs, (found.text[place:] + (" …" if found.after else ""), False)) if run[0]]


def _added(kept: KeptFile, said: dict[str, Any]) -> dict[str, Any]:
    """Add a text as a script said, and tell what became of it."""
    from kcdocs.api import decrees  # noqa: PLC0415 - the page starts without it

    added = decrees.add(
        kept.path,
        number=str(said.get("so") or "").strip(),
        since=typed_day(str(said.get("ngay") or "")),
        accept_differences=said.get("khac") is True,
        force=said.get("ghi_de") is True,
    )
    return {
        "so": added.citation.number,
        "den": f"kho/{added.path.parent.name}",
        "ke": [*_told(added), *(line.strip() for line in decrees.built_lines(added))],
    }


def _told(added: Added) -> list[str]:
    """What a text was held against, and what is still to be had."""
    number = added.citation.number
    told = ["Kho đã giữ đúng bản này từ trước." if not added.new else f"Đã thêm {number} vào kho."]
    if added.aside:
        told.append("Bản đang giữ trước đây được cất riêng.")
    if added.said:
        told.append(f"Tệp tự ghi số {added.said}: xin kiểm tra đây có đúng là {number} không.")
    if not added.checked:
        told.append("kcdocs không có dấu vân tay của văn bản này: xin tự so với bản chính thức.")
    elif added.differences:
        told.append(f"{len(added.differences)} chỗ khác dấu vân tay, anh, chị đã chấp nhận.")
    else:
        told.append("Mọi điều khoản khớp dấu vân tay.")
    told += [finding.remark for finding in added.findings]
    if added.waits_for:
        told.append(f"Kho chưa có toàn văn của {', '.join(added.waits_for)}: thêm vào thì có bản sửa đổi.")
    return told


def typed_day(typed: str) -> date | None:
    """A day as people write it."""
    words = typed.strip()
    if not words:
        return None
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        with suppress(ValueError):
            return datetime.strptime(words, form).date()  # noqa: DTZ007 - a date has no time zone
    raise BadDayError(words)
