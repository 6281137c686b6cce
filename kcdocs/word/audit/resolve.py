"""What accepting and rejecting all tracked changes make of a part: the auditor's own reading.

It shares nothing with the reader of texts (`kcdocs.word.read`), so that a fault of one shows in the other.
Source: ISO/IEC 29500-1, 17.13.5; docs/word/tracked-changes.md tells it by specimens.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from kcdocs.word.package.wml import MC, M, W, local

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.etree import _Element

INSERTIONS, DELETIONS = ("ins", "moveTo"), ("del", "moveFrom")
MARKS = (*INSERTIONS, *DELETIONS)

_OPPOSITES = {"ins": "del", "del": "ins", "moveTo": "moveFrom", "moveFrom": "moveTo"}

_RECORDS = tuple(
    W + f"{name}Change"
    for name in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "trPr", "tcPr", "tblGrid", "numbering")
)
_ASIDE = frozenset({*(W + name for name in ("rPr", "trPr", "numPr")), M + "ctrlPr"})
"""Where a mark speaks of a paragraph's end, a row, a number or a formula's sign, and embraces nothing."""

_KEPT_ASIDE = frozenset(
    W + name for name in ("rPr", "sectPr", "headerReference", "footerReference", "cellIns", "cellDel")
) | frozenset(W + name for name in MARKS)
"""What the former set of properties never holds, so that putting it back leaves it where it is."""

_RANGES = tuple(
    W + f"{name}Range{end}"
    for name in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo")
    for end in ("Start", "End")
)
_BLOCKS = frozenset(W + name for name in ("p", "tbl", "sdt", "customXml", "altChunk")) | {
    MC + "AlternateContent"
}
_PRINTED = (
    *(W + name for name in ("t", "tab", "ptab", "br", "cr", "sym", "noBreakHyphen", "softHyphen")),
    *(W + name for name in ("drawing", "pict", "object", "footnoteReference", "endnoteReference", "fldChar")),
    M + "oMath",
)
_MERGES = {"cont": "continue", "rest": "restart"}


def turn(root: _Element, mine: Callable[[str], bool]) -> None:
    """Turn the tracked changes of others round, so that accepting all rejects theirs.

    Args:
        root: Root of the part; changed in place.
        mine: Says of an author whether theirs stay as they are.
    """
    for mark in list(root.iter(*(W + name for name in _OPPOSITES), *_RECORDS)):
        if mine(mark.get(W + "author") or ""):
            continue
        if mark.tag in _RECORDS:
            _settle_record(mark, accept=False)
        else:
            mark.tag = W + _OPPOSITES[local(mark)]


def resolve(root: _Element, *, accept: bool) -> None:
    """Change a part into what it is once all its tracked changes are accepted, or all rejected.

    Args:
        root: Root of the part; changed in place.
        accept: Whether they are accepted.
    """
    gone, kept = (DELETIONS, INSERTIONS) if accept else (INSERTIONS, DELETIONS)
    _settle_properties(root, accept=accept)
    _settle_rows(root, gone)
    _settle_cells(root, accept=accept)
    ended = list(_ended(root, gone))
    _settle_runs(root, gone, kept)
    for item in list(root.iter(*_RANGES)):
        _remove(item)
    _join(ended)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


# --- Properties ---------------------------------------------------------------------------------------------


def _settle_properties(root: _Element, *, accept: bool) -> None:
    for record in list(root.iter(*_RECORDS)):
        _settle_record(record, accept=accept)
    for number in list(root.iter(W + "numPr")):
        mark = number.find(W + "ins")
        if mark is not None:
            _remove(mark if accept else number)


def _settle_record(record: _Element, *, accept: bool) -> None:
    current = record.getparent()
    former = next(iter(record), None)
    _remove(record)
    if not accept and current is not None and former is not None and local(record) != "numberingChange":
        stays = [item for item in current if item.tag in _KEPT_ASIDE]
        current[:] = [*former, *stays]


def _settle_rows(root: _Element, gone: Iterable[str]) -> None:
    names = {W + name for name in gone}
    for row in list(root.iter(W + "tr")):
        properties = row.find(W + "trPr")
        if properties is None:
            continue
        marks = [item for item in properties if local(item) in MARKS]
        if any(item.tag in names for item in marks):
            _remove(row)
        for mark in marks:
            _remove(mark)
    _drop_empty_tables(root)


def _drop_empty_tables(root: _Element) -> None:
    for table in list(root.iter(W + "tbl")):
        if next(table.iter(W + "tr"), None) is None:
            _remove(table)


def _settle_cells(root: _Element, *, accept: bool) -> None:
    for mark in list(root.iter(W + "cellIns", W + "cellDel")):
        cell = next(mark.iterancestors(W + "tc"), None)
        _remove(mark)
        if cell is not None and (local(mark) == "cellDel") is accept:
            row = cell.getparent()
            _remove(cell)
            if row is not None and next(row.iter(W + "tc"), None) is None:
                _remove(row)
    _drop_empty_tables(root)
    for mark in list(root.iter(W + "cellMerge")):
        state = _MERGES.get(mark.get(W + ("vMerge" if accept else "vMergeOrig")) or "")
        properties = mark.getparent()
        for former in () if properties is None else properties.findall(W + "vMerge"):
            _remove(former)
        if state and properties is not None:
            properties.append(properties.makeelement(W + "vMerge", {W + "val": state}))
        _remove(mark)


# --- Words --------------------------------------------------------------------------------------------------


def _ended(root: _Element, names: Iterable[str]) -> Iterator[_Element]:
    """The paragraphs whose end bears one of the marks."""
    for mark in root.iter(*(W + name for name in names)):
        above = list(itertools.islice(mark.iterancestors(), 3))
        if [local(item) for item in above] == ["rPr", "pPr", "p"]:
            yield above[2]


def _settle_runs(root: _Element, gone: Iterable[str], kept: Iterable[str]) -> None:
    for mark in list(root.iter(*(W + name for name in gone))):
        _remove(mark)
    for mark in list(root.iter(*(W + name for name in kept))):
        parent = mark.getparent()
        if parent is not None and parent.tag not in _ASIDE:
            parent[parent.index(mark) : parent.index(mark) + 1] = list(mark)
        elif parent is not None:
            parent.remove(mark)
    for words in root.iter(W + "delText", W + "delInstrText"):
        words.tag = W + ("t" if local(words) == "delText" else "instrText")


def _join(ended: list[_Element]) -> None:
    """Put each paragraph whose end is gone in front of the next, whose properties stay."""
    for paragraph in ended:
        parent = paragraph.getparent()
        if parent is None:
            continue
        following = _next_block(paragraph)
        if following is not None and following.tag == W + "p":
            content = [item for item in paragraph if item.tag != W + "pPr"]
            place = 1 if following.find(W + "pPr") is not None else 0
            following[place:place] = content
            parent.remove(paragraph)
        elif not _prints(paragraph) and not _alone(paragraph):
            parent.remove(paragraph)


def _next_block(paragraph: _Element) -> _Element | None:
    return next((item for item in paragraph.itersiblings() if item.tag in _BLOCKS), None)


def _prints(paragraph: _Element) -> bool:
    """Whether it holds anything that prints; the stops of its tabs do not."""
    inside = (item for item in paragraph if item.tag != W + "pPr")
    return any(next(item.iter(*_PRINTED), None) is not None for item in inside)


def _alone(paragraph: _Element) -> bool:
    """Whether nothing or a table stands before it and nothing behind: a story must end in a paragraph."""
    if _next_block(paragraph) is not None:
        return False
    before = next((item for item in paragraph.itersiblings(preceding=True) if item.tag in _BLOCKS), None)
    return before is None or before.tag == W + "tbl"
