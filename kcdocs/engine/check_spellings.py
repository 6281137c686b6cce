"""Names in tags that are written in two ways, or in letters that only look like those of the others."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from kcdocs.engine import check_faults as faults
from kcdocs.engine.check_syntax import WORDS
from kcdocs.engine.check_tags import Tag, TagKind
from kcdocs.engine.environment import sandbox
from kcdocs.text.normalise import nfc
from kcdocs.text.skeletons import only_looks_latin, script_of, seen_as, skeleton

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from kcdocs.engine.shapes import DataShape
    from kcdocs.model.finding import Finding, Place
    from kcdocs.word.read import Passage

_STRING = re.compile(r"\"[^\"]*\"|'[^']*'")
_WORD = re.compile(r"(?<![\w.])(?<!\. )[^\W\d]\w*(?!\w|\s*=(?!=))|(?<=\.)[^\W\d]\w*")
_ANY = re.compile(r"[^\W\d]\w*")
_BINDS = {
    "for": re.compile(r"for (.{1,80}?) in "),
    "set": re.compile(r"set ([^=]{1,80})"),
    "with": re.compile(r"with (\w{1,80})"),
    "macro": re.compile(r"macro \w{1,80} ?\((.{0,200})\)"),
}
_OPERATORS = ("in", "not", "and", "or", "is", "recursive", "loop")
_VALUES = ("true", "false", "none")
_LANGUAGE = frozenset((*WORDS, *_OPERATORS, *_VALUES, *map(str.capitalize, _VALUES)))

Made = tuple[Tag, str, "Callable[[Place], Finding]"]
"""A tag, the word in it, and what makes a finding of its place."""


def straight_letters(tags: Sequence[Tag]) -> tuple[list[Tag], list[Made]]:
    """The tags with every word in the letters it seems to be in, and a fault for each word that was not.

    Args:
        tags: Tags as typed.
    """
    made: list[Made] = []
    for tag in (tag for tag in tags if tag.kind is not TagKind.COMMENT):
        for word in dict.fromkeys(_ANY.findall(_STRING.sub("", nfc(tag.body)))):
            if only_looks_latin(word):
                make = partial(faults.other_letters, word=word, meant=seen_as(word), script=script_of(word))
                made.append((tag, word, make))
    odd = {tag for tag, *_ in made}
    return [replace(tag, body=_straight(tag.body)) if tag in odd else tag for tag in tags], made


def two_spellings(tags: Iterable[Tag], shape: DataShape | None, own: Collection[str] = ()) -> Iterator[Made]:
    """The names that stand in other tags in another spelling: other case, tone marks there and not here.

    Args:
        tags: All tags of a template, their letters as they seem to be.
        shape: The fields that the data have: of others it is told that they are not there; None if nothing
            is known of them.
        own: Names that have a meaning of their own, whatever tags ask for.
    """
    meant = {skeleton(name): name for name in own}
    bound = {skeleton(name): name for tag in tags if tag.kind is TagKind.STATEMENT for name in _bound(tag)}
    named = [one for tag in tags if tag.kind is not TagKind.COMMENT for one in _names(tag)]
    groups: dict[tuple[bool, str], list[_Named]] = {}
    for one in named:
        known = shape is None or (not one.inner and one.word in shape.fields)
        if known:
            groups.setdefault((one.inner, skeleton(one.word)), []).append(one)
    for (inner, plain), group in groups.items():
        spelled = Counter(one.word for one in group)
        usual = max(spelled, key=lambda word: (spelled[word], word.isascii(), word.islower()))
        usual = usual if inner else meant.get(plain, usual)
        for word in spelled:
            if word != usual:
                first = next(one for one in group if one.word == word)
                other = next((one.tag.passage for one in group if one.word == usual), None)
                where = _spoken(other) if other else "tên kcdocs dùng sẵn"
                told = partial(faults.two_spellings, word=word, usual=usual, where=where)
                sure = (inner or plain not in bound) and _is_slip(word, usual)
                yield first.tag, word, partial(told, sure=sure)


def _is_slip(word: str, usual: str) -> bool:
    """Whether spellings differ in case alone, or in marks that one leaves out: "sở" is no slip of "số"."""
    return word.casefold() == usual.casefold() or word.isascii() or usual.isascii()


@dataclass(frozen=True, slots=True)
class _Named:
    """A name in a tag: the tag, the word, and whether it is a field of something."""

    tag: Tag
    word: str
    inner: bool


def _names(tag: Tag) -> Iterator[_Named]:
    body = _STRING.sub("", nfc(tag.body))
    for found in _WORD.finditer(body):
        word, before = found[0], body[: found.start()].rstrip()
        inner = before.endswith(".")
        called = before.endswith("|") or (before.endswith((" is", " not")) and word in sandbox().tests)
        if not called and (inner or word not in _LANGUAGE):
            yield _Named(tag, word, inner)


def _spoken(passage: Passage) -> str:
    return passage.name or passage.cell or f"đoạn {passage.number}"


def _bound(tag: Tag) -> list[str]:
    """The names that a statement itself gives."""
    binds = _BINDS.get(tag.word)
    found = binds.match(" ".join(tag.body.split())) if binds else None
    return _ANY.findall(found[1]) if found else []


def _straight(body: str) -> str:
    """A body with the words outside strings as they look."""
    body = nfc(body)
    pieces, at = [], 0
    for found in _STRING.finditer(body):
        pieces += [_ANY.sub(lambda one: seen_as(one[0]), body[at : found.start()]), found[0]]
        at = found.end()
    return "".join([*pieces, _ANY.sub(lambda one: seen_as(one[0]), body[at:])])
