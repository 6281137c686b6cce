"""A value beside the text that a document prints around it: what both say is said once.

A document prints "Điều 5. " before a heading; a heading copied from another file begins with it already.
What stands around a value comes from the template, so that the rule holds for every template.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from kcdocs.text.labels import POINT_LETTERS
from kcdocs.text.roman import from_roman

HOLE = "\ufffc"
"""Stands for what differs from document to document (a number, another value) in the text around a value."""

_BULLET = re.compile(
    r"(?:[-–—−+*](?:\s+|(?=[^\W\d]))|[•●○▪▫■□◦·‣⁃∙◆◇❖❑❒➢➤►▶➔→✓✔☐☑★☆]\s*|o\s+(?=[A-ZÀ-ÝĂĐĨŨƠƯẠ-Ỹ][a-zà-ỹ]))(?=\S)"
)
"""A dash or sign before an item, or the small "o" by which Word marks the items of a second level."""
_MARK = re.compile(r"[-–—−+*•●○▪▫■□◦·‣⁃∙◆◇]")
_NUMBER = r"(?P<number>\d{1,3}|[ivxlcIVXLC]{1,7}|[a-zđA-ZĐ])"
_BARE_LABEL = re.compile(rf"\(?(?:\d{{1,2}}\.){{0,3}}{_NUMBER}(?:[.:](?=\s|[^\W\d_])|/(?=\s)|\))\s*")
_WORDED_LABEL = re.compile(rf"\s+{_NUMBER}(?:\s*[.:)–-]\s*|(?<=\w)\n\s*)|\s*[.:]\s+|\s*\n\s*")
_UNMARKED_LABEL = re.compile(rf"\s+{_NUMBER}\s+(?=\S)")
_LABEL_SIGN = re.compile(rf"{HOLE}(?P<sign>[.):/]*)$")
_WORD = re.compile(r"[^\W_]+")
_SIGN_OR_SPACE = re.compile(r"\s*[.:]\s*|\s+")
_SIGN = re.compile(r"\s*[.:]\s*")
_GAP = re.compile(r"[\s.,:()/–-]*")
_CLOSING = re.compile(r"(?<![\s.;,:/])[\s.;,:/]*[.;,:]$")
_ABBREVIATED = re.compile(r"(?<!\w)(?:v\.\s?v|TP|Tp|TS|ThS|GS|PGS|St|Tx|TX)\.$")
_UNENDED = ("...", "…", "?", "!")
_MARKS = ".;,:"
_ABOUT = re.compile(r"(?:về\s+việc|về|v/v)\s+", re.IGNORECASE)
"""What joins a subject to its sentence: copied with it, it stands before words that the document prints."""
_OPENING = '/(“"«'


@dataclass(frozen=True)
class Around:
    """What a document prints around a value in one place.

    Attributes:
        before: The text of its paragraph before it; `HOLE` for what differs.
        after: The text behind it.
        above: The paragraph above, where it holds nothing but words and a number ("Chương `HOLE`").
        offset: How much higher a label of the value is than the value's place ("2." before the first: 1).
    """

    before: str = ""
    after: str = ""
    above: str = ""
    offset: int = 0

    @cached_property
    def label(self) -> tuple[str, ...] | None:
        """The words of the label with number that stands right before the value; None if there is none."""
        found = _LABEL_SIGN.search(self.before.rstrip())
        if found is None:
            return None
        said = tuple(
            word
            for word in spoken_words(self.before[: found.start()].rpartition(HOLE)[2])
            if not word.isdigit()
        )
        return said if said or found["sign"] else None

    @cached_property
    def heading(self) -> tuple[str, ...]:
        """The words of the label that stands in the paragraph above; empty if there is none."""
        said, _, rest = self.above.partition(HOLE)
        return spoken_words(said) if not rest.strip() else ()

    @cached_property
    def leading(self) -> tuple[str, ...]:
        """The words before the value, back to what differs."""
        text = self.before.rpartition(HOLE)[2]
        return spoken_words(text) if not text or not text[-1:].isalnum() else ()

    @cached_property
    def trailing(self) -> tuple[str, ...]:
        """The words behind the value, up to what differs."""
        text = self.after.partition(HOLE)[0]
        return spoken_words(text) if not text[:1].isalnum() else ()

    @cached_property
    def goes_on(self) -> bool:
        """Whether a mark or words stand right behind the value, so that it needs no mark of its own."""
        said = self.after.partition(HOLE)[0].strip()
        return bool(said) and (said[0] in _MARKS or said[0].isalnum() or said[0] in "()")

    @cached_property
    def marked(self) -> bool:
        """Whether nothing but a bullet stands before the value: it needs none of its own, and no number."""
        return _MARK.fullmatch(self.before.strip()) is not None

    @cached_property
    def begins(self) -> bool:
        """Whether the value is the first text of its paragraph, but for a label."""
        return not self.before.strip() or self.label is not None


@dataclass(frozen=True, slots=True)
class Doubt:
    """A value that says something like what the template adds, but not the same.

    Attributes:
        found: What it says.
        added: What the template prints there, in Vietnamese.
    """

    found: str
    added: str


@dataclass(frozen=True, slots=True)
class Fitted:
    """A value without what the template adds.

    Attributes:
        text: The value.
        taken: What was taken off it, in order.
        doubt: Why nothing certain can be said; None if it can.
    """

    text: str
    taken: tuple[str, ...] = ()
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class _Cut:
    """What stays of a value.

    Attributes:
        start: Its first character.
        end: Behind its last one.
        spoken: Whether words were taken off the beginning, not only signs.
    """

    start: int
    end: int
    spoken: bool = False


def fitted(value: str, around: Sequence[Around], places: Collection[int] = ()) -> Fitted:
    """The value without what a document prints around it anyway.

    Args:
        value: A text without spaces at its ends.
        around: What stands around it in each place where it is printed.
        places: Numbers that a label of it may have: its place in its list, or among all of its kind.
    """
    if not _WORD.search(value):
        return Fitted(value)  # dots to write on: they end like no sentence
    rest, taken, spoken = value, list[str](), False
    while found := next((cut for one in around for cut in _cuts(rest, one, places)), None):
        if isinstance(found, Doubt):
            return Fitted(value, (), found)
        taken.append((rest[: found.start] + rest[found.end :]).strip())
        rest, spoken = rest[found.start : found.end].strip(), spoken or found.spoken
        if not _WORD.search(rest):
            return Fitted(value, (), Doubt(value, "phần chữ đã có sẵn trong mẫu, ngoài ra không còn chữ nào"))
    if spoken and value[:1].isupper() and any(one.begins for one in around):
        rest = rest[:1].upper() + rest[1:]
    return Fitted(rest, tuple(taken))


def _cuts(text: str, around: Around, places: Collection[int]) -> Iterator[_Cut | Doubt]:
    """What may be cut off, or why nothing may."""
    whole = len(text)
    if around.before.strip() and (bullet := _BULLET.match(text)) and (around.marked or not _lists(text)):
        yield _Cut(bullet.end(), whole)
    if around.marked:
        yield from (cut for cut in _labelled(text, (), around.offset, places) if isinstance(cut, _Cut))
    if around.label is not None:
        yield from _labelled(text, around.label, around.offset, places)
    if around.heading:
        yield from _labelled(text, around.heading, around.offset, places)
    yield from _led(text, around)
    if text[:1] in _OPENING and around.before.endswith(text[:1]):
        yield _Cut(1, whole)
    for count in range(len(around.trailing), 0, -1):
        if (start := _ending(text, around.trailing[:count])) is not None:
            yield _Cut(0, start)
    if around.goes_on:
        yield from _closed(text, around.after)


def _lists(text: str) -> bool:
    """Whether a value is a list of its own: more than one of its lines begins with a bullet."""
    return sum(_BULLET.match(line) is not None for line in text.split("\n")) > 1


def _led(text: str, around: Around) -> Iterator[_Cut]:
    """The words before the value, at its beginning; a sign behind a single word must be there too."""
    signed = around.before.rstrip().endswith((".", ":"))
    joined = _ABOUT.match(text)
    for count in range(len(around.leading), 0, -1):
        said = around.leading[-count:]
        end = _beginning(text, said) or (_beginning(text, said, joined.end()) if joined else 0)
        if not end:
            continue
        behind = _SIGN.match(text, end) if signed and count == 1 else _SIGN_OR_SPACE.match(text, end)
        if behind and not (signed and behind[0].isspace() and text[behind.end() :][:1].isdigit()):
            yield _Cut(behind.end(), len(text), spoken=True)


def _labelled(
    text: str, words: Sequence[str], offset: int, places: Collection[int]
) -> Iterator[_Cut | Doubt]:
    """A label with number at the beginning, the template's own or another's."""
    if not words:
        label = _BARE_LABEL.match(text)
    else:
        end = _beginning(text, words)
        label = _WORDED_LABEL.match(text, end) if end else None
        if end and label is None and (unmarked := _UNMARKED_LABEL.match(text, end)):
            yield Doubt(text[: unmarked.end()].strip(), "nhãn và số thứ tự do mẫu tự ghi")
    if label is None:
        return
    number = label["number"]
    if number and not {value - offset for value in _values(number)} & set(places):
        yield Doubt(text[: label.end()].strip(), "số thứ tự do mẫu tự đánh")
    else:
        yield _Cut(label.end(), len(text), spoken=bool(words))


def _values(number: str) -> set[int]:
    """The places that a label can mean: "i" is a Roman one, and the letter behind h."""
    if number.isdigit():
        return {int(number)}
    letter = POINT_LETTERS.find(number.lower()) + 1 if len(number) == 1 else 0
    return {letter, from_roman(number.upper())} - {0}


def _closed(text: str, after: str) -> Iterator[_Cut | Doubt]:
    """A mark at the end of a text that goes on, or is closed by the template; dots alone are no words."""
    if text.endswith(_UNENDED):
        if text.strip(" .…") and after.startswith((".", "?", "!")):
            yield Doubt(text[-3:], f"dấu «{after[0]}» do mẫu tự thêm")
        return
    found = _CLOSING.search(text)
    if found and not (_ABBREVIATED.search(text) and not after.startswith(".")):
        yield _Cut(0, found.start())


def _beginning(text: str, words: Sequence[str], start: int = 0) -> int:
    """Where the words end that a text begins with, from a place on; 0 if it begins with others."""
    end = start
    found = list(islice(_WORD.finditer(text, start), len(words)))
    if len(found) < len(words):
        return 0
    for word, said in zip(found, words, strict=True):
        gap = _GAP.match(text, end)
        if word[0].casefold() != said or gap is None or gap.end() != word.start():
            return 0
        end = word.end()
    return end


def _ending(text: str, words: Sequence[str]) -> int | None:
    """Where the words begin that a text ends with; None if it ends with others."""
    end = len(text.rstrip(" .;,:"))
    for said in reversed(words):
        start = end - len(said)
        if start < 1 or text[start:end].casefold() != said or text[start - 1 : start].isalnum():
            return None
        first, end = start, len(text[:start].rstrip(" .,:()/–-"))
    return first if end else None


def spoken_words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, without signs."""
    return tuple(word[0].casefold() for word in _WORD.finditer(text))
