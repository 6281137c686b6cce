"""What the paragraphs of an amending instrument are that do not command."""

from __future__ import annotations

import re

from kcdocs.law.kinds import BACK, CONTAINERS, FRONT
from kcdocs.model.address import Kind
from kcdocs.model.instrument import Node
from kcdocs.model.operation import Claim
from kcdocs.text.normalise import nfc

_FRAME = FRONT | BACK | CONTAINERS
_KNOWN = (
    (Claim.EFFECT, re.compile(r"hiệu lực|điều khoản thi hành", re.IGNORECASE)),
    (Claim.TRANSITION, re.compile(r"chuyển tiếp", re.IGNORECASE)),
    (Claim.RESPONSIBILITY, re.compile(r"trách nhiệm|tổ chức thực hiện|tổ chức thi hành", re.IGNORECASE)),
)
_SETTLING = frozenset({Claim.EFFECT, Claim.TRANSITION, Claim.RESPONSIBILITY})


def claim(node: Node, around: Claim | None, *, suspicious: bool) -> Claim:  # noqa: PLR0911 - one for each kind
    """What a provision's own words are where they do not command.

    Args:
        node: The provision.
        around: What the provision around it is.
        suspicious: Whether they hold a verb with an object that nobody understood.
    """
    if around is Claim.CONTENT or node.kind is Kind.QUOTE:
        return Claim.CONTENT
    if node.kind is Kind.BASIS:
        return Claim.BASIS
    if suspicious:
        return Claim.UNCLAIMED
    if around in (*_SETTLING, Claim.FRAME):
        return around or Claim.FRAME
    if node.kind in GROUPED:
        return Claim.HEADING
    if node.kind in _FRAME:
        return Claim.FRAME
    if node.kind is Kind.ARTICLE:
        return next((said for said, pattern in _KNOWN if pattern.search(nfc(node.text))), Claim.UNCLAIMED)
    return Claim.UNCLAIMED


GROUPED = frozenset({Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION})


def passed_on(node: Node, said: Claim, around: Claim | None) -> Claim | None:
    """What a provision's own claim, or that of the one around it, settles about those below it."""
    if node.kind is Kind.QUOTE:
        return Claim.CONTENT
    if said in _SETTLING or said in (Claim.CONTENT, Claim.FRAME):
        return said
    return around if around in _SETTLING else None
