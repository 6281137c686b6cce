"""Addresses: the path of labels that names a provision."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a node of an instrument is; the value is the slug in addresses and JSON."""

    HEADER = "dau-van-ban"
    TITLE = "ten-van-ban"
    BASIS = "can-cu"
    ENACTING = "cau-ban-hanh"
    PART = "phan"
    CHAPTER = "chuong"
    SECTION = "muc"
    SUBSECTION = "tieu-muc"
    ARTICLE = "dieu"
    CLAUSE = "khoan"
    POINT = "diem"
    PARAGRAPH = "doan"
    TABLE = "bang"
    QUOTE = "trich"
    ANNEX = "phu-luc"
    CLOSING = "ket"
    SIGNATURE = "chu-ky"
    RECIPIENTS = "noi-nhan"
    OTHER = "khac"

    __hash__ = str.__hash__  # an enum has one of its own, in Python: every address asks it


SPOKEN: dict[Kind, str] = {
    Kind.HEADER: "phần đầu văn bản",
    Kind.TITLE: "tên văn bản",
    Kind.BASIS: "căn cứ",
    Kind.ENACTING: "câu ban hành",
    Kind.PART: "Phần",
    Kind.CHAPTER: "Chương",
    Kind.SECTION: "Mục",
    Kind.SUBSECTION: "Tiểu mục",
    Kind.ARTICLE: "Điều",
    Kind.CLAUSE: "khoản",
    Kind.POINT: "điểm",
    Kind.PARAGRAPH: "đoạn",
    Kind.TABLE: "bảng",
    Kind.QUOTE: "nội dung trích",
    Kind.ANNEX: "Phụ lục",
    Kind.CLOSING: "phần kết",
    Kind.SIGNATURE: "chữ ký",
    Kind.RECIPIENTS: "nơi nhận",
    Kind.OTHER: "đoạn chưa xếp loại",
}
"""How each kind is written in running text.

Source: Decree 30/2020, Annex II, V.7 (Phần, Chương, Mục, Tiểu mục, Điều capital; khoản, điểm not).
"""

UNITS: tuple[str, ...] = tuple(
    SPOKEN[kind] for kind in Kind if SPOKEN[kind][0].isupper() or kind in (Kind.CLAUSE, Kind.POINT)
)
"""The names of the units that bear a label, as running text writes them."""

FORMS = ("mẫu", "biểu", "biểu mẫu", "mẫu biểu")
"""What an annex holds with labels of its own: "Mẫu số 01", "Biểu 04-A"."""

BELOW = ("tiết",)
"""What is smaller than a point, in older and in tax texts; it has no label that is read."""


class Step(NamedTuple):
    """One label on the path: its kind and the label itself ("5a", "đ", "IIa"; empty if it bears none)."""

    kind: Kind
    label: str

    def __str__(self) -> str:
        return f"{self.kind}-{self.label}" if self.label else str(self.kind)


@dataclass(frozen=True, slots=True)
class Address:
    """The path of labels from the top of an instrument to a provision; the empty path is the instrument.

    An article's path starts at the article (article numbers run through all chapters), or at the annex
    it stands in. `str(address)` is the machine form ("dieu-5a.khoan-2.diem-đ").
    """

    steps: tuple[Step, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Address:
        """Read the machine form.

        Args:
            text: For example "dieu-5a.khoan-2.diem-đ"; empty for the whole instrument.

        Raises:
            ValueError: If a step is of no known kind.
        """
        return cls(tuple(_step(item) for item in text.split("."))) if text else cls()

    def child(self, kind: Kind, label: str) -> Address:
        """The address one step further down."""
        return Address((*self.steps, Step(kind, label)))

    @property
    def parent(self) -> Address:
        """The address one step up; the empty address is its own parent."""
        return Address(self.steps[:-1])

    @property
    def kind(self) -> Kind | None:
        """The kind of the provision named, None for the whole instrument."""
        return self.steps[-1].kind if self.steps else None

    @property
    def label(self) -> str:
        """The label of the provision named, empty for the whole instrument."""
        return self.steps[-1].label if self.steps else ""

    def starts_with(self, other: Address) -> bool:
        """Whether the provision named is `other` or stands inside it."""
        return self.steps[: len(other.steps)] == other.steps

    def spoken(self) -> str:
        """The address as a person writes it ("điểm đ khoản 2 Điều 5a"); "toàn văn" for the whole."""
        words = [f"{SPOKEN[step.kind]} {step.label}".strip() for step in reversed(self.steps)]
        return " ".join(words) or "toàn văn"

    def __str__(self) -> str:
        return ".".join(map(str, self.steps))


_BY_LENGTH = sorted(Kind, key=len, reverse=True)
_STEP = re.compile(rf"({'|'.join(_BY_LENGTH)})(?:-(.*))?", re.DOTALL)


def _step(text: str) -> Step:
    found = _STEP.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return Step(Kind(found[1]), found[2] or "")
