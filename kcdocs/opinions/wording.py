"""What an office wants of a provision's words, told in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

from kcdocs.opinions import limits
from kcdocs.text.normalise import content_form, nfc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcdocs.model.line import Note


class WordChange(NamedTuple):
    """A stretch of words that changes: tokens from and to, on both sides."""

    old_from: int
    old_to: int
    new_from: int
    new_to: int


def tokens(text: str) -> list[str]:
    """The words of a text, parted at any blank, composed (NFC)."""
    return nfc(text).split()


def changes(before: Sequence[str], after: Sequence[str], *, exact: bool) -> list[WordChange]:
    """The stretches of words that differ, near ones joined.

    Args:
        before: Words of the one text.
        after: Words of the other.
        exact: Whether spelling that says the same (the place of a tone mark, the kind of a hyphen) counts.
    """
    old, new = (side if exact else [content_form(word) for word in side] for side in (before, after))
    found: list[WordChange] = []
    for code in Indel.opcodes(old, new):
        if code.tag == "equal":
            continue
        one = WordChange(code.src_start, code.src_end, code.dest_start, code.dest_end)
        if found and one.old_from - found[-1].old_to <= limits.JOINED:
            one = WordChange(found[-1].old_from, one.old_to, found[-1].new_from, one.new_to)
            found.pop()
        found.append(one)
    return found


def told(before: Sequence[str], after: Sequence[str], found: Sequence[WordChange]) -> str:
    """The changes of a provision, one a clause; those of one that is rewritten as a whole."""
    changed = sum(max(one.old_to - one.old_from, one.new_to - one.new_from) for one in found)
    if len(found) > 1 and changed > limits.REWRITTEN * max(len(before), len(after)):
        return f"Đề nghị viết lại thành: “{' '.join(after)}”"
    clauses = "; ".join(_clause(before, after, one) for one in found)
    return f"Đề nghị {clauses}"


def _clause(before: Sequence[str], after: Sequence[str], one: WordChange) -> str:
    old = " ".join(before[one.old_from : one.old_to])
    new = " ".join(after[one.new_from : one.new_to])
    if old and new:
        return _replacement(before, after, one)
    if old:
        return f"bỏ “{old}”{_around(before, one)}"
    around = " ".join(before[max(0, one.old_from - limits.CONTEXT) : one.old_from])
    return f"thêm “{new}” sau “{around}”" if around else f"thêm “{new}” vào đầu"


def _around(words: Sequence[str], one: WordChange) -> str:
    """One syllable that goes, with those on either side: alone it is often no word ("lăm")."""
    if one.old_to - one.old_from > 1 or len(words) == 1:
        return ""
    return f" trong “{' '.join(words[max(0, one.old_from - 1) : one.old_to + 1])}”"


def _replacement(before: Sequence[str], after: Sequence[str], one: WordChange) -> str:
    """A replacement, with the word on either side of what is short: "11" alone may stand in many places."""
    short = one.old_to - one.old_from <= limits.SHORT
    left = 1 if short and one.old_from and one.new_from else 0
    right = 1 if short and one.old_to < len(before) and one.new_to < len(after) else 0
    old = " ".join(before[one.old_from - left : one.old_to + right])
    new = " ".join(after[one.new_from - left : one.new_to + right])
    return f"sửa “{old}” thành “{new}”"


def note_told(before: Note | None, after: Note | None) -> str:
    """What is asked of a note, in a sentence."""
    old, new = (
        " ".join(" ".join(line.text for line in note.lines).split()) if note else ""
        for note in (before, after)
    )
    if before and after:
        return f"Đề nghị sửa chú thích {before.label} “{old}” thành “{new}”"
    return f"Đề nghị bỏ chú thích “{old}”" if before else f"Đề nghị bổ sung chú thích “{new}”"
