"""What Word does not forgive in tracked changes, most of which the Open XML SDK's validator lets pass.

Source: docs/word/tracked-changes.md, "What may stand where"; ISO/IEC 29500-1, 17.13.5.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kcdocs.word.audit.resolve import MARKS
from kcdocs.word.package.tree import parse_part
from kcdocs.word.package.wml import W, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kcdocs.word.package.docx import Package

AUTHORED = (*MARKS, "moveFromRangeStart", "moveToRangeStart", "rPrChange", "pPrChange", "cellIns", "cellDel")
_ALLOWED = frozenset(
    {
        *("r", "sdt", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr"),
        *(
            "permStart",
            "permEnd",
            *(f"move{side}Range{end}" for side in ("From", "To") for end in ("Start", "End")),
        ),
        *MARKS,
    }
)


def lint(package: Package) -> tuple[str, ...]:
    """What is wrong with the tracked changes of a document, in English: these are faults of who wrote it.

    Args:
        package: The opened document.
    """
    roots = word_parts(package)
    told = list(_repeated(roots))
    for name, root in roots.items():
        told += [
            f"{name}: {fault}" for fault in (*_words(root), *_nesting(root), *_ranges(root), *_ends(root))
        ]
    return tuple(told)


_BEARING = re.compile(
    rb"<(?:[\w.-]+:)?(?:%s|delText|delInstrText|move(?:From|To)RangeEnd)[\s/>]" % "|".join(AUTHORED).encode()
)


def word_parts(package: Package) -> dict[str, _Element]:
    """The parts that bear anything of tracked changes: name → root."""
    return {
        name: parse_part(package, name)
        for name, data in package.parts.items()
        if name.startswith("word/") and name.endswith(".xml") and _BEARING.search(data)
    }


def _repeated(roots: dict[str, _Element]) -> Iterator[str]:
    ids = Counter(
        item.get(W + "id") or ""
        for root in roots.values()
        for item in root.iter(*(W + name for name in AUTHORED))
    )
    yield from (
        f"id {number!r} of a change is used {times} times" for number, times in ids.items() if times > 1
    )


def _words(root: _Element) -> Iterator[str]:
    for words in root.iter(W + "delText", W + "delInstrText"):
        if next(words.iterancestors(W + "del"), None) is None:
            yield f"{local(words)} outside a deletion: {words.text!r}"
    for mark in root.iter(W + "del"):
        if any(True for _ in mark.iter(W + "t", W + "instrText")):
            yield f"living words in deletion {mark.get(W + 'id')}"


def _nesting(root: _Element) -> Iterator[str]:
    for mark in root.iter(*(W + name for name in MARKS)):
        if len(mark) and any(local(above) in MARKS for above in mark.iterancestors()):
            yield f"change {mark.get(W + 'id')} stands inside another"
        for child in mark:
            if local(child) and local(child) not in _ALLOWED:
                yield f"{local(child)} may not stand in change {mark.get(W + 'id')}"


def _ranges(root: _Element) -> Iterator[str]:
    names: dict[str, list[str]] = {}
    for side in ("moveFrom", "moveTo"):
        starts = {
            item.get(W + "id"): item.get(W + "name") or "" for item in root.iter(f"{W}{side}RangeStart")
        }
        ends = [item.get(W + "id") for item in root.iter(f"{W}{side}RangeEnd")]
        if sorted(map(str, starts)) != sorted(map(str, ends)):
            yield f"{side} ranges begin as {sorted(map(str, starts))} and end as {sorted(map(str, ends))}"
        for name in starts.values():
            names.setdefault(name, []).append(side)
    yield from (
        f"move {name!r} has the sides {sides}"
        for name, sides in names.items()
        if sorted(sides) != ["moveFrom", "moveTo"]
    )


def _ends(root: _Element) -> Iterator[str]:
    for properties in root.iter(W + "rPr"):
        marks = [local(item) for item in properties if local(item) in MARKS]
        if len(marks) > 1:
            yield f"one paragraph's end bears {' and '.join(marks)}"
        if marks and local(properties[0]) not in MARKS:
            yield f"{marks[0]} does not stand first among the properties of a paragraph's end"
