"""Writers: how a value becomes XML in each kind of slot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from markupsafe import Markup

from kcdocs.engine import limits
from kcdocs.engine.characters import has_text, refuse_forbidden
from kcdocs.engine.errors import EmptyValueError, NotTextError
from kcdocs.engine.missing import MissingValue
from kcdocs.engine.render import Render
from kcdocs.engine.slots import KEPT, PrintSlot, SlotKind
from kcdocs.engine.values import WordObject
from kcdocs.model.finding import Place
from kcdocs.text.amounts import figures
from kcdocs.text.dates import short_date
from kcdocs.text.joining import typeset
from kcdocs.word.package import escaping

Writer = Callable[[object, int, Render], str]


def writers(slots: Sequence[PrintSlot]) -> dict[str, Writer]:
    """The writers of one part.

    Args:
        slots: Its slots, by number.

    Returns:
        Name in the generated code → writer of a value, given the slot's number and the document's state.
    """

    def text(value: object, number: int, render: Render) -> str:
        if value.__class__ is str and value.isprintable() and len(value) < limits.SHORT:
            if "&" in value or "<" in value or ">" in value:
                return escaping.markup(value)
            return value
        if value.__class__ is int:
            return str(value)
        return _written(value, slots[number], render)

    def kept(value: object, number: int, render: Render) -> str:
        if value.__class__ is str and value.isprintable() and len(value) < limits.SHORT:
            return _typeset(value)
        if value.__class__ is int:
            return str(value)
        return escaping.hard_hyphens(_written(value, slots[number], render, typeset))

    def other(value: object, number: int, render: Render) -> str:
        return _written(value, slots[number], render)

    return {kind: text if kind is SlotKind.TEXT else other for kind in SlotKind} | {KEPT: kept}


@lru_cache(maxsize=limits.TYPESET_KEPT)
def _typeset(text: str) -> str:
    """A short text as it is printed; documents of a batch say the same again and again."""
    return escaping.hard_hyphens(escaping.markup(typeset(text)))


def _written(  # noqa: PLR0911 - one kind a line
    value: object, slot: PrintSlot, render: Render, set_text: Callable[[str], str] = str
) -> str:
    if isinstance(value, Markup):
        return str(value)
    if isinstance(value, WordObject):
        return value.xml(slot, render)
    plain = value if isinstance(value, str) else printable(value, slot)
    render.spend(len(plain))
    refuse_forbidden(plain, slot.name)
    match slot.kind:
        case SlotKind.TEXT:
            return escaping.inside_text(set_text(plain))
        case SlotKind.ATTRIBUTE:
            return escaping.inside_attribute(plain)
        case SlotKind.PLAIN:
            return escaping.inside_plain(plain)
        case SlotKind.RUN:
            return escaping.run(plain, slot.run)
        case SlotKind.BLOCK:
            return f"<w:p>{slot.paragraph}{escaping.run(plain, slot.run)}</w:p>"


def printable(value: object, slot: PrintSlot) -> str:
    """The text of a value that is no text.

    Raises:
        EmptyValueError: There is no value.
        NotTextError: It is a list, a group of fields or a function.
    """
    if value is None:
        raise EmptyValueError(slot.name, Place())
    if not has_text(value):
        raise NotTextError(slot.name, _kind(value), Place())
    if isinstance(value, MissingValue):
        value.refuse(slot.name)
    if isinstance(value, date):
        return short_date(value)
    return figures(value) if isinstance(value, Decimal) else str(value)


def _kind(value: object) -> str:
    if isinstance(value, Mapping):
        return "một nhóm trường"
    return "một danh sách" if isinstance(value, Iterable) else "một hàm hay đối tượng"
