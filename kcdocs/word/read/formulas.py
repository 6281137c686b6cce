"""A formula of Word (OMML, ISO/IEC 29500-1, 22.1) as one line that keeps its structure: "(A + B)/C"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kcdocs.text.scripts import lowered, raised
from kcdocs.word.package.wml import M, W, elements

if TYPE_CHECKING:
    from lxml.etree import _Element

_GONE = frozenset({W + "del", W + "moveFrom"})
_PARTS = frozenset(
    M + name for name in ("oMath", "oMathPara", "r", "e", "num", "den", "sup", "sub", "deg", "fName", "box")
)


def linear(element: _Element) -> str:
    """A formula, or a part of one, as a line of text.

    A fraction becomes a quotient, a power a raised figure or `^(…)`, a root "√(…)"; brackets stand round
    all that is longer than one name or number, so that two formulas that differ in structure differ in text.

    Args:
        element: Any element of OMML.
    """
    if element.tag == M + "t":
        return str(element.text or "")
    made = _MADE.get(str(element.tag))
    return made(element) if made else _inside(element)


def wholly_read(formula: _Element) -> bool:
    """Whether the line says all that the formula shows; false for matrices, accents, stacks and the like."""
    return all(_understood(item) for item in formula.iter(M + "*"))


def _understood(item: _Element) -> bool:
    tag = str(item.tag)
    if tag == M + "f":
        kind = item.find(f"{M}fPr/{M}type")
        return kind is None or kind.get(M + "val") != "noBar"
    return tag in _PARTS or tag in _MADE or tag == M + "t" or _is_setting(item)


def _is_setting(item: _Element) -> bool:
    """Whether the element only says how another is set: a property, or inside of one."""
    around = (item, *item.iterancestors())
    return any(str(one.tag).startswith(M) and str(one.tag).endswith("Pr") for one in around)


def _inside(element: _Element) -> str:
    children = (child for child in elements(element) if child.tag not in _GONE and not _is_setting(child))
    return "".join(linear(child) for child in children)


def _part(element: _Element, name: str) -> str:
    found = element.find(M + name)
    return "" if found is None else linear(found).strip()


def _grouped(text: str) -> str:
    return text if text.isalnum() else f"({text})"


def _setting(element: _Element, path: str, default: str) -> str:
    """The `m:val` of a property; the default where the property is absent."""
    found = element.find("/".join(M + step for step in path.split("/")))
    return default if found is None else found.get(M + "val") or ""


def _fraction(element: _Element) -> str:
    return f"{_grouped(_part(element, 'num'))}/{_grouped(_part(element, 'den'))}"


def _above(text: str) -> str:
    up = raised(text)
    return up if up != text or not text else f"^{_grouped(text)}"


def _below(text: str) -> str:
    down = lowered(text)
    return down if down != text or not text else f"_{_grouped(text)}"


def _scripted(element: _Element) -> str:
    base = _grouped(_part(element, "e"))
    return base + _below(_part(element, "sub")) + _above(_part(element, "sup"))


def _root(element: _Element) -> str:
    return f"{_above(_part(element, 'deg'))}√{_grouped(_part(element, 'e'))}"


def _bracketed(element: _Element) -> str:
    start, end = _setting(element, "dPr/begChr", "("), _setting(element, "dPr/endChr", ")")
    inside = _setting(element, "dPr/sepChr", "|").join(linear(item) for item in element.findall(M + "e"))
    return f"{start}{inside}{end}"


def _summed(element: _Element) -> str:
    sign = _setting(element, "naryPr/chr", "∫")
    bounds = _below(_part(element, "sub")) + _above(_part(element, "sup"))
    return f"{sign}{bounds}({_part(element, 'e')})"


def _applied(element: _Element) -> str:
    return f"{_part(element, 'fName')}({_part(element, 'e')})"


_MADE: dict[str, Callable[[_Element], str]] = {
    M + "f": _fraction,
    M + "sSup": _scripted,
    M + "sSub": _scripted,
    M + "sSubSup": _scripted,
    M + "rad": _root,
    M + "d": _bracketed,
    M + "nary": _summed,
    M + "func": _applied,
}
