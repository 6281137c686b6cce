"""The lines before the first article: header, title, legal bases, enacting sentence."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kcdocs.model.address import Address, Kind
from kcdocs.parse.body import ReadingState
from kcdocs.parse.draft import UnfinishedNode
from kcdocs.parse.rules.front import is_rule, kind_of, type_name
from kcdocs.parse.words import LineStretch


def read_front(
    rows: Sequence[LineStretch], root: UnfinishedNode, state: ReadingState, contents: Collection[int] = ()
) -> None:
    """Sort the lines before the body into top nodes.

    Args:
        rows: The lines.
        root: Takes the nodes.
        state: Learns which node came last.
        contents: Indexes of lines that are a table of contents: they give no words.
    """
    title = next((row.index for row in rows if type_name(row.text)), len(rows))
    for row in rows:
        silent = not row.text or is_rule(row.text) or row.index in contents
        _take(row, None if silent else _kind(row, title, state.last), root, state, silent=silent)


def _take(
    row: LineStretch, kind: Kind | None, root: UnfinishedNode, state: ReadingState, *, silent: bool
) -> None:
    if kind is None and state.last is not None:
        state.last.add_line(row, silent=silent)
        return
    draft = root.counted(kind or Kind.HEADER, Address())
    draft.add_line(row, silent=silent)
    state.last = draft
    if kind is Kind.OTHER:
        state.findings.unclaimed(row, draft.address)


def _kind(row: LineStretch, title: int, last: UnfinishedNode | None) -> Kind | None:
    """The kind of node a line begins, None if it belongs to the node before it."""
    if row.index == title:
        return Kind.TITLE
    if row.index < title:
        found = kind_of(row.text)
        if found in (Kind.BASIS, Kind.ENACTING):
            return found
        return None if last is not None and last.kind is Kind.HEADER else Kind.HEADER
    return _below_title(row, last)


def _below_title(row: LineStretch, last: UnfinishedNode | None) -> Kind | None:
    found = kind_of(row.text)
    if found is Kind.BASIS and _names(row, last):
        return None
    if found is not None:
        return found
    if last is not None and last.kind in (Kind.TITLE, Kind.BASIS, Kind.ENACTING, Kind.PARAGRAPH):
        return None
    return Kind.OTHER


def _names(row: LineStretch, last: UnfinishedNode | None) -> bool:
    """Whether a line right under the type is the title, though it begins as a legal basis may."""
    bare = last is not None and last.kind is Kind.TITLE and "\n" not in last.text()
    return bare and not row.text.endswith((";", ".", ","))
