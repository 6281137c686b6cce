"""A dossier put together on the page: what is common, its papers as drafts, what is missing, all made.

A dossier is kept as a draft is: its title, stage, what is common, and which drafts and files are its papers.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse
from starlette.routing import Route

from kcdocs.web import frame
from kcdocs.web.answers import attachment, said_group, said_revision, said_text, told_by_script
from kcdocs.web.drafts import Drafts
from kcdocs.web.errors import NothingThereError
from kcdocs.web.flow import DeskPages
from kcdocs.web.words import at_field, field_titles, plain_remark, pressed

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from kcdocs.api import DossierForm, FormField, PaperForm
    from kcdocs.web.desk import Desk
    from kcdocs.web.drafts import FormDraft
    from kcdocs.web.session import Session

TITLE = "Hồ sơ"


@dataclass(frozen=True, slots=True)
class Whole:
    """A dossier with its papers.

    Attributes:
        form: The dossier as its forms hold it.
        items: The key of each paper's draft or file, with the paper.
    """

    form: DossierForm
    items: tuple[tuple[str, PaperForm], ...]


class DossierFormPages(DeskPages):
    """The pages on which a dossier is put together.

    Args:
        session: The run of the page.
        desk: Where dropped files are.
        folder: The folder of the page.
        drafts: The drafts of its papers.
    """

    def __init__(self, session: Session, desk: Desk, folder: Path, drafts: Drafts) -> None:
        super().__init__(session, desk)
        self.dossiers = Drafts(folder / "ho-so")
        self._drafts = drafts

    def routes(self) -> list[Route]:
        """What stands under each address."""
        one = "/ho-so/lap/{key}"
        return [
            Route("/ho-so", self.begin, methods=["POST"]),
            Route(one, self.form),
            Route(one, self.keep, methods=["POST"]),
            Route(one, self.drop, methods=["DELETE"]),
            Route(f"{one}/gia-tri", self.values),
            Route(f"{one}/van-ban", self.papers),
            Route(f"{one}/van-ban", self.add, methods=["POST"]),
            Route(f"{one}/kiem-tra", self.check, methods=["POST"]),
            Route(f"{one}/lap", self.make, methods=["POST"]),
            Route(f"{one}/tai/{{form}}", self.download),
        ]

    async def begin(self, request: Request) -> Response:
        """Begin a dossier: empty, of an earlier one, or of a record of one."""
        said = await told_by_script(request)
        if key := said_text(said, "ban_nhap"):
            made = self._copied(self.dossiers.draft(key), said_group(said["gia_tri"]))
        elif key := said_text(said, "tep"):
            file, again = self._desk.file(key), bool(said.get("nam_truoc"))
            made = await run_in_threadpool(self._opened, file.path, again=again)
        else:
            made = self.dossiers.begin("", TITLE, {})
        return JSONResponse({"den": f"ho-so/lap/{made.key}"})

    async def form(self, request: Request) -> Response:
        """The dossier: what is common, its papers, what its stage asks for and it has not."""
        from kcdocs.api import dossier, forms  # noqa: PLC0415 - the page starts without them

        kept = self.dossiers.draft(request.path_params["key"])
        whole = self._whole(kept)
        return self._page(
            "lap-ho-so.html",
            dossier=kept,
            fields=await run_in_threadpool(_common, whole),
            stages=dossier.STAGES,
            cards=await run_in_threadpool(forms.gallery),
            files=self._desk.files(),
            absent=await run_in_threadpool(_absent, whole),
        )

    async def values(self, request: Request) -> Response:
        """What was typed, and its revision."""
        kept = self.dossiers.draft(request.path_params["key"])
        return JSONResponse({"lan": kept.revision, "gia_tri": kept.values, "ngay": ""})

    async def keep(self, request: Request) -> Response:
        """Keep what was typed; what is common goes into the drafts of the papers."""
        kept = await run_in_threadpool(self._kept, request.path_params["key"], await told_by_script(request))
        told = {"lan": kept.revision, "luc": frame.clock(kept.changed), "mau": "", "kieu": ""}
        return JSONResponse(told)

    async def papers(self, request: Request) -> Response:
        """How far each paper is."""
        whole = self._whole(self.dossiers.draft(request.path_params["key"]))
        return JSONResponse([await run_in_threadpool(_state_of, key, one) for key, one in whole.items])

    async def add(self, request: Request) -> Response:
        """Add a paper: a draft that has what is common already, or a file made elsewhere; or neither."""
        from kcdocs.api import dossier_forms, forms  # noqa: PLC0415 - the page starts without them

        said = await told_by_script(request)
        kept = await run_in_threadpool(self._kept, request.path_params["key"], said)
        name, file = said_text(said, "bo_mau"), said_text(said, "tep")
        added = []
        if name:
            title = (await run_in_threadpool(forms.entry_form, name)).title
            shared = await run_in_threadpool(dossier_forms.shared_values, name, _group(kept, "chung"))
            draft = self._drafts.begin(name, title, shared, dossier=kept.key)
            added = [{"nhap": draft.key, "tep": "", "ten": ""}]
        elif file:
            found = self._desk.file(file)
            added = [{"nhap": "", "tep": found.key, "ten": found.path.stem}]
        values = kept.values | {"van_ban": [*_listed(kept), *added]}
        kept = self.dossiers.keep(kept.key, kept.revision, values, "")
        return JSONResponse({"lan": kept.revision})

    async def check(self, request: Request) -> Response:
        """Every fault, each with its field, or with its paper."""
        kept = await run_in_threadpool(self._kept, request.path_params["key"], await told_by_script(request))
        return JSONResponse(
            {"lan": kept.revision, "loi_o": await run_in_threadpool(_faults, self._whole(kept))}
        )

    async def make(self, request: Request) -> Response:
        """Make all papers, or tell every fault."""
        from kcdocs.api import dossier_forms  # noqa: PLC0415 - the page starts without it

        kept = await run_in_threadpool(self._kept, request.path_params["key"], await told_by_script(request))
        whole = self._whole(kept)
        if faults := await run_in_threadpool(_faults, whole):
            return JSONResponse({"lan": kept.revision, "loi_o": faults})
        made = await run_in_threadpool(dossier_forms.build, whole.form)
        kept = self.dossiers.made(kept.key, "ho-so.zip", made.data)
        notes = [f"{one.message} {pressed(one)}".strip() for one in made.findings]
        return JSONResponse(
            {
                "lan": kept.revision,
                "loi_o": [],
                "den": f"ho-so/lap/{kept.key}/tai/",
                "ten": f"{len(whole.items)} văn bản và danh mục của hồ sơ",
                "luc": frame.clock(kept.made),
                "ghi_chu": [*notes, *map(plain_remark, made.remarks)],
            }
        )

    async def download(self, request: Request) -> Response:
        """All papers that were last made, or the record of the dossier, to be used again."""
        from kcdocs.api import dossier_forms  # noqa: PLC0415 - the page starts without it

        kept, form = self.dossiers.draft(request.path_params["key"]), request.path_params["form"]
        if form == "json":
            data = await run_in_threadpool(dossier_forms.record_file, self._whole(kept).form)
            return attachment(data, f"Dữ liệu {kept.name[:80]}", form)
        if form != "zip":
            raise NothingThereError("dạng tệp")
        return attachment(self.dossiers.document(kept.key), kept.name[:80], form)

    async def drop(self, request: Request) -> Response:
        """Take a dossier away with the drafts of its papers."""
        kept = self.dossiers.draft(request.path_params["key"])
        for one in _listed(kept):
            if one["nhap"]:
                self._drafts.drop(one["nhap"])
        self.dossiers.drop(kept.key)
        return JSONResponse({"den": "ho-so"})

    def _kept(self, key: str, said: dict[str, Any]) -> FormDraft:
        """Keep what a script sent; what is said anew in common is changed in each paper that had it so."""
        from kcdocs.api import dossier_forms  # noqa: PLC0415 - the page starts without it

        old, values = self.dossiers.draft(key), said_group(said.get("gia_tri"))
        new = self.dossiers.keep(key, said_revision(said), values, "")
        before, after = _group(old, "chung"), _group(new, "chung")
        said_anew = (name for name in after if after[name] != before.get(name))
        changed = {name for name in said_anew if dossier_forms.is_said(after[name])}
        for one in _listed(new) if changed else ():
            if one["nhap"]:
                self._share(self._drafts.draft(one["nhap"]), before, {name: after[name] for name in changed})
        return new

    def _share(self, draft: FormDraft, before: dict[str, Any], after: dict[str, Any]) -> None:
        """Put common values into a draft, but for those that it says in its own way."""
        from kcdocs.api import dossier_forms, forms  # noqa: PLC0415 - the page starts without them

        names = {one.name for one in forms.entry_form(draft.set_name).fields}
        new = {
            name: value
            for name, value in after.items()
            if name in names
            and (
                not dossier_forms.is_said(draft.values.get(name))
                or draft.values.get(name) == before.get(name)
            )
        }
        self._drafts.keep(draft.key, draft.revision, draft.values | new, draft.day)

    def _opened(self, path: Path, *, again: bool) -> FormDraft:
        """A dossier of a record, its papers as drafts."""
        from kcdocs.api import dossier_forms  # noqa: PLC0415 - the page starts without it

        form, left = dossier_forms.opened(path, again=again)
        told = f"Đã lấy dữ liệu từ «{path.name}»."
        told += f" Để ghi lại hoặc chọn lại: {', '.join(left)}." if left else ""
        begun = self.dossiers.begin("", TITLE, {}, told)
        papers = [
            {"nhap": self._drafts.begin(one.set_name, one.title, dict(one.values), dossier=begun.key).key}
            for one in form.papers
        ]
        values = {
            "ten": form.title,
            "giai_doan": form.stage,
            "chung": dict(form.common),
            "van_ban": [one | {"tep": "", "ten": ""} for one in papers],
        }
        return self.dossiers.keep(begun.key, begun.revision, values, "")

    def _copied(self, old: FormDraft, values: dict[str, Any]) -> FormDraft:
        """A dossier of its own with copies of its papers' drafts."""
        begun = self.dossiers.begin("", TITLE, {})
        papers = []
        for one in values.get("van_ban", _listed(old)):
            if one.get("nhap"):
                draft = self._drafts.draft(one["nhap"])
                copy = self._drafts.begin(draft.set_name, draft.title, draft.values, dossier=begun.key)
                papers.append(one | {"nhap": copy.key})
            else:
                papers.append(one)
        return self.dossiers.keep(begun.key, begun.revision, values | {"van_ban": papers}, "")

    def _whole(self, kept: FormDraft) -> Whole:
        """The dossier with the values of its drafts; a paper that is gone is a file that is not there."""
        from kcdocs.api import DossierForm, PaperForm, forms  # noqa: PLC0415 - the page starts without them

        items: list[tuple[str, PaperForm]] = []
        for one in _listed(kept):
            try:
                if one["nhap"]:
                    draft = self._drafts.draft(one["nhap"])
                    day = forms.day_of(draft.day)
                    items.append((draft.key, PaperForm(draft.set_name, draft.values, draft.title, day=day)))
                else:
                    file = self._desk.file(one["tep"])
                    items.append(
                        (file.key, PaperForm("", title=one["ten"] or file.path.stem, file=file.path))
                    )
            except NothingThereError:
                items.append(("", PaperForm("", title=one["ten"] or "văn bản đã xóa")))
        title, stage = str(kept.values.get("ten") or TITLE), str(kept.values.get("giai_doan") or "")
        form = DossierForm(title, stage, _group(kept, "chung"), tuple(one for _, one in items))
        return Whole(form, tuple(items))


def _listed(kept: FormDraft) -> list[dict[str, str]]:
    """The papers of a dossier, each with the key of its draft or of its file."""
    listed: list[dict[str, str]] = kept.values.get("van_ban", [])
    return listed


def _group(kept: FormDraft, name: str) -> dict[str, Any]:
    group: dict[str, Any] = kept.values.get(name) or {}
    return group


def _sets(whole: Whole) -> list[str]:
    return [one.set_name for _, one in whole.items if one.set_name]


def _common(whole: Whole) -> tuple[FormField, ...]:
    """The fields of what is common: of the papers that are there and those that the stage asks for."""
    from kcdocs.api import dossier_forms  # noqa: PLC0415 - the page starts without it

    asked = [name for _, name in _absent(whole) if name]
    held = [name for name, value in whole.form.common.items() if dossier_forms.is_said(value)]
    return dossier_forms.common_fields([*_sets(whole), *asked], held)


def _absent(whole: Whole) -> tuple[tuple[str, str], ...]:
    """What the stage asks for and the dossier has not, by the titles of its papers."""
    from kcdocs.api import dossier_forms  # noqa: PLC0415 - the page starts without it

    return dossier_forms.suggested(whole.form.stage, [one.title for _, one in whole.items])


def _state_of(key: str, one: PaperForm) -> dict[str, object]:
    """How far a paper is, as the page shows it."""
    from kcdocs.api import forms  # noqa: PLC0415 - the page starts without it

    if not one.set_name:
        words = "tệp lập ở nơi khác" if one.file else "không còn"
        return {"khoa": key, "ten": one.title, "loi": 0 if one.file else 1, "soan": False, "noi": words}
    count = len(forms.check_values(one.set_name, one.values, day=one.day))
    words = f"còn {count} chỗ cần sửa" if count else "đủ để lập"
    return {"khoa": key, "ten": one.title, "loi": count, "soan": True, "noi": words}


def _faults(whole: Whole) -> list[dict[str, str]]:
    """What keeps the dossier from being made: those of a paper as one line, those between papers each."""
    from kcdocs.api import dossier_forms, forms  # noqa: PLC0415 - the page starts without them

    if not whole.items:
        return [{"o": "", "loi": "Hồ sơ chưa có văn bản nào.", "chua": "Bấm «Thêm văn bản».", "ma": ""}]
    found = dossier_forms.check(whole.form)
    titles = field_titles(_common(whole)) | {
        name: title
        for one in dict.fromkeys(_sets(whole))
        for name, title in field_titles(forms.entry_form(one).fields).items()
    }
    told: dict[str, list[dict[str, str]]] = {}
    for finding in found:
        place, _, rest = finding.place.field.partition(".")
        alone = place.startswith("van_ban[") and rest and not finding.code.startswith("DS")
        told.setdefault(place if alone else finding.place.field, []).append(at_field(finding, titles))
    return [_told(place, every, whole) for place, every in told.items()]


def _told(place: str, every: list[dict[str, str]], whole: Whole) -> dict[str, str]:
    """The faults at one place as one line; a paper by its number and what it is."""
    if not place.startswith("van_ban["):
        return every[0]
    number = int(place[len("van_ban[") :].partition("]")[0])
    name = f"Văn bản {number}, «{whole.items[number - 1][1].title}»"
    if len(every) == 1:
        return every[0] | {"loi": f"{name}: {every[0]['loi']}"}
    words = f"{name}: còn {len(every)} chỗ cần sửa."
    return {
        "o": place,
        "loi": words,
        "chua": "Bấm «Soạn» ở văn bản này để sửa từng chỗ.",
        "ma": every[0]["ma"],
    }
