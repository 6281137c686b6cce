"""Characters inside tags that Word or a keyboard put there and the template language does not read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kcdocs.engine import check_faults as faults
from kcdocs.engine.check_tags import Tag
from kcdocs.text.normalise import INVISIBLE, nfc

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcdocs.model.finding import Finding, Place

_CURLY = re.compile("[“”‘’„‟‚‛«»″′]")
_SPACE = re.compile(r"[^\S \t\n\r]")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_STRING = re.compile(r"\"[^\"]*\"|'[^']*'")
_PREFIX_AND_ODD = re.compile(r"\{[{%][-+]?(?:p|tr|tc)[^\S ]")
_STRAIGHT = str.maketrans({**dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‘’‚‛′", "'")})


def character_faults(tag: Tag, *, read: bool) -> list[Callable[[Place], Finding]]:
    """What makes a finding of the tag's place, for each kind of odd character in it.

    Args:
        tag: The tag.
        read: Whether the template language reads it all the same.
    """
    found: list[Callable[[Place], Finding]] = []
    text = tag.text
    if _CURLY.search(text):
        found.append(lambda place: faults.curly_quotes(place, text, read=read))
    if name := _odd_name(text):
        bound = bool(_PREFIX_AND_ODD.match(text)) or bool(_INVISIBLE.search(_STRING.sub("", text)))
        found.append(lambda place: faults.odd_space(place, text, name, read=read and not bound))
    outside = _STRING.sub("", text)
    if nfc(outside) != outside:
        found.append(lambda place: faults.decomposed(place, text))
    return found


def straightened(body: str) -> str:
    """The body of a tag as it was meant: straight quotes, ordinary spaces, composed letters."""
    return nfc(_INVISIBLE.sub("", _SPACE.sub(" ", body.translate(_STRAIGHT))))


def _odd_name(text: str) -> str:
    outside = _STRING.sub("", text)
    if _INVISIBLE.search(outside):
        return "ký tự vô hình"
    found = _SPACE.search(outside)
    if not found:
        return ""
    return "dấu cách không ngắt" if found.group() in "\u00a0\u202f" else "dấu cách lạ"
