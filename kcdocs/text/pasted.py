"""Text pasted from Word, a page or a PDF: its spaces, tabs and the line breaks of the page it comes from."""

from __future__ import annotations

import re

_SPACES = re.compile(r"[ \t\xa0]+")
_BREAKS = re.compile(r"(?<![\s\xa0])[ \t\xa0]*\n[\s\xa0]*")
_LABELLED = re.compile(r"[a-zđ]\d?[.)]")


def unpasted(text: str) -> str:
    """The text with single spaces, and without the line breaks of the page it was copied from.

    A line that goes on in small letters was broken by the page and is joined; any other line break stays, one
    for several, since it may be meant. A single no-break space stays what it is.

    Args:
        text: In composed form (NFC), without spaces at its ends.
    """
    if text.isprintable() and "  " not in text:
        return text
    lines = _BREAKS.split(text)
    joined = lines[0]
    for line in lines[1:]:
        wrapped = line[:1].islower() and not _LABELLED.match(line)
        joined += f"{' ' if wrapped else chr(10)}{line}"
    return _SPACES.sub(_one, joined)


def _one(found: re.Match[str]) -> str:
    return found[0] if found[0] == "\xa0" else " "
