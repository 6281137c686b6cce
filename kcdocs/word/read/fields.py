"""Fields that reach outside the document: other files, other programs, macros.

Source: ECMA-376 part 1, 17.16 (fields). A field is known by the first word of its code, which may stand in
one attribute (`fldSimple`) or be split over any number of runs and hold other fields. Only kinds that work on
the document itself, or do nothing until a person clicks, are let in: a kind nobody thought of is refused too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kcdocs.word import limits
from kcdocs.word.package.tree import parse_part
from kcdocs.word.read.places import paragraph_places

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kcdocs.word.package.docx import Package

LINK = "HYPERLINK"

_KINDS = """
= ADDIN ADDRESSBLOCK ADVANCE ASK AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT BIBLIOGRAPHY CITATION COMMENTS
COMPARE CREATEDATE DATE DOCPROPERTY DOCVARIABLE EDITTIME EQ FILENAME FILESIZE FILLIN FORMCHECKBOX
FORMDROPDOWN FORMTEXT GREETINGLINE HYPERLINK IF INDEX INFO KEYWORDS LASTSAVEDBY LISTNUM MERGEFIELD
MERGEREC MERGESEQ NEXT NEXTIF NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE QUOTE REF
REVNUM SAVEDATE SECTION SECTIONPAGES SEQ SET SKIPIF STYLEREF SUBJECT SYMBOL TA TC TEMPLATE TIME
TITLE TOA TOC USERADDRESS USERINITIALS USERNAME XE
"""
_WITHIN = frozenset(_KINDS.split())
_KIND = re.compile(r"\s*(=|[A-Za-z]+(?=[\s\\\"“”]|$))")
_WORD = re.compile(r"\\[^\s\\](?!\S)|[\"“”][^\"“”]*[\"“”]?|[^\s\"“”]+")
_SWITCH = re.compile(r"\\[^\s\\]")
_ADDRESS = re.compile(r"[\"“”]?\s*(?:https?://|mailto:|#|$)", re.IGNORECASE)
_SIGNS = (b"fldSimple", b"fldChar", b"instrText", b"delInstrText")
_INNER = "\ufffc"
"""Stands in a code for a field within it."""


@dataclass(frozen=True, slots=True)
class OutsideField:
    """A field that reaches outside, or whose kind cannot be told.

    Attributes:
        kind: Its first word in capitals; empty if there is none to rely on.
        code: Its code as it stands.
        part: Name of the part it stands in.
        paragraph: Ordinal of its paragraph in the part, from 1; 0 if it stands in none.
        cell: Its table cell in Vietnamese, or empty.
    """

    kind: str
    code: str
    part: str
    paragraph: int
    cell: str


def outside_fields(package: Package) -> list[OutsideField]:
    """The fields of all parts that reach outside: body, headers, notes, comments and whatever else there is.

    A hyperlink is one of them unless it leads to an address of the web or of mail, or within the document.

    Raises:
        BrokenPartError: If a part is nested deeper than any document is.
    """
    return [
        found
        for part, data in package.parts.items()
        if (part.endswith(".xml") or part == package.main) and any(sign in data for sign in _SIGNS)
        for found in _in_part(package, part)
    ]


def _in_part(package: Package, part: str) -> Iterator[OutsideField]:
    root = parse_part(package, part)
    places = {item.element: item for item in paragraph_places(root)}
    for element, code in _codes(root):
        kind = _fault(code)
        if kind is not None:
            above = (element, *element.iterancestors())
            place = next((places[item] for item in above if item in places), None)
            shown = " ".join(code.replace(_INNER, "{…}").split())[: limits.WORDS_SHOWN]
            yield OutsideField(kind, shown, part, place.number if place else 0, place.cell if place else "")


def _fault(code: str) -> str | None:
    """The kind of a field that is not let in; None if it is."""
    if not code.strip():
        return None
    kind = _KIND.match(code)
    name = kind[1].upper() if kind else ""
    if (
        name not in _WITHIN or "{%" in code or "{#" in code
    ):  # a tag could take the words away that stand there
        return name
    return name if name == LINK and not _leads_to_web(code) else None


def _leads_to_web(code: str) -> bool:
    words = _WORD.findall(code)[1:]
    return not words or _SWITCH.fullmatch(words[0]) is not None or _ADDRESS.match(words[0]) is not None


@dataclass(slots=True)
class _Open:
    """A field whose end has not come yet."""

    element: _Element
    code: list[str] = field(default_factory=list)
    result: bool = False


def _codes(root: _Element) -> Iterator[tuple[_Element, str]]:
    """Where a field begins, and its code."""
    stack: list[_Open] = []
    for element in root.iter():
        match _local(element):
            case "fldSimple":
                yield element, _attribute(element, "instr")
            case "fldChar":
                yield from _turn(stack, element, _attribute(element, "fldCharType"))
            case "instrText" | "delInstrText" if not stack:
                yield element, element.text or ""
            case "instrText" | "delInstrText":
                stack[-1].code.append(element.text or "")
            case "t" if stack and not stack[-1].result:
                stack[-1].code.append(element.text or "")
            case _:
                pass
    for left in stack:
        yield left.element, "".join(left.code)


def _turn(stack: list[_Open], element: _Element, kind: str) -> Iterator[tuple[_Element, str]]:
    if kind == "begin":
        if stack and not stack[-1].result:
            stack[-1].code.append(_INNER)
        stack.append(_Open(element))
    elif stack and kind == "separate":
        stack[-1].result = True
    elif stack and kind == "end":
        done = stack.pop()
        yield done.element, "".join(done.code)


def _local(element: _Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _attribute(element: _Element, name: str) -> str:
    values = (str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name)
    return next(values, "")
