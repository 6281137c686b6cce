"""The submission to the Government on a draft decree, under the laws of 2015 and of 2025."""

from __future__ import annotations

from tools.forms.blocks import abstract, block, listed, optional
from tools.forms.ooxml import paragraph


def body_2015() -> str:
    """Version 1.0.0: documents dated up to 31 March 2025."""
    return "".join(
        (
            _opening(),
            *_need(),
            _major("II. MỤC ĐÍCH, QUAN ĐIỂM CHỈ ĐẠO XÂY DỰNG"),
            *_purpose(),
            _major("III. QUÁ TRÌNH XÂY DỰNG DỰ THẢO NGHỊ ĐỊNH"),
            listed("qua_trinh"),
            _major("IV. BỐ CỤC VÀ NỘI DUNG CƠ BẢN CỦA DỰ THẢO NGHỊ ĐỊNH"),
            _minor("1. Bố cục"),
            listed("bo_cuc"),
            _minor("2. Nội dung cơ bản"),
            paragraph("KCThan", "{%p for muc in noi_dung %}"),
            paragraph("KCMucNho", "2.{{ loop.index }}. {{ muc.tieu_de }}"),
            listed("muc.doan"),
            paragraph("KCThan", "{%p endfor %}"),
            optional("xin_y_kien", _major("V. NHỮNG VẤN ĐỀ XIN Ý KIẾN") + listed("xin_y_kien")),
            _closing(),
        )
    )


def body_2025() -> str:
    """Version 2.0.0: the sections of Decree 78/2025, Article 6, for documents from 1 April 2025."""
    return "".join(
        (
            _opening(),
            *_need(),
            _major("II. MỤC ĐÍCH BAN HÀNH, QUAN ĐIỂM XÂY DỰNG"),
            *_purpose(),
            _major("III. QUÁ TRÌNH XÂY DỰNG DỰ THẢO NGHỊ ĐỊNH"),
            listed("qua_trinh"),
            _major("IV. BỐ CỤC VÀ NỘI DUNG CƠ BẢN CỦA DỰ THẢO NGHỊ ĐỊNH"),
            _minor("1. Bố cục"),
            listed("bo_cuc"),
            *_content_2025(),
            optional(
                "noi_dung_moi_sau_tham_dinh",
                _major("V. NỘI DUNG BỔ SUNG MỚI SO VỚI DỰ THẢO GỬI\u00a0THẨM\u00a0ĐỊNH")
                + listed("noi_dung_moi_sau_tham_dinh"),
            ),
            _major(
                "{% if noi_dung_moi_sau_tham_dinh %}VI{% else %}V{% endif %}. "
                "DỰ KIẾN NGUỒN LỰC, ĐIỀU KIỆN BẢO ĐẢM THI HÀNH VÀ THỜI GIAN TRÌNH BAN HÀNH"
            ),
            _minor("1. Nguồn lực, điều kiện bảo đảm thi hành"),
            listed("nguon_luc"),
            _minor("2. Thời gian trình ban hành"),
            listed("thoi_gian_trinh"),
            optional(
                "xin_y_kien",
                _major(
                    "{% if noi_dung_moi_sau_tham_dinh %}VII{% else %}VI{% endif %}. NHỮNG VẤN ĐỀ XIN Ý KIẾN"
                )
                + listed("xin_y_kien"),
            ),
            _closing(),
        )
    )


def _opening() -> str:
    return "".join(
        (
            block("dau-van-ban"),
            paragraph("KCTenLoai", "TỜ TRÌNH"),
            abstract('"Về dự thảo " ~ du_thao'),
            block("kinh-gui"),
            paragraph(
                "KCThan",
                "Thực hiện quy định của {{ the_thuc.luat }}, {{ co_quan.ten }} kính trình Chính phủ dự thảo "
                "{{ du_thao }} (sau đây gọi là dự thảo Nghị định) như sau:",
            ),
        )
    )


def _need() -> tuple[str, ...]:
    return (
        _major("I. SỰ CẦN THIẾT BAN HÀNH NGHỊ ĐỊNH"),
        _minor("1. Cơ sở chính trị, pháp lý"),
        listed("co_so_phap_ly"),
        _minor("2. Cơ sở thực tiễn"),
        listed("co_so_thuc_tien"),
    )


def _purpose() -> tuple[str, ...]:
    return (_minor("1. Mục đích"), listed("muc_dich"), _minor("2. Quan điểm xây dựng"), listed("quan_diem"))


def _content_2025() -> tuple[str, ...]:
    """Section IV: what Article 6.2 wants told apart in amending and replacing decrees."""
    apart = (
        ("2. Nội dung sửa đổi, hoàn thiện", "noi_dung_sua_doi"),
        ("3. Nội dung bổ sung", "noi_dung_bo_sung"),
        ("4. Nội dung lược bỏ", "noi_dung_luoc_bo"),
        ("5. Nội dung cắt giảm, đơn giản hóa thủ tục hành chính", "cat_giam_tthc"),
        ("6. Nội dung phân quyền, phân cấp", "phan_quyen_phan_cap"),
    )
    return (
        paragraph("KCThan", '{%p if loai != "ban_hanh_moi" %}'),
        *(_minor(heading) + listed(field) for heading, field in apart),
        paragraph("KCThan", "{%p else %}"),
        _minor("2. Nội dung cơ bản"),
        listed("noi_dung"),
        paragraph("KCThan", "{%p endif %}"),
        paragraph("KCThan", "{%p if y_kien_khac_nhau %}"),
        _minor(
            '{% if loai != "ban_hanh_moi" %}7{% else %}3{% endif %}. Ý kiến khác nhau và phương án lựa chọn'
        ),
        paragraph("KCThan", "{%p for van_de in y_kien_khac_nhau %}"),
        paragraph("KCThan", "Về {{ van_de.noi_dung }}:"),
        listed("van_de.y_kien", shown="- {{ doan }}"),
        paragraph("KCThan", "Phương án của {{ co_quan.ten }}: {{ van_de.phuong_an }}"),
        paragraph("KCThan", "{%p endfor %}"),
        paragraph("KCThan", "{%p endif %}"),
    )


def _closing() -> str:
    return "".join(
        (
            paragraph("KCThan", "Hồ sơ trình kèm theo Tờ trình này gồm:"),
            paragraph("KCThan", "{%p for tai_lieu in ho_so %}"),
            paragraph("KCThan", "({{ loop.index }}) {{ tai_lieu }}{% if loop.last %}.{% else %};{% endif %}"),
            paragraph("KCThan", "{%p endfor %}"),
            paragraph(
                "KCKet",
                "Trên đây là Tờ trình về dự thảo {{ du_thao }}, "
                "{{ co_quan.ten }} kính trình Chính phủ xem xét, quyết định./.",
            ),
            block("chu-ky"),
        )
    )


def _major(text: str) -> str:
    return paragraph("KCMucLon", text)


def _minor(text: str) -> str:
    return paragraph("KCMucNho", text)
