"""Dossiers on the page: those begun, and dropped Word files held against one another, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.routing import Route

from kcdocs.web.checking import WORD
from kcdocs.web.flow import DeskPages

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from kcdocs.web.desk import Desk
    from kcdocs.web.drafts import Drafts
    from kcdocs.web.session import Session


class DossierPages(DeskPages):
    """The page of dossiers.

    Args:
        session: The run of the page.
        desk: Where dropped files are.
        dossiers: The dossiers that are put together here.
    """

    def __init__(self, session: Session, desk: Desk, dossiers: Drafts) -> None:
        super().__init__(session, desk)
        self._dossiers = dossiers

    def routes(self) -> list[Route]:
        """What stands under its address."""
        return [Route("/ho-so", self.dossier)]

    async def dossier(self, request: Request) -> Response:
        """Which of the dropped Word files are its papers, and what is wrong with those that were chosen."""
        from kcdocs.api import check_form, dossier  # noqa: PLC0415 - the page starts without them

        words = [one for one in self._desk.files() if one.path.suffix.lower() == WORD]
        asked, stage = request.query_params.getlist("tep"), request.query_params.get("buoc", "")
        chosen = [one for one in words if one.key in asked]
        checked = None
        if chosen:
            paths, names = [one.path for one in chosen], [one.name for one in chosen]
            checked = await run_in_threadpool(dossier.check_named, paths, names, stage=stage)
        found = [(check_form.grade(one.finding), one.finding) for one in checked.findings] if checked else []
        return self._page(
            "ho-so.html",
            dossiers=self._dossiers.every(),
            files=words,
            chosen={one.key for one in chosen},
            stage=stage,
            stages=dossier.STAGES,
            checked=checked,
            found=found,
        )
