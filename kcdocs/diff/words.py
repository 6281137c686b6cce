"""Words: the stretches in which a provision's two texts agree or differ."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel, Levenshtein

from kcdocs.diff import limits
from kcdocs.diff.classify import weigh
from kcdocs.diff.moves import heaviest_run
from kcdocs.model.comparison import ChangeClass, Edit
from kcdocs.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcdocs.diff.lexicon import Words

_BRIDGED = (ChangeClass.FORM, ChangeClass.ENCODING)
_LOGIC = re.compile(r"(?<!\w)(?:hoặc|hay|trừ|không)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PreparedText:
    """One text ready for comparison.

    Attributes:
        words: Its tokens.
        code: One code point a token; those of references say where they point.
        pointing: Indices of the tokens that are references.
    """

    words: Words
    code: str
    pointing: frozenset[int]

    def start(self, token: int) -> int:
        """Where the cell of a token starts; a cell is the token and the space after it."""
        if token == 0:
            return 0
        return self.words.stretches[token][0] if token < len(self.words.stretches) else len(self.words.text)

    def end(self, token: int) -> int:
        """Where a token itself ends."""
        return self.words.stretches[token][1]


TokenRun = tuple[bool, int, int, int, int]
"""Whether the tokens agree, their first and last index on the old side, and on the new side."""


def compare_words(old: PreparedText, new: PreparedText) -> list[Edit]:
    """Tile two texts with edits.

    Args:
        old: The old text.
        new: The new one.

    Returns:
        Edits in order, without a gap on either side; neighbours are of different classes.
    """
    edits: list[Edit] = []
    at_old = at_new = 0
    blocks = _blocks(old, new)
    if not blocks and old.words.text != new.words.text:
        return [
            Edit(
                Span(0, len(old.words.text)),
                Span(0, len(new.words.text)),
                weigh(old.words.text, new.words.text),
            )
        ]
    for place, (agree, i, i_end, j, j_end) in enumerate(blocks):
        if agree:
            last = place + 1 == len(blocks)
            pieces = _agreeing(old, new, (i, i_end, j, j_end), (at_old, at_new), last)
        else:
            pieces = _differing(old, new, (at_old, old.start(i_end)), (at_new, new.start(j_end)))
        for edit in pieces:
            _add(edits, edit)
        at_old, at_new = (edits[-1].old.end, edits[-1].new.end) if edits else (0, 0)
    return edits


def _blocks(old: PreparedText, new: PreparedText) -> list[TokenRun]:
    """Runs of tokens that agree, and what lies between them."""
    if (new.words.text, new.code) < (old.words.text, old.code):
        return [(agree, j, j_end, i, i_end) for agree, i, i_end, j, j_end in _blocks(new, old)]
    blocks: list[TokenRun] = []
    start = (0, 0)
    for anchor in [*_anchors(old, new), (len(old.code), len(new.code))]:
        for block in _opcodes(old.code, new.code, start, anchor):
            _append(blocks, block)
        start = anchor
    return blocks


def _anchors(old: PreparedText, new: PreparedText) -> list[tuple[int, int]]:
    """Tokens to pair before all others: references that point at the same and stand once on each side."""
    places = {new.code[j]: j for j in new.pointing if new.code.count(new.code[j]) == 1}
    found = sorted((i, places[old.code[i]]) for i in old.pointing if old.code[i] in places)
    found = [pair for pair in found if old.code.count(old.code[pair[0]]) == 1]
    return [found[k] for k in heaviest_run([j for _, j in found], [1] * len(found))]


def _opcodes(old: str, new: str, start: tuple[int, int], end: tuple[int, int]) -> Iterator[TokenRun]:
    left, right = old[start[0] : end[0]], new[start[1] : end[1]]
    metric = Levenshtein if max(len(left), len(right)) > limits.LONG else Indel
    for tag, i, i_end, j, j_end in metric.opcodes(left, right).as_list():
        yield tag == "equal", start[0] + i, start[0] + i_end, start[1] + j, start[1] + j_end


def _append(blocks: list[TokenRun], block: TokenRun) -> None:
    """Append a block, joined to the one before it if of the same kind."""
    if blocks and blocks[-1][0] == block[0]:
        before = blocks.pop()
        block = (block[0], before[1], block[2], before[3], block[4])
    blocks.append(block)


def _agreeing(
    old: PreparedText,
    new: PreparedText,
    tokens: tuple[int, int, int, int],
    start: tuple[int, int],
    last: bool,
) -> Iterator[Edit]:
    """Edits of tokens that agree; a differing space before a difference is left to that difference."""
    i, i_end, j, j_end = tokens
    text_old, text_new = old.words.text, new.words.text
    (at_old, at_new), (from_old, from_new) = start, start
    for left, right in zip(range(i, i_end), range(j, j_end), strict=True):
        next_old, next_new = old.start(left + 1), new.start(right + 1)
        if text_old[at_old:next_old] != text_new[at_new:next_new]:
            yield Edit(Span(from_old, at_old), Span(from_new, at_new))
            token = Span(at_old, old.end(left)), Span(at_new, new.end(right))
            yield Edit(*token, _same(old, new, (left, right), token))
            from_old, from_new = token[0].end, token[1].end
            change = weigh(text_old, text_new, (from_old, next_old), (from_new, next_new))
            if change is not None and (last or left + 1 < i_end):
                yield Edit(Span(from_old, next_old), Span(from_new, next_new), change)
                from_old, from_new = next_old, next_new
            elif change is not None:
                return
        at_old, at_new = next_old, next_new
    yield Edit(Span(from_old, at_old), Span(from_new, at_new))


def _same(
    old: PreparedText, new: PreparedText, tokens: tuple[int, int], at: tuple[Span, Span]
) -> ChangeClass | None:
    stretches = (at[0].start, at[0].end), (at[1].start, at[1].end)
    change = weigh(old.words.text, new.words.text, *stretches)
    if change is not ChangeClass.SUBSTANCE or tokens[0] not in old.pointing or tokens[1] not in new.pointing:
        return change
    logic = (_LOGIC.findall(at[0].of(old.words.text)), _LOGIC.findall(at[1].of(new.words.text)))
    return ChangeClass.TECHNICAL if logic[0] == logic[1] else change


def _differing(
    old: PreparedText, new: PreparedText, at_old: tuple[int, int], at_new: tuple[int, int]
) -> Iterator[Edit]:
    """The edit of tokens that differ, without the space after them that both sides share."""
    shared = _shared_space(old.words.text[slice(*at_old)], new.words.text[slice(*at_new)])
    end_old, end_new = at_old[1] - shared, at_new[1] - shared
    change = weigh(old.words.text, new.words.text, (at_old[0], end_old), (at_new[0], end_new))
    yield Edit(Span(at_old[0], end_old), Span(at_new[0], end_new), change)
    if shared:
        yield Edit(Span(end_old, at_old[1]), Span(end_new, at_new[1]))


def _shared_space(old: str, new: str) -> int:
    if not old or not new:
        return 0
    left, right = len(old) - len(old.rstrip()), len(new) - len(new.rstrip())
    return left if old[len(old) - left :] == new[len(new) - right :] else 0


def _add(edits: list[Edit], edit: Edit) -> None:
    """Append an edit, joined to the one before it if of the same class."""
    if edit.old.start == edit.old.end and edit.new.start == edit.new.end:
        return
    if edit.change in _BRIDGED and len(edits) > 1 and edits[-2].change is edit.change:
        _bridge(edits)
    if edits and edits[-1].change is edit.change:
        before = edits.pop()
        edit = Edit(Span(before.old.start, edit.old.end), Span(before.new.start, edit.new.end), edit.change)
    edits.append(edit)


def _bridge(edits: list[Edit]) -> None:
    """Take the one space between two differences of spelling or encoding as part of both."""
    space = edits[-1]
    if space.change is None and space.old.end - space.old.start == 1:
        edits[-1] = replace(space, change=edits[-2].change)
        _add(edits, edits.pop())
