"""The decree that amends another."""

from __future__ import annotations

from tools.forms.blocks import abstract, block, listed
from tools.forms.ooxml import paragraph, section

KINDS = (("tên điều", "KCDieu"), ("giữa", "KCTenChuong"), ("nghiêng giữa", "KCKemTheo"))
"""Kind of a row → its style; any other row is body text."""


def body() -> str:
    """Both versions: what differs, the manner of citing, follows the document's date."""
    return _opening() + _articles() + _final() + _annexes()


def _opening() -> str:
    return "".join(
        (
            block("dau-van-ban"),
            paragraph("KCTenLoai", "NGHỊ ĐỊNH"),
            abstract("ten_van_ban"),
            block("can-cu"),
            paragraph("KCCanCu", "Theo đề nghị của {{ the_thuc.de_nghi }};"),
            paragraph("KCCanCu", "{{ tham_quyen }} ban hành Nghị định {{ the_thuc.ten_van_ban }}."),
        )
    )


def _articles() -> str:
    return "".join(
        (
            paragraph("KCThan", "{%p for muc in dieu %}"),
            paragraph("KCDieu", "Điều {{ loop.index }}. {{ muc.ten }}"),
            _rows("muc.dong"),
            paragraph("KCThan", "{%p endfor %}"),
        )
    )


def _rows(field: str) -> str:
    styled = [
        paragraph("KCThan", f'{{%p {"elif" if n else "if"} dong.kieu == "{kind}" %}}')
        + paragraph(style, "{{ dong.noi_dung }}")
        for n, (kind, style) in enumerate(KINDS)
    ]
    return "".join(
        (
            paragraph("KCThan", f"{{%p for dong in {field} %}}"),
            *styled,
            paragraph("KCThan", "{%p else %}"),
            paragraph("KCThan", "{{ dong.noi_dung }}"),
            paragraph("KCThan", "{%p endif %}"),
            paragraph("KCThan", "{%p endfor %}"),
        )
    )


def _final() -> str:
    first = "{% if hieu_luc_khac %}1. {% endif %}"
    return "".join(
        (
            paragraph("KCThan", "{%p set so_dieu = dieu | length %}"),
            paragraph("KCDieu", "Điều {{ so_dieu + 1 }}. Hiệu lực thi hành"),
            paragraph("KCThan", f"{first}Nghị định này có hiệu lực thi hành từ {{{{ the_thuc.hieu_luc }}}}."),
            listed("hieu_luc_khac", shown="{{ loop.index + 1 }}. {{ doan }}"),
            paragraph("KCThan", "{%p if chuyen_tiep %}"),
            paragraph("KCDieu", "Điều {{ so_dieu + 2 }}. Điều khoản chuyển tiếp"),
            listed("chuyen_tiep"),
            paragraph("KCThan", "{%p endif %}"),
            paragraph(
                "KCDieu",
                "Điều {{ so_dieu + (3 if chuyen_tiep else 2) }}. Trách nhiệm thi hành",
            ),
            listed("thi_hanh", "KCKet"),
            block("chu-ky"),
        )
    )


def _annexes() -> str:
    return "".join(
        (
            paragraph("KCThan", "{%p for pl in phu_luc_moi %}"),
            section(last=False, restart=True),
            _rows("pl.dong"),
            paragraph("KCThan", "{%p endfor %}"),
        )
    )
