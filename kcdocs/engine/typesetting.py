"""A template's own words kept on one line: "Điều {{ so }}", "số 45/2012/NĐ-CP", "{{ phi }} đồng"."""

from __future__ import annotations

import re

from kcdocs.text.joining import typeset, typeset_before, typeset_behind
from kcdocs.word.package.escaping import hard_hyphens

_TEXT = re.compile(r"(?P<cell></?w:tc(?=[ >]))|(?P<start><w:t(?: [^<>]*)?>)(?P<text>[^<>]+)")
_LEADING = re.compile(r"[^<>]+")


def typeset_data(xml: str, *, inside: bool, cells: int) -> str:
    """A stretch of a part's XML between two tags of the template, its text outside of tables typeset.

    Args:
        xml: The stretch.
        inside: Whether it begins within a `w:t`, behind a printed value.
        cells: How many cells of tables it begins in.
    """
    pieces, at = list[str](), 0
    if inside and not cells and (leading := _LEADING.match(xml)):
        at = leading.end()
        pieces.append(_set(typeset_behind(leading[0]), open_end=at == len(xml)))
    for found in _TEXT.finditer(xml, at):
        if found["cell"]:
            cells += -1 if found["cell"].startswith("</") else 1
        elif not cells:
            pieces += [xml[at : found.start("text")], _set(found["text"], open_end=found.end() == len(xml))]
            at = found.end()
    return "".join((*pieces, xml[at:]))


def _set(text: str, *, open_end: bool) -> str:
    kept = typeset(text)
    return hard_hyphens(typeset_before(kept) if open_end else kept)
