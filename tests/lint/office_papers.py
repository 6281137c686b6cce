"""Papers of many kinds as offices write them, each in due form: what a checker must let alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as AT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from good_papers import PAPERS, Made, body, copies, letters, line, page, ruled

DRAWN = (
    f'<w:r {nsdecls("w", "a", "wp")} xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    '<w:drawing><wp:anchor><wp:docPr id="1" name="ke"/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:spPr>'
    '<a:prstGeom prst="line"/></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
)


class Office(NamedTuple):
    """A paper: its parts, line by line.

    Attributes:
        head: Lines over the issuer, the issuer in capitals behind "*".
        number: Line of number and symbol.
        place: Line of place and day.
        about: Lines of a letter's subject.
        title: Type and abstract.
        lines: The text: "#" centred in bold, "*" bold, "~" italic, "|" a row of a table, "<" at the left,
            ">" landscape page, "=" a new page; articles bear a bold label.
        recipients: Lines under "Nơi nhận".
        signature: Offices, then the name.
        rule: How the rules of the head are made: "drawn", "border", "signs", "floating".
    """

    head: tuple[str, ...]
    number: str
    place: str
    about: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    rule: str = "drawn"


def _rule(paragraph: Any, kind: str, cell: Any) -> None:
    if kind == "border":
        ruled(paragraph)
    elif kind == "signs":
        line(cell, "―――――", 10)
    elif kind == "drawn":
        paragraph._element.append(parse_xml(DRAWN))


def _head(document: Made, paper: Office) -> None:
    if paper.rule == "floating":  # Word hangs both lines on the paragraph where the cursor stood
        first = line(document, "", 6)._element
        first.append(parse_xml(DRAWN))
        first.append(parse_xml(DRAWN))
    left, right = document.add_table(1, 2).rows[0].cells
    for text in paper.head:
        last = line(left, text.lstrip("*"), 13, bold=text.startswith("*"))
    _rule(last, paper.rule, left)
    for text, size in ((paper.number, 13), *((text, 12) for text in paper.about)):
        line(left, text, size)
    line(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True)
    _rule(line(right, "Độc lập – Tự do – Hạnh phúc", 14, bold=True), paper.rule, right)
    if paper.place:
        line(right, paper.place, 13, italic=True)
    for place, text in enumerate(paper.title):
        last = line(document, text, 14, bold=True)
        if place and place == len(paper.title) - 1:
            ruled(last)


def _landscape(document: Made) -> None:
    section = document.add_section()
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)


def _row(document: Made, text: str) -> None:
    cells = text[1:].split("|")
    last = document.element.body[-2]  # before the section's own properties
    row = (
        document.tables[-1].add_row()
        if last.tag.endswith("}tbl")
        else document.add_table(1, len(cells), style="Table Grid").rows[0]
    )
    for cell, words in zip(row.cells, cells, strict=True):
        letters(cell.paragraphs[0].add_run(words), 12)


def _text(document: Made, text: str) -> None:
    makers: dict[str, Callable[[str], object]] = {
        "#": lambda words: line(document, words, 14, bold=True),
        "*": lambda words: body(document, words, bold=True),
        "~": lambda words: body(document, words, italic=True),
        "<": lambda words: line(document, words, 14, AT.LEFT),
        ">": lambda _: _landscape(document),
        "=": lambda _: document.add_page_break(),
        "(": lambda words: line(document, f"({words}", 14, italic=True),
    }
    if text.startswith("|"):
        _row(document, text)
    elif text[0] in makers:
        makers[text[0]](text[1:])
    elif text.startswith("Điều ") and "." in text[:8]:
        label, _, rest = text.partition(".")
        letters(body(document, f"{label}.", bold=True).add_run(rest), 14)
    else:
        body(document, text)


def _foot(document: Made, paper: Office) -> None:
    left, right = document.add_table(1, 2).rows[0].cells
    line(left, "Nơi nhận:", 12, AT.LEFT, bold=True, italic=True)
    for text in paper.recipients:
        line(left, text, 11, AT.LEFT)
    for text in paper.signature:
        line(right, text, 14, bold=True)


def made(paper: Office) -> Made:
    """The document; what "= " or "> " begins stands behind the signature."""
    document = Document()
    page(document)
    _head(document, paper)
    behind = next((i for i, text in enumerate(paper.lines) if text[0] in "=>"), len(paper.lines))
    for text in paper.lines[:behind]:
        _text(document, text)
    if paper.signature:
        _foot(document, paper)
    for text in paper.lines[behind:]:
        _text(document, text)
    return document


ENACTED = ("~Căn cứ Nghị định số 91/2025/NĐ-CP ngày 04 tháng 7 năm 2025 của Chính phủ về nghề nông thôn;",)
GROUPED = ("|TT|Nội dung|Trung ương|Tỉnh", "|I|Máy|500|300", "|1|Xã A|200|100", "|2|Xã B|300|200")

OFFICES: dict[str, Office] = {
    "quyết định của sở": Office(
        ("UBND TỈNH LÂM ĐỒNG", "*SỞ CÔNG THƯƠNG"),
        "Số: 215/QĐ-SCT",
        "Lâm Đồng, ngày 03 tháng 02 năm 2026",
        title=("QUYẾT ĐỊNH", "Về việc thành lập Hội đồng chấm chọn sản phẩm nghề", "cấp tỉnh năm 2026"),
        lines=(
            "#GIÁM ĐỐC SỞ CÔNG THƯƠNG",
            *ENACTED,
            "~Theo đề nghị của Trưởng phòng Công nghiệp và Giám đốc Trung tâm Khuyến công.",
            "#QUYẾT ĐỊNH:",
            "Điều 1. Thành lập Hội đồng gồm các ông, bà có tên sau đây:",
            "1. Ông Lê Văn An, Phó Giám đốc Sở - Chủ tịch Hội đồng;",
            "2. Bà Trần Thị Bích, Trưởng phòng Công nghiệp - Ủy viên.",
            "*Điều 2. Nhiệm vụ của Hội đồng",
            "1. Chấm điểm hồ sơ trước ngày 30/6/2026.",
            "Điều 3. Các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.",
        ),
        recipients=("- Như Điều 3;", "- UBND tỉnh (để báo cáo);", "- Lưu: VT, CN (05b)."),
        signature=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Văn An"),
    ),
    "quyết định của ủy ban, kế hoạch kèm theo": Office(
        ("*ỦY BAN NHÂN DÂN", "*TỈNH ĐỒNG THÁP"),
        "Số: 1205/QĐ-UBND",
        "Đồng Tháp, ngày 20 tháng 5 năm 2026",
        title=("QUYẾT ĐỊNH", "Phê duyệt Kế hoạch nghề nông thôn năm 2027"),
        lines=(
            "#ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP",
            "~Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            "~Theo đề nghị của Giám đốc Sở Công Thương tại Tờ trình số 88/TTr-SCT ngày 10 tháng 5 năm 2026.",
            "#QUYẾT ĐỊNH:",
            "Điều 1. Phê duyệt kèm theo Quyết định này Kế hoạch nghề nông thôn năm 2027.",
            "Điều 2. Chánh Văn phòng Ủy ban nhân dân tỉnh và các Sở chịu trách nhiệm thi hành./.",
            "=",
            "#KẾ HOẠCH",
            "#Nghề nông thôn năm 2027",
            "(Kèm theo Quyết định số 1205/QĐ-UBND ngày 20 tháng 5 năm 2026 của Ủy ban nhân dân tỉnh)",
            "*I. NỘI DUNG",
            "|TT|Nội dung|Kinh phí (triệu đồng)|Tỷ lệ (%)",
            "|1|Máy|1.200|80",
            "|2|Đào tạo|300|90",
            "||Tổng cộng|1.500|82",
        ),
        recipients=("- Như Điều 2;", "- TT.TU, TT.HĐND tỉnh;", "- Lưu: VT, NC/KT."),
        signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Huỳnh Minh Tâm"),
    ),
    "thông tư ban hành quy chế": Office(
        ("*BỘ CÔNG THƯƠNG",),
        "Số: 31/2026/TT-BCT",
        "Hà Nội, ngày 15 tháng 9 năm 2026",
        title=("THÔNG TƯ", "Ban hành Quy chế quản lý lò sấy"),
        lines=(
            "~Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;",
            "~Căn cứ Nghị định số 91/2025/NĐ-CP về nghề nông thôn;",
            "~Theo đề nghị của Chánh Văn phòng Bộ;",
            "~Bộ trưởng Bộ Công Thương ban hành Thông tư ban hành Quy chế quản lý lò sấy.",
            "*Điều 1. Ban hành Quy chế",
            "Ban hành kèm theo Thông tư này Quy chế quản lý lò sấy.",
            "*Điều 2. Hiệu lực thi hành",
            "Thông tư này có hiệu lực thi hành từ ngày 01 tháng 11 năm 2026./.",
            "=",
            "#QUY CHẾ",
            "#Quản lý lò sấy",
            "(Ban hành kèm theo Thông tư số 31/2026/TT-BCT)",
            "#Chương I",
            "#QUY ĐỊNH CHUNG",
            "*Điều 1. Phạm vi điều chỉnh",
            "Quy chế này quy định việc dùng lò sấy theo Điều 1 Quy chế này.",
        ),
        recipients=("- Thủ tướng Chính phủ (để b/c);", "- Lưu: VT, PC."),
        signature=("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Phan Văn Ba"),
    ),
    "nghị định sửa đổi": Office(
        ("*CHÍNH PHỦ",),
        "Số: 301/2026/NĐ-CP",
        "Hà Nội, ngày 20 tháng 11 năm 2026",
        title=("NGHỊ ĐỊNH", "Sửa đổi, bổ sung một số điều của Nghị định số 91/2025/NĐ-CP về nghề nông thôn"),
        lines=(
            "~Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;",
            "~Theo đề nghị của Bộ trưởng Bộ Công Thương;",
            "~Chính phủ ban hành Nghị định sửa đổi, bổ sung một số điều của Nghị định số 91/2025/NĐ-CP.",
            "*Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 91/2025/NĐ-CP",
            "1. Sửa đổi, bổ sung khoản 2 Điều 1 như sau:",
            "“2. Đối tượng áp dụng theo khoản 9 Điều 40 Nghị định này:",
            "a) Hợp tác xã;",
            "b) Hộ làm nghề.”.",
            "2. Bổ sung Điều 4a vào sau Điều 4 như sau:",
            "*“Điều 4a. Nguyên tắc",
            "1. Công khai.”.",
            "*Điều 2. Hiệu lực thi hành",
            "Nghị định này có hiệu lực thi hành từ ngày 05 tháng 01 năm 2027.",
        ),
        recipients=("- Ban Bí thư Trung ương Đảng;", "- Lưu: VT, CN (2)."),
        signature=("TM. CHÍNH PHỦ", "KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG", "Lê Thành Nam"),
        rule="border",
    ),
    "nghị quyết của hội đồng": Office(
        ("*HỘI ĐỒNG NHÂN DÂN", "*TỈNH NINH BÌNH"),
        "Số: 15/2026/NQ-HĐND",
        "Ninh Bình, ngày 10 tháng 7 năm 2026",
        title=("NGHỊ QUYẾT", "Quy định mức chi cho nghề nông thôn"),
        lines=(
            "~Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
            "~Xét Tờ trình số 120/TTr-UBND ngày 20 tháng 6 năm 2026 của Ủy ban nhân dân tỉnh;",
            "~Hội đồng nhân dân ban hành Nghị quyết quy định mức chi cho nghề nông thôn.",
            "*Điều 1. Mức chi",
            "Mức chi là 5.000.000 đồng một lớp.",
            "~Nghị quyết này được Hội đồng nhân dân tỉnh khóa XV, kỳ họp thứ Hai thông qua ngày 10/7/2026./.",
        ),
        recipients=("- Chính phủ;", "- Lưu: VT."),
        signature=("CHỦ TỊCH", "Đặng Xuân Phong"),
    ),
    "kế hoạch có bảng": Office(
        ("BỘ CÔNG THƯƠNG", "*CỤC ĐỔI MỚI SÁNG TẠO,", "*CHUYỂN ĐỔI XANH VÀ KHUYẾN CÔNG"),
        "Số: 77/KH-ĐCK",
        "Hà Nội, ngày 10 tháng 11 năm 2026",
        title=("KẾ HOẠCH", "Kiểm tra việc dùng máy năm 2026"),
        lines=(
            "*I. MỤC ĐÍCH, YÊU CẦU",
            "*1. Mục đích",
            "- Đánh giá tiến độ;",
            "*2. Yêu cầu",
            "Đúng đối tượng.",
            "*II. THỜI GIAN",
            *GROUPED,
            "||Tổng cộng|500|300",
            "*III. TỔ CHỨC THỰC HIỆN",
            "1. Phòng Khuyến công báo cáo trước ngày 15/12/2026./.",
        ),
        recipients=("- Lãnh đạo Bộ (để báo cáo);", "- Lưu: VT, KC."),
        signature=("CỤC TRƯỞNG", "Ngô Văn Trung"),
    ),
    "báo cáo có phụ lục ngang": Office(
        ("UBND TỈNH PHÚ THỌ", "*SỞ CÔNG THƯƠNG"),
        "Số: 312/BC-SCT",
        "Phú Thọ, ngày 15 tháng 12 năm 2026",
        title=("BÁO CÁO", "Nghề nông thôn năm 2026, nhiệm vụ năm 2027"),
        lines=(
            "#Phần I",
            "#KẾT QUẢ NĂM 2026",
            "*I. TÌNH HÌNH CHUNG",
            "*1. Thuận lợi",
            "1.1. Kinh phí 4.520 triệu đồng, trong đó trung ương 2.000 triệu đồng, chiếm 44,2%.",
            "a) Đề án điểm: 02 đề án;",
            "b) Đề án nhóm: 05 đề án (Phụ lục I, II).",
            "*2. Khó khăn",
            "Một số cơ sở thiếu vốn đối ứng (tỷ lệ 30 - 50%).",
            "#Phần II",
            "#NHIỆM VỤ NĂM 2027",
            "*I. MỤC TIÊU",
            "1. Hỗ trợ 15 cơ sở./.",
            ">",
            "#Phụ lục I",
            "#KẾT QUẢ",
            "(Kèm theo Báo cáo số 312/BC-SCT ngày 15 tháng 12 năm 2026 của Sở Công Thương)",
            *GROUPED,
            "||Tổng cộng|500|300",
            ">",
            "#Phụ lục II",
            "#DANH MỤC",
            "(Kèm theo Báo cáo số 312/BC-SCT ngày 15 tháng 12 năm 2026 của Sở Công Thương)",
            "|TT|Tên",
            "|1|Đề án X",
        ),
        recipients=("- UBND tỉnh (b/c);", "- Giám đốc, các PGĐ Sở;", "- Lưu: VT, TTKC."),
        signature=("GIÁM ĐỐC", "Đặng Việt Hùng"),
    ),
    "thông báo kết luận": Office(
        ("BỘ CÔNG THƯƠNG", "*VĂN PHÒNG BỘ"),
        "Số: 45/TB-VP",
        "Hà Nội, ngày 01 tháng 10 năm 2026",
        title=("THÔNG BÁO", "Kết luận của Thứ trưởng tại cuộc họp về lò sấy"),
        lines=("*I. ĐÁNH GIÁ CHUNG", "Hồ sơ kỹ.", "*II. NHIỆM VỤ", "1. Giao Vụ Pháp chế phối hợp./."),
        recipients=("- Bộ trưởng (để b/c);", "- Lưu: VT, TH."),
        signature=("TL. BỘ TRƯỞNG", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Lê Thị Dung"),
        rule="floating",
    ),
    "công văn kẻ bằng dấu": Office(
        ("BỘ CÔNG THƯƠNG", "*CỤC CÔNG NGHIỆP"),
        "Số: 112/CN-KHTC",
        "Hà Nội, ngày 30 tháng 4 năm 2026",
        about=("V/v góp ý dự thảo Nghị định",),
        lines=(
            "<Kính gửi: Vụ Pháp chế.",
            "Phúc đáp Công văn số 512/PC-TH, Cục có ý kiến như sau:",
            "1. Về điểm a khoản 1 Điều 5: bổ sung cụm từ “tổ hợp tác” sau cụm từ “hợp tác xã”.",
            "Trân trọng./.",
        ),
        recipients=("- Như trên;", "- Lưu: VT, KHTC."),
        signature=("Q. CỤC TRƯỞNG", "Trương Văn Hà"),
        rule="signs",
    ),
    "tờ trình dự thảo": Office(
        ("*BỘ CÔNG THƯƠNG",),
        "Số:        /TTr-BCT",
        "Hà Nội, ngày      tháng     năm 2026",
        title=("TỜ TRÌNH", "Dự thảo Nghị định về nghề nông thôn"),
        lines=(
            "#Kính gửi: Chính phủ".replace("#", "<"),
            "*I. SỰ CẦN THIẾT BAN HÀNH",
            "*1. Cơ sở pháp lý",
            "Khoản 1 Điều 15 Nghị định số 91/2025/NĐ-CP giao Bộ Công Thương trình Thủ tướng Chính phủ.",
            "*2. Cơ sở thực tiễn",
            "Đã chi 45,546 tỷ đồng trên 130 tỷ đồng, chiếm 35,0%./.",
            "~(Xin gửi kèm theo: (1) Dự thảo Nghị định; (2) Bản so sánh.)",
        ),
        recipients=("- Như trên;", "- Lưu: VT, ĐCK."),
        signature=("BỘ TRƯỞNG", "Nguyễn Hồng Sơn"),
    ),
    "công điện": Office(
        ("BỘ CÔNG THƯƠNG", "*CỤC KỸ THUẬT AN TOÀN"),
        "Số: 02/CĐ-ATMT",
        "Hà Nội, ngày 07 tháng 9 năm 2026",
        title=("CÔNG ĐIỆN", "Về việc ứng phó bão số 5"),
        lines=(
            "<CỤC TRƯỞNG CỤC KỸ THUẬT AN TOÀN điện:",
            "- Giám đốc Sở Công Thương các tỉnh;",
            "- Các chủ đập.",
            "Các đơn vị trực 24/24 giờ./.",
        ),
        recipients=("- Như trên;", "- Lưu: VT, AT."),
        signature=("KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG", "Tô Xuân Bình"),
    ),
    "đề án": Office(
        ("UBND TỈNH GIA LAI", "*SỞ CÔNG THƯƠNG"),
        "Số: 90/ĐA-SCT",
        "Gia Lai, ngày 11 tháng 11 năm 2026",
        title=("ĐỀ ÁN", "Phát triển nghề đến năm 2030"),
        lines=(
            "#Phần thứ nhất",
            "#SỰ CẦN THIẾT",
            "*1. Kết quả",
            "1.1. Có 20 xã, diện tích 1.250,5 ha, tỷ lệ lấp đầy 45,5%.",
            "*2. Hạn chế",
            "a) Hạ tầng",
            "b) Vốn",
            "*3. Nguyên nhân",
            "a) Khách quan; b) Chủ quan.",
            "#Phần thứ hai",
            "#NỘI DUNG",
            "1. Mục tiêu: 100% xã có lò sấy./.",
        ),
        recipients=("- UBND tỉnh;", "- Lưu: VT, CN."),
        signature=("GIÁM ĐỐC", "Phạm Văn Bính"),
    ),
    "quyết định của trường": Office(
        ("BỘ CÔNG THƯƠNG", "*TRƯỜNG ĐẠI HỌC CÔNG NGHIỆP", "*MIỀN NÚI"),
        "Số: 1450/QĐ-ĐHCN",
        "Thái Nguyên, ngày 18 tháng 8 năm 2026",
        title=("QUYẾT ĐỊNH", "Về việc cử giảng viên đi công tác"),
        lines=(
            "#HIỆU TRƯỞNG TRƯỜNG ĐẠI HỌC CÔNG NGHIỆP MIỀN NÚI",
            *ENACTED,
            "~Xét đề nghị của Trưởng phòng Nhân sự.",
            "#QUYẾT ĐỊNH:",
            "Điều 1. Cử TS. Nguyễn Văn Hải đi công tác từ ngày 25/8/2026.",
            "Điều 2. Ông Hải thi hành Quyết định này./.",
        ),
        recipients=("- Như Điều 2;", "- Lưu: VT, TCNS."),
        signature=("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "PGS.TS. Phạm Văn Đông"),
    ),
    "biên bản không số": Office(
        ("UBND TỈNH GIA LAI", "*SỞ CÔNG THƯƠNG"),
        "",
        "",
        title=("BIÊN BẢN", "Làm việc về lò sấy"),
        lines=("Bắt đầu: 08 giờ 00, ngày 05 tháng 3 năm 2026.", "Kết thúc: 11 giờ 30 cùng ngày./."),
        recipients=("- Lưu: VT, Hồ sơ.",),
        signature=("CHỦ TỌA", "Lê Văn An"),
    ),
    "mẫu còn thẻ": Office(
        ("BỘ CÔNG THƯƠNG", "*CỤC CÔNG NGHIỆP"),
        "Số: {{ so }}/QĐ-CN",
        "Hà Nội, {{ ngay }}",
        title=("QUYẾT ĐỊNH", "Về việc {{ trich_yeu }}"),
        lines=(
            *ENACTED,
            "~Theo đề nghị của {{ nguoi }}.",
            "#QUYẾT ĐỊNH:",
            "Điều 1. Hỗ trợ {{ ten }}.",
            "Điều 2. Chánh Văn phòng thi hành Quyết định này./.",
        ),
        recipients=("- Như Điều 2;", "- Lưu: VT."),
        signature=("{{ chuc_vu }}", "{{ nguoi_ky }}"),
    ),
    "mẫu còn dấu chấm": Office(
        (".................", "*................. (2)"),
        "Số: ...../.....-.....",
        "......., ngày ..... tháng ..... năm 20...",
        about=("V/v ..................",),
        lines=("<Kính gửi: .......................", ".................../."),
        recipients=("- Như trên;", "- Lưu: VT, ...."),
        signature=("......... (4)", "Họ và tên"),
    ),
    "giấy mời trộn thư": Office(
        ("BỘ CÔNG THƯƠNG", "*CỤC CÔNG NGHIỆP"),
        "Số: «SO»/GM-CN",
        "Hà Nội, ngày «NGAY» tháng «THANG» năm 2026",
        title=("GIẤY MỜI", "Dự hội nghị «TEN»"),
        lines=("Cục Công nghiệp trân trọng kính mời: «DAI_BIEU».", "Rất mong đến dự./."),
        recipients=("- Như trên;", "- Lưu: VT."),
        signature=("CỤC TRƯỞNG", "Nguyễn Văn An"),
    ),
}
"""Name → paper; each is in due form, so that a checker tells nothing but notes."""

PAPERS["thông tư"] = copies(lambda: made(OFFICES["thông tư ban hành quy chế"]))
