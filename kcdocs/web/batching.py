"""Batches on the page: choose numbers, check the sheet, make the documents, look at the list."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from kcdocs.web import frame, limits
from kcdocs.web.answers import MEDIA, disposition, told_by_script
from kcdocs.web.batches import Batches, PageBatch
from kcdocs.web.errors import NothingThereError, UnclearRequestError
from kcdocs.web.flow import DeskPages
from kcdocs.web.jobs import Jobs, JobStage, JobState

if TYPE_CHECKING:
    from starlette.requests import Request

    from kcdocs.api import ListedDocument, SetFit
    from kcdocs.web.desk import Desk
    from kcdocs.web.session import Session

STEPS = {
    "kiem-tra": "Đang kiểm tra bảng",
    "lap": "Đang lập văn bản",
    "pdf": "Đang chuyển sang PDF",
    "gop": "Đang gộp",
    "doi-chieu": "Đang xác minh",
}
"""Step of a job → how the page tells it."""

_FILES = {"danh-dau": "danh-dau.xlsx", "zip": "van-ban.zip", "gop": "gop.docx"}


class BatchPages(DeskPages):
    """The pages of batches, and what they ask for.

    Args:
        session: The run of the page.
        desk: Where dropped files are.
        folder: The folder of the page.
        jobs: Does the work.
    """

    def __init__(self, session: Session, desk: Desk, folder: Path, jobs: Jobs) -> None:
        super().__init__(session, desk)
        self.batches = Batches(folder, jobs)

    def routes(self) -> list[Route]:
        """What stands under each address."""
        one = "/hang-loat/{key}"
        return [
            Route("/hang-loat", self.every),
            Route("/hang-loat", self.begin, methods=["POST"]),
            Route(one, self.look),
            Route(one, self.drop, methods=["DELETE"]),
            Route(f"{one}/tien-do", self.progress),
            Route(f"{one}/kiem-tra", self.check, methods=["POST"]),
            Route(f"{one}/tep", self.other_file, methods=["POST"]),
            Route(f"{one}/lap", self.make, methods=["POST"]),
            Route(f"{one}/dung", self.stop, methods=["POST"]),
            Route(f"{one}/xac-minh", self.prove, methods=["POST"]),
            Route(f"{one}/tai/{{what}}", self.download),
            Route(f"{one}/van-ban/{{number:int}}", self.document),
        ]

    def listed(self, most: int | None = None) -> list[dict[str, Any]]:
        """Batches as lists show them, the latest first."""
        return [{"batch": item, "words": self.batches.words(item)} for item in self.batches.every()[:most]]

    async def every(self, request: Request) -> Response:
        """All batches."""
        del request
        return self._page("hang-loat.html", batches=self.listed())

    async def begin(self, request: Request) -> Response:
        """Begin a batch with a file that was dropped."""
        said = await told_by_script(request)
        file = self._desk.file(_text(said, "tep"))
        fits = {fit.name: fit for fit in await run_in_threadpool(_fits, file.path)}
        if (fit := fits.get(_text(said, "bo_mau"))) is None:
            raise UnclearRequestError("chưa rõ mẫu nào")
        batch = self.batches.begin(fit, file.path)
        return JSONResponse({"den": f"hang-loat/{batch.key}"})

    async def look(self, request: Request) -> Response:
        """A batch, as far as it is."""
        batch = self.batches.batch(request.path_params["key"])
        checked, made = self.batches.state(batch, "kiem-tra"), self.batches.state(batch, "lap")
        shown: dict[str, Any] = {
            "batch": batch,
            "checked": checked,
            "made": made,
            "proved": None,
            "steps": STEPS,
        }
        if made and made.stage is JobStage.DONE:
            lines = await run_in_threadpool(_listed, batch)
            shown |= _found(
                lines, request.query_params.get("tim", ""), request.query_params.get("trang", "1")
            )
            shown |= {"proved": self.batches.state(batch, "xac-minh"), "there": self._there(batch)}
            return self._page("dot-xong.html", **shown)
        if made:
            return self._page("dot-lap.html", **shown)
        series, office = await run_in_threadpool(_series), await run_in_threadpool(_office)
        return self._page("dot.html", series=series, office=office, **shown)

    async def progress(self, request: Request) -> Response:
        """How far the work at hand is, in words."""
        batch = self.batches.batch(request.path_params["key"])
        states = [self.batches.state(batch, kind) for kind in ("kiem-tra", "lap", "xac-minh")]
        at_work = [state for state in states if state and not state.over]
        if not at_work:
            return JSONResponse({"xong": True})
        return JSONResponse(
            {"xong": False, "loi": progress_words(at_work[0]), "da": at_work[0].done, "tren": at_work[0].of}
        )

    async def check(self, request: Request) -> Response:
        """Take what was chosen and check the data."""
        from kcdocs.api import forms, register  # noqa: PLC0415 - the page starts without it

        batch = self.batches.batch(request.path_params["key"])
        said = await told_by_script(request)
        series = _text(said, "day_so").strip()
        day = _text(said, "ngay").strip()
        on = forms.day_of(day) if day else None
        if day and on is None:
            raise UnclearRequestError(f"«{day}» không phải một ngày; xin ghi như 27/12/2024")
        if first := said.get("dau"):
            if not isinstance(first, int):
                raise UnclearRequestError("số kế tiếp phải là một số")
            await run_in_threadpool(register.open_series, series, first)
        batch = replace(batch, series=series, day=on.isoformat() if on else "", again=said.get("lai") is True)
        self.batches.keep(replace(batch, skipping=said.get("bo_sai") is True))
        self.batches.check(self.batches.batch(batch.key))
        return self._to(batch)

    async def other_file(self, request: Request) -> Response:
        """Take a mended file of data and check it."""
        batch = self.batches.batch(request.path_params["key"])
        if self.batches.state(batch, "lap"):
            raise UnclearRequestError("đợt này đã bắt đầu lập; dữ liệu khác thì lập đợt khác")
        file = self._desk.file(_text(await told_by_script(request), "tep"))
        counts = {fit.name: fit.records for fit in await run_in_threadpool(_fits, file.path)}
        batch = self.batches.replace_data(batch, file.path, counts.get(batch.set_name, 0))
        self.batches.check(batch)
        return self._to(batch)

    async def make(self, request: Request) -> Response:
        """Make the documents, or what is missing of them."""
        batch = self.batches.batch(request.path_params["key"])
        said = await told_by_script(request)
        chosen = {
            name: said[key] is True
            for key, name in (("pdf", "pdf"), ("nen", "bundled"), ("gop", "merged"))
            if key in said
        }
        batch = replace(batch, **chosen)  # type: ignore[arg-type]
        self.batches.keep(batch)
        checked = self.batches.state(batch, "kiem-tra")
        count = checked.result.get("so_van_ban", 0) if checked else 0
        if not count:
            raise UnclearRequestError("bảng chưa được kiểm tra, hoặc còn lỗi")
        self.batches.make(batch, count)
        return self._to(batch)

    async def stop(self, request: Request) -> Response:
        """Stop what is being done; it can be gone on with."""
        batch = self.batches.batch(request.path_params["key"])
        self.batches.stop(batch)
        return self._to(batch)

    async def prove(self, request: Request) -> Response:
        """Verify the documents."""
        batch = self.batches.batch(request.path_params["key"])
        self.batches.prove(batch)
        return self._to(batch)

    async def drop(self, request: Request) -> Response:
        """Forget a batch; its documents and numbers stay."""
        self.batches.drop(self.batches.batch(request.path_params["key"]))
        return JSONResponse({"den": "hang-loat"})

    async def download(self, request: Request) -> Response:
        """The marked copy, the ZIP file, the merged file or the manifest."""
        batch, what = self.batches.batch(request.path_params["key"]), request.path_params["what"]
        stem = Path(batch.out).name
        if what == "bang-ke":
            return _file(Path(batch.out) / "bang-ke.xlsx", f"Bảng kê {stem}")
        if what not in _FILES:
            raise NothingThereError("tệp")
        name = {
            "danh-dau": f"{Path(batch.file).stem} (đánh dấu lỗi)",
            "zip": stem,
            "gop": f"{stem} (gộp để in)",
        }[what]
        return _file(self.batches.home(batch.key) / _FILES[what], name)

    async def document(self, request: Request) -> Response:
        """One document of a batch, by its place in the list."""
        batch, number = self.batches.batch(request.path_params["key"]), request.path_params["number"]
        return _file(*await run_in_threadpool(_document, batch, number))

    def _there(self, batch: PageBatch) -> dict[str, bool]:
        home = self.batches.home(batch.key)
        return {what: (home / name).is_file() for what, name in _FILES.items()}

    def _to(self, batch: PageBatch) -> Response:
        return JSONResponse({"den": f"hang-loat/{batch.key}"})


def progress_words(state: JobState) -> str:
    """How far a job is, how fast it goes and how long it will take, for people."""
    if state.stage is JobStage.WAITING:
        return "Đang chờ việc khác xong."
    words = STEPS.get(state.step, "Đang bắt đầu")
    if state.done:
        words += f": {frame.thousands(state.done)}" + (
            f" trên {frame.thousands(state.of)}" if state.of else ""
        )
    if state.rate >= 1:
        words += f", {frame.thousands(round(state.rate))} mỗi giây"
    return words + (f", còn khoảng {frame.span(state.left)}" if state.left else "") + "."


def _fits(data: Path) -> tuple[SetFit, ...]:
    from kcdocs.api import forms  # noqa: PLC0415 - the page starts without it

    return forms.sets_for(data)


def _series() -> list[tuple[str, int]]:
    from kcdocs.api import register  # noqa: PLC0415 - the page starts without it

    return [(str(series), following) for series, following in register.every_series()]


def _office() -> bool:
    from kcdocs.api import looking  # noqa: PLC0415 - the page starts without it

    return looking.office_installed()


def _listed(batch: PageBatch) -> tuple[ListedDocument, ...]:
    from kcdocs.api import batch as batch_use  # noqa: PLC0415 - the page starts without it

    return batch_use.listed(batch.out)


def _document(batch: PageBatch, number: int) -> tuple[Path, str]:
    """A document by its place in the list, and its name; nothing outside the folder of the batch."""
    lines, out = _listed(batch), Path(batch.out).resolve()
    if not (0 < number <= len(lines) and lines[number - 1].file):
        raise NothingThereError("văn bản")
    path = (out / lines[number - 1].file).resolve()
    if not path.is_relative_to(out):
        raise NothingThereError("văn bản")
    return path, path.stem


def _found(lines: tuple[ListedDocument, ...], words: str, page: str) -> dict[str, Any]:
    """The lines that hold all of some words, a page of them."""
    from kcdocs.text.normalise import bare  # noqa: PLC0415 - the page starts without it

    wanted = bare(words).split()
    found = [
        (number, line)
        for number, line in enumerate(lines, 1)
        if all(word in bare(f"{line.row} {line.file} {line.number} {line.verdict}") for word in wanted)
    ]
    pages = max(1, -(-len(found) // limits.LISTED))
    at = min(int(page), pages) if page.isascii() and page.isdigit() and int(page) else 1
    shown = found[(at - 1) * limits.LISTED : at * limits.LISTED]
    return {
        "lines": shown,
        "found": len(found),
        "words": words,
        "page": at,
        "pages": pages,
        "total": len(lines),
    }


def _file(path: Path, name: str) -> Response:
    if not path.is_file():
        raise NothingThereError("tệp")
    form = path.suffix.removeprefix(".")
    return FileResponse(
        path, headers={"content-disposition": disposition(name, form)}, media_type=MEDIA[form]
    )


def _text(said: dict[str, Any], name: str) -> str:
    value = said.get(name, "")
    if not isinstance(value, str):
        raise UnclearRequestError("dữ liệu gửi lên không đọc được")
    return value
