"""The parts of a DOCX file around a body that the product writes itself: styles, page, page number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from kcdocs.word.package.wml import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NS = f'xmlns:w="{W[1:-1]}"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEADER = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = f"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{_HEADER}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_HEADER}.styles+xml"/>
<Override PartName="/word/header1.xml" ContentType="{_HEADER}.header+xml"/>
</Types>"""
_ROOT_RELS = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/>
</Relationships>"""
_RELS = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{_R}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{_R}/header" Target="header1.xml"/>
</Relationships>"""
_PAGE_NUMBER = f"""<w:hdr {_NS}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>
<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>"""
_FONT = "Times New Roman"


def _consolidated_styles() -> str:
    """Styles of consolidated texts: id, name, what the paragraph and what its characters are like."""
    body = '<w:spacing w:after="120"/>{}<w:jc w:val="both"/>'
    middle, bold = '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="26"/>'
    centred = '<w:spacing w:after="{}"/>' + middle
    indent, kept = '<w:ind w:firstLine="567"/>', "<w:keepNext/>"
    styles = (
        ("KcThan", "Thân văn bản", body.format(indent), '<w:sz w:val="28"/>'),
        ("KcCanCu", "Căn cứ", body.format(indent), '<w:i/><w:sz w:val="28"/>'),
        ("KcDieu", "Tên điều", kept + body.format(indent), '<w:b/><w:sz w:val="28"/>'),
        ("KcTen", "Tên văn bản", kept + centred.format(120), '<w:b/><w:sz w:val="28"/>'),
        ("KcChuong", "Tên chương", kept + centred.format(120), '<w:b/><w:sz w:val="28"/>'),
        ("KcKemTheo", "Dòng kèm theo", centred.format(120), '<w:i/><w:sz w:val="28"/>'),
        ("KcCanhBao", "Cảnh báo", body.format(""), '<w:b/><w:i/><w:sz w:val="28"/>'),
        ("KcDam", "Dòng đậm giữa", centred.format(0), bold),
        ("KcQuocHieu", "Quốc hiệu", centred.format(0), '<w:b/><w:sz w:val="24"/>'),
        ("KcNguoiKy", "Họ tên người ký", f'<w:spacing w:before="1440" w:after="0"/>{middle}', bold),
        ("KcNghieng", "Dòng nghiêng giữa", centred.format(0), '<w:i/><w:sz w:val="26"/>'),
        ("KcGiuaDong", "Dòng giữa", centred.format(0), '<w:sz w:val="26"/>'),
        ("KcNoiNhanDau", "Nơi nhận (đầu)", '<w:spacing w:after="0"/>', '<w:b/><w:i/><w:sz w:val="24"/>'),
        ("KcNoiNhan", "Nơi nhận", '<w:spacing w:after="0"/>', '<w:sz w:val="22"/>'),
        ("KcOBang", "Ô của bảng", '<w:spacing w:before="40" w:after="40"/>', '<w:sz w:val="26"/>'),
        ("KcDauCot", "Đầu cột của bảng", centred.format(40), bold),
        ("KcChuThich", "Chú thích", body.format("").replace("120", "0"), '<w:sz w:val="20"/>'),
    )
    written = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>\n"
        for key, name, paragraph, run in styles
    )
    return (
        f'{written}<w:style w:type="character" w:styleId="KcDauChuThich"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>\n'
    )


_STYLES = f"""<w:styles {_NS}>
<w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}" w:cs="{_FONT}"/>
<w:sz w:val="26"/><w:szCs w:val="26"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="paragraph" w:styleId="KcTieuDe"><w:name w:val="Tiêu đề bản so sánh"/>
<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>
<w:pPr><w:keepNext/><w:spacing w:after="120"/><w:jc w:val="center"/></w:pPr>
<w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="KcO"><w:name w:val="Nội dung ô"/>
<w:basedOn w:val="Normal"/><w:qFormat/>
<w:pPr><w:spacing w:before="40" w:after="40"/><w:jc w:val="both"/></w:pPr>
<w:rPr><w:sz w:val="24"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="KcGiua"><w:name w:val="Tiêu đề ô"/><w:basedOn w:val="KcO"/><w:qFormat/>
<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="KcMayGhi"><w:name w:val="Phần máy ghi"/><w:basedOn w:val="KcO"/>
<w:next w:val="KcO"/><w:qFormat/><w:pPr><w:jc w:val="left"/></w:pPr>
<w:rPr><w:i/><w:sz w:val="22"/></w:rPr></w:style>
{_consolidated_styles()}</w:styles>"""


@dataclass(frozen=True, slots=True)
class PageSetup:
    """A page of A4; margins in twentieths of a point."""

    landscape: bool
    top: int
    bottom: int
    left: int
    right: int


def parts_around(content: str, page: PageSetup) -> Mapping[str, bytes]:
    """The parts of a whole package.

    Styles that a body may name: KcTieuDe (title), KcO (cell), KcGiua (centred cell), KcMayGhi (written by
    the machine), and those of consolidated texts. The page number stands in the middle of the head, from the
    second page on (Decree 30/2020/NĐ-CP, Annex I, II.7).

    Args:
        content: XML of all that stands in `w:body`, page set-up left out; the prefixes `w` and `r` are
            declared around it. A text, because a tree of a long comparison takes many times as long to make.
        page: The page.
    """
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT_RELS,
        "word/_rels/document.xml.rels": _RELS,
        "word/styles.xml": _STYLES,
        "word/header1.xml": _PAGE_NUMBER,
    }
    declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return {
        **{name: (declared + text).encode() for name, text in parts.items()},
        "word/document.xml": f"{_DECLARED}{_OPEN}<w:body>{content}{_section(page)}</w:body>{_CLOSE}".encode(),
    }


_DECLARED = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_OPEN, _CLOSE = f'<w:document {_NS} xmlns:r="{_R}">', "</w:document>"


def inside(elements: Iterable[etree._Element]) -> str:
    """Elements as XML for `parts_around`: what is declared around it is not declared anew.

    Args:
        elements: They are moved.
    """
    document = etree.Element(W + "document", nsmap={"w": W[1:-1], "r": _R})
    document.extend(elements)
    etree.cleanup_namespaces(document, keep_ns_prefixes=["w", "r"])
    document.text = document.text or ""  # without words and children it would be written as one empty tag
    return etree.tostring(document, encoding="unicode").removeprefix(_OPEN).removesuffix(_CLOSE)


def _section(page: PageSetup) -> str:
    size = ("16838", "11906") if page.landscape else ("11906", "16838")
    orient = ' w:orient="landscape"' if page.landscape else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/>'
        f'<w:pgSz w:w="{size[0]}" w:h="{size[1]}"{orient}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}" '
        'w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )
