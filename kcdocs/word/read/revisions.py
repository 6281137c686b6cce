"""Tracked changes: how many there are, and the document as if all were accepted or rejected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.model.revisions import Revisions
from kcdocs.word.package.wml import M, W, val, w
from kcdocs.word.read.grid import rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element


_INSERTED = ("ins", "moveTo")
_DELETED = ("del", "moveFrom")
_MARKED = (*_INSERTED, *_DELETED)
_PROPERTIES = frozenset({W + "rPr", W + "trPr", W + "ctrlPr"})
_BETWEEN = frozenset(
    W + name
    for name in (
        *("proofErr", "permStart", "permEnd"),
        *(
            f"{kind}{end}"
            for kind in ("bookmark", "commentRange", "moveFromRange", "moveToRange")
            for end in ("Start", "End")
        ),
    )
)
"""What may stand between two paragraphs and shows nothing: the ends of bookmarks, comments and moves."""

_STAYS = frozenset(W + name for name in ("rPr", "sectPr", "cellIns", "cellDel", *_MARKED))
_PRINTS = (
    *(W + name for name in ("t", "tab", "ptab", "br", "cr", "sym", "noBreakHyphen", "softHyphen")),
    *(W + name for name in ("drawing", "pict", "object", "footnoteReference", "endnoteReference")),
    M + "t",
)
_SETTLED = (
    *_MARKED,
    *("cellIns", "cellDel", "numberingChange"),
    *(f"{name}Change" for name in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "trPr", "tcPr", "tblGrid")),
    *(f"{side}Range{end}" for side in ("moveFrom", "moveTo") for end in ("Start", "End")),
)
"""What says nothing any more once all changes are settled."""

_CELLS = {"cellIns": _INSERTED, "cellDel": _DELETED}
_MERGES = {"cont": "continue", "rest": "restart"}
"""How `w:cellMerge` names what `w:vMerge` says (ECMA-376 part 1, 17.18.1)."""


def count(root: _Element) -> int:
    """How many tracked changes touch the words: insertions, deletions, moves, rows, cells, numbering."""
    texts = sum(1 for name in (*_MARKED, *_CELLS, "cellMerge") for _ in root.iter(W + name))
    return texts + sum(1 for change in root.iter(W + "pPrChange") if _renumbers(change))


def resolve(root: _Element, revisions: Revisions) -> None:
    """Change the tree into what it is once all tracked changes are accepted or rejected.

    Args:
        root: Root of a part; changed in place.
        revisions: ACCEPT or REJECT; any other leaves the tree as it is.
    """
    if revisions not in (Revisions.ACCEPT, Revisions.REJECT):
        return
    accept = revisions is Revisions.ACCEPT
    gone, kept = (_DELETED, _INSERTED) if accept else (_INSERTED, _DELETED)
    if not accept:
        _restore_properties(root)
        _drop_numbers_given(root)
    _merge_cells(root, "vMerge" if accept else "vMergeOrig")
    _drop_rows_and_cells(root, gone)
    joined = [item for item in root.iter(W + "p") if any(_has(item, f"pPr/rPr/{name}") for name in gone)]
    _drop_runs(root, gone, kept)
    _join(joined)
    for settled in list(root.iter(*(W + name for name in _SETTLED))):
        _remove(settled)


def _renumbers(change: _Element) -> bool:
    current = change.getparent()
    return any(val(current, path) != val(change, f"pPr/{path}") for path in ("numPr/numId", "numPr/ilvl"))


def _has(element: _Element, path: str) -> bool:
    return element.find(w(path)) is not None


def _restore_properties(root: _Element) -> None:
    for change in list(root.iter(*(W + f"{name}Change" for name in ("pPr", "rPr", "trPr", "tcPr")))):
        current = change.getparent()
        former = next(iter(change), None)
        if current is None or former is None:
            continue
        current[:] = [*former, *(item for item in current if item.tag in _STAYS)]


def _drop_numbers_given(root: _Element) -> None:
    """Take away the numbering of paragraphs that was given while changes were tracked."""
    for numbering in [item for item in root.iter(W + "numPr") if _has(item, "ins")]:
        _remove(numbering)


def _merge_cells(root: _Element, attribute: str) -> None:
    """Put cells merged or parted under tracking into one of the two states that the change names."""
    for change in list(root.iter(W + "cellMerge")):
        state = _MERGES.get(change.get(W + attribute, ""))
        properties = change.getparent()
        if state is not None and properties is not None:
            for former in properties.findall(W + "vMerge"):
                properties.remove(former)
            properties.append(properties.makeelement(W + "vMerge", {W + "val": state}))
        _remove(change)


def _drop_rows_and_cells(root: _Element, gone: Iterable[str]) -> None:
    names = tuple(gone)
    for row in list(root.iter(W + "tr")):
        if any(_has(row, f"trPr/{name}") for name in names):
            _remove(row)
    for name, marked in _CELLS.items():
        if marked == names:
            for mark in list(root.iter(W + name)):
                cell = next(mark.iterancestors(W + "tc"), None)
                if cell is not None:
                    _remove(cell)
    for table in list(root.iter(W + "tbl")):
        if next(rows(table), None) is None:
            _remove(table)


def _drop_runs(root: _Element, gone: Iterable[str], kept: Iterable[str]) -> None:
    for element in list(root.iter(*(W + name for name in gone))):
        if not is_mark(element):
            _remove(element)
    for element in list(root.iter(*(W + name for name in kept))):
        if not is_mark(element):
            _unwrap(element)
    for text in root.iter(W + "delText", W + "delInstrText"):
        text.tag = W + ("t" if text.tag == W + "delText" else "instrText")


def is_mark(element: _Element) -> bool:
    """Whether a tracked change speaks of a paragraph's end, a row or a number, and embraces no words."""
    parent = element.getparent()
    return parent is None or parent.tag in _PROPERTIES


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: _Element) -> None:
    for child in reversed(element):
        element.addnext(child)
    _remove(element)


def _join(marked: list[_Element]) -> None:
    """Join each paragraph whose mark is gone with the next, whose properties stay; an empty one goes."""
    gone, taken = set(marked), set()
    for paragraph in marked:
        if paragraph in taken:
            continue
        if not _prints(paragraph):
            _drop_empty(paragraph)
            continue
        following = _following(paragraph)
        while following is not None:
            taken.add(following)
            for properties in paragraph.findall(W + "pPr"):
                paragraph.remove(properties)
            paragraph[:0] = following.findall(W + "pPr")
            paragraph.extend(following)
            _remove(following)
            following = _following(paragraph) if following in gone else None


def _drop_empty(paragraph: _Element) -> None:
    """Remove a paragraph, unless nothing else would stand in its cell."""
    behind = _following(paragraph) is not None
    if behind or any(item.tag == W + "p" for item in paragraph.itersiblings(preceding=True)):
        _remove(paragraph)


def _following(paragraph: _Element) -> _Element | None:
    """The paragraph right behind, bookmarks between them left out of account."""
    following = paragraph.getnext()
    while following is not None and following.tag in _BETWEEN:
        following = following.getnext()
    return following if following is not None and following.tag == W + "p" else None


def _prints(paragraph: _Element) -> bool:
    """Whether it holds anything that prints; the stops of its tabs do not."""
    inside = (item for item in paragraph if item.tag != W + "pPr")
    return any(next(item.iter(*_PRINTS), None) is not None for item in inside)
