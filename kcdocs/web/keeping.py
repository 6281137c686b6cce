"""The backup of all that a user keeps, made and handed to the browser."""

from __future__ import annotations

import shutil
import tempfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from kcdocs.web.answers import disposition
from kcdocs.web.flow import FramedPages

if TYPE_CHECKING:
    from starlette.requests import Request


class KeepPages(FramedPages):
    """What the page does for the safety of what it keeps.

    Args:
        session: The run of the page.
    """

    def routes(self) -> list[Route]:
        """What stands under each address."""
        return [Route("/sao-luu", self.backup)]

    async def backup(self, request: Request) -> Response:
        """All that the data folder keeps as one file, read back before it is handed out."""
        from kcdocs.api import keeping  # noqa: PLC0415 - the page starts without it

        del request
        folder = Path(tempfile.mkdtemp(prefix="kcdocs-"))
        path = folder / "sao-luu.zip"
        try:
            await run_in_threadpool(keeping.back_up, path)
        except BaseException:
            shutil.rmtree(folder)
            raise
        name = f"kcdocs sao lưu {datetime.now().astimezone():%Y-%m-%d}"
        gone = BackgroundTask(shutil.rmtree, folder)
        headers = {"content-disposition": disposition(name, "zip")}
        return FileResponse(path, headers=headers, media_type="application/zip", background=gone)
