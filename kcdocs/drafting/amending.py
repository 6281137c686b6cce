"""The amending decree as Word: what its commands say, what a record knows beside them, space for the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kcdocs.drafting.drafter import Drafter
from kcdocs.errors import ExitCode, KcdocsError
from kcdocs.law.issuers import Issuer, issuer_of, symbol
from kcdocs.model.catalogue import Catalogue
from kcdocs.model.citation import Citation
from kcdocs.model.consolidated import Paragraph, Setting
from kcdocs.model.record import Record, Value
from kcdocs.records.reading import read_records

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


class NoSetError(KcdocsError):
    """An amending instrument that no set of templates is for."""

    type_: str

    code = "AM005"
    exit_code = ExitCode.USAGE
    words = "Chưa có bộ mẫu Word cho {kind} sửa đổi; mới có bộ mẫu nghị định sửa đổi."
    mend = "Ghi ra tệp .txt rồi trình bày bằng tay."

    @property
    def kind(self) -> str:
        """The type of the instrument as a sentence has it."""
        return self.type_.lower() or "văn bản"


class NoSingleRecordError(KcdocsError):
    """A file that should hold one record."""

    name: str
    count: int

    code = "AM006"
    exit_code = ExitCode.DATA
    words = "Tệp «{name}» có {count} hồ sơ; cần đúng một."
    mend = "Tách hồ sơ ra một tệp riêng."


class ForeignFieldsError(KcdocsError):
    """A record that gives what the commands themselves give."""

    name: str
    fields: Sequence[str]

    code = "AM007"
    exit_code = ExitCode.DATA
    words = "Tệp «{name}» ghi {fields}, nhưng các điều và phụ lục do lệnh sửa đổi lập ra."
    mend = "Bỏ các trường đó khỏi tệp."


@dataclass(frozen=True, slots=True)
class AmendingText:
    """What the commands say of an amending instrument.

    Attributes:
        amends: The instrument it amends.
        title: Its title ("sửa đổi, bổ sung …").
        responsible: Who carries it out.
        articles: Heading and paragraphs of each article of commands.
        annexes: Paragraphs of each new annex.
        effective: First day of force; None if open.
    """

    amends: Citation
    title: str
    responsible: str
    articles: Sequence[tuple[str, Sequence[Paragraph]]]
    annexes: Sequence[Sequence[Paragraph]]
    effective: date | None


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


def amending_document(
    text: AmendingText, known: Path | None, day: date, catalogue: Catalogue
) -> WordDocument:
    """An amending decree as Word, by the set of its regime.

    Args:
        text: What its commands say.
        known: A file of any kind with one record of what else is known; None, or a field it lacks, leaves a
            visible space for the drafter.
        day: The document's date, where the record leaves it open; it chooses the regime.
        catalogue: Instruments and institutions with their dates.

    Raises:
        NoSetError: If the instrument is no decree.
        NoSingleRecordError: If the file holds no record or several.
        ForeignFieldsError: If the record gives articles of its own.
        ContractError: If the record does not meet the set's contract.
    """
    drafter = Drafter(SET, catalogue)
    issuer = issuer_of(text.amends)
    if text.amends.type != drafter.newest.type or issuer is None:
        raise NoSetError(text.amends.type)
    given = _record(known, drafter) if known else Record({})
    data = _data(text, given.data, issuer)
    draft = drafter.draft(Record(data, given.places, given.place), day if data["ngay"] == _OPEN else None)
    blank = [name for field, (name, _) in _BLANK.items() if field not in given.data]
    left = (f"Còn để chỗ «{_SPACE}» cho người soạn điền: {', '.join(blank)}.",) if blank else ()
    return WordDocument(drafter.document(draft), draft.version.name, (*left, *draft.remarks))


def _record(known: Path, drafter: Drafter) -> Record:
    """The one record of the file; a sheet has the columns of the set, none of which it must have."""
    records = read_records(known, {**drafter.newest.contract.schema, "required": []})
    if len(records) != 1:
        raise NoSingleRecordError(known.name, len(records))
    if own := [name for name in _PLANNED if name in records[0].data]:
        raise ForeignFieldsError(known.name, own)
    return records[0]


def _data(text: AmendingText, given: Mapping[str, Value], issuer: Issuer) -> dict[str, Value]:
    """The record; an instrument is amended by its own issuer (Law 64/2025/QH15, Article 8.1)."""
    name = issuer.names[0]
    blank = {field: space for field, (_, space) in _BLANK.items()}
    blank["nguoi_ky"] = {"thay_mat": name, **blank["nguoi_ky"]}
    data: dict[str, Value] = {
        "so": _OPEN,
        "ky_hieu": symbol(text.amends.type, issuer),
        "ngay": _OPEN,
        "dia_danh": "Hà Nội",
        "co_quan": {"ten": name},
        "ten_van_ban": text.title[:1].upper() + text.title[1:],
        "tham_quyen": name,
        "ngay_hieu_luc": _OPEN,
        "thi_hanh": [text.responsible],
        **blank,
        **given,
        "dieu": [{"ten": heading, "dong": _rows(rows)} for heading, rows in text.articles],
    }
    if text.effective:
        data["ngay_hieu_luc"] = text.effective
    if text.annexes:
        data["phu_luc_moi"] = [{"dong": _rows(rows)} for rows in text.annexes]
    return data


def _rows(rows: Sequence[Paragraph]) -> list[Value]:
    return [{"kieu": _KINDS[row.setting], "noi_dung": row.text} for row in rows]
