"""Sections that stay as they were although another document stands before them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from kcdocs.word.package.order import placed, properties
from kcdocs.word.package.wml import W, local, number, val, w

if TYPE_CHECKING:
    from lxml.etree import _Element

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_REFERENCES = ("headerReference", "footerReference")


@dataclass(slots=True)
class Inherited:
    """The kinds of headers and footers that an earlier document has.

    A section without a header of a kind takes that of the section before it, which here may be another
    document's: the first section of a document is given blank ones instead.
    """

    _seen: set[tuple[str, str]] = field(default_factory=set)

    def stop(self, sections: list[_Element], blank: Callable[[str], str]) -> None:
        """Let a document take nothing from those before it.

        Args:
            sections: Its sections.
            blank: Gives the relation to a blank "header" or "footer".
        """
        own = {_kind(item) for item in _references(sections[0])}
        for name, type_ in sorted(self._seen - own):
            reference = etree.SubElement(sections[0], W + name, {f"{W}type": type_})
            reference.set(f"{R}id", blank(name.removesuffix("Reference")))
            sections[0].insert(0, reference)
        self._seen |= {_kind(item) for section in sections for item in _references(section)}


def _references(section: _Element) -> Iterator[_Element]:
    return section.iterchildren(*(W + name for name in _REFERENCES))


def _kind(reference: _Element) -> tuple[str, str]:
    return local(reference), reference.get(f"{W}type", "default")


def sections_of(body: _Element) -> list[_Element]:
    """The sections of a document in order; one without any is given one."""
    body.append(placed(body, "sectPr"))
    return [section for block in body for section in _ending_in(block)]


def _ending_in(block: _Element) -> list[_Element]:
    return [block] if local(block) == "sectPr" else block.findall(f".//{w('pPr/sectPr')}")


def begin(section: _Element) -> None:
    """Let the first section of a document begin on a new page, with page 1 unless it says another."""
    placed(section, "type").set(f"{W}val", "nextPage")
    pages = placed(section, "pgNumType")
    pages.set(f"{W}start", pages.get(f"{W}start", "1"))
    lines = section.find(w("lnNumType"))
    if lines is not None and lines.get(f"{W}restart") == "continuous":
        lines.set(f"{W}restart", "newSection")


def close(body: _Element) -> None:
    """Move the last section's properties from the end of the body into its last paragraph."""
    section = placed(body, "sectPr")
    last = section.getprevious()
    while last is not None and local(last).endswith(("Start", "End", "proofErr")):
        last = last.getprevious()
    if last is None or local(last) != "p" or last.find(w("pPr/sectPr")) is not None:
        last = etree.SubElement(body, f"{W}p")
    own = properties(last)
    own.replace(placed(own, "sectPr"), section)


def restart_notes(body: _Element, kind: str, settings: _Element | None) -> bool:
    """Let the numbers of notes begin anew in a document, and run on through its own sections.

    Args:
        body: The document's body.
        kind: "footnote" or "endnote".
        settings: Root of its settings.

    Returns:
        Whether it has such notes.
    """
    before = here = 0
    for block in body:
        references = list(block.iter(f"{W}{kind}Reference"))
        here += sum(item.get(f"{W}customMarkFollows", "0") in {"0", "false", "off"} for item in references)
        for section in _ending_in(block):
            _start(section, f"{kind}Pr", before, settings)
            before, here = before + here, 0
    return next(body.iter(f"{W}{kind}Reference"), None) is not None


def _start(section: _Element, name: str, before: int, settings: _Element | None) -> None:
    places = [item for item in (section.find(w(name)), settings) if item is not None]
    paths = ["numRestart" if item is not settings else f"{name}/numRestart" for item in places]
    modes = [mode for item, path in zip(places, paths, strict=True) if (mode := val(item, path))]
    if modes and modes[0] != "continuous":
        return
    own = placed(section, name)
    start = number(own, "numStart") or number(settings, f"{name}/numStart") or 1
    placed(own, "numStart").set(f"{W}val", str(start + before))
    placed(own, "numRestart").set(f"{W}val", "eachSect")


def gather_endnotes(sections: list[_Element], settings: _Element | None) -> None:
    """Keep endnotes back until a document's last section, where they stood at its end."""
    if val(settings, "endnotePr/pos") != "sectEnd":
        for section in sections[:-1]:
            placed(section, "noEndnote")
