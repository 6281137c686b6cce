"""Drafting on the page: the gallery of sets, the form, its faults, its pages, its document."""

from __future__ import annotations

import time
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kcdocs.errors import KcdocsError
from kcdocs.web import frame
from kcdocs.web.answers import (
    attachment,
    fault_words,
    said_group,
    said_revision,
    said_text,
    told_by_script,
)
from kcdocs.web.drafts import Drafts, FormDraft
from kcdocs.web.errors import NothingThereError
from kcdocs.web.flow import DeskPages
from kcdocs.web.previews import Previews
from kcdocs.web.words import at_field, field_titles, plain_remark

if TYPE_CHECKING:
    from datetime import date

    from starlette.requests import Request

    from kcdocs.api import EntryForm
    from kcdocs.web.desk import Desk, KeptFile
    from kcdocs.web.session import Session


DATA = frozenset({".yaml", ".yml", ".json", ".jsonl", ".xlsx", ".csv"})
"""Endings of files that hold data for documents."""


class DraftPages(DeskPages):
    """The pages of drafting, and what they ask for.

    Args:
        session: The run of the page.
        desk: Where dropped files are.
        folder: The folder of the page.
    """

    def __init__(self, session: Session, desk: Desk, folder: Path) -> None:
        super().__init__(session, desk)
        self.drafts = Drafts(folder / "nhap")
        self._previews = Previews(folder)

    def routes(self) -> list[Route]:
        """What stands under each address."""
        one = "/soan/ban-nhap/{key}"
        return [
            Route("/soan", self.gallery),
            Route("/soan", self.begin, methods=["POST"]),
            Route("/soan/hinh/{name}", self.picture),
            Route(one, self.form),
            Route(one, self.keep, methods=["POST"]),
            Route(one, self.drop, methods=["DELETE"]),
            Route(f"{one}/gia-tri", self.values),
            Route(f"{one}/kiem-tra", self.check, methods=["POST"]),
            Route(f"{one}/lap", self.make, methods=["POST"]),
            Route(f"{one}/tai/{{form}}", self.download),
            Route(f"{one}/trang", self.look),
            Route(f"{one}/trang/{{name}}/{{number:int}}", self.page),
        ]

    async def gallery(self, request: Request) -> Response:
        """All sets by type, each with a picture of its first page, and the drafts that were begun."""
        from kcdocs.api import forms  # noqa: PLC0415 - the page starts without it

        del request
        cards = await run_in_threadpool(forms.gallery)
        types = Counter(card.type for card in cards).most_common()  # types of one set stand last
        groups = [(type_, [card for card in cards if card.type == type_]) for type_, _ in types]
        return self._page("soan.html", groups=groups, drafts=self.drafts.every())

    async def picture(self, request: Request) -> Response:
        """The first page of a set's example."""
        from kcdocs.api import forms  # noqa: PLC0415 - the page starts without it

        name = request.path_params["name"]
        if name not in {card.version for card in await run_in_threadpool(forms.gallery)}:
            raise NothingThereError("bộ mẫu")
        made = await run_in_threadpool(self._previews.first_page, partial(forms.example_document, name))
        return Response(made, media_type="image/png") if made else Response(status_code=204)

    async def begin(self, request: Request) -> Response:
        """Begin a draft: empty, of an earlier draft, or of a file of data."""
        from kcdocs.api import forms  # noqa: PLC0415 - the page starts without it

        said = await told_by_script(request)
        if key := said_text(said, "ban_nhap"):
            old = self.drafts.draft(key)
            values = said.get("gia_tri", old.values)
            made = self.drafts.begin(old.set_name, old.title, said_group(values), said_text(said, "ke"))
            return JSONResponse({"den": f"soan/ban-nhap/{made.key}"})
        name = said_text(said, "bo_mau")
        form = await run_in_threadpool(forms.entry_form, name)
        values, told = {}, ""
        if key := said_text(said, "tep"):
            file, again = self._desk.file(key), bool(said.get("nam_truoc"))
            values, left = await run_in_threadpool(partial(forms.values_of, name, file.path, again=again))
            told = f"Đã lấy dữ liệu từ «{file.name}»."
            told += f" Chưa có trong biểu mẫu này, xin xem lại: {', '.join(left)}." if left else ""
        made = self.drafts.begin(name, form.title, values, told)
        return JSONResponse({"den": f"soan/ban-nhap/{made.key}"})

    async def file(self, kept: KeptFile, size: int) -> Response:
        """A file of data that was dropped: which sets it is for."""
        from kcdocs.api import dossier_forms, forms  # noqa: PLC0415 - the page starts without them

        if await run_in_threadpool(dossier_forms.may_open, kept.path):
            return self._page("du-lieu.html", file=kept, size=size, fits=(), fault=None, dossier=True)
        page = partial(self._page, "du-lieu.html", file=kept, size=size, dossier=False)
        try:
            return page(fits=await run_in_threadpool(forms.sets_for, kept.path), fault=None)
        except KcdocsError as fault:
            return page(fits=(), fault=fault_words(fault))

    async def form(self, request: Request) -> Response:
        """The form, by the version for its date; what was typed comes behind, by `values`."""
        draft = self.drafts.draft(request.path_params["key"])
        form = await run_in_threadpool(_form_of, draft)
        return self._page("bieu-mau.html", draft=draft, form=form, today=frame.day(time.time()))

    async def values(self, request: Request) -> Response:
        """What was typed, and its revision."""
        draft = self.drafts.draft(request.path_params["key"])
        return JSONResponse({"lan": draft.revision, "gia_tri": draft.values, "ngay": draft.day})

    async def keep(self, request: Request) -> Response:
        """Keep what was typed; says by which version the form now is."""
        draft = self._kept(request.path_params["key"], await told_by_script(request))
        form = await run_in_threadpool(_form_of, draft)
        return JSONResponse(
            {
                "lan": draft.revision,
                "luc": frame.clock(draft.changed),
                "mau": form.version,
                "kieu": form.period,
            }
        )

    async def check(self, request: Request) -> Response:
        """Every fault of what was typed, each with its field."""
        draft = self._kept(request.path_params["key"], await told_by_script(request))
        faults = await run_in_threadpool(_faults, draft)
        return JSONResponse({"lan": draft.revision, "loi_o": faults})

    async def make(self, request: Request) -> Response:
        """Make the document, or tell every fault."""
        from kcdocs.api import forms  # noqa: PLC0415 - the page starts without it

        draft = self._kept(request.path_params["key"], await told_by_script(request))
        if faults := await run_in_threadpool(_faults, draft):
            return JSONResponse({"lan": draft.revision, "loi_o": faults})
        day = _expected(draft)
        made = await run_in_threadpool(partial(forms.fill_values, draft.set_name, draft.values, day=day))
        draft = self.drafts.made(draft.key, made.file, made.data)
        return JSONResponse(
            {
                "lan": draft.revision,
                "loi_o": [],
                "den": f"soan/ban-nhap/{draft.key}/tai/",
                "ten": made.file,
                "luc": frame.clock(draft.made),
                "ghi_chu": [*map(plain_remark, made.remarks)],
            }
        )

    async def download(self, request: Request) -> Response:
        """The document that was last made, as Word or PDF; or what was typed, to be used again."""
        from kcdocs.api import forms, looking  # noqa: PLC0415 - the page starts without it

        draft, form = self.drafts.draft(request.path_params["key"]), request.path_params["form"]
        stem = Path(draft.file).stem or draft.set_name
        if form == "json":
            make = partial(forms.record_file, draft.values, draft.set_name, day=_expected(draft))
            return attachment(await run_in_threadpool(make), f"Dữ liệu {stem}", form)
        document = self.drafts.document(draft.key)
        if form == "pdf":
            document = await run_in_threadpool(looking.as_pdf, document)
        elif form != "docx":
            raise NothingThereError("dạng tệp")
        return attachment(document, stem, form)

    async def drop(self, request: Request) -> Response:
        """Take a draft away."""
        self.drafts.drop(request.path_params["key"])
        return JSONResponse({"den": "soan"})

    async def look(self, request: Request) -> Response:
        """The document as it would be now: how many page pictures there are, and its text."""
        draft = self.drafts.draft(request.path_params["key"])
        try:
            found = await run_in_threadpool(self._looked, draft)
        except KcdocsError as fault:
            return JSONResponse({"chua": fault_words(fault)["words"]})
        return JSONResponse(found)

    async def page(self, request: Request) -> Response:
        """A page picture."""
        self.drafts.draft(request.path_params["key"])
        found = self._previews.page(request.path_params["name"], request.path_params["number"])
        if found is None:
            raise NothingThereError("trang")
        return Response(found, media_type="image/png")

    def _looked(self, draft: FormDraft) -> dict[str, Any]:
        from kcdocs.api import forms, looking  # noqa: PLC0415 - the page starts without it

        document = forms.rough_values(draft.set_name, draft.values, day=_expected(draft))
        name, pages = self._previews.pages(document)
        lines = [
            [line.text, str(line.align), line.bold]
            for line in looking.lines_of(document)
            if line.text.strip()
        ]
        return {"ten": name, "trang": len(pages) if pages else 0, "chu": lines}

    def _kept(self, key: str, said: dict[str, Any]) -> FormDraft:
        """Keep what a script sent of a draft."""
        values, day = said_group(said.get("gia_tri")), said_text(said, "ngay")
        return self.drafts.keep(key, said_revision(said), values, day)


def _form_of(draft: FormDraft) -> EntryForm:
    from kcdocs.api import forms  # noqa: PLC0415 - the page starts without it

    return forms.entry_form(draft.set_name, draft.values, day=_expected(draft))


def _faults(draft: FormDraft) -> list[dict[str, str]]:
    from kcdocs.api import forms  # noqa: PLC0415 - the page starts without it

    found = forms.check_values(draft.set_name, draft.values, day=_expected(draft))
    titles = field_titles(_form_of(draft).fields) if found else {}
    return [at_field(finding, titles) for finding in found]


def _expected(draft: FormDraft) -> date | None:
    from kcdocs.api import forms  # noqa: PLC0415 - the page starts without it

    return forms.day_of(draft.day)
