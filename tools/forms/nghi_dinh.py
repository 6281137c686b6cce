"""Instruments that amend another: a decree, a circular."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.forms.annexes import LANDSCAPE, breaks, content, page, sideways
from tools.forms.blocks import ATTACHED_RULE, abstract, block, listed
from tools.forms.ooxml import paragraph, rule
from tools.forms.styles import WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence

_ANNEX = (
    ("tên điều", paragraph("KCDieu", "{{ dong.noi_dung }}")),
    ("giữa", paragraph("KCTenPhuLuc", "{{ dong.noi_dung | can_dong }}")),
    (
        "nghiêng giữa",
        paragraph("KCKemTheo", "{{ dong.noi_dung }}")
        + sideways(
            rule(ATTACHED_RULE, LANDSCAPE, "KCTrichYeuGach"), rule(ATTACHED_RULE, WIDTH, "KCTrichYeuGach")
        ),
    ),
)
"""The same for the rows of an annex, whose head is set as a circular's."""

KINDS = (("tên điều", "KCDieu"), ("giữa", "KCTenChuong"), ("nghiêng giữa", "KCKemTheo"))
"""Kind of a row → its style; any other row is body text."""


def body() -> str:
    """A decree. Of both, both versions are alike: the manner of citing follows the document's date."""
    return _body("Nghị định")


def circular_body() -> str:
    """A circular."""
    return _body("Thông tư")


def _body(type_: str) -> str:
    return _opening(type_) + _articles() + _final(type_) + _annexes()


def _opening(type_: str) -> str:
    return "".join(
        (
            block("dau-van-ban"),
            paragraph("KCTenLoai", type_.upper()),
            abstract("ten_van_ban"),
            block("can-cu"),
            paragraph("KCCanCu", "Theo đề nghị của {{ the_thuc.de_nghi }};"),
            paragraph("KCCanCu", f"{{{{ tham_quyen }}}} ban hành {type_} {{{{ the_thuc.ten_van_ban }}}}."),
        )
    )


def _articles() -> str:
    return "".join(
        (
            paragraph("KCThan", "{%p for muc in dieu %}"),
            paragraph("KCDieu", "Điều {{ loop.index }}. {{ muc.ten }}"),
            _rows("muc.dong", [(kind, paragraph(style, "{{ dong.noi_dung }}")) for kind, style in KINDS]),
            paragraph("KCThan", "{%p endfor %}"),
        )
    )


def _rows(field: str, kinds: Sequence[tuple[str, str]]) -> str:
    styled = [
        paragraph("KCThan", f'{{%p {"elif" if n else "if"} dong.kieu == "{kind}" %}}') + made
        for n, (kind, made) in enumerate(kinds)
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


def _final(type_: str) -> str:
    first = "{% if hieu_luc_khac %}1. {% endif %}"
    return "".join(
        (
            paragraph("KCThan", "{%p set so_dieu = dieu | length %}"),
            paragraph("KCDieu", "Điều {{ so_dieu + 1 }}. Hiệu lực thi hành"),
            paragraph("KCThan", f"{first}{type_} này có hiệu lực thi hành từ {{{{ the_thuc.hieu_luc }}}}."),
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
            breaks("phu_luc_moi"),
            paragraph("KCThan", "{%p for pl in phu_luc_moi %}"),
            _rows("pl.dong", _ANNEX),
            content(),
            page(),
            paragraph("KCThan", "{%p endfor %}"),
        )
    )
