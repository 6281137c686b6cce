"""Automatic numbering: the label Word prints before a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kcdocs.text.numbers import whole_number
from kcdocs.text.symbols import readable
from kcdocs.word import limits
from kcdocs.word.package.wml import MC, W, number, on, val, w
from kcdocs.word.read.numerals import formatted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_SLOT = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list.

    Attributes:
        start: The first number.
        style: `ST_NumberFormat`, "bullet" and "none" included.
        pattern: The label with "%1" … "%9" for the numbers of the levels.
        custom: The pattern of a custom number format.
        gap: What stands between label and text: a space, or nothing.
        legal: Whether all numbers in the label print in digits.
        restart: The level (1-based) from which upwards a use restarts this one; 0 for never, None for
            the level just above.
        font: Font of the label, for symbol bullets.
        linked: Paragraph style that belongs to this level.
    """

    start: int = 1
    style: str = "decimal"
    pattern: str = ""
    custom: str = ""
    gap: str = " "
    legal: bool = False
    restart: int | None = None
    font: str = ""
    linked: str = ""


@dataclass(frozen=True, slots=True)
class ListUse:
    """A `w:num`: a list in use.

    Attributes:
        abstract: The abstract list whose counters it shares.
        levels: Its levels, overrides applied.
        starts: Level → first number, for the levels whose start it overrides.
    """

    abstract: str
    levels: Mapping[int, ListLevel]
    starts: Mapping[int, int]


@dataclass(slots=True)
class Counters:
    """The numbers a document has reached; one for a whole document.

    Attributes:
        lists: `w:numId` → list.
    """

    lists: Mapping[str, ListUse]
    _reached: dict[str, dict[int, int]] = field(default_factory=dict)
    _overridden: set[tuple[str, int]] = field(default_factory=set)

    def label(self, num_id: str, level: int) -> str:
        """Count one paragraph and give its label with the gap behind it; empty if it prints none.

        Args:
            num_id: `w:numId` of the paragraph.
            level: `w:ilvl`, from 0.
        """
        use = self.lists.get(num_id)
        if use is None or level not in use.levels:
            return ""
        self._count(num_id, use, level)
        text = self._printed(use, level)
        gap = use.levels[level].gap
        return text.rstrip() + gap if text.strip() and gap else text

    def _count(self, num_id: str, use: ListUse, level: int) -> None:
        reached = self._reached.setdefault(use.abstract, {})
        fresh = level in use.starts and (num_id, level) not in self._overridden
        if fresh or level not in reached:
            reached[level] = use.starts.get(level, use.levels[level].start)
            self._overridden.add((num_id, level))
        else:
            reached[level] += 1
        for deeper in [item for item in reached if item > level]:
            restart = use.levels[deeper].restart if deeper in use.levels else None
            if level < (deeper if restart is None else restart):
                del reached[deeper]

    def _printed(self, use: ListUse, level: int) -> str:
        here = use.levels[level]
        if here.style == "bullet":
            return readable(here.pattern, here.font)
        reached = self._reached[use.abstract]

        def number_of(slot: re.Match[str]) -> str:
            index = int(slot.group(1)) - 1
            shown = use.levels.get(index, ListLevel())
            value = reached.get(index, use.starts.get(index, shown.start))
            style = "decimal" if here.legal and shown.style != "none" else shown.style
            return formatted(value, style, shown.custom)

        return _SLOT.sub(number_of, here.pattern)


def read_lists(numbering: _Element | None, style_lists: Mapping[str, str]) -> dict[str, ListUse]:
    """All lists in use.

    Args:
        numbering: Root of `word/numbering.xml`, None if the document has none.
        style_lists: Numbering style → `w:numId` that it names, for lists defined through a style.

    Returns:
        `w:numId` → list.
    """
    if numbering is None:
        return {}
    abstracts = {str(item.get(W + "abstractNumId")): item for item in numbering.findall(w("abstractNum"))}
    owners = {
        str(item.get(W + "numId")): val(item, "abstractNumId") or "" for item in numbering.findall(w("num"))
    }
    uses = {}
    for item in numbering.findall(w("num")):
        num_id = str(item.get(W + "numId"))
        abstract = _through_style(owners[num_id], abstracts, owners, style_lists)
        if abstract in abstracts:
            uses[num_id] = _use(item, abstract, abstracts[abstract])
    return uses


def linked_levels(lists: Mapping[str, ListUse]) -> dict[tuple[str, str], int]:
    """(`w:numId`, paragraph style) → level, for the levels that are linked to a style."""
    return {
        (num_id, level.linked): index
        for num_id, use in lists.items()
        for index, level in use.levels.items()
        if level.linked
    }


def _through_style(
    abstract: str,
    abstracts: Mapping[str, _Element],
    owners: Mapping[str, str],
    style_lists: Mapping[str, str],
) -> str:
    style = val(abstracts.get(abstract), "numStyleLink")
    return owners.get(style_lists.get(style, ""), abstract) if style else abstract


def _use(item: _Element, abstract: str, definition: _Element) -> ListUse:
    levels = {
        whole_number(level.get(W + "ilvl")) or 0: _level(level) for level in definition.findall(w("lvl"))
    }
    starts = {}
    for override in item.findall(w("lvlOverride")):
        index = whole_number(override.get(W + "ilvl")) or 0
        own = override.find(w("lvl"))
        if own is not None:
            levels[index] = _level(own)
            starts[index] = levels[index].start
        start = number(override, "startOverride")
        if start is not None:
            starts[index] = start
            levels[index] = replace(levels.get(index, ListLevel()), start=start)
    return ListUse(abstract, levels, starts)


def _level(item: _Element) -> ListLevel:
    style, custom = _number_format(item)
    start = number(item, "start")
    fonts = item.find(w("rPr/rFonts"))
    return ListLevel(
        start=0 if start is None else start,
        style=style,
        pattern=(val(item, "lvlText") or "")[: limits.LONGEST_LABEL],
        custom=custom,
        gap="" if val(item, "suff") == "nothing" else " ",
        legal=on(item, "isLgl") or False,
        restart=number(item, "lvlRestart"),
        font="" if fonts is None else fonts.get(W + "hAnsi") or fonts.get(W + "ascii") or "",
        linked=val(item, "pStyle") or "",
    )


def _number_format(item: _Element) -> tuple[str, str]:
    found = item.find(f"{MC}AlternateContent/{MC}Choice/{w('numFmt')}")
    if found is None:
        found = item.find(w("numFmt"))
    if found is None:
        return "decimal", ""
    return found.get(W + "val") or "decimal", found.get(W + "format") or ""
