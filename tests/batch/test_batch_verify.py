"""A document whose number the register gave is proven by the very data, which has no number."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from batch_material import make, open_book, row, write_csv

from kcdocs import settings
from kcdocs.api import DocumentVerdict, batch, register
from kcdocs.api.generate import generate
from kcdocs.api.templates import write_form
from kcdocs.api.verify import verify
from kcdocs.records.reading import read_records
from kcdocs.sets import versions

SET, SERIES = "quyet-dinh-cong-bo-tthc", "QĐ-BCT/2025"
EXAMPLES = sorted(settings.shipped("templates").glob("*/*/example.yaml"))


def test_documents_of_a_workbook_with_groups_are_proven_by_it(tmp_path: Path) -> None:
    records = write_form(SET, tmp_path / "ho-so.xlsx")
    book = openpyxl.load_workbook(records)
    sheet = book["Hồ sơ"]
    column = next(cell.column for cell in sheet[1] if cell.value == "Số văn bản")
    for number in range(2, sheet.max_row + 1):
        sheet.cell(number, column).value = None
    book.save(records)
    register.open_series(SERIES, 2981)
    batch.run(batch.order(SET, records, tmp_path / "ra", series=SERIES))

    made = sorted((tmp_path / "ra").glob("*.docx"))
    assert [path.name for path in made] == [f"quyet-dinh-cong-bo-{n}-QĐ-BCT.docx" for n in (2981, 2982, 2983)]
    assert {verify(path, records).verdict for path in made} == {DocumentVerdict.PROVEN}


def test_a_document_is_not_proven_by_other_data_nor_by_another_row_s_number(tmp_path: Path) -> None:
    open_book()
    records = write_csv(tmp_path / "a.csv", [row(1), row(2), row(3)])
    make(records, tmp_path / "ra")
    document = tmp_path / "ra" / "to-trinh-42-TTr-BCT.docx"
    assert verify(document, records).verdict is DocumentVerdict.PROVEN

    others = write_csv(tmp_path / "b.csv", [row(1), row(2, dia_danh="Huế"), row(3)])
    found = verify(document, others)
    assert (found.verdict, [item.code for item in found.findings]) == (DocumentVerdict.INTACT, ["TP406"])
    assert "3 hồ sơ" in found.findings[0].message

    alone = write_csv(tmp_path / "c.csv", [row(2, dia_danh="Huế")])
    found = verify(document, alone)
    assert found.verdict is DocumentVerdict.DIFFERENT
    assert [(item.found, item.expected) for item in found.findings if item.code == "TP407"] == [
        ("Hà Nội, ngày 05 tháng 5 năm 2026", "Huế, ngày 05 tháng 5 năm 2026")
    ]


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="open files are looked for in /proc")
def test_the_data_is_closed_although_it_was_not_read_to_its_end(tmp_path: Path) -> None:
    open_book()
    records = write_csv(tmp_path / "a.csv", [row(1), row(2), row(3)])
    make(records, tmp_path / "ra")

    assert verify(tmp_path / "ra" / "to-trinh-41-TTr-BCT.docx", records).verdict is DocumentVerdict.PROVEN
    assert records.resolve() not in [path.resolve() for path in Path("/proc/self/fd").iterdir()]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: "@".join(path.parts[-3:-1]))
def test_the_number_is_read_off_a_document_of_every_shipped_set(tmp_path: Path, example: Path) -> None:
    version = versions.one(*example.parts[-3:-1])
    text = example.read_text("utf-8")
    numbered = [record for record in read_records(example) if str(record.data.get("so", "")).isdigit()]
    made = generate(version.name, example, tmp_path / "ra")
    without = tmp_path / "ho-so.yaml"
    for record in numbered:
        text = text.replace(f'so: "{record.data["so"]}"\n', "")
    without.write_text(text, "utf-8")

    assert {verify(item.path, without).verdict for item in made} == {DocumentVerdict.PROVEN}
