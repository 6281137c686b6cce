"""What loops and conditions leave behind in WordprocessingML, mended so that Word opens the document."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

_NUMBERED = re.compile(r"<(wp:docPr|w:bookmarkStart|w:bookmarkEnd)\b[^<>]*>")
_ID = re.compile(r'(?P<before>\b(?:w:)?id=")(?P<id>-?\d+)"')
_NAME = re.compile(r'(w:name=")([^"]*)"')
_EMPTY_ROW = re.compile(
    r"<w:tr\b[^<>]*>(?:<w:trPr>(?:(?!<w:tr[ >]|</?w:trPr>).)*</w:trPr>|<w:trPr/>)?\s*</w:tr>", re.DOTALL
)
_EMPTY_TABLE = re.compile(r"<w:tbl>(?:(?!<w:tr[ >]|</?w:tbl>).)*</w:tbl>", re.DOTALL)
_CELL_END = re.compile(r"</w:tc>(?<!</w:p></w:tc>)")
_CELL_ENDS = (
    ("</w:tcPr></w:tc>", "</w:tcPr><w:p/></w:tc>"),
    ("<w:tcPr/></w:tc>", "<w:tcPr/><w:p/></w:tc>"),
    ("<w:tc></w:tc>", "<w:tc><w:p/></w:tc>"),
    ("</w:tbl></w:tc>", "</w:tbl><w:p/></w:tc>"),
)


_LOOSE = re.compile(
    r"(?:</w:tcPr>|<w:tcPr/>|<w:tc>|</w:tblGrid>|<w:tblGrid/>|</w:tbl>"
    r"|<w:(?:txbxContent|sdtContent|hdr|ftr|footnote|endnote)\b[^<>]*>)\s*\{[%{]"
)
_HOLLOW = re.compile(
    r"(?P<start><w:(?P<name>txbxContent|hdr|ftr|footnote|endnote)\b[^<>]*>)(?=</w:(?P=name)>)"
)
"""What may not be empty (ECMA-376, part 1: CT_TxbxContent, CT_HdrFtr, CT_FtnEdn) and is."""
_CONTROL = "<w:sdtContent></w:sdtContent>"
_AROUND = re.compile(r"<(?P<end>/?)w:(?P<name>p|tc|tr|tbl|txbxContent|sdtContent)(?=[ >])[^<>]*(?<!/)>")


def may_lose_content(source: str) -> bool:
    """Whether a tag may leave a cell, a box or a header without a paragraph, or a table without rows.

    Args:
        source: A part prepared for the template language.
    """
    return bool(_LOOSE.search(source))


def mend_hollows(xml: str) -> str:
    """Leave a paragraph in each cell, box, header and control around paragraphs; no table without rows.

    Args:
        xml: A part's XML.
    """
    if _CONTROL in xml:
        xml = _mend_controls(xml)
    return mend_tables(_HOLLOW.sub(r"\g<start><w:p/>", xml))


def _mend_controls(xml: str) -> str:
    """A paragraph in each empty content control between paragraphs; one within a line may be empty."""
    around, pieces, end = ["body"], list[str](), 0
    for tag in _AROUND.finditer(xml):
        if not tag["end"]:
            around += [] if tag["name"] == "sdtContent" else [tag["name"]]
            between = around[-1] in {"body", "tc", "txbxContent"}
            if tag["name"] == "sdtContent" and between and xml.startswith(_CONTROL, tag.start()):
                pieces += [xml[end : tag.end()], "<w:p/>"]
                end = tag.end()
        elif tag["name"] != "sdtContent":
            around.pop()
    return "".join((*pieces, xml[end:]))


def close_last_section(xml: str) -> str:
    """Let the last section be that of the break at the very end, which would leave an empty page behind it.

    A loop whose rounds each end their own section (annexes, some of them landscape) ends in such a break.

    Args:
        xml: The main part's XML.
    """
    at = xml.find(_BREAK_AT_END)
    if at < 0:
        return xml
    start, end = xml.rindex("<w:sectPr", 0, at), at + len("</w:sectPr>")
    rest = at + len(_BREAK_AT_END) - len("<w:sectPr")
    last = xml.index("</w:body>", rest)
    return f"{xml[:start]}{xml[end:rest]}{xml[start:end]}{xml[last:]}"


def mend_tables(xml: str) -> str:
    """Leave a paragraph in each cell, and no table without rows.

    Args:
        xml: A part's XML.
    """
    if "</w:tblGrid></w:tbl>" in xml or "<w:tblGrid/></w:tbl>" in xml:
        xml = _EMPTY_TABLE.sub("", xml)
    if _CELL_END.search(xml):
        for broken, whole in _CELL_ENDS:
            xml = xml.replace(broken, whole)
    return xml


_BREAK_AT_END = "</w:sectPr></w:pPr></w:p><w:sectPr"


@dataclass(slots=True)
class _Ids:
    next: int
    used: set[tuple[str, str]] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    bookmarks: dict[str, str] = field(default_factory=dict)

    def __call__(self, found: re.Match[str]) -> str:
        tag, numbered = found[1], _ID.search(found[0])
        if numbered is None:
            return found[0]
        old = numbered["id"]
        new = self.bookmarks.get(old, old) if tag == "w:bookmarkEnd" else self._fresh(tag, old)
        start, end = numbered.span("id")
        changed = found[0][:start] + new + found[0][end:]
        if tag == "w:bookmarkStart":
            self.bookmarks[old] = new
            return _NAME.sub(self._name, changed)
        return changed

    def _fresh(self, tag: str, old: str) -> str:
        new = old
        while (tag, new) in self.used or new == "0":
            new, self.next = str(self.next), self.next + 1
        self.used.add((tag, new))
        return new

    def _name(self, found: re.Match[str]) -> str:
        name, count = found[2], 1
        while name in self.names:
            count += 1
            name = f"{found[2]}_{count}"
        self.names.add(name)
        return f'{found[1]}{name}"'


def unique_ids(xml: str, first: int) -> str:
    """Give each drawing and bookmark an id of its own, each bookmark a name of its own.

    The first that bears an id or a name keeps it.

    Args:
        xml: A part's XML.
        first: The first id to give, so that parts of one document do not meet.
    """
    return _NUMBERED.sub(_Ids(first), xml)


_TABLE = re.compile(r"<w:tbl>|</w:tbl>")
_GRID = re.compile(r"<w:tblGrid>(?P<columns>(?:(?!</?w:tblGrid>).)*)</w:tblGrid>", re.DOTALL)
_COLUMN = re.compile(r'<w:gridCol(?:\s+w:w="(?P<width>\d+)")?\s*/>')
_ROW_OR_CELL = re.compile(
    r'<w:(?P<tag>tr|tc)[ >]|<w:grid(?P<kind>Span|Before|After) w:val="(?P<columns>\d+)"/>'
)


def mend_grids(xml: str) -> str:
    """Leave no row without cells, and let each table's grid have as many columns as its widest row.

    The width of the table is kept.

    Args:
        xml: A part's XML.
    """
    return _each_table(_EMPTY_ROW.sub("", xml), _mend_grid)


def _each_table(xml: str, change: Callable[[str], str]) -> str:
    """The XML with each table changed, inner ones first and hidden from the outer ones."""
    hidden: list[str] = []
    stack = [""]
    end = 0
    for found in _TABLE.finditer(xml):
        stack[-1] += xml[end : found.start()]
        end = found.end()
        if found.group() == "<w:tbl>":
            stack.append("<w:tbl>")
        elif len(stack) > 1:
            hidden.append(change(stack.pop() + "</w:tbl>"))
            stack[-1] += f"\x00{len(hidden) - 1}\x00"
    whole = "".join(stack) + xml[end:]
    while "\x00" in whole:
        whole = re.sub("\x00(\\d+)\x00", lambda found: hidden[int(found[1])], whole)
    return whole


def _mend_grid(table: str) -> str:
    grid = _GRID.search(table)
    wanted = _widest_row(table)
    if grid is None or not wanted:
        return table
    widths = [int(column["width"] or 0) for column in _COLUMN.finditer(grid["columns"])]
    if len(widths) == wanted:
        return table
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in _spread(widths, wanted))
    return f"{table[: grid.start()]}<w:tblGrid>{columns}</w:tblGrid>{table[grid.end() :]}"


def _widest_row(table: str) -> int:
    widest = columns = 0
    for found in _ROW_OR_CELL.finditer(table):
        if found["tag"] == "tr":
            columns = 0
        elif found["tag"] == "tc":
            columns += 1
        else:
            columns += int(found["columns"]) - (found["kind"] == "Span")
        widest = max(widest, columns)
    return widest


def _spread(widths: list[int], wanted: int) -> list[int]:
    """Widths for another number of columns: shrunk in proportion to make room, or the freed width shared."""
    total = sum(widths)
    if len(widths) < wanted:
        new = total // wanted
        kept = [width * len(widths) // wanted for width in widths]
        return kept + [new] * (wanted - len(widths))
    freed = sum(widths[wanted:]) // wanted
    return [width + freed for width in widths[:wanted]]
