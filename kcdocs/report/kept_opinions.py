"""What people wrote into an earlier table of opinions, in Word or Excel: nothing of it is lost.

The answer is kept in its row. A cell of the machine that a person changed is told in the answer with the name
of its column: the machine writes the cell anew. Columns that a person added stay columns in Excel.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kcdocs.loading import load
from kcdocs.model.opinion import OpinionAnswer
from kcdocs.report.errors import ForeignOpinionsError
from kcdocs.sheet.xlsx import open_workbook
from kcdocs.word.write.kept_table import NOTHING, WrittenByHand, line_digest, read_table, typed

if TYPE_CHECKING:
    from pathlib import Path

    from kcdocs.word.write.kept_table import KeptRow

MARK = "yk"
"""What the key of every row of such a table begins with: a comparison table has none of these."""

PLACE, WHO, ASKED = "Nhóm vấn đề, điều, khoản", "Chủ thể góp ý", "Nội dung góp ý"
ANSWER, MACHINE, KEY = "Nội dung tiếp thu, giải trình", "Máy ghi", "Khóa"
NUMBER, KIND = "STT", "Cách góp ý"
SHEET = "Ý kiến"
UNPLACED = "(Trả lời của lần trước chưa khớp ý kiến nào)"

_OURS = (PLACE, WHO, ASKED, KIND, MACHINE)
_LEADS = (
    *("BẢN TỔNG HỢP Ý KIẾN", "1. Tổng số cơ quan, tổ chức, cá nhân", "Không có ý kiến sửa đổi, bổ sung ("),
    *("2. Kết quả cụ thể như sau:", "Chưa tổng hợp «", "«"),
)
"""What the machine's lines above the table begin with."""


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """What people wrote in one row of an earlier table.

    Attributes:
        key: The row's key; empty for a row that a person added.
        asked: The opinion's words then.
        written: The answer, changed cells of the machine told in it.
        beside: Column that a person added → what stands there.
    """

    key: str
    asked: str
    written: WrittenByHand
    beside: tuple[tuple[str, str], ...] = ()

    @property
    def row(self) -> str:
        """What is the same for answers to one row."""
        return self.key or self.asked

    def noted(self) -> WrittenByHand:
        """The answer with what stands in columns that a person added, for a table that has none of these."""
        lines = [f"{name}: {words}" for name, words in self.beside]
        return WrittenByHand((*self.written.blocks, *typed("\n".join(lines)).blocks))


@dataclass(frozen=True, slots=True)
class KeptOpinions:
    """What people wrote in an earlier table.

    Attributes:
        answers: What they wrote in its rows.
        before: What they wrote between the title and the table.
        after: What they wrote below the table.
        office: Lines of the head, if they gave it one.
        attached: The line below the title that says with what it goes.
        columns: Columns that they added, of an Excel table.
    """

    answers: tuple[KeptAnswer, ...] = ()
    before: WrittenByHand = NOTHING
    after: WrittenByHand = NOTHING
    office: tuple[str, ...] = ()
    attached: str = ""
    columns: tuple[str, ...] = ()

    def plain(self) -> tuple[OpinionAnswer, ...]:
        """The answers as words alone, those of one row in one."""
        held: dict[str, list[KeptAnswer]] = {}
        for one in self.answers:
            held.setdefault(one.row, []).append(one)
        return tuple(OpinionAnswer(rows[0].key, rows[0].asked, _words(rows)) for rows in held.values())

    def answered(self, answers: Iterable[OpinionAnswer]) -> KeptOpinions:
        """The same with these answers for its own; one that says the same keeps its look."""
        said = {one.row: one for one in answers}
        own = {one.row: one.text for one in self.plain()}
        alike = {row for row, text in own.items() if row in said and said[row].text == text}
        kept = [one if one.row in alike else replace(one, written=NOTHING) for one in self.answers]
        new = (
            KeptAnswer(one.key, one.asked, typed(one.text)) for one in said.values() if one.row not in alike
        )
        found = (one for one in (*kept, *new) if one.written.blocks or one.beside)
        return replace(self, answers=tuple(found))

    def around(self) -> list[str]:
        """Lines that they wrote outside the rows, for a table that holds them all above."""
        lines = [*self.office, self.attached, *self.before.text().splitlines()]
        return [line for line in (*lines, *self.after.text().splitlines()) if line.strip()]


def _words(rows: Iterable[KeptAnswer]) -> str:
    """What stands in the answers of one row, equal ones once."""
    return "\n".join(dict.fromkeys(text for one in rows if (text := one.written.text().strip())))


def sealed(key: str, cells: Sequence[str]) -> str:
    """What the last cell of a row of Excel holds: its key, and a digest of each cell before the answer."""
    return " ".join((MARK + key, *map(line_digest, cells)))


def kept_opinions(path: Path) -> KeptOpinions:
    """What people wrote in an earlier table, in Word or Excel.

    Raises:
        ForeignOpinionsError: If it is no table of opinions.
        KcdocsError: If it is not even a file of its kind.
    """
    if path.suffix.lower() == ".xlsx":
        return _of_workbook(path)
    table = read_table(load(path), name=str(path))
    if table is None or not all(row.new_key.startswith(MARK) for row in table.rows if row.new_key):
        raise ForeignOpinionsError(str(path))
    found = tuple(answer for row in table.rows if (answer := _of_row(row)).written.blocks)
    return KeptOpinions(found, table.before, table.after, table.office, table.attached)


def _of_row(row: KeptRow) -> KeptAnswer:
    names = (PLACE, WHO, ASKED) if len(row.texts) == 3 else (WHO, ASKED)
    changed = [
        (name, text)
        for name, text, by_hand in zip(names, row.texts, row.changed, strict=False)
        if by_hand or not row.new_key
    ]
    notes = typed("\n".join(_changes(changed)))
    written = WrittenByHand((*row.written.blocks, *notes.blocks))
    return KeptAnswer(row.new_key.removeprefix(MARK), row.new_text, written)


def _changes(cells: Sequence[tuple[str, str]]) -> Iterator[str]:
    """What a person wrote into cells of the machine, a line each."""
    for name, text in cells:
        if words := " ".join(text.split()):
            yield f"(Sửa tay ở cột «{name}»: {words})"


# --- Excel --------------------------------------------------------------------------------------------------


def _of_workbook(path: Path) -> KeptOpinions:
    book = open_workbook(path)
    rows = [[str(cell) for cell in row] for row in book.grid(SHEET).rows] if SHEET in book.sheets else []
    for index, row in enumerate(rows):
        if {ASKED, ANSWER, KEY} <= set(row):
            heads = {name: number for number, name in reversed([*enumerate(row)]) if name.strip()}
            own = tuple(name for name in heads if name not in (NUMBER, *_OURS, ANSWER, KEY))
            answers = (_of_cells(cells, heads, own) for cells in rows[index + 1 :])
            before = typed("\n".join(_lines_by_hand(rows[:index])))
            kept = tuple(one for one in answers if one.written.blocks or one.beside)
            return KeptOpinions(kept, before, columns=own)
    raise ForeignOpinionsError(str(path))


def _of_cells(cells: Sequence[str], heads: Mapping[str, int], own: Sequence[str]) -> KeptAnswer:
    said = {name: cells[place] if place < len(cells) else "" for name, place in heads.items()}
    key, *digests = said[KEY].split() or [""]
    ours = sorted((name for name in _OURS if name in heads), key=heads.__getitem__)
    changed = [
        (name, said[name])
        for name, digest in zip(ours, digests or [""] * len(ours), strict=False)
        if (digest or not key) and line_digest(said[name]) != digest
    ]
    written = "\n".join([said[ANSWER], *_changes(changed)])
    beside = tuple((name, said[name]) for name in own if said[name].strip())
    return KeptAnswer(key.removeprefix(MARK), said[ASKED], typed(written), beside)


def _lines_by_hand(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines above the table that are not the machine's."""
    for row in rows:
        for cell in row:
            counted = cell.startswith("Có ") and "nội dung mà các cơ quan đề nghị khác nhau" in cell
            if cell.strip() and not cell.startswith(_LEADS) and not counted:
                yield cell
