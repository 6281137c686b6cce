"""A stored text that is not the law of the day: told at the top of every medium of every command."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kcdocs.api import Format, amend, amend_write, decrees, show
from kcdocs.api.compare import compare_texts, render
from kcdocs.model.format import COMPARISON

CATALOGUE = """
[[instrument]]
type = "Nghị định"
number = "7/2020/NĐ-CP"
date = 2020-02-01
issuer = "Chính phủ"
title = "về nghề dệt"
in_force_from = 2020-03-15
amended_by = ["9/2022/NĐ-CP"]

[[instrument]]
type = "Nghị định"
number = "9/2022/NĐ-CP"
title = "sửa đổi Nghị định số 7/2020/NĐ-CP"
in_force_from = 2022-05-01
"""
OLD = """Điều 1. Thời hạn
1. Cơ sở dệt gửi hồ sơ trong 15 ngày.
2. Hồ sơ gồm đơn và bản vẽ.
Điều 2. Hiệu lực
Nghị định này có hiệu lực từ ngày ký."""
NEW = OLD.replace("15 ngày", "20 ngày")
AMENDING = """CHÍNH PHỦ
Số: 3/2024/NĐ-CP
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP ngày 01 tháng 02 năm 2020 của Chính phủ về nghề dệt
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP
1. Sửa đổi, bổ sung khoản 1 Điều 1 như sau:
“1. Cơ sở dệt gửi hồ sơ trong 20 ngày.”
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2024."""
STALE, FRESH = date(2024, 1, 1), date(2022, 4, 30)
SAID = "9/2022/NĐ-CP sửa đổi, bổ sung từ 01/05/2022"
HEAD, OTHER_HEAD = "QUY ĐỊNH HIỆN HÀNH", "VĂN BẢN GỐC (BẢN TỪ 15/03/2020)"


@pytest.fixture(autouse=True)
def texts(data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The first text of a decree in the store, and drafts beside it."""
    data_folder.mkdir()
    (data_folder / "catalogue.toml").write_text(CATALOGUE, "utf-8")
    for name, text in (("cu", OLD), ("moi", NEW), ("moi-2", NEW + " Hết."), ("sua", AMENDING)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    decrees.add("cu.txt", number="7/2020/NĐ-CP", since=date(2020, 3, 15))
    return tmp_path


def report(medium: Format, *drafts: str, day: date = STALE) -> str:
    """A report's text; for Word and Excel all words of the file in order, for Excel row by row."""
    made = render(compare_texts(["7/2020/NĐ-CP", *drafts], as_of=day), medium)
    if isinstance(made, str):
        return " ".join(made.split())
    if medium is Format.XLSX:
        rows = load_workbook(io.BytesIO(made))["So sánh"].iter_rows(values_only=True)
        return "\n".join(" | ".join(str(cell) for cell in row if cell) for row in rows)
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        return package.read("word/document.xml").decode()


@pytest.mark.parametrize("medium", COMPARISON)
@pytest.mark.parametrize("drafts", [("moi.txt",), ("sua.txt",), ("moi.txt", "moi-2.txt")], ids=len)
def test_every_medium_of_a_comparison_says_that_the_text_is_not_the_law(medium: Format, drafts) -> None:
    assert SAID in report(medium, *drafts)


@pytest.mark.parametrize("medium", COMPARISON)
def test_a_text_that_is_the_law_of_the_day_is_told_without_a_warning(medium: Format) -> None:
    assert "9/2022/NĐ-CP" not in report(medium, "moi.txt", day=FRESH)


@pytest.mark.parametrize("medium", [Format.TERMINAL, Format.HTML, Format.DOCX, Format.XLSX])
def test_the_warning_stands_above_what_is_compared(medium: Format) -> None:
    told = report(medium, "moi.txt")

    assert told.index(SAID) < told.index("Thời hạn")


@pytest.mark.parametrize("medium", [Format.DOCX, Format.XLSX])
def test_the_column_is_called_the_law_in_force_only_where_it_is(medium: Format) -> None:
    assert OTHER_HEAD.lower() in report(medium, "moi.txt").lower()
    assert HEAD.lower() not in report(medium, "moi.txt").lower()
    assert HEAD.lower() in report(medium, "moi.txt", day=FRESH).lower()


def test_texts_without_a_difference_are_warned_of_too() -> None:
    assert SAID in report(Format.TERMINAL, "cu.txt")


def test_explanations_below_a_warning_are_carried_into_the_next_workbook(texts: Path) -> None:
    chain = compare_texts(["7/2020/NĐ-CP", "moi.txt"], as_of=STALE)
    earlier = texts / "bang.xlsx"
    earlier.write_bytes(render(chain, Format.XLSX))  # type: ignore[arg-type] # bytes for this medium
    book = load_workbook(earlier)
    sheet = book["So sánh"]
    (column,) = [
        cell.column for row in sheet.iter_rows(max_row=12) for cell in row if cell.value == "Thuyết minh"
    ]
    sheet.cell(11, column).value = "Theo ý kiến các tỉnh."
    book.save(earlier)

    again = load_workbook(io.BytesIO(render(chain, Format.XLSX, earlier=earlier)))["So sánh"]  # type: ignore[arg-type] # the same
    assert [cell.value for cell in again[11] if cell.column == column] == ["Theo ý kiến các tỉnh."]


def test_a_command_of_the_draft_that_could_not_be_followed_is_told_in_word_and_excel(texts: Path) -> None:
    (texts / "sai.txt").write_text(AMENDING.replace("khoản 1 Điều 1 như", "khoản 7 Điều 9 như"), "utf-8")

    for medium in (Format.DOCX, Format.XLSX):
        assert "không áp được nên không có trong phần so sánh" in report(medium, "sai.txt")


@pytest.mark.parametrize("form", ["text", "html", "docx", "json"])
def test_a_consolidated_text_says_what_it_leaves_out(form: str) -> None:
    done = amend.apply("7/2020/NĐ-CP", "sua.txt", as_of=STALE)
    made = amend.consolidated(done, form)
    if form == "docx":
        made = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml")
    text = made.decode()

    assert SAID in text
    if form != "json":
        assert text.index(SAID) < text.index("hồ sơ trong")
        assert "(Chưa hợp nhất nội dung của: 9/2022/NĐ-CP.)" in text
    fresh = amend.consolidated(amend.apply("7/2020/NĐ-CP", "sua.txt", as_of=FRESH), "text").decode()
    assert "9/2022" not in fresh


def test_reading_checking_applying_proving_and_writing_say_it() -> None:
    examined = amend.check("7/2020/NĐ-CP", "sua.txt", as_of=STALE)
    assert examined.findings[0].code == "DC401"
    assert SAID in next(iter(amend.log_lines(amend.apply("7/2020/NĐ-CP", "sua.txt", as_of=STALE))))
    assert SAID in next(iter(amend.proof_lines(amend.prove("7/2020/NĐ-CP", "sua.txt"))))
    assert SAID in amend.as_json(amend.prove("7/2020/NĐ-CP", "sua.txt"))
    assert [item.code for item in amend_write.plan("7/2020/NĐ-CP", "moi.txt").findings] == ["DC401"]


@pytest.mark.parametrize("view", [Format.TREE, Format.REFERENCES, Format.JSON])
def test_a_view_for_people_begins_with_it(view: Format) -> None:
    made = show.render(show.show("7/2020/NĐ-CP", as_of=STALE), view)

    assert SAID in (
        json.loads(made)["findings"][0]["message"] if view is Format.JSON else made.split("\n")[0]
    )


def test_a_view_that_is_read_on_by_machines_stays_as_it_is_and_is_told_beside() -> None:
    shown = show.show("7/2020/NĐ-CP", as_of=STALE)

    assert show.render(shown, Format.TEXT) == OLD
    assert [item.code for item in show.beside(shown, Format.TEXT)] == ["DC401"]
    assert show.beside(shown, Format.TREE) == ()
