"""A tiny language for Word documents: strings of WordprocessingML put into a package."""

from __future__ import annotations

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def r(text: str, properties: str = "") -> str:
    """A run; `properties` is the inside of its `w:rPr`."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, properties: str = "", num: tuple[int, int] | None = None) -> str:
    """A paragraph; a run without a tag is plain text; `num` is (list, level)."""
    numbering = f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>' if num else ""
    inside = "".join(item if item.startswith("<") else r(item) for item in runs)
    return f"<w:p><w:pPr>{numbering}{properties}</w:pPr>{inside}</w:p>"


def tc(*blocks: str, properties: str = "") -> str:
    """A table cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(blocks) or p()}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A table row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def level(index: int, style: str, pattern: str, more: str = "") -> str:
    """One level of an abstract list that starts at 1."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def abstract(number: int, *levels: str, more: str = "") -> str:
    """An abstract list."""
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def num(number: int, abstract_number: int, overrides: str = "") -> str:
    """A list in use."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract_number}"/>{overrides}</w:num>'


def docx(
    *body: str,
    styles: str = "",
    numbering: str = "",
    footnotes: str = "",
    endnotes: str = "",
    settings: str = "",
    comments: str = "",
    header: str = "",
    footer: str = "",
    pages: str = "default",
    section: str = "",
) -> bytes:
    """A package whose main part has this body, and those of the other parts that are given.

    `pages` are those that header and footer are for, `section` is the inside of the last section.
    """
    roots = {
        "styles": ("styles", styles),
        "numbering": ("numbering", numbering),
        "footnotes": ("footnotes", footnotes),
        "endnotes": ("endnotes", endnotes),
        "settings": ("settings", settings),
        "comments": ("comments", comments),
        "header": ("hdr", header),
        "footer": ("ftr", footer),
    }
    given = {kind: (root, inside) for kind, (root, inside) in roots.items() if inside}
    relations = "".join(
        f'<Relationship Id="rId{i}" Type="{_KIND}/{kind}" Target="{kind}.xml"/>'
        for i, kind in enumerate(given)
    )
    edges = "".join(
        f'<w:{kind}Reference xmlns:r="{_KIND}" w:type="{pages}" r:id="rId{i}"/>'
        for i, kind in enumerate(given)
        if kind in ("header", "footer")
    )
    last = f"<w:sectPr>{edges}{section}</w:sectPr>" if edges else ""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELS}"><Relationship Id="rId1" '
        f'Type="{_KIND}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELS}">{relations}</Relationships>',
        "word/document.xml": f"<w:document {W} {MORE}><w:body>{''.join(body)}{last}</w:body></w:document>",
    }
    parts |= {
        f"word/{kind}.xml": f"<w:{root} {W} {MORE}>{inside}</w:{root}>"
        for kind, (root, inside) in given.items()
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()
