"""Instruments in chapters: a circular, one that replaces others, a decree."""

from __future__ import annotations

from tools.forms.annexes import LANDSCAPE, breaks, content, page, sideways
from tools.forms.blocks import ATTACHED_RULE, abstract, block, listed
from tools.forms.ooxml import paragraph, rule
from tools.forms.styles import WIDTH

REPLACES = "2. Thông tư này thay thế {{ the_thuc.thay_the }}."
ASKING = (
    "Trong quá trình thực hiện, nếu có vướng mắc, cơ quan, tổ chức, cá nhân phản ánh về {{ co_quan.ten }} để "
    "xem xét, giải quyết./."
)


def body() -> str:
    """A circular. Of all three both versions are alike: the manner of citing follows the document's date."""
    return _body("Thông tư", ending=paragraph("KCKet", ASKING))


def replacing_body() -> str:
    """A circular that replaces others."""
    return _body("Thông tư", replaced=paragraph("KCThan", REPLACES), ending=paragraph("KCKet", ASKING))


def decree_body() -> str:
    """A decree."""
    return _body("Nghị định")


def _body(type_: str, *, replaced: str = "", ending: str = "") -> str:
    return _opening(type_) + _chapters() + _final(type_, replaced, ending) + _annexes()


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


def _chapters() -> str:
    return "".join(
        (
            _for("chuong in the_thuc.chuong"),
            paragraph("KCChuong", "Chương {{ chuong.so }}"),
            paragraph("KCTenChuong", "{{ chuong.ten | hoa | can_dong }}"),
            _for("dieu in chuong.dieu"),
            paragraph("KCDieu", "Điều {{ dieu.so }}. {{ dieu.ten }}"),
            listed("dieu.doan"),
            _for("khoan in dieu.khoan"),
            paragraph("KCThan", "{{ khoan.so }}. {{ khoan.noi_dung }}"),
            _for("diem in khoan.diem"),
            paragraph("KCThan", "{{ diem.nhan }}) {{ diem.noi_dung }}"),
            *[paragraph("KCThan", "{%p endfor %}")] * 4,
        )
    )


def _final(type_: str, replaced: str, ending: str) -> str:
    first = "1. " if replaced else ""
    effect = f"{first}{type_} này có hiệu lực thi hành kể từ {{{{ ngay_hieu_luc | ngay_chu }}}}."
    return "".join(
        (
            paragraph("KCChuong", "Chương {{ the_thuc.chuong_cuoi }}"),
            paragraph("KCTenChuong", "ĐIỀU KHOẢN THI HÀNH"),
            paragraph("KCDieu", "Điều {{ the_thuc.dieu_cuoi }}. Hiệu lực thi hành"),
            paragraph("KCThan", effect),
            replaced,
            paragraph("KCThan", "{%p if chuyen_tiep %}"),
            paragraph("KCDieu", "Điều {{ the_thuc.dieu_cuoi + 1 }}. Quy định chuyển tiếp"),
            listed("chuyen_tiep"),
            paragraph("KCThan", "{%p endif %}"),
            paragraph(
                "KCDieu",
                "Điều {{ the_thuc.dieu_cuoi + (2 if chuyen_tiep else 1) }}. Trách nhiệm thi hành",
            ),
            listed("thi_hanh", "KCThan" if ending else "KCKet"),
            ending,
            block("chu-ky"),
        )
    )


def _annexes() -> str:
    return "".join(
        (
            breaks("the_thuc.phu_luc"),
            _for("pl in the_thuc.phu_luc"),
            paragraph("KCPhuLuc", "{{ pl.nhan }}"),
            paragraph("KCTenPhuLuc", "{{ pl.ten | hoa | can_dong }}"),
            paragraph("KCKemTheo", "{{ the_thuc.kem_theo | can_dong }}"),
            sideways(
                rule(ATTACHED_RULE, LANDSCAPE, "KCTrichYeuGach"), rule(ATTACHED_RULE, WIDTH, "KCTrichYeuGach")
            ),
            listed("pl.doan"),
            content(),
            page(),
            paragraph("KCThan", "{%p endfor %}"),
        )
    )


def _for(what: str) -> str:
    return paragraph("KCThan", f"{{%p for {what} %}}")
