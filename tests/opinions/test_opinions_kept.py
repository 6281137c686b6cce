"""A table of opinions that people edited, in Word or Excel, read back: nothing that they wrote is lost."""

from __future__ import annotations

import random
from functools import cache

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from opinions_builder import Marked, base_lines, word_file

from kcdocs.api import opinions as api
from kcdocs.model.format import Format

LINES = base_lines(3)


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    folder = tmp_path_factory.mktemp("y-kien")
    base = word_file(folder / "goc.docx", LINES)
    files = []
    for number, office in enumerate(("Sở A", "Sở B", "Sở C")):
        draft = Marked(LINES)
        draft.replace(3, "11 triệu", f"{90 + number // 2} triệu")
        draft.comment(4 + number, f"Đề nghị làm rõ {number}.")
        files.append(draft.save(folder / f"{office}.docx"))
    return api.collect(base, files)


@cache
def medium(ending):
    return Format(ending.removeprefix("."))


def edited(path, rng, words):
    """Edit a table as people do, each time with one of the words."""
    (_in_word if path.suffix == ".docx" else _in_excel)(path, rng, words)


def _in_word(path, rng, words):
    document = Document(str(path))
    (grid,) = document.tables
    for word in words:
        row = rng.choice(grid.rows[1:])
        what = rng.randrange(5)
        if what == 0:
            added = grid.add_row()
            added.cells[rng.randrange(1, len(added.cells))].text = word
        elif what == 1:
            document.paragraphs[-1].insert_paragraph_before(f"Ghi thêm {word}.")
        elif what == 2:
            row.cells[-1].add_paragraph(word)
        else:
            paragraph = rng.choice(row.cells[rng.randrange(1, len(row.cells))].paragraphs)
            paragraph.add_run(f" {word}")
    document.save(str(path))


def _in_excel(path, rng, words):
    book = load_workbook(path)
    sheet = book["Ý kiến"]
    head = next(row[0].row for row in sheet.iter_rows() if row[0].value == "STT")
    names = {cell.value: cell.column for cell in sheet[head] if cell.value}
    for word in words:
        row = rng.randrange(head + 1, sheet.max_row + 1)
        what = rng.randrange(5)
        if what == 0:
            sheet.cell(
                sheet.max_row + 1, rng.choice([names["Nội dung góp ý"], names["Chủ thể góp ý"]])
            ).value = word
        elif what == 1:
            column = names.setdefault(f"Lý do {word}", sheet.max_column + 1)
            sheet.cell(head, column).value = f"Lý do {word}"
            sheet.cell(row, column).value = word
        else:
            column = rng.choice([place for name, place in names.items() if name not in ("STT", "Khóa")])
            cell = sheet.cell(row, column)
            cell.value = f"{cell.value or ''} {word}".strip()
    book.save(path)


def said(path):
    if path.suffix == ".docx":
        document = Document(str(path))
        cells = [cell.text for grid in document.tables for row in grid.rows for cell in row.cells]
        return "\n".join([*cells, *(paragraph.text for paragraph in document.paragraphs)])
    return "\n".join(str(cell.value) for row in load_workbook(path)["Ý kiến"].iter_rows() for cell in row)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    seed=st.integers(0, 10**9),
    forms=st.lists(st.tuples(st.sampled_from([".docx", ".xlsx"]), st.booleans()), min_size=2, max_size=4),
)
def test_whatever_people_write_into_a_table_stands_in_every_later_one(table, tmp_path, seed, forms):
    rng, words, earlier = random.Random(seed), [], None
    for number, (ending, by_office) in enumerate(forms):
        path = tmp_path / f"{seed}-{number}{ending}"
        path.write_bytes(api.render(table, medium(ending), by_office=by_office, earlier=earlier))
        text = said(path)
        assert [word for word in words if word not in text] == []
        new = [f"TAY{number}{letter}" for letter in "abcd"]
        edited(path, rng, new)
        words, earlier = [*words, *new], path


def test_an_untouched_table_says_nothing_of_hands(table, tmp_path):
    for ending in (".docx", ".xlsx"):
        for by_office in (False, True):
            path = tmp_path / f"bang{ending}"
            path.write_bytes(api.render(table, medium(ending), by_office=by_office))
            again = api.render(table, medium(ending), by_office=by_office, earlier=path)

            assert again == path.read_bytes()


def test_a_changed_cell_is_told_in_the_answer_with_its_column(table, tmp_path):
    path = tmp_path / "bang.docx"
    path.write_bytes(api.render(table, Format.DOCX))
    document = Document(str(path))
    cell = next(row.cells[3] for row in document.tables[0].rows if "90 triệu" in row.cells[3].text)
    cell.paragraphs[0].runs[0].text = "Đề nghị nâng mức lên 90 triệu đồng."
    document.save(str(path))

    path.write_bytes(api.render(table, Format.DOCX, earlier=path))

    row = next(row for row in Document(str(path)).tables[0].rows if "90 triệu" in row.cells[3].text)
    assert "(Sửa tay ở cột «Nội dung góp ý»: Đề nghị nâng mức lên 90 triệu đồng.)" in row.cells[4].text


def test_a_column_of_reasons_stays_a_column_of_excel_and_goes_into_the_answer_of_word(table, tmp_path):
    path = tmp_path / "bang.xlsx"
    path.write_bytes(api.render(table, Format.XLSX))
    book = load_workbook(path)
    sheet = book["Ý kiến"]
    head = next(row[0].row for row in sheet.iter_rows() if row[0].value == "STT")
    sheet.cell(head, 9).value = "Lý do"
    sheet.cell(head + 1, 9).value = "Vượt khả năng ngân sách."
    book.save(path)

    word = api.render(table, Format.DOCX, earlier=path)
    path.write_bytes(api.render(table, Format.XLSX, earlier=path))

    sheet = load_workbook(path)["Ý kiến"]
    assert [cell.value for cell in sheet[head]][7:9] == ["Lý do", "Khóa"]
    assert sheet.cell(head + 1, 8).value == "Vượt khả năng ngân sách."
    (tmp_path / "bang.docx").write_bytes(word)
    assert "Lý do: Vượt khả năng ngân sách." in said(tmp_path / "bang.docx")
