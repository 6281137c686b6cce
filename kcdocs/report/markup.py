"""HTML built from values: whatever is not markup already is escaped."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from kcdocs.text import unseen

if TYPE_CHECKING:
    from collections.abc import Iterable

_VOID = frozenset({"br", "hr", "meta", "link", "col"})
_PLAIN = frozenset({"title", "textarea", "option"})  # a browser shows markup in them as it is written
_BIDI = re.compile(f"[{unseen.BIDI}]")


class Markup(str):
    """Text that is HTML already; only `tag` and `join` of this module make it from values."""

    __slots__ = ()


def tag(name: str, /, *children: str, **attributes: str | bool | None) -> Markup:
    """An element.

    Args:
        name: Its name.
        children: Its content; a child that is not `Markup` is escaped.
        attributes: `cls` is `class`, a trailing underscore is dropped, other underscores are hyphens; True
            is an attribute without a value, None and False leave it out.
    """
    shown = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _PLAIN:
        children = tuple(one if isinstance(one, Markup) else unseen.shown(one) for one in children)
    return Markup(f"<{name}{shown}>" if name in _VOID else f"<{name}{shown}>{join(children)}</{name}>")


def join(children: Iterable[str]) -> Markup:
    """Children one after the other, escaped where they are not markup."""
    return Markup("".join(one if isinstance(one, Markup) else text(one) for one in children))


def text(words: str) -> Markup:
    """Words escaped, what acts in them shown as signs; a sign for a turn of direction is set apart."""
    escaped = escape(words, quote=False)
    apart = _BIDI.sub(lambda found: f'<bdi class="dao-chieu">{unseen.sign(found[0])}</bdi>', escaped)
    return Markup(unseen.shown(apart))


def _attribute(key: str, value: str | bool | None) -> str:
    name = "class" if key == "cls" else key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(unseen.shown(value))}"'
