"""Write the amending instrument that makes a rewritten draft of an original: as text and as Word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kcdocs.amend.errors import ForeignFieldsError, NoSetError, NoSingleRecordError, NothingToAmendError
from kcdocs.amend.plan import Plan, plan_commands
from kcdocs.amend.write import Written, write_articles
from kcdocs.api.decrees import named
from kcdocs.api.reading import open_articles
from kcdocs.decrees import catalogue
from kcdocs.decrees.errors import NamelessTextError
from kcdocs.diff.compare import compare
from kcdocs.files import AnyPath
from kcdocs.law.issuers import Issuer, issuer_of, symbol
from kcdocs.model.citation import Citation
from kcdocs.model.consolidated import Paragraph, Setting
from kcdocs.model.finding import Finding
from kcdocs.model.record import Record

if TYPE_CHECKING:
    from kcdocs.model.record import Value
    from kcdocs.sources.options import Options

SET = "nghi-dinh-sua-doi"
"""The set of the amending decree."""

_OPEN = "để trống"
_SPACE = "…………"
_KINDS = {
    Setting.HEADING: "tên điều",
    Setting.CHAPTER: "giữa",
    Setting.TITLE: "giữa",
    Setting.CENTRED: "giữa",
    Setting.ITALIC: "nghiêng giữa",
    Setting.BODY: "thường",
}
_PLANNED = ("dieu", "phu_luc_moi")
_BLANK: dict[str, tuple[str, Any]] = {
    "can_cu": ("căn cứ ban hành", [f"{_SPACE} (người soạn ghi căn cứ)"]),
    "de_nghi": ("người đề nghị", [{"chuc_vu": _SPACE}]),
    "noi_nhan": ("nơi nhận", [_SPACE]),
    "luu": ("đơn vị soạn thảo", {"don_vi": _SPACE}),
    "nguoi_ky": ("người ký", {"hinh_thuc": "trực tiếp", "chuc_vu": _SPACE, "ho_ten": _SPACE}),
}
"""What only the drafter knows: field → its name, and the visible space left for it."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """An amending instrument planned and written.

    Attributes:
        plan: The commands, and what stands where instead of being renumbered or moved.
        written: The body of the instrument.
        amends: The instrument it amends.
        effective: First day of force, None if open.
        findings: What goes with both texts: which text of the store was used, what of a file was not read.
    """

    plan: Plan
    written: Written
    amends: Citation
    effective: date | None
    findings: tuple[Finding, ...] = ()

    def text(self) -> str:
        """The instrument as plain text, one paragraph a line; header and signature are the registry's."""
        title = self.written.title[:1].upper() + self.written.title[1:]
        rows = [self.amends.type.upper(), title, *self.written.articles, *self.written.annexes]
        return "".join(f"{row}\n" for row in rows)


@dataclass(frozen=True, slots=True)
class WordDocument:
    """An amending instrument as Word.

    Attributes:
        data: The file.
        set_name: Set and version it was made from.
        remarks: What the user should know about it, in Vietnamese.
    """

    data: bytes
    set_name: str
    remarks: tuple[str, ...]


def plan(
    original: AnyPath,
    draft: AnyPath,
    *,
    effective: date | None = None,
    number: str = "",
    as_of: date | None = None,
    how: Options | None = None,
) -> Drafted:
    """Plan and write the amending instrument that makes a rewritten draft of an original.

    Args:
        original: A file or a citation; its number must be known.
        draft: The rewritten text, a file or a citation.
        effective: First day of force; None leaves it open.
        number: The number of the original, where its file does not say it.
        as_of: Which edition of a stored original.
        how: How files are read; None for the usual way.

    Raises:
        NamelessTextError: If the original does not say its number.
        UnplannableError: If no commands reach the draft.
        NothingToAmendError: If the draft is no other than the original.
    """
    old = named(open_articles(original, as_of=as_of, how=how), number)
    new = open_articles(draft, how=how)
    if not old.citation.number:
        raise NamelessTextError(old.name)
    planned = plan_commands(compare(old, new))
    if not planned.operations:
        raise NothingToAmendError(new.name)
    written = write_articles(planned.operations, old.citation, effective=effective)
    return Drafted(planned, written, old.citation, effective, (*old.told, *new.told))


def word(drafted: Drafted, known: AnyPath | None, day: date) -> WordDocument:
    """An amending decree as Word, by the set of its regime.

    Args:
        drafted: The instrument.
        known: A record with what else is known (legal bases, who proposes, recipients, who signs); None, or
            a field it lacks, leaves a visible space for the drafter.
        day: The document's date, where the record leaves it open; it chooses the regime.

    Raises:
        NoSetError: If the instrument is no decree.
        NoSingleRecordError: If the file holds no record or several.
        ForeignFieldsError: If the record gives articles of its own.
        ContractError: If the record does not meet the set's contract.
    """
    from kcdocs.drafting.drafter import Drafter  # noqa: PLC0415 - only where Word is asked for

    drafter = Drafter(SET, catalogue.load_catalogue())
    issuer = issuer_of(drafted.amends)
    if drafted.amends.type != drafter.type or issuer is None:
        raise NoSetError(drafted.amends.type)
    given = _record(Path(known) if known is not None else None)
    data = _data(drafted, given.data, issuer)
    draft = drafter.draft(Record(data, given.places, given.place), day if data["ngay"] == _OPEN else None)
    blank = [name for field, (name, _) in _BLANK.items() if field not in given.data]
    left = (f"Còn để chỗ «{_SPACE}» cho người soạn điền: {', '.join(blank)}.",) if blank else ()
    return WordDocument(drafter.document(draft), draft.version.name, (*left, *draft.remarks))


def _record(known: Path | None) -> Record:
    if known is None:
        return Record({})
    from kcdocs.records.reading import read_records  # noqa: PLC0415 - only where a record is given

    records = read_records(known)
    if len(records) != 1:
        raise NoSingleRecordError(known.name, len(records))
    if own := [name for name in _PLANNED if name in records[0].data]:
        raise ForeignFieldsError(known.name, own)
    return records[0]


def _data(drafted: Drafted, given: Mapping[str, Value], issuer: Issuer) -> dict[str, Value]:
    """The record; an instrument is amended by its own issuer (Law 64/2025/QH15, Article 8.1)."""
    written, name = drafted.written, issuer.names[0]
    blank = {field: space for field, (_, space) in _BLANK.items()}
    blank["nguoi_ky"] = {"thay_mat": name, **blank["nguoi_ky"]}
    data: dict[str, Value] = {
        "so": _OPEN,
        "ky_hieu": symbol(drafted.amends.type, issuer),
        "ngay": _OPEN,
        "dia_danh": "Hà Nội",
        "co_quan": {"ten": name},
        "ten_van_ban": written.title[:1].upper() + written.title[1:],
        "tham_quyen": name,
        "ngay_hieu_luc": _OPEN,
        "thi_hanh": [written.responsible],
        **blank,
        **given,
        "dieu": [{"ten": item.heading, "dong": _rows(item.rows)} for item in written.commands],
    }
    if drafted.effective:
        data["ngay_hieu_luc"] = drafted.effective
    if written.attached:
        data["phu_luc_moi"] = [{"dong": _rows(rows)} for rows in written.attached]
    return data


def _rows(rows: tuple[Paragraph, ...]) -> list[Value]:
    return [{"kieu": _KINDS[row.setting], "noi_dung": row.text} for row in rows]
