"""The decision that publishes administrative procedures, with its annex."""

from __future__ import annotations

from tools.forms.blocks import abstract, block, listed, optional
from tools.forms.ooxml import cell, paragraph, row, run, section, table

_KINDS = (
    ("moi_ban_hanh", "the_thuc.nhom_moi", "mới ban hành"),
    ("sua_doi_thay_the", "the_thuc.nhom_sua_doi", "được sửa đổi, bổ sung hoặc thay thế"),
    ("bai_bo", "the_thuc.nhom_bai_bo", "bị bãi bỏ"),
)
_NEW = ((12.0, "STT"), (72.0, "Tên thủ tục hành chính"), (36.0, "Lĩnh vực"), (40.0, "Cơ quan thực hiện"))
_CODED = (
    (12.0, "STT"),
    (23.0, "Mã số thủ tục hành chính"),
    (43.0, "Tên thủ tục hành chính"),
    (36.0, ""),
    (22.0, "Lĩnh vực"),
    (24.0, "Cơ quan thực hiện"),
)
_PARTS = (
    ("Trình tự thực hiện", "trinh_tu"),
    ("Cách thức thực hiện", "cach_thuc"),
    ("Thành phần, số lượng hồ sơ", ""),
    ("Thời hạn giải quyết", "thoi_han"),
    ("Đối tượng thực hiện thủ tục hành chính", "doi_tuong"),
    ("Cơ quan giải quyết thủ tục hành chính", "co_quan_giai_quyet"),
    ("Kết quả thực hiện thủ tục hành chính", "ket_qua"),
    ("Phí, lệ phí", "phi_le_phi"),
    ("Tên mẫu đơn, mẫu tờ khai", "mau_don"),
    ("Yêu cầu, điều kiện thực hiện thủ tục hành chính", "yeu_cau"),
    ("Căn cứ pháp lý của thủ tục hành chính", "can_cu_phap_ly"),
)
"""The parts of a procedure (Decree 63/2010, Article 8.2) in their usual order, and the fields they print."""

_SUBJECT = (
    "thủ tục hành chính {{ the_thuc.loai_tthc }} lĩnh vực {{ linh_vuc }} "
    "thuộc phạm vi chức năng quản lý của {{ co_quan.ten }}"
)
_SUBJECT_EXPRESSION = (
    '"thủ tục hành chính " ~ the_thuc.loai_tthc ~ " lĩnh vực " ~ linh_vuc '
    '~ " thuộc phạm vi chức năng quản lý của " ~ co_quan.ten'
)


def body() -> str:
    """Both versions: what differs, the levels of government, is in the data's contract."""
    return "".join((_opening(), _articles(), section(last=False), _annex()))


def _opening() -> str:
    return "".join(
        (
            block("dau-van-ban"),
            paragraph("KCTenLoai", "QUYẾT ĐỊNH"),
            abstract(f'"Về việc công bố " ~ {_SUBJECT_EXPRESSION}'),
            paragraph("KCThamQuyen", "{{ tham_quyen | hoa }}"),
            block("can-cu"),
            paragraph("KCCanCu", "Theo đề nghị của {{ the_thuc.de_nghi }}."),
            paragraph("KCThamQuyen", "QUYẾT ĐỊNH:"),
        )
    )


def _articles() -> str:
    return "".join(
        (
            _article(1, f"Công bố kèm theo Quyết định này {_SUBJECT}."),
            _article(
                2,
                "Quyết định này có hiệu lực thi hành kể từ "
                "{% if ngay_hieu_luc %}{{ ngay_hieu_luc | ngay_chu }}{% else %}ngày ký{% endif %}.",
            ),
            listed("thay_doi"),
            _article(
                3,
                "{{ thi_hanh }} chịu trách nhiệm thi hành Quyết định này./.",
                style="KCKet",
            ),
            block("chu-ky"),
        )
    )


def _article(number: int, text: str, style: str = "KCThan") -> str:
    return paragraph(style, run(f"Điều {number}. ", bold=True), run(text))


def _annex() -> str:
    lists = "".join(
        optional(field, _list(number, groups, kind)) for number, (field, groups, kind) in enumerate(_KINDS, 1)
    )
    return "".join(
        (
            paragraph("KCTenPhuLuc", "{{ the_thuc.ten_phu_luc }}"),
            block("kem-theo"),
            paragraph("KCMucLon", "PHẦN I. DANH MỤC THỦ TỤC HÀNH CHÍNH"),
            lists,
            paragraph("KCThan", "{%p if moi_ban_hanh or sua_doi_thay_the %}"),
            paragraph("KCMucLon", "PHẦN II. NỘI DUNG CỤ THỂ CỦA TỪNG THỦ TỤC HÀNH CHÍNH"),
            *(optional(field, _contents(field, kind)) for field, _, kind in _KINDS[:2]),
            paragraph("KCThan", "{%p endif %}"),
        )
    )


def _list(number: int, groups: str, kind: str) -> str:
    cause = {2: "Tên văn bản quy phạm pháp luật quy định nội dung sửa đổi, bổ sung, thay thế"}.get(
        number, "Tên văn bản quy phạm pháp luật quy định việc bãi bỏ"
    )
    columns = _NEW if number == 1 else tuple((width, name or cause) for width, name in _CODED)
    shown = ("{{ tt.ten }}", "{{ tt.linh_vuc }}", "{{ tt.co_quan_thuc_hien }}")
    if number > 1:
        shown = (
            "{{ tt.ma }}",
            "{{ tt.ten }}",
            "{{ tt.van_ban }}",
            "{{ tt.linh_vuc }}",
            "{{ tt.co_quan_thuc_hien }}",
        )
    return paragraph("KCMucNho", f"Danh mục thủ tục hành chính {kind}") + _table(columns, groups, shown)


def _table(columns: tuple[tuple[float, str], ...], groups: str, shown: tuple[str, ...]) -> str:
    widths = tuple(width for width, _ in columns)
    whole = sum(widths)
    cells = [cell(widths[0], paragraph("KCBangGiua", "{{ loop.index }}"))]
    cells += [cell(width, paragraph("KCBang", text)) for width, text in zip(widths[1:], shown, strict=True)]
    heading = row(
        *(cell(width, paragraph("KCBangDau", name), middle=True) for width, name in columns), heading=True
    )

    def spread(text: str, style: str = "KCBang") -> str:
        return row(cell(whole, paragraph(style, text), span=len(columns)))

    rows = (
        heading,
        spread(f"{{%tr for nhom in {groups} %}}"),
        spread("{{ nhom.tieu_de }}", "KCBangNhom"),
        spread("{%tr for tt in nhom.thu_tuc %}"),
        row(*cells),
        spread("{%tr endfor %}"),
        spread("{%tr endfor %}"),
    )
    return table(widths, rows, lined=True) + paragraph("KCThan")


def _contents(field: str, kind: str) -> str:
    return "".join(
        (
            paragraph("KCMucNho", f"Thủ tục hành chính {kind}"),
            paragraph("KCThan", f"{{%p for tt in {field} %}}"),
            paragraph("KCMucNho", "{{ loop.index }}. {{ tt.ten }}"),
            *(_part(number, name, item) for number, (name, item) in enumerate(_PARTS, 1)),
            paragraph("KCThan", "{%p endfor %}"),
        )
    )


def _part(number: int, name: str, field: str) -> str:
    heading = paragraph("KCMucNho", f"{{{{ loop.index }}}}.{number}. {name}")
    if field:
        return heading + listed(f"tt.{field}")
    components = paragraph("KCThan", "a) Thành phần hồ sơ:") + listed("tt.thanh_phan", shown="- {{ doan }};")
    return heading + components + paragraph("KCThan", "b) Số lượng hồ sơ: {{ tt.so_luong }}.")
