"""Clashes of merged drafts, tied to the provisions of the base and told in sentences."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, TypeAlias

from kcdocs.model.address import Address, Kind
from kcdocs.model.merging import DraftClash, DraftWish
from kcdocs.opinions import limits, wording
from kcdocs.word import audit, redline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kcdocs.model.instrument import Instrument
    from kcdocs.model.line import Line
    from kcdocs.word.redline import Clash, OwnItem, ParagraphKey


_Row: TypeAlias = tuple[int, int]
"""The number of a table among all, and the ordinal of a row in it."""


def clashes(
    base: Instrument,
    places: Mapping[Line, tuple[ParagraphKey, int]],
    story: Iterable[OwnItem],
    found: Iterable[Clash],
) -> list[tuple[ParagraphKey | None, DraftClash]]:
    """The clashes in the order of the base, each with the paragraph that it is told at.

    Args:
        base: The base.
        places: Line of the base → the key of its paragraph.
        story: Its paragraphs and tables.
        found: The clashes, by keys of paragraphs.
    """
    addresses: dict[ParagraphKey, tuple[int, Address]] = {}
    for rank, node in enumerate(base.walk()):
        for line in node.lines:
            if line in places:
                addresses.setdefault(places[line][0], (rank, node.address))
    rows = _rows(story)
    ranked = [(_first(addresses, clash), clash) for clash in found]
    ranked.sort(key=lambda item: item[0][0])
    return [
        (next(iter(clash.keys), None), _told(address, _spot(rows, clash, address), clash))
        for (_, address), clash in ranked
    ]


def signed_draft(
    made: redline.Redlined, base: audit.SideTexts, number: int, name: str, said: audit.SideTexts
) -> audit.SignedDraft:
    """A draft as the auditor holds the merged file against it.

    Headers and footers must be the draft's where it is the one that changes them, else those of the base.

    Args:
        made: The merged file.
        base: What the base says.
        number: The draft's place among all.
        name: Who signs it.
        said: What it says.
    """
    own = [clash for clash in made.clashes if number in clash.drafted]
    edges = None if made.unshown and made.edged else said if number in made.edged else base
    signs = (audit.TABLE, audit.ROW, audit.CELL)
    untold = {line for clash in own for line in clash.drafted[number]}
    kept = {line for clash in own for line in clash.standing[number]}
    return audit.SignedDraft(
        name,
        said,
        lambda author: name in author.split(redline.JOINT),
        frozenset({*untold, *signs}) if own else frozenset(),
        frozenset({*kept, *signs}) if own else frozenset(),
        edges,
    )


def _first(addresses: Mapping[ParagraphKey, tuple[int, Address]], clash: Clash) -> tuple[int, Address]:
    """Rank and address of the first provision there; what stands in none comes last."""
    return next((addresses[key] for key in clash.keys if key in addresses), (len(addresses), Address()))


def _rows(story: Iterable[OwnItem]) -> dict[ParagraphKey, tuple[_Row, ...]]:
    """Each paragraph with the rows it stands in, the outermost first; none outside tables."""
    numbers, found = count(), {}

    def read(items: Iterable[OwnItem], above: tuple[_Row, ...]) -> None:
        for item in items:
            if not isinstance(item, redline.OwnTable):
                found[item.key] = above
                continue
            number = next(numbers)
            for place, row in enumerate(item.rows, 1):
                for cell in row:
                    read(cell.story, (*above, (number, place)))

    read(story, ())
    return found


def _spot(rows: Mapping[ParagraphKey, tuple[_Row, ...]], clash: Clash, address: Address) -> str:
    """The rows of the innermost table that holds a clash; empty where none does."""
    held = zip(*(rows.get(key, ()) for key in clash.keys), strict=False)
    levels = [level for level in held if len({table for table, _ in level}) == 1]
    if not levels:
        return ""
    head = "" if any(step.kind is Kind.TABLE for step in address.steps) else "trong bảng, "
    first, last = levels[-1][0][1], levels[-1][-1][1]
    if clash.uneven:
        return f"{head}cả bảng (có ô gộp hoặc số cột khác nhau nên không tách được theo hàng)"
    if clash.rows and not clash.before:
        return f"{head}{'trước' if clash.leads else 'sau'} hàng {last}"
    if first == last:
        return f"{head}hàng {first}"
    return f"{head}hàng {first}–{last}" if clash.before else ""


def _told(address: Address, spot: str, clash: Clash) -> DraftClash:
    wishes = (DraftWish(wish.names, asked(clash.before, wish.after), wish.after) for wish in clash.wishes)
    return DraftClash(address, clash.before, tuple(wishes), clash.names, spot)


def asked(before: str, after: str) -> str:
    """What is asked of a place, in a sentence."""
    if not before.strip():
        return f"Đề nghị bổ sung “{_short(after)}”"
    if not after.strip():
        return f"Đề nghị bỏ “{_short(before)}”"
    old, new = wording.tokens(before), wording.tokens(after)
    found = wording.changes(old, new, exact=True)
    return wording.told(old, new, found) if found else f"Đề nghị viết là “{_short(after)}”"


def _short(text: str) -> str:
    """The beginning of a long text; the table and the drafts hold all of it."""
    words = " ".join(text.split())
    if len(words) <= limits.QUOTED:
        return words
    return words[: limits.QUOTED].rsplit(" ", 1)[0] + " …"
