"""Words: the stretches in which a provision's two texts agree or differ."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kcdocs.diff.classify import SPELLED, weigh
from kcdocs.diff.known import with_phrases
from kcdocs.diff.runs import runs_of
from kcdocs.model.comparison import ChangeClass, Edit
from kcdocs.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kcdocs.diff.prepared import KnownPhrase, PreparedText

_LOGIC = re.compile(r"(?<!\w)(?:hoặc|hay|trừ|không)(?!\w)", re.IGNORECASE)


def compare_words(old: PreparedText, new: PreparedText, known: Sequence[KnownPhrase] = ()) -> list[Edit]:
    """Tile two texts with edits.

    Args:
        old: The old text.
        new: The new one.
        known: Replacements to align as the phrase; one that no command says only where no more words differ.

    Returns:
        Edits in order, without a gap on either side; neighbours are of different classes.
    """
    here = [phrase for phrase in known if phrase.old in old.code and phrase.new in new.code]
    edits = _edits(old, new) if not any(phrase.commanded for phrase in here) else None
    if not here:
        return edits if edits is not None else _edits(old, new)
    aligned = _edits(*with_phrases(old, new, here))
    texts = old.words.text, new.words.text
    return edits if edits is not None and _cost(edits, *texts) < _cost(aligned, *texts) else aligned


def _cost(edits: Iterable[Edit], old: str, new: str) -> int:
    """How many words differ."""
    return sum(len(edit.old.of(old).split()) + len(edit.new.of(new).split()) for edit in edits if edit.change)


def _edits(old: PreparedText, new: PreparedText) -> list[Edit]:
    edits: list[Edit] = []
    at_old = at_new = 0
    blocks = runs_of(old, new)
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
    ends = old.start(i_end), new.start(j_end)
    if text_old[at_old : ends[0]] == text_new[at_new : ends[1]]:  # for speed only
        yield Edit(Span(at_old, ends[0]), Span(at_new, ends[1]))
        return
    cells = zip(range(i, i_end), range(j, j_end), old.ends(i, i_end), new.ends(j, j_end), strict=True)
    for left, right, next_old, next_new in cells:
        if text_old[at_old:next_old] != text_new[at_new:next_new]:
            yield Edit(Span(from_old, at_old), Span(from_new, at_new))
            token = Span(at_old, old.end(left)), Span(at_new, new.end(right))
            yield from _token(old, new, (left, right), token)
            from_old, from_new = token[0].end, token[1].end
            change = weigh(text_old, text_new, (from_old, next_old), (from_new, next_new))
            if change is not None and (last or left + 1 < i_end):
                yield Edit(Span(from_old, next_old), Span(from_new, next_new), change)
                from_old, from_new = next_old, next_new
            elif change is not None:
                return
        at_old, at_new = next_old, next_new
    yield Edit(Span(from_old, at_old), Span(from_new, at_new))


def _token(
    old: PreparedText, new: PreparedText, tokens: tuple[int, int], at: tuple[Span, Span]
) -> Iterator[Edit]:
    """The edits of a token that agrees though its characters differ: a reference, a spelling, a phrase."""
    phrase = old.phrases.get(tokens[0])
    if phrase is None or tokens[1] not in new.phrases:
        yield Edit(*at, _same(old, new, tokens, at))
    elif phrase.commanded:
        words = at[0].of(old.words.text) + at[1].of(new.words.text)
        figures = any(character.isdigit() for character in words)
        yield Edit(*at, ChangeClass.SUBSTANCE if figures else ChangeClass.PHRASE, phrase.number)
    else:
        yield from _phrase(old.words.text, new.words.text, at, phrase.number)


def _phrase(old: str, new: str, at: tuple[Span, Span], number: int) -> Iterator[Edit]:
    """The edits of a phrase: the words at its ends that stayed, and what lies between them."""
    left, right = (span.of(text).split(" ") for span, text in zip(at, (old, new), strict=True))
    least = min(len(left), len(right)) - 1
    head = next((k for k in range(least) if left[k] != right[k]), least)
    tail = next((k for k in range(least - head) if left[-1 - k] != right[-1 - k]), least - head)
    before, after = (
        sum(len(word) + 1 for word in left[:head]),
        sum(len(word) + 1 for word in left[len(left) - tail :]),
    )
    starts, ends = [span.start + before for span in at], [span.end - after for span in at]
    yield Edit(Span(at[0].start, starts[0]), Span(at[1].start, starts[1]))
    yield Edit(Span(starts[0], ends[0]), Span(starts[1], ends[1]), ChangeClass.PHRASE, number)
    yield Edit(Span(ends[0], at[0].end), Span(ends[1], at[1].end))


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
    if edit.change in SPELLED and len(edits) > 1 and edits[-2].change is edit.change:
        _bridge(edits)
    if edits and (edits[-1].change, edits[-1].phrase) == (edit.change, edit.phrase):
        before = edits.pop()
        spans = Span(before.old.start, edit.old.end), Span(before.new.start, edit.new.end)
        edit = Edit(*spans, edit.change, edit.phrase)
    edits.append(edit)


def _bridge(edits: list[Edit]) -> None:
    """Take the one space between two differences of spelling or encoding as part of both."""
    space = edits[-1]
    if space.change is None and space.old.end - space.old.start == 1:
        edits[-1] = replace(space, change=edits[-2].change)
        _add(edits, edits.pop())
