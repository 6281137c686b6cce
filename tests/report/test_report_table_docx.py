"""The comparison table in Word form, and what people write in it."""

from __future__ import annotations

import io
import subprocess

import docx
import pytest
from docx.enum.section import WD_ORIENT
from report_builder import Sheet

from kcdocs.report import table_docx
from kcdocs.report.chain import Chain
from kcdocs.report.errors import ForeignTableError
from kcdocs.report.explaining import Explanation, explainable
from kcdocs.report.explaining import explained as paired
from kcdocs.word.errors import PackageError
from kcdocs.word.write.kept_table import read_table


def opened(data):
    return docx.Document(io.BytesIO(data))


def saved(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def rows(data):
    return [[cell.text for cell in row.cells[1:]] for row in opened(data).tables[1].rows]


def explained(data, texts):
    """The table with texts written below the machine's lines: row number → text."""
    document = opened(data)
    for number, text in texts.items():
        document.tables[1].rows[number].cells[3].paragraphs[-1].add_run(text).bold = True
    return saved(document)


def number_of(data, words):
    return next(i for i, row in enumerate(rows(data)) if words in row[0] + row[1])


def draft(label, *, extra=False, changed=True):
    """An original of three articles, of which the second is article `label` of the draft."""
    sheet = Sheet()
    sheet.row("dieu-1", "dieu-1", "Phạm vi")
    if extra:
        sheet.row("", "dieu-2", "Điều mới", "bo-sung")
    number = int(label)
    words = "Hồ sơ gồm <noi-dung|hai|ba> bản." if changed else "Hồ sơ gồm hai bản."
    sheet.row("dieu-2", f"dieu-{number}", "Hồ sơ", "ky-thuat" if number > 2 else "")
    sheet.row("dieu-2.khoan-1", f"dieu-{number}.khoan-1", words, "noi-dung" if changed else "")
    sheet.row("", f"dieu-{number}.khoan-2", "Hồ sơ nộp qua mạng có giá trị như bản giấy.", "bo-sung")
    sheet.row("dieu-3", f"dieu-{number + 1}", "Hiệu lực", "ky-thuat" if number > 2 else "")
    return Chain.of(sheet.comparison())


def test_the_page_is_landscape_a4_with_three_columns_beside_the_number_and_a_repeated_head(sample):
    document = opened(table_docx.render(Chain.of(sample)))
    section = document.sections[0]
    assert section.orientation is WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    table = document.tables[1]
    assert [cell.text for cell in table.rows[0].cells] == [
        "STT",
        "QUY ĐỊNH HIỆN HÀNH",
        "DỰ THẢO",
        "THUYẾT MINH",
    ]
    assert table.rows[0]._tr.trPr.xpath("w:tblHeader")
    widths = [cell.width for cell in table.rows[0].cells]
    assert [round(width / sum(widths), 2) for width in widths] == [0.05, 0.33, 0.33, 0.29]


def test_the_title_names_both_texts(sample):
    lines = [paragraph.text for paragraph in opened(table_docx.render(Chain.of(sample))).paragraphs]
    assert lines[1:5] == [
        "BẢN SO SÁNH, THUYẾT MINH",
        "DỰ THẢO NGHỊ ĐỊNH VỀ HỖ TRỢ LÀNG NGHỀ",
        "VỚI NGHỊ ĐỊNH SỐ 12/2020/NĐ-CP VỀ HỖ TRỢ LÀNG NGHỀ",
        "(Kèm theo Tờ trình số … ngày … tháng … năm … của …)",
    ]


def test_a_changed_row_asks_for_its_reason_until_somebody_writes_one(sample):
    data = table_docx.render(Chain.of(sample))
    number = number_of(data, "Ủy ban trả lời")
    assert "Lý do: …………" in rows(data)[number][2]
    assert not any("Lý do" in row[2] for row in rows(data) if row[2].startswith("Giữ nguyên."))

    edited = opened(data)
    edited.tables[1].rows[number].cells[3].add_paragraph("Vì hồ sơ đã gọn hơn.")
    again = table_docx.render(Chain.of(sample), earlier=saved(edited))

    assert "Vì hồ sơ đã gọn hơn." in rows(again)[number][2]
    assert "Lý do: …………" not in rows(again)[number][2]


def test_what_went_is_struck_in_the_first_column_and_what_came_bold_and_underlined_in_the_second(sample):
    data = table_docx.render(Chain.of(sample))
    _, old, new, _ = opened(data).tables[1].rows[number_of(data, "Ủy ban trả lời")].cells
    assert [run.text for run in old.paragraphs[0].runs if run.font.strike] == ["30", "làng nghề", "Điều 2"]
    marked = [(run.text, bool(run.bold)) for run in new.paragraphs[0].runs if run.underline]
    assert marked == [("15", True), ("cộng đồng nghề", True), ("Điều 3", False)]


def test_rows_without_a_counterpart_say_so(sample):
    found = rows(table_docx.render(Chain.of(sample)))
    assert ["(Dòng mới)", "1. Thợ cả là người đã truyền nghề cho ít nhất mười người."] in [
        r[:2] for r in found
    ]
    assert ["2. Hồ sơ nộp trực tiếp tại trụ sở.", "(Bãi bỏ)"] in [r[:2] for r in found]


def test_the_machine_explains_class_origin_numbers_phrases_and_references(sample):
    data = table_docx.render(Chain.of(sample))
    lines = rows(data)[number_of(data, "Ủy ban trả lời")][2].splitlines()
    assert lines[:4] == [
        "Loại thay đổi: nội dung; thay cụm từ; kỹ thuật.",
        "Khoản 1 Điều 3 trước là khoản 1 Điều 2.",
        "Thời hạn: 30 ngày → 15 ngày.",
        "Thay “làng nghề” bằng “cộng đồng nghề”, cùng 3 nơi trong văn bản.",
    ]
    wrong = rows(data)[number_of(data, "Chi theo khoản 1")][2]
    assert wrong.startswith("Giữ nguyên.\nViện dẫn “khoản 1 Điều 2”: chưa sửa theo số thứ tự mới")


def test_each_part_of_a_split_clause_bears_its_own_label(sample):
    data = table_docx.render(Chain.of(sample))
    row = rows(data)[number_of(data, "Kinh phí gồm")]
    assert row[0] == "2. Kinh phí gồm ngân sách và đóng góp tự nguyện."
    assert row[1].splitlines() == ["2. Kinh phí gồm ngân sách.", "3.  đóng góp tự nguyện."]


def test_untouched_articles_share_one_row():
    found = rows(table_docx.render(draft("2")))
    assert found[1] == ["Điều 1. Phạm vi", "Điều 1. Phạm vi", "Giữ nguyên.\n"]
    assert len(found) == 6


def test_header_signature_and_recipients_have_no_row(sheet):
    for kind in ("dau-van-ban", "chu-ky-1", "noi-nhan-1"):
        sheet.row(kind, kind, "Số <noi-dung|1|2>", "noi-dung")
    sheet.row("can-cu-1", "can-cu-1", "Căn cứ <noi-dung|a|b>", "noi-dung")
    found = rows(table_docx.render(Chain.of(sheet.comparison())))
    assert [row[1] for row in found[1:]] == ["Căn cứ b"]


def test_the_same_comparison_gives_the_same_bytes_and_so_does_a_second_run_over_them(sample):
    first = table_docx.render(Chain.of(sample))
    assert table_docx.render(Chain.of(sample)) == first
    assert table_docx.render(Chain.of(sample), earlier=first) == first


def test_explanations_survive_a_second_run_with_their_formatting(sample):
    first = table_docx.render(Chain.of(sample))
    texts = {number: f"Lý do thứ {number}." for number in range(1, len(rows(first)))}
    second = table_docx.render(Chain.of(sample), earlier=explained(first, texts))
    for number, text in texts.items():
        cell = opened(second).tables[1].rows[number].cells[3]
        assert cell.paragraphs[-1].text == text
        assert cell.paragraphs[-1].runs[0].bold
    assert table_docx.render(Chain.of(sample), earlier=second) == second


def test_explanations_follow_their_provisions_across_renumbering():
    first = table_docx.render(draft("2"))
    texts = {
        number_of(first, "hai bản"): "Theo ý kiến của các tỉnh.",
        number_of(first, "qua mạng"): "Theo Luật Giao dịch điện tử.",
        number_of(first, "Phạm vi"): "Không đổi vì đã phù hợp.",
    }
    second = table_docx.render(draft("3", extra=True), earlier=explained(first, texts))
    found = {row[2].splitlines()[-1]: row for row in rows(second) if not row[2].endswith(".\n")}
    assert found["Theo ý kiến của các tỉnh."][1] == "1. Hồ sơ gồm ba bản."
    assert found["Theo Luật Giao dịch điện tử."][1].startswith("2. Hồ sơ nộp qua mạng")
    assert found["Không đổi vì đã phù hợp."][1] == "Điều 1. Phạm vi"


def test_an_explanation_whose_provision_is_gone_from_the_draft_is_kept_at_the_end():
    first = table_docx.render(draft("2"))
    edited = explained(first, {number_of(first, "qua mạng"): "Theo Luật Giao dịch điện tử."})
    sheet = Sheet()
    sheet.row("dieu-1", "dieu-1", "Phạm vi <noi-dung|a|b>", "noi-dung")
    second = table_docx.render(Chain.of(sheet.comparison()), earlier=edited)
    assert rows(second)[-1] == [
        "(Thuyết minh của lần trước chưa khớp điều khoản nào)",
        "2. Hồ sơ nộp qua mạng có giá trị như bản giấy.",
        "Theo Luật Giao dịch điện tử.",
    ]


def test_a_line_of_the_machine_that_people_changed_is_kept_as_theirs(sample):
    first = table_docx.render(Chain.of(sample))
    document = opened(first)
    number = number_of(first, "Ủy ban trả lời")
    document.tables[1].rows[number].cells[3].paragraphs[0].add_run(" Đã họp thống nhất.")
    second = rows(table_docx.render(Chain.of(sample), earlier=saved(document)))[number][2].splitlines()
    assert second.count("Loại thay đổi: nội dung; thay cụm từ; kỹ thuật.") == 1
    assert second[-1] == "Loại thay đổi: nội dung; thay cụm từ; kỹ thuật. Đã họp thống nhất."


def test_words_between_title_and_table_and_below_it_are_kept(sample):
    document = opened(table_docx.render(Chain.of(sample)))
    document.paragraphs[1].insert_paragraph_before("(Kèm theo Tờ trình của Bộ)")
    document.add_paragraph("Nơi nhận: Vụ Pháp chế.")
    lines = [p.text for p in opened(table_docx.render(Chain.of(sample), earlier=saved(document))).paragraphs]
    assert "(Kèm theo Tờ trình của Bộ)" in lines
    assert lines[-1] == "Nơi nhận: Vụ Pháp chế."


def test_a_word_document_that_is_no_comparison_table_is_not_written_over(sample):
    with pytest.raises(ForeignTableError) as caught:
        table_docx.render(Chain.of(sample), earlier=saved(docx.Document()), name="cong-van.docx")
    assert "cong-van.docx" in caught.value.message
    with pytest.raises(PackageError):
        table_docx.render(Chain.of(sample), earlier=b"x", name="cong-van.docx")


def test_values_never_become_markup():
    sheet = Sheet()
    sheet.row("dieu-1", "dieu-1", "A & B </w:t> \x07 <noi-dung|1|2>", "noi-dung")
    assert rows(table_docx.render(Chain.of(sheet.comparison())))[1][1] == "Điều 1. A & B </w:t> ␇ 2"


def test_explanations_survive_libreoffice(sample, soffice, tmp_path):
    first = table_docx.render(Chain.of(sample))
    edited = tmp_path / "ban-so-sanh.docx"
    edited.write_bytes(explained(first, {3: "Lý do thứ ba.", 6: "Lý do thứ sáu."}))
    subprocess.run(
        [
            soffice,
            "--headless",
            f"-env:UserInstallation=file://{tmp_path}/lo",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(tmp_path / "ra"),
            str(edited),
        ],
        check=True,
        capture_output=True,
    )
    resaved = (tmp_path / "ra" / "ban-so-sanh.docx").read_bytes()
    found = rows(table_docx.render(Chain.of(sample), earlier=resaved))
    assert [row[2].splitlines()[-1] for row in (found[3], found[6])] == ["Lý do thứ ba.", "Lý do thứ sáu."]
    assert sum("Lý do thứ" in row[2] for row in found) == 2


def test_what_was_said_outside_the_table_stands_beside_its_provision_and_is_read_back():
    said = Explanation("D2_K1", "D2_K1", "", "Rút <ngắn> & gọn\x01.\nTheo góp ý.")
    kept = read_table(table_docx.render(draft("2"), explained=[said]))
    (row,) = [row for row in kept.rows if row.written.blocks]
    assert (row.old_key, row.written.text()) == ("D2_K1", "Rút <ngắn> & gọn.\nTheo góp ý.")


def test_what_was_said_of_a_provision_follows_it_into_a_draft_that_renumbers():
    said = Explanation("D2_K1", "D2_K1", "", "Rút gọn.")
    rows, lost = paired(explainable(draft("3", extra=True)), [said])
    assert [row.explanation.words for row in rows if row.explanation.old_key == "D2_K1"] == ["Rút gọn."]
    assert lost == ()
    assert paired(explainable(draft("2")), [Explanation("", "D9", "Không đâu có.", "Mất.")])[1] == (
        Explanation("", "D9", "Không đâu có.", "Mất."),
    )


def test_rows_are_counted_and_headings_of_chapters_are_not():
    sheet = Sheet()
    sheet.row("chuong-I", "chuong-I", "QUY ĐỊNH CHUNG")
    sheet.row("dieu-1", "dieu-1", "Phạm vi")
    sheet.row("dieu-1.khoan-1", "dieu-1.khoan-1", "Hồ sơ gồm <noi-dung|hai|ba> bản.", "noi-dung")
    sheet.row("phu-luc-I", "phu-luc-I", "MẪU ĐƠN")

    table = opened(table_docx.render(Chain.of(sheet.comparison()))).tables[1]

    assert [[cell.text for cell in row.cells[:2]] for row in table.rows[1:]] == [
        ["", "Chương I\nQUY ĐỊNH CHUNG"],
        ["1", "Điều 1. Phạm vi"],
        ["2", "1. Hồ sơ gồm hai bản."],
        ["3", "Phụ lục I MẪU ĐƠN"],
    ]
    assert table.rows[-1].cells[-1].text.strip() == "Giữ nguyên."


def test_who_made_the_table_and_with_what_it_goes_are_kept_as_a_person_wrote_them(sample):
    edited = opened(table_docx.render(Chain.of(sample)))
    office = edited.tables[0].rows[0].cells[0].paragraphs[0]
    office.runs[0].text = "BỘ CÔNG THƯƠNG"
    attached = next(one for one in edited.paragraphs if one.text.startswith("(Kèm theo"))
    attached.text = "(Kèm theo Công văn số 5/BCT-CN)"
    edited.tables[1].rows[2].cells[3].add_paragraph("Vì luật đã đổi.")

    again = opened(table_docx.render(Chain.of(sample), earlier=saved(edited)))

    assert again.tables[0].rows[0].cells[0].text == "BỘ CÔNG THƯƠNG"
    assert [one.text for one in again.paragraphs if "Kèm theo" in one.text] == [
        "(Kèm theo Công văn số 5/BCT-CN)"
    ]
    assert "Vì luật đã đổi." in again.tables[1].rows[2].cells[3].text
    assert len(again.tables) == 2


def test_a_table_without_head_and_number_made_by_an_earlier_version_is_read_back(sample):
    edited = opened(table_docx.render(Chain.of(sample)))
    number = number_of(saved(edited), "Ủy ban trả lời")
    edited.tables[1].rows[number].cells[3].add_paragraph("Vì luật đã đổi.")
    for row in edited.tables[1].rows:
        row._tr.remove(row._tr.tc_lst[0])
    head = edited.tables[0]._tbl
    head.getparent().remove(head)

    again = opened(table_docx.render(Chain.of(sample), earlier=saved(edited)))

    assert "Vì luật đã đổi." in again.tables[1].rows[number].cells[3].text
    assert again.tables[0].rows[0].cells[0].text == "…………"
