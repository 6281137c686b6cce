"""The decision that publishes administrative procedures, with its annex."""

from __future__ import annotations

from tools.forms.blocks import abstract, block, listed, optional
from tools.forms.ooxml import cell, paragraph, row, run, section, table

_KINDS = (
    ("moi_ban_hanh", "mới ban hành"),
    ("sua_doi_thay_the", "được sửa đổi, bổ sung hoặc thay thế"),
    ("bai_bo", "bị bãi bỏ"),
)
"""Field that lists the procedures of a kind → what the document calls them."""

_LEVELS = (("trung_uong", "trung ương"), ("tinh", "tỉnh"), ("huyen", "huyện"), ("xa", "xã"))
"""Levels of government in the order in which lists show them. There are no districts from 1 July 2025, but
what they did is repealed or changed after it; the contract says where one may stand."""

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

_INTERNAL = "noi_bo"
"""Field that lists procedures between state bodies, told of since the version without districts."""
_INTERNAL_COLUMNS = (
    (12.0, "STT"),
    (62.0, "Tên thủ tục hành chính nội bộ"),
    (26.0, "Lĩnh vực"),
    (32.0, "Cơ quan thực hiện"),
    (28.0, "Quyết định công bố"),
)


def body_2020() -> str:
    """The version of the time when there were districts."""
    return _body(_LEVELS, internal=False)


def body_2025() -> str:
    """The version of the time without districts."""
    return _body(_LEVELS, internal=True)


def _body(levels: tuple[tuple[str, str], ...], *, internal: bool) -> str:
    kinds = (*_KINDS, (_INTERNAL, "nội bộ")) if internal else _KINDS
    return "".join(
        (_names(levels, kinds), _opening(), _articles(), section(last=False), _annex(internal=internal))
    )


def _names(levels: tuple[tuple[str, str], ...], kinds: tuple[tuple[str, str], ...]) -> str:
    """What the document says more than once, named where whoever opens the template in Word sees it first."""
    given = ", ".join(f'"{kind}" if {field} else ""' for field, kind in kinds)
    subject = (
        f'"thủ tục hành chính " ~ [{given}] | select | join(", ") ~ " lĩnh vực " ~ linh_vuc '
        '~ " thuộc phạm vi chức năng quản lý của " ~ co_quan.ten'
    )
    listed_levels = ", ".join(f'("{level}", "{name}")' for level, name in levels)
    return "".join(
        paragraph("KCThan", f"{{%p set {name} = {value} %}}")
        for name, value in (("noi_dung_cong_bo", subject), ("cac_cap", f"[{listed_levels}]"))
    )


def _opening() -> str:
    return "".join(
        (
            block("dau-van-ban"),
            paragraph("KCTenLoai", "QUYẾT ĐỊNH"),
            abstract('"Về việc công bố " ~ noi_dung_cong_bo'),
            paragraph("KCThamQuyen", "{{ tham_quyen | hoa }}"),
            block("can-cu"),
            paragraph("KCCanCu", "Theo đề nghị của {{ the_thuc.de_nghi }}."),
            paragraph("KCThamQuyen", "QUYẾT ĐỊNH:"),
        )
    )


def _articles() -> str:
    return "".join(
        (
            _article(1, "Công bố kèm theo Quyết định này {{ noi_dung_cong_bo }}."),
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


def _annex(*, internal: bool) -> str:
    lists = "".join(
        optional(field, _list(number, field, kind)) for number, (field, kind) in enumerate(_KINDS, 1)
    )
    return "".join(
        (
            paragraph("KCTenPhuLuc", "{{ noi_dung_cong_bo | hoa | can_dong }}"),
            block("kem-theo"),
            paragraph("KCMucLon", "PHẦN I. DANH MỤC THỦ TỤC HÀNH CHÍNH"),
            lists,
            optional(_INTERNAL, _internal_list()) if internal else "",
            paragraph("KCThan", "{%p if moi_ban_hanh or sua_doi_thay_the %}"),
            paragraph("KCMucLon", "PHẦN II. NỘI DUNG CỤ THỂ CỦA TỪNG THỦ\u00a0TỤC\u00a0HÀNH\u00a0CHÍNH"),
            *(optional(field, _contents(field, kind)) for field, kind in _KINDS[:2]),
            paragraph("KCThan", "{%p endif %}"),
        )
    )


def _internal_list() -> str:
    """Procedures between state bodies, with the decision that published each where there is one."""
    widths = [width for width, _ in _INTERNAL_COLUMNS]
    heads = (cell(width, paragraph("KCBangDau", name), middle=True) for width, name in _INTERNAL_COLUMNS)
    fields = ("tt.ten", "tt.linh_vuc", "tt.co_quan_thuc_hien", 'tt.quyet_dinh_cong_bo or ""')
    shown = [paragraph("KCBangGiua", "{{ loop.index }}")]
    shown += [paragraph("KCBang", f"{{{{ {field} }}}}") for field in fields]

    def spread(text: str) -> str:
        return row(cell(sum(widths), paragraph("KCBang", text), span=len(widths)))

    rows = (
        row(*heads, heading=True),
        spread(f"{{%tr for tt in {_INTERNAL} %}}"),
        row(*map(cell, widths, shown)),
        spread("{%tr endfor %}"),
    )
    title = paragraph("KCMucNho", "Danh mục thủ tục hành chính nội bộ")
    return title + table(widths, rows, lined=True) + paragraph("KCThan")


def _list(number: int, field: str, kind: str) -> str:
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
    return paragraph("KCMucNho", f"Danh mục thủ tục hành chính {kind}") + _table(columns, field, shown)


def _table(columns: tuple[tuple[float, str], ...], field: str, shown: tuple[str, ...]) -> str:
    widths = tuple(width for width, _ in columns)
    whole = sum(widths)
    cells = [cell(widths[0], paragraph("KCBangGiua", "{{ loop.index }}"))]
    cells += [cell(width, paragraph("KCBang", text)) for width, text in zip(widths[1:], shown, strict=True)]
    heading = row(
        *(cell(width, paragraph("KCBangDau", name), middle=True) for width, name in columns), heading=True
    )

    def spread(text: str, style: str = "KCBang") -> str:
        return row(cell(whole, paragraph(style, text), span=len(columns)))

    of_level = f'{field} | selectattr("cap", "equalto", cap)'
    rows = (
        heading,
        spread(f"{{%tr for cap, ten_cap in cac_cap if {of_level} | list %}}"),
        spread('{{ "ABCD"[loop.index0] }}. Thủ tục hành chính cấp {{ ten_cap }}', "KCBangNhom"),
        spread(f"{{%tr for tt in {of_level} %}}"),
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
