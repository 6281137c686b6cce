"""Styles after Decree 30/2020, Annex I: letters, sizes, weights and spacing of each component."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.forms.ooxml import MAIN, twips

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style.

    Attributes:
        name: Its Vietnamese name in Word's list of styles.
        size: Letters, in points.
        bold: Whether bold.
        italic: Whether italic.
        align: `center`, `both`, `left` or `right`.
        indent: First-line indent, in millimetres.
        left: Left indent, in millimetres.
        before: Space before, in points.
        after: Space after, in points.
        line: Line spacing in 240ths of a line, or exact twips where `exact`.
        exact: Whether `line` is exact.
        next: Whether it is kept with the next paragraph.
        grouped: Whether paragraphs of the style have no space between them.
        filled: Whether dots go from where its text has a tab to the right edge, to be written on.
        outline: Level in Word's navigation pane, from 0; -1 for body text.
        color: Letters' colour, six hexadecimal digits; empty for black.
    """

    name: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: str = "both"
    indent: float = 0
    left: float = 0
    before: float = 0
    after: float = 0
    line: int = 240
    exact: bool = False
    next: bool = False
    grouped: bool = False
    filled: bool = False
    outline: int = -1
    color: str = ""

    def xml(self, identifier: str) -> str:
        """The style as an element of the styles part."""
        mode = "exact" if self.exact else "auto"
        keep = "<w:keepNext/>" if self.next else ""
        grouped = "<w:contextualSpacing/>" if self.grouped else ""
        outline = f'<w:outlineLvl w:val="{self.outline}"/>' if self.outline >= 0 else ""
        marks = ("<w:b/>" if self.bold else "") + ("<w:i/>" if self.italic else "")
        marks += f'<w:color w:val="{self.color}"/>' if self.color else ""
        edge = f'<w:tab w:val="right" w:leader="dot" w:pos="{twips(WIDTH)}"/>'
        dots = f"<w:tabs>{edge}</w:tabs>" if self.filled else ""
        half = round(self.size * 2)
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{identifier}">'
            f'<w:name w:val="{self.name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{keep}{dots}'
            f'<w:spacing w:before="{round(self.before * 20)}" w:after="{round(self.after * 20)}" '
            f'w:line="{self.line}" w:lineRule="{mode}"/>'
            f'<w:ind w:left="{twips(self.left)}" w:firstLine="{twips(self.indent)}"/>{grouped}'
            f'<w:jc w:val="{self.align}"/>{outline}</w:pPr>'
            f'<w:rPr>{marks}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr></w:style>'
        )


WIDTH = 160.0
"""Width of the text in millimetres: A4 without the margins of 30 and 20."""

INDENT = 12.7
"""First-line indent of the body: 1 cm or 1,27 cm (Annex I, II.6)."""

STYLES = {
    "KCQuocHieu": Style("KC Quốc hiệu", 13, bold=True, align="center"),
    "KCTieuNgu": Style("KC Tiêu ngữ", 14, bold=True, align="center"),
    "KCChuQuan": Style("KC Cơ quan chủ quản", 13, align="center"),
    "KCCoQuan": Style("KC Cơ quan ban hành", 13, bold=True, align="center"),
    "KCGach": Style("KC Đường kẻ", 2, align="center", before=2, line=40, exact=True, next=True),
    "KCSo": Style("KC Số và ký hiệu", 13, align="center", before=4),
    "KCDiaDanh": Style("KC Địa danh và thời gian", 13, italic=True, align="center", before=4),
    "KCTenLoai": Style("KC Tên loại", 14, bold=True, align="center", before=18, next=True),
    "KCTrichYeu": Style("KC Trích yếu", 14, bold=True, align="center", next=True),
    "KCTrichYeuGach": Style(
        "KC Đường kẻ dưới trích yếu", 2, align="center", before=3, after=10, line=40, exact=True
    ),
    "KCKinhGui": Style("KC Kính gửi", 14, align="center", before=6, after=12),
    "KCKinhGuiDau": Style("KC Kính gửi nhiều nơi", 14, align="left", left=25, before=6),
    "KCKinhGuiDong": Style("KC Kính gửi từng nơi", 14, align="left", left=43.5, after=12, grouped=True),
    "KCThamQuyen": Style(
        "KC Thẩm quyền ban hành", 14, bold=True, align="center", before=6, after=8, next=True
    ),
    "KCCanCu": Style("KC Căn cứ", 14, italic=True, indent=INDENT, after=6),
    "KCThan": Style("KC Thân văn bản", 14, indent=INDENT, after=6),
    "KCMucLon": Style(
        "KC Mục La Mã", 14, bold=True, align="left", indent=INDENT, before=6, after=6, next=True, outline=0
    ),
    "KCMucNho": Style("KC Mục số", 14, bold=True, align="left", indent=INDENT, after=6, next=True, outline=1),
    "KCChuong": Style("KC Chương", 14, bold=True, align="center", before=6, next=True, outline=0),
    "KCTenChuong": Style("KC Tên chương", 14, bold=True, align="center", after=8, next=True),
    "KCDieu": Style("KC Điều", 14, bold=True, align="left", indent=INDENT, after=6, next=True, outline=1),
    "KCKet": Style("KC Đoạn kết", 14, indent=INDENT, after=6, next=True),
    "KCNoiNhanDau": Style("KC Nơi nhận", 12, bold=True, italic=True, align="left", next=True),
    "KCNoiNhan": Style("KC Nơi nhận từng nơi", 11, align="left"),
    "KCQuyenHan": Style("KC Quyền hạn và chức vụ", 14, bold=True, align="center", next=True),
    "KCHoTen": Style("KC Họ tên người ký", 14, bold=True, align="center", before=52),
    "KCCuoi": Style("KC Đoạn sau bảng chữ ký", 1, line=20, exact=True),
    "KCPhuLuc": Style("KC Phụ lục", 14, bold=True, align="center", next=True, outline=0),
    "KCTenPhuLuc": Style("KC Tên phụ lục", 14, bold=True, align="center", next=True),
    "KCKemTheo": Style("KC Kèm theo", 14, italic=True, align="center", next=True),
    "KCBangNhom": Style("KC Bảng - hàng nhóm", 12, bold=True, align="left", before=2, after=2, next=True),
    "KCBangDau": Style("KC Bảng - hàng đầu", 12, bold=True, align="center", before=2, after=2),
    "KCBang": Style("KC Bảng - ô", 12, align="left", before=2, after=2),
    "KCBangGiua": Style("KC Bảng - ô giữa", 12, align="center", before=2, after=2),
    "KCSoTrang": Style("KC Số trang", 14, align="center"),
}


OFFICE_STYLES = {
    "KCVeViec": Style("KC Về việc", 12, align="center", before=6),
    "KCKhan": Style("KC Dấu khẩn", 13, bold=True, align="center", before=6, color="FF0000"),
    "KCDiaChi": Style("KC Địa chỉ", 11, align="center"),
    "KCDien": Style("KC Dòng để điền", 14, align="left", indent=INDENT, before=6, after=6, filled=True),
}
"""Styles of what stands in the papers of offices and in none of the shipped sets."""


def styles_part(more: Mapping[str, Style] | None = None) -> str:
    """The styles part: Times New Roman, black, Vietnamese, and every style of the sets.

    Args:
        more: Further styles.
    """
    font = "Times New Roman"
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
    every = "".join(style.xml(identifier) for identifier, style in {**STYLES, **(more or {})}.items())
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:styles xmlns:w="{MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:color w:val="000000"/>'
        '<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>"
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr></w:style>{every}</w:styles>"
    )
