"""The example of docs/batch.md, step by step: one sheet, a decision for each of two fields."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl

from kcdocs.api import batch, register
from kcdocs.api.templates import write_form
from kcdocs.text.joining import untypeset

SET, SERIES = "quyet-dinh-cong-bo-tthc", "QĐ-BCT/2025"
DOCS = Path(__file__).parents[2] / "docs"
EXAMPLE = DOCS / "examples" / "cong-bo-hai-linh-vuc.xlsx"
HEADINGS = {
    "quyet-dinh-cong-bo-2981-QĐ-BCT.docx": "Về việc công bố thủ tục hành chính mới ban hành lĩnh vực cụm công "
    "nghiệp thuộc phạm vi chức năng quản lý của Bộ Công Thương",
    "quyet-dinh-cong-bo-2982-QĐ-BCT.docx": "Về việc công bố thủ tục hành chính được sửa đổi, bổ sung hoặc thay "
    "thế, bị bãi bỏ lĩnh vực tiểu thủ công nghiệp thuộc phạm vi chức năng quản lý của Bộ Công Thương",
}


def headers(path: Path) -> dict[str, list[object]]:
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: [cell.value for cell in sheet[1]]
        for sheet in book.worksheets
        if sheet.sheet_state == "visible"
    }


def test_the_example_is_the_form_filled_in(tmp_path: Path) -> None:
    assert headers(EXAMPLE) == headers(write_form(SET, tmp_path / "ho-so.xlsx"))


def test_each_field_gets_its_numbered_decision(tmp_path: Path) -> None:
    register.open_series(SERIES, 2981)
    done = batch.run(batch.order(SET, EXAMPLE, tmp_path / "dot-1", series=SERIES))
    assert (done.total, done.whole) == (2, True)

    for name, heading in HEADINGS.items():
        document = docx.Document(str(tmp_path / "dot-1" / name))
        assert heading in [untypeset(paragraph.text) for paragraph in document.paragraphs]
        assert f"{name} ({SET}@2.0.0, số {name[19:23]})" in (DOCS / "batch.md").read_text("utf-8")
    assert batch.verify(tmp_path / "dot-1").findings == ()
