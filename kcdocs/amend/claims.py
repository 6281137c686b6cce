"""What each provision of an amending instrument is, so that none is passed over in silence."""

from __future__ import annotations

import re

from kcdocs.law.kinds import BACK, CONTAINERS, FRONT
from kcdocs.model.address import Kind
from kcdocs.model.instrument import Node
from kcdocs.model.operation import Claim

_FRAME = FRONT | BACK | CONTAINERS
_KNOWN = (
    (Claim.EFFECT, re.compile(r"hiệu lực|điều khoản thi hành", re.IGNORECASE)),
    (Claim.TRANSITION, re.compile(r"chuyển tiếp", re.IGNORECASE)),
    (Claim.RESPONSIBILITY, re.compile(r"trách nhiệm|tổ chức thực hiện|tổ chức thi hành", re.IGNORECASE)),
)


def claim(node: Node, around: Claim | None, *, commands: bool, group: bool) -> Claim:
    """What a provision's own words are.

    Args:
        node: The provision.
        around: What the provision around it settles, None if nothing.
        commands: Whether it reads as a command.
        group: Whether it only introduces the commands below it.
    """
    if around is Claim.QUOTED or node.kind is Kind.QUOTE:
        return Claim.QUOTED
    if commands:
        return Claim.GROUP if group else Claim.OPERATION
    if around is not None:
        return around
    if node.kind in _FRAME:
        return Claim.FRAME
    if node.kind is Kind.ARTICLE:
        return next((said for said, pattern in _KNOWN if pattern.search(node.text)), Claim.UNCLAIMED)
    return Claim.UNCLAIMED
