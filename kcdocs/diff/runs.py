"""Runs: the runs of tokens in which two texts agree or differ, as few as the words allow."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel, Levenshtein

from kcdocs.diff import limits
from kcdocs.diff.moves import heaviest_run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kcdocs.diff.prepared import PreparedText


class TokenRun(NamedTuple):
    """A run of tokens: whether both sides agree, its first and last index on the old and on the new side."""

    agree: bool
    old: int
    old_end: int
    new: int
    new_end: int

    def flipped(self) -> TokenRun:
        """The same run seen from the other side."""
        return TokenRun(self.agree, self.new, self.new_end, self.old, self.old_end)


def runs_of(old: PreparedText, new: PreparedText) -> list[TokenRun]:
    """Runs of tokens that agree, and what lies between them, in order and without a gap.

    Args:
        old: The old text.
        new: The new one.
    """
    if (new.words.text, new.code) < (old.words.text, old.code):
        return [run.flipped() for run in runs_of(new, old)]
    ends = [*_anchors(old, new), (len(old.code), len(new.code))]
    found = (
        run for start, end in pairwise([(0, 0), *ends]) for run in _opcodes(old.code, new.code, start, end)
    )
    return _settled(gathered(found, old.code, new.code), old, new)


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
        yield TokenRun(tag == "equal", start[0] + i, start[0] + i_end, start[1] + j, start[1] + j_end)


def _settled(runs: list[TokenRun], old: PreparedText, new: PreparedText) -> list[TokenRun]:
    """The runs with whole sentences that came or went, where the same words allow it, from end to end."""
    for place in range(1, len(runs) - 1):
        run = runs[place]
        if run.agree or (run.old < run.old_end and run.new < run.new_end):
            continue
        by = _to_sentence(run, runs[place - 1], runs[place + 1], old, new)
        if by:
            before, after = runs[place - 1], runs[place + 1]
            runs[place - 1] = before._replace(old_end=before.old_end + by, new_end=before.new_end + by)
            runs[place] = TokenRun(False, run.old + by, run.old_end + by, run.new + by, run.new_end + by)
            runs[place + 1] = after._replace(old=after.old + by, new=after.new + by)
    return [run for run in runs if run.old < run.old_end or run.new < run.new_end]


def _to_sentence(
    run: TokenRun, before: TokenRun, after: TokenRun, old: PreparedText, new: PreparedText
) -> int:
    """By how many tokens words put in or taken out must move to be whole sentences; 0 if they cannot."""
    side, start, end = (new, run.new, run.new_end) if run.old == run.old_end else (old, run.old, run.old_end)
    words = side.words
    for by in range(before.old_end - before.old + 1):
        if side.begins(start - by) and side.begins(end - by):
            return -by
        if by == start or words.token(start - by - 1) != words.token(end - by - 1):
            break
    for by in range(after.old_end - after.old + 1):
        if side.begins(start + by) and side.begins(end + by):
            return by
        if end + by == len(side.code) or words.token(start + by) != words.token(end + by):
            break
    return 0


def gathered(runs: Iterable[TokenRun], old: str, new: str) -> list[TokenRun]:
    """The runs with differences brought together that the same words allow to stand together.

    Of "khuyến công công bố" either "công" can be the one that went: it is the one beside the word that came,
    so that one word was replaced by another.

    Args:
        runs: Runs in order, without a gap.
        old: One code point a token of the old text.
        new: The same of the new one.
    """
    found: list[TokenRun] = []
    for run in runs:
        _append(found, run)
    if not any(run.old == run.old_end or run.new == run.new_end for run in found):
        return found
    joined, found = found, []
    for run in joined:
        _append(found, run)
        while len(found) >= 3 and not run.agree and _closed_up(found, old, new):
            pass
    return found


def _append(runs: list[TokenRun], run: TokenRun) -> None:
    """Append a run, joined to the one before it if of the same kind."""
    if runs and runs[-1][0] == run[0]:
        agree, start_old, _, start_new, _ = runs.pop()
        run = TokenRun(agree, start_old, run[2], start_new, run[4])
    runs.append(run)


def _closed_up(runs: list[TokenRun], old: str, new: str) -> bool:
    """Move one of the last two differences to the other, if all the words between them allow it."""
    first, between, last = runs[-3:]
    width = between.old_end - between.old
    if _turns(last, old, new, -width):
        start = last.old_end - width, last.new_end - width
        runs[-3:] = [
            first._replace(old_end=start[0], new_end=start[1]),
            TokenRun(True, start[0], last.old_end, start[1], last.new_end),
        ]
        return False
    if _turns(first, old, new, width):
        end = first.old + width, first.new + width
        del runs[-3:]
        _append(runs, TokenRun(True, first.old, end[0], first.new, end[1]))
        runs.append(TokenRun(False, end[0], last.old_end, end[1], last.new_end))
        return True
    return False


def _turns(run: TokenRun, old: str, new: str, by: int) -> bool:
    """Whether words only put in or only taken out may as well be those that stand `by` tokens on."""
    if run.new == run.new_end:
        text, start, end = old, run.old, run.old_end
    elif run.old == run.old_end:
        text, start, end = new, run.new, run.new_end
    else:
        return False
    low, high = min(start, start + by), max(end, end + by)
    whole, size = text[low:high], end - start
    return whole[size:] == whole[:-size]
