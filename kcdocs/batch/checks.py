"""What can be wrong between records: the same name, number or symbol twice, or of another series."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kcdocs.drafting.reading import NUMBER
from kcdocs.model.finding import Finding, Severity
from kcdocs.records.values import OPEN
from kcdocs.register.nouns import MOST

if TYPE_CHECKING:
    from kcdocs.batch.spool import Item
    from kcdocs.drafting.drafter import Draft
    from kcdocs.model.record import Record
    from kcdocs.register.nouns import Series

_SHOWN = 40

SYMBOL = "ky_hieu"
"""The field that holds a document's symbol."""


def written_number(record: Record) -> int | None:
    """The number a record gives its document; None if it leaves it open, or says something else."""
    said = _said(record)
    if not (said.isascii() and said.isdigit()) or len(said.lstrip("0")) > len(str(MOST)):
        return None
    return int(said) or None


def number_faults(record: Record) -> list[Finding]:
    """What a record writes in place of a number that a register could take or give."""
    said = _said(record)
    if said in {"", OPEN} or written_number(record) is not None:
        return []
    words = f"«{said[:_SHOWN]}» không phải một số từ 1 đến {MOST}."
    return [
        _finding("BT206", record, NUMBER, words, "chỉ ghi số, ví dụ 41; hoặc để trống để sổ đăng ký cấp.")
    ]


def _said(record: Record) -> str:
    value = record.data.get(NUMBER)
    return "" if value is None else str(value).strip()


def series_faults(draft: Draft, series: Series, record: Record) -> list[Finding]:
    """What keeps a record from bearing a number of a series: another symbol, or another year."""
    faults = []
    symbol, expected = str(draft.typed.get(SYMBOL, "")), f"{series.type}-{series.issuer}"
    if symbol != expected:
        words = f"Ký hiệu «{symbol}» không thuộc dãy số «{series}»."
        faults.append(_finding("BT202", record, SYMBOL, words, f"ghi ký hiệu {expected}, hoặc đổi --series."))
    if draft.choice.on.year != series.year:
        words = f"Văn bản năm {draft.choice.on.year} không thuộc dãy số «{series}»."
        faults.append(_finding("BT203", record, "ngay", words, "sửa ngày, hoặc đổi --series."))
    return faults


@dataclass(slots=True)
class Twins:
    """Names, numbers and whole records seen so far, by the row that had them first."""

    _names: dict[int, str] = field(default_factory=dict)
    _numbers: dict[int, str] = field(default_factory=dict)
    _marks: dict[int, str] = field(default_factory=dict)

    def same_record(self, mark: str, row: str, record: Record) -> list[Finding]:
        """That a record says in every field what another said before, by their fingerprints."""
        first = self._marks.setdefault(hash(mark), row)
        if first is row:
            return []
        words = f"Hồ sơ này giống hệt hồ sơ ở {first}, trừ số văn bản."
        mend = "bỏ hàng thừa; nếu đúng là hai văn bản thì thêm --again."
        return [Finding("BT208", Severity.ERROR, record.place, words, mend=mend)]

    def faults(self, item: Item, draft: Draft, record: Record) -> list[Finding]:
        """What an item has that another had before: its number, else its file name."""
        said = draft.typed.get(NUMBER)
        if said and said != OPEN:
            number = (str(said).lstrip("0"), str(draft.typed.get(SYMBOL, "")), item.on.year)
            first = self._numbers.setdefault(hash(number), item.row)
            if first is not item.row:
                words = f"Số {said} của năm {item.on.year} đã dùng cho hồ sơ ở {first}."
                return [_finding("BT204", record, NUMBER, words, "mỗi văn bản cần một số riêng.")]
        first = self._names.setdefault(hash(name_key(item.name)), item.row)
        if first is not item.row:
            words = f"Tên tệp «{item.name}» trùng với hồ sơ ở {first} (không kể chữ hoa, chữ thường)."
            mend = "thêm {stt} hoặc một trường phân biệt vào --pattern, ví dụ «{so}-{ky_hieu}-{stt}»."
            return [Finding("BT205", Severity.ERROR, record.place, words, found=item.name, mend=mend)]
        return []


def name_key(name: str) -> str:
    """What counts of a file's name on every system: case and Unicode form do not."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def _finding(code: str, record: Record, name: str, words: str, mend: str) -> Finding:
    return Finding(code, Severity.ERROR, replace(record.where(name), field=name), words, mend=mend)
