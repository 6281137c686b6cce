"""What an instrument is, as its own header, title and closing say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from kcdocs.law import numbers
from kcdocs.law.commanding import begins_with_verb
from kcdocs.law.issuers import from_capitals, named_issuer
from kcdocs.law.vocabulary import CONSOLIDATED, NAMED
from kcdocs.model.address import Kind
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Node
from kcdocs.parse.draft import UnfinishedNode
from kcdocs.parse.rules.front import is_rule, type_name
from kcdocs.text.dates import IN_WORDS, from_parts
from kcdocs.text.seen import seen

_DAY = re.compile(rf"ngày\s+{IN_WORDS}")
_PASSED = re.compile(rf"thông qua ngày\s+{IN_WORDS}")
_MOTTO = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập")
_UNNUMBERED = re.compile(r"Số\s*+:?[\s….·_]*+(/\d{4}/[A-ZĐ][\w-]*)")
_LAW_HEADS = tuple(f"{name} số" for name in NAMED)


def type_of(drafts: Sequence[UnfinishedNode | Node]) -> str:
    """The type that the title names ("Nghị định"), empty if there is no title."""
    title = _rows(drafts, Kind.TITLE)
    return type_name(title[0]) if title else ""


def title_of(drafts: Sequence[UnfinishedNode | Node]) -> str:
    """The title without the type, in one line; one in capitals as the enacting sentence writes it."""
    title = " ".join(_rows(drafts, Kind.TITLE)[1:])
    if title.isupper():
        title = _cased(title, " ".join(_rows(drafts, Kind.ENACTING)))
    named = type_of(drafts) in NAMED and not begins_with_verb(title)
    return title if named else title[:1].lower() + title[1:]


def identify(drafts: Sequence[UnfinishedNode]) -> Citation:
    """Type, number, date, issuer and title of an instrument; what its text does not say is empty.

    The number that a draft leaves open is "…" ("…/2026/NĐ-CP").

    Args:
        drafts: Its top nodes.
    """
    header = _rows(drafts, Kind.HEADER)
    heading, closing = " ".join(header), " ".join(_rows(drafts, Kind.SIGNATURE))
    unnumbered = _UNNUMBERED.search(heading)
    number = f"…{unnumbered.group(1)}" if unnumbered else numbers.number_in(heading)
    if numbers.is_consolidated(closing):
        number, heading = numbers.number_in(closing), closing
    kind = CONSOLIDATED if numbers.is_consolidated(number) else type_of(drafts)
    day = _DAY.search(heading) or _PASSED.search(" ".join(_rows(drafts, Kind.CLOSING)))
    return Citation(kind, number, _date(day), named_issuer(kind, _issuer(header)), title_of(drafts))


def _rows(drafts: Sequence[UnfinishedNode | Node], kind: Kind) -> list[str]:
    """The lines of all top nodes of a kind that say something."""
    found = [seen(line.text).text for draft in drafts if draft.kind is kind for line in draft.lines]
    return [" ".join(text.split()) for text in found if not is_rule(text)]


def _cased(title: str, sentence: str) -> str:
    """A title in capitals with each word as the enacting sentence writes it, where it has the word."""
    words = sentence.split()
    result: list[str] = []
    place = 0
    for word in title.lower().split():
        bare = word.strip(",.;")
        found = next((at for at in range(place, len(words)) if words[at].strip(",.;").lower() == bare), None)
        if found is None:
            result.append(word)
        else:
            result.append(words[found].strip(",.;") + word[len(word.rstrip(",.;")) :])
            place = found + 1
    joined = " ".join(result)
    return joined[:1].upper() + joined[1:]


def _issuer(header: Sequence[str]) -> str:
    """The last name in capitals above the number, its parts over several lines joined."""
    names: list[str] = []
    for row in header:
        if row.startswith(("Số", "SỐ", *_LAW_HEADS)):
            break
        name = row.strip(" -–_*")
        if name.isupper() and not _MOTTO.search(name):
            if names and (name.startswith("VÀ ") or names[-1].endswith(("-", "–", ",", " VÀ"))):
                names[-1] += " " + name
            else:
                names.append(name + (" -" if row.endswith("-") and "--" not in row else ""))
    return from_capitals(names[-1]) if names else ""


def _date(found: re.Match[str] | None) -> date | None:
    return from_parts(*found.groups()) if found else None
