"""Tracked changes on the page: a comparison or an amendment as a redline, and the audit of a received one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.routing import Route

from kcdocs.web import amending
from kcdocs.web.answers import attachment, finding_words
from kcdocs.web.errors import NothingThereError
from kcdocs.web.flow import DeskPages
from kcdocs.web.sets_pages import word_file

if TYPE_CHECKING:
    from starlette.requests import Request

    from kcdocs.api import Audited, Finding

_COMMENTED = {"tron": False, "chu-thich": True}
"""Last part of the address of a redline → whether each change of substance bears a comment."""


class RedlinePages(DeskPages):
    """The pages of tracked changes.

    Args:
        session: The run of the page.
        desk: Where dropped files are.
    """

    def routes(self) -> list[Route]:
        """What stands under each address."""
        return [
            Route("/so-sanh/{key}/theo-doi/{notes}", self.compared),
            Route("/sua-doi/{key}/theo-doi", self.amended),
            Route("/dau-sua/{key}", self.audit),
        ]

    async def compared(self, request: Request) -> Response:
        """The last draft of a comparison as tracked changes in the original."""
        from kcdocs.api import tracked  # noqa: PLC0415 - the page starts without it

        asked = self._desk.comparison(request.path_params["key"])
        notes = request.path_params["notes"]
        if notes not in _COMMENTED:
            raise NothingThereError("dạng tệp")
        made = await run_in_threadpool(
            partial(
                tracked.tracked,
                *self._desk.sides(asked),
                comments=_COMMENTED[notes],
                fixes=self._desk.decided_file(asked.key),
                decisions=self._desk.answered_file(asked.key),
            )
        )
        return attachment(made.data, f"Theo dõi thay đổi {self._desk.draft(asked).path.stem}", "docx")

    async def amended(self, request: Request) -> Response:
        """What an amending draft makes of its original as tracked changes, each with its command."""
        from kcdocs.api import tracked  # noqa: PLC0415 - the page starts without it

        asked = self._desk.comparison(request.path_params["key"])
        done = await run_in_threadpool(amending.applied, self._desk, asked)
        original, _ = self._desk.sides(asked)
        made = await run_in_threadpool(tracked.tracked_amendment, original, done)
        return attachment(made.data, f"Theo dõi thay đổi {self._desk.draft(asked).path.stem}", "docx")

    async def audit(self, request: Request) -> Response:
        """What a redline hides from the texts that it was made of, as far as those are given."""
        asked = request.query_params
        kept = self._desk.file(request.path_params["key"])
        if not (await run_in_threadpool(word_file, kept.path)).marks:
            raise NothingThereError("tệp Word có dấu sửa đổi")
        number = asked.get("kho", "").strip()
        old, new = (self._desk.file(asked[side]) if asked.get(side) else None for side in ("cu", "moi"))
        found = await run_in_threadpool(
            _audited, kept.path, number or (old.path if old else None), new.path if new else None
        )
        return self._page(
            "dau-sua.html",
            file=kept,
            sides=(number or (old.name if old else ""), new.name if new else ""),
            found=found,
            items=[_told(item) for item in found.findings],
        )


def _audited(path: Path, old: str | Path | None, new: Path | None) -> Audited:
    from kcdocs.api import tracked  # noqa: PLC0415 - the page starts without it

    return tracked.audit_redline(path, old, new)


def _told(item: Finding) -> dict[str, str]:
    """What the audit found at one place."""
    paragraph = f"đoạn {item.place.paragraph}" if item.place.paragraph else ""
    spot = ", ".join(filter(None, (item.place.part, paragraph)))
    return finding_words(item) | {"spot": spot, "found": item.found, "needed": item.expected}
