"""Unusual returns: tables and forms of opinions, letters that only agree, notes, files of other programs."""

from __future__ import annotations

import shutil
import zipfile

import pytest
from docx import Document
from opinions_builder import base_lines, word_file

from kcdocs.api import merge
from kcdocs.api import opinions as api
from kcdocs.api.reading import open_text, reading

LINES = base_lines(3)
HEAD = [
    "ỦY BAN NHÂN DÂN",
    "TỈNH A",
    "Số: 41/UBND-KT",
    "A, ngày 05 tháng 11 năm 2026",
    "Kính gửi: Bộ Công Thương.",
]
ROWS = [
    ["STT", "Điều, khoản", "Nội dung dự thảo", "Nội dung góp ý", "Lý do"],
    ["1", "Khoản 2 Điều 1", "Mức hỗ trợ loại 1.2", "Đề nghị nâng mức.\nĐề nghị nêu căn cứ.", "giá đã tăng"],
    ["2", "", "Mức hỗ trợ loại 3.1 cho cơ sở nghề rèn là 31 triệu đồng", "Bổ sung mức tối đa.", ""],
    ["3", "Khoản 3 Điều 2", "", "Thống nhất", ""],
    ["4", "Điều 3", "", "", ""],
]


@pytest.fixture
def base(tmp_path):
    return word_file(tmp_path / "goc.docx", LINES)


def _told(table):
    return [(row.name, row.opinion.words) for row in table.rows]


def _letter(base, *body, rows=(), after=("Trân trọng./.",)):
    document = Document()
    for line in (*HEAD, *body):
        document.add_paragraph(line)
    _grid(document, rows)
    for line in after:
        document.add_paragraph(line)
    document.save(str(base.parent / "cv.docx"))
    return api.collect(base, [base.parent / "cv.docx"])


def _grid(document, rows):
    if rows:
        grid = document.add_table(rows=len(rows), cols=len(rows[0]))
        for number, row in enumerate(rows):
            for cell, words in zip(grid.rows[number].cells, row, strict=True):
                cell.text = words


def test_a_table_in_a_letter_is_read_by_rows_each_wish_at_the_provision_of_its_row(base):
    assert _told(_letter(base, "Ủy ban nhân dân tỉnh có ý kiến như sau:", rows=ROWS)) == [
        ("Khoản 2 Điều 1", "Đề nghị nâng mức."),
        ("Khoản 2 Điều 1", "Đề nghị nêu căn cứ. (Lý do: giá đã tăng)"),
        ("Khoản 1 Điều 3", "Bổ sung mức tối đa."),
    ]


def test_a_form_that_an_office_filled_in_needs_no_addressee_and_loses_no_wish(base):
    document = Document()
    for line in (
        "PHIẾU GÓP Ý",
        "Đối với dự thảo Nghị định sửa đổi, bổ sung quy định về nghề rèn",
        "Cơ quan, tổ chức, cá nhân góp ý: Hiệp hội Nghề rèn",
    ):
        document.add_paragraph(line)
    heads = ["Điều/khoản", "Nội dung dự thảo", "Đề nghị sửa thành", "Căn cứ, lý do"]
    _grid(document, [heads, ["Khoản 1 Điều 2", "", "90 triệu đồng", ""], ["…", "", "", ""]])
    document.add_paragraph("Ý kiến khác: đề nghị sớm ban hành.")
    document.save(str(base.parent / "phiếu.docx"))

    table = api.collect(base, [base.parent / "phiếu.docx"])
    assert _told(table) == [
        ("Ý kiến chung", "Ý kiến khác: đề nghị sớm ban hành."),
        ("Khoản 1 Điều 2", "Đề nghị sửa thành: 90 triệu đồng"),
    ]
    assert table.offices == ("Hiệp hội Nghề rèn",)


def test_a_table_of_answers_is_no_return(base):
    document = Document()
    heads = ["Điều, khoản", "Chủ thể góp ý", "Nội dung góp ý", "Nội dung tiếp thu, giải trình"]
    _grid(document, [heads, ["Điều 1", "Sở A", "Đề nghị bỏ.", "Tiếp thu."]])
    document.save(str(base.parent / "bảng.docx"))

    assert [one.code for one in api.collect(base, [base.parent / "bảng.docx"]).refused] == ["OP101"]


@pytest.mark.parametrize(
    "words",
    [
        "Thực hiện Công văn số 9/BCT-KC, Ủy ban nhân dân tỉnh nhất trí với nội dung dự thảo Nghị định.",
        "Ủy ban nhân dân tỉnh thống nhất với dự thảo Nghị định sửa đổi, bổ sung một số điều.",
        "Ủy ban nhân dân tỉnh không có ý kiến khác.",
    ],
)
def test_a_letter_that_only_agrees_counts_as_an_answer_without_an_opinion(base, words):
    received = "Ủy ban nhân dân tỉnh nhận được Công văn số 9/BCT-KC đề nghị tham gia ý kiến đối với dự thảo."
    table = _letter(base, received, words, after=("Ủy ban nhân dân tỉnh trân trọng gửi Bộ tổng hợp./.",))
    assert table.rows == ()
    assert table.silent == ("ỦY BAN NHÂN DÂN TỈNH A",)


@pytest.mark.parametrize(
    "words",
    [
        "Ủy ban nhân dân tỉnh thống nhất với dự thảo, tuy nhiên mức hỗ trợ còn thấp.",
        "Ủy ban nhân dân tỉnh nhất trí, đề nghị Bộ bổ sung nghề mộc.",
        "Ủy ban nhân dân tỉnh chưa nhất trí với dự thảo.",
        "Trân trọng đề nghị Bộ xem xét tăng mức hỗ trợ.",
    ],
)
def test_who_agrees_or_is_polite_and_asks_something_is_heard(base, words):
    assert _told(_letter(base, words)) == [("Ý kiến chung", words)]


def test_a_nation_s_name_parted_by_a_narrow_column_is_no_office(base):
    head = ["SỞ TƯ PHÁP", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "VIỆT NAM", "Số: 4/STP", "Kính gửi: Bộ Công Thương."]
    (base.parent / "cv.txt").write_text("\n".join([*head, "Đề nghị bỏ Điều 2."]), "utf-8")
    assert api.collect(base, [base.parent / "cv.txt"]).offices == ("SỞ TƯ PHÁP",)


def test_headings_of_a_letter_ask_nothing_and_speak_for_what_stands_below_them(base):
    found = _letter(
        base,
        "I. Về sự cần thiết",
        "Cần đánh giá kỹ hơn.",
        "II. Về nội dung cụ thể",
        "1. Về mức hỗ trợ (Điều 2)",
        "Đề nghị nêu căn cứ ở khoản 1. Đề nghị bỏ khoản 3.",
        "a) Khoản 2 đề nghị 90 triệu đồng; khoản 3 nên rõ hơn.",
        "2. Điều 3: đề nghị viết lại.",
        after=("Đề nghị Bộ Công Thương nghiên cứu, tiếp thu, hoàn thiện dự thảo Nghị định./.",),
    )
    assert _told(found) == [
        ("Ý kiến chung", "Cần đánh giá kỹ hơn."),
        ("Khoản 1 Điều 2", "Đề nghị nêu căn cứ ở khoản 1."),
        ("Khoản 2 Điều 2", "Khoản 2 đề nghị 90 triệu đồng;"),
        ("Khoản 3 Điều 2", "Đề nghị bỏ khoản 3."),
        ("Khoản 3 Điều 2", "khoản 3 nên rõ hơn."),
        ("Điều 3", "Điều 3: đề nghị viết lại."),
    ]


def test_a_provision_named_by_its_heading_is_found_and_its_number_goes_before(base):
    found = _letter(
        base,
        "1. Về nội dung hỗ trợ thứ 2: đề nghị nêu rõ nguồn.",
        "2. Tại phần «Nội dung hỗ trợ thứ 3», khoản 1 Điều 1 chưa rõ.",
        "3. Đề nghị tăng nội dung hỗ trợ thứ 1 cho vùng cao.",
    )
    assert [name for name, _ in _told(found)] == ["Ý kiến chung", "Khoản 1 Điều 1", "Điều 2"]


def _with_note(path, words, remark=""):
    """Give the second clause a footnote, which may bear a comment."""
    word_file(path, LINES)
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name).decode() for name in old.namelist() if name.endswith((".xml", ".rels"))}
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    reference = '<w:r><w:commentReference w:id="7"/></w:r>' if remark else ""
    parts["word/footnotes.xml"] = (
        f'<w:footnotes {space}><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{words}</w:t></w:r>'
        f"{reference}</w:p></w:footnote></w:footnotes>"
    )
    parts["word/comments.xml"] = (
        f'<w:comments {space}><w:comment w:id="7" w:author="Admin"><w:p><w:r><w:t>{remark}</w:t></w:r></w:p>'
        "</w:comment></w:comments>"
    )
    kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    for what in ("footnotes", "comments"):
        override = f'<Override PartName="/word/{what}.xml" ContentType="{kinds}.{what}+xml"/></Types>'
        link = f'<Relationship Id="r{what}" Type="{links}/{what}" Target="{what}.xml"/></Relationships>'
        _put(parts, "[Content_Types].xml", "</Types>", override)
        _put(parts, "word/_rels/document.xml.rels", "</Relationships>", link)
    end = "12 triệu đồng, chi trong 3 tháng kể từ ngày được phê duyệt.</w:t></w:r>"
    _put(parts, "word/document.xml", end, f'{end}<w:r><w:footnoteReference w:id="2"/></w:r>')
    with zipfile.ZipFile(path, "w") as new:
        for name, text in parts.items():
            new.writestr(name, text)
    return path


def _put(parts, name, old, new):
    assert old in parts[name]
    parts[name] = parts[name].replace(old, new, 1)


def test_what_is_changed_in_a_note_or_said_of_it_stands_at_the_provision_that_bears_its_mark(tmp_path):
    base = _with_note(tmp_path / "goc.docx", "Giá năm 2025.")
    files = [
        _with_note(tmp_path / "Sở A.docx", "Giá năm 2026."),
        _with_note(tmp_path / "Sở B.docx", "Giá năm 2025.", remark="Nên theo giá mới."),
    ]
    assert _told(api.collect(base, files)) == [
        ("Khoản 2 Điều 1", "Đề nghị sửa chú thích 1 “Giá năm 2025.” thành “Giá năm 2026.”"),
        ("Khoản 2 Điều 1", "Nên theo giá mới."),
    ]


def test_a_header_that_an_office_changed_is_told(tmp_path):
    files = []
    for name, words in (("goc", "Dự thảo 1"), ("Sở A", "Dự thảo 1, Sở A góp ý")):
        document = Document()
        for line in LINES:
            document.add_paragraph(line)
        document.sections[0].header.paragraphs[0].text = words
        document.save(str(tmp_path / f"{name}.docx"))
        files.append(tmp_path / f"{name}.docx")
    (returned,) = api.collect(files[0], files[1:]).returned
    assert [(one.code, one.place.file) for one in returned.findings] == [("DF213", str(files[1]))]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_comment_and_an_edit_in_a_file_of_another_program_are_read(base):
    text = [line.replace("11 triệu", "99 triệu") for line in LINES]
    said = "<office:annotation><dc:creator>Admin</dc:creator><text:p>Nên làm rõ.</text:p></office:annotation>"
    body = "".join(
        f"<text:p>{said if number == 4 else ''}{line}</text:p>" for number, line in enumerate(text)
    )
    names = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
        for short in ("office", "text", "manifest")
    )
    names += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    kind = "application/vnd.oasis.opendocument.text"
    path = base.parent / "Sở A.odt"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("mimetype", kind)
        made.writestr(
            "content.xml",
            f'<office:document-content{names} office:version="1.2"><office:body><office:text>{body}</office:text>'
            "</office:body></office:document-content>",
        )
        entries = "".join(
            f'<manifest:file-entry manifest:full-path="{where}" manifest:media-type="{what}"/>'
            for where, what in (("/", kind), ("content.xml", "text/xml"))
        )
        made.writestr("META-INF/manifest.xml", f"<manifest:manifest{names}>{entries}</manifest:manifest>")
    assert _told(api.collect(base, [path])) == [
        ("Khoản 1 Điều 1", "Đề nghị sửa “là 11 triệu” thành “là 99 triệu”"),
        ("Khoản 2 Điều 1", "Nên làm rõ."),
    ]


PLAN = [
    "KẾ HOẠCH",
    "I. MỤC TIÊU",
    "1. Hỗ trợ 50 cơ sở đổi mới máy móc.",
    "2. Đào tạo 200 lao động nông thôn.",
    "II. KINH PHÍ",
    "Kinh phí do ngân sách tỉnh bảo đảm là 12 tỷ đồng.",
]


def test_a_plan_without_articles_is_asked_about_and_merged_as_a_decree_is(tmp_path):
    base = word_file(tmp_path / "goc.docx", PLAN)
    wishes = {"Xã A": ("50 cơ sở", "70 cơ sở"), "Xã B": ("12 tỷ", "15 tỷ")}
    files = [
        word_file(tmp_path / f"{office}.docx", [line.replace(*wish) for line in PLAN])
        for office, wish in wishes.items()
    ]
    assert _told(api.collect(base, files)) == [
        ("Khoản 1 Mục I", "Đề nghị sửa “trợ 50 cơ” thành “trợ 70 cơ”"),
        ("Đoạn 1 Mục II", "Đề nghị sửa “là 12 tỷ” thành “là 15 tỷ”"),
    ]
    (tmp_path / "gop.docx").write_bytes(merge.merge(base, files).data)
    accepted = open_text(tmp_path / "gop.docx", how=reading(revisions="accept"))
    said = [line.text for line in accepted.lines()]
    assert said == [line.replace("50 cơ", "70 cơ").replace("12 tỷ", "15 tỷ") for line in PLAN]
