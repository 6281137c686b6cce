"""The comparison table as a workbook, and what people write in it."""

from __future__ import annotations

import openpyxl
import pytest

from kcdocs.report import table_xlsx
from kcdocs.report.chain import Chain
from kcdocs.report.errors import ForeignTableError


@pytest.fixture
def written(tmp_path):
    """Writes a workbook and gives its path."""

    def write(data):
        path = tmp_path / "so-sanh.xlsx"
        path.write_bytes(data)
        return path

    return write


HEAD = 7
"""Rows above the header: who made it, the state, its motto, three of the title, with what it goes."""


def rows(path, sheet="So sánh"):
    values = openpyxl.load_workbook(path)[sheet].iter_rows(values_only=True)
    return [list(row) for row in values][HEAD if sheet == "So sánh" else 0 :]


def explained(path, texts):
    """The workbook with explanations written by key → text, saved in place by another program."""
    book = openpyxl.load_workbook(path)
    for row in book["So sánh"].iter_rows(min_row=HEAD + 2):
        if row[7].value in texts:
            row[6].value = texts[row[7].value]
    book.save(path)
    return path


def test_each_block_is_a_row_with_addresses_words_and_what_the_machine_says(sample, written):
    found = rows(written(table_xlsx.render(Chain.of(sample))))
    assert found[0][1:7] == [
        "Nơi (quy định hiện hành)",
        "Quy định hiện hành",
        "Nơi (dự thảo)",
        "Dự thảo",
        "Máy ghi",
        "Thuyết minh",
    ]
    row = next(row for row in found if row[7] == "D2_K1|D3_K1")
    assert row[1:5] == [
        "Khoản 1 Điều 2",
        "1. Trong 30 ngày, Ủy ban trả lời làng nghề theo Điều 2 Nghị định này.",
        "Khoản 1 Điều 3",
        "1. Trong 15 ngày, Ủy ban trả lời cộng đồng nghề theo Điều 3 Nghị định này.",
    ]
    assert row[5].startswith("Loại thay đổi: nội dung; thay cụm từ; kỹ thuật.")


def test_what_went_is_struck_and_what_came_underlined(sample, written):
    book = openpyxl.load_workbook(written(table_xlsx.render(Chain.of(sample))), rich_text=True)
    row = next(row for row in book["So sánh"].iter_rows() if row[7].value == "D2_K1|D3_K1")
    struck = [run.text for run in row[2].value if not isinstance(run, str) and run.font.strike]
    lined = [run.text for run in row[4].value if not isinstance(run, str) and run.font.u]
    assert struck == ["30", "làng nghề", "Điều 2"]
    assert lined == ["15", "cộng đồng nghề", "Điều 3"]


def test_counts_quantities_and_references_have_sheets_of_their_own(sample, written):
    path = written(table_xlsx.render(Chain.of(sample)))
    assert rows(path, "Thống kê")[1] == [
        "nội dung",
        "từ ngữ, con số hoặc viện dẫn thay đổi về nghĩa",
        2,
        2,
        2,
        0,
    ]
    assert rows(path, "Con số")[1] == ["Khoản 1 Điều 3", "thời hạn", "30 ngày", "15 ngày"]
    assert rows(path, "Viện dẫn")[1][2:] == [
        "khoản 1 Điều 2",
        "chưa sửa theo số thứ tự mới",
        "khoản 1 Điều 3",
    ]


def test_explanations_survive_a_second_run_after_another_program_saved_the_file(sample, written):
    texts = {"D2_K1|D3_K1": "Rút ngắn theo chỉ đạo.", "|D2_K1": "- Điều mới\n- của Bộ"}
    path = explained(written(table_xlsx.render(Chain.of(sample))), texts)
    again = written(table_xlsx.render(Chain.of(sample), earlier=path))
    assert {row[7]: row[6] for row in rows(again) if row[6]} == {"Khóa": "Thuyết minh", **texts}


def test_the_same_comparison_gives_the_same_bytes(sample):
    assert table_xlsx.render(Chain.of(sample)) == table_xlsx.render(Chain.of(sample))


def test_a_workbook_that_is_no_comparison_table_is_not_written_over(sample, tmp_path):
    path = tmp_path / "luong.xlsx"
    openpyxl.Workbook().save(path)
    with pytest.raises(ForeignTableError):
        table_xlsx.render(Chain.of(sample), earlier=path)


def test_the_table_is_set_for_a4_with_a_filter_and_without_the_machine_s_column(sample, written):
    book = openpyxl.load_workbook(written(table_xlsx.render(Chain.of(sample))))
    sheet = book["So sánh"]

    assert [(one.page_setup.paperSize, one.page_setup.orientation) for one in book] == [
        (9, "landscape")
    ] * len(book.sheetnames)
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.auto_filter.ref == f"A8:H{sheet.max_row}"
    assert sheet.freeze_panes == "A9"
    assert sheet.print_title_rows == "$8:$8"
    assert [letter for letter, column in sheet.column_dimensions.items() if column.hidden] == ["H"]


def test_who_made_the_table_and_with_what_it_goes_are_kept_as_a_person_wrote_them(sample, written):
    path = written(table_xlsx.render(Chain.of(sample)))
    book = openpyxl.load_workbook(path)
    sheet = book["So sánh"]
    assert [sheet.cell(row, 1).value for row in range(1, HEAD + 1)] == [
        "…………",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "BẢN SO SÁNH, THUYẾT MINH",
        "DỰ THẢO NGHỊ ĐỊNH VỀ HỖ TRỢ LÀNG NGHỀ",
        "VỚI NGHỊ ĐỊNH SỐ 12/2020/NĐ-CP VỀ HỖ TRỢ LÀNG NGHỀ",
        "(Kèm theo Tờ trình số … ngày … tháng … năm … của …)",
    ]
    sheet["A1"], sheet[f"A{HEAD}"] = "BỘ CÔNG THƯƠNG", "(Kèm theo Công văn số 5/BCT-CN)"
    book.save(path)

    path.write_bytes(table_xlsx.render(Chain.of(sample), earlier=path))

    again = openpyxl.load_workbook(path)["So sánh"]
    assert (again["A1"].value, again[f"A{HEAD}"].value) == (
        "BỘ CÔNG THƯƠNG",
        "(Kèm theo Công văn số 5/BCT-CN)",
    )
