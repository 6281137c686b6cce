"""Restoring a backup on the page: looked at wholly, asked for once more, done between two runs of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kcdocs.errors import FileTroubleError, KcdocsError
from kcdocs.files import trouble, write_whole
from kcdocs.web.answers import fault_words, told_by_script
from kcdocs.web.errors import AtWorkError, NothingThereError
from kcdocs.web.flow import DeskPages

if TYPE_CHECKING:
    from starlette.requests import Request

    from kcdocs.api import KeptCounts
    from kcdocs.web.desk import Desk
    from kcdocs.web.jobs import Jobs
    from kcdocs.web.session import Session

_DONE = "khoi-phuc.json"
"""What the last restoring came to, for the page that comes up behind it."""


class RestorePages(DeskPages):
    """The pages of restoring.

    Args:
        session: The run of the page.
        desk: Where the dropped backup is.
        folder: The folder of the page.
        jobs: Work beside the page, which must be over.
        leave: Ends this run of the page, so that a backup takes the place of the data.
    """

    def __init__(
        self, session: Session, desk: Desk, folder: Path, jobs: Jobs, leave: Callable[[Path], None]
    ) -> None:
        super().__init__(session, desk)
        self._folder, self._jobs, self._leave = folder, jobs, leave

    def routes(self) -> list[Route]:
        """What stands under each address."""
        return [
            Route("/khoi-phuc", self.outcome),
            Route("/khoi-phuc/{key}", self.look),
            Route("/khoi-phuc/{key}", self.restore, methods=["POST"]),
        ]

    async def look(self, request: Request) -> Response:
        """What a backup holds, and what becomes of the data that stands here."""
        from kcdocs.api import keeping  # noqa: PLC0415 - the page starts without it

        kept = self._desk.file(request.path_params["key"])
        try:
            found = await run_in_threadpool(keeping.look_at, kept.path)
        except KcdocsError as fault:
            return self._page("loi.html", 200, **fault_words(fault))
        return self._page(
            "khoi-phuc.html",
            file=kept,
            made=moment_words(found.made),
            counts=count_words(found.counts),
            behind=found.behind,
            run=self._session.instance,
        )

    async def restore(self, request: Request) -> Response:
        """End this run of the page and lay the backup down; what stands here is set aside, whole."""
        kept = self._desk.file(request.path_params["key"])
        await told_by_script(request)
        if self._jobs.busy:
            raise AtWorkError
        self._leave(kept.path)
        return JSONResponse({"den": "khoi-phuc"})

    async def outcome(self, request: Request) -> Response:
        """What the last restoring came to."""
        del request
        try:
            told = json.loads((self._folder / _DONE).read_bytes())
        except OSError:
            raise NothingThereError("lần khôi phục") from None
        return self._page("khoi-phuc-xong.html", fault=told.get("fault"), **told.get("done", {}))


def lay_down(backup: Path) -> dict[str, Any]:
    """Lay a backup down as the data folder while no page is at work; what came of it, as pages tell it."""
    from kcdocs.api import keeping  # noqa: PLC0415 - the page starts without it

    try:
        done = keeping.restore(backup, force=True)
    except KcdocsError as fault:
        return {"fault": fault_words(fault)}
    except OSError as fault:
        return {"fault": fault_words(FileTroubleError(trouble(fault)))}
    return {
        "done": {
            "made": moment_words(done.made),
            "counts": count_words(done.counts),
            "behind": done.behind,
            "aside": str(done.aside or ""),
        }
    }


def keep_outcome(folder: Path, told: dict[str, Any]) -> None:
    """Keep what restoring came to for the page that comes up."""
    write_whole(folder / _DONE, json.dumps(told, ensure_ascii=False).encode())


def moment_words(said: str) -> str:
    """A moment as a person reads it, in the time of this machine; as it is where it is none."""
    try:
        return datetime.fromisoformat(said).astimezone().strftime("%H:%M ngày %d/%m/%Y")
    except ValueError:
        return said


def count_words(counts: KeptCounts) -> list[str]:
    """How much of each thing is kept, a line each."""
    books = asdict(counts)["books"]
    return [
        *(f"sổ đăng ký số, dãy {name}: số kế tiếp {following}" for name, (following, _) in books.items()),
        f"kho văn bản: {counts.texts} toàn văn",
        f"bộ mẫu riêng: {counts.versions} phiên bản",
        f"thuyết minh: {counts.explanations} chỗ; việc trên trang: {counts.works}",
    ]
