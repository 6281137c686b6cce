"""Plain text whose lines end at the width of a page, as copied from a PDF: paragraphs made whole again.

A text says nothing of places on paper. What goes on is told by three things: whether the first word of a line
would have had room on the line above, whether that line ended a sentence, and how the line begins. Where they
do not agree the line stays as the file has it, and is named.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kcdocs.codes import Declared
from kcdocs.law.vocabulary import BASES
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.line import Line, Note, Reading, Source, SourceKind
from kcdocs.sources import limits
from kcdocs.sources.page_ends import TextRow, page_ends
from kcdocs.sources.page_notes import TextNote, page_notes
from kcdocs.sources.printed import ITEM, LABEL_ROW, is_over, named_rows, sticks
from kcdocs.sources.stuck_notes import with_marks
from kcdocs.text.normalise import nfc
from kcdocs.text.print_width import em_width

_PAGE_LINES = Declared(
    "SR208",
    Severity.NOTE,
    "Lines that belong to the pages of a print were left out of a plain text.",
    "Đã bỏ {count} dòng của trang in: tiêu đề trang, số trang, dấu chữ ký số.",
    mend="Xem các dòng ấy trong tệp; nếu là nội dung của văn bản, dùng bản Word.",
)

_JOINED = Declared(
    "SR209",
    Severity.NOTE,
    "Lines broken at the width of a page were joined.",
    "Dòng bị ngắt theo bề rộng trang; đã nối {count} dòng vào dòng trước để thành đoạn.",
)

_DOUBTFUL = Declared(
    "SR210",
    Severity.WARNING,
    "Whether lines of a wrapped text begin a paragraph cannot be told.",
    "Không chắc dòng {lines} của tệp mở đoạn mới hay nối tiếp dòng trước; đã để thành đoạn riêng.",
    mend="Đối chiếu với bản gốc; nếu là cùng một đoạn, nối hai dòng trong tệp rồi đọc lại.",
)

_NUMBERED = re.compile(r"\(\d{1,2}\)\s")
_QUOTES = "“\"‘'"
_HANGING = frozenset(
    [
        *("và", "hoặc", "của", "số", "tại", "theo", "khoản", "điểm", "ngày", "tháng", "các", "những"),
        *("về", "từ", "đến", "cho", "với", "bởi", "là", "được", "trong", "ngoài", "trên", "dưới"),
        *("bằng", "do", "để", "vào", "như", "khi", "nếu"),
    ]
)
"""Words that no paragraph ends with: what they join or govern comes behind them."""


@dataclass(frozen=True, slots=True)
class _Width:
    """How wide the lines are, in em.

    Attributes:
        em: What a full line takes.
        indented: Whether first lines are set in, so that the others go on.
    """

    em: float
    indented: bool


def unwrapped(texts: Sequence[str], pages: Sequence[int], name: str) -> Reading | None:
    """Read a text whose lines end at one width.

    Args:
        texts: Its lines.
        pages: For each the page it stands on, from 0, by the form feeds before it.
        name: The file, as the user named it.

    Returns:
        Its paragraphs, its footnotes and what to tell of them; None for a text whose lines are paragraphs.
    """
    if sum(len(text) > limits.PRINTED_LINE for text in texts) > limits.LONGER_SHARE * len(texts):
        return None
    rows = list(_rows(texts, pages))
    width = _width(rows)
    if width is None:
        return None
    ends = page_ends(rows, limits.NEARLY_FULL * width.em)
    notes = page_notes(rows, ends)
    kept = _without(rows, ends.union(*(note.places for note in notes)))
    width = _width(kept)
    if width is None:
        return None
    return _Reader(name, width).reading(kept, [rows[place] for place in sorted(ends)], notes)


def _without(rows: Sequence[TextRow], gone: Collection[int]) -> list[TextRow]:
    """The rows that stay; an empty line at the end of a page parts nothing."""
    kept: list[TextRow] = []
    for place, row in enumerate(rows):
        turned = place and (place - 1 in gone or row.page != rows[place - 1].page)
        if place not in gone:
            kept.append(replace(row, apart=False) if turned else row)
    return kept


class _Reader:
    """Makes the paragraphs of one text.

    Args:
        name: The file.
        width: How wide its lines are.
    """

    def __init__(self, name: str, width: _Width) -> None:
        self._name = name
        self._width = width
        self._joined = 0
        self._doubtful: list[TextRow] = []

    def reading(
        self, rows: Sequence[TextRow], left_out: Sequence[TextRow], notes: Sequence[TextNote]
    ) -> Reading:
        """The reading of rows of the text, of those that the pages have, and of footnotes."""
        lines, noted = self._lines(rows), [Note(note.label, tuple(self._lines(note.rows))) for note in notes]
        marked = with_marks(lines, [note.label for note in noted])
        findings = tuple(self._findings(left_out))
        return Reading(self._name, SourceKind.TEXT, tuple(marked), tuple(noted), findings)

    def _lines(self, rows: Sequence[TextRow]) -> list[Line]:
        whole = self._paragraphs(rows)
        self._joined += len(rows) - len(whole)
        return [Line(_joined(own), Source(self._name, "", own[0].index)) for own in whole]

    def _paragraphs(self, rows: Sequence[TextRow]) -> list[list[TextRow]]:
        found: list[list[TextRow]] = []
        for row in rows:
            joins = bool(found) and _joins(found[-1], row, self._width)
            if joins:
                found[-1].append(row)
            else:
                found.append([row])
            self._doubtful += [row] if joins is None else []
        return found

    def _findings(self, left_out: Sequence[TextRow]) -> Iterator[Finding]:
        if left_out:
            said = named_rows(row.text for row in left_out)
            yield _PAGE_LINES.at(self._place(left_out[0].index), said, count=len(left_out))
        if self._joined:
            yield _JOINED.at(Place(self._name), count=self._joined)
        doubtful = sorted(self._doubtful, key=lambda row: row.index)
        if doubtful:
            first, lines = doubtful[0], ", ".join(str(row.index + 1) for row in doubtful)
            yield _DOUBTFUL.at(self._place(first.index), first.text[:120], lines=lines)

    def _place(self, index: int) -> Place:
        return Place(self._name, line=index + 1)


def _rows(texts: Sequence[str], pages: Sequence[int]) -> Iterator[TextRow]:
    apart = ruled = False
    for index, text in enumerate(texts):
        words = " ".join(nfc(text).split())
        if words:
            indent = len(text) - len(text.lstrip(" \t"))
            em = em_width(" " * indent + words)
            yield TextRow(index, pages[index], text.strip(), words, em, indent, apart, ruled)
        ruled = not words and (ruled or len(text) >= limits.RULE_SPACES)
        apart = not words


def _width(rows: Sequence[TextRow]) -> _Width | None:
    """The width at which lines end; None where a line is a paragraph."""
    broken = sorted(
        row.em for row, after in pairwise(rows) if not after.apart and _goes_on_small(row.text, after.text)
    )
    if len(broken) < limits.BROKEN_LINES:
        return None
    full = broken[int(len(broken) * limits.FULL_LINE)]
    longer = sum(row.em > full * limits.LONGER for row in rows)
    if full < limits.NARROWEST or longer > limits.LONGER_SHARE * len(rows):
        return None
    indents = [row.indent for row in rows if ITEM.match(row.text)]
    flush = [row.indent for row in rows if row.text[0].islower() and not ITEM.match(row.text)]
    return _Width(full, bool(indents and flush) and _middle(indents) >= _middle(flush) + limits.TEXT_INDENT)


def _middle(values: Sequence[int]) -> int:
    return sorted(values)[len(values) // 2]


def _goes_on_small(before: str, text: str) -> bool:
    """Whether a line begins in small letters behind one that ended nothing."""
    return text[0].islower() and not ITEM.match(text) and not is_over(before)


def _joins(paragraph: Sequence[TextRow], row: TextRow, width: _Width) -> bool | None:
    """Whether a row goes on a paragraph; None if that cannot be told."""
    last, text = paragraph[-1].text, row.text
    if "\t" in paragraph[-1].words + row.words or any(map(_is_capitals, (last, text))) or _is_label(last):
        return False
    full = not row.apart and _is_full(paragraph[-1], text, width)
    if _is_item(text) or _is_label(text):
        return _item_joins(paragraph, text, full=full)
    if text[0].islower():
        return None if row.apart else _small_joins(last, full=full)
    if not row.apart and not is_over(last) and (sticks(last, text) or _hangs(last)):
        return True
    return full and _large_joins(paragraph, row, width)


def _item_joins(paragraph: Sequence[TextRow], text: str, *, full: bool) -> bool | None:
    """The same for a row that begins like an item of a list, or an article."""
    last = paragraph[-1].text
    article = text.lstrip(_QUOTES).startswith(f"{SPOKEN[Kind.ARTICLE]} ")
    if not full or _ends_quoted(last) or (article and not _hangs(last)):
        return False
    if _is_label(text) and _hangs(last):
        return True
    heading = paragraph[0].text.lstrip(_QUOTES).startswith(f"{SPOKEN[Kind.ARTICLE]} ")
    return False if heading and not text.startswith(("-", "–")) else None


def _small_joins(last: str, *, full: bool) -> bool | None:
    """The same for a row that begins in small letters: a paragraph hardly does, but may behind a stop."""
    if not is_over(last):
        return True
    return True if full and last.endswith((";", ":")) else None


def _large_joins(paragraph: Sequence[TextRow], row: TextRow, width: _Width) -> bool | None:
    """The same for a row that begins with a capital, where its first word had no room above."""
    if width.indented:
        return row.indent < paragraph[0].indent
    if paragraph[-1].text.endswith(";") and row.text.startswith(BASES):
        return False
    return None if _ends_quoted(paragraph[-1].text) else True


def _ends_quoted(last: str) -> bool:
    """Whether a row ends a sentence, an item of a list or a quotation."""
    return is_over(last) or last.endswith(("”", '"'))


def _is_item(text: str) -> bool:
    """Whether a row begins an item or an article: "Điều 5. …", and not "Điều 5 Thông tư này"."""
    text = text.lstrip(_QUOTES)
    found = ITEM.match(f"{text} ") or _NUMBERED.match(text)
    if found is None or not text.startswith(SPOKEN[Kind.ARTICLE]):
        return found is not None
    return found.group().rstrip().endswith((".", ":")) or found.end() > len(text)


def _is_capitals(text: str) -> bool:
    """Whether a row is a heading in capitals, or a type of instrument."""
    return text.isupper() and text[0].isalpha() and (" " in text or LABEL_ROW.fullmatch(text) is not None)


def _is_label(text: str) -> bool:
    """Whether a row is a label and no more: "Chương II"; "tại" before it shows that it is a reference."""
    return text[0].isupper() and LABEL_ROW.fullmatch(text) is not None


def _hangs(last: str) -> bool:
    return last.endswith(",") or last.rsplit(" ", 1)[-1] in _HANGING


def _is_full(last: TextRow, text: str, width: _Width) -> bool:
    """Whether the first word of a row had no room behind the row above."""
    return last.em + em_width(f" {text.split(' ', 1)[0]}") > limits.NEARLY_FULL * width.em


def _joined(rows: Sequence[TextRow]) -> str:
    text = ""
    for row in rows:
        text += row.words if not text or sticks(text, row.words) else f" {row.words}"
    return text
