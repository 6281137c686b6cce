"""What can be wrong between records: the same name, number or symbol twice, or of another series."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kcdocs.batch import limits
from kcdocs.codes import Declared
from kcdocs.drafting.reading import NUMBER
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.records.values import OPEN
from kcdocs.register.limits import MOST_NUMBER

if TYPE_CHECKING:
    from kcdocs.batch.spool import PlannedItem
    from kcdocs.drafting.drafter import Draft
    from kcdocs.model.record import Record
    from kcdocs.register.nouns import Series


SYMBOL = "ky_hieu"
"""The field that holds a document's symbol."""


_NO_NUMBER = Declared(
    "BT206",
    Severity.ERROR,
    "What stands for the number is no number that a register gives.",
    "«{said}» không phải một số từ 1 đến {most}.",
    mend="Chỉ ghi số, ví dụ 41; hoặc để trống để sổ đăng ký cấp.",
)

_OTHER_SYMBOL = Declared(
    "BT202",
    Severity.ERROR,
    "A symbol that is not of the series.",
    "Ký hiệu «{symbol}» không thuộc dãy số «{series}».",
    mend="Ghi ký hiệu {right}, hoặc đổi --series.",
)

_OTHER_YEAR = Declared(
    "BT203",
    Severity.ERROR,
    "A date of another year than the series.",
    "Văn bản năm {year} không thuộc dãy số «{series}».",
    mend="Sửa ngày, hoặc đổi --series.",
)

_SAME_NUMBER = Declared(
    "BT204",
    Severity.ERROR,
    "Two records give one number.",
    "Số {number} của năm {year} đã dùng cho hồ sơ ở {first}.",
    mend="Mỗi văn bản cần một số riêng.",
)

_SAME_NAME = Declared(
    "BT205",
    Severity.ERROR,
    "Two documents would have one file name.",
    "Tên tệp «{name}» trùng với hồ sơ ở {first} (không kể chữ hoa, chữ thường).",
    mend="Thêm {{stt}} hoặc một trường phân biệt vào --pattern, ví dụ «{{so}}-{{ky_hieu}}-{{stt}}».",
)

_SAME_RECORD = Declared(
    "BT208",
    Severity.ERROR,
    "A record that says in every field what another says.",
    "Hồ sơ này giống hệt hồ sơ ở {first}, trừ số văn bản.",
    mend="Bỏ hàng thừa; nếu đúng là hai văn bản thì thêm --again.",
)


def written_number(record: Record) -> int | None:
    """The number a record gives its document; None if it leaves it open, or says something else."""
    said = _said(record)
    if not (said.isascii() and said.isdigit()) or len(said.lstrip("0")) > len(str(MOST_NUMBER)):
        return None
    return int(said) or None


def number_faults(record: Record) -> list[Finding]:
    """What a record writes in place of a number that a register could take or give."""
    said = _said(record)
    if said in {"", OPEN} or written_number(record) is not None:
        return []
    return [_NO_NUMBER.at(_field(record, NUMBER), said=said[: limits.VALUE_SHOWN], most=MOST_NUMBER)]


def _said(record: Record) -> str:
    value = record.data.get(NUMBER)
    return "" if value is None else str(value).strip()


def series_faults(draft: Draft, series: Series, record: Record) -> list[Finding]:
    """What keeps a record from bearing a number of a series: another symbol, or another year."""
    faults = []
    symbol, expected = str(draft.typed.get(SYMBOL, "")), f"{series.type}-{series.issuer}"
    if symbol != expected:
        at = _field(record, SYMBOL)
        faults.append(_OTHER_SYMBOL.at(at, symbol=symbol, series=series, right=expected))
    if draft.choice.on.year != series.year:
        faults.append(_OTHER_YEAR.at(_field(record, "ngay"), year=draft.choice.on.year, series=series))
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
        return [_SAME_RECORD.at(record.place, first=first)]

    def faults(self, item: PlannedItem, draft: Draft, record: Record, *, dealt: bool) -> list[Finding]:
        """What an item has that another had before: its number, else its file name.

        Args:
            item: The document.
            draft: What it says.
            record: Its record.
            dealt: Whether the register deals out its number, so that no other can have it.
        """
        said = draft.typed.get(NUMBER)
        if said and said != OPEN and not dealt:
            number = (str(said).lstrip("0"), str(draft.typed.get(SYMBOL, "")), item.on.year)
            first = self._numbers.setdefault(hash(number), item.row)
            if first is not item.row:
                at = _field(record, NUMBER)
                return [_SAME_NUMBER.at(at, number=said, year=item.on.year, first=first)]
        if named := self._names.get(hash(name_key(item.name))):
            return [_SAME_NAME.at(record.place, item.name, name=item.name, first=named)]
        return []

    def keep(self, item: PlannedItem) -> None:
        """Note the name of a document that will be made; one that is left out takes none."""
        self._names[hash(name_key(item.name))] = item.row


def name_key(name: str) -> str:
    """What counts of a file's name on every system: case and Unicode form do not."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def _field(record: Record, name: str) -> Place:
    return replace(record.where(name), field=name)
