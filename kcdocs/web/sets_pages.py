"""Word files with tags and finished documents on the page: check a template, make a set of it, verify."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from kcdocs.errors import KcdocsError
from kcdocs.web import frame
from kcdocs.web.answers import MEDIA, finding_words, told_by_script
from kcdocs.web.errors import UnclearRequestError
from kcdocs.web.flow import DeskPages
from kcdocs.web.storing import typed_day

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request

    from kcdocs.web.desk import Desk
    from kcdocs.web.session import Session

_VERDICTS = {
    "nguyen-ven": "Nguyên vẹn: đúng như khi kcdocs lập, theo dấu ghi trong tệp.",
    "da-hoan-thien": "Lời văn đúng như khi lập; sau đó chỉ điền số, ngày, thêm nhận xét, hình, lưu lại.",
    "da-sua": "Đã bị sửa tay, hoặc lưu lại bằng phần mềm khác.",
    "lap-lai-khac": "Dấu còn nguyên, nhưng lập lại cho kết quả khác.",
    "chung-minh-duoc": "Đã lập lại từ bộ mẫu và dữ liệu, nội dung trùng khớp hoàn toàn.",
    "khong-co-dau": "Không phải văn bản do kcdocs lập.",
}
"""What verifying found → in words."""


@dataclass(frozen=True, slots=True)
class WordFileNature:
    """What a dropped Word file is apart from a text of law.

    Attributes:
        tags: How many tags to fill it has.
        foreign: Whether kcdocs did not make it.
        marks: How many tracked changes it bears.
        remarks: How many comments it bears.
    """

    tags: int = 0
    foreign: bool = True
    marks: int = 0
    remarks: int = 0


def word_file(path: Path) -> WordFileNature:
    """What a dropped file is; nothing for one that is no Word document that may be opened."""
    from kcdocs.api import check_template, opinions, tracked, verify  # noqa: PLC0415 - the page starts without it

    if path.suffix.lower() != ".docx":
        return WordFileNature()
    try:
        marks = tracked.audit_redline(path).marks
    except KcdocsError:
        return WordFileNature()
    try:
        tags, found = check_template.check_file(path).tags, verify.verify(path)
    except KcdocsError:
        return WordFileNature(marks=marks, remarks=opinions.remarks_of(path))
    return WordFileNature(tags, found.provenance is None, marks, opinions.remarks_of(path))


class SetPages(DeskPages):
    """The pages of a dropped Word file that is a template or a finished document.

    Args:
        session: The run of the page.
        desk: Where dropped files are.
        folder: The folder of the page.
    """

    def __init__(self, session: Session, desk: Desk, folder: Path) -> None:
        super().__init__(session, desk)
        self._folder = folder / "truong"

    def routes(self) -> list[Route]:
        """What stands under each address."""
        return [
            Route("/soan/bo-mau-moi/{key}", self.look),
            Route("/soan/bo-mau-moi/{key}", self.make, methods=["POST"]),
            Route("/soan/bo-mau-moi/{key}/truong", self.fields),
            Route("/xac-minh/{key}", self.verdict),
        ]

    async def look(self, request: Request) -> Response:
        """What a template asks for and what is wrong in it; a form to make a set of one without errors."""
        from kcdocs.api import check_template  # noqa: PLC0415 - the page starts without it

        kept = self._desk.file(request.path_params["key"])
        report = await run_in_threadpool(check_template.check_file, kept.path)
        faults = [finding_words(fault.finding) | {"words_at": _where(fault)} for fault in report.faults]
        return self._page(
            "bo-mau-moi.html",
            file=kept,
            report=report,
            faults=faults,
            title=kept.path.stem,
            today=frame.day(time.time()),
        )

    async def make(self, request: Request) -> Response:
        """Make a set of a template."""
        from kcdocs.api import templates  # noqa: PLC0415 - the page starts without it

        kept = self._desk.file(request.path_params["key"])
        said = await told_by_script(request)
        title, key = str(said.get("ten") or "").strip(), str(said.get("truong") or "")
        since = typed_day(str(said.get("ngay") or ""))
        if not title or since is None:
            raise UnclearRequestError("chưa có tên hoặc ngày")
        fields = self._desk.file(key).path if key else None
        begun = await run_in_threadpool(
            partial(templates.start_set, templates.set_name(title), kept.path, title, since, fields)
        )
        return JSONResponse({"den": "soan", "ke": list(begun.remarks)})

    async def fields(self, request: Request) -> Response:
        """The sheet in which a person says what the fields are."""
        from kcdocs.api import templates  # noqa: PLC0415 - the page starts without it

        kept = self._desk.file(request.path_params["key"])
        self._folder.mkdir(mode=0o700, exist_ok=True)
        out = self._folder / f"{kept.key}.xlsx"
        await run_in_threadpool(partial(templates.write_field_sheet, kept.path, out, force=True))
        name = f"Các trường của {kept.path.stem}.xlsx"
        return FileResponse(out, media_type=MEDIA["xlsx"], filename=name)

    async def verdict(self, request: Request) -> Response:
        """Whether a finished document is as kcdocs made it."""
        from kcdocs.api import verify  # noqa: PLC0415 - the page starts without it

        kept = self._desk.file(request.path_params["key"])
        found = await run_in_threadpool(verify.verify, kept.path)
        return self._page(
            "xac-minh.html",
            file=kept,
            said=_VERDICTS[found.verdict.value],
            good=found.good,
            made=found.provenance,
            findings=[finding_words(item) for item in found.findings],
        )


def _where(fault: Any) -> str:
    """The words that a fault stands in."""
    return f"{fault.before}{fault.shown}{fault.after}".strip()
