"""Finding words in a provision, as a command means them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kcdocs.model.span import Span
from kcdocs.text.normalise import fold_quotes, fold_tones, nfc
from kcdocs.text.seen import Seen, seen

_SPACE = re.compile(r"\s+")
_HEAD = re.compile(r"(?:^|[.?!:;]\s)[\s\-+•*“\"(]*\Z")
"""What stands before the first word of a sentence, a list item or a provision."""

_AND = re.compile(r"(?:^|\s)(?:và|hoặc)$")
_MARKS = ",;.:"


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where words stand.

    Attributes:
        span: Its characters in the text.
        recased: Whether its first letter is a capital where the words have none, or the other way round, as
            it may be at the head of a sentence.
    """

    span: Span
    recased: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Where words stand in a text.

    Attributes:
        hits: The places, in order.
        near: Passages that differ in capitals or go on in a number: no hits, but what may have been meant.
    """

    hits: tuple[Hit, ...]
    near: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is searched: composed, every kind of quotation mark, hyphen and tone placement alike."""

    text: str
    original: str
    seen: Seen

    def span(self, found: re.Match[str]) -> Span:
        """The characters of the original that a match covers."""
        return Span(self.seen.back(found.start()), self.seen.back(found.end()))


def folded(text: str) -> Folded:
    """A text made ready for searching."""
    view = seen(text)
    return Folded(_fold(view.text), text, view)


def find(words: str, text: Folded) -> Found:
    """Where words stand in a text.

    Unicode form, place of a tone mark, kinds of space, line end, hyphen and quotation mark do not count. A
    syllable or a number is never cut: "cấp" is not found in "cấpphép", "10" not in "10.000". The case of
    letters counts, save that of the first letter at the head of a sentence.

    Args:
        words: The words as quoted by the command; space at either end belongs to them.
        text: Where to look.
    """
    plain = _fold(seen(nfc(words)).text)
    hits: list[Hit] = []
    near: list[str] = []
    for found in _pattern(plain).finditer(text.text):
        kind = _likeness(plain, found.group(), text.text[: found.start()])
        if kind is None:
            near.append(text.span(found).of(text.original))
        else:
            hits.append(Hit(text.span(found), recased=kind))
    return Found(tuple(hits), tuple(near) or tuple(_longer_numbers(plain, text) if not hits else ()))


def recase(words: str, matched: str) -> str:
    """New words whose first letter is a capital where that of the words they take the place of is one."""
    first = words[:1].upper() if matched[:1].isupper() else words[:1].lower()
    return first + words[1:]


def tidy(text: str, seam: int) -> tuple[Span, str]:
    """What to mend where words were taken out.

    Args:
        text: The words after the removal.
        seam: Where the removed words stood.

    Returns:
        Characters around the seam, and what should stand there: no doubled space, no space before a
        punctuation mark.
    """
    start = len(text[:seam].rstrip())
    end = len(text) - len(text[seam:].lstrip())
    before, after = text[:start][-1:], text[end : end + 1]
    if start == seam and end == seam:
        return Span(seam, seam), ""
    glue = "" if not before or not after or after in ",;.:)”" or before in "(“" else " "
    return Span(start, end), glue


def dangles(text: str, seam: int) -> bool:
    """Whether a comma or an "và" is left without what it joined, where words were taken out."""
    before, after = text[:seam].rstrip(), text[seam:].lstrip()
    bare = before.endswith(tuple(_MARKS[:2])) or bool(_AND.search(before))
    joined = after[:1] in (*_MARKS, "") or after.startswith(("và ", "hoặc "))
    return (bare and joined) or (not before and after[:1] in tuple(_MARKS))


def _fold(text: str) -> str:
    return fold_tones(fold_quotes(text))


def _pattern(plain: str) -> re.Pattern[str]:
    head = r"(?<!\w)" if plain[:1].isalnum() else ""
    tail = r"(?!\w)" if plain[-1:].isalnum() else ""
    head += r"(?<!\d[.,])" if plain[:1].isdigit() else ""
    tail += r"(?![.,]\d)" if plain[-1:].isdigit() else ""
    return re.compile(head + _spaced(plain) + tail, re.IGNORECASE)


def _spaced(plain: str) -> str:
    return r"\s+".join(re.escape(piece) for piece in _SPACE.split(plain))


def _likeness(plain: str, matched: str, before: str) -> bool | None:
    """False for the same words, True for another first letter that its place explains, None for others."""
    wanted, given = (" ".join(item.split()) for item in (plain, matched))
    if wanted == given:
        return False
    return True if wanted[1:] == given[1:] and _HEAD.search(before) else None


def _longer_numbers(plain: str, text: Folded) -> Iterator[str]:
    """Numbers that only begin or end as the words do ("10 ngày" for "0 ngày")."""
    if plain[:1].isdigit() or plain[-1:].isdigit():
        for found in re.finditer(rf"[\d.,]*{_spaced(plain)}[\d.,]*", text.text):
            yield text.span(found).of(text.original).rstrip(".,")
