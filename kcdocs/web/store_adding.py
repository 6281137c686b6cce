"""Many files added to the store on the page: one job, each fault with its file."""

from __future__ import annotations

import json
import re
import secrets
import time
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kcdocs.files import write_whole
from kcdocs.web import frame
from kcdocs.web.answers import told_by_script
from kcdocs.web.errors import NothingThereError, UnclearRequestError
from kcdocs.web.flow import DeskPages
from kcdocs.web.jobs import JobStage

if TYPE_CHECKING:
    from starlette.requests import Request

    from kcdocs.web.desk import Desk
    from kcdocs.web.jobs import Jobs, JobState
    from kcdocs.web.session import Session

_KEY = re.compile(r"[0-9a-f]{16}")
_FILES = "tep.json"


class StoreAddingPages(DeskPages):
    """The pages of adding many files.

    Args:
        session: The run of the page.
        desk: Where dropped files are.
        jobs: Adds them beside the page.
    """

    def __init__(self, session: Session, desk: Desk, jobs: Jobs) -> None:
        super().__init__(session, desk)
        self._jobs, self._homes = jobs, desk.folder / "them-kho"

    def routes(self) -> list[Route]:
        """What stands under each address."""
        one = "/them-kho/{key}"
        return [
            Route("/them-kho", self.begin, methods=["POST"]),
            Route(one, self.state),
            Route(f"{one}/tien-do", self.progress),
            Route(f"{one}/dung", self.stop, methods=["POST"]),
            Route(f"{one}/tiep", self.go_on, methods=["POST"]),
        ]

    async def begin(self, request: Request) -> Response:
        """Have dropped files added."""
        keys = (await told_by_script(request)).get("tep")
        if not isinstance(keys, list) or not keys or not all(isinstance(key, str) for key in keys):
            raise UnclearRequestError("chưa có tệp để thêm vào kho")
        for key in keys:
            self._desk.file(key)
        made = secrets.token_hex(8)
        write_whole(self._homes / made / _FILES, json.dumps(keys).encode())
        self._start(self._homes / made)
        return JSONResponse({"den": f"them-kho/{made}"})

    async def state(self, request: Request) -> Response:
        """How far it is, or what became of each file."""
        home = self._home(request)
        state = self._jobs.state(home)
        if state is None:
            raise NothingThereError("việc")
        if not state.over:
            return self._page("them-nhieu-cho.html", key=home.name, count=len(_files(home)))
        stopped = state.stage in (JobStage.STOPPED, JobStage.CUT_OFF)
        return self._page(
            "them-nhieu.html",
            key=home.name,
            made=state.result if state.stage is JobStage.DONE else None,
            stopped=stopped,
            fault=state.fault if not stopped else None,
        )

    async def progress(self, request: Request) -> Response:
        """How far it is, in words."""
        state = self._jobs.state(self._home(request))
        if state is None or state.over:
            return JSONResponse({"xong": True})
        said = {"xong": False, "loi": adding_words(state, time.time()), "da": state.done, "tren": state.of}
        return JSONResponse(said)

    async def stop(self, request: Request) -> Response:
        """Let it stop; what was added stays."""
        home = self._home(request)
        self._jobs.stop(home)
        return JSONResponse({"den": f"them-kho/{home.name}"})

    async def go_on(self, request: Request) -> Response:
        """Add what was not added before it was stopped."""
        home = self._home(request)
        self._start(home)
        return JSONResponse({"den": f"them-kho/{home.name}"})

    def _start(self, home: Path) -> None:
        self._jobs.start(home, "them-kho", {"thu_muc": str(self._desk.folder), "tep": _files(home)})

    def _home(self, request: Request) -> Path:
        key = request.path_params["key"]
        if not _KEY.fullmatch(key) or not (self._homes / key / _FILES).is_file():
            raise NothingThereError("việc")
        return self._homes / str(key)


def last_added(desk: Desk) -> tuple[str, float] | None:
    """The job of adding many files begun last, and when (seconds since 1970); None if there was none."""
    files = (desk.folder / "them-kho").glob(f"*/{_FILES}")
    found = [(path.parent.name, path.stat().st_mtime) for path in files]
    return max(found, key=lambda one: one[1], default=None)


def adding_words(state: JobState, now: float) -> str:
    """What is told while files are added."""
    taken = frame.span(now - state.began)
    left = f", còn khoảng {frame.span(state.left)}" if state.left else ""
    return f"Đã xem {state.done} trên {state.of} tệp, đã {taken}{left}…"


def _files(home: Path) -> list[str]:
    found: list[str] = json.loads((home / _FILES).read_bytes())
    return found
