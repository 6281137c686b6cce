"""Rows: each provision with its words on both sides and the classes of what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.diff.cells import changed_cells
from kcdocs.diff.classify import gravest_first, weigh
from kcdocs.diff.lexicon import Lexicon, Words
from kcdocs.diff.prepared import KnownPhrase, PreparedText
from kcdocs.diff.siblings import repealed
from kcdocs.diff.table_rows import moved_rows, renumbered, with_rows, without_rows
from kcdocs.diff.words import compare_words
from kcdocs.law.kinds import LABELLED
from kcdocs.model.address import Kind
from kcdocs.model.comparison import ChangeClass, Edit, Pass, Row
from kcdocs.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcdocs.diff.atlas import Atlas
    from kcdocs.diff.tree import Unit
    from kcdocs.model.comparison import Match
    from kcdocs.model.instrument import Node, Reference

_JOINED = "\n"
_DIVIDED = {Pass.SPLIT: ChangeClass.SPLIT, Pass.MERGED: ChangeClass.MERGED}


def added(unit: Unit) -> Row:
    """The row of a provision only the new instrument has."""
    return Row((), (unit.node,), (ChangeClass.ADDED,))


def removed(unit: Unit) -> Row:
    """The row of a provision only the old instrument has."""
    return Row((unit.node,), (), (ChangeClass.REPEALED,))


def paired(
    olds: Sequence[Unit],
    news: Sequence[Unit],
    match: Match,
    moved: bool,
    atlas: Atlas,
    lexicon: Lexicon,
    known: Sequence[KnownPhrase],
) -> Row:
    """The row of provisions that became one another.

    Args:
        olds: The old provisions.
        news: The new ones.
        match: Why they were paired.
        moved: Whether they stand elsewhere.
        atlas: The address map, which says what references should have become.
        lexicon: The code points of this comparison.
        known: Replacements of words that are known already.
    """
    lefts, rights = tuple(unit.node for unit in olds), tuple(unit.node for unit in news)
    turned = _turned(lefts, rights)
    edits = [turned] if turned else _edits(olds, news, atlas, lexicon, known)
    changes = {edit.change for edit in edits if edit.change is not None}
    changes |= _structure(lefts, rights, match, moved)
    return Row(lefts, rights, gravest_first(changes), tuple(edits), match)


def _turned(olds: Sequence[Node], news: Sequence[Node]) -> Edit | None:
    """The one edit where words give way to the mark "(được bãi bỏ)" or come in its place.

    The mark is no law: none of its words is one of the provision's own, whatever they have in common.
    """
    old, new = olds[0].text, news[0].text
    if old == new or not len(olds) == len(news) == 1 or repealed(old) == repealed(new):
        return None
    change = ChangeClass.REPEALED if repealed(new) else ChangeClass.ADDED
    return Edit(Span(0, len(old)), Span(0, len(new)), change)


def _structure(olds: Sequence[Node], news: Sequence[Node], match: Match, moved: bool) -> set[ChangeClass]:
    changes = set()
    if moved:
        changes.add(ChangeClass.MOVED)
    if olds[0].kind is Kind.TABLE and changed_cells(olds, news):
        changes.add(ChangeClass.SUBSTANCE)
    if match.by in _DIVIDED:
        changes.add(_DIVIDED[match.by])
    if _relabelled(olds[0], news[0]):
        changes.add(ChangeClass.TECHNICAL)
    elif olds[0].kind in LABELLED:
        old, new = _printed_label(olds[0]), _printed_label(news[0])
        change = weigh(old, new) if old != new else None
        changes |= {ChangeClass.FORM if change is ChangeClass.SUBSTANCE else change} if change else set()
    return changes


def _printed_label(node: Node) -> str:
    """What stands before the words on the first line: "Điều 5a."."""
    if not node.lines:
        return ""
    line, words = node.lines[0].text, node.slices[0]
    return line[: words.start].strip() if words.start < words.end else ""


def _relabelled(old: Node, new: Node) -> bool:
    if old.kind is not new.kind:
        return old.kind in LABELLED or new.kind in LABELLED
    return old.kind in LABELLED and old.label != new.label


def _edits(
    olds: Sequence[Unit],
    news: Sequence[Unit],
    atlas: Atlas,
    lexicon: Lexicon,
    known: Sequence[KnownPhrase],
) -> list[Edit]:
    if len(olds) == len(news) == 1 and olds[0].node.text == news[0].node.text:
        end = len(olds[0].node.text)
        return [Edit(Span(0, end), Span(0, end))] if end else []
    left, right = _joined(olds, lexicon), _joined(news, lexicon)
    nodes = [unit.node for unit in olds], [unit.node for unit in news]
    moved = moved_rows(*nodes)
    if not moved:
        return renumbered(compare_words(*_sides(left, right, atlas, lexicon), known), *nodes)
    stayed = (without_rows(left, (row for row, _ in moved)), without_rows(right, (row for _, row in moved)))
    edits = compare_words(*_sides(*stayed, atlas, lexicon), known)
    return renumbered(with_rows(edits, moved, left.text, right.text), *nodes)


def _joined(units: Sequence[Unit], lexicon: Lexicon) -> Words:
    """The words of several provisions as of one text, joined by line feeds."""
    if len(units) == 1:
        return units[0].words(lexicon)
    stretches: list[tuple[int, int]] = []
    references: list[tuple[int, Reference]] = []
    parts = [unit.words(lexicon) for unit in units]
    offset = 0
    for part in parts:
        references += [(index + len(stretches), reference) for index, reference in part.references]
        stretches += [(start + offset, end + offset) for start, end in part.stretches]
        offset += len(part.text) + len(_JOINED)
    text, code = _JOINED.join(part.text for part in parts), "".join(part.code for part in parts)
    return Words(text, tuple(stretches), code, tuple(references))


def _sides(old: Words, new: Words, atlas: Atlas, lexicon: Lexicon) -> tuple[PreparedText, PreparedText]:
    """Both texts with code points for references: the same where the new one only follows the old one."""
    right = {index: lexicon.key(("reference", reference.targets)) for index, reference in new.references}
    written = {lexicon.token(new.token(index)): code for index, code in right.items()}
    left = {}
    for index, reference in old.references:
        words = old.token(index)
        followers = (
            j for j, other in new.references if atlas.leads((reference, words), (other, new.token(j)))
        )
        follower = next(followers, None)
        lone = lexicon.key(("reference", reference.targets, "old"))
        left[index] = written.get(lexicon.token(words), lone) if follower is None else right[follower]
    return (
        PreparedText(old, _recoded(old.code, left), frozenset(left)),
        PreparedText(new, _recoded(new.code, right), frozenset(right)),
    )


def _recoded(code: str, changed: dict[int, str]) -> str:
    if not changed:
        return code
    characters = list(code)
    for index, character in changed.items():
        characters[index] = character
    return "".join(characters)
