"""Paragraphs, tables and packages of WordprocessingML, written as text."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = f'xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def twips(millimetres: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def run(text: str, *, bold: bool | None = None, italic: bool | None = None) -> str:
    """A run of text, its tabs as Word's; `None` leaves weight and slant to the paragraph's style."""
    marks = _switch("b", bold) + _switch("i", italic)
    marks = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    written = '</w:t><w:tab/><w:t xml:space="preserve">'.join(escape(text).split("\t"))
    return f'<w:r>{marks}<w:t xml:space="preserve">{written}</w:t></w:r>'


def paragraph(style: str, *pieces: str, extra: str = "") -> str:
    """A paragraph.

    Args:
        style: Identifier of its style.
        pieces: Plain text, or runs made by `run`.
        extra: Further paragraph properties, in schema order after the style.
    """
    runs = "".join(piece if piece.startswith("<w:r>") else run(piece) for piece in pieces if piece)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{runs}</w:p>'


def rule(width: float, cell: float, style: str = "KCGach") -> str:
    """A solid line of `width` mm, centred in `cell` mm: the top border of an empty paragraph."""
    side = twips((cell - width) / 2)
    border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
    return paragraph(style, extra=f'{border}<w:ind w:left="{side}" w:right="{side}" w:firstLine="0"/>')


def table(widths: Sequence[float], rows: Iterable[str], *, lined: bool = False) -> str:
    """A table of fixed column widths in millimetres; `lined` draws its grid."""
    columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    total = sum(map(twips, widths))
    margin = 80 if lined else 0
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{total}" w:type="dxa"/>{_GRID if lined else ""}'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(*cells: str, heading: bool = False, whole: bool = True) -> str:
    """A table row; `heading` repeats it on each page, `whole` keeps it on one page."""
    marks = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if heading else "")
    return f"<w:tr><w:trPr>{marks}</w:trPr>{''.join(cells)}</w:tr>"


def kept(one: str) -> str:
    """A paragraph kept with the next, or a row: programs ask its paragraphs whether it is kept."""
    return re.sub(r'(<w:pStyle w:val="\w+"/>)(?!<w:keepNext/>)', r"\1<w:keepNext/>", one)


def cell(width: float, *paragraphs: str, span: int = 1, middle: bool = False) -> str:
    """A table cell of `width` millimetres that covers `span` columns."""
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    align = '<w:vAlign w:val="center"/>' if middle else ""
    size = f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{size}{spans}{align}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def section(*, landscape: bool = False, last: bool = True, restart: bool = False) -> str:
    """Page set-up after Decree 30/2020, Annex I, part I: A4, margins 20-20-30-20 mm, first page unnumbered.

    Args:
        landscape: Whether the page lies on its side.
        last: Whether it closes the document; otherwise a paragraph ends the section.
        restart: Whether page numbers start at 1 again (annexes).
    """
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if landscape else 'w:w="11906" w:h="16838"'
    restarted = '<w:pgNumType w:start="1"/>' if restart else ""
    top, left = twips(20), twips(30)
    properties = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/>'
        '<w:headerReference w:type="first" r:id="rId3"/>'
        f'<w:type w:val="nextPage"/><w:pgSz {size}/>'
        f'<w:pgMar w:top="{top}" w:right="{top}" w:bottom="{top}" w:left="{left}" '
        f'w:header="{twips(10)}" w:footer="{twips(10)}" w:gutter="0"/>{restarted}<w:titlePg/></w:sectPr>'
    )
    return properties if last else f'<w:p><w:pPr><w:pStyle w:val="KCCuoi"/>{properties}</w:pPr></w:p>'


def package(
    body: str,
    styles: str,
    title: str,
    *,
    landscape: bool = False,
    restart: bool = False,
    foot: str | None = None,
) -> bytes:
    """A DOCX file.

    Args:
        body: Paragraphs and tables.
        styles: The styles part.
        title: Title in the core properties.
        landscape: Whether the last section lies on its side.
        restart: Whether the last section counts its pages from 1.
        foot: What stands at the foot of the first page, for the issuer's address; None for no such foot.

    Returns:
        The same bytes for the same arguments.
    """
    end = section(landscape=landscape, restart=restart)
    types, links = _TYPES, _DOCUMENT_RELATIONS
    if foot is not None:
        end = end.replace("<w:type ", '<w:footerReference w:type="first" r:id="rId5"/><w:type ', 1)
        declared = f'<Override PartName="/word/footer1.xml" ContentType="{_OFFICE}.footer+xml"/>'
        types = types.replace("</Types>", declared + "</Types>")
        link = f'<Relationship Id="rId5" Type="{RELATIONS}/footer" Target="footer1.xml"/>'
        links = links.replace("</Relationships>", link + "</Relationships>")
    parts = {
        "[Content_Types].xml": types,
        "_rels/.rels": _ROOT_RELATIONS,
        "word/document.xml": f"{_HEAD}<w:document {_NAMES}><w:body>{body}{end}</w:body></w:document>",
        "word/_rels/document.xml.rels": links,
        "word/styles.xml": styles,
        "word/settings.xml": _SETTINGS,
        "word/header1.xml": f"{_HEAD}<w:hdr {_NAMES}>{_PAGE_NUMBER}</w:hdr>",
        "word/header2.xml": f"{_HEAD}<w:hdr {_NAMES}>{paragraph('KCSoTrang')}</w:hdr>",
        "docProps/core.xml": _CORE.format(title=escape(title)),
    }
    if foot is not None:
        parts["word/footer1.xml"] = f"{_HEAD}<w:ftr {_NAMES}>{paragraph('Normal', foot)}</w:ftr>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text)
    return buffer.getvalue()


def _switch(name: str, value: bool | None) -> str:
    return "" if value is None else f"<w:{name}/>" if value else f'<w:{name} w:val="0"/>'


_LINE = '<w:{0} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
_GRID = (
    "<w:tblBorders>"
    + "".join(_LINE.format(side) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    + "</w:tblBorders>"
)
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_OFFICE}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_OFFICE}.settings+xml"/>'
    f'<Override PartName="/word/header1.xml" ContentType="{_OFFICE}.header+xml"/>'
    f'<Override PartName="/word/header2.xml" ContentType="{_OFFICE}.header+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_ROOT_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE_RELATIONS}">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE_RELATIONS}/metadata/core-properties" '
    'Target="docProps/core.xml"/>'
    "</Relationships>"
)
_DOCUMENT_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE_RELATIONS}">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{RELATIONS}/header" Target="header1.xml"/>'
    f'<Relationship Id="rId3" Type="{RELATIONS}/header" Target="header2.xml"/>'
    f'<Relationship Id="rId4" Type="{RELATIONS}/settings" Target="settings.xml"/></Relationships>'
)
_SETTINGS = (
    f'{_HEAD}<w:settings {_NAMES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)
_CORE = (
    f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE_RELATIONS[:-13]}metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:language>vi-VN</dc:language>'
    "</cp:coreProperties>"
)
_PAGE_NUMBER = (
    '<w:p><w:pPr><w:pStyle w:val="KCSoTrang"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
