"""What stands before the first article: header, title, legal bases, enacting sentence."""

from __future__ import annotations

import re

from kcdocs.law.commanding import AMENDS
from kcdocs.law.issuers import BEGINNINGS, JOINT
from kcdocs.law.vocabulary import BASES, ENACTING_VERBS, LEGAL, TYPES, alternation
from kcdocs.model.address import Kind
from kcdocs.text.late import late
from kcdocs.text.normalise import fold_tones

TITLED = tuple(item.name for item in TYPES if not item.untitled)
"""Types that stand as a line of their own above the title."""

_BY_CAPITALS = {name.upper(): name for name in TITLED}
_ENACTS = alternation(word for item in TYPES for word in item.enacts)
_BASIS = re.compile(rf"[-–]?\s*(?:{alternation(BASES)})\b")
_ENACTING = late(
    rf"(?:{_ENACTS})\s*:$|"
    rf"(?:{alternation((*BEGINNINGS, JOINT))})\b[^.;:]{{0,160}}?\b(?:{ENACTING_VERBS})\b"
)
_ISSUER = late(rf"(?:{alternation(name.upper() for name in BEGINNINGS)})\b")
_PROVENANCE = late(
    rf"(?:\d{{1,2}}\.\s+)?(?:{alternation(LEGAL)})\s"
    rf".{{0,120}}?\bsố\s+\d.*(?:hiệu lực|{AMENDS})",
    re.DOTALL,
)
_RULE = re.compile(r"[\s_*\-–—=.]*")


def type_name(text: str) -> str:
    """The type that a line in capitals names ("NGHỊ ĐỊNH" → "Nghị định"), or empty."""
    return _BY_CAPITALS.get(" ".join(text.rstrip(" :").split()), "")


def is_basis(text: str) -> bool:
    """Whether a line is a legal basis or a proposal the text rests on."""
    return _BASIS.match(text) is not None


def is_enacting(text: str) -> bool:
    """Whether a line is the sentence or word by which the text is issued."""
    return _ENACTING.match(fold_tones(text)) is not None


def is_issuer(text: str) -> bool:
    """Whether a line in capitals under the title names who issues."""
    return text.isupper() and _ISSUER.match(fold_tones(text)) is not None


def is_provenance(text: str) -> bool:
    """Whether a line under the title of a consolidated text names a text it is made of."""
    return _PROVENANCE.match(text) is not None


def is_rule(text: str) -> bool:
    """Whether a line is nothing but a drawn rule."""
    return _RULE.fullmatch(text) is not None


def kind_of(text: str) -> Kind | None:
    """What a line below the title is, None if it says neither."""
    if is_basis(text):
        return Kind.BASIS
    if is_enacting(text):
        return Kind.ENACTING
    if is_issuer(text):
        return Kind.HEADER
    return Kind.PARAGRAPH if is_provenance(text) else None
