"""What a check found, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kcdocs.model.span import Span


class Severity(StrEnum):
    """How grave a finding is; the value is the letter that is printed."""

    ERROR = "E"
    WARNING = "W"
    NOTE = "I"


_ANSWERS = frozenset({"AM116", "AM117", "AM118", "AM119", "AM127"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands; every field that does not apply is empty.

    Attributes:
        file: Path or citation, as the user named it.
        part: Part of the file in Vietnamese ("thân văn bản", "đầu trang 1", "trang 3").
        line: Line of a text file, from 1; 0 if none.
        paragraph: Paragraph of the part, from 1; 0 if none.
        sheet: Name of the sheet.
        cell: Cell of the sheet ("C7") or of a Word table ("bảng 2, hàng 3, cột 4").
        field: Path of a record's field ("co_quan.ten", "thu_tuc[2].ma").
        address: Address of a provision ("dieu-5a.khoan-2").
        span: Characters in the line, paragraph or provision.
    """

    file: str = ""
    part: str = ""
    line: int = 0
    paragraph: int = 0
    sheet: str = ""
    cell: str = ""
    field: str = ""
    address: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found, told so that a person can mend it.

    Attributes:
        code: Stable code ("PA101").
        severity: How grave it is.
        place: Where it stands.
        message: One Vietnamese sentence.
        found: What stands there, verbatim.
        expected: What was expected, in Vietnamese.
        mend: What to do, in Vietnamese.
        source: Legal source ("Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.2"), if a rule of law asks for it.
    """

    code: str
    severity: Severity
    place: Place
    message: str
    found: str = ""
    expected: str = ""
    mend: str = ""
    source: str = ""

    @property
    def remark(self) -> str:
        """It in one line, where a document or a file is told of by lines: "RC220: Đọc theo UTF-8."."""
        return f"{self.code}: {self.message}"

    @property
    def about_source(self) -> bool:
        """Whether it tells which text was used and what of it was read, rather than how the text is built.

        Such findings, of the rooms `decrees`, `sources` and `word` and on the answers a person gave for
        unclear commands, go with the text into every result.
        """
        return self.code.startswith(("DC", "SR", "WD")) or self.code in _ANSWERS
