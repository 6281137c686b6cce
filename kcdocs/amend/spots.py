"""Spots: which words of the old text a command means, counted as the drafter counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kcdocs.amend import forms
from kcdocs.amend.bench import Bench, RefusedError
from kcdocs.amend.sentences import sentences
from kcdocs.amend.twig import Twig
from kcdocs.law.bases import is_base
from kcdocs.law.kinds import BACK, FRONT, HEADED, LABELLED
from kcdocs.law.parts import part_words
from kcdocs.model.address import Address, Kind
from kcdocs.model.operation import LAST, Part, PartKind
from kcdocs.model.span import Span
from kcdocs.text.normalise import content_form

DASHES = ("-", "–", "—", "•", "−")
"""What a paragraph of a list without labels begins with; "+" begins one of a list inside such a list."""
_FRAME = FRONT | BACK
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Fragment:
    """Some of a twig's own words.

    Attributes:
        twig: The twig.
        span: The characters of its text.
    """

    twig: Twig
    span: Span

    @property
    def whole(self) -> bool:
        """Whether it is all of the twig's own words."""
        return self.span == Span(0, len(self.twig.text))

    def meets(self, other: Fragment) -> bool:
        """Whether it has words in common with another of the same twig."""
        return self.span.start < other.span.end and other.span.start < self.span.end


@dataclass(frozen=True, slots=True)
class Spot:
    """What a command means.

    Attributes:
        unit: The provision it is, or is in.
        pieces: Its words, in reading order.
        part: What of the unit it is; None for all of it.
    """

    unit: Twig
    pieces: tuple[Fragment, ...]
    part: PartKind | None = None

    @property
    def twigs(self) -> list[Twig]:
        """The twigs its words belong to, in reading order."""
        return [piece.twig for piece in self.pieces]


def spot(bench: Bench, address: Address, parts: Sequence[Part] = ()) -> Spot:
    """The words that an address and the parts named with it mean.

    Args:
        bench: The old text.
        address: The provision; the empty address is the whole text, save what frames it.
        parts: Which part of it, the outermost first.

    Raises:
        RefusedError: If the provision or the part is not there, or more than one is.
    """
    found = _unit(bench.find(address))
    for part in parts:
        found = _READERS[part.kind](found, part)
    return found


def piece(twig: Twig) -> Fragment:
    """All of a twig's own words."""
    return Fragment(twig, Span(0, len(twig.text)))


def paragraphs(twig: Twig) -> list[Twig]:
    """The paragraphs of a provision: the first bears the label or stands under the heading."""
    own = [] if twig.kind in HEADED else [twig]
    return [*own, *(child for child in twig.children if child.kind is Kind.PARAGRAPH)]


def leading(twig: Twig) -> list[Twig]:
    """The paragraphs of a provision before its first labelled child; all of them where it has none."""
    return [item for item in paragraphs(twig) if item is twig or _precedes_labels(item, twig)]


def loose_end(bench: Bench, twig: Twig) -> list[Twig]:
    """The plain paragraph behind the last point of a list: its own, or the end of what is around it.

    It is the point's where it opens it with a colon, or where other points end with such paragraphs too.
    """
    points = [child for child in bench.parent(twig).children if child.kind is Kind.POINT]
    if twig.kind is not Kind.POINT or points[-1] is not twig or twig.text.rstrip().endswith(":"):
        return []
    return [] if any(_plain_end(other) for other in points[:-1]) else _plain_end(twig)


def _plain_end(twig: Twig) -> list[Twig]:
    last = twig.children[-1:]
    plain = last and last[0].kind is Kind.PARAGRAPH and not last[0].text.startswith((*DASHES, "+"))
    return last if plain else []


def whose(twig: Twig, loose: Sequence[Twig]) -> RefusedError:
    """The refusal of a command on a point whose end may be the end of what is around it."""
    here, around = twig.address.spoken(), twig.address.parent.spoken()
    said = f"Sau {here} có đoạn «{loose[0].text}»; chưa rõ đoạn này là của {here} hay của {around}."
    return RefusedError(said)


def _unit(twig: Twig) -> Spot:
    if not twig.address.steps:
        kept = [top for top in twig.children if top.kind not in _FRAME]
        return Spot(twig, tuple(piece(item) for top in kept for item in top.walk()))
    return Spot(twig, tuple(piece(item) for item in twig.walk()))


def _heading(here: Spot, part: Part) -> Spot:
    twig = here.unit
    if here.part is not None:
        raise RefusedError("Chưa rõ tên của phần này là những lời nào.")
    if not twig.address.steps:
        return Spot(twig, (_title(here),), part.kind)
    named = twig.kind in HEADED or (twig.kind in LABELLED and twig.children)
    if not named or not twig.text:
        raise _AbsentError(here, "không có tên")
    return Spot(twig, (piece(twig),), part.kind)


def _title(here: Spot) -> Fragment:
    """The title of the whole text, without the type in the line above it."""
    titles = [top for top in here.unit.children if top.kind is Kind.TITLE and "\n" in top.text]
    if len(titles) != 1:
        raise _AbsentError(here, "không có tên")
    return Fragment(titles[0], Span(titles[0].text.index("\n") + 1, len(titles[0].text)))


def _lead(here: Spot, part: Part) -> Spot:
    """The paragraphs before the first labelled child; where there is none, the first paragraph."""
    found = leading(here.unit) if _labelled(here.unit) else paragraphs(here.unit)[:1]
    if not found:
        raise _AbsentError(here, "không có đoạn mở đầu")
    return Spot(here.unit, tuple(map(piece, found)), part.kind)


def _paragraph(here: Spot, part: Part) -> Spot:
    if part.quoted:
        return _quoted(here, part)
    if here.part is PartKind.FORM and part.ordinal > 0:
        raise _AbsentError(
            here, f"có dòng ghi số và tên của mẫu; chưa rõ {part_words((part,))} đếm từ dòng nào"
        )
    every = _paragraphs_of(here)
    if here.part is None and _labelled(here.unit):
        every = _beside_labels(here, part)
    return Spot(here.unit, (piece(_nth(every, here, part)),), part.kind)


def _paragraphs_of(here: Spot) -> list[Twig]:
    if here.part is None:
        return paragraphs(here.unit)
    return [twig for twig in here.twigs if twig.kind is Kind.PARAGRAPH or here.part is not PartKind.FORM]


def _beside_labels(here: Spot, part: Part) -> list[Twig]:
    """What "đoạn thứ …" can mean where there are labelled children.

    Those before the first child are counted; the last is the paragraph that ends the provision.
    """
    unit = here.unit
    if part.ordinal != LAST:
        before = leading(unit)
        if part.ordinal > len(before):
            raise _AbsentError(here, f"có điểm, khoản bên trong; chưa rõ {part_words((part,))} là đoạn nào")
        return before
    last = list(unit.walk())[-1]
    if last.kind is not Kind.PARAGRAPH or last.text.startswith((*DASHES, "+")):
        raise _AbsentError(here, "không có đoạn cuối đứng sau các điểm, khoản bên trong")
    return [last]


def _quoted(here: Spot, part: Part) -> Spot:
    """The paragraph equal to a quotation; where it is only some words of one, those words."""
    wanted = _form(part.quoted)
    equal = [item for item in here.pieces if _form(item.span.of(item.twig.text)) == wanted]
    if len(equal) != 1:
        count = f"có {len(equal)}" if equal else "không có"
        raise _AbsentError(here, f"{count} {part_words((part,))}")
    return Spot(here.unit, (equal[0],), part.kind)


def _dash(here: Spot, part: Part) -> Spot:
    """Paragraphs of a list without labels; after a dash, those with a plus are the ones below it."""
    if part.quoted:
        return _quoted(here, part)
    marks = DASHES if part.kind is PartKind.DASH else ("+",)
    around = here.twigs if here.part is PartKind.FORM else paragraphs(here.unit)
    if here.part is PartKind.DASH:
        behind = around[around.index(here.twigs[0]) + 1 :]
        stop = next((at for at, twig in enumerate(behind) if twig.text.startswith(DASHES)), len(behind))
        around = behind[:stop]
    listed = [twig for twig in around if twig.text.lstrip().startswith(marks)]
    return Spot(here.unit, (piece(_nth(listed, here, part)),), part.kind)


def _sentence(here: Spot, part: Part) -> Spot:
    around = here.pieces if here.part else [piece(twig) for twig in paragraphs(here.unit)]
    if part.quoted:
        return _quoted_sentence(here, part)
    if len(around) != 1:
        raise _AbsentError(here, f"có {len(around)} đoạn; chưa rõ {part_words((part,))} ở đoạn nào")
    only = around[0]
    text = only.span.of(only.twig.text)
    own = [Span(only.span.start + item.start, only.span.start + item.end) for item in sentences(text)]
    return Spot(here.unit, (Fragment(only.twig, _nth(own, here, part)),), part.kind)


def _quoted_sentence(here: Spot, part: Part) -> Spot:
    wanted = _form(part.quoted)
    equal = [
        Fragment(item.twig, span)
        for item in here.pieces
        for span in sentences(item.twig.text)
        if _form(span.of(item.twig.text)) == wanted
    ]
    if len(equal) != 1:
        raise _AbsentError(here, f"{'có nhiều' if equal else 'không có'} {part_words((part,))}")
    return Spot(here.unit, (equal[0],), part.kind)


def _form(words: str) -> str:
    return content_form(words).rstrip(" .;,")


def _blank(here: Spot, part: Part) -> Spot:
    """A form of an annex."""
    found = forms.run(here.twigs, part.label)
    if len(found) != 1:
        count = f"có {len(found)}" if found else "không có"
        raise _AbsentError(here, f"{count} {part_words((part,))}")
    return Spot(here.unit, tuple(map(piece, found[0])), part.kind)


def _row(here: Spot, part: Part) -> Spot:
    """A numbered item of an annex or form, or a numbered row of one of its tables."""
    items = [twig for twig in here.twigs if twig is not here.unit and _bears(twig, part.label)]
    found = [Spot(item, _unit(item).pieces) for item in items]
    for table in (twig for twig in here.twigs if twig.kind is Kind.TABLE):
        found += [Spot(table, (Fragment(table, span),), part.kind) for span in forms.rows(table, part.label)]
    if len(found) != 1:
        count = f"có {len(found)} chỗ là" if found else "không có"
        raise _AbsentError(here, f"{count} {part_words((part,))}")
    return found[0]


def _bears(twig: Twig, label: str) -> bool:
    return twig.kind in LABELLED and twig.label.lstrip("0") == label.lstrip("0")


def _column(here: Spot, part: Part) -> Spot:
    table = _only_table(here)
    number = part.ordinal or int(part.label if part.label.isdigit() else 0)
    rows = [item.span for item in here.pieces if item.twig is table]
    cells = [
        span
        for span in forms.column(table, number)
        if any(row.start <= span.start and span.end <= row.end for row in rows)
    ]
    if number < 1 or not cells:
        raise _AbsentError(here, f"không có {part_words((part,))}")
    return Spot(table, tuple(Fragment(table, span) for span in cells), part.kind)


def _table(here: Spot, part: Part) -> Spot:
    tables = _tables(here)
    if not part.ordinal and (part.label or len(tables) != 1):
        raise _AbsentError(here, f"có {len(tables)} bảng; chưa rõ {part_words((part,))} là bảng nào")
    table = _nth(tables, here, part) if part.ordinal else tables[0]
    return Spot(table, (piece(table),), part.kind)


def _only_table(here: Spot) -> Twig:
    tables = _tables(here)
    if len(tables) != 1:
        raise _AbsentError(here, f"có {len(tables)} bảng; chưa rõ là bảng nào")
    return tables[0]


def _tables(here: Spot) -> list[Twig]:
    return list(dict.fromkeys(twig for twig in here.twigs if twig.kind is Kind.TABLE))


def _note(here: Spot, part: Part) -> Spot:
    """The paragraph that begins with "Ghi chú"."""
    wanted = f"ghi chú {part.label}".strip()
    found = [twig for twig in here.twigs if twig.text.lower().startswith(wanted)]
    return Spot(here.unit, (piece(_nth(found, here, Part(part.kind, part.ordinal or 1))),), part.kind)


def _basis(here: Spot, part: Part) -> Spot:
    """Legal bases of the whole text in its order, what proposes it aside."""
    tops = [] if here.unit.address.steps else here.unit.children
    every = [top for top in tops if top.kind is Kind.BASIS and is_base(top.text)]
    if not every:
        raise _AbsentError(here, "không có căn cứ ban hành")
    found = every if part.kind is PartKind.BASES else [_nth(every, here, part)]
    return Spot(here.unit, tuple(map(piece, found)), part.kind)


_READERS: dict[PartKind, Callable[[Spot, Part], Spot]] = {
    PartKind.HEADING: _heading,
    PartKind.LEAD: _lead,
    PartKind.PARAGRAPH: _paragraph,
    PartKind.SENTENCE: _sentence,
    PartKind.DASH: _dash,
    PartKind.PLUS: _dash,
    PartKind.FORM: _blank,
    PartKind.ROW: _row,
    PartKind.COLUMN: _column,
    PartKind.TABLE: _table,
    PartKind.NOTE: _note,
    PartKind.BASIS: _basis,
    PartKind.BASES: _basis,
}


def _nth(items: Sequence[_Item], here: Spot, part: Part) -> _Item:
    place = len(items) if part.ordinal == LAST else part.ordinal
    if not 1 <= place <= len(items):
        raise _AbsentError(here, f"không có {part_words((part,))}")
    return items[place - 1]


def _labelled(twig: Twig) -> bool:
    return any(child.kind in LABELLED for child in twig.children)


def _precedes_labels(child: Twig, unit: Twig) -> bool:
    labelled = (at for at, item in enumerate(unit.children) if item.kind in LABELLED)
    return unit.children.index(child) < next(labelled, len(unit.children))


class _AbsentError(RefusedError):
    """A part that the old text does not have where the command looks for it."""

    def __init__(self, here: Spot, what: str) -> None:
        where = f"{here.unit.address.spoken()} của " if here.unit.address.steps else ""
        said = f"{where}văn bản gốc {what}."
        super().__init__(said[:1].upper() + said[1:])
