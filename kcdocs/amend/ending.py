"""Which instruments a draft says cease as a whole: repealed, replaced, or without force from then on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kcdocs.law.commanding import REPEALING, words_of
from kcdocs.law.vocabulary import alternation
from kcdocs.model.address import Kind
from kcdocs.model.comparison import EndedInstrument
from kcdocs.model.instrument import Instrument, Node
from kcdocs.text.dates import ANY, from_parts
from kcdocs.text.seen import seen

_WHOLE = rf"(?: (?:{alternation(words_of('whole'))}))?"
_REPEALS = re.compile(rf"(?:{alternation(REPEALING)}){_WHOLE}$", re.IGNORECASE)
_SUPERSEDES = re.compile(
    rf"{alternation(words_of('this'))} (?:{alternation(words_of('supersede'))}){_WHOLE}$", re.IGNORECASE
)
_EXPIRES = re.compile(rf"(?<!\w)(?:{alternation(words_of('expire'))})(?!\w)", re.IGNORECASE)
_EXPIRES_ON = re.compile(
    rf"[^.;:]{{0,200}}?(?:{alternation(words_of('expire'))}) (?:kể )?từ (?:0{{1,2}} giờ (?:00 phút )?)?{ANY}",
    re.IGNORECASE,
)
_SPARES = re.compile(rf"(?<!\w)(?:{alternation(words_of('except'))})(?!\w)", re.IGNORECASE)
_JOINED = re.compile(
    rf"(?:[,;]|(?<!\w)(?:{alternation((*words_of('joint'), *words_of('whole')))})(?!\w)|\s)*", re.IGNORECASE
)
_LISTS = re.compile(rf"(?<!\w)(?:{alternation((*REPEALING, *words_of('expire')))})(?!\w)", re.IGNORECASE)
_ENDS = re.compile(r"[.;](?=\s)")


def ended_instruments(draft: Instrument) -> tuple[EndedInstrument, ...]:
    """The instruments that a draft says cease as a whole, once each.

    Said of an instrument directly: "bãi bỏ", "này thay thế" before its name, "hết hiệu lực" behind it, or its
    name as an item of a list of such; one of which something is spared is unsure.
    """
    found: dict[str, EndedInstrument] = {}
    for node in draft.nodes:
        for item in _below(node, ""):
            found.setdefault(item.citation.number, item)
    return tuple(found.values())


def _below(node: Node, lead: str) -> Iterator[EndedInstrument]:
    listed = _LISTS.search(lead) is not None
    yield from _in_node(node, listed=listed)
    text = _plain(node.text)
    for child in node.children:
        if child.kind is not Kind.QUOTE:
            yield from _below(child, text if text.endswith(":") else "")


def _in_node(node: Node, *, listed: bool) -> Iterator[EndedInstrument]:
    last, last_said = 0, False
    for reference in node.references:
        if reference.citation is None or not reference.citation.number:
            continue
        begin = max([0, *(one.end() for one in _ENDS.finditer(node.text, 0, reference.span.start))])
        end = _ENDS.search(node.text, reference.span.end)
        before = _plain(node.text[max(begin, last) : reference.span.start])
        after = _plain(node.text[reference.span.end : end.start() if end else len(node.text)])
        joined = last_said and last > begin and _JOINED.fullmatch(before) is not None
        last, last_said = reference.span.end, joined or _said(before, after, listed=listed)
        if last_said and not reference.targets:
            yield EndedInstrument(reference.citation, _SPARES.search(after) is not None, _day(after))


def _day(after: str) -> date | None:
    """The day given behind an instrument's name, from which on it has no force."""
    found = _EXPIRES_ON.match(after)
    return from_parts(*found.groups()) if found else None


def _said(before: str, after: str, *, listed: bool) -> bool:
    """Whether what stands around an instrument's name says that it ceases."""
    if not before:
        return listed or _EXPIRES.search(after) is not None
    return _REPEALS.search(before) is not None or _SUPERSEDES.search(before) is not None


def _plain(text: str) -> str:
    return " ".join(seen(text).text.split())
