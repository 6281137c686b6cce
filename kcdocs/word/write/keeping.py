"""What stays together on a page: a line that leads in with what it leads to, a signature with the text."""

from __future__ import annotations

from collections.abc import Iterator

_LEAD_IN = ":</w:t></w:r></w:p>"
_WORDLESS = "<w:keepNext/></w:pPr></w:p>"
"""The end of a paragraph without words that is kept with the next one."""
_END = "</w:p>"
_TABLE = "</w:tbl>"


def keep_together_on_page(xml: str) -> str:
    """Keep each paragraph that ends in a colon with the next one, and what stands before a signature with it.

    A paragraph without words that is kept with the next (the space above a signature) carries nothing itself:
    the paragraph before it is kept too, or the last row of the table that ends there. The last paragraph of a
    cell has none behind it that it could be kept with; there Word would keep the row with the next.

    Args:
        xml: A part's XML.
    """
    ends = sorted({*_lead_ins(xml), *_before_wordless(xml)})
    if not ends:
        return xml
    pieces, at = list[str](), 0
    for end in ends:
        start = max(xml.rfind("<w:p>", at, end), xml.rfind("<w:p ", at, end))
        if start >= 0:
            head = xml.index(">", start) + 1
            pieces += [xml[at:head], _kept(xml[head:end])]
            at = end
    return "".join((*pieces, xml[at:]))


def _lead_ins(xml: str) -> Iterator[int]:
    found = xml.find(_LEAD_IN)
    while found >= 0:
        end = found + len(_LEAD_IN) - len(_END)
        if not xml.startswith("</w:tc>", end + len(_END)):
            yield end
        found = xml.find(_LEAD_IN, end)


def _before_wordless(xml: str) -> Iterator[int]:
    found = xml.find(_WORDLESS)
    while found >= 0:
        start = _paragraph_start(xml, found)
        if xml.endswith(_END, 0, start):
            yield start - len(_END)
            before = _paragraph_start(xml, start - len(_END))
            start = start if "<w:r" in xml[before:start] else before
        if xml.endswith(_TABLE, 0, start):
            yield from _last_row(xml, start)
        found = xml.find(_WORDLESS, found + 1)


def _last_row(xml: str, end: int) -> Iterator[int]:
    """Where the paragraphs of the last row of the table end that ends there."""
    at = xml.find(_END, max(xml.rfind("<w:tr>", 0, end), xml.rfind("<w:tr ", 0, end)), end)
    while at >= 0:
        yield at
        at = xml.find(_END, at + 1, end)


def _paragraph_start(xml: str, before: int) -> int:
    return max(xml.rfind("<w:p>", 0, before), xml.rfind("<w:p ", 0, before))


def _kept(inside: str) -> str:
    """The inside of a paragraph with the mark that keeps it with the next, where the schema wants it."""
    if not inside.startswith("<w:pPr>"):
        return inside if inside.startswith("<w:pPr") else f"<w:pPr><w:keepNext/></w:pPr>{inside}"
    properties = inside[: inside.index("</w:pPr>")]
    if "<w:keepNext" in properties:
        return inside
    end = len("<w:pPr>")
    if inside.startswith("<w:pStyle ", end):
        end = inside.index("/>", end) + 2
    return f"{inside[:end]}<w:keepNext/>{inside[end:]}"
